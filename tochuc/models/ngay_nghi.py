from django.db import models

from tochuc.lich import Lich, LoaiNgayNghi, tao_lich


class NgayNghiQuerySet(models.QuerySet):
    def lich(self) -> Lich:
        """The calendar of working days; only confirmed rows move a deadline, the others warn."""
        return tao_lich(self.values_list("ngay", "loai", "ten", "da_xac_nhan"))


class NgayNghi(models.Model):
    """A weekday off, or a Saturday worked in exchange (Đ112 Bộ luật Lao động; the Prime Minister fixes them yearly)."""

    ngay = models.DateField("ngày", unique=True, error_messages={"unique": "Ngày này đã có trong lịch nghỉ."})
    loai = models.CharField("loại", max_length=15, choices=LoaiNgayNghi)
    ten = models.CharField("tên ngày nghỉ", max_length=100)
    so_van_ban = models.CharField("văn bản ấn định", max_length=200, blank=True)
    da_xac_nhan = models.BooleanField(
        "đã xác nhận", default=False, help_text="Chỉ ngày đã xác nhận mới làm thay đổi thời hạn."
    )

    objects = NgayNghiQuerySet.as_manager()

    class Meta:
        verbose_name = "ngày nghỉ"
        verbose_name_plural = "ngày nghỉ"
        ordering = ["ngay"]

    def __str__(self):
        return f"{self.ngay:%d/%m/%Y} {self.ten}"
