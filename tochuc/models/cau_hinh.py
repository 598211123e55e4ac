from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


class CauHinh(models.Model):
    """The one row that says who the centre is, and the terms the law leaves to it."""

    co_quan_chu_quan = models.CharField("cơ quan chủ quản", max_length=200, default="SỞ Y TẾ")
    ten_co_quan = models.CharField("tên Trung tâm", max_length=200, default="TRUNG TÂM Y TẾ")
    ky_hieu = models.CharField("ký hiệu trên văn bản", max_length=30, default="TTYT")
    dia_danh = models.CharField("địa danh ghi trên văn bản", max_length=100, blank=True)
    dia_chi = models.CharField("địa chỉ", max_length=300, blank=True)
    dia_diem_tiep = models.CharField("địa điểm tiếp công dân", max_length=300, default="Phòng tiếp công dân")
    gio_tiep = models.CharField(
        "giờ tiếp thường xuyên",
        max_length=200,
        default="Thứ Hai đến thứ Sáu, 07 giờ 30 - 11 giờ 30 và 13 giờ 30 - 16 giờ 30",
    )
    chuc_danh_dung_dau = models.CharField("chức danh người đứng đầu", max_length=100, default="Giám đốc")
    nguoi_dung_dau = models.CharField("họ tên người đứng đầu", max_length=100, blank=True)
    duong_day_nong = models.CharField("đường dây nóng của Trung tâm", max_length=50, blank=True)
    duong_day_nong_so = models.CharField("đường dây nóng của Sở Y tế", max_length=50, blank=True)
    thu_dien_tu = models.EmailField("thư điện tử của Trung tâm", blank=True)
    ngay_nop_bao_cao = models.PositiveSmallIntegerField(
        "ngày nộp báo cáo cho Sở (trong tháng cuối kỳ)",
        default=15,
        validators=[MinValueValidator(14), MaxValueValidator(17)],
        help_text="Số liệu chốt ngày 14, Sở gửi UBND tỉnh ngày 17; Sở Y tế ấn định ngày của Trung tâm.",
    )
    han_kien_nghi_phan_anh = models.PositiveSmallIntegerField(
        "hạn nội bộ giải quyết kiến nghị, phản ánh (ngày)",
        default=15,
        validators=[MinValueValidator(1), MaxValueValidator(44)],
        help_text="Luật không ấn định; phải dưới 45 ngày (Điều 41.3b Nghị định 154/2026/NĐ-CP).",
    )

    class Meta:
        verbose_name = "cấu hình Trung tâm"
        verbose_name_plural = "cấu hình Trung tâm"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="chi_mot_cau_hinh")]

    def __str__(self):
        return self.ten_co_quan

    @classmethod
    def hien_hanh(cls) -> "CauHinh":
        """The row; made by the first migration."""
        return cls.objects.get(pk=1)
