"""How the set-up of the centre changes: its details, units, staff, days off, passwords. Nothing else writes them.

`nguoi` is who does it, None for the operator at the console of the server. Each change leaves one line in NhatKy, which
names the object by its code and never tells a name, an address or a password.
"""

from collections.abc import Iterable
from contextlib import contextmanager
from datetime import date
from typing import Any

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import Sum
from django.utils import timezone

from tochuc.dinh_dang import ngay_vn
from tochuc.loi import LoiNghiepVu
from tochuc.mat_khau import tao_mat_khau
from tochuc.models import CauHinh, DonVi, NgayNghi, NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.rang_buoc import kiem_dong
from tochuc.vai_tro import Quyen, VaiTro, quyen_cua

# What says something about a person: the log tells that it changed, not from what to what.
TRUONG_KIN = frozenset(
    {"username", "ho_ten", "chuc_vu", "email", "nguoi_dung_dau", "thu_dien_tu", "duong_day_nong", "duong_day_nong_so"}
)
KIEM_NHIEM = (
    "Quản trị hệ thống không được kiêm vai trò khác: người quản trị không được tiếp cận đơn và sổ tiếp công dân. "
    "Người làm cả hai việc cần hai tài khoản."
)
THIEU_DON_VI = (
    "Trưởng khoa, phòng và chuyên viên xử lý phải thuộc một đơn vị, vì chỉ được xem vụ việc giao cho đơn vị mình."
)
CON_QUAN_TRI = "Phải còn ít nhất một người quản trị hệ thống đang làm việc."


# --- The centre, its units and days off ------------------------------------------------------------------------------


def sua_cau_hinh(*, nguoi: NhanVien | None, **truong: Any) -> CauHinh:
    """Change the details of the centre; `truong` holds only the fields to change."""
    with thay_doi(nguoi):
        cau_hinh = CauHinh.hien_hanh()
        _sua(cau_hinh, truong, nguoi, "trung_tam")
    return cau_hinh


def luu_don_vi(don_vi: DonVi | None, *, nguoi: NhanVien | None, **truong: Any) -> DonVi:
    """Add a unit (`don_vi` None) or change one. LoiNghiepVu when it would come to stand below itself."""
    with thay_doi(nguoi):
        if don_vi is None:
            return _them(DonVi(**truong), nguoi, lambda moi: f"don_vi:{moi.ma}")
        don_vi = DonVi.objects.get(pk=don_vi.pk)
        cha = truong.get("cha")
        if cha is not None and cha.pk in cay_duoi(don_vi.pk):
            raise LoiNghiepVu("Một đơn vị không thể trực thuộc chính nó hoặc đơn vị cấp dưới của nó.")
        _sua(don_vi, truong, nguoi, f"don_vi:{don_vi.ma}")
    return don_vi


def cay_duoi(don_vi_id: int) -> set[int]:
    """Ids of a unit and of all below it, in one query."""
    con_cua: dict[int | None, list[int]] = {}
    for con, cha in DonVi.objects.order_by().values_list("pk", "cha_id"):
        con_cua.setdefault(cha, []).append(con)
    cay, cho = set(), [don_vi_id]
    while cho:
        nut = cho.pop()
        if nut not in cay:
            cay.add(nut)
            cho.extend(con_cua.get(nut, ()))
    return cay


def dat_hoat_dong_don_vi(don_vi: DonVi, *, nguoi: NhanVien | None, hoat_dong: bool) -> DonVi:
    """Close a unit or open it again. LoiNghiepVu while people work in it or open units stand below it."""
    with thay_doi(nguoi):
        don_vi = DonVi.objects.get(pk=don_vi.pk)
        if not hoat_dong and don_vi.nhan_vien.filter(is_active=True).exists():
            raise LoiNghiepVu("Đơn vị còn người đang làm việc. Xin chuyển họ sang đơn vị khác trước.")
        if not hoat_dong and don_vi.cap_duoi.filter(hoat_dong=True).exists():
            raise LoiNghiepVu("Đơn vị còn đơn vị cấp dưới đang hoạt động. Xin ngừng hoặc chuyển các đơn vị đó trước.")
        _sua(don_vi, {"hoat_dong": hoat_dong}, nguoi, f"don_vi:{don_vi.ma}")
    return don_vi


def luu_ngay_nghi(ngay_nghi: NgayNghi | None, *, nguoi: NhanVien | None, **truong: Any) -> NgayNghi:
    """Add a day to the calendar (`ngay_nghi` None) or change one.

    The caller recomputes the open clocks in the same transaction; the calendar it reads after this call holds every
    change made before, because this one holds the lock of the set-up until the transaction ends.
    """
    with thay_doi(nguoi):
        if ngay_nghi is None:
            return _them(NgayNghi(**truong), nguoi, lambda moi: f"ngay_nghi:{moi.ngay}")
        ngay_nghi = NgayNghi.objects.get(pk=ngay_nghi.pk)
        _sua(ngay_nghi, truong, nguoi, f"ngay_nghi:{ngay_nghi.ngay}")
    return ngay_nghi


def xoa_ngay_nghi(ngay_nghi: NgayNghi, *, nguoi: NhanVien | None) -> None:
    """Take a day out of the calendar: an estimate that did not come true."""
    with thay_doi(nguoi):
        ngay_nghi = NgayNghi.objects.get(pk=ngay_nghi.pk)
        noi_dung = f"Xóa: {ngay_nghi.get_loai_display()}, {ngay_nghi.ten}"
        ngay_nghi.delete()
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"ngay_nghi:{ngay_nghi.ngay}", noi_dung)


# --- Staff -----------------------------------------------------------------------------------------------------------


def kiem_vai_tro(vai_tro: Iterable[VaiTro], don_vi: DonVi | None) -> None:
    """LoiNghiepVu when one person may not hold these roles together, or not without a unit."""
    vai_tro = set(vai_tro)
    if VaiTro.QUAN_TRI in vai_tro and len(vai_tro) > 1:
        raise LoiNghiepVu(KIEM_NHIEM)
    if Quyen.GIAI_QUYET in quyen_cua(vai_tro) and don_vi is None:
        raise LoiNghiepVu(THIEU_DON_VI)


def tao_nhan_vien(*, nguoi: NhanVien | None, vai_tro: Iterable[VaiTro], **truong: Any) -> tuple[NhanVien, str]:
    """Make an account; returns it with its first password, which is stored nowhere in the clear."""
    with thay_doi(nguoi):
        kiem_vai_tro(vai_tro, truong.get("don_vi"))
        moi, mat_khau = NhanVien(**truong), tao_mat_khau()
        moi.set_password(mat_khau)
        _them(moi, nguoi, lambda dong: f"nhan_vien:{dong.pk}")
        _dat_vai_tro(moi, vai_tro, nguoi)
        _ghi_mat_khau(moi, nguoi, "Cấp mật khẩu lần đầu")
    return moi, mat_khau


def sua_nhan_vien(nhan_vien: NhanVien, *, nguoi: NhanVien | None, vai_tro: Iterable[VaiTro], **truong: Any) -> NhanVien:
    """Change a person's data and roles; `truong` holds only the fields to change."""
    with thay_doi(nguoi):
        nhan_vien = NhanVien.objects.get(pk=nhan_vien.pk)
        kiem_vai_tro(vai_tro, truong.get("don_vi", nhan_vien.don_vi))
        _sua(nhan_vien, truong, nguoi, f"nhan_vien:{nhan_vien.pk}")
        _dat_vai_tro(nhan_vien, vai_tro, nguoi)
        _con_quan_tri()
    return nhan_vien


def dat_hoat_dong(nhan_vien: NhanVien, *, nguoi: NhanVien | None, hoat_dong: bool) -> NhanVien:
    """Close an account, which ends its sessions at once, or open it again."""
    with thay_doi(nguoi):
        nhan_vien = NhanVien.objects.get(pk=nhan_vien.pk)
        _sua(nhan_vien, {"is_active": hoat_dong}, nguoi, f"nhan_vien:{nhan_vien.pk}")
        _con_quan_tri()
    return nhan_vien


# --- Passwords and signing in ----------------------------------------------------------------------------------------


def dat_lai_mat_khau(nhan_vien: NhanVien, *, nguoi: NhanVien | None) -> str:
    """Give a random password, end the person's sessions, open a locked sign-in; returns the password."""
    if nguoi is not None and nguoi.pk == nhan_vien.pk:
        raise LoiNghiepVu("Mật khẩu của chính mình được đổi ở mục Đổi mật khẩu.")
    with thay_doi(nguoi):
        mat_khau = tao_mat_khau()
        _luu_mat_khau(nhan_vien, mat_khau)
        reset(username=nhan_vien.username)
        _ghi_mat_khau(nhan_vien, nguoi, "Đặt lại mật khẩu")
    return mat_khau


def doi_mat_khau(nhan_vien: NhanVien, mat_khau: str) -> None:
    """A person's own new password, already checked against the rules."""
    with transaction.atomic():
        _luu_mat_khau(nhan_vien, mat_khau)
        _ghi_mat_khau(nhan_vien, nhan_vien, "Tự đổi mật khẩu")


def mat_khau_cho_doi(nhan_vien: NhanVien) -> bool:
    """The present password was given by somebody else, so it must be changed before it opens anything."""
    dong = NhatKy.objects.filter(doi_tuong=f"mat_khau:{nhan_vien.pk}").order_by("-stt").only("nguoi_id").first()
    return dong is not None and dong.nguoi_id != nhan_vien.pk


def ghi_dang_nhap(nhan_vien: NhanVien) -> None:
    """Write down that somebody signed in."""
    NhatKy.ghi(nhan_vien, ViecNhatKy.DANG_NHAP, f"nhan_vien:{nhan_vien.pk}")


def dang_bi_khoa(nhan_vien: NhanVien) -> bool:
    """Signing in is locked now on some machine, after too many wrong passwords."""
    lan_sai = AccessAttempt.objects.filter(
        username=nhan_vien.username, attempt_time__gte=timezone.now() - get_cool_off()
    )
    tong = lan_sai.values("ip_address").annotate(so_lan=Sum("failures_since_start"))
    return tong.filter(so_lan__gte=settings.AXES_FAILURE_LIMIT).exists()


def mo_khoa_dang_nhap(nhan_vien: NhanVien, *, nguoi: NhanVien | None) -> None:
    """Forget the wrong passwords typed for this person."""
    with thay_doi(nguoi):
        reset(username=nhan_vien.username)
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"nhan_vien:{nhan_vien.pk}", "Mở khóa đăng nhập")


# --- The frame -------------------------------------------------------------------------------------------------------


@contextmanager
def thay_doi(nguoi: NhanVien | None):
    """One change of the set-up at a time, by who may make it.

    The lock on the one row of settings is the lock of all: rules over several rows (a tree without circles, one quản
    trị left, a name given once) hold although two people press at the same moment. Raises PermissionDenied.
    """
    with transaction.atomic():
        CauHinh.objects.select_for_update().get(pk=1)
        if nguoi is not None and not NhanVien.objects.co_quyen(Quyen.QUAN_TRI).filter(pk=nguoi.pk).exists():
            raise PermissionDenied
        yield


def _them(dong: models.Model, nguoi: NhanVien | None, doi_tuong) -> models.Model:
    kiem_dong(dong)
    dong.save()
    NhatKy.ghi(nguoi, ViecNhatKy.SUA, doi_tuong(dong), f"Thêm {dong._meta.verbose_name}")
    return dong


def _sua(dong: models.Model, truong: dict[str, Any], nguoi: NhanVien | None, doi_tuong: str) -> None:
    doi = [ten for ten, gia_tri in truong.items() if getattr(dong, ten) != gia_tri]
    if not doi:
        return
    truoc = {ten: _gia_tri_chu(dong, ten) for ten in doi}
    for ten in doi:
        setattr(dong, ten, truong[ten])
    kiem_dong(dong)
    dong.save(update_fields=doi)
    NhatKy.ghi(nguoi, ViecNhatKy.SUA, doi_tuong, "; ".join(_mo_ta(dong, ten, truoc[ten]) for ten in doi)[:500])


def _mo_ta(dong: models.Model, ten: str, truoc: str) -> str:
    nhan = dong._meta.get_field(ten).verbose_name
    return f"Đổi {nhan}" if ten in TRUONG_KIN else f"Đổi {nhan}: {truoc} → {_gia_tri_chu(dong, ten)}"


def _gia_tri_chu(dong: models.Model, ten: str) -> str:
    gia_tri = getattr(dong, ten)
    if isinstance(gia_tri, bool):
        return "có" if gia_tri else "không"
    if dong._meta.get_field(ten).choices:
        return getattr(dong, f"get_{ten}_display")()
    if isinstance(gia_tri, date):
        return ngay_vn(gia_tri)
    return "(trống)" if gia_tri in (None, "") else str(gia_tri)


def _dat_vai_tro(nhan_vien: NhanVien, vai_tro: Iterable[VaiTro], nguoi: NhanVien | None) -> None:
    moi, cu = {VaiTro(ten) for ten in vai_tro}, nhan_vien.tap_vai_tro
    if moi == cu:
        return
    nhan_vien.dat_vai_tro(moi)
    them = [f"thêm {ten.label}" for ten in VaiTro if ten in moi - cu]
    bot = [f"bỏ {ten.label}" for ten in VaiTro if ten in cu - moi]
    NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"nhan_vien:{nhan_vien.pk}", f"Đổi vai trò: {', '.join(them + bot)}")


def _con_quan_tri() -> None:
    if not NhanVien.objects.co_quyen(Quyen.QUAN_TRI).exists():
        raise LoiNghiepVu(CON_QUAN_TRI)


def _luu_mat_khau(nhan_vien: NhanVien, mat_khau: str) -> None:
    nhan_vien.set_password(mat_khau)
    nhan_vien.save(update_fields=["password"])


def _ghi_mat_khau(nhan_vien: NhanVien, nguoi: NhanVien | None, noi_dung: str) -> None:
    NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"mat_khau:{nhan_vien.pk}", noi_dung)
