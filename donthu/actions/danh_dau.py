"""Marking a petition as urgent: what may end in harm to life, property or public order comes before its turn."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from donthu.actions.bao_tin import bao_dau_hieu
from donthu.actions.khung import luu
from donthu.models import DonThu, LichSu
from donthu.quy_trinh.buoc import Buoc
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien
from tochuc.vai_tro import Quyen


def duoc_danh_dau(don: DonThu, nguoi: NhanVien) -> bool:
    """Whether `nguoi`, who sees `don`, may say that it is urgent, or no longer."""
    return not don.da_dong and not nguoi.tap_quyen.isdisjoint({Quyen.PHAN_LOAI, Quyen.DUYET})


def danh_dau_khan_cap(don: DonThu, *, nguoi: NhanVien, ngay: date, khan_cap: bool, ly_do: str) -> None:
    """Mark `don` as urgent, or take the mark away, for a reason that goes on the trail; the leaders are told at once.

    Raises PermissionDenied, or LoiNghiepVu when nothing would change.
    """
    with transaction.atomic():
        don = DonThu.objects.select_for_update(of=("self",)).get(pk=don.pk)
        if not duoc_danh_dau(don, nguoi):
            raise PermissionDenied
        if don.khan_cap == khan_cap:
            raise LoiNghiepVu("Đơn đã được đánh dấu khẩn cấp." if khan_cap else "Đơn không được đánh dấu khẩn cấp.")
        don.khan_cap, don.ly_do_khan_cap = khan_cap, ly_do if khan_cap else ""
        luu(don)
        ghi_chu = f"{'Khẩn cấp' if khan_cap else 'Thôi khẩn cấp'}: {ly_do}"
        trang_thai = don.trang_thai
        LichSu.ghi(don, Buoc.PHAN_LOAI, tu=trang_thai, den=trang_thai, ngay=ngay, nguoi=nguoi, ghi_chu=ghi_chu)
        bao_dau_hieu(don, ngay)
