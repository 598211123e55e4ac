"""How a petition, its clocks and its next step are put before a person: words, never colour alone."""

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse

from donthu.actions import cac_buoc_duoc_lam, dong_ho
from donthu.models import DonThu, HanViec
from donthu.nhac_viec import NHAC_TRUOC
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh import HAN_CHINH, QUY_TRINH, nhan_buoc
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tochuc.dinh_dang import cat_chu, ngay_vn
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
    Buoc.TRINH_THU_LY,
    Buoc.CHUYEN_DON,
    Buoc.HUONG_DAN,
    Buoc.BAN_HANH,
    Buoc.LUU_DON,
    Buoc.THU_LY,
    Buoc.BAO_CAO_KET_QUA,
    Buoc.THONG_BAO,
    Buoc.GUI_VAN_BAN,
    Buoc.XU_LY_KET_LUAN,
    Buoc.CONG_KHAI,
    Buoc.THI_HANH_XONG,
    Buoc.KET_THUC,
)
# Steps that end or stop something are drawn apart from those that carry on.
BUOC_DUNG = frozenset({Buoc.KHONG_THU_LY, Buoc.DINH_CHI, Buoc.TAM_DINH_CHI, Buoc.LUU_DON})


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
    """The button of a step."""

    buoc: Buoc
    nhan: str
    dia_chi: str
    chinh: bool = False
    dung: bool = False


@dataclass(frozen=True)
class DongViec:
    """One duty on somebody's desk, in words, with the next step to take."""

    han: HanHien
    dia_chi: str
    ma: str = ""
    tom_tat: str = ""
    chu_thich: str = ""
    nut: NutBuoc | None = None


# Columns of a duty and of its petition: what is shown, and what the conditions of the procedure rows ask.
COT_DIEU_KIEN = (
    "loai",
    "lan",
    "nguon",
    "trang_thai",
    "don_vi",
    "du_dieu_kien",
    "thuoc_tham_quyen",
    "bi_to_cao_lanh_dao",
    "dang_tam_dinh_chi",
)
COT_HIEN = ("ma", "tom_tat", "ma_nguoi_to_cao", "cong_dan__ho_ten", "don_vi__ten")
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
    """Buttons of the steps `nguoi` may take now, the main one first. `dang_mo`: open clocks, read when None."""
    duoc_lam = cac_buoc_duoc_lam(don, nguoi, None if dang_mo is None else set(dang_mo))
    chinh = buoc_chinh(don, duoc_lam)
    cac = [nut_buoc(don, buoc, chinh=buoc == chinh) for buoc in duoc_lam]
    return sorted(cac, key=lambda nut: (not nut.chinh, nut.dung))


def nut_buoc(don: DonThu, buoc: Buoc, *, chinh: bool = False) -> NutBuoc:
    """The button of one step; its page stands below the petition's."""
    dia_chi = f"{dia_chi_don()(don.pk)}{buoc}/"
    return NutBuoc(buoc, nhan_buoc(don.loai, buoc), dia_chi, chinh, buoc in BUOC_DUNG and not chinh)


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
        return DongViec(hien_han(han, ngay, lich), dia_chi_chu_the(han.chu_the))
    # Of the open clocks only this one matters: the step is asked for that closes it, or that carries the petition on.
    buoc = buoc_cua_han(don, han.viec, cac_buoc_duoc_lam(don, nguoi, {han.viec}))
    return DongViec(
        han=hien_han(han, ngay, lich),
        dia_chi=dia_chi_don()(don.pk),
        ma=don.ma,
        tom_tat=cat_chu(don.tom_tat, DAI_NHAT),
        chu_thich=chu_thich(don),
        nut=nut_buoc(don, buoc, chinh=True) if buoc else None,
    )


def chu_thich(don: DonThu) -> str:
    """Kind, sender and unit of a petition in one line."""
    phan = [NHAN_LOAI[don.loai].lower(), don.nguoi_gui]
    if don.don_vi_id:
        phan.append(don.don_vi.ten)
    return " · ".join(phan)


def dia_chi_chu_the(chu_the: str) -> str:
    """Page of the subject of a clock that has no petition; "" when its kind has none."""
    loai, _, khoa = chu_the.partition(":")
    ten = settings.TRANG_CUA_CHU_THE.get(loai)
    return reverse(ten, args=[khoa]) if ten else ""


# --- The way of a petition -------------------------------------------------------------------------------------------

TIEP_NHAN, PHAN_LOAI = ("Tiếp nhận", "ngay_nhan"), ("Phân loại", "ngay_xu_ly")
# Milestones of each procedure: words, and the date of the petition that says it was reached.
CHANG_LUAT = (
    TIEP_NHAN,
    PHAN_LOAI,
    ("Thụ lý", "ngay_thu_ly"),
    ("Giải quyết", "ngay_bao_cao"),
    ("Ban hành", "ngay_ban_hanh"),
    ("Thi hành", "ngay_thi_hanh_xong"),
    ("Kết thúc", "ngay_ket_thuc"),
)
CHANG_PHAN_ANH = (
    TIEP_NHAN,
    PHAN_LOAI,
    ("Nhận giải quyết", "ngay_thu_ly"),
    ("Giải quyết", "ngay_bao_cao"),
    ("Trả lời", "ngay_ban_hanh"),
    ("Kết thúc", "ngay_ket_thuc"),
)
CHANG_KHAC = (TIEP_NHAN, PHAN_LOAI, ("Trả lời", "ngay_ket_thuc"))
# Which milestone is being worked on in each state.
DANG_O_CHANG = {
    TrangThai.TIEP_NHAN: 1,
    TrangThai.DA_PHAN_LOAI: 2,
    TrangThai.DANG_XEM_XET: 2,
    TrangThai.DANG_GIAI_QUYET: 3,
    TrangThai.CO_KET_QUA: 4,
    TrangThai.DA_BAN_HANH: 5,
    TrangThai.THI_HANH_XONG: 6,
}


def cac_chang(don: DonThu, ngay_bao_cao: date | None) -> list[dict]:
    """The stepper (partials/buoc.html). `ngay_bao_cao`: when the unit reported, which stands on the assignment."""
    bang = {LoaiDon.KHIEU_NAI: CHANG_LUAT, LoaiDon.TO_CAO: CHANG_LUAT, LoaiDon.KHAC: CHANG_KHAC}
    chang = bang.get(don.loai, CHANG_PHAN_ANH)
    if don.da_dong and don.trang_thai != TrangThai.KET_THUC:  # a side exit: what was passed, and where it went out
        da_qua = [(ten, truong) for ten, truong in chang[:-1] if _ngay_chang(don, truong, ngay_bao_cao)]
        chang = [*da_qua, (don.get_trang_thai_display(), "ngay_ket_thuc")]
    hien_tai = len(chang) if don.da_dong else min(DANG_O_CHANG[TrangThai(don.trang_thai)], len(chang) - 1)
    return [
        {
            "ten": ten,
            "trang_thai": "xong" if thu_tu < hien_tai else "hien_tai" if thu_tu == hien_tai else "cho",
            "ngay": ngay_vn(_ngay_chang(don, truong, ngay_bao_cao)) if thu_tu < hien_tai else "",
        }
        for thu_tu, (ten, truong) in enumerate(chang)
    ]


def _ngay_chang(don: DonThu, truong: str, ngay_bao_cao: date | None) -> date | None:
    return ngay_bao_cao if truong == "ngay_bao_cao" else getattr(don, truong)


@dataclass(frozen=True)
class DongLichSu:
    """One line of the trail in words; `chuyen` says from which state to which when the step moved the petition."""

    buoc: str
    ngay: date
    nguoi: str
    chuyen: str
    ghi_chu: str


def cac_dong_lich_su(don: DonThu) -> list[DongLichSu]:
    """The trail of a petition, the last step first."""
    cot = don.lich_su.order_by("-stt").values_list("buoc", "ngay", "nguoi__ho_ten", "tu", "den", "ghi_chu")
    return [
        DongLichSu(
            buoc=Buoc(buoc).label,
            ngay=ngay,
            nguoi=nguoi or "",
            chuyen=f"{TrangThai(tu).label} → {TrangThai(den).label}" if tu and tu != den else "",
            ghi_chu=ghi_chu,
        )
        for buoc, ngay, nguoi, tu, den, ghi_chu in cot
    ]
