"""Filters of the register, kept in the URL: codes and dates, never a name or a number of a person."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.choices import BaseChoiceIterator

from donthu.dau_hieu import DauHieu, dieu_kien
from donthu.models import LinhVuc
from donthu.nhac_viec import CHUA_XU_LY
from donthu.phan_loai import DON_THEO_LUAT, LoaiDon, NguonDon
from donthu.quy_trinh.trang_thai import DA_DONG, TrangThai
from tochuc.forms import TruongNgay
from tochuc.models import DonVi

SO_NGAY_CHUA_XU_LY = min(so_ngay for so_ngay, _ in CHUA_XU_LY)
CO = "1"
DANG_MO = "dang_mo"


class LuaChonSau(BaseChoiceIterator):
    """Choices that are not read before they are looked at, and not copied with their filter for every request."""

    def __init__(self, doc: Callable[[], list[tuple[str, str]]]):
        self.doc = doc

    def __iter__(self):
        return iter(self.doc())

    def __len__(self):
        return len(self.doc())


class ODau(forms.CheckboxInput):
    """A tick in the URL: `qua_han=1`, or nothing."""

    def __init__(self):
        super().__init__(check_test=lambda gia_tri: gia_tri == CO)

    def value_from_datadict(self, data, files, name):
        return CO if data.get(name) == CO else ""

    def format_value(self, value):
        return CO


class LocNgay(django_filters.Filter):
    field_class = TruongNgay


class LocDau(django_filters.ChoiceFilter):
    """A condition that holds or is not asked."""

    def __init__(self, **kwargs):
        super().__init__(choices=[(CO, "có")], empty_label=None, widget=ODau(), **kwargs)


class BoLocDon(django_filters.FilterSet):
    """Each filter alone is served by an index that ends in the order of the register (`DonThu.Meta.indexes`)."""

    loai = django_filters.ChoiceFilter(
        label="Loại đơn", choices=LuaChonSau(lambda: LoaiDon.choices), empty_label="Mọi loại"
    )
    trang_thai = django_filters.ChoiceFilter(
        label="Trạng thái",
        choices=LuaChonSau(lambda: [(DANG_MO, "Chưa kết thúc"), *TrangThai.choices]),
        empty_label="Mọi trạng thái",
        method="loc_trang_thai",
    )
    linh_vuc = django_filters.ChoiceFilter(label="Lĩnh vực", empty_label="Mọi lĩnh vực", method="loc_linh_vuc")
    don_vi = django_filters.ChoiceFilter(label="Đơn vị giải quyết", empty_label="Mọi đơn vị", method="loc_don_vi")
    nguon = django_filters.ChoiceFilter(
        label="Nguồn đơn", choices=LuaChonSau(lambda: NguonDon.choices), empty_label="Mọi nguồn"
    )
    tu = LocNgay(label="Nhận từ ngày", field_name="ngay_nhan", lookup_expr="gte")
    den = LocNgay(label="Nhận đến ngày", field_name="ngay_nhan", lookup_expr="lte")
    vu_viec = django_filters.CharFilter(label="Vụ việc (mã)", field_name="vu_viec__ma")
    dau_hieu = django_filters.ChoiceFilter(
        label="Dấu hiệu",
        choices=LuaChonSau(lambda: DauHieu.choices),
        empty_label="Mọi đơn",
        method="loc_dau_hieu",
    )
    qua_han = LocDau(label="Quá hạn", method="loc_qua_han")
    chua_xu_ly = LocDau(label=f"Chưa xử lý quá {SO_NGAY_CHUA_XU_LY} ngày", method="loc_chua_xu_ly")

    def __init__(self, *args, ngay: date | None = None, **kwargs):
        """`ngay`: the day from which "quá hạn" is told, today when None."""
        super().__init__(*args, **kwargs)
        self.ngay = ngay or timezone.localdate()
        # Read only when the fields are drawn or filled in: most pages show neither.
        self.filters["linh_vuc"].extra["choices"] = LuaChonSau(
            lambda: [(dong.ma, _thut_vao(dong)) for dong in self.cac_linh_vuc]
        )
        self.filters["don_vi"].extra["choices"] = LuaChonSau(lambda: [(dong.ma, dong.ten) for dong in self.cac_don_vi])

    @cached_property
    def cac_linh_vuc(self) -> list[LinhVuc]:
        return list(LinhVuc.objects.only("ma", "ten", "cha"))

    @cached_property
    def cac_don_vi(self) -> list[DonVi]:
        return list(DonVi.objects.filter(duoc_giao=True).order_by("ten").only("ma", "ten"))

    def loc_trang_thai(self, cac_don: QuerySet, name: str, value: str) -> QuerySet:
        return cac_don.exclude(trang_thai__in=DA_DONG) if value == DANG_MO else cac_don.filter(trang_thai=value)

    def loc_linh_vuc(self, cac_don: QuerySet, name: str, value: str) -> QuerySet:
        """A category, with the ones below it."""
        goc = next(dong.pk for dong in self.cac_linh_vuc if dong.ma == value)
        return cac_don.filter(linh_vuc__in=[dong.pk for dong in self.cac_linh_vuc if goc in (dong.pk, dong.cha_id)])

    def loc_don_vi(self, cac_don: QuerySet, name: str, value: str) -> QuerySet:
        return cac_don.filter(don_vi=next(dong.pk for dong in self.cac_don_vi if dong.ma == value))

    def loc_qua_han(self, cac_don: QuerySet, name: str, value: str) -> QuerySet:
        """Put on by `qs`, so that a list which goes by deadline can do without it."""
        return cac_don

    @property
    def chi_qua_han(self) -> bool:
        return bool(self.form.is_valid() and self.form.cleaned_data["qua_han"])

    @property
    def qs_moi_han(self) -> QuerySet:
        """What the other filters leave, overdue or not."""
        return super().qs

    @property
    def qs(self) -> QuerySet:
        return self.qs_moi_han.qua_han(self.ngay) if self.chi_qua_han else self.qs_moi_han

    def loc_dau_hieu(self, cac_don: QuerySet, name: str, value: str) -> QuerySet:
        return cac_don.filter(dieu_kien(DauHieu(value), self.ngay))

    def loc_chua_xu_ly(self, cac_don: QuerySet, name: str, value: str) -> QuerySet:
        return cac_don.filter(dieu_kien_chua_xu_ly(self.ngay))


def dieu_kien_chua_xu_ly(ngay: date) -> Q:
    """Petitions of the law that nobody has processed for more than 30 days on `ngay` (Đ41.3b NĐ 154/2026)."""
    moc = ngay - timedelta(days=SO_NGAY_CHUA_XU_LY)
    return Q(ngay_xu_ly=None, ngay_nhan__lte=moc, loai__in=DON_THEO_LUAT) & ~Q(trang_thai__in=DA_DONG)


def _thut_vao(dong: LinhVuc) -> str:
    return f"\u2003{dong.ma} {dong.ten}" if dong.cha_id else f"{dong.ma} {dong.ten}"
