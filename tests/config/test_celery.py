"""The timetable of beat."""

import os
import subprocess
import sys

from django.conf import settings

from config.celery import ung_dung_celery

GUI_ROI_CHO = """
import time
import django
django.setup()
from config.celery import nhip_dap
from config.suc_khoe import doc_nhip_dap
luc_gui = int(time.time())
nhip_dap.delay()
while doc_nhip_dap() < luc_gui:
    time.sleep(0.1)
"""


def test_every_entry_of_the_timetable_is_a_task():
    ung_dung_celery.loader.import_default_modules()

    cac_tac_vu = {muc["task"] for muc in settings.CELERY_BEAT_SCHEDULE.values()}

    assert cac_tac_vu - set(ung_dung_celery.tasks) == set()


def test_no_entry_piles_up_while_no_worker_runs():
    assert [ten for ten, muc in settings.CELERY_BEAT_SCHEDULE.items() if "expires" not in muc["options"]] == []


def test_working_morning_is_counted_in_vietnam():
    lich = settings.CELERY_BEAT_SCHEDULE["nhac-viec-hang-ngay"]["schedule"]

    assert (lich.hour, lich.minute) == ({7}, {0})
    assert settings.CELERY_TIMEZONE == settings.TIME_ZONE == "Asia/Ho_Chi_Minh"


def test_a_worker_takes_what_another_process_sent(tmp_path):
    """The real broker of this run, Redis or files: one process sends, a worker carries out, /healthz would see it."""
    moi_truong = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "VAR_DIR": str(tmp_path),
        "DEMO": "1",
        "DATABASE_URL": "",
        "REDIS_URL": settings.REDIS_URL,
    }
    lenh = [sys.executable, "-m", "celery", "--quiet", "--app=config", "worker", "--pool=solo", "--without-mingle"]
    with subprocess.Popen(
        lenh, cwd=settings.BASE_DIR, env=moi_truong, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as tho:
        try:
            ket_qua = subprocess.run(
                [sys.executable, "-c", GUI_ROI_CHO], cwd=settings.BASE_DIR, env=moi_truong, timeout=60, check=False
            )
        finally:
            tho.terminate()

    assert ket_qua.returncode == 0
