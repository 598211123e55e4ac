"""Address of the client, one line of log per request, end of an idle session."""

import logging
import time

from django.conf import settings
from django.contrib.auth import SESSION_KEY

LOGGER = logging.getLogger("config.truy_cap")

DAU_HOAT_DONG = "hoat_dong_cuoi"
NHIP_LUU_PHIEN = 60  # seconds


class DiaChiMayKhachMiddleware:
    """Put the client's address into REMOTE_ADDR when our own proxy stands in front.

    Only the last entry of X-Forwarded-For is the proxy's word; those before it come from the client. Lockout and log
    read REMOTE_ADDR and need not know of the proxy.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        chuyen_tiep = request.META.get("HTTP_X_FORWARDED_FOR", "")
        if settings.SAU_PROXY and chuyen_tiep:
            request.META["REMOTE_ADDR"] = chuyen_tiep.rsplit(",", 1)[-1].strip()
        return self.get_response(request)


class NhatKyTruyCapMiddleware:
    """One line per request: method, route, status, milliseconds, id of the user.

    The route is the pattern of the URL (`don-thu/<int:pk>/`), not the path: a path or a query string may hold what a
    person typed. Who looked at which petition stands in NhatKy, not in the log of the machine.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        bat_dau = time.perf_counter()
        response = self.get_response(request)
        nguoi = getattr(request, "_cached_user", None)  # request.user would ask the database where no view did
        LOGGER.info(
            "request",
            extra={
                "request": request,
                "status_code": response.status_code,
                "mili_giay": round((time.perf_counter() - bat_dau) * 1000),
                "nguoi": nguoi.pk if nguoi else None,
            },
        )
        return response


class PhienLamViecMiddleware:
    """Keep a session alive while it is used, with at most one write a minute.

    SESSION_COOKIE_AGE counts from the last save. Saving on each request would write a row for each page read; saving
    once a minute ends an idle session after 29 to 30 minutes.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        phien = request.session
        luc_nay = int(time.time())
        if SESSION_KEY in phien and luc_nay - phien.get(DAU_HOAT_DONG, 0) >= NHIP_LUU_PHIEN:
            phien[DAU_HOAT_DONG] = luc_nay
        return self.get_response(request)
