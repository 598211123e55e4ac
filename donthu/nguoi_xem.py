"""Who may see one petition: the rule of `DonThuQuerySet.for_user` read the other way round.

A test holds the two together: for every person and petition both give the same answer.
"""

from dataclasses import dataclass

from donthu.models import DonThu
from donthu.phan_loai import LoaiDon
from tochuc.models import NhanVien
from tochuc.vai_tro import Quyen, VaiTro


@dataclass(frozen=True)
class NhomXem:
    """People who see it for the same reason."""

    ly_do: str
    nguoi: tuple[NhanVien, ...]


def cac_nhom_xem(don: DonThu) -> list[NhomXem]:
    """Everybody who may see `don`, each once, grouped by why. Who is accused is not there, nor named as missing."""
    nhom: dict[str, list[NhanVien]] = {}
    bi_to_cao = set(don.nguoi_bi_to_cao.values_list("pk", flat=True))
    dang_lam = NhanVien.objects.filter(is_active=True).prefetch_related("vai_tro").only("ho_ten", "chuc_vu", "don_vi")
    for nguoi in dang_lam:
        if nguoi.pk not in bi_to_cao and (ly_do := ly_do_xem(don, nguoi)):
            nhom.setdefault(ly_do, []).append(nguoi)
    return [NhomXem(ly_do, tuple(nguoi)) for ly_do, nguoi in sorted(nhom.items())]


def ly_do_xem(don: DonThu, nguoi: NhanVien) -> str:
    """Why this person, who is not accused, may see `don`; "" when he may not."""
    la_lanh_dao = VaiTro.LANH_DAO in nguoi.tap_vai_tro
    if la_lanh_dao and don.bi_to_cao_lanh_dao:
        return ""
    if (Quyen.XEM_TO_CAO if don.loai == LoaiDon.TO_CAO else Quyen.XEM_MOI_DON) in nguoi.tap_quyen:
        return "Lãnh đạo Trung tâm" if la_lanh_dao else "Bộ phận xử lý đơn"
    if Quyen.GIAI_QUYET in nguoi.tap_quyen and don.don_vi_id and nguoi.don_vi_id == don.don_vi_id:
        return f"Đơn vị giải quyết: {don.don_vi}"
    if Quyen.NHAP_DON in nguoi.tap_quyen and don.nguoi_nhap_id == nguoi.pk:
        return "Người nhập đơn"
    return ""
