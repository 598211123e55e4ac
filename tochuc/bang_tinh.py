"""Excel workbooks out, written row by row so that a long register does not fill the memory."""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

LOAI_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
A4 = 9

CHU = "Times New Roman"
KIEU_NGAY = "DD/MM/YYYY"
MANH = Side(style="thin")
KHUNG_O = Border(left=MANH, right=MANH, top=MANH, bottom=MANH)
XUONG_DONG = Alignment(wrap_text=True, vertical="top")
GIUA = Alignment(wrap_text=True, vertical="center", horizontal="center")


def o_an_toan(trang: Any, gia_tri: Any) -> WriteOnlyCell:
    """Make a cell whose text is never a formula: words of a citizen that begin with = + - @ stay words."""
    if not isinstance(gia_tri, str):
        return WriteOnlyCell(trang, value=gia_tri)
    o = WriteOnlyCell(trang, value=ILLEGAL_CHARACTERS_RE.sub("", gia_tri))
    o.data_type = "s"
    return o


@dataclass(frozen=True)
class TrangTinh:
    """One sheet. `tieu_de`: lines above the table, the first one large; `cot`: (heading, width in characters);
    `danh_so_cot`: a row (1) (2) … below the headings, as official registers have.
    """

    ten_trang: str
    tieu_de: Sequence[str]
    cot: Sequence[tuple[str, float]]
    cac_dong: Iterable[Sequence[Any]]
    danh_so_cot: bool = False


def ghi_bang_tinh(
    ten_trang: str,
    tieu_de: Sequence[str],
    cot: Sequence[tuple[str, float]],
    cac_dong: Iterable[Sequence[Any]],
    danh_so_cot: bool = False,
) -> BinaryIO:
    """Write a workbook of one sheet (see TrangTinh) to an unnamed temporary file and give it back at its start."""
    return ghi_cac_trang([TrangTinh(ten_trang, tieu_de, cot, cac_dong, danh_so_cot)])


def ghi_cac_trang(cac_trang: Iterable[TrangTinh]) -> BinaryIO:
    """Write a workbook of some sheets to an unnamed temporary file and give it back at its start."""
    so = Workbook(write_only=True)
    for trang_tinh in cac_trang:
        _ghi_trang(so, trang_tinh)
    tep = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it after it was sent
    so.save(tep)
    tep.seek(0)
    return tep


def _ghi_trang(so: Workbook, trang_tinh: TrangTinh) -> None:
    trang = so.create_sheet(trang_tinh.ten_trang)
    tieu_de, cot, danh_so_cot = trang_tinh.tieu_de, trang_tinh.cot, trang_tinh.danh_so_cot
    trang.page_setup.orientation = "landscape"
    trang.page_setup.paperSize = A4
    trang.page_setup.fitToHeight = 0
    trang.sheet_properties.pageSetUpPr.fitToPage = True
    for thu_tu, (_, rong) in enumerate(cot, start=1):
        trang.column_dimensions[get_column_letter(thu_tu)].width = rong
    dong_dau = len(tieu_de) + (2 if tieu_de else 1)
    trang.freeze_panes = f"A{dong_dau + 1 + danh_so_cot}"
    trang.print_title_rows = f"{dong_dau}:{dong_dau + danh_so_cot}"

    def o_cua(gia_tri: Any, **kieu: Any) -> WriteOnlyCell:
        o = o_an_toan(trang, gia_tri)
        if isinstance(gia_tri, date):
            o.number_format = KIEU_NGAY
        for ten, gia_tri_kieu in kieu.items():
            setattr(o, ten, gia_tri_kieu)
        return o

    for thu_tu, dong_tieu_de in enumerate(tieu_de):
        trang.append([o_cua(dong_tieu_de, font=Font(name=CHU, size=14 if thu_tu == 0 else 12, bold=thu_tu == 0))])
    if tieu_de:
        trang.append([])
    dam, thuong = Font(name=CHU, size=11, bold=True), Font(name=CHU, size=11)
    trang.append([o_cua(nhan, font=dam, alignment=GIUA, border=KHUNG_O) for nhan, _ in cot])
    if danh_so_cot:
        trang.append([o_cua(f"({so_cot})", font=thuong, alignment=GIUA, border=KHUNG_O) for so_cot in _dem(cot)])
    # Setting a style looks it up among those of the workbook, each time: three quarters of a long export. So the two
    # styles of the rows are looked up once, and the cells carry the result.
    kieu_ngay, kieu_chu = (
        o_cua(mau, font=thuong, alignment=XUONG_DONG, border=KHUNG_O)._style for mau in (date(2026, 1, 1), "")
    )
    for dong in trang_tinh.cac_dong:
        cac_o = [o_an_toan(trang, gia_tri) for gia_tri in dong]
        for o, gia_tri in zip(cac_o, dong, strict=True):
            o._style = kieu_ngay if isinstance(gia_tri, date) else kieu_chu
        trang.append(cac_o)


def _dem(cot: Sequence) -> range:
    return range(1, len(cot) + 1)
