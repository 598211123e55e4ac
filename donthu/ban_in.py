"""An issued document on paper: from its frozen words (`VanBanDi.noi_dung`) alone to HTML, PDF and DOCX."""

import re
from base64 import b64encode
from datetime import date
from io import BytesIO
from typing import Any

import segno
from django.conf import settings
from django.template.loader import render_to_string

from donthu.models import VanBanDi
from donthu.van_ban import duong_dan_mau
from tochuc.docx_tu_html import docx_tu_html
from tochuc.in_an import in_pdf
from tochuc.tim_kiem import bo_dau

DAI_TEN_TEP = 60
KIEU_TEP = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def ma_duong_dan(ma_mau: str) -> str:
    """The code of a form as a part of an address: ND31-04 → nd31-04."""
    return ma_mau.lower().replace("/", "-")


def dia_chi_tra_cuu(ma_tra_cuu: str) -> str:
    """Where anybody asks whether the document exists. It stands on paper for years, so it is written out here."""
    return f"{settings.SITE_URL}/tra-cuu/{ma_tra_cuu}/"


def ngu_canh_in(noi_dung: dict[str, Any], *, ban_nhap: bool = False) -> dict[str, Any]:
    """What the template gets. `noi_dung`: plain JSON of `soan_thao.lap_noi_dung`."""
    ngay, dia_chi = noi_dung["ngay_van_ban"], noi_dung["dia_chi_tra_cuu"]
    return noi_dung | {
        "ngay_van_ban": date.fromisoformat(ngay) if ngay else None,
        "ma_qr": "" if ban_nhap or not dia_chi else ma_qr(dia_chi),
        "la_ban_nhap": ban_nhap,
    }


def ma_qr(dia_chi: str) -> str:
    """A QR code as a data: address of a PNG, which Word takes too."""
    dem = BytesIO()
    segno.make(dia_chi, error="m").save(dem, kind="png", scale=6, border=0)
    return "data:image/png;base64," + b64encode(dem.getvalue()).decode()


def html_van_ban(noi_dung: dict[str, Any], *, ban_nhap: bool = False, goc_tinh: str = "") -> str:
    """The document as HTML. `goc_tinh`: address of the static files when a browser shows it."""
    return render_to_string(
        duong_dan_mau(noi_dung["ma_mau"]), ngu_canh_in(noi_dung, ban_nhap=ban_nhap) | {"goc_tinh": goc_tinh}
    )


def pdf_van_ban(noi_dung: dict[str, Any], *, ban_nhap: bool = False) -> bytes:
    """The document as PDF; the same words give the same bytes. Raises LoiInAn."""
    return in_pdf(duong_dan_mau(noi_dung["ma_mau"]), ngu_canh_in(noi_dung, ban_nhap=ban_nhap))


def docx_van_ban(noi_dung: dict[str, Any]) -> bytes:
    """The same words as a Word file."""
    return docx_tu_html(html_van_ban(noi_dung))


def ten_tep(van_ban: VanBanDi, duoi: str) -> str:
    """The name an office gives the file: TB-05-2026-thong-bao-thu-ly.pdf; a minute has its date instead of a number."""
    dau = (
        f"{bo_dau(van_ban.so_dang_ky).upper()}-{van_ban.so:02d}-{van_ban.nam}"
        if van_ban.so
        else f"{van_ban.ngay:%Y-%m-%d}"
    )
    return f"{dau}-{ten_ngan(van_ban.trich_yeu)}.{duoi}"


def ten_ngan(chu: str) -> str:
    """Words of a subject for the name of a file, cut at a word."""
    gon = re.sub(r"[^a-z0-9]+", "-", bo_dau(chu)).strip("-")
    return gon if len(gon) <= DAI_TEN_TEP else gon[: DAI_TEN_TEP + 1].rpartition("-")[0]
