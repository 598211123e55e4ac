"""Sending files to a petition, and taking one out again."""

from django import forms
from django.conf import settings

from donthu.actions.tep import LyDoGo
from donthu.models import DonThu, MucTep
from donthu.phan_loai import LoaiDon
from tochuc.forms import tao_helper
from tochuc.nhan_tep import SO_TEP_MOT_LAN
from tochuc.tep import mo_ta_dinh_dang

CHUA_CHON = "Xin chọn tệp."
TEP_RONG = "Tệp rỗng."


class OChonTep(forms.FileInput):
    allow_multiple_selected = True

    def __init__(self):
        super().__init__(attrs={"accept": mo_ta_dinh_dang(), "multiple": True})


class TruongCacTep(forms.FileField):
    """Several files; the value is a list."""

    widget = OChonTep

    def clean(self, data, initial=None):
        cac_tep = data or [None]
        return [super(TruongCacTep, self).clean(tep, initial) for tep in cac_tep]


def goi_y_tep() -> str:
    """What may be sent, in words for beside the box."""
    return (
        f"PDF, ảnh JPEG, PNG, WebP, tệp DOCX, XLSX; mỗi tệp tối đa {settings.TEP_TOI_DA_MB} MB, "
        f"mỗi lần tối đa {SO_TEP_MOT_LAN} tệp."
    )


class TepForm(forms.Form):
    """Files of one kind. For a tố cáo the person confirms that nothing in them tells who wrote."""

    muc = forms.ChoiceField(label="Loại tài liệu", choices=MucTep)
    cac_tep = TruongCacTep(label="Tệp", error_messages={"required": CHUA_CHON, "empty": TEP_RONG})
    da_che = forms.BooleanField(
        label="Tôi đã xem từng trang: tệp là bản đánh máy đã xóa hết thông tin về người tố cáo",
        help_text="Xóa hẳn chữ, không vẽ ô đen đè lên: chữ nằm dưới ô đen vẫn chép ra được.",
        error_messages={"required": "Xin xem lại tệp và xác nhận đã che danh tính người tố cáo."},
    )

    def __init__(self, *args, don: DonThu, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cac_tep"].help_text = goi_y_tep()
        if don.loai != LoaiDon.TO_CAO:
            del self.fields["da_che"]
        self.helper = tao_helper(*self.fields)


class TuChoiBaoMatForm(forms.Form):
    """The signed page by which a denouncer refuses to have his identity kept secret."""

    tep = forms.FileField(
        label="Bản giấy có chữ ký của người tố cáo, đã quét",
        widget=forms.FileInput(attrs={"accept": mo_ta_dinh_dang()}),
        error_messages={"required": CHUA_CHON, "empty": TEP_RONG},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tep"].help_text = f"PDF hoặc ảnh, tối đa {settings.TEP_TOI_DA_MB} MB."
        self.helper = tao_helper("tep")


class GoTepForm(forms.Form):
    ly_do = forms.ChoiceField(label="Lý do gỡ", choices=LyDoGo)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = tao_helper("ly_do")
