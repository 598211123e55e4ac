"""Rows that are only ever added, each carrying the hash of the one before it.

Three guards: the model refuses update and delete, a trigger in the database refuses them from anywhere else, and the
chain shows it when somebody took the trigger away. `manage.py kiem_nhat_ky` walks every chain.
"""

import hashlib
import json
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import models

KHONG_SUA = "Bản ghi chỉ được thêm, không được sửa hoặc xóa."


class ChuoiBamQuerySet(models.QuerySet):
    def update(self, **kwargs):
        raise PermissionDenied(KHONG_SUA)

    def delete(self):
        raise PermissionDenied(KHONG_SUA)


class ChuoiBam(models.Model):
    """One link. Subclasses name the sealed fields (`TRUONG_BAM`) and the field that separates chains (`NHOM`)."""

    stt = models.PositiveIntegerField("số thứ tự")
    thoi_diem = models.DateTimeField("thời điểm")
    bam_truoc = models.CharField("mã băm của dòng trước", max_length=64, blank=True)
    bam = models.CharField("mã băm", max_length=64)

    TRUONG_BAM: tuple[str, ...] = ()
    NHOM: str | None = None

    objects = ChuoiBamQuerySet.as_manager()

    class Meta:
        abstract = True

    def tinh_bam(self) -> str:
        """SHA-256 over the previous hash and the sealed fields, in a form that does not depend on the database."""
        noi_dung = {ten: _chuan(getattr(self, ten)) for ten in ("stt", "thoi_diem", *self.TRUONG_BAM)}
        return hashlib.sha256(
            (self.bam_truoc + json.dumps(noi_dung, ensure_ascii=False, sort_keys=True)).encode()
        ).hexdigest()

    def noi_tiep(self, truoc: "ChuoiBam | None") -> "ChuoiBam":
        """Put this new link after `truoc`; the caller holds the lock of the chain."""
        self.stt = truoc.stt + 1 if truoc else 1
        self.bam_truoc = truoc.bam if truoc else ""
        self.bam = self.tinh_bam()
        return self

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise PermissionDenied(KHONG_SUA)
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise PermissionDenied(KHONG_SUA)


def _chuan(gia_tri):
    if isinstance(gia_tri, datetime | date):
        return int(gia_tri.timestamp() * 1_000_000) if isinstance(gia_tri, datetime) else gia_tri.isoformat()
    return gia_tri


def lenh_tao(vendor: str, bang: str) -> list[str]:
    """SQL statements that make `bang` append-only on SQLite or PostgreSQL."""
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER IF NOT EXISTS {bang}_khong_{viec.lower()} BEFORE {viec} ON {bang} "
            f"BEGIN SELECT RAISE(ABORT, '{KHONG_SUA}'); END"
            for viec in ("UPDATE", "DELETE")
        ]
    return [
        "CREATE OR REPLACE FUNCTION tochuc_khong_sua() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{KHONG_SUA}'; END $$",
        f"CREATE TRIGGER {bang}_khong_sua BEFORE UPDATE OR DELETE ON {bang} "
        "FOR EACH ROW EXECUTE FUNCTION tochuc_khong_sua()",
    ]


def lenh_bo(vendor: str, bang: str) -> list[str]:
    """The reverse of `lenh_tao`."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {bang}_khong_{viec}" for viec in ("update", "delete")]
    return [f"DROP TRIGGER IF EXISTS {bang}_khong_sua ON {bang}"]
