"""The page of TCHC: template, upload, progress, outcome."""

import io
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from baocao import tasks
from baocao.actions.nhap_so import DUNG_DOT_NGOT, KHONG_CO_HANG_DOI, TIEN_TO_TEP, chay_lan_nhap
from baocao.models import TienDoNhap
from baocao.nhap_so.doc_tep import TEP_HONG
from config import ung_dung_celery
from donthu.models import DonThu
from tochuc.models import NhatKy
from tochuc.vai_tro import VaiTro

TRANG = reverse("baocao:nhap_so")


@pytest.fixture
def tchc(client, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC)
    client.force_login(nguoi)
    return nguoi


@pytest.fixture
def gui(client, tchc, django_capture_on_commit_callbacks):
    """Send a file as the page does, and let the worker (eager in tests) take it."""

    def gui_tep(tep: Path, **tuy_chon):
        tai_len = SimpleUploadedFile(tep.name, tep.read_bytes())
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(TRANG, {"tep": tai_len} | tuy_chon)

    return gui_tep


@pytest.fixture
def lan_cho(tchc):
    """A load that waits, with its file."""

    def tao(noi_dung: bytes = b"", **khac) -> TienDoNhap:
        ten = f"{TIEN_TO_TEP}thu.xlsx"
        (Path(settings.FILE_UPLOAD_TEMP_DIR) / ten).write_bytes(noi_dung)
        return TienDoNhap.objects.create(nguoi=tchc, ten_tep="so.xlsx", tep=ten, **khac)

    return tao


def _tep_con_lai() -> list[str]:
    return [tep.name for tep in Path(settings.FILE_UPLOAD_TEMP_DIR).glob(f"{TIEN_TO_TEP}*")]


@pytest.mark.parametrize("vai_tro", list(VaiTro))
def test_chi_tchc(client, tao_nguoi, vai_tro):
    nguoi = tao_nguoi(vai_tro)
    lan = TienDoNhap.objects.create(nguoi=nguoi, ten_tep="so.xlsx")
    client.force_login(nguoi)

    ma = [
        client.get(dia_chi).status_code
        for dia_chi in (TRANG, reverse("baocao:nhap_so_mau"), reverse("baocao:nhap_so_lan", args=[lan.pk]))
    ]

    assert ma == [200 if vai_tro == VaiTro.TCHC else 403] * 3


def test_trang_rong_noi_buoc_dau(client, tchc):
    response = client.get(TRANG)

    assert "Chưa nhập sổ nào" in response.content.decode()


def test_tai_mau(client, tchc):
    response = client.get(reverse("baocao:nhap_so_mau"))

    so = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    assert response["Content-Disposition"] == 'attachment; filename="mau-so-tiep-dan-don-thu.xlsx"'
    assert so.sheetnames[:4] == ["Lượt tiếp", "Ngày tiếp", "Đơn thư", "Hoạt động"]


def test_nhap_thanh_cong(client, gui, tao_so, tchc):
    response = gui(tao_so(**{"Đơn thư": [{}, {"Mã": "D2"}]}))

    lan = TienDoNhap.objects.get()
    trang = client.get(response.url).content.decode()
    assert (response.status_code, response.url) == (302, reverse("baocao:nhap_so_lan", args=[lan.pk]))
    assert (lan.trang_thai, lan.ten_tep, lan.tep, lan.da_lam, lan.tong_so) == ("xong", "so.xlsx", "", 2, 2)
    assert "Đã nhập xong: 2 dòng mới, 0 dòng cập nhật, 0 dòng đã có, không đổi." in trang
    assert (DonThu.objects.count(), set(DonThu.objects.values_list("nguoi_nhap", flat=True))) == (2, {tchc.pk})
    assert NhatKy.objects.get(viec="nhap").nguoi == tchc
    assert _tep_con_lai() == []
    assert "Đã nhập xong: 2 dòng mới" in client.get(TRANG).content.decode()


def test_chi_kiem_tra(gui, tao_so):
    gui(tao_so(**{"Đơn thư": [{}]}), chi_kiem_tra="on")

    lan = TienDoNhap.objects.get()
    assert (lan.trang_thai, lan.chi_kiem_tra, DonThu.objects.count()) == ("xong", True, 0)
    assert lan.ket_qua["cau"].startswith("Tệp hợp lệ, chưa ghi gì vì chỉ kiểm tra: 1 dòng mới")


def test_bang_loi(client, gui, tao_so):
    response = gui(tao_so(**{"Đơn thư": [{"Lần": 3}, {"Mã": "D2", "Lĩnh vực": "77"}]}))

    lan = TienDoNhap.objects.get()
    trang = client.get(response.url).content.decode()
    assert lan.trang_thai == "loi"
    assert lan.ket_qua["loi"] == [
        ["Đơn thư", 2, "Lần", "“3” không hợp lệ; phải là số nguyên từ 1 đến 2."],
        ["Đơn thư", 3, "Lĩnh vực", "không có lĩnh vực mã “77”."],
    ]
    assert "Không có lĩnh vực mã “77”." in trang
    assert (DonThu.objects.count(), _tep_con_lai()) == (0, [])


def test_nhieu_loi_chia_trang(client, gui, tao_so):
    response = gui(tao_so(**{"Đơn thư": [{"Mã": f"D{so}", "Lần": 3} for so in range(150)]}))

    dau = client.get(response.url).content.decode()
    cuoi = client.get(f"{response.url}?trang=2").content.decode()

    assert ("Lỗi 1–100 trong 150" in dau, "Lỗi 101–150 trong 150" in cuoi) == (True, True)
    assert (dau.count("<tr>"), cuoi.count("<tr>")) == (101, 51)


def test_dong_khac_roi_cap_nhat(client, gui, tao_so):
    gui(tao_so(**{"Đơn thư": [{}]}))
    tep = tao_so(**{"Đơn thư": [{"Số người": 4}]})

    tu_choi = client.get(gui(tep).url).content.decode()
    gui(tep, cap_nhat="on")

    assert "Có dòng đã nhập trước đây mà nay khác nội dung." in tu_choi
    assert TienDoNhap.objects.first().ket_qua["cau"] == (
        "Đã nhập xong: 0 dòng mới, 1 dòng cập nhật, 0 dòng đã có, không đổi."
    )
    assert DonThu.objects.get().so_nguoi == 4


@pytest.mark.parametrize(
    ("ten", "noi_dung", "cau"),
    [
        ("so.csv", b"a,b", "Chỉ nhận tệp Excel có đuôi .xlsx."),
        ("so.xlsx", b"", "Tệp rỗng."),
        (
            "so.xlsx",
            b"a,b",
            "Tệp không phải sổ Excel (.xlsx). Nếu là tệp CSV, mở bằng Excel rồi lưu lại dạng .xlsx.",
        ),
        ("so.xlsx", b"PK\x03\x04" + b"\0" * 50, TEP_HONG),
    ],
)
def test_tep_sai_loai(gui, tmp_path, ten, noi_dung, cau):
    """Said beside the field, at once; nothing is kept."""
    tep = tmp_path / ten
    tep.write_bytes(noi_dung)

    response = gui(tep)

    assert (response.status_code, response.context["form"].errors) == (200, {"tep": [cau]})
    assert (TienDoNhap.objects.count(), _tep_con_lai()) == (0, [])


def test_tep_qua_lon(gui, tmp_path, monkeypatch):
    monkeypatch.setattr("baocao.forms.nhap_so.TEP_LON_NHAT", 10)
    tep = tmp_path / "so.xlsx"
    tep.write_bytes(b"0123456789A")

    response = gui(tep)

    assert response.context["form"].errors == {"tep": ["Tệp lớn hơn 0 MB; tách sổ thành nhiều tệp."]}


def test_khong_chon_tep(client, tchc):
    response = client.post(TRANG, {})

    assert response.context["form"].errors == {"tep": ["Xin chọn tệp sổ."]}


def test_tien_do_khi_dang_chay(client, lan_cho):
    """htmx gets the moving part alone, the browser without it the whole page."""
    lan = lan_cho(trang_thai="dang_chay", da_lam=1500, tong_so=6000)
    dia_chi = reverse("baocao:nhap_so_lan", args=[lan.pk])

    manh = client.get(dia_chi, headers={"HX-Request": "true"})
    ca_trang = client.get(dia_chi)
    tro_lai = client.get(dia_chi, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})

    assert "Đã đọc 1.500 dòng trong khoảng 6.000." in manh.content.decode()
    assert [b"<html" in lan_tra.content for lan_tra in (manh, ca_trang, tro_lai)] == [False, True, True]
    assert 'hx-trigger="every 2s"' in ca_trang.content.decode()
    assert manh["Vary"] == "HX-Request, Cookie"


def test_xong_thi_nap_lai_ca_trang(client, lan_cho):
    lan = lan_cho(trang_thai="xong")

    response = client.get(reverse("baocao:nhap_so_lan", args=[lan.pk]), headers={"HX-Request": "true"})

    assert (response["HX-Refresh"], response.content) == ("true", b"")


def test_tep_hong_khi_chay(lan_cho):
    lan = lan_cho(b"PK\x03\x04 hong")

    tasks.nhap_so(lan.pk)

    lan.refresh_from_db()
    assert (lan.trang_thai, lan.ket_qua, lan.tep) == ("loi", {"cau": TEP_HONG}, "")
    assert _tep_con_lai() == []


def test_giao_hai_lan_chay_mot_lan(lan_cho, tao_so):
    lan = lan_cho(tao_so(**{"Đơn thư": [{}]}).read_bytes())

    for _ in range(2):
        tasks.nhap_so(lan.pk)

    lan.refresh_from_db()
    assert (lan.trang_thai, DonThu.objects.count(), NhatKy.objects.count()) == ("xong", 1, 1)


def test_tien_trinh_truoc_chet_thi_chay_lai(lan_cho, tao_so):
    """A worker that died leaves the mark of running; the broker gives the work to another."""
    lan = lan_cho(tao_so(**{"Đơn thư": [{}]}).read_bytes(), trang_thai="dang_chay")

    tasks.nhap_so(lan.pk)

    lan.refresh_from_db()
    assert (lan.trang_thai, DonThu.objects.count()) == ("xong", 1)


def test_lan_da_xoa(db):
    chay_lan_nhap(404, hom_nay=timezone.localdate())

    assert DonThu.objects.count() == 0


def test_loi_ngoai_du_tinh_van_duoc_ket_thuc(lan_cho, tao_so, settings):
    """A fault beyond the file ends the load in words and takes the file away; the worker's log has the rest."""
    lan = lan_cho(tao_so(**{"Đơn thư": [{"Họ tên": "Lê Thị Cúc", "Địa chỉ": "Xã A"}]}).read_bytes())
    settings.KHOA_MA_HOA = ["sai"]

    with pytest.raises(ValueError, match="Fernet key"):
        tasks.nhap_so(lan.pk)

    lan.refresh_from_db()
    assert (lan.trang_thai, lan.ket_qua) == ("loi", {"cau": DUNG_DOT_NGOT})
    assert (DonThu.objects.count(), _tep_con_lai()) == (0, [])


@pytest.fixture
def hang_doi_hong():
    """A broker that is not there, in place of the eager one of the tests."""
    cau_hinh = ung_dung_celery.conf
    cu = {ten: cau_hinh[ten] for ten in ("task_always_eager", "broker_url", "broker_transport_options")}
    cau_hinh.update(task_always_eager=False, broker_url="redis://127.0.0.1:1/0", broker_transport_options={})
    ung_dung_celery._pool = ung_dung_celery.amqp._producer_pool = None
    yield
    cau_hinh.update(cu)
    ung_dung_celery._pool = ung_dung_celery.amqp._producer_pool = None


def test_hang_doi_khong_nhan(client, gui, tao_so, hang_doi_hong):
    """The broker is away: the load ends with a sentence, the file is gone, nobody gets an error page."""
    response = gui(tao_so(**{"Đơn thư": [{}]}))

    lan = TienDoNhap.objects.get()
    assert (lan.trang_thai, lan.ket_qua, _tep_con_lai()) == ("loi", {"cau": KHONG_CO_HANG_DOI}, [])
    assert KHONG_CO_HANG_DOI in client.get(response.url).content.decode()


def test_don_tep_va_ket_qua_cu(gui, lan_cho, tao_so):
    bo_quen = lan_cho(b"cu")
    tep = Path(settings.FILE_UPLOAD_TEMP_DIR) / bo_quen.tep
    os.utime(tep, (0, 0))
    TienDoNhap.objects.update(tao_luc=timezone.now() - timedelta(days=91))

    gui(tao_so(**{"Đơn thư": [{}]}))

    assert (tep.exists(), TienDoNhap.objects.filter(pk=bo_quen.pk).exists()) == (False, False)


def test_tep_tam_chi_minh_doc_duoc(client, tchc, tao_so):
    """Before the worker takes it the file lies under VAR_DIR, for its owner alone."""
    tep = tao_so(**{"Đơn thư": [{}]})

    client.post(TRANG, {"tep": SimpleUploadedFile("so.xlsx", tep.read_bytes())})

    luu = Path(settings.FILE_UPLOAD_TEMP_DIR) / TienDoNhap.objects.get().tep
    quyen = luu.stat().st_mode & 0o777
    luu.unlink()
    assert quyen == 0o600


def test_danh_sach_khong_doc_ket_qua_dai(client, lan_cho, django_assert_num_queries):
    for _ in range(3):
        lan_cho(trang_thai="loi", ket_qua={"cau": "Chưa ghi gì", "loi": [["Đơn thư", 2, "Lần", "sai"]] * 50})

    client.get(TRANG)
    with django_assert_num_queries(6):
        client.get(TRANG)
