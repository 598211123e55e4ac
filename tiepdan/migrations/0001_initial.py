import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("donthu", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LichTiep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ngay", models.DateField(verbose_name="ngày")),
                (
                    "loai",
                    models.CharField(
                        choices=[("dinh_ky", "Định kỳ"), ("dot_xuat", "Đột xuất"), ("thuong_xuyen", "Thường xuyên")],
                        max_length=15,
                        verbose_name="loại",
                    ),
                ),
                (
                    "nguoi_tiep",
                    models.CharField(
                        choices=[
                            ("thuong_xuyen", "Tiếp thường xuyên"),
                            ("thu_truong", "Thủ trưởng tiếp"),
                            ("uy_quyen", "Ủy quyền tiếp"),
                        ],
                        max_length=15,
                        verbose_name="người tiếp",
                    ),
                ),
                ("gio_tu", models.TimeField(blank=True, null=True, verbose_name="từ giờ")),
                ("gio_den", models.TimeField(blank=True, null=True, verbose_name="đến giờ")),
                ("dia_diem", models.CharField(blank=True, max_length=200, verbose_name="địa điểm")),
                (
                    "hinh_thuc",
                    models.CharField(
                        choices=[("truc_tiep", "Trực tiếp"), ("truc_tuyen", "Trực tuyến")],
                        default="truc_tiep",
                        max_length=15,
                        verbose_name="hình thức",
                    ),
                ),
                ("diem_cau", models.CharField(blank=True, max_length=300, verbose_name="nền tảng, các điểm cầu")),
                (
                    "ngay_bao",
                    models.DateField(blank=True, null=True, verbose_name="ngày thông báo buổi tiếp trực tuyến"),
                ),
                ("ngay_thu", models.DateField(blank=True, null=True, verbose_name="ngày thử kết nối thành công")),
                ("thanh_phan", models.CharField(blank=True, max_length=300, verbose_name="thành phần tham dự")),
                ("noi_dung", models.CharField(blank=True, max_length=500, verbose_name="dự kiến nội dung")),
                ("ngay_cong_bo", models.DateField(blank=True, null=True, verbose_name="ngày công bố")),
                ("da_cong_bo", models.BooleanField(default=False, verbose_name="đã công bố")),
                ("da_huy", models.BooleanField(default=False, verbose_name="đã hủy")),
                ("ly_do_huy", models.CharField(blank=True, max_length=300, verbose_name="lý do hủy, dời")),
                ("doi_tu_ngay", models.DateField(blank=True, null=True, verbose_name="dời từ ngày")),
                (
                    "can_bo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lich_tiep",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người được phân công",
                    ),
                ),
            ],
            options={
                "verbose_name": "lịch tiếp công dân",
                "verbose_name_plural": "lịch tiếp công dân",
                "ordering": ["ngay", "gio_tu", "pk"],
            },
        ),
        migrations.CreateModel(
            name="LuotTiep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ma", models.CharField(max_length=40, unique=True, verbose_name="mã lượt tiếp")),
                ("ngay", models.DateField(verbose_name="ngày tiếp")),
                ("gio", models.TimeField(blank=True, null=True, verbose_name="giờ tiếp")),
                (
                    "nguoi_tiep",
                    models.CharField(
                        choices=[
                            ("thuong_xuyen", "Tiếp thường xuyên"),
                            ("thu_truong", "Thủ trưởng tiếp"),
                            ("uy_quyen", "Ủy quyền tiếp"),
                        ],
                        default="thuong_xuyen",
                        max_length=15,
                        verbose_name="người tiếp",
                    ),
                ),
                (
                    "hinh_thuc",
                    models.CharField(
                        choices=[("truc_tiep", "Trực tiếp"), ("truc_tuyen", "Trực tuyến")],
                        default="truc_tiep",
                        max_length=15,
                        verbose_name="hình thức",
                    ),
                ),
                ("dai_dien", models.CharField(blank=True, max_length=200, verbose_name="tư cách đại diện, ủy quyền")),
                ("so_nguoi", models.PositiveIntegerField(default=1, verbose_name="số người")),
                (
                    "so_dai_dien",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số người đại diện"),
                ),
                (
                    "loai",
                    models.CharField(
                        choices=[
                            ("KN", "Khiếu nại"),
                            ("TC", "Tố cáo"),
                            ("KIEN_NGHI", "Kiến nghị"),
                            ("PHAN_ANH", "Phản ánh"),
                            ("KHAC", "Ý kiến khác"),
                        ],
                        max_length=10,
                        verbose_name="loại",
                    ),
                ),
                ("noi_dung", models.CharField(max_length=2000, verbose_name="nội dung")),
                ("yeu_cau", models.CharField(blank=True, max_length=1000, verbose_name="yêu cầu, đề nghị")),
                (
                    "doi_tuong",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="người, đơn vị bị khiếu nại, tố cáo, phản ánh"
                    ),
                ),
                (
                    "bi_to_cao_lanh_dao",
                    models.BooleanField(default=False, verbose_name="bị tố cáo là lãnh đạo hoặc tập thể Trung tâm"),
                ),
                (
                    "khong_giu_bi_mat",
                    models.BooleanField(default=False, verbose_name="người tố cáo không yêu cầu giữ bí mật danh tính"),
                ),
                (
                    "co_quan_da_giai_quyet",
                    models.CharField(blank=True, max_length=300, verbose_name="cơ quan đã giải quyết"),
                ),
                (
                    "ket_qua",
                    models.CharField(
                        choices=[("da_tiep", "Đã tiếp"), ("tu_choi", "Từ chối tiếp")],
                        default="da_tiep",
                        max_length=10,
                        verbose_name="kết quả tiếp",
                    ),
                ),
                (
                    "huong",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("lap_don", "Tiếp nhận thành đơn"),
                            ("huong_dan", "Hướng dẫn đến cơ quan có thẩm quyền"),
                            ("chuyen_don", "Chuyển đơn, chuyển nội dung"),
                            ("giai_thich", "Giải thích, chấm dứt"),
                            ("tra_loi_ngay", "Trả lời ngay tại buổi tiếp"),
                        ],
                        max_length=15,
                        verbose_name="hướng xử lý",
                    ),
                ),
                ("ly_do_tu_choi", models.CharField(blank=True, max_length=5, verbose_name="lý do từ chối")),
                (
                    "co_quan_nhan",
                    models.CharField(blank=True, max_length=200, verbose_name="cơ quan được hướng dẫn, chuyển đến"),
                ),
                (
                    "so_van_ban",
                    models.CharField(blank=True, max_length=60, verbose_name="số văn bản hướng dẫn, chuyển đơn"),
                ),
                ("tra_loi", models.CharField(blank=True, max_length=2000, verbose_name="nội dung trả lời, giải thích")),
                ("so_bien_nhan", models.CharField(blank=True, max_length=40, verbose_name="số giấy biên nhận")),
                ("ghi_chu", models.CharField(blank=True, max_length=500, verbose_name="ghi chú")),
                ("so_lan_sua", models.PositiveIntegerField(default=0, verbose_name="số lần sửa")),
                (
                    "khoa_gui",
                    models.UUIDField(
                        blank=True, editable=False, null=True, unique=True, verbose_name="khóa của lần gửi biểu mẫu"
                    ),
                ),
                (
                    "can_bo",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="luot_da_tiep",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="cán bộ tiếp",
                    ),
                ),
                (
                    "cong_dan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="luot_tiep",
                        to="donthu.congdan",
                        verbose_name="công dân",
                    ),
                ),
                (
                    "don",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="luot_tiep",
                        to="donthu.donthu",
                        verbose_name="đơn tiếp nhận",
                    ),
                ),
                (
                    "lich",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="luot_tiep",
                        to="tiepdan.lichtiep",
                        verbose_name="buổi tiếp",
                    ),
                ),
                (
                    "nguoi_bi_to_cao",
                    models.ManyToManyField(
                        blank=True,
                        related_name="luot_bi_to_cao",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người của Trung tâm bị tố cáo",
                    ),
                ),
                (
                    "nguoi_ghi",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="luot_da_ghi",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người ghi sổ",
                    ),
                ),
                (
                    "vu_viec",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="luot_tiep",
                        to="donthu.vuviec",
                        verbose_name="vụ việc",
                    ),
                ),
            ],
            options={
                "verbose_name": "lượt tiếp",
                "verbose_name_plural": "lượt tiếp",
                "ordering": ["-ngay", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="BoSung",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("noi_dung", models.CharField(max_length=1000, verbose_name="nội dung bổ sung, đính chính")),
                ("thoi_diem", models.DateTimeField(auto_now_add=True, verbose_name="bổ sung lúc")),
                (
                    "nguoi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người bổ sung",
                    ),
                ),
                (
                    "luot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bo_sung",
                        to="tiepdan.luottiep",
                        verbose_name="lượt tiếp",
                    ),
                ),
            ],
            options={
                "verbose_name": "bổ sung",
                "verbose_name_plural": "bổ sung",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="NgayDaKhoa",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ngay", models.DateField(unique=True, verbose_name="ngày")),
                ("thoi_diem", models.DateTimeField(auto_now_add=True, verbose_name="khóa lúc")),
                (
                    "nguoi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người khóa",
                    ),
                ),
            ],
            options={
                "verbose_name": "ngày đã khóa sổ",
                "verbose_name_plural": "ngày đã khóa sổ",
            },
        ),
        migrations.CreateModel(
            name="TaiLieuNhan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ten", models.CharField(max_length=300, verbose_name="tên tài liệu")),
                ("so_trang", models.PositiveIntegerField(blank=True, null=True, verbose_name="số trang")),
                ("tinh_trang", models.CharField(blank=True, max_length=100, verbose_name="tình trạng")),
                (
                    "luot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tai_lieu",
                        to="tiepdan.luottiep",
                        verbose_name="lượt tiếp",
                    ),
                ),
            ],
            options={
                "verbose_name": "tài liệu nhận",
                "verbose_name_plural": "tài liệu nhận",
                "ordering": ["pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="lichtiep",
            constraint=models.UniqueConstraint(
                condition=models.Q(("da_huy", False)),
                fields=("ngay", "loai", "nguoi_tiep"),
                name="moi_ngay_moi_loai_mot_lich",
                violation_error_message="Ngày này đã có lịch cùng loại và cùng người tiếp.",
            ),
        ),
        migrations.AddConstraint(
            model_name="lichtiep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("loai", "thuong_xuyen"), ("nguoi_tiep", "thuong_xuyen")),
                    models.Q(
                        models.Q(("loai", "thuong_xuyen"), _negated=True),
                        models.Q(("nguoi_tiep", "thuong_xuyen"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="lich_dung_nguoi_tiep",
                violation_error_message="Lịch định kỳ, đột xuất do thủ trưởng hoặc người được ủy quyền tiếp.",
            ),
        ),
        migrations.AddConstraint(
            model_name="lichtiep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("gio_tu", None), ("gio_den", None), ("gio_den__gt", models.F("gio_tu")), _connector="OR"
                ),
                name="lich_gio_den_sau_gio_tu",
                violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="lichtiep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("hinh_thuc", "truc_tuyen"), models.Q(("ngay_bao", None), ("ngay_thu", None)), _connector="OR"
                ),
                name="bao_thu_chi_cua_truc_tuyen",
                violation_error_message="Chỉ buổi tiếp trực tuyến mới ghi ngày thông báo, ngày thử kết nối.",
            ),
        ),
        migrations.AddConstraint(
            model_name="lichtiep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ngay_bao", None), ("ngay_bao__lte", models.F("ngay")), _connector="OR"),
                    models.Q(("ngay_thu", None), ("ngay_thu__lte", models.F("ngay")), _connector="OR"),
                ),
                name="bao_thu_khong_sau_ngay_tiep",
                violation_error_message="Ngày thông báo, ngày thử kết nối không được sau ngày tiếp.",
            ),
        ),
        migrations.AddIndex(
            model_name="luottiep",
            index=models.Index(fields=["-ngay", "-id"], name="luot_tiep_moi_nhat"),
        ),
        migrations.AddIndex(
            model_name="luottiep",
            index=models.Index(fields=["loai", "-ngay", "-id"], name="luot_tiep_loai"),
        ),
        migrations.AddIndex(
            model_name="luottiep",
            index=models.Index(fields=["nguoi_tiep", "-ngay", "-id"], name="luot_tiep_nguoi_tiep"),
        ),
        migrations.AddIndex(
            model_name="luottiep",
            index=models.Index(
                condition=models.Q(("so_nguoi__gte", 5)), fields=["-ngay", "-id"], name="luot_tiep_dong_nguoi"
            ),
        ),
        migrations.AddIndex(
            model_name="luottiep",
            index=models.Index(
                condition=models.Q(("ket_qua", "tu_choi")), fields=["-ngay", "-id"], name="luot_tiep_tu_choi"
            ),
        ),
        migrations.AddIndex(
            model_name="luottiep",
            index=models.Index(
                condition=models.Q(("hinh_thuc", "truc_tuyen")), fields=["-ngay", "-id"], name="luot_tiep_truc_tuyen"
            ),
        ),
        migrations.AddIndex(
            model_name="luottiep",
            index=models.Index(
                condition=models.Q(("ket_qua", "da_tiep")),
                fields=["ngay", "nguoi_tiep", "so_nguoi", "vu_viec"],
                name="luot_tiep_bao_cao",
            ),
        ),
        migrations.AddConstraint(
            model_name="luottiep",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("loai", "TC"), _negated=True), ("cong_dan", None), _connector="OR"),
                name="luot_to_cao_khong_co_cong_dan",
                violation_error_message="Lượt tiếp về tố cáo không ghi danh tính người đến.",
            ),
        ),
        migrations.AddConstraint(
            model_name="luottiep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ket_qua", "tu_choi"), models.Q(("ly_do_tu_choi", ""), _negated=True)),
                    models.Q(("ket_qua", "da_tiep"), ("ly_do_tu_choi", "")),
                    _connector="OR",
                ),
                name="tu_choi_co_ly_do",
                violation_error_message="Từ chối tiếp phải ghi lý do.",
            ),
        ),
        migrations.AddConstraint(
            model_name="luottiep",
            constraint=models.CheckConstraint(
                condition=models.Q(("so_nguoi__gte", 1)),
                name="luot_it_nhat_mot_nguoi",
                violation_error_message="Số người ít nhất là 1.",
            ),
        ),
        migrations.AddConstraint(
            model_name="luottiep",
            constraint=models.CheckConstraint(
                condition=models.Q(("khong_giu_bi_mat", False), ("loai", "TC"), _connector="OR"),
                name="khong_giu_bi_mat_chi_cua_to_cao",
                violation_error_message="Xác nhận không giữ bí mật danh tính chỉ dùng cho tố cáo.",
            ),
        ),
    ]
