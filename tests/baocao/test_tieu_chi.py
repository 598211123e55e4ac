"""Points and ranks of the scorecard, worked by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

from baocao.tieu_chi import (
    CONG_TRU_THEO_MA,
    NGUONG,
    TIEU_CHI,
    TIEU_CHI_THEO_MA,
    Diem,
    DiemCongTru,
    DiemNhom,
    NhomTieuChi,
    XepLoai,
    nhom_thap_nhat,
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
    ("phan_nhom_a", "thuong", "loai"),
    [
        ((85, 100), 10, XepLoai.XUAT_SAC),  # 51 + 30 + 10
        ((849, 1000), 10, XepLoai.TOT),  # 90,94 points, one part below 85%
        ((80, 100), 2, XepLoai.TOT),  # 80
        ((79, 100), 5, XepLoai.HOAN_THANH),  # 82,4 points, one part below 80%
        ((70, 100), 0, XepLoai.HOAN_THANH),  # 72
        ((69, 100), 10, XepLoai.KHONG_HOAN_THANH),  # 81,4 points, one part below 70%
    ],
)
def test_xep_loai_theo_tong_va_nhom_thap_nhat(phan_nhom_a, thuong, loai):
    nhom_a = [muc for muc in deu(*phan_nhom_a) if muc.tieu_chi.nhom == NhomTieuChi.A]
    cac_diem = [*nhom_a, *deu(0, 0)[len(nhom_a) :]]

    assert nhom_thap_nhat(cac_diem) == DiemNhom(NhomTieuChi.A, Fraction(*phan_nhom_a))
    assert xep_loai(cac_diem, cong_tru(T=thuong), 3) == loai


def test_mot_tieu_chi_nho_khong_ha_ca_don_vi():
    cac_diem = [Diem(tieu_chi, 0, 1 if tieu_chi.ma == "B3" else 0) for tieu_chi in TIEU_CHI]

    assert nhom_thap_nhat(cac_diem) == DiemNhom(NhomTieuChi.B, Fraction(18, 22))
    assert xep_loai(cac_diem, cong_tru(), 3) == XepLoai.TOT


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
