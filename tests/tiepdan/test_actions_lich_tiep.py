"""The schedule: "ngày 15, trùng ngày nghỉ thì ngày làm việc tiếp theo", published, postponed, cancelled."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied

from tests.tiepdan.conftest import NGAY_TIEP
from tiepdan.actions import LoiPhieu, cong_bo_lich, doi_lich, huy_lich, sua_lich, tao_lich_nam, them_lich
from tiepdan.hinh_thuc import LoaiLich, NguoiTiep
from tiepdan.models import LichTiep
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, NhatKy
from tochuc.vai_tro import VaiTro

pytestmark = pytest.mark.django_db

HOM_NAY = date(2026, 9, 1)
# Sổ mẫu lịch 2026: 15/02 falls in Tết, 15/3, 15/8 and 15/11 on weekends.
LICH_2026 = [
    date(2026, 1, 15),
    date(2026, 2, 23),
    date(2026, 3, 16),
    date(2026, 4, 15),
    date(2026, 5, 15),
    date(2026, 6, 15),
    date(2026, 7, 15),
    date(2026, 8, 17),
    date(2026, 9, 15),
    date(2026, 10, 15),
    date(2026, 11, 16),
    date(2026, 12, 15),
]


@pytest.fixture
def lich_nam(tchc):
    return tao_lich_nam(2026, nguoi=tchc)


@pytest.fixture
def lich_thang_9(lich_nam):
    return lich_nam[8]


def test_year_by_the_rule_of_day_15(lich_nam):
    assert [dong.ngay for dong in lich_nam] == LICH_2026
    assert {(dong.loai, dong.nguoi_tiep, dong.da_cong_bo) for dong in lich_nam} == {
        (LoaiLich.DINH_KY, NguoiTiep.THU_TRUONG, False)
    }


def test_moved_day_says_from_where_and_why(lich_nam):
    doi = [(dong.doi_tu_ngay, dong.ly_do_huy) for dong in lich_nam if dong.doi_tu_ngay]

    assert doi == [
        (date(2026, 2, 15), "Trùng ngày nghỉ (nghỉ cuối tuần)"),
        (date(2026, 3, 15), "Trùng ngày nghỉ (nghỉ cuối tuần)"),
        (date(2026, 8, 15), "Trùng ngày nghỉ (nghỉ cuối tuần)"),
        (date(2026, 11, 15), "Trùng ngày nghỉ (nghỉ cuối tuần)"),
    ]


def test_place_and_hours_come_from_the_settings(tchc, giam_doc):
    CauHinh.objects.update(dia_diem_tiep="Phòng 101, nhà A")

    dong = tao_lich_nam(2026, nguoi=tchc, can_bo=giam_doc, gio_den=time(11, 0))[0]

    assert (dong.dia_diem, dong.gio_tu, dong.gio_den) == ("Phòng 101, nhà A", time(7, 30), time(11, 0))
    assert dong.can_bo == giam_doc


def test_second_run_makes_only_the_missing_months(tchc, lich_nam):
    with pytest.raises(LoiNghiepVu, match="đã có đủ lịch tiếp định kỳ"):
        tao_lich_nam(2026, nguoi=tchc)
    huy_lich(lich_nam[9], nguoi=tchc, ngay=HOM_NAY, ly_do="Trùng hội nghị")

    assert [dong.ngay for dong in tao_lich_nam(2026, nguoi=tchc)] == [date(2026, 10, 15)]


@pytest.mark.parametrize(
    ("nam", "ngay", "truong"), [(1999, 15, "nam"), (2026, 0, "ngay_trong_thang"), (2026, 25, "ngay_trong_thang")]
)
def test_wrong_year_or_day(tchc, nam, ngay, truong):
    with pytest.raises(LoiPhieu) as loi:
        tao_lich_nam(nam, nguoi=tchc, ngay_trong_thang=ngay)

    assert list(loi.value.cac_loi) == [truong]


def test_publishing_marks_the_day(tchc, lich_nam):
    dong = cong_bo_lich(lich_nam[8:10], nguoi=tchc, ngay=HOM_NAY)

    assert [lich.ngay for lich in dong] == [date(2026, 9, 15), date(2026, 10, 15)]
    assert list(LichTiep.objects.filter(da_cong_bo=True).values_list("ngay_cong_bo", flat=True)) == [HOM_NAY, HOM_NAY]
    with pytest.raises(LoiNghiepVu, match="Không có ngày tiếp nào chờ công bố"):
        cong_bo_lich(lich_nam[8:10], nguoi=tchc, ngay=HOM_NAY)


def test_cancelled_day_keeps_the_reason_and_frees_the_date(tchc, lich_thang_9):
    dong = huy_lich(lich_thang_9, nguoi=tchc, ngay=HOM_NAY, ly_do="Giám đốc đi công tác")

    assert (dong.da_huy, dong.ly_do_huy) == (True, "Giám đốc đi công tác")
    moi = them_lich(nguoi=tchc, ngay=dong.ngay, loai=LoaiLich.DINH_KY, nguoi_tiep=NguoiTiep.THU_TRUONG)
    assert moi.ngay == dong.ngay
    with pytest.raises(LoiNghiepVu, match="đã hủy hoặc đã dời"):
        huy_lich(dong, nguoi=tchc, ngay=HOM_NAY, ly_do="x")


def test_cancelling_needs_a_reason(tchc, lich_thang_9):
    with pytest.raises(LoiPhieu) as loi:
        huy_lich(lich_thang_9, nguoi=tchc, ngay=HOM_NAY, ly_do="")

    assert loi.value.cac_loi == {"ly_do": "Ghi lý do hủy."}


def test_published_day_that_is_past_stays(tchc, lich_thang_9):
    cong_bo_lich([lich_thang_9], nguoi=tchc, ngay=HOM_NAY)

    with pytest.raises(LoiNghiepVu, match="đã công bố và đã qua"):
        huy_lich(lich_thang_9, nguoi=tchc, ngay=date(2026, 9, 16), ly_do="x")
    assert huy_lich(lich_thang_9, nguoi=tchc, ngay=date(2026, 9, 15), ly_do="x").da_huy


def test_day_with_a_visit_stays(tchc, giam_doc, ghi_luot, lich_thang_9):
    ghi_luot(ngay=NGAY_TIEP, nguoi_tiep=NguoiTiep.THU_TRUONG, can_bo=giam_doc)

    with pytest.raises(LoiNghiepVu, match="đã có lượt tiếp"):
        doi_lich(lich_thang_9, nguoi=tchc, ngay=HOM_NAY, ngay_moi=date(2026, 9, 17), ly_do="Bận họp")


def test_postponed_day_leaves_both_rows(tchc, lich_thang_9):
    cong_bo_lich([lich_thang_9], nguoi=tchc, ngay=HOM_NAY)

    moi = doi_lich(lich_thang_9, nguoi=tchc, ngay=date(2026, 9, 8), ngay_moi=date(2026, 9, 17), ly_do="Bận họp")

    lich_thang_9.refresh_from_db()
    assert (lich_thang_9.da_huy, lich_thang_9.ly_do_huy) == (True, "Dời sang ngày 17/09/2026: Bận họp")
    assert (moi.ngay, moi.doi_tu_ngay, moi.da_cong_bo, moi.ngay_cong_bo) == (
        date(2026, 9, 17),
        date(2026, 9, 15),
        True,
        date(2026, 9, 8),
    )
    assert (moi.gio_tu, moi.loai) == (lich_thang_9.gio_tu, LoaiLich.DINH_KY)


@pytest.mark.parametrize(
    ("khac", "truong"),
    [
        ({"ngay_moi": date(2026, 8, 31)}, "ngay_moi"),
        ({"ngay_moi": date(2026, 9, 19)}, "ngay_moi"),
        ({"ngay_moi": date(2026, 9, 15)}, "ngay_moi"),
        ({"ly_do": ""}, "ly_do"),
    ],
)
def test_postponing_to_a_wrong_day(tchc, lich_thang_9, khac, truong):
    with pytest.raises(LoiPhieu) as loi:
        doi_lich(
            lich_thang_9,
            **{"nguoi": tchc, "ngay": HOM_NAY, "ngay_moi": date(2026, 9, 17), "ly_do": "Bận họp"} | khac,
        )

    assert list(loi.value.cac_loi) == [truong]


def test_added_days(tchc):
    dot_xuat = them_lich(nguoi=tchc, ngay=date(2026, 9, 19), loai=LoaiLich.DOT_XUAT, nguoi_tiep=NguoiTiep.THU_TRUONG)
    thuong_xuyen = them_lich(nguoi=tchc, ngay=date(2026, 9, 18), loai=LoaiLich.THUONG_XUYEN)

    assert (dot_xuat.ngay, thuong_xuyen.nguoi_tiep) == (date(2026, 9, 19), NguoiTiep.THUONG_XUYEN)


def test_same_day_twice_is_refused(tchc, lich_nam):
    with pytest.raises(LoiPhieu, match="Ngày này đã có lịch cùng loại và cùng người tiếp"):
        them_lich(nguoi=tchc, ngay=date(2026, 9, 15), loai=LoaiLich.DINH_KY)


def test_periodic_day_is_a_working_day(tchc):
    with pytest.raises(LoiPhieu, match="ngày làm việc gần nhất tiếp theo: 21/09/2026"):
        them_lich(nguoi=tchc, ngay=date(2026, 9, 19), loai=LoaiLich.DINH_KY)


def test_head_or_delegate_receives_on_such_days(tchc):
    with pytest.raises(LoiPhieu) as loi:
        them_lich(nguoi=tchc, ngay=date(2026, 9, 18), loai=LoaiLich.DOT_XUAT, nguoi_tiep=NguoiTiep.THUONG_XUYEN)

    assert list(loi.value.cac_loi) == ["nguoi_tiep"]


def test_details_of_a_day_change(tchc, giam_doc, lich_thang_9):
    dong = sua_lich(
        lich_thang_9,
        nguoi=tchc,
        can_bo=giam_doc,
        gio_tu=time(8, 0),
        gio_den=time(11, 0),
        dia_diem="Hội trường",
        thanh_phan="Trưởng phòng TCHC",
        noi_dung="Viện phí",
    )

    dong.refresh_from_db()
    assert (dong.can_bo, dong.gio_tu, dong.thanh_phan) == (giam_doc, time(8, 0), "Trưởng phòng TCHC")


def test_hours_in_order(tchc):
    with pytest.raises(LoiPhieu, match="Giờ kết thúc phải sau giờ bắt đầu"):
        them_lich(nguoi=tchc, ngay=date(2026, 9, 18), loai=LoaiLich.DOT_XUAT, gio_tu=time(9, 0), gio_den=time(8, 0))


def test_only_who_keeps_the_schedule(tao_nguoi, lich_thang_9):
    for vai_tro in (VaiTro.TIEP_DAN, VaiTro.LANH_DAO, VaiTro.QUAN_TRI):
        nguoi = tao_nguoi(vai_tro)
        for viec, tham_so in (
            (tao_lich_nam, {"nam": 2027}),
            (them_lich, {"ngay": HOM_NAY, "loai": LoaiLich.DOT_XUAT}),
            (cong_bo_lich, {"cac_lich": [lich_thang_9], "ngay": HOM_NAY}),
            (huy_lich, {"dong": lich_thang_9, "ngay": HOM_NAY, "ly_do": "x"}),
            (doi_lich, {"dong": lich_thang_9, "ngay": HOM_NAY, "ngay_moi": date(2026, 9, 17), "ly_do": "x"}),
            (sua_lich, {"dong": lich_thang_9}),
        ):
            with pytest.raises(PermissionDenied):
                viec(nguoi=nguoi, **tham_so)


def test_each_change_is_logged(tchc, lich_thang_9):
    cong_bo_lich([lich_thang_9], nguoi=tchc, ngay=HOM_NAY)
    doi_lich(lich_thang_9, nguoi=tchc, ngay=HOM_NAY, ngay_moi=date(2026, 9, 17), ly_do="Bận họp")

    assert list(NhatKy.objects.order_by("stt").values_list("noi_dung", flat=True)) == [
        "Lập lịch năm 2026: 12 ngày",
        "Công bố 1 ngày: 15/09/2026",
        "Dời lịch ngày 15/09/2026 sang ngày 17/09/2026",
    ]
