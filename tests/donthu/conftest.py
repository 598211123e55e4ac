"""A small centre and the shortest way to move a petition in it."""

from datetime import date

import pytest

from donthu.actions import THUC_HIEN, tiep_nhan_don
from donthu.models import CongDan, LinhVuc
from donthu.phan_loai import LoaiDon, NguonDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.vai_tro import VaiTro


@pytest.fixture
def bo_may(tao_nguoi, tao_don_vi):
    """Who receives, TCHC, the director, a khoa with its head, another khoa, the administrator."""

    class BoMay:
        khoa = tao_don_vi("NOI")
        tiep_dan = tao_nguoi(VaiTro.TIEP_DAN)
        tchc = tao_nguoi(VaiTro.TCHC)
        giam_doc = tao_nguoi(VaiTro.LANH_DAO)
        truong_khoa = tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=khoa)
        khoa_khac = tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=tao_don_vi())
        quan_tri = tao_nguoi(VaiTro.QUAN_TRI)

    return BoMay


@pytest.fixture
def nhan(bo_may):
    """Receive a petition of a kind on a day."""

    def lam(loai, ngay_nhan: date, **khac):
        mac_dinh = {"nguon": NguonDon.BUU_CHINH, "linh_vuc": LinhVuc.objects.get(ma="02.01"), "tom_tat": "Nội dung đơn"}
        if loai != LoaiDon.TO_CAO:
            mac_dinh["cong_dan"] = CongDan.objects.create(ho_ten="Trần Thị Bí Mật")
        return tiep_nhan_don(nguoi=bo_may.tiep_dan, ngay_nhan=ngay_nhan, loai=loai, **mac_dinh | khac)

    return lam


@pytest.fixture
def lam():
    """Take one step."""

    def lam(don, buoc, nguoi, ngay, **khac):
        return THUC_HIEN[buoc](don, nguoi=nguoi, ngay=ngay, **khac)

    return lam


@pytest.fixture
def phan_loai(bo_may, lam):
    """Classify as eligible and within competence, unless said otherwise."""

    def phan(don, ngay, **khac):
        mac_dinh = {"loai": don.loai, "linh_vuc": don.linh_vuc, "du_dieu_kien": True, "thuoc_tham_quyen": True}
        return lam(don, Buoc.PHAN_LOAI, bo_may.tchc, ngay, **mac_dinh | khac)

    return phan


@pytest.fixture
def thu_ly(bo_may, lam, phan_loai):
    """Classify, propose and accept on one day."""

    def nhan_giai_quyet(don, ngay):
        don = phan_loai(don, ngay)
        don = lam(don, Buoc.TRINH_THU_LY, bo_may.tchc, ngay)
        return lam(don, Buoc.THU_LY, bo_may.giam_doc, ngay)

    return nhan_giai_quyet
