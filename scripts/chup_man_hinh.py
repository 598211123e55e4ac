"""Take the pictures of docs/hinh/: the real pages over sample data in a temporary folder, in the system's Chromium.

Run: .venv/bin/python -m scripts.chup_man_hinh [name …]; without names, all of them.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from scripts.demo import GOC_DU_AN, cho_san_sang, dat_moi_truong, dung_tat_ca, mo_tien_trinh

THU_MUC_HINH = GOC_DU_AN / "docs" / "hinh"
CHROMIUM = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
QUAY = {"width": 1366, "height": 768}
DIEN_THOAI = {"width": 390, "height": 844}
SO_MAU = 192  # colours of a palette: text and flat areas need no more
KHACH = ""
BIEU = "bieu"  # page one of the PDF of the six forms
KY_BIEU = "9T-2026"


def mo(dia_chi: str) -> Callable[[Page], None]:
    """A picture that needs no more than its address."""

    def di(trang: Page) -> None:
        trang.goto(dia_chi)

    return di


def ghi_luot(trang: Page) -> None:
    """The form of a visit, half filled."""
    trang.goto("/tiep-dan/ghi/")
    trang.get_by_role("radio", name="Khiếu nại").check()
    trang.get_by_label("Họ và tên").fill("Nguyễn Thị Hạnh")
    trang.get_by_label("Địa chỉ").fill("Thôn 2, xã Mẫu 3, tỉnh Gia Lai")
    trang.get_by_label("Nội dung trình bày").fill("Chưa được hoàn tiền tạm ứng viện phí khi chuyển tuyến.")
    trang.evaluate("scrollTo(0, 0)")


def ngay_co_luot(trang: Page) -> None:
    """The last day on which somebody came."""
    trang.goto("/tiep-dan/")
    trang.get_by_role("link", name=re.compile("thứ", re.IGNORECASE)).first.click()


def mo_don(loai: str, trang_thai: str) -> Callable[[Page], None]:
    """The first petition of this kind in this state."""

    def di(trang: Page) -> None:
        trang.goto(f"/don-thu/?loai={loai}&trang_thai={trang_thai}")
        trang.locator("tbody th a").first.click()

    return di


def trang_con(di: Callable[[Page], None], duoi: str) -> Callable[[Page], None]:
    """A page below that of a petition."""

    def di_tiep(trang: Page) -> None:
        di(trang)
        trang.goto(f"{trang.url}{duoi}")

    return di_tiep


def lap_bao_cao(trang: Page) -> None:
    """The written report of a period, just begun."""
    trang.goto("/bao-cao/N-2026/van-ban/")
    if trang.get_by_role("button", name="Lập báo cáo kỳ này").count():
        trang.get_by_role("button", name="Lập báo cáo kỳ này").click()
    trang.locator("#loi-van").scroll_into_view_if_needed()
    trang.evaluate("scrollBy(0, 560)")


def ke_hoach(trang: Page) -> None:
    """The plan of the year with its tasks."""
    trang.goto("/bao-cao/ke-hoach/")
    trang.locator("tbody th a").first.click()


mot_don = mo_don("KN", "xac_minh")
mot_to_cao = mo_don("TC", "xac_minh")


def buoc(trang: Page) -> None:
    """The first step that waits in the list of work."""
    trang.goto("/don-thu/?loai=KN&trang_thai=tiep_nhan")
    trang.locator("tbody th a").first.click()
    trang.get_by_role("link", name="Phân loại", exact=True).click()


# Name of the file → who looks, on what, where.
CAC_HINH: dict[str, tuple[str, dict[str, int], Callable[[Page], None]]] = {
    "cong": (KHACH, QUAY, mo("/")),
    "dang-nhap": (KHACH, QUAY, mo("/dang-nhap/")),
    "viec-cua-toi": ("tchc", QUAY, mo("/")),
    "viec-cua-toi-dien-thoai": ("khoanoi", DIEN_THOAI, mo("/")),
    "tiep-dan": ("tiepdan", QUAY, ngay_co_luot),
    "ghi-luot-tiep": ("tiepdan", QUAY, ghi_luot),
    "ghi-luot-tiep-dien-thoai": ("tiepdan", DIEN_THOAI, ghi_luot),
    "so-tiep-cong-dan": ("tiepdan", QUAY, mo("/tiep-dan/so/")),
    "lich-tiep": ("tchc", QUAY, mo("/tiep-dan/lich/")),
    "don-thu": ("tchc", QUAY, mo("/don-thu/")),
    "don-thu-dien-thoai": ("tchc", DIEN_THOAI, mo("/don-thu/")),
    "mot-don": ("giamdoc", QUAY, mot_don),
    "mot-don-dien-thoai": ("giamdoc", DIEN_THOAI, mot_don),
    "buoc": ("tchc", QUAY, buoc),
    "to-cao": ("giamdoc", QUAY, mot_to_cao),
    "soan-van-ban": ("giamdoc", QUAY, trang_con(mo_don("KN", "du_thao"), "van-ban/soan/nd124-15/")),
    "quy-trinh": ("giamdoc", QUAY, mo("/don-thu/quy-trinh/KN/")),
    "ho-so": ("tchc", QUAY, trang_con(mot_don, "ho-so/")),
    "van-ban-bao-cao": ("tchc", QUAY, lap_bao_cao),
    "hoat-dong": ("tchc", QUAY, mo("/bao-cao/hoat-dong/")),
    "ke-hoach": ("tchc", QUAY, ke_hoach),
    "cham-diem": ("giamdoc", QUAY, mo("/bao-cao/cham-diem/")),
    "san-sang": ("giamdoc", QUAY, mo("/bao-cao/san-sang/")),
    "giao-viec": ("khoanoi", QUAY, mo("/giao-viec/")),
    "thong-bao": ("tchc", QUAY, mo("/thong-bao/")),
    "bao-cao": ("tchc", QUAY, mo("/bao-cao/")),
    "bao-cao-ky": ("tchc", QUAY, mo("/bao-cao/9T-2026/")),
    "lich-nghi": ("quantri", QUAY, mo("/quan-tri/lich-nghi/")),
}


def chon_cong() -> int:
    """A port that nobody listens on."""
    with socket.socket() as o_cam:
        o_cam.bind(("127.0.0.1", 0))
        return o_cam.getsockname()[1]


def tao_du_lieu(thu_muc: Path) -> str:
    """An empty database filled with sample data; returns the password of the sample accounts."""
    os.environ |= {"VAR_DIR": str(thu_muc), "DATABASE_URL": f"sqlite:///{thu_muc / 'mau.sqlite3'}", "REDIS_URL": ""}
    lenh = [sys.executable, "manage.py"]
    subprocess.run([*lenh, "migrate", "--verbosity=0"], cwd=GOC_DU_AN, check=True)
    subprocess.run([*lenh, "collectstatic", "--no-input", "--verbosity=0"], cwd=GOC_DU_AN, check=True)
    ke = subprocess.run([*lenh, "tao_du_lieu_mau"], cwd=GOC_DU_AN, check=True, capture_output=True, text=True)
    return next(dong.split()[1] for dong in ke.stdout.splitlines() if dong.split()[:1] == ["tchc"])


def luu(anh: bytes, ten: str) -> None:
    """Write a picture with a palette in place of true colour: a quarter of the size, the eye sees no difference."""
    tep = THU_MUC_HINH / f"{ten}.png"
    with Image.open(BytesIO(anh)) as day_du:
        day_du.convert("RGB").quantize(SO_MAU, dither=Image.Dither.NONE).save(tep, optimize=True)
    print(f"{tep.relative_to(GOC_DU_AN)}: {tep.stat().st_size // 1024} kB", flush=True)


def dang_nhap(browser: Browser, goc: str, ten: str, mat_khau: str, man_hinh: dict[str, int]) -> Page:
    """A window of this size in which `ten` has signed in; KHACH: nobody has."""
    ngu_canh = browser.new_context(
        base_url=goc, viewport=man_hinh, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", reduced_motion="reduce"
    )
    trang = ngu_canh.new_page()
    if ten != KHACH:
        trang.goto("/dang-nhap/")
        trang.get_by_label("Tên đăng nhập").fill(ten)
        trang.get_by_label("Mật khẩu").fill(mat_khau)
        trang.get_by_role("button", name="Đăng nhập").click()
        trang.wait_for_url(f"{goc}/")
    return trang


def chup_bieu(trang: Page, thu_muc: Path) -> None:
    """The first form as it prints."""
    tep = thu_muc / "bieu.pdf"
    tep.write_bytes(trang.context.request.get(f"/bao-cao/{KY_BIEU}/tai-ve/pdf/").body())
    subprocess.run(
        ["pdftoppm", "-png", "-singlefile", "-f", "1", "-r", "110", str(tep), str(thu_muc / "bieu")], check=True
    )
    luu((thu_muc / "bieu.png").read_bytes(), BIEU)


def chup(goc: str, mat_khau: str, thu_muc: Path, cac_ten: list[str]) -> None:
    """Take the pictures one after the other, each in a clean window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        for ten in cac_ten:
            ai, man_hinh, di = CAC_HINH.get(ten, ("tchc", QUAY, mo("/bao-cao/")))
            trang = dang_nhap(browser, goc, ai, mat_khau, man_hinh)
            if ten == BIEU:
                chup_bieu(trang, thu_muc)
            else:
                di(trang)
                trang.evaluate("document.fonts.ready")
                luu(trang.screenshot(), ten)
            trang.context.close()
        browser.close()


def chay(cac_ten: list[str]) -> int:
    """0 when every picture was taken; the server is ended in any case."""
    thua = set(cac_ten) - {*CAC_HINH, BIEU}
    if thua:
        print(f"Không có hình: {', '.join(sorted(thua))}. Có: {', '.join([*CAC_HINH, BIEU])}.", file=sys.stderr)
        return 1
    THU_MUC_HINH.mkdir(parents=True, exist_ok=True)
    cong = chon_cong()
    dat_moi_truong(cong)
    with tempfile.TemporaryDirectory(prefix="tiepdan-hinh-") as ten_thu_muc:
        thu_muc = Path(ten_thu_muc)
        mat_khau = tao_du_lieu(thu_muc)
        with (thu_muc / "may-chu.log").open("w", encoding="utf-8") as nhat_ky:
            cac_tien_trinh = [mo_tien_trinh(nhat_ky, "gunicorn")]
            try:
                if not cho_san_sang(cong, cac_tien_trinh):
                    print("Ứng dụng không khởi động được.", file=sys.stderr)
                    return 1
                chup(f"http://127.0.0.1:{cong}", mat_khau, thu_muc, cac_ten or [*CAC_HINH, BIEU])
            finally:
                dung_tat_ca(cac_tien_trinh)
    return 0


if __name__ == "__main__":
    sys.exit(chay(sys.argv[1:]))
