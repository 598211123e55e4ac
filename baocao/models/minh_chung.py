from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from tochuc.models import NhanVien


class LoaiMinhChung(models.TextChoices):
    """What the software cannot see and somebody states, with the paper that shows it."""

    NOI_QUY = "noi_quy", "Nội quy tiếp công dân"
    QUY_CHE = "quy_che", "Quy chế tiếp công dân"
    PHAN_CONG = "phan_cong", "Quyết định phân công viên chức tiếp công dân"
    PHONG_TIEP = "phong_tiep", "Phòng tiếp công dân riêng, tầng 1, dễ tìm"
    DUONG_DAY_NONG = "duong_day_nong", "Lịch trực đường dây nóng 24/24 giờ"
    NIEM_YET = "niem_yet", "Niêm yết số đường dây nóng của Trung tâm và Sở Y tế"
    MO_HOM_THU = "mo_hom_thu", "Biên bản mở hòm thư góp ý"
    BOI_DUONG = "boi_duong", "Chi trả bồi dưỡng người tiếp công dân"


# Written down each time it is done, so it does not end; who took part and what was found is asked of one kind only.
LOAI_TUNG_LAN = (LoaiMinhChung.MO_HOM_THU, LoaiMinhChung.BOI_DUONG)
TRUONG_MO_HOM_THU = ("so_nguoi", "so_thu")


class MinhChung(models.Model):
    """A statement with its paper: since when it holds, until when, on which texts it rests."""

    loai = models.CharField("loại", max_length=20, choices=LoaiMinhChung)
    so_ky_hieu = models.CharField("số, ký hiệu", max_length=60, blank=True)
    ngay = models.DateField("ngày ban hành, ngày thực hiện")
    het_han = models.DateField("hết hiệu lực từ ngày", null=True, blank=True)
    noi_dung = models.CharField("nội dung", max_length=500, blank=True)
    can_cu = models.CharField("văn bản viện dẫn làm căn cứ", max_length=1000, blank=True)
    so_nguoi = models.PositiveSmallIntegerField(
        "số người tham gia mở hòm thư", null=True, blank=True, help_text="Ít nhất 03 người (Thông tư 25/2015/TT-BYT)."
    )
    so_thu = models.PositiveSmallIntegerField("số thư trong hòm", null=True, blank=True)
    nguoi = models.ForeignKey(NhanVien, models.PROTECT, verbose_name="người ghi")
    luc = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "minh chứng"
        verbose_name_plural = "minh chứng"
        ordering = ["loai", "-ngay", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(het_han=None) | Q(het_han__gt=F("ngay")),
                name="minh_chung_het_han_sau_ngay",
                violation_error_message="Ngày hết hiệu lực phải sau ngày ban hành.",
            )
        ]

    def __str__(self):
        return f"{self.get_loai_display()} {self.ngay:%d/%m/%Y}"

    def get_absolute_url(self):
        return reverse("baocao:minh_chung_xem", args=[self.pk])

    @property
    def tung_lan(self) -> bool:
        """Written down each time: it does not end."""
        return self.loai in LOAI_TUNG_LAN

    def con_hieu_luc(self, ngay: date) -> bool:
        """Whether it holds on `ngay`."""
        return self.ngay <= ngay and (self.het_han is None or ngay < self.het_han)

    def clean(self):
        """What only some kinds have. Raises ValidationError by field."""
        if self.loai == LoaiMinhChung.MO_HOM_THU:
            loi = {
                ten: "Biên bản mở hòm thư phải ghi số này." for ten in TRUONG_MO_HOM_THU if getattr(self, ten) is None
            }
        else:
            loi = {ten: "Chỉ ghi cho biên bản mở hòm thư góp ý." for ten in TRUONG_MO_HOM_THU if getattr(self, ten)}
        if self.het_han and self.tung_lan:
            loi["het_han"] = "Việc làm từng lần không có ngày hết hiệu lực."
        if loi:
            raise ValidationError(loi)
