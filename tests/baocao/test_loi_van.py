"""Figures inside sentences: how one stays tied to its cell, and what a page or a person does with it."""

from baocao.ky import lap_ky
from baocao.loi_van import DE_CUONG, SoTrongVan, cac_phan, cap_nhat_so, chu_thuan, dau_sai, doan_cua
from tests.baocao.ky_mau import so_lieu

KY = lap_ky("9T", 2026)
NAY = so_lieu(KY, XLD_1=14, XLD_2=13, XLD_3=12, XLD_6=5).bieu
CUNG_KY = so_lieu(KY.cung_ky(), XLD_6=3).bieu


def cac_so(doan):
    return [(so.chu, so.chu_nay) for so in cac_phan(doan, NAY, CUNG_KY) if isinstance(so, SoTrongVan)]


def test_so_giu_o_cua_no_va_biet_minh_da_doi():
    doan = "Trung tâm xử lý 04{02/XLD:6} đơn, không{02/XLD:12} tố cáo, ô 07{09/KHAC:1} lạ."

    phan = cac_phan(doan, NAY)

    assert phan[1] == SoTrongVan("02/XLD", 6, "04", "05")
    assert (phan[1].da_doi, phan[3].da_doi) == (True, False)
    assert phan[-1] == " tố cáo, ô 07{09/KHAC:1} lạ."


def test_so_tinh_tu_nhieu_o():
    doan = (
        "còn 02{02/XLD:1-2} đơn, không đủ 01{02/XLD:2-3}, đạt 92,00%{02/XLD:2/1}, "
        "tăng 01{02/XLD:6±} đơn (33,33%{02/XLD:6±%})"
    )

    assert cac_so(doan) == [
        ("02", "01"),
        ("01", "01"),
        ("92,00%", "92,86%"),
        ("tăng 01", "tăng 02"),
        ("33,33%", "66,67%"),
    ]


def test_khong_o_dau_cau_va_bang_cung_ky():
    assert cac_so("Không{02/XLD:12} có đơn tố cáo, bằng{02/XLD:12±} cùng kỳ") == [("Không", "không"), ("bằng", "bằng")]
    assert not any(so.da_doi for so in cac_phan("Không{02/XLD:12} có", NAY, CUNG_KY) if isinstance(so, SoTrongVan))


def test_thieu_so_cung_ky_thi_bien_dong_giu_nhu_da_viet():
    assert cac_phan("giảm 09{02/XLD:6±} đơn", NAY)[0] == SoTrongVan("02/XLD", 6, "giảm 09", "giảm 09")


def test_cap_nhat_chi_thay_so_vua_voi_cau():
    doan = (
        "xử lý 04{02/XLD:6} đơn, tăng 01{02/XLD:6±} đơn (33,33%{02/XLD:6±%}); không{02/XLD:1} phát sinh; "
        "bằng{02/XLD:6±} cùng kỳ; đạt 50,00%{02/XLD:12/13}"
    )

    assert cap_nhat_so(doan, NAY, CUNG_KY) == (
        "xử lý 05{02/XLD:6} đơn, tăng 02{02/XLD:6±} đơn (66,67%{02/XLD:6±%}); không{02/XLD:1} phát sinh; "
        "bằng{02/XLD:6±} cùng kỳ; đạt 50,00%{02/XLD:12/13}"
    )


def test_ban_in_khong_con_dau_o():
    assert chu_thuan("tăng 01{02/XLD:6±} đơn, đạt 92,86%{02/XLD:2/1}") == "tăng 01 đơn, đạt 92,86%"


def test_dau_ngoac_khong_thanh_con_so_thi_bi_chi_ra():
    assert dau_sai("04{02/XLD:6} đơn, 05{02/XLD:99} đơn, {02/XLD:6} đơn, 06{2/XLD}", NAY) == [
        "05{02/XLD:99}",
        "{02/XLD:6}",
        "06{2/XLD}",
    ]
    assert dau_sai("04{02/XLD:6} đơn, đạt 92,86%{02/XLD:2/1}", NAY) == []


def test_doan_va_gach_dau_dong():
    assert doan_cua("Một đoạn.\n\n- mục một\n -  mục hai\n-\n") == (
        ("Một đoạn.", False),
        ("mục một", True),
        ("mục hai", True),
    )


def test_so_in_cua_de_cuong():
    assert [(muc.so, muc.cap) for muc in DE_CUONG[:5]] == [("I", 1), ("1", 2), ("a)", 3), ("b)", 3), ("2", 2)]
