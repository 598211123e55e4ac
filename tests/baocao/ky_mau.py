"""The six forms of one period, written down by the columns that matter, and the text that they make."""

from baocao.bieu_mau import lap_so_lieu, lay_che_do
from baocao.du_kien_van import SoLieuVan
from baocao.ky import lap_ky
from baocao.loi_van import chu_thuan
from baocao.so_sanh import BaKy
from baocao.viet_loi_van import viet_bao_cao

KY = lap_ky("9T", 2026)


def so_lieu(ky, **cot):
    """All zero but for `cot`, as XLD_1=3."""
    bieu = {muc.ma: {cot.so: 0 for cot in muc.cot} for muc in lay_che_do(ky.den_ngay).bieu}
    for ten, gia_tri in cot.items():
        duoi, so = ten.split("_")
        bieu[next(ma for ma in bieu if ma.endswith(duoi))][int(so)] = gia_tri
    return lap_so_lieu(ky, bieu)


def viet_tho(cung_ky=None, ky=KY, **nay):
    """The text as it is kept, figures with their cells. Facts of no form go by their name, columns as XLD_6."""
    them = SoLieuVan(**{ten: nay.pop(ten) for ten in tuple(nay) if ten.islower()})
    truoc = so_lieu(ky.cung_ky(), **(cung_ky or {}))
    return viet_bao_cao(BaKy(so_lieu(ky, **nay), truoc, truoc), them)


def viet(cung_ky=None, ky=KY, **nay):
    return {khoa: chu_thuan(chu) for khoa, chu in viet_tho(cung_ky, ky, **nay).items()}
