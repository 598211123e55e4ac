"""The typed lists of reception: kinds of reception day, who receives, how, outcome, refusal grounds."""

from dataclasses import dataclass

from django.db.models import TextChoices

from donthu.phan_loai import DOAN_DONG_NGUOI


class LoaiLich(TextChoices):
    """Kinds of reception (Đ9, 10 NĐ 154/2026)."""

    DINH_KY = "dinh_ky", "Định kỳ"
    DOT_XUAT = "dot_xuat", "Đột xuất"
    THUONG_XUYEN = "thuong_xuyen", "Thường xuyên"


class NguoiTiep(TextChoices):
    """The three sections of form 01/TCD (TT 06/2025/TT-TTCP)."""

    THUONG_XUYEN = "thuong_xuyen", "Tiếp thường xuyên"
    THU_TRUONG = "thu_truong", "Thủ trưởng tiếp"
    UY_QUYEN = "uy_quyen", "Ủy quyền tiếp"


class HinhThuc(TextChoices):
    """Luật TCD Đ3a (136/2025)."""

    TRUC_TIEP = "truc_tiep", "Trực tiếp"
    TRUC_TUYEN = "truc_tuyen", "Trực tuyến"


class KetQuaTiep(TextChoices):
    DA_TIEP = "da_tiep", "Đã tiếp"
    TU_CHOI = "tu_choi", "Từ chối tiếp"


class HuongTiep(TextChoices):
    """What the reception ends in (Đ26 Luật TCD; Đ15 NĐ 154/2026)."""

    LAP_DON = "lap_don", "Tiếp nhận thành đơn"
    HUONG_DAN = "huong_dan", "Hướng dẫn đến cơ quan có thẩm quyền"
    CHUYEN_DON = "chuyen_don", "Chuyển đơn, chuyển nội dung"
    GIAI_THICH = "giai_thich", "Giải thích, chấm dứt"
    TRA_LOI_NGAY = "tra_loi_ngay", "Trả lời ngay tại buổi tiếp"


@dataclass(frozen=True)
class LyDoTuChoi:
    """A ground on which reception may be refused; `thong_bao`: the written notice 01/TCD is owed in 3 working days."""

    ma: str
    noi_dung: str
    can_cu: str
    thong_bao: bool = False


# Đ9 Luật TCD; Đ4 NĐ 154/2026. The written notice is owed only for Đ9.3 and điểm h (Đ4.3 NĐ 154/2026).
LY_DO_TU_CHOI: tuple[LyDoTuChoi, ...] = (
    LyDoTuChoi("R1", "Say do chất kích thích, mất khả năng nhận thức hoặc điều khiển hành vi", "Đ9.1 Luật TCD"),
    LyDoTuChoi("R2", "Đe dọa, xúc phạm người tiếp công dân, vi phạm nội quy nơi tiếp", "Đ9.2 Luật TCD"),
    LyDoTuChoi(
        "R3",
        "Vụ việc đã giải quyết đúng, đã kiểm tra, rà soát, thông báo bằng văn bản, đã tiếp, giải thích mà vẫn kéo dài",
        "Đ9.3 Luật TCD",
        thong_bao=True,
    ),
    LyDoTuChoi("Ra", "Mang vũ khí, vật nguy hiểm mà không gửi lại", "Đ4.1a NĐ 154/2026"),
    LyDoTuChoi("Rb", "Không chấp hành kiểm tra an ninh", "Đ4.1b NĐ 154/2026"),
    LyDoTuChoi("Rc", "Tự ý ghi âm, ghi hình, phát trực tiếp khi không được phép", "Đ4.1c NĐ 154/2026"),
    LyDoTuChoi("Rd", "Kích động, lôi kéo, gây rối", "Đ4.1d NĐ 154/2026"),
    LyDoTuChoi("Rdd", "Không đủ năng lực hành vi dân sự và không có người đại diện", "Đ4.1đ NĐ 154/2026"),
    LyDoTuChoi("Re", "Người đại diện không có giấy tờ chứng minh", "Đ4.1e NĐ 154/2026"),
    LyDoTuChoi("Rg", "Nội dung không thuộc phạm vi khiếu nại, tố cáo, kiến nghị, phản ánh", "Đ4.1g NĐ 154/2026"),
    LyDoTuChoi(
        "Rh",
        "Kiến nghị, phản ánh đã được trả lời bằng văn bản, không có tình tiết mới",
        "Đ4.1h NĐ 154/2026",
        thong_bao=True,
    ),
    LyDoTuChoi("Ri", "Đã có bản án, quyết định của Tòa án có hiệu lực", "Đ4.1i NĐ 154/2026"),
    LyDoTuChoi("Rk", "Cơ quan khác đang thụ lý", "Đ4.1k NĐ 154/2026"),
)

_LY_DO_THEO_MA = {ly_do.ma: ly_do for ly_do in LY_DO_TU_CHOI}


def ly_do_theo_ma(ma: str) -> LyDoTuChoi | None:
    """The ground of refusal with this code, None for an empty or unknown one."""
    return _LY_DO_THEO_MA.get(ma)


def dai_dien_toi_da(so_nguoi: int) -> int | None:
    """How many may speak for `so_nguoi` people: 5 to 10 send one or two, more up to five; None: no number is set.

    Đ29 Luật TCD.
    """
    if so_nguoi < DOAN_DONG_NGUOI:
        return None
    return 2 if so_nguoi <= 10 else 5
