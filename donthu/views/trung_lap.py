"""Petitions that may be the same: a hint while typing, the list of one petition, two side by side."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from donthu.actions import cac_buoc_duoc_lam
from donthu.actions.doi_chieu import doi_chieu
from donthu.forms.doi_chieu import DoiChieuForm
from donthu.models import CongDan, DoiChieu, DonThu, LinhVuc
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from donthu.trung_lap import so_lan_chuyen, tim_tuong_tu
from tochuc.models import NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

SO_SANH = (
    ("Loại đơn", "get_loai_display"),
    ("Lần", "lan"),
    ("Ngày nhận", "ngay_nhan"),
    ("Nguồn", "get_nguon_display"),
    ("Người gửi", "nguoi_gui"),
    ("Số người", "so_nguoi"),
    ("Lĩnh vực", "linh_vuc"),
    ("Bị khiếu nại, tố cáo, phản ánh", "doi_tuong"),
    ("Nội dung", "tom_tat"),
    ("Yêu cầu, đề nghị", "yeu_cau"),
    ("Tình trạng", "get_trang_thai_display"),
    ("Hướng xử lý", "get_huong_xu_ly_display"),
    ("Nơi nhận", "co_quan_nhan"),
    ("Vụ việc", "vu_viec"),
)


@can_quyen(Quyen.NHAP_DON)
@require_POST
def goi_y_trung(request):
    """What is like the petition being typed. Numbers travel in the body, never in an address."""
    don = _don_dang_go(request.POST)
    tuong_tu = tim_tuong_tu(request.user, don) if don.tom_tat or don.cong_dan else []
    return render(request, "donthu/trung_lap/goi_y.html", {"tuong_tu": tuong_tu})


def _don_dang_go(du_lieu) -> DonThu:
    """An unsaved petition of what stands in the form; of a tố cáo nothing of who wrote is read."""
    loai = du_lieu.get("loai", "")
    linh_vuc = du_lieu.get("linh_vuc", "")
    don = DonThu(
        loai=loai if loai in LoaiDon else LoaiDon.PHAN_ANH,
        ngay_nhan=timezone.localdate(),
        linh_vuc=LinhVuc.objects.filter(pk=linh_vuc).first() if linh_vuc.isdecimal() else None,
        tom_tat=(du_lieu.get("tom_tat") or du_lieu.get("noi_dung", "")).replace("\0", " ")[:1000],
    )
    if don.loai != LoaiDon.TO_CAO:
        so = {ten: du_lieu.get(ten, "").strip()[:30] for ten in ("so_giay_to", "dien_thoai")}
        don.cong_dan = CongDan(**so) if any(so.values()) else None
        if don.cong_dan:
            don.cong_dan.dien_khoa_tim()
    return don


@require_safe
@vary_on_headers("HX-Request")
def trung_lap(request, pk):
    """Petitions that may be the same as this one: a page, or its list alone for the card of the petition."""
    don = _tim(request, pk)
    ngu_canh = {
        "don": don,
        "tuong_tu": tim_tuong_tu(request.user, don),
        "so_lan_chuyen": so_lan_chuyen(request.user, don),
        "da_doi_chieu": _da_doi_chieu(request, don),
        "duoc_doi_chieu": request.user.co_quyen(Quyen.PHAN_LOAI),
    }
    chi_danh_sach = request.htmx and not request.htmx.history_restore_request
    if not chi_danh_sach:  # the card is part of a page whose reading is in the log
        _ghi_da_xem(request, don, "Xem các đơn có thể trùng với đơn tố cáo")
    return render(request, "donthu/trung_lap/danh_sach.html" if chi_danh_sach else "donthu/trung_lap.html", ngu_canh)


def _da_doi_chieu(request, don: DonThu) -> list[tuple[DoiChieu, DonThu]]:
    """What was found before, with the other petition, of those the person may know of."""
    cap = {
        dong.don_b_id if dong.don_a_id == don.pk else dong.don_a_id: dong
        for dong in DoiChieu.objects.filter(don_a=don.pk).union(DoiChieu.objects.filter(don_b=don.pk))
    }
    cac_don = DonThu.objects.for_user(request.user).filter(pk__in=cap).only("ma", "ngay_nhan")
    return [(cap[khac.pk], khac) for khac in cac_don]


@can_quyen(Quyen.PHAN_LOAI)
@require_http_methods(["GET", "POST"])
def so_sanh(request, pk, khac):
    """Two petitions side by side, and what they are to each other."""
    don, don_khac = _tim(request, pk), _tim(request, khac)
    if don.pk == don_khac.pk or (don.loai == LoaiDon.TO_CAO) != (don_khac.loai == LoaiDon.TO_CAO):
        raise PermissionDenied
    form = DoiChieuForm(request.POST or None, duoc_gop=Buoc.GOP_DON in cac_buoc_duoc_lam(don, request.user))
    if form.is_valid():
        dong = doi_chieu(don, don_khac, nguoi=request.user, ngay=timezone.localdate(), **form.cleaned_data)
        messages.success(request, f"Đã ghi kết luận: {dong.get_ket_luan_display().lower()} với đơn {don_khac.ma}.")
        return redirect(don)
    for ben in (don, don_khac):
        _ghi_da_xem(request, ben, "Đối chiếu đơn tố cáo")
    ngu_canh = {
        "don": don,
        "khac": don_khac,
        "cac_dong": [_dong(nhan, ten, don, don_khac) for nhan, ten in SO_SANH],
        "form": form,
        "da_ket_luan": _da_ket_luan(don, don_khac),
        "so_lan_chuyen": so_lan_chuyen(request.user, don_khac),
    }
    return render(request, "donthu/so_sanh.html", ngu_canh)


def _da_ket_luan(don: DonThu, khac: DonThu) -> DoiChieu | None:
    nho, lon = sorted((don.pk, khac.pk))
    return DoiChieu.objects.select_related("nguoi").filter(don_a=nho, don_b=lon).first()


def _dong(nhan: str, ten: str, don: DonThu, khac: DonThu) -> dict:
    hai_ben = [_gia_tri(ben, ten) for ben in (don, khac)]
    return {"nhan": nhan, "trai": hai_ben[0], "phai": hai_ben[1], "giong": hai_ben[0] == hai_ben[1]}


def _gia_tri(don: DonThu, ten: str):
    gia_tri = getattr(don, ten)
    return gia_tri() if callable(gia_tri) else gia_tri


def _tim(request: HttpRequest, pk: int) -> DonThu:
    cac_don = DonThu.objects.for_user(request.user).select_related("cong_dan", "linh_vuc", "vu_viec")
    return get_object_or_404(cac_don.defer("tim_kiem", "tim_kiem_dau"), pk=pk)


def _ghi_da_xem(request: HttpRequest, don: DonThu, noi_dung: str) -> None:
    """Each reading of a tố cáo is written in the log (Đ56 Luật TC)."""
    if don.loai == LoaiDon.TO_CAO:
        NhatKy.ghi(request.user, ViecNhatKy.XEM, don.ma, noi_dung, mat=True)
