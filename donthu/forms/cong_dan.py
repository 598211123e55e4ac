"""Who wrote or came: the same fields at the counter and for a petition by post. Never shown for a tố cáo."""

import re

from crispy_forms.bootstrap import StrictButton
from crispy_forms.layout import Div
from django import forms
from django.core.validators import RegexValidator
from django.urls import reverse_lazy

from donthu.models import CongDan
from donthu.phan_loai import LoaiGiayTo
from tochuc.forms import TruongNgay, hang_truong, tao_helper

TIM_CONG_DAN = "tim_cong_dan"  # name of the button: without htmx the page itself gets it
GIAY_12_SO = frozenset({LoaiGiayTo.CAN_CUOC, LoaiGiayTo.GIAY_CHUNG_NHAN, LoaiGiayTo.SO_DINH_DANH})
THUA_TRONG_SO = re.compile(r"[\s.-]+")


class TruongSo(forms.CharField):
    """A number people write in groups: 0912 345 678, 079.185.001.234."""

    def to_python(self, value):
        return THUA_TRONG_SO.sub("", super().to_python(value)).upper()


class CongDanForm(forms.Form):
    """Identity of a citizen (Đ12.1 NĐ 154/2026). A name may be missing, as on an unsigned letter; a number without a
    name may not."""

    ho_ten = forms.CharField(label="Họ và tên", max_length=150, required=False)
    loai_giay_to = forms.ChoiceField(
        label="Loại giấy tờ", choices=LoaiGiayTo.choices, initial=LoaiGiayTo.CAN_CUOC, required=False
    )
    so_giay_to = TruongSo(
        label="Số giấy tờ",
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-khong-luu": ""}),
    )
    ngay_cap = TruongNgay(label="Ngày cấp", required=False)
    noi_cap = forms.CharField(label="Nơi cấp", max_length=150, required=False)
    dia_chi = forms.CharField(
        label="Địa chỉ",
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-khong-luu": ""}),
    )
    dien_thoai = TruongSo(
        label="Điện thoại",
        max_length=20,
        required=False,
        validators=[RegexValidator(r"^(\+84|0)\d{8,10}$", "Xin nhập số điện thoại bắt đầu bằng 0, ví dụ 0912345678.")],
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off", "data-khong-luu": ""}),
    )

    def __init__(self, *args, bat_buoc: bool = False, **kwargs):
        """`bat_buoc`: the name must be given (a person who stands at the counter has one)."""
        super().__init__(*args, **kwargs)
        self.fields["ho_ten"].required = bat_buoc
        self.helper = tao_helper(
            Div(
                hang_truong("so_giay_to", "loai_giay_to"),
                StrictButton(
                    '<i class="ti ti-user-search" aria-hidden="true"></i>Tìm người đã từng gửi',
                    type="submit",
                    name=TIM_CONG_DAN,
                    value="1",
                    css_class="btn mb-3",
                    formnovalidate=True,
                    formaction="",  # this page; it also marks the button as not the one that saves (Ctrl+Enter)
                    hx_post=reverse_lazy("donthu:tim_cong_dan"),
                    hx_target="#cong-dan",
                    hx_swap="outerHTML",
                ),
            ),
            hang_truong("ho_ten", "dien_thoai"),
            "dia_chi",
            hang_truong("ngay_cap", "noi_cap"),
        )

    def clean(self):
        du_lieu = super().clean()
        so_giay_to, loai = du_lieu.get("so_giay_to"), du_lieu.get("loai_giay_to")
        if so_giay_to and loai in GIAY_12_SO and not re.fullmatch(r"\d{12}", so_giay_to):
            self.add_error("so_giay_to", "Số của loại giấy tờ này gồm 12 chữ số. Xin xem lại số hoặc loại giấy tờ.")
        co_ghi = any(du_lieu.get(ten) for ten in ("so_giay_to", "dia_chi", "dien_thoai"))
        if co_ghi and not du_lieu.get("ho_ten") and "ho_ten" not in self.errors:
            self.add_error("ho_ten", "Xin nhập họ và tên của người gửi.")
        if not so_giay_to:
            du_lieu["loai_giay_to"] = ""
        return du_lieu


def du_lieu_cua(cong_dan: CongDan) -> dict:
    """What the form shows of a known citizen."""
    return {ten: getattr(cong_dan, ten) for ten in CongDanForm.base_fields}
