"""Documents of one petition: what was issued, what is being written, the editor with its preview, the files."""

from typing import Any

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_safe

from donthu.actions import ban_thao as hanh_dong
from donthu.actions.ban_chinh import QUYEN_THAY, thay_ban_chinh
from donthu.actions.ban_thao import co_mot_quyen
from donthu.actions.so_van_ban import DANG_O_BAN_KHAC, doc_pdf, dong_bang_cua_don
from donthu.ban_in import KIEU_TEP, docx_van_ban, html_van_ban, ma_duong_dan, pdf_van_ban, ten_ngan, ten_tep
from donthu.dien_san import gia_tri_dau
from donthu.forms.van_ban import BanChinhForm, ChuyenForm, NoiDungForm, lop_form
from donthu.models import BAN_THAO_MO, BanThao, DonThu, VanBanDi
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh import nhan_buoc
from donthu.quy_trinh.buoc import DuongDi
from donthu.so_sanh import so_sanh_cac_phien_ban
from donthu.soan_thao import cac_mau_cho, lap_noi_dung, van_ban_ngay
from donthu.van_ban import CAC_VAN_BAN, VanBan
from donthu.views.bi_mat import ghi_luot_xem
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy

LUU = "luu"
# Button of the editor → action, and what is said when it was done.
CHUYEN = {
    "trinh": (hanh_dong.trinh, "Đã trình dự thảo để thẩm định."),
    "tham_dinh": (hanh_dong.tham_dinh, "Đã thẩm định, chuyển người ký."),
    "tra_lai": (hanh_dong.tra_lai, "Đã trả lại dự thảo cho người soạn."),
    "bo": (hanh_dong.bo_ban_thao, "Đã bỏ dự thảo."),
}
PHAI_DU = ("trinh", "tham_dinh", "ky")
MA_CUA = {ma_duong_dan(mau.ma): mau.ma for mau in CAC_VAN_BAN}
# The preview shows words of people: nothing in it may run or be fetched but our own style sheet, letters and the QR.
CSP_XEM_TRUOC = {
    "default-src": [NONE],
    "style-src": [SELF],
    "font-src": [SELF],
    "img-src": ["data:"],
    "base-uri": [NONE],
    "frame-ancestors": [SELF],
}


@require_safe
def cac_van_ban(request, pk):
    """Everything issued and everything being written in a petition, and the choice of a form to write."""
    don = _tim_don(request, pk)
    ghi_luot_xem(request.user, don, ViecNhatKy.XEM, "Xem danh sách văn bản")
    ngay = timezone.localdate()
    dang_soan = list(don.ban_thao.filter(trang_thai__in=BAN_THAO_MO).select_related("nguoi_soan"))
    da_mo = {ban_thao.ma_mau for ban_thao in dang_soan}
    soan_duoc = co_mot_quyen(don, request.user, hanh_dong.QUYEN_SOAN)
    cac_mau = [mau for mau in cac_mau_cho(don, ngay) if mau.ma not in da_mo] if soan_duoc else []
    cua_luc_nay = hanh_dong.mau_cua_luc_nay(don)
    ngu_canh = {
        "don": don,
        "da_ban_hanh": list(don.van_ban_di.select_related("nguoi_ky", "ban_tai_len")),
        "thay_duoc": co_mot_quyen(don, request.user, QUYEN_THAY),
        "dang_soan": [(ban_thao, van_ban_ngay(ban_thao.ma_mau, ngay).ten) for ban_thao in dang_soan],
        "mau_luc_nay": [(mau, _dia_chi_soan(don, mau.ma)) for mau in cac_mau if mau.ma in cua_luc_nay],
        "mau_khac": [(mau, _dia_chi_soan(don, mau.ma)) for mau in cac_mau if mau.ma not in cua_luc_nay],
    }
    return render(request, "donthu/van_ban/danh_sach.html", ngu_canh)


@require_http_methods(["GET", "POST"])
def soan_moi(request, pk, mau):
    """A new draft: nothing is stored before the person saves; an open draft of the form is shown instead."""
    don, van_ban = _tim_don(request, pk), _tim_mau(mau)
    if don.loai not in van_ban.loai:
        raise Http404
    if not co_mot_quyen(don, request.user, hanh_dong.QUYEN_SOAN):
        raise PermissionDenied
    dang_mo = don.ban_thao.filter(ma_mau=van_ban.ma, trang_thai__in=BAN_THAO_MO).first()
    if dang_mo and request.method == "GET":
        return redirect("donthu:ban_thao", pk=don.pk, so=dang_mo.pk)
    moi = BanThao(don=don, ma_mau=van_ban.ma, gia_tri=gia_tri_dau(don, van_ban, timezone.localdate()))
    return _trang_soan(request, don, van_ban, moi)


@require_http_methods(["GET", "POST"])
def ban_thao(request, pk, so):
    """One draft: its words for who has it on the desk, its preview and its versions for everybody else."""
    don = _tim_don(request, pk)
    cu = get_object_or_404(don.ban_thao.select_related("nguoi_soan"), pk=so)
    return _trang_soan(request, don, van_ban_ngay(cu.ma_mau, timezone.localdate()), cu)


def _trang_soan(request: HttpRequest, don: DonThu, van_ban: VanBan, cu: BanThao) -> HttpResponse:
    cac_viec = ["sua", "trinh"] if cu.pk is None else hanh_dong.viec_duoc_lam(cu, don, van_ban, request.user)
    form = lop_form(van_ban)(request.POST or None, initial=cu.gia_tri)
    chuyen = ChuyenForm(request.POST or None, ban_thao=cu, cac_viec=cac_viec)
    loi = ""
    if request.method == "POST":
        viec = request.POST.get("viec", LUU)
        hop_le = [form.is_valid() or "sua" not in cac_viec, chuyen.is_valid()]
        if all(hop_le) and not (viec in PHAI_DU and "sua" in cac_viec and form.chua_du()):
            try:
                return _lam_viec(request, don, van_ban, cu, form if "sua" in cac_viec else None, chuyen, viec)
            except LoiNghiepVu as loi_nghiep_vu:
                loi = str(loi_nghiep_vu)
                form.add_error(None, loi)
    else:
        _ghi_nhat_ky(request, ViecNhatKy.XEM, don, f"Xem dự thảo {van_ban.ma}")
    buoc = hanh_dong.buoc_ban_hanh(don, van_ban.ma)
    phien_ban = cu.cac_phien_ban.select_related("nguoi") if cu.pk else ()
    ngu_canh = {
        "don": don,
        "mau": van_ban,
        "ban_thao": cu,
        "form": form,
        "chuyen": chuyen,
        "cac_viec": cac_viec,
        "dia_chi_xem_truoc": _dia_chi_xem_truoc(don, van_ban.ma),
        "cac_phien_ban": so_sanh_cac_phien_ban(van_ban, phien_ban),
        "buoc": buoc,
        "ten_buoc": nhan_buoc(don.loai, buoc) if buoc else "",
        "da_ban_hanh": VanBanDi.objects.filter(ban_thao=cu).first() if cu.pk else None,
        "ban_nhap": f"van-ban-{don.pk}-{van_ban.ma}",
    }
    return render(request, "donthu/van_ban/soan.html", ngu_canh, status=409 if loi else 200)


def _lam_viec(
    request: HttpRequest,
    don: DonThu,
    van_ban: VanBan,
    cu: BanThao,
    form: NoiDungForm | None,
    chuyen: ChuyenForm,
    viec: str,
) -> HttpResponse:
    """Save the words, then do what the pressed button says; LoiNghiepVu leaves the person on the page."""
    nguoi, ngay = request.user, timezone.localdate()
    phien_ban = chuyen.cleaned_data["phien_ban"] if cu.pk else None
    if form is not None:
        cu = hanh_dong.soan(don, nguoi=nguoi, ngay=ngay, ma_mau=van_ban.ma, gia_tri=form.gia_tri(), phien_ban=phien_ban)
        phien_ban = cu.phien_ban
    elif viec == LUU:
        raise LoiNghiepVu(hanh_dong.DA_DOI)
    y_kien = chuyen.cleaned_data["y_kien"]
    if viec == "ky":
        ngay_ky = chuyen.cleaned_data.get("ngay") or ngay
        van_ban_di = hanh_dong.ky_ban_hanh(cu, nguoi=nguoi, ngay=ngay_ky, phien_ban=phien_ban, y_kien=y_kien)
        dong_bang_cua_don(don)
        messages.success(request, f"Đã ký ban hành {van_ban_di}.")
        return redirect("donthu:cac_van_ban", pk=don.pk)
    if viec not in CHUYEN:
        messages.success(request, "Đã lưu dự thảo.", extra_tags=f"van-ban-{don.pk}-{van_ban.ma}")
        return redirect("donthu:ban_thao", pk=don.pk, so=cu.pk)
    lam, cau = CHUYEN[viec]
    lam(cu, nguoi=nguoi, ngay=ngay, phien_ban=phien_ban, y_kien=y_kien)
    messages.success(request, cau, extra_tags=f"van-ban-{don.pk}-{van_ban.ma}")
    return redirect("donthu:cac_van_ban", pk=don.pk)


# --- The paper -------------------------------------------------------------------------------------------------------


@xframe_options_sameorigin
@csp(CSP_XEM_TRUOC)
@require_http_methods(["GET", "POST"])
def xem_truoc(request, pk, mau):
    """The document as it would look: GET with the words kept or prefilled, POST with those on the screen."""
    don, van_ban = _tim_don(request, pk), _tim_mau(mau)
    if don.loai not in van_ban.loai:
        raise Http404
    if request.method == "POST":
        gia_tri = lop_form(van_ban)(request.POST).gia_tri_tho()
    else:
        _ghi_nhat_ky(request, ViecNhatKy.XEM, don, f"Xem trước {van_ban.ma}")
        cu = don.ban_thao.filter(ma_mau=van_ban.ma, trang_thai__in=BAN_THAO_MO).first()
        gia_tri = cu.gia_tri if cu else None
    noi_dung = _noi_dung_nhap(request, don, van_ban, gia_tri)
    return HttpResponse(html_van_ban(noi_dung, ban_nhap=True, goc_tinh=settings.STATIC_URL))


@require_safe
def tai_ban_thao(request, pk, so, dinh_dang):
    """A draft as PDF, marked as one on every page, or as a Word file to be worked on."""
    don = _tim_don(request, pk)
    cu = get_object_or_404(don.ban_thao, pk=so)
    van_ban = van_ban_ngay(cu.ma_mau, timezone.localdate())
    noi_dung = _noi_dung_nhap(request, don, van_ban, cu.gia_tri)
    match dinh_dang:
        case "pdf":
            tep = pdf_van_ban(noi_dung, ban_nhap=True)
        case "docx":
            tep = docx_van_ban(noi_dung)
        case _:
            raise Http404
    _ghi_nhat_ky(request, ViecNhatKy.IN_AN, don, f"In dự thảo {van_ban.ma} ({dinh_dang})")
    return _tra_tep(tep, f"du-thao-{ten_ngan(van_ban.ten)}.{dinh_dang}", dinh_dang)


@require_safe
def tai_van_ban(request, pk, so, dinh_dang):
    """An issued document: the frozen PDF, or the same words as a Word file."""
    don = _tim_don(request, pk)
    van_ban = get_object_or_404(don.van_ban_di.exclude(noi_dung={}), pk=so)
    match dinh_dang:
        case "pdf":
            tep = doc_pdf(van_ban)
        case "docx":
            tep = docx_van_ban(van_ban.noi_dung)
        case _:
            raise Http404
    _ghi_nhat_ky(request, ViecNhatKy.IN_AN, don, f"In văn bản {van_ban.so_ky_hieu or van_ban.ma_mau} ({dinh_dang})")
    return _tra_tep(tep, ten_tep(van_ban, dinh_dang), dinh_dang)


def _tra_tep(tep: bytes, ten: str, dinh_dang: str) -> HttpResponse:
    cach_mo = "inline" if dinh_dang == "pdf" else "attachment"
    return HttpResponse(
        tep,
        content_type=KIEU_TEP[dinh_dang],
        headers={"Content-Disposition": f'{cach_mo}; filename="{ten}"', "Cache-Control": "private, no-store"},
    )


def _noi_dung_nhap(
    request: HttpRequest, don: DonThu, van_ban: VanBan, gia_tri: dict[str, str] | None
) -> dict[str, Any]:
    """The words of a draft as a whole document: no number, today's date; signed by who reads it, or by the head of the
    centre where the reader may not sign."""
    nguoi = request.user if co_mot_quyen(don, request.user, hanh_dong.quyen_ky(don, van_ban)) else None
    return lap_noi_dung(don, van_ban, nguoi=nguoi, ngay=timezone.localdate(), gia_tri=gia_tri)


def van_ban_cua_buoc(don: DonThu, duong: DuongDi, nguoi: NhanVien) -> dict[str, Any] | None:
    """For the page of a step: the preview of the document it issues, and where its words are changed before."""
    if duong.van_ban is None or not co_mot_quyen(don, nguoi, hanh_dong.QUYEN_SOAN):
        return None
    ma_mau = duong.van_ban.ma_mau
    du_thao = don.ban_thao.filter(ma_mau=ma_mau, trang_thai__in=BAN_THAO_MO).first()
    return {
        "du_thao": du_thao,
        "dang_cho": du_thao is not None and du_thao.trang_thai in DANG_O_BAN_KHAC,
        "dia_chi_xem_truoc": _dia_chi_xem_truoc(don, ma_mau),
        "dia_chi_soan": _dia_chi_soan(don, ma_mau),
    }


@require_http_methods(["GET", "POST"])
def ban_chinh(request, pk, so):
    """Put a changed Word file in the place of the printed words."""
    don = _tim_don(request, pk)
    van_ban = get_object_or_404(don.van_ban_di, pk=so)
    if not co_mot_quyen(don, request.user, QUYEN_THAY):
        raise PermissionDenied
    form = BanChinhForm(request.POST or None, request.FILES or None, don=don)
    loi = ""
    if form.is_valid():
        try:
            thay_ban_chinh(van_ban, nguoi=request.user, **form.cleaned_data)
        except LoiNghiepVu as loi_nghiep_vu:
            loi = str(loi_nghiep_vu)
            form.add_error("tep", loi)
        else:
            messages.success(request, f"Đã dùng tệp tải lên làm bản chính của {van_ban}.")
            return redirect("donthu:cac_van_ban", pk=don.pk)
    ghi_luot_xem(request.user, don, ViecNhatKy.XEM, "Xem trang thay bản chính")
    ngu_canh = {"don": don, "van_ban": van_ban, "form": form}
    return render(request, "donthu/van_ban/ban_chinh.html", ngu_canh, status=409 if loi else 200)


# --- Finding ---------------------------------------------------------------------------------------------------------


def _tim_don(request: HttpRequest, pk: int) -> DonThu:
    """The petition with whom it names; 404 for who may not know of it."""
    cac_don = DonThu.objects.for_user(request.user).select_related("cong_dan", "linh_vuc", "don_vi")
    return get_object_or_404(cac_don.defer("tim_kiem", "tim_kiem_dau"), pk=pk)


def _tim_mau(mau: str) -> VanBan:
    if mau not in MA_CUA:
        raise Http404
    return van_ban_ngay(MA_CUA[mau], timezone.localdate())


def _dia_chi_soan(don: DonThu, ma_mau: str) -> str:
    return reverse("donthu:soan_van_ban", args=[don.pk, ma_duong_dan(ma_mau)])


def _dia_chi_xem_truoc(don: DonThu, ma_mau: str) -> str:
    return reverse("donthu:xem_truoc_van_ban", args=[don.pk, ma_duong_dan(ma_mau)])


def _ghi_nhat_ky(request: HttpRequest, viec: ViecNhatKy, don: DonThu, chu: str) -> None:
    """Documents name people: each reading is a line of the log, of a tố cáo in the secret one."""
    NhatKy.ghi(request.user, viec, don.ma, chu, mat=don.loai == LoaiDon.TO_CAO)
