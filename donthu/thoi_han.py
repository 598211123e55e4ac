"""From a duty and a day to a deadline, with the reasons that a page can show.

Counting follows Đ147, 148 Bộ luật Dân sự 2015: the day of the event is not counted; a last day that is not worked moves
to the next working day. An extension adds to the amount in the duty's own unit and the whole moves once. A pause moves
the end by the calendar days from tạm đình chỉ to tiếp tục, in either unit, before it moves past days off (Đ11a.4 Luật
Khiếu nại, Đ34.2 Luật Tố cáo). "Ít nhất N trước" gives the latest day and, like a waiting time, is never moved.

The rules are the rows of `donthu/bang_thoi_han.py`. Nothing here queries or reads the clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from donthu.bang_thoi_han import BANG_THOI_HAN
from donthu.viec import DonViTinh, HuongTinh, ThoiHan, ThuTuc, TinhTrang, Viec
from tochuc.dinh_dang import ngay_vn, so_van, thu_ngay
from tochuc.lich import Lich

__all__ = [
    "BANG_THOI_HAN",
    "DonViTinh",
    "HuongTinh",
    "KetQuaHan",
    "LoiThoiHan",
    "ThoiHan",
    "ThuTuc",
    "TinhTrang",
    "Viec",
    "cac_dong",
    "dong_thoi_han",
    "tinh",
]

MOT_NGAY = timedelta(days=1)
# A date beyond this is a slip of the hand; it also keeps the arithmetic clear of the end of the calendar.
NAM_XA_NHAT = 2200

KhoangTamDinhChi = tuple[date, date]

_DONG_THEO_VIEC: dict[str, tuple[ThoiHan, ...]] = {
    viec.value: tuple(dong for dong in BANG_THOI_HAN if dong.viec is viec) for viec in Viec
}


class LoiThoiHan(ValueError):
    """A term that the law does not know or does not allow; `str()` is the Vietnamese sentence for the person."""


@dataclass(frozen=True, kw_only=True)
class KetQuaHan:
    """A deadline and how it was reached.

    `han`: last day to act, None where the law gives no number. `han_goc`: the same before moving past days off.
    `dem_den`: end of the bare count, before the pauses. `so`: the amount used, in the row's unit, without `gia_han`.
    """

    thoi_han: ThoiHan
    tu: date
    han: date | None
    han_goc: date | None
    dem_den: date | None
    so: int | None
    gia_han: int
    tam_dinh_chi: tuple[KhoangTamDinhChi, ...]
    lich: Lich = field(repr=False)

    @property
    def hieu_luc_tu(self) -> date | None:
        """First day of the effect that a waiting time delays (Đ44, 57 Luật Khiếu nại); None for any other duty."""
        return self.han + MOT_NGAY if self.han and self.thoi_han.huong is HuongTinh.CHO else None

    @property
    def giai_thich(self) -> list[str]:
        """Vietnamese sentences from the event to the deadline: each skipped day by name, each pause, the last move."""
        if self.han is None:
            return [f"Luật không ấn định số ngày ({self.thoi_han.can_cu}).", self.thoi_han.ghi_chu]
        return [*self._cau_dem(), *self._cau_tam_dinh_chi(), *self._cau_ket()]

    @property
    def canh_bao(self) -> list[str]:
        """Sentences on what could still change the result: days nobody has confirmed, years nobody has entered."""
        khoang = self._khoang_dung_lich()
        chua_xac_nhan = {ngay for tu, den in khoang for ngay in self.lich.chua_xac_nhan_giua(tu, den)}
        nam_trong = {nam for tu, den in khoang for nam in self.lich.nam_chua_nhap(tu + MOT_NGAY, den)}
        return [
            *(
                f"{_viet_hoa(thu_ngay(ngay))} ({ten}) chưa được xác nhận; thời hạn có thể thay đổi."
                for ngay, ten in sorted(chua_xac_nhan)
            ),
            *(f"Chưa nhập ngày nghỉ năm {nam}; thời hạn có thể thay đổi." for nam in sorted(nam_trong)),
        ]

    def _khoang_dem(self) -> tuple[date, date]:
        """The half-open interval (after, up to) whose working days were counted."""
        if self.thoi_han.huong is HuongTinh.TRUOC:
            return self.dem_den - MOT_NGAY, self.tu - MOT_NGAY
        return self.tu, self.dem_den

    def _khoang_dung_lich(self) -> list[tuple[date, date]]:
        """The intervals in which a change of the calendar could change the result."""
        khoang = []
        if self.han is not None and self.thoi_han.don_vi is DonViTinh.NGAY_LAM_VIEC:
            khoang.append(self._khoang_dem())
        if self.han is not None and self.thoi_han.doi_ngay:
            khoang.append((self.han_goc - MOT_NGAY, self.han))
        return khoang

    def _cau_dem(self) -> list[str]:
        dong, don_vi = self.thoi_han, self.thoi_han.don_vi.label
        dau = "Ít nhất" if dong.huong is HuongTinh.TRUOC else "Thời hạn"
        noi = "trước" if dong.huong is HuongTinh.TRUOC else "kể từ"
        cau = [f"{dau} {so_van(self.so)} {don_vi} {noi} {dong.moc}, {thu_ngay(self.tu)} ({dong.can_cu})."]
        if dong.huong is not HuongTinh.TRUOC:
            cau.append(f"Không tính {thu_ngay(self.tu)}; đếm từ {thu_ngay(self.tu + MOT_NGAY)}.")
        if self.gia_han:
            tong = self.so + self.gia_han
            cau.append(f"Gia hạn thêm {so_van(self.gia_han)} {don_vi}, tổng cộng {so_van(tong)} {don_vi}.")
        if dong.don_vi is DonViTinh.NGAY_LAM_VIEC:
            if bo_qua := self.lich.ngay_nghi_giua(*self._khoang_dem()):
                cau.append(f"Không tính các ngày nghỉ: {_liet_ke(bo_qua)}.")
            if lam_bu := self.lich.lam_bu_giua(*self._khoang_dem()):
                cau.append(f"Có tính ngày làm bù: {_liet_ke(lam_bu)}.")
        return cau

    def _cau_tam_dinh_chi(self) -> list[str]:
        cau, cuoi = [], self.dem_den
        for dung, tiep in self.tam_dinh_chi:
            moi = cuoi + (tiep - dung)
            cau.append(
                f"Tạm đình chỉ ngày {ngay_vn(dung)}, tiếp tục ngày {ngay_vn(tiep)}: {so_van((tiep - dung).days)} ngày "
                f"không tính vào thời hạn, ngày cuối chuyển từ {thu_ngay(cuoi)} sang {thu_ngay(moi)}."
            )
            cuoi = moi
        return cau

    def _cau_ket(self) -> list[str]:
        if self.thoi_han.huong is HuongTinh.TRUOC:
            return [f"Muộn nhất là {thu_ngay(self.han)}; không dời vì ngày nghỉ."]
        if self.thoi_han.huong is HuongTinh.CHO:
            return [
                f"Thời gian chờ hết vào {thu_ngay(self.han)}, không dời vì ngày nghỉ; "
                f"có hiệu lực từ {thu_ngay(self.hieu_luc_tu)}."
            ]
        cau = []
        if self.han != self.han_goc:
            bo_qua = self.lich.ngay_nghi_giua(self.han_goc - MOT_NGAY, self.han)
            cau.append(
                f"Ngày cuối là {thu_ngay(self.han_goc)}, ngày nghỉ; bỏ qua {_liet_ke(bo_qua)}, chuyển sang ngày "
                "làm việc tiếp theo (Điều 148.5 Bộ luật Dân sự)."
            )
        return [*cau, f"Hạn cuối: hết {thu_ngay(self.han)}."]


def _liet_ke(cac_ngay: list[tuple[date, str]]) -> str:
    return ", ".join(f"{thu_ngay(ngay)} ({ly_do})" for ngay, ly_do in cac_ngay)


def _viet_hoa(cau: str) -> str:
    return cau[:1].upper() + cau[1:]


def cac_dong(viec: Viec | str) -> tuple[ThoiHan, ...]:
    """Every rule a duty has had, oldest first. `viec`: a `Viec` or its code ("K4"). LoiThoiHan when unknown."""
    dong = _DONG_THEO_VIEC.get(viec.strip().upper())
    if dong is None:
        raise LoiThoiHan(f"Không có việc nào mang mã “{viec}” trong bảng thời hạn.")
    return dong


def dong_thoi_han(viec: Viec | str, ngay: date) -> ThoiHan:
    """The rule in force for a period counted from `ngay` (for "ít nhất N trước": for an event on `ngay`).

    Raises LoiThoiHan when the code is unknown and when no rule was in force that day.
    """
    cac = cac_dong(viec)
    for dong in cac:
        if dong.hieu_luc(ngay):
            return dong
    dau, cuoi = cac[0], cac[-1]
    if ngay < dau.tu_ngay:
        raise LoiThoiHan(f"{dau.ten} ({dau.ma}): chưa có quy định trước ngày {ngay_vn(dau.tu_ngay)}.")
    raise LoiThoiHan(f"{cuoi.ten} ({cuoi.ma}): quy định hết áp dụng sau ngày {ngay_vn(cuoi.den_ngay)}.")


def tinh(
    viec: Viec | str,
    tu: date,
    lich: Lich,
    *,
    gia_han: int = 0,
    tam_dinh_chi: Sequence[KhoangTamDinhChi] = (),
    so: int | None = None,
) -> KetQuaHan:
    """Deadline of a duty counted from `tu` (for "ít nhất N trước": the day of the event).

    `gia_han`: what the signed extension adds, in the unit of the row. `tam_dinh_chi`: pairs (day of tạm đình chỉ, day
    of tiếp tục), in any order. `so`: replaces the number of a row that the centre sets itself (C6).

    Raises LoiThoiHan for an unknown code, a day on which no rule was in force, an extension or a number that the row
    does not allow, and pauses that end before they start, start before `tu` or overlap.
    """
    dong = dong_thoi_han(viec, tu)
    khoang = tuple(sorted(tam_dinh_chi))
    _kiem_tra_so(dong, gia_han, so)
    _kiem_tra_ngay(dong, tu, khoang)
    so_ngay = dong.so if so is None else so
    dem_den = han_goc = han = None
    if so_ngay is not None:
        dem_den = _dem(dong, tu, so_ngay + gia_han, lich)
        han_goc = dem_den + sum((tiep - dung for dung, tiep in khoang), timedelta())
        han = lich.ngay_lam_viec_ke_tiep(han_goc) if dong.doi_ngay else han_goc
    return KetQuaHan(
        thoi_han=dong,
        tu=tu,
        han=han,
        han_goc=han_goc,
        dem_den=dem_den,
        so=so_ngay,
        gia_han=gia_han,
        tam_dinh_chi=khoang,
        lich=lich,
    )


def _dem(dong: ThoiHan, tu: date, tong: int, lich: Lich) -> date:
    truoc = dong.huong is HuongTinh.TRUOC
    if dong.don_vi is DonViTinh.NGAY_LAM_VIEC:
        return lich.tru_ngay_lam_viec(tu, tong) if truoc else lich.cong_ngay_lam_viec(tu, tong)
    if dong.don_vi is DonViTinh.NAM_LICH:
        # 29/02 has no anniversary in a common year: the last day of that month (Đ148.4 BLDS).
        return tu.replace(year=tu.year + tong, day=28 if (tu.month, tu.day) == (2, 29) else tu.day)
    return tu - timedelta(days=tong) if truoc else tu + timedelta(days=tong)


def _kiem_tra_so(dong: ThoiHan, gia_han: int, so: int | None) -> None:
    if gia_han < 0:
        raise LoiThoiHan("Số ngày gia hạn không được âm.")
    if gia_han > dong.gia_han_toi_da:
        muc = f"chỉ được gia hạn tối đa {so_van(dong.gia_han_toi_da)} {dong.don_vi.label}" if dong.gia_han else ""
        raise LoiThoiHan(f"{dong.ten} ({dong.ma}) {muc or 'không được gia hạn'} theo {dong.can_cu}.")
    if so is not None and not dong.tu_an_dinh:
        raise LoiThoiHan(f"{dong.ten} ({dong.ma}) theo số ngày của luật, Trung tâm không tự ấn định được.")
    if so is not None and so < 1:
        raise LoiThoiHan("Số ngày phải lớn hơn 0.")


def _kiem_tra_ngay(dong: ThoiHan, tu: date, khoang: tuple[KhoangTamDinhChi, ...]) -> None:
    if max([tu, *(ngay for cap in khoang for ngay in cap)]).year > NAM_XA_NHAT:
        raise LoiThoiHan(f"Ngày tính thời hạn phải trước năm {NAM_XA_NHAT + 1}.")
    if khoang and dong.huong is HuongTinh.TRUOC:
        raise LoiThoiHan(f"{dong.ten} ({dong.ma}) đếm ngược từ ngày sự kiện nên không có tạm đình chỉ.")
    truoc_do = tu
    for dung, tiep in khoang:
        if tiep < dung:
            raise LoiThoiHan(f"Ngày tiếp tục {ngay_vn(tiep)} trước ngày tạm đình chỉ {ngay_vn(dung)}.")
        if dung < tu:
            raise LoiThoiHan(f"Ngày tạm đình chỉ {ngay_vn(dung)} trước ngày bắt đầu tính {ngay_vn(tu)}.")
        if dung < truoc_do:
            raise LoiThoiHan(
                f"Lần tạm đình chỉ ngày {ngay_vn(dung)} trùng với lần trước, tiếp tục ngày {ngay_vn(truoc_do)}."
            )
        truoc_do = tiep
