"""The register of visits as a book: its days are closed one by one, and then only added to (Đ27 NĐ 154/2026)."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from donthu.actions.so_van_ban import ghi_so
from donthu.models import HanViec
from donthu.thoi_han import Viec
from tiepdan.actions.loi_phieu import LoiPhieu, kiem_tra_dong
from tiepdan.models import BoSung, LuotTiep, NgayDaKhoa
from tochuc.dinh_dang import ngay_vn
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, NhanVien, NhatKy, SoDem
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.vai_tro import Quyen

SO_THONG_BAO = "TB"  # register of notices, shared with those of petitions
KHOA_SO = "luot_tiep"


def khoa_so_nam(nam: int) -> None:
    """Hold the register of `nam` until the transaction ends, so that nobody closes a day while a visit enters it."""
    SoDem.lay(KHOA_SO, nam, 0)


def kiem_tra_ngay_mo(ngay: date) -> None:
    """LoiNghiepVu when the day is closed. The caller holds the register."""
    if NgayDaKhoa.objects.filter(ngay=ngay).exists():
        raise LoiNghiepVu(
            f"Sổ tiếp công dân ngày {ngay_vn(ngay)} đã khóa: không ghi thêm, không sửa. "
            "Cần đính chính thì ghi bổ sung ở lượt tiếp của ngày đó."
        )


def khoa_ngay(ngay: date, *, nguoi: NhanVien) -> NgayDaKhoa:
    """Close a day of the register. Raises PermissionDenied; LoiNghiepVu for a day to come or closed before."""
    _can_tiep_dan(nguoi)
    if ngay > timezone.localdate():
        raise LoiNghiepVu("Chưa đến ngày này nên chưa khóa sổ được.")
    with transaction.atomic():
        khoa_so_nam(ngay.year)
        if NgayDaKhoa.objects.filter(ngay=ngay).exists():
            raise LoiNghiepVu(f"Sổ tiếp công dân ngày {ngay_vn(ngay)} đã khóa trước đó.")
        da_khoa = NgayDaKhoa.objects.create(ngay=ngay, nguoi=nguoi)
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, "Sổ tiếp công dân", f"Khóa sổ ngày {ngay_vn(ngay)}")
    return da_khoa


def bo_sung(luot: LuotTiep, *, nguoi: NhanVien, noi_dung: str) -> BoSung:
    """Add a correction to a visit of a closed day; what was written stays as it is."""
    _can_tiep_dan(nguoi)
    if not NgayDaKhoa.objects.filter(ngay=luot.ngay).exists():
        raise LoiNghiepVu(f"Ngày {ngay_vn(luot.ngay)} chưa khóa sổ: sửa thẳng vào lượt tiếp.")
    return _them(luot, nguoi, noi_dung)


def bao_tu_choi(luot: LuotTiep, *, nguoi: NhanVien, ngay: date, so_van_ban: str = "") -> BoSung:
    """Note that the written refusal, Mẫu 01/TCD, was sent, and stop its clock (Đ4.3 NĐ 154/2026).

    Without `so_van_ban`, the number of another register, it takes the next one of the register of notices.
    """
    _can_tiep_dan(nguoi)
    if not luot.ngay <= ngay <= timezone.localdate():
        raise LoiPhieu({"ngay": "Ngày gửi thông báo từ ngày tiếp đến hôm nay."})
    with transaction.atomic():
        dang_chay = HanViec.objects.select_for_update().filter(
            chu_the=f"luot:{luot.pk}", viec=Viec.BAO_TU_CHOI_TIEP, ngay_xong=None
        )
        if not dang_chay.update(ngay_xong=ngay):
            raise LoiNghiepVu("Lượt tiếp này không có thông báo từ chối nào đang chờ gửi.")
        so_van_ban = so_van_ban or ghi_so(
            SoDem.lay(f"van_ban:{SO_THONG_BAO}", ngay.year), SO_THONG_BAO, CauHinh.hien_hanh(), nguoi
        )
        cau = f"Đã gửi Thông báo từ chối tiếp công dân số {so_van_ban} ngày {ngay_vn(ngay)}."
        return _them(luot, nguoi, cau)


def _them(luot: LuotTiep, nguoi: NhanVien, noi_dung: str) -> BoSung:
    dong = BoSung(luot=luot, nguoi=nguoi, noi_dung=noi_dung.strip())
    kiem_tra_dong(dong)
    dong.save()
    return dong


def _can_tiep_dan(nguoi: NhanVien) -> None:
    if not nguoi.co_quyen(Quyen.TIEP_DAN):
        raise PermissionDenied
