"""What may be done at reception. Nothing else writes the register or the schedule."""

from tiepdan.actions.lich_tiep import (
    NAM_CUOI,
    NAM_DAU,
    cong_bo_lich,
    doi_lich,
    ghi_truc_tuyen,
    huy_lich,
    sua_lich,
    tao_lich_nam,
    them_lich,
)
from tiepdan.actions.loi_phieu import LoiPhieu
from tiepdan.actions.luot_tiep import SO_BIEN_NHAN, SO_LUOT, ghi_luot_tiep, ma_luot, sua_luot
from tiepdan.actions.nguoi_den import TRUONG_DANH_TINH
from tiepdan.actions.so_tiep import bao_tu_choi, bo_sung, khoa_ngay

__all__ = [
    "NAM_CUOI",
    "NAM_DAU",
    "SO_BIEN_NHAN",
    "SO_LUOT",
    "TRUONG_DANH_TINH",
    "LoiPhieu",
    "bao_tu_choi",
    "bo_sung",
    "cong_bo_lich",
    "doi_lich",
    "ghi_luot_tiep",
    "ghi_truc_tuyen",
    "huy_lich",
    "khoa_ngay",
    "ma_luot",
    "sua_lich",
    "sua_luot",
    "tao_lich_nam",
    "them_lich",
]
