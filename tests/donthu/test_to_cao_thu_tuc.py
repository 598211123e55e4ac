"""The procedure of a tố cáo by the days of the law (Luật TC 2018 amended by 136/2025; NĐ 31/2019 by NĐ 156/2026)."""

from datetime import date

import pytest

from donthu import actions
from donthu.forms import FORM
from donthu.models import BaoVe, BuoiLamViec, DonThu, LanCongKhai, LanGui
from donthu.phan_loai import HuongXuLy, KetQua, LoaiDon
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tochuc.loi import LoiNghiepVu

NHAN = date(2026, 8, 20)
THU_LY = date(2026, 8, 24)


def han_mo(don):
    return {han.viec: han.han for han in don.han_viec.filter(ngay_xong=None)}


@pytest.fixture
def to_cao(nhan):
    def tao(ngay=NHAN, **khac):
        return nhan(LoaiDon.TO_CAO, ngay, **khac)

    return tao


@pytest.fixture
def da_thu_ly(to_cao, thu_ly):
    return thu_ly(to_cao(), THU_LY)


@pytest.fixture
def den_ket_luan(bo_may, lam, da_thu_ly):
    """Accepted, verified by the director himself, concluded on 14/09/2026 (Monday)."""
    ngay = date(2026, 9, 14)
    don = lam(
        da_thu_ly,
        Buoc.TU_XAC_MINH,
        bo_may.giam_doc,
        ngay,
        ngay_giai_trinh=date(2026, 9, 8),
        dia_diem="Phòng họp",
        giai_trinh="Có nhận tiền, đã trả lại",
        ket_qua_xac_minh="Đúng một phần",
    )
    return lam(don, Buoc.BAN_HANH, bo_may.giam_doc, ngay, noi_dung_ban_hanh="Kết luận", ket_qua=KetQua.DUNG_MOT_PHAN)


def test_duong_chinh_theo_ngay_cua_luat(bo_may, lam, to_cao, thu_ly):
    def gui(ngay):
        noi_nhan = {"van_ban": None, "nguoi_nhan": "nguoi_gui", "cach": LanGui.Cach.TRUC_TIEP}
        return lam(don, Buoc.GUI_VAN_BAN, bo_may.tchc, ngay, **noi_nhan)

    don = to_cao()
    assert han_mo(don) == {Viec.THU_LY_TC: date(2026, 8, 28)}  # 7 ngày làm việc, Saturday 22/08 is worked

    don = thu_ly(don, THU_LY)
    # 30 ngày; notices within 5 ngày làm việc, 31/08, 01/09, 02/09 off.
    assert han_mo(don) == {Viec.GIAI_QUYET_TC: date(2026, 9, 23), Viec.BAO_THU_LY_TC: date(2026, 9, 3)}
    gui(date(2026, 8, 27))
    don = lam(
        don,
        Buoc.GIAO_DON_VI,
        bo_may.tchc,
        date(2026, 8, 25),
        don_vi=bo_may.khoa,
        nguoi_duoc_giao=bo_may.truong_khoa,
    )
    don = lam(
        don,
        Buoc.XAC_MINH,
        bo_may.giam_doc,
        date(2026, 8, 26),
        to_truong=bo_may.truong_khoa,
        thanh_vien=[bo_may.khoa_khac],
        tu_ngay=date(2026, 8, 27),
        den_ngay=date(2026, 9, 20),
        noi_dung="Việc nhận tiền",
    )

    lam(don, Buoc.GIA_HAN, bo_may.giam_doc, date(2026, 9, 15), so_ngay=30, tieu_chi=["noi_dung"])
    assert han_mo(don) == {Viec.GIAI_QUYET_TC: date(2026, 10, 23)}
    with pytest.raises(LoiNghiepVu, match="đặc biệt phức tạp"):
        lam(don, Buoc.GIA_HAN, bo_may.giam_doc, date(2026, 10, 20), so_ngay=30)
    lam(don, Buoc.GIA_HAN, bo_may.giam_doc, date(2026, 10, 20), so_ngay=30, tieu_chi=["nhieu_co_quan"])
    assert han_mo(don) == {Viec.GIAI_QUYET_TC: date(2026, 11, 23)}  # Sunday 22/11 moves

    lam(don, Buoc.TAM_DINH_CHI, bo_may.giam_doc, date(2026, 10, 26), ly_do="Chờ kết quả của cơ quan khác")
    assert han_mo(don)[Viec.GUI_QD_TAM_DINH_CHI_TC] == date(2026, 11, 2)
    gui(date(2026, 10, 27))
    lam(don, Buoc.TIEP_TUC, bo_may.giam_doc, date(2026, 11, 5))
    assert han_mo(don) == {Viec.GIAI_QUYET_TC: date(2026, 12, 2)}  # 10 days not counted

    lam(don, Buoc.BAO_CAO_KET_QUA, bo_may.truong_khoa, date(2026, 11, 20), bao_cao="Đúng", da_giai_trinh=True)
    ket_luan = {"noi_dung_ban_hanh": "Kết luận", "ket_qua": KetQua.DUNG}
    don = lam(don, Buoc.BAN_HANH, bo_may.giam_doc, date(2026, 11, 23), **ket_luan)
    # 5 and 7 ngày làm việc; 24/11 is off.
    assert han_mo(don) == {
        Viec.GUI_KET_LUAN_TC: date(2026, 12, 1),
        Viec.XU_LY_KET_LUAN_TC: date(2026, 12, 3),
        Viec.CONG_KHAI_KET_LUAN_TC: date(2026, 12, 3),
    }

    gui(date(2026, 11, 30))
    don = lam(don, Buoc.XU_LY_KET_LUAN, bo_may.giam_doc, date(2026, 12, 2), ghi_chu="Quyết định kỷ luật số 05")
    assert han_mo(don) == {
        Viec.CONG_KHAI_KET_LUAN_TC: date(2026, 12, 3),
        Viec.BAO_CAO_XU_LY_TC: date(2026, 12, 9),
    }
    ngay = date(2026, 12, 2)
    trich = don.van_ban_di.create(ma_mau="ND31-12T", nam=2026, ngay=ngay, trich_yeu="Trích kết luận")
    niem_yet = {"hinh_thuc": LanCongKhai.HinhThuc.NIEM_YET, "noi": "Trụ sở", "den_ngay": date(2026, 12, 18)}
    lam(don, Buoc.CONG_KHAI, bo_may.tchc, ngay, van_ban=trich, **niem_yet)
    lam(don, Buoc.THI_HANH_XONG, bo_may.tchc, date(2026, 12, 7))
    with pytest.raises(LoiNghiepVu, match="Báo cáo kết quả xử lý kết luận"):
        lam(don, Buoc.KET_THUC, bo_may.tchc, date(2026, 12, 8))
    lam(don, Buoc.BAO_CAO_XU_LY, bo_may.tchc, date(2026, 12, 8), ghi_chu="Báo cáo số 9")
    don = lam(don, Buoc.KET_THUC, bo_may.tchc, date(2026, 12, 11))

    assert (don.trang_thai, don.ngay_ket_thuc, han_mo(don)) == (TrangThai.KET_THUC, date(2026, 12, 11), {})
    assert [dong.stt for dong in don.lich_su.all()] == list(range(1, don.so_buoc + 1))


# --- Tự xác minh -----------------------------------------------------------------------------------------------------


def test_tu_xac_minh_nghe_giai_trinh_roi_ket_luan(den_ket_luan):
    buoi = BuoiLamViec.objects.get(don=den_ket_luan)

    assert (buoi.loai, buoi.ngay, buoi.noi_dung) == ("giai_trinh", date(2026, 9, 8), "Có nhận tiền, đã trả lại")
    assert den_ket_luan.trang_thai == TrangThai.DA_BAN_HANH


def test_ket_qua_tu_xac_minh_la_du_thao_dau_tien(bo_may, lam, da_thu_ly):
    nghe = {"ngay_giai_trinh": THU_LY, "dia_diem": "Phòng họp", "giai_trinh": "x"}

    don = lam(da_thu_ly, Buoc.TU_XAC_MINH, bo_may.giam_doc, THU_LY, ket_qua_xac_minh="Đúng một phần", **nghe)

    assert FORM[Buoc.BAN_HANH](don=don)["noi_dung_ban_hanh"].value() == "Đúng một phần"
    assert don.trang_thai == TrangThai.CO_KET_QUA


@pytest.mark.parametrize("ngay_giai_trinh", [date(2026, 8, 23), date(2026, 9, 15)])
def test_tu_xac_minh_phai_nghe_sau_thu_ly_truoc_khi_xong(bo_may, lam, da_thu_ly, ngay_giai_trinh):
    with pytest.raises(LoiNghiepVu, match="giải trình phải từ ngày thụ lý"):
        lam(
            da_thu_ly,
            Buoc.TU_XAC_MINH,
            bo_may.giam_doc,
            date(2026, 9, 14),
            ngay_giai_trinh=ngay_giai_trinh,
            dia_diem="Phòng họp",
            giai_trinh="x",
            ket_qua_xac_minh="x",
        )

    assert not BuoiLamViec.objects.exists()


# --- Nặc danh --------------------------------------------------------------------------------------------------------


def test_nac_danh_khong_chung_cu_thi_khong_xu_ly(bo_may, lam, to_cao, phan_loai):
    don = to_cao()
    with pytest.raises(LoiNghiepVu, match="không kèm tài liệu, chứng cứ cụ thể"):
        phan_loai(don, NHAN, nac_danh=True)
    don = phan_loai(don, NHAN, nac_danh=True, du_dieu_kien=False, ly_do_khong_du="Nặc danh")

    with pytest.raises(LoiNghiepVu, match="nêu rõ người vi phạm"):
        lam(don, Buoc.CHUYEN_KIEM_TRA, bo_may.giam_doc, NHAN, co_quan_nhan="Đoàn kiểm tra")
    don = lam(don, Buoc.KHONG_XU_LY, bo_may.giam_doc, NHAN, ghi_chu="Không có gì để kiểm tra")

    assert (don.trang_thai, don.huong_xu_ly, don.du_dieu_kien) == (TrangThai.KHONG_XU_LY, HuongXuLy.LUU_DON, False)
    assert (don.ngay_xu_ly, don.ngay_ket_thuc, han_mo(don)) == (NHAN, NHAN, {})


def test_nac_danh_co_chung_cu_thi_kiem_tra_khong_thu_ly(bo_may, lam, to_cao, phan_loai):
    don = phan_loai(to_cao(), NHAN, nac_danh=True, co_chung_cu=True)

    with pytest.raises(LoiNghiepVu, match="Tố cáo nặc danh không thụ lý"):
        lam(don, Buoc.TRINH_THU_LY, bo_may.tchc, NHAN)
    with pytest.raises(LoiNghiepVu, match="mà không có tài liệu"):
        lam(don, Buoc.KHONG_XU_LY, bo_may.giam_doc, NHAN, ghi_chu="x")
    don = lam(don, Buoc.CHUYEN_KIEM_TRA, bo_may.giam_doc, NHAN, co_quan_nhan="Đoàn kiểm tra của Trung tâm")

    assert (don.trang_thai, don.co_quan_nhan) == (TrangThai.CHUYEN_KIEM_TRA, "Đoàn kiểm tra của Trung tâm")
    # Processed and passed on, not counted among the tố cáo the centre resolves.
    assert (don.du_dieu_kien, don.thuoc_tham_quyen, don.huong_xu_ly) == (True, False, HuongXuLy.CHUYEN_DON)
    assert don.van_ban_di.get().ma_mau == "LTC-KT"


# --- Lãnh đạo bị tố cáo, cơ quan điều tra ----------------------------------------------------------------------------


def test_to_cao_lanh_dao_khong_thu_ly_chuyen_so_trong_5_ngay_lam_viec(bo_may, lam, to_cao, phan_loai):
    don = to_cao(date(2026, 9, 7), bi_to_cao_lanh_dao=True)
    with pytest.raises(LoiNghiepVu, match="chuyển Sở Y tế trong 05 ngày"):
        phan_loai(don, date(2026, 9, 8))
    don = phan_loai(don, date(2026, 9, 8), thuoc_tham_quyen=False)

    assert han_mo(don)[Viec.CHUYEN_TC] == date(2026, 9, 14)
    assert not DonThu.objects.for_user(bo_may.giam_doc).filter(pk=don.pk).exists()
    duoc_lam = actions.cac_buoc_duoc_lam(don, bo_may.tchc)
    assert (Buoc.CHUYEN_DON in duoc_lam, Buoc.TRINH_THU_LY in duoc_lam) == (True, False)
    don = lam(don, Buoc.CHUYEN_DON, bo_may.tchc, date(2026, 9, 10), co_quan_nhan="Sở Y tế")
    assert (don.trang_thai, han_mo(don)) == (TrangThai.DA_CHUYEN, {})


def test_lo_ra_la_lanh_dao_khi_da_trinh_thi_thu_ly_dong(bo_may, lam, to_cao, phan_loai):
    don = lam(phan_loai(to_cao(), NHAN), Buoc.TRINH_THU_LY, bo_may.tchc, NHAN)
    DonThu.objects.filter(pk=don.pk).update(bi_to_cao_lanh_dao=True)

    with pytest.raises(LoiNghiepVu, match="phải chuyển Sở Y tế, Trung tâm không thụ lý"):
        lam(don, Buoc.THU_LY, bo_may.giam_doc, NHAN)


def test_dau_hieu_toi_pham_chuyen_ngay_chua_can_phan_loai(bo_may, lam, to_cao):
    don = lam(to_cao(), Buoc.CHUYEN_DIEU_TRA, bo_may.giam_doc, NHAN, co_quan_nhan="Cơ quan Cảnh sát điều tra")

    assert (don.trang_thai, don.du_dieu_kien, don.thuoc_tham_quyen) == (TrangThai.CHUYEN_DIEU_TRA, True, False)
    assert (don.ngay_xu_ly, don.huong_xu_ly, han_mo(don)) == (NHAN, HuongXuLy.CHUYEN_DON, {})


def test_chuyen_dieu_tra_sau_khi_trinh_giu_ngay_xu_ly(bo_may, lam, to_cao, phan_loai):
    don = lam(phan_loai(to_cao(), NHAN), Buoc.TRINH_THU_LY, bo_may.tchc, NHAN)

    don = lam(don, Buoc.CHUYEN_DIEU_TRA, bo_may.giam_doc, THU_LY, co_quan_nhan="Viện kiểm sát")

    assert (don.ngay_xu_ly, don.huong_xu_ly) == (NHAN, HuongXuLy.THU_LY)
    assert (don.ngay_khong_thu_ly, don.co_quan_nhan) == (THU_LY, "Viện kiểm sát")


# --- Xử lý kết luận, tố cáo tiếp -------------------------------------------------------------------------------------


def test_to_cao_tiep_cap_tren_giu_nguyen(bo_may, lam, den_ket_luan):
    don = lam(den_ket_luan, Buoc.TO_CAO_TIEP, bo_may.tchc, date(2026, 9, 21), ghi_chu="Sở Y tế nhận")
    assert don.trang_thai == TrangThai.TO_CAO_TIEP
    assert han_mo(don)[Viec.TO_CAO_TIEP] == date(2026, 10, 12)  # 20 ngày: Sunday 11/10

    don = lam(don, Buoc.GIU_NGUYEN_KET_LUAN, bo_may.tchc, date(2026, 10, 9), ghi_chu="Văn bản 12/SYT")

    assert (don.trang_thai, Viec.TO_CAO_TIEP in han_mo(don)) == (TrangThai.DA_BAN_HANH, False)


def test_to_cao_tiep_sau_khi_thuc_hien_xong_giu_nguyen_thi_ve_cho_cu(bo_may, lam, den_ket_luan):
    don = lam(den_ket_luan, Buoc.XU_LY_KET_LUAN, bo_may.giam_doc, date(2026, 9, 16), ghi_chu="Quyết định số 5")
    don = lam(don, Buoc.THI_HANH_XONG, bo_may.tchc, date(2026, 9, 18))
    don = lam(don, Buoc.TO_CAO_TIEP, bo_may.tchc, date(2026, 9, 21), ghi_chu="Sở Y tế nhận")

    don = lam(don, Buoc.GIU_NGUYEN_KET_LUAN, bo_may.tchc, date(2026, 10, 9), ghi_chu="Văn bản 12/SYT")

    assert (don.trang_thai, don.ngay_thi_hanh_xong) == (TrangThai.THI_HANH_XONG, date(2026, 9, 18))


def test_to_cao_tiep_cap_tren_giai_quyet_lai(bo_may, lam, den_ket_luan):
    don = lam(den_ket_luan, Buoc.TO_CAO_TIEP, bo_may.tchc, date(2026, 9, 21), ghi_chu="Sở Y tế nhận")

    don = lam(don, Buoc.CAP_TREN_GIAI_QUYET, bo_may.tchc, date(2026, 10, 9), ghi_chu="Quyết định 5/QĐ-SYT")

    assert (don.trang_thai, don.ngay_ket_thuc) == (TrangThai.KET_THUC, date(2026, 10, 9))
    # What the centre still owes of its own conclusion stays open; acting on it is the superior's now.
    assert set(han_mo(don)) == {Viec.GUI_KET_LUAN_TC, Viec.CONG_KHAI_KET_LUAN_TC, Viec.BAO_THU_LY_TC}


# --- Bảo vệ người tố cáo ---------------------------------------------------------------------------------------------


def de_nghi(lam, bo_may, don, ngay=THU_LY, **khac):
    return lam(don, Buoc.DE_NGHI_BAO_VE, bo_may.giam_doc, ngay, noi_dung="Bị đe dọa chuyển công tác", **khac)


def ap_dung(lam, bo_may, don, ngay=date(2026, 8, 25), quyet_dinh=BaoVe.QuyetDinh.AP_DUNG):
    return lam(don, Buoc.BAO_VE, bo_may.giam_doc, ngay, quyet_dinh=quyet_dinh, bien_phap="Giữ vị trí việc làm")


@pytest.mark.parametrize("quyet_dinh", [BaoVe.QuyetDinh.AP_DUNG, BaoVe.QuyetDinh.CHUYEN])
def test_bao_ve_tu_de_nghi_den_cham_dut(bo_may, lam, da_thu_ly, quyet_dinh):
    don = de_nghi(lam, bo_may, da_thu_ly, khan=True)
    assert (don.cho_bao_ve, don.dang_bao_ve) == (True, False)
    with pytest.raises(LoiNghiepVu, match="Đang có một đề nghị bảo vệ chờ quyết định"):
        de_nghi(lam, bo_may, don)

    don = ap_dung(lam, bo_may, don, quyet_dinh=quyet_dinh)
    assert (don.cho_bao_ve, don.dang_bao_ve) == (False, True)
    with pytest.raises(LoiNghiepVu, match="không được trước ngày quyết định bảo vệ"):
        lam(don, Buoc.THOI_BAO_VE, bo_may.giam_doc, THU_LY, ly_do="Không còn căn cứ")
    don = lam(don, Buoc.THOI_BAO_VE, bo_may.giam_doc, date(2026, 9, 1), ly_do="Không còn căn cứ")

    dong = BaoVe.objects.get(don=don)
    assert (dong.khan, dong.quyet_dinh, dong.ngay_quyet_dinh) == (True, quyet_dinh, date(2026, 8, 25))
    assert (dong.bien_phap, dong.ngay_cham_dut) == ("Giữ vị trí việc làm", date(2026, 9, 1))
    assert don.dang_bao_ve is False


def test_tu_choi_bao_ve_neu_ly_do_roi_de_nghi_lai_duoc(bo_may, lam, da_thu_ly):
    don = de_nghi(lam, bo_may, da_thu_ly)
    don = lam(don, Buoc.TU_CHOI_BAO_VE, bo_may.giam_doc, THU_LY, ly_do="Không có nguy cơ")

    dong = BaoVe.objects.get(don=don)
    assert (dong.quyet_dinh, dong.bien_phap) == (BaoVe.QuyetDinh.TU_CHOI, "Không có nguy cơ")
    assert (don.cho_bao_ve, don.dang_bao_ve) == (False, False)
    assert "Không có nguy cơ" not in "".join(don.lich_su.values_list("ghi_chu", flat=True))
    assert de_nghi(lam, bo_may, don).cho_bao_ve is True


def test_chua_de_nghi_thi_khong_quyet_dinh_bao_ve(bo_may, lam, da_thu_ly):
    with pytest.raises(LoiNghiepVu, match="Không có đề nghị bảo vệ nào đang chờ"):
        ap_dung(lam, bo_may, da_thu_ly)
    with pytest.raises(LoiNghiepVu, match="Không có biện pháp bảo vệ nào đang áp dụng"):
        lam(da_thu_ly, Buoc.THOI_BAO_VE, bo_may.giam_doc, THU_LY, ly_do="x")
    with pytest.raises(LoiNghiepVu, match="không được trước ngày đề nghị"):
        ap_dung(lam, bo_may, de_nghi(lam, bo_may, da_thu_ly, date(2026, 8, 26)))


def test_bao_ve_het_cung_ket_luan(bo_may, lam, da_thu_ly):
    """Đ54: with the conclusion what protects ends, and what waits falls away, in the same step."""
    don = ap_dung(lam, bo_may, de_nghi(lam, bo_may, da_thu_ly))
    don = de_nghi(lam, bo_may, don, date(2026, 8, 26))
    ngay = date(2026, 9, 14)
    don = lam(
        don,
        Buoc.TU_XAC_MINH,
        bo_may.giam_doc,
        ngay,
        ngay_giai_trinh=ngay,
        dia_diem="Phòng họp",
        giai_trinh="x",
        ket_qua_xac_minh="x",
    )

    don = lam(don, Buoc.BAN_HANH, bo_may.giam_doc, ngay, noi_dung_ban_hanh="Kết luận", ket_qua=KetQua.SAI)

    assert (don.cho_bao_ve, don.dang_bao_ve) == (False, False)
    assert (
        list(don.bao_ve.values_list("ngay_cham_dut", "ly_do_cham_dut"))
        == [(ngay, "Đã ban hành kết luận nội dung tố cáo (Đ54 Luật TC)")] * 2
    )


def test_bao_ve_het_cung_dinh_chi(bo_may, lam, da_thu_ly):
    don = ap_dung(lam, bo_may, de_nghi(lam, bo_may, da_thu_ly))

    don = lam(don, Buoc.DINH_CHI, bo_may.giam_doc, date(2026, 9, 1), ly_do="Người bị tố cáo chết")

    dong = BaoVe.objects.get(don=don)
    assert (don.dang_bao_ve, dong.ngay_cham_dut) == (False, date(2026, 9, 1))


def test_kiem_tra_tai_nhieu_noi_thi_toi_da_10_ngay_lam_viec(bo_may, nhan, lam):
    don = nhan(LoaiDon.TO_CAO, date(2026, 7, 6))
    han_dau = don.han_viec.get(viec="T1").han

    lam(don, Buoc.KEO_DAI_KIEM_TRA, bo_may.giam_doc, date(2026, 7, 7), so_ngay=3, ly_do="Xác minh tại 02 xã")

    assert (han_dau, don.han_viec.get(viec="T1").han) == (date(2026, 7, 15), date(2026, 7, 20))
    with pytest.raises(LoiNghiepVu, match="một lần"):
        lam(don, Buoc.KEO_DAI_KIEM_TRA, bo_may.giam_doc, date(2026, 7, 8), so_ngay=1, ly_do="Thêm nữa")


def test_kiem_tra_khong_qua_10_ngay_va_khong_sau_khi_het_han(bo_may, nhan, lam):
    don = nhan(LoaiDon.TO_CAO, date(2026, 7, 6))

    with pytest.raises(LoiNghiepVu):
        lam(don, Buoc.KEO_DAI_KIEM_TRA, bo_may.giam_doc, date(2026, 7, 7), so_ngay=4, ly_do="Nhiều nơi")
    with pytest.raises(LoiNghiepVu, match="15/07/2026"):
        lam(don, Buoc.KEO_DAI_KIEM_TRA, bo_may.giam_doc, date(2026, 7, 16), so_ngay=1, ly_do="Nhiều nơi")

    assert don.han_viec.get(viec="T1").han == date(2026, 7, 15)
