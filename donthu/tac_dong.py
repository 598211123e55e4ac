"""What a step will do, said before it is taken: the document, the clocks that close and open, and until when."""

from dataclasses import dataclass
from datetime import date

from donthu.actions import dong_ho
from donthu.models import DonThu
from donthu.quy_trinh.buoc import DuongDi, MoHan
from donthu.thoi_han import cac_dong
from donthu.viec import Viec
from tochuc.dinh_dang import thu_ngay
from tochuc.lich import Lich


@dataclass(frozen=True)
class TacDong:
    """Sentences for the side of the page of a step."""

    trang_thai: str
    van_ban: str
    dong: tuple[str, ...]
    mo: tuple[str, ...]
    dong_ho: str


def tac_dong_cua(don: DonThu, duong: DuongDi, ngay: date, lich: Lich) -> TacDong:
    """What the row `duong` would do to `don` on `ngay`, as far as the row alone tells."""
    dang_mo = set(don.han_viec.filter(ngay_xong=None).values_list("viec", flat=True))
    dong_ho_chu = ""
    if duong.dung_dong_ho:
        dong_ho_chu = "Thời hạn giải quyết dừng lại từ ngày này."
    elif duong.chay_dong_ho:
        dong_ho_chu = "Thời hạn giải quyết chạy tiếp; thời gian tạm đình chỉ không tính vào thời hạn."
    return TacDong(
        trang_thai=duong.den.label if duong.den and duong.den != don.trang_thai else "",
        van_ban=duong.van_ban.trich_yeu if duong.van_ban else "",
        dong=tuple(Viec(viec).label for viec in duong.xong if viec in dang_mo),
        mo=tuple(_cau_mo(don, mo, ngay, lich) for mo in duong.mo if _se_mo(don, mo, ngay, dang_mo)),
        dong_ho=dong_ho_chu,
    )


def _se_mo(don: DonThu, mo: MoHan, ngay: date, dang_mo: set[str]) -> bool:
    tu_ngay = getattr(don, mo.tu) if mo.tu else ngay
    co_luat = any(dong.hieu_luc(tu_ngay) for dong in cac_dong(mo.viec))
    return co_luat and mo.viec not in dang_mo and (mo.khi is None or mo.khi(don))


def _cau_mo(don: DonThu, mo: MoHan, ngay: date, lich: Lich) -> str:
    tu_ngay = getattr(don, mo.tu) if mo.tu else ngay
    han = dong_ho.han_moi(don, mo.viec, tu_ngay, lich, dong_ho.so_ngay_rieng(mo.viec))
    return f"{mo.viec.label}: đến {thu_ngay(han.han)}"
