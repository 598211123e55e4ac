from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.lookups import IsNull

from donthu.models.don_thu import DonThu
from tochuc.models import NhanVien, nho_theo_nguoi


class MucNhac(models.TextChoices):
    """What the person is told: how near a deadline is, what became of work given out, which flag a petition bears."""

    NAM_NGAY = "con_5", "Còn 5 ngày làm việc"
    MOT_NGAY = "con_1", "Còn 1 ngày làm việc"
    HOM_NAY = "hom_nay", "Đến hạn hôm nay"
    QUA_HAN = "qua_han", "Quá hạn"
    QUA_HAN_LAU = "qua_han_5", "Quá hạn từ 5 ngày làm việc"
    CHUA_XU_LY_30 = "chua_xu_ly_30", "Chưa xử lý sau 30 ngày"
    CHUA_XU_LY_40 = "chua_xu_ly_40", "Chưa xử lý sau 40 ngày"
    CHUA_XU_LY_45 = "chua_xu_ly_45", "Chưa xử lý sau 45 ngày"
    GIAO_VIEC = "giao_viec", "Được giao việc"
    NHAC_VIEC = "nhac_viec", "Được nhắc việc"
    TRA_LOI_NHAC = "tra_loi_nhac", "Trả lời lời nhắc"
    XIN_THEM_HAN = "xin_them_han", "Xin thêm hạn"
    TRA_LOI_XIN = "tra_loi_xin", "Trả lời xin thêm hạn"
    TRA_VIEC = "tra_viec", "Trả lại việc"
    KHAN_CAP = "khan_cap", "Khẩn cấp"
    PHUC_TAP = "phuc_tap", "Phức tạp"
    DAC_BIET = "dac_biet", "Đặc biệt phức tạp"
    DONG_NGUOI = "dong_nguoi", "Đông người"
    VUOT_CAP = "vuot_cap", "Vượt cấp"
    KEO_DAI = "keo_dai", "Kéo dài"


class ThongBaoQuerySet(models.QuerySet):
    @nho_theo_nguoi
    def for_user(self, nguoi: NhanVien) -> "ThongBaoQuerySet":
        """Reminders of this person, without those of petitions that he may no longer know of."""
        # A scalar, asked of each notice; an EXISTS would first gather all the petitions that he sees.
        thay = Subquery(DonThu.objects.for_user(nguoi).filter(pk=OuterRef("don")).order_by().values("pk"))
        return self.filter(Q(don=None) | Q(IsNull(thay, False)), nguoi=nguoi)


class ThongBao(models.Model):
    """One reminder to one person.

    The unique key (person, subject, level, deadline) is what makes a second run send nothing; `gui_luc` is empty until
    the mail left, so a mail that failed is tried again.
    """

    nguoi = models.ForeignKey(NhanVien, models.CASCADE, related_name="thong_bao", verbose_name="người nhận")
    don = models.ForeignKey(
        "donthu.DonThu", models.CASCADE, null=True, blank=True, related_name="thong_bao", verbose_name="đơn"
    )
    chu_the = models.CharField("về việc", max_length=60)
    muc = models.CharField("mức nhắc", max_length=15, choices=MucNhac)
    han = models.DateField("hạn")
    noi_dung = models.CharField("nội dung", max_length=300)
    dia_chi = models.CharField("địa chỉ trang", max_length=200)
    tao_luc = models.DateTimeField("tạo lúc")
    doc_luc = models.DateTimeField("đọc lúc", null=True, blank=True)
    gui_luc = models.DateTimeField("gửi thư lúc", null=True, blank=True)

    objects = ThongBaoQuerySet.as_manager()

    class Meta:
        verbose_name = "thông báo"
        verbose_name_plural = "thông báo"
        ordering = ["-tao_luc", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["nguoi", "chu_the", "muc", "han"], name="moi_nguoi_nhac_mot_lan")
        ]
        indexes = [
            models.Index(fields=["nguoi"], condition=models.Q(doc_luc=None), name="thong_bao_chua_doc"),
            models.Index(fields=["tao_luc"], condition=models.Q(gui_luc=None), name="thong_bao_cho_gui"),
        ]

    def __str__(self):
        return self.noi_dung
