"""The life of a report: opened with its text written, edited, submitted, approved, closed, sent, corrected."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from baocao.ky import KyBaoCao
from baocao.models import BaoCaoKy, BuocBaoCao
from baocao.models.bao_cao import DA_DONG_BANG, TrangThaiBaoCao
from donthu.actions.so_van_ban import ghi_so
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, NhanVien, NhatKy, SoDem
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.vai_tro import Quyen

SO_BAO_CAO = "BC"  # register of reports, shared with those of petitions
DA_DOI = (
    "Báo cáo này vừa có người khác cập nhật. Vui lòng xem lại rồi thực hiện tiếp; nội dung đã nhập vẫn còn dưới đây."
)


def mo_bao_cao(ky: KyBaoCao, *, nguoi: NhanVien, loi_van: Mapping[str, str], ly_do: str = "") -> BaoCaoKy:
    """Begin the report of a period, or its next version when the last one is closed; `loi_van` is the text to start
    from. Two people at once get the same one. LoiNghiepVu when a correction gives no reason."""
    _can(nguoi, Quyen.NHAP_SO)
    with transaction.atomic():
        CauHinh.objects.select_for_update().get(pk=1)  # the lock of "one open version a period"
        cac_ban = BaoCaoKy.objects.filter(ma_ky=ky.ma, nam=ky.nam).order_by("-phien_ban")
        cuoi = cac_ban.first()
        if cuoi and not cuoi.da_dong_bang:
            return cuoi
        if cuoi and not ly_do:
            raise LoiNghiepVu("Báo cáo kỳ này đã chốt; lập bản mới phải ghi lý do sửa.")
        bao_cao = BaoCaoKy.objects.create(
            ma_ky=ky.ma,
            nam=ky.nam,
            phien_ban=cuoi.phien_ban + 1 if cuoi else 1,
            ly_do=ly_do,
            loi_van=dict(cuoi.loi_van if cuoi else loi_van),
        )
        _ghi(bao_cao, nguoi, TrangThaiBaoCao.DANG_LAP, ly_do)
    return bao_cao


def luu_loi_van(
    bao_cao: BaoCaoKy, *, nguoi: NhanVien, loi_van: Mapping[str, str], xac_nhan_khong: list[str], so_lan_sua: int
) -> BaoCaoKy:
    """Save the edited text; LoiNghiepVu when somebody saved since the page was opened, or it is no longer open."""
    _can(nguoi, Quyen.NHAP_SO)
    with transaction.atomic():
        bao_cao = _khoa(bao_cao, (TrangThaiBaoCao.DANG_LAP,))
        if bao_cao.so_lan_sua != so_lan_sua:
            raise LoiNghiepVu(DA_DOI)
        bao_cao.loi_van = dict(loi_van)
        bao_cao.xac_nhan_khong = xac_nhan_khong
        bao_cao.so_lan_sua += 1
        bao_cao.save(update_fields=["loi_van", "xac_nhan_khong", "so_lan_sua"])
    return bao_cao


def trinh(bao_cao: BaoCaoKy, *, nguoi: NhanVien, khong_phat_sinh: list[str], ghi_chu: str = "") -> BaoCaoKy:
    """Submit to the director. `khong_phat_sinh`: the forms that are empty now; each must have been confirmed so."""
    _can(nguoi, Quyen.NHAP_SO)
    if thieu := [ma for ma in khong_phat_sinh if ma not in bao_cao.xac_nhan_khong]:
        raise LoiNghiepVu(f"Xin xác nhận “không phát sinh” của biểu {', '.join(thieu)} trước khi trình.")
    return _chuyen(bao_cao, nguoi, (TrangThaiBaoCao.DANG_LAP,), TrangThaiBaoCao.TRINH, ghi_chu)


def tra_lai(bao_cao: BaoCaoKy, *, nguoi: NhanVien, ghi_chu: str) -> BaoCaoKy:
    """Give it back to be mended, saying what."""
    _can(nguoi, Quyen.BAN_HANH)
    if not ghi_chu:
        raise LoiNghiepVu("Trả lại báo cáo phải ghi nội dung cần sửa.")
    tu = (TrangThaiBaoCao.TRINH, TrangThaiBaoCao.DUYET)
    return _chuyen(bao_cao, nguoi, tu, TrangThaiBaoCao.DANG_LAP, ghi_chu)


def duyet(bao_cao: BaoCaoKy, *, nguoi: NhanVien, ghi_chu: str = "") -> BaoCaoKy:
    """The director approves it."""
    _can(nguoi, Quyen.BAN_HANH)
    return _chuyen(bao_cao, nguoi, (TrangThaiBaoCao.TRINH,), TrangThaiBaoCao.DUYET, ghi_chu)


def chot(bao_cao: BaoCaoKy, *, nguoi: NhanVien, ngay: date, so_lieu: dict, kem_theo: dict, dau_trang: dict) -> BaoCaoKy:
    """Freeze numbers, text and heads, and give the report its number. One of two people wins, the other is told.

    `so_lieu`: what `ghi_tu_dien` gives; `kem_theo`: the same of the periods it is compared with, as "ky_truoc" and
    "cung_ky". LoiNghiepVu before the period is over.
    """
    _can(nguoi, Quyen.BAN_HANH)
    if ngay < bao_cao.ky.den_ngay:
        raise LoiNghiepVu(f"Chỉ chốt báo cáo từ ngày {bao_cao.ky.den_ngay:%d/%m/%Y}, khi kỳ số liệu đã hết.")
    with transaction.atomic():
        bao_cao = _khoa(bao_cao, (TrangThaiBaoCao.DUYET,))
        so = SoDem.lay(f"van_ban:{SO_BAO_CAO}", ngay.year)
        bao_cao.trang_thai = TrangThaiBaoCao.DA_CHOT
        bao_cao.so_lieu, bao_cao.kem_theo, bao_cao.dau_trang = so_lieu, kem_theo, dau_trang
        bao_cao.so_van_ban, bao_cao.so_ky_hieu = so, ghi_so(so, SO_BAO_CAO, CauHinh.hien_hanh(), nguoi)
        bao_cao.ngay_chot, bao_cao.nguoi_ky = ngay, nguoi
        bao_cao.save()
        _ghi(bao_cao, nguoi, TrangThaiBaoCao.DA_CHOT)
    return bao_cao


def ghi_ban_in(bao_cao: BaoCaoKy, *, sha256: str, duong_dan: str) -> None:
    """Keep the PDF of a closed report; the first one made stays."""
    BaoCaoKy.objects.filter(pk=bao_cao.pk, sha256="", trang_thai__in=DA_DONG_BANG).update(
        sha256=sha256, duong_dan=duong_dan
    )


def gui_so(bao_cao: BaoCaoKy, *, nguoi: NhanVien, ghi_chu: str) -> BaoCaoKy:
    """Record that it left for the Sở: when and how."""
    _can(nguoi, Quyen.NHAP_SO)
    if not ghi_chu:
        raise LoiNghiepVu("Xin ghi đã gửi Sở Y tế bằng cách nào.")
    return _chuyen(bao_cao, nguoi, (TrangThaiBaoCao.DA_CHOT,), TrangThaiBaoCao.DA_GUI, ghi_chu)


def _can(nguoi: NhanVien, quyen: Quyen) -> None:
    if not nguoi.co_quyen(Quyen.BAO_CAO, quyen):
        raise PermissionDenied


def _khoa(bao_cao: BaoCaoKy, tu: tuple[TrangThaiBaoCao, ...]) -> BaoCaoKy:
    bao_cao = BaoCaoKy.objects.select_for_update().get(pk=bao_cao.pk)
    if bao_cao.trang_thai not in tu:
        raise LoiNghiepVu(f"Báo cáo đang ở trạng thái “{bao_cao.get_trang_thai_display()}”.")
    return bao_cao


def _chuyen(
    bao_cao: BaoCaoKy, nguoi: NhanVien, tu: tuple[TrangThaiBaoCao, ...], den: TrangThaiBaoCao, ghi_chu: str
) -> BaoCaoKy:
    with transaction.atomic():
        bao_cao = _khoa(bao_cao, tu)
        bao_cao.trang_thai = den
        bao_cao.save(update_fields=["trang_thai"])
        _ghi(bao_cao, nguoi, den, ghi_chu)
    return bao_cao


def _ghi(bao_cao: BaoCaoKy, nguoi: NhanVien, den: TrangThaiBaoCao, ghi_chu: str = "") -> None:
    BuocBaoCao.objects.create(bao_cao=bao_cao, den=den, nguoi=nguoi, luc=timezone.now(), ghi_chu=ghi_chu)
    NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"bao_cao:{bao_cao.ky}", f"Bản {bao_cao.phien_ban}: {den.label}")
