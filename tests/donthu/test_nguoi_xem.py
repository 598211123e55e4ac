"""“Ai xem được” says what `for_user` does, for every person and every kind of petition."""

from datetime import date
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from donthu.models import (
    DonThu,
    NguoiDuocBiet,
    NguoiLienQuan,
    PhanCong,
    QuanHe,
    ThanhVienTo,
    ToXacMinh,
    VaiTrongTo,
)
from donthu.models.phan_cong import VaiPhanCong
from donthu.nguoi_xem import cac_nhom_xem, danh_sach_duoc_biet
from donthu.phan_loai import LoaiDon
from tochuc.models import NhanVien
from tochuc.vai_tro import VaiTro

NGAY = date(2026, 9, 1)


@pytest.fixture
def moi_nguoi(tao_nguoi, tao_don_vi):
    """Every role outside, in a khoa and in a unit that helps; two roles in one person, a deputy, and one who left."""
    khoa, phoi_hop = tao_don_vi("NOI"), tao_don_vi("DUOC")
    for vai_tro in VaiTro:
        tao_nguoi(vai_tro)
        tao_nguoi(vai_tro, don_vi=khoa)
        tao_nguoi(vai_tro, don_vi=phoi_hop)
    tao_nguoi(VaiTro.LANH_DAO, VaiTro.TRUONG_DON_VI, don_vi=khoa)
    tao_nguoi(VaiTro.TIEP_DAN, VaiTro.CHUYEN_VIEN, don_vi=khoa)
    tao_nguoi(VaiTro.LANH_DAO, chuc_vu="Phó Giám đốc")
    tao_nguoi(VaiTro.TCHC, is_active=False)
    return khoa, phoi_hop


def thay_theo_for_user(don) -> set[str]:
    return {
        nguoi.ho_ten for nguoi in NhanVien.objects.all() if DonThu.objects.for_user(nguoi).filter(pk=don.pk).exists()
    }


def thay_theo_trang(don) -> list[str]:
    if don.loai == LoaiDon.TO_CAO:
        return [dong.nhan_vien.ho_ten for dong in danh_sach_duoc_biet(don)]
    return [ten for nhom in cac_nhom_xem(don) for ten in nhom.nguoi]


@pytest.mark.parametrize("loai", [loai for loai in LoaiDon if loai != LoaiDon.TO_CAO])
@pytest.mark.parametrize(("giao", "co_phoi_hop"), list(product([False, True], repeat=2)))
def test_dung_nhu_for_user(moi_nguoi, tao_don, loai, giao, co_phoi_hop):
    khoa, phoi_hop = moi_nguoi
    nguoi_nhap = NhanVien.objects.filter(vai_tro__vai_tro=VaiTro.TIEP_DAN).first()
    don = tao_don(loai=loai, nguoi_nhap=nguoi_nhap, don_vi=khoa if giao else None)
    if co_phoi_hop:
        PhanCong.objects.create(don=don, don_vi=phoi_hop, vai=VaiPhanCong.PHOI_HOP, ngay_giao=NGAY)
    PhanCong.objects.create(don=don, don_vi=phoi_hop, vai=VaiPhanCong.CHU_TRI, ngay_giao=NGAY, ngay_thoi_giao=NGAY)
    to = ToXacMinh.objects.create(don=don, tu_ngay=NGAY, den_ngay=NGAY, noi_dung="Xác minh")
    for vai_tro in VaiTro:  # a member's role must let him resolve anything at all
        thanh_vien = NhanVien.objects.filter(vai_tro__vai_tro=vai_tro, don_vi=None).first()
        ThanhVienTo.objects.create(to=to, nhan_vien=thanh_vien, vai=VaiTrongTo.THANH_VIEN)

    thay = thay_theo_trang(don)

    assert set(thay) == thay_theo_for_user(don)
    assert len(thay) == len(set(thay))


@pytest.mark.parametrize("lanh_dao", [False, True])
@pytest.mark.parametrize("bi_to_cao", [None, *VaiTro])
@pytest.mark.parametrize("cung_khoa", [False, True])
def test_to_cao_dung_nhu_for_user(moi_nguoi, tao_don, lanh_dao, bi_to_cao, cung_khoa):
    """Everybody stands on the list, whatever his role: only who need not keep away sees it."""
    cac_nguoi = NhanVien.objects.filter(don_vi__isnull=not cung_khoa)
    bi = list(cac_nguoi.filter(vai_tro__vai_tro=bi_to_cao)[:1]) if bi_to_cao else []
    don = tao_don(
        loai=LoaiDon.TO_CAO,
        don_vi=moi_nguoi[0],
        nguoi_bi_to_cao=bi,
        bi_to_cao_lanh_dao=lanh_dao,
        duoc_biet=list(NhanVien.objects.all()),
    )
    nhan_chung = NhanVien.objects.filter(vai_tro__vai_tro=VaiTro.TCHC, is_active=True).last()
    NguoiLienQuan.objects.create(don=don, nhan_vien=nhan_chung, quan_he=QuanHe.NHAN_CHUNG)

    thay = thay_theo_trang(don)

    assert set(thay) == thay_theo_for_user(don)
    assert len(thay) == len(set(thay))
    assert nhan_chung.ho_ten not in thay
    assert {nguoi.ho_ten for nguoi in bi}.isdisjoint(thay)
    assert thay


def test_khong_co_trong_danh_sach_thi_khong_biet(moi_nguoi, tao_don):
    mot = NhanVien.objects.filter(vai_tro__vai_tro=VaiTro.CHUYEN_VIEN).first()
    don = tao_don(loai=LoaiDon.TO_CAO, don_vi=moi_nguoi[0], duoc_biet=[mot])
    het = NhanVien.objects.filter(vai_tro__vai_tro=VaiTro.TCHC).first()
    NguoiDuocBiet.objects.create(don=don, nhan_vien=het, ly_do="Cũ", tu_ngay=NGAY, ngay_thoi=NGAY)

    assert thay_theo_trang(don) == [mot.ho_ten]
    assert thay_theo_for_user(don) == {mot.ho_ten}


def test_noi_vi_sao(tao_nguoi, tao_don_vi, tao_don):
    khoa, duoc = tao_don_vi("NOI", ten="Khoa Nội"), tao_don_vi("DUOC", ten="Khoa Dược")
    tao_nguoi(VaiTro.LANH_DAO, ho_ten="Giám Đốc")
    tao_nguoi(VaiTro.TCHC, ho_ten="Phòng TCHC")
    tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=khoa, ho_ten="Bác Sĩ")
    tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=duoc, ho_ten="Dược Sĩ")
    nhap = tao_nguoi(VaiTro.TIEP_DAN, ho_ten="Tiếp Dân")
    don = tao_don(don_vi=khoa, nguoi_nhap=nhap)
    PhanCong.objects.create(don=don, don_vi=duoc, vai=VaiPhanCong.PHOI_HOP, ngay_giao=NGAY)

    with CaptureQueriesContext(connection) as truy_van:
        nhom = cac_nhom_xem(don)

    assert [(muc.ly_do, muc.nguoi) for muc in nhom] == [
        ("Bộ phận xử lý đơn", ("Phòng TCHC",)),
        ("Lãnh đạo Trung tâm", ("Giám Đốc",)),
        ("Người nhập đơn", ("Tiếp Dân",)),
        ("Đơn vị giải quyết: Khoa Nội", ("Bác Sĩ",)),
        ("Đơn vị phối hợp: Khoa Dược", ("Dược Sĩ",)),
    ]
    assert len(truy_van) == 3


def test_to_cao_noi_vi_sao_tu_bao_gio(tao_nguoi, tao_don, django_assert_num_queries):
    tao_nguoi(VaiTro.LANH_DAO, ho_ten="Giám Đốc", chuc_vu="Giám đốc")
    tao_nguoi(VaiTro.LANH_DAO, ho_ten="Phó", chuc_vu="Phó Giám đốc")
    tao_nguoi(VaiTro.TCHC, ho_ten="Phòng TCHC")
    nhap = tao_nguoi(VaiTro.TIEP_DAN, ho_ten="Tiếp Dân")
    don = tao_don(loai=LoaiDon.TO_CAO, nguoi_nhap=nhap, ngay_nhan=NGAY)

    with django_assert_num_queries(1):
        cac_dong = danh_sach_duoc_biet(don)

    assert {(dong.nhan_vien.ho_ten, dong.ly_do, dong.tu_ngay) for dong in cac_dong} == {
        ("Giám Đốc", "Người giải quyết tố cáo", NGAY),
        ("Phòng TCHC", "Bộ phận xử lý đơn", NGAY),
        ("Tiếp Dân", "Người tiếp nhận", NGAY),
    }


def test_doi_don_vi_vai_tro_thi_thay_khac_ngay(tao_nguoi, tao_don, tao_don_vi):
    khoa_cu, khoa_moi = tao_don_vi(), tao_don_vi()
    nguoi = tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=khoa_cu)
    tao_don(ma="CU", don_vi=khoa_cu)
    tao_don(ma="MOI", don_vi=khoa_moi)

    def thay():
        return sorted(DonThu.objects.for_user(nguoi).values_list("ma", flat=True))

    truoc = thay()
    nguoi.don_vi = khoa_moi
    nguoi.save()
    sau_doi_don_vi = thay()
    nguoi.dat_vai_tro([VaiTro.TCHC])
    sau_doi_vai_tro = thay()
    nguoi.is_active = False
    nguoi.save()

    assert [truoc, sau_doi_don_vi, sau_doi_vai_tro, thay()] == [["CU"], ["MOI"], ["CU", "MOI"], []]
