"""The clocks of a petition: opened and closed by its procedure table, moved by pauses, extensions and the calendar.

The date on a clock is computed in one place, `tinh_han`, from primary facts only.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from donthu.models import DonThu, HanViec, TamDinhChi
from donthu.quy_trinh import HAN_CHINH, HAN_DAI_VUNG_SAU, HAN_DUNG_DUOC, nguoi_giu
from donthu.quy_trinh.buoc import DuongDi, MoHan
from donthu.thoi_han import KetQuaHan, LoiThoiHan, cac_dong, dong_thoi_han, tinh
from donthu.viec import Viec
from tochuc.lich import Lich
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, NgayNghi

KhoangDung = Sequence[tuple[date, date]]


def tinh_han(han: HanViec, lich: Lich, khoang_dung: KhoangDung = ()) -> KetQuaHan:
    """Deadline of a clock with its explanation. `khoang_dung`: finished pauses of the petition, (từ, đến)."""
    trong_ky = [(tu, den) for tu, den in khoang_dung if tu >= han.tu_ngay] if han.viec in HAN_DUNG_DUOC else ()
    return tinh(han.viec, han.tu_ngay, lich, gia_han=han.gia_han, tam_dinh_chi=trong_ky, so=han.so_ngay)


def han_moi(don: DonThu, viec: Viec, tu_ngay: date, lich: Lich, so_ngay: int | None = None) -> HanViec:
    """An unsaved clock of `don`. `so_ngay`: the centre's own number where the law leaves it open (C6).

    Where the roads are bad the times of complaining again and of waiting for the effect are at their longest at once.
    """
    han = HanViec(don=don, chu_the=f"don:{don.pk}", viec=viec, tu_ngay=tu_ngay, so_ngay=so_ngay)
    if don.vung_sau and viec in HAN_DAI_VUNG_SAU:
        han.gia_han = dong_thoi_han(viec, tu_ngay).gia_han_toi_da
    _dat_nguoi_giu(han, don)
    _dat_ngay(han, tinh_han(han, lich))
    return han


def so_ngay_rieng(viec: Viec) -> int | None:
    """What the centre's settings put in place of the number of a term that no law sets."""
    return CauHinh.hien_hanh().han_kien_nghi_phan_anh if viec == Viec.GIAI_QUYET_KNPA else None


def mo_han(don: DonThu, cac_mo: Iterable[MoHan], ngay: date, lich: Lich) -> None:
    """Open the clocks of a step, but for those that `se_mo` leaves out."""
    dang_mo = set(don.han_viec.filter(ngay_xong=None).values_list("viec", flat=True))
    for mo in cac_mo:
        tu_ngay = getattr(don, mo.tu) if mo.tu else ngay
        if tu_ngay and se_mo(don, mo, tu_ngay, dang_mo):
            han_moi(don, mo.viec, tu_ngay, lich, so_ngay_rieng(mo.viec)).save()


def se_mo(don: DonThu, mo: MoHan, tu_ngay: date, dang_mo: set[str]) -> bool:
    """Whether a step opens this clock: its case arises, its rule was in force on `tu_ngay`, it does not run yet."""
    co_luat = any(dong.hieu_luc(tu_ngay) for dong in cac_dong(mo.viec))
    return mo.viec not in dang_mo and co_luat and (mo.khi is None or mo.khi(don))


def dong_han(don: DonThu, cac_viec: Iterable[Viec], ngay: date) -> None:
    """Close the clocks of these duties that are open. LoiNghiepVu when a clock started after `ngay`."""
    for han in don.han_viec.filter(ngay_xong=None, viec__in=list(cac_viec)):
        if ngay < han.tu_ngay:
            raise LoiNghiepVu(
                f"“{han.get_viec_display()}” tính từ ngày {han.tu_ngay:%d/%m/%Y}, không thể xong trước ngày đó."
            )
        han.ngay_xong = ngay
        han.dung_tu = None
        han.save(update_fields=["ngay_xong", "dung_tu"])


def chuyen(don: DonThu, duong: DuongDi, ngay: date, lich: Lich) -> None:
    """Move the clocks as the row of the procedure says, and lay the main ones on the desk of who is next."""
    dong_han(don, duong.xong, ngay)
    if duong.dung_dong_ho:
        don.han_viec.filter(ngay_xong=None, viec__in=HAN_DUNG_DUOC).update(dung_tu=ngay)
    if duong.chay_dong_ho:
        tinh_lai(don.han_viec.filter(ngay_xong=None, viec__in=HAN_DUNG_DUOC), lich, chay=True)
    mo_han(don, duong.mo, ngay, lich)
    if not don.da_dong:
        dat_ban(don)


def dat_ban(don: DonThu) -> None:
    """Lay the main clocks on the desk of who is next, by the state of `don` and its unit."""
    for han in don.han_viec.filter(ngay_xong=None, viec__in=HAN_CHINH):
        _dat_nguoi_giu(han, don)
        han.save(update_fields=["quyen", "don_vi"])


def han_giai_quyet(don: DonThu) -> HanViec:
    """The open clock that carries the petition, the nearest when there are two. LoiNghiepVu when none is open."""
    han = don.han_viec.filter(ngay_xong=None, viec__in=HAN_CHINH).order_by("han").first()
    if han is None:
        raise LoiNghiepVu("Không có thời hạn giải quyết nào đang chạy.")
    return han


def gia_han(han: HanViec, so_ngay: int, lich: Lich) -> HanViec:
    """Add `so_ngay` (unit of the rule) to an open clock. LoiNghiepVu above what the law allows."""
    han.gia_han += so_ngay
    try:
        _dat_ngay(han, tinh_han(han, lich, _khoang_dung(han.don)))
    except LoiThoiHan as loi:
        raise LoiNghiepVu(str(loi)) from loi
    han.save(update_fields=["gia_han", "han", "han_goc"])
    return han


def tinh_lai(cac_han, lich: Lich, *, chay: bool = False) -> list[HanViec]:
    """Recompute these clocks (a queryset) and save those that moved; `chay` also sets standing clocks going again."""
    doi = []
    for han, ket_qua in _ket_qua_moi(cac_han, lich):
        moi = (ket_qua.han, ket_qua.han_goc, None if chay else han.dung_tu)
        if moi != (han.han, han.han_goc, han.dung_tu):
            han.han, han.han_goc, han.dung_tu = moi
            doi.append(han)
    HanViec.objects.bulk_update(doi, ["han", "han_goc", "dung_tu"], batch_size=500)
    return doi


def han_doi_theo(lich: Lich) -> list[tuple[HanViec, date]]:
    """Open clocks whose deadline another calendar would move, with the new date: the preview of an edited day off."""
    return [
        (han, ket_qua.han)
        for han, ket_qua in _ket_qua_moi(HanViec.objects.filter(ngay_xong=None), lich)
        if ket_qua.han != han.han
    ]


def tinh_lai_han_mo(lich: Lich) -> int:
    """Recompute every open clock by a changed calendar; returns how many moved."""
    return len(tinh_lai(HanViec.objects.filter(ngay_xong=None), lich))


def giai_thich(han: HanViec) -> KetQuaHan:
    """How the date on a clock was reached, by today's calendar."""
    return tinh_han(han, NgayNghi.objects.lich(), _khoang_dung(han.don) if han.don_id else ())


def _ket_qua_moi(cac_han, lich: Lich) -> list[tuple[HanViec, KetQuaHan]]:
    cac_han = list(cac_han)
    khoang = defaultdict(list)
    da_dung = TamDinhChi.objects.filter(den_ngay__isnull=False, don__han_viec__ngay_xong=None).distinct()
    for don, tu, den in da_dung.values_list("don", "tu_ngay", "den_ngay"):
        khoang[don].append((tu, den))
    return [(han, tinh_han(han, lich, khoang[han.don_id])) for han in cac_han]


def _khoang_dung(don: DonThu) -> list[tuple[date, date]]:
    return list(don.tam_dinh_chi.filter(den_ngay__isnull=False).values_list("tu_ngay", "den_ngay"))


def _dat_nguoi_giu(han: HanViec, don: DonThu) -> None:
    han.quyen = nguoi_giu(han.viec, don.trang_thai, bool(don.don_vi_id))
    han.don_vi_id = don.don_vi_id


def _dat_ngay(han: HanViec, ket_qua: KetQuaHan) -> None:
    han.han, han.han_goc = ket_qua.han, ket_qua.han_goc
