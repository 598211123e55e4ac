"""The register of petitions: search, filters in the URL, pages by key from either end, export."""

from datetime import date, timedelta
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import FileResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from donthu.bo_loc import DANG_MO, BoLocDon
from donthu.models import DonThu
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.tim_don import TOI_DA, tim
from donthu.trinh_bay import han_gan_nhat
from donthu.xuat_so import xuat_so
from tochuc.bang_tinh import LOAI_XLSX
from tochuc.bo_loc import cac_chip
from tochuc.dinh_dang import ngay_vn, so_vn
from tochuc.models import NgayNghi, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.phan_trang import MOI_TRANG, TrangDong, phan_trang
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

THAY_DON = (Quyen.XEM_MOI_DON, Quyen.XEM_TO_CAO, Quyen.NHAP_DON, Quyen.GIAI_QUYET)
THU_TU = ("-ngay_nhan", "-pk")
COT = (
    "ma",
    "loai",
    "lan",
    "ngay_nhan",
    "so_nguoi",
    "tom_tat",
    "trang_thai",
    "dang_tam_dinh_chi",
    "ma_nguoi_to_cao",
    "cong_dan__ho_ten",
    "linh_vuc__ten",
    "don_vi__ten",
)


@can_quyen(*THAY_DON)
@require_safe
def danh_sach(request):
    ngay = timezone.localdate()
    loc = BoLocDon(request.GET, queryset=DonThu.objects.for_user(request.user), ngay=ngay)
    cau = request.GET.get("q", "").strip()
    trang, con_nua = trang_tim(loc.qs, cau, request.GET) if cau else (_trang_so(loc.qs, request.GET), False)
    han = han_gan_nhat(trang.dong, ngay, NgayNghi.objects.lich())
    ngu_canh = {
        "loc": loc,
        "q": cau,
        "cac_chip": cac_chip(loc.form, request.GET),
        "trang": trang,
        "con_nua": con_nua,
        "tim_toi_da": TOI_DA,
        "cac_dong": [(don, han.get(don.pk)) for don in trang],
        "loi_tat": cac_loi_tat(request.GET, ngay),
        "tham_so": request.GET.urlencode(),
        "duoc_nhap": request.user.co_quyen(Quyen.NHAP_DON),
    }
    return render(request, "donthu/danh_sach.html", ngu_canh)


@can_quyen(*THAY_DON)
@require_safe
def xuat(request):
    """The filtered register as a workbook. Who took it out, and by which filters, is written in the log."""
    ngay = timezone.localdate()
    loc = BoLocDon(request.GET, queryset=DonThu.objects.for_user(request.user), ngay=ngay)
    cac_don, cau = loc.qs, request.GET.get("q", "").strip()
    khoa = tim(cac_don, cau).khoa if cau else None
    dieu_kien = [f"{chip['nhan']}: {chip['gia_tri']}" for chip in cac_chip(loc.form, request.GET)]
    tep, so_dong = xuat_so(cac_don, khoa, dieu_kien, ngay)
    # What was typed may be a name: the log says only that something was.
    ghi = "; ".join([*dieu_kien, *(["có từ khóa tìm"] if cau else [])]) or "không lọc"
    NhatKy.ghi(request.user, ViecNhatKy.XUAT, "don_thu", f"{so_vn(so_dong)} đơn; {ghi}"[:500])
    return FileResponse(tep, as_attachment=True, filename=f"Don-thu-{ngay:%d-%m-%Y}.xlsx", content_type=LOAI_XLSX)


def _trang_so(cac_don: QuerySet[DonThu], tham_so: QueryDict) -> TrangDong:
    return phan_trang(_cot(cac_don), tham_so, thu_tu=THU_TU, danh_tu="đơn")


def _cot(cac_don: QuerySet[DonThu]) -> QuerySet[DonThu]:
    return cac_don.select_related("cong_dan", "linh_vuc", "don_vi").only(*COT)


def trang_tim(cac_don: QuerySet[DonThu], cau: str, tham_so: QueryDict) -> tuple[TrangDong, bool]:
    """A page of what `cau` finds, best first, and whether older matches were left out."""
    ket_qua = tim(cac_don, cau)
    tong = len(ket_qua.khoa)
    so_trang = max(1, -(-tong // MOI_TRANG))
    chu = tham_so.get("trang", "")
    trang = min(max(int(chu), 1), so_trang) if chu.isdecimal() else 1
    khoa = ket_qua.khoa[(trang - 1) * MOI_TRANG : trang * MOI_TRANG]
    theo_khoa = {don.pk: don for don in _cot(DonThu.objects.filter(pk__in=khoa))}
    dau, sau = trang > 1, trang < so_trang

    def dia_chi(so: int) -> str:
        moi = tham_so.copy()
        moi["trang"] = str(so)
        return f"?{moi.urlencode()}"

    return (
        TrangDong(
            dong=[theo_khoa[pk] for pk in khoa if pk in theo_khoa],
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
