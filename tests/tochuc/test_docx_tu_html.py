"""The Word file of a document says what its PDF says, on the same page, in the same letters."""

import time
from collections import Counter
from copy import deepcopy
from datetime import date
from io import BytesIO

import pytest
from django.template.loader import render_to_string
from docx import Document
from docx.shared import Mm, Pt
from pypdf import PdfReader

from tochuc.docx_tu_html import docx_tu_html
from tochuc.in_an import in_pdf

THAN = """
<p class="can-cu">Căn cứ Luật Khiếu nại ngày 11 tháng 11 năm 2011;</p>
<h2>I. Nội dung</h2>
<h3>1. Kết quả <em>xác minh</em></h3>
<p>Ông <b>Nguyễn Văn Ẩn</b>
   khiếu nại việc thu tiền.<br>Dòng thứ hai.</p>
<ul><li>Một;</li><li>Hai.</li></ul>
<table class="luoi">
  <thead><tr><th rowspan="2">TT</th><th colspan="2">Tài liệu</th></tr><tr><th>Tên</th><th>Số trang</th></tr></thead>
  <tbody><tr><td>1</td><td>Hóa đơn</td><td>02</td></tr></tbody>
</table>
"""
NGU_CANH = {
    "co_quan_chu_quan": "Sở Y tế tỉnh Gia Lai",
    "co_quan_ban_hanh": "Trung tâm Y tế khu vực",
    "so_ky_hieu": "05/TB-TTYT",
    "dia_danh": "Gia Lai",
    "ngay_van_ban": date(2026, 12, 2),
    "ten_loai": "Thông báo",
    "trich_yeu": "Về việc thụ lý giải quyết khiếu nại",
    "kinh_gui": ["Ông Nguyễn Văn Ẩn", "Thanh tra tỉnh"],
    "noi_nhan": ["Như kính gửi", "Lưu: VT"],
    "thay_mat": "TL. Giám đốc\nKT. Trưởng phòng",
    "chuc_vu": "Phó Trưởng phòng",
    "nguoi_ky": "Nguyễn Thị Bích Ngọc",
}


@pytest.fixture
def mau_thu(settings, tmp_path):
    cau_hinh = deepcopy(settings.TEMPLATES)
    cau_hinh[0]["DIRS"] = [tmp_path, *cau_hinh[0]["DIRS"]]
    settings.TEMPLATES = cau_hinh
    (tmp_path / "thu.html").write_text(
        f'{{% extends "in/van_ban.html" %}}{{% block noi_dung %}}{THAN}{{% endblock %}}', encoding="utf-8"
    )
    return "thu.html"


@pytest.fixture
def doc_word(mau_thu):
    """The Word file of the document with other values in its head."""

    def doc(**khac):
        return Document(BytesIO(docx_tu_html(render_to_string(mau_thu, NGU_CANH | khac))))

    return doc


def cac_doan(noi) -> list:
    """Paragraphs in the order of the file, those of tables included, none twice."""
    return list(noi.element.body.iter("{*}p"))


def chu_cua(tai_lieu) -> list[str]:
    doan = [
        "".join(nut.text or "" if nut.tag.endswith("}t") else "\n" for nut in p.iter("{*}t", "{*}br"))
        for p in cac_doan(tai_lieu)
    ]
    return [chu for chu in doan if chu.strip()]


def doan_ghi(tai_lieu, chu):
    """The paragraph with these words."""
    cac_bang = [o.paragraphs for bang in tai_lieu.tables for hang in bang.rows for o in hang.cells]
    return next(doan for nhom in (tai_lieu.paragraphs, *cac_bang) for doan in nhom if doan.text == chu)


def test_cung_chu_nhu_ban_pdf(mau_thu, doc_word):
    pdf = PdfReader(BytesIO(in_pdf(mau_thu, NGU_CANH)))

    chu_pdf = " ".join(trang.extract_text() for trang in pdf.pages).split()

    assert Counter(" ".join(chu_cua(doc_word())).split()) == Counter(chu_pdf)


def test_thu_tu_cac_phan(doc_word):
    assert chu_cua(doc_word()) == [
        "SỞ Y TẾ TỈNH GIA LAI",
        "TRUNG TÂM Y TẾ KHU VỰC",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/TB-TTYT",
        "Gia Lai, ngày 02 tháng 12 năm 2026",
        "THÔNG BÁO",
        "Về việc thụ lý giải quyết khiếu nại",
        "Kính gửi:",
        "- Ông Nguyễn Văn Ẩn;",
        "- Thanh tra tỉnh.",
        "Căn cứ Luật Khiếu nại ngày 11 tháng 11 năm 2011;",
        "I. NỘI DUNG",
        "1. Kết quả xác minh",
        "Ông Nguyễn Văn Ẩn khiếu nại việc thu tiền.\nDòng thứ hai.",
        "- Một;",
        "- Hai.",
        "TT",
        "Tài liệu",
        "Tên",
        "Số trang",
        "1",
        "Hóa đơn",
        "02",
        "Nơi nhận:",
        "- Như kính gửi;",
        "- Lưu: VT.",
        "TL. GIÁM ĐỐC\nKT. TRƯỞNG PHÒNG",
        "PHÓ TRƯỞNG PHÒNG",
        "Nguyễn Thị Bích Ngọc",
    ]


def test_trang_giay_theo_nghi_dinh_30(doc_word):
    tai_lieu = doc_word()

    vung = tai_lieu.sections[0]

    assert (round(vung.page_width.mm), round(vung.page_height.mm)) == (210, 297)
    assert [round(le.mm) for le in (vung.top_margin, vung.right_margin, vung.bottom_margin, vung.left_margin)] == [
        20,
        15,
        20,
        30,
    ]
    assert tai_lieu.styles["Normal"].font.name == "Times New Roman"
    assert vung.different_first_page_header_footer is True
    assert [nut.text for nut in vung.header._element.iter("{*}instrText")] == ["PAGE"]
    assert list(vung.first_page_header._element.iter("{*}instrText")) == []


@pytest.mark.parametrize(
    ("chu", "kieu", "co", "dam", "nghieng"),
    [
        ("SỞ Y TẾ TỈNH GIA LAI", "Cơ quan chủ quản", 12, False, False),
        ("TRUNG TÂM Y TẾ KHU VỰC", "Cơ quan ban hành", 12, True, False),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quốc hiệu", 12, True, False),
        ("Độc lập - Tự do - Hạnh phúc", "Tiêu ngữ", 13, True, False),
        ("Số: 05/TB-TTYT", "Số ký hiệu", 13, False, False),
        ("Gia Lai, ngày 02 tháng 12 năm 2026", "Địa danh và thời gian", 13, False, True),
        ("THÔNG BÁO", "Tên loại văn bản", 14, True, False),
        ("Về việc thụ lý giải quyết khiếu nại", "Trích yếu", 14, True, False),
        ("Căn cứ Luật Khiếu nại ngày 11 tháng 11 năm 2011;", "Căn cứ", 14, False, True),
        ("I. NỘI DUNG", "Heading 1", 14, True, False),
        ("1. Kết quả xác minh", "Heading 2", 14, True, False),
        ("- Hai.", "Nội dung", 14, False, False),
        ("Hóa đơn", "Ô bảng", 12, False, False),
        ("- Lưu: VT.", "Nơi nhận", 11, False, False),
        ("PHÓ TRƯỞNG PHÒNG", "Chữ ký", 14, True, False),
    ],
)
def test_co_chu_kieu_chu(doc_word, chu, kieu, co, dam, nghieng):
    doan = doan_ghi(doc_word(), chu)

    phong = doan.style.font
    assert (doan.style.name, phong.size, phong.bold, phong.italic) == (kieu, Pt(co), dam, nghieng)
    assert (phong.name, str(phong.color.rgb)) == ("Times New Roman", "000000")
    chay = doan.runs[0].font
    assert (chay.size, chay.bold, chay.italic) == (None, None, None)


def test_chu_khac_kieu_cua_doan_moi_co_dinh_dang_rieng(doc_word):
    tai_lieu = doc_word()

    doan = doan_ghi(tai_lieu, "Ông Nguyễn Văn Ẩn khiếu nại việc thu tiền.\nDòng thứ hai.")
    muc = doan_ghi(tai_lieu, "Nơi nhận:").runs[0]

    assert [chay.bold for chay in doan.runs if chay.text.strip()] == [None, True, None, None]
    assert (muc.font.size, muc.bold, muc.italic) == (Pt(12), True, True)


def test_doan_noi_dung_lui_dau_dong(doc_word):
    doan = doan_ghi(doc_word(), "- Hai.")

    dinh_dang = doan.style.paragraph_format
    assert (round(dinh_dang.first_line_indent.cm, 2), dinh_dang.space_after) == (1.27, Pt(6))
    assert doan.paragraph_format.first_line_indent is None


def test_duong_ke_duoi_tieu_ngu_dai_bang_dong_chu(doc_word):
    doan = doan_ghi(doc_word(), "Độc lập - Tự do - Hạnh phúc")

    ke = doan._p.getnext()

    lui = ke.find(".//{*}ind")
    rong = Mm(165) * 0.56 - sum(
        int(lui.get(lui.nsmap["w"].join(("{", "}")) + phia)) * 635 for phia in ("left", "right")
    )
    assert ke.find(".//{*}pBdr/{*}top") is not None
    assert 55 < rong / 36000 < 65


def test_ma_qr_o_chan_trang_dau(doc_word):
    anh = (
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJg"
        "gg=="
    )

    tai_lieu = doc_word(ma_qr=anh, ma_tra_cuu="ab12", dia_chi_tra_cuu="https://ttyt.example.vn/tra-cuu/ab12/")

    chan = tai_lieu.sections[0].first_page_footer
    assert chan.paragraphs[0].text.strip() == "Mã tra cứu ab12. Kiểm tra tại https://ttyt.example.vn/tra-cuu/ab12/"
    assert len(list(chan._element.iter("{*}blip"))) == 1
    assert tai_lieu.sections[0].footer.paragraphs[0].text == ""


def test_khong_mang_ten_nguoi_lap(doc_word):
    thong_tin = doc_word().core_properties

    assert (thong_tin.title, thong_tin.author, thong_tin.comments) == (
        "Thông báo Về việc thụ lý giải quyết khiếu nại",
        "",
        "",
    )


def test_nhanh_hon_mot_giay(mau_thu):
    chu = render_to_string(mau_thu, NGU_CANH)
    docx_tu_html(chu)

    bat_dau = time.perf_counter()
    docx_tu_html(chu)

    assert time.perf_counter() - bat_dau < 1
