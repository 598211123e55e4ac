"""The database itself refuses what the law does not know, also where a date is missing."""

from datetime import date

import pytest
from django.db import IntegrityError

from donthu.phan_loai import HuongXuLy, KetQua, LoaiDon
from donthu.quy_trinh.trang_thai import TrangThai

NHAN, SAU = date(2026, 9, 1), date(2026, 9, 10)
DA_XU_LY = {"ngay_xu_ly": NHAN, "du_dieu_kien": True, "thuoc_tham_quyen": True, "huong_xu_ly": HuongXuLy.THU_LY}
THU_LY = DA_XU_LY | {"ngay_thu_ly": SAU}
BAN_HANH = THU_LY | {"ngay_ban_hanh": SAU, "ket_qua": KetQua.SAI}
KHIEU_NAI = {"loai": LoaiDon.KHIEU_NAI}


@pytest.mark.parametrize(
    "truong",
    [
        {"loai": LoaiDon.TO_CAO, "ma_nguoi_to_cao": ""},
        {"loai": LoaiDon.PHAN_ANH, "ma_nguoi_to_cao": "NTC-2026-AAAA"},
        {"loai": LoaiDon.PHAN_ANH, "lan": 2},
        {"trang_thai": TrangThai.KET_THUC, "ngay_ket_thuc": None},
        {"trang_thai": TrangThai.TIEP_NHAN, "ngay_ket_thuc": SAU},
        DA_XU_LY | {"ngay_xu_ly": date(2026, 8, 31)},
        DA_XU_LY | {"huong_xu_ly": ""},
        {"huong_xu_ly": HuongXuLy.LUU_DON},
        {"thuoc_tham_quyen": True},
        {"ngay_thu_ly": SAU},
        DA_XU_LY | {"ngay_thu_ly": date(2026, 8, 31)},
        DA_XU_LY | {"thuoc_tham_quyen": False, "ngay_thu_ly": SAU},
        THU_LY | {"thuoc_tham_quyen": None},
        THU_LY | {"ngay_khong_thu_ly": SAU},
        {"ngay_khong_thu_ly": SAU},
        {"ngay_dinh_chi": SAU},
        BAN_HANH | KHIEU_NAI | {"ngay_dinh_chi": SAU},
        DA_XU_LY | KHIEU_NAI | {"ngay_ban_hanh": SAU, "ket_qua": KetQua.SAI},
        BAN_HANH | KHIEU_NAI | {"ngay_ban_hanh": NHAN},
        BAN_HANH | KHIEU_NAI | {"ket_qua": ""},
        BAN_HANH | KHIEU_NAI | {"ket_qua": KetQua.CONG_NHAN},
        BAN_HANH,
        {"ngay_thi_hanh_xong": SAU},
        BAN_HANH | KHIEU_NAI | {"ngay_thi_hanh_xong": NHAN},
        {"so_nguoi": 0},
        {"nguoi_bi_kien_nghi": 1, "can_bo_bi_kien_nghi": 2},
        {"nguoi_chuyen_dieu_tra": 1, "can_bo_chuyen_dieu_tra": 2},
    ],
)
def test_co_so_du_lieu_tu_choi(tao_don, truong):
    with pytest.raises(IntegrityError):
        tao_don(ngay_nhan=NHAN, **truong)


@pytest.mark.parametrize(
    "truong",
    [
        {},
        DA_XU_LY,
        THU_LY | KHIEU_NAI,
        BAN_HANH | KHIEU_NAI | {"ngay_thi_hanh_xong": SAU},
        DA_XU_LY | {"ngay_ban_hanh": SAU},
        BAN_HANH | KHIEU_NAI | {"lan": 2, "ket_qua": KetQua.HUY_SUA},
    ],
)
def test_co_so_du_lieu_nhan(tao_don, truong):
    assert tao_don(ngay_nhan=NHAN, **truong).pk
