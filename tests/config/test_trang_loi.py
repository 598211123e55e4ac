"""Error pages speak Vietnamese, and no page allows inline code."""

import re

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_protect

from config.urls import urlpatterns as cac_dia_chi
from config.urls import urlpatterns as cac_trang
from tochuc.loi import LoiNghiepVu

NGOAI_LE = {
    "400": SuspiciousOperation("x"),
    "403": PermissionDenied("x"),
    "409": LoiNghiepVu("Đơn đã được thụ lý ngày 02/12/2026."),
    "500": RuntimeError("x"),
}


def gay_loi(request, ma):
    raise NGOAI_LE[ma]


@csrf_protect
def nhan_bieu_mau(request):
    return HttpResponse("được")


urlpatterns = [*cac_trang, path("loi/<str:ma>/", gay_loi), path("bieu-mau/", nhan_bieu_mau), *cac_dia_chi]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def may_khach(client, tao_nguoi):
    """A signed-in client that gets the page of an error instead of the error."""
    client.force_login(tao_nguoi())
    client.raise_request_exception = False
    return client


def tieu_de(response) -> str:
    """The name of the page, without that of the centre."""
    return re.search(r"<title>(.*?)</title>", response.content.decode(), re.DOTALL)[1].split(" – ")[0].strip()


@pytest.mark.parametrize(
    ("dia_chi", "status_code", "ten_trang"),
    [
        ("/loi/400/", 400, "Yêu cầu không hợp lệ"),
        ("/loi/403/", 403, "Không có quyền thực hiện"),
        ("/khong-co/", 404, "Không tìm thấy trang"),
        ("/loi/409/", 409, "Chưa thực hiện được"),
        ("/loi/500/", 500, "Hệ thống gặp sự cố"),
    ],
)
def test_page_of_each_error(may_khach, dia_chi, status_code, ten_trang):
    response = may_khach.get(dia_chi)

    assert response.status_code == status_code
    assert tieu_de(response) == ten_trang
    assert '<html lang="vi">' in response.content.decode()


def test_not_found_without_signing_in(client, db):
    response = client.get("/khong-co/")

    assert response.status_code == 404
    assert tieu_de(response) == "Không tìm thấy trang"


def test_business_failure_shows_its_sentence(may_khach):
    response = may_khach.get("/loi/409/")

    assert '<p class="lead">Đơn đã được thụ lý ngày 02/12/2026.</p>' in response.content.decode()


def test_lost_csrf_token(may_khach):
    may_khach.handler.enforce_csrf_checks = True

    response = may_khach.post("/bieu-mau/")

    assert response.status_code == 403
    assert tieu_de(response) == "Biểu mẫu đã hết hiệu lực"


@pytest.mark.parametrize("dia_chi", ["/khong-co/", "/loi/409/", "/loi/500/"])
def test_no_inline_code_is_allowed(may_khach, dia_chi):
    response = may_khach.get(dia_chi)

    chinh_sach = dict(phan.strip().split(" ", 1) for phan in response["Content-Security-Policy"].split(";"))
    assert chinh_sach == {
        "default-src": "'self'",
        "img-src": "'self' data:",
        "object-src": "'self'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    assert re.findall(r"<style|<script(?![^>]* src=)|\sstyle=|\son\w+=", response.content.decode()) == []
