"""Marking a petition as urgent."""

from django import forms

from donthu.forms.khung import ViecForm
from donthu.forms.truong import o_van_ban


class KhanCapForm(ViecForm):
    """Why it is urgent; or, of one that is marked, why it is so no longer."""

    ly_do = forms.CharField(
        label="Lý do",
        max_length=300,
        widget=o_van_ban(3),
        error_messages={"required": "Xin ghi lý do."},
        help_text="Nguy cơ đối với tính mạng, sức khỏe, tài sản, an ninh trật tự; không ghi thông tin về người tố cáo.",
    )

    field_order = ("ly_do", "ngay")
