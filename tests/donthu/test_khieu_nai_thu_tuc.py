"""Khiếu nại through every arrow of the law, with the dates of the law (Luật KN, 136/2025; NĐ 124/2020, 155/2026)."""

from datetime import date, time

import pytest

from donthu.actions import khieu_nai
from donthu.models import BangChung, BuoiLamViec, DonThu, LanGui, LanRut, NguoiDu, PhamViRut, ToXacMinh
from donthu.phan_loai import KetQua, LoaiDon
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.tasks import ghi_hieu_luc
from donthu.viec import Viec
from tochuc.loi import LoiNghiepVu

NHAN, THU_LY = date(2026, 7, 30), date(2026, 7, 31)
MOI = (("Trần Thị Bí Mật", "Người khiếu nại"), ("Trưởng khoa Nội", "Người bị khiếu nại"))


def han_mo(don):
    return {han.viec: han.han for han in don.han_viec.filter(ngay_xong=None)}


@pytest.fixture
def don(nhan, thu_ly):
    """Accepted on Friday 31/07/2026: K5 runs until Thursday 03/09/2026."""
    return thu_ly(nhan(LoaiDon.KHIEU_NAI, NHAN), THU_LY)


@pytest.fixture
def bao_doi_thoai(bo_may, lam):
    def bao(don, ngay, ngay_doi_thoai, **khac):
        mac_dinh = {
            "ngay_doi_thoai": ngay_doi_thoai,
            "gio": time(8, 30),
            "dia_diem": "Hội trường",
            "chu_tri": "Giám đốc",
            "nguoi_du": MOI,
        }
        return lam(don, Buoc.BAO_DOI_THOAI, bo_may.giam_doc, ngay, **mac_dinh | khac)

    return bao


@pytest.fixture
def doi_thoai(bo_may, lam):
    """Write the minutes; `co_mat`: capacity → whether there."""

    def ghi(don, ngay, co_mat=None, **khac):
        buoi = khieu_nai.buoi_doi_thoai(don)
        cac = {du.pk: (co_mat or {}).get(du.tu_cach, NguoiDu.CoMat.CO) for du in buoi.nguoi_du.all()}
        noi_dung = {"noi_dung": "Các bên đã nêu ý kiến", "ket_luan": "Còn khác nhau về mức bồi thường"}
        return lam(don, Buoc.DOI_THOAI, bo_may.giam_doc, ngay, co_mat=cac, **noi_dung | khac)

    return ghi


# --- The main way ----------------------------------------------------------------------------------------------------


def test_duong_chinh_co_doi_thoai(
    bo_may, don, lam, den_xac_minh, bao_cao, bao_doi_thoai, doi_thoai, gui_quyet_dinh, cong_khai
):
    don = den_xac_minh(don, date(2026, 8, 3), den_ngay=date(2026, 8, 20))
    to = ToXacMinh.objects.get(don=don)
    assert [(muc.nhan_vien, muc.vai) for muc in to.thanh_vien.all()] == [
        (bo_may.truong_khoa, "truong"),
        (bo_may.tchc, "thanh_vien"),
    ]
    don = bao_cao(don, date(2026, 8, 19), khac_ket_qua=True)
    with pytest.raises(LoiNghiepVu, match="Phải tổ chức đối thoại trước khi dự thảo quyết định"):
        lam(don, Buoc.DU_THAO, bo_may.giam_doc, date(2026, 8, 19))
    # K11: 5 ngày before 24/08 is 19/08.
    don = bao_doi_thoai(don, date(2026, 8, 19), date(2026, 8, 24))
    don = doi_thoai(don, date(2026, 8, 24), them=[("Nguyễn Văn An", "Người ghi biên bản")])
    buoi = BuoiLamViec.objects.get(don=don)
    assert (buoi.ket_qua, buoi.nguoi_du.count()) == (BuoiLamViec.KetQua.DA_HOP, 3)

    ban_hanh = {"noi_dung_ban_hanh": "Công nhận một phần", "ket_qua": KetQua.DUNG_MOT_PHAN}
    don = lam(don, Buoc.BAN_HANH, bo_may.giam_doc, date(2026, 8, 25), **ban_hanh)
    # K14: 3 ngày làm việc; K16: 15 ngày.
    assert han_mo(don) == {Viec.GUI_QD_KN_LAN_DAU: date(2026, 8, 28), Viec.CONG_KHAI_QD_KN: date(2026, 9, 9)}
    don = gui_quyet_dinh(don, date(2026, 8, 26), nhan=date(2026, 8, 28))
    don = cong_khai(don, date(2026, 8, 27))
    # K18: 30 ngày from 25/08, not moved; K17: 30 ngày from 28/08 is Sunday 27/09, moved to Monday.
    assert han_mo(don) == {
        Viec.CHO_HIEU_LUC_QD_LAN_DAU: date(2026, 9, 24),
        Viec.KHIEU_NAI_LAN_HAI: date(2026, 9, 28),
    }
    assert don.trang_thai == TrangThai.CHO_HIEU_LUC

    assert khieu_nai.ghi_hieu_luc(date(2026, 9, 29)) == 1
    don.refresh_from_db()
    assert (don.trang_thai, don.ngay_hieu_luc) == (TrangThai.CO_HIEU_LUC, date(2026, 9, 29))
    assert han_mo(don) == {Viec.THI_HANH_QD_KN: date(2026, 10, 6)}  # K20: 5 ngày làm việc
    don = lam(don, Buoc.CHI_DAO_THI_HANH, bo_may.giam_doc, date(2026, 10, 1), ghi_chu="Phòng Tài chính trả lại tiền")
    with pytest.raises(LoiNghiepVu, match="Ngày thi hành không được trước"):
        lam(don, Buoc.THI_HANH, bo_may.tchc, date(2026, 9, 28), da_tra_tien="1.50")
    don = lam(don, Buoc.THI_HANH, bo_may.tchc, date(2026, 10, 5), da_tra_tien="1.50")
    don = lam(don, Buoc.THI_HANH_XONG, bo_may.tchc, date(2026, 10, 9))
    don = lam(don, Buoc.KET_THUC, bo_may.tchc, date(2026, 10, 12))

    assert (don.trang_thai, han_mo(don)) == (TrangThai.KET_THUC, {})
    assert list(don.van_ban_di.order_by("pk").values_list("ma_mau", flat=True)) == [
        *("TT05-01", "ND124-03", "ND124-05", "ND124-13", "LKN-DT", "ND124-14", "ND124-15", "LKN-TH"),
    ]


def test_kiem_tra_lai_thay_dung_thi_quyet_dinh_ngay(bo_may, don, lam):
    """Đ17.3 NĐ 124/2020: no unit, no verification, no đối thoại."""
    don = lam(don, Buoc.KIEM_TRA_LAI, bo_may.giam_doc, date(2026, 8, 3))
    don = lam(don, Buoc.KHIEU_NAI_DUNG, bo_may.giam_doc, date(2026, 8, 4), ghi_chu="Thu sai viện phí")

    don = lam(
        don, Buoc.BAN_HANH, bo_may.giam_doc, date(2026, 8, 5), noi_dung_ban_hanh="Trả lại tiền", ket_qua=KetQua.DUNG
    )

    assert (don.trang_thai, don.don_vi) == (TrangThai.DA_BAN_HANH, None)


@pytest.mark.parametrize("khac", [{"ky_luat": True}, {"lan": 2}])
def test_ky_luat_va_lan_hai_luon_phai_doi_thoai(bo_may, nhan, phan_loai, lam, den_xac_minh, bao_cao, khac):
    """Đ39, 53 Luật KN: also where the re-check or the report leaves nothing in dispute."""
    don = phan_loai(nhan(LoaiDon.KHIEU_NAI, NHAN), THU_LY, **khac)
    don = lam(don, Buoc.TRINH_THU_LY, bo_may.tchc, THU_LY)
    don = lam(don, Buoc.THU_LY, bo_may.giam_doc, THU_LY)
    kiem = lam(don, Buoc.KIEM_TRA_LAI, bo_may.giam_doc, date(2026, 8, 3))

    with pytest.raises(LoiNghiepVu, match="Phải tổ chức đối thoại"):
        lam(kiem, Buoc.KHIEU_NAI_DUNG, bo_may.giam_doc, date(2026, 8, 4), ghi_chu="x")


# --- Đối thoại -------------------------------------------------------------------------------------------------------


@pytest.fixture
def cho_doi_thoai(don, den_xac_minh, bao_cao):
    don = den_xac_minh(don, date(2026, 8, 3))
    return bao_cao(don, date(2026, 8, 10), khac_ket_qua=True)


def test_thong_bao_doi_thoai_truoc_it_nhat_5_ngay(cho_doi_thoai, bao_doi_thoai):
    with pytest.raises(LoiNghiepVu) as loi:
        bao_doi_thoai(cho_doi_thoai, date(2026, 8, 13), date(2026, 8, 17))

    assert str(loi.value) == (
        "Thông báo đối thoại phải trước ngày đối thoại ít nhất 05 ngày: đối thoại thứ Hai 17/08/2026 thì thông báo "
        "muộn nhất thứ Tư 12/08/2026 (Điều 28.1 Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP))."
    )
    assert bao_doi_thoai(cho_doi_thoai, date(2026, 8, 12), date(2026, 8, 17)).trang_thai == TrangThai.DOI_THOAI


def test_thong_bao_doi_thoai_phai_moi_nguoi_khieu_nai(cho_doi_thoai, bao_doi_thoai):
    with pytest.raises(LoiNghiepVu, match="Phải mời người khiếu nại"):
        bao_doi_thoai(cho_doi_thoai, date(2026, 8, 12), date(2026, 8, 17), nguoi_du=[("Ông A", "Người bị khiếu nại")])


def test_vang_khong_ly_do_van_tiep_tuc_va_bien_ban_ghi_ro(cho_doi_thoai, bao_doi_thoai, doi_thoai):
    don = bao_doi_thoai(cho_doi_thoai, date(2026, 8, 12), date(2026, 8, 17))

    don = doi_thoai(don, date(2026, 8, 17), {"Người khiếu nại": NguoiDu.CoMat.VANG})

    buoi = BuoiLamViec.objects.get(don=don)
    assert (don.trang_thai, buoi.ket_qua) == (TrangThai.DU_THAO, BuoiLamViec.KetQua.VANG)
    assert buoi.noi_dung.splitlines()[0] == "Người khiếu nại vắng mặt không có lý do chính đáng."


def test_vang_co_ly_do_thi_phai_hoan_va_bao_lai(bo_may, lam, cho_doi_thoai, bao_doi_thoai, doi_thoai):
    don = bao_doi_thoai(cho_doi_thoai, date(2026, 8, 12), date(2026, 8, 17))

    with pytest.raises(LoiNghiepVu, match="phải hoãn và thông báo buổi đối thoại khác"):
        doi_thoai(don, date(2026, 8, 17), {"Người khiếu nại": NguoiDu.CoMat.VANG_CO_LY_DO})
    don = lam(don, Buoc.HOAN_DOI_THOAI, bo_may.giam_doc, date(2026, 8, 17), ly_do="Nằm viện, có giấy ra viện")
    don = bao_doi_thoai(don, date(2026, 8, 18), date(2026, 8, 24))
    don = doi_thoai(don, date(2026, 8, 24))

    cac_buoi = BuoiLamViec.objects.filter(don=don)
    assert [buoi.ket_qua for buoi in cac_buoi] == [BuoiLamViec.KetQua.HOAN, BuoiLamViec.KetQua.DA_HOP]
    vang = cac_buoi[0].nguoi_du.get(tu_cach="Người khiếu nại")
    assert (vang.co_mat, vang.ly_do) == (NguoiDu.CoMat.VANG_CO_LY_DO, "Nằm viện, có giấy ra viện")
    assert don.trang_thai == TrangThai.DU_THAO


def test_doi_ngay_thi_bao_lai_va_chua_den_ngay_thi_chua_ghi_duoc(cho_doi_thoai, bao_doi_thoai, doi_thoai):
    don = bao_doi_thoai(cho_doi_thoai, date(2026, 8, 12), date(2026, 8, 17))
    don = bao_doi_thoai(don, date(2026, 8, 13), date(2026, 8, 20))

    with pytest.raises(LoiNghiepVu, match="đã thông báo vào thứ Năm 20/08/2026, chưa diễn ra"):
        doi_thoai(don, date(2026, 8, 19))

    assert BuoiLamViec.objects.get(don=don).ngay == date(2026, 8, 20)


# --- Verifying -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tu_ngay", "den_ngay"),
    [
        (date(2026, 8, 2), date(2026, 8, 20)),
        (date(2026, 8, 20), date(2026, 8, 19)),
        (date(2026, 8, 3), date(2026, 9, 4)),
    ],
)
def test_xac_minh_trong_thoi_han_giai_quyet(don, den_xac_minh, tu_ngay, den_ngay):
    with pytest.raises(LoiNghiepVu, match="trong thời hạn giải quyết, đến thứ Năm 03/09/2026"):
        den_xac_minh(don, date(2026, 8, 3), tu_ngay=tu_ngay, den_ngay=den_ngay)


def test_yeu_cau_va_nhan_tai_lieu_trong_7_ngay(bo_may, don, lam, giao):
    don = giao(don, date(2026, 8, 3))
    yeu_cau = {"noi_cung_cap": "Khoa Dược", "noi_dung": "Phiếu xuất thuốc"}

    don = lam(don, Buoc.YEU_CAU_TAI_LIEU, bo_may.truong_khoa, date(2026, 8, 10), **yeu_cau)
    assert han_mo(don)[Viec.CUNG_CAP_TAI_LIEU] == date(2026, 8, 17)  # K10
    don = lam(
        don,
        Buoc.NHAN_TAI_LIEU,
        bo_may.truong_khoa,
        date(2026, 8, 14),
        nguoi_giao="Trưởng khoa Dược",
        tai_lieu=[("Phiếu xuất thuốc", "Bản chính"), ("Sổ giao nhận", "")],
    )

    assert Viec.CUNG_CAP_TAI_LIEU not in han_mo(don)
    assert list(BangChung.objects.filter(don=don).values_list("ten", "tinh_trang")) == [
        ("Phiếu xuất thuốc", "Bản chính"),
        ("Sổ giao nhận", "Bản sao"),
    ]


def test_giam_dinh_khieu_nai_khong_dung_dong_ho_va_chua_co_ket_qua_thi_chua_bao_cao(
    bo_may, don, lam, den_xac_minh, bao_cao
):
    don = den_xac_minh(don, date(2026, 8, 3))
    noi = {"co_quan": "Trung tâm Giám định y khoa", "noi_dung": "Tỷ lệ tổn thương"}

    don = lam(don, Buoc.TRUNG_CAU_GIAM_DINH, bo_may.giam_doc, date(2026, 8, 5), **noi)
    assert don.han_viec.get(viec=Viec.GIAI_QUYET_KN_LAN_DAU).dung_tu is None
    with pytest.raises(LoiNghiepVu, match="Đang chờ kết quả giám định"):
        bao_cao(don, date(2026, 8, 6))
    don = lam(don, Buoc.KET_QUA_GIAM_DINH, bo_may.truong_khoa, date(2026, 8, 12), ket_luan="Không tổn thương")

    assert han_mo(don)[Viec.GIAI_QUYET_KN_LAN_DAU] == date(2026, 9, 3)
    assert bao_cao(don, date(2026, 8, 13)).trang_thai == TrangThai.CO_KET_QUA


def test_bao_cao_phai_noi_con_khac_nhau_hay_khong(don, den_xac_minh, bao_cao):
    don = den_xac_minh(don, date(2026, 8, 3))

    with pytest.raises(LoiNghiepVu, match="có còn khác nhau hay không"):
        bao_cao(don, date(2026, 8, 6), khac_ket_qua=None)


# --- 45 days, pauses, withdrawal, stopping ---------------------------------------------------------------------------


def test_45_ngay_chi_khi_co_tieu_chi_phuc_tap(bo_may, don, lam):
    with pytest.raises(LoiNghiepVu, match="phải có ít nhất một tiêu chí"):
        lam(don, Buoc.GIA_HAN, bo_may.giam_doc, date(2026, 8, 20), so_ngay=15)
    with pytest.raises(LoiNghiepVu, match="thuộc danh mục"):
        lam(don, Buoc.GIA_HAN, bo_may.giam_doc, date(2026, 8, 20), so_ngay=15, tieu_chi=["kho"])
    don.refresh_from_db()
    assert (don.phuc_tap, don.tieu_chi_phuc_tap) == (False, [])

    don = lam(don, Buoc.GIA_HAN, bo_may.giam_doc, date(2026, 8, 20), so_ngay=15, tieu_chi=["chung_cu", "dia_diem"])

    # 45 ngày from 31/07: Monday 14/09.
    assert han_mo(don) == {Viec.GIAI_QUYET_KN_LAN_DAU: date(2026, 9, 14)}
    assert (don.phuc_tap, don.tieu_chi_phuc_tap) == (True, ["dia_diem", "chung_cu"])
    assert don.van_ban_di.get(ma_mau="LKN-PT").trich_yeu == "Xác định vụ việc khiếu nại phức tạp"
    with pytest.raises(LoiNghiepVu, match="đã được gia hạn 1 lần"):
        lam(don, Buoc.GIA_HAN, bo_may.giam_doc, date(2026, 8, 21), so_ngay=1, tieu_chi=["dia_diem"])


def test_vung_sau_45_va_60_ngay(bo_may, nhan, phan_loai, lam):
    """K6 and its extension; the whole moves once past days off."""
    don = phan_loai(nhan(LoaiDon.KHIEU_NAI, NHAN), THU_LY, vung_sau=True, ly_do_vung_sau="Xã vùng III, qua 02 con suối")
    don = lam(don, Buoc.TRINH_THU_LY, bo_may.tchc, THU_LY)
    don = lam(don, Buoc.THU_LY, bo_may.giam_doc, THU_LY)
    assert han_mo(don) == {Viec.GIAI_QUYET_KN_LAN_DAU_VUNG_SAU: date(2026, 9, 14)}

    don = lam(don, Buoc.GIA_HAN, bo_may.giam_doc, date(2026, 9, 1), so_ngay=15, tieu_chi=["noi_dung"])

    assert han_mo(don) == {Viec.GIAI_QUYET_KN_LAN_DAU_VUNG_SAU: date(2026, 9, 29)}


def test_tam_dinh_chi_qua_tet_tinh_tiep_tu_ngay_quyet_dinh_tiep_tuc(bo_may, nhan, thu_ly, lam, gui_van_ban):
    """Đ11a.4 Luật KN, Đ28b.2 NĐ 124/2020: the days of the pause, Tết among them, are not counted."""
    don = thu_ly(nhan(LoaiDon.KHIEU_NAI, date(2026, 12, 1)), date(2026, 12, 2))
    assert han_mo(don) == {Viec.GIAI_QUYET_KN_LAN_DAU: date(2027, 1, 4)}  # 01/01/2027 is off

    don = lam(don, Buoc.TAM_DINH_CHI, bo_may.giam_doc, date(2026, 12, 28), ly_do="Người khiếu nại nằm viện")
    # K12: 3 ngày làm việc.
    assert han_mo(don)[Viec.GUI_QD_TAM_DINH_CHI_KN] == date(2026, 12, 31)
    assert don.han_viec.get(viec=Viec.GIAI_QUYET_KN_LAN_DAU).dung_tu == date(2026, 12, 28)
    don = gui_van_ban(don, date(2026, 12, 29))
    don = lam(don, Buoc.TIEP_TUC, bo_may.giam_doc, date(2027, 2, 15))

    # 49 ngày not counted: 01/01/2027 + 49 is Friday 19/02/2027.
    chinh = don.han_viec.get(viec=Viec.GIAI_QUYET_KN_LAN_DAU)
    assert (chinh.han, chinh.dung_tu) == (date(2027, 2, 19), None)
    assert han_mo(don)[Viec.GUI_QD_TAM_DINH_CHI_KN] == date(2027, 2, 18)


def test_rut_mot_phan_van_giai_quyet_phan_con_lai(bo_may, don, lam):
    rut = {"hinh_thuc": LanRut.HinhThuc.DON, "pham_vi": PhamViRut.MOT_PHAN, "noi_dung": "Nội dung về thái độ"}

    don = lam(don, Buoc.RUT_DON, bo_may.giam_doc, date(2026, 8, 5), **rut)

    assert (don.da_rut_het, don.trang_thai) == (False, TrangThai.DANG_GIAI_QUYET)
    with pytest.raises(LoiNghiepVu, match="Chưa ghi nhận người gửi đơn rút toàn bộ"):
        lam(don, Buoc.DINH_CHI, bo_may.giam_doc, date(2026, 8, 6), ly_do="Rút", do_rut=True)


def test_rut_toan_bo_thi_dinh_chi_khong_ban_hanh(bo_may, don, lam):
    rut = {"hinh_thuc": LanRut.HinhThuc.BIEN_BAN, "pham_vi": PhamViRut.TOAN_BO, "noi_dung": "Toàn bộ khiếu nại"}
    don = lam(don, Buoc.KIEM_TRA_LAI, bo_may.giam_doc, date(2026, 8, 3))
    don = lam(don, Buoc.KHIEU_NAI_DUNG, bo_may.giam_doc, date(2026, 8, 4), ghi_chu="x")

    don = lam(don, Buoc.RUT_DON, bo_may.giam_doc, date(2026, 8, 5), **rut)
    ban_hanh = {"noi_dung_ban_hanh": "x", "ket_qua": KetQua.DUNG}
    with pytest.raises(LoiNghiepVu, match="đã rút toàn bộ nội dung: phải đình chỉ"):
        lam(don, Buoc.BAN_HANH, bo_may.giam_doc, date(2026, 8, 6), **ban_hanh)
    don = lam(don, Buoc.DINH_CHI, bo_may.giam_doc, date(2026, 8, 6), ly_do="Rút toàn bộ", do_rut=True)

    assert (don.trang_thai, don.ngay_dinh_chi) == (TrangThai.DA_DINH_CHI, date(2026, 8, 6))
    assert han_mo(don) == {Viec.GUI_QD_TAM_DINH_CHI_KN: date(2026, 8, 11)}  # K12: 3 ngày làm việc


def test_mot_so_nguoi_rut_thi_giai_quyet_cho_nguoi_con_lai(bo_may, nhan, thu_ly, lam):
    """Đ7a NĐ 124/2020 (NĐ 155/2026)."""
    don = nhan(LoaiDon.KHIEU_NAI, NHAN, so_nguoi=5, du_chu_ky=True, so_dai_dien=1)
    don = thu_ly(don, THU_LY)
    rut = {"hinh_thuc": LanRut.HinhThuc.DON, "pham_vi": PhamViRut.MOT_SO_NGUOI, "noi_dung": "Đơn rút"}

    with pytest.raises(LoiNghiepVu, match="Đơn có 5 người, không thể có 6 người rút"):
        lam(don, Buoc.RUT_DON, bo_may.giam_doc, date(2026, 8, 5), so_nguoi=6, **rut)
    don = lam(don, Buoc.RUT_DON, bo_may.giam_doc, date(2026, 8, 5), so_nguoi=3, **rut)
    assert (don.so_nguoi, don.da_rut_het) == (2, False)
    don = lam(don, Buoc.RUT_DON, bo_may.giam_doc, date(2026, 8, 6), so_nguoi=2, **rut)

    assert (don.so_nguoi, don.da_rut_het) == (2, True)
    assert list(LanRut.objects.filter(don=don).values_list("so_nguoi", flat=True)) == [3, 2]


def test_nhieu_nguoi_thieu_chu_ky_khong_thu_ly_duoc(nhan, thu_ly):
    with pytest.raises(LoiNghiepVu, match="phải có đủ chữ ký của mọi người và văn bản cử người đại diện"):
        thu_ly(nhan(LoaiDon.KHIEU_NAI, NHAN, so_nguoi=5, du_chu_ky=True), THU_LY)


def test_chi_rut_to_cao_moi_con_phai_giai_quyet(bo_may, don, lam):
    rut = {"hinh_thuc": LanRut.HinhThuc.DON, "pham_vi": PhamViRut.TOAN_BO, "noi_dung": "Toàn bộ"}

    with pytest.raises(LoiNghiepVu, match="Chỉ tố cáo"):
        lam(don, Buoc.RUT_DON, bo_may.giam_doc, date(2026, 8, 5), van_giai_quyet="Có dấu hiệu vi phạm", **rut)


# --- Effect ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def da_ban_hanh(don, den_ban_hanh):
    """Issued on Tuesday 25/08/2026."""
    return den_ban_hanh(don, date(2026, 8, 25))


@pytest.mark.parametrize(
    ("gui", "ngay_nhan", "hieu_luc"),
    [
        (date(2026, 8, 25), date(2026, 8, 25), date(2026, 9, 25)),  # both end on 24/09
        (date(2026, 8, 26), date(2026, 8, 28), date(2026, 9, 29)),  # K17 ends on Sunday 27/09, moved to Monday
        (date(2026, 8, 28), date(2026, 9, 10), date(2026, 10, 13)),  # K17 ends on Saturday 10/10, moved to Monday
    ],
)
def test_hieu_luc_sau_moc_muon_hon_cua_ban_hanh_va_nhan(
    bo_may, da_ban_hanh, lam, gui_quyet_dinh, gui, ngay_nhan, hieu_luc
):
    """D12: from issue (Đ44.1) and from receipt (Đ33.1), whichever is later; the effect itself is not moved."""
    don = gui_quyet_dinh(da_ban_hanh, gui, nhan=ngay_nhan)
    truoc = hieu_luc.replace(day=hieu_luc.day - 1)

    with pytest.raises(LoiNghiepVu, match=f"chỉ có hiệu lực từ .* {hieu_luc:%d/%m/%Y}"):
        lam(don, Buoc.CO_HIEU_LUC, bo_may.tchc, truoc)
    assert khieu_nai.ghi_hieu_luc(truoc) == 0
    assert [khieu_nai.ghi_hieu_luc(hieu_luc), khieu_nai.ghi_hieu_luc(hieu_luc)] == [1, 0]

    don.refresh_from_db()
    dong = don.lich_su.get(buoc=Buoc.CO_HIEU_LUC)
    assert (don.ngay_hieu_luc, dong.nguoi, dong.ngay) == (hieu_luc, None, hieu_luc)


def test_may_nghi_may_ngay_van_ghi_dung_ngay_hieu_luc(da_ban_hanh, gui_quyet_dinh):
    don = gui_quyet_dinh(da_ban_hanh, date(2026, 8, 25), nhan=date(2026, 8, 25))

    khieu_nai.ghi_hieu_luc(date(2026, 10, 2))

    don.refresh_from_db()
    assert don.ngay_hieu_luc == date(2026, 9, 25)
    assert han_mo(don)[Viec.THI_HANH_QD_KN] == date(2026, 10, 2)  # K20 from the day of effect


def test_vung_sau_cho_hieu_luc_45_ngay(bo_may, nhan, phan_loai, lam, den_ban_hanh, gui_quyet_dinh):
    don = phan_loai(nhan(LoaiDon.KHIEU_NAI, NHAN), THU_LY, vung_sau=True, ly_do_vung_sau="Xã vùng III")
    don = lam(don, Buoc.TRINH_THU_LY, bo_may.tchc, THU_LY)
    don = lam(don, Buoc.THU_LY, bo_may.giam_doc, THU_LY)

    don = gui_quyet_dinh(den_ban_hanh(don, date(2026, 8, 25)), date(2026, 8, 26), nhan=date(2026, 8, 28))

    # 25/08 + 45 = 09/10; 28/08 + 45 = Monday 12/10.
    assert han_mo(don) == {
        Viec.CONG_KHAI_QD_KN: date(2026, 9, 9),
        Viec.CHO_HIEU_LUC_QD_LAN_DAU: date(2026, 10, 9),
        Viec.KHIEU_NAI_LAN_HAI: date(2026, 10, 12),
    }
    assert (khieu_nai.ghi_hieu_luc(date(2026, 10, 12)), khieu_nai.ghi_hieu_luc(date(2026, 10, 13))) == (0, 1)


def test_chua_biet_ngay_nhan_thi_chua_co_hieu_luc(bo_may, da_ban_hanh, lam, gui_quyet_dinh):
    don = gui_quyet_dinh(da_ban_hanh, date(2026, 8, 26))
    assert list(LanGui.objects.filter(don=don).values_list("noi_nhan", "ngay_nhan")) == [("Trần Thị Bí Mật", None)]
    assert Viec.KHIEU_NAI_LAN_HAI not in han_mo(don)
    assert khieu_nai.ghi_hieu_luc(date(2026, 12, 31)) == 0
    with pytest.raises(LoiNghiepVu, match="Chưa ghi ngày người khiếu nại nhận quyết định"):
        lam(don, Buoc.CO_HIEU_LUC, bo_may.tchc, date(2026, 12, 31))

    don = lam(don, Buoc.GUI_QUYET_DINH, bo_may.tchc, date(2026, 9, 7), ngay_nhan=date(2026, 8, 28))

    assert han_mo(don)[Viec.KHIEU_NAI_LAN_HAI] == date(2026, 9, 28)
    assert LanGui.objects.get(don=don).ngay_nhan == date(2026, 8, 28)
    with pytest.raises(LoiNghiepVu, match="Đã ghi ngày người khiếu nại nhận"):
        lam(don, Buoc.GUI_QUYET_DINH, bo_may.tchc, date(2026, 9, 8), ngay_nhan=date(2026, 8, 29))


def test_tac_vu_dem_ghi_hieu_luc_theo_ngay_hom_nay(da_ban_hanh, gui_quyet_dinh):
    gui_quyet_dinh(da_ban_hanh, date(2026, 8, 25), nhan=date(2026, 8, 25))

    assert [ghi_hieu_luc(), ghi_hieu_luc()] == [1, 0]


# --- Lần hai, the Court ----------------------------------------------------------------------------------------------


def test_khieu_nai_lan_hai_roi_so_quyet_dinh(bo_may, da_ban_hanh, lam, gui_quyet_dinh):
    don = gui_quyet_dinh(da_ban_hanh, date(2026, 8, 26), nhan=date(2026, 8, 28))

    don = lam(don, Buoc.KHIEU_NAI_LAN_HAI, bo_may.tchc, date(2026, 9, 28))
    assert (don.trang_thai, han_mo(don)) == (TrangThai.LAN_HAI, {Viec.CONG_KHAI_QD_KN: date(2026, 9, 9)})
    don = lam(don, Buoc.CAP_TREN_YEU_CAU, bo_may.tchc, date(2026, 10, 1), co_quan="Sở Y tế", noi_dung="Công văn 12")
    assert han_mo(don)[Viec.CUNG_CAP_TAI_LIEU] == date(2026, 10, 8)  # K10: 7 ngày
    don = lam(don, Buoc.BAO_CAO_CAP_TREN, bo_may.tchc, date(2026, 10, 6), ghi_chu="Hồ sơ 45 trang")
    don = lam(
        don,
        Buoc.KET_QUA_LAN_HAI,
        bo_may.tchc,
        date(2026, 11, 2),
        ket_qua=KetQua.CONG_NHAN,
        so_van_ban="90/QĐ-SYT",
    )

    # K19: 30 ngày from 02/11.
    assert han_mo(don)[Viec.CHO_HIEU_LUC_QD_LAN_HAI] == date(2026, 12, 2)
    assert don.lich_su.last().ghi_chu == "Công nhận kết quả lần đầu: Quyết định số 90/QĐ-SYT ngày 02/11/2026."
    with pytest.raises(LoiNghiepVu, match="Chỉ khiếu nại lần đầu"):
        lam(don, Buoc.KHIEU_NAI_LAN_HAI, bo_may.tchc, date(2026, 11, 3))
    assert khieu_nai.ghi_hieu_luc(date(2026, 12, 3)) == 1
    don.refresh_from_db()
    assert don.ngay_hieu_luc == date(2026, 12, 3)


def test_khieu_nai_lan_hai_muon_phai_co_ly_do_chinh_dang(bo_may, da_ban_hanh, lam, gui_quyet_dinh):
    don = gui_quyet_dinh(da_ban_hanh, date(2026, 8, 26), nhan=date(2026, 8, 28))

    with pytest.raises(LoiNghiepVu, match="đã hết ngày 28/09/2026: phải ghi lý do chính đáng"):
        lam(don, Buoc.KHIEU_NAI_LAN_HAI, bo_may.tchc, date(2026, 9, 29))
    don = lam(don, Buoc.KHIEU_NAI_LAN_HAI, bo_may.tchc, date(2026, 9, 29), ly_do="Bão lũ chia cắt")

    assert don.trang_thai == TrangThai.LAN_HAI


def test_qua_han_chua_giai_quyet_thi_khieu_nai_lan_hai_va_thi_hanh_quyet_dinh_cua_so(bo_may, don, lam):
    """Đ33.1 Luật KN: from the end of the term of Đ28; what the Sở decided is carried out though we decided nothing."""
    with pytest.raises(LoiNghiepVu, match="chưa hết thời hạn giải quyết"):
        lam(don, Buoc.KHIEU_NAI_LAN_HAI, bo_may.tchc, date(2026, 9, 3))

    don = lam(don, Buoc.KHIEU_NAI_LAN_HAI, bo_may.tchc, date(2026, 9, 4))
    assert han_mo(don) == {}
    don = lam(don, Buoc.KET_QUA_LAN_HAI, bo_may.tchc, date(2026, 10, 1), ket_qua=KetQua.HUY_SUA, so_van_ban="91/QĐ-SYT")
    assert khieu_nai.ghi_hieu_luc(date(2026, 11, 1)) == 1
    don = lam(don, Buoc.CHI_DAO_THI_HANH, bo_may.giam_doc, date(2026, 11, 3), ghi_chu="Khoa Nội thực hiện")
    don = lam(don, Buoc.THI_HANH_XONG, bo_may.tchc, date(2026, 11, 10), da_tra_tien="2.00")

    assert lam(don, Buoc.KET_THUC, bo_may.tchc, date(2026, 11, 11)).trang_thai == TrangThai.KET_THUC


def test_khoi_kien_dung_moi_thoi_gian_cho_va_ban_an_duoc_thi_hanh(bo_may, da_ban_hanh, lam, gui_quyet_dinh):
    don = gui_quyet_dinh(da_ban_hanh, date(2026, 8, 26), nhan=date(2026, 8, 28))

    don = lam(don, Buoc.KHOI_KIEN, bo_may.tchc, date(2026, 9, 20), toa_an="Tòa án nhân dân khu vực 1")
    assert han_mo(don) == {Viec.CONG_KHAI_QD_KN: date(2026, 9, 9)}
    don = lam(
        don, Buoc.BAN_AN, bo_may.tchc, date(2026, 12, 1), so_van_ban="05/2026/HC-ST", noi_dung="Bác yêu cầu khởi kiện"
    )

    assert (don.trang_thai, don.ngay_hieu_luc) == (TrangThai.CO_HIEU_LUC, date(2026, 12, 1))
    assert han_mo(don)[Viec.THI_HANH_QD_KN] == date(2026, 12, 8)


# --- Suspending what is complained of --------------------------------------------------------------------------------


def test_tam_dinh_chi_thi_hanh_khong_qua_thoi_han_giai_quyet(bo_may, don, lam):
    """K21: Đ35 Luật KN."""
    dung = {"ly_do": "Phá dỡ thì không khôi phục được"}

    with pytest.raises(LoiNghiepVu, match="đến thứ Năm 03/09/2026"):
        lam(don, Buoc.DUNG_THI_HANH, bo_may.giam_doc, date(2026, 8, 5), den_ngay=date(2026, 9, 4), **dung)
    don = lam(don, Buoc.DUNG_THI_HANH, bo_may.giam_doc, date(2026, 8, 5), den_ngay=date(2026, 9, 3), **dung)
    assert don.dang_dung_thi_hanh is True
    don = lam(don, Buoc.BO_DUNG_THI_HANH, bo_may.giam_doc, date(2026, 8, 10), ly_do="Không còn lý do")

    assert don.dang_dung_thi_hanh is False
    assert list(don.van_ban_di.filter(ma_mau__in=["ND124-11", "ND124-12"]).values_list("so_ky_hieu", flat=True)) == [
        "01/QĐ-TTYT",
        "02/QĐ-TTYT",
    ]


def test_to_truong_o_don_vi_khac_thay_don_va_bao_cao_duoc(bo_may, don, lam, den_xac_minh):
    ngay, to_truong = THU_LY, bo_may.khoa_khac
    assert not DonThu.objects.for_user(to_truong).filter(pk=don.pk).exists()

    don = den_xac_minh(don, ngay, to_truong=to_truong)

    assert DonThu.objects.for_user(to_truong).filter(pk=don.pk).exists()
    don = lam(don, Buoc.BAO_CAO_KET_QUA, to_truong, ngay, bao_cao="Đúng", khac_ket_qua=False)
    assert don.trang_thai == TrangThai.CO_KET_QUA
