"""The name a file is kept under: what the person called it, without what harms a screen, a header or a disk."""

import unicodedata

TEN_DAI_NHAT = 120
# Control, invisible and direction-turning, surrogate, private-use characters, line and paragraph ends.
LOAI_CAM = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
DAU_CAM = str.maketrans(dict.fromkeys('<>:"|?*%', " "))
KHONG_TEN = "tep"


def lam_sach_ten(ten: str, cac_duoi: tuple[str, ...]) -> str:
    """The last part of a path, at most TEN_DAI_NHAT characters, ending in one of `cac_duoi` (first: the default)."""
    ten = unicodedata.normalize("NFC", ten).replace("\\", "/").rsplit("/", 1)[-1]
    ten = "".join(" " if ky_tu.isspace() else ky_tu for ky_tu in ten)
    ten = "".join(ky_tu for ky_tu in ten if unicodedata.category(ky_tu) not in LOAI_CAM)
    ten = " ".join(ten.translate(DAU_CAM).split()).strip(". ")
    duoi = next((muc for muc in cac_duoi if ten.lower().endswith(muc)), "")
    than = ten[: -len(duoi)].rstrip(". ") if duoi else ten
    duoi = duoi or cac_duoi[0]
    return (than or KHONG_TEN)[: TEN_DAI_NHAT - len(duoi)].rstrip(". ") + duoi
