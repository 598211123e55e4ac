"""Tố cáo, main path (Luật TC 2018 amended by 136/2025; NĐ 31/2019 amended by NĐ 156/2026)."""

from donthu.quy_trinh import dieu_kien as dk
from donthu.quy_trinh.buoc import Buoc, DuongDi, MoHan, VanBanBuoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tochuc.vai_tro import Quyen

XU_LY_BAN_DAU = (Viec.THU_LY_TC, Viec.CHUYEN_TC)

TO_CAO: dict[Buoc, DuongDi] = {
    Buoc.TIEP_NHAN: DuongDi(
        tu=(),
        den=TrangThai.TIEP_NHAN,
        quyen=Quyen.NHAP_DON,
        mo=(MoHan(Viec.THU_LY_TC, tu="ngay_nhan"), MoHan(Viec.BAO_KET_QUA_TIEP, tu="ngay_nhan", khi=dk.tiep_truc_tiep)),
        can_cu="Đ22, 23 Luật TC",
    ),
    Buoc.PHAN_LOAI: DuongDi(
        tu=(TrangThai.TIEP_NHAN, TrangThai.DA_PHAN_LOAI),
        den=TrangThai.DA_PHAN_LOAI,
        quyen=Quyen.PHAN_LOAI,
        mo=(MoHan(Viec.CHUYEN_TC, tu="ngay_nhan", khi=dk.khong_thuoc),),
        can_cu="Đ24 Luật TC; Đ6 TT 05/2021/TT-TTCP",
    ),
    Buoc.HUONG_DAN: DuongDi(
        tu=(TrangThai.DA_PHAN_LOAI,),
        den=TrangThai.DA_HUONG_DAN,
        quyen=Quyen.PHAN_LOAI,
        xong=XU_LY_BAN_DAU,
        dieu_kien=dk.huong_dan_to_cao,
        can_cu="Đ24.2 Luật TC",
    ),
    Buoc.CHUYEN_DON: DuongDi(
        tu=(TrangThai.DA_PHAN_LOAI,),
        den=TrangThai.DA_CHUYEN,
        quyen=Quyen.PHAN_LOAI,
        xong=XU_LY_BAN_DAU,
        dieu_kien=dk.du_khong_thuoc,
        van_ban=VanBanBuoc("TT05-03", "PC", "Chuyển đơn tố cáo"),
        can_cu="Đ24.2 Luật TC; Đ14.1 TT 05/2021/TT-TTCP",
    ),
    Buoc.LUU_DON: DuongDi(
        tu=(TrangThai.DA_PHAN_LOAI,),
        den=TrangThai.LUU_DON,
        quyen=Quyen.PHAN_LOAI,
        xong=XU_LY_BAN_DAU,
        dieu_kien=dk.khong_du,
        can_cu="Đ24.3, 25.1 Luật TC; Đ28.1 TT 05/2021/TT-TTCP",
    ),
    Buoc.TRINH_THU_LY: DuongDi(
        tu=(TrangThai.DA_PHAN_LOAI,),
        den=TrangThai.DANG_XEM_XET,
        quyen=Quyen.PHAN_LOAI,
        dieu_kien=dk.du_va_thuoc,
        can_cu="Đ13 TT 05/2021/TT-TTCP",
    ),
    Buoc.THU_LY: DuongDi(
        tu=(TrangThai.DANG_XEM_XET,),
        den=TrangThai.DANG_GIAI_QUYET,
        quyen=Quyen.DUYET,
        dieu_kien=dk.trung_tam_co_tham_quyen,
        xong=XU_LY_BAN_DAU,
        mo=(MoHan(Viec.GIAI_QUYET_TC), MoHan(Viec.BAO_THU_LY_TC)),
        van_ban=VanBanBuoc("ND31-04", "QĐ", "Quyết định thụ lý tố cáo"),
        can_cu="Đ29 Luật TC; Đ9 NĐ 31/2019",
    ),
    Buoc.KHONG_THU_LY: DuongDi(
        tu=(TrangThai.DANG_XEM_XET,),
        den=TrangThai.KHONG_THU_LY,
        quyen=Quyen.DUYET,
        xong=XU_LY_BAN_DAU,
        van_ban=VanBanBuoc("ND31-05", "TB", "Thông báo việc không thụ lý tố cáo"),
        can_cu="Đ24.1, 29.1 Luật TC",
    ),
    Buoc.GIAO_DON_VI: DuongDi(
        tu=(TrangThai.DANG_GIAI_QUYET,), den=None, quyen=Quyen.GIAO_VIEC, can_cu="Đ31 Luật TC; Đ10 NĐ 31/2019"
    ),
    Buoc.BAO_CAO_KET_QUA: DuongDi(
        tu=(TrangThai.DANG_GIAI_QUYET,),
        den=TrangThai.CO_KET_QUA,
        quyen=Quyen.GIAI_QUYET,
        dieu_kien=dk.da_giao_va_chay,
        can_cu="Đ31 Luật TC; Đ16 NĐ 31/2019",
    ),
    Buoc.YEU_CAU_BO_SUNG: DuongDi(
        tu=(TrangThai.CO_KET_QUA,), den=TrangThai.DANG_GIAI_QUYET, quyen=Quyen.BAN_HANH, can_cu="Đ31 Luật TC"
    ),
    Buoc.BAN_HANH: DuongDi(
        tu=(TrangThai.CO_KET_QUA,),
        den=TrangThai.DA_BAN_HANH,
        quyen=Quyen.BAN_HANH,
        dieu_kien=dk.dang_chay,
        xong=(Viec.GIAI_QUYET_TC,),
        mo=(MoHan(Viec.GUI_KET_LUAN_TC), MoHan(Viec.XU_LY_KET_LUAN_TC), MoHan(Viec.CONG_KHAI_KET_LUAN_TC)),
        van_ban=VanBanBuoc("ND31-12", "KL", "Kết luận nội dung tố cáo"),
        can_cu="Đ35 Luật TC; Đ17 NĐ 31/2019",
        nhan="Ban hành kết luận",
    ),
    Buoc.THONG_BAO: DuongDi(
        tu=tuple(TrangThai), den=None, quyen=Quyen.THEO_DOI, xong=(Viec.BAO_KET_QUA_TIEP,), can_cu="Đ28.1 Luật TCD"
    ),
    Buoc.GUI_VAN_BAN: DuongDi(
        tu=tuple(TrangThai),
        den=None,
        quyen=Quyen.THEO_DOI,
        xong=(Viec.BAO_THU_LY_TC, Viec.GUI_QD_TAM_DINH_CHI_TC, Viec.GUI_KET_LUAN_TC),
        can_cu="Đ29.3, 34.4, 35.3 Luật TC",
    ),
    Buoc.CONG_KHAI: DuongDi(
        tu=tuple(TrangThai),
        den=None,
        quyen=Quyen.THEO_DOI,
        xong=(Viec.CONG_KHAI_KET_LUAN_TC,),
        can_cu="Đ40 Luật TC; Đ6 NĐ 31/2019",
    ),
    Buoc.XU_LY_KET_LUAN: DuongDi(
        tu=(TrangThai.DA_BAN_HANH,), den=None, quyen=Quyen.DUYET, xong=(Viec.XU_LY_KET_LUAN_TC,), can_cu="Đ36.1 Luật TC"
    ),
    Buoc.THI_HANH: DuongDi(tu=(TrangThai.DA_BAN_HANH,), den=None, quyen=Quyen.THEO_DOI, can_cu="Đ36, 44 Luật TC"),
    Buoc.THI_HANH_XONG: DuongDi(
        tu=(TrangThai.DA_BAN_HANH,),
        den=TrangThai.THI_HANH_XONG,
        quyen=Quyen.THEO_DOI,
        can_cu="Đ36.3, 44 Luật TC; Đ18 NĐ 31/2019",
        nhan="Thực hiện xong kết luận",
    ),
    Buoc.KET_THUC: DuongDi(
        tu=(TrangThai.THI_HANH_XONG,), den=TrangThai.KET_THUC, quyen=Quyen.THEO_DOI, can_cu="Đ39 Luật TC"
    ),
    Buoc.GIA_HAN: DuongDi(
        tu=(TrangThai.DANG_GIAI_QUYET, TrangThai.CO_KET_QUA),
        den=None,
        quyen=Quyen.DUYET,
        dieu_kien=dk.dang_chay,
        van_ban=VanBanBuoc("ND31-01", "QĐ", "Quyết định gia hạn giải quyết tố cáo"),
        can_cu="Đ30 Luật TC; Đ3 NĐ 31/2019",
        nhan="Gia hạn giải quyết",
    ),
    Buoc.TAM_DINH_CHI: DuongDi(
        tu=(TrangThai.DANG_GIAI_QUYET, TrangThai.CO_KET_QUA),
        den=None,
        quyen=Quyen.DUYET,
        dieu_kien=dk.dang_chay,
        dung_dong_ho=True,
        mo=(MoHan(Viec.GUI_QD_TAM_DINH_CHI_TC),),
        van_ban=VanBanBuoc("LTC-TDC", "QĐ", "Quyết định tạm đình chỉ giải quyết tố cáo"),
        can_cu="Đ34.1, 34.4 Luật TC",
    ),
    Buoc.TIEP_TUC: DuongDi(
        tu=(TrangThai.DANG_GIAI_QUYET, TrangThai.CO_KET_QUA),
        den=None,
        quyen=Quyen.DUYET,
        dieu_kien=dk.dang_dung,
        chay_dong_ho=True,
        van_ban=VanBanBuoc("LTC-TT", "QĐ", "Quyết định tiếp tục giải quyết tố cáo"),
        can_cu="Đ34.2 Luật TC",
    ),
    Buoc.DINH_CHI: DuongDi(
        tu=(TrangThai.DANG_XEM_XET, TrangThai.DANG_GIAI_QUYET, TrangThai.CO_KET_QUA),
        den=TrangThai.DA_DINH_CHI,
        quyen=Quyen.DUYET,
        xong=(*XU_LY_BAN_DAU, Viec.GIAI_QUYET_TC),
        mo=(MoHan(Viec.GUI_QD_TAM_DINH_CHI_TC),),
        van_ban=VanBanBuoc("LTC-DC", "QĐ", "Quyết định đình chỉ giải quyết tố cáo"),
        can_cu="Đ33, 34.3 Luật TC",
    ),
}
