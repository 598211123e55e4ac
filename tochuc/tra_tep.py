"""Answering a request with a file that somebody sent: nothing in it may run, no copy stays on the way."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from tochuc.loi import LoiNghiepVu

DOAN_GUI = 64 * 1024
# A page of ours may show it in a frame; the file itself may load, run and send nothing.
CHINH_SACH = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
MOT_KHOANG = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)
KHONG_CON = "Tệp không còn trên máy chủ. Xin báo quản trị."


def tra_tep(request: HttpRequest, noi: Path, *, ten: str, kieu: str, dinh_kem: bool) -> HttpResponseBase:
    """The file, or the one range of bytes that was asked for (206; 416 beyond its end). `dinh_kem`: to be saved, not
    shown. Raises LoiNghiepVu when the disk has lost it."""
    try:
        kich_thuoc = noi.stat().st_size
    except FileNotFoundError as loi:
        raise LoiNghiepVu(KHONG_CON) from loi
    khoang = _khoang(request.headers.get("Range", ""), kich_thuoc)
    if khoang is None:
        response = FileResponse(noi.open("rb"), content_type=kieu)
    elif khoang[0] > khoang[1]:
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{kich_thuoc}"})
    else:
        dau, cuoi = khoang
        response = StreamingHttpResponse(_doc(noi, dau, cuoi), status=206, content_type=kieu)
        response["Content-Range"] = f"bytes {dau}-{cuoi}/{kich_thuoc}"
        response["Content-Length"] = str(cuoi - dau + 1)
    return dat_dau(response, ten=ten, dinh_kem=dinh_kem)


def dat_dau(response: HttpResponseBase, *, ten: str, dinh_kem: bool) -> HttpResponseBase:
    """The headers that keep a file in its place."""
    response["Content-Disposition"] = content_disposition_header(dinh_kem, ten)
    response["Content-Security-Policy"] = CHINH_SACH
    response["X-Frame-Options"] = "SAMEORIGIN"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    response["Accept-Ranges"] = "bytes"
    return response


def la_doan_sau(request: HttpRequest) -> bool:
    """Whether a viewer fetches on in a file that it opened already."""
    khoang = MOT_KHOANG.fullmatch(request.headers.get("Range", "").strip())
    return bool(khoang) and khoang[1] not in ("", "0")


def _khoang(dau: str, kich_thuoc: int) -> tuple[int, int] | None:
    """First and last byte; the first after the last when there is nothing to give; None: the whole file.

    Several ranges at once, or what is not understood, is answered with the whole file (RFC 9110, 14.2).
    """
    khop = MOT_KHOANG.fullmatch(dau.strip())
    if khop is None or khop[0] == "bytes=-":
        return None
    tu, den = khop.groups()
    if not tu:  # the last so many bytes
        return (max(0, kich_thuoc - int(den)), kich_thuoc - 1) if int(den) else (1, 0)
    if den and int(den) < int(tu):
        return None
    return (int(tu), min(int(den) if den else kich_thuoc, kich_thuoc - 1))


def _doc(noi: Path, dau: int, cuoi: int) -> Iterator[bytes]:
    with noi.open("rb") as tep:
        tep.seek(dau)
        con_lai = cuoi - dau + 1
        while con_lai and (doan := tep.read(min(DOAN_GUI, con_lai))):
            con_lai -= len(doan)
            yield doan
