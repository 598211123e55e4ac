"""Charts: exact numbers on the borders of quarters, the same in picture and table, nothing foreign in the picture."""

import itertools
import json
import re
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree, html
from pypdf import PdfReader

from baocao.bieu_do import cac_bieu_do, tam_quy
from baocao.ky import lap_ky
from baocao.mau_bieu_do import BieuDo, DayBieuDo, MaBieuDo
from baocao.ve_bieu_do import KHO_HEP, KHO_RONG, cac_hinh_in, ve
from baocao.views.bieu_do import ngu_canh_nam
from donthu.models import HanViec, LinhVuc, PhanCong, VuViec
from donthu.viec import Viec
from tiepdan.models import LuotTiep
from tochuc.in_an import in_pdf, nhung_css
from tochuc.vai_tro import VaiTro

KY = lap_ky("Q2", 2026)  # 15/03 - 14/06
HOM_NAY = date(2026, 7, 1)
DIA_CHI = "/bao-cao/Q2-2026/bieu-do/"
SVG = {"svg": "http://www.w3.org/2000/svg"}
_dem = itertools.count(1)


def bieu_do(ma: MaBieuDo, ky=KY, hom_nay=HOM_NAY) -> BieuDo:
    return next(muc for muc in cac_bieu_do(ky, hom_nay) if muc.ma == ma)


def day(bieu: BieuDo) -> dict[str, tuple]:
    return {muc.ten: muc.gia_tri for muc in (*bieu.bang_them, *bieu.cac_day)}


@pytest.fixture
def tao_luot(db):
    def tao(ngay, **khac):
        ma = f"L{next(_dem)}"
        vu_viec = VuViec.objects.create(ma=f"VV.{ma}")
        mac_dinh = {"loai": "PHAN_ANH", "noi_dung": "Nội dung"}
        return LuotTiep.objects.create(ma=ma, ngay=ngay, vu_viec=vu_viec, **mac_dinh | khac)

    return tao


@pytest.fixture
def tao_han(tao_don):
    don = tao_don()

    def tao(han, xong=None, viec=Viec.THU_LY_KN):
        return HanViec.objects.create(
            don=don, chu_the=f"don:{next(_dem)}", viec=viec, tu_ngay=date(2024, 1, 1), han=han, han_goc=han,
            ngay_xong=xong, quyen="phan_loai",
        )  # fmt: skip

    return tao


# --- Numbers ----------------------------------------------------------------------------------------------------------


def test_tam_quy_den_het_ky():
    assert [str(quy) for quy in tam_quy(lap_ky("6T", 2026))] == [
        "Q3/2024", "Q4/2024", "Q1/2025", "Q2/2025", "Q3/2025", "Q4/2025", "Q1/2026", "Q2/2026",
    ]  # fmt: skip


def test_xu_huong_tach_quy_o_ngay_15(tao_luot, tao_don):
    for ngay in (date(2024, 6, 14), date(2024, 6, 15), date(2026, 3, 14), date(2026, 3, 15), date(2026, 6, 14)):
        tao_luot(ngay)
        tao_don(loai="KN", ngay_nhan=ngay)
    tao_luot(date(2026, 6, 15))
    tao_luot(date(2026, 4, 1), ket_qua="tu_choi", ly_do_tu_choi="R1")
    tao_don(loai="TC", ngay_nhan=date(2026, 4, 1))
    tao_don(loai="KHAC", ngay_nhan=date(2026, 4, 1))

    bieu = bieu_do(MaBieuDo.XU_HUONG)

    assert (bieu.nhan[0], bieu.nhan[-1]) == ("Quý III/2024", "Quý II/2026")
    assert day(bieu) == {
        "Lượt tiếp công dân": (1, 0, 0, 0, 0, 0, 1, 2),
        "Đơn tiếp nhận": (1, 0, 0, 0, 0, 0, 1, 3),
    }


def test_dung_han_theo_ngay_cuoi_cua_han(tao_han):
    tao_han(date(2026, 3, 14), xong=date(2026, 3, 15))
    tao_han(date(2026, 3, 15), xong=date(2026, 3, 15))
    tao_han(date(2026, 6, 14), xong=date(2026, 6, 15))
    tao_han(date(2026, 6, 14))
    tao_han(date(2026, 6, 14), viec=Viec.KHIEU_NAI_LAN_HAI)  # a time that passes, nobody's duty
    tao_han(date(2026, 6, 15), xong=date(2026, 6, 15))

    assert day(bieu_do(MaBieuDo.DUNG_HAN)) == {
        "Việc đến hạn": (0, 0, 0, 0, 0, 0, 1, 3),
        "Đúng hạn": (0, 0, 0, 0, 0, 0, 0, 1),
        "Tỷ lệ đúng hạn": (None, None, None, None, None, None, Decimal("0.0"), Decimal("33.3")),
    }


def test_viec_chua_den_han_chua_tinh(tao_han):
    tao_han(date(2026, 5, 31), xong=date(2026, 5, 31))
    tao_han(date(2026, 6, 1))

    truoc = day(bieu_do(MaBieuDo.DUNG_HAN, hom_nay=date(2026, 6, 1)))
    sau = day(bieu_do(MaBieuDo.DUNG_HAN, hom_nay=date(2026, 6, 2)))

    assert (truoc["Tỷ lệ đúng hạn"][-1], sau["Tỷ lệ đúng hạn"][-1]) == (Decimal("100.0"), Decimal("50.0"))


def test_linh_vuc_so_cung_ky(tao_don):
    for ngay in (date(2026, 3, 14), date(2026, 3, 15), date(2026, 6, 14), date(2026, 6, 15)):
        tao_don(ngay_nhan=ngay)
    tao_don(loai="KHAC", ngay_nhan=date(2026, 4, 1))
    for ngay in (date(2025, 3, 14), date(2025, 3, 15), date(2025, 6, 14), date(2025, 6, 15)):
        tao_don(ngay_nhan=ngay, linh_vuc=LinhVuc.objects.get(ma="04.01"))

    bieu = bieu_do(MaBieuDo.LINH_VUC)

    assert bieu.khoa == ("02", "04")
    assert bieu.nhan == tuple(LinhVuc.objects.filter(ma__in=("02", "04")).values_list("ten", flat=True))
    assert day(bieu) == {"Quý II năm 2026": (3, 0), "Quý II năm 2025": (0, 2)}


def test_tam_muc_lon_nhat_con_lai_gop_lam_mot(tao_don):
    for thu_tu, ma in enumerate(("01.01", "02.01", "03.01", "04.01", "05.01", "06.01", "07.01", "08.01", "09.01")):
        for _ in range(2 if thu_tu == 8 else 1):
            tao_don(ngay_nhan=date(2026, 4, 1), linh_vuc=LinhVuc.objects.get(ma=ma))
    tao_don(ngay_nhan=date(2026, 4, 1), linh_vuc=LinhVuc.objects.get(ma="10.01"))

    bieu = bieu_do(MaBieuDo.LINH_VUC)

    assert bieu.khoa == ("09", "01", "02", "03", "04", "05", "06", "07", "")
    assert bieu.nhan[-1] == "Các lĩnh vực khác"
    assert bieu.cac_day[0].gia_tri == (2, 1, 1, 1, 1, 1, 1, 1, 2)


def test_don_vi_dang_giu_o_cuoi_ky_va_khong_to_cao(tao_don, tao_don_vi):
    khoa, phong = tao_don_vi("KHOA", ten="Khoa"), tao_don_vi("PHONG", ten="Phòng")

    def giao(ngay_nhan, *phan_cong, **khac):
        don = tao_don(ngay_nhan=ngay_nhan, don_vi=phan_cong[-1][0] if phan_cong else khac.pop("don_vi", None), **khac)
        for don_vi, tu, den in phan_cong:
            PhanCong.objects.create(don=don, don_vi=don_vi, ngay_giao=tu, ngay_thoi_giao=den)

    da_dong = {"trang_thai": "ket_thuc"}
    giao(date(2026, 6, 14), (khoa, date(2026, 6, 14), None))
    giao(date(2026, 6, 15), (khoa, date(2026, 6, 15), None))  # the next quarter
    giao(date(2026, 1, 5), (khoa, date(2026, 1, 6), None), ngay_ket_thuc=date(2026, 3, 14), **da_dong)  # ended before
    giao(date(2026, 1, 5), (khoa, date(2026, 1, 6), None), ngay_ket_thuc=date(2026, 3, 15), **da_dong)
    giao(date(2026, 1, 5), (khoa, date(2026, 1, 6), None), ngay_ket_thuc=date(2026, 6, 15), **da_dong)
    giao(date(2026, 4, 1), (khoa, date(2026, 4, 2), date(2026, 6, 14)), (phong, date(2026, 6, 14), None))
    giao(date(2026, 4, 1), (khoa, date(2026, 4, 2), date(2026, 6, 15)), (phong, date(2026, 6, 15), None))  # later
    giao(date(2026, 4, 1), (khoa, date(2026, 4, 2), date(2026, 6, 14)))  # given back
    giao(date(2026, 4, 1), (khoa, date(2026, 4, 2), None), loai="TC")
    giao(date(2026, 4, 1), (khoa, date(2026, 4, 2), None), loai="KHAC")
    giao(date(2026, 4, 1))  # given to nobody
    giao(date(2025, 4, 1), don_vi=phong, ngay_ket_thuc=date(2026, 6, 14), **da_dong)  # of an old register

    bieu = bieu_do(MaBieuDo.DON_VI)

    assert (bieu.khoa, bieu.nhan) == (("KHOA", "PHONG"), ("Khoa", "Phòng"))
    assert day(bieu) == {"Phải giải quyết trong kỳ": (4, 2), "Đã kết thúc trong kỳ": (1, 1)}


def _ghi_mot_lan(tao_don, tao_luot, tao_han, tao_don_vi):
    don = tao_don(ngay_nhan=date(2026, 4, 1), don_vi=tao_don_vi())
    PhanCong.objects.create(don=don, don_vi=don.don_vi, ngay_giao=date(2026, 4, 1))
    tao_luot(date(2026, 4, 1))
    tao_han(date(2026, 4, 1))


def test_so_truy_van_khong_tang_theo_so_lieu(tao_don, tao_luot, tao_han, tao_don_vi):
    so_truy_van = []
    for so_lan in (1, 2):
        for _ in range(so_lan):
            _ghi_mot_lan(tao_don, tao_luot, tao_han, tao_don_vi)
        with CaptureQueriesContext(
            connection,
        ) as cac_lenh:
            cac_bieu_do(KY, HOM_NAY)
        so_truy_van.append(len(cac_lenh))

    assert so_truy_van == [7, 7]


def test_ghi_roi_doc_lai_nhu_cu(tao_don, tao_luot, tao_han, tao_don_vi):
    _ghi_mot_lan(tao_don, tao_luot, tao_han, tao_don_vi)
    cac_bieu = cac_bieu_do(KY, HOM_NAY)

    doc_lai = json.loads(json.dumps([bieu.ghi() for bieu in cac_bieu]))

    assert tuple(map(BieuDo.doc, doc_lai)) == cac_bieu


# --- Pictures ---------------------------------------------------------------------------------------------------------

THEO_QUY = BieuDo(
    ma=MaBieuDo.XU_HUONG,
    ten="Theo quý",
    don_vi_do="đơn",
    theo_thoi_gian=True,
    khoa=("Q1/2026", "Q2/2026"),
    ten_nhan="Quý",
    nhan=("Quý I/2026", "Quý II/2026"),
    cac_day=(DayBieuDo("Một", (1234, 0)), DayBieuDo("Hai", (7, None))),
    ghi_chu="Ghi chú <b>",
)
TY_LE = BieuDo(
    ma=MaBieuDo.DUNG_HAN,
    ten="Tỷ lệ",
    don_vi_do="%",
    theo_thoi_gian=True,
    khoa=("Q1/2026", "Q2/2026"),
    ten_nhan="Quý",
    nhan=("Quý I/2026", "Quý II/2026"),
    cac_day=(DayBieuDo("Tỷ lệ đúng hạn", (Decimal("85.7"), None)),),
    ghi_chu="",
    bang_them=(DayBieuDo("Việc đến hạn", (7, 0)),),
)
DANH_MUC = BieuDo(
    ma=MaBieuDo.LINH_VUC,
    ten="Danh mục",
    don_vi_do="đơn",
    theo_thoi_gian=False,
    khoa=("11", ""),
    ten_nhan="Lĩnh vực",
    nhan=("Tài chính - tài sản - đấu thầu - phòng chống tham nhũng <tiêu cực>", "Khác"),
    cac_day=(DayBieuDo("Kỳ này", (12, 3)), DayBieuDo("Cùng kỳ", (4, 5))),
    ghi_chu="",
)
RONG = BieuDo(
    ma=MaBieuDo.DON_VI, ten="Rỗng", don_vi_do="đơn", theo_thoi_gian=False, khoa=(), ten_nhan="Đơn vị", nhan=(),
    cac_day=(DayBieuDo("Kỳ này", ()),), ghi_chu="",
)  # fmt: skip


def chu_trong(svg: str, lop: str) -> list[str]:
    return [chu.text for chu in etree.fromstring(svg).iterfind(f".//svg:text[@class='{lop}']", SVG)]


@pytest.mark.parametrize("kho", [KHO_RONG, KHO_HEP])
@pytest.mark.parametrize(
    ("bieu", "cac_so"),
    [(THEO_QUY, ["0", "1.234", "7"]), (TY_LE, ["85,7%"]), (DANH_MUC, ["12", "3", "4", "5"])],
)
def test_hinh_ghi_dung_cac_so_cua_bang(bieu, cac_so, kho):
    trong_bang = [chu for ten, cot in bieu.cac_cot if ten != "Việc đến hạn" for chu in cot if chu]

    assert sorted(chu_trong(ve(bieu, kho), "so")) == sorted(trong_bang) == cac_so


@pytest.mark.parametrize("kho", [KHO_RONG, KHO_HEP])
@pytest.mark.parametrize("bieu", [THEO_QUY, TY_LE, DANH_MUC])
def test_hinh_khong_co_ma_lenh_kieu_dang_dia_chi(bieu, kho):
    hinh = ve(bieu, kho)

    assert {phan_tu.tag.removeprefix(f"{{{SVG['svg']}}}") for phan_tu in etree.fromstring(hinh).iter()} <= {
        "svg", "g", "path", "rect", "text",
    }  # fmt: skip
    assert re.findall(r"https?:[^\"]*", hinh) == [SVG["svg"]]
    assert re.search(r"\bstyle=|\bon\w+=|href", hinh) is None


def test_ten_dai_xuong_dong_va_cat():
    rong, hep = (chu_trong(ve(DANH_MUC, kho), "ten") for kho in (KHO_RONG, KHO_HEP))

    assert rong == ["Khác", "Tài chính\u00a0- tài sản\u00a0- đấu", "thầu\u00a0- phòng chống tham…"]
    assert hep == ["Khác", "Tài chính\u00a0- tài", "sản\u00a0- đấu thầu\u00a0-", "phòng chống…"]


def test_hinh_dung_ve_quy_theo_thu_tu_thoi_gian():
    assert chu_trong(ve(THEO_QUY, KHO_RONG), "ten") == ["Quý I", "2026", "Quý II", "2026"]


def test_bieu_do_khong_co_so():
    assert [bieu.khong_co_so for bieu in (THEO_QUY, TY_LE, RONG)] == [False, False, True]


def test_trang_bieu_do_cua_ban_in():
    ngu_canh = {
        "ky": KY,
        "ngay_van_ban": None,
        "kieu_dang": nhung_css(""),
        "cac_bieu_do": cac_hinh_in([THEO_QUY, TY_LE, DANH_MUC, RONG]),
    }

    cac_trang = PdfReader(BytesIO(in_pdf("baocao/in/bao_cao.html", ngu_canh))).pages

    chu = " ".join(" ".join(trang.extract_text() for trang in cac_trang).split())
    assert "BIỂU ĐỒ" in chu
    assert [so for so in ("1.234", "85,7%", "12", "Quý II", "Khác") if so not in chu] == []
    assert "4. Rỗng Chưa phát sinh số liệu" in chu


# --- Pages ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def tchc(client, tao_nguoi):
    client.force_login(tao_nguoi(VaiTro.TCHC))


@pytest.mark.parametrize(
    ("vai_tro", "ma"),
    [
        (VaiTro.TCHC, 200),
        (VaiTro.LANH_DAO, 200),
        (VaiTro.TIEP_DAN, 403),
        (VaiTro.TRUONG_DON_VI, 403),
        (VaiTro.CHUYEN_VIEN, 403),
        (VaiTro.QUAN_TRI, 403),
    ],
)
def test_ai_xem_duoc(client, tao_nguoi, vai_tro, ma):
    client.force_login(tao_nguoi(vai_tro))

    assert client.get(DIA_CHI).status_code == ma


def _bang(client, dia_chi: str) -> dict[str, list[list[tuple[str, str | None]]]]:
    """Tables by the chart they belong to: text and link of each cell."""
    trang = html.fromstring(client.get(dia_chi).content)
    return {
        bang.get("aria-labelledby"): [
            [(" ".join(o.text_content().split()), next(iter(o.xpath(".//a/@href")), None)) for o in dong]
            for dong in bang.xpath("./tbody/tr")
        ]
        for bang in trang.xpath("//details//table")
    }


def test_bang_so_lieu_dan_den_dong_tao_nen_so(client, tchc, tao_don, tao_luot, tao_han, tao_don_vi):
    _ghi_mot_lan(tao_don, tao_luot, tao_han, tao_don_vi)
    ten_linh_vuc = LinhVuc.objects.get(ma="02").ten
    don_vi = PhanCong.objects.get().don_vi

    bang = _bang(client, DIA_CHI)

    assert bang["bieu-do-xu-huong"][-2:] == [
        [("Quý I/2026", "/bao-cao/Q1-2026/"), ("0", None), ("0", None)],
        [("Quý II/2026", "/bao-cao/Q2-2026/"), ("1", "/bao-cao/Q2-2026/01-TCD/1/"), ("1", None)],
    ]
    assert bang["bieu-do-dung-han"][-1] == [
        ("Quý II/2026", "/bao-cao/Q2-2026/phu-luc/"), ("1", None), ("0", None), ("0%", None),
    ]  # fmt: skip
    assert bang["bieu-do-linh-vuc"] == [
        [
            (ten_linh_vuc, "/don-thu/?linh_vuc=02"),
            ("1", "/don-thu/?linh_vuc=02&tu=2026-03-15&den=2026-06-14"),
            ("0", None),
        ]
    ]
    assert bang["bieu-do-don-vi"] == [[(don_vi.ten, f"/don-thu/?don_vi={don_vi.ma}"), ("1", None), ("0", None)]]


def test_moi_so_cua_linh_vuc_dan_den_dung_chung_ay_don(client, tchc, tao_don):
    for ngay in (date(2026, 3, 14), date(2026, 3, 15), date(2026, 6, 14), date(2026, 6, 15)):
        tao_don(ngay_nhan=ngay)

    (_, (so, dia_chi), _), *_ = _bang(client, DIA_CHI)["bieu-do-linh-vuc"]

    assert (so, len(client.get(dia_chi).context["trang"])) == ("2", 2)


def test_trang_co_hai_hinh_moi_bieu_do(client, tchc, tao_don, tao_luot, tao_han, tao_don_vi):
    _ghi_mot_lan(tao_don, tao_luot, tao_han, tao_don_vi)

    trang = html.fromstring(client.get(DIA_CHI).content)

    assert [hinh.get("class") for hinh in trang.xpath("//main//svg")] == ["hinh-rong", "hinh-hep"] * 4
    assert trang.xpath("//main//svg[@role='img']/@aria-label")[0] == "Biểu đồ: Tiếp công dân và tiếp nhận đơn theo quý"


def test_khong_co_so_thi_noi_bang_chu(client, tchc):
    trang = html.fromstring(client.get(DIA_CHI).content)

    assert (len(trang.xpath("//main//svg")), len(trang.xpath("//main//table"))) == (0, 0)
    assert trang.text_content().count("Chưa phát sinh số liệu nên không có biểu đồ.") == 4


@pytest.mark.parametrize(
    ("nam", "hom_nay", "ky"),
    [
        (2025, HOM_NAY, "N/2025"),
        (2026, date(2026, 3, 14), "Q1/2026"),
        (2026, date(2026, 3, 15), "6T/2026"),
        (2026, HOM_NAY, "9T/2026"),
        (2026, date(2026, 9, 15), "N/2026"),
    ],
)
def test_bieu_do_cua_nam_den_het_quy_dang_chay(db, nam, hom_nay, ky):
    assert str(ngu_canh_nam(nam, hom_nay)["ky_bieu_do"]) == ky


def test_trang_cac_ky_co_bieu_do_cua_nam(client, tchc, tao_don):
    tao_don(ngay_nhan=date(2024, 4, 1))

    trang = client.get("/bao-cao/?nam=2024")

    assert str(trang.context["ky_bieu_do"]) == "N/2024"
    assert "Biểu đồ: Năm 2024" in trang.text
