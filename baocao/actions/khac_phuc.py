"""What a check found wrong: written down, mended by a day, each with its clock until it is mended."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from baocao.actions.han_noi_bo import dat_han, duoc_lam
from baocao.models import HoatDong, PhatHien
from baocao.models.hoat_dong import LoaiHoatDong
from donthu.viec import Viec
from tochuc.dinh_dang import ngay_vn
from tochuc.loi import LoiNghiepVu
from tochuc.models import DonVi, NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.rang_buoc import luu_dong
from tochuc.vai_tro import Quyen


def them_phat_hien(
    hoat_dong: HoatDong, *, nguoi: NhanVien, don_vi: DonVi, noi_dung: str, han_khac_phuc: date
) -> PhatHien:
    """Write down one finding; its unit is one with violations from now on.

    Raises PermissionDenied; LoiNghiepVu when the activity is no internal check, more units have findings than were
    checked, or the deadline is not after the check.
    """
    if not nguoi.co_quyen(Quyen.NHAP_SO):
        raise PermissionDenied
    with transaction.atomic():
        hoat_dong = HoatDong.objects.select_for_update().get(pk=hoat_dong.pk)
        if hoat_dong.loai != LoaiHoatDong.KIEM_TRA:
            raise LoiNghiepVu("Chỉ ghi tồn tại phải khắc phục cho cuộc kiểm tra nội bộ.")
        phat_hien = PhatHien(hoat_dong=hoat_dong, don_vi=don_vi, noi_dung=noi_dung, han_khac_phuc=han_khac_phuc)
        luu_dong(phat_hien)
        _dem_don_vi(hoat_dong)
        dat_han_khac_phuc(phat_hien)
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"hoat_dong:{hoat_dong.ma}", f"Ghi tồn tại của {don_vi}")
    return phat_hien


def sua_phat_hien(
    phat_hien: PhatHien, *, nguoi: NhanVien, don_vi: DonVi, noi_dung: str, han_khac_phuc: date
) -> PhatHien:
    """Correct a finding or move its deadline. What was mended and gets another deadline has to be mended again.

    Raises PermissionDenied, LoiNghiepVu as `them_phat_hien`.
    """
    if not nguoi.co_quyen(Quyen.NHAP_SO):
        raise PermissionDenied
    with transaction.atomic():
        hoat_dong = HoatDong.objects.select_for_update().get(pk=phat_hien.hoat_dong_id)
        phat_hien = PhatHien.objects.select_for_update().get(pk=phat_hien.pk)
        noi_dung_ghi = "Sửa tồn tại"
        if han_khac_phuc != phat_hien.han_khac_phuc:
            lam_lai = "yêu cầu khắc phục lại, " if phat_hien.ngay_khac_phuc else ""
            noi_dung_ghi += f": {lam_lai}hạn {ngay_vn(phat_hien.han_khac_phuc)} đổi thành {ngay_vn(han_khac_phuc)}"
            phat_hien.ngay_khac_phuc = None
        phat_hien.hoat_dong, phat_hien.don_vi = hoat_dong, don_vi
        phat_hien.noi_dung, phat_hien.han_khac_phuc = noi_dung, han_khac_phuc
        luu_dong(phat_hien)
        _dem_don_vi(hoat_dong)
        dat_han_khac_phuc(phat_hien)
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"phat_hien:{phat_hien.pk}", noi_dung_ghi)
    return phat_hien


def khac_phuc(phat_hien: PhatHien, *, nguoi: NhanVien, bien_phap: str, ngay: date, hom_nay: date) -> PhatHien:
    """Mended on `ngay`, by what.

    Raises PermissionDenied for another unit; LoiNghiepVu when it is mended already, `ngay` is before the check or to
    come.
    """
    with transaction.atomic():
        phat_hien = (
            PhatHien.objects.select_for_update(of=("self",)).select_related("hoat_dong", "don_vi").get(pk=phat_hien.pk)
        )
        if not duoc_lam(phat_hien.don_vi, nguoi):
            raise PermissionDenied
        if phat_hien.ngay_khac_phuc:
            raise LoiNghiepVu(f"Tồn tại này đã khắc phục xong ngày {ngay_vn(phat_hien.ngay_khac_phuc)}.")
        if ngay > hom_nay:
            raise LoiNghiepVu("Ngày khắc phục xong không được sau hôm nay.")
        phat_hien.ngay_khac_phuc, phat_hien.bien_phap = ngay, bien_phap
        luu_dong(phat_hien)
        dat_han_khac_phuc(phat_hien)
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"phat_hien:{phat_hien.pk}", "Khắc phục xong tồn tại")
    return phat_hien


def dat_han_khac_phuc(phat_hien: PhatHien) -> None:
    """Bring the clock of a finding to where the finding stands. Raises LoiNghiepVu as `dat_han`."""
    dat_han(
        Viec.KHAC_PHUC,
        f"phat_hien:{phat_hien.pk}",
        tieu_de=phat_hien.noi_dung,
        don_vi=phat_hien.don_vi,
        tu_ngay=phat_hien.hoat_dong.ngay,
        den_ngay=phat_hien.han_khac_phuc,
        ngay_xong=phat_hien.ngay_khac_phuc,
    )


def _dem_don_vi(hoat_dong: HoatDong) -> None:
    """No fewer units with violations than units with findings."""
    so_don_vi = hoat_dong.phat_hien.so_don_vi()
    if so_don_vi > hoat_dong.so_don_vi:
        raise LoiNghiepVu(f"Cuộc kiểm tra chỉ ghi {hoat_dong.so_don_vi} đơn vị được kiểm tra; xin sửa số đơn vị trước.")
    if so_don_vi > hoat_dong.so_don_vi_vi_pham:
        hoat_dong.so_don_vi_vi_pham = so_don_vi
        hoat_dong.save(update_fields=["so_don_vi_vi_pham"])
