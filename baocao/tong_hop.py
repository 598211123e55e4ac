"""Putting the reports of units together: one row a unit, one sum."""

from dataclasses import dataclass

from django.db.models import Max, OuterRef, Subquery

from baocao.bieu_mau import BieuMau, GiaTri, lay_che_do
from baocao.ky import KyBaoCao
from baocao.models import BaoCaoNhan
from baocao.xuat import doc_tu_dien
from tochuc.dinh_dang import so_vn
from tochuc.models import DonVi


@dataclass(frozen=True)
class BieuTongHop:
    """One form with a row for each unit that sent it, and the sum."""

    bieu: BieuMau
    dong: tuple[tuple[str, tuple[str, ...]], ...]
    tong: tuple[str, ...]


def ban_cuoi(ky: KyBaoCao) -> dict[int, BaoCaoNhan]:
    """The last version of each unit, by key of the unit."""
    cuoi = (
        BaoCaoNhan.objects.filter(don_vi=OuterRef("don_vi"), ma_ky=ky.ma, nam=ky.nam)
        .values("don_vi")
        .annotate(cuoi=Max("phien_ban"))
        .values("cuoi")
    )
    cac_ban = BaoCaoNhan.objects.filter(ma_ky=ky.ma, nam=ky.nam, phien_ban=Subquery(cuoi)).select_related("nguoi")
    return {ban.don_vi_id: ban for ban in cac_ban}


def don_vi_phai_gui() -> list[DonVi]:
    """Units that owe a report here."""
    return list(DonVi.objects.filter(gui_bao_cao=True, hoat_dong=True).order_by("ten"))


def tong_hop(ky: KyBaoCao, cac_don_vi: list[DonVi], cac_ban: dict[int, BaoCaoNhan]) -> list[BieuTongHop]:
    """The forms of a period, the units in the order given; who sent nothing has no row."""
    so_lieu = [(dv.ten, doc_tu_dien(cac_ban[dv.pk].so_lieu).bieu) for dv in cac_don_vi if dv.pk in cac_ban]

    def hang(gia_tri: list[GiaTri]) -> tuple[str, ...]:
        return tuple(map(so_vn, gia_tri))

    return [
        BieuTongHop(
            bieu,
            tuple((ten, hang([so[bieu.ma][cot.so] for cot in bieu.cot])) for ten, so in so_lieu),
            hang([sum(so[bieu.ma][cot.so] for _, so in so_lieu) for cot in bieu.cot]),
        )
        for bieu in lay_che_do(ky.den_ngay).bieu
    ]
