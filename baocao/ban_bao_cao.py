"""The report of a period as a whole: its numbers beside those before, its text, and the letter with the six forms."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from baocao.actions.bao_cao import ghi_ban_in
from baocao.bieu_mau import GHI_CHU, BaoCaoSoLieu
from baocao.ky import KyBaoCao
from baocao.loi_van import DE_CUONG, chu_thuan, doan_cua
from baocao.models import BaoCaoKy
from baocao.so_lieu import tinh_bao_cao
from baocao.so_sanh import BaKy
from baocao.trinh_bay import DauBieu
from baocao.xuat import doc_tu_dien, ngu_canh_bieu
from tochuc.dinh_dang import CHO_TRONG
from tochuc.docx_tu_html import docx_tu_html
from tochuc.in_an import in_pdf
from tochuc.kho_tep import cat_tep, duong_dan_that
from tochuc.models import CauHinh, NhanVien


def tinh_ba_ky(ky: KyBaoCao) -> BaKy:
    """Count a period, the one before it and the same one of last year; for a cumulative period two are the same."""
    cung_ky = tinh_bao_cao(ky.cung_ky())
    return BaKy(tinh_bao_cao(ky), cung_ky if ky.la_luy_ke else tinh_bao_cao(ky.ky_truoc()), cung_ky)


def dau_trang_hien_hanh(nguoi_ky: NhanVien) -> dict[str, str]:
    """What stands around the text of a report closed now by `nguoi_ky`."""
    cau_hinh = CauHinh.hien_hanh()
    dung_dau = cau_hinh.chuc_danh_dung_dau
    return {
        "co_quan_chu_quan": cau_hinh.co_quan_chu_quan,
        "co_quan_ban_hanh": cau_hinh.ten_co_quan,
        "dia_danh": cau_hinh.dia_danh,
        "thay_mat": f"KT. {dung_dau}" if nguoi_ky.la_cap_pho else "",
        "chuc_vu": nguoi_ky.chuc_vu if nguoi_ky.la_cap_pho else dung_dau,
        "nguoi_ky": nguoi_ky.ho_ten,
    }


def so_lieu_cua(bao_cao: BaoCaoKy) -> BaoCaoSoLieu:
    """The numbers of a report: those it was closed with, or those of now."""
    return doc_tu_dien(bao_cao.so_lieu) if bao_cao.so_lieu else tinh_bao_cao(bao_cao.ky)


def _ngu_canh(
    ky: KyBaoCao, loi_van: Mapping[str, str], dau_trang: Mapping[str, str], so_ky_hieu: str, ngay: date | None
) -> dict[str, Any]:
    """The letter by NĐ 30/2020; quarters II-IV have no text and send the forms only."""
    ten_giua_cau = f"{ky.ten_ky[0].lower()}{ky.ten_ky[1:]}"
    return {
        **dau_trang,
        "ky": ky,
        "ten_giua_cau": ten_giua_cau,
        "ten_loai": "BÁO CÁO",
        "trich_yeu": f"Công tác tiếp công dân, giải quyết khiếu nại, tố cáo {ten_giua_cau}",
        "kinh_gui": [dau_trang["co_quan_chu_quan"].title().replace("Y Tế", "Y tế")],
        "so_ky_hieu": so_ky_hieu or f"{CHO_TRONG}/BC",
        "ngay_van_ban": ngay,
        "cac_muc": [(muc, doan_cua(chu_thuan(loi_van.get(muc.khoa, "")))) for muc in DE_CUONG] if ky.co_loi_van else [],
        "noi_nhan": ["Như trên", "Ban Giám đốc", "Lưu: VT, TCHC"],
    }


def _ngu_canh_ban(bao_cao: BaoCaoKy) -> dict[str, Any]:
    dau_trang = bao_cao.dau_trang or {**dau_trang_hien_hanh(NhanVien()), "nguoi_ky": ""}
    return _ngu_canh(bao_cao.ky, bao_cao.loi_van, dau_trang, bao_cao.so_ky_hieu, bao_cao.ngay_chot)


PHAN_IN = ("Đang tính số liệu sáu biểu", "Đang dàn trang báo cáo và sáu biểu")
"""The parts of making the PDF, told as each begins to who waits for it."""


def in_bao_cao(bao_cao: BaoCaoKy, bao_tien_do: Callable[[str], None] = lambda phan: None) -> bytes:
    """The letter with the six forms behind it, as PDF."""
    bao_tien_do(PHAN_IN[0])
    ngu_canh = _ngu_canh_ban(bao_cao)
    co_quan = ngu_canh["co_quan_ban_hanh"]
    dau = DauBieu(
        don_vi=co_quan,
        co_quan=co_quan,
        so_ky_hieu=bao_cao.so_ky_hieu,
        ngay_bao_cao=bao_cao.ngay_chot,
        ghi_chu=GHI_CHU,
    )
    noi_dung = {**ngu_canh, **ngu_canh_bieu(so_lieu_cua(bao_cao), dau)}
    bao_tien_do(PHAN_IN[1])
    return in_pdf("baocao/in/bao_cao.html", noi_dung)


def docx_bao_cao(bao_cao: BaoCaoKy) -> bytes:
    """The letter alone as a Word file, for an office that edits it; the forms have a file of their own."""
    return docx_tu_html(render_to_string("baocao/in/bao_cao.html", _ngu_canh_ban(bao_cao)))


def ban_pdf(bao_cao: BaoCaoKy, bao_tien_do: Callable[[str], None] = lambda phan: None) -> bytes:
    """The PDF of a report: of a closed one the first that was made, kept with its hash; of an open one a draft.

    `bao_tien_do` is told each part of PHAN_IN as it begins.
    """
    if bao_cao.duong_dan:
        return duong_dan_that(bao_cao.duong_dan).read_bytes()
    noi_dung = in_bao_cao(bao_cao, bao_tien_do)
    if bao_cao.da_dong_bang:
        ghi_ban_in(
            bao_cao,
            sha256=hashlib.sha256(noi_dung).hexdigest(),
            duong_dan=cat_tep(noi_dung, ".pdf", timezone.localdate()),
        )
        bao_cao.refresh_from_db()
        return duong_dan_that(bao_cao.duong_dan).read_bytes()
    return noi_dung
