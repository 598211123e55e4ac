"""The pages of documents: list, editor, preview, files, queue; the public page that says only that one exists."""

import re
from datetime import timedelta
from hashlib import sha256
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from donthu.actions.ban_thao import ky_ban_hanh, soan, trinh
from donthu.actions.so_van_ban import doc_pdf, dong_bang
from donthu.models import BanThao, LanGui, TrangThaiBanThao, VanBanDi
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from donthu.tasks import dong_bang_van_ban
from tochuc.models import CauHinh, NhatKy
from tochuc.vai_tro import VaiTro

MAU_RIENG, MAU_CUA_BUOC = "ND124-10", "ND124-03"


@pytest.fixture
def nay():
    return timezone.localdate()


@pytest.fixture
def don(nhan, thu_ly, nay):
    """A complaint accepted two days ago."""
    return thu_ly(nhan(LoaiDon.KHIEU_NAI, nay - timedelta(days=2)), nay - timedelta(days=2))


@pytest.fixture
def to_cao(nhan, thu_ly, nay):
    return thu_ly(nhan(LoaiDon.TO_CAO, nay - timedelta(days=2)), nay - timedelta(days=2))


@pytest.fixture
def van_ban(don):
    return don.van_ban_di.get(ma_mau=MAU_CUA_BUOC)


@pytest.fixture
def mo(client):
    """Open an address as somebody."""

    def mo_trang(nguoi, ten, *args):
        client.force_login(nguoi)
        return client.get(reverse(f"donthu:{ten}", args=args))

    return mo_trang


def phieu(ban=None, **khac):
    """What the editor sends."""
    return {"chuyen-phien_ban": ban.phien_ban if ban else 1, "chuyen-y_kien": ""} | khac


def du_o(ban) -> dict:
    """Every field filled in."""
    return {ten: chu or "Đã ghi" for ten, chu in ban.gia_tri.items()}


# --- Writing ---------------------------------------------------------------------------------------------------------


def test_trang_van_ban_liet_ke_da_ban_hanh_va_cac_mau_soan_duoc(mo, don, van_ban, bo_may):
    tra_loi = mo(bo_may.tchc, "cac_van_ban", don.pk)

    chu = tra_loi.content.decode()
    assert tra_loi.status_code == 200
    assert van_ban.so_ky_hieu in chu
    assert reverse("donthu:soan_van_ban", args=[don.pk, "nd124-10"]) in chu
    assert "nd31-04" not in chu


def test_soan_moi_dien_san_ma_chua_ghi_gi(mo, don, bo_may):
    tra_loi = mo(bo_may.tchc, "soan_van_ban", don.pk, "nd124-03")

    assert "Trần Thị Bí Mật" in tra_loi.content.decode()
    assert BanThao.objects.count() == 0


def test_luu_roi_mo_lai_thay_chu_da_luu(client, mo, don, bo_may):
    client.force_login(bo_may.tchc)
    dia_chi = reverse("donthu:soan_van_ban", args=[don.pk, "nd124-10"])

    tra_loi = client.post(dia_chi, phieu(viec="luu", trich_yeu="đề nghị\r\ngửi kết quả"))

    ban = BanThao.objects.get()
    assert tra_loi.url == reverse("donthu:ban_thao", args=[don.pk, ban.pk])
    assert client.get(dia_chi).url == tra_loi.url
    assert "gửi kết quả" in client.get(tra_loi.url).content.decode()


def test_trinh_khi_con_thieu_thi_chi_ro_o_thieu_va_giu_chu_da_nhap(client, don, bo_may):
    client.force_login(bo_may.tchc)

    tra_loi = client.post(
        reverse("donthu:soan_van_ban", args=[don.pk, "nd124-10"]), phieu(viec="trinh", noi_nhan="Nơi đã ghi")
    )

    chu = tra_loi.content.decode()
    assert tra_loi.status_code == 200
    assert "Xin ghi mục này trước khi trình hoặc ký." in chu
    assert "Nơi đã ghi" in chu
    assert BanThao.objects.count() == 0


def test_trinh_tham_dinh_ky_qua_trang(client, don, bo_may, nay):
    ban = soan(don, nguoi=bo_may.tchc, ngay=nay, ma_mau=MAU_RIENG, gia_tri={})
    ban.gia_tri = du_o(ban)
    dia_chi = reverse("donthu:ban_thao", args=[don.pk, ban.pk])

    for nguoi, viec in ((bo_may.tchc, "trinh"), (bo_may.tchc, "tham_dinh"), (bo_may.giam_doc, "ky")):
        client.force_login(nguoi)
        ban_moi = BanThao.objects.get(pk=ban.pk)
        tra_loi = client.post(dia_chi, phieu(ban_moi, viec=viec, **{"chuyen-ngay": f"{nay:%d/%m/%Y}"}) | du_o(ban))
        assert tra_loi.status_code == 302, (viec, tra_loi.context["form"].errors)

    van_ban = VanBanDi.objects.get(ban_thao=ban)
    assert van_ban.noi_dung["ve_viec"] == "Đã ghi"
    assert van_ban.sha256 == sha256(doc_pdf(van_ban)).hexdigest()


def test_ban_cu_bi_tu_choi_ma_khong_mat_chu(client, don, bo_may, nay):
    ban = soan(don, nguoi=bo_may.tchc, ngay=nay, ma_mau=MAU_RIENG, gia_tri={})
    soan(don, nguoi=bo_may.giam_doc, ngay=nay, ma_mau=MAU_RIENG, gia_tri={"trich_yeu": "khác"}, phien_ban=1)
    client.force_login(bo_may.tchc)

    tra_loi = client.post(
        reverse("donthu:ban_thao", args=[don.pk, ban.pk]), phieu(ban, viec="luu", trich_yeu="chữ của tôi")
    )

    assert tra_loi.status_code == 409
    assert "vừa có người khác sửa" in tra_loi.content.decode()
    assert "chữ của tôi" in tra_loi.content.decode()


def test_nguoi_khong_giu_du_thao_chi_xem(mo, don, bo_may, nay, lam):
    lam(don, Buoc.GIAO_DON_VI, bo_may.giam_doc, nay, don_vi=bo_may.khoa)
    ban = soan(don, nguoi=bo_may.truong_khoa, ngay=nay, ma_mau=MAU_RIENG, gia_tri={})
    trinh(ban, nguoi=bo_may.truong_khoa, ngay=nay, phien_ban=1)

    chu = mo(bo_may.truong_khoa, "ban_thao", don.pk, ban.pk).content.decode()

    assert "chỉ xem được" in chu
    assert 'name="viec"' not in chu


# --- Preview ---------------------------------------------------------------------------------------------------------


def test_xem_truoc_theo_chu_tren_man_hinh(client, don, bo_may):
    client.force_login(bo_may.tchc)

    tra_loi = client.post(
        reverse("donthu:xem_truoc_van_ban", args=[don.pk, "nd124-10"]), {"trich_yeu": "đang gõ <b>dở</b>"}
    )

    chu = tra_loi.content.decode()
    assert "V/v đang gõ &lt;b&gt;dở&lt;/b&gt;" in chu
    assert "BẢN NHÁP" in chu
    assert BanThao.objects.count() == 0


def test_xem_truoc_chi_trang_cua_ta_dat_trong_khung(mo, don, bo_may):
    tra_loi = mo(bo_may.tchc, "xem_truoc_van_ban", don.pk, "nd124-10")

    chinh_sach = tra_loi.headers["Content-Security-Policy"]
    assert tra_loi.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "default-src 'none'" in chinh_sach
    assert "frame-ancestors 'self'" in chinh_sach
    assert "script-src" not in chinh_sach


def test_trang_buoc_co_xem_truoc_va_loi_sua_van_ban(mo, nhan, phan_loai, lam, bo_may, nay):
    don = lam(phan_loai(nhan(LoaiDon.KHIEU_NAI, nay), nay), Buoc.TRINH_THU_LY, bo_may.tchc, nay)

    chu = mo(bo_may.giam_doc, "lam_buoc", don.pk, Buoc.THU_LY).content.decode()

    assert f'src="{reverse("donthu:xem_truoc_van_ban", args=[don.pk, "nd124-03"])}"' in chu
    assert f'href="{reverse("donthu:soan_van_ban", args=[don.pk, "nd124-03"])}"' in chu


# --- Files -----------------------------------------------------------------------------------------------------------


def test_ban_in_da_dong_bang(mo, don, van_ban, bo_may):
    dong_bang(van_ban)

    tra_loi = mo(bo_may.tchc, "tai_van_ban", don.pk, van_ban.pk, "pdf")

    assert sha256(tra_loi.content).hexdigest() == van_ban.sha256
    ten = f"TB-01-{van_ban.nam}-thong-bao-ve-viec-thu-ly-giai-quyet-khieu-nai.pdf"
    assert tra_loi.headers["Content-Disposition"] == f'inline; filename="{ten}"'
    chu = PdfReader(BytesIO(tra_loi.content)).pages[0].extract_text()
    assert "Số: 01/TB-TTYT" in chu
    assert f"Mã tra cứu {van_ban.ma_tra_cuu}" in chu
    assert "BẢN NHÁP" not in chu


def test_chua_dong_bang_thi_ban_in_van_cung_tung_byte(mo, don, van_ban, bo_may):
    truoc = mo(bo_may.tchc, "tai_van_ban", don.pk, van_ban.pk, "pdf").content

    van_ban.refresh_from_db()
    assert van_ban.sha256 == ""
    dong_bang(van_ban)
    assert sha256(truoc).hexdigest() == van_ban.sha256


def test_dong_bang_hai_lan_mot_tep(van_ban, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    dong_bang(VanBanDi.objects.get(pk=van_ban.pk))
    lan_dau = VanBanDi.objects.get(pk=van_ban.pk)

    dong_bang(van_ban)  # this one still believes that there is none

    van_ban.refresh_from_db()
    assert (van_ban.sha256, van_ban.duong_dan) == (lan_dau.sha256, lan_dau.duong_dan)
    assert [str(tep.relative_to(tmp_path)) for tep in tmp_path.rglob("*.pdf")] == [lan_dau.duong_dan]


def test_viec_dinh_ky_dong_bang_van_ban_con_thieu(don):
    con_thieu = VanBanDi.objects.filter(sha256="").count()

    assert (dong_bang_van_ban(), dong_bang_van_ban()) == (con_thieu, 0)
    assert con_thieu == 2


def test_sua_don_sau_khi_ban_hanh_khong_doi_ban_in(don, van_ban):
    truoc = doc_pdf(van_ban)

    don.cong_dan.ho_ten = "Tên Đã Sửa"
    don.cong_dan.save()

    assert doc_pdf(VanBanDi.objects.get(pk=van_ban.pk)) == truoc


def test_docx_cung_noi_dung(mo, don, van_ban, bo_may):
    tra_loi = mo(bo_may.tchc, "tai_van_ban", don.pk, van_ban.pk, "docx")

    cac_o = [o.text for bang in Document(BytesIO(tra_loi.content)).tables for dong in bang.rows for o in dong.cells]
    assert tra_loi.headers["Content-Disposition"].startswith("attachment;")
    assert any("Số: 01/TB-TTYT" in o for o in cac_o)


@pytest.mark.parametrize(("dinh_dang", "ma"), [("pdf", 200), ("docx", 200), ("exe", 404)])
def test_in_du_thao(dinh_dang, ma, mo, don, bo_may, nay):
    ban = soan(don, nguoi=bo_may.tchc, ngay=nay, ma_mau=MAU_RIENG, gia_tri={})

    tra_loi = mo(bo_may.tchc, "tai_ban_thao", don.pk, ban.pk, dinh_dang)

    assert tra_loi.status_code == ma
    if dinh_dang == "pdf":
        chu = PdfReader(BytesIO(tra_loi.content)).pages[0].extract_text()
        assert "BẢN NHÁP" in chu
        assert "Mã tra cứu" not in chu


def test_lam_buoc_xong_thi_ban_in_co_ngay(client, nhan, phan_loai, bo_may, nay):
    don = phan_loai(nhan(LoaiDon.KHIEU_NAI, nay), nay)
    client.force_login(bo_may.tchc)

    client.post(
        reverse("donthu:lam_buoc", args=[don.pk, Buoc.TRINH_THU_LY]),
        {"ngay": f"{nay:%d/%m/%Y}", "so_buoc": don.so_buoc},
    )

    assert [len(dong.sha256) for dong in don.van_ban_di.all()] == [64]


# --- Secrecy ---------------------------------------------------------------------------------------------------------

CAC_TRANG = (
    ("cac_van_ban",),
    ("soan_van_ban", "nd31-06"),
    ("xem_truoc_van_ban", "nd31-04"),
)


@pytest.mark.parametrize("trang", CAC_TRANG, ids=lambda trang: trang[0])
def test_xem_van_ban_to_cao_ghi_nhat_ky_mat(trang, mo, to_cao, bo_may):
    tra_loi = mo(bo_may.tchc, trang[0], to_cao.pk, *trang[1:])

    assert tra_loi.status_code == 200
    assert list(NhatKy.objects.filter(doi_tuong=to_cao.ma).values_list("viec", "nguoi", "mat")) == [
        ("xem", bo_may.tchc.pk, True)
    ]


def test_in_van_ban_to_cao_ghi_nhat_ky_mat(mo, to_cao, bo_may):
    van_ban = to_cao.van_ban_di.get(ma_mau="ND31-04")

    mo(bo_may.tchc, "tai_van_ban", to_cao.pk, van_ban.pk, "pdf")

    assert list(NhatKy.objects.filter(doi_tuong=to_cao.ma).values_list("viec", "noi_dung", "mat")) == [
        ("in_an", f"In văn bản {van_ban.so_ky_hieu} (pdf)", True)
    ]


def test_van_ban_cua_don_khac_thi_khong_co(mo, don, to_cao, van_ban, bo_may):
    assert mo(bo_may.tchc, "tai_van_ban", to_cao.pk, van_ban.pk, "pdf").status_code == 404


@pytest.mark.parametrize("trang", CAC_TRANG, ids=lambda trang: trang[0])
def test_nguoi_bi_to_cao_thay_nhu_khong_co(trang, mo, to_cao, tao_nguoi, bo_may):
    bi = tao_nguoi(*bo_may.tchc.tap_vai_tro)
    to_cao.nguoi_bi_to_cao.add(bi)

    assert mo(bi, trang[0], to_cao.pk, *trang[1:]).status_code == 404


# --- Waiting for me --------------------------------------------------------------------------------------------------


def test_du_thao_cho_hien_o_dung_ban(mo, don, to_cao, bo_may, nay):
    cua_kn = soan(don, nguoi=bo_may.tchc, ngay=nay, ma_mau=MAU_RIENG, gia_tri={})
    cua_tc = soan(to_cao, nguoi=bo_may.giam_doc, ngay=nay, ma_mau="ND31-06", gia_tri={})
    for ban in (cua_kn, cua_tc):
        trinh(ban, nguoi=bo_may.giam_doc, ngay=nay, phien_ban=1)
    to_cao.nguoi_bi_to_cao.add(bo_may.tchc)

    chu = mo(bo_may.tchc, "van_ban_cho").content.decode()

    assert don.ma in chu
    assert to_cao.ma not in chu
    assert "Không có dự thảo nào chờ" in mo(bo_may.giam_doc, "van_ban_cho").content.decode()


def test_viec_cua_toi_dem_van_ban_cho(mo, don, bo_may, nay):
    trinh(
        soan(don, nguoi=bo_may.tchc, ngay=nay, ma_mau=MAU_RIENG, gia_tri={}), nguoi=bo_may.tchc, ngay=nay, phien_ban=1
    )

    the = mo(bo_may.tchc, "viec_cua_toi").context["the_so"][-1]

    assert (the["nhan"], the["so"], the["dia_chi"]) == ("Văn bản chờ tôi", 1, "/don-thu/van-ban-cho/")
    assert [muc["nhan"] for muc in mo(bo_may.giam_doc, "viec_cua_toi").context["the_so"]].count("Văn bản chờ tôi") == 0


@pytest.mark.parametrize("bao_nhieu", [1, 3])
def test_danh_sach_cho_khong_hoi_tung_dong(bao_nhieu, mo, nhan, thu_ly, bo_may, nay, django_assert_num_queries, client):
    for _ in range(bao_nhieu):
        don = thu_ly(nhan(LoaiDon.KHIEU_NAI, nay), nay)
        ban = soan(don, nguoi=bo_may.tchc, ngay=nay, ma_mau=MAU_RIENG, gia_tri={})
        trinh(ban, nguoi=bo_may.tchc, ngay=nay, phien_ban=1)
    client.force_login(bo_may.tchc)

    with django_assert_num_queries(10):
        client.get(reverse("donthu:van_ban_cho"))


# --- The public page -------------------------------------------------------------------------------------------------


def test_tra_cuu_chi_noi_co_van_ban_so_ngay_ma_bam(client, to_cao):
    van_ban = dong_bang(to_cao.van_ban_di.get(ma_mau="ND31-04"))

    tra_loi = client.get(f"/tra-cuu/{van_ban.ma_tra_cuu}/")

    chu = tra_loi.content.decode()
    assert tra_loi.status_code == 200
    assert {
        "so": van_ban.so_ky_hieu in chu,
        "ngay": f"{van_ban.ngay:%d/%m/%Y}" in chu,
        "bam": van_ban.sha256 in chu,
    } == {
        "so": True,
        "ngay": True,
        "bam": True,
    }
    for kin in (to_cao.ma, to_cao.ma_nguoi_to_cao, van_ban.trich_yeu, "tố cáo", "Tố cáo"):
        assert kin not in chu


def test_tra_cuu_ma_khong_co(client, db):
    tra_loi = client.get("/tra-cuu/0123456789abcdef/")

    assert tra_loi.status_code == 404
    assert "Không có văn bản này" in tra_loi.content.decode()


def test_trang_tra_cuu_cua_to_cao_va_don_khac_nhu_nhau(client, don, to_cao):
    def khung(van_ban):
        chu = client.get(f"/tra-cuu/{van_ban.ma_tra_cuu}/").content.decode()
        return re.sub(r"\d\d/\w+-TTYT", "SỐ", re.sub(van_ban.sha256, "BĂM", chu))

    cac_trang = {khung(dong_bang(van_ban)) for van_ban in VanBanDi.objects.exclude(so=None)}

    assert len(cac_trang) == 1


def test_ma_qr_mo_dung_trang(client, van_ban):
    dia_chi = van_ban.noi_dung["dia_chi_tra_cuu"]

    assert dia_chi.endswith(reverse("donthu:tra_cuu", args=[van_ban.ma_tra_cuu]))


def test_ky_xong_thi_du_thao_khong_con_sua_duoc(client, don, bo_may, nay):
    ban = soan(don, nguoi=bo_may.tchc, ngay=nay, ma_mau="ND124-06", gia_tri={})
    ky_ban_hanh(ban, nguoi=bo_may.tchc, ngay=nay, phien_ban=1)
    client.force_login(bo_may.tchc)

    tra_loi = client.post(reverse("donthu:ban_thao", args=[don.pk, ban.pk]), phieu(ban, viec="luu", noi_dung="sửa"))

    ban.refresh_from_db()
    assert tra_loi.status_code == 409
    assert (ban.trang_thai, ban.phien_ban) == (TrangThaiBanThao.BAN_HANH, 1)


# --- A changed Word file as the issued text --------------------------------------------------------------------------


def tep_word(chu="Nội dung đã sửa") -> SimpleUploadedFile:
    dem, tai_lieu = BytesIO(), Document()
    tai_lieu.add_paragraph(chu)
    tai_lieu.save(dem)
    return SimpleUploadedFile("da-sua.docx", dem.getvalue())


def test_tep_word_da_sua_lam_ban_chinh(client, don, van_ban, bo_may):
    client.force_login(bo_may.tchc)

    tra_loi = client.post(reverse("donthu:ban_chinh", args=[don.pk, van_ban.pk]), {"tep": tep_word()})

    van_ban.refresh_from_db()
    assert (tra_loi.status_code, van_ban.so_ky_hieu) == (302, "01/TB-TTYT")
    assert van_ban.ban_tai_len.sha256 in client.get(f"/tra-cuu/{van_ban.ma_tra_cuu}/").content.decode()
    assert "Dùng tệp số" in NhatKy.objects.filter(doi_tuong=don.ma).latest("stt").noi_dung


def test_da_gui_thi_khong_thay_ban_chinh(client, don, van_ban, bo_may, nay):
    LanGui.objects.create(don=don, van_ban=van_ban, noi_nhan="Ông A", cach=LanGui.Cach.BUU_CHINH, ngay=nay)
    client.force_login(bo_may.tchc)

    tra_loi = client.post(reverse("donthu:ban_chinh", args=[don.pk, van_ban.pk]), {"tep": tep_word()})

    assert tra_loi.status_code == 409
    assert "Văn bản đã gửi đi nên không thay bản chính được." in tra_loi.content.decode()
    assert don.tep.count() == 0


def test_ban_chinh_phai_la_tep_word(client, don, van_ban, bo_may):
    client.force_login(bo_may.tchc)
    tep = SimpleUploadedFile("a.pdf", b"%PDF-1.4")

    tra_loi = client.post(reverse("donthu:ban_chinh", args=[don.pk, van_ban.pk]), {"tep": tep})

    assert "Xin chọn tệp Word (.docx)." in tra_loi.content.decode()


def test_ban_chinh_cua_to_cao_phai_xac_nhan(client, to_cao, bo_may):
    client.force_login(bo_may.tchc)
    van_ban = to_cao.van_ban_di.get(ma_mau="ND31-04")

    tra_loi = client.post(reverse("donthu:ban_chinh", args=[to_cao.pk, van_ban.pk]), {"tep": tep_word()})

    assert "xác nhận không có thông tin về người tố cáo" in tra_loi.content.decode()
    assert to_cao.tep.count() == 0


@pytest.mark.parametrize(
    ("vai", "mong_doi"),
    [("tchc", ["GIÁM ĐỐC", "Bác Sĩ Đứng Đầu"]), ("pho", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Người Phó"])],
)
def test_du_thao_ghi_ten_nguoi_se_ky(vai, mong_doi, mo, don, bo_may, nay, tao_nguoi):
    CauHinh.objects.update(nguoi_dung_dau="Bác Sĩ Đứng Đầu")
    ban = soan(don, nguoi=bo_may.tchc, ngay=nay, ma_mau=MAU_RIENG, gia_tri={})
    pho = tao_nguoi(VaiTro.LANH_DAO, ho_ten="Người Phó", chuc_vu="Phó Giám đốc")

    tep = mo(pho if vai == "pho" else bo_may.tchc, "tai_ban_thao", don.pk, ban.pk, "pdf").content

    dong = [dong.strip() for dong in PdfReader(BytesIO(tep)).pages[0].extract_text().splitlines() if dong.strip()]
    assert dong[-len(mong_doi) :] == mong_doi


def test_trang_buoc_bao_khi_du_thao_chua_tham_dinh_xong(mo, client, nhan, phan_loai, lam, bo_may, nay):
    don = lam(phan_loai(nhan(LoaiDon.KHIEU_NAI, nay), nay), Buoc.TRINH_THU_LY, bo_may.tchc, nay)
    ban = soan(don, nguoi=bo_may.tchc, ngay=nay, ma_mau=MAU_CUA_BUOC, gia_tri={})
    trinh(ban, nguoi=bo_may.tchc, ngay=nay, phien_ban=1)

    chu = mo(bo_may.giam_doc, "lam_buoc", don.pk, Buoc.THU_LY).content.decode()

    assert "Dự thảo chưa thẩm định xong nên chưa thực hiện được bước này." in chu
