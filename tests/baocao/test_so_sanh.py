"""A period beside earlier ones: differences and percentages as people write them."""

from decimal import Decimal

import pytest

from baocao.ky import lap_ky
from baocao.so_sanh import BaKy, BienDong
from tests.baocao.ky_mau import so_lieu


@pytest.mark.parametrize(
    ("nay", "truoc", "hieu", "ty_le"),
    [
        (15, 12, "+3", "+25,00%"),
        (12, 15, "-3", "-20,00%"),
        (5, 0, "+5", ""),
        (0, 0, "0", ""),
        (7, 7, "0", "0,00%"),
        (Decimal("1250.5"), Decimal(1000), "+250,5", "+25,05%"),
        (2, 3, "-1", "-33,33%"),
    ],
)
def test_bien_dong(nay, truoc, hieu, ty_le):
    bien_dong = BienDong(nay, truoc)

    assert (bien_dong.chu_hieu, bien_dong.chu_ty_le) == (hieu, ty_le)


@pytest.mark.parametrize(
    ("nay", "truoc", "ty_le"),
    [
        (33, 32, Decimal("3.13")),  # 3,125 half up
        (31, 32, Decimal("-3.13")),
        (Decimal("0.74"), Decimal("0.64"), Decimal("15.63")),
        (0, 7, Decimal(-100)),
        (7, 0, None),
    ],
)
def test_ty_le(nay, truoc, ty_le):
    assert BienDong(nay, truoc).ty_le == ty_le


def test_chi_cot_co_so_o_mot_trong_ba_ky():
    ky = lap_ky("Q2", 2026)
    ba_ky = BaKy(so_lieu(ky, XLD_1=3), so_lieu(ky.ky_truoc(), XLD_2=1), so_lieu(ky.cung_ky()))

    bang = {muc.bieu.ma: [(dong.cot.so, dong.nay, dong.ky_truoc.truoc) for dong in muc.dong] for muc in ba_ky.cac_bang}

    assert bang["02/XLD"] == [(1, 3, 0), (2, 0, 1)]
    assert bang["01/TCD"] == []
