"""One load from file to database: read all, compare all, then write all or nothing."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django import db
from django.db import transaction
from django.utils import timezone

from baocao.nhap_so.bo_ghi import BoGhi, NguCanhGhi
from baocao.nhap_so.doc_so import BaoTienDo, SoDaDoc, cot_khac, doc_so, goi_khoa
from baocao.nhap_so.doc_tep import mo_tep
from baocao.nhap_so.ghi_don_thu import GhiDonThu
from baocao.nhap_so.ghi_hoat_dong import GhiHoatDong, GhiNgayTiep
from baocao.nhap_so.ghi_luot_tiep import GhiLuotTiep
from baocao.nhap_so.kho import LO_GHI
from baocao.nhap_so.loi import KetQuaNhap, LoiDong
from baocao.nhap_so.o_tinh import NguCanh, khoa_so_sanh
from baocao.nhap_so.trang_so import CAC_TRANG, DongSo
from donthu.models import LinhVuc
from tochuc.loi import LoiNghiepVu
from tochuc.models import DonVi, NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy

LOGGER = logging.getLogger(__name__)

CAC_BO_GHI = (GhiLuotTiep, GhiNgayTiep, GhiDonThu, GhiHoatDong)
TRUNG_DU_LIEU = (
    "Cơ sở dữ liệu từ chối một dòng nên chưa ghi gì. Có thể người khác vừa ghi cùng mã; xin thử lại, nếu vẫn bị "
    "thì báo quản trị."
)
MAT_CO_SO_DU_LIEU = "Cơ sở dữ liệu không ghi được nên chưa ghi gì. Kiểm tra kết nối, dung lượng đĩa rồi thử lại."


@dataclass
class ViecGhi:
    """What one sheet asks of the database."""

    bo_ghi: BoGhi
    moi: list[DongSo] = field(default_factory=list)
    doi: list[tuple[Any, DongSo]] = field(default_factory=list)


def nhap_so(
    tep: Path,
    *,
    hom_nay: date,
    nguoi: NhanVien | None = None,
    chi_kiem_tra: bool = False,
    cap_nhat: bool = False,
    bao_tien_do: BaoTienDo = lambda da_doc, tong: None,
) -> KetQuaNhap:
    """Load a register workbook, or with `chi_kiem_tra` do all of it and keep nothing.

    With anything wrong in any row nothing is written and everything wrong is in the result. `cap_nhat`: rows already
    stored with other content are changed instead of refused. `bao_tien_do(rows read, rows expected)` is called outside
    any transaction. Raises LoiTep when the file is no readable workbook, LoiNghiepVu when the database failed; nothing
    is written then either.
    """
    try:
        ngu_canh = NguCanh(hom_nay, _danh_muc())
        with mo_tep(tep) as cac_trang:
            so = doc_so(cac_trang, ngu_canh, bao_tien_do)
        ket_qua = KetQuaNhap(chi_kiem_tra, so.loi, so.dem)
        with transaction.atomic():
            _doi_chieu_va_ghi(so, ket_qua, NguCanhGhi(nguoi, hom_nay, timezone.now()), cap_nhat=cap_nhat)
            if ket_qua.loi or chi_kiem_tra:
                transaction.set_rollback(True)
    except db.IntegrityError as loi:
        LOGGER.exception("a register was refused by a constraint")
        raise LoiNghiepVu(TRUNG_DU_LIEU) from loi
    except db.Error as loi:
        LOGGER.exception("the database failed during a load")
        raise LoiNghiepVu(MAT_CO_SO_DU_LIEU) from loi
    ket_qua.loi.sort(key=_thu_tu_loi)
    return ket_qua


def _danh_muc() -> dict[str, dict[str, str]]:
    return {
        "linh_vuc": _khoa_danh_muc(LinhVuc.objects.values_list("ma", "ten")),
        "don_vi": _khoa_danh_muc(DonVi.objects.values_list("ma", "ten")),
    }


def _khoa_danh_muc(cac_muc: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Code by code, by code and name, and by a name that only one entry bears."""
    cac_muc = list(cac_muc)
    cac_ten = [khoa_so_sanh(ten) for _, ten in cac_muc]
    theo_ten = {khoa: ma for (ma, _), khoa in zip(cac_muc, cac_ten, strict=True) if cac_ten.count(khoa) == 1}
    theo_nhan = {khoa_so_sanh(f"{ma} {ten}"): ma for ma, ten in cac_muc}
    return theo_ten | theo_nhan | {khoa_so_sanh(ma): ma for ma, _ in cac_muc}


def _doi_chieu_va_ghi(so: SoDaDoc, ket_qua: KetQuaNhap, ngu_canh: NguCanhGhi, *, cap_nhat: bool) -> None:
    cac_viec = []
    for lop in CAC_BO_GHI:
        if lop.trang.ten in so.dong:
            viec = ViecGhi(lop(ngu_canh))
            for lo in _chia_lo([dong for dong in so.dong[lop.trang.ten] if not dong.hong]):
                _doi_chieu(viec, lo, ket_qua, cap_nhat=cap_nhat)
            cac_viec.append(viec)
    if ket_qua.loi:
        return
    for viec in cac_viec:
        for lo in _chia_lo(viec.moi):
            viec.bo_ghi.them(lo)
        for lo in _chia_lo(viec.doi):
            viec.bo_ghi.sua(lo)
        viec.bo_ghi.ket_thuc([dong["ma"] for dong in viec.moi] if viec.bo_ghi.trang.co_ma else [])
    ngu_canh.vu_viec.don_dep()
    ngu_canh.cong_dan.don_dep()
    ket_qua.luu_y.extend(ngu_canh.luu_y)
    if ket_qua.tong("moi") or ket_qua.tong("cap_nhat"):
        NhatKy.ghi(ngu_canh.nguoi, ViecNhatKy.NHAP, "so", ket_qua.cau_ket)


def _chia_lo(cac_dong: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (cac_dong[dau : dau + LO_GHI] for dau in range(0, len(cac_dong), LO_GHI))


def _doi_chieu(viec: ViecGhi, lo: Sequence[DongSo], ket_qua: KetQuaNhap, *, cap_nhat: bool) -> None:
    """Sort one batch of rows into new, unchanged and changed; what may not be is added to `ket_qua.loi`."""
    bo_ghi, trang = viec.bo_ghi, viec.bo_ghi.trang
    dem = ket_qua.theo_trang[trang.ten]
    da_co = bo_ghi.tim(lo)
    moi, doi = [], []
    for dong in lo:
        doi_tuong = da_co.get(dong.khoa)
        if doi_tuong is None:
            moi.append(dong)
        elif khac := _loi_khac(bo_ghi, doi_tuong, dong):
            doi.append((doi_tuong, dong))
            if not cap_nhat:
                ket_qua.co_dong_khac = True
                ket_qua.loi.extend(khac)
        else:
            dem.khong_doi += 1
    tu_choi = bo_ghi.tu_choi_them(moi)
    if cap_nhat:
        tu_choi += bo_ghi.tu_choi_sua(doi)
        dem.cap_nhat += len(doi)
        viec.doi += doi
    dem.moi += len(moi)
    viec.moi += moi
    ket_qua.loi.extend(
        LoiDong(trang.ten, dong.so_dong, trang.theo_truong[truong].tieu_de, ly_do) for dong, truong, ly_do in tu_choi
    )


def _loi_khac(bo_ghi: BoGhi, doi_tuong: Any, dong: DongSo) -> list[LoiDong]:
    """Every column in which what is stored and the row differ, with both values."""
    trang = bo_ghi.trang
    da_luu = trang.rut_gon(bo_ghi.noi_dung(doi_tuong))
    dau = f"{goi_khoa(dong)} đã lưu với nội dung khác"
    loi = [
        LoiDong(trang.ten, dong.so_dong, trang.theo_truong[truong].tieu_de, f"{dau}: {cau}")
        for truong, cau in bo_ghi.khac_them(doi_tuong)
    ]
    for cot in cot_khac(trang, da_luu, dong.gia_tri):
        cu, moi = cot.kieu.viet(da_luu.get(cot.truong, cot.mac_dinh)), cot.kieu.viet(dong[cot.truong])
        an = f"{dau} (dữ liệu cá nhân, không hiện)." if cot.ca_nhan else ""
        loi.append(LoiDong(trang.ten, dong.so_dong, cot.tieu_de, f"{dau}: đang lưu {cu}, trong tệp {moi}.", an))
    return loi


THU_TU_TRANG = {trang.ten: thu_tu for thu_tu, trang in enumerate(CAC_TRANG)}


def _thu_tu_loi(loi: LoiDong) -> tuple[int, int]:
    return THU_TU_TRANG.get(loi.trang, -1), loi.dong
