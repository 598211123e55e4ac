"""The scorecards: each criterion on rows at its edges, the card of a unit, the rows behind a number."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from baocao.cham_diem import NGUON, cham_diem, don_vi_duoc_cham, nam_diem, xep_thu_tu
from baocao.ky import ky_hien_tai
from baocao.models import HoatDong, PhatHien, ThamDu
from baocao.models.hoat_dong import LoaiHoatDong
from baocao.tieu_chi import NhomTieuChi, XepLoai
from donthu.models import DonThu, HanViec, LanGui, LichSu, PhanCong
from donthu.phan_loai import HuongXuLy, LoaiDon, NguonDon
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tiepdan.hinh_thuc import NguoiTiep
from tiepdan.models import LuotTiep
from tochuc.lich import Lich
from tochuc.vai_tro import Quyen, VaiTro

LICH = Lich({}, {}, {})
HOM_NAY = date(2026, 11, 20)  # a Friday
NAM = nam_diem(2026, HOM_NAY, LICH)


@pytest.mark.parametrize(
    ("nam", "hom_nay", "mong_doi"),
    [
        (2026, HOM_NAY, (date(2025, 12, 15), HOM_NAY, date(2026, 11, 19), date(2026, 11, 13))),
        # A Sunday: the five working days are those up to Friday.
        (2026, date(2026, 11, 22), (date(2025, 12, 15), date(2026, 11, 22), date(2026, 11, 21), date(2026, 11, 13))),
        (2025, HOM_NAY, (date(2024, 12, 15), date(2025, 12, 14), date(2025, 12, 14), date(2025, 12, 5))),
    ],
)
def test_nam_bao_cao_den_hom_nay(nam, hom_nay, mong_doi):
    cham = nam_diem(nam, hom_nay, LICH)

    assert (cham.tu, cham.den, cham.den_han, cham.im_lang_truoc) == mong_doi


# --- What each criterion counts ---------------------------------------------------------------------------------------


@pytest.fixture
def khoa(tao_don_vi):
    return tao_don_vi()


@pytest.fixture
def giao(tao_don, khoa):
    """A petition of the unit, accepted; `xong`: the day of its answer."""

    def tao(nhan=date(2026, 3, 2), xong=None, **khac) -> DonThu:
        mac_dinh = {
            "don_vi": khoa,
            "ngay_xu_ly": nhan,
            "huong_xu_ly": HuongXuLy.THU_LY,
            "du_dieu_kien": True,
            "thuoc_tham_quyen": True,
            "trang_thai": TrangThai.DA_BAN_HANH if xong else TrangThai.DANG_GIAI_QUYET,
            "ngay_ban_hanh": xong,
        }
        return tao_don(ngay_nhan=nhan, **mac_dinh | khac)

    return tao


def mo_han(don, han, xong=None, viec=Viec.GIAI_QUYET_KNPA, **khac):
    chung = {"chu_the": f"don:{don.pk}", "tu_ngay": don.ngay_nhan, "han_goc": han, "quyen": Quyen.GIAI_QUYET}
    return HanViec.objects.create(don=don, viec=viec, han=han, ngay_xong=xong, **chung | khac)


def giao_viec(don, ngay=date(2026, 11, 2), **khac):
    return PhanCong.objects.create(don=don, don_vi=don.don_vi, ngay_giao=ngay, **khac)


def di_buoc(don, ngay, buoc=Buoc.DON_DOC):
    LichSu.ghi(don, buoc, tu=don.trang_thai, den=don.trang_thai, ngay=ngay, nguoi=None)


def hoat_dong(loai, ngay=date(2026, 5, 4), **khac):
    return HoatDong.objects.create(ma=f"H{HoatDong.objects.count()}", loai=loai, ngay=ngay, **khac)


def dem(ma, khoa):
    return NGUON[ma].dem(NAM, [khoa.pk]).get(khoa.pk)


def test_a1_han_da_qua_trong_nam(giao, khoa, tao_don_vi):
    han = date(2026, 6, 1)
    mo_han(giao(), han, han)  # on its last day
    mo_han(giao(), han, han + timedelta(days=1))
    mo_han(giao(), han)
    mo_han(giao(), HOM_NAY - timedelta(days=1))  # ran out yesterday
    mo_han(giao(NAM.tu), NAM.tu, NAM.tu)
    mo_han(giao(), HOM_NAY)  # today has not passed
    mo_han(giao(NAM.tu - timedelta(days=9)), NAM.tu - timedelta(days=1), NAM.tu)  # of the year before
    mo_han(giao(), han, dung_tu=date(2026, 5, 1))  # stands still
    mo_han(giao(), han, viec=Viec.BAO_KET_QUA_TIEP)  # not the term of resolving
    mo_han(giao(don_vi=tao_don_vi()), han, han)

    assert dem("A1", khoa) == (2, 5)


def test_a2_chuyen_sang_va_nhan_trong_nam(giao, khoa):
    giao(NAM.tu - timedelta(days=20), NAM.tu)  # carried over, answered on the first day
    giao(NAM.tu - timedelta(days=20), NAM.tu - timedelta(days=1))  # answered before
    giao(xong=HOM_NAY)
    giao(HOM_NAY)
    giao(ngay_dinh_chi=date(2026, 4, 1), trang_thai=TrangThai.DA_DINH_CHI)  # withdrawn
    giao(loai=LoaiDon.KHAC)  # an opinion is no case

    assert dem("A2", khoa) == (3, 4)


def test_a3_gui_cho_chinh_nguoi_gui_don(giao, khoa):
    xong = date(2026, 6, 1)
    cac_don = [giao(xong=xong) for _ in range(4)]
    giao(xong=xong, cong_dan=None)  # nobody to answer

    def gui(don, noi_nhan, ngay):
        LanGui.objects.create(don=don, noi_nhan=noi_nhan, cach=LanGui.Cach.TRUC_TIEP, ngay=ngay)

    gui(cac_don[0], cac_don[0].nguoi_gui, xong)
    gui(cac_don[1], cac_don[1].nguoi_gui, xong - timedelta(days=1))  # of the acceptance, not of the answer
    gui(cac_don[2], "Sở Y tế", xong)

    assert dem("A3", khoa) == (1, 4)


def test_a4_lap_lai_sau_khi_da_giai_quyet(giao, khoa, tao_don):
    xong, sau, truoc = date(2026, 6, 1), date(2026, 7, 1), date(2026, 5, 1)
    trung_sau, trung_truoc, lan_hai, len_so, yen = [giao(xong=xong) for _ in range(5)]
    tao_don(ngay_nhan=sau, trung_voi=trung_sau)
    tao_don(ngay_nhan=truoc, trung_voi=trung_truoc)  # sent twice while it waited
    tao_don(ngay_nhan=sau, vu_viec=lan_hai.vu_viec, loai=LoaiDon.KHIEU_NAI, lan=2)
    di_buoc(len_so, sau, Buoc.KHIEU_NAI_LAN_HAI)
    tao_don(ngay_nhan=sau, vu_viec=yen.vu_viec, loai=LoaiDon.TO_CAO, lan=2)  # must not be told by a number

    assert dem("A4", khoa) == (2, 5)
    assert set(NGUON["A4"].lay(DonThu.objects.all(), NAM).filter(diem_tu=1)) == {trung_truoc, yen}


@pytest.mark.parametrize(("ma", "loai"), [("B1", LoaiHoatDong.MOI_DU), ("C1", LoaiHoatDong.TAP_HUAN)])
def test_b1_c1_nguoi_du(khoa, ma, loai):
    for ngay, phai_du, da_du in (
        (NAM.tu, 2, 1),
        (HOM_NAY, 3, 3),
        (NAM.tu - timedelta(days=1), 9, 9),
        (HOM_NAY, 0, 0),
    ):
        ThamDu.objects.create(hoat_dong=hoat_dong(loai, ngay), don_vi=khoa, phai_du=phai_du, da_du=da_du)
    ThamDu.objects.create(hoat_dong=hoat_dong(LoaiHoatDong.BOI_DUONG), don_vi=khoa, phai_du=7, da_du=7)

    assert dem(ma, khoa) == (4, 5)


def test_b2_han_noi_bo_tu_buoi_tiep_cua_giam_doc(giao, khoa):
    han = date(2026, 6, 1)

    def viec(nguoi_tiep=NguoiTiep.THU_TRUONG, **khac):
        don = giao()
        LuotTiep.objects.create(
            ma=f"L{don.pk}",
            ngay=don.ngay_nhan,
            nguoi_tiep=nguoi_tiep,
            loai=don.loai,
            noi_dung="x",
            vu_viec=don.vu_viec,
            don=don,
        )
        giao_viec(don, date(2026, 5, 4), **{"han_noi_bo": han} | khac)

    viec(ngay_bao_cao=han)
    viec(ngay_bao_cao=han + timedelta(days=1))
    viec()
    viec(han_noi_bo=HOM_NAY)  # today has not passed
    viec(han_noi_bo=None)
    viec(nguoi_tiep=NguoiTiep.THUONG_XUYEN, ngay_bao_cao=han)
    viec(ngay_thoi_giao=date(2026, 5, 10))

    assert dem("B2", khoa) == (1, 3)


def test_b3_buoc_trong_nam_ngay_lam_viec(giao, khoa):
    vua, lau, chua, da_bao_cao, tam_dung, da_tra_loi = [giao() for _ in range(6)]
    for don in (vua, lau, chua, tam_dung, da_tra_loi):
        giao_viec(don)
    giao_viec(da_bao_cao, ngay_bao_cao=date(2026, 11, 18))
    di_buoc(vua, date(2026, 11, 13))  # Friday a week ago: five working days
    di_buoc(lau, date(2026, 11, 12))
    tam_dung.tam_dinh_chi.create(tu_ngay=date(2026, 11, 10), ly_do="x")
    DonThu.objects.filter(pk=da_tra_loi.pk).update(ngay_ban_hanh=date(2026, 11, 16))

    assert dem("B3", khoa) == (1, 3)


def test_c2_ton_tai_den_han_khac_phuc(khoa):
    kiem_tra = hoat_dong(LoaiHoatDong.KIEM_TRA, so_don_vi=1)
    for han, xong in (
        (date(2026, 6, 1), date(2026, 7, 1)),  # late, but mended
        (date(2026, 6, 1), None),
        (HOM_NAY, None),  # today has not passed
    ):
        PhatHien.objects.create(
            hoat_dong=kiem_tra,
            don_vi=khoa,
            noi_dung="x",
            han_khac_phuc=han,
            ngay_khac_phuc=xong,
            bien_phap="y" if xong else "",
        )

    assert dem("C2", khoa) == (1, 2)


def test_t_va_p3_dong_cua_so_hoat_dong(khoa):
    hoat_dong(LoaiHoatDong.KHEN_THUONG, don_vi=khoa)
    hoat_dong(LoaiHoatDong.KHEN_THUONG, NAM.tu - timedelta(days=1), don_vi=khoa)
    hoat_dong(LoaiHoatDong.PHE_BINH, don_vi=khoa)
    hoat_dong(LoaiHoatDong.PHE_BINH, don_vi=khoa, lo_danh_tinh=True)

    assert (dem("T", khoa), dem("P3", khoa)) == ((1, 1), (1, 1))


def test_p1_vuot_cap_va_cham(giao, khoa):
    han = date(2026, 6, 1)
    mo_han(giao(da_gui_cap_tren=True), han, han + timedelta(days=1))
    mo_han(giao(nguon=NguonDon.CO_QUAN_CHUYEN), han)
    mo_han(giao(da_gui_cap_tren=True), han, han)  # in time
    mo_han(giao(), han)  # late, but nobody went higher

    assert dem("P1", khoa) == (2, 2)


def test_p2_qua_45_ngay(giao, khoa):
    nhan = date(2026, 3, 2)
    giao(nhan, ngay_xu_ly=nhan + timedelta(days=46))
    giao(nhan, ngay_xu_ly=nhan + timedelta(days=45))
    chua = {"ngay_xu_ly": None, "huong_xu_ly": "", "du_dieu_kien": None, "thuoc_tham_quyen": None}
    giao(HOM_NAY - timedelta(days=46), **chua)
    giao(HOM_NAY - timedelta(days=45), **chua)  # its last day is today

    assert dem("P2", khoa) == (2, 2)


def test_to_cao_khong_vao_bang_diem(giao, khoa):
    """Whatever a tố cáo has, no number of its unit moves (Đ56 Luật TC)."""
    cham = date(2026, 6, 1)
    don = giao(loai=LoaiDon.TO_CAO, da_gui_cap_tren=True)
    mo_han(don, cham, viec=Viec.GIAI_QUYET_TC)
    giao_viec(don, han_noi_bo=date(2026, 11, 9))
    giao(xong=cham, loai=LoaiDon.TO_CAO, ngay_thu_ly=date(2026, 3, 9), ket_qua="dung")
    chua = {"ngay_xu_ly": None, "huong_xu_ly": "", "du_dieu_kien": None, "thuoc_tham_quyen": None}
    giao(loai=LoaiDon.TO_CAO, **chua)
    LuotTiep.objects.create(
        ma="L", ngay=don.ngay_nhan, nguoi_tiep="thu_truong", loai="TC", noi_dung="x", vu_viec=don.vu_viec, don=don
    )

    assert {ma: so for ma in NGUON if (so := dem(ma, khoa))} == {}


# --- Scorecards -------------------------------------------------------------------------------------------------------


def test_don_vi_duoc_cham(giao, tao_don, tao_don_vi, khoa):
    co_don = tao_don_vi(duoc_giao=False)
    tao_don_vi(duoc_giao=False)
    tao_don_vi(hoat_dong=False)
    tao_don(don_vi=co_don)
    tao_don(don_vi=tao_don_vi(duoc_giao=False), loai=LoaiDon.TO_CAO)

    assert set(don_vi_duoc_cham()) == {khoa, co_don}


def test_phieu_cua_mot_don_vi(giao, khoa):
    for _ in range(3):
        mo_han(giao(), date(2026, 6, 1))

    (phieu,) = cham_diem(NAM, [khoa])

    assert [(muc.tieu_chi.ma, muc.diem) for muc in phieu.cac_diem if muc.phat_sinh] == [("A1", 0), ("A2", 0)]
    assert (phieu.so_vu, phieu.tong, phieu.thap_nhat.nhom) == (3, Decimal(50), NhomTieuChi.A)
    assert phieu.xep_loai == XepLoai.KHONG_HOAN_THANH


def test_it_vu_viec_dung_sau_theo_ten(giao, khoa, tao_don_vi):
    for _ in range(3):
        giao()
    khoa_b, khoa_a = tao_don_vi(ten="Khoa B"), tao_don_vi(ten="Khoa A")

    thu_tu = xep_thu_tu(cham_diem(NAM, [khoa_b, khoa_a, khoa]))

    assert [phieu.don_vi for phieu in thu_tu] == [khoa, khoa_a, khoa_b]


def test_so_cau_hoi_khong_theo_so_don_vi(giao, khoa, tao_don_vi, django_assert_num_queries):
    cac_don_vi = [khoa, tao_don_vi(), tao_don_vi()]
    for don_vi in cac_don_vi:
        mo_han(giao(don_vi=don_vi), date(2026, 6, 1))

    for so in (1, 3):
        with django_assert_num_queries(len(NGUON)):
            cham_diem(NAM, cac_don_vi[:so])


def test_dong_cua_moi_so_bang_so(giao, khoa, tao_nguoi, client):
    """Behind each number stand as many rows as it says, for who may see them all."""
    nam = ky_hien_tai(timezone.localdate()).nam
    cham = nam_diem(nam, timezone.localdate(), LICH)
    for _ in range(2):
        mo_han(giao(cham.tu), cham.tu, cham.tu + timedelta(days=1))
    client.force_login(tao_nguoi(VaiTro.TCHC))

    cac_dong = {
        ma: client.get(f"/bao-cao/cham-diem/{nam}/{khoa.pk}/{ma}/").context["cac_dong"] for ma in ("A1", "A2", "A4")
    }

    assert {ma: (sum(d.tu for d in dong), sum(d.mau for d in dong)) for ma, dong in cac_dong.items()} == {
        "A1": (0, 2),
        "A2": (0, 2),
        "A4": (0, 0),
    }


@pytest.mark.parametrize("ma", NGUON)
def test_so_cau_hoi_cua_trang_dong(client, tao_nguoi, giao, khoa, ma):
    client.force_login(tao_nguoi(VaiTro.TCHC))
    nam = ky_hien_tai(timezone.localdate()).nam
    cham = nam_diem(nam, timezone.localdate(), LICH)

    def them():
        don = giao(cham.tu, da_gui_cap_tren=True)
        mo_han(don, cham.tu, cham.tu + timedelta(days=1))
        LuotTiep.objects.create(
            ma=f"L{don.pk}",
            ngay=cham.tu,
            nguoi_tiep=NguoiTiep.THU_TRUONG,
            loai=don.loai,
            noi_dung="x",
            vu_viec=don.vu_viec,
            don=don,
        )
        giao_viec(don, cham.tu, han_noi_bo=cham.tu)
        giao(cham.tu, cham.tu)
        chua = {"ngay_xu_ly": None, "huong_xu_ly": "", "du_dieu_kien": None, "thuoc_tham_quyen": None}
        giao(cham.tu - timedelta(days=45), **chua)
        kiem_tra = hoat_dong(LoaiHoatDong.KIEM_TRA, cham.tu, so_don_vi=1)
        PhatHien.objects.create(hoat_dong=kiem_tra, don_vi=khoa, noi_dung="x", han_khac_phuc=cham.tu)
        for loai in (LoaiHoatDong.MOI_DU, LoaiHoatDong.TAP_HUAN):
            ThamDu.objects.create(hoat_dong=hoat_dong(loai, cham.tu), don_vi=khoa, phai_du=2, da_du=1)
        hoat_dong(LoaiHoatDong.KHEN_THUONG, cham.tu, don_vi=khoa)
        hoat_dong(LoaiHoatDong.PHE_BINH, cham.tu, don_vi=khoa, lo_danh_tinh=True)

    def hoi():
        with CaptureQueriesContext(connection) as cac_cau:
            response = client.get(f"/bao-cao/cham-diem/{nam}/{khoa.pk}/{ma}/")
        return len(response.context["cac_dong"]), len(cac_cau)

    client.get("/tro-giup/")  # the session is written now
    them()
    mot, so_cau_mot = hoi()
    them()
    them()
    ba, so_cau_ba = hoi()

    assert (mot > 0, ba, so_cau_ba) == (True, 3 * mot, so_cau_mot)
