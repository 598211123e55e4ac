"""Two petitions compared by a person: one matter, one petition sent twice, or nothing to do with each other."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from donthu.actions import ben_le
from donthu.actions.khung import luu
from donthu.models import DoiChieu, DonThu, KetLuanTrung, LichSu, VuViec
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.vai_tro import Quyen


def doi_chieu(
    don: DonThu, khac: DonThu, *, nguoi: NhanVien, ngay: date, ket_luan: KetLuanTrung, ly_do: str
) -> DoiChieu:
    """Write down what `don` is to `khac`, once for the two of them, and do what follows from it.

    One matter: the whole vụ việc of `don` joins that of `khac`. Sent twice: `don` is filed as a duplicate of `khac`
    (Đ6.2b TT 05/2021/TT-TTCP). Raises PermissionDenied, LoiNghiepVu.
    """
    cap = sorted((don.pk, khac.pk))
    if not nguoi.co_quyen(Quyen.PHAN_LOAI) or DonThu.objects.for_user(nguoi).filter(pk__in=cap).count() != 2:
        raise PermissionDenied
    if not ly_do:
        raise LoiNghiepVu("Xin ghi lý do của kết luận đối chiếu.")
    with transaction.atomic():
        theo_khoa = DonThu.objects.select_for_update(of=("self",)).order_by("pk").in_bulk(cap)
        don, khac = theo_khoa[don.pk], theo_khoa[khac.pk]
        _kiem_tra(don, khac, ket_luan)
        dong = DoiChieu.objects.create(
            don_a_id=cap[0], don_b_id=cap[1], ket_luan=ket_luan, ly_do=ly_do, nguoi=nguoi, ngay=ngay
        )
        if ket_luan == KetLuanTrung.TRUNG:
            ben_le.gop_don(don, nguoi=nguoi, ngay=ngay, trung_voi=khac, ly_do=ly_do)
        elif ket_luan == KetLuanTrung.CUNG_VU_VIEC:
            _ghep_vu_viec(don.vu_viec, khac, nguoi, ngay, ly_do)
        mat = LoaiDon.TO_CAO in (don.loai, khac.loai)
        # Of a tố cáo neither log nor trail names another: who may know of the one need not know of the other.
        ten = "đơn khác" if mat else khac.ma
        cau = f"Đối chiếu với {ten}: {KetLuanTrung(ket_luan).label.lower()}"
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, don.ma, cau, mat=mat)
    return dong


def _kiem_tra(don: DonThu, khac: DonThu, ket_luan: KetLuanTrung) -> None:
    if (don.loai == LoaiDon.TO_CAO) != (khac.loai == LoaiDon.TO_CAO):
        # The named petition would tell who denounced (Đ8.3, 56 Luật TC).
        raise LoiNghiepVu("Không đối chiếu tố cáo với đơn có người đứng tên.")
    if DoiChieu.objects.filter(don_a_id=min(don.pk, khac.pk), don_b_id=max(don.pk, khac.pk)).exists():
        raise LoiNghiepVu("Hai đơn này đã được đối chiếu.")
    if ket_luan == KetLuanTrung.CUNG_VU_VIEC and don.vu_viec_id == khac.vu_viec_id:
        raise LoiNghiepVu("Hai đơn này đã thuộc cùng một vụ việc.")


def _ghep_vu_viec(cu: VuViec, khac: DonThu, nguoi: NhanVien, ngay: date, ly_do: str) -> None:
    """All that belongs to the matter `cu` moves into that of `khac`; the empty matter goes."""
    for don in cu.don_thu.select_for_update(of=("self",)).order_by("pk"):
        don.vu_viec_id = khac.vu_viec_id
        luu(don)
        ghi_chu = ly_do if don.loai == LoaiDon.TO_CAO else f"Cùng vụ việc với đơn {khac.ma}. {ly_do}"
        LichSu.ghi(
            don, Buoc.GHEP_VU_VIEC, tu=don.trang_thai, den=don.trang_thai, ngay=ngay, nguoi=nguoi, ghi_chu=ghi_chu
        )
    for quan_he in VuViec._meta.related_objects:  # reception hangs its visits on the matter too
        dong: type[models.Model] = quan_he.related_model
        dong._base_manager.filter(**{quan_he.field.name: cu}).update(**{quan_he.field.name: khac.vu_viec_id})
    cu.delete()
