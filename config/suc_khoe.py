"""What /healthz answers: database, broker, worker and beat."""

import logging
import os
from datetime import datetime

import redis
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

LOGGER = logging.getLogger(__name__)

KHOA_NHIP_DAP = "nhip-dap"
NHIP_DAP_TOI_DA = 120  # seconds; beat strikes every 30
CHO_REDIS = 2.0  # seconds


def ghi_nhip_dap(luc: datetime) -> None:
    """Leave the moment of the beat where the web process reads it: the cache in Redis, or a file under VAR_DIR."""
    giay = int(luc.timestamp())
    if settings.REDIS_URL:
        cache.set(KHOA_NHIP_DAP, giay, timeout=None)
        return
    tep_tam = settings.TEP_NHIP_DAP.with_suffix(".tam")
    tep_tam.write_text(str(giay))
    tep_tam.replace(settings.TEP_NHIP_DAP)


def doc_nhip_dap() -> int:
    """Seconds of the last beat, 0 when there was none."""
    if settings.REDIS_URL:
        return cache.get(KHOA_NHIP_DAP, 0)
    return int(settings.TEP_NHIP_DAP.read_text()) if settings.TEP_NHIP_DAP.exists() else 0


def co_co_so_du_lieu() -> bool:
    """The database answers a query."""
    try:
        with connection.cursor() as con_tro:
            con_tro.execute("SELECT 1")
    except DatabaseError as loi:
        LOGGER.error("database does not answer: %s", type(loi).__name__)
        return False
    return True


def co_hang_doi() -> bool:
    """The broker takes messages: Redis answers, or the folder of messages can be written."""
    if not settings.REDIS_URL:
        return os.access(settings.THU_MUC_HANG_DOI, os.W_OK | os.X_OK)
    try:
        with redis.Redis.from_url(
            settings.REDIS_URL, socket_connect_timeout=CHO_REDIS, socket_timeout=CHO_REDIS
        ) as may_khach:
            return may_khach.ping()
    except redis.RedisError as loi:
        LOGGER.error("broker does not answer: %s", type(loi).__name__)
        return False


def co_nhip_dap() -> bool:
    """A worker carried out the last beat less than NHIP_DAP_TOI_DA seconds ago."""
    try:
        return timezone.now().timestamp() - doc_nhip_dap() <= NHIP_DAP_TOI_DA
    except (redis.RedisError, OSError, ValueError) as loi:
        LOGGER.error("beat of the worker cannot be read: %s", type(loi).__name__)
        return False


@login_not_required
@never_cache
@require_safe
def suc_khoe(request: HttpRequest) -> JsonResponse:
    """200 when all parts work, 503 with the part that does not."""
    phan = {"co_so_du_lieu": co_co_so_du_lieu(), "hang_doi": co_hang_doi(), "nhip_dap": co_nhip_dap()}
    return JsonResponse({"hoat_dong": all(phan.values()), **phan}, status=200 if all(phan.values()) else 503)
