"""The report of a period as a whole: its numbers beside those before, its text, and the letter with the six forms."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from baocao.actions.bao_cao import ghi_ban_in
from baocao.bang_phu_luc import BangPhuLuc
from baocao.bieu_do import cac_bieu_do
from baocao.bieu_mau import GHI_CHU, BaoCaoSoLieu
from baocao.ky import KyBaoCao
from baocao.loi_van import DE_CUONG, chu_thuan, doan_cua
from baocao.mau_bieu_do import BieuDo
from baocao.models import BaoCaoKy
from baocao.phu_luc import cac_bang
from baocao.so_lieu import tinh_bao_cao
from baocao.so_sanh import BaKy
from baocao.trinh_bay import DauBieu, trinh_bay
from baocao.ve_bieu_do import cac_hinh_in
from baocao.xuat import doc_tu_dien, ghi_tu_dien, ngu_canh_bieu, xuat_json
from baocao.xuat_docx import them_bieu
from baocao.xuat_xlsx import xuat_xlsx_so_sanh
from donthu.soan_thao import nguoi_ky
from tochuc.dinh_dang import CHO_TRONG, ten_trong_cau
from tochuc.docx_tu_html import tai_lieu_tu_html
from tochuc.in_an import in_pdf
from tochuc.kho_tep import cat_tep, duong_dan_that
from tochuc.models import CauHinh, NhanVien
from tochuc.tai_lieu_word import dong_goi


def tinh_ba_ky(ky: KyBaoCao, theo_don_vi: bool = False) -> BaKy:
    """Count a period, the one before it and the same one of last year; for a cumulative period two are the same.

    `theo_don_vi`: with the rows of the units in the period itself.
    """
    cung_ky = tinh_bao_cao(ky.cung_ky())
    return BaKy(tinh_bao_cao(ky, theo_don_vi), cung_ky if ky.la_luy_ke else tinh_bao_cao(ky.ky_truoc()), cung_ky)


def so_lieu_dong_bang(ky: KyBaoCao, ngay: date) -> dict[str, dict[str, Any]]:
    """What a report closed on `ngay` keeps: its own numbers, those of the periods that it is compared with, charts,
    annexes."""
    ba_ky = tinh_ba_ky(ky)
    return {
        "so_lieu": ghi_tu_dien(ba_ky.nay),
        "kem_theo": {
            "ky_truoc": ghi_tu_dien(ba_ky.ky_truoc),
            "cung_ky": ghi_tu_dien(ba_ky.cung_ky),
            "bieu_do": [bieu_do.ghi() for bieu_do in cac_bieu_do(ky, ngay)],
            "phu_luc": [bang.ghi() for bang in cac_bang(ky)],
        },
    }


def so_lieu_cua(bao_cao: BaoCaoKy) -> BaoCaoSoLieu:
    """The numbers of a report: those it was closed with, or those of now."""
    return doc_tu_dien(bao_cao.so_lieu) if bao_cao.so_lieu else tinh_bao_cao(bao_cao.ky)


def ba_ky_cua(bao_cao: BaoCaoKy) -> BaKy:
    """The same beside the earlier periods, also as they were when it was closed."""
    if not bao_cao.so_lieu:
        return tinh_ba_ky(bao_cao.ky)
    kem_theo = bao_cao.kem_theo
    return BaKy(so_lieu_cua(bao_cao), doc_tu_dien(kem_theo["ky_truoc"]), doc_tu_dien(kem_theo["cung_ky"]))


def bieu_do_cua(bao_cao: BaoCaoKy) -> list[BieuDo]:
    """The charts of a report: those of the day it was closed, or those of now."""
    if bao_cao.so_lieu:
        return [BieuDo.doc(muc) for muc in bao_cao.kem_theo["bieu_do"]]
    return list(cac_bieu_do(bao_cao.ky, timezone.localdate()))


def phu_luc_cua(bao_cao: BaoCaoKy) -> list[BangPhuLuc]:
    """The annexes of a report, likewise."""
    if bao_cao.so_lieu:
        return [BangPhuLuc.doc(muc) for muc in bao_cao.kem_theo["phu_luc"]]
    return list(cac_bang(bao_cao.ky))


def dau_trang_hien_hanh(nguoi: NhanVien | None) -> dict[str, str]:
    """What stands around the text of a report closed now by `nguoi`; None: by the head of the centre."""
    cau_hinh = CauHinh.hien_hanh()
    return {
        "co_quan_chu_quan": cau_hinh.co_quan_chu_quan,
        "co_quan_ban_hanh": cau_hinh.ten_co_quan,
        "dia_danh": cau_hinh.dia_danh,
        **nguoi_ky(nguoi, cau_hinh),
    }


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
        "kinh_gui": [ten_trong_cau(dau_trang["co_quan_chu_quan"])],
        "so_ky_hieu": so_ky_hieu or f"{CHO_TRONG}/BC",
        "ngay_van_ban": ngay,
        "cac_muc": [(muc, doan_cua(chu_thuan(loi_van.get(muc.khoa, "")))) for muc in DE_CUONG] if ky.co_loi_van else [],
        "noi_nhan": ["Như trên", "Ban Giám đốc", "Lưu: VT, TCHC"],
    }


def _ngu_canh_ban(bao_cao: BaoCaoKy) -> dict[str, Any]:
    dau_trang = bao_cao.dau_trang or dau_trang_hien_hanh(None)
    return _ngu_canh(bao_cao.ky, bao_cao.loi_van, dau_trang, bao_cao.so_ky_hieu, bao_cao.ngay_chot)


def _dau_bieu(bao_cao: BaoCaoKy) -> DauBieu:
    co_quan = ten_trong_cau((bao_cao.dau_trang or dau_trang_hien_hanh(None))["co_quan_ban_hanh"])
    return DauBieu(
        don_vi=co_quan,
        co_quan=co_quan,
        so_ky_hieu=bao_cao.so_ky_hieu,
        ngay_bao_cao=bao_cao.ngay_chot,
        ghi_chu=GHI_CHU,
    )


MAU_IN = "baocao/in/bao_cao.html"
PHAN_IN = ("Đang tính số liệu, vẽ biểu đồ", "Đang dàn trang báo cáo và sáu biểu")
"""The parts of making the PDF, told as each begins to who waits for it."""


def noi_dung_in(bao_cao: BaoCaoKy) -> dict[str, Any]:
    """What MAU_IN needs for the letter with the charts and the six forms behind it."""
    return {
        **_ngu_canh_ban(bao_cao),
        **ngu_canh_bieu(so_lieu_cua(bao_cao), _dau_bieu(bao_cao)),
        "cac_bieu_do": cac_hinh_in(bieu_do_cua(bao_cao)),
    }


def in_bao_cao(bao_cao: BaoCaoKy, bao_tien_do: Callable[[str], None] = lambda phan: None) -> bytes:
    """The letter with the charts and the six forms behind it, as PDF."""
    bao_tien_do(PHAN_IN[0])
    noi_dung = noi_dung_in(bao_cao)
    bao_tien_do(PHAN_IN[1])
    return in_pdf(MAU_IN, noi_dung)


def in_phu_luc(bao_cao: BaoCaoKy) -> bytes:
    """The annexes that no official form holds, as a PDF to go with the report."""
    dau = _dau_bieu(bao_cao)
    ngu_canh = {"ky": bao_cao.ky, "cac_bang": phu_luc_cua(bao_cao), "dong_kem": dau.dong_kem}
    return in_pdf("baocao/in/phu_luc.html", ngu_canh)


def docx_bao_cao(bao_cao: BaoCaoKy) -> bytes:
    """The letter and the six forms as one Word file, for an office that edits it; a chart is not edited."""
    tai_lieu = tai_lieu_tu_html(render_to_string(MAU_IN, _ngu_canh_ban(bao_cao)))
    them_bieu(tai_lieu, trinh_bay(so_lieu_cua(bao_cao), _dau_bieu(bao_cao)))
    return dong_goi(tai_lieu)


def xlsx_bao_cao(bao_cao: BaoCaoKy) -> bytes:
    """Its six forms and the comparison as a workbook."""
    return xuat_xlsx_so_sanh(ba_ky_cua(bao_cao), _dau_bieu(bao_cao))


def json_bao_cao(bao_cao: BaoCaoKy) -> bytes:
    """Its numbers and remarks as JSON."""
    return xuat_json(so_lieu_cua(bao_cao), _dau_bieu(bao_cao))


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
