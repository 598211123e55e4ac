"""The reports of the last twelve months, lived through the real actions: all left for the Sở on their day but the last,
which were closed and wait for somebody to say so."""

from datetime import date, datetime, time

from django.utils import timezone

from baocao.actions import bao_cao as viec_bao_cao
from baocao.ban_bao_cao import dau_trang_hien_hanh, so_lieu_dong_bang, tinh_ba_ky
from baocao.du_lieu_mau.co_quan import NhanSu
from baocao.han_nop import han_nop
from baocao.ky import KyBaoCao, cac_ky
from baocao.models import BaoCaoKy, BuocBaoCao
from baocao.san_sang.so_sach import MOT_NAM
from baocao.so_lieu_van import tinh_so_lieu_van
from baocao.viet_loi_van import viet_bao_cao
from tochuc.models import CauHinh


def lap_bao_cao_da_nop(nhan_su: NhanSu, hom_nay: date) -> None:
    """Reports due in the year up to `hom_nay`, oldest first, so that their numbers run with the days."""
    ngay_nop = CauHinh.hien_hanh().ngay_nop_bao_cao
    phai_nop = sorted(
        (han, ky.den_ngay, ky.ma, ky)
        for nam in (hom_nay.year - 1, hom_nay.year)
        for ky in cac_ky(nam)
        if hom_nay - MOT_NAM < (han := han_nop(ky, ngay_nop)) < hom_nay
    )
    cuoi = phai_nop[-1][0]
    for han, _, _, ky in phai_nop:
        bao_cao = _chot(ky, nhan_su, han)
        if han < cuoi:
            viec_bao_cao.gui_so(bao_cao, nguoi=nhan_su.tchc, ghi_chu="Gửi qua trục liên thông văn bản")
        luc = timezone.make_aware(datetime.combine(han, time(15, 0)))
        BuocBaoCao.objects.filter(bao_cao=bao_cao).update(luc=luc)


def _chot(ky: KyBaoCao, nhan_su: NhanSu, ngay: date) -> BaoCaoKy:
    tchc, giam_doc = nhan_su.tchc, nhan_su.giam_doc
    ba_ky = tinh_ba_ky(ky)
    rong = [ma for ma, cac_cot in ba_ky.nay.bieu.items() if not any(cac_cot.values())]
    loi_van = viet_bao_cao(ba_ky, tinh_so_lieu_van(ky)) if ky.co_loi_van else {}
    bao_cao = viec_bao_cao.mo_bao_cao(ky, nguoi=tchc, loi_van=loi_van)
    bao_cao = viec_bao_cao.luu_loi_van(bao_cao, nguoi=tchc, loi_van=loi_van, xac_nhan_khong=rong, so_lan_sua=0)
    bao_cao = viec_bao_cao.trinh(bao_cao, nguoi=tchc, khong_phat_sinh=rong)
    bao_cao = viec_bao_cao.duyet(bao_cao, nguoi=giam_doc)
    dau_trang = dau_trang_hien_hanh(giam_doc)
    return viec_bao_cao.chot(bao_cao, nguoi=giam_doc, ngay=ngay, dau_trang=dau_trang, **so_lieu_dong_bang(ky, ngay))
