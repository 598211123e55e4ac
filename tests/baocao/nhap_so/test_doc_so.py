"""Sheets, headers, rows given twice, rows passed over."""

from datetime import date

import pytest

from baocao.nhap_so.loi import LoiTep
from donthu.models import DonThu
from tiepdan.models import LichTiep


def test_dong_lap_trong_tep(tao_so, nhap):
    """Said twice the same is one row, however it was spelt."""
    tep = tao_so(**{"Đơn thư": [{}, {"Loại": "Khiếu nại", "Số người": "1", "Ngày nhận": "20/03/2026"}]})

    ket_qua = nhap(tep)

    assert (ket_qua.loi, ket_qua.tong("moi"), ket_qua.tong("trung"), DonThu.objects.count()) == ([], 1, 1, 1)


def test_ma_lap_noi_dung_khac(tao_so, nhap, dem_moi_bang):
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
    assert dem_moi_bang() == [0] * 9


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


def test_bao_tien_do(tao_so, nhap):
    da_bao = []

    nhap(
        tao_so(**{"Hoạt động": [{"Mã": f"H{so}"} for so in range(600)]}),
        bao_tien_do=lambda da_doc, tong: da_bao.append((da_doc, tong)),
    )

    assert da_bao == [(250, 600), (500, 600), (600, 600)]
