"""A workbook from file to database: all or nothing, twice the same, read back as it was written."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import connection

from baocao.models import HoatDong
from baocao.nhap_so.loi import LoiTep
from donthu.models import CongDan, DonThu, KetQuaThiHanh, LichSu, PhanCong, VuViec
from tiepdan.models import LichTiep, LuotTiep, NgayDaKhoa
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhatKy, SoDem
from tochuc.vai_tro import VaiTro

LUOT_DAY_DU = {
    "Mã": "L1",
    "Ngày": date(2026, 3, 20),
    "Người tiếp": "Ủy quyền tiếp",
    "Hình thức": "truc_tuyen",
    "Họ tên": "Nguyễn Văn Ánh",
    "Địa chỉ": "Thôn 1, xã Mẫu",
    "Số giấy tờ": "001085000123",
    "Số người": 6,
    "Loại": "KN",
    "Nội dung": "Khiếu nại việc thu viện phí",
    "Vụ việc": "V1",
    "Kết quả": "tu_choi",
}
NGAY_DAY_DU = {"Ngày": date(2027, 1, 15), "Loại": "Đột xuất", "Người tiếp": "thu_truong", "Hủy": "x"}
DON_DAY_DU = {
    "Mã": "D1",
    "Ngày nhận": "02/03/2026",
    "Nguồn": "Bưu chính",
    "Loại": "TC",
    "Lần": 2,
    "Lĩnh vực": "02.01",
    "Họ tên": None,
    "Địa chỉ": None,
    "Số người": 2,
    "Tóm tắt": "Tố cáo việc nhận tiền của người bệnh",
    "Vụ việc": "V1",
    "Đơn vị": "NOI",
    "Ngày xử lý": date(2026, 3, 4),
    "Đủ điều kiện": "x",
    "Thuộc thẩm quyền": "X",
    "Hướng xử lý": None,
    "Ngày thụ lý": date(2026, 3, 9),
    "Ngày không thụ lý": None,
    "Ngày đình chỉ": None,
    "Ngày ban hành": date(2026, 4, 2),
    "Kết quả": "Đúng một phần",
    "Thu hồi tiền": "12,5",
    "Thu hồi đất": 3,
    "Trả lại tiền": 4.25,
    "Trả lại đất": 5,
    "Tổ chức được trả": 6,
    "Cá nhân được trả": 7,
    "Tổ chức bị kiến nghị": 8,
    "Người bị kiến nghị": 10,
    "Trong đó CBCCVC": 9,
    "Vụ chuyển điều tra": 11,
    "Người chuyển điều tra": 13,
    "CBCCVC chuyển điều tra": 12,
    "Ngày thi hành xong": date(2026, 5, 4),
    "Đã thu tiền": 14.5,
    "Đã thu đất": 15,
    "Đã trả tiền": 16,
    "Đã trả đất": 17,
    "Tổ chức đã xử lý": 18,
    "Người đã xử lý": 20,
    "CBCCVC đã xử lý": 19,
    "Vụ khởi tố": 21,
    "Người khởi tố": 23,
    "CBCCVC khởi tố": 22,
}
DON_NGOAI_THAM_QUYEN = {
    "Mã": "D2",
    "Ngày nhận": date(2026, 3, 2),
    "Loại": "PHAN_ANH",
    "Lĩnh vực": "01",
    "Họ tên": "Trần Thị Bưởi",
    "Địa chỉ": "Xã Mẫu",
    "Tóm tắt": "Phản ánh việc của cơ quan khác",
    "Ngày xử lý": date(2026, 3, 4),
    "Đủ điều kiện": "x",
    "Hướng xử lý": "Chuyển đơn",
}
THANH_TRA_DAY_DU = {
    "Mã": "H1",
    "Loại": "thanh_tra",
    "Ngày": date(2026, 3, 2),
    "Nội dung": "Thanh tra trách nhiệm",
    "Số đơn vị": 3,
    "Ngày kết luận": date(2026, 4, 2),
    "KN tổ chức hành chính": 1,
    "KN cá nhân hành chính": 2,
    "KN tổ chức điều tra": 3,
    "KN cá nhân điều tra": 4,
    "Ngày thực hiện xong": date(2026, 5, 2),
    "Đã xử lý tổ chức": 5,
    "Đã xử lý cá nhân": 6,
    "Vụ khởi tố": 7,
    "Đối tượng khởi tố": 8,
}
TAP_HUAN = {"Mã": "H2", "Loại": "tap_huan", "Ngày": date(2026, 3, 3), "Số người": 31, "Tổng số người": 40}
SO_DAY_DU = {
    "Lượt tiếp": [LUOT_DAY_DU],
    "Ngày tiếp": [NGAY_DAY_DU],
    "Đơn thư": [DON_DAY_DU, DON_NGOAI_THAM_QUYEN],
    "Hoạt động": [THANH_TRA_DAY_DU, TAP_HUAN],
}


@pytest.fixture
def so_day_du(luu_so, tao_don_vi):
    """Every sheet and every column."""
    tao_don_vi("NOI", ten="Khoa Nội")
    return luu_so(SO_DAY_DU)


def _dem_moi_bang() -> list[int]:
    lop = (LuotTiep, LichTiep, DonThu, HoatDong, VuViec, CongDan, KetQuaThiHanh, LichSu, NhatKy)
    return [mot.objects.count() for mot in lop]


def _truong(doi_tuong, *bo: str) -> dict:
    return {
        truong.name: getattr(doi_tuong, truong.name)
        for truong in doi_tuong._meta.concrete_fields
        if truong.name not in {"id", *bo}
    }


def test_doc_lai_luot_tiep(so_day_du, nhap):
    nhap(so_day_du)

    luot = LuotTiep.objects.get()
    assert (luot.ma, luot.ngay, luot.nguoi_tiep, luot.hinh_thuc, luot.so_nguoi, luot.loai, luot.noi_dung) == (
        "L1",
        date(2026, 3, 20),
        "uy_quyen",
        "truc_tuyen",
        6,
        "KN",
        "Khiếu nại việc thu viện phí",
    )
    assert (luot.vu_viec.ma, luot.ket_qua, luot.ly_do_tu_choi) == ("V1", "tu_choi", "SO_CU")
    nguoi = luot.cong_dan
    assert (nguoi.ho_ten, nguoi.dia_chi, nguoi.so_giay_to, nguoi.ho_ten_tim) == (
        "Nguyễn Văn Ánh",
        "Thôn 1, xã Mẫu",
        "001085000123",
        "nguyen van anh",
    )
    assert len(nguoi.so_giay_to_bam) == 64


def test_doc_lai_ngay_tiep(so_day_du, nhap):
    nhap(so_day_du)

    lich = LichTiep.objects.get()
    assert (lich.ngay, lich.loai, lich.nguoi_tiep, lich.da_huy, lich.da_cong_bo) == (
        date(2027, 1, 15),
        "dot_xuat",
        "thu_truong",
        True,
        True,
    )


def test_doc_lai_don_thu(so_day_du, nhap):
    nhap(so_day_du)

    don = DonThu.objects.select_related("linh_vuc", "don_vi", "vu_viec").get(ma="D1")
    bo = ("vu_viec", "linh_vuc", "don_vi", "ma_nguoi_to_cao", "tim_kiem", "tim_kiem_dau")
    mac_dinh = _truong(DonThu(), *bo)
    assert {ten: gia_tri for ten, gia_tri in _truong(don, *bo).items() if gia_tri != mac_dinh[ten]} == {
        "ma": "D1",
        "ngay_nhan": date(2026, 3, 2),
        "nguon": "buu_chinh",
        "loai": "TC",
        "lan": 2,
        "so_nguoi": 2,
        "tom_tat": "Tố cáo việc nhận tiền của người bệnh",
        "trang_thai": "ket_thuc",
        "so_buoc": 1,
        "ngay_xu_ly": date(2026, 3, 4),
        "du_dieu_kien": True,
        "thuoc_tham_quyen": True,
        "huong_xu_ly": "de_xuat_thu_ly",
        "ngay_thu_ly": date(2026, 3, 9),
        "ngay_ban_hanh": date(2026, 4, 2),
        "ket_qua": "dung_mot_phan",
        "ngay_thi_hanh_xong": date(2026, 5, 4),
        "ngay_ket_thuc": date(2026, 5, 4),
        "thu_hoi_tien": Decimal("12.50"),
        "thu_hoi_dat": Decimal("3.00"),
        "tra_lai_tien": Decimal("4.25"),
        "tra_lai_dat": Decimal("5.00"),
        "to_chuc_duoc_tra": 6,
        "ca_nhan_duoc_tra": 7,
        "to_chuc_bi_kien_nghi": 8,
        "nguoi_bi_kien_nghi": 10,
        "can_bo_bi_kien_nghi": 9,
        "vu_chuyen_dieu_tra": 11,
        "nguoi_chuyen_dieu_tra": 13,
        "can_bo_chuyen_dieu_tra": 12,
    }
    assert (don.linh_vuc.ma, don.don_vi.ma, don.vu_viec.ma) == ("02.01", "NOI", "V1")
    assert _truong(don.ket_qua_thi_hanh.get(), "don") == {
        "ngay": date(2026, 5, 4),
        "da_thu_tien": Decimal("14.50"),
        "da_thu_dat": Decimal("15.00"),
        "da_tra_tien": Decimal("16.00"),
        "da_tra_dat": Decimal("17.00"),
        "to_chuc_da_xu_ly": 18,
        "nguoi_da_xu_ly": 20,
        "can_bo_da_xu_ly": 19,
        "vu_khoi_to": 21,
        "nguoi_khoi_to": 23,
        "can_bo_khoi_to": 22,
    }


def test_doc_lai_don_ngoai_tham_quyen(so_day_du, nhap):
    nhap(so_day_du)

    don = DonThu.objects.select_related("cong_dan", "vu_viec").get(ma="D2")
    assert (don.vu_viec.ma, don.nguon, don.du_dieu_kien, don.thuoc_tham_quyen, don.huong_xu_ly) == (
        "VV.D2",
        "buu_chinh",
        True,
        False,
        "chuyen_don",
    )
    assert (don.cong_dan.ho_ten, don.cong_dan.dia_chi, don.ma_nguoi_to_cao) == ("Trần Thị Bưởi", "Xã Mẫu", "")
    assert don.tim_kiem == "d2 tran thi buoi phan anh viec cua co quan khac"


def test_doc_lai_hoat_dong(so_day_du, nhap):
    nhap(so_day_du)

    thanh_tra, tap_huan = HoatDong.objects.order_by("ma")
    assert _truong(thanh_tra) == {
        "ma": "H1",
        "loai": "thanh_tra",
        "ngay": date(2026, 3, 2),
        "noi_dung": "Thanh tra trách nhiệm",
        "so_nguoi": 0,
        "tong_so_nguoi": 0,
        "so_don_vi": 3,
        "ngay_ket_luan": date(2026, 4, 2),
        "to_chuc_hanh_chinh": 1,
        "ca_nhan_hanh_chinh": 2,
        "to_chuc_dieu_tra": 3,
        "ca_nhan_dieu_tra": 4,
        "ngay_thuc_hien_xong": date(2026, 5, 2),
        "da_xu_ly_to_chuc": 5,
        "da_xu_ly_ca_nhan": 6,
        "vu_khoi_to": 7,
        "doi_tuong_khoi_to": 8,
    }
    assert (tap_huan.so_nguoi, tap_huan.tong_so_nguoi, tap_huan.noi_dung) == (31, 40, "")


def test_nhap_lai_khong_doi_gi(so_day_du, nhap):
    nhap(so_day_du)
    truoc = _dem_moi_bang()

    ket_qua = nhap(so_day_du)

    assert (ket_qua.loi, ket_qua.tong("moi"), ket_qua.tong("cap_nhat"), ket_qua.tong("khong_doi")) == ([], 0, 0, 6)
    assert _dem_moi_bang() == truoc


@pytest.mark.parametrize(
    ("trang", "dong", "khac", "loi"),
    [
        (
            "Lượt tiếp",
            0,
            {"Số người": 7, "Họ tên": "Nguyễn Văn An"},
            [
                (
                    "Họ tên",
                    "mã “L1” đã lưu với nội dung khác: đang lưu “Nguyễn Văn Ánh”, trong tệp “Nguyễn Văn An”.",
                ),
                ("Số người", "mã “L1” đã lưu với nội dung khác: đang lưu “6”, trong tệp “7”."),
            ],
        ),
        (
            "Ngày tiếp",
            0,
            {"Hủy": None},
            [
                (
                    "Hủy",
                    "ngày “15/01/2027”, loại “dot_xuat”, người tiếp “thu_truong” đã lưu với nội dung khác: "
                    "đang lưu “x”, trong tệp “” (trống).",
                )
            ],
        ),
        (
            "Đơn thư",
            0,
            {"Ngày ban hành": date(2026, 4, 3), "Kết quả": "dung", "Đã thu tiền": 1, "Vụ việc": None},
            [
                ("Vụ việc", "mã “D1” đã lưu với nội dung khác: đang lưu “V1”, trong tệp “” (trống)."),
                ("Ngày ban hành", "mã “D1” đã lưu với nội dung khác: đang lưu “02/04/2026”, trong tệp “03/04/2026”."),
                (
                    "Kết quả",
                    "mã “D1” đã lưu với nội dung khác: đang lưu “dung_mot_phan (Đúng một phần)”, "
                    "trong tệp “dung (Đúng)”.",
                ),
                ("Đã thu tiền", "mã “D1” đã lưu với nội dung khác: đang lưu “14,5”, trong tệp “1”."),
            ],
        ),
        (
            "Hoạt động",
            0,
            {"Số đơn vị": 4},
            [("Số đơn vị", "mã “H1” đã lưu với nội dung khác: đang lưu “3”, trong tệp “4”.")],
        ),
    ],
)
def test_noi_dung_khac_bi_tu_choi_roi_cap_nhat(so_day_du, luu_so, nhap, trang, dong, khac, loi):
    """Refused with both values; with the leave to update, changed, and then the same again."""
    nhap(so_day_du)
    cac_dong = list(SO_DAY_DU[trang])
    cac_dong[dong] = cac_dong[dong] | khac
    tep = luu_so(SO_DAY_DU | {trang: cac_dong}, "moi.xlsx")

    tu_choi = nhap(tep)
    thu = nhap(tep, cap_nhat=True, chi_kiem_tra=True)
    cap_nhat = nhap(tep, cap_nhat=True)
    lan_nua = nhap(tep)

    assert [(mot.trang, mot.dong, mot.cot, mot.ly_do) for mot in tu_choi.loi] == [
        (trang, 2, cot, ly_do) for cot, ly_do in loi
    ]
    assert tu_choi.co_dong_khac
    for lan in (thu, cap_nhat):
        assert (lan.loi, lan.tong("moi"), lan.tong("cap_nhat"), lan.tong("khong_doi")) == ([], 0, 1, 5)
    assert (lan_nua.loi, lan_nua.tong("cap_nhat"), lan_nua.tong("khong_doi")) == ([], 0, 6)


def test_cap_nhat_dat_lai_don(so_day_du, luu_so, nhap):
    """The petition goes back to where the changed row puts it, with a second line of trail and no orphan left."""
    nhap(so_day_du)
    truoc = DonThu.objects.get(ma="D2")
    moi = DON_NGOAI_THAM_QUYEN | {
        "Hướng xử lý": None,
        "Thuộc thẩm quyền": "x",
        "Ngày thụ lý": date(2026, 3, 9),
        "Đơn vị": "NOI",
        "Họ tên": "Trần Thị Bòng",
        "Vụ việc": "V2",
    }

    nhap(luu_so(SO_DAY_DU | {"Đơn thư": [DON_DAY_DU, moi]}, "moi.xlsx"), cap_nhat=True)

    don = DonThu.objects.get(ma="D2")
    assert (don.trang_thai, don.ngay_ket_thuc, don.so_buoc, don.vu_viec.ma) == ("dang_giai_quyet", None, 2, "V2")
    assert (don.cong_dan_id, don.cong_dan.ho_ten) == (truoc.cong_dan_id, "Trần Thị Bòng")
    assert don.tim_kiem == "d2 tran thi bong phan anh viec cua co quan khac"
    assert list(don.han_viec.values_list("viec", "ngay_xong")) == [("C6", None)]
    assert list(don.phan_cong.values_list("don_vi__ma", "ngay_giao")) == [("NOI", date(2026, 3, 9))]
    assert list(don.lich_su.values_list("stt", "buoc", "tu", "den", "ngay")) == [
        (1, "nhap_so", "", "da_chuyen", date(2026, 3, 4)),
        (2, "nhap_so", "da_chuyen", "dang_giai_quyet", date(2026, 3, 9)),
    ]
    assert sorted(VuViec.objects.values_list("ma", flat=True)) == ["V1", "V2"]


def test_cap_nhat_thanh_to_cao_xoa_danh_tinh(tao_so, nhap):
    """What turns out to be a tố cáo keeps no name: not on the row, not in the search, not as an orphan."""
    nhap(tao_so(**{"Đơn thư": [{"Họ tên": "Người Được Giấu"}], "Lượt tiếp": [{"Họ tên": "Người Được Giấu"}]}))

    doi = tao_so(**{"Đơn thư": [{"Loại": "TC"}], "Lượt tiếp": [{"Loại": "TC"}]})
    tu_choi = nhap(doi)
    cap_nhat = nhap(doi, cap_nhat=True)

    don = DonThu.objects.get()
    assert [loi.cot for loi in tu_choi.loi] == ["Loại", "Loại"]
    assert (cap_nhat.tong("cap_nhat"), CongDan.objects.count()) == (2, 0)
    assert don.tim_kiem == f"d1 {don.ma_nguoi_to_cao.lower()} tom tat don"


def test_moi_to_cao_mot_ma_rieng(tao_so, nhap):
    cac_don = [{"Mã": f"D{so}", "Loại": "TC", "Ngày nhận": f"0{1 + so % 9}/03/{2025 + so % 2}"} for so in range(60)]

    nhap(tao_so(**{"Đơn thư": cac_don}))

    cac_ma = set(DonThu.objects.values_list("ma_nguoi_to_cao", flat=True))
    assert len(cac_ma) == 60
    assert {ma[:9] for ma in cac_ma} == {"NTC-2025-", "NTC-2026-"}
    assert CongDan.objects.count() == 0


def test_vu_viec_chung_va_rieng(tao_so, nhap):
    """One code is one matter across sheets; a visit and a petition of the same number are two matters all the same."""
    nhap(
        tao_so(
            **{
                "Lượt tiếp": [{"Mã": "1"}, {"Mã": "2", "Vụ việc": "V"}, {"Mã": "3", "Vụ việc": "VV.2"}],
                "Đơn thư": [{"Mã": "1"}, {"Mã": "2"}, {"Mã": "3", "Vụ việc": "V"}],
            }
        )
    )

    luot = dict(LuotTiep.objects.values_list("ma", "vu_viec__ma"))
    don = dict(DonThu.objects.values_list("ma", "vu_viec__ma"))
    assert luot == {"1": "VL.1", "2": "V", "3": "VV.2"}
    assert don == {"1": "VV.1", "2": "VV.2", "3": "V"}
    assert VuViec.objects.count() == 4


def test_mot_nguoi_mot_giay_to(tao_so, nhap):
    """The same paper, name and address is one record; another address is what was written down that day."""
    nguoi = {"Họ tên": "Lê Thị Cúc", "Địa chỉ": "Xã A", "Số giấy tờ": "001 085"}

    nhap(
        tao_so(
            **{
                "Lượt tiếp": [
                    {"Mã": "1"} | nguoi,
                    {"Mã": "2"} | nguoi | {"Số giấy tờ": "001085"},
                    {"Mã": "3"} | nguoi | {"Địa chỉ": "Xã B"},
                    {"Mã": "4", "Họ tên": "Lê Thị Cúc"},
                ]
            }
        )
    )

    theo_luot = dict(LuotTiep.objects.values_list("ma", "cong_dan"))
    assert theo_luot["1"] == theo_luot["2"]
    assert len(set(theo_luot.values())) == 3


def test_sua_nguoi_dung_chung_khong_doi_dong_khac(tao_so, nhap):
    nguoi = {"Họ tên": "Lê Thị Cúc", "Địa chỉ": "Xã A", "Số giấy tờ": "001085"}
    nhap(tao_so(**{"Lượt tiếp": [{"Mã": "1"} | nguoi, {"Mã": "2"} | nguoi]}))

    moi = [{"Mã": "1"} | nguoi, {"Mã": "2"} | nguoi | {"Địa chỉ": "Xã B"}]
    ket_qua = nhap(tao_so(**{"Lượt tiếp": moi}), cap_nhat=True)

    assert ket_qua.tong("cap_nhat") == 1
    assert [luot.cong_dan.dia_chi for luot in LuotTiep.objects.order_by("ma")] == ["Xã A", "Xã B"]


def test_dong_lap_trong_tep(tao_so, nhap):
    """Said twice the same is one row, however it was spelt."""
    tep = tao_so(**{"Đơn thư": [{}, {"Loại": "Khiếu nại", "Số người": "1", "Ngày nhận": "20/03/2026"}]})

    ket_qua = nhap(tep)

    assert (ket_qua.loi, ket_qua.tong("moi"), ket_qua.tong("trung"), DonThu.objects.count()) == ([], 1, 1, 1)


def test_ma_lap_noi_dung_khac(tao_so, nhap):
    ket_qua = nhap(tao_so(**{"Đơn thư": [{}, {"Số người": 2}], "Ngày tiếp": [{}, {"Hủy": "x"}]}))

    assert [(loi.trang, loi.dong, loi.cot, loi.ly_do) for loi in ket_qua.loi] == [
        (
            "Ngày tiếp",
            3,
            "Hủy",
            "ngày “16/03/2026”, loại “dinh_ky”, người tiếp “thu_truong” đã có ở dòng 2 với nội dung khác: "
            "“” (trống) và “x”.",
        ),
        ("Đơn thư", 3, "Số người", "mã “D1” đã có ở dòng 2 với nội dung khác: “1” và “2”."),
    ]
    assert _dem_moi_bang() == [0] * 9


def test_bo_qua_dong_trong_va_vi_du(luu_so, tao_so, nhap):
    tep = tao_so(**{"Đơn thư": [{"Mã": "VD-1", "Loại": "sai"}, {}]})
    so = luu_so({"Đơn thư": []}, "khac.xlsx")

    ket_qua = nhap(tep)
    trong = nhap(so)

    assert (ket_qua.loi, ket_qua.tong("moi"), ket_qua.tong("vi_du")) == ([], 1, 1)
    assert (trong.loi, trong.tong("moi")) == ([], 0)


def test_dong_chi_co_khoang_trang(luu_so, nhap):
    tep = luu_so({"Hoạt động": [{"Mã": "  "}, {"Mã": "H1", "Loại": "tap_huan", "Ngày": "05/03/2026"}, {"Mã": None}]})

    ket_qua = nhap(tep)

    assert (ket_qua.loi, ket_qua.tong("moi")) == ([], 1)


def test_thu_tu_cot_tuy_y(luu_so, nhap):
    """Headers in any order, written in any way Vietnamese is typed; what is optional may be missing."""
    dong = {"Huỷ": "x", "Người  tiếp": "uy_quyen", "Loa\u0323i": "dinh_ky", "Ngày": "16/03/2026"}

    ket_qua = nhap(luu_so({"Ngày tiếp": [dong]}))

    lich = LichTiep.objects.get()
    assert (ket_qua.loi, lich.ngay, lich.da_huy) == ([], date(2026, 3, 16), True)


@pytest.mark.parametrize(
    ("cac_trang", "loi"),
    [
        ({"Hoạt động": [{"Lạ": 1}]}, [("Hoạt động", 1, "Lạ", "tiêu đề không có trong sổ.")]),
        ({"Số liệu": [{"Mã": 1}]}, None),
    ],
)
def test_tieu_de_la(tao_so, luu_so, nhap, cac_trang, loi):
    tep = tao_so(**cac_trang) if loi else luu_so(cac_trang | {"Ngày tiếp": []})

    ket_qua = nhap(tep)

    ten = "“Lượt tiếp”, “Ngày tiếp”, “Đơn thư”, “Hoạt động”"
    loi = loi or [("Số liệu", 0, "", f"không phải trang của sổ; sổ có các trang {ten}.")]
    assert [(mot.trang, mot.dong, mot.cot, mot.ly_do) for mot in ket_qua.loi] == loi


def test_thieu_cot_bat_buoc(luu_so, nhap):
    ket_qua = nhap(luu_so({"Ngày tiếp": [{"Ngày": "16/03/2026", "Hủy": "x"}]}))

    assert [(loi.dong, loi.cot, loi.ly_do) for loi in ket_qua.loi] == [
        (1, "Loại", "thiếu cột bắt buộc."),
        (1, "Người tiếp", "thiếu cột bắt buộc."),
    ]


def test_cot_khong_tieu_de(tmp_path, luu_so, nhap):
    tep = luu_so({"Ngày tiếp": [{"Ngày": "16/03/2026", "Loại": "dinh_ky", "Người tiếp": "thu_truong", None: "?"}]})

    ket_qua = nhap(tep)

    assert [(loi.dong, loi.cot, loi.ly_do) for loi in ket_qua.loi] == [(1, "D", "cột có dữ liệu mà không có tiêu đề.")]


def test_khong_co_dong_tieu_de(luu_so, nhap):
    ket_qua = nhap(luu_so({"Ngày tiếp": [{None: "16/03/2026"}]}))

    assert [(loi.dong, loi.cot, loi.ly_do) for loi in ket_qua.loi] == [(1, "", "dòng đầu phải là tiêu đề các cột.")]


def test_tieu_de_hai_lan(luu_so, nhap):
    dong = {"Ngày": "16/03/2026", "Loại": "dinh_ky", "Người tiếp": "thu_truong", "Ngày ": "17/03/2026"}

    ket_qua = nhap(luu_so({"Ngày tiếp": [dong]}))

    assert [(loi.dong, loi.cot, loi.ly_do) for loi in ket_qua.loi] == [(1, "Ngày", "tiêu đề có hai lần.")]


def test_trang_trong_la_khong_sao(luu_so, nhap):
    """Excel and openpyxl leave an empty first sheet behind."""
    dong = {"Ngày": "16/03/2026", "Loại": "dinh_ky", "Người tiếp": "thu_truong"}

    ket_qua = nhap(luu_so({"Sheet1": [], "Ngày tiếp": [dong]}))

    assert (ket_qua.loi, ket_qua.tong("moi")) == ([], 1)


def test_khong_co_trang_nao(luu_so, nhap):
    with pytest.raises(LoiTep) as loi:
        nhap(luu_so({"Sheet1": []}))

    assert str(loi.value) == "Tệp không có trang nào của sổ: “Lượt tiếp”, “Ngày tiếp”, “Đơn thư”, “Hoạt động”."


def test_chi_kiem_tra_khong_ghi(so_day_du, nhap):
    ket_qua = nhap(so_day_du, chi_kiem_tra=True)

    assert (ket_qua.loi, ket_qua.tong("moi"), _dem_moi_bang(), SoDem.objects.count()) == ([], 6, [0] * 9, 0)
    assert ket_qua.cau_ket == (
        "Tệp hợp lệ, chưa ghi gì vì chỉ kiểm tra: 6 dòng mới, 0 dòng sẽ cập nhật, 0 dòng đã có, không đổi."
    )


def test_co_so_du_lieu_tu_choi_dong_cuoi(so_day_du, nhap):
    """The last row of the last sheet breaks a constraint of the database itself: nothing of the rest stays."""
    HoatDong.objects.create(ma="H0", loai="tap_huan", ngay=date(2026, 1, 5), so_nguoi=31)
    with connection.cursor() as con_tro:
        con_tro.execute("CREATE UNIQUE INDEX chi_de_thu ON baocao_hoatdong (so_nguoi, loai)")
    truoc = _dem_moi_bang()

    with pytest.raises(LoiNghiepVu) as loi:
        nhap(so_day_du)

    assert str(loi.value) == (
        "Cơ sở dữ liệu từ chối một dòng nên chưa ghi gì. Có thể người khác vừa ghi cùng mã; xin thử lại, nếu vẫn bị "
        "thì báo quản trị."
    )
    assert _dem_moi_bang() == truoc


def test_mat_bang_giua_chung(so_day_du, nhap):
    """The database fails at the last sheet, after everything else was written: nothing of the rest stays."""
    truoc = _dem_moi_bang()
    with connection.cursor() as con_tro:
        con_tro.execute("ALTER TABLE baocao_hoatdong RENAME COLUMN doi_tuong_khoi_to TO mat_cot")

    with pytest.raises(LoiNghiepVu) as loi:
        nhap(so_day_du)

    with connection.cursor() as con_tro:
        con_tro.execute("ALTER TABLE baocao_hoatdong RENAME COLUMN mat_cot TO doi_tuong_khoi_to")
    assert str(loi.value) == (
        "Cơ sở dữ liệu không ghi được nên chưa ghi gì. Kiểm tra kết nối, dung lượng đĩa rồi thử lại."
    )
    assert _dem_moi_bang() == truoc


def test_ma_cua_phan_mem_nang_so_dem(tao_so, nhap):
    """Numbers that came from our own register are not given again."""
    nhap(
        tao_so(
            **{
                "Đơn thư": [{"Mã": "DT-2025-0007"}, {"Mã": "DT-2026-0012"}, {"Mã": "DT-2026-0003"}, {"Mã": "5/2026"}],
                "Lượt tiếp": [{"Mã": "LT-2026-0009"}],
            }
        )
    )

    so_cuoi = set(SoDem.objects.values_list("so_dang_ky", "nam", "so_cuoi"))
    assert {("don_thu", 2025, 7), ("don_thu", 2026, 12), ("luot_tiep", 2026, 9)} <= so_cuoi


def test_chuoi_lich_su_va_nhat_ky_lien(so_day_du, luu_so, nhap, capsys):
    nhap(so_day_du)
    nhap(luu_so(SO_DAY_DU | {"Hoạt động": [TAP_HUAN | {"Số người": 1}]}, "moi.xlsx"), cap_nhat=True)

    call_command("kiem_nhat_ky")

    assert list(NhatKy.objects.values_list("viec", "doi_tuong", "noi_dung")) == [
        ("nhap", "so", "Đã nhập xong: 6 dòng mới, 0 dòng cập nhật, 0 dòng đã có, không đổi."),
        ("nhap", "so", "Đã nhập xong: 0 dòng mới, 1 dòng cập nhật, 4 dòng đã có, không đổi."),
    ]


def test_nguoi_nhap(so_day_du, nhap, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC)

    nhap(so_day_du, nguoi=nguoi)

    assert set(DonThu.objects.values_list("nguoi_nhap", flat=True)) == {nguoi.pk}
    assert set(LichSu.objects.values_list("nguoi", flat=True)) == {nguoi.pk}
    assert LuotTiep.objects.get().nguoi_ghi == nguoi
    assert NhatKy.objects.get().nguoi == nguoi


def test_ngay_da_khoa(tao_so, nhap, tao_nguoi):
    """A closed day of the register takes no visit from a file either, and none of its visits changes."""
    nhap(tao_so(**{"Lượt tiếp": [{}]}))
    NgayDaKhoa.objects.create(ngay=date(2026, 3, 20), nguoi=tao_nguoi())

    them = nhap(tao_so(**{"Lượt tiếp": [{"Mã": "L2"}]}))
    doi = nhap(tao_so(**{"Lượt tiếp": [{"Ngày": "23/03/2026"}]}), cap_nhat=True)
    giu = nhap(tao_so(**{"Lượt tiếp": [{}]}))

    ly_do = "sổ ngày 20/03/2026 đã khóa, chỉ ghi bổ sung được trên phần mềm."
    assert [[loi.ly_do for loi in lan.loi] for lan in (them, doi, giu)] == [[ly_do], [ly_do], []]


def test_lich_chua_cong_bo(tao_so, nhap):
    LichTiep.objects.create(ngay=date(2026, 3, 16), loai="dinh_ky", nguoi_tiep="thu_truong")
    tep = tao_so(**{"Ngày tiếp": [{}]})

    tu_choi = nhap(tep)
    cap_nhat = nhap(tep, cap_nhat=True)

    assert [(loi.cot, loi.ly_do.rpartition(": ")[2]) for loi in tu_choi.loi] == [
        ("Ngày", "đang lưu là lịch chưa công bố, trong tệp là lịch đã công bố.")
    ]
    assert (cap_nhat.tong("cap_nhat"), LichTiep.objects.get().da_cong_bo) == (1, True)


def test_lich_huy_ben_lich_thay(tao_so, nhap):
    """A day cancelled and set again is two rows; the register means the one that holds."""
    chung = {"ngay": date(2026, 3, 16), "loai": "dinh_ky", "nguoi_tiep": "thu_truong", "da_cong_bo": True}
    LichTiep.objects.create(**chung, da_huy=True)
    LichTiep.objects.create(**chung)

    ket_qua = nhap(tao_so(**{"Ngày tiếp": [{}]}))

    assert (ket_qua.loi, ket_qua.tong("khong_doi")) == ([], 1)


def test_danh_tinh_khong_luu_trong_ket_qua(tao_so, nhap):
    """The outcome that the page keeps does not say who a citizen is; the command line, read once, says both values."""
    nhap(tao_so(**{"Lượt tiếp": [{"Họ tên": "Lê Thị Cúc", "Địa chỉ": "Xã A", "Số giấy tờ": "001085"}]}))

    moi = {"Họ tên": "Lê Thị Cúc", "Địa chỉ": "Xã B", "Số giấy tờ": "001086"}
    ket_qua = nhap(tao_so(**{"Lượt tiếp": [moi]}))
    trong_tep = nhap(tao_so(**{"Lượt tiếp": [{"Mã": "2"} | moi, {"Mã": "2"} | moi | {"Địa chỉ": "Xã C"}]}))

    assert [str(loi) for loi in ket_qua.loi] == [
        "Trang “Lượt tiếp”, dòng 2, cột “Địa chỉ”: mã “L1” đã lưu với nội dung khác: đang lưu “Xã A”, "
        "trong tệp “Xã B”.",
        "Trang “Lượt tiếp”, dòng 2, cột “Số giấy tờ”: mã “L1” đã lưu với nội dung khác: đang lưu “001085”, "
        "trong tệp “001086”.",
    ]
    assert [loi[3] for loi in ket_qua.de_luu()["loi"] + trong_tep.de_luu()["loi"]] == [
        "mã “L1” đã lưu với nội dung khác (dữ liệu cá nhân, không hiện).",
        "mã “L1” đã lưu với nội dung khác (dữ liệu cá nhân, không hiện).",
        "mã “2” đã có ở dòng 2 với nội dung khác (dữ liệu cá nhân, không hiện).",
    ]


def test_bao_tien_do(tao_so, nhap):
    da_bao = []

    nhap(
        tao_so(**{"Hoạt động": [{"Mã": f"H{so}"} for so in range(600)]}),
        bao_tien_do=lambda da_doc, tong: da_bao.append((da_doc, tong)),
    )

    assert da_bao == [(250, 600), (500, 600), (600, 600)]


def test_khong_co_phan_cong_cho_don_da_xong(so_day_du, nhap):
    nhap(so_day_du)

    assert PhanCong.objects.count() == 0
