"""“Ai xem được” says what `for_user` does, for every person and every kind of petition."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from donthu.models import DonThu
from donthu.nguoi_xem import cac_nhom_xem
from donthu.phan_loai import LoaiDon
from tochuc.models import NhanVien
from tochuc.vai_tro import VaiTro


@pytest.fixture
def moi_nguoi(tao_nguoi, tao_don_vi):
    """Every role in a khoa and outside, two roles in one person, and one who left."""
    khoa = tao_don_vi("NOI")
    for vai_tro in VaiTro:
        tao_nguoi(vai_tro)
        tao_nguoi(vai_tro, don_vi=khoa)
    tao_nguoi(VaiTro.LANH_DAO, VaiTro.TRUONG_DON_VI, don_vi=khoa)
    tao_nguoi(VaiTro.TIEP_DAN, VaiTro.CHUYEN_VIEN, don_vi=khoa)
    tao_nguoi(VaiTro.TCHC, is_active=False)
    return khoa


def khoa_xem(don) -> set[str]:
    return {
        ten for nhom in cac_nhom_xem(don, list(don.nguoi_bi_to_cao.values_list("pk", flat=True))) for ten in nhom.nguoi
    }


@pytest.mark.parametrize("loai", LoaiDon)
@pytest.mark.parametrize("giao", [False, True])
def test_dung_nhu_for_user(moi_nguoi, tao_don, loai, giao):
    nguoi_nhap = NhanVien.objects.filter(vai_tro__vai_tro=VaiTro.TIEP_DAN).first()
    cac_khac = {"don_vi": moi_nguoi} if giao else {}
    don = tao_don(loai=loai, nguoi_nhap=nguoi_nhap, **cac_khac)

    thay = {
        nguoi.ho_ten for nguoi in NhanVien.objects.all() if DonThu.objects.for_user(nguoi).filter(pk=don.pk).exists()
    }

    assert khoa_xem(don) == thay


@pytest.mark.parametrize("lanh_dao", [False, True])
def test_nguoi_bi_to_cao_khong_co_ten(moi_nguoi, tao_don, lanh_dao):
    bi = list(NhanVien.objects.filter(vai_tro__vai_tro__in=[VaiTro.TCHC, VaiTro.TRUONG_DON_VI]).distinct()[:3])
    don = tao_don(loai=LoaiDon.TO_CAO, nguoi_bi_to_cao=bi, bi_to_cao_lanh_dao=lanh_dao, don_vi=moi_nguoi)

    thay = {
        nguoi.ho_ten for nguoi in NhanVien.objects.all() if DonThu.objects.for_user(nguoi).filter(pk=don.pk).exists()
    }

    assert khoa_xem(don) == thay
    assert thay.isdisjoint({nguoi.ho_ten for nguoi in bi})


def test_noi_vi_sao(tao_nguoi, tao_don_vi, tao_don):
    khoa = tao_don_vi("NOI", ten="Khoa Nội")
    tao_nguoi(VaiTro.LANH_DAO, ho_ten="Giám Đốc")
    tao_nguoi(VaiTro.TCHC, ho_ten="Phòng TCHC")
    tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=khoa, ho_ten="Bác Sĩ")
    nhap = tao_nguoi(VaiTro.TIEP_DAN, ho_ten="Tiếp Dân")
    don = tao_don(don_vi=khoa, nguoi_nhap=nhap)

    with CaptureQueriesContext(connection) as truy_van:
        nhom = cac_nhom_xem(don, [])

    assert [(muc.ly_do, muc.nguoi) for muc in nhom] == [
        ("Bộ phận xử lý đơn", ("Phòng TCHC",)),
        ("Lãnh đạo Trung tâm", ("Giám Đốc",)),
        ("Người nhập đơn", ("Tiếp Dân",)),
        ("Đơn vị giải quyết: Khoa Nội", ("Bác Sĩ",)),
    ]
    assert len(truy_van) == 1
