"""Sổ tiếp công dân, Mẫu 03/TCD: on screen, as PDF, as a workbook."""

from datetime import date

from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from tiepdan.forms import LocSoForm
from tiepdan.models import LuotTiep
from tiepdan.so_tiep import COT_SO, cac_dong_so, loc_so, voi_cot_so
from tochuc.bang_tinh import LOAI_XLSX, ghi_bang_tinh
from tochuc.bo_loc import cac_chip
from tochuc.dinh_dang import ngay_vn, so_vn
from tochuc.in_an import in_pdf
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.phan_trang import CUOI, SAU, TRUOC, phan_trang
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

THU_TU = ("-ngay", "-pk")
MOI_TRANG = 20
TOI_DA_PDF = 1000
TOI_DA_XLSX = 50_000
TEN_SO = "Sổ tiếp công dân"


@can_quyen(Quyen.XEM_SO_TIEP)
@require_safe
def so_tiep(request):
    form = LocSoForm(request.GET)
    cac_luot = _cac_luot(request, form)
    trang = phan_trang(
        cac_luot,
        request.GET,
        THU_TU,
        MOI_TRANG,
        danh_tu="lượt tiếp",
        chon=lambda cac_dong: voi_cot_so(cac_dong, request.user),
    )
    tham_so = request.GET.copy()
    for ten in (SAU, TRUOC, CUOI):
        tham_so.pop(ten, None)
    return render(
        request,
        "tiepdan/so_tiep.html",
        {
            "form": form,
            "cac_chip": cac_chip(form, request.GET),
            "trang": trang,
            "cac_dong": list(cac_dong_so(trang)),
            "cac_cot": range(1, len(COT_SO) + 1),
            "tham_so": tham_so.urlencode(),
            "xoa_het": reverse("tiepdan:so_tiep"),
            "duoc_ghi": request.user.co_quyen(Quyen.TIEP_DAN),
        },
    )


@can_quyen(Quyen.XEM_SO_TIEP)
@require_safe
def so_tiep_pdf(request):
    """The register on A4 landscape, oldest first, as the paper book runs."""
    dong, tu, den = _dong_xuat(request, TOI_DA_PDF)
    cau_hinh = CauHinh.hien_hanh()
    tep = in_pdf(
        "tiepdan/in/so_tiep.html",
        {
            "co_quan_chu_quan": cau_hinh.co_quan_chu_quan,
            "co_quan_ban_hanh": cau_hinh.ten_co_quan,
            "cac_dong": cac_dong_so(dong),
            "tu": tu,
            "den": den,
        },
    )
    NhatKy.ghi(request.user, ViecNhatKy.IN_AN, TEN_SO, _mo_ta_xuat(tu, den, len(dong)))
    ten_tep = f"{_ten_tep(tu, den)}.pdf"
    return HttpResponse(
        tep, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{ten_tep}"'}
    )


@can_quyen(Quyen.XEM_SO_TIEP)
@require_safe
def so_tiep_xlsx(request):
    dong, tu, den = _dong_xuat(request, TOI_DA_XLSX)
    cau_hinh = CauHinh.hien_hanh()
    tep = ghi_bang_tinh(
        TEN_SO,
        [
            f"SỔ TIẾP CÔNG DÂN – {cau_hinh.ten_co_quan}",
            f"Từ ngày {ngay_vn(tu)} đến ngày {ngay_vn(den)} (Mẫu số 03/TCD)",
        ],
        COT_SO,
        (so.cac_o for so in cac_dong_so(dong)),
        danh_so_cot=True,
    )
    NhatKy.ghi(request.user, ViecNhatKy.XUAT, TEN_SO, _mo_ta_xuat(tu, den, len(dong)))
    return FileResponse(tep, as_attachment=True, filename=f"{_ten_tep(tu, den)}.xlsx", content_type=LOAI_XLSX)


def _cac_luot(request, form: LocSoForm):
    """Visits the person may see, under the filters that are right; a wrong one is left out and said so beside it."""
    form.is_valid()
    return loc_so(LuotTiep.objects.for_user(request.user), form.cleaned_data)


def _dong_xuat(request, toi_da: int) -> tuple[list[LuotTiep], date | None, date | None]:
    """Rows to take out, with the first and last day they are of. LoiNghiepVu for a wrong filter or too many."""
    form = LocSoForm(request.GET)
    cac_luot = _cac_luot(request, form)
    if form.errors:
        raise LoiNghiepVu("Điều kiện lọc chưa đúng; xem lại ở trang Sổ tiếp công dân.")
    dong = list(voi_cot_so(cac_luot, request.user).order_by("ngay", "pk")[: toi_da + 1])
    if len(dong) > toi_da:
        raise LoiNghiepVu(
            f"Khoảng đã chọn có hơn {so_vn(toi_da)} lượt tiếp. Chọn khoảng ngày ngắn hơn"
            f"{' hoặc xuất Excel' if toi_da < TOI_DA_XLSX else ''}."
        )
    tu = form.cleaned_data["tu"] or (dong[0].ngay if dong else None)
    den = form.cleaned_data["den"] or (dong[-1].ngay if dong else None)
    return dong, tu, den


def _mo_ta_xuat(tu: date | None, den: date | None, so_dong: int) -> str:
    return f"Mẫu 03/TCD từ {ngay_vn(tu) or '…'} đến {ngay_vn(den) or '…'}: {so_vn(so_dong)} lượt"


def _ten_tep(tu: date | None, den: date | None) -> str:
    khoang = "_".join(ngay.isoformat() for ngay in (tu, den) if ngay)
    return f"so-tiep-cong-dan_{khoang}" if khoang else "so-tiep-cong-dan"
