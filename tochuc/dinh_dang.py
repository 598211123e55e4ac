"""How numbers and dates are written on screen and on paper.

Thousands ".", decimals ","; counts below 10 with a leading 0 in official prose ("06 đơn", "02 vụ việc"); in a date the
day below 10 and the months 1 and 2 get a leading 0 (Phụ lục I NĐ 30/2020, Mục II.4).
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

CON_SO = int | float | Decimal

THU_TRONG_TUAN = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
CHO_TRONG = "…"
# Head lines of a document are in capitals; the same name inside a sentence is not.
TEN_TRONG_CAU = {
    "Y Tế": "Y tế",
    "Trung Tâm": "Trung tâm",
    "Khu Vực": "khu vực",
    "Thành Phố": "thành phố",
    "Thị Xã": "thị xã",
    "Huyện": "huyện",
    "Tỉnh": "tỉnh",
}


def thap_phan(gia_tri: CON_SO | str) -> Decimal:
    """Give the number as the shortest decimal that reads back the same (0.1 stays 0.1)."""
    return gia_tri if isinstance(gia_tri, Decimal) else Decimal(str(gia_tri))


def so_vn(gia_tri: CON_SO | str | None) -> str:
    """Write a number the Vietnamese way: 3116 → "3.116", 12345.67 → "12.345,67", 12.50 → "12,5".

    None, and the empty text by which a template names a missing value, give "".
    """
    if gia_tri is None or gia_tri == "":
        return ""
    nguyen, _, le = f"{thap_phan(gia_tri):,f}".partition(".")
    le = le.rstrip("0")
    return nguyen.replace(",", ".") + (f",{le}" if le else "")


def so_van(gia_tri: CON_SO | str | None) -> str:
    """Write a count in official prose: 4 → "04", 31 → "31", 3116 → "3.116", 0 → "không"; None or "" → ""."""
    if gia_tri is None or gia_tri == "":
        return ""
    so_doc = thap_phan(gia_tri)
    if so_doc == 0:
        return "không"
    if so_doc == so_doc.to_integral_value() and abs(so_doc) < 10:
        return f"{'-' if so_doc < 0 else ''}0{abs(int(so_doc))}"
    return so_vn(so_doc)


def ty_le_phan_tram(tu: CON_SO, mau: CON_SO, so_le: int = 2) -> Decimal | None:
    """Work out tu / mau as a percentage rounded half up: 66, 77 → 85.71. A zero denominator gives none."""
    if mau == 0:
        return None
    return (thap_phan(tu) * 100 / thap_phan(mau)).quantize(Decimal(1).scaleb(-so_le), rounding=ROUND_HALF_UP)


def phan_tram(tu: CON_SO, mau: CON_SO, so_le: int = 2) -> str:
    """Write tu / mau as a percentage rounded half up: 66, 77 → "85,71%". A zero denominator gives no percentage: ""."""
    ty_le = ty_le_phan_tram(tu, mau, so_le)
    if ty_le is None:
        return ""
    return f"{ty_le:,f}".replace(",", " ").replace(".", ",").replace(" ", ".") + "%"


def ngay_vn(ngay: date | None) -> str:
    """Write a date as dd/mm/yyyy; None → ""."""
    return f"{ngay:%d/%m/%Y}" if ngay else ""


def thu_ngay(ngay: date | None) -> str:
    """Write a date with its day of the week: "thứ Tư 02/12/2026"; None → ""."""
    return f"{THU_TRONG_TUAN[ngay.weekday()]} {ngay_vn(ngay)}" if ngay else ""


def ngay_thang_nam(ngay: date | None) -> str:
    """Write a date as the head of an official document does: "ngày 02 tháng 12 năm 2026", "ngày 15 tháng 02 năm 2026".

    None leaves room for the hand that signs: "ngày … tháng … năm …".
    """
    if ngay is None:
        return f"ngày {CHO_TRONG} tháng {CHO_TRONG} năm {CHO_TRONG}"
    thang = f"{ngay.month:02d}" if ngay.month < 3 else str(ngay.month)
    return f"ngày {ngay.day:02d} tháng {thang} năm {ngay.year}"


def cat_chu(chu: str, toi_da: int) -> str:
    """Cut a long text for a list: no more than `toi_da` characters, "…" where some are missing."""
    return chu if len(chu) <= toi_da else f"{chu[: toi_da - 1].rstrip()}{CHO_TRONG}"


def so_ky_hieu(so_van_ban: int | None, ky_hieu: str) -> str:
    """Join number and symbol of a document: 5, "BC-TTYT" → "05/BC-TTYT"; None leaves room for the clerk's number."""
    return f"{CHO_TRONG if so_van_ban is None else f'{so_van_ban:02d}'}/{ky_hieu}"


def ten_trong_cau(ten: str) -> str:
    """Write a name in capitals as a sentence has it: "TRUNG TÂM Y TẾ KHU VỰC MẪU" → "Trung tâm Y tế khu vực Mẫu"."""
    if not ten.isupper():
        return ten
    ten = " ".join(ten.title().split())
    for hoa, thuong in TEN_TRONG_CAU.items():
        ten = ten.replace(hoa, thuong)
    return ten
