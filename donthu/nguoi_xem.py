"""Who may see one petition: the rule of `DonThuQuerySet.for_user` read the other way round.

A test holds the two together: for every person and petition both give the same answer.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from donthu.models import DonThu
from donthu.phan_loai import LoaiDon
from tochuc.models import VaiTroNhanVien
from tochuc.vai_tro import Quyen, VaiTro, quyen_cua


@dataclass(frozen=True)
class NhomXem:
    """People who see it for the same reason."""

    ly_do: str
    nguoi: tuple[str, ...]


def cac_nhom_xem(don: DonThu, bi_to_cao: Collection[int]) -> list[NhomXem]:
    """Names of everybody who may see `don`, each once, grouped by why; one query.

    `bi_to_cao`: keys of the accused, who are not there and are not named as missing.
    """
    cac_dong = VaiTroNhanVien.objects.filter(nhan_vien__is_active=True).order_by("nhan_vien__ho_ten", "nhan_vien")
    vai_tro: dict[tuple, set[str]] = {}
    for *nguoi, ten in cac_dong.values_list("nhan_vien", "nhan_vien__don_vi", "nhan_vien__ho_ten", "vai_tro"):
        vai_tro.setdefault(tuple(nguoi), set()).add(ten)
    nhom = defaultdict(list)
    for (pk, don_vi, ho_ten), cac_vai in vai_tro.items():
        if pk not in bi_to_cao and (ly_do := ly_do_xem(don, pk, don_vi, cac_vai)):
            nhom[ly_do].append(ho_ten)
    return [NhomXem(ly_do, tuple(ten)) for ly_do, ten in sorted(nhom.items())]


def ly_do_xem(don: DonThu, nguoi: int, don_vi: int | None, vai_tro: Collection[str]) -> str:
    """Why the person `nguoi` of `don_vi`, who is not accused, may see `don`; "" when he may not."""
    la_lanh_dao, quyen = VaiTro.LANH_DAO in vai_tro, quyen_cua(vai_tro)
    if la_lanh_dao and don.bi_to_cao_lanh_dao:
        return ""
    if (Quyen.XEM_TO_CAO if don.loai == LoaiDon.TO_CAO else Quyen.XEM_MOI_DON) in quyen:
        return "Lãnh đạo Trung tâm" if la_lanh_dao else "Bộ phận xử lý đơn"
    if Quyen.GIAI_QUYET in quyen and don.don_vi_id and don_vi == don.don_vi_id:
        return f"Đơn vị giải quyết: {don.don_vi}"
    if Quyen.NHAP_DON in quyen and don.nguoi_nhap_id == nguoi:
        return "Người nhập đơn"
    return ""
