"""The first account of a new installation: a quản trị, who then makes all others in the browser."""

from django.core.management.base import BaseCommand, CommandError

from tochuc import actions
from tochuc.loi import LoiNghiepVu
from tochuc.vai_tro import VaiTro


class Command(BaseCommand):
    help = "Tạo một tài khoản quản trị hệ thống và in mật khẩu dùng một lần."

    def add_arguments(self, parser):
        parser.add_argument("username", help="tên đăng nhập")
        parser.add_argument("ho_ten", help="họ và tên, đặt trong dấu nháy")

    def handle(self, *args, username, ho_ten, **options):
        try:
            nhan_vien, mat_khau = actions.tao_nhan_vien(
                nguoi=None, vai_tro=[VaiTro.QUAN_TRI], username=username, ho_ten=ho_ten
            )
        except LoiNghiepVu as loi:
            raise CommandError(str(loi)) from loi
        self.stdout.write(f"{nhan_vien.username}: mật khẩu dùng một lần {mat_khau}, phải đổi khi đăng nhập lần đầu.")
