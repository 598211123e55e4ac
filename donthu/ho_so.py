"""Hồ sơ vụ việc: every paper of one petition in order, numbered as a bundle is, as a list, one PDF or a stream of ZIP.

Reads only; what it gives belongs to who may see the petition.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import IO

from django.utils import timezone
from PIL import Image
from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.errors import PyPdfError

from donthu.models import BuoiLamViec, DonThu, MucTep, TinhTrangTep
from donthu.phan_loai import LoaiDon
from tochuc.dinh_dang import cat_chu
from tochuc.in_an import in_pdf
from tochuc.kho_tep import duong_dan_that
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh
from tochuc.tep.ten_tep import lam_sach_ten

KIEU_PDF = "application/pdf"
BAN_GIAY = "Bản giấy"
CHO_PDF = "Bản PDF đang được lập"
TEP_RIENG = "Tệp riêng, kèm trong tệp ZIP"
MO_DUOC = (TinhTrangTep.SACH, TinhTrangTep.KHONG_QUET)
PDF_TOI_DA = 100 * 1024 * 1024  # bytes of all parts; the whole is put together in memory
A4 = (595, 842)  # points
LE_ANH = 28  # points
DIEM_ANH_TRANG = 2480  # pixels of the longer side of A4 at 210 dpi; more shows nothing on paper
DOAN_DOC = 256 * 1024
# One bundle at a time in each process: it takes two to three times its size in memory.
MOT_HO_SO = Lock()
TEN_DAI = 70


@dataclass
class TaiLieu:
    """One paper. `ngay`: its date; `tep`: the key of its TepDinhKem; `noi`: its file on disk; `so_trang`: None when not
    known; `tu_to`, `den_to`: its sheets in the bundle, from 1."""

    ten: str
    ngay: date
    ghi_chu: str = ""
    so_trang: int | None = None
    noi: Path | None = None
    kieu: str = ""
    tep: int | None = None
    stt: int = 0
    tu_to: int | None = None
    den_to: int | None = None

    @property
    def vao_pdf(self) -> bool:
        """Whether its pages can stand in the one PDF."""
        return self.noi is not None and (self.kieu == KIEU_PDF or self.kieu.startswith("image/"))

    @property
    def to_so(self) -> str:
        """The numbers of its sheets: "5", "5–8", "" when nobody counted its pages."""
        if self.tu_to is None:
            return ""
        return str(self.tu_to) if self.tu_to == self.den_to else f"{self.tu_to}–{self.den_to}"


def doc_ho_so(don: DonThu) -> list[TaiLieu]:
    """The papers by date, the petition itself first; sheets are numbered, one a page, where the pages are known."""
    cac_muc = [
        *_van_ban(don),
        *_buoi_lam_viec(don),
        *_bang_chung_va_tep(don),
        *_gui_cong_khai(don),
        *_thi_hanh(don),
    ]
    cac_muc = [_don(don), *sorted(cac_muc, key=lambda muc: muc.ngay)]
    to_ke_tiep = 1
    for stt, muc in enumerate(cac_muc, start=1):
        muc.stt = stt
        if muc.so_trang:
            muc.tu_to, muc.den_to = to_ke_tiep, to_ke_tiep + muc.so_trang - 1
            to_ke_tiep += muc.so_trang
    return cac_muc


def _don(don: DonThu) -> TaiLieu:
    giu = f"Bản gốc trong phong bì niêm phong mã {don.ma_nguoi_to_cao}" if don.loai == LoaiDon.TO_CAO else BAN_GIAY
    return TaiLieu(f"Đơn {don.get_loai_display().lower()}", don.ngay_viet_don or don.ngay_nhan, giu)


def _van_ban(don: DonThu) -> Iterator[TaiLieu]:
    for dong in don.van_ban_di.all():
        ten = f"{dong.so_ky_hieu} {dong.trich_yeu}".strip()
        if dong.duong_dan:
            noi = duong_dan_that(dong.duong_dan)
            yield TaiLieu(ten, dong.ngay, "", _so_trang(noi), noi, KIEU_PDF)
        else:
            yield TaiLieu(ten, dong.ngay, CHO_PDF if dong.noi_dung else BAN_GIAY)


def _so_trang(noi: Path) -> int | None:
    try:
        return len(PdfReader(noi).pages)
    except (OSError, PyPdfError):
        return None


def _buoi_lam_viec(don: DonThu) -> Iterator[TaiLieu]:
    for buoi in don.buoi_lam_viec.exclude(ket_qua=BuoiLamViec.KetQua.DU_KIEN):
        ghi_chu = BAN_GIAY if buoi.ket_qua == BuoiLamViec.KetQua.DA_HOP else buoi.get_ket_qua_display()
        yield TaiLieu(f"Biên bản buổi: {buoi.get_loai_display().lower()}", buoi.ngay, ghi_chu)


def _bang_chung_va_tep(don: DonThu) -> Iterator[TaiLieu]:
    """Evidence with its file; files that are no evidence."""
    cac_tep = {tep.pk: tep for tep in don.tep.all()}
    for bang_chung in don.bang_chung.all():
        tep = cac_tep.pop(bang_chung.tep_id, None)
        # Who gave it may be who denounced: the list of a tố cáo, which is printed and carried about, does not say.
        nguoi_giao = "" if don.loai == LoaiDon.TO_CAO else f", nhận của {bang_chung.nguoi_giao}"
        ghi_chu = f"{bang_chung.tinh_trang}{nguoi_giao}"
        muc = TaiLieu(bang_chung.ten, bang_chung.ngay, ghi_chu, bang_chung.so_trang)
        yield _gan_tep(muc, tep) if tep else muc
    for tep in cac_tep.values():
        # A scan of the petition stands with it, whenever it was made.
        ngay = don.ngay_nhan if tep.muc == MucTep.DON else timezone.localdate(tep.luc)
        yield _gan_tep(TaiLieu(f"{tep.get_muc_display()}: {tep.ten}", ngay), tep)


def _gan_tep(muc: TaiLieu, tep) -> TaiLieu:
    muc.tep = tep.pk
    if tep.tinh_trang in MO_DUOC:
        muc.noi, muc.kieu, muc.so_trang = duong_dan_that(tep.duong_dan), tep.kieu, tep.so_trang or muc.so_trang
        if not muc.vao_pdf:
            muc.ghi_chu = "; ".join(filter(None, (muc.ghi_chu, TEP_RIENG)))
    else:
        muc.ghi_chu = tep.get_tinh_trang_display()
    return muc


def _gui_cong_khai(don: DonThu) -> Iterator[TaiLieu]:
    for lan in don.lan_gui.select_related("van_ban"):
        van_ban = f" {lan.van_ban}" if lan.van_ban else ""
        yield TaiLieu(f"Chứng từ gửi{van_ban} đến {lan.noi_nhan}", lan.ngay, lan.chung_tu or lan.get_cach_display())
    for lan in don.lan_cong_khai.select_related("van_ban"):
        van_ban = f" {lan.van_ban}" if lan.van_ban else ""
        yield TaiLieu(f"Tài liệu công khai{van_ban}: {lan.noi}", lan.tu_ngay, lan.get_hinh_thuc_display())


def _thi_hanh(don: DonThu) -> Iterator[TaiLieu]:
    for dong in don.ket_qua_thi_hanh.all():
        yield TaiLieu("Báo cáo kết quả thi hành", dong.ngay, BAN_GIAY)


# --- On paper --------------------------------------------------------------------------------------------------------


def in_muc_luc(don: DonThu, cac_tai_lieu: list[TaiLieu]) -> bytes:
    """The index of the bundle as PDF."""
    cau_hinh = CauHinh.hien_hanh()
    return in_pdf(
        "donthu/ho_so/muc_luc_in.html",
        {
            "co_quan_chu_quan": cau_hinh.co_quan_chu_quan,
            "co_quan_ban_hanh": cau_hinh.ten_co_quan,
            "dia_danh": cau_hinh.dia_danh,
            "ngay_van_ban": timezone.localdate(),
            "ten_loai": "Mục lục hồ sơ",
            "trich_yeu": f"Đơn {don.get_loai_display().lower()} mã {don.ma}",
            "don": don,
            "cac_tai_lieu": cac_tai_lieu,
            "tong_to": max((muc.den_to or 0 for muc in cac_tai_lieu), default=0),
            "chuc_vu": "Người lập hồ sơ",
        },
    )


def ghep_pdf(don: DonThu, cac_tai_lieu: list[TaiLieu], dich: IO[bytes]) -> None:
    """Write index, PDFs and pictures as one PDF with a bookmark for each paper.

    Raises LoiNghiepVu when the parts are larger than PDF_TOI_DA or one cannot be read.
    """
    co_tep = [muc for muc in cac_tai_lieu if muc.vao_pdf]
    try:
        tong = sum(muc.noi.stat().st_size for muc in co_tep)
    except FileNotFoundError as loi:
        raise LoiNghiepVu("Một tệp của hồ sơ không còn trên máy chủ. Xin báo quản trị.") from loi
    if tong > PDF_TOI_DA:
        raise LoiNghiepVu("Hồ sơ quá lớn để ghép thành một tệp PDF. Xin tải tệp ZIP.")
    muc_luc = in_muc_luc(don, cac_tai_lieu)
    with MOT_HO_SO:
        _ghep(muc_luc, co_tep, dich)


def _ghep(muc_luc: bytes, co_tep: list[TaiLieu], dich: IO[bytes]) -> None:
    ban = PdfWriter()
    ban.append(BytesIO(muc_luc), outline_item="Mục lục hồ sơ", import_outline=False)
    for muc in co_tep:
        nhan = f"{muc.stt}. {cat_chu(muc.ten, TEN_DAI)}"
        try:
            if muc.kieu == KIEU_PDF:
                ban.append(muc.noi, outline_item=nhan, import_outline=False)
            else:
                ban.add_page(_trang_anh(muc.noi))
                ban.add_outline_item(title=nhan, page_number=len(ban.pages) - 1)
        except (OSError, PyPdfError) as loi:
            raise LoiNghiepVu(f"Tài liệu số {muc.stt} của hồ sơ không đọc được. Xin tải tệp ZIP.") from loi
    ban.metadata = None
    ban.write(dich)


def _trang_anh(noi: Path) -> PageObject:
    """A picture on one page of A4, turned as the picture lies."""
    with Image.open(noi) as goc:
        goc.thumbnail((DIEM_ANH_TRANG, DIEM_ANH_TRANG))
        dem = BytesIO()
        _nen_trang(goc).save(dem, "PDF", resolution=72)
    anh = PdfReader(dem).pages[0]
    rong, cao = float(anh.mediabox.width), float(anh.mediabox.height)
    kho = A4 if cao >= rong else A4[::-1]
    trang = PageObject.create_blank_page(width=kho[0], height=kho[1])
    ty_le = min((kho[0] - 2 * LE_ANH) / rong, (kho[1] - 2 * LE_ANH) / cao)
    trang.merge_transformed_page(
        anh, Transformation().scale(ty_le).translate((kho[0] - rong * ty_le) / 2, (kho[1] - cao * ty_le) / 2)
    )
    return trang


def _nen_trang(anh: Image.Image) -> Image.Image:
    """The picture on white where it is transparent."""
    if anh.mode != "RGBA":
        return anh if anh.mode in ("L", "RGB") else anh.convert("RGB")
    nen = Image.new("RGB", anh.size, "white")
    nen.paste(anh, mask=anh.getchannel("A"))
    return nen


# --- As ZIP ----------------------------------------------------------------------------------------------------------


class _OngGhi:
    """Where zipfile writes: what was written since the last look, forgotten once taken."""

    def __init__(self):
        self._dem = bytearray()

    def write(self, du_lieu: bytes) -> int:
        self._dem += du_lieu
        return len(du_lieu)

    def flush(self) -> None:
        """Nothing is held back."""

    def lay(self) -> bytes:
        da_ghi = bytes(self._dem)
        self._dem.clear()
        return da_ghi


def nen_zip(don: DonThu, cac_tai_lieu: list[TaiLieu], muc_luc: bytes) -> Iterator[bytes]:
    """The index and every file, piece by piece, so that no more than one piece is in memory. `muc_luc`: the PDF of
    `in_muc_luc`, made before: what fails halfway through an answer can no longer be said."""
    ong = _OngGhi()
    with zipfile.ZipFile(ong, "w") as goi:  # stored: pictures, PDF and DOCX do not get smaller
        goi.writestr("00-muc-luc-ho-so.pdf", muc_luc)
        yield ong.lay()
        for muc in cac_tai_lieu:
            if muc.noi is None or not muc.noi.exists():
                continue
            with goi.open(_ten_trong_zip(don, muc), "w") as dich, muc.noi.open("rb") as nguon:
                while doan := nguon.read(DOAN_DOC):
                    dich.write(doan)
                    yield ong.lay()
    yield ong.lay()


def _ten_trong_zip(don: DonThu, muc: TaiLieu) -> str:
    """01-<what it is>.pdf; of a tố cáo the code alone, for the list of a ZIP is read without opening it."""
    duoi = muc.noi.suffix
    if don.loai == LoaiDon.TO_CAO:
        return f"{muc.stt:02d}-{don.ma}{duoi}"
    return f"{muc.stt:02d}-{lam_sach_ten(cat_chu(muc.ten.replace('/', '-'), TEN_DAI), (duoi,))}"
