"""On which days who received citizens, and what allowance that comes to: for the accountant, on the screen and on
paper."""

from datetime import date

from django.http import QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from baocao.boi_duong import BANG_MUC, DongBangKe, bang_ke
from baocao.views.gui_tep import gui_tep
from tochuc.forms import NGAY_MUON_NHAT, NGAY_SOM_NHAT
from tochuc.in_an import in_pdf
from tochuc.models import CauHinh
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen


@can_quyen(Quyen.BAO_CAO)
@require_safe
def ngay_boi_duong(request):
    """A month, `?nam=&thang=`; `phu_cap=` names those who have a phụ cấp trách nhiệm theo nghề."""
    hom_nay = timezone.localdate()
    nam, thang = doc_thang(request.GET, hom_nay)
    return render(
        request,
        "baocao/ngay_boi_duong.html",
        {
            "nam": nam,
            "thang": thang,
            "cac_nam": range(hom_nay.year - 2, hom_nay.year + 1),
            "cac_thang": range(1, 13),
            "bang_muc": BANG_MUC,
            "tham_so": request.GET.urlencode(),
            **_ngu_canh(bang_ke(nam, thang, hom_nay, doc_phu_cap(request.GET))),
        },
    )


@can_quyen(Quyen.BAO_CAO)
@require_safe
def bang_ke_pdf(request):
    """The same month as a table to sign."""
    hom_nay = timezone.localdate()
    nam, thang = doc_thang(request.GET, hom_nay)
    cau_hinh = CauHinh.hien_hanh()
    tep = in_pdf(
        "baocao/in/ngay_boi_duong.html",
        {
            "nam": nam,
            "thang": thang,
            "co_quan_chu_quan": cau_hinh.co_quan_chu_quan,
            "co_quan_ban_hanh": cau_hinh.ten_co_quan,
            "dia_danh": cau_hinh.dia_danh,
            "ngay_van_ban": None,
            "chuc_vu": cau_hinh.chuc_danh_dung_dau,
            "nguoi_ky": cau_hinh.nguoi_dung_dau,
            **_ngu_canh(bang_ke(nam, thang, hom_nay, doc_phu_cap(request.GET))),
        },
    )
    ten_tep, doi_tuong = f"ngay-tiep-cong-dan-{nam}-{thang:02d}.pdf", "Bảng kê ngày tiếp công dân"
    return gui_tep(request, tep, ten_tep, doi_tuong=doi_tuong, ghi=f"In tháng {thang}/{nam}")


def _ngu_canh(cac_dong: list[DongBangKe]) -> dict:
    return {
        "cac_dong": cac_dong,
        "tong_ngay": sum(dong.so_ngay for dong in cac_dong),
        "tong_tien": sum(dong.thanh_tien for dong in cac_dong),
        "chua_co_muc": sum(dong.chua_co_muc for dong in cac_dong),
        "tu_ngay": min(dong.tu_ngay for dong in BANG_MUC),
    }


def doc_thang(tham_so: QueryDict, hom_nay: date) -> tuple[int, int]:
    """Year and month asked for; what is no month is the present one."""
    nam, thang = tham_so.get("nam", ""), tham_so.get("thang", "")
    if not (nam.isdecimal() and thang.isdecimal()):
        return hom_nay.year, hom_nay.month
    if not (NGAY_SOM_NHAT.year <= int(nam) <= NGAY_MUON_NHAT.year and 1 <= int(thang) <= 12):
        return hom_nay.year, hom_nay.month
    return int(nam), int(thang)


def doc_phu_cap(tham_so: QueryDict) -> frozenset[int]:
    """Keys of the people named in the address."""
    return frozenset(int(khoa) for khoa in tham_so.getlist("phu_cap") if khoa.isdecimal())
