"""Accepting, assigning, resolving, issuing."""

from datetime import date
from decimal import Decimal

from django.db.models import Q

from donthu.actions import bi_mat
from donthu.actions.bao_ve import KET_LUAN_TO_CAO, het_bao_ve
from donthu.actions.khung import thuc_hien
from donthu.actions.phan_cong import DUOC_GIAO, bao_giao_viec, kiem_han_noi_bo, thoi_giao
from donthu.models import DonThu, PhanCong, VaiPhanCong
from donthu.phan_loai import HuongXuLy, KetQua, LoaiDon, ket_qua_hop_le
from donthu.quy_trinh.buoc import Buoc
from tochuc.loi import LoiNghiepVu
from tochuc.models import DonVi, NhanVien


def thu_ly(don: DonThu, *, nguoi: NhanVien, ngay: date, ghi_chu: str = "", so_buoc: int | None = None) -> DonThu:
    """Accept the petition (Đ27 Luật KN; Đ29 Luật TC; Đ26.2a Luật TCD)."""
    with thuc_hien(Buoc.THU_LY, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        don.ngay_thu_ly = ngay
    return don


def khong_thu_ly(don: DonThu, *, nguoi: NhanVien, ngay: date, ly_do: str, so_buoc: int | None = None) -> DonThu:
    """Refuse to accept, with the ground (Đ11 Luật KN; Đ29.1 Luật TC)."""
    with thuc_hien(Buoc.KHONG_THU_LY, don, nguoi, ngay, so_buoc, ly_do) as don:
        don.ngay_khong_thu_ly = ngay
        don.ly_do_khong_thu_ly = ly_do
    return don


def giao_don_vi(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    don_vi: DonVi,
    nguoi_duoc_giao: NhanVien | None = None,
    han_noi_bo: date | None = None,
    yeu_cau: str = "",
    so_buoc: int | None = None,
) -> DonThu:
    """Give the petition to a unit, or to another one: it leads from now on.

    A tố cáo is given to a person, who comes on the list of who may know; never to who is accused or tied to the accused
    (Đ56.2 Luật TC; Đ5.2, 10.3 NĐ 31/2019).
    """
    if not don_vi.duoc_giao:
        raise LoiNghiepVu(f"{don_vi} không được giao giải quyết đơn.")
    if nguoi_duoc_giao and nguoi_duoc_giao.don_vi_id != don_vi.pk:
        raise LoiNghiepVu(f"{nguoi_duoc_giao} không thuộc {don_vi}.")
    if don.loai == LoaiDon.TO_CAO and nguoi_duoc_giao is None:
        raise LoiNghiepVu("Giao tố cáo phải chỉ rõ người thực hiện: chỉ người được giao mới được biết vụ việc.")
    with thuc_hien(Buoc.GIAO_DON_VI, don, nguoi, ngay, so_buoc, f"{don_vi}. {yeu_cau}".strip()) as don:
        # The unit that led, and the new one where it took part: each has one assignment at a time.
        dang_giao = don.phan_cong.filter(Q(vai=VaiPhanCong.CHU_TRI) | Q(don_vi=don_vi), ngay_thoi_giao=None)
        thoi_giao(don, dang_giao, ngay, f"Giao lại cho {don_vi}")
        kiem_han_noi_bo(don, ngay, han_noi_bo)
        phan_cong = PhanCong.objects.create(
            don=don,
            don_vi=don_vi,
            nguoi=nguoi_duoc_giao,
            nguoi_giao=nguoi,
            ngay_giao=ngay,
            han_noi_bo=han_noi_bo,
            yeu_cau=yeu_cau,
        )
        don.don_vi = don_vi
        if don.loai == LoaiDon.TO_CAO:
            bi_mat.cho_biet(don, nguoi=nguoi, ngay=ngay, them=(nguoi_duoc_giao,), ly_do=DUOC_GIAO)
    bao_giao_viec(don, phan_cong, nguoi)
    return don


def bao_cao_ket_qua(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    bao_cao: str,
    khac_ket_qua: bool | None = None,
    da_giai_trinh: bool = False,
    so_buoc: int | None = None,
) -> DonThu:
    """The unit reports what it found and proposes (Đ29.4 Luật KN; Đ16 NĐ 31/2019).

    `khac_ket_qua`, for a khiếu nại: what is asked for and what was found differ, so that đối thoại is due (Đ30.1 Luật
    KN). `da_giai_trinh`, for a tố cáo: the accused was heard and explained in writing (Đ31 Luật TC; Đ12 NĐ 31/2019).
    """
    if don.loai == LoaiDon.KHIEU_NAI and khac_ket_qua is None:
        raise LoiNghiepVu("Phải cho biết yêu cầu của người khiếu nại và kết quả xác minh có còn khác nhau hay không.")
    if don.loai == LoaiDon.TO_CAO and not da_giai_trinh:
        raise LoiNghiepVu(
            "Chưa báo cáo được: phải làm việc và nhận giải trình bằng văn bản của người bị tố cáo (Điều 31 Luật Tố "
            "cáo; Điều 12 Nghị định 31/2019/NĐ-CP)."
        )
    with thuc_hien(Buoc.BAO_CAO_KET_QUA, don, nguoi, ngay, so_buoc) as don:
        _dang_chu_tri(don).update(ngay_bao_cao=ngay, bao_cao=bao_cao)
        if don.loai == LoaiDon.KHIEU_NAI:
            don.khac_ket_qua = khac_ket_qua
    return don


def yeu_cau_bo_sung(don: DonThu, *, nguoi: NhanVien, ngay: date, ly_do: str, so_buoc: int | None = None) -> DonThu:
    """The report is not enough: back to the unit, which the term does not wait for."""
    with thuc_hien(Buoc.YEU_CAU_BO_SUNG, don, nguoi, ngay, so_buoc, ly_do) as don:
        _dang_chu_tri(don).update(ngay_bao_cao=None)
    return don


def _dang_chu_tri(don: DonThu):
    return don.phan_cong.filter(vai=VaiPhanCong.CHU_TRI, ngay_thoi_giao=None)


def ban_hanh(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    noi_dung_ban_hanh: str,
    ket_qua: KetQua | str = "",
    so_buoc: int | None = None,
    **kien_nghi: Decimal | int,
) -> DonThu:
    """Issue the decision, conclusion or reply (Đ31 Luật KN; Đ35 Luật TC).

    `kien_nghi`: the amounts it states, fields of DonThu; money in triệu đồng, land in m².
    """
    hop_le = ket_qua_hop_le(don.loai, don.lan)
    if (ket_qua not in hop_le) if hop_le else ket_qua:
        cho_phep = ", ".join(muc.label for muc in hop_le) or "để trống"
        raise LoiNghiepVu(f"Kết quả của loại đơn này phải là: {cho_phep}.")
    with thuc_hien(Buoc.BAN_HANH, don, nguoi, ngay, so_buoc) as don:
        don.ngay_ban_hanh = ngay
        don.ket_qua = ket_qua
        don.noi_dung_ban_hanh = noi_dung_ban_hanh
        for truong, gia_tri in kien_nghi.items():
            setattr(don, truong, gia_tri)
        het_bao_ve(don, ngay, KET_LUAN_TO_CAO)
        if don.loai == LoaiDon.KHAC:  # answered at once: nothing was routed
            don.ngay_xu_ly, don.huong_xu_ly = ngay, HuongXuLy.THU_LY
    return don


CAC_BUOC = {
    Buoc.THU_LY: thu_ly,
    Buoc.KHONG_THU_LY: khong_thu_ly,
    Buoc.GIAO_DON_VI: giao_don_vi,
    Buoc.BAO_CAO_KET_QUA: bao_cao_ket_qua,
    Buoc.YEU_CAU_BO_SUNG: yeu_cau_bo_sung,
    Buoc.BAN_HANH: ban_hanh,
}
