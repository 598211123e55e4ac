from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from baocao.actions.nhan_bao_cao import nhan_bao_cao
from tochuc.loi import LoiNghiepVu
from tochuc.models import DonVi


class Command(BaseCommand):
    """Take in the JSON report of one unit."""

    help = "Nhận báo cáo kỳ (tệp JSON của lap_bao_cao) của một đơn vị để tổng hợp."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("tep", type=Path, help="tệp JSON đơn vị gửi")
        parser.add_argument("--don-vi", required=True, metavar="MA", help="mã đơn vị gửi")
        parser.add_argument("--sha256", default="", help="mã SHA-256 đơn vị đã báo")

    def handle(self, *args: Any, **options: Any) -> None:
        don_vi = DonVi.objects.filter(ma=options["don_vi"]).first()
        if don_vi is None:
            raise CommandError(f"Không có đơn vị mang mã {options['don_vi']}.")
        try:
            nhan = nhan_bao_cao(don_vi, options["tep"].read_bytes(), nguoi=None, sha256=options["sha256"])
        except OSError as loi:
            raise CommandError(f"Không đọc được tệp {options['tep']}: {loi.strerror}.") from loi
        except LoiNghiepVu as loi:
            raise CommandError(str(loi)) from loi
        self.stdout.write(
            f"Đã nhận {nhan.ky} của {don_vi}, bản {nhan.phien_ban}; {nhan.so_canh_bao} phép kiểm tra sai."
        )
