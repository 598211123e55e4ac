"""Drafts on somebody's desk: to be reviewed, to be signed, or returned to be mended."""

from django.db.models import Q, QuerySet

from donthu.actions.ban_thao import BAN_CUA
from donthu.models import BAN_THAO_MO, BanThao, DonThu, TrangThaiBanThao
from tochuc.models import NhanVien

TREN_BAN = (TrangThaiBanThao.TRINH, TrangThaiBanThao.THAM_DINH)


def ban_thao_cho(nguoi: NhanVien) -> QuerySet[BanThao]:
    """Drafts that wait for `nguoi`, of petitions he may see; returned ones wait for who wrote them."""
    cua_toi = [trang_thai for trang_thai in TREN_BAN if not nguoi.tap_quyen.isdisjoint(BAN_CUA[trang_thai])]
    cho = Q(trang_thai=TrangThaiBanThao.TRA_LAI, nguoi_soan=nguoi)
    if cua_toi:
        cho |= Q(trang_thai__in=cua_toi)
    thay = DonThu.objects.for_user(nguoi).order_by()
    # Said twice so that the index of open drafts answers.
    return BanThao.objects.filter(cho, trang_thai__in=BAN_THAO_MO, don__in=thay)
