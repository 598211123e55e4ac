import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="NgayNghi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ngay",
                    models.DateField(
                        error_messages={"unique": "Ngày này đã có trong lịch nghỉ."}, unique=True, verbose_name="ngày"
                    ),
                ),
                (
                    "loai",
                    models.CharField(
                        choices=[
                            ("nghi_le", "Nghỉ lễ, Tết"),
                            ("nghi_bu", "Nghỉ bù"),
                            ("hoan_doi_nghi", "Nghỉ hoán đổi"),
                            ("lam_bu", "Làm bù"),
                        ],
                        max_length=15,
                        verbose_name="loại",
                    ),
                ),
                ("ten", models.CharField(max_length=100, verbose_name="tên ngày nghỉ")),
                ("so_van_ban", models.CharField(blank=True, max_length=200, verbose_name="văn bản ấn định")),
                (
                    "da_xac_nhan",
                    models.BooleanField(
                        default=False,
                        help_text="Chỉ ngày đã xác nhận mới làm thay đổi thời hạn.",
                        verbose_name="đã xác nhận",
                    ),
                ),
            ],
            options={
                "verbose_name": "ngày nghỉ",
                "verbose_name_plural": "ngày nghỉ",
                "ordering": ["ngay"],
            },
        ),
        migrations.CreateModel(
            name="CauHinh",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "co_quan_chu_quan",
                    models.CharField(default="SỞ Y TẾ", max_length=200, verbose_name="cơ quan chủ quản"),
                ),
                (
                    "ten_co_quan",
                    models.CharField(default="TRUNG TÂM Y TẾ", max_length=200, verbose_name="tên Trung tâm"),
                ),
                ("ky_hieu", models.CharField(default="TTYT", max_length=30, verbose_name="ký hiệu trên văn bản")),
                ("dia_danh", models.CharField(blank=True, max_length=100, verbose_name="địa danh ghi trên văn bản")),
                ("dia_chi", models.CharField(blank=True, max_length=300, verbose_name="địa chỉ")),
                (
                    "dia_diem_tiep",
                    models.CharField(
                        default="Phòng tiếp công dân", max_length=300, verbose_name="địa điểm tiếp công dân"
                    ),
                ),
                (
                    "gio_tiep",
                    models.CharField(
                        default="Thứ Hai đến thứ Sáu, 07 giờ 30 - 11 giờ 30 và 13 giờ 30 - 16 giờ 30",
                        max_length=200,
                        verbose_name="giờ tiếp thường xuyên",
                    ),
                ),
                (
                    "chuc_danh_dung_dau",
                    models.CharField(default="Giám đốc", max_length=100, verbose_name="chức danh người đứng đầu"),
                ),
                ("nguoi_dung_dau", models.CharField(blank=True, max_length=100, verbose_name="họ tên người đứng đầu")),
                (
                    "duong_day_nong",
                    models.CharField(blank=True, max_length=50, verbose_name="đường dây nóng của Trung tâm"),
                ),
                (
                    "duong_day_nong_so",
                    models.CharField(blank=True, max_length=50, verbose_name="đường dây nóng của Sở Y tế"),
                ),
                (
                    "thu_dien_tu",
                    models.EmailField(blank=True, max_length=254, verbose_name="thư điện tử của Trung tâm"),
                ),
                (
                    "ngay_nop_bao_cao",
                    models.PositiveSmallIntegerField(
                        default=15,
                        help_text="Số liệu chốt ngày 14, Sở gửi UBND tỉnh ngày 17; Sở Y tế ấn định ngày của Trung tâm.",
                        validators=[
                            django.core.validators.MinValueValidator(14),
                            django.core.validators.MaxValueValidator(17),
                        ],
                        verbose_name="ngày nộp báo cáo cho Sở (trong tháng cuối kỳ)",
                    ),
                ),
                (
                    "han_kien_nghi_phan_anh",
                    models.PositiveSmallIntegerField(
                        default=15,
                        help_text="Luật không ấn định; phải dưới 45 ngày (Điều 41.3b Nghị định 154/2026/NĐ-CP).",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(44),
                        ],
                        verbose_name="hạn nội bộ giải quyết kiến nghị, phản ánh (ngày)",
                    ),
                ),
            ],
            options={
                "verbose_name": "cấu hình Trung tâm",
                "verbose_name_plural": "cấu hình Trung tâm",
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="chi_mot_cau_hinh")],
            },
        ),
        migrations.CreateModel(
            name="DonVi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ma", models.CharField(max_length=20, unique=True, verbose_name="mã")),
                ("ten", models.CharField(max_length=200, verbose_name="tên đơn vị")),
                (
                    "loai",
                    models.CharField(
                        choices=[
                            ("BGD", "Ban Giám đốc"),
                            ("PHONG", "Phòng"),
                            ("KHOA", "Khoa"),
                            ("TO", "Tổ"),
                            ("NGOAI", "Cơ quan ngoài Trung tâm"),
                        ],
                        max_length=10,
                        verbose_name="loại",
                    ),
                ),
                ("duoc_giao", models.BooleanField(default=False, verbose_name="được giao giải quyết đơn")),
                ("co_hom_thu", models.BooleanField(default=False, verbose_name="có hòm thư góp ý")),
                (
                    "gui_bao_cao",
                    models.BooleanField(default=False, verbose_name="phải gửi báo cáo kỳ đến đây để tổng hợp"),
                ),
                ("hoat_dong", models.BooleanField(default=True, verbose_name="đang hoạt động")),
                (
                    "cha",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cap_duoi",
                        to="tochuc.donvi",
                        verbose_name="trực thuộc",
                    ),
                ),
            ],
            options={
                "verbose_name": "đơn vị",
                "verbose_name_plural": "đơn vị",
                "ordering": ["loai", "ten"],
            },
        ),
        migrations.CreateModel(
            name="NhanVien",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "Tên đăng nhập này đã có người dùng."},
                        max_length=50,
                        unique=True,
                        verbose_name="tên đăng nhập",
                    ),
                ),
                ("ho_ten", models.CharField(max_length=100, verbose_name="họ và tên")),
                ("chuc_vu", models.CharField(blank=True, max_length=100, verbose_name="chức vụ")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="thư điện tử")),
                ("is_active", models.BooleanField(default=True, verbose_name="đang làm việc")),
                (
                    "don_vi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nhan_vien",
                        to="tochuc.donvi",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "nhân viên",
                "verbose_name_plural": "nhân viên",
                "ordering": ["ho_ten"],
            },
        ),
        migrations.CreateModel(
            name="SoDem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("so_dang_ky", models.CharField(max_length=30, verbose_name="sổ đăng ký")),
                ("nam", models.PositiveSmallIntegerField(verbose_name="năm")),
                ("so_cuoi", models.PositiveIntegerField(default=0, verbose_name="số cuối")),
            ],
            options={
                "verbose_name": "số đếm",
                "verbose_name_plural": "số đếm",
                "constraints": [models.UniqueConstraint(fields=("so_dang_ky", "nam"), name="mot_so_dem_moi_so_va_nam")],
            },
        ),
        migrations.CreateModel(
            name="NhatKy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stt", models.PositiveIntegerField(verbose_name="số thứ tự")),
                ("thoi_diem", models.DateTimeField(verbose_name="thời điểm")),
                ("bam_truoc", models.CharField(blank=True, max_length=64, verbose_name="mã băm của dòng trước")),
                ("bam", models.CharField(max_length=64, verbose_name="mã băm")),
                (
                    "viec",
                    models.CharField(
                        choices=[
                            ("xem", "Xem"),
                            ("xuat", "Xuất dữ liệu"),
                            ("in_an", "In văn bản"),
                            ("nhap", "Nhập dữ liệu"),
                            ("sua", "Thay đổi"),
                            ("dang_nhap", "Đăng nhập"),
                        ],
                        max_length=15,
                        verbose_name="việc",
                    ),
                ),
                ("doi_tuong", models.CharField(max_length=100, verbose_name="đối tượng")),
                ("noi_dung", models.CharField(blank=True, max_length=500, verbose_name="nội dung")),
                ("mat", models.BooleanField(default=False, verbose_name="mật")),
                (
                    "nguoi",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người thực hiện",
                    ),
                ),
            ],
            options={
                "verbose_name": "nhật ký",
                "verbose_name_plural": "nhật ký",
                "indexes": [
                    models.Index(fields=["doi_tuong", "-stt"], name="nhat_ky_theo_doi_tuong"),
                    models.Index(condition=models.Q(("mat", True)), fields=["-stt"], name="nhat_ky_mat"),
                ],
                "constraints": [models.UniqueConstraint(fields=("stt",), name="nhat_ky_stt_khong_trung")],
            },
        ),
        migrations.CreateModel(
            name="VaiTroNhanVien",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "vai_tro",
                    models.CharField(
                        choices=[
                            ("tiep_dan", "Cán bộ tiếp công dân"),
                            ("tchc", "Tổ chức - Hành chính"),
                            ("truong_don_vi", "Trưởng khoa, phòng"),
                            ("chuyen_vien", "Chuyên viên xử lý"),
                            ("lanh_dao", "Lãnh đạo Trung tâm"),
                            ("quan_tri", "Quản trị hệ thống"),
                        ],
                        max_length=20,
                        verbose_name="vai trò",
                    ),
                ),
                (
                    "nhan_vien",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="vai_tro",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="nhân viên",
                    ),
                ),
            ],
            options={
                "verbose_name": "vai trò của nhân viên",
                "verbose_name_plural": "vai trò của nhân viên",
                "constraints": [models.UniqueConstraint(fields=("nhan_vien", "vai_tro"), name="moi_vai_tro_mot_lan")],
            },
        ),
    ]
