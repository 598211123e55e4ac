"""The outline of the written report (Mẫu số 02 of TT 06/2025/TT-TTCP), and figures inside its sentences.

A figure inside a sentence carries behind it what it was worked out from, also after a person edited the sentence, so a
page can link it and say when the number is no longer what was written; `cac_phan` reads it back. Of one form:

    04{02/XLD:6}             column 6
    01{02/XLD:2-3}           columns added up, taken away
    92,86%{02/XLD:2/1}       column 2 as a percentage of column 1
    tăng 01{02/XLD:6±}       column 6 against the same period of last year
    33,33%{02/XLD:6±%}       the same, as a percentage
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from baocao.bieu_mau import GiaTri, SoLieu
from tochuc.dinh_dang import phan_tram, so_van

TANG, GIAM, BANG = "tăng", "giảm", "bằng"
MAU_SO = re.compile(
    rf"(?P<chu>(?:{TANG} |{GIAM} )?\d[\d.,]*%?|[Kk]hông|{BANG})"
    r"\{(?P<bieu>\d\d/[A-Z]+):(?P<cot>\d+)(?P<them>(?:[+-]\d+)*)(?:/(?P<mau>\d+))?(?P<dau>±%?)?\}"
)


@dataclass(frozen=True)
class NguonSo:
    """Where a figure comes from: signed columns of one form, of which column, and whether it is a change."""

    bieu: str
    cac_cot: tuple[tuple[int, int], ...]
    mau: int | None
    dau: str

    @classmethod
    def doc(cls, khop: re.Match) -> "NguonSo":
        them = re.findall(r"([+-])(\d+)", khop["them"])
        return cls(
            khop["bieu"],
            ((1, int(khop["cot"])), *((1 if dau == "+" else -1, int(cot)) for dau, cot in them)),
            int(khop["mau"]) if khop["mau"] else None,
            khop["dau"] or "",
        )

    @property
    def cot(self) -> int:
        """The column whose rows a page shows."""
        return self.cac_cot[0][1]

    @property
    def tat_ca_cot(self) -> tuple[int, ...]:
        return (*(cot for _, cot in self.cac_cot), *((self.mau,) if self.mau else ()))

    def co_trong(self, so_lieu: SoLieu) -> bool:
        """Whether the forms have all of its columns."""
        return all(cot in so_lieu.get(self.bieu, ()) for cot in self.tat_ca_cot)

    def viet(self, nay: SoLieu, cung_ky: SoLieu) -> str:
        """As it is written with these numbers: "04", "92,86%", "tăng 01"; "" for a percentage of nothing."""
        gia_tri = self._tong(nay[self.bieu])
        if self.mau:
            return phan_tram(gia_tri, nay[self.bieu][self.mau])
        if not self.dau:
            return so_van(gia_tri)
        truoc = self._tong(cung_ky[self.bieu])
        hieu = gia_tri - truoc
        if self.dau == "±%":
            return phan_tram(abs(hieu), truoc)
        return f"{TANG if hieu > 0 else GIAM} {so_van(abs(hieu))}" if hieu else BANG

    def _tong(self, cot: Mapping[int, GiaTri]) -> GiaTri:
        return sum(dau * cot[so] for dau, so in self.cac_cot)


@dataclass(frozen=True)
class SoTrongVan:
    """A figure of a sentence: its form and column, how it was written, how it would be written now."""

    bieu: str
    cot: int
    chu: str
    chu_nay: str

    @property
    def ma_bieu(self) -> str:
        """The form in an address: "02-XLD"."""
        return self.bieu.replace("/", "-")

    @property
    def da_doi(self) -> bool:
        return self.chu.lower() != self.chu_nay

    @property
    def thay_duoc(self) -> bool:
        """Whether the new number fits into the sentence: "không phát sinh" and "bằng cùng kỳ" are other sentences."""
        return _kieu_chu(self.chu) == _kieu_chu(self.chu_nay)


def _kieu_chu(chu: str) -> str:
    if chu.startswith((TANG, GIAM)):
        return "±"
    return "số" if chu[:1].isdecimal() else chu.lower()


@dataclass(frozen=True)
class MucDeCuong:
    """One heading of the outline. `khoa`: its place, "II.3.a"; `co_van`: text stands below it; `goi_y`: what a person
    adds that no number tells, said beside the heading on the screen."""

    khoa: str
    tieu_de: str
    co_van: bool = True
    goi_y: str = ""

    @property
    def cap(self) -> int:
        return self.khoa.count(".") + 1

    @property
    def so(self) -> str:
        """The number as it is printed: "II", "3", "a)"."""
        cuoi = self.khoa.rpartition(".")[2]
        return f"{cuoi})" if self.cap == 3 else cuoi

    @property
    def neo(self) -> str:
        """Its anchor in a page, and the name of its box: "II_3_a"."""
        return self.khoa.replace(".", "_")


DE_CUONG = (
    MucDeCuong("I", "TÌNH HÌNH KHIẾU NẠI, TỐ CÁO", co_van=False),
    MucDeCuong("I.1", "Tình hình khiếu nại, tố cáo", co_van=False),
    MucDeCuong("I.1.a", "Về khiếu nại", goi_y="Nêu nội dung khiếu nại nổi lên, vấn đề mới phát sinh (nếu có)."),
    MucDeCuong("I.1.b", "Về tố cáo", goi_y="Nêu nội dung tố cáo chủ yếu; không nêu chi tiết làm lộ danh tính."),
    MucDeCuong(
        "I.2",
        "Nguyên nhân của tình hình khiếu nại, tố cáo",
        goi_y="Các câu viết sẵn chỉ nêu biến động của số liệu. Xin bổ sung nguyên nhân khách quan, chủ quan.",
    ),
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
    MucDeCuong(
        "II.5",
        "Bảo vệ người tố cáo (nếu có)",
        goi_y="Nêu số người được bảo vệ vị trí công tác, việc làm; tính mạng, sức khỏe, tài sản, danh dự, nhân phẩm. "
        "Không nêu họ tên, đơn vị của người được bảo vệ.",
    ),
    MucDeCuong(
        "II.6",
        "Công tác quản lý nhà nước về tiếp công dân, giải quyết khiếu nại, tố cáo (Biểu số 06/QLKNTC)",
        goi_y="Bổ sung việc quán triệt, chỉ đạo chưa ghi vào Sổ hoạt động quản lý.",
    ),
    MucDeCuong("III", "NHẬN XÉT, ĐÁNH GIÁ", co_van=False),
    MucDeCuong("III.1", "Ưu điểm, kết quả", goi_y="Nêu ưu điểm, cách làm tốt bên cạnh các tỷ lệ."),
    MucDeCuong("III.2", "Tồn tại, hạn chế", goi_y="Các mục có sẵn lấy từ sổ; xin bổ sung tồn tại, hạn chế khác."),
    MucDeCuong("III.3", "Nguyên nhân", goi_y="Nêu nguyên nhân của từng tồn tại, hạn chế ở mục 2."),
    MucDeCuong("IV", "DỰ BÁO TÌNH HÌNH", goi_y="Bổ sung yếu tố tác động trong kỳ tới mà số liệu chưa phản ánh."),
    MucDeCuong(
        "V",
        "PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU TRONG KỲ TIẾP THEO",
        goi_y="Nhiệm vụ có hạn trong kỳ tiếp theo lấy từ kế hoạch; xin bổ sung giải pháp.",
    ),
    MucDeCuong(
        "VI", "KIẾN NGHỊ, ĐỀ XUẤT", goi_y="Nêu rõ văn bản pháp luật có vướng mắc và đề nghị sửa đổi, hướng dẫn."
    ),
)


def cac_phan(doan: str, so_lieu: SoLieu, cung_ky: SoLieu | None = None) -> list[str | SoTrongVan]:
    """Cut a paragraph into words and figures. What the forms do not have stays words; without `cung_ky` a change
    against it is taken as it was written."""
    phan: list[str | SoTrongVan] = []
    cuoi = 0
    for khop in MAU_SO.finditer(doan):
        nguon = NguonSo.doc(khop)
        if not nguon.co_trong(so_lieu):
            continue
        chu = khop["chu"]
        chu_nay = chu if nguon.dau and cung_ky is None else nguon.viet(so_lieu, cung_ky)
        phan += [doan[cuoi : khop.start()], SoTrongVan(nguon.bieu, nguon.cot, chu, chu_nay)]
        cuoi = khop.end()
    return [muc for muc in (*phan, doan[cuoi:]) if muc]


def chu_thuan(doan: str) -> str:
    """The paragraph as it is printed, without the cells."""
    return MAU_SO.sub(lambda khop: khop["chu"], doan)


def cap_nhat_so(doan: str, so_lieu: SoLieu, cung_ky: SoLieu) -> str:
    """The paragraph with every figure as it is now, but for those that ask for another sentence."""

    def viet_lai(khop: re.Match) -> str:
        nguon, chu = NguonSo.doc(khop), khop["chu"]
        if not nguon.co_trong(so_lieu):
            return khop[0]
        so = SoTrongVan(nguon.bieu, nguon.cot, chu, nguon.viet(so_lieu, cung_ky))
        return khop[0].replace(chu, so.chu_nay, 1) if so.thay_duoc else khop[0]

    return MAU_SO.sub(viet_lai, doan)


def dau_sai(doan: str, so_lieu: SoLieu) -> list[str]:
    """Braces that are no figure of these forms; they would be printed as they stand, or name a cell that is none."""
    la = [khop[0] for khop in MAU_SO.finditer(doan) if not NguonSo.doc(khop).co_trong(so_lieu)]
    return la + re.findall(r"\S*[{}][^\s{}]*}?", MAU_SO.sub("", doan))


def doan_cua(chu: str) -> tuple[tuple[str, bool], ...]:
    """Cut an edited text into paragraphs: (words, whether it is an item of a list, a line that begins with "-")."""
    cac_dong = (dong.strip() for dong in chu.splitlines())
    return tuple((dong.lstrip("-+ ").strip(), dong.startswith("-")) for dong in cac_dong if dong.strip("-+ "))
