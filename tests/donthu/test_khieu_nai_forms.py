"""Forms of khiếu nại: verifying, đối thoại, sending, lengthening, withdrawing."""

from datetime import date

import pytest
from django.utils import timezone

from donthu.forms import FORM
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.vai_tro import VaiTro

HOM_NAY = timezone.localdate
NGAY_NAY = f"{HOM_NAY():%d/%m/%Y}"
DOI_THOAI = {"ngay_doi_thoai": "31/12/2099", "gio": "8h30", "dia_diem": "Hội trường", "chu_tri": "Giám đốc"}
DA_THU_LY = {
    "ngay_xu_ly": date(2026, 9, 2),
    "du_dieu_kien": True,
    "thuoc_tham_quyen": True,
    "huong_xu_ly": "de_xuat_thu_ly",
    "ngay_thu_ly": date(2026, 9, 2),
}


@pytest.fixture
def dien():
    """A bound form of one step, with the day and the number of steps filled in."""

    def dien_form(buoc, don, **du_lieu):
        return FORM[buoc]({"ngay": NGAY_NAY, "so_buoc": str(don.so_buoc)} | du_lieu, don=don)

    return dien_form


def test_bao_cao_hoi_theo_loai(dien, tao_don):
    cac_don = [tao_don(loai=loai) for loai in (LoaiDon.KHIEU_NAI, LoaiDon.TO_CAO, LoaiDon.PHAN_ANH)]

    loi = [list(dien(Buoc.BAO_CAO_KET_QUA, don, bao_cao="x").errors) for don in cac_don]

    assert loi == [["khac_ket_qua"], ["da_giai_trinh"], []]


def test_to_xac_minh_to_cao_tu_hai_nguoi_va_khong_co_nguoi_phai_tranh(dien, tao_don, tao_don_vi, tao_nguoi):
    khoa = tao_don_vi()
    bi, cung_khoa = (tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=khoa) for _ in range(2))
    nguoi = tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=tao_don_vi())
    tao_nguoi(VaiTro.QUAN_TRI)
    don = tao_don(loai=LoaiDon.TO_CAO, nguoi_bi_to_cao=[bi])
    mot_nguoi = {"to_truong": nguoi.pk, "noi_dung": "x", "tu_ngay": NGAY_NAY, "den_ngay": NGAY_NAY}

    form = dien(Buoc.XAC_MINH, don, **mot_nguoi)

    assert form.errors == {"thanh_vien": ["Tổ xác minh nội dung tố cáo phải có từ 02 người trở lên."]}
    assert list(form.fields["to_truong"].queryset) == [nguoi]
    assert cung_khoa not in form.fields["thanh_vien"].queryset


def test_moi_doi_thoai_moi_nguoi_mot_dong(dien, tao_don):
    don = tao_don(loai=LoaiDon.KHIEU_NAI, doi_tuong="Khoa Nội")

    duoc = dien(Buoc.BAO_DOI_THOAI, don, nguoi_du="Bà A | Người khiếu nại\n\n Ông B |  \nÔng C", **DOI_THOAI)
    thieu = dien(Buoc.BAO_DOI_THOAI, don, nguoi_du="Bà A | Người bị khiếu nại", **DOI_THOAI)
    dai = dien(Buoc.BAO_DOI_THOAI, don, nguoi_du="A" * 151, **DOI_THOAI)

    assert FORM[Buoc.BAO_DOI_THOAI](don=don)["nguoi_du"].value().splitlines() == [
        f"{don.nguoi_gui} | Người khiếu nại",
        "Khoa Nội | Người bị khiếu nại",
    ]
    assert duoc.errors == {}
    assert duoc.tham_so()["nguoi_du"] == [
        ("Bà A", "Người khiếu nại"),
        ("Ông B", "Người liên quan"),
        ("Ông C", "Người liên quan"),
    ]
    assert thieu.errors["nguoi_du"] == ["Xin ghi tư cách “Người khiếu nại” cho người khiếu nại được mời."]
    assert dai.errors["nguoi_du"] == [f"Mỗi mục không quá 150 ký tự: “{'A' * 40}…”."]


@pytest.mark.parametrize(("chu", "dung"), [("08:30", True), ("8h30", True), ("25:00", False), ("sáng", False)])
def test_gio_viet_cach_quen_dung(dien, tao_don, chu, dung):
    form = dien(
        Buoc.BAO_DOI_THOAI, tao_don(loai=LoaiDon.KHIEU_NAI), nguoi_du="A | Người khiếu nại", **DOI_THOAI | {"gio": chu}
    )

    assert form.is_valid() is dung
    assert dung or form.errors == {"gio": ["Xin nhập giờ theo dạng giờ:phút, ví dụ 08:30."]}


def test_bien_ban_hoi_tung_nguoi_duoc_moi(dien, tao_don):
    don = tao_don(loai=LoaiDon.KHIEU_NAI)
    buoi = don.buoi_lam_viec.create(loai="doi_thoai", ngay=HOM_NAY(), dia_diem="Hội trường")
    du = buoi.nguoi_du.create(ho_ten="Bà A", tu_cach="Người khiếu nại")

    form = dien(Buoc.DOI_THOAI, don, noi_dung="x", ket_luan="x", **{f"co_mat_{du.pk}": "vang"})

    assert form.errors == {}
    assert form.tham_so()["co_mat"] == {du.pk: "vang"}
    assert form.fields[f"co_mat_{du.pk}"].label == "Bà A (Người khiếu nại)"


def test_gui_roi_thi_chi_hoi_ngay_nhan(dien, tao_don):
    gui = date(2026, 9, 10)
    da_gui = tao_don(loai=LoaiDon.KHIEU_NAI, ngay_ban_hanh=gui, ngay_gui_quyet_dinh=gui, ket_qua="sai", **DA_THU_LY)

    chua_gui = FORM[Buoc.GUI_QUYET_DINH](don=tao_don(loai=LoaiDon.KHIEU_NAI))
    som = dien(Buoc.GUI_QUYET_DINH, da_gui, ngay_nhan="09/09/2026")

    assert set(chua_gui.fields) == {"cach", "chung_tu", "noi_nhan", "ngay", "ngay_nhan", "so_buoc"}
    assert set(som.fields) == {"ngay", "ngay_nhan", "so_buoc"}
    assert som.errors == {"ngay_nhan": ["Ngày nhận không được trước ngày gửi."]}
    assert list(dien(Buoc.GUI_QUYET_DINH, da_gui).errors) == ["ngay_nhan"]


def test_gia_han_hoi_tieu_chi_hoac_ly_do(dien, tao_don):
    khieu_nai, phan_anh = tao_don(loai=LoaiDon.KHIEU_NAI), tao_don(loai=LoaiDon.PHAN_ANH)

    assert list(dien(Buoc.GIA_HAN, khieu_nai, so_ngay="15").errors) == ["tieu_chi"]
    assert list(dien(Buoc.GIA_HAN, phan_anh, so_ngay="15").errors) == ["ly_do"]
    assert list(dien(Buoc.GIA_HAN, khieu_nai, so_ngay="15", tieu_chi=["khac"]).errors) == ["tieu_chi"]


def test_rut_don_mot_so_nguoi_phai_ghi_bao_nhieu(dien, tao_don):
    nam_nguoi = tao_don(loai=LoaiDon.KHIEU_NAI, so_nguoi=5)
    rut = {"hinh_thuc": "don", "pham_vi": "mot_so_nguoi", "noi_dung": "x"}

    assert dien(Buoc.RUT_DON, nam_nguoi, **rut).errors == {"so_nguoi": ["Xin ghi số người rút."]}
    assert dien(Buoc.RUT_DON, nam_nguoi, so_nguoi="6", **rut).errors == {"so_nguoi": ["Đơn chỉ có 5 người."]}
    hai_nguoi = dien(Buoc.RUT_DON, nam_nguoi, so_nguoi="2", **rut)
    assert (hai_nguoi.errors, hai_nguoi.tham_so()["so_nguoi"]) == ({}, 2)
    assert list(dien(Buoc.RUT_DON, tao_don(loai=LoaiDon.KHIEU_NAI), **rut).errors) == ["pham_vi"]


def test_rut_to_cao_van_giai_quyet_khi_luat_buoc(dien, tao_don):
    don = tao_don(loai=LoaiDon.TO_CAO)
    rut = {"hinh_thuc": "bien_ban", "noi_dung": "x", "van_giai_quyet": "bi_ep"}

    toan_bo = dien(Buoc.RUT_DON, don, pham_vi="toan_bo", **rut)
    mot_phan = dien(Buoc.RUT_DON, don, pham_vi="mot_phan", **rut)

    assert (toan_bo.errors, mot_phan.errors) == ({}, {})
    assert toan_bo.tham_so()["van_giai_quyet"] == "Việc rút tố cáo do bị đe dọa, cưỡng ép, mua chuộc (Đ33.3 Luật TC)"
    assert mot_phan.tham_so()["van_giai_quyet"] == ""
    assert "van_giai_quyet" not in FORM[Buoc.RUT_DON](don=tao_don(loai=LoaiDon.KHIEU_NAI)).fields


def test_dinh_chi_noi_co_phai_do_rut_hay_khong(dien, tao_don):
    don = tao_don(loai=LoaiDon.KHIEU_NAI)

    do_rut, toa_an = (dien(Buoc.DINH_CHI, don, muc_ly_do=ma) for ma in ("rut", "toa_an"))

    assert [form.errors for form in (do_rut, toa_an)] == [{}, {}]
    assert [form.tham_so()["do_rut"] for form in (do_rut, toa_an)] == [True, False]
