"""The text of Mẫu số 02: what is said of which numbers, and how a figure stays tied to its cell."""

from baocao.ky import lap_ky
from baocao.loi_van import DE_CUONG, SoTrongVan, cac_phan, cap_nhat_so, chu_thuan, doan_cua
from baocao.so_sanh import BaKy
from baocao.viet_loi_van import viet_bao_cao
from tests.baocao.ky_mau import so_lieu

KY = lap_ky("9T", 2026)


def viet(cung_ky=None, **nay):
    truoc = so_lieu(KY.cung_ky(), **(cung_ky or {}))
    return {khoa: chu_thuan(chu) for khoa, chu in viet_bao_cao(BaKy(so_lieu(KY, **nay), truoc, truoc)).items()}


def test_ky_khong_phat_sinh_noi_mot_cau_khong_ke_so_khong():
    van = viet(cung_ky={"XLD_6": 3})

    assert van["I.1.a"] == (
        "Trong kỳ không phát sinh đơn khiếu nại thuộc thẩm quyền, giảm 03 đơn (100,00%) so với cùng kỳ năm 2025."
    )
    assert van["II.2"] == "Trong kỳ không phát sinh đơn."
    assert van["II.3.b"] == "Trong kỳ không phát sinh vụ việc tố cáo thuộc thẩm quyền."
    assert van["II.6"] == "Trong kỳ không phát sinh văn bản chỉ đạo, lớp tập huấn, cuộc thanh tra trách nhiệm."
    assert (van["III.1"], van["I.2"], van["VI"]) == ("", "", "")


def test_tinh_hinh_khieu_nai_so_voi_cung_ky_va_theo_linh_vuc():
    van = viet(cung_ky={"XLD_6": 3, "XLD_10": 3}, XLD_6=4, XLD_7=4, XLD_10=3, XLD_11=1)

    assert van["I.1.a"] == (
        "Trong kỳ, Trung tâm xử lý 04 đơn khiếu nại thuộc thẩm quyền, tăng 01 đơn (33,33%) so với cùng kỳ năm 2025.\n\n"
        "Phân theo lĩnh vực: 03 đơn về chế độ, chính sách (chiếm 75,00%), 01 đơn về lĩnh vực khác (chiếm 25,00%)."
    )
    assert van["I.2"] == "So với cùng kỳ năm 2025, đơn khiếu nại về lĩnh vực khác tăng nhiều nhất (01 đơn)."


def test_cung_ky_bang_khong_thi_khong_co_ty_le():
    assert viet(XLD_12=2, XLD_15=2)["I.1.b"].startswith(
        "Trong kỳ, Trung tâm xử lý 02 đơn tố cáo thuộc thẩm quyền, tăng 02 đơn so với cùng kỳ năm 2025."
    )


def test_tiep_dan_so_ngay_cua_nguoi_dung_dau_canh_yeu_cau_cua_luat():
    van = viet(TCD_1=12, TCD_2=15, TCD_3=10, TCD_5=12, TCD_6=15, TCD_7=10, TCD_10=8)

    assert van["II.1"].splitlines()[-1] == (
        "Người đứng đầu trực tiếp tiếp công dân 08 ngày (yêu cầu ít nhất 09 ngày trong kỳ), không có công dân đến."
    )
    assert "chưa đủ 09 ngày" in van["III.2"]


def test_tien_dat_va_kien_nghi_chi_ke_dieu_co():
    van = viet(GQKN_1=1, GQKN_2=1, GQKN_4=1, GQKN_7=1, GQKN_8=1, GQKN_13=125, GQKN_19=2)

    assert van["II.3.a"].splitlines()[-1] == (
        "Qua giải quyết: thu hồi cho Nhà nước 125 triệu đồng; kiến nghị xử lý 02 người."
    )


def test_so_trong_van_giu_o_cua_no_va_biet_minh_da_doi():
    so = so_lieu(KY, XLD_6=5).bieu
    doan = "Trung tâm xử lý 04{02/XLD:6} đơn, không{02/XLD:12} tố cáo, ô 07{09/KHAC:1} lạ."

    phan = cac_phan(doan, so)

    assert phan[1] == SoTrongVan("02/XLD", 6, "04", "05")
    assert (phan[1].da_doi, phan[3].da_doi) == (True, False)
    assert phan[-1] == " tố cáo, ô 07{09/KHAC:1} lạ."
    assert cap_nhat_so(doan, so).startswith("Trung tâm xử lý 05{02/XLD:6} đơn, không{02/XLD:12}")
    assert chu_thuan("04{02/XLD:6} đơn") == "04 đơn"


def test_doan_va_gach_dau_dong():
    assert doan_cua("Một đoạn.\n\n- mục một\n -  mục hai\n-\n") == (
        ("Một đoạn.", False),
        ("mục một", True),
        ("mục hai", True),
    )


def test_de_cuong_du_muc_va_so_in():
    van = viet()

    assert set(van) == {muc.khoa for muc in DE_CUONG if muc.co_van}
    assert [(muc.so, muc.cap) for muc in DE_CUONG[:5]] == [("I", 1), ("1", 2), ("a)", 3), ("b)", 3), ("2", 2)]
