"""What one cell may hold: each kind turns a raw value of Excel into a Python value, or says why it cannot.

Pure: today and the lists of codes come in with `NguCanh`.
"""

import math
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, ClassVar

from baocao.nhap_so.loi import LoiGiaTri
from tochuc.dinh_dang import ngay_vn, so_vn

NGAY_TEXT = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
# Whole numbers typed as text. Three digits after a dot may be thousands: not taken for a fraction, nor the other way.
NGUYEN_TEXT = re.compile(r"(\d+)(?:[.,]0{1,2})?")
LE_TEXT = re.compile(r"\d+(?:[.,]\d{1,2})?")
NHOM_BA_TEXT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?")
NHAP_NHANG = re.compile(r"\d{1,3}\.\d{3}")

NAM_SOM_NHAT, NAM_MUON_NHAT = 1990, 2100  # anything else is a slip of the hand
SO_NGUYEN_LON_NHAT = 2_147_483_647
LUONG_LON_NHAT = Decimal(10) ** 12  # max_digits 14, two of them decimals
SAI_SO_MAY = Decimal("0.000001")  # 0.1 + 0.2 in a formula of Excel
DAU_THANH = "\u0300\u0301\u0303\u0309\u0323"
HIEN_TOI_DA = 60


@dataclass(frozen=True)
class OHong:
    """Stands for a cell whose value Excel itself could not give."""

    ly_do: str


@dataclass(frozen=True)
class NguCanh:
    """What reading needs to know of the world: the day, and the codes that exist (comparison key → code)."""

    hom_nay: date
    danh_muc: dict[str, dict[str, str]] = field(default_factory=dict)


def chuan_chu(gia_tri: str) -> str:
    """Text as it is stored: composed (NFC), line ends of one kind, no blanks around."""
    return unicodedata.normalize("NFC", gia_tri.replace("_x000D_", "").replace("\r\n", "\n")).strip()


@lru_cache(maxsize=4096)  # the same few headers, choices and codes stand in every row
def khoa_so_sanh(gia_tri: str) -> str:
    """Key under which two spellings of the same Vietnamese words are equal.

    Case, blanks, composed or not, and where the tone stands (hủy, huỷ) do not matter; the tone itself does: "dừng" is
    not "đúng".
    """
    tu = []
    for am_tiet in unicodedata.normalize("NFD", gia_tri.casefold()).split():
        goc = "".join(ky_tu for ky_tu in am_tiet if ky_tu not in DAU_THANH)
        tu.append(goc + "".join(ky_tu for ky_tu in am_tiet if ky_tu in DAU_THANH))
    return " ".join(tu)


def la_trong(gia_tri: Any) -> bool:
    return gia_tri is None or (isinstance(gia_tri, str) and not gia_tri.strip())


def trich_dan(gia_tri: Any) -> str:
    """A raw or read value as an error quotes it, short."""
    chu = ngay_vn(gia_tri) if isinstance(gia_tri, date) else str(gia_tri).strip()
    return f"“{chu if len(chu) <= HIEN_TOI_DA else chu[:HIEN_TOI_DA] + '…'}”"


class KieuO:
    """A kind of column. `goi_y`: how to fill it in, for the template."""

    goi_y: str = ""

    def doc(self, gia_tri: Any, ngu_canh: NguCanh) -> Any:
        """The Python value of a cell that is not blank. Raises LoiGiaTri."""
        raise NotImplementedError

    def viet(self, gia_tri: Any) -> str:
        """A read value as an error shows it."""
        return trich_dan(gia_tri) if gia_tri not in (None, "") else "“” (trống)"


def _thanh_chu(gia_tri: Any) -> str:
    if isinstance(gia_tri, bool) or not isinstance(gia_tri, str | int | float | date):
        raise LoiGiaTri("không phải là chữ.")
    if isinstance(gia_tri, float) and gia_tri.is_integer():
        gia_tri = int(gia_tri)  # Excel keeps every number as a fraction
    return chuan_chu(ngay_vn(gia_tri) if isinstance(gia_tri, date) else str(gia_tri))


@dataclass(frozen=True)
class ChuViet(KieuO):
    """Free text of at most `dai` characters."""

    dai: int
    goi_y: str = ""

    def doc(self, gia_tri: Any, ngu_canh: NguCanh) -> str:
        chu = _thanh_chu(gia_tri)
        if "\x00" in chu:
            raise LoiGiaTri("có ký tự không đọc được.")
        if len(chu) > self.dai:
            raise LoiGiaTri(f"dài {so_vn(len(chu))} ký tự, tối đa {so_vn(self.dai)}.")
        return chu


@dataclass(frozen=True)
class MaSo(ChuViet):
    """A code; a number that Excel made of it is turned back, a date is not."""

    def doc(self, gia_tri: Any, ngu_canh: NguCanh) -> str:
        if isinstance(gia_tri, date):
            raise LoiGiaTri("Excel đã đổi mã thành ngày; định dạng ô là Văn bản (Text) rồi ghi lại mã.")
        if isinstance(gia_tri, float) and not gia_tri.is_integer():
            raise LoiGiaTri("Excel đã đổi mã thành số lẻ; định dạng ô là Văn bản (Text) rồi ghi lại mã.")
        return super().doc(gia_tri, ngu_canh)


@dataclass(frozen=True)
class NgayThang(KieuO):
    """A date of Excel or text dd/mm/yyyy; after today only when `tuong_lai`."""

    tuong_lai: bool = False
    goi_y: str = "Ngày dạng dd/mm/yyyy."

    def doc(self, gia_tri: Any, ngu_canh: NguCanh) -> date:
        ngay = self._thanh_ngay(gia_tri)
        if not NAM_SOM_NHAT <= ngay.year <= NAM_MUON_NHAT:
            raise LoiGiaTri(f"năm {ngay.year} không hợp lý.")
        if ngay > ngu_canh.hom_nay and not self.tuong_lai:
            raise LoiGiaTri(f"ngày {ngay_vn(ngay)} sau hôm nay ({ngay_vn(ngu_canh.hom_nay)}).")
        return ngay

    def _thanh_ngay(self, gia_tri: Any) -> date:
        if isinstance(gia_tri, datetime):
            return gia_tri.date()
        if isinstance(gia_tri, date):
            return gia_tri
        khop = NGAY_TEXT.fullmatch(gia_tri.strip()) if isinstance(gia_tri, str) else None
        if khop is None:
            raise LoiGiaTri(f"{trich_dan(gia_tri)} không phải ngày; ghi ngày của Excel hoặc dd/mm/yyyy.")
        ngay, thang, nam = (int(phan) for phan in khop.groups())
        try:
            return date(nam, thang, ngay)
        except ValueError as loi:
            raise LoiGiaTri(f"không có ngày {trich_dan(gia_tri)} trong lịch.") from loi


def _kiem_so(gia_tri: Any) -> None:
    """Refuse what is no number at all, and a negative one, whatever the kind wants."""
    chu = gia_tri.strip() if isinstance(gia_tri, str) else gia_tri
    la_so = isinstance(chu, int | float) and not isinstance(chu, bool) and math.isfinite(chu)
    if (la_so and chu < 0) or (isinstance(chu, str) and re.fullmatch(r"-\s*\d[\d.,]*", chu)):
        raise LoiGiaTri(f"{trich_dan(gia_tri)} là số âm.")
    if not la_so and not (isinstance(chu, str) and re.fullmatch(r"\d[\d.,]*", chu)):
        raise LoiGiaTri(f"{trich_dan(gia_tri)} không phải số.")
    if isinstance(chu, str) and NHAP_NHANG.fullmatch(chu):
        raise LoiGiaTri(f"{trich_dan(gia_tri)} có thể hiểu hai cách; ghi liền các chữ số, phần lẻ sau dấu phẩy.")


@dataclass(frozen=True)
class SoNguyen(KieuO):
    """A whole number from `tu` to `den`; Excel's 3.0 is 3."""

    tu: int = 0
    den: int = SO_NGUYEN_LON_NHAT
    goi_y: str = "Số nguyên."

    def doc(self, gia_tri: Any, ngu_canh: NguCanh) -> int:
        _kiem_so(gia_tri)
        so = self._thanh_so(gia_tri)
        if not self.tu <= so <= self.den:
            pham_vi = f"từ {self.tu} đến {self.den}" if self.den < SO_NGUYEN_LON_NHAT else f"ít nhất là {self.tu}"
            raise LoiGiaTri(f"{trich_dan(gia_tri)} không hợp lệ; phải là số nguyên {pham_vi}.")
        return so

    def _thanh_so(self, gia_tri: Any) -> int:
        if isinstance(gia_tri, str):
            chu = gia_tri.strip()
            if khop := NGUYEN_TEXT.fullmatch(chu):
                return int(khop[1])
            if NHOM_BA_TEXT.fullmatch(chu) and "," not in chu:
                return int(chu.replace(".", ""))
        elif int(gia_tri) == gia_tri:
            return int(gia_tri)
        raise LoiGiaTri(f"{trich_dan(gia_tri)} không phải số nguyên.")

    def viet(self, gia_tri: Any) -> str:
        return f"“{so_vn(gia_tri)}”"


@dataclass(frozen=True)
class SoLuong(KieuO):
    """Money in triệu đồng (Trđ) or land in m², at most two decimals; text with a decimal comma or point."""

    goi_y: str = "Số, tối đa hai chữ số thập phân."

    def doc(self, gia_tri: Any, ngu_canh: NguCanh) -> Decimal:
        _kiem_so(gia_tri)
        so = self._thanh_so(gia_tri)
        if so >= LUONG_LON_NHAT:
            raise LoiGiaTri(f"{trich_dan(gia_tri)} quá lớn.")
        tron = so.quantize(Decimal("0.01"))
        if abs(tron - so) > SAI_SO_MAY:
            raise LoiGiaTri(f"{trich_dan(gia_tri)} có quá hai chữ số thập phân.")
        return tron

    def _thanh_so(self, gia_tri: Any) -> Decimal:
        if not isinstance(gia_tri, str):
            return Decimal(str(gia_tri))
        chu = gia_tri.strip()
        if LE_TEXT.fullmatch(chu):
            return Decimal(chu.replace(",", "."))
        if NHOM_BA_TEXT.fullmatch(chu):
            return Decimal(chu.replace(".", "").replace(",", "."))
        raise LoiGiaTri(f"{trich_dan(gia_tri)} không phải số có tối đa hai chữ số thập phân.")

    def viet(self, gia_tri: Any) -> str:
        return f"“{so_vn(gia_tri)}”"


@dataclass(frozen=True)
class LuaChon(KieuO):
    """One of some choices, given by its code or by the label the application shows."""

    cac_muc: tuple[Any, ...]  # members of a TextChoices
    goi_y: str = "Chọn trong danh sách."

    def doc(self, gia_tri: Any, ngu_canh: NguCanh) -> str:
        khoa = khoa_so_sanh(str(gia_tri))
        for muc in self.cac_muc:
            if khoa in (khoa_so_sanh(muc.value), khoa_so_sanh(muc.label)):
                return muc.value
        cho_phep = ", ".join(f"{muc.value} ({muc.label})" for muc in self.cac_muc)
        raise LoiGiaTri(f"{trich_dan(gia_tri)} không có trong danh sách: {cho_phep}.")

    def viet(self, gia_tri: Any) -> str:
        nhan = {muc.value: muc.label for muc in self.cac_muc}
        return trich_dan(f"{gia_tri} ({nhan[gia_tri]})" if gia_tri in nhan else gia_tri or "")


@dataclass(frozen=True)
class DauX(KieuO):
    """`x` or blank."""

    goi_y: str = "Ghi x hoặc để trống."

    def doc(self, gia_tri: Any, ngu_canh: NguCanh) -> bool:
        if isinstance(gia_tri, str) and gia_tri.strip().casefold() == "x":
            return True
        raise LoiGiaTri(f"{trich_dan(gia_tri)} không hợp lệ; chỉ ghi x hoặc để trống.")

    def viet(self, gia_tri: Any) -> str:
        return "“x”" if gia_tri else "“” (trống)"


@dataclass(frozen=True)
class MaDanhMuc(KieuO):
    """A code of a list that the application holds (`ten` in NguCanh.danh_muc); also its name, or code and name."""

    ten: str
    goi: str
    goi_y: str = "Chọn trong danh sách hoặc ghi mã."
    so_le_ma: ClassVar[int] = 2

    def doc(self, gia_tri: Any, ngu_canh: NguCanh) -> str:
        for khoa in self._cac_khoa(gia_tri):
            if ma := ngu_canh.danh_muc[self.ten].get(khoa):
                return ma
        raise LoiGiaTri(f"không có {self.goi} mã {trich_dan(gia_tri)}.")

    def _cac_khoa(self, gia_tri: Any) -> tuple[str, ...]:
        if isinstance(gia_tri, int | float) and not isinstance(gia_tri, bool):
            # Excel made 2.01 of "02.01" and 2 of "02".
            nguyen = float(gia_tri).is_integer()
            return (str(int(gia_tri)), f"{int(gia_tri):02d}") if nguyen else (f"{gia_tri:05.{self.so_le_ma}f}",)
        return (khoa_so_sanh(str(gia_tri)),)
