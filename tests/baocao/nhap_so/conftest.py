"""Builders of register workbooks: a test names only the cells it is about."""

from datetime import date

import pytest
from openpyxl import Workbook

from baocao.models import HoatDong
from baocao.nhap_so import nhap_so
from donthu.models import CongDan, DonThu, KetQuaThiHanh, LichSu, VuViec
from tiepdan.models import LichTiep, LuotTiep
from tochuc.models import NhatKy

HOM_NAY = date(2026, 12, 1)

LUOT_MAU = {
    "Mã": "L1",
    "Ngày": date(2026, 3, 20),
    "Người tiếp": "thu_truong",
    "Loại": "KN",
    "Nội dung": "Nội dung tiếp",
}
NGAY_MAU = {"Ngày": date(2026, 3, 16), "Loại": "dinh_ky", "Người tiếp": "thu_truong"}
DON_MAU = {
    "Mã": "D1",
    "Ngày nhận": date(2026, 3, 20),
    "Loại": "KN",
    "Lĩnh vực": "02.01",
    "Tóm tắt": "Tóm tắt đơn",
}
HOAT_DONG_MAU = {"Mã": "H1", "Loại": "van_ban_moi", "Ngày": date(2026, 3, 20), "Nội dung": "Kế hoạch"}
DONG_MAU = {"Lượt tiếp": LUOT_MAU, "Ngày tiếp": NGAY_MAU, "Đơn thư": DON_MAU, "Hoạt động": HOAT_DONG_MAU}

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
def luu_so(tmp_path):
    """Write sheets of rows (dicts by header); the headers are those the rows use, in order of appearance."""

    def luu(cac_trang: dict[str, list[dict]], ten: str = "so.xlsx"):
        so = Workbook()
        so.remove(so.active)
        for ten_trang, cac_dong in cac_trang.items():
            trang = so.create_sheet(ten_trang)
            tieu_de = list(dict.fromkeys(cot for dong in cac_dong for cot in dong))
            trang.append(tieu_de)
            for dong in cac_dong:
                trang.append([dong.get(cot) for cot in tieu_de])
        tep = tmp_path / ten
        so.save(tep)
        return tep

    return luu


@pytest.fixture
def tao_so(luu_so):
    """The same from what differs of one good row per sheet: tao_so(**{"Đơn thư": [{"Lần": 2}]})."""

    def tao(**cac_trang: list[dict]):
        return luu_so(
            {ten: [DONG_MAU[ten] | dong for dong in cac_dong] for ten, cac_dong in cac_trang.items()},
        )

    return tao


@pytest.fixture
def nhap(db):
    """Load a file on HOM_NAY."""

    def chay(tep, **khac):
        return nhap_so(tep, hom_nay=HOM_NAY, **khac)

    return chay


@pytest.fixture
def nhap_dong(tao_so, nhap):
    """Load one row of one sheet from what differs of a good one."""

    def chay(ten_trang: str, khac: dict | None = None, **tuy_chon):
        return nhap(tao_so(**{ten_trang: [khac or {}]}), **tuy_chon)

    return chay


@pytest.fixture
def so_day_du(luu_so, tao_don_vi):
    """Every sheet and every column."""
    tao_don_vi("NOI", ten="Khoa Nội")
    return luu_so(SO_DAY_DU)


@pytest.fixture
def noi_dung_day_du():
    """The rows of `so_day_du` by sheet."""
    return SO_DAY_DU


@pytest.fixture
def dem_moi_bang(db):
    """How many rows each table that a load writes holds."""
    lop = (LuotTiep, LichTiep, DonThu, HoatDong, VuViec, CongDan, KetQuaThiHanh, LichSu, NhatKy)
    return lambda: [mot.objects.count() for mot in lop]
