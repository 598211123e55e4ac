import unicodedata

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from donthu.models.cong_dan import CongDan
from donthu.models.linh_vuc import LinhVuc
from donthu.models.tap_don import DonThuQuerySet
from donthu.models.tien_dat import so_dem, truong_so_luong
from donthu.models.vu_viec import VuViec
from donthu.phan_loai import (
    DON_THEO_LUAT,
    KET_QUA_KHIEU_NAI_LAN_HAI,
    LOAI_CO_LAN_HAI,
    HuongXuLy,
    KetQua,
    LoaiDon,
    NguonDon,
)
from donthu.quy_trinh.trang_thai import DA_DONG, TrangThai
from tochuc.models import DonVi, NhanVien
from tochuc.tim_kiem import bo_dau

KHONG_DANH_TINH = "Không có danh tính"


class DonThu(models.Model):
    """A petition: khiếu nại, tố cáo, kiến nghị, phản ánh, or another opinion.

    It changes only through `donthu/actions`. Reports count the dates on this row, so a past period gives the same
    numbers for ever (`baocao/so_lieu.py`).
    """

    ma = models.CharField("mã đơn", max_length=40, unique=True)
    vu_viec = models.ForeignKey(VuViec, models.PROTECT, related_name="don_thu", verbose_name="vụ việc")
    loai = models.CharField("loại đơn", max_length=10, choices=LoaiDon)
    lan = models.PositiveSmallIntegerField("lần", default=1, help_text="2: khiếu nại lần hai, tố cáo tiếp.")
    linh_vuc = models.ForeignKey(
        LinhVuc, models.PROTECT, db_index=False, related_name="don_thu", verbose_name="lĩnh vực"
    )
    nguon = models.CharField("nguồn đơn", max_length=20, choices=NguonDon)
    co_quan_chuyen_den = models.CharField("cơ quan chuyển đến", max_length=200, blank=True)
    ngay_nhan = models.DateField("ngày nhận")
    ngay_viet_don = models.DateField("ngày viết đơn", null=True, blank=True)
    cong_dan = models.ForeignKey(
        CongDan, models.PROTECT, null=True, blank=True, related_name="don_thu", verbose_name="người gửi đơn"
    )
    ma_nguoi_to_cao = models.CharField("mã người tố cáo", max_length=20, blank=True)
    so_nguoi = models.PositiveIntegerField("số người", default=1)
    tom_tat = models.CharField("tóm tắt nội dung", max_length=1000)
    yeu_cau = models.CharField("yêu cầu, đề nghị", max_length=1000, blank=True)
    doi_tuong = models.CharField("người, đơn vị bị khiếu nại, tố cáo, phản ánh", max_length=300, blank=True)
    nguoi_bi_to_cao = models.ManyToManyField(
        NhanVien, blank=True, related_name="don_bi_to_cao", verbose_name="người của Trung tâm bị tố cáo"
    )
    bi_to_cao_lanh_dao = models.BooleanField("bị tố cáo là lãnh đạo hoặc tập thể Trung tâm", default=False)
    don_vi = models.ForeignKey(
        DonVi,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="don_thu",
        verbose_name="đơn vị giải quyết",
    )
    nguoi_nhap = models.ForeignKey(
        NhanVien,
        models.PROTECT,
        null=True,
        db_index=False,
        related_name="don_da_nhap",
        verbose_name="người nhập",
    )
    ky_luat = models.BooleanField("khiếu nại quyết định kỷ luật", default=False)
    vung_sau = models.BooleanField("vùng sâu, vùng xa đi lại khó khăn", default=False)
    ly_do_vung_sau = models.CharField("lý do xác định vùng sâu, vùng xa", max_length=300, blank=True)
    buoc_thoi_viec = models.BooleanField("khiếu nại quyết định buộc thôi việc", default=False)
    ngay_biet = models.DateField("ngày nhận hoặc biết quyết định, hành vi bị khiếu nại", null=True, blank=True)
    du_chu_ky = models.BooleanField("đủ chữ ký của mọi người gửi đơn", null=True, blank=True)
    so_dai_dien = models.PositiveSmallIntegerField("số người đại diện", null=True, blank=True)
    nac_danh = models.BooleanField("tố cáo nặc danh, mạo danh", default=False)
    co_chung_cu = models.BooleanField("nặc danh nhưng có chứng cứ cụ thể", default=False)
    quy_dinh_hanh_chinh = models.BooleanField("phản ánh, kiến nghị về quy định hành chính", default=False)
    da_gui_cap_tren = models.BooleanField("người gửi đã gửi cấp trên trước khi Trung tâm giải quyết", default=False)
    phuc_tap = models.BooleanField("vụ việc phức tạp", default=False)
    tieu_chi_phuc_tap = models.JSONField("tiêu chí phức tạp", default=list, blank=True)
    khan_cap = models.BooleanField("khẩn cấp", default=False)
    ly_do_khan_cap = models.CharField("lý do khẩn cấp", max_length=300, blank=True)
    tach_tu = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="don_tach_ra", verbose_name="tách từ đơn"
    )
    trung_voi = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="don_trung", verbose_name="trùng với đơn"
    )

    trang_thai = models.CharField("trạng thái", max_length=20, choices=TrangThai, default=TrangThai.TIEP_NHAN)
    so_buoc = models.PositiveIntegerField("số bước đã làm", default=0)
    dang_tam_dinh_chi = models.BooleanField("đang tạm đình chỉ", default=False)
    dang_giam_dinh = models.BooleanField("đang chờ giám định", default=False)
    dang_dung_thi_hanh = models.BooleanField("đang tạm đình chỉ thi hành quyết định bị khiếu nại", default=False)
    khac_ket_qua = models.BooleanField("yêu cầu khác kết quả xác minh", null=True, blank=True)
    da_rut_het = models.BooleanField("đã rút toàn bộ nội dung", default=False)
    cho_bao_ve = models.BooleanField("có đề nghị bảo vệ đang chờ", default=False)
    dang_bao_ve = models.BooleanField("đang áp dụng biện pháp bảo vệ", default=False)
    tu_choi_bao_mat = models.BooleanField("người tố cáo từ chối giữ bí mật danh tính", default=False)

    ngay_xu_ly = models.DateField("ngày xử lý", null=True, blank=True)
    du_dieu_kien = models.BooleanField("đủ điều kiện xử lý", null=True, blank=True)
    ly_do_khong_du = models.CharField("lý do không đủ điều kiện", max_length=300, blank=True)
    thuoc_tham_quyen = models.BooleanField("thuộc thẩm quyền", null=True, blank=True)
    huong_xu_ly = models.CharField("hướng xử lý", max_length=20, choices=HuongXuLy, blank=True)
    co_quan_nhan = models.CharField("cơ quan được hướng dẫn hoặc chuyển đến", max_length=200, blank=True)
    ngay_thu_ly = models.DateField("ngày thụ lý", null=True, blank=True)
    ngay_khong_thu_ly = models.DateField("ngày không thụ lý", null=True, blank=True)
    ly_do_khong_thu_ly = models.CharField("lý do không thụ lý", max_length=500, blank=True)
    ngay_dinh_chi = models.DateField("ngày đình chỉ", null=True, blank=True)
    ngay_ban_hanh = models.DateField("ngày ban hành", null=True, blank=True)
    ket_qua = models.CharField("kết quả", max_length=15, choices=KetQua, blank=True)
    noi_dung_ban_hanh = models.TextField("nội dung quyết định, kết luận, trả lời", blank=True)
    ngay_gui_quyet_dinh = models.DateField("ngày gửi quyết định", null=True, blank=True)
    ngay_nhan_quyet_dinh = models.DateField("ngày người khiếu nại nhận quyết định", null=True, blank=True)
    ngay_lan_hai = models.DateField("ngày quyết định giải quyết lần hai của cấp trên", null=True, blank=True)
    ngay_hieu_luc = models.DateField("ngày có hiệu lực pháp luật", null=True, blank=True)
    ngay_thi_hanh_xong = models.DateField("ngày thi hành xong", null=True, blank=True)
    ngay_ket_thuc = models.DateField("ngày kết thúc", null=True, blank=True)

    thu_hoi_tien = truong_so_luong("thu hồi tiền (Trđ)")
    thu_hoi_dat = truong_so_luong("thu hồi đất (m²)")
    tra_lai_tien = truong_so_luong("trả lại tiền (Trđ)")
    tra_lai_dat = truong_so_luong("trả lại đất (m²)")
    to_chuc_duoc_tra = so_dem("tổ chức được trả lại quyền lợi")
    ca_nhan_duoc_tra = so_dem("cá nhân được trả lại quyền lợi")
    to_chuc_bi_kien_nghi = so_dem("tổ chức bị kiến nghị xử lý")
    nguoi_bi_kien_nghi = so_dem("người bị kiến nghị xử lý")
    can_bo_bi_kien_nghi = so_dem("trong đó cán bộ, công chức, viên chức bị kiến nghị")
    vu_chuyen_dieu_tra = so_dem("vụ chuyển cơ quan điều tra")
    nguoi_chuyen_dieu_tra = so_dem("người chuyển cơ quan điều tra")
    can_bo_chuyen_dieu_tra = so_dem("trong đó cán bộ, công chức, viên chức chuyển điều tra")

    tim_kiem = models.TextField("chữ để tìm, không dấu", editable=False)
    tim_kiem_dau = models.TextField("chữ để tìm, có dấu", editable=False)

    objects = DonThuQuerySet.as_manager()

    class Meta:
        verbose_name = "đơn"
        verbose_name_plural = "đơn thư"
        ordering = ["-ngay_nhan", "-pk"]
        indexes = [
            # The register: newest first, alone or under one filter, walked by key from either end.
            models.Index(fields=["-ngay_nhan", "-id"], name="don_thu_moi_nhat"),
            models.Index(fields=["loai", "-ngay_nhan", "-id"], name="don_thu_loai"),
            models.Index(fields=["trang_thai", "-ngay_nhan", "-id"], name="don_thu_trang_thai"),
            models.Index(fields=["don_vi", "-ngay_nhan", "-id"], name="don_thu_don_vi"),
            models.Index(fields=["linh_vuc", "-ngay_nhan", "-id"], name="don_thu_linh_vuc"),
            models.Index(fields=["nguon", "-ngay_nhan", "-id"], name="don_thu_nguon"),
            models.Index(
                fields=["nguoi_nhap", "-ngay_nhan", "-id"], name="don_thu_nguoi_nhap"
            ),  # reception sees its own
            models.Index(
                fields=["-ngay_nhan", "-id"], condition=Q(so_nguoi__gte=5), name="don_thu_dong_nguoi"
            ),  # đoàn đông người are few
            # "Chưa kết thúc": few, however long the register.
            models.Index(fields=["-ngay_nhan", "-id"], condition=~Q(trang_thai__in=DA_DONG), name="don_thu_dang_mo"),
            # 02/XLD, 03, 04: petitions processed in or after a period, or never, counted from the index alone.
            models.Index(
                fields=[
                    "ngay_xu_ly",
                    "ngay_nhan",
                    "loai",
                    "lan",
                    "linh_vuc",
                    "du_dieu_kien",
                    "thuoc_tham_quyen",
                    "huong_xu_ly",
                    "vu_viec",
                    "ngay_thu_ly",
                    "ngay_khong_thu_ly",
                    "ngay_dinh_chi",
                ],
                condition=Q(loai__in=DON_THEO_LUAT),
                name="don_thu_bao_cao_xu_ly",
            ),
            # Reception asks of a vụ việc whether a leader is accused in it; nearly none is.
            models.Index(fields=["vu_viec"], condition=Q(bi_to_cao_lanh_dao=True), name="don_thu_lanh_dao"),
            # The 30, 40, 45 days alarm looks only at what nobody has processed.
            models.Index(fields=["ngay_nhan"], condition=Q(ngay_xu_ly=None), name="don_thu_chua_xu_ly"),
            # Flags of the register: complex, urgent; few rows each.
            models.Index(fields=["-ngay_nhan", "-id"], condition=Q(phuc_tap=True), name="don_thu_phuc_tap"),
            models.Index(fields=["-ngay_nhan", "-id"], condition=Q(khan_cap=True), name="don_thu_khan_cap"),
            # "Vượt cấp" looks only at what went to a superior, or came from another body.
            models.Index(
                fields=["-ngay_nhan", "-id"],
                condition=Q(da_gui_cap_tren=True) | Q(nguon=NguonDon.CO_QUAN_CHUYEN),
                name="don_thu_qua_noi_khac",
            ),
            # The nightly task asks what waits for its effect.
            models.Index(fields=["id"], condition=Q(trang_thai=TrangThai.CHO_HIEU_LUC), name="don_thu_cho_hieu_luc"),
            # 03, 04, 05: decisions not yet executed before a period, and what they order, from the index alone.
            models.Index(
                fields=[
                    "ngay_thi_hanh_xong",
                    "ngay_ban_hanh",
                    "loai",
                    "lan",
                    "ket_qua",
                    "thu_hoi_tien",
                    "thu_hoi_dat",
                    "tra_lai_tien",
                    "tra_lai_dat",
                    "to_chuc_duoc_tra",
                    "ca_nhan_duoc_tra",
                    "to_chuc_bi_kien_nghi",
                    "nguoi_bi_kien_nghi",
                    "can_bo_bi_kien_nghi",
                    "vu_chuyen_dieu_tra",
                    "nguoi_chuyen_dieu_tra",
                    "can_bo_chuyen_dieu_tra",
                ],
                condition=Q(loai__in=LOAI_CO_LAN_HAI, ngay_ban_hanh__isnull=False),
                name="don_thu_bao_cao_ban_hanh",
            ),
        ]
        # What is compared with an empty field is neither true nor false, and SQL lets that pass: hence "not empty" too.
        constraints = [
            models.CheckConstraint(
                condition=Q(loai=LoaiDon.TO_CAO, cong_dan=None) & ~Q(ma_nguoi_to_cao="")
                | ~Q(loai=LoaiDon.TO_CAO) & Q(ma_nguoi_to_cao=""),
                name="to_cao_khong_co_cong_dan",
                violation_error_message="Đơn tố cáo không ghi người gửi, chỉ ghi mã người tố cáo.",
            ),
            models.UniqueConstraint(
                fields=["ma_nguoi_to_cao"], condition=~Q(ma_nguoi_to_cao=""), name="ma_nguoi_to_cao_khong_trung"
            ),
            models.CheckConstraint(
                condition=Q(lan=1) | Q(lan=2, loai__in=LOAI_CO_LAN_HAI),
                name="lan_hai_chi_khieu_nai_to_cao",
                violation_error_message="Chỉ khiếu nại, tố cáo mới có lần hai.",
            ),
            models.CheckConstraint(
                condition=Q(trang_thai__in=DA_DONG, ngay_ket_thuc__isnull=False)
                | ~Q(trang_thai__in=DA_DONG) & Q(ngay_ket_thuc=None),
                name="don_da_dong_co_ngay_ket_thuc",
                violation_error_message="Đơn đã kết thúc phải có ngày kết thúc.",
            ),
            models.CheckConstraint(
                condition=Q(ngay_xu_ly=None, huong_xu_ly="")
                | Q(ngay_xu_ly__gte=F("ngay_nhan"), du_dieu_kien__isnull=False) & ~Q(huong_xu_ly=""),
                name="da_xu_ly_thi_co_huong",
                violation_error_message="Ngày xử lý không được trước ngày nhận và phải có hướng xử lý.",
            ),
            models.CheckConstraint(
                condition=Q(thuoc_tham_quyen=None)
                | Q(thuoc_tham_quyen=False)
                | Q(du_dieu_kien__isnull=False, du_dieu_kien=True),
                name="thuoc_tham_quyen_thi_du_dieu_kien",
                violation_error_message="Đơn thuộc thẩm quyền phải đủ điều kiện xử lý.",
            ),
            models.CheckConstraint(
                condition=Q(ngay_thu_ly=None)
                | Q(
                    ngay_xu_ly__isnull=False,
                    ngay_thu_ly__gte=F("ngay_xu_ly"),
                    du_dieu_kien=True,
                    thuoc_tham_quyen__isnull=False,
                    thuoc_tham_quyen=True,
                    ngay_khong_thu_ly=None,
                ),
                name="thu_ly_sau_xu_ly",
                violation_error_message="Chỉ thụ lý, từ ngày xử lý trở đi, đơn đủ điều kiện và thuộc thẩm quyền.",
            ),
            models.CheckConstraint(
                condition=Q(ngay_khong_thu_ly=None)
                | Q(ngay_xu_ly__isnull=False, ngay_khong_thu_ly__gte=F("ngay_xu_ly")),
                name="khong_thu_ly_sau_xu_ly",
                violation_error_message="Ngày không thụ lý không được trước ngày xử lý.",
            ),
            models.CheckConstraint(
                condition=Q(ngay_dinh_chi=None)
                | Q(ngay_xu_ly__isnull=False, ngay_dinh_chi__gte=F("ngay_xu_ly"), ngay_ban_hanh=None),
                name="dinh_chi_sau_xu_ly",
                violation_error_message="Ngày đình chỉ không được trước ngày xử lý; đã đình chỉ thì không ban hành.",
            ),
            models.CheckConstraint(
                condition=Q(ngay_ban_hanh=None)
                | Q(ngay_thu_ly__isnull=False, ngay_ban_hanh__gte=F("ngay_thu_ly"))
                | Q(ngay_thu_ly=None, ngay_ban_hanh__gte=F("ngay_nhan")) & ~Q(loai__in=LOAI_CO_LAN_HAI),
                name="ban_hanh_sau_thu_ly",
                violation_error_message="Ngày ban hành không được trước ngày thụ lý.",
            ),
            models.CheckConstraint(
                condition=Q(ngay_ban_hanh=None, ket_qua="")
                | Q(ngay_ban_hanh__isnull=False, ket_qua="") & ~Q(loai__in=LOAI_CO_LAN_HAI)
                | Q(ngay_ban_hanh__isnull=False, loai__in=LOAI_CO_LAN_HAI) & ~Q(ket_qua=""),
                name="ban_hanh_co_ket_qua",
                violation_error_message="Quyết định, kết luận phải có kết quả đúng, sai hoặc đúng một phần.",
            ),
            models.CheckConstraint(
                condition=~Q(ket_qua__in=KET_QUA_KHIEU_NAI_LAN_HAI) | Q(loai=LoaiDon.KHIEU_NAI, lan=2),
                name="ket_qua_lan_hai_cua_khieu_nai",
                violation_error_message="Công nhận, hủy sửa chỉ dùng cho khiếu nại lần hai.",
            ),
            models.CheckConstraint(
                # What the Sở or the Court decided where we had not has only a day of effect.
                condition=Q(ngay_thi_hanh_xong=None)
                | Q(ngay_ban_hanh__isnull=False, ngay_thi_hanh_xong__gte=F("ngay_ban_hanh"))
                | Q(ngay_ban_hanh=None, ngay_hieu_luc__isnull=False, ngay_thi_hanh_xong__gte=F("ngay_hieu_luc")),
                name="thi_hanh_xong_sau_ban_hanh",
                violation_error_message="Ngày thi hành xong không được trước ngày ban hành, ngày có hiệu lực.",
            ),
            models.CheckConstraint(
                condition=Q(ngay_gui_quyet_dinh=None) | Q(ngay_gui_quyet_dinh__gte=F("ngay_ban_hanh")),
                name="gui_quyet_dinh_sau_ban_hanh",
                violation_error_message="Ngày gửi quyết định không được trước ngày ban hành.",
            ),
            models.CheckConstraint(
                condition=Q(ngay_nhan_quyet_dinh=None) | Q(ngay_nhan_quyet_dinh__gte=F("ngay_gui_quyet_dinh")),
                name="nhan_quyet_dinh_sau_khi_gui",
                violation_error_message="Ngày người khiếu nại nhận quyết định không được trước ngày gửi.",
            ),
            models.CheckConstraint(
                condition=Q(loai=LoaiDon.TO_CAO) | Q(nac_danh=False, cho_bao_ve=False, dang_bao_ve=False),
                name="nac_danh_bao_ve_chi_cua_to_cao",
                violation_error_message="Nặc danh và bảo vệ người tố cáo chỉ dùng cho tố cáo.",
            ),
            models.CheckConstraint(
                condition=Q(trung_voi=None) | ~Q(trung_voi=F("pk")),
                name="khong_trung_voi_chinh_no",
                violation_error_message="Đơn không thể trùng với chính nó.",
            ),
            models.CheckConstraint(
                condition=Q(so_nguoi__gte=1), name="it_nhat_mot_nguoi", violation_error_message="Số người ít nhất là 1."
            ),
            models.CheckConstraint(
                condition=Q(can_bo_bi_kien_nghi__lte=F("nguoi_bi_kien_nghi"))
                & Q(can_bo_chuyen_dieu_tra__lte=F("nguoi_chuyen_dieu_tra")),
                name="trong_do_khong_lon_hon_tong",
                violation_error_message="Số cán bộ, công chức, viên chức không được lớn hơn tổng số người.",
            ),
        ]

    def __str__(self):
        return self.ma

    def get_absolute_url(self):
        return reverse("donthu:chi_tiet", args=[self.pk])

    @property
    def nguoi_gui(self) -> str:
        """Who the screen names: the citizen, or the code of a denouncer."""
        return self.ma_nguoi_to_cao or (self.cong_dan.ho_ten if self.cong_dan else KHONG_DANH_TINH)

    @property
    def da_dong(self) -> bool:
        return self.trang_thai in DA_DONG

    def dien_chu_tim(self) -> None:
        """Fill the two search columns; the code, the summary and, never for tố cáo, the name of who wrote."""
        chu = " ".join(
            phan
            for phan in (self.ma, self.nguoi_gui if self.cong_dan_id or self.ma_nguoi_to_cao else "", self.tom_tat)
            if phan
        )
        self.tim_kiem = bo_dau(chu)
        self.tim_kiem_dau = unicodedata.normalize("NFC", chu.lower())

    def save(self, *args, **kwargs):
        self.dien_chu_tim()
        super().save(*args, **kwargs)
