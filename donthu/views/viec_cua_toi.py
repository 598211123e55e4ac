"""First the work: what lies on my desk, by deadline, each with its next step. For a visitor, who we are."""

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.db.models import Q, QuerySet
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from donthu.bo_loc import SO_NGAY_CHUA_XU_LY, dieu_kien_chua_xu_ly
from donthu.models import DonThu, HanViec
from donthu.nhac_viec import NHAC_TRUOC
from donthu.trinh_bay import BIEU_TUONG, GAP, HOM_NAY, QUA_HAN, cac_dong_viec
from tochuc.models import NgayNghi, NhanVien
from tochuc.phan_trang import TRAN_DEM, phan_trang
from tochuc.vai_tro import Quyen

# Long texts and encrypted columns that no list shows.
COT_NANG = (
    "don__tim_kiem",
    "don__tim_kiem_dau",
    "don__noi_dung_ban_hanh",
    "don__cong_dan__so_giay_to",
    "don__cong_dan__dia_chi",
    "don__cong_dan__dien_thoai",
)
NHAN_NHOM = {
    QUA_HAN: "Quá hạn",
    HOM_NAY: "Đến hạn hôm nay",
    GAP: f"Đến hạn trong {NHAC_TRUOC} ngày làm việc tới",
}


@login_not_required
@require_safe
def viec_cua_toi(request):
    nguoi = request.user
    if not nguoi.is_authenticated:
        return render(request, "gioi_thieu.html")
    ngay, lich = timezone.localdate(), NgayNghi.objects.lich()
    khoang = cac_khoang(ngay, lich.cong_ngay_lam_viec(ngay, NHAC_TRUOC))
    nhom = request.GET.get("nhom", "")
    cua_don, viec_khac = viec_tren_ban(nguoi), viec_ngoai_don(nguoi)
    the_so = [_the_so(ten, cua_don.filter(dk), viec_khac.filter(dk)) for ten, dk in khoang.items()]
    if nhom in khoang:
        cua_don, viec_khac = cua_don.filter(khoang[nhom]), viec_khac.filter(khoang[nhom])
    cot = cua_don.select_related("don__cong_dan", "don__don_vi", "don__linh_vuc").defer(*COT_NANG)
    trang = phan_trang(cot, request.GET, thu_tu=("han", "pk"), danh_tu="việc")
    ngu_canh = {
        "the_so": [*the_so, *_the_chua_xu_ly(nguoi, ngay)],
        "nhom": nhom if nhom in khoang else "",
        "nhan_nhom": NHAN_NHOM.get(nhom, ""),
        "trang": trang,
        "cac_viec": cac_dong_viec(trang.dong, nguoi, ngay, lich),
        "viec_khac": cac_dong_viec(list(viec_khac.order_by("han", "pk")[:TRAN_DEM]), nguoi, ngay, lich),
        "ngay": ngay,
    }
    return render(request, "donthu/viec_cua_toi.html", ngu_canh)


def viec_tren_ban(nguoi: NhanVien) -> QuerySet[HanViec]:
    """Running clocks of petitions on this person's desk, of those he may see."""
    return HanViec.objects.dang_chay().cua_nguoi(nguoi).filter(don__in=DonThu.objects.for_user(nguoi).order_by())


def viec_ngoai_don(nguoi: NhanVien) -> QuerySet[HanViec]:
    """Running clocks that belong to no petition (a notice of refusal owed to a visitor)."""
    return HanViec.objects.dang_chay().cua_nguoi(nguoi).filter(don=None)


def cac_khoang(ngay: date, den: date) -> dict[str, Q]:
    """The groups of the counts on top, as conditions on the deadline. `den`: last day of "the next working days"."""
    return {QUA_HAN: Q(han__lt=ngay), HOM_NAY: Q(han=ngay), GAP: Q(han__gt=ngay, han__lte=den)}


def _the_so(nhom: str, *cac_viec: QuerySet[HanViec]) -> dict:
    return {
        "nhan": NHAN_NHOM[nhom],
        "dia_chi": f"{reverse('donthu:viec_cua_toi')}?nhom={nhom}",
        "bieu_tuong": BIEU_TUONG[nhom],
        "muc": QUA_HAN if nhom == QUA_HAN else GAP if nhom == HOM_NAY else "",
        **_dem(*cac_viec),
    }


def _the_chua_xu_ly(nguoi: NhanVien, ngay: date) -> list[dict]:
    """Shown to who is answerable for the 45 days of Đ41.3b NĐ 154/2026: who classifies, and the leaders."""
    if nguoi.tap_quyen.isdisjoint({Quyen.PHAN_LOAI, Quyen.DUYET}):
        return []
    cho = DonThu.objects.for_user(nguoi).filter(dieu_kien_chua_xu_ly(ngay))
    return [
        {
            "nhan": f"Đơn chưa xử lý quá {SO_NGAY_CHUA_XU_LY} ngày",
            "dia_chi": f"{reverse('donthu:danh_sach')}?chua_xu_ly=1",
            "bieu_tuong": "clock-exclamation",
            "muc": QUA_HAN,
            **_dem(cho),
        }
    ]


def _dem(*cac_dong: QuerySet) -> dict:
    """A count that stops at TRAN_DEM, and the words that say so."""
    so = sum(dong.order_by().values("pk")[: TRAN_DEM + 1].count() for dong in cac_dong)
    return {"so": min(so, TRAN_DEM), "mo_ta": "hoặc nhiều hơn" if so > TRAN_DEM else ""}
