"""The register of managing work: documents, training, checks, inspections (form 06/QLKNTC), praise and criticism."""

from django.contrib import messages
from django.db.models import Count, Q, QuerySet, Sum
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_safe

from baocao.actions.hoat_dong import luu_hoat_dong, luu_tham_du
from baocao.forms.hoat_dong import HoatDongForm, LocHoatDongForm, ThamDuForm
from baocao.models import HoatDong
from baocao.models.hoat_dong import (
    LOAI_CO_THAM_DU,
    LOAI_VAN_BAN,
    TRUONG_RIENG,
    LoaiHoatDong,
    chu_tham_du,
)
from baocao.views.khac_phuc import hien_phat_hien
from baocao.views.tep_kem import ngu_canh_tep
from tochuc.bo_loc import cac_chip
from tochuc.dinh_dang import ngay_vn, so_van, so_vn
from tochuc.forms import truong_doi
from tochuc.loi import LoiNghiepVu
from tochuc.phan_trang import phan_trang
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

DIEU_KIEN = {"loai": "loai", "tu": "ngay__gte", "den": "ngay__lte"}
TRUONG_NGUOI = ("so_nguoi", "tong_so_nguoi")


@can_quyen(Quyen.BAO_CAO)
@require_safe
def danh_sach(request):
    """Newest first; filters in the URL; what the rows found come to."""
    loc = LocHoatDongForm(request.GET)
    loc.is_valid()
    dieu_kien = {DIEU_KIEN[ten]: gia_tri for ten, gia_tri in loc.cleaned_data.items() if gia_tri}
    cac_hoat_dong = HoatDong.objects.filter(**dieu_kien)
    trang = phan_trang(cac_hoat_dong, request.GET, ("-ngay", "-pk"), danh_tu="hoạt động", chon=_kem_ton_tai)
    return render(
        request,
        "baocao/hoat_dong.html",
        {
            "form": loc,
            "cac_chip": cac_chip(loc, request.GET),
            "trang": trang,
            "cac_dong": [(dong, ket_qua(dong)) for dong in trang],
            "tong_hop": tong_hop(cac_hoat_dong),
            "duoc_ghi": request.user.co_quyen(Quyen.NHAP_SO),
        },
    )


def _kem_ton_tai(cac_hoat_dong: QuerySet) -> QuerySet:
    return cac_hoat_dong.select_related("don_vi", "sua_doi_cho").annotate(
        so_ton_tai=Count("phat_hien"),
        chua_khac_phuc=Count("phat_hien", filter=Q(phat_hien__ngay_khac_phuc=None)),
    )


def ket_qua(hoat_dong: HoatDong) -> str:
    """What came of a row of the list, in words; "" when there is nothing to say."""
    if hoat_dong.loai in LOAI_VAN_BAN:
        goc = hoat_dong.sua_doi_cho
        phan = [hoat_dong.so_ky_hieu, f"cho {goc.so_ky_hieu or goc.ma}" if goc else ""]
    elif hoat_dong.loai in LOAI_CO_THAM_DU:
        phan = [hoat_dong.nguoi_du]
    elif hoat_dong.so_don_vi:
        phan = [
            f"{so_vn(hoat_dong.so_don_vi)} đơn vị",
            f"{so_vn(hoat_dong.so_don_vi_vi_pham)} có vi phạm" if hoat_dong.so_don_vi_vi_pham else "",
            cau_ton_tai(hoat_dong.so_ton_tai, hoat_dong.chua_khac_phuc),
        ]
    else:
        phan = [hoat_dong.don_vi.ten if hoat_dong.don_vi else ""]
    return ", ".join(filter(None, phan))


def cau_ton_tai(so_ton_tai: int, chua_khac_phuc: int) -> str:
    """ "05 tồn tại, 02 chưa khắc phục"; "" when nothing was found."""
    if not so_ton_tai:
        return ""
    con = f"{so_van(chua_khac_phuc)} chưa khắc phục" if chua_khac_phuc else "đã khắc phục hết"
    return f"{so_van(so_ton_tai)} tồn tại, {con}"


def tong_hop(cac_hoat_dong: QuerySet) -> list[dict]:
    """Facts for partials/thong_tin.html on the rows that were found, the kinds that occur."""
    theo_loai = {
        muc["loai"]: muc
        for muc in cac_hoat_dong.order_by()
        .values("loai")
        .annotate(
            so=Count("pk"),
            da_du=Sum("so_nguoi"),
            phai_du=Sum("tong_so_nguoi"),
            don_vi=Sum("so_don_vi"),
            vi_pham=Sum("so_don_vi_vi_pham"),
        )
    }
    return [
        {"nhan": loai.label, "gia_tri": _cau_tong_hop(loai, theo_loai[loai])}
        for loai in LoaiHoatDong
        if loai in theo_loai
    ]


def _cau_tong_hop(loai: LoaiHoatDong, muc: dict) -> str:
    if loai in LOAI_VAN_BAN:
        return f"{so_van(muc['so'])} văn bản"
    if loai in LOAI_CO_THAM_DU:
        return "; ".join(filter(None, (f"{so_van(muc['so'])} buổi", chu_tham_du(muc["da_du"], muc["phai_du"]))))
    if muc["don_vi"]:
        return f"{so_van(muc['so'])} cuộc, {so_vn(muc['don_vi'])} lượt đơn vị, {so_van(muc['vi_pham'])} có vi phạm"
    return f"{so_van(muc['so'])} lượt"


@can_quyen(Quyen.BAO_CAO)
@require_safe
def xem(request, pk: int):
    """One activity, with what was filled in and what stands below it."""
    hoat_dong = get_object_or_404(HoatDong.objects.select_related("don_vi", "sua_doi_cho"), pk=pk)
    return render(
        request,
        "baocao/hoat_dong_xem.html",
        {
            "hoat_dong": hoat_dong,
            "cac_muc": cac_muc(hoat_dong),
            "co_tham_du": hoat_dong.loai in LOAI_CO_THAM_DU,
            "cac_tham_du": hoat_dong.tham_du.select_related("don_vi"),
            "la_kiem_tra": hoat_dong.loai == LoaiHoatDong.KIEM_TRA,
            "cac_phat_hien": hien_phat_hien(hoat_dong.phat_hien.select_related("don_vi")),
            "cac_lan_sua": hoat_dong.cac_lan_sua.all(),
            "duoc_ghi": request.user.co_quyen(Quyen.NHAP_SO),
            **ngu_canh_tep(hoat_dong, request.user),
        },
    )


def cac_muc(hoat_dong: HoatDong) -> list[dict]:
    """Facts for partials/thong_tin.html; what is empty is left out."""
    muc = [
        {"nhan": "Loại", "gia_tri": hoat_dong.get_loai_display()},
        {"nhan": "Ngày", "gia_tri": ngay_vn(hoat_dong.ngay)},
        {"nhan": "Nội dung", "gia_tri": hoat_dong.noi_dung, "rong": True},
    ]
    if hoat_dong.don_vi:
        muc.append({"nhan": "Đơn vị", "gia_tri": hoat_dong.don_vi.ten})
    if hoat_dong.nguoi_du:
        muc.append({"nhan": "Người dự", "gia_tri": hoat_dong.nguoi_du})
    if goc := hoat_dong.sua_doi_cho:
        muc.append(
            {
                "nhan": "Sửa đổi, hủy bỏ văn bản",
                "gia_tri": f"{goc.so_ky_hieu or goc.ma} ngày {ngay_vn(goc.ngay)}",
                "dia_chi": goc.get_absolute_url(),
            }
        )
    da_ghi = (*TRUONG_NGUOI, "sua_doi_cho")
    for ten in TRUONG_RIENG:
        if ten not in da_ghi and (gia_tri := getattr(hoat_dong, ten)):
            nhan = capfirst(HoatDong._meta.get_field(ten).verbose_name)
            muc.append({"nhan": nhan, "gia_tri": _chu(ten, gia_tri)})
    return muc


def _chu(ten: str, gia_tri) -> str:
    if gia_tri is True:
        return "Có"
    if isinstance(gia_tri, str):
        return gia_tri
    return ngay_vn(gia_tri) if ten.startswith("ngay_") else so_vn(gia_tri)


@can_quyen(Quyen.NHAP_SO)
@require_http_methods(["GET", "POST"])
def luu(request, pk: int | None = None):
    """Add an activity, or change one."""
    hoat_dong = get_object_or_404(HoatDong, pk=pk) if pk else None
    hom_nay = timezone.localdate()
    theo_don_vi = hoat_dong is not None and hoat_dong.tham_du.exists()
    form = HoatDongForm(request.POST or None, instance=hoat_dong, hom_nay=hom_nay, theo_don_vi=theo_don_vi)
    if form.is_valid():
        truong = truong_doi(form) if hoat_dong else form.cleaned_data
        try:
            da_luu = luu_hoat_dong(hoat_dong, nguoi=request.user, hom_nay=hom_nay, **truong)
        except LoiNghiepVu as loi:
            form.add_error(None, str(loi))
        else:
            messages.success(request, f"Đã lưu hoạt động {da_luu.ma}.", extra_tags="hoat-dong")
            return redirect(da_luu)
    return render(
        request, "baocao/hoat_dong_luu.html", {"form": form, "hoat_dong": hoat_dong, "theo_don_vi": theo_don_vi}
    )


@can_quyen(Quyen.NHAP_SO)
@require_http_methods(["GET", "POST"])
def tham_du(request, pk: int):
    """Who came from each khoa, phòng."""
    hoat_dong = get_object_or_404(HoatDong.objects.filter(loai__in=LOAI_CO_THAM_DU), pk=pk)
    form = ThamDuForm(request.POST or None, hoat_dong=hoat_dong)
    if form.is_valid():
        da_luu = luu_tham_du(hoat_dong, nguoi=request.user, so_nguoi=form.so_nguoi())
        messages.success(request, f"Đã ghi: {da_luu.nguoi_du or 'không có ai dự'}.")
        return redirect(da_luu)
    return render(request, "baocao/hoat_dong_tham_du.html", {"form": form, "hoat_dong": hoat_dong})
