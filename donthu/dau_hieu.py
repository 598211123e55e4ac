"""Flags of a petition that a leader wants to know of at once, with the reason of each.

Each flag is one condition, said twice: as SQL for lists (`dieu_kien`) and for one petition with its reason in words
(`cac_dau_hieu`). A test holds the two together. "Đông người" is of form 01/TCD, "phức tạp" of Đ3a NĐ 124/2020 and Đ3
NĐ 31/2019; "vượt cấp" and "kéo dài" have no definition in the law and are the centre's own.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, TextChoices
from django.db.models.lookups import GreaterThanOrEqual

from donthu.ly_do import TIEU_CHI_PHUC_TAP
from donthu.models import DonThu, HanViec
from donthu.phan_loai import DOAN_DONG_NGUOI, LoaiDon, NguonDon
from donthu.quy_trinh import HAN_DUNG_DUOC
from donthu.quy_trinh.trang_thai import DA_DONG
from donthu.viec import Viec
from tochuc.dinh_dang import ngay_vn, so_van

NHIEU_TIEU_CHI = 2  # a tố cáo with this many criteria is especially complex
NHIEU_QUYET_DINH = 2  # a vụ việc decided this often and still petitioned about drags on
# The term in which the matter itself is resolved, extensions included.
HAN_GIAI_QUYET = (*HAN_DUNG_DUOC, Viec.GIAI_QUYET_KNPA)
NOI_DUNG_TIEU_CHI = {muc.ma: muc.noi_dung for muc in TIEU_CHI_PHUC_TAP}


class DauHieu(TextChoices):
    """The flags, in the order in which a page shows them."""

    KHAN_CAP = "khan_cap", "Khẩn cấp"
    PHUC_TAP = "phuc_tap", "Phức tạp"
    DAC_BIET = "dac_biet", "Đặc biệt phức tạp"
    DONG_NGUOI = "dong_nguoi", "Đông người"
    VUOT_CAP = "vuot_cap", "Vượt cấp"
    KEO_DAI = "keo_dai", "Kéo dài"


# What a step brings about is told at once; the passing of time is told by the nightly task.
BAO_NGAY = tuple(dau_hieu for dau_hieu in DauHieu if dau_hieu != DauHieu.KEO_DAI)


@dataclass(frozen=True)
class DauHieuThay:
    """A flag that a petition bears, and why."""

    dau_hieu: DauHieu
    ly_do: str

    @property
    def nhan(self) -> str:
        return self.dau_hieu.label


def mot_nam_truoc(ngay: date) -> date:
    """The same day a year before; 28/02 for 29/02."""
    return ngay.replace(year=ngay.year - 1, day=28 if (ngay.month, ngay.day) == (2, 29) else ngay.day)


def dieu_kien(dau_hieu: DauHieu, ngay: date) -> Q:
    """The flag as a condition on DonThu on `ngay`."""
    match dau_hieu:
        case DauHieu.KHAN_CAP:
            return Q(khan_cap=True)
        case DauHieu.PHUC_TAP:
            return Q(phuc_tap=True)
        case DauHieu.DAC_BIET:
            du_tieu_chi = {f"tieu_chi_phuc_tap__{NHIEU_TIEU_CHI - 1}__isnull": False}
            return Q(phuc_tap=True, loai=LoaiDon.TO_CAO, **du_tieu_chi)
        case DauHieu.DONG_NGUOI:
            return Q(so_nguoi__gte=DOAN_DONG_NGUOI)
        case DauHieu.VUOT_CAP:
            # The first condition follows from the second; it is the one that the index knows.
            qua_noi_khac = Q(da_gui_cap_tren=True) | Q(nguon=NguonDon.CO_QUAN_CHUYEN)
            noi_khac_chuyen = Q(nguon=NguonDon.CO_QUAN_CHUYEN, thuoc_tham_quyen=True, lan=1)
            tre_han = _lan_truoc_tre_han().filter(don__vu_viec=OuterRef("vu_viec"), han__lt=OuterRef("ngay_nhan"))
            return qua_noi_khac & (Q(da_gui_cap_tren=True) | noi_khac_chuyen & ~Exists(tre_han))
    qua_han = _han_cuoi_da_qua(ngay).filter(don=OuterRef("pk"))
    return ~Q(trang_thai__in=DA_DONG) & (
        Q(lan=2)
        | Q(ngay_nhan__lt=mot_nam_truoc(ngay))
        | Q(Exists(qua_han))
        | Q(GreaterThanOrEqual(_so_quyet_dinh(), NHIEU_QUYET_DINH))
    )


def co_the_co(don: DonThu) -> bool:
    """Whether the row alone leaves room for a flag of BAO_NGAY; most petitions bear none and cost no query."""
    return bool(
        don.khan_cap
        or don.phuc_tap
        or don.so_nguoi >= DOAN_DONG_NGUOI
        or don.da_gui_cap_tren
        or don.nguon == NguonDon.CO_QUAN_CHUYEN
    )


def cac_dau_hieu(don: DonThu, ngay: date) -> list[DauHieuThay]:
    """The flags that `don` bears on `ngay`, each with its reason."""
    ly_do = {
        DauHieu.KHAN_CAP: (don.ly_do_khan_cap or "Có thể gây hậu quả nghiêm trọng") if don.khan_cap else "",
        DauHieu.PHUC_TAP: _ly_do_phuc_tap(don) if don.phuc_tap else "",
        DauHieu.DAC_BIET: _ly_do_dac_biet(don),
        DauHieu.DONG_NGUOI: f"{don.so_nguoi} người cùng gửi" if don.so_nguoi >= DOAN_DONG_NGUOI else "",
        DauHieu.VUOT_CAP: _ly_do_vuot_cap(don),
        DauHieu.KEO_DAI: _ly_do_keo_dai(don, ngay),
    }
    return [DauHieuThay(dau_hieu, cau) for dau_hieu, cau in ly_do.items() if cau]


def nhan_tren_dong(don) -> tuple[str, ...]:
    """Labels that the columns `khan_cap`, `phuc_tap`, `so_nguoi` of a row in a list give; no query."""
    cac = (
        (don.khan_cap, DauHieu.KHAN_CAP),
        (don.phuc_tap, DauHieu.PHUC_TAP),
        (don.so_nguoi >= DOAN_DONG_NGUOI, DauHieu.DONG_NGUOI),
    )
    return tuple(dau_hieu.label for co, dau_hieu in cac if co)


def _ly_do_phuc_tap(don: DonThu) -> str:
    tieu_chi = [NOI_DUNG_TIEU_CHI[ma] for ma in don.tieu_chi_phuc_tap if ma in NOI_DUNG_TIEU_CHI]
    return "; ".join(tieu_chi) or "Đã được xác định là vụ việc phức tạp bằng văn bản"


def _ly_do_dac_biet(don: DonThu) -> str:
    so = len(don.tieu_chi_phuc_tap)
    if not (don.phuc_tap and don.loai == LoaiDon.TO_CAO and so >= NHIEU_TIEU_CHI):
        return ""
    return f"Tố cáo có {so} tiêu chí phức tạp (Điều 3 Nghị định 31/2019/NĐ-CP)"


def _ly_do_vuot_cap(don: DonThu) -> str:
    if don.da_gui_cap_tren:
        return "Người gửi đã gửi cấp trên trước khi Trung tâm giải quyết"
    if don.nguon != NguonDon.CO_QUAN_CHUYEN or not don.thuoc_tham_quyen or don.lan != 1:
        return ""
    if _lan_truoc_tre_han().filter(don__vu_viec=don.vu_viec_id, han__lt=don.ngay_nhan).exists():
        return ""
    noi_chuyen = don.co_quan_chuyen_den or "Cơ quan khác"
    return f"{noi_chuyen} chuyển đến khi Trung tâm có thẩm quyền và chưa quá hạn giải quyết"


def _ly_do_keo_dai(don: DonThu, ngay: date) -> str:
    if don.da_dong:
        return ""
    han_da_qua = _han_cuoi_da_qua(ngay).filter(don=OuterRef("pk")).order_by("han").values("han")[:1]
    cua_don = DonThu.objects.filter(pk=don.pk).values_list(Subquery(han_da_qua), _so_quyet_dinh())
    qua_han, so_quyet_dinh = cua_don.get()
    phan = []
    if qua_han:
        phan.append(f"Quá hạn giải quyết từ ngày {ngay_vn(qua_han)}")
    if don.lan == 2:
        phan.append("Đã giải quyết lần đầu, người gửi tiếp tục gửi đơn")
    elif (so_quyet_dinh or 0) >= NHIEU_QUYET_DINH:
        phan.append(f"Vụ việc đã có {so_van(so_quyet_dinh)} quyết định, kết luận, văn bản trả lời")
    if don.ngay_nhan < mot_nam_truoc(ngay):
        phan.append(f"Đã quá 12 tháng kể từ ngày nhận {ngay_vn(don.ngay_nhan)}")
    return "; ".join(phan)


def _han_cuoi_da_qua(ngay: date) -> QuerySet[HanViec]:
    """Running terms of resolution whose last day is past."""
    return HanViec.objects.qua_han(ngay).filter(viec__in=HAN_GIAI_QUYET)


def _lan_truoc_tre_han() -> QuerySet[HanViec]:
    """Terms of resolution that were not kept: then going to a superior is no leap."""
    return HanViec.objects.filter(Q(ngay_xong=None) | Q(ngay_xong__gt=F("han")), viec__in=HAN_GIAI_QUYET)


def _so_quyet_dinh() -> Subquery:
    """How many petitions of the same vụ việc were decided, none for NULL. A scalar is asked of the few petitions that
    come so far; an EXISTS would be gathered over the whole register first."""
    da_ban_hanh = DonThu.objects.filter(vu_viec=OuterRef("vu_viec"), ngay_ban_hanh__isnull=False).order_by()
    return Subquery(da_ban_hanh.values("vu_viec").annotate(so=Count("pk")).values("so"))
