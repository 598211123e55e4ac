"""My reminders, newest first."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from donthu.actions.doc_thong_bao import danh_dau_da_doc
from donthu.models import ThongBao
from donthu.models.thong_bao import MucNhac
from tochuc.phan_trang import phan_trang

BIEU_TUONG = {
    MucNhac.NAM_NGAY: "calendar-due",
    MucNhac.MOT_NGAY: "hourglass-low",
    MucNhac.HOM_NAY: "bell-ringing",
    MucNhac.QUA_HAN: "alert-triangle",
    MucNhac.QUA_HAN_LAU: "alert-triangle",
    MucNhac.CHUA_XU_LY_30: "clock-exclamation",
    MucNhac.CHUA_XU_LY_40: "clock-exclamation",
    MucNhac.CHUA_XU_LY_45: "clock-exclamation",
    MucNhac.GIAO_VIEC: "briefcase",
    MucNhac.NHAC_VIEC: "bell-ringing",
    MucNhac.TRA_LOI_NHAC: "message-reply",
    MucNhac.XIN_THEM_HAN: "calendar-plus",
    MucNhac.TRA_LOI_XIN: "calendar-check",
    MucNhac.TRA_VIEC: "arrow-back-up",
    MucNhac.KHAN_CAP: "urgent",
    MucNhac.PHUC_TAP: "flag-3",
    MucNhac.DAC_BIET: "flag-3",
    MucNhac.DONG_NGUOI: "users-group",
    MucNhac.VUOT_CAP: "stairs-up",
    MucNhac.KEO_DAI: "hourglass-empty",
}


@require_safe
def thong_bao(request):
    cua_toi = ThongBao.objects.for_user(request.user)
    trang = phan_trang(cua_toi, request.GET, thu_tu=("-tao_luc", "-pk"), danh_tu="thông báo")
    ngu_canh = {
        "trang": trang,
        "cac_dong": [(dong, BIEU_TUONG[MucNhac(dong.muc)]) for dong in trang],
        "con_chua_doc": cua_toi.filter(doc_luc=None).exists(),
    }
    return render(request, "donthu/thong_bao.html", ngu_canh)


@require_POST
def mo_thong_bao(request, pk):
    """Mark it read and go where it points."""
    dong = get_object_or_404(ThongBao.objects.for_user(request.user), pk=pk)
    danh_dau_da_doc(request.user, timezone.now(), dong.pk)
    return redirect(dong.dia_chi)


@require_POST
def doc_het(request):
    so = danh_dau_da_doc(request.user, timezone.now())
    messages.success(request, f"Đã đánh dấu {so} thông báo là đã đọc.")
    return redirect("donthu:thong_bao")
