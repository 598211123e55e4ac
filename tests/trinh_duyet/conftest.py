"""A real browser before the real application: Chromium of the system, no network, one clock for the whole story."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tochuc.models import NhanVien
from tochuc.vai_tro import VaiTro

CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MAN_HINH_QUAY = {"width": 1366, "height": 768}  # the old screen at the counter
DIEN_THOAI = {"width": 390, "height": 844}
CHO = 20_000  # ms; a busy machine is slow, not wrong
MAT_KHAU = "mat-khau-thu-1"  # of tao_nguoi


@pytest.fixture(scope="module", autouse=True)
def cho_phep_goi_dong_bo():
    """Playwright keeps an event loop in this thread; Django would take our plain queries for calls from inside it."""
    with pytest.MonkeyPatch.context() as va:
        va.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture(scope="module")
def chromium(cho_phep_goi_dong_bo):
    duong_dan = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert duong_dan, "Không thấy Chromium: chạy make setup."
    expect.set_options(timeout=CHO)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=duong_dan, args=CHROMIUM)
        yield browser
        browser.close()


@dataclass
class DongHo:
    """The present moment of the application: stands still until the story moves it."""

    bay_gio: datetime = field(default_factory=timezone.now)

    def dat(self, ngay: date, gio: int = 8) -> None:
        self.bay_gio = datetime.combine(ngay, time(gio), timezone.get_default_timezone())


@pytest.fixture
def dong_ho(monkeypatch):
    dong_ho = DongHo()
    monkeypatch.setattr(timezone, "now", lambda: dong_ho.bay_gio)
    return dong_ho


@dataclass
class CuaSo:
    """Windows onto the application; what their console complains of is kept."""

    browser: Browser
    goc: str
    loi: list[str] = field(default_factory=list)
    cac_ngu_canh: list[BrowserContext] = field(default_factory=list)
    nguoi_nghe: Callable[[str, str], None] | None = None
    bo_qua: re.Pattern[str] | None = None
    """Complaints that a test expects."""

    def nghe(self, nguoi_nghe: Callable[[str, str], None]) -> None:
        """Give the address and the source of every page shown from now on to `nguoi_nghe`."""
        self.nguoi_nghe = nguoi_nghe

    def mo(self, **khac) -> Page:
        """A clean window, signed in as nobody; it takes every answer but an error of the page's own code."""
        ngu_canh = self.browser.new_context(
            base_url=self.goc, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", **{"viewport": MAN_HINH_QUAY} | khac
        )
        ngu_canh.set_default_timeout(CHO)
        self.cac_ngu_canh.append(ngu_canh)
        trang = ngu_canh.new_page()
        trang.on("pageerror", lambda loi: self.loi.append(f"{trang.url}: {loi}"))
        trang.on("console", self._ghi)
        trang.on("load", self._doc)
        return trang

    def _ghi(self, cau: ConsoleMessage) -> None:
        loi = f"{cau.location.get('url')}: {cau.text}"
        if cau.type == "error" and not (self.bo_qua and self.bo_qua.search(loi)):
            self.loi.append(loi)

    def _doc(self, trang: Page) -> None:
        if self.nguoi_nghe:
            self.nguoi_nghe(trang.url, trang.content())

    def dang_nhap(self, nguoi: NhanVien, mat_khau: str = MAT_KHAU, **khac) -> Page:
        """A window in which this person has signed in by the form."""
        trang = self.mo(**khac)
        trang.goto("/dang-nhap/")
        trang.get_by_label("Tên đăng nhập").fill(nguoi.username)
        trang.get_by_label("Mật khẩu").fill(mat_khau)
        trang.get_by_role("button", name="Đăng nhập").click()
        trang.wait_for_url(f"{self.goc}/")
        return trang


@pytest.fixture
def cua_so(chromium, live_server):
    """Every journey ends with a silent console: no script failed, nothing was blocked, nothing was missing."""
    cua_so = CuaSo(chromium, live_server.url)
    yield cua_so
    for ngu_canh in cua_so.cac_ngu_canh:
        ngu_canh.close()
    assert cua_so.loi == []


@pytest.fixture
def bo_may(transactional_db, tao_nguoi, tao_don_vi):
    """Who receives, TCHC, the director, the head of the khoa that gets the matter, and the doctor complained of."""

    class BoMay:
        khoa = tao_don_vi("NOI", ten="Khoa Nội tổng hợp")
        tiep_dan = tao_nguoi(VaiTro.TIEP_DAN, ho_ten="Lê Thị Tiếp", chuc_vu="Chuyên viên")
        tchc = tao_nguoi(VaiTro.TCHC, ho_ten="Trần Văn Hành")
        giam_doc = tao_nguoi(VaiTro.LANH_DAO, ho_ten="Phạm Văn Giám", chuc_vu="Giám đốc")
        truong_khoa = tao_nguoi(VaiTro.TRUONG_DON_VI, ho_ten="Võ Thị Khoa", don_vi=khoa)
        bac_si = tao_nguoi(VaiTro.CHUYEN_VIEN, ho_ten="Đinh Văn Sĩ", don_vi=tao_don_vi("NGOAI", ten="Khoa Ngoại"))

    return BoMay
