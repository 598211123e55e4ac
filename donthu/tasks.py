"""What runs by the clock. Each task reads the time and calls one function; running it twice does no harm."""

from celery import shared_task
from django.utils import timezone

from donthu import nhac_viec
from donthu.actions import khieu_nai, so_van_ban, tep
from tochuc.models import NgayNghi


@shared_task
def nhac_viec_hang_ngay() -> int:
    """Write the notices of this working day; a day off writes none."""
    ngay, lich = timezone.localdate(), NgayNghi.objects.lich()
    return nhac_viec.lap_thong_bao(ngay, lich, timezone.now()) if lich.la_ngay_lam_viec(ngay) else 0


@shared_task
def ghi_hieu_luc() -> int:
    """Write down which decisions took effect with this day, a day off as well as any other."""
    return khieu_nai.ghi_hieu_luc(timezone.localdate())


@shared_task
def gui_thong_bao() -> int:
    """Send by mail the notices that were not sent yet."""
    return nhac_viec.gui_thu(timezone.now())


@shared_task
def quet_lai_tep() -> int:
    """Scan the files about which the scanner gave no answer when they came."""
    return tep.quet_lai()


@shared_task
def dong_bang_van_ban() -> int:
    """Make the PDF of issued documents that have none yet."""
    return so_van_ban.dong_bang_con_thieu()
