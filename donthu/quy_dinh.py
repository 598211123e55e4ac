"""The tables of law as plain rows: codes for machines, words for whoever checks them with the law in the other hand."""

from collections.abc import Iterable
from typing import Any

from donthu import ly_do
from donthu.bang_thoi_han import BANG_THOI_HAN, MOI_THU_TUC
from donthu.ly_do import LyDo
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh import QUY_TRINH, nhan_buoc
from donthu.quy_trinh.buoc import Buoc, DuongDi
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.van_ban import VanBan
from donthu.viec import DonViTinh, ThoiHan
from tochuc.dinh_dang import ngay_vn
from tochuc.vai_tro import BANG_QUYEN

GIU_NGUYEN = "Giữ nguyên"
MOI_TRANG_THAI = "Mọi trạng thái"
BAT_DAU = "Bắt đầu"

# Code → words, grounds.
DANH_MUC_LY_DO: dict[str, tuple[str, tuple[LyDo, ...]]] = {
    "dieu_kien_xu_ly": ("Điều kiện xử lý đơn", ly_do.DIEU_KIEN_XU_LY),
    "khong_du_dieu_kien": ("Đơn không đủ điều kiện xử lý", ly_do.KHONG_DU_DIEU_KIEN),
    "khong_thu_ly_khieu_nai": ("Không thụ lý khiếu nại", ly_do.KHONG_THU_LY_KHIEU_NAI),
    "thu_ly_to_cao": ("Điều kiện thụ lý tố cáo", ly_do.THU_LY_TO_CAO),
    "khong_thu_ly_to_cao": ("Không thụ lý tố cáo", ly_do.KHONG_THU_LY_TO_CAO),
    "phuc_tap": ("Tiêu chí vụ việc phức tạp", ly_do.TIEU_CHI_PHUC_TAP),
    "ly_do_chinh_dang": ("Lý do chính đáng, trở ngại khách quan", ly_do.LY_DO_CHINH_DANG),
    "tam_dinh_chi_khieu_nai": ("Tạm đình chỉ giải quyết khiếu nại", ly_do.TAM_DINH_CHI_KHIEU_NAI),
    "dinh_chi_khieu_nai": ("Đình chỉ giải quyết khiếu nại", ly_do.DINH_CHI_KHIEU_NAI),
    "tam_dinh_chi_to_cao": ("Tạm đình chỉ giải quyết tố cáo", ly_do.TAM_DINH_CHI_TO_CAO),
    "dinh_chi_to_cao": ("Đình chỉ giải quyết tố cáo", ly_do.DINH_CHI_TO_CAO),
    "van_giai_quyet_to_cao": ("Rút tố cáo nhưng vẫn phải giải quyết", ly_do.VAN_GIAI_QUYET_TO_CAO),
    "xu_ly_ket_luan": ("Xử lý kết luận nội dung tố cáo", ly_do.XU_LY_KET_LUAN),
    "bien_phap_bao_ve": ("Biện pháp bảo vệ người tố cáo", ly_do.BIEN_PHAP_BAO_VE),
    "thoi_bao_ve": ("Chấm dứt bảo vệ người tố cáo", ly_do.THOI_BAO_VE),
    "dung_kien_nghi_phan_anh": ("Dừng giải quyết kiến nghị, phản ánh", ly_do.DUNG_KIEN_NGHI_PHAN_ANH),
}


def may_quy_trinh() -> list[dict[str, Any]]:
    """Every step of every kind. `den` is None where the petition stays in its state."""
    return [
        {
            "loai": loai,
            "buoc": buoc.value,
            "tu": [trang_thai.value for trang_thai in duong.tu],
            "den": duong.den.value if duong.den else None,
            "quyen": duong.quyen.value,
            "mo": [mo_han.viec.value for mo_han in duong.mo],
            "xong": [viec.value for viec in duong.xong],
            "van_ban": duong.van_ban.ma_mau if duong.van_ban else None,
            "can_cu": duong.can_cu,
        }
        for loai, bang in QUY_TRINH.items()
        for buoc, duong in bang.items()
    ]


def may_thoi_han() -> list[dict[str, Any]]:
    """Every term, old ones too. `so` is None where the law gives no number; `gia_han`: one number per extension."""
    return [
        {
            "ma": han.ma,
            "viec": han.ten,
            "loai": [thu_tuc.value for thu_tuc in han.loai],
            "so": han.so,
            "don_vi_tinh": han.don_vi.value,
            "gia_han": list(han.gia_han),
            "can_cu": han.can_cu,
            "tu_ngay": han.tu_ngay.isoformat(),
            "den_ngay": han.den_ngay.isoformat() if han.den_ngay else None,
            "tinh_trang": han.tinh_trang.value,
        }
        for han in BANG_THOI_HAN
    ]


def may_van_ban(cac_van_ban: Iterable[VanBan]) -> list[dict[str, Any]]:
    """Every version of every document."""
    return [
        {
            "ma": van_ban.ma,
            "ten": van_ban.ten,
            "can_cu": van_ban.can_cu,
            "tu_ngay": van_ban.tu_ngay.isoformat(),
            "den_ngay": van_ban.den_ngay.isoformat() if van_ban.den_ngay else None,
            "nguoi_ky": van_ban.nguoi_ky,
            "tinh_trang": van_ban.tinh_trang.value,
        }
        for van_ban in cac_van_ban
    ]


def nhom_quy_trinh() -> list[tuple[str, tuple[str, ...]]]:
    """Kinds that share one table go together: ("Kiến nghị, phản ánh", their codes)."""
    nhom: dict[int, list[str]] = {}
    for loai, bang in QUY_TRINH.items():
        nhom.setdefault(id(bang), []).append(loai)
    return [(", ".join(LoaiDon(loai).label for loai in cac).capitalize(), tuple(cac)) for cac in nhom.values()]


def chu_quy_trinh(loai: str) -> list[dict[str, Any]]:
    """The steps of one kind in words, in the order of the table."""
    return [_chu_buoc(loai, buoc, duong) for buoc, duong in QUY_TRINH[loai].items()]


def _chu_buoc(loai: str, buoc: Buoc, duong: DuongDi) -> dict[str, Any]:
    return {
        "ma": buoc.value,
        "ten": nhan_buoc(loai, buoc),
        "tu": _chu_tu(duong),
        "den": duong.den.label if duong.den else GIU_NGUYEN,
        "quyen": duong.quyen.label,
        "vai_tro": ", ".join(vai_tro.label for vai_tro, quyen in BANG_QUYEN.items() if duong.quyen in quyen),
        "mo": [mo_han.viec for mo_han in duong.mo],
        "xong": list(duong.xong),
        "van_ban": duong.van_ban.ma_mau if duong.van_ban else "",
        "can_cu": duong.can_cu,
    }


def _chu_tu(duong: DuongDi) -> str:
    if set(duong.tu) == set(TrangThai):
        return MOI_TRANG_THAI
    return "; ".join(trang_thai.label for trang_thai in duong.tu) or BAT_DAU


def chu_so(han: ThoiHan) -> str:
    """ "7 ngày làm việc", or that the law gives no number."""
    if han.so is None:
        return DonViTinh.KHONG.label.capitalize()
    return f"{han.so} {han.don_vi.label}"


def chu_gia_han(han: ThoiHan) -> str:
    """ "thêm 15 ngày", "thêm 30 + 30 ngày", or nothing."""
    if not han.gia_han:
        return ""
    return f"thêm {' + '.join(map(str, han.gia_han))} {han.don_vi.label}"


def chu_thu_tuc(han: ThoiHan) -> str:
    """The procedures a term belongs to."""
    return "mọi thủ tục" if han.loai == MOI_THU_TUC else ", ".join(thu_tuc.label for thu_tuc in han.loai)


def chu_hieu_luc(dong: ThoiHan | VanBan) -> str:
    """Since when, and until when if it is over."""
    tu = f"từ {ngay_vn(dong.tu_ngay)}"
    return f"{tu} đến {ngay_vn(dong.den_ngay)}" if dong.den_ngay else tu
