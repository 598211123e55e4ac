"""The centre's details, and the table of roles."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from tochuc import actions
from tochuc.forms import CauHinhForm, truong_doi
from tochuc.models import CauHinh, VaiTroNhanVien
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import BANG_QUYEN, Quyen, VaiTro


@can_quyen(Quyen.QUAN_TRI)
@require_http_methods(["GET", "POST"])
def trung_tam(request):
    form = CauHinhForm(request.POST or None, instance=CauHinh.hien_hanh())
    if form.is_valid():
        actions.sua_cau_hinh(nguoi=request.user, **truong_doi(form))
        messages.success(request, "Đã lưu thông tin Trung tâm.")
        return redirect("tochuc:trung_tam")
    return render(request, "tochuc/trung_tam.html", {"form": form})


@can_quyen(Quyen.QUAN_TRI)
@require_safe
def vai_tro(request):
    dang_lam = Count("pk", filter=Q(nhan_vien__is_active=True))
    so_nguoi = dict(VaiTroNhanVien.objects.values_list("vai_tro").annotate(so_nguoi=dang_lam))
    return render(
        request,
        "tochuc/vai_tro.html",
        {
            "cac_vai_tro": [(ten, so_nguoi.get(ten, 0)) for ten in VaiTro],
            "bang": [(quyen.label, [(ten.label, quyen in BANG_QUYEN[ten]) for ten in VaiTro]) for quyen in Quyen],
        },
    )
