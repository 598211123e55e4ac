from datetime import date
from decimal import Decimal

import pytest

from baocao.models import HoatDong
from donthu.actions.bi_mat import lap_danh_sach
from donthu.models import DonThu, KetQuaThiHanh, LinhVuc, VuViec
from tests.baocao.so_ngau_nhien import ghi_so
from tiepdan.models import LichTiep, LuotTiep

# Constructed so that it satisfies all the printed checks; columns in order from 1.
VECTO_MAU = {
    "01/TCD": [25, 31, 23, 1, 20, 24, 18, 1, 6, 3, 5, 7, 5, 0, 0, 0, 0, 0, 0, 0, 0],
    "02/XLD": [14, 13, 12, 10, 9, 2, 2, 0, 0, 1, 1, 1, 1, 0, 1, 0, 0, 0, 7, 2, 0, 5, 2, 1, 1],
    "03/GQKN": [2, 2, 0, 1, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    "04/GQTC": [1, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0],
    "05/KQTH": [1, 1, *[0] * 13, 1, *[0] * 15],
    "06/QLKNTC": [4, 0, 0, 31, 3116, *[0] * 12],
}


@pytest.fixture(scope="session")
def vecto_mau():
    return VECTO_MAU


@pytest.fixture
def so_lieu_mau(vecto_mau):
    """Numbers of one period for the six forms, all checks held; a test may change them."""
    return {ma: dict(enumerate(cot, start=1)) for ma, cot in vecto_mau.items()}


@pytest.fixture(params=[1, 2, 3], ids=lambda hat_giong: f"seed {hat_giong}")
def so_ngau_nhien(request, db):
    """A random register of two report years."""
    ghi_so(request.param)


# A small register, to be counted by hand. Quý II 2026 runs from 15/03 to 14/06, 6 tháng from 15/12/2025 to 14/06/2026.
# A number beside a row is the column of 02/XLD that it enters, other columns are named with their form.
NAM = {12: 2025, 11: 2025, 10: 2025}
DAT_DAI, CHE_DO, THAM_NHUNG, TU_PHAP, KHAC, NOI_KHAC = "14.04", "04.01", "11.01", "08.02", "02.01", "14"


def doc_ngay(chu: str) -> date:
    """Read "14/03"; October to December are those of 2025."""
    ngay, thang = map(int, chu.split("/"))
    return date(NAM.get(thang, 2026), thang, ngay)


@pytest.fixture
def so_sach(db):
    """The whole register; test_so_lieu counts it. Its tố cáo are known to who is there when it is made."""
    _ghi_luot()
    _ghi_lich()
    _ghi_don()
    for don in DonThu.objects.filter(loai="TC"):
        lap_danh_sach(don, None, don.ngay_nhan)
    _ghi_thi_hanh()
    _ghi_hoat_dong()


def _vu_viec(ma: str) -> VuViec:
    return VuViec.objects.get_or_create(ma=ma)[0]


def _ghi_luot():
    def luot(ma, ngay, nguoi_tiep, so_nguoi, vu_viec, loai="PHAN_ANH", **khac):
        LuotTiep.objects.create(
            ma=ma,
            ngay=doc_ngay(ngay),
            nguoi_tiep=nguoi_tiep,
            so_nguoi=so_nguoi,
            vu_viec=_vu_viec(vu_viec),
            loai=loai,
            noi_dung="Nội dung",
            **khac,
        )

    luot("L1", "14/03", "thuong_xuyen", 2, "V1")  # last day of quý I
    luot("L2", "15/03", "thuong_xuyen", 1, "V2", "KN")  # first day of quý II; V2 counts under thủ trưởng (L3)
    luot("L3", "16/03", "thu_truong", 6, "V2", "KN")  # đoàn
    luot("L4", "20/03", "uy_quyen", 5, "V3")  # đoàn of exactly five; V3 counts here, not under thường xuyên (L5)
    luot("L5", "21/03", "thuong_xuyen", 7, "V3")  # đoàn
    luot("L6", "01/04", "thuong_xuyen", 4, "V4", "TC")  # four are no đoàn
    luot("L7", "02/04", "thuong_xuyen", 1, "V4", "TC")  # the same vụ việc again
    luot("L8", "05/04", "thuong_xuyen", 3, "V5", "KHAC")  # a visit counts whatever its loại
    luot("L9", "06/04", "thu_truong", 9, "V6", ket_qua="tu_choi", ly_do_tu_choi="R1")  # refused: nowhere
    luot("L10", "14/06", "thu_truong", 1, "V1", "KIEN_NGHI")  # last day; in 6 tháng V1 counts once, here, not with L1
    luot("L11", "15/06", "thuong_xuyen", 8, "V7")  # quý III
    luot("L12", "14/12", "thuong_xuyen", 1, "V8")  # the year before


def _ghi_lich():
    def lich(ngay, loai="dinh_ky", nguoi_tiep="thu_truong", **khac):
        LichTiep.objects.create(ngay=doc_ngay(ngay), loai=loai, nguoi_tiep=nguoi_tiep, **{"da_cong_bo": True, **khac})

    lich("15/01")  # quý I
    lich("16/03")  # one day …
    lich("16/03", "dot_xuat")  # … announced twice is one day
    lich("15/04")  # nobody came: it counts
    lich("15/05", da_huy=True)  # cancelled
    lich("20/05", "dot_xuat", da_cong_bo=False)  # not published
    lich("15/06")  # quý III
    lich("20/03", nguoi_tiep="uy_quyen")
    lich("18/03", "thuong_xuyen", "thuong_xuyen")  # thường xuyên has no day column


def _ghi_don():
    linh_vuc = {dong.ma: dong for dong in LinhVuc.objects.all()}

    def don(ma, loai, nhan, xu_ly=None, *, vu_viec=None, linh_vuc_ma=KHAC, huong="de_xuat_thu_ly", **khac):
        ngay = {ten: doc_ngay(gia_tri) if ten.startswith("ngay_") else gia_tri for ten, gia_tri in khac.items()}
        if xu_ly:
            ngay |= {
                "ngay_xu_ly": doc_ngay(xu_ly),
                "huong_xu_ly": huong,
                "du_dieu_kien": huong != "luu_don",
                "thuoc_tham_quyen": huong == "de_xuat_thu_ly",
            }
        DonThu.objects.create(
            ma=ma,
            loai=loai,
            nguon="buu_chinh",
            tom_tat="Tóm tắt",
            ngay_nhan=doc_ngay(nhan),
            vu_viec=_vu_viec(vu_viec or f"VV.{ma}"),
            linh_vuc=linh_vuc[linh_vuc_ma],
            ma_nguoi_to_cao=f"NTC-{ma}" if loai == "TC" else "",
            **ngay,
        )

    # Kiến nghị, phản ánh, and what enters no column after 25
    don("P1", "PHAN_ANH", "10/03", "15/03", linh_vuc_ma=CHE_DO)  # carried over, processed on the first day: 20
    don("P2", "KIEN_NGHI", "01/03", "14/03", ngay_ban_hanh="20/03")  # quý I only; its reply is no decision
    don("P3", "PHAN_ANH", "20/03")  # never processed: 1
    don("P4", "PHAN_ANH", "14/06", "15/06")  # received on the last day, processed after it: 1
    don("P5", "PHAN_ANH", "20/03", "25/03", huong="luu_don")  # not eligible: 1, 2
    don("P6", "PHAN_ANH", "21/03", "26/03", huong="huong_dan")  # 24
    don("P7", "KN", "22/03", "27/03", huong="chuyen_don")  # 25
    don("P8", "KHAC", "23/03", "24/03")  # ý kiến khác: nowhere
    don("P9", "PHAN_ANH", "15/06")  # quý III
    don("P22", "KIEN_NGHI", "07/04", "08/04", linh_vuc_ma=DAT_DAI)  # 21
    don("P23", "PHAN_ANH", "07/04", "08/04", vu_viec="VV.P22")  # 22; one vụ việc with P22

    # Khiếu nại
    don(
        "P10", "KN", "01/04", "06/04", vu_viec="K1", linh_vuc_ma=DAT_DAI,  # 9; K1: accepted, 03:4
        ngay_thu_ly="10/04", ngay_ban_hanh="01/06", ket_qua="dung",  # 03:8
        thu_hoi_tien=Decimal("10.50"), thu_hoi_dat=Decimal("20.25"), tra_lai_tien=5, tra_lai_dat=Decimal("0.75"),
        to_chuc_duoc_tra=1, ca_nhan_duoc_tra=2, nguoi_bi_kien_nghi=3, can_bo_bi_kien_nghi=2,
        vu_chuyen_dieu_tra=1, nguoi_chuyen_dieu_tra=2, can_bo_chuyen_dieu_tra=1,
    )  # fmt: skip
    don(
        "P11", "KN", "02/04", "07/04", vu_viec="K1", linh_vuc_ma=CHE_DO, ngay_khong_thu_ly="12/04"
    )  # 10; P10 was accepted, so K1 stays in 03:4
    don(
        "P12", "KN", "03/04", "08/04", vu_viec="K2", lan=2, ngay_thu_ly="13/04", ngay_dinh_chi="20/05"
    )  # 8; accepted, then stopped: K2 in 03:6
    don("P13", "KN", "04/04", "09/04", vu_viec="K3", ngay_thu_ly="14/04", ngay_dinh_chi="15/06")  # stopped later: 03:4
    don("P14", "KN", "05/04", "10/04", vu_viec="K4", ngay_khong_thu_ly="20/04")  # 03:5
    don("P15", "KN", "06/04", "10/04", vu_viec="K2", ngay_khong_thu_ly="20/04")  # K2 stays in 03:6
    don("P16", "KN", "01/06", "10/06", vu_viec="K5", ngay_thu_ly="15/06")  # accepted in the next quarter: 03:3
    don(
        "P17", "KN", "10/02", "20/02", vu_viec="K6", ngay_thu_ly="01/03", ngay_ban_hanh="20/03", ket_qua="sai",
        ngay_thi_hanh_xong="10/06", thu_hoi_tien=Decimal("0.25"), nguoi_bi_kien_nghi=1,
    )  # of quý I, decided in quý II: only 03:9; executed in quý II  # fmt: skip
    don(
        "P18", "KN", "01/12", "10/12", lan=2, ngay_thu_ly="12/12", ngay_ban_hanh="10/02", ket_qua="cong_nhan",
        ngay_thi_hanh_xong="14/03", thu_hoi_tien=100,
    )  # processed before 15/12: no petition of 6 tháng, but its decision 03:11; executed before quý II  # fmt: skip
    don(
        "P19", "KN", "05/12", "10/12", lan=2, ngay_thu_ly="12/12", ngay_ban_hanh="10/03", ket_qua="huy_sua",
        thu_hoi_tien=7, tra_lai_tien=3,
    )  # 03:12 of 6 tháng; carried into quý II unexecuted  # fmt: skip
    don(
        "P20", "KN", "01/10", "05/10", ngay_thu_ly="06/10", ngay_ban_hanh="01/11", ket_qua="dung",
        ngay_thi_hanh_xong="15/03", thu_hoi_tien=50, thu_hoi_dat=1,
    )  # an old decision executed on the first day of quý II  # fmt: skip
    don(
        "P21", "KN", "05/05", "06/05", vu_viec="K7", ngay_thu_ly="10/05", ngay_ban_hanh="15/06", ket_qua="dung",
        thu_hoi_tien=999,
    )  # 03:4; decided in quý III  # fmt: skip
    don(
        "P24", "KN", "01/01", "10/01", vu_viec="K8", ngay_thu_ly="15/01", ngay_ban_hanh="14/06", ket_qua="dung_mot_phan"
    )  # of quý I, decided on the last day: 03:10

    # Tố cáo
    don(
        "T1", "TC", "01/04", "02/04", vu_viec="M1", ngay_thu_ly="05/04", ngay_ban_hanh="10/05", ket_qua="dung",  # 15
        thu_hoi_tien=Decimal("1.11"), thu_hoi_dat=2, tra_lai_tien=3, tra_lai_dat=4, to_chuc_duoc_tra=1,
        ca_nhan_duoc_tra=2, to_chuc_bi_kien_nghi=3, nguoi_bi_kien_nghi=4, can_bo_bi_kien_nghi=4,
        vu_chuyen_dieu_tra=1, nguoi_chuyen_dieu_tra=2, can_bo_chuyen_dieu_tra=2,
    )  # fmt: skip
    don(
        "T2", "TC", "02/04", "03/04", vu_viec="M2", lan=2, linh_vuc_ma=THAM_NHUNG,  # 16
        ngay_thu_ly="06/04", ngay_ban_hanh="20/05", ket_qua="sai", ngay_thi_hanh_xong="01/06",
    )  # fmt: skip
    don("T3", "TC", "03/04", "04/04", vu_viec="K1", linh_vuc_ma=TU_PHAP)  # 17; K1 also holds khiếu nại: 04:3 and 03:4
    don("T4", "TC", "04/04", "05/04", vu_viec="M4", linh_vuc_ma=NOI_KHAC, ngay_dinh_chi="01/05")  # 18; withdrawn: 04:6
    don("T5", "TC", "05/04", "06/04", vu_viec="M4", lan=2, ngay_khong_thu_ly="10/04")  # 15; M4 stays in 04:6
    don("T6", "TC", "06/04")  # 1
    don("T10", "TC", "06/04", "07/04", vu_viec="M5", ngay_khong_thu_ly="12/04")  # 15; 04:5
    don(
        "T7", "TC", "01/12", "05/12", ngay_thu_ly="10/12", ngay_ban_hanh="20/03", ket_qua="dung_mot_phan",
        thu_hoi_tien=Decimal("0.89"),
    )  # 04:10  # fmt: skip
    don("T8", "TC", "02/12", "05/12", lan=2, ngay_thu_ly="10/12", ngay_ban_hanh="25/03", ket_qua="dung")  # 04:11
    don("T9", "TC", "03/12", "05/12", lan=2, ngay_thu_ly="10/12", ngay_ban_hanh="26/03", ket_qua="dung_mot_phan")
    don(
        "T11", "TC", "01/10", "02/10", ngay_thu_ly="03/10", ngay_ban_hanh="10/10", ket_qua="dung",
        thu_hoi_tien=9, tra_lai_dat=Decimal("1.50"),
    )  # an old conclusion, never executed  # fmt: skip


def _ghi_thi_hanh():
    def ket_qua(ma_don, ngay, **khac):
        KetQuaThiHanh.objects.create(don=DonThu.objects.get(ma=ma_don), ngay=doc_ngay(ngay), **khac)

    ket_qua("P20", "10/02", da_thu_tien=20)  # a part, in quý I
    ket_qua("P20", "15/03", da_thu_tien=30, da_thu_dat=1, nguoi_da_xu_ly=2, can_bo_da_xu_ly=1)
    ket_qua(
        "P10", "14/06", da_thu_tien=Decimal("4.50"), da_tra_tien=2, da_tra_dat=Decimal("0.50"),
        vu_khoi_to=1, nguoi_khoi_to=2, can_bo_khoi_to=1,
    )  # a part of a decision that stays open  # fmt: skip
    ket_qua("P10", "15/06", da_thu_tien=6)  # quý III
    ket_qua("P17", "10/06", da_thu_tien=Decimal("0.25"))
    ket_qua("P18", "14/03", da_thu_tien=100)  # quý I
    ket_qua("T11", "01/04", da_thu_tien=Decimal("8.99"), to_chuc_da_xu_ly=1, nguoi_da_xu_ly=2, can_bo_da_xu_ly=2)
    ket_qua("T2", "01/06", da_tra_tien=Decimal("0.01"), vu_khoi_to=1, nguoi_khoi_to=1, can_bo_khoi_to=1)
    ket_qua("T1", "20/05", da_thu_dat=2, da_tra_dat=4)


def _ghi_hoat_dong():
    def hoat_dong(ma, loai, ngay, **khac):
        truong = {ten: doc_ngay(gia_tri) if ten.startswith("ngay_") else gia_tri for ten, gia_tri in khac.items()}
        HoatDong.objects.create(ma=ma, loai=loai, ngay=doc_ngay(ngay), **truong)

    hoat_dong("H1", "van_ban_moi", "15/03")
    hoat_dong("H2", "van_ban_moi", "14/03")  # quý I
    hoat_dong("H3", "van_ban_sua_doi", "01/04")
    hoat_dong("H4", "van_ban_huy_bo", "14/06")
    hoat_dong("H5", "tap_huan", "20/04", so_nguoi=100, tong_so_nguoi=120)
    hoat_dong("H6", "tap_huan", "21/04", so_nguoi=50)
    hoat_dong("H13", "tap_huan", "15/06", so_nguoi=70)  # quý III
    hoat_dong("H7", "kiem_tra", "22/04", so_don_vi=35)  # internal: in the text only
    hoat_dong(
        "H8", "thanh_tra", "01/02", so_don_vi=2, ngay_ket_luan="20/03", ngay_thuc_hien_xong="10/06",
        to_chuc_hanh_chinh=1, ca_nhan_hanh_chinh=2, to_chuc_dieu_tra=3, ca_nhan_dieu_tra=4,
        da_xu_ly_to_chuc=1, da_xu_ly_ca_nhan=1, vu_khoi_to=1, doi_tuong_khoi_to=2,
    )  # carried over, concluded and executed in quý II: 6, 8, 13  # fmt: skip
    hoat_dong(
        "H9", "thanh_tra", "01/02", so_don_vi=5, ngay_ket_luan="10/03", to_chuc_hanh_chinh=9, ca_nhan_dieu_tra=1
    )  # concluded in quý I, still to be executed: 13
    hoat_dong("H10", "thanh_tra", "01/05", so_don_vi=4)  # no conclusion yet: 6
    hoat_dong(
        "H11", "thanh_tra", "01/12", so_don_vi=3, ngay_ket_luan="10/12", ngay_thuc_hien_xong="14/03", da_xu_ly_to_chuc=7
    )  # executed in quý I: 13 and 14 of 6 tháng only
    hoat_dong("H12", "thanh_tra", "10/06", so_don_vi=1, ngay_ket_luan="20/06")  # concluded in quý III: 6
