"""Reports of units: who sent which version, who did not, and all of them put together."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from baocao.actions.nhan_bao_cao import nhan_bao_cao
from baocao.bieu_mau import GHI_CHU, BaoCaoSoLieu, BieuMau, OTieuDe, cay_tieu_de
from baocao.forms.nhan_bao_cao import NhanBaoCaoForm
from baocao.ky import KyBaoCao
from baocao.models import BaoCaoNhan
from baocao.tong_hop import DonViGui, cac_don_vi_gui, tong_hop
from baocao.trinh_bay import DauBieu
from baocao.views.bao_cao import DongKiem, lap_dong_kiem, ma_dia_chi
from baocao.views.gui_tep import KIEU_TEP, gui_tep
from baocao.xuat import XUAT, doc_tu_dien
from tochuc.dinh_dang import so_vn, ten_trong_cau
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen


@dataclass(frozen=True)
class BangTongHop:
    """One form with a row a unit, ready to be written; `tong` is the last row."""

    bieu: BieuMau
    tieu_de: tuple[tuple[OTieuDe, ...], ...]
    dong: tuple[tuple[str, tuple[str, ...]], ...]
    tong: tuple[str, ...]


@can_quyen(Quyen.BAO_CAO)
@require_http_methods(["GET", "POST"])
def bao_cao_don_vi(request, ky: KyBaoCao):
    """One screen for all units: state of each, the form to take in a file, the sums of one form at a time."""
    cac_don_vi = cac_don_vi_gui(ky)
    chon = _don_vi_chon(request.GET.get("don_vi", ""), cac_don_vi)
    form = _form_nhan(request, chon) if cac_don_vi and request.user.co_quyen(Quyen.NHAP_SO) else None
    if form and form.is_valid():
        truong = form.cleaned_data
        try:
            nhan = nhan_bao_cao(
                truong["don_vi"], truong["tep"].read(), nguoi=request.user, ky=ky, sha256=truong["sha256"]
            )
        except LoiNghiepVu as loi:
            form.add_error("tep", str(loi))
        else:
            messages.success(request, f"Đã nhận báo cáo của {nhan.don_vi}, bản {nhan.phien_ban}.")
            return redirect("baocao:bao_cao_don_vi", ky)
    da_gui = [muc for muc in cac_don_vi if muc.ban]
    so_lieu = tong_hop(ky, cac_don_vi) if da_gui else None
    ngu_canh = {
        "ky": ky,
        "form": form,
        "cac_don_vi": sorted(cac_don_vi, key=lambda muc: muc.thu_tu),
        "da_gui": len(da_gui),
        "co_loi": sum(1 for muc in da_gui if muc.ban.so_canh_bao),
        "chon": chon,
    }
    if so_lieu:
        cac_bieu = so_lieu.che_do.bieu
        ma_chon = request.GET.get("bieu", "").replace("-", "/")
        bieu = next((bieu for bieu in cac_bieu if bieu.ma == ma_chon), cac_bieu[0])
        ngu_canh |= {
            "bang": _lap_bang(bieu, so_lieu),
            "cac_bieu": [(bieu.ma, ma_dia_chi(bieu.ma)) for bieu in cac_bieu],
            "sai": _kiem_sai(so_lieu),
        }
    if chon:
        ngu_canh |= {"cac_ban": _cac_ban(ky, chon), "sai_cua_don_vi": _sai_cua(chon)}
    return render(request, "baocao/bao_cao_don_vi.html", ngu_canh)


@can_quyen(Quyen.BAO_CAO)
@require_safe
def tai_tong_hop(request, ky: KyBaoCao, dinh_dang: str):
    """The forms of all units together as a file; who took it out is written in the log."""
    cac_don_vi = cac_don_vi_gui(ky)
    if dinh_dang not in KIEU_TEP or not any(muc.ban for muc in cac_don_vi):
        raise Http404
    co_quan = ten_trong_cau(CauHinh.hien_hanh().ten_co_quan)
    dau = DauBieu(don_vi="Tổng cộng", co_quan=co_quan, ghi_chu=GHI_CHU)
    noi_dung = XUAT[dinh_dang](tong_hop(ky, cac_don_vi), dau)
    ten_tep = f"BC-{ky.ma}-{ky.nam}-tong-hop.{dinh_dang}"
    ghi = f"Tổng hợp báo cáo các đơn vị, {dinh_dang}"
    return gui_tep(request, noi_dung, ten_tep, doi_tuong=f"bao_cao:{ky}", ghi=ghi)


def _don_vi_chon(khoa: str, cac_don_vi: list[DonViGui]) -> DonViGui | None:
    return next((muc for muc in cac_don_vi if str(muc.don_vi.pk) == khoa), None)


def _form_nhan(request, chon: DonViGui | None) -> NhanBaoCaoForm:
    if request.method == "POST":
        return NhanBaoCaoForm(request.POST, request.FILES)
    return NhanBaoCaoForm(initial={"don_vi": chon.don_vi} if chon else None)


def _lap_bang(bieu: BieuMau, so_lieu: BaoCaoSoLieu) -> BangTongHop:
    def hang(gia_tri) -> tuple[str, ...]:
        return tuple(so_vn(gia_tri[bieu.ma][cot.so]) for cot in bieu.cot)

    cac_dong = tuple((dong.ten, hang(dong.bieu)) for dong in so_lieu.don_vi)
    return BangTongHop(bieu, cay_tieu_de(bieu), cac_dong, hang(so_lieu.bieu))


def _kiem_sai(so_lieu: BaoCaoSoLieu) -> list[DongKiem]:
    return [dong for dong in lap_dong_kiem(so_lieu.che_do.kiem_tra, so_lieu) if not dong.dat]


def _sai_cua(chon: DonViGui) -> list[DongKiem]:
    """Broken checks of the last version of one unit."""
    return _kiem_sai(doc_tu_dien(chon.ban.so_lieu)) if chon.ban and chon.ban.so_canh_bao else []


def _cac_ban(ky: KyBaoCao, chon: DonViGui) -> list[BaoCaoNhan]:
    cac_ban = BaoCaoNhan.objects.filter(don_vi=chon.don_vi, ma_ky=ky.ma, nam=ky.nam)
    return list(cac_ban.select_related("nguoi").defer("so_lieu").order_by("-phien_ban"))
