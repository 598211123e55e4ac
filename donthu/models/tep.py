from django.db import models
from django.db.models import Q

from tochuc.models import NhanVien


class MucTep(models.TextChoices):
    """What a file is in the case."""

    DON = "don", "Đơn và tài liệu kèm theo"
    BANG_CHUNG = "bang_chung", "Thông tin, tài liệu, chứng cứ"
    BIEN_BAN = "bien_ban", "Biên bản đã ký"
    VAN_BAN = "van_ban", "Văn bản đã ký, đóng dấu"
    CHUNG_TU_GUI = "chung_tu_gui", "Chứng từ gửi, niêm yết"
    KHAC = "khac", "Tài liệu khác"


class TinhTrangTep(models.TextChoices):
    SACH = "sach", "Đã quét, sạch"
    KHONG_QUET = "khong_quet", "Không cài quét vi-rút"
    CHO_QUET = "cho_quet", "Chờ quét vi-rút"
    NHIEM = "nhiem", "Có mã độc, không mở được"


class TepDinhKem(models.Model):
    """A file of a case: checked, cleaned of metadata, stored under a random name, served only through permission."""

    don = models.ForeignKey("donthu.DonThu", models.PROTECT, related_name="tep", verbose_name="đơn")
    muc = models.CharField("loại tài liệu", max_length=15, choices=MucTep)
    ten = models.CharField("tên tệp", max_length=150)
    duong_dan = models.CharField("nơi lưu", max_length=100, unique=True, editable=False)
    kieu = models.CharField("kiểu nội dung", max_length=100)
    kich_thuoc = models.PositiveIntegerField("kích thước (byte)")
    sha256 = models.CharField("SHA-256", max_length=64)
    so_trang = models.PositiveSmallIntegerField("số trang", null=True, blank=True)
    da_che = models.BooleanField("đã xác nhận che danh tính", default=False)
    tinh_trang = models.CharField("tình trạng", max_length=15, choices=TinhTrangTep)
    nguoi = models.ForeignKey(NhanVien, models.PROTECT, null=True, verbose_name="người tải lên")
    luc = models.DateTimeField("tải lên lúc")

    class Meta:
        verbose_name = "tệp đính kèm"
        verbose_name_plural = "tệp đính kèm"
        ordering = ["luc", "pk"]
        indexes = [
            # The task that scans later asks for these alone.
            models.Index(fields=["id"], condition=Q(tinh_trang=TinhTrangTep.CHO_QUET), name="tep_cho_quet")
        ]

    def __str__(self):
        return self.ten
