"""Reminders of reports: TCHC is told from five working days before a report is due until it has left for the Sở."""

from datetime import date, datetime

from django.urls import reverse

from baocao.han_nop import cac_ky_phai_nop
from baocao.models import BaoCaoKy
from baocao.models.bao_cao import TrangThaiBaoCao
from donthu.models import ThongBao
from donthu.nhac_viec import NHAC_TRUOC, muc_nhac
from tochuc.dinh_dang import thu_ngay
from tochuc.lich import Lich
from tochuc.models import CauHinh, NhanVien
from tochuc.vai_tro import Quyen


def nhac_bao_cao(ngay: date, lich: Lich, bay_gio: datetime) -> int:
    """Write the notices due on `ngay`; a second run writes none. Returns how many are new."""
    den = lich.cong_ngay_lam_viec(ngay, NHAC_TRUOC)
    phai_nop = [(ky, han) for ky, han in cac_ky_phai_nop(ngay, CauHinh.hien_hanh().ngay_nop_bao_cao) if han <= den]
    da_gui = set(BaoCaoKy.objects.filter(trang_thai=TrangThaiBaoCao.DA_GUI).values_list("ma_ky", "nam"))
    truoc = ThongBao.objects.count()
    nguoi_lap = [nguoi for nguoi in NhanVien.objects.co_quyen(Quyen.BAO_CAO) if nguoi.co_quyen(Quyen.NHAP_SO)]
    ThongBao.objects.bulk_create(
        (
            ThongBao(
                nguoi=nguoi,
                chu_the=f"bao_cao:{ky}",
                muc=(muc := muc_nhac(han, ngay, lich)),
                han=han,
                noi_dung=f"{ky.ten}: nộp Sở Y tế {thu_ngay(han)}. {muc.label}.",
                dia_chi=reverse("baocao:van_ban_ky", args=[ky]),
                tao_luc=bay_gio,
            )
            for ky, han in phai_nop
            if (ky.ma, ky.nam) not in da_gui
            for nguoi in nguoi_lap
        ),
        ignore_conflicts=True,
    )
    return ThongBao.objects.count() - truoc
