from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from baocao.nhap_so.mau_so import ghi_mau


class Command(BaseCommand):
    """Write the empty register workbook: headers, drop-down lists, one example row per sheet that has codes."""

    help = "Ghi tệp Excel mẫu để điền sổ cũ, rồi nhập bằng lệnh nhap_so."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("tep", type=Path, help="tệp .xlsx sẽ ghi")

    def handle(self, *args: Any, **options: Any) -> None:
        tep: Path = options["tep"]
        try:
            ghi_mau(tep)
        except OSError as loi:
            raise CommandError(f"Không ghi được tệp {tep}: {loi.strerror}.") from loi
        self.stdout.write(f"Đã ghi mẫu sổ: {tep}")
