"""Builders: each makes one legal row with the least said; a test names only what it is about."""

import itertools
from collections.abc import Iterable
from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from donthu.actions.bi_mat import lap_danh_sach
from donthu.models import CongDan, DonThu, LinhVuc, NguoiDuocBiet, VuViec
from donthu.phan_loai import LoaiDon, NguonDon
from donthu.quy_trinh import QUY_TRINH
from donthu.quy_trinh.buoc import Buoc
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
    """A petition as a row, without procedure: for lists, searches and reports.

    A tố cáo is known to `duoc_biet`, a list of people; when nothing is said, to whom it would be at its registration.
    """

    def tao(duoc_biet: Iterable[NhanVien] | None = None, **khac) -> DonThu:
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
        if don.loai == LoaiDon.TO_CAO:
            _lap_danh_sach(don, duoc_biet)
        return don

    return tao


# What a step asks of the petition beside its state, where a plain eligible one does not have it.
CAN_CO = {
    Buoc.LUU_DON: {"du_dieu_kien": False, "thuoc_tham_quyen": False},
    Buoc.HUONG_DAN: {"thuoc_tham_quyen": False},
    Buoc.CHUYEN_DON: {"thuoc_tham_quyen": False},
    Buoc.TIEP_TUC: {"dang_tam_dinh_chi": True},
    Buoc.KET_QUA_GIAM_DINH: {"dang_giam_dinh": True},
    Buoc.BO_DUNG_THI_HANH: {"dang_dung_thi_hanh": True},
    Buoc.BAO_VE: {"cho_bao_ve": True},
    Buoc.TU_CHOI_BAO_VE: {"cho_bao_ve": True},
    Buoc.THOI_BAO_VE: {"dang_bao_ve": True},
    Buoc.CHUYEN_KIEM_TRA: {"nac_danh": True, "co_chung_cu": True},
}


@pytest.fixture
def don_truoc_buoc(tao_don):
    """A petition as a row, standing where a step of its kind begins, with the clocks that the step closes."""

    def tao(loai: LoaiDon, buoc: Buoc, **khac) -> DonThu:
        duong = QUY_TRINH[loai][buoc]
        mac_dinh = {"du_dieu_kien": True, "thuoc_tham_quyen": True, "nguon": NguonDon.TRUC_TIEP}
        can_co = CAN_CO.get(buoc, {})
        if buoc == Buoc.KHONG_XU_LY:
            can_co = {"nac_danh": loai == LoaiDon.TO_CAO, "du_dieu_kien": False, "thuoc_tham_quyen": False}
        don = tao_don(loai=loai, trang_thai=duong.tu[0], **mac_dinh | can_co | khac)
        chung = {"tu_ngay": don.ngay_nhan, "han": don.ngay_nhan, "han_goc": don.ngay_nhan, "quyen": duong.quyen}
        for viec in duong.xong:
            don.han_viec.create(chu_the=f"don:{don.pk}", viec=viec, **chung)
        return don

    return tao


def _lap_danh_sach(don: DonThu, duoc_biet: Iterable[NhanVien] | None) -> None:
    if duoc_biet is None:
        lap_danh_sach(don, None, don.ngay_nhan)
        return
    NguoiDuocBiet.objects.bulk_create(
        NguoiDuocBiet(don=don, nhan_vien=nguoi, ly_do="Cần biết", tu_ngay=don.ngay_nhan) for nguoi in duoc_biet
    )
