"""The register that the tests of the forms count by hand, sent through a workbook: every figure comes out the same."""

from datetime import date

import pytest
from django.db.models import F, Q
from django.utils import timezone

from baocao.ky import cac_ky
from baocao.models import HoatDong
from baocao.nhap_so.bo_ghi import NguCanhGhi
from baocao.nhap_so.chay import CAC_BO_GHI
from baocao.so_lieu import tinh_so_lieu
from donthu.models import DonThu, KetQuaThiHanh, VuViec
from tiepdan.models import LichTiep, LuotTiep

LOP = {"Lượt tiếp": LuotTiep, "Ngày tiếp": LichTiep, "Đơn thư": DonThu, "Hoạt động": HoatDong}


def _thanh_so() -> dict[str, list[dict]]:
    """Everything stored, as rows of the four sheets."""
    ngu_canh = NguCanhGhi(None, date(2026, 12, 1), timezone.now())
    so = {}
    for lop in CAC_BO_GHI:
        bo_ghi = lop(ngu_canh)
        cac_dong = []
        for doi_tuong in LOP[lop.trang.ten].objects.all():
            gia_tri = bo_ghi.noi_dung(doi_tuong)
            cac_dong.append(
                {
                    cot.tieu_de: "x" if gia_tri[cot.truong] is True else gia_tri[cot.truong] or None
                    for cot in lop.trang.cac_cot
                }
            )
        so[lop.trang.ten] = cac_dong
    return so


def _moi_ky() -> dict[str, dict]:
    return {str(ky): tinh_so_lieu(ky.tu_ngay, ky.den_ngay) for nam in (2025, 2026) for ky in cac_ky(nam)}


@pytest.fixture
def so_tu_du_lieu(so_sach, luu_so):
    """The workbook, the figures it must give, and a database without rows.

    A workbook knows published days of the head and his delegate, and results of execution on the last day only.
    """
    LichTiep.objects.filter(Q(loai="thuong_xuyen") | Q(da_cong_bo=False)).delete()
    KetQuaThiHanh.objects.exclude(ngay=F("don__ngay_thi_hanh_xong")).delete()
    tep, so_lieu = luu_so(_thanh_so()), _moi_ky()
    for lop in (LuotTiep, LichTiep, DonThu, HoatDong, VuViec):
        lop.objects.all().delete()
    return tep, so_lieu


def test_so_lieu_nhu_nhau(so_tu_du_lieu, nhap):
    tep, so_lieu = so_tu_du_lieu

    ket_qua = nhap(tep)

    assert ket_qua.loi == []
    assert _moi_ky() == so_lieu
