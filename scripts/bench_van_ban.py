"""Measure what goes on paper, a document and the report of a year: our PDF against WeasyPrint on the same HTML, and the
other files."""

import resource
import statistics
import time
from collections.abc import Callable

from django.template.loader import render_to_string
from django.utils import timezone
from weasyprint import HTML

from baocao.ban_bao_cao import (
    MAU_IN,
    docx_bao_cao,
    in_bao_cao,
    noi_dung_in,
    so_lieu_dong_bang,
    tinh_ba_ky,
    xlsx_bao_cao,
)
from baocao.ky import ky_hien_tai, lap_ky
from baocao.models import BaoCaoKy
from baocao.so_lieu_van import tinh_so_lieu_van
from baocao.viet_loi_van import viet_bao_cao
from donthu.ban_in import docx_van_ban, html_van_ban, pdf_van_ban
from donthu.van_ban import CAC_VAN_BAN
from tochuc.in_an import thu_muc_tinh

MA_MAU = "ND124-15"  # the longest
LAM_NONG, DO = 2, 9
PDF_TOI_DA, DOCX_TOI_DA = 1.3, 1.0  # times WeasyPrint; seconds
DOAN = "Nội dung được xem xét theo hồ sơ, tài liệu, chứng cứ do các bên cung cấp và kết quả làm việc. " * 8


def in_ra() -> None:
    """Print the lines of a document, then those of a report."""
    _in_van_ban()
    _in_bao_cao()


def _weasyprint(chu: str) -> bytes:
    return HTML(string=chu, base_url=thu_muc_tinh().as_uri() + "/").write_pdf(pdf_tags=True)


def _in_van_ban() -> None:
    noi_dung = _noi_dung()
    chu = html_van_ban(noi_dung)
    viec = {
        "goc": lambda: _weasyprint(chu),
        "pdf": lambda: pdf_van_ban(noi_dung),
        "docx": lambda: docx_van_ban(noi_dung),
    }
    goc_ms, pdf_ms, docx_ms = _do(viec).values()
    lan = pdf_ms / goc_ms
    print(f"PDF của văn bản {MA_MAU}: {pdf_ms:.0f} ms, {lan:.2f} lần WeasyPrint", _muc(lan, PDF_TOI_DA, "lần"))
    print(f"DOCX của văn bản {MA_MAU}: {docx_ms:.0f} ms", _muc(docx_ms / 1000, DOCX_TOI_DA, "giây"))


def _in_bao_cao() -> None:
    """The report of the present year as it would be closed today, its numbers counted beforehand."""
    hom_nay = timezone.localdate()
    ky = lap_ky("N", ky_hien_tai(hom_nay).nam)
    bao_cao = BaoCaoKy(
        ma_ky=ky.ma,
        nam=ky.nam,
        loi_van=viet_bao_cao(tinh_ba_ky(ky), tinh_so_lieu_van(ky)),
        **so_lieu_dong_bang(ky, hom_nay),
    )
    chu = render_to_string(MAU_IN, noi_dung_in(bao_cao))
    viec = {
        "goc": lambda: _weasyprint(chu),
        "pdf": lambda: in_bao_cao(bao_cao),
        "docx": lambda: docx_bao_cao(bao_cao),
        "xlsx": lambda: xlsx_bao_cao(bao_cao),
    }
    goc_ms, pdf_ms, docx_ms, xlsx_ms = _do(viec).values()
    lan, bo_nho = pdf_ms / goc_ms, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"Báo cáo năm: PDF / WeasyPrint trên cùng HTML = {lan:.2f}×", _muc(lan, PDF_TOI_DA, "lần"))
    print(f"Báo cáo năm: PDF {pdf_ms:.0f} ms, DOCX {docx_ms:.0f} ms, XLSX {xlsx_ms:.0f} ms.")
    print(f"Bộ nhớ cao nhất của tiến trình lập báo cáo: {bo_nho:.0f} MB.")


def _noi_dung() -> dict:
    """A decision of three pages with its QR code, as it would be frozen."""
    mau = next(mau for mau in CAC_VAN_BAN if mau.ma == MA_MAU)
    return {
        "ma_mau": MA_MAU,
        "o": {truong.ten: f"{DOAN}\n{DOAN}" if truong.kieu == "doan" else "Ông Nguyễn Văn Ẩn" for truong in mau.truong},
        "co_quan_chu_quan": "SỞ Y TẾ",
        "co_quan_ban_hanh": "TRUNG TÂM Y TẾ",
        "so_ky_hieu": "05/QĐ-TTYT",
        "dia_danh": "Gia Lai",
        "ngay_van_ban": "2026-07-06",
        "ten_loai": mau.ten_loai,
        "trich_yeu": "Về việc giải quyết khiếu nại",
        "ve_viec": "",
        "kinh_gui": [],
        "noi_nhan": list(mau.noi_nhan),
        "thay_mat": "",
        "chuc_vu": "Giám đốc",
        "nguoi_ky": "Nguyễn Thị Bích Ngọc",
        "ma_tra_cuu": "0123456789abcdef",
        "dia_chi_tra_cuu": "https://localhost/tra-cuu/0123456789abcdef/",
    }


def _do(viec: dict[str, Callable[[], bytes]]) -> dict[str, float]:
    """Medians in ms, in rounds, so that a busy moment of the machine falls on all of them."""
    so_do: dict[str, list[float]] = {ten: [] for ten in viec}
    for luot in range(LAM_NONG + DO):
        for ten, lam in viec.items():
            bat_dau = time.perf_counter()
            lam()
            if luot >= LAM_NONG:
                so_do[ten].append((time.perf_counter() - bat_dau) * 1000)
    return {ten: statistics.median(cac_lan) for ten, cac_lan in so_do.items()}


def _muc(gia_tri: float, muc: float, don_vi: str) -> str:
    return f"(mức {muc} {don_vi}: {'giữ' if gia_tri <= muc else 'VƯỢT'})."
