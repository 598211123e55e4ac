"""The log, newest first. There is no export: the log says who looked at what."""

from datetime import datetime, time, timedelta

from django.db.models import QuerySet
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tochuc.bo_loc import cac_chip
from tochuc.forms import LocNhatKyForm
from tochuc.models import NhatKy
from tochuc.phan_trang import phan_trang
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen


@can_quyen(Quyen.XEM_NHAT_KY)
@require_safe
def nhat_ky(request):
    form = LocNhatKyForm(request.GET)
    loc = form.cleaned_data if form.is_valid() else {}
    # Those about a tố cáo are for who may know of the case, on another page (Đ56 Luật TC).
    dong = phan_trang(
        loc_nhat_ky(NhatKy.objects.filter(mat=False), **loc), request.GET, thu_tu=("-stt",), danh_tu="dòng"
    )
    ngu_canh = {
        "form": form,
        "trang": dong,
        "cac_chip": cac_chip(form, request.GET),
        "doc_to_cao": request.user.co_quyen(Quyen.XEM_TO_CAO),
    }
    return render(request, "tochuc/nhat_ky.html", ngu_canh)


def loc_nhat_ky(
    dong: QuerySet[NhatKy], nguoi=None, viec="", tu_ngay=None, den_ngay=None, doi_tuong=""
) -> QuerySet[NhatKy]:
    """The lines of `dong` that meet every condition given; both days count, in local time."""
    dong = dong.select_related("nguoi")
    if nguoi:
        dong = dong.filter(nguoi=nguoi)
    if viec:
        dong = dong.filter(viec=viec)
    if doi_tuong:
        dong = dong.filter(doi_tuong=doi_tuong)
    if tu_ngay:
        dong = dong.filter(thoi_diem__gte=dau_ngay(tu_ngay))
    if den_ngay:
        dong = dong.filter(thoi_diem__lt=dau_ngay(den_ngay + timedelta(days=1)))
    return dong


def dau_ngay(ngay) -> datetime:
    """Midnight with which a local day begins."""
    return timezone.make_aware(datetime.combine(ngay, time.min))
