from django.db import models
from django.db.models import F, Q

from donthu.models.tep import TepDinhKem
from tochuc.models import NhanVien


class ToXacMinh(models.Model):
    """Who verifies a petition, from when to when, by which plan (Đ29 Luật KN; Đ31 Luật TC; Đ10, 11 NĐ 31/2019)."""

    don = models.ForeignKey("donthu.DonThu", models.CASCADE, related_name="to_xac_minh", verbose_name="đơn")
    tu_ngay = models.DateField("từ ngày")
    den_ngay = models.DateField("đến ngày")
    noi_dung = models.CharField("nội dung xác minh", max_length=1000)
    ke_hoach = models.TextField("kế hoạch xác minh", blank=True)

    class Meta:
        verbose_name = "Tổ xác minh"
        verbose_name_plural = "Tổ xác minh"
        ordering = ["tu_ngay", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(den_ngay__gte=F("tu_ngay")),
                name="xac_minh_den_sau_tu",
                violation_error_message="Ngày kết thúc xác minh không được trước ngày bắt đầu.",
            )
        ]

    def __str__(self):
        return f"{self.don_id}: {self.tu_ngay:%d/%m/%Y}"


class VaiTrongTo(models.TextChoices):
    TRUONG = "truong", "Tổ trưởng"
    PHO = "pho", "Tổ phó"
    THANH_VIEN = "thanh_vien", "Thành viên"


class ThanhVienTo(models.Model):
    """One member, who stated that nothing ties him to the accused (Đ5.2, 10.3 NĐ 31/2019)."""

    to = models.ForeignKey(ToXacMinh, models.CASCADE, related_name="thanh_vien", verbose_name="Tổ xác minh")
    nhan_vien = models.ForeignKey(NhanVien, models.PROTECT, related_name="to_xac_minh", verbose_name="thành viên")
    vai = models.CharField("vai trò", max_length=15, choices=VaiTrongTo)

    class Meta:
        verbose_name = "thành viên Tổ xác minh"
        verbose_name_plural = "thành viên Tổ xác minh"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["to", "nhan_vien"], name="moi_thanh_vien_mot_lan"),
            models.UniqueConstraint(fields=["to"], condition=Q(vai=VaiTrongTo.TRUONG), name="mot_to_truong"),
        ]

    def __str__(self):
        return f"{self.nhan_vien_id}: {self.get_vai_display()}"


class LoaiBuoi(models.TextChoices):
    LAM_VIEC = "lam_viec", "Làm việc, xác minh"
    DOI_THOAI = "doi_thoai", "Đối thoại"
    HOA_GIAI = "hoa_giai", "Hòa giải"
    GIAI_TRINH = "giai_trinh", "Nghe người bị tố cáo giải trình"
    GIAO_NHAN = "giao_nhan", "Giao nhận tài liệu"


class BuoiLamViec(models.Model):
    """One session with people: planned, held or put off, and what its minutes say."""

    class KetQua(models.TextChoices):
        DU_KIEN = "du_kien", "Đã thông báo, chưa diễn ra"
        DA_HOP = "da_hop", "Đã diễn ra"
        HOAN = "hoan", "Hoãn vì vắng có lý do chính đáng"
        VANG = "vang", "Người được mời vắng không có lý do chính đáng"

    don = models.ForeignKey("donthu.DonThu", models.CASCADE, related_name="buoi_lam_viec", verbose_name="đơn")
    loai = models.CharField("loại buổi", max_length=15, choices=LoaiBuoi)
    ngay = models.DateField("ngày")
    gio = models.TimeField("giờ bắt đầu", null=True, blank=True)
    dia_diem = models.CharField("địa điểm", max_length=200)
    chu_tri = models.CharField("người chủ trì", max_length=150, blank=True)
    ngay_bao = models.DateField("ngày thông báo", null=True, blank=True)
    ket_qua = models.CharField("kết quả", max_length=10, choices=KetQua, default=KetQua.DU_KIEN)
    noi_dung = models.TextField("nội dung, ý kiến từng người", blank=True)
    ket_luan = models.TextField("nội dung thống nhất, còn khác nhau", blank=True)
    nguoi_ghi = models.ForeignKey(NhanVien, models.PROTECT, null=True, verbose_name="người ghi biên bản")

    class Meta:
        verbose_name = "buổi làm việc"
        verbose_name_plural = "buổi làm việc"
        ordering = ["ngay", "gio", "pk"]

    def __str__(self):
        return f"{self.get_loai_display()} {self.ngay:%d/%m/%Y}"


class NguoiDu(models.Model):
    """Somebody invited to a session: as what, whether he came, why not."""

    class CoMat(models.TextChoices):
        CO = "co", "Có mặt"
        VANG_CO_LY_DO = "vang_co_ly_do", "Vắng, có lý do chính đáng"
        VANG = "vang", "Vắng, không có lý do chính đáng"

    buoi = models.ForeignKey(BuoiLamViec, models.CASCADE, related_name="nguoi_du", verbose_name="buổi làm việc")
    ho_ten = models.CharField("họ tên, chức vụ", max_length=150)
    tu_cach = models.CharField("tư cách", max_length=100)
    co_mat = models.CharField("có mặt", max_length=15, choices=CoMat, default=CoMat.CO)
    ly_do = models.CharField("lý do vắng", max_length=200, blank=True)

    class Meta:
        verbose_name = "người dự"
        verbose_name_plural = "người dự"
        ordering = ["pk"]

    def __str__(self):
        return self.ho_ten


class BangChung(models.Model):
    """One document or piece of evidence collected: from whom, when, in which condition (Mẫu 08 NĐ 124/2020)."""

    don = models.ForeignKey("donthu.DonThu", models.CASCADE, related_name="bang_chung", verbose_name="đơn")
    ten = models.CharField("tên tài liệu, chứng cứ", max_length=200)
    nguoi_giao = models.CharField("người giao", max_length=150)
    ngay = models.DateField("ngày nhận")
    so_trang = models.PositiveSmallIntegerField("số trang", null=True, blank=True)
    tinh_trang = models.CharField("tình trạng", max_length=100, default="Bản sao")
    tep = models.ForeignKey(
        TepDinhKem, models.PROTECT, null=True, blank=True, related_name="bang_chung", verbose_name="tệp"
    )
    nguoi_nhan = models.ForeignKey(NhanVien, models.PROTECT, null=True, verbose_name="người nhận")

    class Meta:
        verbose_name = "bằng chứng"
        verbose_name_plural = "bằng chứng"
        ordering = ["ngay", "pk"]

    def __str__(self):
        return self.ten
