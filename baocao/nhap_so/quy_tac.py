"""The rules a row must keep beyond each cell, one line each: the column to blame, the fields it reads, the question.

They follow the workbook's description and, beyond it, the constraints of the database, so that what is written here
never meets one of those.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from baocao.models.hoat_dong import LOAI_CUA_BIEU_06, TRUONG_RIENG, LoaiHoatDong
from baocao.nhap_so.trang_so import (
    DON_THU,
    HOAT_DONG,
    KET_LUAN_COT,
    KIEN_NGHI_COT,
    LUOT_TIEP,
    THI_HANH_COT,
    THUC_HIEN_COT,
    DongSo,
    TrangSo,
)
from donthu.phan_loai import LOAI_CO_LAN_HAI, LoaiDon, ket_qua_hop_le
from tochuc.dinh_dang import ngay_vn


@dataclass(frozen=True)
class QuyTac:
    """One rule; `kiem` gives the reason why the row breaks it, or nothing. Not asked when a field it reads is wrong."""

    truong: str
    doc: tuple[str, ...]
    kiem: Callable[[DongSo], str | None]


def kiem_quy_tac(dong: DongSo) -> Iterator[tuple[str, str]]:
    """The broken rules of a row: (field to blame, reason)."""
    for quy_tac in QUY_TAC.get(dong.trang.ten, ()):
        if dong.hong.isdisjoint(quy_tac.doc) and quy_tac.truong not in dong.hong and (ly_do := quy_tac.kiem(dong)):
            yield quy_tac.truong, ly_do


def _thu_tu(trang: TrangSo, sau: str, *truoc: str) -> QuyTac:
    """`sau` is not before the nearest given one of `truoc` (nearest first)."""

    def kiem(dong: DongSo) -> str | None:
        ngay: date | None = dong[sau]
        moc = next((ten for ten in truoc if dong[ten]), None)
        if ngay and moc and ngay < dong[moc]:
            return f"ngày {ngay_vn(ngay)} trước “{trang.theo_truong[moc].tieu_de}” ({ngay_vn(dong[moc])})."
        return None

    return QuyTac(sau, (sau, *truoc), kiem)


def _can_co(trang: TrangSo, truong: str, can: str) -> QuyTac:
    """`truong` is given only together with `can`."""
    return QuyTac(
        truong,
        (truong, can),
        lambda dong: f"chỉ ghi khi có “{trang.theo_truong[can].tieu_de}”." if dong[truong] and not dong[can] else None,
    )


def _trong_do(trang: TrangSo, phan: str, tong: str) -> QuyTac:
    return QuyTac(
        phan,
        (phan, tong),
        lambda dong: (
            f"{dong[phan]} lớn hơn “{trang.theo_truong[tong].tieu_de}” ({dong[tong]})."
            if dong[phan] > dong[tong]
            else None
        ),
    )


def _khong_cung(trang: TrangSo, truong: str, voi: str) -> QuyTac:
    return QuyTac(
        truong,
        (truong, voi),
        lambda dong: f"không ghi cùng “{trang.theo_truong[voi].tieu_de}”." if dong[truong] and dong[voi] else None,
    )


def _khong_danh_tinh(truong: str) -> QuyTac:
    """The identity of a denouncer is never loaded (Đ56 Luật Tố cáo)."""
    return QuyTac(
        truong,
        ("loai", truong),
        lambda dong: (
            "phải để trống khi Loại là tố cáo; không nhập danh tính người tố cáo."
            if dong["loai"] == LoaiDon.TO_CAO and dong[truong]
            else None
        ),
    )


def _co_ho_ten(*truong: str) -> QuyTac:
    return QuyTac(
        "ho_ten",
        ("loai", "ho_ten", *truong),
        lambda dong: (
            "không được để trống khi đã ghi địa chỉ hoặc số giấy tờ."
            if dong["loai"] != LoaiDon.TO_CAO and not dong["ho_ten"] and any(dong[ten] for ten in truong)
            else None
        ),
    )


def _lan_hai(dong: DongSo) -> str | None:
    if dong["lan"] == 2 and dong["loai"] not in LOAI_CO_LAN_HAI:
        return "chỉ khiếu nại, tố cáo mới có lần 2."
    return None


def _huong_xu_ly(dong: DongSo) -> str | None:
    can = dong["ngay_xu_ly"] and dong["du_dieu_kien"] and not dong["thuoc_tham_quyen"]
    if can and not dong["huong_xu_ly"]:
        return "phải ghi huong_dan hoặc chuyen_don khi đơn đủ điều kiện và không thuộc thẩm quyền."
    if dong["huong_xu_ly"] and not can:
        return "chỉ ghi khi đơn đã xử lý, đủ điều kiện và không thuộc thẩm quyền."
    return None


def _thu_ly(dong: DongSo) -> str | None:
    if not dong["ngay_thu_ly"]:
        return None
    can = ("ngay_xu_ly", "du_dieu_kien", "thuoc_tham_quyen")
    thieu = [f"“{DON_THU.theo_truong[truong].tieu_de}”" for truong in can if not dong[truong]]
    return f"chỉ thụ lý đơn đã xử lý, đủ điều kiện, thuộc thẩm quyền; thiếu {', '.join(thieu)}." if thieu else None


def _ban_hanh(dong: DongSo) -> str | None:
    """A reply to kiến nghị, phản ánh needs neither thụ lý nor routing."""
    if dong["ngay_ban_hanh"] and dong["loai"] in LOAI_CO_LAN_HAI and not dong["ngay_thu_ly"]:
        return "khiếu nại, tố cáo chưa thụ lý thì không có quyết định, kết luận."
    return None


def _ket_qua(dong: DongSo) -> str | None:
    hop_le = ket_qua_hop_le(dong["loai"], dong["lan"])
    if dong["ket_qua"]:
        if not hop_le:
            return "chỉ ghi cho khiếu nại, tố cáo."
        if not dong["ngay_ban_hanh"]:
            return "chỉ ghi khi có “Ngày ban hành”."
        if dong["ket_qua"] not in hop_le:
            return f"phải là một trong: {', '.join(muc.value for muc in hop_le)}."
    elif hop_le and dong["ngay_ban_hanh"]:
        return f"phải ghi khi có “Ngày ban hành”: {', '.join(muc.value for muc in hop_le)}."
    return None


def _to_chuc_bi_kien_nghi(dong: DongSo) -> str | None:
    if dong["to_chuc_bi_kien_nghi"] and dong["loai"] != LoaiDon.TO_CAO:
        return "chỉ ghi cho tố cáo."
    return None


def _chi_cho(truong: str, *cac_loai: LoaiHoatDong) -> QuyTac:
    """A column that belongs to some kinds of activity only: elsewhere it would count in no form, unseen."""
    nhan = ", ".join(loai.value for loai in cac_loai)
    return QuyTac(
        truong,
        ("loai", truong),
        lambda dong: f"chỉ ghi khi Loại là {nhan}." if dong[truong] and dong["loai"] not in cac_loai else None,
    )


def _so_don_vi(dong: DongSo) -> str | None:
    if dong["loai"] in TRUONG_RIENG["so_don_vi"] and not dong["so_don_vi"]:
        return "phải ghi, ít nhất là 1, khi Loại là kiem_tra, thanh_tra."
    return None


QUY_TAC: dict[str, tuple[QuyTac, ...]] = {
    LUOT_TIEP.ten: (
        _khong_danh_tinh("ho_ten"),
        _khong_danh_tinh("dia_chi"),
        _khong_danh_tinh("so_giay_to"),
        _co_ho_ten("dia_chi", "so_giay_to"),
    ),
    DON_THU.ten: (
        QuyTac("lan", ("lan", "loai"), _lan_hai),
        _khong_danh_tinh("ho_ten"),
        _khong_danh_tinh("dia_chi"),
        _co_ho_ten("dia_chi"),
        _thu_tu(DON_THU, "ngay_xu_ly", "ngay_nhan"),
        _can_co(DON_THU, "thuoc_tham_quyen", "du_dieu_kien"),
        QuyTac("huong_xu_ly", ("huong_xu_ly", "ngay_xu_ly", "du_dieu_kien", "thuoc_tham_quyen"), _huong_xu_ly),
        _thu_tu(DON_THU, "ngay_thu_ly", "ngay_xu_ly", "ngay_nhan"),
        QuyTac("ngay_thu_ly", ("ngay_thu_ly", "ngay_xu_ly", "du_dieu_kien", "thuoc_tham_quyen"), _thu_ly),
        _thu_tu(DON_THU, "ngay_khong_thu_ly", "ngay_xu_ly", "ngay_nhan"),
        _can_co(DON_THU, "ngay_khong_thu_ly", "ngay_xu_ly"),
        _khong_cung(DON_THU, "ngay_khong_thu_ly", "ngay_thu_ly"),
        _thu_tu(DON_THU, "ngay_dinh_chi", "ngay_xu_ly", "ngay_nhan"),
        _can_co(DON_THU, "ngay_dinh_chi", "ngay_xu_ly"),
        _khong_cung(DON_THU, "ngay_dinh_chi", "ngay_ban_hanh"),
        _thu_tu(DON_THU, "ngay_ban_hanh", "ngay_thu_ly", "ngay_xu_ly", "ngay_nhan"),
        QuyTac("ngay_ban_hanh", ("ngay_ban_hanh", "loai", "ngay_thu_ly"), _ban_hanh),
        QuyTac("ket_qua", ("ket_qua", "loai", "lan", "ngay_ban_hanh"), _ket_qua),
        *(_can_co(DON_THU, cot.truong, "ngay_ban_hanh") for cot in KIEN_NGHI_COT),
        QuyTac("to_chuc_bi_kien_nghi", ("to_chuc_bi_kien_nghi", "loai"), _to_chuc_bi_kien_nghi),
        _trong_do(DON_THU, "can_bo_bi_kien_nghi", "nguoi_bi_kien_nghi"),
        _trong_do(DON_THU, "can_bo_chuyen_dieu_tra", "nguoi_chuyen_dieu_tra"),
        _thu_tu(DON_THU, "ngay_thi_hanh_xong", "ngay_ban_hanh", "ngay_thu_ly", "ngay_xu_ly", "ngay_nhan"),
        _can_co(DON_THU, "ngay_thi_hanh_xong", "ngay_ban_hanh"),
        *(_can_co(DON_THU, cot.truong, "ngay_thi_hanh_xong") for cot in THI_HANH_COT),
        _trong_do(DON_THU, "can_bo_da_xu_ly", "nguoi_da_xu_ly"),
        _trong_do(DON_THU, "can_bo_khoi_to", "nguoi_khoi_to"),
    ),
    HOAT_DONG.ten: (
        *(
            _chi_cho(truong, *(loai for loai in cac_loai if loai in LOAI_CUA_BIEU_06))
            for truong, cac_loai in TRUONG_RIENG.items()
            if truong in HOAT_DONG.theo_truong
        ),
        QuyTac("so_don_vi", ("so_don_vi", "loai"), _so_don_vi),
        _thu_tu(HOAT_DONG, "ngay_ket_luan", "ngay"),
        *(_can_co(HOAT_DONG, cot.truong, "ngay_ket_luan") for cot in KET_LUAN_COT),
        _thu_tu(HOAT_DONG, "ngay_thuc_hien_xong", "ngay_ket_luan", "ngay"),
        _can_co(HOAT_DONG, "ngay_thuc_hien_xong", "ngay_ket_luan"),
        *(_can_co(HOAT_DONG, cot.truong, "ngay_thuc_hien_xong") for cot in THUC_HIEN_COT),
    ),
}
