"""Whose row of a form a fact of the register stands in when the Sở wants one row per khoa, phòng: our own rule.

No circular says it. A petition and what was carried out of it stand in the row of the unit that resolves it now, a
visit in that of the unit which first got a petition of its vụ việc, an activity in that of the unit which holds it, a
vụ việc counted once in that of its earliest row counted (`TapVuViec`). What has no unit, and every reception day,
stands in one row of the centre's own, so the rows add up to the centre's in every column.

Every tố cáo stands there too, with its conclusion and its execution: in a row of its unit a number alone would tell the
unit, and the accused in it, that there is one (Đ56 Luật TC). A vụ việc takes its unit from what is no tố cáo in it. All
visits of a vụ việc with a tố cáo stand there: each vụ việc counts in one section of 01/TCD, and one received about a
tố cáo in another section than the rest would be missing in the row, or stand in it without a visit.

A petition given to another unit takes its numbers along, in past periods too; the centre's row does not move.
"""

from collections.abc import Mapping

from django.db.models import BigIntegerField, Case, Exists, F, Model, OuterRef, Q, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from baocao.bieu_mau import CHUNG, TEN_CHUNG, DongDonVi, SoLieu
from baocao.models import HoatDong
from donthu.models import DonThu, KetQuaThiHanh
from donthu.phan_loai import LoaiDon
from tiepdan.models import LichTiep, LuotTiep
from tochuc.models import DonVi
from tochuc.tim_kiem import bo_dau


def hoac_chung(don_vi: Combinable) -> Combinable:
    """The key of a unit, or `CHUNG` where there is none: a key that groups and compares like others."""
    return Coalesce(don_vi, CHUNG, output_field=BigIntegerField())


def _tru_to_cao(la_to_cao: Q, don_vi: Combinable) -> Combinable:
    return hoac_chung(Case(When(~la_to_cao, then=don_vi)))


def _don_vi_cua_luot() -> Combinable:
    """The unit of the earliest petition of the visit's vụ việc that has one; none where anything in it is a tố cáo."""
    cung_vu_viec = {"vu_viec": OuterRef("vu_viec")}
    luot_to_cao = LuotTiep.objects.filter(Q(loai=LoaiDon.TO_CAO) | Q(don__loai=LoaiDon.TO_CAO), **cung_vu_viec)
    # A tố cáo comes first and gives CHUNG; asked for by itself, all of them would be read for each visit.
    thu_tu = Case(When(loai=LoaiDon.TO_CAO, then=0), When(don_vi__isnull=False, then=1), default=2)
    don = DonThu.objects.filter(**cung_vu_viec).order_by(thu_tu, "ngay_nhan", "pk").annotate(don_vi_=DON_VI_CUA_DON)
    return _tru_to_cao(Q(Exists(luot_to_cao)), Subquery(don.values("don_vi_")[:1]))


DON_VI_CUA_DON = _tru_to_cao(Q(loai=LoaiDon.TO_CAO), F("don_vi"))


DON_VI_CUA: dict[type[Model], Combinable] = {
    DonThu: DON_VI_CUA_DON,
    KetQuaThiHanh: _tru_to_cao(Q(don__loai=LoaiDon.TO_CAO), F("don__don_vi")),
    LuotTiep: _don_vi_cua_luot(),
    HoatDong: hoac_chung(F("don_vi")),
    LichTiep: Value(CHUNG, BigIntegerField()),
}
"""Key of the unit in whose row a row of the register stands, `CHUNG` for none."""


def lap_dong(theo_don_vi: Mapping[int, SoLieu]) -> tuple[DongDonVi, ...]:
    """Put numbers by key of the unit in rows: by the names of the units, the centre's own last, without empty ones."""
    co_so = {
        khoa: bieu
        for khoa, bieu in theo_don_vi.items()
        if any(gia_tri for cot in bieu.values() for gia_tri in cot.values())
    }
    cac_ten = DonVi.objects.filter(pk__in=co_so).values_list("ten", "pk")
    thu_tu = [*sorted(cac_ten, key=lambda ten: (bo_dau(ten[0]), ten[1])), (TEN_CHUNG, CHUNG)]
    return tuple(DongDonVi(ten, co_so[khoa], khoa) for ten, khoa in thu_tu if khoa in co_so)
