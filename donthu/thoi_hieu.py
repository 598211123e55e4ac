"""Whether a khiếu nại came in time: said to the person, never decided for him (Đ9, 11.6, 33.1, 48 Luật KN).

Nothing here queries.
"""

from dataclasses import dataclass

from donthu.models import DonThu
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh import HAN_DAI_VUNG_SAU
from donthu.thoi_han import KetQuaHan, LoiThoiHan, dong_thoi_han, tinh
from donthu.viec import Viec
from tochuc.dinh_dang import ngay_vn, so_van, thu_ngay
from tochuc.lich import Lich

DE_XUAT = (
    "Đề xuất không thụ lý (Điều 11.6 Luật Khiếu nại), trừ khi có lý do chính đáng: thời gian có trở ngại khách quan "
    "không tính vào thời hiệu (Điều 9). Người giải quyết quyết định."
)
# Doubt D1: Chương IV Luật KN names cán bộ, công chức only.
HAI_THOI_HIEU = (
    "Luật Khiếu nại chưa nói rõ viên chức khiếu nại quyết định kỷ luật theo thời hiệu 15 hay 90 ngày: nhận đơn trong "
    "90 ngày, xin ý kiến pháp chế khi đã quá 15 ngày."
)


@dataclass(frozen=True)
class ThoiHieu:
    """Sentences on the time-bar; `da_het`: past by every rule that may apply."""

    cac_cau: tuple[str, ...]
    da_het: bool


def thoi_hieu_cua(don: DonThu, lich: Lich) -> ThoiHieu | None:
    """The time-bar of a khiếu nại by the day its writer knew; None when that day was not recorded or of another kind.

    It ends at `ngay_nhan`: what was posted earlier the person counts himself.
    """
    if don.loai != LoaiDon.KHIEU_NAI or don.ngay_biet is None:
        return None
    try:
        cac = [_tinh(don, viec, lich) for viec in cac_thoi_hieu(don)]
    except LoiThoiHan as loi:
        return ThoiHieu((str(loi),), da_het=False)
    qua = [don.ngay_nhan > ket_qua.han for ket_qua in cac]
    cau = [_cau(don, ket_qua) for ket_qua in cac]
    if all(qua):
        cau.append(DE_XUAT)
    elif any(qua):
        cau.append(HAI_THOI_HIEU)
    return ThoiHieu((" ".join(cau),), da_het=all(qua))


def cac_thoi_hieu(don: DonThu) -> tuple[Viec, ...]:
    """Rules that may bar this khiếu nại: two for a first complaint of a discipline (doubt D1)."""
    if don.lan == 2:
        if not don.ky_luat:
            return (Viec.KHIEU_NAI_LAN_HAI,)
        return (Viec.THOI_HIEU_KN_BUOC_THOI_VIEC if don.buoc_thoi_viec else Viec.THOI_HIEU_KN_KY_LUAT_LAN_HAI,)
    return (Viec.THOI_HIEU_KN_KY_LUAT, Viec.THOI_HIEU_KN) if don.ky_luat else (Viec.THOI_HIEU_KN,)


def _tinh(don: DonThu, viec: Viec, lich: Lich) -> KetQuaHan:
    dai_hon = don.vung_sau and viec in HAN_DAI_VUNG_SAU
    them = dong_thoi_han(viec, don.ngay_biet).gia_han_toi_da if dai_hon else 0
    return tinh(viec, don.ngay_biet, lich, gia_han=them)


def _cau(don: DonThu, ket_qua: KetQuaHan) -> str:
    tong = so_van(ket_qua.so + ket_qua.gia_han)
    dau = f"{ket_qua.thoi_han.ten}: {tong} ngày kể từ {ngay_vn(ket_qua.tu)}, hết {thu_ngay(ket_qua.han)}"
    if don.ngay_nhan <= ket_qua.han:
        return f"{dau}; đơn nhận ngày {ngay_vn(don.ngay_nhan)} còn trong thời hạn ({ket_qua.thoi_han.can_cu})."
    tre = (don.ngay_nhan - ket_qua.han).days
    return f"{dau}; đơn nhận ngày {ngay_vn(don.ngay_nhan)} đã quá {tre} ngày ({ket_qua.thoi_han.can_cu})."
