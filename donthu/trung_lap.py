"""Petitions that may say the same or come from the same person: likenesses to look at, never a decision.

Who wrote is compared by the keyed hashes of ID number and phone, what is written by its words. A tố cáo is compared
with tố cáo alone and never by its person: a likeness to a named petition would tell who denounced (Đ8.3, 56 Luật TC).

The work is bounded, however long the register: only petitions that are open or came in within SO_NGAY days before, of
these the newest UNG_VIEN of the same lĩnh vực and the newest matches of the longest words, are compared word by word.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet
from rapidfuzz import fuzz, process

from donthu.models import CongDan, DoiChieu, DonThu
from donthu.phan_loai import HuongXuLy, LoaiDon
from donthu.quy_trinh.trang_thai import DA_DONG
from donthu.tim_don import tim
from tochuc.models import NhanVien
from tochuc.tim_kiem import bo_dau

SO_NGAY = 365
UNG_VIEN = 300
UNG_VIEN_THEO_TU = 60
TU_DE_TIM = 3
CUNG_NGUOI_TOI_DA = 50
NGUONG = 82  # of 100
IT_NHAT = 3  # words, or two short summaries of anything would be alike
TOI_DA = 5
# Words of every summary: they say nothing about what it is about.
CHU_CHUNG = frozenset((
    "anh", "bi", "cac", "cao", "cho", "co", "cua", "da", "de", "den", "do", "don", "duoc", "khi", "khieu", "khong",
    "kien", "la", "lam", "mot", "nai", "nghi", "nhan", "nhung", "noi", "phan", "quyet", "tai", "theo", "thi", "to",
    "toi", "trong", "tu", "va", "ve", "vi", "viec", "voi", "y",
))  # fmt: skip
COT = ("ma", "loai", "lan", "ngay_nhan", "trang_thai", "tom_tat", "vu_viec_id")


@dataclass(frozen=True)
class DonTuongTu:
    """One petition that may be the same. `diem`: likeness of the words, 0 below NGUONG, else up to 100."""

    don: DonThu
    cung_nguoi: bool
    diem: int

    @property
    def ly_do(self) -> str:
        """Why it is shown."""
        cac_ly_do = ["cùng người gửi (số giấy tờ hoặc điện thoại)"] if self.cung_nguoi else []
        if self.diem:
            cac_ly_do.append(f"nội dung giống {self.diem}%")
        cau = ", ".join(cac_ly_do)
        return cau[:1].upper() + cau[1:]


def tim_tuong_tu(nguoi: NhanVien, don: DonThu, toi_da: int = TOI_DA) -> list[DonTuongTu]:
    """Petitions that `nguoi` may know of and that are like `don`, saved or still being typed, likeliest first.

    Those of the same vụ việc, and those that somebody already compared with it, are left out.
    """
    cac_don = _so_duoc(nguoi, don)
    cung_nguoi = _cung_nguoi(cac_don, don)
    diem = _diem_noi_dung(cac_don, don, cung_nguoi)
    khoa = sorted(cung_nguoi | diem.keys(), key=lambda pk: _thu_hang(pk, cung_nguoi, diem), reverse=True)[:toi_da]
    theo_khoa = {khac.pk: khac for khac in DonThu.objects.filter(pk__in=khoa).only(*COT)}
    return [DonTuongTu(theo_khoa[pk], pk in cung_nguoi, diem.get(pk, 0)) for pk in khoa]


def so_lan_chuyen(nguoi: NhanVien, don: DonThu) -> int:
    """How many petitions of its vụ việc were transferred; of one content only one transfer is due (Đ24.3 Luật TC)."""
    return DonThu.objects.for_user(nguoi).filter(vu_viec=don.vu_viec_id, huong_xu_ly=HuongXuLy.CHUYEN_DON).count()


def _so_duoc(nguoi: NhanVien, don: DonThu) -> QuerySet[DonThu]:
    gan_day = Q(ngay_nhan__gte=don.ngay_nhan - timedelta(days=SO_NGAY)) | ~Q(trang_thai__in=DA_DONG)
    cung_loai = Q(loai=LoaiDon.TO_CAO) if don.loai == LoaiDon.TO_CAO else ~Q(loai=LoaiDon.TO_CAO)
    cac_don = DonThu.objects.for_user(nguoi).filter(gan_day, cung_loai)
    if don.pk is None:
        return cac_don
    cap = DoiChieu.objects.filter(Q(don_a=don.pk) | Q(don_b=don.pk)).values_list("don_a", "don_b")
    return cac_don.exclude(pk__in={don.pk, *(pk for hai_don in cap for pk in hai_don)}).exclude(vu_viec=don.vu_viec_id)


def _cung_nguoi(cac_don: QuerySet[DonThu], don: DonThu) -> set[int]:
    if don.loai == LoaiDon.TO_CAO or don.cong_dan is None:
        return set()
    bam = Q(so_giay_to_bam=don.cong_dan.so_giay_to_bam) & ~Q(so_giay_to_bam="")
    bam |= Q(dien_thoai_bam=don.cong_dan.dien_thoai_bam) & ~Q(dien_thoai_bam="")
    cac_dong = list(CongDan.objects.filter(bam).order_by("-pk").values_list("pk", flat=True)[:CUNG_NGUOI_TOI_DA])
    cung = cac_don.filter(cong_dan__in=cac_dong).order_by("-ngay_nhan", "-pk") if cac_dong else cac_don.none()
    return set(cung.values_list("pk", flat=True)[:CUNG_NGUOI_TOI_DA])


def _diem_noi_dung(cac_don: QuerySet[DonThu], don: DonThu, them: set[int]) -> dict[int, int]:
    """Likeness by key of the petitions that pass NGUONG."""
    cac_tu = _tu_rieng(don.tom_tat)
    if len(cac_tu) < IT_NHAT:
        return {}
    khoa = set(them)
    if don.linh_vuc_id:
        cung_linh_vuc = cac_don.filter(linh_vuc=don.linh_vuc_id).order_by("-ngay_nhan", "-pk")
        khoa |= set(cung_linh_vuc.values_list("pk", flat=True)[:UNG_VIEN])
    dai_nhat = sorted(set(cac_tu), key=len, reverse=True)[:TU_DE_TIM]
    khoa |= set(tim(cac_don, " ".join(dai_nhat), toi_da=UNG_VIEN_THEO_TU).khoa)
    chu = {pk: _tu_rieng(tom_tat) for pk, tom_tat in DonThu.objects.filter(pk__in=khoa).values_list("pk", "tom_tat")}
    du_dai = {pk: " ".join(tu) for pk, tu in chu.items() if len(tu) >= IT_NHAT}
    giong = process.extract(" ".join(cac_tu), du_dai, scorer=fuzz.token_set_ratio, score_cutoff=NGUONG, limit=UNG_VIEN)
    return {pk: round(diem) for _, diem, pk in giong}


def _tu_rieng(van_ban: str) -> list[str]:
    return [tu for tu in bo_dau(van_ban).replace(",", " ").replace(".", " ").split() if tu not in CHU_CHUNG]


def _thu_hang(pk: int, cung_nguoi: set[int], diem: dict[int, int]) -> tuple[int, int, int]:
    return (2 * (pk in diem) + (pk in cung_nguoi), diem.get(pk, 0), pk)
