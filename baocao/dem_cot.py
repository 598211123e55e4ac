"""How columns are counted, and how the rows behind a number are found. What they count: `so_lieu`.

SQL puts the rows of a set in groups by the few facts its columns ask about, and a column is a sum over these groups. So
all columns of a set cost one statement, and nothing is done in Python per row: there are at most some hundred groups,
however many rows.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, Model, OuterRef, Q, QuerySet, Sum
from django.db.models.aggregates import Aggregate

DuKien = Mapping[str, Any]
"""Facts of a row or group: name → the value it must have, or a tuple of values."""


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

    def tinh(self, cac_cot: Mapping[str, "CotDem"], tu: date, den: date) -> dict[str, int | Decimal]:
        """Work out the named columns of this set in one statement."""
        cac_truong = {cot.cong for cot in cac_cot.values() if cot.cong}
        nhom = self.lay(self.mo_hinh.objects.all(), tu, den).order_by().values(*self.khoa)
        cac_nhom = list(nhom.annotate(tong_=self.dem, **{f"tong_{truong}": Sum(truong) for truong in cac_truong}))
        return {
            ten: sum(nhom[f"tong_{cot.cong}"] for nhom in cac_nhom if cot.nhan(nhom)) for ten, cot in cac_cot.items()
        }

    def danh_sach(self, cot: "CotDem", dong: QuerySet, tu: date, den: date) -> QuerySet:
        """Give the rows that a column counts, out of the rows offered."""
        dong = self.lay(dong, tu, den).filter(
            **{f"{ten}__in" if isinstance(gia_tri, tuple) else ten: gia_tri for ten, gia_tri in cot.du_kien.items()}
        )
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

    def tinh(self, cac_cot: Mapping[str, "CotDem"], tu: date, den: date) -> dict[str, int | Decimal]:
        """Work out the named columns of this set in one statement.

        The vụ việc of a rank are those with a row of this rank or a lower one, less those with a row of a lower one.
        """
        den_bac = {(cot.loai, bac) for cot in cac_cot.values() for bac in (cot.bac[0] - 1, cot.bac[1]) if bac}
        so_vu = self.lay(self.mo_hinh.objects.all(), tu, den).aggregate(
            **{f"{loai}_{bac}": self._dem_den(loai, bac) for loai, bac in den_bac}
        )
        return {
            ten: so_vu[f"{cot.loai}_{cot.bac[1]}"] - so_vu.get(f"{cot.loai}_{cot.bac[0] - 1}", 0)
            for ten, cot in cac_cot.items()
        }

    def _dem_den(self, loai: str, bac: int) -> Count:
        """Count the vụ việc with a row of the kind that has this rank or a lower one."""
        loc = self.cac_loai[loai]
        return Count("vu_viec", filter=loc & Q(bac_dong__lte=bac) if bac < self.so_bac else loc, distinct=True)

    def danh_sach(self, cot: "CotDem", dong: QuerySet, tu: date, den: date) -> QuerySet:
        """Give the rows of the kind whose vụ việc a column counts, out of the rows offered.

        The rank is taken over all rows: it is the same for everybody, whatever he may see.
        """
        loc, (dau, cuoi) = self.cac_loai[cot.loai], cot.bac
        dong = self.lay(dong, tu, den).filter(loc)
        cung = self.lay(self.mo_hinh.objects.all(), tu, den).order_by().filter(loc, vu_viec=OuterRef("vu_viec"))
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

    def nhan(self, nhom: DuKien) -> bool:
        """Tell whether a group enters this column."""
        return all(
            nhom[ten] in gia_tri if isinstance(gia_tri, tuple) else nhom[ten] == gia_tri
            for ten, gia_tri in self.du_kien.items()
        )

    def danh_sach(self, dong: QuerySet, tu: date, den: date) -> QuerySet:
        """Give the rows that make the number, out of the rows offered (those that a person may see)."""
        return self.tap.danh_sach(self, dong, tu, den)
