"""Excel workbooks out, written row by row so that a long register does not fill the memory."""

import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

LOAI_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
A4 = 9

CHU = "Times New Roman"
KIEU_NGAY = "DD/MM/YYYY"
O_DAU = {"font_name": CHU, "font_size": 11, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}
O_DONG = {"font_name": CHU, "font_size": 11, "border": 1, "valign": "top", "text_wrap": True}
# What the format has no place for; a longer text it would leave out without a word.
KY_TU_CAM = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
DAI_NHAT = 32_767


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
    tep = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it after it was sent
    so = Workbook(tep, {"constant_memory": True})
    so.set_properties({"author": ""})
    for trang_tinh in cac_trang:
        _ghi_trang(so, trang_tinh)
    so.close()
    tep.seek(0)
    return tep


def _ghi_trang(so: Workbook, trang_tinh: TrangTinh) -> None:
    trang = so.add_worksheet(trang_tinh.ten_trang)
    tieu_de, cot, danh_so_cot = trang_tinh.tieu_de, trang_tinh.cot, trang_tinh.danh_so_cot
    trang.set_landscape()
    trang.set_paper(A4)
    trang.fit_to_pages(1, 0)
    for thu_tu, (_, rong) in enumerate(cot):
        trang.set_column(thu_tu, thu_tu, rong)
    dong_dau = len(tieu_de) + bool(tieu_de)
    dong_cuoi_dau = dong_dau + danh_so_cot
    trang.freeze_panes(dong_cuoi_dau + 1, 0)
    trang.repeat_rows(dong_dau, dong_cuoi_dau)

    lon, nho = ({"font_name": CHU, "font_size": 14, "bold": True}, {"font_name": CHU, "font_size": 12})
    for thu_tu, dong_tieu_de in enumerate(tieu_de):
        trang.write_string(thu_tu, 0, chu_an_toan(dong_tieu_de), so.add_format(nho if thu_tu else lon))
    dam, thuong = so.add_format({**O_DAU, "bold": True}), so.add_format(O_DAU)
    for thu_tu, (nhan, _) in enumerate(cot):
        trang.write_string(dong_dau, thu_tu, nhan, dam)
    if danh_so_cot:
        for thu_tu in range(len(cot)):
            trang.write_string(dong_cuoi_dau, thu_tu, f"({thu_tu + 1})", thuong)
    kieu_chu, kieu_ngay = so.add_format(O_DONG), so.add_format({**O_DONG, "num_format": KIEU_NGAY})
    for so_dong, dong in enumerate(trang_tinh.cac_dong, start=dong_cuoi_dau + 1):
        for thu_tu, gia_tri in enumerate(dong):
            dien_o(trang, so_dong, thu_tu, gia_tri, kieu_chu, kieu_ngay)


def dien_o(trang: Worksheet, dong: int, cot: int, gia_tri: Any, kieu_chu: Format, kieu_ngay: Format) -> None:
    """Fill a cell; its text is never a formula: words of a citizen that begin with = + - @ stay words."""
    if isinstance(gia_tri, str):
        trang.write_string(dong, cot, chu_an_toan(gia_tri), kieu_chu)
    elif gia_tri is None:
        trang.write_blank(dong, cot, None, kieu_chu)
    elif isinstance(gia_tri, date):
        trang.write_datetime(dong, cot, gia_tri, kieu_ngay)
    else:
        trang.write_number(dong, cot, gia_tri, kieu_chu)


def chu_an_toan(chu: str) -> str:
    """The text without what a workbook cannot hold."""
    return KY_TU_CAM.sub("", chu)[:DAI_NHAT]
