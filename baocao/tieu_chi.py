"""The yearly scorecard of a unit: what is judged, how much it is worth, and what rank the points make.

The centre's own scale, modelled on the rules of a province; no law sets it (nghiep-vu/thuc-te-y-te.md, 6.1 and 6.2). It
judges how petitions are handled, never how many there are. Pure arithmetic: what is counted is said in `cham_diem`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.db.models import TextChoices

HAI_SO_LE = Decimal("0.01")
IT_VU_VIEC = 3  # petitions in the year below which one complaint would decide the rank of a unit


class NhomTieuChi(TextChoices):
    """The parts of the scorecard. A rank asks a share of each part, not of each criterion: of a criterion worth four
    points a single case would decide."""

    A = "A", "Giải quyết đơn"
    B = "B", "Phối hợp, cập nhật tiến độ"
    C = "C", "Tuyên truyền, khắc phục tồn tại"


@dataclass(frozen=True)
class TieuChi:
    """One criterion: points for a share, tử số out of mẫu số. `muc_du`: the share that already earns them all."""

    ma: str
    ten: str
    toi_da: int
    tu_so: str
    mau_so: str
    cach_tinh: str
    muc_du: Fraction = Fraction(1)

    @property
    def nhom(self) -> NhomTieuChi:
        return NhomTieuChi(self.ma[0])


TIEU_CHI = (
    TieuChi(
        "A1",
        "Giải quyết đúng hạn",
        25,
        "đúng hạn",
        "đến hạn",
        "Trong các thời hạn giải quyết đơn đã qua ngày cuối cùng trong năm, phần xong trong hạn.",
    ),
    TieuChi(
        "A2",
        "Tỷ lệ giải quyết xong",
        15,
        "đã xong",
        "phải giải quyết",
        "Trong các đơn chuyển từ năm trước sang và nhận trong năm, phần đã có quyết định, văn bản trả lời hoặc đã "
        "kết thúc.",
    ),
    TieuChi(
        "A3",
        "Có bằng chứng đã trả lời người dân",
        10,
        "đã gửi trả lời",
        "đã xong, có tên người gửi",
        "Trong các đơn giải quyết xong trong năm, trừ đơn không có danh tính, phần có ghi lần gửi kết quả cho người "
        "gửi đơn.",
    ),
    TieuChi(
        "A4",
        "Không bị mở lại, phản ánh lặp",
        10,
        "không bị lặp lại",
        "đã xong",
        "Trong các đơn giải quyết xong trong năm, phần mà sau đó không có đơn trùng, không có khiếu nại lần hai.",
    ),
    TieuChi(
        "B1",
        "Trưởng đơn vị dự tiếp công dân, đối thoại khi được mời",
        8,
        "có mặt",
        "được mời",
        "Trong các lượt mời trưởng đơn vị dự tiếp công dân, đối thoại, phần có mặt.",
    ),
    TieuChi(
        "B2",
        "Thực hiện kết luận tiếp công dân của Giám đốc đúng hạn",
        10,
        "đúng hạn",
        "được giao",
        "Trong các việc được giao có hạn nội bộ từ buổi tiếp công dân của Giám đốc, phần báo cáo trong hạn.",
    ),
    TieuChi(
        "B3",
        "Cập nhật tiến độ",
        4,
        "có cập nhật",
        "đang giải quyết",
        "Trong các đơn đơn vị đang giải quyết vào ngày chấm điểm, trừ đơn tạm đình chỉ, phần có bước xử lý trong 05 "
        "ngày làm việc gần nhất.",
    ),
    TieuChi(
        "C1",
        "Viên chức dự tập huấn, tuyên truyền",
        5,
        "đã dự",
        "phải dự",
        "Trong số người phải dự tập huấn, tuyên truyền, phần đã dự; từ 90% tính đủ điểm.",
        muc_du=Fraction(9, 10),
    ),
    TieuChi(
        "C2",
        "Biện pháp khắc phục đã thực hiện",
        3,
        "đã khắc phục",
        "đến hạn",
        "Trong các tồn tại qua kiểm tra có hạn khắc phục đã qua trong năm, phần đã khắc phục xong.",
    ),
)
TIEU_CHI_THEO_MA = {tieu_chi.ma: tieu_chi for tieu_chi in TIEU_CHI}


@dataclass(frozen=True)
class CongTru:
    """Points added or taken off for each row. `gioi_han`: the most that all rows may add; `ha_bac`: with one such row
    the unit ranks no higher than "Hoàn thành"."""

    ma: str
    ten: str
    moi_dong: int
    cach_tinh: str
    gioi_han: int | None = None
    ha_bac: bool = False


DIEM_THUONG = CongTru(
    "T", "Điểm thưởng", 1, "Mỗi khen thưởng, thư khen trong năm cộng 01 điểm, nhiều nhất 10 điểm.", gioi_han=10
)
DIEM_TRU = (
    CongTru("P1", "Vụ việc vượt cấp do giải quyết chậm", -5, "Mỗi đơn vượt cấp mà thời hạn giải quyết đã quá: trừ 05."),
    CongTru(
        "P2",
        "Đơn quá 45 ngày chưa được xử lý",
        -10,
        "Mỗi đơn sau 45 ngày kể từ ngày nhận mới được xử lý hoặc chưa được xử lý: trừ 10 "
        "(Điều 41.3b Nghị định 154/2026/NĐ-CP).",
    ),
    CongTru(
        "P3",
        "Làm lộ danh tính người tố cáo",
        -20,
        "Mỗi lần bị phê bình, xử lý vì làm lộ danh tính người tố cáo: trừ 20 và không xếp trên mức “Hoàn thành”.",
        ha_bac=True,
    ),
)
CONG_TRU = (DIEM_THUONG, *DIEM_TRU)
CONG_TRU_THEO_MA = {muc.ma: muc for muc in CONG_TRU}


class XepLoai(TextChoices):
    XUAT_SAC = "xuat_sac", "Hoàn thành xuất sắc"
    TOT = "tot", "Hoàn thành tốt"
    HOAN_THANH = "hoan_thanh", "Hoàn thành"
    KHONG_HOAN_THANH = "khong_hoan_thanh", "Không hoàn thành"
    KHONG_XEP = "khong_xep", "Ít vụ việc, không xếp loại"


# Rank → the least total, and the least share of its points that every part must reach (%).
NGUONG = (
    (XepLoai.XUAT_SAC, 90, 85),
    (XepLoai.TOT, 80, 80),
    (XepLoai.HOAN_THANH, 70, 70),
)
CAO_NHAT_KHI_HA_BAC = XepLoai.HOAN_THANH


@dataclass(frozen=True)
class Diem:
    """What a unit reached in one criterion."""

    tieu_chi: TieuChi
    tu: int
    mau: int

    @property
    def phat_sinh(self) -> bool:
        return self.mau > 0

    @property
    def phan_dat(self) -> Fraction:
        """The share of the points; all of them where nothing arose."""
        return min(Fraction(1), Fraction(self.tu, self.mau) / self.tieu_chi.muc_du) if self.mau else Fraction(1)

    @property
    def diem(self) -> Decimal:
        return _lam_tron(self.tieu_chi.toi_da * self.phan_dat)


@dataclass(frozen=True)
class DiemNhom:
    """What a unit reached in one part."""

    nhom: NhomTieuChi
    phan_dat: Fraction
    """The share of the points of the part."""


@dataclass(frozen=True)
class DiemCongTru:
    """What the rows of one addition or deduction come to."""

    muc: CongTru
    so_dong: int

    @property
    def diem(self) -> Decimal:
        diem = self.muc.moi_dong * self.so_dong
        return Decimal(diem if self.muc.gioi_han is None else min(diem, self.muc.gioi_han))


def nhom_thap_nhat(cac_diem: Sequence[Diem]) -> DiemNhom:
    """The part that holds the rank down most."""
    cac_nhom = (
        DiemNhom(
            nhom,
            sum(diem.tieu_chi.toi_da * diem.phan_dat for diem in cac_diem if diem.tieu_chi.nhom == nhom)
            / sum(tieu_chi.toi_da for tieu_chi in TIEU_CHI if tieu_chi.nhom == nhom),
        )
        for nhom in NhomTieuChi
    )
    return min(cac_nhom, key=lambda muc: muc.phan_dat)


def tong_diem(cac_diem: Sequence[Diem], cac_cong_tru: Sequence[DiemCongTru]) -> Decimal:
    """Add up; deductions take no unit below 0."""
    return max(Decimal(0), sum((muc.diem for muc in (*cac_diem, *cac_cong_tru)), Decimal(0)))


def xep_loai(cac_diem: Sequence[Diem], cac_cong_tru: Sequence[DiemCongTru], so_vu: int) -> XepLoai:
    """Rank a unit that had `so_vu` petitions in the year."""
    if so_vu < IT_VU_VIEC:
        return XepLoai.KHONG_XEP
    tong, thap_nhat = tong_diem(cac_diem, cac_cong_tru), nhom_thap_nhat(cac_diem).phan_dat * 100
    ha_bac = any(muc.muc.ha_bac and muc.so_dong for muc in cac_cong_tru)
    nguong = NGUONG[[loai for loai, *_ in NGUONG].index(CAO_NHAT_KHI_HA_BAC) :] if ha_bac else NGUONG
    return next(
        (loai for loai, it_nhat, ty_le in nguong if tong >= it_nhat and thap_nhat >= ty_le), XepLoai.KHONG_HOAN_THANH
    )


def _lam_tron(so: Fraction) -> Decimal:
    return (Decimal(so.numerator) / Decimal(so.denominator)).quantize(HAI_SO_LE, rounding=ROUND_HALF_UP)
