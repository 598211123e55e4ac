"""Widgets drawn by TrinhVe: the same tags, attributes and texts as Django's templates give."""

from html.parser import HTMLParser

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting

from tochuc.ve_o_nhap import TrinhVe

LUA_CHON = [("", "<Chọn>"), (3, "ba"), ("a & b", "một & hai"), ('Nhóm "x"', [("x", "X"), ("y", 'Y"')])]


class MoiKieu(forms.Form):
    chon = forms.ChoiceField(choices=LUA_CHON, widget=forms.Select(attrs={"class": "form-select", "data-x": '"'}))
    chon_nhieu = forms.MultipleChoiceField(choices=LUA_CHON, required=False)
    co_khong = forms.NullBooleanField()
    chu = forms.CharField(initial='x"<', required=False, max_length=50)
    so = forms.IntegerField(min_value=1, localize=True)
    dau = forms.BooleanField(disabled=True)
    ngay = forms.DateField(widget=forms.DateInput(attrs={"placeholder": "dd/mm/yyyy", "autofocus": True}))
    gio = forms.TimeField()
    an = forms.CharField(widget=forms.HiddenInput)
    thu = forms.EmailField(required=False)
    mat_khau = forms.CharField(widget=forms.PasswordInput)


class DocThe(HTMLParser):
    """Tags with their attributes in any order, and texts without the space around them."""

    def __init__(self, html: str):
        super().__init__()
        self.cac_manh: list[tuple] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.cac_manh.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        self.cac_manh.append((tag,))

    def handle_data(self, data):
        if data.strip():
            self.cac_manh.append((data.strip(),))


@pytest.mark.parametrize(
    "du_lieu",
    [
        None,
        {"chon": "y", "chon_nhieu": ["3", "x"], "chu": "'><b>", "so": "1234", "dau": "on", "ngay": "sai", "gio": "8"},
    ],
    ids=["trống", "có dữ liệu"],
)
@pytest.mark.parametrize("ten", MoiKieu.base_fields)
def test_giong_mau_cua_django(ten, du_lieu):
    cua_django = str(MoiKieu(du_lieu, renderer=TemplatesSetting())[ten])

    cua_ta = str(MoiKieu(du_lieu, renderer=TrinhVe())[ten])

    assert DocThe(cua_ta).cac_manh == DocThe(cua_django).cac_manh
