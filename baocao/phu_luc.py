"""Annexes that no official form holds: kiến nghị, phản ánh by result, channels, fields, punctuality, what goes on.

Definitions are the centre's own (nothing in TT 06/2025/TT-TTCP); each counts dates on the row, so a past period gives
the same numbers for ever. A period is the closed interval [tu, den].
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Avg, Count, F, Q, QuerySet
from django.db.models.functions import Substr

from baocao.ky import KyBaoCao
from baocao.so_sanh import BienDong
from donthu.dau_hieu import DauHieu, dieu_kien
from donthu.models import DonThu, HanViec, LinhVuc
from donthu.phan_loai import DON_THEO_LUAT, KIEN_NGHI_PHAN_ANH, HuongXuLy, LoaiDon, NguonDon
from donthu.quy_trinh import HAN_CHO
from donthu.viec import Viec
from tochuc.dinh_dang import phan_tram, so_vn
from tochuc.models import NhanVien

DO_DAI_MA_GOC = 2  # "02.01" belongs to the field "02"
PHUC_VU = (DauHieu.PHUC_TAP, DauHieu.DONG_NGUOI, DauHieu.VUOT_CAP, DauHieu.KEO_DAI)


@dataclass(frozen=True)
class BangPhuLuc:
    """One annex: its heading, the words of its columns, its rows; the first cell of a row names it."""

    ma: str
    ten: str
    cot: tuple[str, ...]
    dong: tuple[tuple[str, ...], ...]

    @property
    def dong_nhan(self) -> list[list[tuple[str, str]]]:
        """Rows with the words of the column beside each cell, for the narrow screen."""
        return [list(zip(self.cot, dong, strict=True)) for dong in self.dong]


def cac_bang(ky: KyBaoCao) -> tuple[BangPhuLuc, ...]:
    """The annexes of a period, by statements whose number does not depend on the register."""
    tu, den = ky.tu_ngay, ky.den_ngay
    return (
        _kien_nghi_phan_anh(tu, den),
        _theo_nguon(tu, den),
        _theo_linh_vuc(ky),
        _dung_han(tu, den),
    )


def chuyen_ky_sau(nguoi: NhanVien, den: date) -> QuerySet[DonThu]:
    """Petitions still open at the end of `den` that this person may see, the oldest first."""
    return (
        DonThu.objects.for_user(nguoi)
        .filter(Q(ngay_ket_thuc=None) | Q(ngay_ket_thuc__gt=den), loai__in=DON_THEO_LUAT, ngay_nhan__lte=den)
        .order_by("ngay_nhan", "pk")
    )


def vu_viec_dang_luu_y(nguoi: NhanVien, den: date) -> list[tuple[str, QuerySet[DonThu]]]:
    """Complex, many people, over the head of the centre, dragging on: of what is still open at the end of `den`."""
    con_mo = chuyen_ky_sau(nguoi, den)
    return [(dau_hieu.label, con_mo.filter(dieu_kien(dau_hieu, den))) for dau_hieu in PHUC_VU]


def _kien_nghi_phan_anh(tu: date, den: date) -> BangPhuLuc:
    trong_ky = (tu, den)
    dong = (
        DonThu.objects.filter(Q(ngay_ket_thuc=None) | Q(ngay_ket_thuc__gte=tu), loai__in=KIEN_NGHI_PHAN_ANH)
        .filter(ngay_nhan__lte=den)
        .values("loai")
        .order_by("loai")
        .annotate(
            tong=Count("pk"),
            moi=Count("pk", filter=Q(ngay_nhan__gte=tu)),
            tra_loi=Count("pk", filter=Q(ngay_ban_hanh__range=trong_ky)),
            noi_khac=Count(
                "pk",
                filter=Q(ngay_xu_ly__range=trong_ky, huong_xu_ly__in=(HuongXuLy.HUONG_DAN, HuongXuLy.CHUYEN_DON)),
            ),
            luu=Count("pk", filter=Q(ngay_xu_ly__range=trong_ky, huong_xu_ly=HuongXuLy.LUU_DON)),
            dung=Count("pk", filter=Q(ngay_dinh_chi__range=trong_ky)),
            con=Count("pk", filter=Q(ngay_ket_thuc=None) | Q(ngay_ket_thuc__gt=den)),
        )
    )
    return BangPhuLuc(
        "kien-nghi-phan-anh",
        "Kết quả giải quyết kiến nghị, phản ánh",
        ("Loại", "Tổng số", "Nhận trong kỳ", "Đã trả lời", "Hướng dẫn, chuyển", "Lưu", "Dừng do rút", "Chưa kết thúc"),
        tuple(
            (
                LoaiDon(muc["loai"]).label,
                *(so_vn(muc[ten]) for ten in ("tong", "moi", "tra_loi", "noi_khac", "luu", "dung", "con")),
            )
            for muc in dong
        ),
    )


def _theo_nguon(tu: date, den: date) -> BangPhuLuc:
    """What came by each channel, and how long an answer took. Days are counted from receipt to issue."""
    da_tra_loi = Q(ngay_ban_hanh__range=(tu, den))
    dong = (
        DonThu.objects.filter(Q(ngay_nhan__range=(tu, den)) | da_tra_loi)
        .values("nguon")
        .order_by("nguon")
        .annotate(
            nhan=Count("pk", filter=Q(ngay_nhan__range=(tu, den))),
            tra_loi=Count("pk", filter=da_tra_loi),
            so_ngay=Avg(F("ngay_ban_hanh") - F("ngay_nhan"), filter=da_tra_loi),
        )
    )
    return BangPhuLuc(
        "theo-nguon",
        "Theo nguồn tiếp nhận",
        ("Nguồn", "Nhận trong kỳ", "Đã trả lời, ban hành trong kỳ", "Thời gian trả lời bình quân (ngày)"),
        tuple(
            (
                NguonDon(muc["nguon"]).label,
                so_vn(muc["nhan"]),
                so_vn(muc["tra_loi"]),
                so_vn(round(muc["so_ngay"].total_seconds() / 86_400, 1)) if muc["so_ngay"] else "",
            )
            for muc in dong
        ),
    )


def _theo_linh_vuc(ky: KyBaoCao) -> BangPhuLuc:
    truoc = ky.cung_ky()
    dong = (
        DonThu.objects.filter(
            Q(ngay_nhan__range=(ky.tu_ngay, ky.den_ngay)) | Q(ngay_nhan__range=(truoc.tu_ngay, truoc.den_ngay))
        )
        .annotate(goc=Substr("linh_vuc__ma", 1, DO_DAI_MA_GOC))
        .values("goc")
        .order_by("goc")
        .annotate(
            nay=Count("pk", filter=Q(ngay_nhan__gte=ky.tu_ngay)),
            cung_ky=Count("pk", filter=Q(ngay_nhan__lte=truoc.den_ngay)),
        )
    )
    ten = dict(LinhVuc.objects.filter(cha=None).values_list("ma", "ten"))
    return BangPhuLuc(
        "theo-linh-vuc",
        "Theo lĩnh vực của ngành y tế (mọi loại đơn, theo ngày nhận)",
        ("Lĩnh vực", "Kỳ này", f"Cùng kỳ {truoc}", "Tăng, giảm"),
        tuple(
            (
                ten.get(muc["goc"], muc["goc"]),
                so_vn(muc["nay"]),
                so_vn(muc["cung_ky"]),
                BienDong(muc["nay"], muc["cung_ky"]).chu_hieu,
            )
            for muc in dong
        ),
    )


def _dung_han(tu: date, den: date) -> BangPhuLuc:
    """Duties whose last day lies in the period: done in time, done late, not done by its end."""
    dong = (
        HanViec.objects.filter(han__range=(tu, den))
        .exclude(viec__in=HAN_CHO)
        .values("viec")
        .order_by("viec")
        .annotate(
            tong=Count("pk"),
            dung=Count("pk", filter=Q(ngay_xong__lte=F("han"))),
            tre=Count("pk", filter=Q(ngay_xong__gt=F("han"), ngay_xong__lte=den)),
        )
    )
    cac_dong = [(Viec(muc["viec"]), muc["tong"], muc["dung"], muc["tre"]) for muc in dong]
    return BangPhuLuc(
        "dung-han",
        "Tỷ lệ đúng hạn của các việc đến hạn trong kỳ",
        ("Việc", "Đến hạn", "Đúng hạn", "Trễ hạn", "Chưa xong", "Tỷ lệ đúng hạn"),
        tuple(
            (viec.label, so_vn(tong), so_vn(dung), so_vn(tre), so_vn(tong - dung - tre), phan_tram(dung, tong))
            for viec, tong, dung, tre in cac_dong
        ),
    )
