"""Units of the centre as a tree, and the bodies outside it."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tochuc import actions
from tochuc.forms import DonViForm, truong_doi
from tochuc.models import DonVi
from tochuc.models.don_vi import LoaiDonVi
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen


@can_quyen(Quyen.QUAN_TRI)
@require_safe
def danh_sach(request):
    so_nguoi = Count("nhan_vien", filter=Q(nhan_vien__is_active=True))
    tat_ca = list(DonVi.objects.select_related("cha").annotate(so_nguoi=so_nguoi))
    return render(
        request,
        "tochuc/don_vi.html",
        {
            "trong": xep_cay([dong for dong in tat_ca if dong.loai != LoaiDonVi.NGOAI]),
            "ngoai": [(0, dong) for dong in tat_ca if dong.loai == LoaiDonVi.NGOAI],
        },
    )


def xep_cay(cac_don_vi: list[DonVi]) -> list[tuple[int, DonVi]]:
    """Units in the order of the tree, each with its depth (0 at the top)."""
    con_cua: dict[int | None, list[DonVi]] = {}
    for dong in cac_don_vi:
        con_cua.setdefault(dong.cha_id, []).append(dong)

    def duyet(cha: int | None, cap: int):
        for dong in con_cua.get(cha, ()):
            yield cap, dong
            yield from duyet(dong.pk, cap + 1)

    return list(duyet(None, 0))


@can_quyen(Quyen.QUAN_TRI)
@require_http_methods(["GET", "POST"])
def sua(request, pk=None):
    """Add a unit, or change one."""
    don_vi = get_object_or_404(DonVi, pk=pk) if pk else None
    form = DonViForm(request.POST or None, instance=don_vi)
    if form.is_valid():
        don_vi = actions.luu_don_vi(don_vi, nguoi=request.user, **truong_doi(form))
        messages.success(request, f"Đã lưu {don_vi.ten}.")
        return redirect("tochuc:don_vi")
    return render(request, "tochuc/don_vi_sua.html", {"form": form, "don_vi": don_vi} | _con_giu(don_vi))


def _con_giu(don_vi: DonVi | None) -> dict[str, int]:
    """What keeps a unit open: people who work in it, open units below it."""
    if don_vi is None:
        return {}
    return {
        "so_nguoi": don_vi.nhan_vien.filter(is_active=True).count(),
        "so_cap_duoi": don_vi.cap_duoi.filter(hoat_dong=True).count(),
    }


@can_quyen(Quyen.QUAN_TRI)
@require_POST
def hoat_dong(request, pk):
    """Close a unit, or open it again (`bat`)."""
    bat = "bat" in request.POST
    don_vi = actions.dat_hoat_dong_don_vi(get_object_or_404(DonVi, pk=pk), nguoi=request.user, hoat_dong=bat)
    messages.success(request, f"{don_vi.ten}: {'đã mở lại' if bat else 'đã ngừng hoạt động'}.")
    return redirect("tochuc:don_vi")
