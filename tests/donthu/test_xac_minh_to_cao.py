"""Who verifies a tố cáo, and the time that experts take (Đ31 Luật TC; Đ5.2, 10, 12, 15 NĐ 31/2019)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from donthu.actions import bi_mat
from donthu.models import DonThu, LanRut, PhamViRut, TamDinhChi, ToXacMinh
from donthu.models.bi_mat import QuanHe
from donthu.phan_loai import KetQua, LoaiDon
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tochuc.loi import LoiNghiepVu
from tochuc.vai_tro import VaiTro

NHAN, THU_LY, XAC_MINH = date(2026, 7, 6), date(2026, 7, 7), date(2026, 7, 13)
KHONG_CU = "Không cử được một trong những người đã chọn xác minh vụ việc này. Xin chọn người khác."


@pytest.fixture
def don(nhan, thu_ly):
    """Accepted on Tuesday 07/07/2026: T6 runs until Thursday 06/08/2026."""
    return thu_ly(nhan(LoaiDon.TO_CAO, NHAN), THU_LY)


@pytest.fixture
def nguoi_khoa_khac(tao_nguoi, tao_don_vi):
    return tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=tao_don_vi())


def test_giao_to_cao_phai_chi_ro_nguoi_va_nguoi_ay_duoc_biet(bo_may, don, giao):
    assert not DonThu.objects.for_user(bo_may.truong_khoa).exists()

    with pytest.raises(LoiNghiepVu, match="phải chỉ rõ người thực hiện"):
        giao(don, XAC_MINH, nguoi_duoc_giao=None)
    giao(don, XAC_MINH)

    assert DonThu.objects.for_user(bo_may.truong_khoa).get() == don
    assert don.nguoi_duoc_biet.get(nhan_vien=bo_may.truong_khoa).ly_do == "Người được giao giải quyết"


def test_to_xac_minh_tu_hai_nguoi_mot_nguoi_ghi_hai_lan_van_la_mot(bo_may, don, giao, lam):
    don = giao(don, XAC_MINH)
    to = {"to_truong": bo_may.truong_khoa, "thanh_vien": (bo_may.truong_khoa,), "noi_dung": "x"}

    with pytest.raises(LoiNghiepVu, match="từ 02 người trở lên"):
        lam(don, Buoc.XAC_MINH, bo_may.giam_doc, XAC_MINH, tu_ngay=XAC_MINH, den_ngay=XAC_MINH, **to)


def test_thanh_vien_khoa_khac_duoc_biet_tu_luc_lap_to(don, den_xac_minh, nguoi_khoa_khac):
    don = den_xac_minh(don, XAC_MINH, thanh_vien=(nguoi_khoa_khac,))

    assert DonThu.objects.for_user(nguoi_khoa_khac).get() == don
    assert don.nguoi_duoc_biet.get(nhan_vien=nguoi_khoa_khac).ly_do == "Thành viên Tổ xác minh"


@pytest.mark.parametrize("vi_sao", ["cung_khoa_voi_nguoi_bi", "nguoi_bi", "than_nhan"])
def test_nguoi_phai_tranh_khong_vao_to_va_cau_tu_choi_khong_noi_vi_sao(
    bo_may, nhan, thu_ly, giao, lam, tao_nguoi, nguoi_khoa_khac, vi_sao
):
    bi = nguoi_khoa_khac
    don = thu_ly(nhan(LoaiDon.TO_CAO, NHAN, nguoi_bi_to_cao=(bi,)), THU_LY)
    don = giao(don, XAC_MINH)
    chon = {
        "nguoi_bi": lambda: bi,
        "cung_khoa_voi_nguoi_bi": lambda: tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=bi.don_vi),
        "than_nhan": lambda: _than_nhan(don, bo_may, tao_nguoi),
    }[vi_sao]()
    to = {"to_truong": bo_may.truong_khoa, "thanh_vien": (chon,), "noi_dung": "x"}

    with pytest.raises(LoiNghiepVu) as loi:
        lam(don, Buoc.XAC_MINH, bo_may.giam_doc, XAC_MINH, tu_ngay=XAC_MINH, den_ngay=XAC_MINH, **to)

    assert str(loi.value) == KHONG_CU
    assert not ToXacMinh.objects.exists()
    assert not don.nguoi_duoc_biet.filter(nhan_vien=chon).exists()


def _than_nhan(don, bo_may, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=bo_may.khoa)
    bi_mat.ghi_lien_quan(don, nguoi=bo_may.giam_doc, ngay=XAC_MINH, lien_quan=nguoi, quan_he=QuanHe.THAN_NHAN)
    return nguoi


def test_thoi_gian_giam_dinh_khong_tinh_vao_thoi_han(bo_may, don, lam, den_xac_minh, bao_cao):
    """T7, Đ15.4 NĐ 31/2019."""
    don = den_xac_minh(don, XAC_MINH)
    noi = {"co_quan": "Phòng Kỹ thuật hình sự", "noi_dung": "Chữ ký trên phiếu thu"}

    don = lam(don, Buoc.TRUNG_CAU_GIAM_DINH, bo_may.giam_doc, date(2026, 7, 20), **noi)
    chinh = don.han_viec.get(viec=Viec.GIAI_QUYET_TC)
    assert (chinh.dung_tu, TamDinhChi.objects.get(don=don).giam_dinh) == (date(2026, 7, 20), True)
    with pytest.raises(LoiNghiepVu, match="Đang chờ kết quả giám định"):
        bao_cao(don, date(2026, 7, 21))
    with pytest.raises(LoiNghiepVu, match="Đang chờ kết quả giám định"):
        lam(don, Buoc.TAM_DINH_CHI, bo_may.giam_doc, date(2026, 7, 21), ly_do="x")
    with pytest.raises(LoiNghiepVu, match="không được trước ngày trưng cầu"):
        lam(don, Buoc.KET_QUA_GIAM_DINH, bo_may.truong_khoa, date(2026, 7, 19), ket_luan="x")
    don = lam(don, Buoc.KET_QUA_GIAM_DINH, bo_may.truong_khoa, date(2026, 7, 31), ket_luan="Đúng chữ ký")

    # 11 ngày not counted: 06/08 + 11 is Monday 17/08/2026.
    chinh.refresh_from_db()
    assert (chinh.han, chinh.dung_tu, don.dang_giam_dinh) == (date(2026, 8, 17), None, False)


def test_dinh_chi_khi_dang_giam_dinh_khong_de_lai_khoang_dung(bo_may, don, lam, den_xac_minh):
    don = den_xac_minh(don, XAC_MINH)
    noi = {"co_quan": "Giám định tư pháp", "noi_dung": "Chữ ký"}
    don = lam(don, Buoc.TRUNG_CAU_GIAM_DINH, bo_may.giam_doc, date(2026, 7, 20), **noi)

    don = lam(don, Buoc.DINH_CHI, bo_may.giam_doc, date(2026, 7, 22), ly_do="Người bị tố cáo chết")

    assert (don.trang_thai, don.dang_giam_dinh) == (TrangThai.DA_DINH_CHI, False)
    assert TamDinhChi.objects.get(don=don).den_ngay == date(2026, 7, 22)


def test_rut_het_ma_co_dau_hieu_vi_pham_thi_van_ket_luan(bo_may, don, lam, den_xac_minh, bao_cao):
    """Đ33.3 Luật TC."""
    rut = {"hinh_thuc": LanRut.HinhThuc.DON, "pham_vi": PhamViRut.TOAN_BO, "noi_dung": "Toàn bộ"}
    don = bao_cao(den_xac_minh(don, XAC_MINH), date(2026, 7, 20))

    don = lam(don, Buoc.RUT_DON, bo_may.giam_doc, date(2026, 7, 21), van_giai_quyet="Có dấu hiệu vi phạm", **rut)
    assert (don.da_rut_het, LanRut.objects.get(don=don).van_giai_quyet) == (False, "Có dấu hiệu vi phạm")
    with pytest.raises(LoiNghiepVu, match="Chưa ghi nhận người gửi đơn rút toàn bộ"):
        lam(don, Buoc.DINH_CHI, bo_may.giam_doc, date(2026, 7, 22), ly_do="Rút", do_rut=True)
    don = lam(don, Buoc.BAN_HANH, bo_may.giam_doc, date(2026, 7, 22), noi_dung_ban_hanh="x", ket_qua=KetQua.DUNG)

    assert don.trang_thai == TrangThai.DA_BAN_HANH


def test_rut_to_cao_truoc_ket_luan(bo_may, don, lam, den_xac_minh, bao_cao):
    """T16, Đ33.1 Luật TC: after the conclusion there is nothing to withdraw."""
    don = bao_cao(den_xac_minh(don, XAC_MINH), date(2026, 7, 20))
    don = lam(don, Buoc.BAN_HANH, bo_may.giam_doc, date(2026, 7, 22), noi_dung_ban_hanh="x", ket_qua=KetQua.SAI)
    rut = {"hinh_thuc": LanRut.HinhThuc.DON, "pham_vi": PhamViRut.TOAN_BO, "noi_dung": "Toàn bộ"}

    with pytest.raises(LoiNghiepVu, match="Đơn đang ở trạng thái"):
        lam(don, Buoc.RUT_DON, bo_may.giam_doc, date(2026, 7, 23), **rut)


def test_nguoi_ngoai_khong_lap_duoc_to(bo_may, don, giao, nguoi_khoa_khac, lam):
    don = giao(don, XAC_MINH)
    to = {"to_truong": bo_may.truong_khoa, "thanh_vien": (bo_may.tchc,), "noi_dung": "x"}

    with pytest.raises(PermissionDenied):
        lam(don, Buoc.XAC_MINH, bo_may.tchc, XAC_MINH, tu_ngay=XAC_MINH, den_ngay=XAC_MINH, **to)
