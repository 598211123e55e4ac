from django import forms

from donthu.forms.tep import CHUA_CHON, TEP_RONG, TruongCacTep, goi_y_tep
from tochuc.forms import tao_helper


class TepKemForm(forms.Form):
    """Files of an activity or a statement."""

    cac_tep = TruongCacTep(label="Tệp", error_messages={"required": CHUA_CHON, "empty": TEP_RONG})

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cac_tep"].help_text = goi_y_tep()
        self.helper = tao_helper("cac_tep")
