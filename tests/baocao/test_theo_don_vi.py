"""Rows of the units on random registers: they add up, each number has its list, and no tố cáo shows in them."""

from datetime import date

import pytest
from django.db.models import Q

from baocao.bieu_mau import CHUNG, kiem_tra
from baocao.ky import doc_ky
from baocao.models import HoatDong
from baocao.so_lieu import CAC_O, tinh_bao_cao, tinh_cot, tinh_so_lieu
from donthu.models import DonThu, KetQuaThiHanh, VuViec
from donthu.phan_loai import LoaiDon
from tests.baocao.so_ngau_nhien import CAC_KY, dem_danh_sach
from tiepdan.models import LichTiep, LuotTiep

QUY_HAI = doc_ky("Q2/2026")
COT_TO_CAO = [
    *(("02/XLD", so) for so in range(12, 19)),
    *(("04/GQTC", so) for so in range(1, 26)),
    *(("05/KQTH", so) for so in range(16, 32)),
]


def cac_dong(ky) -> dict[int, dict[tuple[str, int], int]]:
    """Numbers by key of the unit."""
    bao_cao = tinh_bao_cao(ky, theo_don_vi=True)
    return {dong.khoa: {(ma, so): dong.bieu[ma][so] for ma, so in CAC_O} for dong in bao_cao.don_vi}


def _dong_don_vi(ky) -> dict[int, dict[tuple[str, int], int]]:
    return {khoa: so for khoa, so in cac_dong(ky).items() if khoa != CHUNG}


# --- Sums -------------------------------------------------------------------------------------------------------------


def test_rows_of_the_units_add_up_to_the_row_of_the_centre(so_ngau_nhien):
    for ky in CAC_KY:
        bao_cao = tinh_bao_cao(ky, theo_don_vi=True)

        tong = {
            ma: {so: sum(dong.bieu[ma][so] for dong in bao_cao.don_vi) for so in bao_cao.bieu[ma]} for ma, _ in CAC_O
        }
        assert len(bao_cao.don_vi) == 5
        assert tong == bao_cao.bieu == tinh_so_lieu(ky.tu_ngay, ky.den_ngay), str(ky)


def test_petitions_results_and_activities_stand_with_their_unit(so_ngau_nhien):
    """Counted again from the rows, not by the expressions of the columns."""
    don, hoat_dong = list(DonThu.objects.all()), list(HoatDong.objects.filter(loai="tap_huan"))
    thi_hanh = list(KetQuaThiHanh.objects.filter(don__loai="KN").select_related("don"))

    for ky in CAC_KY:
        for khoa, so in _dong_don_vi(ky).items():
            cua_don_vi = [d for d in don if d.don_vi_id == khoa and d.loai in ("KN", "KIEN_NGHI", "PHAN_ANH")]

            assert so["02/XLD", 2] == sum(bool(d.ngay_xu_ly) and ky.chua_ngay(d.ngay_xu_ly) for d in cua_don_vi)
            assert so["05/KQTH", 5] == sum(
                kq.da_thu_tien for kq in thi_hanh if kq.don.don_vi_id == khoa and ky.chua_ngay(kq.ngay)
            )
            assert so["06/QLKNTC", 4] == sum(hd.don_vi_id == khoa and ky.chua_ngay(hd.ngay) for hd in hoat_dong)


def test_visits_stand_with_the_unit_of_the_earliest_petition_of_their_vu_viec(so_ngau_nhien):
    luot = list(LuotTiep.objects.select_related("don"))
    don = list(DonThu.objects.order_by("ngay_nhan", "pk"))
    co_to_cao = {d.vu_viec_id for d in don if d.loai == "TC"} | {dong.vu_viec_id for dong in luot if dong.ve_to_cao}
    don_vi = {d.vu_viec_id: d.don_vi_id for d in reversed(don) if d.don_vi_id and d.vu_viec_id not in co_to_cao}

    for ky in CAC_KY:
        trong_ky = [dong.vu_viec_id for dong in luot if ky.chua_ngay(dong.ngay) and not dong.bi_tu_choi]

        assert {khoa: so["01/TCD", 1] for khoa, so in cac_dong(ky).items()} == {
            khoa: sum(don_vi.get(vu_viec, CHUNG) == khoa for vu_viec in trong_ky) for khoa in cac_dong(ky)
        }, str(ky)


def test_printed_checks_hold_in_every_row(so_ngau_nhien):
    """No row says "no petition, one vụ việc": a vụ việc stands where one of the rows counted stands."""
    for ky in CAC_KY:
        bao_cao = tinh_bao_cao(ky, theo_don_vi=True)

        for dong in bao_cao.don_vi:
            assert [kq.kiem_tra for kq in kiem_tra(dong.bieu, bao_cao.che_do) if not kq.dat] == [], f"{ky} {dong.ten}"


# --- Count and list ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ky", [QUY_HAI, doc_ky("N/2025")], ids=str)
def test_list_behind_each_number_of_a_unit_makes_it(so_ngau_nhien, ky):
    for khoa, so in cac_dong(ky).items():
        assert {o: dem_danh_sach(cot, ky, khoa) for o, cot in CAC_O.items()} == so, khoa


def test_one_number_of_a_unit_is_that_of_its_row(so_ngau_nhien):
    for khoa, so in cac_dong(QUY_HAI).items():
        for ma, cot in (("01/TCD", 3), ("02/XLD", 1), ("03/GQKN", 2), ("03/GQKN", 13), ("06/QLKNTC", 5)):
            assert tinh_cot(ma, cot, QUY_HAI.tu_ngay, QUY_HAI.den_ngay, khoa) == so[ma, cot]


# --- Tố cáo -----------------------------------------------------------------------------------------------------------


def test_columns_of_to_cao_are_zero_in_every_row_of_a_unit(so_ngau_nhien):
    for ky in CAC_KY:
        so_don_vi = [so for khoa, so in cac_dong(ky).items() if khoa != CHUNG]

        assert {so[o] for so in so_don_vi for o in COT_TO_CAO} == {0}


def test_rows_of_the_units_are_the_same_when_there_never_was_a_to_cao(so_ngau_nhien):
    truoc = {ky: _dong_don_vi(ky) for ky in CAC_KY}
    luot_to_cao = LuotTiep.objects.filter(Q(loai=LoaiDon.TO_CAO) | Q(don__loai=LoaiDon.TO_CAO))
    don_to_cao = DonThu.objects.filter(loai=LoaiDon.TO_CAO)

    # Of 01/TCD also what else was said at the counter in the same matter stands in the common row.
    LuotTiep.objects.filter(
        Q(vu_viec__in=luot_to_cao.values("vu_viec")) | Q(vu_viec__in=don_to_cao.values("vu_viec"))
    ).delete()
    don_to_cao.delete()

    assert {ky: _dong_don_vi(ky) for ky in CAC_KY} == truoc


# --- Names and order --------------------------------------------------------------------------------------------------


def test_units_by_name_without_empty_ones_and_what_is_common_last(tao_don_vi, tao_don):
    duoc, noi = tao_don_vi(ten="Khoa Dược"), tao_don_vi(ten="Khoa Nội")
    tao_don_vi(ten="Khoa Nhi")
    for don_vi in (noi, duoc, None):
        tao_don(don_vi=don_vi, ngay_nhan=date(2026, 4, 1))

    cac_don_vi = tinh_bao_cao(QUY_HAI, theo_don_vi=True).don_vi

    assert [(dong.ten, dong.khoa) for dong in cac_don_vi] == [
        ("Khoa Dược", duoc.pk), ("Khoa Nội", noi.pk), ("Chung toàn Trung tâm", CHUNG)
    ]  # fmt: skip


def test_reception_days_are_common(db):
    LichTiep.objects.create(ngay=date(2026, 4, 15), loai="dinh_ky", nguoi_tiep="thu_truong", da_cong_bo=True)

    (chung,) = tinh_bao_cao(QUY_HAI, theo_don_vi=True).don_vi

    assert (chung.khoa, chung.bieu["01/TCD"][10]) == (CHUNG, 1)


def test_nothing_has_no_rows(db):
    assert tinh_bao_cao(QUY_HAI, theo_don_vi=True).don_vi == ()


def test_vu_viec_of_two_units_counts_once_with_the_earlier_petition(tao_don_vi, tao_don):
    som, muon = tao_don_vi(ten="Khoa sớm"), tao_don_vi(ten="Khoa muộn")
    vu_viec = VuViec.objects.create(ma="V1")
    for ngay, don_vi in ((date(2026, 4, 2), muon), (date(2026, 4, 1), som)):
        tao_don(
            vu_viec=vu_viec, don_vi=don_vi, ngay_nhan=ngay, ngay_xu_ly=ngay, du_dieu_kien=True, thuoc_tham_quyen=True,
            huong_xu_ly="de_xuat_thu_ly",
        )  # fmt: skip

    cac_don_vi = tinh_bao_cao(QUY_HAI, theo_don_vi=True).don_vi

    assert {dong.khoa: (dong.bieu["02/XLD"][4], dong.bieu["02/XLD"][5]) for dong in cac_don_vi} == {
        som.pk: (1, 1),
        muon.pk: (1, 0),
    }


def test_number_of_statements_does_not_grow(so_ngau_nhien, django_assert_num_queries):
    with django_assert_num_queries(9):  # one for each of the eight sets, one for the names
        tinh_bao_cao(QUY_HAI, theo_don_vi=True)
