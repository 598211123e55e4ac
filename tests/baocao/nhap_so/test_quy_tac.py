"""Every rejection of the workbook's description: the row, the column blamed, the reason; and nothing written."""

from datetime import date

import pytest

from baocao.models import HoatDong
from donthu.models import CongDan, DonThu, VuViec
from tiepdan.models import LichTiep, LuotTiep

XU_LY = {"Ngày xử lý": date(2026, 3, 25)}
THUOC = XU_LY | {"Đủ điều kiện": "x", "Thuộc thẩm quyền": "x"}
THU_LY = THUOC | {"Ngày thụ lý": date(2026, 3, 27)}
BAN_HANH = THU_LY | {"Ngày ban hành": date(2026, 4, 20), "Kết quả": "dung"}
XONG = BAN_HANH | {"Ngày thi hành xong": date(2026, 5, 20)}
PHAN_ANH = {"Loại": "PHAN_ANH"}
TO_CAO = {"Loại": "TC"}
THANH_TRA = {"Loại": "thanh_tra", "Số đơn vị": 2}
CO_KET_LUAN = THANH_TRA | {"Ngày kết luận": date(2026, 4, 10)}
DA_THUC_HIEN = CO_KET_LUAN | {"Ngày thực hiện xong": date(2026, 5, 10)}

TO_CAO_TRONG = "phải để trống khi Loại là tố cáo; không nhập danh tính người tố cáo."
KHONG_TRONG = "không được để trống."

TU_CHOI = [
    # Cells without which a row says nothing.
    *(
        (trang, {cot: None}, cot, KHONG_TRONG)
        for trang, cac_cot in {
            "Lượt tiếp": ("Mã", "Ngày", "Người tiếp", "Loại", "Nội dung"),
            "Ngày tiếp": ("Ngày", "Loại", "Người tiếp"),
            "Đơn thư": ("Mã", "Ngày nhận", "Loại", "Lĩnh vực", "Tóm tắt"),
            "Hoạt động": ("Mã", "Loại", "Ngày"),
        }.items()
        for cot in cac_cot
    ),
    # The identity of a denouncer.
    *(("Lượt tiếp", TO_CAO | {cot: "001"}, cot, TO_CAO_TRONG) for cot in ("Họ tên", "Địa chỉ", "Số giấy tờ")),
    *(("Đơn thư", TO_CAO | {cot: "001"}, cot, TO_CAO_TRONG) for cot in ("Họ tên", "Địa chỉ")),
    ("Lượt tiếp", {"Số giấy tờ": "001"}, "Họ tên", "không được để trống khi đã ghi địa chỉ hoặc số giấy tờ."),
    ("Đơn thư", {"Địa chỉ": "Xã A"}, "Họ tên", "không được để trống khi đã ghi địa chỉ hoặc số giấy tờ."),
    # Choices that belong to another sheet.
    (
        "Ngày tiếp",
        {"Loại": "thuong_xuyen"},
        "Loại",
        "“thuong_xuyen” không có trong danh sách: dinh_ky (Định kỳ), dot_xuat (Đột xuất).",
    ),
    (
        "Ngày tiếp",
        {"Người tiếp": "thuong_xuyen"},
        "Người tiếp",
        "“thuong_xuyen” không có trong danh sách: thu_truong (Thủ trưởng tiếp), uy_quyen (Ủy quyền tiếp).",
    ),
    (
        "Đơn thư",
        XU_LY | {"Đủ điều kiện": "x", "Hướng xử lý": "luu_don"},
        "Hướng xử lý",
        "“luu_don” không có trong danh sách: huong_dan (Hướng dẫn), chuyen_don (Chuyển đơn).",
    ),
    # Days after today, on every sheet but the one of reception days.
    ("Lượt tiếp", {"Ngày": "02/12/2026"}, "Ngày", "ngày 02/12/2026 sau hôm nay (01/12/2026)."),
    ("Đơn thư", {"Ngày nhận": "02/12/2026"}, "Ngày nhận", "ngày 02/12/2026 sau hôm nay (01/12/2026)."),
    ("Hoạt động", {"Ngày": "02/12/2026"}, "Ngày", "ngày 02/12/2026 sau hôm nay (01/12/2026)."),
    # Codes that do not exist.
    ("Đơn thư", {"Lĩnh vực": "77.77"}, "Lĩnh vực", "không có lĩnh vực mã “77.77”."),
    ("Đơn thư", {"Đơn vị": "KHONG_CO"}, "Đơn vị", "không có đơn vị mã “KHONG_CO”."),
    # Instances.
    ("Đơn thư", PHAN_ANH | {"Lần": 2}, "Lần", "chỉ khiếu nại, tố cáo mới có lần 2."),
    ("Đơn thư", {"Lần": 3}, "Lần", "“3” không hợp lệ; phải là số nguyên từ 1 đến 2."),
    ("Đơn thư", {"Số người": 0}, "Số người", "“0” không hợp lệ; phải là số nguyên ít nhất là 1."),
    # Order of dates: received ≤ processed ≤ accepted ≤ decided ≤ carried out.
    (
        "Đơn thư",
        {"Ngày xử lý": date(2026, 3, 19)},
        "Ngày xử lý",
        "ngày 19/03/2026 trước “Ngày nhận” (20/03/2026).",
    ),
    (
        "Đơn thư",
        THUOC | {"Ngày thụ lý": date(2026, 3, 24)},
        "Ngày thụ lý",
        "ngày 24/03/2026 trước “Ngày xử lý” (25/03/2026).",
    ),
    (
        "Đơn thư",
        BAN_HANH | {"Ngày ban hành": date(2026, 3, 26)},
        "Ngày ban hành",
        "ngày 26/03/2026 trước “Ngày thụ lý” (27/03/2026).",
    ),
    (
        "Đơn thư",
        PHAN_ANH | THUOC | {"Ngày ban hành": date(2026, 3, 24)},
        "Ngày ban hành",
        "ngày 24/03/2026 trước “Ngày xử lý” (25/03/2026).",
    ),
    (
        "Đơn thư",
        XONG | {"Ngày thi hành xong": date(2026, 4, 19)},
        "Ngày thi hành xong",
        "ngày 19/04/2026 trước “Ngày ban hành” (20/04/2026).",
    ),
    (
        "Đơn thư",
        THUOC | {"Ngày không thụ lý": date(2026, 3, 24)},
        "Ngày không thụ lý",
        "ngày 24/03/2026 trước “Ngày xử lý” (25/03/2026).",
    ),
    (
        "Đơn thư",
        THUOC | {"Ngày đình chỉ": date(2026, 3, 24)},
        "Ngày đình chỉ",
        "ngày 24/03/2026 trước “Ngày xử lý” (25/03/2026).",
    ),
    (
        "Hoạt động",
        CO_KET_LUAN | {"Ngày kết luận": date(2026, 3, 19)},
        "Ngày kết luận",
        "ngày 19/03/2026 trước “Ngày” (20/03/2026).",
    ),
    (
        "Hoạt động",
        DA_THUC_HIEN | {"Ngày thực hiện xong": date(2026, 4, 9)},
        "Ngày thực hiện xong",
        "ngày 09/04/2026 trước “Ngày kết luận” (10/04/2026).",
    ),
    # What needs what.
    ("Đơn thư", XU_LY | {"Thuộc thẩm quyền": "x"}, "Thuộc thẩm quyền", "chỉ ghi khi có “Đủ điều kiện”."),
    (
        "Đơn thư",
        XU_LY | {"Đủ điều kiện": "x"},
        "Hướng xử lý",
        "phải ghi huong_dan hoặc chuyen_don khi đơn đủ điều kiện và không thuộc thẩm quyền.",
    ),
    (
        "Đơn thư",
        THUOC | {"Hướng xử lý": "huong_dan"},
        "Hướng xử lý",
        "chỉ ghi khi đơn đã xử lý, đủ điều kiện và không thuộc thẩm quyền.",
    ),
    (
        "Đơn thư",
        {"Ngày thụ lý": date(2026, 3, 27)},
        "Ngày thụ lý",
        "chỉ thụ lý đơn đã xử lý, đủ điều kiện, thuộc thẩm quyền; "
        "thiếu “Ngày xử lý”, “Đủ điều kiện”, “Thuộc thẩm quyền”.",
    ),
    (
        "Đơn thư",
        XU_LY | {"Đủ điều kiện": "x", "Hướng xử lý": "chuyen_don", "Ngày thụ lý": date(2026, 3, 27)},
        "Ngày thụ lý",
        "chỉ thụ lý đơn đã xử lý, đủ điều kiện, thuộc thẩm quyền; thiếu “Thuộc thẩm quyền”.",
    ),
    ("Đơn thư", {"Ngày không thụ lý": date(2026, 3, 27)}, "Ngày không thụ lý", "chỉ ghi khi có “Ngày xử lý”."),
    ("Đơn thư", {"Ngày đình chỉ": date(2026, 3, 27)}, "Ngày đình chỉ", "chỉ ghi khi có “Ngày xử lý”."),
    (
        "Đơn thư",
        THU_LY | {"Ngày không thụ lý": date(2026, 3, 27)},
        "Ngày không thụ lý",
        "không ghi cùng “Ngày thụ lý”.",
    ),
    (
        "Đơn thư",
        BAN_HANH | {"Ngày đình chỉ": date(2026, 4, 1)},
        "Ngày đình chỉ",
        "không ghi cùng “Ngày ban hành”.",
    ),
    *(
        (
            "Đơn thư",
            loai | THUOC | {"Ngày ban hành": date(2026, 4, 20), "Kết quả": "dung"},
            "Ngày ban hành",
            "khiếu nại, tố cáo chưa thụ lý thì không có quyết định, kết luận.",
        )
        for loai in ({}, TO_CAO)
    ),
    # Findings.
    (
        "Đơn thư",
        BAN_HANH | {"Kết quả": None},
        "Kết quả",
        "phải ghi khi có “Ngày ban hành”: dung, dung_mot_phan, sai.",
    ),
    ("Đơn thư", BAN_HANH | {"Kết quả": "cong_nhan"}, "Kết quả", "phải là một trong: dung, dung_mot_phan, sai."),
    ("Đơn thư", BAN_HANH | {"Lần": 2}, "Kết quả", "phải là một trong: cong_nhan, huy_sua."),
    (
        "Đơn thư",
        BAN_HANH | TO_CAO | {"Lần": 2, "Kết quả": "huy_sua"},
        "Kết quả",
        "phải là một trong: dung, dung_mot_phan, sai.",
    ),
    ("Đơn thư", THU_LY | {"Kết quả": "dung"}, "Kết quả", "chỉ ghi khi có “Ngày ban hành”."),
    ("Đơn thư", PHAN_ANH | BAN_HANH, "Kết quả", "chỉ ghi cho khiếu nại, tố cáo."),
    # Amounts stated, results of execution.
    *(
        ("Đơn thư", TO_CAO | THU_LY | {cot: 1}, cot, "chỉ ghi khi có “Ngày ban hành”.")
        for cot in (
            "Thu hồi tiền",
            "Thu hồi đất",
            "Trả lại tiền",
            "Trả lại đất",
            "Tổ chức được trả",
            "Cá nhân được trả",
            "Tổ chức bị kiến nghị",
            "Người bị kiến nghị",
            "Vụ chuyển điều tra",
            "Người chuyển điều tra",
        )
    ),
    *(
        ("Đơn thư", BAN_HANH | {cot: 1}, cot, "chỉ ghi khi có “Ngày thi hành xong”.")
        for cot in (
            "Đã thu tiền",
            "Đã thu đất",
            "Đã trả tiền",
            "Đã trả đất",
            "Tổ chức đã xử lý",
            "Người đã xử lý",
            "Vụ khởi tố",
            "Người khởi tố",
        )
    ),
    ("Đơn thư", BAN_HANH | {"Tổ chức bị kiến nghị": 1}, "Tổ chức bị kiến nghị", "chỉ ghi cho tố cáo."),
    (
        "Đơn thư",
        THU_LY | {"Ngày thi hành xong": date(2026, 4, 20)},
        "Ngày thi hành xong",
        "chỉ ghi khi có “Ngày ban hành”.",
    ),
    # Part and whole.
    (
        "Đơn thư",
        BAN_HANH | {"Người bị kiến nghị": 1, "Trong đó CBCCVC": 2},
        "Trong đó CBCCVC",
        "2 lớn hơn “Người bị kiến nghị” (1).",
    ),
    (
        "Đơn thư",
        BAN_HANH | {"Người chuyển điều tra": 1, "CBCCVC chuyển điều tra": 2},
        "CBCCVC chuyển điều tra",
        "2 lớn hơn “Người chuyển điều tra” (1).",
    ),
    (
        "Đơn thư",
        XONG | {"Người đã xử lý": 1, "CBCCVC đã xử lý": 2},
        "CBCCVC đã xử lý",
        "2 lớn hơn “Người đã xử lý” (1).",
    ),
    (
        "Đơn thư",
        XONG | {"Người khởi tố": 1, "CBCCVC khởi tố": 2},
        "CBCCVC khởi tố",
        "2 lớn hơn “Người khởi tố” (1).",
    ),
    # Activities.
    *(
        ("Hoạt động", {"Loại": loai}, "Số đơn vị", "phải ghi, ít nhất là 1, khi Loại là kiem_tra, thanh_tra.")
        for loai in ("kiem_tra", "thanh_tra")
    ),
    *(("Hoạt động", {cot: 1}, cot, "chỉ ghi khi Loại là tap_huan.") for cot in ("Số người", "Tổng số người")),
    ("Hoạt động", {"Số đơn vị": 1}, "Số đơn vị", "chỉ ghi khi Loại là kiem_tra, thanh_tra."),
    ("Hoạt động", {"Ngày kết luận": date(2026, 4, 10)}, "Ngày kết luận", "chỉ ghi khi Loại là thanh_tra."),
    *(
        ("Hoạt động", THANH_TRA | {cot: 1}, cot, "chỉ ghi khi có “Ngày kết luận”.")
        for cot in (
            "KN tổ chức hành chính",
            "KN cá nhân hành chính",
            "KN tổ chức điều tra",
            "KN cá nhân điều tra",
        )
    ),
    (
        "Hoạt động",
        THANH_TRA | {"Ngày thực hiện xong": date(2026, 5, 10)},
        "Ngày thực hiện xong",
        "chỉ ghi khi có “Ngày kết luận”.",
    ),
    *(
        ("Hoạt động", CO_KET_LUAN | {cot: 1}, cot, "chỉ ghi khi có “Ngày thực hiện xong”.")
        for cot in ("Đã xử lý tổ chức", "Đã xử lý cá nhân", "Vụ khởi tố", "Đối tượng khởi tố")
    ),
]


@pytest.mark.parametrize(("trang", "khac", "cot", "ly_do"), TU_CHOI)
def test_tu_choi(nhap_dong, trang, khac, cot, ly_do):
    ket_qua = nhap_dong(trang, khac)

    assert [(loi.trang, loi.dong, loi.cot, loi.ly_do) for loi in ket_qua.loi] == [(trang, 2, cot, ly_do)]
    con = [lop.objects.count() for lop in (LuotTiep, LichTiep, DonThu, HoatDong, VuViec, CongDan)]
    assert con == [0] * 6


@pytest.mark.parametrize(
    ("trang", "khac"),
    [
        ("Ngày tiếp", {"Ngày": "15/01/2027"}),  # published ahead
        ("Lượt tiếp", TO_CAO),
        ("Đơn thư", TO_CAO),
        ("Đơn thư", {"Ngày nhận": "01/12/2026"}),  # today
        ("Đơn thư", XU_LY | {"Ngày xử lý": date(2026, 3, 20)}),  # the same day
        ("Đơn thư", {"Đủ điều kiện": "x"}),  # looked at, not yet routed
        ("Đơn thư", PHAN_ANH | {"Ngày ban hành": date(2026, 4, 20)}),  # answered at once
        ("Đơn thư", PHAN_ANH | THUOC | {"Ngày ban hành": date(2026, 4, 20)}),  # a reply needs no acceptance
        ("Đơn thư", THUOC | {"Ngày đình chỉ": date(2026, 3, 25)}),  # withdrawn before acceptance
        ("Đơn thư", BAN_HANH | {"Đã thu tiền": 0, "Tổ chức bị kiến nghị": 0}),  # nothing is nothing
        ("Đơn thư", XONG | {"Thu hồi tiền": 1, "Đã thu tiền": 2}),  # more collected than stated
        ("Đơn thư", BAN_HANH | {"Lần": 2, "Kết quả": "huy_sua"}),
        ("Đơn thư", BAN_HANH | TO_CAO | {"Lần": 2, "Kết quả": "sai", "Tổ chức bị kiến nghị": 1}),
        ("Hoạt động", DA_THUC_HIEN | {"KN cá nhân hành chính": 1, "Đã xử lý cá nhân": 1}),
        ("Hoạt động", {"Loại": "tap_huan", "Số người": 31, "Tổng số người": 40}),
    ],
)
def test_chap_nhan(nhap_dong, trang, khac):
    ket_qua = nhap_dong(trang, khac)

    assert (ket_qua.loi, ket_qua.tong("moi")) == ([], 1)


def test_gom_moi_loi_cua_moi_dong(tao_so, nhap):
    """All of what is wrong is said at once, in the order of the workbook; one bad cell brings no second complaint."""
    tep = tao_so(
        **{
            "Đơn thư": [
                {"Ngày nhận": "hôm qua", "Ngày xử lý": "01/03/2026"},
                {"Mã": "D2", "Số người": -1, "Lần": 3},
                {"Mã": "D3"},
            ],
            "Lượt tiếp": [{"Loại": "XX"}],
        }
    )

    ket_qua = nhap(tep)

    assert [(loi.trang, loi.dong, loi.cot) for loi in ket_qua.loi] == [
        ("Lượt tiếp", 2, "Loại"),
        ("Đơn thư", 2, "Ngày nhận"),
        ("Đơn thư", 3, "Số người"),
        ("Đơn thư", 3, "Lần"),
    ]
    assert (ket_qua.so_dong_loi, DonThu.objects.count()) == (3, 0)
