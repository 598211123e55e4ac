"""Words of deadlines, the main step, the way of a petition."""

import inspect
import re
from datetime import date

import pytest
from django.urls import reverse

from donthu.actions import cac_buoc_duoc_lam
from donthu.chang_duong import cac_chang
from donthu.models import DonThu, HanViec
from donthu.phan_loai import LoaiDon, NguonDon
from donthu.quy_trinh import HAN_CHINH, QUY_TRINH, dieu_kien
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import DA_DONG, TrangThai
from donthu.trinh_bay import (
    COT_DIEU_KIEN,
    THU_TU_BUOC,
    buoc_chinh,
    buoc_cua_han,
    cac_nut,
    con_lai_chu,
    hien_han,
    hien_han_day_du,
    muc_han,
)
from donthu.viec import Viec
from tochuc.models import NgayNghi

THU_SAU = date(2026, 12, 4)


@pytest.fixture
def lich(db):
    return NgayNghi.objects.lich()


@pytest.mark.parametrize(
    ("han", "chu", "muc"),
    [
        (date(2026, 12, 2), "Quá hạn 2 ngày", "qua_han"),
        (date(2026, 12, 3), "Quá hạn 1 ngày", "qua_han"),
        (THU_SAU, "Đến hạn hôm nay", "hom_nay"),
        (date(2026, 12, 6), "Còn 2 ngày", "gap"),  # a Sunday: a term counted backwards does not move
        (date(2026, 12, 7), "Còn 1 ngày làm việc", "gap"),
        (date(2026, 12, 11), "Còn 5 ngày làm việc", "gap"),
        (date(2026, 12, 14), "Còn 6 ngày làm việc", "thuong"),
        (date(2027, 1, 4), "Còn 20 ngày làm việc", "thuong"),  # 01/01/2027 is off
    ],
)
def test_chu_cua_thoi_han(lich, han, chu, muc):
    assert (con_lai_chu(han, THU_SAU, lich), muc_han(han, THU_SAU, lich)) == (chu, muc)


def test_dong_ho_dung_khong_noi_ngay(lich):
    han = HanViec(viec=Viec.GIAI_QUYET_TC, tu_ngay=THU_SAU, han=THU_SAU, han_goc=THU_SAU, dung_tu=THU_SAU)

    hien = hien_han(han, THU_SAU, lich)

    assert (hien.han, hien.muc, hien.con_lai_chu) == (None, "tam_dung", "Tạm dừng, không tính thời hạn")
    assert hien_han_day_du(han, THU_SAU, lich).giai_thich == ()


def test_han_noi_vi_sao(lich):
    han = HanViec(viec=Viec.THU_LY_KN, tu_ngay=THU_SAU, han=date(2026, 12, 15), han_goc=date(2026, 12, 15))

    hien = hien_han_day_du(han, THU_SAU, lich)

    assert (hien.ten_viec, hien.con_lai_chu) == ("Thụ lý hoặc thông báo không thụ lý khiếu nại", "Còn 7 ngày làm việc")
    assert hien.can_cu[:8] == "Điều 27,"
    assert hien.giai_thich[-1] == "Hạn cuối: hết thứ Ba 15/12/2026."


def test_cot_cua_danh_sach_du_cho_moi_dieu_kien():
    """A condition that reads another column would read it once for each row of the list."""
    doc = set(re.findall(r"don\.(\w+)", inspect.getsource(dieu_kien)))
    truong = {ten.removesuffix("_id") for ten in doc}
    chi_khi_mo_han = {"vung_sau", "quy_dinh_hanh_chinh"}  # asked when a step is taken, not for a button

    assert truong - chi_khi_mo_han <= {*COT_DIEU_KIEN}


@pytest.mark.parametrize(
    ("trang_thai", "khac", "chinh"),
    [
        (TrangThai.TIEP_NHAN, {}, {Buoc.PHAN_LOAI}),
        (TrangThai.DA_PHAN_LOAI, {"du_dieu_kien": True, "thuoc_tham_quyen": True}, {Buoc.TRINH_THU_LY}),
        (TrangThai.DA_PHAN_LOAI, {"du_dieu_kien": True, "thuoc_tham_quyen": False}, {Buoc.CHUYEN_DON}),
        (TrangThai.DA_PHAN_LOAI, {"du_dieu_kien": False}, {Buoc.LUU_DON}),
        (TrangThai.DANG_XEM_XET, {}, {Buoc.THU_LY}),
        (TrangThai.DANG_GIAI_QUYET, {}, {Buoc.GIAO_DON_VI}),
        (TrangThai.CO_KET_QUA, {"khac_ket_qua": False}, {Buoc.BAN_HANH, Buoc.DU_THAO}),
        (TrangThai.DA_BAN_HANH, {}, {Buoc.GUI_QUYET_DINH, Buoc.XU_LY_KET_LUAN, Buoc.KET_THUC}),
    ],
)
@pytest.mark.parametrize("loai", [LoaiDon.KHIEU_NAI, LoaiDon.TO_CAO, LoaiDon.PHAN_ANH])
def test_buoc_chinh_dua_don_di_tiep(trang_thai, khac, chinh, loai):
    don = DonThu(loai=loai, trang_thai=trang_thai, nguon=NguonDon.BUU_CHINH, **khac)
    duoc_lam = [
        buoc
        for buoc, duong in QUY_TRINH[loai].items()
        if don.trang_thai in duong.tu
        and not (duong.dieu_kien and duong.dieu_kien(don))
        and (duong.den or not duong.xong)
    ]

    assert buoc_chinh(don, duoc_lam) in chinh


@pytest.mark.parametrize(
    ("trang_thai", "khac", "chinh"),
    [
        (TrangThai.DANG_GIAI_QUYET, {"don_vi_id": 1}, Buoc.KIEM_TRA_LAI),
        (TrangThai.KIEM_TRA_LAI, {"don_vi_id": 1}, Buoc.XAC_MINH),
        (TrangThai.XAC_MINH, {"don_vi_id": 1}, Buoc.BAO_CAO_KET_QUA),
        (TrangThai.CO_KET_QUA, {"khac_ket_qua": True}, Buoc.BAO_DOI_THOAI),
        (TrangThai.DOI_THOAI, {}, Buoc.DOI_THOAI),
        (TrangThai.DU_THAO, {}, Buoc.BAN_HANH),
        (TrangThai.CHO_HIEU_LUC, {}, Buoc.GUI_QUYET_DINH),
        (TrangThai.CHO_HIEU_LUC, {"ngay_nhan_quyet_dinh": date(2026, 9, 1)}, None),
        (TrangThai.LAN_HAI, {}, Buoc.KET_QUA_LAN_HAI),
        (TrangThai.KHOI_KIEN, {}, Buoc.BAN_AN),
        (TrangThai.CO_HIEU_LUC, {}, Buoc.CHI_DAO_THI_HANH),
        (TrangThai.DANG_THI_HANH, {}, Buoc.THI_HANH_XONG),
    ],
)
def test_buoc_chinh_cua_khieu_nai(trang_thai, khac, chinh):
    don = DonThu(loai=LoaiDon.KHIEU_NAI, trang_thai=trang_thai, **khac)
    duoc_lam = [
        buoc
        for buoc, duong in QUY_TRINH[LoaiDon.KHIEU_NAI].items()
        if trang_thai in duong.tu and not (duong.dieu_kien and duong.dieu_kien(don)) and (duong.den or not duong.xong)
    ]

    assert buoc_chinh(don, duoc_lam) == chinh


def test_moi_viec_co_buoc_de_xong():
    """For each clock a procedure opens a step closes it, and the order of the main steps knows every way on."""
    for loai, bang in QUY_TRINH.items():
        for duong in bang.values():
            for mo in duong.mo:
                don = DonThu(loai=loai, trang_thai=TrangThai.DA_BAN_HANH)
                cac_buoc = [buoc for buoc, dong in bang.items() if mo.viec in dong.xong]
                assert mo.viec in HAN_CHINH or buoc_cua_han(don, mo.viec, cac_buoc) in cac_buoc
    di_tiep = {buoc for bang in QUY_TRINH.values() for buoc, duong in bang.items() if duong.tu and duong.den}
    re_ngang = {Buoc.PHAN_LOAI, Buoc.KHONG_THU_LY, Buoc.YEU_CAU_BO_SUNG, Buoc.DINH_CHI, Buoc.GOP_DON}
    phu = re_ngang | {
        Buoc.CHUYEN_DIEU_TRA,
        Buoc.KHIEU_NAI_DUNG,
        Buoc.TU_XAC_MINH,
        Buoc.HOAN_DOI_THOAI,
        Buoc.CO_HIEU_LUC,  # by the passing of time
        Buoc.KHIEU_NAI_LAN_HAI,
        Buoc.KHOI_KIEN,
        Buoc.TO_CAO_TIEP,
    }
    assert di_tiep - phu <= {*THU_TU_BUOC}


def test_nut_chinh_dung_dau_nut_dung_dung_cuoi(bo_may, nhan, lam, thu_ly):
    don = thu_ly(nhan(LoaiDon.KHIEU_NAI, date(2026, 9, 7)), date(2026, 9, 8))

    nut = cac_nut(don, bo_may.giam_doc)

    assert [(muc.buoc, muc.chinh, muc.nhom) for muc in nut] == [
        (Buoc.GIAO_DON_VI, True, "tiep"),
        (Buoc.KIEM_TRA_LAI, False, "tiep"),
        (Buoc.DON_DOC, False, "phu"),
        (Buoc.GIA_HAN, False, "phu"),
        (Buoc.TAM_DINH_CHI, False, "dung"),
        (Buoc.RUT_DON, False, "dung"),
        (Buoc.DINH_CHI, False, "dung"),
        (Buoc.DUNG_THI_HANH, False, "dung"),
    ]
    assert nut[3].nhan == "Xác định vụ việc phức tạp, kéo dài thời hạn"
    assert nut[0].dia_chi == f"/don-thu/{don.pk}/giao_don_vi/"


def test_biet_truoc_dong_ho_thi_ra_nhu_tu_doc(bo_may, nhan, thu_ly):
    don = thu_ly(nhan(LoaiDon.TO_CAO, date(2026, 9, 7)), date(2026, 9, 8))
    dang_mo = set(don.han_viec.filter(ngay_xong=None).values_list("viec", flat=True))

    for nguoi in (bo_may.tchc, bo_may.giam_doc, bo_may.truong_khoa):
        assert cac_buoc_duoc_lam(don, nguoi, dang_mo) == cac_buoc_duoc_lam(don, nguoi)


@pytest.mark.parametrize("loai", LoaiDon)
@pytest.mark.parametrize("trang_thai", [muc for muc in TrangThai if muc not in DA_DONG])
def test_chang_dang_o(loai, trang_thai):
    don = DonThu(loai=loai, trang_thai=trang_thai, ngay_nhan=date(2026, 9, 1))

    chang = cac_chang(don, None)

    assert [muc["trang_thai"] for muc in chang].count("hien_tai") == 1
    assert chang[0] == {"ten": "Tiếp nhận", "trang_thai": "xong", "ngay": "01/09/2026"}


def test_don_re_ngang_dung_o_cho_ra():
    don = DonThu(
        loai=LoaiDon.PHAN_ANH,
        trang_thai=TrangThai.DA_CHUYEN,
        ngay_nhan=date(2026, 9, 1),
        ngay_xu_ly=date(2026, 9, 3),
        ngay_ket_thuc=date(2026, 9, 3),
    )

    assert [(muc["ten"], muc["trang_thai"], muc["ngay"]) for muc in cac_chang(don, None)] == [
        ("Tiếp nhận", "xong", "01/09/2026"),
        ("Phân loại", "xong", "03/09/2026"),
        ("Đã chuyển đơn", "xong", "03/09/2026"),
    ]


def test_don_ket_thuc_qua_moi_chang(bo_may, nhan, lam, thu_ly):
    don = thu_ly(nhan(LoaiDon.PHAN_ANH, date(2026, 9, 7)), date(2026, 9, 8))
    don = lam(don, Buoc.GIAO_DON_VI, bo_may.tchc, date(2026, 9, 8), don_vi=bo_may.khoa)
    don = lam(don, Buoc.BAO_CAO_KET_QUA, bo_may.truong_khoa, date(2026, 9, 9), bao_cao="x")
    don = lam(don, Buoc.BAN_HANH, bo_may.giam_doc, date(2026, 9, 10), noi_dung_ban_hanh="x")
    don = lam(don, Buoc.KET_THUC, bo_may.tchc, date(2026, 9, 11))

    assert [(muc["trang_thai"], muc["ngay"]) for muc in cac_chang(don, date(2026, 9, 9))] == [
        ("xong", f"{ngay}/09/2026") for ngay in ("07", "08", "08", "09", "10", "11")
    ]


def test_dia_chi_cua_viec_ngoai_don():
    assert HanViec(chu_the="luot:5").dia_chi_chu_the == reverse("tiepdan:chi_tiet", args=[5])
    assert HanViec(chu_the="khac:5").dia_chi_chu_the == ""
