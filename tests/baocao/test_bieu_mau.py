import re
from datetime import date
from decimal import Decimal

import pytest

from baocao.bieu_mau import (
    KetQuaKiemTra,
    KieuSo,
    OTieuDe,
    cac_che_do,
    cay_tieu_de,
    doc_kiem_tra,
    doi_chieu,
    kiem_tra,
    kiem_tra_mem,
    lay_che_do,
)

CHE_DO = lay_che_do(date(2026, 9, 14))


def test_six_forms_of_the_regime():
    assert [(bieu.ma, len(bieu.cot), bieu.so_ghi_chu, bieu.so_tang) for bieu in CHE_DO.bieu] == [
        ("01/TCD", 21, 22, 4),
        ("02/XLD", 25, 26, 4),
        ("03/GQKN", 23, 24, 2),
        ("04/GQTC", 25, 26, 2),
        ("05/KQTH", 31, 32, 4),
        ("06/QLKNTC", 17, 18, 4),
    ]


@pytest.mark.parametrize("bieu", CHE_DO.bieu, ids=lambda bieu: bieu.ma)
def test_columns_are_numbered_from_one_and_the_note_follows(bieu):
    assert [cot.so for cot in bieu.cot] == list(range(1, bieu.so_ghi_chu))
    assert [bieu.lay_cot(cot.so) for cot in bieu.cot] == list(bieu.cot)


@pytest.mark.parametrize(
    ("ngay", "ten"),
    [
        (date(2026, 9, 14), "06/2025/TT-TTCP"),
        (date(2025, 9, 30), "06/2025/TT-TTCP"),
        (date(2024, 3, 14), "06/2025/TT-TTCP"),
    ],
)
def test_regime_of_a_day(ngay, ten):
    assert lay_che_do(ngay).ten == ten


def test_regimes_are_ordered_and_distinct():
    hieu_luc = [che_do.hieu_luc_tu for che_do in cac_che_do()]

    assert hieu_luc == sorted(set(hieu_luc))


def test_unknown_form():
    with pytest.raises(KeyError, match="07/XXX"):
        CHE_DO.lay_bieu("07/XXX")


def test_ms_row_of_02_xld():
    bieu = CHE_DO.lay_bieu("02/XLD")

    assert [cot.nhan_ms for cot in bieu.cot] == [
        "1", "2", "3=4+23", "4=6+12+19", "5", "6=7+8=9+10+11", "7", "8", "9", "10", "11", "12=13+14=15+16+17+18", "13",
        "14", "15", "16", "17", "18", "19=20+21+22", "20", "21", "22", "23=24+25", "24", "25",
    ]  # fmt: skip


def test_kind_of_number_follows_the_label():
    kieu = {(bieu.ma, cot.so): cot.kieu for bieu in CHE_DO.bieu for cot in bieu.cot}

    assert [so for (ma, so), k in kieu.items() if ma == "03/GQKN" and k is KieuSo.TIEN] == [13, 15]
    assert [so for (ma, so), k in kieu.items() if ma == "03/GQKN" and k is KieuSo.DAT] == [14, 16]
    assert [so for (ma, so), k in kieu.items() if ma == "05/KQTH" and k is not KieuSo.NGUYEN] == [
        3, 4, 5, 6, 7, 8, 9, 10, 18, 19, 20, 21, 22, 23, 24, 25,
    ]  # fmt: skip
    assert all(kieu["06/QLKNTC", so] is KieuSo.NGUYEN for so in range(1, 18))


def test_full_name_of_a_column():
    assert CHE_DO.lay_bieu("05/KQTH").lay_cot(4).ten_day_du == (
        "Kết quả thi hành Quyết định giải quyết khiếu nại – Thu hồi cho Nhà nước – Phải thu – Đất (m2)"
    )


def test_header_tree_of_06():
    ban_hanh = "Ban hành văn bản quản lý, chỉ đạo (Bộ, ngành, tỉnh, TP) về công tác TCD KN, TC"
    tap_huan = "Tập huấn, tuyên truyền, giáo dục pháp luật về TCD, KN, TC"

    assert cay_tieu_de(CHE_DO.lay_bieu("06/QLKNTC")) == (
        (
            OTieuDe(ban_hanh, 3, 1),
            OTieuDe(tap_huan, 2, 1),
            OTieuDe("Thanh tra trách nhiệm", 7, 1),
            OTieuDe("Kết quả thực hiện kết luận, quyết định xử lý về thanh tra trách nhiệm", 5, 1),
        ),
        (
            OTieuDe("Số văn bản ban hành mới", 1, 3, 1),
            OTieuDe("Số văn bản được sửa đổi, bổ sung", 1, 3, 2),
            OTieuDe("Số văn bản hủy bỏ", 1, 3, 3),
            OTieuDe("Số lớp", 1, 3, 4),
            OTieuDe("Số người", 1, 3, 5),
            OTieuDe("Thực hiện pháp luật về TCD, KN, TC", 2, 1),
            OTieuDe("Số cuộc đã ban hành kết luận", 1, 3, 8),
            OTieuDe("Kiến nghị xử lý", 4, 1),
            OTieuDe("Tổng số KLTT thực hiện", 1, 3, 13),
            OTieuDe("Đã xử lý hành chính", 2, 1),
            OTieuDe("Đã khởi tố", 2, 1),
        ),
        (
            OTieuDe("Số cuộc", 1, 2, 6),
            OTieuDe("Số đơn vị", 1, 2, 7),
            OTieuDe("Hành chính", 2, 1),
            OTieuDe("Chuyển cơ quan điều tra", 2, 1),
            OTieuDe("Tổ chức", 1, 2, 14),
            OTieuDe("Cá nhân", 1, 2, 15),
            OTieuDe("Vụ", 1, 2, 16),
            OTieuDe("Đối tượng", 1, 2, 17),
        ),
        (
            OTieuDe("Tổ chức", 1, 1, 9),
            OTieuDe("Cá nhân", 1, 1, 10),
            OTieuDe("Tổ chức", 1, 1, 11),
            OTieuDe("Cá nhân", 1, 1, 12),
        ),
    )


def test_leaf_and_group_of_one_name_stay_apart_in_02():
    hang_dau = cay_tieu_de(CHE_DO.lay_bieu("02/XLD"))[0]

    assert hang_dau[3:] == (
        OTieuDe("Số đơn thuộc thẩm quyền", 1, 4, 4),
        OTieuDe("Số vụ việc thuộc thẩm quyền", 1, 4, 5),
        OTieuDe("Số đơn thuộc thẩm quyền", 17, 1),
        OTieuDe("Số đơn không thuộc thẩm quyền", 3, 1),
    )


@pytest.mark.parametrize("bieu", CHE_DO.bieu, ids=lambda bieu: bieu.ma)
def test_header_cells_tile_the_grid(bieu):
    luoi = [[0] * len(bieu.cot) for _ in range(bieu.so_tang)]
    for tang, hang in enumerate(cay_tieu_de(bieu)):
        for o in hang:
            dau = luoi[tang].index(0)
            for dong in range(tang, tang + o.cao):
                for cot in range(dau, dau + o.rong):
                    luoi[dong][cot] += 1

    assert luoi == [[1] * len(bieu.cot) for _ in range(bieu.so_tang)]


def test_constructed_vector_holds_every_printed_and_inferred_check(so_lieu_mau):
    ket_qua = kiem_tra(so_lieu_mau, CHE_DO)

    assert len(ket_qua) == 37
    assert [kq.kiem_tra for kq in ket_qua if not kq.dat] == []
    assert [kq.dat for kq in kiem_tra_mem(so_lieu_mau, CHE_DO)] == [True] * 7


def test_broken_checks_show_both_sides(so_lieu_mau):
    so_lieu = {ma: dict(cot) for ma, cot in so_lieu_mau.items()}
    so_lieu["05/KQTH"][1] = 0
    so_lieu["01/TCD"][9] = 4

    hong = [kq for kq in kiem_tra(so_lieu, CHE_DO) if not kq.dat]
    mem = [kq for kq in kiem_tra_mem(so_lieu, CHE_DO) if not kq.dat]

    assert hong == [
        KetQuaKiemTra("05/KQTH:1 >= 03/GQKN:7", 0, 1, False),
        KetQuaKiemTra("05/KQTH:2 <= 05/KQTH:1", 1, 0, False),
    ]
    assert mem == [KetQuaKiemTra("01/TCD:9 >= 5 * 01/TCD:8", 4, 5, False)]


def test_sums_and_decimals_are_exact():
    so_lieu = {"01/TCD": {1: Decimal("0.3"), 2: Decimal("0.1"), 3: Decimal("0.2")}}

    ket_qua = doi_chieu((doc_kiem_tra("01/TCD:1 == 01/TCD:2 + 01/TCD:3"),), so_lieu)

    assert ket_qua == [KetQuaKiemTra("01/TCD:1 == 01/TCD:2 + 01/TCD:3", Decimal("0.3"), Decimal("0.3"), True)]


@pytest.mark.parametrize(
    ("chu", "loi"),
    [
        ("01/TCD:1", "not a relation: '01/TCD:1'"),
        ("01/TCD:1 == 01/TCD:2 == 01/TCD:3", "not a relation: '01/TCD:1 == 01/TCD:2 == 01/TCD:3'"),
        ("01/TCD:1 == 2", "not a term of a check: '2'"),
        ("01/TCD:1 == 01/TCD:2 - 01/TCD:3", "not a term of a check: '01/TCD:2 - 01/TCD:3'"),
        ("exit() == 01/TCD:1", "not a term of a check: 'exit()'"),
    ],
)
def test_only_relations_of_columns_are_read(chu, loi):
    with pytest.raises(ValueError, match=re.escape(loi)):
        doc_kiem_tra(chu)


def test_every_formula_of_a_column_is_among_the_checks():
    cac_chu = {kiem_tra.chu for kiem_tra in CHE_DO.kiem_tra}

    thieu = [
        (bieu.ma, cot.nhan_ms)
        for bieu in CHE_DO.bieu
        for cot in bieu.cot
        for tong in cot.cong_thuc
        if f"{bieu.ma}:{cot.so} == " + " + ".join(f"{bieu.ma}:{so}" for so in tong) not in cac_chu
    ]

    assert thieu == []


def test_checks_name_existing_columns():
    cac_cot = {(bieu.ma, cot.so) for bieu in CHE_DO.bieu for cot in bieu.cot}
    hang_tu = [ht for kt in CHE_DO.kiem_tra + CHE_DO.kiem_tra_mem for ht in kt.ve_trai + kt.ve_phai]

    assert {(ht.bieu, ht.cot) for ht in hang_tu} <= cac_cot
    assert doc_kiem_tra("05/KQTH:1 >= 03/GQKN:7").cac_bieu == {"05/KQTH", "03/GQKN"}


def test_the_check_over_several_periods_is_kept_in_words():
    assert len(CHE_DO.kiem_tra_nhieu_ky) == 1
