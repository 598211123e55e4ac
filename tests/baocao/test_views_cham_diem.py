"""The pages of the scorecards: who sees which, what they say of themselves, on paper too."""

from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from baocao.ky import ky_hien_tai
from tochuc.vai_tro import VaiTro


@pytest.fixture
def khoa(tao_don_vi):
    return tao_don_vi()


@pytest.fixture
def nam_nay():
    return ky_hien_tai(timezone.localdate()).nam


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
def test_ai_xem_moi_don_vi(client, tao_nguoi, khoa, nam_nay, vai_tro, ma):
    client.force_login(tao_nguoi(vai_tro))

    nhan_duoc = [
        client.get(dia_chi).status_code
        for dia_chi in (
            "/bao-cao/cham-diem/",
            f"/bao-cao/cham-diem/{nam_nay}/bang-diem.pdf",
            f"/bao-cao/cham-diem/{nam_nay}/{khoa.pk}/",
        )
    ]

    assert nhan_duoc == [ma] * 3


@pytest.mark.parametrize("vai_tro", [VaiTro.TRUONG_DON_VI, VaiTro.CHUYEN_VIEN])
def test_don_vi_xem_diem_cua_minh(client, tao_nguoi, tao_don_vi, khoa, nam_nay, vai_tro):
    client.force_login(tao_nguoi(vai_tro, don_vi=khoa))
    khac = tao_don_vi()
    goc = f"/bao-cao/cham-diem/{nam_nay}"

    assert client.get("/bao-cao/cham-diem/don-vi-toi/").url == f"{goc}/{khoa.pk}/"
    assert [client.get(f"{goc}/{khoa.pk}/{duoi}").status_code for duoi in ("", "A1/", "phieu-diem.pdf")] == [200] * 3
    assert [client.get(f"{goc}/{khac.pk}/{duoi}").status_code for duoi in ("", "A1/", "phieu-diem.pdf")] == [403] * 3


def test_khong_co_don_vi_thi_khong_co_diem(client, tao_nguoi):
    client.force_login(tao_nguoi(VaiTro.TRUONG_DON_VI))

    assert client.get("/bao-cao/cham-diem/don-vi-toi/").status_code == 404


@pytest.mark.parametrize("duoi", ["{nam}/{khoa}/Z9/", "{nam_sau}/{khoa}/", "1999/{khoa}/", "{nam}/999/"])
def test_khong_co_trang_nay(client, tao_nguoi, khoa, nam_nay, duoi):
    client.force_login(tao_nguoi(VaiTro.TCHC))

    dia_chi = duoi.format(nam=nam_nay, nam_sau=nam_nay + 1, khoa=khoa.pk)

    assert client.get(f"/bao-cao/cham-diem/{dia_chi}").status_code == 404


def test_truong_khoa_thay_nut_bang_diem(client, tao_nguoi, khoa):
    client.force_login(tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=khoa))

    assert "/bao-cao/cham-diem/don-vi-toi/" in client.get("/giao-viec/").content.decode()


def test_trang_noi_day_la_thang_diem_noi_bo(client, tao_nguoi, khoa, nam_nay):
    client.force_login(tao_nguoi(VaiTro.TCHC))
    goc = f"/bao-cao/cham-diem/{nam_nay}"

    cac_trang = [client.get(dia_chi).content.decode() for dia_chi in ("/bao-cao/cham-diem/", f"{goc}/{khoa.pk}/")]
    cac_pdf = [
        "".join(trang.extract_text() for trang in PdfReader(BytesIO(client.get(dia_chi).content)).pages)
        for dia_chi in (f"{goc}/bang-diem.pdf", f"{goc}/{khoa.pk}/phieu-diem.pdf")
    ]

    assert all("Thang điểm nội bộ của Trung tâm" in " ".join(chu.split()) for chu in (*cac_trang, *cac_pdf))
    assert all("không phát sinh" in chu.lower() for chu in (*cac_trang, *cac_pdf))


@pytest.mark.parametrize("chu", ["", "abc", "1999", "2101"])
def test_nam_la_khong_hop_le_thi_nam_nay(client, tao_nguoi, nam_nay, chu):
    client.force_login(tao_nguoi(VaiTro.TCHC))

    assert client.get("/bao-cao/cham-diem/", {"nam": chu}).context["nam"].nam == nam_nay
