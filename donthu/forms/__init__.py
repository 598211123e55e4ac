"""One form for each step; `FORM` is where the page of a step finds its own."""

from donthu.forms import (
    bao_ve,
    ben_le,
    giai_quyet,
    gui_cong_khai,
    khieu_nai,
    phan_loai,
    theo_doi,
    thu_ly,
    to_cao,
    xac_minh,
)
from donthu.forms.khung import BuocForm
from donthu.quy_trinh.buoc import Buoc

FORM: dict[Buoc, type[BuocForm]] = (
    phan_loai.CAC_FORM
    | thu_ly.CAC_FORM
    | giai_quyet.CAC_FORM
    | xac_minh.CAC_FORM
    | khieu_nai.CAC_FORM
    | to_cao.CAC_FORM
    | bao_ve.CAC_FORM
    | theo_doi.CAC_FORM
    | gui_cong_khai.CAC_FORM
    | ben_le.CAC_FORM
)

__all__ = ["FORM", "BuocForm"]
