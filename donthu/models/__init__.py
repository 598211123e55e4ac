from donthu.models.cong_dan import CongDan
from donthu.models.don_thu import DonThu
from donthu.models.han_viec import HanViec, TamDinhChi
from donthu.models.ket_qua_thi_hanh import KetQuaThiHanh
from donthu.models.lich_su import LichSu
from donthu.models.linh_vuc import LinhVuc
from donthu.models.phan_cong import PhanCong
from donthu.models.thong_bao import ThongBao
from donthu.models.van_ban_di import VanBanDi
from donthu.models.vu_viec import VuViec

__all__ = [
    "CongDan",
    "DonThu",
    "HanViec",
    "KetQuaThiHanh",
    "LichSu",
    "LinhVuc",
    "PhanCong",
    "TamDinhChi",
    "ThongBao",
    "VanBanDi",
    "VuViec",
]
