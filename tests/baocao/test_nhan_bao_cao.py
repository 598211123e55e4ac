"""Reports of units: what is taken in, what is refused in which words, and how they are put together."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from baocao.actions.nhan_bao_cao import nhan_bao_cao
from baocao.bieu_mau import lap_so_lieu
from baocao.ky import lap_ky
from baocao.models import BaoCaoNhan
from baocao.tong_hop import ban_cuoi, don_vi_phai_gui, tong_hop
from baocao.xuat import ghi_tu_dien
from tochuc.loi import LoiNghiepVu
from tochuc.vai_tro import VaiTro

KY = lap_ky("Q2", 2026)
TRANG = "/bao-cao/Q2-2026/don-vi/"


@pytest.fixture
def tep(so_lieu_mau):
    """The file of a period; `doi`: columns that differ, as {("02/XLD", 1): 15}."""

    def lam(ky=KY, doi=()):
        for (bieu, cot), gia_tri in dict(doi).items():
            so_lieu_mau[bieu][cot] = gia_tri
        return json.dumps(ghi_tu_dien(lap_so_lieu(ky, so_lieu_mau))).encode()

    return lam


@pytest.fixture
def tram(tao_don_vi):
    return tao_don_vi("TYT1", ten="Trạm y tế 1", gui_bao_cao=True)


@pytest.fixture
def tchc(tao_nguoi):
    return tao_nguoi(VaiTro.TCHC)


def test_nhan_roi_nhan_ban_sau_giu_ban_truoc(tram, tchc, tep):
    mot = nhan_bao_cao(tram, tep(), nguoi=tchc, ky=KY)
    hai = nhan_bao_cao(tram, tep(doi={("02/XLD", 1): 15}), nguoi=tchc, ky=KY)

    assert (mot.phien_ban, hai.phien_ban, BaoCaoNhan.objects.count()) == (1, 2, 2)
    assert ban_cuoi(KY) == {tram.pk: hai}
    assert (mot.so_canh_bao, hai.so_lieu["bieu"]["02/XLD"]["1"]) == (0, 15)


def test_phep_kiem_tra_tinh_lai_o_noi_nhan(tram, tep):
    nhan = nhan_bao_cao(tram, tep(doi={("02/XLD", 2): 99}), nguoi=None)

    assert nhan.so_canh_bao == 1


@pytest.mark.parametrize(
    ("noi_dung", "cau"),
    [
        (b"khong phai json", "không phải báo cáo JSON"),
        (b"[]", "không phải báo cáo JSON"),
        (b'{"ky": "Q2/2026", "bieu": {}, "canh_bao": [], "luu_y": []}', "01/TCD cột 1"),
    ],
)
def test_tep_la_bi_tu_choi_bang_loi(tram, noi_dung, cau):
    with pytest.raises(LoiNghiepVu, match=cau):
        nhan_bao_cao(tram, noi_dung, nguoi=None)

    assert not BaoCaoNhan.objects.exists()


def test_so_am_sai_ky_sai_ma_bam_va_tep_da_nhan(tram, tep):
    with pytest.raises(LoiNghiepVu, match="02/XLD cột 1"):
        nhan_bao_cao(tram, tep(doi={("02/XLD", 1): -1}), nguoi=None)
    dung = tep(doi={("02/XLD", 1): 14})
    with pytest.raises(LoiNghiepVu, match="không phải Quý I năm 2026"):
        nhan_bao_cao(tram, dung, nguoi=None, ky=lap_ky("Q1", 2026))
    with pytest.raises(LoiNghiepVu, match="SHA-256"):
        nhan_bao_cao(tram, dung, nguoi=None, sha256="0" * 64)
    nhan_bao_cao(tram, dung, nguoi=None)
    with pytest.raises(LoiNghiepVu, match="Đã nhận đúng tệp này: bản 1"):
        nhan_bao_cao(tram, dung, nguoi=None)


def test_don_vi_khong_phai_gui_va_nguoi_khong_co_quyen(tao_don_vi, tao_nguoi, tram, tep):
    with pytest.raises(LoiNghiepVu, match="không thuộc diện gửi"):
        nhan_bao_cao(tao_don_vi(), tep(), nguoi=None)
    with pytest.raises(PermissionDenied):
        nhan_bao_cao(tram, tep(), nguoi=tao_nguoi(VaiTro.LANH_DAO))


def test_tong_hop_moi_don_vi_mot_dong(tram, tao_don_vi, tep):
    hai = tao_don_vi("TYT2", ten="Trạm y tế 2", gui_bao_cao=True)
    tao_don_vi("TYT3", ten="Trạm y tế 3", gui_bao_cao=True)
    nhan_bao_cao(tram, tep(), nguoi=None)
    nhan_bao_cao(hai, tep(doi={("02/XLD", 1): 16}), nguoi=None)

    bieu = tong_hop(KY, don_vi_phai_gui(), ban_cuoi(KY))[1]

    assert [(ten, cac_so[0]) for ten, cac_so in bieu.dong] == [("Trạm y tế 1", "14"), ("Trạm y tế 2", "16")]
    assert (bieu.bieu.ma, bieu.tong[0], bieu.tong[4]) == ("02/XLD", "30", "18")


def test_trang_nhan_va_bao_loi_canh_o(client, tchc, tram, tep):
    client.force_login(tchc)

    sai = client.post(TRANG, {"don_vi": tram.pk, "tep": SimpleUploadedFile("a.json", b"x")})
    dung = client.post(TRANG, {"don_vi": tram.pk, "tep": SimpleUploadedFile("a.json", tep())}, follow=True)

    assert sai.context["form"].errors["tep"] == [
        "Tệp không phải báo cáo JSON do phần mềm xuất ra. Xin tải lại tệp JSON của kỳ ở đơn vị gửi."
    ]
    assert "Đã gửi, bản 1" in dung.content.decode()


def test_lenh(tram, tep, tmp_path, capsys):
    tep_gui = tmp_path / "bao-cao.json"
    tep_gui.write_bytes(tep())

    call_command("nhan_bao_cao", tep_gui, don_vi="TYT1")
    with pytest.raises(CommandError, match="Không có đơn vị mang mã KHONG"):
        call_command("nhan_bao_cao", tep_gui, don_vi="KHONG")

    assert capsys.readouterr().out == "Đã nhận Q2/2026 của Trạm y tế 1, bản 1; 0 phép kiểm tra sai.\n"
