from django.db import models
from django.db.models import Q

from tochuc.models import NhanVien


class TrangThaiBanThao(models.TextChoices):
    NHAP = "nhap", "Đang soạn"
    TRINH = "trinh", "Đã trình, chờ thẩm định"
    THAM_DINH = "tham_dinh", "Đã thẩm định, chờ ký"
    TRA_LAI = "tra_lai", "Trả lại để sửa"
    BAN_HANH = "ban_hanh", "Đã ban hành"
    BO = "bo", "Đã bỏ"


BAN_THAO_MO = (
    TrangThaiBanThao.NHAP,
    TrangThaiBanThao.TRINH,
    TrangThaiBanThao.THAM_DINH,
    TrangThaiBanThao.TRA_LAI,
)


class BanThao(models.Model):
    """A document being written for a petition: its fields, and on whose desk it lies."""

    don = models.ForeignKey("donthu.DonThu", models.CASCADE, related_name="ban_thao", verbose_name="đơn")
    ma_mau = models.CharField("mã mẫu", max_length=30)
    gia_tri = models.JSONField("nội dung các ô", default=dict)
    phien_ban = models.PositiveSmallIntegerField("phiên bản", default=1)
    trang_thai = models.CharField("trạng thái", max_length=15, choices=TrangThaiBanThao, default=TrangThaiBanThao.NHAP)
    nguoi_soan = models.ForeignKey(
        NhanVien, models.PROTECT, null=True, related_name="ban_thao", verbose_name="người soạn"
    )
    sua_luc = models.DateTimeField("sửa lúc")

    class Meta:
        verbose_name = "bản thảo"
        verbose_name_plural = "bản thảo"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["don", "ma_mau"], condition=Q(trang_thai__in=BAN_THAO_MO), name="mot_ban_thao_mo_moi_mau"
            )
        ]
        indexes = [
            # "Chờ thẩm định, chờ ký": few, over all petitions.
            models.Index(
                fields=["trang_thai", "sua_luc"], condition=Q(trang_thai__in=BAN_THAO_MO), name="ban_thao_dang_mo"
            )
        ]

    def __str__(self):
        return f"{self.don_id}: {self.ma_mau}"


class PhienBan(models.Model):
    """One version of a draft as it left a desk, with what was said of it. Never changed."""

    ban_thao = models.ForeignKey(BanThao, models.CASCADE, related_name="cac_phien_ban", verbose_name="bản thảo")
    so = models.PositiveSmallIntegerField("phiên bản số")
    gia_tri = models.JSONField("nội dung các ô")
    den = models.CharField("chuyển sang", max_length=15, choices=TrangThaiBanThao)
    y_kien = models.CharField("ý kiến", max_length=1000, blank=True)
    nguoi = models.ForeignKey(NhanVien, models.PROTECT, null=True, verbose_name="người thực hiện")
    luc = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "phiên bản của bản thảo"
        verbose_name_plural = "phiên bản của bản thảo"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.ban_thao_id}/{self.so}"
