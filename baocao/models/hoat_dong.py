from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse

from donthu.models.tien_dat import so_dem
from tochuc.dinh_dang import phan_tram, so_vn
from tochuc.models import DonVi, NhanVien
from tochuc.vai_tro import Quyen


class LoaiHoatDong(models.TextChoices):
    VAN_BAN_MOI = "van_ban_moi", "Văn bản ban hành mới"
    VAN_BAN_SUA_DOI = "van_ban_sua_doi", "Văn bản sửa đổi, bổ sung"
    VAN_BAN_HUY_BO = "van_ban_huy_bo", "Văn bản hủy bỏ"
    TAP_HUAN = "tap_huan", "Tập huấn, tuyên truyền"
    KIEM_TRA = "kiem_tra", "Kiểm tra nội bộ"
    THANH_TRA = "thanh_tra", "Thanh tra trách nhiệm"
    BOI_DUONG = "boi_duong", "Bồi dưỡng nghiệp vụ viên chức"
    MOI_DU = "moi_du", "Mời trưởng đơn vị dự tiếp công dân, đối thoại"
    KHEN_THUONG = "khen_thuong", "Khen thưởng, thư khen"
    PHE_BINH = "phe_binh", "Phê bình, xử lý vi phạm"


# What form 06/QLKNTC knows and the register workbook brings in; the other kinds serve the text, plans and scorecards.
LOAI_CUA_BIEU_06 = (
    LoaiHoatDong.VAN_BAN_MOI,
    LoaiHoatDong.VAN_BAN_SUA_DOI,
    LoaiHoatDong.VAN_BAN_HUY_BO,
    LoaiHoatDong.TAP_HUAN,
    LoaiHoatDong.KIEM_TRA,
    LoaiHoatDong.THANH_TRA,
)
LOAI_VAN_BAN = LOAI_CUA_BIEU_06[:3]
# Attended by people of units, of whom each unit owes some.
LOAI_CO_THAM_DU = (LoaiHoatDong.TAP_HUAN, LoaiHoatDong.BOI_DUONG, LoaiHoatDong.MOI_DU)


KET_LUAN = ("to_chuc_hanh_chinh", "ca_nhan_hanh_chinh", "to_chuc_dieu_tra", "ca_nhan_dieu_tra")
THUC_HIEN = ("da_xu_ly_to_chuc", "da_xu_ly_ca_nhan", "vu_khoi_to", "doi_tuong_khoi_to")
# What only some kinds have: elsewhere it would count in no form, unseen.
TRUONG_RIENG = {
    "so_ky_hieu": LOAI_VAN_BAN,
    "sua_doi_cho": LOAI_VAN_BAN[1:],
    "so_nguoi": LOAI_CO_THAM_DU,
    "tong_so_nguoi": LOAI_CO_THAM_DU,
    "so_don_vi": (LoaiHoatDong.KIEM_TRA, LoaiHoatDong.THANH_TRA),
    "so_don_vi_vi_pham": (LoaiHoatDong.KIEM_TRA, LoaiHoatDong.THANH_TRA),
    "lo_danh_tinh": (LoaiHoatDong.PHE_BINH,),
    **dict.fromkeys(("ngay_ket_luan", *KET_LUAN, "ngay_thuc_hien_xong", *THUC_HIEN), (LoaiHoatDong.THANH_TRA,)),
}


def chu_tham_du(da_du: int, phai_du: int) -> str:
    """Who came, of who should have: "3.116/4.080 người, đạt 76,37%"; "" when nobody came and nobody should have."""
    if phai_du:
        return f"{so_vn(da_du)}/{so_vn(phai_du)} người, đạt {phan_tram(da_du, phai_du)}"
    return f"{so_vn(da_du)} người" if da_du else ""


class HoatDong(models.Model):
    """Managing work: what form 06/QLKNTC counts (`LOAI_CUA_BIEU_06` without kiểm tra), and what only the text of the
    report, the plans and the scorecards need."""

    ma = models.CharField("mã", max_length=40, unique=True)
    loai = models.CharField("loại", max_length=20, choices=LoaiHoatDong)
    ngay = models.DateField("ngày", help_text="Thanh tra: ngày bắt đầu.")
    noi_dung = models.CharField("nội dung", max_length=1000, blank=True)
    don_vi = models.ForeignKey(
        DonVi,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hoat_dong_quan_ly",
        verbose_name="đơn vị chủ trì, được khen hoặc bị phê bình",
    )
    so_ky_hieu = models.CharField("số, ký hiệu văn bản", max_length=60, blank=True)
    sua_doi_cho = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="cac_lan_sua",
        verbose_name="sửa đổi, hủy bỏ văn bản",
    )
    so_nguoi = so_dem("số người dự")
    tong_so_nguoi = so_dem("tổng số người phải dự")
    so_don_vi = so_dem("số đơn vị được kiểm tra, thanh tra")
    so_don_vi_vi_pham = so_dem("số đơn vị có vi phạm")
    lo_danh_tinh = models.BooleanField("làm lộ danh tính người tố cáo", default=False)
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

    @property
    def nguoi_du(self) -> str:
        """Who came, of who should have, in words."""
        return chu_tham_du(self.so_nguoi, self.tong_so_nguoi)

    def clean(self):
        """What the forms count must be said where it is counted. Raises ValidationError by field."""
        loi = {
            ten: f"Chỉ ghi cho {', '.join(LoaiHoatDong(loai).label.lower() for loai in cac_loai)}."
            for ten, cac_loai in TRUONG_RIENG.items()
            if getattr(self, ten) and self.loai not in cac_loai
        }
        if self.loai in TRUONG_RIENG["so_don_vi"] and not self.so_don_vi:
            loi["so_don_vi"] = "Kiểm tra, thanh tra phải ghi số đơn vị, ít nhất là 1."
        if self.so_don_vi_vi_pham > self.so_don_vi and "so_don_vi_vi_pham" not in loi:
            loi["so_don_vi_vi_pham"] = "Số đơn vị có vi phạm không được lớn hơn số đơn vị được kiểm tra, thanh tra."
        if self.loai in (LoaiHoatDong.KHEN_THUONG, LoaiHoatDong.PHE_BINH) and not self.don_vi_id:
            loi["don_vi"] = "Khen thưởng, phê bình phải ghi đơn vị."
        if self.tong_so_nguoi and self.so_nguoi > self.tong_so_nguoi:
            loi["so_nguoi"] = "Số người dự không được lớn hơn tổng số người phải dự."
        for moc, cac_truong, cau in (
            ("ngay_ket_luan", (*KET_LUAN, "ngay_thuc_hien_xong"), "Chỉ ghi khi đã có ngày kết luận."),
            ("ngay_thuc_hien_xong", THUC_HIEN, "Chỉ ghi khi đã có ngày thực hiện xong."),
        ):
            loi |= {ten: cau for ten in cac_truong if getattr(self, ten) and not getattr(self, moc) and ten not in loi}
        if loi:
            raise ValidationError(loi)


class ThamDu(models.Model):
    """How many of one unit attended, of how many who should have (for MOI_DU: the head, 1 of 1)."""

    hoat_dong = models.ForeignKey(HoatDong, models.CASCADE, related_name="tham_du", verbose_name="hoạt động")
    don_vi = models.ForeignKey(DonVi, models.PROTECT, related_name="tham_du", verbose_name="đơn vị")
    phai_du = so_dem("số người phải dự, được mời")
    da_du = so_dem("số người đã dự")

    class Meta:
        verbose_name = "tham dự của đơn vị"
        verbose_name_plural = "tham dự của đơn vị"
        ordering = ["don_vi__ten"]
        constraints = [
            models.UniqueConstraint(fields=["hoat_dong", "don_vi"], name="moi_don_vi_mot_dong_tham_du"),
            models.CheckConstraint(
                condition=Q(da_du__lte=F("phai_du")),
                name="da_du_khong_qua_phai_du",
                violation_error_message="Số người đã dự không được lớn hơn số người phải dự.",
            ),
        ]

    def __str__(self):
        return f"{self.hoat_dong_id}: {self.don_vi_id}"


class PhatHienQuerySet(models.QuerySet):
    def for_user(self, nguoi: NhanVien) -> "PhatHienQuerySet":
        """Who reads the registers sees all; who works for a unit, those of his unit."""
        if nguoi.co_quyen(Quyen.BAO_CAO):
            return self
        if nguoi.co_quyen(Quyen.GIAI_QUYET) and nguoi.don_vi_id:
            return self.filter(don_vi=nguoi.don_vi_id)
        return self.none()

    def so_don_vi(self) -> int:
        """How many units have a finding."""
        return self.aggregate(so=Count("don_vi", distinct=True))["so"]


class PhatHien(models.Model):
    """One finding of a kiểm tra nội bộ: which unit, what, mended by when (a clock, Viec.KHAC_PHUC), mended how."""

    hoat_dong = models.ForeignKey(HoatDong, models.CASCADE, related_name="phat_hien", verbose_name="cuộc kiểm tra")
    don_vi = models.ForeignKey(DonVi, models.PROTECT, related_name="phat_hien", verbose_name="đơn vị")
    noi_dung = models.CharField("tồn tại, vi phạm", max_length=1000)
    han_khac_phuc = models.DateField("hạn khắc phục")
    ngay_khac_phuc = models.DateField("ngày khắc phục xong", null=True, blank=True)
    bien_phap = models.CharField("biện pháp đã khắc phục", max_length=1000, blank=True)

    objects = PhatHienQuerySet.as_manager()

    class Meta:
        verbose_name = "tồn tại phát hiện qua kiểm tra"
        verbose_name_plural = "tồn tại phát hiện qua kiểm tra"
        ordering = ["han_khac_phuc", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ngay_khac_phuc=None) | ~Q(bien_phap=""),
                name="khac_phuc_xong_co_bien_phap",
                violation_error_message="Khắc phục xong phải ghi biện pháp đã làm.",
            )
        ]

    def __str__(self):
        return self.noi_dung

    def get_absolute_url(self):
        return reverse("baocao:phat_hien", args=[self.pk])
