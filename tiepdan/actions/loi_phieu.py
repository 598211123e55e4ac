"""Mistakes of a form as the rules see them: each field with its sentence, all at once."""

from collections.abc import Mapping

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from tochuc.loi import LoiNghiepVu


class LoiPhieu(LoiNghiepVu):
    """Rules that some fields break; `cac_loi`: name of the field (or NON_FIELD_ERRORS) → sentence."""

    def __init__(self, cac_loi: Mapping[str, str]):
        super().__init__(" ".join(cac_loi.values()))
        self.cac_loi = dict(cac_loi)


def kiem_tra_dong(dong) -> None:
    """Validate fields and constraints of an unsaved row, but for foreign keys, which the caller gave as objects."""
    khoa_ngoai = [truong.name for truong in dong._meta.concrete_fields if truong.is_relation]
    try:
        dong.clean_fields(exclude=khoa_ngoai)
        dong.validate_constraints(exclude=khoa_ngoai)
    except ValidationError as loi:
        raise LoiPhieu({ten: " ".join(cau) for ten, cau in loi.message_dict.items()}) from loi


def loi_chung(cau: str) -> dict[str, str]:
    return {NON_FIELD_ERRORS: cau}
