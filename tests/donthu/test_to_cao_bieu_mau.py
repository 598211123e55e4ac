"""Forms of the steps of a tố cáo, of splitting, merging, urging: what they ask, what they give to the action."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from donthu.forms import FORM
from donthu.forms.thu_ly import DU_BON_DIEU_KIEN, KHONG_THUOC_DIEU_11
from donthu.ly_do import THU_LY_TO_CAO
from donthu.models import BaoVe, DonThu
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.vai_tro import VaiTro

HOM_NAY = timezone.localdate
BON_DIEU_KIEN = [ly_do.ma for ly_do in THU_LY_TO_CAO]


@pytest.fixture
def dien():
    def dien_form(buoc, don, nguoi=None, **du_lieu):
        chung = {"ngay": f"{HOM_NAY():%d/%m/%Y}", "so_buoc": str(don.so_buoc)}
        return FORM[buoc](chung | du_lieu, don=don, nguoi=nguoi)

    return dien_form


# --- Thụ lý ----------------------------------------------------------------------------------------------------------


def test_thu_ly_to_cao_phai_du_bon_dieu_kien(dien, tao_don):
    don = tao_don(loai=LoaiDon.TO_CAO)

    thieu = dien(Buoc.THU_LY, don, dieu_kien=BON_DIEU_KIEN[:3])
    du = dien(Buoc.THU_LY, don, dieu_kien=BON_DIEU_KIEN, ghi_chu="Giao Tổ xác minh")

    assert thieu.errors == {
        "dieu_kien": [
            "Chưa đủ điều kiện thụ lý tố cáo (Điều 29.1 Luật Tố cáo): Nội dung tố cáo có cơ sở để xác định người vi "
            "phạm, hành vi vi phạm pháp luật."
        ]
    }
    assert list(dien(Buoc.THU_LY, don).errors) == ["dieu_kien"]
    assert du.errors == {}
    assert du.tham_so()["ghi_chu"] == f"{DU_BON_DIEU_KIEN}. Giao Tổ xác minh"


def test_thu_ly_khieu_nai_phai_xac_nhan_khong_thuoc_dieu_11(dien, tao_don):
    don = tao_don(loai=LoaiDon.KHIEU_NAI)

    du = dien(Buoc.THU_LY, don, khong_co_can_cu="on")

    assert list(dien(Buoc.THU_LY, don).errors) == ["khong_co_can_cu"]
    assert (du.errors, du.tham_so()["ghi_chu"]) == ({}, KHONG_THUOC_DIEU_11)


def test_nhan_giai_quyet_phan_anh_khong_hoi_them(dien, tao_don):
    form = dien(Buoc.THU_LY, tao_don(), dieu_kien=["x"], khong_co_can_cu="on")

    assert form.errors == {}
    assert set(form.tham_so()) == {"ngay", "so_buoc", "ghi_chu"}


# --- Tố cáo ----------------------------------------------------------------------------------------------------------


def test_khong_xu_ly_hoi_theo_loai(tao_don):
    to_cao = FORM[Buoc.KHONG_XU_LY](don=tao_don(loai=LoaiDon.TO_CAO))
    phan_anh = FORM[Buoc.KHONG_XU_LY](don=tao_don())

    assert "chứng cứ cụ thể" in to_cao.fields["ghi_chu"].help_text
    assert "văn bản đã trả lời" in phan_anh.fields["ghi_chu"].help_text


def test_tu_xac_minh_phai_nghe_giai_trinh_truoc(dien, tao_don):
    du_lieu = {"dia_diem": "Phòng họp", "giai_trinh": "x", "ket_qua_xac_minh": "x"}

    thieu = dien(Buoc.TU_XAC_MINH, tao_don(), **du_lieu)
    sau = dien(Buoc.TU_XAC_MINH, tao_don(), ngay_giai_trinh=f"{HOM_NAY() + timedelta(days=1):%d/%m/%Y}", **du_lieu)

    assert thieu.errors == {
        "ngay_giai_trinh": ["Xin ghi ngày: người bị tố cáo phải được giải trình (Điều 31 Luật Tố cáo)."]
    }
    assert sau.errors == {"ngay_giai_trinh": ["Phải nghe giải trình trước khi xác minh xong."]}


def test_xu_ly_ket_luan_ghep_viec_da_lam(dien, tao_don):
    form = dien(Buoc.XU_LY_KET_LUAN, tao_don(), viec_da_lam=["kien_nghi", "xu_ly"], ghi_chu="Quyết định số 5")

    assert form.errors == {}
    assert form.tham_so()["ghi_chu"] == (
        "Xử lý người vi phạm theo thẩm quyền, áp dụng biện pháp khắc phục hậu quả; Kiến nghị cơ quan có thẩm quyền xử "
        "lý người vi phạm. Quyết định số 5"
    )
    assert set(dien(Buoc.XU_LY_KET_LUAN, tao_don()).errors) == {"viec_da_lam", "ghi_chu"}


def test_bao_ve_ghep_bien_phap(dien, tao_don):
    form = dien(
        Buoc.BAO_VE, tao_don(), quyet_dinh="chuyen", bien_phap=["viec_lam", "bi_mat"], cu_the="Đề nghị Công an tỉnh"
    )

    assert form.errors == {}
    assert form.tham_so()["quyet_dinh"] == BaoVe.QuyetDinh.CHUYEN
    assert form.tham_so()["bien_phap"] == (
        "Bảo vệ bí mật thông tin; Bảo vệ vị trí công tác, việc làm. Đề nghị Công an tỉnh"
    )
    assert set(dien(Buoc.BAO_VE, tao_don(), quyet_dinh="tu_choi").errors) == {"quyet_dinh", "bien_phap"}
    assert list(dien(Buoc.TU_CHOI_BAO_VE, tao_don()).errors) == ["ly_do"]


# --- Tách, gộp, đôn đốc ----------------------------------------------------------------------------------------------


def test_tach_don_hoi_noi_dung_chi_khi_lap_don(dien, tao_don, tao_nguoi):
    don = tao_don(loai=LoaiDon.KHIEU_NAI)
    bi = tao_nguoi(VaiTro.CHUYEN_VIEN)

    thieu = dien(Buoc.TACH_DON, don, cach="lap_don")
    huong_dan = dien(Buoc.TACH_DON, don, cach="huong_dan", loai="TC", tom_tat="bỏ")
    cua_to_cao = {"nguoi_bi_to_cao": [bi.pk], "bi_to_cao_lanh_dao": "on"}
    noi_dung = {"cach": "lap_don", "linh_vuc": don.linh_vuc_id, "tom_tat": "Nhận tiền", **cua_to_cao}
    to_cao = dien(Buoc.TACH_DON, don, loai="TC", **noi_dung)
    phan_anh = dien(Buoc.TACH_DON, don, loai="PHAN_ANH", **noi_dung)

    assert thieu.errors == {
        "loai": ["Xin điền “loại của nội dung tách ra”."],
        "linh_vuc": ["Xin điền “lĩnh vực”."],
        "tom_tat": ["Xin điền “tóm tắt nội dung tách ra”."],
    }
    assert (huong_dan.errors, set(huong_dan.tham_so())) == ({}, {"ngay", "so_buoc"})
    assert (to_cao.errors, phan_anh.errors) == ({}, {})
    assert [to_cao.tham_so()[ten] for ten in cua_to_cao] == [(bi,), True]
    assert [phan_anh.tham_so()[ten] for ten in cua_to_cao] == [(), False]
    assert "KN" not in dict(thieu.fields["loai"].choices)


def test_gop_don_chi_thay_don_duoc_xem(dien, tao_don, tao_nguoi):
    tchc, don, khac = tao_nguoi(VaiTro.TCHC), tao_don(), tao_don()
    kin = tao_don(loai=LoaiDon.TO_CAO, nguoi_bi_to_cao=[tchc])
    cau = "Không thấy đơn nào khác mang mã {} trong các đơn Ông/Bà được xem."

    thay = dien(Buoc.GOP_DON, don, tchc, trung_voi=f" {khac.ma.lower()} ", ly_do="Bản sao")

    assert (thay.errors, thay.tham_so()["trung_voi"]) == ({}, khac)
    for ma in (kin.ma, don.ma, "DT-2020-9999"):
        form = dien(Buoc.GOP_DON, don, tchc, trung_voi=ma, ly_do="Bản sao")
        assert form.errors == {"trung_voi": [cau.format(ma)]}


def test_don_doc_goi_y_don_vi_dang_giu(dien, tao_don, tao_don_vi):
    don = tao_don(don_vi=tao_don_vi(ten="Khoa Dược"))

    tre = dien(
        Buoc.DON_DOC, don, noi_nhan="Khoa Dược", noi_dung="x", tra_loi_truoc=f"{HOM_NAY() - timedelta(days=1):%d/%m/%Y}"
    )

    assert FORM[Buoc.DON_DOC](don=don)["noi_nhan"].value() == "Khoa Dược"
    assert tre.errors == {"tra_loi_truoc": ["Ngày phải trả lời không được trước ngày đôn đốc."]}


def test_tra_loi_noi_chuyen_goi_ten_noi_do(tao_don):
    form = FORM[Buoc.TRA_LOI_NOI_CHUYEN](don=tao_don(co_quan_chuyen_den="Báo Gia Lai"))

    assert form.fields["ghi_chu"].label == "Đã trả lời Báo Gia Lai thế nào"


# --- Through the page ------------------------------------------------------------------------------------------------


def test_tach_don_xong_mo_don_moi_de_ghi_ma_len_phong_bi(client, bo_may, nhan):
    don = nhan(LoaiDon.KHIEU_NAI, HOM_NAY())
    client.force_login(bo_may.tchc)
    phieu = {"cach": "lap_don", "loai": "TC", "linh_vuc": don.linh_vuc_id, "tom_tat": "Nhận tiền của người bệnh"}

    tra_loi = client.post(
        reverse("donthu:lam_buoc", args=[don.pk, Buoc.TACH_DON]),
        phieu | {"ngay": f"{HOM_NAY():%d/%m/%Y}", "so_buoc": don.so_buoc},
    )

    moi = DonThu.objects.get(loai=LoaiDon.TO_CAO)
    assert (tra_loi.status_code, tra_loi.url) == (302, moi.get_absolute_url())
    trang_moi, trang_cu = (client.get(muc.get_absolute_url()).content.decode() for muc in (moi, don))
    assert moi.ma_nguoi_to_cao in trang_moi
    assert (don.ma in trang_moi, moi.ma in trang_cu) == (False, False)


def test_trang_tach_don_khong_giu_ban_nhap_tren_may(client, bo_may, nhan):
    """What is split out may be a tố cáo: nothing of it stays in the browser beside the named petition."""
    don = nhan(LoaiDon.KHIEU_NAI, HOM_NAY())
    client.force_login(bo_may.tchc)

    chu = client.get(reverse("donthu:lam_buoc", args=[don.pk, Buoc.TACH_DON])).content.decode()

    assert ("data-khong-luu-nhap" in chu, "data-ban-nhap" in chu) == (True, False)


def test_trang_don_noi_don_tach_ra_va_bao_ve(client, bo_may, nhan, lam):
    don = nhan(LoaiDon.KHIEU_NAI, HOM_NAY())
    noi_dung = {"loai": LoaiDon.PHAN_ANH, "linh_vuc": don.linh_vuc, "tom_tat": "Phần khác"}
    moi = lam(don, Buoc.TACH_DON, bo_may.tchc, HOM_NAY(), **noi_dung)
    to_cao = nhan(LoaiDon.TO_CAO, HOM_NAY())
    lam(to_cao, Buoc.DE_NGHI_BAO_VE, bo_may.giam_doc, HOM_NAY(), noi_dung="Bị đe dọa")
    lam(to_cao, Buoc.BAO_VE, bo_may.giam_doc, HOM_NAY(), quyet_dinh="ap_dung", bien_phap="Giữ việc làm")
    client.force_login(bo_may.giam_doc)

    goc, tach, bao_ve = (client.get(muc.get_absolute_url()).content.decode() for muc in (don, moi, to_cao))

    assert (moi.ma in goc, "Tách ra từ đơn này." in goc) == (True, True)
    assert (don.ma in tach, "Đơn này tách ra từ đó." in tach) == (True, True)
    assert ("Đang bảo vệ:" in bao_ve, "Giữ việc làm" in bao_ve) == (True, True)


def test_trang_thu_ly_noi_thoi_hieu(client, bo_may, nhan, lam, phan_loai):
    ngay = HOM_NAY()
    don = phan_loai(nhan(LoaiDon.KHIEU_NAI, ngay), ngay, ngay_biet=ngay - timedelta(days=200))
    don = lam(don, Buoc.TRINH_THU_LY, bo_may.tchc, ngay)
    client.force_login(bo_may.giam_doc)

    chu = client.get(reverse("donthu:lam_buoc", args=[don.pk, Buoc.THU_LY])).content.decode()

    assert "Đề xuất không thụ lý (Điều 11.6 Luật Khiếu nại)" in chu
