"""Filters of the register: each alone finds exactly its rows, together they meet."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from donthu.bo_loc import SO_NGAY_CHUA_XU_LY, BoLocDon
from donthu.models import DonThu, HanViec, LinhVuc, VuViec
from donthu.phan_loai import DOAN_DONG_NGUOI, HuongXuLy, LoaiDon, NguonDon
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tochuc.vai_tro import Quyen

NGAY = date(2026, 9, 30)


def loc(chu: str) -> list[str]:
    bo_loc = BoLocDon(QueryDict(chu), queryset=DonThu.objects.order_by("ma"), ngay=NGAY)
    return [don.ma for don in bo_loc.qs]


def mo_dong_ho(don, han, viec=Viec.GIAI_QUYET_KNPA, **khac):
    return HanViec.objects.create(
        don=don,
        chu_the=f"don:{don.pk}",
        viec=viec,
        tu_ngay=don.ngay_nhan,
        han=han,
        han_goc=han,
        quyen=Quyen.DUYET,
        **khac,
    )


@pytest.fixture
def cac_don(tao_don, tao_don_vi):
    """Five petitions, each different in every filter."""
    khoa, phong = tao_don_vi("NOI"), tao_don_vi("TCHC")
    goc, la = LinhVuc.objects.get(ma="02"), LinhVuc.objects.get(ma="02.01")
    da_xu_ly = {"ngay_xu_ly": NGAY, "du_dieu_kien": True, "thuoc_tham_quyen": True, "huong_xu_ly": HuongXuLy.THU_LY}
    a = tao_don(ma="A", loai=LoaiDon.KHIEU_NAI, ngay_nhan=date(2026, 9, 30), linh_vuc=la, nguon=NguonDon.TRUC_TIEP)
    b = tao_don(
        ma="B",
        loai=LoaiDon.TO_CAO,
        ngay_nhan=date(2026, 9, 10),
        linh_vuc=goc,
        trang_thai=TrangThai.DANG_GIAI_QUYET,
        don_vi=khoa,
        **da_xu_ly,
    )
    tao_don(
        ma="C",
        ngay_nhan=date(2026, 9, 1),
        linh_vuc=LinhVuc.objects.get(ma="03.02"),
        trang_thai=TrangThai.KET_THUC,
        don_vi=phong,
        so_nguoi=DOAN_DONG_NGUOI,
        vu_viec=VuViec.objects.create(ma="VV.CHUNG"),
        **da_xu_ly,
    )
    d = tao_don(ma="D", ngay_nhan=NGAY - timedelta(days=SO_NGAY_CHUA_XU_LY), so_nguoi=DOAN_DONG_NGUOI - 1)
    tao_don(ma="E", loai=LoaiDon.KHAC, ngay_nhan=date(2026, 8, 30), nguon=NguonDon.HOM_THU)
    mo_dong_ho(a, NGAY)
    mo_dong_ho(b, NGAY - timedelta(days=1))
    mo_dong_ho(d, NGAY - timedelta(days=1), dung_tu=NGAY - timedelta(days=9))
    mo_dong_ho(d, NGAY - timedelta(days=2), Viec.BAO_KET_QUA_TIEP, ngay_xong=NGAY)


@pytest.mark.parametrize(
    ("chu", "mong_doi"),
    [
        ("", ["A", "B", "C", "D", "E"]),
        ("loai=KN", ["A"]),
        ("loai=PHAN_ANH", ["C", "D"]),
        ("trang_thai=dang_giai_quyet", ["B"]),
        ("trang_thai=dang_mo", ["A", "B", "D", "E"]),
        ("linh_vuc=02", ["A", "B", "D", "E"]),
        ("linh_vuc=02.01", ["A", "D", "E"]),
        ("linh_vuc=03", ["C"]),
        ("don_vi=NOI", ["B"]),
        ("nguon=hom_thu", ["E"]),
        ("tu=10/09/2026", ["A", "B"]),
        ("den=01/09/2026", ["C", "D", "E"]),
        ("tu=2026-09-01&den=2026-09-10", ["B", "C"]),
        ("vu_viec=VV.CHUNG", ["C"]),
        ("qua_han=1", ["B"]),  # not the one that stands still, nor the one that is done
        ("dau_hieu=dong_nguoi", ["C"]),
        ("chua_xu_ly=1", ["D"]),  # ý kiến khác is in no procedure of law
        ("loai=PHAN_ANH&dau_hieu=dong_nguoi", ["C"]),
        ("loai=TC&don_vi=TCHC", []),
        ("qua_han=0&dau_hieu=", ["A", "B", "C", "D", "E"]),
    ],
)
def test_moi_dieu_kien(cac_don, chu, mong_doi):
    assert loc(chu) == mong_doi


@pytest.mark.parametrize(
    "chu",
    [
        "loai=XX",
        "trang_thai=xong",
        "linh_vuc=99",
        "don_vi=KHONG",
        "nguon=x",
        "dau_hieu=x",
        "tu=32/01/2026",
        "den=hom+qua",
    ],
)
def test_gia_tri_la_duoc_bao_va_khong_loc(cac_don, chu):
    bo_loc = BoLocDon(
        QueryDict(f"{chu}&loai=KN" if "loai" not in chu else chu), queryset=DonThu.objects.all(), ngay=NGAY
    )

    assert bo_loc.is_valid() is False
    assert list(bo_loc.form.errors) == [chu.partition("=")[0]]


def test_mot_don_qua_han_la_mot_dong(cac_don):
    don = DonThu.objects.get(ma="B")
    mo_dong_ho(don, NGAY - timedelta(days=5), Viec.CHUYEN_TC)
    mo_dong_ho(don, NGAY - timedelta(days=5), Viec.THU_LY_TC)

    som_nhat = HanViec.objects.qua_han_som_nhat(NGAY)

    assert [(han.don.ma, han.han) for han in som_nhat] == [("B", NGAY - timedelta(days=5))]


def test_danh_muc_chi_doc_khi_can(cac_don):
    with CaptureQueriesContext(connection) as truy_van:
        loc("loai=KN")

    assert len(truy_van) == 1
