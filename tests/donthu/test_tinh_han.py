import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def chay(*tham_so):
    ra, loi = StringIO(), StringIO()
    call_command("tinh_han", *tham_so, stdout=ra, stderr=loi)
    return ra.getvalue(), loi.getvalue()


def chay_tep(tep, noi_dung):
    tep.write_text(json.dumps(noi_dung), encoding="utf-8")
    ra, loi = chay("--tep", str(tep))
    return json.loads(ra), loi


@pytest.fixture
def tep(tmp_path):
    return tmp_path / "viec.json"


def test_mot_viec_json():
    ra, loi = chay("--viec", "K5", "--tu", "2026-07-31", "--dinh-dang", "json")

    assert json.loads(ra) == {
        "viec": "K5",
        "tu": "2026-07-31",
        "han": "2026-09-03",
        "han_goc": "2026-08-30",
        "giai_thich": [
            "Thời hạn 30 ngày kể từ ngày thụ lý, thứ Sáu 31/07/2026 (Điều 28 Luật Khiếu nại).",
            "Không tính thứ Sáu 31/07/2026; đếm từ thứ Bảy 01/08/2026.",
            "Ngày cuối là Chủ nhật 30/08/2026, ngày nghỉ; bỏ qua Chủ nhật 30/08/2026 (nghỉ cuối tuần), "
            "thứ Hai 31/08/2026 (Nghỉ hoán đổi dịp Quốc khánh), thứ Ba 01/09/2026 (Quốc khánh (ngày liền kề)), "
            "thứ Tư 02/09/2026 (Quốc khánh), chuyển sang ngày làm việc tiếp theo (Điều 148.5 Bộ luật Dân sự).",
            "Hạn cuối: hết thứ Năm 03/09/2026.",
        ],
        "canh_bao": [],
        "can_cu": "Điều 28 Luật Khiếu nại",
    }
    assert loi == ""


def test_mot_viec_in_chu_theo_lich_da_nhap():
    ra, _ = chay("--viec", "K4", "--tu", "20/11/2026")

    assert ra.splitlines() == [
        "K4. Thụ lý hoặc thông báo không thụ lý khiếu nại",
        "Hạn: thứ Tư 02/12/2026",
        "Thời hạn 07 ngày làm việc kể từ ngày nhận khiếu nại, thứ Sáu 20/11/2026 (Điều 27, 36.1, 50 Luật Khiếu nại "
        "(Luật 136/2025/QH15); Điều 16.1 Nghị định 124/2020/NĐ-CP (Nghị định 155/2026/NĐ-CP)).",
        "Không tính thứ Sáu 20/11/2026; đếm từ thứ Bảy 21/11/2026.",
        "Không tính các ngày nghỉ: thứ Bảy 21/11/2026 (nghỉ cuối tuần), Chủ nhật 22/11/2026 (nghỉ cuối tuần), "
        "thứ Ba 24/11/2026 (Ngày Văn hóa Việt Nam), thứ Bảy 28/11/2026 (nghỉ cuối tuần), "
        "Chủ nhật 29/11/2026 (nghỉ cuối tuần).",
        "Hạn cuối: hết thứ Tư 02/12/2026.",
        "Lưu ý: Thứ Hai 23/11/2026 (Nghỉ hoán đổi dịp Ngày Văn hóa Việt Nam (đề xuất)) chưa được xác nhận; "
        "thời hạn có thể thay đổi.",
        "Lưu ý: Thứ Bảy 28/11/2026 (Làm bù cho ngày 23/11/2026 (đề xuất)) chưa được xác nhận; "
        "thời hạn có thể thay đổi.",
    ]


def test_mot_viec_luat_khong_an_dinh_in_chu():
    ra, _ = chay("--viec", "T2", "--tu", "2026-11-20")

    assert ra.splitlines()[:2] == ["T2. Thông báo không thụ lý tố cáo", "Hạn: không ấn định số ngày"]


def test_gia_han_va_nhieu_lan_tam_dinh_chi():
    ra, _ = chay(
        *("--viec", "t6", "--tu", "2026-07-31", "--gia-han", "30", "--dinh-dang", "json"),
        *("--tam-dinh-chi", "2026-08-10:2026-08-12", "--tam-dinh-chi", "01/09/2026:04/09/2026"),
    )

    assert json.loads(ra)["han"] == "2026-10-05"


def test_tep_cho_danh_sach_cung_do_dai_cung_thu_tu(tep):
    cac_muc = [
        {"viec": "K4", "tu": "2026-11-20"},
        {"viec": "T2", "tu": "2026-11-20", "gia_han": None, "tam_dinh_chi": None},
        {"viec": "K5", "tu": "31/07/2026", "gia_han": 15, "tam_dinh_chi": ["2026-08-10:2026-08-17"]},
        {"viec": "K5", "tu": "2026-07-31", "gia_han": 0, "tam_dinh_chi": [["2026-08-10", "17/08/2026"]]},
    ]

    ket_qua, loi = chay_tep(tep, cac_muc)

    assert [(muc["viec"], muc["tu"], muc["han_goc"], muc["han"]) for muc in ket_qua] == [
        ("K4", "2026-11-20", "2026-12-02", "2026-12-02"),
        ("T2", "2026-11-20", None, None),
        ("K5", "2026-07-31", "2026-09-21", "2026-09-21"),
        ("K5", "2026-07-31", "2026-09-06", "2026-09-07"),
    ]
    assert loi == ""


def test_tep_rong(tep):
    assert chay_tep(tep, []) == ([], "")


def test_tep_bao_khoa_khong_dung(tep):
    ket_qua, loi = chay_tep(tep, [{"viec": "K5", "tu": "2026-07-31", "giahan": 15}])

    assert ket_qua[0]["han"] == "2026-09-03"
    assert loi == "Mục 1: bỏ qua khóa không dùng: giahan.\n"


@pytest.mark.parametrize(
    ("muc", "cau"),
    [
        ("K4", "Mục 2: mỗi mục phải là một đối tượng có khóa viec và tu."),
        ({"tu": "2026-11-20"}, "Mục 2: thiếu mã việc (viec)."),
        ({"viec": "K99", "tu": "2026-11-20"}, "Mục 2: Không có việc nào mang mã “K99” trong bảng thời hạn."),
        ({"viec": "K4"}, "Mục 2: Ngày phải có dạng 2026-11-20 hoặc 20/11/2026, không phải “None”."),
        ({"viec": "K4", "tu": "2026-02-30"}, "Mục 2: Không có ngày “2026-02-30” trong lịch."),
        ({"viec": "K5", "tu": "2026-11-20", "gia_han": "15"}, "Mục 2: gia_han phải là số nguyên."),
        ({"viec": "K5", "tu": "2026-11-20", "gia_han": True}, "Mục 2: gia_han phải là số nguyên."),
        ({"viec": "K5", "tu": "2026-11-20", "gia_han": -1}, "Mục 2: Số ngày gia hạn không được âm."),
        ({"viec": "K5", "tu": "2026-11-20", "tam_dinh_chi": "A:B"}, "Mục 2: tam_dinh_chi phải là một danh sách."),
        (
            {"viec": "K5", "tu": "2026-11-20", "tam_dinh_chi": ["2026-12-01"]},
            "Mục 2: Khoảng tạm đình chỉ phải có dạng NGÀY:NGÀY, không phải “2026-12-01”.",
        ),
        (
            {"viec": "K5", "tu": "2026-11-20", "tam_dinh_chi": [["2026-12-01"]]},
            "Mục 2: Khoảng tạm đình chỉ phải có dạng NGÀY:NGÀY, không phải “['2026-12-01']”.",
        ),
    ],
)
def test_tep_co_muc_sai_dung_lai_va_neu_muc(tep, muc, cau):
    with pytest.raises(CommandError) as loi:
        chay_tep(tep, [{"viec": "K4", "tu": "2026-11-20"}, muc])

    assert str(loi.value) == cau
    assert loi.value.returncode == 1


@pytest.mark.parametrize(
    ("noi_dung", "cau"),
    [
        (b"{", "Tệp {tep} không phải JSON UTF-8 hợp lệ."),
        (b"\xff\xfe", "Tệp {tep} không phải JSON UTF-8 hợp lệ."),
        (b"{}", "Tệp {tep} phải chứa một danh sách JSON."),
    ],
)
def test_tep_hong(tep, noi_dung, cau):
    tep.write_bytes(noi_dung)

    with pytest.raises(CommandError) as loi:
        chay("--tep", str(tep))

    assert str(loi.value) == cau.format(tep=tep)


def test_tep_khong_co(tep):
    with pytest.raises(CommandError, match=r"Không đọc được tệp .*viec\.json"):
        chay("--tep", str(tep))


@pytest.mark.parametrize(
    ("tham_so", "cau"),
    [
        ([], "Cần --viec và --tu, hoặc --tep."),
        (["--viec", "K4"], "Cần --viec và --tu, hoặc --tep."),
        (["--tep", "viec.json", "--viec", "K4"], "Chỉ dùng --tep, hoặc --viec cùng --tu."),
        (["--viec", "K11", "--tu", "2026-06-30"], "Thông báo đối thoại (K11): chưa có quy định trước ngày 01/07/2026."),
    ],
)
def test_tham_so_sai(tham_so, cau):
    with pytest.raises(CommandError) as loi:
        chay(*tham_so)

    assert str(loi.value) == cau
