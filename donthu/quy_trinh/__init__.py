"""The three procedures of law and the short path of the rest: kind → step → row."""

from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc, DuongDi
from donthu.quy_trinh.khieu_nai import KHIEU_NAI
from donthu.quy_trinh.kien_nghi_phan_anh import KIEN_NGHI_PHAN_ANH, Y_KIEN_KHAC
from donthu.quy_trinh.to_cao import TO_CAO
from donthu.quy_trinh.trang_thai import NGUOI_GIU, TrangThai
from donthu.viec import Viec
from tochuc.vai_tro import Quyen

QUY_TRINH: dict[str, dict[Buoc, DuongDi]] = {
    LoaiDon.KHIEU_NAI: KHIEU_NAI,
    LoaiDon.TO_CAO: TO_CAO,
    LoaiDon.KIEN_NGHI: KIEN_NGHI_PHAN_ANH,
    LoaiDon.PHAN_ANH: KIEN_NGHI_PHAN_ANH,
    LoaiDon.KHAC: Y_KIEN_KHAC,
}

# The clocks that carry the petition itself: they move from desk to desk with it and stand still in a tạm đình chỉ.
HAN_CHINH = (
    Viec.THU_LY_KN,
    Viec.GIAI_QUYET_KN_LAN_DAU,
    Viec.GIAI_QUYET_KN_LAN_DAU_VUNG_SAU,
    Viec.GIAI_QUYET_KN_LAN_HAI,
    Viec.GIAI_QUYET_KN_LAN_HAI_VUNG_SAU,
    Viec.GIAI_QUYET_KN_KY_LUAT,
    Viec.THU_LY_TC,
    Viec.CHUYEN_TC,
    Viec.GIAI_QUYET_TC,
    Viec.GIAI_QUYET_KNPA,
)
HAN_DUNG_DUOC = (
    Viec.GIAI_QUYET_KN_LAN_DAU,
    Viec.GIAI_QUYET_KN_LAN_DAU_VUNG_SAU,
    Viec.GIAI_QUYET_KN_LAN_HAI,
    Viec.GIAI_QUYET_KN_LAN_HAI_VUNG_SAU,
    Viec.GIAI_QUYET_KN_KY_LUAT,
    Viec.GIAI_QUYET_TC,
)


# The other clocks lie on the desk of whoever may take the step that closes them.
QUYEN_CUA_VIEC: dict[Viec, Quyen] = {
    viec: duong.quyen for bang in QUY_TRINH.values() for duong in bang.values() for viec in duong.xong
}


def nguoi_giu(viec: Viec, trang_thai: str, da_giao: bool) -> Quyen:
    """The permission whose holder has the duty on the desk now."""
    if viec not in HAN_CHINH:
        return QUYEN_CUA_VIEC[viec]
    if trang_thai == TrangThai.DANG_GIAI_QUYET and not da_giao:
        return Quyen.GIAO_VIEC
    return NGUOI_GIU[TrangThai(trang_thai)]


def nhan_buoc(loai: str, buoc: Buoc) -> str:
    """What the button says: the row's own words, or the step's."""
    return QUY_TRINH[loai][buoc].nhan or Buoc(buoc).label
