"""My reminders: mine alone, read when opened, all at once when asked."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from donthu.models import ThongBao
from donthu.models.thong_bao import MucNhac
from donthu.views.thong_bao import BIEU_TUONG
from tochuc.phan_trang import MOI_TRANG
from tochuc.vai_tro import VaiTro


@pytest.fixture
def toi(client, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC)
    client.force_login(nguoi)
    return nguoi


@pytest.fixture
def bao():
    """A reminder, each a minute older than the one before."""
    luc = timezone.now()

    def tao(nguoi, chu_the, **khac):
        nonlocal luc
        luc -= timedelta(minutes=1)
        mac_dinh = {"muc": MucNhac.HOM_NAY, "han": timezone.localdate(), "dia_chi": "/don-thu/?loai=KN", "tao_luc": luc}
        return ThongBao.objects.create(nguoi=nguoi, chu_the=chu_the, noi_dung=f"Nhắc {chu_the}", **mac_dinh | khac)

    return tao


def cac_dong(tra_loi):
    return [dong.chu_the for dong, _ in tra_loi.context["cac_dong"]]


def test_chi_cua_toi_moi_truoc(client, toi, tao_nguoi, bao):
    bao(toi, "A")
    bao(tao_nguoi(VaiTro.TCHC), "B")
    bao(toi, "C")

    tra_loi = client.get("/thong-bao/")

    assert cac_dong(tra_loi) == ["A", "C"]
    assert tra_loi.context["con_chua_doc"] is True


def test_mo_thi_da_doc_va_den_noi(client, toi, bao):
    dong, khac = bao(toi, "A"), bao(toi, "B")

    tra_loi = client.post(f"/thong-bao/{dong.pk}/")

    assert (tra_loi.status_code, tra_loi.url) == (302, "/don-thu/?loai=KN")
    assert [ThongBao.objects.get(pk=muc.pk).doc_luc is None for muc in (dong, khac)] == [False, True]


def test_mo_lai_khong_doi_luc_da_doc(client, toi, bao):
    luc = timezone.now() - timedelta(days=1)
    dong = bao(toi, "A", doc_luc=luc)

    client.post(f"/thong-bao/{dong.pk}/")

    assert ThongBao.objects.get().doc_luc == luc


def test_doc_het_chi_cua_toi(client, toi, tao_nguoi, bao):
    nguoi_khac = tao_nguoi(VaiTro.TCHC)
    bao(toi, "A")
    bao(toi, "B")
    bao(nguoi_khac, "C")

    tra_loi = client.post("/thong-bao/doc-het/", follow=True)

    assert "Đã đánh dấu 2 thông báo là đã đọc." in tra_loi.content.decode()
    assert tra_loi.context["con_chua_doc"] is False
    assert list(ThongBao.objects.filter(doc_luc=None).values_list("chu_the", flat=True)) == ["C"]


def test_lat_trang(client, toi, bao):
    tat_ca = [bao(toi, f"M{so}").chu_the for so in range(MOI_TRANG + 2)]

    dau = client.get("/thong-bao/")
    sau = client.get("/thong-bao/" + dau.context["trang"].sau)

    assert cac_dong(dau) + cac_dong(sau) == tat_ca


def test_rong_thi_noi_khi_nao_co(client, toi):
    assert "Chưa có thông báo nào" in client.get("/thong-bao/").content.decode()


def test_moi_muc_co_bieu_tuong():
    assert set(BIEU_TUONG) == set(MucNhac)


def test_so_truy_van_khong_theo_so_dong(client, toi, bao):
    def dem():
        client.get("/thong-bao/")
        with CaptureQueriesContext(connection) as truy_van:
            client.get("/thong-bao/")
        return len(truy_van)

    bao(toi, "A")
    mot = dem()
    bao(toi, "B")
    bao(toi, "C")

    assert dem() == mot
