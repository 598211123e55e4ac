"""How columns are counted, and how the rows behind a number are found. What they count: `so_lieu`.

SQL puts the rows of a set in groups by the few facts its columns ask about, and a column is a sum over these groups. So
all columns of a set cost one statement, and nothing is done in Python per row: there are at most some hundred groups,
however many rows. One row per unit is the same statement with the unit (`theo_don_vi`) among the facts.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Case, Count, Exists, Model, OuterRef, Q, QuerySet, Subquery, Sum, When
from django.db.models.aggregates import Aggregate
from django.db.models.expressions import Combinable

from baocao.bieu_mau import CHUNG
from baocao.theo_don_vi import DON_VI_CUA, hoac_chung

DuKien = Mapping[str, Any]
"""Facts of a row or group: name → the value it must have, or a tuple of values."""
Ten = TypeVar("Ten", bound=Hashable)
"""What names a column to who asks for its number."""


@dataclass(frozen=True, eq=False)
class TapDong:
    """Rows of a period that columns count."""

    mo_hinh: type[Model]
    lay: Callable[[QuerySet, date, date], QuerySet]
    """Cut the rows of [tu, den] out of the rows offered, and work out the facts that depend on the period."""
    khoa: tuple[str, ...]
    """The facts of a group."""
    dem: Aggregate = field(default_factory=lambda: Count("*"))
    """What a column counts of a group."""

    def cac_nhom(
        self, cac_cot: Collection["CotDem"], tu: date, den: date, *, theo_don_vi: bool = False
    ) -> list[dict[str, Any]]:
        """Put the rows in groups with what the columns count of them, in one statement; `don_vi_` is the unit."""
        cac_truong = {cot.cong for cot in cac_cot if cot.cong}
        don_vi = {"don_vi_": DON_VI_CUA[self.mo_hinh]} if theo_don_vi else {}
        nhom = self.lay(self.mo_hinh.objects.all(), tu, den).order_by().annotate(**don_vi).values(*self.khoa, *don_vi)
        return list(nhom.annotate(tong_=self.dem, **{f"tong_{truong}": Sum(truong) for truong in cac_truong}))

    def gia_tri(self, cot: "CotDem", nhom: DuKien) -> int | Decimal:
        """What a column counts of a group."""
        return nhom[f"tong_{cot.cong}"] if cot.nhan(nhom) else 0

    def danh_sach(self, cot: "CotDem", dong: QuerySet, tu: date, den: date, don_vi: int | None = None) -> QuerySet:
        """Give the rows that a column counts, for a unit or all, out of the rows offered."""
        dong = self.lay(dong, tu, den).filter(
            **{f"{ten}__in" if isinstance(gia_tri, tuple) else ten: gia_tri for ten, gia_tri in cot.du_kien.items()}
        )
        if don_vi is not None:
            dong = dong.alias(don_vi_=DON_VI_CUA[self.mo_hinh]).filter(don_vi_=don_vi)
        return dong.filter(**{f"{cot.cong}__gt": 0}) if cot.cong else dong


@dataclass(frozen=True, eq=False)
class TapVuViec:
    """Rows of a period of which columns count the vụ việc, each vụ việc once, where the first match puts it."""

    mo_hinh: type[Model]
    lay: Callable[[QuerySet, date, date], QuerySet]
    """As in TapDong; gives each row its rank, `bac_dong`, from 1 for what matches first."""
    so_bac: int
    """The last rank, which a row has that matches nothing else."""
    cac_loai: Mapping[str, Q]
    """Kinds of rows that columns look at apart, by name; a vụ việc has the lowest rank among its rows of the kind."""

    def cac_nhom(
        self, cac_cot: Collection["CotDem"], tu: date, den: date, *, theo_don_vi: bool = False
    ) -> list[dict[str, Any]]:
        """Count the vụ việc up to each rank that the columns ask for, in one statement.

        All are one group, or, by unit, those whose rows of each kind have the same units, `don_vi_` and the kind.
        """
        den_bac = {(cot.loai, bac) for cot in cac_cot for bac in (cot.bac[0] - 1, cot.bac[1]) if bac}
        dem = {f"{loai}_{bac}": self._dem_den(loai, bac) for loai, bac in den_bac}
        dong = self.lay(self.mo_hinh.objects.all(), tu, den).order_by()
        if not theo_don_vi:
            return [dong.aggregate(**dem)]
        don_vi = {cot.khoa_don_vi: self._don_vi(cot.loai, tu, den) for cot in cac_cot}
        return list(dong.annotate(**don_vi).values(*don_vi).annotate(**dem))

    def gia_tri(self, cot: "CotDem", nhom: DuKien) -> int:
        """The vụ việc of a rank: those with a row of this rank or a lower one, less those with a row of a lower one."""
        return nhom[f"{cot.loai}_{cot.bac[1]}"] - nhom.get(f"{cot.loai}_{cot.bac[0] - 1}", 0)

    def _dem_den(self, loai: str, bac: int) -> Count:
        """Count the vụ việc with a row of the kind that has this rank or a lower one."""
        loc = self.cac_loai[loai]
        return Count("vu_viec", filter=loc & Q(bac_dong__lte=bac) if bac < self.so_bac else loc, distinct=True)

    def _cung_vu_viec(self, loai: str, tu: date, den: date) -> QuerySet:
        """All rows of the kind in the vụ việc of a row, whoever asks: a number is the same for everybody.

        The kind is asked for as a value worked out: for a plain condition a planner may read all rows of the kind, by
        their index, for each vụ việc.
        """
        cung = self.lay(self.mo_hinh.objects.all(), tu, den).order_by().filter(vu_viec=OuterRef("vu_viec"))
        loc = self.cac_loai[loai]
        return cung.alias(la_loai=Case(When(loc, then=True), default=False)).filter(la_loai=True) if loc else cung

    def _don_vi(self, loai: str, tu: date, den: date) -> Combinable:
        """The one unit of a row's vụ việc: that of the earliest row of the kind that has one."""
        cung = self._cung_vu_viec(loai, tu, den).annotate(don_vi_=DON_VI_CUA[self.mo_hinh]).exclude(don_vi_=CHUNG)
        cu_nhat = [ten.removeprefix("-") for ten in self.mo_hinh._meta.ordering]  # every register is newest first
        return hoac_chung(Subquery(cung.order_by(*cu_nhat).values("don_vi_")[:1]))

    def danh_sach(self, cot: "CotDem", dong: QuerySet, tu: date, den: date, don_vi: int | None = None) -> QuerySet:
        """Give the rows of the kind whose vụ việc a column counts, for a unit or all, out of the rows offered."""
        loc, (dau, cuoi) = self.cac_loai[cot.loai], cot.bac
        dong = self.lay(dong, tu, den).filter(loc)
        cung = self._cung_vu_viec(cot.loai, tu, den)
        if don_vi is not None:
            dong = dong.alias(don_vi_=self._don_vi(cot.loai, tu, den)).filter(don_vi_=don_vi)
        if dau > 1:
            dong = dong.filter(~Exists(cung.filter(bac_dong__lt=dau)))
        return dong.filter(Exists(cung.filter(bac_dong__lte=cuoi))) if cuoi < self.so_bac else dong


@dataclass(frozen=True)
class CotDem:
    """One column: which rows of which set, and what is counted of them."""

    tap: TapDong | TapVuViec
    du_kien: DuKien = field(default_factory=dict)
    """The rows, by the facts of their group."""
    cong: str = ""
    """The field added up; "" counts."""
    loai: str = ""
    """Of vụ việc: the kind of rows looked at."""
    bac: tuple[int, int] = (1, 1)
    """Of vụ việc: the first and last rank counted."""

    @property
    def khoa_don_vi(self) -> str:
        """The fact of a group that names the unit in whose row this column counts it."""
        return f"don_vi_{self.loai}"

    def nhan(self, nhom: DuKien) -> bool:
        """Tell whether a group enters this column."""
        return all(
            nhom[ten] in gia_tri if isinstance(gia_tri, tuple) else nhom[ten] == gia_tri
            for ten, gia_tri in self.du_kien.items()
        )

    def danh_sach(self, dong: QuerySet, tu: date, den: date, don_vi: int | None = None) -> QuerySet:
        """Give the rows that make the number, out of the rows offered (those that a person may see).

        `don_vi`: key of a unit, or `CHUNG`, for the number of its row.
        """
        return self.tap.danh_sach(self, dong, tu, den, don_vi)


def tinh_cac_cot(cac_cot: Mapping[Ten, CotDem], tu: date, den: date) -> dict[Ten, int | Decimal]:
    """Work out columns, by one statement per set of rows."""
    ket_qua = {}
    for tap, cua_tap in _theo_tap(cac_cot).items():
        cac_nhom = tap.cac_nhom(cua_tap.values(), tu, den)
        ket_qua |= {ten: sum(tap.gia_tri(cot, nhom) for nhom in cac_nhom) for ten, cot in cua_tap.items()}
    return ket_qua


def tinh_theo_don_vi(cac_cot: Mapping[Ten, CotDem], tu: date, den: date) -> dict[int, dict[Ten, int | Decimal]]:
    """Work out columns apart for each unit that has rows, by one statement per set; keys as in `DON_VI_CUA`."""
    ket_qua = defaultdict(lambda: dict.fromkeys(cac_cot, 0))
    for tap, cua_tap in _theo_tap(cac_cot).items():
        for nhom in tap.cac_nhom(cua_tap.values(), tu, den, theo_don_vi=True):
            for ten, cot in cua_tap.items():
                ket_qua[nhom[cot.khoa_don_vi]][ten] += tap.gia_tri(cot, nhom)
    return dict(ket_qua)


def _theo_tap(cac_cot: Mapping[Ten, CotDem]) -> dict[TapDong | TapVuViec, dict[Ten, CotDem]]:
    theo_tap = defaultdict(dict)
    for ten, cot in cac_cot.items():
        theo_tap[cot.tap][ten] = cot
    return theo_tap
