"""Steps of every procedure, and what one row of a procedure table says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices

from donthu.phan_loai import HuongXuLy
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tochuc.vai_tro import Quyen


class Buoc(TextChoices):
    TIEP_NHAN = "tiep_nhan", "Tiếp nhận đơn"
    NHAP_SO = "nhap_so", "Nhập từ sổ cũ"
    GHEP_VU_VIEC = "ghep_vu_viec", "Ghép vào vụ việc"
    TACH_DON = "tach_don", "Tách nội dung khác loại"
    PHAN_LOAI = "phan_loai", "Phân loại"
    HUONG_DAN = "huong_dan", "Hướng dẫn"
    CHUYEN_DON = "chuyen_don", "Chuyển đơn"
    GOP_DON = "gop_don", "Gộp đơn trùng"
    LUU_DON = "luu_don", "Lưu đơn"
    KHONG_XU_LY = "khong_xu_ly", "Không xử lý"
    CHUYEN_KIEM_TRA = "chuyen_kiem_tra", "Chuyển thanh tra, kiểm tra"
    CHUYEN_DIEU_TRA = "chuyen_dieu_tra", "Chuyển cơ quan điều tra"
    TRINH_THU_LY = "trinh_thu_ly", "Trình thụ lý"
    THU_LY = "thu_ly", "Thụ lý"
    KHONG_THU_LY = "khong_thu_ly", "Không thụ lý"
    KIEM_TRA_LAI = "kiem_tra_lai", "Kiểm tra lại"
    KHIEU_NAI_DUNG = "khieu_nai_dung", "Khiếu nại đúng, dự thảo quyết định"
    GIAO_DON_VI = "giao_don_vi", "Giao đơn vị"
    XAC_MINH = "xac_minh", "Giao xác minh"
    TU_XAC_MINH = "tu_xac_minh", "Tự xác minh"
    YEU_CAU_TAI_LIEU = "yeu_cau_tai_lieu", "Yêu cầu cung cấp tài liệu"
    NHAN_TAI_LIEU = "nhan_tai_lieu", "Nhận tài liệu"
    TRUNG_CAU_GIAM_DINH = "trung_cau_giam_dinh", "Trưng cầu giám định"
    KET_QUA_GIAM_DINH = "ket_qua_giam_dinh", "Nhận kết quả giám định"
    BAO_CAO_KET_QUA = "bao_cao_ket_qua", "Báo cáo kết quả"
    YEU_CAU_BO_SUNG = "yeu_cau_bo_sung", "Yêu cầu bổ sung"
    BAO_DOI_THOAI = "bao_doi_thoai", "Thông báo đối thoại"
    HOAN_DOI_THOAI = "hoan_doi_thoai", "Hoãn đối thoại"
    DOI_THOAI = "doi_thoai", "Ghi kết quả đối thoại"
    DU_THAO = "du_thao", "Dự thảo quyết định"
    BAN_HANH = "ban_hanh", "Ban hành"
    THONG_BAO = "thong_bao", "Thông báo cho công dân"
    GUI_VAN_BAN = "gui_van_ban", "Gửi văn bản"
    GUI_QUYET_DINH = "gui_quyet_dinh", "Gửi quyết định giải quyết"
    CONG_KHAI = "cong_khai", "Công khai"
    TRA_LOI_NOI_CHUYEN = "tra_loi_noi_chuyen", "Trả lời nơi chuyển đơn"
    XU_LY_KET_LUAN = "xu_ly_ket_luan", "Xử lý kết luận"
    BAO_CAO_XU_LY = "bao_cao_xu_ly", "Báo cáo kết quả xử lý kết luận"
    CO_HIEU_LUC = "co_hieu_luc", "Ghi nhận có hiệu lực"
    KHIEU_NAI_LAN_HAI = "khieu_nai_lan_hai", "Ghi nhận khiếu nại lần hai"
    CAP_TREN_YEU_CAU = "cap_tren_yeu_cau", "Nhận yêu cầu của Sở Y tế, Tòa án"
    BAO_CAO_CAP_TREN = "bao_cao_cap_tren", "Gửi hồ sơ, báo cáo cấp trên"
    KET_QUA_LAN_HAI = "ket_qua_lan_hai", "Ghi quyết định giải quyết lần hai"
    KHOI_KIEN = "khoi_kien", "Ghi nhận khởi kiện"
    BAN_AN = "ban_an", "Ghi bản án, quyết định của Tòa án"
    CHI_DAO_THI_HANH = "chi_dao_thi_hanh", "Chỉ đạo thi hành"
    DON_DOC = "don_doc", "Đôn đốc"
    THI_HANH = "thi_hanh", "Ghi kết quả thi hành"
    THI_HANH_XONG = "thi_hanh_xong", "Thi hành xong"
    TO_CAO_TIEP = "to_cao_tiep", "Ghi nhận tố cáo tiếp"
    GIU_NGUYEN_KET_LUAN = "giu_nguyen_ket_luan", "Cấp trên giữ nguyên kết luận"
    CAP_TREN_GIAI_QUYET = "cap_tren_giai_quyet", "Cấp trên giải quyết lại"
    KET_THUC = "ket_thuc", "Kết thúc"
    KEO_DAI_KIEM_TRA = "keo_dai_kiem_tra", "Kéo dài kiểm tra điều kiện thụ lý"
    GIA_HAN = "gia_han", "Gia hạn"
    TAM_DINH_CHI = "tam_dinh_chi", "Tạm đình chỉ"
    TIEP_TUC = "tiep_tuc", "Tiếp tục giải quyết"
    RUT_DON = "rut_don", "Ghi nhận rút đơn"
    DINH_CHI = "dinh_chi", "Đình chỉ"
    DUNG_THI_HANH = "dung_thi_hanh", "Tạm đình chỉ thi hành quyết định bị khiếu nại"
    BO_DUNG_THI_HANH = "bo_dung_thi_hanh", "Hủy bỏ tạm đình chỉ thi hành"
    DE_NGHI_BAO_VE = "de_nghi_bao_ve", "Ghi nhận đề nghị bảo vệ"
    BAO_VE = "bao_ve", "Áp dụng biện pháp bảo vệ"
    TU_CHOI_BAO_VE = "tu_choi_bao_ve", "Không áp dụng biện pháp bảo vệ"
    THOI_BAO_VE = "thoi_bao_ve", "Chấm dứt bảo vệ"


@dataclass(frozen=True)
class MoHan:
    """A clock that a step opens: which duty, from which date field (the step's own when empty), in which case."""

    viec: Viec
    tu: str = ""
    khi: Callable[[Any], bool] | None = None


@dataclass(frozen=True)
class VanBanBuoc:
    """The document a step issues: form code, register (abbreviation of its type by NĐ 30/2020), subject."""

    ma_mau: str
    so_dang_ky: str
    trich_yeu: str


@dataclass(frozen=True)
class DuongDi:
    """One row of a procedure: from which states, to which (the same when None), by whom, with what effects.

    `xong` are the clocks the step closes; `dieu_kien` returns the sentence why the step is closed to this petition, or
    an empty one; `he_thong`: the passing of time may take the step too. `nhan` is what the button says where the step's
    own name is not clear enough. `tro_ve`: back to the state that the present one was entered from, of which `den` is
    the usual one.
    """

    tu: tuple[TrangThai, ...]
    den: TrangThai | None
    quyen: Quyen
    can_cu: str
    mo: tuple[MoHan, ...] = ()
    xong: tuple[Viec, ...] = ()
    van_ban: VanBanBuoc | None = None
    dung_dong_ho: bool = False
    chay_dong_ho: bool = False
    dieu_kien: Callable[[Any], str] | None = None
    nhan: str = ""
    he_thong: bool = False
    tro_ve: bool = False


# Which routing each step of classification leaves on the row.
HUONG_CUA_BUOC = {
    Buoc.TRINH_THU_LY: HuongXuLy.THU_LY,
    Buoc.HUONG_DAN: HuongXuLy.HUONG_DAN,
    Buoc.CHUYEN_DON: HuongXuLy.CHUYEN_DON,
    Buoc.LUU_DON: HuongXuLy.LUU_DON,
    Buoc.GOP_DON: HuongXuLy.LUU_DON,
    Buoc.KHONG_XU_LY: HuongXuLy.LUU_DON,
    Buoc.CHUYEN_KIEM_TRA: HuongXuLy.CHUYEN_DON,
    Buoc.CHUYEN_DIEU_TRA: HuongXuLy.CHUYEN_DON,
}
