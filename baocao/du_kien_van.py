"""What the written report says and no form holds, as plain values: counted in `so_lieu_van`, written by `viet_*`.

Whatever nothing was found of is zero or empty, so that the writer says nothing about it.
"""

from dataclasses import dataclass, field
from datetime import date

from baocao.ky import KyBaoCao


@dataclass(frozen=True)
class HaiKy:
    """How many of something in the period and in the same one of last year."""

    ten: str
    nay: int
    cung_ky: int
    ma: str = ""

    @property
    def hieu(self) -> int:
        return self.nay - self.cung_ky


@dataclass(frozen=True)
class QuaKenh:
    """What came by one channel, and how long its answers took: days from receipt to issue, None without an answer."""

    ma: str
    ten: str
    nhan: int
    tra_loi: int
    so_ngay: float | None


@dataclass(frozen=True)
class KetQuaDon:
    """Petitions that were open in the period, by what became of them in it."""

    tong: int = 0
    moi: int = 0
    tra_loi: int = 0
    noi_khac: int = 0
    luu: int = 0
    dung: int = 0
    con: int = 0

    @property
    def co_gi_de_noi(self) -> bool:
        """Whether something came, was done or is left; a decision or a conclusion stands in the forms."""
        return any((self.moi, self.tra_loi, self.noi_khac, self.luu, self.dung, self.con))


@dataclass(frozen=True)
class ChuyenKySau:
    """Petitions of the law still open at the end of the period, and what makes them hard; one may bear several."""

    tong: int = 0
    phuc_tap: int = 0
    dong_nguoi: int = 0
    vuot_cap: int = 0
    keo_dai: int = 0
    qua_45_ngay: int = 0
    """Not even processed for more than 45 days (điểm b khoản 3 Điều 41 NĐ 154/2026)."""


@dataclass(frozen=True)
class DungHan:
    """Duties whose last day lies in the period: in time, late, not done by its end."""

    ten: str = ""
    tong: int = 0
    dung: int = 0
    tre: int = 0

    @property
    def chua(self) -> int:
        return self.tong - self.dung - self.tre

    @property
    def cham(self) -> int:
        return self.tong - self.dung


@dataclass(frozen=True)
class HoatDongTrongKy:
    """Managing work beside the columns of 06/QLKNTC. People are `…_du` who came of `…_phai` who should have."""

    tuyen_truyen_du: int = 0
    tuyen_truyen_phai: int = 0
    tuyen_truyen_don_vi: int = 0
    boi_duong: int = 0
    boi_duong_nguoi: int = 0
    kiem_tra: int = 0
    kiem_tra_don_vi: int = 0
    kiem_tra_vi_pham: int = 0
    thanh_tra_vi_pham: int = 0
    khen_thuong: int = 0
    phe_binh: int = 0


@dataclass(frozen=True)
class TonTai:
    """Findings of the checks of the period: mended by its end; of all checks: past their last day then."""

    tong: int = 0
    da_khac_phuc: int = 0
    qua_han: int = 0


@dataclass(frozen=True)
class BaoVeNguoiToCao:
    """Requests to protect a denouncer, by what was decided in the period. Numbers only (Đ56 Luật TC)."""

    de_nghi: int = 0
    ap_dung: int = 0
    chuyen: int = 0
    tu_choi: int = 0
    cham_dut: int = 0


@dataclass(frozen=True)
class ViecKeHoach:
    """A task of a plan that is to be done."""

    noi_dung: str
    han: date
    don_vi: str


@dataclass(frozen=True)
class KeHoachTrongKy:
    """Tasks of the plans: due in the period, of those done by its end, overdue then, due in the next period."""

    den_han: int = 0
    da_xong: int = 0
    qua_han: tuple[ViecKeHoach, ...] = ()
    ky_sau: tuple[ViecKeHoach, ...] = ()


@dataclass(frozen=True)
class SoLieuVan:
    """The facts of one period."""

    tinh_den: date | None = None
    """In a period that still runs, the last day looked at."""
    don_moi: int = 0
    """Petitions of the law received in the period; the rest of 02/XLD:1 was carried over."""
    bon_quy: tuple[tuple[KyBaoCao, int], ...] = ()
    """The quarters up to the end of the period, the oldest first, with the petitions received."""
    tiep_truc_tuyen: int = 0
    tu_choi_tiep: int = 0
    linh_vuc: tuple[HaiKy, ...] = ()
    """Fields of the health sector, without tố cáo."""
    don_vi: tuple[HaiKy, ...] = ()
    """Petitions by the unit that resolves them, without tố cáo."""
    kenh: tuple[QuaKenh, ...] = ()
    kien_nghi: KetQuaDon = field(default_factory=KetQuaDon)
    chuyen_ky_sau: ChuyenKySau = field(default_factory=ChuyenKySau)
    dung_han: DungHan = field(default_factory=DungHan)
    dung_han_don_vi: tuple[DungHan, ...] = ()
    """Terms of resolution by unit, without tố cáo: an accused unit must not show (Đ56 Luật TC)."""
    hoat_dong: HoatDongTrongKy = field(default_factory=HoatDongTrongKy)
    ton_tai: TonTai = field(default_factory=TonTai)
    bao_ve: BaoVeNguoiToCao = field(default_factory=BaoVeNguoiToCao)
    ke_hoach: KeHoachTrongKy = field(default_factory=KeHoachTrongKy)
    mo_hom_thu: int = 0
    thu_trong_hom: int = 0
