from django import forms

from baocao.models import MinhChung
from baocao.models.minh_chung import LOAI_TUNG_LAN, TRUONG_MO_HOM_THU, LoaiMinhChung
from tochuc.forms import TruongNgay, hang_truong, khi_la, tao_helper

SAU_HOM_NAY = "Ngày này chưa đến. Xin ghi khi việc đã làm, văn bản đã ban hành."
CO_HET_HAN = tuple(loai for loai in LoaiMinhChung if loai not in LOAI_TUNG_LAN)
CO_CAN_CU = (LoaiMinhChung.NOI_QUY, LoaiMinhChung.QUY_CHE, LoaiMinhChung.PHAN_CONG)


class MinhChungForm(forms.ModelForm):
    """One statement. `hom_nay` is the last day that may be written."""

    class Meta:
        model = MinhChung
        fields = ("loai", "so_ky_hieu", "ngay", "het_han", "noi_dung", "can_cu", *TRUONG_MO_HOM_THU)
        field_classes = dict.fromkeys(("ngay", "het_han"), TruongNgay)
        widgets = dict.fromkeys(("noi_dung", "can_cu"), forms.Textarea(attrs={"rows": 3}))
        help_texts = {
            "het_han": "Để trống khi văn bản không ghi thời hạn.",
            "can_cu": "Ghi số của từng văn bản, ví dụ Nghị định 154/2026/NĐ-CP. Phần mềm báo văn bản đã hết hiệu lực.",
        }
        error_messages = {
            "loai": {"required": "Xin chọn loại minh chứng."},
            "ngay": {"required": "Xin ghi ngày ban hành hoặc ngày thực hiện."},
        }

    def __init__(self, *args, hom_nay, **kwargs):
        super().__init__(*args, **kwargs)
        self.hom_nay = hom_nay
        self.fields["loai"].choices = [("", "Chọn loại"), *LoaiMinhChung.choices]
        self.helper = tao_helper(
            "loai",
            hang_truong("so_ky_hieu", "ngay"),
            khi_la("loai", CO_HET_HAN, "het_han"),
            khi_la("loai", (LoaiMinhChung.MO_HOM_THU,), hang_truong(*TRUONG_MO_HOM_THU)),
            "noi_dung",
            khi_la("loai", CO_CAN_CU, "can_cu"),
        )

    def clean_ngay(self):
        ngay = self.cleaned_data["ngay"]
        if ngay > self.hom_nay:
            raise forms.ValidationError(SAU_HOM_NAY)
        return ngay
