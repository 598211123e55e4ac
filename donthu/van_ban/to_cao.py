"""Documents of tố cáo with an official form (phụ lục NĐ 31/2019, NĐ 156/2026).

No field asks who denounces: a paper inside the centre names the code, the original for the denouncer gets the name by
hand and lies in the sealed envelope, and what the accused receives does not mention a denouncer (Đ8, 56 Luật TC).
"""

from donthu.bang_thoi_han import CAI_CACH_2026, ND_31_2019
from donthu.van_ban.mau import (
    BANG_KE,
    CAC_BEN,
    CHI_TO_CAO,
    DANH_SACH,
    DOAN_VAN,
    GIAM_DOC,
    KET_THUC,
    KY_TEN,
    NGAY_THANG,
    NGUOI_THI_HANH,
    NGUOI_TO_CAO,
    NOI_NHAN,
    SO_BAN,
    THAM_QUYEN,
    Truong,
    VanBan,
    can_cu,
    kinh_gui,
    luc,
    trich_yeu,
)
from donthu.van_ban.xac_minh import COT_THANH_VIEN
from donthu.viec import TinhTrang

CAN_CU_TC = ("{cc_luat_tc}", "{cc_nd_31}")
CAN_CU_QD_TC = ("{cc_chuc_nang}", *CAN_CU_TC)
LUU_MAT = "Lưu: VT, hồ sơ vụ việc"
GIU_BI_MAT = "Không ghi bất kỳ thông tin nào có thể làm lộ người tố cáo."
MA_NGUOI = Truong(
    "ma_nguoi_to_cao",
    "Mã người tố cáo",
    mac_dinh="{ma_nguoi_to_cao}",
    goi_y="Không ghi họ tên. Họ tên được viết tay trên bản chính, bản lưu cho vào phong bì niêm phong.",
    bat_buoc=True,
)
NGUOI_BI = Truong(
    "nguoi_bi_to_cao", "Người bị tố cáo (họ tên, chức vụ, nơi công tác)", DANH_SACH, "{doi_tuong}", bat_buoc=True
)
NOI_DUNG = Truong("noi_dung", "Nội dung tố cáo được thụ lý", DOAN_VAN, "{noi_dung}", GIU_BI_MAT, bat_buoc=True)
THOI_HAN = Truong("thoi_han", "Thời hạn giải quyết", mac_dinh="{han_giai_quyet}", bat_buoc=True)
NGAY_DON = Truong("ngay_don", "Ngày ghi trên đơn, ngày nhận", mac_dinh="{ngay_don}")
RUT_NOI_DUNG = Truong(
    "noi_dung_rut", "Nội dung được rút", DOAN_VAN, "{rut_noi_dung}", "Toàn bộ hoặc từng phần.", bat_buoc=True
)
NOI_NGAY_TRONG = Truong("noi_ngay", "Nơi viết, ngày viết", mac_dinh="{dia_danh}, ngày …… tháng …… năm ………")

BAO_CAO_TRUONG = (
    trich_yeu("Kết quả xác minh nội dung tố cáo"),
    kinh_gui("{chuc_danh} {co_quan}"),
    Truong("theo_quyet_dinh", "Thực hiện theo", mac_dinh="{vb_xac_minh}", bat_buoc=True),
    Truong("thoi_gian", "Thời gian xác minh", mac_dinh="từ {xm_tu} đến {xm_den}", bat_buoc=True),
    NGUOI_BI,
    NOI_DUNG,
    Truong(
        "ket_qua_xac_minh",
        "Kết quả xác minh từng nội dung, giải trình của người bị tố cáo",
        DOAN_VAN,
        "{pc_bao_cao}",
        GIU_BI_MAT,
        bat_buoc=True,
    ),
    Truong("giai_trinh", "Giải trình của người bị tố cáo", DOAN_VAN, "{gt_noi_dung}", bat_buoc=True),
    Truong(
        "nhan_xet",
        "Nhận xét, đánh giá",
        DOAN_VAN,
        goi_y="Tố cáo đúng, đúng một phần, sai; có cố ý tố cáo sai sự thật hay không; trách nhiệm từng người.",
        bat_buoc=True,
    ),
    Truong("kien_nghi", "Kiến nghị xử lý", DOAN_VAN, bat_buoc=True),
    KY_TEN,
    NOI_NHAN,
)
KET_LUAN_TRUONG = (
    can_cu(*CAN_CU_TC, "{cc_thu_ly}", "{cc_bao_cao}"),
    NGUOI_BI,
    Truong("ket_qua_xac_minh", "1. Kết quả xác minh nội dung tố cáo", DOAN_VAN, "{pc_bao_cao}", bat_buoc=True),
    Truong("can_cu_phap_luat", "2. Căn cứ pháp luật xác định có hay không hành vi vi phạm", DOAN_VAN, bat_buoc=True),
    Truong(
        "ket_luan",
        "3. Kết luận từng nội dung, trách nhiệm, thiệt hại",
        DOAN_VAN,
        "{noi_dung_ban_hanh}",
        "Tố cáo đúng, đúng một phần hoặc sai sự thật; trách nhiệm của từng người; thiệt hại; đối tượng bị thiệt hại.",
        bat_buoc=True,
    ),
    Truong("bien_phap", "4. Biện pháp xử lý và kiến nghị", DOAN_VAN, bat_buoc=True),
)

# fmt: off
TO_CAO_MAU = (
    VanBan(ma="ND31-01", ten="Quyết định gia hạn giải quyết tố cáo", nguoi_ky=GIAM_DOC, tu_ngay=ND_31_2019,
           can_cu="Đ30 Luật TC; Đ3, Mẫu số 01 NĐ 31/2019", ten_loai="Quyết định", loai=CHI_TO_CAO, so_dang_ky="QĐ",
           noi_nhan=("Tổ xác minh", "Người bị tố cáo", "Người tố cáo", LUU_MAT),
           truong=(trich_yeu("Gia hạn giải quyết tố cáo"),
                   THAM_QUYEN,
                   can_cu("{cc_chuc_nang}", "Căn cứ Điều 30 {cc_ten_luat_tc}", "Căn cứ Điều 3 {cc_ten_nd_31}",
                          "{cc_thu_ly}", "Xét đề nghị của {xm_truong_day_du}"),
                   Truong("quyet_dinh", "Quyết định thụ lý", mac_dinh="{vb_thu_ly}", bat_buoc=True),
                   Truong("ly_do", "Lý do: tiêu chí phức tạp, đặc biệt phức tạp", DANH_SACH, "{tieu_chi}",
                          bat_buoc=True),
                   Truong("so_ngay", "Số ngày gia hạn", mac_dinh="{han_gia_han}", bat_buoc=True,
                          goi_y="Mỗi lần không quá 30 ngày."),
                   Truong("ke_tu", "Kể từ", mac_dinh="ngày hết thời hạn giải quyết đang tính", bat_buoc=True),
                   NGUOI_THI_HANH, NOI_NHAN)),
    VanBan(ma="ND31-02", ten="Đơn rút tố cáo", ten_loai="Đơn rút tố cáo", nguoi_ky=NGUOI_TO_CAO, tu_ngay=CAI_CACH_2026,
           can_cu="Đ33 Luật TC; Đ4, Mẫu số 02 NĐ 31/2019 (NĐ 156/2026)", loai=CHI_TO_CAO,
           truong=(NOI_NGAY_TRONG, kinh_gui("{chuc_danh} {co_quan}"), NGAY_DON, RUT_NOI_DUNG)),
    VanBan(ma="ND31-03", ten="Biên bản ghi nhận việc rút tố cáo", nguoi_ky="Người tố cáo, người lập biên bản",
           tu_ngay=CAI_CACH_2026, tinh_trang=TinhTrang.CON_NGHI_VAN, ten_loai="Biên bản", loai=CHI_TO_CAO,
           so_dang_ky="BB", can_cu="Đ33 Luật TC; Đ4, Mẫu số 03 NĐ 31/2019 (NĐ 156/2026)",
           nghi_van="Các mục của mẫu ban hành năm 2026 chưa đối chiếu được; đang dùng các mục của mẫu năm 2019.",
           truong=(trich_yeu("Ghi nhận việc rút tố cáo"), *luc("rut"),
                   Truong("nguoi_lap", "Người lập biên bản (họ tên, chức vụ)", bat_buoc=True), MA_NGUOI, NGAY_DON,
                   RUT_NOI_DUNG,
                   Truong("ly_do", "Lý do rút", DOAN_VAN,
                          "Người rút tố cáo xác nhận việc rút là tự nguyện, không bị đe dọa, cưỡng ép, mua chuộc.",
                          nghi_van="Mục này có thể khác trong mẫu năm 2026."),
                   KET_THUC, SO_BAN)),
    VanBan(ma="ND31-04", ten="Quyết định thụ lý tố cáo", nguoi_ky=GIAM_DOC, tu_ngay=ND_31_2019,
           can_cu="Đ29 Luật TC; Đ9, Mẫu số 04 NĐ 31/2019", ten_loai="Quyết định", loai=CHI_TO_CAO, so_dang_ky="QĐ",
           noi_nhan=("Đơn vị, cá nhân có trách nhiệm thi hành", LUU_MAT),
           truong=(trich_yeu("Thụ lý tố cáo"),
                   THAM_QUYEN,
                   can_cu("{cc_chuc_nang}", "Căn cứ Điều 29 {cc_ten_luat_tc}", "Căn cứ Điều 9 {cc_ten_nd_31}",
                          "Xét đề nghị của Trưởng phòng Tổ chức - Hành chính"),
                   NGUOI_BI, NOI_DUNG, THOI_HAN, NGUOI_THI_HANH, NOI_NHAN)),
    VanBan(ma="ND31-05", ten="Thông báo việc thụ lý tố cáo", nguoi_ky=GIAM_DOC, tu_ngay=ND_31_2019,
           can_cu="Đ24.1, 29.3 Luật TC; Mẫu số 05 NĐ 31/2019 (dùng cho cả không thụ lý)", ten_loai="Thông báo",
           loai=CHI_TO_CAO, so_dang_ky="TB", noi_nhan=("Như kính gửi", LUU_MAT),
           truong=(trich_yeu("Về việc {thu_ly_hay_khong} tố cáo"),
                   kinh_gui("Người tố cáo mang mã {ma_nguoi_to_cao}", "Họ tên, địa chỉ viết tay trên bản chính."),
                   NGAY_DON,
                   Truong("nguon", "Cơ quan chuyển đơn (nếu có)", mac_dinh="{co_quan_chuyen_den}"), NGUOI_BI,
                   Truong("noi_dung", "Nội dung tố cáo", DOAN_VAN, "{noi_dung}", bat_buoc=True),
                   Truong("xu_ly", "Kết quả xử lý: thụ lý và thời hạn, hoặc lý do không thụ lý", DOAN_VAN,
                          "{han_hay_ly_do}", bat_buoc=True),
                   NOI_NHAN)),
    VanBan(ma="ND31-06", ten="Thông báo về nội dung tố cáo", nguoi_ky=GIAM_DOC, tu_ngay=ND_31_2019,
           can_cu="Đ29.3 Luật TC; Mẫu số 06 NĐ 31/2019", ten_loai="Thông báo", loai=CHI_TO_CAO, so_dang_ky="TB",
           noi_nhan=("Như kính gửi", LUU_MAT),
           truong=(trich_yeu("Về nội dung tố cáo"), kinh_gui("{doi_tuong}", "Người bị tố cáo."),
                   Truong("quyet_dinh", "Quyết định thụ lý", mac_dinh="{vb_thu_ly}", bat_buoc=True), NOI_DUNG, THOI_HAN,
                   Truong("yeu_cau", "Yêu cầu đối với người nhận", DOAN_VAN,
                          "Đề nghị giải trình bằng văn bản về từng nội dung nêu trên, cung cấp thông tin, tài liệu có "
                          "liên quan và làm việc với người được giao xác minh khi được yêu cầu."),
                   NOI_NHAN)),
    VanBan(ma="ND31-07", ten="Quyết định thành lập Đoàn (Tổ) xác minh nội dung tố cáo", nguoi_ky=GIAM_DOC,
           tu_ngay=ND_31_2019, can_cu="Đ31 Luật TC; Đ10, Mẫu số 07 NĐ 31/2019", ten_loai="Quyết định",
           loai=CHI_TO_CAO, so_dang_ky="QĐ", noi_nhan=("Người có tên tại Điều 1", "Người bị tố cáo", LUU_MAT),
           truong=(trich_yeu("Thành lập Tổ xác minh nội dung tố cáo"), THAM_QUYEN,
                   can_cu(*CAN_CU_QD_TC, "{cc_thu_ly}"),
                   Truong("thanh_vien", "Thành viên Tổ xác minh (từ 02 người)", BANG_KE, "{xm_thanh_vien}",
                          cot=COT_THANH_VIEN, bat_buoc=True),
                   Truong("noi_dung_xac_minh", "Nội dung xác minh", DOAN_VAN, "{xm_noi_dung}", GIU_BI_MAT,
                          bat_buoc=True),
                   Truong("doi_tuong", "Đối tượng xác minh", DANH_SACH, "{doi_tuong}", bat_buoc=True),
                   Truong("so_ngay", "Thời hạn xác minh", mac_dinh="{xm_so_ngay} ngày, kể từ {xm_tu}", bat_buoc=True),
                   Truong("nhiem_vu", "Nhiệm vụ, quyền hạn", DOAN_VAN,
                          "Tổ xác minh thực hiện nhiệm vụ, quyền hạn theo quy định của Luật Tố cáo và Nghị định số "
                          "31/2019/NĐ-CP, giữ bí mật thông tin về người tố cáo và báo cáo kết quả xác minh bằng văn "
                          "bản."),
                   NGUOI_THI_HANH, NOI_NHAN)),
    VanBan(ma="ND31-08", ten="Biên bản", ten_loai="Biên bản", nguoi_ky=CAC_BEN, tu_ngay=ND_31_2019,
           can_cu="Mẫu số 08 NĐ 31/2019", loai=CHI_TO_CAO, so_dang_ky="BB",
           truong=(Truong("trich_yeu", "Tên biên bản", mac_dinh="Làm việc về việc xác minh nội dung tố cáo",
                          bat_buoc=True), *luc("lv"),
                   Truong("theo_quyet_dinh", "Tổ xác minh thành lập theo", mac_dinh="{vb_xac_minh}"),
                   Truong("to_xac_minh", "Tổ xác minh (họ tên, chức vụ)", DANH_SACH, "{xm_nguoi}", bat_buoc=True),
                   Truong("nguoi_lam_viec", "Người làm việc (họ tên, chức vụ hoặc địa chỉ)", DANH_SACH,
                          "{lv_nguoi_du}", "Với người tố cáo chỉ ghi mã, không ghi họ tên.", bat_buoc=True),
                   Truong("noi_dung", "Nội dung làm việc", DOAN_VAN, "{lv_noi_dung}", GIU_BI_MAT, bat_buoc=True),
                   Truong("ket_qua", "Ý kiến thống nhất, tài liệu đã nhận", DOAN_VAN, "{lv_ket_luan}"),
                   KET_THUC, SO_BAN)),
    VanBan(ma="ND31-09", ten="Trưng cầu giám định", nguoi_ky=GIAM_DOC, tu_ngay=ND_31_2019,
           can_cu="Đ15, Mẫu số 09 NĐ 31/2019", loai=CHI_TO_CAO, so_dang_ky="CV", noi_nhan=("Như kính gửi", LUU_MAT),
           truong=(trich_yeu("trưng cầu giám định"), kinh_gui("", "Tổ chức giám định."),
                   can_cu("Căn cứ Điều 15 {cc_ten_nd_31}"),
                   Truong("tai_lieu", "Thông tin, tài liệu, bằng chứng cần giám định", DANH_SACH, "{bc_ten}",
                          GIU_BI_MAT, bat_buoc=True),
                   Truong("noi_dung", "Nội dung giám định", DOAN_VAN, bat_buoc=True),
                   Truong("han", "Gửi kết quả trước ngày", NGAY_THANG, bat_buoc=True),
                   Truong("nguoi_ban_giao", "Người bàn giao tài liệu", mac_dinh="{xm_truong}", bat_buoc=True),
                   Truong("kinh_phi", "Kinh phí", mac_dinh="do {co_quan} chi trả theo quy định của pháp luật"),
                   NOI_NHAN)),
    VanBan(ma="ND31-10", ten="Báo cáo kết quả xác minh nội dung tố cáo của Đoàn (Tổ) xác minh", tu_ngay=ND_31_2019,
           nguoi_ky="Trưởng đoàn (Tổ trưởng) xác minh", can_cu="Đ31 Luật TC; Đ16, Mẫu số 10 NĐ 31/2019",
           ten_loai="Báo cáo", loai=CHI_TO_CAO, so_dang_ky="BC", noi_nhan=("Như kính gửi", LUU_MAT),
           truong=BAO_CAO_TRUONG),
    VanBan(ma="ND31-11", nguoi_ky="Thủ trưởng cơ quan được giao xác minh", tu_ngay=ND_31_2019,
           ten="Báo cáo kết quả xác minh nội dung tố cáo của cơ quan được giao xác minh nội dung tố cáo",
           can_cu="Đ31 Luật TC; Đ16, Mẫu số 11 NĐ 31/2019", ten_loai="Báo cáo", loai=CHI_TO_CAO, so_dang_ky="BC",
           noi_nhan=("Như kính gửi", LUU_MAT), truong=BAO_CAO_TRUONG),
    VanBan(ma="ND31-12", ten="Kết luận nội dung tố cáo", nguoi_ky=GIAM_DOC, tu_ngay=ND_31_2019,
           can_cu="Đ35 Luật TC; Đ17, Mẫu số 12 NĐ 31/2019", ten_loai="Kết luận", loai=CHI_TO_CAO, so_dang_ky="KL",
           nghi_van="Bản đầy đủ: không gửi người bị tố cáo, không công khai. Bản trích lập theo mẫu ND31-12T.",
           noi_nhan=("Sở Y tế (để báo cáo)", "Thanh tra tỉnh", "Cơ quan, đơn vị quản lý người bị tố cáo (bản trích)",
                     "Người bị tố cáo (bản trích)", LUU_MAT),
           truong=(trich_yeu("Nội dung tố cáo đối với {doi_tuong}"), *KET_LUAN_TRUONG, NOI_NHAN)),
    VanBan(ma="ND31-12T", ten="Trích kết luận nội dung tố cáo", nguoi_ky=GIAM_DOC, tu_ngay=ND_31_2019,
           can_cu="Đ35.3, 40.3 Luật TC; Đ6.1, 17, Mẫu số 12 (ghi chú 12) NĐ 31/2019", tinh_trang=TinhTrang.SUY_RA,
           ten_loai="Trích kết luận", loai=CHI_TO_CAO, so_dang_ky="KL",
           noi_nhan=("Người bị tố cáo", "Cơ quan, đơn vị quản lý người bị tố cáo", LUU_MAT),
           truong=(trich_yeu("Nội dung tố cáo đối với {doi_tuong}"),
                   Truong("ban_day_du", "Trích từ", mac_dinh="{vb_ket_luan}", bat_buoc=True), *KET_LUAN_TRUONG[1:],
                   Truong("luoc_bo", "Xác nhận đã lược bỏ", DOAN_VAN, bat_buoc=True,
                          mac_dinh="Bản trích này đã lược bỏ thông tin thuộc bí mật nhà nước, thông tin được giữ kín "
                          "theo Luật Tố cáo và thông tin có thể gây hại cho tổ chức, cá nhân."),
                   NOI_NHAN)),
)
# fmt: on
