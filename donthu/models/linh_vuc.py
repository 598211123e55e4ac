from django.db import models

from donthu.phan_loai import DoNhay, NhomLinhVuc


class LinhVuc(models.Model):
    """A category of the health sector, two levels; says in which group of form 02/XLD each kind of petition counts."""

    ma = models.CharField("mã", max_length=10, unique=True)
    ten = models.CharField("tên lĩnh vực", max_length=150)
    cha = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="muc_con", verbose_name="thuộc lĩnh vực"
    )
    nhom_khieu_nai = models.CharField("nhóm khi là khiếu nại", max_length=5, choices=NhomLinhVuc)
    nhom_to_cao = models.CharField("nhóm khi là tố cáo", max_length=5, choices=NhomLinhVuc)
    nhom_phan_anh = models.CharField("nhóm khi là kiến nghị, phản ánh", max_length=5, choices=NhomLinhVuc)
    don_vi_dau_moi = models.CharField(
        "mã đơn vị đầu mối", max_length=20, blank=True, help_text="Mã đơn vị thường được giao loại việc này."
    )
    do_nhay = models.CharField("độ nhạy", max_length=1, choices=DoNhay, default=DoNhay.THUONG)

    class Meta:
        verbose_name = "lĩnh vực"
        verbose_name_plural = "lĩnh vực"
        ordering = ["ma"]

    def __str__(self):
        return f"{self.ma} {self.ten}"
