"""Who may see a petition, and who read it: the panel of its page, the list of a tố cáo, the extract of the log."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from donthu.actions import bi_mat
from donthu.forms.bi_mat import LienQuanForm, ThemNguoiBietForm, ThoiBietForm
from donthu.models import DonThu, NguoiDuocBiet
from donthu.nguoi_xem import cac_nhom_xem, danh_sach_duoc_biet
from donthu.phan_loai import LoaiDon
from tochuc.in_an import in_pdf
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.vai_tro import Quyen

LUOT_XEM = 10
LUOT_IN = 5000  # lines of the extract: years of reading of one case
DOC_LUOT_XEM = frozenset({Quyen.XEM_NHAT_KY, Quyen.XEM_TO_CAO, Quyen.NHAP_DON})


def ghi_luot_xem(nguoi: NhanVien, don: DonThu, viec: ViecNhatKy, noi_dung: str) -> None:
    """Write a reading or printing of a tố cáo in the log; of another petition nothing (Đ56 Luật TC)."""
    if don.loai == LoaiDon.TO_CAO:
        NhatKy.ghi(nguoi, viec, don.ma, noi_dung, mat=True)


def ngu_canh_ai_xem(nguoi: NhanVien, don: DonThu) -> dict:
    """Context of donthu/chi_tiet/ai_xem.html."""
    if don.loai != LoaiDon.TO_CAO:
        return {"nhom_xem": cac_nhom_xem(don)}
    doc_duoc = not nguoi.tap_quyen.isdisjoint(DOC_LUOT_XEM)
    return {
        "duoc_biet": danh_sach_duoc_biet(don),
        "sua_danh_sach": bi_mat.duoc_sua_danh_sach(don, nguoi),
        "doc_luot_xem": doc_duoc,
        "luot_xem": list(_luot_xem(don).values_list("nguoi__ho_ten", "thoi_diem")[:LUOT_XEM]) if doc_duoc else [],
    }


@require_safe
def nguoi_biet(request, pk):
    """The list of one tố cáo, today's and former rows, with the forms that change it."""
    don = _tim_to_cao(request, pk)
    ghi_luot_xem(request.user, don, ViecNhatKy.XEM, "Xem danh sách người được biết")
    return _trang(request, don)


@require_POST
def them(request, pk):
    don = _tim_to_cao(request, pk)
    form = ThemNguoiBietForm(request.POST, don=don)
    if not form.is_valid():
        return _trang(request, don, form_them=form)
    try:
        bi_mat.cho_biet(don, nguoi=request.user, ngay=timezone.localdate(), **form.cleaned_data)
    except LoiNghiepVu as loi:
        form.add_error(None, str(loi))
        return _trang(request, don, ma_trang_thai=409, form_them=form)
    messages.success(request, "Đã đưa vào danh sách được biết.")
    return redirect("donthu:nguoi_biet", pk)


@require_POST
def thoi(request, pk, dong):
    don = _tim_to_cao(request, pk)
    biet = get_object_or_404(don.nguoi_duoc_biet.filter(ngay_thoi=None).select_related("nhan_vien"), pk=dong)
    form = ThoiBietForm(request.POST, auto_id=f"thoi_{dong}_%s")
    if not form.is_valid():
        return _trang(request, don, form_thoi={biet.pk: form})
    ngay, ly_do = timezone.localdate(), form.cleaned_data["ly_do"]
    bi_mat.thoi_biet(don, nguoi=request.user, ngay=ngay, bo=biet.nhan_vien, ly_do=ly_do)
    messages.success(request, f"Đã đưa {biet.nhan_vien} ra khỏi danh sách được biết.")
    return redirect("donthu:nguoi_biet", pk)


@require_POST
def lien_quan(request, pk):
    don = _tim_to_cao(request, pk)
    form = LienQuanForm(request.POST, don=don)
    if not form.is_valid():
        return _trang(request, don, form_lien_quan=form)
    try:
        bi_mat.ghi_lien_quan(don, nguoi=request.user, ngay=timezone.localdate(), **form.cleaned_data)
    except LoiNghiepVu as loi:
        form.add_error(None, str(loi))
        return _trang(request, don, ma_trang_thai=409, form_lien_quan=form)
    messages.success(request, "Đã ghi người liên quan; từ nay người đó không xem được vụ việc này.")
    # Who recorded himself is out from now on.
    con_xem = DonThu.objects.for_user(request.user).filter(pk=pk).exists()
    return redirect("donthu:nguoi_biet", pk) if con_xem else redirect("donthu:danh_sach")


@require_POST
def bo_lien_quan(request, pk, dong):
    don = _tim_to_cao(request, pk)
    ghi = get_object_or_404(don.nguoi_lien_quan.select_related("nhan_vien"), pk=dong)
    bi_mat.bo_lien_quan(don, nguoi=request.user, lien_quan=ghi.nhan_vien)
    messages.success(request, "Đã bỏ ghi người liên quan.")
    return redirect("donthu:nguoi_biet", pk)


@require_safe
def in_luot_xem(request, pk):
    """Who read one tố cáo when, as PDF: what goes to the Sở when a leader is accused and the director sees nothing."""
    don = _tim_to_cao(request, pk, DOC_LUOT_XEM)
    cau_hinh = CauHinh.hien_hanh()
    cac_luot = list(_luot_xem(don).select_related("nguoi")[:LUOT_IN])
    tep = in_pdf(
        "donthu/in/luot_xem.html",
        {
            "don": don,
            "cac_luot": cac_luot,
            "duoc_biet": danh_sach_duoc_biet(don),
            "co_quan_chu_quan": cau_hinh.co_quan_chu_quan,
            "co_quan_ban_hanh": cau_hinh.ten_co_quan,
            "dia_danh": cau_hinh.dia_danh,
            "ngay_van_ban": timezone.localdate(),
            "ten_loai": "Trích nhật ký",
            "trich_yeu": f"Lượt xem vụ việc mã {don.ma}",
        },
    )
    ghi_luot_xem(request.user, don, ViecNhatKy.IN_AN, "In trích nhật ký lượt xem")
    return HttpResponse(
        tep,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="luot-xem-{don.ma}.pdf"'},
    )


def _luot_xem(don: DonThu):
    return NhatKy.objects.filter(doi_tuong=don.ma, mat=True).order_by("-stt")


def _tim_to_cao(request, pk, quyen=frozenset({Quyen.XEM_TO_CAO})) -> DonThu:
    """The tố cáo; 404 for who may not know of it and for another kind, 403 for who holds none of `quyen`."""
    don = get_object_or_404(DonThu.objects.for_user(request.user), pk=pk, loai=LoaiDon.TO_CAO)
    if request.user.tap_quyen.isdisjoint(quyen):
        raise PermissionDenied
    return don


def _trang(request, don: DonThu, *, ma_trang_thai: int = 200, form_thoi: dict | None = None, **form):
    con_biet = danh_sach_duoc_biet(don)
    form_thoi = form_thoi or {}
    da_thoi = NguoiDuocBiet.objects.filter(don=don).exclude(ngay_thoi=None).select_related("nhan_vien")
    ngu_canh = {
        "don": don,
        "con_biet": [(dong, form_thoi.get(dong.pk) or ThoiBietForm(auto_id=f"thoi_{dong.pk}_%s")) for dong in con_biet],
        "da_thoi": da_thoi,
        "lien_quan": don.nguoi_lien_quan.select_related("nhan_vien"),
        "form_them": ThemNguoiBietForm(don=don),
        "form_lien_quan": LienQuanForm(don=don),
    }
    return render(request, "donthu/nguoi_biet.html", ngu_canh | form, status=ma_trang_thai)
