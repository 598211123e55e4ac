"""The four sheets of the register workbook, column by column: header, field it fills, what it may hold.

The fields bear the names of the models, so that one table serves reading, comparing, writing and the empty template.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from baocao.models.hoat_dong import LOAI_CUA_BIEU_06
from baocao.nhap_so.o_tinh import (
    ChuViet,
    DauX,
    KieuO,
    LuaChon,
    MaDanhMuc,
    MaSo,
    NgayThang,
    SoLuong,
    SoNguyen,
    khoa_so_sanh,
)
from donthu.phan_loai import HuongXuLy, KetQua, LoaiDon, NguonDon
from tiepdan.hinh_thuc import HinhThuc, KetQuaTiep, LoaiLich, NguoiTiep

TIEN_TO_VI_DU = "VD-"
# Codes that the application itself gives (donthu.actions.tiep_nhan, tiepdan.actions.luot_tiep).
MA_DON_PHAN_MEM = re.compile(r"DT-(\d{4})-(\d{1,9})")
MA_LUOT_PHAN_MEM = re.compile(r"LT-(\d{4})-(\d{1,9})")


@dataclass(frozen=True)
class CotSo:
    """One column. `mac_dinh` stands for a blank cell; `ca_nhan` marks who a citizen is."""

    tieu_de: str
    truong: str
    kieu: KieuO
    bat_buoc: bool = False
    mac_dinh: Any = None
    ca_nhan: bool = False


@dataclass(frozen=True)
class TrangSo:
    """One sheet. `khoa`: the fields by which a row is known again.

    `vu_viec_rieng`: codes of a matter that mean "its own" for a row of this code, the one to make first.
    """

    ten: str
    khoa: tuple[str, ...]
    cac_cot: tuple[CotSo, ...]
    vu_viec_rieng: Callable[[str], tuple[str, ...]] | None = None

    @cached_property
    def theo_tieu_de(self) -> dict[str, CotSo]:
        return {khoa_so_sanh(cot.tieu_de): cot for cot in self.cac_cot}

    @cached_property
    def theo_truong(self) -> dict[str, CotSo]:
        return {cot.truong: cot for cot in self.cac_cot}

    @cached_property
    def mac_dinh(self) -> dict[str, Any]:
        return {cot.truong: cot.mac_dinh for cot in self.cac_cot}

    @property
    def co_ma(self) -> bool:
        return self.khoa == ("ma",)

    def rut_gon(self, gia_tri: Mapping[str, Any]) -> dict[str, Any]:
        """Only what differs from a blank cell: two rows of the same content are then equal."""
        gon = {ten: moi for ten, moi in gia_tri.items() if moi != self.mac_dinh[ten]}
        if self.vu_viec_rieng and gon.get("vu_viec") in self.vu_viec_rieng(gia_tri.get("ma", "")):
            del gon["vu_viec"]
        return gon


@dataclass(slots=True)
class DongSo:
    """One row as read: the values that are not the default, and the fields whose cell was wrong (`hong`)."""

    trang: TrangSo
    so_dong: int
    gia_tri: dict[str, Any]
    hong: set[str] = field(default_factory=set)

    def __getitem__(self, truong: str) -> Any:
        gia_tri = self.gia_tri.get(truong)
        return self.trang.mac_dinh[truong] if gia_tri is None else gia_tri

    @property
    def ma_vu_viec(self) -> str:
        """Code of the matter of the row: the one it names, or its own."""
        return self["vu_viec"] or self.trang.vu_viec_rieng(self["ma"])[0]

    @property
    def khoa(self) -> tuple[Any, ...]:
        """What the row is known by; only when none of `trang.khoa` is in `hong`."""
        return tuple(self[truong] for truong in self.trang.khoa)


def _vu_viec_cua_don(ma: str) -> tuple[str, ...]:
    return (f"VV.{ma}",)


def _vu_viec_cua_luot(ma: str) -> tuple[str, ...]:
    """Apart from that of a petition of the same code; the application's own visits bear codes of their own."""
    return (f"VL.{ma}", *((f"VV.{ma}",) if MA_LUOT_PHAN_MEM.fullmatch(ma) else ()))


def _ngay(tieu_de: str, truong: str, **khac: Any) -> CotSo:
    return CotSo(tieu_de, truong, NgayThang(), **khac)


def _dem(tieu_de: str, truong: str) -> CotSo:
    return CotSo(tieu_de, truong, SoNguyen(), mac_dinh=0)


def _luong(tieu_de: str, truong: str) -> CotSo:
    return CotSo(tieu_de, truong, SoLuong(), mac_dinh=0)


def _chu(tieu_de: str, truong: str, dai: int, **khac: Any) -> CotSo:
    return CotSo(tieu_de, truong, ChuViet(dai), mac_dinh="", **khac)


MA_COT = CotSo("Mã", "ma", MaSo(40, goi_y="Mã duy nhất của dòng."), bat_buoc=True)
LOAI_COT = CotSo("Loại", "loai", LuaChon(tuple(LoaiDon)), bat_buoc=True)
VU_VIEC_COT = CotSo(
    "Vụ việc",
    "vu_viec",
    MaSo(60, goi_y="Mã vụ việc; các dòng cùng mã, kể cả ở trang khác, là một vụ việc. Để trống: vụ việc riêng."),
    mac_dinh="",
)
SO_NGUOI_COT = CotSo("Số người", "so_nguoi", SoNguyen(1), mac_dinh=1)
DINH_DANH_COT = (
    _chu("Họ tên", "ho_ten", 150, ca_nhan=True),
    _chu("Địa chỉ", "dia_chi", 300, ca_nhan=True),
)

LUOT_TIEP = TrangSo(
    "Lượt tiếp",
    ("ma",),
    (
        MA_COT,
        _ngay("Ngày", "ngay", bat_buoc=True),
        CotSo("Người tiếp", "nguoi_tiep", LuaChon(tuple(NguoiTiep)), bat_buoc=True),
        CotSo("Hình thức", "hinh_thuc", LuaChon(tuple(HinhThuc)), mac_dinh=HinhThuc.TRUC_TIEP.value),
        *DINH_DANH_COT,
        CotSo("Số giấy tờ", "so_giay_to", MaSo(50), mac_dinh="", ca_nhan=True),
        SO_NGUOI_COT,
        LOAI_COT,
        _chu("Nội dung", "noi_dung", 2000, bat_buoc=True),
        VU_VIEC_COT,
        CotSo("Kết quả", "ket_qua", LuaChon(tuple(KetQuaTiep)), mac_dinh=KetQuaTiep.DA_TIEP.value),
    ),
    _vu_viec_cua_luot,
)

NGAY_TIEP = TrangSo(
    "Ngày tiếp",
    ("ngay", "loai", "nguoi_tiep"),
    (
        CotSo("Ngày", "ngay", NgayThang(tuong_lai=True), bat_buoc=True),
        CotSo("Loại", "loai", LuaChon((LoaiLich.DINH_KY, LoaiLich.DOT_XUAT)), bat_buoc=True),
        CotSo("Người tiếp", "nguoi_tiep", LuaChon((NguoiTiep.THU_TRUONG, NguoiTiep.UY_QUYEN)), bat_buoc=True),
        CotSo("Hủy", "da_huy", DauX(), mac_dinh=False),
    ),
)

# What the decision, conclusion states; what was carried out of it (forms 03 to 05).
KIEN_NGHI_COT = (
    _luong("Thu hồi tiền", "thu_hoi_tien"),
    _luong("Thu hồi đất", "thu_hoi_dat"),
    _luong("Trả lại tiền", "tra_lai_tien"),
    _luong("Trả lại đất", "tra_lai_dat"),
    _dem("Tổ chức được trả", "to_chuc_duoc_tra"),
    _dem("Cá nhân được trả", "ca_nhan_duoc_tra"),
    _dem("Tổ chức bị kiến nghị", "to_chuc_bi_kien_nghi"),
    _dem("Người bị kiến nghị", "nguoi_bi_kien_nghi"),
    _dem("Trong đó CBCCVC", "can_bo_bi_kien_nghi"),
    _dem("Vụ chuyển điều tra", "vu_chuyen_dieu_tra"),
    _dem("Người chuyển điều tra", "nguoi_chuyen_dieu_tra"),
    _dem("CBCCVC chuyển điều tra", "can_bo_chuyen_dieu_tra"),
)
THI_HANH_COT = (
    _luong("Đã thu tiền", "da_thu_tien"),
    _luong("Đã thu đất", "da_thu_dat"),
    _luong("Đã trả tiền", "da_tra_tien"),
    _luong("Đã trả đất", "da_tra_dat"),
    _dem("Tổ chức đã xử lý", "to_chuc_da_xu_ly"),
    _dem("Người đã xử lý", "nguoi_da_xu_ly"),
    _dem("CBCCVC đã xử lý", "can_bo_da_xu_ly"),
    _dem("Vụ khởi tố", "vu_khoi_to"),
    _dem("Người khởi tố", "nguoi_khoi_to"),
    _dem("CBCCVC khởi tố", "can_bo_khoi_to"),
)

DON_THU = TrangSo(
    "Đơn thư",
    ("ma",),
    (
        MA_COT,
        _ngay("Ngày nhận", "ngay_nhan", bat_buoc=True),
        CotSo("Nguồn", "nguon", LuaChon(tuple(NguonDon)), mac_dinh=NguonDon.BUU_CHINH.value),
        LOAI_COT,
        CotSo("Lần", "lan", SoNguyen(1, 2, goi_y="1, hoặc 2 khi khiếu nại lần hai, tố cáo tiếp."), mac_dinh=1),
        CotSo("Lĩnh vực", "linh_vuc", MaDanhMuc("linh_vuc", "lĩnh vực"), bat_buoc=True),
        *DINH_DANH_COT,
        SO_NGUOI_COT,
        _chu("Tóm tắt", "tom_tat", 1000, bat_buoc=True),
        VU_VIEC_COT,
        CotSo("Đơn vị", "don_vi", MaDanhMuc("don_vi", "đơn vị"), mac_dinh=""),
        _ngay("Ngày xử lý", "ngay_xu_ly"),
        CotSo("Đủ điều kiện", "du_dieu_kien", DauX(), mac_dinh=False),
        CotSo("Thuộc thẩm quyền", "thuoc_tham_quyen", DauX(), mac_dinh=False),
        CotSo("Hướng xử lý", "huong_xu_ly", LuaChon((HuongXuLy.HUONG_DAN, HuongXuLy.CHUYEN_DON)), mac_dinh=""),
        _ngay("Ngày thụ lý", "ngay_thu_ly"),
        _ngay("Ngày không thụ lý", "ngay_khong_thu_ly"),
        _ngay("Ngày đình chỉ", "ngay_dinh_chi"),
        _ngay("Ngày ban hành", "ngay_ban_hanh"),
        CotSo("Kết quả", "ket_qua", LuaChon(tuple(KetQua)), mac_dinh=""),
        *KIEN_NGHI_COT,
        _ngay("Ngày thi hành xong", "ngay_thi_hanh_xong"),
        *THI_HANH_COT,
    ),
    _vu_viec_cua_don,
)

KET_LUAN_COT = (
    _dem("KN tổ chức hành chính", "to_chuc_hanh_chinh"),
    _dem("KN cá nhân hành chính", "ca_nhan_hanh_chinh"),
    _dem("KN tổ chức điều tra", "to_chuc_dieu_tra"),
    _dem("KN cá nhân điều tra", "ca_nhan_dieu_tra"),
)
THUC_HIEN_COT = (
    _dem("Đã xử lý tổ chức", "da_xu_ly_to_chuc"),
    _dem("Đã xử lý cá nhân", "da_xu_ly_ca_nhan"),
    _dem("Vụ khởi tố", "vu_khoi_to"),
    _dem("Đối tượng khởi tố", "doi_tuong_khoi_to"),
)

HOAT_DONG = TrangSo(
    "Hoạt động",
    ("ma",),
    (
        MA_COT,
        CotSo("Loại", "loai", LuaChon(LOAI_CUA_BIEU_06), bat_buoc=True),
        _ngay("Ngày", "ngay", bat_buoc=True),
        _chu("Nội dung", "noi_dung", 1000),
        _dem("Số người", "so_nguoi"),
        _dem("Tổng số người", "tong_so_nguoi"),
        _dem("Số đơn vị", "so_don_vi"),
        _ngay("Ngày kết luận", "ngay_ket_luan"),
        *KET_LUAN_COT,
        _ngay("Ngày thực hiện xong", "ngay_thuc_hien_xong"),
        *THUC_HIEN_COT,
    ),
)

CAC_TRANG = (LUOT_TIEP, NGAY_TIEP, DON_THU, HOAT_DONG)
