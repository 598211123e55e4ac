"""Fill an empty database with an invented centre at work. Accounts get a password only where DEMO=1."""

from operator import itemgetter
from random import Random
from secrets import token_urlsafe

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from baocao.du_lieu_mau.bao_cao_mau import lap_bao_cao_da_nop
from baocao.du_lieu_mau.co_quan import dung_co_quan
from baocao.du_lieu_mau.ke_hoach_mau import ghi_viec_quan_ly
from baocao.du_lieu_mau.khoi_lon import tao_khoi_lon
from baocao.du_lieu_mau.kich_ban import cac_chuyen
from baocao.du_lieu_mau.minh_chung_mau import dat_han_ket_luan, ghi_minh_chung, ghi_tra_loi
from baocao.du_lieu_mau.tiep_dan_hoat_dong import cac_luot, ghi_hoat_dong, lap_lich
from baocao.du_lieu_mau.vu_dien_hinh import cac_vu
from donthu import nhac_viec
from donthu.models import DonThu
from tochuc.models import NgayNghi, NhanVien

TAI_KHOAN = (
    ("tiepdan", "cán bộ tiếp công dân"),
    ("tchc", "Phòng Tổ chức - Hành chính"),
    ("khoanoi", "Trưởng Khoa Nội tổng hợp"),
    ("giamdoc", "Giám đốc"),
    ("quantri", "quản trị hệ thống"),
)
IT_DON = 1_000


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
            ghi_hoat_dong(hom_nay, rng)
            ghi_viec_quan_ly(nhan_su, hom_nay)
            chuyen = [*cac_chuyen(nhan_su, hom_nay, lich, rng), *cac_vu(nhan_su, hom_nay, lich, rng)]
            luot = cac_luot(nhan_su, hom_nay, lich, rng)
            # A small set reads like a real register: history first, then this year day by day, numbers in order.
            den = min(ngay for ngay, _, _ in chuyen) if so_don <= IT_DON else hom_nay
            tao_khoi_lon(max(0, so_don - sum(so for _, so, _ in chuyen)), nhan_su, hom_nay, den, lich, rng)
            for _, _, ghi in sorted([*chuyen, *luot], key=itemgetter(0)):
                ghi()
            ghi_minh_chung(nhan_su, hom_nay, rng)
            if so_don <= IT_DON:
                ghi_tra_loi(nhan_su, hom_nay, rng)
                dat_han_ket_luan(lich)
                lap_bao_cao_da_nop(nhan_su, hom_nay)
            nhac_viec.lap_thong_bao(hom_nay, lich, timezone.now())
        self.stdout.write(f"Đã tạo dữ liệu mẫu: {DonThu.objects.count()} đơn.")
        if mat_khau:
            self.stdout.write("Tài khoản (cùng một mật khẩu):")
            for ten, vai in TAI_KHOAN:
                self.stdout.write(f"  {ten:<8}  {mat_khau}  {vai}")
