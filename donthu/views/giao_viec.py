"""Work given to units: what waits to be given, what a unit holds, what it reported."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from donthu.models import DonThu, PhanCong
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.trinh_bay import HanHien, NutBuoc, cac_nut_chinh, con_lai_chu, han_gan_nhat, muc_han
from tochuc.lich import Lich
from tochuc.models import NgayNghi, NhanVien
from tochuc.phan_trang import TrangDong, phan_trang
from tochuc.quyen_truy_cap import can_quyen
from tochuc.vai_tro import Quyen

CHO_GIAO, DANG_LAM, DA_BAO_CAO = "cho_giao", "dang_lam", "da_bao_cao"
NHAN_MUC = {CHO_GIAO: "Chờ giao", DANG_LAM: "Đang giải quyết", DA_BAO_CAO: "Đã báo cáo, chờ ban hành"}


@dataclass(frozen=True)
class DongGiao:
    """One petition: the assignment in force, the nearest deadlines of the law and of ourselves, the next step."""

    don: DonThu
    phan_cong: PhanCong | None
    han: HanHien | None
    han_noi_bo: HanHien | None
    nut: NutBuoc | None


@can_quyen(Quyen.GIAI_QUYET, Quyen.GIAO_VIEC)
@require_safe
def giao_viec(request):
    nguoi = request.user
    cac_muc = [CHO_GIAO, DANG_LAM, DA_BAO_CAO] if nguoi.co_quyen(Quyen.GIAO_VIEC) else [DANG_LAM, DA_BAO_CAO]
    muc = request.GET.get("muc", "")
    muc = muc if muc in cac_muc else cac_muc[0]
    ngay, lich = timezone.localdate(), NgayNghi.objects.lich()
    trang = phan_trang(cac_don_cua_muc(nguoi, muc), request.GET, thu_tu=("ngay_nhan", "pk"), danh_tu="đơn")
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
    cac_don = DonThu.objects.for_user(nguoi).select_related("cong_dan", "linh_vuc", "don_vi")
    if muc == CHO_GIAO:
        cac_don = cac_don.filter(trang_thai=TrangThai.DANG_GIAI_QUYET, don_vi=None)
    else:
        trang_thai = TrangThai.DANG_GIAI_QUYET if muc == DANG_LAM else TrangThai.CO_KET_QUA
        cac_don = cac_don.filter(trang_thai=trang_thai, don_vi__isnull=False)
        if not nguoi.co_quyen(Quyen.GIAO_VIEC):
            cac_don = cac_don.filter(don_vi=nguoi.don_vi_id)
    dang_giao = PhanCong.objects.filter(ngay_thoi_giao=None).select_related("nguoi", "don_vi")
    nang = ("tim_kiem", "tim_kiem_dau", "cong_dan__so_giay_to", "cong_dan__dia_chi", "cong_dan__dien_thoai")
    return cac_don.prefetch_related(Prefetch("phan_cong", dang_giao, to_attr="dang_giao")).defer(*nang)


def _cac_dong(trang: TrangDong, nguoi: NhanVien, ngay: date, lich: Lich) -> list[DongGiao]:
    han, nut = han_gan_nhat(trang, ngay, lich), cac_nut_chinh(trang, nguoi)
    cac_dong = []
    for don in trang:
        phan_cong = don.dang_giao[0] if don.dang_giao else None
        noi_bo = phan_cong.han_noi_bo if phan_cong and not phan_cong.ngay_bao_cao else None
        han_noi_bo = (
            HanHien("Hạn nội bộ", con_lai_chu(noi_bo, ngay, lich), noi_bo, muc_han(noi_bo, ngay, lich))
            if noi_bo
            else None
        )
        cac_dong.append(DongGiao(don, phan_cong, han.get(don.pk), han_noi_bo, nut[don.pk]))
    return cac_dong
