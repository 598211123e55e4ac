"""PDF: parsed and written again page by page, so that only what a reader sees stays."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from tochuc.tep.jpeg import bo_sieu_du_lieu
from tochuc.tep.loi import LoiTep

TRANG_TOI_DA = 2000
# What pypdf raises on a broken document; it promises no narrower set.
LOI_PDF = (
    PyPdfError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    AssertionError,
    NotImplementedError,
    RecursionError,
    OverflowError,
    OSError,
)
PDF_HONG = "Tệp PDF bị hỏng, không đọc được. Xin quét lại hoặc lưu lại dạng PDF."
PDF_MAT_KHAU = "Tệp PDF có mật khẩu. Xin bỏ mật khẩu rồi gửi lại."
PDF_QUA_DAI = f"Tệp PDF có quá {TRANG_TOI_DA} trang. Xin tách thành nhiều tệp."
PDF_KHONG_TRANG = "Tệp PDF không có trang nào."

# Who made it, with what, when; files inside; things that run. None of it is on the page.
KHOA_BO = frozenset(
    {
        "/Metadata", "/PieceInfo", "/LastModified", "/CreationDate", "/ModDate", "/Author", "/Creator",
        "/OpenAction", "/AA", "/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/AF", "/Collection", "/XFA",
        "/Perms", "/DSS", "/Legal", "/URI", "/RichMediaContent", "/Threads", "/SpiderInfo", "/Thumb",
    }
)  # fmt: skip
CHU_THICH_BO = frozenset({"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"})
HANH_DONG_CHAY = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/RichMediaExecute", "/Rendition"}
)


def viet_lai(noi_dung: bytes, *, giu_chu_ky_so: bool) -> tuple[bytes, int]:
    """The document without metadata, scripts, files inside, earlier versions; and its number of pages.

    `giu_chu_ky_so`: one signed digitally that runs nothing comes back byte by byte, or its signature would no longer
    hold. Raises LoiTep when it is broken, encrypted, empty or longer than TRANG_TOI_DA.
    """
    try:
        doc = PdfReader(BytesIO(noi_dung))
        if doc.is_encrypted:
            raise LoiTep(PDF_MAT_KHAU)
        so_trang = len(doc.pages)
        if not so_trang:
            raise LoiTep(PDF_KHONG_TRANG)
        if so_trang > TRANG_TOI_DA:
            raise LoiTep(PDF_QUA_DAI)
        if giu_chu_ky_so and _ky_so_va_lanh(doc):
            return noi_dung, so_trang
        return _viet(doc), so_trang
    except LoiTep:
        raise
    except LOI_PDF as loi:
        raise LoiTep(PDF_HONG) from loi


def _viet(doc: PdfReader) -> bytes:
    # Cleaned before it is copied: what nothing refers to any more is then left behind.
    for muc in _cac_muc(doc.root_object):
        _lam_sach(muc)
    ban = PdfWriter(clone_from=doc)
    ban.metadata = None
    dich = BytesIO()
    ban.write(dich)
    return dich.getvalue()


def _ky_so_va_lanh(doc: PdfReader) -> bool:
    """Signed digitally, and nothing in it runs."""
    co_chu_ky = False
    for muc in _cac_muc(doc.root_object):
        if "/JS" in muc or "/EF" in muc or "/XFA" in muc or _lay(muc, "/S") in HANH_DONG_CHAY:
            return False
        co_chu_ky |= "/ByteRange" in muc
    return co_chu_ky


def _cac_muc(goc: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every dictionary and stream that can be reached from the root, each once."""
    da_qua: set[int] = set()
    cho: list[Any] = [goc]
    while cho:
        muc = cho.pop()
        if isinstance(muc, IndirectObject):
            if muc.idnum in da_qua:
                continue
            da_qua.add(muc.idnum)
            muc = muc.get_object()
        if isinstance(muc, DictionaryObject):
            yield muc
            cho.extend(muc.raw_get(khoa) for khoa in muc)
        elif isinstance(muc, ArrayObject):
            cho.extend(list.__iter__(muc))


def _lay(muc: DictionaryObject, khoa: str) -> Any:
    """The value itself, not the reference to it; None without one."""
    return muc[khoa] if khoa in muc else None  # noqa: SIM401 get() gives the reference


def _lam_sach(muc: DictionaryObject) -> None:
    la_hanh_dong = "/S" in muc and _lay(muc, "/Type") in (None, "/Action")
    for khoa in [khoa for khoa in muc if khoa in KHOA_BO and not (khoa == "/URI" and la_hanh_dong)]:
        del muc[khoa]
    for khoa in ("/A", "/PA", "/Next"):
        hanh_dong = _lay(muc, khoa)
        if isinstance(hanh_dong, DictionaryObject) and _lay(hanh_dong, "/S") in HANH_DONG_CHAY:
            del muc[khoa]
    if _lay(muc, "/FT") == "/Sig":
        muc.pop("/V", None)  # the name in the signer's certificate
    if "/Annots" in muc:
        _loc_chu_thich(muc)
    if _lay(muc, "/Subtype") == "/Image" and isinstance(muc, StreamObject):
        _lam_sach_anh(muc)


def _loc_chu_thich(trang: DictionaryObject) -> None:
    """Drop notes that carry files, sound or film; blank who wrote the others."""
    cac_chu_thich = trang["/Annots"]
    if not isinstance(cac_chu_thich, ArrayObject):
        del trang["/Annots"]
        return
    giu = ArrayObject()
    for muc in list.__iter__(cac_chu_thich):
        chu_thich = muc.get_object()
        if not isinstance(chu_thich, DictionaryObject) or _lay(chu_thich, "/Subtype") in CHU_THICH_BO:
            continue
        if _lay(chu_thich, "/Subtype") != "/Widget":
            chu_thich.pop("/M", None)
            if "/T" in chu_thich:
                chu_thich[NameObject("/T")] = TextStringObject("")
        giu.append(muc)
    trang[NameObject("/Annots")] = giu


def _lam_sach_anh(anh: StreamObject) -> None:
    """A scanner or phone puts its JPEG in as it is, with the place where it was taken."""
    bo_loc = _lay(anh, "/Filter")
    if bo_loc == "/DCTDecode" or (isinstance(bo_loc, ArrayObject) and list(bo_loc) == ["/DCTDecode"]):
        anh._data = bo_sieu_du_lieu(anh._data)
