"""Points and ranks of the scorecard, worked by hand."""

from decimal import Decimal

import pytest

from baocao.tieu_chi import (
    CONG_TRU_THEO_MA,
    NGUONG,
    TIEU_CHI,
    TIEU_CHI_THEO_MA,
    Diem,
    DiemCongTru,
    XepLoai,
    tong_diem,
    xep_loai,
)


def diem(ma: str, tu: int, mau: int) -> Diem:
    return Diem(TIEU_CHI_THEO_MA[ma], tu, mau)


def cong_tru(**so_dong: int) -> list[DiemCongTru]:
    return [DiemCongTru(muc, so_dong.get(ma, 0)) for ma, muc in CONG_TRU_THEO_MA.items()]


def deu(tu: int, mau: int) -> list[Diem]:
    """The same share everywhere."""
    return [Diem(tieu_chi, tu, mau) for tieu_chi in TIEU_CHI]


def test_thang_diem_cong_lai_la_90():
    assert sum(tieu_chi.toi_da for tieu_chi in TIEU_CHI) == 90


@pytest.mark.parametrize(
    ("ma", "tu", "mau", "so_diem"),
    [
        ("A1", 0, 0, "25.00"),  # nothing arose
        ("A1", 2, 3, "16.67"),
        ("A1", 0, 3, "0.00"),
        ("A3", 1, 16, "0.63"),  # 0,625: half up
        ("C1", 9, 10, "5.00"),  # 90% is all
        ("C1", 89, 100, "4.94"),
        ("C1", 10, 10, "5.00"),
    ],
)
def test_diem_cua_mot_tieu_chi(ma, tu, mau, so_diem):
    assert diem(ma, tu, mau).diem == Decimal(so_diem)


@pytest.mark.parametrize(
    ("so_dong", "tong"),
    [
        ({}, "90"),
        ({"T": 3}, "93"),
        ({"T": 15}, "100"),  # ten at most
        ({"P1": 1, "P2": 2, "P3": 1}, "45"),
        ({"P2": 10}, "0"),  # never below
    ],
)
def test_cong_tru(so_dong, tong):
    assert tong_diem(deu(0, 0), cong_tru(**so_dong)) == Decimal(tong)


@pytest.mark.parametrize(
    ("tu_thap_nhat", "thuong", "loai"),
    [
        ((85, 100), 10, XepLoai.XUAT_SAC),  # 86,25 + 10
        ((849, 1000), 10, XepLoai.TOT),  # enough points, one criterion below 85%
        ((80, 100), 0, XepLoai.TOT),  # 85
        ((79, 100), 0, XepLoai.HOAN_THANH),
        ((70, 100), 0, XepLoai.HOAN_THANH),  # 82,5
        ((69, 100), 10, XepLoai.KHONG_HOAN_THANH),
    ],
)
def test_xep_loai_theo_tong_va_tieu_chi_thap_nhat(tu_thap_nhat, thuong, loai):
    cac_diem = [diem("A1", *tu_thap_nhat), *deu(0, 0)[1:]]

    assert xep_loai(cac_diem, cong_tru(T=thuong), 3) == loai


@pytest.mark.parametrize(
    ("tru", "loai"), [({"P1": 1}, XepLoai.TOT), ({"P1": 3}, XepLoai.HOAN_THANH), ({"P1": 5}, XepLoai.KHONG_HOAN_THANH)]
)
def test_diem_tru_ha_tong(tru, loai):
    assert xep_loai(deu(1, 1), cong_tru(**tru), 3) == loai


def test_lo_danh_tinh_khong_tren_hoan_thanh():
    # 90 + 10 - 20 would be "tốt"
    assert xep_loai(deu(1, 1), cong_tru(T=10, P3=1), 3) == XepLoai.HOAN_THANH


def test_duoi_ba_don_khong_xep_loai():
    assert [xep_loai(deu(1, 1), cong_tru(), so_vu) for so_vu in (0, 2, 3)] == [
        XepLoai.KHONG_XEP,
        XepLoai.KHONG_XEP,
        XepLoai.XUAT_SAC,
    ]
    assert [loai for loai, *_ in NGUONG] == [XepLoai.XUAT_SAC, XepLoai.TOT, XepLoai.HOAN_THANH]
