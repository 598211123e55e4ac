"""Taking in the forms that a unit sent as JSON: read, checked, kept version by version."""

import hashlib
import json
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from baocao.bieu_mau import BaoCaoSoLieu, KieuSo, lap_so_lieu
from baocao.ky import KyBaoCao
from baocao.models import BaoCaoNhan
from baocao.xuat import doc_tu_dien, ghi_tu_dien
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, DonVi, NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.vai_tro import Quyen

TEP_LON_NHAT = 1024 * 1024
KHONG_DOC_DUOC = "Tệp không phải báo cáo JSON do phần mềm xuất ra. Xin tải lại tệp JSON của kỳ ở đơn vị gửi."


def nhan_bao_cao(
    don_vi: DonVi, noi_dung: bytes, *, nguoi: NhanVien | None, ky: KyBaoCao | None = None, sha256: str = ""
) -> BaoCaoNhan:
    """Keep what `don_vi` sent as its next version of the period that stands in the file.

    `ky`: the period that is expected; `sha256`: the hash that the sender gave, "" when he gave none; `nguoi` None: the
    command line. Raises PermissionDenied; LoiNghiepVu for a file that is no such report, of another period or hash,
    with missing columns or negative numbers, or the very file received last.
    """
    if nguoi is not None and not nguoi.co_quyen(Quyen.BAO_CAO, Quyen.NHAP_SO):
        raise PermissionDenied
    if not don_vi.gui_bao_cao:
        raise LoiNghiepVu(f"{don_vi} không thuộc diện gửi báo cáo kỳ đến đây.")
    bam = hashlib.sha256(noi_dung).hexdigest()
    if sha256 and sha256.strip().lower() != bam:
        raise LoiNghiepVu("Mã SHA-256 không khớp: tệp đã bị thay đổi sau khi đơn vị ký gửi.")
    so_lieu = doc_bao_cao(noi_dung)
    if ky and so_lieu.ky != ky:
        raise LoiNghiepVu(f"Tệp là số liệu {so_lieu.ky.ten_ky}, không phải {ky.ten_ky}.")
    with transaction.atomic():
        CauHinh.objects.select_for_update().get(pk=1)  # the lock of the versions
        cac_ban = BaoCaoNhan.objects.filter(don_vi=don_vi, ma_ky=so_lieu.ky.ma, nam=so_lieu.ky.nam)
        cuoi = cac_ban.order_by("-phien_ban").first()
        if cuoi and cuoi.sha256 == bam:
            raise LoiNghiepVu(f"Đã nhận đúng tệp này: bản {cuoi.phien_ban} của {don_vi}.")
        nhan = BaoCaoNhan.objects.create(
            don_vi=don_vi,
            ma_ky=so_lieu.ky.ma,
            nam=so_lieu.ky.nam,
            phien_ban=(cac_ban.aggregate(cuoi=Max("phien_ban"))["cuoi"] or 0) + 1,
            so_lieu=ghi_tu_dien(so_lieu),
            so_canh_bao=len(so_lieu.canh_bao),
            sha256=bam,
            nguoi=nguoi,
            luc=timezone.now(),
        )
        NhatKy.ghi(nguoi, ViecNhatKy.NHAP, f"bao_cao:{nhan.ky}", f"Nhận báo cáo của {don_vi.ma}, bản {nhan.phien_ban}")
    return nhan


def doc_bao_cao(noi_dung: bytes) -> BaoCaoSoLieu:
    """Read the JSON of a period; its checks are worked out anew here. Raises LoiNghiepVu in words for the sender."""
    if len(noi_dung) > TEP_LON_NHAT:
        raise LoiNghiepVu(KHONG_DOC_DUOC)
    try:
        doc = doc_tu_dien(json.loads(noi_dung))
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation) as loi:
        raise LoiNghiepVu(KHONG_DOC_DUOC) from loi
    sai = _cot_sai(doc)
    if sai:
        raise LoiNghiepVu(f"Số liệu thiếu hoặc không hợp lệ ở: {', '.join(sai[:5])}.")
    return lap_so_lieu(doc.ky, doc.bieu)


def _cot_sai(doc: BaoCaoSoLieu) -> list[str]:
    sai = []
    for bieu in doc.che_do.bieu:
        cac_cot = doc.bieu.get(bieu.ma, {})
        sai += [f"{bieu.ma} cột {cot.so}" for cot in bieu.cot if not _hop_le(cac_cot.get(cot.so), cot.kieu)]
    return sai


def _hop_le(gia_tri: Any, kieu: KieuSo) -> bool:
    if isinstance(gia_tri, bool) or not isinstance(gia_tri, int | Decimal):
        return False
    return gia_tri >= 0 and (kieu != KieuSo.NGUYEN or gia_tri == int(gia_tri))
