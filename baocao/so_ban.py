"""What one version of a report changed against the one before: cells of the six forms, words of each heading."""

from collections.abc import Mapping
from dataclasses import dataclass

from baocao.bieu_mau import BaoCaoSoLieu, BieuMau, CotBieu
from baocao.loi_van import DE_CUONG, MucDeCuong, chu_thuan
from baocao.so_sanh import BienDong
from donthu.so_sanh import BO, GIU, THEM, cac_manh

TU_GIUA = 3  # words: so few in common between two changes are chance


@dataclass(frozen=True)
class OKhac:
    """A cell whose number differs."""

    bieu: BieuMau
    cot: CotBieu
    bien_dong: BienDong


@dataclass(frozen=True)
class MucKhac:
    """A heading whose text differs: pieces of text, each kept, taken out or put in."""

    muc: MucDeCuong
    manh: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class KhacBan:
    """Everything that differs between two versions, in the order of the report."""

    cac_o: tuple[OKhac, ...]
    cac_muc: tuple[MucKhac, ...]

    def __bool__(self) -> bool:
        return bool(self.cac_o or self.cac_muc)


def so_hai_ban(
    cu: BaoCaoSoLieu, moi: BaoCaoSoLieu, loi_van_cu: Mapping[str, str], loi_van_moi: Mapping[str, str]
) -> KhacBan:
    """Compare two versions of the same period. A cell behind a figure is no word of the text."""
    van = [(muc, chu_thuan(loi_van_cu.get(muc.khoa, "")), chu_thuan(loi_van_moi.get(muc.khoa, ""))) for muc in DE_CUONG]
    return KhacBan(
        tuple(
            OKhac(bieu, cot, BienDong(moi.bieu[bieu.ma][cot.so], cu.bieu[bieu.ma][cot.so]))
            for bieu in moi.che_do.bieu
            for cot in bieu.cot
            if moi.bieu[bieu.ma][cot.so] != cu.bieu[bieu.ma][cot.so]
        ),
        tuple(
            MucKhac(muc, _gom(cac_manh(chu_cu, chu_moi)))
            for muc, chu_cu, chu_moi in van
            if chu_cu.split() != chu_moi.split()
        ),
    )


def _gom(cac_manh: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Pieces with the few words kept between two changes put into both, so that a sentence rewritten reads as one."""
    gom: list[tuple[str, str]] = []
    bo: list[str] = []
    them: list[str] = []
    for so, (viec, chu) in enumerate(cac_manh):
        giua = 0 < so < len(cac_manh) - 1
        if viec == GIU and not (giua and len(chu.split()) <= TU_GIUA):
            gom += [*_mot_doi(bo, them), (GIU, chu)]
            bo, them = [], []
            continue
        bo += [chu] if viec != THEM else []
        them += [chu] if viec != BO else []
    return (*gom, *_mot_doi(bo, them))


def _mot_doi(bo: list[str], them: list[str]) -> list[tuple[str, str]]:
    return [(viec, " ".join(chu)) for viec, chu in ((BO, bo), (THEM, them)) if chu]
