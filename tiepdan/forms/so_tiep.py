"""Filters of the register, and what is added to a visit of a closed day."""

from django import forms
from django.utils import timezone

from donthu.forms.truong import o_van_ban
from donthu.phan_loai import LoaiDon
from tiepdan.hinh_thuc import HinhThuc, KetQuaTiep, NguoiTiep
from tochuc.forms import TruongNgay, hang_truong, tao_helper

TAT_CA = [("", "Tất cả")]
DOAN = [("1", "Đoàn đông người (từ 5 người)")]


class LocSoForm(forms.Form):
    """Which rows of the register: dates, who received, kind. Every number of form 01/TCD links here."""

    tu = TruongNgay(label="Từ ngày", required=False)
    den = TruongNgay(label="Đến ngày", required=False)
    nguoi_tiep = forms.ChoiceField(label="Người tiếp", choices=[*TAT_CA, *NguoiTiep.choices], required=False)
    loai = forms.ChoiceField(label="Loại khi tiếp", choices=[*TAT_CA, *LoaiDon.choices], required=False)
    hinh_thuc = forms.ChoiceField(label="Hình thức", choices=[*TAT_CA, *HinhThuc.choices], required=False)
    ket_qua = forms.ChoiceField(label="Kết quả tiếp", choices=[*TAT_CA, *KetQuaTiep.choices], required=False)
    doan = forms.ChoiceField(label="Số người", choices=[*TAT_CA, *DOAN], required=False)

    def clean(self):
        du_lieu = super().clean()
        tu, den = du_lieu.get("tu"), du_lieu.get("den")
        if tu and den and den < tu:
            self.add_error("den", "Đến ngày phải từ ngày bắt đầu trở đi.")
        return du_lieu


class BoSungForm(forms.Form):
    noi_dung = forms.CharField(
        label="Nội dung bổ sung, đính chính",
        max_length=1000,
        widget=o_van_ban(4),
        help_text="Ghi rõ đính chính điều gì, ví dụ: Số người là 3, không phải 2.",
        error_messages={"required": "Ghi nội dung bổ sung, đính chính."},
    )


class BaoTuChoiForm(forms.Form):
    """The written refusal was sent (Mẫu 01/TCD)."""

    so_van_ban = forms.CharField(
        label="Số thông báo",
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "12/TB-TTYT"}),
        help_text="Để trống thì phần mềm cấp số tiếp theo của sổ thông báo.",
    )
    ngay = TruongNgay(label="Ngày gửi")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ngay"].initial = timezone.localdate()
        self.helper = tao_helper(hang_truong("so_van_ban", "ngay"))
