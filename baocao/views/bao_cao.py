"""The periods of a year, the six forms of a period, their files, and the rows behind each number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from baocao.bieu_mau import (
    CHUNG,
    GHI_CHU,
    GHI_CHU_CHUNG,
    TEN_CHUNG,
    BaoCaoSoLieu,
    BieuMau,
    GiaTri,
    HangTu,
    KiemTra,
    OTieuDe,
    cay_tieu_de,
    doi_chieu,
    lay_che_do,
)
from baocao.han_nop import NHAC_QUA_HAN, han_nop
from baocao.ky import NAM_DAU, KyBaoCao, cac_ky, cac_mau_ky, ky_hien_tai, ky_sap_han
from baocao.lap_bieu import lap_bieu
from baocao.models import BaoCaoKy, BuocBaoCao
from baocao.models.bao_cao import TrangThaiBaoCao
from baocao.so_lieu import CAC_COT, tinh_bao_cao, tinh_cot
from baocao.trinh_bay import cat_ms
from baocao.views.bieu_do import ngu_canh_nam
from baocao.views.dong_so import bang_dong
from baocao.views.gui_tep import KIEU_TEP, gui_tep
from donthu.trinh_bay import THUONG, HanHien, con_lai_chu, muc_han
from tochuc.dinh_dang import so_vn, ten_trong_cau
from tochuc.lich import Lich
from tochuc.models import CauHinh, DonVi, NgayNghi
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

NAM_CUOI = 2100
SO_NAM_TRUOC = 3
CHO_NGAT = "\u200b"  # where a long formula of the MS row may break
DIA_CHI_CHUNG = "chung"  # in an address, the row of what is no unit's own
PHEP_CHU = {"==": "=", "<=": "≤", ">=": "≥"}


# --- Periods ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class DongKy:
    """One period in the list."""

    ky: KyBaoCao
    han_nop: date
    trang_thai: str
    la_ke_tiep: bool
    bao_cao: BaoCaoKy | None
    buoc: BuocBaoCao | None
    """The last step of the report: who took it, when."""
    nhac: HanHien | None
    """That it is due soon or overdue; None once it has left for the Sở."""


@can_quyen(Quyen.BAO_CAO)
@require_safe
def danh_sach(request):
    """The seven periods of one report year (`nam`, the present one unless asked)."""
    hom_nay = timezone.localdate()
    nam_nay = ky_hien_tai(hom_nay).nam
    chu = request.GET.get("nam", "")
    nam = int(chu) if chu.isdecimal() and NAM_DAU <= int(chu) <= NAM_CUOI else nam_nay
    cau_hinh = CauHinh.hien_hanh()
    ke_tiep = ky_sap_han(hom_nay)
    # The last version of each period, its last step: later rows of the same key replace the earlier.
    cac_bao_cao = {dong.ma_ky: dong for dong in BaoCaoKy.objects.filter(nam=nam).order_by("phien_ban")}
    cac_buoc = BuocBaoCao.objects.filter(bao_cao__in=cac_bao_cao.values()).select_related("nguoi")
    buoc_cuoi = {buoc.bao_cao_id: buoc for buoc in cac_buoc.order_by("luc", "pk")}
    lich = NgayNghi.objects.lich()
    return render(
        request,
        "baocao/danh_sach.html",
        {
            "cau_hinh": cau_hinh,
            "nam": nam,
            "cac_nam": sorted({*range(nam_nay - SO_NAM_TRUOC, nam_nay + 1), nam}),
            "cac_dong": [
                DongKy(
                    ky,
                    han := han_nop(ky, cau_hinh.ngay_nop_bao_cao),
                    trang_thai_ky(ky, han, hom_nay),
                    ky in ke_tiep,
                    bao_cao := cac_bao_cao.get(ky.ma),
                    buoc_cuoi.get(bao_cao.pk) if bao_cao else None,
                    nhac_nop(bao_cao, han, hom_nay, lich),
                )
                for ky in cac_ky(nam)
            ],
            **ngu_canh_nam(nam, hom_nay),
        },
    )


def trang_thai_ky(ky: KyBaoCao, han: date, hom_nay: date) -> str:
    """Where a period stands on a day, in words."""
    if hom_nay < ky.tu_ngay:
        return "Chưa đến kỳ"
    if hom_nay <= ky.den_ngay:
        return "Đang trong kỳ, số liệu còn thay đổi"
    con = (han - hom_nay).days
    if con < 0:
        return "Đã qua ngày nộp"
    return f"Đã hết kỳ, còn {con} ngày để nộp" if con else "Đã hết kỳ, nộp trong hôm nay"


def nhac_nop(bao_cao: BaoCaoKy | None, han: date, hom_nay: date, lich: Lich) -> HanHien | None:
    """How near the day of sending is, while it matters: not of what has left, nor of years before the software."""
    da_gui = bao_cao is not None and bao_cao.trang_thai == TrangThaiBaoCao.DA_GUI
    muc = muc_han(han, hom_nay, lich)
    if da_gui or muc == THUONG or (bao_cao is None and hom_nay - han > NHAC_QUA_HAN):
        return None
    return HanHien("Nộp Sở Y tế", con_lai_chu(han, hom_nay, lich), None, muc)


# --- One period -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OSo:
    """One number of a form, ready to be written: a page has 142 of them."""

    nhan: str
    """Number and words of the column, for the narrow screen."""
    chu: str
    dia_chi: str
    """Where the rows behind it are listed; "" for 0, which has none."""


@dataclass(frozen=True)
class HangSo:
    """One row of a form: of a unit, or the last one, the centre's own."""

    ten: str
    cac_o: tuple[OSo, ...]

    @property
    def phat_sinh(self) -> bool:
        return any(o.dia_chi for o in self.cac_o)


@dataclass(frozen=True)
class BangBieu:
    """One form on the screen."""

    bieu: BieuMau
    tieu_de: tuple[tuple[OTieuDe, ...], ...]
    cac_ms: tuple[str, ...]
    cac_don_vi: tuple[HangSo, ...]
    trung_tam: HangSo
    ghi_chu: str

    @property
    def ma_ngan(self) -> str:
        return ma_dia_chi(self.bieu.ma)


@dataclass(frozen=True)
class DongKiem:
    """One check in words, with both sides worked out."""

    cau: str
    trai: str
    phai: str
    dat: bool


@can_quyen(Quyen.BAO_CAO)
@require_safe
def ky_bao_cao(request, ky: KyBaoCao):
    """The six forms of a period with their checks; `don_vi=1` asks for the rows of the units."""
    theo_don_vi = request.GET.get("don_vi") == "1"
    bao_cao = tinh_bao_cao(ky, theo_don_vi)
    che_do = bao_cao.che_do
    kiem_in = lap_dong_kiem(che_do.kiem_tra, bao_cao)
    cau_hinh = CauHinh.hien_hanh()
    return render(
        request,
        "baocao/ky.html",
        {
            "ky": ky,
            "cac_ky": [(muc, cac_mau_ky()[muc.ma].nhan) for muc in cac_ky(ky.nam)],
            "che_do": che_do,
            "cac_bieu": [lap_bang(bieu, bao_cao, ten_trong_cau(cau_hinh.ten_co_quan)) for bieu in che_do.bieu],
            "theo_don_vi": theo_don_vi,
            "duoi": "?don_vi=1" if theo_don_vi else "",
            "ghi_chu_chung": GHI_CHU_CHUNG,
            "kiem_in": kiem_in,
            "sai_in": [dong for dong in kiem_in if not dong.dat],
            "sai_mem": [dong for dong in lap_dong_kiem(che_do.kiem_tra_mem, bao_cao) if not dong.dat],
            "cau_hinh": cau_hinh,
            "han_nop": han_nop(ky, cau_hinh.ngay_nop_bao_cao),
            "con_thay_doi": timezone.localdate() <= ky.den_ngay,
        },
    )


def ma_dia_chi(ma_bieu: str) -> str:
    """Code of a form in an address: "01/TCD" → "01-TCD"."""
    return ma_bieu.replace("/", "-")


def lap_bang(bieu: BieuMau, bao_cao: BaoCaoSoLieu, ten_co_quan: str) -> BangBieu:
    goc = f"{reverse('baocao:ky', args=[bao_cao.ky])}{ma_dia_chi(bieu.ma)}/"

    def lap_hang(ten: str, gia_tri: Mapping[int, GiaTri], duoi: str = "") -> HangSo:
        return HangSo(
            ten,
            tuple(
                OSo(
                    nhan=f"{cot.so}. {cot.ten_day_du}",
                    chu=so_vn(gia_tri[cot.so]),
                    dia_chi=f"{goc}{cot.so}/{duoi}" if gia_tri[cot.so] else "",
                )
                for cot in bieu.cot
            ),
        )

    cac_don_vi = (
        lap_hang(dong.ten, dong.bieu[bieu.ma], f"?don_vi={dong.khoa or DIA_CHI_CHUNG}") for dong in bao_cao.don_vi
    )
    return BangBieu(
        bieu=bieu,
        tieu_de=cay_tieu_de(bieu),
        cac_ms=tuple(CHO_NGAT.join(cat_ms(cot)) for cot in bieu.cot),
        cac_don_vi=tuple(hang for hang in cac_don_vi if hang.phat_sinh),
        trung_tam=lap_hang(ten_co_quan, bao_cao.bieu[bieu.ma]),
        ghi_chu=GHI_CHU.get(bieu.ma, ""),
    )


def lap_dong_kiem(cac_kiem_tra: tuple[KiemTra, ...], bao_cao: BaoCaoSoLieu) -> list[DongKiem]:
    ket_qua = doi_chieu(cac_kiem_tra, bao_cao.bieu)
    return [
        DongKiem(cau_kiem_tra(kiem_tra), so_vn(kq.trai), so_vn(kq.phai), kq.dat)
        for kiem_tra, kq in zip(cac_kiem_tra, ket_qua, strict=True)
    ]


def cau_kiem_tra(kiem_tra: KiemTra) -> str:
    """Write a check for people: "02/XLD: cột 3 = cột 4 + cột 23", "05/KQTH cột 1 ≥ 03/GQKN cột 7"."""
    cung_bieu = len(kiem_tra.cac_bieu) == 1

    def ve(cac_hang_tu: tuple[HangTu, ...]) -> str:
        return " + ".join(
            f"{'' if hang_tu.he_so == 1 else f'{hang_tu.he_so} × '}{'' if cung_bieu else f'{hang_tu.bieu} '}"
            f"cột {hang_tu.cot}"
            for hang_tu in cac_hang_tu
        )

    dau = f"{kiem_tra.ve_trai[0].bieu}: " if cung_bieu else ""
    return f"{dau}{ve(kiem_tra.ve_trai)} {PHEP_CHU[kiem_tra.phep]} {ve(kiem_tra.ve_phai)}"


@can_quyen(Quyen.BAO_CAO)
@require_safe
def tai_ve(request, ky: KyBaoCao, dinh_dang: str):
    """The six forms as a file, with `don_vi=1` also by units; who took it out is written in the log."""
    if dinh_dang not in KIEU_TEP:
        raise Http404
    theo_don_vi = request.GET.get("don_vi") == "1"
    noi_dung = lap_bieu(ky, dinh_dang, theo_don_vi=theo_don_vi)
    ten_tep = f"BC-{ky.ma}-{ky.nam}-bieu-so-lieu{'-theo-don-vi' if theo_don_vi else ''}.{dinh_dang}"
    ghi = f"Biểu số liệu{' theo đơn vị' if theo_don_vi else ''}, {dinh_dang}"
    return gui_tep(request, noi_dung, ten_tep, doi_tuong=f"bao_cao:{ky}", ghi=ghi)


# --- Behind one number ------------------------------------------------------------------------------------------------


@can_quyen(Quyen.BAO_CAO)
@require_safe
def dong_cua_cot(request, ky: KyBaoCao, bieu: str, cot: int):
    """The rows that make one number, of the centre or of a unit's row, as far as this person may see them.

    The number is everybody's; of rows that may not be seen nothing is said, not even that there are some: who is
    accused must not learn of a case (Đ56 Luật TC).
    """
    ma_bieu = bieu.replace("-", "/")
    cot_dem = CAC_COT.get(ma_bieu, {}).get(cot)
    if cot_dem is None or "/" in bieu:
        raise Http404
    bieu_mau = lay_che_do(ky.den_ngay).lay_bieu(ma_bieu)
    don_vi, ten_don_vi = chon_don_vi(request.GET.get("don_vi", ""))
    return render(
        request,
        "baocao/cot.html",
        {
            "ky": ky,
            "bieu": bieu_mau,
            "bieu_dia_chi": bieu,
            "cot": bieu_mau.lay_cot(cot),
            "gia_tri": tinh_cot(ma_bieu, cot, ky.tu_ngay, ky.den_ngay, don_vi),
            "ten_don_vi": ten_don_vi,
            **bang_dong(cot_dem, ky, request, don_vi),
        },
    )


def chon_don_vi(chu: str) -> tuple[int | None, str]:
    """Read whose row is meant: the key and name of a unit, of what is no unit's own, or of none. Raises Http404."""
    if not chu:
        return None, ""
    if chu == DIA_CHI_CHUNG:
        return CHUNG, TEN_CHUNG
    if not (chu.isascii() and chu.isdecimal()):
        raise Http404
    don_vi = get_object_or_404(DonVi, pk=chu)
    return don_vi.pk, don_vi.ten
