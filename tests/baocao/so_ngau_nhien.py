"""A random legal register of two report years and what lies before and after them: the same at each run of a seed."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from django.db.models import Sum

from baocao.dem_cot import CotDem, TapVuViec
from baocao.ky import KyBaoCao, cac_ky
from baocao.models import HoatDong
from baocao.models.hoat_dong import KET_LUAN, THUC_HIEN, LoaiHoatDong
from baocao.so_lieu import NGAY_TIEP
from donthu.models import DonThu, KetQuaThiHanh, LinhVuc, VuViec
from donthu.phan_loai import HuongXuLy, LoaiDon, ket_qua_hop_le
from donthu.quy_trinh.trang_thai import TrangThai
from tiepdan.hinh_thuc import NguoiTiep
from tiepdan.models import LichTiep, LuotTiep
from tochuc.models import DonVi

CAC_KY = (*cac_ky(2025), *cac_ky(2026))  # from 15/12/2024 to 14/12/2026
NGAY_DAU, SO_NGAY = date(2024, 10, 1), 840
TIEN_DAT = ("thu_hoi_tien", "thu_hoi_dat", "tra_lai_tien", "tra_lai_dat")
DA_THU_TRA = ("da_thu_tien", "da_thu_dat", "da_tra_tien", "da_tra_dat")


def ghi_so(hat_giong: int) -> None:
    """Write the register."""
    may = Random(hat_giong)  # noqa: S311 - a seed, no secret
    don_vi = DonVi.objects.bulk_create(DonVi(ma=f"U{so}", ten=f"Khoa {so}", loai="KHOA") for so in range(4))
    vu_viec = VuViec.objects.bulk_create(VuViec(ma=f"N{so}") for so in range(90))
    linh_vuc = list(LinhVuc.objects.all())
    don = DonThu.objects.bulk_create(_don(may, so, vu_viec, linh_vuc, don_vi) for so in range(320))
    LuotTiep.objects.bulk_create(_luot(may, so, vu_viec, don) for so in range(220))
    LichTiep.objects.bulk_create([_lich(may, so) for so in range(110)], ignore_conflicts=True)
    KetQuaThiHanh.objects.bulk_create(_thi_hanh(may, d) for d in don for _ in range(may.choice([0, 1, 2])) if _lenh(d))
    HoatDong.objects.bulk_create(_hoat_dong(may, so, don_vi) for so in range(100))


def _ngay(may: Random, tu: date | None = None, hon: int = SO_NGAY) -> date:
    return (tu or NGAY_DAU) + timedelta(days=may.randrange(hon))


def _so_luong(may: Random) -> Decimal:
    return Decimal(may.choice([0, 0, may.randrange(100_000)])) / 100


def _luot(may, so, vu_viec, don) -> LuotTiep:
    cua_don = may.choice(don) if may.random() < 0.4 else None
    tu_choi = may.random() < 0.1
    return LuotTiep(
        ma=f"L{so}",
        ngay=_ngay(may),
        nguoi_tiep=may.choice(NguoiTiep.values),
        so_nguoi=may.choice([1, 1, 2, 4, 5, 6, 20]),
        loai=may.choice(LoaiDon.values),
        noi_dung="Nội dung",
        vu_viec=cua_don.vu_viec if cua_don else may.choice(vu_viec),
        don=cua_don,
        ket_qua="tu_choi" if tu_choi else "da_tiep",
        ly_do_tu_choi="R1" if tu_choi else "",
    )


def _lich(may, so) -> LichTiep:
    loai = may.choice(["dinh_ky", "dot_xuat", "thuong_xuyen"])
    return LichTiep(
        ngay=_ngay(may),
        loai=loai,
        nguoi_tiep=loai if loai == "thuong_xuyen" else may.choice(["thu_truong", "uy_quyen"]),
        da_cong_bo=may.random() < 0.8,
        da_huy=may.random() < 0.2,
    )


def _don(may, so, vu_viec, linh_vuc, don_vi) -> DonThu:
    don = _nhan_don(may, so, vu_viec, linh_vuc, don_vi)
    if may.random() < 0.9:
        _xu_ly(may, don)
        _dong(may, don)
    return don


def _nhan_don(may, so, vu_viec, linh_vuc, don_vi) -> DonThu:
    loai = may.choice([*LoaiDon.values, "KN", "TC"])
    return DonThu(
        ma=f"D{so}",
        loai=loai,
        lan=may.choice([1, 1, 2]) if loai in ("KN", "TC") else 1,
        nguon="buu_chinh",
        tom_tat="Tóm tắt",
        ngay_nhan=_ngay(may),
        vu_viec=may.choice(vu_viec),
        linh_vuc=may.choice(linh_vuc),
        don_vi=may.choice([*don_vi, None]),
        ma_nguoi_to_cao=f"NTC-{so}" if loai == "TC" else "",
    )


def _xu_ly(may, don) -> None:
    don.ngay_xu_ly = _ngay(may, don.ngay_nhan, 60)
    don.huong_xu_ly = may.choice([*HuongXuLy.values, "de_xuat_thu_ly", "de_xuat_thu_ly", "de_xuat_thu_ly"])
    don.du_dieu_kien = don.huong_xu_ly != "luu_don"
    don.thuoc_tham_quyen = don.huong_xu_ly == "de_xuat_thu_ly" if don.du_dieu_kien else None
    if not don.thuoc_tham_quyen:
        return
    ket_cuc = may.random()
    if ket_cuc < 0.15:
        don.ngay_khong_thu_ly = _ngay(may, don.ngay_xu_ly, 40)
    elif ket_cuc < 0.9:
        don.ngay_thu_ly = _ngay(may, don.ngay_xu_ly, 40)
    if may.random() < 0.15:
        don.ngay_dinh_chi = _ngay(may, don.ngay_thu_ly or don.ngay_xu_ly, 60)
    elif don.ngay_thu_ly and may.random() < 0.8:
        _ban_hanh(may, don)


def _ban_hanh(may, don) -> None:
    don.ngay_ban_hanh = _ngay(may, don.ngay_thu_ly, 90)
    don.ket_qua = may.choice(ket_qua_hop_le(don.loai, don.lan) or [""])
    for truong in TIEN_DAT:
        setattr(don, truong, _so_luong(may))
    for truong in ("to_chuc_duoc_tra", "ca_nhan_duoc_tra", "to_chuc_bi_kien_nghi", "vu_chuyen_dieu_tra"):
        setattr(don, truong, may.randrange(3))
    don.nguoi_bi_kien_nghi, don.nguoi_chuyen_dieu_tra = may.randrange(5), may.randrange(5)
    don.can_bo_bi_kien_nghi = may.randrange(don.nguoi_bi_kien_nghi + 1)
    don.can_bo_chuyen_dieu_tra = may.randrange(don.nguoi_chuyen_dieu_tra + 1)
    if may.random() < 0.6:
        don.ngay_thi_hanh_xong = _ngay(may, don.ngay_ban_hanh, 120)


def _dong(may, don) -> None:
    """Close most petitions whose way is at its end, on the day of the last step or later."""
    het_duong = [don.ngay_khong_thu_ly, don.ngay_dinh_chi, don.ngay_ban_hanh, don.ngay_thi_hanh_xong]
    het_duong += [] if don.thuoc_tham_quyen else [don.ngay_xu_ly]
    if any(het_duong) and may.random() < 0.8:
        don.ngay_ket_thuc = _ngay(may, max(filter(None, het_duong)), 30)
        don.trang_thai = TrangThai.KET_THUC


def _lenh(don) -> bool:
    return bool(don.ngay_ban_hanh) and don.loai in ("KN", "TC")


def _thi_hanh(may, don) -> KetQuaThiHanh:
    nguoi, khoi_to = may.randrange(5), may.randrange(3)
    return KetQuaThiHanh(
        don=don,
        ngay=_ngay(may, don.ngay_ban_hanh, 150),
        nguoi_da_xu_ly=nguoi,
        can_bo_da_xu_ly=may.randrange(nguoi + 1),
        to_chuc_da_xu_ly=may.randrange(3),
        vu_khoi_to=may.randrange(3),
        nguoi_khoi_to=khoi_to,
        can_bo_khoi_to=may.randrange(khoi_to + 1),
        **{truong: _so_luong(may) for truong in DA_THU_TRA},
    )


def _hoat_dong(may, so, don_vi) -> HoatDong:
    dong = HoatDong(ma=f"H{so}", loai=may.choice(LoaiHoatDong.values), ngay=_ngay(may), so_nguoi=may.randrange(100))
    dong.don_vi = may.choice([*don_vi, None])
    for truong in ("so_don_vi", *KET_LUAN, *THUC_HIEN):
        setattr(dong, truong, may.randrange(10))
    if dong.loai == LoaiHoatDong.THANH_TRA and may.random() < 0.7:
        dong.ngay_ket_luan = _ngay(may, dong.ngay, 150)
        if may.random() < 0.7:
            dong.ngay_thuc_hien_xong = _ngay(may, dong.ngay_ket_luan, 150)
    return dong


def dem_danh_sach(cot: CotDem, ky: KyBaoCao, don_vi: int | None = None) -> int | Decimal:
    """Count, or add up, the list behind a number."""
    dong = cot.danh_sach(cot.tap.mo_hinh.objects.order_by(), ky.tu_ngay, ky.den_ngay, don_vi)
    if cot.cong:
        return dong.aggregate(tong=Sum(cot.cong))["tong"] or 0
    if isinstance(cot.tap, TapVuViec):
        return dong.values("vu_viec").distinct().count()
    if cot.tap == NGAY_TIEP:
        return dong.values("ngay").distinct().count()
    return dong.count()
