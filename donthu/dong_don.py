"""Rows of the register: exact columns, no model instances, words ready for the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from donthu.dau_hieu import nhan_tren_dong
from donthu.models import DonThu
from donthu.models.don_thu import KHONG_DANH_TINH
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.trinh_bay import NHAN_LOAI, HanHien, dia_chi_don, han_gan_nhat
from tochuc.dinh_dang import cat_chu, ngay_vn, so_vn
from tochuc.lich import Lich

COT = (
    "id",
    "ma",
    "loai",
    "lan",
    "ngay_nhan",
    "so_nguoi",
    "khan_cap",
    "phuc_tap",
    "tom_tat",
    "trang_thai",
    "dang_tam_dinh_chi",
    "ma_nguoi_to_cao",
    "cong_dan__ho_ten",
    "linh_vuc__ten",
    "don_vi__ten",
)
NHAN_TRANG_THAI = dict(TrangThai.choices)
DAI_NHAT = 140


@dataclass(frozen=True, slots=True)
class DongDon:
    """One petition in a list."""

    dia_chi: str
    ma: str
    ngay_nhan: str
    tom_tat: str
    nguoi_gui: str
    linh_vuc: str
    loai: str
    tinh_trang: str
    han: HanHien | None
    dau_hieu: tuple[str, ...] = ()


def chon_cot(cac_don: QuerySet[DonThu]) -> QuerySet:
    """The columns of a row as named tuples, which cost a third of model instances."""
    return cac_don.values_list(*COT, named=True)


def theo_thu_tu(khoa: list[int]) -> list:
    """The rows of these petitions, in the order of the keys."""
    theo_khoa = {hang.id: hang for hang in chon_cot(DonThu.objects.filter(pk__in=khoa))}
    return [theo_khoa[pk] for pk in khoa if pk in theo_khoa]


def cac_dong(hang: Iterable, ngay: date, lich: Lich) -> list[DongDon]:
    """Rows of `chon_cot` in words, with the nearest deadline of each; one query."""
    hang = list(hang)
    han = han_gan_nhat([don.id for don in hang], ngay, lich)
    return [_dong(don, dia_chi_don()(don.id), han.get(don.id)) for don in hang]


def _dong(don, dia_chi: str, han: HanHien | None) -> DongDon:
    tinh_trang = [NHAN_TRANG_THAI[don.trang_thai]]
    if don.dang_tam_dinh_chi:
        tinh_trang.append("đang tạm đình chỉ")
    if don.don_vi__ten:
        tinh_trang.append(don.don_vi__ten)
    gui = don.ma_nguoi_to_cao or don.cong_dan__ho_ten or KHONG_DANH_TINH
    return DongDon(
        dia_chi=dia_chi,
        ma=don.ma,
        ngay_nhan=ngay_vn(don.ngay_nhan),
        tom_tat=cat_chu(don.tom_tat, DAI_NHAT),
        nguoi_gui=gui if don.so_nguoi == 1 else f"{gui} và {so_vn(don.so_nguoi - 1)} người khác",
        linh_vuc=don.linh_vuc__ten,
        loai=NHAN_LOAI[don.loai] + (" lần hai" if don.lan == 2 else ""),
        tinh_trang=" · ".join(tinh_trang),
        han=han,
        dau_hieu=nhan_tren_dong(don),
    )
