"""The way of a petition in words: its milestones and the lines of its trail."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from donthu.models import DonThu
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from tochuc.dinh_dang import ngay_vn

TIEP_NHAN, PHAN_LOAI, KET_THUC = ("Tiếp nhận", "ngay_nhan"), ("Phân loại", "ngay_xu_ly"), ("Kết thúc", "ngay_ket_thuc")
# Milestones of each procedure: words, and the date of the petition that says it was reached.
CHANG_KHIEU_NAI = (
    TIEP_NHAN,
    PHAN_LOAI,
    ("Thụ lý", "ngay_thu_ly"),
    ("Xác minh", "ngay_bao_cao"),
    ("Quyết định", "ngay_ban_hanh"),
    ("Có hiệu lực", "ngay_hieu_luc"),
    ("Thi hành", "ngay_thi_hanh_xong"),
    KET_THUC,
)
CHANG_TO_CAO = (
    TIEP_NHAN,
    PHAN_LOAI,
    ("Thụ lý", "ngay_thu_ly"),
    ("Xác minh", "ngay_bao_cao"),
    ("Kết luận", "ngay_ban_hanh"),
    ("Xử lý kết luận", "ngay_thi_hanh_xong"),
    KET_THUC,
)
CHANG_PHAN_ANH = (
    TIEP_NHAN,
    PHAN_LOAI,
    ("Nhận giải quyết", "ngay_thu_ly"),
    ("Giải quyết", "ngay_bao_cao"),
    ("Trả lời", "ngay_ban_hanh"),
    KET_THUC,
)
CHANG_KHAC = (TIEP_NHAN, PHAN_LOAI, ("Trả lời", "ngay_ket_thuc"))
CHANG_CUA_LOAI = {
    LoaiDon.KHIEU_NAI: CHANG_KHIEU_NAI,
    LoaiDon.TO_CAO: CHANG_TO_CAO,
    LoaiDon.KIEN_NGHI: CHANG_PHAN_ANH,
    LoaiDon.PHAN_ANH: CHANG_PHAN_ANH,
    LoaiDon.KHAC: CHANG_KHAC,
}
# Every milestone in order, and which one each state works towards; a procedure without it goes to the next it has.
THU_TU_MOC = tuple(truong for _, truong in CHANG_KHIEU_NAI)
MOC_DANG_TOI = {
    TrangThai.TIEP_NHAN: "ngay_xu_ly",
    TrangThai.DA_PHAN_LOAI: "ngay_thu_ly",
    TrangThai.DANG_XEM_XET: "ngay_thu_ly",
    TrangThai.DANG_GIAI_QUYET: "ngay_bao_cao",
    TrangThai.KIEM_TRA_LAI: "ngay_bao_cao",
    TrangThai.XAC_MINH: "ngay_bao_cao",
    TrangThai.CO_KET_QUA: "ngay_ban_hanh",
    TrangThai.DOI_THOAI: "ngay_ban_hanh",
    TrangThai.DU_THAO: "ngay_ban_hanh",
    TrangThai.DA_BAN_HANH: "ngay_hieu_luc",
    TrangThai.CHO_HIEU_LUC: "ngay_hieu_luc",
    TrangThai.LAN_HAI: "ngay_hieu_luc",
    TrangThai.KHOI_KIEN: "ngay_hieu_luc",
    TrangThai.CO_HIEU_LUC: "ngay_thi_hanh_xong",
    TrangThai.DANG_THI_HANH: "ngay_thi_hanh_xong",
    TrangThai.TO_CAO_TIEP: "ngay_thi_hanh_xong",
    TrangThai.THI_HANH_XONG: "ngay_ket_thuc",
}


def cac_chang(don: DonThu, ngay_bao_cao: date | None) -> list[dict]:
    """The stepper (partials/buoc.html). `ngay_bao_cao`: when the unit reported, which stands on the assignment."""
    chang = CHANG_CUA_LOAI[LoaiDon(don.loai)]
    if don.da_dong and don.trang_thai != TrangThai.KET_THUC:  # a side exit: what was passed, and where it went out
        da_qua = [(ten, truong) for ten, truong in chang[:-1] if _ngay_chang(don, truong, ngay_bao_cao)]
        chang = [*da_qua, (don.get_trang_thai_display(), "ngay_ket_thuc")]
    hien_tai = len(chang) if don.da_dong else _chang_hien_tai(don, chang)
    return [
        {
            "ten": ten,
            "trang_thai": "xong" if thu_tu < hien_tai else "hien_tai" if thu_tu == hien_tai else "cho",
            "ngay": ngay_vn(_ngay_chang(don, truong, ngay_bao_cao)) if thu_tu < hien_tai else "",
        }
        for thu_tu, (ten, truong) in enumerate(chang)
    ]


def _chang_hien_tai(don: DonThu, chang: Iterable[tuple[str, str]]) -> int:
    toi = THU_TU_MOC.index(MOC_DANG_TOI[TrangThai(don.trang_thai)])
    return next(thu_tu for thu_tu, (_, truong) in enumerate(chang) if THU_TU_MOC.index(truong) >= toi)


def _ngay_chang(don: DonThu, truong: str, ngay_bao_cao: date | None) -> date | None:
    return ngay_bao_cao if truong == "ngay_bao_cao" else getattr(don, truong)


@dataclass(frozen=True)
class DongLichSu:
    """One line of the trail in words; `chuyen` says from which state to which when the step moved the petition."""

    buoc: str
    ngay: date
    nguoi: str
    chuyen: str
    ghi_chu: str


def cac_dong_lich_su(don: DonThu) -> list[DongLichSu]:
    """The trail of a petition, the last step first."""
    cot = don.lich_su.order_by("-stt").values_list("buoc", "ngay", "nguoi__ho_ten", "tu", "den", "ghi_chu")
    return [
        DongLichSu(
            buoc=Buoc(buoc).label,
            ngay=ngay,
            nguoi=nguoi or "",
            chuyen=f"{TrangThai(tu).label} → {TrangThai(den).label}" if tu and tu != den else "",
            ghi_chu=ghi_chu,
        )
        for buoc, ngay, nguoi, tu, den, ghi_chu in cot
    ]
