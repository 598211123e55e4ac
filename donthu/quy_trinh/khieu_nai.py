"""Khiếu nại lần đầu at the centre, main path (Luật KN 2011 amended by 136/2025; NĐ 124/2020 amended by NĐ 155/2026)."""

from donthu.quy_trinh import dieu_kien as dk
from donthu.quy_trinh.buoc import Buoc, DuongDi, MoHan, VanBanBuoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tochuc.vai_tro import Quyen

GIAI_QUYET = (
    Viec.GIAI_QUYET_KN_LAN_DAU,
    Viec.GIAI_QUYET_KN_LAN_DAU_VUNG_SAU,
    Viec.GIAI_QUYET_KN_LAN_HAI,
    Viec.GIAI_QUYET_KN_LAN_HAI_VUNG_SAU,
    Viec.GIAI_QUYET_KN_KY_LUAT,
)

KHIEU_NAI: dict[Buoc, DuongDi] = {
    Buoc.TIEP_NHAN: DuongDi(
        tu=(),
        den=TrangThai.TIEP_NHAN,
        quyen=Quyen.NHAP_DON,
        mo=(MoHan(Viec.THU_LY_KN, tu="ngay_nhan"), MoHan(Viec.BAO_KET_QUA_TIEP, tu="ngay_nhan", khi=dk.tiep_truc_tiep)),
        can_cu="Đ8 Luật KN; Đ14, 15, 27 NĐ 154/2026",
    ),
    Buoc.PHAN_LOAI: DuongDi(
        tu=(TrangThai.TIEP_NHAN, TrangThai.DA_PHAN_LOAI),
        den=TrangThai.DA_PHAN_LOAI,
        quyen=Quyen.PHAN_LOAI,
        can_cu="Đ6 TT 05/2021/TT-TTCP",
    ),
    Buoc.HUONG_DAN: DuongDi(
        tu=(TrangThai.DA_PHAN_LOAI,),
        den=TrangThai.DA_HUONG_DAN,
        quyen=Quyen.PHAN_LOAI,
        xong=(Viec.THU_LY_KN,),
        dieu_kien=dk.du_khong_thuoc,
        van_ban=VanBanBuoc("TT05-02", "PHD", "Hướng dẫn gửi đơn khiếu nại"),
        can_cu="Đ26.1b Luật TCD (136/2025); Đ8.1 TT 05/2021/TT-TTCP",
    ),
    Buoc.CHUYEN_DON: DuongDi(
        tu=(TrangThai.DA_PHAN_LOAI,),
        den=TrangThai.DA_CHUYEN,
        quyen=Quyen.PHAN_LOAI,
        xong=(Viec.THU_LY_KN,),
        dieu_kien=dk.du_khong_thuoc,
        van_ban=VanBanBuoc("TT05-04", "PC", "Chuyển đơn khiếu nại"),
        can_cu="Đ26.1b Luật TCD (136/2025)",
    ),
    Buoc.LUU_DON: DuongDi(
        tu=(TrangThai.DA_PHAN_LOAI,),
        den=TrangThai.LUU_DON,
        quyen=Quyen.PHAN_LOAI,
        xong=(Viec.THU_LY_KN,),
        dieu_kien=dk.khong_du,
        can_cu="Đ6.2b, 28.1 TT 05/2021/TT-TTCP",
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
        xong=(Viec.THU_LY_KN,),
        mo=(
            MoHan(Viec.GIAI_QUYET_KN_LAN_DAU, khi=dk.vung_thuong_lan_dau),
            MoHan(Viec.GIAI_QUYET_KN_LAN_DAU_VUNG_SAU, khi=dk.vung_sau_lan_dau),
            MoHan(Viec.GIAI_QUYET_KN_LAN_HAI, khi=dk.vung_thuong_lan_hai),
            MoHan(Viec.GIAI_QUYET_KN_LAN_HAI_VUNG_SAU, khi=dk.vung_sau_lan_hai),
            MoHan(Viec.GIAI_QUYET_KN_KY_LUAT, khi=dk.ve_ky_luat),
        ),
        van_ban=VanBanBuoc("ND124-03", "TB", "Thông báo về việc thụ lý giải quyết khiếu nại"),
        can_cu="Đ27 Luật KN (136/2025); Đ16 NĐ 124/2020 (NĐ 155/2026)",
    ),
    Buoc.KHONG_THU_LY: DuongDi(
        tu=(TrangThai.DANG_XEM_XET,),
        den=TrangThai.KHONG_THU_LY,
        quyen=Quyen.DUYET,
        xong=(Viec.THU_LY_KN,),
        van_ban=VanBanBuoc("ND124-04", "TB", "Thông báo về việc không thụ lý giải quyết khiếu nại"),
        can_cu="Đ11, 27 Luật KN; Đ16 NĐ 124/2020 (NĐ 155/2026)",
    ),
    Buoc.GIAO_DON_VI: DuongDi(
        tu=(TrangThai.DANG_GIAI_QUYET,),
        den=None,
        quyen=Quyen.GIAO_VIEC,
        can_cu="Đ29 Luật KN",
    ),
    Buoc.BAO_CAO_KET_QUA: DuongDi(
        tu=(TrangThai.DANG_GIAI_QUYET,),
        den=TrangThai.CO_KET_QUA,
        quyen=Quyen.GIAI_QUYET,
        dieu_kien=dk.da_giao_va_chay,
        can_cu="Đ29.4 Luật KN; Đ27 NĐ 124/2020",
    ),
    Buoc.YEU_CAU_BO_SUNG: DuongDi(
        tu=(TrangThai.CO_KET_QUA,),
        den=TrangThai.DANG_GIAI_QUYET,
        quyen=Quyen.BAN_HANH,
        can_cu="Đ29 Luật KN",
    ),
    Buoc.BAN_HANH: DuongDi(
        tu=(TrangThai.CO_KET_QUA,),
        den=TrangThai.DA_BAN_HANH,
        quyen=Quyen.BAN_HANH,
        dieu_kien=dk.dang_chay,
        xong=GIAI_QUYET,
        mo=(
            MoHan(Viec.GUI_QD_KN_LAN_DAU, khi=dk.lan_dau),
            MoHan(Viec.GUI_QD_KN_LAN_HAI, khi=dk.lan_hai),
            MoHan(Viec.CONG_KHAI_QD_KN),
        ),
        van_ban=VanBanBuoc("ND124-15", "QĐ", "Quyết định về việc giải quyết khiếu nại"),
        can_cu="Đ28, 31 Luật KN; Đ29 NĐ 124/2020",
        nhan="Ban hành quyết định",
    ),
    Buoc.THONG_BAO: DuongDi(
        tu=tuple(TrangThai), den=None, quyen=Quyen.THEO_DOI, xong=(Viec.BAO_KET_QUA_TIEP,), can_cu="Đ28.1 Luật TCD"
    ),
    Buoc.GUI_VAN_BAN: DuongDi(
        tu=tuple(TrangThai),
        den=None,
        quyen=Quyen.THEO_DOI,
        xong=(Viec.GUI_QD_TAM_DINH_CHI_KN, Viec.GUI_QD_KN_LAN_DAU, Viec.GUI_QD_KN_LAN_HAI),
        can_cu="Đ32 Luật KN; Đ28b, 29.2 NĐ 124/2020 (NĐ 155/2026)",
    ),
    Buoc.CONG_KHAI: DuongDi(
        tu=tuple(TrangThai), den=None, quyen=Quyen.THEO_DOI, xong=(Viec.CONG_KHAI_QD_KN,), can_cu="Đ29.3 NĐ 124/2020"
    ),
    Buoc.THI_HANH: DuongDi(
        tu=(TrangThai.DA_BAN_HANH,), den=None, quyen=Quyen.THEO_DOI, can_cu="Đ44, 46 Luật KN; Đ31 NĐ 124/2020"
    ),
    Buoc.THI_HANH_XONG: DuongDi(
        tu=(TrangThai.DA_BAN_HANH,),
        den=TrangThai.THI_HANH_XONG,
        quyen=Quyen.THEO_DOI,
        can_cu="Đ46 Luật KN; Đ31, 32 NĐ 124/2020",
    ),
    Buoc.KET_THUC: DuongDi(
        tu=(TrangThai.THI_HANH_XONG,), den=TrangThai.KET_THUC, quyen=Quyen.THEO_DOI, can_cu="Đ34 Luật KN"
    ),
    Buoc.GIA_HAN: DuongDi(
        tu=(TrangThai.DANG_GIAI_QUYET, TrangThai.CO_KET_QUA),
        den=None,
        quyen=Quyen.DUYET,
        dieu_kien=dk.dang_chay,
        can_cu="Đ28, 37 Luật KN; Đ3a NĐ 124/2020 (NĐ 155/2026)",
        nhan="Xác định vụ việc phức tạp, kéo dài thời hạn",
    ),
    Buoc.TAM_DINH_CHI: DuongDi(
        tu=(TrangThai.DANG_GIAI_QUYET, TrangThai.CO_KET_QUA),
        den=None,
        quyen=Quyen.DUYET,
        dieu_kien=dk.dang_chay,
        dung_dong_ho=True,
        mo=(MoHan(Viec.GUI_QD_TAM_DINH_CHI_KN),),
        van_ban=VanBanBuoc("ND124-14a", "QĐ", "Quyết định tạm đình chỉ giải quyết khiếu nại"),
        can_cu="Đ11a Luật KN (136/2025); Đ28a, 28b NĐ 124/2020 (NĐ 155/2026)",
    ),
    Buoc.TIEP_TUC: DuongDi(
        tu=(TrangThai.DANG_GIAI_QUYET, TrangThai.CO_KET_QUA),
        den=None,
        quyen=Quyen.DUYET,
        dieu_kien=dk.dang_dung,
        chay_dong_ho=True,
        mo=(MoHan(Viec.GUI_QD_TAM_DINH_CHI_KN),),
        van_ban=VanBanBuoc("ND124-14b", "QĐ", "Quyết định tiếp tục giải quyết khiếu nại"),
        can_cu="Đ11a.4 Luật KN (136/2025); Đ28b.2 NĐ 124/2020 (NĐ 155/2026)",
    ),
    Buoc.DINH_CHI: DuongDi(
        tu=(TrangThai.DANG_XEM_XET, TrangThai.DANG_GIAI_QUYET, TrangThai.CO_KET_QUA),
        den=TrangThai.DA_DINH_CHI,
        quyen=Quyen.DUYET,
        xong=(Viec.THU_LY_KN, *GIAI_QUYET),
        mo=(MoHan(Viec.GUI_QD_TAM_DINH_CHI_KN),),
        van_ban=VanBanBuoc("ND124-14a", "QĐ", "Quyết định đình chỉ giải quyết khiếu nại"),
        can_cu="Đ10, 11a.2 Luật KN (136/2025)",
    ),
}
