"""What stands around a table that the centre prints for its own use, by NĐ 30/2020: heads, place, who signs."""

from typing import Any

from tochuc.models import CauHinh


def dau_giay(ten_loai: str, trich_yeu: str) -> dict[str, Any]:
    """Give what in/van_ban.html needs; the date is left to the hand that signs."""
    cau_hinh = CauHinh.hien_hanh()
    return {
        "co_quan_chu_quan": cau_hinh.co_quan_chu_quan,
        "co_quan_ban_hanh": cau_hinh.ten_co_quan,
        "dia_danh": cau_hinh.dia_danh,
        "ngay_van_ban": None,
        "ten_loai": ten_loai,
        "trich_yeu": trich_yeu,
        "chuc_vu": cau_hinh.chuc_danh_dung_dau,
        "nguoi_ky": cau_hinh.nguoi_dung_dau,
    }
