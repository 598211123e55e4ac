from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.bieu_mau import CHUNG, GHI_CHU_CHUNG, TEN_CHUNG, DongDonVi, KieuSo, lap_so_lieu, lay_che_do
from baocao.ky import doc_ky
from baocao.trinh_bay import (
    DEM_O,
    DIEM,
    HE_SO_DAM,
    DauBieu,
    cao_hang,
    chia_be_rong,
    chia_dong,
    dem_dong,
    do_rong,
    do_tu_dai,
    trinh_bay,
)

CHE_DO = lay_che_do(date(2026, 9, 14))
DAU = DauBieu(don_vi="Trung tâm Y tế khu vực Pleiku")


@pytest.fixture
def so_lieu_lon():
    """Numbers as long as they may become."""
    return {
        bieu.ma: {cot.so: 3116 if cot.kieu is KieuSo.NGUYEN else Decimal("12345.67") for cot in bieu.cot}
        for bieu in CHE_DO.bieu
    }


def test_heading_lines_leave_room_for_the_number_of_the_report(so_lieu_mau):
    b = trinh_bay(lap_so_lieu(doc_ky("9T/2026"), so_lieu_mau), DAU)[0]

    assert b.dong_ngay == "Số liệu tính từ ngày 15/12/2025 đến ngày 14/09/2026"
    assert b.dong_kem == "(Kèm theo Báo cáo số: … ngày … tháng … năm … của …)"
    assert b.dong_ghi_chu == "22. Ghi chú:"


def test_heading_lines_name_the_report(so_lieu_mau):
    dau = DauBieu(
        don_vi="Trung tâm Y tế",
        co_quan="Trung tâm Y tế",
        so_ky_hieu="05/BC-TTYT",
        ngay_bao_cao=date(2026, 9, 15),
        ghi_chu={"01/TCD": "Không có\x0b đoàn đông người."},
    )

    b = trinh_bay(lap_so_lieu(doc_ky("9T/2026"), so_lieu_mau), dau)[0]

    assert b.dong_kem == "(Kèm theo Báo cáo số: 05/BC-TTYT ngày 15 tháng 9 năm 2026 của Trung tâm Y tế)"
    assert b.dong_ghi_chu == "22. Ghi chú: Không có đoàn đông người."


def test_a_missing_number_is_an_error(so_lieu_mau):
    bao_cao = lap_so_lieu(doc_ky("9T/2026"), so_lieu_mau)
    del so_lieu_mau["01/TCD"][21]

    with pytest.raises(KeyError):
        trinh_bay(bao_cao, DAU)


def test_every_form_fills_the_page_and_no_number_leaves_its_column(so_lieu_mau, so_lieu_lon):
    for so_lieu in (so_lieu_mau, so_lieu_lon):
        for b in trinh_bay(lap_so_lieu(doc_ky("N/2026"), so_lieu), DAU):
            em = b.kho_chu.co_chu * DIEM

            assert sum(b.kho_chu.be_rong) == pytest.approx(226)
            assert b.kho_chu.co_chu >= 7
            for cot, rong, so in zip(b.bieu.cot, b.kho_chu.be_rong, b.cac_dong[-1][1], strict=True):
                assert b.kho_chu.so_dung or do_rong(so) * em + DEM_O <= rong + 1e-9
                assert b.kho_chu.chu_dung or do_tu_dai(cot.nhan) * em + DEM_O <= rong + 1e-9


def them_don_vi(so_lieu, cac_don_vi):
    """A report with rows of units, all zero but for what is named; the one that is called so is the common row."""
    cac_dong = []
    for thu_tu, (ten, co_so) in enumerate(cac_don_vi.items(), start=1):
        bieu = {muc.ma: {cot.so: 0 for cot in muc.cot} | co_so.get(muc.ma, {}) for muc in CHE_DO.bieu}
        cac_dong.append(DongDonVi(ten, bieu, CHUNG if ten == TEN_CHUNG else thu_tu))
    return lap_so_lieu(doc_ky("N/2026"), so_lieu, tuple(cac_dong))


def test_rows_of_units_stand_above_the_centre_on_the_forms_where_they_have_something(so_lieu_mau):
    bao_cao = them_don_vi(so_lieu_mau, {"Khoa Nội": {"01/TCD": {1: 5}}, "Khoa Nhi": {"02/XLD": {1: 2}}})

    tiep, don, khieu_nai, *_ = trinh_bay(bao_cao, DAU)

    assert [(ten, hang[:2]) for ten, hang in tiep.cac_don_vi] == [("Khoa Nội", (5, 0))]
    assert [(ten, chu[:2]) for ten, chu in tiep.cac_dong] == [
        ("Khoa Nội", ("5", "0")),
        ("Trung tâm Y tế khu vực Pleiku", ("25", "31")),
    ]
    assert [ten for ten, _ in don.cac_don_vi] == ["Khoa Nhi"]
    assert khieu_nai.cac_don_vi == ()
    assert (tiep.cao_so, khieu_nai.cao_so) == (5, 8)


def test_note_says_what_the_common_row_holds_where_there_is_one(so_lieu_mau):
    bao_cao = them_don_vi(so_lieu_mau, {TEN_CHUNG: {"01/TCD": {1: 5}}})

    tiep, don, *_ = trinh_bay(bao_cao, replace(DAU, ghi_chu={"01/TCD": "Không có đoàn đông người."}))

    assert tiep.dong_ghi_chu == f"22. Ghi chú: Không có đoàn đông người. {GHI_CHU_CHUNG}"
    assert don.dong_ghi_chu == "26. Ghi chú:"


def test_columns_are_as_wide_as_the_longest_number_of_any_row(so_lieu_mau):
    so_lieu_mau["03/GQKN"][13] = Decimal("30000.00")
    bao_cao = them_don_vi(
        so_lieu_mau,
        {"Khoa Nội": {"03/GQKN": {13: Decimal("12345.67")}}, "Khoa Nhi": {"03/GQKN": {13: Decimal("17654.33")}}},
    )

    b = trinh_bay(bao_cao, DAU)[2]

    em = b.kho_chu.co_chu * DIEM
    assert [chu[12] for _, chu in b.cac_dong] == ["12.345,67", "17.654,33", "30.000"]
    assert do_rong("12.345,67") * em + DEM_O <= b.kho_chu.be_rong[12] + 1e-9
    assert HE_SO_DAM * do_rong("30.000") * em + DEM_O <= b.kho_chu.be_rong[12] + 1e-9


def test_labels_stand_upright_only_where_31_columns_need_it(so_lieu_mau, so_lieu_lon):
    dung = [b.bieu.ma for b in trinh_bay(lap_so_lieu(doc_ky("N/2026"), so_lieu_mau), DAU) if b.kho_chu.chu_dung]
    so_dung = [b.bieu.ma for b in trinh_bay(lap_so_lieu(doc_ky("N/2026"), so_lieu_lon), DAU) if b.kho_chu.so_dung]

    assert dung == ["05/KQTH"]
    assert so_dung == ["05/KQTH"]


def test_upright_label_is_broken_into_lines_of_like_length(so_lieu_mau):
    b = trinh_bay(lap_so_lieu(doc_ky("N/2026"), so_lieu_mau), DAU)[4]

    assert [o.nhan for hang in b.tieu_de for o in hang if o.so in (1, 12)] == [
        "Tổng số Quyết định\nphải thi hành trong kỳ",
        "Trong đó số cán bộ,\ncông chức, viên chức",
    ]


def test_ms_row_breaks_before_signs(so_lieu_mau):
    b = trinh_bay(lap_so_lieu(doc_ky("N/2026"), so_lieu_mau), DAU)[1]

    assert [chu.replace("\n", "") for chu in b.chu_ms] == [cot.nhan_ms for cot in b.bieu.cot]
    assert b.chu_ms[2] == "3=4\n+23"


def test_cells_of_the_header_have_their_places(so_lieu_mau):
    b = trinh_bay(lap_so_lieu(doc_ky("N/2026"), so_lieu_mau), DAU)[5]

    noi = {o.so: (dong, cot) for dong, cot, o in b.cac_o if o.so}

    assert {so: cot for so, (_, cot) in noi.items()} == {so: so - 1 for so in range(1, 18)}
    assert {so: noi[so][0] for so in (1, 6, 8, 9, 13, 17)} == {1: 1, 6: 2, 8: 1, 9: 3, 13: 1, 17: 2}


def test_header_rows_are_high_enough_for_upright_labels(so_lieu_mau):
    b = trinh_bay(lap_so_lieu(doc_ky("N/2026"), so_lieu_mau), DAU)[4]

    cao = cao_hang(b)

    assert cao[-1] >= 24
    assert sum(cao[1:]) >= 40


@given(st.lists(st.floats(1, 30), min_size=1, max_size=31), st.floats(0, 100))
def test_widths_give_each_its_need_and_fill_the_page(can, du):
    tong = sum(can) + du

    be_rong = chia_be_rong(can, tong)

    assert sum(be_rong) == pytest.approx(tong)
    assert all(rong >= nhu_cau - 1e-9 for rong, nhu_cau in zip(be_rong, can, strict=True))


def test_widths_are_as_equal_as_can_be():
    assert chia_be_rong([5, 12, 5], 30) == (9, 12, 9)


def test_chia_dong_and_dem_dong():
    assert chia_dong("Số vụ", 1) == "Số vụ"
    assert chia_dong("Tổng số người", 9) == "Tổng\nsố\nngười"
    assert (dem_dong("Số vụ", 10), dem_dong("Số vụ", 1.5)) == (1, 2)
