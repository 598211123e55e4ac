"""What holds for every test: nothing depends on the .env of the machine, nothing is written into var/."""

import os
import shutil
import tempfile
from pathlib import Path

from django.conf import settings

THU_MUC_TAM = Path(tempfile.mkdtemp(prefix="tiepdan-kiem-thu-"))


def pytest_configure():
    """Set before the first use of database, cache, mail and broker; each process of xdist has its own."""
    rieng = f"kiem_thu_{os.getpid()}"
    co_so = settings.DATABASES["default"]
    la_sqlite = co_so["ENGINE"].endswith("sqlite3")
    # A file, not memory: tests of two people at once need the locks of the real engine.
    co_so.setdefault("TEST", {})["NAME"] = str(THU_MUC_TAM / f"{rieng}.sqlite3") if la_sqlite else rieng
    settings.CACHES["default"]["KEY_PREFIX"] = rieng
    settings.MEDIA_ROOT = THU_MUC_TAM / "tep"
    settings.FILE_UPLOAD_TEMP_DIR = THU_MUC_TAM
    settings.TEP_NHIP_DAP = THU_MUC_TAM / "nhip-dap"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True
    settings.SECURE_SSL_REDIRECT = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    settings.CELERY_TASK_ALWAYS_EAGER = settings.CELERY_TASK_EAGER_PROPAGATES = True
    settings.DEMO = False


def pytest_unconfigure():
    """Remove what the tests wrote."""
    shutil.rmtree(THU_MUC_TAM, ignore_errors=True)
