"""What the frame of every page shows: the centre, the menu of this person, the number of unread notices.

Each value is worked out when a template first asks for it, so a partial answer to htmx, which has no frame, costs
nothing; a whole page costs three queries at most (settings, roles, notices), one for a visitor who is not signed in.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from donthu.models import ThongBao
from tochuc.models import CauHinh, NhanVien
from tochuc.vai_tro import Quyen

THONG_BAO_TOI_DA = 99


@dataclass(frozen=True)
class MucMenu:
    """One entry: words, address, Tabler icon, whether the page shown belongs to it."""

    nhan: str
    dia_chi: str
    bieu_tuong: str
    dang_chon: bool = False


THAY_DON = frozenset({Quyen.XEM_MOI_DON, Quyen.XEM_TO_CAO, Quyen.NHAP_DON, Quyen.GIAI_QUYET})

# Words, name of the address, icon, who has it: anyone with one of the permissions; None for everybody.
MENU_CHINH = (
    ("Việc của tôi", "donthu:viec_cua_toi", "checklist", None),
    ("Tiếp công dân", "tiepdan:hom_nay", "messages", {Quyen.TIEP_DAN}),
    ("Sổ tiếp công dân", "tiepdan:so_tiep", "notebook", {Quyen.XEM_SO_TIEP}),
    ("Lịch tiếp", "tiepdan:lich_tiep", "calendar-event", {Quyen.LICH_TIEP}),
    ("Đơn thư", "donthu:danh_sach", "files", THAY_DON),
    ("Giao việc", "donthu:giao_viec", "briefcase", {Quyen.GIAI_QUYET, Quyen.GIAO_VIEC}),
    ("Kế hoạch", "baocao:ke_hoach", "target-arrow", {Quyen.BAO_CAO, Quyen.GIAI_QUYET}),
    ("Báo cáo", "baocao:danh_sach", "chart-bar", {Quyen.BAO_CAO}),
    ("Nhập sổ cũ", "baocao:nhap_so", "file-import", {Quyen.NHAP_SO}),
    ("Quản trị", "tochuc:trung_tam", "settings", {Quyen.QUAN_TRI}),
    ("Nhật ký", "tochuc:nhat_ky", "history", {Quyen.XEM_NHAT_KY}),
)
MENU_QUAN_TRI = (
    ("Trung tâm", "tochuc:trung_tam", "building-hospital", {Quyen.QUAN_TRI}),
    ("Đơn vị", "tochuc:don_vi", "sitemap", {Quyen.QUAN_TRI}),
    ("Nhân viên", "tochuc:nhan_vien", "users", {Quyen.QUAN_TRI}),
    ("Vai trò", "tochuc:vai_tro", "shield-lock", {Quyen.QUAN_TRI}),
    ("Lịch nghỉ", "donthu:lich_nghi", "calendar-off", {Quyen.QUAN_TRI}),
)


def khung(request: HttpRequest) -> dict[str, Any]:
    """Context processor of every template."""
    ngu_canh = {"cau_hinh": SimpleLazyObject(CauHinh.hien_hanh), "moi_truong_mau": settings.DEMO}
    nguoi = getattr(request, "user", None)  # an error before the sign-in was read has none
    if nguoi is None or not nguoi.is_authenticated:
        return ngu_canh
    return ngu_canh | {
        "muc_menu": SimpleLazyObject(lambda: lap_menu(MENU_CHINH, nguoi, request.path)),
        "muc_quan_tri": SimpleLazyObject(lambda: lap_menu(MENU_QUAN_TRI, nguoi, request.path)),
        "so_thong_bao": SimpleLazyObject(lambda: dem_thong_bao(nguoi)),
    }


def lap_menu(bang, nguoi: NhanVien, duong_dan: str) -> list[MucMenu]:
    """The entries this person may open; the one with the longest address that begins `duong_dan` is marked."""
    duoc_thay = [
        (nhan, reverse(ten), bieu_tuong)
        for nhan, ten, bieu_tuong, cac_quyen in bang
        if cac_quyen is None or not nguoi.tap_quyen.isdisjoint(cac_quyen)
    ]
    dang_o = max((dia_chi for _, dia_chi, _ in duoc_thay if _thuoc(duong_dan, dia_chi)), key=len, default=None)
    return [MucMenu(nhan, dia_chi, bieu_tuong, dia_chi == dang_o) for nhan, dia_chi, bieu_tuong in duoc_thay]


def _thuoc(duong_dan: str, dia_chi: str) -> bool:
    return duong_dan == dia_chi if dia_chi == "/" else duong_dan.startswith(dia_chi)


def dem_thong_bao(nguoi: NhanVien) -> int:
    """Unread notices, counted no further than THONG_BAO_TOI_DA."""
    return ThongBao.objects.for_user(nguoi).filter(doc_luc=None).order_by()[:THONG_BAO_TOI_DA].count()
