"""The tasks that a plan of the centre on tiếp công dân, khiếu nại, tố cáo usually has, in our words.

They follow the groups of the plan by which the centre carries out Kết luận 107-KL/TW; each is edited once taken over.
"""

from dataclasses import dataclass

from baocao.models.ke_hoach import NhomNhiemVu


@dataclass(frozen=True, kw_only=True)
class NhiemVuMau:
    """One task. `don_vi`, `phoi_hop`: codes of units; `moi_don_vi`: every khoa, phòng takes part; `han`: month and
    day of the year of the plan."""

    nhom: NhomNhiemVu
    noi_dung: str
    don_vi: str
    san_pham: str
    han: tuple[int, int]
    phoi_hop: tuple[str, ...] = ()
    moi_don_vi: bool = False


# Not reformatted: one task reads like one line of the annex.
# fmt: off
NHIEM_VU_MAU = (
    NhiemVuMau(nhom=NhomNhiemVu.LANH_DAO, don_vi="TCHC", han=(3, 31), moi_don_vi=True,
               noi_dung="Quán triệt Kết luận số 107-KL/TW, Luật Tiếp công dân, Luật Khiếu nại, Luật Tố cáo đến toàn "
                        "thể viên chức, người lao động",
               san_pham="Danh sách dự theo khoa, phòng; tài liệu phổ biến"),
    NhiemVuMau(nhom=NhomNhiemVu.LANH_DAO, don_vi="BGD", han=(12, 14), phoi_hop=("TCHC",),
               noi_dung="Giám đốc tiếp công dân định kỳ hằng tháng và tiếp đột xuất theo lịch đã công bố",
               san_pham="Lịch tiếp công dân; Sổ tiếp công dân; thông báo kết luận việc tiếp công dân"),
    NhiemVuMau(nhom=NhomNhiemVu.LANH_DAO, don_vi="BGD", han=(12, 14), phoi_hop=("TCHC", "KHNV"),
               noi_dung="Giám đốc trực tiếp đối thoại với công dân trong vụ việc phức tạp, đông người, được dư luận "
                        "quan tâm",
               san_pham="Biên bản đối thoại"),
    NhiemVuMau(nhom=NhomNhiemVu.LANH_DAO, don_vi="TCHC", han=(12, 20),
               noi_dung="Lấy kết quả tiếp công dân, giải quyết khiếu nại, tố cáo, kiến nghị, phản ánh làm tiêu chí "
                        "đánh giá, xếp loại trưởng khoa, phòng",
               san_pham="Bảng điểm của các khoa, phòng"),
    NhiemVuMau(nhom=NhomNhiemVu.TIEP_DAN, don_vi="TCHC", han=(2, 15),
               noi_dung="Bố trí phòng tiếp công dân riêng; niêm yết nội quy, quy trình và lịch tiếp công dân năm",
               san_pham="Nội quy, quy chế tiếp công dân; ảnh chụp nơi niêm yết"),
    NhiemVuMau(nhom=NhomNhiemVu.TIEP_DAN, don_vi="TCHC", han=(12, 14),
               noi_dung="Tiếp nhận, phân loại, xử lý đơn đúng thẩm quyền, đúng trình tự; hướng dẫn công dân đến cơ "
                        "quan có thẩm quyền",
               san_pham="Sổ theo dõi đơn; phiếu hướng dẫn, phiếu chuyển đơn"),
    NhiemVuMau(nhom=NhomNhiemVu.TIEP_DAN, don_vi="QLCL", han=(11, 30), moi_don_vi=True,
               noi_dung="Nắm bắt ý kiến, phản ánh của người bệnh, người nhà người bệnh tại khoa; giải quyết ngay vướng "
                        "mắc, không để phát sinh đơn",
               san_pham="Sổ ghi ý kiến; thời gian trả lời bình quân"),
    NhiemVuMau(nhom=NhomNhiemVu.TIEP_DAN, don_vi="TCHC", han=(12, 14), phoi_hop=("DDN", "TTND", "CD"),
               noi_dung="Mở hòm thư góp ý hằng tuần, trực đường dây nóng 24/24 giờ",
               san_pham="Biên bản mở hòm thư; sổ trực đường dây nóng"),
    NhiemVuMau(nhom=NhomNhiemVu.GIAI_QUYET, don_vi="KHNV", han=(12, 14), moi_don_vi=True,
               noi_dung="Giải quyết khiếu nại, tố cáo, kiến nghị, phản ánh ngay từ lần đầu; xác minh, đối thoại, hòa "
                        "giải tại khoa, phòng",
               san_pham="Báo cáo xác minh; biên bản đối thoại"),
    NhiemVuMau(nhom=NhomNhiemVu.GIAI_QUYET, don_vi="TCHC", han=(10, 31),
               noi_dung="Thi hành dứt điểm quyết định giải quyết khiếu nại, kết luận nội dung tố cáo đã có hiệu lực",
               san_pham="Sổ theo dõi thi hành; văn bản đôn đốc"),
    NhiemVuMau(nhom=NhomNhiemVu.KIEM_TRA, don_vi="TCHC", han=(5, 31), phoi_hop=("TTND",),
               noi_dung="Kiểm tra trách nhiệm trưởng khoa, phòng trong tiếp công dân, giải quyết đơn, đợt 1",
               san_pham="Kết luận kiểm tra; danh mục tồn tại và thời hạn khắc phục"),
    NhiemVuMau(nhom=NhomNhiemVu.KIEM_TRA, don_vi="TCHC", han=(10, 15), phoi_hop=("TTND",),
               noi_dung="Kiểm tra trách nhiệm trưởng khoa, phòng trong tiếp công dân, giải quyết đơn, đợt 2",
               san_pham="Kết luận kiểm tra; danh mục tồn tại và thời hạn khắc phục"),
    NhiemVuMau(nhom=NhomNhiemVu.KIEM_TRA, don_vi="BGD", han=(11, 10), phoi_hop=("TCHC",),
               noi_dung="Chấn chỉnh việc chậm trễ, né tránh, đùn đẩy; lồng ghép vào các cuộc kiểm tra khác",
               san_pham="Văn bản chấn chỉnh; kết quả khắc phục"),
    NhiemVuMau(nhom=NhomNhiemVu.CHUYEN_DOI_SO, don_vi="TCHC", han=(9, 30), moi_don_vi=True,
               noi_dung="Đưa phần mềm quản lý đơn và tiến độ giải quyết vào sử dụng; cập nhật đầy đủ dữ liệu",
               san_pham="Danh sách tài khoản; dữ liệu đơn thư, lượt tiếp từ đầu năm"),
    NhiemVuMau(nhom=NhomNhiemVu.CHUYEN_DOI_SO, don_vi="TCHC", han=(11, 15), phoi_hop=("KHNV",),
               noi_dung="Từng bước tiếp công dân trực tuyến; nhận phản ánh, kiến nghị bằng phương thức điện tử",
               san_pham="Buổi tiếp trực tuyến; phản ánh, kiến nghị gửi qua mạng"),
    NhiemVuMau(nhom=NhomNhiemVu.CHUYEN_DOI_SO, don_vi="TCHC", han=(12, 31), phoi_hop=("KHNV",),
               noi_dung="Kết nối, chia sẻ dữ liệu với hệ thống của tỉnh",
               san_pham="Tệp dữ liệu đã xuất, biên bản bàn giao"),
    NhiemVuMau(nhom=NhomNhiemVu.TUYEN_TRUYEN, don_vi="TCHC", han=(11, 30), phoi_hop=("DS", "CD"),
               noi_dung="Tuyên truyền pháp luật về tiếp công dân, khiếu nại, tố cáo, phòng, chống tham nhũng, y tế; "
                        "quyền và nghĩa vụ của công dân",
               san_pham="Số buổi, số người dự; tài liệu tuyên truyền"),
    NhiemVuMau(nhom=NhomNhiemVu.TUYEN_TRUYEN, don_vi="BGD", han=(12, 20), phoi_hop=("TCHC",),
               noi_dung="Biểu dương, khen thưởng, phê bình kịp thời tập thể, cá nhân trong công tác tiếp công dân",
               san_pham="Quyết định khen thưởng, văn bản phê bình"),
    NhiemVuMau(nhom=NhomNhiemVu.NGUON_LUC, don_vi="TCHC", han=(6, 30),
               noi_dung="Kiện toàn, bồi dưỡng nghiệp vụ cho viên chức tiếp công dân, xử lý đơn",
               san_pham="Quyết định phân công; giấy chứng nhận bồi dưỡng"),
    NhiemVuMau(nhom=NhomNhiemVu.NGUON_LUC, don_vi="TCKT", han=(12, 31), phoi_hop=("TCHC",),
               noi_dung="Bảo đảm trang thiết bị của phòng tiếp công dân; chi trả bồi dưỡng người tiếp công dân",
               san_pham="Bảng kê ngày tiếp công dân; chứng từ chi"),
    NhiemVuMau(nhom=NhomNhiemVu.BAO_CAO, don_vi="TCHC", han=(12, 10), moi_don_vi=True,
               noi_dung="Khoa, phòng báo cáo kết quả thực hiện kế hoạch về Phòng Tổ chức - Hành chính",
               san_pham="Báo cáo của các khoa, phòng"),
    NhiemVuMau(nhom=NhomNhiemVu.BAO_CAO, don_vi="TCHC", han=(12, 15),
               noi_dung="Tổng hợp, báo cáo Giám đốc và Sở Y tế theo kỳ; báo cáo ngay vụ việc phức tạp, đông người, "
                        "vượt cấp, kéo dài",
               san_pham="Báo cáo kỳ; báo cáo đột xuất"),
)
# fmt: on
