"""All tables of law together, of petitions, reception and reports: to print for a lawyer, to check by machine."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from baocao.van_ban import mau_bao_cao
from donthu.bang_thoi_han import BANG_THOI_HAN
from donthu.quy_dinh import (
    DANH_MUC_LY_DO,
    chu_gia_han,
    chu_hieu_luc,
    chu_quy_trinh,
    chu_so,
    chu_thu_tuc,
    may_quy_trinh,
    may_thoi_han,
    may_van_ban,
    nhom_quy_trinh,
)
from donthu.van_ban import CAC_VAN_BAN, VanBan
from tiepdan.hinh_thuc import LY_DO_TU_CHOI
from tiepdan.van_ban import MAU_TIEP_CONG_DAN
from tochuc.bang_tinh import TrangTinh, ghi_cac_trang
from tochuc.in_an import in_pdf

MOI_VAN_BAN: tuple[VanBan, ...] = MAU_TIEP_CONG_DAN + CAC_VAN_BAN + mau_bao_cao()
MOI_DANH_MUC = DANH_MUC_LY_DO | {"tu_choi_tiep": ("Từ chối tiếp công dân", LY_DO_TU_CHOI)}

DINH_DANG = ("json", "xlsx", "pdf")
TEN_TEP = "quy-dinh"
TIEU_DE = "QUY TRÌNH, THỜI HẠN, VĂN BẢN VÀ LÝ DO THEO PHÁP LUẬT"
LOI_DAN = (
    "Trích từ các bảng mà phần mềm áp dụng. Dưới ngày hiệu lực có ghi mức độ đối chiếu với văn bản quy phạm pháp luật; "
    "dòng còn nghi vấn cần ý kiến pháp chế."
)
COT_QUY_TRINH = (
    ("Bước", 30),
    ("Trạng thái", 40),
    ("Quyền", 34),
    ("Thời hạn", 22),
    ("Văn bản", 13),
    ("Căn cứ", 44),
)
COT_THOI_HAN = (
    ("Mã", 7),
    ("Việc", 40),
    ("Thời hạn", 20),
    ("Tính từ", 26),
    ("Căn cứ", 40),
    ("Hiệu lực", 24),
    ("Ghi chú", 44),
)
COT_VAN_BAN = (
    ("Mã", 14),
    ("Tên văn bản", 54),
    ("Căn cứ", 46),
    ("Người ký", 26),
    ("Hiệu lực", 24),
)
COT_LY_DO = (("Mã", 16), ("Nội dung", 70), ("Căn cứ", 40))


@dataclass(frozen=True)
class BangCon:
    """One table to read: its name, headings with widths in characters, rows of words; `loai` of the one it draws."""

    khoa: str
    ten: str
    cot: tuple[tuple[str, int], ...]
    dong: list[tuple[str, ...]]
    loai: str = ""

    @property
    def dong_nhan(self) -> list[list[tuple[str, str]]]:
        """Rows with the heading beside each cell, as a phone shows them."""
        cac_nhan = [nhan for nhan, _ in self.cot]
        return [list(zip(cac_nhan, dong, strict=True)) for dong in self.dong]


@dataclass(frozen=True)
class PhanQuyDinh:
    """One of the four parts, with its tables."""

    khoa: str
    ten: str
    bang: list[BangCon]


def may_doc() -> dict[str, list[dict[str, Any]]]:
    """The four tables in codes."""
    return {
        "quy_trinh": may_quy_trinh(),
        "thoi_han": may_thoi_han(),
        "van_ban": may_van_ban(MOI_VAN_BAN),
        "danh_muc_ly_do": [
            {"danh_muc": danh_muc, "ma": ly_do.ma, "noi_dung": ly_do.noi_dung, "can_cu": ly_do.can_cu}
            for danh_muc, (_, cac_ly_do) in MOI_DANH_MUC.items()
            for ly_do in cac_ly_do
        ],
    }


def nguoi_doc() -> list[PhanQuyDinh]:
    """The same tables in words, for the page, the workbook and the print."""
    return [
        PhanQuyDinh(
            "quy_trinh",
            "Quy trình",
            [
                BangCon(f"quy_trinh-{loai}", ten, COT_QUY_TRINH, _dong_quy_trinh(loai), loai)
                for ten, (loai, *_) in nhom_quy_trinh()
            ],
        ),
        PhanQuyDinh("thoi_han", "Thời hạn", [BangCon("thoi_han-bang", "Thời hạn", COT_THOI_HAN, _dong_thoi_han())]),
        PhanQuyDinh("van_ban", "Văn bản", [BangCon("van_ban-bang", "Văn bản", COT_VAN_BAN, _dong_van_ban())]),
        PhanQuyDinh(
            "danh_muc_ly_do",
            "Danh mục lý do, điều kiện",
            [
                BangCon(danh_muc, ten, COT_LY_DO, [(dong.ma, dong.noi_dung, dong.can_cu) for dong in cac_ly_do])
                for danh_muc, (ten, cac_ly_do) in MOI_DANH_MUC.items()
            ],
        ),
    ]


def _dong_quy_trinh(loai: str) -> list[tuple[str, ...]]:
    return [
        (
            buoc["ten"],
            f"{buoc['tu']}\n→ {buoc['den']}",
            buoc["quyen"],
            _xuong_dong(_co_chu("Mở: ", ", ".join(buoc["mo"])), _co_chu("Đóng: ", ", ".join(buoc["xong"]))),
            buoc["van_ban"],
            buoc["can_cu"],
        )
        for buoc in chu_quy_trinh(loai)
    ]


def _dong_thoi_han() -> list[tuple[str, ...]]:
    return [
        (
            han.ma,
            f"{han.ten}\n({chu_thu_tuc(han)})",
            _xuong_dong(chu_so(han), chu_gia_han(han)),
            han.moc,
            han.can_cu,
            f"{chu_hieu_luc(han)}\n{han.tinh_trang.label}",
            han.ghi_chu,
        )
        for han in BANG_THOI_HAN
    ]


def _dong_van_ban() -> list[tuple[str, ...]]:
    return [
        (mau.ma, mau.ten, mau.can_cu, mau.nguoi_ky, f"{chu_hieu_luc(mau)}\n{mau.tinh_trang.label}")
        for mau in MOI_VAN_BAN
    ]


def _co_chu(dau: str, chu: str) -> str:
    return dau + chu if chu else ""


def _xuong_dong(*cac_dong: str) -> str:
    return "\n".join(filter(None, cac_dong))


def ghi_json() -> bytes:
    """The codes as one JSON object, readable by people too."""
    return (json.dumps(may_doc(), ensure_ascii=False, indent=1) + "\n").encode()


def ghi_xlsx() -> BinaryIO:
    """One sheet for each part; where a part has several tables, their names are the first column."""
    return ghi_cac_trang([_trang_tinh(phan) for phan in nguoi_doc()])


def _trang_tinh(phan: PhanQuyDinh) -> TrangTinh:
    cot: Sequence[tuple[str, float]] = phan.bang[0].cot
    if len(phan.bang) == 1:
        return TrangTinh(phan.ten, (TIEU_DE, phan.ten), cot, phan.bang[0].dong)
    dong = [(bang.ten, *cac_o) for bang in phan.bang for cac_o in bang.dong]
    return TrangTinh(phan.ten, (TIEU_DE, phan.ten), (("Bảng", 24), *cot), dong)


def ghi_pdf() -> bytes:
    """The tables on A4 landscape. Raises LoiInAn."""
    return in_pdf("baocao/in/quy_dinh.html", {"cac_phan": nguoi_doc(), "tieu_de": TIEU_DE, "loi_dan": LOI_DAN})


def ghi_tep(dinh_dang: str) -> bytes:
    """The file in one of DINH_DANG."""
    if dinh_dang == "xlsx":
        with ghi_xlsx() as tep:
            return tep.read()
    return ghi_pdf() if dinh_dang == "pdf" else ghi_json()
