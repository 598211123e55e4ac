"""Pictures: opened as pixels and written again, so that nothing of the camera, the place or the phone stays."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from tochuc.tep.loi import LoiTep

DIEM_ANH_TOI_DA = 26_000_000  # 78 MB when opened, and twice that while it is turned
# A phone of 50 megapixels: its JPEG is opened at half its width and height, still 300 dots an inch on A4.
JPEG_TOI_DA = 52_000_000
CANH_TOI_DA = 20_000  # pixels; WebP and JPEG end at 16,383 and 65,535
DANG_ANH = ("JPEG", "PNG", "WEBP")
CHAT_LUONG = {"JPEG": {"quality": 90}, "PNG": {}, "WEBP": {"quality": 90}}
# What Pillow raises on a broken picture; it promises no narrower set.
LOI_ANH = (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError)
ANH_HONG = "Ảnh bị hỏng, không mở được. Xin chụp hoặc quét lại."
ANH_QUA_LON = "Ảnh quá lớn (quá 26 triệu điểm ảnh; JPEG quá 52 triệu). Xin giảm độ phân giải khi chụp hoặc quét."
# One picture at a time in each process, however many people send: what is open at once stays bounded.
MOT_ANH = Lock()


def ve_lai(noi_dung: bytes) -> tuple[bytes, str]:
    """The picture written again upright, without EXIF, GPS, comments or colour profile; and its format, of DANG_ANH.

    Of a moving picture only the first frame is kept; a JPEG larger than DIEM_ANH_TOI_DA is halved. Raises LoiTep when
    it is broken or too large.
    """
    try:
        with MOT_ANH, _doc_tron_ven(), Image.open(BytesIO(noi_dung), formats=DANG_ANH) as goc:
            dang, (rong, cao) = goc.format, goc.size
            if rong * cao > (JPEG_TOI_DA if dang == "JPEG" else DIEM_ANH_TOI_DA) or max(rong, cao) > CANH_TOI_DA:
                raise LoiTep(ANH_QUA_LON)
            if rong * cao > DIEM_ANH_TOI_DA:
                goc.draft(None, (rong // 2, cao // 2))
            anh = _chuan(ImageOps.exif_transpose(goc), dang)
            # Pillow writes what stands here into the new file: profile, comment, resolution, text.
            anh.info.clear()
            dich = BytesIO()
            anh.save(dich, dang, **CHAT_LUONG[dang])
    except LoiTep:
        raise
    except Image.DecompressionBombError as loi:
        raise LoiTep(ANH_QUA_LON) from loi
    except LOI_ANH as loi:
        raise LoiTep(ANH_HONG) from loi
    return dich.getvalue(), dang


@contextmanager
def _doc_tron_ven() -> Iterator[None]:
    """A picture that breaks off is a mistake, not grey below; WeasyPrint, once loaded, lets Pillow take it for good."""
    truoc, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = truoc


def _chuan(anh: Image.Image, dang: str) -> Image.Image:
    """A mode without palette or print colours: what is transparent stays so where the format can say it."""
    if anh.mode in ("L", "RGB"):
        return anh
    trong_suot = dang != "JPEG" and (anh.mode in ("RGBA", "LA", "PA") or "transparency" in anh.info)
    if anh.mode in ("1", "I;16", "I", "F"):
        return anh.convert("L")
    return anh.convert("RGBA" if trong_suot else "RGB")
