"""Writing a document: which forms fit a petition, the values its fields start with, its head and who signs below it.

What comes out (`lap_noi_dung`) is plain JSON: everything that stands on the paper, so that it can be frozen and printed
again letter by letter.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from donthu.dien_san import gia_tri_dau
from donthu.models import DonThu
from donthu.van_ban import CAC_VAN_BAN, VanBan, mau_van_ban
from tochuc.models import CauHinh, NhanVien
from tochuc.vai_tro import VaiTro

# Fields of these names stand in the head or the foot of the paper instead of the usual values.
TRUONG_DAU = ("trich_yeu", "kinh_gui", "noi_nhan")
CHUA_CO_SO = "……"
TRUONG_PHONG, PHO = "trưởng", "phó"


def van_ban_ngay(ma_mau: str, ngay: date) -> VanBan:
    """The version in force on `ngay`; for a day before the first one, as papers entered late have it, the first."""
    try:
        return mau_van_ban(ma_mau, ngay)
    except KeyError:
        return next(mau for mau in CAC_VAN_BAN if mau.ma == ma_mau)


def cac_mau_cho(don: DonThu, ngay: date) -> list[VanBan]:
    """Forms that may be drafted for a petition of this kind on `ngay`, in the order of the law's lists."""
    return [mau for mau in CAC_VAN_BAN if don.loai in mau.loai and mau.hieu_luc(ngay)]


def du_gia_tri(van_ban: VanBan, gia_tri: Mapping[str, str]) -> dict[str, str]:
    """A text for every field of the form and for nothing else."""
    return {truong.ten: str(gia_tri.get(truong.ten, "")) for truong in van_ban.truong}


def lap_noi_dung(
    don: DonThu,
    van_ban: VanBan,
    *,
    nguoi: NhanVien | None,
    ngay: date | None,
    gia_tri: Mapping[str, str] | None = None,
    so_ky_hieu: str = "",
    ma_tra_cuu: str = "",
    dia_chi_tra_cuu: str = "",
) -> dict[str, Any]:
    """Everything that stands on the paper, as JSON.

    `gia_tri`: fields as somebody wrote them, prefilled from the case when None. `nguoi`: who signs; `ngay` None leaves
    room for the date.
    """
    if gia_tri is None:
        gia_tri = gia_tri_dau(don, van_ban, ngay)
    cac_o, cau_hinh = du_gia_tri(van_ban, gia_tri), CauHinh.hien_hanh()
    trich_yeu = cac_o.get("trich_yeu", "").strip() or _trich_yeu_mau(van_ban)
    return {
        "ma_mau": van_ban.ma,
        "o": cac_o,
        "co_quan_chu_quan": cau_hinh.co_quan_chu_quan,
        "co_quan_ban_hanh": cau_hinh.ten_co_quan,
        "so_ky_hieu": so_ky_hieu or (CHUA_CO_SO if van_ban.co_so else ""),
        "dia_danh": cau_hinh.dia_danh or "……",
        "ngay_van_ban": ngay.isoformat() if ngay else "",
        "ten_loai": van_ban.ten_loai,
        "trich_yeu": trich_yeu if van_ban.ten_loai else "",
        "ve_viec": "" if van_ban.ten_loai else trich_yeu,
        "kinh_gui": _cac_dong(cac_o.get("kinh_gui", "")),
        "noi_nhan": _cac_dong(cac_o.get("noi_nhan", "")) or list(van_ban.noi_nhan),
        **nguoi_ky(nguoi, cau_hinh),
        "ma_tra_cuu": ma_tra_cuu,
        "dia_chi_tra_cuu": dia_chi_tra_cuu,
    }


def nguoi_ky(nguoi: NhanVien | None, cau_hinh: CauHinh) -> dict[str, str]:
    """The lines of power and title above the signature, and the name below (Đ13 NĐ 30/2020).

    A deputy signs KT., the head of a unit TL. (his deputy KT. him). Anybody else only wrote the paper: it waits for the
    hand of the head of the centre.
    """
    chuc_danh = cau_hinh.chuc_danh_dung_dau
    dung_dau = {"thay_mat": "", "chuc_vu": chuc_danh, "nguoi_ky": cau_hinh.nguoi_dung_dau}
    if nguoi is None:
        return dung_dau
    chuc_vu, la_lanh_dao = nguoi.chuc_vu.strip(), VaiTro.LANH_DAO in nguoi.tap_vai_tro
    if la_lanh_dao and not nguoi.la_cap_pho:
        return dung_dau | {"nguoi_ky": nguoi.ho_ten}
    if la_lanh_dao:
        # A deputy's title says "Phó Giám đốc phụ trách …"; on paper he is Phó Giám đốc.
        return {"thay_mat": f"KT. {chuc_danh}", "chuc_vu": f"Phó {chuc_danh}", "nguoi_ky": nguoi.ho_ten}
    if nguoi.la_cap_pho:
        truong = chuc_vu[len(PHO) :].strip()
        return {"thay_mat": f"TL. {chuc_danh}\nKT. {truong}", "chuc_vu": chuc_vu, "nguoi_ky": nguoi.ho_ten}
    if chuc_vu.casefold().startswith(TRUONG_PHONG):
        return {"thay_mat": f"TL. {chuc_danh}", "chuc_vu": chuc_vu, "nguoi_ky": nguoi.ho_ten}
    return dung_dau


def duoc_ky(nguoi: NhanVien | None, cau_hinh: CauHinh) -> bool:
    """Whether the paper bears this person's own name."""
    return nguoi is not None and nguoi_ky(nguoi, cau_hinh)["nguoi_ky"] == nguoi.ho_ten


def _trich_yeu_mau(van_ban: VanBan) -> str:
    """The subject out of the exact name of the form, without the type that stands above it."""
    ten = van_ban.ten
    if van_ban.ten_loai and ten.casefold().startswith(van_ban.ten_loai.casefold()):
        ten = ten[len(van_ban.ten_loai) :].strip()
    return ten[:1].upper() + ten[1:]


def _cac_dong(chu: str) -> list[str]:
    """Entries of a field with one on each line, without the mark that the template writes itself."""
    return [dong.strip().rstrip(";.").lstrip("-").strip() for dong in chu.splitlines() if dong.strip()]
