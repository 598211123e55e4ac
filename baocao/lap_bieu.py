"""From a period to a file of its six forms: count, check, put the name of the centre around, write."""

from baocao.ban_bao_cao import tinh_ba_ky
from baocao.bieu_mau import GHI_CHU
from baocao.ky import KyBaoCao
from baocao.so_lieu import tinh_bao_cao
from baocao.trinh_bay import DauBieu
from baocao.xuat import XUAT
from baocao.xuat_xlsx import xuat_xlsx_so_sanh
from tochuc.dinh_dang import ten_trong_cau
from tochuc.models import CauHinh


def lap_bieu(ky: KyBaoCao, dinh_dang: str, *, theo_don_vi: bool = False) -> bytes:
    """Give the forms of a period as json, pdf, xlsx or docx (the names of `XUAT`), with a row for each unit if asked.

    The workbook alone has room for the periods before.
    """
    co_quan = ten_trong_cau(CauHinh.hien_hanh().ten_co_quan)
    dau = DauBieu(don_vi=co_quan, co_quan=co_quan, ghi_chu=GHI_CHU)
    if dinh_dang == "xlsx":
        return xuat_xlsx_so_sanh(tinh_ba_ky(ky, theo_don_vi), dau)
    return XUAT[dinh_dang](tinh_bao_cao(ky, theo_don_vi), dau)
