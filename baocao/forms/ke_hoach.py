"""Plans, their tasks, and how far a task is."""

from datetime import date

from crispy_forms.layout import Div
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from baocao.actions.ke_hoach import XONG
from baocao.forms.hoat_dong import don_vi_cua_trung_tam
from baocao.models import KeHoach, NhiemVu
from baocao.models.ke_hoach import NhomNhiemVu
from donthu.forms.tep import TEP_RONG, TruongCacTep, goi_y_tep
from tochuc.forms import NGAY_MUON_NHAT, NGAY_SOM_NHAT, CacMuc, TruongMuc, TruongNgay, hang_truong, tao_helper
from tochuc.models import NhanVien
from tochuc.vai_tro import Quyen


class KeHoachForm(forms.ModelForm):
    class Meta:
        model = KeHoach
        fields = ("ten", "so_ky_hieu", "ngay", "nam")
        field_classes = {"ngay": TruongNgay}
        help_texts = {"so_ky_hieu": "Ví dụ: 12/KH-TTYT."}
        error_messages = {
            "ten": {"required": "Xin ghi tên kế hoạch."},
            "ngay": {"required": "Xin ghi ngày ban hành."},
            "nam": {"required": "Xin ghi năm thực hiện.", "invalid": "Xin ghi năm bằng bốn chữ số."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        nam = self.fields["nam"]
        nam.validators = [MinValueValidator(NGAY_SOM_NHAT.year), MaxValueValidator(NGAY_MUON_NHAT.year)]
        self.helper = tao_helper("ten", hang_truong("so_ky_hieu", "ngay", "nam"))


class TruongNhieuDonVi(forms.ModelMultipleChoiceField):
    """Several units, ticked."""

    iterator = CacMuc
    widget = forms.CheckboxSelectMultiple


class NhiemVuForm(forms.ModelForm):
    """One task: words, units, days, what has to come of it."""

    class Meta:
        model = NhiemVu
        fields = ("nhom", "noi_dung", "don_vi", "ngay_giao", "han", "san_pham", "phoi_hop")
        field_classes = {
            "don_vi": TruongMuc,
            "phoi_hop": TruongNhieuDonVi,
            "ngay_giao": TruongNgay,
            "han": TruongNgay,
        }
        widgets = {"noi_dung": forms.Textarea(attrs={"rows": 3}), "phoi_hop": forms.CheckboxSelectMultiple}
        error_messages = {
            "nhom": {"required": "Xin chọn nhóm nhiệm vụ."},
            "noi_dung": {"required": "Xin ghi nhiệm vụ."},
            "don_vi": {"required": "Xin chọn đơn vị chủ trì."},
            "ngay_giao": {"required": "Xin ghi ngày giao."},
            "han": {"required": "Xin ghi hạn hoàn thành."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["don_vi"].queryset = don_vi_cua_trung_tam(self.instance.don_vi_id)
        self.fields["don_vi"].empty_label = "Chọn đơn vị"
        self.fields["nhom"].choices = [("", "Chọn nhóm"), *NhomNhiemVu.choices]
        self.fields["phoi_hop"].queryset = don_vi_cua_trung_tam()
        self.helper = tao_helper(
            "noi_dung", hang_truong("nhom", "don_vi"), hang_truong("ngay_giao", "han"), "san_pham", "phoi_hop"
        )

    def clean(self):
        du_lieu = super().clean()
        ngay_giao, han = du_lieu.get("ngay_giao"), du_lieu.get("han")
        if ngay_giao and han and han <= ngay_giao:
            self.add_error("han", "Hạn hoàn thành phải sau ngày giao.")
        return du_lieu


class CapNhatForm(forms.Form):
    """How far a task is. Only who keeps the registers says on which earlier day it was finished."""

    tien_do = forms.IntegerField(
        label="Tiến độ (%)",
        min_value=0,
        max_value=XONG,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text="Ghi 100 khi đã hoàn thành.",
        error_messages={
            "required": "Xin ghi tiến độ.",
            "invalid": "Xin ghi một số từ 0 đến 100.",
            "min_value": "Xin ghi một số từ 0 đến 100.",
            "max_value": "Xin ghi một số từ 0 đến 100.",
        },
    )
    noi_dung = forms.CharField(
        label="Đã làm được gì", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    minh_chung = forms.CharField(
        label="Minh chứng",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Số, ký hiệu văn bản, biên bản, số liệu. Bắt buộc khi hoàn thành.",
    )
    ngay_xong = TruongNgay(
        label="Ngày hoàn thành", required=False, help_text="Chỉ khi tiến độ 100%. Để trống là hôm nay."
    )
    cac_tep = TruongCacTep(label="Tệp minh chứng", required=False, error_messages={"empty": TEP_RONG})

    def __init__(self, *args, nhiem_vu: NhiemVu, nguoi: NhanVien, hom_nay: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.nhiem_vu, self.hom_nay = nhiem_vu, hom_nay
        self.fields["tien_do"].initial = nhiem_vu.tien_do
        self.fields["minh_chung"].initial = nhiem_vu.minh_chung
        self.fields["ngay_xong"].initial = nhiem_vu.ngay_xong
        self.fields["cac_tep"].help_text = goi_y_tep()
        if not nguoi.co_quyen(Quyen.NHAP_SO):
            del self.fields["ngay_xong"]
        self.helper = tao_helper(Div(*self.fields))

    def clean_cac_tep(self):
        return [tep for tep in self.cleaned_data["cac_tep"] if tep]

    def clean_ngay_xong(self):
        ngay = self.cleaned_data["ngay_xong"]
        if ngay and not self.nhiem_vu.ngay_giao <= ngay <= self.hom_nay:
            raise forms.ValidationError("Ngày hoàn thành từ ngày giao nhiệm vụ đến hôm nay.")
        return ngay

    def clean(self):
        du_lieu = super().clean()
        if du_lieu.get("tien_do") == XONG and not du_lieu.get("minh_chung"):
            self.add_error("minh_chung", "Hoàn thành nhiệm vụ phải ghi minh chứng.")
        return du_lieu


class TinhTrangNhiemVu(models.TextChoices):
    """How a task stands, to filter by."""

    CHUA_XONG = "chua_xong", "Chưa hoàn thành"
    QUA_HAN = "qua_han", "Quá hạn"
    DA_XONG = "da_xong", "Đã hoàn thành"


class LocNhiemVuForm(forms.Form):
    """Filters of the tasks of a plan."""

    don_vi = TruongMuc(label="Đơn vị", queryset=don_vi_cua_trung_tam(), empty_label="Mọi đơn vị", required=False)
    nhom = forms.ChoiceField(label="Nhóm", choices=[("", "Mọi nhóm"), *NhomNhiemVu.choices], required=False)
    tinh_trang = forms.ChoiceField(
        label="Tình trạng", choices=[("", "Mọi tình trạng"), *TinhTrangNhiemVu.choices], required=False
    )

    def __init__(self, *args, mot_don_vi: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if mot_don_vi:  # who sees the tasks of his own unit only
            del self.fields["don_vi"]
