"""Long work outside the request. Each task reads the clock and calls one function; running it twice does no harm."""

from celery import shared_task
from django.utils import timezone

from baocao.actions.nhap_so import chay_lan_nhap
from baocao.actions.tep_kem import quet_lai
from baocao.in_bao_cao import chay_lan_in, in_con_thieu
from baocao.nhac_viec import nhac_bao_cao
from tochuc.models import NgayNghi


@shared_task
def nhap_so(pk: int) -> None:
    """Load the register workbook of one request (key of TienDoNhap)."""
    chay_lan_nhap(pk, hom_nay=timezone.localdate())


@shared_task
def nhac_bao_cao_hang_ngay() -> int:
    """Write the notices of reports of this working day; a day off writes none."""
    ngay, lich = timezone.localdate(), NgayNghi.objects.lich()
    return nhac_bao_cao(ngay, lich, timezone.now()) if lich.la_ngay_lam_viec(ngay) else 0


@shared_task
def in_bao_cao(pk: int) -> None:
    """Make the PDF of a whole report (key of LanIn)."""
    chay_lan_in(pk)


@shared_task
def in_bao_cao_con_thieu() -> int:
    """Make the PDF of closed reports that have none yet."""
    return in_con_thieu()


@shared_task
def quet_lai_tep_kem() -> int:
    """Scan the files of the registers about which the scanner gave no answer when they came."""
    return quet_lai()
