"""Project package; importing it makes ours the default Celery application, so that shared tasks find their broker."""

from config.celery import ung_dung_celery

__all__ = ["ung_dung_celery"]
