"""The sample data are legal, in order, and show what the pages are for."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from baocao.cham_diem import cham_diem, don_vi_duoc_cham, nam_diem
from baocao.du_lieu_mau.ke_hoach_mau import BO_QUEN
from baocao.du_lieu_mau.tiep_dan_hoat_dong import quy_khong_co_luot
from baocao.ky import ky_hien_tai
from baocao.models import HoatDong, NhiemVu
from baocao.models.hoat_dong import LoaiHoatDong
from baocao.models.ke_hoach import NhomNhiemVu
from baocao.san_sang import TinhTrang, kiem_san_sang
from baocao.tieu_chi import XepLoai
from donthu.models import DonThu, HanViec, ThongBao
from donthu.trung_lap import tim_tuong_tu
from donthu.viec import Viec
from tiepdan.models import LichTiep, LuotTiep
from tochuc.models import NgayNghi, NhanVien

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def du_lieu_mau(django_db_setup, django_db_blocker):
    """What the command says; its rows are made once for all tests here, each of which works inside a savepoint."""
    loi_ke = StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("tao_du_lieu_mau", so_don=120, stdout=loi_ke)
        yield loi_ke.getvalue()
        transaction.set_rollback(True)


def test_du_so_don_co_viec_den_han_va_qua_han(du_lieu_mau):
    hom_nay = timezone.localdate()

    assert DonThu.objects.count() == 120
    assert HanViec.objects.qua_han(hom_nay).exists()
    assert HanViec.objects.dang_chay().filter(han__gte=hom_nay).exists()
    assert DonThu.objects.filter(don_vi__ma="NOI", ngay_ket_thuc=None).exists()
    assert ThongBao.objects.exists()


def test_ma_don_va_ma_luot_theo_thu_tu_ngay(du_lieu_mau):
    ma_don = list(DonThu.objects.order_by("ngay_nhan", "pk").values_list("ma", flat=True))
    ma_luot = list(LuotTiep.objects.order_by("ngay", "pk").values_list("ma", flat=True))

    assert ma_don == sorted(ma_don)
    assert ma_luot == sorted(ma_luot)


def test_quy_hai_nam_truoc_khong_co_luot_nao(du_lieu_mau):
    assert not LuotTiep.objects.filter(ngay__range=quy_khong_co_luot(timezone.localdate())).exists()
    assert LichTiep.objects.filter(ngay__range=quy_khong_co_luot(timezone.localdate())).count() == 3


def test_hai_nam_lich_tiep_moi_thang_mot_ngay(du_lieu_mau):
    nam = timezone.localdate().year

    thang = [(ngay.year, ngay.month) for ngay in LichTiep.objects.order_by("ngay").values_list("ngay", flat=True)]

    assert thang == [(y, m) for y in (nam - 1, nam) for m in range(1, 13)]


def test_khong_demo_thi_khong_co_mat_khau(du_lieu_mau):
    assert "Tài khoản" not in du_lieu_mau
    assert not any(nguoi.has_usable_password() for nguoi in NhanVien.objects.all())


def test_chi_tao_trong_co_so_du_lieu_trong(du_lieu_mau):
    with pytest.raises(CommandError, match="trống"):
        call_command("tao_du_lieu_mau")


def test_khong_co_han_mo_cua_don_cu(du_lieu_mau):
    cu = timezone.localdate() - timedelta(days=120)

    assert not HanViec.objects.dang_chay().filter(don__ngay_nhan__lt=cu).exclude(viec=Viec.BAO_KET_QUA_TIEP).exists()


def test_co_cac_vu_dien_hinh(du_lieu_mau):
    """What the procedures have that is rare is there to be seen: in which state each case stands."""
    tchc = NhanVien.objects.get(username="tchc")
    trung = DonThu.objects.filter(tom_tat__startswith="Phản ánh chờ lấy mẫu xét nghiệm").get()

    co = {
        "có bằng chứng, đã đối thoại, chờ ký": DonThu.objects.filter(trang_thai="du_thao", bang_chung__isnull=False),
        "tố cáo được bảo vệ, có Tổ xác minh": DonThu.objects.filter(dang_bao_ve=True, trang_thai="xac_minh"),
        "lần hai ở Sở Y tế": DonThu.objects.filter(trang_thai="lan_hai"),
        "tạm đình chỉ": DonThu.objects.filter(dang_tam_dinh_chi=True),
        "nặc danh có chứng cứ": DonThu.objects.filter(nac_danh=True, trang_thai="chuyen_kiem_tra"),
        "tách từ đơn khác": DonThu.objects.filter(tach_tu__isnull=False),
    }

    assert {ten: don.distinct().count() for ten, don in co.items()} == dict.fromkeys(co, 1)
    assert [(muc.cung_nguoi, muc.diem > 90) for muc in tim_tuong_tu(tchc, trung)[:1]] == [(True, True)]


def test_ke_hoach_va_ton_tai_nhu_hom_nay(du_lieu_mau):
    """What the year has brought so far is done, but for what somebody forgot; the rest goes on."""
    hom_nay = timezone.localdate()
    qua_han = HanViec.objects.qua_han(hom_nay)

    bo_quen = sum(date(hom_nay.year, *ngay) < hom_nay for ngay in BO_QUEN)
    assert qua_han.filter(viec=Viec.NHIEM_VU).count() == bo_quen
    assert NhiemVu.objects.filter(han__gt=date(hom_nay.year, 12, 14), ngay_xong=None).exists()
    assert set(NhiemVu.objects.values_list("nhom", flat=True)) == set(NhomNhiemVu)


def test_nguoi_du_theo_don_vi_khong_doi_tong(du_lieu_mau):
    """238 of 280 people in the sessions of a whole year, as the register had them before units were written."""
    tong = HoatDong.objects.filter(loai=LoaiHoatDong.TAP_HUAN, ngay__year=timezone.localdate().year - 1).aggregate(
        da_du=Sum("so_nguoi"), phai_du=Sum("tong_so_nguoi")
    )

    assert (tong["da_du"], tong["phai_du"]) == (238, 280)


def test_bang_san_sang_phan_lon_dat(du_lieu_mau):
    """Most points hold; some do not, so that the page shows what mends them."""
    cac_dong = kiem_san_sang(NhanVien.objects.get(username="tchc"), timezone.localdate(), NgayNghi.objects.lich())

    chua_dat = [dong.yeu_cau.so for dong in cac_dong if dong.ket_qua.tinh_trang == TinhTrang.CHUA_DAT]

    assert {1, 11} <= set(chua_dat)
    assert len(chua_dat) < 8
    assert all(dong.ket_qua.sua for dong in cac_dong if dong.yeu_cau.so in chua_dat)


def test_co_don_vi_duoc_xep_loai(du_lieu_mau):
    hom_nay, lich = timezone.localdate(), NgayNghi.objects.lich()
    nam_nay = ky_hien_tai(hom_nay).nam

    cac_phieu = [
        phieu for nam in (nam_nay - 1, nam_nay) for phieu in cham_diem(nam_diem(nam, hom_nay, lich), don_vi_duoc_cham())
    ]

    assert any(phieu.xep_loai != XepLoai.KHONG_XEP for phieu in cac_phieu)
