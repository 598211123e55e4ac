"""Who sees which visit: each role, and never the accused."""

import pytest
from django.db import IntegrityError, transaction

from donthu.models import DonThu, VuViec
from donthu.phan_loai import LoaiDon
from tests.tiepdan.conftest import NGAY_TIEP
from tiepdan.hinh_thuc import HuongTiep
from tiepdan.models import LuotTiep
from tochuc.vai_tro import VaiTro

pytestmark = pytest.mark.django_db


@pytest.fixture
def cac_luot(ghi_luot, tao_nguoi):
    """One visit of each kind that matters, two officers at the counter."""
    khac = tao_nguoi(VaiTro.TIEP_DAN)
    return {
        "thuong": ghi_luot(),
        "thuong_khac": ghi_luot(nguoi=khac, huong=HuongTiep.LAP_DON),
        "to_cao": ghi_luot(loai=LoaiDon.TO_CAO, huong=HuongTiep.LAP_DON),
        "to_cao_khac": ghi_luot(nguoi=khac, loai=LoaiDon.TO_CAO, huong=HuongTiep.LAP_DON),
        "to_cao_khong_don": ghi_luot(nguoi=khac, loai=LoaiDon.TO_CAO),
    }


def thay(nguoi, cac_luot) -> set[str]:
    ten = {luot.pk: ten for ten, luot in cac_luot.items()}
    return {ten[pk] for pk in LuotTiep.objects.for_user(nguoi).values_list("pk", flat=True)}


def test_reception_sees_all_but_the_denunciations_of_others(can_bo, cac_luot):
    assert thay(can_bo, cac_luot) == {"thuong", "thuong_khac", "to_cao"}


@pytest.mark.parametrize("vai_tro", [VaiTro.TCHC, VaiTro.LANH_DAO])
def test_who_may_see_denunciations_sees_all(tao_nguoi, cac_luot, vai_tro):
    assert thay(tao_nguoi(vai_tro), cac_luot) == set(cac_luot)


@pytest.mark.parametrize("vai_tro", [VaiTro.QUAN_TRI, VaiTro.TRUONG_DON_VI, VaiTro.CHUYEN_VIEN])
def test_others_see_none(tao_nguoi, cac_luot, vai_tro):
    assert thay(tao_nguoi(vai_tro), cac_luot) == set()


def test_who_left_sees_none(tao_nguoi, cac_luot):
    assert thay(tao_nguoi(VaiTro.TCHC, is_active=False), cac_luot) == set()


def test_accused_does_not_see_his_case(tchc, ghi_luot, cac_luot):
    bi_to_cao = ghi_luot(loai=LoaiDon.TO_CAO, huong=HuongTiep.LAP_DON, nguoi_bi_to_cao=[tchc])
    khong_don = ghi_luot(loai=LoaiDon.TO_CAO, nguoi_bi_to_cao=[tchc])

    assert thay(tchc, cac_luot | {"bi_to_cao": bi_to_cao, "khong_don": khong_don}) == set(cac_luot)


def test_accused_does_not_see_later_visits_of_the_matter(tchc, ghi_luot, cac_luot):
    """Also when it was the petition's classification that named him."""
    cac_luot["to_cao"].don.nguoi_bi_to_cao.add(tchc)
    hoi_lai = ghi_luot(loai=LoaiDon.TO_CAO, vu_viec=cac_luot["to_cao"].vu_viec, noi_dung="Hỏi kết quả.")

    assert thay(tchc, cac_luot | {"hoi_lai": hoi_lai}) == set(cac_luot) - {"to_cao"}


def test_leaders_do_not_see_a_case_against_one_of_them(giam_doc, tchc, ghi_luot, cac_luot):
    lanh_dao = ghi_luot(loai=LoaiDon.TO_CAO, huong=HuongTiep.LAP_DON, bi_to_cao_lanh_dao=True)
    khong_don = ghi_luot(loai=LoaiDon.TO_CAO, bi_to_cao_lanh_dao=True)
    tat_ca = cac_luot | {"lanh_dao": lanh_dao, "khong_don": khong_don}

    assert thay(giam_doc, tat_ca) == set(cac_luot)
    assert thay(tchc, tat_ca) == set(tat_ca)


def test_visit_whose_petition_became_a_denunciation_is_hidden(can_bo, cac_luot):
    don = cac_luot["thuong_khac"].don
    DonThu.objects.filter(pk=don.pk).update(loai=LoaiDon.TO_CAO, cong_dan=None, ma_nguoi_to_cao="NTC-2026-AAAA")

    luot = LuotTiep.objects.get(pk=cac_luot["thuong_khac"].pk)
    assert thay(can_bo, cac_luot) == {"thuong", "to_cao"}
    assert luot.nguoi_den == "NTC-2026-AAAA"


def test_database_refuses_identity_on_a_denunciation(ghi_luot):
    cong_dan = ghi_luot().cong_dan

    with pytest.raises(IntegrityError), transaction.atomic():
        LuotTiep.objects.create(
            ma="LT-X",
            ngay=NGAY_TIEP,
            loai=LoaiDon.TO_CAO,
            noi_dung="x",
            cong_dan=cong_dan,
            vu_viec=VuViec.objects.create(ma="VV.X"),
        )
