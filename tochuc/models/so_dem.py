from django.db import models, transaction


class SoDem(models.Model):
    """The last number given in a register and year. Taken under a lock, inside the caller's transaction: a number whose
    document was not written is given again, so no gap and no double (Đ15 NĐ 30/2020: one series a year)."""

    so_dang_ky = models.CharField("sổ đăng ký", max_length=30)
    nam = models.PositiveSmallIntegerField("năm")
    so_cuoi = models.PositiveIntegerField("số cuối", default=0)

    class Meta:
        verbose_name = "số đếm"
        verbose_name_plural = "số đếm"
        constraints = [models.UniqueConstraint(fields=["so_dang_ky", "nam"], name="mot_so_dem_moi_so_va_nam")]

    def __str__(self):
        return f"{self.so_dang_ky}/{self.nam}: {self.so_cuoi}"

    @classmethod
    def lay(cls, so_dang_ky: str, nam: int, bao_nhieu: int = 1) -> int:
        """Take the next `bao_nhieu` numbers and return the first. Must run inside a transaction."""
        khoa = cls.objects.select_for_update().filter(so_dang_ky=so_dang_ky, nam=nam)
        dong = khoa.first()
        if dong is None:
            with transaction.atomic():
                cls.objects.get_or_create(so_dang_ky=so_dang_ky, nam=nam)
            dong = khoa.get()
        dau = dong.so_cuoi + 1
        cls.objects.filter(pk=dong.pk).update(so_cuoi=dong.so_cuoi + bao_nhieu)
        return dau

    @classmethod
    def dat_it_nhat(cls, so_dang_ky: str, nam: int, so: int) -> None:
        """Numbers up to `so` came from an old register: the next one given is greater."""
        with transaction.atomic():
            cls.objects.get_or_create(so_dang_ky=so_dang_ky, nam=nam)
        cls.objects.filter(so_dang_ky=so_dang_ky, nam=nam, so_cuoi__lt=so).update(so_cuoi=so)
