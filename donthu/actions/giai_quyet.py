"""Accepting, assigning, resolving, issuing."""

from datetime import date
from decimal import Decimal

from donthu.actions.khung import thuc_hien
from donthu.models import DonThu, PhanCong
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
    """Give the petition to a unit, or to another one. Who is accused gets nothing to verify (Đ5.2, 10.3 NĐ 31/2019)."""
    if not don_vi.duoc_giao:
        raise LoiNghiepVu(f"{don_vi} không được giao giải quyết đơn.")
    if han_noi_bo and han_noi_bo < ngay:
        raise LoiNghiepVu("Hạn nội bộ không được trước ngày giao.")
    if nguoi_duoc_giao and nguoi_duoc_giao.don_vi_id != don_vi.pk:
        raise LoiNghiepVu(f"{nguoi_duoc_giao} không thuộc {don_vi}.")
    if nguoi_duoc_giao and don.nguoi_bi_to_cao.filter(pk=nguoi_duoc_giao.pk).exists():
        raise LoiNghiepVu("Không giao việc này cho người được chọn.")
    with thuc_hien(Buoc.GIAO_DON_VI, don, nguoi, ngay, so_buoc, f"{don_vi}. {yeu_cau}".strip()) as don:
        don.phan_cong.filter(ngay_thoi_giao=None).update(ngay_thoi_giao=ngay, ly_do_thoi_giao=f"Giao lại cho {don_vi}")
        PhanCong.objects.create(
            don=don,
            don_vi=don_vi,
            nguoi=nguoi_duoc_giao,
            nguoi_giao=nguoi,
            ngay_giao=ngay,
            han_noi_bo=han_noi_bo,
            yeu_cau=yeu_cau,
        )
        don.don_vi = don_vi
    return don


def bao_cao_ket_qua(don: DonThu, *, nguoi: NhanVien, ngay: date, bao_cao: str, so_buoc: int | None = None) -> DonThu:
    """The unit reports what it found and proposes (Đ29.4 Luật KN; Đ16 NĐ 31/2019)."""
    with thuc_hien(Buoc.BAO_CAO_KET_QUA, don, nguoi, ngay, so_buoc) as don:
        don.phan_cong.filter(ngay_thoi_giao=None).update(ngay_bao_cao=ngay, bao_cao=bao_cao)
    return don


def yeu_cau_bo_sung(don: DonThu, *, nguoi: NhanVien, ngay: date, ly_do: str, so_buoc: int | None = None) -> DonThu:
    """The report is not enough: back to the unit, which the term does not wait for."""
    with thuc_hien(Buoc.YEU_CAU_BO_SUNG, don, nguoi, ngay, so_buoc, ly_do) as don:
        don.phan_cong.filter(ngay_thoi_giao=None).update(ngay_bao_cao=None)
    return don


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
        if don.loai == LoaiDon.KHAC:  # answered at once: nothing was routed
            don.ngay_xu_ly, don.huong_xu_ly = ngay, HuongXuLy.THU_LY
    return don
