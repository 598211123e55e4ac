"""Long work outside the request. Each task reads the clock and calls one function; running it twice does no harm."""

from celery import shared_task
from django.utils import timezone

from baocao.actions.nhap_so import chay_lan_nhap


@shared_task
def nhap_so(pk: int) -> None:
    """Load the register workbook of one request (key of TienDoNhap)."""
    chay_lan_nhap(pk, hom_nay=timezone.localdate())
