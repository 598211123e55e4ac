"""Protecting a denouncer, without a name."""

from typing import Any

from django import forms

from donthu.forms.khung import BuocForm, LyDoForm
from donthu.forms.truong import o_van_ban
from donthu.ly_do import BIEN_PHAP_BAO_VE, THOI_BAO_VE, LyDo
from donthu.models import BaoVe
from donthu.quy_trinh.buoc import Buoc

KHONG_GHI_TEN = "Không ghi họ tên, địa chỉ, chức vụ hay điều gì làm lộ người tố cáo, người được bảo vệ."


class DeNghiBaoVeForm(BuocForm):
    noi_dung = forms.CharField(
        label="Nội dung, lý do đề nghị",
        max_length=500,
        widget=o_van_ban(),
        error_messages={"required": "Xin ghi nội dung, lý do đề nghị bảo vệ."},
        help_text=f"Cần bảo vệ điều gì, vì nguy cơ nào. {KHONG_GHI_TEN} Bản đề nghị để trong phong bì niêm phong.",
    )
    khan = forms.BooleanField(label="Khẩn cấp: đề nghị trực tiếp hoặc qua điện thoại, văn bản gửi sau", required=False)

    field_order = ("noi_dung", "khan", "ngay")


class BaoVeForm(BuocForm):
    """Apply measures, or ask the body with power to do so."""

    quyet_dinh = forms.ChoiceField(
        label="Quyết định",
        choices=[(muc.value, muc.label) for muc in (BaoVe.QuyetDinh.AP_DUNG, BaoVe.QuyetDinh.CHUYEN)],
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn áp dụng biện pháp hoặc đề nghị cơ quan có thẩm quyền."},
    )
    bien_phap = forms.MultipleChoiceField(
        label="Biện pháp",
        choices=[(ly_do.ma, str(ly_do)) for ly_do in BIEN_PHAP_BAO_VE],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Xin chọn ít nhất một biện pháp."},
    )
    cu_the = forms.CharField(
        label="Cụ thể", max_length=250, required=False, widget=o_van_ban(3), help_text=KHONG_GHI_TEN
    )

    field_order = ("quyet_dinh", "bien_phap", "cu_the", "ngay")

    def tham_so(self) -> dict[str, Any]:
        tham_so = dict(self.cleaned_data)
        cac = "; ".join(muc.noi_dung for muc in BIEN_PHAP_BAO_VE if muc.ma in tham_so["bien_phap"])
        tham_so["bien_phap"] = ". ".join(phan for phan in (cac, tham_so.pop("cu_the")) if phan)
        return tham_so


class TuChoiBaoVeForm(BuocForm):
    ly_do = forms.CharField(
        label="Lý do không áp dụng",
        max_length=500,
        widget=o_van_ban(),
        error_messages={"required": "Xin ghi lý do: từ chối bảo vệ phải trả lời bằng văn bản, nêu rõ lý do."},
        help_text=f"Ghi vào văn bản trả lời. {KHONG_GHI_TEN}",
    )

    field_order = ("ly_do", "ngay")


class ThoiBaoVeForm(LyDoForm):
    def cac_ly_do(self) -> tuple[LyDo, ...]:
        return THOI_BAO_VE


CAC_FORM = {
    Buoc.DE_NGHI_BAO_VE: DeNghiBaoVeForm,
    Buoc.BAO_VE: BaoVeForm,
    Buoc.TU_CHOI_BAO_VE: TuChoiBaoVeForm,
    Buoc.THOI_BAO_VE: ThoiBaoVeForm,
}
