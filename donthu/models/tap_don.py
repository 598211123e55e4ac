"""Which petitions a person may know of."""

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.lookups import In, IsNull

from donthu.models.bi_mat import QUYEN_BIET_DON, NguoiDuocBiet, phai_tranh
from donthu.models.han_viec import HanViec
from donthu.models.phan_cong import PhanCong, VaiPhanCong
from donthu.models.xac_minh import ThanhVienTo
from donthu.phan_loai import LoaiDon
from tochuc.models import NhanVien, nho_theo_nguoi
from tochuc.vai_tro import Quyen, VaiTro


@models.BigAutoField.register_lookup
class TrongTap(In):
    """`pk__in` of a small set that PostgreSQL reads once and then finds by index, also as one arm of an OR; a plain
    `IN (SELECT …)` there is a filter on every row of the table."""

    lookup_name = "trong_tap"

    def get_rhs_op(self, connection, rhs):
        return f"= ANY(ARRAY{rhs})" if connection.vendor == "postgresql" else super().get_rhs_op(connection, rhs)


class DonThuQuerySet(models.QuerySet):
    @nho_theo_nguoi
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
        duoc_biet = NguoiDuocBiet.objects.filter(~phai_tranh(nguoi), nhan_vien=nguoi, ngay_thoi=None).order_by()
        to_cao = Q(loai=LoaiDon.TO_CAO)
        if VaiTro.LANH_DAO in nguoi.tap_vai_tro:
            to_cao &= Q(bi_to_cao_lanh_dao=False)
        if Quyen.XEM_MOI_DON in quyen:
            # A scalar is asked of each tố cáo that comes so far; an EXISTS would first gather the whole list.
            cua_don = Subquery(duoc_biet.filter(don=OuterRef("pk")).values("pk"))
            return self.filter(~Q(loai=LoaiDon.TO_CAO) | to_cao & Q(IsNull(cua_don, False)))
        to_cao &= Q(pk__trong_tap=duoc_biet.values("don"))
        khac = Q()
        if Quyen.GIAI_QUYET in quyen:
            trong_to = ThanhVienTo.objects.filter(nhan_vien=nguoi).order_by()
            khac |= Q(pk__trong_tap=trong_to.values("to__don"))
        if Quyen.GIAI_QUYET in quyen and nguoi.don_vi_id:
            phoi_hop = PhanCong.objects.filter(don_vi=nguoi.don_vi_id, vai=VaiPhanCong.PHOI_HOP, ngay_thoi_giao=None)
            khac |= Q(don_vi=nguoi.don_vi_id) | Q(pk__trong_tap=phoi_hop.values("don"))
        if Quyen.NHAP_DON in quyen:
            khac |= Q(nguoi_nhap=nguoi)
        return self.filter(~Q(loai=LoaiDon.TO_CAO) & khac | to_cao) if khac else self.filter(to_cao)

    def qua_han(self, ngay):
        """Petitions with a running clock whose last day is before `ngay`."""
        return self.filter(Exists(HanViec.objects.qua_han(ngay).filter(don=OuterRef("pk"))))
