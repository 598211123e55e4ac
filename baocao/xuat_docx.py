"""The forms as a Word document to be edited: six landscape sections, page numbers restarted in each."""

from docx.document import Document as TaiLieu
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from baocao.bieu_mau import BaoCaoSoLieu
from baocao.trinh_bay import BE_RONG_DON_VI, BieuTrinhBay, DauBieu, cao_hang, trinh_bay
from tochuc.tai_lieu_word import GIUA, PHAI, TRAI, dat_kieu, dong_goi, lay_con, lay_kieu, tao_tai_lieu

KIEU_TEN, KIEU_MA, KIEU_NGAY, KIEU_KEM, KIEU_GHI_CHU, KIEU_O = (
    "Tên biểu",
    "Mã biểu",
    "Ngày số liệu",
    "Kèm theo",
    "Ghi chú biểu",
    "Ô biểu",
)


def xuat_docx(bao_cao: BaoCaoSoLieu, dau: DauBieu) -> bytes:
    """Write the document of the forms alone."""
    tai_lieu = tao_tai_lieu(f"Biểu số liệu kèm theo {bao_cao.ky.ten}")
    dat_kieu(lay_kieu(tai_lieu, "Normal"), 13)
    them_bieu(tai_lieu, trinh_bay(bao_cao, dau), dung_trang_dau=True)
    return dong_goi(tai_lieu)


def them_bieu(tai_lieu: TaiLieu, cac_bieu: list[BieuTrinhBay], *, dung_trang_dau: bool = False) -> None:
    """Put the forms behind what a document holds, each in a section of its own.

    `dung_trang_dau`: the document is empty, and the first form takes its first page.
    """
    dat_cac_kieu(tai_lieu)
    for thu_tu, b in enumerate(cac_bieu):
        if thu_tu or not dung_trang_dau:
            them_phan(tai_lieu)
        dat_trang(tai_lieu.sections[-1])
        ghi_bieu(tai_lieu, b)


def dat_cac_kieu(tai_lieu: TaiLieu) -> None:
    """Make the styles of the forms, so that all of them are changed by changing one."""
    for ten, co, dam, nghieng, canh, truoc, sau in (
        (KIEU_MA, 13, True, False, PHAI, 0, 4),
        (KIEU_TEN, 13, True, False, GIUA, 0, 2),
        (KIEU_NGAY, 13, True, False, GIUA, 0, 2),
        (KIEU_KEM, 13, False, True, GIUA, 0, 8),
        (KIEU_GHI_CHU, 12, False, False, TRAI, 6, 0),
        (KIEU_O, 9, False, False, GIUA, 0, 0),
    ):
        dat_kieu(lay_kieu(tai_lieu, ten), co, dam=dam, nghieng=nghieng, canh=canh, truoc=truoc, sau=sau)
    ten_bieu = lay_kieu(tai_lieu, KIEU_TEN).element.get_or_add_pPr()
    lay_con(ten_bieu, "w:outlineLvl").set(qn("w:val"), "0")  # the pane of headings lists the forms


def them_phan(tai_lieu: TaiLieu) -> None:
    """Begin a section, its break in the last paragraph: in one of its own it makes an empty page behind a full one."""
    tai_lieu.add_section(WD_SECTION.NEW_PAGE)
    ngat = tai_lieu.paragraphs[-1]._p
    ngat.getprevious().set_sectPr(ngat.pPr.sectPr)
    ngat.getparent().remove(ngat)


def dat_trang(vung: Section) -> None:
    """Set A4 landscape with the margins of NĐ 30/2020; page numbers start again at 1, also shown on the first page."""
    vung.orientation = WD_ORIENT.LANDSCAPE
    vung.page_width, vung.page_height = Mm(297), Mm(210)
    vung.left_margin, vung.right_margin = Mm(30), Mm(15)
    vung.top_margin = vung.bottom_margin = Mm(20)
    vung.header_distance = Mm(8)
    vung.different_first_page_header_footer = False
    lay_con(vung._sectPr, "w:pgNumType", "w:cols", "w:titlePg", "w:docGrid").set(qn("w:start"), "1")


def ghi_bieu(tai_lieu: TaiLieu, b: BieuTrinhBay) -> None:
    tai_lieu.add_paragraph(b.bieu.ma, KIEU_MA)
    tai_lieu.add_paragraph(b.bieu.ten, KIEU_TEN)
    tai_lieu.add_paragraph(b.dong_ngay, KIEU_NGAY)
    tai_lieu.add_paragraph(b.dong_kem, KIEU_KEM)
    bang = tai_lieu.add_table(b.bieu.so_tang + 1 + len(b.cac_dong), len(b.bieu.cot) + 1, "Table Grid")
    dat_bang(bang, b)
    ghi_tieu_de(bang, b)
    ghi_so_lieu(bang, b)
    kieu_o = lay_kieu(tai_lieu, f"{KIEU_O} {b.ma_ngan}")
    kieu_o.base_style, kieu_o.font.size = tai_lieu.styles[KIEU_O], Pt(b.kho_chu.co_chu)
    for doan in bang._tbl.iter(qn("w:p")):
        doan.style = kieu_o.style_id  # by name it would be searched among all styles for each cell
    tai_lieu.add_paragraph(b.dong_ghi_chu, KIEU_GHI_CHU)


def dat_bang(bang: Table, b: BieuTrinhBay) -> None:
    """Fix the widths and heights; the header and MS rows come again on every page, and no row is torn."""
    bang.alignment = WD_TABLE_ALIGNMENT.CENTER
    bang.autofit = False
    dem_o = lay_con(bang._tbl.tblPr, "w:tblCellMar", "w:tblLook")
    for phia in ("w:left", "w:right"):
        le = lay_con(dem_o, phia)
        le.set(qn("w:w"), str(round(Mm(0.5).pt * 20)))
        le.set(qn("w:type"), "dxa")
    for cot, rong in zip(bang.columns, (BE_RONG_DON_VI, *b.kho_chu.be_rong), strict=True):
        cot.width = Mm(rong)
    for hang, cao in zip(bang.rows, (*cao_hang(b), 0, *[b.cao_so] * len(b.cac_dong)), strict=True):
        hang.height, hang.height_rule = Mm(cao), WD_ROW_HEIGHT_RULE.AT_LEAST
        thuoc_tinh = hang._tr.get_or_add_trPr()
        lay_con(thuoc_tinh, "w:cantSplit")
        if hang._index < b.bieu.so_tang + 1:
            lay_con(thuoc_tinh, "w:tblHeader")


def dien_o(o: _Cell, chu: str, *, dam: bool = False, nghieng: bool = False, dung: bool = False) -> Paragraph:
    """Fill one cell; lines of the text become lines of one paragraph."""
    doan = o.paragraphs[0]
    chay = doan.add_run(chu)
    chay.bold, chay.italic = dam or None, nghieng or None
    o.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    if dung:
        lay_con(o._tc.get_or_add_tcPr(), "w:textDirection", "w:tcFitText", "w:vAlign").set(qn("w:val"), "btLr")
    return doan


def ghi_tieu_de(bang: Table, b: BieuTrinhBay) -> None:
    luoi = [hang.cells for hang in bang.rows]  # before any merge; `bang.cell` reads the whole table for each cell
    goc = luoi[0][0].merge(luoi[b.bieu.so_tang - 1][0])
    dien_o(goc, "Đơn vị", dam=True)
    for dong, cot, o in b.cac_o:
        o_gop = luoi[dong][cot + 1]
        if o.cao > 1 or o.rong > 1:
            o_gop = o_gop.merge(luoi[dong + o.cao - 1][cot + o.rong])
        la_nhom = o.so is None
        dien_o(o_gop, o.nhan, dam=la_nhom, dung=b.kho_chu.chu_dung and not la_nhom)


def ghi_so_lieu(bang: Table, b: BieuTrinhBay) -> None:
    hang_ms, *cac_hang = list(bang.rows)[b.bieu.so_tang :]
    for o, chu in zip(hang_ms.cells, ("MS", *b.chu_ms), strict=True):
        dien_o(o, chu, nghieng=True)
    for hang, (ten, chu_so) in zip(cac_hang, b.cac_dong, strict=True):
        la_tong = bool(b.cac_don_vi) and hang is cac_hang[-1]
        o_ten, *cac_o = hang.cells
        dien_o(o_ten, ten, dam=la_tong).alignment = TRAI
        for o, chu in zip(cac_o, chu_so, strict=True):
            dien_o(o, chu, dam=la_tong, dung=b.kho_chu.so_dung)
    for hang in cac_hang[-2:-1]:  # the sum never stands alone on a page
        for o in hang.cells:
            o.paragraphs[0].paragraph_format.keep_with_next = True
