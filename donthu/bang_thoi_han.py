"""How many days, counted how, under which article, since when: every term of the three procedures and of reception.

One row is one rule of law for the time it is in force. An amendment closes a row with `den_ngay` and adds another; it
never edits one, so that a petition keeps the rule of its day. Codes K, T, C are khiếu nại, tố cáo and what is common to
all; X are terms of reception and of petition handling that stand in none of those; N are the centre's own.
"""

from datetime import date, timedelta

from donthu.viec import DonViTinh, HuongTinh, ThoiHan, ThuTuc, TinhTrang, Viec

# Days on which the texts took effect. Luật 136/2025/QH15 and Nghị định 154, 155, 156/2026/NĐ-CP share one.
LUAT_KN = date(2012, 7, 1)
ND_48_2013 = date(2013, 7, 1)
LUAT_TCD = date(2014, 7, 1)
LUAT_TC = date(2019, 1, 1)
ND_31_2019 = date(2019, 5, 28)
ND_124_2020 = date(2020, 12, 5)
TT_05_2021 = date(2021, 11, 15)
CAI_CACH_2026 = date(2026, 7, 1)
HET_LUAT_CU = CAI_CACH_2026 - timedelta(days=1)

KHIEU_NAI = (ThuTuc.KHIEU_NAI,)
TO_CAO = (ThuTuc.TO_CAO,)
KIEN_NGHI_PHAN_ANH = (ThuTuc.KIEN_NGHI_PHAN_ANH,)
TIEP_CONG_DAN = (ThuTuc.TIEP_CONG_DAN,)
MOI_DON = (ThuTuc.KHIEU_NAI, ThuTuc.TO_CAO, ThuTuc.KIEN_NGHI_PHAN_ANH)
MOI_THU_TUC = (*MOI_DON, ThuTuc.TIEP_CONG_DAN)
NOI_BO = (ThuTuc.NOI_BO,)

NGAY, NGAY_LAM_VIEC, NAM_LICH, KHONG = DonViTinh.NGAY, DonViTinh.NGAY_LAM_VIEC, DonViTinh.NAM_LICH, DonViTinh.KHONG

KN_KY_LUAT_VIEN_CHUC = (
    "Luật chỉ nói cán bộ, công chức; viên chức khiếu nại theo quy định chung (Điều 23 Nghị định 234/2026/NĐ-CP), "
    "cần ý kiến pháp chế."
)
HIEU_LUC_SAU_HAI_MOC = (
    "Quyết định chỉ có hiệu lực khi không có khiếu nại tiếp; thời hạn khiếu nại tiếp tính từ ngày nhận quyết định "
    "nên có thể hết sau."
)

# Not reformatted: one row reads like one line of the law.
# fmt: off
KHIEU_NAI_DONG = (
    ThoiHan(viec=Viec.THOI_HIEU_KN, loai=KHIEU_NAI, so=90, don_vi=NGAY,
            moc="ngày nhận hoặc biết được quyết định, hành vi", can_cu="Điều 9 Luật Khiếu nại", tu_ngay=LUAT_KN,
            ghi_chu="Thời gian có trở ngại khách quan không tính vào thời hiệu."),
    ThoiHan(viec=Viec.THOI_HIEU_KN_KY_LUAT, loai=KHIEU_NAI, so=15, don_vi=NGAY, moc="ngày nhận quyết định kỷ luật",
            can_cu="Điều 48 Luật Khiếu nại", tu_ngay=LUAT_KN, ghi_chu=KN_KY_LUAT_VIEN_CHUC),
    ThoiHan(viec=Viec.THOI_HIEU_KN_KY_LUAT_LAN_HAI, loai=KHIEU_NAI, so=10, don_vi=NGAY,
            moc="ngày nhận quyết định giải quyết lần đầu", can_cu="Điều 48 Luật Khiếu nại", tu_ngay=LUAT_KN,
            ghi_chu=KN_KY_LUAT_VIEN_CHUC),
    ThoiHan(viec=Viec.THOI_HIEU_KN_BUOC_THOI_VIEC, loai=KHIEU_NAI, so=30, don_vi=NGAY,
            moc="ngày nhận quyết định giải quyết lần đầu", can_cu="Điều 48 Luật Khiếu nại", tu_ngay=LUAT_KN,
            ghi_chu=KN_KY_LUAT_VIEN_CHUC),
    ThoiHan(viec=Viec.THU_LY_KN, loai=KHIEU_NAI, so=10, don_vi=NGAY, moc="ngày nhận khiếu nại",
            can_cu="Điều 27, 36.1, 50 Luật Khiếu nại 2011", tu_ngay=LUAT_KN, den_ngay=HET_LUAT_CU,
            ghi_chu="Nghị định 124/2020/NĐ-CP ghi 10 ngày làm việc; áp dụng theo Luật."),
    ThoiHan(viec=Viec.THU_LY_KN, loai=KHIEU_NAI, so=7, don_vi=NGAY_LAM_VIEC, moc="ngày nhận khiếu nại",
            can_cu="Điều 27, 36.1, 50 Luật Khiếu nại (Luật 136/2025/QH15); Điều 16.1 Nghị định 124/2020/NĐ-CP "
                   "(Nghị định 155/2026/NĐ-CP)", tu_ngay=CAI_CACH_2026),
    ThoiHan(viec=Viec.GIAI_QUYET_KN_LAN_DAU, loai=KHIEU_NAI, so=30, don_vi=NGAY, moc="ngày thụ lý",
            can_cu="Điều 28 Luật Khiếu nại", tu_ngay=LUAT_KN, gia_han=(15,),
            ghi_chu="Vụ việc phức tạp không quá 45 ngày; phải xác định bằng văn bản lưu hồ sơ."),
    ThoiHan(viec=Viec.GIAI_QUYET_KN_LAN_DAU_VUNG_SAU, loai=KHIEU_NAI, so=45, don_vi=NGAY, moc="ngày thụ lý",
            can_cu="Điều 28 Luật Khiếu nại", tu_ngay=LUAT_KN, gia_han=(15,),
            ghi_chu="Vùng sâu, vùng xa đi lại khó khăn; vụ việc phức tạp không quá 60 ngày."),
    ThoiHan(viec=Viec.GIAI_QUYET_KN_LAN_HAI, loai=KHIEU_NAI, so=45, don_vi=NGAY, moc="ngày thụ lý",
            can_cu="Điều 37 Luật Khiếu nại", tu_ngay=LUAT_KN, gia_han=(15,),
            ghi_chu="Vụ việc phức tạp không quá 60 ngày."),
    ThoiHan(viec=Viec.GIAI_QUYET_KN_LAN_HAI_VUNG_SAU, loai=KHIEU_NAI, so=60, don_vi=NGAY, moc="ngày thụ lý",
            can_cu="Điều 37 Luật Khiếu nại", tu_ngay=LUAT_KN, gia_han=(10,),
            ghi_chu="Vùng sâu, vùng xa đi lại khó khăn; vụ việc phức tạp không quá 70 ngày."),
    ThoiHan(viec=Viec.GIAI_QUYET_KN_KY_LUAT, loai=KHIEU_NAI, so=30, don_vi=NGAY, moc="ngày thụ lý",
            can_cu="Điều 50 Luật Khiếu nại", tu_ngay=LUAT_KN, gia_han=(15,),
            ghi_chu=f"Vụ việc phức tạp không quá 45 ngày. {KN_KY_LUAT_VIEN_CHUC}"),
    ThoiHan(viec=Viec.CUNG_CAP_TAI_LIEU, loai=KHIEU_NAI, so=7, don_vi=NGAY, moc="ngày nhận yêu cầu",
            can_cu="Điều 12.1đ, 13.2c, 14.1a, 15.1a Luật Khiếu nại", tu_ngay=LUAT_KN),
    ThoiHan(viec=Viec.BAO_DOI_THOAI, loai=KHIEU_NAI, so=5, don_vi=NGAY, moc="ngày đối thoại",
            can_cu="Điều 28.1 Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)", tu_ngay=CAI_CACH_2026,
            huong=HuongTinh.TRUOC, doi_ngay=False),
    ThoiHan(viec=Viec.GUI_QD_TAM_DINH_CHI_KN, loai=KHIEU_NAI, so=3, don_vi=NGAY_LAM_VIEC,
            moc="ngày ban hành quyết định",
            can_cu="Điều 28b Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)", tu_ngay=CAI_CACH_2026),
    ThoiHan(viec=Viec.TAM_DINH_CHI_KN, loai=KHIEU_NAI, so=None, don_vi=KHONG,
            moc="ngày ban hành quyết định tạm đình chỉ",
            can_cu="Điều 11a.4 Luật Khiếu nại; Điều 28b.2 Nghị định 124/2020/NĐ-CP", tu_ngay=CAI_CACH_2026,
            doi_ngay=False,
            ghi_chu="Thời gian tạm đình chỉ không tính vào thời hạn; tính tiếp từ ngày quyết định tiếp tục."),
    ThoiHan(viec=Viec.GUI_QD_KN_LAN_DAU, loai=KHIEU_NAI, so=3, don_vi=NGAY_LAM_VIEC, moc="ngày ban hành quyết định",
            can_cu="Điều 32 Luật Khiếu nại; Điều 29.2a Nghị định 124/2020/NĐ-CP", tu_ngay=LUAT_KN),
    ThoiHan(viec=Viec.GUI_QD_KN_LAN_HAI, loai=KHIEU_NAI, so=7, don_vi=NGAY, moc="ngày có quyết định",
            can_cu="Điều 41.1, 56.2 Luật Khiếu nại", tu_ngay=LUAT_KN, tinh_trang=TinhTrang.CON_NGHI_VAN,
            ghi_chu="Điều 29.2 Nghị định 124/2020/NĐ-CP ghi 07 ngày làm việc; áp dụng theo Luật."),
    ThoiHan(viec=Viec.CONG_KHAI_QD_KN, loai=KHIEU_NAI, so=15, don_vi=NGAY, moc="ngày có quyết định",
            can_cu="Điều 29.3 Nghị định 124/2020/NĐ-CP", tu_ngay=ND_124_2020,
            ghi_chu="Niêm yết ít nhất 15 ngày; trên trang thông tin điện tử ít nhất 15 ngày liên tục."),
    ThoiHan(viec=Viec.BAO_HOP_CONG_KHAI_QD_KN, loai=KHIEU_NAI, so=3, don_vi=NGAY, moc="ngày họp",
            can_cu="Điều 29.3 Nghị định 124/2020/NĐ-CP", tu_ngay=ND_124_2020, huong=HuongTinh.TRUOC, doi_ngay=False),
    ThoiHan(viec=Viec.KHIEU_NAI_LAN_HAI, loai=KHIEU_NAI, so=30, don_vi=NGAY,
            moc="ngày hết hạn giải quyết hoặc nhận quyết định lần đầu", can_cu="Điều 33.1 Luật Khiếu nại",
            tu_ngay=LUAT_KN, gia_han=(15,), ghi_chu="Vùng sâu, vùng xa đi lại khó khăn không quá 45 ngày."),
    ThoiHan(viec=Viec.CHO_HIEU_LUC_QD_LAN_DAU, loai=KHIEU_NAI, so=30, don_vi=NGAY, moc="ngày ban hành quyết định",
            can_cu="Điều 44.1, 57.1a Luật Khiếu nại", tu_ngay=LUAT_KN, gia_han=(15,), huong=HuongTinh.CHO,
            doi_ngay=False, ghi_chu=f"Vùng sâu, vùng xa đi lại khó khăn không quá 45 ngày. {HIEU_LUC_SAU_HAI_MOC}"),
    ThoiHan(viec=Viec.CHO_HIEU_LUC_QD_LAN_HAI, loai=KHIEU_NAI, so=30, don_vi=NGAY, moc="ngày ban hành quyết định",
            can_cu="Điều 44.2, 57.1b Luật Khiếu nại", tu_ngay=LUAT_KN, gia_han=(15,), huong=HuongTinh.CHO,
            doi_ngay=False, ghi_chu="Vùng sâu, vùng xa đi lại khó khăn không quá 45 ngày."),
    ThoiHan(viec=Viec.THI_HANH_QD_KN, loai=KHIEU_NAI, so=5, don_vi=NGAY_LAM_VIEC,
            moc="ngày quyết định có hiệu lực pháp luật",
            can_cu="Điều 31.1 Nghị định 124/2020/NĐ-CP", tu_ngay=ND_124_2020),
    ThoiHan(viec=Viec.TAM_DINH_CHI_THI_HANH, loai=KHIEU_NAI, so=None, don_vi=KHONG,
            moc="ngày ra quyết định tạm đình chỉ",
            can_cu="Điều 35 Luật Khiếu nại; Điều 26 Nghị định 124/2020/NĐ-CP", tu_ngay=LUAT_KN, doi_ngay=False,
            ghi_chu="Không vượt quá thời gian còn lại của thời hạn giải quyết."),
)

TO_CAO_DONG = (
    ThoiHan(viec=Viec.THU_LY_TC, loai=TO_CAO, so=7, don_vi=NGAY_LAM_VIEC, moc="ngày nhận tố cáo",
            can_cu="Điều 24.1 Luật Tố cáo", tu_ngay=LUAT_TC, gia_han=(3,),
            ghi_chu="Phải kiểm tra, xác minh tại nhiều địa điểm hoặc ủy quyền: không quá 10 ngày làm việc."),
    ThoiHan(viec=Viec.BAO_KHONG_THU_LY_TC, loai=TO_CAO, so=None, don_vi=KHONG, moc="ngày có kết quả kiểm tra điều kiện",
            can_cu="Điều 24.1 Luật Tố cáo", tu_ngay=LUAT_TC, doi_ngay=False, ghi_chu="Thông báo ngay, nêu rõ lý do."),
    ThoiHan(viec=Viec.CHUYEN_TC, loai=TO_CAO, so=5, don_vi=NGAY_LAM_VIEC, moc="ngày nhận đơn",
            can_cu="Điều 24.2 Luật Tố cáo", tu_ngay=LUAT_TC, ghi_chu="Đồng thời thông báo cho người tố cáo."),
    ThoiHan(viec=Viec.TRA_LOI_NOI_CHUYEN_TC, loai=TO_CAO, so=20, don_vi=NGAY, moc="ngày nhận tố cáo",
            can_cu="Điều 26.2 Luật Tố cáo", tu_ngay=LUAT_TC),
    ThoiHan(viec=Viec.BAO_THU_LY_TC, loai=TO_CAO, so=5, don_vi=NGAY_LAM_VIEC, moc="ngày ra quyết định thụ lý",
            can_cu="Điều 29.3 Luật Tố cáo", tu_ngay=LUAT_TC),
    ThoiHan(viec=Viec.GIAI_QUYET_TC, loai=TO_CAO, so=30, don_vi=NGAY, moc="ngày thụ lý",
            can_cu="Điều 30 Luật Tố cáo; Điều 3 Nghị định 31/2019/NĐ-CP", tu_ngay=LUAT_TC, gia_han=(30, 30),
            ghi_chu="Phức tạp gia hạn một lần, đặc biệt phức tạp hai lần, mỗi lần không quá 30 ngày, bằng quyết định."),
    ThoiHan(viec=Viec.GIAM_DINH_TC, loai=TO_CAO, so=None, don_vi=KHONG, moc="ngày trưng cầu giám định",
            can_cu="Điều 15.4 Nghị định 31/2019/NĐ-CP", tu_ngay=ND_31_2019, doi_ngay=False,
            ghi_chu="Thời gian giám định không tính vào thời hạn giải quyết."),
    ThoiHan(viec=Viec.GUI_QD_TAM_DINH_CHI_TC, loai=TO_CAO, so=5, don_vi=NGAY_LAM_VIEC, moc="ngày ra quyết định",
            can_cu="Điều 34.4 Luật Tố cáo", tu_ngay=LUAT_TC),
    ThoiHan(viec=Viec.TAM_DINH_CHI_TC, loai=TO_CAO, so=None, don_vi=KHONG, moc="ngày ra quyết định tạm đình chỉ",
            can_cu="Điều 34.2 Luật Tố cáo", tu_ngay=LUAT_TC, doi_ngay=False,
            ghi_chu="Thời gian tạm đình chỉ không tính vào thời hạn giải quyết."),
    ThoiHan(viec=Viec.GUI_KET_LUAN_TC, loai=TO_CAO, so=5, don_vi=NGAY_LAM_VIEC, moc="ngày ban hành kết luận",
            can_cu="Điều 35.3 Luật Tố cáo", tu_ngay=LUAT_TC,
            ghi_chu="Gửi người bị tố cáo, cơ quan quản lý người bị tố cáo; thông báo cho người tố cáo."),
    ThoiHan(viec=Viec.XU_LY_KET_LUAN_TC, loai=TO_CAO, so=7, don_vi=NGAY_LAM_VIEC, moc="ngày ban hành kết luận",
            can_cu="Điều 36.1 Luật Tố cáo", tu_ngay=LUAT_TC),
    ThoiHan(viec=Viec.BAO_CAO_XU_LY_TC, loai=TO_CAO, so=5, don_vi=NGAY_LAM_VIEC, moc="ngày có kết quả xử lý",
            can_cu="Điều 36.3 Luật Tố cáo", tu_ngay=LUAT_TC),
    ThoiHan(viec=Viec.CONG_KHAI_KET_LUAN_TC, loai=TO_CAO, so=7, don_vi=NGAY_LAM_VIEC,
            moc="ngày ra kết luận, quyết định xử lý",
            can_cu="Điều 40.1 Luật Tố cáo; Điều 6.2 Nghị định 31/2019/NĐ-CP", tu_ngay=LUAT_TC,
            ghi_chu="Niêm yết, trang thông tin điện tử ít nhất 15 ngày liên tục; trên báo ít nhất 02 số."),
    ThoiHan(viec=Viec.TO_CAO_TIEP, loai=TO_CAO, so=20, don_vi=NGAY, moc="ngày cấp trên nhận tố cáo tiếp",
            can_cu="Điều 37.2 Luật Tố cáo", tu_ngay=LUAT_TC),
    ThoiHan(viec=Viec.BAO_CAO_TC_QUA_HAN, loai=TO_CAO, so=5, don_vi=NGAY_LAM_VIEC,
            moc="ngày nhận tố cáo tiếp (cấp trên) hoặc ngày nhận yêu cầu báo cáo (đơn vị)",
            can_cu="Điều 38.2, 38.3 Luật Tố cáo", tu_ngay=LUAT_TC),
    ThoiHan(viec=Viec.RUT_TO_CAO, loai=TO_CAO, so=None, don_vi=KHONG, moc="ngày tố cáo",
            can_cu="Điều 33.1 Luật Tố cáo", tu_ngay=LUAT_TC, doi_ngay=False,
            ghi_chu="Chỉ được rút trước khi người giải quyết ra kết luận nội dung tố cáo."),
)

CHUNG_DONG = (
    ThoiHan(viec=Viec.BAO_KET_QUA_TIEP, loai=MOI_THU_TUC, so=10, don_vi=NGAY_LAM_VIEC, moc="ngày tiếp nhận",
            can_cu="Điều 28.1 Luật Tiếp công dân", tu_ngay=LUAT_TCD),
    ThoiHan(viec=Viec.TRA_LOI_NOI_CHUYEN, loai=MOI_DON, so=7, don_vi=NGAY_LAM_VIEC, moc="ngày vụ việc được giải quyết",
            can_cu="Điều 27.2 Luật Tiếp công dân", tu_ngay=LUAT_TCD,
            ghi_chu="Đơn do cơ quan, đại biểu Quốc hội, đại biểu Hội đồng nhân dân, Ban Tiếp công dân chuyển đến."),
    ThoiHan(viec=Viec.BAO_TU_CHOI_TIEP, loai=TIEP_CONG_DAN, so=3, don_vi=NGAY_LAM_VIEC, moc="ngày có đủ căn cứ từ chối",
            can_cu="Điều 4.3 Nghị định 154/2026/NĐ-CP", tu_ngay=CAI_CACH_2026),
    ThoiHan(viec=Viec.CONG_BO_LICH_TIEP, loai=TIEP_CONG_DAN, so=5, don_vi=NGAY_LAM_VIEC, moc="ngày tiếp công dân",
            can_cu="Điều 24.4 Luật Tiếp công dân", tu_ngay=LUAT_TCD, huong=HuongTinh.TRUOC, doi_ngay=False),
    ThoiHan(viec=Viec.BAO_TIEP_TRUC_TUYEN, loai=TIEP_CONG_DAN, so=5, don_vi=NGAY_LAM_VIEC, moc="ngày tiếp trực tuyến",
            can_cu="Điều 23.1 Nghị định 154/2026/NĐ-CP", tu_ngay=CAI_CACH_2026, huong=HuongTinh.TRUOC, doi_ngay=False,
            ghi_chu="Kết nối vào phòng họp trước ít nhất 01 giờ."),
    ThoiHan(viec=Viec.GIAI_QUYET_KNPA, loai=KIEN_NGHI_PHAN_ANH, so=15, don_vi=NGAY, moc="ngày nhận",
            can_cu="Hạn nội bộ; luật không ấn định (Điều 41.3b Nghị định 154/2026/NĐ-CP: không để quá 45 ngày)",
            tu_ngay=LUAT_TCD, gia_han=(15,), tu_an_dinh=True, tinh_trang=TinhTrang.SUY_RA,
            ghi_chu="Vụ việc phức tạp 30 ngày."),
    ThoiHan(viec=Viec.CHUYEN_PAKN_QUY_DINH, loai=KIEN_NGHI_PHAN_ANH, so=5, don_vi=NGAY_LAM_VIEC, moc="ngày tiếp nhận",
            can_cu="Điều 9 Nghị định 20/2008/NĐ-CP (Nghị định 48/2013/NĐ-CP)", tu_ngay=ND_48_2013),
)

TIEP_DAN_DONG = (
    ThoiHan(viec=Viec.GIAI_THICH_TU_CHOI, loai=TIEP_CONG_DAN, so=None, don_vi=KHONG, moc="ngày tiếp",
            can_cu="Điều 4.2 Nghị định 154/2026/NĐ-CP", tu_ngay=CAI_CACH_2026, doi_ngay=False,
            ghi_chu="Giải thích trực tiếp ngay khi từ chối."),
    ThoiHan(viec=Viec.NOI_CHUYEN_BAO_CONG_DAN, loai=MOI_DON, so=5, don_vi=NGAY_LAM_VIEC,
            moc="ngày nơi chuyển nhận thông báo kết quả", can_cu="Điều 28.2 Luật Tiếp công dân", tu_ngay=LUAT_TCD,
            ghi_chu="Việc của nơi chuyển đơn, không phải của đơn vị giải quyết."),
    ThoiHan(viec=Viec.THU_KET_NOI, loai=TIEP_CONG_DAN, so=1, don_vi=NGAY_LAM_VIEC, moc="ngày tiếp trực tuyến",
            can_cu="Điều 23.1 Nghị định 154/2026/NĐ-CP", tu_ngay=CAI_CACH_2026, huong=HuongTinh.TRUOC, doi_ngay=False),
    ThoiHan(viec=Viec.TIEP_DINH_KY, loai=TIEP_CONG_DAN, so=None, don_vi=KHONG, moc="mỗi tháng",
            can_cu="Điều 10.2 Nghị định 154/2026/NĐ-CP", tu_ngay=CAI_CACH_2026, doi_ngay=False,
            ghi_chu="Ít nhất 01 ngày trong một tháng."),
    ThoiHan(viec=Viec.LUU_DON, loai=MOI_DON, so=1, don_vi=NAM_LICH, moc="ngày lưu đơn",
            can_cu="Điều 28.2 Thông tư 05/2021/TT-TTCP", tu_ngay=TT_05_2021, doi_ngay=False,
            tinh_trang=TinhTrang.CON_NGHI_VAN, ghi_chu="Mới đọc qua nguồn thứ cấp."),
    ThoiHan(viec=Viec.XU_LY_DON, loai=MOI_DON, so=10, don_vi=NGAY, moc="ngày nhận đơn",
            can_cu="Thủ tục hành chính xử lý đơn công bố trước năm 2026", tu_ngay=TT_05_2021,
            tinh_trang=TinhTrang.CON_NGHI_VAN, ghi_chu="Mới đọc qua nguồn thứ cấp; có thể được công bố lại."),
    ThoiHan(viec=Viec.CAP_NHAT_CSDL, loai=MOI_THU_TUC, so=None, don_vi=KHONG, moc="ngày phát sinh dữ liệu",
            can_cu="Điều 27.1 Nghị định 154/2026/NĐ-CP", tu_ngay=CAI_CACH_2026, doi_ngay=False,
            ghi_chu="Đầy đủ, kịp thời; không ấn định số ngày."),
    ThoiHan(viec=Viec.CONG_CHUNG_UY_QUYEN, loai=KHIEU_NAI, so=None, don_vi=KHONG, moc="ngày lập giấy ủy quyền",
            can_cu="Điều 5.3 Nghị định 124/2020/NĐ-CP; Điều 21.2 Nghị định 155/2026/NĐ-CP", tu_ngay=ND_124_2020,
            den_ngay=date(2026, 12, 31), doi_ngay=False, ghi_chu="Hết áp dụng từ ngày 01/01/2027."),
    ThoiHan(viec=Viec.BAO_DONG_45_NGAY, loai=MOI_DON, so=45, don_vi=NGAY, moc="ngày tiếp nhận đơn",
            can_cu="Điều 41.3b Nghị định 154/2026/NĐ-CP", tu_ngay=CAI_CACH_2026, doi_ngay=False,
            ghi_chu="Mốc xem xét kỷ luật người đứng đầu; báo động không dời khi trùng ngày nghỉ."),
)

# The centre's own terms: whoever gives the task fixes its last day, on which it stays.
NOI_BO_DONG = (
    ThoiHan(viec=Viec.NHIEM_VU, loai=NOI_BO, so=30, don_vi=NGAY, moc="ngày giao nhiệm vụ",
            can_cu="Kế hoạch của Trung tâm; luật không ấn định", tu_ngay=LUAT_TCD, doi_ngay=False, tu_an_dinh=True,
            tinh_trang=TinhTrang.SUY_RA),
    ThoiHan(viec=Viec.KHAC_PHUC, loai=NOI_BO, so=30, don_vi=NGAY, moc="ngày kiểm tra",
            can_cu="Kết luận kiểm tra của Trung tâm; luật không ấn định", tu_ngay=LUAT_TCD, doi_ngay=False,
            tu_an_dinh=True, tinh_trang=TinhTrang.SUY_RA),
)
# fmt: on

BANG_THOI_HAN: tuple[ThoiHan, ...] = KHIEU_NAI_DONG + TO_CAO_DONG + CHUNG_DONG + TIEP_DAN_DONG + NOI_BO_DONG
VIEC_NOI_BO = frozenset(dong.viec for dong in NOI_BO_DONG)
