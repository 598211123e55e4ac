from baocao.models.bao_cao import BaoCaoKy, BuocBaoCao
from baocao.models.bao_cao_nhan import BaoCaoNhan
from baocao.models.hoat_dong import HoatDong, PhatHien, ThamDu
from baocao.models.ke_hoach import CapNhatNhiemVu, KeHoach, NhiemVu
from baocao.models.lan_in import LanIn
from baocao.models.minh_chung import MinhChung
from baocao.models.tep_kem import TepKem
from baocao.models.tien_do_nhap import TienDoNhap

__all__ = [
    "BaoCaoKy",
    "BaoCaoNhan",
    "BuocBaoCao",
    "CapNhatNhiemVu",
    "HoatDong",
    "KeHoach",
    "LanIn",
    "MinhChung",
    "NhiemVu",
    "PhatHien",
    "TepKem",
    "ThamDu",
    "TienDoNhap",
]
