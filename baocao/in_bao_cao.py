"""Making the PDF of a whole report outside the request, and telling the page how far it is."""

from itertools import count

from baocao.actions.lan_in import bao_tien_do, in_khong_duoc, in_xong, nhan_viec
from baocao.ban_bao_cao import PHAN_IN, ban_pdf
from baocao.models import BaoCaoKy
from baocao.models.bao_cao import DA_DONG_BANG


def chay_lan_in(pk: int) -> None:
    """Make what one request asked for. Delivered twice, the second finds it done; a failure is shown on the page and
    raised for the log."""
    lan = nhan_viec(pk)
    if lan is None:
        return
    da_lam, xong = count(), False
    try:
        in_xong(lan, ban_pdf(lan.bao_cao, lambda phan: bao_tien_do(lan, phan, next(da_lam), len(PHAN_IN))))
        xong = True
    finally:
        if not xong:
            in_khong_duoc(lan)


def in_con_thieu() -> int:
    """Make the PDF of closed reports that have none, because the worker stopped between; how many there were."""
    con_thieu = list(BaoCaoKy.objects.filter(trang_thai__in=DA_DONG_BANG, sha256=""))
    for bao_cao in con_thieu:
        ban_pdf(bao_cao)
    return len(con_thieu)
