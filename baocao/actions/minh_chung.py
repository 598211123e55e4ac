"""Statements of what the software cannot see, with the paper that shows it."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from baocao.models import MinhChung
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.rang_buoc import kiem_dong
from tochuc.vai_tro import Quyen


def luu_minh_chung(minh_chung: MinhChung | None, *, nguoi: NhanVien, hom_nay: date, **truong: Any) -> MinhChung:
    """Write a statement (`minh_chung` None) or change the fields of one.

    Raises PermissionDenied, and LoiNghiepVu for a day to come, an end before the beginning, or what its kind does not
    have.
    """
    if not nguoi.co_quyen(Quyen.NHAP_SO):
        raise PermissionDenied
    with transaction.atomic():
        if minh_chung is None:
            minh_chung, viec = MinhChung(), "Ghi minh chứng"
        else:
            minh_chung, viec = MinhChung.objects.select_for_update().get(pk=minh_chung.pk), "Sửa minh chứng"
        for ten, gia_tri in truong.items():
            setattr(minh_chung, ten, gia_tri)
        minh_chung.nguoi, minh_chung.luc = nguoi, timezone.now()
        if minh_chung.ngay > hom_nay:
            raise LoiNghiepVu("Ngày của minh chứng không được sau hôm nay.")
        kiem_dong(minh_chung)
        minh_chung.save()
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"minh_chung:{minh_chung.pk}", f"{viec}: {minh_chung.get_loai_display()}")
    return minh_chung
