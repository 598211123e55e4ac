from django.db import models

from baocao.models.bao_cao import BaoCaoKy
from tochuc.models import NhanVien


class TrangThaiIn(models.TextChoices):
    CHO = "cho", "Đang chờ"
    DANG_IN = "dang_in", "Đang tạo"
    XONG = "xong", "Đã tạo xong"
    LOI = "loi", "Không tạo được"


class LanIn(models.Model):
    """One PDF of a whole report asked for from the page: how far the worker is, and where the file lies."""

    bao_cao = models.ForeignKey(BaoCaoKy, models.CASCADE, related_name="lan_in", verbose_name="báo cáo")
    nguoi = models.ForeignKey(NhanVien, models.PROTECT, verbose_name="người in")
    trang_thai = models.CharField("trạng thái", max_length=10, choices=TrangThaiIn, default=TrangThaiIn.CHO)
    da_lam = models.PositiveSmallIntegerField("số phần đã làm", default=0)
    tong_so = models.PositiveSmallIntegerField("tổng số phần", default=0)
    dang_lam = models.CharField("đang làm", max_length=100, blank=True)
    tep = models.CharField(
        "tệp tạm", max_length=200, blank=True, help_text="Của bản chưa chốt; bản đã chốt có nơi lưu."
    )
    tao_luc = models.DateTimeField("yêu cầu lúc", auto_now_add=True)

    class Meta:
        verbose_name = "lần in báo cáo"
        verbose_name_plural = "lần in báo cáo"
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.bao_cao_id}: {self.get_trang_thai_display()}"
