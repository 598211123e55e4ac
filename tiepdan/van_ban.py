"""The papers of reception, rows like those of `donthu/van_ban`: the forms of NĐ 154/2026, and the required acts without
a form, whose codes are ours (TCD)."""

from donthu.bang_thoi_han import CAI_CACH_2026
from donthu.van_ban.mau import CAC_BEN, DANH_SACH, DOAN_VAN, GIAM_DOC, KHONG_SO, NGAY_THANG, Truong, VanBan
from donthu.viec import TinhTrang

BIEN_BAN_KHONG_SO = KHONG_SO[-1]
CAN_BO_TIEP = "Người tiếp công dân"
SO_THONG_BAO = Truong("so_van_ban", "Số thông báo", goi_y="Ví dụ 12/TB-TTYT; để trống khi chưa cấp số.")
NGAY_KY = Truong("ngay_ky", "Ngày ký", NGAY_THANG)
NOI_NHAN = Truong("noi_nhan", "Nơi nhận", DANH_SACH, goi_y="Mỗi nơi một dòng; dòng cuối là nơi lưu.")

TU_CHOI_TIEP = VanBan(
    ma="ND154-01/TCD",
    ten="Thông báo về việc từ chối tiếp công dân",
    can_cu="Đ9.3 Luật TCD; Đ4.3, Mẫu số 01/TCD NĐ 154/2026",
    nguoi_ky=GIAM_DOC,
    tu_ngay=CAI_CACH_2026,
    tinh_trang=TinhTrang.CON_NGHI_VAN,
    ten_loai="Thông báo",
    so_dang_ky="TB",
    nghi_van="Mẫu in dẫn điểm g khoản 1 Điều 4, trong khi khoản 3 Điều 4 dẫn điểm h.",
    truong=(
        SO_THONG_BAO,
        NGAY_KY,
        Truong("kinh_gui", "Kính gửi", bat_buoc=True),
        Truong("tom_tat", "Về việc (tóm tắt)", DOAN_VAN, bat_buoc=True),
        Truong("ly_do", "Lý do từ chối", DOAN_VAN, bat_buoc=True),
        Truong(
            "diem",
            "Điểm của khoản 1 Điều 4 Nghị định 154/2026/NĐ-CP",
            goi_y="Một chữ cái; để trống khi chỉ căn cứ khoản 3 Điều 9 Luật Tiếp công dân.",
            nghi_van="mẫu in kèm Nghị định ghi điểm g, còn khoản 3 Điều 4 dẫn điểm h. Xin đối chiếu trước khi in.",
        ),
        NOI_NHAN,
    ),
)
BIEN_BAN_TIEP = VanBan(
    ma="TCD-BB",
    ten="Biên bản tiếp công dân",
    can_cu="Đ25 Luật TCD; Đ14, 26 NĐ 154/2026",
    nguoi_ky=CAC_BEN,
    tu_ngay=CAI_CACH_2026,
    tinh_trang=TinhTrang.SUY_RA,
    ten_loai="Biên bản",
    so_dang_ky=BIEN_BAN_KHONG_SO,
    truong=(
        Truong("gio_ket_thuc", "Giờ kết thúc", goi_y="10 giờ 30"),
        Truong("thanh_phan", "Thành phần tiếp", DANH_SACH, goi_y="Mỗi người một dòng: họ tên, chức vụ.", bat_buoc=True),
        Truong("noi_dung", "Nội dung công dân trình bày", DOAN_VAN, bat_buoc=True),
        Truong("yeu_cau", "Yêu cầu, đề nghị", DOAN_VAN),
        Truong("y_kien", "Ý kiến của các thành viên", DOAN_VAN),
        Truong("ket_luan", "Kết luận của người chủ trì", DOAN_VAN, bat_buoc=True),
        Truong("y_kien_cong_dan", "Ý kiến của người được tiếp", DOAN_VAN),
    ),
)
PHIEU_HEN = VanBan(
    ma="TCD-PH",
    ten="Phiếu hẹn tiếp công dân",
    can_cu="Đ25.3 NĐ 154/2026",
    nguoi_ky=CAN_BO_TIEP,
    tu_ngay=CAI_CACH_2026,
    tinh_trang=TinhTrang.SUY_RA,
    ten_loai="Phiếu hẹn",
    truong=(
        Truong("ngay_hen", "Hẹn đến ngày", NGAY_THANG, bat_buoc=True),
        Truong("gio_hen", "Vào lúc", goi_y="08 giờ 00", bat_buoc=True),
        Truong("dia_diem", "Tại", bat_buoc=True),
        Truong("nguoi_gap", "Người tiếp, điện thoại liên hệ", bat_buoc=True),
        Truong("viec_hen", "Để", DOAN_VAN, bat_buoc=True),
        Truong("mang_theo", "Giấy tờ cần mang theo", DOAN_VAN),
    ),
)
KET_LUAN_TIEP = VanBan(
    ma="TCD-KL",
    ten="Thông báo kết luận việc tiếp công dân",
    can_cu="Đ25.2, 26.3 NĐ 154/2026",
    nguoi_ky=GIAM_DOC,
    tu_ngay=CAI_CACH_2026,
    tinh_trang=TinhTrang.SUY_RA,
    ten_loai="Thông báo",
    so_dang_ky="TB",
    truong=(
        SO_THONG_BAO,
        NGAY_KY,
        Truong("noi_dung", "Nội dung công dân trình bày", DOAN_VAN, bat_buoc=True),
        Truong("ket_luan", "Kết luận, chỉ đạo của người chủ trì", DOAN_VAN, bat_buoc=True),
        Truong("don_vi", "Đơn vị, người thực hiện", DANH_SACH, goi_y="Mỗi đơn vị một dòng.", bat_buoc=True),
        Truong("thoi_han", "Thực hiện xong trước ngày", NGAY_THANG, bat_buoc=True),
        NOI_NHAN,
    ),
)
KHONG_CO_NGUOI_DEN = VanBan(
    ma="TCD-KD",
    ten="Biên bản ngày tiếp công dân không có công dân đến",
    can_cu="Đ10.2, 27.1 NĐ 154/2026",
    nguoi_ky=CAC_BEN,
    tu_ngay=CAI_CACH_2026,
    tinh_trang=TinhTrang.SUY_RA,
    ten_loai="Biên bản",
    so_dang_ky=BIEN_BAN_KHONG_SO,
)

MAU_TIEP_CONG_DAN: tuple[VanBan, ...] = (
    TU_CHOI_TIEP,
    VanBan(
        ma="ND154-02/TCD",
        ten="Giấy biên nhận thông tin, tài liệu",
        can_cu="Đ15, Mẫu số 02/TCD NĐ 154/2026",
        nguoi_ky=CAC_BEN,
        tu_ngay=CAI_CACH_2026,
        ten_loai="Giấy biên nhận",
        so_dang_ky="GBN",
    ),
    VanBan(
        ma="ND154-03/TCD",
        ten="Sổ tiếp công dân",
        can_cu="Đ27.1, Mẫu số 03/TCD NĐ 154/2026",
        nguoi_ky="Không ký",
        tu_ngay=CAI_CACH_2026,
    ),
    BIEN_BAN_TIEP,
    PHIEU_HEN,
    KET_LUAN_TIEP,
    KHONG_CO_NGUOI_DEN,
)

# The papers of one visit, by the word in their address.
GIAY_CUA_LUOT: dict[str, VanBan] = {
    "tu-choi": TU_CHOI_TIEP,
    "bien-ban": BIEN_BAN_TIEP,
    "phieu-hen": PHIEU_HEN,
    "ket-luan": KET_LUAN_TIEP,
}
