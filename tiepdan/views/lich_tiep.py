"""The schedule of a year: made, published, changed, printed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tiepdan import actions
from tiepdan.actions import LoiPhieu
from tiepdan.canh_bao import canh_bao_lich, canh_bao_nam
from tiepdan.forms import ChiTietLichForm, DoiLichForm, HuyLichForm, TaoLichForm, ThemLichForm, TrucTuyenForm
from tiepdan.forms.lich_tiep import nam_mac_dinh
from tiepdan.hinh_thuc import HinhThuc, LoaiLich
from tiepdan.models import LichTiep
from tochuc.in_an import in_pdf
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, NgayNghi, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

TRUONG_CHI_TIET = ("can_bo", "gio_tu", "gio_den", "dia_diem", "hinh_thuc", "diem_cau", "thanh_phan", "noi_dung")


@can_quyen(Quyen.TIEP_DAN, Quyen.XEM_SO_TIEP, Quyen.LICH_TIEP)
@require_safe
def lich_tiep(request):
    nam = _nam(request)
    hom_nay = timezone.localdate()
    lich = NgayNghi.objects.lich()
    cac_dong = list(_lich_nam(nam))
    duoc_sua = request.user.co_quyen(Quyen.LICH_TIEP)
    return render(
        request,
        "tiepdan/lich_tiep.html",
        {
            "nam": nam,
            "nam_truoc": nam - 1,
            "nam_sau": nam + 1,
            "cac_dong": [(dong, [] if dong.da_huy else canh_bao_lich(dong, lich, hom_nay)) for dong in cac_dong],
            "canh_bao": canh_bao_nam(cac_dong, lich, nam),
            "cho_cong_bo": sum(not dong.da_cong_bo and not dong.da_huy and dong.ngay >= hom_nay for dong in cac_dong),
            "dia_chi_lap": reverse("tiepdan:tao_lich", query={"nam": nam}),
            "thieu_dinh_ky": _so_dinh_ky(cac_dong) < 12,
            "hom_nay": hom_nay,
            "cau_hinh": CauHinh.hien_hanh(),
            "duoc_sua": duoc_sua,
        },
    )


@can_quyen(Quyen.LICH_TIEP)
@require_http_methods(["GET", "POST"])
def tao_lich(request):
    form = TaoLichForm(request.POST or None, initial={"nam": request.GET.get("nam") or nam_mac_dinh()})
    if form.is_valid():
        try:
            moi = actions.tao_lich_nam(nguoi=request.user, **form.cleaned_data)
        except LoiNghiepVu as loi:
            _them_loi(form, loi)
        else:
            messages.success(request, f"Đã lập {len(moi)} ngày tiếp định kỳ; xem lại rồi công bố.")
            return redirect(_dia_chi_nam(form.cleaned_data["nam"]))
    return _trang_mau(request, form, "Lập lịch cả năm", "Lập lịch")


@can_quyen(Quyen.LICH_TIEP)
@require_http_methods(["GET", "POST"])
def them_lich(request):
    form = ThemLichForm(request.POST or None)
    if form.is_valid():
        try:
            dong = actions.them_lich(nguoi=request.user, **form.cleaned_data)
        except LoiNghiepVu as loi:
            _them_loi(form, loi)
        else:
            messages.success(request, f"Đã thêm ngày tiếp {dong.ngay:%d/%m/%Y}.")
            return redirect(_dia_chi_nam(dong.ngay.year))
    return _trang_mau(request, form, "Thêm ngày tiếp", "Thêm ngày tiếp")


@can_quyen(Quyen.LICH_TIEP)
@require_http_methods(["GET", "POST"])
def sua_lich(request, pk):
    """Details of one day, and beside them its cancelling and postponing."""
    dong = get_object_or_404(LichTiep.objects.select_related("can_bo"), pk=pk)
    initial = {ten: getattr(dong, f"{ten}_id" if ten == "can_bo" else ten) for ten in TRUONG_CHI_TIET}
    form = ChiTietLichForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            actions.sua_lich(dong, nguoi=request.user, **form.cleaned_data)
        except LoiNghiepVu as loi:
            _them_loi(form, loi)
        else:
            messages.success(request, f"Đã sửa lịch ngày {dong.ngay:%d/%m/%Y}.")
            return redirect(_dia_chi_nam(dong.ngay.year))
    return _trang_mot_lich(request, dong, form=form)


@can_quyen(Quyen.LICH_TIEP)
@require_POST
def huy_lich(request, pk):
    dong = get_object_or_404(LichTiep.objects.select_related("can_bo"), pk=pk)
    form = HuyLichForm(request.POST)
    if form.is_valid():
        try:
            actions.huy_lich(dong, nguoi=request.user, ngay=timezone.localdate(), **form.cleaned_data)
        except LoiNghiepVu as loi:
            _them_loi(form, loi)
        else:
            messages.success(request, f"Đã hủy lịch tiếp ngày {dong.ngay:%d/%m/%Y}.")
            return redirect(_dia_chi_nam(dong.ngay.year))
    return _trang_mot_lich(request, dong, form_huy=form)


@can_quyen(Quyen.LICH_TIEP)
@require_POST
def doi_lich(request, pk):
    dong = get_object_or_404(LichTiep.objects.select_related("can_bo"), pk=pk)
    form = DoiLichForm(request.POST)
    if form.is_valid():
        try:
            moi = actions.doi_lich(dong, nguoi=request.user, ngay=timezone.localdate(), **form.cleaned_data)
        except LoiNghiepVu as loi:
            _them_loi(form, loi)
        else:
            messages.success(request, f"Đã dời lịch tiếp sang ngày {moi.ngay:%d/%m/%Y}.")
            return redirect(_dia_chi_nam(moi.ngay.year))
    return _trang_mot_lich(request, dong, form_doi=form)


@can_quyen(Quyen.LICH_TIEP)
@require_POST
def ghi_truc_tuyen(request, pk):
    """Note the notice and the test of an online day."""
    dong = get_object_or_404(LichTiep.objects.select_related("can_bo"), pk=pk)
    form = TrucTuyenForm(request.POST)
    if form.is_valid():
        try:
            actions.ghi_truc_tuyen(dong, nguoi=request.user, ngay=timezone.localdate(), **form.cleaned_data)
        except LoiNghiepVu as loi:
            _them_loi(form, loi)
        else:
            messages.success(request, "Đã ghi thông báo, thử kết nối.")
            return redirect("tiepdan:sua_lich", pk=pk)
    return _trang_mot_lich(request, dong, form_truc_tuyen=form)


@can_quyen(Quyen.LICH_TIEP)
@require_POST
def cong_bo_lich(request):
    """Publish one day (`lich`), or all days of a year still to come (`nam`)."""
    hom_nay = timezone.localdate()
    cac_lich = LichTiep.objects.filter(da_cong_bo=False, da_huy=False)
    if lich_id := request.POST.get("lich", ""):
        cac_lich = cac_lich.filter(pk=lich_id) if lich_id.isdecimal() else cac_lich.none()
    else:
        cac_lich = cac_lich.filter(ngay__year=_nam(request), ngay__gte=hom_nay)
    dong = actions.cong_bo_lich(cac_lich, nguoi=request.user, ngay=hom_nay)
    messages.success(request, f"Đã công bố {len(dong)} ngày tiếp. Niêm yết lịch tại nơi tiếp và trên trang thông tin.")
    lich = NgayNghi.objects.lich()
    for muon in dong:
        for cau in canh_bao_lich(muon, lich, hom_nay)[:1]:
            messages.warning(request, f"Ngày {muon.ngay:%d/%m/%Y}: {cau}")
    return redirect(_dia_chi_nam(dong[0].ngay.year))


@can_quyen(Quyen.TIEP_DAN, Quyen.XEM_SO_TIEP, Quyen.LICH_TIEP)
@require_safe
def lich_tiep_pdf(request):
    """The schedule of a year as it is posted: days that stand, published or to be."""
    nam = _nam(request)
    cau_hinh = CauHinh.hien_hanh()
    cac_dong = _lich_nam(nam).filter(da_huy=False)
    tep = in_pdf(
        "tiepdan/in/lich_tiep.html",
        {
            "nam": nam,
            "cac_dong": cac_dong.exclude(loai=LoaiLich.THUONG_XUYEN),
            "truc": cac_dong.filter(loai=LoaiLich.THUONG_XUYEN),
            "cau_hinh": cau_hinh,
            "co_quan_chu_quan": cau_hinh.co_quan_chu_quan,
            "co_quan_ban_hanh": cau_hinh.ten_co_quan,
            "dia_danh": cau_hinh.dia_danh,
            "ngay_van_ban": None,
            "ten_loai": f"Lịch tiếp công dân năm {nam}",
            "noi_nhan": [
                "Sở Y tế (để báo cáo)",
                "Các khoa, phòng (để thực hiện)",
                "Niêm yết, đăng trang thông tin",
                "Lưu: VT",
            ],
            "chuc_vu": cau_hinh.chuc_danh_dung_dau,
            "nguoi_ky": cau_hinh.nguoi_dung_dau,
        },
    )
    NhatKy.ghi(request.user, ViecNhatKy.IN_AN, "Lịch tiếp công dân", f"In lịch năm {nam}")
    return HttpResponse(
        tep,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="lich-tiep-cong-dan-{nam}.pdf"'},
    )


def _trang_mau(request, form, ten_trang: str, nut: str):
    return render(request, "tiepdan/lich_mau.html", {"form": form, "ten_trang": ten_trang, "nut": nut})


def _trang_mot_lich(request, dong: LichTiep, *, form=None, form_huy=None, form_doi=None, form_truc_tuyen=None):
    if form is None:
        initial = {ten: getattr(dong, f"{ten}_id" if ten == "can_bo" else ten) for ten in TRUONG_CHI_TIET}
        form = ChiTietLichForm(initial=initial)
    return render(
        request,
        "tiepdan/mot_lich.html",
        {
            "dong": dong,
            "form": form,
            "form_huy": form_huy or HuyLichForm(auto_id="huy_%s"),
            "form_doi": form_doi or DoiLichForm(auto_id="doi_%s"),
            "form_truc_tuyen": form_truc_tuyen
            or TrucTuyenForm(initial={"ngay_bao": dong.ngay_bao, "ngay_thu": dong.ngay_thu}),
            "la_truc_tuyen": dong.hinh_thuc == HinhThuc.TRUC_TUYEN,
            "da_qua": dong.ngay <= timezone.localdate() and not dong.luot_tiep.exists(),
            "canh_bao": canh_bao_lich(dong, NgayNghi.objects.lich(), timezone.localdate()),
        },
    )


def _them_loi(form, loi: LoiNghiepVu) -> None:
    """Sentences of the rules beside their fields, or above the form."""
    cac_loi = loi.cac_loi if isinstance(loi, LoiPhieu) else {None: str(loi)}
    for ten, cau in cac_loi.items():
        form.add_error(ten if ten in form.fields else None, cau)


def _lich_nam(nam: int):
    return LichTiep.objects.filter(ngay__year=nam).select_related("can_bo").order_by("ngay", "gio_tu", "pk")


def _so_dinh_ky(cac_dong: list[LichTiep]) -> int:
    return len({dong.ngay.month for dong in cac_dong if dong.loai == LoaiLich.DINH_KY and not dong.da_huy})


def _nam(request) -> int:
    chu = (request.POST if request.method == "POST" else request.GET).get("nam", "")
    nam = int(chu) if chu.isdecimal() and len(chu) == 4 else 0
    return nam if actions.NAM_DAU <= nam <= actions.NAM_CUOI else timezone.localdate().year


def _dia_chi_nam(nam: int) -> str:
    return reverse("tiepdan:lich_tiep", query={"nam": nam})
