"""The files of a report say the same numbers, read back from each of them; those of a closed report never change."""

import json
import math
import re
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.utils import timezone
from docx import Document
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from pypdf import PdfReader

from baocao.actions import bao_cao as viec
from baocao.ban_bao_cao import (
    ban_pdf,
    dau_trang_hien_hanh,
    docx_bao_cao,
    json_bao_cao,
    so_lieu_dong_bang,
    tinh_ba_ky,
    xlsx_bao_cao,
)
from baocao.bieu_mau import lay_che_do
from baocao.ky import doc_ky
from baocao.lap_bieu import lap_bieu
from baocao.models import BaoCaoKy
from baocao.so_lieu import tinh_bao_cao
from donthu.models import DonThu
from tochuc.models import NhatKy
from tochuc.vai_tro import VaiTro

KY = doc_ky("6T/2026")
QUY_HAI = doc_ky("Q2/2026")
CAC_BIEU = lay_che_do(KY.den_ngay).bieu
BAN = {"pdf": ban_pdf, "docx": docx_bao_cao, "xlsx": xlsx_bao_cao, "json": json_bao_cao}


@pytest.fixture
def giam_doc(tao_nguoi):
    return tao_nguoi(VaiTro.LANH_DAO, ho_ten="Nguyễn Văn Mẫu", chuc_vu="Giám đốc")


@pytest.fixture
def chot(tao_nguoi, giam_doc):
    """A report of a period, closed by the director or by somebody else."""

    def lam(ky, nguoi=giam_doc) -> BaoCaoKy:
        tchc = tao_nguoi(VaiTro.TCHC)
        bao_cao = viec.mo_bao_cao(ky, nguoi=tchc, loi_van={"IV": "Dự báo số đơn giữ ở mức như hiện nay."})
        viec.trinh(bao_cao, nguoi=tchc, khong_phat_sinh=[])
        viec.duyet(bao_cao, nguoi=giam_doc)
        ngay = timezone.localdate()
        dong_bang = so_lieu_dong_bang(ky, ngay)
        return viec.chot(bao_cao, nguoi=nguoi, ngay=ngay, dau_trang=dau_trang_hien_hanh(nguoi), **dong_bang)

    return lam


# --- Reading the numbers back ----------------------------------------------------------------------------------------


def doc_so(chu: str) -> Decimal:
    return Decimal(chu.replace(".", "").replace(",", "."))


def mong_doi(so_lieu) -> dict[str, list[Decimal]]:
    return {bieu.ma: [Decimal(so_lieu[bieu.ma][cot.so]) for cot in bieu.cot] for bieu in CAC_BIEU}


def doc_json(noi_dung: bytes) -> dict[str, list[Decimal]]:
    bieu = json.loads(noi_dung, parse_float=Decimal)["bieu"]
    return mong_doi({ma: {int(so): gia_tri for so, gia_tri in cot.items()} for ma, cot in bieu.items()})


def doc_docx(noi_dung: bytes, hang: int = -1) -> dict[str, list[Decimal]]:
    cac_bang = [bang for bang in Document(BytesIO(noi_dung)).tables if bang.cell(0, 0).text == "Đơn vị"]
    return {
        bieu.ma: [doc_so(o.text) for o in bang.rows[hang].cells[1:]]
        for bieu, bang in zip(CAC_BIEU, cac_bang, strict=True)
    }


def doc_pdf(noi_dung: bytes) -> dict[str, list[Decimal]]:
    cac_trang = PdfReader(BytesIO(noi_dung)).pages[-len(CAC_BIEU) :]
    so = {}
    for bieu, trang in zip(CAC_BIEU, cac_trang, strict=True):
        bang = trang.extract_text().split(f"{bieu.so_ghi_chu}. Ghi chú")[0]
        so[bieu.ma] = [doc_so(chu) for chu in bang.split()[-len(bieu.cot) :]]
    return so


def trang_bieu(so_tinh, bieu):
    return so_tinh[bieu.ma.replace("/", "-")]


def dong_co_quan(trang, bieu) -> int:
    """The row of the centre: above the empty one before the note."""
    return next(o.row for o in trang["A"] if str(o.value).startswith(f"{bieu.so_ghi_chu}. Ghi chú")) - 2


def doc_xlsx_da_luu(noi_dung: bytes) -> dict[str, list[Decimal]]:
    so_tinh = load_workbook(BytesIO(noi_dung), data_only=True)
    so = {}
    for bieu in CAC_BIEU:
        trang = trang_bieu(so_tinh, bieu)
        so[bieu.ma] = [Decimal(str(o.value)) for o in trang[dong_co_quan(trang, bieu)][1:]]
    return so


def doc_xlsx_tinh_lai(noi_dung: bytes) -> dict[str, list[Decimal]]:
    so_tinh = load_workbook(BytesIO(noi_dung))
    so = {}
    for bieu in CAC_BIEU:
        trang = trang_bieu(so_tinh, bieu)
        so[bieu.ma] = [tinh_o(trang, o.coordinate) for o in trang[dong_co_quan(trang, bieu)][1:]]
    return so


def tinh_o(trang, o: str) -> Decimal:
    """Work out a cell of numbers, sums, differences and references: what our workbooks hold."""
    cong_thuc = trang[o].value
    if trang[o].data_type != "f":
        return Decimal(str(cong_thuc))
    if khop := re.fullmatch(r"=SUM\(([A-Z]+\d+)(?::([A-Z]+\d+))?\)", cong_thuc):
        vung = trang[f"{khop[1]}:{khop[2] or khop[1]}"]
        return sum(tinh_o(trang, muc.coordinate) for hang in vung for muc in hang)
    if khop := re.fullmatch(r"='([^']+)'!([A-Z]+\d+)", cong_thuc):
        return tinh_o(trang.parent[khop[1]], khop[2])
    assert re.fullmatch(r"=[A-Z]+\d+([+-][A-Z]+\d+)*", cong_thuc), cong_thuc
    cac_muc = re.findall(r"([=+-])([A-Z]+\d+)", cong_thuc)
    return sum(tinh_o(trang, muc) * (-1 if dau == "-" else 1) for dau, muc in cac_muc)


def tinh_ty_le(trang, o: str, truoc: str) -> Decimal | None:
    """Work out a percentage as a spreadsheet does, in binary numbers."""
    khop = re.fullmatch(rf'=IF\({truoc}=0,"",ROUND\((.+)\*10000/(.+),0\)/10000\)', trang[o].value)
    assert {khop[1], khop[2]} in (
        {f"(D{o[1:]}-{truoc})", truoc},
        {f"ROUND((D{o[1:]}-{truoc})*100,0)", f"ROUND({truoc}*100,0)"},
    )
    nay, mau = (float(tinh_o(trang, muc)) for muc in (f"D{o[1:]}", truoc))
    if not mau:
        return None
    if "ROUND" in khop[1]:
        nay, mau = round(nay * 100), round(mau * 100)
    ty_le = (nay - mau) * 10000 / mau
    return Decimal(int(math.copysign(math.floor(abs(ty_le) + 0.5), ty_le))) / 100


CACH_DOC = [
    ("json", doc_json),
    ("xlsx", doc_xlsx_da_luu),
    ("xlsx", doc_xlsx_tinh_lai),
    ("docx", doc_docx),
    ("pdf", doc_pdf),
]


@pytest.mark.parametrize(("dinh_dang", "doc"), CACH_DOC, ids=lambda muc: getattr(muc, "__name__", muc))
def test_tep_nao_cung_noi_cung_con_so(so_sach, chot, dinh_dang, doc):
    so_lieu = tinh_bao_cao(KY).bieu
    tu_trang_ky = doc(lap_bieu(KY, dinh_dang))
    tu_ban_chot = doc(BAN[dinh_dang](chot(KY)))

    assert all(any(cac_so) for cac_so in mong_doi(so_lieu).values())
    assert tu_trang_ky == mong_doi(so_lieu)
    assert tu_ban_chot == mong_doi(so_lieu)


def test_dong_don_vi_cung_con_so_o_moi_tep(so_sach, tao_don_vi):
    khoa = tao_don_vi(ten="Khoa Nội")
    DonThu.objects.filter(ma__in=["P1", "P10", "P12"]).update(don_vi=khoa)
    bao_cao = tinh_bao_cao(KY, True)
    tep = {dinh_dang: lap_bieu(KY, dinh_dang, theo_don_vi=True) for dinh_dang in BAN}

    assert [dong.ten for dong in bao_cao.don_vi] == ["Khoa Nội", "Chung toàn Trung tâm"]
    theo_don_vi = json.loads(tep["json"])["theo_don_vi"]
    assert {ten: cac_bieu["02/XLD"]["6"] for ten, cac_bieu in theo_don_vi.items()} == {
        dong.ten: dong.bieu["02/XLD"][6] for dong in bao_cao.don_vi
    }
    for doc in (doc_xlsx_da_luu, doc_xlsx_tinh_lai):
        assert doc(tep["xlsx"]) == mong_doi(bao_cao.bieu)
    for doc, dinh_dang in ((doc_json, "json"), (doc_docx, "docx"), (doc_pdf, "pdf")):
        assert doc(tep[dinh_dang]) == mong_doi(bao_cao.bieu)
    trang = load_workbook(BytesIO(tep["xlsx"]), data_only=True)["02-XLD"]
    assert {trang.cell(dong, 1).value: trang.cell(dong, 7).value for dong in (11, 12)} == {
        dong.ten: dong.bieu["02/XLD"][6] for dong in bao_cao.don_vi
    }


# --- The workbook ----------------------------------------------------------------------------------------------------


def test_o_cong_thuc_dung_cho_bieu_mau_in_cong_thuc(so_sach):
    so_tinh = load_workbook(BytesIO(lap_bieu(KY, "xlsx")))

    for bieu in CAC_BIEU:
        trang = trang_bieu(so_tinh, bieu)
        cac_o = trang[dong_co_quan(trang, bieu)][1:]
        assert {cot.so for cot, o in zip(bieu.cot, cac_o, strict=True) if o.data_type == "f"} == {
            cot.so for cot in bieu.cot if cot.cong_thuc
        }


def test_o_tieu_de_gop_dung_cay(so_sach):
    so_tinh = load_workbook(BytesIO(lap_bieu(KY, "xlsx")))

    for bieu in CAC_BIEU:
        trang = trang_bieu(so_tinh, bieu)
        goc = {o: vung for vung in trang.merged_cells.ranges for hang in vung.rows for o in hang}
        for cot in bieu.cot:
            cac_goc = [
                (vung.min_row, vung.min_col) if (vung := goc.get((dong, cot.so + 1))) else (dong, cot.so + 1)
                for dong in range(6, 6 + bieu.so_tang)
            ]
            nhan = [" ".join(trang.cell(*o).value.split()) for o in dict.fromkeys(cac_goc)]
            assert nhan == [*cot.duong_dan, cot.nhan]


def test_trang_in_a4_ngang_vua_mot_trang(so_sach):
    so_tinh = load_workbook(BytesIO(lap_bieu(KY, "xlsx")))

    assert so_tinh.sheetnames[-1] == "So sánh"
    for trang in so_tinh:
        in_an, le = trang.page_setup, trang.page_margins
        assert (in_an.orientation, int(in_an.paperSize), trang.sheet_properties.pageSetUpPr.fitToPage) == (
            "landscape",
            9,
            True,
        )
        assert (in_an.fitToWidth or 1, in_an.fitToHeight) == (1, 0)  # what the format does not say is 1
        assert (in_an.useFirstPageNumber, in_an.firstPageNumber or 1) == (True, 1)
        assert [round(inch * 25.4) for inch in (le.left, le.right, le.top, le.bottom)] == [30, 15, 20, 20]
        assert trang.oddHeader.center.text == "&P"
        assert trang.print_area == f"'{trang.title}'!$A$1:${get_column_letter(trang.max_column)}${trang.max_row}"
        assert trang.sheet_view.showGridLines is False
    assert {trang.title: trang.print_title_rows for trang in so_tinh} == {
        **{bieu.ma.replace("/", "-"): f"$6:${6 + bieu.so_tang}" for bieu in CAC_BIEU},
        "So sánh": "$6:$6",
    }


@pytest.mark.parametrize("ky", [QUY_HAI, KY], ids=str)
def test_trang_so_sanh_nhu_so_sanh_tren_man_hinh(so_sach, tao_don, ky):
    for ngay in (date(2025, 4, 1), date(2025, 4, 2), date(2025, 5, 5)):
        tao_don(ngay_nhan=ngay)
    ba_ky, noi_dung = tinh_ba_ky(ky), lap_bieu(ky, "xlsx")
    trang, da_luu = (load_workbook(BytesIO(noi_dung), data_only=chi_so)["So sánh"] for chi_so in (False, True))

    cac_dong = [(bang.bieu.ma, dong) for bang in ba_ky.cac_bang for dong in bang.dong]
    assert [tuple(o.value for o in hang[:2]) for hang in trang.iter_rows(min_row=7)] == [
        (ma, dong.cot.so) for ma, dong in cac_dong
    ]
    cac_ky = [("Cùng kỳ", ba_ky.cung_ky.ky)]
    if not ky.la_luy_ke:
        cac_ky.insert(0, ("Kỳ trước", ba_ky.ky_truoc.ky))
    assert [o.value.split("\n")[0] for o in trang[6][3:]] == [
        "Kỳ này",
        *(nhan for ten, _ in cac_ky for nhan in (ten, "Tăng/giảm", "Tỷ lệ (%)")),
    ]
    for so_dong, (_, dong) in enumerate(cac_dong, start=7):
        assert tinh_o(trang, f"D{so_dong}") == Decimal(str(da_luu[f"D{so_dong}"].value)) == dong.nay
        cac_bien_dong = [dong.cung_ky] if ky.la_luy_ke else [dong.ky_truoc, dong.cung_ky]
        for cot, bien_dong in zip(("EFG", "HIJ"), cac_bien_dong, strict=False):
            truoc, hieu, ty_le = (f"{chu}{so_dong}" for chu in cot)
            assert (tinh_o(trang, truoc), tinh_o(trang, hieu)) == (bien_dong.truoc, bien_dong.hieu)
            assert Decimal(str(da_luu[hieu].value)) == bien_dong.hieu
            assert tinh_ty_le(trang, ty_le, truoc) == bien_dong.ty_le
            mong = None if bien_dong.ty_le is None else float(bien_dong.ty_le / 100)
            assert da_luu[ty_le].value == mong


# --- The Word file ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ky", [KY, QUY_HAI], ids=str)
def test_mot_tep_word_gom_bao_cao_va_sau_bieu(so_sach, chot, ky):
    tai_lieu = Document(BytesIO(docx_bao_cao(chot(ky))))

    kho_giay = [(round(vung.page_width.mm), round(vung.page_height.mm)) for vung in tai_lieu.sections]
    assert kho_giay == [(210, 297), *[(297, 210)] * 6]
    assert [vung.different_first_page_header_footer for vung in tai_lieu.sections] == [True, *[False] * 6]
    bat_dau = [vung._sectPr.xpath("string(w:pgNumType/@w:start)") for vung in tai_lieu.sections]
    assert bat_dau == ["", *["1"] * 6]
    cac_kieu = {kieu: [doan.text for doan in tai_lieu.paragraphs if doan.style.name == kieu] for kieu in (
        "Tên loại văn bản", "Heading 1", "Mã biểu", "Tên biểu"
    )}  # fmt: skip
    assert cac_kieu["Tên loại văn bản"] == ["BÁO CÁO"]
    assert [tieu_de.partition(".")[0] for tieu_de in cac_kieu["Heading 1"]] == (
        ["I", "II", "III", "IV", "V", "VI"] if ky.co_loi_van else []
    )
    assert cac_kieu["Mã biểu"] == [bieu.ma for bieu in CAC_BIEU]
    assert cac_kieu["Tên biểu"] == [bieu.ten for bieu in CAC_BIEU]
    so_hang_lap = [len(bang._tbl.xpath("w:tr[w:trPr/w:tblHeader]")) for bang in tai_lieu.tables[-6:]]
    assert so_hang_lap == [bieu.so_tang + 1 for bieu in CAC_BIEU]


# --- A closed report -------------------------------------------------------------------------------------------------


def test_tep_cua_ban_da_chot_khong_doi(so_sach, chot, tao_don):
    bao_cao = chot(QUY_HAI)
    truoc = {dinh_dang: lam(bao_cao) for dinh_dang, lam in BAN.items()}
    so_luc_chot = mong_doi(tinh_bao_cao(QUY_HAI).bieu)

    for ngay in (date(2026, 5, 5), date(2026, 2, 2), date(2025, 5, 5)):  # the period, the one before, last year's
        tao_don(ngay_nhan=ngay)
    DonThu.objects.filter(ma="P10").update(thu_hoi_tien=Decimal("9.75"))

    bao_cao = BaoCaoKy.objects.get()
    sau = {dinh_dang: lam(bao_cao) for dinh_dang, lam in BAN.items()}
    assert mong_doi(tinh_bao_cao(QUY_HAI).bieu) != so_luc_chot
    assert [sau[dinh_dang] == truoc[dinh_dang] for dinh_dang in ("pdf", "xlsx", "json")] == [True] * 3
    assert doc_docx(sau["docx"]) == doc_docx(truoc["docx"]) == so_luc_chot


def test_so_sanh_cua_ban_da_chot_la_so_luc_chot(so_sach, chot, tao_don):
    bao_cao, luc_chot = chot(QUY_HAI), tinh_ba_ky(QUY_HAI)

    for ngay in (date(2026, 2, 2), date(2025, 5, 5)):
        tao_don(ngay_nhan=ngay)

    trang = load_workbook(BytesIO(xlsx_bao_cao(bao_cao)))["So sánh"]
    mong = [
        (dong.ky_truoc.truoc, dong.cung_ky.truoc)
        for bang in luc_chot.cac_bang
        if bang.bieu.ma == "02/XLD"
        for dong in bang.dong[:1]
    ]
    assert [(hang[4].value, hang[7].value) for hang in trang.iter_rows(min_row=7) if hang[0].value == "02/XLD"][:1] == (
        mong
    )
    assert tinh_ba_ky(QUY_HAI).cung_ky.bieu["02/XLD"][1] == luc_chot.cung_ky.bieu["02/XLD"][1] + 1


def test_cap_pho_ky_thay_voi_chuc_danh_pho_giam_doc(so_sach, chot, tao_nguoi):
    pho = tao_nguoi(VaiTro.LANH_DAO, ho_ten="Trần Thị Phó", chuc_vu="Phó Giám đốc phụ trách chuyên môn")

    bao_cao = chot(QUY_HAI, pho)

    chu_pdf = PdfReader(BytesIO(ban_pdf(bao_cao))).pages[0].extract_text()
    chan = Document(BytesIO(docx_bao_cao(bao_cao))).tables[2].cell(0, 1).text
    assert [chu in chu_pdf for chu in ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Phó")] == [True] * 3
    assert "PHỤ TRÁCH" not in chu_pdf.upper()
    assert [dong for dong in chan.split("\n") if dong] == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Phó"]


# --- From the page ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dinh_dang", ["xlsx", "json", "docx"])
def test_tai_ban_da_chot(client, so_sach, chot, giam_doc, dinh_dang):
    chot(QUY_HAI)
    client.force_login(giam_doc)

    response = client.get(f"/bao-cao/Q2-2026/van-ban/1/{dinh_dang}/")

    assert response.headers["Content-Disposition"] == f'attachment; filename="BC-Q2-2026-ban-1.{dinh_dang}"'
    assert dict(CACH_DOC)[dinh_dang](response.content) == mong_doi(tinh_bao_cao(QUY_HAI).bieu)
    assert NhatKy.objects.filter(viec="xuat", noi_dung=f"Báo cáo, bản 1, {dinh_dang}").count() == 1


def test_tai_sau_bieu_theo_don_vi(client, so_sach, giam_doc):
    client.force_login(giam_doc)

    chung, rieng = (client.get(f"/bao-cao/Q2-2026/tai-ve/json/{duoi}") for duoi in ("", "?don_vi=1"))

    assert rieng.headers["Content-Disposition"] == 'attachment; filename="BC-Q2-2026-bieu-so-lieu-theo-don-vi.json"'
    du_lieu = json.loads(rieng.content)
    assert list(du_lieu.pop("theo_don_vi")) == ["Chung toàn Trung tâm"]
    assert du_lieu == json.loads(chung.content)
    assert NhatKy.objects.filter(noi_dung="Biểu số liệu theo đơn vị, json").count() == 1
