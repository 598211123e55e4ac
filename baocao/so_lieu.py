"""What each column of the six forms counts, from dated facts only: a past period gives the same numbers for ever.

One definition per column, two uses: `tinh_so_lieu` counts them all, `CAC_COT[form][column].danh_sach` gives the rows
behind one number. A period is the closed interval [tu, den]. Definitions follow the filling guide (hướng dẫn cách ghi
biểu) of Thông tư 06/2025/TT-TTCP, its sentence beside them; INFERENCE marks our own reading of it.
"""

from datetime import date

from django.db.models import Case, Count, IntegerChoices, Q, QuerySet, TextChoices, Value, When

from baocao.bieu_mau import BaoCaoSoLieu, GiaTri, lap_so_lieu, lay_che_do, xep_bieu
from baocao.dem_cot import CotDem, DuKien, TapDong, TapVuViec, tinh_cac_cot, tinh_theo_don_vi
from baocao.ky import KyBaoCao
from baocao.models import HoatDong
from baocao.models.hoat_dong import LoaiHoatDong
from baocao.theo_don_vi import lap_dong
from donthu.models import DonThu, KetQuaThiHanh
from donthu.phan_loai import (
    DOAN_DONG_NGUOI,
    DON_THEO_LUAT,
    KIEN_NGHI_PHAN_ANH,
    LOAI_CO_LAN_HAI,
    HuongXuLy,
    KetQua,
    LoaiDon,
    NhomLinhVuc,
)
from tiepdan.hinh_thuc import KetQuaTiep, LoaiLich, NguoiTiep
from tiepdan.models import LichTiep, LuotTiep

# --- Sets of rows -----------------------------------------------------------------------------------------------------


def luot_duoc_tiep(luot: QuerySet, tu: date, den: date) -> QuerySet:
    """Visits V of a period that were not refused."""
    return luot.filter(ngay__range=(tu, den), ket_qua=KetQuaTiep.DA_TIEP).annotate(
        la_doan=Q(so_nguoi__gte=DOAN_DONG_NGUOI)  # "đoàn đông người = 5 người trở lên"
    )


class BacTiep(IntegerChoices):
    """The section of 01/TCD that a vụ việc received in several counts in: the first that fits one of its visits.

    "Thường xuyên case that the Thủ trưởng also receives: enter once, under Thủ trưởng tiếp." INFERENCE: ủy quyền comes
    between the two, and a visit without a vụ việc is one of its own.
    """

    THU_TRUONG = 1, "Thủ trưởng tiếp"
    UY_QUYEN = 2, "Ủy quyền tiếp"
    THUONG_XUYEN = 3, "Tiếp thường xuyên"


def luot_theo_vu_viec(luot: QuerySet, tu: date, den: date) -> QuerySet:
    """Visits V, each with the rank of its section."""
    return luot_duoc_tiep(luot, tu, den).annotate(
        bac_dong=Case(
            When(nguoi_tiep=NguoiTiep.THU_TRUONG, then=BacTiep.THU_TRUONG),
            When(nguoi_tiep=NguoiTiep.UY_QUYEN, then=BacTiep.UY_QUYEN),
            default=BacTiep.THUONG_XUYEN,
        )
    )


def ngay_cong_bo(lich: QuerySet, tu: date, den: date) -> QuerySet:
    """Days of a period "publicly announced (định kỳ + đột xuất)", with visitors or without, not cancelled."""
    return lich.filter(
        ngay__range=(tu, den), loai__in=(LoaiLich.DINH_KY, LoaiLich.DOT_XUAT), da_cong_bo=True, da_huy=False
    )


class XuLyDon(TextChoices):
    """How far a petition of set S was processed by the last day of the period."""

    CHUA = "chua", "Chưa xử lý"
    KHONG_DU = "khong_du", "Đã xử lý, không đủ điều kiện"
    THUOC = "thuoc", "Đã xử lý, thuộc thẩm quyền"
    NGOAI = "ngoai", "Đã xử lý, không thuộc thẩm quyền"


def don_trong_ky(don: QuerySet, tu: date, den: date) -> QuerySet:
    """Set S: "received in period + not-yet-processed carried over; sources: tiếp công dân + all others".

    "Not yet processed before `tu`" takes in whatever was received from `tu` on: a petition is never processed before it
    is received (constraint da_xu_ly_thi_co_huong). Ý kiến khác enters no form.
    """
    return don.filter(Q(ngay_xu_ly=None) | Q(ngay_xu_ly__gte=tu), loai__in=DON_THEO_LUAT, ngay_nhan__lte=den).annotate(
        xu_ly=Case(
            When(~Q(ngay_xu_ly__lte=den), then=Value(XuLyDon.CHUA)),
            When(~Q(du_dieu_kien=True), then=Value(XuLyDon.KHONG_DU)),
            When(thuoc_tham_quyen=True, then=Value(XuLyDon.THUOC)),
            default=Value(XuLyDon.NGOAI),
        ),
        nhom_linh_vuc=Case(
            When(loai=LoaiDon.KHIEU_NAI, then="linh_vuc__nhom_khieu_nai"),
            When(loai=LoaiDon.TO_CAO, then="linh_vuc__nhom_to_cao"),
            default="linh_vuc__nhom_phan_anh",
        ),
    )


class BacVuViec(IntegerChoices):
    """Where a vụ việc stands in columns 3-6 of 03/GQKN and 04/GQTC: the first that fits one of its petitions.

    INFERENCE: the order. "6 = only cases fully withdrawn and suspended (đình chỉ); partial withdrawals are not
    counted": only the former have ngày đình chỉ.
    """

    THU_LY = 1, "Đã thụ lý giải quyết"
    DINH_CHI = 2, "Rút đơn, đình chỉ giải quyết"
    KHONG_THU_LY = 3, "Không thụ lý"
    XEM_XET = 4, "Đang xem xét điều kiện thụ lý"


def don_thuoc_tham_quyen(don: QuerySet, tu: date, den: date) -> QuerySet:
    """Set C: petitions of S processed by `den`, eligible and within competence, each with where it stands on `den`."""
    return don.filter(
        loai__in=DON_THEO_LUAT, ngay_xu_ly__range=(tu, den), du_dieu_kien=True, thuoc_tham_quyen=True
    ).annotate(
        bac_dong=Case(
            When(~Q(ngay_dinh_chi__lte=den), ngay_thu_ly__lte=den, then=BacVuViec.THU_LY),
            When(ngay_dinh_chi__lte=den, then=BacVuViec.DINH_CHI),
            When(ngay_khong_thu_ly__lte=den, then=BacVuViec.KHONG_THU_LY),
            default=BacVuViec.XEM_XET,
        )
    )


def quyet_dinh_phai_thi_hanh(don: QuerySet, tu: date, den: date) -> QuerySet:
    """Set D, decisions and conclusions: "carried over unfinished + issued in the period that must be executed".

    That every decision must be executed is INFERENCE; so the printed check 05/KQTH:1 >= 03/GQKN:7 holds, and decisions
    issued in the period are part of D.
    """
    return don.filter(
        Q(ngay_thi_hanh_xong=None) | Q(ngay_thi_hanh_xong__gte=tu), loai__in=LOAI_CO_LAN_HAI, ngay_ban_hanh__lte=den
    ).annotate(trong_ky=Q(ngay_ban_hanh__gte=tu), thi_hanh_xong=Q(ngay_thi_hanh_xong__lte=den))


def ket_qua_trong_ky(ket_qua: QuerySet, tu: date, den: date) -> QuerySet:
    """Results of execution dated in the period."""
    return ket_qua.filter(ngay__range=(tu, den), don__loai__in=LOAI_CO_LAN_HAI)


def hoat_dong_den_ky(hoat_dong: QuerySet, tu: date, den: date) -> QuerySet:
    """Activities known by `den`, with how they lie to the period.

    A thanh tra runs from its start to its conclusion, the conclusion until it is carried out. "6 = inspections carried
    over without conclusion + started in period; 8 = conclusions issued in period; 13 = carried over unfinished + issued
    in period; 14-17 = results of executing the conclusions in 13".
    """
    return hoat_dong.filter(ngay__lte=den).annotate(
        trong_ky=Q(ngay__gte=tu),
        dang_tien_hanh=Q(ngay__gte=tu) | Q(ngay_ket_luan=None) | Q(ngay_ket_luan__gte=tu),
        ket_luan_trong_ky=Q(ngay_ket_luan__range=(tu, den)),
        phai_thuc_hien=Q(ngay_ket_luan__lte=den) & (Q(ngay_thuc_hien_xong=None) | Q(ngay_thuc_hien_xong__gte=tu)),
        xong_trong_ky=Q(ngay_thuc_hien_xong__range=(tu, den)),
    )


LUOT = TapDong(LuotTiep, luot_duoc_tiep, ("nguoi_tiep", "la_doan"))
VU_VIEC_TIEP = TapVuViec(LuotTiep, luot_theo_vu_viec, max(BacTiep), {"": Q()})
NGAY_TIEP = TapDong(LichTiep, ngay_cong_bo, ("nguoi_tiep",), dem=Count("ngay", distinct=True))
DON = TapDong(DonThu, don_trong_ky, ("loai", "lan", "nhom_linh_vuc", "xu_ly", "huong_xu_ly"))
VU_VIEC_DON = TapVuViec(
    DonThu,
    don_thuoc_tham_quyen,
    max(BacVuViec),
    {"": Q(), **{loai: Q(loai=loai) for loai in LOAI_CO_LAN_HAI}},
)
QUYET_DINH = TapDong(DonThu, quyet_dinh_phai_thi_hanh, ("loai", "lan", "ket_qua", "trong_ky", "thi_hanh_xong"))
THI_HANH = TapDong(KetQuaThiHanh, ket_qua_trong_ky, ("don__loai",))
HOAT_DONG = TapDong(
    HoatDong,
    hoat_dong_den_ky,
    ("loai", "trong_ky", "dang_tien_hanh", "ket_luan_trong_ky", "phai_thuc_hien", "xong_trong_ky"),
)


# --- Columns ----------------------------------------------------------------------------------------------------------


def _cong(dau: int, tap: TapDong, du_kien: DuKien, *cac_truong: str) -> dict[int, CotDem]:
    """Columns from `dau` on, each the sum of one field over the same rows."""
    return {cot: CotDem(tap, du_kien, truong) for cot, truong in enumerate(cac_truong, start=dau)}


def _phan_tiep(dau: int, nguoi_tiep: NguoiTiep, bac: BacTiep) -> dict[int, CotDem]:
    """Five columns of one section of 01/TCD: lượt, người, vụ việc, đoàn, người trong đoàn."""
    phan = {"nguoi_tiep": nguoi_tiep}
    doan = {**phan, "la_doan": True}
    return {
        dau: CotDem(LUOT, phan),
        dau + 1: CotDem(LUOT, phan, "so_nguoi"),
        dau + 2: CotDem(VU_VIEC_TIEP, bac=(bac, bac)),
        dau + 3: CotDem(LUOT, doan),
        dau + 4: CotDem(LUOT, doan, "so_nguoi"),
    }


BIEU_01_TCD = {
    1: CotDem(LUOT),
    2: CotDem(LUOT, cong="so_nguoi"),
    3: CotDem(VU_VIEC_TIEP, bac=(1, max(BacTiep))),
    4: CotDem(LUOT, {"la_doan": True}),
    **_phan_tiep(5, NguoiTiep.THUONG_XUYEN, BacTiep.THUONG_XUYEN),
    10: CotDem(NGAY_TIEP, {"nguoi_tiep": NguoiTiep.THU_TRUONG}),
    **_phan_tiep(11, NguoiTiep.THU_TRUONG, BacTiep.THU_TRUONG),
    16: CotDem(NGAY_TIEP, {"nguoi_tiep": NguoiTiep.UY_QUYEN}),
    **_phan_tiep(17, NguoiTiep.UY_QUYEN, BacTiep.UY_QUYEN),
}

# "2 = finished checking of conditions (eligible + ineligible; outcome thụ lý, lưu, hướng dẫn, chuyển)"; "from column 3
# on: eligible petitions only".
DA_XU_LY = {"xu_ly": (XuLyDon.KHONG_DU, XuLyDon.THUOC, XuLyDon.NGOAI)}
DU_DIEU_KIEN = {"xu_ly": (XuLyDon.THUOC, XuLyDon.NGOAI)}
THUOC_THAM_QUYEN = {"xu_ly": XuLyDon.THUOC}
KHONG_THUOC = {"xu_ly": XuLyDon.NGOAI}
KHIEU_NAI = {**THUOC_THAM_QUYEN, "loai": LoaiDon.KHIEU_NAI}
TO_CAO = {**THUOC_THAM_QUYEN, "loai": LoaiDon.TO_CAO}
PHAN_ANH = {**THUOC_THAM_QUYEN, "loai": KIEN_NGHI_PHAN_ANH}
MOI_BAC = (min(BacVuViec), max(BacVuViec))


def _theo_nhom(loai: DuKien, dau: int, *cac_nhom: NhomLinhVuc) -> dict[int, CotDem]:
    """Columns of one loại by lĩnh vực; the last, Khác, takes what has no column of its own, so they add up."""
    khac = tuple(nhom for nhom in NhomLinhVuc if nhom not in cac_nhom)
    return {cot: CotDem(DON, {**loai, "nhom_linh_vuc": nhom}) for cot, nhom in enumerate((*cac_nhom, khac), start=dau)}


BIEU_02_XLD = {
    1: CotDem(DON),
    2: CotDem(DON, DA_XU_LY),
    3: CotDem(DON, DU_DIEU_KIEN),
    4: CotDem(DON, THUOC_THAM_QUYEN),
    5: CotDem(VU_VIEC_DON, bac=MOI_BAC),  # INFERENCE: a vụ việc with two petitions counts once
    6: CotDem(DON, KHIEU_NAI),
    7: CotDem(DON, {**KHIEU_NAI, "lan": 1}),
    8: CotDem(DON, {**KHIEU_NAI, "lan": 2}),
    **_theo_nhom(KHIEU_NAI, 9, NhomLinhVuc.DAT_DAI, NhomLinhVuc.CHE_DO_CHINH_SACH),
    12: CotDem(DON, TO_CAO),
    13: CotDem(DON, {**TO_CAO, "lan": 1}),
    14: CotDem(DON, {**TO_CAO, "lan": 2}),
    # "15 Hành chính includes chế độ chính sách, đất đai, công chức/công vụ": the group of the category says so.
    **_theo_nhom(TO_CAO, 15, NhomLinhVuc.HANH_CHINH, NhomLinhVuc.THAM_NHUNG, NhomLinhVuc.TU_PHAP),
    19: CotDem(DON, PHAN_ANH),
    **_theo_nhom(PHAN_ANH, 20, NhomLinhVuc.CHE_DO_CHINH_SACH, NhomLinhVuc.DAT_DAI),
    23: CotDem(DON, KHONG_THUOC),
    24: CotDem(DON, {**KHONG_THUOC, "huong_xu_ly": HuongXuLy.HUONG_DAN}),
    25: CotDem(DON, {**KHONG_THUOC, "huong_xu_ly": HuongXuLy.CHUYEN_DON}),
}


def _xem_xet(loai: DuKien) -> dict[int, CotDem]:
    """Columns 1-6 of 03/GQKN, 04/GQTC. "1 = eligible complaints within competence": equals 02/XLD:6, 02/XLD:12."""
    cac_bac = {
        2: MOI_BAC,
        3: (BacVuViec.XEM_XET, BacVuViec.XEM_XET),
        4: (BacVuViec.THU_LY, BacVuViec.THU_LY),
        5: (BacVuViec.KHONG_THU_LY, BacVuViec.KHONG_THU_LY),
        6: (BacVuViec.DINH_CHI, BacVuViec.DINH_CHI),
    }
    return {
        1: CotDem(DON, loai),
        **{cot: CotDem(VU_VIEC_DON, loai=loai["loai"], bac=bac) for cot, bac in cac_bac.items()},
    }


def _ket_qua(dau: int, quyet_dinh: DuKien, lan: int, *cac_ket_qua: KetQua) -> dict[int, CotDem]:
    """Columns of decisions of one instance by what they found."""
    return {
        cot: CotDem(QUYET_DINH, {**quyet_dinh, "lan": lan, "ket_qua": ket_qua})
        for cot, ket_qua in enumerate(cac_ket_qua, start=dau)
    }


# "Tổng số Quyết định (Kết luận) ban hành trong kỳ": whenever the petition came in.
QUYET_DINH_KHIEU_NAI = {"loai": LoaiDon.KHIEU_NAI, "trong_ky": True}
KET_LUAN_TO_CAO = {"loai": LoaiDon.TO_CAO, "trong_ky": True}
LAN_DAU = (KetQua.DUNG, KetQua.SAI, KetQua.DUNG_MOT_PHAN)
THU_HOI = ("thu_hoi_tien", "thu_hoi_dat")
TRA_LAI = ("tra_lai_tien", "tra_lai_dat")
DUOC_TRA = ("to_chuc_duoc_tra", "ca_nhan_duoc_tra")
DIEU_TRA = ("vu_chuyen_dieu_tra", "nguoi_chuyen_dieu_tra", "can_bo_chuyen_dieu_tra")
# "19-23 (20-25) = because of violations found while resolving".
BI_KIEN_NGHI = ("nguoi_bi_kien_nghi", "can_bo_bi_kien_nghi")

BIEU_03_GQKN = {
    **_xem_xet(KHIEU_NAI),
    7: CotDem(QUYET_DINH, QUYET_DINH_KHIEU_NAI),
    **_ket_qua(8, QUYET_DINH_KHIEU_NAI, 1, *LAN_DAU),
    **_ket_qua(11, QUYET_DINH_KHIEU_NAI, 2, KetQua.CONG_NHAN, KetQua.HUY_SUA),
    **_cong(13, QUYET_DINH, QUYET_DINH_KHIEU_NAI, *THU_HOI, *TRA_LAI, *DUOC_TRA, *BI_KIEN_NGHI, *DIEU_TRA),
}

BIEU_04_GQTC = {
    **_xem_xet(TO_CAO),
    7: CotDem(QUYET_DINH, KET_LUAN_TO_CAO),
    **_ket_qua(8, KET_LUAN_TO_CAO, 1, *LAN_DAU),
    **_ket_qua(11, KET_LUAN_TO_CAO, 2, *LAN_DAU),
    **_cong(14, QUYET_DINH, KET_LUAN_TO_CAO, *THU_HOI, *TRA_LAI, *DUOC_TRA, "to_chuc_bi_kien_nghi", *BI_KIEN_NGHI),
    **_cong(23, QUYET_DINH, KET_LUAN_TO_CAO, *DIEU_TRA),
}


def _thi_hanh(dau: int, loai: LoaiDon, *da_xu_ly: str) -> dict[int, CotDem]:
    """Half of 05/KQTH: what D orders, and what was carried out in the period."""
    lenh, xong = {"loai": loai}, {"don__loai": loai}
    return {
        dau: CotDem(QUYET_DINH, lenh),
        dau + 1: CotDem(QUYET_DINH, {**lenh, "thi_hanh_xong": True}),
        **_cong(dau + 2, QUYET_DINH, lenh, *THU_HOI),
        **_cong(dau + 4, THI_HANH, xong, "da_thu_tien", "da_thu_dat"),
        **_cong(dau + 6, QUYET_DINH, lenh, *TRA_LAI),
        **_cong(dau + 8, THI_HANH, xong, "da_tra_tien", "da_tra_dat"),
        **_cong(dau + 10, THI_HANH, xong, *da_xu_ly, "vu_khoi_to", "nguoi_khoi_to", "can_bo_khoi_to"),
    }


BIEU_05_KQTH = {
    **_thi_hanh(1, LoaiDon.KHIEU_NAI, "nguoi_da_xu_ly", "can_bo_da_xu_ly"),
    **_thi_hanh(16, LoaiDon.TO_CAO, "to_chuc_da_xu_ly", "nguoi_da_xu_ly", "can_bo_da_xu_ly"),
}

TAP_HUAN = {"loai": LoaiHoatDong.TAP_HUAN, "trong_ky": True}
# Internal kiểm tra are not thanh tra: they stand in the report's text.
THANH_TRA = {"loai": LoaiHoatDong.THANH_TRA, "dang_tien_hanh": True}
KET_LUAN = {"loai": LoaiHoatDong.THANH_TRA, "ket_luan_trong_ky": True}
KET_LUAN_DA_XONG = {"loai": LoaiHoatDong.THANH_TRA, "xong_trong_ky": True}
KIEN_NGHI = ("to_chuc_hanh_chinh", "ca_nhan_hanh_chinh", "to_chuc_dieu_tra", "ca_nhan_dieu_tra")
DA_THUC_HIEN = ("da_xu_ly_to_chuc", "da_xu_ly_ca_nhan", "vu_khoi_to", "doi_tuong_khoi_to")

BIEU_06_QLKNTC = {
    1: CotDem(HOAT_DONG, {"loai": LoaiHoatDong.VAN_BAN_MOI, "trong_ky": True}),
    2: CotDem(HOAT_DONG, {"loai": LoaiHoatDong.VAN_BAN_SUA_DOI, "trong_ky": True}),
    3: CotDem(HOAT_DONG, {"loai": LoaiHoatDong.VAN_BAN_HUY_BO, "trong_ky": True}),
    4: CotDem(HOAT_DONG, TAP_HUAN),
    5: CotDem(HOAT_DONG, TAP_HUAN, "so_nguoi"),
    6: CotDem(HOAT_DONG, THANH_TRA),
    7: CotDem(HOAT_DONG, THANH_TRA, "so_don_vi"),  # "units inspected per the decisions of the inspections in 6"
    8: CotDem(HOAT_DONG, KET_LUAN),
    **_cong(9, HOAT_DONG, KET_LUAN, *KIEN_NGHI),  # "9-12 = aggregated from conclusions in 8"
    13: CotDem(HOAT_DONG, {"loai": LoaiHoatDong.THANH_TRA, "phai_thuc_hien": True}),
    **_cong(14, HOAT_DONG, KET_LUAN_DA_XONG, *DA_THUC_HIEN),
}

CAC_COT: dict[str, dict[int, CotDem]] = {
    "01/TCD": BIEU_01_TCD,
    "02/XLD": BIEU_02_XLD,
    "03/GQKN": BIEU_03_GQKN,
    "04/GQTC": BIEU_04_GQTC,
    "05/KQTH": BIEU_05_KQTH,
    "06/QLKNTC": BIEU_06_QLKNTC,
}


CAC_O = {(ma, so): cot for ma, cac_cot in CAC_COT.items() for so, cot in cac_cot.items()}
"""Every column by the code of its form and its number."""


# --- The two uses -----------------------------------------------------------------------------------------------------


def tinh_so_lieu(tu: date, den: date) -> dict[str, dict[int, GiaTri]]:
    """Count every column of the six forms for the closed interval [tu, den]: one statement per set of rows.

    Counts are int; money (triệu đồng) and land (m²) are Decimal with two decimals.
    """
    return xep_bieu(tinh_cac_cot(CAC_O, tu, den), den)


def tinh_cot(ma_bieu: str, so: int, tu: date, den: date, don_vi: int | None = None) -> GiaTri:
    """Count one column, of the centre or in the row of a unit (its key, or `CHUNG`)."""
    cot = {so: CAC_COT[ma_bieu][so]}
    gia_tri = tinh_cac_cot(cot, tu, den) if don_vi is None else tinh_theo_don_vi(cot, tu, den).get(don_vi, {so: 0})
    return lay_che_do(den).lay_bieu(ma_bieu).lay_cot(so).lam_tron(gia_tri[so])


def tinh_bao_cao(ky: KyBaoCao, theo_don_vi: bool = False) -> BaoCaoSoLieu:
    """Count the six forms of a period and work out their checks; with the rows of the units, their sum is the centre's.

    The numbers of the centre are the same either way.
    """
    tu, den = ky.tu_ngay, ky.den_ngay
    if not theo_don_vi:
        return lap_so_lieu(ky, tinh_so_lieu(tu, den))
    cac_don_vi = tinh_theo_don_vi(CAC_O, tu, den)
    tong = {o: sum(gia_tri[o] for gia_tri in cac_don_vi.values()) for o in CAC_O}
    cac_dong = lap_dong({khoa: xep_bieu(gia_tri, den) for khoa, gia_tri in cac_don_vi.items()})
    return lap_so_lieu(ky, xep_bieu(tong, den), cac_dong)
