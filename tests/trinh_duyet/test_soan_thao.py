"""The editor in a real browser: the sheet follows what is typed, and without JavaScript the button shows it."""

import pytest
from playwright.sync_api import expect

from donthu.models import BanThao
from donthu.phan_loai import LoaiDon

MAU = "tt05-01"


@pytest.fixture
def dia_chi(tao_don, bo_may):
    don = tao_don(loai=LoaiDon.KHIEU_NAI, tom_tat="Khiếu nại việc thu tiền giường")
    return f"/don-thu/{don.pk}/van-ban/soan/{MAU}/"


def test_xem_truoc_theo_tay_go(bo_may, cua_so, dia_chi):
    trang = cua_so.dang_nhap(bo_may.tchc)
    trang.goto(dia_chi)
    to_giay = trang.frame_locator("iframe[name='xem-truoc']")
    expect(to_giay.get_by_text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).to_be_visible()

    trang.get_by_label("Trích yếu").fill("Chữ vừa gõ")

    expect(to_giay.get_by_text("Chữ vừa gõ")).to_be_visible()
    phong = to_giay.locator(".tieu-ngu").evaluate("(nut) => getComputedStyle(nut).fontSize")
    assert float(phong.removesuffix("px")) == pytest.approx(13 / 72 * 96, abs=0.01)
    assert BanThao.objects.count() == 0


def test_luu_roi_roi_trang_khong_hoi(bo_may, cua_so, dia_chi):
    trang = cua_so.dang_nhap(bo_may.tchc)
    trang.goto(dia_chi)
    trang.get_by_label("Trích yếu").fill("Chữ đã lưu")

    trang.get_by_role("button", name="Lưu dự thảo").click()

    expect(trang.get_by_text("Đã lưu dự thảo.")).to_be_visible()
    assert BanThao.objects.get().gia_tri["trich_yeu"] == "Chữ đã lưu"


def test_khong_javascript_van_xem_truoc_duoc(bo_may, cua_so, dia_chi):
    trang = cua_so.dang_nhap(bo_may.tchc, java_script_enabled=False)
    trang.goto(dia_chi)
    trang.get_by_label("Trích yếu").fill("Chữ khi không có JavaScript")

    trang.get_by_role("button", name="Xem trước").click()

    to_giay = trang.frame_locator("iframe[name='xem-truoc']")
    expect(to_giay.get_by_text("Chữ khi không có JavaScript")).to_be_visible()
    assert trang.url.endswith(dia_chi)
