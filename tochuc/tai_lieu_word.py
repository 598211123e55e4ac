"""What every Word file of ours has: Times New Roman in black, Vietnamese, page numbers above, nobody's name inside."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as TaiLieu
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle

PHONG_CHU = "Times New Roman"
CO_SO_TRANG = 14
GIUA, DEU, TRAI, PHAI = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.RIGHT,
)


def tao_tai_lieu(ten: str) -> TaiLieu:
    """Make an empty document titled `ten`, its pages numbered in the middle of the top margin."""
    tai_lieu = Document()
    thong_tin = tai_lieu.core_properties
    thong_tin.title = ten
    thong_tin.author = thong_tin.comments = ""
    thong_tin.language = "vi-VN"
    for ngon_ngu in ("w:val", "w:eastAsia"):
        lay_con(tai_lieu.styles["Normal"].element.get_or_add_rPr(), "w:lang").set(qn(ngon_ngu), "vi-VN")
    dat_kieu(lay_kieu(tai_lieu, "Header"), CO_SO_TRANG, canh=GIUA)
    so_trang = tai_lieu.sections[0].header.paragraphs[0].add_run()
    for loai in ("begin", None, "end"):
        phan = OxmlElement("w:fldChar" if loai else "w:instrText")
        if loai:
            phan.set(qn("w:fldCharType"), loai)
        else:
            phan.text = "PAGE"
        so_trang._r.append(phan)
    return tai_lieu


def dong_goi(tai_lieu: TaiLieu) -> bytes:
    dem = BytesIO()
    tai_lieu.save(dem)
    return dem.getvalue()


def lay_kieu(tai_lieu: TaiLieu, ten: str) -> ParagraphStyle:
    """Give the paragraph style of this name, a new one on top of Normal when there is none."""
    da_co = tai_lieu.styles.element.get_by_id(ma_kieu(ten))  # by its name it would be searched among all styles
    if da_co is not None:
        return ParagraphStyle(da_co)
    kieu = tai_lieu.styles.add_style(ten, WD_STYLE_TYPE.PARAGRAPH)
    kieu.base_style = tai_lieu.styles["Normal"]
    kieu.quick_style = True
    return kieu


def ma_kieu(ten: str) -> str:
    """Give the key of a style by its name, as python-docx makes it."""
    return ten.replace(" ", "")


def dat_kieu(
    kieu: ParagraphStyle,
    co: float,
    *,
    dam: bool = False,
    nghieng: bool = False,
    canh: WD_ALIGN_PARAGRAPH = TRAI,
    truoc: float = 0,
    sau: float = 0,
    gian_dong: float = 1.0,
    lui: Length | int = 0,
) -> None:
    """Set letters and paragraph of a style, so that the whole document is changed by changing one. Sizes in points."""
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
    doan.alignment, doan.line_spacing, doan.first_line_indent = canh, gian_dong, lui
    doan.space_before, doan.space_after = Pt(truoc), Pt(sau)


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
