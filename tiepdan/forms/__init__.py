"""Forms of reception: fields, their words and their order. They never save."""

from tiepdan.forms.lich_tiep import (
    ChiTietLichForm,
    DoiLichForm,
    HuyLichForm,
    TaoLichForm,
    ThemLichForm,
    TrucTuyenForm,
)
from tiepdan.forms.luot_tiep import LuotTiepForm, TaiLieuFormSet, tai_lieu_da_nhan
from tiepdan.forms.so_tiep import BaoTuChoiForm, BoSungForm, LocSoForm

__all__ = [
    "BaoTuChoiForm",
    "BoSungForm",
    "ChiTietLichForm",
    "DoiLichForm",
    "HuyLichForm",
    "LocSoForm",
    "LuotTiepForm",
    "TaiLieuFormSet",
    "TaoLichForm",
    "ThemLichForm",
    "TrucTuyenForm",
    "tai_lieu_da_nhan",
]
