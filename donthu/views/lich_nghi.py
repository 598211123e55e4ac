"""The calendar of days off. It stands here and not with the set-up because a day more or less moves open deadlines.

Every change is shown first with what it moves, as numbers only: a quản trị sees no petition.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.db import transaction
from django.db.models.functions import ExtractYear
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from donthu.actions import dong_ho
from donthu.models import HanViec
from tochuc import actions
from tochuc.forms import NgayNghiForm, truong_doi
from tochuc.lich import Lich, tao_lich
from tochuc.models import NgayNghi
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

COT_LICH = ("ngay", "loai", "ten", "da_xac_nhan")


@can_quyen(Quyen.QUAN_TRI)
@require_safe
def lich_nghi(request):
    """The days of one year (`nam`, this year unless asked)."""
    nay = timezone.localdate().year
    cac_nam = {nay, *NgayNghi.objects.order_by().annotate(nam=ExtractYear("ngay")).values_list("nam", flat=True)}
    nam = request.GET.get("nam", "")
    nam = int(nam) if nam.isdecimal() and int(nam) in cac_nam else nay
    cac_ngay = list(NgayNghi.objects.filter(ngay__year=nam))
    return render(
        request,
        "donthu/lich_nghi.html",
        {
            "nam": nam,
            "cac_nam": sorted(cac_nam),
            "cac_ngay": cac_ngay,
            "so_chua_xac_nhan": sum(not dong.da_xac_nhan for dong in cac_ngay),
        },
    )


@can_quyen(Quyen.QUAN_TRI)
@require_http_methods(["GET", "POST"])
def sua(request, pk=None):
    """Add a day, or change one: the form, then the preview, then the change."""
    ngay_nghi = get_object_or_404(NgayNghi, pk=pk) if pk else None
    form = NgayNghiForm(request.POST or None, instance=ngay_nghi)
    if not form.is_valid() or "sua_tiep" in request.POST:
        return render(request, "donthu/lich_nghi_sua.html", {"form": form, "ngay_nghi": ngay_nghi})
    moi = form.cleaned_data
    return xem_truoc_hoac_lam(
        request,
        tieu_de=f"{'Sửa' if pk else 'Thêm'} {moi['ngay']:%d/%m/%Y} {moi['ten']}",
        lich=lich_khi_doi(ngay_nghi, moi),
        lam=lambda: actions.luu_ngay_nghi(ngay_nghi, nguoi=request.user, **truong_doi(form)),
        nam=moi["ngay"].year,
        form=form,
    )


@can_quyen(Quyen.QUAN_TRI)
@require_http_methods(["GET", "POST"])
def xac_nhan(request, pk):
    """The Prime Minister fixed the day: from now on it counts."""
    ngay_nghi = get_object_or_404(NgayNghi, pk=pk, da_xac_nhan=False)
    moi = {ten: getattr(ngay_nghi, ten) for ten in COT_LICH} | {"da_xac_nhan": True}
    return xem_truoc_hoac_lam(
        request,
        tieu_de=f"Xác nhận {ngay_nghi}",
        lich=lich_khi_doi(ngay_nghi, moi),
        lam=lambda: actions.luu_ngay_nghi(ngay_nghi, nguoi=request.user, da_xac_nhan=True),
        nam=ngay_nghi.ngay.year,
    )


@can_quyen(Quyen.QUAN_TRI)
@require_http_methods(["GET", "POST"])
def xoa(request, pk):
    """A proposed or estimated day that did not come true."""
    ngay_nghi = get_object_or_404(NgayNghi, pk=pk)
    return xem_truoc_hoac_lam(
        request,
        tieu_de=f"Xóa {ngay_nghi}",
        lich=lich_khi_doi(ngay_nghi, None),
        lam=lambda: actions.xoa_ngay_nghi(ngay_nghi, nguoi=request.user),
        nam=ngay_nghi.ngay.year,
    )


def lich_khi_doi(bo: NgayNghi | None, them: dict | None) -> Lich:
    """The calendar without the row `bo` and with the row `them`."""
    con_lai = NgayNghi.objects.exclude(pk=bo.pk) if bo else NgayNghi.objects.all()
    dong = list(con_lai.values_list(*COT_LICH))
    return tao_lich(dong + ([tuple(them[ten] for ten in COT_LICH)] if them else []))


def xem_truoc_hoac_lam(request, *, tieu_de: str, lich: Lich, lam: Callable, nam: int, form=None):
    """Show what the calendar `lich` would move; do it once the person saw the number that still holds (`da_xem`)."""
    doi = dong_ho.han_doi_theo(lich)
    if request.method == "POST" and request.POST.get("da_xem") == str(len(doi)):
        with transaction.atomic():
            lam()
            so_doi = dong_ho.tinh_lai_han_mo(NgayNghi.objects.lich())
        messages.success(request, f"{tieu_de}: đã ghi vào lịch, {so_doi} thời hạn đang chạy được tính lại.")
        return redirect(f"{reverse('donthu:lich_nghi')}?nam={nam}")
    return render(
        request,
        "donthu/lich_nghi_xem_truoc.html",
        {
            "tieu_de": tieu_de,
            "form": form,
            "nam": nam,
            "so_vu": len({han.chu_the for han, _ in doi}),
            "so_han": len(doi),
            "theo_viec": gop_theo_viec(doi),
            "da_doi_khac": "da_xem" in request.POST,
        },
    )


@dataclass
class DoiHanTheoViec:
    """How one kind of duty moves: clocks that come earlier and later, and the longest move in days."""

    ten_viec: str
    som_hon: int = 0
    muon_hon: int = 0
    dai_nhat: int = 0


def gop_theo_viec(doi: Iterable[tuple[HanViec, date]]) -> list[DoiHanTheoViec]:
    """Count the moved clocks by kind of duty, the most numerous first."""
    nhom: dict[str, list[int]] = defaultdict(list)
    for han, han_moi in doi:
        nhom[han.get_viec_display()].append((han_moi - han.han).days)
    dong = [
        DoiHanTheoViec(ten, sum(so < 0 for so in ngay), sum(so > 0 for so in ngay), max(map(abs, ngay)))
        for ten, ngay in nhom.items()
    ]
    return sorted(dong, key=lambda d: (-d.som_hon - d.muon_hon, d.ten_viec))
