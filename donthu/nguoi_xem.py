"""Who may see one petition: the rule of `DonThuQuerySet.for_user` read the other way round.

A test holds the two together: for every person and petition both give the same answer.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from donthu.models import DonThu, NguoiDuocBiet
from donthu.models.phan_cong import VaiPhanCong
from tochuc.models import VaiTroNhanVien
from tochuc.vai_tro import Quyen, VaiTro, quyen_cua


@dataclass(frozen=True)
class NhomXem:
    """People who see it for the same reason."""

    ly_do: str
    nguoi: tuple[str, ...]


def cac_nhom_xem(don: DonThu) -> list[NhomXem]:
    """Names of everybody who may see `don`, not a tố cáo, each once, grouped by why; three queries."""
    cac_dong = VaiTroNhanVien.objects.filter(nhan_vien__is_active=True).order_by("nhan_vien__ho_ten", "nhan_vien")
    vai_tro: dict[tuple, set[str]] = {}
    for *nguoi, ten in cac_dong.values_list("nhan_vien", "nhan_vien__don_vi", "nhan_vien__ho_ten", "vai_tro"):
        vai_tro.setdefault(tuple(nguoi), set()).add(ten)
    phoi_hop = don.phan_cong.filter(vai=VaiPhanCong.PHOI_HOP, ngay_thoi_giao=None)
    don_vi_phoi_hop = dict(phoi_hop.values_list("don_vi", "don_vi__ten"))
    trong_to = set(don.to_xac_minh.values_list("thanh_vien__nhan_vien", flat=True))
    nhom = defaultdict(list)
    for (pk, don_vi, ho_ten), cac_vai in vai_tro.items():
        if ly_do := ly_do_xem(don, pk, don_vi, cac_vai, don_vi_phoi_hop, trong_to):
            nhom[ly_do].append(ho_ten)
    return [NhomXem(ly_do, tuple(ten)) for ly_do, ten in sorted(nhom.items())]


def ly_do_xem(
    don: DonThu,
    nguoi: int,
    don_vi: int | None,
    vai_tro: Collection[str],
    don_vi_phoi_hop: dict[int, str],
    trong_to: Collection[int],
) -> str:
    """Why the person `nguoi` of `don_vi` may see `don`, not a tố cáo; "" when he may not.

    `don_vi_phoi_hop`: names of the units that help with it, by key; `trong_to`: keys of who verifies it.
    """
    quyen = quyen_cua(vai_tro)
    if Quyen.XEM_MOI_DON in quyen:
        return "Lãnh đạo Trung tâm" if VaiTro.LANH_DAO in vai_tro else "Bộ phận xử lý đơn"
    if Quyen.GIAI_QUYET in quyen and don.don_vi_id and don_vi == don.don_vi_id:
        return f"Đơn vị giải quyết: {don.don_vi}"
    if Quyen.GIAI_QUYET in quyen and don_vi in don_vi_phoi_hop:
        return f"Đơn vị phối hợp: {don_vi_phoi_hop[don_vi]}"
    if Quyen.GIAI_QUYET in quyen and nguoi in trong_to:
        return "Tổ xác minh"
    if Quyen.NHAP_DON in quyen and don.nguoi_nhap_id == nguoi:
        return "Người nhập đơn"
    return ""


def danh_sach_duoc_biet(don: DonThu) -> list[NguoiDuocBiet]:
    """The need-to-know list of a tố cáo as it works today: each person once, with the reason and since when; one query.

    Nobody who must keep away stands there, nor is named as missing.
    """
    return list(NguoiDuocBiet.objects.dang_biet(don).select_related("nhan_vien", "nguoi_them"))
