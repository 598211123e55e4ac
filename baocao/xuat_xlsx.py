"""The forms as a workbook: one sheet per form, printed on one page wide, and a last one that compares the periods.

Where the form prints a formula the cell holds it, with its result beside it: a telephone shows the number, Excel works
it out again when somebody changes a part.
"""

from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from baocao.bieu_mau import BaoCaoSoLieu, CotBieu, GiaTri, KieuSo
from baocao.so_sanh import BaKy, BienDong
from baocao.trinh_bay import (
    BE_RONG_DON_VI,
    DEM_O,
    DIEM,
    BieuTrinhBay,
    DauBieu,
    cao_hang,
    dem_dong,
    trinh_bay,
)

PHONG_CHU = "Times New Roman"
CO_O = 10
"""Letters in the table, points; the sheet is scaled to the page when printed."""
CAO_DONG = 13
"""Height of one line of the table, points."""
CAO_DAU = 18
O_BANG = {"border": 1, "align": "center", "text_wrap": True}
DONG_DAU_BANG = 5
"""The first header row, counted from 0, below the four heading lines and an empty one."""
TRANG_SO_SANH = "So sánh"
COT_SO_SANH = (("Biểu", 10), ("Cột", 6), ("Chỉ tiêu", 62))
"""What names a row of the comparison, with the widths in digits."""
COT_NAY = len(COT_SO_SANH)
RONG_SO = 12
MM_INCH = 25.4
DIEM_ANH = 96
"""Pixels of a spreadsheet in an inch."""
GIAN_EXCEL = 1.15
"""How much higher Excel makes a line than the layout counts."""


class SoTinh(Workbook):
    """A workbook that makes each format once."""

    def __init__(self, tep: BytesIO) -> None:
        super().__init__(tep, {"in_memory": True})
        self._da_co: dict[frozenset, Format] = {}

    def kieu(self, **thuoc_tinh: Any) -> Format:
        khoa = frozenset(thuoc_tinh.items())
        if khoa not in self._da_co:
            chung = {"font_name": PHONG_CHU, "font_size": CO_O, "valign": "vcenter"}
            self._da_co[khoa] = self.add_format({**chung, **thuoc_tinh})
        return self._da_co[khoa]


def xuat_xlsx(bao_cao: BaoCaoSoLieu, dau: DauBieu) -> bytes:
    """Write the workbook of the forms; the same numbers give the same bytes."""
    return _ghi_so_tinh(bao_cao, dau, None)


def xuat_xlsx_so_sanh(ba_ky: BaKy, dau: DauBieu) -> bytes:
    """Write the workbook of the forms with the comparison behind them."""
    return _ghi_so_tinh(ba_ky.nay, dau, ba_ky)


def _ghi_so_tinh(bao_cao: BaoCaoSoLieu, dau: DauBieu, ba_ky: BaKy | None) -> bytes:
    dem = BytesIO()
    so = SoTinh(dem)
    ten = f"Biểu số liệu kèm theo {bao_cao.ky.ten}"
    ngay = dau.ngay_bao_cao or bao_cao.ky.den_ngay  # the format asks for a day; that of making it is nobody's business
    so.set_properties({"title": ten, "author": "", "created": datetime.combine(ngay, time())})
    cac_bieu = trinh_bay(bao_cao, dau)
    for b in cac_bieu:
        ghi_bieu(so.add_worksheet(b.ma_ngan), b, so)
    if ba_ky:
        ghi_so_sanh(so.add_worksheet(TRANG_SO_SANH), ba_ky, cac_bieu, so)
    so.close()
    return dem.getvalue()


# --- Cells and pages -------------------------------------------------------------------------------------------------


def dien_o(trang: Worksheet, dong: int, cot: int, chu: str, kieu: Format, *, cao: int = 1, rong: int = 1) -> None:
    if cao > 1 or rong > 1:
        trang.merge_range(dong, cot, dong + cao - 1, cot + rong - 1, "", kieu)
    trang.write_string(dong, cot, chu, kieu)


def dang_so(gia_tri: GiaTri) -> str:
    """Give the number format: decimals only where there are some."""
    return "#,##0" if gia_tri == int(gia_tri) else "#,##0.00"


def dien_so(trang: Worksheet, dong: int, cot: int, gia_tri: GiaTri, cong_thuc: str, kieu: Format) -> None:
    """Fill in a number, or the formula that gives it."""
    so = int(gia_tri) if gia_tri == int(gia_tri) else float(gia_tri)
    if cong_thuc:
        trang.write_formula(dong, cot, cong_thuc, kieu, so)
    else:
        trang.write_number(dong, cot, so, kieu)


def ghi_dau_trang(trang: Worksheet, cac_dong: list[tuple[str, Format]], so_cot: int) -> None:
    for dong, (chu, kieu) in enumerate(cac_dong):
        dien_o(trang, dong, 0, chu, kieu, rong=so_cot)
        trang.set_row(dong, CAO_DAU)


def dat_trang_in(trang: Worksheet, dong_cuoi: int, cot_cuoi: int, dong_lap: tuple[int, int]) -> None:
    """Set A4 landscape, margins and page number of NĐ 30/2020, the whole width on one page, the header on each."""
    trang.print_area(0, 0, dong_cuoi, cot_cuoi)
    trang.repeat_rows(*dong_lap)
    trang.set_landscape()
    trang.set_paper(9)  # A4
    trang.fit_to_pages(1, 0)
    trang.set_start_page(1)
    trang.center_horizontally()
    trang.set_margins(left=30 / MM_INCH, right=15 / MM_INCH, top=20 / MM_INCH, bottom=20 / MM_INCH)
    trang.set_header(f'&C&"{PHONG_CHU},Regular"&14&P', {"margin": 8 / MM_INCH, "scale_with_doc": False})
    trang.hide_gridlines(2)


# --- A form ----------------------------------------------------------------------------------------------------------


def dong_co_quan(b: BieuTrinhBay) -> int:
    """The row of the centre's own numbers, counted from 0: below the header, the MS row and the units."""
    return DONG_DAU_BANG + b.bieu.so_tang + 1 + len(b.cac_don_vi)


def phong_to(b: BieuTrinhBay) -> float:
    """Say how much larger the sheet is than the paper that it is laid out for."""
    return CO_O / b.kho_chu.co_chu


def ghi_bieu(trang: Worksheet, b: BieuTrinhBay, so: SoTinh) -> None:
    cot_cuoi = len(b.bieu.cot)
    dong_ms = DONG_DAU_BANG + b.bieu.so_tang
    dong_ghi_chu = dong_co_quan(b) + 2
    dam = {"bold": True, "font_size": 13}
    cac_dong = [
        (b.bieu.ma, so.kieu(align="right", **dam)),
        (b.bieu.ten, so.kieu(align="center", **dam)),
        (b.dong_ngay, so.kieu(align="center", **dam)),
        (b.dong_kem, so.kieu(align="center", italic=True, font_size=13)),
    ]
    ghi_dau_trang(trang, cac_dong, cot_cuoi + 1)
    ghi_tieu_de(trang, b, so)
    ghi_ms(trang, b, dong_ms, so)
    ghi_so_lieu(trang, b, so)
    kieu_ghi_chu = so.kieu(align="left", text_wrap=True, font_size=12)
    dien_o(trang, dong_ghi_chu, 0, b.dong_ghi_chu, kieu_ghi_chu, rong=cot_cuoi + 1)
    trang.set_row(dong_ghi_chu, CAO_DAU * (1 + b.dong_ghi_chu.count("\n") + len(b.dong_ghi_chu) // 150))
    for cot, rong in enumerate((BE_RONG_DON_VI, *b.kho_chu.be_rong)):
        trang.set_column_pixels(cot, cot, round(rong * phong_to(b) / MM_INCH * DIEM_ANH))
    dat_trang_in(trang, dong_ghi_chu, cot_cuoi, (DONG_DAU_BANG, dong_ms))
    trang.freeze_panes(dong_ms + 1, 1)


def ghi_tieu_de(trang: Worksheet, b: BieuTrinhBay, so: SoTinh) -> None:
    nhom = so.kieu(bold=True, **O_BANG)
    la = so.kieu(rotation=90, **O_BANG) if b.kho_chu.chu_dung else so.kieu(**O_BANG)
    dien_o(trang, DONG_DAU_BANG, 0, "Đơn vị", nhom, cao=b.bieu.so_tang)
    for dong, cot, o in b.cac_o:
        kieu = nhom if o.so is None else la
        dien_o(trang, DONG_DAU_BANG + dong, cot + 1, o.nhan, kieu, cao=o.cao, rong=o.rong)
    for dong, cao in enumerate(cao_hang(b), start=DONG_DAU_BANG):
        trang.set_row(dong, cao / DIEM * phong_to(b) * GIAN_EXCEL)


def ghi_ms(trang: Worksheet, b: BieuTrinhBay, dong: int, so: SoTinh) -> None:
    kieu = so.kieu(italic=True, **O_BANG)
    for cot, chu in enumerate(("MS", *b.chu_ms)):
        dien_o(trang, dong, cot, chu, kieu)
    trang.set_row(dong, 14 * max(1 + chu.count("\n") for chu in b.chu_ms))


def ghi_so_lieu(trang: Worksheet, b: BieuTrinhBay, so: SoTinh) -> None:
    """Write the rows of the units, if any, and the centre's own, then bold: it is what the units add up to."""
    cuoi = dong_co_quan(b)
    dau = cuoi - len(b.cac_don_vi)
    for dong, (ten, gia_tri) in enumerate((*b.cac_don_vi, (b.don_vi, b.gia_tri)), start=dau):
        chu = {"bold": True} if b.cac_don_vi and dong == cuoi else {}
        dien_o(trang, dong, 0, ten, so.kieu(**{**O_BANG, "align": "left"}, **chu))
        for cot, mot_so in zip(b.bieu.cot, gia_tri, strict=True):
            cong_thuc = tong_cac_cot(cot, gia_tri, dong) or (tong_cac_don_vi(b, cot) if dong == cuoi else "")
            dung = {"rotation": 90} if b.kho_chu.so_dung else {}
            dien_so(
                trang, dong, cot.so, mot_so, cong_thuc, so.kieu(num_format=dang_so(mot_so), **O_BANG, **chu, **dung)
            )
        trang.set_row(dong, cao_hang_so(b, ten))


def tong_cac_cot(cot: CotBieu, gia_tri: tuple[GiaTri, ...], dong: int) -> str:
    """Give the printed formula of a column over its own row, "=F9+L9+R9"; "" when it prints none.

    Also "" when the parts do not add up, which the checks report: Excel must not write another number than the other
    files.
    """
    if not cot.cong_thuc or sum(gia_tri[so - 1] for so in cot.cong_thuc[0]) != gia_tri[cot.so - 1]:
        return ""
    return "=" + "+".join(xl_rowcol_to_cell(dong, so) for so in cot.cong_thuc[0])


def tong_cac_don_vi(b: BieuTrinhBay, cot: CotBieu) -> str:
    """Give the sum over the rows of the units; "" without units."""
    cuoi = dong_co_quan(b)
    return f"=SUM({xl_range(cuoi - len(b.cac_don_vi), cot.so, cuoi - 1, cot.so)})" if b.cac_don_vi else ""


def cao_hang_so(b: BieuTrinhBay, ten: str) -> float:
    """Say how high a row of numbers must be, points."""
    so_dong = dem_dong(ten, (BE_RONG_DON_VI - DEM_O) / (b.kho_chu.co_chu * DIEM))
    return max(b.cao_so / DIEM * phong_to(b), so_dong * CAO_DONG + 4)


# --- The comparison --------------------------------------------------------------------------------------------------


def ghi_so_sanh(trang: Worksheet, ba_ky: BaKy, cac_bieu: list[BieuTrinhBay], so: SoTinh) -> None:
    """Write the columns that live in one of the periods, beside the earlier ones. A cumulative period has one only."""
    cac_ky = [] if ba_ky.ky.la_luy_ke else [("Kỳ trước", ba_ky.ky_truoc.ky)]
    cac_ky.append(("Cùng kỳ", ba_ky.cung_ky.ky))
    cac_cot = [
        *COT_SO_SANH,
        (f"Kỳ này\n{ba_ky.ky}", RONG_SO),
        *(
            (nhan, RONG_SO)
            for ten, ky in cac_ky
            for nhan in (f"{ten}\n{ky}", f"Tăng/giảm\nso với {ky}", f"Tỷ lệ (%)\nso với {ky}")
        ),
    ]
    dam = {"bold": True, "font_size": 13, "align": "center"}
    cac_dong = [
        (f"SO SÁNH SỐ LIỆU {ba_ky.ky.ten_ky.upper()}", so.kieu(**dam)),
        (cac_bieu[0].dong_ngay, so.kieu(**dam)),
        (
            "Gồm các cột có số liệu ở ít nhất một kỳ. Kỳ so sánh bằng 0 thì không có tỷ lệ.",
            so.kieu(italic=True, font_size=13, align="center"),
        ),
    ]
    ghi_dau_trang(trang, cac_dong, len(cac_cot))
    for cot, (nhan, rong) in enumerate(cac_cot):
        dien_o(trang, DONG_DAU_BANG, cot, nhan, so.kieu(bold=True, **O_BANG))
        trang.set_column(cot, cot, rong)
    trang.set_row(DONG_DAU_BANG, 2 * CAO_DONG + 4)
    cuoi = DONG_DAU_BANG
    for cuoi, (b, cot, bien_dong) in enumerate(_cac_dong_so_sanh(ba_ky, cac_bieu), start=DONG_DAU_BANG + 1):
        ghi_dong_so_sanh(trang, cuoi, b, cot, bien_dong[-len(cac_ky) :], so)
    dat_trang_in(trang, cuoi, len(cac_cot) - 1, (DONG_DAU_BANG, DONG_DAU_BANG))
    trang.freeze_panes(DONG_DAU_BANG + 1, COT_NAY)


def _cac_dong_so_sanh(
    ba_ky: BaKy, cac_bieu: list[BieuTrinhBay]
) -> Iterator[tuple[BieuTrinhBay, CotBieu, tuple[BienDong, BienDong]]]:
    for b, bang in zip(cac_bieu, ba_ky.cac_bang, strict=True):
        for dong in bang.dong:
            yield b, dong.cot, (dong.ky_truoc, dong.cung_ky)


def ghi_dong_so_sanh(
    trang: Worksheet, dong: int, b: BieuTrinhBay, cot: CotBieu, cac_bien_dong: tuple[BienDong, ...], so: SoTinh
) -> None:
    dien_o(trang, dong, 0, b.bieu.ma, so.kieu(**O_BANG))
    trang.write_number(dong, 1, cot.so, so.kieu(**O_BANG))
    dien_o(trang, dong, 2, cot.ten_day_du, so.kieu(**{**O_BANG, "align": "left"}))
    o_goc = xl_rowcol_to_cell(dong_co_quan(b), cot.so)
    nay = cac_bien_dong[0].nay
    dien_so(
        trang, dong, COT_NAY, nay, f"={quote_sheetname(b.ma_ngan)}!{o_goc}", so.kieu(num_format=dang_so(nay), **O_BANG)
    )
    for thu_tu, bien_dong in enumerate(cac_bien_dong):
        ghi_bien_dong(trang, dong, COT_NAY + 1 + 3 * thu_tu, bien_dong, cot.kieu, so)


def ghi_bien_dong(trang: Worksheet, dong: int, cot: int, bien_dong: BienDong, kieu_so: KieuSo, so: SoTinh) -> None:
    """Write the earlier number, the difference, and the difference as a percentage rounded half up."""
    nay, truoc = xl_rowcol_to_cell(dong, COT_NAY), xl_rowcol_to_cell(dong, cot)
    dien_so(trang, dong, cot, bien_dong.truoc, "", so.kieu(num_format=dang_so(bien_dong.truoc), **O_BANG))
    dang = dang_so(bien_dong.hieu)
    dien_so(trang, dong, cot + 1, bien_dong.hieu, f"={nay}-{truoc}", so.kieu(num_format=f"+{dang};-{dang};0", **O_BANG))
    # Of whole numbers, hundredths of money and land: a quotient that ends in 5 is exact then, and rounded as ours is.
    tu, mau = f"({nay}-{truoc})", truoc
    if kieu_so != KieuSo.NGUYEN:
        tu, mau = f"ROUND({tu}*100,0)", f"ROUND({truoc}*100,0)"
    cong_thuc = f'=IF({truoc}=0,"",ROUND({tu}*10000/{mau},0)/10000)'
    ty_le = "" if bien_dong.ty_le is None else float(bien_dong.ty_le / 100)
    trang.write_formula(dong, cot + 2, cong_thuc, so.kieu(num_format="+0.00%;-0.00%;0.00%", **O_BANG), ty_le)
