from datetime import date, timedelta
from itertools import pairwise

import pytest

from donthu.bang_thoi_han import BANG_THOI_HAN
from donthu.viec import DonViTinh, HuongTinh, ThuTuc, TinhTrang, Viec

NGAY, NLV, NAM, KHONG = DonViTinh.NGAY, DonViTinh.NGAY_LAM_VIEC, DonViTinh.NAM_LICH, DonViTinh.KHONG
SAU, TRUOC, CHO = HuongTinh

# Code, amount, unit, most that extensions add, direction: the rules in force on 22/11/2026.
DANG_AP_DUNG = [
    ("K1", 90, NGAY, 0, SAU),
    ("K2", 15, NGAY, 0, SAU),
    ("K3", 10, NGAY, 0, SAU),
    ("K3B", 30, NGAY, 0, SAU),
    ("K4", 7, NLV, 0, SAU),
    ("K5", 30, NGAY, 15, SAU),
    ("K6", 45, NGAY, 15, SAU),
    ("K7", 45, NGAY, 15, SAU),
    ("K8", 60, NGAY, 10, SAU),
    ("K9", 30, NGAY, 15, SAU),
    ("K10", 7, NGAY, 0, SAU),
    ("K11", 5, NGAY, 0, TRUOC),
    ("K12", 3, NLV, 0, SAU),
    ("K13", None, KHONG, 0, SAU),
    ("K14", 3, NLV, 0, SAU),
    ("K15", 7, NGAY, 0, SAU),
    ("K16", 15, NGAY, 0, SAU),
    ("K16B", 3, NGAY, 0, TRUOC),
    ("K17", 30, NGAY, 15, SAU),
    ("K18", 30, NGAY, 15, CHO),
    ("K19", 30, NGAY, 15, CHO),
    ("K20", 5, NLV, 0, SAU),
    ("K21", None, KHONG, 0, SAU),
    ("T1", 7, NLV, 3, SAU),
    ("T2", None, KHONG, 0, SAU),
    ("T3", 5, NLV, 0, SAU),
    ("T4", 20, NGAY, 0, SAU),
    ("T5", 5, NLV, 0, SAU),
    ("T6", 30, NGAY, 60, SAU),
    ("T7", None, KHONG, 0, SAU),
    ("T8", 5, NLV, 0, SAU),
    ("T9", None, KHONG, 0, SAU),
    ("T10", 5, NLV, 0, SAU),
    ("T11", 7, NLV, 0, SAU),
    ("T12", 5, NLV, 0, SAU),
    ("T13", 7, NLV, 0, SAU),
    ("T14", 20, NGAY, 0, SAU),
    ("T15", 5, NLV, 0, SAU),
    ("T16", None, KHONG, 0, SAU),
    ("C1", 10, NLV, 0, SAU),
    ("C2", 7, NLV, 0, SAU),
    ("C3", 3, NLV, 0, SAU),
    ("C4", 5, NLV, 0, TRUOC),
    ("C5", 5, NLV, 0, TRUOC),
    ("C6", 15, NGAY, 15, SAU),
    ("C7", 5, NLV, 0, SAU),
    ("X1", None, KHONG, 0, SAU),
    ("X13", 5, NLV, 0, SAU),
    ("X21", 1, NLV, 0, TRUOC),
    ("X22", None, KHONG, 0, SAU),
    ("X24", 1, NAM, 0, SAU),
    ("X25", 10, NGAY, 0, SAU),
    ("X28", None, KHONG, 0, SAU),
    ("X30", None, KHONG, 0, SAU),
    ("X45", 45, NGAY, 0, SAU),
    ("N1", 30, NGAY, 0, SAU),
    ("N2", 30, NGAY, 0, SAU),
]


def test_bang_dang_ap_dung_dung_nhu_luat():
    ngay = date(2026, 11, 22)

    bang = [
        (dong.ma, dong.so, dong.don_vi, dong.gia_han_toi_da, dong.huong)
        for dong in BANG_THOI_HAN
        if dong.hieu_luc(ngay)
    ]

    assert bang == DANG_AP_DUNG


def test_bang_du_moi_dong_cua_ba_thu_tuc():
    can_co = [f"K{i}" for i in range(1, 22)] + [f"T{i}" for i in range(1, 17)] + [f"C{i}" for i in range(1, 8)]

    assert sorted(set(can_co) - {dong.ma for dong in BANG_THOI_HAN}) == []


def test_moi_viec_co_dong():
    assert {dong.viec for dong in BANG_THOI_HAN} == set(Viec)


def test_chi_thu_ly_khieu_nai_doi_so_ngay_tu_01_07_2026():
    cac_ma = [dong.ma for dong in BANG_THOI_HAN]

    assert {ma for ma in cac_ma if cac_ma.count(ma) > 1} == {"K4"}


@pytest.mark.parametrize("viec", Viec)
def test_cac_dong_cua_mot_viec_noi_tiep_khong_ho_khong_chong(viec):
    cac = [dong for dong in BANG_THOI_HAN if dong.viec is viec]

    assert all(truoc.den_ngay + timedelta(days=1) == sau.tu_ngay for truoc, sau in pairwise(cac))
    assert all(dong.den_ngay is None or dong.tu_ngay <= dong.den_ngay for dong in cac)


def test_quy_dinh_moi_chi_co_tu_01_07_2026():
    moi = {dong.ma for dong in BANG_THOI_HAN if dong.tu_ngay == date(2026, 7, 1)}

    assert moi == {"K4", "K11", "K12", "K13", "C3", "C5", "X1", "X21", "X22", "X28", "X45"}


@pytest.mark.parametrize("dong", BANG_THOI_HAN, ids=lambda dong: f"{dong.ma}-{dong.tu_ngay}")
def test_moi_dong_tu_nhat_quan(dong):
    assert (dong.so is None) == (dong.don_vi is KHONG)
    assert dong.so is not None or dong.ghi_chu
    assert all((dong.ten, dong.moc, dong.can_cu, dong.loai))
    assert set(dong.loai) <= set(ThuTuc)
    assert all(lan > 0 for lan in dong.gia_han)
    assert not (dong.doi_ngay and (dong.so is None or dong.huong is not SAU))


def test_dong_khong_doi_ngay_nghi():
    khong_doi = {dong.ma for dong in BANG_THOI_HAN if dong.so is not None and not dong.doi_ngay}

    assert khong_doi == {"K11", "K16B", "K18", "K19", "C4", "C5", "X21", "X24", "X45", "N1", "N2"}


def test_chi_kien_nghi_phan_anh_va_viec_noi_bo_do_trung_tam_an_dinh():
    assert {dong.ma for dong in BANG_THOI_HAN if dong.tu_an_dinh} == {"C6", "N1", "N2"}
    assert {dong.ma for dong in BANG_THOI_HAN if dong.tinh_trang is TinhTrang.SUY_RA} == {"C6", "N1", "N2"}


def test_dong_con_nghi_van():
    assert {dong.ma for dong in BANG_THOI_HAN if dong.tinh_trang is TinhTrang.CON_NGHI_VAN} == {"K15", "X24", "X25"}
