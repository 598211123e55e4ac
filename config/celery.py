"""The Celery application; broker (Redis, or files under VAR_DIR) and timetable stand in the settings."""

import os

from celery import Celery
from celery.signals import setup_logging
from django.core.management import call_command
from django.utils import timezone

from config.suc_khoe import ghi_nhip_dap

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

ung_dung_celery = Celery("config")
ung_dung_celery.config_from_object("django.conf:settings", namespace="CELERY")
ung_dung_celery.autodiscover_tasks()


@setup_logging.connect
def giu_nhat_ky_django(**_):
    """Connecting this signal keeps Celery from replacing LOGGING of the settings, which drops personal data."""


@ung_dung_celery.task
def nhip_dap() -> None:
    """Show that beat, broker and worker all live; /healthz reads the mark."""
    ghi_nhip_dap(timezone.now())


@ung_dung_celery.task
def don_phien() -> None:
    """Delete the sessions that ended, once a night."""
    call_command("clearsessions", verbosity=0)
