"""Classifying and routing a petition (Đ6, 7, 8, 13, 14, 28 TT 05/2021/TT-TTCP; Đ24 Luật TC)."""

from datetime import date

from donthu.actions import dong_ho
from donthu.actions.khung import thuc_hien
from donthu.actions.tiep_nhan import ma_nguoi_to_cao_moi
from donthu.models import CongDan, DonThu, LinhVuc
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh import HAN_CHINH, QUY_TRINH
from donthu.quy_trinh.buoc import HUONG_CUA_BUOC, Buoc
from tochuc.loi import LoiNghiepVu
from tochuc.models import NgayNghi, NhanVien
from tochuc.vai_tro import VaiTro


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
    lan: int = 1,
    ky_luat: bool = False,
    vung_sau: bool = False,
    ly_do_vung_sau: str = "",
    doi_tuong: str = "",
    nguoi_bi_to_cao: tuple[NhanVien, ...] = (),
    bi_to_cao_lanh_dao: bool = False,
    so_buoc: int | None = None,
) -> DonThu:
    """Say what the petition is, whether it is eligible and whether the centre is competent.

    A petition that turns out to be another kind leaves the clocks of the old one and gets those of the new one, counted
    from the day it was received. One that turns out to be a tố cáo loses the name of who wrote (Đ56 Luật TC).
    """
    if not du_dieu_kien and not ly_do_khong_du:
        raise LoiNghiepVu("Đơn không đủ điều kiện xử lý phải ghi lý do.")
    if du_dieu_kien and thuoc_tham_quyen is None:
        raise LoiNghiepVu("Đơn đủ điều kiện xử lý phải xác định có thuộc thẩm quyền của Trung tâm hay không.")
    if vung_sau and not ly_do_vung_sau:
        raise LoiNghiepVu("Xác định vùng sâu, vùng xa đi lại khó khăn phải ghi lý do.")
    la_to_cao = loai == LoaiDon.TO_CAO
    lanh_dao = bi_to_cao_lanh_dao or any(VaiTro.LANH_DAO in bi.tap_vai_tro for bi in nguoi_bi_to_cao)
    if la_to_cao and lanh_dao and thuoc_tham_quyen:
        raise LoiNghiepVu(
            "Tố cáo lãnh đạo hoặc tập thể Trung tâm không thuộc thẩm quyền của Trung tâm: chuyển Sở Y tế trong 05 ngày "
            "làm việc (Điều 12.1, 18.2, 24.2 Luật Tố cáo)."
        )
    with thuc_hien(Buoc.PHAN_LOAI, don, nguoi, ngay, so_buoc) as don:
        if loai != don.loai:
            _doi_loai(don, loai, ngay)
        don.linh_vuc = linh_vuc
        don.lan = lan
        don.du_dieu_kien = du_dieu_kien
        don.ly_do_khong_du = "" if du_dieu_kien else ly_do_khong_du
        don.thuoc_tham_quyen = thuoc_tham_quyen if du_dieu_kien else False
        don.ky_luat = ky_luat
        don.vung_sau = vung_sau
        don.ly_do_vung_sau = ly_do_vung_sau
        don.doi_tuong = doi_tuong
        don.bi_to_cao_lanh_dao = la_to_cao and lanh_dao
        don.nguoi_bi_to_cao.set(nguoi_bi_to_cao if la_to_cao else ())
    return don


def _doi_loai(don: DonThu, loai: LoaiDon, ngay: date) -> None:
    """Another kind: close the main clocks of the old procedure, open the first ones of the new."""
    dong_ho.dong_han(don, HAN_CHINH, ngay)
    nguoi_cu, don.loai = don.cong_dan, loai
    if loai == LoaiDon.TO_CAO:
        don.cong_dan = None
        don.ma_nguoi_to_cao = ma_nguoi_to_cao_moi(don.ngay_nhan.year)
        DonThu.objects.filter(pk=don.pk).update(
            cong_dan=None, ma_nguoi_to_cao=don.ma_nguoi_to_cao, loai=loai, tim_kiem="", tim_kiem_dau=""
        )
        if nguoi_cu:
            _quen_nguoi_gui(don, nguoi_cu)
    else:
        don.ma_nguoi_to_cao = ""
    dong_ho.mo_han(don, QUY_TRINH[loai][Buoc.TIEP_NHAN].mo, don.ngay_nhan, NgayNghi.objects.lich())


def _quen_nguoi_gui(don: DonThu, cong_dan: CongDan) -> None:
    """Take the name off every row that hangs on this petition, of any app; delete it when nothing else names it.

    A model lists its further words about who came in `CHU_DANH_TINH`.
    """
    con_dung = False
    for quan_he in CongDan._meta.related_objects:
        model = quan_he.related_model
        dong = model._base_manager.filter(**{quan_he.field.name: cong_dan})
        xoa = {quan_he.field.name: None} | dict.fromkeys(getattr(model, "CHU_DANH_TINH", ()), "")
        for truong in model._meta.fields:
            if truong.related_model is DonThu:
                dong.filter(**{truong.name: don}).update(**xoa)
        con_dung = con_dung or dong.exists()
    if not con_dung:
        cong_dan.delete()


def trinh_thu_ly(don: DonThu, *, nguoi: NhanVien, ngay: date, ghi_chu: str = "", so_buoc: int | None = None) -> DonThu:
    """Propose to the director to accept it (Đ13 TT 05/2021)."""
    with thuc_hien(Buoc.TRINH_THU_LY, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        _da_xu_ly(don, Buoc.TRINH_THU_LY, ngay)
    return don


def huong_dan(
    don: DonThu, *, nguoi: NhanVien, ngay: date, co_quan_nhan: str, ghi_chu: str = "", so_buoc: int | None = None
) -> DonThu:
    """Tell the citizen which body is competent (Đ26.1b Luật TCD; Đ8.1 TT 05/2021)."""
    with thuc_hien(Buoc.HUONG_DAN, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        _da_xu_ly(don, Buoc.HUONG_DAN, ngay)
        don.co_quan_nhan = co_quan_nhan
    return don


def chuyen_don(
    don: DonThu, *, nguoi: NhanVien, ngay: date, co_quan_nhan: str, ghi_chu: str = "", so_buoc: int | None = None
) -> DonThu:
    """Send the petition to the competent body (Đ24.2 Luật TC; Đ26 Luật TCD)."""
    with thuc_hien(Buoc.CHUYEN_DON, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        _da_xu_ly(don, Buoc.CHUYEN_DON, ngay)
        don.co_quan_nhan = co_quan_nhan
    return don


def luu_don(don: DonThu, *, nguoi: NhanVien, ngay: date, ghi_chu: str = "", so_buoc: int | None = None) -> DonThu:
    """File a petition that is not eligible (Đ6.2b, 28.1 TT 05/2021)."""
    with thuc_hien(Buoc.LUU_DON, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        _da_xu_ly(don, Buoc.LUU_DON, ngay)
    return don


def _da_xu_ly(don: DonThu, buoc: Buoc, ngay: date) -> None:
    don.ngay_xu_ly = ngay
    don.huong_xu_ly = HUONG_CUA_BUOC[buoc]
