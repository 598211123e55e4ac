from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tochuc.loi import LoiNghiepVu
from tochuc.nap_don_vi import nap_don_vi


class Command(BaseCommand):
    """Load the units of the centre from a CSV file; again with a changed file = updated."""

    help = "Nạp danh sách đơn vị từ tệp CSV (code, name, kind, parent, can_be_assigned, box)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("tep", type=Path, help="tệp CSV, UTF-8")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            ket_qua = nap_don_vi(options["tep"])
        except LoiNghiepVu as loi:
            raise CommandError(str(loi)) from loi
        self.stdout.write(
            f"Đã nạp đơn vị: {ket_qua.moi} mới, {ket_qua.cap_nhat} cập nhật, {ket_qua.khong_doi} không đổi."
        )
