"""States of a petition, one list for every procedure, and who holds the work in each."""

from django.db.models import TextChoices

from tochuc.vai_tro import Quyen


class TrangThai(TextChoices):
    TIEP_NHAN = "tiep_nhan", "Mới tiếp nhận"
    DA_PHAN_LOAI = "da_phan_loai", "Đã phân loại"
    DANG_XEM_XET = "dang_xem_xet", "Chờ duyệt thụ lý"
    DANG_GIAI_QUYET = "dang_giai_quyet", "Đang giải quyết"
    KIEM_TRA_LAI = "kiem_tra_lai", "Đang kiểm tra lại"
    XAC_MINH = "xac_minh", "Đang xác minh"
    CO_KET_QUA = "co_ket_qua", "Đã có báo cáo kết quả"
    DOI_THOAI = "doi_thoai", "Đang tổ chức đối thoại"
    DU_THAO = "du_thao", "Chờ ký ban hành"
    DA_BAN_HANH = "da_ban_hanh", "Đã ban hành"
    CHO_HIEU_LUC = "cho_hieu_luc", "Chờ quyết định có hiệu lực"
    LAN_HAI = "lan_hai", "Đang khiếu nại lần hai"
    KHOI_KIEN = "khoi_kien", "Đang khởi kiện tại Tòa án"
    CO_HIEU_LUC = "co_hieu_luc", "Quyết định có hiệu lực pháp luật"
    DANG_THI_HANH = "dang_thi_hanh", "Đang thi hành"
    TO_CAO_TIEP = "to_cao_tiep", "Cấp trên xem xét tố cáo tiếp"
    THI_HANH_XONG = "thi_hanh_xong", "Đã thi hành xong"
    DA_HUONG_DAN = "da_huong_dan", "Đã hướng dẫn"
    DA_CHUYEN = "da_chuyen", "Đã chuyển đơn"
    LUU_DON = "luu_don", "Đã lưu đơn"
    KHONG_XU_LY = "khong_xu_ly", "Không xử lý"
    CHUYEN_KIEM_TRA = "chuyen_kiem_tra", "Đã chuyển thanh tra, kiểm tra"
    CHUYEN_DIEU_TRA = "chuyen_dieu_tra", "Đã chuyển cơ quan điều tra"
    KHONG_THU_LY = "khong_thu_ly", "Không thụ lý"
    DA_DINH_CHI = "da_dinh_chi", "Đã đình chỉ"
    KET_THUC = "ket_thuc", "Đã kết thúc"


DA_DONG = (
    TrangThai.DA_HUONG_DAN,
    TrangThai.DA_CHUYEN,
    TrangThai.LUU_DON,
    TrangThai.KHONG_XU_LY,
    TrangThai.CHUYEN_KIEM_TRA,
    TrangThai.CHUYEN_DIEU_TRA,
    TrangThai.KHONG_THU_LY,
    TrangThai.DA_DINH_CHI,
    TrangThai.KET_THUC,
)

# Accepted and not yet answered: the work lies with whoever resolves it.
DANG_LAM = (TrangThai.DANG_GIAI_QUYET, TrangThai.KIEM_TRA_LAI, TrangThai.XAC_MINH)
# Accepted, decision not yet issued: what may be paused, lengthened, withdrawn, stopped.
CHUA_BAN_HANH = (*DANG_LAM, TrangThai.CO_KET_QUA, TrangThai.DOI_THOAI, TrangThai.DU_THAO)
# Not yet accepted or refused.
CHUA_THU_LY = (TrangThai.TIEP_NHAN, TrangThai.DA_PHAN_LOAI, TrangThai.DANG_XEM_XET)

# Whose turn it is: the main clock of a petition stands on the desk of the holder of this permission.
NGUOI_GIU: dict[TrangThai, Quyen] = {
    TrangThai.TIEP_NHAN: Quyen.PHAN_LOAI,
    TrangThai.DA_PHAN_LOAI: Quyen.PHAN_LOAI,
    TrangThai.DANG_XEM_XET: Quyen.DUYET,
    TrangThai.DANG_GIAI_QUYET: Quyen.GIAI_QUYET,
    TrangThai.KIEM_TRA_LAI: Quyen.DUYET,
    TrangThai.XAC_MINH: Quyen.GIAI_QUYET,
    TrangThai.CO_KET_QUA: Quyen.BAN_HANH,
    TrangThai.DOI_THOAI: Quyen.BAN_HANH,
    TrangThai.DU_THAO: Quyen.BAN_HANH,
    TrangThai.DA_BAN_HANH: Quyen.THEO_DOI,
    TrangThai.CHO_HIEU_LUC: Quyen.THEO_DOI,
    TrangThai.LAN_HAI: Quyen.THEO_DOI,
    TrangThai.KHOI_KIEN: Quyen.THEO_DOI,
    TrangThai.CO_HIEU_LUC: Quyen.DUYET,
    TrangThai.DANG_THI_HANH: Quyen.THEO_DOI,
    TrangThai.TO_CAO_TIEP: Quyen.THEO_DOI,
    TrangThai.THI_HANH_XONG: Quyen.THEO_DOI,
}
