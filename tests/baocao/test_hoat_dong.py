"""The register of managing work: who attended, what a check found, each finding with its clock, fields by kind."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from baocao.actions.hoat_dong import luu_hoat_dong, luu_tham_du
from baocao.actions.khac_phuc import khac_phuc, sua_phat_hien, them_phat_hien
from baocao.models import HoatDong, PhatHien
from baocao.models.hoat_dong import TRUONG_RIENG, LoaiHoatDong, chu_tham_du
from donthu.actions.dong_ho import giai_thich
from donthu.models import HanViec
from donthu.viec import Viec
from tochuc.loi import LoiNghiepVu
from tochuc.vai_tro import Quyen, VaiTro

HOM_NAY = date(2026, 11, 20)
NGAY_KIEM_TRA = date(2026, 10, 8)
HAN = date(2026, 11, 7)  # a Saturday: the centre fixed it, it stays


@pytest.fixture
def tchc(tao_nguoi):
    return tao_nguoi(VaiTro.TCHC)


@pytest.fixture
def khoa(tao_don_vi):
    return tao_don_vi(ten="Khoa Nội")


@pytest.fixture
def truong_khoa(tao_nguoi, khoa):
    return tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=khoa)


@pytest.fixture
def tap_huan(db):
    return HoatDong.objects.create(ma="TT-1", loai=LoaiHoatDong.TAP_HUAN, ngay=date(2026, 9, 1))


@pytest.fixture
def kiem_tra(db):
    return HoatDong.objects.create(ma="KT-1", loai=LoaiHoatDong.KIEM_TRA, ngay=NGAY_KIEM_TRA, so_don_vi=2)


@pytest.fixture
def phat_hien(tchc, khoa, kiem_tra):
    return them_phat_hien(kiem_tra, nguoi=tchc, don_vi=khoa, noi_dung="Chưa ghi sổ ý kiến", han_khac_phuc=HAN)


def dong_ho(phat_hien) -> HanViec:
    return HanViec.objects.get(chu_the=f"phat_hien:{phat_hien.pk}")


# --- Who attended ----------------------------------------------------------------------------------------------------


def test_ty_le_nguoi_du():
    assert chu_tham_du(3116, 4080) == "3.116/4.080 người, đạt 76,37%"
    assert chu_tham_du(31, 0) == "31 người"
    assert chu_tham_du(0, 0) == ""


def test_so_nguoi_la_tong_cua_cac_don_vi(tchc, tap_huan, tao_don_vi):
    mot, hai, ba = tao_don_vi(), tao_don_vi(), tao_don_vi()

    luu_tham_du(tap_huan, nguoi=tchc, so_nguoi={mot: (20, 18), hai: (10, 0), ba: (0, 0)})

    tap_huan.refresh_from_db()
    assert (tap_huan.so_nguoi, tap_huan.tong_so_nguoi, tap_huan.tham_du.count()) == (18, 30, 2)
    assert tap_huan.nguoi_du == "18/30 người, đạt 60,00%"


def test_co_bang_don_vi_thi_khong_ghi_tong_khac(tchc, tap_huan, khoa):
    luu_tham_du(tap_huan, nguoi=tchc, so_nguoi={khoa: (10, 9)})

    da_luu = luu_hoat_dong(tap_huan, nguoi=tchc, hom_nay=HOM_NAY, so_nguoi=99, tong_so_nguoi=100)

    assert (da_luu.so_nguoi, da_luu.tong_so_nguoi) == (9, 10)
    with pytest.raises(LoiNghiepVu, match="phải là loại có người dự"):
        luu_hoat_dong(tap_huan, nguoi=tchc, hom_nay=HOM_NAY, loai=LoaiHoatDong.KHEN_THUONG, don_vi=khoa)


def test_da_du_khong_qua_phai_du(tchc, tap_huan, khoa):
    with pytest.raises(LoiNghiepVu, match="Khoa Nội: số người đã dự không được lớn hơn"):
        luu_tham_du(tap_huan, nguoi=tchc, so_nguoi={khoa: (3, 4)})


def test_chi_ai_ghi_so_moi_ghi(truong_khoa, tap_huan, kiem_tra, khoa):
    with pytest.raises(PermissionDenied):
        luu_tham_du(tap_huan, nguoi=truong_khoa, so_nguoi={khoa: (3, 3)})
    with pytest.raises(PermissionDenied):
        them_phat_hien(kiem_tra, nguoi=truong_khoa, don_vi=khoa, noi_dung="x", han_khac_phuc=HAN)


def test_van_ban_chi_sua_van_ban_co_truoc(tchc):
    chung = {"nguoi": tchc, "hom_nay": HOM_NAY}
    goc = luu_hoat_dong(None, loai=LoaiHoatDong.VAN_BAN_MOI, ngay=date(2026, 3, 2), so_ky_hieu="05/QĐ", **chung)
    sua = {"loai": LoaiHoatDong.VAN_BAN_SUA_DOI, "sua_doi_cho": goc}

    da_luu = luu_hoat_dong(None, ngay=date(2026, 3, 3), **sua, **chung)

    assert list(goc.cac_lan_sua.all()) == [da_luu]
    with pytest.raises(LoiNghiepVu, match="trước ngày 01/03/2026"):
        luu_hoat_dong(None, ngay=date(2026, 3, 1), **sua, **chung)


# --- What a check found ----------------------------------------------------------------------------------------------


def test_ton_tai_co_dong_ho_cua_don_vi(phat_hien, truong_khoa, khoa, kiem_tra):
    han = dong_ho(phat_hien)

    assert (han.viec, han.don, han.tu_ngay, han.han, han.don_vi) == (Viec.KHAC_PHUC, None, NGAY_KIEM_TRA, HAN, khoa)
    assert han.tieu_de == "Chưa ghi sổ ý kiến"
    assert giai_thich(han).giai_thich[0].startswith("Thời hạn 30 ngày kể từ ngày kiểm tra, thứ Năm 08/10/2026")
    kiem_tra.refresh_from_db()
    assert kiem_tra.so_don_vi_vi_pham == 1


def test_viec_nam_tren_ban_cua_ai(tchc, kiem_tra, tao_don_vi, tao_nguoi):
    khoa, giam_doc, phong = tao_don_vi(), tao_don_vi(loai="BGD"), tao_don_vi(loai="PHONG")
    tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=khoa)
    tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=phong, is_active=False)
    kiem_tra.so_don_vi = 3
    kiem_tra.save()

    ban = {
        don_vi: dong_ho(them_phat_hien(kiem_tra, nguoi=tchc, don_vi=don_vi, noi_dung="x", han_khac_phuc=HAN)).quyen
        for don_vi in (khoa, giam_doc, phong)
    }

    assert ban == {khoa: Quyen.GIAI_QUYET, giam_doc: Quyen.BAN_HANH, phong: Quyen.THEO_DOI}


def test_khac_phuc_xong_dong_dong_ho_doi_han_mo_lai(phat_hien, truong_khoa, tchc, khoa):
    khac_phuc(phat_hien, nguoi=truong_khoa, bien_phap="Đã mở sổ", ngay=date(2026, 11, 2), hom_nay=HOM_NAY)

    assert dong_ho(phat_hien).ngay_xong == date(2026, 11, 2)
    with pytest.raises(LoiNghiepVu, match="đã khắc phục xong ngày 02/11/2026"):
        khac_phuc(phat_hien, nguoi=tchc, bien_phap="x", ngay=date(2026, 11, 3), hom_nay=HOM_NAY)

    sua_phat_hien(phat_hien, nguoi=tchc, don_vi=khoa, noi_dung="Chưa đủ", han_khac_phuc=date(2026, 12, 1))

    phat_hien.refresh_from_db()
    han = dong_ho(phat_hien)
    assert (phat_hien.ngay_khac_phuc, phat_hien.bien_phap) == (None, "Đã mở sổ")
    assert (han.ngay_xong, han.han, han.tieu_de) == (None, date(2026, 12, 1), "Chưa đủ")


def test_sua_chu_khong_doi_han_thi_van_la_xong(phat_hien, truong_khoa, tchc, khoa):
    khac_phuc(phat_hien, nguoi=truong_khoa, bien_phap="Đã mở sổ", ngay=date(2026, 11, 2), hom_nay=HOM_NAY)

    sua_phat_hien(phat_hien, nguoi=tchc, don_vi=khoa, noi_dung="Sửa chữ", han_khac_phuc=HAN)

    assert dong_ho(phat_hien).ngay_xong == date(2026, 11, 2)


@pytest.mark.parametrize("ngay", [NGAY_KIEM_TRA - timedelta(days=1), HOM_NAY + timedelta(days=1)])
def test_khac_phuc_khong_truoc_kiem_tra_khong_sau_hom_nay(phat_hien, tchc, ngay):
    with pytest.raises(LoiNghiepVu):
        khac_phuc(phat_hien, nguoi=tchc, bien_phap="x", ngay=ngay, hom_nay=HOM_NAY)


def test_don_vi_khac_khong_ghi_khac_phuc(phat_hien, tao_nguoi, tao_don_vi):
    with pytest.raises(PermissionDenied):
        khac_phuc(
            phat_hien,
            nguoi=tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=tao_don_vi()),
            bien_phap="x",
            ngay=HOM_NAY,
            hom_nay=HOM_NAY,
        )


def test_doi_ngay_kiem_tra_doi_dong_ho(phat_hien, kiem_tra, tchc):
    luu_hoat_dong(kiem_tra, nguoi=tchc, hom_nay=HOM_NAY, ngay=date(2026, 10, 1))

    assert (dong_ho(phat_hien).tu_ngay, dong_ho(phat_hien).han) == (date(2026, 10, 1), HAN)
    with pytest.raises(LoiNghiepVu, match="Hạn phải sau ngày 07/11/2026"):
        luu_hoat_dong(kiem_tra, nguoi=tchc, hom_nay=HOM_NAY, ngay=HAN)


def test_cuoc_kiem_tra_giu_khop_voi_ton_tai(phat_hien, kiem_tra, tchc, tao_don_vi, tap_huan):
    them_phat_hien(kiem_tra, nguoi=tchc, don_vi=tao_don_vi(), noi_dung="x", han_khac_phuc=HAN)

    with pytest.raises(LoiNghiepVu, match="chỉ ghi 2 đơn vị được kiểm tra"):
        them_phat_hien(kiem_tra, nguoi=tchc, don_vi=tao_don_vi(), noi_dung="x", han_khac_phuc=HAN)
    with pytest.raises(LoiNghiepVu, match="số đơn vị có vi phạm không được ít hơn"):
        luu_hoat_dong(kiem_tra, nguoi=tchc, hom_nay=HOM_NAY, so_don_vi_vi_pham=1)
    with pytest.raises(LoiNghiepVu, match="không đổi sang loại khác"):
        luu_hoat_dong(kiem_tra, nguoi=tchc, hom_nay=HOM_NAY, loai=LoaiHoatDong.THANH_TRA)
    with pytest.raises(LoiNghiepVu, match="cuộc kiểm tra nội bộ"):
        them_phat_hien(tap_huan, nguoi=tchc, don_vi=phat_hien.don_vi, noi_dung="x", han_khac_phuc=HAN)
    assert (PhatHien.objects.count(), HanViec.objects.count()) == (2, 2)


# --- Pages -----------------------------------------------------------------------------------------------------------


def test_trang_chi_hien_phan_cua_loai(client, tchc):
    client.force_login(tchc)

    trang = client.get(reverse("baocao:hoat_dong_them")).content.decode()

    assert 'data-khi="loai=van_ban_moi,van_ban_sua_doi,van_ban_huy_bo"' in trang
    assert 'data-khi="loai=tap_huan,boi_duong,moi_du"' in trang
    assert "js/an-hien.js" in trang


def test_ghi_phe_binh_lo_danh_tinh(client, tchc, khoa):
    client.force_login(tchc)
    o = dict.fromkeys(TRUONG_RIENG, "") | {"loai": "phe_binh", "ngay": "02/11/2026", "don_vi": khoa.pk}

    client.post(reverse("baocao:hoat_dong_them"), o | {"lo_danh_tinh": "on"})

    hoat_dong = HoatDong.objects.get()
    assert (hoat_dong.don_vi, hoat_dong.lo_danh_tinh, hoat_dong.sua_doi_cho) == (khoa, True, None)
    trang = client.get(hoat_dong.get_absolute_url()).content.decode()
    assert "Làm lộ danh tính người tố cáo" in trang


def test_ghi_nguoi_du_tren_trang(client, tchc, tap_huan, khoa, tao_don_vi):
    client.force_login(tchc)
    khac = tao_don_vi()
    dia_chi = reverse("baocao:hoat_dong_tham_du", args=[tap_huan.pk])

    sai = client.post(dia_chi, {f"phai_du_{khoa.pk}": "3", f"da_du_{khoa.pk}": "4"})
    dung = client.post(dia_chi, {f"phai_du_{khoa.pk}": "4", f"da_du_{khoa.pk}": "3", f"phai_du_{khac.pk}": ""})

    assert "Số người đã dự không được lớn hơn số người phải dự." in sai.content.decode()
    assert dung.url == tap_huan.get_absolute_url()
    trang = client.get(dung.url).content.decode()
    assert "3/4 người, đạt 75,00%" in trang
    sua = client.get(reverse("baocao:hoat_dong_sua", args=[tap_huan.pk])).content.decode()
    assert 'name="so_nguoi"' not in sua


def test_danh_sach_tong_hop_va_ket_qua(client, tchc, phat_hien):
    client.force_login(tchc)
    for so in (1, 2):
        HoatDong.objects.create(
            ma=f"T{so}", loai=LoaiHoatDong.TAP_HUAN, ngay=date(2026, 1, so), so_nguoi=1558, tong_so_nguoi=2040
        )

    tra_loi = client.get(reverse("baocao:hoat_dong"), {"tu": "01/01/2026"})

    assert {muc["nhan"]: muc["gia_tri"] for muc in tra_loi.context["tong_hop"]} == {
        "Tập huấn, tuyên truyền": "02 buổi; 3.116/4.080 người, đạt 76,37%",
        "Kiểm tra nội bộ": "01 cuộc, 2 lượt đơn vị, 01 có vi phạm",
    }
    assert {dong.ma: chu for dong, chu in tra_loi.context["cac_dong"]} == {
        "KT-1": "2 đơn vị, 1 có vi phạm, 01 tồn tại, 01 chưa khắc phục",
        "T1": "1.558/2.040 người, đạt 76,37%",
        "T2": "1.558/2.040 người, đạt 76,37%",
    }


def test_don_vi_khac_phuc_tren_trang(client, phat_hien, truong_khoa, tao_nguoi, tao_don_vi):
    client.force_login(truong_khoa)
    dia_chi = phat_hien.get_absolute_url()

    truoc = client.get(dia_chi).content.decode()
    muon = client.post(dia_chi, {"bien_phap": "Đã mở sổ", "ngay": "01/10/2026"}).content.decode()
    client.post(dia_chi, {"bien_phap": "Đã mở sổ", "ngay": timezone.localdate().strftime("%d/%m/%Y")})

    assert "Ghi khắc phục xong" in truoc
    assert "Ngày khắc phục xong từ ngày kiểm tra đến hôm nay." in muon
    assert "Đã khắc phục xong" in client.get(dia_chi).content.decode()
    client.force_login(tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=tao_don_vi()))
    assert client.get(dia_chi).status_code == 404


@pytest.mark.parametrize("so_dong", [1, 3])
def test_so_truy_van(client, tchc, kiem_tra, khoa, tap_huan, django_assert_num_queries, so_dong):
    kiem_tra.so_don_vi = so_dong
    kiem_tra.save()
    for so in range(so_dong):
        them_phat_hien(kiem_tra, nguoi=tchc, don_vi=khoa, noi_dung=f"Việc {so}", han_khac_phuc=HAN)
        HoatDong.objects.create(ma=f"K{so}", loai=LoaiHoatDong.KIEM_TRA, ngay=NGAY_KIEM_TRA, so_don_vi=1)
    client.force_login(tchc)
    client.get("/")

    with django_assert_num_queries(8):  # session, person, roles, settings, notices; count, rows, summary
        client.get(reverse("baocao:hoat_dong"))
    with django_assert_num_queries(10):  # … the activity, attendance, findings, calendar, amendments; files
        client.get(kiem_tra.get_absolute_url())
