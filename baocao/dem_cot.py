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

from django.db.models import Count, Exists, Min, Model, OuterRef, Q, QuerySet, Sum
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


@dataclass(frozen=True, eq=False)
class TapVuViec:
    """Rows of a period of which columns count the vụ việc, each vụ việc once, where the first match puts it."""

    mo_hinh: type[Model]
    lay: Callable[[QuerySet, date, date], QuerySet]
    """As in TapDong; gives each row its rank, `bac_dong`."""
    cac_bac: Mapping[str, Q]
    """Ranks of a vụ việc: the name of a rank, and the rows it is taken over; it is the lowest `bac_dong` of these."""

    def tinh(self, cac_cot: Mapping[str, "CotDem"], tu: date, den: date) -> dict[str, int | Decimal]:
        """Work out the named columns of this set in one statement."""
        vu_viec = self.lay(self.mo_hinh.objects.all(), tu, den).order_by().values("vu_viec")
        return vu_viec.annotate(**{ten: Min("bac_dong", filter=loc) for ten, loc in self.cac_bac.items()}).aggregate(
            **{
                ten: Count("vu_viec", filter=Q(**{f"{cot.ten_bac}__in": cot.bac}) if cot.ten_bac else None)
                for ten, cot in cac_cot.items()
            }
        )

    def cung_vu_viec(self, ten_bac: str, tu: date, den: date) -> QuerySet:
        """Give the rows of the same vụ việc as an outer row that a rank is taken over.

        All of them, not only those that a person may see: the rank of a vụ việc is the same for everybody.
        """
        dong = self.lay(self.mo_hinh.objects.all(), tu, den).order_by()
        return dong.filter(self.cac_bac[ten_bac], vu_viec=OuterRef("vu_viec"))


@dataclass(frozen=True)
class CotDem:
    """One column: which rows of which set, and what is counted of them."""

    tap: TapDong | TapVuViec
    du_kien: DuKien = field(default_factory=dict)
    """The rows, by the facts of their group; for vụ việc, which of their rows are shown."""
    cong: str = ""
    """The field added up; "" counts."""
    ten_bac: str = ""
    """The rank by which vụ việc are counted; "" counts them all."""
    bac: tuple[int, ...] = ()
    """The ranks counted, next to each other."""

    def nhan(self, nhom: DuKien) -> bool:
        """Tell whether a group enters this column."""
        return all(
            nhom[ten] in gia_tri if isinstance(gia_tri, tuple) else nhom[ten] == gia_tri
            for ten, gia_tri in self.du_kien.items()
        )

    def danh_sach(self, dong: QuerySet, tu: date, den: date) -> QuerySet:
        """Give the rows that make the number, out of the rows offered (those that a person may see)."""
        dong = self.tap.lay(dong, tu, den).filter(
            **{f"{ten}__in" if isinstance(gia_tri, tuple) else ten: gia_tri for ten, gia_tri in self.du_kien.items()}
        )
        if self.cong:
            dong = dong.filter(**{f"{self.cong}__gt": 0})
        if self.ten_bac:
            cung = self.tap.cung_vu_viec(self.ten_bac, tu, den)
            dong = dong.filter(
                Exists(cung.filter(bac_dong__in=self.bac)), ~Exists(cung.filter(bac_dong__lt=min(self.bac)))
            )
        return dong
