from django.db import models
from django.db.models import F, Q

from donthu.models.tien_dat import so_dem, truong_so_luong


class KetQuaThiHanh(models.Model):
    """What was carried out of a decision or conclusion, on one date (form 05/KQTH counts by this date)."""

    don = models.ForeignKey("donthu.DonThu", models.CASCADE, related_name="ket_qua_thi_hanh", verbose_name="đơn")
    ngay = models.DateField("ngày có kết quả")
    da_thu_tien = truong_so_luong("đã thu tiền (Trđ)")
    da_thu_dat = truong_so_luong("đã thu đất (m²)")
    da_tra_tien = truong_so_luong("đã trả tiền (Trđ)")
    da_tra_dat = truong_so_luong("đã trả đất (m²)")
    to_chuc_da_xu_ly = so_dem("tổ chức đã xử lý")
    nguoi_da_xu_ly = so_dem("người đã xử lý")
    can_bo_da_xu_ly = so_dem("trong đó cán bộ, công chức, viên chức đã xử lý")
    vu_khoi_to = so_dem("vụ khởi tố")
    nguoi_khoi_to = so_dem("người khởi tố")
    can_bo_khoi_to = so_dem("trong đó cán bộ, công chức, viên chức khởi tố")

    class Meta:
        verbose_name = "kết quả thi hành"
        verbose_name_plural = "kết quả thi hành"
        ordering = ["ngay"]
        indexes = [models.Index(fields=["ngay"], name="ket_qua_thi_hanh_ngay")]  # form 05 asks by date
        constraints = [
            models.CheckConstraint(
                condition=Q(can_bo_da_xu_ly__lte=F("nguoi_da_xu_ly")), name="can_bo_xu_ly_trong_nguoi"
            ),
            models.CheckConstraint(
                condition=Q(can_bo_khoi_to__lte=F("nguoi_khoi_to")), name="can_bo_khoi_to_trong_nguoi"
            ),
        ]

    def __str__(self):
        return f"{self.don_id}: {self.ngay:%d/%m/%Y}"
