"""How the register of managing work changes; form 06/QLKNTC counts it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Sum

from baocao.actions.khac_phuc import dat_han_khac_phuc
from baocao.models import HoatDong, ThamDu
from baocao.models.hoat_dong import LOAI_CO_THAM_DU, LOAI_VAN_BAN, LoaiHoatDong
from tochuc.dinh_dang import ngay_vn
from tochuc.loi import LoiNghiepVu
from tochuc.models import DonVi, NhanVien, NhatKy, SoDem
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.rang_buoc import kiem_dong
from tochuc.vai_tro import Quyen


def luu_hoat_dong(hoat_dong: HoatDong | None, *, nguoi: NhanVien, hom_nay: date, **truong: Any) -> HoatDong:
    """Add an activity (`hoat_dong` None; its code HD-2026-0001 is given here) or change the fields of one.

    Where units are written with their people, the two amounts are their sums whatever `truong` says. Raises
    PermissionDenied, and LoiNghiepVu when dates are out of order or in the future, an amount does not belong to the
    kind of activity, or the kind no longer fits the rows below it.
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
            _khop_dong_kem(hoat_dong)
            viec = "Sửa hoạt động quản lý"
        _kiem_tra(hoat_dong, hom_nay)
        hoat_dong.save()
        if "ngay" in truong:
            for phat_hien in hoat_dong.phat_hien.select_related("don_vi", "hoat_dong"):
                dat_han_khac_phuc(phat_hien)
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"hoat_dong:{hoat_dong.ma}", viec)
    return hoat_dong


def luu_tham_du(hoat_dong: HoatDong, *, nguoi: NhanVien, so_nguoi: Mapping[DonVi, tuple[int, int]]) -> HoatDong:
    """Write who came from each unit: unit → (phải dự, đã dự); a unit of which nobody should have come has no row.

    Raises PermissionDenied; LoiNghiepVu for a kind of activity that nobody attends, or more who came than should have.
    """
    if not nguoi.co_quyen(Quyen.NHAP_SO):
        raise PermissionDenied
    for don_vi, (phai_du, da_du) in so_nguoi.items():
        if da_du > phai_du:
            raise LoiNghiepVu(f"{don_vi}: số người đã dự không được lớn hơn số người phải dự.")
    with transaction.atomic():
        hoat_dong = HoatDong.objects.select_for_update().get(pk=hoat_dong.pk)
        hoat_dong.tham_du.all().delete()
        ThamDu.objects.bulk_create(
            ThamDu(hoat_dong=hoat_dong, don_vi=don_vi, phai_du=phai_du, da_du=da_du)
            for don_vi, (phai_du, da_du) in so_nguoi.items()
            if phai_du
        )
        _khop_dong_kem(hoat_dong)
        hoat_dong.save(update_fields=["so_nguoi", "tong_so_nguoi"])
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"hoat_dong:{hoat_dong.ma}", "Ghi số người dự theo khoa, phòng")
    return hoat_dong


def _khop_dong_kem(hoat_dong: HoatDong) -> None:
    """Take over what follows from the rows below, and refuse a kind that has no such rows."""
    du = hoat_dong.tham_du.aggregate(so_dong=Count("pk"), da_du=Sum("da_du"), phai_du=Sum("phai_du"))
    if du["so_dong"]:
        if hoat_dong.loai not in LOAI_CO_THAM_DU:
            raise LoiNghiepVu("Hoạt động đã ghi số người dự theo khoa, phòng nên phải là loại có người dự.")
        hoat_dong.so_nguoi, hoat_dong.tong_so_nguoi = du["da_du"], du["phai_du"]
    so_don_vi = hoat_dong.phat_hien.so_don_vi()
    if so_don_vi and hoat_dong.loai != LoaiHoatDong.KIEM_TRA:
        raise LoiNghiepVu("Cuộc kiểm tra đã ghi tồn tại phải khắc phục nên không đổi sang loại khác được.")
    if hoat_dong.so_don_vi_vi_pham < so_don_vi:
        raise LoiNghiepVu(f"Đã ghi tồn tại của {so_don_vi} đơn vị; số đơn vị có vi phạm không được ít hơn.")


def _ma_moi(nam: int) -> str:
    """Next free code of a year: an imported register may have used some."""
    while HoatDong.objects.filter(ma=(ma := f"HD-{nam}-{SoDem.lay('hoat_dong', nam):04d}")).exists():
        pass
    return ma


def _kiem_tra(hoat_dong: HoatDong, hom_nay: date) -> None:
    for ngay in (hoat_dong.ngay, hoat_dong.ngay_ket_luan, hoat_dong.ngay_thuc_hien_xong):
        if ngay and ngay > hom_nay:
            raise LoiNghiepVu("Ngày của hoạt động không được sau hôm nay.")
    goc = hoat_dong.sua_doi_cho
    if goc and (goc.loai not in LOAI_VAN_BAN or goc.ngay > hoat_dong.ngay):
        raise LoiNghiepVu(f"Chỉ sửa đổi, hủy bỏ được văn bản ban hành trước ngày {ngay_vn(hoat_dong.ngay)}.")
    kiem_dong(hoat_dong)
