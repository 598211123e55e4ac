"""The forms as a workbook: one sheet per form, merged headers, printed on one page wide."""

from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from baocao.bieu_mau import BaoCaoSoLieu, GiaTri
from baocao.trinh_bay import BE_RONG_DON_VI, CAO_SO, CAO_SO_DUNG, DIEM, BieuTrinhBay, DauBieu, cao_hang, trinh_bay

PHONG_CHU = "Times New Roman"
CO_O = 10
"""Letters in the table, points; the sheet is scaled to the page when printed."""
CHU_THUONG, CHU_DAM, CHU_NGHIENG = (
    Font(name=PHONG_CHU, size=CO_O),
    Font(name=PHONG_CHU, size=CO_O, bold=True),
    Font(name=PHONG_CHU, size=CO_O, italic=True),
)
DAU_DAM = Font(name=PHONG_CHU, size=13, bold=True)
DAU_NGHIENG = Font(name=PHONG_CHU, size=13, italic=True)
GIUA = Alignment(horizontal="center", vertical="center", wrap_text=True)
DUNG = Alignment(horizontal="center", vertical="center", wrap_text=True, text_rotation=90)
TRAI = Alignment(horizontal="left", vertical="center", wrap_text=True)
NET = Side(style="thin")
DONG_DAU_BANG = 6
"""The first header row, below the four heading lines and an empty one."""


def xuat_xlsx(bao_cao: BaoCaoSoLieu, dau: DauBieu) -> bytes:
    """Write the workbook; numbers are numbers, not text."""
    so_tinh = Workbook()
    so_tinh.remove(so_tinh.active)
    so_tinh.properties.creator = ""
    so_tinh.properties.title = f"Biểu số liệu kèm theo {bao_cao.ky.ten}"
    for b in trinh_bay(bao_cao, dau):
        ghi_trang_tinh(so_tinh.create_sheet(b.ma_ngan), b)
    dem = BytesIO()
    so_tinh.save(dem)
    return dem.getvalue()


def dien_o(o: Cell, gia_tri: str | GiaTri, phong: Font, canh: Alignment) -> None:
    """Fill one cell; text stays text even when it looks like a formula."""
    o.value = gia_tri
    if isinstance(gia_tri, str):
        o.data_type = "s"
    o.font = phong
    o.alignment = canh


def gop_o(trang: Worksheet, dong: int, cot: int, cao: int, rong: int) -> None:
    if cao > 1 or rong > 1:
        trang.merge_cells(start_row=dong, end_row=dong + cao - 1, start_column=cot, end_column=cot + rong - 1)


def ghi_trang_tinh(trang: Worksheet, b: BieuTrinhBay) -> None:
    so_cot = len(b.bieu.cot) + 1
    dong_ms = DONG_DAU_BANG + b.bieu.so_tang
    dong_ghi_chu = dong_ms + 3
    ghi_dau_trang(trang, b, so_cot)
    ghi_tieu_de(trang, b)
    ghi_so_lieu(trang, b, dong_ms)
    for hang in trang.iter_rows(min_row=DONG_DAU_BANG, max_row=dong_ms + 1, max_col=so_cot):
        for o in hang:
            o.border = Border(NET, NET, NET, NET)
    gop_o(trang, dong_ghi_chu, 1, 1, so_cot)
    dien_o(trang.cell(dong_ghi_chu, 1), b.dong_ghi_chu, Font(name=PHONG_CHU, size=12), TRAI)
    trang.row_dimensions[dong_ghi_chu].height = 18 * (1 + b.dong_ghi_chu.count("\n") + len(b.dong_ghi_chu) // 150)

    # A width is counted in digits of the standard letter; a digit of the table on paper is half an em wide.
    mot_so = b.kho_chu.co_chu * DIEM / 2
    trang.column_dimensions["A"].width = BE_RONG_DON_VI / mot_so
    for cot, rong in enumerate(b.kho_chu.be_rong, start=2):
        trang.column_dimensions[get_column_letter(cot)].width = rong / mot_so
    dat_trang_in(trang, f"A1:{get_column_letter(so_cot)}{dong_ghi_chu}", dong_ms)


def ghi_dau_trang(trang: Worksheet, b: BieuTrinhBay, so_cot: int) -> None:
    cac_dong = (
        (b.bieu.ma, DAU_DAM, "right"),
        (b.bieu.ten, DAU_DAM, "center"),
        (b.dong_ngay, DAU_DAM, "center"),
        (b.dong_kem, DAU_NGHIENG, "center"),
    )
    for dong, (chu, phong, canh) in enumerate(cac_dong, start=1):
        gop_o(trang, dong, 1, 1, so_cot)
        dien_o(trang.cell(dong, 1), chu, phong, Alignment(horizontal=canh, vertical="center"))
        trang.row_dimensions[dong].height = 18


def ghi_tieu_de(trang: Worksheet, b: BieuTrinhBay) -> None:
    gop_o(trang, DONG_DAU_BANG, 1, b.bieu.so_tang, 1)
    dien_o(trang.cell(DONG_DAU_BANG, 1), "Đơn vị", CHU_DAM, GIUA)
    for dong, cot, o in b.cac_o:
        la_nhom = o.so is None
        gop_o(trang, DONG_DAU_BANG + dong, cot + 2, o.cao, o.rong)
        dien_o(
            trang.cell(DONG_DAU_BANG + dong, cot + 2),
            o.nhan,
            CHU_DAM if la_nhom else CHU_THUONG,
            DUNG if b.kho_chu.chu_dung and not la_nhom else GIUA,
        )
    for dong, cao in enumerate(cao_hang(b), start=DONG_DAU_BANG):
        trang.row_dimensions[dong].height = cao / DIEM * CO_O / b.kho_chu.co_chu


def ghi_so_lieu(trang: Worksheet, b: BieuTrinhBay, dong_ms: int) -> None:
    dien_o(trang.cell(dong_ms, 1), "MS", CHU_NGHIENG, GIUA)
    dien_o(trang.cell(dong_ms + 1, 1), b.don_vi, CHU_THUONG, TRAI)
    for cot, (chu_ms, gia_tri) in enumerate(zip(b.chu_ms, b.gia_tri, strict=True), start=2):
        dien_o(trang.cell(dong_ms, cot), chu_ms, CHU_NGHIENG, GIUA)
        o = trang.cell(dong_ms + 1, cot)
        dien_o(o, gia_tri, CHU_THUONG, DUNG if b.kho_chu.so_dung else GIUA)
        o.number_format = "#,##0" if Decimal(gia_tri) == int(gia_tri) else "#,##0.00"
    trang.row_dimensions[dong_ms].height = 14 * max(1 + chu.count("\n") for chu in b.chu_ms)
    trang.row_dimensions[dong_ms + 1].height = (CAO_SO_DUNG if b.kho_chu.so_dung else CAO_SO) / DIEM * 1.4


def dat_trang_in(trang: Worksheet, vung: str, dong_ms: int) -> None:
    """Set A4 landscape, margins and page number of NĐ 30/2020, the whole width on one page."""
    trang.print_area = vung
    trang.print_title_rows = f"{DONG_DAU_BANG}:{dong_ms}"
    trang.page_setup.orientation = "landscape"
    trang.page_setup.paperSize = trang.PAPERSIZE_A4
    trang.page_setup.fitToWidth = 1
    trang.page_setup.fitToHeight = 0
    trang.page_setup.firstPageNumber = 1
    trang.page_setup.useFirstPageNumber = True
    trang.sheet_properties.pageSetUpPr.fitToPage = True
    trang.print_options.horizontalCentered = True
    trang.page_margins.left, trang.page_margins.right = 30 / 25.4, 15 / 25.4
    trang.page_margins.top = trang.page_margins.bottom = 20 / 25.4
    trang.page_margins.header = 8 / 25.4
    trang.oddHeader.center.text = "&P"
    trang.oddHeader.center.font = PHONG_CHU
    trang.oddHeader.center.size = 14
    trang.sheet_view.showGridLines = False
    trang.freeze_panes = f"B{dong_ms + 1}"
