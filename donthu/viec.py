"""The duties that run on a petition or a reception, and the shape of a rule that gives one its term.

The rules themselves are the rows of `donthu/bang_thoi_han.py`; `donthu/thoi_han.py` does the arithmetic.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices


class ThuTuc(TextChoices):
    """The procedures a duty belongs to."""

    KHIEU_NAI = "KN", "khiếu nại"
    TO_CAO = "TC", "tố cáo"
    KIEN_NGHI_PHAN_ANH = "PA", "kiến nghị, phản ánh"
    TIEP_CONG_DAN = "TCD", "tiếp công dân"
    NOI_BO = "NB", "công việc nội bộ"


class DonViTinh(TextChoices):
    """What is counted. KHONG: the law gives no number ("ngay", "thời gian còn lại")."""

    NGAY = "ngay", "ngày"
    NGAY_LAM_VIEC = "ngay_lam_viec", "ngày làm việc"
    NAM_LICH = "nam_lich", "năm"
    KHONG = "khong", "không ấn định số ngày"


class HuongTinh(TextChoices):
    """SAU: done within N after. TRUOC: done at least N before. CHO: nothing to do, the effect comes the day after N."""

    SAU = "sau", "sau mốc tính"
    TRUOC = "truoc", "trước mốc tính"
    CHO = "cho", "hết thời gian chờ"


class TinhTrang(TextChoices):
    """How sure the rule is: read in the law; construed by the centre; read second-hand or in conflict."""

    DA_KIEM_CHUNG = "verified", "đã đối chiếu văn bản"
    SUY_RA = "derived", "suy ra, luật không ấn định"
    CON_NGHI_VAN = "doubtful", "còn nghi vấn"


class Viec(TextChoices):
    """The duties. The stored value is the code of the deadline table, shown beside the clock and never renamed."""

    THOI_HIEU_KN = "K1", "Thời hiệu khiếu nại"
    THOI_HIEU_KN_KY_LUAT = "K2", "Thời hiệu khiếu nại quyết định kỷ luật lần đầu"
    THOI_HIEU_KN_KY_LUAT_LAN_HAI = "K3", "Thời hiệu khiếu nại quyết định kỷ luật lần hai"
    THOI_HIEU_KN_BUOC_THOI_VIEC = "K3B", "Thời hiệu khiếu nại lần hai quyết định buộc thôi việc"
    THU_LY_KN = "K4", "Thụ lý hoặc thông báo không thụ lý khiếu nại"
    GIAI_QUYET_KN_LAN_DAU = "K5", "Giải quyết khiếu nại lần đầu"
    GIAI_QUYET_KN_LAN_DAU_VUNG_SAU = "K6", "Giải quyết khiếu nại lần đầu ở vùng sâu, vùng xa"
    GIAI_QUYET_KN_LAN_HAI = "K7", "Giải quyết khiếu nại lần hai"
    GIAI_QUYET_KN_LAN_HAI_VUNG_SAU = "K8", "Giải quyết khiếu nại lần hai ở vùng sâu, vùng xa"
    GIAI_QUYET_KN_KY_LUAT = "K9", "Giải quyết khiếu nại quyết định kỷ luật"
    CUNG_CAP_TAI_LIEU = "K10", "Cung cấp tài liệu, giải trình theo yêu cầu"
    BAO_DOI_THOAI = "K11", "Thông báo đối thoại"
    GUI_QD_TAM_DINH_CHI_KN = "K12", "Gửi quyết định tạm đình chỉ, tiếp tục, đình chỉ giải quyết khiếu nại"
    TAM_DINH_CHI_KN = "K13", "Tạm đình chỉ giải quyết khiếu nại"
    GUI_QD_KN_LAN_DAU = "K14", "Gửi quyết định giải quyết khiếu nại lần đầu"
    GUI_QD_KN_LAN_HAI = "K15", "Gửi quyết định giải quyết khiếu nại lần hai"
    CONG_KHAI_QD_KN = "K16", "Công khai quyết định giải quyết khiếu nại"
    BAO_HOP_CONG_KHAI_QD_KN = "K16B", "Thông báo cuộc họp công bố quyết định giải quyết khiếu nại"
    KHIEU_NAI_LAN_HAI = "K17", "Khiếu nại lần hai"
    CHO_HIEU_LUC_QD_LAN_DAU = "K18", "Chờ quyết định giải quyết khiếu nại lần đầu có hiệu lực"
    CHO_HIEU_LUC_QD_LAN_HAI = "K19", "Chờ quyết định giải quyết khiếu nại lần hai có hiệu lực"
    THI_HANH_QD_KN = "K20", "Ban hành văn bản tổ chức thi hành quyết định giải quyết khiếu nại"
    TAM_DINH_CHI_THI_HANH = "K21", "Tạm đình chỉ thi hành quyết định bị khiếu nại"

    THU_LY_TC = "T1", "Xử lý ban đầu, thụ lý hoặc không thụ lý tố cáo"
    BAO_KHONG_THU_LY_TC = "T2", "Thông báo không thụ lý tố cáo"
    CHUYEN_TC = "T3", "Chuyển tố cáo không thuộc thẩm quyền"
    TRA_LOI_NOI_CHUYEN_TC = "T4", "Trả lời cơ quan, báo chí đã chuyển tố cáo"
    BAO_THU_LY_TC = "T5", "Thông báo thụ lý tố cáo"
    GIAI_QUYET_TC = "T6", "Giải quyết tố cáo"
    GIAM_DINH_TC = "T7", "Trưng cầu giám định"
    GUI_QD_TAM_DINH_CHI_TC = "T8", "Gửi quyết định tạm đình chỉ, đình chỉ giải quyết tố cáo"
    TAM_DINH_CHI_TC = "T9", "Tạm đình chỉ giải quyết tố cáo"
    GUI_KET_LUAN_TC = "T10", "Gửi kết luận nội dung tố cáo"
    XU_LY_KET_LUAN_TC = "T11", "Xử lý kết luận nội dung tố cáo"
    BAO_CAO_XU_LY_TC = "T12", "Báo cáo kết quả xử lý kết luận nội dung tố cáo"
    CONG_KHAI_KET_LUAN_TC = "T13", "Công khai kết luận nội dung tố cáo, quyết định xử lý"
    TO_CAO_TIEP = "T14", "Xem xét tố cáo tiếp"
    BAO_CAO_TC_QUA_HAN = "T15", "Yêu cầu báo cáo, báo cáo về tố cáo quá thời hạn giải quyết"
    RUT_TO_CAO = "T16", "Rút tố cáo"

    BAO_KET_QUA_TIEP = "C1", "Thông báo kết quả xử lý sau khi tiếp công dân"
    TRA_LOI_NOI_CHUYEN = "C2", "Trả lời nơi chuyển đơn về kết quả giải quyết"
    BAO_TU_CHOI_TIEP = "C3", "Thông báo từ chối tiếp công dân"
    CONG_BO_LICH_TIEP = "C4", "Công bố lịch tiếp công dân"
    BAO_TIEP_TRUC_TUYEN = "C5", "Thông báo buổi tiếp công dân trực tuyến"
    GIAI_QUYET_KNPA = "C6", "Giải quyết kiến nghị, phản ánh"
    CHUYEN_PAKN_QUY_DINH = "C7", "Chuyển phản ánh, kiến nghị về quy định hành chính"

    GIAI_THICH_TU_CHOI = "X1", "Giải thích lý do từ chối tiếp công dân"
    NOI_CHUYEN_BAO_CONG_DAN = "X13", "Nơi chuyển đơn thông báo kết quả cho công dân"
    THU_KET_NOI = "X21", "Thử kết nối buổi tiếp công dân trực tuyến"
    TIEP_DINH_KY = "X22", "Người đứng đầu tiếp công dân định kỳ"
    LUU_DON = "X24", "Lưu đơn"
    XU_LY_DON = "X25", "Xử lý đơn"
    CAP_NHAT_CSDL = "X28", "Cập nhật Cơ sở dữ liệu quốc gia"
    CONG_CHUNG_UY_QUYEN = "X30", "Yêu cầu công chứng, chứng thực giấy ủy quyền khiếu nại"
    BAO_DONG_45_NGAY = "X45", "Đơn chưa xử lý quá 45 ngày"

    NHIEM_VU = "N1", "Nhiệm vụ của kế hoạch"
    KHAC_PHUC = "N2", "Khắc phục tồn tại sau kiểm tra"


@dataclass(frozen=True, kw_only=True)
class ThoiHan:
    """One rule for the days on which it is in force, both ends included.

    `so` in `don_vi`, None where the law gives no number. `gia_han`: the most that each extension may add, in the same
    unit, one entry per extension. `doi_ngay`: a last day off moves to the next working day (Đ148.5 BLDS).
    `tu_an_dinh`: the number is the centre's own and its settings may replace it.
    """

    viec: Viec
    loai: tuple[ThuTuc, ...]
    so: int | None
    don_vi: DonViTinh
    moc: str
    can_cu: str
    tu_ngay: date
    den_ngay: date | None = None
    gia_han: tuple[int, ...] = ()
    huong: HuongTinh = HuongTinh.SAU
    doi_ngay: bool = True
    tu_an_dinh: bool = False
    tinh_trang: TinhTrang = TinhTrang.DA_KIEM_CHUNG
    ghi_chu: str = ""

    @property
    def ma(self) -> str:
        """Code of the row in the deadline table, as "K4"."""
        return self.viec.value

    @property
    def ten(self) -> str:
        """Name of the duty in Vietnamese."""
        return self.viec.label

    @property
    def gia_han_toi_da(self) -> int:
        """The most that all extensions together may add, in `don_vi`."""
        return sum(self.gia_han)

    def hieu_luc(self, ngay: date) -> bool:
        """Whether a period counted from `ngay` falls under this row."""
        return self.tu_ngay <= ngay and (self.den_ngay is None or ngay <= self.den_ngay)
