"""Sheets `Hoạt động` and `Ngày tiếp`: rows that stand alone."""

from collections.abc import Sequence
from typing import Any

from baocao.models import HoatDong
from baocao.nhap_so.bo_ghi import BoGhi, dat_truong
from baocao.nhap_so.trang_so import HOAT_DONG, NGAY_TIEP, DongSo
from tiepdan.models import LichTiep


class GhiHoatDong(BoGhi):
    trang = HOAT_DONG

    def tim(self, cac_dong: Sequence[DongSo]) -> dict[tuple[Any, ...], HoatDong]:
        return {(viec.ma,): viec for viec in HoatDong.objects.filter(ma__in=[dong["ma"] for dong in cac_dong])}

    def noi_dung(self, doi_tuong: HoatDong) -> dict[str, Any]:
        return {truong: getattr(doi_tuong, truong) for truong in self.trang.theo_truong}

    def them(self, cac_dong: Sequence[DongSo]) -> None:
        HoatDong.objects.bulk_create(HoatDong(**self._truong(dong)) for dong in cac_dong)

    def sua(self, cac_cap: Sequence[tuple[HoatDong, DongSo]]) -> None:
        for viec, dong in cac_cap:
            dat_truong(viec, self._truong(dong))

    def _truong(self, dong: DongSo) -> dict[str, Any]:
        return {truong: dong[truong] for truong in self.trang.theo_truong}


class GhiNgayTiep(BoGhi):
    """Reception days; what stands in a register was published."""

    trang = NGAY_TIEP

    def tim(self, cac_dong: Sequence[DongSo]) -> dict[tuple[Any, ...], LichTiep]:
        # A cancelled day may stand beside the one that took its place: then the latter is meant.
        cac_lich = LichTiep.objects.filter(ngay__in={dong["ngay"] for dong in cac_dong}).order_by("-da_huy")
        return {(lich.ngay, lich.loai, lich.nguoi_tiep): lich for lich in cac_lich}

    def noi_dung(self, doi_tuong: LichTiep) -> dict[str, Any]:
        return {truong: getattr(doi_tuong, truong) for truong in self.trang.theo_truong}

    def khac_them(self, doi_tuong: LichTiep) -> list[tuple[str, str]]:
        if doi_tuong.da_cong_bo:
            return []
        return [("ngay", "đang lưu là lịch chưa công bố, trong tệp là lịch đã công bố.")]

    def them(self, cac_dong: Sequence[DongSo]) -> None:
        LichTiep.objects.bulk_create(
            LichTiep(**{truong: dong[truong] for truong in self.trang.theo_truong}, da_cong_bo=True)
            for dong in cac_dong
        )

    def sua(self, cac_cap: Sequence[tuple[LichTiep, DongSo]]) -> None:
        for lich, dong in cac_cap:
            ly_do_huy = lich.ly_do_huy if dong["da_huy"] else ""
            dat_truong(lich, {"da_huy": dong["da_huy"], "ly_do_huy": ly_do_huy, "da_cong_bo": True})
