"""Files of activities and tasks: kept clean, scanned, shown to who sees the thing, scanned again, taken out."""

import socket

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from baocao.actions.ke_hoach import luu_nhiem_vu
from baocao.actions.tep_kem import go_tep, nhan_tep, quet_lai
from baocao.models import HoatDong, KeHoach, MinhChung, NhiemVu, TepKem
from baocao.models.hoat_dong import LoaiHoatDong
from baocao.models.ke_hoach import NhomNhiemVu
from baocao.tasks import quet_lai_tep_kem
from donthu.actions.tep import LyDoGo
from donthu.models import TinhTrangTep
from tests.donthu.tep_mau import tep_anh, tep_pdf
from tests.tochuc.may_quet import VI_RUT, may_quet
from tochuc.kho_tep import duong_dan_that
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhatKy
from tochuc.vai_tro import VaiTro


@pytest.fixture(autouse=True)
def kho(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "tep"
    return settings.MEDIA_ROOT


@pytest.fixture
def clamd(settings):
    """Where the scanner will listen; nobody does yet."""
    o_cam = socket.create_server(("127.0.0.1", 0))
    settings.CLAMAV_URL = f"tcp://127.0.0.1:{o_cam.getsockname()[1]}"
    yield o_cam
    o_cam.close()


@pytest.fixture
def tchc(tao_nguoi):
    return tao_nguoi(VaiTro.TCHC)


@pytest.fixture
def truong_khoa(tao_nguoi, tao_don_vi):
    return tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=tao_don_vi())


@pytest.fixture
def hoat_dong(db):
    return HoatDong.objects.create(ma="VB-1", loai=LoaiHoatDong.VAN_BAN_MOI, ngay=timezone.localdate())


@pytest.fixture
def nhiem_vu(tchc, truong_khoa):
    hom_nay = timezone.localdate()
    ke_hoach = KeHoach.objects.create(ten="Kế hoạch", ngay=hom_nay, nam=hom_nay.year)
    return luu_nhiem_vu(
        NhiemVu(ke_hoach=ke_hoach, ngay_giao=hom_nay),
        nguoi=tchc,
        nhom=NhomNhiemVu.BAO_CAO,
        noi_dung="Báo cáo",
        don_vi=truong_khoa.don_vi,
        phoi_hop=(),
        han=hom_nay.replace(year=hom_nay.year + 1),
    )


def _lay(client, dia_chi: str):
    """GET, and read to the end: the file is closed only then."""
    tra_loi = client.get(dia_chi)
    tra_loi.getvalue()
    return tra_loi


def tren_dia(kho) -> int:
    return sum(muc.is_file() for muc in kho.rglob("*"))


def test_tep_cua_hoat_dong_nhiem_vu_minh_chung(tchc, hoat_dong, nhiem_vu, kho):
    minh_chung = MinhChung.objects.create(loai="noi_quy", ngay=timezone.localdate(), nguoi=tchc, luc=timezone.now())

    for chu in (hoat_dong, nhiem_vu, minh_chung):
        [tep] = nhan_tep(chu, nguoi=tchc, cac_tep=[tep_pdf("Quyết định.pdf")])
        assert (list(chu.tep.all()), tep.ten, tep.kieu) == ([tep], "Quyết định.pdf", "application/pdf")

    assert tren_dia(kho) == 3
    assert NhatKy.objects.filter(doi_tuong__startswith="tep_kem:").count() == 3


def test_tep_hong_thi_khong_giu_gi(tchc, hoat_dong, kho):
    with pytest.raises(LoiNghiepVu, match=r"mo\.pdf: Không phải là PDF"):
        nhan_tep(hoat_dong, nguoi=tchc, cac_tep=[tep_anh(), SimpleUploadedFile("mo.pdf", b"MZ chuong trinh")])
    with pytest.raises(LoiNghiepVu, match="Xin chọn ít nhất một tệp"):
        nhan_tep(hoat_dong, nguoi=tchc, cac_tep=[])

    assert (TepKem.objects.count(), tren_dia(kho)) == (0, 0)


def test_ai_gui_duoc(tao_nguoi, tchc, truong_khoa, hoat_dong, nhiem_vu):
    giam_doc, khoa_khac = tao_nguoi(VaiTro.LANH_DAO), tao_nguoi(VaiTro.TRUONG_DON_VI)

    duoc = {}
    for chu in (hoat_dong, nhiem_vu):
        for nguoi in (tchc, truong_khoa, giam_doc, khoa_khac):
            try:
                nhan_tep(chu, nguoi=nguoi, cac_tep=[tep_anh()])
            except PermissionDenied:
                continue
            duoc.setdefault(chu, []).append(nguoi)

    assert duoc == {hoat_dong: [tchc], nhiem_vu: [tchc, truong_khoa]}


def test_tai_ve_qua_quyen_va_ghi_nhat_ky(client, tao_nguoi, tchc, truong_khoa, hoat_dong, nhiem_vu):
    [cua_so], [cua_khoa] = (nhan_tep(chu, nguoi=tchc, cac_tep=[tep_anh()]) for chu in (hoat_dong, nhiem_vu))

    ma = {}
    for nguoi in (tchc, truong_khoa, tao_nguoi(VaiTro.TRUONG_DON_VI), tao_nguoi(VaiTro.TIEP_DAN)):
        client.force_login(nguoi)
        cac_dia_chi = [reverse("baocao:tep_kem", args=[tep.pk]) for tep in (cua_so, cua_khoa)]
        ma[nguoi.pk] = [_lay(client, dia_chi).status_code for dia_chi in cac_dia_chi]

    assert list(ma.values()) == [[200, 200], [404, 200], [404, 404], [403, 403]]
    assert NhatKy.objects.filter(viec="xuat", doi_tuong=f"tep_kem:{cua_khoa.pk}").count() == 2
    client.force_login(tchc)
    tra_loi = _lay(client, reverse("baocao:tep_kem", args=[cua_so.pk]))
    assert tra_loi["Content-Disposition"] == 'attachment; filename="anh.jpg"'


def test_gui_va_go_tren_trang(client, tchc, hoat_dong, kho, django_capture_on_commit_callbacks):
    client.force_login(tchc)

    trong = client.post(reverse("baocao:hoat_dong_tep", args=[hoat_dong.pk]))
    client.post(reverse("baocao:hoat_dong_tep", args=[hoat_dong.pk]), {"cac_tep": [tep_anh(), tep_anh("hai.jpg")]})
    trang = client.get(hoat_dong.get_absolute_url()).content.decode()
    tep = hoat_dong.tep.first()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("baocao:tep_kem_go", args=[tep.pk]), {"ly_do": LyDoGo.TAI_NHAM})

    assert (trong.status_code, "Xin chọn tệp." in trong.content.decode()) == (409, True)
    assert "hai.jpg" in trang
    assert "Gỡ tệp tải nhầm" in trang
    assert (hoat_dong.tep.count(), tren_dia(kho)) == (1, 1)


def test_chi_nguoi_gui_go_trong_ngay(tchc, tao_nguoi, hoat_dong):
    [tep] = nhan_tep(hoat_dong, nguoi=tchc, cac_tep=[tep_anh()])

    with pytest.raises(LoiNghiepVu, match="Chỉ người tải lên"):
        go_tep(tep, nguoi=tao_nguoi(VaiTro.TCHC), ly_do=LyDoGo.TAI_NHAM)


def test_tep_nhiem_roi_dia(tchc, hoat_dong, kho, clamd, django_capture_on_commit_callbacks):
    with may_quet(clamd, b"stream: Thu FOUND\0"), django_capture_on_commit_callbacks(execute=True):
        [tep] = nhan_tep(hoat_dong, nguoi=tchc, cac_tep=[tep_anh()])

    assert (tep.tinh_trang, tren_dia(kho)) == (TinhTrangTep.NHIEM, 0)


def test_quet_lai_tep_dang_cho(client, tchc, hoat_dong, clamd):
    clamd.close()
    [tep] = nhan_tep(hoat_dong, nguoi=tchc, cac_tep=[tep_anh()])
    client.force_login(tchc)

    assert tep.tinh_trang == TinhTrangTep.CHO_QUET
    assert client.get(reverse("baocao:tep_kem", args=[tep.pk])).status_code == 409
    assert quet_lai() == 0


def test_may_quet_tra_loi_thi_tep_mo_duoc_hoac_roi_dia(
    tchc, hoat_dong, settings, kho, django_capture_on_commit_callbacks
):
    settings.CLAMAV_URL = "tcp://127.0.0.1:9"
    sach, nhiem = (nhan_tep(hoat_dong, nguoi=tchc, cac_tep=[tep_anh()])[0] for _ in range(2))
    duong_dan_that(nhiem.duong_dan).write_bytes(VI_RUT)
    o_cam = socket.create_server(("127.0.0.1", 0))
    settings.CLAMAV_URL = f"tcp://127.0.0.1:{o_cam.getsockname()[1]}"

    with o_cam, may_quet(o_cam), django_capture_on_commit_callbacks(execute=True):
        so = quet_lai_tep_kem()

    assert (so, quet_lai()) == (2, 0)
    assert dict(TepKem.objects.values_list("pk", "tinh_trang")) == {
        sach.pk: TinhTrangTep.SACH,
        nhiem.pk: TinhTrangTep.NHIEM,
    }
    assert tren_dia(kho) == 1
