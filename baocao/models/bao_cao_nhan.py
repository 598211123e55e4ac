from django.db import models

from baocao.ky import KyBaoCao, lap_ky
from tochuc.models import DonVi, NhanVien


class BaoCaoNhan(models.Model):
    """The forms of one period as a unit sent them; a later file is another version, the earlier ones stay."""

    don_vi = models.ForeignKey(DonVi, models.PROTECT, related_name="bao_cao_nhan", verbose_name="đơn vị gửi")
    ma_ky = models.CharField("mã kỳ", max_length=5)
    nam = models.PositiveSmallIntegerField("năm báo cáo")
    phien_ban = models.PositiveSmallIntegerField("phiên bản")
    so_lieu = models.JSONField("số liệu")
    so_canh_bao = models.PositiveSmallIntegerField("số phép kiểm tra không đúng")
    sha256 = models.CharField("SHA-256 của tệp", max_length=64)
    nguoi = models.ForeignKey(NhanVien, models.PROTECT, null=True, verbose_name="người nhận")
    luc = models.DateTimeField("nhận lúc")

    class Meta:
        verbose_name = "báo cáo nhận của đơn vị"
        verbose_name_plural = "báo cáo nhận của đơn vị"
        ordering = ["nam", "ma_ky", "don_vi", "phien_ban"]
        constraints = [
            # Also the index by which a period is put together.
            models.UniqueConstraint(
                fields=["nam", "ma_ky", "don_vi", "phien_ban"], name="moi_don_vi_moi_ky_mot_phien_ban"
            )
        ]

    def __str__(self):
        return f"{self.don_vi_id}: {self.ky}, bản {self.phien_ban}"

    @property
    def ky(self) -> KyBaoCao:
        return lap_ky(self.ma_ky, self.nam)
