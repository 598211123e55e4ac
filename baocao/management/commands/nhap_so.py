from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from baocao.nhap_so import nhap_so
from tochuc.loi import LoiNghiepVu


class Command(BaseCommand):
    """Load a register workbook: all rows or none; exit code 1 with every bad row named when any is bad."""

    help = "Nhập sổ tiếp công dân, sổ đơn thư, hoạt động từ một tệp Excel (mẫu: lệnh mau_so)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("tep", type=Path, help="tệp sổ .xlsx")
        parser.add_argument("--thu", action="store_true", help="chỉ kiểm tra, không ghi gì")
        parser.add_argument(
            "--cap-nhat", action="store_true", help="cập nhật những dòng đã lưu mà trong tệp có nội dung khác"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            ket_qua = nhap_so(
                options["tep"],
                hom_nay=timezone.localdate(),
                chi_kiem_tra=options["thu"],
                cap_nhat=options["cap_nhat"],
            )
        except LoiNghiepVu as loi:
            raise CommandError(str(loi)) from loi
        if ket_qua.loi:
            cau = [*map(str, ket_qua.loi), ket_qua.cau_ket]
            if ket_qua.co_dong_khac:
                cau.append("Muốn thay nội dung đang lưu bằng nội dung trong tệp, chạy lại với --cap-nhat.")
            raise CommandError("\n".join(cau))
        for ten, dem in ket_qua.theo_trang.items():
            self.stdout.write(f"{ten}: {dem.cau}.")
        for cau in ket_qua.luu_y:
            self.stdout.write(f"Lưu ý: {cau}")
        self.stdout.write(ket_qua.cau_ket)
