"""Address behind the proxy, the line of log, the end of an idle session."""

import logging
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.urls import path
from django.utils import timezone

from config.middleware import DAU_HOAT_DONG, DiaChiMayKhachMiddleware


def trang_thu(request, pk=0):
    return HttpResponse("được")


urlpatterns = [path("trang/<int:pk>/", trang_thu)]


@pytest.mark.parametrize(
    ("sau_proxy", "chuyen_tiep", "dia_chi"),
    [
        (True, "203.0.113.9", "203.0.113.9"),
        (True, "1.2.3.4, 203.0.113.9", "203.0.113.9"),
        (True, "", "127.0.0.1"),
        (False, "1.2.3.4", "127.0.0.1"),
    ],
)
def test_only_the_last_forwarded_address_counts(rf, settings, sau_proxy, chuyen_tiep, dia_chi):
    settings.SAU_PROXY = sau_proxy
    request = rf.get("/", headers={"x-forwarded-for": chuyen_tiep})

    DiaChiMayKhachMiddleware(trang_thu)(request)

    assert request.META["REMOTE_ADDR"] == dia_chi


@pytest.mark.urls(__name__)
def test_log_names_the_route_and_the_id_of_the_user(client, tao_nguoi, caplog):
    nguoi = tao_nguoi()
    client.force_login(nguoi)

    with caplog.at_level(logging.INFO, logger="config.truy_cap"):
        client.get("/trang/7/?q=Nguyễn")

    dong = [ghi for ghi in caplog.records if ghi.name == "config.truy_cap"]
    assert [(ghi.getMessage(), ghi.status_code, ghi.nguoi) for ghi in dong] == [("request", 200, nguoi.pk)]
    assert dong[0].request.resolver_match.route == "trang/<int:pk>/"


@pytest.mark.urls(__name__)
def test_session_in_use_is_saved_once_a_minute(client, tao_nguoi, django_assert_num_queries):
    client.force_login(tao_nguoi())
    client.get("/trang/1/")

    with django_assert_num_queries(2):  # session, user
        client.get("/trang/1/")

    phien = client.session
    phien[DAU_HOAT_DONG] -= 61
    phien.save()
    het_han_cu = timezone.now() + timedelta(seconds=5)
    Session.objects.update(expire_date=het_han_cu)
    client.get("/trang/1/")
    con_lai = Session.objects.get().expire_date - timezone.now()
    assert timedelta(minutes=29, seconds=50) < con_lai <= timedelta(minutes=30)


@pytest.mark.urls(__name__)
def test_idle_session_ends(client, tao_nguoi):
    client.force_login(tao_nguoi())
    client.get("/trang/1/")
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    response = client.get("/trang/1/")

    assert response.status_code == 302
    assert response["Location"] == f"{settings.LOGIN_URL}?next=/trang/1/"
