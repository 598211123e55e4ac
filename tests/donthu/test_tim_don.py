"""Search: what is found, in which order, and that the bounded way finds what the plain one would."""

from datetime import date, timedelta

import pytest
from django.db import connection

from donthu.models import CongDan, DonThu
from donthu.phan_loai import LoaiDon
from donthu.tim_don import KY_NHAN, SO_NGAY_KY, ky_cua, tim
from tochuc.tim_kiem import bo_dau
from tochuc.vai_tro import VaiTro

NGAY = date(2026, 9, 1)


@pytest.fixture
def tao(tao_don):
    """A petition by its summary, each received a day before the one made before it."""
    dem = iter(range(10_000))

    def mot(tom_tat, **khac):
        return tao_don(tom_tat=tom_tat, **{"ngay_nhan": NGAY - timedelta(days=next(dem))} | khac)

    return mot


def ma_tim(cau, cac_don=None, **khac):
    ket_qua = tim(DonThu.objects.all() if cac_don is None else cac_don, cau, **khac)
    theo_khoa = DonThu.objects.in_bulk(ket_qua.khoa)
    return [theo_khoa[khoa].ma for khoa in ket_qua.khoa]


def test_khong_dau_cung_thay_va_dung_dau_len_truoc(tao):
    tao("Thai do phuc vu", ma="KHONG-DAU")
    tao("Thái độ phục vụ", ma="CO-DAU")
    tao("Thủ tục ra viện", ma="KHAC")

    assert ma_tim("thai do") == ["KHONG-DAU", "CO-DAU"]
    assert ma_tim("thái độ") == ["CO-DAU", "KHONG-DAU"]
    assert ma_tim("THÁI  Độ") == ["CO-DAU", "KHONG-DAU"]
    assert ma_tim("đo thai") == ["KHONG-DAU", "CO-DAU"]


def test_nhieu_tu_dung_dau_hon_thi_truoc(tao):
    tao("thu vien phi", ma="A")
    tao("thu viện phi", ma="B")
    tao("thu viện phí", ma="C")

    assert ma_tim("viện phí") == ["C", "B", "A"]


def test_moi_tu_phai_co(tao):
    tao("Khoa Nội cấp thuốc thiếu", ma="HAI")
    tao("Khoa Ngoại", ma="MOT")

    assert ma_tim("khoa noi") == ["HAI"]
    assert ma_tim("thuoc khoa") == ["HAI"]
    assert ma_tim("khoa san") == []


def test_theo_ten_nguoi_gui_va_ma_nguoi_to_cao(tao):
    tao("a", ma="CO-TEN", cong_dan=CongDan.objects.create(ho_ten="Rơ Châm H'Bia"))
    tao("b", ma="TO-CAO", loai=LoaiDon.TO_CAO, ma_nguoi_to_cao="NTC-2026-7F3K")

    assert ma_tim("ro cham") == ["CO-TEN"]
    assert ma_tim("h'bia") == ["CO-TEN"]
    assert ma_tim("ntc-2026-7f3k") == ["TO-CAO"]


def test_dung_ma_don_thi_mot_minh_don_ay(tao):
    tao("nhắc tới DT-2026-0007", ma="DT-2026-0100")
    tao("đơn", ma="DT-2026-0007")

    assert ma_tim(" dt-2026-0007 ") == ["DT-2026-0007"]
    assert ma_tim("0007") == ["DT-2026-0100", "DT-2026-0007"]


def test_tu_ngan_khop_dau_tu(tao):
    tao("bác sĩ An khám", ma="AN")
    tao("giường bệnh khoa sản", ma="SAN")

    assert ma_tim("an") == ["AN"]


@pytest.mark.parametrize("cau", ["", "   ", "\u0301", "%", "_", "\\", "'", '"', "a%b", "🙂"])
def test_chu_la_khong_lam_hong(tao, cau):
    tao("Nội dung thường", ma="A")

    assert ma_tim(cau) == []


def test_dau_phan_tram_la_chu(tao):
    tao("chi trả 80% viện phí", ma="A")
    tao("chi trả 800 viện phí", ma="B")

    assert ma_tim("80%") == ["A"]


def test_chi_trong_nhung_don_duoc_xem(tao, tao_nguoi, tao_don_vi):
    khoa = tao_don_vi("NOI")
    tao("thái độ", ma="CUA-KHOA", don_vi=khoa)
    tao("thái độ", ma="NOI-KHAC")
    truong_khoa = tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=khoa)

    assert ma_tim("thai do", DonThu.objects.for_user(truong_khoa)) == ["CUA-KHOA"]


def test_chi_xep_nhung_don_moi_nhat_va_noi_con_nua(tao):
    for so in range(6):
        tao("viện phí", ma=f"D{so}")
    tao("Viện phí cũ nhất, đúng dấu", ma="CU")

    assert tim(DonThu.objects.all(), "vien phi", toi_da=7).con_nua is False
    ket_qua = tim(DonThu.objects.all(), "vien phi", toi_da=3)

    assert ma_tim("vien phi", toi_da=3) == ["D0", "D1", "D2"]
    assert ket_qua.con_nua is True


@pytest.mark.parametrize("di_truoc", [0, 1, 5, 1000])
@pytest.mark.parametrize("toi_da", [1, 4, 60])
@pytest.mark.parametrize("cau", ["khoa", "hiem", "khoa hiem", "an", "khong co"])
def test_duong_nao_cung_ra_nhu_nhau(tao, cau, toi_da, di_truoc):
    """Common and rare words over several periods, a register that was not entered in order of its dates."""
    for so in range(40):
        ngay = NGAY - timedelta(days=(so * 37) % 400)
        tao(
            f"khoa {'hiếm' if so % 13 == 5 else 'thường'} {'an' if so % 3 else 'ngan'}", ma=f"D{so:02d}", ngay_nhan=ngay
        )
    tu = [bo_dau(chu) for chu in cau.split()]
    khop = [
        don.ma
        for don in DonThu.objects.order_by("-ngay_nhan", "-pk")
        if all((chu if len(chu) > 2 else f" {chu}") in don.tim_kiem for chu in tu)
    ]

    assert ma_tim(cau, toi_da=toi_da, di_truoc=di_truoc) == khop[:toi_da]


def test_ky_cua_chi_muc_la_ky_cua_python(tao_don):
    if connection.vendor == "postgresql":
        tao_don(ngay_nhan=date(2026, 11, 22))
        assert DonThu.objects.values_list(KY_NHAN, flat=True).get() == ky_cua(date(2026, 11, 22))
    assert [ky_cua(date(2000, 1, 1)), ky_cua(date(2000, 1, 1) + timedelta(days=SO_NGAY_KY))] == [0, 1]
