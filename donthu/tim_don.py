"""Search in the register: every word must match, marks or not; what matches with its marks comes first.

The work is bounded, however common the words and however long the register: only the newest `TOI_DA` matches are
ranked. On PostgreSQL the planner is not left to guess which of two plans is right, because a wrong guess on a million
rows costs a second. First the newest `DI_TRUOC` petitions are read through: a common word fills the list there. Older
ones are asked of the trigram index: at once when the word is rare, otherwise as many periods back as should do.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import DateField, F, Func, IntegerField, Max, Min, Q, QuerySet, TextField

from donthu.models import DonThu
from tochuc.tim_kiem import bo_dau

TOI_DA = 300
DI_TRUOC = 3000
SO_TU = 8
# A period is 60 days; the same expression stands in the index donthu_tim_kiem_trgm.
MOC_KY = date(2000, 1, 1)
SO_NGAY_KY = 60
IT_KHOP = 1000  # fewer matches than this in the whole register, by what was read of it: rare

# PostgreSQL only.
KY_NHAN = Func(F("ngay_nhan"), template="((%(expressions)s - DATE '2000-01-01') / 60)", output_field=IntegerField())
# The same order and the same text, written so that no index gives them: the planner is left one plan.
NGAY_KHONG_CHI_MUC = Func(F("ngay_nhan"), template="(%(expressions)s + 0)", output_field=DateField())
CHU_KHONG_CHI_MUC = Func(F("tim_kiem"), template="(%(expressions)s || '')", output_field=TextField())

Hang = tuple[int, str]  # key, text with its marks


@dataclass(frozen=True)
class KetQuaTim:
    """Keys of the petitions found, best first, and whether older matches were left out."""

    khoa: list[int]
    con_nua: bool


def tim(cac_don: QuerySet[DonThu], cau: str, *, toi_da: int = TOI_DA, di_truoc: int = DI_TRUOC) -> KetQuaTim:
    """Petitions of `cac_don` with every word of `cau`, marks first, then newest first; or the one with this code.

    `toi_da`: how many of the newest matches are ranked; `di_truoc`: how many petitions are read before the index is.
    """
    cac_tu = [chu for chu in unicodedata.normalize("NFC", cau.lower()).split() if bo_dau(chu)][:SO_TU]
    if not cac_tu:
        return KetQuaTim([], False)
    if co_the_la_ma(cau) and (dung_ma := list(cac_don.filter(ma=cau.strip().upper()).values_list("pk", flat=True))):
        return KetQuaTim(dung_ma, False)
    khong_dau = [tu for chu in cac_tu for tu in bo_dau(chu).split()]
    if connection.vendor == "postgresql":
        hang = _theo_chi_muc(cac_don, khong_dau, toi_da + 1, di_truoc)
    else:
        hang = _moi_nhat(cac_don.filter(_khop(khong_dau)), toi_da + 1)
    con_nua = len(hang) > toi_da
    # Stable: the rows come newest first, so equals stay newest first.
    hang = sorted(hang[:toi_da], key=lambda dong: -sum(chu in dong[1] for chu in cac_tu))
    return KetQuaTim([khoa for khoa, _ in hang], con_nua)


def _khop(cac_tu: Iterable[str], cot: str = "tim_kiem") -> Q:
    """Each word somewhere in the text; one of two letters at the start of a word, or the index would not know it."""
    dieu_kien = Q()
    for tu in cac_tu:
        dieu_kien &= Q(**{f"{cot}__contains": tu if len(tu) > 2 else f" {tu}"})
    return dieu_kien


def _moi_nhat(cac_don: QuerySet[DonThu], bao_nhieu: int) -> list[Hang]:
    return _hang(cac_don.order_by("-ngay_nhan", "-pk"), bao_nhieu)


def _hang(cac_don: QuerySet[DonThu], bao_nhieu: int) -> list[Hang]:
    return list(cac_don.values_list("pk", "tim_kiem_dau")[:bao_nhieu])


def _theo_chi_muc(cac_don: QuerySet[DonThu], cac_tu: list[str], bao_nhieu: int, di_truoc: int) -> list[Hang]:
    """The newest matches, no more than `bao_nhieu`."""
    moc = cac_don.order_by("-ngay_nhan", "-pk").values_list("ngay_nhan", flat=True)[di_truoc : di_truoc + 1].first()
    doc_thu = cac_don.alias(chu=CHU_KHONG_CHI_MUC).filter(_khop(cac_tu, "chu"))
    hang = _moi_nhat(doc_thu.filter(ngay_nhan__gte=moc) if moc else doc_thu, bao_nhieu)
    if moc is None or len(hang) == bao_nhieu:
        return hang
    bien = DonThu.objects.aggregate(dau=Min("ngay_nhan"), cuoi=Max("ngay_nhan"))
    khop = cac_don.filter(_khop(cac_tu), ngay_nhan__lt=moc).order_by(NGAY_KHONG_CHI_MUC.desc(), "-pk")
    da_doc, tat_ca = (bien["cuoi"] - moc).days + 1, (bien["cuoi"] - bien["dau"]).days + 1
    if len(hang) * tat_ca < IT_KHOP * da_doc:
        return hang + _hang(khop, bao_nhieu - len(hang))
    moi_ky = max(1, len(hang) * SO_NGAY_KY // da_doc)
    ky, dau = ky_cua(moc), ky_cua(bien["dau"])
    while ky >= dau and len(hang) < bao_nhieu:
        thieu = bao_nhieu - len(hang)
        het = max(ky - 2 - thieu // moi_ky, dau)  # as many periods as should fill the list, and something over
        hang += _hang(khop.alias(ky_nhan=KY_NHAN).filter(ky_nhan__in=range(het, ky + 1)), thieu)
        ky = het - 1
    return hang


def co_the_la_ma(cau: str) -> bool:
    """One word with a digit in it."""
    return len(cau.split()) == 1 and any(chu.isdigit() for chu in cau)


def ky_cua(ngay: date) -> int:
    """Number of the period in which `ngay` lies."""
    return (ngay.toordinal() - MOC_KY.toordinal()) // SO_NGAY_KY
