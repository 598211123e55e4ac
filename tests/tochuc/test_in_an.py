import logging
from copy import deepcopy
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from tochuc.in_an import LoiInAn, duoc_phep, in_pdf, nhung_css, thu_muc_tinh

CHU_VIET = "ăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

NGU_CANH = {
    "co_quan_chu_quan": "Sở Y tế tỉnh Gia Lai",
    "co_quan_ban_hanh": "Trung tâm Y tế khu vực Pleiku",
    "so_ky_hieu": "05/BC-TTYT",
    "dia_danh": "Gia Lai",
    "ngay_van_ban": date(2026, 12, 2),
    "ten_loai": "Báo cáo",
    "trich_yeu": "Kết quả công tác tiếp công dân năm 2026",
    "kinh_gui": ["Sở Y tế tỉnh Gia Lai"],
    "noi_nhan": ["Như trên", "Lưu: VT, TCHC"],
    "thay_mat": "KT. Giám đốc",
    "chuc_vu": "Phó Giám đốc",
    "nguoi_ky": "Nguyễn Thị Bích Ngọc",
}


@pytest.fixture
def viet_mau(settings, tmp_path):
    """Write a template for one test and give its name."""
    cau_hinh = deepcopy(settings.TEMPLATES)
    cau_hinh[0]["DIRS"] = [tmp_path, *cau_hinh[0]["DIRS"]]
    settings.TEMPLATES = cau_hinh

    def viet(than, dau=""):
        (tmp_path / "thu.html").write_text(
            '{% extends "in/nen.html" %}{% block tieu_de %}Văn bản thử{% endblock %}'
            f"{{% block kieu_dang %}}{dau}{{% endblock %}}{{% block van_ban %}}{than}{{% endblock %}}",
            encoding="utf-8",
        )
        return "thu.html"

    return viet


def doc_pdf(pdf):
    return PdfReader(BytesIO(pdf))


def cac_phong(doc):
    return {
        phong.get_object()["/BaseFont"].split("+")[1]: "/FontFile2"
        in phong.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        for trang in doc.pages
        for phong in trang["/Resources"]["/Font"].values()
    }


def test_every_vietnamese_letter_comes_through_with_its_font_embedded(viet_mau):
    mau = viet_mau(
        f"<p>{CHU_VIET}</p><p>{CHU_VIET.upper()}</p><p><b>{CHU_VIET}</b></p><p><i>{CHU_VIET}</i></p>"
        f"<p><b><i>{CHU_VIET}</i></b></p>"
    )

    doc = doc_pdf(in_pdf(mau, {}))

    chu = doc.pages[0].extract_text()
    assert chu.split() == [CHU_VIET, CHU_VIET.upper(), CHU_VIET, CHU_VIET, CHU_VIET]
    assert cac_phong(doc) == {
        "Times-New-Roman,": True,
        "Times-New-Roman,-Bold": True,
        "Times-New-Roman,-Italic": True,
        "Times-New-Roman,-Bold-Italic": True,
    }


def test_metadata_is_the_title_and_nothing_of_anybody(viet_mau):
    mau = viet_mau(
        "<p>a</p>",
        '<meta name="author" content="Nguyễn Văn A"><meta name="keywords" content="b">'
        '<meta name="description" content="c">'
        '<meta name="generator" content="d"><meta name="dcterms.created" content="2026-01-01">',
    )

    doc = doc_pdf(in_pdf(mau, {}))

    assert dict(doc.metadata) == {"/Title": "Văn bản thử", "/Producer": doc.metadata.producer}
    assert doc.metadata.producer.startswith("WeasyPrint")
    assert doc.trailer["/Root"]["/Lang"] == "vi"
    assert doc.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_same_data_gives_the_same_bytes():
    assert in_pdf("in/van_ban.html", NGU_CANH) == in_pdf("in/van_ban.html", NGU_CANH)


def test_official_document_has_its_components_in_order():
    doc = doc_pdf(in_pdf("in/van_ban.html", NGU_CANH))

    assert doc.metadata.title == "Báo cáo Kết quả công tác tiếp công dân năm 2026"
    assert [dong.strip() for dong in doc.pages[0].extract_text().splitlines() if dong.strip()] == [
        "SỞ Y TẾ TỈNH GIA LAI",
        "TRUNG TÂM Y TẾ KHU VỰC",
        "PLEIKU",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-TTYT Gia Lai, ngày 02 tháng 12 năm 2026",
        "BÁO CÁO",
        "Kết quả công tác tiếp công dân năm 2026",
        "Kính gửi: Sở Y tế tỉnh Gia Lai",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT, TCHC.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Nguyễn Thị Bích Ngọc",
    ]


def test_several_addressees_stand_below_each_other():
    ngu_canh = {**NGU_CANH, "ten_loai": "", "ve_viec": "hướng dẫn gửi đơn", "kinh_gui": ["Ông A", "Sở Y tế"]}

    chu = doc_pdf(in_pdf("in/van_ban.html", ngu_canh)).pages[0].extract_text()

    assert "V/v hướng dẫn gửi đơn" in chu
    assert "- Ông A;" in chu
    assert "- Sở Y tế." in chu
    assert "BÁO CÁO" not in chu


def test_page_number_is_hidden_on_the_first_page(viet_mau):
    mau = viet_mau("{% for doan in cac_doan %}<p>Đoạn văn.</p>{% endfor %}")

    doc = doc_pdf(in_pdf(mau, {"cac_doan": range(70)}))

    assert [trang.extract_text().split()[-1] for trang in doc.pages] == ["văn.", "2", "3"]
    assert {(round(trang.mediabox.width), round(trang.mediabox.height)) for trang in doc.pages} == {(595, 842)}


@pytest.mark.parametrize("mau", ["in/nen.html", "in/van_ban.html"])
def test_the_style_sheets_have_no_rule_that_is_ignored(mau, caplog):
    nhat_ky = logging.getLogger("weasyprint")
    nhat_ky.addHandler(caplog.handler)

    in_pdf(mau, NGU_CANH)

    nhat_ky.removeHandler(caplog.handler)
    assert caplog.messages == []


@pytest.mark.parametrize(
    ("duong_dan", "ket_qua"),
    [
        ("in/van-ban.css", True),
        ("vendor/tinos/Tinos_700Bold.ttf", True),
        ("../config/settings.py", False),
        ("in/%2e%2e/%2e%2e/manage.py", False),
        ("../static-khac/a.css", False),
    ],
)
def test_only_files_below_static_are_served(duong_dan, ket_qua):
    assert duoc_phep(f"{thu_muc_tinh().as_uri()}/{duong_dan}") is ket_qua


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/a.css",
        "http://127.0.0.1/a.css",
        "ftp://127.0.0.1/a",
        "file:///etc/passwd",
        "file://may-khac/static/a.css",
        "//may-khac/a.css",
        "a.css",
    ],
)
def test_neither_network_nor_other_files(url):
    assert duoc_phep(url) is False


def test_data_made_rules_are_served():
    assert duoc_phep(nhung_css("p { color: red }")) is True


def test_a_link_out_of_static_is_not_followed(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    (tmp_path / "static").mkdir()
    (tmp_path / "kin.txt").write_text("kín")
    (tmp_path / "static" / "lien-ket.txt").symlink_to(tmp_path / "kin.txt")

    assert duoc_phep((thu_muc_tinh() / "lien-ket.txt").as_uri()) is False


@pytest.mark.parametrize(
    ("than", "dau"),
    [
        ('<img src="file:///etc/hostname" alt="">', ""),
        ('<img src="{{ dia_chi }}" alt="">', ""),
        ("", '<link rel="stylesheet" href="{{ dia_chi }}">'),
        ("", '<link rel="stylesheet" href="in/khong-co.css">'),
    ],
)
def test_a_document_with_a_refused_resource_is_not_printed(viet_mau, than, dau):
    mau = viet_mau(than, dau)

    with pytest.raises(LoiInAn):
        in_pdf(mau, {"dia_chi": "http://127.0.0.1:9/a.css"})


def test_rules_made_from_data_are_used(viet_mau):
    mau = viet_mau('<p class="hai">a</p>', '<link rel="stylesheet" href="{{ css }}">')

    doc = doc_pdf(in_pdf(mau, {"css": nhung_css(".hai::after { content: ' và b' }")}))

    assert doc.pages[0].extract_text().strip() == "a và b"
