import json
import logging
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from baocao.bieu_mau import DongDonVi, lap_so_lieu, lay_che_do
from baocao.ky import doc_ky
from baocao.trinh_bay import DauBieu
from baocao.xuat import XUAT, doc_tu_dien, ghi_tu_dien

CHE_DO = lay_che_do(date(2026, 9, 14))
DAU = DauBieu(
    don_vi="Trung tâm Y tế khu vực Pleiku",
    co_quan="Trung tâm Y tế khu vực Pleiku",
    so_ky_hieu="05/BC-TTYT",
    ngay_bao_cao=date(2026, 9, 15),
    ghi_chu={"02/XLD": "01 đơn chỉ có ở kỳ lũy kế."},
)


@pytest.fixture(scope="module")
def bao_cao(vecto_mau):
    """Nine months with a money column and one broken check of each sort."""
    so_lieu_mau = {ma: dict(enumerate(cot, start=1)) for ma, cot in vecto_mau.items()}
    so_lieu_mau["03/GQKN"][13] = Decimal("12345.67")
    so_lieu_mau["03/GQKN"][14] = Decimal("100.00")
    so_lieu_mau["05/KQTH"][16] = 0
    so_lieu_mau["01/TCD"][9] = 4
    return lap_so_lieu(doc_ky("9T/2026"), so_lieu_mau)


def bo_khoang_trang(chu):
    return re.sub(r"\s", "", chu)


def test_json_has_the_agreed_shape(bao_cao):
    du_lieu = json.loads(XUAT["json"](bao_cao, DAU))

    assert list(du_lieu) == ["ky", "tu_ngay", "den_ngay", "bieu", "canh_bao", "luu_y"]
    assert (du_lieu["ky"], du_lieu["tu_ngay"], du_lieu["den_ngay"]) == ("9T/2026", "2025-12-15", "2026-09-14")
    assert {ma: list(cot) for ma, cot in du_lieu["bieu"].items()} == {
        bieu.ma: [str(cot.so) for cot in bieu.cot] for bieu in CHE_DO.bieu
    }
    assert du_lieu["bieu"]["01/TCD"]["1"] == 25
    assert du_lieu["canh_bao"] == [{"kiem_tra": "05/KQTH:16 >= 04/GQTC:7", "trai": 0, "phai": 1}]
    assert du_lieu["luu_y"] == [{"kiem_tra": "01/TCD:9 >= 5 * 01/TCD:8", "trai": 4, "phai": 5}]


@pytest.mark.parametrize(
    ("gia_tri", "chu"),
    [(Decimal("12345.67"), "12345.67"), (Decimal("100.00"), "100"), (Decimal("0.125"), "0.13"), (7, "7")],
)
def test_json_numbers_have_at_most_two_decimals(so_lieu_mau, gia_tri, chu):
    so_lieu_mau["03/GQKN"][13] = gia_tri

    du_lieu = XUAT["json"](lap_so_lieu(doc_ky("9T/2026"), so_lieu_mau), DAU).decode()

    assert f'"13": {chu},' in du_lieu


def test_a_report_read_back_is_the_same(bao_cao):
    doc_lai = doc_tu_dien(json.loads(json.dumps(ghi_tu_dien(bao_cao))))

    assert doc_lai == replace(bao_cao, bieu={ma: dict(cot) for ma, cot in bao_cao.bieu.items()})


@pytest.fixture(scope="module")
def cac_trang_pdf(bao_cao):
    return PdfReader(BytesIO(XUAT["pdf"](bao_cao, DAU))).pages


def test_pdf_is_six_landscape_pages_each_numbered_one(cac_trang_pdf):
    assert [(round(t.mediabox.width), round(t.mediabox.height)) for t in cac_trang_pdf] == [(842, 595)] * 6
    assert [t.extract_text().split()[-1] for t in cac_trang_pdf] == ["1"] * 6


@pytest.mark.parametrize("thu_tu", range(6))
def test_pdf_page_holds_the_whole_form(cac_trang_pdf, thu_tu):
    bieu = CHE_DO.bieu[thu_tu]

    chu = bo_khoang_trang(cac_trang_pdf[thu_tu].extract_text())

    assert bieu.ma in chu
    for dong in (
        bieu.ten,
        "Số liệu tính từ ngày 15/12/2025 đến ngày 14/09/2026",
        "(Kèm theo Báo cáo số: 05/BC-TTYT ngày 15 tháng 9 năm 2026 của Trung tâm Y tế khu vực Pleiku)",
        f"{bieu.so_ghi_chu}. Ghi chú:",
        "MS" + "".join(cot.nhan_ms for cot in bieu.cot),
        "Đơn vị",
        *(nhan for cot in bieu.cot for nhan in (*cot.duong_dan, cot.nhan)),
    ):
        assert bo_khoang_trang(dong) in chu


def test_pdf_writes_numbers_the_vietnamese_way(cac_trang_pdf):
    assert "12.345,67" in cac_trang_pdf[2].extract_text()
    assert "3.116" in cac_trang_pdf[5].extract_text()


def test_pdf_names_the_report_and_nobody(bao_cao):
    doc = PdfReader(BytesIO(XUAT["pdf"](bao_cao, DAU)))

    assert doc.metadata.title == "Biểu số liệu kèm theo Báo cáo 9 tháng năm 2026 – Trung tâm Y tế khu vực Pleiku"
    assert doc.metadata.author is None


def test_pdf_style_rules_are_all_understood(bao_cao, caplog):
    nhat_ky = logging.getLogger("weasyprint")
    nhat_ky.addHandler(caplog.handler)

    XUAT["pdf"](bao_cao, DAU)

    nhat_ky.removeHandler(caplog.handler)
    assert caplog.messages == []


def test_xlsx_has_a_sheet_per_form_with_numbers(bao_cao):
    noi_dung = XUAT["xlsx"](bao_cao, DAU)
    so_tinh, ket_qua = load_workbook(BytesIO(noi_dung)), load_workbook(BytesIO(noi_dung), data_only=True)

    assert so_tinh.sheetnames == ["01-TCD", "02-XLD", "03-GQKN", "04-GQTC", "05-KQTH", "06-QLKNTC"]
    assert not so_tinh.properties.creator
    for bieu in CHE_DO.bieu:
        trang = so_tinh[bieu.ma.replace("/", "-")]
        dong_ms = 6 + bieu.so_tang

        assert [trang.cell(dong, 1).value for dong in range(1, 5)] == [
            bieu.ma,
            bieu.ten,
            "Số liệu tính từ ngày 15/12/2025 đến ngày 14/09/2026",
            "(Kèm theo Báo cáo số: 05/BC-TTYT ngày 15 tháng 9 năm 2026 của Trung tâm Y tế khu vực Pleiku)",
        ]
        assert [bo_khoang_trang(o.value) for o in trang[dong_ms]] == ["MS", *(cot.nhan_ms for cot in bieu.cot)]
        assert [o.value for o in ket_qua[trang.title][dong_ms + 1]] == [
            "Trung tâm Y tế khu vực Pleiku",
            *(float(bao_cao.bieu[bieu.ma][cot.so]) for cot in bieu.cot),
        ]
    assert so_tinh["02-XLD"].cell(13, 1).value == "26. Ghi chú: 01 đơn chỉ có ở kỳ lũy kế."


def test_xlsx_writes_the_printed_formulas_of_the_row(bao_cao):
    so_tinh = load_workbook(BytesIO(XUAT["xlsx"](bao_cao, DAU)))

    cong_thuc = {o.coordinate: o.value for o in so_tinh["02-XLD"][11] if o.data_type == "f"}

    assert cong_thuc == {
        "D11": "=E11+X11",
        "E11": "=G11+M11+T11",
        "G11": "=H11+I11",
        "M11": "=N11+O11",
        "T11": "=U11+V11+W11",
        "X11": "=Y11+Z11",
    }


def test_xlsx_keeps_the_number_where_the_parts_do_not_add_up(so_lieu_mau):
    so_lieu_mau["02/XLD"][23] = 5  # 24 + 25 give 2: a broken check, which Excel must not mend

    trang = load_workbook(BytesIO(XUAT["xlsx"](lap_so_lieu(doc_ky("9T/2026"), so_lieu_mau), DAU)))["02-XLD"]

    assert (trang["X11"].value, trang["D11"].value) == (5, 12)
    assert trang["E11"].value == "=G11+M11+T11"


@pytest.fixture(scope="module")
def theo_don_vi(bao_cao):
    """The same, its units having two thirds and one third of each number where it can be shared."""
    mot_phan = {ma: {so: gia_tri // 3 for so, gia_tri in cot.items()} for ma, cot in bao_cao.bieu.items()}
    con_lai = {ma: {so: cot[so] - mot_phan[ma][so] for so in cot} for ma, cot in bao_cao.bieu.items()}
    cac_dong = (DongDonVi("Khoa Nội", con_lai, 1), DongDonVi("=Chung", mot_phan))
    return lap_so_lieu(bao_cao.ky, bao_cao.bieu, cac_dong)


def test_xlsx_adds_up_the_rows_of_the_units(theo_don_vi):
    noi_dung = XUAT["xlsx"](theo_don_vi, DAU)

    trang, ket_qua = (load_workbook(BytesIO(noi_dung), data_only=chi_so)["06-QLKNTC"] for chi_so in (False, True))
    assert [[o.value for o in hang[:6]] for hang in ket_qua["A11:R13"]] == [
        ["Khoa Nội", 3, 0, 0, 21, 2078],
        ["=Chung", 1, 0, 0, 10, 1038],
        ["Trung tâm Y tế khu vực Pleiku", 4, 0, 0, 31, 3116],
    ]
    assert [o.value for o in trang[13][1:6]] == [f"=SUM({cot}11:{cot}12)" for cot in "BCDEF"]
    assert [[o.font.b for o in trang[dong][:2]] for dong in (11, 12, 13)] == [[False] * 2, [False] * 2, [True] * 2]


def test_xlsx_every_row_has_its_own_formulas(so_lieu_mau):
    le_mot = {**so_lieu_mau, "01/TCD": {**so_lieu_mau["01/TCD"], 4: 2}}  # 8 + 14 + 20 give 1, as a unit may send it
    cac_dong = (DongDonVi("Trạm Một", le_mot, 1), DongDonVi("Trạm Hai", so_lieu_mau, 2))
    tong = {ma: {so: gia_tri + le_mot[ma][so] for so, gia_tri in cot.items()} for ma, cot in so_lieu_mau.items()}

    trang = load_workbook(BytesIO(XUAT["xlsx"](lap_so_lieu(doc_ky("9T/2026"), tong, cac_dong), DAU)))["01-TCD"]

    assert [trang[f"B{dong}"].value for dong in (11, 12, 13)] == [f"=F{dong}+L{dong}+R{dong}" for dong in (11, 12, 13)]
    assert [trang[f"E{dong}"].value for dong in (11, 12, 13)] == [2, "=I12+O12+U12", "=SUM(E11:E12)"]


def test_json_names_the_units_only_when_there_are_rows(bao_cao, theo_don_vi):
    chung, rieng = (json.loads(XUAT["json"](so_lieu, DAU)) for so_lieu in (bao_cao, theo_don_vi))

    assert list(rieng.pop("theo_don_vi")) == ["Khoa Nội", "=Chung"]
    assert rieng == chung


def test_xlsx_merges_the_headers_as_the_tree_says(bao_cao):
    trang = load_workbook(BytesIO(XUAT["xlsx"](bao_cao, DAU)))["03-GQKN"]

    gop = {str(vung): trang.cell(vung.min_row, vung.min_col).value for vung in trang.merged_cells.ranges}

    assert {vung: nhan for vung, nhan in gop.items() if vung[1:2] in "67"} == {
        "A6:A7": "Đơn vị",
        "B6:B7": "Tổng số đơn khiếu nại thuộc thẩm quyền",
        "C6:C7": "Tổng số vụ việc",
        "D6:G6": "Phân tích kết quả",
        "H6:H7": "Tổng số Quyết định ban hành trong kỳ",
        "I6:K6": "Giải quyết lần đầu",
        "L6:M6": "Giải quyết lần 2",
        "N6:O6": "Kiến nghị thu hồi cho Nhà nước",
        "P6:S6": "Trả lại cho tổ chức, cá nhân",
        "T6:U6": "Kiến nghị xử lý hành chính",
        "V6:X6": "Chuyển cơ quan điều tra",
    }


def test_xlsx_keeps_text_that_looks_like_a_formula(bao_cao):
    dau = replace(DAU, don_vi="=1+1")

    o = load_workbook(BytesIO(XUAT["xlsx"](bao_cao, dau)))["01-TCD"].cell(11, 1)

    assert (o.value, o.data_type) == ("=1+1", "s")


def test_docx_has_a_landscape_section_and_a_table_per_form(bao_cao):
    tai_lieu = Document(BytesIO(XUAT["docx"](bao_cao, DAU)))

    assert [(round(vung.page_width.mm), round(vung.page_height.mm)) for vung in tai_lieu.sections] == [(297, 210)] * 6
    assert [doan.text for doan in tai_lieu.paragraphs if doan.style.name == "Tên biểu"] == [
        bieu.ten for bieu in CHE_DO.bieu
    ]
    assert [doan.text for doan in tai_lieu.paragraphs if doan.style.name == "Mã biểu"] == [
        bieu.ma for bieu in CHE_DO.bieu
    ]
    assert (tai_lieu.core_properties.author, tai_lieu.core_properties.language) == ("", "vi-VN")
    for bieu, bang in zip(CHE_DO.bieu, tai_lieu.tables, strict=True):
        assert [bo_khoang_trang(o.text) for o in bang.rows[-2].cells] == ["MS", *(cot.nhan_ms for cot in bieu.cot)]
    assert [o.text for o in tai_lieu.tables[5].rows[-1].cells[:6]] == [
        "Trung tâm Y tế khu vực Pleiku",
        "4",
        "0",
        "0",
        "31",
        "3.116",
    ]
    assert [bo_khoang_trang(o.text) for o in tai_lieu.tables[2].rows[0].cells[13:15]] == [
        "KiếnnghịthuhồichoNhànước"
    ] * 2
