"""Files over HTTP: the card, the viewer, ranges, headers, who gets which answer, quarantine."""

import re
from datetime import date
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from donthu.actions.tep import nhan_tep
from donthu.models import MucTep, TepDinhKem, TinhTrangTep
from donthu.phan_loai import LoaiDon
from tests.donthu.tep_mau import tep_anh, tep_docx, tep_pdf
from tochuc.kho_tep import bo_tep, duong_dan_that
from tochuc.models import NhatKy
from tochuc.vai_tro import VaiTro

NGAY = date(2026, 9, 1)
SO_NGAU_NHIEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": "\w+"')
CHINH_SACH = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"


@pytest.fixture(autouse=True)
def kho(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "tep"


@pytest.fixture
def khieu_nai(nhan):
    return nhan(LoaiDon.KHIEU_NAI, NGAY)


@pytest.fixture
def to_cao(nhan, tao_nguoi):
    return nhan(LoaiDon.TO_CAO, NGAY, nguoi_bi_to_cao=(tao_nguoi(VaiTro.TCHC, username="bi-to-cao"),))


@pytest.fixture
def cat(bo_may):
    """Put a file into the case."""

    def cat(don, tep=None) -> TepDinhKem:
        (dong,) = nhan_tep(
            don, nguoi=bo_may.tchc, cac_tep=[tep or tep_pdf('Đơn "gốc".pdf')], muc=MucTep.DON, da_che=True
        )
        return dong

    return cat


@pytest.fixture
def vao(client):
    def vao(nguoi):
        client.force_login(nguoi)
        return client

    return vao


def dia_chi(tep: TepDinhKem, duoi="") -> str:
    return f"/don-thu/{tep.don_id}/tep/{tep.pk}/{duoi}"


def lay(client, dia, **khac):
    """GET, and read to the end: a download closes its file only then."""
    response = client.get(dia, **khac)
    response.noi_dung = response.getvalue()
    return response


# --- Sending ---------------------------------------------------------------------------------------------------------


def test_gui_tu_trang_don_roi_ve_trang_don(vao, khieu_nai, bo_may):
    client = vao(bo_may.tiep_dan)

    response = client.post(
        f"/don-thu/{khieu_nai.pk}/tep/",
        {"muc": "don", "cac_tep": [tep_pdf("mot.pdf"), tep_anh("hai.jpg")]},
        follow=True,
    )

    assert response.redirect_chain == [(f"/don-thu/{khieu_nai.pk}/#tep", 302)]
    assert [tep.ten for tep in khieu_nai.tep.all()] == ["mot.pdf", "hai.jpg"]
    chu = response.content.decode()
    assert [cau for cau in ("Đã tải lên 02 tệp.", "mot.pdf", "hai.jpg", "Tải tệp lên") if cau not in chu] == []


def test_tep_hong_bao_ben_o_tep(vao, khieu_nai, bo_may):
    response = vao(bo_may.tchc).post(
        f"/don-thu/{khieu_nai.pk}/tep/",
        {"muc": "bang_chung", "cac_tep": [SimpleUploadedFile("a.pdf", b"MZ")]},
    )

    assert response.status_code == 200
    assert response.context["form"].errors["cac_tep"][0].startswith("a.pdf: Không phải là PDF")
    assert '<option value="bang_chung" selected>' in response.content.decode()


def test_chua_chon_tep_va_tep_rong(vao, khieu_nai, bo_may):
    client = vao(bo_may.tchc)

    loi = [
        client.post(f"/don-thu/{khieu_nai.pk}/tep/", {"muc": "don", "cac_tep": cac}).context["form"].errors["cac_tep"]
        for cac in ([], [SimpleUploadedFile("a.pdf", b"")])
    ]

    assert loi == [["Xin chọn tệp."], ["Tệp rỗng."]]


def test_to_cao_phai_danh_dau_da_che(vao, to_cao, bo_may):
    client = vao(bo_may.tchc)

    tu_choi = client.post(f"/don-thu/{to_cao.pk}/tep/", {"muc": "don", "cac_tep": [tep_pdf()]})
    nhan = client.post(f"/don-thu/{to_cao.pk}/tep/", {"muc": "don", "cac_tep": [tep_pdf()], "da_che": "on"})

    assert tu_choi.context["form"].errors["da_che"] == ["Xin xem lại tệp và xác nhận đã che danh tính người tố cáo."]
    assert "Không tải lên đơn viết tay hoặc ảnh chụp chữ viết tay." in tu_choi.content.decode()
    assert (nhan.status_code, to_cao.tep.count()) == (302, 1)


def test_may_quet_tat_thi_noi_ro_va_chua_mo_duoc(vao, khieu_nai, bo_may, settings):
    settings.CLAMAV_URL = "unix:///khong/co/clamd.sock"
    client = vao(bo_may.tchc)

    trang = client.post(f"/don-thu/{khieu_nai.pk}/tep/", {"muc": "don", "cac_tep": [tep_pdf()]}, follow=True)
    tep = khieu_nai.tep.get()

    assert "máy quét vi-rút chưa trả lời nên chưa mở được" in trang.content.decode()
    cau = "Tệp đang chờ quét vi-rút nên chưa mở được. Xin thử lại sau ít phút."
    assert cau in client.get(dia_chi(tep, "xem/")).content.decode()
    mo = client.get(dia_chi(tep))
    assert (mo.status_code, cau in mo.content.decode()) == (409, True)


def test_tep_nhiem_khong_mo_duoc(vao, khieu_nai, bo_may, cat):
    tep = cat(khieu_nai)
    TepDinhKem.objects.update(tinh_trang=TinhTrangTep.NHIEM)
    client = vao(bo_may.tchc)

    assert client.get(dia_chi(tep)).status_code == 409
    assert "<iframe" not in client.get(dia_chi(tep, "xem/")).content.decode()


def test_so_truy_van_khong_tang_theo_so_tep(vao, khieu_nai, bo_may, cat):
    client = vao(bo_may.tchc)

    def dem():
        with CaptureQueriesContext(connection) as truy_van:
            client.get(f"/don-thu/{khieu_nai.pk}/tep/")
        return len(truy_van)

    cat(khieu_nai)
    dem()  # the first page of a session writes it
    mot = dem()
    cat(khieu_nai)
    cat(khieu_nai)

    assert dem() == mot


# --- Reading ---------------------------------------------------------------------------------------------------------


def test_tai_ve_kem_dau_an_toan(vao, khieu_nai, bo_may, cat):
    tep = cat(khieu_nai)

    response = vao(bo_may.tchc).get(dia_chi(tep))

    assert response.getvalue() == duong_dan_that(tep.duong_dan).read_bytes()
    dau = (
        "Content-Type",
        "Content-Disposition",
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "X-Frame-Options",
        "Cache-Control",
        "Accept-Ranges",
        "Cross-Origin-Resource-Policy",
        "Content-Length",
    )
    assert {ten: response.headers[ten] for ten in dau} == {
        "Content-Type": "application/pdf",
        "Content-Disposition": f"attachment; filename*=utf-8''{quote('Đơn gốc.pdf')}",
        "Content-Security-Policy": CHINH_SACH,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        "Cache-Control": "private, no-store",
        "Accept-Ranges": "bytes",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Content-Length": str(tep.kich_thuoc),
    }


@pytest.mark.parametrize(
    ("tep", "cach", "the"),
    [(tep_pdf, "inline", "<iframe"), (tep_anh, "inline", 'class="anh-tep"'), (tep_docx, "attachment", "Xin tải về")],
)
def test_xem_trong_trang(vao, khieu_nai, bo_may, cat, tep, cach, the):
    dong = cat(khieu_nai, tep())
    client = vao(bo_may.tchc)

    assert lay(client, dia_chi(dong, "?xem")).headers["Content-Disposition"].split(";")[0] == cach
    assert the in client.get(dia_chi(dong, "xem/")).content.decode()


@pytest.mark.parametrize(
    ("xin", "ma", "dau", "cuoi"),
    [
        ("bytes=0-9", 206, 0, 9),
        ("bytes=5-", 206, 5, None),
        ("bytes=-7", 206, -7, None),
        ("bytes=2-999999999", 206, 2, None),
        ("bytes=-999999999", 206, 0, None),
        ("bytes=0-1,5-6", 200, None, None),
        ("bytes=-", 200, None, None),
        ("bytes=9-2", 200, None, None),
        ("dong=1-2", 200, None, None),
        ("bytes=a-b", 200, None, None),
    ],
)
def test_mot_khoang_cua_tep(vao, khieu_nai, bo_may, cat, xin, ma, dau, cuoi):
    tep = cat(khieu_nai)
    het = duong_dan_that(tep.duong_dan).read_bytes()

    response = vao(bo_may.tchc).get(dia_chi(tep), headers={"Range": xin})
    noi_dung = response.getvalue()

    assert response.status_code == ma
    if ma == 200:
        assert noi_dung == het
        return
    cho = het[dau:] if cuoi is None else het[dau : cuoi + 1]
    tu = dau % len(het)
    assert (noi_dung, response.headers["Content-Length"]) == (cho, str(len(cho)))
    assert response.headers["Content-Range"] == f"bytes {tu}-{tu + len(cho) - 1}/{len(het)}"
    assert response.headers["Content-Security-Policy"] == CHINH_SACH


@pytest.mark.parametrize("xin", ["bytes=999999999-", "bytes=-0"])
def test_khoang_ngoai_tep(vao, khieu_nai, bo_may, cat, xin):
    tep = cat(khieu_nai)

    response = vao(bo_may.tchc).get(dia_chi(tep), headers={"Range": xin})

    assert (response.status_code, response.headers["Content-Range"]) == (416, f"bytes */{tep.kich_thuoc}")


def test_moi_lan_mo_la_mot_dong_nhat_ky(vao, khieu_nai, to_cao, bo_may, cat):
    mot, hai = cat(khieu_nai), cat(to_cao)
    client = vao(bo_may.tchc)
    truoc = NhatKy.objects.count()

    for dia in (dia_chi(mot), dia_chi(hai, "?xem")):
        lay(client, dia)
        lay(client, dia, headers={"Range": "bytes=100-"})

    dong = NhatKy.objects.order_by("stt").values_list("viec", "doi_tuong", "noi_dung", "mat")[truoc:]
    assert list(dong) == [
        ("xuat", khieu_nai.ma, f"Tải về tệp số {mot.pk}", False),
        ("xem", to_cao.ma, f"Mở tệp số {hai.pk}", True),
    ]


def test_tep_mat_tren_dia_la_mot_cau(vao, khieu_nai, bo_may, cat):
    tep = cat(khieu_nai)
    bo_tep(tep.duong_dan)

    response = vao(bo_may.tchc).get(dia_chi(tep))

    assert (response.status_code, "Tệp không còn trên máy chủ" in response.content.decode()) == (409, True)


def test_ai_mo_duoc(vao, khieu_nai, to_cao, bo_may, cat):
    cac_tep = {"KN": cat(khieu_nai), "TC": cat(to_cao)}

    ma = {
        (loai, ten): lay(vao(getattr(bo_may, ten)), dia_chi(tep)).status_code
        for loai, tep in cac_tep.items()
        for ten in ("tiep_dan", "tchc", "giam_doc", "truong_khoa", "khoa_khac", "quan_tri")
    }

    assert {khoa for khoa, ma in ma.items() if ma == 200} == {
        (loai, ten) for loai in ("KN", "TC") for ten in ("tiep_dan", "tchc", "giam_doc")
    }
    assert {ma for ma in ma.values() if ma != 200} == {404}


def test_nguoi_bi_to_cao_thay_nhu_khong_co(vao, to_cao, cat):
    tep = cat(to_cao)
    client = vao(to_cao.nguoi_bi_to_cao.get())

    for duoi in ("", "?xem", "xem/"):
        that, khong = client.get(dia_chi(tep, duoi)), client.get(f"/don-thu/999999/tep/999999/{duoi}")
        assert (that.status_code, SO_NGAU_NHIEN.sub(b"", that.content)) == (404, SO_NGAU_NHIEN.sub(b"", khong.content))


def test_tep_cua_don_khac_khong_mo_qua_don_nay(vao, khieu_nai, to_cao, bo_may, cat):
    tep = cat(to_cao)

    client = vao(bo_may.tchc)

    assert [client.get(f"/don-thu/{khieu_nai.pk}/tep/{tep.pk}/{duoi}").status_code for duoi in ("", "xem/")] == [
        404,
        404,
    ]


# --- Taken out, secrecy refused --------------------------------------------------------------------------------------


def test_go_tep_tu_trang_xem(vao, khieu_nai, bo_may, cat):
    tep = cat(khieu_nai)
    client = vao(bo_may.tchc)
    assert "Gỡ tệp" in client.get(dia_chi(tep, "xem/")).content.decode()

    sai = client.post(dia_chi(tep, "go/"), {"ly_do": "khac"})
    dung = client.post(dia_chi(tep, "go/"), {"ly_do": "tai_nham"})

    assert (sai.headers["Location"], dung.headers["Location"]) == (
        dia_chi(tep, "xem/"),
        f"/don-thu/{khieu_nai.pk}/#tep",
    )
    assert khieu_nai.tep.count() == 0


def test_nguoi_khac_khong_thay_nut_go(vao, khieu_nai, bo_may, cat):
    tep = cat(khieu_nai)

    client = vao(bo_may.giam_doc)

    assert "Gỡ tệp" not in client.get(dia_chi(tep, "xem/")).content.decode()
    assert client.post(dia_chi(tep, "go/"), {"ly_do": "tai_nham"}).status_code == 409


def test_ghi_tu_choi_bao_mat(vao, to_cao, khieu_nai, bo_may):
    client = vao(bo_may.tchc)
    dia = f"/don-thu/{to_cao.pk}/tu-choi-bao-mat/"

    thieu = client.post(dia, {})
    xong = client.post(dia, {"tep": tep_pdf()})

    assert thieu.context["form"].errors["tep"] == ["Xin chọn tệp."]
    assert xong.headers["Location"] == f"/don-thu/{to_cao.pk}/"
    to_cao.refresh_from_db()
    assert to_cao.tu_choi_bao_mat is True
    assert [client.get(dia).status_code, client.get(f"/don-thu/{khieu_nai.pk}/tu-choi-bao-mat/").status_code] == [
        404,
        404,
    ]
