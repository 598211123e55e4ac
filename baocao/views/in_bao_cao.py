"""Printing a whole report: asked for, followed while a worker makes it, opened."""

from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh
from kombu.exceptions import ChannelError, OperationalError

from baocao import tasks
from baocao.actions.lan_in import DANG_CHAY, in_khong_duoc, thu_muc_tam, yeu_cau_in
from baocao.ky import KyBaoCao
from baocao.models import BaoCaoKy, LanIn
from baocao.models.lan_in import TrangThaiIn
from tochuc.models import NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen


@can_quyen(Quyen.BAO_CAO)
@require_POST
def yeu_cau(request, ky: KyBaoCao, phien_ban: int):
    """Ask for the PDF of one version; that of a closed one is there already, or soon."""
    bao_cao = get_object_or_404(BaoCaoKy, ma_ky=ky.ma, nam=ky.nam, phien_ban=phien_ban)
    if bao_cao.duong_dan:
        return redirect("baocao:tai_van_ban", ky, phien_ban, "pdf")
    return redirect("baocao:lan_in", giao_in(bao_cao, request.user).pk)


def giao_in(bao_cao: BaoCaoKy, nguoi) -> LanIn:
    """Hand the printing to a worker."""
    lan = yeu_cau_in(bao_cao, nguoi=nguoi)
    if lan.trang_thai == TrangThaiIn.CHO:
        try:
            tasks.in_bao_cao.delay(lan.pk)
        except (OperationalError, ChannelError):  # Redis is away; the folder of messages cannot be written
            in_khong_duoc(lan)
    return lan


@can_quyen(Quyen.BAO_CAO)
@require_safe
def lan_in(request, pk: int):
    """How far it is; htmx asks for the moving part alone, and for the whole page once it is done."""
    lan = get_object_or_404(LanIn.objects.select_related("bao_cao"), pk=pk, nguoi=request.user)
    dang_chay = lan.trang_thai in DANG_CHAY
    chi_manh = request.htmx and not request.htmx.history_restore_request
    if chi_manh and not dang_chay:
        response = HttpResponseClientRefresh()
    else:
        ten = "baocao/lan_in.html#tien-do" if chi_manh else "baocao/lan_in.html"
        response = render(request, ten, {"lan": lan, "ky": lan.bao_cao.ky, "dang_chay": dang_chay})
    patch_vary_headers(response, ["HX-Request"])
    return response


@can_quyen(Quyen.BAO_CAO)
@require_safe
def tep_in(request, pk: int):
    """The PDF that was asked for; who took it out is written in the log."""
    lan = get_object_or_404(
        LanIn.objects.select_related("bao_cao"), pk=pk, nguoi=request.user, trang_thai=TrangThaiIn.XONG
    )
    ky, phien_ban = lan.bao_cao.ky, lan.bao_cao.phien_ban
    if not lan.tep:
        return redirect("baocao:tai_van_ban", ky, phien_ban, "pdf")
    NhatKy.ghi(request.user, ViecNhatKy.IN_AN, f"bao_cao:{ky}", f"Báo cáo, bản {phien_ban} (dự thảo), pdf")
    ten = f"BC-{ky.ma}-{ky.nam}-ban-{phien_ban}-du-thao.pdf"
    return FileResponse((thu_muc_tam() / lan.tep).open("rb"), filename=ten, content_type="application/pdf")
