from datetime import date, datetime, time
from decimal import Decimal

import pytest

from baocao.nhap_so.loi import LoiGiaTri
from baocao.nhap_so.o_tinh import (
    ChuViet,
    DauX,
    LuaChon,
    MaDanhMuc,
    MaSo,
    NgayThang,
    NguCanh,
    SoLuong,
    SoNguyen,
    khoa_so_sanh,
)
from donthu.phan_loai import KetQua, LoaiDon, NguonDon
from tiepdan.hinh_thuc import NguoiTiep

NGU_CANH = NguCanh(date(2026, 12, 1), {"linh_vuc": {"02.01": "02.01", "02": "02", "02.10": "02.10"}})


@pytest.mark.parametrize(
    ("mot", "hai", "giong"),
    [
        ("Ủy quyền tiếp", "uỷ QUYỀN  tiếp", True),
        ("Hủy", "Huỷ", True),
        ("hòa", "hoà", True),
        ("Khiếu nại", "Khie\u0302\u0301u na\u0323i", True),
        ("Đúng", "Dừng", False),
        ("Đúng", "Đứng", False),
        ("KIEN_NGHI", "kien_nghi", True),
    ],
)
def test_khoa_so_sanh(mot, hai, giong):
    ket_qua = khoa_so_sanh(mot) == khoa_so_sanh(hai)

    assert ket_qua is giong


@pytest.mark.parametrize(
    ("kieu", "gia_tri", "mong"),
    [
        (NgayThang(), datetime(2026, 3, 20, 8, 30), date(2026, 3, 20)),  # noqa: DTZ001 - as Excel gives it
        (NgayThang(), date(2026, 12, 1), date(2026, 12, 1)),
        (NgayThang(), " 5/3/2026 ", date(2026, 3, 5)),
        (NgayThang(tuong_lai=True), "15/01/2027", date(2027, 1, 15)),
        (SoNguyen(), 3.0, 3),
        (SoNguyen(), "3", 3),
        (SoNguyen(), "3,0", 3),
        (SoNguyen(), "1.000.000", 1_000_000),
        (SoLuong(), "3,5", Decimal("3.50")),
        (SoLuong(), "3.5", Decimal("3.50")),
        (SoLuong(), 3.5, Decimal("3.50")),
        (SoLuong(), 0.1 + 0.2, Decimal("0.30")),
        (SoLuong(), "1.250,5", Decimal("1250.50")),
        (SoLuong(), 7, Decimal("7.00")),
        (LuaChon(tuple(LoaiDon)), "kn", "KN"),
        (LuaChon(tuple(LoaiDon)), "KHIẾU NẠI", "KN"),
        (LuaChon(tuple(NguonDon)), "Bưu chính", "buu_chinh"),
        (LuaChon(tuple(NguoiTiep)), "Thủ trưởng tiếp", "thu_truong"),
        (LuaChon(tuple(KetQua)), "Đu\u0301ng", "dung"),
        (DauX(), "X", True),
        (MaSo(40), 15.0, "15"),
        (MaSo(40), 7, "7"),
        (ChuViet(10), "Kho\u0302ng ", "Không"),
        (ChuViet(10), 12, "12"),
        (MaDanhMuc("linh_vuc", "lĩnh vực"), "02.01", "02.01"),
        (MaDanhMuc("linh_vuc", "lĩnh vực"), 2.01, "02.01"),
        (MaDanhMuc("linh_vuc", "lĩnh vực"), 2.1, "02.10"),
        (MaDanhMuc("linh_vuc", "lĩnh vực"), 2, "02"),
    ],
)
def test_doc_duoc(kieu, gia_tri, mong):
    doc = kieu.doc(gia_tri, NGU_CANH)

    assert (doc, type(doc)) == (mong, type(mong))


@pytest.mark.parametrize(
    ("kieu", "gia_tri", "ly_do"),
    [
        (NgayThang(), "02/12/2026", "ngày 02/12/2026 sau hôm nay (01/12/2026)."),
        (NgayThang(), "31/02/2026", "không có ngày “31/02/2026” trong lịch."),
        (NgayThang(), "2026-03-20", "“2026-03-20” không phải ngày; ghi ngày của Excel hoặc dd/mm/yyyy."),
        (NgayThang(), 45000, "“45000” không phải ngày; ghi ngày của Excel hoặc dd/mm/yyyy."),
        (NgayThang(), time(8, 0), "“08:00:00” không phải ngày; ghi ngày của Excel hoặc dd/mm/yyyy."),
        (NgayThang(), "05/03/0226", "năm 226 không hợp lý."),
        (SoNguyen(), 3.5, "“3.5” không phải số nguyên."),
        (SoNguyen(), "ba", "“ba” không phải số."),
        (SoNguyen(), True, "“True” không phải số."),
        (SoNguyen(), -1, "“-1” là số âm."),
        (SoNguyen(), "-1", "“-1” là số âm."),
        (SoNguyen(), "1.000", "“1.000” có thể hiểu hai cách; ghi liền các chữ số, phần lẻ sau dấu phẩy."),
        (SoNguyen(1), 0, "“0” không hợp lệ; phải là số nguyên ít nhất là 1."),
        (SoNguyen(1, 2), 3, "“3” không hợp lệ; phải là số nguyên từ 1 đến 2."),
        (SoNguyen(), 2_147_483_648, "“2147483648” không hợp lệ; phải là số nguyên ít nhất là 0."),
        (SoNguyen(), float("inf"), "“inf” không phải số."),
        (SoLuong(), -0.5, "“-0.5” là số âm."),
        (SoLuong(), "-3,5", "“-3,5” là số âm."),
        (SoLuong(), 1.234, "“1.234” có quá hai chữ số thập phân."),
        (SoLuong(), "1.250", "“1.250” có thể hiểu hai cách; ghi liền các chữ số, phần lẻ sau dấu phẩy."),
        (SoLuong(), "3,555", "“3,555” không phải số có tối đa hai chữ số thập phân."),
        (SoLuong(), 1e12, "“1000000000000.0” quá lớn."),
        (
            LuaChon((KetQua.DUNG, KetQua.SAI)),
            "Dừng",
            "“Dừng” không có trong danh sách: dung (Đúng), sai (Sai).",
        ),
        (DauX(), "có", "“có” không hợp lệ; chỉ ghi x hoặc để trống."),
        (DauX(), False, "“False” không hợp lệ; chỉ ghi x hoặc để trống."),
        (MaSo(40), date(2026, 1, 5), "Excel đã đổi mã thành ngày; định dạng ô là Văn bản (Text) rồi ghi lại mã."),
        (MaSo(40), 1.5, "Excel đã đổi mã thành số lẻ; định dạng ô là Văn bản (Text) rồi ghi lại mã."),
        (ChuViet(5), "dài quá", "dài 7 ký tự, tối đa 5."),
        (ChuViet(5), True, "không phải là chữ."),
        (MaDanhMuc("linh_vuc", "lĩnh vực"), "99.99", "không có lĩnh vực mã “99.99”."),
        (MaDanhMuc("linh_vuc", "lĩnh vực"), 99.5, "không có lĩnh vực mã “99.5”."),
    ],
)
def test_khong_doc_duoc(kieu, gia_tri, ly_do):
    with pytest.raises(LoiGiaTri) as loi:
        kieu.doc(gia_tri, NGU_CANH)

    assert str(loi.value) == ly_do
