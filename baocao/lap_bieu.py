"""From a period to a file of its six forms: count, check, put the name of the centre around, write."""

from baocao.bieu_mau import GHI_CHU
from baocao.ky import KyBaoCao
from baocao.so_lieu import tinh_bao_cao
from baocao.trinh_bay import DauBieu
from baocao.xuat import XUAT
from tochuc.models import CauHinh


def lap_bieu(ky: KyBaoCao, dinh_dang: str) -> bytes:
    """Give the forms of a period as json, pdf, xlsx or docx (the names of `XUAT`)."""
    co_quan = CauHinh.hien_hanh().ten_co_quan
    return XUAT[dinh_dang](tinh_bao_cao(ky), DauBieu(don_vi=co_quan, co_quan=co_quan, ghi_chu=GHI_CHU))
