"""How a form is laid out on A4 landscape: widths of the columns, size of the letters, lines of the head.

PDF, XLSX and DOCX share it; it knows no model and no file format. The page is that of NĐ 30/2020: 297 mm less margins
of 30 and 15 mm. Widths of text are estimated in em of Times New Roman, on the safe side.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations
from math import ceil

from baocao.bieu_mau import (
    CHUNG,
    GHI_CHU_CHUNG,
    BaoCaoSoLieu,
    BieuMau,
    CotBieu,
    GiaTri,
    OTieuDe,
    SoLieu,
    cay_tieu_de,
)
from tochuc.dinh_dang import CHO_TRONG, ngay_thang_nam, ngay_vn, so_vn

BE_RONG_TRANG = 252.0
"""Usable width of the page, mm."""
BE_RONG_DON_VI = 26.0
"""Width of the first column, mm."""
DIEM = 25.4 / 72
"""One typographic point, mm."""
DEM_O = 1.8
"""What the borders and the padding of a cell take off its width, mm."""
GIAN_DONG = 1.1
"""Line height, em."""
CO_CHU = (9.0, 8.5, 8.0, 7.5, 7.0)
"""Sizes to try, points; smaller ones are hard to read on paper."""
CO_CHU_DUNG = 8.0
"""The largest size for upright labels, of which two lines stand in a column."""
COT_HEP = 7.6
"""Below this average width, mm, the words of a label no longer fit across and the bottom labels stand upright."""
CAO_SO = 8.0
"""Height of the row of numbers, mm."""
CAO_SO_NHIEU_DONG = 5.0
"""Height of each where there are several, mm."""
CAO_SO_DUNG = 18.0
"""Height of a row of numbers that stand upright, mm."""
HEP, VUA, RONG = 0.26, 0.5, 0.72
"""Widths of letters, em: i and the stops; digits and small letters; capitals."""
HE_SO_DAM = 1.1
"""How much wider bold letters are."""


@dataclass(frozen=True)
class DauBieu:
    """What stands around the numbers: the unit in the table, and the report that the form goes with."""

    don_vi: str
    co_quan: str = ""
    so_ky_hieu: str = ""
    ngay_bao_cao: date | None = None
    ghi_chu: Mapping[str, str] = field(default_factory=dict)
    """Text of the note line, by form code."""

    @property
    def dong_kem(self) -> str:
        """The line that ties a form or an annex to the letter."""
        ngay = ngay_thang_nam(self.ngay_bao_cao)
        return f"(Kèm theo Báo cáo số: {self.so_ky_hieu or CHO_TRONG} {ngay} của {self.co_quan or CHO_TRONG})"


@dataclass(frozen=True)
class KhoChu:
    """Sizes of one form: letters in points, columns in mm without the first one."""

    co_chu: float
    chu_dung: bool
    """Whether the bottom labels are turned to read upwards."""
    so_dung: bool
    """Whether the numbers are turned too, being too long for their columns."""
    be_rong: tuple[float, ...]


@dataclass(frozen=True)
class BieuTrinhBay:
    """One form ready to be drawn."""

    bieu: BieuMau
    kho_chu: KhoChu
    tieu_de: tuple[tuple[OTieuDe, ...], ...]
    """The header tree; an upright label has its line breaks."""
    gia_tri: tuple[GiaTri, ...]
    """The centre's own row, the last one: the sum when there are others."""
    don_vi: str
    dong_ngay: str
    dong_kem: str
    ghi_chu: str
    cac_don_vi: tuple[tuple[str, tuple[GiaTri, ...]], ...] = ()
    """Rows above it: the name of each unit that has something on this form, and its numbers."""

    @property
    def ma_ngan(self) -> str:
        """Give the code as a sheet or a style is named: "01-TCD"."""
        return self.bieu.ma.replace("/", "-")

    @property
    def cac_dong(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The rows in writing, the centre's own last."""
        cac_dong = (*self.cac_don_vi, (self.don_vi, self.gia_tri))
        return tuple((ten, tuple(map(so_vn, gia_tri))) for ten, gia_tri in cac_dong)

    @property
    def cao_so(self) -> float:
        """Give the least height of a row of numbers, mm."""
        if self.kho_chu.so_dung:
            return CAO_SO_DUNG
        return CAO_SO_NHIEU_DONG if self.cac_don_vi else CAO_SO

    @property
    def chu_ms(self) -> tuple[str, ...]:
        """Give the MS row, each text broken into lines before "=" and "+" so that it stays in its column."""
        em = self.kho_chu.co_chu * DIEM
        return tuple(
            xep_ms(cot, (rong - DEM_O) / em) for cot, rong in zip(self.bieu.cot, self.kho_chu.be_rong, strict=True)
        )

    @property
    def cac_o(self) -> list[tuple[int, int, OTieuDe]]:
        """List the header cells with their row and column, both from 0, for formats that place cells by number."""
        da_dung = [[False] * len(self.bieu.cot) for _ in self.tieu_de]
        cac_o = []
        for dong, hang in enumerate(self.tieu_de):
            for o in hang:
                cot = da_dung[dong].index(False)
                cac_o.append((dong, cot, o))
                for dong_duoi in da_dung[dong : dong + o.cao]:
                    dong_duoi[cot : cot + o.rong] = [True] * o.rong
        return cac_o

    @property
    def dong_ghi_chu(self) -> str:
        return f"{self.bieu.so_ghi_chu}. Ghi chú: {self.ghi_chu}".rstrip()


def bo_ky_tu_an(chu: str) -> str:
    """Drop control characters pasted into a text, which neither XLSX nor DOCX can hold."""
    return "".join(ky_tu for ky_tu in chu if ky_tu == "\n" or ky_tu.isprintable())


def do_rong(chu: str) -> float:
    """Estimate the width of a text, em."""
    return sum(HEP if ky_tu in ".,;:()il " else VUA if ky_tu.isdigit() or ky_tu.islower() else RONG for ky_tu in chu)


def do_tu_dai(chu: str) -> float:
    """Estimate the width of the longest word, which is what a wrapped label needs, em."""
    return max(map(do_rong, chu.split()))


def dem_dong(chu: str, rong: float) -> int:
    """Count the lines that a text takes when wrapped at spaces into `rong` em."""
    so_dong, con_lai = 1, rong
    for tu in chu.split():
        if do_rong(tu) > con_lai and con_lai < rong:
            so_dong, con_lai = so_dong + 1, rong
        con_lai -= do_rong(f"{tu} ")
    return so_dong


def chia_dong(chu: str, so_dong: int) -> str:
    """Break a label at spaces into `so_dong` lines of about the same length."""
    cac_tu = chu.split()
    cach_chia = (
        [" ".join(cac_tu[dau:cuoi]) for dau, cuoi in zip((0, *cho), (*cho, len(cac_tu)), strict=True)]
        for cho in combinations(range(1, len(cac_tu)), min(so_dong, len(cac_tu)) - 1)
    )
    return "\n".join(min(cach_chia, key=lambda cac_dong: max(map(do_rong, cac_dong))))


def cat_ms(cot: CotBieu) -> tuple[str, ...]:
    """Cut the MS text of a column where a line may break: ("6", "=7", "+8", "=9")."""
    return tuple(cot.nhan_ms.replace("=", "\n=").replace("+", "\n+").split("\n"))


def xep_ms(cot: CotBieu, rong: float) -> str:
    """Fill lines of `rong` em with the pieces of the MS text."""
    cac_dong = [""]
    for phan in cat_ms(cot):
        if cac_dong[-1] and do_rong(cac_dong[-1] + phan) > rong:
            cac_dong.append("")
        cac_dong[-1] += phan
    return "\n".join(cac_dong)


def cao_nhan_dung(so_tang: int) -> float:
    """Give the height of an upright label whose cell spans `so_tang` header rows, mm."""
    return 16.0 + 8.0 * so_tang


def chia_be_rong(can: list[float], tong: float) -> tuple[float, ...]:
    """Share `tong` so that each column gets what it needs and the rest makes them as equal as can be."""
    be_rong = [0.0] * len(can)
    for da_chia, thu_tu in enumerate(sorted(range(len(can)), key=lambda i: -can[i])):
        be_rong[thu_tu] = max(can[thu_tu], tong / (len(can) - da_chia))
        tong -= be_rong[thu_tu]
    return tuple(be_rong)


def dem_dong_dung(bieu: BieuMau, cot: CotBieu, co_chu: float) -> int:
    """Count the lines of a label that stands upright in its cell."""
    cao = cao_nhan_dung(bieu.so_tang - len(cot.duong_dan)) - DEM_O
    return ceil(do_rong(cot.nhan) * co_chu * DIEM / cao)


def do_rong_so(gia_tri: tuple[GiaTri, ...], cac_don_vi: Collection[tuple[GiaTri, ...]]) -> list[float]:
    """Estimate the width of the longest number of each column, em; a sum is bold, and may be shorter than its parts."""
    rong_tong = [do_rong(so_vn(so)) * (HE_SO_DAM if cac_don_vi else 1) for so in gia_tri]
    cac_rong = [[do_rong(so_vn(so)) for so in hang] for hang in cac_don_vi]
    return [max(cua_cot) for cua_cot in zip(rong_tong, *cac_rong, strict=True)]


def can_be_rong(bieu: BieuMau, rong_so: list[float], co_chu: float, *, chu_dung: bool, so_dung: bool) -> list[float]:
    """Say how wide each column must be at this size so that nothing leaves its cell, mm. `rong_so`: of numbers, em."""
    can = []
    for cot, so in zip(bieu.cot, rong_so, strict=True):
        rong_nhan = GIAN_DONG * dem_dong_dung(bieu, cot, co_chu) if chu_dung else do_tu_dai(cot.nhan)
        rong_ms = max(map(do_rong, cat_ms(cot)))
        can.append(max(rong_nhan, GIAN_DONG if so_dung else so, rong_ms) * co_chu * DIEM + DEM_O)
    return can


def chon_kho_chu(bieu: BieuMau, rong_so: list[float]) -> KhoChu:
    """Choose the largest letters that fit the page; rather than get tiny, the numbers are turned upright."""
    tong = BE_RONG_TRANG - BE_RONG_DON_VI
    chu_dung = tong / len(bieu.cot) < COT_HEP
    cac_co = [co_chu for co_chu in CO_CHU if not chu_dung or co_chu <= CO_CHU_DUNG]
    for so_dung in (False, True):
        for co_chu in cac_co:
            can = can_be_rong(bieu, rong_so, co_chu, chu_dung=chu_dung, so_dung=so_dung)
            if sum(can) <= tong:
                return KhoChu(co_chu, chu_dung, so_dung, chia_be_rong(can, tong))
    # Labels of a future circular may be too long for any size: equal columns, and the words break where they must.
    return KhoChu(cac_co[-1], chu_dung, True, (tong / len(bieu.cot),) * len(bieu.cot))


def lap_tieu_de(bieu: BieuMau, kho_chu: KhoChu) -> tuple[tuple[OTieuDe, ...], ...]:
    """Give the header tree with the line breaks of upright labels."""
    if not kho_chu.chu_dung:
        return cay_tieu_de(bieu)

    def chia(o: OTieuDe) -> OTieuDe:
        if o.so is None:
            return o
        return replace(o, nhan=chia_dong(o.nhan, dem_dong_dung(bieu, bieu.lay_cot(o.so), kho_chu.co_chu)))

    return tuple(tuple(map(chia, hang)) for hang in cay_tieu_de(bieu))


def cao_hang(b: BieuTrinhBay) -> list[float]:
    """Say how high the header rows must be for formats that do not find it out themselves, mm."""
    em = b.kho_chu.co_chu * DIEM
    cao = [0.0] * b.bieu.so_tang
    can_la = []
    for tang, cot, o in b.cac_o:
        rong = (sum(b.kho_chu.be_rong[cot : cot + o.rong]) - DEM_O) / em
        if o.so is None:
            cao[tang] = max(cao[tang], dem_dong(o.nhan, rong / HE_SO_DAM) * GIAN_DONG * em + DEM_O)
        elif b.kho_chu.chu_dung:
            can_la.append((tang, cao_nhan_dung(o.cao)))
        else:
            can_la.append((tang, dem_dong(o.nhan, rong) * GIAN_DONG * em + DEM_O))
    # A leaf reaches down to the last row, so the last row takes up what the rows above it leave over.
    for tang, can in can_la:
        cao[-1] = max(cao[-1], can - sum(cao[tang:-1]))
    return cao


def lay_hang(bieu: BieuMau, so_lieu: SoLieu) -> tuple[GiaTri, ...]:
    """Read the row of a form, in the order of its columns. Raises KeyError when a number is missing."""
    return tuple(so_lieu[bieu.ma][cot.so] for cot in bieu.cot)


def trinh_bay(bao_cao: BaoCaoSoLieu, dau: DauBieu) -> list[BieuTrinhBay]:
    """Lay out all forms of a report, in the order of the regime. Raises KeyError when a number is missing."""
    ky = bao_cao.ky
    dong_ngay = f"Số liệu tính từ ngày {ngay_vn(ky.tu_ngay)} đến ngày {ngay_vn(ky.den_ngay)}"
    cac_bieu = []
    for bieu in bao_cao.che_do.bieu:
        gia_tri = lay_hang(bieu, bao_cao.bieu)
        co_so = [(dong, hang) for dong in bao_cao.don_vi if any(hang := lay_hang(bieu, dong.bieu))]
        kho_chu = chon_kho_chu(bieu, do_rong_so(gia_tri, [hang for _, hang in co_so]))
        co_chung = any(dong.khoa == CHUNG for dong, _ in co_so)
        cac_ghi_chu = (dau.ghi_chu.get(bieu.ma, ""), GHI_CHU_CHUNG if co_chung else "")
        cac_bieu.append(
            BieuTrinhBay(
                bieu=bieu,
                kho_chu=kho_chu,
                tieu_de=lap_tieu_de(bieu, kho_chu),
                gia_tri=gia_tri,
                don_vi=bo_ky_tu_an(dau.don_vi),
                dong_ngay=dong_ngay,
                dong_kem=bo_ky_tu_an(dau.dong_kem),
                ghi_chu=bo_ky_tu_an(" ".join(filter(None, cac_ghi_chu))),
                cac_don_vi=tuple((bo_ky_tu_an(dong.ten), hang) for dong, hang in co_so),
            )
        )
    return cac_bieu


def css_kho_chu(cac_bieu: list[BieuTrinhBay]) -> str:
    """Write the sizes as style rules, to follow static/in/bieu-mau.css."""
    dong = [f".bieu table {{ line-height: {GIAN_DONG} }}", f".bieu col.don-vi {{ width: {BE_RONG_DON_VI}mm }}"]
    for b in cac_bieu:
        dong.append(f".bieu-{b.ma_ngan} table {{ font-size: {b.kho_chu.co_chu}pt }}")
        dong += [
            f".bieu-{b.ma_ngan} .cot-{so} {{ width: {rong:.2f}mm }}"
            for so, rong in enumerate(b.kho_chu.be_rong, start=1)
        ]
        dong += [
            f".bieu-{b.ma_ngan} .cao-{cao} .khung {{ height: {cao_nhan_dung(cao)}mm }}"
            for cao in range(1, b.bieu.so_tang + 1)
            if b.kho_chu.chu_dung
        ]
    dong.append(f".bieu tbody .khung {{ height: {CAO_SO_DUNG}mm }}")
    return "\n".join(dong)
