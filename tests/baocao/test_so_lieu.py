"""The small register of conftest.py counted by hand: every rule of the forms once, on both sides of its edge."""

from decimal import Decimal

import pytest

from baocao.bieu_mau import GHI_CHU, KetQuaKiemTra, KieuSo, cac_che_do
from baocao.ky import doc_ky
from baocao.so_lieu import CAC_COT, tinh_bao_cao, tinh_so_lieu
from donthu.models import KetQuaThiHanh

QUY_HAI, SAU_THANG = doc_ky("Q2/2026"), doc_ky("6T/2026")


def thanh_bang(**cac_bieu) -> dict[str, dict[int, int | Decimal]]:
    """Forms as the application gives them, from lists of columns."""
    ma_bieu = {bieu.ma[:2]: bieu for bieu in cac_che_do()[0].bieu}
    return {
        ma_bieu[ten[1:]].ma: {
            cot.so: gia_tri if cot.kieu == KieuSo.NGUYEN else Decimal(gia_tri).quantize(Decimal("0.01"))
            for cot, gia_tri in zip(ma_bieu[ten[1:]].cot, cac_so, strict=True)
        }
        for ten, cac_so in cac_bieu.items()
    }


def test_second_quarter_counted_by_hand(so_sach):
    so_lieu = tinh_so_lieu(QUY_HAI.tu_ngay, QUY_HAI.den_ngay)

    assert so_lieu == thanh_bang(
        b01=[
            *(8, 28, 5, 3),  # L2-L8, L10; V1-V5; L3, L4, L5
            *(5, 16, 2, 1, 7),  # L2, L5-L8; V4, V5
            *(2, 2, 7, 2, 1, 6),  # 16/03, 15/04; L3, L10; V1, V2
            *(1, 1, 5, 1, 1, 5),  # 20/03; L4; V3
        ],
        b02=[
            23,  # P1, P3-P7, P22, P23; P10-P16, P21; T1-T6, T10
            20,  # without P3, P4, T6
            19,  # without P5
            17,  # without P6, P7
            12,  # P1, P22 with P23, K1-K5, K7, M1, M2, M4, M5
            *(8, 7, 1, 1, 1, 6),  # P10-P16, P21; lần hai P12; đất đai P10, chế độ P11
            *(6, 4, 2, 3, 1, 1, 1),  # T1-T5, T10; tố cáo tiếp T2, T5; T1, T5, T10 | T2 | T3 | T4
            *(3, 1, 1, 1),  # P1 | P22 | P23
            *(2, 1, 1),  # P6 | P7
        ],
        b03=[
            *(8, 6, 1, 3, 1, 1),  # K5 | K1, K3, K7 | K4 | K2
            *(3, 1, 1, 1, 0, 0),  # P10 | P17 | P24
            *("10.75", "20.25", "5", "0.75", 1, 2, 4, 2, 1, 2, 1),
        ],
        b04=[
            *(6, 5, 1, 2, 1, 1),  # K1 | M1, M2 | M5 | M4
            *(5, 1, 0, 1, 1, 1, 1),  # T1 | none | T7 | T8 | T2 | T9
            *("2.00", "2", "3", "4", 1, 2, 3, 4, 4, 1, 2, 2),
        ],
        b05=[
            *(5, 2),  # P10, P17, P19, P20, P24; finished P17, P20
            *("67.75", "21.25", "34.75", "1", "8", "0.75", "2", "0.5"),
            *(2, 1, 1, 2, 1),
            *(6, 1),  # T1, T2, T7, T8, T9, T11; finished T2
            *("11", "2", "8.99", "2", "3", "5.5", "0.01", "4"),
            *(1, 2, 2, 1, 1, 1),
        ],
        b06=[
            *(1, 1, 1, 2, 150),
            *(3, 7, 1, 1, 2, 3, 4),  # H8, H10, H12; concluded H8
            *(2, 1, 1, 1, 2),  # H8, H9; executed H8
        ],
    )


def test_six_months_counted_by_hand(so_sach):
    so_lieu = tinh_so_lieu(SAU_THANG.tu_ngay, SAU_THANG.den_ngay)

    assert so_lieu == thanh_bang(
        b01=[
            *(9, 30, 5, 3),  # with L1; V1 counts once
            *(6, 18, 2, 1, 7),
            *(3, 2, 7, 2, 1, 6),  # with 15/01
            *(1, 1, 5, 1, 1, 5),
        ],
        b02=[
            *(26, 23, 22, 20, 15),  # with P2, P17 of K6, P24 of K8
            *(10, 9, 1, 1, 1, 8),
            *(6, 4, 2, 3, 1, 1, 1),
            *(4, 1, 1, 2),
            *(2, 1, 1),
        ],
        b03=[
            *(10, 8, 1, 5, 1, 1),  # K5 | K1, K3, K6, K7, K8 | K4 | K2
            *(5, 1, 1, 1, 1, 1),  # with P18, P19
            *("117.75", "20.25", "8", "0.75", 1, 2, 4, 2, 1, 2, 1),
        ],
        b04=[
            *(6, 5, 1, 2, 1, 1),
            *(5, 1, 0, 1, 1, 1, 1),
            *("2.00", "2", "3", "4", 1, 2, 3, 4, 4, 1, 2, 2),
        ],
        b05=[
            *(6, 3),  # with P18
            *("167.75", "21.25", "154.75", "1", "8", "0.75", "2", "0.5"),
            *(2, 1, 1, 2, 1),
            *(6, 1),
            *("11", "2", "8.99", "2", "3", "5.5", "0.01", "4"),
            *(1, 2, 2, 1, 1, 1),
        ],
        b06=[
            *(2, 1, 1, 2, 150),
            *(4, 12, 2, 10, 2, 3, 5),  # with H9
            *(3, 8, 1, 1, 2),  # with H11
        ],
    )


@pytest.mark.parametrize("ky", [QUY_HAI, SAU_THANG], ids=str)
def test_printed_checks_hold_on_the_register(so_sach, ky):
    bao_cao = tinh_bao_cao(ky)

    assert bao_cao.canh_bao == ()
    assert bao_cao.luu_y == ()


def test_more_collected_than_stated_is_a_remark(so_sach):
    KetQuaThiHanh.objects.filter(don__ma="P17").update(da_thu_tien=60)

    bao_cao = tinh_bao_cao(QUY_HAI)

    assert bao_cao.canh_bao == ()
    assert bao_cao.luu_y == (KetQuaKiemTra("05/KQTH:5 <= 05/KQTH:3", Decimal("94.50"), Decimal("67.75"), dat=False),)


@pytest.mark.parametrize(
    ("bieu", "cot", "cac_ma"),
    [
        ("01/TCD", 13, ["L10", "L2", "L3"]),  # with the thường xuyên visit of a vụ việc counted here
        ("02/XLD", 5, ["P1", "P10", "P11", "P12", "P13", "P14", "P15", "P16", "P21", "P22", "P23"]),
        ("03/GQKN", 3, ["P16"]),
        ("03/GQKN", 4, ["P10", "P11", "P13", "P21"]),
        ("03/GQKN", 6, ["P12", "P15"]),
        ("04/GQTC", 6, ["T4", "T5"]),
        ("03/GQKN", 13, ["P10", "P17"]),  # P24 states nothing
        ("05/KQTH", 2, ["P17", "P20"]),
        ("06/QLKNTC", 13, ["H8", "H9"]),
    ],
)
def test_rows_behind_a_number(so_sach, bieu, cot, cac_ma):
    cot_dem = CAC_COT[bieu][cot]

    dong = cot_dem.danh_sach(cot_dem.tap.mo_hinh.objects.all(), QUY_HAI.tu_ngay, QUY_HAI.den_ngay)

    assert sorted(ma for ma in dong.values_list("ma", flat=True) if bieu != "02/XLD" or ma < "T") == cac_ma


def test_empty_register_is_all_zero(db):
    so_lieu = tinh_so_lieu(QUY_HAI.tu_ngay, QUY_HAI.den_ngay)

    assert {gia_tri for cot in so_lieu.values() for gia_tri in cot.values()} == {0}


@pytest.mark.parametrize("che_do", cac_che_do(), ids=lambda che_do: che_do.ten)
def test_every_column_is_defined(che_do):
    assert {ma: sorted(cot) for ma, cot in CAC_COT.items()} == {
        bieu.ma: [cot.so for cot in bieu.cot] for bieu in che_do.bieu
    }


def test_notes_belong_to_forms():
    assert set(GHI_CHU) <= set(CAC_COT)


def test_number_of_statements_does_not_grow(so_sach, django_assert_num_queries):
    with django_assert_num_queries(8):
        tinh_bao_cao(SAU_THANG)
