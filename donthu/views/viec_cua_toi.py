"""First the work: what lies on my desk, by deadline, each with its next step. For a visitor, who we are."""

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from donthu.ban_thao_cho import ban_thao_cho
from donthu.bo_loc import SO_NGAY_CHUA_XU_LY, dieu_kien_chua_xu_ly
from donthu.models import DonThu, HanViec
from donthu.nhac_viec import NHAC_TRUOC
from donthu.trinh_bay import BIEU_TUONG, COT_VIEC, GAP, HOM_NAY, QUA_HAN, dong_viec
from tochuc.models import NgayNghi, NhanVien
from tochuc.phan_trang import phan_trang
from tochuc.vai_tro import Quyen

THU_TU = ("han", "pk")
MOI_TRANG = 20
TRAN = 200  # counts stop there: nobody works off more from one list
VIEC_KHAC = 50  # duties without a petition: a handful
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
    nhom = nhom if nhom in khoang else ""
    cua_don, viec_khac = viec_tren_ban(nguoi), list(viec_ngoai_don(nguoi).order_by("han", "pk")[:VIEC_KHAC])
    gan_nhat = list(cua_don.order_by("han").values_list("han", flat=True)[: TRAN + 1])
    so_nhom = dem_nhom(gan_nhat, cua_don, khoang)
    so_don = len(gan_nhat)
    the_so = [_the_so(ten, so + sum(_trong(han.han, khoang[ten]) for han in viec_khac)) for ten, so in so_nhom.items()]
    if nhom:
        cua_don, so_don = cua_don.filter(han__range=khoang[nhom]), so_nhom[nhom]
        viec_khac = [han for han in viec_khac if _trong(han.han, khoang[nhom])]
    trang = phan_trang(cua_don, request.GET, THU_TU, MOI_TRANG, "việc", tran=TRAN, chon=chon_cot, so_dong=so_don)
    ngu_canh = {
        "the_so": [*the_so, *_the_chua_xu_ly(nguoi, ngay), *_the_van_ban_cho(nguoi)],
        "nhom": nhom,
        "nhan_nhom": NHAN_NHOM.get(nhom, ""),
        "trang": trang,
        "cac_viec": [dong_viec(han, nguoi, ngay, lich) for han in trang],
        "viec_khac": [dong_viec(han, nguoi, ngay, lich) for han in viec_khac],
        "ngay": ngay,
    }
    return render(request, "donthu/viec_cua_toi.html", ngu_canh)


def viec_tren_ban(nguoi: NhanVien) -> QuerySet[HanViec]:
    """Running clocks of petitions on this person's desk, of those he may see."""
    return HanViec.objects.dang_chay().cua_nguoi(nguoi).filter(don__in=DonThu.objects.for_user(nguoi).order_by())


def viec_ngoai_don(nguoi: NhanVien) -> QuerySet[HanViec]:
    """Running clocks that belong to no petition (a notice of refusal owed to a visitor)."""
    return HanViec.objects.dang_chay().cua_nguoi(nguoi).filter(don=None)


def cac_khoang(ngay: date, den: date) -> dict[str, tuple[date, date]]:
    """The groups of the counts on top, as days from and to. `den`: last day of "the next working days"."""
    truoc, sau = date.fromordinal(ngay.toordinal() - 1), date.fromordinal(ngay.toordinal() + 1)
    return {QUA_HAN: (date.min, truoc), HOM_NAY: (ngay, ngay), GAP: (sau, den)}


def chon_cot(cac_han: QuerySet[HanViec]) -> QuerySet[HanViec]:
    """What a row shows and asks, of the clock and of its petition."""
    return cac_han.select_related("don__cong_dan", "don__don_vi").only(*COT_VIEC)


def dem_nhom(gan_nhat: list[date], cua_don: QuerySet[HanViec], khoang: dict[str, tuple[date, date]]) -> dict[str, int]:
    """How many duties each group has, none counted beyond TRAN + 1.

    `gan_nhat`: the TRAN + 1 nearest deadlines of `cua_don`. They answer for every group, but for those that reach
    beyond them when somebody has more.
    """
    so_nhom = {}
    for ten, cap in khoang.items():
        so = sum(_trong(han, cap) for han in gan_nhat)
        if len(gan_nhat) > TRAN >= so and cap[1] >= gan_nhat[-1]:
            so = cua_don.filter(han__range=cap).order_by().values("pk")[: TRAN + 1].count()
        so_nhom[ten] = so
    return so_nhom


def _trong(ngay: date, khoang: tuple[date, date]) -> bool:
    return khoang[0] <= ngay <= khoang[1]


def _the_so(nhom: str, so: int) -> dict:
    return {
        "nhan": NHAN_NHOM[nhom],
        "dia_chi": f"{reverse('donthu:viec_cua_toi')}?nhom={nhom}",
        "bieu_tuong": BIEU_TUONG[nhom],
        "muc": QUA_HAN if nhom == QUA_HAN else GAP if nhom == HOM_NAY else "",
        **_so_co_tran(so),
    }


def _the_chua_xu_ly(nguoi: NhanVien, ngay: date) -> list[dict]:
    """Shown to who is answerable for the 45 days of Đ41.3b NĐ 154/2026: who classifies, and the leaders."""
    if nguoi.tap_quyen.isdisjoint({Quyen.PHAN_LOAI, Quyen.DUYET}):
        return []
    cho = DonThu.objects.for_user(nguoi).filter(dieu_kien_chua_xu_ly(ngay)).order_by()
    return [
        {
            "nhan": f"Đơn chưa xử lý quá {SO_NGAY_CHUA_XU_LY} ngày",
            "dia_chi": f"{reverse('donthu:danh_sach')}?chua_xu_ly=1",
            "bieu_tuong": "clock-exclamation",
            "muc": QUA_HAN,
            **_so_co_tran(cho.values("pk")[: TRAN + 1].count()),
        }
    ]


def _the_van_ban_cho(nguoi: NhanVien) -> list[dict]:
    """Drafts to review, to sign or to mend; shown when there are any."""
    so = ban_thao_cho(nguoi).order_by().values("pk")[: TRAN + 1].count()
    the = {"nhan": "Văn bản chờ tôi", "dia_chi": reverse("donthu:van_ban_cho"), "bieu_tuong": "signature", "muc": GAP}
    return [the | _so_co_tran(so)] if so else []


def _so_co_tran(so: int) -> dict:
    """A count that stops at TRAN, and the words that say so."""
    return {"so": min(so, TRAN), "mo_ta": "hoặc nhiều hơn" if so > TRAN else ""}
