"""Two years of reception days, ordinary visits, and the activities form 06 counts."""

from collections.abc import Callable
from datetime import date, time, timedelta
from functools import partial
from random import Random

from baocao.du_lieu_mau.co_quan import NhanSu, dia_chi, ten_nguoi
from baocao.models import HoatDong
from baocao.models.hoat_dong import LoaiHoatDong
from donthu.models import CongDan, VuViec
from donthu.phan_loai import LoaiDon
from tiepdan.hinh_thuc import HuongTiep, LoaiLich, NguoiTiep
from tiepdan.models import LichTiep, LuotTiep
from tochuc.lich import Lich
from tochuc.models import SoDem

CAU_HOI = (
    "Hỏi thủ tục chuyển cơ sở khám bệnh, chữa bệnh",
    "Hỏi mức hưởng bảo hiểm y tế khi khám trái nơi đăng ký ban đầu",
    "Góp ý về chỗ ngồi chờ khám bệnh",
    "Hỏi thời gian trả kết quả khám sức khỏe",
    "Cảm ơn tập thể khoa đã tận tình chăm sóc",
)

VAN_BAN = (
    ("QĐ", "Ban hành Quy chế tiếp công dân, xử lý đơn"),
    ("QĐ", "Phân công viên chức tiếp công dân thường xuyên"),
    ("CV", "Chấn chỉnh việc trả lời ý kiến của người bệnh tại các khoa"),
    ("QĐ", "Sửa đổi Quy chế tiếp công dân, xử lý đơn"),
)


def lap_lich(nhan_su: NhanSu, hom_nay: date, lich: Lich) -> None:
    """The head's day of each month of last year and this: the 15th, or the next working day (Đ10.2 NĐ 154/2026)."""
    LichTiep.objects.bulk_create(
        LichTiep(
            ngay=lich.ngay_lam_viec_ke_tiep(date(nam, thang, 15)),
            loai=LoaiLich.DINH_KY,
            nguoi_tiep=NguoiTiep.THU_TRUONG,
            can_bo=nhan_su.giam_doc,
            gio_tu=time(7, 30),
            gio_den=time(11, 30),
            dia_diem="Phòng Tiếp công dân",
            thanh_phan="Phòng Tổ chức - Hành chính, lãnh đạo khoa liên quan",
            noi_dung="Tiếp công dân định kỳ của Giám đốc",
            da_cong_bo=True,
            ngay_cong_bo=date(nam, 1, 5),
        )
        for nam in (hom_nay.year - 1, hom_nay.year)
        for thang in range(1, 13)
    )


def quy_khong_co_luot(hom_nay: date) -> tuple[date, date]:
    """The quarter in which nobody came: quý II of last year."""
    return date(hom_nay.year - 1, 3, 15), date(hom_nay.year - 1, 6, 14)


def cac_luot(
    nhan_su: NhanSu, hom_nay: date, lich: Lich, rng: Random, so_luot: int = 24
) -> list[tuple[date, int, Callable[[], None]]]:
    """Ordinary visits that ended in a word at the counter: the day of each, no petition, the call that writes it."""
    cac_ngay = [lich.tru_ngay_lam_viec(hom_nay - timedelta(days=rng.randint(0, 250)), 1) for _ in range(so_luot)]
    return [(ngay, 0, partial(_ghi_luot, nhan_su, ngay, rng)) for ngay in cac_ngay]


def _ghi_luot(nhan_su: NhanSu, ngay: date, rng: Random) -> None:
    ma = f"LT-{ngay.year}-{SoDem.lay('luot_tiep', ngay.year):04d}"
    LuotTiep.objects.create(
        ma=ma,
        ngay=ngay,
        gio=time(rng.randint(8, 10), rng.choice((0, 20, 40))),
        nguoi_tiep=NguoiTiep.THUONG_XUYEN,
        can_bo=nhan_su.tiep_dan,
        nguoi_ghi=nhan_su.tiep_dan,
        cong_dan=CongDan.objects.create(ho_ten=ten_nguoi(rng), dia_chi=dia_chi(rng)),
        so_nguoi=rng.choice((1, 1, 1, 2)),
        loai=LoaiDon.KHAC,
        noi_dung=rng.choice(CAU_HOI),
        vu_viec=VuViec.objects.create(ma=f"VV.{ma}"),
        huong=HuongTiep.TRA_LOI_NGAY,
        tra_loi="Đã giải thích, hướng dẫn trực tiếp.",
    )


def ghi_hoat_dong(hom_nay: date, rng: Random) -> None:
    """Each year 4 directing documents, 12 sessions for 238 of 280 people, 2 internal checks."""
    cac_dong = []
    for nam in (hom_nay.year - 1, hom_nay.year):
        for so in range(4):
            loai = LoaiHoatDong.VAN_BAN_SUA_DOI if so == 3 else LoaiHoatDong.VAN_BAN_MOI
            cac_dong.append(
                HoatDong(
                    ma=f"VB-{nam}-{so + 1}",
                    loai=loai,
                    ngay=date(nam, 1 + so * 3, 20),
                    so_ky_hieu=f"{15 + so * 40}/{VAN_BAN[so][0]}-TTYT",
                    noi_dung=VAN_BAN[so][1],
                )
            )
        for so in range(12):
            cac_dong.append(
                HoatDong(
                    ma=f"TT-{nam}-{so + 1}",
                    loai=LoaiHoatDong.TAP_HUAN,
                    ngay=date(nam, so + 1, rng.randint(3, 25)),
                    noi_dung="Phổ biến pháp luật về tiếp công dân, khiếu nại, tố cáo",
                    so_nguoi=20 if so < 11 else 18,
                    tong_so_nguoi=23 if so < 11 else 27,
                )
            )
        for so, thang in enumerate((5, 10)):
            cac_dong.append(
                HoatDong(
                    ma=f"KT-{nam}-{so + 1}",
                    loai=LoaiHoatDong.KIEM_TRA,
                    ngay=date(nam, thang, 8),
                    noi_dung="Kiểm tra trách nhiệm người đứng đầu khoa, phòng",
                    so_don_vi=8,
                )
            )
    HoatDong.objects.bulk_create(dong for dong in cac_dong if dong.ngay <= hom_nay)
