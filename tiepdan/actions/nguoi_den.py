"""The person who came: found again by the keyed hash of his ID number, never rewritten behind anybody's back.

A row of CongDan is what was written down that day. Who comes again with another address gets another row with the same
hash, so the register of a closed day keeps the words of its day; the same person is whoever has the same hash.
"""

import unicodedata

from donthu.actions.cong_dan import tim_theo_giay_to
from donthu.models import CongDan, DonThu
from donthu.phan_loai import LoaiDon
from tiepdan.actions.loi_phieu import LoiPhieu, kiem_tra_dong
from tiepdan.actions.phieu_tiep import PhieuTiep
from tiepdan.models import LuotTiep
from tochuc.tim_kiem import bo_dau

TRUONG_DANH_TINH = ("ho_ten", "loai_giay_to", "so_giay_to", "ngay_cap", "noi_cap", "dia_chi", "dien_thoai")


def nhan_nguoi_den(phieu: PhieuTiep, dang_ghi: CongDan | None = None) -> CongDan | None:
    """Give the row for who came: the old one when nothing changed, a new one otherwise, None without a name.

    What was not said this time stays as it was known. `dang_ghi`: the row of the visit being corrected, which is
    corrected in place when nothing else names it. LoiPhieu when a known ID number comes with another name.
    """
    if not phieu.ho_ten:
        return None
    moi = CongDan(**{ten: getattr(phieu, ten) for ten in TRUONG_DANH_TINH})
    cu = tim_theo_giay_to(phieu.so_giay_to, tru=dang_ghi)
    if cu:
        if bo_dau(cu.ho_ten) != bo_dau(moi.ho_ten) and not phieu.dong_y_khac_ten:
            raise LoiPhieu(
                {
                    "ho_ten": f"Số giấy tờ này đã ghi cho người tên “{cu.ho_ten}”. Kiểm tra lại số và họ tên; nếu đúng "
                    "là một người, đánh dấu ô xác nhận bên dưới rồi lưu lại."
                }
            )
        for ten in TRUONG_DANH_TINH:
            if not getattr(moi, ten):
                setattr(moi, ten, getattr(cu, ten))
        if not khac_nhau(cu, moi):
            return cu
    if dang_ghi and not khac_nhau(dang_ghi, moi):
        return dang_ghi
    kiem_tra_dong(moi)
    if dang_ghi and not _con_noi_khac(dang_ghi):
        moi.pk = dang_ghi.pk
        moi._state.adding = False
    moi.save()
    return moi


def kiem_tra_vu_viec(phieu: PhieuTiep, tru: LuotTiep | None = None) -> None:
    """A tố cáo shares no matter with anybody named: the one would tell who wrote the other (Đ8.3, 56 Luật TC)."""
    if phieu.vu_viec is None:
        return
    luot = LuotTiep.objects.filter(vu_viec=phieu.vu_viec).exclude(pk=tru and tru.pk)
    don = DonThu.objects.filter(vu_viec=phieu.vu_viec)
    if phieu.la_to_cao and (luot.exclude(cong_dan=None).exists() or don.exclude(cong_dan=None).exists()):
        raise LoiPhieu({"vu_viec": "Vụ việc này có người đứng tên; gắn tố cáo vào sẽ làm lộ người tố cáo."})
    if not phieu.la_to_cao and (luot.filter(loai=LoaiDon.TO_CAO).exists() or don.filter(loai=LoaiDon.TO_CAO).exists()):
        raise LoiPhieu({"vu_viec": "Vụ việc này là tố cáo: chọn loại tố cáo, không ghi danh tính người đến."})


def khac_nhau(cu: CongDan, moi: CongDan) -> list[str]:
    """Fields that differ between two rows of one person, beyond capitals and spaces."""
    return [ten for ten in TRUONG_DANH_TINH if _chuan(getattr(cu, ten)) != _chuan(getattr(moi, ten))]


def bo_neu_thua(cong_dan: CongDan | None) -> None:
    """Delete the row of a person whom no visit and no petition names any more."""
    if cong_dan and not cong_dan.luot_tiep.exists() and not cong_dan.don_thu.exists():
        cong_dan.delete()


def _con_noi_khac(cong_dan: CongDan) -> bool:
    """Whether another visit, or a petition that did not come of the same visit, names this row."""
    luot = list(LuotTiep.objects.filter(cong_dan=cong_dan).values_list("don", flat=True)[:2])
    return len(luot) > 1 or cong_dan.don_thu.exclude(pk__in=[don for don in luot if don]).exists()


def _chuan(gia_tri):
    if not isinstance(gia_tri, str):
        return gia_tri
    return " ".join(unicodedata.normalize("NFC", gia_tri).casefold().split())
