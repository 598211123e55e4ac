"""A procedure drawn and listed; opened from a petition, with that petition's own way."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from donthu.models import DonThu
from donthu.quy_dinh import chu_quy_trinh, nhom_quy_trinh
from donthu.quy_trinh import QUY_TRINH
from donthu.ve_quy_trinh import DaDi, ve_quy_trinh
from donthu.views.bi_mat import ghi_luot_xem
from tochuc.models.nhat_ky import ViecNhatKy


@require_safe
def quy_trinh(request, loai):
    """`?don=` names a petition of this kind that the person may see; 404 otherwise. Reading a tố cáo is logged."""
    if loai not in QUY_TRINH:
        raise Http404
    don = _tim_don(request, loai) if "don" in request.GET else None
    ten = next(ten for ten, cac_loai in nhom_quy_trinh() if loai in cac_loai)
    so_do = ve_quy_trinh(ten.lower(), QUY_TRINH[loai], _da_di(don) if don else None)
    return render(
        request,
        "donthu/quy_trinh.html",
        {
            "don": don,
            "ten": ten,
            "so_do": mark_safe(so_do),  # noqa: S308 - written by ElementTree from our own tables
            "cac_buoc": chu_quy_trinh(loai),
            "cac_nhom": [(nhan, cac_loai[0], loai in cac_loai) for nhan, cac_loai in nhom_quy_trinh()],
        },
    )


def _tim_don(request, loai: str) -> DonThu:
    pk = request.GET["don"]
    if not pk.isascii() or not pk.isdecimal():
        raise Http404
    don = get_object_or_404(DonThu.objects.for_user(request.user).only("ma", "loai", "trang_thai"), pk=pk, loai=loai)
    ghi_luot_xem(request.user, don, ViecNhatKy.XEM, "Xem quá trình xử lý đơn tố cáo")
    return don


def _da_di(don: DonThu) -> DaDi:
    cac_dong = list(don.lich_su.order_by("stt").values_list("buoc", "tu", "den"))
    cac_trang_thai = {trang_thai for _, tu, den in cac_dong for trang_thai in (tu, den) if trang_thai}
    return DaDi(frozenset(cac_trang_thai), frozenset(cac_dong), don.trang_thai)
