"""Pages of secrecy: the panel, the list and its forms, the extract of the log; and what the log of reads says."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from donthu.models import DonThu, QuanHe
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.models import NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.vai_tro import VaiTro

NGAY = date(2026, 9, 1)
KHONG_DUA_VAO = "Không đưa người này vào danh sách."


@pytest.fixture
def pho(tao_nguoi):
    return tao_nguoi(VaiTro.LANH_DAO, chuc_vu="Phó Giám đốc", ho_ten="Lê Văn Phó")


@pytest.fixture
def don(bo_may, pho, nhan):
    return nhan(LoaiDon.TO_CAO, NGAY)


@pytest.fixture
def vao(client):
    def dang_nhap(nguoi):
        client.force_login(nguoi)
        return client

    return dang_nhap


def dia_chi(ten, don, *khac) -> str:
    return reverse(f"donthu:{ten}", args=[don.pk, *khac])


def cac_dong_mat() -> list[tuple]:
    dong = NhatKy.objects.filter(mat=True).order_by("stt")
    return list(dong.values_list("nguoi", "viec", "doi_tuong", "noi_dung"))


def test_bang_ai_xem_duoc_noi_ly_do_tu_bao_gio(vao, bo_may, don):
    trang = vao(bo_may.tchc).get(don.get_absolute_url()).content.decode()

    for nguoi, ly_do in (
        (bo_may.tiep_dan, "Người tiếp nhận"),
        (bo_may.giam_doc, "Người giải quyết tố cáo"),
        (bo_may.tchc, "Bộ phận xử lý đơn"),
    ):
        assert f'{nguoi.ho_ten}\n                        <span class="chu-phu">{ly_do}, từ 01/09/2026</span>' in trang
    assert dia_chi("nguoi_biet", don) in trang


def test_nguoi_tiep_nhan_thay_bang_khong_sua_duoc(vao, bo_may, don):
    client = vao(bo_may.tiep_dan)

    trang = client.get(don.get_absolute_url()).content.decode()

    assert dia_chi("nguoi_biet", don) not in trang
    assert client.get(dia_chi("nguoi_biet", don)).status_code == 403
    assert client.post(dia_chi("nguoi_biet_them", don)).status_code == 403


@pytest.mark.parametrize("ten", ["pho", "truong_khoa", "quan_tri"])
def test_nguoi_khong_biet_thi_khong_co_trang(vao, bo_may, pho, don, ten):
    client = vao(pho if ten == "pho" else getattr(bo_may, ten))

    assert [client.get(dia_chi(trang, don)).status_code for trang in ("nguoi_biet", "in_luot_xem")] == [404, 404]
    assert NhatKy.objects.count() == 0


def test_dua_vao_roi_dua_ra(vao, bo_may, pho, don):
    client = vao(bo_may.giam_doc)

    them = client.post(dia_chi("nguoi_biet_them", don), {"them": [pho.pk], "ly_do": "Phụ trách thay"}, follow=True)
    dong = don.nguoi_duoc_biet.get(nhan_vien=pho)
    bo = client.post(dia_chi("nguoi_biet_thoi", don, dong.pk), {"ly_do": "Hết phụ trách"}, follow=True)

    assert "Đã đưa vào danh sách được biết." in them.content.decode()
    assert "Đã đưa Lê Văn Phó ra khỏi danh sách được biết." in bo.content.decode()
    dong.refresh_from_db()
    assert (dong.ly_do, dong.ly_do_thoi) == ("Phụ trách thay", "Hết phụ trách")


def test_thieu_ly_do_thi_noi_canh_o_chu_da_go_con_nguyen(vao, bo_may, pho, don):
    client = vao(bo_may.giam_doc)
    cua_tchc = don.nguoi_duoc_biet.get(nhan_vien=bo_may.tchc)

    them = client.post(dia_chi("nguoi_biet_them", don), {"them": [pho.pk], "ly_do": ""}).content.decode()
    thoi = client.post(dia_chi("nguoi_biet_thoi", don, cua_tchc.pk), {"ly_do": ""}).content.decode()

    assert "Xin ghi lý do người này cần biết vụ việc." in them
    assert f'<option value="{pho.pk}" selected>' in them
    assert "Xin ghi lý do đưa người này ra khỏi danh sách." in thoi
    assert cua_tchc.nhan_vien in {dong.nhan_vien for dong in don.nguoi_duoc_biet.filter(ngay_thoi=None)}


def test_nguoi_phai_tranh_khong_co_trong_lua_chon_gui_len_van_mot_cau(vao, bo_may, pho, don, tao_nguoi):
    """The accused, a colleague of his unit, a recorded relative and a made-up key get the same sentence."""
    cac_nguoi = {
        "bi_to_cao": bo_may.truong_khoa,
        "cung_don_vi": tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=bo_may.khoa),
        "than_nhan": bo_may.khoa_khac,
    }
    don.nguoi_bi_to_cao.set([bo_may.truong_khoa])
    don.nguoi_lien_quan.create(nhan_vien=bo_may.khoa_khac, quan_he=QuanHe.THAN_NHAN)
    client = vao(bo_may.tchc)
    lua_chon = client.get(dia_chi("nguoi_biet", don)).context["form_them"].fields["them"].queryset

    cau = {
        khoa: client.post(dia_chi("nguoi_biet_them", don), {"them": [khoa], "ly_do": "x"}).context["form_them"].errors
        for khoa in [*(nguoi.pk for nguoi in cac_nguoi.values()), 999_999, "khong-phai-so"]
    }

    assert set(lua_chon) == {pho}
    assert {str(loi["them"][0]) for loi in cau.values()} == {KHONG_DUA_VAO}


def test_ghi_nguoi_lien_quan_va_bo_ghi(vao, bo_may, don):
    client = vao(bo_may.giam_doc)

    client.post(dia_chi("nguoi_lien_quan", don), {"lien_quan": bo_may.tchc.pk, "quan_he": QuanHe.NHAN_CHUNG})
    sau_ghi = DonThu.objects.for_user(bo_may.tchc).filter(pk=don.pk).exists()
    client.post(dia_chi("nguoi_lien_quan_bo", don, don.nguoi_lien_quan.get().pk))

    assert sau_ghi is False
    assert not don.nguoi_lien_quan.exists()


def test_tu_ghi_minh_lien_quan_thi_ve_danh_sach(vao, bo_may, don):
    client = vao(bo_may.tchc)

    tra_loi = client.post(dia_chi("nguoi_lien_quan", don), {"lien_quan": bo_may.tchc.pk, "quan_he": QuanHe.LOI_ICH})

    assert tra_loi.headers["Location"] == reverse("donthu:danh_sach")
    assert client.get(don.get_absolute_url()).status_code == 404


def test_nguoi_cuoi_cung_tu_ghi_thi_409(vao, bo_may, don):
    don.nguoi_duoc_biet.exclude(nhan_vien=bo_may.tchc).update(ngay_thoi=NGAY)

    tra_loi = vao(bo_may.tchc).post(
        dia_chi("nguoi_lien_quan", don), {"lien_quan": bo_may.tchc.pk, "quan_he": QuanHe.LOI_ICH}
    )

    assert tra_loi.status_code == 409
    assert "còn ít nhất một người" in tra_loi.content.decode()


def test_don_khac_to_cao_khong_co_danh_sach(vao, bo_may, nhan):
    khieu_nai = nhan(LoaiDon.KHIEU_NAI, NGAY)
    client = vao(bo_may.tchc)

    assert client.get(dia_chi("nguoi_biet", khieu_nai)).status_code == 404
    assert client.get(dia_chi("in_luot_xem", khieu_nai)).status_code == 404


# --- The log of reads ------------------------------------------------------------------------------------------------


def test_moi_luot_doc_to_cao_de_lai_mot_dong_mat(vao, bo_may, don):
    client, nguoi = vao(bo_may.tchc), bo_may.tchc.pk
    cac_luot = [
        ("get", don.get_absolute_url(), ViecNhatKy.XEM, "Xem đơn tố cáo"),
        ("post", dia_chi("hien_nhan_than", don), ViecNhatKy.XEM, "Xem đơn tố cáo"),
        ("get", dia_chi("lam_buoc", don, Buoc.PHAN_LOAI), ViecNhatKy.XEM, "Xem bước “Phân loại”"),
        ("get", f"{reverse('donthu:quy_trinh', args=['TC'])}?don={don.pk}", ViecNhatKy.XEM, None),
        ("get", dia_chi("nguoi_biet", don), ViecNhatKy.XEM, "Xem danh sách người được biết"),
        ("get", dia_chi("in_luot_xem", don), ViecNhatKy.IN_AN, "In trích nhật ký lượt xem"),
    ]

    for cach, noi, *_ in cac_luot:
        assert getattr(client, cach)(noi).status_code == 200

    cac_dong = cac_dong_mat()
    assert [dong[:3] for dong in cac_dong] == [(nguoi, viec, don.ma) for _, _, viec, _ in cac_luot]
    assert [thay[3] for thay, (*_, cau) in zip(cac_dong, cac_luot, strict=True) if cau] == [
        cau for *_, cau in cac_luot if cau
    ]
    assert not NhatKy.objects.filter(mat=False, doi_tuong=don.ma).exists()


def test_doc_don_khac_khong_ghi_hien_nhan_than_thi_ghi(vao, bo_may, nhan):
    khieu_nai = nhan(LoaiDon.KHIEU_NAI, NGAY)
    client = vao(bo_may.tchc)
    client.get(khieu_nai.get_absolute_url())
    truoc = NhatKy.objects.count()

    client.post(dia_chi("hien_nhan_than", khieu_nai))

    assert truoc == 0
    dong = NhatKy.objects.get()
    assert (dong.doi_tuong, dong.viec, dong.mat) == (khieu_nai.ma, ViecNhatKy.XEM, False)


def test_nhat_ky_chung_khong_co_dong_mat(vao, bo_may, don):
    vao(bo_may.tchc).get(don.get_absolute_url())
    trang_quan_tri = vao(bo_may.quan_tri).get("/quan-tri/nhat-ky/").content.decode()
    loc = vao(bo_may.quan_tri).get("/quan-tri/nhat-ky/", {"doi_tuong": don.ma})

    assert don.ma not in trang_quan_tri
    assert list(loc.context["trang"]) == []


def test_giam_doc_doc_luot_xem_moi_to_cao_duoc_biet(vao, bo_may, don, nhan):
    lanh_dao = nhan(LoaiDon.TO_CAO, NGAY, bi_to_cao_lanh_dao=True)
    for mot in (don, lanh_dao):
        vao(bo_may.tchc).get(mot.get_absolute_url())

    trang = vao(bo_may.giam_doc).get("/don-thu/luot-xem-to-cao/")

    assert [dong.doi_tuong for dong in trang.context["trang"]] == [don.ma]
    assert bo_may.tchc.ho_ten in trang.content.decode()
    assert lanh_dao.ma not in trang.content.decode()


@pytest.mark.parametrize("ten", ["tchc", "tiep_dan", "truong_khoa", "quan_tri"])
def test_ai_khac_khong_doc_luot_xem_to_cao(vao, bo_may, ten):
    assert vao(getattr(bo_may, ten)).get("/don-thu/luot-xem-to-cao/").status_code == 403


def test_to_cao_lanh_dao_thi_nguoi_tiep_nhan_in_trich_nhat_ky_gui_so(vao, bo_may, nhan):
    don = nhan(LoaiDon.TO_CAO, NGAY, bi_to_cao_lanh_dao=True)
    vao(bo_may.tchc).get(don.get_absolute_url())

    tra_loi = vao(bo_may.tiep_dan).get(dia_chi("in_luot_xem", don))

    chu = "".join(trang.extract_text() for trang in PdfReader(BytesIO(tra_loi.content)).pages)
    assert tra_loi.headers["Content-Type"] == "application/pdf"
    assert all(phan in chu for phan in (don.ma, bo_may.tchc.ho_ten, bo_may.tiep_dan.ho_ten, "Xem đơn tố cáo"))
    assert bo_may.giam_doc.ho_ten not in chu
    assert vao(bo_may.giam_doc).get(dia_chi("in_luot_xem", don)).status_code == 404


def test_nguoi_xac_minh_khong_in_trich_nhat_ky(vao, bo_may, don):
    don.nguoi_duoc_biet.create(nhan_vien=bo_may.truong_khoa, ly_do="Xác minh", tu_ngay=NGAY)

    assert vao(bo_may.truong_khoa).get(don.get_absolute_url()).status_code == 200
    assert vao(bo_may.truong_khoa).get(dia_chi("in_luot_xem", don)).status_code == 403
