"""Where an imported petition stands in its procedure, and which of its clocks still runs.

The register gives dates, not steps: the state is the furthest one those dates prove. What already ended has no clock,
so that the past raises no alarm.
"""

from datetime import date

from baocao.nhap_so.trang_so import DongSo
from donthu.models import DonThu
from donthu.phan_loai import LOAI_CO_LAN_HAI, HuongXuLy, LoaiDon
from donthu.quy_trinh import HAN_CHINH, QUY_TRINH
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.thoi_han import cac_dong
from donthu.viec import Viec

NGAY_CUA_DON = (
    "ngay_nhan",
    "ngay_xu_ly",
    "ngay_thu_ly",
    "ngay_khong_thu_ly",
    "ngay_dinh_chi",
    "ngay_ban_hanh",
    "ngay_thi_hanh_xong",
)

# The steps behind a petition that waits, with the date on which each was taken.
BUOC_DA_QUA: dict[TrangThai, tuple[tuple[Buoc, str], ...]] = {
    TrangThai.TIEP_NHAN: ((Buoc.TIEP_NHAN, "ngay_nhan"),),
    TrangThai.DA_PHAN_LOAI: ((Buoc.TIEP_NHAN, "ngay_nhan"), (Buoc.PHAN_LOAI, "ngay_xu_ly")),
    TrangThai.DANG_XEM_XET: (
        (Buoc.TIEP_NHAN, "ngay_nhan"),
        (Buoc.PHAN_LOAI, "ngay_xu_ly"),
        (Buoc.TRINH_THU_LY, "ngay_xu_ly"),
    ),
    TrangThai.DANG_GIAI_QUYET: (
        (Buoc.TIEP_NHAN, "ngay_nhan"),
        (Buoc.PHAN_LOAI, "ngay_xu_ly"),
        (Buoc.TRINH_THU_LY, "ngay_xu_ly"),
        (Buoc.THU_LY, "ngay_thu_ly"),
    ),
}


def huong_xu_ly(dong: DongSo) -> str:
    """What the routing of a row was: the sheet names it only for what belongs to another body."""
    if not dong["ngay_xu_ly"]:
        return ""
    if not dong["du_dieu_kien"]:
        return HuongXuLy.LUU_DON
    return HuongXuLy.THU_LY if dong["thuoc_tham_quyen"] else dong["huong_xu_ly"]


def trang_thai(dong: DongSo) -> tuple[TrangThai, date | None]:
    """State of an imported petition, and the day it was closed when it is."""
    match huong_xu_ly(dong):
        case "" if dong["ngay_ban_hanh"]:  # answered without having been routed
            return _da_ban_hanh(dong)
        case "":
            return (TrangThai.DA_PHAN_LOAI if dong["du_dieu_kien"] else TrangThai.TIEP_NHAN), None
        case HuongXuLy.LUU_DON:
            return TrangThai.LUU_DON, dong["ngay_xu_ly"]
        case HuongXuLy.HUONG_DAN:
            return TrangThai.DA_HUONG_DAN, dong["ngay_xu_ly"]
        case HuongXuLy.CHUYEN_DON:
            return TrangThai.DA_CHUYEN, dong["ngay_xu_ly"]
    if dong["ngay_dinh_chi"]:
        return TrangThai.DA_DINH_CHI, dong["ngay_dinh_chi"]
    if dong["ngay_khong_thu_ly"]:
        return TrangThai.KHONG_THU_LY, dong["ngay_khong_thu_ly"]
    if dong["ngay_ban_hanh"]:
        return _da_ban_hanh(dong)
    if dong["loai"] == LoaiDon.KHAC:  # no procedure of law: it waits for an answer or a note
        return TrangThai.DA_PHAN_LOAI, None
    return (TrangThai.DANG_GIAI_QUYET if dong["ngay_thu_ly"] else TrangThai.DANG_XEM_XET), None


def _da_ban_hanh(dong: DongSo) -> tuple[TrangThai, date | None]:
    if dong["ngay_thi_hanh_xong"]:
        return TrangThai.KET_THUC, dong["ngay_thi_hanh_xong"]
    if dong["loai"] in LOAI_CO_LAN_HAI:
        return TrangThai.DA_BAN_HANH, None  # the decision, conclusion is still to be carried out
    return TrangThai.KET_THUC, dong["ngay_ban_hanh"]


def ngay_moi_nhat(dong: DongSo) -> date:
    """The last thing the row says happened."""
    return max(dong[truong] for truong in NGAY_CUA_DON if dong[truong])


def dong_ho_dang_chay(don: DonThu) -> list[tuple[Viec, date]]:
    """Main clocks that run in the present state, each with its first day: opened by a step behind it, closed by none.

    A clock whose rule was not yet in force on that day does not exist (as in `dong_ho.mo_han`).
    """
    dang_mo: dict[Viec, date] = {}
    for buoc, truong in BUOC_DA_QUA.get(TrangThai(don.trang_thai), ()):
        duong = QUY_TRINH[don.loai].get(buoc)
        if duong is None:
            continue
        for viec in duong.xong:
            dang_mo.pop(viec, None)
        for mo in duong.mo:
            if mo.viec in HAN_CHINH and (mo.khi is None or mo.khi(don)):
                dang_mo[mo.viec] = getattr(don, mo.tu or truong)
    return [(viec, tu) for viec, tu in dang_mo.items() if any(luat.hieu_luc(tu) for luat in cac_dong(viec))]
