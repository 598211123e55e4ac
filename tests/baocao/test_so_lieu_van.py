"""Facts that no form holds count dates on the row and stop at the ends of the period."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from baocao.du_kien_van import (
    BaoVeNguoiToCao,
    ChuyenKySau,
    DungHan,
    HaiKy,
    HoatDongTrongKy,
    KeHoachTrongKy,
    KetQuaDon,
    TonTai,
    ViecKeHoach,
)
from baocao.ky import ky_hien_tai, lap_ky
from baocao.models import HoatDong, KeHoach, MinhChung, NhiemVu, PhatHien, ThamDu
from baocao.so_lieu_van import ky_tiep_theo, tinh_so_lieu_van
from donthu.models import BaoVe, HanViec, VuViec
from donthu.phan_loai import LoaiDon
from tiepdan.models import LuotTiep
from tochuc.vai_tro import VaiTro

KY = lap_ky("Q2", 2026)  # 15/03 - 14/06
TRUOC, DAU, CUOI, SAU = date(2026, 3, 14), date(2026, 3, 15), date(2026, 6, 14), date(2026, 6, 15)
BON_NGAY = (TRUOC, DAU, CUOI, SAU)
THUOC = {
    "ngay_xu_ly": date(2026, 3, 20),
    "du_dieu_kien": True,
    "thuoc_tham_quyen": True,
    "huong_xu_ly": "de_xuat_thu_ly",
}


@pytest.fixture
def tao_han(tao_don):
    """A clock of a petition; `xong`: the day on which it was closed."""

    def tao(viec, han, xong=None, don=None, **khac):
        don = don or tao_don()
        return HanViec.objects.create(
            don=don, chu_the=f"don:{don.pk}", viec=viec, tu_ngay=date(2026, 1, 2), han=han, han_goc=han, ngay_xong=xong,
            quyen="phan_loai", **khac,
        )  # fmt: skip

    return tao


def test_don_moi_va_bon_quy_dem_theo_ngay_nhan(tao_don):
    for ngay in (*BON_NGAY, date(2025, 6, 15)):
        tao_don(ngay_nhan=ngay)
    tao_don(loai=LoaiDon.KHAC, ngay_nhan=DAU)

    them = tinh_so_lieu_van(KY)

    assert them.don_moi == 2
    assert [(str(quy), so) for quy, so in them.bon_quy] == [
        ("Q3/2025", 1),
        ("Q4/2025", 0),
        ("Q1/2026", 1),
        ("Q2/2026", 2),
    ]


def test_bon_quy_cua_nam_la_bon_quy_cua_nam_do():
    assert [str(ky) for ky in (ky_tiep_theo(lap_ky(ma, 2026)) for ma in ("Q1", "6T", "9T", "N"))] == [
        "Q2/2026", "Q3/2026", "Q4/2026", "N/2027"
    ]  # fmt: skip


def test_linh_vuc_va_don_vi_bo_to_cao(tao_don, tao_don_vi):
    khoa = tao_don_vi(ten="Khoa Nội")
    for ngay in (DAU, date(2025, 4, 1)):
        tao_don(ngay_nhan=ngay, don_vi=khoa)
        tao_don(ngay_nhan=ngay, don_vi=khoa, loai=LoaiDon.TO_CAO)
    tao_don(ngay_nhan=CUOI, don_vi=khoa)

    them = tinh_so_lieu_van(KY)

    assert [(muc.ma, muc.nay, muc.cung_ky) for muc in them.linh_vuc] == [("02", 2, 1)]
    assert them.don_vi == (HaiKy("Khoa Nội", 2, 1),)


def test_kien_nghi_phan_anh_cong_hai_loai(tao_don):
    tao_don(ngay_nhan=TRUOC)
    tao_don(
        loai=LoaiDon.KIEN_NGHI, ngay_nhan=DAU, **THUOC, ngay_thu_ly=date(2026, 3, 20), ngay_ban_hanh=CUOI,
        trang_thai="ket_thuc", ngay_ket_thuc=CUOI,
    )  # fmt: skip
    tao_don(ngay_nhan=TRUOC, trang_thai="ket_thuc", ngay_ket_thuc=TRUOC)
    tao_don(loai=LoaiDon.KHIEU_NAI, ngay_nhan=DAU)

    assert tinh_so_lieu_van(KY).kien_nghi == KetQuaDon(tong=2, moi=1, tra_loi=1, con=1)


def test_chuyen_ky_sau_theo_dau_hieu(tao_don):
    tao_don(ngay_nhan=DAU, phuc_tap=True, so_nguoi=5)
    tao_don(ngay_nhan=CUOI, da_gui_cap_tren=True, **THUOC | {"ngay_xu_ly": SAU})
    tao_don(ngay_nhan=date(2026, 4, 29), **THUOC | {"ngay_xu_ly": SAU})  # 46 days on the last day
    tao_don(ngay_nhan=date(2026, 4, 30))  # 45 days
    tao_don(ngay_nhan=DAU, trang_thai="ket_thuc", ngay_ket_thuc=CUOI)
    tao_don(ngay_nhan=DAU, loai=LoaiDon.KHAC, so_nguoi=9)

    assert tinh_so_lieu_van(KY).chuyen_ky_sau == ChuyenKySau(
        tong=4, phuc_tap=1, dong_nguoi=1, vuot_cap=1, keo_dai=0, qua_45_ngay=2
    )


def test_dung_han_cua_luat_va_theo_don_vi(tao_han, tao_don, tao_don_vi):
    khoa = tao_don_vi(ten="Khoa Nội")
    don = tao_don(don_vi=khoa)
    tao_han("C6", DAU, xong=DAU, don=don)
    tao_han("C6", CUOI, xong=SAU, don=don)  # late, and not yet done at the end of the period
    tao_han("C6", date(2026, 4, 1), xong=date(2026, 4, 2), don=don)
    tao_han("C6", TRUOC, don=tao_don(don_vi=khoa))  # of another period
    tao_han("T6", DAU, don=tao_don(loai=LoaiDon.TO_CAO, don_vi=khoa))  # tố cáo: no unit shows
    tao_han("C6", DAU, dung_tu=date(2026, 3, 10), don=tao_don(don_vi=khoa))  # stands still: no last day yet
    tao_han("N1", DAU)  # the centre's own task
    tao_han("K17", DAU)  # a time that passes

    them = tinh_so_lieu_van(KY)

    assert them.dung_han == DungHan(tong=4, dung=1, tre=1)
    assert them.dung_han_don_vi == (DungHan("Khoa Nội", 3, 1, 1),)
    assert (them.dung_han_don_vi[0].chua, them.dung_han_don_vi[0].cham) == (1, 2)


def test_ky_dang_chay_chi_hoi_nhung_ngay_da_qua(tao_han, tao_don, tao_don_vi):
    hom_nay = timezone.localdate()
    ky, khoa = ky_hien_tai(hom_nay), tao_don_vi()
    tao_han("C6", hom_nay, don=tao_don(don_vi=khoa))

    them = tinh_so_lieu_van(ky)

    assert (them.tinh_den, them.dung_han.tong) == (hom_nay - timedelta(days=1), 0)
    assert tinh_so_lieu_van(KY).tinh_den is None


def test_luot_truc_tuyen_va_tu_choi(db):
    for so, (ngay, khac) in enumerate(
        (
            (DAU, {"hinh_thuc": "truc_tuyen"}),
            (CUOI, {"ket_qua": "tu_choi", "ly_do_tu_choi": "R1", "hinh_thuc": "truc_tuyen"}),
            (SAU, {"hinh_thuc": "truc_tuyen"}),
            (DAU, {}),
        )
    ):
        LuotTiep.objects.create(
            ma=f"L{so}", ngay=ngay, loai="PHAN_ANH", noi_dung="Hỏi", vu_viec=VuViec.objects.create(ma=f"V{so}"), **khac
        )

    them = tinh_so_lieu_van(KY)

    assert (them.tiep_truc_tuyen, them.tu_choi_tiep) == (1, 1)


def test_hoat_dong_ngoai_cot_cua_bieu_06(so_sach, tao_don_vi):
    khoa = tao_don_vi()
    hoat_dong = HoatDong.objects.get(ma="H5")
    ThamDu.objects.create(hoat_dong=hoat_dong, don_vi=khoa, phai_du=5, da_du=4)
    ThamDu.objects.create(hoat_dong=hoat_dong, don_vi=tao_don_vi(), phai_du=5)  # nobody came
    HoatDong.objects.filter(ma__in=("H7", "H8", "H10", "H9")).update(so_don_vi_vi_pham=1)
    for so, (loai, ngay) in enumerate(
        (("boi_duong", DAU), ("khen_thuong", CUOI), ("phe_binh", DAU), ("phe_binh", SAU))
    ):
        HoatDong.objects.create(
            ma=f"X{so}", loai=loai, ngay=ngay, don_vi=khoa, so_nguoi=3 if loai == "boi_duong" else 0
        )

    assert tinh_so_lieu_van(KY).hoat_dong == HoatDongTrongKy(
        tuyen_truyen_du=100,  # H6 does not say who should have come
        tuyen_truyen_phai=120,
        tuyen_truyen_don_vi=1,
        boi_duong=1,
        boi_duong_nguoi=3,
        kiem_tra=1,
        kiem_tra_don_vi=35,
        kiem_tra_vi_pham=1,
        thanh_tra_vi_pham=2,  # H8 and H10 run in the period, H9 was concluded before
        khen_thuong=1,
        phe_binh=1,
    )


def test_ton_tai_sau_kiem_tra(tao_don_vi):
    khoa = tao_don_vi()
    cu = HoatDong.objects.create(ma="K0", loai="kiem_tra", ngay=TRUOC, so_don_vi=1)
    moi = HoatDong.objects.create(ma="K1", loai="kiem_tra", ngay=DAU, so_don_vi=1)
    for hoat_dong, han, xong in (
        (moi, CUOI, CUOI),
        (moi, CUOI, SAU),  # mended after the period: overdue at its end
        (moi, SAU, None),
        (cu, DAU, None),
    ):
        PhatHien.objects.create(
            hoat_dong=hoat_dong, don_vi=khoa, noi_dung="Chưa niêm yết", han_khac_phuc=han, ngay_khac_phuc=xong,
            bien_phap="Đã niêm yết" if xong else "",
        )  # fmt: skip

    assert tinh_so_lieu_van(KY).ton_tai == TonTai(tong=3, da_khac_phuc=1, qua_han=2)


def test_bao_ve_dem_theo_ngay_quyet_dinh(tao_don):
    def bao_ve(quyet_dinh, ngay, **khac):
        BaoVe.objects.create(
            don=tao_don(loai=LoaiDon.TO_CAO), ngay_de_nghi=DAU, quyet_dinh=quyet_dinh, ngay_quyet_dinh=ngay, **khac
        )

    bao_ve("ap_dung", CUOI, ngay_cham_dut=CUOI)
    bao_ve("chuyen", SAU)
    bao_ve("tu_choi", DAU)
    bao_ve("cho", None)

    assert tinh_so_lieu_van(KY).bao_ve == BaoVeNguoiToCao(de_nghi=4, ap_dung=1, chuyen=0, tu_choi=1, cham_dut=1)


def test_nhiem_vu_den_han_qua_han_va_ky_sau(tao_don_vi):
    khoa = tao_don_vi(ten="Khoa Nội")
    ke_hoach = KeHoach.objects.create(ten="Kế hoạch", ngay=TRUOC, nam=2026)
    for noi_dung, han, xong in (
        ("xong", CUOI, CUOI),
        ("muộn", CUOI, SAU),
        ("cũ", TRUOC, None),
        ("sau", date(2026, 9, 14), None),
        ("sau nữa", date(2026, 9, 15), None),
    ):
        NhiemVu.objects.create(
            ke_hoach=ke_hoach, nhom="bao_cao", noi_dung=noi_dung, don_vi=khoa, ngay_giao=date(2026, 1, 5), han=han,
            ngay_xong=xong, tien_do=100 if xong else 0, minh_chung="Báo cáo" if xong else "",
        )  # fmt: skip

    assert tinh_so_lieu_van(KY).ke_hoach == KeHoachTrongKy(
        den_han=2,
        da_xong=1,
        qua_han=(ViecKeHoach("cũ", TRUOC, "Khoa Nội"), ViecKeHoach("muộn", CUOI, "Khoa Nội")),
        ky_sau=(ViecKeHoach("sau", date(2026, 9, 14), "Khoa Nội"),),
    )


def test_mo_hom_thu_trong_ky(tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC)
    for ngay in BON_NGAY:
        MinhChung.objects.create(loai="mo_hom_thu", ngay=ngay, so_nguoi=3, so_thu=4, nguoi=nguoi, luc=timezone.now())
    MinhChung.objects.create(loai="noi_quy", ngay=DAU, nguoi=nguoi, luc=timezone.now())

    them = tinh_so_lieu_van(KY)

    assert (them.mo_hom_thu, them.thu_trong_hom) == (2, 8)


def test_so_cau_hoi_khong_theo_so_dong(so_sach, tao_don, django_assert_num_queries):
    tao_don(ngay_nhan=DAU)

    with django_assert_num_queries(17):
        tinh_so_lieu_van(KY)
