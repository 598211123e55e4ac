"""What every step's form has: the day, the number of the step the page knew of, and the arguments of its action."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from donthu.forms.truong import lua_chon_ly_do, o_van_ban
from donthu.ly_do import LyDo
from donthu.models import DonThu
from tochuc.forms import TruongNgay, tao_helper
from tochuc.models import NhanVien

DAI_GHI_CHU = 1000  # characters that the trail keeps of a note
LY_DO_CU_THE = 300  # with the longest ground it still fits the 500 of the column


class ViecForm(forms.Form):
    """Something done to one petition on one day. Knows fields and words, not states: whether it may be done, the action
    says."""

    ngay = TruongNgay(label="Ngày thực hiện", help_text="Ngày ghi trên văn bản hoặc ngày việc đã làm.")

    def __init__(self, *args, don: DonThu, nguoi: NhanVien | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.don = don
        self.nguoi = nguoi
        if "ngay" in self.fields:
            self.fields["ngay"].initial = timezone.localdate()
        self.chuan_bi()
        self.helper = tao_helper(*self.bo_cuc())

    def chuan_bi(self) -> None:
        """Fill choices and first values from the petition."""

    def bo_cuc(self) -> tuple:
        """Rows of the layout; the fields in their order where nothing else is said."""
        return tuple(self.fields)

    def clean_ngay(self):
        ngay = self.cleaned_data["ngay"]
        if ngay > timezone.localdate():
            raise ValidationError("Ngày thực hiện không được sau ngày hôm nay.")
        return ngay

    def tham_so(self) -> dict[str, Any]:
        """Arguments of the action, by name."""
        return dict(self.cleaned_data)


class BuocForm(ViecForm):
    """One step of one petition, with the number of the step that the page knew of."""

    so_buoc = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, don: DonThu, nguoi: NhanVien | None = None, **kwargs):
        super().__init__(*args, don=don, nguoi=nguoi, **kwargs)
        self.fields["so_buoc"].initial = don.so_buoc
        self.helper = tao_helper(*self.bo_cuc(), "so_buoc")

    @property
    def luu_y(self) -> tuple[str, ...]:
        """Sentences to read before filling in: what the machine computed and the person decides."""
        return ()

    def bo_cuc(self) -> tuple:
        return tuple(ten for ten in self.fields if ten != "so_buoc")


class GhiChuForm(BuocForm):
    """A step of which only the day and perhaps a note are said."""

    ghi_chu = forms.CharField(
        label="Ghi chú",
        max_length=DAI_GHI_CHU,
        required=False,
        widget=o_van_ban(3),
        help_text="Không sửa, không xóa được về sau: không ghi tên, địa chỉ, số điện thoại người gửi.",
    )

    field_order = ("ghi_chu", "ngay")


class GhiNhanForm(BuocForm):
    """A step told in words: which question the words answer stands on each form below."""

    HOI = ""
    GOI_Y = ""
    HOI_NGAY = ""

    ghi_chu = forms.CharField(
        max_length=DAI_GHI_CHU, widget=o_van_ban(3), error_messages={"required": "Xin ghi nội dung này."}
    )

    field_order = ("ghi_chu", "ngay")

    def chuan_bi(self) -> None:
        self.fields["ghi_chu"].label = self.HOI
        self.fields["ghi_chu"].help_text = self.GOI_Y
        if self.HOI_NGAY:
            self.fields["ngay"].label = self.HOI_NGAY


class LyDoForm(BuocForm):
    """A step that needs a ground: one of the law's list, explained for this case. Both are kept as one sentence."""

    muc_ly_do = forms.ChoiceField(label="Căn cứ", error_messages={"required": "Xin chọn căn cứ."})
    ly_do = forms.CharField(
        label="Lý do cụ thể",
        max_length=LY_DO_CU_THE,
        required=False,
        widget=o_van_ban(3),
        help_text="Ghi vào văn bản gửi đi.",
    )

    field_order = ("muc_ly_do", "ly_do", "ngay")

    def cac_ly_do(self) -> tuple[LyDo, ...]:
        raise NotImplementedError

    def chuan_bi(self) -> None:
        self.fields["muc_ly_do"].choices = lua_chon_ly_do(self.cac_ly_do())

    def tham_so(self) -> dict[str, Any]:
        tham_so = dict(self.cleaned_data)
        return tham_so | {"ly_do": ghep_ly_do(self.cac_ly_do(), tham_so.pop("muc_ly_do"), tham_so["ly_do"])}


def ghep_ly_do(cac_ly_do: tuple[LyDo, ...], ma: str, cu_the: str) -> str:
    """One sentence: the ground with its article, and what it is in this case."""
    ly_do = next((str(muc) for muc in cac_ly_do if muc.ma == ma), "")
    return ". ".join(phan.strip().rstrip(".") for phan in (ly_do, cu_the) if phan.strip())
