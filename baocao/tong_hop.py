"""Putting the reports of units together: one set of forms with one row a unit, and their sum."""

from dataclasses import dataclass

from django.db.models import Max, OuterRef, Subquery

from baocao.bieu_mau import BaoCaoSoLieu, DongDonVi, SoLieu, lap_so_lieu, lay_che_do
from baocao.ky import KyBaoCao
from baocao.models import BaoCaoNhan
from baocao.xuat import doc_tu_dien
from tochuc.models import DonVi


@dataclass(frozen=True)
class DonViGui:
    """A unit that owes a report, and the last version it sent."""

    don_vi: DonVi
    ban: BaoCaoNhan | None

    @property
    def thu_tu(self) -> tuple[int, str]:
        """Who sent nothing first, then whose checks are broken."""
        return (0 if self.ban is None else 1 if self.ban.so_canh_bao else 2, self.don_vi.ten)


def cac_don_vi_gui(ky: KyBaoCao) -> list[DonViGui]:
    """Every unit that owes a report here, by name, in two statements."""
    cuoi = (
        BaoCaoNhan.objects.filter(don_vi=OuterRef("don_vi"), ma_ky=ky.ma, nam=ky.nam)
        .values("don_vi")
        .annotate(cuoi=Max("phien_ban"))
        .values("cuoi")
    )
    cac_ban = BaoCaoNhan.objects.filter(ma_ky=ky.ma, nam=ky.nam, phien_ban=Subquery(cuoi)).select_related("nguoi")
    theo_don_vi = {ban.don_vi_id: ban for ban in cac_ban}
    phai_gui = DonVi.objects.filter(gui_bao_cao=True, hoat_dong=True).order_by("ten")
    return [DonViGui(don_vi, theo_don_vi.get(don_vi.pk)) for don_vi in phai_gui]


def tong_hop(ky: KyBaoCao, cac_don_vi: list[DonViGui]) -> BaoCaoSoLieu:
    """The forms of a period: a row for each unit that sent them, in the order given, and their sum, checked anew."""
    cac_dong = tuple(
        DongDonVi(muc.don_vi.ten, doc_tu_dien(muc.ban.so_lieu).bieu, muc.don_vi.pk) for muc in cac_don_vi if muc.ban
    )
    tong: SoLieu = {
        bieu.ma: {cot.so: sum(dong.bieu[bieu.ma][cot.so] for dong in cac_dong) for cot in bieu.cot}
        for bieu in lay_che_do(ky.den_ngay).bieu
    }
    return lap_so_lieu(ky, tong, cac_dong)
