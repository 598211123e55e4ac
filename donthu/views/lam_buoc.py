"""One page for every step: its form, its legal basis, the clocks it moves; what was typed survives every refusal."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from donthu import actions
from donthu.actions.so_van_ban import dong_bang_cua_don
from donthu.forms import FORM, BuocForm
from donthu.models import DonThu
from donthu.quy_trinh import QUY_TRINH, nhan_buoc
from donthu.quy_trinh.buoc import Buoc
from donthu.tac_dong import tac_dong_cua
from donthu.trinh_bay import BUOC_DUNG, han_gan_nhat
from donthu.views.bi_mat import ghi_luot_xem
from donthu.views.van_ban import van_ban_cua_buoc
from tochuc.loi import LoiNghiepVu
from tochuc.models import NgayNghi, NhanVien
from tochuc.models.nhat_ky import ViecNhatKy


@require_http_methods(["GET", "POST"])
def lam_buoc(request, pk, buoc):
    cac_don = DonThu.objects.for_user(request.user).select_related("linh_vuc", "cong_dan", "don_vi")
    don = get_object_or_404(cac_don, pk=pk)
    if buoc not in FORM:
        raise Http404
    buoc = Buoc(buoc)
    chua_duoc = _ly_do_chua_duoc(don, buoc, request.user)
    if chua_duoc and (request.method == "GET" or buoc not in QUY_TRINH[don.loai]):
        raise LoiNghiepVu(chua_duoc)
    form = FORM[buoc](request.POST or None, don=don, nguoi=request.user)
    if not chua_duoc and form.is_valid():
        try:
            sau_buoc = actions.THUC_HIEN[buoc](don, nguoi=request.user, **form.tham_so())
        except LoiNghiepVu as loi:
            chua_duoc = str(loi)
        else:
            messages.success(request, f"{nhan_buoc(don.loai, buoc)}: đã ghi nhận.", extra_tags=ten_ban_nhap(don, buoc))
            dong_bang_cua_don(sau_buoc)
            return _ve_don(request, sau_buoc)
    ghi_luot_xem(request.user, don, ViecNhatKy.XEM, f"Xem bước “{nhan_buoc(don.loai, buoc)}”")
    ngu_canh = {} if not chua_duoc else _giu_du_lieu(don, form, chua_duoc)
    return render(
        request,
        "donthu/lam_buoc.html",
        _ngu_canh(don, buoc, form, request.user) | ngu_canh,
        status=409 if chua_duoc else 200,
    )


def _ly_do_chua_duoc(don: DonThu, buoc: Buoc, nguoi: NhanVien) -> str:
    """Why the step is closed now, "" when it is open. PermissionDenied when it is not this person's to take."""
    try:
        actions.kiem_tra(don, buoc, nguoi)
    except LoiNghiepVu as loi:
        return str(loi)
    return ""


def _giu_du_lieu(don: DonThu, form: BuocForm, loi: str) -> dict:
    """Show the refusal over all that was typed, and what happened to the petition meanwhile, when something did.

    The person now sees how it stands, so sending again is an answer to that: the page knows the new number of steps.
    """
    form.add_error(None, loi)
    don.refresh_from_db()
    trang_biet, so_buoc = form.data.get("so_buoc"), str(don.so_buoc)
    form.data = form.data.copy()
    form.data["so_buoc"] = so_buoc
    if trang_biet == so_buoc:
        return {}
    return {"vua_doi": don.lich_su.select_related("nguoi").order_by("-stt").first()}


def _ngu_canh(don: DonThu, buoc: Buoc, form: BuocForm, nguoi: NhanVien) -> dict:
    duong, ngay, lich = QUY_TRINH[don.loai][buoc], timezone.localdate(), NgayNghi.objects.lich()
    return {
        "van_ban": van_ban_cua_buoc(don, duong, nguoi),
        "don": don,
        "buoc": buoc,
        "ten_buoc": nhan_buoc(don.loai, buoc),
        "can_cu": duong.can_cu,
        "form": form,
        "dung": buoc in BUOC_DUNG,
        "tac_dong": tac_dong_cua(don, duong, ngay, lich),
        "han": han_gan_nhat([don.pk], ngay, lich).get(don.pk),
        "ban_nhap": ten_ban_nhap(don, buoc),
    }


def ten_ban_nhap(don: DonThu, buoc: Buoc) -> str:
    """Name of the draft that the browser keeps of this step."""
    return f"buoc-{don.pk}-{buoc}"


def _ve_don(request, don: DonThu):
    """Back to the petition, or to the register when the step took it out of this person's sight."""
    if DonThu.objects.for_user(request.user).filter(pk=don.pk).exists():
        return redirect(don)
    return redirect("donthu:danh_sach")
