"""The text of Mẫu số 02, sections I and II: what is said of which numbers, and what is left unsaid."""

import pytest

from baocao.du_kien_van import BaoVeNguoiToCao, HaiKy, HoatDongTrongKy, KeHoachTrongKy, KetQuaDon, QuaKenh, TonTai
from baocao.ky import lap_ky
from baocao.loi_van import DE_CUONG, SoTrongVan, cac_phan
from tests.baocao.ky_mau import KY, so_lieu, viet, viet_tho

ND_154 = (
    "Nghị định số 154/2026/NĐ-CP ngày 15 tháng 5 năm 2026 của Chính phủ quy định chi tiết một số điều và biện pháp tổ "
    "chức thi hành Luật Tiếp công dân"
)


# --- The whole --------------------------------------------------------------------------------------------------------


def test_ky_khong_phat_sinh_moi_muc_mot_cau_khong_ke_so_khong():
    van = viet(TCD_10=9)

    assert van == {
        "I.1.a": "Trong kỳ không phát sinh đơn khiếu nại thuộc thẩm quyền giải quyết.",
        "I.1.b": "Trong kỳ không phát sinh đơn tố cáo thuộc thẩm quyền giải quyết.",
        "I.2": "",
        "II.1": "Trong kỳ không phát sinh lượt tiếp công dân.\n\n"
        "Người đứng đầu trực tiếp tiếp công dân 09 ngày: không có công dân đến. "
        f"Theo khoản 2 Điều 10 {ND_154}, người đứng đầu trực tiếp tiếp công dân ít nhất 01 ngày trong 01 tháng, tương "
        "ứng 09 ngày trong kỳ.",
        "II.2": "Trong kỳ không phát sinh đơn phải xử lý.",
        "II.3.a": "Trong kỳ không phát sinh vụ việc khiếu nại thuộc thẩm quyền giải quyết.",
        "II.3.b": "Trong kỳ không phát sinh vụ việc tố cáo thuộc thẩm quyền giải quyết.",
        "II.4": "Trong kỳ không có quyết định giải quyết khiếu nại phải thi hành, kết luận nội dung tố cáo phải thực "
        "hiện.",
        "II.5": "Trong kỳ không phát sinh đề nghị bảo vệ người tố cáo.",
        "II.6": "Trong kỳ không phát sinh văn bản chỉ đạo, lớp tập huấn, tuyên truyền, cuộc thanh tra trách nhiệm.",
        "III.1": "",
        "III.2": "",
        "III.3": "",
        "IV": "Trong bốn quý gần nhất không phát sinh đơn; dự báo tình hình ổn định.",
        "V": "- Duy trì tiếp công dân thường xuyên; người đứng đầu trực tiếp tiếp công dân định kỳ theo lịch đã công "
        "bố.",
        "VI": "Không có kiến nghị, đề xuất.",
    }
    assert set(van) == {muc.khoa for muc in DE_CUONG if muc.co_van}


def test_moi_con_so_vua_viet_dung_voi_o_cua_no(vecto_mau):
    """Freshly written, no figure is red: the writer and the reader of figures count alike."""
    nay = {f"{ma.split('/')[1]}_{so}": gia_tri for ma, cot in vecto_mau.items() for so, gia_tri in enumerate(cot, 1)}
    cung_ky = {"XLD_1": 10, "XLD_6": 2, "XLD_12": 3, "TCD_1": 20}
    ba_ky = so_lieu(KY, **nay).bieu, so_lieu(KY.cung_ky(), **cung_ky).bieu

    cac_so = [
        so for chu in viet_tho(cung_ky, **nay).values() for so in cac_phan(chu, *ba_ky) if not isinstance(so, str)
    ]

    assert len(cac_so) > 50
    assert [so for so in cac_so if so.da_doi] == []


def test_khong_phat_sinh_cung_do_khi_co_don():
    doan = viet_tho()["I.1.b"]

    phan = next(phan for phan in cac_phan(doan, so_lieu(KY, XLD_12=1).bieu) if isinstance(phan, SoTrongVan))

    assert (phan.chu, phan.chu_nay, phan.thay_duoc) == ("không", "01", False)


# --- I ----------------------------------------------------------------------------------------------------------------


def test_tinh_hinh_khieu_nai_so_voi_cung_ky_va_theo_linh_vuc():
    van = viet(cung_ky={"XLD_6": 3}, XLD_6=4, XLD_7=3, XLD_8=1, XLD_10=3, XLD_11=1)

    assert van["I.1.a"] == (
        "Trong kỳ, Trung tâm tiếp nhận, xử lý 04 đơn khiếu nại thuộc thẩm quyền giải quyết, tăng 01 đơn (33,33%) so "
        "với cùng kỳ năm 2025; gồm 03 đơn khiếu nại lần đầu, 01 đơn khiếu nại lần hai.\n\n"
        "Phân theo lĩnh vực: 03 đơn về chế độ, chính sách (chiếm 75,00%), 01 đơn về lĩnh vực khác (chiếm 25,00%)."
    )


@pytest.mark.parametrize(
    ("nay", "truoc", "cau"),
    [
        (2, 0, "02 đơn tố cáo thuộc thẩm quyền giải quyết, tăng 02 đơn so với cùng kỳ năm 2025."),
        (2, 2, "02 đơn tố cáo thuộc thẩm quyền giải quyết, bằng cùng kỳ năm 2025."),
        (0, 3, "đơn tố cáo thuộc thẩm quyền giải quyết, giảm 03 đơn (100,00%) so với cùng kỳ năm 2025."),
    ],
)
def test_bien_dong_khong_chia_cho_khong(nay, truoc, cau):
    assert viet(cung_ky={"XLD_12": truoc}, XLD_12=nay, XLD_15=nay)["I.1.b"].split("\n")[0].endswith(cau)


def test_mot_linh_vuc_khong_ghi_chiem_tram_phan_tram():
    assert viet(XLD_6=1, XLD_11=1)["I.1.a"].endswith("Phân theo lĩnh vực: 01 đơn về lĩnh vực khác.")


def test_nguyen_nhan_chi_neu_dieu_so_lieu_noi():
    van = viet(
        cung_ky={"XLD_1": 10, "XLD_23": 2},
        XLD_23=5,
        GQKN_8=1,
        linh_vuc=(HaiKy("Bảo hiểm y tế", 8, 3, "04"), HaiKy("Ngoài phạm vi Trung tâm", 20, 1, "14")),
        don_vi=(HaiKy("Khoa Nội", 5, 1), HaiKy("Khoa Nhi", 5, 9)),
    )

    assert van["I.2"] == (
        "Qua phân tích số liệu so với cùng kỳ năm 2025:\n"
        "- Về khách quan: số đơn không thuộc thẩm quyền của Trung tâm, công dân gửi chưa đúng cơ quan giải quyết, tăng "
        "03 đơn (150,00%).\n"
        "- Về chủ quan: đơn thuộc lĩnh vực “Bảo hiểm y tế” tăng nhiều nhất (từ 03 lên 08 đơn); tỷ trọng đơn giao Khoa "
        "Nội giải quyết tăng từ 10,00% lên 50,00%; qua giải quyết có 01 khiếu nại đúng hoặc đúng một phần."
    )


def test_nam_truoc_chua_co_so_thi_khong_so_sanh_nguyen_nhan():
    assert viet(XLD_23=5, linh_vuc=(HaiKy("Bảo hiểm y tế", 8, 0, "04"),))["I.2"] == ""


# --- II ---------------------------------------------------------------------------------------------------------------


def test_tiep_dan_thuong_xuyen_nguoi_dung_dau_uy_quyen():
    van = viet(
        cung_ky={"TCD_1": 20},
        TCD_1=25, TCD_2=37, TCD_3=23, TCD_4=1,
        TCD_5=20, TCD_6=30, TCD_7=18, TCD_8=1, TCD_9=6,
        TCD_10=8, TCD_11=4, TCD_12=6, TCD_13=4,
        TCD_16=1, TCD_17=1, TCD_18=1, TCD_19=1,
        tiep_truc_tuyen=2,
        tu_choi_tiep=1,
    )  # fmt: skip

    assert van["II.1"] == (
        "Trong kỳ, Trung tâm đã tiếp 25 lượt với 37 người, về 23 vụ việc, tăng 05 lượt (25,00%) so với cùng kỳ năm "
        "2025; trong đó có 01 đoàn đông người.\n\n"
        "- Tiếp thường xuyên: 20 lượt, 30 người, 18 vụ việc; trong đó có 01 đoàn đông người với 06 người.\n"
        "- Người đứng đầu trực tiếp tiếp công dân 08 ngày: 04 lượt, 06 người, 04 vụ việc. "
        "Ủy quyền tiếp 01 ngày: 01 lượt, 01 người, 01 vụ việc. "
        f"Theo khoản 2 Điều 10 {ND_154}, người đứng đầu trực tiếp tiếp công dân ít nhất 01 ngày trong 01 tháng, tương "
        "ứng 09 ngày trong kỳ.\n\n"
        "Trong số lượt đã tiếp có 02 lượt tiếp công dân trực tuyến; từ chối tiếp 01 lượt theo quy định của pháp luật "
        "(không tính vào số lượt đã tiếp)."
    )
    assert van["III.2"] == (
        "- Người đứng đầu trực tiếp tiếp công dân 08 ngày, chưa đủ 09 ngày theo khoản 2 Điều 10 Nghị định số "
        "154/2026/NĐ-CP."
    )
    assert van["VI"] == (
        "Đề nghị Sở Y tế hướng dẫn việc ủy quyền tiếp công dân định kỳ: khoản 2 Điều 10 Nghị định số 154/2026/NĐ-CP "
        "quy định người đứng đầu trực tiếp tiếp công dân, trong khi Biểu số 01/TCD còn mục “Ủy quyền tiếp”; trong kỳ, "
        "Trung tâm đã ủy quyền tiếp 01 ngày."
    )


def test_truoc_ngay_nghi_dinh_154_vien_dan_luat():
    van = viet(ky=lap_ky("Q1", 2026))

    assert "Theo khoản 2 Điều 18 Luật Tiếp công dân, người đứng đầu" in van["II.1"]
    assert (
        van["III.2"]
        == "- Người đứng đầu không có ngày tiếp công dân, chưa đủ 03 ngày theo khoản 2 Điều 18 Luật Tiếp công dân."
    )


def test_xu_ly_don_theo_diem():
    van = viet(
        cung_ky={"XLD_1": 14},
        XLD_1=14, XLD_2=13, XLD_3=12, XLD_4=10, XLD_5=9, XLD_6=2, XLD_7=1, XLD_8=1, XLD_12=1, XLD_19=7, XLD_20=2,
        XLD_22=5, XLD_23=2, XLD_24=1, XLD_25=1,
        don_moi=12,
        kien_nghi=KetQuaDon(tong=9, moi=7, tra_loi=6, noi_khac=1, con=2),
        kenh=(
            QuaKenh("duong_day_nong", "Đường dây nóng", 5, 4, 3.5),
            QuaKenh("hom_thu", "Hòm thư góp ý", 12, 0, None),
        ),
        mo_hom_thu=39,
    )  # fmt: skip

    assert van["II.2"] == (
        "a) Tổng số đơn phải xử lý là 14 đơn (kỳ trước chuyển sang 02 đơn, nhận trong kỳ 12 đơn), bằng cùng kỳ năm "
        "2025; đã xử lý 13 đơn, đạt 92,86%; trong đó 12 đơn đủ điều kiện xử lý, 01 đơn không đủ điều kiện xử lý.\n\n"
        "b) Đơn thuộc thẩm quyền giải quyết: 10 đơn/09 vụ việc, gồm 02 đơn khiếu nại, 01 đơn tố cáo, 07 đơn kiến nghị, "
        "phản ánh. Trong đó có 01 đơn khiếu nại lần hai. Kiến nghị, phản ánh phân theo lĩnh vực: 02 đơn về chế độ, "
        "chính sách (chiếm 28,57%), 05 đơn về lĩnh vực khác (chiếm 71,43%).\n\n"
        "c) Đơn không thuộc thẩm quyền: 02 đơn, gồm 01 đơn đã hướng dẫn, 01 đơn đã chuyển cơ quan có thẩm quyền.\n\n"
        "d) Kết quả giải quyết kiến nghị, phản ánh: tổng số 09 đơn (kỳ trước chuyển sang 02 đơn); đã giải quyết, trả "
        "lời 06 đơn; hướng dẫn, chuyển cơ quan có thẩm quyền 01 đơn; đang giải quyết, chuyển kỳ sau 02 đơn.\n\n"
        "Qua đường dây nóng tiếp nhận 05 ý kiến, đã trả lời 04 ý kiến, thời gian trả lời bình quân 3,5 ngày; mở hòm "
        "thư góp ý 39 lần, tiếp nhận 12 ý kiến."
    )


def test_khong_co_luot_khong_co_don_van_noi_tu_choi_va_duong_day_nong():
    van = viet(TCD_10=9, tu_choi_tiep=1, kenh=(QuaKenh("duong_day_nong", "Đường dây nóng", 2, 2, 0.5),))

    assert van["II.1"].endswith("Từ chối tiếp 01 lượt theo quy định của pháp luật (không tính vào số lượt đã tiếp).")
    assert van["II.2"] == (
        "Trong kỳ không phát sinh đơn phải xử lý.\n\n"
        "Qua đường dây nóng tiếp nhận 02 ý kiến, đã trả lời 02 ý kiến, thời gian trả lời bình quân 0,5 ngày."
    )


@pytest.mark.parametrize(
    ("moi", "chu"),
    [
        (3, "phải xử lý là 03 đơn, tăng"),
        (2, "phải xử lý là 03 đơn (kỳ trước chuyển sang 01 đơn, nhận trong kỳ 02 đơn), tăng"),
        (0, "phải xử lý là 03 đơn (đều do kỳ trước chuyển sang), tăng"),
    ],
)
def test_don_moi_va_don_ky_truoc_chuyen_sang(moi, chu):
    assert chu in viet(XLD_1=3, don_moi=moi)["II.2"]


def test_giai_quyet_khieu_nai_chi_ke_dieu_co():
    van = viet(
        GQKN_1=2, GQKN_2=2, GQKN_4=1, GQKN_6=1, GQKN_7=2, GQKN_8=1, GQKN_12=1, GQKN_13=125, GQKN_14=20, GQKN_18=2,
        GQKN_19=3, GQKN_20=2, GQKN_21=1, GQKN_22=2,
    )  # fmt: skip

    assert van["II.3.a"] == (
        "Có 02 đơn khiếu nại thuộc thẩm quyền với 02 vụ việc; đã thụ lý giải quyết 01 vụ việc, đình chỉ giải quyết do "
        "rút đơn 01 vụ việc.\n\n"
        "Đã ban hành 02 quyết định giải quyết khiếu nại: 01 khiếu nại đúng, 01 quyết định lần hai hủy, sửa kết quả "
        "giải quyết lần đầu.\n\n"
        "Qua giải quyết: kiến nghị thu hồi cho Nhà nước 125 triệu đồng và 20 m² đất; trả lại quyền lợi cho 02 cá nhân; "
        "kiến nghị xử lý hành chính 03 người (trong đó có 02 cán bộ, công chức, viên chức); chuyển cơ quan điều tra 01 "
        "vụ, 02 người."
    )


def test_ket_luan_cua_don_ky_truoc_van_duoc_ke():
    van = viet(GQTC_7=1, GQTC_10=1, GQTC_20=1, GQTC_21=2, GQTC_22=2)

    assert van["II.3.b"] == (
        "Đã ban hành 01 kết luận nội dung tố cáo: 01 tố cáo có đúng, có sai.\n\n"
        "Qua giải quyết: kiến nghị xử lý hành chính 01 tổ chức, 02 cá nhân (trong đó có 02 cán bộ, công chức, viên "
        "chức)."
    )


def test_thi_hanh_tien_va_nguoi_dung_cot_cua_tung_nua():
    van = viet(
        KQTH_1=2, KQTH_2=1, KQTH_3=10, KQTH_5=4, KQTH_11=2, KQTH_12=1, KQTH_13=1, KQTH_14=1,
        KQTH_16=1, KQTH_22=3, KQTH_26=1, KQTH_27=2, KQTH_28=2, KQTH_29=1,
    )  # fmt: skip

    assert van["II.4"] == (
        "Phải thi hành 02 quyết định giải quyết khiếu nại; đã thi hành xong 01 quyết định, đạt 50,00%; phải thu hồi "
        "cho Nhà nước 10 triệu đồng, đã thu 04 triệu đồng; đã xử lý hành chính 02 người (trong đó có 01 cán bộ, công "
        "chức, viên chức); đã khởi tố 01 vụ, 01 người.\n\n"
        "Phải thực hiện 01 kết luận nội dung tố cáo; không có kết luận thực hiện xong trong kỳ; phải trả lại cho tổ "
        "chức, cá nhân 03 triệu đồng; đã xử lý hành chính 01 tổ chức, 02 người (trong đó có 02 cán bộ, công chức, viên "
        "chức); đã khởi tố 01 vụ."
    )


def test_mot_nua_khong_co_thi_noi_rieng():
    assert viet(KQTH_1=1)["II.4"].endswith("Trong kỳ không có kết luận nội dung tố cáo phải thực hiện.")


def test_bao_ve_chi_neu_so():
    van = viet(bao_ve=BaoVeNguoiToCao(de_nghi=2, ap_dung=1, tu_choi=1))

    assert van["II.5"] == (
        "Trong kỳ, Trung tâm tiếp nhận 02 đề nghị bảo vệ người tố cáo; áp dụng biện pháp bảo vệ 01 trường hợp; không "
        "áp dụng biện pháp bảo vệ 01 trường hợp."
    )


def test_quan_ly_du_bon_diem():
    van = viet(
        QLKNTC_1=4, QLKNTC_4=31, QLKNTC_5=3116, QLKNTC_6=2, QLKNTC_7=5, QLKNTC_8=1, QLKNTC_9=1, QLKNTC_13=1,
        QLKNTC_15=2,
        hoat_dong=HoatDongTrongKy(
            tuyen_truyen_du=3116, tuyen_truyen_phai=4080, tuyen_truyen_don_vi=35, boi_duong=2, boi_duong_nguoi=15,
            kiem_tra=2, kiem_tra_don_vi=35, kiem_tra_vi_pham=4, thanh_tra_vi_pham=1, khen_thuong=3, phe_binh=1,
        ),
        ton_tai=TonTai(tong=6, da_khac_phuc=5),
        ke_hoach=KeHoachTrongKy(den_han=12, da_xong=9),
    )  # fmt: skip

    assert van["II.6"] == (
        "a) Công tác lãnh đạo, chỉ đạo: 12 nhiệm vụ của kế hoạch đến hạn, đã hoàn thành 09 nhiệm vụ, đạt 75,00%; khen "
        "thưởng, gửi thư khen 03 lượt; phê bình, xử lý vi phạm 01 lượt.\n\n"
        "b) Ban hành 04 văn bản mới. Tổ chức 31 lớp, buổi tập huấn, tuyên truyền pháp luật tại 35 đơn vị với 3.116 "
        "người tham dự, đạt 76,37% số người phải dự. Bồi dưỡng nghiệp vụ cho viên chức 02 đợt, 15 lượt người.\n\n"
        "c) Thanh tra trách nhiệm thực hiện pháp luật về tiếp công dân, khiếu nại, tố cáo: 02 cuộc tại 05 đơn vị, phát "
        "hiện 01 đơn vị có vi phạm; đã ban hành kết luận 01 cuộc; kiến nghị xử lý hành chính 01 tổ chức; 01 kết luận "
        "thanh tra phải thực hiện; đã xử lý hành chính 02 cá nhân.\n\n"
        "d) Kiểm tra nội bộ: 02 cuộc tại 35 lượt khoa, phòng; phát hiện 04 đơn vị có vi phạm; chỉ ra 06 tồn tại, đã "
        "khắc phục 05, còn 01 đang khắc phục."
    )


def test_buoi_khong_ghi_so_phai_du_thi_noi_ro_mau_so():
    van = viet(QLKNTC_4=3, QLKNTC_5=150, hoat_dong=HoatDongTrongKy(tuyen_truyen_du=100, tuyen_truyen_phai=120))

    assert van["II.6"] == (
        "Tổ chức 03 lớp, buổi tập huấn, tuyên truyền pháp luật với 150 người tham dự, đạt 83,33% số người phải dự "
        "(100/120 người, tính ở các buổi có ghi số người phải dự)."
    )
