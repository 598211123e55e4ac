from tochuc.models.cau_hinh import CauHinh
from tochuc.models.don_vi import DonVi
from tochuc.models.ngay_nghi import NgayNghi
from tochuc.models.nhan_vien import NhanVien, VaiTroNhanVien, nho_theo_nguoi
from tochuc.models.nhat_ky import NhatKy
from tochuc.models.so_dem import SoDem

__all__ = ["CauHinh", "DonVi", "NgayNghi", "NhanVien", "NhatKy", "SoDem", "VaiTroNhanVien", "nho_theo_nguoi"]
