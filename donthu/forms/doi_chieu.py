"""What somebody found who looked at two petitions side by side."""

from django import forms

from donthu.forms.truong import o_van_ban
from donthu.models import KetLuanTrung


class DoiChieuForm(forms.Form):
    """One of the findings, and why. `duoc_gop`: whether the petition may still be filed as a duplicate."""

    ket_luan = forms.ChoiceField(
        label="Kết luận",
        choices=KetLuanTrung,
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn một kết luận."},
    )
    ly_do = forms.CharField(
        label="Lý do",
        max_length=300,
        widget=o_van_ban(3),
        error_messages={"required": "Xin ghi lý do."},
        help_text="Giống, khác nhau ở điểm nào. Lý do được lưu vào quá trình của đơn.",
    )

    def __init__(self, *args, duoc_gop: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not duoc_gop:
            self.fields["ket_luan"].choices = [muc for muc in KetLuanTrung.choices if muc[0] != KetLuanTrung.TRUNG]
