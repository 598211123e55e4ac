"""The invented centre: its name, its units, its people and the accounts to sign in with."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from django.contrib.auth.hashers import make_password

from tochuc.models import CauHinh, DonVi, NhanVien
from tochuc.nap_don_vi import nap_don_vi
from tochuc.vai_tro import VaiTro

TEP_DON_VI = Path(__file__).resolve().parent / "don_vi.csv"

HO = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Rơ Châm", "Ksor", "Siu", "Đinh")
DEM = ("Văn", "Thị", "Minh", "Thanh", "Ngọc", "Hữu", "Thu", "Quang", "Kim", "H'")
TEN = (
    "An",
    "Bình",
    "Chi",
    "Dũng",
    "Giang",
    "Hà",
    "Hương",
    "Khánh",
    "Lan",
    "Mai",
    "Nam",
    "Oanh",
    "Phúc",
    "Quyên",
    "Sơn",
)
DUONG = ("Hùng Vương", "Trần Phú", "Lê Lợi", "Quang Trung", "Nguyễn Huệ", "Phan Đình Phùng")


def ten_nguoi(rng: Random) -> str:
    """An invented name."""
    return f"{rng.choice(HO)} {rng.choice(DEM)} {rng.choice(TEN)}"


def dia_chi(rng: Random) -> str:
    """An invented address."""
    return f"{rng.randint(1, 400)} đường {rng.choice(DUONG)}, xã Mẫu {rng.randint(1, 9)}, tỉnh Gia Lai"


@dataclass(frozen=True)
class NhanSu:
    """The people the stories act through."""

    tiep_dan: NhanVien
    tchc: NhanVien
    giam_doc: NhanVien
    pho_giam_doc: NhanVien
    truong_don_vi: dict[str, NhanVien]


def dung_co_quan(mat_khau: str | None, rng: Random) -> NhanSu:
    """Fill in the centre, load its units and hire its people; all get `mat_khau`, nobody can sign in without one."""
    CauHinh.objects.filter(pk=1).update(
        co_quan_chu_quan="SỞ Y TẾ TỈNH GIA LAI",
        ten_co_quan="TRUNG TÂM Y TẾ KHU VỰC MẪU",
        ky_hieu="TTYT",
        dia_danh="Gia Lai",
        dia_chi="01 đường Hùng Vương, phường Mẫu, tỉnh Gia Lai",
        dia_diem_tiep="Phòng Tiếp công dân, tầng 1, nhà A",
        nguoi_dung_dau="Phạm Quang Sơn",
        duong_day_nong="0900 000 001",
        duong_day_nong_so="0900 000 002",
        thu_dien_tu="tiepdan@ttyt.example.vn",
    )
    nap_don_vi(TEP_DON_VI)
    don_vi = {dv.ma: dv for dv in DonVi.objects.all()}

    def tuyen(username, ho_ten, chuc_vu, ma_don_vi, *vai_tro):
        return NhanVien.objects.tao(
            username,
            None,
            vai_tro,
            ho_ten=ho_ten,
            chuc_vu=chuc_vu,
            don_vi=don_vi[ma_don_vi],
            email=f"{username}@ttyt.example.vn",
        )

    truong = {}
    for ma, dv in don_vi.items():
        if dv.duoc_giao and ma not in ("BGD", "TCHC"):
            username = "khoanoi" if ma == "NOI" else f"truong.{ma.lower()}"
            truong[ma] = tuyen(username, ten_nguoi(rng), f"Trưởng {dv.ten}", ma, VaiTro.TRUONG_DON_VI)
    tuyen("quantri", "Quản trị hệ thống", "Phụ trách công nghệ thông tin", "TCHC", VaiTro.QUAN_TRI)
    tchc = tuyen("tchc", "Đỗ Thu Hương", "Trưởng phòng Tổ chức - Hành chính", "TCHC", VaiTro.TCHC, VaiTro.TRUONG_DON_VI)
    nhan_su = NhanSu(
        tiep_dan=tuyen("tiepdan", "Lê Ngọc Mai", "Viên chức tiếp công dân", "TCHC", VaiTro.TIEP_DAN),
        tchc=tchc,
        giam_doc=tuyen("giamdoc", "Phạm Quang Sơn", "Giám đốc", "BGD", VaiTro.LANH_DAO),
        pho_giam_doc=tuyen("phogiamdoc", "Hoàng Thanh Bình", "Phó Giám đốc", "BGD", VaiTro.LANH_DAO),
        truong_don_vi=truong | {"TCHC": tchc},
    )
    if mat_khau:
        NhanVien.objects.update(password=make_password(mat_khau))  # hashing is slow on purpose: once for all
    return nhan_su
