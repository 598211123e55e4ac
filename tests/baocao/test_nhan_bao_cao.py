"""Reports of units: what is taken in, what is refused in which words, and how they are put together."""

import json
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from baocao.actions.nhan_bao_cao import nhan_bao_cao
from baocao.bieu_mau import lap_so_lieu
from baocao.ky import lap_ky
from baocao.models import BaoCaoNhan
from baocao.tong_hop import cac_don_vi_gui, tong_hop
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
    assert [(muc.don_vi, muc.ban) for muc in cac_don_vi_gui(KY)] == [(tram, hai)]
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

    chung = tong_hop(KY, cac_don_vi_gui(KY))

    assert [(dong.ten, dong.bieu["02/XLD"][1]) for dong in chung.don_vi] == [("Trạm y tế 1", 14), ("Trạm y tế 2", 16)]
    assert (chung.bieu["02/XLD"][1], chung.bieu["02/XLD"][5], chung.canh_bao) == (30, 18, ())


def test_thu_tu_chua_gui_truoc_roi_den_sai(tram, tao_don_vi, tep):
    sai = tao_don_vi("TYT2", ten="Trạm y tế 2", gui_bao_cao=True)
    tao_don_vi("TYT3", ten="Trạm y tế 3", gui_bao_cao=True)
    nhan_bao_cao(tram, tep(), nguoi=None)
    nhan_bao_cao(sai, tep(doi={("02/XLD", 2): 99}), nguoi=None)

    cac_muc = sorted(cac_don_vi_gui(KY), key=lambda muc: muc.thu_tu)

    assert [muc.don_vi.ma for muc in cac_muc] == ["TYT3", "TYT2", "TYT1"]


def test_xem_mot_don_vi_va_phep_sai_cua_no(client, tchc, tram, tep):
    nhan_bao_cao(tram, tep(doi={("02/XLD", 2): 99}), nguoi=tchc)
    client.force_login(tchc)

    trang = client.get(TRANG, {"don_vi": tram.pk, "bieu": "02-XLD"})

    assert [(dong.cau, dong.trai, dong.phai) for dong in trang.context["sai_cua_don_vi"]] == [
        ("02/XLD: cột 1 ≥ cột 2", "14", "99")
    ]
    assert (trang.context["bang"].bieu.ma, trang.context["form"].initial["don_vi"]) == ("02/XLD", tram)


def test_tai_tong_hop_moi_don_vi_mot_dong(client, tchc, tram, tao_don_vi, tep):
    client.force_login(tchc)
    chua_co = client.get(f"{TRANG}tai-ve/xlsx/")
    hai = tao_don_vi("TYT2", ten="Trạm y tế 2", gui_bao_cao=True)
    nhan_bao_cao(tram, tep(), nguoi=None)
    nhan_bao_cao(hai, tep(doi={("02/XLD", 1): 16}), nguoi=None)

    so_tinh = load_workbook(BytesIO(client.get(f"{TRANG}tai-ve/xlsx/").content), data_only=True)

    cac_o = [[o.value for o in hang[:2]] for hang in so_tinh["02-XLD"].iter_rows()]
    assert chua_co.status_code == 404
    assert [hang for hang in cac_o if hang[0] in ("Trạm y tế 1", "Trạm y tế 2", "Tổng cộng")] == [
        ["Trạm y tế 1", 14],
        ["Trạm y tế 2", 16],
        ["Tổng cộng", 30],
    ]


def test_so_truy_van_khong_tang_theo_don_vi(client, tchc, tram, tao_don_vi, tep):
    client.force_login(tchc)
    nhan_bao_cao(tram, tep(), nguoi=tchc)
    client.get(TRANG)
    with CaptureQueriesContext(connection) as mot:
        client.get(TRANG)
    for thu_tu in (2, 3):
        nhan_bao_cao(tao_don_vi(f"TYT{thu_tu}", gui_bao_cao=True), tep(), nguoi=tchc)
    with CaptureQueriesContext(connection) as ba:
        client.get(TRANG)

    assert len(mot) == len(ba)


def test_trang_nhan_va_bao_loi_canh_o(client, tchc, tram, tep):
    client.force_login(tchc)

    sai = client.post(TRANG, {"don_vi": tram.pk, "tep": SimpleUploadedFile("a.json", b"x")})
    dung = client.post(TRANG, {"don_vi": tram.pk, "tep": SimpleUploadedFile("a.json", tep())}, follow=True)

    assert sai.context["form"].errors["tep"] == [
        "Tệp không phải báo cáo JSON do phần mềm xuất ra. Xin tải lại tệp JSON của kỳ ở đơn vị gửi."
    ]
    assert "Đã nhận báo cáo của Trạm y tế 1, bản 1." in dung.content.decode()


def test_lenh(tram, tep, tmp_path, capsys):
    tep_gui = tmp_path / "bao-cao.json"
    tep_gui.write_bytes(tep())

    call_command("nhan_bao_cao", tep_gui, don_vi="TYT1")
    with pytest.raises(CommandError, match="Không có đơn vị mang mã KHONG"):
        call_command("nhan_bao_cao", tep_gui, don_vi="KHONG")

    assert capsys.readouterr().out == "Đã nhận Q2/2026 của Trạm y tế 1, bản 1; 0 phép kiểm tra sai.\n"
