import sys
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from baocao.ky import LoiKy, doc_ky
from baocao.lap_bieu import lap_bieu
from baocao.xuat import XUAT


class Command(BaseCommand):
    """The six forms of one period, to a file or to standard output."""

    help = "Lập sáu biểu số liệu của một kỳ báo cáo (Thông tư 06/2025/TT-TTCP) từ dữ liệu đang lưu."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--ky", required=True, help="kỳ báo cáo: Q1/2026, 6T/2026, 9T/2026, N/2026…")
        parser.add_argument("--dinh-dang", choices=tuple(XUAT), default="json", help="định dạng (mặc định: json)")
        parser.add_argument("--ra", type=Path, metavar="TEP", help="tệp ghi ra; không có thì ghi ra đầu ra chuẩn")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            ky = doc_ky(options["ky"])
        except LoiKy as loi:
            raise CommandError(str(loi)) from loi
        noi_dung = lap_bieu(ky, options["dinh_dang"])
        if options["ra"]:
            _ghi_tep(options["ra"], noi_dung)
        elif options["dinh_dang"] == "json":
            self.stdout.write(noi_dung.decode(), ending="")
        else:
            sys.stdout.buffer.write(noi_dung)
            sys.stdout.buffer.flush()


def _ghi_tep(tep: Path, noi_dung: bytes) -> None:
    """Write beside and put in place: a full disk leaves no half report, and the old one as it was."""
    tam = tep.with_name(f"{tep.name}.tam")
    try:
        tam.write_bytes(noi_dung)
        tam.replace(tep)
    except OSError as loi:
        with suppress(OSError):
            tam.unlink()
        raise CommandError(f"Không ghi được tệp {tep}: {loi.strerror}.") from loi
