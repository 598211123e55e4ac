from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator

from baocao.nhap_so.doc_tep import TEP_LON_NHAT
from tochuc.forms import tao_helper


class NhapSoForm(forms.Form):
    """The workbook and how to take it; what kind of file it really is is found by looking into it."""

    tep = forms.FileField(
        label="Tệp sổ (.xlsx)",
        help_text=f"Điền theo tệp mẫu, không có mật khẩu, tối đa {TEP_LON_NHAT // 1024 // 1024} MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        validators=[FileExtensionValidator(["xlsx"], "Chỉ nhận tệp Excel có đuôi .xlsx.")],
        error_messages={"required": "Xin chọn tệp sổ.", "empty": "Tệp rỗng."},
    )
    chi_kiem_tra = forms.BooleanField(
        label="Chỉ kiểm tra, chưa ghi vào phần mềm",
        help_text="Nêu mọi chỗ sai của tệp để sửa trước.",
        required=False,
        initial=True,
    )
    cap_nhat = forms.BooleanField(
        label="Cập nhật những dòng đã nhập mà nay có nội dung khác",
        help_text="Không chọn: dòng đã nhập mà nay khác nội dung bị báo lỗi, cả tệp không được ghi.",
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = tao_helper("tep", "chi_kiem_tra", "cap_nhat")

    def clean_tep(self):
        tep = self.cleaned_data["tep"]
        if tep.size > TEP_LON_NHAT:
            raise ValidationError(f"Tệp lớn hơn {TEP_LON_NHAT // 1024 // 1024} MB; tách sổ thành nhiều tệp.")
        return tep
