from django.db import models
from django.utils import timezone

from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from tochuc.chuoi_bam import ChuoiBam
from tochuc.models import NhanVien


class LichSu(ChuoiBam):
    """The trail of one petition: who took which step when, from which state to which. One chain a petition."""

    don = models.ForeignKey("donthu.DonThu", models.PROTECT, related_name="lich_su", verbose_name="đơn")
    buoc = models.CharField("bước", max_length=30, choices=Buoc)
    tu = models.CharField("từ trạng thái", max_length=20, choices=TrangThai, blank=True)
    den = models.CharField("đến trạng thái", max_length=20, choices=TrangThai)
    ngay = models.DateField("ngày thực hiện")
    nguoi = models.ForeignKey(NhanVien, models.PROTECT, null=True, verbose_name="người thực hiện")
    ghi_chu = models.TextField("ghi chú", blank=True)

    TRUONG_BAM = ("don_id", "buoc", "tu", "den", "ngay", "nguoi_id", "ghi_chu")
    NHOM = "don_id"

    class Meta:
        verbose_name = "lịch sử"
        verbose_name_plural = "lịch sử"
        ordering = ["don", "stt"]
        constraints = [models.UniqueConstraint(fields=["don", "stt"], name="lich_su_stt_khong_trung")]

    def __str__(self):
        return f"{self.don_id}/{self.stt} {self.get_buoc_display()}"

    @classmethod
    def ghi(cls, don, buoc: Buoc, *, tu: str, den: str, ngay, nguoi: NhanVien | None, ghi_chu: str = "") -> "LichSu":
        """Append one step. The caller holds the row lock of `don`, which is the lock of this chain."""
        truoc = cls.objects.filter(don=don).order_by("-stt").first()
        dong = cls(
            thoi_diem=timezone.now(), don=don, buoc=buoc, tu=tu, den=den, ngay=ngay, nguoi=nguoi, ghi_chu=ghi_chu
        )
        dong.noi_tiep(truoc).save()
        return dong
