"""Where files lie: under MEDIA_ROOT by year and month, under a random name, never below an address of their own."""

import os
import secrets
from contextlib import suppress
from datetime import date
from pathlib import Path

from django.conf import settings

from tochuc.loi import LoiNghiepVu

KHONG_LUU_DUOC = "Máy chủ không lưu được tệp (có thể hết dung lượng). Xin báo quản trị."


def duong_dan_that(duong_dan: str) -> Path:
    """The place on disk of what `cat_tep` kept."""
    return Path(settings.MEDIA_ROOT) / duong_dan


def cat_tep(noi_dung: bytes, duoi: str, ngay: date) -> str:
    """Write a new file and give its place relative to MEDIA_ROOT: "2026/11/<32 hex>.pdf".

    It is on the disk when this returns, so a row written afterwards never names a file that is not there. Raises
    LoiNghiepVu when the disk refuses.
    """
    duong_dan = f"{ngay:%Y/%m}/{secrets.token_hex(16)}{duoi}"
    noi = duong_dan_that(duong_dan)
    try:
        noi.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(noi, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640), "wb") as dich:
            dich.write(noi_dung)
            dich.flush()
            os.fsync(dich.fileno())
    except OSError as loi:
        with suppress(OSError):  # the disk that refused may refuse this too
            noi.unlink()
        raise LoiNghiepVu(KHONG_LUU_DUOC) from loi
    return duong_dan


def bo_tep(duong_dan: str) -> None:
    """Take the file from the disk; one that is gone already is no mistake."""
    duong_dan_that(duong_dan).unlink(missing_ok=True)
