"""A workbook reads back as it was written, and no text of a citizen runs as a formula."""

from datetime import date

import pytest
from openpyxl import load_workbook

from tochuc.bang_tinh import ghi_bang_tinh


def test_text_longer_than_a_cell_is_cut_not_lost():
    with ghi_bang_tinh("Sổ", [], [("A", 5)], [["ă" * 40_000]]) as tep:
        assert load_workbook(tep).active["A2"].value == "ă" * 32_767


@pytest.mark.parametrize("chu", ["=1+1", "+84 903", "-5", "@SUM(A1)", '=HYPERLINK("x")'])
def test_text_that_looks_like_a_formula_stays_text(chu):
    with ghi_bang_tinh("Sổ", [], [("Nội dung", 40)], [[chu]]) as tep:
        o = load_workbook(tep).active["A2"]

    assert (o.value, o.data_type) == (chu, "s")


def test_numbers_and_dates_stay_what_they_are():
    with ghi_bang_tinh("Sổ", [], [("A", 5)] * 3, [[-5, date(2026, 12, 2), None]]) as tep:
        trang = load_workbook(tep).active

    so, ngay, trong = trang[2]
    assert (so.value, ngay.value.date(), trong.value) == (-5, date(2026, 12, 2), None)
    assert ngay.number_format == "DD/MM/YYYY"


def test_control_characters_are_left_out():
    with ghi_bang_tinh("Sổ", [], [("A", 5)], [["a\x00b\x0bc"]]) as tep:
        assert load_workbook(tep).active["A2"].value == "abc"


def test_workbook_reads_back():
    with ghi_bang_tinh(
        "Sổ", ["SỔ ĐƠN", "Năm 2026"], [("Mã", 12), ("Nội dung", 40)], [["DT-1", "Hỏi về viện phí"]]
    ) as tep:
        trang = load_workbook(tep).active

    assert trang.title == "Sổ"
    assert [[o.value for o in dong] for dong in trang.iter_rows(max_col=2)] == [
        ["SỔ ĐƠN", None],
        ["Năm 2026", None],
        [None, None],
        ["Mã", "Nội dung"],
        ["DT-1", "Hỏi về viện phí"],
    ]
    assert trang.freeze_panes == "A5"
    assert trang.column_dimensions["B"].width == 40.7109375  # 40 characters and the margins of the cell


def test_numbered_columns():
    with ghi_bang_tinh("Sổ", [], [("Mã", 12), ("Ngày", 12)], [], danh_so_cot=True) as tep:
        trang = load_workbook(tep).active

    assert [[o.value for o in dong] for dong in trang.iter_rows()] == [["Mã", "Ngày"], ["(1)", "(2)"]]
