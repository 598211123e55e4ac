"""One visit: written, read, corrected, added to, its receipt printed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from donthu.actions.dong_ho import giai_thich
from donthu.models import DonThu, HanViec
from tiepdan import actions
from tiepdan.actions import LoiPhieu
from tiepdan.bien_nhan import in_bien_nhan
from tiepdan.canh_bao import canh_bao_luot
from tiepdan.forms import BaoTuChoiForm, BoSungForm, LuotTiepForm, TaiLieuFormSet, tai_lieu_da_nhan
from tiepdan.giay_to import giay_in_duoc
from tiepdan.models import LuotTiep, NgayDaKhoa
from tiepdan.nguoi_quen import ho_so_cu, vu_viec_theo_ma
from tiepdan.so_tiep import dong_so, voi_cot_so
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

TRA_CUU = "tra_cuu"  # name of the look-up button: without htmx the page itself gets it
BAN_NHAP = "ghi-luot"


@can_quyen(Quyen.TIEP_DAN)
@require_http_methods(["GET", "POST"])
def ghi_luot(request):
    """Write a visit: one screen, then its own page with what is to be printed."""
    if TRA_CUU in request.POST:
        return _tra_cuu_khong_js(request)
    form = LuotTiepForm(request.POST or None, nguoi=request.user)
    tai_lieu = TaiLieuFormSet(request.POST or None, prefix="tai_lieu")
    luot = _luu(request, form, tai_lieu)
    if luot:
        messages.success(request, f"Đã ghi lượt tiếp {luot.ma}.", extra_tags=BAN_NHAP)
        return redirect(luot)
    return render(request, "tiepdan/ghi_luot.html", {"form": form, "tai_lieu": tai_lieu, "ban_nhap": BAN_NHAP})


@can_quyen(Quyen.TIEP_DAN)
@require_http_methods(["GET", "POST"])
def sua_luot(request, pk):
    """Correct a visit whose day is open."""
    luot = get_object_or_404(_luot_duoc_xem(request).prefetch_related("nguoi_bi_to_cao", "tai_lieu"), pk=pk)
    if NgayDaKhoa.objects.filter(ngay=luot.ngay).exists():
        messages.info(request, "Ngày này đã khóa sổ: chỉ ghi bổ sung, đính chính.")
        return redirect("tiepdan:bo_sung", pk=pk)
    form = LuotTiepForm(request.POST or None, nguoi=request.user, luot=luot)
    da_nhan = [
        {"ten": dong.ten, "so_trang": dong.so_trang, "tinh_trang": dong.tinh_trang} for dong in luot.tai_lieu.all()
    ]
    tai_lieu = TaiLieuFormSet(request.POST or None, prefix="tai_lieu", initial=da_nhan)
    if _luu(request, form, tai_lieu, luot):
        messages.success(request, f"Đã sửa lượt tiếp {luot.ma}.", extra_tags=f"sua-{luot.pk}")
        return redirect(luot)
    _ghi_luot_xem(request, luot, ViecNhatKy.XEM, f"Xem lượt tiếp {luot.ma} để sửa")
    return render(
        request,
        "tiepdan/ghi_luot.html",
        {"form": form, "tai_lieu": tai_lieu, "luot": luot, "ban_nhap": f"sua-{luot.pk}"},
    )


def _luu(request, form: LuotTiepForm, tai_lieu, luot: LuotTiep | None = None) -> LuotTiep | None:
    """Take the one action of the form; None when a rule is broken, with its sentence beside the field."""
    dung = form.is_valid()
    if form.is_bound and not tai_lieu.is_valid():
        form.add_error(None, "Xem lại các dòng tài liệu nhận.")
        dung = False
    if not dung:
        return None
    truong = form.phieu() | {"tai_lieu": tai_lieu_da_nhan(tai_lieu)}
    if ma := form.cleaned_data["ma_vu_viec"]:
        truong["vu_viec"] = vu_viec_theo_ma(request.user, ma)
        if truong["vu_viec"] is None:
            form.add_error("ma_vu_viec", f"Không tìm thấy đơn hoặc lượt tiếp nào mang mã {ma}.")
            return None
    try:
        if luot:
            return actions.sua_luot(luot, nguoi=request.user, so_lan_sua=form.cleaned_data["so_lan_sua"], **truong)
        return actions.ghi_luot_tiep(nguoi=request.user, khoa_gui=form.cleaned_data["khoa_gui"], **truong)
    except LoiPhieu as loi:
        form.them_loi(loi)
    except LoiNghiepVu as loi:
        form.add_error(None, str(loi))
    return None


@can_quyen(Quyen.TIEP_DAN)
@require_POST
def nguoi_quen(request):
    """What is known of the person whose number is being typed. The number travels in the body, never in an address."""
    return render(request, "tiepdan/manh/nguoi_quen.html", _ngu_canh_nguoi_quen(request))


def _ngu_canh_nguoi_quen(request) -> dict:
    du_lieu = request.POST
    so_giay_to = du_lieu.get("so_giay_to", "").strip()
    ho_so = ho_so_cu(request.user, so_giay_to, du_lieu.get("dien_thoai", "").strip())
    if ho_so:
        NhatKy.ghi(request.user, ViecNhatKy.XEM, f"cong_dan:{ho_so.cong_dan.pk}", "Tra cứu người đến tiếp công dân")
    return {"ho_so": ho_so, "da_tim": True}


def _tra_cuu_khong_js(request):
    """The look-up without JavaScript: the same page, what was typed kept, blanks filled with what is known."""
    ngu_canh = _ngu_canh_nguoi_quen(request)
    da_go = {ten: request.POST.getlist(ten) if ten == "nguoi_bi_to_cao" else gia for ten, gia in request.POST.items()}
    if ho_so := ngu_canh["ho_so"]:
        for ten in actions.TRUONG_DANH_TINH:
            da_go[ten] = da_go.get(ten) or getattr(ho_so.cong_dan, ten)
    tai_lieu = TaiLieuFormSet(request.POST, prefix="tai_lieu")
    dong_tai_lieu = [{ten: dong[ten].value() for ten in dong.fields} for dong in tai_lieu if dong["ten"].value()]
    return render(
        request,
        "tiepdan/ghi_luot.html",
        ngu_canh
        | {
            "form": LuotTiepForm(nguoi=request.user, initial=da_go),
            "tai_lieu": TaiLieuFormSet(prefix="tai_lieu", initial=dong_tai_lieu),
            "ban_nhap": BAN_NHAP,
        },
    )


@can_quyen(Quyen.TIEP_DAN, Quyen.XEM_SO_TIEP)
@require_safe
def chi_tiet(request, pk):
    """The page of a visit. Reading one about a tố cáo is written in the log."""
    luot = get_object_or_404(
        _luot_duoc_xem(request).prefetch_related("tai_lieu", "bo_sung__nguoi", "nguoi_bi_to_cao", "don__van_ban_di"),
        pk=pk,
    )
    _ghi_luot_xem(request, luot, ViecNhatKy.XEM, f"Xem lượt tiếp {luot.ma}")
    cung_vu_viec = LuotTiep.objects.for_user(request.user).filter(vu_viec=luot.vu_viec_id).exclude(pk=pk)
    don_cung_vu_viec = DonThu.objects.for_user(request.user).filter(vu_viec=luot.vu_viec_id).exclude(pk=luot.don_id)
    han = HanViec.objects.filter(chu_the=f"luot:{pk}", ngay_xong=None).first()
    return render(
        request,
        "tiepdan/chi_tiet.html",
        {
            "luot": luot,
            "dong": dong_so(luot),
            "canh_bao": canh_bao_luot(luot),
            "da_khoa": NgayDaKhoa.objects.filter(ngay=luot.ngay).exists(),
            "duoc_ghi": request.user.co_quyen(Quyen.TIEP_DAN),
            "luot_cung_vu_viec": cung_vu_viec.only("ma", "ngay", "noi_dung")[:5],
            "don_cung_vu_viec": don_cung_vu_viec.only("ma", "ngay_nhan", "trang_thai", "tom_tat")[:5],
            "cac_giay": giay_in_duoc(luot),
            "han_bao": han,
            "giai_thich_han": giai_thich(han).giai_thich if han else [],
        },
    )


@can_quyen(Quyen.TIEP_DAN)
@require_http_methods(["GET", "POST"])
def bo_sung(request, pk):
    """Add to a visit of a closed day."""
    luot = get_object_or_404(_luot_duoc_xem(request), pk=pk)
    form = BoSungForm(request.POST or None)
    if form.is_valid():
        actions.bo_sung(luot, nguoi=request.user, noi_dung=form.cleaned_data["noi_dung"])
        messages.success(request, "Đã ghi bổ sung vào sổ.")
        return redirect(luot)
    _ghi_luot_xem(request, luot, ViecNhatKy.XEM, f"Xem lượt tiếp {luot.ma} để ghi bổ sung")
    return render(request, "tiepdan/bo_sung.html", {"luot": luot, "form": form})


@can_quyen(Quyen.TIEP_DAN)
@require_http_methods(["GET", "POST"])
def bao_tu_choi(request, pk):
    """Note that the written refusal was sent."""
    luot = get_object_or_404(_luot_duoc_xem(request), pk=pk)
    form = BaoTuChoiForm(request.POST or None)
    if form.is_valid():
        try:
            actions.bao_tu_choi(luot, nguoi=request.user, **form.cleaned_data)
        except LoiPhieu as loi:
            form.add_error("ngay", str(loi))
        else:
            messages.success(request, "Đã ghi nhận gửi thông báo từ chối tiếp.")
            return redirect(luot)
    _ghi_luot_xem(request, luot, ViecNhatKy.XEM, f"Xem lượt tiếp {luot.ma} để báo từ chối tiếp")
    return render(request, "tiepdan/bao_tu_choi.html", {"luot": luot, "form": form})


@can_quyen(Quyen.TIEP_DAN, Quyen.XEM_SO_TIEP)
@require_safe
def bien_nhan(request, pk):
    """Giấy biên nhận, Mẫu 02/TCD, as PDF."""
    luot = get_object_or_404(_luot_duoc_xem(request).prefetch_related("tai_lieu"), pk=pk)
    tep, ten_tep = in_bien_nhan(luot)
    viec, noi_dung = ViecNhatKy.IN_AN, f"In giấy biên nhận số {luot.so_bien_nhan}"
    if luot.ve_to_cao:
        _ghi_luot_xem(request, luot, viec, noi_dung)
    else:
        NhatKy.ghi(request.user, viec, luot.ma, noi_dung)
    return HttpResponse(
        tep, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{ten_tep}"'}
    )


def _ghi_luot_xem(request, luot: LuotTiep, viec: ViecNhatKy, noi_dung: str) -> None:
    """Write in the log that a visit about a tố cáo was read or printed: under its petition, or under itself."""
    if luot.ve_to_cao:
        NhatKy.ghi(request.user, viec, luot.don.ma if luot.don else luot.ma, noi_dung, mat=True)


def _luot_duoc_xem(request):
    return voi_cot_so(LuotTiep.objects.for_user(request.user), request.user).defer(None)
