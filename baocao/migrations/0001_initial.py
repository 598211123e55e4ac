import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tochuc", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BaoCaoKy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ma_ky", models.CharField(max_length=5, verbose_name="mã kỳ")),
                ("nam", models.PositiveSmallIntegerField(verbose_name="năm báo cáo")),
                ("phien_ban", models.PositiveSmallIntegerField(default=1, verbose_name="phiên bản")),
                (
                    "trang_thai",
                    models.CharField(
                        choices=[
                            ("dang_lap", "Đang lập"),
                            ("trinh", "Đã trình Giám đốc"),
                            ("duyet", "Đã duyệt"),
                            ("da_chot", "Đã chốt"),
                            ("da_gui", "Đã gửi Sở Y tế"),
                        ],
                        default="dang_lap",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("ly_do", models.CharField(blank=True, max_length=500, verbose_name="lý do lập lại")),
                ("loi_van", models.JSONField(default=dict, verbose_name="lời văn")),
                (
                    "xac_nhan_khong",
                    models.JSONField(blank=True, default=list, verbose_name="biểu đã xác nhận không phát sinh"),
                ),
                ("so_lieu", models.JSONField(blank=True, null=True, verbose_name="số liệu đã chốt")),
                ("so_van_ban", models.PositiveIntegerField(blank=True, null=True, verbose_name="số văn bản")),
                ("so_ky_hieu", models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu")),
                ("ngay_chot", models.DateField(blank=True, null=True, verbose_name="ngày chốt")),
                (
                    "dau_trang",
                    models.JSONField(blank=True, default=dict, verbose_name="tên cơ quan, người ký trên bản đã chốt"),
                ),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256 của bản PDF")),
                (
                    "duong_dan",
                    models.CharField(blank=True, editable=False, max_length=100, verbose_name="nơi lưu bản PDF"),
                ),
                ("so_lan_sua", models.PositiveIntegerField(default=0, verbose_name="số lần sửa")),
                (
                    "nguoi_ky",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bao_cao_da_ky",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người ký",
                    ),
                ),
            ],
            options={
                "verbose_name": "báo cáo kỳ",
                "verbose_name_plural": "báo cáo kỳ",
                "ordering": ["nam", "ma_ky", "phien_ban"],
            },
        ),
        migrations.CreateModel(
            name="BaoCaoNhan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ma_ky", models.CharField(max_length=5, verbose_name="mã kỳ")),
                ("nam", models.PositiveSmallIntegerField(verbose_name="năm báo cáo")),
                ("phien_ban", models.PositiveSmallIntegerField(verbose_name="phiên bản")),
                ("so_lieu", models.JSONField(verbose_name="số liệu")),
                ("so_canh_bao", models.PositiveSmallIntegerField(verbose_name="số phép kiểm tra không đúng")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256 của tệp")),
                ("luc", models.DateTimeField(verbose_name="nhận lúc")),
                (
                    "don_vi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bao_cao_nhan",
                        to="tochuc.donvi",
                        verbose_name="đơn vị gửi",
                    ),
                ),
                (
                    "nguoi",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nhận",
                    ),
                ),
            ],
            options={
                "verbose_name": "báo cáo nhận của đơn vị",
                "verbose_name_plural": "báo cáo nhận của đơn vị",
                "ordering": ["nam", "ma_ky", "don_vi", "phien_ban"],
            },
        ),
        migrations.CreateModel(
            name="BuocBaoCao",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "den",
                    models.CharField(
                        choices=[
                            ("dang_lap", "Đang lập"),
                            ("trinh", "Đã trình Giám đốc"),
                            ("duyet", "Đã duyệt"),
                            ("da_chot", "Đã chốt"),
                            ("da_gui", "Đã gửi Sở Y tế"),
                        ],
                        max_length=10,
                        verbose_name="chuyển sang",
                    ),
                ),
                ("luc", models.DateTimeField(verbose_name="lúc")),
                ("ghi_chu", models.CharField(blank=True, max_length=500, verbose_name="ghi chú")),
                (
                    "bao_cao",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cac_buoc",
                        to="baocao.baocaoky",
                        verbose_name="báo cáo",
                    ),
                ),
                (
                    "nguoi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người thực hiện",
                    ),
                ),
            ],
            options={
                "verbose_name": "bước của báo cáo",
                "verbose_name_plural": "bước của báo cáo",
                "ordering": ["luc", "pk"],
            },
        ),
        migrations.CreateModel(
            name="HoatDong",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ma", models.CharField(max_length=40, unique=True, verbose_name="mã")),
                (
                    "loai",
                    models.CharField(
                        choices=[
                            ("van_ban_moi", "Văn bản ban hành mới"),
                            ("van_ban_sua_doi", "Văn bản sửa đổi, bổ sung"),
                            ("van_ban_huy_bo", "Văn bản hủy bỏ"),
                            ("tap_huan", "Tập huấn, tuyên truyền"),
                            ("kiem_tra", "Kiểm tra nội bộ"),
                            ("thanh_tra", "Thanh tra trách nhiệm"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("ngay", models.DateField(help_text="Thanh tra: ngày bắt đầu.", verbose_name="ngày")),
                ("noi_dung", models.CharField(blank=True, max_length=1000, verbose_name="nội dung")),
                ("so_nguoi", models.PositiveIntegerField(default=0, verbose_name="số người dự")),
                ("tong_so_nguoi", models.PositiveIntegerField(default=0, verbose_name="tổng số người phải dự")),
                (
                    "so_don_vi",
                    models.PositiveIntegerField(default=0, verbose_name="số đơn vị được kiểm tra, thanh tra"),
                ),
                ("ngay_ket_luan", models.DateField(blank=True, null=True, verbose_name="ngày kết luận")),
                (
                    "to_chuc_hanh_chinh",
                    models.PositiveIntegerField(default=0, verbose_name="kiến nghị xử lý hành chính: tổ chức"),
                ),
                (
                    "ca_nhan_hanh_chinh",
                    models.PositiveIntegerField(default=0, verbose_name="kiến nghị xử lý hành chính: cá nhân"),
                ),
                (
                    "to_chuc_dieu_tra",
                    models.PositiveIntegerField(default=0, verbose_name="chuyển cơ quan điều tra: tổ chức"),
                ),
                (
                    "ca_nhan_dieu_tra",
                    models.PositiveIntegerField(default=0, verbose_name="chuyển cơ quan điều tra: cá nhân"),
                ),
                ("ngay_thuc_hien_xong", models.DateField(blank=True, null=True, verbose_name="ngày thực hiện xong")),
                ("da_xu_ly_to_chuc", models.PositiveIntegerField(default=0, verbose_name="đã xử lý tổ chức")),
                ("da_xu_ly_ca_nhan", models.PositiveIntegerField(default=0, verbose_name="đã xử lý cá nhân")),
                ("vu_khoi_to", models.PositiveIntegerField(default=0, verbose_name="vụ khởi tố")),
                ("doi_tuong_khoi_to", models.PositiveIntegerField(default=0, verbose_name="đối tượng khởi tố")),
            ],
            options={
                "verbose_name": "hoạt động quản lý",
                "verbose_name_plural": "hoạt động quản lý",
                "ordering": ["-ngay", "-pk"],
                "indexes": [models.Index(fields=["loai", "ngay"], name="hoat_dong_loai_ngay")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ngay_ket_luan", None), ("ngay_ket_luan__gte", models.F("ngay")), _connector="OR"
                        ),
                        name="ket_luan_sau_bat_dau",
                        violation_error_message="Ngày kết luận không được trước ngày bắt đầu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ngay_thuc_hien_xong", None),
                            models.Q(
                                ("ngay_ket_luan__isnull", False),
                                ("ngay_thuc_hien_xong__gte", models.F("ngay_ket_luan")),
                            ),
                            _connector="OR",
                        ),
                        name="thuc_hien_xong_sau_ket_luan",
                        violation_error_message="Ngày thực hiện xong không được trước ngày kết luận.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TienDoNhap",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ten_tep", models.CharField(max_length=200, verbose_name="tên tệp")),
                ("tep", models.CharField(blank=True, max_length=200, verbose_name="tệp tạm")),
                ("chi_kiem_tra", models.BooleanField(default=False, verbose_name="chỉ kiểm tra")),
                ("cap_nhat", models.BooleanField(default=False, verbose_name="cập nhật dòng đã có")),
                (
                    "trang_thai",
                    models.CharField(
                        choices=[
                            ("cho", "Đang chờ"),
                            ("dang_chay", "Đang nhập"),
                            ("xong", "Đã nhập xong"),
                            ("loi", "Có lỗi, chưa ghi gì"),
                        ],
                        default="cho",
                        max_length=15,
                        verbose_name="trạng thái",
                    ),
                ),
                ("da_lam", models.PositiveIntegerField(default=0, verbose_name="số dòng đã làm")),
                ("tong_so", models.PositiveIntegerField(default=0, verbose_name="tổng số dòng")),
                ("ket_qua", models.JSONField(default=dict, verbose_name="kết quả")),
                ("tao_luc", models.DateTimeField(auto_now_add=True, verbose_name="bắt đầu lúc")),
                (
                    "nguoi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nhập",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần nhập sổ",
                "verbose_name_plural": "lần nhập sổ",
                "ordering": ["-pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="baocaoky",
            constraint=models.UniqueConstraint(fields=("ma_ky", "nam", "phien_ban"), name="moi_ky_mot_phien_ban"),
        ),
        migrations.AddConstraint(
            model_name="baocaoky",
            constraint=models.UniqueConstraint(
                condition=models.Q(("trang_thai__in", ("da_chot", "da_gui")), _negated=True),
                fields=("ma_ky", "nam"),
                name="mot_bao_cao_dang_lap",
            ),
        ),
        migrations.AddConstraint(
            model_name="baocaoky",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("trang_thai__in", ("da_chot", "da_gui")), _negated=True),
                    models.Q(("ngay_chot__isnull", False), ("so_lieu__isnull", False), ("so_van_ban__isnull", False)),
                    _connector="OR",
                ),
                name="da_chot_co_so_lieu",
            ),
        ),
        migrations.AddConstraint(
            model_name="baocaonhan",
            constraint=models.UniqueConstraint(
                fields=("nam", "ma_ky", "don_vi", "phien_ban"), name="moi_don_vi_moi_ky_mot_phien_ban"
            ),
        ),
    ]
