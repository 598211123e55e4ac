"""Allowance of who receives citizens: how much a day, under which article, since when; and on which days.

Viên chức of a public service unit are paid for the days on which they really did the work (Đ39.2 NĐ 154/2026), so a day
counts in two ways: the published schedule names the person for it, nobody else received in his place and it was not
cancelled, whether citizens came or not; or he received a visit. What such a day is worth depends on whether he has a
phụ cấp trách nhiệm theo nghề, which this software does not know and the accountant says.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, TextChoices

from tiepdan.models import LichTiep, LuotTiep
from tochuc.models import NhanVien


class DoiTuong(TextChoices):
    """Whom the rates tell apart (Đ38 NĐ 154/2026)."""

    CHUA_PHU_CAP = "chua_phu_cap", "Tiếp công dân, chưa hưởng phụ cấp trách nhiệm theo nghề"
    CO_PHU_CAP = "co_phu_cap", "Tiếp công dân, đang hưởng phụ cấp trách nhiệm theo nghề"
    PHOI_HOP = "phoi_hop", "Phối hợp tiếp công dân, giữ an ninh, y tế; chuyên trách xử lý đơn"


@dataclass(frozen=True, kw_only=True)
class MucBoiDuong:
    """One rate for the days on which it is in force, both ends included. `muc`: đồng/ngày/người."""

    doi_tuong: DoiTuong
    muc: int
    can_cu: str
    tu_ngay: date
    den_ngay: date | None = None

    def hieu_luc(self, ngay: date) -> bool:
        """Whether a day of work is paid by this row."""
        return self.tu_ngay <= ngay and (self.den_ngay is None or ngay <= self.den_ngay)


TT_65_2026 = date(2026, 7, 27)
CAN_CU = (
    "Khoản {} Điều 4 Thông tư 320/2016/TT-BTC (sửa đổi tại Điều 1 Thông tư 65/2026/TT-BTC); khoản {} Điều 38 Nghị định "
    "154/2026/NĐ-CP"
)
# An amendment closes a row with `den_ngay` and adds another. What was paid before these rows is not in the sources of
# this software and is left to the accountant.
BANG_MUC: tuple[MucBoiDuong, ...] = (
    MucBoiDuong(
        doi_tuong=DoiTuong.CHUA_PHU_CAP, muc=200_000, can_cu=CAN_CU.format("1", "1, khoản 2"), tu_ngay=TT_65_2026
    ),
    MucBoiDuong(
        doi_tuong=DoiTuong.CO_PHU_CAP, muc=150_000, can_cu=CAN_CU.format("1", "1, khoản 2"), tu_ngay=TT_65_2026
    ),
    MucBoiDuong(doi_tuong=DoiTuong.PHOI_HOP, muc=100_000, can_cu=CAN_CU.format("2", "3, khoản 4"), tu_ngay=TT_65_2026),
)


@dataclass(frozen=True)
class DongBangKe:
    """The days of one person in a month."""

    nguoi: NhanVien
    cac_ngay: tuple[date, ...]
    co_phu_cap: bool

    @property
    def doi_tuong(self) -> DoiTuong:
        return DoiTuong.CO_PHU_CAP if self.co_phu_cap else DoiTuong.CHUA_PHU_CAP

    @property
    def so_ngay(self) -> int:
        return len(self.cac_ngay)

    @property
    def chua_co_muc(self) -> int:
        """Days for which the table has no rate: they are in no amount."""
        return sum(muc_ngay(ngay, self.doi_tuong) is None for ngay in self.cac_ngay)

    @property
    def muc(self) -> int | None:
        """Rate on the last of the days, đồng."""
        return muc_ngay(self.cac_ngay[-1], self.doi_tuong)

    @property
    def thanh_tien(self) -> int:
        """Amount of the days that have a rate, đồng."""
        return sum(muc_ngay(ngay, self.doi_tuong) or 0 for ngay in self.cac_ngay)


def muc_ngay(ngay: date, doi_tuong: DoiTuong) -> int | None:
    """Rate of one day, đồng; None when no row was in force."""
    return next((dong.muc for dong in BANG_MUC if dong.doi_tuong is doi_tuong and dong.hieu_luc(ngay)), None)


def bang_ke(nam: int, thang: int, hom_nay: date, co_phu_cap: Collection[int] = ()) -> list[DongBangKe]:
    """Who received citizens on which days of a month, no later than `hom_nay`. `co_phu_cap`: keys of those who have a
    phụ cấp trách nhiệm theo nghề."""
    dau = date(nam, thang, 1)
    cuoi = (dau + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    theo_nguoi: dict[int, list[date]] = {}
    for nguoi, ngay in _ngay_tiep(dau, min(cuoi, hom_nay)):
        theo_nguoi.setdefault(nguoi, []).append(ngay)
    cac_nguoi = NhanVien.objects.filter(pk__in=theo_nguoi).select_related("don_vi")
    return [DongBangKe(nguoi, tuple(sorted(theo_nguoi[nguoi.pk])), nguoi.pk in co_phu_cap) for nguoi in cac_nguoi]


def _ngay_tiep(tu: date, den: date):
    """Pairs of person and day, each once."""
    cua_lich = LuotTiep.objects.filter(lich=OuterRef("pk"))
    theo_lich = LichTiep.objects.filter(
        ~Exists(cua_lich) | Exists(cua_lich.filter(can_bo=OuterRef("can_bo"))),
        da_cong_bo=True,
        da_huy=False,
        ngay__range=(tu, den),
        can_bo__isnull=False,
    )
    theo_luot = LuotTiep.objects.filter(ngay__range=(tu, den), can_bo__isnull=False)
    return theo_lich.order_by().values_list("can_bo", "ngay").union(theo_luot.order_by().values_list("can_bo", "ngay"))
