from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from donthu.quy_trinh import HAN_CHO, HAN_TRUOC
from donthu.viec import Viec
from tochuc.models import DonVi, NhanVien
from tochuc.vai_tro import Quyen


class HanViecQuerySet(models.QuerySet):
    def dang_chay(self):
        """Open duties that are running: not finished, not standing still, not a time that merely passes."""
        return self.filter(ngay_xong=None, dung_tu=None).exclude(viec__in=HAN_CHO)

    def cua_nguoi(self, nguoi: NhanVien):
        """Clocks on the desk of this person: his permission, and for a unit's work his unit.

        What he may see is another question, which `DonThu.objects.for_user` answers.
        """
        quyen = nguoi.tap_quyen if nguoi.is_active else frozenset()
        cua_don_vi = Q(quyen=Quyen.GIAI_QUYET, don_vi=nguoi.don_vi_id) if nguoi.don_vi_id else Q(pk__in=[])
        return self.filter(
            Q(quyen__in=quyen - {Quyen.GIAI_QUYET}) | cua_don_vi if Quyen.GIAI_QUYET in quyen else Q(quyen__in=quyen)
        )

    def qua_han(self, ngay):
        """Running clocks whose last day is before `ngay`. Lateness is a query, never a column."""
        return self.dang_chay().filter(han__lt=ngay)

    def qua_han_som_nhat(self, ngay):
        """Of each petition the overdue clock with the earliest last day: one row a petition."""
        som_hon = HanViec.objects.dang_chay().filter(don=OuterRef("don"))
        som_hon = som_hon.filter(Q(han__lt=OuterRef("han")) | Q(han=OuterRef("han"), pk__lt=OuterRef("pk")))
        return self.qua_han(ngay).filter(~Exists(som_hon))


class HanViec(models.Model):
    """One duty with its clock: what (a code of `donthu/thoi_han.py`), since when, until when, on whose desk.

    `han` is always recomputed from primary facts (`tu_ngay`, `gia_han`, the pauses, the calendar), never edited.
    """

    don = models.ForeignKey(
        "donthu.DonThu", models.CASCADE, null=True, blank=True, related_name="han_viec", verbose_name="đơn"
    )
    chu_the = models.CharField("chủ thể", max_length=40, help_text="Khóa của việc: don:12, luot:5.")
    viec = models.CharField("việc", max_length=5, choices=Viec)
    tieu_de = models.CharField(
        "việc cụ thể", max_length=200, blank=True, help_text="Của việc nội bộ; ai được nhắc cũng đọc được."
    )
    tu_ngay = models.DateField("tính từ ngày")
    so_ngay = models.PositiveSmallIntegerField(
        "số ngày ấn định riêng", null=True, blank=True, help_text="Chỉ khi luật để Trung tâm tự ấn định."
    )
    gia_han = models.PositiveSmallIntegerField("gia hạn thêm", default=0)
    han = models.DateField("hạn")
    han_goc = models.DateField("hạn trước khi dời vì ngày nghỉ")
    dung_tu = models.DateField("dừng đồng hồ từ ngày", null=True, blank=True)
    ngay_xong = models.DateField("ngày xong", null=True, blank=True)
    quyen = models.CharField("người giữ việc", max_length=20, choices=Quyen)
    don_vi = models.ForeignKey(
        DonVi, models.PROTECT, null=True, blank=True, related_name="han_viec", verbose_name="đơn vị giữ việc"
    )

    objects = HanViecQuerySet.as_manager()

    class Meta:
        verbose_name = "hạn việc"
        verbose_name_plural = "hạn việc"
        ordering = ["han", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["chu_the", "viec"], condition=Q(ngay_xong=None), name="mot_dong_ho_mo_moi_viec"
            ),
            models.CheckConstraint(
                condition=Q(ngay_xong=None) | Q(ngay_xong__gte=F("tu_ngay")) | Q(viec__in=HAN_TRUOC),
                name="xong_khong_truoc_khi_tinh",
            ),
        ]
        indexes = [
            # "Quá hạn", reminders and the overdue filter scan only the clocks still open.
            models.Index(fields=["han"], condition=Q(ngay_xong=None), name="han_viec_dang_mo"),
            # "Việc của tôi": the open clocks of one desk by deadline.
            models.Index(fields=["quyen", "han"], condition=Q(ngay_xong=None), name="han_viec_theo_quyen"),
            models.Index(fields=["don_vi", "han"], condition=Q(ngay_xong=None), name="han_viec_theo_don_vi"),
        ]

    def __str__(self):
        return f"{self.viec} {self.chu_the} đến {self.han:%d/%m/%Y}"

    def get_viec_display(self) -> str:
        """As Django's own, which goes through all the duties at each call: too dear for a list."""
        return Viec(self.viec).label

    @property
    def dia_chi_chu_the(self) -> str:
        """Page of the subject of a clock that has no petition; "" when its kind has none."""
        loai, _, khoa = self.chu_the.partition(":")
        ten = settings.TRANG_CUA_CHU_THE.get(loai)
        return reverse(ten, args=[khoa]) if ten else ""


class TamDinhChi(models.Model):
    """An interval in which the clocks of a petition stand still, open while `den_ngay` is empty.

    Đ11a Luật KN (136/2025); Đ34 Luật TC; `giam_dinh`: the time of an expert's opinion in a tố cáo (Đ15.4 NĐ 31/2019).
    """

    don = models.ForeignKey("donthu.DonThu", models.CASCADE, related_name="tam_dinh_chi", verbose_name="đơn")
    tu_ngay = models.DateField("tạm đình chỉ từ ngày")
    den_ngay = models.DateField("tiếp tục từ ngày", null=True, blank=True)
    ly_do = models.CharField("lý do", max_length=500)
    giam_dinh = models.BooleanField("trong thời gian giám định", default=False)

    class Meta:
        verbose_name = "tạm đình chỉ"
        verbose_name_plural = "tạm đình chỉ"
        ordering = ["tu_ngay"]
        constraints = [
            models.UniqueConstraint(fields=["don"], condition=Q(den_ngay=None), name="mot_tam_dinh_chi_dang_mo"),
            models.CheckConstraint(
                condition=Q(den_ngay=None) | Q(den_ngay__gte=F("tu_ngay")), name="tiep_tuc_khong_truoc_tam_dinh_chi"
            ),
        ]

    def __str__(self):
        return f"{self.don_id}: {self.tu_ngay:%d/%m/%Y}"
