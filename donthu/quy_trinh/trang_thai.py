"""States of a petition, one list for every procedure, and who holds the work in each."""

from django.db.models import TextChoices

from tochuc.vai_tro import Quyen


class TrangThai(TextChoices):
    TIEP_NHAN = "tiep_nhan", "Mới tiếp nhận"
    DA_PHAN_LOAI = "da_phan_loai", "Đã phân loại"
    DANG_XEM_XET = "dang_xem_xet", "Chờ duyệt thụ lý"
    DANG_GIAI_QUYET = "dang_giai_quyet", "Đang giải quyết"
    CO_KET_QUA = "co_ket_qua", "Chờ ban hành"
    DA_BAN_HANH = "da_ban_hanh", "Đã ban hành, theo dõi thi hành"
    THI_HANH_XONG = "thi_hanh_xong", "Đã thi hành xong"
    DA_HUONG_DAN = "da_huong_dan", "Đã hướng dẫn"
    DA_CHUYEN = "da_chuyen", "Đã chuyển đơn"
    LUU_DON = "luu_don", "Đã lưu đơn"
    KHONG_THU_LY = "khong_thu_ly", "Không thụ lý"
    DA_DINH_CHI = "da_dinh_chi", "Đã đình chỉ"
    KET_THUC = "ket_thuc", "Đã kết thúc"


DA_DONG = (
    TrangThai.DA_HUONG_DAN,
    TrangThai.DA_CHUYEN,
    TrangThai.LUU_DON,
    TrangThai.KHONG_THU_LY,
    TrangThai.DA_DINH_CHI,
    TrangThai.KET_THUC,
)

# Whose turn it is: the main clock of a petition stands on the desk of the holder of this permission.
NGUOI_GIU: dict[TrangThai, Quyen] = {
    TrangThai.TIEP_NHAN: Quyen.PHAN_LOAI,
    TrangThai.DA_PHAN_LOAI: Quyen.PHAN_LOAI,
    TrangThai.DANG_XEM_XET: Quyen.DUYET,
    TrangThai.DANG_GIAI_QUYET: Quyen.GIAI_QUYET,
    TrangThai.CO_KET_QUA: Quyen.BAN_HANH,
    TrangThai.DA_BAN_HANH: Quyen.THEO_DOI,
    TrangThai.THI_HANH_XONG: Quyen.THEO_DOI,
}
