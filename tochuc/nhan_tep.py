"""Taking in files that a person sent: counted, cleaned, kept, scanned; off the disk again when anything fails."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from tochuc.kho_tep import bo_tep, cat_tep, duong_dan_that
from tochuc.loi import LoiNghiepVu
from tochuc.quet_vi_rut import KetQuaQuet, quet
from tochuc.tep import LoiTep, TepSach, lam_sach

SO_TEP_MOT_LAN = 10
TONG_MB_MOT_LAN = 50  # the proxy cuts a request off at 60 MB


@dataclass(frozen=True)
class TepDaCat:
    """A file on the disk, not yet in the database. `cot`: the columns that every table of files has."""

    cot: dict[str, Any]
    so_trang: int | None
    ket_qua: KetQuaQuet


def _kiem_so_luong(cac_tep: Sequence[UploadedFile]) -> None:
    """LoiNghiepVu for more files at a time, or larger ones together, than the server takes."""
    if len(cac_tep) > SO_TEP_MOT_LAN:
        raise LoiNghiepVu(f"Mỗi lần tải lên nhiều nhất {SO_TEP_MOT_LAN} tệp.")
    if sum(tep.size or 0 for tep in cac_tep) > TONG_MB_MOT_LAN * 1024 * 1024:
        raise LoiNghiepVu(f"Các tệp cộng lại lớn hơn {TONG_MB_MOT_LAN} MB. Xin tải lên làm nhiều lần.")


@contextmanager
def cat_cac_tep(cac_tep: Sequence[UploadedFile], ngay: date, *, giu_chu_ky_so: bool = True) -> Iterator[list[TepDaCat]]:
    """Clean, keep and scan one after the other, so that one at a time is in memory. A failure here or in what the
    caller does inside takes the files from the disk again. Raises LoiNghiepVu."""
    _kiem_so_luong(cac_tep)
    noi: list[str] = []
    try:
        da_cat = []
        for tep in cac_tep:
            sach = _lam_sach(tep, giu_chu_ky_so)
            noi.append(cat_tep(sach.noi_dung, sach.duoi, ngay))
            cot = {
                "ten": sach.ten,
                "duong_dan": noi[-1],
                "kieu": sach.kieu,
                "kich_thuoc": len(sach.noi_dung),
                "sha256": sach.sha256,
            }
            da_cat.append(TepDaCat(cot, sach.so_trang, quet_tep(noi[-1])))
        yield da_cat
    except BaseException:
        for duong_dan in noi:
            bo_tep(duong_dan)
        raise


def quet_tep(duong_dan: str) -> KetQuaQuet:
    """Ask the scanner of this installation about a file that `cat_tep` kept."""
    return quet(duong_dan_that(duong_dan), settings.CLAMAV_URL)


def _lam_sach(tep: UploadedFile, giu_chu_ky_so: bool) -> TepSach:
    try:
        return lam_sach(tep, toi_da_mb=settings.TEP_TOI_DA_MB, giu_chu_ky_so=giu_chu_ky_so)
    except LoiTep as loi:
        raise LoiNghiepVu(f"{(tep.name or '')[-80:]}: {loi} Chưa tệp nào được lưu.") from loi
