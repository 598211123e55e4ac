from django.db import models
from django.db.models import Q

from tochuc.models import DonVi, NhanVien


class VaiPhanCong(models.TextChoices):
    CHU_TRI = "chu_tri", "Chủ trì"
    PHOI_HOP = "phoi_hop", "Phối hợp"


class PhanCong(models.Model):
    """A petition given to a unit: asked what, by when, answered what. Rows are kept when the work moves on."""

    don = models.ForeignKey("donthu.DonThu", models.CASCADE, related_name="phan_cong", verbose_name="đơn")
    don_vi = models.ForeignKey(DonVi, models.PROTECT, related_name="phan_cong", verbose_name="đơn vị")
    vai = models.CharField("vai trò", max_length=10, choices=VaiPhanCong, default=VaiPhanCong.CHU_TRI)
    nguoi = models.ForeignKey(
        NhanVien, models.PROTECT, null=True, blank=True, related_name="phan_cong", verbose_name="người được giao"
    )
    nguoi_giao = models.ForeignKey(
        NhanVien, models.PROTECT, null=True, related_name="phan_cong_da_giao", verbose_name="người giao"
    )
    ngay_giao = models.DateField("ngày giao")
    han_noi_bo = models.DateField("hạn nội bộ", null=True, blank=True)
    yeu_cau = models.CharField("yêu cầu", max_length=1000, blank=True)
    ngay_tiep_nhan = models.DateField("ngày nhận việc", null=True, blank=True)
    ly_do_tra_lai = models.CharField("lý do trả lại việc", max_length=500, blank=True)
    ngay_bao_cao = models.DateField("ngày báo cáo kết quả", null=True, blank=True)
    bao_cao = models.TextField("báo cáo kết quả", blank=True)
    ngay_thoi_giao = models.DateField("ngày thôi giao", null=True, blank=True)
    ly_do_thoi_giao = models.CharField("lý do thôi giao", max_length=500, blank=True)

    class Meta:
        verbose_name = "phân công"
        verbose_name_plural = "phân công"
        ordering = ["ngay_giao", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["don"], condition=Q(vai="chu_tri", ngay_thoi_giao=None), name="mot_don_vi_chu_tri"
            ),
            models.UniqueConstraint(
                fields=["don", "don_vi"], condition=Q(ngay_thoi_giao=None), name="moi_don_vi_mot_phan_cong"
            ),
        ]
        indexes = [
            # "Giao việc" of a unit: what it holds now.
            models.Index(fields=["don_vi", "-ngay_giao"], condition=Q(ngay_thoi_giao=None), name="phan_cong_dang_giu"),
            # `for_user`: petitions in which a unit takes part, few beside those it leads.
            models.Index(
                fields=["don_vi", "don"], condition=Q(vai="phoi_hop", ngay_thoi_giao=None), name="phan_cong_phoi_hop"
            ),
        ]

    def __str__(self):
        return f"{self.don_id}: {self.don_vi_id}"


class XinThemHan(models.Model):
    """A unit asks for more time of our own deadline, never of the law's."""

    phan_cong = models.ForeignKey(PhanCong, models.CASCADE, related_name="xin_them_han", verbose_name="phân công")
    ngay = models.DateField("ngày xin")
    den_ngay = models.DateField("xin đến ngày")
    ly_do = models.CharField("lý do", max_length=500)
    dong_y = models.BooleanField("đồng ý", null=True, blank=True)
    tra_loi = models.CharField("trả lời", max_length=500, blank=True)
    ngay_tra_loi = models.DateField("ngày trả lời", null=True, blank=True)

    class Meta:
        verbose_name = "xin thêm hạn"
        verbose_name_plural = "xin thêm hạn"
        ordering = ["ngay", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["phan_cong"], condition=Q(dong_y=None), name="mot_lan_xin_dang_cho")
        ]

    def __str__(self):
        return f"{self.phan_cong_id}: {self.den_ngay:%d/%m/%Y}"


class LanNhac(models.Model):
    """An assignment reminded of, and what the unit answered."""

    phan_cong = models.ForeignKey(PhanCong, models.CASCADE, related_name="lan_nhac", verbose_name="phân công")
    ngay = models.DateField("ngày nhắc")
    nguoi = models.ForeignKey(NhanVien, models.PROTECT, null=True, related_name="+", verbose_name="người nhắc")
    noi_dung = models.CharField("nội dung nhắc", max_length=500)
    tra_loi = models.CharField("trả lời", max_length=1000, blank=True)
    ngay_tra_loi = models.DateField("ngày trả lời", null=True, blank=True)

    class Meta:
        verbose_name = "lần nhắc việc được giao"
        verbose_name_plural = "lần nhắc việc được giao"
        ordering = ["ngay", "pk"]

    def __str__(self):
        return f"{self.phan_cong_id}: {self.ngay:%d/%m/%Y}"
