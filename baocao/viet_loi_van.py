"""Writing the report: what the numbers say, in administrative Vietnamese.

A sentence is written only when there is something to say: what did not happen is one "không phát sinh", never a row of
zeros, and it too is tied to its cell. Knows no model. Each heading has a function that writes the paragraphs below it.
"""

from collections.abc import Callable

from baocao.cau_van import CauVan, DoanVan
from baocao.du_kien_van import SoLieuVan
from baocao.loi_van import DE_CUONG
from baocao.so_sanh import BaKy
from baocao.viet_ket_qua import bao_ve, giai_quyet_khieu_nai, giai_quyet_to_cao, quan_ly, thi_hanh
from baocao.viet_nhan_xet import du_bao, han_che, kien_nghi, nguyen_nhan_han_che, phuong_huong, uu_diem
from baocao.viet_tiep_don import tiep_dan, xu_ly_don
from baocao.viet_tinh_hinh import nguyen_nhan, tinh_hinh_khieu_nai, tinh_hinh_to_cao

CAC_MUC: dict[str, Callable[[CauVan], DoanVan]] = {
    "I.1.a": tinh_hinh_khieu_nai,
    "I.1.b": tinh_hinh_to_cao,
    "I.2": nguyen_nhan,
    "II.1": tiep_dan,
    "II.2": xu_ly_don,
    "II.3.a": giai_quyet_khieu_nai,
    "II.3.b": giai_quyet_to_cao,
    "II.4": thi_hanh,
    "II.5": bao_ve,
    "II.6": quan_ly,
    "III.1": uu_diem,
    "III.2": han_che,
    "III.3": nguyen_nhan_han_che,
    "IV": du_bao,
    "V": phuong_huong,
    "VI": kien_nghi,
}


def viet_bao_cao(ba_ky: BaKy, them: SoLieuVan) -> dict[str, str]:
    """Write the text below each heading, paragraphs with an empty line between them; "" where nothing is said."""
    van = CauVan(ba_ky, them)
    # In the order of the outline: a law text is named in full where it comes first.
    return {muc.khoa: "\n\n".join(CAC_MUC[muc.khoa](van)) for muc in DE_CUONG if muc.co_van}
