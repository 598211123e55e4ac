"""Bringing old registers in: the template, the upload, how far it is, what came of it."""

import io
from functools import partial

from django.core.paginator import Paginator
from django.db import transaction
from django.db.models.fields.json import KT
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRefresh
from kombu.exceptions import ChannelError, OperationalError

from baocao import tasks
from baocao.actions.nhap_so import DANG_CHAY, gui_so, khong_xep_hang_duoc
from baocao.forms.nhap_so import NhapSoForm
from baocao.models import TienDoNhap
from baocao.nhap_so import LoiTep
from baocao.nhap_so.mau_so import ghi_mau
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

SO_LAN_GAN_DAY = 20
LOI_MOI_TRANG = 100


@can_quyen(Quyen.NHAP_SO)
@require_http_methods(["GET", "POST"])
def nhap_so(request):
    """The form, and the loads of late."""
    form = NhapSoForm(request.POST, request.FILES) if request.method == "POST" else NhapSoForm()
    if form.is_valid():
        truong = form.cleaned_data
        try:
            with transaction.atomic():
                lan = gui_so(truong.pop("tep"), nguoi=request.user, **truong)
                transaction.on_commit(partial(_xep_hang, lan))
        except LoiTep as loi:
            form.add_error("tep", str(loi))
        else:
            return redirect("baocao:nhap_so_lan", lan.pk)
    gan_day = TienDoNhap.objects.select_related("nguoi").annotate(cau=KT("ket_qua__cau")).defer("ket_qua")
    return render(request, "baocao/nhap_so.html", {"form": form, "gan_day": gan_day[:SO_LAN_GAN_DAY]})


def _xep_hang(lan: TienDoNhap) -> None:
    """Hand the work to a worker once the request is written for good."""
    try:
        tasks.nhap_so.delay(lan.pk)
    except (OperationalError, ChannelError):  # Redis is away; the folder of messages cannot be written
        khong_xep_hang_duoc(lan)


@can_quyen(Quyen.NHAP_SO)
@require_safe
def lan_nhap(request, pk):
    """One load: how far it is while it runs, then its outcome. htmx asks for the moving part alone."""
    lan = get_object_or_404(TienDoNhap.objects.select_related("nguoi"), pk=pk)
    dang_chay = lan.trang_thai in DANG_CHAY
    chi_manh = request.htmx and not request.htmx.history_restore_request
    if chi_manh and not dang_chay:
        response = HttpResponseClientRefresh()
    else:
        loi = Paginator(lan.ket_qua.get("loi", []), LOI_MOI_TRANG).get_page(request.GET.get("trang"))
        ten = "baocao/nhap_so_lan.html#tien-do" if chi_manh else "baocao/nhap_so_lan.html"
        response = render(
            request, ten, {"lan": lan, "dang_chay": dang_chay, "loi": loi, "phan_trang": _phan_trang(loi)}
        )
    patch_vary_headers(response, ["HX-Request"])
    return response


def _phan_trang(loi) -> dict[str, str]:
    """Addresses for partials/phan_trang.html."""
    truoc = f"?trang={loi.previous_page_number()}" if loi.has_previous() else ""
    sau = f"?trang={loi.next_page_number()}" if loi.has_next() else ""
    return {
        "so_dem": f"Lỗi {loi.start_index()}–{loi.end_index()} trong {loi.paginator.count}",
        "dau": "?trang=1" if truoc else "",
        "truoc": truoc,
        "sau": sau,
        "cuoi": f"?trang={loi.paginator.num_pages}" if sau else "",
    }


@can_quyen(Quyen.NHAP_SO)
@require_safe
def tai_mau(request):
    """The empty workbook, with the categories and units of today."""
    tep = io.BytesIO()
    ghi_mau(tep)
    tep.seek(0)
    return FileResponse(tep, as_attachment=True, filename="mau-so-tiep-dan-don-thu.xlsx")
