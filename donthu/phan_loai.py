"""Which kinds of petition there are, where they come from, and what may become of them.

The stored values are the codes of the register workbook: one list serves the database, the screen and the import.
"""

from django.db.models import TextChoices


class LoaiDon(TextChoices):
    """Kind by content, purpose and request, never by title (Đ6.1 TT 05/2021/TT-TTCP)."""

    KHIEU_NAI = "KN", "Khiếu nại"
    TO_CAO = "TC", "Tố cáo"
    KIEN_NGHI = "KIEN_NGHI", "Kiến nghị"
    PHAN_ANH = "PHAN_ANH", "Phản ánh"
    KHAC = "KHAC", "Ý kiến khác"


KIEN_NGHI_PHAN_ANH = (LoaiDon.KIEN_NGHI, LoaiDon.PHAN_ANH)
# Ý kiến khác (góp ý, khen, hỏi, ngoài phạm vi) enters no form of TT 06/2025.
DON_THEO_LUAT = (LoaiDon.KHIEU_NAI, LoaiDon.TO_CAO, *KIEN_NGHI_PHAN_ANH)
# What may be told by unit or field: of a tố cáo either would show who is accused (Đ8, 56 Luật TC).
KHONG_TO_CAO = (LoaiDon.KHIEU_NAI, *KIEN_NGHI_PHAN_ANH)
# Only these are decided in two instances: khiếu nại lần hai, tố cáo tiếp.
LOAI_CO_LAN_HAI = (LoaiDon.KHIEU_NAI, LoaiDon.TO_CAO)


# Columns of a petition that classification fills, and the kinds that have them; of another kind they are empty.
CUA_LOAI: dict[str, tuple[LoaiDon, ...]] = {
    "lan": LOAI_CO_LAN_HAI,
    "ky_luat": (LoaiDon.KHIEU_NAI,),
    "buoc_thoi_viec": (LoaiDon.KHIEU_NAI,),
    "vung_sau": (LoaiDon.KHIEU_NAI,),
    "ly_do_vung_sau": (LoaiDon.KHIEU_NAI,),
    "ngay_biet": (LoaiDon.KHIEU_NAI,),
    "bi_to_cao_lanh_dao": (LoaiDon.TO_CAO,),
    "nac_danh": (LoaiDon.TO_CAO,),
    "co_chung_cu": (LoaiDon.TO_CAO,),
    "quy_dinh_hanh_chinh": KIEN_NGHI_PHAN_ANH,
    "du_chu_ky": DON_THEO_LUAT,
    "so_dai_dien": DON_THEO_LUAT,
    "doi_tuong": tuple(LoaiDon),
    "da_gui_cap_tren": tuple(LoaiDon),
    "khan_cap": tuple(LoaiDon),
    "ly_do_khan_cap": tuple(LoaiDon),
}


def loi_so_dai_dien(so_nguoi: int, so_dai_dien: int | None) -> str:
    """Why so many representatives may not stand for so many people, "" when they may or none was named yet.

    Đ29 Luật TCD: 5-10 people 1 or 2, more than 10 up to 5; for 2-4 it fixes no number.
    """
    if so_dai_dien is None:
        return ""
    nhieu_nhat = min(so_nguoi, 4) if so_nguoi < 5 else 2 if so_nguoi <= 10 else 5
    if 1 <= so_dai_dien <= nhieu_nhat:
        return ""
    return f"Đơn {so_nguoi} người: cử từ 1 đến {nhieu_nhat} người đại diện (Điều 29 Luật Tiếp công dân)."


class NguonDon(TextChoices):
    """Sources of a petition (Đ5 TT 05/2021; đường dây nóng and trực tuyến are the centre's own channels)."""

    TRUC_TIEP = "truc_tiep", "Nộp trực tiếp"
    BUU_CHINH = "buu_chinh", "Bưu chính"
    HOM_THU = "hom_thu", "Hòm thư góp ý"
    DUONG_DAY_NONG = "duong_day_nong", "Đường dây nóng"
    TRUC_TUYEN = "truc_tuyen", "Trực tuyến"
    CO_QUAN_CHUYEN = "co_quan_chuyen", "Cơ quan khác chuyển đến"


# "Đoàn đông người" of form 01/TCD (TT 06/2025/TT-TTCP, hướng dẫn ghi biểu); of a petition, as many people who sent it.
DOAN_DONG_NGUOI = 5


class HuongXuLy(TextChoices):
    """What was decided when the petition was classified (Đ7, 8, 13, 14, 28 TT 05/2021; Đ26 Luật TCD)."""

    THU_LY = "de_xuat_thu_ly", "Đề xuất thụ lý"
    HUONG_DAN = "huong_dan", "Hướng dẫn"
    CHUYEN_DON = "chuyen_don", "Chuyển đơn"
    LUU_DON = "luu_don", "Lưu đơn"


class KetQua(TextChoices):
    """What the decision, conclusion or reply found."""

    DUNG = "dung", "Đúng"
    DUNG_MOT_PHAN = "dung_mot_phan", "Đúng một phần"
    SAI = "sai", "Sai"
    CONG_NHAN = "cong_nhan", "Công nhận kết quả lần đầu"
    HUY_SUA = "huy_sua", "Hủy, sửa kết quả lần đầu"


KET_QUA_LAN_DAU = (KetQua.DUNG, KetQua.DUNG_MOT_PHAN, KetQua.SAI)
KET_QUA_KHIEU_NAI_LAN_HAI = (KetQua.CONG_NHAN, KetQua.HUY_SUA)


def ket_qua_hop_le(loai: str, lan: int) -> tuple[KetQua, ...]:
    """Findings open to a decision: khiếu nại lần hai upholds or changes the first; tố cáo tiếp finds like the first.

    A reply to kiến nghị, phản ánh finds nothing of the kind (Đ31, 40 Luật KN; Đ35, 37 Luật TC).
    """
    if loai == LoaiDon.KHIEU_NAI and lan == 2:
        return KET_QUA_KHIEU_NAI_LAN_HAI
    return KET_QUA_LAN_DAU if loai in LOAI_CO_LAN_HAI else ()


class NhomLinhVuc(TextChoices):
    """Groups of form 02/XLD that a category falls into, one per kind of petition."""

    CHE_DO_CHINH_SACH = "CDCS", "Chế độ, chính sách"
    DAT_DAI = "DD", "Đất đai"
    HANH_CHINH = "HC", "Hành chính"
    THAM_NHUNG = "TN", "Tham nhũng"
    TU_PHAP = "TP", "Tư pháp"
    KHAC = "KHAC", "Khác"


class DoNhay(TextChoices):
    """How sensitive a category is: C touches health data, M is secret."""

    THUONG = "N", "Thường"
    NHAY_CAM = "C", "Nhạy cảm (dữ liệu sức khỏe)"
    MAT = "M", "Mật"


class LoaiGiayTo(TextChoices):
    """Papers a citizen may name himself by (Đ12.1 NĐ 154/2026)."""

    CAN_CUOC = "can_cuoc", "Căn cước"
    GIAY_CHUNG_NHAN = "giay_chung_nhan", "Giấy chứng nhận căn cước"
    SO_DINH_DANH = "so_dinh_danh", "Số định danh cá nhân"
    HO_CHIEU = "ho_chieu", "Hộ chiếu"
    KHAC = "khac", "Giấy tờ tùy thân khác"
