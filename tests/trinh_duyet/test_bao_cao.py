"""The evening of the 14th in a browser: from the numbers to the report that leaves for the Sở."""

import json
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from baocao.ky import lap_ky
from baocao.models import BaoCaoKy
from baocao.so_lieu import tinh_bao_cao
from donthu.models import LinhVuc
from tochuc.dinh_dang import so_vn

NGAY_14 = date(2026, 12, 14)
KY = lap_ky("N", 2026)
VAN_BAN = "/bao-cao/N-2026/van-ban/"
HAI_CAU = (
    "Một số người bệnh chưa được giải thích kịp thời về thủ tục chuyển cơ sở khám bệnh.",
    "Việc luân chuyển nhân lực giữa các khoa trong quý III làm kéo dài thời gian chờ.",
)


@pytest.fixture
def co_don(bo_may, tao_don):
    """A year and the one before: petitions of several kinds, processed, one decided."""
    linh_vuc = LinhVuc.objects.get(ma="05.02")
    for thu_tu, (loai, ngay) in enumerate(
        (
            ("PHAN_ANH", date(2026, 2, 3)),
            ("PHAN_ANH", date(2026, 5, 4)),
            ("KN", date(2026, 8, 5)),
            ("PHAN_ANH", date(2025, 8, 5)),
        )
    ):
        tao_don(
            loai=loai,
            ngay_nhan=ngay,
            ngay_xu_ly=ngay,
            du_dieu_kien=True,
            thuoc_tham_quyen=True,
            huong_xu_ly="de_xuat_thu_ly",
            linh_vuc=linh_vuc,
            don_vi=bo_may.khoa,
            ma=f"DT-{thu_tu}",
        )


def tai(trang: Page, dia_chi: str) -> bytes:
    """A file that this person's browser gets."""
    tra_loi = trang.context.request.get(dia_chi)
    assert tra_loi.status == 200
    return tra_loi.body()


def lam_viec(trang: Page, nut: str, ghi_chu: str = "") -> None:
    """Take a step of the report from its page."""
    trang.goto(VAN_BAN)
    if ghi_chu:
        trang.get_by_label(f"Ghi chú kèm “{nut}”").fill(ghi_chu)
    trang.get_by_role("button", name=nut, exact=True).click()
    expect(trang.locator(".loi-nhan-success").first).to_contain_text("Đã ghi nhận")


def test_toi_ngay_14_bao_cao_di_so(cua_so, dong_ho, bo_may, co_don):
    dong_ho.dat(NGAY_14, 19)
    tchc = cua_so.dang_nhap(bo_may.tchc)

    # Six forms, filled and checked; a number opens its rows.
    tchc.goto("/bao-cao/")
    tchc.get_by_role("link", name="Năm 2026", exact=True).click()
    expect(tchc.get_by_text("Đúng cả 37 phép kiểm tra")).to_be_visible()
    tchc.locator("a[href$='/bao-cao/N-2026/02-XLD/1/']").click()
    expect(tchc.locator("tbody tr")).to_have_count(3)

    # The text is written; two sentences on causes are added, empty forms confirmed.
    tchc.goto(VAN_BAN)
    tchc.get_by_role("button", name="Lập báo cáo kỳ này").click()
    expect(tchc.locator(".loi-van")).to_contain_text("xử lý 01 đơn khiếu nại thuộc thẩm quyền")
    tchc.get_by_text("Sửa mục III.3", exact=True).click()
    tchc.get_by_label("Nội dung mục III.3").fill("\n".join(HAI_CAU))
    for o in tchc.locator("[name=xac_nhan_khong]").all():
        o.check()
    tchc.get_by_role("button", name="Lưu lời văn").click()
    expect(tchc.locator(".loi-van")).to_contain_text(HAI_CAU[1])
    lam_viec(tchc, "Trình Giám đốc")

    # The director approves and closes it; the number comes from the register.
    giam_doc = cua_so.dang_nhap(bo_may.giam_doc)
    lam_viec(giam_doc, "Duyệt")
    lam_viec(giam_doc, "Chốt và lấy số")
    expect(giam_doc.get_by_text("Số 01/BC-TTYT, ngày 14/12/2026")).to_be_visible()

    # PDF, XLSX, DOCX and JSON say the same, and it leaves.
    goc = f"{VAN_BAN}1"
    pdf = " ".join(" ".join(to.extract_text() for to in PdfReader(BytesIO(tai(tchc, f"{goc}/pdf/"))).pages).split())
    docx = Document(BytesIO(tai(tchc, f"{goc}/docx/")))
    xlsx = load_workbook(BytesIO(tai(tchc, f"{goc}/xlsx/")), data_only=True)
    so_lieu = json.loads(tai(tchc, f"{goc}/json/"))
    dong = [so_vn(gia_tri) for gia_tri in tinh_bao_cao(KY).bieu["02/XLD"].values()]
    assert f"Trung tâm Y tế {' '.join(dong)} " in pdf
    assert dong in [[o.text for o in hang.cells[1:]] for bang in docx.tables for hang in bang.rows]
    assert dong in [[so_vn(o) for o in hang[1:]] for hang in xlsx["02-XLD"].iter_rows(values_only=True) if hang[1] == 3]
    assert dong == [so_vn(gia_tri) for gia_tri in so_lieu["bieu"]["02/XLD"].values()]
    assert all(cau in pdf and cau in [doan.text for doan in docx.paragraphs] for cau in HAI_CAU)
    lam_viec(tchc, "Ghi nhận đã gửi Sở Y tế", "Trục liên thông văn bản")
    assert BaoCaoKy.objects.get().trang_thai == "da_gui"
