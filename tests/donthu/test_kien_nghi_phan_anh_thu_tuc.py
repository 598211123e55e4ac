"""The procedure of kiến nghị, phản ánh and of other opinions (Luật TCD Đ26.2, 27, 28; NĐ 154/2026)."""

from datetime import date

import pytest

from donthu.models import VanBanDi
from donthu.phan_loai import HuongXuLy, LoaiDon, NguonDon
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tochuc.loi import LoiNghiepVu

NHAN = date(2026, 9, 7)


def han_mo(don):
    return {han.viec: han.han for han in don.han_viec.filter(ngay_xong=None)}


@pytest.mark.parametrize("loai", [LoaiDon.KIEN_NGHI, LoaiDon.PHAN_ANH])
def test_duong_chinh(bo_may, nhan, lam, thu_ly, loai):
    don = nhan(loai, NHAN, nguon=NguonDon.TRUC_TIEP)
    # The centre's own 15 ngày; 10 ngày làm việc to tell who came (Đ28.1 Luật TCD).
    assert han_mo(don) == {Viec.GIAI_QUYET_KNPA: date(2026, 9, 22), Viec.BAO_KET_QUA_TIEP: date(2026, 9, 21)}

    don = thu_ly(don, date(2026, 9, 8))
    lam(don, Buoc.THONG_BAO, bo_may.tchc, date(2026, 9, 9), ghi_chu="Đã báo qua điện thoại")
    lam(don, Buoc.GIAO_DON_VI, bo_may.tchc, date(2026, 9, 8), don_vi=bo_may.khoa)
    lam(don, Buoc.DON_DOC, bo_may.tchc, date(2026, 9, 11), noi_nhan="Khoa", noi_dung="Chưa có báo cáo")
    lam(don, Buoc.BAO_CAO_KET_QUA, bo_may.truong_khoa, date(2026, 9, 14), bao_cao="Đã khắc phục")
    don = lam(don, Buoc.BAN_HANH, bo_may.giam_doc, date(2026, 9, 15), noi_dung_ban_hanh="Trả lời")
    assert (don.trang_thai, han_mo(don)) == (TrangThai.DA_BAN_HANH, {})
    don = lam(don, Buoc.KET_THUC, bo_may.tchc, date(2026, 9, 16))

    assert (don.trang_thai, don.ket_qua) == (TrangThai.KET_THUC, "")
    assert list(VanBanDi.objects.filter(don=don).values_list("ma_mau", flat=True)) == [
        "TT05-01",
        "TTYT-DD",
        "KNPA-TL",
    ]


def test_da_tra_loi_khong_co_gi_moi_thi_khong_xu_ly(bo_may, nhan, lam, phan_loai):
    don = nhan(LoaiDon.PHAN_ANH, NHAN)
    du = phan_loai(don, NHAN)
    with pytest.raises(LoiNghiepVu, match="Không thực hiện được bước “Không xử lý"):
        lam(du, Buoc.KHONG_XU_LY, bo_may.giam_doc, NHAN, ghi_chu="Công văn 3")

    don = phan_loai(du, NHAN, du_dieu_kien=False, ly_do_khong_du="Đã trả lời")
    don = lam(don, Buoc.KHONG_XU_LY, bo_may.giam_doc, NHAN, ghi_chu="Công văn 3 ngày 01/06/2026")

    assert (don.trang_thai, don.huong_xu_ly) == (TrangThai.KHONG_XU_LY, HuongXuLy.LUU_DON)
    assert (don.ngay_xu_ly, han_mo(don)) == (NHAN, {})
    assert don.lich_su.order_by("-stt").first().ghi_chu == "Công văn 3 ngày 01/06/2026"


def test_co_quan_chuyen_den_tra_loi_trong_7_ngay_lam_viec_sau_khi_giai_quyet(bo_may, nhan, lam, thu_ly):
    don = nhan(LoaiDon.KIEN_NGHI, NHAN, nguon=NguonDon.CO_QUAN_CHUYEN, co_quan_chuyen_den="Đoàn đại biểu Quốc hội")
    don = thu_ly(don, NHAN)
    lam(don, Buoc.GIAO_DON_VI, bo_may.tchc, NHAN, don_vi=bo_may.khoa)
    lam(don, Buoc.BAO_CAO_KET_QUA, bo_may.truong_khoa, NHAN, bao_cao="Xong")
    don = lam(don, Buoc.BAN_HANH, bo_may.giam_doc, date(2026, 9, 14), noi_dung_ban_hanh="Trả lời")
    assert han_mo(don) == {Viec.TRA_LOI_NOI_CHUYEN: date(2026, 9, 23)}
    with pytest.raises(LoiNghiepVu, match="Trả lời nơi chuyển đơn"):
        lam(don, Buoc.KET_THUC, bo_may.tchc, date(2026, 9, 15))

    lam(don, Buoc.TRA_LOI_NOI_CHUYEN, bo_may.tchc, date(2026, 9, 15), ghi_chu="Công văn 20")
    don = lam(don, Buoc.KET_THUC, bo_may.tchc, date(2026, 9, 16))

    assert (don.trang_thai, han_mo(don)) == (TrangThai.KET_THUC, {})


def test_phan_anh_thuc_ra_la_khieu_nai_theo_thu_tuc_khieu_nai(nhan, phan_loai):
    don = phan_loai(nhan(LoaiDon.PHAN_ANH, NHAN), NHAN, loai=LoaiDon.KHIEU_NAI)

    assert han_mo(don) == {Viec.THU_LY_KN: date(2026, 9, 16)}


def test_y_kien_khac_ghi_nhan_va_luu_hoac_tra_loi_ngay(bo_may, nhan, lam, phan_loai):
    khen = phan_loai(nhan(LoaiDon.KHAC, NHAN), NHAN)
    hoi = phan_loai(nhan(LoaiDon.KHAC, NHAN), NHAN)

    khen = lam(khen, Buoc.LUU_DON, bo_may.tchc, NHAN, ghi_chu="Đã chuyển lời khen đến khoa")
    hoi = lam(hoi, Buoc.BAN_HANH, bo_may.tchc, NHAN, noi_dung_ban_hanh="Giờ khám: 07 giờ")

    assert (khen.trang_thai, hoi.trang_thai) == (TrangThai.LUU_DON, TrangThai.KET_THUC)
    assert han_mo(khen) == han_mo(hoi) == {}
