"""The page of the log."""

from datetime import UTC, datetime

import pytest

from tochuc.models import NhatKy, SoDem
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.vai_tro import VaiTro


@pytest.mark.parametrize(
    ("vai_tro", "ma"),
    [
        (None, 302),
        (VaiTro.TIEP_DAN, 403),
        (VaiTro.TCHC, 403),
        (VaiTro.TRUONG_DON_VI, 403),
        (VaiTro.CHUYEN_VIEN, 403),
        (VaiTro.LANH_DAO, 200),
        (VaiTro.QUAN_TRI, 200),
    ],
)
def test_who_reads_the_log(client, tao_nguoi, vai_tro, ma):
    if vai_tro:
        client.force_login(tao_nguoi(vai_tro))

    assert client.get("/quan-tri/nhat-ky/").status_code == ma


def ghi_luc(nguoi, viec, doi_tuong, luc):
    """A line of a given moment, in the chain as it stands."""
    stt = SoDem.lay("nhat_ky", 0)
    dong = NhatKy(thoi_diem=luc, nguoi=nguoi, viec=viec, doi_tuong=doi_tuong)
    dong.noi_tiep(NhatKy.objects.filter(stt=stt - 1).first()).save()


@pytest.fixture
def nam_dong(quan_tri, tao_nguoi):
    hoa = tao_nguoi(VaiTro.TCHC, ho_ten="Lê Thị Hoa")
    # 17:00 UTC is midnight here.
    ghi_luc(hoa, ViecNhatKy.XEM, "don:1", datetime(2026, 11, 19, 16, 59, 59, tzinfo=UTC))
    ghi_luc(hoa, ViecNhatKy.XEM, "don:2", datetime(2026, 11, 19, 17, 0, tzinfo=UTC))
    ghi_luc(hoa, ViecNhatKy.XUAT, "so_don", datetime(2026, 11, 20, 16, 59, tzinfo=UTC))
    ghi_luc(quan_tri, ViecNhatKy.SUA, "trung_tam", datetime(2026, 11, 20, 17, 0, tzinfo=UTC))
    ghi_luc(None, ViecNhatKy.NHAP, "don:1", datetime(2026, 11, 21, 1, 0, tzinfo=UTC))
    return hoa


@pytest.mark.parametrize(
    ("tham_so", "thay"),
    [
        ({}, [5, 4, 3, 2, 1]),
        ({"viec": "xem"}, [2, 1]),
        ({"doi_tuong": "don:1"}, [5, 1]),
        ({"tu_ngay": "20/11/2026"}, [5, 4, 3, 2]),
        ({"den_ngay": "20/11/2026"}, [3, 2, 1]),
        ({"tu_ngay": "20/11/2026", "den_ngay": "20/11/2026"}, [3, 2]),
        ({"viec": "in_an"}, []),
        ({"tu_ngay": "hôm qua"}, [5, 4, 3, 2, 1]),
        ({"den_ngay": "31/12/9999"}, [5, 4, 3, 2, 1]),
        ({"nguoi": "khong-phai-so"}, [5, 4, 3, 2, 1]),
    ],
)
def test_filter(client, quan_tri, nam_dong, tham_so, thay):
    client.force_login(quan_tri)

    trang = client.get("/quan-tri/nhat-ky/", tham_so)

    assert [dong.stt for dong in trang.context["trang"]] == thay


def test_filter_by_person(client, quan_tri, nam_dong):
    client.force_login(quan_tri)

    trang = client.get("/quan-tri/nhat-ky/", {"nguoi": nam_dong.pk, "viec": "xem"})

    assert [dong.stt for dong in trang.context["trang"]] == [2, 1]
    assert [chip["gia_tri"] for chip in trang.context["cac_chip"]] == ["Lê Thị Hoa", "Xem"]


def test_line_tells_who_what_when(client, quan_tri, nam_dong):
    client.force_login(quan_tri)

    noi_dung = client.get("/quan-tri/nhat-ky/", {"doi_tuong": "don:1"}).content.decode()

    assert "23:59:59 19/11/2026" in noi_dung
    assert "Lê Thị Hoa" in noi_dung
    assert "Hệ thống" in noi_dung


def test_pages_cost_the_same(client, quan_tri, django_assert_num_queries):
    client.force_login(quan_tri)
    for so in range(120):
        NhatKy.ghi(quan_tri, ViecNhatKy.XEM, f"don:{so}")

    dau = client.get("/quan-tri/nhat-ky/").context["trang"]
    with django_assert_num_queries(8):  # session, person, two counts of paging, rows, settings, roles, notices
        hai = client.get(f"/quan-tri/nhat-ky/{dau.sau}").context["trang"]
    cuoi = client.get(f"/quan-tri/nhat-ky/{dau.cuoi}").context["trang"]

    assert [dau.dong[0].stt, dau.dong[-1].stt] == [120, 71]
    assert [hai.dong[0].stt, hai.dong[-1].stt] == [70, 21]
    assert cuoi.dong[-1].stt == 1


def test_empty_log_says_what_will_stand_there(client, quan_tri):
    client.force_login(quan_tri)

    assert "Nhật ký chưa có dòng nào" in client.get("/quan-tri/nhat-ky/").content.decode()
