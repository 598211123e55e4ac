"""The official documents of khiếu nại, tố cáo, kiến nghị, phản ánh: code, exact name, article, versions, signer.

A code is namespaced by the text that carries the form (ND124, ND31, TT05); acts that the law demands without giving a
form have one of ours. A form that was replaced keeps its row up to the last day of the old version.
"""

from dataclasses import dataclass
from datetime import date

from donthu.bang_thoi_han import (
    CAI_CACH_2026,
    HET_LUAT_CU,
    LUAT_KN,
    LUAT_TC,
    LUAT_TCD,
    ND_31_2019,
    ND_124_2020,
    TT_05_2021,
)
from donthu.viec import TinhTrang

GIAM_DOC = "Giám đốc"
NGUOI_KHIEU_NAI = "Người khiếu nại"
NGUOI_TO_CAO = "Người tố cáo"
CAC_BEN = "Các bên tham gia"
NGUOI_XAC_MINH = "Người xác minh"


@dataclass(frozen=True, kw_only=True)
class VanBan:
    """One version of one document, both days included. `nguoi_ky`: whose signature stands below it.

    `tinh_trang` is about the name and the article: SUY_RA where the law demands the act but gives no form.
    """

    ma: str
    ten: str
    can_cu: str
    nguoi_ky: str
    tu_ngay: date
    den_ngay: date | None = None
    tinh_trang: TinhTrang = TinhTrang.DA_KIEM_CHUNG


# Not reformatted: one row reads like one line of the list of forms.
# fmt: off
KHIEU_NAI_MAU = (
    VanBan(ma="ND124-01", ten="Đơn khiếu nại", nguoi_ky=NGUOI_KHIEU_NAI, tu_ngay=CAI_CACH_2026,
           can_cu="Đ8 Luật KN; Mẫu số 01 NĐ 124/2020 (NĐ 155/2026)"),
    VanBan(ma="ND124-02", ten="Giấy ủy quyền khiếu nại", nguoi_ky="Người khiếu nại, người được ủy quyền",
           tu_ngay=CAI_CACH_2026, can_cu="Đ5.3, Mẫu số 02 NĐ 124/2020 (NĐ 155/2026)"),
    VanBan(ma="ND124-03", ten="Thông báo về việc thụ lý giải quyết khiếu nại", nguoi_ky=GIAM_DOC, tu_ngay=ND_124_2020,
           den_ngay=HET_LUAT_CU, can_cu="Đ27 Luật KN; Đ16, Mẫu số 03 NĐ 124/2020"),
    VanBan(ma="ND124-03", ten="Thông báo về việc thụ lý giải quyết khiếu nại", nguoi_ky=GIAM_DOC,
           tu_ngay=CAI_CACH_2026, can_cu="Đ27 Luật KN; Đ16, Mẫu số 03 NĐ 124/2020 (NĐ 155/2026)"),
    VanBan(ma="ND124-04", ten="Thông báo về việc không thụ lý giải quyết khiếu nại", nguoi_ky=GIAM_DOC,
           tu_ngay=ND_124_2020, den_ngay=HET_LUAT_CU, can_cu="Đ11, 27 Luật KN; Đ16, Mẫu số 04 NĐ 124/2020"),
    VanBan(ma="ND124-04", ten="Thông báo về việc không thụ lý giải quyết khiếu nại", nguoi_ky=GIAM_DOC,
           tu_ngay=CAI_CACH_2026, can_cu="Đ11, 27 Luật KN; Đ16, Mẫu số 04 NĐ 124/2020 (NĐ 155/2026)"),
    VanBan(ma="ND124-05", ten="Quyết định về việc xác minh nội dung khiếu nại", nguoi_ky=GIAM_DOC, tu_ngay=ND_124_2020,
           can_cu="Đ29 Luật KN; Mẫu số 05 NĐ 124/2020"),
    VanBan(ma="ND124-06", ten="Biên bản làm việc", nguoi_ky=CAC_BEN, tu_ngay=ND_124_2020,
           can_cu="Đ29 Luật KN; Mẫu số 06 NĐ 124/2020"),
    VanBan(ma="ND124-07", nguoi_ky=GIAM_DOC, tu_ngay=ND_124_2020, can_cu="Đ29 Luật KN; Mẫu số 07 NĐ 124/2020",
           ten="Văn bản đề nghị cung cấp thông tin, tài liệu, bằng chứng liên quan đến nội dung khiếu nại"),
    VanBan(ma="ND124-08", nguoi_ky=CAC_BEN, tu_ngay=ND_124_2020, can_cu="Mẫu số 08 NĐ 124/2020",
           ten="Biên bản giao nhận về việc tiếp nhận thông tin, tài liệu, bằng chứng",
           tinh_trang=TinhTrang.CON_NGHI_VAN),
    VanBan(ma="ND124-09", ten="Quyết định về việc trưng cầu giám định", nguoi_ky=GIAM_DOC, tu_ngay=ND_124_2020,
           can_cu="Mẫu số 09 NĐ 124/2020", tinh_trang=TinhTrang.CON_NGHI_VAN),
    VanBan(ma="ND124-10", ten="Văn bản đề nghị gửi kết quả giám định", nguoi_ky=GIAM_DOC, tu_ngay=ND_124_2020,
           can_cu="Mẫu số 10 NĐ 124/2020", tinh_trang=TinhTrang.CON_NGHI_VAN),
    VanBan(ma="ND124-11", nguoi_ky=GIAM_DOC, tu_ngay=ND_124_2020,
           ten="Quyết định về việc tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại",
           can_cu="Đ35 Luật KN; Đ26, Mẫu số 11 NĐ 124/2020"),
    VanBan(ma="ND124-12", nguoi_ky=GIAM_DOC, tu_ngay=ND_124_2020, tinh_trang=TinhTrang.CON_NGHI_VAN,
           ten="Quyết định về việc hủy bỏ quyết định tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại",
           can_cu="Đ35 Luật KN; Đ26, Mẫu số 12 NĐ 124/2020"),
    VanBan(ma="ND124-13", ten="Báo cáo kết quả xác minh nội dung khiếu nại", nguoi_ky=NGUOI_XAC_MINH,
           tu_ngay=ND_124_2020, can_cu="Đ29.4 Luật KN; Đ27, Mẫu số 13 NĐ 124/2020"),
    VanBan(ma="ND124-14", ten="Biên bản đối thoại với người khiếu nại", nguoi_ky=CAC_BEN, tu_ngay=CAI_CACH_2026,
           can_cu="Đ30 Luật KN; Đ28, Mẫu số 14 NĐ 124/2020 (NĐ 155/2026)"),
    VanBan(ma="ND124-14a", ten="Quyết định tạm đình chỉ/đình chỉ giải quyết khiếu nại", nguoi_ky=GIAM_DOC,
           tu_ngay=CAI_CACH_2026, can_cu="Đ11a Luật KN; Đ28a, 28b, Mẫu số 14a NĐ 124/2020 (NĐ 155/2026)"),
    VanBan(ma="ND124-14b", ten="Quyết định tiếp tục giải quyết khiếu nại", nguoi_ky=GIAM_DOC, tu_ngay=CAI_CACH_2026,
           can_cu="Đ11a.4 Luật KN; Đ28b.2, Mẫu số 14b NĐ 124/2020 (NĐ 155/2026)"),
    VanBan(ma="ND124-15", ten="Quyết định về việc giải quyết khiếu nại (lần đầu)", nguoi_ky=GIAM_DOC,
           tu_ngay=ND_124_2020, can_cu="Đ31 Luật KN; Đ29, Mẫu số 15 NĐ 124/2020"),
    VanBan(ma="ND124-16", ten="Quyết định về việc giải quyết khiếu nại (lần hai)", nguoi_ky="Giám đốc Sở Y tế",
           tu_ngay=ND_124_2020, can_cu="Đ37 Luật KN; Mẫu số 16 NĐ 124/2020"),
    VanBan(ma="LKN-RUT", ten="Đơn rút khiếu nại, biên bản ghi nhận ý kiến rút khiếu nại", nguoi_ky=NGUOI_KHIEU_NAI,
           tu_ngay=CAI_CACH_2026, can_cu="Đ10 Luật KN (136/2025)", tinh_trang=TinhTrang.SUY_RA),
    VanBan(ma="LKN-DD", ten="Văn bản cử người đại diện", nguoi_ky="Những người khiếu nại", tu_ngay=ND_124_2020,
           can_cu="Đ7 NĐ 124/2020; Đ29 Luật TCD", tinh_trang=TinhTrang.SUY_RA),
    VanBan(ma="LKN-DT", ten="Thông báo đối thoại", nguoi_ky=GIAM_DOC, tu_ngay=CAI_CACH_2026,
           can_cu="Đ28.1 NĐ 124/2020 (NĐ 155/2026)", tinh_trang=TinhTrang.SUY_RA),
    VanBan(ma="LKN-PT", ten="Văn bản xác định vụ việc phức tạp", nguoi_ky=GIAM_DOC, tu_ngay=CAI_CACH_2026,
           can_cu="Đ3a NĐ 124/2020 (NĐ 155/2026)", tinh_trang=TinhTrang.SUY_RA),
    VanBan(ma="LKN-TH", ten="Văn bản chỉ đạo thi hành quyết định giải quyết khiếu nại", nguoi_ky=GIAM_DOC,
           tu_ngay=LUAT_KN, can_cu="Đ44.4, 46 Luật KN; Đ31 NĐ 124/2020", tinh_trang=TinhTrang.SUY_RA),
)

TO_CAO_MAU = (
    VanBan(ma="ND31-01", ten="Quyết định gia hạn giải quyết tố cáo", nguoi_ky=GIAM_DOC, tu_ngay=ND_31_2019,
           can_cu="Đ30 Luật TC; Đ3, Mẫu số 01 NĐ 31/2019"),
    VanBan(ma="ND31-02", ten="Đơn rút tố cáo", nguoi_ky=NGUOI_TO_CAO, tu_ngay=CAI_CACH_2026,
           can_cu="Đ33 Luật TC; Đ4, Mẫu số 02 NĐ 31/2019 (NĐ 156/2026)"),
    VanBan(ma="ND31-03", ten="Biên bản ghi nhận việc rút tố cáo", nguoi_ky="Người tố cáo, người lập biên bản",
           tu_ngay=CAI_CACH_2026, tinh_trang=TinhTrang.CON_NGHI_VAN,
           can_cu="Đ33 Luật TC; Đ4, Mẫu số 03 NĐ 31/2019 (NĐ 156/2026)"),
    VanBan(ma="ND31-04", ten="Quyết định thụ lý tố cáo", nguoi_ky=GIAM_DOC, tu_ngay=ND_31_2019,
           can_cu="Đ29 Luật TC; Đ9, Mẫu số 04 NĐ 31/2019"),
    VanBan(ma="ND31-05", ten="Thông báo việc thụ lý tố cáo", nguoi_ky=GIAM_DOC, tu_ngay=ND_31_2019,
           can_cu="Đ24.1, 29.3 Luật TC; Mẫu số 05 NĐ 31/2019 (dùng cho cả không thụ lý)"),
    VanBan(ma="ND31-06", ten="Thông báo về nội dung tố cáo", nguoi_ky=GIAM_DOC, tu_ngay=ND_31_2019,
           can_cu="Đ29.3 Luật TC; Mẫu số 06 NĐ 31/2019"),
    VanBan(ma="ND31-07", ten="Quyết định thành lập Đoàn (Tổ) xác minh nội dung tố cáo", nguoi_ky=GIAM_DOC,
           tu_ngay=ND_31_2019, can_cu="Đ31 Luật TC; Đ10, Mẫu số 07 NĐ 31/2019"),
    VanBan(ma="ND31-08", ten="Biên bản", nguoi_ky=CAC_BEN, tu_ngay=ND_31_2019, can_cu="Mẫu số 08 NĐ 31/2019"),
    VanBan(ma="ND31-09", ten="Trưng cầu giám định", nguoi_ky=GIAM_DOC, tu_ngay=ND_31_2019,
           can_cu="Đ15, Mẫu số 09 NĐ 31/2019"),
    VanBan(ma="ND31-10", ten="Báo cáo kết quả xác minh nội dung tố cáo của Đoàn (Tổ) xác minh", tu_ngay=ND_31_2019,
           nguoi_ky="Trưởng đoàn (Tổ trưởng) xác minh", can_cu="Đ31 Luật TC; Đ16, Mẫu số 10 NĐ 31/2019"),
    VanBan(ma="ND31-11", nguoi_ky="Thủ trưởng cơ quan được giao xác minh", tu_ngay=ND_31_2019,
           ten="Báo cáo kết quả xác minh nội dung tố cáo của cơ quan được giao xác minh nội dung tố cáo",
           can_cu="Đ31 Luật TC; Đ16, Mẫu số 11 NĐ 31/2019"),
    VanBan(ma="ND31-12", ten="Kết luận nội dung tố cáo", nguoi_ky=GIAM_DOC, tu_ngay=ND_31_2019,
           can_cu="Đ35 Luật TC; Đ17, Mẫu số 12 NĐ 31/2019"),
    VanBan(ma="LTC-TDC", ten="Quyết định tạm đình chỉ giải quyết tố cáo", nguoi_ky=GIAM_DOC, tu_ngay=LUAT_TC,
           can_cu="Đ34.1, 34.4 Luật TC", tinh_trang=TinhTrang.SUY_RA),
    VanBan(ma="LTC-TT", ten="Quyết định tiếp tục giải quyết tố cáo", nguoi_ky=GIAM_DOC, tu_ngay=LUAT_TC,
           can_cu="Đ34.2 Luật TC", tinh_trang=TinhTrang.SUY_RA),
    VanBan(ma="LTC-DC", ten="Quyết định đình chỉ giải quyết tố cáo", nguoi_ky=GIAM_DOC, tu_ngay=LUAT_TC,
           can_cu="Đ34.3, 34.4 Luật TC", tinh_trang=TinhTrang.SUY_RA),
    VanBan(ma="LTC-BV", ten="Quyết định áp dụng biện pháp bảo vệ", nguoi_ky=GIAM_DOC, tu_ngay=LUAT_TC,
           can_cu="Đ52 Luật TC; Đ7, 8 NĐ 31/2019", tinh_trang=TinhTrang.SUY_RA),
    VanBan(ma="LTC-TBKL", ten="Thông báo kết luận nội dung tố cáo cho người tố cáo", nguoi_ky=GIAM_DOC,
           tu_ngay=LUAT_TC, can_cu="Đ35.3 Luật TC", tinh_trang=TinhTrang.SUY_RA),
)

XU_LY_DON_MAU = (
    VanBan(ma="TT05-01", ten="Phiếu đề xuất thụ lý đơn", nguoi_ky="Người xử lý đơn, Giám đốc", tu_ngay=TT_05_2021,
           can_cu="Đ13, Mẫu số 01 TT 05/2021/TT-TTCP"),
    VanBan(ma="TT05-02", ten="Phiếu hướng dẫn", nguoi_ky=GIAM_DOC, tu_ngay=TT_05_2021,
           can_cu="Đ26.1b Luật TCD; Mẫu số 02 TT 05/2021/TT-TTCP", tinh_trang=TinhTrang.CON_NGHI_VAN),
    VanBan(ma="TT05-03", ten="Phiếu chuyển đơn tố cáo", nguoi_ky=GIAM_DOC, tu_ngay=TT_05_2021,
           can_cu="Đ24.2 Luật TC; Đ14.1, Mẫu số 03 TT 05/2021/TT-TTCP"),
    VanBan(ma="TT05-04", ten="Phiếu chuyển đơn kiến nghị, phản ánh", nguoi_ky=GIAM_DOC, tu_ngay=TT_05_2021,
           can_cu="Đ26 Luật TCD; Mẫu số 04 TT 05/2021/TT-TTCP", tinh_trang=TinhTrang.CON_NGHI_VAN),
    VanBan(ma="KNPA-TL", ten="Văn bản trả lời kiến nghị, phản ánh", nguoi_ky=GIAM_DOC, tu_ngay=LUAT_TCD,
           can_cu="Đ27, 28 Luật TCD; Đ10.4, 25.3 NĐ 154/2026", tinh_trang=TinhTrang.SUY_RA),
)
# fmt: on

CAC_VAN_BAN: tuple[VanBan, ...] = KHIEU_NAI_MAU + TO_CAO_MAU + XU_LY_DON_MAU
