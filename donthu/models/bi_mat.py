from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet

from tochuc.models import NhanVien, VaiTroNhanVien
from tochuc.vai_tro import BANG_QUYEN, Quyen, VaiTro

# Who has none of these has no business with any petition.
QUYEN_BIET_DON = frozenset({Quyen.XEM_MOI_DON, Quyen.XEM_TO_CAO, Quyen.GIAI_QUYET, Quyen.NHAP_DON})
VAI_TRO_BIET_DON = frozenset(ten for ten, quyen in BANG_QUYEN.items() if not quyen.isdisjoint(QUYEN_BIET_DON))


class QuanHe(models.TextChoices):
    """Why somebody must not know of a tố cáo nor work on it (Đ5.2, 10.3 NĐ 31/2019; Đ56 Luật TC)."""

    NHAN_CHUNG = "nhan_chung", "Người làm chứng"
    THAN_NHAN = "than_nhan", "Vợ, chồng, cha mẹ, con, anh chị em ruột của người bị tố cáo"
    LOI_ICH = "loi_ich", "Có quyền, lợi ích liên quan trực tiếp"


class NguoiLienQuan(models.Model):
    """Somebody of the centre, other than the accused, who is kept away from one tố cáo."""

    don = models.ForeignKey("donthu.DonThu", models.CASCADE, related_name="nguoi_lien_quan", verbose_name="đơn")
    nhan_vien = models.ForeignKey(
        NhanVien, models.PROTECT, related_name="lien_quan_to_cao", verbose_name="người của Trung tâm"
    )
    quan_he = models.CharField("quan hệ", max_length=15, choices=QuanHe)

    class Meta:
        verbose_name = "người liên quan"
        verbose_name_plural = "người liên quan"
        constraints = [models.UniqueConstraint(fields=["don", "nhan_vien"], name="mot_quan_he_moi_nguoi")]

    def __str__(self):
        return f"{self.don_id}: {self.get_quan_he_display()}"


def phai_tranh(nguoi: NhanVien) -> Q:
    """Rows that hang on a tố cáo (`don`) which `nguoi` must not know of nor work on: he is accused in it, or of the
    unit of who is, or recorded as witness, relative or concerned (Đ5.2, 10.3 NĐ 31/2019)."""
    bi_to_cao = NhanVien.don_bi_to_cao.through.objects.filter(donthu=OuterRef("don"))
    cung_don_vi = Q(nhanvien__don_vi=nguoi.don_vi_id) if nguoi.don_vi_id else Q()
    lien_quan = NguoiLienQuan.objects.filter(don=OuterRef("don"), nhan_vien=nguoi)
    return Q(Exists(bi_to_cao.filter(Q(nhanvien=nguoi) | cung_don_vi))) | Q(Exists(lien_quan))


def nguoi_phai_tranh(don) -> QuerySet[NhanVien]:
    """Everybody who must not know of the tố cáo `don`: `phai_tranh` read the other way round, and the leaders when one
    of them or the centre is accused (Đ18.2, 56 Luật TC; Đ5.2, 10.3 NĐ 31/2019)."""
    bi_to_cao = NhanVien.objects.filter(don_bi_to_cao=don)
    tranh = Q(pk__in=bi_to_cao.values("pk")) | Q(don_vi__in=bi_to_cao.exclude(don_vi=None).values("don_vi"))
    tranh |= Q(pk__in=NguoiLienQuan.objects.filter(don=don).values("nhan_vien"))
    if don.bi_to_cao_lanh_dao:
        tranh |= Q(pk__in=VaiTroNhanVien.objects.filter(vai_tro=VaiTro.LANH_DAO).values("nhan_vien"))
    return NhanVien.objects.filter(tranh)


class NguoiDuocBietQuerySet(models.QuerySet):
    def dang_biet(self, don) -> "NguoiDuocBietQuerySet":
        """Rows by which somebody sees `don` today: not ended, of who works here and need not keep away from it."""
        co_viec = VaiTroNhanVien.objects.filter(nhan_vien=OuterRef("nhan_vien"), vai_tro__in=VAI_TRO_BIET_DON)
        con_lam = self.filter(Exists(co_viec), don=don, ngay_thoi=None, nhan_vien__is_active=True)
        return con_lam.exclude(nhan_vien__in=nguoi_phai_tranh(don))


class NguoiDuocBiet(models.Model):
    """Somebody who needs to know of one tố cáo, with the reason (Đ56.2 Luật TC). Rows are ended, not erased."""

    don = models.ForeignKey("donthu.DonThu", models.CASCADE, related_name="nguoi_duoc_biet", verbose_name="đơn")
    nhan_vien = models.ForeignKey(
        NhanVien, models.PROTECT, related_name="to_cao_duoc_biet", verbose_name="người được biết"
    )
    ly_do = models.CharField("lý do được biết", max_length=200)
    tu_ngay = models.DateField("từ ngày")
    nguoi_them = models.ForeignKey(
        NhanVien, models.PROTECT, null=True, related_name="+", verbose_name="người đưa vào danh sách"
    )
    ngay_thoi = models.DateField("thôi từ ngày", null=True, blank=True)
    ly_do_thoi = models.CharField("lý do thôi", max_length=200, blank=True)

    objects = NguoiDuocBietQuerySet.as_manager()

    class Meta:
        verbose_name = "người được biết"
        verbose_name_plural = "danh sách người được biết"
        ordering = ["tu_ngay", "pk"]
        constraints = [
            # Also the index by which `for_user` asks.
            models.UniqueConstraint(
                fields=["don", "nhan_vien"], condition=Q(ngay_thoi=None), name="moi_nguoi_duoc_biet_mot_dong"
            )
        ]
        # `for_user` of who sees only what he is named in: the keys from the index alone.
        indexes = [models.Index(fields=["nhan_vien", "don"], condition=Q(ngay_thoi=None), name="to_cao_cua_nguoi")]

    def __str__(self):
        return f"{self.don_id}: {self.nhan_vien_id}"
