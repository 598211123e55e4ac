"""The bulk path of the sample data writes only what the procedure tables allow."""

from collections import defaultdict
from datetime import date, timedelta
from random import Random

import pytest
from django.core.management import call_command
from django.db.models import F

from baocao.du_lieu_mau.co_quan import dung_co_quan
from baocao.du_lieu_mau.khoi_lon import tao_khoi_lon
from baocao.du_lieu_mau.tiep_dan_hoat_dong import quy_khong_co_luot
from donthu.actions.dong_ho import tinh_lai_han_mo
from donthu.models import DonThu, HanViec, LichSu
from donthu.phan_loai import LoaiDon, NguonDon
from donthu.quy_trinh import HAN_CHINH, HAN_CHO, QUY_TRINH
from donthu.quy_trinh.trang_thai import DA_DONG, TrangThai
from tiepdan.models import LuotTiep
from tochuc.models import NgayNghi, NhanVien

HOM_NAY = date(2026, 11, 20)
SO_DON = 400


@pytest.fixture
def khoi_lon(db):
    rng = Random(7)  # noqa: S311 - the same data at each run, no secret
    tao_khoi_lon(SO_DON, dung_co_quan(None, rng), HOM_NAY, HOM_NAY, NgayNghi.objects.lich(), rng)


@pytest.mark.usefixtures("khoi_lon")
def test_moi_buoc_theo_bang_quy_trinh():
    loai = dict(DonThu.objects.values_list("pk", "loai"))
    vet = defaultdict(list)
    for dong in LichSu.objects.order_by("don", "stt").select_related("nguoi"):
        vet[dong.don_id].append(dong)

    sai = [
        (loai[don], dong.buoc)
        for don, cac_dong in vet.items()
        for truoc, dong in zip([None, *cac_dong], cac_dong, strict=False)
        if not _dung_bang(QUY_TRINH[loai[don]][dong.buoc], truoc, dong)
    ]

    assert sai == []
    assert {don: cac_dong[-1].den for don, cac_dong in vet.items()} == dict(
        DonThu.objects.values_list("pk", "trang_thai")
    )
    assert {don: len(cac_dong) for don, cac_dong in vet.items()} == dict(DonThu.objects.values_list("pk", "so_buoc"))


def _dung_bang(duong, truoc: LichSu | None, dong: LichSu) -> bool:
    tu_dung = dong.tu in duong.tu if duong.tu else dong.tu == ""
    noi_tiep = dong.tu == (truoc.den if truoc else "") and (truoc is None or truoc.ngay <= dong.ngay)
    return tu_dung and noi_tiep and dong.den == (duong.den or dong.tu) and dong.nguoi.co_quyen(duong.quyen)


@pytest.mark.usefixtures("khoi_lon")
def test_chuoi_vet_nguyen_ven(capsys):
    call_command("kiem_nhat_ky")

    assert f"lịch sử: {LichSu.objects.count()} dòng, nguyên vẹn" in capsys.readouterr().out


@pytest.mark.usefixtures("khoi_lon")
def test_dong_ho_chi_chay_tren_don_moi():
    dang_mo = HanViec.objects.filter(ngay_xong=None)

    assert dang_mo.exists()
    assert not dang_mo.exclude(viec__in=(*HAN_CHINH, *HAN_CHO)).exists()
    assert not dang_mo.filter(don__trang_thai__in=DA_DONG).exists()
    assert not HanViec.objects.dang_chay().filter(don__ngay_nhan__lt=HOM_NAY - timedelta(days=70)).exists()
    assert tinh_lai_han_mo(NgayNghi.objects.lich()) == 0


@pytest.mark.usefixtures("khoi_lon")
def test_so_lien_tuc_va_luot_tiep_cua_don_nop_truc_tiep():
    theo_nam = defaultdict(list)
    for ma, ngay in DonThu.objects.order_by("pk").values_list("ma", "ngay_nhan"):
        theo_nam[ngay.year].append(ma)
    tu, den = quy_khong_co_luot(HOM_NAY)

    assert DonThu.objects.count() == SO_DON
    assert theo_nam == {
        nam: [f"DT-{nam}-{so:04d}" for so in range(1, len(cac_ma) + 1)] for nam, cac_ma in theo_nam.items()
    }
    assert set(LuotTiep.objects.values_list("don", flat=True)) == set(
        DonThu.objects.filter(nguon=NguonDon.TRUC_TIEP).values_list("pk", flat=True)
    )
    assert not LuotTiep.objects.filter(ngay__range=(tu, den)).exists()
    assert not LuotTiep.objects.filter(loai=LoaiDon.TO_CAO, cong_dan__isnull=False).exists()


@pytest.mark.usefixtures("khoi_lon")
def test_moi_to_cao_co_danh_sach_nguoi_duoc_biet():
    """Who resolves, who handles and who took it in see each tố cáo; the unit's head those given to his unit."""
    giam_doc, tchc = NhanVien.objects.get(username="giamdoc"), NhanVien.objects.get(username="tchc")
    khoa_noi = NhanVien.objects.get(username="khoanoi")
    to_cao = DonThu.objects.filter(loai=LoaiDon.TO_CAO)

    so_thay = [DonThu.objects.for_user(nguoi).filter(loai=LoaiDon.TO_CAO).count() for nguoi in (giam_doc, tchc)]

    assert so_thay == [to_cao.count()] * 2
    assert set(DonThu.objects.for_user(khoa_noi).filter(loai=LoaiDon.TO_CAO)) == set(to_cao.filter(don_vi__ma="NOI"))


@pytest.mark.usefixtures("khoi_lon")
def test_quyet_dinh_khieu_nai_cho_du_hai_thoi_gian_moi_co_hieu_luc():
    """D12: the 30 days from the decision and the 30 days from its receipt are both over."""
    dang_cho = HanViec.objects.filter(ngay_xong=None, viec__in=HAN_CHO)
    da_co = DonThu.objects.filter(loai=LoaiDon.KHIEU_NAI, ngay_hieu_luc__isnull=False)

    assert set(dang_cho.values_list("don__trang_thai", flat=True)) <= {TrangThai.CHO_HIEU_LUC}
    assert da_co.exists()
    assert not HanViec.objects.filter(don__in=da_co, viec__in=HAN_CHO, han__gte=F("don__ngay_hieu_luc")).exists()
