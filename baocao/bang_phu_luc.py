"""An annex of the report as a table, the same on the page and in print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from tochuc.dinh_dang import ngay_vn, so_vn

CONG = "Cộng"


@dataclass(frozen=True)
class BangPhuLuc:
    """One annex: its heading, the words of its columns, its rows; the first cell of a row names it.

    `dia_chi`: where the rows behind a number are listed, by (row, column), only where the register's own filters say
    exactly the same.
    """

    ma: str
    ten: str
    cot: tuple[str, ...]
    dong: tuple[tuple[str, ...], ...]
    dia_chi: Mapping[tuple[int, int], str] = field(default_factory=dict)
    ghi_chu: str = ""

    def ghi(self) -> dict[str, Any]:
        """Plain values, for a closed report to keep; where its numbers lead is of today and not kept."""
        return {"ma": self.ma, "ten": self.ten, "cot": self.cot, "dong": self.dong, "ghi_chu": self.ghi_chu}

    @classmethod
    def doc(cls, du_lieu: Mapping[str, Any]) -> "BangPhuLuc":
        """Read back what `ghi` gave."""
        dong = tuple(map(tuple, du_lieu["dong"]))
        return cls(du_lieu["ma"], du_lieu["ten"], tuple(du_lieu["cot"]), dong, ghi_chu=du_lieu["ghi_chu"])

    @property
    def dong_nhan(self) -> list[list[tuple[str, str, str]]]:
        """Rows for the page, each cell with the words of its column, for the narrow screen, and where it leads."""
        return [
            [
                (nhan, chu, self.dia_chi.get((hang, cot), "") if chu != "0" else "")
                for cot, (nhan, chu) in enumerate(zip(self.cot, dong, strict=True))
            ]
            for hang, dong in enumerate(self.dong)
        ]


def cac_dong(dong: Sequence[Sequence[int | str]], *, cong: bool = True) -> tuple[tuple[str, ...], ...]:
    """Rows as they are written; `cong`: with their sum below when there are several. What is no count has no sum."""
    if cong and len(dong) > 1:
        cot = list(zip(*dong, strict=True))[1:]
        dong = [*dong, (CONG, *(sum(o) if all(isinstance(so, int) for so in o) else "" for o in cot))]
    return tuple(tuple(so_vn(o) if isinstance(o, int) else o for o in hang) for hang in dong)


def dia_chi_so(tu: date, den: date, **loc: str) -> str:
    """The register of petitions received in a period, under these filters (`donthu/bo_loc.py`)."""
    return f"{reverse('donthu:danh_sach')}?{urlencode({'tu': ngay_vn(tu), 'den': ngay_vn(den), **loc})}"
