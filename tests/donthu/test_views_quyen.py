"""Every address of the petitions × everybody: exactly who gets what."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from donthu.models import ThongBao
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.vai_tro import VaiTro

MOI_NGUOI = ("khach", "tiep_dan", "tchc", "giam_doc", "truong_khoa", "khoa_khac", "quan_tri", "bi_to_cao")
KHACH = 302


@pytest.fixture
def cac_nguoi(bo_may, tao_nguoi):
    """By name; `bi_to_cao` is of TCHC and is accused in the tố cáo, `khach` is nobody."""
    nguoi = {ten: getattr(bo_may, ten) for ten in MOI_NGUOI if ten not in ("khach", "bi_to_cao")}
    return nguoi | {"khach": None, "bi_to_cao": tao_nguoi(VaiTro.TCHC)}


@pytest.fixture
def hom_qua():
    return timezone.localdate() - timedelta(days=1)


@pytest.fixture
def phan_anh(bo_may, nhan, thu_ly, lam, hom_qua):
    """A phản ánh that the khoa resolves."""
    don = thu_ly(nhan(LoaiDon.PHAN_ANH, hom_qua), hom_qua)
    return lam(don, Buoc.GIAO_DON_VI, bo_may.tchc, hom_qua, don_vi=bo_may.khoa)


@pytest.fixture
def to_cao(nhan, cac_nguoi, hom_qua):
    return nhan(LoaiDon.TO_CAO, hom_qua, nguoi_bi_to_cao=(cac_nguoi["bi_to_cao"],))


@pytest.fixture
def to_cao_lanh_dao(nhan, hom_qua):
    return nhan(LoaiDon.TO_CAO, hom_qua, bi_to_cao_lanh_dao=True)


def cac_ma(client, cac_nguoi, dia_chi, phuong_thuc="get", **khac):
    """Status for each person, in the order of MOI_NGUOI."""
    ma = []
    for ten in MOI_NGUOI:
        client.logout()
        if cac_nguoi[ten]:
            client.force_login(cac_nguoi[ten])
        tra_loi = getattr(client, phuong_thuc)(dia_chi, **khac)
        if tra_loi.streaming:
            tra_loi.getvalue()  # a workbook closes itself when it was read
        ma.append(tra_loi.status_code)
    return tuple(ma)


@pytest.mark.parametrize(
    ("ten", "mong_doi"),
    [
        ("viec_cua_toi", (200, 200, 200, 200, 200, 200, 200, 200)),  # the landing page for a visitor
        ("danh_sach", (KHACH, 200, 200, 200, 200, 200, 403, 200)),
        ("xuat", (KHACH, 200, 200, 200, 200, 200, 403, 200)),
        ("nhap_don", (KHACH, 200, 200, 403, 403, 403, 403, 200)),
        ("giao_viec", (KHACH, 403, 200, 200, 200, 200, 403, 200)),
        ("thong_bao", (KHACH, 200, 200, 200, 200, 200, 200, 200)),
        ("tim_cong_dan", (KHACH, 405, 405, 403, 403, 403, 403, 405)),  # POST only
        ("doc_het", (KHACH, 405, 405, 405, 405, 405, 405, 405)),
    ],
)
def test_trang_chung(client, cac_nguoi, ten, mong_doi):
    assert cac_ma(client, cac_nguoi, reverse(f"donthu:{ten}")) == mong_doi


def test_phan_anh(client, cac_nguoi, phan_anh):
    dia_chi = phan_anh.get_absolute_url()

    assert cac_ma(client, cac_nguoi, dia_chi) == (KHACH, 200, 200, 200, 200, 404, 404, 200)
    assert cac_ma(client, cac_nguoi, f"{dia_chi}nhan-than/") == (KHACH, *[405] * 7)
    assert cac_ma(client, cac_nguoi, f"{dia_chi}nhan-than/", "post") == (KHACH, 200, 200, 200, 200, 404, 404, 200)


def test_to_cao_nguoi_bi_to_cao_khong_biet(client, cac_nguoi, to_cao):
    assert cac_ma(client, cac_nguoi, to_cao.get_absolute_url()) == (KHACH, 200, 200, 200, 404, 404, 404, 404)


def test_to_cao_lanh_dao_thi_lanh_dao_khong_biet(client, cac_nguoi, to_cao_lanh_dao):
    assert cac_ma(client, cac_nguoi, to_cao_lanh_dao.get_absolute_url()) == (KHACH, 200, 200, 404, 404, 404, 404, 200)


@pytest.mark.parametrize("phuong_thuc", ["get", "post"])
@pytest.mark.parametrize(
    ("buoc", "duoc"),
    [
        (Buoc.GIAO_DON_VI, {"tchc", "giam_doc", "bi_to_cao"}),
        (Buoc.BAO_CAO_KET_QUA, {"truong_khoa"}),
        (Buoc.GIA_HAN, {"giam_doc"}),
        (Buoc.DINH_CHI, {"giam_doc"}),
    ],
)
def test_buoc_cua_phan_anh(client, cac_nguoi, phan_anh, buoc, duoc, phuong_thuc):
    khong_thay = {"khoa_khac", "quan_tri"}
    mong_doi = [KHACH, *(200 if ten in duoc else 404 if ten in khong_thay else 403 for ten in MOI_NGUOI[1:])]

    ma = cac_ma(client, cac_nguoi, reverse("donthu:lam_buoc", args=[phan_anh.pk, buoc]), phuong_thuc)

    assert ma == tuple(mong_doi)  # an empty form is shown again with its mistakes


def test_buoc_cua_to_cao(client, cac_nguoi, to_cao):
    ma = cac_ma(client, cac_nguoi, reverse("donthu:lam_buoc", args=[to_cao.pk, Buoc.PHAN_LOAI]))

    assert ma == (KHACH, 403, 200, 200, 404, 404, 404, 404)  # who resolves a tố cáo may do all of it himself


def test_buoc_khong_co_thi_404_chua_den_luot_thi_409(client, bo_may, phan_anh):
    client.force_login(bo_may.tchc)

    def ma(buoc):
        return client.get(reverse("donthu:lam_buoc", args=[phan_anh.pk, buoc])).status_code

    assert (ma("xoa"), ma(Buoc.TIEP_NHAN), ma(Buoc.PHAN_LOAI), ma(Buoc.CONG_KHAI)) == (404, 404, 409, 409)


def test_thong_bao_cua_ai_nguoi_ay_mo(client, cac_nguoi, tao_don):
    bay_gio = timezone.now()
    dong = ThongBao.objects.create(
        nguoi=cac_nguoi["tchc"],
        chu_the="x",
        muc="hom_nay",
        han=timezone.localdate(),
        noi_dung="Đến hạn",
        dia_chi="/don-thu/",
        tao_luc=bay_gio,
    )

    ma = cac_ma(client, cac_nguoi, reverse("donthu:mo_thong_bao", args=[dong.pk]), "post")

    assert ma == (KHACH, 404, 302, 404, 404, 404, 404, 404)


@pytest.mark.parametrize("pk", ["0", "99999999999999999999"])
def test_don_khong_co(client, bo_may, pk):
    client.force_login(bo_may.tchc)

    assert client.get(f"/don-thu/{pk}/").status_code == 404
