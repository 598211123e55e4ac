from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from donthu.actions.bi_mat import ban_giao
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien


class Command(BaseCommand):
    """Hand over the tố cáo that one person knows of to who takes his post. Says how many, never which."""

    help = "Bàn giao các tố cáo mà một người đang được biết cho người thay, khi đổi người phụ trách."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--tu", required=True, help="tên đăng nhập của người giao")
        parser.add_argument("--den", required=True, help="tên đăng nhập của người nhận")

    def handle(self, *args: Any, **options: Any) -> None:
        tu, den = _tim(options["tu"]), _tim(options["den"])
        try:
            so = ban_giao(tu=tu, den=den, ngay=timezone.localdate())
        except LoiNghiepVu as loi:
            raise CommandError(str(loi)) from loi
        self.stdout.write(f"Đã bàn giao {so} vụ việc từ {tu} cho {den}.")


def _tim(ten: str) -> NhanVien:
    nguoi = NhanVien.objects.filter(username=ten).first()
    if nguoi is None:
        raise CommandError(f"Không có người dùng {ten}.")
    return nguoi
