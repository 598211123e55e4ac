"""The log of the machine says what happened, never about whom."""

import json
import logging
import sys

from django.test import RequestFactory

from config.nhat_ky_he_thong import DinhDangJson


def ban_ghi(ten: str, noi_dung: str, *tham_so, loi=None, **them) -> dict:
    """What one record becomes, without its time."""
    record = logging.LogRecord(ten, logging.WARNING, "tep.py", 1, noi_dung, tham_so, loi)
    vars(record).update(them)
    dong = json.loads(DinhDangJson().format(record))
    del dong["luc"]
    return dong


def test_own_message_is_written_whole():
    dong = ban_ghi("donthu.tasks", "mailed %d of %d reminders", 3, 4)

    assert dong == {"muc": "WARNING", "nguon": "donthu.tasks", "noi_dung": "mailed 3 of 4 reminders"}


def test_path_and_query_of_a_request_are_left_out():
    request = RequestFactory().get("/cong-dan/012345678901/?q=Nguyễn Văn A")

    dong = ban_ghi("django.request", "Not Found: %s", request.path, request=request, status_code=404)

    assert dong == {
        "muc": "WARNING",
        "nguon": "django.request",
        "noi_dung": "Not Found: %s",
        "phuong_thuc": "GET",
        "duong_dan": "",
        "status_code": 404,
    }


def test_text_of_an_exception_is_left_out():
    try:
        try:
            raise KeyError("012345678901")
        except KeyError as goc:
            raise ValueError("Nguyễn Văn A") from goc
    except ValueError:
        loi = sys.exc_info()

    dong = ban_ghi("donthu.tasks", "petition %s failed", "Nguyễn Văn A", loi=loi)

    assert dong["noi_dung"] == "petition %s failed"
    assert [tang.split(" @ ")[0] for tang in dong["loi"]] == ["builtins.ValueError", "builtins.KeyError"]
    assert "Nguyễn" not in json.dumps(dong, ensure_ascii=False)
    assert "012345678901" not in json.dumps(dong)


def test_task_is_named_without_its_result():
    du_lieu = {"name": "donthu.tasks.gui_thong_bao", "id": "m1", "return_value": "Nguyễn Văn A"}

    dong = ban_ghi("celery.app.trace", "Task %(name)s succeeded: %(return_value)s", du_lieu, data=du_lieu)

    assert dong == {
        "muc": "WARNING",
        "nguon": "celery.app.trace",
        "noi_dung": "Task %(name)s succeeded: %(return_value)s",
        "tac_vu": "donthu.tasks.gui_thong_bao",
        "ma_tac_vu": "m1",
    }
