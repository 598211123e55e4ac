"""Papers of reception to print: the fields first, then the PDF. Who printed what is written in the log."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from tiepdan.forms.giay_to import GiayToForm
from tiepdan.giay_to import gia_tri_dau, giay_in_duoc, in_giay, in_khong_co_nguoi_den
from tiepdan.models import LichTiep, LuotTiep
from tiepdan.van_ban import KHONG_CO_NGUOI_DEN
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen


@can_quyen(Quyen.TIEP_DAN, Quyen.XEM_SO_TIEP)
@require_http_methods(["GET", "POST"])
def giay_cua_luot(request, pk, loai):
    """One paper of a visit."""
    cac_luot = LuotTiep.objects.for_user(request.user).select_related("can_bo", "cong_dan", "don", "lich")
    luot = get_object_or_404(cac_luot, pk=pk)
    mau = giay_in_duoc(luot).get(loai)
    if mau is None:
        raise Http404
    dau = gia_tri_dau(luot, CauHinh.hien_hanh())
    form = GiayToForm(request.POST or None, mau=mau, gia_tri_dau=dau)
    if form.is_valid():
        tep = in_giay(luot, mau, form.cleaned_data)
        _ghi_nhat_ky(request, luot, ViecNhatKy.IN_AN, f"In {mau.ten.lower()} của lượt tiếp {luot.ma}")
        return _tra_pdf(tep, f"{loai}-{luot.ma}.pdf")
    if luot.ve_to_cao:
        _ghi_nhat_ky(request, luot, ViecNhatKy.XEM, f"Xem lượt tiếp {luot.ma} để in {mau.ten.lower()}")
    return render(request, "tiepdan/giay_to.html", {"luot": luot, "mau": mau, "form": form})


@can_quyen(Quyen.TIEP_DAN, Quyen.XEM_SO_TIEP)
@require_safe
def khong_co_nguoi_den(request, pk):
    """The record of a reception day without visitors."""
    dong = get_object_or_404(LichTiep.objects.select_related("can_bo"), pk=pk, da_huy=False)
    if dong.ngay > timezone.localdate():
        raise LoiNghiepVu("Ngày tiếp này chưa đến nên chưa lập biên bản được.")
    if dong.luot_tiep.exists():
        raise LoiNghiepVu("Ngày tiếp này đã có công dân đến.")
    NhatKy.ghi(
        request.user,
        ViecNhatKy.IN_AN,
        "Lịch tiếp công dân",
        f"In {KHONG_CO_NGUOI_DEN.ten.lower()} {dong.ngay:%d/%m/%Y}",
    )
    return _tra_pdf(in_khong_co_nguoi_den(dong), f"khong-co-nguoi-den-{dong.ngay:%Y-%m-%d}.pdf")


def _ghi_nhat_ky(request, luot: LuotTiep, viec: ViecNhatKy, noi_dung: str) -> None:
    """Of a tố cáo under its petition, and in the log that only some may read."""
    doi_tuong = luot.don.ma if luot.ve_to_cao and luot.don else luot.ma
    NhatKy.ghi(request.user, viec, doi_tuong, noi_dung, mat=luot.ve_to_cao)


def _tra_pdf(tep: bytes, ten_tep: str) -> HttpResponse:
    return HttpResponse(
        tep, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{ten_tep}"'}
    )
