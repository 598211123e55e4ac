"""Charts drawn by pygal as plain SVG: no script, no style sheet, no address, nothing but bars, lines and text.

Colours stand in attributes as they are on paper; the page's own sheet (static/css/bieu-do.css) goes over them. So one
picture serves paper, light and dark, and the page needs no inline style. Series differ in lightness and outline, not in
hue, and every bar carries its number.
"""

import sys
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap
from xml.etree.ElementTree import Element, SubElement, tostring

import pygal
from pygal.style import Style

from baocao.mau_bieu_do import PHAN_TRAM, BieuDo

# It looks for plug-ins of pygal at every later import of anything, in a way that Python has given up.
sys.meta_path[:] = [nguoi_tim for nguoi_tim in sys.meta_path if not isinstance(nguoi_tim, pygal.PluginImportFixer)]

KHONG_GIAN_TEN = "http://www.w3.org/2000/svg"
CHU_VAN_BAN = "Times New Roman"
MAU_CHU, MAU_VACH, MAU_TRUC = "#18252b", "#dce3e6", "#7b8b93"
MAU_DAY = ("#0b7285", "#d5e9ec")  # the series in their order, all with the outline of the first
CAO_DONG = 1.2  # a line of text, in sizes of the text
RONG_CHU = 0.56  # a letter, on average
CACH_SO = 5  # from the end of a bar to its number
SO_VACH = 4  # guides above the axis, at most
DAU_TEN = "#"  # pygal gets a name as its number, "#3", and the lines of the name are written in its place


@dataclass(frozen=True)
class KhoHinh:
    """Measures of a drawing in its own units, of which one is about a CSS pixel."""

    rong: int
    co_chu: int
    cao_cot: int
    """Height of a drawing of standing bars; 0: they lie, because they would not stand beside each other."""
    le_ten: int
    """The widest that names beside lying bars may be."""
    so_dong: int
    """Lines of a name, at most."""
    lop: str
    """Class of the drawing, by which a page chooses the one that fits it."""


KHO_RONG = KhoHinh(lop="hinh-rong", rong=480, co_chu=14, cao_cot=290, le_ten=200, so_dong=2)
KHO_HEP = KhoHinh(lop="hinh-hep", rong=320, co_chu=14, cao_cot=0, le_ten=128, so_dong=3)


class CotDung(pygal.Bar):
    """Standing bars."""

    _series_margin = 0.12
    _serie_margin = 0.08


class ThanhNam(pygal.HorizontalBar):
    """Lying bars."""

    _series_margin = 0.14
    _serie_margin = 0.08


def ve(bieu_do: BieuDo, kho: KhoHinh) -> str:
    """Draw a chart as an `<svg>` to stand in a page, beside the table that says the same."""
    dung = bieu_do.theo_thoi_gian and kho.cao_cot > 0
    hinh = _ve_dung(bieu_do, kho) if dung else _ve_nam(bieu_do, kho)
    hinh.set("role", "img")
    hinh.set("aria-label", f"Biểu đồ: {bieu_do.ten}")
    return tostring(hinh, encoding="unicode")


@dataclass(frozen=True)
class HinhIn:
    """One chart of a document."""

    bieu_do: BieuDo
    anh: str
    """Address of an `<img>`; "" where there is nothing to draw."""


def cac_hinh_in(cac_bieu_do: Iterable[BieuDo]) -> list[HinhIn]:
    """Draw charts for baocao/in/bieu_do.html."""
    return [HinhIn(bieu_do, "" if bieu_do.khong_co_so else _dia_chi_anh(bieu_do)) for bieu_do in cac_bieu_do]


def _dia_chi_anh(bieu_do: BieuDo) -> str:
    return "data:image/svg+xml;base64," + b64encode(ve(bieu_do, KHO_RONG).encode()).decode()


def _ve_dung(bieu_do: BieuDo, kho: KhoHinh) -> Element:
    """Bars side by side, a quarter above its year."""
    cac_ten = [nhan.split("/") for nhan in bieu_do.nhan]
    bang_ve = _lap_bang_ve(
        CotDung,
        bieu_do,
        kho,
        range(len(cac_ten)),
        height=kho.cao_cot,
        margin_left=round(kho.co_chu * 0.6),
        margin_top=round(kho.co_chu * 1.6),
        margin_bottom=round(kho.co_chu * CAO_DONG * 1.4),
        y_labels=_cac_vach(bieu_do),
    )
    return _gon(bang_ve.render_tree(), cac_ten, kho, nam=False)


def _ve_nam(bieu_do: BieuDo, kho: KhoHinh) -> Element:
    """Bars below each other, the first name on top, its lines on the left."""
    so_chu = int(kho.le_ten / (RONG_CHU * kho.co_chu))
    cac_ten = [_chia_dong(nhan, so_chu, kho.so_dong) for nhan in bieu_do.nhan]
    dong_dai, nhieu_dong = max(len(dong) for ten in cac_ten for dong in ten), max(map(len, cac_ten))
    cao_mot = max(nhieu_dong * kho.co_chu * CAO_DONG + 8, len(bieu_do.cac_day) * (kho.co_chu + 3) + 8)
    bang_ve = _lap_bang_ve(
        ThanhNam,
        bieu_do,
        kho,
        range(len(cac_ten))[::-1],
        height=round(cao_mot * len(cac_ten)),
        margin_left=round(dong_dai * RONG_CHU * kho.co_chu),
        margin_right=round(kho.co_chu * 2.8),
        show_x_labels=False,
    )
    return _gon(bang_ve.render_tree(), cac_ten, kho, nam=True)


def _chia_dong(ten: str, so_chu: int, so_dong: int) -> list[str]:
    """Break a name into lines about equally long, none of which begins with a dash; cut what is too long."""
    ten = ten.replace(" - ", "\u00a0- ")
    it_nhat = len(wrap(ten, so_chu))
    if it_nhat > so_dong:
        return wrap(ten, so_chu, max_lines=so_dong, placeholder="…")
    cac_cach = (wrap(ten, rong, break_long_words=False) for rong in range(1, so_chu + 1))
    return next(cac_dong for cac_dong in cac_cach if len(cac_dong) <= it_nhat)


def _lap_bang_ve(lop: type[pygal.Bar], bieu_do: BieuDo, kho: KhoHinh, thu_tu: Iterable[int], **khac) -> pygal.Bar:
    bang_ve = lop(
        width=kho.rong,
        margin=0,
        spacing=0,
        show_legend=False,
        print_values=True,
        print_values_position="top",
        truncate_label=-1,
        rounded_bars=2,
        range=(0, 100) if bieu_do.don_vi_do == PHAN_TRAM else None,
        value_formatter=bieu_do.chu_so,
        style=Style(label_font_size=kho.co_chu, value_font_size=kho.co_chu),
        js=[],
        css=[],
        x_labels=[f"{DAU_TEN}{so}" for so in thu_tu],
        **khac,
    )
    for day in bieu_do.cac_day:
        bang_ve.add("", [day.gia_tri[so] for so in thu_tu])
    return bang_ve


def _cac_vach(bieu_do: BieuDo) -> list[int]:
    """Guides at round numbers from 0 up to the largest value."""
    if bieu_do.don_vi_do == PHAN_TRAM:
        return [0, 25, 50, 75, 100]
    lon_nhat = int(max(gia_tri or 0 for day in bieu_do.cac_day for gia_tri in day.gia_tri))
    buoc = next(
        he_so * 10**mu
        for mu in range(len(str(lon_nhat)))
        for he_so in (1, 2, 5)
        if he_so * 10**mu * SO_VACH >= lon_nhat
    )
    return list(range(0, lon_nhat + 1, buoc))


# --- Of pygal's tree only what is seen --------------------------------------------------------------------------------


def _gon(goc: Element, cac_ten: list[list[str]], kho: KhoHinh, *, nam: bool) -> Element:
    """Build a small drawing out of pygal's: guides, bars, numbers, names."""
    hinh = Element("svg", {"xmlns": KHONG_GIAN_TEN, "class": kho.lop, "viewBox": goc.get("viewBox")})
    khung = SubElement(hinh, "g", {"font-family": CHU_VAN_BAN, "font-size": str(kho.co_chu)})
    khung.set("transform", goc.find(".//g[@class='plot']").get("transform"))
    for vach in goc.iterfind(".//g[@class='axis y always_show']//path"):
        lop, mau = ("vach", MAU_VACH) if "guide" in vach.get("class") else ("truc", MAU_TRUC)
        SubElement(khung, "path", {"class": lop, "d": vach.get("d"), "stroke": mau})
    for so, mau in enumerate(MAU_DAY):
        for thanh in goc.iterfind(f".//g[@class='series serie-{so} color-{so}']//rect"):
            khuon = {ten: thanh.get(ten) for ten in ("x", "y", "width", "height", "rx") if thanh.get(ten)}
            if float(khuon.get("width", 0)) and float(khuon.get("height", 0)):  # a 0 is a number without a bar
                SubElement(khung, "rect", {"class": f"day-{so}", **khuon, "fill": mau, "stroke": MAU_DAY[0]})
    for chu in goc.iterfind(".//text"):
        if chu.get("class") == "value":
            _viet_so(khung, chu, kho, nam=nam)
        elif chu.text.startswith(DAU_TEN):
            _viet_ten(khung, chu, cac_ten[int(chu.text.removeprefix(DAU_TEN))], kho, nam=nam)
        else:
            _viet(khung, "muc", chu.text, float(chu.get("x")), float(chu.get("y")), "end")
    return hinh


def _viet_so(khung: Element, chu: Element, kho: KhoHinh, *, nam: bool) -> None:
    x, y = float(chu.get("x")), float(chu.get("y"))
    if nam:  # pygal has the middle of the number where it shall begin
        _viet(khung, "so", chu.text, x - kho.co_chu / 2 + CACH_SO, y, "start")
    else:
        _viet(khung, "so", chu.text, x, y - CACH_SO / 2, "middle")


def _viet_ten(khung: Element, chu: Element, cac_dong: list[str], kho: KhoHinh, *, nam: bool) -> None:
    """Beside a lying bar the lines have their middle where pygal has its one line, below a standing one their first."""
    x, y, cao = float(chu.get("x")), float(chu.get("y")), kho.co_chu * CAO_DONG
    dau = y - (len(cac_dong) - 1) / 2 * cao if nam else y
    for so, dong in enumerate(cac_dong):
        _viet(khung, "ten", dong, x, dau + so * cao, "end" if nam else "middle")


def _viet(khung: Element, lop: str, chu: str, x: float, y: float, neo: str) -> None:
    """Write one line; `neo`: which point of it is at x."""
    vi_tri = {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": neo}
    SubElement(khung, "text", {"class": lop, **vi_tri, "fill": MAU_CHU}).text = chu
