"""The six forms of one period, written down by the columns that matter."""

from baocao.bieu_mau import lap_so_lieu, lay_che_do


def so_lieu(ky, **cot):
    """All zero but for `cot`, as XLD_1=3."""
    bieu = {muc.ma: {cot.so: 0 for cot in muc.cot} for muc in lay_che_do(ky.den_ngay).bieu}
    for ten, gia_tri in cot.items():
        duoi, so = ten.split("_")
        bieu[next(ma for ma in bieu if ma.endswith(duoi))][int(so)] = gia_tri
    return lap_so_lieu(ky, bieu)
