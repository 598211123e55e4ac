"""What reception is warned of, and what it is not."""

from datetime import date

import pytest

from donthu.phan_loai import LoaiDon
from tiepdan.actions import cong_bo_lich, huy_lich, tao_lich_nam, them_lich
from tiepdan.canh_bao import UY_QUYEN, canh_bao_lich, canh_bao_luot, canh_bao_nam
from tiepdan.hinh_thuc import HinhThuc, LoaiLich, NguoiTiep
from tiepdan.models import LichTiep
from tochuc.models import NgayNghi

pytestmark = pytest.mark.django_db

CAN_CUOC = "064190001234"


def test_ordinary_visit_has_none(ghi_luot):
    assert canh_bao_luot(ghi_luot(so_giay_to=CAN_CUOC)) == []


def test_visit_without_an_id_number(ghi_luot):
    assert canh_bao_luot(ghi_luot()) == [
        "Chưa ghi số giấy tờ tùy thân của người đến (Điều 12.1 Nghị định 154/2026/NĐ-CP)."
    ]


def test_what_changed_since_the_last_visit_is_shown(ghi_luot):
    ghi_luot(so_giay_to=CAN_CUOC, dien_thoai="0905123456")
    luot = ghi_luot(so_giay_to=CAN_CUOC, dia_chi="Phường Pleiku", noi_cap="Cục CSQLHC")

    assert canh_bao_luot(luot) == [
        "Khác với lần ghi trước của cùng số giấy tờ: địa chỉ (lần trước: Thôn 2, xã Ia Băng, tỉnh Gia Lai). "
        "Hồ sơ cũ được giữ nguyên."
    ]


def test_delegated_and_crowded(ghi_luot, can_bo):
    luot = ghi_luot(so_giay_to=CAN_CUOC, nguoi_tiep=NguoiTiep.UY_QUYEN, can_bo=can_bo, so_nguoi=5)

    assert canh_bao_luot(luot) == [
        UY_QUYEN,
        "Đoàn đông người (5 người): cử 01 hoặc 02 người đại diện, trên 10 người thì tối đa 05; người đứng đầu trực "
        "tiếp hoặc cử đại diện tiếp (Điều 29, 30 Luật Tiếp công dân).",
        "Chưa ghi số người đại diện; việc cử người đại diện phải bằng văn bản có chữ ký của mọi người.",
    ]


def test_denunciation_online(ghi_luot):
    luot = ghi_luot(loai=LoaiDon.TO_CAO, hinh_thuc=HinhThuc.TRUC_TUYEN, khong_giu_bi_mat=True)

    assert canh_bao_luot(luot) == [
        "Chỉ tiếp trực tuyến về tố cáo khi người tố cáo không yêu cầu giữ bí mật danh tính "
        "(Điều 20 Nghị định 154/2026/NĐ-CP)."
    ]


@pytest.mark.parametrize(
    ("ngay_cong_bo", "muon"),
    [(date(2026, 9, 8), False), (date(2026, 9, 9), True)],
)
def test_publishing_late(tchc, giam_doc, ngay_cong_bo, muon):
    """Five working days before Tuesday 15/9/2026 is Tuesday 08/9/2026."""
    dong = them_lich(nguoi=tchc, ngay=date(2026, 9, 15), loai=LoaiLich.DINH_KY, can_bo=giam_doc)
    cong_bo_lich([dong], nguoi=tchc, ngay=ngay_cong_bo)
    dong.refresh_from_db()

    cau = canh_bao_lich(dong, NgayNghi.objects.lich(), ngay_cong_bo)

    assert cau == (
        [
            "Công bố ngày 09/09/2026, muộn hơn hạn thứ Ba 08/09/2026: ít nhất 05 ngày làm việc trước ngày tiếp "
            "(Điều 24.4 Luật Tiếp công dân)."
        ]
        if muon
        else []
    )


@pytest.mark.parametrize(
    ("hom_nay", "dau_cau"),
    [
        (date(2026, 8, 3), []),
        (date(2026, 9, 1), ["Phải công bố chậm nhất thứ Ba 08/09/2026"]),
        (date(2026, 9, 9), ["Chưa công bố, đã qua hạn thứ Ba 08/09/2026"]),
    ],
)
def test_not_yet_published(tchc, giam_doc, hom_nay, dau_cau):
    dong = them_lich(nguoi=tchc, ngay=date(2026, 9, 15), loai=LoaiLich.DINH_KY, can_bo=giam_doc)

    cau = canh_bao_lich(dong, NgayNghi.objects.lich(), hom_nay)

    assert [c[: len(d)] for c, d in zip(cau, dau_cau, strict=True)] == dau_cau


def test_nobody_named_and_delegated(tchc):
    dong = them_lich(nguoi=tchc, ngay=date(2026, 9, 15), loai=LoaiLich.DOT_XUAT, nguoi_tiep=NguoiTiep.UY_QUYEN)

    assert canh_bao_lich(dong, NgayNghi.objects.lich(), date(2026, 9, 15)) == [
        "Chưa ghi rõ họ tên người tiếp.",
        UY_QUYEN,
    ]


def test_year_with_a_month_without_the_head(tchc):
    cac_dong = tao_lich_nam(2026, nguoi=tchc)
    huy_lich(cac_dong[2], nguoi=tchc, ngay=date(2026, 1, 5), ly_do="Bận họp")

    cau = canh_bao_nam(list(LichTiep.objects.all()), NgayNghi.objects.lich(), 2026)

    assert cau == [
        "Tháng 3 chưa có ngày tiếp của người đứng đầu; mỗi tháng ít nhất 01 ngày (Điều 10.2 Nghị định 154/2026/NĐ-CP)."
    ]


def test_year_whose_days_off_nobody_knows(tchc):
    cac_dong = tao_lich_nam(2030, nguoi=tchc)

    assert canh_bao_nam(cac_dong, NgayNghi.objects.lich(), 2030) == [
        "Chưa nhập ngày nghỉ của năm 2030: ngày tiếp có thể trùng ngày nghỉ."
    ]


def test_day_that_may_still_become_a_day_off(tchc):
    dong = them_lich(nguoi=tchc, ngay=date(2026, 11, 23), loai=LoaiLich.DINH_KY)

    cau = canh_bao_nam([dong], NgayNghi.objects.lich(), 2026)

    assert cau[0] == "Thứ Hai 23/11/2026 có thể là ngày nghỉ (chưa xác nhận), xem lại khi có lịch chính thức."
