"""The text of a report, one box a heading, and the words that go with a step of its life."""

from django import forms
from django.core.exceptions import ValidationError

from baocao.bieu_mau import SoLieu
from baocao.loi_van import DE_CUONG, MucDeCuong, dau_sai
from baocao.models import BaoCaoKy

DAI_MUC = 8000
CHU_MOT_DONG = 90


class LoiVanForm(forms.Form):
    """Boxes in the order of Mẫu số 02; a figure stands in them with its cell: 04{02/XLD:6}."""

    so_lan_sua = forms.IntegerField(widget=forms.HiddenInput)
    xac_nhan_khong = forms.MultipleChoiceField(
        label="Xác nhận không phát sinh", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, bao_cao: BaoCaoKy, bieu_rong: list[str], so_lieu: SoLieu, **kwargs):
        super().__init__(*args, **kwargs)
        self.so_lieu = so_lieu
        self.fields["so_lan_sua"].initial = bao_cao.so_lan_sua
        if bieu_rong:
            self.fields["xac_nhan_khong"].choices = [(ma, f"Biểu {ma}: trong kỳ không phát sinh") for ma in bieu_rong]
            self.fields["xac_nhan_khong"].initial = bao_cao.xac_nhan_khong
        else:
            del self.fields["xac_nhan_khong"]
        self.cac_muc = [muc for muc in DE_CUONG if muc.co_van] if bao_cao.ky.co_loi_van else []
        for muc in self.cac_muc:
            self.fields[ten_o(muc)] = self._o(muc, bao_cao.loi_van.get(muc.khoa, ""))

    def _o(self, muc: MucDeCuong, chu: str) -> forms.CharField:
        so_dong = sum(len(dong) // CHU_MOT_DONG + 1 for dong in chu.splitlines())
        return forms.CharField(
            label=f"Nội dung mục {muc.khoa}",
            max_length=DAI_MUC,
            required=False,
            initial=chu,
            validators=[self._kiem_dau],
            widget=forms.Textarea(attrs={"rows": max(3, so_dong), "class": "o-loi-van"}),
        )

    def _kiem_dau(self, chu: str) -> None:
        """Braces that are no figure would be printed as they stand."""
        if sai := dau_sai(chu, self.so_lieu):
            raise ValidationError(
                f"Không hiểu “{sai[0]}”: dấu {{ }} chỉ đứng ngay sau một con số, ghi ô của biểu, ví dụ 04{{02/XLD:6}}."
            )

    def tham_so(self) -> dict:
        """Arguments of `luu_loi_van`."""
        du_lieu = self.cleaned_data
        return {
            "so_lan_sua": du_lieu["so_lan_sua"],
            "xac_nhan_khong": du_lieu.get("xac_nhan_khong", []),
            "loi_van": {muc.khoa: du_lieu[ten_o(muc)].replace("\r\n", "\n") for muc in self.cac_muc},
        }


class GhiChuBuocForm(forms.Form):
    """What is said with a step: a reason, a comment, how it was sent."""

    ghi_chu = forms.CharField(label="Ghi chú", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}))


def ten_o(muc: MucDeCuong) -> str:
    """Name of the box of a heading: "II.3.a" → "muc_II_3_a"."""
    return f"muc_{muc.neo}"
