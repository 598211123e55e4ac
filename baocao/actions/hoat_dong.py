"""How the register of managing work changes; form 06/QLKNTC counts it."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from baocao.models import HoatDong
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien, NhatKy, SoDem
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.vai_tro import Quyen


def luu_hoat_dong(hoat_dong: HoatDong | None, *, nguoi: NhanVien, hom_nay: date, **truong: Any) -> HoatDong:
    """Add an activity (`hoat_dong` None; its code HD-2026-0001 is given here) or change the fields of one.

    Raises PermissionDenied, and LoiNghiepVu when dates are out of order or in the future, or an amount does not belong
    to the kind of activity.
    """
    if not nguoi.co_quyen(Quyen.NHAP_SO):
        raise PermissionDenied
    with transaction.atomic():
        if hoat_dong is None:
            hoat_dong = HoatDong(**truong)
            hoat_dong.ma = _ma_moi(hoat_dong.ngay.year)
            viec = "Thêm hoạt động quản lý"
        else:
            hoat_dong = HoatDong.objects.select_for_update().get(pk=hoat_dong.pk)
            for ten, gia_tri in truong.items():
                setattr(hoat_dong, ten, gia_tri)
            viec = "Sửa hoạt động quản lý"
        _kiem_tra(hoat_dong, hom_nay)
        hoat_dong.save()
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"hoat_dong:{hoat_dong.ma}", viec)
    return hoat_dong


def _ma_moi(nam: int) -> str:
    """Next free code of a year: an imported register may have used some."""
    while HoatDong.objects.filter(ma=(ma := f"HD-{nam}-{SoDem.lay('hoat_dong', nam):04d}")).exists():
        pass
    return ma


def _kiem_tra(hoat_dong: HoatDong, hom_nay: date) -> None:
    for ngay in (hoat_dong.ngay, hoat_dong.ngay_ket_luan, hoat_dong.ngay_thuc_hien_xong):
        if ngay and ngay > hom_nay:
            raise LoiNghiepVu("Ngày của hoạt động không được sau hôm nay.")
    try:
        hoat_dong.full_clean()
    except ValidationError as loi:
        raise LoiNghiepVu(" ".join(loi.messages)) from loi
