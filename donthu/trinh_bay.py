"""How a petition, its clocks and its next step are put before a person: words, never colour alone."""

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from donthu.actions import cac_buoc_duoc_lam, dong_ho
from donthu.actions.khung import la_nguoi_xac_minh
from donthu.dau_hieu import nhan_tren_dong
from donthu.models import DonThu, HanViec
from donthu.nhac_viec import NHAC_TRUOC
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh import HAN_CHINH, QUY_TRINH, nhan_buoc
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tochuc.dinh_dang import cat_chu
from tochuc.lich import Lich
from tochuc.models import NhanVien
from tochuc.phan_trang import dia_chi_cac_dong

NHAN_LOAI = dict(LoaiDon.choices)
DAI_NHAT = 150  # characters of a summary in a list of work
QUA_HAN, HOM_NAY, GAP, THUONG, TAM_DUNG = "qua_han", "hom_nay", "gap", "thuong", "tam_dung"
BIEU_TUONG = {
    QUA_HAN: "alert-triangle",
    HOM_NAY: "bell-ringing",
    GAP: "hourglass-low",
    THUONG: "calendar-due",
    TAM_DUNG: "player-pause",
}

# Which step is offered first when several are open: the one that carries the petition on.
THU_TU_BUOC = (
    Buoc.TIEP_TUC,
    Buoc.KET_QUA_GIAM_DINH,
    Buoc.TRINH_THU_LY,
    Buoc.CHUYEN_KIEM_TRA,
    Buoc.CHUYEN_DON,
    Buoc.HUONG_DAN,
    Buoc.BAN_HANH,
    Buoc.LUU_DON,
    Buoc.KHONG_XU_LY,
    Buoc.THU_LY,
    Buoc.KIEM_TRA_LAI,
    Buoc.XAC_MINH,
    Buoc.BAO_CAO_KET_QUA,
    Buoc.DOI_THOAI,
    Buoc.DU_THAO,
    Buoc.BAO_DOI_THOAI,
    Buoc.THONG_BAO,
    Buoc.GUI_QUYET_DINH,
    Buoc.GUI_VAN_BAN,
    Buoc.XU_LY_KET_LUAN,
    Buoc.CONG_KHAI,
    Buoc.CHI_DAO_THI_HANH,
    Buoc.KET_QUA_LAN_HAI,
    Buoc.BAN_AN,
    Buoc.GIU_NGUYEN_KET_LUAN,
    Buoc.CAP_TREN_GIAI_QUYET,
    Buoc.THI_HANH_XONG,
    Buoc.KET_THUC,
)
# Steps that end, stop or put off something are drawn apart from those that carry on.
BUOC_DUNG = frozenset(
    {
        Buoc.KHONG_THU_LY,
        Buoc.KHONG_XU_LY,
        Buoc.CHUYEN_DIEU_TRA,
        Buoc.GOP_DON,
        Buoc.LUU_DON,
        Buoc.HOAN_DOI_THOAI,
        Buoc.TAM_DINH_CHI,
        Buoc.RUT_DON,
        Buoc.DINH_CHI,
        Buoc.DUNG_THI_HANH,
        Buoc.TU_CHOI_BAO_VE,
        Buoc.THOI_BAO_VE,
    }
)

THU_TU_NHOM = ("tiep", "phu", "dung")


@dataclass(frozen=True)
class HanHien:
    """A deadline in words (partials/han.html). `can_cu` is the article; `giai_thich` how the date was reached."""

    ten_viec: str
    con_lai_chu: str
    han: date | None
    muc: str
    can_cu: str = ""
    giai_thich: tuple[str, ...] = ()

    @property
    def bieu_tuong(self) -> str:
        """Icon that goes with the words, the same as partials/han.html draws."""
        return BIEU_TUONG[self.muc]


@dataclass(frozen=True)
class NutBuoc:
    """The button of a step: the main one, one that stops or puts off, or one that only accompanies (`phu`)."""

    buoc: Buoc
    nhan: str
    dia_chi: str
    chinh: bool = False
    dung: bool = False
    phu: bool = False

    @property
    def nhom(self) -> str:
        """With which others it stands on the page: "tiep" (carries on), "phu" or "dung"."""
        return "dung" if self.dung else "phu" if self.phu else "tiep"


@dataclass(frozen=True)
class DongViec:
    """One duty on somebody's desk, in words, with the next step to take."""

    han: HanHien
    dia_chi: str
    ma: str = ""
    tom_tat: str = ""
    chu_thich: str = ""
    nut: NutBuoc | None = None
    dau_hieu: tuple[str, ...] = ()


# Columns of a duty and of its petition: what is shown, and what the conditions of the procedure rows ask.
COT_DIEU_KIEN = (
    "loai",
    "lan",
    "nguon",
    "trang_thai",
    "don_vi",
    "so_nguoi",
    "du_chu_ky",
    "so_dai_dien",
    "ky_luat",
    "nac_danh",
    "co_chung_cu",
    "du_dieu_kien",
    "thuoc_tham_quyen",
    "bi_to_cao_lanh_dao",
    "dang_tam_dinh_chi",
    "dang_giam_dinh",
    "dang_dung_thi_hanh",
    "khac_ket_qua",
    "da_rut_het",
    "cho_bao_ve",
    "dang_bao_ve",
    "ngay_nhan_quyet_dinh",
    "ngay_lan_hai",
)
COT_HIEN = ("ma", "tom_tat", "ma_nguoi_to_cao", "khan_cap", "phuc_tap", "cong_dan__ho_ten", "don_vi__ten")
COT_VIEC = (
    "viec",
    "han",
    "dung_tu",
    "chu_the",
    *(f"don__{ten}" for ten in (*COT_DIEU_KIEN, *COT_HIEN)),
)


# --- Deadlines -------------------------------------------------------------------------------------------------------


def con_lai_chu(han: date, ngay: date, lich: Lich) -> str:
    """How far a deadline is on `ngay`: "Còn 3 ngày làm việc", "Đến hạn hôm nay", "Quá hạn 2 ngày"."""
    if han < ngay:
        return f"Quá hạn {(ngay - han).days} ngày"
    if han == ngay:
        return "Đến hạn hôm nay"
    con = lich.dem_ngay_lam_viec(ngay, han)
    return f"Còn {con} ngày làm việc" if con else f"Còn {(han - ngay).days} ngày"


def muc_han(han: date, ngay: date, lich: Lich) -> str:
    """How urgent: past, today, within the days that reminders look ahead, or neither."""
    if han <= ngay:
        return QUA_HAN if han < ngay else HOM_NAY
    return GAP if lich.dem_ngay_lam_viec(ngay, han) <= NHAC_TRUOC else THUONG


def hien_han(han: HanViec, ngay: date, lich: Lich) -> HanHien:
    """A clock in short, for lists."""
    return _hien(han.viec, han.han, han.dung_tu, ngay, lich)


def _hien(viec: str, han: date, dung_tu: date | None, ngay: date, lich: Lich) -> HanHien:
    if dung_tu:
        return HanHien(Viec(viec).label, "Tạm dừng, không tính thời hạn", None, TAM_DUNG)
    return HanHien(Viec(viec).label, con_lai_chu(han, ngay, lich), han, muc_han(han, ngay, lich))


def hien_han_day_du(han: HanViec, ngay: date, lich: Lich, khoang_dung=()) -> HanHien:
    """A clock with its article and how its date was reached. `khoang_dung`: finished pauses of the petition."""
    gon = hien_han(han, ngay, lich)
    ket_qua = dong_ho.tinh_han(han, lich, khoang_dung)
    cau = () if han.dung_tu else (*ket_qua.giai_thich, *ket_qua.canh_bao)
    return HanHien(gon.ten_viec, gon.con_lai_chu, gon.han, gon.muc, ket_qua.thoi_han.can_cu, tuple(cau))


def han_gan_nhat(cac_khoa: Iterable[int], ngay: date, lich: Lich, *, chi_han_chinh: bool = False) -> dict[int, HanHien]:
    """The nearest open clock of each petition, in one query; `chi_han_chinh`: of those that carry the petition."""
    cac_han = HanViec.objects.filter(ngay_xong=None, don__in=list(cac_khoa))
    if chi_han_chinh:
        cac_han = cac_han.filter(viec__in=HAN_CHINH)
    # The latest first, so that the nearest is written last.
    dong = cac_han.order_by("-han", "-pk").values_list("don", "viec", "han", "dung_tu")
    gan_nhat = {don: (viec, han, dung_tu) for don, viec, han, dung_tu in dong}
    return {don: _hien(*han, ngay, lich) for don, han in gan_nhat.items()}


# --- Steps -----------------------------------------------------------------------------------------------------------


def cac_nut(don: DonThu, nguoi: NhanVien, dang_mo: Iterable[str] | None = None) -> list[NutBuoc]:
    """Buttons of the steps `nguoi` may take now, by group, the main one first.

    `dang_mo`: open clocks, read when None.
    """
    dang_mo = None if dang_mo is None else set(dang_mo)
    duoc_lam = cac_buoc_duoc_lam(don, nguoi, dang_mo, trong_to=la_nguoi_xac_minh(don, nguoi))
    chinh = buoc_chinh(don, duoc_lam)
    cac = [nut_buoc(don, buoc, chinh=buoc == chinh) for buoc in duoc_lam]
    return sorted(cac, key=lambda nut: (not nut.chinh, THU_TU_NHOM.index(nut.nhom)))


def nut_buoc(don: DonThu, buoc: Buoc, *, chinh: bool = False) -> NutBuoc:
    """The button of one step; its page stands below the petition's."""
    dia_chi = f"{dia_chi_don()(don.pk)}{buoc}/"
    duong = QUY_TRINH[don.loai][buoc]
    # A step that closes a clock is a duty, even where the petition stays in its state.
    phu = duong.den is None and not duong.xong and not duong.chay_dong_ho
    return NutBuoc(
        buoc, nhan_buoc(don.loai, buoc), dia_chi, chinh, dung=buoc in BUOC_DUNG and not chinh, phu=phu and not chinh
    )


@functools.cache
def dia_chi_don() -> Callable[[int], str]:
    """Addresses of petitions by key; a list asks for dozens, and `reverse` is dear."""
    return dia_chi_cac_dong("donthu:chi_tiet")


def buoc_chinh(don: DonThu, duoc_lam: list[Buoc]) -> Buoc | None:
    """The step that carries the petition on from where it stands, among those that may be taken."""
    if don.trang_thai == TrangThai.TIEP_NHAN and Buoc.PHAN_LOAI in duoc_lam:
        return Buoc.PHAN_LOAI
    if don.don_vi_id is None and Buoc.GIAO_DON_VI in duoc_lam:
        return Buoc.GIAO_DON_VI
    return next((buoc for buoc in THU_TU_BUOC if buoc in duoc_lam), None)


def buoc_cua_han(don: DonThu, viec: str, duoc_lam: list[Buoc]) -> Buoc | None:
    """The step that discharges this duty: the one that closes its clock, or for a main clock the way on."""
    bang = QUY_TRINH[don.loai]
    if viec in HAN_CHINH:
        return buoc_chinh(don, [buoc for buoc in duoc_lam if bang[buoc].den or not bang[buoc].xong])
    return next((buoc for buoc in duoc_lam if viec in bang[buoc].xong), None)


def nut_di_tiep(don: DonThu, nguoi: NhanVien) -> NutBuoc | None:
    """The button of the step by which `nguoi` may carry `don` on, notices and the like left aside; no query."""
    buoc = buoc_chinh(don, cac_buoc_duoc_lam(don, nguoi, set()))
    return nut_buoc(don, buoc, chinh=True) if buoc else None


def dong_viec(han: HanViec, nguoi: NhanVien, ngay: date, lich: Lich) -> DongViec:
    """A duty as a row, with its next step; no query."""
    don = han.don
    if don is None:
        return DongViec(hien_han(han, ngay, lich), han.dia_chi_chu_the, tom_tat=han.tieu_de)
    # Of the open clocks only this one matters: the step is asked for that closes it, or that carries the petition on.
    buoc = buoc_cua_han(don, han.viec, cac_buoc_duoc_lam(don, nguoi, {han.viec}))
    return DongViec(
        han=hien_han(han, ngay, lich),
        dia_chi=dia_chi_don()(don.pk),
        ma=don.ma,
        tom_tat=cat_chu(don.tom_tat, DAI_NHAT),
        chu_thich=chu_thich(don),
        nut=nut_buoc(don, buoc, chinh=True) if buoc else None,
        dau_hieu=nhan_tren_dong(don),
    )


def chu_thich(don: DonThu) -> str:
    """Kind, sender and unit of a petition in one line."""
    phan = [NHAN_LOAI[don.loai].lower(), don.nguoi_gui]
    if don.don_vi_id:
        phan.append(don.don_vi.ten)
    return " · ".join(phan)
