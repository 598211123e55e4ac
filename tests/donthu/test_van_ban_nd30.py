"""Phụ lục I NĐ 30/2020 measured on the PDF: one document of each kind, its page, letters, sizes and places."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from donthu.ban_in import docx_van_ban, pdf_van_ban
from donthu.models import CongDan
from donthu.phan_loai import LoaiDon
from donthu.soan_thao import lap_noi_dung, van_ban_ngay

NGAY = date(2026, 7, 6)
DOAN_DAI = "Nội dung được xem xét theo hồ sơ, tài liệu, chứng cứ do các bên cung cấp và kết quả làm việc. " * 6
LE, LUI = 30.0, 12.7
MM = 25.4 / 96  # CSS pixels, in which WeasyPrint places text
THUONG, DAM, NGHIENG, DAM_NGHIENG = "", "-Bold", "-Italic", "-Bold-Italic"

# One of each kind: quyết định, thông báo, công văn, báo cáo, kết luận, biên bản, phiếu hướng dẫn.
CAC_LOAI = {
    "QĐ": (LoaiDon.KHIEU_NAI, "ND124-05"),
    "TB": (LoaiDon.KHIEU_NAI, "ND124-03"),
    "CV": (LoaiDon.KHIEU_NAI, "ND124-07"),
    "BC": (LoaiDon.KHIEU_NAI, "ND124-13"),
    "KL": (LoaiDon.TO_CAO, "ND31-12"),
    "BB": (LoaiDon.KHIEU_NAI, "ND124-14"),
    "PHD": (LoaiDon.KIEN_NGHI, "TT05-02"),
}


@dataclass(frozen=True)
class Dong:
    """One piece of text: size in points, distances in mm from the left and the top edge."""

    chu: str
    co: float
    kieu: str
    trai: float
    tren: float


@dataclass(frozen=True)
class BanDo:
    """A document as it was measured."""

    ma_loai: str
    noi_dung: dict
    kho_giay: set
    trang: list[list[Dong]]

    def dong(self, chu: str) -> Dong:
        return next(dong for dong in self.trang[0] if dong.chu.startswith(chu))

    def than(self) -> list[Dong]:
        """Lines of paragraphs on the first page: at the left edge, or 1.27 cm in."""
        return [dong for dong in self.trang[0] if dong.kieu == THUONG and round(dong.trai, 1) in (LE, LE + LUI)]


DA_DO: dict[str, BanDo] = {}


@pytest.fixture(params=CAC_LOAI)
def ban_do(request, tao_don, bo_may):
    """Made and measured once for all tests of its kind: the same words give the same bytes."""
    if request.param not in DA_DO:
        DA_DO[request.param] = _do_van_ban(request.param, tao_don, bo_may.giam_doc)
    return DA_DO[request.param]


def _do_van_ban(ma_loai, tao_don, giam_doc) -> BanDo:
    loai, ma = CAC_LOAI[ma_loai]
    khac = {} if loai == LoaiDon.TO_CAO else {"cong_dan": CongDan.objects.create(ho_ten="Nguyễn Văn Ẩn")}
    van_ban = van_ban_ngay(ma, NGAY)
    gia_tri = {truong.ten: DOAN_DAI if truong.kieu == "doan" else "Ông Nguyễn Văn Ẩn" for truong in van_ban.truong}
    gia_tri["trich_yeu"] = "Về việc thu tiền"
    noi_dung = lap_noi_dung(
        tao_don(loai=loai, ngay_nhan=NGAY, **khac),
        van_ban,
        nguoi=giam_doc,
        ngay=NGAY,
        gia_tri=gia_tri,
        so_ky_hieu="05/XX-TTYT" if van_ban.co_so else "",
    )
    doc = PdfReader(BytesIO(pdf_van_ban(noi_dung)))
    kho_giay = {
        (round(trang.mediabox.width / 72 * 25.4), round(trang.mediabox.height / 72 * 25.4)) for trang in doc.pages
    }
    return BanDo(ma_loai, noi_dung, kho_giay, [_cac_dong(trang) for trang in doc.pages])


def _cac_dong(trang) -> list[Dong]:
    cac_dong = []

    def ghi(chu, cm, tm, phong, co):
        if chu.strip():
            ho, _, kieu = phong["/BaseFont"].split("+")[1].partition(",")
            assert ho == "Times-New-Roman"
            cac_dong.append(Dong(chu.strip(), round(co * cm[0], 1), kieu, tm[4] * MM, tm[5] * MM))

    trang.extract_text(visitor_text=ghi)
    return cac_dong


def test_kho_giay_a4_dung(ban_do):
    assert ban_do.kho_giay == {(210, 297)}


def test_le_trang(ban_do):
    """Left 30 mm (allowed 30-35), right 15 (15-20), top and bottom 20 (20-25); the page number is in the top one."""
    cac_dong = [dong for trang in ban_do.trang for dong in trang if not dong.chu.isdigit()]

    assert round(min(dong.trai for dong in cac_dong), 1) == 30.0
    assert min(dong.tren for dong in cac_dong) > 20
    assert max(dong.tren for dong in cac_dong) < 277
    assert max(dong.trai for dong in cac_dong) < 195


@pytest.mark.parametrize(
    ("chu", "co", "kieu"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12.0, DAM),
        ("Độc lập - Tự do - Hạnh phúc", 13.0, DAM),
        ("SỞ Y TẾ", 12.0, THUONG),
        ("TRUNG TÂM Y TẾ", 12.0, DAM),
    ],
)
def test_dau_van_ban(ban_do, chu, co, kieu):
    dong = ban_do.dong(chu)

    assert (dong.co, dong.kieu) == (co, kieu)


def test_quoc_hieu_ben_phai_co_quan_ben_trai(ban_do):
    assert ban_do.dong("SỞ Y TẾ").trai < 105 < ban_do.dong("Độc lập").trai
    assert ban_do.dong("SỞ Y TẾ").tren == pytest.approx(ban_do.dong("CỘNG HÒA").tren, abs=0.2)


def test_so_va_ngay_cung_dong(ban_do):
    if ban_do.ma_loai == "BB":  # minutes have neither number nor date in the head (Đ3 NĐ 30/2020)
        return
    so, ngay = ban_do.dong("Số: 05/XX-TTYT"), next(dong for dong in ban_do.trang[0] if "ngày 06 tháng 7" in dong.chu)

    assert (so.co, so.kieu, ngay.co, ngay.kieu) == (13.0, THUONG, 13.0, NGHIENG)
    assert so.tren == pytest.approx(ngay.tren, abs=0.2)


def test_ten_loai_va_trich_yeu(ban_do):
    if ban_do.ma_loai == "CV":
        dong = ban_do.dong("V/v")
        assert (dong.co, dong.kieu) == (12.0, THUONG)
        return
    ten, trich_yeu = ban_do.dong(ban_do.noi_dung["ten_loai"].upper()), ban_do.dong("Về việc thu tiền")

    assert (ten.co, ten.kieu, trich_yeu.co, trich_yeu.kieu) == (14.0, DAM, 14.0, DAM)
    assert ten.tren < trich_yeu.tren


def test_co_chu_noi_dung(ban_do):
    noi_nhan = next((dong.tren for dong in ban_do.trang[0] if dong.chu == "Nơi nhận:"), 277)

    assert {dong.co for dong in ban_do.than() if dong.tren < noi_nhan} == {14.0}


def test_lui_dau_dong_va_khoang_cach(ban_do):
    """First line 1.27 cm in, lines 1.15 apart, at least 6 pt between paragraphs."""
    doan = [dong for dong in ban_do.than() if dong.co == 14.0]
    dau = next(i for i in range(1, len(doan)) if (doan[i].trai - LE) > 12 and round(doan[i + 1].trai, 1) == LE)

    assert round(doan[dau].trai - LE, 1) == LUI
    assert round((doan[dau + 1].tren - doan[dau].tren) / 25.4 * 72 / 14, 2) == 1.15
    assert (doan[dau].tren - doan[dau - 1].tren) / 25.4 * 72 >= 14 * 1.15 + 5.9


def test_noi_nhan_va_chu_ky(ban_do):
    cac_dong = [dong for trang in ban_do.trang for dong in trang]
    if ban_do.ma_loai == "BB":
        assert [dong for dong in cac_dong if dong.chu.startswith("Nơi nhận")] == []
        return
    muc = next(dong for dong in cac_dong if dong.chu == "Nơi nhận:")
    noi = cac_dong[cac_dong.index(muc) + 1]

    assert (muc.co, muc.kieu, noi.co, noi.kieu) == (12.0, DAM_NGHIENG, 11.0, THUONG)


def test_so_trang_tu_trang_hai_giua_le_tren(ban_do):
    dau_trang = [[dong for dong in trang if dong.chu.isdigit() and dong.tren < 20] for trang in ban_do.trang]

    assert [[(dong.chu, dong.co) for dong in trang] for trang in dau_trang] == [
        [],
        *([(str(so), 14.0)] for so in range(2, len(ban_do.trang) + 1)),
    ]
    assert all(110 < dong.trai < 115 for trang in dau_trang for dong in trang)


def test_ban_docx_cung_chu_voi_ban_pdf(ban_do):
    chu_pdf = "".join(
        dong.chu for trang in ban_do.trang for dong in trang if not (dong.chu.isdigit() and dong.tren < 20)
    )
    tai_lieu = Document(BytesIO(docx_van_ban(ban_do.noi_dung)))
    chu_docx = "".join(nut.text for nut in tai_lieu.element.body.iter("{*}t"))

    assert sorted("".join(chu_docx.split())) == sorted("".join(chu_pdf.split()))
