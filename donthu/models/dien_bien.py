"""Things that happen to a petition beside its steps: withdrawal, protection, likeness to another one."""

from django.db import models
from django.db.models import F, Q

from tochuc.models import NhanVien


class PhamViRut(models.TextChoices):
    TOAN_BO = "toan_bo", "Rút toàn bộ nội dung"
    MOT_PHAN = "mot_phan", "Rút một phần nội dung"
    MOT_SO_NGUOI = "mot_so_nguoi", "Một số người trong đơn nhiều người rút"


class LanRut(models.Model):
    """One withdrawal (Đ10 Luật KN; Đ33 Luật TC): how, of what, and why the case goes on all the same."""

    class HinhThuc(models.TextChoices):
        DON = "don", "Đơn rút"
        BIEN_BAN = "bien_ban", "Biên bản ghi nhận việc rút"

    don = models.ForeignKey("donthu.DonThu", models.CASCADE, related_name="lan_rut", verbose_name="đơn")
    hinh_thuc = models.CharField("hình thức", max_length=10, choices=HinhThuc)
    pham_vi = models.CharField("phạm vi", max_length=15, choices=PhamViRut)
    noi_dung = models.CharField("nội dung được rút", max_length=1000)
    so_nguoi = models.PositiveIntegerField("số người rút", default=1)
    van_giai_quyet = models.CharField("căn cứ vẫn phải giải quyết", max_length=300, blank=True)
    ngay = models.DateField("ngày rút")

    class Meta:
        verbose_name = "lần rút đơn"
        verbose_name_plural = "lần rút đơn"
        ordering = ["ngay", "pk"]

    def __str__(self):
        return f"{self.don_id}: {self.get_pham_vi_display()}"


class BaoVe(models.Model):
    """A request to protect the denouncer or those near him, without a name (Đ47-58 Luật TC; Đ7, 8 NĐ 31/2019)."""

    class QuyetDinh(models.TextChoices):
        CHO = "cho", "Chờ quyết định"
        AP_DUNG = "ap_dung", "Áp dụng biện pháp bảo vệ"
        CHUYEN = "chuyen", "Đề nghị cơ quan có thẩm quyền bảo vệ"
        TU_CHOI = "tu_choi", "Không áp dụng, nêu lý do"

    don = models.ForeignKey("donthu.DonThu", models.CASCADE, related_name="bao_ve", verbose_name="đơn")
    ngay_de_nghi = models.DateField("ngày đề nghị")
    khan = models.BooleanField("khẩn cấp, đề nghị trực tiếp hoặc qua điện thoại", default=False)
    noi_dung = models.CharField("nội dung, lý do đề nghị", max_length=500)
    quyet_dinh = models.CharField("quyết định", max_length=10, choices=QuyetDinh, default=QuyetDinh.CHO)
    ngay_quyet_dinh = models.DateField("ngày quyết định", null=True, blank=True)
    bien_phap = models.CharField("biện pháp, lý do", max_length=500, blank=True)
    ngay_cham_dut = models.DateField("ngày chấm dứt", null=True, blank=True)
    ly_do_cham_dut = models.CharField("lý do chấm dứt", max_length=300, blank=True)

    class Meta:
        verbose_name = "đề nghị bảo vệ"
        verbose_name_plural = "đề nghị bảo vệ"
        ordering = ["ngay_de_nghi", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["don"], condition=Q(quyet_dinh="cho"), name="mot_de_nghi_bao_ve_dang_cho")
        ]

    def __str__(self):
        return f"{self.don_id}: {self.get_quyet_dinh_display()}"


class KetLuanTrung(models.TextChoices):
    CUNG_VU_VIEC = "cung_vu_viec", "Cùng một vụ việc"
    TRUNG = "trung", "Đơn trùng"
    KHAC_NHAU = "khac_nhau", "Không liên quan"


class DoiChieu(models.Model):
    """Two petitions looked at side by side and what was found, so that nobody is asked twice. `don_a` < `don_b`."""

    don_a = models.ForeignKey("donthu.DonThu", models.CASCADE, related_name="+", verbose_name="đơn thứ nhất")
    don_b = models.ForeignKey("donthu.DonThu", models.CASCADE, related_name="+", verbose_name="đơn thứ hai")
    ket_luan = models.CharField("kết luận", max_length=15, choices=KetLuanTrung)
    ly_do = models.CharField("lý do", max_length=300)
    nguoi = models.ForeignKey(NhanVien, models.PROTECT, null=True, verbose_name="người đối chiếu")
    ngay = models.DateField("ngày")

    class Meta:
        verbose_name = "đối chiếu đơn"
        verbose_name_plural = "đối chiếu đơn"
        constraints = [
            models.UniqueConstraint(fields=["don_a", "don_b"], name="moi_cap_don_doi_chieu_mot_lan"),
            models.CheckConstraint(condition=Q(don_a__lt=F("don_b")), name="don_a_nho_hon_don_b"),
        ]

    def __str__(self):
        return f"{self.don_a_id}, {self.don_b_id}: {self.get_ket_luan_display()}"
