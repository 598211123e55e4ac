"""Random registers of two years, numbers against numbers: what comes in goes out or stays."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db.models import Q

from baocao.ky import KyBaoCao
from baocao.models import HoatDong
from baocao.so_lieu import CAC_COT, CAC_O, tinh_bao_cao, tinh_so_lieu
from baocao.so_lieu_van import con_mo
from donthu.models import DonThu
from donthu.phan_loai import DON_THEO_LUAT
from tests.baocao.so_ngau_nhien import CAC_KY, dem_danh_sach

CAC_QUY = [ky for ky in CAC_KY if not ky.la_luy_ke]
CAC_LUY_KE = [ky for ky in CAC_KY if ky.la_luy_ke]
# Columns that are no flow, and so no sum of the quarters. Vụ việc: one that two quarters received or looked into is one
# in the longer period, and stands where the last day of it puts it.
VU_VIEC = {
    *(("01/TCD", so) for so in (3, 7, 13, 19)),
    ("02/XLD", 5),
    *((ma, so) for ma in ("03/GQKN", "04/GQTC") for so in range(2, 7)),
}
# Stocks: what is not yet processed, executed, concluded counts in each quarter that finds it so.
CHUYEN_SANG = {
    ("02/XLD", 1),
    *(("05/KQTH", so) for so in (1, 3, 4, 7, 8, 16, 18, 19, 22, 23)),
    *(("06/QLKNTC", so) for so in (6, 7, 13)),
}
# The others count dated events, each in one quarter.
LUU_LUONG = [o for o in CAC_O if o not in VU_VIEC | CHUYEN_SANG]


@pytest.fixture
def so_lieu_cac_ky(so_ngau_nhien):
    """The numbers of the fourteen periods."""
    return {ky: tinh_so_lieu(ky.tu_ngay, ky.den_ngay) for ky in CAC_KY}


def trong_ky(ten: str, ky: KyBaoCao) -> Q:
    return Q(**{f"{ten}__range": (ky.tu_ngay, ky.den_ngay)})


def chua_den(ten: str, ngay) -> Q:
    """Not done by the end of a day."""
    return Q(**{ten: None}) | Q(**{f"{ten}__gt": ngay})


@pytest.fixture
def don_theo_luat():
    return DonThu.objects.filter(loai__in=DON_THEO_LUAT)


# --- Opening + received = closed + remaining --------------------------------------------------------------------------


def test_open_at_the_start_and_received_are_closed_or_remain(so_ngau_nhien, don_theo_luat):
    for ky in CAC_KY:
        dau_ky = con_mo(DonThu.objects.all(), ky.tu_ngay - timedelta(days=1)).count()
        moi_nhan = don_theo_luat.filter(trong_ky("ngay_nhan", ky)).count()
        da_dong = don_theo_luat.filter(trong_ky("ngay_ket_thuc", ky)).count()

        assert dau_ky + moi_nhan == da_dong + con_mo(DonThu.objects.all(), ky.den_ngay).count(), str(ky)


def test_unprocessed_at_the_start_and_received_are_processed_or_remain(so_lieu_cac_ky, don_theo_luat):
    for ky, so_lieu in so_lieu_cac_ky.items():
        truoc = ky.tu_ngay - timedelta(days=1)
        dau_ky = don_theo_luat.filter(chua_den("ngay_xu_ly", truoc), ngay_nhan__lte=truoc).count()
        moi_nhan = don_theo_luat.filter(trong_ky("ngay_nhan", ky)).count()
        con_lai = don_theo_luat.filter(chua_den("ngay_xu_ly", ky.den_ngay), ngay_nhan__lte=ky.den_ngay).count()

        xu_ly = so_lieu["02/XLD"]
        assert xu_ly[1] == dau_ky + moi_nhan == xu_ly[2] + con_lai, str(ky)


@pytest.mark.parametrize(
    ("bieu_thi_hanh", "cot", "bieu_ban_hanh"), [("05/KQTH", 1, "03/GQKN"), ("05/KQTH", 16, "04/GQTC")]
)
def test_decisions_not_executed_are_carried_into_the_next_quarter(so_lieu_cac_ky, bieu_thi_hanh, cot, bieu_ban_hanh):
    for quy, quy_sau in pairwise(CAC_QUY):
        truoc, sau = so_lieu_cac_ky[quy], so_lieu_cac_ky[quy_sau]

        con_lai = truoc[bieu_thi_hanh][cot] - truoc[bieu_thi_hanh][cot + 1]
        assert sau[bieu_thi_hanh][cot] == con_lai + sau[bieu_ban_hanh][7], str(quy_sau)


def test_inspections_are_carried_into_the_next_quarter(so_lieu_cac_ky):
    thanh_tra = HoatDong.objects.filter(loai="thanh_tra")

    for quy, quy_sau in pairwise(CAC_QUY):
        truoc, sau = so_lieu_cac_ky[quy]["06/QLKNTC"], so_lieu_cac_ky[quy_sau]["06/QLKNTC"]
        moi = thanh_tra.filter(trong_ky("ngay", quy_sau)).count()
        xong = thanh_tra.filter(trong_ky("ngay_thuc_hien_xong", quy)).count()

        assert sau[6] == truoc[6] - truoc[8] + moi, str(quy_sau)
        assert sau[13] == truoc[13] - xong + sau[8], str(quy_sau)


# --- Quarters and the periods they make up ----------------------------------------------------------------------------


def test_events_of_a_longer_period_are_those_of_its_quarters(so_lieu_cac_ky):
    for ky in CAC_LUY_KE:
        cac_quy = [so_lieu_cac_ky[quy] for quy in ky.cac_quy()]

        assert {(ma, so): so_lieu_cac_ky[ky][ma][so] for ma, so in LUU_LUONG} == {
            (ma, so): sum(quy[ma][so] for quy in cac_quy) for ma, so in LUU_LUONG
        }, str(ky)


def test_no_stock_is_left_out_of_the_flows_for_nothing(so_lieu_cac_ky):
    cong_duoc = {
        (ma, so)
        for ma, so in CHUYEN_SANG
        if all(
            so_lieu_cac_ky[ky][ma][so] == sum(so_lieu_cac_ky[quy][ma][so] for quy in ky.cac_quy()) for ky in CAC_LUY_KE
        )
    }

    assert cong_duoc == set()


@pytest.mark.parametrize("o", [("01/TCD", 3), ("02/XLD", 5), ("03/GQKN", 2), ("04/GQTC", 2)], ids=str)
def test_vu_viec_of_a_longer_period_are_no_fewer_than_of_a_quarter_and_no_more_than_of_all(so_lieu_cac_ky, o):
    ma, so = o
    for ky in CAC_LUY_KE:
        cac_quy = [so_lieu_cac_ky[quy][ma][so] for quy in ky.cac_quy()]

        assert max(cac_quy) <= so_lieu_cac_ky[ky][ma][so] <= sum(cac_quy), str(ky)


def test_events_of_a_unit_in_a_longer_period_are_those_of_its_quarters(so_ngau_nhien):
    for ky in CAC_LUY_KE:
        ca_ky = {dong.khoa: dong.bieu for dong in tinh_bao_cao(ky, theo_don_vi=True).don_vi}
        cac_quy = [dong for quy in ky.cac_quy() for dong in tinh_bao_cao(quy, theo_don_vi=True).don_vi]

        for khoa, bieu in ca_ky.items():
            cua_don_vi = [dong.bieu for dong in cac_quy if dong.khoa == khoa]
            assert {(ma, so): bieu[ma][so] for ma, so in LUU_LUONG} == {
                (ma, so): sum(quy[ma][so] for quy in cua_don_vi) for ma, so in LUU_LUONG
            }, f"{ky} {khoa}"


# --- Count and list ---------------------------------------------------------------------------------------------------


def test_list_behind_each_number_makes_it(so_lieu_cac_ky):
    for ky, so_lieu in so_lieu_cac_ky.items():
        tu_danh_sach = {ma: {so: dem_danh_sach(cot, ky) for so, cot in bieu.items()} for ma, bieu in CAC_COT.items()}

        assert tu_danh_sach == so_lieu, str(ky)
