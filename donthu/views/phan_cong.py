"""Units that take part, and what a unit and who gives work say to each other about an assignment."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from donthu.actions import phan_cong as viec_phan_cong
from donthu.actions.phan_cong import ViecPhanCong
from donthu.forms.phan_cong import FORM_PHAN_CONG, PhoiHopForm
from donthu.models import DonThu, PhanCong
from donthu.views.viec_don import lam_viec, tim_don_lam_viec
from tochuc.dinh_dang import ngay_vn
from tochuc.loi import LoiNghiepVu
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

THEM_PHOI_HOP = "Thêm đơn vị phối hợp"
LAM = {
    ViecPhanCong.NHAN: viec_phan_cong.nhan_viec,
    ViecPhanCong.TRA_LAI: viec_phan_cong.tra_viec,
    ViecPhanCong.BAO_CAO: viec_phan_cong.bao_cao_phoi_hop,
    ViecPhanCong.XIN_HAN: viec_phan_cong.xin_them_han,
    ViecPhanCong.TRA_LOI_NHAC: viec_phan_cong.tra_loi_nhac,
    ViecPhanCong.NHAC: viec_phan_cong.nhac_viec,
    ViecPhanCong.TRA_LOI_XIN: viec_phan_cong.tra_loi_xin,
    ViecPhanCong.THOI: viec_phan_cong.thoi_phoi_hop,
}


@can_quyen(Quyen.GIAO_VIEC)
@require_http_methods(["GET", "POST"])
def them_phoi_hop(request, pk):
    don = tim_don_lam_viec(request, pk)
    if request.method == "GET" and not viec_phan_cong.duoc_them_phoi_hop(don, request.user):
        raise LoiNghiepVu("Chỉ thêm đơn vị phối hợp khi đơn đã giao đơn vị chủ trì và chưa ban hành kết quả.")
    form = PhoiHopForm(request.POST or None, don=don, nguoi=request.user)
    return lam_viec(request, don, form, partial(viec_phan_cong.giao_phoi_hop, don), ten=THEM_PHOI_HOP)


@require_http_methods(["GET", "POST"])
def lam(request, pk, khoa, viec):
    """One of ViecPhanCong on one assignment."""
    don = tim_don_lam_viec(request, pk)
    if viec not in ViecPhanCong.values:
        raise Http404
    viec = ViecPhanCong(viec)
    phan_cong = get_object_or_404(don.phan_cong.select_related("don_vi", "nguoi"), pk=khoa)
    try:
        viec_phan_cong.kiem_viec(viec, don, phan_cong, request.user)
    except LoiNghiepVu:
        if request.method == "GET":
            raise
    form = FORM_PHAN_CONG[viec](request.POST or None, don=don, nguoi=request.user)
    thong_tin = _thong_tin(don, phan_cong, viec)
    return lam_viec(request, don, form, partial(LAM[viec], phan_cong), ten=viec.label, thong_tin=thong_tin)


def _thong_tin(don: DonThu, phan_cong: PhanCong, viec: ViecPhanCong) -> list[tuple[str, str]]:
    """What the person should have before the eyes while answering."""
    cac = [
        ("Đơn vị", f"{phan_cong.don_vi} ({phan_cong.get_vai_display().lower()})"),
        ("Giao ngày", ngay_vn(phan_cong.ngay_giao)),
        ("Yêu cầu", phan_cong.yeu_cau),
        ("Hạn nội bộ", ngay_vn(phan_cong.han_noi_bo) if phan_cong.han_noi_bo else ""),
    ]
    if viec == ViecPhanCong.TRA_LOI_XIN and (xin := viec_phan_cong.dang_xin(phan_cong)):
        cac += [("Xin thêm đến", ngay_vn(xin.den_ngay)), ("Lý do xin", xin.ly_do)]
    if viec == ViecPhanCong.TRA_LOI_NHAC and (lan := viec_phan_cong.dang_nhac(phan_cong)):
        cac += [("Được nhắc ngày", ngay_vn(lan.ngay)), ("Nội dung nhắc", lan.noi_dung)]
    return [(nhan, gia_tri) for nhan, gia_tri in cac if gia_tri]
