"""The six forms of a report as JSON, XLSX, DOCX and PDF. It knows no model: numbers come in as a BaoCaoSoLieu.

Files made here carry no author: who made a report is in the log of the application, not in the file.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from baocao.bieu_mau import BaoCaoSoLieu, CheDo, GiaTri, KetQuaKiemTra, SoLieu
from baocao.ky import doc_ky
from baocao.trinh_bay import DauBieu, css_kho_chu, trinh_bay
from baocao.xuat_docx import xuat_docx
from baocao.xuat_xlsx import xuat_xlsx
from tochuc.in_an import in_pdf, nhung_css

HAI_SO_LE = Decimal("0.01")


def so_json(gia_tri: GiaTri) -> int | float:
    """Give an integer as int, money and land as a number with at most two decimals."""
    so = Decimal(gia_tri).quantize(HAI_SO_LE, rounding=ROUND_HALF_UP)
    return int(so) if so == so.to_integral_value() else float(so)


def _ghi_kiem_tra(ket_qua: Iterable[KetQuaKiemTra]) -> list[dict[str, Any]]:
    return [{"kiem_tra": kq.kiem_tra, "trai": so_json(kq.trai), "phai": so_json(kq.phai)} for kq in ket_qua]


def _ghi_bieu(che_do: CheDo, so_lieu: SoLieu) -> dict[str, dict[str, int | float]]:
    return {bieu.ma: {str(cot.so): so_json(so_lieu[bieu.ma][cot.so]) for cot in bieu.cot} for bieu in che_do.bieu}


def _doc_kiem_tra(cac_dong: list[dict[str, Any]]) -> tuple[KetQuaKiemTra, ...]:
    return tuple(KetQuaKiemTra(d["kiem_tra"], _so(d["trai"]), _so(d["phai"]), dat=False) for d in cac_dong)


def _so(gia_tri: int | float) -> GiaTri:
    return gia_tri if isinstance(gia_tri, int) else Decimal(str(gia_tri))


def ghi_tu_dien(bao_cao: BaoCaoSoLieu) -> dict[str, Any]:
    """Give the report as plain values: what lap_bao_cao prints and what a closed report keeps."""
    return {
        "ky": str(bao_cao.ky),
        "tu_ngay": bao_cao.ky.tu_ngay.isoformat(),
        "den_ngay": bao_cao.ky.den_ngay.isoformat(),
        "bieu": _ghi_bieu(bao_cao.che_do, bao_cao.bieu),
        "canh_bao": _ghi_kiem_tra(bao_cao.canh_bao),
        "luu_y": _ghi_kiem_tra(bao_cao.luu_y),
    }


def doc_tu_dien(du_lieu: Mapping[str, Any]) -> BaoCaoSoLieu:
    """Read back what ghi_tu_dien gave; a closed report keeps the numbers and remarks of its day."""
    return BaoCaoSoLieu(
        ky=doc_ky(du_lieu["ky"]),
        bieu={ma: {int(so): _so(gia_tri) for so, gia_tri in cot.items()} for ma, cot in du_lieu["bieu"].items()},
        canh_bao=_doc_kiem_tra(du_lieu["canh_bao"]),
        luu_y=_doc_kiem_tra(du_lieu["luu_y"]),
    )


def xuat_json(bao_cao: BaoCaoSoLieu, dau: DauBieu) -> bytes:
    """Write the numbers and remarks as JSON in UTF-8, the rows of units by their names; the heading has no place."""
    du_lieu = ghi_tu_dien(bao_cao)
    if bao_cao.don_vi:
        du_lieu["theo_don_vi"] = {dong.ten: _ghi_bieu(bao_cao.che_do, dong.bieu) for dong in bao_cao.don_vi}
    return (json.dumps(du_lieu, ensure_ascii=False, indent=2) + "\n").encode()


def xuat_pdf(bao_cao: BaoCaoSoLieu, dau: DauBieu) -> bytes:
    """Print the forms on A4 landscape, one form a page, page numbers restarted for each."""
    return in_pdf("baocao/in/bieu_mau.html", {"ten_bao_cao": bao_cao.ky.ten, **ngu_canh_bieu(bao_cao, dau)})


def ngu_canh_bieu(bao_cao: BaoCaoSoLieu, dau: DauBieu) -> dict[str, Any]:
    """Give what baocao/in/bieu.html needs, for a document of its own or behind the written report."""
    cac_bieu = trinh_bay(bao_cao, dau)
    return {"cac_bieu": cac_bieu, "kieu_dang": nhung_css(css_kho_chu(cac_bieu)), "don_vi": dau.don_vi}


XUAT: dict[str, Callable[[BaoCaoSoLieu, DauBieu], bytes]] = {
    "json": xuat_json,
    "pdf": xuat_pdf,
    "xlsx": xuat_xlsx,
    "docx": xuat_docx,
}
"""The formats by the name that a command line and an address use."""
