"""Template filters over tochuc.dinh_dang; moments are turned to local time before the day is read.

Those for documents take the plain text that somebody wrote into a field of a form and lay it out on paper.
"""

import re
from datetime import date

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from tochuc import dinh_dang

register = template.Library()

register.filter("so_vn", dinh_dang.so_vn)
register.filter("so_van", dinh_dang.so_van)
register.filter("ngay_vn", dinh_dang.ngay_vn, expects_localtime=True)
register.filter("thu_ngay", dinh_dang.thu_ngay, expects_localtime=True)
register.filter("ngay_thang_nam", dinh_dang.ngay_thang_nam, expects_localtime=True)
register.filter("phan_tram", dinh_dang.phan_tram)
register.filter("ten_trong_cau", dinh_dang.ten_trong_cau)

# Room for the hand: a part of a line, a whole line of a document.
CHO_TRONG, DONG_TRONG = "…" * 8, "…" * 30
NGAY_SO = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
NGAN_O = "|"


@register.filter
def cac_dong(chu: str) -> list[str]:
    """Entries of a text with one a line, without the mark that the document sets itself: "a;\\n- b." → ["a", "b"]."""
    return [dong.strip().removeprefix("- ").rstrip(";.").strip() for dong in chu.splitlines() if dong.strip(" -;.")]


@register.filter
def doan(chu: str) -> SafeString:
    """Each line as a paragraph, escaped; dots where there is nothing."""
    cac_doan = [dong.strip() for dong in chu.splitlines() if dong.strip()]
    return format_html_join("", "<p>{}</p>", ((dong,) for dong in cac_doan or [DONG_TRONG]))


@register.filter
def dong_bang(chu: str) -> list[list[str]]:
    """Rows of a text with one a line, cells parted by "|": "a | b" → [["a", "b"]]."""
    return [[o.strip() for o in dong.split(NGAN_O)] for dong in chu.splitlines() if dong.strip()]


@register.filter
def cham(chu: str) -> str:
    """The text as part of a sentence, without its last full stop; dots where there is nothing."""
    return chu.strip().removesuffix(".").strip() or CHO_TRONG


@register.filter
def ngay_chu(chu: str) -> str:
    """A date written in figures as a document has it: "02/12/2026" → "ngày 02 tháng 12 năm 2026".

    Nothing leaves room for the hand; what is no date stays as it was written.
    """
    khop = NGAY_SO.fullmatch(chu.strip())
    if not khop:
        return chu.strip() or dinh_dang.ngay_thang_nam(None)
    try:
        return dinh_dang.ngay_thang_nam(date(int(khop[3]), int(khop[2]), int(khop[1])))
    except ValueError:
        return chu.strip()
