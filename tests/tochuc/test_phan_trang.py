"""Keyset paging shows each row once, from either end, whatever is added meanwhile."""

from datetime import date

import pytest
from django.http import QueryDict

from tochuc.models import NgayNghi
from tochuc.phan_trang import TRAN_DEM, phan_trang, ten_dao

pytestmark = pytest.mark.django_db


@pytest.fixture
def bang():
    """Seven rows, three of them of one name, ordered by (name, -day)."""
    NgayNghi.objects.all().delete()
    NgayNghi.objects.bulk_create(
        NgayNghi(ngay=date(2026, 1, ngay), loai="nghi_le", ten=ten) for ngay, ten in enumerate("babbcac", start=1)
    )
    return NgayNghi.objects.all()


def trang_cua(bang, dia_chi="", **khac):
    return phan_trang(bang, QueryDict(dia_chi.removeprefix("?")), ("ten", "-pk"), moi_trang=3, **khac)


def ngay_cua(trang) -> list[int]:
    return [dong.ngay.day for dong in trang]


def test_pages_forward_show_each_row_once(bang):
    dau = trang_cua(bang)
    giua = trang_cua(bang, dau.sau)
    cuoi = trang_cua(bang, giua.sau)

    assert [ngay_cua(trang) for trang in (dau, giua, cuoi)] == [[6, 2, 4], [3, 1, 7], [5]]
    assert (dau.truoc, dau.dau, cuoi.sau, cuoi.cuoi) == ("", "", "", "")


def test_last_page_and_back_show_each_row_once(bang):
    cuoi = trang_cua(bang, trang_cua(bang).cuoi)
    truoc = trang_cua(bang, cuoi.truoc)

    assert [ngay_cua(trang) for trang in (cuoi, truoc)] == [[1, 7, 5], [2, 4, 3]]
    assert cuoi.sau == ""
    assert ngay_cua(trang_cua(bang, truoc.sau)) == [1, 7, 5]


def test_back_to_the_start_gives_the_whole_first_page(bang):
    cuoi = trang_cua(bang, "?cuoi=1")
    truoc = trang_cua(bang, cuoi.truoc)

    dau = trang_cua(bang, truoc.truoc)

    assert ngay_cua(dau) == [6, 2, 4]
    assert dau.truoc == ""


def test_row_added_before_the_key_does_not_repeat_a_row(bang):
    dau = trang_cua(bang)
    NgayNghi.objects.create(ngay=date(2026, 2, 1), loai="nghi_le", ten="a")

    assert ngay_cua(trang_cua(bang, dau.sau)) == [3, 1, 7]


def test_other_filters_stay_in_the_addresses(bang):
    trang = trang_cua(bang, "?loai=nghi_le&q=t%E1%BA%BFt&sau=a~2")

    khoa = bang.get(ngay=date(2026, 1, 1)).pk
    assert trang.dau == "?loai=nghi_le&q=t%E1%BA%BFt"
    assert trang.sau.startswith("?loai=nghi_le&q=t%E1%BA%BFt&sau=")
    assert trang_cua(bang, f"?sau=b~{khoa}").dong[0].ten == "c"


@pytest.mark.parametrize("con_tro", ["sau=", "sau=x", "sau=a~b~c", "sau=a~khong-phai-so", "truoc=a~", "sau=z~1"])
def test_broken_cursor_is_the_first_page(bang, con_tro):
    assert ngay_cua(trang_cua(bang, con_tro)) == [6, 2, 4]


def test_empty_list(bang):
    trang = trang_cua(bang.none(), "?cuoi=1")

    assert trang.dong == []
    assert trang.so_dem == "0 dòng"
    assert (trang.dau, trang.truoc, trang.sau, trang.cuoi) == ("", "", "", "")


def test_count_is_capped():
    NgayNghi.objects.all().delete()
    dau = date(2000, 1, 1).toordinal()
    NgayNghi.objects.bulk_create(
        NgayNghi(ngay=date.fromordinal(dau + so), loai="nghi_le", ten="x") for so in range(TRAN_DEM)
    )
    vua_du = trang_cua(NgayNghi.objects.all(), danh_tu="ngày").so_dem
    NgayNghi.objects.create(ngay=date.fromordinal(dau + TRAN_DEM), loai="nghi_le", ten="x")

    assert vua_du == "1.000 ngày"
    assert trang_cua(NgayNghi.objects.all(), danh_tu="ngày").so_dem == "Hơn 1.000 ngày"


def test_two_queries_a_page(bang, django_assert_num_queries):
    with django_assert_num_queries(2):
        trang_cua(bang, "?cuoi=1")


def test_order_the_other_way_round():
    assert [ten_dao("-ngay"), ten_dao("ngay")] == ["ngay", "-ngay"]
