"""The constraints of the database as sentences for people.

Django's `validate_constraints` asks the database about each constraint by a query of its own, fourteen of them for a
petition, and then the database checks them all again. Here the row is written, and the constraint that refused it is
named by the error.
"""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models

from tochuc.loi import LoiNghiepVu


def kiem_dong(dong: models.Model) -> None:
    """LoiNghiepVu with the sentences of what is wrong with a row, before it is written."""
    try:
        dong.full_clean()
    except ValidationError as loi:
        raise LoiNghiepVu(" ".join(loi.messages)) from loi


def luu_dong(dong: models.Model) -> None:
    """Save a row; LoiNghiepVu with the sentence of the constraint that does not hold.

    Must run inside a transaction, which the error ends: nothing that was written before it stays.
    """
    try:
        dong.save()
    except IntegrityError as loi:
        chu = str(loi)
        for rang_buoc in dong._meta.constraints:
            if rang_buoc.name in chu:
                raise LoiNghiepVu(str(rang_buoc.get_violation_error_message())) from loi
        raise
