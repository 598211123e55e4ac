from django.db import models

from tochuc.models import NhanVien


class TrangThaiNhap(models.TextChoices):
    CHO = "cho", "Đang chờ"
    DANG_CHAY = "dang_chay", "Đang nhập"
    XONG = "xong", "Đã nhập xong"
    LOI = "loi", "Có lỗi, chưa ghi gì"


class TienDoNhap(models.Model):
    """One import of a register workbook started from the page: how far it is, and what came of it."""

    nguoi = models.ForeignKey(NhanVien, models.PROTECT, verbose_name="người nhập")
    ten_tep = models.CharField("tên tệp", max_length=200)
    tep = models.CharField("tệp tạm", max_length=200, blank=True)
    chi_kiem_tra = models.BooleanField("chỉ kiểm tra", default=False)
    cap_nhat = models.BooleanField("cập nhật dòng đã có", default=False)
    trang_thai = models.CharField("trạng thái", max_length=15, choices=TrangThaiNhap, default=TrangThaiNhap.CHO)
    da_lam = models.PositiveIntegerField("số dòng đã làm", default=0)
    tong_so = models.PositiveIntegerField("tổng số dòng", default=0)
    ket_qua = models.JSONField("kết quả", default=dict)
    tao_luc = models.DateTimeField("bắt đầu lúc", auto_now_add=True)

    class Meta:
        verbose_name = "lần nhập sổ"
        verbose_name_plural = "lần nhập sổ"
        ordering = ["-pk"]

    def __str__(self):
        return self.ten_tep
