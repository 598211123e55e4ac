"""Files taken in: all or none, clean, scanned, hidden names of a tố cáo; taken out again on the same day."""

import socket
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError
from django.utils import timezone

from donthu.actions.tep import LyDoGo, ghi_tu_choi_bao_mat, go_tep, nhan_tep, quet_lai
from donthu.models import BangChung, DonThu, MucTep, TepDinhKem, TinhTrangTep
from donthu.phan_loai import LoaiDon
from tests.donthu.tep_mau import tep_anh, tep_docx, tep_pdf
from tests.tochuc.may_quet import VI_RUT, may_quet
from tochuc import nhan_tep as nhan_tep_gui
from tochuc.kho_tep import duong_dan_that
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhatKy

NGAY = date(2026, 9, 1)


@pytest.fixture(autouse=True)
def kho(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "tep"
    return settings.MEDIA_ROOT


@pytest.fixture
def khieu_nai(nhan):
    return nhan(LoaiDon.KHIEU_NAI, NGAY)


@pytest.fixture
def to_cao(nhan):
    return nhan(LoaiDon.TO_CAO, NGAY)


@pytest.fixture
def gui(bo_may):
    def gui(don, *cac_tep, nguoi=None, muc=MucTep.BANG_CHUNG, **khac):
        return nhan_tep(don, nguoi=nguoi or bo_may.tchc, cac_tep=cac_tep, muc=muc, **khac)

    return gui


@pytest.fixture
def clamd(settings):
    """Where the scanner will listen; nobody does yet."""
    o_cam = socket.create_server(("127.0.0.1", 0))
    settings.CLAMAV_URL = f"tcp://127.0.0.1:{o_cam.getsockname()[1]}"
    yield o_cam
    o_cam.close()


def cac_tep_tren_dia(kho: Path) -> list[Path]:
    return sorted(muc for muc in kho.rglob("*") if muc.is_file())


def nhat_ky(don):
    return list(NhatKy.objects.filter(doi_tuong=don.ma).order_by("stt").values_list("viec", "noi_dung", "mat"))


def test_nhan_tep_ghi_dong_bam_va_nhat_ky(gui, khieu_nai, bo_may, kho):
    mot, hai = gui(khieu_nai, tep_pdf("Đơn của ông A.pdf", so_trang=2), tep_anh())

    assert (mot.ten, mot.kieu, mot.so_trang, mot.muc) == ("Đơn của ông A.pdf", "application/pdf", 2, "bang_chung")
    assert (hai.ten, hai.kieu, hai.so_trang, hai.nguoi) == ("anh.jpg", "image/jpeg", 1, bo_may.tchc)
    assert mot.tinh_trang == TinhTrangTep.KHONG_QUET
    noi = duong_dan_that(mot.duong_dan)
    assert (noi.stat().st_size, noi.stat().st_mode & 0o777) == (mot.kich_thuoc, 0o640)
    assert "ong-a" not in mot.duong_dan.lower()
    assert len(mot.sha256) == 64
    assert cac_tep_tren_dia(kho) == sorted(duong_dan_that(tep.duong_dan) for tep in (mot, hai))
    assert nhat_ky(khieu_nai)[-1] == ("nhap", "Tải lên 02 tệp: thông tin, tài liệu, chứng cứ", False)


def test_mot_tep_hong_thi_khong_giu_tep_nao(gui, khieu_nai, kho):
    with pytest.raises(LoiNghiepVu) as loi:
        gui(khieu_nai, tep_pdf(), SimpleUploadedFile("mo.pdf", b"MZ chuong trinh"))

    assert str(loi.value) == (
        "mo.pdf: Không phải là PDF, ảnh JPEG, PNG, WebP, tệp DOCX hoặc XLSX. Xin quét hoặc lưu lại một trong các dạng "
        "này. Chưa tệp nào được lưu."
    )
    assert (TepDinhKem.objects.count(), cac_tep_tren_dia(kho)) == (0, [])


def test_co_so_du_lieu_hong_thi_tep_roi_dia(gui, khieu_nai, kho, monkeypatch):
    def hong(*_, **__):
        raise DatabaseError

    monkeypatch.setattr(NhatKy, "ghi", hong)

    with pytest.raises(DatabaseError):
        gui(khieu_nai, tep_pdf())

    assert (TepDinhKem.objects.count(), cac_tep_tren_dia(kho)) == (0, [])


def test_dia_khong_ghi_duoc(gui, khieu_nai, kho):
    kho.mkdir(parents=True)
    (kho / f"{timezone.localdate():%Y}").write_text("chắn chỗ")

    with pytest.raises(LoiNghiepVu, match="Máy chủ không lưu được tệp"):
        gui(khieu_nai, tep_pdf())


def test_so_tep_va_tong_kich_thuoc(gui, khieu_nai, monkeypatch):
    with pytest.raises(LoiNghiepVu, match="Xin chọn ít nhất một tệp"):
        gui(khieu_nai)
    with pytest.raises(LoiNghiepVu, match="nhiều nhất 10 tệp"):
        gui(khieu_nai, *[tep_anh() for _ in range(11)])
    monkeypatch.setattr(nhan_tep_gui, "TONG_MB_MOT_LAN", 0)
    with pytest.raises(LoiNghiepVu, match="cộng lại lớn hơn"):
        gui(khieu_nai, tep_anh())


def test_ai_duoc_gui(gui, khieu_nai, to_cao, bo_may):
    duoc = {}
    for ten in ("tiep_dan", "tchc", "giam_doc", "truong_khoa", "khoa_khac", "quan_tri"):
        for don in (khieu_nai, to_cao):
            try:
                gui(don, tep_anh(), nguoi=getattr(bo_may, ten), da_che=True)
            except PermissionDenied:
                continue
            duoc.setdefault(don.loai, []).append(ten)

    assert duoc == {"KN": ["tiep_dan", "tchc", "giam_doc"], "TC": ["tiep_dan", "tchc", "giam_doc"]}


def test_to_cao_phai_xac_nhan_da_che(gui, to_cao, kho):
    with pytest.raises(LoiNghiepVu, match="phải được che hết thông tin về người tố cáo"):
        gui(to_cao, tep_pdf())

    assert cac_tep_tren_dia(kho) == []


def test_tep_to_cao_mat_ten_va_ghi_nhat_ky_mat(gui, to_cao):
    gui(to_cao, tep_pdf("Đơn của Nguyễn Bí Mật.pdf"), tep_anh(), da_che=True)

    dong = to_cao.tep.order_by("pk")
    assert [(tep.ten, tep.da_che) for tep in dong] == [(f"{to_cao.ma}-01.pdf", True), (f"{to_cao.ma}-02.jpg", True)]
    assert nhat_ky(to_cao)[-1] == ("nhap", "Tải lên 02 tệp: thông tin, tài liệu, chứng cứ", True)


# --- The scanner -----------------------------------------------------------------------------------------------------


def test_may_quet_tra_loi_sach(gui, khieu_nai, clamd):
    with may_quet(clamd):
        (tep,) = gui(khieu_nai, tep_pdf())

    assert tep.tinh_trang == TinhTrangTep.SACH


@pytest.mark.django_db(transaction=True)
def test_tep_nhiem_roi_dia_dong_o_lai(gui, khieu_nai, clamd, kho):
    with may_quet(clamd, b"stream: Thu.Vi.Rut FOUND\0"):
        (tep,) = gui(khieu_nai, tep_pdf())

    assert TepDinhKem.objects.get().tinh_trang == TinhTrangTep.NHIEM
    assert cac_tep_tren_dia(kho) == []
    assert nhat_ky(khieu_nai)[-2] == ("sua", f"Tệp số {tep.pk} có mã độc, đã xóa khỏi máy chủ", False)


@pytest.mark.django_db(transaction=True)
def test_may_quet_tat_thi_cho_roi_quet_lai(gui, khieu_nai, to_cao, clamd, kho):
    dia_chi = clamd.getsockname()
    clamd.close()
    (tep,) = gui(khieu_nai, tep_pdf())
    (nhiem,) = gui(to_cao, tep_pdf(), da_che=True)
    assert [tep.tinh_trang, nhiem.tinh_trang] == [TinhTrangTep.CHO_QUET] * 2
    assert quet_lai() == 0
    duong_dan_that(nhiem.duong_dan).write_bytes(VI_RUT)

    with may_quet(socket.create_server(dia_chi)):
        assert quet_lai() == 2
    assert quet_lai() == 0

    tep.refresh_from_db()
    nhiem.refresh_from_db()
    assert (tep.tinh_trang, nhiem.tinh_trang) == (TinhTrangTep.SACH, TinhTrangTep.NHIEM)
    assert cac_tep_tren_dia(kho) == [duong_dan_that(tep.duong_dan)]
    assert nhat_ky(to_cao)[-1] == ("sua", f"Tệp số {nhiem.pk} có mã độc, đã xóa khỏi máy chủ", True)


# --- Taken out -------------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_go_tep_trong_ngay(gui, to_cao, bo_may, kho):
    (tep,) = gui(to_cao, tep_pdf(), da_che=True)
    so = tep.pk

    go_tep(tep, nguoi=bo_may.tchc, ly_do=LyDoGo.CHUA_CHE)

    assert (TepDinhKem.objects.count(), cac_tep_tren_dia(kho)) == (0, [])
    assert nhat_ky(to_cao)[-1] == ("sua", f"Gỡ tệp số {so}: tệp chưa che danh tính", True)


def test_nguoi_khac_hoac_hom_sau_khong_go_duoc(gui, khieu_nai, bo_may):
    (tep,) = gui(khieu_nai, tep_pdf())

    with pytest.raises(LoiNghiepVu, match="Chỉ người tải lên gỡ được"):
        go_tep(tep, nguoi=bo_may.giam_doc, ly_do=LyDoGo.TAI_NHAM)
    tep.luc -= timedelta(days=1)
    with pytest.raises(LoiNghiepVu, match="Chỉ người tải lên gỡ được"):
        go_tep(tep, nguoi=bo_may.tchc, ly_do=LyDoGo.TAI_NHAM)


def test_tep_da_la_chung_cu_khong_go_duoc(gui, khieu_nai, bo_may, kho):
    (tep,) = gui(khieu_nai, tep_pdf())
    BangChung.objects.create(don=khieu_nai, ten="Hóa đơn", nguoi_giao="Bà B", ngay=NGAY, tep=tep)
    truoc = nhat_ky(khieu_nai)

    with pytest.raises(LoiNghiepVu, match="đã được dùng làm chứng cứ"):
        go_tep(tep, nguoi=bo_may.tchc, ly_do=LyDoGo.TAI_NHAM)

    assert (len(cac_tep_tren_dia(kho)), nhat_ky(khieu_nai)) == (1, truoc)


# --- The denouncer refuses secrecy -----------------------------------------------------------------------------------


def test_tu_choi_bao_mat_can_ban_da_ky(to_cao, khieu_nai, bo_may):
    don = ghi_tu_choi_bao_mat(to_cao, nguoi=bo_may.tchc, tep=tep_pdf())

    assert don.tu_choi_bao_mat is True
    assert DonThu.objects.get(pk=to_cao.pk).tu_choi_bao_mat is True
    assert [tep.muc for tep in to_cao.tep.all()] == [MucTep.DON]
    assert nhat_ky(to_cao)[-1] == ("sua", "Ghi việc từ chối giữ bí mật danh tính", True)
    with pytest.raises(LoiNghiepVu, match="đã được ghi"):
        ghi_tu_choi_bao_mat(don, nguoi=bo_may.tchc, tep=tep_pdf())
    with pytest.raises(LoiNghiepVu, match="Chỉ tố cáo"):
        ghi_tu_choi_bao_mat(khieu_nai, nguoi=bo_may.tchc, tep=tep_pdf())
    with pytest.raises(PermissionDenied):
        ghi_tu_choi_bao_mat(to_cao, nguoi=bo_may.tiep_dan, tep=tep_pdf())


def test_tu_choi_bao_mat_tep_hong_thi_khong_ghi(to_cao, bo_may, kho):
    with pytest.raises(LoiNghiepVu):
        ghi_tu_choi_bao_mat(to_cao, nguoi=bo_may.tchc, tep=SimpleUploadedFile("a.pdf", b"x"))

    assert DonThu.objects.get(pk=to_cao.pk).tu_choi_bao_mat is False
    assert cac_tep_tren_dia(kho) == []


def test_nhan_docx(gui, khieu_nai):
    (tep,) = gui(khieu_nai, tep_docx())

    assert (tep.ten, tep.so_trang) == ("bao-cao.docx", None)
