"""The clocks of a reception day: announced in time, and for an online one invited and tried in time.

Each is counted back from the day itself, so it is closed before the day from which it counts (Đ24.4 Luật TCD; Đ23.1 NĐ
154/2026). A day that is cancelled or no longer online takes its open clocks with it.
"""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from donthu.actions.dong_ho import tinh_han
from donthu.models import HanViec
from donthu.thoi_han import Viec, cac_dong
from tiepdan.hinh_thuc import HinhThuc, LoaiLich
from tiepdan.models import LichTiep
from tochuc.lich import Lich
from tochuc.vai_tro import Quyen


def viec_cua_lich(dong: LichTiep) -> set[Viec]:
    """Duties still to be done for this day. Nobody can announce an urgent reception five days ahead (Đ10.3)."""
    viec = set()
    if dong.da_huy:
        return viec
    if dong.loai == LoaiLich.DINH_KY and not dong.da_cong_bo:
        viec.add(Viec.CONG_BO_LICH_TIEP)
    if dong.hinh_thuc == HinhThuc.TRUC_TUYEN:
        viec |= {
            viec
            for viec, xong in ((Viec.BAO_TIEP_TRUC_TUYEN, dong.ngay_bao), (Viec.THU_KET_NOI, dong.ngay_thu))
            if xong is None
        }
    return viec


def dat_han_lich(cac_lich: Iterable[LichTiep], lich: Lich) -> None:
    """Open the clocks that these days still need, drop those they no longer do. What is past opens none."""
    for dong in cac_lich:
        can = {
            viec
            for viec in viec_cua_lich(dong)
            if dong.ngay >= timezone.localdate() and any(luat.hieu_luc(dong.ngay) for luat in cac_dong(viec))
        }
        dang_mo = HanViec.objects.filter(chu_the=chu_the_lich(dong), ngay_xong=None)
        dang_mo.exclude(viec__in=can).delete()
        for viec in can - set(dang_mo.values_list("viec", flat=True)):
            han = HanViec(chu_the=chu_the_lich(dong), viec=viec, tu_ngay=dong.ngay, quyen=Quyen.LICH_TIEP)
            ket_qua = tinh_han(han, lich)
            han.han, han.han_goc = ket_qua.han, ket_qua.han_goc
            han.save()


def dong_han_lich(cac_lich: Iterable[LichTiep], viec: Viec, ngay: date) -> None:
    """The duty was done on `ngay`."""
    chu_the = [chu_the_lich(dong) for dong in cac_lich]
    HanViec.objects.filter(chu_the__in=chu_the, viec=viec, ngay_xong=None).update(ngay_xong=ngay)


def chu_the_lich(dong: LichTiep) -> str:
    """Key of the day in the table of clocks."""
    return f"lich:{dong.pk}"
