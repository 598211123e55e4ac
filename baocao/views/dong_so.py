"""The rows behind a number as a table: which columns each kind of row shows, and who may see which rows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.text import capfirst

from baocao.dem_cot import CotDem, TapVuViec
from baocao.ky import KyBaoCao
from baocao.models import HoatDong
from donthu.models import DonThu, KetQuaThiHanh
from tiepdan.models import LichTiep, LuotTiep
from tochuc.dinh_dang import ngay_vn, so_vn
from tochuc.models import NhanVien
from tochuc.phan_trang import phan_trang

Cot = tuple[str, Callable[[Any], str]]
"""Words of a column, and its text for a row."""


@dataclass(frozen=True)
class LoaiDong:
    """How rows of one model are listed."""

    danh_tu: str
    ten_cot: str
    """Words of the first column, whose cell is the link."""
    duoc_xem: Callable[[NhanVien], QuerySet]
    thu_tu: tuple[str, ...]
    ten: Callable[[Any], str]
    dia_chi: Callable[[Any], str]
    """Where the row is kept; "" when it has no page."""
    cot: tuple[Cot, ...]


CAC_LOAI_DONG: dict[type[Model], LoaiDong] = {
    LuotTiep: LoaiDong(
        danh_tu="lượt tiếp",
        ten_cot="Mã lượt",
        duoc_xem=lambda nguoi: LuotTiep.objects.for_user(nguoi).select_related("vu_viec"),
        thu_tu=("-ngay", "-pk"),
        ten=lambda luot: luot.ma,
        dia_chi=lambda luot: luot.get_absolute_url(),
        cot=(
            ("Ngày tiếp", lambda luot: ngay_vn(luot.ngay)),
            ("Người tiếp", lambda luot: luot.get_nguoi_tiep_display()),
            ("Số người", lambda luot: so_vn(luot.so_nguoi)),
            ("Loại", lambda luot: luot.get_loai_display()),
            ("Nội dung", lambda luot: luot.noi_dung),
        ),
    ),
    LichTiep: LoaiDong(
        danh_tu="buổi tiếp",
        ten_cot="Ngày",
        duoc_xem=lambda nguoi: LichTiep.objects.all(),
        thu_tu=("-ngay", "-pk"),
        ten=lambda lich: ngay_vn(lich.ngay),
        dia_chi=lambda lich: "",
        cot=(
            ("Loại", lambda lich: lich.get_loai_display()),
            ("Người tiếp", lambda lich: lich.get_nguoi_tiep_display()),
            ("Địa điểm", lambda lich: lich.dia_diem),
        ),
    ),
    DonThu: LoaiDong(
        danh_tu="đơn",
        ten_cot="Mã đơn",
        duoc_xem=lambda nguoi: DonThu.objects.for_user(nguoi).select_related("vu_viec"),
        thu_tu=("-ngay_nhan", "-pk"),
        ten=lambda don: don.ma,
        dia_chi=lambda don: don.get_absolute_url(),
        cot=(
            ("Ngày nhận", lambda don: ngay_vn(don.ngay_nhan)),
            ("Loại", lambda don: f"{don.get_loai_display()}{', lần hai' if don.lan == 2 else ''}"),
            ("Tóm tắt", lambda don: don.tom_tat),
            ("Ngày xử lý", lambda don: ngay_vn(don.ngay_xu_ly)),
            ("Ngày ban hành", lambda don: ngay_vn(don.ngay_ban_hanh)),
        ),
    ),
    KetQuaThiHanh: LoaiDong(
        danh_tu="kết quả thi hành",
        ten_cot="Mã đơn",
        duoc_xem=lambda nguoi: KetQuaThiHanh.objects.filter(
            don__in=DonThu.objects.for_user(nguoi).order_by()
        ).select_related("don"),
        thu_tu=("-ngay", "-pk"),
        ten=lambda ket_qua: ket_qua.don.ma,
        dia_chi=lambda ket_qua: ket_qua.don.get_absolute_url(),
        cot=(
            ("Ngày có kết quả", lambda ket_qua: ngay_vn(ket_qua.ngay)),
            ("Nội dung đơn", lambda ket_qua: ket_qua.don.tom_tat),
        ),
    ),
    HoatDong: LoaiDong(
        danh_tu="hoạt động",
        ten_cot="Mã",
        duoc_xem=lambda nguoi: HoatDong.objects.all(),
        thu_tu=("-ngay", "-pk"),
        ten=lambda hoat_dong: hoat_dong.ma,
        dia_chi=lambda hoat_dong: hoat_dong.get_absolute_url(),
        cot=(
            ("Ngày", lambda hoat_dong: ngay_vn(hoat_dong.ngay)),
            ("Loại", lambda hoat_dong: hoat_dong.get_loai_display()),
            ("Nội dung", lambda hoat_dong: hoat_dong.noi_dung),
            ("Ngày kết luận", lambda hoat_dong: ngay_vn(hoat_dong.ngay_ket_luan)),
        ),
    ),
}


@dataclass(frozen=True)
class DongSo:
    """One row of the table."""

    ten: str
    dia_chi: str
    cac_o: tuple[tuple[str, str], ...]
    """Words of the column and text, for the narrow screen."""


def bang_dong(cot: CotDem, ky: KyBaoCao, request, don_vi: int | None = None) -> dict[str, Any]:
    """Give the page of rows that `request` asks for, with the column of the amounts when the number is a sum.

    `don_vi`: key of the unit in whose row the number stands, None for the centre's own.
    """
    mo_hinh = cot.tap.mo_hinh
    loai = CAC_LOAI_DONG[mo_hinh]
    theo_vu_viec = isinstance(cot.tap, TapVuViec)
    cac_cot = loai.cot + ((("Vụ việc", lambda dong: dong.vu_viec.ma),) if theo_vu_viec else ())
    if cot.cong and (nhan := capfirst(mo_hinh._meta.get_field(cot.cong).verbose_name)) not in dict(cac_cot):
        cac_cot += ((nhan, lambda dong: so_vn(getattr(dong, cot.cong))),)
    dong = cot.danh_sach(loai.duoc_xem(request.user), ky.tu_ngay, ky.den_ngay, don_vi)
    trang = phan_trang(dong, request.GET, loai.thu_tu, danh_tu=loai.danh_tu)
    return {
        "trang": trang,
        "danh_tu": loai.danh_tu,
        "ten_cot_dau": loai.ten_cot,
        "theo_vu_viec": theo_vu_viec,
        "tieu_de_cot": [nhan for nhan, _ in cac_cot],
        "cac_dong": [
            DongSo(loai.ten(mot), loai.dia_chi(mot), tuple((nhan, ham(mot)) for nhan, ham in cac_cot)) for mot in trang
        ],
    }
