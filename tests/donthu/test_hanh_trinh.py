"""Whole ways through the procedures with the dates of the law (đường đi chính của khiếu nại, tố cáo, phản ánh)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from donthu import actions
from donthu.models import CongDan, DonThu, HanViec, LichSu, PhanCong, VanBanDi
from donthu.phan_loai import KetQua, LoaiDon, NguonDon
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tochuc.loi import LoiNghiepVu
from tochuc.vai_tro import Quyen, VaiTro


def han_mo(don):
    return {han.viec: han.han for han in don.han_viec.filter(ngay_xong=None)}


def test_khieu_nai_lan_dau_tu_tiep_nhan_den_ket_thuc(
    bo_may, nhan, lam, thu_ly, giao, den_xac_minh, bao_cao, gui_quyet_dinh, cong_khai
):
    don = nhan(LoaiDon.KHIEU_NAI, date(2026, 7, 30), nguon=NguonDon.TRUC_TIEP)
    assert don.ma == "DT-2026-0001"
    assert han_mo(don) == {Viec.THU_LY_KN: date(2026, 8, 10), Viec.BAO_KET_QUA_TIEP: date(2026, 8, 13)}

    don = thu_ly(don, date(2026, 7, 31))
    # K5: 30 ngày from 31/07 is Sunday 30/08; 31/08, 01/09, 02/09 are off (section 6.0 of the law pack).
    assert han_mo(don) == {Viec.GIAI_QUYET_KN_LAN_DAU: date(2026, 9, 3), Viec.BAO_KET_QUA_TIEP: date(2026, 8, 13)}
    assert don.han_viec.get(viec=Viec.GIAI_QUYET_KN_LAN_DAU).quyen == Quyen.GIAO_VIEC

    giao(don, date(2026, 8, 3))
    assert don.han_viec.get(viec=Viec.GIAI_QUYET_KN_LAN_DAU).quyen == Quyen.GIAI_QUYET
    don = den_xac_minh(don, date(2026, 8, 3))
    don = lam(don, Buoc.THONG_BAO, bo_may.tchc, date(2026, 8, 4), ghi_chu="Công văn 12")
    don = bao_cao(don, date(2026, 8, 20))
    don = lam(don, Buoc.DU_THAO, bo_may.giam_doc, date(2026, 8, 21))
    don = lam(
        don,
        Buoc.BAN_HANH,
        bo_may.giam_doc,
        date(2026, 8, 25),
        noi_dung_ban_hanh="Công nhận một phần nội dung khiếu nại",
        ket_qua=KetQua.DUNG_MOT_PHAN,
        tra_lai_tien="3.50",
    )
    # K14: 3 ngày làm việc; K16: 15 ngày.
    assert han_mo(don) == {
        Viec.GUI_QD_KN_LAN_DAU: date(2026, 8, 28),
        Viec.CONG_KHAI_QD_KN: date(2026, 9, 9),
    }
    with pytest.raises(LoiNghiepVu, match="Không thực hiện được bước “Kết thúc”"):
        lam(don, Buoc.KET_THUC, bo_may.tchc, date(2026, 8, 26))
    don = gui_quyet_dinh(don, date(2026, 8, 26), nhan=date(2026, 8, 28))
    don = cong_khai(don, date(2026, 8, 27))
    don = lam(don, Buoc.CO_HIEU_LUC, bo_may.tchc, date(2026, 9, 29))
    don = lam(don, Buoc.CHI_DAO_THI_HANH, bo_may.giam_doc, date(2026, 10, 1), ghi_chu="Trả lại tiền")
    don = lam(don, Buoc.THI_HANH, bo_may.tchc, date(2026, 10, 10), da_tra_tien="1.50")
    don = lam(don, Buoc.THI_HANH_XONG, bo_may.tchc, date(2026, 10, 20), da_tra_tien="2.00")
    don = lam(don, Buoc.KET_THUC, bo_may.tchc, date(2026, 10, 21))

    assert don.trang_thai == TrangThai.KET_THUC
    assert don.ngay_ket_thuc == date(2026, 10, 21)
    assert han_mo(don) == {}
    quyet_dinh = don.van_ban_di.filter(so_dang_ky="QĐ").order_by("so")
    assert list(quyet_dinh.values_list("so_ky_hieu", "ma_mau")) == [
        ("01/QĐ-TTYT", "ND124-05"),
        ("02/QĐ-TTYT", "ND124-15"),
    ]
    assert [dong.stt for dong in don.lich_su.all()] == list(range(1, don.so_buoc + 1))
    assert all(dong.bam == dong.tinh_bam() for dong in don.lich_su.all())
    assert don.ket_qua_thi_hanh.count() == 2


def test_khieu_nai_nhan_truoc_cai_cach_giu_10_ngay(nhan):
    don = nhan(LoaiDon.KHIEU_NAI, date(2026, 6, 30))

    assert han_mo(don) == {Viec.THU_LY_KN: date(2026, 7, 10)}


def test_tam_dinh_chi_khieu_nai_day_han(bo_may, nhan, lam, thu_ly):
    don = thu_ly(nhan(LoaiDon.KHIEU_NAI, date(2026, 7, 1)), date(2026, 7, 2))
    assert han_mo(don) == {Viec.GIAI_QUYET_KN_LAN_DAU: date(2026, 8, 3)}  # 01/08 is a Saturday

    don = lam(don, Buoc.TAM_DINH_CHI, bo_may.giam_doc, date(2026, 7, 10), ly_do="Người khiếu nại ốm nặng")
    dung = don.han_viec.get(viec=Viec.GIAI_QUYET_KN_LAN_DAU)
    assert dung.dung_tu == date(2026, 7, 10)
    assert HanViec.objects.qua_han(date(2027, 1, 1)).filter(don=don, viec=Viec.GIAI_QUYET_KN_LAN_DAU).count() == 0
    with pytest.raises(LoiNghiepVu, match="tạm đình chỉ"):
        lam(don, Buoc.TAM_DINH_CHI, bo_may.giam_doc, date(2026, 7, 11), ly_do="Lần nữa")

    don = lam(don, Buoc.TIEP_TUC, bo_may.giam_doc, date(2026, 7, 20))
    # 10 days not counted: 01/08 + 10 = 11/08, Tuesday (Đ11a.4 Luật KN).
    assert don.han_viec.get(viec=Viec.GIAI_QUYET_KN_LAN_DAU).han == date(2026, 8, 11)
    assert don.dang_tam_dinh_chi is False


def test_gia_han_khieu_nai_mot_lan_trong_thoi_han(bo_may, nhan, lam, thu_ly):
    don = thu_ly(nhan(LoaiDon.KHIEU_NAI, date(2026, 7, 1)), date(2026, 7, 2))
    phuc_tap = {"tieu_chi": ["noi_dung"]}

    with pytest.raises(LoiNghiepVu, match="tối đa 15 ngày"):
        lam(don, Buoc.GIA_HAN, bo_may.giam_doc, date(2026, 7, 20), so_ngay=16, **phuc_tap)
    with pytest.raises(LoiNghiepVu, match="đã hết"):
        lam(don, Buoc.GIA_HAN, bo_may.giam_doc, date(2026, 8, 4), so_ngay=15, **phuc_tap)
    don = lam(don, Buoc.GIA_HAN, bo_may.giam_doc, date(2026, 7, 20), so_ngay=15, **phuc_tap)
    assert han_mo(don) == {Viec.GIAI_QUYET_KN_LAN_DAU: date(2026, 8, 17)}  # 45 ngày: Sunday 16/08
    assert don.phuc_tap is True
    with pytest.raises(LoiNghiepVu, match="đã được gia hạn 1 lần"):
        lam(don, Buoc.GIA_HAN, bo_may.giam_doc, date(2026, 7, 21), so_ngay=1, **phuc_tap)


def test_to_cao_den_ket_luan(bo_may, nhan, lam, thu_ly, den_xac_minh, bao_cao):
    don = nhan(LoaiDon.TO_CAO, date(2026, 8, 20))
    assert don.cong_dan is None
    assert don.ma_nguoi_to_cao[:9] == "NTC-2026-"
    assert han_mo(don) == {Viec.THU_LY_TC: date(2026, 8, 28)}  # Saturday 22/08 is worked

    don = thu_ly(don, date(2026, 8, 24))
    don = lam(don, Buoc.GIA_HAN, bo_may.giam_doc, date(2026, 9, 10), so_ngay=30, tieu_chi=["noi_dung"])
    with pytest.raises(LoiNghiepVu, match="từ 02 tiêu chí trở lên"):
        lam(don, Buoc.GIA_HAN, bo_may.giam_doc, date(2026, 10, 10), so_ngay=30)
    don = lam(don, Buoc.GIA_HAN, bo_may.giam_doc, date(2026, 10, 10), so_ngay=30, tieu_chi=["dia_diem"])
    assert don.tieu_chi_phuc_tap == ["dia_diem", "noi_dung"]
    assert han_mo(don)[Viec.GIAI_QUYET_TC] == date(2026, 11, 23)  # 22/11 is a Sunday; 23/11 is not confirmed off
    don = den_xac_minh(don, date(2026, 10, 12))
    with pytest.raises(LoiNghiepVu, match="giải trình bằng văn bản của người bị tố cáo"):
        bao_cao(don, date(2026, 11, 10), da_giai_trinh=False)
    don = bao_cao(don, date(2026, 11, 10))
    don = lam(don, Buoc.BAN_HANH, bo_may.giam_doc, date(2026, 11, 16), noi_dung_ban_hanh="Kết luận", ket_qua=KetQua.SAI)

    assert han_mo(don) == {
        Viec.BAO_THU_LY_TC: date(2026, 9, 3),
        Viec.GUI_KET_LUAN_TC: date(2026, 11, 23),
        Viec.XU_LY_KET_LUAN_TC: date(2026, 11, 26),
        Viec.CONG_KHAI_KET_LUAN_TC: date(2026, 11, 26),
    }


def test_to_cao_lanh_dao_phai_chuyen_so(bo_may, tao_nguoi, nhan, lam, phan_loai):
    pho_giam_doc = tao_nguoi(VaiTro.LANH_DAO)
    don = nhan(LoaiDon.TO_CAO, date(2026, 9, 7))

    with pytest.raises(LoiNghiepVu, match="chuyển Sở Y tế"):
        phan_loai(don, date(2026, 9, 8), nguoi_bi_to_cao=(pho_giam_doc,))
    don = phan_loai(don, date(2026, 9, 8), nguoi_bi_to_cao=(pho_giam_doc,), thuoc_tham_quyen=False)

    assert han_mo(don) == {Viec.THU_LY_TC: date(2026, 9, 16), Viec.CHUYEN_TC: date(2026, 9, 14)}
    assert not DonThu.objects.for_user(pho_giam_doc).exists()
    assert not DonThu.objects.for_user(bo_may.giam_doc).exists()
    assert DonThu.objects.for_user(bo_may.tchc).get() == don
    don = lam(don, Buoc.CHUYEN_DON, bo_may.tchc, date(2026, 9, 10), co_quan_nhan="Sở Y tế")
    assert (don.trang_thai, don.ngay_ket_thuc, han_mo(don)) == (TrangThai.DA_CHUYEN, date(2026, 9, 10), {})


def test_phan_anh_theo_han_cua_trung_tam(bo_may, nhan, lam, thu_ly):
    don = nhan(LoaiDon.PHAN_ANH, date(2026, 9, 7))
    assert han_mo(don) == {Viec.GIAI_QUYET_KNPA: date(2026, 9, 22)}

    don = thu_ly(don, date(2026, 9, 8))
    don = lam(don, Buoc.GIAO_DON_VI, bo_may.tchc, date(2026, 9, 8), don_vi=bo_may.khoa)
    don = lam(don, Buoc.BAO_CAO_KET_QUA, bo_may.truong_khoa, date(2026, 9, 14), bao_cao="Đã khắc phục")
    don = lam(don, Buoc.BAN_HANH, bo_may.giam_doc, date(2026, 9, 15), noi_dung_ban_hanh="Trả lời")
    don = lam(don, Buoc.KET_THUC, bo_may.tchc, date(2026, 9, 16))

    assert (don.trang_thai, han_mo(don), don.ket_qua) == (TrangThai.KET_THUC, {}, "")
    assert VanBanDi.objects.get(don=don, ma_mau="KNPA-TL").so_ky_hieu == "01/TTYT"


def test_don_phan_loai_lai_thanh_to_cao_mat_ten_nguoi_gui(nhan, phan_loai):
    don = nhan(LoaiDon.KHIEU_NAI, date(2026, 9, 7), tom_tat="Bác sĩ nhận tiền")

    don = phan_loai(don, date(2026, 9, 8), loai=LoaiDon.TO_CAO)

    don.refresh_from_db()
    assert don.cong_dan is None
    assert CongDan.objects.count() == 0
    assert "tran thi mau" not in don.tim_kiem
    assert han_mo(don) == {Viec.THU_LY_TC: date(2026, 9, 16)}


def test_nguoi_khac_lam_truoc_thi_duoc_bao(nhan, phan_loai):
    don = nhan(LoaiDon.PHAN_ANH, date(2026, 9, 7))
    trang_cu = don.so_buoc
    phan_loai(don, date(2026, 9, 8))

    with pytest.raises(LoiNghiepVu, match="vừa có người khác cập nhật"):
        phan_loai(don, date(2026, 9, 8), so_buoc=trang_cu)

    assert LichSu.objects.filter(don=don, buoc=Buoc.PHAN_LOAI).count() == 1


def test_loi_giua_buoc_khong_de_lai_gi(bo_may, nhan, lam, thu_ly):
    don = thu_ly(nhan(LoaiDon.KHIEU_NAI, date(2026, 7, 1)), date(2026, 7, 2))
    truoc = (don.so_buoc, LichSu.objects.count(), VanBanDi.objects.count(), PhanCong.objects.count())

    with pytest.raises(LoiNghiepVu, match="không được trước ngày của bước"):
        lam(don, Buoc.DINH_CHI, bo_may.giam_doc, date(2026, 7, 1), ly_do="Rút đơn")

    don.refresh_from_db()
    assert (don.so_buoc, LichSu.objects.count(), VanBanDi.objects.count(), PhanCong.objects.count()) == truoc
    assert don.trang_thai == TrangThai.DANG_GIAI_QUYET


def test_khoa_khac_khong_bao_cao_thay(bo_may, tao_nguoi, tao_don_vi, nhan, lam, thu_ly):
    nguoi_khac = tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=tao_don_vi())
    don = thu_ly(nhan(LoaiDon.PHAN_ANH, date(2026, 9, 7)), date(2026, 9, 8))
    don = lam(don, Buoc.GIAO_DON_VI, bo_may.tchc, date(2026, 9, 8), don_vi=bo_may.khoa)

    with pytest.raises(PermissionDenied):
        lam(don, Buoc.BAO_CAO_KET_QUA, nguoi_khac, date(2026, 9, 9), bao_cao="x")

    assert actions.cac_buoc_duoc_lam(don, nguoi_khac) == []
    assert actions.cac_buoc_duoc_lam(don, bo_may.truong_khoa) == [Buoc.BAO_CAO_KET_QUA]
