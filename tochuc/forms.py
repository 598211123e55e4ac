"""Forms of signing in and of the set-up: fields, their words and their order. They never save."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db.models import Q
from django.forms.models import ModelChoiceIterator

from tochuc.actions import cay_duoi, kiem_vai_tro
from tochuc.lich import THU_BAY, LoaiNgayNghi
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, DonVi, NgayNghi, NhanVien
from tochuc.models.don_vi import LoaiDonVi
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.vai_tro import VaiTro

NGAY_SOM_NHAT, NGAY_MUON_NHAT = date(2000, 1, 1), date(2100, 12, 31)
SAI_NGAY = {
    "invalid": "Xin nhập ngày theo dạng ngày/tháng/năm, ví dụ 02/12/2026.",
    "min_value": "Năm phải từ 2000 đến 2100.",
    "max_value": "Năm phải từ 2000 đến 2100.",
}


class ONgay(forms.DateInput):
    """A date typed as dd/mm/yyyy: the browser's own date box would show month first on a machine set to English."""

    def __init__(self):
        super().__init__(
            format="%d/%m/%Y", attrs={"placeholder": "dd/mm/yyyy", "inputmode": "numeric", "autocomplete": "off"}
        )


class TruongNgay(forms.DateField):
    """A day of our time: a year mistyped as 0206 or 20266 is a mistake, not a date."""

    widget = ONgay
    default_error_messages = SAI_NGAY
    default_validators = [MinValueValidator(NGAY_SOM_NHAT), MaxValueValidator(NGAY_MUON_NHAT)]


class CacMuc(ModelChoiceIterator):
    """Rows to choose from, read once. Django reads them through a cursor on the server, and once more to see whether
    the first of them is empty."""

    def __iter__(self):
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        yield from map(self.choice, self.queryset)


class TruongMuc(forms.ModelChoiceField):
    """A choice of one row of a short table."""

    iterator = CacMuc


def truong_doi(form: forms.Form) -> dict[str, Any]:
    """What the person changed; what he left alone is not written again over somebody else's change."""
    return {ten: form.cleaned_data[ten] for ten in form.changed_data}


def tao_helper(*khoi) -> FormHelper:
    """Layout without the form tag, which the page writes."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*khoi)
    return helper


def nhom_truong(tieu_de: str, *truong) -> Fieldset:
    """Fields that belong together, under their heading."""
    return Fieldset(tieu_de, *truong, css_class="nhom-truong")


def hang_truong(*truong: str) -> Div:
    """Fields side by side where there is room."""
    return Div(*truong, css_class="luoi-truong")


def khi_la(ten: str, cac_gia_tri: Iterable[str], *truong: str | Div) -> Div:
    """Parts of a form that only these values of the field `ten` have; without script they all show (an-hien.js)."""
    return Div(*truong, **{"data-khi": f"{ten}={','.join(cac_gia_tri)}"})


# --- Signing in ------------------------------------------------------------------------------------------------------


class DangNhapForm(AuthenticationForm):
    error_messages = {
        "invalid_login": "Tên đăng nhập hoặc mật khẩu không đúng. Xin xem lại chữ hoa, chữ thường và bộ gõ tiếng Việt.",
        "inactive": "Tài khoản này đã ngừng sử dụng.",
    }


class MatKhauMoiForm(SetPasswordForm):
    """A new password in place of one that somebody else gave."""

    error_messages = {"password_mismatch": "Hai lần nhập mật khẩu mới không giống nhau."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new_password2"].label = "Nhập lại mật khẩu mới"
        self.fields["new_password2"].help_text = ""

    def clean_new_password1(self):
        mat_khau = self.cleaned_data["new_password1"]
        if self.user.check_password(mat_khau):
            raise ValidationError("Mật khẩu mới phải khác mật khẩu đang dùng.")
        return mat_khau


class DoiMatKhauForm(MatKhauMoiForm, PasswordChangeForm):
    error_messages = MatKhauMoiForm.error_messages | {"password_incorrect": "Mật khẩu đang dùng không đúng."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = "Mật khẩu đang dùng"


# --- The centre ------------------------------------------------------------------------------------------------------


class CauHinhForm(forms.ModelForm):
    class Meta:
        model = CauHinh
        exclude = ()  # noqa: DJ006 - one row of settings, each field of which is edited here
        error_messages = {
            "ngay_nop_bao_cao": {
                "invalid": "Xin nhập một ngày từ 14 đến 17.",
                "min_value": "Ngày nộp báo cáo từ 14 đến 17.",
                "max_value": "Ngày nộp báo cáo từ 14 đến 17.",
            },
            "han_kien_nghi_phan_anh": {
                "invalid": "Xin nhập số ngày từ 1 đến 44.",
                "min_value": "Hạn nội bộ từ 1 đến 44 ngày.",
                "max_value": "Hạn nội bộ từ 1 đến 44 ngày.",
            },
            "thu_dien_tu": {"invalid": "Xin nhập địa chỉ thư dạng ten@co-quan.vn."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = tao_helper(
            nhom_truong(
                "Tên gọi trên văn bản",
                hang_truong("co_quan_chu_quan", "ten_co_quan"),
                hang_truong("ky_hieu", "dia_danh"),
                hang_truong("chuc_danh_dung_dau", "nguoi_dung_dau"),
            ),
            nhom_truong(
                "Liên hệ",
                "dia_chi",
                hang_truong("duong_day_nong", "duong_day_nong_so"),
                "thu_dien_tu",
            ),
            nhom_truong("Tiếp công dân", "dia_diem_tiep", "gio_tiep"),
            nhom_truong("Thời hạn do Trung tâm ấn định", hang_truong("ngay_nop_bao_cao", "han_kien_nghi_phan_anh")),
        )


class DonViForm(forms.ModelForm):
    class Meta:
        model = DonVi
        fields = ("ma", "ten", "loai", "cha", "duoc_giao", "co_hom_thu", "gui_bao_cao")
        error_messages = {"ma": {"unique": "Mã này đã dùng cho đơn vị khác."}}
        help_texts = {"ma": "Ngắn, không dấu; dùng khi nhập sổ cũ từ tệp Excel."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cha"].empty_label = "(không trực thuộc đơn vị nào)"
        cac_cha = DonVi.objects.filter(Q(hoat_dong=True) | Q(pk=self.instance.cha_id)).exclude(loai=LoaiDonVi.NGOAI)
        self.fields["cha"].queryset = (
            cac_cha.exclude(pk__in=cay_duoi(self.instance.pk)) if self.instance.pk else cac_cha
        )
        self.helper = tao_helper(
            hang_truong("ten", "ma"), hang_truong("loai", "cha"), hang_truong("duoc_giao", "co_hom_thu", "gui_bao_cao")
        )

    def clean(self):
        du_lieu = super().clean()
        if du_lieu.get("loai") == LoaiDonVi.NGOAI:
            for ten in ("cha", "duoc_giao", "co_hom_thu"):
                if du_lieu.get(ten):
                    self.add_error(ten, "Không dùng cho cơ quan ngoài Trung tâm.")
        return du_lieu


# --- Staff -----------------------------------------------------------------------------------------------------------


class NhanVienForm(forms.ModelForm):
    vai_tro = forms.MultipleChoiceField(
        label="Vai trò",
        choices=VaiTro.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Xin chọn ít nhất một vai trò."},
    )

    class Meta:
        model = NhanVien
        fields = ("ho_ten", "chuc_vu", "don_vi", "email", "username")
        error_messages = {"email": {"invalid": "Xin nhập địa chỉ thư dạng ten@co-quan.vn."}}
        help_texts = {
            "username": "Chữ thường không dấu, chữ số, dấu chấm, gạch nối; ví dụ: lan.nguyen",
            "email": "Để nhận nhắc việc.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["vai_tro"].initial = sorted(self.instance.tap_vai_tro)
        self.fields["username"].validators.append(
            RegexValidator(r"^[a-z0-9._-]{3,}$", "Ít nhất 3 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch.")
        )
        self.fields["don_vi"].empty_label = "(không thuộc đơn vị nào)"
        self.fields["don_vi"].queryset = DonVi.objects.filter(
            Q(hoat_dong=True) | Q(pk=self.instance.don_vi_id)
        ).exclude(loai=LoaiDonVi.NGOAI)
        self.helper = tao_helper(
            hang_truong("ho_ten", "chuc_vu"), hang_truong("don_vi", "email"), hang_truong("username"), "vai_tro"
        )

    def clean(self):
        du_lieu = super().clean()
        if du_lieu.get("vai_tro") and "don_vi" in du_lieu:
            try:
                kiem_vai_tro(map(VaiTro, du_lieu["vai_tro"]), du_lieu["don_vi"])
            except LoiNghiepVu as loi:
                self.add_error("vai_tro", str(loi))
        return du_lieu


class LocNhanVienForm(forms.Form):
    q = forms.CharField(label="Họ tên hoặc tên đăng nhập", required=False)
    vai_tro = forms.ChoiceField(label="Vai trò", choices=[("", "Mọi vai trò"), *VaiTro.choices], required=False)
    don_vi = TruongMuc(
        label="Đơn vị",
        queryset=DonVi.objects.exclude(loai=LoaiDonVi.NGOAI),
        empty_label="Mọi đơn vị",
        required=False,
    )
    trang_thai = forms.ChoiceField(
        label="Tài khoản",
        choices=[("", "Đang làm việc"), ("ngung", "Đã ngừng"), ("tat_ca", "Tất cả")],
        required=False,
    )


# --- Days off, log ---------------------------------------------------------------------------------------------------


class NgayNghiForm(forms.ModelForm):
    class Meta:
        model = NgayNghi
        fields = ("ngay", "loai", "ten", "so_van_ban", "da_xac_nhan")
        field_classes = {"ngay": TruongNgay}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = tao_helper(hang_truong("ngay", "loai"), "ten", "so_van_ban", "da_xac_nhan")

    def clean(self):
        du_lieu = super().clean()
        ngay, loai = du_lieu.get("ngay"), du_lieu.get("loai")
        if ngay and loai:
            cuoi_tuan = ngay.weekday() >= THU_BAY
            if loai == LoaiNgayNghi.LAM_BU and not cuoi_tuan:
                self.add_error("ngay", "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.")
            if loai != LoaiNgayNghi.LAM_BU and cuoi_tuan:
                self.add_error("ngay", "Thứ Bảy, Chủ nhật đã là ngày nghỉ hằng tuần; xin ghi ngày nghỉ bù nếu có.")
        return du_lieu


class LocNhatKyForm(forms.Form):
    nguoi = TruongMuc(label="Người thực hiện", queryset=NhanVien.objects.all(), empty_label="Mọi người", required=False)
    viec = forms.ChoiceField(label="Việc", choices=[("", "Mọi việc"), *ViecNhatKy.choices], required=False)
    tu_ngay = TruongNgay(label="Từ ngày", required=False)
    den_ngay = TruongNgay(label="Đến ngày", required=False)
    doi_tuong = forms.CharField(
        label="Đối tượng", help_text="Ghi đúng như cột Đối tượng, ví dụ nhan_vien:5", required=False
    )
