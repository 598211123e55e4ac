"""Who is told of a report that is due, when, and until when."""

from datetime import date

from django.utils import timezone

from baocao.ky import lap_ky
from baocao.models import BaoCaoKy
from baocao.nhac_viec import nhac_bao_cao
from donthu.models import ThongBao
from tochuc.models import NgayNghi
from tochuc.vai_tro import VaiTro


def nhac(ngay):
    nhac_bao_cao(ngay, NgayNghi.objects.lich(), timezone.now())
    return sorted(ThongBao.objects.values_list("chu_the", "muc"))


def test_nhac_tchc_truoc_nam_ngay_lam_viec_hai_bo_cung_luc(tao_nguoi):
    tao_nguoi(VaiTro.TCHC)
    tao_nguoi(VaiTro.LANH_DAO)

    assert nhac(date(2026, 12, 7)) == []
    assert nhac(date(2026, 12, 8)) == [("bao_cao:N/2026", "con_5"), ("bao_cao:Q4/2026", "con_5")]
    assert len(nhac(date(2026, 12, 8))) == 2


def test_bao_cao_da_gui_thi_thoi_nhac(tao_nguoi):
    tao_nguoi(VaiTro.TCHC)
    BaoCaoKy.objects.create(
        ma_ky="N", nam=2026, trang_thai="da_gui", so_lieu={}, ngay_chot=date(2026, 12, 14), so_van_ban=1
    )

    assert nhac(date(2026, 12, 15)) == [("bao_cao:Q4/2026", "hom_nay")]
    assert str(lap_ky("Q4", 2026)) == "Q4/2026"


def test_qua_han_van_nhac(tao_nguoi):
    tao_nguoi(VaiTro.TCHC)

    assert ("bao_cao:Q3/2026", "qua_han") in nhac(date(2026, 9, 16))
