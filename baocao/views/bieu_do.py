"""The charts of a period on the screen: each drawn for a wide and a narrow page, with a table of the same numbers."""

from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any
from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from baocao.bieu_do import cac_bieu_do
from baocao.ky import KyBaoCao, cac_ky, cac_ky_chua, cac_mau_ky, doc_ky, lap_ky
from baocao.mau_bieu_do import BieuDo, MaBieuDo
from baocao.ve_bieu_do import KHO_HEP, KHO_RONG, ve
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen


@dataclass(frozen=True)
class OBang:
    """One number of the table."""

    nhan: str
    """Words of the column."""
    chu: str
    dia_chi: str
    """Where just the rows behind it are listed; "" where no list has them all."""


@dataclass(frozen=True)
class DongBang:
    """One line of the table."""

    ten: str
    dia_chi: str
    cac_o: tuple[OBang, ...]


@dataclass(frozen=True)
class HinhManHinh:
    """One chart of a page."""

    bieu_do: BieuDo
    cac_hinh_ve: tuple[SafeString, ...]
    """The same drawn for both widths; nothing where there is nothing to draw."""
    cac_dong: tuple[DongBang, ...]


@can_quyen(Quyen.BAO_CAO)
@require_safe
def bieu_do_ky(request, ky: KyBaoCao):
    """The charts of one period."""
    return render(
        request,
        "baocao/bieu_do_ky.html",
        {
            "ky": ky,
            "cac_ky": [(muc, cac_mau_ky()[muc.ma].nhan) for muc in cac_ky(ky.nam)],
            "cac_hinh": cac_hinh(ky, timezone.localdate()),
        },
    )


def ngu_canh_nam(nam: int, hom_nay: date) -> dict[str, Any]:
    """What baocao/bieu_do.html needs for a report year: all of it, or as far as the quarter that runs today."""
    ky = lap_ky("N", nam)
    if ky.chua_ngay(hom_nay):
        tu_dau_nam = [muc for muc in cac_ky_chua(hom_nay) if muc.tu_ngay == ky.tu_ngay]
        ky = min(tu_dau_nam, key=lambda muc: muc.den_ngay)
    return {"ky_bieu_do": ky, "cac_hinh": cac_hinh(ky, hom_nay)}


def cac_hinh(ky: KyBaoCao, hom_nay: date) -> list[HinhManHinh]:
    return [_lap_hinh(bieu_do, ky) for bieu_do in cac_bieu_do(ky, hom_nay)]


def _lap_hinh(bieu_do: BieuDo, ky: KyBaoCao) -> HinhManHinh:
    if bieu_do.khong_co_so:
        return HinhManHinh(bieu_do, (), ())
    return HinhManHinh(
        bieu_do,
        cac_hinh_ve=tuple(SafeString(ve(bieu_do, kho)) for kho in (KHO_RONG, KHO_HEP)),
        cac_dong=tuple(_lap_dong(bieu_do, so, ky) for so in range(len(bieu_do.nhan))),
    )


def _lap_dong(bieu_do: BieuDo, so_dong: int, ky: KyBaoCao) -> DongBang:
    khoa = bieu_do.khoa[so_dong]
    dia_chi_dong, dia_chi_so = _dia_chi(bieu_do.ma, khoa, ky) if khoa else ("", ())
    cac_chu = [(ten, cot[so_dong]) for ten, cot in bieu_do.cac_cot]
    return DongBang(
        bieu_do.nhan[so_dong],
        dia_chi_dong,
        tuple(
            OBang(ten, chu, dia_chi if chu != "0" else "")
            for (ten, chu), dia_chi in zip_longest(cac_chu, dia_chi_so, fillvalue="")
        ),
    )


def _dia_chi(ma: MaBieuDo, khoa: str, ky: KyBaoCao) -> tuple[str, tuple[str, ...]]:
    """Where a line leads, and its first numbers, if there is a list of just the rows that they count."""
    match ma:
        case MaBieuDo.XU_HUONG:
            quy = doc_ky(khoa)
            return reverse("baocao:ky", args=[quy]), (reverse("baocao:cot", args=[quy, "01-TCD", 1]),)
        case MaBieuDo.DUNG_HAN:
            return reverse("baocao:phu_luc", args=[doc_ky(khoa)]), ()
        case MaBieuDo.LINH_VUC:
            so_don = (_so_don(linh_vuc=khoa, tu=muc.tu_ngay, den=muc.den_ngay) for muc in (ky, ky.cung_ky()))
            return _so_don(linh_vuc=khoa), tuple(so_don)
        case MaBieuDo.DON_VI:
            return _so_don(don_vi=khoa), ()


def _so_don(**loc: str | date) -> str:
    return f"{reverse('donthu:danh_sach')}?{urlencode(loc)}"
