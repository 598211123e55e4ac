from donthu.models.ban_thao import BAN_THAO_MO, BanThao, PhienBan, TrangThaiBanThao
from donthu.models.bi_mat import NguoiDuocBiet, NguoiLienQuan, QuanHe, nguoi_phai_tranh, phai_tranh
from donthu.models.cong_dan import CongDan
from donthu.models.dien_bien import BaoVe, DoiChieu, KetLuanTrung, LanRut, PhamViRut
from donthu.models.don_thu import DonThu
from donthu.models.han_viec import HanViec, TamDinhChi
from donthu.models.ket_qua_thi_hanh import KetQuaThiHanh
from donthu.models.lich_su import LichSu
from donthu.models.linh_vuc import LinhVuc
from donthu.models.phan_cong import LanNhac, PhanCong, VaiPhanCong, XinThemHan
from donthu.models.tep import MucTep, TepDinhKem, TinhTrangTep
from donthu.models.thong_bao import ThongBao
from donthu.models.van_ban_di import LanCongKhai, LanGui, VanBanDi
from donthu.models.vu_viec import VuViec
from donthu.models.xac_minh import BangChung, BuoiLamViec, LoaiBuoi, NguoiDu, ThanhVienTo, ToXacMinh, VaiTrongTo

__all__ = [
    "BAN_THAO_MO",
    "BanThao",
    "BangChung",
    "BaoVe",
    "BuoiLamViec",
    "CongDan",
    "DoiChieu",
    "DonThu",
    "HanViec",
    "KetLuanTrung",
    "KetQuaThiHanh",
    "LanCongKhai",
    "LanGui",
    "LanNhac",
    "LanRut",
    "LichSu",
    "LinhVuc",
    "LoaiBuoi",
    "MucTep",
    "NguoiDu",
    "NguoiDuocBiet",
    "NguoiLienQuan",
    "PhamViRut",
    "PhanCong",
    "PhienBan",
    "QuanHe",
    "TamDinhChi",
    "TepDinhKem",
    "ThanhVienTo",
    "ThongBao",
    "TinhTrangTep",
    "ToXacMinh",
    "TrangThaiBanThao",
    "VaiPhanCong",
    "VaiTrongTo",
    "VanBanDi",
    "VuViec",
    "XinThemHan",
    "nguoi_phai_tranh",
    "phai_tranh",
]
