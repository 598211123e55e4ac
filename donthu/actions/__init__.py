"""What may be done to a petition. Nothing else writes one."""

from donthu.actions.giai_quyet import (
    ban_hanh,
    bao_cao_ket_qua,
    giao_don_vi,
    khong_thu_ly,
    thu_ly,
    yeu_cau_bo_sung,
)
from donthu.actions.khung import cac_buoc_duoc_lam, kiem_tra
from donthu.actions.phan_loai import chuyen_don, huong_dan, luu_don, phan_loai, trinh_thu_ly
from donthu.actions.theo_doi import (
    cong_khai,
    dinh_chi,
    gia_han,
    gui_van_ban,
    ket_thuc,
    tam_dinh_chi,
    thi_hanh,
    thi_hanh_xong,
    thong_bao,
    tiep_tuc,
    xu_ly_ket_luan,
)
from donthu.actions.tiep_nhan import tiep_nhan_don
from donthu.quy_trinh.buoc import Buoc

THUC_HIEN = {
    Buoc.PHAN_LOAI: phan_loai,
    Buoc.HUONG_DAN: huong_dan,
    Buoc.CHUYEN_DON: chuyen_don,
    Buoc.LUU_DON: luu_don,
    Buoc.TRINH_THU_LY: trinh_thu_ly,
    Buoc.THU_LY: thu_ly,
    Buoc.KHONG_THU_LY: khong_thu_ly,
    Buoc.GIAO_DON_VI: giao_don_vi,
    Buoc.BAO_CAO_KET_QUA: bao_cao_ket_qua,
    Buoc.YEU_CAU_BO_SUNG: yeu_cau_bo_sung,
    Buoc.BAN_HANH: ban_hanh,
    Buoc.THONG_BAO: thong_bao,
    Buoc.GUI_VAN_BAN: gui_van_ban,
    Buoc.CONG_KHAI: cong_khai,
    Buoc.XU_LY_KET_LUAN: xu_ly_ket_luan,
    Buoc.THI_HANH: thi_hanh,
    Buoc.THI_HANH_XONG: thi_hanh_xong,
    Buoc.KET_THUC: ket_thuc,
    Buoc.GIA_HAN: gia_han,
    Buoc.TAM_DINH_CHI: tam_dinh_chi,
    Buoc.TIEP_TUC: tiep_tuc,
    Buoc.DINH_CHI: dinh_chi,
}

__all__ = ["THUC_HIEN", "cac_buoc_duoc_lam", "kiem_tra", "tiep_nhan_don"]
