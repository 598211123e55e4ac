"""What may be done to a petition. Nothing else writes one."""

from donthu.actions import (
    bao_ve,
    ben_le,
    giai_quyet,
    gui_cong_khai,
    khieu_nai,
    phan_loai,
    rut_don,
    theo_doi,
    to_cao,
    xac_minh,
)
from donthu.actions.khung import cac_buoc_duoc_lam, kiem_tra
from donthu.actions.tiep_nhan import tiep_nhan_don

THUC_HIEN = (
    phan_loai.CAC_BUOC
    | giai_quyet.CAC_BUOC
    | xac_minh.CAC_BUOC
    | khieu_nai.CAC_BUOC
    | to_cao.CAC_BUOC
    | bao_ve.CAC_BUOC
    | theo_doi.CAC_BUOC
    | gui_cong_khai.CAC_BUOC
    | rut_don.CAC_BUOC
    | ben_le.CAC_BUOC
)

__all__ = ["THUC_HIEN", "cac_buoc_duoc_lam", "kiem_tra", "tiep_nhan_don"]
