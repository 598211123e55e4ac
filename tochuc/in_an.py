"""Paper: HTML templates to PDF with WeasyPrint.

A document is a template that extends templates/in/nen.html (a bare page) or in/van_ban.html (an official document by
Phụ lục I NĐ 30/2020); its style sheets and fonts are files under static/. Nothing else can be read while rendering,
neither other files nor the network, whatever stands in the data. A missing or refused resource stops the document:
better none than one with wrong letters.
"""

from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.template.loader import render_to_string

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher


class LoiInAn(RuntimeError):
    """A document names a style sheet, font or picture that may not or cannot be read."""


def thu_muc_tinh() -> Path:
    """Give the only folder that a document may read."""
    return Path(settings.BASE_DIR).resolve() / "static"


def duoc_phep(url: str) -> bool:
    """Tell whether a document may load `url`: data: and files inside static/, after symbolic links are followed."""
    phan = urlsplit(url)
    if phan.scheme == "data":
        return True
    if phan.scheme != "file" or phan.netloc not in ("", "localhost"):
        return False
    return Path(unquote(phan.path)).resolve().is_relative_to(thu_muc_tinh())


@cache
def lop_lay_tai_nguyen() -> "type[URLFetcher]":
    """Build the class of the strict fetcher, on first use because its base is in WeasyPrint."""
    from weasyprint.urls import URLFetcher  # WeasyPrint takes a second to load; only printing pays for it

    class LayTaiNguyenTinh(URLFetcher):
        def fetch(self, url: str, headers: dict[str, str] | None = None):
            if not duoc_phep(url):
                raise PermissionError(url)
            return super().fetch(url, headers)

    return LayTaiNguyenTinh


def nhung_css(css: str) -> str:
    """Turn rules made from the data into an address for `<link rel="stylesheet">`: templates have no style inside."""
    return "data:text/css;charset=utf-8;base64," + b64encode(css.encode()).decode()


def in_pdf(mau: str, ngu_canh: dict[str, Any]) -> bytes:
    """Render the template `mau` to PDF, fonts embedded, tagged for screen readers.

    The PDF carries the title and language of the page and no other metadata: no author, no moment of making, so the
    same data gives the same bytes. Raises LoiInAn.
    """
    from weasyprint import HTML  # WeasyPrint takes a second to load; only printing pays for it
    from weasyprint.urls import FatalURLFetchingError

    chu = render_to_string(mau, ngu_canh)
    lay_tai_nguyen = lop_lay_tai_nguyen()(fail_on_errors=True, allow_redirects=False)
    try:
        trang = HTML(string=chu, base_url=thu_muc_tinh().as_uri() + "/", url_fetcher=lay_tai_nguyen)
        tai_lieu = trang.render(pdf_tags=True)
    except FatalURLFetchingError as loi:
        raise LoiInAn(str(loi)) from loi
    thong_tin = tai_lieu.metadata
    thong_tin.title = " ".join((thong_tin.title or "").split())
    thong_tin.authors, thong_tin.keywords = [], []
    thong_tin.description = thong_tin.generator = thong_tin.created = thong_tin.modified = None
    return tai_lieu.write_pdf(pdf_tags=True)
