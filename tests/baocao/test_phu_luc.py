"""Annexes count dates on the row and stop at the ends of the period; a number links only to exactly its rows."""

from datetime import date
from itertools import count
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from baocao.bang_phu_luc import BangPhuLuc, cac_dong
from baocao.ky import lap_ky
from baocao.models import MinhChung
from baocao.phu_luc import cac_bang, chuyen_ky_sau, vu_viec_dang_luu_y
from donthu.bo_loc import BoLocDon
from donthu.models import DonThu, HanViec, LinhVuc
from tochuc.vai_tro import VaiTro

KY = lap_ky("Q2", 2026)  # 15/03 - 14/06
DA_XU_LY = {"ngay_xu_ly": date(2026, 3, 20), "du_dieu_kien": True}
THUOC = {**DA_XU_LY, "thuoc_tham_quyen": True, "huong_xu_ly": "de_xuat_thu_ly", "ngay_thu_ly": date(2026, 3, 20)}
CHUYEN = {
    **DA_XU_LY,
    "thuoc_tham_quyen": False,
    "huong_xu_ly": "chuyen_don",
    "trang_thai": "da_chuyen",
    "ngay_ket_thuc": date(2026, 3, 20),
}


def bang(ma):
    return next(muc for muc in cac_bang(KY) if muc.ma == ma)


@pytest.fixture
def tao_han(tao_don):
    so = count(1)

    def tao(viec, han, xong=None, don=None):
        HanViec.objects.create(
            don=don or tao_don(), chu_the=f"don:{next(so)}", viec=viec, tu_ngay=date(2026, 3, 1), han=han, han_goc=han,
            ngay_xong=xong, quyen="phan_loai",
        )  # fmt: skip

    return tao


# --- The table --------------------------------------------------------------------------------------------------------


def test_cong_duoi_nhieu_dong_chi_cong_so_dem():
    assert cac_dong([("A", 1000, "2,5"), ("B", 234, "")]) == (
        ("A", "1.000", "2,5"),
        ("B", "234", ""),
        ("Cộng", "1.234", ""),
    )
    assert cac_dong([("A", 1, "2,5")]) == (("A", "1", "2,5"),)
    assert cac_dong([]) == ()


def test_so_khong_khong_co_lien_ket():
    bang = BangPhuLuc("m", "Tên", ("Loại", "Số"), (("A", "0"), ("B", "2")), {(0, 1): "/a", (1, 1): "/b"})

    assert bang.dong_nhan == [[("Loại", "A", ""), ("Số", "0", "")], [("Loại", "B", ""), ("Số", "2", "/b")]]


# --- The annexes ------------------------------------------------------------------------------------------------------


def test_ty_le_khong_chia_cho_khong(so_sach):
    assert bang("ty-le").dong == (
        ("Tỷ lệ đơn đã xử lý", "02/XLD: cột 2 / cột 1", "20", "23", "86,96%"),
        ("Tỷ lệ khiếu nại thuộc thẩm quyền đã giải quyết", "03/GQKN: (cột 7 + cột 6) / cột 2", "4", "6", "66,67%"),
        ("Tỷ lệ tố cáo thuộc thẩm quyền đã giải quyết", "04/GQTC: (cột 7 + cột 6) / cột 2", "6", "5", "120,00%"),
        ("Tỷ lệ quyết định giải quyết khiếu nại đã thi hành xong", "05/KQTH: cột 2 / cột 1", "2", "5", "40,00%"),
        ("Tỷ lệ kết luận nội dung tố cáo đã thực hiện xong", "05/KQTH: cột 17 / cột 16", "1", "6", "16,67%"),
    )


def test_ty_le_ky_khong_co_don(db):
    assert {dong[-1] for dong in bang("ty-le").dong} == {"không tính"}


def test_kien_nghi_phan_anh_theo_ket_qua(tao_don):
    tao_don(ngay_nhan=date(2026, 3, 14))  # carried over, still open
    tao_don(ngay_nhan=date(2026, 3, 15), ngay_ban_hanh=date(2026, 3, 25), **THUOC)
    tao_don(ngay_nhan=date(2026, 3, 16), **CHUYEN)
    tao_don(ngay_nhan=date(2026, 1, 2), trang_thai="ket_thuc", ngay_ket_thuc=date(2026, 3, 14))  # closed before
    tao_don(ngay_nhan=date(2026, 6, 15))  # after

    assert bang("kien-nghi-phan-anh").dong == (("Phản ánh", "3", "2", "1", "1", "0", "0", "2"),)


def test_theo_nguon_va_so_ngay_tra_loi(tao_don):
    for nhan, tra_loi in ((date(2026, 4, 1), date(2026, 4, 5)), (date(2026, 4, 1), date(2026, 4, 8))):
        tao_don(nguon="duong_day_nong", ngay_nhan=nhan, ngay_ban_hanh=tra_loi)
    tao_don(nguon="hom_thu", ngay_nhan=date(2026, 4, 1))

    assert bang("theo-nguon").dong == (
        ("Đường dây nóng", "2", "2", "5,5"),
        ("Hòm thư góp ý", "1", "0", ""),
        ("Cộng", "3", "2", ""),
    )


def test_duong_day_nong_theo_ket_qua_va_thoi_gian(tao_don):
    for so_ngay in (0, 1, 3, 4, 10, 11):
        tao_don(nguon="duong_day_nong", ngay_nhan=date(2026, 4, 1), ngay_ban_hanh=date(2026, 4, 1 + so_ngay))
    tao_don(nguon="duong_day_nong", ngay_nhan=date(2026, 3, 16), **CHUYEN)
    tao_don(nguon="duong_day_nong", loai="KN", ngay_nhan=date(2026, 6, 14))
    tao_don(nguon="hom_thu", ngay_nhan=date(2026, 4, 1), ngay_ban_hanh=date(2026, 4, 1))

    assert bang("duong-day-nong").dong == (
        ("Khiếu nại", "1", "0", "0", "0", "0", "1"),
        ("Phản ánh", "7", "6", "1", "0", "0", "6"),
        ("Cộng", "8", "6", "1", "0", "0", "7"),
    )
    assert bang("duong-day-nong-thoi-gian").dong == (("Phản ánh", "6", "1", "2", "2", "1"),)


def test_hom_thu_theo_lan_mo_va_theo_loai(tao_don, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC)
    for ngay, so_nguoi, so_thu in (
        (date(2026, 3, 14), 3, 9),
        (date(2026, 4, 6), 4, 2),
        (date(2026, 4, 13), 2, 0),
        (date(2026, 5, 4), 3, None),
    ):
        MinhChung.objects.create(
            loai="mo_hom_thu", ngay=ngay, so_nguoi=so_nguoi, so_thu=so_thu, nguoi=nguoi, luc=timezone.now()
        )
    tao_don(nguon="hom_thu", ngay_nhan=date(2026, 4, 6))
    tao_don(nguon="hom_thu", loai="KHAC", ngay_nhan=date(2026, 4, 6), ngay_ban_hanh=date(2026, 4, 7))

    assert bang("hom-thu-mo").dong == (
        ("04/2026", "2", "2", "1", "2"),
        ("05/2026", "1", "3", "0", "0"),
        ("Cộng", "3", "", "1", "2"),
    )
    assert bang("hom-thu").dong == (
        ("Phản ánh", "1", "0", "0", "0", "0", "1"),
        ("Ý kiến khác", "1", "1", "0", "0", "0", "1"),
        ("Cộng", "2", "1", "0", "0", "0", "2"),
    )


def test_theo_linh_vuc_goc_so_voi_cung_ky(tao_don):
    tao_don(ngay_nhan=date(2026, 4, 1))
    tao_don(ngay_nhan=date(2025, 4, 1))
    tao_don(ngay_nhan=date(2025, 4, 2))
    tao_don(ngay_nhan=date(2026, 4, 1), linh_vuc=LinhVuc.objects.get(ma="04.01"))

    muc_02, muc_04 = (LinhVuc.objects.get(ma=ma).ten for ma in ("02", "04"))

    assert bang("theo-linh-vuc").dong == ((muc_02, "1", "2", "-1"), (muc_04, "1", "0", "+1"), ("Cộng", "2", "2", "0"))


def test_ty_le_dung_han_cua_luat_khong_gom_viec_noi_bo(tao_han):
    tao_han("K4", date(2026, 4, 10), date(2026, 4, 10))
    tao_han("K4", date(2026, 4, 10), date(2026, 4, 11))
    tao_han("K4", date(2026, 6, 14))
    tao_han("N1", date(2026, 4, 10))
    tao_han("N2", date(2026, 4, 10))

    assert bang("dung-han").dong == (("Thụ lý hoặc thông báo không thụ lý khiếu nại", "3", "1", "1", "1", "33,33%"),)


def test_dung_han_theo_don_vi_khong_gom_to_cao(tao_han, tao_don, tao_don_vi):
    khoa_a, khoa_b = tao_don_vi(ten="Khoa A"), tao_don_vi(ten="Khoa B")
    tao_han("C6", date(2026, 4, 10), date(2026, 4, 10), tao_don(don_vi=khoa_a))
    tao_han("C6", date(2026, 4, 10), None, tao_don(don_vi=khoa_b))
    tao_han("T6", date(2026, 4, 10), None, tao_don(loai="TC", don_vi=khoa_a))

    assert bang("dung-han-don-vi").dong == (
        ("Khoa A", "1", "1", "0", "0", "100,00%"),
        ("Khoa B", "1", "0", "0", "1", "0,00%"),
        ("Cộng", "2", "1", "0", "1", "50,00%"),
    )


def test_chuyen_ky_sau_theo_dau_hieu(tao_don):
    tao_don(ngay_nhan=date(2026, 4, 1), so_nguoi=6, phuc_tap=True)
    tao_don(ngay_nhan=date(2026, 6, 1))

    assert [dong[1] for dong in bang("chuyen-ky-sau").dong] == ["2", "1", "1", "0", "0", "1"]


# --- Links ------------------------------------------------------------------------------------------------------------


def test_moi_lien_ket_mo_dung_so_don_da_dem(tao_don):
    """The register under the link's filters holds exactly as many petitions as the number says."""
    for nguon in ("duong_day_nong", "hom_thu", "buu_chinh"):
        for loai in ("PHAN_ANH", "KIEN_NGHI", "KHAC"):
            for ngay in (date(2026, 3, 14), date(2026, 3, 15), date(2026, 6, 14), date(2026, 6, 15), date(2025, 6, 14)):
                tao_don(nguon=nguon, loai=loai, ngay_nhan=ngay)

    da_thu = 0
    for muc in cac_bang(KY):
        for dong in muc.dong_nhan:
            for _, chu, dia_chi in dong:
                if dia_chi.startswith("/"):
                    loc = {ten: gia_tri[0] for ten, gia_tri in parse_qs(urlsplit(dia_chi).query).items()}
                    bo_loc = BoLocDon(loc, queryset=DonThu.objects.all())
                    assert bo_loc.form.is_valid(), bo_loc.form.errors
                    assert (muc.ma, str(bo_loc.qs.count())) == (muc.ma, chu)
                    da_thu += 1

    assert da_thu == 2 + 3 + 3 + 3 + 2  # kiến nghị phản ánh, nguồn, đường dây nóng, hòm thư, lĩnh vực


# --- Lists ------------------------------------------------------------------------------------------------------------


def test_danh_sach_chi_gom_don_duoc_biet(tao_don, tao_nguoi):
    tchc, lanh_dao = tao_nguoi(VaiTro.TCHC), tao_nguoi(VaiTro.LANH_DAO)
    con = tao_don(ngay_nhan=date(2026, 4, 1), so_nguoi=6)
    to_cao = tao_don(loai="TC", ngay_nhan=date(2026, 4, 2), nguoi_bi_to_cao=[lanh_dao])
    tao_don(ngay_nhan=date(2026, 4, 3), trang_thai="luu_don", ngay_ket_thuc=date(2026, 4, 4))

    assert list(chuyen_ky_sau(tchc, KY)) == [con, to_cao]
    assert list(chuyen_ky_sau(lanh_dao, KY)) == [con]
    assert dict(vu_viec_dang_luu_y(lanh_dao, KY))["Đông người"].get() == con


def test_so_cau_hoi_khong_theo_so_don(tao_don, django_assert_num_queries):
    tao_don(ngay_nhan=date(2026, 4, 1), nguon="hom_thu")

    with django_assert_num_queries(19):  # eight for the forms behind the ratios
        cac_bang(KY)
    for _ in range(2):
        tao_don(ngay_nhan=date(2026, 4, 1), nguon="hom_thu")
    with django_assert_num_queries(19):
        cac_bang(KY)
