"""Encryption at rest of a citizen's ID number, phone and address, with a key that is not in the database.

Personal data of every citizen are kept secret (Đ12.2 NĐ 154/2026). The first key of KHOA_MA_HOA encrypts, all of them
decrypt, so a key is changed by putting the new one in front. Equality search goes through `bam_khoa`, a keyed hash.
"""

import functools
import hashlib
import hmac

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import models


@functools.lru_cache(maxsize=4)
def _bo_khoa(cac_khoa: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(khoa) for khoa in cac_khoa])


def ma_hoa(van_ban: str) -> str:
    return _bo_khoa(tuple(settings.KHOA_MA_HOA)).encrypt(van_ban.encode()).decode()


def giai_ma(ban_ma: str) -> str:
    """Raises cryptography.fernet.InvalidToken when no key of KHOA_MA_HOA fits."""
    return _bo_khoa(tuple(settings.KHOA_MA_HOA)).decrypt(ban_ma.encode()).decode()


def bam_khoa(van_ban: str) -> str:
    """Keyed hash (HMAC-SHA256, hex) of the letters and digits of `van_ban`; empty text has the empty hash."""
    gon = "".join(ky_tu for ky_tu in van_ban.upper() if ky_tu.isalnum())
    return hmac.new(settings.KHOA_BAM.encode(), gon.encode(), hashlib.sha256).hexdigest() if gon else ""


class TruongMaHoa(models.TextField):
    """Text stored encrypted; in Python it is plain. Empty text stays empty so that "not given" needs no key."""

    def from_db_value(self, gia_tri, expression, connection):
        return giai_ma(gia_tri) if gia_tri else gia_tri

    def get_prep_value(self, value):
        van_ban = super().get_prep_value(value)
        return ma_hoa(van_ban) if van_ban else van_ban
