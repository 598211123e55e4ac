"""Keyset paging: a page is found by the key of the row beside it, so page 20,000 costs what page 1 costs.

The queryset is walked from either end by the fields of `thu_tu` (their index must exist, none may be NULL, the last one
unique). A cursor is the key of a row, in the URL as `sau=` (rows after it), `truoc=` (rows before it) or `cuoi=1` (the
last page); one that does not parse is the first page. Counts stop at `TRAN_DEM`: counting a million rows is a scan.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.urls import reverse

from tochuc.dinh_dang import so_vn

MOI_TRANG = 50
TRAN_DEM = 1000
SAU, TRUOC, CUOI = "sau", "truoc", "cuoi"
NGAN_CACH = "~"


@dataclass(frozen=True)
class TrangDong:
    """One page: its rows, the words of the count, and the addresses, empty where there is none, other filters kept."""

    dong: list[Any]
    so_dem: str
    dau: str = ""
    truoc: str = ""
    sau: str = ""
    cuoi: str = ""

    def __iter__(self):
        return iter(self.dong)

    def __len__(self):
        return len(self.dong)


def phan_trang(
    queryset: QuerySet,
    tham_so: QueryDict,
    thu_tu: Sequence[str] = ("-pk",),
    moi_trang: int = MOI_TRANG,
    danh_tu: str = "dòng",
    tran: int = TRAN_DEM,
    chon: Callable[[QuerySet], QuerySet] = QuerySet.all,
    so_dong: int | None = None,
) -> TrangDong:
    """Give the page that `tham_so` (request.GET) asks for. `danh_tu`: what is counted, as "lượt tiếp", up to `tran`.

    `chon`: which columns of the rows are read, from which other tables; the count does without. `so_dong`: how many
    rows there are, for who counted them already (`tran` + 1 for more than `tran`).
    """
    cot = [_Cot(queryset, ten) for ten in thu_tu]
    xuoi = chon(queryset).order_by(*thu_tu)
    nguoc = chon(queryset).order_by(*(ten_dao(ten) for ten in thu_tu))
    khoa_sau, khoa_truoc = (_doc_khoa(cot, tham_so.get(ten, "")) for ten in (SAU, TRUOC))

    dong, con_truoc, con_sau = [], False, False
    if khoa_truoc or CUOI in tham_so:
        dong, con_truoc = _lay(nguoc.filter(_qua(cot, khoa_truoc, nguoc=True)) if khoa_truoc else nguoc, moi_trang)
        dong.reverse()
        con_sau = bool(khoa_truoc)
    elif khoa_sau:
        dong, con_sau = _lay(xuoi.filter(_qua(cot, khoa_sau)), moi_trang)
        con_truoc = True
    if not dong or (khoa_truoc and not con_truoc):  # nothing there, or the start was reached: show the whole first page
        dong, con_sau = _lay(xuoi, moi_trang)
        con_truoc = False

    def dia_chi(**con_tro: str) -> str:
        moi = tham_so.copy()
        for ten in (SAU, TRUOC, CUOI):
            moi.pop(ten, None)
        moi.update(con_tro)
        return f"?{moi.urlencode(safe=NGAN_CACH)}"

    return TrangDong(
        dong=dong,
        so_dem=dem_chu(queryset, danh_tu, tran) if so_dong is None else chu_dem(so_dong, danh_tu, tran),
        dau=dia_chi() if con_truoc else "",
        truoc=dia_chi(truoc=_ghi_khoa(cot, dong[0])) if con_truoc else "",
        sau=dia_chi(sau=_ghi_khoa(cot, dong[-1])) if con_sau else "",
        cuoi=dia_chi(cuoi="1") if con_sau else "",
    )


def dem_chu(queryset: QuerySet, danh_tu: str, tran: int = TRAN_DEM) -> str:
    """Write how many rows there are, counted no further than `tran`: "1.000 dòng", "Hơn 1.000 dòng"."""
    return chu_dem(queryset.order_by().values("pk")[: tran + 1].count(), danh_tu, tran)


def chu_dem(so_dong: int, danh_tu: str, tran: int = TRAN_DEM) -> str:
    """Words of a count that stopped at `tran`."""
    return f"Hơn {so_vn(tran)} {danh_tu}" if so_dong > tran else f"{so_vn(so_dong)} {danh_tu}"


def dia_chi_cac_dong(ten: str) -> Callable[[int], str]:
    """Addresses of the rows of a list: `reverse` is asked once, for it costs more than the rest of a row."""
    truoc, _, sau = reverse(ten, args=[0]).rpartition("0")
    return lambda khoa: f"{truoc}{khoa}{sau}"


def ten_dao(ten: str) -> str:
    """Name of the same ordering the other way round: "-ngay" → "ngay"."""
    return ten.removeprefix("-") if ten.startswith("-") else f"-{ten}"


class _Cot:
    """One field of the ordering: how to compare, write and read its value."""

    def __init__(self, queryset: QuerySet, thu_tu: str):
        ten = thu_tu.removeprefix("-")
        meta = queryset.model._meta
        self.truong = meta.pk if ten == "pk" else meta.get_field(ten)
        self.giam = thu_tu.startswith("-")

    def toan_tu(self, nguoc: bool) -> str:
        return "lt" if self.giam != nguoc else "gt"


def _lay(queryset: QuerySet, moi_trang: int) -> tuple[list[Any], bool]:
    dong = list(queryset[: moi_trang + 1])
    return dong[:moi_trang], len(dong) > moi_trang


def _qua(cot: list[_Cot], khoa: list[Any], nguoc: bool = False) -> Q:
    """Rows past the key. The first field bounds the walk through the index; ties are settled by the next fields."""
    dieu_kien = Q()
    for thu_tu in reversed(range(len(cot))):
        ten, toan_tu = cot[thu_tu].truong.attname, cot[thu_tu].toan_tu(nguoc)
        hon = Q(**{f"{ten}__{toan_tu}": khoa[thu_tu]})
        bang = Q(**{f"{ten}__{toan_tu}e": khoa[thu_tu]})
        dieu_kien = bang & (hon | dieu_kien) if dieu_kien else hon
    return dieu_kien


def _ghi_khoa(cot: list[_Cot], dong: Any) -> str:
    return NGAN_CACH.join(str(getattr(dong, c.truong.attname)) for c in cot)


def _doc_khoa(cot: list[_Cot], chu: str) -> list[Any] | None:
    phan = chu.split(NGAN_CACH) if chu else []
    if len(phan) != len(cot):
        return None
    try:
        return [c.truong.to_python(gia_tri) for c, gia_tri in zip(cot, phan, strict=True)]
    except ValidationError:
        return None
