from django.db import models, transaction
from django.utils import timezone

from tochuc.chuoi_bam import ChuoiBam
from tochuc.models.nhan_vien import NhanVien
from tochuc.models.so_dem import SoDem


class ViecNhatKy(models.TextChoices):
    """What is worth a line: seeing what is secret, taking data out, changing how the centre is set up."""

    XEM = "xem", "Xem"
    XUAT = "xuat", "Xuất dữ liệu"
    IN_AN = "in_an", "In văn bản"
    NHAP = "nhap", "Nhập dữ liệu"
    SUA = "sua", "Thay đổi"
    DANG_NHAP = "dang_nhap", "Đăng nhập"


class NhatKy(ChuoiBam):
    """Who saw, exported, printed or changed what. No personal data: the object is named by its code."""

    nguoi = models.ForeignKey(NhanVien, models.PROTECT, null=True, verbose_name="người thực hiện")
    viec = models.CharField("việc", max_length=15, choices=ViecNhatKy)
    doi_tuong = models.CharField("đối tượng", max_length=100)
    noi_dung = models.CharField("nội dung", max_length=500, blank=True)
    # Of a tố cáo: not in the general log, whose readers need not know that the case exists (Đ56 Luật TC).
    mat = models.BooleanField("mật", default=False)

    TRUONG_BAM = ("nguoi_id", "viec", "doi_tuong", "noi_dung", "mat")

    class Meta:
        verbose_name = "nhật ký"
        verbose_name_plural = "nhật ký"
        constraints = [models.UniqueConstraint(fields=["stt"], name="nhat_ky_stt_khong_trung")]
        indexes = [
            # "Ai đã xem vụ này" asks for one object, newest first.
            models.Index(fields=["doi_tuong", "-stt"], name="nhat_ky_theo_doi_tuong"),
            # "Lượt xem tố cáo": few lines of many.
            models.Index(fields=["-stt"], condition=models.Q(mat=True), name="nhat_ky_mat"),
        ]

    def __str__(self):
        return f"{self.stt}. {self.get_viec_display()} {self.doi_tuong}"

    @classmethod
    def ghi(
        cls, nguoi: NhanVien | None, viec: ViecNhatKy, doi_tuong: str, noi_dung: str = "", *, mat: bool = False
    ) -> "NhatKy":
        """Append one line. The counter's lock is the lock of the chain. `mat`: about a tố cáo."""
        with transaction.atomic():
            stt = SoDem.lay("nhat_ky", 0)
            truoc = cls.objects.filter(stt=stt - 1).first()
            dong = cls(
                thoi_diem=timezone.now(), nguoi=nguoi, viec=viec, doi_tuong=doi_tuong, noi_dung=noi_dung, mat=mat
            )
            dong.noi_tiep(truoc).save()
        return dong
