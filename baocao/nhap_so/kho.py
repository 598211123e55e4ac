"""Matters and citizens that the rows of a workbook point to: found again, made when new, cleared when unused."""

from collections.abc import Iterable

from donthu.models import CongDan, VuViec
from tochuc.ma_hoa import bam_khoa

LO_GHI = 1000  # rows


class KhoVuViec:
    """Matters by code; rows of every sheet with one code get one matter."""

    def __init__(self) -> None:
        self._pk: dict[str, int] = {}
        self.bo_ra: set[int] = set()  # keys of matters that some row left

    def lay(self, cac_ma: Iterable[str]) -> dict[str, int]:
        """Key of each code, made where there was none."""
        thieu = [ma for ma in dict.fromkeys(cac_ma) if ma not in self._pk]
        for dau in range(0, len(thieu), LO_GHI):
            lo = thieu[dau : dau + LO_GHI]
            self._pk.update(VuViec.objects.filter(ma__in=lo).values_list("ma", "pk"))
            moi = VuViec.objects.bulk_create(VuViec(ma=ma) for ma in lo if ma not in self._pk)
            self._pk.update((vu.ma, vu.pk) for vu in moi)
        return self._pk

    def don_dep(self) -> None:
        """Delete the matters that nothing belongs to any more."""
        VuViec.objects.filter(pk__in=self.bo_ra, don_thu=None, luot_tiep=None).delete()


class KhoCongDan:
    """Citizens. One who showed a paper is one record for all rows with the same paper, name and address."""

    def __init__(self) -> None:
        self._theo_giay_to: dict[tuple[str, str, str], CongDan] = {}
        self.bo_ra: set[int] = set()  # keys of citizens whom some row no longer names

    def lay(self, cac_nguoi: list[tuple[str, str, str]]) -> list[CongDan | None]:
        """Records for (họ tên, địa chỉ, số giấy tờ) in the same order; None where there is no name."""
        self._tim_giay_to({bam_khoa(so) for _, _, so in cac_nguoi if so})
        ket_qua: list[CongDan | None] = []
        moi = []
        for ho_ten, dia_chi, so in cac_nguoi:
            cong_dan = self._theo_giay_to.get((bam_khoa(so), ho_ten, dia_chi)) if so else None
            if cong_dan is None and ho_ten:
                cong_dan = CongDan(ho_ten=ho_ten, dia_chi=dia_chi, so_giay_to=so)
                cong_dan.dien_khoa_tim()
                moi.append(cong_dan)
                if so:
                    self._theo_giay_to[cong_dan.so_giay_to_bam, ho_ten, dia_chi] = cong_dan
            ket_qua.append(cong_dan)
        CongDan.objects.bulk_create(moi)
        return ket_qua

    def _tim_giay_to(self, cac_bam: set[str]) -> None:
        chua_biet = cac_bam - {bam for bam, _, _ in self._theo_giay_to}
        for cong_dan in CongDan.objects.filter(so_giay_to_bam__in=chua_biet).order_by("-pk"):
            self._theo_giay_to[cong_dan.so_giay_to_bam, cong_dan.ho_ten, cong_dan.dia_chi] = cong_dan

    def doi(self, cu: CongDan | None, ho_ten: str, dia_chi: str, so_giay_to: str | None = None) -> CongDan | None:
        """The record that says this of the person whom `cu` stood for; `so_giay_to` None leaves the paper as it was.

        Somebody whom other rows point to as well is copied, not changed under them. None without a name.
        """
        if not ho_ten:
            return None
        if cu is None:
            return self.lay([(ho_ten, dia_chi, so_giay_to or "")])[0]
        if so_giay_to is None:
            so_giay_to = cu.so_giay_to
        if (cu.ho_ten, cu.dia_chi, cu.so_giay_to) == (ho_ten, dia_chi, so_giay_to):
            return cu
        if cu.don_thu.count() + cu.luot_tiep.count() > 1:
            cu = CongDan.objects.get(pk=cu.pk)
            cu.pk, cu._state.adding = None, True
        cu.ho_ten, cu.dia_chi, cu.so_giay_to = ho_ten, dia_chi, so_giay_to
        cu.save()
        return cu

    def don_dep(self) -> None:
        """Delete the citizens whom no petition and no visit names any more."""
        CongDan.objects.filter(pk__in=self.bo_ra, don_thu=None, luot_tiep=None).delete()
