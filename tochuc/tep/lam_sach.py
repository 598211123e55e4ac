"""From the bytes that came to a file that may be kept."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from tochuc.tep import anh, pdf, van_phong
from tochuc.tep.loi import LoiTep
from tochuc.tep.ten_tep import lam_sach_ten

MOT_MB = 1024 * 1024


@dataclass(frozen=True)
class DinhDangTep:
    """One kind of file that is taken: its MIME type and the endings its name may have, the usual one first."""

    ten: str
    kieu: str
    cac_duoi: tuple[str, ...]


DINH_DANG = {
    muc.ten: muc
    for muc in (
        DinhDangTep("PDF", "application/pdf", (".pdf",)),
        DinhDangTep("JPEG", "image/jpeg", (".jpg", ".jpeg")),
        DinhDangTep("PNG", "image/png", (".png",)),
        DinhDangTep("WEBP", "image/webp", (".webp",)),
        DinhDangTep("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",)),
        DinhDangTep("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",)),
    )
}
DAU_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOI_MA_HOA = "EncryptedPackage".encode("utf-16-le")
TEP_RONG = "Tệp rỗng."
TEP_OLE = "Tệp Word, Excel đời cũ. Xin mở rồi lưu lại dạng DOCX, XLSX hoặc PDF."
TEP_HEIC = "Ảnh HEIC của điện thoại. Xin chuyển sang JPEG rồi gửi lại."
KHONG_NHAN = "Không phải là PDF, ảnh JPEG, PNG, WebP, tệp DOCX hoặc XLSX. Xin quét hoặc lưu lại một trong các dạng này."


class TepGui(Protocol):
    """What Django gives for an uploaded file."""

    name: str | None
    size: int

    def chunks(self) -> Iterable[bytes]: ...


@dataclass(frozen=True)
class TepSach:
    """A file that may be kept. `noi_dung`: its bytes; `so_trang`: pages of a PDF, 1 of a picture, else None."""

    ten: str
    kieu: str
    duoi: str
    noi_dung: bytes
    so_trang: int | None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.noi_dung).hexdigest()


def mo_ta_dinh_dang() -> str:
    """The endings of the kinds that are taken, for the file box of a browser."""
    return ",".join(duoi for muc in DINH_DANG.values() for duoi in muc.cac_duoi)


def lam_sach(tep: TepGui, *, toi_da_mb: int, giu_chu_ky_so: bool = True) -> TepSach:
    """Open the file, whatever its name says, and give it back without metadata and without anything that runs.

    `giu_chu_ky_so`: a PDF signed digitally that runs nothing stays byte by byte. Raises LoiTep: empty, larger than
    `toi_da_mb`, of another kind, broken, with a password, with macros.
    """
    if not tep.size:
        raise LoiTep(TEP_RONG)
    if tep.size > toi_da_mb * MOT_MB:
        raise LoiTep(f"Tệp lớn hơn {toi_da_mb} MB. Xin quét ở độ phân giải thấp hơn hoặc tách thành nhiều tệp.")
    noi_dung = b"".join(tep.chunks())
    sach, ten_dinh_dang, so_trang = _mo(noi_dung, giu_chu_ky_so)
    dinh_dang = DINH_DANG[ten_dinh_dang]
    ten = lam_sach_ten(tep.name or "", dinh_dang.cac_duoi)
    return TepSach(ten, dinh_dang.kieu, dinh_dang.cac_duoi[0], sach, so_trang)


def _mo(noi_dung: bytes, giu_chu_ky_so: bool) -> tuple[bytes, str, int | None]:
    """The cleaned bytes, the kind by content and the number of pages."""
    dau = noi_dung[:16]
    if dau.startswith(b"%PDF-"):
        sach, so_trang = pdf.viet_lai(noi_dung, giu_chu_ky_so=giu_chu_ky_so)
        return sach, "PDF", so_trang
    if dau.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (dau[:4] == b"RIFF" and dau[8:12] == b"WEBP"):
        sach, dang = anh.ve_lai(noi_dung)
        return sach, dang, 1
    if dau.startswith(b"PK\x03\x04"):
        sach, loai = van_phong.dong_goi_lai(noi_dung)
        return sach, loai, None
    raise LoiTep(_ly_do(noi_dung))


def _ly_do(noi_dung: bytes) -> str:
    """Why a file of none of our kinds is refused, with what to do where we know the kind."""
    if noi_dung.startswith(DAU_OLE):
        return van_phong.CO_MAT_KHAU if GOI_MA_HOA in noi_dung else TEP_OLE
    if noi_dung[4:8] == b"ftyp" and noi_dung[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc"):
        return TEP_HEIC
    return KHONG_NHAN
