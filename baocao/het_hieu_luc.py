"""Texts that centres still cite in their rules and that no longer hold, with what came in their place.

Only what the project's study of the law says (nghiep-vu: khieu-nai-to-cao.md, tiep-cong-dan-xu-ly-don.md, bao-cao.md;
section 1 of each). Thông tư 04/2021/TT-TTCP is not here: no text that repeals it was found.
"""

import re
from dataclasses import dataclass
from datetime import date

from tochuc.dinh_dang import ngay_vn
from tochuc.tim_kiem import bo_dau


@dataclass(frozen=True)
class VanBanHetHieuLuc:
    """One text. `tu_ngay`: since when it no longer holds, None where the study does not say."""

    so: str
    tu_ngay: date | None
    thay_bang: str

    def duoc_dan(self, chu: str) -> bool:
        """Tell whether a text cites it by its number, with or without leading zero, Đ or D."""
        return bool(re.search(rf"(?<!\d)0*{re.escape(bo_dau(self.so).lstrip('0'))}", bo_dau(chu)))

    @property
    def cau(self) -> str:
        ten = "Nghị định" if self.so.endswith("NĐ-CP") else "Thông tư"
        tu_ngay = f" từ ngày {ngay_vn(self.tu_ngay)}" if self.tu_ngay else ""
        return f"{ten} {self.so} đã hết hiệu lực{tu_ngay}, nay áp dụng {self.thay_bang}."


HET_HIEU_LUC = (
    VanBanHetHieuLuc("64/2014/NĐ-CP", date(2026, 7, 1), "Nghị định 154/2026/NĐ-CP về tiếp công dân"),
    VanBanHetHieuLuc("06/2014/TT-TTCP", date(2021, 11, 15), "Nghị định 154/2026/NĐ-CP về tiếp công dân"),
    VanBanHetHieuLuc("07/2014/TT-TTCP", date(2021, 11, 15), "Thông tư 05/2021/TT-TTCP về xử lý đơn"),
    VanBanHetHieuLuc("02/2021/TT-TTCP", None, "Thông tư 06/2025/TT-TTCP về chế độ báo cáo"),
    VanBanHetHieuLuc("01/2024/TT-TTCP", date(2025, 9, 30), "Thông tư 06/2025/TT-TTCP về chế độ báo cáo"),
    VanBanHetHieuLuc("112/2020/NĐ-CP", date(2026, 7, 1), "Nghị định 234/2026/NĐ-CP về kỷ luật viên chức"),
    VanBanHetHieuLuc("13/2023/NĐ-CP", date(2026, 1, 1), "Nghị định 356/2025/NĐ-CP về bảo vệ dữ liệu cá nhân"),
    VanBanHetHieuLuc("04/2015/NĐ-CP", None, "Luật Thực hiện dân chủ ở cơ sở 2022"),
)


def dan_het_hieu_luc(chu: str, ngay: date) -> list[VanBanHetHieuLuc]:
    """List the texts cited that no longer hold on `ngay`."""
    return [van_ban for van_ban in HET_HIEU_LUC if (van_ban.tu_ngay or ngay) <= ngay and van_ban.duoc_dan(chu)]
