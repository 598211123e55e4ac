"""Words that the writer of the report puts its sentences together from: figures with their cells, changes, lists."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from baocao.bieu_mau import GiaTri
from baocao.du_kien_van import SoLieuVan
from baocao.loi_van import BANG, GIAM, TANG
from baocao.so_sanh import BaKy
from tochuc.dinh_dang import phan_tram, so_van

TIEP, DON, KN, TC, THI_HANH, QUAN_LY = "01/TCD", "02/XLD", "03/GQKN", "04/GQTC", "05/KQTH", "06/QLKNTC"
CHU_CAI = "abcdđeghik"  # the alphabet of điểm (NĐ 30/2020, Phụ lục I)

DoanVan = tuple[str, ...]
"""Paragraphs below one heading; none where nothing is to be said."""
CotChu = Iterable[tuple[int, str]]
"""Columns of a form, each with the words that follow its figure."""


@dataclass(frozen=True)
class VanBanLuat:
    """A law text: in full where it is named first, short afterwards (NĐ 30/2020, Phụ lục I)."""

    day_du: str
    ngan: str


ND_154 = VanBanLuat(
    "Nghị định số 154/2026/NĐ-CP ngày 15 tháng 5 năm 2026 của Chính phủ quy định chi tiết một số điều và biện pháp tổ "
    "chức thi hành Luật Tiếp công dân",
    "Nghị định số 154/2026/NĐ-CP",
)
LUAT_TCD = VanBanLuat("Luật Tiếp công dân", "Luật Tiếp công dân")


@dataclass
class CauVan:
    """What is told of: the numbers of the period beside those before, and what no form holds."""

    ba_ky: BaKy
    them: SoLieuVan
    da_dan: set[VanBanLuat] = field(default_factory=set)

    def __post_init__(self):
        self.ky, self.bieu, self.bieu_cung_ky = self.ba_ky.ky, self.ba_ky.nay.bieu, self.ba_ky.cung_ky.bieu

    # --- Figures -----------------------------------------------------------------------------------------------------

    def so(self, bieu: str, cot: int) -> GiaTri:
        return self.bieu[bieu][cot]

    def ma(self, bieu: str, cot: int) -> str:
        """The figure with its cell: "04{02/XLD:6}"."""
        return f"{so_van(self.so(bieu, cot))}{{{bieu}:{cot}}}"

    def tru(self, bieu: str, cot: int, bot: int) -> str:
        """What is left of one column without another: "01{02/XLD:2-3}"."""
        return f"{so_van(self.so(bieu, cot) - self.so(bieu, bot))}{{{bieu}:{cot}-{bot}}}"

    def cong(self, bieu: str, *cac_cot: int) -> str:
        """Columns added up: "02{03/GQKN:8+10}"."""
        return f"{so_van(sum(self.so(bieu, cot) for cot in cac_cot))}{{{bieu}:{'+'.join(map(str, cac_cot))}}}"

    def khong(self, bieu: str, *cac_cot: int) -> str:
        """The word "không" of a sentence that holds while these columns are zero: "không{02/XLD:1}"."""
        return self.cong(bieu, *cac_cot)

    def ty_le(self, bieu: str, mau: int, *cac_cot: int) -> str:
        """Columns together as a percentage of another, `mau`: "92,86%{02/XLD:2/1}"; "" on nothing."""
        chu = phan_tram(sum(self.so(bieu, cot) for cot in cac_cot), self.so(bieu, mau))
        return f"{chu}{{{bieu}:{'+'.join(map(str, cac_cot))}/{mau}}}" if chu else ""

    # --- Parts of a sentence -----------------------------------------------------------------------------------------

    def liet_ke(self, bieu: str, cac_cot: CotChu, tong: int | None = None) -> str:
        """What is not zero, in one enumeration: "01 đơn về đất đai (chiếm 25,00%), …"; "" when all is."""
        muc = []
        for cot, chu in cac_cot:
            if gia_tri := self.so(bieu, cot):
                phan = f" (chiếm {self.ty_le(bieu, tong, cot)})" if tong and gia_tri != self.so(bieu, tong) else ""
                muc.append(f"{self.ma(bieu, cot)} {chu}{phan}")
        return ", ".join(muc)

    def ke_viec(self, bieu: str, cac_cot: CotChu, don_vi: str) -> str:
        """As `liet_ke`, the deed first: "đã thụ lý giải quyết 05 vụ việc, không thụ lý 01 vụ việc"."""
        return ", ".join(f"{chu} {self.ma(bieu, cot)} {don_vi}" for cot, chu in cac_cot if self.so(bieu, cot))

    def so_voi_cung_ky(self, bieu: str, cot: int, don_vi: str) -> str:
        """ ", tăng 03 đơn (25,00%) so với cùng kỳ năm 2025"; "" when there was nothing in either."""
        nay, moc = self.so(bieu, cot), f"cùng kỳ năm {self.ky.nam - 1}"
        if nay == self.bieu_cung_ky[bieu][cot]:
            return f", {BANG}{{{bieu}:{cot}±}} {moc}" if nay else ""
        return f", {self.tang_giam(bieu, cot, don_vi)} so với {moc}"

    def tang_giam(self, bieu: str, cot: int, don_vi: str) -> str:
        """ "tăng 03 đơn (25,00%)" since the same period of last year, of a column that is no longer what it was."""
        nay, truoc = self.so(bieu, cot), self.bieu_cung_ky[bieu][cot]
        ty_le = phan_tram(abs(nay - truoc), truoc)
        trong_ngoac = f" ({ty_le}{{{bieu}:{cot}±%}})" if ty_le else ""
        chieu = TANG if nay > truoc else GIAM
        return f"{chieu} {so_van(abs(nay - truoc))}{{{bieu}:{cot}±}} {don_vi}{trong_ngoac}"

    def trong_do_can_bo(self, bieu: str, cot: int) -> str:
        """ " (trong đó có 02 cán bộ, công chức, viên chức)"."""
        return f" (trong đó có {self.ma(bieu, cot)} cán bộ, công chức, viên chức)" if self.so(bieu, cot) else ""

    def tien_dat(self, bieu: str, tien: int, dat: int) -> str:
        """ "125 triệu đồng và 20,25 m² đất"; "" when neither is."""
        return " và ".join(
            f"{self.ma(bieu, cot)} {chu}" for cot, chu in ((tien, "triệu đồng"), (dat, "m² đất")) if self.so(bieu, cot)
        )

    def dan(self, van_ban: VanBanLuat) -> str:
        """A law text by NĐ 30/2020: in full where the report names it first."""
        if van_ban in self.da_dan:
            return van_ban.ngan
        self.da_dan.add(van_ban)
        return van_ban.day_du


def noi(*cac_phan: str, dau: str = "; ") -> str:
    """Parts of one sentence, those with words; "" when none has."""
    return dau.join(phan for phan in cac_phan if phan)


def cau(*cac_phan: str) -> DoanVan:
    """One paragraph of these parts, its first letter a capital; none when nothing is said."""
    chu = noi(*cac_phan)
    return (f"{chu[0].upper()}{chu[1:]}.",) if chu else ()


def cac_diem(*cac_doan: str) -> DoanVan:
    """Paragraphs as điểm a), b), c)…, those with words; one alone needs no letter."""
    co_chu = tuple(doan for doan in cac_doan if doan)
    if len(co_chu) < 2:
        return co_chu
    return tuple(f"{chu}) {doan}" for chu, doan in zip(CHU_CAI, co_chu, strict=False))


def gach_dong(*cac_muc: str) -> str:
    """Items of a list, one a line; "" when there are none."""
    return "\n".join(f"- {muc}" for muc in cac_muc if muc)
