"""One page for whatever is done to a petition beside its steps: its form, and all that was typed after a refusal."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import BaseFormSet
from django.shortcuts import get_object_or_404, redirect, render

from donthu.forms.khung import ViecForm
from donthu.models import DonThu
from donthu.views.bi_mat import ghi_luot_xem
from tochuc.loi import LoiNghiepVu
from tochuc.models.nhat_ky import ViecNhatKy


def tim_don_lam_viec(request, pk: int) -> DonThu:
    """The petition to work on; 404 for who may not know of it. Each reading of a tố cáo is written in the log."""
    cac_don = DonThu.objects.for_user(request.user).select_related("linh_vuc", "cong_dan", "don_vi")
    don = get_object_or_404(cac_don.defer("tim_kiem", "tim_kiem_dau"), pk=pk)
    ghi_luot_xem(request.user, don, ViecNhatKy.XEM, "Xem đơn tố cáo")
    return don


def lam_viec(
    request,
    don: DonThu,
    form: ViecForm,
    lam: Callable[..., object],
    *,
    ten: str,
    bang_nho: BaseFormSet | None = None,
    **ngu_canh,
):
    """Show the form, or call `lam` with what was typed; then back to the petition, or to the work when it took the
    petition out of this person's sight. `ten`: title and button; `bang_nho`: rows that are sent with the form."""
    ma_trang_thai = 200
    hop_le = [bieu_mau.is_valid() for bieu_mau in (form, bang_nho) if bieu_mau is not None]
    if all(hop_le):
        try:
            lam(nguoi=request.user, **form.tham_so())
        except LoiNghiepVu as loi:
            form.add_error(None, str(loi))
            ma_trang_thai = 409
        else:
            messages.success(request, f"{ten}: đã ghi nhận.", extra_tags=_ban_nhap(request))
            con_thay = DonThu.objects.for_user(request.user).filter(pk=don.pk).exists()
            return redirect(don) if con_thay else redirect("donthu:giao_viec")
    ngu_canh |= {"don": don, "form": form, "bang_nho": bang_nho, "ten": ten, "ban_nhap": _ban_nhap(request)}
    return render(request, "donthu/viec_don.html", ngu_canh, status=ma_trang_thai)


def _ban_nhap(request) -> str:
    """Name of the draft that the browser keeps: the address, which no other form has."""
    return request.path.strip("/").replace("/", "-")
