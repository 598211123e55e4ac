"""Classifying and routing a petition (Đ6, 7, 8, 13, 14, 28 TT 05/2021/TT-TTCP; Đ24 Luật TC)."""

from datetime import date
from typing import Any

from django.db.models import Q

from donthu.actions import bi_mat, dong_ho
from donthu.actions.khung import thuc_hien
from donthu.actions.quen_nguoi_gui import quen_nguoi_gui
from donthu.actions.tiep_nhan import co_lanh_dao, ma_nguoi_to_cao_moi
from donthu.actions.vu_viec import ve_vu_viec_rieng
from donthu.models import DonThu, LinhVuc
from donthu.phan_loai import CUA_LOAI, HuongXuLy, LoaiDon, loi_so_dai_dien
from donthu.quy_trinh import HAN_CHINH, QUY_TRINH
from donthu.quy_trinh.buoc import HUONG_CUA_BUOC, Buoc
from tochuc.dinh_dang import ngay_vn
from tochuc.loi import LoiNghiepVu
from tochuc.models import NgayNghi, NhanVien

DA_GUI_DI = (HuongXuLy.HUONG_DAN, HuongXuLy.CHUYEN_DON)


def phan_loai(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    loai: LoaiDon,
    linh_vuc: LinhVuc,
    du_dieu_kien: bool,
    thuoc_tham_quyen: bool | None = None,
    ly_do_khong_du: str = "",
    nguoi_bi_to_cao: tuple[NhanVien, ...] | None = None,
    so_buoc: int | None = None,
    **dac_diem: Any,
) -> DonThu:
    """Say what the petition is, whether it is eligible and whether the centre is competent.

    `dac_diem`: columns of `CUA_LOAI`; one not given stays as it was, one that the kind does not have is emptied.
    `nguoi_bi_to_cao`: None leaves them. A petition that turns out to be another kind leaves the clocks of the old one
    and gets those of the new one, counted from the day it was received. One that turns out to be a tố cáo loses the
    name of who wrote and the matter it shared (Đ56 Luật TC).
    """
    if la := set(dac_diem) - set(CUA_LOAI):
        raise TypeError(f"phan_loai: {sorted(la)}")
    if not du_dieu_kien and not ly_do_khong_du:
        raise LoiNghiepVu("Đơn không đủ điều kiện xử lý phải ghi lý do.")
    if du_dieu_kien and thuoc_tham_quyen is None:
        raise LoiNghiepVu("Đơn đủ điều kiện xử lý phải xác định có thuộc thẩm quyền của Trung tâm hay không.")
    with thuc_hien(Buoc.PHAN_LOAI, don, nguoi, ngay, so_buoc) as don:
        if loai != don.loai:
            _doi_loai(don, loai, nguoi, ngay)
        don.linh_vuc = linh_vuc
        don.du_dieu_kien = du_dieu_kien
        don.ly_do_khong_du = "" if du_dieu_kien else ly_do_khong_du
        don.thuoc_tham_quyen = thuoc_tham_quyen if du_dieu_kien else False
        _ghi_dac_diem(don, dac_diem)
        if loai != LoaiDon.TO_CAO:
            don.nguoi_bi_to_cao.clear()
        else:
            if nguoi_bi_to_cao is not None:
                don.nguoi_bi_to_cao.set(nguoi_bi_to_cao)
            don.bi_to_cao_lanh_dao = don.bi_to_cao_lanh_dao or co_lanh_dao(nguoi_bi_to_cao or ())
            bi_mat.lap_danh_sach(don, nguoi, ngay)
        if loi := loi_phan_loai(don):
            raise LoiNghiepVu(loi)
    return don


def _ghi_dac_diem(don: DonThu, dac_diem: dict[str, Any]) -> None:
    for ten, cac_loai in CUA_LOAI.items():
        if don.loai not in cac_loai:
            setattr(don, ten, DonThu._meta.get_field(ten).get_default())
        elif ten in dac_diem:
            setattr(don, ten, dac_diem[ten])


def loi_phan_loai(don: DonThu) -> str:
    """The sentence of the first rule of classification that the petition breaks, "" when it keeps all."""
    if don.vung_sau and not don.ly_do_vung_sau:
        return "Xác định vùng sâu, vùng xa đi lại khó khăn phải ghi lý do."
    if don.khan_cap and not don.ly_do_khan_cap:
        return "Đánh dấu khẩn cấp phải ghi lý do."
    if don.ngay_biet and don.ngay_biet > don.ngay_nhan:
        return f"Ngày nhận hoặc biết quyết định, hành vi không được sau ngày nhận đơn ({ngay_vn(don.ngay_nhan)})."
    if loi := loi_so_dai_dien(don.so_nguoi, don.so_dai_dien):
        return loi
    if don.nac_danh and not don.co_chung_cu and don.du_dieu_kien:
        return (
            "Tố cáo nặc danh, mạo danh không kèm tài liệu, chứng cứ cụ thể thì không đủ điều kiện xử lý "
            "(Điều 25.1 Luật Tố cáo)."
        )
    if don.bi_to_cao_lanh_dao and don.thuoc_tham_quyen:
        return (
            "Tố cáo lãnh đạo hoặc tập thể Trung tâm không thuộc thẩm quyền của Trung tâm: chuyển Sở Y tế trong 05 ngày "
            "làm việc (Điều 12.1, 18.2, 24.2 Luật Tố cáo)."
        )
    return ""


def _doi_loai(don: DonThu, loai: LoaiDon, nguoi: NhanVien, ngay: date) -> None:
    """Another kind: close the main clocks of the old procedure, open the first ones of the new."""
    dong_ho.dong_han(don, HAN_CHINH, ngay)
    if LoaiDon.TO_CAO in (don.loai, loai):
        ve_vu_viec_rieng(don)
    nguoi_cu, don.loai = don.cong_dan, loai
    if loai == LoaiDon.TO_CAO:
        don.cong_dan = None
        don.ma_nguoi_to_cao = ma_nguoi_to_cao_moi(don.ngay_nhan.year)
        DonThu.objects.filter(pk=don.pk).update(
            cong_dan=None, ma_nguoi_to_cao=don.ma_nguoi_to_cao, loai=loai, tim_kiem="", tim_kiem_dau=""
        )
        quen_nguoi_gui(don, nguoi_cu, nguoi)
    else:
        don.ma_nguoi_to_cao = ""
    dong_ho.mo_han(don, QUY_TRINH[loai][Buoc.TIEP_NHAN].mo, don.ngay_nhan, NgayNghi.objects.lich())


def trinh_thu_ly(don: DonThu, *, nguoi: NhanVien, ngay: date, ghi_chu: str = "", so_buoc: int | None = None) -> DonThu:
    """Propose to the director to accept it (Đ13 TT 05/2021)."""
    with thuc_hien(Buoc.TRINH_THU_LY, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        da_xu_ly(don, Buoc.TRINH_THU_LY, ngay)
    return don


def huong_dan(
    don: DonThu, *, nguoi: NhanVien, ngay: date, co_quan_nhan: str, ghi_chu: str = "", so_buoc: int | None = None
) -> DonThu:
    """Tell the citizen which body is competent, once for the same content (Đ26.1b Luật TCD; Đ8.1 TT 05/2021)."""
    with thuc_hien(Buoc.HUONG_DAN, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        _chi_mot_lan(don, nguoi)
        da_xu_ly(don, Buoc.HUONG_DAN, ngay)
        don.co_quan_nhan = co_quan_nhan
    return don


def chuyen_don(
    don: DonThu, *, nguoi: NhanVien, ngay: date, co_quan_nhan: str, ghi_chu: str = "", so_buoc: int | None = None
) -> DonThu:
    """Send the petition to the competent body, once for the same content (Đ24.2 Luật TC; Đ26 Luật TCD)."""
    with thuc_hien(Buoc.CHUYEN_DON, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        _chi_mot_lan(don, nguoi)
        da_xu_ly(don, Buoc.CHUYEN_DON, ngay)
        don.co_quan_nhan = co_quan_nhan
    return don


def _chi_mot_lan(don: DonThu, nguoi: NhanVien) -> None:
    """Refuse to guide or send on what was already, of the same matter, as far as `nguoi` may know of it."""
    cung = Q(vu_viec=don.vu_viec_id) | Q(pk=don.trung_voi_id)
    da_gui_di = DonThu.objects.for_user(nguoi).filter(cung, huong_xu_ly__in=DA_GUI_DI).exclude(pk=don.pk)
    truoc = da_gui_di.order_by("ngay_xu_ly", "pk").first()
    if truoc is None:
        return
    da_lam = "hướng dẫn" if truoc.huong_xu_ly == HuongXuLy.HUONG_DAN else "chuyển đơn"
    raise LoiNghiepVu(
        f"Cùng nội dung này đã {da_lam} một lần ngày {ngay_vn(truoc.ngay_xu_ly)} (đơn {truoc.ma}). Mỗi nội dung chỉ "
        "hướng dẫn, chuyển một lần: xin phân loại lại là không đủ điều kiện xử lý với căn cứ “đã được hướng dẫn một "
        "lần về cùng nội dung”, rồi lưu đơn."
    )


def luu_don(don: DonThu, *, nguoi: NhanVien, ngay: date, ghi_chu: str = "", so_buoc: int | None = None) -> DonThu:
    """File a petition that is not eligible (Đ6.2b, 28.1 TT 05/2021)."""
    with thuc_hien(Buoc.LUU_DON, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        da_xu_ly(don, Buoc.LUU_DON, ngay)
    return don


def da_xu_ly(don: DonThu, buoc: Buoc, ngay: date) -> None:
    """Leave on the row when and which way the petition was processed; the reports count by it."""
    don.ngay_xu_ly = ngay
    don.huong_xu_ly = HUONG_CUA_BUOC[buoc]


CAC_BUOC = {
    Buoc.PHAN_LOAI: phan_loai,
    Buoc.HUONG_DAN: huong_dan,
    Buoc.CHUYEN_DON: chuyen_don,
    Buoc.LUU_DON: luu_don,
    Buoc.TRINH_THU_LY: trinh_thu_ly,
}
