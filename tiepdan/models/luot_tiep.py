from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact, IsNull
from django.urls import reverse

from donthu.models import CongDan, DonThu, NguoiDuocBiet, NguoiLienQuan, VuViec
from donthu.phan_loai import DOAN_DONG_NGUOI, LoaiDon
from tiepdan.hinh_thuc import HinhThuc, HuongTiep, KetQuaTiep, NguoiTiep, ly_do_theo_ma
from tiepdan.models.lich_tiep import LichTiep
from tochuc.models import NhanVien, nho_theo_nguoi
from tochuc.vai_tro import Quyen, VaiTro


class LuotTiepQuerySet(models.QuerySet):
    @nho_theo_nguoi
    def for_user(self, nguoi: NhanVien) -> "LuotTiepQuerySet":
        """Visits this person may know of. Every list, page, print and export of the register starts here.

        A visit about a tố cáo is seen by who may know of its petition; one that made no petition by who wrote it and,
        where he sees every tố cáo of the matter, by who handles tố cáo. A visit of a matter from which the person must
        keep away does not exist for him, nor for leaders when one of them or the centre is accused (Đ9, 18.2, 56 Luật
        TC; Đ5.2 NĐ 31/2019). Quản trị sees none.
        """
        quyen = nguoi.tap_quyen if nguoi.is_active else frozenset()
        if quyen.isdisjoint({Quyen.TIEP_DAN, Quyen.XEM_SO_TIEP}):
            return self.none()
        la_lanh_dao = VaiTro.LANH_DAO in nguoi.tap_vai_tro
        # Scalars, asked of the visits that come; as EXISTS or IN all tố cáo would be gathered first.
        biet = NguoiDuocBiet.objects.filter(nhan_vien=nguoi, ngay_thoi=None)
        loai_don = Subquery(DonThu.objects.filter(pk=OuterRef("don")).order_by().values("loai"))
        biet_don = Subquery(biet.filter(don=OuterRef("don")).order_by().values("pk"))
        don_la_to_cao = Q(Exact(Coalesce(loai_don, Value("")), LoaiDon.TO_CAO))
        chua_thanh_don = Q(nguoi_ghi=nguoi)
        if Quyen.XEM_TO_CAO in quyen and not (la_lanh_dao and nguoi.la_cap_pho):
            to_cao_cung_vu_viec = DonThu.objects.filter(vu_viec=OuterRef("vu_viec"), loai=LoaiDon.TO_CAO)
            khong_biet = to_cao_cung_vu_viec.exclude(Exists(biet.filter(don=OuterRef("pk")))).order_by()
            chua_thanh_don |= Q(IsNull(Subquery(khong_biet.values("pk")[:1]), True))
        thay = self.filter(
            ~Q(loai=LoaiDon.TO_CAO) & ~don_la_to_cao
            | don_la_to_cao & Q(IsNull(biet_don, False))
            | Q(don=None) & chua_thanh_don
        )
        # Small sets asked once; as a join the planner would read the whole register for them.
        phai_tranh = DonThu.objects.filter(pk__in=_to_cao_phai_tranh(nguoi), loai=LoaiDon.TO_CAO)
        thay = thay.exclude(pk__in=_bi_to_cao(LuotTiep, nguoi).values("luottiep"))
        thay = thay.exclude(vu_viec__in=phai_tranh.values("vu_viec")).exclude(don__in=phai_tranh.values("pk"))
        if la_lanh_dao:
            ve_lanh_dao = DonThu.objects.filter(loai=LoaiDon.TO_CAO, bi_to_cao_lanh_dao=True)
            thay = thay.filter(bi_to_cao_lanh_dao=False).exclude(vu_viec__in=ve_lanh_dao.values("vu_viec"))
            thay = thay.exclude(don__in=ve_lanh_dao.values("pk"))
        return thay


def _bi_to_cao(model: type[models.Model], nguoi: NhanVien) -> QuerySet:
    """Links of petitions or visits to who is accused in them: the person, or somebody of his unit."""
    cung_don_vi = Q(nhanvien__don_vi=nguoi.don_vi_id) if nguoi.don_vi_id else Q()
    return model.nguoi_bi_to_cao.through.objects.filter(Q(nhanvien=nguoi) | cung_don_vi)


def _to_cao_phai_tranh(nguoi: NhanVien) -> QuerySet:
    """Keys of the tố cáo from which he must keep away, as `phai_tranh` has it, read from the few rows that say so."""
    lien_quan = NguoiLienQuan.objects.filter(nhan_vien=nguoi)
    return _bi_to_cao(DonThu, nguoi).values_list("donthu").union(lien_quan.values_list("don"))


class LuotTiep(models.Model):
    """One reception of one citizen or group: a row of Sổ tiếp công dân, Mẫu 03/TCD (Đ27 NĐ 154/2026; Đ25.2 Luật TCD).

    It changes only through `tiepdan/actions`.
    """

    ma = models.CharField("mã lượt tiếp", max_length=40, unique=True)
    ngay = models.DateField("ngày tiếp")
    gio = models.TimeField("giờ tiếp", null=True, blank=True)
    lich = models.ForeignKey(
        LichTiep, models.PROTECT, null=True, blank=True, related_name="luot_tiep", verbose_name="buổi tiếp"
    )
    nguoi_tiep = models.CharField("người tiếp", max_length=15, choices=NguoiTiep, default=NguoiTiep.THUONG_XUYEN)
    can_bo = models.ForeignKey(
        NhanVien, models.PROTECT, null=True, related_name="luot_da_tiep", verbose_name="cán bộ tiếp"
    )
    nguoi_ghi = models.ForeignKey(
        NhanVien, models.PROTECT, null=True, related_name="luot_da_ghi", verbose_name="người ghi sổ"
    )
    hinh_thuc = models.CharField("hình thức", max_length=15, choices=HinhThuc, default=HinhThuc.TRUC_TIEP)
    cong_dan = models.ForeignKey(
        CongDan, models.PROTECT, null=True, blank=True, related_name="luot_tiep", verbose_name="công dân"
    )
    dai_dien = models.CharField("tư cách đại diện, ủy quyền", max_length=200, blank=True)
    so_nguoi = models.PositiveIntegerField("số người", default=1)
    so_dai_dien = models.PositiveSmallIntegerField("số người đại diện", null=True, blank=True)
    loai = models.CharField("loại", max_length=10, choices=LoaiDon)
    noi_dung = models.CharField("nội dung", max_length=2000)
    yeu_cau = models.CharField("yêu cầu, đề nghị", max_length=1000, blank=True)
    doi_tuong = models.CharField("người, đơn vị bị khiếu nại, tố cáo, phản ánh", max_length=300, blank=True)
    nguoi_bi_to_cao = models.ManyToManyField(
        NhanVien, blank=True, related_name="luot_bi_to_cao", verbose_name="người của Trung tâm bị tố cáo"
    )
    bi_to_cao_lanh_dao = models.BooleanField("bị tố cáo là lãnh đạo hoặc tập thể Trung tâm", default=False)
    khong_giu_bi_mat = models.BooleanField("người tố cáo không yêu cầu giữ bí mật danh tính", default=False)
    co_quan_da_giai_quyet = models.CharField("cơ quan đã giải quyết", max_length=300, blank=True)
    vu_viec = models.ForeignKey(VuViec, models.PROTECT, related_name="luot_tiep", verbose_name="vụ việc")
    don = models.ForeignKey(
        DonThu, models.PROTECT, null=True, blank=True, related_name="luot_tiep", verbose_name="đơn tiếp nhận"
    )
    ket_qua = models.CharField("kết quả tiếp", max_length=10, choices=KetQuaTiep, default=KetQuaTiep.DA_TIEP)
    huong = models.CharField("hướng xử lý", max_length=15, choices=HuongTiep, blank=True)
    ly_do_tu_choi = models.CharField("lý do từ chối", max_length=5, blank=True)
    co_quan_nhan = models.CharField("cơ quan được hướng dẫn, chuyển đến", max_length=200, blank=True)
    so_van_ban = models.CharField("số văn bản hướng dẫn, chuyển đơn", max_length=60, blank=True)
    tra_loi = models.CharField("nội dung trả lời, giải thích", max_length=2000, blank=True)
    so_bien_nhan = models.CharField("số giấy biên nhận", max_length=40, blank=True)
    ghi_chu = models.CharField("ghi chú", max_length=500, blank=True)
    so_lan_sua = models.PositiveIntegerField("số lần sửa", default=0)
    khoa_gui = models.UUIDField("khóa của lần gửi biểu mẫu", null=True, blank=True, unique=True, editable=False)

    # Words about who came that go with the name when the matter turns out to be a tố cáo (donthu/actions/phan_loai.py).
    CHU_DANH_TINH = ("dai_dien",)

    objects = LuotTiepQuerySet.as_manager()

    class Meta:
        verbose_name = "lượt tiếp"
        verbose_name_plural = "lượt tiếp"
        ordering = ["-ngay", "-pk"]
        indexes = [
            # The register: newest first, alone or under one filter, walked by key from either end; today.
            models.Index(fields=["-ngay", "-id"], name="luot_tiep_moi_nhat"),
            models.Index(fields=["loai", "-ngay", "-id"], name="luot_tiep_loai"),
            models.Index(fields=["nguoi_tiep", "-ngay", "-id"], name="luot_tiep_nguoi_tiep"),
            models.Index(
                fields=["-ngay", "-id"],
                condition=Q(so_nguoi__gte=DOAN_DONG_NGUOI),
                name="luot_tiep_dong_nguoi",
            ),
            models.Index(fields=["-ngay", "-id"], condition=Q(ket_qua="tu_choi"), name="luot_tiep_tu_choi"),
            models.Index(fields=["-ngay", "-id"], condition=Q(hinh_thuc="truc_tuyen"), name="luot_tiep_truc_tuyen"),
            # 01/TCD: the visits of a period, counted from the index alone.
            models.Index(
                fields=["ngay", "nguoi_tiep", "so_nguoi", "vu_viec"],
                condition=Q(ket_qua=KetQuaTiep.DA_TIEP),
                name="luot_tiep_bao_cao",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(loai=LoaiDon.TO_CAO) | Q(cong_dan=None),
                name="luot_to_cao_khong_co_cong_dan",
                violation_error_message="Lượt tiếp về tố cáo không ghi danh tính người đến.",
            ),
            models.CheckConstraint(
                condition=Q(ket_qua="tu_choi") & ~Q(ly_do_tu_choi="") | Q(ket_qua="da_tiep", ly_do_tu_choi=""),
                name="tu_choi_co_ly_do",
                violation_error_message="Từ chối tiếp phải ghi lý do.",
            ),
            models.CheckConstraint(
                condition=Q(so_nguoi__gte=1),
                name="luot_it_nhat_mot_nguoi",
                violation_error_message="Số người ít nhất là 1.",
            ),
            models.CheckConstraint(
                condition=Q(khong_giu_bi_mat=False) | Q(loai=LoaiDon.TO_CAO),
                name="khong_giu_bi_mat_chi_cua_to_cao",
                violation_error_message="Xác nhận không giữ bí mật danh tính chỉ dùng cho tố cáo.",
            ),
        ]

    def __str__(self):
        return self.ma

    def get_absolute_url(self):
        return reverse("tiepdan:chi_tiet", args=[self.pk])

    @property
    def ve_to_cao(self) -> bool:
        """Whether identity must not be shown: a tố cáo at the counter, or classified so afterwards."""
        return self.loai == LoaiDon.TO_CAO or bool(self.don and self.don.loai == LoaiDon.TO_CAO)

    @property
    def nguoi_den(self) -> str:
        """Who the screen and the register name: the citizen, or the code of a denouncer."""
        if self.ve_to_cao:
            return self.don.ma_nguoi_to_cao if self.don else "Người tố cáo (không ghi danh tính)"
        return self.cong_dan.ho_ten if self.cong_dan else "Không rõ danh tính"

    @property
    def bi_tu_choi(self) -> bool:
        return self.ket_qua == KetQuaTiep.TU_CHOI

    @property
    def dong_nguoi(self) -> bool:
        """Whether it counts as an đoàn đông người of form 01/TCD."""
        return self.so_nguoi >= DOAN_DONG_NGUOI

    @property
    def can_cu_tu_choi(self):
        """The ground of the refusal (`LyDoTuChoi`), None when received."""
        return ly_do_theo_ma(self.ly_do_tu_choi)


class TaiLieuNhan(models.Model):
    """A document handed in at reception, as listed on the receipt 02/TCD (Đ15.2 NĐ 154/2026)."""

    luot = models.ForeignKey(LuotTiep, models.CASCADE, related_name="tai_lieu", verbose_name="lượt tiếp")
    ten = models.CharField("tên tài liệu", max_length=300)
    so_trang = models.PositiveIntegerField("số trang", null=True, blank=True)
    tinh_trang = models.CharField("tình trạng", max_length=100, blank=True)

    class Meta:
        verbose_name = "tài liệu nhận"
        verbose_name_plural = "tài liệu nhận"
        ordering = ["pk"]

    def __str__(self):
        return self.ten


class NgayDaKhoa(models.Model):
    """A day of the register that is closed: its visits no longer change, corrections are addenda (Đ27 NĐ 154/2026)."""

    ngay = models.DateField("ngày", unique=True)
    nguoi = models.ForeignKey(NhanVien, models.PROTECT, verbose_name="người khóa")
    thoi_diem = models.DateTimeField("khóa lúc", auto_now_add=True)

    class Meta:
        verbose_name = "ngày đã khóa sổ"
        verbose_name_plural = "ngày đã khóa sổ"

    def __str__(self):
        return f"{self.ngay:%d/%m/%Y}"


class BoSung(models.Model):
    """An addendum to a visit of a closed day; only ever added."""

    luot = models.ForeignKey(LuotTiep, models.PROTECT, related_name="bo_sung", verbose_name="lượt tiếp")
    noi_dung = models.CharField("nội dung bổ sung, đính chính", max_length=1000)
    nguoi = models.ForeignKey(NhanVien, models.PROTECT, verbose_name="người bổ sung")
    thoi_diem = models.DateTimeField("bổ sung lúc", auto_now_add=True)

    class Meta:
        verbose_name = "bổ sung"
        verbose_name_plural = "bổ sung"
        ordering = ["pk"]

    def __str__(self):
        return self.noi_dung

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise PermissionDenied("Nội dung bổ sung chỉ được thêm, không được sửa.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise PermissionDenied("Nội dung bổ sung chỉ được thêm, không được xóa.")
