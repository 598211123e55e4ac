"""The papers of the report itself, as rows of the table of documents: its written part and its forms, by regime."""

from baocao.bieu_mau import cac_che_do
from donthu.van_ban.mau import GIAM_DOC, VanBan

TIEN_TO = "TT06-"


def mau_bao_cao() -> tuple[VanBan, ...]:
    """Mẫu số 02 and the forms of each regime, with the day it takes effect."""
    return tuple(
        VanBan(
            ma=f"{TIEN_TO}{ma}",
            ten=ten,
            can_cu=f"{muc} TT {che_do.ten}",
            nguoi_ky=GIAM_DOC,
            tu_ngay=che_do.hieu_luc_tu,
        )
        for che_do in cac_che_do()
        for ma, ten, muc in (
            ("02", "Báo cáo công tác tiếp công dân, giải quyết khiếu nại, tố cáo", "Mẫu số 02"),
            *((bieu.ma, bieu.ten[0] + bieu.ten[1:].lower(), f"Biểu số {bieu.ma}") for bieu in che_do.bieu),
        )
    )
