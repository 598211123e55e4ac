"""A petition enters: its code, its matter, the code of a denouncer, its first clocks, the first line of its trail."""

import secrets
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from donthu.actions import bi_mat, dong_ho
from donthu.actions.bao_tin import bao_dau_hieu
from donthu.actions.khung import luu
from donthu.models import CongDan, DonThu, LichSu, LinhVuc, VuViec
from donthu.phan_loai import LoaiDon, NguonDon
from donthu.quy_trinh import QUY_TRINH
from donthu.quy_trinh.buoc import Buoc
from tochuc.loi import LoiNghiepVu
from tochuc.models import NgayNghi, NhanVien, SoDem
from tochuc.vai_tro import VaiTro

SO_DON = "don_thu"
TIEN_TO_DON = "DT"
# Without 0 O 1 I L 2 Z 5 S 8 B: the code is copied by hand from the slip of the sealed envelope.
CHU_MA = "ACDEFGHJKMNPQRTUVWXY34679"


def tiep_nhan_don(*, nguoi: NhanVien, loai: LoaiDon, **don: Any) -> DonThu:
    """Register a petition that came in; `don`: arguments of `lap_don`. PermissionDenied without the right to enter."""
    if not nguoi.co_quyen(QUY_TRINH[loai][Buoc.TIEP_NHAN].quyen):
        raise PermissionDenied
    return lap_don(nguoi=nguoi, loai=loai, **don)


def lap_don(
    *,
    nguoi: NhanVien,
    ngay_nhan: date,
    loai: LoaiDon,
    nguon: str,
    linh_vuc: LinhVuc,
    tom_tat: str,
    cong_dan: CongDan | None = None,
    so_nguoi: int = 1,
    vu_viec: VuViec | None = None,
    nguoi_bi_to_cao: tuple[NhanVien, ...] = (),
    bi_to_cao_lanh_dao: bool = False,
    **khac: Any,
) -> DonThu:
    """Register a petition received on `ngay_nhan`. `khac`: further fields of DonThu.

    A tố cáo keeps no citizen, only a random code, and no matter in common with another kind (Đ56 Luật TC). Raises
    LoiNghiepVu when a field breaks a rule; nothing is written then and no number is lost.
    """
    _kiem_tra_don(loai, nguon, cong_dan, vu_viec, khac)
    with transaction.atomic():
        ma = ma_don(ngay_nhan.year, SoDem.lay(SO_DON, ngay_nhan.year))
        don = DonThu(
            ma=ma,
            vu_viec=vu_viec or VuViec.objects.create(ma=f"VV.{ma}"),
            loai=loai,
            nguon=nguon,
            ngay_nhan=ngay_nhan,
            linh_vuc=linh_vuc,
            tom_tat=tom_tat,
            cong_dan=cong_dan,
            so_nguoi=so_nguoi,
            nguoi_nhap=nguoi,
            bi_to_cao_lanh_dao=bi_to_cao_lanh_dao or co_lanh_dao(nguoi_bi_to_cao),
            ma_nguoi_to_cao=ma_nguoi_to_cao_moi(ngay_nhan.year) if loai == LoaiDon.TO_CAO else "",
            **khac,
        )
        duong = QUY_TRINH[loai][Buoc.TIEP_NHAN]
        don.trang_thai = duong.den
        luu(don)
        don.nguoi_bi_to_cao.set(nguoi_bi_to_cao)
        if loai == LoaiDon.TO_CAO:
            bi_mat.lap_danh_sach(don, nguoi, ngay_nhan)
        dong_ho.mo_han(don, duong.mo, ngay_nhan, NgayNghi.objects.lich())
        LichSu.ghi(don, Buoc.TIEP_NHAN, tu="", den=don.trang_thai, ngay=ngay_nhan, nguoi=nguoi)
        bao_dau_hieu(don, ngay_nhan)
    return don


def _kiem_tra_don(
    loai: LoaiDon, nguon: str, cong_dan: CongDan | None, vu_viec: VuViec | None, khac: dict[str, Any]
) -> None:
    if loai == LoaiDon.TO_CAO and cong_dan is not None:
        raise LoiNghiepVu("Đơn tố cáo không ghi danh tính người tố cáo vào phần mềm.")
    if nguon == NguonDon.CO_QUAN_CHUYEN and not khac.get("co_quan_chuyen_den"):
        raise LoiNghiepVu("Đơn do cơ quan khác chuyển đến phải ghi cơ quan đó: Trung tâm phải trả lời nơi chuyển đơn.")
    if khac.get("khan_cap") and not khac.get("ly_do_khan_cap"):
        raise LoiNghiepVu("Đánh dấu khẩn cấp phải ghi lý do.")
    if vu_viec:
        khac_loai = ~Q(loai=LoaiDon.TO_CAO) if loai == LoaiDon.TO_CAO else Q(loai=LoaiDon.TO_CAO)
        if vu_viec.don_thu.filter(khac_loai).exists():
            raise LoiNghiepVu("Tố cáo không ghi chung vụ việc với đơn loại khác: xin để là vụ việc mới.")


def co_lanh_dao(cac_nguoi: Iterable[NhanVien]) -> bool:
    """Whether a leader of the centre is among them: then no leader may know of the case (Đ18.2, 56 Luật TC)."""
    return any(VaiTro.LANH_DAO in nguoi.tap_vai_tro for nguoi in cac_nguoi)


def ma_don(nam: int, so: int) -> str:
    """Code of a petition numbered `so` in the register of `nam`: DT-2026-0001."""
    return f"{TIEN_TO_DON}-{nam}-{so:04d}"


def ma_nguoi_to_cao_moi(nam: int) -> str:
    """A code for one denouncer that nobody has: NTC-2026-7F3K; random, so it says nothing of order or time."""
    return cac_ma_nguoi_to_cao(nam, 1)[0]


def cac_ma_nguoi_to_cao(nam: int, bao_nhieu: int) -> list[str]:
    """`bao_nhieu` different codes of `nam`, none of them in use."""
    cac_ma: list[str] = []
    while len(cac_ma) < bao_nhieu:
        can = bao_nhieu - len(cac_ma)
        moi = {f"NTC-{nam}-{''.join(secrets.choice(CHU_MA) for _ in range(4))}" for _ in range(can)}
        moi -= set(cac_ma)
        moi -= set(DonThu.objects.filter(ma_nguoi_to_cao__in=moi).values_list("ma_nguoi_to_cao", flat=True))
        cac_ma.extend(moi)
    return cac_ma
