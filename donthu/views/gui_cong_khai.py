"""Further addressees of a document, the day it was received, further ways of making it public."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from donthu.actions import gui_cong_khai
from donthu.forms.gui_cong_khai import LanCongKhaiForm, LanGuiForm, NgayNhanForm
from donthu.models import DonThu
from donthu.views.viec_don import lam_viec, tim_don_lam_viec
from tochuc.dinh_dang import ngay_vn


@require_http_methods(["GET", "POST"])
def gui(request, pk):
    don = _don_ghi(request, pk)
    form = LanGuiForm(request.POST or None, don=don, nguoi=request.user)
    return lam_viec(request, don, form, partial(gui_cong_khai.ghi_lan_gui, don), ten="Ghi lần gửi")


@require_http_methods(["GET", "POST"])
def ngay_nhan(request, pk, khoa):
    don = _don_ghi(request, pk)
    lan_gui = get_object_or_404(don.lan_gui.select_related("van_ban", "don"), pk=khoa)
    form = NgayNhanForm(request.POST or None, don=don, nguoi=request.user, initial={"chung_tu": lan_gui.chung_tu})
    thong_tin = [
        ("Nơi nhận", lan_gui.noi_nhan),
        ("Văn bản", str(lan_gui.van_ban or "")),
        ("Gửi ngày", f"{ngay_vn(lan_gui.ngay)}, {lan_gui.get_cach_display().lower()}"),
    ]
    lam = partial(gui_cong_khai.ghi_ngay_nhan, lan_gui)
    return lam_viec(request, don, form, lam, ten="Ghi ngày nhận", thong_tin=thong_tin)


@require_http_methods(["GET", "POST"])
def cong_khai(request, pk):
    don = _don_ghi(request, pk)
    form = LanCongKhaiForm(request.POST or None, don=don, nguoi=request.user)
    return lam_viec(request, don, form, partial(gui_cong_khai.ghi_lan_cong_khai, don), ten="Ghi lần công khai")


def _don_ghi(request, pk: int) -> DonThu:
    don = tim_don_lam_viec(request, pk)
    if not gui_cong_khai.duoc_ghi(don, request.user):
        raise PermissionDenied
    return don
