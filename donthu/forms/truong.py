"""Fields that several steps share."""

import re
from collections.abc import Iterable
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join

from donthu.ly_do import LyDo
from donthu.models import DonThu, nguoi_phai_tranh
from donthu.models.bi_mat import VAI_TRO_BIET_DON
from tochuc.forms import CacMuc, TruongMuc
from tochuc.models import DonVi, NhanVien
from tochuc.models.don_vi import LoaiDonVi
from tochuc.vai_tro import BANG_QUYEN, Quyen

NHOM_NGHIN = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?")
THAP_PHAN = re.compile(r"\d+([.,]\d+)?")
CO_KHONG = (("1", "Có"), ("0", "Không"))


class TruongSoLuong(forms.DecimalField):
    """An amount as it is written here: 1.250,5. A lone dot that does not part thousands is read as a comma."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, **kwargs):
        super().__init__(max_digits=14, decimal_places=2, required=False, **kwargs)

    def to_python(self, value):
        chu = str(value or "").strip().replace(" ", "")
        if not chu:
            return Decimal(0)
        if NHOM_NGHIN.fullmatch(chu):
            chu = chu.replace(".", "")
        if not THAP_PHAN.fullmatch(chu):
            raise ValidationError("Xin nhập một số không âm, ví dụ 12,5.", code="invalid")
        return Decimal(chu.replace(",", "."))


class TruongDem(forms.IntegerField):
    """A number of people, bodies or cases; empty means none."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {"invalid": "Xin nhập một số nguyên."}

    def __init__(self, **kwargs):
        super().__init__(min_value=0, max_value=2_000_000, required=False, **kwargs)

    def clean(self, value):
        return super().clean(value) or 0


class TruongCoKhong(forms.TypedChoiceField):
    """A question answered yes or no, never by default."""

    def __init__(self, **kwargs):
        super().__init__(
            choices=CO_KHONG,
            coerce=lambda gia_tri: gia_tri == "1",
            empty_value=None,
            widget=forms.RadioSelect,
            **kwargs,
        )

    def prepare_value(self, value):
        return {True: "1", False: "0"}.get(value, value)


class TruongNguoi(TruongMuc):
    """One of the staff, under the name of his unit."""

    def label_from_instance(self, obj):
        return ten_va_chuc_vu(obj)


class TruongNhieuNguoi(forms.ModelMultipleChoiceField):
    """Several of the staff."""

    iterator = CacMuc
    widget = forms.SelectMultiple(attrs={"size": 6})

    def label_from_instance(self, obj):
        ten = ten_va_chuc_vu(obj)
        return f"{ten} ({obj.don_vi})" if obj.don_vi and obj.don_vi.ten not in ten else ten


class TruongDong(forms.CharField):
    """Several things written one a line; gives a list of texts, each `dai_dong` characters at most."""

    def __init__(self, *, dai_dong: int = 150, so_dong: int = 4, **kwargs):
        super().__init__(max_length=10_000, widget=o_van_ban(so_dong), **kwargs)
        self.dai_dong = dai_dong

    def clean(self, value) -> list:
        cac_dong = [self.tach(dong.strip()) for dong in super().clean(value).splitlines() if dong.strip()]
        if self.required and not cac_dong:
            raise ValidationError(self.error_messages["required"], code="required")
        return cac_dong

    def tach(self, dong: str):
        self.kiem_dai(dong, self.dai_dong)
        return dong

    def kiem_dai(self, chu: str, dai: int) -> None:
        if len(chu) > dai:
            raise ValidationError(f"Mỗi mục không quá {dai} ký tự: “{chu[:40]}…”.", code="dai")


class TruongHaiCot(TruongDong):
    """As above, each line with a second part after "|", of `dai_cot` characters at most; without one, `thieu`."""

    def __init__(self, *, thieu: str = "", dai_cot: int = 100, **kwargs):
        super().__init__(**kwargs)
        self.thieu, self.dai_cot = thieu, dai_cot

    def tach(self, dong: str) -> tuple[str, str]:
        dau, _, sau = (phan.strip() for phan in dong.partition("|"))
        if not dau:
            raise ValidationError(f"Dòng “{dong[:40]}” thiếu phần trước dấu “|”.", code="thieu")
        self.kiem_dai(dau, self.dai_dong)
        self.kiem_dai(sau, self.dai_cot)
        return dau, sau or self.thieu


class TruongGio(forms.TimeField):
    """An hour of the day: 08:30 or 8h30."""

    widget = forms.TimeInput(format="%H:%M", attrs={"placeholder": "08:30", "autocomplete": "off"})
    input_formats = ("%H:%M", "%Hh%M", "%H giờ %M")
    default_error_messages = {"invalid": "Xin nhập giờ theo dạng giờ:phút, ví dụ 08:30."}


class ODanhSach(forms.TextInput):
    """Free text with suggestions of the browser (datalist)."""

    def __init__(self, goi_y: Iterable[str] = (), attrs=None):
        super().__init__(attrs)
        self.goi_y = goi_y

    def render(self, name, value, attrs=None, renderer=None):
        ma = f"goi-y-{name}"
        o = super().render(name, value, (attrs or {}) | {"list": ma}, renderer)
        muc = format_html_join("", '<option value="{}"></option>', ((chu,) for chu in self.goi_y))
        return format_html('{}<datalist id="{}">{}</datalist>', o, ma, muc)


def ten_va_chuc_vu(nguoi: NhanVien) -> str:
    return f"{nguoi.ho_ten}, {nguoi.chuc_vu}" if nguoi.chuc_vu else nguoi.ho_ten


def nguoi_bi_to_cao_duoc_chon():
    """Anybody of the centre may be accused, who stopped working there too."""
    return NhanVien.objects.select_related("don_vi").only("ho_ten", "chuc_vu", "don_vi__ten").order_by("ho_ten")


def don_vi_duoc_giao():
    """Units that may be given a petition."""
    return DonVi.objects.filter(duoc_giao=True, hoat_dong=True).order_by("ten")


def nguoi_duoc_giao(don: DonThu):
    """Who may be given the work on `don`: people of those units who resolve, but for who must keep away (Đ5.2, 10.3 NĐ
    31/2019)."""
    vai_tro = [ten for ten, quyen in BANG_QUYEN.items() if Quyen.GIAI_QUYET in quyen]
    return (
        NhanVien.objects.filter(is_active=True, don_vi__in=don_vi_duoc_giao(), vai_tro__vai_tro__in=vai_tro)
        .exclude(pk__in=nguoi_phai_tranh(don).values("pk"))
        .select_related("don_vi")
        .distinct()
        .order_by("don_vi__ten", "ho_ten")
    )


def cac_nguoi_theo_don_vi(truong: TruongNguoi) -> list:
    """Choices of the field grouped by unit, in one query."""
    nhom: dict[str, list] = {}
    for nguoi in truong.queryset:
        nhom.setdefault(str(nguoi.don_vi), []).append((nguoi.pk, truong.label_from_instance(nguoi)))
    return [("", truong.empty_label), *nhom.items()]


def nguoi_xac_minh(don: DonThu):
    """Who may be asked to verify `don`: anybody with business in petitions but for who must keep away from this one."""
    return (
        NhanVien.objects.filter(is_active=True, vai_tro__vai_tro__in=VAI_TRO_BIET_DON)
        .exclude(pk__in=nguoi_phai_tranh(don).values("pk"))
        .select_related("don_vi")
        .distinct()
        .order_by("don_vi__ten", "ho_ten")
    )


def co_quan_ngoai() -> list[str]:
    """Names of the bodies outside the centre, to suggest."""
    ngoai = DonVi.objects.filter(loai=LoaiDonVi.NGOAI, hoat_dong=True)
    return list(ngoai.order_by("ten").values_list("ten", flat=True))


def lua_chon_ly_do(cac_ly_do: Iterable[LyDo]) -> list[tuple[str, str]]:
    """Choices of a select: the words of each ground with its article."""
    return [("", "Chọn một lý do"), *((ly_do.ma, str(ly_do)) for ly_do in cac_ly_do)]


def o_van_ban(so_dong: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": so_dong})
