from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template

from tochuc.dinh_dang import ngay_thang_nam, ngay_vn, phan_tram, so_ky_hieu, so_van, so_vn, thu_ngay


@pytest.mark.parametrize(
    ("gia_tri", "mong_doi"),
    [
        (0, "0"),
        (7, "7"),
        (999, "999"),
        (3116, "3.116"),
        (1234567, "1.234.567"),
        (-1234, "-1.234"),
        (Decimal("12345.67"), "12.345,67"),
        (Decimal("12.50"), "12,5"),
        (Decimal("100.00"), "100"),
        (Decimal("1E+3"), "1.000"),
        (12.1, "12,1"),
        (0.5, "0,5"),
        (None, ""),
        ("", ""),
    ],
)
def test_so_vn(gia_tri, mong_doi):
    assert so_vn(gia_tri) == mong_doi


@pytest.mark.parametrize(
    ("gia_tri", "mong_doi"),
    [
        (4, "04"),
        (31, "31"),
        (3116, "3.116"),
        (9, "09"),
        (10, "10"),
        (0, "không"),
        (-7, "-07"),
        (4.5, "4,5"),
        (None, ""),
    ],
)
def test_so_van_leads_with_a_zero_below_ten(gia_tri, mong_doi):
    assert so_van(gia_tri) == mong_doi


@pytest.mark.parametrize(
    ("tu", "mau", "so_le", "mong_doi"),
    [
        (66, 77, 2, "85,71%"),
        (61, 174, 1, "35,1%"),
        (29, 174, 1, "16,7%"),
        (40, 711, 1, "5,6%"),
        (2260, 2265, 2, "99,78%"),
        (35, 60, 2, "58,33%"),
        (1, 8, 2, "12,50%"),
        (1, 16, 1, "6,3%"),
        (-1, 8, 1, "-12,5%"),
        (12345, 10, 1, "123.450,0%"),
        (5, 10, 0, "50%"),
        (5, 0, 2, ""),
    ],
)
def test_phan_tram_rounds_half_up(tu, mau, so_le, mong_doi):
    assert phan_tram(tu, mau, so_le) == mong_doi


@pytest.mark.parametrize(
    ("ngay", "mong_doi"),
    [
        (date(2026, 12, 2), "ngày 02 tháng 12 năm 2026"),
        (date(2026, 2, 15), "ngày 15 tháng 02 năm 2026"),
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        (None, "ngày … tháng … năm …"),
    ],
)
def test_ngay_thang_nam_follows_decree_30(ngay, mong_doi):
    assert ngay_thang_nam(ngay) == mong_doi


@pytest.mark.parametrize(
    ("ngay", "mong_doi"),
    [(date(2026, 12, 2), "thứ Tư 02/12/2026"), (date(2026, 12, 20), "Chủ nhật 20/12/2026"), (None, "")],
)
def test_thu_ngay_names_the_day(ngay, mong_doi):
    assert thu_ngay(ngay) == mong_doi


def test_ngay_vn():
    assert (ngay_vn(date(2026, 1, 5)), ngay_vn(None)) == ("05/01/2026", "")


def test_so_ky_hieu_leaves_room_before_the_number_is_given():
    assert (so_ky_hieu(5, "BC-TTYT"), so_ky_hieu(112, "BC-TTYT"), so_ky_hieu(None, "BC-TTYT")) == (
        "05/BC-TTYT",
        "112/BC-TTYT",
        "…/BC-TTYT",
    )


def test_filters_read_the_day_in_local_time():
    mau = Template(
        "{% load dinh_dang %}{{ luc|ngay_vn }} {{ luc|thu_ngay }} {{ luc|ngay_thang_nam }} "
        "{{ 3116|so_vn }} {{ 4|so_van }} {{ 66|phan_tram:77 }}"
    )

    chu = mau.render(Context({"luc": datetime(2026, 12, 1, 20, 0, tzinfo=UTC)}))

    assert chu == "02/12/2026 thứ Tư 02/12/2026 ngày 02 tháng 12 năm 2026 3.116 04 85,71%"
