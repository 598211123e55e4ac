from django.db import models
from django.db.models import Q

from baocao.models.hoat_dong import HoatDong
from baocao.models.ke_hoach import NhiemVu
from baocao.models.minh_chung import MinhChung
from donthu.models.tep import TinhTrangTep
from tochuc.models import NhanVien
from tochuc.vai_tro import Quyen


class TepKemQuerySet(models.QuerySet):
    def for_user(self, nguoi: NhanVien) -> "TepKemQuerySet":
        """Who reads the registers sees all; who works for a unit, those of the tasks that he sees."""
        if nguoi.co_quyen(Quyen.BAO_CAO):
            return self
        return self.filter(nhiem_vu__in=NhiemVu.objects.for_user(nguoi))


class TepKem(models.Model):
    """A file of an activity, a task or a statement: cleaned, stored under a random name, served only through
    permission. It holds no petition, so whoever may read the registers may open it."""

    hoat_dong = models.ForeignKey(
        HoatDong, models.CASCADE, null=True, blank=True, related_name="tep", verbose_name="hoạt động"
    )
    nhiem_vu = models.ForeignKey(
        NhiemVu, models.CASCADE, null=True, blank=True, related_name="tep", verbose_name="nhiệm vụ"
    )
    minh_chung = models.ForeignKey(
        MinhChung, models.CASCADE, null=True, blank=True, related_name="tep", verbose_name="minh chứng"
    )
    ten = models.CharField("tên tệp", max_length=150)
    duong_dan = models.CharField("nơi lưu", max_length=100, unique=True, editable=False)
    kieu = models.CharField("kiểu nội dung", max_length=100)
    kich_thuoc = models.PositiveIntegerField("kích thước (byte)")
    sha256 = models.CharField("SHA-256", max_length=64)
    tinh_trang = models.CharField("tình trạng", max_length=15, choices=TinhTrangTep)
    nguoi = models.ForeignKey(NhanVien, models.PROTECT, null=True, verbose_name="người tải lên")
    luc = models.DateTimeField("tải lên lúc")

    objects = TepKemQuerySet.as_manager()

    class Meta:
        verbose_name = "tệp kèm"
        verbose_name_plural = "tệp kèm"
        ordering = ["luc", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hoat_dong__isnull=False, nhiem_vu=None, minh_chung=None)
                | Q(hoat_dong=None, nhiem_vu__isnull=False, minh_chung=None)
                | Q(hoat_dong=None, nhiem_vu=None, minh_chung__isnull=False),
                name="tep_kem_cua_mot_dong",
            )
        ]

    def __str__(self):
        return self.ten
