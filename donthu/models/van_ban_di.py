import secrets

from django.db import models
from django.db.models import F, Q

from donthu.models.ban_thao import BanThao
from donthu.models.tep import TepDinhKem
from tochuc.models import NhanVien


def ma_tra_cuu_moi() -> str:
    """The code on the document by which anybody may ask whether it exists; random, so it tells nothing."""
    return secrets.token_hex(8)


class VanBanDi(models.Model):
    """A document issued in a petition: its gap-free number in the register of its type and year (Đ15 NĐ 30/2020), what
    it says, and the fixed PDF. A minute (biên bản) has no number: `so` is empty."""

    don = models.ForeignKey("donthu.DonThu", models.PROTECT, related_name="van_ban_di", verbose_name="đơn")
    ma_mau = models.CharField("mã mẫu", max_length=30)
    so_dang_ky = models.CharField("loại văn bản", max_length=10, blank=True)
    nam = models.PositiveSmallIntegerField("năm")
    so = models.PositiveIntegerField("số", null=True)
    so_ky_hieu = models.CharField("số, ký hiệu", max_length=60, blank=True)
    ngay = models.DateField("ngày ban hành")
    trich_yeu = models.CharField("trích yếu", max_length=300)
    nguoi_ky = models.ForeignKey(NhanVien, models.PROTECT, null=True, verbose_name="người ký")
    ban_thao = models.OneToOneField(
        BanThao, models.PROTECT, null=True, blank=True, related_name="van_ban_di", verbose_name="bản thảo"
    )
    # All that stands on the paper, so that it is printed again letter by letter.
    noi_dung = models.JSONField("nội dung đã ký", default=dict)
    ma_tra_cuu = models.CharField("mã tra cứu", max_length=20, unique=True, default=ma_tra_cuu_moi)
    sha256 = models.CharField("SHA-256 của bản PDF", max_length=64, blank=True)
    duong_dan = models.CharField("nơi lưu bản PDF", max_length=100, blank=True, editable=False)
    ban_tai_len = models.ForeignKey(
        TepDinhKem, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bản DOCX dùng làm bản chính"
    )

    class Meta:
        verbose_name = "văn bản đi"
        verbose_name_plural = "văn bản đi"
        ordering = ["ngay", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["so_dang_ky", "nam", "so"], condition=~Q(so=None), name="so_van_ban_khong_trung"
            ),
            models.CheckConstraint(
                condition=Q(so=None, so_dang_ky="") | Q(so__isnull=False) & ~Q(so_dang_ky=""),
                name="co_so_thi_co_so_dang_ky",
            ),
        ]
        indexes = [
            # The task that makes the PDF asks for those without one: few at any time.
            models.Index(fields=["id"], condition=Q(sha256="") & ~Q(noi_dung={}), name="van_ban_cho_dong_bang")
        ]

    def __str__(self):
        return self.so_ky_hieu or self.trich_yeu


class LanGui(models.Model):
    """A document sent to one addressee: when, how, with which proof."""

    class Cach(models.TextChoices):
        TRUC_TIEP = "truc_tiep", "Giao trực tiếp"
        BUU_CHINH = "buu_chinh", "Bưu chính bảo đảm"
        TRUC_LIEN_THONG = "lien_thong", "Trục liên thông văn bản"
        NIEM_YET = "niem_yet", "Niêm yết do không giao được"
        KHAC = "khac", "Cách khác"

    don = models.ForeignKey("donthu.DonThu", models.PROTECT, related_name="lan_gui", verbose_name="đơn")
    van_ban = models.ForeignKey(
        VanBanDi, models.PROTECT, null=True, blank=True, related_name="lan_gui", verbose_name="văn bản"
    )
    noi_nhan = models.CharField("nơi nhận", max_length=200)
    cach = models.CharField("cách gửi", max_length=15, choices=Cach)
    ngay = models.DateField("ngày gửi")
    ngay_nhan = models.DateField("ngày nhận", null=True, blank=True)
    chung_tu = models.CharField("chứng từ gửi", max_length=200, blank=True)
    nguoi = models.ForeignKey(NhanVien, models.PROTECT, null=True, verbose_name="người ghi")

    class Meta:
        verbose_name = "lần gửi"
        verbose_name_plural = "lần gửi"
        ordering = ["ngay", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ngay_nhan=None) | Q(ngay_nhan__gte=F("ngay")),
                name="nhan_khong_truoc_gui",
                violation_error_message="Ngày nhận không được trước ngày gửi.",
            )
        ]

    def __str__(self):
        return f"{self.don_id}: {self.noi_nhan}"


class LanCongKhai(models.Model):
    """A decision or conclusion made public: where, from when to when (Đ29.3 NĐ 124/2020; Đ6 NĐ 31/2019)."""

    class HinhThuc(models.TextChoices):
        NIEM_YET = "niem_yet", "Niêm yết tại trụ sở, nơi tiếp công dân"
        TRANG_TIN = "trang_tin", "Cổng, trang thông tin điện tử, mạng nội bộ"
        CUOC_HOP = "cuoc_hop", "Công bố tại cuộc họp"
        BAO_CHI = "bao_chi", "Phương tiện thông tin đại chúng"

    don = models.ForeignKey("donthu.DonThu", models.PROTECT, related_name="lan_cong_khai", verbose_name="đơn")
    van_ban = models.ForeignKey(
        VanBanDi, models.PROTECT, null=True, blank=True, related_name="lan_cong_khai", verbose_name="văn bản"
    )
    hinh_thuc = models.CharField("hình thức", max_length=15, choices=HinhThuc)
    noi = models.CharField("nơi công khai", max_length=200)
    tu_ngay = models.DateField("từ ngày")
    den_ngay = models.DateField("đến ngày", null=True, blank=True)
    ngay_bao = models.DateField("ngày thông báo cuộc họp", null=True, blank=True)
    nguoi = models.ForeignKey(NhanVien, models.PROTECT, null=True, verbose_name="người ghi")

    class Meta:
        verbose_name = "lần công khai"
        verbose_name_plural = "lần công khai"
        ordering = ["tu_ngay", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(den_ngay=None) | Q(den_ngay__gte=F("tu_ngay")),
                name="cong_khai_den_sau_tu",
                violation_error_message="Ngày kết thúc công khai không được trước ngày bắt đầu.",
            )
        ]

    def __str__(self):
        return f"{self.don_id}: {self.noi}"
