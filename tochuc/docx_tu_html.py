"""A finished document (templates/in/van_ban.html) as a Word file for offices that edit there: the same words, the page
and the letters of Phụ lục I NĐ 30/2020.

Not a converter of any HTML: it knows the tags and the classes of static/in/van-ban.css, where the same sizes stand.
"""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO

from django.conf import settings
from docx.document import Document as TaiLieu
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from lxml import html
from lxml.html import HtmlElement
from PIL import ImageFont

from tochuc.tai_lieu_word import DEU, GIUA, PHAI, TRAI, dat_kieu, dong_goi, lay_kieu, ma_kieu, tao_tai_lieu

LE_TRAI, LE_PHAI, LE_TREN_DUOI = Mm(30), Mm(15), Mm(20)
RONG_CHU = Mm(210) - LE_TRAI - LE_PHAI
LUI_DAU_DONG = Cm(1.27)
DAI_KE_NGAN = 0.42  # of the line of text above it
COT_TRAI_DAU = 0.44
CACH_SAU = {"dau": 6, "luoi": 6, "kinh-gui": 12}  # below tables of these classes, points
THE_KHOI = frozenset({"p", "div", "table", "h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "section"})
BO_QUA = frozenset({"nuoc-chim"})


@dataclass(frozen=True)
class KieuDoan:
    """Letters and paragraph as they come down from the enclosing tags. Sizes and distances in points."""

    ten: str = "Normal"
    """The Word style of the paragraph."""
    co: float = 14
    dam: bool = False
    nghieng: bool = False
    hoa: bool = False
    canh: WD_ALIGN_PARAGRAPH = DEU
    lui: bool = False
    truoc: float = 0
    sau: float = 0
    gian_dong: float = 1.15


DAU = {"canh": GIUA, "gian_dong": 1.1}
CHAN = {"gian_dong": 1, "lui": False, "sau": 0}
# What each class of van-ban.css says of letters and paragraphs. What has a name is a style in Word, complete in itself;
# the rest changes the style around it.
KIEU_LOP: dict[str, dict] = {
    "dau": DAU,
    "chu-quan": {"ten": "Cơ quan chủ quản", **DAU, "co": 12, "hoa": True},
    "ban-hanh": {"ten": "Cơ quan ban hành", **DAU, "co": 12, "dam": True, "hoa": True},
    "quoc-hieu": {"ten": "Quốc hiệu", **DAU, "co": 12, "dam": True},
    "tieu-ngu": {"ten": "Tiêu ngữ", **DAU, "co": 13, "dam": True},
    "so": {"ten": "Số ký hiệu", **DAU, "co": 13, "truoc": 8},
    "ngay": {"ten": "Địa danh và thời gian", **DAU, "co": 13, "nghieng": True, "truoc": 8},
    "ve-viec": {"ten": "Về việc", **DAU, "co": 12, "truoc": 6},
    "ten-loai": {"ten": "Tên loại văn bản", "dam": True, "hoa": True, "canh": GIUA, "truoc": 12},
    "trich-yeu": {"ten": "Trích yếu", "dam": True, "canh": GIUA, "sau": 12},
    "noi-dung": {"ten": "Nội dung", "lui": True, "sau": 6},
    "can-cu": {"ten": "Căn cứ", "nghieng": True, "lui": True, "sau": 6},
    "kinh-gui": {"ten": "Kính gửi", "canh": TRAI, "lui": False, "sau": 0},
    "luoi": {"ten": "Ô bảng", "co": 12, "canh": TRAI, "lui": False, "sau": 0},
    "noi-nhan": {"ten": "Nơi nhận", "co": 11, "canh": TRAI, **CHAN},
    "muc": {"co": 12, "dam": True, "nghieng": True},
    "chu-ky": {"ten": "Chữ ký", "dam": True, "canh": GIUA, **CHAN},
    "quyen-han": {"hoa": True},
    "ghi-ro": {"dam": False, "nghieng": True, "co": 13},
    "tra-cuu": {"co": 8, "canh": TRAI, "gian_dong": 1},
    "giua": {"canh": GIUA},
    "khong-lui": {"lui": False},
    "mau-so": {"ten": "Mẫu số", "co": 12, "nghieng": True, "canh": PHAI, "sau": 4},
    "tham-quyen": {"ten": "Thẩm quyền ban hành", "dam": True, "hoa": True, "canh": GIUA, "lui": False, "sau": 12},
    "phe-duyet": {"lui": False},
    "dau-don": DAU,
    "noi-ngay": {"co": 13, "nghieng": True, "canh": PHAI, "truoc": 12},
}
KIEU_THE: dict[str, dict] = {
    "strong": {"dam": True},
    "b": {"dam": True},
    "em": {"nghieng": True},
    "i": {"nghieng": True},
    "h1": {"dam": True, "canh": GIUA},
    "h2": {"ten": "Heading 1", "dam": True, "hoa": True, "lui": True, "truoc": 6, "sau": 6},
    "h3": {"ten": "Heading 2", "dam": True, "lui": True, "truoc": 6, "sau": 6},
    "th": {"dam": True, "canh": GIUA},
}
KIEU_WORD = {"Normal": KieuDoan()} | {
    muc["ten"]: KieuDoan(**muc) for muc in (*KIEU_LOP.values(), *KIEU_THE.values()) if "ten" in muc
}


def docx_tu_html(chu: str) -> bytes:
    """The Word file of one rendered document: A4, margins, head, page numbers from the second page on."""
    return dong_goi(tai_lieu_tu_html(chu))


def tai_lieu_tu_html(chu: str) -> TaiLieu:
    """The same, open: for a document that goes on behind its signature."""
    trang = html.document_fromstring(chu)
    tai_lieu = tao_tai_lieu(" ".join(trang.findtext(".//title", "").split()))
    for kieu in KIEU_WORD.values():
        dat_kieu(
            lay_kieu(tai_lieu, kieu.ten),
            kieu.co,
            dam=kieu.dam,
            nghieng=kieu.nghieng,
            canh=kieu.canh,
            truoc=kieu.truoc,
            sau=kieu.sau,
            gian_dong=kieu.gian_dong,
            lui=LUI_DAU_DONG if kieu.lui else 0,
        )
    _dat_trang(tai_lieu)
    _ghi_khoi(tai_lieu, trang.body, KIEU_WORD["Normal"], RONG_CHU)
    return tai_lieu


def _dat_trang(tai_lieu: TaiLieu) -> None:
    vung = tai_lieu.sections[0]
    vung.page_width, vung.page_height = Mm(210), Mm(297)
    vung.left_margin, vung.right_margin = LE_TRAI, LE_PHAI
    vung.top_margin = vung.bottom_margin = LE_TREN_DUOI
    vung.header_distance = vung.footer_distance = Mm(7)
    vung.different_first_page_header_footer = True


# --- Blocks ----------------------------------------------------------------------------------------------------------


def _cac_lop(the: HtmlElement) -> list[str]:
    return the.get("class", "").split()


def _kieu_con(the: HtmlElement, kieu: KieuDoan) -> KieuDoan:
    """Style of a tag inside `kieu`; only the outermost block of a paragraph keeps its distances."""
    kieu = replace(kieu, **KIEU_THE.get(the.tag, {}))
    for lop in _cac_lop(the):
        kieu = replace(kieu, **KIEU_LOP.get(lop, {}))
    return kieu


def _ghi_khoi(noi, the: HtmlElement, kieu: KieuDoan, rong: Length) -> None:
    """Write the children of a block into `noi` (document, cell or footer), `rong` wide."""
    for con in _nhom_dong(the):
        if isinstance(con, list):
            _ghi_doan(noi, con, kieu, rong)
        elif BO_QUA.isdisjoint(_cac_lop(con)):
            _ghi_mot_khoi(noi, con, _kieu_con(con, kieu), rong)


def _ghi_mot_khoi(noi, the: HtmlElement, kieu: KieuDoan, rong: Length) -> None:
    lop = _cac_lop(the)
    if "tra-cuu" in lop:
        _ghi_tra_cuu(noi, the, kieu)
    elif the.tag == "table":
        _ghi_bang(noi, the, replace(kieu, lui=False, sau=0), rong)
    elif "cho-ky" in lop:
        for _ in range(4):
            noi.add_paragraph().paragraph_format.space_after = Pt(0)
    elif the.tag in ("p", "h1", "h2", "h3", "dt"):
        _ghi_doan(noi, [the], kieu, rong)
    elif the.tag == "li":
        _ghi_doan(noi, ["- ", the], kieu, rong)
    else:
        _ghi_khoi(noi, the, kieu, rong)


def _nhom_dong(the: HtmlElement) -> Iterator[HtmlElement | list]:
    """Children of a block: blocks as they are, text and inline tags between them as one list each."""
    dong: list = [the.text] if (the.text or "").strip() else []
    for con in the:
        if not isinstance(con.tag, str):
            continue
        if con.tag in THE_KHOI:
            if dong:
                yield dong
            dong = []
            yield con
        else:
            dong.append(con)
        if (con.tail or "").strip():
            dong.append(con.tail)
    if dong:
        yield dong


def _ghi_doan(noi, cac_phan: list, kieu: KieuDoan, rong: Length) -> None:
    """One paragraph out of text and tags, and the line below it where the class draws one."""
    doan = noi.add_paragraph()
    _dat_doan(doan, kieu)
    cac_chu = [
        manh for phan in cac_phan for manh in ([(phan, kieu)] if isinstance(phan, str) else _cac_chu(phan, kieu))
    ]
    ghi = _ghi_chu(doan, cac_chu, KIEU_WORD[kieu.ten])
    for phan in cac_phan:
        if not isinstance(phan, str):
            _ghi_ke(noi, doan, phan, ghi, rong)


def _dat_doan(doan: Paragraph, kieu: KieuDoan) -> None:
    """Give a paragraph its style, and of itself only what its place changes."""
    goc, dinh_dang = KIEU_WORD[kieu.ten], doan.paragraph_format
    doan._p.style = ma_kieu(kieu.ten)  # by name it would be searched among all styles for each paragraph
    if kieu.canh != goc.canh:
        dinh_dang.alignment = kieu.canh
    if kieu.gian_dong != goc.gian_dong:
        dinh_dang.line_spacing = kieu.gian_dong
    if kieu.truoc != goc.truoc:
        dinh_dang.space_before = Pt(kieu.truoc)
    if kieu.sau != goc.sau:
        dinh_dang.space_after = Pt(kieu.sau)
    if kieu.lui != goc.lui:
        dinh_dang.first_line_indent = LUI_DAU_DONG if kieu.lui else 0


def _cac_chu(the: HtmlElement, kieu: KieuDoan) -> Iterator[tuple[str, KieuDoan]]:
    """Pieces of text of an inline tree with the style of each; a br is a newline."""
    if the.text:
        yield the.text, kieu
    for con in the:
        if con.tag == "br":
            yield "\n", kieu
        elif isinstance(con.tag, str):
            yield from _cac_chu(con, _kieu_con(con, kieu))
        if con.tail:
            yield con.tail, kieu


def _ghi_chu(doan: Paragraph, cac_chu: list[tuple[str, KieuDoan]], goc: KieuDoan) -> tuple[str, KieuDoan | None]:
    """Write the pieces, white space as HTML reads it; the longest line of them and its style.

    `goc`: the style of the paragraph, which a piece need not say again.
    """
    dong, cuoi, dau_dong = [""], None, True
    for chu, kieu in cac_chu:
        if chu == "\n":
            doan.add_run().add_break()
            dong.append("")
            dau_dong = True
            continue
        gon = " ".join(chu.split())
        truoc = " " if chu[:1].isspace() and not dau_dong and not dong[-1].endswith(" ") else ""
        sau = " " if gon and chu[-1:].isspace() else ""
        gon = truoc + gon + sau
        if not gon:
            continue
        gon = gon.upper() if kieu.hoa else gon
        _ghi_chay(doan, gon, kieu, goc)
        dong[-1] += gon
        cuoi, dau_dong = kieu, False
    return max(dong, key=len), cuoi


def _ghi_chay(doan: Paragraph, chu: str, kieu: KieuDoan, goc: KieuDoan) -> None:
    chay = doan.add_run(chu)
    if kieu.co != goc.co:
        chay.font.size = Pt(kieu.co)
    if kieu.dam != goc.dam:
        chay.bold = kieu.dam
    if kieu.nghieng != goc.nghieng:
        chay.italic = kieu.nghieng


def _ghi_ke(noi, doan: Paragraph, the: HtmlElement, ghi: tuple[str, KieuDoan | None], rong: Length) -> None:
    """The line under the text: all of it (tiêu ngữ), or 1/3 to 1/2 (issuing body, trích yếu)."""
    cac_lop = {lop for con in the.iter() if isinstance(con.tag, str) for lop in _cac_lop(con)}
    chu, kieu = ghi
    if kieu is None or cac_lop.isdisjoint({"ke-het", "ke-ngan"}):
        return
    dai = min(_be_rong(chu, kieu), rong)
    if "ke-ngan" in cac_lop:
        dai *= DAI_KE_NGAN
    doan.paragraph_format.space_after = Pt(0)
    ke = noi.add_paragraph()
    dinh_dang = ke.paragraph_format
    dinh_dang.left_indent = dinh_dang.right_indent = Length(round((rong - dai) / 2))
    dinh_dang.space_before, dinh_dang.space_after, dinh_dang.line_spacing = Pt(0), Pt(kieu.sau), Pt(3)
    khung = OxmlElement("w:pBdr")
    tren = OxmlElement("w:top")
    for ten, gia_tri in (("w:val", "single"), ("w:sz", "6"), ("w:space", "1"), ("w:color", "000000")):
        tren.set(qn(ten), gia_tri)
    khung.append(tren)
    thuoc_tinh = ke._p.get_or_add_pPr()
    thuoc_tinh.insert_element_before(
        khung, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


@cache
def _phong_do(dam: bool) -> ImageFont.FreeTypeFont:
    ten = "Tinos_700Bold.ttf" if dam else "Tinos_400Regular.ttf"
    return ImageFont.truetype(settings.BASE_DIR / "static" / "vendor" / "tinos" / ten, 1000)


def _be_rong(chu: str, kieu: KieuDoan) -> Length:
    return Pt(_phong_do(kieu.dam).getlength(chu.strip()) / 1000 * kieu.co)


# --- Tables ----------------------------------------------------------------------------------------------------------


def _ghi_bang(noi, the: HtmlElement, kieu: KieuDoan, rong: Length) -> None:
    """A table: lines around the cells of a grid, none around head, Kính gửi and foot."""
    cac_hang = list(the.iter("tr"))
    vi_tri = list(_vi_tri_o(cac_hang))
    if not vi_tri:
        return
    so_cot = max(cot + ngang for _, cot, ngang, _, _ in vi_tri)
    bang = noi.add_table(len(cac_hang), so_cot)
    lop = _cac_lop(the)
    la_luoi = "luoi" in lop
    if la_luoi:
        bang.style = "Table Grid"
    bang.alignment = WD_TABLE_ALIGNMENT.CENTER
    be_rong = _be_rong_cot(lop, so_cot, rong)
    bang.autofit = "kinh-gui" in lop
    for cot, rong_cot in zip(bang.columns, be_rong, strict=True):
        cot.width = rong_cot
    o_luoi = [hang.cells for hang in bang.rows]
    for hang, cot, ngang, doc, o in vi_tri:
        o_word = o_luoi[hang][cot]
        if ngang > 1 or doc > 1:
            o_word = o_word.merge(o_luoi[hang + doc - 1][cot + ngang - 1])
        rong_o = Length(sum(be_rong[cot : cot + ngang]))
        o_word.width = rong_o
        _dien_o(o_word, o, _kieu_con(o, _kieu_con(o.getparent(), kieu)), rong_o)
    for hang_html, hang in zip(cac_hang, bang.rows, strict=True):
        thuoc_tinh = hang._tr.get_or_add_trPr()
        thuoc_tinh.append(OxmlElement("w:cantSplit"))
        if hang_html.getparent().tag == "thead":
            thuoc_tinh.append(OxmlElement("w:tblHeader"))
    if not isinstance(noi, _Cell):
        # Two tables that touch would grow together in Word.
        cach = noi.add_paragraph().paragraph_format
        cach.space_before = cach.space_after = Pt(0)
        cach.line_spacing = Pt(next((CACH_SAU[ten] for ten in lop if ten in CACH_SAU), 1))


def _vi_tri_o(cac_hang: list[HtmlElement]) -> Iterator[tuple[int, int, int, int, HtmlElement]]:
    """Each cell with its row, its column, how many columns and rows it covers."""
    bi_chiem: set[tuple[int, int]] = set()
    for so_hang, hang in enumerate(cac_hang):
        cot = 0
        for o in hang.iterchildren("td", "th"):
            while (so_hang, cot) in bi_chiem:
                cot += 1
            ngang, doc = int(o.get("colspan", 1)), int(o.get("rowspan", 1))
            bi_chiem |= {(so_hang + xuong, cot + sang) for xuong in range(doc) for sang in range(ngang)}
            yield so_hang, cot, ngang, doc, o
            cot += ngang


def _be_rong_cot(lop: list[str], so_cot: int, rong: Length) -> list[Length]:
    if "dau" in lop and so_cot == 2:
        trai = round(rong * COT_TRAI_DAU)
        return [Length(trai), Length(rong - trai)]
    if "kinh-gui" in lop and so_cot == 2:
        return [Mm(24), Mm(100)]
    return [Length(round(rong / so_cot))] * so_cot


def _dien_o(o_word: _Cell, o: HtmlElement, kieu: KieuDoan, rong: Length) -> None:
    """Fill a cell; the empty paragraph that Word makes goes when something else stands there."""
    _ghi_khoi(o_word, o, kieu, rong)
    if len(o_word.paragraphs) > 1:
        dau = o_word.paragraphs[0]._p
        dau.getparent().remove(dau)


def _ghi_tra_cuu(tai_lieu: TaiLieu, the: HtmlElement, kieu: KieuDoan) -> None:
    """Foot of the first page: the QR code and the words beside it."""
    doan = tai_lieu.sections[0].first_page_footer.paragraphs[0]
    doan.paragraph_format.alignment = TRAI
    for anh in the.iter("img"):
        du_lieu = b64decode(anh.get("src").partition("base64,")[2])
        doan.add_run().add_picture(BytesIO(du_lieu), height=Mm(13))
    chu = " ".join(the.text_content().split())
    doan.add_run(f" {chu}").font.size = Pt(kieu.co)
