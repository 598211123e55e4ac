"""A period beside the period before it and the same period of last year, column by column.

The end of Mẫu số 02 (TT 06/2025/TT-TTCP) asks for the comparison; the circular gives no formula. Ours: the difference,
and the difference as a percentage of the earlier number, rounded half up to two decimals, none on zero.
"""

from dataclasses import dataclass
from decimal import Decimal

from baocao.bieu_mau import BaoCaoSoLieu, BieuMau, CotBieu, GiaTri
from baocao.ky import KyBaoCao
from tochuc.dinh_dang import phan_tram, so_vn, ty_le_phan_tram


@dataclass(frozen=True)
class BienDong:
    """From an earlier number to this one."""

    nay: GiaTri
    truoc: GiaTri

    @property
    def hieu(self) -> GiaTri:
        return self.nay - self.truoc

    @property
    def chu_hieu(self) -> str:
        """Signed: "+3", "-1.250,5", "0"."""
        return f"+{so_vn(self.hieu)}" if self.hieu > 0 else so_vn(self.hieu)

    @property
    def ty_le(self) -> Decimal | None:
        """Percentage: 25.00; None when the earlier number is zero."""
        return ty_le_phan_tram(self.hieu, self.truoc)

    @property
    def chu_ty_le(self) -> str:
        """Signed percentage: "+25,00%"; "" when the earlier number is zero."""
        ty_le = phan_tram(self.hieu, self.truoc)
        return f"+{ty_le}" if self.hieu > 0 and ty_le else ty_le


@dataclass(frozen=True)
class DongSoSanh:
    """One column of a form in three periods."""

    cot: CotBieu
    nay: GiaTri
    ky_truoc: BienDong
    cung_ky: BienDong


@dataclass(frozen=True)
class BangSoSanh:
    """One form in three periods; only columns that are not zero in all of them."""

    bieu: BieuMau
    dong: tuple[DongSoSanh, ...]


@dataclass(frozen=True)
class BaKy:
    """The three periods with their numbers. For a cumulative period the one before is the same one of last year."""

    nay: BaoCaoSoLieu
    ky_truoc: BaoCaoSoLieu
    cung_ky: BaoCaoSoLieu

    @property
    def ky(self) -> KyBaoCao:
        return self.nay.ky

    @property
    def cac_bang(self) -> tuple[BangSoSanh, ...]:
        """The six forms, each with its changed or living columns."""
        return tuple(BangSoSanh(bieu, self._cac_dong(bieu)) for bieu in self.nay.che_do.bieu)

    def _cac_dong(self, bieu: BieuMau) -> tuple[DongSoSanh, ...]:
        nay, truoc, cung_ky = (so_lieu.bieu[bieu.ma] for so_lieu in (self.nay, self.ky_truoc, self.cung_ky))
        return tuple(
            DongSoSanh(cot, nay[cot.so], BienDong(nay[cot.so], truoc[cot.so]), BienDong(nay[cot.so], cung_ky[cot.so]))
            for cot in bieu.cot
            if nay[cot.so] or truoc[cot.so] or cung_ky[cot.so]
        )
