import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import donthu.models.van_ban_di
import tochuc.ma_hoa


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tochuc", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CongDan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ho_ten", models.CharField(max_length=150, verbose_name="họ và tên")),
                ("ho_ten_tim", models.CharField(editable=False, max_length=150, verbose_name="họ tên để tìm")),
                (
                    "loai_giay_to",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("can_cuoc", "Căn cước"),
                            ("giay_chung_nhan", "Giấy chứng nhận căn cước"),
                            ("so_dinh_danh", "Số định danh cá nhân"),
                            ("ho_chieu", "Hộ chiếu"),
                            ("khac", "Giấy tờ tùy thân khác"),
                        ],
                        max_length=20,
                        verbose_name="loại giấy tờ",
                    ),
                ),
                ("so_giay_to", tochuc.ma_hoa.TruongMaHoa(blank=True, verbose_name="số giấy tờ")),
                (
                    "so_giay_to_bam",
                    models.CharField(
                        blank=True, db_index=True, editable=False, max_length=64, verbose_name="mã băm số giấy tờ"
                    ),
                ),
                ("ngay_cap", models.DateField(blank=True, null=True, verbose_name="ngày cấp")),
                ("noi_cap", models.CharField(blank=True, max_length=150, verbose_name="nơi cấp")),
                ("dia_chi", tochuc.ma_hoa.TruongMaHoa(blank=True, verbose_name="địa chỉ")),
                ("dien_thoai", tochuc.ma_hoa.TruongMaHoa(blank=True, verbose_name="điện thoại")),
                (
                    "dien_thoai_bam",
                    models.CharField(
                        blank=True, db_index=True, editable=False, max_length=64, verbose_name="mã băm điện thoại"
                    ),
                ),
            ],
            options={
                "verbose_name": "công dân",
                "verbose_name_plural": "công dân",
            },
        ),
        migrations.CreateModel(
            name="VuViec",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ma", models.CharField(max_length=60, unique=True, verbose_name="mã vụ việc")),
            ],
            options={
                "verbose_name": "vụ việc",
                "verbose_name_plural": "vụ việc",
            },
        ),
        migrations.CreateModel(
            name="DonThu",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ma", models.CharField(max_length=40, unique=True, verbose_name="mã đơn")),
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
                        verbose_name="loại đơn",
                    ),
                ),
                (
                    "lan",
                    models.PositiveSmallIntegerField(
                        default=1, help_text="2: khiếu nại lần hai, tố cáo tiếp.", verbose_name="lần"
                    ),
                ),
                (
                    "nguon",
                    models.CharField(
                        choices=[
                            ("truc_tiep", "Nộp trực tiếp"),
                            ("buu_chinh", "Bưu chính"),
                            ("hom_thu", "Hòm thư góp ý"),
                            ("duong_day_nong", "Đường dây nóng"),
                            ("truc_tuyen", "Trực tuyến"),
                            ("co_quan_chuyen", "Cơ quan khác chuyển đến"),
                        ],
                        max_length=20,
                        verbose_name="nguồn đơn",
                    ),
                ),
                ("co_quan_chuyen_den", models.CharField(blank=True, max_length=200, verbose_name="cơ quan chuyển đến")),
                ("ngay_nhan", models.DateField(verbose_name="ngày nhận")),
                ("ngay_viet_don", models.DateField(blank=True, null=True, verbose_name="ngày viết đơn")),
                ("ma_nguoi_to_cao", models.CharField(blank=True, max_length=20, verbose_name="mã người tố cáo")),
                ("so_nguoi", models.PositiveIntegerField(default=1, verbose_name="số người")),
                ("tom_tat", models.CharField(max_length=1000, verbose_name="tóm tắt nội dung")),
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
                ("ky_luat", models.BooleanField(default=False, verbose_name="khiếu nại quyết định kỷ luật")),
                ("vung_sau", models.BooleanField(default=False, verbose_name="vùng sâu, vùng xa đi lại khó khăn")),
                (
                    "ly_do_vung_sau",
                    models.CharField(blank=True, max_length=300, verbose_name="lý do xác định vùng sâu, vùng xa"),
                ),
                (
                    "buoc_thoi_viec",
                    models.BooleanField(default=False, verbose_name="khiếu nại quyết định buộc thôi việc"),
                ),
                (
                    "ngay_biet",
                    models.DateField(
                        blank=True, null=True, verbose_name="ngày nhận hoặc biết quyết định, hành vi bị khiếu nại"
                    ),
                ),
                (
                    "du_chu_ky",
                    models.BooleanField(blank=True, null=True, verbose_name="đủ chữ ký của mọi người gửi đơn"),
                ),
                (
                    "so_dai_dien",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số người đại diện"),
                ),
                ("nac_danh", models.BooleanField(default=False, verbose_name="tố cáo nặc danh, mạo danh")),
                ("co_chung_cu", models.BooleanField(default=False, verbose_name="nặc danh nhưng có chứng cứ cụ thể")),
                (
                    "quy_dinh_hanh_chinh",
                    models.BooleanField(default=False, verbose_name="phản ánh, kiến nghị về quy định hành chính"),
                ),
                (
                    "da_gui_cap_tren",
                    models.BooleanField(
                        default=False, verbose_name="người gửi đã gửi cấp trên trước khi Trung tâm giải quyết"
                    ),
                ),
                ("phuc_tap", models.BooleanField(default=False, verbose_name="vụ việc phức tạp")),
                ("tieu_chi_phuc_tap", models.JSONField(blank=True, default=list, verbose_name="tiêu chí phức tạp")),
                ("khan_cap", models.BooleanField(default=False, verbose_name="khẩn cấp")),
                ("ly_do_khan_cap", models.CharField(blank=True, max_length=300, verbose_name="lý do khẩn cấp")),
                (
                    "trang_thai",
                    models.CharField(
                        choices=[
                            ("tiep_nhan", "Mới tiếp nhận"),
                            ("da_phan_loai", "Đã phân loại"),
                            ("dang_xem_xet", "Chờ duyệt thụ lý"),
                            ("dang_giai_quyet", "Đang giải quyết"),
                            ("kiem_tra_lai", "Đang kiểm tra lại"),
                            ("xac_minh", "Đang xác minh"),
                            ("co_ket_qua", "Đã có báo cáo kết quả"),
                            ("doi_thoai", "Đang tổ chức đối thoại"),
                            ("du_thao", "Chờ ký ban hành"),
                            ("da_ban_hanh", "Đã ban hành"),
                            ("cho_hieu_luc", "Chờ quyết định có hiệu lực"),
                            ("lan_hai", "Đang khiếu nại lần hai"),
                            ("khoi_kien", "Đang khởi kiện tại Tòa án"),
                            ("co_hieu_luc", "Quyết định có hiệu lực pháp luật"),
                            ("dang_thi_hanh", "Đang thi hành"),
                            ("to_cao_tiep", "Cấp trên xem xét tố cáo tiếp"),
                            ("thi_hanh_xong", "Đã thi hành xong"),
                            ("da_huong_dan", "Đã hướng dẫn"),
                            ("da_chuyen", "Đã chuyển đơn"),
                            ("luu_don", "Đã lưu đơn"),
                            ("khong_xu_ly", "Không xử lý"),
                            ("chuyen_kiem_tra", "Đã chuyển thanh tra, kiểm tra"),
                            ("chuyen_dieu_tra", "Đã chuyển cơ quan điều tra"),
                            ("khong_thu_ly", "Không thụ lý"),
                            ("da_dinh_chi", "Đã đình chỉ"),
                            ("ket_thuc", "Đã kết thúc"),
                        ],
                        default="tiep_nhan",
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("so_buoc", models.PositiveIntegerField(default=0, verbose_name="số bước đã làm")),
                ("dang_tam_dinh_chi", models.BooleanField(default=False, verbose_name="đang tạm đình chỉ")),
                ("dang_giam_dinh", models.BooleanField(default=False, verbose_name="đang chờ giám định")),
                (
                    "dang_dung_thi_hanh",
                    models.BooleanField(
                        default=False, verbose_name="đang tạm đình chỉ thi hành quyết định bị khiếu nại"
                    ),
                ),
                (
                    "khac_ket_qua",
                    models.BooleanField(blank=True, null=True, verbose_name="yêu cầu khác kết quả xác minh"),
                ),
                ("da_rut_het", models.BooleanField(default=False, verbose_name="đã rút toàn bộ nội dung")),
                ("cho_bao_ve", models.BooleanField(default=False, verbose_name="có đề nghị bảo vệ đang chờ")),
                ("dang_bao_ve", models.BooleanField(default=False, verbose_name="đang áp dụng biện pháp bảo vệ")),
                (
                    "tu_choi_bao_mat",
                    models.BooleanField(default=False, verbose_name="người tố cáo từ chối giữ bí mật danh tính"),
                ),
                ("ngay_xu_ly", models.DateField(blank=True, null=True, verbose_name="ngày xử lý")),
                ("du_dieu_kien", models.BooleanField(blank=True, null=True, verbose_name="đủ điều kiện xử lý")),
                (
                    "ly_do_khong_du",
                    models.CharField(blank=True, max_length=300, verbose_name="lý do không đủ điều kiện"),
                ),
                ("thuoc_tham_quyen", models.BooleanField(blank=True, null=True, verbose_name="thuộc thẩm quyền")),
                (
                    "huong_xu_ly",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("de_xuat_thu_ly", "Đề xuất thụ lý"),
                            ("huong_dan", "Hướng dẫn"),
                            ("chuyen_don", "Chuyển đơn"),
                            ("luu_don", "Lưu đơn"),
                        ],
                        max_length=20,
                        verbose_name="hướng xử lý",
                    ),
                ),
                (
                    "co_quan_nhan",
                    models.CharField(blank=True, max_length=200, verbose_name="cơ quan được hướng dẫn hoặc chuyển đến"),
                ),
                ("ngay_thu_ly", models.DateField(blank=True, null=True, verbose_name="ngày thụ lý")),
                ("ngay_khong_thu_ly", models.DateField(blank=True, null=True, verbose_name="ngày không thụ lý")),
                ("ly_do_khong_thu_ly", models.CharField(blank=True, max_length=500, verbose_name="lý do không thụ lý")),
                ("ngay_dinh_chi", models.DateField(blank=True, null=True, verbose_name="ngày đình chỉ")),
                ("ngay_ban_hanh", models.DateField(blank=True, null=True, verbose_name="ngày ban hành")),
                (
                    "ket_qua",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("dung", "Đúng"),
                            ("dung_mot_phan", "Đúng một phần"),
                            ("sai", "Sai"),
                            ("cong_nhan", "Công nhận kết quả lần đầu"),
                            ("huy_sua", "Hủy, sửa kết quả lần đầu"),
                        ],
                        max_length=15,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "noi_dung_ban_hanh",
                    models.TextField(blank=True, verbose_name="nội dung quyết định, kết luận, trả lời"),
                ),
                ("ngay_gui_quyet_dinh", models.DateField(blank=True, null=True, verbose_name="ngày gửi quyết định")),
                (
                    "ngay_nhan_quyet_dinh",
                    models.DateField(blank=True, null=True, verbose_name="ngày người khiếu nại nhận quyết định"),
                ),
                (
                    "ngay_lan_hai",
                    models.DateField(
                        blank=True, null=True, verbose_name="ngày quyết định giải quyết lần hai của cấp trên"
                    ),
                ),
                ("ngay_hieu_luc", models.DateField(blank=True, null=True, verbose_name="ngày có hiệu lực pháp luật")),
                ("ngay_thi_hanh_xong", models.DateField(blank=True, null=True, verbose_name="ngày thi hành xong")),
                ("ngay_ket_thuc", models.DateField(blank=True, null=True, verbose_name="ngày kết thúc")),
                (
                    "thu_hoi_tien",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="thu hồi tiền (Trđ)",
                    ),
                ),
                (
                    "thu_hoi_dat",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="thu hồi đất (m²)",
                    ),
                ),
                (
                    "tra_lai_tien",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="trả lại tiền (Trđ)",
                    ),
                ),
                (
                    "tra_lai_dat",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="trả lại đất (m²)",
                    ),
                ),
                (
                    "to_chuc_duoc_tra",
                    models.PositiveIntegerField(default=0, verbose_name="tổ chức được trả lại quyền lợi"),
                ),
                (
                    "ca_nhan_duoc_tra",
                    models.PositiveIntegerField(default=0, verbose_name="cá nhân được trả lại quyền lợi"),
                ),
                (
                    "to_chuc_bi_kien_nghi",
                    models.PositiveIntegerField(default=0, verbose_name="tổ chức bị kiến nghị xử lý"),
                ),
                ("nguoi_bi_kien_nghi", models.PositiveIntegerField(default=0, verbose_name="người bị kiến nghị xử lý")),
                (
                    "can_bo_bi_kien_nghi",
                    models.PositiveIntegerField(
                        default=0, verbose_name="trong đó cán bộ, công chức, viên chức bị kiến nghị"
                    ),
                ),
                (
                    "vu_chuyen_dieu_tra",
                    models.PositiveIntegerField(default=0, verbose_name="vụ chuyển cơ quan điều tra"),
                ),
                (
                    "nguoi_chuyen_dieu_tra",
                    models.PositiveIntegerField(default=0, verbose_name="người chuyển cơ quan điều tra"),
                ),
                (
                    "can_bo_chuyen_dieu_tra",
                    models.PositiveIntegerField(
                        default=0, verbose_name="trong đó cán bộ, công chức, viên chức chuyển điều tra"
                    ),
                ),
                ("tim_kiem", models.TextField(editable=False, verbose_name="chữ để tìm, không dấu")),
                ("tim_kiem_dau", models.TextField(editable=False, verbose_name="chữ để tìm, có dấu")),
                (
                    "cong_dan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="don_thu",
                        to="donthu.congdan",
                        verbose_name="người gửi đơn",
                    ),
                ),
                (
                    "don_vi",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="don_thu",
                        to="tochuc.donvi",
                        verbose_name="đơn vị giải quyết",
                    ),
                ),
                (
                    "nguoi_bi_to_cao",
                    models.ManyToManyField(
                        blank=True,
                        related_name="don_bi_to_cao",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người của Trung tâm bị tố cáo",
                    ),
                ),
                (
                    "nguoi_nhap",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="don_da_nhap",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nhập",
                    ),
                ),
                (
                    "tach_tu",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="don_tach_ra",
                        to="donthu.donthu",
                        verbose_name="tách từ đơn",
                    ),
                ),
                (
                    "trung_voi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="don_trung",
                        to="donthu.donthu",
                        verbose_name="trùng với đơn",
                    ),
                ),
            ],
            options={
                "verbose_name": "đơn",
                "verbose_name_plural": "đơn thư",
                "ordering": ["-ngay_nhan", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="BuoiLamViec",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "loai",
                    models.CharField(
                        choices=[
                            ("lam_viec", "Làm việc, xác minh"),
                            ("doi_thoai", "Đối thoại"),
                            ("hoa_giai", "Hòa giải"),
                            ("giai_trinh", "Nghe người bị tố cáo giải trình"),
                            ("giao_nhan", "Giao nhận tài liệu"),
                        ],
                        max_length=15,
                        verbose_name="loại buổi",
                    ),
                ),
                ("ngay", models.DateField(verbose_name="ngày")),
                ("gio", models.TimeField(blank=True, null=True, verbose_name="giờ bắt đầu")),
                ("dia_diem", models.CharField(max_length=200, verbose_name="địa điểm")),
                ("chu_tri", models.CharField(blank=True, max_length=150, verbose_name="người chủ trì")),
                ("ngay_bao", models.DateField(blank=True, null=True, verbose_name="ngày thông báo")),
                (
                    "ket_qua",
                    models.CharField(
                        choices=[
                            ("du_kien", "Đã thông báo, chưa diễn ra"),
                            ("da_hop", "Đã diễn ra"),
                            ("hoan", "Hoãn vì vắng có lý do chính đáng"),
                            ("vang", "Người được mời vắng không có lý do chính đáng"),
                        ],
                        default="du_kien",
                        max_length=10,
                        verbose_name="kết quả",
                    ),
                ),
                ("noi_dung", models.TextField(blank=True, verbose_name="nội dung, ý kiến từng người")),
                ("ket_luan", models.TextField(blank=True, verbose_name="nội dung thống nhất, còn khác nhau")),
                (
                    "nguoi_ghi",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người ghi biên bản",
                    ),
                ),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="buoi_lam_viec",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
            ],
            options={
                "verbose_name": "buổi làm việc",
                "verbose_name_plural": "buổi làm việc",
                "ordering": ["ngay", "gio", "pk"],
            },
        ),
        migrations.CreateModel(
            name="BanThao",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ma_mau", models.CharField(max_length=30, verbose_name="mã mẫu")),
                ("gia_tri", models.JSONField(default=dict, verbose_name="nội dung các ô")),
                ("phien_ban", models.PositiveSmallIntegerField(default=1, verbose_name="phiên bản")),
                (
                    "trang_thai",
                    models.CharField(
                        choices=[
                            ("nhap", "Đang soạn"),
                            ("trinh", "Đã trình, chờ thẩm định"),
                            ("tham_dinh", "Đã thẩm định, chờ ký"),
                            ("tra_lai", "Trả lại để sửa"),
                            ("ban_hanh", "Đã ban hành"),
                            ("bo", "Đã bỏ"),
                        ],
                        default="nhap",
                        max_length=15,
                        verbose_name="trạng thái",
                    ),
                ),
                ("sua_luc", models.DateTimeField(verbose_name="sửa lúc")),
                (
                    "nguoi_soan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ban_thao",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người soạn",
                    ),
                ),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ban_thao",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
            ],
            options={
                "verbose_name": "bản thảo",
                "verbose_name_plural": "bản thảo",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="HanViec",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "chu_the",
                    models.CharField(help_text="Khóa của việc: don:12, luot:5.", max_length=40, verbose_name="chủ thể"),
                ),
                (
                    "viec",
                    models.CharField(
                        choices=[
                            ("K1", "Thời hiệu khiếu nại"),
                            ("K2", "Thời hiệu khiếu nại quyết định kỷ luật lần đầu"),
                            ("K3", "Thời hiệu khiếu nại quyết định kỷ luật lần hai"),
                            ("K3B", "Thời hiệu khiếu nại lần hai quyết định buộc thôi việc"),
                            ("K4", "Thụ lý hoặc thông báo không thụ lý khiếu nại"),
                            ("K5", "Giải quyết khiếu nại lần đầu"),
                            ("K6", "Giải quyết khiếu nại lần đầu ở vùng sâu, vùng xa"),
                            ("K7", "Giải quyết khiếu nại lần hai"),
                            ("K8", "Giải quyết khiếu nại lần hai ở vùng sâu, vùng xa"),
                            ("K9", "Giải quyết khiếu nại quyết định kỷ luật"),
                            ("K10", "Cung cấp tài liệu, giải trình theo yêu cầu"),
                            ("K11", "Thông báo đối thoại"),
                            ("K12", "Gửi quyết định tạm đình chỉ, tiếp tục, đình chỉ giải quyết khiếu nại"),
                            ("K13", "Tạm đình chỉ giải quyết khiếu nại"),
                            ("K14", "Gửi quyết định giải quyết khiếu nại lần đầu"),
                            ("K15", "Gửi quyết định giải quyết khiếu nại lần hai"),
                            ("K16", "Công khai quyết định giải quyết khiếu nại"),
                            ("K16B", "Thông báo cuộc họp công bố quyết định giải quyết khiếu nại"),
                            ("K17", "Khiếu nại lần hai"),
                            ("K18", "Chờ quyết định giải quyết khiếu nại lần đầu có hiệu lực"),
                            ("K19", "Chờ quyết định giải quyết khiếu nại lần hai có hiệu lực"),
                            ("K20", "Ban hành văn bản tổ chức thi hành quyết định giải quyết khiếu nại"),
                            ("K21", "Tạm đình chỉ thi hành quyết định bị khiếu nại"),
                            ("T1", "Xử lý ban đầu, thụ lý hoặc không thụ lý tố cáo"),
                            ("T2", "Thông báo không thụ lý tố cáo"),
                            ("T3", "Chuyển tố cáo không thuộc thẩm quyền"),
                            ("T4", "Trả lời cơ quan, báo chí đã chuyển tố cáo"),
                            ("T5", "Thông báo thụ lý tố cáo"),
                            ("T6", "Giải quyết tố cáo"),
                            ("T7", "Trưng cầu giám định"),
                            ("T8", "Gửi quyết định tạm đình chỉ, đình chỉ giải quyết tố cáo"),
                            ("T9", "Tạm đình chỉ giải quyết tố cáo"),
                            ("T10", "Gửi kết luận nội dung tố cáo"),
                            ("T11", "Xử lý kết luận nội dung tố cáo"),
                            ("T12", "Báo cáo kết quả xử lý kết luận nội dung tố cáo"),
                            ("T13", "Công khai kết luận nội dung tố cáo, quyết định xử lý"),
                            ("T14", "Xem xét tố cáo tiếp"),
                            ("T15", "Yêu cầu báo cáo, báo cáo về tố cáo quá thời hạn giải quyết"),
                            ("T16", "Rút tố cáo"),
                            ("C1", "Thông báo kết quả xử lý sau khi tiếp công dân"),
                            ("C2", "Trả lời nơi chuyển đơn về kết quả giải quyết"),
                            ("C3", "Thông báo từ chối tiếp công dân"),
                            ("C4", "Công bố lịch tiếp công dân"),
                            ("C5", "Thông báo buổi tiếp công dân trực tuyến"),
                            ("C6", "Giải quyết kiến nghị, phản ánh"),
                            ("C7", "Chuyển phản ánh, kiến nghị về quy định hành chính"),
                            ("X1", "Giải thích lý do từ chối tiếp công dân"),
                            ("X13", "Nơi chuyển đơn thông báo kết quả cho công dân"),
                            ("X21", "Thử kết nối buổi tiếp công dân trực tuyến"),
                            ("X22", "Người đứng đầu tiếp công dân định kỳ"),
                            ("X24", "Lưu đơn"),
                            ("X25", "Xử lý đơn"),
                            ("X28", "Cập nhật Cơ sở dữ liệu quốc gia"),
                            ("X30", "Yêu cầu công chứng, chứng thực giấy ủy quyền khiếu nại"),
                            ("X45", "Đơn chưa xử lý quá 45 ngày"),
                            ("N1", "Nhiệm vụ của kế hoạch"),
                            ("N2", "Khắc phục tồn tại sau kiểm tra"),
                        ],
                        max_length=5,
                        verbose_name="việc",
                    ),
                ),
                (
                    "tieu_de",
                    models.CharField(
                        blank=True,
                        help_text="Của việc nội bộ; ai được nhắc cũng đọc được.",
                        max_length=200,
                        verbose_name="việc cụ thể",
                    ),
                ),
                ("tu_ngay", models.DateField(verbose_name="tính từ ngày")),
                (
                    "so_ngay",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Chỉ khi luật để Trung tâm tự ấn định.",
                        null=True,
                        verbose_name="số ngày ấn định riêng",
                    ),
                ),
                ("gia_han", models.PositiveSmallIntegerField(default=0, verbose_name="gia hạn thêm")),
                ("han", models.DateField(verbose_name="hạn")),
                ("han_goc", models.DateField(verbose_name="hạn trước khi dời vì ngày nghỉ")),
                ("dung_tu", models.DateField(blank=True, null=True, verbose_name="dừng đồng hồ từ ngày")),
                ("ngay_xong", models.DateField(blank=True, null=True, verbose_name="ngày xong")),
                (
                    "quyen",
                    models.CharField(
                        choices=[
                            ("tiep_dan", "Ghi lượt tiếp công dân"),
                            ("lich_tiep", "Lập và công bố lịch tiếp"),
                            ("xem_so_tiep", "Xem Sổ tiếp công dân"),
                            ("nhap_don", "Nhập đơn"),
                            ("xem_moi_don", "Xem mọi đơn không phải tố cáo"),
                            ("xem_to_cao", "Xem đơn tố cáo"),
                            ("phan_loai", "Phân loại và đề xuất xử lý đơn"),
                            ("duyet", "Duyệt thụ lý, không thụ lý, tạm đình chỉ"),
                            ("giao_viec", "Giao đơn vị giải quyết"),
                            ("giai_quyet", "Giải quyết vụ việc được giao"),
                            ("ban_hanh", "Ký ban hành quyết định, kết luận, trả lời"),
                            ("theo_doi", "Gửi, công khai, theo dõi thi hành"),
                            ("bao_cao", "Xem và in báo cáo"),
                            ("nhap_so", "Nhập sổ cũ từ tệp Excel"),
                            ("xem_nhat_ky", "Xem nhật ký hệ thống"),
                            ("quan_tri", "Quản trị đơn vị, người dùng, lịch nghỉ"),
                        ],
                        max_length=20,
                        verbose_name="người giữ việc",
                    ),
                ),
                (
                    "don",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="han_viec",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
                (
                    "don_vi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="han_viec",
                        to="tochuc.donvi",
                        verbose_name="đơn vị giữ việc",
                    ),
                ),
            ],
            options={
                "verbose_name": "hạn việc",
                "verbose_name_plural": "hạn việc",
                "ordering": ["han", "pk"],
            },
        ),
        migrations.CreateModel(
            name="KetQuaThiHanh",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ngay", models.DateField(verbose_name="ngày có kết quả")),
                (
                    "da_thu_tien",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="đã thu tiền (Trđ)",
                    ),
                ),
                (
                    "da_thu_dat",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="đã thu đất (m²)",
                    ),
                ),
                (
                    "da_tra_tien",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="đã trả tiền (Trđ)",
                    ),
                ),
                (
                    "da_tra_dat",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="đã trả đất (m²)",
                    ),
                ),
                ("to_chuc_da_xu_ly", models.PositiveIntegerField(default=0, verbose_name="tổ chức đã xử lý")),
                ("nguoi_da_xu_ly", models.PositiveIntegerField(default=0, verbose_name="người đã xử lý")),
                (
                    "can_bo_da_xu_ly",
                    models.PositiveIntegerField(
                        default=0, verbose_name="trong đó cán bộ, công chức, viên chức đã xử lý"
                    ),
                ),
                ("vu_khoi_to", models.PositiveIntegerField(default=0, verbose_name="vụ khởi tố")),
                ("nguoi_khoi_to", models.PositiveIntegerField(default=0, verbose_name="người khởi tố")),
                (
                    "can_bo_khoi_to",
                    models.PositiveIntegerField(
                        default=0, verbose_name="trong đó cán bộ, công chức, viên chức khởi tố"
                    ),
                ),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ket_qua_thi_hanh",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
            ],
            options={
                "verbose_name": "kết quả thi hành",
                "verbose_name_plural": "kết quả thi hành",
                "ordering": ["ngay"],
            },
        ),
        migrations.CreateModel(
            name="LanRut",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hinh_thuc",
                    models.CharField(
                        choices=[("don", "Đơn rút"), ("bien_ban", "Biên bản ghi nhận việc rút")],
                        max_length=10,
                        verbose_name="hình thức",
                    ),
                ),
                (
                    "pham_vi",
                    models.CharField(
                        choices=[
                            ("toan_bo", "Rút toàn bộ nội dung"),
                            ("mot_phan", "Rút một phần nội dung"),
                            ("mot_so_nguoi", "Một số người trong đơn nhiều người rút"),
                        ],
                        max_length=15,
                        verbose_name="phạm vi",
                    ),
                ),
                ("noi_dung", models.CharField(max_length=1000, verbose_name="nội dung được rút")),
                ("so_nguoi", models.PositiveIntegerField(default=1, verbose_name="số người rút")),
                (
                    "van_giai_quyet",
                    models.CharField(blank=True, max_length=300, verbose_name="căn cứ vẫn phải giải quyết"),
                ),
                ("ngay", models.DateField(verbose_name="ngày rút")),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lan_rut",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần rút đơn",
                "verbose_name_plural": "lần rút đơn",
                "ordering": ["ngay", "pk"],
            },
        ),
        migrations.CreateModel(
            name="LichSu",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stt", models.PositiveIntegerField(verbose_name="số thứ tự")),
                ("thoi_diem", models.DateTimeField(verbose_name="thời điểm")),
                ("bam_truoc", models.CharField(blank=True, max_length=64, verbose_name="mã băm của dòng trước")),
                ("bam", models.CharField(max_length=64, verbose_name="mã băm")),
                (
                    "buoc",
                    models.CharField(
                        choices=[
                            ("tiep_nhan", "Tiếp nhận đơn"),
                            ("nhap_so", "Nhập từ sổ cũ"),
                            ("ghep_vu_viec", "Ghép vào vụ việc"),
                            ("tach_don", "Tách nội dung khác loại"),
                            ("phan_loai", "Phân loại"),
                            ("huong_dan", "Hướng dẫn"),
                            ("chuyen_don", "Chuyển đơn"),
                            ("gop_don", "Gộp đơn trùng"),
                            ("luu_don", "Lưu đơn"),
                            ("khong_xu_ly", "Không xử lý"),
                            ("chuyen_kiem_tra", "Chuyển thanh tra, kiểm tra"),
                            ("chuyen_dieu_tra", "Chuyển cơ quan điều tra"),
                            ("trinh_thu_ly", "Trình thụ lý"),
                            ("thu_ly", "Thụ lý"),
                            ("khong_thu_ly", "Không thụ lý"),
                            ("kiem_tra_lai", "Kiểm tra lại"),
                            ("khieu_nai_dung", "Khiếu nại đúng, dự thảo quyết định"),
                            ("giao_don_vi", "Giao đơn vị"),
                            ("xac_minh", "Giao xác minh"),
                            ("tu_xac_minh", "Tự xác minh"),
                            ("yeu_cau_tai_lieu", "Yêu cầu cung cấp tài liệu"),
                            ("nhan_tai_lieu", "Nhận tài liệu"),
                            ("trung_cau_giam_dinh", "Trưng cầu giám định"),
                            ("ket_qua_giam_dinh", "Nhận kết quả giám định"),
                            ("bao_cao_ket_qua", "Báo cáo kết quả"),
                            ("yeu_cau_bo_sung", "Yêu cầu bổ sung"),
                            ("bao_doi_thoai", "Thông báo đối thoại"),
                            ("hoan_doi_thoai", "Hoãn đối thoại"),
                            ("doi_thoai", "Ghi kết quả đối thoại"),
                            ("du_thao", "Dự thảo quyết định"),
                            ("ban_hanh", "Ban hành"),
                            ("thong_bao", "Thông báo cho công dân"),
                            ("gui_van_ban", "Gửi văn bản"),
                            ("gui_quyet_dinh", "Gửi quyết định giải quyết"),
                            ("cong_khai", "Công khai"),
                            ("tra_loi_noi_chuyen", "Trả lời nơi chuyển đơn"),
                            ("xu_ly_ket_luan", "Xử lý kết luận"),
                            ("bao_cao_xu_ly", "Báo cáo kết quả xử lý kết luận"),
                            ("co_hieu_luc", "Ghi nhận có hiệu lực"),
                            ("khieu_nai_lan_hai", "Ghi nhận khiếu nại lần hai"),
                            ("cap_tren_yeu_cau", "Nhận yêu cầu của Sở Y tế, Tòa án"),
                            ("bao_cao_cap_tren", "Gửi hồ sơ, báo cáo cấp trên"),
                            ("ket_qua_lan_hai", "Ghi quyết định giải quyết lần hai"),
                            ("khoi_kien", "Ghi nhận khởi kiện"),
                            ("ban_an", "Ghi bản án, quyết định của Tòa án"),
                            ("chi_dao_thi_hanh", "Chỉ đạo thi hành"),
                            ("don_doc", "Đôn đốc"),
                            ("thi_hanh", "Ghi kết quả thi hành"),
                            ("thi_hanh_xong", "Thi hành xong"),
                            ("to_cao_tiep", "Ghi nhận tố cáo tiếp"),
                            ("giu_nguyen_ket_luan", "Cấp trên giữ nguyên kết luận"),
                            ("cap_tren_giai_quyet", "Cấp trên giải quyết lại"),
                            ("ket_thuc", "Kết thúc"),
                            ("keo_dai_kiem_tra", "Kéo dài kiểm tra điều kiện thụ lý"),
                            ("gia_han", "Gia hạn"),
                            ("tam_dinh_chi", "Tạm đình chỉ"),
                            ("tiep_tuc", "Tiếp tục giải quyết"),
                            ("rut_don", "Ghi nhận rút đơn"),
                            ("dinh_chi", "Đình chỉ"),
                            ("dung_thi_hanh", "Tạm đình chỉ thi hành quyết định bị khiếu nại"),
                            ("bo_dung_thi_hanh", "Hủy bỏ tạm đình chỉ thi hành"),
                            ("de_nghi_bao_ve", "Ghi nhận đề nghị bảo vệ"),
                            ("bao_ve", "Áp dụng biện pháp bảo vệ"),
                            ("tu_choi_bao_ve", "Không áp dụng biện pháp bảo vệ"),
                            ("thoi_bao_ve", "Chấm dứt bảo vệ"),
                        ],
                        max_length=30,
                        verbose_name="bước",
                    ),
                ),
                (
                    "tu",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("tiep_nhan", "Mới tiếp nhận"),
                            ("da_phan_loai", "Đã phân loại"),
                            ("dang_xem_xet", "Chờ duyệt thụ lý"),
                            ("dang_giai_quyet", "Đang giải quyết"),
                            ("kiem_tra_lai", "Đang kiểm tra lại"),
                            ("xac_minh", "Đang xác minh"),
                            ("co_ket_qua", "Đã có báo cáo kết quả"),
                            ("doi_thoai", "Đang tổ chức đối thoại"),
                            ("du_thao", "Chờ ký ban hành"),
                            ("da_ban_hanh", "Đã ban hành"),
                            ("cho_hieu_luc", "Chờ quyết định có hiệu lực"),
                            ("lan_hai", "Đang khiếu nại lần hai"),
                            ("khoi_kien", "Đang khởi kiện tại Tòa án"),
                            ("co_hieu_luc", "Quyết định có hiệu lực pháp luật"),
                            ("dang_thi_hanh", "Đang thi hành"),
                            ("to_cao_tiep", "Cấp trên xem xét tố cáo tiếp"),
                            ("thi_hanh_xong", "Đã thi hành xong"),
                            ("da_huong_dan", "Đã hướng dẫn"),
                            ("da_chuyen", "Đã chuyển đơn"),
                            ("luu_don", "Đã lưu đơn"),
                            ("khong_xu_ly", "Không xử lý"),
                            ("chuyen_kiem_tra", "Đã chuyển thanh tra, kiểm tra"),
                            ("chuyen_dieu_tra", "Đã chuyển cơ quan điều tra"),
                            ("khong_thu_ly", "Không thụ lý"),
                            ("da_dinh_chi", "Đã đình chỉ"),
                            ("ket_thuc", "Đã kết thúc"),
                        ],
                        max_length=20,
                        verbose_name="từ trạng thái",
                    ),
                ),
                (
                    "den",
                    models.CharField(
                        choices=[
                            ("tiep_nhan", "Mới tiếp nhận"),
                            ("da_phan_loai", "Đã phân loại"),
                            ("dang_xem_xet", "Chờ duyệt thụ lý"),
                            ("dang_giai_quyet", "Đang giải quyết"),
                            ("kiem_tra_lai", "Đang kiểm tra lại"),
                            ("xac_minh", "Đang xác minh"),
                            ("co_ket_qua", "Đã có báo cáo kết quả"),
                            ("doi_thoai", "Đang tổ chức đối thoại"),
                            ("du_thao", "Chờ ký ban hành"),
                            ("da_ban_hanh", "Đã ban hành"),
                            ("cho_hieu_luc", "Chờ quyết định có hiệu lực"),
                            ("lan_hai", "Đang khiếu nại lần hai"),
                            ("khoi_kien", "Đang khởi kiện tại Tòa án"),
                            ("co_hieu_luc", "Quyết định có hiệu lực pháp luật"),
                            ("dang_thi_hanh", "Đang thi hành"),
                            ("to_cao_tiep", "Cấp trên xem xét tố cáo tiếp"),
                            ("thi_hanh_xong", "Đã thi hành xong"),
                            ("da_huong_dan", "Đã hướng dẫn"),
                            ("da_chuyen", "Đã chuyển đơn"),
                            ("luu_don", "Đã lưu đơn"),
                            ("khong_xu_ly", "Không xử lý"),
                            ("chuyen_kiem_tra", "Đã chuyển thanh tra, kiểm tra"),
                            ("chuyen_dieu_tra", "Đã chuyển cơ quan điều tra"),
                            ("khong_thu_ly", "Không thụ lý"),
                            ("da_dinh_chi", "Đã đình chỉ"),
                            ("ket_thuc", "Đã kết thúc"),
                        ],
                        max_length=20,
                        verbose_name="đến trạng thái",
                    ),
                ),
                ("ngay", models.DateField(verbose_name="ngày thực hiện")),
                ("ghi_chu", models.TextField(blank=True, verbose_name="ghi chú")),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lich_su",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
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
                "verbose_name": "lịch sử",
                "verbose_name_plural": "lịch sử",
                "ordering": ["don", "stt"],
            },
        ),
        migrations.CreateModel(
            name="LinhVuc",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ma", models.CharField(max_length=10, unique=True, verbose_name="mã")),
                ("ten", models.CharField(max_length=150, verbose_name="tên lĩnh vực")),
                (
                    "nhom_khieu_nai",
                    models.CharField(
                        choices=[
                            ("CDCS", "Chế độ, chính sách"),
                            ("DD", "Đất đai"),
                            ("HC", "Hành chính"),
                            ("TN", "Tham nhũng"),
                            ("TP", "Tư pháp"),
                            ("KHAC", "Khác"),
                        ],
                        max_length=5,
                        verbose_name="nhóm khi là khiếu nại",
                    ),
                ),
                (
                    "nhom_to_cao",
                    models.CharField(
                        choices=[
                            ("CDCS", "Chế độ, chính sách"),
                            ("DD", "Đất đai"),
                            ("HC", "Hành chính"),
                            ("TN", "Tham nhũng"),
                            ("TP", "Tư pháp"),
                            ("KHAC", "Khác"),
                        ],
                        max_length=5,
                        verbose_name="nhóm khi là tố cáo",
                    ),
                ),
                (
                    "nhom_phan_anh",
                    models.CharField(
                        choices=[
                            ("CDCS", "Chế độ, chính sách"),
                            ("DD", "Đất đai"),
                            ("HC", "Hành chính"),
                            ("TN", "Tham nhũng"),
                            ("TP", "Tư pháp"),
                            ("KHAC", "Khác"),
                        ],
                        max_length=5,
                        verbose_name="nhóm khi là kiến nghị, phản ánh",
                    ),
                ),
                (
                    "don_vi_dau_moi",
                    models.CharField(
                        blank=True,
                        help_text="Mã đơn vị thường được giao loại việc này.",
                        max_length=20,
                        verbose_name="mã đơn vị đầu mối",
                    ),
                ),
                (
                    "do_nhay",
                    models.CharField(
                        choices=[("N", "Thường"), ("C", "Nhạy cảm (dữ liệu sức khỏe)"), ("M", "Mật")],
                        default="N",
                        max_length=1,
                        verbose_name="độ nhạy",
                    ),
                ),
                (
                    "cha",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="muc_con",
                        to="donthu.linhvuc",
                        verbose_name="thuộc lĩnh vực",
                    ),
                ),
            ],
            options={
                "verbose_name": "lĩnh vực",
                "verbose_name_plural": "lĩnh vực",
                "ordering": ["ma"],
            },
        ),
        migrations.AddField(
            model_name="donthu",
            name="linh_vuc",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="don_thu",
                to="donthu.linhvuc",
                verbose_name="lĩnh vực",
            ),
        ),
        migrations.CreateModel(
            name="NguoiDu",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ho_ten", models.CharField(max_length=150, verbose_name="họ tên, chức vụ")),
                ("tu_cach", models.CharField(max_length=100, verbose_name="tư cách")),
                (
                    "co_mat",
                    models.CharField(
                        choices=[
                            ("co", "Có mặt"),
                            ("vang_co_ly_do", "Vắng, có lý do chính đáng"),
                            ("vang", "Vắng, không có lý do chính đáng"),
                        ],
                        default="co",
                        max_length=15,
                        verbose_name="có mặt",
                    ),
                ),
                ("ly_do", models.CharField(blank=True, max_length=200, verbose_name="lý do vắng")),
                (
                    "buoi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="nguoi_du",
                        to="donthu.buoilamviec",
                        verbose_name="buổi làm việc",
                    ),
                ),
            ],
            options={
                "verbose_name": "người dự",
                "verbose_name_plural": "người dự",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="NguoiDuocBiet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ly_do", models.CharField(max_length=200, verbose_name="lý do được biết")),
                ("tu_ngay", models.DateField(verbose_name="từ ngày")),
                ("ngay_thoi", models.DateField(blank=True, null=True, verbose_name="thôi từ ngày")),
                ("ly_do_thoi", models.CharField(blank=True, max_length=200, verbose_name="lý do thôi")),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="nguoi_duoc_biet",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
                (
                    "nguoi_them",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người đưa vào danh sách",
                    ),
                ),
                (
                    "nhan_vien",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="to_cao_duoc_biet",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người được biết",
                    ),
                ),
            ],
            options={
                "verbose_name": "người được biết",
                "verbose_name_plural": "danh sách người được biết",
                "ordering": ["tu_ngay", "pk"],
            },
        ),
        migrations.CreateModel(
            name="NguoiLienQuan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "quan_he",
                    models.CharField(
                        choices=[
                            ("nhan_chung", "Người làm chứng"),
                            ("than_nhan", "Vợ, chồng, cha mẹ, con, anh chị em ruột của người bị tố cáo"),
                            ("loi_ich", "Có quyền, lợi ích liên quan trực tiếp"),
                        ],
                        max_length=15,
                        verbose_name="quan hệ",
                    ),
                ),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="nguoi_lien_quan",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
                (
                    "nhan_vien",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lien_quan_to_cao",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người của Trung tâm",
                    ),
                ),
            ],
            options={
                "verbose_name": "người liên quan",
                "verbose_name_plural": "người liên quan",
            },
        ),
        migrations.CreateModel(
            name="PhanCong",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "vai",
                    models.CharField(
                        choices=[("chu_tri", "Chủ trì"), ("phoi_hop", "Phối hợp")],
                        default="chu_tri",
                        max_length=10,
                        verbose_name="vai trò",
                    ),
                ),
                ("ngay_giao", models.DateField(verbose_name="ngày giao")),
                ("han_noi_bo", models.DateField(blank=True, null=True, verbose_name="hạn nội bộ")),
                ("yeu_cau", models.CharField(blank=True, max_length=1000, verbose_name="yêu cầu")),
                ("ngay_tiep_nhan", models.DateField(blank=True, null=True, verbose_name="ngày nhận việc")),
                ("ly_do_tra_lai", models.CharField(blank=True, max_length=500, verbose_name="lý do trả lại việc")),
                ("ngay_bao_cao", models.DateField(blank=True, null=True, verbose_name="ngày báo cáo kết quả")),
                ("bao_cao", models.TextField(blank=True, verbose_name="báo cáo kết quả")),
                ("ngay_thoi_giao", models.DateField(blank=True, null=True, verbose_name="ngày thôi giao")),
                ("ly_do_thoi_giao", models.CharField(blank=True, max_length=500, verbose_name="lý do thôi giao")),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="phan_cong",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
                (
                    "don_vi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="phan_cong",
                        to="tochuc.donvi",
                        verbose_name="đơn vị",
                    ),
                ),
                (
                    "nguoi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="phan_cong",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người được giao",
                    ),
                ),
                (
                    "nguoi_giao",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="phan_cong_da_giao",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người giao",
                    ),
                ),
            ],
            options={
                "verbose_name": "phân công",
                "verbose_name_plural": "phân công",
                "ordering": ["ngay_giao", "pk"],
            },
        ),
        migrations.CreateModel(
            name="LanNhac",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ngay", models.DateField(verbose_name="ngày nhắc")),
                ("noi_dung", models.CharField(max_length=500, verbose_name="nội dung nhắc")),
                ("tra_loi", models.CharField(blank=True, max_length=1000, verbose_name="trả lời")),
                ("ngay_tra_loi", models.DateField(blank=True, null=True, verbose_name="ngày trả lời")),
                (
                    "nguoi",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nhắc",
                    ),
                ),
                (
                    "phan_cong",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lan_nhac",
                        to="donthu.phancong",
                        verbose_name="phân công",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần nhắc việc được giao",
                "verbose_name_plural": "lần nhắc việc được giao",
                "ordering": ["ngay", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PhienBan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("so", models.PositiveSmallIntegerField(verbose_name="phiên bản số")),
                ("gia_tri", models.JSONField(verbose_name="nội dung các ô")),
                (
                    "den",
                    models.CharField(
                        choices=[
                            ("nhap", "Đang soạn"),
                            ("trinh", "Đã trình, chờ thẩm định"),
                            ("tham_dinh", "Đã thẩm định, chờ ký"),
                            ("tra_lai", "Trả lại để sửa"),
                            ("ban_hanh", "Đã ban hành"),
                            ("bo", "Đã bỏ"),
                        ],
                        max_length=15,
                        verbose_name="chuyển sang",
                    ),
                ),
                ("y_kien", models.CharField(blank=True, max_length=1000, verbose_name="ý kiến")),
                ("luc", models.DateTimeField(verbose_name="lúc")),
                (
                    "ban_thao",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cac_phien_ban",
                        to="donthu.banthao",
                        verbose_name="bản thảo",
                    ),
                ),
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
                "verbose_name": "phiên bản của bản thảo",
                "verbose_name_plural": "phiên bản của bản thảo",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="TamDinhChi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tu_ngay", models.DateField(verbose_name="tạm đình chỉ từ ngày")),
                ("den_ngay", models.DateField(blank=True, null=True, verbose_name="tiếp tục từ ngày")),
                ("ly_do", models.CharField(max_length=500, verbose_name="lý do")),
                ("giam_dinh", models.BooleanField(default=False, verbose_name="trong thời gian giám định")),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tam_dinh_chi",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
            ],
            options={
                "verbose_name": "tạm đình chỉ",
                "verbose_name_plural": "tạm đình chỉ",
                "ordering": ["tu_ngay"],
            },
        ),
        migrations.CreateModel(
            name="TepDinhKem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "muc",
                    models.CharField(
                        choices=[
                            ("don", "Đơn và tài liệu kèm theo"),
                            ("bang_chung", "Thông tin, tài liệu, chứng cứ"),
                            ("bien_ban", "Biên bản đã ký"),
                            ("van_ban", "Văn bản đã ký, đóng dấu"),
                            ("chung_tu_gui", "Chứng từ gửi, niêm yết"),
                            ("khac", "Tài liệu khác"),
                        ],
                        max_length=15,
                        verbose_name="loại tài liệu",
                    ),
                ),
                ("ten", models.CharField(max_length=150, verbose_name="tên tệp")),
                ("duong_dan", models.CharField(editable=False, max_length=100, unique=True, verbose_name="nơi lưu")),
                ("kieu", models.CharField(max_length=100, verbose_name="kiểu nội dung")),
                ("kich_thuoc", models.PositiveIntegerField(verbose_name="kích thước (byte)")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("so_trang", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số trang")),
                ("da_che", models.BooleanField(default=False, verbose_name="đã xác nhận che danh tính")),
                (
                    "tinh_trang",
                    models.CharField(
                        choices=[
                            ("sach", "Đã quét, sạch"),
                            ("khong_quet", "Không cài quét vi-rút"),
                            ("cho_quet", "Chờ quét vi-rút"),
                            ("nhiem", "Có mã độc, không mở được"),
                        ],
                        max_length=15,
                        verbose_name="tình trạng",
                    ),
                ),
                ("luc", models.DateTimeField(verbose_name="tải lên lúc")),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tep",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
                (
                    "nguoi",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người tải lên",
                    ),
                ),
            ],
            options={
                "verbose_name": "tệp đính kèm",
                "verbose_name_plural": "tệp đính kèm",
                "ordering": ["luc", "pk"],
            },
        ),
        migrations.CreateModel(
            name="BangChung",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ten", models.CharField(max_length=200, verbose_name="tên tài liệu, chứng cứ")),
                ("nguoi_giao", models.CharField(max_length=150, verbose_name="người giao")),
                ("ngay", models.DateField(verbose_name="ngày nhận")),
                ("so_trang", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số trang")),
                ("tinh_trang", models.CharField(default="Bản sao", max_length=100, verbose_name="tình trạng")),
                (
                    "nguoi_nhan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nhận",
                    ),
                ),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bang_chung",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
                (
                    "tep",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bang_chung",
                        to="donthu.tepdinhkem",
                        verbose_name="tệp",
                    ),
                ),
            ],
            options={
                "verbose_name": "bằng chứng",
                "verbose_name_plural": "bằng chứng",
                "ordering": ["ngay", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ThongBao",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("chu_the", models.CharField(max_length=60, verbose_name="về việc")),
                (
                    "muc",
                    models.CharField(
                        choices=[
                            ("con_5", "Còn 5 ngày làm việc"),
                            ("con_1", "Còn 1 ngày làm việc"),
                            ("hom_nay", "Đến hạn hôm nay"),
                            ("qua_han", "Quá hạn"),
                            ("qua_han_5", "Quá hạn từ 5 ngày làm việc"),
                            ("chua_xu_ly_30", "Chưa xử lý sau 30 ngày"),
                            ("chua_xu_ly_40", "Chưa xử lý sau 40 ngày"),
                            ("chua_xu_ly_45", "Chưa xử lý sau 45 ngày"),
                            ("giao_viec", "Được giao việc"),
                            ("nhac_viec", "Được nhắc việc"),
                            ("tra_loi_nhac", "Trả lời lời nhắc"),
                            ("xin_them_han", "Xin thêm hạn"),
                            ("tra_loi_xin", "Trả lời xin thêm hạn"),
                            ("tra_viec", "Trả lại việc"),
                            ("khan_cap", "Khẩn cấp"),
                            ("phuc_tap", "Phức tạp"),
                            ("dac_biet", "Đặc biệt phức tạp"),
                            ("dong_nguoi", "Đông người"),
                            ("vuot_cap", "Vượt cấp"),
                            ("keo_dai", "Kéo dài"),
                        ],
                        max_length=15,
                        verbose_name="mức nhắc",
                    ),
                ),
                ("han", models.DateField(verbose_name="hạn")),
                ("noi_dung", models.CharField(max_length=300, verbose_name="nội dung")),
                ("dia_chi", models.CharField(max_length=200, verbose_name="địa chỉ trang")),
                ("tao_luc", models.DateTimeField(verbose_name="tạo lúc")),
                ("doc_luc", models.DateTimeField(blank=True, null=True, verbose_name="đọc lúc")),
                ("gui_luc", models.DateTimeField(blank=True, null=True, verbose_name="gửi thư lúc")),
                (
                    "don",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="thong_bao",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
                (
                    "nguoi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="thong_bao",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nhận",
                    ),
                ),
            ],
            options={
                "verbose_name": "thông báo",
                "verbose_name_plural": "thông báo",
                "ordering": ["-tao_luc", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ToXacMinh",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tu_ngay", models.DateField(verbose_name="từ ngày")),
                ("den_ngay", models.DateField(verbose_name="đến ngày")),
                ("noi_dung", models.CharField(max_length=1000, verbose_name="nội dung xác minh")),
                ("ke_hoach", models.TextField(blank=True, verbose_name="kế hoạch xác minh")),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="to_xac_minh",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
            ],
            options={
                "verbose_name": "Tổ xác minh",
                "verbose_name_plural": "Tổ xác minh",
                "ordering": ["tu_ngay", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ThanhVienTo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "vai",
                    models.CharField(
                        choices=[("truong", "Tổ trưởng"), ("pho", "Tổ phó"), ("thanh_vien", "Thành viên")],
                        max_length=15,
                        verbose_name="vai trò",
                    ),
                ),
                (
                    "nhan_vien",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="to_xac_minh",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="thành viên",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="thanh_vien",
                        to="donthu.toxacminh",
                        verbose_name="Tổ xác minh",
                    ),
                ),
            ],
            options={
                "verbose_name": "thành viên Tổ xác minh",
                "verbose_name_plural": "thành viên Tổ xác minh",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="VanBanDi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ma_mau", models.CharField(max_length=30, verbose_name="mã mẫu")),
                ("so_dang_ky", models.CharField(blank=True, max_length=10, verbose_name="loại văn bản")),
                ("nam", models.PositiveSmallIntegerField(verbose_name="năm")),
                ("so", models.PositiveIntegerField(null=True, verbose_name="số")),
                ("so_ky_hieu", models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu")),
                ("ngay", models.DateField(verbose_name="ngày ban hành")),
                ("trich_yeu", models.CharField(max_length=300, verbose_name="trích yếu")),
                ("noi_dung", models.JSONField(default=dict, verbose_name="nội dung đã ký")),
                (
                    "ma_tra_cuu",
                    models.CharField(
                        default=donthu.models.van_ban_di.ma_tra_cuu_moi,
                        max_length=20,
                        unique=True,
                        verbose_name="mã tra cứu",
                    ),
                ),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256 của bản PDF")),
                (
                    "duong_dan",
                    models.CharField(blank=True, editable=False, max_length=100, verbose_name="nơi lưu bản PDF"),
                ),
                (
                    "ban_tai_len",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="donthu.tepdinhkem",
                        verbose_name="bản DOCX dùng làm bản chính",
                    ),
                ),
                (
                    "ban_thao",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="van_ban_di",
                        to="donthu.banthao",
                        verbose_name="bản thảo",
                    ),
                ),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="van_ban_di",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
                (
                    "nguoi_ky",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người ký",
                    ),
                ),
            ],
            options={
                "verbose_name": "văn bản đi",
                "verbose_name_plural": "văn bản đi",
                "ordering": ["ngay", "pk"],
            },
        ),
        migrations.CreateModel(
            name="LanGui",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("noi_nhan", models.CharField(max_length=200, verbose_name="nơi nhận")),
                (
                    "cach",
                    models.CharField(
                        choices=[
                            ("truc_tiep", "Giao trực tiếp"),
                            ("buu_chinh", "Bưu chính bảo đảm"),
                            ("lien_thong", "Trục liên thông văn bản"),
                            ("niem_yet", "Niêm yết do không giao được"),
                            ("khac", "Cách khác"),
                        ],
                        max_length=15,
                        verbose_name="cách gửi",
                    ),
                ),
                ("ngay", models.DateField(verbose_name="ngày gửi")),
                ("ngay_nhan", models.DateField(blank=True, null=True, verbose_name="ngày nhận")),
                ("chung_tu", models.CharField(blank=True, max_length=200, verbose_name="chứng từ gửi")),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lan_gui",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
                (
                    "nguoi",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người ghi",
                    ),
                ),
                (
                    "van_ban",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lan_gui",
                        to="donthu.vanbandi",
                        verbose_name="văn bản",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần gửi",
                "verbose_name_plural": "lần gửi",
                "ordering": ["ngay", "pk"],
            },
        ),
        migrations.CreateModel(
            name="LanCongKhai",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hinh_thuc",
                    models.CharField(
                        choices=[
                            ("niem_yet", "Niêm yết tại trụ sở, nơi tiếp công dân"),
                            ("trang_tin", "Cổng, trang thông tin điện tử, mạng nội bộ"),
                            ("cuoc_hop", "Công bố tại cuộc họp"),
                            ("bao_chi", "Phương tiện thông tin đại chúng"),
                        ],
                        max_length=15,
                        verbose_name="hình thức",
                    ),
                ),
                ("noi", models.CharField(max_length=200, verbose_name="nơi công khai")),
                ("tu_ngay", models.DateField(verbose_name="từ ngày")),
                ("den_ngay", models.DateField(blank=True, null=True, verbose_name="đến ngày")),
                ("ngay_bao", models.DateField(blank=True, null=True, verbose_name="ngày thông báo cuộc họp")),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lan_cong_khai",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
                (
                    "nguoi",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người ghi",
                    ),
                ),
                (
                    "van_ban",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lan_cong_khai",
                        to="donthu.vanbandi",
                        verbose_name="văn bản",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần công khai",
                "verbose_name_plural": "lần công khai",
                "ordering": ["tu_ngay", "pk"],
            },
        ),
        migrations.AddField(
            model_name="donthu",
            name="vu_viec",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="don_thu",
                to="donthu.vuviec",
                verbose_name="vụ việc",
            ),
        ),
        migrations.CreateModel(
            name="XinThemHan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ngay", models.DateField(verbose_name="ngày xin")),
                ("den_ngay", models.DateField(verbose_name="xin đến ngày")),
                ("ly_do", models.CharField(max_length=500, verbose_name="lý do")),
                ("dong_y", models.BooleanField(blank=True, null=True, verbose_name="đồng ý")),
                ("tra_loi", models.CharField(blank=True, max_length=500, verbose_name="trả lời")),
                ("ngay_tra_loi", models.DateField(blank=True, null=True, verbose_name="ngày trả lời")),
                (
                    "phan_cong",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="xin_them_han",
                        to="donthu.phancong",
                        verbose_name="phân công",
                    ),
                ),
            ],
            options={
                "verbose_name": "xin thêm hạn",
                "verbose_name_plural": "xin thêm hạn",
                "ordering": ["ngay", "pk"],
            },
        ),
        migrations.CreateModel(
            name="DoiChieu",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ket_luan",
                    models.CharField(
                        choices=[
                            ("cung_vu_viec", "Cùng một vụ việc"),
                            ("trung", "Đơn trùng"),
                            ("khac_nhau", "Không liên quan"),
                        ],
                        max_length=15,
                        verbose_name="kết luận",
                    ),
                ),
                ("ly_do", models.CharField(max_length=300, verbose_name="lý do")),
                ("ngay", models.DateField(verbose_name="ngày")),
                (
                    "nguoi",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người đối chiếu",
                    ),
                ),
                (
                    "don_a",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="donthu.donthu",
                        verbose_name="đơn thứ nhất",
                    ),
                ),
                (
                    "don_b",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="donthu.donthu",
                        verbose_name="đơn thứ hai",
                    ),
                ),
            ],
            options={
                "verbose_name": "đối chiếu đơn",
                "verbose_name_plural": "đối chiếu đơn",
                "constraints": [
                    models.UniqueConstraint(fields=("don_a", "don_b"), name="moi_cap_don_doi_chieu_mot_lan"),
                    models.CheckConstraint(
                        condition=models.Q(("don_a__lt", models.F("don_b"))), name="don_a_nho_hon_don_b"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BaoVe",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ngay_de_nghi", models.DateField(verbose_name="ngày đề nghị")),
                (
                    "khan",
                    models.BooleanField(default=False, verbose_name="khẩn cấp, đề nghị trực tiếp hoặc qua điện thoại"),
                ),
                ("noi_dung", models.CharField(max_length=500, verbose_name="nội dung, lý do đề nghị")),
                (
                    "quyet_dinh",
                    models.CharField(
                        choices=[
                            ("cho", "Chờ quyết định"),
                            ("ap_dung", "Áp dụng biện pháp bảo vệ"),
                            ("chuyen", "Đề nghị cơ quan có thẩm quyền bảo vệ"),
                            ("tu_choi", "Không áp dụng, nêu lý do"),
                        ],
                        default="cho",
                        max_length=10,
                        verbose_name="quyết định",
                    ),
                ),
                ("ngay_quyet_dinh", models.DateField(blank=True, null=True, verbose_name="ngày quyết định")),
                ("bien_phap", models.CharField(blank=True, max_length=500, verbose_name="biện pháp, lý do")),
                ("ngay_cham_dut", models.DateField(blank=True, null=True, verbose_name="ngày chấm dứt")),
                ("ly_do_cham_dut", models.CharField(blank=True, max_length=300, verbose_name="lý do chấm dứt")),
                (
                    "don",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bao_ve",
                        to="donthu.donthu",
                        verbose_name="đơn",
                    ),
                ),
            ],
            options={
                "verbose_name": "đề nghị bảo vệ",
                "verbose_name_plural": "đề nghị bảo vệ",
                "ordering": ["ngay_de_nghi", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("quyet_dinh", "cho")), fields=("don",), name="mot_de_nghi_bao_ve_dang_cho"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="banthao",
            index=models.Index(
                condition=models.Q(("trang_thai__in", ("nhap", "trinh", "tham_dinh", "tra_lai"))),
                fields=["trang_thai", "sua_luc"],
                name="ban_thao_dang_mo",
            ),
        ),
        migrations.AddConstraint(
            model_name="banthao",
            constraint=models.UniqueConstraint(
                condition=models.Q(("trang_thai__in", ("nhap", "trinh", "tham_dinh", "tra_lai"))),
                fields=("don", "ma_mau"),
                name="mot_ban_thao_mo_moi_mau",
            ),
        ),
        migrations.AddIndex(
            model_name="hanviec",
            index=models.Index(condition=models.Q(("ngay_xong", None)), fields=["han"], name="han_viec_dang_mo"),
        ),
        migrations.AddIndex(
            model_name="hanviec",
            index=models.Index(
                condition=models.Q(("ngay_xong", None)), fields=["quyen", "han"], name="han_viec_theo_quyen"
            ),
        ),
        migrations.AddIndex(
            model_name="hanviec",
            index=models.Index(
                condition=models.Q(("ngay_xong", None)), fields=["don_vi", "han"], name="han_viec_theo_don_vi"
            ),
        ),
        migrations.AddConstraint(
            model_name="hanviec",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ngay_xong", None)), fields=("chu_the", "viec"), name="mot_dong_ho_mo_moi_viec"
            ),
        ),
        migrations.AddConstraint(
            model_name="hanviec",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ngay_xong", None),
                    ("ngay_xong__gte", models.F("tu_ngay")),
                    ("viec__in", ("C4", "C5", "X21")),
                    _connector="OR",
                ),
                name="xong_khong_truoc_khi_tinh",
            ),
        ),
        migrations.AddIndex(
            model_name="ketquathihanh",
            index=models.Index(fields=["ngay"], name="ket_qua_thi_hanh_ngay"),
        ),
        migrations.AddConstraint(
            model_name="ketquathihanh",
            constraint=models.CheckConstraint(
                condition=models.Q(("can_bo_da_xu_ly__lte", models.F("nguoi_da_xu_ly"))),
                name="can_bo_xu_ly_trong_nguoi",
            ),
        ),
        migrations.AddConstraint(
            model_name="ketquathihanh",
            constraint=models.CheckConstraint(
                condition=models.Q(("can_bo_khoi_to__lte", models.F("nguoi_khoi_to"))),
                name="can_bo_khoi_to_trong_nguoi",
            ),
        ),
        migrations.AddConstraint(
            model_name="lichsu",
            constraint=models.UniqueConstraint(fields=("don", "stt"), name="lich_su_stt_khong_trung"),
        ),
        migrations.AddIndex(
            model_name="nguoiduocbiet",
            index=models.Index(
                condition=models.Q(("ngay_thoi", None)), fields=["nhan_vien", "don"], name="to_cao_cua_nguoi"
            ),
        ),
        migrations.AddConstraint(
            model_name="nguoiduocbiet",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ngay_thoi", None)),
                fields=("don", "nhan_vien"),
                name="moi_nguoi_duoc_biet_mot_dong",
            ),
        ),
        migrations.AddConstraint(
            model_name="nguoilienquan",
            constraint=models.UniqueConstraint(fields=("don", "nhan_vien"), name="mot_quan_he_moi_nguoi"),
        ),
        migrations.AddIndex(
            model_name="phancong",
            index=models.Index(
                condition=models.Q(("ngay_thoi_giao", None)), fields=["don_vi", "-ngay_giao"], name="phan_cong_dang_giu"
            ),
        ),
        migrations.AddIndex(
            model_name="phancong",
            index=models.Index(
                condition=models.Q(("ngay_thoi_giao", None), ("vai", "phoi_hop")),
                fields=["don_vi", "don"],
                name="phan_cong_phoi_hop",
            ),
        ),
        migrations.AddConstraint(
            model_name="phancong",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ngay_thoi_giao", None), ("vai", "chu_tri")),
                fields=("don",),
                name="mot_don_vi_chu_tri",
            ),
        ),
        migrations.AddConstraint(
            model_name="phancong",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ngay_thoi_giao", None)), fields=("don", "don_vi"), name="moi_don_vi_mot_phan_cong"
            ),
        ),
        migrations.AddConstraint(
            model_name="tamdinhchi",
            constraint=models.UniqueConstraint(
                condition=models.Q(("den_ngay", None)), fields=("don",), name="mot_tam_dinh_chi_dang_mo"
            ),
        ),
        migrations.AddConstraint(
            model_name="tamdinhchi",
            constraint=models.CheckConstraint(
                condition=models.Q(("den_ngay", None), ("den_ngay__gte", models.F("tu_ngay")), _connector="OR"),
                name="tiep_tuc_khong_truoc_tam_dinh_chi",
            ),
        ),
        migrations.AddIndex(
            model_name="tepdinhkem",
            index=models.Index(condition=models.Q(("tinh_trang", "cho_quet")), fields=["id"], name="tep_cho_quet"),
        ),
        migrations.AddIndex(
            model_name="thongbao",
            index=models.Index(condition=models.Q(("doc_luc", None)), fields=["nguoi"], name="thong_bao_chua_doc"),
        ),
        migrations.AddIndex(
            model_name="thongbao",
            index=models.Index(condition=models.Q(("gui_luc", None)), fields=["tao_luc"], name="thong_bao_cho_gui"),
        ),
        migrations.AddConstraint(
            model_name="thongbao",
            constraint=models.UniqueConstraint(
                fields=("nguoi", "chu_the", "muc", "han"), name="moi_nguoi_nhac_mot_lan"
            ),
        ),
        migrations.AddConstraint(
            model_name="toxacminh",
            constraint=models.CheckConstraint(
                condition=models.Q(("den_ngay__gte", models.F("tu_ngay"))),
                name="xac_minh_den_sau_tu",
                violation_error_message="Ngày kết thúc xác minh không được trước ngày bắt đầu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="thanhviento",
            constraint=models.UniqueConstraint(fields=("to", "nhan_vien"), name="moi_thanh_vien_mot_lan"),
        ),
        migrations.AddConstraint(
            model_name="thanhviento",
            constraint=models.UniqueConstraint(
                condition=models.Q(("vai", "truong")), fields=("to",), name="mot_to_truong"
            ),
        ),
        migrations.AddIndex(
            model_name="vanbandi",
            index=models.Index(
                condition=models.Q(("sha256", ""), models.Q(("noi_dung", {}), _negated=True)),
                fields=["id"],
                name="van_ban_cho_dong_bang",
            ),
        ),
        migrations.AddConstraint(
            model_name="vanbandi",
            constraint=models.UniqueConstraint(
                condition=models.Q(("so", None), _negated=True),
                fields=("so_dang_ky", "nam", "so"),
                name="so_van_ban_khong_trung",
            ),
        ),
        migrations.AddConstraint(
            model_name="vanbandi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("so", None), ("so_dang_ky", "")),
                    models.Q(("so__isnull", False), models.Q(("so_dang_ky", ""), _negated=True)),
                    _connector="OR",
                ),
                name="co_so_thi_co_so_dang_ky",
            ),
        ),
        migrations.AddConstraint(
            model_name="langui",
            constraint=models.CheckConstraint(
                condition=models.Q(("ngay_nhan", None), ("ngay_nhan__gte", models.F("ngay")), _connector="OR"),
                name="nhan_khong_truoc_gui",
                violation_error_message="Ngày nhận không được trước ngày gửi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="lancongkhai",
            constraint=models.CheckConstraint(
                condition=models.Q(("den_ngay", None), ("den_ngay__gte", models.F("tu_ngay")), _connector="OR"),
                name="cong_khai_den_sau_tu",
                violation_error_message="Ngày kết thúc công khai không được trước ngày bắt đầu.",
            ),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(fields=["-ngay_nhan", "-id"], name="don_thu_moi_nhat"),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(fields=["loai", "-ngay_nhan", "-id"], name="don_thu_loai"),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(fields=["trang_thai", "-ngay_nhan", "-id"], name="don_thu_trang_thai"),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(fields=["don_vi", "-ngay_nhan", "-id"], name="don_thu_don_vi"),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(fields=["linh_vuc", "-ngay_nhan", "-id"], name="don_thu_linh_vuc"),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(fields=["nguon", "-ngay_nhan", "-id"], name="don_thu_nguon"),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(fields=["nguoi_nhap", "-ngay_nhan", "-id"], name="don_thu_nguoi_nhap"),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(
                condition=models.Q(("so_nguoi__gte", 5)), fields=["-ngay_nhan", "-id"], name="don_thu_dong_nguoi"
            ),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(
                condition=models.Q(
                    (
                        "trang_thai__in",
                        (
                            "da_huong_dan",
                            "da_chuyen",
                            "luu_don",
                            "khong_xu_ly",
                            "chuyen_kiem_tra",
                            "chuyen_dieu_tra",
                            "khong_thu_ly",
                            "da_dinh_chi",
                            "ket_thuc",
                        ),
                    ),
                    _negated=True,
                ),
                fields=["-ngay_nhan", "-id"],
                name="don_thu_dang_mo",
            ),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(
                condition=models.Q(("loai__in", ("KN", "TC", "KIEN_NGHI", "PHAN_ANH"))),
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
                name="don_thu_bao_cao_xu_ly",
            ),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(
                condition=models.Q(("bi_to_cao_lanh_dao", True)), fields=["vu_viec"], name="don_thu_lanh_dao"
            ),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(
                condition=models.Q(("ngay_xu_ly", None)), fields=["ngay_nhan"], name="don_thu_chua_xu_ly"
            ),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(
                condition=models.Q(("phuc_tap", True)), fields=["-ngay_nhan", "-id"], name="don_thu_phuc_tap"
            ),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(
                condition=models.Q(("khan_cap", True)), fields=["-ngay_nhan", "-id"], name="don_thu_khan_cap"
            ),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(
                condition=models.Q(("da_gui_cap_tren", True), ("nguon", "co_quan_chuyen"), _connector="OR"),
                fields=["-ngay_nhan", "-id"],
                name="don_thu_qua_noi_khac",
            ),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(
                condition=models.Q(("trang_thai", "cho_hieu_luc")), fields=["id"], name="don_thu_cho_hieu_luc"
            ),
        ),
        migrations.AddIndex(
            model_name="donthu",
            index=models.Index(
                condition=models.Q(("loai__in", ("KN", "TC")), ("ngay_ban_hanh__isnull", False)),
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
                name="don_thu_bao_cao_ban_hanh",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cong_dan", None), ("loai", "TC"), models.Q(("ma_nguoi_to_cao", ""), _negated=True)),
                    models.Q(models.Q(("loai", "TC"), _negated=True), ("ma_nguoi_to_cao", "")),
                    _connector="OR",
                ),
                name="to_cao_khong_co_cong_dan",
                violation_error_message="Đơn tố cáo không ghi người gửi, chỉ ghi mã người tố cáo.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ma_nguoi_to_cao", ""), _negated=True),
                fields=("ma_nguoi_to_cao",),
                name="ma_nguoi_to_cao_khong_trung",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(("lan", 1), models.Q(("lan", 2), ("loai__in", ("KN", "TC"))), _connector="OR"),
                name="lan_hai_chi_khieu_nai_to_cao",
                violation_error_message="Chỉ khiếu nại, tố cáo mới có lần hai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ngay_ket_thuc__isnull", False),
                        (
                            "trang_thai__in",
                            (
                                "da_huong_dan",
                                "da_chuyen",
                                "luu_don",
                                "khong_xu_ly",
                                "chuyen_kiem_tra",
                                "chuyen_dieu_tra",
                                "khong_thu_ly",
                                "da_dinh_chi",
                                "ket_thuc",
                            ),
                        ),
                    ),
                    models.Q(
                        models.Q(
                            (
                                "trang_thai__in",
                                (
                                    "da_huong_dan",
                                    "da_chuyen",
                                    "luu_don",
                                    "khong_xu_ly",
                                    "chuyen_kiem_tra",
                                    "chuyen_dieu_tra",
                                    "khong_thu_ly",
                                    "da_dinh_chi",
                                    "ket_thuc",
                                ),
                            ),
                            _negated=True,
                        ),
                        ("ngay_ket_thuc", None),
                    ),
                    _connector="OR",
                ),
                name="don_da_dong_co_ngay_ket_thuc",
                violation_error_message="Đơn đã kết thúc phải có ngày kết thúc.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("huong_xu_ly", ""), ("ngay_xu_ly", None)),
                    models.Q(
                        ("du_dieu_kien__isnull", False),
                        ("ngay_xu_ly__gte", models.F("ngay_nhan")),
                        models.Q(("huong_xu_ly", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="da_xu_ly_thi_co_huong",
                violation_error_message="Ngày xử lý không được trước ngày nhận và phải có hướng xử lý.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("thuoc_tham_quyen", None),
                    ("thuoc_tham_quyen", False),
                    models.Q(("du_dieu_kien", True), ("du_dieu_kien__isnull", False)),
                    _connector="OR",
                ),
                name="thuoc_tham_quyen_thi_du_dieu_kien",
                violation_error_message="Đơn thuộc thẩm quyền phải đủ điều kiện xử lý.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ngay_thu_ly", None),
                    models.Q(
                        ("du_dieu_kien", True),
                        ("ngay_khong_thu_ly", None),
                        ("ngay_thu_ly__gte", models.F("ngay_xu_ly")),
                        ("ngay_xu_ly__isnull", False),
                        ("thuoc_tham_quyen", True),
                        ("thuoc_tham_quyen__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="thu_ly_sau_xu_ly",
                violation_error_message="Chỉ thụ lý, từ ngày xử lý trở đi, đơn đủ điều kiện và thuộc thẩm quyền.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ngay_khong_thu_ly", None),
                    models.Q(("ngay_khong_thu_ly__gte", models.F("ngay_xu_ly")), ("ngay_xu_ly__isnull", False)),
                    _connector="OR",
                ),
                name="khong_thu_ly_sau_xu_ly",
                violation_error_message="Ngày không thụ lý không được trước ngày xử lý.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ngay_dinh_chi", None),
                    models.Q(
                        ("ngay_ban_hanh", None),
                        ("ngay_dinh_chi__gte", models.F("ngay_xu_ly")),
                        ("ngay_xu_ly__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="dinh_chi_sau_xu_ly",
                violation_error_message="Ngày đình chỉ không được trước ngày xử lý; đã đình chỉ thì không ban hành.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ngay_ban_hanh", None),
                    models.Q(("ngay_ban_hanh__gte", models.F("ngay_thu_ly")), ("ngay_thu_ly__isnull", False)),
                    models.Q(
                        ("ngay_ban_hanh__gte", models.F("ngay_nhan")),
                        ("ngay_thu_ly", None),
                        models.Q(("loai__in", ("KN", "TC")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="ban_hanh_sau_thu_ly",
                violation_error_message="Ngày ban hành không được trước ngày thụ lý.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ket_qua", ""), ("ngay_ban_hanh", None)),
                    models.Q(
                        ("ket_qua", ""),
                        ("ngay_ban_hanh__isnull", False),
                        models.Q(("loai__in", ("KN", "TC")), _negated=True),
                    ),
                    models.Q(
                        ("loai__in", ("KN", "TC")),
                        ("ngay_ban_hanh__isnull", False),
                        models.Q(("ket_qua", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="ban_hanh_co_ket_qua",
                violation_error_message="Quyết định, kết luận phải có kết quả đúng, sai hoặc đúng một phần.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ket_qua__in", ("cong_nhan", "huy_sua")), _negated=True),
                    models.Q(("lan", 2), ("loai", "KN")),
                    _connector="OR",
                ),
                name="ket_qua_lan_hai_cua_khieu_nai",
                violation_error_message="Công nhận, hủy sửa chỉ dùng cho khiếu nại lần hai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ngay_thi_hanh_xong", None),
                    models.Q(("ngay_ban_hanh__isnull", False), ("ngay_thi_hanh_xong__gte", models.F("ngay_ban_hanh"))),
                    models.Q(
                        ("ngay_ban_hanh", None),
                        ("ngay_hieu_luc__isnull", False),
                        ("ngay_thi_hanh_xong__gte", models.F("ngay_hieu_luc")),
                    ),
                    _connector="OR",
                ),
                name="thi_hanh_xong_sau_ban_hanh",
                violation_error_message="Ngày thi hành xong không được trước ngày ban hành, ngày có hiệu lực.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ngay_gui_quyet_dinh", None),
                    ("ngay_gui_quyet_dinh__gte", models.F("ngay_ban_hanh")),
                    _connector="OR",
                ),
                name="gui_quyet_dinh_sau_ban_hanh",
                violation_error_message="Ngày gửi quyết định không được trước ngày ban hành.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ngay_nhan_quyet_dinh", None),
                    ("ngay_nhan_quyet_dinh__gte", models.F("ngay_gui_quyet_dinh")),
                    _connector="OR",
                ),
                name="nhan_quyet_dinh_sau_khi_gui",
                violation_error_message="Ngày người khiếu nại nhận quyết định không được trước ngày gửi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("loai", "TC"),
                    models.Q(("cho_bao_ve", False), ("dang_bao_ve", False), ("nac_danh", False)),
                    _connector="OR",
                ),
                name="nac_danh_bao_ve_chi_cua_to_cao",
                violation_error_message="Nặc danh và bảo vệ người tố cáo chỉ dùng cho tố cáo.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("trung_voi", None), models.Q(("trung_voi", models.F("pk")), _negated=True), _connector="OR"
                ),
                name="khong_trung_voi_chinh_no",
                violation_error_message="Đơn không thể trùng với chính nó.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(("so_nguoi__gte", 1)),
                name="it_nhat_mot_nguoi",
                violation_error_message="Số người ít nhất là 1.",
            ),
        ),
        migrations.AddConstraint(
            model_name="donthu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("can_bo_bi_kien_nghi__lte", models.F("nguoi_bi_kien_nghi")),
                    ("can_bo_chuyen_dieu_tra__lte", models.F("nguoi_chuyen_dieu_tra")),
                ),
                name="trong_do_khong_lon_hon_tong",
                violation_error_message="Số cán bộ, công chức, viên chức không được lớn hơn tổng số người.",
            ),
        ),
        migrations.AddConstraint(
            model_name="xinthemhan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("dong_y", None)), fields=("phan_cong",), name="mot_lan_xin_dang_cho"
            ),
        ),
    ]
