"""JPEG pictures inside a PDF, cleaned without touching their pixels."""

DAU_JPEG = b"\xff\xd8\xff"
KET_THUC, BAT_DAU_DIEM_ANH, GHI_CHU = 0xD9, 0xDA, 0xFE
APP_DAU, APP_CUOI = 0xE0, 0xEF
# JFIF and Adobe's colour transform: without them colours change. The others hold EXIF, GPS, XMP, and a colour profile,
# which a PDF does not read.
DOAN_GIU = {0xE0, 0xEE}


def bo_sieu_du_lieu(anh: bytes) -> bytes:
    """The same JPEG without EXIF, GPS, XMP, Photoshop data, comments, pictures behind it; no plain JPEG: as it was."""
    if not anh.startswith(DAU_JPEG):
        return anh
    phan, vi_tri = [anh[:2]], 2
    while vi_tri + 4 <= len(anh) and anh[vi_tri] == 0xFF:
        ma = anh[vi_tri + 1]
        if ma == 0xFF:  # padding
            vi_tri += 1
            continue
        if ma == KET_THUC:
            break
        cuoi = vi_tri + 2 + int.from_bytes(anh[vi_tri + 2 : vi_tri + 4])
        if ma == BAT_DAU_DIEM_ANH:
            cuoi = _het_diem_anh(anh, cuoi)
        if ma in DOAN_GIU or not (APP_DAU <= ma <= APP_CUOI or ma == GHI_CHU):
            phan.append(anh[vi_tri:cuoi])
        vi_tri = cuoi
    return b"".join([*phan, bytes((0xFF, KET_THUC))])


def _het_diem_anh(anh: bytes, vi_tri: int) -> int:
    """Where the pixels that begin at `vi_tri` end: at the next mark that is neither a stuffed byte nor a restart."""
    while (vi_tri := anh.find(b"\xff", vi_tri)) != -1:
        tiep = anh[vi_tri + 1 : vi_tri + 2]
        if tiep and tiep != b"\x00" and not b"\xd0" <= tiep <= b"\xd7":
            return vi_tri
        vi_tri += 1
    return len(anh)
