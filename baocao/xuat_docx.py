"""The forms as a Word document to be edited: six landscape sections, page numbers restarted in each."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as TaiLieu
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from baocao.bieu_mau import BaoCaoSoLieu
from baocao.trinh_bay import BE_RONG_DON_VI, CAO_SO, CAO_SO_DUNG, BieuTrinhBay, DauBieu, cao_hang, trinh_bay

PHONG_CHU = "Times New Roman"
GIUA, PHAI, TRAI = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT
KIEU_TEN, KIEU_MA, KIEU_NGAY, KIEU_KEM, KIEU_GHI_CHU, KIEU_O = (
    "Heading 1",
    "Mã biểu",
    "Ngày số liệu",
    "Kèm theo",
    "Ghi chú biểu",
    "Ô biểu",
)


def xuat_docx(bao_cao: BaoCaoSoLieu, dau: DauBieu) -> bytes:
    """Write the document."""
    tai_lieu = Document()
    thong_tin = tai_lieu.core_properties
    thong_tin.title = f"Biểu số liệu kèm theo {bao_cao.ky.ten}"
    thong_tin.author = thong_tin.comments = ""
    thong_tin.language = "vi-VN"
    dat_kieu(tai_lieu)
    cac_bieu = trinh_bay(bao_cao, dau)
    for thu_tu, b in enumerate(cac_bieu):
        if thu_tu:
            tai_lieu.add_section(WD_SECTION.NEW_PAGE)
        dat_trang(tai_lieu.sections[-1])
        ghi_bieu(tai_lieu, b)
    danh_so_trang(tai_lieu.sections[0])
    dem = BytesIO()
    tai_lieu.save(dem)
    return dem.getvalue()


def dat_kieu(tai_lieu: TaiLieu) -> None:
    """Make the styles, so that the whole document is changed by changing one."""
    thuong = tai_lieu.styles["Normal"]
    dat_phong(thuong, 13)
    for ngon_ngu in ("w:val", "w:eastAsia"):
        lay_con(thuong.element.get_or_add_rPr(), "w:lang").set(qn(ngon_ngu), "vi-VN")
    dat_phong(tai_lieu.styles["Header"], 14)
    dat_phong(tai_lieu.styles[KIEU_TEN], 13, dam=True, canh=GIUA, sau=2)
    for ten, co, dam, nghieng, canh, sau in (
        (KIEU_MA, 13, True, False, PHAI, 4),
        (KIEU_NGAY, 13, True, False, GIUA, 2),
        (KIEU_KEM, 13, False, True, GIUA, 8),
        (KIEU_GHI_CHU, 12, False, False, TRAI, 0),
        (KIEU_O, 9, False, False, GIUA, 0),
    ):
        kieu = tai_lieu.styles.add_style(ten, WD_STYLE_TYPE.PARAGRAPH)
        kieu.base_style = thuong
        dat_phong(kieu, co, dam=dam, nghieng=nghieng, canh=canh, sau=sau)
    tai_lieu.styles[KIEU_GHI_CHU].paragraph_format.space_before = Pt(6)


def dat_phong(
    kieu: ParagraphStyle,
    co: float,
    *,
    dam: bool = False,
    nghieng: bool = False,
    canh: WD_ALIGN_PARAGRAPH = TRAI,
    sau: float = 0,
) -> None:
    """Set letters and paragraph of a style; black, Times New Roman for every script."""
    kieu.font.size = Pt(co)
    kieu.font.bold, kieu.font.italic = dam, nghieng
    kieu.font.color.rgb = RGBColor(0, 0, 0)
    kieu.font.name = PHONG_CHU
    phong = kieu.element.rPr.rFonts
    # The built-in styles take their letters from the theme, which would win over the name.
    for chu_de in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        phong.attrib.pop(qn(chu_de), None)
    for bo_chu in ("w:eastAsia", "w:cs"):
        phong.set(qn(bo_chu), PHONG_CHU)
    doan = kieu.paragraph_format
    doan.alignment, doan.space_before, doan.space_after, doan.line_spacing = canh, Pt(0), Pt(sau), 1.0


def lay_con(cha: Any, ten: str, *truoc: str) -> Any:
    """Find a child element of Word's XML, or make it before the first of `truoc`: the schema fixes the order."""
    con = cha.find(qn(ten))
    if con is None:
        con = OxmlElement(ten)
        ke_sau = next((phan_tu for phan_tu in cha if phan_tu.tag in map(qn, truoc)), None)
        if ke_sau is None:
            cha.append(con)
        else:
            ke_sau.addprevious(con)
    return con


def dat_trang(vung: Section) -> None:
    """Set A4 landscape with the margins of NĐ 30/2020; page numbers start again at 1."""
    vung.orientation = WD_ORIENT.LANDSCAPE
    vung.page_width, vung.page_height = Mm(297), Mm(210)
    vung.left_margin, vung.right_margin = Mm(30), Mm(15)
    vung.top_margin = vung.bottom_margin = Mm(20)
    vung.header_distance = Mm(8)
    lay_con(vung._sectPr, "w:pgNumType", "w:cols", "w:titlePg", "w:docGrid").set(qn("w:start"), "1")


def danh_so_trang(vung: Section) -> None:
    """Put the page number in the middle of the top margin; the sections that follow take over this header."""
    doan = vung.header.paragraphs[0]
    doan.alignment = GIUA
    chay = doan.add_run()
    for loai, chu in (("begin", None), (None, "PAGE"), ("end", None)):
        phan = OxmlElement("w:instrText" if chu else "w:fldChar")
        if chu:
            phan.text = chu
        else:
            phan.set(qn("w:fldCharType"), loai)
        chay._r.append(phan)


def ghi_bieu(tai_lieu: TaiLieu, b: BieuTrinhBay) -> None:
    tai_lieu.add_paragraph(b.bieu.ma, KIEU_MA)
    tai_lieu.add_paragraph(b.bieu.ten, KIEU_TEN)
    tai_lieu.add_paragraph(b.dong_ngay, KIEU_NGAY)
    tai_lieu.add_paragraph(b.dong_kem, KIEU_KEM)
    bang = tai_lieu.add_table(b.bieu.so_tang + 1 + len(b.cac_dong), len(b.bieu.cot) + 1, "Table Grid")
    dat_bang(bang, b)
    ghi_tieu_de(bang, b)
    ghi_so_lieu(bang, b)
    ma_kieu = tai_lieu.styles[KIEU_O].style_id
    for doan in bang._tbl.iter(qn("w:p")):
        doan.style = ma_kieu  # by name it would be searched among all styles for each cell
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
    cao_so = CAO_SO_DUNG if b.kho_chu.so_dung else CAO_SO
    for hang, cao in zip(bang.rows, (*cao_hang(b), 0, *[cao_so] * len(b.cac_dong)), strict=True):
        hang.height, hang.height_rule = Mm(cao), WD_ROW_HEIGHT_RULE.AT_LEAST
        thuoc_tinh = hang._tr.get_or_add_trPr()
        lay_con(thuoc_tinh, "w:cantSplit")
        if hang._index < b.bieu.so_tang + 1:
            lay_con(thuoc_tinh, "w:tblHeader")


def dien_o(
    o: _Cell, chu: str, b: BieuTrinhBay, *, dam: bool = False, nghieng: bool = False, dung: bool = False
) -> Paragraph:
    """Fill one cell; lines of the text become lines of one paragraph."""
    doan = o.paragraphs[0]
    chay = doan.add_run(chu)
    chay.font.size, chay.bold, chay.italic = Pt(b.kho_chu.co_chu), dam or None, nghieng or None
    o.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    if dung:
        lay_con(o._tc.get_or_add_tcPr(), "w:textDirection", "w:tcFitText", "w:vAlign").set(qn("w:val"), "btLr")
    return doan


def ghi_tieu_de(bang: Table, b: BieuTrinhBay) -> None:
    luoi = [hang.cells for hang in bang.rows]  # before any merge; `bang.cell` reads the whole table for each cell
    goc = luoi[0][0].merge(luoi[b.bieu.so_tang - 1][0])
    dien_o(goc, "Đơn vị", b, dam=True)
    for dong, cot, o in b.cac_o:
        o_gop = luoi[dong][cot + 1]
        if o.cao > 1 or o.rong > 1:
            o_gop = o_gop.merge(luoi[dong + o.cao - 1][cot + o.rong])
        la_nhom = o.so is None
        dien_o(o_gop, o.nhan, b, dam=la_nhom, dung=b.kho_chu.chu_dung and not la_nhom)


def ghi_so_lieu(bang: Table, b: BieuTrinhBay) -> None:
    hang_ms, *cac_hang = list(bang.rows)[b.bieu.so_tang :]
    for o, chu in zip(hang_ms.cells, ("MS", *b.chu_ms), strict=True):
        dien_o(o, chu, b, nghieng=True)
    for hang, (ten, chu_so) in zip(cac_hang, b.cac_dong, strict=True):
        la_tong = bool(b.cac_don_vi) and hang is cac_hang[-1]
        o_ten, *cac_o = hang.cells
        dien_o(o_ten, ten, b, dam=la_tong).alignment = TRAI
        for o, chu in zip(cac_o, chu_so, strict=True):
            dien_o(o, chu, b, dam=la_tong, dung=b.kho_chu.so_dung)
