from django import forms

from tochuc.forms import hang_truong, tao_helper
from tochuc.models import DonVi


class NhanBaoCaoForm(forms.Form):
    """The file of one unit, and the hash that it gave."""

    don_vi = forms.ModelChoiceField(
        label="Đơn vị gửi",
        queryset=DonVi.objects.filter(gui_bao_cao=True, hoat_dong=True).order_by("ten"),
        empty_label="Chọn đơn vị",
        error_messages={"required": "Xin chọn đơn vị gửi."},
    )
    tep = forms.FileField(
        label="Tệp JSON của kỳ",
        widget=forms.FileInput(attrs={"accept": ".json"}),
        error_messages={"required": "Xin chọn tệp JSON.", "empty": "Tệp rỗng."},
    )
    sha256 = forms.CharField(
        label="Mã SHA-256 đơn vị đã báo", max_length=64, required=False, help_text="Không có thì để trống."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = tao_helper(hang_truong("don_vi", "tep"), "sha256")
