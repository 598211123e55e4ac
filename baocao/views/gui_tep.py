"""A file made here as an answer: who took it out is written in the log; a PDF is shown, any other is saved."""

from django.http import HttpResponse

from tochuc.models import NhatKy
from tochuc.models.nhat_ky import ViecNhatKy

KIEU_TEP = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
}


def gui_tep(request, noi_dung: bytes, ten_tep: str, *, doi_tuong: str, ghi: str) -> HttpResponse:
    """Answer with a file; its ending, one of KIEU_TEP, says what it is. `doi_tuong`, `ghi`: the line of the log."""
    dinh_dang = ten_tep.rpartition(".")[2]
    viec, cach_mo = (ViecNhatKy.IN_AN, "inline") if dinh_dang == "pdf" else (ViecNhatKy.XUAT, "attachment")
    NhatKy.ghi(request.user, viec, doi_tuong, ghi)
    return HttpResponse(
        noi_dung,
        content_type=KIEU_TEP[dinh_dang],
        headers={"Content-Disposition": f'{cach_mo}; filename="{ten_tep}"'},
    )
