"""The text of a report, one box a heading, and the words that go with a step of its life."""

from django import forms

from baocao.loi_van import DE_CUONG
from baocao.models import BaoCaoKy
from tochuc.forms import tao_helper

DAI_MUC = 8000


class LoiVanForm(forms.Form):
    """Boxes in the order of Mẫu số 02; a figure stands in them with its cell: 04{02/XLD:6}."""

    so_lan_sua = forms.IntegerField(widget=forms.HiddenInput)
    xac_nhan_khong = forms.MultipleChoiceField(
        label="Xác nhận không phát sinh", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, bao_cao: BaoCaoKy, bieu_rong: list[str], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["so_lan_sua"].initial = bao_cao.so_lan_sua
        if bieu_rong:
            self.fields["xac_nhan_khong"].choices = [(ma, f"Biểu {ma}: trong kỳ không phát sinh") for ma in bieu_rong]
            self.fields["xac_nhan_khong"].initial = bao_cao.xac_nhan_khong
        else:
            del self.fields["xac_nhan_khong"]
        for muc in DE_CUONG if bao_cao.ky.co_loi_van else ():
            if muc.co_van:
                chu = bao_cao.loi_van.get(muc.khoa, "")
                self.fields[ten_o(muc.khoa)] = forms.CharField(
                    label=f"{muc.khoa}. {muc.tieu_de}",
                    max_length=DAI_MUC,
                    required=False,
                    initial=chu,
                    widget=forms.Textarea(attrs={"rows": max(2, len(chu) // 90 + chu.count("\n") + 1)}),
                )
        self.helper = tao_helper(*self.fields)

    def tham_so(self) -> dict:
        """Arguments of `luu_loi_van`."""
        du_lieu = self.cleaned_data
        return {
            "so_lan_sua": du_lieu["so_lan_sua"],
            "xac_nhan_khong": du_lieu.get("xac_nhan_khong", []),
            "loi_van": {
                muc.khoa: du_lieu[ten_o(muc.khoa)].replace("\r\n", "\n")
                for muc in DE_CUONG
                if ten_o(muc.khoa) in du_lieu
            },
        }


class GhiChuBuocForm(forms.Form):
    """What is said with a step: a reason, a comment, how it was sent."""

    ghi_chu = forms.CharField(label="Ghi chú", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}))


def ten_o(khoa: str) -> str:
    """Name of the box of a heading: "II.3.a" → "muc_II_3_a"."""
    return f"muc_{khoa.replace('.', '_')}"
