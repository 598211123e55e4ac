"""The need-to-know list of a tố cáo: who is added, taken off, kept away. No choice and no mistake says why."""

from crispy_forms.bootstrap import InlineRadios
from django import forms

from donthu.forms.truong import TruongNguoi, TruongNhieuNguoi
from donthu.models import DonThu, NguoiDuocBiet, QuanHe, nguoi_phai_tranh
from donthu.models.bi_mat import VAI_TRO_BIET_DON
from tochuc.forms import tao_helper
from tochuc.models import NhanVien

KHONG_DUA_VAO = "Không đưa người này vào danh sách."
LY_DO_MAU = "Ví dụ: thành viên Tổ xác minh; phụ trách thay Giám đốc."


class ThemNguoiBietForm(forms.Form):
    """Who else needs to know, and why."""

    them = TruongNhieuNguoi(
        label="Người cần biết",
        queryset=NhanVien.objects.none(),
        error_messages={
            "required": "Xin chọn người cần biết.",
            "invalid_choice": KHONG_DUA_VAO,
            "invalid_pk_value": KHONG_DUA_VAO,
        },
        help_text="Giữ phím Ctrl để chọn nhiều người.",
    )
    ly_do = forms.CharField(
        label="Lý do cần biết",
        max_length=200,
        help_text=LY_DO_MAU,
        error_messages={"required": "Xin ghi lý do người này cần biết vụ việc."},
    )

    def __init__(self, *args, don: DonThu, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["them"].queryset = (
            _nguoi_co_viec()
            .exclude(pk__in=nguoi_phai_tranh(don).values("pk"))
            .exclude(pk__in=NguoiDuocBiet.objects.dang_biet(don).values("nhan_vien"))
        )
        self.helper = tao_helper("them", "ly_do")


class ThoiBietForm(forms.Form):
    """Why somebody needs to know no more."""

    ly_do = forms.CharField(
        label="Lý do thôi",
        max_length=200,
        error_messages={"required": "Xin ghi lý do đưa người này ra khỏi danh sách."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = tao_helper("ly_do")


class LienQuanForm(forms.Form):
    """A witness, a relative of the accused, somebody concerned: kept away from now on."""

    lien_quan = TruongNguoi(
        label="Người liên quan",
        queryset=NhanVien.objects.none(),
        empty_label="(chọn người)",
        error_messages={"required": "Xin chọn người liên quan.", "invalid_choice": "Xin chọn lại người liên quan."},
        help_text="Người được ghi sẽ không xem được vụ việc này nữa.",
    )
    quan_he = forms.ChoiceField(
        label="Quan hệ",
        choices=QuanHe.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn quan hệ."},
    )

    def __init__(self, *args, don: DonThu, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lien_quan"].queryset = (
            NhanVien.objects.filter(is_active=True)
            .exclude(pk__in=don.nguoi_bi_to_cao.values("pk"))
            .exclude(pk__in=don.nguoi_lien_quan.values("nhan_vien"))
            .select_related("don_vi")
            .order_by("ho_ten")
        )
        self.helper = tao_helper("lien_quan", InlineRadios("quan_he"))


def _nguoi_co_viec():
    """People who work here and have business with petitions."""
    co_viec = NhanVien.objects.filter(is_active=True, vai_tro__vai_tro__in=VAI_TRO_BIET_DON).values("pk")
    return NhanVien.objects.filter(pk__in=co_viec).select_related("don_vi").order_by("ho_ten")
