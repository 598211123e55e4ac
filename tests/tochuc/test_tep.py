"""A file sent by a person: its kind by content, everything hidden taken out, everything harmful refused."""

import struct
import unicodedata
import zipfile
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from PIL import Image, ImageFile, PngImagePlugin
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

from tochuc.tep import LoiTep, anh, lam_sach, van_phong
from tochuc.tep.jpeg import bo_sieu_du_lieu
from tochuc.tep.ten_tep import TEN_DAI_NHAT, lam_sach_ten

BI_MAT = "Nguyen Bi Mat"
TOA_DO = ((13.0, 58.0, 12.0), (108.0, 0.0, 30.0))


def gui(noi_dung: bytes, ten: str = "tep") -> SimpleUploadedFile:
    return SimpleUploadedFile(ten, noi_dung)


def sach(noi_dung: bytes, ten: str = "tep", **khac):
    return lam_sach(gui(noi_dung, ten), toi_da_mb=20, **khac)


def loi_cua(noi_dung: bytes, ten: str = "tep", **khac) -> str:
    with pytest.raises(LoiTep) as loi:
        sach(noi_dung, ten, **khac)
    return str(loi.value)


def anh_chup(dang="JPEG", co=(60, 40), mau="red", huong=1) -> bytes:
    """A picture as a phone makes it: place, owner, comment, colour profile; lying on its side when `huong` is 6."""
    exif = Image.Exif()
    exif[0x0112] = huong
    exif[0x013B] = BI_MAT
    exif.get_ifd(0x8825)[2], exif.get_ifd(0x8825)[4] = TOA_DO
    khac = {"icc_profile": b"ho so mau " + BI_MAT.encode()}
    if dang == "PNG":
        khac["pnginfo"] = PngImagePlugin.PngInfo()
        khac["pnginfo"].add_text("Author", BI_MAT)
    if dang == "JPEG":
        khac["comment"] = BI_MAT
    dich = BytesIO()
    Image.new("RGB", co, mau).save(dich, dang, exif=exif, **khac)
    return dich.getvalue()


def tep_pdf(so_trang=1, sua=None, **thong_tin) -> bytes:
    ban = PdfWriter()
    for _ in range(so_trang):
        ban.add_blank_page(595, 842)
    if thong_tin:
        ban.add_metadata({f"/{ten}": gia_tri for ten, gia_tri in thong_tin.items()})
    if sua:
        sua(ban)
    dich = BytesIO()
    ban.write(dich)
    return dich.getvalue()


def tep_docx() -> bytes:
    tai_lieu = Document()
    doan = tai_lieu.add_paragraph('Nội dung đơn, có chữ author="giữ nguyên".')
    tai_lieu.add_comment(doan.runs, text="Ý kiến", author=BI_MAT, initials="NBM")
    tai_lieu.core_properties.author = tai_lieu.core_properties.last_modified_by = BI_MAT
    tai_lieu.add_picture(BytesIO(anh_chup()))
    dich = BytesIO()
    tai_lieu.save(dich)
    return dich.getvalue()


def tep_xlsx() -> bytes:
    so = Workbook()
    so.properties.creator = BI_MAT
    so.active["A1"] = "Số liệu"
    so.active["A1"].comment = Comment("Ghi chú", BI_MAT)
    dich = BytesIO()
    so.save(dich)
    return dich.getvalue()


def them_phan(goc: bytes, **cac_phan: bytes) -> bytes:
    """The same package with more parts (`__` in a name is `/`, `_DOT_` is a dot)."""
    dich = BytesIO(goc)
    with zipfile.ZipFile(dich, "a", zipfile.ZIP_DEFLATED) as goi:
        for ten, noi_dung in cac_phan.items():
            goi.writestr(ten.replace("__", "/").replace("_DOT_", "."), noi_dung)
    return dich.getvalue()


def toan_bo(goi: bytes) -> bytes:
    """Every part of a package, unpacked."""
    with zipfile.ZipFile(BytesIO(goi)) as mo:
        return b"".join(mo.read(ten) for ten in mo.namelist())


# --- Pictures --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dang", ["JPEG", "PNG", "WEBP"])
def test_anh_mat_noi_chup_va_ten_nguoi(dang):
    goc = anh_chup(dang)
    assert BI_MAT.encode() in goc

    tep = sach(goc, "anh")

    with Image.open(BytesIO(tep.noi_dung)) as moi:
        assert (moi.format, moi.size) == (dang, (60, 40))
        assert dict(moi.getexif()) == {}
        assert dict(moi.getexif().get_ifd(0x8825)) == {}
        assert "icc_profile" not in moi.info
    assert BI_MAT.encode() not in tep.noi_dung
    assert (tep.kieu, tep.so_trang) == (f"image/{dang.lower()}", 1)


def test_anh_nam_ngang_duoc_dung_len():
    tep = sach(anh_chup(huong=6))

    with Image.open(BytesIO(tep.noi_dung)) as moi:
        assert moi.size == (40, 60)


def test_anh_jpeg_cua_may_50_trieu_diem_duoc_thu_nho():
    dich = BytesIO()
    Image.new("L", (8000, 6000)).save(dich, "JPEG")

    with Image.open(BytesIO(sach(dich.getvalue()).noi_dung)) as moi:
        assert moi.size == (4000, 3000)


def test_anh_trong_suot_va_anh_muc_van_mo_duoc():
    ra = {}
    for che_do, dang in (
        ("RGBA", "PNG"),
        ("P", "PNG"),
        ("1", "PNG"),
        ("I;16", "PNG"),
        ("CMYK", "JPEG"),
        ("LA", "WEBP"),
    ):
        dich = BytesIO()
        Image.new(che_do, (5, 5)).save(dich, dang)
        with Image.open(BytesIO(sach(dich.getvalue()).noi_dung)) as moi:
            moi.load()
            ra[che_do] = moi.mode

    assert ra == {"RGBA": "RGBA", "P": "RGB", "1": "L", "I;16": "L", "CMYK": "RGB", "LA": "RGBA"}


def test_phan_noi_sau_anh_bi_bo():
    duoi = b"PK\x03\x04 tep nen noi sau anh"

    tep = sach(anh_chup() + duoi)

    assert duoi not in tep.noi_dung


def _png_khai(rong: int, cao: int) -> bytes:
    """A PNG that says it is that large, in a few bytes."""

    def khuc(ten: bytes, du_lieu: bytes) -> bytes:
        return struct.pack(">I", len(du_lieu)) + ten + du_lieu + struct.pack(">I", zlib.crc32(ten + du_lieu))

    dau = struct.pack(">IIBBBBB", rong, cao, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + khuc(b"IHDR", dau) + khuc(b"IDAT", zlib.compress(b"")) + khuc(b"IEND", b"")


@pytest.mark.parametrize(("rong", "cao"), [(60_000, 60_000), (8000, 8000), (1, 30_000)])
def test_anh_qua_lon_bi_tu_choi_truoc_khi_mo(rong, cao):
    assert loi_cua(_png_khai(rong, cao)) == anh.ANH_QUA_LON


@pytest.mark.parametrize(
    "goc",
    [anh_chup()[:200], b"\xff\xd8\xff\xe0 khong phai anh", _png_khai(10, 10)],
    ids=["cut", "khong-phai-anh", "khong-diem-anh"],
)
def test_anh_hong(goc, monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint leaves it

    assert loi_cua(goc) == anh.ANH_HONG


def test_jpeg_ben_trong_giu_diem_anh_mat_sieu_du_lieu():
    goc = anh_chup(mau=(10, 200, 30))

    moi = bo_sieu_du_lieu(goc + b"phan noi sau")

    with Image.open(BytesIO(goc)) as truoc, Image.open(BytesIO(moi)) as sau:
        assert truoc.tobytes() == sau.tobytes()
        assert dict(sau.getexif()) == {}
        assert "comment" not in sau.info
    assert b"phan noi sau" not in moi


# --- PDF -------------------------------------------------------------------------------------------------------------


def _ma_lenh(ban: PdfWriter):
    lenh = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('chay')")}
    return ban._add_object(DictionaryObject({NameObject(ten): gia_tri for ten, gia_tri in lenh.items()}))


def _them_the_hoat_dong(ban: PdfWriter) -> None:
    """A script at opening, a file inside, a note with its author, a form that sends, XMP."""
    ban.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/JavaScript"): _ma_lenh(ban)})
    ban.add_attachment("bi-mat.txt", BI_MAT.encode())
    ban.add_annotation(0, Text(rect=(50, 50, 80, 80), text="Ghi chú", title_bar=BI_MAT))
    hanh_dong = DictionaryObject(
        {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("C:/mo.exe")}
    )
    goc = ban.root_object
    goc[NameObject("/OpenAction")] = hanh_dong
    xmp = StreamObject()
    xmp.set_data(f"<x:xmpmeta>{BI_MAT}</x:xmpmeta>".encode())
    goc[NameObject("/Metadata")] = ban._add_object(xmp)
    nut = DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): ArrayObject(map(NumberObject, (0, 0, 9, 9))),
            NameObject("/A"): ban._add_object(hanh_dong.clone(ban)),
        }
    )
    ban.pages[0]["/Annots"].append(ban._add_object(nut))


def test_pdf_mat_thong_tin_ma_lenh_va_tep_ben_trong():
    goc = tep_pdf(2, _them_the_hoat_dong, Author=BI_MAT, Title=BI_MAT, Producer="Máy của " + BI_MAT)
    assert BI_MAT.encode() in goc

    tep = sach(goc, "don.pdf")

    doc = PdfReader(BytesIO(tep.noi_dung))
    assert (tep.kieu, tep.so_trang, len(doc.pages)) == ("application/pdf", 2, 2)
    assert doc.metadata is None
    assert doc.xmp_metadata is None
    assert list(doc.attachments) == []
    cam = (b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/EmbeddedFile", b"/Metadata", b"mo.exe")
    assert [chu for chu in (*cam, BI_MAT.encode()) if chu in tep.noi_dung] == []


def test_pdf_ban_cu_o_trong_bi_bo():
    """A text taken out by an incremental save is still in the file, until it is written anew."""
    ban = PdfWriter(BytesIO(tep_pdf(1, Author=BI_MAT)), incremental=True)
    ban.add_metadata({"/Author": "Da sua"})
    dich = BytesIO()
    ban.write(dich)
    assert BI_MAT.encode() in dich.getvalue()

    assert BI_MAT.encode() not in sach(dich.getvalue()).noi_dung


def test_anh_trong_pdf_mat_noi_chup():
    dich = BytesIO()
    with Image.open(BytesIO(anh_chup())) as goc:
        goc.save(dich, "PDF")
    ban = PdfWriter(clone_from=BytesIO(dich.getvalue()))
    (dong,) = ban.pages[0]["/Resources"]["/XObject"].values()
    dong.get_object()._data = anh_chup()
    trung = BytesIO()
    ban.write(trung)
    assert b"Exif" in trung.getvalue()

    tep = sach(trung.getvalue())

    assert b"Exif" not in tep.noi_dung
    assert PdfReader(BytesIO(tep.noi_dung)).pages[0].images[0].image.size == (60, 40)


def _ky_so(ban: PdfWriter) -> None:
    chu_ky = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Sig"),
            NameObject("/Name"): TextStringObject(BI_MAT),
            NameObject("/ByteRange"): ArrayObject(map(NumberObject, (0, 1, 2, 3))),
        }
    )
    truong = DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Sig"),
            NameObject("/T"): TextStringObject("ky"),
            NameObject("/V"): ban._add_object(chu_ky),
        }
    )
    ban.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/Fields"): ArrayObject([ban._add_object(truong)])}
    )


def test_pdf_ky_so_giu_tung_byte_tru_khi_la_to_cao():
    goc = tep_pdf(1, _ky_so)

    assert sach(goc).noi_dung == goc
    assert BI_MAT.encode() not in sach(goc, giu_chu_ky_so=False).noi_dung


def test_pdf_ky_so_ma_co_ma_lenh_thi_viet_lai():
    def ky_roi_them(ban):
        _ky_so(ban)
        ban.root_object[NameObject("/OpenAction")] = _ma_lenh(ban)

    assert b"app.alert" not in sach(tep_pdf(1, ky_roi_them)).noi_dung


def test_pdf_co_mat_khau():
    goc = tep_pdf(1, lambda ban: ban.encrypt("mat-khau", algorithm="AES-256"))

    assert loi_cua(goc) == "Tệp PDF có mật khẩu. Xin bỏ mật khẩu rồi gửi lại."


@pytest.mark.parametrize("goc", [b"%PDF-1.7\nkhong phai pdf", tep_pdf()[:80]])
def test_pdf_hong(goc):
    assert loi_cua(goc) == "Tệp PDF bị hỏng, không đọc được. Xin quét lại hoặc lưu lại dạng PDF."


def test_pdf_khong_trang_va_qua_nhieu_trang():
    assert loi_cua(tep_pdf(0)) == "Tệp PDF không có trang nào."
    assert loi_cua(tep_pdf(2001)) == "Tệp PDF có quá 2000 trang. Xin tách thành nhiều tệp."


# --- Word, Excel -----------------------------------------------------------------------------------------------------


def test_docx_mat_ten_nguoi_soan_van_doc_duoc():
    goc = tep_docx()
    assert BI_MAT.encode() in toan_bo(goc)

    tep = sach(goc, "Đơn của tôi.docx")

    assert BI_MAT.encode() not in toan_bo(tep.noi_dung)
    assert b"Exif" not in toan_bo(tep.noi_dung)
    tai_lieu = Document(BytesIO(tep.noi_dung))
    assert tai_lieu.paragraphs[0].text == 'Nội dung đơn, có chữ author="giữ nguyên".'
    assert [y_kien.author for y_kien in tai_lieu.comments] == [""]
    assert (tep.ten, tep.duoi, tep.so_trang) == ("Đơn của tôi.docx", ".docx", None)


def test_docx_mat_ten_nguoi_sua_va_danh_sach_nguoi():
    ho_ten = f'<w:p><w:ins w:id="1" w:author="{BI_MAT}" w:date="2026-01-01T00:00:00Z"/></w:p>'
    goc = them_phan(
        tep_docx(),
        word__header9_DOT_xml=f'<w:hdr xmlns:w="w">{ho_ten}</w:hdr>'.encode(),
        word__people_DOT_xml=f"<w:p xmlns:w='w'><w:person note='a > b' w:author = '{BI_MAT}'/></w:p>".encode(),
    )

    assert BI_MAT.encode() not in toan_bo(sach(goc).noi_dung)


def test_xlsx_mat_ten_nguoi_lap_van_doc_duoc():
    goc = tep_xlsx()
    assert BI_MAT.encode() in toan_bo(goc)

    tep = sach(goc, "so.xlsx")

    assert BI_MAT.encode() not in toan_bo(tep.noi_dung)
    assert load_workbook(BytesIO(tep.noi_dung)).active["A1"].value == "Số liệu"


@pytest.mark.parametrize(
    "phan", ["word__vbaProject_DOT_bin", "word__activeX__activeX1_DOT_bin", "word__embeddings__oleObject1_DOT_bin"]
)
def test_co_macro_hoac_tep_nhung_thi_tu_choi(phan):
    assert loi_cua(them_phan(tep_docx(), **{phan: b"x"})) == van_phong.CO_MACRO


def test_bom_nen_bi_tu_choi_truoc_khi_bung():
    bom = them_phan(tep_docx(), word__media__bom_DOT_bin2=bytes(van_phong.PHAN_TOI_DA + 1))
    assert len(bom) < 1024 * 1024

    assert loi_cua(bom) == van_phong.QUA_LON


def test_xml_tu_no_bi_tu_choi():
    no = b'<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>'

    assert loi_cua(them_phan(tep_docx(), word__no_DOT_xml=no)) == van_phong.TEP_HONG


@pytest.mark.parametrize("noi_dung", [b"<a><b></a>", "﻿<a/>".encode("utf-16")])
def test_phan_xml_hong(noi_dung):
    assert loi_cua(them_phan(tep_docx(), word__hong_DOT_xml=noi_dung)) == van_phong.TEP_HONG


def test_goi_co_chu_ky_so_xin_pdf():
    assert loi_cua(them_phan(tep_docx(), _xmlsignatures__sig1_DOT_xml=b"<a/>")) == van_phong.CO_CHU_KY_SO


def test_zip_thuong_va_zip_cut():
    goi = BytesIO()
    with zipfile.ZipFile(goi, "w") as mo:
        mo.writestr("don.txt", "x")

    assert loi_cua(goi.getvalue()) == van_phong.KHONG_DUNG
    assert loi_cua(tep_docx()[:500]) == van_phong.TEP_HONG


# --- Anything else ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("noi_dung", "cau"),
    [
        (b"", "Tệp rỗng."),
        (b"MZ\x90\x00 chuong trinh", "Không phải là PDF"),
        (b"<html><script>alert(1)</script>", "Không phải là PDF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "Không phải là PDF"),
        (b"MZ" + tep_pdf(), "Không phải là PDF"),
        (b"GIF89a%PDF-", "Không phải là PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Tệp Word, Excel đời cũ."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "Tệp có mật khẩu."),
        (b"\x00\x00\x00\x18ftypheic" + bytes(20), "Ảnh HEIC của điện thoại."),
    ],
)
def test_dang_khac_bi_tu_choi_bang_loi(noi_dung, cau):
    assert loi_cua(noi_dung, "don.pdf").startswith(cau)


def test_tep_qua_co():
    with pytest.raises(LoiTep, match="Tệp lớn hơn 1 MB"):
        lam_sach(gui(bytes(1024 * 1024 + 1)), toi_da_mb=1)


@pytest.mark.parametrize(
    ("ten", "sau"),
    [
        ("Đơn khiếu nại.pdf", "Đơn khiếu nại.pdf"),
        (unicodedata.normalize("NFD", "Đơn khiếu nại.pdf"), "Đơn khiếu nại.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\may\\đơn.PDF", "đơn.pdf"),
        ("don\x00\r\nSet-Cookie: a.pdf", "don Set-Cookie a.pdf"),
        ("don\u202efdp.exe", "donfdp.exe.pdf"),
        ("anh.exe", "anh.exe.pdf"),
        ("  ..  ", "tep.pdf"),
        ("", "tep.pdf"),
        ('a"b<c>d|e?.pdf', "a b c d e.pdf"),
    ],
)
def test_ten_tep_duoc_lam_sach(ten, sau):
    assert lam_sach_ten(ten, (".pdf",)) == sau


def test_ten_dai_bi_cat_con_duoi():
    ten = lam_sach_ten("ă" * 300 + ".pdf", (".pdf",))

    assert (len(ten), ten[-5:]) == (TEN_DAI_NHAT, "ă.pdf")
