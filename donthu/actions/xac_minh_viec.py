"""The work of verifying: the plan of the team, its sessions, what it collected (Đ29 Luật KN; Đ31 Luật TC)."""

from collections.abc import Iterable
from contextlib import contextmanager
from datetime import date, time

from django.core.exceptions import PermissionDenied
from django.db import transaction

from donthu.models import (
    BangChung,
    BuoiLamViec,
    DonThu,
    LoaiBuoi,
    NguoiDu,
    TepDinhKem,
    ThanhVienTo,
    ToXacMinh,
    nguoi_phai_tranh,
)
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.trang_thai import CHUA_BAN_HANH
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien
from tochuc.vai_tro import Quyen

# Đối thoại has steps of its own, with its notice and its minutes.
LOAI_BUOI: dict[str, tuple[LoaiBuoi, ...]] = {
    LoaiDon.TO_CAO: (LoaiBuoi.LAM_VIEC, LoaiBuoi.GIAI_TRINH, LoaiBuoi.GIAO_NHAN),
}
LOAI_BUOI_KHAC = (LoaiBuoi.LAM_VIEC, LoaiBuoi.HOA_GIAI, LoaiBuoi.GIAO_NHAN)
CHUA_CO_TO = "Chưa có quyết định xác minh nên chưa lập được kế hoạch."


def cac_loai_buoi(don: DonThu) -> tuple[LoaiBuoi, ...]:
    """Kinds of session that a petition of this kind knows."""
    return LOAI_BUOI.get(don.loai, LOAI_BUOI_KHAC)


def duoc_xac_minh(don: DonThu, nguoi: NhanVien) -> bool:
    """Whether `nguoi`, who sees `don`, works on its verification: who resolves it, a unit that holds it, the team."""
    if don.trang_thai not in CHUA_BAN_HANH:
        return False
    if nguoi.co_quyen(Quyen.DUYET):
        return True
    dang_giu = don.phan_cong.filter(don_vi=nguoi.don_vi_id, ngay_thoi_giao=None)
    if nguoi.co_quyen(Quyen.GIAI_QUYET) and dang_giu.exists():
        return True
    return ThanhVienTo.objects.filter(to__don=don, nhan_vien=nguoi).exists()


def to_dang_lam(don: DonThu) -> ToXacMinh | None:
    """The team set up last."""
    return don.to_xac_minh.order_by("-tu_ngay", "-pk").first()


def thanh_vien_phai_tranh(don: DonThu) -> list[NhanVien]:
    """Members of the team of a tố cáo who must keep away from it by what is recorded (Đ5.2, 10.3 NĐ 31/2019)."""
    if don.loai != LoaiDon.TO_CAO:
        return []
    return list(nguoi_phai_tranh(don).filter(to_xac_minh__to__don=don).distinct().order_by("ho_ten"))


def luu_ke_hoach(don: DonThu, *, nguoi: NhanVien, ke_hoach: str) -> None:
    """Write the plan of the team. LoiNghiepVu when there is no team yet."""
    with _lam(don, nguoi) as don:
        to = to_dang_lam(don)
        if to is None:
            raise LoiNghiepVu(CHUA_CO_TO)
        to.ke_hoach = ke_hoach
        to.save(update_fields=["ke_hoach"])


def luu_buoi(
    don: DonThu,
    *,
    nguoi: NhanVien,
    buoi: BuoiLamViec | None,
    loai: LoaiBuoi,
    ngay: date,
    gio: time | None,
    dia_diem: str,
    chu_tri: str,
    ngay_bao: date | None,
    ket_qua: str,
    noi_dung: str,
    ket_luan: str,
    nguoi_du: Iterable[dict],
) -> BuoiLamViec:
    """Plan a session, or write what became of it. `nguoi_du`: fields of NguoiDu, who replace those written before.

    Raises PermissionDenied or LoiNghiepVu.
    """
    if loai not in cac_loai_buoi(don):
        raise LoiNghiepVu("Loại buổi này không dùng cho đơn đang xem.")
    if ket_qua == BuoiLamViec.KetQua.DA_HOP and not noi_dung:
        raise LoiNghiepVu("Buổi đã diễn ra thì phải ghi nội dung, ý kiến của từng người.")
    with _lam(don, nguoi) as don:
        if ngay < don.ngay_nhan:
            raise LoiNghiepVu(f"Ngày làm việc không được trước ngày nhận đơn ({don.ngay_nhan:%d/%m/%Y}).")
        dong = don.buoi_lam_viec.get(pk=buoi.pk) if buoi else BuoiLamViec(don=don)
        dong.loai, dong.ngay, dong.gio, dong.dia_diem = loai, ngay, gio, dia_diem
        dong.chu_tri, dong.ngay_bao, dong.ket_qua = chu_tri, ngay_bao, ket_qua
        dong.noi_dung, dong.ket_luan, dong.nguoi_ghi = noi_dung, ket_luan, nguoi
        dong.save()
        dong.nguoi_du.all().delete()
        NguoiDu.objects.bulk_create(NguoiDu(buoi=dong, **truong) for truong in nguoi_du)
    return dong


def luu_bang_chung(
    don: DonThu,
    *,
    nguoi: NhanVien,
    bang_chung: BangChung | None,
    ngay: date,
    ten: str,
    nguoi_giao: str,
    so_trang: int | None,
    tinh_trang: str,
    tep: TepDinhKem | None,
) -> BangChung:
    """Enter one document or piece of evidence on the list, or mend its line (Mẫu 08 NĐ 124/2020).

    Raises PermissionDenied or LoiNghiepVu.
    """
    if tep and tep.don_id != don.pk:
        raise LoiNghiepVu("Tệp được chọn không thuộc đơn này.")
    with _lam(don, nguoi) as don:
        if ngay < don.ngay_nhan:
            raise LoiNghiepVu(f"Ngày nhận tài liệu không được trước ngày nhận đơn ({don.ngay_nhan:%d/%m/%Y}).")
        dong = don.bang_chung.get(pk=bang_chung.pk) if bang_chung else BangChung(don=don, nguoi_nhan=nguoi)
        dong.ngay, dong.ten, dong.nguoi_giao = ngay, ten, nguoi_giao
        dong.so_trang, dong.tinh_trang, dong.tep = so_trang, tinh_trang, tep
        dong.save()
    return dong


@contextmanager
def _lam(don: DonThu, nguoi: NhanVien):
    """Lock the petition while `nguoi` writes what belongs to its verification."""
    with transaction.atomic():
        don = DonThu.objects.select_for_update(of=("self",)).get(pk=don.pk)
        if not duoc_xac_minh(don, nguoi):
            raise PermissionDenied
        yield don
