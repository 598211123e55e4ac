"""Annexes count dates on the row and stop at the ends of the period."""

from datetime import date

from baocao.ky import lap_ky
from baocao.phu_luc import cac_bang, chuyen_ky_sau, vu_viec_dang_luu_y
from donthu.models import HanViec, LinhVuc
from tochuc.vai_tro import VaiTro

KY = lap_ky("Q2", 2026)  # 15/03 - 14/06


def bang(ma):
    return next(muc.dong for muc in cac_bang(KY) if muc.ma == ma)


def test_kien_nghi_phan_anh_theo_ket_qua(tao_don):
    da_xu_ly = {"ngay_xu_ly": date(2026, 3, 20), "du_dieu_kien": True}
    thuoc = {**da_xu_ly, "thuoc_tham_quyen": True, "huong_xu_ly": "de_xuat_thu_ly", "ngay_thu_ly": date(2026, 3, 20)}
    tao_don(ngay_nhan=date(2026, 3, 14))  # carried over, still open
    tao_don(ngay_nhan=date(2026, 3, 15), ngay_ban_hanh=date(2026, 3, 25), **thuoc)
    tao_don(
        ngay_nhan=date(2026, 3, 16),
        **da_xu_ly,
        thuoc_tham_quyen=False,
        huong_xu_ly="chuyen_don",
        trang_thai="da_chuyen",
        ngay_ket_thuc=date(2026, 3, 20),
    )
    tao_don(ngay_nhan=date(2026, 1, 2), trang_thai="ket_thuc", ngay_ket_thuc=date(2026, 3, 14))  # closed before
    tao_don(ngay_nhan=date(2026, 6, 15))  # after

    assert bang("kien-nghi-phan-anh") == (("Phản ánh", "3", "2", "1", "1", "0", "0", "2"),)


def test_theo_nguon_va_so_ngay_tra_loi(tao_don):
    for nhan, tra_loi in ((date(2026, 4, 1), date(2026, 4, 5)), (date(2026, 4, 1), date(2026, 4, 8))):
        tao_don(nguon="duong_day_nong", ngay_nhan=nhan, ngay_ban_hanh=tra_loi)
    tao_don(nguon="hom_thu", ngay_nhan=date(2026, 4, 1))

    assert bang("theo-nguon") == (("Đường dây nóng", "2", "2", "5,5"), ("Hòm thư góp ý", "1", "0", ""))


def test_theo_linh_vuc_goc_so_voi_cung_ky(tao_don):
    tao_don(ngay_nhan=date(2026, 4, 1))
    tao_don(ngay_nhan=date(2025, 4, 1))
    tao_don(ngay_nhan=date(2025, 4, 2))

    ten = LinhVuc.objects.get(ma="02").ten

    assert bang("theo-linh-vuc") == ((ten, "1", "2", "-1"),)


def test_ty_le_dung_han(tao_don):
    don = tao_don()
    for so, (han, xong) in enumerate(
        ((date(2026, 4, 10), date(2026, 4, 10)), (date(2026, 4, 10), date(2026, 4, 11)), (date(2026, 6, 14), None))
    ):
        HanViec.objects.create(
            don=don, chu_the=f"don:{so}", viec="K4", tu_ngay=date(2026, 4, 1), han=han, han_goc=han, ngay_xong=xong,
            quyen="phan_loai",
        )  # fmt: skip

    assert bang("dung-han") == (("Thụ lý hoặc thông báo không thụ lý khiếu nại", "3", "1", "1", "1", "33,33%"),)


def test_danh_sach_chi_gom_don_duoc_biet(tao_don, tao_nguoi):
    tchc, lanh_dao = tao_nguoi(VaiTro.TCHC), tao_nguoi(VaiTro.LANH_DAO)
    con = tao_don(ngay_nhan=date(2026, 4, 1), so_nguoi=6)
    to_cao = tao_don(loai="TC", ngay_nhan=date(2026, 4, 2), nguoi_bi_to_cao=[lanh_dao])
    tao_don(ngay_nhan=date(2026, 4, 3), trang_thai="luu_don", ngay_ket_thuc=date(2026, 4, 4))

    assert list(chuyen_ky_sau(tchc, KY.den_ngay)) == [con, to_cao]
    assert list(chuyen_ky_sau(lanh_dao, KY.den_ngay)) == [con]
    assert dict(vu_viec_dang_luu_y(lanh_dao, KY.den_ngay))["Đông người"].get() == con
