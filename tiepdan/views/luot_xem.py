"""Who read which tố cáo when: petitions and visits that the reader himself may know of (Đ56 Luật TC)."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import render
from django.views.decorators.http import require_safe

from donthu.models import DonThu
from donthu.phan_loai import LoaiDon
from tiepdan.models import LuotTiep
from tochuc.bo_loc import cac_chip
from tochuc.forms import LocNhatKyForm
from tochuc.models import NhatKy
from tochuc.phan_trang import phan_trang
from tochuc.vai_tro import Quyen
from tochuc.views.nhat_ky import loc_nhat_ky


@require_safe
def luot_xem_to_cao(request):
    """The log of tố cáo for who both reads the log and resolves them; a case against a leader is not in it."""
    nguoi = request.user
    if not nguoi.co_quyen(Quyen.XEM_NHAT_KY, Quyen.XEM_TO_CAO):
        raise PermissionDenied
    form = LocNhatKyForm(request.GET)
    loc = form.cleaned_data if form.is_valid() else {}
    cac_don = DonThu.objects.for_user(nguoi).filter(loai=LoaiDon.TO_CAO)
    cac_luot = LuotTiep.objects.for_user(nguoi).filter(loai=LoaiDon.TO_CAO, don=None)
    cua_vu_viec = Q(doi_tuong__in=cac_don.order_by().values("ma")) | Q(doi_tuong__in=cac_luot.order_by().values("ma"))
    dong = loc_nhat_ky(NhatKy.objects.filter(cua_vu_viec, mat=True), **loc)
    trang = phan_trang(dong, request.GET, thu_tu=("-stt",), danh_tu="lượt")
    dia_chi = dict(cac_don.filter(ma__in=[luot.doi_tuong for luot in trang]).values_list("ma", "pk"))
    ngu_canh = {
        "form": form,
        "trang": trang,
        "cac_dong": [(luot, dia_chi.get(luot.doi_tuong)) for luot in trang],
        "cac_chip": cac_chip(form, request.GET),
    }
    return render(request, "tiepdan/luot_xem_to_cao.html", ngu_canh)
