import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import tochuc
from donthu.thoi_han import (
    BANG_THOI_HAN,
    DonViTinh,
    HuongTinh,
    LoiThoiHan,
    Viec,
    cac_dong,
    dong_thoi_han,
    tinh,
)
from tochuc.lich import Lich, tao_lich

TEP_NGAY_NGHI = Path(tochuc.__file__).parent / "du_lieu" / "ngay_nghi.csv"
LICH_TRONG = Lich({}, {}, {})


@pytest.fixture(scope="module")
def lich():
    with TEP_NGAY_NGHI.open(encoding="utf-8", newline="") as tep:
        return tao_lich(
            (date.fromisoformat(dong["ngay"]), dong["loai"], dong["ten"], dong["da_xac_nhan"] == "1")
            for dong in csv.DictReader(tep)
        )


# --- dates: code, counted from, extension, raw last day, deadline ---


@pytest.mark.parametrize(
    ("viec", "tu", "gia_han", "han_goc", "han"),
    [
        # the vectors of the counting rule
        ("K4", date(2026, 11, 20), 0, date(2026, 12, 2), date(2026, 12, 2)),
        ("T1", date(2026, 2, 12), 0, date(2026, 3, 2), date(2026, 3, 2)),
        ("K4", date(2026, 8, 20), 0, date(2026, 8, 28), date(2026, 8, 28)),
        ("K5", date(2026, 7, 31), 0, date(2026, 8, 30), date(2026, 9, 3)),
        ("K5", date(2026, 12, 2), 0, date(2027, 1, 1), date(2027, 1, 4)),
        # thụ lý khiếu nại before and after 01/07/2026
        ("K4", date(2026, 6, 30), 0, date(2026, 7, 10), date(2026, 7, 10)),
        ("K4", date(2026, 7, 1), 0, date(2026, 7, 10), date(2026, 7, 10)),
        ("K4", date(2026, 2, 12), 0, date(2026, 2, 22), date(2026, 2, 23)),
        # an extension adds, and the whole moves once: 30 days end on Sunday 30/08, 45 on Monday 14/09
        ("K5", date(2026, 7, 31), 15, date(2026, 9, 14), date(2026, 9, 14)),
        ("K6", date(2026, 7, 31), 15, date(2026, 9, 29), date(2026, 9, 29)),
        ("K8", date(2026, 7, 31), 10, date(2026, 10, 9), date(2026, 10, 9)),
        ("T1", date(2026, 11, 20), 3, date(2026, 12, 7), date(2026, 12, 7)),
        ("T6", date(2026, 7, 31), 60, date(2026, 10, 29), date(2026, 10, 29)),
        # a last day on a worked Saturday stays
        ("K10", date(2026, 8, 15), 0, date(2026, 8, 22), date(2026, 8, 22)),
        # reception
        ("C1", date(2026, 11, 20), 0, date(2026, 12, 7), date(2026, 12, 7)),
        ("C6", date(2026, 11, 20), 0, date(2026, 12, 5), date(2026, 12, 7)),
        # at least N before the event: never moved
        ("K11", date(2026, 12, 4), 0, date(2026, 11, 29), date(2026, 11, 29)),
        ("C4", date(2026, 12, 2), 0, date(2026, 11, 25), date(2026, 11, 25)),
        ("C5", date(2026, 11, 30), 0, date(2026, 11, 20), date(2026, 11, 20)),
        # waiting times and the alarm: never moved
        ("K18", date(2026, 7, 31), 0, date(2026, 8, 30), date(2026, 8, 30)),
        ("K19", date(2026, 7, 31), 15, date(2026, 9, 14), date(2026, 9, 14)),
        ("X45", date(2026, 7, 31), 0, date(2026, 9, 14), date(2026, 9, 14)),
        ("X45", date(2026, 10, 7), 0, date(2026, 11, 21), date(2026, 11, 21)),
        ("X24", date(2024, 2, 29), 0, date(2025, 2, 28), date(2025, 2, 28)),
        ("X24", date(2026, 11, 21), 0, date(2027, 11, 21), date(2027, 11, 21)),
    ],
)
def test_tinh_han(lich, viec, tu, gia_han, han_goc, han):
    ket_qua = tinh(viec, tu, lich, gia_han=gia_han)

    assert (ket_qua.han_goc, ket_qua.han) == (han_goc, han)


def test_ket_qua_khong_doi_neu_hoan_doi_23_11_2026_duoc_duyet():
    lich_duyet = tao_lich(
        [
            (date(2026, 11, 23), "hoan_doi_nghi", "Hoán đổi", True),
            (date(2026, 11, 24), "nghi_le", "Ngày Văn hóa Việt Nam", True),
            (date(2026, 11, 28), "lam_bu", "Làm bù", True),
        ]
    )

    assert tinh("K4", date(2026, 11, 20), lich_duyet).han == date(2026, 12, 2)


def test_hieu_luc_bat_dau_ngay_sau_thoi_gian_cho(lich):
    assert tinh(Viec.CHO_HIEU_LUC_QD_LAN_DAU, date(2026, 7, 31), lich).hieu_luc_tu == date(2026, 8, 31)
    assert tinh(Viec.GIAI_QUYET_KN_LAN_DAU, date(2026, 7, 31), lich).hieu_luc_tu is None


@pytest.mark.parametrize("viec", ["K13", "K21", "T2", "T7", "T9", "T16", "X1", "X22", "X28", "X30"])
def test_viec_khong_an_dinh_so_ngay(lich, viec):
    ket_qua = tinh(viec, date(2026, 11, 20), lich)

    assert (ket_qua.han, ket_qua.han_goc, ket_qua.hieu_luc_tu, ket_qua.canh_bao) == (None, None, None, [])


def test_so_ngay_noi_bo_cua_trung_tam_thay_so_mac_dinh(lich):
    ket_qua = tinh("C6", date(2026, 11, 20), lich, so=10, gia_han=15)

    assert (ket_qua.so, ket_qua.han) == (10, date(2026, 12, 15))


def test_nhan_viec_hoac_ma_viet_thuong():
    tu = date(2026, 11, 20)

    assert tinh(" k4 ", tu, LICH_TRONG) == tinh(Viec.THU_LY_KN, tu, LICH_TRONG)


# --- pauses ---


@pytest.mark.parametrize(
    ("viec", "tu", "khoang", "han_goc", "han"),
    [
        # 30/08 + 10 days
        ("K5", date(2026, 7, 31), [(date(2026, 8, 10), date(2026, 8, 20))], date(2026, 9, 9), date(2026, 9, 9)),
        # the move comes after the pause, not before: 30/08 + 7 is a Sunday
        ("K5", date(2026, 7, 31), [(date(2026, 8, 10), date(2026, 8, 17))], date(2026, 9, 6), date(2026, 9, 7)),
        # two pauses, in any order, and an extension
        (
            "T6",
            date(2026, 7, 31),
            [(date(2026, 9, 1), date(2026, 9, 4)), (date(2026, 8, 10), date(2026, 8, 12))],
            date(2026, 9, 4),
            date(2026, 9, 4),
        ),
        # one pause may start the day the other ends
        (
            "K5",
            date(2026, 7, 31),
            [(date(2026, 8, 10), date(2026, 8, 12)), (date(2026, 8, 12), date(2026, 8, 15))],
            date(2026, 9, 4),
            date(2026, 9, 4),
        ),
        # resumed the same day: nothing moves
        ("K5", date(2026, 7, 31), [(date(2026, 8, 10), date(2026, 8, 10))], date(2026, 8, 30), date(2026, 9, 3)),
        # a count of working days moves by calendar days too
        ("T1", date(2026, 11, 20), [(date(2026, 11, 25), date(2026, 11, 28))], date(2026, 12, 5), date(2026, 12, 7)),
        # a waiting time moves but does not roll
        ("K18", date(2026, 7, 31), [(date(2026, 8, 10), date(2026, 8, 17))], date(2026, 9, 6), date(2026, 9, 6)),
    ],
)
def test_tam_dinh_chi_doi_ngay_cuoi(lich, viec, tu, khoang, han_goc, han):
    ket_qua = tinh(viec, tu, lich, tam_dinh_chi=khoang)

    assert (ket_qua.han_goc, ket_qua.han) == (han_goc, han)


def test_tam_dinh_chi_khi_da_qua_han_giu_nguyen_so_ngay_qua_han(lich):
    ket_qua = tinh("K5", date(2026, 9, 1), lich, tam_dinh_chi=[(date(2026, 10, 5), date(2026, 10, 15))])

    # Due Thursday 01/10, stopped four days late, resumed four days late.
    assert ket_qua.han == date(2026, 10, 12)


# --- the rule in force ---


def test_dong_theo_ngay_bat_dau_tinh():
    cu, moi = cac_dong(Viec.THU_LY_KN)

    assert dong_thoi_han("K4", date(2012, 7, 1)) is cu
    assert dong_thoi_han("K4", date(2026, 6, 30)) is cu
    assert dong_thoi_han("K4", date(2026, 7, 1)) is moi


@pytest.mark.parametrize(
    ("viec", "ngay", "cau"),
    [
        ("K99", date(2026, 11, 20), "Không có việc nào mang mã “K99” trong bảng thời hạn."),
        ("", date(2026, 11, 20), "Không có việc nào mang mã “” trong bảng thời hạn."),
        (
            "K4",
            date(2012, 6, 30),
            "Thụ lý hoặc thông báo không thụ lý khiếu nại (K4): chưa có quy định trước ngày 01/07/2012.",
        ),
        ("K11", date(2026, 6, 30), "Thông báo đối thoại (K11): chưa có quy định trước ngày 01/07/2026."),
        (
            "X30",
            date(2027, 1, 1),
            "Yêu cầu công chứng, chứng thực giấy ủy quyền khiếu nại (X30): quy định hết áp dụng sau ngày 31/12/2026.",
        ),
    ],
)
def test_khong_co_quy_dinh(viec, ngay, cau):
    with pytest.raises(LoiThoiHan) as loi:
        dong_thoi_han(viec, ngay)

    assert str(loi.value) == cau


# --- what is refused ---

TU = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("viec", "khac", "cau"),
    [
        ("K5", {"gia_han": -1}, "Số ngày gia hạn không được âm."),
        (
            "K5",
            {"gia_han": 16},
            "Giải quyết khiếu nại lần đầu (K5) chỉ được gia hạn tối đa 15 ngày theo Điều 28 Luật Khiếu nại.",
        ),
        (
            "T1",
            {"gia_han": 4},
            "Xử lý ban đầu, thụ lý hoặc không thụ lý tố cáo (T1) chỉ được gia hạn tối đa 03 ngày làm việc theo "
            "Điều 24.1 Luật Tố cáo.",
        ),
        (
            "T3",
            {"gia_han": 1},
            "Chuyển tố cáo không thuộc thẩm quyền (T3) không được gia hạn theo Điều 24.2 Luật Tố cáo.",
        ),
        (
            "K5",
            {"so": 20},
            "Giải quyết khiếu nại lần đầu (K5) theo số ngày của luật, Trung tâm không tự ấn định được.",
        ),
        ("C6", {"so": 0}, "Số ngày phải lớn hơn 0."),
        (
            "K5",
            {"tam_dinh_chi": [(date(2026, 12, 10), date(2026, 12, 9))]},
            "Ngày tiếp tục 09/12/2026 trước ngày tạm đình chỉ 10/12/2026.",
        ),
        (
            "K5",
            {"tam_dinh_chi": [(date(2026, 11, 19), date(2026, 12, 9))]},
            "Ngày tạm đình chỉ 19/11/2026 trước ngày bắt đầu tính 20/11/2026.",
        ),
        (
            "K5",
            {"tam_dinh_chi": [(date(2026, 12, 5), date(2026, 12, 9)), (date(2026, 12, 1), date(2026, 12, 6))]},
            "Lần tạm đình chỉ ngày 05/12/2026 trùng với lần trước, tiếp tục ngày 06/12/2026.",
        ),
        (
            "K11",
            {"tam_dinh_chi": [(date(2026, 12, 5), date(2026, 12, 9))]},
            "Thông báo đối thoại (K11) đếm ngược từ ngày sự kiện nên không có tạm đình chỉ.",
        ),
        (
            "K5",
            {"tam_dinh_chi": [(date(2026, 12, 5), date(9999, 12, 31))]},
            "Ngày tính thời hạn phải trước năm 2201.",
        ),
    ],
)
def test_tu_choi_so_lieu_sai(viec, khac, cau):
    with pytest.raises(LoiThoiHan) as loi:
        tinh(viec, TU, LICH_TRONG, **khac)

    assert str(loi.value) == cau


def test_tu_choi_ngay_qua_xa():
    with pytest.raises(LoiThoiHan, match="trước năm 2201"):
        tinh("K5", date(9999, 12, 31), LICH_TRONG)


# --- explanation and warnings ---


def test_giai_thich_ngay_lam_viec(lich):
    assert tinh("T1", date(2026, 8, 20), lich).giai_thich == [
        "Thời hạn 07 ngày làm việc kể từ ngày nhận tố cáo, thứ Năm 20/08/2026 (Điều 24.1 Luật Tố cáo).",
        "Không tính thứ Năm 20/08/2026; đếm từ thứ Sáu 21/08/2026.",
        "Không tính các ngày nghỉ: Chủ nhật 23/08/2026 (nghỉ cuối tuần).",
        "Có tính ngày làm bù: thứ Bảy 22/08/2026 (Làm bù cho ngày 31/8/2026).",
        "Hạn cuối: hết thứ Sáu 28/08/2026.",
    ]


def test_giai_thich_doi_ngay_cuoi_va_gia_han_va_tam_dinh_chi(lich):
    ket_qua = tinh("K5", date(2026, 7, 31), lich, gia_han=2, tam_dinh_chi=[(date(2026, 8, 10), date(2026, 8, 15))])

    assert ket_qua.giai_thich == [
        "Thời hạn 30 ngày kể từ ngày thụ lý, thứ Sáu 31/07/2026 (Điều 28 Luật Khiếu nại).",
        "Không tính thứ Sáu 31/07/2026; đếm từ thứ Bảy 01/08/2026.",
        "Gia hạn thêm 02 ngày, tổng cộng 32 ngày.",
        "Tạm đình chỉ ngày 10/08/2026, tiếp tục ngày 15/08/2026: 05 ngày không tính vào thời hạn, "
        "ngày cuối chuyển từ thứ Ba 01/09/2026 sang Chủ nhật 06/09/2026.",
        "Ngày cuối là Chủ nhật 06/09/2026, ngày nghỉ; bỏ qua Chủ nhật 06/09/2026 (nghỉ cuối tuần), "
        "chuyển sang ngày làm việc tiếp theo (Điều 148.5 Bộ luật Dân sự).",
        "Hạn cuối: hết thứ Hai 07/09/2026.",
    ]


def test_giai_thich_neu_ten_tung_ngay_le_bi_vuot_qua(lich):
    assert tinh("K5", date(2026, 7, 31), lich).giai_thich[-2] == (
        "Ngày cuối là Chủ nhật 30/08/2026, ngày nghỉ; bỏ qua Chủ nhật 30/08/2026 (nghỉ cuối tuần), "
        "thứ Hai 31/08/2026 (Nghỉ hoán đổi dịp Quốc khánh), thứ Ba 01/09/2026 (Quốc khánh (ngày liền kề)), "
        "thứ Tư 02/09/2026 (Quốc khánh), chuyển sang ngày làm việc tiếp theo (Điều 148.5 Bộ luật Dân sự)."
    )


def test_giai_thich_truoc_su_kien(lich):
    assert tinh("C4", date(2026, 12, 2), lich).giai_thich == [
        "Ít nhất 05 ngày làm việc trước ngày tiếp công dân, thứ Tư 02/12/2026 (Điều 24.4 Luật Tiếp công dân).",
        "Không tính các ngày nghỉ: thứ Bảy 28/11/2026 (nghỉ cuối tuần), Chủ nhật 29/11/2026 (nghỉ cuối tuần).",
        "Muộn nhất là thứ Tư 25/11/2026; không dời vì ngày nghỉ.",
    ]


def test_giai_thich_thoi_gian_cho(lich):
    assert tinh("K19", date(2026, 7, 31), lich).giai_thich == [
        "Thời hạn 30 ngày kể từ ngày ban hành quyết định, thứ Sáu 31/07/2026 (Điều 44.2, 57.1b Luật Khiếu nại).",
        "Không tính thứ Sáu 31/07/2026; đếm từ thứ Bảy 01/08/2026.",
        "Thời gian chờ hết vào Chủ nhật 30/08/2026, không dời vì ngày nghỉ; có hiệu lực từ thứ Hai 31/08/2026.",
    ]


def test_giai_thich_khi_luat_khong_an_dinh(lich):
    assert tinh("T2", date(2026, 11, 20), lich).giai_thich == [
        "Luật không ấn định số ngày (Điều 24.1 Luật Tố cáo).",
        "Thông báo ngay, nêu rõ lý do.",
    ]


def test_canh_bao_ngay_chua_xac_nhan_trong_khoang_dem(lich):
    assert tinh("K4", date(2026, 11, 20), lich).canh_bao == [
        "Thứ Hai 23/11/2026 (Nghỉ hoán đổi dịp Ngày Văn hóa Việt Nam (đề xuất)) chưa được xác nhận; "
        "thời hạn có thể thay đổi.",
        "Thứ Bảy 28/11/2026 (Làm bù cho ngày 23/11/2026 (đề xuất)) chưa được xác nhận; thời hạn có thể thay đổi.",
    ]


@pytest.mark.parametrize(
    ("viec", "tu", "ngay_canh_bao"),
    [
        ("K5", date(2026, 10, 24), ["23/11/2026"]),  # the last day itself
        ("K5", date(2026, 10, 29), ["28/11/2026"]),  # a Saturday that would not roll
        ("K5", date(2026, 11, 1), []),  # 23 and 28/11 lie inside thirty calendar days and change nothing
        ("K4", date(2026, 11, 28), []),  # the first day is not counted
        ("C4", date(2026, 11, 30), ["23/11/2026", "28/11/2026"]),
        ("K11", date(2026, 11, 28), []),  # calendar days before: the latest day never moves
        ("K18", date(2026, 10, 24), []),
        ("K4", date(2027, 2, 1), ["04/02/2027", "05/02/2027", "08/02/2027", "09/02/2027", "10/02/2027"]),
    ],
)
def test_canh_bao_chi_khi_ngay_chua_xac_nhan_co_the_doi_ket_qua(lich, viec, tu, ngay_canh_bao):
    canh_bao = tinh(viec, tu, lich).canh_bao

    assert [cau.split(" (")[0][-10:] for cau in canh_bao] == ngay_canh_bao


def test_canh_bao_nam_chua_nhap_ngay_nghi(lich):
    assert tinh("K1", date(2027, 11, 1), lich).canh_bao == ["Chưa nhập ngày nghỉ năm 2028; thời hạn có thể thay đổi."]


# --- properties ---

VIEC_CO_SO = [viec for viec in Viec if cac_dong(viec)[-1].so is not None]
VIEC_SAU = [viec for viec in VIEC_CO_SO if cac_dong(viec)[-1].huong is not HuongTinh.TRUOC]
NGAY_DAU, NGAY_CUOI = date(2026, 7, 1), date(2027, 9, 30)

cac_ngay = st.dates(NGAY_DAU, NGAY_CUOI)
cac_lich = st.builds(
    lambda nghi, bu: Lich(dict.fromkeys(nghi, "nghỉ"), dict.fromkeys(bu, "làm bù"), {}),
    st.sets(cac_ngay, max_size=60),
    st.sets(cac_ngay, max_size=20),
)


@given(st.sampled_from(VIEC_CO_SO), cac_ngay, cac_lich, cac_ngay)
def test_them_ngay_nghi_khong_lam_han_som_hon(viec, tu, lich, ngay_nghi):
    them = Lich({**lich.ngay_nghi, ngay_nghi: "nghỉ thêm"}, lich.lam_bu, {})

    truoc, sau = tinh(viec, tu, lich), tinh(viec, tu, them)

    # Counting back from an event, a day off asks for the notice earlier, never later.
    dau = -1 if truoc.thoi_han.huong is HuongTinh.TRUOC else 1
    assert (sau.han - truoc.han) * dau >= timedelta()


@given(st.sampled_from(VIEC_CO_SO), cac_ngay, cac_ngay, cac_lich)
def test_bat_dau_muon_hon_khong_het_han_som_hon(viec, ngay_a, ngay_b, lich):
    som, muon = sorted((ngay_a, ngay_b))

    assert tinh(viec, som, lich).han <= tinh(viec, muon, lich).han


@given(st.sampled_from(VIEC_CO_SO), cac_ngay, cac_lich)
def test_han_la_ngay_lam_viec_tru_loai_khong_doi(viec, tu, lich):
    ket_qua = tinh(viec, tu, lich)

    if ket_qua.thoi_han.doi_ngay:
        assert lich.la_ngay_lam_viec(ket_qua.han)
        assert lich.dem_ngay_lam_viec(ket_qua.han_goc - timedelta(days=1), ket_qua.han) == 1
    else:
        assert ket_qua.han == ket_qua.han_goc


@given(st.sampled_from([dong for dong in BANG_THOI_HAN if dong.gia_han]), cac_ngay, cac_lich, st.data())
def test_gia_han_khong_lam_han_som_hon(dong, tu, lich, data):
    it, nhieu = sorted(data.draw(st.tuples(*[st.integers(0, dong.gia_han_toi_da)] * 2)))

    assert tinh(dong.viec, tu, lich, gia_han=it).han <= tinh(dong.viec, tu, lich, gia_han=nhieu).han


@given(st.sampled_from(VIEC_SAU), cac_ngay, cac_lich, st.integers(0, 40), st.integers(0, 60), st.integers(0, 60))
def test_tam_dinh_chi_khong_lam_han_som_hon_va_chia_doi_khong_doi_han(viec, tu, lich, cach, dai_1, dai_2):
    dung = tu + timedelta(days=cach)
    giua = dung + timedelta(days=dai_1)
    tiep = giua + timedelta(days=dai_2)

    mot_lan = tinh(viec, tu, lich, tam_dinh_chi=[(dung, tiep)])
    hai_lan = tinh(viec, tu, lich, tam_dinh_chi=[(dung, giua), (giua, tiep)])

    assert tinh(viec, tu, lich).han <= mot_lan.han == hai_lan.han


@given(
    st.sampled_from([viec for viec in VIEC_SAU if cac_dong(viec)[-1].don_vi is not DonViTinh.NAM_LICH]),
    cac_ngay,
    st.integers(0, 40),
    st.integers(1, 6),
    st.data(),
)
def test_tam_dinh_chi_qua_tet_khong_mat_ngay_lam_viec_nao(viec, tu, cach, so_tuan, data):
    dung = tu + timedelta(days=cach)
    tiep = dung + timedelta(weeks=so_tuan)
    tet = data.draw(st.sets(st.dates(dung + timedelta(days=1), tiep)))
    lich = Lich(dict.fromkeys(tet, "Tết"), {}, {})
    khong_dung = tinh(viec, tu, lich)
    assume(dung <= khong_dung.han_goc)

    co_dung = tinh(viec, tu, lich, tam_dinh_chi=[(dung, tiep)])

    con_lai = lich.dem_ngay_lam_viec(tu, dung) + lich.dem_ngay_lam_viec(tiep, co_dung.han)
    assert con_lai >= lich.dem_ngay_lam_viec(tu, khong_dung.han)


@given(st.sampled_from(VIEC_CO_SO), cac_ngay, cac_lich)
def test_moi_ngay_nghi_bi_bo_qua_deu_co_ten_trong_giai_thich(viec, tu, lich):
    ket_qua = tinh(viec, tu, lich)

    van_ban = " ".join(ket_qua.giai_thich)
    bo_qua = lich.ngay_nghi_giua(ket_qua.han_goc - timedelta(days=1), ket_qua.han) if ket_qua.thoi_han.doi_ngay else []
    assert [ngay for ngay, _ in bo_qua if f"{ngay:%d/%m/%Y}" not in van_ban] == []
    assert f"{ket_qua.han:%d/%m/%Y}" in van_ban
