"""The same work on a phone, and without JavaScript."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from donthu.models import DonThu
from donthu.quy_trinh.trang_thai import TrangThai
from tiepdan.models import LuotTiep

DIEN_THOAI = {"width": 390, "height": 844}
# The draft is written a moment after the last key.
CHO_BAN_NHAP = """new Promise((xong) => {
    const xem = () => (Object.keys(localStorage).some((k) => k.endsWith(":ghi-luot")) ? xong() : setTimeout(xem, 50));
    xem();
})"""
NGAY = date(2026, 9, 16)


@pytest.fixture
def ghi_bang_form(bo_may, dong_ho):
    """Fill in the one-screen form of a visit and save it."""
    dong_ho.dat(NGAY)

    def ghi(trang: Page) -> DonThu:
        trang.goto("/tiep-dan/ghi/")
        trang.get_by_role("radio", name="Khiếu nại").check()
        trang.get_by_label("Họ và tên").fill("Nguyễn Thị Hạnh")
        trang.get_by_label("Địa chỉ").fill("Thôn 2, xã Ia Băng, tỉnh Gia Lai")
        trang.get_by_label("Nội dung trình bày").fill("Không được hoàn tiền tạm ứng viện phí khi chuyển tuyến.")
        trang.get_by_role("radio", name="Lập đơn").check()
        trang.get_by_label("Lĩnh vực").select_option(label="05.02 Tạm ứng - hoàn ứng")
        trang.get_by_label("Ngày tiếp").fill("15/09/2026")
        trang.get_by_role("button", name="Lưu lượt tiếp").click()
        expect(trang.get_by_role("heading", level=1)).to_have_text("Lượt tiếp LT-2026-0001")
        return DonThu.objects.get()

    return ghi


def test_khong_co_javascript_van_lam_duoc_viec(bo_may, cua_so, ghi_bang_form):
    quay = cua_so.dang_nhap(bo_may.tiep_dan, java_script_enabled=False)

    don = ghi_bang_form(quay)
    tchc = cua_so.dang_nhap(bo_may.tchc, java_script_enabled=False)
    tchc.goto(f"{don.get_absolute_url()}phan_loai/")
    tchc.get_by_role("group", name="Đủ điều kiện xử lý").get_by_label("Có").check()
    tchc.get_by_role("group", name="Thuộc thẩm quyền").get_by_label("Có").check()
    tchc.locator("main form [type=submit]").first.click()

    expect(tchc.locator(".loi-nhan-success")).to_contain_text("Phân loại: đã ghi nhận")
    don.refresh_from_db()
    assert (don.trang_thai, don.ngay_nhan) == (TrangThai.DA_PHAN_LOAI, date(2026, 9, 15))
    assert LuotTiep.objects.get().cong_dan.ho_ten == "Nguyễn Thị Hạnh"


def test_loi_giu_nguyen_dieu_da_go(bo_may, cua_so, dong_ho):
    dong_ho.dat(NGAY)
    quay = cua_so.dang_nhap(bo_may.tiep_dan)
    quay.goto("/tiep-dan/ghi/")
    quay.get_by_role("radio", name="Phản ánh").check()
    quay.get_by_label("Họ và tên").fill("Nguyễn Thị Hạnh")
    quay.get_by_label("Ngày tiếp").fill("31/02/2026")
    quay.get_by_role("button", name="Lưu lượt tiếp").click()

    expect(quay.locator("[data-tom-tat-loi]")).to_be_focused()
    expect(quay.get_by_label("Họ và tên")).to_have_value("Nguyễn Thị Hạnh")
    expect(quay.get_by_label("Ngày tiếp")).to_have_value("31/02/2026")
    expect(quay.get_by_text("Ghi tóm tắt nội dung trình bày.").first).to_be_visible()
    assert LuotTiep.objects.count() == 0


def test_bo_do_bieu_mau_thi_duoc_hoi_va_con_ban_nhap(bo_may, cua_so, dong_ho):
    dong_ho.dat(NGAY)
    quay = cua_so.dang_nhap(bo_may.tiep_dan)
    cau_hoi = []
    quay.on("dialog", lambda hop_thoai: (cau_hoi.append(hop_thoai.type), hop_thoai.accept()))
    quay.goto("/tiep-dan/ghi/")
    quay.get_by_label("Nội dung trình bày").click()
    quay.keyboard.type("Chờ khám lâu")
    quay.evaluate(CHO_BAN_NHAP)

    quay.goto("/tiep-dan/")
    quay.goto("/tiep-dan/ghi/")
    quay.get_by_role("button", name="Nhập tiếp bản này").click()

    assert cau_hoi == ["beforeunload"]
    expect(quay.get_by_label("Nội dung trình bày")).to_have_value("Chờ khám lâu")


def test_tren_dien_thoai(bo_may, cua_so, ghi_bang_form):
    quay = cua_so.dang_nhap(bo_may.tiep_dan, viewport=DIEN_THOAI, has_touch=True, is_mobile=True)

    don = ghi_bang_form(quay)
    quay.get_by_role("button", name="Danh mục").tap()
    quay.get_by_role("navigation").get_by_role("link", name="Sổ tiếp công dân").tap()

    expect(quay.get_by_role("heading", level=1)).to_have_text("Sổ tiếp công dân")
    expect(quay.locator("main").get_by_text("Nguyễn Thị Hạnh").first).to_be_visible()
    assert don.nguoi_nhap == bo_may.tiep_dan
