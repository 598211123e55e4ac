"""What can be wrong with a register workbook, and what came of loading one."""

from dataclasses import dataclass, field
from typing import Any

from tochuc.dinh_dang import so_vn
from tochuc.loi import LoiNghiepVu


class LoiTep(LoiNghiepVu):
    """The file as a whole cannot be read as a register workbook; `str()` is the sentence for the person."""


class LoiGiaTri(ValueError):
    """One cell holds what its column does not take; `str()` is the reason."""


@dataclass(frozen=True)
class LoiDong:
    """One thing wrong, and where. `dong` 0: the sheet as a whole.

    `ly_do_luu` replaces `ly_do` wherever the text is kept, when the reason quotes who a citizen is.
    """

    trang: str
    dong: int
    cot: str
    ly_do: str
    ly_do_luu: str = ""

    def __str__(self) -> str:
        noi = [f"Trang “{self.trang}”"]
        if self.dong:
            noi.append(f"dòng {self.dong}")
        if self.cot:
            noi.append(f"cột “{self.cot}”")
        return f"{', '.join(noi)}: {self.ly_do}"


@dataclass
class DemTrang:
    """What became of the rows of one sheet. `trung`: given twice in the file; `vi_du`: examples of the template."""

    moi: int = 0
    khong_doi: int = 0
    cap_nhat: int = 0
    trung: int = 0
    vi_du: int = 0

    @property
    def cau(self) -> str:
        phan = [
            f"{so_vn(self.moi)} dòng mới",
            f"{so_vn(self.khong_doi)} dòng đã có, không đổi",
            f"{so_vn(self.cap_nhat)} dòng cập nhật",
        ]
        if self.trung:
            phan.append(f"{so_vn(self.trung)} dòng lặp lại trong tệp")
        if self.vi_du:
            phan.append(f"{so_vn(self.vi_du)} dòng ví dụ bỏ qua")
        return ", ".join(phan)


@dataclass
class KetQuaNhap:
    """Outcome of one load. With anything in `loi` nothing was written."""

    chi_kiem_tra: bool
    loi: list[LoiDong] = field(default_factory=list)
    theo_trang: dict[str, DemTrang] = field(default_factory=dict)
    luu_y: list[str] = field(default_factory=list)
    co_dong_khac: bool = False

    @property
    def so_dong_loi(self) -> int:
        return len({(loi.trang, loi.dong) for loi in self.loi})

    def tong(self, ten: str) -> int:
        """Sum of one count (a field of DemTrang) over the sheets."""
        return sum(getattr(dem, ten) for dem in self.theo_trang.values())

    @property
    def cau_ket(self) -> str:
        """The one sentence that says what happened."""
        if self.loi:
            return f"Chưa ghi gì vì có {so_vn(self.so_dong_loi)} dòng lỗi. Sửa hết các lỗi đã nêu rồi nhập lại cả tệp."
        moi, doi, giu = (so_vn(self.tong(ten)) for ten in ("moi", "cap_nhat", "khong_doi"))
        if self.chi_kiem_tra:
            return (
                f"Tệp hợp lệ, chưa ghi gì vì chỉ kiểm tra: {moi} dòng mới, {doi} dòng sẽ cập nhật, "
                f"{giu} dòng đã có, không đổi."
            )
        return f"Đã nhập xong: {moi} dòng mới, {doi} dòng cập nhật, {giu} dòng đã có, không đổi."

    def de_luu(self) -> dict[str, Any]:
        """The outcome as JSON, without who a citizen is."""
        return {
            "cau": self.cau_ket,
            "loi": [[loi.trang, loi.dong, loi.cot, loi.ly_do_luu or loi.ly_do] for loi in self.loi],
            "trang": [[ten, dem.moi, dem.cap_nhat, dem.khong_doi] for ten, dem in self.theo_trang.items()],
            "luu_y": self.luu_y,
            "co_dong_khac": self.co_dong_khac,
        }
