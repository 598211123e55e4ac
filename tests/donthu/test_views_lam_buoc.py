"""One page for every step: it does what the action does; a refusal keeps all that was typed."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from donthu.forms import FORM
from donthu.models import DonThu, LichSu, LinhVuc, PhanCong, VanBanDi
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh import QUY_TRINH
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai


@pytest.fixture
def nay():
    return timezone.localdate()


@pytest.fixture
def hom_kia(nay):
    return nay - timedelta(days=2)


def dia_chi(don, buoc):
    return reverse("donthu:lam_buoc", args=[don.pk, buoc])


@pytest.fixture
def gui(client, nay):
    """Send the form of a step as the page would, `so_buoc` as the person's page knew it."""

    def gui_form(nguoi, don, buoc, *, so_buoc=None, **du_lieu):
        client.force_login(nguoi)
        phieu = {"ngay": f"{nay:%d/%m/%Y}", "so_buoc": don.so_buoc if so_buoc is None else so_buoc} | du_lieu
        return client.post(dia_chi(don, buoc), phieu)

    return gui_form


def phieu_phan_loai(don, **khac):
    mac_dinh = {"loai": don.loai, "linh_vuc": don.linh_vuc_id, "du_dieu_kien": "1", "thuoc_tham_quyen": "1"}
    return mac_dinh | khac


def test_ca_duong_di_qua_cac_trang(client, gui, bo_may, nhan, hom_kia, nay):
    """A phản ánh from the letter box to the end, each step through its page."""
    don = nhan(LoaiDon.PHAN_ANH, hom_kia)
    cac_buoc = (
        (bo_may.tchc, Buoc.PHAN_LOAI, phieu_phan_loai(don)),
        (bo_may.tchc, Buoc.TRINH_THU_LY, {}),
        (bo_may.giam_doc, Buoc.THU_LY, {"ghi_chu": "Đồng ý"}),
        (
            bo_may.tchc,
            Buoc.GIAO_DON_VI,
            {"don_vi": bo_may.khoa.pk, "yeu_cau": "Trả lời dân", "han_noi_bo": f"{nay:%d/%m/%Y}"},
        ),
        (bo_may.truong_khoa, Buoc.BAO_CAO_KET_QUA, {"bao_cao": "Đã khắc phục"}),
        (bo_may.giam_doc, Buoc.BAN_HANH, {"noi_dung_ban_hanh": "Trung tâm đã khắc phục"}),
        (bo_may.tchc, Buoc.KET_THUC, {}),
    )

    for nguoi, buoc, phieu in cac_buoc:
        client.force_login(nguoi)
        assert client.get(dia_chi(don, buoc)).status_code == 200
        tra_loi = gui(nguoi, don, buoc, **phieu)
        assert (tra_loi.status_code, tra_loi.url) == (302, don.get_absolute_url()), buoc
        don.refresh_from_db()

    assert (don.trang_thai, don.ngay_ket_thuc) == (TrangThai.KET_THUC, nay)
    assert PhanCong.objects.get(don=don).yeu_cau == "Trả lời dân"
    assert VanBanDi.objects.get(don=don, ma_mau="KNPA-TL").trich_yeu == "Trả lời kiến nghị, phản ánh"
    assert [dong.buoc for dong in don.lich_su.all()] == [Buoc.TIEP_NHAN, *(buoc for _, buoc, _ in cac_buoc)]


@pytest.mark.parametrize(
    ("loai", "buoc"), [(loai, buoc) for loai, bang in QUY_TRINH.items() for buoc in FORM if buoc in bang]
)
def test_trang_cua_moi_buoc_mo_duoc(client, don_truoc_buoc, bo_may, loai, buoc):
    """Put a petition where the step starts; whoever holds the permission gets its form with basis and effects."""
    duong = QUY_TRINH[loai][buoc]
    don = don_truoc_buoc(loai, buoc, don_vi=bo_may.khoa)
    cac_nguoi = (bo_may.tchc, bo_may.giam_doc, bo_may.truong_khoa)
    # Of a tố cáo the director may take every step, and knows of it.
    nguoi = next(nguoi for nguoi in cac_nguoi if nguoi.co_quyen(duong.quyen))
    nguoi = bo_may.giam_doc if loai == LoaiDon.TO_CAO else nguoi
    client.force_login(nguoi)

    chu = client.get(dia_chi(don, buoc)).content.decode()

    assert duong.can_cu.replace("'", "&#x27;") in chu
    if duong.van_ban:
        assert duong.van_ban.trich_yeu in chu


def test_trang_noi_truoc_se_xay_ra_gi(client, bo_may, nhan, lam, phan_loai, nay):
    don = lam(phan_loai(nhan(LoaiDon.TO_CAO, nay), nay), Buoc.TRINH_THU_LY, bo_may.tchc, nay)
    client.force_login(bo_may.giam_doc)

    tac_dong = client.get(dia_chi(don, Buoc.THU_LY)).context["tac_dong"]

    assert (tac_dong.trang_thai, tac_dong.van_ban) == ("Đang giải quyết", "Quyết định thụ lý tố cáo")
    assert tac_dong.dong == ("Xử lý ban đầu, thụ lý hoặc không thụ lý tố cáo",)
    assert [cau.partition(":")[0] for cau in tac_dong.mo] == ["Giải quyết tố cáo", "Thông báo thụ lý tố cáo"]
    gui_di = don
    lam(gui_di, Buoc.THU_LY, bo_may.giam_doc, nay)
    han = don.han_viec.get(viec="T6").han
    assert tac_dong.mo[0].endswith(f"{han:%d/%m/%Y}")


def test_tam_dinh_chi_noi_dong_ho_dung(client, bo_may, nhan, thu_ly, nay):
    don = thu_ly(nhan(LoaiDon.KHIEU_NAI, nay), nay)
    client.force_login(bo_may.giam_doc)

    assert (
        client.get(dia_chi(don, Buoc.TAM_DINH_CHI)).context["tac_dong"].dong_ho
        == "Thời hạn giải quyết dừng lại từ ngày này."
    )


# --- What is wrong is said, what was typed stays ---------------------------------------------------------------------


def test_form_thieu_thi_noi_cho_nao_va_giu_cho_khac(gui, bo_may, nhan, nay):
    don = nhan(LoaiDon.PHAN_ANH, nay)

    tra_loi = gui(bo_may.tchc, don, Buoc.PHAN_LOAI, **phieu_phan_loai(don, du_dieu_kien="", doi_tuong="Quầy thuốc"))

    assert tra_loi.status_code == 200
    assert list(tra_loi.context["form"].errors) == ["du_dieu_kien"]
    assert 'value="Quầy thuốc"' in tra_loi.content.decode()
    assert LichSu.objects.filter(don=don).count() == 1


def test_luat_khong_cho_thi_409_va_giu_du_lieu(gui, bo_may, nhan, thu_ly, nay, hom_kia):
    don = thu_ly(nhan(LoaiDon.KHIEU_NAI, hom_kia), hom_kia)

    tra_loi = gui(bo_may.giam_doc, don, Buoc.GIA_HAN, so_ngay="16", tieu_chi=["noi_dung"], ly_do="Hai nội dung")

    assert tra_loi.status_code == 409
    assert tra_loi.context["form"].non_field_errors() == ["Mỗi lần gia hạn tối đa 15 ngày."]
    assert "vua_doi" not in tra_loi.context  # nothing happened meanwhile
    assert "Hai nội dung</textarea>" in tra_loi.content.decode()


def test_don_da_ket_thuc_thi_409_va_giu_du_lieu(client, gui, bo_may, nhan, lam, phan_loai, nay):
    don = phan_loai(nhan(LoaiDon.PHAN_ANH, nay), nay, thuoc_tham_quyen=False)
    so_buoc = don.so_buoc
    lam(don, Buoc.CHUYEN_DON, bo_may.tchc, nay, co_quan_nhan="Sở Y tế")

    mo = client.get(dia_chi(don, Buoc.HUONG_DAN))
    tra_loi = gui(bo_may.tchc, don, Buoc.HUONG_DAN, so_buoc=so_buoc, co_quan_nhan="UBND xã", ghi_chu="Gõ mất công")

    assert mo.status_code == 302  # signed out by then
    assert tra_loi.status_code == 409
    assert tra_loi.context["form"].non_field_errors() == [
        "Không thực hiện được bước “Hướng dẫn”. Đơn đang ở trạng thái “Đã chuyển đơn”."
    ]
    assert tra_loi.context["vua_doi"].buoc == Buoc.CHUYEN_DON
    assert "Gõ mất công" in tra_loi.content.decode()
    assert DonThu.objects.get(pk=don.pk).trang_thai == TrangThai.DA_CHUYEN
    client.force_login(bo_may.tchc)
    assert client.get(dia_chi(don, Buoc.HUONG_DAN)).status_code == 409


def test_trang_cu_thi_409_noi_ai_vua_lam_roi_gui_lai_thi_duoc(gui, bo_may, nhan, nay):
    don = nhan(LoaiDon.PHAN_ANH, nay)
    trang_cu = don.so_buoc
    gui(bo_may.tchc, don, Buoc.PHAN_LOAI, **phieu_phan_loai(don))
    phieu = phieu_phan_loai(don, linh_vuc=LinhVuc.objects.get(ma="03.02").pk, doi_tuong="Quầy tiếp đón")

    lan_mot = gui(bo_may.tchc, don, Buoc.PHAN_LOAI, so_buoc=trang_cu, **phieu)
    so_buoc_moi = re.search(
        r'name="so_buoc"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="so_buoc"', lan_mot.content.decode()
    )
    lan_hai = gui(bo_may.tchc, don, Buoc.PHAN_LOAI, so_buoc=next(filter(None, so_buoc_moi.groups())), **phieu)

    assert lan_mot.status_code == 409
    assert "vừa có người khác cập nhật" in lan_mot.context["form"].non_field_errors()[0]
    assert (lan_mot.context["vua_doi"].buoc, lan_mot.context["vua_doi"].nguoi) == (Buoc.PHAN_LOAI, bo_may.tchc)
    assert 'value="Quầy tiếp đón"' in lan_mot.content.decode()
    assert lan_hai.status_code == 302
    assert DonThu.objects.get(pk=don.pk).linh_vuc.ma == "03.02"


@pytest.mark.parametrize("so_buoc", ["", "x", "-1", "99"])
def test_so_buoc_la_khong_lam_duoc(gui, bo_may, nhan, nay, so_buoc):
    don = nhan(LoaiDon.PHAN_ANH, nay)

    tra_loi = gui(bo_may.tchc, don, Buoc.PHAN_LOAI, so_buoc=so_buoc, **phieu_phan_loai(don))

    assert tra_loi.status_code in (200, 409)
    assert DonThu.objects.get(pk=don.pk).so_buoc == don.so_buoc


def test_buoc_khong_co_trong_quy_trinh_thi_409(gui, bo_may, nhan, nay):
    don = nhan(LoaiDon.PHAN_ANH, nay)

    assert gui(bo_may.tchc, don, Buoc.CONG_KHAI, ghi_chu="x").status_code == 409


def test_ngay_truoc_ngay_nhan(gui, bo_may, nhan, nay, hom_kia):
    don = nhan(LoaiDon.PHAN_ANH, nay)

    tra_loi = gui(bo_may.tchc, don, Buoc.PHAN_LOAI, **phieu_phan_loai(don, ngay=f"{hom_kia:%d/%m/%Y}"))

    assert tra_loi.status_code == 409
    assert tra_loi.context["form"].non_field_errors()[0][:47] == "Ngày thực hiện không được trước ngày nhận đơn ("


def test_don_to_cao_khong_giu_ban_nhap_tren_may(client, bo_may, nhan, nay):
    client.force_login(bo_may.tchc)

    to_cao = client.get(dia_chi(nhan(LoaiDon.TO_CAO, nay), Buoc.PHAN_LOAI)).content.decode()
    phan_anh = client.get(dia_chi(nhan(LoaiDon.PHAN_ANH, nay), Buoc.PHAN_LOAI)).content.decode()

    assert ("data-khong-luu-nhap" in to_cao, "data-ban-nhap" in to_cao) == (True, False)
    assert ("data-khong-luu-nhap" in phan_anh, "data-ban-nhap" in phan_anh) == (False, True)


def test_buoc_lam_don_khuat_mat_thi_ve_so(gui, bo_may, nhan, nay):
    """TCHC finds out that the accused is himself: the petition is gone from his eyes, the work is done."""
    don = nhan(LoaiDon.PHAN_ANH, nay)
    phieu = phieu_phan_loai(don, loai="TC", nguoi_bi_to_cao=[bo_may.tchc.pk])

    tra_loi = gui(bo_may.tchc, don, Buoc.PHAN_LOAI, **phieu)

    assert (tra_loi.status_code, tra_loi.url) == (302, "/don-thu/")
    assert DonThu.objects.get(pk=don.pk).loai == LoaiDon.TO_CAO
