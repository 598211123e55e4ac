from django.db import models

from donthu.phan_loai import LoaiGiayTo
from tochuc.ma_hoa import TruongMaHoa, bam_khoa
from tochuc.tim_kiem import bo_dau


class CongDan(models.Model):
    """A citizen who came or wrote, except a denouncer: who denounces is never kept here (Đ56 Luật Tố cáo).

    ID number, phone and address are encrypted; the keyed hashes find the same person again (Đ12 NĐ 154/2026).
    """

    ho_ten = models.CharField("họ và tên", max_length=150)
    ho_ten_tim = models.CharField("họ tên để tìm", max_length=150, editable=False)
    loai_giay_to = models.CharField("loại giấy tờ", max_length=20, choices=LoaiGiayTo, blank=True)
    so_giay_to = TruongMaHoa("số giấy tờ", blank=True)
    so_giay_to_bam = models.CharField("mã băm số giấy tờ", max_length=64, blank=True, db_index=True, editable=False)
    ngay_cap = models.DateField("ngày cấp", null=True, blank=True)
    noi_cap = models.CharField("nơi cấp", max_length=150, blank=True)
    dia_chi = TruongMaHoa("địa chỉ", blank=True)
    dien_thoai = TruongMaHoa("điện thoại", blank=True)
    dien_thoai_bam = models.CharField("mã băm điện thoại", max_length=64, blank=True, db_index=True, editable=False)

    class Meta:
        verbose_name = "công dân"
        verbose_name_plural = "công dân"

    def __str__(self):
        return self.ho_ten

    def dien_khoa_tim(self) -> None:
        """Fill the columns that search uses; bulk writers call it themselves."""
        self.ho_ten_tim = bo_dau(self.ho_ten)
        self.so_giay_to_bam = bam_khoa(self.so_giay_to)
        self.dien_thoai_bam = bam_khoa(self.dien_thoai)

    def save(self, *args, **kwargs):
        self.dien_khoa_tim()
        super().save(*args, **kwargs)
