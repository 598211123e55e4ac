"""The official statistical forms as data: columns, header trees, formulas and printed checks.

Read once from du_lieu/bieu-mau-*.yaml, one file per regime (a circular and the day it takes effect). The forms changed
in 2021, 2024 and 2025: a new circular adds a file, and a report keeps the regime of its period. Numbers come in as
`{"01/TCD": {1: 25, …}}`: form code → column number (the official MS number) → int, or Decimal for money (Trđ) and land
(m²).
"""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from baocao.ky import KyBaoCao

THU_MUC_DU_LIEU = Path(__file__).parent / "du_lieu"

GiaTri = int | Decimal
SoLieu = Mapping[str, Mapping[int, GiaTri]]

HAI_SO_LE = Decimal("0.01")

SO_SANH: dict[str, Callable[[GiaTri, GiaTri], bool]] = {
    "==": operator.eq,
    "<=": operator.le,
    ">=": operator.ge,
}
MAU_HANG_TU = re.compile(r"(?:(?P<he_so>\d+) \* )?(?P<bieu>\d\d/[A-Z]+):(?P<cot>\d+)")

GHI_CHU_THU_LY = (
    "Cột 4 chỉ tính đơn được xử lý trong kỳ; đơn xử lý ở kỳ trước mà thụ lý trong kỳ này nằm trong cột 4 của báo cáo "
    "có kỳ số liệu dài hơn, bao gồm cả hai ngày."
)
# A petition processed in one quarter and accepted in the next stands in column 4 of no quarter, only of longer periods.
GHI_CHU = {"03/GQKN": GHI_CHU_THU_LY, "04/GQTC": GHI_CHU_THU_LY}


class KieuSo(Enum):
    """What a column holds; money and land carry up to two decimals."""

    NGUYEN = "nguyen"
    TIEN = "tien"
    DAT = "dat"


@dataclass(frozen=True)
class CotBieu:
    """One numbered column; duong_dan is the path of merged headers above its label, from the top."""

    so: int
    nhan: str
    duong_dan: tuple[str, ...]
    cong_thuc: tuple[tuple[int, ...], ...]
    """Alternative sums of other columns, each of which must equal this one: ((7, 8), (9, 10, 11))."""
    kieu: KieuSo

    @property
    def nhan_ms(self) -> str:
        """Give the text of the MS row: "5", or with its formulas "6=7+8=9+10+11"."""
        return "=".join([str(self.so), *("+".join(map(str, tong)) for tong in self.cong_thuc)])

    @property
    def ten_day_du(self) -> str:
        """Give the label with its path, for a reader who does not see the headers."""
        return " – ".join([*self.duong_dan, self.nhan])

    def lam_tron(self, gia_tri: GiaTri) -> GiaTri:
        """Give a number as the column holds it: int, or Decimal with two decimals."""
        return int(gia_tri) if self.kieu is KieuSo.NGUYEN else Decimal(gia_tri).quantize(HAI_SO_LE)


@dataclass(frozen=True)
class BieuMau:
    """One form of a regime."""

    ma: str
    ten: str
    so_ghi_chu: int
    """The number printed before "Ghi chú:" below the table."""
    cot: tuple[CotBieu, ...]
    ghi_chu: tuple[str, ...]
    """What the filling guide says, for the reader of the code; not printed."""

    @property
    def so_tang(self) -> int:
        """Count the header rows above the MS row."""
        return max(len(cot.duong_dan) for cot in self.cot) + 1

    def lay_cot(self, so: int) -> CotBieu:
        return self.cot[so - 1]


@dataclass(frozen=True)
class HangTu:
    """One term of a check: he_so × column `cot` of form `bieu`."""

    he_so: int
    bieu: str
    cot: int

    def tinh(self, so_lieu: SoLieu) -> GiaTri:
        return self.he_so * so_lieu[self.bieu][self.cot]


@dataclass(frozen=True)
class KiemTra:
    """A relation between columns; chu is its text exactly as the data file has it."""

    chu: str
    ve_trai: tuple[HangTu, ...]
    phep: str
    ve_phai: tuple[HangTu, ...]

    @property
    def cac_bieu(self) -> frozenset[str]:
        """Name the forms the check reads."""
        return frozenset(hang_tu.bieu for hang_tu in self.ve_trai + self.ve_phai)


@dataclass(frozen=True)
class KetQuaKiemTra:
    """A check with both of its sides worked out."""

    kiem_tra: str
    trai: GiaTri
    phai: GiaTri
    dat: bool


@dataclass(frozen=True)
class OTieuDe:
    """A header cell: its label and how many columns and rows it spans; so is the column number of a leaf, else None."""

    nhan: str
    rong: int
    cao: int
    so: int | None = None


@dataclass(frozen=True)
class CheDo:
    """One reporting regime: the forms and checks of a circular from the day it takes effect."""

    ten: str
    hieu_luc_tu: date
    bieu: tuple[BieuMau, ...]
    kiem_tra: tuple[KiemTra, ...]
    """The relations printed in the filling guide."""
    kiem_tra_mem: tuple[KiemTra, ...]
    """Relations we infer: broken ones are remarks (lưu ý), not warnings."""
    kiem_tra_nhieu_ky: tuple[str, ...]
    """Inferred relations that compare several periods, in words: one period's numbers cannot decide them."""

    def lay_bieu(self, ma: str) -> BieuMau:
        """Find a form by its code. Raises KeyError."""
        for bieu in self.bieu:
            if bieu.ma == ma:
                return bieu
        raise KeyError(ma)


def _doc_kieu(nhan: str) -> KieuSo:
    if "(Trđ)" in nhan:
        return KieuSo.TIEN
    return KieuSo.DAT if "(m2)" in nhan else KieuSo.NGUYEN


def _doc_cot(dong: dict[str, Any]) -> CotBieu:
    return CotBieu(
        so=dong["no"],
        nhan=dong["label"],
        duong_dan=tuple(dong["path"]),
        cong_thuc=tuple(tuple(map(int, tong.split("+"))) for tong in dong.get("formula", ())),
        kieu=_doc_kieu(dong["label"]),
    )


def _doc_bieu(dong: dict[str, Any]) -> BieuMau:
    return BieuMau(
        ma=dong["code"],
        ten=dong["title"],
        so_ghi_chu=dong["note_no"],
        cot=tuple(map(_doc_cot, dong["columns"])),
        ghi_chu=tuple(dong["notes"]),
    )


def _doc_ve(chu: str) -> tuple[HangTu, ...]:
    hang_tu = []
    for phan in chu.split(" + "):
        khop = MAU_HANG_TU.fullmatch(phan)
        if khop is None:
            raise ValueError(f"not a term of a check: {phan!r}")
        hang_tu.append(HangTu(int(khop["he_so"] or 1), khop["bieu"], int(khop["cot"])))
    return tuple(hang_tu)


def doc_kiem_tra(chu: str) -> KiemTra:
    """Read "05/KQTH:1 >= 03/GQKN:7" or "01/TCD:9 >= 5 * 01/TCD:8". Raises ValueError."""
    cac_phan = re.split(r" (==|<=|>=) ", chu)
    if len(cac_phan) != 3:
        raise ValueError(f"not a relation: {chu!r}")
    trai, phep, phai = cac_phan
    return KiemTra(chu, _doc_ve(trai), phep, _doc_ve(phai))


def _doc_che_do(tep: Path) -> CheDo:
    du_lieu = yaml.safe_load(tep.read_text(encoding="utf-8"))
    mem = du_lieu["soft_checks"]
    mot_ky = [chu for chu in mem if MAU_HANG_TU.match(chu)]
    return CheDo(
        ten=du_lieu["regime"],
        hieu_luc_tu=date.fromisoformat(du_lieu["effective_from"]),
        bieu=tuple(map(_doc_bieu, du_lieu["forms"])),
        kiem_tra=tuple(map(doc_kiem_tra, du_lieu["checks"])),
        kiem_tra_mem=tuple(map(doc_kiem_tra, mot_ky)),
        kiem_tra_nhieu_ky=tuple(chu for chu in mem if chu not in mot_ky),
    )


@cache
def cac_che_do() -> tuple[CheDo, ...]:
    """List the regimes, oldest first."""
    return tuple(
        sorted(map(_doc_che_do, THU_MUC_DU_LIEU.glob("bieu-mau-*.yaml")), key=lambda che_do: che_do.hieu_luc_tu)
    )


def lay_che_do(ngay: date) -> CheDo:
    """Give the regime in force on a day (the last day of the period reported).

    A day before the oldest regime gets the oldest one: past periods are there to be compared with, column by column.
    """
    con_hieu_luc = [che_do for che_do in cac_che_do() if che_do.hieu_luc_tu <= ngay]
    return con_hieu_luc[-1] if con_hieu_luc else cac_che_do()[0]


def cay_tieu_de(bieu: BieuMau) -> tuple[tuple[OTieuDe, ...], ...]:
    """Give the header rows, top first, without the "Đơn vị" column.

    Neighbours under the same path share one merged cell; a column with a shorter path spans down to the last row.
    """
    hang: list[list[OTieuDe]] = [[] for _ in range(bieu.so_tang)]
    for tang in range(bieu.so_tang):
        # A leaf of this row is a group of its own: its number keeps it apart from a neighbour of the same name.
        nhom = groupby(
            (cot for cot in bieu.cot if len(cot.duong_dan) >= tang),
            key=lambda cot: (cot.duong_dan[: tang + 1], cot.so if len(cot.duong_dan) == tang else None),
        )
        for (duong_dan, so), cac_cot in nhom:
            rong = len(list(cac_cot))
            if so is None:
                hang[tang].append(OTieuDe(duong_dan[-1], rong, 1))
            else:
                hang[tang].append(OTieuDe(bieu.lay_cot(so).nhan, 1, bieu.so_tang - tang, so))
    return tuple(map(tuple, hang))


def doi_chieu(cac_kiem_tra: tuple[KiemTra, ...], so_lieu: SoLieu) -> list[KetQuaKiemTra]:
    """Work out each check on the numbers of one period. Raises KeyError when a form or column is missing."""
    ket_qua = []
    for kiem_tra in cac_kiem_tra:
        trai = sum(hang_tu.tinh(so_lieu) for hang_tu in kiem_tra.ve_trai)
        phai = sum(hang_tu.tinh(so_lieu) for hang_tu in kiem_tra.ve_phai)
        ket_qua.append(KetQuaKiemTra(kiem_tra.chu, trai, phai, SO_SANH[kiem_tra.phep](trai, phai)))
    return ket_qua


def kiem_tra(so_lieu: SoLieu, che_do: CheDo) -> list[KetQuaKiemTra]:
    """Work out the printed checks of a regime (37 in TT 06/2025), in its order, held and broken."""
    return doi_chieu(che_do.kiem_tra, so_lieu)


def kiem_tra_mem(so_lieu: SoLieu, che_do: CheDo) -> list[KetQuaKiemTra]:
    """Work out the inferred checks of a regime that one period's numbers can decide."""
    return doi_chieu(che_do.kiem_tra_mem, so_lieu)


def xep_bieu(gia_tri: Mapping[tuple[str, int], GiaTri], ngay: date) -> dict[str, dict[int, GiaTri]]:
    """Put numbers by form code and column in the forms of a day's regime. Raises KeyError when one is missing."""
    return {
        bieu.ma: {cot.so: cot.lam_tron(gia_tri[bieu.ma, cot.so]) for cot in bieu.cot} for bieu in lay_che_do(ngay).bieu
    }


CHUNG = 0
"""Key of the row of what is no unit's own; no unit has it."""
TEN_CHUNG = "Chung toàn Trung tâm"
GHI_CHU_CHUNG = f"Dòng “{TEN_CHUNG}” gồm việc không của riêng khoa, phòng nào và toàn bộ tố cáo."


@dataclass(frozen=True)
class DongDonVi:
    """The numbers of one unit on all forms: a row above the centre's own."""

    ten: str
    bieu: SoLieu
    khoa: int = CHUNG
    """Key of the unit."""


@dataclass(frozen=True)
class BaoCaoSoLieu:
    """The numbers of one period on all forms of its regime, with what the checks found."""

    ky: KyBaoCao
    bieu: SoLieu
    canh_bao: tuple[KetQuaKiemTra, ...]
    """Broken printed checks."""
    luu_y: tuple[KetQuaKiemTra, ...]
    """Broken inferred checks."""
    don_vi: tuple[DongDonVi, ...] = ()
    """Rows that add up to `bieu`, where they were asked for."""

    @property
    def che_do(self) -> CheDo:
        return lay_che_do(self.ky.den_ngay)


def lap_so_lieu(ky: KyBaoCao, bieu: SoLieu, don_vi: tuple[DongDonVi, ...] = ()) -> BaoCaoSoLieu:
    """Put the numbers of a period together with its broken checks. Raises KeyError when a form or column is missing."""
    che_do = lay_che_do(ky.den_ngay)
    return BaoCaoSoLieu(
        ky=ky,
        bieu=bieu,
        canh_bao=tuple(ket_qua for ket_qua in kiem_tra(bieu, che_do) if not ket_qua.dat),
        luu_y=tuple(ket_qua for ket_qua in kiem_tra_mem(bieu, che_do) if not ket_qua.dat),
        don_vi=don_vi,
    )
