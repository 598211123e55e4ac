"""Work given to units: what waits to be given, what a unit was given, holds, reported, asks more time for."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from donthu.actions.phan_cong import cac_viec_duoc_lam, dang_nhac, dang_xin
from donthu.models import DonThu, PhanCong, VaiPhanCong, XinThemHan
from donthu.quy_trinh.trang_thai import CHUA_BAN_HANH, DANG_LAM
from donthu.trinh_bay import (
    COT_DIEU_KIEN,
    COT_HIEN,
    DAI_NHAT,
    HanHien,
    NutBuoc,
    chu_thich,
    con_lai_chu,
    dia_chi_don,
    han_gan_nhat,
    muc_han,
    nut_di_tiep,
)
from donthu.viec_giua_nguoi import NutViec, nut_phan_cong
from tochuc.dinh_dang import cat_chu, ngay_vn
from tochuc.lich import Lich
from tochuc.models import NgayNghi, NhanVien
from tochuc.phan_trang import TrangDong, phan_trang
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

THU_TU_DON = ("ngay_nhan", "pk")  # the longest waiting first
THU_TU_PHAN_CONG = ("ngay_giao", "pk")
MOI_TRANG = 20
TRAN = 200
COT_DON = (*COT_DIEU_KIEN, *COT_HIEN)
COT_PHAN_CONG = (
    "vai",
    "nguoi__ho_ten",
    "ngay_giao",
    "han_noi_bo",
    "yeu_cau",
    "ngay_tiep_nhan",
    "ngay_bao_cao",
    "ngay_thoi_giao",
    "don__ngay_nhan",
    *(f"don__{ten}" for ten in COT_DON),
)
CHO_GIAO, CHO_NHAN, DANG_GIU, DA_BAO_CAO, XIN_HAN = "cho_giao", "cho_nhan", "dang_lam", "da_bao_cao", "xin_them_han"
NHAN_MUC = {
    CHO_GIAO: "Chờ giao",
    CHO_NHAN: "Chờ nhận",
    DANG_GIU: "Đang làm",
    DA_BAO_CAO: "Đã báo cáo",
    XIN_HAN: "Xin thêm hạn",
}


@dataclass(frozen=True)
class DongGiao:
    """One petition: the assignment in force, the deadline of the law and our own, what may be done next."""

    dia_chi: str
    ma: str
    tom_tat: str
    chu_thich: str
    phan_cong: PhanCong | None
    cac_han: tuple[HanHien, ...]
    nut: NutBuoc | None
    cac_nut: tuple[NutViec, ...] = ()
    luu_y: tuple[str, ...] = ()


@can_quyen(Quyen.GIAI_QUYET, Quyen.GIAO_VIEC)
@require_safe
def giao_viec(request):
    nguoi = request.user
    so_dong = dem_cac_muc(nguoi)
    muc = request.GET.get("muc", "")
    if muc not in so_dong:  # the first tab in which there is something to do
        muc = next((ten for ten, so in so_dong.items() if so), next(iter(so_dong)))
    ngay, lich = timezone.localdate(), NgayNghi.objects.lich()
    if muc == CHO_GIAO:
        cac_viec, thu_tu, doc_dong = don_cho_giao(nguoi), THU_TU_DON, _dong_cho_giao
    else:
        cac_viec, thu_tu, doc_dong = viec_cua_muc(nguoi, muc), THU_TU_PHAN_CONG, _dong_da_giao
    trang = phan_trang(cac_viec, request.GET, thu_tu, MOI_TRANG, "việc", tran=TRAN, so_dong=so_dong[muc])
    ngu_canh = {
        "muc": muc,
        "cac_muc": [(ten, NHAN_MUC[ten], so) for ten, so in so_dong.items()],
        "trang": trang,
        "cac_dong": doc_dong(trang, nguoi, ngay, lich),
        "giao_duoc": nguoi.co_quyen(Quyen.GIAO_VIEC),
    }
    return render(request, "donthu/giao_viec.html", ngu_canh)


def dem_cac_muc(nguoi: NhanVien) -> dict[str, int]:
    """How much there is in each tab of this person, in at most two queries."""
    cac_muc = (*DIEU_KIEN_MUC, XIN_HAN)
    so = viec_dang_giao(nguoi).aggregate(**{ten: Count("pk", filter=_dieu_kien(ten)) for ten in cac_muc})
    dau = {CHO_GIAO: don_cho_giao(nguoi).count()} if nguoi.co_quyen(Quyen.GIAO_VIEC) else {}
    return dau | {ten: so[ten] for ten in NHAN_MUC if ten in so}


def don_cho_giao(nguoi: NhanVien) -> QuerySet[DonThu]:
    """Petitions being resolved that no unit holds."""
    cac_don = DonThu.objects.for_user(nguoi).filter(trang_thai__in=DANG_LAM, don_vi=None)
    return cac_don.select_related("cong_dan", "don_vi").only("ngay_nhan", *COT_DON)


def viec_dang_giao(nguoi: NhanVien) -> QuerySet[PhanCong]:
    """Assignments in force of petitions not yet decided. Who gives work sees every unit's, others their own unit's."""
    cac_don = DonThu.objects.for_user(nguoi).filter(trang_thai__in=CHUA_BAN_HANH)
    cac_viec = PhanCong.objects.filter(ngay_thoi_giao=None, don__in=cac_don.order_by())
    return cac_viec if nguoi.co_quyen(Quyen.GIAO_VIEC) else cac_viec.filter(don_vi=nguoi.don_vi_id)


def viec_cua_muc(nguoi: NhanVien, muc: str) -> QuerySet[PhanCong]:
    """Assignments of one tab, with all that a row shows and asks."""
    return (
        viec_dang_giao(nguoi)
        .filter(_dieu_kien(muc))
        .select_related("don__cong_dan", "don__don_vi", "don_vi", "nguoi")
        .prefetch_related("xin_them_han", "lan_nhac")
        .only("don_vi__ten", *COT_PHAN_CONG)
    )


DIEU_KIEN_MUC = {
    CHO_NHAN: Q(ngay_tiep_nhan=None, ngay_bao_cao=None, don__trang_thai__in=DANG_LAM),
    DANG_GIU: Q(ngay_tiep_nhan__isnull=False, ngay_bao_cao=None, don__trang_thai__in=DANG_LAM),
    DA_BAO_CAO: Q(ngay_bao_cao__isnull=False),
}


def _dieu_kien(muc: str) -> Q:
    if muc == XIN_HAN:
        return Q(Exists(XinThemHan.objects.filter(phan_cong=OuterRef("pk"), dong_y=None)))
    return DIEU_KIEN_MUC[muc]


def _dong_cho_giao(trang: TrangDong, nguoi: NhanVien, ngay: date, lich: Lich) -> list[DongGiao]:
    han = han_gan_nhat([don.pk for don in trang], ngay, lich, chi_han_chinh=True)
    return [_dong(don, None, nguoi, (han.get(don.pk),)) for don in trang]


def _dong_da_giao(trang: TrangDong, nguoi: NhanVien, ngay: date, lich: Lich) -> list[DongGiao]:
    han = han_gan_nhat([viec.don_id for viec in trang], ngay, lich, chi_han_chinh=True)
    return [_dong(viec.don, viec, nguoi, (_han_noi_bo(viec, ngay, lich), han.get(viec.don_id))) for viec in trang]


def _dong(don: DonThu, phan_cong: PhanCong | None, nguoi: NhanVien, cac_han: tuple[HanHien | None, ...]) -> DongGiao:
    chu_tri = phan_cong is None or phan_cong.vai == VaiPhanCong.CHU_TRI
    cac_viec = cac_viec_duoc_lam(don, phan_cong, nguoi) if phan_cong else ()
    return DongGiao(
        dia_chi=dia_chi_don()(don.pk),
        ma=don.ma,
        tom_tat=cat_chu(don.tom_tat, DAI_NHAT),
        chu_thich=chu_thich(don),
        phan_cong=phan_cong,
        cac_han=tuple(muc for muc in cac_han if muc),
        nut=nut_di_tiep(don, nguoi) if chu_tri else None,
        cac_nut=tuple(nut_phan_cong(phan_cong, viec) for viec in cac_viec),
        luu_y=_luu_y(phan_cong) if phan_cong else (),
    )


def _luu_y(phan_cong: PhanCong) -> tuple[str, ...]:
    """What waits for an answer."""
    xin, lan = dang_xin(phan_cong), dang_nhac(phan_cong)
    cau = (
        f"Xin thêm hạn đến {ngay_vn(xin.den_ngay)}: {xin.ly_do}" if xin else "",
        f"Được nhắc ngày {ngay_vn(lan.ngay)}, chưa trả lời: {lan.noi_dung}" if lan else "",
    )
    return tuple(filter(None, cau))


def _han_noi_bo(phan_cong: PhanCong, ngay: date, lich: Lich) -> HanHien | None:
    """The centre's own deadline of an assignment that was not answered yet."""
    if phan_cong.ngay_bao_cao or not phan_cong.han_noi_bo:
        return None
    han = phan_cong.han_noi_bo
    return HanHien("Hạn nội bộ", con_lai_chu(han, ngay, lich), han, muc_han(han, ngay, lich))
