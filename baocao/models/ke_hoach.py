from datetime import date

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse

from tochuc.models import DonVi, NhanVien
from tochuc.vai_tro import Quyen


class NhomNhiemVu(models.TextChoices):
    """The parts of the centre's own plan on tiếp công dân, khiếu nại, tố cáo."""

    LANH_DAO = "lanh_dao", "Lãnh đạo, chỉ đạo, quán triệt"
    TIEP_DAN = "tiep_dan", "Tiếp công dân, xử lý đơn"
    GIAI_QUYET = "giai_quyet", "Giải quyết, đối thoại, thi hành"
    KIEM_TRA = "kiem_tra", "Kiểm tra, giám sát"
    CHUYEN_DOI_SO = "chuyen_doi_so", "Chuyển đổi số"
    TUYEN_TRUYEN = "tuyen_truyen", "Tuyên truyền, phổ biến pháp luật"
    NGUON_LUC = "nguon_luc", "Đội ngũ, cơ sở vật chất"
    BAO_CAO = "bao_cao", "Thông tin, báo cáo"


class KeHoachQuerySet(models.QuerySet):
    def for_user(self, nguoi: NhanVien) -> "KeHoachQuerySet":
        """Who reads the registers sees all; who works for a unit, the plans that give it something to do."""
        if nguoi.co_quyen(Quyen.BAO_CAO):
            return self
        return self.filter(pk__in=NhiemVu.objects.for_user(nguoi).values("ke_hoach"))


class KeHoach(models.Model):
    """A plan of the centre, with its tasks."""

    ten = models.CharField("tên kế hoạch", max_length=300)
    so_ky_hieu = models.CharField("số, ký hiệu", max_length=60, blank=True)
    ngay = models.DateField("ngày ban hành")
    nam = models.PositiveSmallIntegerField("năm thực hiện")

    objects = KeHoachQuerySet.as_manager()

    class Meta:
        verbose_name = "kế hoạch"
        verbose_name_plural = "kế hoạch"
        ordering = ["-nam", "-ngay", "pk"]

    def __str__(self):
        return self.ten

    def get_absolute_url(self):
        return reverse("baocao:ke_hoach_xem", args=[self.pk])


class NhiemVuQuerySet(models.QuerySet):
    def for_user(self, nguoi: NhanVien) -> "NhiemVuQuerySet":
        """Who reads the registers sees all; who works for a unit, those that it has charge of or takes part in."""
        if nguoi.co_quyen(Quyen.BAO_CAO):
            return self
        if nguoi.co_quyen(Quyen.GIAI_QUYET) and nguoi.don_vi_id:
            return self.cua_don_vi(nguoi.don_vi_id)
        return self.none()

    def cua_don_vi(self, don_vi: int) -> "NhiemVuQuerySet":
        """Tasks that the unit with this key has charge of or takes part in."""
        phoi_hop = NhiemVu.phoi_hop.through.objects.filter(donvi=don_vi)
        return self.filter(Q(don_vi=don_vi) | Q(pk__in=phoi_hop.values("nhiemvu")))

    def dem(self, hom_nay: date, theo: str) -> models.QuerySet:
        """Counts by the field `theo`: tong, xong, dung_han (done in time), qua_han (not done, past `hom_nay`)."""
        return (
            self.values(theo)
            .order_by(theo)
            .annotate(
                tong=Count("pk"),
                xong=Count("pk", filter=Q(ngay_xong__isnull=False)),
                dung_han=Count("pk", filter=Q(ngay_xong__lte=F("han"))),
                qua_han=Count("pk", filter=Q(ngay_xong=None, han__lt=hom_nay)),
            )
        )


class NhiemVu(models.Model):
    """One task of a plan: which unit, by when (a clock, Viec.NHIEM_VU), how far, and what shows that it was done."""

    ke_hoach = models.ForeignKey(KeHoach, models.CASCADE, related_name="nhiem_vu", verbose_name="kế hoạch")
    nhom = models.CharField("nhóm nhiệm vụ", max_length=15, choices=NhomNhiemVu)
    noi_dung = models.CharField("nhiệm vụ", max_length=1000)
    don_vi = models.ForeignKey(DonVi, models.PROTECT, related_name="nhiem_vu", verbose_name="đơn vị chủ trì")
    phoi_hop = models.ManyToManyField(
        DonVi, blank=True, related_name="nhiem_vu_phoi_hop", verbose_name="đơn vị phối hợp"
    )
    ngay_giao = models.DateField("ngày giao")
    han = models.DateField("hạn hoàn thành")
    san_pham = models.CharField("sản phẩm, minh chứng phải có", max_length=300, blank=True)
    tien_do = models.PositiveSmallIntegerField("tiến độ (%)", default=0, validators=[MaxValueValidator(100)])
    ngay_xong = models.DateField("ngày hoàn thành", null=True, blank=True)
    minh_chung = models.CharField("minh chứng đã có", max_length=1000, blank=True)

    objects = NhiemVuQuerySet.as_manager()

    class Meta:
        verbose_name = "nhiệm vụ"
        verbose_name_plural = "nhiệm vụ"
        ordering = ["han", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ngay_xong=None) | Q(tien_do=100) & ~Q(minh_chung=""),
                name="nhiem_vu_xong_co_minh_chung",
                violation_error_message="Hoàn thành nhiệm vụ phải ghi minh chứng.",
            ),
            models.CheckConstraint(
                condition=Q(han__gt=F("ngay_giao")),
                name="nhiem_vu_han_sau_giao",
                violation_error_message="Hạn hoàn thành phải sau ngày giao.",
            ),
        ]

    def __str__(self):
        return self.noi_dung

    def get_absolute_url(self):
        return reverse("baocao:nhiem_vu", args=[self.pk])


class CapNhatNhiemVu(models.Model):
    """How far a task was on a day, in the words of who does it."""

    nhiem_vu = models.ForeignKey(NhiemVu, models.CASCADE, related_name="cap_nhat", verbose_name="nhiệm vụ")
    luc = models.DateTimeField("lúc")
    nguoi = models.ForeignKey(NhanVien, models.PROTECT, verbose_name="người cập nhật")
    tien_do = models.PositiveSmallIntegerField("tiến độ (%)", validators=[MaxValueValidator(100)])
    noi_dung = models.CharField("nội dung", max_length=1000, blank=True)

    class Meta:
        verbose_name = "cập nhật nhiệm vụ"
        verbose_name_plural = "cập nhật nhiệm vụ"
        ordering = ["luc", "pk"]

    def __str__(self):
        return f"{self.nhiem_vu_id}: {self.tien_do}%"
