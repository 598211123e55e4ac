"""Files to send in tests, and the shortest way to send one."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from PIL import Image
from weasyprint import HTML


def tep_pdf(ten="don.pdf", chu="Trang", so_trang=1) -> SimpleUploadedFile:
    trang = "".join(f"<p style='page-break-after: always'>{chu} {so}</p>" for so in range(1, so_trang))
    return SimpleUploadedFile(ten, HTML(string=f"{trang}<p>{chu} {so_trang}</p>").write_pdf())


def tep_anh(ten="anh.jpg", co=(30, 20), dang="JPEG", mau="red", che_do="RGB") -> SimpleUploadedFile:
    dich = BytesIO()
    Image.new(che_do, co, mau).save(dich, dang)
    return SimpleUploadedFile(ten, dich.getvalue())


def tep_docx(ten="bao-cao.docx") -> SimpleUploadedFile:
    dich = BytesIO()
    Document().save(dich)
    return SimpleUploadedFile(ten, dich.getvalue())
