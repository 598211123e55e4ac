from django.db import models


class VuViec(models.Model):
    """The matter. Several petitions and visits may belong to one.

    Every petition and every visit belongs to exactly one, its own where nothing else was said, so that "số vụ việc" of
    the forms is a plain distinct count.
    """

    ma = models.CharField("mã vụ việc", max_length=60, unique=True)

    class Meta:
        verbose_name = "vụ việc"
        verbose_name_plural = "vụ việc"

    def __str__(self):
        return self.ma
