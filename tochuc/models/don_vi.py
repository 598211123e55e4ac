from django.db import models


class LoaiDonVi(models.TextChoices):
    """Kinds of unit, as the centre's own table of units writes them."""

    BAN_GIAM_DOC = "BGD", "Ban Giám đốc"
    PHONG = "PHONG", "Phòng"
    KHOA = "KHOA", "Khoa"
    TO = "TO", "Tổ"
    NGOAI = "NGOAI", "Cơ quan ngoài Trung tâm"


class DonVi(models.Model):
    """A unit of the centre, or an outside body to which petitions are sent."""

    ma = models.CharField("mã", max_length=20, unique=True)
    ten = models.CharField("tên đơn vị", max_length=200)
    loai = models.CharField("loại", max_length=10, choices=LoaiDonVi)
    cha = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="cap_duoi", verbose_name="trực thuộc"
    )
    duoc_giao = models.BooleanField("được giao giải quyết đơn", default=False)
    co_hom_thu = models.BooleanField("có hòm thư góp ý", default=False)
    gui_bao_cao = models.BooleanField("phải gửi báo cáo kỳ đến đây để tổng hợp", default=False)
    hoat_dong = models.BooleanField("đang hoạt động", default=True)

    class Meta:
        verbose_name = "đơn vị"
        verbose_name_plural = "đơn vị"
        ordering = ["loai", "ten"]

    def __str__(self):
        return self.ten
