"""The official documents of khiếu nại, tố cáo, kiến nghị, phản ánh: code, exact name, article, versions, fields.

A code is namespaced by the text that carries the form (ND124, ND31, TT05); acts that the law demands without giving a
form have one of ours (LKN, LTC, KNPA, TTYT). A form that was replaced keeps its row up to its last day. The words
around the fields are in `templates/donthu/in/`, one file for each code.
"""

from datetime import date

from donthu.van_ban.khieu_nai import KHIEU_NAI_MAU
from donthu.van_ban.mau import (
    BANG_KE,
    CAC_BEN,
    CHU_NGAN,
    DANH_SACH,
    DOAN_VAN,
    GIAM_DOC,
    KHONG_SO,
    NGAN_O,
    NGAY_THANG,
    Truong,
    VanBan,
    tim_ban,
)
from donthu.van_ban.to_cao import TO_CAO_MAU
from donthu.van_ban.to_cao_khac import TO_CAO_KHAC_MAU
from donthu.van_ban.xac_minh import XAC_MINH_MAU
from donthu.van_ban.xu_ly_don import XU_LY_DON_MAU

__all__ = [
    "BANG_KE",
    "CAC_BEN",
    "CAC_VAN_BAN",
    "CHU_NGAN",
    "DANH_SACH",
    "DOAN_VAN",
    "GIAM_DOC",
    "KHONG_SO",
    "NGAN_O",
    "NGAY_THANG",
    "Truong",
    "VanBan",
    "duong_dan_mau",
    "mau_van_ban",
]

CAC_VAN_BAN: tuple[VanBan, ...] = KHIEU_NAI_MAU + XAC_MINH_MAU + TO_CAO_MAU + TO_CAO_KHAC_MAU + XU_LY_DON_MAU


def mau_van_ban(ma: str, ngay: date) -> VanBan:
    """The version of the document `ma` in force on `ngay`. Raises KeyError when there is none."""
    return tim_ban(CAC_VAN_BAN, ma, ngay)


def duong_dan_mau(ma: str) -> str:
    """The template of the document `ma`: "ND124-14a" → "donthu/in/nd124-14a.html"."""
    return f"donthu/in/{ma.lower().replace('/', '-')}.html"
