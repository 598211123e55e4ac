"""Plans of the centre and their tasks: given, followed, done with what shows it, each with its clock until then."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from baocao.actions.han_noi_bo import bo_han, dat_han, duoc_lam
from baocao.actions.tep_kem import cat_tep, ghi_tep
from baocao.ke_hoach_mau import NHIEM_VU_MAU, NhiemVuMau
from baocao.models import CapNhatNhiemVu, KeHoach, NhiemVu
from donthu.thoi_han import dong_thoi_han
from donthu.viec import Viec
from tochuc.dinh_dang import ngay_vn
from tochuc.loi import LoiNghiepVu
from tochuc.models import DonVi, NhanVien, NhatKy
from tochuc.models.don_vi import LoaiDonVi
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.rang_buoc import luu_dong
from tochuc.vai_tro import Quyen

XONG = 100  # phần trăm


def luu_ke_hoach(ke_hoach: KeHoach | None, *, nguoi: NhanVien, **truong: Any) -> KeHoach:
    """Add a plan (`ke_hoach` None) or change the fields of one. Raises PermissionDenied."""
    _duoc_lap(nguoi)
    with transaction.atomic():
        viec = "Sửa kế hoạch" if ke_hoach else "Thêm kế hoạch"
        ke_hoach = ke_hoach or KeHoach()
        for ten, gia_tri in truong.items():
            setattr(ke_hoach, ten, gia_tri)
        luu_dong(ke_hoach)
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"ke_hoach:{ke_hoach.pk}", viec)
    return ke_hoach


def luu_nhiem_vu(nhiem_vu: NhiemVu, *, nguoi: NhanVien, phoi_hop: Iterable[DonVi], **truong: Any) -> NhiemVu:
    """Add a task (`nhiem_vu` not saved, of its plan) or change one: words, units, days.

    Raises PermissionDenied, and LoiNghiepVu when the deadline is not after the day it was given, or that day after the
    one on which it was done.
    """
    _duoc_lap(nguoi)
    with transaction.atomic():
        viec = "Thêm nhiệm vụ"
        if nhiem_vu.pk:
            nhiem_vu = NhiemVu.objects.select_for_update().get(pk=nhiem_vu.pk)
            viec = "Sửa nhiệm vụ"
            if (han := truong.get("han", nhiem_vu.han)) != nhiem_vu.han:
                viec += f": hạn {ngay_vn(nhiem_vu.han)} đổi thành {ngay_vn(han)}"
        for ten, gia_tri in truong.items():
            setattr(nhiem_vu, ten, gia_tri)
        luu_dong(nhiem_vu)
        nhiem_vu.phoi_hop.set(don_vi for don_vi in phoi_hop if don_vi != nhiem_vu.don_vi)
        _dat_han(nhiem_vu)
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"nhiem_vu:{nhiem_vu.pk}", viec)
    return nhiem_vu


def cap_nhat_nhiem_vu(
    nhiem_vu: NhiemVu,
    *,
    nguoi: NhanVien,
    luc: datetime,
    tien_do: int,
    noi_dung: str = "",
    minh_chung: str = "",
    ngay_xong: date | None = None,
    cac_tep: Sequence[UploadedFile] = (),
) -> NhiemVu:
    """Say how far a task is (`tien_do`, phần trăm), in words and with files. 100 finishes it and needs `minh_chung`,
    what shows that it was done.

    Who keeps the registers may finish it on an earlier day (`ngay_xong`; else that of `luc`), or bring a finished one
    back below 100: then its clock runs again. Raises PermissionDenied, LoiNghiepVu.
    """
    if not duoc_lam(nhiem_vu.don_vi, nguoi):
        raise PermissionDenied
    with cat_tep(nhiem_vu, nguoi, cac_tep) as cac_dong, transaction.atomic():
        nhiem_vu = NhiemVu.objects.select_for_update(of=("self",)).select_related("don_vi").get(pk=nhiem_vu.pk)
        hom_nay, giu_so = timezone.localdate(luc), nguoi.co_quyen(Quyen.NHAP_SO)
        if nhiem_vu.ngay_xong and not giu_so:
            raise LoiNghiepVu("Nhiệm vụ đã hoàn thành; chỉ Phòng Tổ chức - Hành chính mở lại được.")
        if ngay_xong and (not giu_so or ngay_xong > hom_nay):
            raise LoiNghiepVu("Ngày hoàn thành không được sau hôm nay và do Phòng Tổ chức - Hành chính ghi.")
        if not 0 <= tien_do <= XONG:
            raise LoiNghiepVu("Tiến độ từ 0 đến 100%.")
        nhiem_vu.tien_do = tien_do
        nhiem_vu.minh_chung = minh_chung or nhiem_vu.minh_chung
        nhiem_vu.ngay_xong = (ngay_xong or nhiem_vu.ngay_xong or hom_nay) if tien_do == XONG else None
        luu_dong(nhiem_vu)
        CapNhatNhiemVu.objects.create(nhiem_vu=nhiem_vu, luc=luc, nguoi=nguoi, tien_do=tien_do, noi_dung=noi_dung)
        ghi_tep(cac_dong, nguoi)
        _dat_han(nhiem_vu)
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"nhiem_vu:{nhiem_vu.pk}", f"Cập nhật tiến độ {tien_do}%")
    return nhiem_vu


def xoa_nhiem_vu(nhiem_vu: NhiemVu, *, nguoi: NhanVien) -> None:
    """Take out a task that nobody has worked on. Raises PermissionDenied, LoiNghiepVu."""
    _duoc_lap(nguoi)
    with transaction.atomic():
        nhiem_vu = NhiemVu.objects.select_for_update().get(pk=nhiem_vu.pk)
        if nhiem_vu.cap_nhat.exists() or nhiem_vu.tep.exists():
            raise LoiNghiepVu("Nhiệm vụ đã có cập nhật tiến độ nên không xóa được; xin sửa nội dung, thời hạn.")
        bo_han(Viec.NHIEM_VU, f"nhiem_vu:{nhiem_vu.pk}")
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, f"nhiem_vu:{nhiem_vu.pk}", "Xóa nhiệm vụ")
        nhiem_vu.delete()


def lay_nhiem_vu_mau(ke_hoach: KeHoach, *, nguoi: NhanVien) -> list[NhiemVu]:
    """Fill an empty plan with the usual tasks, to be edited. A unit that this centre does not have is replaced by that
    of `nguoi`; a day that has passed when the plan is issued by the usual term (row N1) from its issue.

    Raises PermissionDenied, and LoiNghiepVu when the plan has tasks or no unit can take them.
    """
    _duoc_lap(nguoi)
    with transaction.atomic():
        ke_hoach = KeHoach.objects.select_for_update().get(pk=ke_hoach.pk)
        if ke_hoach.nhiem_vu.exists():
            raise LoiNghiepVu("Kế hoạch đã có nhiệm vụ; chỉ lấy nhiệm vụ mẫu khi kế hoạch còn trống.")
        don_vi = {dv.ma: dv for dv in DonVi.objects.filter(hoat_dong=True).exclude(loai=LoaiDonVi.NGOAI)}
        cac_khoa_phong = [dv for dv in don_vi.values() if dv.duoc_giao and dv.loai != LoaiDonVi.BAN_GIAM_DOC]
        return [
            luu_nhiem_vu(
                NhiemVu(ke_hoach=ke_hoach, ngay_giao=ke_hoach.ngay),
                nguoi=nguoi,
                nhom=mau.nhom,
                noi_dung=mau.noi_dung,
                san_pham=mau.san_pham,
                don_vi=don_vi.get(mau.don_vi) or _don_vi_cua(nguoi),
                phoi_hop=cac_khoa_phong if mau.moi_don_vi else [don_vi[ma] for ma in mau.phoi_hop if ma in don_vi],
                han=_han_mau(mau, ke_hoach),
            )
            for mau in NHIEM_VU_MAU
        ]


def _duoc_lap(nguoi: NhanVien) -> None:
    if not nguoi.co_quyen(Quyen.BAO_CAO, Quyen.NHAP_SO):
        raise PermissionDenied


def _don_vi_cua(nguoi: NhanVien) -> DonVi:
    if nguoi.don_vi is None:
        raise LoiNghiepVu("Nhiệm vụ mẫu cần đơn vị chủ trì; tài khoản của Ông/Bà chưa thuộc đơn vị nào.")
    return nguoi.don_vi


def _han_mau(mau: NhiemVuMau, ke_hoach: KeHoach) -> date:
    han = date(ke_hoach.nam, *mau.han)
    so_ngay = dong_thoi_han(Viec.NHIEM_VU, ke_hoach.ngay).so
    return han if han > ke_hoach.ngay else ke_hoach.ngay + timedelta(days=so_ngay)


def _dat_han(nhiem_vu: NhiemVu) -> None:
    dat_han(
        Viec.NHIEM_VU,
        f"nhiem_vu:{nhiem_vu.pk}",
        tieu_de=nhiem_vu.noi_dung,
        don_vi=nhiem_vu.don_vi,
        tu_ngay=nhiem_vu.ngay_giao,
        den_ngay=nhiem_vu.han,
        ngay_xong=nhiem_vu.ngay_xong,
    )
