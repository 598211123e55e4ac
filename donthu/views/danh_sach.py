"""The register of petitions: search, filters in the URL, pages by key from either end, export."""

from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlencode

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.lookups import IsNull
from django.http import FileResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from donthu.bo_loc import DANG_MO, BoLocDon
from donthu.dong_don import cac_dong, chon_cot, theo_thu_tu
from donthu.models import DonThu, HanViec
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.tim_don import TOI_DA, tim
from donthu.xuat_so import xuat_so
from tochuc.bang_tinh import LOAI_XLSX
from tochuc.bo_loc import cac_chip
from tochuc.dinh_dang import ngay_vn, so_vn
from tochuc.models import NgayNghi, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.phan_trang import TrangDong, phan_trang
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

THAY_DON = (Quyen.XEM_MOI_DON, Quyen.XEM_TO_CAO, Quyen.NHAP_DON, Quyen.GIAI_QUYET)
THU_TU = ("-ngay_nhan", "-pk")
MOI_TRANG = 25
TRANG, CHU_SO_TRANG = "trang", 6
MO_LOC = "mo_loc"  # the panel of filters is drawn only when it is asked for: it costs more than the list


@can_quyen(*THAY_DON)
@require_safe
@vary_on_headers("HX-Request")
def danh_sach(request):
    ngay = timezone.localdate()
    tham_so = request.GET.copy()
    mo_loc = tham_so.pop(MO_LOC, None) is not None
    so_trang = doc_so_trang(tham_so.pop(TRANG, [""])[-1])
    loc = BoLocDon(tham_so, queryset=DonThu.objects.for_user(request.user), ngay=ngay)
    hop_le = loc.is_valid()
    ngu_canh = {
        "loc": loc,
        "mo_loc": mo_loc or not hop_le,
        "cac_chip": cac_chip(loc.form, tham_so),
        "dang_loc": [(ten, gia_tri) for ten, gia_tri in tham_so.items() if gia_tri and ten in loc.filters],
        "tham_so": tham_so.urlencode(),
    }
    if request.htmx and not request.htmx.history_restore_request:
        return render(request, "donthu/bo_loc.html", ngu_canh)
    cau = doc_cau(tham_so)
    trang, con_nua = trang_tim(loc.qs, cau, tham_so, so_trang) if cau else (_trang_so(loc, tham_so, ngay), False)
    ngu_canh |= {
        "q": cau,
        "trang": trang,
        "con_nua": con_nua,
        "tim_toi_da": TOI_DA,
        "cac_dong": cac_dong(trang, ngay, NgayNghi.objects.lich()),
        "loi_tat": cac_loi_tat(tham_so, ngay),
        "duoc_nhap": request.user.co_quyen(Quyen.NHAP_DON),
    }
    return render(request, "donthu/danh_sach.html", ngu_canh)


@can_quyen(*THAY_DON)
@require_safe
def xuat(request):
    """The filtered register as a workbook. Who took it out, and by which filters, is written in the log."""
    ngay = timezone.localdate()
    loc = BoLocDon(request.GET, queryset=DonThu.objects.for_user(request.user), ngay=ngay)
    cac_don, cau = loc.qs, doc_cau(request.GET)
    khoa = tim(cac_don, cau).khoa if cau else None
    dieu_kien = [f"{chip['nhan']}: {chip['gia_tri']}" for chip in cac_chip(loc.form, request.GET)]
    tep, so_dong = xuat_so(cac_don, khoa, dieu_kien, ngay)
    # What was typed may be a name: the log says only that something was.
    ghi = "; ".join([*dieu_kien, *(["có từ khóa tìm"] if cau else [])]) or "không lọc"
    NhatKy.ghi(request.user, ViecNhatKy.XUAT, "don_thu", f"{so_vn(so_dong)} đơn; {ghi}"[:500])
    return FileResponse(tep, as_attachment=True, filename=f"Don-thu-{ngay:%d-%m-%Y}.xlsx", content_type=LOAI_XLSX)


def _trang_so(loc: BoLocDon, tham_so: QueryDict, ngay: date) -> TrangDong:
    """A page of the register: newest first; the overdue alone by deadline, the longest overdue first."""
    if not loc.chi_qua_han:
        return phan_trang(loc.qs, tham_so, THU_TU, MOI_TRANG, "đơn", chon=chon_cot)
    # Through the clocks, each with a scalar: they are few, and a join may begin with all that was ever finished.
    khop = Subquery(loc.qs_moi_han.filter(pk=OuterRef("don")).order_by().values("pk"))
    han = HanViec.objects.qua_han_som_nhat(ngay).filter(IsNull(khop, False))
    trang = phan_trang(han.only("don", "han"), tham_so, ("han", "pk"), MOI_TRANG, "đơn")
    return replace(trang, dong=theo_thu_tu([dong.don_id for dong in trang]))


def doc_cau(tham_so: QueryDict) -> str:
    """What is searched for; a database takes no NUL."""
    return tham_so.get("q", "").replace("\0", " ").strip()


def doc_so_trang(chu: str) -> int:
    """Number of the page asked for, the first when it is none."""
    return max(1, int(chu)) if chu.isdecimal() and len(chu) < CHU_SO_TRANG else 1


def trang_tim(cac_don: QuerySet[DonThu], cau: str, tham_so: QueryDict, trang: int) -> tuple[TrangDong, bool]:
    """Page `trang` of what `cau` finds, best first, and whether older matches were left out."""
    ket_qua = tim(cac_don, cau)
    tong = len(ket_qua.khoa)
    so_trang = max(1, -(-tong // MOI_TRANG))
    trang = min(trang, so_trang)
    khoa = ket_qua.khoa[(trang - 1) * MOI_TRANG : trang * MOI_TRANG]
    dau, sau = trang > 1, trang < so_trang

    def dia_chi(so: int) -> str:
        moi = tham_so.copy()
        moi[TRANG] = str(so)
        return f"?{moi.urlencode()}"

    return (
        TrangDong(
            dong=theo_thu_tu(khoa),
            so_dem=f"{so_vn(tong)} đơn khớp"
            if so_trang == 1
            else f"{so_vn(tong)} đơn khớp, trang {trang} trên {so_trang}",
            dau=dia_chi(1) if dau else "",
            truoc=dia_chi(trang - 1) if dau else "",
            sau=dia_chi(trang + 1) if sau else "",
            cuoi=dia_chi(so_trang) if sau else "",
        ),
        ket_qua.con_nua,
    )


def cac_loi_tat(tham_so: QueryDict, ngay: date) -> list[dict]:
    """Views saved as plain links; the one that is open is marked."""
    dau_thang = ngay.replace(day=1)
    cuoi_thang = (dau_thang + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    cac = (
        ("Tất cả", {}),
        ("Chưa kết thúc", {"trang_thai": DANG_MO}),
        ("Chờ phân loại", {"trang_thai": TrangThai.TIEP_NHAN.value}),
        ("Đang giải quyết", {"trang_thai": TrangThai.DANG_GIAI_QUYET.value}),
        ("Quá hạn", {"qua_han": "1"}),
        ("Tháng này", {"tu": ngay_vn(dau_thang), "den": ngay_vn(cuoi_thang)}),
    )
    hien_tai = {ten: gia_tri for ten, gia_tri in tham_so.items() if gia_tri and ten in {*BoLocDon.base_filters, "q"}}
    return [{"nhan": nhan, "dia_chi": f"?{urlencode(loc)}", "dang_chon": loc == hien_tai} for nhan, loc in cac]
