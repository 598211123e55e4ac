"""Who was here before: what a counter officer should see beside the form, of what she may see at all."""

from dataclasses import dataclass
from datetime import date

from donthu.actions.cong_dan import tim_theo_giay_to
from donthu.models import CongDan, DonThu, VuViec
from tiepdan.actions import TRUONG_DANH_TINH
from tiepdan.models import LuotTiep
from tochuc.dinh_dang import ngay_vn
from tochuc.ma_hoa import bam_khoa
from tochuc.models import NhanVien

TOI_DA = 5


@dataclass(frozen=True)
class HoSoCu:
    """What is known of a person: the last writing of him, his last visits and petitions."""

    cong_dan: CongDan
    cac_luot: list[LuotTiep]
    cac_don: list[DonThu]

    @property
    def cac_o(self) -> list[tuple[str, str]]:
        """Fields of the form with what was last written in them."""
        gia_tri = ((ten, getattr(self.cong_dan, ten)) for ten in TRUONG_DANH_TINH)
        return [(ten, ngay_vn(gia) if isinstance(gia, date) else gia) for ten, gia in gia_tri if gia]


def ho_so_cu(nguoi: NhanVien, so_giay_to: str, dien_thoai: str = "", tru_luot: int | None = None) -> HoSoCu | None:
    """Find the person by ID number, or by phone when no number was given; None when unknown."""
    cong_dan = tim_theo_giay_to(so_giay_to)
    if cong_dan is None and not so_giay_to and (bam := bam_khoa(dien_thoai)):
        cong_dan = CongDan.objects.filter(dien_thoai_bam=bam).order_by("-pk").first()
    if cong_dan is None:
        return None
    cung_nguoi = (
        {"cong_dan__so_giay_to_bam": cong_dan.so_giay_to_bam}
        if cong_dan.so_giay_to_bam
        else {"cong_dan__dien_thoai_bam": cong_dan.dien_thoai_bam}
    )
    luot = LuotTiep.objects.for_user(nguoi).filter(**cung_nguoi).exclude(pk=tru_luot).select_related("don")
    don = DonThu.objects.for_user(nguoi).filter(**cung_nguoi)
    return HoSoCu(
        cong_dan=cong_dan,
        cac_luot=list(luot.only("ma", "ngay", "loai", "noi_dung", "don__loai", "don__ma")[:TOI_DA]),
        cac_don=list(don.only("ma", "ngay_nhan", "loai", "trang_thai", "tom_tat")[:TOI_DA]),
    )


def vu_viec_theo_ma(nguoi: NhanVien, ma: str) -> VuViec | None:
    """The matter of the petition or visit with this code, of what `nguoi` may see."""
    ma = ma.strip().upper()
    don = DonThu.objects.for_user(nguoi).filter(ma=ma).select_related("vu_viec").only("vu_viec__ma").first()
    luot = don or LuotTiep.objects.for_user(nguoi).filter(ma=ma).select_related("vu_viec").only("vu_viec__ma").first()
    return luot and luot.vu_viec
