"""The clocks of what the centre gives itself to do: tasks of a plan, findings to mend (rows N1, N2 of the deadlines).

Whoever gives the work fixes its last day. The work lies on the desk of the unit in charge; of Ban Giám đốc on that of
the leaders; of a unit in which nobody handles cases in this software on that of TCHC, who urges it.
"""

from datetime import date

from donthu.actions.dong_ho import tinh_han
from donthu.models import HanViec
from donthu.thoi_han import LoiThoiHan
from donthu.viec import Viec
from tochuc.dinh_dang import cat_chu
from tochuc.loi import LoiNghiepVu
from tochuc.models import DonVi, NgayNghi, NhanVien
from tochuc.models.don_vi import LoaiDonVi
from tochuc.vai_tro import Quyen

TIEU_DE_DAI_NHAT = HanViec._meta.get_field("tieu_de").max_length


def ban_giu(don_vi: DonVi) -> Quyen:
    """On whose desk the work of this unit lies."""
    if NhanVien.objects.co_quyen(Quyen.GIAI_QUYET).filter(don_vi=don_vi).exists():
        return Quyen.GIAI_QUYET
    return Quyen.BAN_HANH if don_vi.loai == LoaiDonVi.BAN_GIAM_DOC else Quyen.THEO_DOI


def duoc_lam(don_vi: DonVi, nguoi: NhanVien) -> bool:
    """Whether this person may say how far the work of this unit is: the unit itself, or who keeps the registers."""
    if nguoi.co_quyen(Quyen.NHAP_SO):
        return True
    if don_vi.loai == LoaiDonVi.BAN_GIAM_DOC and nguoi.co_quyen(Quyen.BAN_HANH):
        return True
    return nguoi.don_vi_id == don_vi.pk and nguoi.co_quyen(Quyen.GIAI_QUYET)


def dat_han(
    viec: Viec, chu_the: str, *, tieu_de: str, don_vi: DonVi, tu_ngay: date, den_ngay: date, ngay_xong: date | None
) -> HanViec:
    """Lay the one clock of this subject: opened when there is none, moved, closed with `ngay_xong`, open again without.

    Raises LoiNghiepVu when `den_ngay` is not after `tu_ngay`, or the work would be done before it was given.
    """
    if den_ngay <= tu_ngay:
        raise LoiNghiepVu(f"Hạn phải sau ngày {tu_ngay:%d/%m/%Y}.")
    if ngay_xong and ngay_xong < tu_ngay:
        raise LoiNghiepVu(f"Không thể xong trước ngày {tu_ngay:%d/%m/%Y}.")
    cua_viec = HanViec.objects.select_for_update().filter(viec=viec, chu_the=chu_the)
    han = cua_viec.first() or HanViec(viec=viec, chu_the=chu_the)
    han.tieu_de, han.quyen, han.don_vi = cat_chu(tieu_de, TIEU_DE_DAI_NHAT), ban_giu(don_vi), don_vi
    han.tu_ngay, han.so_ngay, han.ngay_xong = tu_ngay, (den_ngay - tu_ngay).days, ngay_xong
    try:
        ket_qua = tinh_han(han, NgayNghi.objects.lich())
    except LoiThoiHan as loi:
        raise LoiNghiepVu(str(loi)) from loi
    han.han, han.han_goc = ket_qua.han, ket_qua.han_goc
    han.save()
    return han


def bo_han(viec: Viec, chu_the: str) -> None:
    """Drop the clock of a subject that is no more."""
    HanViec.objects.filter(viec=viec, chu_the=chu_the).delete()
