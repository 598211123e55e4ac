"""DOCX and XLSX: every part read, the names of who wrote them blanked, packed again."""

import re
import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

from tochuc.tep.anh import ve_lai
from tochuc.tep.loi import LoiTep

BUNG_TOI_DA = 200 * 1024 * 1024  # bytes, all parts unpacked
PHAN_TOI_DA = 60 * 1024 * 1024  # bytes of one part, which is held in memory
SO_PHAN_TOI_DA = 2000
MUC_LUC_PHAN = "[Content_Types].xml"
PHAN_CHINH = {"word/document.xml": "DOCX", "xl/workbook.xml": "XLSX"}

LOI_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
TEP_HONG = "Tệp Word, Excel bị hỏng, không đọc được. Xin mở bằng Word, Excel rồi lưu lại."
QUA_LON = "Tệp bung ra quá lớn. Xin bớt ảnh hoặc tách thành nhiều tệp."
CO_MACRO = "Tệp có macro hoặc tệp khác nhúng bên trong. Xin lưu lại dạng DOCX, XLSX không có macro, hoặc PDF."
CO_CHU_KY_SO = "Tệp Word, Excel có chữ ký số. Xin lưu thành PDF rồi gửi."
CO_MAT_KHAU = "Tệp có mật khẩu. Xin bỏ mật khẩu rồi gửi lại."
KHONG_DUNG = "Tệp nén không phải là DOCX hoặc XLSX. Xin gửi từng tài liệu, không nén."

PHAN_NGUY = re.compile(r"vbaproject|vbadata|/activex/|/macrosheets/|/embeddings/.*\.bin$|\.(exe|dll|js|vbs|bat|ps1)$")
# One tag with its attributes; a ">" inside quotes does not end it.
THE_MO = re.compile(rb"""<[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
TEN_NGUOI = re.compile(
    rb"""(\s(?:[\w.-]+:)?(?:author|initials|userId|providerId|displayName|userName|lastModifiedBy)\s*=\s*)"""
    rb"""(?:"[^"]*"|'[^']*')"""
)
CO_TEN_NGUOI = re.compile(rb"author|initials|userId|providerId|displayName|userName|absPath")
TAC_GIA_GHI_CHU = re.compile(rb"(<(?:\w+:)?author>)[^<]*(</)")  # comments of a sheet
DUONG_DAN_MAY = re.compile(rb"""(<(?:\w+:)?absPath\b[^>]*?\surl\s*=\s*)(?:"[^"]*"|'[^']*')""")

THUOC_TINH_RONG = {
    "docProps/core.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b"<cp:coreProperties"
    b' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    "docProps/custom.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
}
DUOI_ANH = (".jpg", ".jpeg", ".png", ".webp")
# A small picture of the first page, as it was when the file was last saved by a program that makes one: what was
# blotted out since may still stand on it.
ANH_THU_NHO = "docProps/thumbnail"
NGAY_CHUNG = (1980, 1, 1, 0, 0, 0)


def dong_goi_lai(noi_dung: bytes) -> tuple[bytes, str]:
    """The document without properties and names of authors, and its kind: "DOCX" or "XLSX".

    Raises LoiTep for any other archive, a broken one, one that would grow too large, macros, passwords.
    """
    try:
        with zipfile.ZipFile(BytesIO(noi_dung)) as goi:
            loai = _kiem_goi(goi)
            dich = BytesIO()
            with zipfile.ZipFile(dich, "w", zipfile.ZIP_DEFLATED) as moi:
                for phan in goi.infolist():
                    if phan.is_dir():
                        continue
                    dong = zipfile.ZipInfo(phan.filename, NGAY_CHUNG)
                    dong.compress_type = zipfile.ZIP_DEFLATED
                    moi.writestr(dong, _lam_sach_phan(phan.filename, goi.read(phan)))
    except LoiTep:
        raise
    except LOI_ZIP as loi:
        raise LoiTep(TEP_HONG) from loi
    return dich.getvalue(), loai


def _kiem_goi(goi: zipfile.ZipFile) -> str:
    """Look at the list of parts alone, before anything is unpacked; the kind of document."""
    cac_phan = goi.infolist()
    cac_ten = [phan.filename for phan in cac_phan]
    loai = next((loai for ten, loai in PHAN_CHINH.items() if ten in cac_ten), "")
    if not loai or MUC_LUC_PHAN not in cac_ten:
        raise LoiTep(KHONG_DUNG)
    if len(cac_ten) != len(set(cac_ten)) or any(".." in ten.split("/") or ten.startswith("/") for ten in cac_ten):
        raise LoiTep(TEP_HONG)
    if any(phan.flag_bits & 1 for phan in cac_phan):
        raise LoiTep(CO_MAT_KHAU)
    if any(PHAN_NGUY.search(ten.lower()) for ten in cac_ten):
        raise LoiTep(CO_MACRO)
    if any(ten.startswith("_xmlsignatures/") for ten in cac_ten):
        raise LoiTep(CO_CHU_KY_SO)
    if (
        len(cac_phan) > SO_PHAN_TOI_DA
        or sum(phan.file_size for phan in cac_phan) > BUNG_TOI_DA
        or any(phan.file_size > PHAN_TOI_DA for phan in cac_phan)
    ):
        raise LoiTep(QUA_LON)
    return loai


def _lam_sach_phan(ten: str, noi_dung: bytes) -> bytes:
    if ten in THUOC_TINH_RONG:
        return THUOC_TINH_RONG[ten]
    if ten.startswith(ANH_THU_NHO):
        return b""
    if ten.lower().endswith(DUOI_ANH):
        return ve_lai(noi_dung)[0]
    if not ten.lower().endswith((".xml", ".rels", ".vml")):
        return noi_dung
    if not ten.lower().endswith(".vml"):  # old drawings are not quite XML
        _doc_xml(noi_dung)
    if b"macroEnabled" in noi_dung and ten == MUC_LUC_PHAN:
        raise LoiTep(CO_MACRO)
    if not CO_TEN_NGUOI.search(noi_dung):
        return noi_dung
    noi_dung = THE_MO.sub(lambda the: TEN_NGUOI.sub(rb'\1""', the[0]), noi_dung)
    noi_dung = DUONG_DAN_MAY.sub(rb'\1""', noi_dung)
    return TAC_GIA_GHI_CHU.sub(rb"\1\2", noi_dung)


def _doc_xml(noi_dung: bytes) -> None:
    """Read the part to its end; raises LoiTep when it is no XML, or XML that grows while it is read."""
    if noi_dung[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise LoiTep(TEP_HONG)  # two bytes a letter: no office program writes so, and names would not be found in it
    bo_doc = expat.ParserCreate()
    bo_doc.StartDoctypeDeclHandler = _tu_choi_dtd
    try:
        bo_doc.Parse(noi_dung, True)
    except expat.ExpatError as loi:
        raise LoiTep(TEP_HONG) from loi


def _tu_choi_dtd(*_) -> None:
    raise LoiTep(TEP_HONG)
