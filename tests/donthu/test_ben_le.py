"""What happens beside the way of a petition: splitting, merging, replies to who sent it, urging."""

from datetime import date

import pytest

from donthu.models import CongDan, DonThu, LichSu
from donthu.phan_loai import HuongXuLy, LoaiDon, NguonDon
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tochuc.loi import LoiNghiepVu
from tochuc.vai_tro import VaiTro

NHAN = date(2026, 8, 20)
THU_LY = date(2026, 8, 24)


def han_mo(don):
    return {han.viec: han.han for han in don.han_viec.filter(ngay_xong=None)}


@pytest.fixture
def to_cao(nhan):
    def tao(**khac):
        return nhan(LoaiDon.TO_CAO, NHAN, **khac)

    return tao


@pytest.fixture
def da_thu_ly(to_cao, thu_ly):
    return thu_ly(to_cao(), THU_LY)


# --- Tách đơn, gộp đơn -----------------------------------------------------------------------------------------------


def tach(lam, bo_may, don, loai, ngay=NHAN, **khac):
    return lam(don, Buoc.TACH_DON, bo_may.tchc, ngay, loai=loai, linh_vuc=don.linh_vuc, tom_tat="Phần tách ra", **khac)


def test_tach_to_cao_khoi_don_co_ten_khong_de_lai_moi_noi(bo_may, tao_nguoi, nhan, lam):
    bi = tao_nguoi(VaiTro.CHUYEN_VIEN)
    goc = nhan(LoaiDon.KHIEU_NAI, NHAN, nguon=NguonDon.TRUC_TIEP, ngay_viet_don=date(2026, 8, 17))

    moi = tach(lam, bo_may, goc, LoaiDon.TO_CAO, THU_LY, nguoi_bi_to_cao=(bi,))

    goc.refresh_from_db()
    assert (moi.loai, moi.cong_dan, moi.tach_tu, moi.ngay_viet_don) == (LoaiDon.TO_CAO, None, None, None)
    assert moi.ma_nguoi_to_cao[:9] == "NTC-2026-"
    assert moi.vu_viec_id != goc.vu_viec_id
    assert (moi.ngay_nhan, han_mo(moi)[Viec.THU_LY_TC]) == (NHAN, date(2026, 8, 28))
    assert list(moi.nguoi_bi_to_cao.all()) == [bi]
    assert not DonThu.objects.for_user(bi).exists()
    assert list(goc.lich_su.values_list("buoc", "ghi_chu")) == [
        (Buoc.TIEP_NHAN, ""),
        (Buoc.TACH_DON, "Đã hướng dẫn viết đơn riêng."),
    ]
    # Nothing that hangs on the named petition says which one came out of it.
    assert moi.ma not in "".join(str(gia_tri) for gia_tri in DonThu.objects.filter(pk=goc.pk).values_list()[0])
    assert "Bí Mật" not in moi.tim_kiem_dau.title()


def test_tach_don_co_ten_khoi_to_cao_cung_khong_noi(bo_may, lam, to_cao):
    goc = to_cao()

    moi = tach(lam, bo_may, goc, LoaiDon.KHIEU_NAI)

    assert (moi.cong_dan, moi.tach_tu, moi.vu_viec_id == goc.vu_viec_id) == (None, None, False)
    assert moi.lich_su.get().ghi_chu == ""


def test_tach_hai_don_co_ten_thi_noi_va_mang_ten(bo_may, nhan, lam):
    goc = nhan(LoaiDon.KHIEU_NAI, NHAN)

    moi = tach(lam, bo_may, goc, LoaiDon.PHAN_ANH, THU_LY, so_nguoi=2)

    assert (moi.cong_dan_id, moi.tach_tu, moi.so_nguoi) == (goc.cong_dan_id, goc, 2)
    assert moi.vu_viec_id != goc.vu_viec_id  # another content: its own transfers and counts
    assert han_mo(moi) == {Viec.GIAI_QUYET_KNPA: date(2026, 9, 4)}
    assert goc.lich_su.order_by("-stt").first().ghi_chu == "Đã hướng dẫn viết đơn riêng."


def test_chi_huong_dan_viet_don_rieng_ghi_y_nhu_tach_don(bo_may, nhan, lam):
    don = nhan(LoaiDon.KHIEU_NAI, NHAN)

    don = lam(don, Buoc.TACH_DON, bo_may.tchc, NHAN)

    assert DonThu.objects.get() == don
    assert don.lich_su.order_by("-stt").first().ghi_chu == "Đã hướng dẫn viết đơn riêng."


def test_tach_phai_la_loai_khac(bo_may, nhan, lam):
    with pytest.raises(LoiNghiepVu, match="phải khác loại với đơn này"):
        tach(lam, bo_may, nhan(LoaiDon.KHIEU_NAI, NHAN), LoaiDon.KHIEU_NAI)

    assert LichSu.objects.filter(buoc=Buoc.TACH_DON).count() == 0


def gop(lam, bo_may, don, goc):
    return lam(don, Buoc.GOP_DON, bo_may.tchc, THU_LY, trung_voi=goc, ly_do="Cùng người, cùng nội dung")


def test_gop_don_trung_mot_vu_viec(bo_may, nhan, lam):
    goc = nhan(LoaiDon.KHIEU_NAI, NHAN)
    don = gop(lam, bo_may, nhan(LoaiDon.KHIEU_NAI, NHAN), goc)

    assert (don.trang_thai, don.trung_voi, don.vu_viec_id) == (TrangThai.LUU_DON, goc, goc.vu_viec_id)
    assert (don.ngay_xu_ly, don.huong_xu_ly, don.du_dieu_kien) == (THU_LY, HuongXuLy.LUU_DON, False)
    assert han_mo(don) == {}
    assert don.lich_su.order_by("-stt").first().ghi_chu == f"Trùng với đơn {goc.ma}. Cùng người, cùng nội dung"
    with pytest.raises(LoiNghiepVu, match="cũng là đơn trùng"):
        gop(lam, bo_may, nhan(LoaiDon.KHIEU_NAI, NHAN), don)


def test_gop_hai_to_cao_khong_ke_ma_trong_lich_su(bo_may, lam, to_cao):
    goc = to_cao()

    don = gop(lam, bo_may, to_cao(), goc)

    assert don.trung_voi == goc
    assert goc.ma not in don.lich_su.order_by("-stt").first().ghi_chu


def test_khong_gop_to_cao_voi_loai_khac_hay_don_khong_duoc_xem(bo_may, tao_nguoi, nhan, lam, to_cao):
    khieu_nai, kin = nhan(LoaiDon.KHIEU_NAI, NHAN), to_cao()

    with pytest.raises(LoiNghiepVu, match="Không gộp tố cáo với đơn loại khác"):
        gop(lam, bo_may, khieu_nai, kin)
    with pytest.raises(LoiNghiepVu, match="trùng với chính nó"):
        gop(lam, bo_may, khieu_nai, khieu_nai)
    kin.nguoi_bi_to_cao.add(bo_may.tchc)
    with pytest.raises(LoiNghiepVu, match="Không thấy đơn này"):
        gop(lam, bo_may, to_cao(), kin)

    assert CongDan.objects.count() == 1


# --- Nơi chuyển, đôn đốc ---------------------------------------------------------------------------------------------


def test_tra_loi_bao_da_chuyen_to_cao(bo_may, lam, to_cao):
    don = to_cao(nguon=NguonDon.CO_QUAN_CHUYEN, co_quan_chuyen_den="Báo Gia Lai")
    assert han_mo(don)[Viec.TRA_LOI_NOI_CHUYEN_TC] == date(2026, 9, 9)  # 20 ngày

    don = lam(don, Buoc.TRA_LOI_NOI_CHUYEN, bo_may.tchc, date(2026, 9, 4), ghi_chu="Công văn 7")

    assert set(han_mo(don)) == {Viec.THU_LY_TC}
    with pytest.raises(LoiNghiepVu, match="Không có việc nào loại này đang chờ"):
        lam(don, Buoc.TRA_LOI_NOI_CHUYEN, bo_may.tchc, date(2026, 9, 5), ghi_chu="Công văn 8")


def test_don_doc_ghi_ai_ve_viec_gi_den_bao_gio(bo_may, lam, da_thu_ly):
    don = lam(
        da_thu_ly,
        Buoc.DON_DOC,
        bo_may.tchc,
        date(2026, 9, 1),
        noi_nhan="Khoa Nội",
        noi_dung="Chưa giải trình.",
        tra_loi_truoc=date(2026, 9, 4),
    )

    assert don.lich_su.order_by("-stt").first().ghi_chu == ("Khoa Nội: Chưa giải trình. Trả lời trước ngày 04/09/2026.")
    assert don.van_ban_di.filter(ma_mau="TTYT-DD").count() == 1
    with pytest.raises(LoiNghiepVu, match="không được trước ngày đôn đốc"):
        lam(
            don,
            Buoc.DON_DOC,
            bo_may.tchc,
            date(2026, 9, 2),
            noi_nhan="Khoa Nội",
            noi_dung="x",
            tra_loi_truoc=date(2026, 9, 1),
        )
