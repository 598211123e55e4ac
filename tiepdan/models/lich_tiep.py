from django.db import models
from django.db.models import F, Q

from tiepdan.hinh_thuc import HinhThuc, LoaiLich, NguoiTiep
from tochuc.models import NhanVien


class LichTiep(models.Model):
    """A reception day. A published day counts in columns 10 and 16 of 01/TCD even when nobody came (TT 06/2025)."""

    ngay = models.DateField("ngày")
    loai = models.CharField("loại", max_length=15, choices=LoaiLich)
    nguoi_tiep = models.CharField("người tiếp", max_length=15, choices=NguoiTiep)
    can_bo = models.ForeignKey(
        NhanVien, models.PROTECT, null=True, blank=True, related_name="lich_tiep", verbose_name="người được phân công"
    )
    gio_tu = models.TimeField("từ giờ", null=True, blank=True)
    gio_den = models.TimeField("đến giờ", null=True, blank=True)
    dia_diem = models.CharField("địa điểm", max_length=200, blank=True)
    hinh_thuc = models.CharField("hình thức", max_length=15, choices=HinhThuc, default=HinhThuc.TRUC_TIEP)
    diem_cau = models.CharField("nền tảng, các điểm cầu", max_length=300, blank=True)
    ngay_bao = models.DateField("ngày thông báo buổi tiếp trực tuyến", null=True, blank=True)
    ngay_thu = models.DateField("ngày thử kết nối thành công", null=True, blank=True)
    thanh_phan = models.CharField("thành phần tham dự", max_length=300, blank=True)
    noi_dung = models.CharField("dự kiến nội dung", max_length=500, blank=True)
    ngay_cong_bo = models.DateField("ngày công bố", null=True, blank=True)
    da_cong_bo = models.BooleanField("đã công bố", default=False)
    da_huy = models.BooleanField("đã hủy", default=False)
    ly_do_huy = models.CharField("lý do hủy, dời", max_length=300, blank=True)
    doi_tu_ngay = models.DateField("dời từ ngày", null=True, blank=True)

    class Meta:
        verbose_name = "lịch tiếp công dân"
        verbose_name_plural = "lịch tiếp công dân"
        ordering = ["ngay", "gio_tu", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["ngay", "loai", "nguoi_tiep"],
                condition=Q(da_huy=False),
                name="moi_ngay_moi_loai_mot_lich",
                violation_error_message="Ngày này đã có lịch cùng loại và cùng người tiếp.",
            ),
            models.CheckConstraint(
                condition=Q(loai="thuong_xuyen", nguoi_tiep="thuong_xuyen")
                | ~Q(loai="thuong_xuyen") & ~Q(nguoi_tiep="thuong_xuyen"),
                name="lich_dung_nguoi_tiep",
                violation_error_message="Lịch định kỳ, đột xuất do thủ trưởng hoặc người được ủy quyền tiếp.",
            ),
            models.CheckConstraint(
                condition=Q(gio_tu=None) | Q(gio_den=None) | Q(gio_den__gt=F("gio_tu")),
                name="lich_gio_den_sau_gio_tu",
                violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
            ),
            models.CheckConstraint(
                condition=Q(hinh_thuc=HinhThuc.TRUC_TUYEN) | Q(ngay_bao=None, ngay_thu=None),
                name="bao_thu_chi_cua_truc_tuyen",
                violation_error_message="Chỉ buổi tiếp trực tuyến mới ghi ngày thông báo, ngày thử kết nối.",
            ),
            models.CheckConstraint(
                condition=(Q(ngay_bao=None) | Q(ngay_bao__lte=F("ngay")))
                & (Q(ngay_thu=None) | Q(ngay_thu__lte=F("ngay"))),
                name="bao_thu_khong_sau_ngay_tiep",
                violation_error_message="Ngày thông báo, ngày thử kết nối không được sau ngày tiếp.",
            ),
        ]

    def __str__(self):
        return f"{self.ngay:%d/%m/%Y} {self.get_nguoi_tiep_display()}"
