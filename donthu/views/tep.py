"""Files of a petition: sent, shown in the page, downloaded. Never by an address of their own: each request finds the
petition through `for_user` first."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from donthu.actions.tep import duoc_go, duoc_gui_tep, ghi_tu_choi_bao_mat, go_tep, nhan_tep
from donthu.forms.tep import GoTepForm, TepForm, TuChoiBaoMatForm
from donthu.models import DonThu, TepDinhKem, TinhTrangTep
from donthu.phan_loai import LoaiDon
from donthu.views.bi_mat import ghi_luot_xem
from donthu.views.ho_so import QUYEN_NIEM_PHONG
from tochuc.kho_tep import duong_dan_that
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.quyen_truy_cap import can_quyen
from tochuc.tra_tep import la_doan_sau, tra_tep
from tochuc.vai_tro import Quyen

MO_DUOC = (TinhTrangTep.SACH, TinhTrangTep.KHONG_QUET)
CHUA_MO_DUOC = {
    TinhTrangTep.CHO_QUET: "Tệp đang chờ quét vi-rút nên chưa mở được. Xin thử lại sau ít phút.",
    TinhTrangTep.NHIEM: "Tệp có mã độc và đã bị xóa khỏi máy chủ.",
}
KIEU_PDF = "application/pdf"


def ngu_canh_tep(nguoi: NhanVien, don: DonThu) -> dict:
    """The card of files on the page of a petition: the rows, and what this person may do."""
    return {
        "cac_tep": list(don.tep.select_related("nguoi")),
        "gui_tep": duoc_gui_tep(nguoi),
        "in_niem_phong": don.loai == LoaiDon.TO_CAO and not nguoi.tap_quyen.isdisjoint(QUYEN_NIEM_PHONG),
        "ghi_tu_choi": don.loai == LoaiDon.TO_CAO and not don.tu_choi_bao_mat and nguoi.co_quyen(Quyen.XEM_TO_CAO),
    }


@require_http_methods(["GET", "POST"])
def tep_cua_don(request, pk):
    """All files of the petition, and the form to send more."""
    don = _tim_don(request, pk)
    form = TepForm(request.POST, request.FILES, don=don) if request.method == "POST" else TepForm(don=don)
    if form.is_valid():
        try:
            cac_dong = nhan_tep(don, nguoi=request.user, **form.cleaned_data)
        except LoiNghiepVu as loi:
            form.add_error("cac_tep", str(loi))
        else:
            bao_ket_qua(request, cac_dong)
            return redirect(f"{don.get_absolute_url()}#tep")
    ghi_luot_xem(request.user, don, ViecNhatKy.XEM, "Xem danh sách tệp")
    ngu_canh = ngu_canh_tep(request.user, don) | {"don": don, "form": form, "la_to_cao": _la_to_cao(don)}
    return render(request, "donthu/tep/danh_sach.html", ngu_canh)


@require_safe
def xem_tep(request, pk, tep):
    """One file in a page of ours: a PDF or picture shown, of the rest what is known of it."""
    don, dong = _tim_tep(request, pk, tep)
    mo_duoc = dong.tinh_trang in MO_DUOC
    ghi_luot_xem(request.user, don, ViecNhatKy.XEM, f"Xem trang tệp số {dong.pk}")
    return render(
        request,
        "donthu/tep/xem.html",
        {
            "don": don,
            "tep": dong,
            "ly_do_khong_mo": CHUA_MO_DUOC.get(dong.tinh_trang, ""),
            "la_pdf": mo_duoc and dong.kieu == KIEU_PDF,
            "la_anh": mo_duoc and dong.kieu.startswith("image/"),
            "form_go": GoTepForm() if duoc_gui_tep(request.user) and duoc_go(dong, request.user) else None,
            "la_to_cao": _la_to_cao(don),
        },
    )


@require_safe
def tai_tep(request, pk, tep):
    """The file itself; `?xem` shows a PDF or picture instead of saving it. Each opening is written in the log."""
    don, dong = _tim_tep(request, pk, tep)
    if dong.tinh_trang not in MO_DUOC:
        raise LoiNghiepVu(CHUA_MO_DUOC[dong.tinh_trang])
    trong_trang = "xem" in request.GET and (dong.kieu == KIEU_PDF or dong.kieu.startswith("image/"))
    if not la_doan_sau(request):
        viec = ViecNhatKy.XEM if trong_trang else ViecNhatKy.XUAT
        noi_dung = f"{'Mở' if trong_trang else 'Tải về'} tệp số {dong.pk}"
        NhatKy.ghi(request.user, viec, don.ma, noi_dung, mat=_la_to_cao(don))
    return tra_tep(request, duong_dan_that(dong.duong_dan), ten=dong.ten, kieu=dong.kieu, dinh_kem=not trong_trang)


@require_POST
def go(request, pk, tep):
    don, dong = _tim_tep(request, pk, tep)
    form = GoTepForm(request.POST)
    if not form.is_valid():
        return redirect("donthu:xem_tep", don.pk, dong.pk)
    go_tep(dong, nguoi=request.user, **form.cleaned_data)
    messages.success(request, "Đã gỡ tệp.")
    return redirect(f"{don.get_absolute_url()}#tep")


@can_quyen(Quyen.XEM_TO_CAO)
@require_http_methods(["GET", "POST"])
def tu_choi_bao_mat(request, pk):
    """The denouncer refuses secrecy: only with the page that he signed."""
    don = get_object_or_404(
        DonThu.objects.for_user(request.user).filter(loai=LoaiDon.TO_CAO, tu_choi_bao_mat=False), pk=pk
    )
    form = TuChoiBaoMatForm(request.POST, request.FILES) if request.method == "POST" else TuChoiBaoMatForm()
    if form.is_valid():
        try:
            ghi_tu_choi_bao_mat(don, nguoi=request.user, **form.cleaned_data)
        except LoiNghiepVu as loi:
            form.add_error("tep", str(loi))
        else:
            messages.success(request, "Đã ghi việc người tố cáo từ chối giữ bí mật danh tính.")
            return redirect(don)
    ghi_luot_xem(request.user, don, ViecNhatKy.XEM, "Xem trang ghi từ chối giữ bí mật danh tính")
    return render(request, "donthu/tep/tu_choi_bao_mat.html", {"don": don, "form": form})


def _tim_don(request, pk) -> DonThu:
    return get_object_or_404(DonThu.objects.for_user(request.user).defer("tim_kiem", "tim_kiem_dau"), pk=pk)


def _tim_tep(request, pk, tep) -> tuple[DonThu, TepDinhKem]:
    """The petition I may know of and a file of it; 404 otherwise, whichever of the two is missing."""
    don = _tim_don(request, pk)
    return don, get_object_or_404(don.tep.select_related("nguoi"), pk=tep)


def _la_to_cao(don: DonThu) -> bool:
    return don.loai == LoaiDon.TO_CAO


def bao_ket_qua(request, cac_dong: Sequence[Any]) -> None:
    """What became of the files that were sent: rows of any table of files."""
    cho = sum(dong.tinh_trang == TinhTrangTep.CHO_QUET for dong in cac_dong)
    nhiem = sum(dong.tinh_trang == TinhTrangTep.NHIEM for dong in cac_dong)
    if nhiem:
        messages.error(request, f"{nhiem:02d} tệp có mã độc nên không được giữ.")
    if cho:
        messages.warning(request, f"Đã nhận {cho:02d} tệp; máy quét vi-rút chưa trả lời nên chưa mở được.")
    if con := len(cac_dong) - cho - nhiem:
        messages.success(request, f"Đã tải lên {con:02d} tệp.")
