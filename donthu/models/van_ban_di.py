from django.db import models

from tochuc.models import NhanVien


class VanBanDi(models.Model):
    """A document issued in a petition: its gap-free number in the register of its type and year (Đ15 NĐ 30/2020)."""

    don = models.ForeignKey("donthu.DonThu", models.PROTECT, related_name="van_ban_di", verbose_name="đơn")
    ma_mau = models.CharField("mã mẫu", max_length=30)
    so_dang_ky = models.CharField("loại văn bản", max_length=10)
    nam = models.PositiveSmallIntegerField("năm")
    so = models.PositiveIntegerField("số")
    so_ky_hieu = models.CharField("số, ký hiệu", max_length=60)
    ngay = models.DateField("ngày ban hành")
    trich_yeu = models.CharField("trích yếu", max_length=300)
    nguoi_ky = models.ForeignKey(NhanVien, models.PROTECT, null=True, verbose_name="người ký")

    class Meta:
        verbose_name = "văn bản đi"
        verbose_name_plural = "văn bản đi"
        ordering = ["ngay", "pk"]
        constraints = [models.UniqueConstraint(fields=["so_dang_ky", "nam", "so"], name="so_van_ban_khong_trung")]

    def __str__(self):
        return self.so_ky_hieu
