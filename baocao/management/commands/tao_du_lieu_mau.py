"""Fill an empty database with an invented centre at work. Accounts get a password only where DEMO=1."""

from random import Random
from secrets import token_urlsafe

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from baocao.du_lieu_mau.co_quan import dung_co_quan
from baocao.du_lieu_mau.khoi_lon import tao_khoi_lon
from baocao.du_lieu_mau.kich_ban import ke_cac_chuyen
from baocao.du_lieu_mau.tiep_dan_hoat_dong import ghi_hoat_dong, ghi_luot_tiep, lap_lich
from donthu import nhac_viec
from tochuc.models import NgayNghi, NhanVien

TAI_KHOAN = (
    ("tiepdan", "cán bộ tiếp công dân"),
    ("tchc", "Phòng Tổ chức - Hành chính"),
    ("khoanoi", "Trưởng Khoa Nội tổng hợp"),
    ("giamdoc", "Giám đốc"),
    ("quantri", "quản trị hệ thống"),
)


class Command(BaseCommand):
    help = "Tạo dữ liệu mẫu: một Trung tâm Y tế không có thật, hai năm lịch tiếp, lượt tiếp, đơn thư, hoạt động."

    def add_arguments(self, parser):
        parser.add_argument("--so-don", type=int, default=300, help="tổng số đơn (mặc định 300)")
        parser.add_argument("--hat-giong", type=int, default=2026, help="hạt giống ngẫu nhiên; cùng số, cùng dữ liệu")

    def handle(self, *args, so_don, hat_giong, **options):
        if NhanVien.objects.exists():
            raise CommandError("Cơ sở dữ liệu đã có người dùng; dữ liệu mẫu chỉ tạo trong cơ sở dữ liệu trống.")
        mat_khau = token_urlsafe(9) if settings.DEMO else None
        rng, hom_nay, lich = Random(hat_giong), timezone.localdate(), NgayNghi.objects.lich()  # noqa: S311 not a secret
        with transaction.atomic():
            nhan_su = dung_co_quan(mat_khau, rng)
            lap_lich(nhan_su, hom_nay, lich)
            da_tao = ke_cac_chuyen(nhan_su, hom_nay, lich, rng)
            ghi_luot_tiep(nhan_su, hom_nay, lich, rng)
            ghi_hoat_dong(hom_nay, rng)
            tao_khoi_lon(max(0, so_don - da_tao), nhan_su, hom_nay, lich, rng)
            nhac_viec.lap_thong_bao(hom_nay, lich, timezone.now())
        self.stdout.write(f"Đã tạo dữ liệu mẫu: {max(so_don, da_tao)} đơn.")
        if mat_khau:
            self.stdout.write("Tài khoản (cùng một mật khẩu):")
            for ten, vai in TAI_KHOAN:
                self.stdout.write(f"  {ten:<8}  {mat_khau}  {vai}")
