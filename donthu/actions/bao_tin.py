"""Telling people at once what concerns them: a row of ThongBao, which goes out with the next mail.

A notice names the code of a petition and nothing of what stands in it, and goes only to who may see the petition.
"""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from donthu import dau_hieu
from donthu.models import DonThu, ThongBao
from donthu.models.thong_bao import MucNhac
from tochuc.models import NhanVien
from tochuc.vai_tro import Quyen


def bao_tin(don: DonThu, *, nhan: Iterable[NhanVien], muc: MucNhac, chu_the: str, ngay: date, cau: str) -> None:
    """Tell those of `nhan` who may see `don`. `cau`: words that carry nothing of its content, "được giao cho Khoa Nội".

    `chu_the` is what the notice is about: nobody is told of it twice on one day.
    """
    bay_gio = timezone.now()
    cac_dong = [
        ThongBao(
            nguoi=nguoi,
            don=don,
            chu_the=chu_the,
            muc=muc,
            han=ngay,
            noi_dung=f"Đơn {don.ma}: {cau}",
            dia_chi=don.get_absolute_url(),
            tao_luc=bay_gio,
        )
        for nguoi in nhan
        if DonThu.objects.for_user(nguoi).filter(pk=don.pk).exists()
    ]
    ThongBao.objects.bulk_create(cac_dong, ignore_conflicts=True)


def bao_dau_hieu(don: DonThu, ngay: date) -> None:
    """Tell the leaders of each flag that `don` bears and that they were not told of."""
    if don.da_dong or not dau_hieu.co_the_co(don):
        return
    da_bao = set(don.thong_bao.filter(muc__in=dau_hieu.BAO_NGAY).values_list("nguoi", "muc"))
    lanh_dao = list(NhanVien.objects.co_quyen(Quyen.DUYET).prefetch_related("vai_tro"))
    for thay in dau_hieu.cac_dau_hieu(don, ngay):
        if thay.dau_hieu in dau_hieu.BAO_NGAY:
            bao_tin(
                don,
                nhan=[nguoi for nguoi in lanh_dao if (nguoi.pk, thay.dau_hieu) not in da_bao],
                muc=MucNhac(thay.dau_hieu),
                chu_the=f"don:{don.pk}",
                ngay=ngay,
                cau=f"có dấu hiệu {thay.nhan.lower()}.",
            )
