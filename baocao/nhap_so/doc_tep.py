"""Opening a file that says it is a workbook: what it really is, how big it would grow, and its rows one by one."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from baocao.nhap_so.loi import LoiTep
from baocao.nhap_so.o_tinh import OHong

TEP_LON_NHAT = 20 * 1024 * 1024  # bytes, as sent
BUNG_LON_NHAT = 300 * 1024 * 1024  # bytes, all parts unpacked
CHU_LON_NHAT = 80 * 1024 * 1024  # bytes of the shared texts, which are held in memory
PHAN_NHIEU_NHAT = 2000
DOAN_DOC = 1 << 20

DAU_ZIP = b"PK\x03\x04"
DAU_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEN_GOI_MA_HOA = "EncryptedPackage".encode("utf-16-le")
CONG_THUC = re.compile(rb"<(?:\w+:)?f[ >/]")

# What openpyxl and the standard library raise on a broken workbook; they promise no narrower set.
LOI_THU_VIEN = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    SyntaxError,
    InvalidFileException,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    NotImplementedError,
    OverflowError,
)
SAU_KHI_LUU = "Mở tệp bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi thử lại."
TEP_HONG = f"Tệp bị hỏng, không đọc được. {SAU_KHI_LUU}"


@dataclass(frozen=True)
class TrangTep:
    """One sheet of the file. `so_dong_uoc`: its number of rows by its own word, 0 when it does not say."""

    ten: str
    so_dong_uoc: int
    _trang: Any
    _trang_gia_tri: Any  # the same sheet with the results of its formulas, None in a file without formulas

    def cac_dong(self) -> Iterator[tuple[int, list[Any]]]:
        """Row number and raw values (None, text, number, bool, date, datetime, time, OHong), to the last filled cell.

        Raises LoiTep when the file breaks off.
        """
        dong_cong_thuc = self._lap(self._trang)
        dong_gia_tri = self._lap(self._trang_gia_tri) if self._trang_gia_tri is not None else None
        for so_dong, cac_o in enumerate(dong_cong_thuc, start=1):
            cac_o_tinh = next(dong_gia_tri, ()) if dong_gia_tri is not None else ()
            yield (
                so_dong,
                [
                    _gia_tri(o, cac_o_tinh[vi_tri] if vi_tri < len(cac_o_tinh) else None)
                    for vi_tri, o in enumerate(cac_o)
                ],
            )

    def _lap(self, trang: Any) -> Iterator[tuple[Any, ...]]:
        trang.reset_dimensions()  # some programs write a wrong size, and rows beyond it would be lost
        try:
            yield from trang.iter_rows()
        except LOI_THU_VIEN as loi:
            raise LoiTep(TEP_HONG) from loi


def _gia_tri(o: Any, o_tinh: Any) -> Any:
    """Raw value of a cell; `o_tinh` is the same cell with the result of its formula."""
    if o.data_type == "f":
        # A text formula may well give an empty text; a result that was never computed has no kind.
        if o_tinh is None or (o_tinh.value is None and o_tinh.data_type != "str"):
            return OHong(f"công thức chưa có kết quả. {SAU_KHI_LUU}")
        o = o_tinh
    if o.data_type == "e":
        return OHong(f"ô bị lỗi công thức {o.value}.")
    return o.value


@contextmanager
def mo_tep(tep: Path) -> Iterator[list[TrangTep]]:
    """The visible sheets of a workbook. Raises LoiTep with one sentence for a file of another kind or a broken one."""
    co_cong_thuc = kiem_tep(tep)
    cac_so: list[Any] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl speaks of styles and drop-downs it will not keep; we only read
        try:
            cac_so.append(_nap(tep, data_only=False))
            if co_cong_thuc:
                cac_so.append(_nap(tep, data_only=True))
            cac_trang = [
                TrangTep(trang.title, trang.max_row or 0, trang, cac_so[1][trang.title] if co_cong_thuc else None)
                for trang in cac_so[0].worksheets
            ]
            yield cac_trang
        finally:
            for so in cac_so:
                so.close()


def _nap(tep: Path, *, data_only: bool) -> Any:
    try:
        return load_workbook(tep, read_only=True, data_only=data_only, keep_links=False)
    except LOI_THU_VIEN as loi:
        raise LoiTep(TEP_HONG) from loi


def kiem_tep(tep: Path) -> bool:
    """Look at the content, never at the name. True when some cell holds a formula. Raises LoiTep."""
    try:
        kich_thuoc = tep.stat().st_size
        with tep.open("rb") as mo:
            dau = mo.read(8)
            if dau.startswith(DAU_OLE):
                raise LoiTep(_cau_ole(dau + mo.read()))
    except FileNotFoundError as loi:
        raise LoiTep(f"Không tìm thấy tệp {tep.name}.") from loi
    except OSError as loi:
        raise LoiTep(f"Không đọc được tệp {tep.name} ({loi.strerror}).") from loi
    if kich_thuoc == 0:
        raise LoiTep("Tệp rỗng.")
    if kich_thuoc > TEP_LON_NHAT:
        raise LoiTep(f"Tệp lớn hơn {TEP_LON_NHAT // 1024 // 1024} MB; tách sổ thành nhiều tệp.")
    if not dau.startswith(DAU_ZIP):
        raise LoiTep("Tệp không phải sổ Excel (.xlsx). Nếu là tệp CSV, mở bằng Excel rồi lưu lại dạng .xlsx.")
    try:
        with zipfile.ZipFile(tep) as goi:
            return _kiem_goi(goi)
    except RuntimeError as loi:  # zipfile says so of a part under a password
        raise LoiTep("Tệp có mật khẩu; bỏ mật khẩu rồi thử lại.") from loi
    except LOI_THU_VIEN as loi:
        raise LoiTep(TEP_HONG) from loi


def _cau_ole(noi_dung: bytes) -> str:
    if TEN_GOI_MA_HOA in noi_dung:
        return "Tệp có mật khẩu; bỏ mật khẩu rồi thử lại."
    return "Tệp là Excel đời cũ (.xls) hoặc tài liệu khác. Mở bằng Excel rồi lưu lại dạng .xlsx."


def _kiem_goi(goi: zipfile.ZipFile) -> bool:
    cac_phan = goi.infolist()
    ten_phan = {phan.filename for phan in cac_phan}
    if "xl/workbook.bin" in ten_phan:
        raise LoiTep("Tệp là Excel nhị phân (.xlsb). Mở bằng Excel rồi lưu lại dạng .xlsx.")
    if not {"[Content_Types].xml", "xl/workbook.xml"} <= ten_phan:
        raise LoiTep("Tệp không phải sổ Excel (.xlsx) mà là tệp nén hoặc tài liệu loại khác.")
    bung = sum(phan.file_size for phan in cac_phan)
    chu = sum(phan.file_size for phan in cac_phan if phan.filename.lower() == "xl/sharedstrings.xml")
    if bung > BUNG_LON_NHAT or chu > CHU_LON_NHAT or len(cac_phan) > PHAN_NHIEU_NHAT:
        raise LoiTep("Tệp bung ra quá lớn, không mở để bảo vệ máy chủ; tách sổ thành nhiều tệp.")
    # zipfile never gives more than the size a part declares, so the sums above hold whatever the file says.
    return any(_co_cong_thuc(goi, ten) for ten in ten_phan if ten.startswith("xl/worksheets/"))


def _co_cong_thuc(goi: zipfile.ZipFile, ten: str) -> bool:
    cuoi = b""
    with goi.open(ten) as phan:
        while doan := phan.read(DOAN_DOC):
            if CONG_THUC.search(cuoi + doan):
                return True
            cuoi = doan[-16:]
    return False
