"""What the page of a petition shows of the work between people: flags, assignments, verification, sending."""

from dataclasses import dataclass
from datetime import date

from donthu import dau_hieu
from donthu.actions import gui_cong_khai, xac_minh_viec
from donthu.actions.danh_dau import duoc_danh_dau
from donthu.actions.phan_cong import ViecPhanCong, cac_viec_duoc_lam, duoc_them_phoi_hop
from donthu.models import BuoiLamViec, DonThu, PhanCong
from donthu.trinh_bay import dia_chi_don
from tochuc.models import NhanVien


@dataclass(frozen=True)
class NutViec:
    """Something that may be done to an assignment."""

    nhan: str
    dia_chi: str


@dataclass(frozen=True)
class PhanCongHien:
    """One assignment, and what the reader may do to it."""

    dong: PhanCong
    cac_nut: tuple[NutViec, ...]


@dataclass(frozen=True)
class BuoiHien:
    """One session, and whether the reader may write its minutes."""

    dong: BuoiLamViec
    duoc_ghi: bool


def nut_phan_cong(phan_cong: PhanCong, viec: ViecPhanCong) -> NutViec:
    """The button of one thing that may be done to an assignment; its page stands below the petition's."""
    return NutViec(viec.label, f"{dia_chi_don()(phan_cong.don_id)}phan-cong/{phan_cong.pk}/{viec}/")


def ngu_canh_viec(don: DonThu, nguoi: NhanVien, ngay: date) -> dict:
    """Flags, assignments, verification and sending of `don` for the page; what it cannot have yet is not asked for."""
    return {
        "dau_hieu": dau_hieu.cac_dau_hieu(don, ngay),
        "duoc_danh_dau": duoc_danh_dau(don, nguoi),
        **_phan_cong(don, nguoi),
        **_xac_minh(don, nguoi),
        **_gui_cong_khai(don, nguoi),
    }


def _phan_cong(don: DonThu, nguoi: NhanVien) -> dict:
    if not don.ngay_thu_ly:
        return {"phan_cong": [], "duoc_them_phoi_hop": False}
    cac_dong = don.phan_cong.select_related("don_vi", "nguoi", "nguoi_giao")
    cac_dong = cac_dong.prefetch_related("xin_them_han", "lan_nhac")
    return {
        "phan_cong": [
            PhanCongHien(dong, tuple(nut_phan_cong(dong, viec) for viec in cac_viec_duoc_lam(don, dong, nguoi)))
            for dong in cac_dong
        ],
        "duoc_them_phoi_hop": duoc_them_phoi_hop(don, nguoi),
    }


def _xac_minh(don: DonThu, nguoi: NhanVien) -> dict:
    if not don.ngay_thu_ly:
        return {"duoc_xac_minh": False}
    cac_to = list(don.to_xac_minh.prefetch_related("thanh_vien__nhan_vien"))
    duoc_ghi = xac_minh_viec.duoc_xac_minh(don, nguoi)
    cua_don = xac_minh_viec.cac_loai_buoi(don)
    return {
        "duoc_xac_minh": duoc_ghi,
        "to_xac_minh": cac_to,
        "phai_tranh": xac_minh_viec.thanh_vien_phai_tranh(don) if cac_to else [],
        "buoi_lam_viec": [
            BuoiHien(buoi, duoc_ghi and buoi.loai in cua_don)
            for buoi in don.buoi_lam_viec.select_related("nguoi_ghi").prefetch_related("nguoi_du")
        ],
        "bang_chung": list(don.bang_chung.select_related("tep", "nguoi_nhan")),
    }


def _gui_cong_khai(don: DonThu, nguoi: NhanVien) -> dict:
    if not don.ngay_xu_ly:
        return {}
    return {
        "lan_gui": list(don.lan_gui.select_related("van_ban")),
        "lan_cong_khai": list(don.lan_cong_khai.select_related("van_ban")) if don.ngay_ban_hanh else [],
        "duoc_ghi_gui": gui_cong_khai.duoc_ghi(don, nguoi),
    }
