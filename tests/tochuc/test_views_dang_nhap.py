"""Signing in, out, lockout, one's own password."""

import pytest
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.urls import reverse

from tochuc import actions
from tochuc.models import NhanVien, NhatKy
from tochuc.vai_tro import VaiTro

MAT_KHAU = "mat-khau-thu-1"
MAT_KHAU_RIENG = "Cây-Khế-2026"


@pytest.fixture
def lan(tao_nguoi):
    return tao_nguoi(VaiTro.QUAN_TRI, username="lan")


@pytest.fixture
def dang_nhap(client):
    def gui(username="lan", password=MAT_KHAU, **khac):
        return client.post("/dang-nhap/", {"username": username, "password": password} | khac)

    return gui


def nguoi_trong_phien(client) -> int | None:
    dau = client.session.get(SESSION_KEY)
    return int(dau) if dau else None


def loi_form(response) -> list[str]:
    return [cau for cac_cau in response.context["form"].errors.values() for cau in cac_cau]


# --- In and out ------------------------------------------------------------------------------------------------------


def test_every_page_leads_to_the_sign_in(client, db):
    response = client.get("/quan-tri/nhan-vien/?q=lan")

    assert (response.status_code, response.url) == (302, "/dang-nhap/?next=/quan-tri/nhan-vien/%3Fq%3Dlan")


def test_sign_in(client, lan, dang_nhap, doc_nhat_ky):
    response = dang_nhap()

    assert (response.status_code, response.url) == (302, "/")
    assert nguoi_trong_phien(client) == lan.pk
    assert doc_nhat_ky() == [("dang_nhap", f"nhan_vien:{lan.pk}", "")]
    assert NhatKy.objects.get().nguoi == lan


@pytest.mark.parametrize(
    ("tiep", "den"),
    [
        ("/quan-tri/?a=1", "/quan-tri/?a=1"),
        ("https://example.com/", "/"),
        ("//example.com/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_next_page_is_ours(lan, dang_nhap, tiep, den):
    response = dang_nhap(next=tiep)

    assert response.url == den


def test_who_is_signed_in_needs_no_sign_in(client, lan):
    client.force_login(lan)

    response = client.get("/dang-nhap/")

    assert (response.status_code, response.url) == (302, "/")


@pytest.mark.parametrize(("username", "password"), [("lan", "sai"), ("ai-do", MAT_KHAU), ("LAN", MAT_KHAU)])
def test_wrong_name_or_password(client, lan, dang_nhap, doc_nhat_ky, username, password):
    response = dang_nhap(username, password)

    assert response.status_code == 200
    assert loi_form(response) == [
        "Tên đăng nhập hoặc mật khẩu không đúng. Xin xem lại chữ hoa, chữ thường và bộ gõ tiếng Việt."
    ]
    assert f'value="{username}"' in response.content.decode()
    assert nguoi_trong_phien(client) is None
    assert doc_nhat_ky() == []


def test_closed_account_does_not_open(client, lan, dang_nhap):
    lan.is_active = False
    lan.save()

    response = dang_nhap()

    assert response.status_code == 200
    assert nguoi_trong_phien(client) is None


def test_closing_an_account_ends_its_session(client, lan, tao_nguoi):
    client.force_login(lan)
    actions.dat_hoat_dong(lan, nguoi=tao_nguoi(VaiTro.QUAN_TRI), hoat_dong=False)

    response = client.get("/quan-tri/")

    assert response.status_code == 302


def test_sign_out_by_post_only(client, lan):
    client.force_login(lan)

    doc = client.get("/dang-xuat/")
    con = nguoi_trong_phien(client)
    gui = client.post("/dang-xuat/")

    assert (doc.status_code, con) == (405, lan.pk)
    assert (gui.status_code, gui.url) == (302, "/dang-nhap/")
    assert nguoi_trong_phien(client) is None


def test_a_session_ends_after_half_an_hour_of_nothing():
    assert settings.SESSION_COOKIE_AGE == 30 * 60
    assert "config.middleware.PhienLamViecMiddleware" in settings.MIDDLEWARE


# --- Lockout ---------------------------------------------------------------------------------------------------------


def test_five_wrong_passwords_lock(client, lan, dang_nhap):
    cac_ma = [dang_nhap(password=f"sai {so}").status_code for so in range(5)]

    dung = dang_nhap()

    assert cac_ma == [200, 200, 200, 200, 429]
    assert dung.status_code == 429
    assert settings.AXES_LOCKOUT_TEMPLATE in {mau.name for mau in dung.templates}
    assert "5 lần liên tiếp" in dung.content.decode()
    assert "trong 15 phút" in dung.content.decode()
    assert nguoi_trong_phien(client) is None


def test_lock_is_of_one_name_on_one_machine(client, lan, tao_nguoi, dang_nhap):
    tao_nguoi(VaiTro.TCHC, username="hoa")
    for so in range(5):
        dang_nhap(password=f"sai {so}")

    ten_khac = dang_nhap("hoa")
    client.logout()
    may_khac = client.post("/dang-nhap/", {"username": "lan", "password": MAT_KHAU}, REMOTE_ADDR="10.0.0.9")

    assert (ten_khac.status_code, may_khac.status_code) == (302, 302)


def test_right_password_forgets_the_wrong_ones(client, lan, dang_nhap):
    for lan_thu in range(2):
        for so in range(4):
            dang_nhap(password=f"sai {lan_thu} {so}")
        ma = dang_nhap().status_code
        client.logout()

        assert ma == 302


def test_unlocked_account_opens_again(client, lan, tao_nguoi, dang_nhap):
    for so in range(5):
        dang_nhap(password=f"sai {so}")
    actions.mo_khoa_dang_nhap(lan, nguoi=tao_nguoi(VaiTro.QUAN_TRI))

    response = dang_nhap()

    assert response.status_code == 302


# --- A password given by somebody else -------------------------------------------------------------------------------


@pytest.fixture
def mat_khau_cap(lan, tao_nguoi):
    return actions.dat_lai_mat_khau(lan, nguoi=tao_nguoi(VaiTro.QUAN_TRI))


def test_given_password_opens_only_the_page_of_the_new_one(client, lan, dang_nhap, mat_khau_cap):
    response = dang_nhap(password=mat_khau_cap, next="/quan-tri/")

    assert (response.status_code, response.url) == (302, "/dang-nhap/mat-khau-moi/?next=%2Fquan-tri%2F")
    assert nguoi_trong_phien(client) is None
    assert client.get("/quan-tri/").status_code == 302


def test_own_password_finishes_the_sign_in(client, lan, dang_nhap, mat_khau_cap, doc_nhat_ky):
    dang_nhap(password=mat_khau_cap)

    response = client.post(
        "/dang-nhap/mat-khau-moi/",
        {"new_password1": MAT_KHAU_RIENG, "new_password2": MAT_KHAU_RIENG, "next": "/quan-tri/"},
    )

    assert (response.status_code, response.url) == (302, "/quan-tri/")
    assert nguoi_trong_phien(client) == lan.pk
    assert NhanVien.objects.get(pk=lan.pk).check_password(MAT_KHAU_RIENG)
    assert doc_nhat_ky()[-2:] == [
        ("sua", f"mat_khau:{lan.pk}", "Tự đổi mật khẩu"),
        ("dang_nhap", f"nhan_vien:{lan.pk}", ""),
    ]
    client.logout()
    assert dang_nhap(password=MAT_KHAU_RIENG).url == "/"


@pytest.mark.parametrize(
    ("mot", "hai", "cau"),
    [
        ("ngắn", "ngắn", "Mật khẩu phải có ít nhất 10 ký tự."),
        (MAT_KHAU_RIENG, "Cây-Khế-2027", "Hai lần nhập mật khẩu mới không giống nhau."),
    ],
)
def test_bad_new_password_keeps_the_door_shut(client, lan, dang_nhap, mat_khau_cap, mot, hai, cau):
    dang_nhap(password=mat_khau_cap)

    response = client.post("/dang-nhap/mat-khau-moi/", {"new_password1": mot, "new_password2": hai})

    assert response.status_code == 200
    assert loi_form(response) == [cau]
    assert nguoi_trong_phien(client) is None


def test_given_password_cannot_become_the_own_one(client, lan, dang_nhap, mat_khau_cap):
    dang_nhap(password=mat_khau_cap)

    response = client.post("/dang-nhap/mat-khau-moi/", {"new_password1": mat_khau_cap, "new_password2": mat_khau_cap})

    assert loi_form(response) == ["Mật khẩu mới phải khác mật khẩu đang dùng."]


def test_password_given_anew_makes_the_first_worthless(client, lan, tao_nguoi, dang_nhap, mat_khau_cap):
    dang_nhap(password=mat_khau_cap)
    actions.dat_lai_mat_khau(NhanVien.objects.get(pk=lan.pk), nguoi=tao_nguoi(VaiTro.QUAN_TRI))

    response = client.get("/dang-nhap/mat-khau-moi/")

    assert (response.status_code, response.url) == (302, "/dang-nhap/")


def test_page_of_the_new_password_needs_the_given_one(client, db):
    response = client.get("/dang-nhap/mat-khau-moi/")

    assert (response.status_code, response.url) == (302, "/dang-nhap/")


# --- One's own password ----------------------------------------------------------------------------------------------


def test_change_password(client, lan, doc_nhat_ky):
    client.force_login(lan)

    response = client.post(
        "/doi-mat-khau/",
        {"old_password": MAT_KHAU, "new_password1": MAT_KHAU_RIENG, "new_password2": MAT_KHAU_RIENG},
    )

    assert (response.status_code, response.url) == (302, "/")
    assert client.get("/quan-tri/").status_code == 200
    assert NhanVien.objects.get(pk=lan.pk).check_password(MAT_KHAU_RIENG)
    assert doc_nhat_ky() == [("sua", f"mat_khau:{lan.pk}", "Tự đổi mật khẩu")]


@pytest.mark.parametrize(
    ("cu", "moi", "cau"),
    [
        ("sai", MAT_KHAU_RIENG, ["Mật khẩu đang dùng không đúng."]),
        (
            MAT_KHAU,
            "1234567890",
            ["Mật khẩu này nhiều người dùng nên dễ bị đoán ra.", "Mật khẩu không được chỉ gồm chữ số."],
        ),
        (MAT_KHAU, MAT_KHAU, ["Mật khẩu mới phải khác mật khẩu đang dùng."]),
        (MAT_KHAU, "", ["Trường này là bắt buộc.", "Trường này là bắt buộc."]),
    ],
)
def test_password_that_is_refused(client, lan, doc_nhat_ky, cu, moi, cau):
    client.force_login(lan)

    response = client.post("/doi-mat-khau/", {"old_password": cu, "new_password1": moi, "new_password2": moi})

    assert response.status_code == 200
    assert loi_form(response) == cau
    assert NhanVien.objects.get(pk=lan.pk).check_password(MAT_KHAU)
    assert doc_nhat_ky() == []


def test_other_sessions_end_with_the_old_password(client, lan):
    client.force_login(lan)
    actions.doi_mat_khau(lan, MAT_KHAU_RIENG)

    response = client.get(reverse("doi_mat_khau"))

    assert response.status_code == 302
