"""What a step will do, said before it is taken: the document, the clocks that close and open, and until when."""

from dataclasses import dataclass
from datetime import date

from donthu.actions import dong_ho
from donthu.models import DonThu
from donthu.quy_trinh.buoc import DuongDi, MoHan
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
        trang_thai=duong.den.label if duong.den and duong.den != don.trang_thai and not duong.tro_ve else "",
        van_ban=duong.van_ban.trich_yeu if duong.van_ban else "",
        dong=tuple(Viec(viec).label for viec in duong.xong if viec in dang_mo),
        mo=tuple(cau for mo in duong.mo if (cau := _cau_mo(don, mo, ngay, lich, dang_mo))),
        dong_ho=dong_ho_chu,
    )


def _cau_mo(don: DonThu, mo: MoHan, ngay: date, lich: Lich, dang_mo: set[str]) -> str:
    """What clock would open and until when; "" when none. A day that the step itself will write is only named."""
    tu_ngay = getattr(don, mo.tu) if mo.tu else ngay
    if not dong_ho.se_mo(don, mo, tu_ngay or ngay, dang_mo):
        return ""
    if tu_ngay is None:
        return f"{mo.viec.label}: tính từ {don._meta.get_field(mo.tu).verbose_name}"
    han = dong_ho.han_moi(don, mo.viec, tu_ngay, lich, dong_ho.so_ngay_rieng(mo.viec))
    return f"{mo.viec.label}: đến {thu_ngay(han.han)}"
