"""Sheet `Lượt tiếp`: visits of Sổ tiếp công dân."""

from collections.abc import Sequence
from typing import Any

from baocao.nhap_so.bo_ghi import BoGhi, dat_truong, nang_so_dem
from baocao.nhap_so.trang_so import LUOT_TIEP, MA_LUOT_PHAN_MEM, DongSo
from donthu.models import CongDan
from tiepdan.actions.luot_tiep import SO_LUOT
from tiepdan.actions.so_tiep import khoa_so_nam
from tiepdan.hinh_thuc import KetQuaTiep
from tiepdan.models import LuotTiep, NgayDaKhoa
from tochuc.dinh_dang import ngay_vn
from tochuc.models import NhatKy
from tochuc.models.nhat_ky import ViecNhatKy

# Old registers say that somebody was refused, not on which ground of the law.
LY_DO_SO_CU = "SO_CU"
TRUONG_GIU_NGUYEN = ("ma", "ngay", "nguoi_tiep", "hinh_thuc", "so_nguoi", "loai", "noi_dung", "ket_qua")


class GhiLuotTiep(BoGhi):
    trang = LUOT_TIEP

    def tim(self, cac_dong: Sequence[DongSo]) -> dict[tuple[Any, ...], LuotTiep]:
        for nam in sorted({dong["ngay"].year for dong in cac_dong}):
            khoa_so_nam(nam)  # nobody closes a day while its visits enter
        cac_luot = LuotTiep.objects.filter(ma__in=[dong["ma"] for dong in cac_dong])
        return {(luot.ma,): luot for luot in cac_luot.select_related("cong_dan", "vu_viec")}

    def noi_dung(self, doi_tuong: LuotTiep) -> dict[str, Any]:
        nguoi = doi_tuong.cong_dan or CongDan()
        return {truong: getattr(doi_tuong, truong) for truong in TRUONG_GIU_NGUYEN} | {
            "ho_ten": nguoi.ho_ten,
            "dia_chi": nguoi.dia_chi,
            "so_giay_to": nguoi.so_giay_to,
            "vu_viec": doi_tuong.vu_viec.ma,
        }

    def tu_choi_them(self, cac_dong: Sequence[DongSo]) -> list[tuple[DongSo, str, str]]:
        return _ngay_da_khoa([(dong, dong["ngay"]) for dong in cac_dong])

    def tu_choi_sua(self, cac_cap: Sequence[tuple[LuotTiep, DongSo]]) -> list[tuple[DongSo, str, str]]:
        """A visit that became a petition is changed there; whose name it bore may have been taken out for good."""
        da_thanh_don = [
            (dong, "ma", f"lượt tiếp {luot.ma} đã thành đơn, không cập nhật từ sổ; sửa trên phần mềm.")
            for luot, dong in cac_cap
            if luot.don_id
        ]
        cac_ngay = [(dong, luot.ngay) for luot, dong in cac_cap] + [(dong, dong["ngay"]) for _, dong in cac_cap]
        return da_thanh_don + _ngay_da_khoa(cac_ngay)

    def them(self, cac_dong: Sequence[DongSo]) -> None:
        vu_viec = self.ngu_canh.vu_viec.lay(dong.ma_vu_viec for dong in cac_dong)
        cac_nguoi = self.ngu_canh.cong_dan.lay(
            [(dong["ho_ten"], dong["dia_chi"], dong["so_giay_to"]) for dong in cac_dong]
        )
        LuotTiep.objects.bulk_create(
            LuotTiep(
                **_truong(dong), vu_viec_id=vu_viec[dong.ma_vu_viec], cong_dan=nguoi, nguoi_ghi=self.ngu_canh.nguoi
            )
            for dong, nguoi in zip(cac_dong, cac_nguoi, strict=True)
        )

    def sua(self, cac_cap: Sequence[tuple[LuotTiep, DongSo]]) -> None:
        vu_viec = self.ngu_canh.vu_viec.lay(dong.ma_vu_viec for _, dong in cac_cap)
        for luot, dong in cac_cap:
            nguoi_cu = luot.cong_dan
            self.ngu_canh.bo_ra(luot.vu_viec_id, nguoi_cu)
            truong = _truong(dong) | {
                "vu_viec_id": vu_viec[dong.ma_vu_viec],
                "cong_dan": self.ngu_canh.cong_dan.doi(nguoi_cu, dong["ho_ten"], dong["dia_chi"], dong["so_giay_to"]),
                "so_lan_sua": luot.so_lan_sua + 1,
            }
            if luot.ket_qua == dong["ket_qua"]:
                truong["ly_do_tu_choi"] = luot.ly_do_tu_choi  # the ground may have been written in since
            dat_truong(luot, truong)
            NhatKy.ghi(self.ngu_canh.nguoi, ViecNhatKy.SUA, luot.ma, "Cập nhật từ sổ cũ.", mat=luot.ve_to_cao)

    def ket_thuc(self, cac_ma: Sequence[str]) -> None:
        nang_so_dem(SO_LUOT, MA_LUOT_PHAN_MEM, cac_ma)


def _ngay_da_khoa(cac_ngay: Sequence[tuple[DongSo, Any]]) -> list[tuple[DongSo, str, str]]:
    da_khoa = set(NgayDaKhoa.objects.filter(ngay__in={ngay for _, ngay in cac_ngay}).values_list("ngay", flat=True))
    return [
        (dong, "ngay", f"sổ ngày {ngay_vn(ngay)} đã khóa, chỉ ghi bổ sung được trên phần mềm.")
        for dong, ngay in cac_ngay
        if ngay in da_khoa
    ]


def _truong(dong: DongSo) -> dict[str, Any]:
    tu_choi = dong["ket_qua"] == KetQuaTiep.TU_CHOI
    return {truong: dong[truong] for truong in TRUONG_GIU_NGUYEN} | {"ly_do_tu_choi": LY_DO_SO_CU if tu_choi else ""}
