"""What one version of a draft changed against the one before, for people: by field, line by line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from donthu.models import PhienBan
from donthu.van_ban import VanBan

BO, THEM, GIU = "bo", "them", "giu"
TU_HAI_BEN = 6  # words kept on each side of a change


@dataclass(frozen=True)
class ThayDoi:
    """One field: pieces of text, each kept, taken out or put in."""

    nhan: str
    manh: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class DongPhienBan:
    """One version with what it changed."""

    phien_ban: PhienBan
    thay_doi: tuple[ThayDoi, ...]


def so_sanh_cac_phien_ban(van_ban: VanBan, cac_phien_ban: Iterable[PhienBan]) -> list[DongPhienBan]:
    """Versions from the oldest, each against the one before."""
    dong, truoc = [], None
    for phien_ban in cac_phien_ban:
        thay_doi = so_sanh(van_ban, truoc, phien_ban.gia_tri) if truoc is not None else ()
        dong.append(DongPhienBan(phien_ban, thay_doi))
        truoc = phien_ban.gia_tri
    return dong


def so_sanh(van_ban: VanBan, cu: Mapping[str, str], moi: Mapping[str, str]) -> tuple[ThayDoi, ...]:
    """Fields whose text differs, in the order of the form."""
    return tuple(
        ThayDoi(truong.nhan, cac_manh(cu.get(truong.ten, ""), moi.get(truong.ten, "")))
        for truong in van_ban.truong
        if cu.get(truong.ten, "") != moi.get(truong.ten, "")
    )


def cac_manh(cu: str, moi: str) -> tuple[tuple[str, str], ...]:
    """Word by word: people look for a changed date or name, not for a changed line."""
    tu_cu, tu_moi = cu.split(), moi.split()
    manh = []
    for viec, a, b, c, d in SequenceMatcher(None, tu_cu, tu_moi, autojunk=False).get_opcodes():
        if viec == "equal":
            manh.append((GIU, _gon(tu_cu[a:b])))
            continue
        if b > a:
            manh.append((BO, " ".join(tu_cu[a:b])))
        if d > c:
            manh.append((THEM, " ".join(tu_moi[c:d])))
    return tuple(manh)


def _gon(cac_tu: list[str]) -> str:
    """A long stretch that stayed the same, shortened in the middle."""
    if len(cac_tu) <= 2 * TU_HAI_BEN + 1:
        return " ".join(cac_tu)
    return " ".join([*cac_tu[:TU_HAI_BEN], "…", *cac_tu[-TU_HAI_BEN:]])
