"""Plans of the centre: their tasks by group, how far each is, what is late; one task; the annex on paper.

Heads of units, who read no reports, see here the tasks of their unit and nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.db.models import F, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baocao.actions.han_noi_bo import duoc_lam
from baocao.actions.ke_hoach import cap_nhat_nhiem_vu, lay_nhiem_vu_mau, luu_ke_hoach, luu_nhiem_vu, xoa_nhiem_vu
from baocao.forms.ke_hoach import CapNhatForm, KeHoachForm, LocNhiemVuForm, NhiemVuForm, TinhTrangNhiemVu
from baocao.models import KeHoach, NhiemVu
from baocao.models.ke_hoach import NhomNhiemVu
from baocao.views.gui_tep import gui_tep
from baocao.views.tep_kem import ngu_canh_tep
from donthu.models import HanViec
from donthu.trinh_bay import HanHien, hien_han
from donthu.viec import Viec
from tochuc.bo_loc import cac_chip
from tochuc.dinh_dang import ngay_vn, phan_tram
from tochuc.forms import truong_doi
from tochuc.in_an import in_pdf
from tochuc.lich import Lich
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, DonVi, NgayNghi, NhanVien
from tochuc.models.don_vi import LoaiDonVi
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

MOI_KHOA_PHONG = "Các khoa, phòng, bộ phận"
SO_LA_MA = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
DEM_RONG = {"tong": 0, "xong": 0, "dung_han": 0, "qua_han": 0}


@dataclass(frozen=True)
class DongNhiemVu:
    """A task as a row. `han`: how far its deadline is, None once done; `phoi_hop`: who takes part, in words."""

    nhiem_vu: NhiemVu
    phoi_hop: str
    han: HanHien | None

    @property
    def dung_han(self) -> bool:
        return self.han is None and self.nhiem_vu.ngay_xong <= self.nhiem_vu.han


@dataclass(frozen=True)
class NhomHien:
    """One group of a plan: how far it is, in words, and those of its tasks that are shown."""

    nhom: NhomNhiemVu
    tinh_hinh: str
    cac_dong: list[DongNhiemVu]


@can_quyen(Quyen.BAO_CAO, Quyen.GIAI_QUYET)
@require_safe
def danh_sach(request):
    """The plans, newest first, each with how far its tasks are, as far as this person sees them."""
    nguoi = request.user
    theo_ke_hoach = {
        muc["ke_hoach"]: muc for muc in NhiemVu.objects.for_user(nguoi).dem(timezone.localdate(), "ke_hoach")
    }
    cac_dong = [(muc, theo_ke_hoach.get(muc.pk, DEM_RONG)) for muc in KeHoach.objects.for_user(nguoi)]
    ngu_canh = {"cac_dong": cac_dong, "duoc_lap": duoc_lap(nguoi), "chi_don_vi": not nguoi.co_quyen(Quyen.BAO_CAO)}
    return render(request, "baocao/ke_hoach.html", ngu_canh)


@can_quyen(Quyen.BAO_CAO, Quyen.GIAI_QUYET)
@require_safe
def xem(request, pk: int):
    """One plan: what its groups come to, and the tasks that the filters of the URL leave, those not done first."""
    nguoi, hom_nay = request.user, timezone.localdate()
    ke_hoach = get_object_or_404(KeHoach.objects.for_user(nguoi), pk=pk)
    chi_don_vi = not nguoi.co_quyen(Quyen.BAO_CAO)
    loc = LocNhiemVuForm(request.GET, mot_don_vi=chi_don_vi)
    loc.is_valid()
    thay = ke_hoach.nhiem_vu.for_user(nguoi)
    theo = {muc["nhom"]: muc for muc in thay.dem(hom_nay, "nhom")}
    cac_dong = hien_nhiem_vu(_loc(thay, loc.cleaned_data, hom_nay), hom_nay, NgayNghi.objects.lich())
    return render(
        request,
        "baocao/ke_hoach_xem.html",
        {
            "ke_hoach": ke_hoach,
            "form": loc,
            "cac_chip": cac_chip(loc, request.GET),
            "cac_nhom": theo_nhom(cac_dong, theo),
            "the_so": the_so(ke_hoach, theo),
            "duoc_lap": duoc_lap(nguoi),
            "chi_don_vi": chi_don_vi,
        },
    )


def duoc_lap(nguoi: NhanVien) -> bool:
    """Who makes plans and gives tasks."""
    return nguoi.co_quyen(Quyen.BAO_CAO, Quyen.NHAP_SO)


def _loc(cac_nhiem_vu, dieu_kien: dict, hom_nay: date):
    """The tasks that the filters leave: not done first, by deadline, so what is late stands on top."""
    tinh_trang = {
        TinhTrangNhiemVu.CHUA_XONG: Q(ngay_xong=None),
        TinhTrangNhiemVu.QUA_HAN: Q(ngay_xong=None, han__lt=hom_nay),
        TinhTrangNhiemVu.DA_XONG: Q(ngay_xong__isnull=False),
    }
    if don_vi := dieu_kien.get("don_vi"):
        cac_nhiem_vu = cac_nhiem_vu.cua_don_vi(don_vi.pk)
    if nhom := dieu_kien.get("nhom"):
        cac_nhiem_vu = cac_nhiem_vu.filter(nhom=nhom)
    return cac_nhiem_vu.filter(tinh_trang.get(dieu_kien.get("tinh_trang"), Q())).order_by(
        F("ngay_xong").asc(nulls_first=True), "han", "pk"
    )


def hien_nhiem_vu(cac_nhiem_vu, hom_nay: date, lich: Lich) -> list[DongNhiemVu]:
    """Tasks as rows, in three queries whatever their number."""
    khoa_phong = moi_khoa_phong()
    return [
        DongNhiemVu(nhiem_vu, phoi_hop_chu(nhiem_vu, khoa_phong), han_cua(nhiem_vu, hom_nay, lich))
        for nhiem_vu in cac_nhiem_vu.select_related("don_vi").prefetch_related("phoi_hop")
    ]


def moi_khoa_phong() -> frozenset[int]:
    """Keys of the units that are given work, without Ban Giám đốc."""
    khoa_phong = DonVi.objects.filter(hoat_dong=True, duoc_giao=True).exclude(loai=LoaiDonVi.BAN_GIAM_DOC)
    return frozenset(khoa_phong.values_list("pk", flat=True))


def phoi_hop_chu(nhiem_vu: NhiemVu, khoa_phong: frozenset[int]) -> str:
    """Who takes part, by name; all of `khoa_phong` in one word."""
    cac_don_vi = nhiem_vu.phoi_hop.all()
    if khoa_phong and khoa_phong <= {nhiem_vu.don_vi_id, *(dv.pk for dv in cac_don_vi)}:
        return MOI_KHOA_PHONG
    return "; ".join(dv.ten for dv in cac_don_vi)


def han_cua(nhiem_vu: NhiemVu, hom_nay: date, lich: Lich) -> HanHien | None:
    """How far the deadline of a task is; None once it is done."""
    if nhiem_vu.ngay_xong:
        return None
    return hien_han(HanViec(viec=Viec.NHIEM_VU, han=nhiem_vu.han), hom_nay, lich)


def theo_nhom(cac_dong: Iterable[DongNhiemVu], theo: dict[str, dict]) -> list[NhomHien]:
    """The rows under their groups, in the order of the plan. `theo`: counts of each group."""
    nhom: dict[str, list[DongNhiemVu]] = {}
    for dong in cac_dong:
        nhom.setdefault(dong.nhiem_vu.nhom, []).append(dong)
    return [NhomHien(muc, tinh_hinh(theo[muc]), nhom[muc]) for muc in NhomNhiemVu if muc in nhom]


def tinh_hinh(dem: dict) -> str:
    """Counts in words: "3/4 hoàn thành (75,00%), 2 đúng hạn, 1 quá hạn"."""
    phan = [f"{dem['xong']}/{dem['tong']} hoàn thành ({phan_tram(dem['xong'], dem['tong'])})"]
    if dem["xong"]:
        phan.append(f"{dem['dung_han']} đúng hạn")
    if dem["qua_han"]:
        phan.append(f"{dem['qua_han']} quá hạn")
    return ", ".join(phan)


def _ty_le(dem: dict) -> str:
    """Share of what is done, and of that in time."""
    dung_han = f", {dem['dung_han']} đúng hạn" if dem["xong"] else ""
    return f"Đạt {phan_tram(dem['xong'], dem['tong'])}{dung_han}"


def the_so(ke_hoach: KeHoach, theo: dict[str, dict]) -> list[dict]:
    """Cards of partials/the_so.html over all groups, each leading to its tasks; none for a plan without tasks."""
    if not theo:
        return []
    tong = {ten: sum(dem[ten] for dem in theo.values()) for ten in DEM_RONG}
    cac_the = (
        ("Nhiệm vụ", tong["tong"], "", "target-arrow", ""),
        ("Đã hoàn thành", tong["xong"], TinhTrangNhiemVu.DA_XONG, "circle-check", _ty_le(tong)),
        ("Chưa hoàn thành", tong["tong"] - tong["xong"], TinhTrangNhiemVu.CHUA_XONG, "hourglass-low", ""),
        ("Quá hạn", tong["qua_han"], TinhTrangNhiemVu.QUA_HAN, "alert-triangle", ""),
    )
    return [
        {
            "nhan": nhan,
            "so": so,
            "dia_chi": ke_hoach.get_absolute_url() + (f"?tinh_trang={loc}" if loc else ""),
            "bieu_tuong": bieu_tuong,
            "mo_ta": mo_ta,
            "muc": "qua_han" if loc == TinhTrangNhiemVu.QUA_HAN else "",
        }
        for nhan, so, loc, bieu_tuong, mo_ta in cac_the
    ]


@can_quyen(Quyen.NHAP_SO)
@require_http_methods(["GET", "POST"])
def luu(request, pk: int | None = None):
    """Add a plan, or change one."""
    ke_hoach = get_object_or_404(KeHoach, pk=pk) if pk else None
    form = KeHoachForm(request.POST or None, instance=ke_hoach, initial={"nam": timezone.localdate().year})
    if form.is_valid():
        truong = truong_doi(form) if ke_hoach else form.cleaned_data
        da_luu = luu_ke_hoach(ke_hoach, nguoi=request.user, **truong)
        messages.success(request, "Đã lưu kế hoạch.", extra_tags="ke-hoach")
        return redirect(da_luu)
    return render(request, "baocao/ke_hoach_luu.html", {"form": form, "ke_hoach": ke_hoach})


@can_quyen(Quyen.NHAP_SO)
@require_POST
def lay_mau(request, pk: int):
    """Fill an empty plan with the usual tasks."""
    ke_hoach = get_object_or_404(KeHoach, pk=pk)
    cac_nhiem_vu = lay_nhiem_vu_mau(ke_hoach, nguoi=request.user)
    messages.success(request, f"Đã thêm {len(cac_nhiem_vu)} nhiệm vụ mẫu. Xin xem lại đơn vị, thời hạn của từng việc.")
    return redirect(ke_hoach)


@can_quyen(Quyen.NHAP_SO)
@require_http_methods(["GET", "POST"])
def them_nhiem_vu(request, pk: int):
    """Add a task to a plan."""
    ke_hoach = get_object_or_404(KeHoach, pk=pk)
    return _trang_luu(request, NhiemVu(ke_hoach=ke_hoach, ngay_giao=ke_hoach.ngay))


@can_quyen(Quyen.NHAP_SO)
@require_http_methods(["GET", "POST"])
def sua_nhiem_vu(request, pk: int):
    """Change a task: words, units, days."""
    return _trang_luu(request, get_object_or_404(NhiemVu.objects.select_related("ke_hoach"), pk=pk))


def _trang_luu(request, nhiem_vu: NhiemVu):
    form = NhiemVuForm(request.POST or None, instance=nhiem_vu)
    if form.is_valid():
        try:
            da_luu = luu_nhiem_vu(nhiem_vu, nguoi=request.user, **form.cleaned_data)
        except LoiNghiepVu as loi:
            form.add_error(None, str(loi))
        else:
            messages.success(request, "Đã lưu nhiệm vụ.", extra_tags="nhiem-vu")
            return redirect(da_luu)
    return render(request, "baocao/nhiem_vu_luu.html", {"form": form, "nhiem_vu": nhiem_vu})


@can_quyen(Quyen.NHAP_SO)
@require_POST
def xoa(request, pk: int):
    """Take out a task that nobody has worked on."""
    nhiem_vu = get_object_or_404(NhiemVu.objects.select_related("ke_hoach"), pk=pk)
    xoa_nhiem_vu(nhiem_vu, nguoi=request.user)
    messages.success(request, "Đã xóa nhiệm vụ.")
    return redirect(nhiem_vu.ke_hoach)


@can_quyen(Quyen.BAO_CAO, Quyen.GIAI_QUYET)
@require_http_methods(["GET", "POST"])
def nhiem_vu(request, pk: int):
    """One task: what it is, how it went; the unit in charge says here how far it is."""
    nguoi, hom_nay = request.user, timezone.localdate()
    thay = NhiemVu.objects.for_user(nguoi).select_related("ke_hoach", "don_vi").prefetch_related("phoi_hop")
    viec = get_object_or_404(thay, pk=pk)
    form = CapNhatForm(request.POST or None, request.FILES or None, nhiem_vu=viec, nguoi=nguoi, hom_nay=hom_nay)
    if form.is_valid():
        try:
            cap_nhat_nhiem_vu(viec, nguoi=nguoi, luc=timezone.now(), **form.cleaned_data)
        except LoiNghiepVu as loi:
            form.add_error(None, str(loi))
        else:
            messages.success(request, "Đã cập nhật tiến độ.")
            return redirect(viec)
    duoc_cap_nhat = duoc_lam(viec.don_vi, nguoi) and (viec.ngay_xong is None or duoc_lap(nguoi))
    return render(
        request,
        "baocao/nhiem_vu.html",
        {
            "nhiem_vu": viec,
            "han": han_cua(viec, hom_nay, NgayNghi.objects.lich()),
            "cac_muc": cac_muc(viec),
            "cac_cap_nhat": viec.cap_nhat.select_related("nguoi").order_by("-luc", "-pk"),
            "form": form if duoc_cap_nhat else None,
            "duoc_lap": duoc_lap(nguoi),
            **ngu_canh_tep(viec, nguoi),
        },
    )


def cac_muc(nhiem_vu: NhiemVu) -> list[dict]:
    """Facts for partials/thong_tin.html; what is empty is left out."""
    muc = [
        {"nhan": "Nhóm", "gia_tri": nhiem_vu.get_nhom_display()},
        {"nhan": "Đơn vị chủ trì", "gia_tri": nhiem_vu.don_vi.ten},
        {"nhan": "Ngày giao", "gia_tri": ngay_vn(nhiem_vu.ngay_giao)},
        {"nhan": "Hạn hoàn thành", "gia_tri": ngay_vn(nhiem_vu.han)},
        {"nhan": "Ngày hoàn thành", "gia_tri": ngay_vn(nhiem_vu.ngay_xong)},
        {"nhan": "Đơn vị phối hợp", "gia_tri": phoi_hop_chu(nhiem_vu, moi_khoa_phong()), "rong": True},
        {"nhan": "Sản phẩm phải có", "gia_tri": nhiem_vu.san_pham, "rong": True},
        {"nhan": "Minh chứng đã có", "gia_tri": nhiem_vu.minh_chung, "rong": True},
    ]
    return [dong for dong in muc if dong["gia_tri"]]


@can_quyen(Quyen.BAO_CAO)
@require_safe
def phu_luc(request, pk: int):
    """Annex of the plan as PDF: who does what by when."""
    ke_hoach = get_object_or_404(KeHoach, pk=pk)
    cau_hinh = CauHinh.hien_hanh()
    hom_nay = timezone.localdate()
    theo = {muc["nhom"]: muc for muc in ke_hoach.nhiem_vu.dem(hom_nay, "nhom")}
    cac_nhom = theo_nhom(hien_nhiem_vu(ke_hoach.nhiem_vu.all(), hom_nay, NgayNghi.objects.lich()), theo)
    tep = in_pdf(
        "baocao/in/phu_luc_ke_hoach.html",
        {
            "ke_hoach": ke_hoach,
            "cac_nhom": list(zip(SO_LA_MA, cac_nhom, strict=False)),
            "co_quan_ban_hanh": cau_hinh.ten_co_quan,
        },
    )
    ten_tep, doi_tuong = f"phu-luc-ke-hoach-{ke_hoach.nam}.pdf", f"ke_hoach:{ke_hoach.pk}"
    return gui_tep(request, tep, ten_tep, doi_tuong=doi_tuong, ghi="In phụ lục phân công nhiệm vụ")
