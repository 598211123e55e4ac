"""Builders: each makes one legal row with the least said; a test names only what it is about."""

import itertools
from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from donthu.models import CongDan, DonThu, LinhVuc, VuViec
from donthu.phan_loai import LoaiDon, NguonDon
from donthu.quy_trinh.trang_thai import DA_DONG
from tochuc.chuoi_bam import lenh_bo, lenh_tao
from tochuc.models import DonVi, NhanVien
from tochuc.vai_tro import VaiTro

_dem = itertools.count(1)


def _dung_giao_dich_that(request) -> bool:
    dau = request.node.get_closest_marker("django_db")
    return {"transactional_db", "live_server"} & set(request.fixturenames) or bool(
        dau and dau.kwargs.get("transaction")
    )


@pytest.fixture(autouse=True)
def du_lieu_va_rao(request):
    """Load the reference data again for tests with real transactions, whose flush takes it away.

    On SQLite the triggers of append-only tables would refuse the flush, so they are off while it runs.
    """
    if not _dung_giao_dich_that(request):
        yield
        return
    request.getfixturevalue("transactional_db")
    import_module("tochuc.migrations.0002_du_lieu_dau").nap_du_lieu(apps, None)
    import_module("donthu.migrations.0002_du_lieu_dau").nap_linh_vuc(apps, None)
    _chay(lenh_bo)
    _chay(lenh_tao)
    yield
    _chay(lenh_bo)


def _chay(lenh_cua) -> None:
    with connection.cursor() as con_tro:
        for bang in ("tochuc_nhatky", "donthu_lichsu"):
            for lenh in lenh_cua(connection.vendor, bang):
                con_tro.execute(lenh)


@pytest.fixture
def tao_don_vi(db):
    def tao(ma: str | None = None, **khac) -> DonVi:
        so = next(_dem)
        mac_dinh = {"ten": f"Khoa số {so}", "loai": "KHOA", "duoc_giao": True}
        return DonVi.objects.create(ma=ma or f"K{so}", **mac_dinh | khac)

    return tao


@pytest.fixture
def tao_nguoi(db):
    def tao(*vai_tro: VaiTro, **khac) -> NhanVien:
        so = next(_dem)
        mac_dinh = {"username": f"nguoi{so}", "ho_ten": f"Người Số {so}", "email": f"nguoi{so}@example.vn"}
        return NhanVien.objects.tao(password="mat-khau-thu-1", vai_tro=vai_tro, **mac_dinh | khac)

    return tao


@pytest.fixture
def tao_don(db):
    """A petition as a row, without procedure: for lists, searches and reports."""

    def tao(**khac) -> DonThu:
        so = next(_dem)
        ma = khac.pop("ma", f"D{so}")
        mac_dinh = {
            "loai": LoaiDon.PHAN_ANH,
            "nguon": NguonDon.BUU_CHINH,
            "ngay_nhan": date(2026, 9, 1),
            "tom_tat": f"Nội dung đơn số {so}",
            "linh_vuc": khac.pop("linh_vuc", None) or LinhVuc.objects.get(ma="02.01"),
            "vu_viec": khac.pop("vu_viec", None) or VuViec.objects.create(ma=f"VV.{ma}"),
        }
        truong = mac_dinh | khac
        if truong["loai"] == LoaiDon.TO_CAO:
            truong.setdefault("ma_nguoi_to_cao", f"NTC-2026-{so:04d}")
        else:
            truong.setdefault("cong_dan", CongDan.objects.create(ho_ten=f"Công Dân {so}"))
        if truong.get("trang_thai") in DA_DONG:
            truong.setdefault("ngay_ket_thuc", truong["ngay_nhan"])
        nguoi_bi_to_cao = truong.pop("nguoi_bi_to_cao", ())
        don = DonThu.objects.create(ma=ma, **truong)
        don.nguoi_bi_to_cao.set(nguoi_bi_to_cao)
        return don

    return tao
