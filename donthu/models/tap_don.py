"""Which petitions a person may know of."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from donthu.models.bi_mat import QUYEN_BIET_DON, NguoiDuocBiet, phai_tranh
from donthu.models.han_viec import HanViec
from donthu.models.phan_cong import PhanCong, VaiPhanCong
from donthu.models.xac_minh import ThanhVienTo
from donthu.phan_loai import LoaiDon
from tochuc.models import NhanVien
from tochuc.vai_tro import Quyen, VaiTro


class DonThuQuerySet(models.QuerySet):
    def for_user(self, nguoi: NhanVien) -> "DonThuQuerySet":
        """Petitions this person may know of. Everything that shows a petition starts here.

        A tố cáo is known only to the people on its need-to-know list, and never to the accused, to the people of his
        unit, to witnesses and relatives recorded as such, nor to leaders when one of them or the centre itself is
        accused (Đ9, 18.2, 56 Luật TC; Đ5.2, 10.3 NĐ 31/2019), whoever put them on the list. Of the rest, Quản trị sees
        none, a unit sees what was given to it, who verifies what he verifies, reception what it took in.
        """
        quyen = nguoi.tap_quyen if nguoi.is_active else frozenset()
        if quyen.isdisjoint(QUYEN_BIET_DON):
            return self.none()
        duoc_biet = NguoiDuocBiet.objects.filter(don=OuterRef("pk"), nhan_vien=nguoi, ngay_thoi=None)
        to_cao = Q(Exists(duoc_biet), ~phai_tranh(nguoi), loai=LoaiDon.TO_CAO)
        if VaiTro.LANH_DAO in nguoi.tap_vai_tro:
            to_cao &= Q(bi_to_cao_lanh_dao=False)
        if Quyen.XEM_MOI_DON in quyen:
            return self.filter(~Q(loai=LoaiDon.TO_CAO) | to_cao)
        khac = Q()
        if Quyen.GIAI_QUYET in quyen and nguoi.don_vi_id:
            phoi_hop = PhanCong.objects.filter(
                don=OuterRef("pk"), don_vi=nguoi.don_vi_id, vai=VaiPhanCong.PHOI_HOP, ngay_thoi_giao=None
            )
            khac |= Q(don_vi=nguoi.don_vi_id) | Q(Exists(phoi_hop))
        if Quyen.GIAI_QUYET in quyen:
            khac |= Q(Exists(ThanhVienTo.objects.filter(to__don=OuterRef("pk"), nhan_vien=nguoi)))
        if Quyen.NHAP_DON in quyen:
            khac |= Q(nguoi_nhap=nguoi)
        return self.filter(~Q(loai=LoaiDon.TO_CAO) & khac | to_cao) if khac else self.filter(to_cao)

    def qua_han(self, ngay):
        """Petitions with a running clock whose last day is before `ngay`."""
        return self.filter(Exists(HanViec.objects.qua_han(ngay).filter(don=OuterRef("pk"))))
