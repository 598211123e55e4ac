"""The frame of every page: the menu of each role, the entry marked, the count of notices, and what it costs."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone

from config.khung_trang import khung
from donthu.models import ThongBao
from tochuc.models import NhanVien
from tochuc.vai_tro import VaiTro

MENU = {
    VaiTro.TIEP_DAN: ["Việc của tôi", "Tiếp công dân", "Sổ tiếp công dân", "Đơn thư"],
    VaiTro.TCHC: [
        "Việc của tôi",
        "Tiếp công dân",
        "Sổ tiếp công dân",
        "Lịch tiếp",
        "Đơn thư",
        "Giao việc",
        "Kế hoạch",
        "Báo cáo",
        "Nhập sổ cũ",
    ],
    VaiTro.TRUONG_DON_VI: ["Việc của tôi", "Đơn thư", "Giao việc", "Kế hoạch"],
    VaiTro.CHUYEN_VIEN: ["Việc của tôi", "Đơn thư", "Giao việc", "Kế hoạch"],
    VaiTro.LANH_DAO: ["Việc của tôi", "Sổ tiếp công dân", "Đơn thư", "Giao việc", "Kế hoạch", "Báo cáo", "Nhật ký"],
    VaiTro.QUAN_TRI: ["Việc của tôi", "Quản trị", "Nhật ký"],
}


def ngu_canh(nguoi, duong_dan="/") -> dict:
    request = RequestFactory().get(duong_dan)
    request.user = nguoi
    return khung(request)


@pytest.mark.parametrize("vai_tro", list(VaiTro))
def test_menu_of_a_role(tao_nguoi, vai_tro):
    cac_muc = ngu_canh(tao_nguoi(vai_tro))["muc_menu"]

    assert [muc.nhan for muc in cac_muc] == MENU[vai_tro]


@pytest.mark.parametrize("vai_tro", list(VaiTro))
def test_menu_leads_where_the_role_may_go(client, tao_nguoi, vai_tro):
    nguoi = tao_nguoi(vai_tro)
    client.force_login(nguoi)

    ma = {muc.dia_chi: client.get(muc.dia_chi).status_code for muc in ngu_canh(nguoi)["muc_menu"]}

    assert set(ma.values()) == {200}


@pytest.mark.parametrize(
    ("duong_dan", "dang_o"),
    [
        ("/", ["Việc của tôi"]),
        ("/quan-tri/", ["Quản trị"]),
        ("/quan-tri/nhan-vien/3/", ["Quản trị"]),
        ("/quan-tri/nhat-ky/", ["Nhật ký"]),
        ("/tro-giup/", []),
    ],
)
def test_entry_of_the_page_is_marked(tao_nguoi, duong_dan, dang_o):
    cac_muc = ngu_canh(tao_nguoi(VaiTro.QUAN_TRI), duong_dan)["muc_menu"]

    assert [muc.nhan for muc in cac_muc if muc.dang_chon] == dang_o


def test_parts_of_the_administration(tao_nguoi):
    cua_quan_tri = ngu_canh(tao_nguoi(VaiTro.QUAN_TRI), "/quan-tri/lich-nghi/3/")["muc_quan_tri"]
    cua_lanh_dao = ngu_canh(tao_nguoi(VaiTro.LANH_DAO), "/quan-tri/nhat-ky/")["muc_quan_tri"]

    assert [(muc.nhan, muc.dang_chon) for muc in cua_quan_tri] == [
        ("Trung tâm", False),
        ("Đơn vị", False),
        ("Nhân viên", False),
        ("Vai trò", False),
        ("Lịch nghỉ", True),
    ]
    assert list(cua_lanh_dao) == []


@pytest.mark.parametrize(("so_dong", "so_hien"), [(0, 0), (3, 3), (120, 99)])
def test_unread_notices(tao_nguoi, so_dong, so_hien):
    nguoi, khac = tao_nguoi(VaiTro.TCHC), tao_nguoi(VaiTro.TCHC)
    chung = {"muc": "con_5", "han": date(2026, 12, 2), "tao_luc": timezone.now()}
    ThongBao.objects.bulk_create(ThongBao(nguoi=nguoi, chu_the=f"don:{so}", **chung) for so in range(so_dong))
    ThongBao.objects.create(nguoi=nguoi, chu_the="đã đọc", doc_luc=timezone.now(), **chung)
    ThongBao.objects.create(nguoi=khac, chu_the="của người khác", **chung)

    assert ngu_canh(nguoi)["so_thong_bao"] == so_hien


@pytest.mark.parametrize("demo", [True, False])
def test_sample_data_is_said(db, settings, demo):
    settings.DEMO = demo

    assert ngu_canh(AnonymousUser())["moi_truong_mau"] is demo


def test_visitor_has_the_centre_and_no_menu(db):
    tra_ve = ngu_canh(AnonymousUser())

    assert tra_ve["cau_hinh"].ten_co_quan == "TRUNG TÂM Y TẾ"
    assert set(tra_ve) == {"cau_hinh", "moi_truong_mau"}


def test_error_before_the_sign_in_has_a_frame(db):
    tra_ve = khung(RequestFactory().get("/"))

    assert set(tra_ve) == {"cau_hinh", "moi_truong_mau"}


CA_KHUNG = (
    "{{ cau_hinh.ten_co_quan }}{{ cau_hinh.dia_danh }}{{ so_thong_bao }}"
    "{% for muc in muc_menu %}{{ muc.nhan }}{% endfor %}"
)


@pytest.mark.parametrize(("mau", "so_truy_van"), [("một mảnh trang", 0), (CA_KHUNG, 3)])
def test_what_the_frame_costs(tao_nguoi, django_assert_num_queries, mau, so_truy_van):
    nguoi = NhanVien.objects.get(pk=tao_nguoi(VaiTro.TCHC).pk)

    with django_assert_num_queries(so_truy_van):
        Template(mau).render(Context(ngu_canh(nguoi)))
