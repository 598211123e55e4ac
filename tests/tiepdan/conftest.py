"""Builders of reception."""

from datetime import date

import pytest

from donthu.models import LinhVuc
from donthu.phan_loai import LoaiDon, LoaiGiayTo
from tiepdan.actions import ghi_luot_tiep
from tiepdan.hinh_thuc import HuongTiep
from tiepdan.models import LuotTiep
from tochuc.vai_tro import VaiTro

NGAY_TIEP = date(2026, 9, 15)


@pytest.fixture
def can_bo(tao_nguoi):
    """The officer at the counter."""
    return tao_nguoi(VaiTro.TIEP_DAN, ho_ten="Lê Thị Tiếp", chuc_vu="Chuyên viên")


@pytest.fixture
def tchc(tao_nguoi):
    return tao_nguoi(VaiTro.TCHC, ho_ten="Trần Văn Hành")


@pytest.fixture
def giam_doc(tao_nguoi):
    return tao_nguoi(VaiTro.LANH_DAO, ho_ten="Phạm Văn Giám", chuc_vu="Giám đốc")


@pytest.fixture
def linh_vuc(db):
    return LinhVuc.objects.get(ma="02.01")


@pytest.fixture
def ghi_luot(can_bo, linh_vuc):
    """Write a visit that ends in an answer at once, unless told otherwise."""

    def ghi(**khac) -> LuotTiep:
        truong = {
            "nguoi": can_bo,
            "ngay": NGAY_TIEP,
            "loai": LoaiDon.PHAN_ANH,
            "noi_dung": "Phản ánh chờ khám lâu ở Khoa Khám bệnh.",
            "ho_ten": "Nguyễn Văn An",
            "dia_chi": "Thôn 2, xã Ia Băng, tỉnh Gia Lai",
            "huong": HuongTiep.TRA_LOI_NGAY,
            "tra_loi": "Đã giải thích quy trình khám.",
        }
        if khac.get("huong") == HuongTiep.LAP_DON:
            truong |= {"linh_vuc": linh_vuc, "tra_loi": ""}
        if khac.get("so_giay_to"):
            truong["loai_giay_to"] = LoaiGiayTo.CAN_CUOC
        return ghi_luot_tiep(**truong | khac)

    return ghi
