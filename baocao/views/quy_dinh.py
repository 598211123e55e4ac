"""The tables of law for every signed-in person: on screen, as JSON, workbook and print."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baocao.quy_dinh import DINH_DANG, LOI_DAN, TEN_TEP, ghi_tep, nguoi_doc
from tochuc.bang_tinh import LOAI_XLSX

LOAI_NOI_DUNG = {"json": "application/json; charset=utf-8", "xlsx": LOAI_XLSX, "pdf": "application/pdf"}


@require_safe
def quy_dinh(request):
    return render(request, "baocao/quy_dinh.html", {"cac_phan": nguoi_doc(), "loi_dan": LOI_DAN})


@require_safe
def tai_quy_dinh(request, dinh_dang):
    if dinh_dang not in DINH_DANG:
        raise Http404
    cach = "inline" if dinh_dang == "pdf" else "attachment"
    return HttpResponse(
        ghi_tep(dinh_dang),
        content_type=LOAI_NOI_DUNG[dinh_dang],
        headers={"Content-Disposition": f'{cach}; filename="{TEN_TEP}.{dinh_dang}"'},
    )
