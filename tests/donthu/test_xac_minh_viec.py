"""The plan of verification, its sessions and who came, the list of what it collected; who may write them."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from donthu.actions import xac_minh_viec as viec
from donthu.models import BuoiLamViec, LoaiBuoi, NguoiDu, NguoiLienQuan, QuanHe, TepDinhKem
from donthu.phan_loai import LoaiDon
from tochuc.loi import LoiNghiepVu

NHAN, XAC_MINH, SAU = date(2026, 9, 7), date(2026, 9, 8), date(2026, 9, 9)


@pytest.fixture
def dang_xac_minh(nhan, thu_ly, den_xac_minh):
    """A petition that the head of the khoa and TCHC verify."""

    def lam(loai=LoaiDon.KHIEU_NAI, **khac):
        return den_xac_minh(thu_ly(nhan(loai, NHAN, **khac), XAC_MINH), XAC_MINH)

    return lam


def ghi_buoi(don, nguoi, **khac):
    mac_dinh = {
        "buoi": None,
        "loai": LoaiBuoi.LAM_VIEC,
        "ngay": SAU,
        "gio": time(8, 30),
        "dia_diem": "Phòng họp số 1",
        "chu_tri": "",
        "ngay_bao": None,
        "ket_qua": BuoiLamViec.KetQua.DU_KIEN,
        "noi_dung": "",
        "ket_luan": "",
        "nguoi_du": [],
    }
    return viec.luu_buoi(don, nguoi=nguoi, **mac_dinh | khac)


def ghi_bang_chung(don, nguoi, **khac):
    mac_dinh = {
        "bang_chung": None,
        "ngay": SAU,
        "ten": "Bảng chấm công",
        "nguoi_giao": "Khoa Dược",
        "so_trang": 3,
        "tinh_trang": "Bản sao",
        "tep": None,
    }
    return viec.luu_bang_chung(don, nguoi=nguoi, **mac_dinh | khac)


def tao_tep(don, ten="cham-cong.pdf"):
    return TepDinhKem.objects.create(
        don=don,
        muc="bang_chung",
        ten=ten,
        duong_dan=f"tep/{don.pk}/{ten}",
        kieu="application/pdf",
        kich_thuoc=10,
        sha256="0" * 64,
        tinh_trang="khong_quet",
        luc="2026-09-09T08:00:00+07:00",
    )


def test_lap_ke_hoach(bo_may, dang_xac_minh):
    don = dang_xac_minh()

    viec.luu_ke_hoach(don, nguoi=bo_may.truong_khoa, ke_hoach="Ngày 1: làm việc với khoa Dược")

    assert viec.to_dang_lam(don).ke_hoach == "Ngày 1: làm việc với khoa Dược"


def test_chua_co_to_thi_chua_lap_ke_hoach(bo_may, nhan, thu_ly, giao):
    don = giao(thu_ly(nhan(LoaiDon.PHAN_ANH, NHAN), XAC_MINH), XAC_MINH)

    with pytest.raises(LoiNghiepVu, match="Chưa có quyết định xác minh"):
        viec.luu_ke_hoach(don, nguoi=bo_may.truong_khoa, ke_hoach="Kế hoạch")


def test_don_vi_nguoi_duyet_va_to_duoc_xac_minh(bo_may, dang_xac_minh, den_ban_hanh, nhan, thu_ly):
    don = dang_xac_minh()

    def duoc(don):
        cac_nguoi = (bo_may.truong_khoa, bo_may.tchc, bo_may.giam_doc, bo_may.khoa_khac, bo_may.tiep_dan)
        return [viec.duoc_xac_minh(don, nguoi) for nguoi in cac_nguoi]

    assert duoc(don) == [True, True, True, False, False]
    with pytest.raises(PermissionDenied):
        ghi_buoi(don, bo_may.khoa_khac)
    da_ban_hanh = den_ban_hanh(thu_ly(nhan(LoaiDon.KHIEU_NAI, NHAN), XAC_MINH), XAC_MINH)
    assert duoc(da_ban_hanh) == [False] * 5


def test_buoi_du_kien_roi_ghi_bien_ban(bo_may, dang_xac_minh):
    don = dang_xac_minh()
    nguoi_du = [{"ho_ten": "Lê Văn Ba, Trưởng khoa Dược", "tu_cach": "Người cung cấp thông tin", "co_mat": "co"}]
    buoi = ghi_buoi(don, bo_may.truong_khoa, nguoi_du=nguoi_du)

    vang = [{"ho_ten": "Lê Văn Ba", "tu_cach": "Người cung cấp thông tin", "co_mat": "vang_co_ly_do", "ly_do": "Ốm"}]
    ghi_buoi(don, bo_may.tchc, buoi=buoi, ket_qua="da_hop", noi_dung="Đã làm việc", nguoi_du=vang)

    (dong,) = don.buoi_lam_viec.all()
    assert (dong.ket_qua, dong.noi_dung, dong.nguoi_ghi) == ("da_hop", "Đã làm việc", bo_may.tchc)
    assert list(NguoiDu.objects.values_list("ho_ten", "co_mat", "ly_do")) == [("Lê Văn Ba", "vang_co_ly_do", "Ốm")]


@pytest.mark.parametrize(
    ("loai", "cac_loai"),
    [
        (LoaiDon.KHIEU_NAI, ["lam_viec", "hoa_giai", "giao_nhan"]),
        (LoaiDon.PHAN_ANH, ["lam_viec", "hoa_giai", "giao_nhan"]),
        (LoaiDon.TO_CAO, ["lam_viec", "giai_trinh", "giao_nhan"]),
    ],
)
def test_loai_buoi_theo_loai_don(tao_don, loai, cac_loai):
    assert [muc.value for muc in viec.cac_loai_buoi(tao_don(loai=loai))] == cac_loai


def test_buoi_bi_tu_choi(bo_may, dang_xac_minh):
    don = dang_xac_minh()

    with pytest.raises(LoiNghiepVu, match="không dùng cho đơn"):
        ghi_buoi(don, bo_may.truong_khoa, loai=LoaiBuoi.DOI_THOAI)
    with pytest.raises(LoiNghiepVu, match="phải ghi nội dung"):
        ghi_buoi(don, bo_may.truong_khoa, ket_qua="da_hop")
    with pytest.raises(LoiNghiepVu, match="không được trước ngày nhận đơn"):
        ghi_buoi(don, bo_may.truong_khoa, ngay=date(2026, 9, 6))


def test_bang_chung_kem_tep_cua_don(bo_may, dang_xac_minh, tao_don):
    don = dang_xac_minh()
    tep = tao_tep(don)

    dong = ghi_bang_chung(don, bo_may.truong_khoa, tep=tep)
    ghi_bang_chung(don, bo_may.tchc, bang_chung=dong, tep=tep, so_trang=4)

    assert list(don.bang_chung.values_list("ten", "so_trang", "tep", "nguoi_nhan")) == [
        ("Bảng chấm công", 4, tep.pk, bo_may.truong_khoa.pk)
    ]
    with pytest.raises(LoiNghiepVu, match="không thuộc đơn này"):
        ghi_bang_chung(don, bo_may.truong_khoa, tep=tao_tep(tao_don(), "khac.pdf"))


def test_thanh_vien_phai_tranh_thi_noi(client, bo_may, dang_xac_minh, tao_nguoi):
    don = dang_xac_minh(LoaiDon.TO_CAO)
    client.force_login(bo_may.giam_doc)
    truoc = client.get(don.get_absolute_url()).content.decode()

    NguoiLienQuan.objects.create(don=don, nhan_vien=bo_may.tchc, quan_he=QuanHe.THAN_NHAN)

    sau = client.get(don.get_absolute_url()).content.decode()
    assert "không thành viên nào phải tránh" in truoc
    assert "Phải thay thành viên:" in sau
    assert viec.thanh_vien_phai_tranh(don) == [bo_may.tchc]


@pytest.fixture
def gui(client):
    def post(nguoi, don, duong, **truong):
        client.force_login(nguoi)
        return client.post(f"{don.get_absolute_url()}xac-minh/{duong}/", truong)

    return post


BANG = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-1-co_mat": "co"}


def test_trang_buoi_lam_viec(client, bo_may, dang_xac_minh, gui):
    don = dang_xac_minh()
    buoi = {
        "loai": "hoa_giai",
        "ket_qua": "da_hop",
        "ngay": "09/09/2026",
        "gio": "08:30",
        "dia_diem": "Phòng họp số 1",
        "noi_dung": "Hai bên trình bày",
        "form-0-ho_ten": "Lê Văn Ba",
        "form-0-co_mat": "co",
    }

    thieu = gui(bo_may.truong_khoa, don, "buoi/them", **BANG, **buoi)
    du = gui(bo_may.truong_khoa, don, "buoi/them", **BANG, **buoi, **{"form-0-tu_cach": "Người khiếu nại"})
    trang = client.get(don.get_absolute_url()).content.decode()

    assert thieu.context["bang_nho"].errors[0] == {"tu_cach": ["Xin ghi tư cách."]}
    assert "Hai bên trình bày" in thieu.content.decode()
    assert du.headers["Location"] == don.get_absolute_url()
    assert "Lê Văn Ba, Người khiếu nại: có mặt" in trang


def test_sua_buoi_thay_nhung_gi_da_ghi(client, bo_may, dang_xac_minh):
    don = dang_xac_minh()
    buoi = ghi_buoi(don, bo_may.truong_khoa, nguoi_du=[{"ho_ten": "Lê Văn Ba", "tu_cach": "Nhân chứng"}])
    client.force_login(bo_may.truong_khoa)

    chu = client.get(f"{don.get_absolute_url()}xac-minh/buoi/{buoi.pk}/").content.decode()

    assert ('value="Lê Văn Ba"' in chu, 'value="08:30"' in chu, 'value="09/09/2026"' in chu) == (True, True, True)


def test_trang_bang_chung_chi_chon_tep_cua_don(bo_may, dang_xac_minh, tao_don, gui):
    don = dang_xac_minh()
    khac = tao_tep(tao_don(), "khac.pdf")
    truong = {"ten": "Bảng chấm công", "nguoi_giao": "Khoa Dược", "ngay": "09/09/2026", "tinh_trang": "Bản sao"}

    tra_loi = gui(bo_may.truong_khoa, don, "bang-chung/them", **truong, tep=khac.pk)
    xong = gui(bo_may.truong_khoa, don, "bang-chung/them", **truong, tep=tao_tep(don).pk)

    assert list(tra_loi.context["form"].errors) == ["tep"]
    assert xong.status_code == 302


def test_ai_mo_duoc(client, bo_may, dang_xac_minh):
    don = dang_xac_minh(LoaiDon.TO_CAO)

    def ma(nguoi):
        client.force_login(nguoi)
        cac_duong = ("ke-hoach", "buoi/them", "bang-chung/them")
        return [client.get(f"{don.get_absolute_url()}xac-minh/{duong}/").status_code for duong in cac_duong]

    assert ma(bo_may.truong_khoa) == ma(bo_may.giam_doc) == ma(bo_may.tchc) == [200, 200, 200]
    assert ma(bo_may.tiep_dan) == [403, 403, 403]
    assert ma(bo_may.khoa_khac) == ma(bo_may.quan_tri) == [404, 404, 404]


def test_trang_don_khong_them_truy_van_theo_so_buoi(client, bo_may, dang_xac_minh):
    don = dang_xac_minh()

    def dem():
        client.get(don.get_absolute_url())
        with CaptureQueriesContext(connection) as truy_van:
            client.get(don.get_absolute_url())
        return len(truy_van)

    client.force_login(bo_may.truong_khoa)
    nguoi_du = [{"ho_ten": "Lê Văn Ba", "tu_cach": "Nhân chứng"}]
    ghi_buoi(don, bo_may.truong_khoa, nguoi_du=nguoi_du)
    ghi_bang_chung(don, bo_may.truong_khoa)
    mot = dem()
    for _ in range(3):
        ghi_buoi(don, bo_may.truong_khoa, nguoi_du=nguoi_du)
        ghi_bang_chung(don, bo_may.truong_khoa)

    assert dem() == mot
