import sys
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from baocao.quy_dinh import DINH_DANG, ghi_tep


class Command(BaseCommand):
    """The tables of law, to a file or to standard output."""

    help = "In mọi bảng quy trình, thời hạn, văn bản, lý do mà phần mềm áp dụng, để pháp chế đối chiếu."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dinh-dang", choices=DINH_DANG, default="json", help="định dạng (mặc định: json)")
        parser.add_argument("--ra", type=Path, metavar="TEP", help="tệp ghi ra; không có thì ghi ra đầu ra chuẩn")

    def handle(self, *args: Any, **options: Any) -> None:
        noi_dung = ghi_tep(options["dinh_dang"])
        if options["ra"]:
            _dat_tep(options["ra"], noi_dung)
        elif options["dinh_dang"] == "json":
            self.stdout.write(noi_dung.decode(), ending="")
        else:
            sys.stdout.buffer.write(noi_dung)
            sys.stdout.buffer.flush()


def _dat_tep(tep: Path, noi_dung: bytes) -> None:
    """Write beside and put in place: a full disk leaves no half file."""
    tam = tep.with_name(f"{tep.name}.tam")
    try:
        tam.write_bytes(noi_dung)
        tam.replace(tep)
    except OSError as loi:
        with suppress(OSError):
            tam.unlink()
        raise CommandError(f"Không ghi được tệp {tep}: {loi.strerror}.") from loi
