"""Reports of units: who sent which version, who did not, and all of them put together."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from baocao.actions.nhan_bao_cao import nhan_bao_cao
from baocao.bieu_mau import cay_tieu_de
from baocao.forms.nhan_bao_cao import NhanBaoCaoForm
from baocao.ky import KyBaoCao
from baocao.tong_hop import ban_cuoi, don_vi_phai_gui, tong_hop
from tochuc.loi import LoiNghiepVu
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen


@can_quyen(Quyen.BAO_CAO)
@require_http_methods(["GET", "POST"])
def bao_cao_don_vi(request, ky: KyBaoCao):
    """One screen for all units: state of each, the form to take in a file, the sums."""
    nhan_duoc = request.user.co_quyen(Quyen.NHAP_SO)
    form = NhanBaoCaoForm(request.POST or None, request.FILES or None) if nhan_duoc else None
    if form and form.is_valid():
        truong = form.cleaned_data
        try:
            nhan = nhan_bao_cao(
                truong["don_vi"], truong["tep"].read(), nguoi=request.user, ky=ky, sha256=truong["sha256"]
            )
        except LoiNghiepVu as loi:
            form.add_error("tep", str(loi))
        else:
            messages.success(request, f"Đã nhận báo cáo của {nhan.don_vi}, bản {nhan.phien_ban}.")
            return redirect("baocao:bao_cao_don_vi", ky)
    cac_don_vi, cac_ban = don_vi_phai_gui(), ban_cuoi(ky)
    return render(
        request,
        "baocao/bao_cao_don_vi.html",
        {
            "ky": ky,
            "form": form,
            "cac_dong": [(dv, cac_ban.get(dv.pk)) for dv in cac_don_vi],
            "da_gui": sum(dv.pk in cac_ban for dv in cac_don_vi),
            "cac_bieu": [(muc, cay_tieu_de(muc.bieu)) for muc in tong_hop(ky, cac_don_vi, cac_ban)] if cac_ban else [],
        },
    )
