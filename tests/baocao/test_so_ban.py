"""What a corrected report shows against the version before."""

from baocao.ky import lap_ky
from baocao.so_ban import so_hai_ban
from tests.baocao.ky_mau import so_lieu

KY = lap_ky("9T", 2026)


def test_o_khac_theo_thu_tu_bieu_co_cu_moi_hieu():
    khac = so_hai_ban(so_lieu(KY, XLD_6=4, TCD_1=10), so_lieu(KY, XLD_6=5, TCD_1=8), {}, {})

    assert [(o.bieu.ma, o.cot.so, o.bien_dong.truoc, o.bien_dong.nay, o.bien_dong.chu_hieu) for o in khac.cac_o] == [
        ("01/TCD", 1, 10, 8, "-2"),
        ("02/XLD", 6, 4, 5, "+1"),
    ]


def test_muc_khac_tung_chu_khong_tinh_o_va_khoang_trang():
    khac = so_hai_ban(
        so_lieu(KY),
        so_lieu(KY),
        {"IV": "Số đơn 04{02/XLD:6} ổn định.", "V": "Một  dòng.", "VI": "Không có kiến nghị."},
        {"IV": "Số đơn 05{02/XLD:6} ổn định.", "V": "Một\ndòng.", "VI": "Không có kiến nghị."},
    )

    assert [(muc.muc.khoa, muc.manh) for muc in khac.cac_muc] == [
        ("IV", (("giu", "Số đơn"), ("bo", "04"), ("them", "05"), ("giu", "ổn định.")))
    ]


def test_cau_viet_lai_khong_bam_nho_vi_vai_chu_trung():
    khac = so_hai_ban(
        so_lieu(KY), so_lieu(KY), {"I.2": "công dân gửi đơn chưa đúng nơi"}, {"I.2": "người gửi không đúng"}
    )

    assert khac.cac_muc[0].manh == (
        ("bo", "công dân gửi đơn chưa đúng nơi"),
        ("them", "người gửi không đúng"),
    )


def test_hai_ban_nhu_nhau():
    assert not so_hai_ban(so_lieu(KY), so_lieu(KY), {"IV": "Một."}, {"IV": "Một."})
