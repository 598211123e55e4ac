"""Addresses of the benchmark: those of the application, and the bare page that every figure is a multiple of."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

DAU_SO_TRUY_VAN = "X-So-Truy-Van"
MAU_TRANG_TRON = engines["django"].from_string("<!doctype html><title>Trang trơn</title><p>{{ request.user }}</p>")


class DemTruyVanMiddleware:
    """Count the queries of a request and say so in a header."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        so_truy_van = 0

        def dem(execute, sql, params, many, context):
            nonlocal so_truy_van
            so_truy_van += 1
            return execute(sql, params, many, context)

        with connection.execute_wrapper(dem):
            response = self.get_response(request)
        response.headers[DAU_SO_TRUY_VAN] = str(so_truy_van)
        return response


def trang_tron(request: HttpRequest) -> HttpResponse:
    """The least a signed-in page can do: session, user, a line of template, behind the same middleware."""
    return HttpResponse(MAU_TRANG_TRON.render({}, request))


urlpatterns = [
    path("bench/trang-tron/", trang_tron, name="trang_tron"),
    path("", include("config.urls")),
]
