"""JSON lines for the log of the machine, without personal data."""

import json
import logging
import traceback
from datetime import UTC, datetime

# Loggers of Django and Celery put paths, hosts, arguments and texts of exceptions into their messages.
NGUON_CO_DU_LIEU = ("django.request", "django.security", "django.server", "celery.app.trace")


def duong_dan_mau(request) -> str:
    """Pattern of the URL a request matched, "" when none."""
    khop = getattr(request, "resolver_match", None)
    return khop.route if khop else ""


def chuoi_loi(loi: BaseException) -> list[str]:
    """Types of an exception and of its causes with their innermost frames, without their texts.

    The text of a database error quotes the row ("Key (so_cccd)=(…) already exists"), the text of a form error what
    was typed: neither belongs in the log.
    """
    dong = []
    while loi is not None:
        khung = traceback.extract_tb(loi.__traceback__)[-8:]
        noi = " < ".join(f"{tang.filename}:{tang.lineno} {tang.name}" for tang in reversed(khung))
        dong.append(f"{type(loi).__module__}.{type(loi).__qualname__} @ {noi}")
        loi = loi.__cause__ or (None if loi.__suppress_context__ else loi.__context__)
    return dong


class DinhDangJson(logging.Formatter):
    """One JSON object per record: time, level, logger, message; of a request: route, status, time, id of the user.

    A record with an exception, or of a logger that quotes input, is written as its template, without arguments.
    """

    def format(self, record: logging.LogRecord) -> str:
        an_tham_so = record.exc_info or record.name.startswith(NGUON_CO_DU_LIEU)
        dong = {
            "luc": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "muc": record.levelname,
            "nguon": record.name,
            "noi_dung": str(record.msg) if an_tham_so else record.getMessage(),
        }
        request = getattr(record, "request", None)
        if hasattr(request, "method"):
            dong |= {"phuong_thuc": request.method, "duong_dan": duong_dan_mau(request)}
        for ten in ("status_code", "mili_giay", "nguoi"):
            if hasattr(record, ten):
                dong[ten] = getattr(record, ten)
        tac_vu = getattr(record, "data", None)
        if isinstance(tac_vu, dict) and "name" in tac_vu:
            dong |= {"tac_vu": tac_vu["name"], "ma_tac_vu": tac_vu.get("id")}
        if record.exc_info and record.exc_info[1]:
            dong["loi"] = chuoi_loi(record.exc_info[1])
        return json.dumps(dong, ensure_ascii=False)
