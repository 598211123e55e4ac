"""The page of one day of reception: who receives, who came, what is left to close."""

from datetime import date, timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from tiepdan import actions
from tiepdan.hinh_thuc import NguoiTiep
from tiepdan.models import LichTiep, LuotTiep, NgayDaKhoa
from tochuc.forms import TruongNgay
from tochuc.models import CauHinh, NgayNghi, NhanVien
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

TOI_DA = 200  # visits of one day; more than a counter can receive
SO_NGAY_NHAC = 10  # days left open that the page names


@can_quyen(Quyen.TIEP_DAN, Quyen.XEM_SO_TIEP, Quyen.LICH_TIEP)
@require_safe
def hom_nay(request):
    nay = timezone.localdate()
    ngay = _doc_ngay(request.GET.get("ngay", "")) or nay
    cac_luot = (
        LuotTiep.objects.for_user(request.user)
        .filter(ngay=ngay)
        .select_related("cong_dan", "don", "can_bo")
        .only(
            "ma", "gio", "nguoi_tiep", "loai", "so_nguoi", "noi_dung", "ket_qua", "huong", "so_bien_nhan",
            "can_bo__ho_ten", "cong_dan__ho_ten", "don__ma", "don__loai", "don__ma_nguoi_to_cao",
        )
        .order_by("-pk")[:TOI_DA]
    )  # fmt: skip
    lich = NgayNghi.objects.lich()
    duoc_ghi = request.user.co_quyen(Quyen.TIEP_DAN)
    return render(
        request,
        "tiepdan/hom_nay.html",
        {
            "ngay": ngay,
            "hom_nay": nay,
            "ngay_truoc": ngay - timedelta(days=1),
            "ngay_sau": ngay + timedelta(days=1) if ngay < nay else None,
            "ly_do_nghi": "" if lich.la_ngay_lam_viec(ngay) else lich.ngay_nghi.get(ngay, "nghỉ cuối tuần"),
            "lich_ngay": LichTiep.objects.filter(ngay=ngay, da_huy=False).select_related("can_bo"),
            "cac_luot": cac_luot,
            "da_khoa": NgayDaKhoa.objects.filter(ngay=ngay).select_related("nguoi").first(),
            "thang_nay": _ngay_cua_thu_truong(ngay),
            "cau_hinh": CauHinh.hien_hanh(),
            "duoc_ghi": duoc_ghi,
            "ngay_chua_khoa": _ngay_chua_khoa(request.user, nay) if duoc_ghi else [],
        },
    )


@can_quyen(Quyen.TIEP_DAN)
@require_POST
def khoa_ngay(request):
    """Close the register of the day that the page showed."""
    ngay = _doc_ngay(request.POST.get("ngay", ""))
    if ngay is None:
        messages.error(request, "Không đọc được ngày cần khóa sổ.")
        return redirect("tiepdan:hom_nay")
    actions.khoa_ngay(ngay, nguoi=request.user)
    messages.success(request, f"Đã khóa Sổ tiếp công dân ngày {ngay:%d/%m/%Y}.")
    return redirect(reverse("tiepdan:hom_nay", query={"ngay": ngay.isoformat()}))


def _doc_ngay(chu: str) -> date | None:
    try:
        return TruongNgay(required=False).clean(chu)
    except ValidationError:
        return None


def _ngay_cua_thu_truong(ngay: date) -> list[LichTiep]:
    """Days of the head in the month of `ngay`, cancelled ones left out."""
    trong_thang = LichTiep.objects.filter(ngay__year=ngay.year, ngay__month=ngay.month, da_huy=False)
    return list(trong_thang.filter(nguoi_tiep=NguoiTiep.THU_TRUONG).select_related("can_bo"))


def _ngay_chua_khoa(nguoi: NhanVien, nay: date) -> list[date]:
    """Earlier days of the last month with visits that `nguoi` sees and still open, newest first."""
    cac_ngay = LuotTiep.objects.for_user(nguoi).filter(ngay__lt=nay, ngay__gte=nay - timedelta(days=31))
    con_mo = cac_ngay.exclude(ngay__in=NgayDaKhoa.objects.values("ngay")).order_by("-ngay")
    return list(con_mo.values_list("ngay", flat=True).distinct()[:SO_NGAY_NHAC])
