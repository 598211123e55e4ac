"""Who wrote or came: a citizen is kept once, found again by the keyed hash of the ID number (Đ12 NĐ 154/2026)."""

from datetime import date

from django.db import transaction

from donthu.actions.tiep_nhan import tiep_nhan_don
from donthu.models import CongDan, DonThu
from donthu.phan_loai import LoaiDon
from tochuc.loi import LoiNghiepVu
from tochuc.ma_hoa import bam_khoa
from tochuc.models import NhanVien
from tochuc.tim_kiem import bo_dau


def ghi_nhan_cong_dan(*, ho_ten: str, **nhan_than: str | date | None) -> CongDan:
    """The row of this citizen: the last one of the same ID number when nothing changed, otherwise a new one.

    `nhan_than`: fields of CongDan; what is not said now stays as it was known. A row already named by a petition is
    never rewritten: it says what was written that day. Raises LoiNghiepVu when the number stands under another name:
    one of the two is mistyped, and joining two people would show one the matters of the other.
    """
    cu = tim_theo_giay_to(nhan_than.get("so_giay_to", ""))
    if cu is None:
        return CongDan.objects.create(ho_ten=ho_ten, **nhan_than)
    if bo_dau(cu.ho_ten) != bo_dau(ho_ten):
        raise LoiNghiepVu(f"Số giấy tờ này đã ghi cho công dân “{cu.ho_ten}”. Xin kiểm tra lại số giấy tờ hoặc họ tên.")
    moi = {ten: gia_tri or getattr(cu, ten) for ten, gia_tri in nhan_than.items()} | {"ho_ten": ho_ten}
    if all(getattr(cu, ten) == gia_tri for ten, gia_tri in moi.items()):
        return cu
    return CongDan.objects.create(**moi)


def tim_theo_giay_to(so_giay_to: str, tru: CongDan | None = None) -> CongDan | None:
    """What was last written of who has this ID number, spaces or not, but for row `tru`.

    None when nobody gave the number or it is empty.
    """
    bam = bam_khoa(so_giay_to)
    if not bam:
        return None
    return CongDan.objects.filter(so_giay_to_bam=bam).exclude(pk=tru and tru.pk).order_by("-pk").first()


def nhap_don(*, nguoi: NhanVien, loai: LoaiDon, nhan_than: dict | None = None, **don) -> DonThu:
    """Register a petition that did not come through the counter, with who wrote it when that is known.

    `nhan_than`: arguments of `ghi_nhan_cong_dan`; of a tố cáo it is not read (Đ56 Luật TC). Both rows or neither.
    """
    with transaction.atomic():
        cong_dan = None
        if loai != LoaiDon.TO_CAO and nhan_than and nhan_than.get("ho_ten"):
            cong_dan = ghi_nhan_cong_dan(**nhan_than)
        return tiep_nhan_don(nguoi=nguoi, loai=loai, cong_dan=cong_dan, **don)
