"""Findings of internal checks: written down by who keeps the registers, mended by the unit."""

from collections.abc import Iterable

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from baocao.actions.han_noi_bo import duoc_lam
from baocao.actions.khac_phuc import khac_phuc, sua_phat_hien, them_phat_hien
from baocao.forms.hoat_dong import KhacPhucForm, PhatHienForm
from baocao.models import HoatDong, PhatHien
from baocao.models.hoat_dong import LoaiHoatDong
from donthu.models import HanViec
from donthu.trinh_bay import HanHien, hien_han
from donthu.viec import Viec
from tochuc.dinh_dang import ngay_vn
from tochuc.loi import LoiNghiepVu
from tochuc.models import NgayNghi
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen


def hien_phat_hien(cac_phat_hien: Iterable[PhatHien]) -> list[tuple[PhatHien, HanHien | None]]:
    """Findings with how far the deadline of those not mended is."""
    cac_phat_hien = list(cac_phat_hien)
    if not cac_phat_hien:
        return []
    ngay, lich = timezone.localdate(), NgayNghi.objects.lich()
    return [(dong, None if dong.ngay_khac_phuc else hien_han(_han(dong), ngay, lich)) for dong in cac_phat_hien]


def _han(phat_hien: PhatHien) -> HanViec:
    return HanViec(viec=Viec.KHAC_PHUC, han=phat_hien.han_khac_phuc)


@can_quyen(Quyen.NHAP_SO)
@require_http_methods(["GET", "POST"])
def them(request, pk: int):
    """Write down a finding of one check."""
    hoat_dong = get_object_or_404(HoatDong.objects.filter(loai=LoaiHoatDong.KIEM_TRA), pk=pk)
    form = PhatHienForm(request.POST or None, ngay_kiem_tra=hoat_dong.ngay)
    if form.is_valid():
        try:
            phat_hien = them_phat_hien(hoat_dong, nguoi=request.user, **form.cleaned_data)
        except LoiNghiepVu as loi:
            form.add_error(None, str(loi))
        else:
            messages.success(request, f"Đã ghi tồn tại của {phat_hien.don_vi}.")
            return redirect(hoat_dong)
    return render(request, "baocao/phat_hien_luu.html", {"form": form, "hoat_dong": hoat_dong})


@can_quyen(Quyen.NHAP_SO)
@require_http_methods(["GET", "POST"])
def sua(request, pk: int):
    """Correct a finding, or move its deadline."""
    phat_hien = get_object_or_404(PhatHien.objects.select_related("hoat_dong", "don_vi"), pk=pk)
    form = PhatHienForm(request.POST or None, instance=phat_hien, ngay_kiem_tra=phat_hien.hoat_dong.ngay)
    if form.is_valid():
        try:
            phat_hien = sua_phat_hien(phat_hien, nguoi=request.user, **form.cleaned_data)
        except LoiNghiepVu as loi:
            form.add_error(None, str(loi))
        else:
            messages.success(request, "Đã lưu.")
            return redirect(phat_hien)
    ngu_canh = {"form": form, "hoat_dong": phat_hien.hoat_dong, "phat_hien": phat_hien}
    return render(request, "baocao/phat_hien_luu.html", ngu_canh)


@can_quyen(Quyen.BAO_CAO, Quyen.GIAI_QUYET)
@require_http_methods(["GET", "POST"])
def xem(request, pk: int):
    """One finding; the unit says here how it was mended."""
    thay = PhatHien.objects.for_user(request.user).select_related("hoat_dong", "don_vi")
    phat_hien = get_object_or_404(thay, pk=pk)
    form = KhacPhucForm(request.POST or None, phat_hien=phat_hien, hom_nay=timezone.localdate())
    if form.is_valid():
        khac_phuc(phat_hien, nguoi=request.user, hom_nay=timezone.localdate(), **form.cleaned_data)
        messages.success(request, "Đã ghi khắc phục xong.")
        return redirect(phat_hien)
    [(phat_hien, han)] = hien_phat_hien([phat_hien])
    xem_so = request.user.co_quyen(Quyen.BAO_CAO)
    return render(
        request,
        "baocao/phat_hien.html",
        {
            "phat_hien": phat_hien,
            "han": han,
            "xem_so": xem_so,
            "cac_muc": _cac_muc(phat_hien, xem_so),
            "form": form if not phat_hien.ngay_khac_phuc and duoc_lam(phat_hien.don_vi, request.user) else None,
            "duoc_ghi": request.user.co_quyen(Quyen.NHAP_SO),
        },
    )


def _cac_muc(phat_hien: PhatHien, xem_so: bool) -> list[dict]:
    """Facts for partials/thong_tin.html. `xem_so`: the check is a link for who reads the register."""
    kiem_tra = phat_hien.hoat_dong
    muc = [
        {"nhan": "Đơn vị", "gia_tri": phat_hien.don_vi.ten},
        {
            "nhan": "Cuộc kiểm tra",
            "gia_tri": f"{kiem_tra.ma}, ngày {ngay_vn(kiem_tra.ngay)}",
            "dia_chi": kiem_tra.get_absolute_url() if xem_so else "",
        },
        {"nhan": "Tồn tại, vi phạm", "gia_tri": phat_hien.noi_dung, "rong": True},
        {"nhan": "Hạn khắc phục", "gia_tri": ngay_vn(phat_hien.han_khac_phuc)},
    ]
    if phat_hien.ngay_khac_phuc:
        muc.append({"nhan": "Khắc phục xong ngày", "gia_tri": ngay_vn(phat_hien.ngay_khac_phuc)})
    if phat_hien.bien_phap:
        muc.append({"nhan": "Biện pháp đã khắc phục", "gia_tri": phat_hien.bien_phap, "rong": True})
    return muc
