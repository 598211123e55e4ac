import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tochuc
from tochuc.lich import Lich, LoaiNgayNghi, tao_lich

TEP_NGAY_NGHI = Path(tochuc.__file__).parent / "du_lieu" / "ngay_nghi.csv"

cac_ngay = st.dates(date(2026, 1, 1), date(2027, 12, 31))
cac_lich = st.builds(
    lambda nghi, bu: Lich(dict.fromkeys(nghi, "nghỉ"), dict.fromkeys(bu, "làm bù"), {}),
    st.sets(cac_ngay, max_size=60),
    st.sets(cac_ngay, max_size=20),
)


def doc_dong():
    with TEP_NGAY_NGHI.open(encoding="utf-8", newline="") as tep:
        return list(csv.DictReader(tep))


@pytest.fixture(scope="module")
def lich():
    return tao_lich(
        (date.fromisoformat(dong["ngay"]), dong["loai"], dong["ten"], dong["da_xac_nhan"] == "1") for dong in doc_dong()
    )


# --- the rows of the file ---


def test_tep_ngay_nghi_dung_cot_va_loai():
    cac_dong = doc_dong()

    assert list(cac_dong[0]) == ["ngay", "loai", "ten", "so_van_ban", "da_xac_nhan"]
    assert {dong["loai"] for dong in cac_dong} == set(LoaiNgayNghi.values)
    assert {dong["da_xac_nhan"] for dong in cac_dong} == {"0", "1"}


def test_ngay_nghi_la_ngay_trong_tuan_va_lam_bu_la_thu_bay():
    thu = {(dong["loai"] == "lam_bu", date.fromisoformat(dong["ngay"]).weekday()) for dong in doc_dong()}

    assert {ngay for la_bu, ngay in thu if la_bu} == {5}
    assert {ngay for la_bu, ngay in thu if not la_bu} == {0, 1, 2, 3, 4}


def test_tung_nam_co_dung_so_ngay_nghi(lich):
    so_ngay_nghi = {nam: sum(ngay.year == nam for ngay in lich.ngay_nghi) for nam in range(2024, 2028)}

    assert so_ngay_nghi == {2024: 12, 2025: 12, 2026: 14, 2027: 6}


def test_ngay_lam_bu_da_xac_nhan(lich):
    assert sorted(lich.lam_bu) == [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)]


def test_ngay_chua_xac_nhan_la_de_xuat_2026_tet_va_quoc_khanh_2027(lich):
    assert sorted(lich.chua_xac_nhan) == [
        date(2026, 11, 23),
        date(2026, 11, 28),
        date(2027, 2, 4),
        date(2027, 2, 5),
        date(2027, 2, 8),
        date(2027, 2, 9),
        date(2027, 2, 10),
        date(2027, 9, 1),
        date(2027, 9, 3),
    ]


# --- working days ---


@pytest.mark.parametrize(
    ("ngay", "lam_viec"),
    [
        (date(2026, 11, 20), True),  # an ordinary Friday
        (date(2026, 11, 21), False),  # Saturday
        (date(2026, 11, 22), False),  # Sunday
        (date(2026, 11, 23), True),  # a swap that is only proposed
        (date(2026, 11, 24), False),  # Ngày Văn hóa Việt Nam
        (date(2026, 11, 28), False),  # the Saturday of the proposed swap
        (date(2026, 1, 2), False),  # swapped off
        (date(2026, 1, 10), True),  # the Saturday worked for it
        (date(2026, 8, 22), True),
        (date(2026, 8, 31), False),
        (date(2026, 4, 27), False),  # in lieu of Sunday 26/04
        (date(2027, 2, 8), True),  # Tết 2027 is an estimate
        (date(2027, 9, 2), False),
        (date(2027, 9, 3), True),
    ],
)
def test_la_ngay_lam_viec(lich, ngay, lam_viec):
    assert lich.la_ngay_lam_viec(ngay) is lam_viec


@pytest.mark.parametrize(
    ("tu", "so", "den"),
    [
        (date(2026, 11, 20), 7, date(2026, 12, 2)),
        (date(2026, 2, 12), 7, date(2026, 3, 2)),
        (date(2026, 8, 20), 7, date(2026, 8, 28)),
        (date(2026, 8, 21), 1, date(2026, 8, 22)),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
    ],
)
def test_cong_ngay_lam_viec(lich, tu, so, den):
    assert lich.cong_ngay_lam_viec(tu, so) == den


@pytest.mark.parametrize(
    ("ngay", "so", "ket_qua"),
    [
        (date(2026, 12, 2), 5, date(2026, 11, 25)),
        (date(2026, 11, 25), 1, date(2026, 11, 23)),
        (date(2026, 8, 24), 1, date(2026, 8, 22)),
        (date(2026, 11, 22), 1, date(2026, 11, 20)),
        (date(2026, 11, 22), 0, date(2026, 11, 22)),
    ],
)
def test_tru_ngay_lam_viec(lich, ngay, so, ket_qua):
    assert lich.tru_ngay_lam_viec(ngay, so) == ket_qua


@pytest.mark.parametrize("phep", ["cong_ngay_lam_viec", "tru_ngay_lam_viec"])
def test_khong_cong_tru_so_ngay_am(lich, phep):
    with pytest.raises(ValueError, match="lớn hơn hoặc bằng 0"):
        getattr(lich, phep)(date(2026, 11, 20), -1)


@pytest.mark.parametrize(
    ("ngay", "ke_tiep"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 8, 30), date(2026, 9, 3)),
        (date(2027, 1, 1), date(2027, 1, 4)),
        (date(2026, 1, 10), date(2026, 1, 10)),
        (date(2026, 2, 14), date(2026, 2, 23)),
    ],
)
def test_ngay_lam_viec_ke_tiep(lich, ngay, ke_tiep):
    assert lich.ngay_lam_viec_ke_tiep(ngay) == ke_tiep


@pytest.mark.parametrize(
    ("tu", "den", "so"),
    [
        (date(2026, 11, 20), date(2026, 12, 2), 7),
        (date(2026, 12, 2), date(2026, 11, 20), -7),
        (date(2026, 11, 20), date(2026, 11, 22), 0),
        (date(2026, 11, 20), date(2026, 11, 20), 0),
    ],
)
def test_dem_ngay_lam_viec(lich, tu, den, so):
    assert lich.dem_ngay_lam_viec(tu, den) == so


# --- why ---


def test_ngay_nghi_giua_neu_ly_do_tung_ngay(lich):
    assert lich.ngay_nghi_giua(date(2026, 8, 29), date(2026, 9, 3)) == [
        (date(2026, 8, 30), "nghỉ cuối tuần"),
        (date(2026, 8, 31), "Nghỉ hoán đổi dịp Quốc khánh"),
        (date(2026, 9, 1), "Quốc khánh (ngày liền kề)"),
        (date(2026, 9, 2), "Quốc khánh"),
    ]


def test_lam_bu_va_chua_xac_nhan_giua_khong_tinh_ngay_dau(lich):
    assert lich.lam_bu_giua(date(2026, 8, 21), date(2026, 8, 22)) == [(date(2026, 8, 22), "Làm bù cho ngày 31/8/2026")]
    assert lich.lam_bu_giua(date(2026, 8, 22), date(2026, 8, 28)) == []
    assert [ngay for ngay, _ in lich.chua_xac_nhan_giua(date(2026, 11, 20), date(2026, 12, 2))] == [
        date(2026, 11, 23),
        date(2026, 11, 28),
    ]


def test_nam_chua_nhap(lich):
    assert lich.nam_chua_nhap(date(2023, 12, 1), date(2028, 1, 5)) == [2023, 2028]


# --- building ---


def test_tao_lich_chia_dong_theo_loai_va_xac_nhan():
    dong = [
        (date(2026, 9, 2), "nghi_le", "Quốc khánh", True),
        (date(2026, 8, 31), "hoan_doi_nghi", "Hoán đổi", True),
        (date(2026, 8, 22), "lam_bu", "Làm bù", True),
        (date(2026, 11, 28), "lam_bu", "Đề xuất", False),
    ]

    lich = tao_lich(dong)

    assert lich == Lich(
        ngay_nghi={date(2026, 9, 2): "Quốc khánh", date(2026, 8, 31): "Hoán đổi"},
        lam_bu={date(2026, 8, 22): "Làm bù"},
        chua_xac_nhan={date(2026, 11, 28): "Đề xuất"},
    )


def test_tao_lich_tu_choi_loai_la():
    with pytest.raises(ValueError, match="nghi_phep"):
        tao_lich([(date(2026, 9, 2), "nghi_phep", "Phép", True)])


def test_tao_lich_tu_choi_mot_ngay_hai_dong():
    dong = [(date(2026, 8, 22), "lam_bu", "Làm bù", True), (date(2026, 8, 22), "nghi_le", "Nghỉ", False)]

    with pytest.raises(ValueError, match="Ngày 22/08/2026 có hai dòng"):
        tao_lich(dong)


# --- properties ---


@given(cac_lich, cac_ngay, st.integers(0, 120))
def test_dem_bang_dem_tung_ngay(lich, tu, so):
    den = tu + timedelta(days=so)

    tung_ngay = sum(lich.la_ngay_lam_viec(tu + timedelta(days=i)) for i in range(1, so + 1))

    assert lich.dem_ngay_lam_viec(tu, den) == tung_ngay


@given(cac_lich, cac_ngay, st.integers(1, 60))
def test_cong_roi_dem_ra_dung_so_va_ra_ngay_lam_viec(lich, tu, so):
    den = lich.cong_ngay_lam_viec(tu, so)

    assert lich.dem_ngay_lam_viec(tu, den) == so
    assert lich.la_ngay_lam_viec(den)


@given(cac_lich, cac_ngay, st.integers(0, 60))
def test_tru_la_nghich_dao_cua_cong(lich, ngay, so):
    tu = lich.ngay_lam_viec_ke_tiep(ngay)

    assert lich.tru_ngay_lam_viec(lich.cong_ngay_lam_viec(tu, so), so) == tu


@given(cac_lich, cac_ngay)
def test_ngay_lam_viec_ke_tiep_la_ngay_lam_viec_gan_nhat(lich, ngay):
    ke_tiep = lich.ngay_lam_viec_ke_tiep(ngay)

    assert lich.la_ngay_lam_viec(ke_tiep)
    assert lich.dem_ngay_lam_viec(ngay - timedelta(days=1), ke_tiep) == 1


@given(cac_lich, cac_ngay, cac_ngay, st.integers(0, 60))
def test_bat_dau_muon_hon_khong_xong_som_hon(lich, ngay_a, ngay_b, so):
    som, muon = sorted((ngay_a, ngay_b))

    assert lich.cong_ngay_lam_viec(som, so) <= lich.cong_ngay_lam_viec(muon, so)
    assert lich.tru_ngay_lam_viec(som, so) <= lich.tru_ngay_lam_viec(muon, so)


@given(cac_lich, cac_ngay, st.integers(0, 100))
def test_ngay_nghi_va_ngay_lam_viec_cong_lai_du_so_ngay(lich, tu, so):
    den = tu + timedelta(days=so)

    assert len(lich.ngay_nghi_giua(tu, den)) + lich.dem_ngay_lam_viec(tu, den) == so
