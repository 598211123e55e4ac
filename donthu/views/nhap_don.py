"""Entering a petition that did not come through the counter."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from donthu.actions.cong_dan import nhap_don as ghi_don
from donthu.forms.cong_dan import TIM_CONG_DAN, CongDanForm
from donthu.forms.nhap_don import NhapDonForm
from donthu.models import DonThu
from donthu.views.cong_dan import tra_cuu
from tochuc.loi import LoiNghiepVu
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

BAN_NHAP = "nhap-don"


@can_quyen(Quyen.NHAP_DON)
@require_http_methods(["GET", "POST"])
def nhap_don(request):
    if TIM_CONG_DAN in request.POST:
        form = NhapDonForm(initial=_da_go(request.POST), nguoi=request.user)
        return render(request, "donthu/nhap_don.html", {"form": form, "ban_nhap": BAN_NHAP, **tra_cuu(request)})
    form = NhapDonForm(request.POST or None, nguoi=request.user)
    # What a tố cáo sends of who wrote is not even bound to a form (Đ56 Luật TC).
    form_cong_dan = CongDanForm(None if form.la_to_cao else request.POST or None)
    ma_trang_thai = 200
    if form.is_valid() and (form.la_to_cao or form_cong_dan.is_valid()):
        nhan_than = None if form.la_to_cao else form_cong_dan.cleaned_data
        try:
            don = ghi_don(nguoi=request.user, nhan_than=nhan_than, **form.tham_so())
        except LoiNghiepVu as loi:
            form.add_error(None, str(loi))
            ma_trang_thai = 409
        else:
            return _da_nhap(request, don)
    ngu_canh = {"form": form, "form_cong_dan": form_cong_dan, "ban_nhap": BAN_NHAP}
    return render(request, "donthu/nhap_don.html", ngu_canh, status=ma_trang_thai)


def _da_go(du_lieu) -> dict:
    return {ten: du_lieu.getlist(ten) if ten == "nguoi_bi_to_cao" else gia_tri for ten, gia_tri in du_lieu.items()}


def _da_nhap(request, don: DonThu):
    loi_nhan = f"Đã nhập đơn {don.ma}."
    if don.ma_nguoi_to_cao:
        loi_nhan = f"Đã nhập đơn {don.ma}. Ghi mã {don.ma_nguoi_to_cao} ra ngoài phong bì niêm phong."
    messages.success(request, loi_nhan, extra_tags=BAN_NHAP)
    if DonThu.objects.for_user(request.user).filter(pk=don.pk).exists():
        return redirect(don)
    return redirect("donthu:danh_sach")
