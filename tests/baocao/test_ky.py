from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.ky import CAC_QUY, LoiKy, cac_ky, cac_ky_chua, doc_ky, ky_hien_tai, ky_sap_han


@pytest.mark.parametrize(
    ("chu", "ten", "tu_ngay", "den_ngay", "co_loi_van", "han_so", "han_tinh"),
    [
        ("Q1/2026", "Báo cáo Quý I năm 2026", (2025, 12, 15), (2026, 3, 14), True, (2026, 3, 17), (2026, 3, 20)),
        ("Q2/2026", "Báo cáo Quý II năm 2026", (2026, 3, 15), (2026, 6, 14), False, (2026, 6, 17), (2026, 6, 20)),
        ("6T/2026", "Báo cáo 6 tháng năm 2026", (2025, 12, 15), (2026, 6, 14), True, (2026, 6, 17), (2026, 6, 20)),
        ("Q3/2026", "Báo cáo Quý III năm 2026", (2026, 6, 15), (2026, 9, 14), False, (2026, 9, 17), (2026, 9, 20)),
        ("9T/2026", "Báo cáo 9 tháng năm 2026", (2025, 12, 15), (2026, 9, 14), True, (2026, 9, 17), (2026, 9, 20)),
        ("Q4/2026", "Báo cáo Quý IV năm 2026", (2026, 9, 15), (2026, 12, 14), False, (2026, 12, 17), (2026, 12, 20)),
        ("N/2026", "Báo cáo năm 2026", (2025, 12, 15), (2026, 12, 14), True, (2026, 12, 17), (2026, 12, 20)),
    ],
)
def test_periods_of_the_circular(chu, ten, tu_ngay, den_ngay, co_loi_van, han_so, han_tinh):
    ky = doc_ky(chu)

    assert (ky.ten, ky.tu_ngay, ky.den_ngay, ky.co_loi_van, ky.han_so, ky.han_tinh) == (
        ten,
        date(*tu_ngay),
        date(*den_ngay),
        co_loi_van,
        date(*han_so),
        date(*han_tinh),
    )
    assert str(ky) == chu


@pytest.mark.parametrize("chu", [" 9t / 2026 ", "9T/2026", "9t/2026"])
def test_doc_ky_takes_any_case_and_spaces(chu):
    assert str(doc_ky(chu)) == "9T/2026"


@pytest.mark.parametrize("chu", ["", "9T", "2026", "9T/26", "9T-2026", "H1/2026", "Q5/2026", "9T/2026/1", "9T/२०२६"])
def test_doc_ky_refuses_with_a_sentence(chu):
    with pytest.raises(LoiKy) as loi:
        doc_ky(chu)

    assert str(loi.value) == (
        f"Kỳ báo cáo “{chu}” không hợp lệ: cần viết mã và năm, ví dụ 9T/2026; các mã là Q1, Q2, 6T, Q3, 9T, Q4, N."
    )


def test_doc_ky_refuses_a_year_before_2000():
    with pytest.raises(LoiKy, match="năm phải từ 2000 trở đi"):
        doc_ky("N/0026")


def test_ten_ky():
    assert [ky.ten_ky for ky in cac_ky(2026)] == [
        "Quý I năm 2026",
        "Quý II năm 2026",
        "6 tháng năm 2026",
        "Quý III năm 2026",
        "9 tháng năm 2026",
        "Quý IV năm 2026",
        "Năm 2026",
    ]


@pytest.mark.parametrize(
    ("chu", "truoc", "cung_ky"),
    [
        ("Q1/2026", "Q4/2025", "Q1/2025"),
        ("Q2/2026", "Q1/2026", "Q2/2025"),
        ("Q4/2026", "Q3/2026", "Q4/2025"),
        ("6T/2026", "6T/2025", "6T/2025"),
        ("N/2026", "N/2025", "N/2025"),
    ],
)
def test_periods_to_compare_with(chu, truoc, cung_ky):
    ky = doc_ky(chu)

    assert (str(ky.ky_truoc()), str(ky.cung_ky())) == (truoc, cung_ky)


@pytest.mark.parametrize(
    ("ngay", "mong_doi"),
    [
        (date(2026, 12, 14), ["Q4/2026", "N/2026"]),
        (date(2026, 12, 15), ["Q1/2027", "6T/2027", "9T/2027", "N/2027"]),
        (date(2026, 6, 14), ["Q2/2026", "6T/2026", "9T/2026", "N/2026"]),
        (date(2026, 6, 15), ["Q3/2026", "9T/2026", "N/2026"]),
    ],
)
def test_cac_ky_chua_at_the_cut_off(ngay, mong_doi):
    assert [str(ky) for ky in cac_ky_chua(ngay)] == mong_doi


def test_ky_sap_han_names_both_sets_of_december():
    assert [str(ky) for ky in ky_sap_han(date(2026, 11, 22))] == ["Q4/2026", "N/2026"]
    assert [str(ky) for ky in ky_sap_han(date(2026, 12, 17))] == ["Q4/2026", "N/2026"]
    assert [str(ky) for ky in ky_sap_han(date(2026, 12, 18))] == ["Q1/2027"]


def test_cac_quy_of_nine_months():
    assert [str(ky) for ky in doc_ky("9T/2026").cac_quy()] == ["Q1/2026", "Q2/2026", "Q3/2026"]
    assert [str(ky) for ky in doc_ky("Q3/2026").cac_quy()] == ["Q3/2026"]


@given(st.dates(date(2001, 1, 1), date(2099, 12, 31)))
def test_every_day_lies_in_one_quarter_and_quarters_touch(ngay):
    ky = ky_hien_tai(ngay)

    assert ky.ma in CAC_QUY
    assert ky.tu_ngay <= ngay <= ky.den_ngay
    assert ky.ky_truoc().den_ngay + timedelta(days=1) == ky.tu_ngay
