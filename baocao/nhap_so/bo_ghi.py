"""What every sheet needs to meet the database: find what is stored, read it as a row would say it, add, change."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar

from django.db.models import Model

from baocao.nhap_so.kho import KhoCongDan, KhoVuViec
from baocao.nhap_so.trang_so import DongSo, TrangSo
from donthu.models import CongDan
from tochuc.models import NhanVien, SoDem


@dataclass
class NguCanhGhi:
    """Who loads, when, and the stores the sheets share."""

    nguoi: NhanVien | None
    hom_nay: date
    thoi_diem: datetime
    vu_viec: KhoVuViec = field(default_factory=KhoVuViec)
    cong_dan: KhoCongDan = field(default_factory=KhoCongDan)
    luu_y: list[str] = field(default_factory=list)

    def bo_ra(self, vu_viec: int, cong_dan: CongDan | None) -> None:
        """A row may leave this matter (key) and this citizen: both are looked at again when all rows are written."""
        self.vu_viec.bo_ra.add(vu_viec)
        if cong_dan:
            self.cong_dan.bo_ra.add(cong_dan.pk)


class BoGhi:
    """The database side of one sheet."""

    trang: ClassVar[TrangSo]

    def __init__(self, ngu_canh: NguCanhGhi) -> None:
        self.ngu_canh = ngu_canh

    def tim(self, cac_dong: Sequence[DongSo]) -> dict[tuple[Any, ...], Any]:
        """Stored objects of these rows, by the key of the row."""
        raise NotImplementedError

    def noi_dung(self, doi_tuong: Any) -> dict[str, Any]:
        """A stored object as a row of the sheet would say it: every field of the sheet."""
        raise NotImplementedError

    def khac_them(self, doi_tuong: Any) -> list[tuple[str, str]]:
        """What differs although no column says it: (field to blame, sentence)."""
        return []

    def tu_choi_them(self, cac_dong: Sequence[DongSo]) -> list[tuple[DongSo, str, str]]:
        """New rows that must not enter: (row, field to blame, reason)."""
        return []

    def tu_choi_sua(self, cac_cap: Sequence[tuple[Any, DongSo]]) -> list[tuple[DongSo, str, str]]:
        """Stored objects that must not be changed from a file: (row, field to blame, reason)."""
        return []

    def them(self, cac_dong: Sequence[DongSo]) -> None:
        """Add one batch of new rows."""
        raise NotImplementedError

    def sua(self, cac_cap: Sequence[tuple[Any, DongSo]]) -> None:
        """Make one batch of stored objects say what their rows say."""
        raise NotImplementedError

    def ket_thuc(self, cac_ma: Sequence[str]) -> None:
        """After all rows; `cac_ma`: codes that were added."""


def dat_truong(doi_tuong: Model, truong: dict[str, Any], them: Sequence[str] = ()) -> None:
    """Set these fields and save only them, and `them` that save() fills in itself."""
    for ten, gia_tri in truong.items():
        setattr(doi_tuong, ten, gia_tri)
    doi_tuong.save(update_fields=[*truong, *them])


def nang_so_dem(so_dang_ky: str, mau: re.Pattern[str], cac_ma: Sequence[str]) -> None:
    """Codes of our own form (`mau`: year, number) came from our own register: the next number given is greater."""
    so_cuoi: dict[int, int] = {}
    for khop in filter(None, map(mau.fullmatch, cac_ma)):
        nam, so = int(khop[1]), int(khop[2])
        so_cuoi[nam] = max(so, so_cuoi.get(nam, 0))
    for nam, so in so_cuoi.items():
        SoDem.dat_it_nhat(so_dang_ky, nam, so)
