"""Withdrawing a petition: the whole of it, a part, or some of those who signed it."""

from datetime import date

from donthu.actions.khung import thuc_hien
from donthu.models import DonThu, LanRut, PhamViRut
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien


def rut_don(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    hinh_thuc: LanRut.HinhThuc,
    pham_vi: PhamViRut,
    noi_dung: str,
    so_nguoi: int = 1,
    van_giai_quyet: str = "",
    so_buoc: int | None = None,
) -> DonThu:
    """Write a withdrawal down (Đ10 Luật KN; Đ7a NĐ 124/2020; Đ33 Luật TC; Đ4 NĐ 31/2019).

    A part leaves the rest of the case; of many the others go on; the whole leads to đình chỉ, except a tố cáo that for
    `van_giai_quyet` (the ground of Đ33.3) is resolved all the same. `so_nguoi`: how many withdraw when only some do.
    """
    if van_giai_quyet and don.loai != LoaiDon.TO_CAO:
        raise LoiNghiepVu("Chỉ tố cáo mới còn phải giải quyết sau khi rút toàn bộ (Điều 33.3 Luật Tố cáo).")
    with thuc_hien(Buoc.RUT_DON, don, nguoi, ngay, so_buoc, f"{PhamViRut(pham_vi).label}. {noi_dung}") as don:
        mot_so = pham_vi == PhamViRut.MOT_SO_NGUOI
        if mot_so and so_nguoi > don.so_nguoi:
            raise LoiNghiepVu(f"Đơn có {don.so_nguoi} người, không thể có {so_nguoi} người rút.")
        if mot_so and so_nguoi < don.so_nguoi:
            don.so_nguoi -= so_nguoi
        elif pham_vi != PhamViRut.MOT_PHAN:
            don.da_rut_het = not van_giai_quyet
        LanRut.objects.create(
            don=don,
            hinh_thuc=hinh_thuc,
            pham_vi=pham_vi,
            noi_dung=noi_dung,
            so_nguoi=so_nguoi if mot_so else don.so_nguoi,
            van_giai_quyet=van_giai_quyet,
            ngay=ngay,
        )
    return don


CAC_BUOC = {Buoc.RUT_DON: rut_don}
