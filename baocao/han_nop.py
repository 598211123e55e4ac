"""When the centre owes the Sở its reports."""

from datetime import date, timedelta

from baocao.ky import KyBaoCao, cac_ky

NHAC_QUA_HAN = timedelta(days=60)  # a report later than this is no longer asked for every day


def han_nop(ky: KyBaoCao, ngay_nop: int) -> date:
    """The circular leaves the day open, the Sở fixes it (`ngay_nop`, day of the last month of the period)."""
    return ky.den_ngay.replace(day=ngay_nop)


def cac_ky_phai_nop(ngay: date, ngay_nop: int) -> list[tuple[KyBaoCao, date]]:
    """Periods of the report years around `ngay` with their due days, those long past left out."""
    return [
        (ky, han)
        for nam in (ngay.year - 1, ngay.year, ngay.year + 1)
        for ky in cac_ky(nam)
        if (han := han_nop(ky, ngay_nop)) >= ngay - NHAC_QUA_HAN
    ]
