from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from donthu.models.tien_dat import so_dem


class LoaiHoatDong(models.TextChoices):
    VAN_BAN_MOI = "van_ban_moi", "Văn bản ban hành mới"
    VAN_BAN_SUA_DOI = "van_ban_sua_doi", "Văn bản sửa đổi, bổ sung"
    VAN_BAN_HUY_BO = "van_ban_huy_bo", "Văn bản hủy bỏ"
    TAP_HUAN = "tap_huan", "Tập huấn, tuyên truyền"
    KIEM_TRA = "kiem_tra", "Kiểm tra nội bộ"
    THANH_TRA = "thanh_tra", "Thanh tra trách nhiệm"


KET_LUAN = ("to_chuc_hanh_chinh", "ca_nhan_hanh_chinh", "to_chuc_dieu_tra", "ca_nhan_dieu_tra")
THUC_HIEN = ("da_xu_ly_to_chuc", "da_xu_ly_ca_nhan", "vu_khoi_to", "doi_tuong_khoi_to")
# What only some kinds have: elsewhere it would count in no form, unseen.
TRUONG_RIENG = {
    "so_nguoi": (LoaiHoatDong.TAP_HUAN,),
    "tong_so_nguoi": (LoaiHoatDong.TAP_HUAN,),
    "so_don_vi": (LoaiHoatDong.KIEM_TRA, LoaiHoatDong.THANH_TRA),
    **dict.fromkeys(("ngay_ket_luan", *KET_LUAN, "ngay_thuc_hien_xong", *THUC_HIEN), (LoaiHoatDong.THANH_TRA,)),
}


class HoatDong(models.Model):
    """Managing work that form 06/QLKNTC counts; kiểm tra nội bộ is kept too but counts only in the report's text."""

    ma = models.CharField("mã", max_length=40, unique=True)
    loai = models.CharField("loại", max_length=20, choices=LoaiHoatDong)
    ngay = models.DateField("ngày", help_text="Thanh tra: ngày bắt đầu.")
    noi_dung = models.CharField("nội dung", max_length=1000, blank=True)
    so_nguoi = so_dem("số người dự")
    tong_so_nguoi = so_dem("tổng số người phải dự")
    so_don_vi = so_dem("số đơn vị được kiểm tra, thanh tra")
    ngay_ket_luan = models.DateField("ngày kết luận", null=True, blank=True)
    to_chuc_hanh_chinh = so_dem("kiến nghị xử lý hành chính: tổ chức")
    ca_nhan_hanh_chinh = so_dem("kiến nghị xử lý hành chính: cá nhân")
    to_chuc_dieu_tra = so_dem("chuyển cơ quan điều tra: tổ chức")
    ca_nhan_dieu_tra = so_dem("chuyển cơ quan điều tra: cá nhân")
    ngay_thuc_hien_xong = models.DateField("ngày thực hiện xong", null=True, blank=True)
    da_xu_ly_to_chuc = so_dem("đã xử lý tổ chức")
    da_xu_ly_ca_nhan = so_dem("đã xử lý cá nhân")
    vu_khoi_to = so_dem("vụ khởi tố")
    doi_tuong_khoi_to = so_dem("đối tượng khởi tố")

    class Meta:
        verbose_name = "hoạt động quản lý"
        verbose_name_plural = "hoạt động quản lý"
        ordering = ["-ngay", "-pk"]
        indexes = [models.Index(fields=["loai", "ngay"], name="hoat_dong_loai_ngay")]  # form 06 by kind and date
        constraints = [
            models.CheckConstraint(
                condition=Q(ngay_ket_luan=None) | Q(ngay_ket_luan__gte=F("ngay")),
                name="ket_luan_sau_bat_dau",
                violation_error_message="Ngày kết luận không được trước ngày bắt đầu.",
            ),
            models.CheckConstraint(
                condition=Q(ngay_thuc_hien_xong=None)
                | Q(ngay_ket_luan__isnull=False, ngay_thuc_hien_xong__gte=F("ngay_ket_luan")),
                name="thuc_hien_xong_sau_ket_luan",
                violation_error_message="Ngày thực hiện xong không được trước ngày kết luận.",
            ),
        ]

    def __str__(self):
        return self.ma

    def get_absolute_url(self):
        return reverse("baocao:hoat_dong_xem", args=[self.pk])

    def clean(self):
        """What the forms count must be said where it is counted. Raises ValidationError by field."""
        loi = {
            ten: f"Chỉ ghi cho {', '.join(LoaiHoatDong(loai).label.lower() for loai in cac_loai)}."
            for ten, cac_loai in TRUONG_RIENG.items()
            if getattr(self, ten) and self.loai not in cac_loai
        }
        if self.loai in TRUONG_RIENG["so_don_vi"] and not self.so_don_vi:
            loi["so_don_vi"] = "Kiểm tra, thanh tra phải ghi số đơn vị, ít nhất là 1."
        if self.tong_so_nguoi and self.so_nguoi > self.tong_so_nguoi:
            loi["so_nguoi"] = "Số người dự không được lớn hơn tổng số người phải dự."
        for moc, cac_truong, cau in (
            ("ngay_ket_luan", (*KET_LUAN, "ngay_thuc_hien_xong"), "Chỉ ghi khi đã có ngày kết luận."),
            ("ngay_thuc_hien_xong", THUC_HIEN, "Chỉ ghi khi đã có ngày thực hiện xong."),
        ):
            loi |= {ten: cau for ten in cac_truong if getattr(self, ten) and not getattr(self, moc) and ten not in loi}
        if loi:
            raise ValidationError(loi)
