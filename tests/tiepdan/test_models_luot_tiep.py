"""Who sees which visit: each role, and never the accused."""

import pytest
from django.db import IntegrityError, transaction

from donthu.models import DonThu, NguoiDuocBiet, NguoiLienQuan, QuanHe, VuViec
from donthu.phan_loai import LoaiDon
from tests.tiepdan.conftest import NGAY_TIEP
from tiepdan.hinh_thuc import HuongTiep
from tiepdan.models import LuotTiep
from tochuc.vai_tro import VaiTro

pytestmark = pytest.mark.django_db


@pytest.fixture
def moi_vai_tro(tao_nguoi):
    """Somebody of each role, there before the visits: who comes later knows of no tố cáo."""
    return {vai_tro: tao_nguoi(vai_tro) for vai_tro in VaiTro}


@pytest.fixture
def cac_luot(moi_vai_tro, tchc, giam_doc, ghi_luot, tao_nguoi):
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
def test_who_may_see_denunciations_sees_all(moi_vai_tro, cac_luot, vai_tro):
    assert thay(moi_vai_tro[vai_tro], cac_luot) == set(cac_luot)


@pytest.mark.parametrize("vai_tro", [VaiTro.TCHC, VaiTro.LANH_DAO])
def test_who_comes_later_knows_of_no_case(tao_nguoi, cac_luot, vai_tro):
    assert thay(tao_nguoi(vai_tro), cac_luot) == {"thuong", "thuong_khac", "to_cao_khong_don"}


def test_deputy_knows_of_no_case(tao_nguoi, ghi_luot, can_bo):
    pho = tao_nguoi(VaiTro.LANH_DAO, chuc_vu="Phó Giám đốc")
    to_cao = ghi_luot(loai=LoaiDon.TO_CAO, huong=HuongTiep.LAP_DON)
    khong_don = ghi_luot(loai=LoaiDon.TO_CAO)

    assert thay(pho, {"to_cao": to_cao, "khong_don": khong_don}) == set()
    assert thay(can_bo, {"to_cao": to_cao, "khong_don": khong_don}) == {"to_cao", "khong_don"}


def test_visit_shows_as_its_petition_does(cac_luot, tao_nguoi):
    """Put on the list of the petition, a khoa's head still has no register; reception sees this row, no other."""
    le_tan = tao_nguoi(VaiTro.TIEP_DAN)
    don = cac_luot["to_cao"].don
    NguoiDuocBiet.objects.create(don=don, nhan_vien=le_tan, ly_do="Tiếp lần sau", tu_ngay=NGAY_TIEP)

    assert thay(le_tan, cac_luot) == {"thuong", "thuong_khac", "to_cao"}


@pytest.mark.parametrize("co_don", [True, False])
def test_people_of_the_unit_of_the_accused_do_not_see_it(ghi_luot, tao_nguoi, tao_don_vi, can_bo, co_don):
    phong = tao_don_vi("TCHC")
    bi_to_cao, dong_nghiep = tao_nguoi(VaiTro.TCHC, don_vi=phong), tao_nguoi(VaiTro.TCHC, don_vi=phong)
    luot = ghi_luot(
        loai=LoaiDon.TO_CAO, nguoi_bi_to_cao=[bi_to_cao], **({"huong": HuongTiep.LAP_DON} if co_don else {})
    )

    assert [thay(nguoi, {"luot": luot}) for nguoi in (bi_to_cao, dong_nghiep)] == [set(), set()]
    assert thay(can_bo, {"luot": luot}) == {"luot"}


def test_witness_does_not_see_it(ghi_luot, tchc):
    luot = ghi_luot(loai=LoaiDon.TO_CAO, huong=HuongTiep.LAP_DON)
    hoi_lai = ghi_luot(loai=LoaiDon.TO_CAO, vu_viec=luot.vu_viec, noi_dung="Hỏi kết quả.")
    truoc = thay(tchc, {"luot": luot, "hoi_lai": hoi_lai})
    NguoiLienQuan.objects.create(don=luot.don, nhan_vien=tchc, quan_he=QuanHe.NHAN_CHUNG)

    assert truoc == {"luot", "hoi_lai"}
    assert thay(tchc, {"luot": luot, "hoi_lai": hoi_lai}) == set()


@pytest.mark.parametrize("vai_tro", [VaiTro.QUAN_TRI, VaiTro.TRUONG_DON_VI, VaiTro.CHUYEN_VIEN])
def test_others_see_none(tao_nguoi, cac_luot, vai_tro):
    assert thay(tao_nguoi(vai_tro), cac_luot) == set()


def test_who_left_sees_none(tao_nguoi, cac_luot):
    assert thay(tao_nguoi(VaiTro.TCHC, is_active=False), cac_luot) == set()


def test_accused_does_not_see_his_case(tchc, cac_luot, ghi_luot):
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
