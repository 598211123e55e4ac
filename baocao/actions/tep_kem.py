"""Files of activities, tasks and statements: taken in clean, scanned, taken out again when they came by mistake."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from baocao.actions.han_noi_bo import duoc_lam
from baocao.models import HoatDong, MinhChung, NhiemVu, TepKem
from donthu.actions.tep import TINH_TRANG_SAU_QUET, LyDoGo, duoc_go, quet_lai_cac_tep
from donthu.models import TinhTrangTep
from tochuc.kho_tep import bo_tep
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.nhan_tep import cat_cac_tep
from tochuc.vai_tro import Quyen

ChuTep = HoatDong | NhiemVu | MinhChung
COT_CHU = {HoatDong: "hoat_dong", NhiemVu: "nhiem_vu", MinhChung: "minh_chung"}


def duoc_gui_tep(chu: ChuTep, nguoi: NhanVien) -> bool:
    """Who keeps the registers; files of a task also the unit in charge of it."""
    return duoc_lam(chu.don_vi, nguoi) if isinstance(chu, NhiemVu) else nguoi.co_quyen(Quyen.NHAP_SO)


def nhan_tep(chu: ChuTep, *, nguoi: NhanVien, cac_tep: Sequence[UploadedFile]) -> list[TepKem]:
    """Take in files, all or none, each cleaned and scanned. Raises PermissionDenied, LoiNghiepVu."""
    if not duoc_gui_tep(chu, nguoi):
        raise PermissionDenied
    if not cac_tep:
        raise LoiNghiepVu("Xin chọn ít nhất một tệp.")
    with cat_tep(chu, nguoi, cac_tep) as cac_dong, transaction.atomic():
        ghi_tep(cac_dong, nguoi)
    return cac_dong


@contextmanager
def cat_tep(chu: ChuTep, nguoi: NhanVien, cac_tep: Sequence[UploadedFile]) -> Iterator[list[TepKem]]:
    """The rows of files that are on the disk, not yet written; a failure in what the caller does with them takes the
    files off it again. Raises LoiNghiepVu."""
    luc = timezone.now()
    with cat_cac_tep(cac_tep, timezone.localdate(luc)) as da_cat:
        yield [
            TepKem(
                **{COT_CHU[type(chu)]: chu},
                tinh_trang=TINH_TRANG_SAU_QUET[tep.ket_qua],
                nguoi=nguoi,
                luc=luc,
                **tep.cot,
            )
            for tep in da_cat
        ]


def ghi_tep(cac_dong: Sequence[TepKem], nguoi: NhanVien) -> None:
    """Write the rows of `cat_tep`, inside the transaction of the caller."""
    for tep in cac_dong:
        tep.save()
        NhatKy.ghi(nguoi, ViecNhatKy.NHAP, f"tep_kem:{tep.pk}", f"Tải lên tệp của {_ten_chu(tep)}")
        if tep.tinh_trang == TinhTrangTep.NHIEM:
            _ghi_nhiem(tep)


def go_tep(tep: TepKem, *, nguoi: NhanVien, ly_do: LyDoGo) -> None:
    """Take out a file that came by mistake: who sent it, on the same day. The log keeps that it was there.

    Raises LoiNghiepVu.
    """
    if not duoc_go(tep, nguoi):
        raise LoiNghiepVu("Chỉ người tải lên gỡ được tệp, và chỉ trong ngày tải lên.")
    with transaction.atomic():
        noi_dung = f"Gỡ tệp của {_ten_chu(tep)}: {LyDoGo(ly_do).label.lower()}"
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"tep_kem:{tep.pk}", noi_dung)
        tep.delete()
        transaction.on_commit(partial(bo_tep, tep.duong_dan))


def quet_lai() -> int:
    """Scan what the scanner did not answer about; the number of files that were decided."""
    return quet_lai_cac_tep(TepKem.objects.all(), _ghi_nhiem)


def _ten_chu(tep: TepKem) -> str:
    """What a file belongs to, as the log names it."""
    for cot in COT_CHU.values():
        if khoa := getattr(tep, f"{cot}_id"):
            return f"{cot}:{khoa}"
    raise ValueError(tep.pk)


def _ghi_nhiem(tep: TepKem) -> None:
    """An infected file leaves the disk; its row says that it came."""
    NhatKy.ghi(None, ViecNhatKy.SUA, f"tep_kem:{tep.pk}", "Tệp có mã độc, đã xóa khỏi máy chủ")
    transaction.on_commit(partial(bo_tep, tep.duong_dan))
