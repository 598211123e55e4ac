"""Work given to units: what waits to be given, what a unit holds, what it reported."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from donthu.models import DonThu, PhanCong
from donthu.quy_trinh.trang_thai import TrangThai
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
from tochuc.dinh_dang import cat_chu
from tochuc.lich import Lich
from tochuc.models import NgayNghi, NhanVien
from tochuc.phan_trang import TrangDong, phan_trang
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

THU_TU = ("ngay_nhan", "pk")  # the longest waiting first
MOI_TRANG = 20
TRAN = 200
COT_DON = (*COT_DIEU_KIEN, *COT_HIEN)
COT_PHAN_CONG = ("don", "don_vi__ten", "nguoi__ho_ten", "ngay_giao", "han_noi_bo", "yeu_cau", "ngay_bao_cao")
CHO_GIAO, DANG_LAM, DA_BAO_CAO = "cho_giao", "dang_lam", "da_bao_cao"
NHAN_MUC = {CHO_GIAO: "Chờ giao", DANG_LAM: "Đang giải quyết", DA_BAO_CAO: "Đã báo cáo, chờ ban hành"}


@dataclass(frozen=True)
class DongGiao:
    """One petition: the assignment in force, the deadline of the law and our own, the next step."""

    dia_chi: str
    ma: str
    tom_tat: str
    chu_thich: str
    phan_cong: PhanCong | None
    cac_han: tuple[HanHien, ...]
    nut: NutBuoc | None


@can_quyen(Quyen.GIAI_QUYET, Quyen.GIAO_VIEC)
@require_safe
def giao_viec(request):
    nguoi = request.user
    cac_muc = [CHO_GIAO, DANG_LAM, DA_BAO_CAO] if nguoi.co_quyen(Quyen.GIAO_VIEC) else [DANG_LAM, DA_BAO_CAO]
    muc = request.GET.get("muc", "")
    muc = muc if muc in cac_muc else cac_muc[0]
    ngay, lich = timezone.localdate(), NgayNghi.objects.lich()
    trang = phan_trang(
        cac_don_cua_muc(nguoi, muc), request.GET, thu_tu=THU_TU, moi_trang=MOI_TRANG, danh_tu="đơn", tran=TRAN
    )
    ngu_canh = {
        "muc": muc,
        "cac_muc": [(ten, NHAN_MUC[ten]) for ten in cac_muc],
        "trang": trang,
        "cac_dong": _cac_dong(trang, nguoi, ngay, lich),
        "giao_duoc": nguoi.co_quyen(Quyen.GIAO_VIEC),
    }
    return render(request, "donthu/giao_viec.html", ngu_canh)


def cac_don_cua_muc(nguoi: NhanVien, muc: str) -> QuerySet[DonThu]:
    """Petitions of one tab. Who gives work sees every unit's, others their own unit's."""
    cac_don = DonThu.objects.for_user(nguoi).select_related("cong_dan", "don_vi").only("ngay_nhan", *COT_DON)
    if muc == CHO_GIAO:
        return cac_don.filter(trang_thai=TrangThai.DANG_GIAI_QUYET, don_vi=None)
    dang_giao = PhanCong.objects.filter(ngay_thoi_giao=None).select_related("nguoi", "don_vi").only(*COT_PHAN_CONG)
    trang_thai = TrangThai.DANG_GIAI_QUYET if muc == DANG_LAM else TrangThai.CO_KET_QUA
    cac_don = cac_don.filter(trang_thai=trang_thai, don_vi__isnull=False)
    if not nguoi.co_quyen(Quyen.GIAO_VIEC):
        cac_don = cac_don.filter(don_vi=nguoi.don_vi_id)
    return cac_don.prefetch_related(Prefetch("phan_cong", dang_giao, to_attr="dang_giao"))


def _cac_dong(trang: TrangDong, nguoi: NhanVien, ngay: date, lich: Lich) -> list[DongGiao]:
    han = han_gan_nhat([don.pk for don in trang], ngay, lich, chi_han_chinh=True)
    cac_dong = []
    for don in trang:
        phan_cong = next(iter(getattr(don, "dang_giao", ())), None)
        cac_han = (_han_noi_bo(phan_cong, ngay, lich), han.get(don.pk))
        cac_dong.append(
            DongGiao(
                dia_chi=dia_chi_don()(don.pk),
                ma=don.ma,
                tom_tat=cat_chu(don.tom_tat, DAI_NHAT),
                chu_thich=chu_thich(don),
                phan_cong=phan_cong,
                cac_han=tuple(muc for muc in cac_han if muc),
                nut=nut_di_tiep(don, nguoi),
            )
        )
    return cac_dong


def _han_noi_bo(phan_cong: PhanCong | None, ngay: date, lich: Lich) -> HanHien | None:
    """The centre's own deadline of an assignment that was not answered yet."""
    if phan_cong is None or phan_cong.ngay_bao_cao or not phan_cong.han_noi_bo:
        return None
    han = phan_cong.han_noi_bo
    return HanHien("Hạn nội bộ", con_lai_chu(han, ngay, lich), han, muc_han(han, ngay, lich))
