"""Staff: accounts, roles, passwords."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tochuc import actions
from tochuc.bo_loc import cac_chip
from tochuc.forms import LocNhanVienForm, NhanVienForm, truong_doi
from tochuc.models import NhanVien
from tochuc.quyen_truy_cap import can_quyen
from tochuc.tim_kiem import bo_dau
from tochuc.vai_tro import Quyen


@can_quyen(Quyen.QUAN_TRI)
@require_safe
def danh_sach(request):
    form = LocNhanVienForm(request.GET)
    loc = form.cleaned_data if form.is_valid() else {}
    return render(
        request,
        "tochuc/nhan_vien.html",
        {"form": form, "cac_nguoi": tim_nhan_vien(**loc), "cac_chip": cac_chip(form, request.GET)},
    )


def tim_nhan_vien(q="", vai_tro="", don_vi=None, trang_thai="") -> list[NhanVien]:
    """People of the centre; the text is compared without marks here, there are only some hundreds."""
    nguoi = NhanVien.objects.select_related("don_vi").prefetch_related("vai_tro")
    if trang_thai != "tat_ca":
        nguoi = nguoi.filter(is_active=trang_thai != "ngung")
    if vai_tro:
        nguoi = nguoi.filter(vai_tro__vai_tro=vai_tro)
    if don_vi:
        nguoi = nguoi.filter(don_vi=don_vi)
    tu_tim = bo_dau(q)
    return [dong for dong in nguoi if tu_tim in bo_dau(f"{dong.ho_ten} {dong.username}")]


@can_quyen(Quyen.QUAN_TRI)
@never_cache
@require_http_methods(["GET", "POST"])
def them(request):
    """Make an account and show its first password, once."""
    form = NhanVienForm(request.POST or None)
    if form.is_valid():
        nhan_vien, mat_khau = actions.tao_nhan_vien(nguoi=request.user, **form.cleaned_data)
        return render(request, "tochuc/mat_khau_cap.html", {"nhan_vien": nhan_vien, "mat_khau": mat_khau, "moi": True})
    return render(request, "tochuc/nhan_vien_sua.html", {"form": form})


@can_quyen(Quyen.QUAN_TRI)
@require_http_methods(["GET", "POST"])
def sua(request, pk):
    nhan_vien = get_object_or_404(NhanVien.objects.select_related("don_vi").prefetch_related("vai_tro"), pk=pk)
    form = NhanVienForm(request.POST or None, instance=nhan_vien)
    if form.is_valid():
        truong = truong_doi(form) | {"vai_tro": form.cleaned_data["vai_tro"]}
        nhan_vien = actions.sua_nhan_vien(nhan_vien, nguoi=request.user, **truong)
        messages.success(request, f"Đã lưu thông tin của {nhan_vien.ho_ten}.")
        return redirect("tochuc:nhan_vien")
    return render(
        request,
        "tochuc/nhan_vien_sua.html",
        {"form": form, "nhan_vien": nhan_vien, "bi_khoa": actions.dang_bi_khoa(nhan_vien)},
    )


@can_quyen(Quyen.QUAN_TRI)
@require_POST
def hoat_dong(request, pk):
    """Close an account, or open it again (`bat`)."""
    bat = "bat" in request.POST
    nhan_vien = actions.dat_hoat_dong(get_object_or_404(NhanVien, pk=pk), nguoi=request.user, hoat_dong=bat)
    messages.success(request, f"Tài khoản {nhan_vien.username}: {'đã mở lại' if bat else 'đã ngừng'}.")
    return redirect("tochuc:nhan_vien_sua", pk=pk)


@can_quyen(Quyen.QUAN_TRI)
@never_cache
@require_POST
def mat_khau(request, pk):
    """Give a random password and show it, once: it stands in this answer and nowhere else."""
    nhan_vien = get_object_or_404(NhanVien, pk=pk, is_active=True)
    moi = actions.dat_lai_mat_khau(nhan_vien, nguoi=request.user)
    return render(request, "tochuc/mat_khau_cap.html", {"nhan_vien": nhan_vien, "mat_khau": moi})


@can_quyen(Quyen.QUAN_TRI)
@require_POST
def mo_khoa(request, pk):
    nhan_vien = get_object_or_404(NhanVien, pk=pk)
    actions.mo_khoa_dang_nhap(nhan_vien, nguoi=request.user)
    messages.success(request, f"Đã mở khóa đăng nhập cho {nhan_vien.ho_ten}.")
    return redirect("tochuc:nhan_vien_sua", pk=pk)
