from baocao.models.bao_cao import BaoCaoKy, BuocBaoCao
from baocao.models.bao_cao_nhan import BaoCaoNhan
from baocao.models.hoat_dong import HoatDong
from baocao.models.tien_do_nhap import TienDoNhap

__all__ = ["BaoCaoKy", "BaoCaoNhan", "BuocBaoCao", "HoatDong", "TienDoNhap"]
