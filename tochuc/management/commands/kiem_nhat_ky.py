"""Walk every chain of append-only rows and say where one is broken; exit status 1 when one is."""

from itertools import groupby

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError

from tochuc.chuoi_bam import ChuoiBam
from tochuc.models import NhatKy, SoDem

MOI_LAN_DOC = 2000


class Command(BaseCommand):
    help = "Kiểm tra các chuỗi bản ghi chỉ được thêm (nhật ký, lịch sử đơn): dòng bị sửa, bị xóa, bị chèn."

    def handle(self, *args, **options):
        so_loi = 0
        for model in cac_bang():
            so_dong, cho_hong = kiem_bang(model)
            ten = model._meta.verbose_name
            for cau in cho_hong:
                self.stderr.write(f"{ten}: {cau}")
            self.stdout.write(f"{ten}: {so_dong} dòng, {f'{len(cho_hong)} chỗ hỏng' if cho_hong else 'nguyên vẹn'}")
            so_loi += len(cho_hong)
        if so_loi:
            raise CommandError(f"Chuỗi bản ghi bị hỏng ở {so_loi} chỗ.")


def cac_bang() -> list[type[ChuoiBam]]:
    """Every table that is such a chain."""
    return sorted((model for model in apps.get_models() if issubclass(model, ChuoiBam)), key=lambda m: m._meta.label)


def kiem_bang(model: type[ChuoiBam]) -> tuple[int, list[str]]:
    """Number of rows of a table, and a sentence for each break."""
    # Read before and after: what is written meanwhile is neither missing nor too much.
    truoc, dem, cho_hong, cuoi = so_da_cap(model), 0, [], 0
    thu_tu = [model.NHOM, "stt"] if model.NHOM else ["stt"]
    dong = model.objects.order_by(*thu_tu).iterator(chunk_size=MOI_LAN_DOC)
    for nhom, chuoi in groupby(dong, key=lambda d: getattr(d, model.NHOM) if model.NHOM else None):
        so_dong, cuoi, hong = kiem_chuoi(chuoi)
        dem += so_dong
        cho_hong += [f"{model.NHOM}={nhom}, {cau}" if model.NHOM else cau for cau in hong]
    if model is NhatKy and not truoc <= cuoi <= so_da_cap(model):
        cho_hong.append(f"dòng cuối là số {cuoi} nhưng sổ đếm đã cấp đến số {truoc}: có dòng cuối bị xóa hoặc chèn")
    return dem, cho_hong


def so_da_cap(model: type[ChuoiBam]) -> int:
    """The last number taken for the log; 0 for chains without a counter."""
    if model is not NhatKy:
        return 0
    so_cuoi = SoDem.objects.filter(so_dang_ky="nhat_ky", nam=0).values_list("so_cuoi", flat=True).first()
    return so_cuoi or 0


def kiem_chuoi(chuoi) -> tuple[int, int, list[str]]:
    """Rows of one chain in order: how many, the last number, and what is broken.

    After a break the walk goes on from the row as it stands, so one wrong row is told once.
    """
    so_dong, so_truoc, bam_truoc, hong = 0, 0, "", []
    for dong in chuoi:
        so_dong += 1
        if dong.stt != so_truoc + 1:
            hong.append(f"thiếu dòng giữa số {so_truoc} và số {dong.stt}")
        elif dong.bam_truoc != bam_truoc:
            hong.append(f"dòng số {dong.stt} không nối với dòng trước")
        if dong.bam != dong.tinh_bam():
            hong.append(f"dòng số {dong.stt} đã bị sửa")
        so_truoc, bam_truoc = dong.stt, dong.bam
    return so_dong, so_truoc, hong
