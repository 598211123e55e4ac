from django.db import models
from django.db.models import Q

from baocao.ky import KyBaoCao, lap_ky
from tochuc.models import NhanVien


class TrangThaiBaoCao(models.TextChoices):
    DANG_LAP = "dang_lap", "Đang lập"
    TRINH = "trinh", "Đã trình Giám đốc"
    DUYET = "duyet", "Đã duyệt"
    DA_CHOT = "da_chot", "Đã chốt"
    DA_GUI = "da_gui", "Đã gửi Sở Y tế"


DA_DONG_BANG = (TrangThaiBaoCao.DA_CHOT, TrangThaiBaoCao.DA_GUI)


class BaoCaoKy(models.Model):
    """One version of the report of one period: its text, and once closed the numbers, checks and PDF of that day.

    A closed version is never changed; a correction is the next version, with its reason.
    """

    ma_ky = models.CharField("mã kỳ", max_length=5)
    nam = models.PositiveSmallIntegerField("năm báo cáo")
    phien_ban = models.PositiveSmallIntegerField("phiên bản", default=1)
    trang_thai = models.CharField(
        "trạng thái", max_length=10, choices=TrangThaiBaoCao, default=TrangThaiBaoCao.DANG_LAP
    )
    ly_do = models.CharField("lý do lập lại", max_length=500, blank=True)
    # The paragraphs of each heading, by its place in the outline: {"I.1.a": "Trong kỳ …"}.
    loi_van = models.JSONField("lời văn", default=dict)
    xac_nhan_khong = models.JSONField("biểu đã xác nhận không phát sinh", default=list, blank=True)
    so_lieu = models.JSONField("số liệu đã chốt", null=True, blank=True)
    # Numbers of the periods it was compared with and the charts, as they were on the day of closing.
    kem_theo = models.JSONField("số liệu so sánh, biểu đồ đã chốt", default=dict, blank=True)
    so_van_ban = models.PositiveIntegerField("số văn bản", null=True, blank=True)
    so_ky_hieu = models.CharField("số, ký hiệu", max_length=60, blank=True)
    ngay_chot = models.DateField("ngày chốt", null=True, blank=True)
    nguoi_ky = models.ForeignKey(
        NhanVien, models.PROTECT, null=True, blank=True, related_name="bao_cao_da_ky", verbose_name="người ký"
    )
    dau_trang = models.JSONField("tên cơ quan, người ký trên bản đã chốt", default=dict, blank=True)
    sha256 = models.CharField("SHA-256 của bản PDF", max_length=64, blank=True)
    duong_dan = models.CharField("nơi lưu bản PDF", max_length=100, blank=True, editable=False)
    so_lan_sua = models.PositiveIntegerField("số lần sửa", default=0)

    class Meta:
        verbose_name = "báo cáo kỳ"
        verbose_name_plural = "báo cáo kỳ"
        ordering = ["nam", "ma_ky", "phien_ban"]
        constraints = [
            models.UniqueConstraint(fields=["ma_ky", "nam", "phien_ban"], name="moi_ky_mot_phien_ban"),
            # One version open at a time: what is corrected is always the last closed one.
            models.UniqueConstraint(
                fields=["ma_ky", "nam"], condition=~Q(trang_thai__in=DA_DONG_BANG), name="mot_bao_cao_dang_lap"
            ),
            models.CheckConstraint(
                condition=~Q(trang_thai__in=DA_DONG_BANG)
                | Q(so_lieu__isnull=False, ngay_chot__isnull=False, so_van_ban__isnull=False),
                name="da_chot_co_so_lieu",
            ),
        ]

    def __str__(self):
        return f"{self.ky}, bản {self.phien_ban}"

    @property
    def ky(self) -> KyBaoCao:
        return lap_ky(self.ma_ky, self.nam)

    @property
    def da_dong_bang(self) -> bool:
        return self.trang_thai in DA_DONG_BANG


class BuocBaoCao(models.Model):
    """Who moved a report on, when, with which words."""

    bao_cao = models.ForeignKey(BaoCaoKy, models.CASCADE, related_name="cac_buoc", verbose_name="báo cáo")
    den = models.CharField("chuyển sang", max_length=10, choices=TrangThaiBaoCao)
    nguoi = models.ForeignKey(NhanVien, models.PROTECT, verbose_name="người thực hiện")
    luc = models.DateTimeField("lúc")
    ghi_chu = models.CharField("ghi chú", max_length=500, blank=True)

    class Meta:
        verbose_name = "bước của báo cáo"
        verbose_name_plural = "bước của báo cáo"
        ordering = ["luc", "pk"]

    def __str__(self):
        return f"{self.bao_cao_id}: {self.get_den_display()}"
