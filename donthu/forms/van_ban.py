"""The form of a document, made from its row in the table; and what is said when a draft is passed on."""

from collections.abc import Collection
from functools import cache

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.utils import timezone

from donthu.forms.truong import o_van_ban
from donthu.models import BanThao, DonThu
from donthu.phan_loai import LoaiDon
from donthu.van_ban import BANG_KE, DANH_SACH, DOAN_VAN, NGAN_O, NGAY_THANG, Truong, VanBan
from tochuc.forms import TruongNgay, tao_helper

DAI_CHU, DAI_DOAN = 500, 20_000
SO_HANG = {DOAN_VAN: 4, DANH_SACH: 3, BANG_KE: 5}
DAI_Y_KIEN = 1000


class NoiDungForm(forms.Form):
    """Fields of one document. What is empty may be saved; `chua_du` says what must be there before it goes on."""

    truong_bat_buoc: tuple[Truong, ...] = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = tao_helper(*self.fields)

    def gia_tri(self) -> dict[str, str]:
        """Texts of the fields, as the person typed them."""
        return {ten: _dong_unix(chu) for ten, chu in self.cleaned_data.items()}

    def gia_tri_tho(self) -> dict[str, str]:
        """The same while he is still typing, valid or not."""
        return {ten: _dong_unix(self.data.get(ten, ""))[:DAI_DOAN] for ten in self.fields}

    def chua_du(self) -> bool:
        """Mark required fields that are empty; whether there are any."""
        thieu = [truong for truong in self.truong_bat_buoc if not self.cleaned_data.get(truong.ten, "").strip()]
        for truong in thieu:
            self.add_error(truong.ten, "Xin ghi mục này trước khi trình hoặc ký.")
        return bool(thieu)


def _dong_unix(chu: str) -> str:
    """Browsers send the lines of a text with CR LF."""
    return chu.replace("\r\n", "\n")


@cache
def lop_form(van_ban: VanBan) -> type[NoiDungForm]:
    """The form class of one version of one document."""
    cac_o = {truong.ten: _o_nhap(truong) for truong in van_ban.truong}
    bat_buoc = tuple(truong for truong in van_ban.truong if truong.bat_buoc)
    return type("NoiDungForm", (NoiDungForm,), cac_o | {"truong_bat_buoc": bat_buoc})


def _o_nhap(truong: Truong) -> forms.CharField:
    """A doubtful field says so to the person, and stays hers to change."""
    goi_y = [truong.goi_y]
    if truong.kieu == DANH_SACH and not truong.goi_y:
        goi_y.append("Mỗi mục một dòng.")
    if truong.kieu == BANG_KE:
        goi_y.append(f"Mỗi hàng một dòng, các cột cách nhau bằng “{NGAN_O.strip()}”: {NGAN_O.join(truong.cot)}.")
    if truong.nghi_van:
        goi_y.append(f"Cần kiểm tra: {truong.nghi_van}")
    o_chu = forms.CharField(
        label=truong.nhan,
        required=False,
        help_text=" ".join(chu for chu in goi_y if chu),
        max_length=DAI_DOAN if truong.kieu in SO_HANG else DAI_CHU,
    )
    if truong.kieu in SO_HANG:
        o_chu.widget = o_van_ban(SO_HANG[truong.kieu])
        o_chu.widget.attrs["maxlength"] = DAI_DOAN
    elif truong.kieu == NGAY_THANG:
        o_chu.widget.attrs |= {"placeholder": "dd/mm/yyyy", "inputmode": "numeric", "autocomplete": "off"}
    return o_chu


class ChuyenForm(forms.Form):
    """What goes with the words of a draft: the version the person read, and what he says when he passes it on."""

    phien_ban = forms.IntegerField(widget=forms.HiddenInput)
    y_kien = forms.CharField(
        label="Ý kiến",
        max_length=DAI_Y_KIEN,
        required=False,
        widget=o_van_ban(3),
        help_text="Bắt buộc khi trả lại; người nhận dự thảo đọc được.",
    )
    ngay = TruongNgay(label="Ngày văn bản", required=False, help_text="Số được cấp theo thứ tự khi ký ban hành.")

    def __init__(self, *args, ban_thao: BanThao, cac_viec: Collection[str], **kwargs):
        super().__init__(*args, prefix="chuyen", **kwargs)
        self.fields["phien_ban"].initial = ban_thao.phien_ban
        self.fields["ngay"].initial = timezone.localdate()
        if "ky" not in cac_viec:
            del self.fields["ngay"]
        self.helper = tao_helper(*self.fields)

    def clean_ngay(self):
        ngay = self.cleaned_data["ngay"]
        if ngay and ngay > timezone.localdate():
            raise ValidationError("Ngày văn bản không được sau ngày hôm nay.")
        return ngay


class BanChinhForm(forms.Form):
    """The changed Word file of an issued document."""

    tep = forms.FileField(
        label="Tệp Word đã sửa",
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        validators=[FileExtensionValidator(["docx"], "Xin chọn tệp Word (.docx).")],
        help_text="Số, ký hiệu và ngày của văn bản giữ nguyên. Chỉ thay được một lần, trước khi gửi văn bản.",
        error_messages={"required": "Xin chọn tệp.", "empty": "Tệp rỗng."},
    )
    da_che = forms.BooleanField(
        label="Tôi đã xem từng trang: tệp không có thông tin nào về người tố cáo",
        error_messages={"required": "Xin xem lại tệp và xác nhận không có thông tin về người tố cáo."},
    )

    def __init__(self, *args, don: DonThu, **kwargs):
        super().__init__(*args, **kwargs)
        if don.loai != LoaiDon.TO_CAO:
            del self.fields["da_che"]
        self.helper = tao_helper(*self.fields)
