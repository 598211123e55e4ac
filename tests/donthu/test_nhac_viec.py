"""Who is told what and when (nhac_viec.py); NĐ 154/2026 Đ41.3b for petitions nobody processed."""

from datetime import date, datetime

import pytest
from django.core import mail
from django.utils import timezone

from donthu import nhac_viec
from donthu.models import ThongBao
from donthu.models.thong_bao import MucNhac
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.models import NgayNghi

BAY_GIO = datetime(2026, 9, 21, 7, 0, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def don_cua_khoa(bo_may, nhan, lam, thu_ly):
    """A phản ánh received Monday 07/09/2026 and given to the khoa; C6: 15 ngày, until Tuesday 22/09/2026."""
    don = thu_ly(nhan(LoaiDon.PHAN_ANH, date(2026, 9, 7)), date(2026, 9, 8))
    return lam(don, Buoc.GIAO_DON_VI, bo_may.tchc, date(2026, 9, 8), don_vi=bo_may.khoa)


def lap(ngay):
    return nhac_viec.lap_thong_bao(ngay, NgayNghi.objects.lich(), BAY_GIO)


def da_bao(ngay):
    ThongBao.objects.all().delete()
    lap(ngay)
    return {(dong.nguoi, dong.muc) for dong in ThongBao.objects.select_related("nguoi")}


def test_nhac_dung_nguoi_dung_muc(bo_may, don_cua_khoa):
    khoa, tchc, giam_doc = bo_may.truong_khoa, bo_may.tchc, bo_may.giam_doc

    assert da_bao(date(2026, 9, 14)) == set()  # six working days before
    assert da_bao(date(2026, 9, 15)) == {(khoa, MucNhac.NAM_NGAY)}
    assert da_bao(date(2026, 9, 21)) == {(khoa, MucNhac.MOT_NGAY)}
    assert da_bao(date(2026, 9, 22)) == {(khoa, MucNhac.HOM_NAY)}
    qua_han = {(khoa, MucNhac.QUA_HAN), (tchc, MucNhac.QUA_HAN), (giam_doc, MucNhac.KEO_DAI)}
    assert da_bao(date(2026, 9, 23)) == qua_han
    assert da_bao(date(2026, 9, 28)) == qua_han  # four working days late
    assert da_bao(date(2026, 9, 29)) == {
        (khoa, MucNhac.QUA_HAN_LAU),
        (tchc, MucNhac.QUA_HAN_LAU),
        (giam_doc, MucNhac.QUA_HAN_LAU),
        (giam_doc, MucNhac.KEO_DAI),
    }


def test_chay_hai_lan_chi_nhac_va_gui_mot_lan(bo_may, don_cua_khoa):
    assert (lap(date(2026, 9, 21)), lap(date(2026, 9, 21))) == (1, 0)

    assert (nhac_viec.gui_thu(BAY_GIO), nhac_viec.gui_thu(BAY_GIO)) == (1, 0)

    assert [thu.to for thu in mail.outbox] == [[bo_may.truong_khoa.email]]
    assert mail.outbox[0].subject == "Nhắc việc: 2 việc cần xử lý"  # with the news that it was given
    assert don_cua_khoa.ma in mail.outbox[0].body
    assert "Bí Mật" not in mail.outbox[0].body


def test_thu_hong_khong_mat_gi(bo_may, don_cua_khoa, settings):
    lap(date(2026, 9, 21))
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens there

    assert nhac_viec.gui_thu(BAY_GIO) == 0
    assert ThongBao.objects.filter(gui_luc=None).count() == 2
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert nhac_viec.gui_thu(BAY_GIO) == 1


def test_chua_xu_ly_30_40_45_ngay(bo_may, tao_don):
    tao_don(ma="CHO", ngay_nhan=date(2026, 8, 1))
    tao_don(ma="YKIEN", ngay_nhan=date(2026, 8, 1), loai=LoaiDon.KHAC)

    assert da_bao(date(2026, 8, 30)) == set()
    assert da_bao(date(2026, 8, 31)) == {
        (bo_may.tchc, MucNhac.CHUA_XU_LY_30),
        (bo_may.giam_doc, MucNhac.CHUA_XU_LY_30),
    }
    assert {muc for _, muc in da_bao(date(2026, 9, 10))} == {MucNhac.CHUA_XU_LY_40}
    assert {muc for _, muc in da_bao(date(2026, 9, 15))} == {MucNhac.CHUA_XU_LY_45}


def test_keo_dai_bao_lanh_dao_mot_lan(bo_may, don_cua_khoa):
    lap(date(2026, 9, 23))
    lap(date(2026, 9, 24))

    keo_dai = ThongBao.objects.filter(muc=MucNhac.KEO_DAI)

    assert list(keo_dai.values_list("nguoi", "han")) == [(bo_may.giam_doc.pk, date(2026, 9, 23))]


def test_nguoi_bi_to_cao_khong_duoc_nhac(bo_may, tao_don):
    tao_don(loai=LoaiDon.TO_CAO, ngay_nhan=date(2026, 8, 1), nguoi_bi_to_cao=[bo_may.giam_doc], bi_to_cao_lanh_dao=True)

    assert {nguoi for nguoi, _ in da_bao(date(2026, 9, 15))} == {bo_may.tchc}


def test_thu_ve_to_cao_khong_noi_gi(bo_may, nhan):
    """Neither subject nor body tells the mail server that there is a case."""
    don = nhan(LoaiDon.TO_CAO, date(2026, 8, 1))
    lap(date(2026, 9, 15))

    nhac_viec.gui_thu(BAY_GIO)

    assert {thu.to[0] for thu in mail.outbox} == {bo_may.tchc.email, bo_may.giam_doc.email}
    for thu in mail.outbox:
        chu = f"{thu.subject} {thu.body}".lower()
        assert "một việc thuộc hồ sơ mật" in chu
        assert [dau for dau in (don.ma.lower(), don.get_absolute_url(), "tố cáo", "ntc-") if dau in chu] == []


def test_khong_con_biet_thi_khong_gui_khong_hien(client, bo_may, nhan):
    don = nhan(LoaiDon.TO_CAO, date(2026, 8, 1))
    lap(date(2026, 9, 15))
    client.force_login(bo_may.tchc)
    truoc = don.ma in client.get("/thong-bao/").content.decode()

    don.nguoi_lien_quan.create(nhan_vien=bo_may.tchc, quan_he="nhan_chung")
    nhac_viec.gui_thu(BAY_GIO)
    trang = client.get("/thong-bao/")

    assert truoc is True
    assert [thu.to for thu in mail.outbox] == [[bo_may.giam_doc.email]]
    assert don.ma not in trang.content.decode()
    assert trang.context["so_thong_bao"] == 0
