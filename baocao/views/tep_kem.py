"""Files of activities, tasks and statements: sent, downloaded, taken out. Never by an address of their own: each
request finds the file through `for_user` first."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from baocao.actions.tep_kem import ChuTep, duoc_gui_tep, go_tep, nhan_tep
from baocao.forms.tep_kem import TepKemForm
from baocao.models import HoatDong, MinhChung, TepKem
from donthu.actions.tep import duoc_go
from donthu.forms.tep import GoTepForm
from donthu.views.tep import CHUA_MO_DUOC, MO_DUOC, bao_ket_qua
from tochuc.kho_tep import duong_dan_that
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.quyen_truy_cap import can_quyen
from tochuc.tra_tep import la_doan_sau, tra_tep
from tochuc.vai_tro import Quyen


def ngu_canh_tep(chu: ChuTep, nguoi: NhanVien) -> dict:
    """The card of files (baocao/tep_kem.html): the rows, which of them `nguoi` may open and take out, the form."""
    return {
        "cac_tep": [
            (tep, tep.tinh_trang in MO_DUOC, GoTepForm(auto_id=f"go_{tep.pk}_%s") if duoc_go(tep, nguoi) else None)
            for tep in chu.tep.select_related("nguoi")
        ],
        "form_tep": TepKemForm() if duoc_gui_tep(chu, nguoi) else None,
    }


@can_quyen(Quyen.NHAP_SO)
@require_POST
def gui_cua_hoat_dong(request, pk: int):
    """Send files to an activity."""
    return _gui(request, get_object_or_404(HoatDong, pk=pk))


@can_quyen(Quyen.NHAP_SO)
@require_POST
def gui_cua_minh_chung(request, pk: int):
    """Send files to a statement."""
    return _gui(request, get_object_or_404(MinhChung, pk=pk))


def _gui(request, chu: HoatDong | MinhChung):
    form = TepKemForm(request.POST, request.FILES)
    if not form.is_valid():
        raise LoiNghiepVu(" ".join(loi for cac_loi in form.errors.values() for loi in cac_loi))
    bao_ket_qua(request, nhan_tep(chu, nguoi=request.user, **form.cleaned_data))
    return redirect(f"{chu.get_absolute_url()}#tep")


@can_quyen(Quyen.BAO_CAO, Quyen.GIAI_QUYET)
@require_safe
def tai(request, pk: int):
    """The file itself, to be saved. Each opening is written in the log."""
    tep = get_object_or_404(TepKem.objects.for_user(request.user), pk=pk)
    if tep.tinh_trang not in MO_DUOC:
        raise LoiNghiepVu(CHUA_MO_DUOC[tep.tinh_trang])
    if not la_doan_sau(request):
        NhatKy.ghi(request.user, ViecNhatKy.XUAT, f"tep_kem:{tep.pk}", "Tải về tệp")
    return tra_tep(request, duong_dan_that(tep.duong_dan), ten=tep.ten, kieu=tep.kieu, dinh_kem=True)


@can_quyen(Quyen.BAO_CAO, Quyen.GIAI_QUYET)
@require_POST
def go(request, pk: int):
    """Take out a file that came by mistake."""
    cac_tep = TepKem.objects.for_user(request.user).select_related("hoat_dong", "nhiem_vu", "minh_chung")
    tep = get_object_or_404(cac_tep, pk=pk)
    form = GoTepForm(request.POST)
    if not form.is_valid():
        raise LoiNghiepVu("Xin chọn lý do gỡ tệp.")
    go_tep(tep, nguoi=request.user, **form.cleaned_data)
    messages.success(request, "Đã gỡ tệp.")
    return redirect(trang_cua_tep(tep))


def trang_cua_tep(tep: TepKem) -> str:
    """The page on which a file stands."""
    chu = tep.hoat_dong or tep.nhiem_vu or tep.minh_chung
    return f"{chu.get_absolute_url()}#tep"
