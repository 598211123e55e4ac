"""The plan of verification, its sessions, the list of what it collected."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from donthu.actions import xac_minh_viec
from donthu.actions.xac_minh_viec import cac_loai_buoi
from donthu.forms.xac_minh_viec import (
    BangChungForm,
    BangNguoiDu,
    BuoiForm,
    KeHoachForm,
    ban_dau_bang_chung,
    ban_dau_buoi,
    cac_nguoi_du,
)
from donthu.models import DonThu
from donthu.views.viec_don import lam_viec, tim_don_lam_viec
from tochuc.loi import LoiNghiepVu


@require_http_methods(["GET", "POST"])
def ke_hoach(request, pk):
    don = _don_xac_minh(request, pk)
    to = xac_minh_viec.to_dang_lam(don)
    if to is None:
        raise LoiNghiepVu(xac_minh_viec.CHUA_CO_TO)
    form = KeHoachForm(request.POST or None, don=don, nguoi=request.user, initial={"ke_hoach": to.ke_hoach})
    thong_tin = [("Nội dung xác minh", to.noi_dung), ("Thời gian", f"{to.tu_ngay:%d/%m/%Y} đến {to.den_ngay:%d/%m/%Y}")]
    lam = partial(xac_minh_viec.luu_ke_hoach, don)
    return lam_viec(request, don, form, lam, ten="Lưu kế hoạch xác minh", thong_tin=thong_tin)


@require_http_methods(["GET", "POST"])
def buoi(request, pk, khoa=None):
    """A new session, or one to be put off, or written down."""
    don = _don_xac_minh(request, pk)
    cac_buoi = don.buoi_lam_viec.filter(loai__in=cac_loai_buoi(don))
    dong = get_object_or_404(cac_buoi, pk=khoa) if khoa else None
    form = BuoiForm(request.POST or None, don=don, nguoi=request.user, initial=ban_dau_buoi(dong))
    da_moi = list(dong.nguoi_du.values("ho_ten", "tu_cach", "co_mat", "ly_do")) if dong else []
    bang = BangNguoiDu(request.POST or None, initial=da_moi)

    def lam(**tham_so):
        return xac_minh_viec.luu_buoi(don, buoi=dong, nguoi_du=cac_nguoi_du(bang), **tham_so)

    return lam_viec(request, don, form, lam, ten="Lưu buổi làm việc", bang_nho=bang, ten_bang_nho="Người dự")


@require_http_methods(["GET", "POST"])
def bang_chung(request, pk, khoa=None):
    """A new line of the list, or one to be mended."""
    don = _don_xac_minh(request, pk)
    dong = get_object_or_404(don.bang_chung, pk=khoa) if khoa else None
    form = BangChungForm(request.POST or None, don=don, nguoi=request.user, initial=ban_dau_bang_chung(dong))
    lam = partial(xac_minh_viec.luu_bang_chung, don, bang_chung=dong)
    return lam_viec(request, don, form, lam, ten="Lưu tài liệu, chứng cứ")


def _don_xac_minh(request, pk: int) -> DonThu:
    don = tim_don_lam_viec(request, pk)
    if not xac_minh_viec.duoc_xac_minh(don, request.user):
        raise PermissionDenied
    return don
