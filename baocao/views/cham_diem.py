"""The yearly scorecards: all units for who reads reports, their own unit for the others; the rows behind a number."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from baocao.cham_diem import NamDiem, PhieuDiem, cham_diem, don_vi_duoc_cham, nam_diem, xep_thu_tu
from baocao.dau_giay import dau_giay
from baocao.ky import NAM_DAU, ky_hien_tai
from baocao.tieu_chi import CONG_TRU, CONG_TRU_THEO_MA, NGUONG, TIEU_CHI, TIEU_CHI_THEO_MA
from baocao.views.dong_diem import bang_dong
from baocao.views.gui_tep import gui_tep
from tochuc.in_an import in_pdf
from tochuc.models import DonVi, NgayNghi, NhanVien
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

SO_NAM_TRUOC = 3


@can_quyen(Quyen.BAO_CAO)
@require_safe
def danh_sach(request):
    """Every unit in one report year (`nam`, the present one unless asked)."""
    nam_nay = _nam_nay()
    chu = request.GET.get("nam", "")
    nam = _nam_diem(int(chu) if chu.isdecimal() and NAM_DAU <= int(chu) <= nam_nay else nam_nay)
    return render(
        request,
        "baocao/cham_diem.html",
        {
            "nam": nam,
            "cac_nam": _cac_nam(nam.nam),
            "cac_phieu": _moi_don_vi(nam),
            "tieu_chi": TIEU_CHI,
            "cong_tru": CONG_TRU,
            "nguong": NGUONG,
        },
    )


@can_quyen(Quyen.GIAI_QUYET)
@require_safe
def cua_toi(request):
    """To this year's scorecard of one's own unit."""
    if not request.user.don_vi_id:
        raise Http404
    return redirect("baocao:cham_diem_don_vi", _nam_nay(), request.user.don_vi_id)


@can_quyen(Quyen.BAO_CAO, Quyen.GIAI_QUYET)
@require_safe
def mot_don_vi(request, nam: int, don_vi: int):
    """One unit: each criterion with its fraction, its points and the way to its rows."""
    return render(
        request,
        "baocao/cham_diem_don_vi.html",
        {
            "phieu": _phieu(request.user, nam, don_vi),
            "cac_nam": _cac_nam(nam),
            "nguong": NGUONG,
            "moi_don_vi": request.user.co_quyen(Quyen.BAO_CAO),
        },
    )


@can_quyen(Quyen.BAO_CAO, Quyen.GIAI_QUYET)
@require_safe
def dong_cua_tieu_chi(request, nam: int, don_vi: int, ma: str):
    """The rows that make one number of one unit, as far as this person may see them."""
    tieu_chi = TIEU_CHI_THEO_MA.get(ma) or CONG_TRU_THEO_MA.get(ma)
    if tieu_chi is None:
        raise Http404
    cua_ai, nam_cham = _don_vi(request.user, don_vi), _nam_diem(nam)
    return render(
        request,
        "baocao/cham_diem_dong.html",
        {
            "nam": nam_cham,
            "don_vi": cua_ai,
            "tieu_chi": tieu_chi,
            "la_ty_le": ma in TIEU_CHI_THEO_MA,
            "moi_don_vi": request.user.co_quyen(Quyen.BAO_CAO),
            **bang_dong(ma, nam_cham, cua_ai, request),
        },
    )


@can_quyen(Quyen.BAO_CAO)
@require_safe
def in_bang(request, nam: int):
    """All units on A4 landscape."""
    nam_cham = _nam_diem(nam)
    ngu_canh = {
        **dau_giay("BẢNG ĐIỂM", f"Công tác tiếp công dân, giải quyết đơn của các đơn vị năm {nam}"),
        "nam": nam_cham,
        "cac_phieu": _moi_don_vi(nam_cham),
        "tieu_chi": TIEU_CHI,
        "cong_tru": CONG_TRU,
        "noi_nhan": ["Ban Giám đốc", "Các khoa, phòng", "Lưu: VT, TCHC"],
    }
    return _tep_in(request, "baocao/in/cham_diem.html", ngu_canh, f"bang-diem-{nam}", f"cham_diem:{nam}")


@can_quyen(Quyen.BAO_CAO, Quyen.GIAI_QUYET)
@require_safe
def in_phieu(request, nam: int, don_vi: int):
    """One unit on A4."""
    phieu = _phieu(request.user, nam, don_vi)
    ngu_canh = {
        **dau_giay("PHIẾU ĐIỂM", f"Công tác tiếp công dân, giải quyết đơn năm {nam} của {phieu.don_vi}"),
        "phieu": phieu,
    }
    ma = phieu.don_vi.ma
    return _tep_in(
        request, "baocao/in/cham_diem_don_vi.html", ngu_canh, f"phieu-diem-{nam}-{ma}", f"cham_diem:{nam}:{ma}"
    )


def _nam_nay() -> int:
    return ky_hien_tai(timezone.localdate()).nam


def _nam_diem(nam: int) -> NamDiem:
    """A year that has begun; another one is no page."""
    if not NAM_DAU <= nam <= _nam_nay():
        raise Http404
    return nam_diem(nam, timezone.localdate(), NgayNghi.objects.lich())


def _cac_nam(nam: int) -> list[int]:
    nam_nay = _nam_nay()
    return sorted({*range(nam_nay - SO_NAM_TRUOC, nam_nay + 1), nam})


def _moi_don_vi(nam: NamDiem) -> list[PhieuDiem]:
    return xep_thu_tu(cham_diem(nam, don_vi_duoc_cham()))


def _don_vi(nguoi: NhanVien, khoa: int) -> DonVi:
    """Who does not read reports sees only his own unit."""
    if not nguoi.co_quyen(Quyen.BAO_CAO) and khoa != nguoi.don_vi_id:
        raise PermissionDenied
    return get_object_or_404(don_vi_duoc_cham(), pk=khoa)


def _phieu(nguoi: NhanVien, nam: int, khoa: int) -> PhieuDiem:
    don_vi = _don_vi(nguoi, khoa)
    return cham_diem(_nam_diem(nam), [don_vi])[0]


def _tep_in(request, mau: str, ngu_canh: dict, ten_tep: str, doi_tuong: str) -> HttpResponse:
    return gui_tep(request, in_pdf(mau, ngu_canh), f"{ten_tep}.pdf", doi_tuong=doi_tuong, ghi=ngu_canh["trich_yeu"])
