"""/healthz: 200 when database, broker and worker beat all work, 503 with the part that does not."""

import json
import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from config.celery import nhip_dap
from config.suc_khoe import KHOA_NHIP_DAP, ghi_nhip_dap

HOI_TU_NGOAI = """
import django
django.setup()
from django.test import Client
response = Client().get("/healthz", headers={"host": "127.0.0.1"})
print(response.status_code, response.content.decode())
"""


@pytest.fixture(autouse=True)
def chua_co_nhip_dap():
    """Each test begins before the first beat."""
    cache.delete(KHOA_NHIP_DAP)
    settings.TEP_NHIP_DAP.unlink(missing_ok=True)


def test_all_parts_work(client, db):
    nhip_dap()

    response = client.get("/healthz")

    assert response.status_code == 200
    assert response.json() == {"hoat_dong": True, "co_so_du_lieu": True, "hang_doi": True, "nhip_dap": True}
    assert response["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_no_beat_yet(client, db):
    response = client.get("/healthz")

    assert response.status_code == 503
    assert response.json() == {"hoat_dong": False, "co_so_du_lieu": True, "hang_doi": True, "nhip_dap": False}


@pytest.mark.parametrize(("giay", "status_code"), [(100, 200), (125, 503)])
def test_beat_grows_old(client, db, giay, status_code):
    ghi_nhip_dap(timezone.now() - timedelta(seconds=giay))

    response = client.get("/healthz")

    assert response.status_code == status_code


def test_post_is_refused(client, db):
    response = client.post("/healthz")

    assert response.status_code == 405


def test_lost_database_and_broker_are_named(tmp_path):
    khong_ai_nghe = {"DATABASE_URL": "postgres://a@127.0.0.1:1/a", "REDIS_URL": "redis://127.0.0.1:1/0"}
    moi_truong = {**os.environ, **khong_ai_nghe, "VAR_DIR": str(tmp_path), "DEMO": "1", "HTTPS": "false"}

    ket_qua = subprocess.run(
        [sys.executable, "-c", HOI_TU_NGOAI],
        cwd=settings.BASE_DIR,
        env=moi_truong | {"DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
        check=True,
    )

    ma, chu = ket_qua.stdout.splitlines()[-1].split(" ", 1)
    assert ma == "503"
    assert json.loads(chu) == {"hoat_dong": False, "co_so_du_lieu": False, "hang_doi": False, "nhip_dap": False}
