"""The outline of the written report (Mẫu số 02 of TT 06/2025/TT-TTCP), and figures inside its sentences.

A figure inside a sentence carries its cell behind it, "04{02/XLD:6} đơn", also after a person edited the sentence, so a
page can link it and say when the number is no longer what was written; `cac_phan` reads it back.
"""

import re
from dataclasses import dataclass

from baocao.bieu_mau import SoLieu
from tochuc.dinh_dang import so_van

MAU_SO = re.compile(r"(?P<chu>\d[\d.,]*|không)\{(?P<bieu>\d\d/[A-Z]+):(?P<cot>\d+)\}")


@dataclass(frozen=True)
class SoTrongVan:
    """A figure of a sentence: its cell, how it was written, how it would be written now."""

    bieu: str
    cot: int
    chu: str
    chu_nay: str

    @property
    def da_doi(self) -> bool:
        return self.chu != self.chu_nay


@dataclass(frozen=True)
class MucDeCuong:
    """One heading of the outline. `khoa`: its place, "II.3.a"; `co_van`: text stands below it; `tu_viet`: a person adds
    what no number tells."""

    khoa: str
    tieu_de: str
    co_van: bool = True
    tu_viet: bool = False

    @property
    def cap(self) -> int:
        return self.khoa.count(".") + 1

    @property
    def so(self) -> str:
        """The number as it is printed: "II", "3", "a)"."""
        cuoi = self.khoa.rpartition(".")[2]
        return f"{cuoi})" if self.cap == 3 else cuoi


DE_CUONG = (
    MucDeCuong("I", "TÌNH HÌNH KHIẾU NẠI, TỐ CÁO", co_van=False),
    MucDeCuong("I.1", "Tình hình khiếu nại, tố cáo", co_van=False),
    MucDeCuong("I.1.a", "Về khiếu nại"),
    MucDeCuong("I.1.b", "Về tố cáo"),
    MucDeCuong("I.2", "Nguyên nhân của tình hình khiếu nại, tố cáo", tu_viet=True),
    MucDeCuong("II", "KẾT QUẢ CÔNG TÁC TIẾP CÔNG DÂN, XỬ LÝ ĐƠN, GIẢI QUYẾT KHIẾU NẠI, TỐ CÁO", co_van=False),
    MucDeCuong("II.1", "Công tác tiếp công dân (Biểu số 01/TCD)"),
    MucDeCuong("II.2", "Tiếp nhận, phân loại và xử lý đơn (Biểu số 02/XLD)"),
    MucDeCuong("II.3", "Kết quả giải quyết khiếu nại, tố cáo (Biểu số 03/GQKN, 04/GQTC)", co_van=False),
    MucDeCuong("II.3.a", "Kết quả giải quyết khiếu nại"),
    MucDeCuong("II.3.b", "Kết quả giải quyết tố cáo"),
    MucDeCuong(
        "II.4",
        "Kết quả thi hành Quyết định giải quyết khiếu nại, thực hiện kết luận nội dung tố cáo (Biểu số 05/KQTH)",
    ),
    MucDeCuong("II.5", "Bảo vệ người tố cáo", tu_viet=True),
    MucDeCuong(
        "II.6",
        "Công tác quản lý nhà nước về tiếp công dân, giải quyết khiếu nại, tố cáo (Biểu số 06/QLKNTC)",
        tu_viet=True,
    ),
    MucDeCuong("III", "NHẬN XÉT, ĐÁNH GIÁ", co_van=False),
    MucDeCuong("III.1", "Ưu điểm, kết quả", tu_viet=True),
    MucDeCuong("III.2", "Tồn tại, hạn chế", tu_viet=True),
    MucDeCuong("III.3", "Nguyên nhân", tu_viet=True),
    MucDeCuong("IV", "DỰ BÁO TÌNH HÌNH", tu_viet=True),
    MucDeCuong("V", "PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU TRONG KỲ TIẾP THEO", tu_viet=True),
    MucDeCuong("VI", "KIẾN NGHỊ, ĐỀ XUẤT", tu_viet=True),
)


def cac_phan(doan: str, so_lieu: SoLieu) -> list[str | SoTrongVan]:
    """Cut a paragraph into words and figures. A cell that the forms do not have stays words."""
    phan: list[str | SoTrongVan] = []
    cuoi = 0
    for khop in MAU_SO.finditer(doan):
        bieu, cot = khop["bieu"], int(khop["cot"])
        if cot in so_lieu.get(bieu, ()):
            phan += [doan[cuoi : khop.start()], SoTrongVan(bieu, cot, khop["chu"], so_van(so_lieu[bieu][cot]))]
            cuoi = khop.end()
    return [muc for muc in (*phan, doan[cuoi:]) if muc]


def chu_thuan(doan: str) -> str:
    """The paragraph as it is printed, without the cells."""
    return MAU_SO.sub(lambda khop: khop["chu"], doan)


def cap_nhat_so(doan: str, so_lieu: SoLieu) -> str:
    """The paragraph with every figure as the forms have it now."""
    return "".join(
        muc if isinstance(muc, str) else f"{muc.chu_nay}{{{muc.bieu}:{muc.cot}}}" for muc in cac_phan(doan, so_lieu)
    )


def doan_cua(chu: str) -> tuple[tuple[str, bool], ...]:
    """Cut an edited text into paragraphs: (words, whether it is an item of a list, a line that begins with "-")."""
    cac_dong = (dong.strip() for dong in chu.splitlines())
    return tuple((dong.lstrip("-+ ").strip(), dong.startswith("-")) for dong in cac_dong if dong.strip("-+ "))
