"""Filters that lay the plain text of a form out on paper."""

import pytest

from tochuc.dinh_dang import ten_trong_cau
from tochuc.templatetags.dinh_dang import CHO_TRONG, DONG_TRONG, cac_dong, cham, doan, dong_bang, ngay_chu


@pytest.mark.parametrize(
    ("chu", "cac_muc"),
    [
        ("", []),
        ("Người khiếu nại;\n- Sở Y tế.\n\n", ["Người khiếu nại", "Sở Y tế"]),
        (" - \n;\n", []),
    ],
)
def test_cac_dong(chu, cac_muc):
    assert cac_dong(chu) == cac_muc


def test_doan_van_giu_dong_va_thoat_ky_tu_la():
    assert doan("Dòng <một>\n\n Dòng & hai") == "<p>Dòng &lt;một&gt;</p><p>Dòng &amp; hai</p>"


def test_doan_van_trong_chua_cho_de_viet():
    assert doan(" \n") == f"<p>{DONG_TRONG}</p>"


def test_dong_bang():
    assert dong_bang("A | Trưởng khoa\n\nB |") == [["A", "Trưởng khoa"], ["B", ""]]


@pytest.mark.parametrize(("chu", "trong_cau"), [("Lý do.", "Lý do"), ("Lý do", "Lý do"), (" ", CHO_TRONG)])
def test_cham(chu, trong_cau):
    assert cham(chu) == trong_cau


@pytest.mark.parametrize(
    ("chu", "bang_chu"),
    [
        ("02/12/2026", "ngày 02 tháng 12 năm 2026"),
        ("5/2/2026", "ngày 05 tháng 02 năm 2026"),
        ("", "ngày … tháng … năm …"),
        ("31/02/2026", "31/02/2026"),
        ("cuối quý IV", "cuối quý IV"),
    ],
)
def test_ngay_viet_bang_chu(chu, bang_chu):
    assert ngay_chu(chu) == bang_chu


@pytest.mark.parametrize(
    ("ten", "trong_cau"),
    [
        ("TRUNG TÂM Y TẾ KHU VỰC MẪU", "Trung tâm Y tế khu vực Mẫu"),
        ("SỞ Y TẾ", "Sở Y tế"),
        ("Trung tâm Y tế Mẫu", "Trung tâm Y tế Mẫu"),
        ("TRUNG TÂM Y TẾ\nHUYỆN MẪU", "Trung tâm Y tế huyện Mẫu"),
    ],
)
def test_ten_co_quan_trong_cau(ten, trong_cau):
    assert ten_trong_cau(ten) == trong_cau
