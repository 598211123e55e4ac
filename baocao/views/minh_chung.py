"""Statements of what the software cannot see: what holds now, all of one kind, one of them."""

from django.contrib import messages
from django.db.models import Exists, OuterRef, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_safe

from baocao.actions.minh_chung import luu_minh_chung
from baocao.forms.minh_chung import MinhChungForm
from baocao.het_hieu_luc import dan_het_hieu_luc
from baocao.models import MinhChung
from baocao.models.minh_chung import LoaiMinhChung
from baocao.views.tep_kem import ngu_canh_tep
from tochuc.dinh_dang import ngay_vn, so_vn
from tochuc.forms import truong_doi
from tochuc.phan_trang import phan_trang
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

TRUONG_HIEN = ("so_ky_hieu", "ngay", "het_han", "so_nguoi", "so_thu", "noi_dung", "can_cu")
TRUONG_RONG = ("noi_dung", "can_cu")


@can_quyen(Quyen.BAO_CAO)
@require_safe
def danh_sach(request):
    """All statements of the kind `loai`; without it the newest of each kind, and the kinds that have none."""
    loai = request.GET.get("loai", "")
    ngu_canh = {
        "cac_loai": LoaiMinhChung.choices,
        "loai": loai if loai in LoaiMinhChung.values else "",
        "hom_nay": timezone.localdate(),
        "duoc_ghi": request.user.co_quyen(Quyen.NHAP_SO),
    }
    if ngu_canh["loai"]:
        trang = phan_trang(MinhChung.objects.filter(loai=loai), request.GET, ("-ngay", "-pk"), danh_tu="minh chứng")
        return render(request, "baocao/minh_chung.html", {**ngu_canh, "trang": trang, "cac_dong": list(trang)})
    moi_hon = Q(ngay__gt=OuterRef("ngay")) | Q(ngay=OuterRef("ngay"), pk__gt=OuterRef("pk"))
    moi_nhat = MinhChung.objects.filter(~Exists(MinhChung.objects.filter(moi_hon, loai=OuterRef("loai"))))
    co_san = {muc.loai: muc for muc in moi_nhat}
    return render(
        request,
        "baocao/minh_chung.html",
        {**ngu_canh, "cac_moi_nhat": [(ma, nhan, co_san.get(ma)) for ma, nhan in LoaiMinhChung.choices]},
    )


@can_quyen(Quyen.BAO_CAO)
@require_safe
def xem(request, pk: int):
    """One statement, with the texts it cites that no longer hold."""
    minh_chung = get_object_or_404(MinhChung.objects.select_related("nguoi"), pk=pk)
    hom_nay = timezone.localdate()
    return render(
        request,
        "baocao/minh_chung_xem.html",
        {
            "minh_chung": minh_chung,
            "con_hieu_luc": minh_chung.con_hieu_luc(hom_nay),
            "cac_muc": cac_muc(minh_chung),
            "het_hieu_luc": dan_het_hieu_luc(minh_chung.can_cu, hom_nay),
            "duoc_ghi": request.user.co_quyen(Quyen.NHAP_SO),
            **ngu_canh_tep(minh_chung, request.user),
        },
    )


def cac_muc(minh_chung: MinhChung) -> list[dict]:
    """Facts for partials/thong_tin.html; what is empty is left out."""
    cac = []
    for ten in TRUONG_HIEN:
        gia_tri = getattr(minh_chung, ten)
        if gia_tri not in (None, ""):
            nhan = capfirst(MinhChung._meta.get_field(ten).verbose_name)
            chu = ngay_vn(gia_tri) if ten in ("ngay", "het_han") else gia_tri
            cac.append(
                {"nhan": nhan, "gia_tri": so_vn(chu) if isinstance(chu, int) else chu, "rong": ten in TRUONG_RONG}
            )
    return [*cac, {"nhan": "Người ghi", "gia_tri": minh_chung.nguoi.ho_ten}]


@can_quyen(Quyen.NHAP_SO)
@require_http_methods(["GET", "POST"])
def luu(request, pk: int | None = None):
    """Write a statement, of the kind in the address when one stands there, or change one."""
    minh_chung = get_object_or_404(MinhChung, pk=pk) if pk else None
    hom_nay = timezone.localdate()
    form = MinhChungForm(
        request.POST or None,
        instance=minh_chung,
        initial={} if pk else {"loai": request.GET.get("loai")},
        hom_nay=hom_nay,
    )
    if form.is_valid():
        truong = truong_doi(form) if minh_chung else form.cleaned_data
        da_luu = luu_minh_chung(minh_chung, nguoi=request.user, hom_nay=hom_nay, **truong)
        messages.success(request, "Đã ghi minh chứng.", extra_tags="minh-chung")
        for van_ban in dan_het_hieu_luc(da_luu.can_cu, hom_nay):
            messages.warning(request, f"Xem lại căn cứ: {van_ban.cau}")
        return redirect(da_luu)
    return render(request, "baocao/minh_chung_luu.html", {"form": form, "minh_chung": minh_chung})
