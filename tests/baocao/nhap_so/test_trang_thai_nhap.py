"""Each imported petition stands where its dates put it, and only the clock of that place runs."""

from datetime import date

import pytest

from donthu import actions
from donthu.actions.khieu_nai import ghi_hieu_luc
from donthu.models import DonThu, HanViec
from donthu.quy_trinh import QUY_TRINH
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import DA_DONG, TrangThai
from tiepdan.models import LuotTiep
from tochuc.vai_tro import VaiTro

XU_LY = {"Ngày xử lý": "06/07/2026"}
NGOAI = XU_LY | {"Đủ điều kiện": "x"}
THUOC = NGOAI | {"Thuộc thẩm quyền": "x"}
THU_LY = THUOC | {"Ngày thụ lý": "08/07/2026"}
BAN_HANH = THU_LY | {"Ngày ban hành": "03/08/2026", "Kết quả": "dung"}
TRA_LOI = BAN_HANH | {"Kết quả": None}
XONG = {"Ngày thi hành xong": "07/09/2026"}
KHONG_THU_LY = THUOC | {"Ngày không thụ lý": "09/07/2026"}
DINH_CHI = THU_LY | {"Ngày đình chỉ": "10/07/2026"}

NHAN, XU_LY_NGAY, THU_LY_NGAY = date(2026, 7, 1), date(2026, 7, 6), date(2026, 7, 8)
K4 = ("K4", NHAN, date(2026, 7, 10))
T1 = ("T1", NHAN, date(2026, 7, 10))
C6 = ("C6", NHAN, date(2026, 7, 16))
T6 = ("T6", THU_LY_NGAY, date(2026, 8, 7))

TRUONG_HOP = [
    ("KN", {}, "tiep_nhan", None, K4),
    ("TC", {}, "tiep_nhan", None, T1),
    ("KIEN_NGHI", {}, "tiep_nhan", None, C6),
    ("PHAN_ANH", {}, "tiep_nhan", None, C6),
    ("KHAC", {}, "tiep_nhan", None, None),
    *((loai, XU_LY, "luu_don", XU_LY_NGAY, None) for loai in QUY_TRINH),
    *((loai, NGOAI | {"Hướng xử lý": "huong_dan"}, "da_huong_dan", XU_LY_NGAY, None) for loai in QUY_TRINH),
    *((loai, NGOAI | {"Hướng xử lý": "chuyen_don"}, "da_chuyen", XU_LY_NGAY, None) for loai in QUY_TRINH),
    ("KN", THUOC, "dang_xem_xet", None, K4),
    ("TC", THUOC, "dang_xem_xet", None, T1),
    ("PHAN_ANH", THUOC, "dang_xem_xet", None, C6),
    ("KHAC", THUOC, "da_phan_loai", None, None),
    ("KN", THU_LY, "dang_giai_quyet", None, ("K5", THU_LY_NGAY, date(2026, 8, 7))),
    (
        "KN",
        THU_LY | {"Lần": 2},
        "dang_giai_quyet",
        None,
        ("K7", THU_LY_NGAY, date(2026, 8, 22)),
    ),  # a Saturday worked in exchange
    ("TC", THU_LY, "dang_giai_quyet", None, T6),
    ("TC", THU_LY | {"Lần": 2}, "dang_giai_quyet", None, T6),
    ("KIEN_NGHI", THU_LY, "dang_giai_quyet", None, C6),
    ("KHAC", THU_LY, "da_phan_loai", None, None),
    *((loai, KHONG_THU_LY, "khong_thu_ly", date(2026, 7, 9), None) for loai in QUY_TRINH),
    *((loai, DINH_CHI, "da_dinh_chi", date(2026, 7, 10), None) for loai in QUY_TRINH),
    ("KN", BAN_HANH, "da_ban_hanh", None, None),
    ("TC", BAN_HANH, "da_ban_hanh", None, None),
    ("KN", BAN_HANH | XONG, "ket_thuc", date(2026, 9, 7), None),
    ("TC", BAN_HANH | XONG, "ket_thuc", date(2026, 9, 7), None),
    *((loai, TRA_LOI, "ket_thuc", date(2026, 8, 3), None) for loai in ("KIEN_NGHI", "PHAN_ANH", "KHAC")),
    ("PHAN_ANH", TRA_LOI | {"Ngày thụ lý": None}, "ket_thuc", date(2026, 8, 3), None),
    ("PHAN_ANH", TRA_LOI | XONG, "ket_thuc", date(2026, 9, 7), None),
    ("PHAN_ANH", {"Ngày ban hành": "03/08/2026"}, "ket_thuc", date(2026, 8, 3), None),
    ("PHAN_ANH", {"Đủ điều kiện": "x"}, "da_phan_loai", None, C6),
]


@pytest.mark.parametrize(("loai", "khac", "trang_thai", "ngay_ket_thuc", "han"), TRUONG_HOP)
def test_trang_thai_va_dong_ho(nhap_dong, loai, khac, trang_thai, ngay_ket_thuc, han):
    ket_qua = nhap_dong("Đơn thư", {"Loại": loai, "Ngày nhận": "01/07/2026"} | khac)

    don = DonThu.objects.get()
    assert ket_qua.loi == []
    assert (don.trang_thai, don.ngay_ket_thuc) == (trang_thai, ngay_ket_thuc)
    assert list(don.han_viec.values_list("viec", "tu_ngay", "han")) == ([han] if han else [])


@pytest.mark.parametrize(("loai", "khac", "trang_thai"), [muc[:3] for muc in TRUONG_HOP])
def test_trang_thai_co_trong_quy_trinh(nhap_dong, loai, khac, trang_thai):
    """A state that is not closed has a step that leads out of it in the procedure of its kind."""
    nhap_dong("Đơn thư", {"Loại": loai, "Ngày nhận": "01/07/2026"} | khac)

    don = DonThu.objects.get()
    loi_ra = [buoc for buoc, duong in QUY_TRINH[loai].items() if don.trang_thai in duong.tu and duong.den]
    assert bool(loi_ra) is (TrangThai(trang_thai) not in DA_DONG)


@pytest.mark.parametrize(
    ("ngay_nhan", "han"),
    [
        ("30/06/2026", date(2026, 7, 10)),  # 10 ngày of the law of 2011
        ("01/07/2026", date(2026, 7, 10)),  # 07 ngày làm việc since then
        ("01/07/2025", date(2025, 7, 11)),
    ],
)
def test_dong_ho_theo_luat_cua_ngay_nhan(nhap_dong, ngay_nhan, han):
    nhap_dong("Đơn thư", {"Ngày nhận": ngay_nhan})

    assert HanViec.objects.get().han == han


def test_truoc_khi_co_luat_khong_co_dong_ho(nhap_dong):
    """Đ24 Luật Tố cáo took effect in 2019: an open denunciation of 2018 has no term to be late for."""
    ket_qua = nhap_dong("Đơn thư", {"Loại": "TC", "Ngày nhận": "03/12/2018"})

    assert (ket_qua.loi, HanViec.objects.count()) == ([], 0)
    assert ket_qua.luu_y == [
        "1 đơn chưa xong không có thời hạn theo dõi, vì nhận hoặc thụ lý trước ngày quy định về thời hạn có hiệu lực."
    ]


def test_to_cao_nhap_tu_so_co_nguoi_duoc_biet(nhap_dong, tao_nguoi):
    """An imported tố cáo is known to who resolves and who handles, to nobody else."""
    giam_doc, tchc, tiep_dan = (tao_nguoi(vai) for vai in (VaiTro.LANH_DAO, VaiTro.TCHC, VaiTro.TIEP_DAN))
    nhap_dong("Đơn thư", {"Loại": "TC", "Ngày nhận": "01/07/2026"})

    thay = [DonThu.objects.for_user(nguoi).exists() for nguoi in (giam_doc, tchc, tiep_dan)]

    assert thay == [True, True, False]


def test_lam_tiep_sau_khi_nhap(nhap_dong, tao_don_vi, tao_nguoi):
    """An imported petition goes on as any other does; days before the load are taken."""
    khoa = tao_don_vi("NOI")
    truong_khoa = tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=khoa)
    giam_doc = tao_nguoi(VaiTro.LANH_DAO)
    nhap_dong("Đơn thư", THU_LY | {"Ngày nhận": "01/07/2026", "Đơn vị": "NOI"})
    ban_hanh = {"noi_dung_ban_hanh": "Khiếu nại đúng.", "ket_qua": "dung"}
    to = {"to_truong": truong_khoa, "tu_ngay": date(2026, 7, 10), "den_ngay": date(2026, 7, 20), "noi_dung": "Xác minh"}

    don = DonThu.objects.for_user(truong_khoa).get()
    for buoc, nguoi, ngay, truong in (
        (Buoc.KIEM_TRA_LAI, giam_doc, date(2026, 7, 9), {"ghi_chu": "Phải xác minh"}),
        (Buoc.XAC_MINH, giam_doc, date(2026, 7, 10), to),
        (Buoc.BAO_CAO_KET_QUA, truong_khoa, date(2026, 7, 20), {"bao_cao": "Đã xác minh.", "khac_ket_qua": False}),
        (Buoc.DU_THAO, giam_doc, date(2026, 7, 21), {"ghi_chu": "Kết quả phù hợp"}),
        (Buoc.BAN_HANH, giam_doc, date(2026, 8, 3), ban_hanh),
    ):
        don = actions.THUC_HIEN[buoc](don, nguoi=nguoi, ngay=ngay, **truong)

    assert (don.trang_thai, don.so_buoc) == ("da_ban_hanh", 6)
    assert don.phan_cong.get().ngay_bao_cao == date(2026, 7, 20)
    assert list(don.lich_su.values_list("buoc", "ngay")) == [
        ("nhap_so", THU_LY_NGAY),
        ("kiem_tra_lai", date(2026, 7, 9)),
        ("xac_minh", date(2026, 7, 10)),
        ("bao_cao_ket_qua", date(2026, 7, 20)),
        ("du_thao", date(2026, 7, 21)),
        ("ban_hanh", date(2026, 8, 3)),
    ]
    assert don.han_viec.get(viec="K5").ngay_xong == date(2026, 8, 3)


def test_quyet_dinh_nhap_tu_so_con_duong_di_tiep(nhap_dong, tao_nguoi):
    """A decision of the old register is sent and takes effect by the passing of time."""
    tchc = tao_nguoi(VaiTro.TCHC)
    nhap_dong("Đơn thư", BAN_HANH | {"Ngày nhận": "01/07/2026"})

    don = actions.THUC_HIEN[Buoc.GUI_QUYET_DINH](
        DonThu.objects.get(), nguoi=tchc, ngay=date(2026, 8, 5), ngay_nhan=date(2026, 8, 6)
    )
    so_don = ghi_hieu_luc(date(2026, 10, 1))

    don.refresh_from_db()
    assert (so_don, don.trang_thai, don.ngay_hieu_luc) == (1, "co_hieu_luc", date(2026, 9, 8))


def test_da_lam_tiep_thi_khong_cap_nhat_tu_so(nhap_dong, tao_nguoi):
    """What was done in the application since is not undone by the old register."""
    nhap_dong("Đơn thư", THUOC | {"Ngày nhận": "01/07/2026"})
    giam_doc = tao_nguoi(VaiTro.LANH_DAO)
    actions.THUC_HIEN[Buoc.THU_LY](DonThu.objects.get(), nguoi=giam_doc, ngay=date(2026, 7, 9))

    ket_qua = nhap_dong("Đơn thư", THUOC | {"Ngày nhận": "01/07/2026"}, cap_nhat=True)

    assert [(loi.cot, loi.ly_do) for loi in ket_qua.loi] == [
        ("Mã", "đơn D1 đã được xử lý trên phần mềm, không cập nhật từ sổ; sửa trên phần mềm.")
    ]
    assert DonThu.objects.get().trang_thai == "dang_giai_quyet"


def test_luot_da_thanh_don_thi_khong_cap_nhat_tu_so(nhap_dong, tao_don):
    """The name may have been taken out because the petition turned out to be a tố cáo: no file brings it back."""
    nhap_dong("Lượt tiếp")
    tao_don(loai="TC").luot_tiep.set([LuotTiep.objects.get()])

    ket_qua = nhap_dong("Lượt tiếp", {"Họ tên": "Lê Thị Cúc"}, cap_nhat=True)

    assert [(loi.cot, loi.ly_do) for loi in ket_qua.loi] == [
        ("Mã", "lượt tiếp L1 đã thành đơn, không cập nhật từ sổ; sửa trên phần mềm.")
    ]
    assert LuotTiep.objects.get().cong_dan is None
