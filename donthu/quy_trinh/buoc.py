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
    PHAN_LOAI = "phan_loai", "Phân loại"
    HUONG_DAN = "huong_dan", "Hướng dẫn"
    CHUYEN_DON = "chuyen_don", "Chuyển đơn"
    LUU_DON = "luu_don", "Lưu đơn"
    TRINH_THU_LY = "trinh_thu_ly", "Trình thụ lý"
    THU_LY = "thu_ly", "Thụ lý"
    KHONG_THU_LY = "khong_thu_ly", "Không thụ lý"
    GIAO_DON_VI = "giao_don_vi", "Giao đơn vị"
    BAO_CAO_KET_QUA = "bao_cao_ket_qua", "Báo cáo kết quả"
    YEU_CAU_BO_SUNG = "yeu_cau_bo_sung", "Yêu cầu bổ sung"
    BAN_HANH = "ban_hanh", "Ban hành"
    THONG_BAO = "thong_bao", "Thông báo cho công dân"
    GUI_VAN_BAN = "gui_van_ban", "Gửi văn bản"
    CONG_KHAI = "cong_khai", "Công khai"
    XU_LY_KET_LUAN = "xu_ly_ket_luan", "Xử lý kết luận"
    THI_HANH = "thi_hanh", "Ghi kết quả thi hành"
    THI_HANH_XONG = "thi_hanh_xong", "Thi hành xong"
    KET_THUC = "ket_thuc", "Kết thúc"
    GIA_HAN = "gia_han", "Gia hạn"
    TAM_DINH_CHI = "tam_dinh_chi", "Tạm đình chỉ"
    TIEP_TUC = "tiep_tuc", "Tiếp tục giải quyết"
    DINH_CHI = "dinh_chi", "Đình chỉ"


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
    an empty one. `nhan` is what the button says where the step's own name is not clear enough.
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


# Which routing each step of classification leaves on the row.
HUONG_CUA_BUOC = {
    Buoc.TRINH_THU_LY: HuongXuLy.THU_LY,
    Buoc.HUONG_DAN: HuongXuLy.HUONG_DAN,
    Buoc.CHUYEN_DON: HuongXuLy.CHUYEN_DON,
    Buoc.LUU_DON: HuongXuLy.LUU_DON,
}
