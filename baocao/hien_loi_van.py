"""The text of a report as a page shows it: headings, paragraphs, lists, figures with their cells, and the boxes."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.forms import BoundField

from baocao.forms.bao_cao import LoiVanForm, ten_o
from baocao.loi_van import DE_CUONG, MucDeCuong, SoTrongVan, cac_phan, doan_cua
from baocao.models import BaoCaoKy
from baocao.so_sanh import BaKy

DongChu = tuple[str | SoTrongVan, ...]
"""Words and figures of one paragraph or one item."""


@dataclass(frozen=True)
class KhoiChu:
    """A paragraph, or the items of one list."""

    la_danh_sach: bool
    cac_dong: tuple[DongChu, ...]


@dataclass(frozen=True)
class MucHien:
    """One heading with its text; `o`: the box to edit it in, None while nobody may."""

    muc: MucDeCuong
    cac_khoi: tuple[KhoiChu, ...]
    o: BoundField | None = None

    @property
    def con_trong(self) -> bool:
        return self.muc.co_van and not self.cac_khoi

    @property
    def dang_sua(self) -> bool:
        """Whether the box came back with words that are not saved."""
        if self.o is None or not self.o.form.is_bound:
            return False
        return bool(self.o.errors) or self.o.value().replace("\r\n", "\n") != self.o.initial

    @property
    def so_da_doi(self) -> Iterator[SoTrongVan]:
        for khoi in self.cac_khoi:
            for dong in khoi.cac_dong:
                yield from (phan for phan in dong if isinstance(phan, SoTrongVan) and phan.da_doi)


def hien_loi_van(bao_cao: BaoCaoKy, ba_ky: BaKy, form: LoiVanForm | None = None) -> list[MucHien]:
    """The headings of a report; none in a period that sends the forms only."""
    if not bao_cao.ky.co_loi_van:
        return []
    return [
        MucHien(
            muc,
            tuple(_cac_khoi(bao_cao.loi_van.get(muc.khoa, ""), ba_ky)),
            form[ten_o(muc)] if form and muc.co_van else None,
        )
        for muc in DE_CUONG
    ]


def _cac_khoi(chu: str, ba_ky: BaKy) -> Iterator[KhoiChu]:
    def dong(doan: str) -> DongChu:
        return tuple(cac_phan(doan, ba_ky.nay.bieu, ba_ky.cung_ky.bieu))

    for la_muc, nhom in groupby(doan_cua(chu), key=lambda doan: doan[1]):
        cac_dong = tuple(dong(doan) for doan, _ in nhom)
        if la_muc:
            yield KhoiChu(True, cac_dong)
        else:
            yield from (KhoiChu(False, (mot,)) for mot in cac_dong)
