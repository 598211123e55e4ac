"""The reporting periods of Thông tư 06/2025/TT-TTCP (Điều 3-7), read once from du_lieu/ky-bao-cao.yaml.

A period is the closed interval [tu_ngay, den_ngay]: it ends on the 14th of its last month and the next quarter begins
on the 15th. Quarters II, III and IV send the forms only; the others also send the written report (Mẫu số 02).
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

TEP_KY = Path(__file__).parent / "du_lieu" / "ky-bao-cao.yaml"

# The circular's data names a period in English; an office says and types these.
MA_THEO_YAML = {"Q1": "Q1", "Q2": "Q2", "H1": "6T", "Q3": "Q3", "M9": "9T", "Q4": "Q4", "Y1": "N"}
CAC_QUY = ("Q1", "Q2", "Q3", "Q4")
NAM_DAU = 2000


class LoiKy(ValueError):
    """The text does not name a reporting period; the message is a Vietnamese sentence for the user."""


@dataclass(frozen=True, order=True)
class MocNgay:
    """A day of the report year Y or of the year before it (lech_nam = -1)."""

    lech_nam: int
    thang: int
    ngay: int

    def trong_nam(self, nam: int) -> date:
        return date(nam + self.lech_nam, self.thang, self.ngay)


@dataclass(frozen=True)
class MauKy:
    """One row of the table of periods, before a year is put in."""

    ma: str
    nhan: str
    tu: MocNgay
    den: MocNgay
    co_loi_van: bool
    han_so: MocNgay
    han_tinh: MocNgay


@dataclass(frozen=True)
class KyBaoCao:
    """One reporting period of one year. Both ends belong to it."""

    ma: str
    nam: int
    tu_ngay: date
    den_ngay: date
    ten: str
    co_loi_van: bool
    """Whether the written report (Mẫu số 02) goes with the forms."""
    han_so: date
    """When the Sở owes UBND tỉnh its report. What a centre owes the Sở is a setting of the centre."""
    han_tinh: date
    """When UBND tỉnh owes Thanh tra Chính phủ its report."""

    def __str__(self) -> str:
        return f"{self.ma}/{self.nam}"

    @property
    def ten_ky(self) -> str:
        """Give the name without the word "Báo cáo": "9 tháng năm 2026", "Năm 2026"."""
        ten = self.ten.removeprefix("Báo cáo ")
        return ten[0].upper() + ten[1:]

    @property
    def la_luy_ke(self) -> bool:
        """Tell whether the period adds up quarters (6T, 9T, N)."""
        return self.ma not in CAC_QUY

    def chua_ngay(self, ngay: date) -> bool:
        return self.tu_ngay <= ngay <= self.den_ngay

    def cung_ky(self) -> "KyBaoCao":
        """Give the same period of the year before."""
        return lap_ky(self.ma, self.nam - 1)

    def ky_truoc(self) -> "KyBaoCao":
        """Give the period before this one.

        A cumulative period has no neighbour of its own length inside the year, so what went before it is the same
        period of the year before.
        """
        if self.la_luy_ke:
            return self.cung_ky()
        thu_tu = CAC_QUY.index(self.ma)
        return lap_ky(CAC_QUY[thu_tu - 1], self.nam if thu_tu else self.nam - 1)

    def cac_quy(self) -> tuple["KyBaoCao", ...]:
        """List the quarters that make up this period; a quarter is made of itself."""
        return tuple(
            quy
            for quy in (lap_ky(ma, self.nam) for ma in CAC_QUY)
            if self.tu_ngay <= quy.tu_ngay and quy.den_ngay <= self.den_ngay
        )


def _doc_moc(moc: dict[str, Any]) -> MocNgay:
    return MocNgay({"Y": 0, "Y-1": -1}[moc["year"]], moc["month"], moc["day"])


def _doc_han(chu: str) -> MocNgay:
    thang, ngay = chu.removeprefix("Y-").split("-")
    return MocNgay(0, int(thang), int(ngay))


@cache
def cac_mau_ky() -> dict[str, MauKy]:
    """Read the table of periods, keyed by code, in the order of the circular."""
    du_lieu = yaml.safe_load(TEP_KY.read_text(encoding="utf-8"))
    return {
        MA_THEO_YAML[dong["code"]]: MauKy(
            ma=MA_THEO_YAML[dong["code"]],
            nhan=dong["label"],
            tu=_doc_moc(dong["from"]),
            den=_doc_moc(dong["to"]),
            co_loi_van=dong["narrative"],
            han_so=_doc_han(dong["due_department"]),
            han_tinh=_doc_han(dong["due_province"]),
        )
        for dong in du_lieu["periods"]
    }


def lap_ky(ma: str, nam: int) -> KyBaoCao:
    """Make the period `ma` of report year `nam`. Raises KeyError on an unknown code; doc_ky reads what users type."""
    mau = cac_mau_ky()[ma]
    ten = f"Báo cáo năm {nam}" if ma == "N" else f"Báo cáo {mau.nhan} năm {nam}"
    return KyBaoCao(
        ma=ma,
        nam=nam,
        tu_ngay=mau.tu.trong_nam(nam),
        den_ngay=mau.den.trong_nam(nam),
        ten=ten,
        co_loi_van=mau.co_loi_van,
        han_so=mau.han_so.trong_nam(nam),
        han_tinh=mau.han_tinh.trong_nam(nam),
    )


def doc_ky(chu: str) -> KyBaoCao:
    """Read a period as an office types it, "9T/2026", in any case. Raises LoiKy."""
    khop = re.fullmatch(r"\s*(\w+)\s*/\s*([0-9]{4})\s*", chu)
    ma, nam = (khop[1].upper(), int(khop[2])) if khop else ("", 0)
    if ma not in cac_mau_ky():
        cac_ma = ", ".join(cac_mau_ky())
        raise LoiKy(f"Kỳ báo cáo “{chu}” không hợp lệ: cần viết mã và năm, ví dụ 9T/2026; các mã là {cac_ma}.")
    if nam < NAM_DAU:
        raise LoiKy(f"Kỳ báo cáo “{chu}” không hợp lệ: năm phải từ {NAM_DAU} trở đi.")
    return lap_ky(ma, nam)


def cac_ky(nam: int) -> tuple[KyBaoCao, ...]:
    """List the seven periods of a report year in the order of the circular."""
    return tuple(lap_ky(ma, nam) for ma in cac_mau_ky())


def cac_ky_chua(ngay: date) -> tuple[KyBaoCao, ...]:
    """List every period that a fact of this day enters."""
    return tuple(ky for nam in (ngay.year, ngay.year + 1) for ky in cac_ky(nam) if ky.chua_ngay(ngay))


def ky_hien_tai(ngay: date) -> KyBaoCao:
    """Give the quarter that this day falls in."""
    return next(ky for ky in cac_ky_chua(ngay) if not ky.la_luy_ke)


def ky_sap_han(ngay: date) -> tuple[KyBaoCao, ...]:
    """List the periods whose report the Sở owes next, on this day or later.

    In June, September and December a quarter and a cumulative period are due together.
    """
    con_han = [ky for nam in (ngay.year, ngay.year + 1) for ky in cac_ky(nam) if ky.han_so >= ngay]
    han_gan = min(ky.han_so for ky in con_han)
    return tuple(ky for ky in con_han if ky.han_so == han_gan)
