"""The register of managing work: documents, training, checks, inspections (form 06/QLKNTC)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_safe

from baocao.actions.hoat_dong import luu_hoat_dong
from baocao.forms.hoat_dong import HoatDongForm, LocHoatDongForm
from baocao.models import HoatDong
from baocao.models.hoat_dong import TRUONG_RIENG
from tochuc.bo_loc import cac_chip
from tochuc.dinh_dang import ngay_vn, so_vn
from tochuc.forms import truong_doi
from tochuc.phan_trang import phan_trang
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

DIEU_KIEN = {"loai": "loai", "tu": "ngay__gte", "den": "ngay__lte"}


@can_quyen(Quyen.BAO_CAO)
@require_safe
def danh_sach(request):
    """Newest first; filters in the URL."""
    loc = LocHoatDongForm(request.GET)
    loc.is_valid()
    dieu_kien = {DIEU_KIEN[ten]: gia_tri for ten, gia_tri in loc.cleaned_data.items() if gia_tri}
    return render(
        request,
        "baocao/hoat_dong.html",
        {
            "form": loc,
            "cac_chip": cac_chip(loc, request.GET),
            "trang": phan_trang(
                HoatDong.objects.filter(**dieu_kien), request.GET, ("-ngay", "-pk"), danh_tu="hoạt động"
            ),
            "duoc_ghi": request.user.co_quyen(Quyen.NHAP_SO),
        },
    )


@can_quyen(Quyen.BAO_CAO)
@require_safe
def xem(request, pk: int):
    """One activity, with what was filled in."""
    hoat_dong = get_object_or_404(HoatDong, pk=pk)
    return render(
        request,
        "baocao/hoat_dong_xem.html",
        {
            "hoat_dong": hoat_dong,
            "cac_muc": cac_muc(hoat_dong),
            "duoc_ghi": request.user.co_quyen(Quyen.NHAP_SO),
        },
    )


def cac_muc(hoat_dong: HoatDong) -> list[dict]:
    """Facts for partials/thong_tin.html; an empty amount is left out."""
    muc = [
        {"nhan": "Loại", "gia_tri": hoat_dong.get_loai_display()},
        {"nhan": "Ngày", "gia_tri": ngay_vn(hoat_dong.ngay)},
        {"nhan": "Nội dung", "gia_tri": hoat_dong.noi_dung, "rong": True},
    ]
    for ten in TRUONG_RIENG:
        if gia_tri := getattr(hoat_dong, ten):
            nhan = capfirst(HoatDong._meta.get_field(ten).verbose_name)
            muc.append({"nhan": nhan, "gia_tri": ngay_vn(gia_tri) if ten.startswith("ngay_") else so_vn(gia_tri)})
    return muc


@can_quyen(Quyen.NHAP_SO)
@require_http_methods(["GET", "POST"])
def luu(request, pk: int | None = None):
    """Add an activity, or change one."""
    hoat_dong = get_object_or_404(HoatDong, pk=pk) if pk else None
    hom_nay = timezone.localdate()
    form = HoatDongForm(request.POST or None, instance=hoat_dong, hom_nay=hom_nay)
    if form.is_valid():
        truong = truong_doi(form) if hoat_dong else form.cleaned_data
        da_luu = luu_hoat_dong(hoat_dong, nguoi=request.user, hom_nay=hom_nay, **truong)
        messages.success(request, f"Đã lưu hoạt động {da_luu.ma}.", extra_tags="hoat-dong")
        return redirect(da_luu)
    return render(request, "baocao/hoat_dong_luu.html", {"form": form, "hoat_dong": hoat_dong})
