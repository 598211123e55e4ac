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

# Not duties of the centre but times that pass: never overdue, nobody is reminded.
HAN_CHO = (
    Viec.KHIEU_NAI_LAN_HAI,
    Viec.CHO_HIEU_LUC_QD_LAN_DAU,
    Viec.CHO_HIEU_LUC_QD_LAN_HAI,
    Viec.TO_CAO_TIEP,
)
# Counted back from a day to come ("ít nhất N trước"): done before the day from which they count.
HAN_TRUOC = (Viec.CONG_BO_LICH_TIEP, Viec.BAO_TIEP_TRUC_TUYEN, Viec.THU_KET_NOI)
# 15 more days where the roads are bad (Đ33.1, 44 Luật KN).
HAN_DAI_VUNG_SAU = (Viec.KHIEU_NAI_LAN_HAI, Viec.CHO_HIEU_LUC_QD_LAN_DAU, Viec.CHO_HIEU_LUC_QD_LAN_HAI)

# Rows of the deadline table that no step opens as a clock, and where each is used instead.
KHONG_LA_DONG_HO: dict[Viec, str] = {
    Viec.THOI_HIEU_KN: "thời hiệu của người khiếu nại, kiểm tra khi phân loại",
    Viec.THOI_HIEU_KN_KY_LUAT: "thời hiệu của người khiếu nại, kiểm tra khi phân loại",
    Viec.THOI_HIEU_KN_KY_LUAT_LAN_HAI: "thời hiệu của người khiếu nại, kiểm tra khi phân loại",
    Viec.THOI_HIEU_KN_BUOC_THOI_VIEC: "thời hiệu của người khiếu nại, kiểm tra khi phân loại",
    Viec.BAO_DOI_THOAI: "khoảng cách ít nhất, kiểm tra khi thông báo đối thoại",
    Viec.BAO_HOP_CONG_KHAI_QD_KN: "khoảng cách ít nhất, kiểm tra khi công khai bằng cuộc họp",
    Viec.TAM_DINH_CHI_KN: "khoảng tạm đình chỉ không tính vào thời hạn",
    Viec.TAM_DINH_CHI_TC: "khoảng tạm đình chỉ không tính vào thời hạn",
    Viec.GIAM_DINH_TC: "khoảng giám định không tính vào thời hạn",
    Viec.TAM_DINH_CHI_THI_HANH: "không quá thời hạn giải quyết còn lại, kiểm tra khi tạm đình chỉ thi hành",
    Viec.BAO_KHONG_THU_LY_TC: "thông báo ngay, cùng bước không thụ lý",
    Viec.RUT_TO_CAO: "chỉ trước khi kết luận, theo trạng thái của bước ghi nhận rút",
    Viec.BAO_TU_CHOI_TIEP: "đồng hồ của lượt tiếp công dân",
    Viec.CONG_BO_LICH_TIEP: "đồng hồ của lịch tiếp công dân",
    Viec.BAO_TIEP_TRUC_TUYEN: "đồng hồ của buổi tiếp trực tuyến",
    Viec.THU_KET_NOI: "đồng hồ của buổi tiếp trực tuyến",
    Viec.GIAI_THICH_TU_CHOI: "giải thích ngay tại buổi tiếp",
    Viec.NOI_CHUYEN_BAO_CONG_DAN: "việc của nơi chuyển đơn",
    Viec.TIEP_DINH_KY: "kiểm tra theo tháng trên lịch tiếp công dân",
    Viec.LUU_DON: "thời gian lưu, hết thì được hủy theo quyết định",
    Viec.XU_LY_DON: "thủ tục cũ còn nghi vấn, không dùng làm hạn",
    Viec.CAP_NHAT_CSDL: "luật không ấn định số ngày",
    Viec.CONG_CHUNG_UY_QUYEN: "mốc ngày của luật, không phải thời hạn",
    Viec.BAO_DONG_45_NGAY: "cảnh báo hằng ngày theo ngày nhận",
    Viec.NHIEM_VU: "đồng hồ của nhiệm vụ trong kế hoạch",
    Viec.KHAC_PHUC: "đồng hồ của tồn tại phát hiện qua kiểm tra",
}


# The other clocks lie on the desk of whoever may take the step that closes them.
_BUOC_DONG: dict[Viec, list[DuongDi]] = {}
for _bang in QUY_TRINH.values():
    for _duong in _bang.values():
        for _viec in _duong.xong:
            _BUOC_DONG.setdefault(_viec, []).append(_duong)


def nguoi_giu(viec: Viec, trang_thai: str, da_giao: bool) -> Quyen:
    """The permission whose holder has the duty on the desk now."""
    if viec not in HAN_CHINH:
        cac_duong = _BUOC_DONG[viec]
        ben_le = [duong for duong in cac_duong if duong.den is None] or cac_duong
        return next((duong for duong in ben_le if trang_thai in duong.tu), ben_le[0]).quyen
    quyen = NGUOI_GIU[TrangThai(trang_thai)]
    return Quyen.GIAO_VIEC if quyen == Quyen.GIAI_QUYET and not da_giao else quyen


def nhan_buoc(loai: str, buoc: Buoc) -> str:
    """What the button says: the row's own words, or the step's."""
    return QUY_TRINH[loai][buoc].nhan or Buoc(buoc).label
