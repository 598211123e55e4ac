"""Reminders: who is told what, when. Told = a row of ThongBao; its unique key lets a second run tell nothing new.

A duty is told of to whoever has it on the desk, 5 working days before, 1 working day before, on the day and once it is
overdue; an overdue one to TCHC too, and from 5 working days late to the director. A petition that nobody has processed
after 30, 40 and 45 days is an alarm of its own (Đ41.3b NĐ 154/2026). That a case drags on is told to the leaders once.
"""

import logging
from datetime import date, datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.template.loader import render_to_string
from django.urls import reverse

from donthu.dau_hieu import DauHieu, dieu_kien
from donthu.models import DonThu, HanViec, ThongBao
from donthu.models.thong_bao import MucNhac
from donthu.phan_loai import DON_THEO_LUAT
from donthu.quy_trinh.trang_thai import DA_DONG
from tochuc.dinh_dang import cat_chu, thu_ngay
from tochuc.lich import Lich
from tochuc.models import NhanVien
from tochuc.vai_tro import Quyen

logger = logging.getLogger(__name__)

NHAC_TRUOC = 5  # ngày làm việc
BAO_LANH_DAO_SAU = 5  # ngày làm việc quá hạn
CHUA_XU_LY = (
    (45, MucNhac.CHUA_XU_LY_45),
    (40, MucNhac.CHUA_XU_LY_40),
    (30, MucNhac.CHUA_XU_LY_30),
)
TIEU_DE_DAI_NHAT = 150  # of a notice, which has room for 300 characters
THU_MOI_LAN = 200  # notices in one digest; the rest goes with the next


def lap_thong_bao(ngay: date, lich: Lich, bay_gio: datetime) -> int:
    """Write the notices that are due on `ngay` and were not written before; returns how many are new."""
    truoc = ThongBao.objects.count()
    for nguoi in NhanVien.objects.filter(is_active=True).prefetch_related("vai_tro"):
        moi = [*_nhac_han(nguoi, ngay, lich), *_nhac_chua_xu_ly(nguoi, ngay), *_bao_keo_dai(nguoi, ngay)]
        for thong_bao in moi:
            thong_bao.nguoi = nguoi
            thong_bao.tao_luc = bay_gio
        ThongBao.objects.bulk_create(moi, batch_size=500, ignore_conflicts=True)
    return ThongBao.objects.count() - truoc


def _nhac_han(nguoi: NhanVien, ngay: date, lich: Lich) -> list[ThongBao]:
    """Notices of the clocks on this person's desk, and of overdue ones where it is his to watch over others."""
    thay = DonThu.objects.for_user(nguoi)
    duoc_biet = Q(don=None) | Exists(thay.filter(pk=OuterRef("don")))
    dang_chay = HanViec.objects.dang_chay().filter(duoc_biet).select_related("don")
    cua_toi = dang_chay.cua_nguoi(nguoi).filter(han__lte=lich.cong_ngay_lam_viec(ngay, NHAC_TRUOC))
    can_nhac = {han.pk: han for han in cua_toi}
    if nguoi.co_quyen(Quyen.THEO_DOI):
        can_nhac |= {han.pk: han for han in dang_chay.filter(han__lt=ngay)}
    elif nguoi.co_quyen(Quyen.DUYET):
        lau = dang_chay.filter(han__lte=lich.tru_ngay_lam_viec(ngay, BAO_LANH_DAO_SAU))
        can_nhac |= {han.pk: han for han in lau}
    return [_thong_bao_han(han, muc_nhac(han.han, ngay, lich)) for han in can_nhac.values()]


def muc_nhac(han: date, ngay: date, lich: Lich) -> MucNhac:
    """How near (or how long past) a deadline is on `ngay`, in working days."""
    con = lich.dem_ngay_lam_viec(ngay, han)
    if han < ngay:
        return MucNhac.QUA_HAN_LAU if -con >= BAO_LANH_DAO_SAU else MucNhac.QUA_HAN
    if han == ngay:
        return MucNhac.HOM_NAY
    return MucNhac.MOT_NGAY if con <= 1 else MucNhac.NAM_NGAY


def _thong_bao_han(han: HanViec, muc: MucNhac) -> ThongBao:
    ten, dia_chi = han.get_viec_display(), reverse("donthu:viec_cua_toi")
    if han.don:
        ten, dia_chi = f"Đơn {han.don.ma}: {ten}", han.don.get_absolute_url()
    elif han.tieu_de:
        ten, dia_chi = f"{ten}: {cat_chu(han.tieu_de, TIEU_DE_DAI_NHAT)}", han.dia_chi_chu_the
    return ThongBao(
        don=han.don,
        chu_the=f"{han.chu_the}:{han.viec}",
        muc=muc,
        han=han.han,
        noi_dung=f"{ten}. {muc.label} (hạn {thu_ngay(han.han)}).",
        dia_chi=dia_chi,
    )


def _nhac_chua_xu_ly(nguoi: NhanVien, ngay: date) -> list[ThongBao]:
    if not (nguoi.co_quyen(Quyen.PHAN_LOAI) or nguoi.co_quyen(Quyen.DUYET)):
        return []
    cho = (
        DonThu.objects.for_user(nguoi)
        .filter(ngay_xu_ly=None, loai__in=DON_THEO_LUAT, ngay_nhan__lte=ngay - timedelta(days=CHUA_XU_LY[-1][0]))
        .exclude(trang_thai__in=DA_DONG)
        .only("ma", "ngay_nhan")
    )
    return [_thong_bao_chua_xu_ly(don, ngay) for don in cho]


def _thong_bao_chua_xu_ly(don: DonThu, ngay: date) -> ThongBao:
    so_ngay = (ngay - don.ngay_nhan).days
    moc, muc = next((moc, muc) for moc, muc in CHUA_XU_LY if so_ngay >= moc)
    return ThongBao(
        don=don,
        chu_the=f"don:{don.pk}:chua_xu_ly",
        muc=muc,
        han=don.ngay_nhan + timedelta(days=moc),
        noi_dung=f"Đơn {don.ma} đã nhận {so_ngay} ngày chưa được xử lý (Điều 41.3b Nghị định 154/2026/NĐ-CP).",
        dia_chi=don.get_absolute_url(),
    )


def _bao_keo_dai(nguoi: NhanVien, ngay: date) -> list[ThongBao]:
    """What drags on and this leader was not told of; the other flags are told when a step brings them about."""
    if not nguoi.co_quyen(Quyen.DUYET):
        return []
    da_bao = ThongBao.objects.filter(nguoi=nguoi, don=OuterRef("pk"), muc=MucNhac.KEO_DAI)
    cac_don = DonThu.objects.for_user(nguoi).filter(dieu_kien(DauHieu.KEO_DAI, ngay), ~Exists(da_bao))
    return [
        ThongBao(
            don=don,
            chu_the=f"don:{don.pk}",
            muc=MucNhac.KEO_DAI,
            han=ngay,
            noi_dung=f"Đơn {don.ma}: có dấu hiệu kéo dài.",
            dia_chi=don.get_absolute_url(),
        )
        for don in cac_don.only("ma")
    ]


def gui_thu(bay_gio: datetime) -> int:
    """Send each person one mail with the notices not yet sent; returns how many mails left.

    A mail that fails is logged and stays to be sent; the others go on.
    """
    cho_gui = ThongBao.objects.filter(gui_luc=None, nguoi__is_active=True).exclude(nguoi__email="")
    nguoi_nhan = NhanVien.objects.filter(pk__in=cho_gui.values("nguoi")).order_by("pk").prefetch_related("vai_tro")
    return sum(_gui_cho(nguoi, bay_gio) for nguoi in list(nguoi_nhan))


def _gui_cho(nguoi: NhanVien, bay_gio: datetime) -> bool:
    with transaction.atomic():
        # Two workers at once: the second finds the rows locked (PostgreSQL) or waits (SQLite) and then finds none.
        cho_gui = list(
            ThongBao.objects.select_for_update(skip_locked=True, of=("self",))
            .for_user(nguoi)
            .filter(gui_luc=None)
            .select_related("don")
            .order_by("han", "pk")[:THU_MOI_LAN]
        )
        if not cho_gui:
            return False
        ngu_canh = {"nguoi": nguoi, "cac_thong_bao": cho_gui, "goc": settings.SITE_URL}
        thu = EmailMessage(
            # No petition is named in a subject: it shows on locked screens and in mail logs.
            subject=f"Nhắc việc: {len(cho_gui)} việc cần xử lý",
            body=render_to_string("donthu/thu/nhac_viec.txt", ngu_canh),
            to=[nguoi.email],
        )
        try:
            thu.send()
        except (SMTPException, OSError) as loi:
            logger.error("gui thu nhac viec khong duoc", extra={"nguoi": nguoi.pk, "loi": type(loi).__name__})
            return False
        ThongBao.objects.filter(pk__in=[dong.pk for dong in cho_gui]).update(gui_luc=bay_gio)
    return True
