"""The frame in which every petition changes: lock, check against the table, save, move the clocks, write the trail."""

from collections.abc import Callable
from contextlib import contextmanager
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F

from donthu.actions import dong_ho, so_van_ban
from donthu.actions.bao_tin import bao_dau_hieu
from donthu.models import DonThu, LichSu
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh import QUY_TRINH, nhan_buoc
from donthu.quy_trinh.buoc import Buoc, DuongDi
from tochuc.loi import LoiNghiepVu
from tochuc.models import NgayNghi, NhanVien
from tochuc.rang_buoc import luu_dong
from tochuc.vai_tro import Quyen

DA_DOI = "Đơn này vừa có người khác cập nhật. Vui lòng mở lại trang đơn để xem tình trạng mới rồi thực hiện tiếp."


def kiem_tra(don: DonThu, buoc: Buoc, nguoi: NhanVien | None, so_buoc: int | None = None) -> DuongDi:
    """The row of the procedure by which `nguoi` may take `buoc` now.

    `so_buoc`: how many steps the person's page knew of; a petition that moved since is refused, so nobody acts on what
    he did not see. Raises PermissionDenied (not his to do) or LoiNghiepVu (not possible now).
    """
    duong = QUY_TRINH[don.loai].get(buoc)
    if duong is None or not duong.tu:
        raise LoiNghiepVu(f"{don.get_loai_display()} không có bước “{Buoc(buoc).label}”.")
    trong_to = nguoi is not None and duong.quyen == Quyen.GIAI_QUYET and la_nguoi_xac_minh(don, nguoi)
    if not (duong.he_thong if nguoi is None else _duoc_phep(don, duong, nguoi, trong_to)):
        raise PermissionDenied
    if so_buoc is not None and so_buoc != don.so_buoc:
        raise LoiNghiepVu(DA_DOI)
    if loi := _ly_do_chua_duoc(don, duong, None):
        raise LoiNghiepVu(f"Không thực hiện được bước “{nhan_buoc(don.loai, buoc)}”. {loi}")
    return duong


def cac_buoc_duoc_lam(
    don: DonThu, nguoi: NhanVien, dang_mo: set[str] | None = None, *, trong_to: bool = False
) -> list[Buoc]:
    """Steps that `nguoi` may take now, in the order of the procedure: the buttons of the page.

    `dang_mo`: the open clocks of `don` when the caller, who shows many petitions, read them already; `trong_to`:
    whether he verifies it as a member of its team, which lists of work leave to the unit.
    """
    if dang_mo is None:
        dang_mo = set(don.han_viec.filter(ngay_xong=None).values_list("viec", flat=True))
    return [
        buoc
        for buoc, duong in QUY_TRINH[don.loai].items()
        # The state first: lists ask this of many petitions, and most rows are closed by it.
        if don.trang_thai in duong.tu
        and _duoc_phep(don, duong, nguoi, trong_to)
        and not _ly_do_chua_duoc(don, duong, dang_mo)
    ]


def la_nguoi_xac_minh(don: DonThu, nguoi: NhanVien) -> bool:
    """Whether he is of the team that verifies the petition; asked only of who does not do it as its unit."""
    if don.don_vi_id == nguoi.don_vi_id or not nguoi.co_quyen(Quyen.GIAI_QUYET):
        return False
    return don.to_xac_minh.filter(thanh_vien__nhan_vien=nguoi).exists()


@contextmanager
def thuc_hien(
    buoc: Buoc, don: DonThu, nguoi: NhanVien | None, ngay: date, so_buoc: int | None = None, ghi_chu: str = ""
):
    """Take one step: yields the locked petition for the caller to change, then does everything else, or nothing at all.

    `nguoi` None: the passing of time, only for rows marked `he_thong`. Raises PermissionDenied or LoiNghiepVu; either
    leaves the petition, its clocks, its numbers and its trail untouched.
    """
    with transaction.atomic():
        don = DonThu.objects.select_for_update(of=("self",)).get(pk=don.pk)
        duong = kiem_tra(don, buoc, nguoi, so_buoc)
        _kiem_tra_ngay(don, duong, ngay)
        tu = don.trang_thai
        yield don
        duong = QUY_TRINH[don.loai][buoc]  # phân loại may have made it another kind
        don.trang_thai = _trang_thai_den(don, duong, tu)
        if don.da_dong and don.ngay_ket_thuc is None:
            don.ngay_ket_thuc = ngay
        luu(don)
        dong_ho.chuyen(don, duong, ngay, NgayNghi.objects.lich())
        if duong.van_ban:
            so_van_ban.ban_hanh(don, duong.van_ban, nguoi, ngay)
        LichSu.ghi(don, buoc, tu=tu, den=don.trang_thai, ngay=ngay, nguoi=nguoi, ghi_chu=ghi_chu)
        bao_dau_hieu(don, ngay)


def buoc_chi_ghi(buoc: Buoc, mo_ta: str) -> Callable[..., DonThu]:
    """The action of a step that leaves nothing but its line and note in the trail and what its row says; `mo_ta` is its
    docstring."""

    def ghi(don: DonThu, *, nguoi: NhanVien, ngay: date, ghi_chu: str = "", so_buoc: int | None = None) -> DonThu:
        with thuc_hien(buoc, don, nguoi, ngay, so_buoc, ghi_chu) as don:
            pass
        return don

    ghi.__doc__ = mo_ta
    return ghi


def _trang_thai_den(don: DonThu, duong: DuongDi, tu: str) -> str:
    if duong.tro_ve:
        vao = don.lich_su.filter(den=tu).exclude(tu=tu).order_by("-stt").values_list("tu", flat=True).first()
        return vao or duong.den
    return duong.den or tu


def luu(don: DonThu) -> None:
    """Validate and save, counting one more step. LoiNghiepVu with the sentence of the rule that does not hold."""
    khoa_ngoai = [truong.name for truong in don._meta.concrete_fields if truong.is_relation]
    try:
        don.clean_fields(exclude=khoa_ngoai)
    except ValidationError as loi:
        raise LoiNghiepVu(" ".join(loi.messages)) from loi
    don.so_buoc += 1
    luu_dong(don)


def _duoc_phep(don: DonThu, duong: DuongDi, nguoi: NhanVien, trong_to: bool) -> bool:
    """By his permission and, for the unit's work, his unit or the team that verifies.

    Who resolves a tố cáo may do all of it himself, for the people whose desk it would be may be those who must not know
    of it (Đ31.1, 56 Luật TC).
    """
    if don.loai == LoaiDon.TO_CAO and nguoi.co_quyen(Quyen.DUYET):
        return True
    if not nguoi.co_quyen(duong.quyen):
        return False
    return duong.quyen != Quyen.GIAI_QUYET or trong_to or don.don_vi_id in (None, nguoi.don_vi_id)


def _ly_do_chua_duoc(don: DonThu, duong: DuongDi, dang_mo: set[str] | None) -> str:
    """Why the row is closed to the petition now, or nothing. `dang_mo`: its open clocks, read here when None."""
    if don.trang_thai not in duong.tu:
        return f"Đơn đang ở trạng thái “{don.get_trang_thai_display()}”."
    if duong.dieu_kien and (loi := duong.dieu_kien(don)):
        return loi
    chi_dong_han = duong.den is None and duong.xong
    if chi_dong_han:
        if dang_mo is None:
            dang_mo = set(don.han_viec.filter(ngay_xong=None).values_list("viec", flat=True))
        if dang_mo.isdisjoint(duong.xong):
            return "Không có việc nào loại này đang chờ."
    return ""


def _kiem_tra_ngay(don: DonThu, duong: DuongDi, ngay: date) -> None:
    if ngay < don.ngay_nhan:
        raise LoiNghiepVu(f"Ngày thực hiện không được trước ngày nhận đơn ({don.ngay_nhan:%d/%m/%Y}).")
    if duong.den is None:
        return
    truoc = don.lich_su.exclude(tu=F("den")).order_by("-ngay").values_list("ngay", flat=True).first()
    if truoc and ngay < truoc:
        raise LoiNghiepVu(f"Ngày thực hiện không được trước ngày của bước đã làm gần nhất ({truoc:%d/%m/%Y}).")
