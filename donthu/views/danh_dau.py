"""Marking a petition as urgent, or no longer."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.views.decorators.http import require_http_methods

from donthu.actions.danh_dau import danh_dau_khan_cap, duoc_danh_dau
from donthu.forms.danh_dau import KhanCapForm
from donthu.views.viec_don import lam_viec, tim_don_lam_viec


@require_http_methods(["GET", "POST"])
def khan_cap(request, pk):
    don = tim_don_lam_viec(request, pk)
    if not duoc_danh_dau(don, request.user):
        raise PermissionDenied
    form = KhanCapForm(request.POST or None, don=don, nguoi=request.user)
    lam = partial(danh_dau_khan_cap, don, khan_cap=not don.khan_cap)
    return lam_viec(request, don, form, lam, ten="Thôi đánh dấu khẩn cấp" if don.khan_cap else "Đánh dấu khẩn cấp")
