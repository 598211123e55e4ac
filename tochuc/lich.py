"""What is a working day: pure calendar arithmetic over the days off that the organisation has recorded.

Calendar of the public sector: Saturday and Sunday are weekly days off, unless the Saturday is worked in exchange for a
weekday ("làm bù"); public holidays, days given in lieu and swapped days are rows that an officer confirms, because the
Prime Minister fixes Tết and Quốc khánh each year (Đ112.3 Bộ luật Lao động). Only confirmed rows count here; the others
are kept apart so that a deadline which touches one can carry a warning.

Nothing here queries or reads the clock: dates come in as arguments.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import TextChoices

THU_BAY = 5
MOT_NGAY = timedelta(days=1)


class LoaiNgayNghi(TextChoices):
    """Why a day differs from an ordinary day of the week."""

    NGHI_LE = "nghi_le", "Nghỉ lễ, Tết"
    NGHI_BU = "nghi_bu", "Nghỉ bù"
    HOAN_DOI_NGHI = "hoan_doi_nghi", "Nghỉ hoán đổi"
    LAM_BU = "lam_bu", "Làm bù"


@dataclass(frozen=True)
class Lich:
    """Working calendar.

    `ngay_nghi`: confirmed days off → name. `lam_bu`: confirmed working Saturdays (or Sundays) → name; a day in both is
    worked. `chua_xac_nhan`: days of either kind that nobody has confirmed → name; they change no result.
    """

    ngay_nghi: Mapping[date, str]
    lam_bu: Mapping[date, str]
    chua_xac_nhan: Mapping[date, str]
    # Ordinals of the weekdays off and of the worked weekend days, sorted: counting is then two bisections, not a walk.
    _thu_nghi: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _cuoi_tuan_lam: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        thu_nghi = (ngay for ngay in self.ngay_nghi if ngay.weekday() < THU_BAY and ngay not in self.lam_bu)
        cuoi_tuan_lam = (ngay for ngay in self.lam_bu if ngay.weekday() >= THU_BAY)
        object.__setattr__(self, "_thu_nghi", tuple(sorted(ngay.toordinal() for ngay in thu_nghi)))
        object.__setattr__(self, "_cuoi_tuan_lam", tuple(sorted(ngay.toordinal() for ngay in cuoi_tuan_lam)))

    def _luy_ke(self, thu_tu: int) -> int:
        """Working days from the first day of the proleptic calendar (a Monday) up to and including ordinal `thu_tu`."""
        tuan, le = divmod(thu_tu, 7)
        thuong = 5 * tuan + min(le, 5)
        return thuong - bisect_right(self._thu_nghi, thu_tu) + bisect_right(self._cuoi_tuan_lam, thu_tu)

    def la_ngay_lam_viec(self, ngay: date) -> bool:
        """Whether the offices are open on `ngay`."""
        if ngay in self.lam_bu:
            return True
        return ngay.weekday() < THU_BAY and ngay not in self.ngay_nghi

    def cong_ngay_lam_viec(self, ngay: date, so: int) -> date:
        """The day that is `so` working days after `ngay`, which is not counted itself (Đ147.2 BLDS).

        Raises ValueError when `so` is negative; `so` = 0 gives `ngay`.
        """
        if so < 0:
            raise ValueError("Số ngày làm việc phải lớn hơn hoặc bằng 0.")
        cuoi = ngay.toordinal()
        dich = self._luy_ke(cuoi) + so
        # A day adds one working day at most, so jumping by what is missing never goes too far.
        while (thieu := dich - self._luy_ke(cuoi)) > 0:
            cuoi += thieu
        return date.fromordinal(cuoi)

    def tru_ngay_lam_viec(self, ngay: date, so: int) -> date:
        """The latest day such that `so` working days lie from it (included) to `ngay` (not included).

        Raises ValueError when `so` is negative; `so` = 0 gives `ngay`.
        """
        if so < 0:
            raise ValueError("Số ngày làm việc phải lớn hơn hoặc bằng 0.")
        dau = ngay.toordinal()
        dich = self._luy_ke(dau - 1) - so
        while (thieu := self._luy_ke(dau - 1) - dich) > 0:
            dau -= thieu
        return date.fromordinal(dau)

    def ngay_lam_viec_ke_tiep(self, ngay: date) -> date:
        """`ngay` itself when it is worked, otherwise the first working day after it (Đ148.5 BLDS)."""
        return self.cong_ngay_lam_viec(ngay - MOT_NGAY, 1)

    def dem_ngay_lam_viec(self, tu: date, den: date) -> int:
        """Working days after `tu` up to and including `den`; negative when `den` comes first."""
        return self._luy_ke(den.toordinal()) - self._luy_ke(tu.toordinal())

    def ngay_nghi_giua(self, tu: date, den: date) -> list[tuple[date, str]]:
        """Every day off after `tu` up to and including `den`, with the reason: what a count of working days skips."""
        cac_ngay = (date.fromordinal(thu_tu) for thu_tu in range(tu.toordinal() + 1, den.toordinal() + 1))
        return [
            (ngay, self.ngay_nghi.get(ngay, "nghỉ cuối tuần")) for ngay in cac_ngay if not self.la_ngay_lam_viec(ngay)
        ]

    def lam_bu_giua(self, tu: date, den: date) -> list[tuple[date, str]]:
        """Worked Saturdays after `tu` up to and including `den`, with their name."""
        return _trich(self.lam_bu, tu, den)

    def chua_xac_nhan_giua(self, tu: date, den: date) -> list[tuple[date, str]]:
        """Unconfirmed days after `tu` up to and including `den`, with their name."""
        return _trich(self.chua_xac_nhan, tu, den)

    def nam_chua_nhap(self, tu: date, den: date) -> list[int]:
        """Years from `tu` to `den` of which no day off is known at all, confirmed or not: nobody entered them yet."""
        da_nhap = {ngay.year for bang in (self.ngay_nghi, self.lam_bu, self.chua_xac_nhan) for ngay in bang}
        return [nam for nam in range(tu.year, den.year + 1) if nam not in da_nhap]


def _trich(bang: Mapping[date, str], tu: date, den: date) -> list[tuple[date, str]]:
    return sorted((ngay, ten) for ngay, ten in bang.items() if tu < ngay <= den)


def tao_lich(dong: Iterable[tuple[date, str, str, bool]]) -> Lich:
    """Build the calendar from rows (day, kind as in `LoaiNgayNghi`, name, confirmed).

    Raises ValueError for an unknown kind, and for a day given twice: one day cannot be both off and worked.
    """
    ngay_nghi: dict[date, str] = {}
    lam_bu: dict[date, str] = {}
    chua_xac_nhan: dict[date, str] = {}
    for ngay, loai, ten, da_xac_nhan in dong:
        if any(ngay in bang for bang in (ngay_nghi, lam_bu, chua_xac_nhan)):
            raise ValueError(f"Ngày {ngay:%d/%m/%Y} có hai dòng trong bảng ngày nghỉ.")
        la_lam_bu = LoaiNgayNghi(loai) is LoaiNgayNghi.LAM_BU
        dich = chua_xac_nhan if not da_xac_nhan else lam_bu if la_lam_bu else ngay_nghi
        dich[ngay] = ten
    return Lich(ngay_nghi, lam_bu, chua_xac_nhan)
