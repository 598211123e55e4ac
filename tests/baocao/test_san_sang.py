"""The sixteen points: what each finds when all is well, and when something is missing; who writes statements."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from baocao.het_hieu_luc import dan_het_hieu_luc
from baocao.ky import lap_ky
from baocao.models import BaoCaoKy, BuocBaoCao, HoatDong, MinhChung
from baocao.models.bao_cao import TrangThaiBaoCao
from baocao.models.hoat_dong import LoaiHoatDong
from baocao.models.minh_chung import LoaiMinhChung
from baocao.san_sang import CAC_DIEM, TinhTrang, kiem_san_sang
from donthu.models import HanViec, VanBanDi, VuViec
from donthu.phan_loai import LoaiDon, NguonDon
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tiepdan.hinh_thuc import LoaiLich, NguoiTiep
from tiepdan.models import LichTiep, LuotTiep
from tochuc.lich import Lich
from tochuc.models import CauHinh
from tochuc.vai_tro import Quyen, VaiTro

LICH = Lich({}, {}, {})
HOM_NAY = date(2026, 11, 20)  # a Friday
DAT, CHUA_DAT, SAP_HAN, KHONG = TinhTrang.DAT, TinhTrang.CHUA_DAT, TinhTrang.SAP_HAN, TinhTrang.KHONG_AP_DUNG


@pytest.fixture
def tchc(tao_nguoi):
    return tao_nguoi(VaiTro.TCHC)


@pytest.fixture
def ghi(tchc):
    """A statement; its kind and what it has beside the day."""

    def tao(loai, ngay=date(2026, 1, 5), **khac) -> MinhChung:
        return MinhChung.objects.create(loai=loai, ngay=ngay, nguoi=tchc, luc=timezone.now(), **khac)

    return tao


@pytest.fixture
def kiem(tchc):
    """What is found of one point, for TCHC on HOM_NAY unless said otherwise."""

    def tao(so, nguoi=tchc, hom_nay=HOM_NAY):
        return next(dong.ket_qua for dong in kiem_san_sang(nguoi, hom_nay, LICH) if dong.yeu_cau.so == so)

    return tao


def mot_buoi(ngay, loai=LoaiLich.DINH_KY, nguoi_tiep=NguoiTiep.THU_TRUONG, **khac):
    mac_dinh = {"da_cong_bo": True, "ngay_cong_bo": date(2026, 1, 5)}
    return LichTiep.objects.create(ngay=ngay, loai=loai, nguoi_tiep=nguoi_tiep, **mac_dinh | khac)


def test_muoi_sau_diem_theo_thu_tu(kiem, tchc):
    assert [yeu_cau.so for yeu_cau, _ in CAC_DIEM] == list(range(1, 17))
    assert len(kiem_san_sang(tchc, HOM_NAY, LICH)) == 16


# --- Statements -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("so", "cac_loai"),
    [
        (1, (LoaiMinhChung.NOI_QUY, LoaiMinhChung.QUY_CHE)),
        (2, (LoaiMinhChung.PHAN_CONG,)),
        (5, (LoaiMinhChung.PHONG_TIEP,)),
        (13, (LoaiMinhChung.BOI_DUONG,)),
    ],
)
def test_theo_minh_chung(kiem, ghi, so, cac_loai):
    truoc = kiem(so)
    for loai in cac_loai:
        ghi(loai)
    sau = kiem(so)

    assert (truoc.tinh_trang, truoc.sua.dia_chi) == (CHUA_DAT, f"/bao-cao/minh-chung/them/?loai={cac_loai[0]}")
    assert (sau.tinh_trang, sau.sua) == (DAT, None)


@pytest.mark.parametrize(
    ("het_han", "tinh_trang"),
    [
        (None, DAT),
        (HOM_NAY + timedelta(days=11), DAT),
        (HOM_NAY + timedelta(days=10), SAP_HAN),
        (HOM_NAY + timedelta(days=1), SAP_HAN),
        (HOM_NAY, CHUA_DAT),
    ],
)
def test_minh_chung_co_thoi_han(kiem, ghi, het_han, tinh_trang):
    ghi(LoaiMinhChung.PHAN_CONG, het_han=het_han)

    assert kiem(2).tinh_trang == tinh_trang


def test_minh_chung_moi_thay_cu_va_chua_den_ngay_thi_chua_tinh(kiem, ghi):
    ghi(LoaiMinhChung.PHAN_CONG, so_ky_hieu="1/QĐ", can_cu="Nghị định 64/2014/NĐ-CP")
    ghi(LoaiMinhChung.PHAN_CONG, HOM_NAY, so_ky_hieu="2/QĐ")
    ghi(LoaiMinhChung.PHAN_CONG, HOM_NAY + timedelta(days=1), so_ky_hieu="3/QĐ")

    ket_qua = kiem(2)

    assert (ket_qua.tinh_trang, "2/QĐ" in ket_qua.cac_cau[0]) == (DAT, True)


def test_can_cu_het_hieu_luc(kiem, ghi):
    ghi(LoaiMinhChung.NOI_QUY, can_cu="Luật Tiếp công dân 2013; Nghị định số 64/2014/NĐ-CP")
    ghi(LoaiMinhChung.QUY_CHE, can_cu="Nghị định 154/2026/NĐ-CP")

    ket_qua = kiem(1)

    assert (ket_qua.tinh_trang, ket_qua.sua.nhan) == (CHUA_DAT, "Ghi minh chứng")
    assert ket_qua.cac_cau[1] == (
        "Đang viện dẫn: Nghị định 64/2014/NĐ-CP đã hết hiệu lực từ ngày 01/07/2026, nay áp dụng Nghị định "
        "154/2026/NĐ-CP về tiếp công dân."
    )


@pytest.mark.parametrize(
    ("chu", "ngay", "so"),
    [
        ("Nghị định 64/2014/NĐ-CP", date(2026, 7, 1), ["64/2014/NĐ-CP"]),
        ("Nghị định 64/2014/NĐ-CP", date(2026, 6, 30), []),
        ("64/2014/nd-cp; TT 6/2014/TT-TTCP", HOM_NAY, ["64/2014/NĐ-CP", "06/2014/TT-TTCP"]),
        ("164/2014/NĐ-CP; 64/2014/QĐ-UBND", HOM_NAY, []),
        ("Thông tư 04/2021/TT-TTCP; Nghị định 154/2026/NĐ-CP", HOM_NAY, []),
        ("", HOM_NAY, []),
    ],
)
def test_van_ban_het_hieu_luc_theo_so(chu, ngay, so):
    assert [van_ban.so for van_ban in dan_het_hieu_luc(chu, ngay)] == so


def test_niem_yet_can_ca_hai_so(kiem, ghi):
    ghi(LoaiMinhChung.NIEM_YET)
    CauHinh.objects.update(duong_day_nong="0900 000 001", duong_day_nong_so="")
    thieu = kiem(14)
    CauHinh.objects.update(duong_day_nong_so="0900 000 002")

    assert (thieu.tinh_trang, thieu.sua.quyen, kiem(14).tinh_trang) == (CHUA_DAT, Quyen.QUAN_TRI, DAT)


@pytest.mark.parametrize(
    ("truoc", "so_nguoi", "tinh_trang"),
    [
        ((15, 8, 1), 3, DAT),
        ((13, 6), 3, SAP_HAN),  # to be opened tomorrow
        ((14, 7), 3, SAP_HAN),  # to be opened today
        ((15, 8), 3, CHUA_DAT),
        ((15, 7), 3, CHUA_DAT),  # eight days between
        ((8, 1), 2, CHUA_DAT),
        ((), 3, CHUA_DAT),
    ],
)
def test_mo_hom_thu_hang_tuan(kiem, ghi, tao_don_vi, truoc, so_nguoi, tinh_trang):
    tao_don_vi(co_hom_thu=True)
    for so_ngay in truoc:
        ghi(LoaiMinhChung.MO_HOM_THU, HOM_NAY - timedelta(days=so_ngay), so_nguoi=so_nguoi, so_thu=0)

    assert kiem(8).tinh_trang == tinh_trang


def test_khong_co_hom_thu_thi_khong_ap_dung(kiem, tao_don_vi):
    tao_don_vi()

    assert kiem(8).tinh_trang == KHONG


# --- The schedule -----------------------------------------------------------------------------------------------------


def test_lich_co_ten(kiem, tchc):
    chua_co = kiem(3)
    mot_buoi(date(2026, 5, 15))
    mot_buoi(date(2026, 6, 15), can_bo=tchc)
    mot_buoi(date(2026, 7, 15), da_huy=True)
    thieu = kiem(3)
    LichTiep.objects.update(can_bo=tchc)

    assert (chua_co.tinh_trang, chua_co.sua.nhan) == (CHUA_DAT, "Lập lịch còn thiếu")
    assert (thieu.tinh_trang, thieu.cac_cau) == (
        CHUA_DAT,
        ("Lịch năm 2026 có 02 buổi, 01 buổi chưa ghi tên người tiếp.",),
    )
    assert kiem(3).tinh_trang == DAT


@pytest.mark.parametrize(
    ("buoi", "tinh_trang"),
    [
        ({"ngay": date(2026, 5, 15), "ngay_cong_bo": date(2026, 5, 8)}, DAT),  # five working days before
        ({"ngay": date(2026, 5, 15), "ngay_cong_bo": date(2026, 5, 9)}, CHUA_DAT),
        ({"ngay": date(2026, 12, 15), "da_cong_bo": False, "ngay_cong_bo": None}, DAT),  # until 8/12
        ({"ngay": date(2026, 12, 8), "da_cong_bo": False, "ngay_cong_bo": None}, SAP_HAN),  # until 1/12
        ({"ngay": date(2026, 11, 25), "da_cong_bo": False, "ngay_cong_bo": None}, CHUA_DAT),
    ],
)
def test_cong_bo_truoc_nam_ngay_lam_viec(kiem, buoi, tinh_trang):
    mot_buoi(**buoi)

    assert kiem(4).tinh_trang == tinh_trang


def test_lich_dot_xuat_khong_can_cong_bo_som(kiem):
    mot_buoi(date(2026, 5, 15))
    mot_buoi(date(2026, 5, 20), LoaiLich.DOT_XUAT, ngay_cong_bo=date(2026, 5, 20))

    assert kiem(4).tinh_trang == DAT


def test_giam_doc_tiep_tung_thang(kiem):
    for thang in range(1, 11):
        if thang != 5:
            mot_buoi(date(2026, thang, 15))
    mot_buoi(date(2026, 5, 15), nguoi_tiep=NguoiTiep.UY_QUYEN)
    thieu = kiem(6)
    mot_buoi(date(2026, 5, 18), LoaiLich.DOT_XUAT)
    thang_nay = kiem(6)
    mot_buoi(date(2026, 11, 27), da_cong_bo=False)
    chua_cong_bo = kiem(6).tinh_trang
    LichTiep.objects.update(da_cong_bo=True)

    assert (thieu.tinh_trang, "Thiếu tháng 5." in thieu.cac_cau) == (CHUA_DAT, True)
    assert "01 tháng chỉ có ngày ủy quyền, không tính cho Giám đốc." in thieu.cac_cau
    assert (thang_nay.tinh_trang, chua_cong_bo, kiem(6).tinh_trang) == (SAP_HAN, SAP_HAN, DAT)


# --- Registers --------------------------------------------------------------------------------------------------------


def test_so_tiep_thieu_huong_xu_ly(kiem, tao_don):
    don = tao_don(ngay_nhan=date(2026, 3, 2))

    def luot(ma, **khac):
        chung = {"ngay": date(2026, 3, 2), "loai": LoaiDon.PHAN_ANH, "noi_dung": "x"}
        LuotTiep.objects.create(ma=ma, vu_viec=VuViec.objects.create(ma=f"VV.{ma}"), **chung | khac)

    luot("L1", huong="giai_thich")
    luot("L2", don=don)
    luot("L3", ket_qua="tu_choi", ly_do_tu_choi="R1")
    luot("L4", ngay=date(2025, 12, 14))  # the year before
    truoc = kiem(7)
    luot("L5")

    assert truoc.tinh_trang == DAT
    assert truoc.cac_cau == ("Sổ điện tử, 3 lượt trong năm báo cáo, in được theo Mẫu 03/TCD.",)
    assert (kiem(7).tinh_trang, kiem(7).cac_cau[1]) == (CHUA_DAT, "01 lượt chưa ghi hướng xử lý.")


def qua_han(don, han=HOM_NAY - timedelta(days=1)):
    HanViec.objects.create(
        don=don,
        chu_the=f"don:{don.pk}",
        viec=Viec.GIAI_QUYET_KNPA,
        tu_ngay=don.ngay_nhan,
        han=han,
        han_goc=han,
        quyen=Quyen.GIAI_QUYET,
    )


def test_duong_day_nong(kiem, ghi, tao_don):
    khong_lich = kiem(9)
    ghi(LoaiMinhChung.DUONG_DAY_NONG)
    don = tao_don(nguon=NguonDon.DUONG_DAY_NONG)
    tao_don(nguon=NguonDon.DUONG_DAY_NONG, ngay_ban_hanh=date(2026, 9, 5))
    du = kiem(9)
    qua_han(don)

    assert (khong_lich.tinh_trang, du.tinh_trang) == (CHUA_DAT, DAT)
    assert du.cac_cau[1] == "02 đơn qua đường dây nóng, 01 đơn đã giải quyết."
    assert (kiem(9).tinh_trang, kiem(9).cac_cau[2]) == (CHUA_DAT, "01 đơn quá hạn.")


def test_so_don_cho_phan_loai(kiem, tao_don):
    tao_don(ngay_nhan=date(2026, 11, 9))  # nine working days ago
    du = kiem(10).tinh_trang
    tao_don(ngay_nhan=date(2026, 11, 6))

    assert (du, kiem(10).tinh_trang) == (DAT, CHUA_DAT)
    assert kiem(10).cac_cau[1] == "01 đơn nhận quá 10 ngày làm việc chưa phân loại."


def test_chuyen_to_cao_co_phieu_niem_phong(kiem, tao_don, tchc):
    khong_co = kiem(12)
    don = tao_don(loai=LoaiDon.TO_CAO, trang_thai=TrangThai.DA_CHUYEN)
    chua_co_phieu = kiem(12)
    phieu = VanBanDi.objects.create(
        don=don, ma_mau="TT05-03", nam=2026, ngay=date(2026, 9, 5), noi_dung={"o": {"ban_giao": "Gửi bưu điện"}}
    )
    khong_kin = kiem(12)
    phieu.noi_dung = {"o": {"ban_giao": "Để trong phong bì niêm phong"}}
    phieu.save()

    assert (khong_co.tinh_trang, chua_co_phieu.tinh_trang, khong_kin.tinh_trang) == (KHONG, CHUA_DAT, CHUA_DAT)
    assert kiem(12).tinh_trang == DAT


def test_to_cao_khong_duoc_biet_thi_khong_tinh(kiem, tao_don, tao_nguoi, tchc):
    """Neither who is not on the list nor, of what is said against the leaders, anybody sees a number."""
    lanh_dao = tao_nguoi(VaiTro.LANH_DAO)
    chuyen = {"loai": LoaiDon.TO_CAO, "trang_thai": TrangThai.DA_CHUYEN}
    kin = tao_don(**chuyen, duoc_biet=[tchc])
    tao_don(**chuyen, duoc_biet=[tchc, lanh_dao], bi_to_cao_lanh_dao=True)
    for don in (kin, tao_don(loai=LoaiDon.TO_CAO, duoc_biet=[tchc], bi_to_cao_lanh_dao=True)):
        qua_han(don)

    assert [kiem(so, lanh_dao).tinh_trang for so in (12, 16)] == [KHONG, DAT]
    assert [kiem(so).cac_cau[0] for so in (12, 16)] == [
        "Không trên 01 đơn đã chuyển có phiếu ghi bàn giao niêm phong.",
        "01 đơn quá hạn.",
    ]


def test_tuyen_truyen_so_lop_so_nguoi_ty_le(kiem):
    chua = kiem(15)
    loai = LoaiHoatDong.TAP_HUAN
    HoatDong.objects.create(ma="H1", loai=loai, ngay=date(2026, 3, 2), so_nguoi=66, tong_so_nguoi=77)
    HoatDong.objects.create(ma="H2", loai=loai, ngay=date(2025, 12, 14), so_nguoi=9)
    du = kiem(15)
    HoatDong.objects.create(ma="H3", loai=loai, ngay=date(2026, 4, 2), so_nguoi=5)

    assert (chua.tinh_trang, chua.sua.dia_chi) == (CHUA_DAT, "/bao-cao/hoat-dong/them/")
    assert (du.tinh_trang, du.cac_cau) == (DAT, ("01 lớp, 66 lượt người dự trên 77 phải dự (85,71%).",))
    assert (kiem(15).tinh_trang, kiem(15).sua.nhan) == (CHUA_DAT, "Ghi số người phải dự")


def test_khong_qua_han_khong_qua_45_ngay(kiem, tao_don):
    sach = kiem(16)
    tao_don(ngay_nhan=HOM_NAY - timedelta(days=45))
    sap = kiem(16)
    tao_don(ngay_nhan=HOM_NAY - timedelta(days=46))
    qua_45 = kiem(16)
    qua_han(tao_don(ngay_nhan=HOM_NAY))
    dong = tao_don(ngay_nhan=date(2026, 3, 2), trang_thai=TrangThai.LUU_DON)

    assert (sach.tinh_trang, sap.tinh_trang) == (DAT, SAP_HAN)
    assert (qua_45.tinh_trang, qua_45.cac_cau) == (CHUA_DAT, ("01 đơn quá 45 ngày chưa xử lý.",))
    assert kiem(16).cac_cau == ("01 đơn quá hạn.", "01 đơn quá 45 ngày chưa xử lý.")
    assert dong.ngay_xu_ly is None  # closed, so nobody waits for it


# --- Periodic reports -------------------------------------------------------------------------------------------------

PHAI_NOP = [("Q4", 2025), ("N", 2025), ("Q1", 2026), ("Q2", 2026), ("6T", 2026), ("Q3", 2026), ("9T", 2026)]


def da_gui(ma, nam, nguoi, luc, phien_ban=1):
    bao_cao = BaoCaoKy.objects.create(
        ma_ky=ma,
        nam=nam,
        phien_ban=phien_ban,
        trang_thai=TrangThaiBaoCao.DA_GUI,
        so_lieu={},
        ngay_chot=luc,
        so_van_ban=1,
    )
    BuocBaoCao.objects.create(
        bao_cao=bao_cao,
        den=TrangThaiBaoCao.DA_GUI,
        nguoi=nguoi,
        luc=timezone.make_aware(datetime.combine(luc, time(23, 30))),
    )
    return bao_cao


def test_bao_cao_dung_ngay(kiem, tchc):
    for ma, nam in PHAI_NOP:
        da_gui(ma, nam, tchc, lap_ky(ma, nam).den_ngay.replace(day=15))  # late in the evening of the last day

    ket_qua = kiem(11)

    assert ket_qua.tinh_trang == DAT
    assert ket_qua.cac_cau == ("07 trên 07 báo cáo đến hạn trong 12 tháng qua đã gửi kịp.",)


def test_bao_cao_gui_muon_va_gui_lai(kiem, tchc):
    for ma, nam in PHAI_NOP:
        da_gui(ma, nam, tchc, lap_ky(ma, nam).den_ngay.replace(day=16 if ma == "Q1" else 15))
    da_gui("Q2", 2026, tchc, date(2026, 8, 1), phien_ban=2)  # a correction makes the first one no later

    ket_qua = kiem(11)

    assert (ket_qua.tinh_trang, ket_qua.sua) == (CHUA_DAT, None)
    assert ket_qua.cac_cau[1:] == ("Quý I năm 2026: gửi ngày 16/03/2026, hạn 15/03/2026.",)


@pytest.mark.parametrize(
    ("trang_thai", "nhan", "quyen"),
    [
        (None, "Lập", Quyen.NHAP_SO),
        (TrangThaiBaoCao.DANG_LAP, "Trình", Quyen.NHAP_SO),
        (TrangThaiBaoCao.TRINH, "Duyệt", Quyen.BAN_HANH),
        (TrangThaiBaoCao.DUYET, "Chốt", Quyen.BAN_HANH),
        (TrangThaiBaoCao.DA_CHOT, "Ghi đã gửi", Quyen.NHAP_SO),
    ],
)
def test_bao_cao_chua_gui_thi_lam_tiep(kiem, tchc, trang_thai, nhan, quyen):
    for ma, nam in PHAI_NOP[:-1]:
        da_gui(ma, nam, tchc, lap_ky(ma, nam).den_ngay)
    if trang_thai:
        dong_bang = {"so_lieu": {}, "ngay_chot": HOM_NAY, "so_van_ban": 9} if trang_thai == "da_chot" else {}
        BaoCaoKy.objects.create(ma_ky="9T", nam=2026, trang_thai=trang_thai, **dong_bang)

    ket_qua = kiem(11)

    assert (ket_qua.tinh_trang, ket_qua.sua.nhan, ket_qua.sua.quyen) == (CHUA_DAT, f"{nhan}: 9 tháng năm 2026", quyen)
    assert ket_qua.sua.dia_chi == "/bao-cao/9T-2026/van-ban/"


def test_bao_cao_sap_den_han(kiem, tchc):
    for ma, nam in PHAI_NOP[2:]:
        da_gui(ma, nam, tchc, lap_ky(ma, nam).den_ngay)

    ket_qua = kiem(11, hom_nay=date(2026, 12, 16) - timedelta(days=11))

    assert ket_qua.tinh_trang == CHUA_DAT  # last year's
    assert ket_qua.cac_cau[-2:] == (
        "Quý IV năm 2026: nộp thứ Ba 15/12/2026.",
        "Năm 2026: nộp thứ Ba 15/12/2026.",
    )


def test_so_cau_hoi_khong_theo_du_lieu(tchc, ghi, tao_don, tao_don_vi):
    def them():
        tao_don_vi(co_hom_thu=True)
        ghi(LoaiMinhChung.NOI_QUY)
        ghi(LoaiMinhChung.MO_HOM_THU, HOM_NAY, so_nguoi=3, so_thu=0)
        mot_buoi(date(2026, 1, 15) + timedelta(days=31 * LichTiep.objects.count()))
        qua_han(tao_don(nguon=NguonDon.DUONG_DAY_NONG))
        tao_don(loai=LoaiDon.TO_CAO, trang_thai=TrangThai.DA_CHUYEN)
        HoatDong.objects.create(ma=f"H{HoatDong.objects.count()}", loai=LoaiHoatDong.TAP_HUAN, ngay=date(2026, 3, 2))

    def dem():
        with CaptureQueriesContext(connection) as cac_cau:
            kiem_san_sang(tchc, HOM_NAY, LICH)
        return len(cac_cau)

    assert tchc.co_quyen(Quyen.BAO_CAO)  # his roles are read now
    them()
    mot = dem()
    them()
    them()

    assert (mot, dem()) == (14, 14)
