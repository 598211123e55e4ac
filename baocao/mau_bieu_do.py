"""What a chart is: names along one side, the numbers of each series beside them. Knows neither register nor drawing."""

import json
from dataclasses import asdict, dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from tochuc.dinh_dang import so_vn

PHAN_TRAM = "%"


class MaBieuDo(StrEnum):
    """The charts of a period."""

    XU_HUONG = "xu-huong"
    DUNG_HAN = "dung-han"
    LINH_VUC = "linh-vuc"
    DON_VI = "don-vi"


@dataclass(frozen=True)
class DayBieuDo:
    """One series; None where there is no number."""

    ten: str
    gia_tri: tuple[int | Decimal | None, ...]


@dataclass(frozen=True)
class BieuDo:
    """One chart, with all that its picture and its table say."""

    ma: MaBieuDo
    ten: str
    don_vi_do: str
    theo_thoi_gian: bool
    """Whether the names are quarters one after another, and no list of things."""
    khoa: tuple[str, ...]
    """Code of what each name stands for: a period, a field, a unit; "" for what is put together."""
    ten_nhan: str
    """What the names are: "Quý", "Lĩnh vực"."""
    nhan: tuple[str, ...]
    cac_day: tuple[DayBieuDo, ...]
    ghi_chu: str
    bang_them: tuple[DayBieuDo, ...] = ()
    """Counts that only the table shows, before the series drawn."""

    @property
    def khong_co_so(self) -> bool:
        """Tell whether there is nothing to draw."""
        return not any(gia_tri for day in (*self.cac_day, *self.bang_them) for gia_tri in day.gia_tri)

    def chu_so(self, gia_tri: int | Decimal | None) -> str:
        """Write a number of a series drawn; None → ""."""
        ky_hieu = PHAN_TRAM if self.don_vi_do == PHAN_TRAM and gia_tri is not None else ""
        return f"{so_vn(gia_tri)}{ky_hieu}"

    @property
    def cac_cot(self) -> list[tuple[str, tuple[str, ...]]]:
        """Columns of the table: their words, and their numbers as text."""
        return [
            *((day.ten, tuple(map(so_vn, day.gia_tri))) for day in self.bang_them),
            *((day.ten, tuple(map(self.chu_so, day.gia_tri))) for day in self.cac_day),
        ]

    @property
    def cac_cau(self) -> list[tuple[str, str]]:
        """Each name with its numbers in words, for whom a picture says nothing: "Quý I/2026", "Đơn tiếp nhận 27"."""
        return [
            (nhan, ", ".join(f"{ten} {chu[so]}" for ten, chu in self.cac_cot if chu[so]))
            for so, nhan in enumerate(self.nhan)
        ]

    def ghi(self) -> dict[str, Any]:
        """Give the chart as plain JSON values, to be kept with a closed report; `doc` reads it back the same."""
        return json.loads(json.dumps(asdict(self), default=str))

    @classmethod
    def doc(cls, du_lieu: dict[str, Any]) -> "BieuDo":
        """Read what `ghi` gave."""
        return cls(
            **{
                **du_lieu,
                "ma": MaBieuDo(du_lieu["ma"]),
                "khoa": tuple(du_lieu["khoa"]),
                "nhan": tuple(du_lieu["nhan"]),
                "cac_day": _doc_cac_day(du_lieu["cac_day"]),
                "bang_them": _doc_cac_day(du_lieu["bang_them"]),
            }
        )


def _doc_cac_day(cac_day: list[dict[str, Any]]) -> tuple[DayBieuDo, ...]:
    return tuple(
        DayBieuDo(day["ten"], tuple(Decimal(so) if isinstance(so, str) else so for so in day["gia_tri"]))
        for day in cac_day
    )
