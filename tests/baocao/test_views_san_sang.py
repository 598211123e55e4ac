"""The page of the sixteen points, and the same on paper: who sees it, which buttons, all points."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from baocao.san_sang import CAC_DIEM
from tochuc.models import NhatKy
from tochuc.vai_tro import VaiTro


@pytest.fixture
def tchc(tao_nguoi):
    return tao_nguoi(VaiTro.TCHC)


@pytest.mark.parametrize(
    ("vai_tro", "ma"),
    [
        (VaiTro.TCHC, 200),
        (VaiTro.LANH_DAO, 200),
        (VaiTro.TRUONG_DON_VI, 403),
        (VaiTro.TIEP_DAN, 403),
        (VaiTro.QUAN_TRI, 403),
    ],
)
def test_ai_xem_bang_san_sang(client, tao_nguoi, vai_tro, ma):
    client.force_login(tao_nguoi(vai_tro))

    cac_ma = [
        client.get(dia_chi).status_code
        for dia_chi in ("/bao-cao/san-sang/", "/bao-cao/san-sang/san-sang.pdf", "/bao-cao/minh-chung/")
    ]

    assert cac_ma == [ma] * 3


def test_nut_sua_chi_cho_nguoi_lam_duoc(client, tao_nguoi, tchc):
    lanh_dao = tao_nguoi(VaiTro.LANH_DAO)

    def cac_nut(nguoi):
        client.force_login(nguoi)
        cac_dong = client.get("/bao-cao/san-sang/").context["cac_dong"]
        return {dong.yeu_cau.so for dong, nut in cac_dong if nut}

    cua_tchc, cua_lanh_dao = cac_nut(tchc), cac_nut(lanh_dao)

    assert {1, 2, 3, 5, 13, 15} <= cua_tchc
    assert cua_lanh_dao.isdisjoint({1, 2, 3, 5, 13, 15})


def test_trang_va_ban_in_co_du_16_diem(client, tchc):
    client.force_login(tchc)

    trang = " ".join(client.get("/bao-cao/san-sang/").content.decode().split())
    tep = client.get("/bao-cao/san-sang/san-sang.pdf")
    ban_in = " ".join("".join(trang.extract_text() for trang in PdfReader(BytesIO(tep.content)).pages).split())

    assert [yeu_cau.so for yeu_cau, _ in CAC_DIEM if f"{yeu_cau.so}. {yeu_cau.ten}" not in trang] == []
    assert [yeu_cau.so for yeu_cau, _ in CAC_DIEM if yeu_cau.can_cu.split(";")[0] not in ban_in] == []
    assert NhatKy.objects.filter(doi_tuong="san_sang").count() == 1
