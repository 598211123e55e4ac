"""What each criterion of the scorecard counts: one definition, two uses.

`NguonDiem.dem` counts it for all units in one statement; `NguonDiem.danh_sach` gives the rows behind one number. Every
row has two figures, `diem_mau` (what it adds below the line) and `diem_tu` (above it). A year is the report year, from
15/12 to 14/12, up to today while it runs.

No tố cáo enters: the points of a unit must not tell that somebody in it is accused (Đ8, 56 Luật TC).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from django.db.models import Case, Exists, F, Model, OuterRef, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce

from baocao.ky import lap_ky
from baocao.models import HoatDong, PhatHien, ThamDu
from baocao.models.hoat_dong import LoaiHoatDong
from baocao.tieu_chi import (
    CONG_TRU,
    TIEU_CHI,
    Diem,
    DiemCongTru,
    DiemNhom,
    XepLoai,
    nhom_thap_nhat,
    tong_diem,
    xep_loai,
)
from donthu.dau_hieu import HAN_GIAI_QUYET, DauHieu, dieu_kien
from donthu.models import DonThu, HanViec, LanGui, LichSu, PhanCong, TamDinhChi
from donthu.nhac_viec import CHUA_XU_LY
from donthu.phan_loai import KHONG_TO_CAO
from donthu.quy_trinh.buoc import Buoc
from tiepdan.hinh_thuc import NguoiTiep
from tiepdan.models import LuotTiep
from tochuc.lich import MOT_NGAY, Lich
from tochuc.models import DonVi

SO_NGAY_IM_LANG = 5  # working days that may pass without a step
SO_NGAY_XU_LY = timedelta(days=max(so_ngay for so_ngay, _ in CHUA_XU_LY))  # Đ41.3b NĐ 154/2026


@dataclass(frozen=True)
class NamDiem:
    """The report year that is judged."""

    nam: int
    tu: date
    den: date
    """The last day looked at: of the year, or today."""
    den_han: date
    """The last deadline that has passed: one of today has not."""
    im_lang_truoc: date
    """Whose last step is before this day has been silent too long on `den`."""


def nam_diem(nam: int, hom_nay: date, lich: Lich) -> NamDiem:
    ky = lap_ky("N", nam)
    den = min(ky.den_ngay, hom_nay)
    return NamDiem(
        nam=nam,
        tu=ky.tu_ngay,
        den=den,
        den_han=min(ky.den_ngay, hom_nay - MOT_NGAY),
        im_lang_truoc=lich.tru_ngay_lam_viec(den + MOT_NGAY, SO_NGAY_IM_LANG + 1),
    )


@dataclass(frozen=True, eq=False)
class NguonDiem:
    """Rows of a year that a criterion counts."""

    mo_hinh: type[Model]
    lay: Callable[[QuerySet, NamDiem], QuerySet]
    """Cut the rows of the year out of the rows offered, each with `diem_tu` and `diem_mau`."""
    don_vi: str = "don_vi"

    def dem(self, nam: NamDiem, cac_don_vi: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Give tử số and mẫu số by key of the unit; a unit without rows has no entry."""
        dong = self.lay(self.mo_hinh.objects.filter(**{f"{self.don_vi}__in": cac_don_vi}), nam)
        nhom = dong.order_by().values_list(self.don_vi).annotate(tong_tu=Sum("diem_tu"), tong_mau=Sum("diem_mau"))
        return {don_vi: (tu, mau) for don_vi, tu, mau in nhom}

    def danh_sach(self, dong: QuerySet, nam: NamDiem, don_vi: DonVi) -> QuerySet:
        """Give the rows of one unit, out of the rows offered (those that a person may see)."""
        return self.lay(dong, nam).filter(**{self.don_vi: don_vi})


def _cham(dong: QuerySet, dat: Q | Exists) -> QuerySet:
    """Each row counts once below the line, and above it where `dat` holds."""
    return dong.annotate(diem_mau=Value(1), diem_tu=Case(When(dat, then=Value(1)), default=Value(0)))


def _dem_dong(dong: QuerySet) -> QuerySet:
    return dong.annotate(diem_mau=Value(1), diem_tu=Value(1))


# --- Petitions --------------------------------------------------------------------------------------------------------


def _don(don: QuerySet) -> QuerySet:
    """Resolved means decided or answered; without that stopped, or closed otherwise."""
    return don.filter(loai__in=KHONG_TO_CAO).annotate(
        ngay_giai_quyet=Coalesce("ngay_ban_hanh", "ngay_dinh_chi", "ngay_ket_thuc")
    )


def _don_giai_quyet_xong(don: QuerySet, nam: NamDiem) -> QuerySet:
    return _don(don).filter(ngay_giai_quyet__range=(nam.tu, nam.den))


def dung_han(han: QuerySet, nam: NamDiem) -> QuerySet:
    """A1. Terms of resolving that have run out; one that stands still in a tạm đình chỉ has not."""
    den_han = han.filter(
        viec__in=HAN_GIAI_QUYET, don__loai__in=KHONG_TO_CAO, han__range=(nam.tu, nam.den_han), dung_tu=None
    )
    return _cham(den_han, Q(ngay_xong__lte=F("han")))


def giai_quyet_xong(don: QuerySet, nam: NamDiem) -> QuerySet:
    """A2. What was open when the year began or came in it."""
    phai = _don(don).filter(Q(ngay_giai_quyet=None) | Q(ngay_giai_quyet__gte=nam.tu), ngay_nhan__lte=nam.den)
    return _cham(phai, Q(ngay_giai_quyet__lte=nam.den))


def co_bang_chung_tra_loi(don: QuerySet, nam: NamDiem) -> QuerySet:
    """A3. Something was sent to who wrote, on the day of the answer or later. Nobody can answer a letter without a
    name."""
    gui = LanGui.objects.filter(
        don=OuterRef("pk"), noi_nhan=OuterRef("cong_dan__ho_ten"), ngay__gte=OuterRef("ngay_giai_quyet")
    )
    return _cham(_don_giai_quyet_xong(don, nam).filter(cong_dan__isnull=False), Exists(gui))


def khong_bi_lap_lai(don: QuerySet, nam: NamDiem) -> QuerySet:
    """A4. Afterwards nobody wrote the same again (a person found it so), and none complained a second time, to us or to
    the Sở."""
    sau_do = {"ngay_nhan__gte": OuterRef("ngay_giai_quyet"), "ngay_nhan__lte": nam.den, "loai__in": KHONG_TO_CAO}
    don_trung = DonThu.objects.filter(trung_voi=OuterRef("pk"), **sau_do)
    lan_hai = DonThu.objects.filter(~Q(pk=OuterRef("pk")), vu_viec=OuterRef("vu_viec"), lan=2, **sau_do)
    len_so = LichSu.objects.filter(don=OuterRef("pk"), buoc=Buoc.KHIEU_NAI_LAN_HAI, ngay__lte=nam.den)
    return _cham(_don_giai_quyet_xong(don, nam), ~Exists(don_trung) & ~Exists(lan_hai) & ~Exists(len_so))


def vuot_cap_do_cham(don: QuerySet, nam: NamDiem) -> QuerySet:
    """P1. Petitions with the flag "vượt cấp" whose own term of resolving ran out."""
    cham = HanViec.objects.filter(
        Q(ngay_xong=None) | Q(ngay_xong__gt=F("han")),
        don=OuterRef("pk"),
        viec__in=HAN_GIAI_QUYET,
        han__range=(nam.tu, nam.den_han),
        dung_tu=None,
    )
    return _dem_dong(_don(don).filter(dieu_kien(DauHieu.VUOT_CAP, nam.den), Exists(cham)))


def qua_45_ngay(don: QuerySet, nam: NamDiem) -> QuerySet:
    """P2. The 45 days ran out in the year; INFERENCE: the unit that holds the petition answers for it."""
    het_han = (nam.tu - SO_NGAY_XU_LY, nam.den_han - SO_NGAY_XU_LY)
    cho = _don(don).filter(ngay_nhan__range=het_han).annotate(cho_xu_ly=F("ngay_xu_ly") - F("ngay_nhan"))
    return _dem_dong(cho.filter(Q(ngay_xu_ly=None) | Q(cho_xu_ly__gt=SO_NGAY_XU_LY)))


# --- Work given to the unit -------------------------------------------------------------------------------------------


def thuc_hien_ket_luan(phan_cong: QuerySet, nam: NamDiem) -> QuerySet:
    """B2. Work with our own deadline, of petitions that the head of the centre received himself."""
    cua_thu_truong = LuotTiep.objects.filter(don=OuterRef("don"), nguoi_tiep=NguoiTiep.THU_TRUONG)
    duoc_giao = phan_cong.filter(
        Exists(cua_thu_truong),
        don__loai__in=KHONG_TO_CAO,
        ngay_thoi_giao=None,
        han_noi_bo__range=(nam.tu, nam.den_han),
    )
    return _cham(duoc_giao, Q(ngay_bao_cao__lte=F("han_noi_bo")))


def cap_nhat_tien_do(phan_cong: QuerySet, nam: NamDiem) -> QuerySet:
    """B3. What the unit holds on the last day, not yet reported on, not standing still."""
    tam_dung = TamDinhChi.objects.filter(
        Q(den_ngay=None) | Q(den_ngay__gt=nam.den), don=OuterRef("don"), tu_ngay__lte=nam.den
    )
    dang_giu = phan_cong.annotate(
        ngay_giai_quyet=Coalesce("don__ngay_ban_hanh", "don__ngay_dinh_chi", "don__ngay_ket_thuc")
    ).filter(
        Q(ngay_bao_cao=None) | Q(ngay_bao_cao__gt=nam.den),
        Q(ngay_giai_quyet=None) | Q(ngay_giai_quyet__gt=nam.den),
        ~Exists(tam_dung),
        don__loai__in=KHONG_TO_CAO,
        ngay_thoi_giao=None,
        ngay_giao__lte=nam.den,
    )
    buoc = LichSu.objects.filter(don=OuterRef("don"), ngay__range=(nam.im_lang_truoc, nam.den))
    return _cham(dang_giu, Exists(buoc))


# --- Registers of managing work ---------------------------------------------------------------------------------------


def _tham_du(loai: LoaiHoatDong) -> Callable[[QuerySet, NamDiem], QuerySet]:
    """B1, C1. People who attended, of people who should have."""

    def lay(tham_du: QuerySet, nam: NamDiem) -> QuerySet:
        trong_nam = tham_du.filter(hoat_dong__loai=loai, hoat_dong__ngay__range=(nam.tu, nam.den), phai_du__gt=0)
        return trong_nam.annotate(diem_mau=F("phai_du"), diem_tu=F("da_du"))

    return lay


def khac_phuc(phat_hien: QuerySet, nam: NamDiem) -> QuerySet:
    """C2. Findings of internal checks that were to be mended by now."""
    den_han = phat_hien.filter(han_khac_phuc__range=(nam.tu, nam.den_han))
    return _cham(den_han, Q(ngay_khac_phuc__lte=nam.den))


def khen_thuong(hoat_dong: QuerySet, nam: NamDiem) -> QuerySet:
    """T."""
    return _dem_dong(hoat_dong.filter(loai=LoaiHoatDong.KHEN_THUONG, ngay__range=(nam.tu, nam.den)))


def lo_danh_tinh(hoat_dong: QuerySet, nam: NamDiem) -> QuerySet:
    """P3."""
    return _dem_dong(hoat_dong.filter(loai=LoaiHoatDong.PHE_BINH, lo_danh_tinh=True, ngay__range=(nam.tu, nam.den)))


NGUON: Mapping[str, NguonDiem] = {
    "A1": NguonDiem(HanViec, dung_han, "don__don_vi"),
    "A2": NguonDiem(DonThu, giai_quyet_xong),
    "A3": NguonDiem(DonThu, co_bang_chung_tra_loi),
    "A4": NguonDiem(DonThu, khong_bi_lap_lai),
    "B1": NguonDiem(ThamDu, _tham_du(LoaiHoatDong.MOI_DU)),
    "B2": NguonDiem(PhanCong, thuc_hien_ket_luan),
    "B3": NguonDiem(PhanCong, cap_nhat_tien_do),
    "C1": NguonDiem(ThamDu, _tham_du(LoaiHoatDong.TAP_HUAN)),
    "C2": NguonDiem(PhatHien, khac_phuc),
    "T": NguonDiem(HoatDong, khen_thuong),
    "P1": NguonDiem(DonThu, vuot_cap_do_cham),
    "P2": NguonDiem(DonThu, qua_45_ngay),
    "P3": NguonDiem(HoatDong, lo_danh_tinh),
}
SO_VU = "A2"  # its mẫu số is the number of petitions of the year


# --- Scorecards -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PhieuDiem:
    """The scorecard of one unit in one year."""

    don_vi: DonVi
    nam: NamDiem
    cac_diem: tuple[Diem, ...]
    cac_cong_tru: tuple[DiemCongTru, ...]
    so_vu: int

    @property
    def thuong(self) -> DiemCongTru:
        return self.cac_cong_tru[0]

    @property
    def cac_tru(self) -> tuple[DiemCongTru, ...]:
        return self.cac_cong_tru[1:]

    @property
    def tong_tru(self) -> Decimal:
        return sum((muc.diem for muc in self.cac_tru), Decimal(0))

    @cached_property
    def tong(self) -> Decimal:
        return tong_diem(self.cac_diem, self.cac_cong_tru)

    @property
    def thap_nhat(self) -> DiemNhom:
        return nhom_thap_nhat(self.cac_diem)

    @cached_property
    def xep_loai(self) -> XepLoai:
        return xep_loai(self.cac_diem, self.cac_cong_tru, self.so_vu)


def don_vi_duoc_cham() -> QuerySet[DonVi]:
    """Units that may be given petitions, and those that had some all the same."""
    co_don = DonThu.objects.filter(don_vi=OuterRef("pk"), loai__in=KHONG_TO_CAO)
    return DonVi.objects.filter(Q(duoc_giao=True, hoat_dong=True) | Exists(co_don))


def cham_diem(nam: NamDiem, cac_don_vi: Iterable[DonVi]) -> list[PhieuDiem]:
    """Score these units, in their order: one statement for each criterion."""
    cac_don_vi = list(cac_don_vi)
    khoa = [don_vi.pk for don_vi in cac_don_vi]
    dem = {ma: nguon.dem(nam, khoa) for ma, nguon in NGUON.items()}
    return [_phieu(don_vi, nam, {ma: so.get(don_vi.pk, (0, 0)) for ma, so in dem.items()}) for don_vi in cac_don_vi]


def _phieu(don_vi: DonVi, nam: NamDiem, so: Mapping[str, tuple[int, int]]) -> PhieuDiem:
    return PhieuDiem(
        don_vi=don_vi,
        nam=nam,
        cac_diem=tuple(Diem(tieu_chi, *so[tieu_chi.ma]) for tieu_chi in TIEU_CHI),
        cac_cong_tru=tuple(DiemCongTru(muc, so[muc.ma][1]) for muc in CONG_TRU),
        so_vu=so[SO_VU][1],
    )


def xep_thu_tu(cac_phieu: Iterable[PhieuDiem]) -> list[PhieuDiem]:
    """Ranked units by their points, then the others by name: with few petitions an order says nothing."""
    sau_cung = Decimal(1)  # no total is below 0
    return sorted(
        cac_phieu,
        key=lambda phieu: (sau_cung if phieu.xep_loai == XepLoai.KHONG_XEP else -phieu.tong, phieu.don_vi.ten),
    )
