"""Marking reminders as read; nobody marks another's."""

from datetime import datetime

from donthu.models import ThongBao
from tochuc.models import NhanVien


def danh_dau_da_doc(nguoi: NhanVien, bay_gio: datetime, khoa: int | None = None) -> int:
    """Mark one of this person's notices, or all of them when `khoa` is None; returns how many were unread."""
    chua_doc = ThongBao.objects.for_user(nguoi).filter(doc_luc=None)
    return (chua_doc if khoa is None else chua_doc.filter(pk=khoa)).update(doc_luc=bay_gio)
