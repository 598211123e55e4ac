"""Kiến nghị, phản ánh (Luật TCD Đ26.2, 27, 28; no statute sets a term: C6 is the centre's own), and ý kiến khác."""

from donthu.quy_trinh import dieu_kien as dk
from donthu.quy_trinh.buoc import Buoc, DuongDi, MoHan, VanBanBuoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tochuc.vai_tro import Quyen

DA_XU_LY = (Viec.GIAI_QUYET_KNPA, Viec.CHUYEN_PAKN_QUY_DINH)

KIEN_NGHI_PHAN_ANH: dict[Buoc, DuongDi] = {
    Buoc.TIEP_NHAN: DuongDi(
        tu=(),
        den=TrangThai.TIEP_NHAN,
        quyen=Quyen.NHAP_DON,
        mo=(
            MoHan(Viec.GIAI_QUYET_KNPA, tu="ngay_nhan"),
            MoHan(Viec.BAO_KET_QUA_TIEP, tu="ngay_nhan", khi=dk.tiep_truc_tiep),
        ),
        can_cu="Đ2.2, 26.2 Luật TCD; Đ14, 15 NĐ 154/2026",
    ),
    Buoc.TACH_DON: DuongDi(
        tu=(TrangThai.TIEP_NHAN, TrangThai.DA_PHAN_LOAI),
        den=None,
        quyen=Quyen.PHAN_LOAI,
        can_cu="Đ25.3 Luật TCD; Đ14.4 NĐ 154/2026",
    ),
    Buoc.PHAN_LOAI: DuongDi(
        tu=(TrangThai.TIEP_NHAN, TrangThai.DA_PHAN_LOAI),
        den=TrangThai.DA_PHAN_LOAI,
        quyen=Quyen.PHAN_LOAI,
        mo=(MoHan(Viec.CHUYEN_PAKN_QUY_DINH, tu="ngay_nhan", khi=dk.ve_quy_dinh_hanh_chinh),),
        can_cu="Đ6 TT 05/2021/TT-TTCP; Đ9 NĐ 20/2008",
    ),
    Buoc.HUONG_DAN: DuongDi(
        tu=(TrangThai.DA_PHAN_LOAI,),
        den=TrangThai.DA_HUONG_DAN,
        quyen=Quyen.PHAN_LOAI,
        xong=DA_XU_LY,
        dieu_kien=dk.du_khong_thuoc,
        van_ban=VanBanBuoc("TT05-02", "PHD", "Hướng dẫn gửi kiến nghị, phản ánh"),
        can_cu="Đ26.2 Luật TCD",
    ),
    Buoc.CHUYEN_DON: DuongDi(
        tu=(TrangThai.DA_PHAN_LOAI,),
        den=TrangThai.DA_CHUYEN,
        quyen=Quyen.PHAN_LOAI,
        xong=DA_XU_LY,
        dieu_kien=dk.du_khong_thuoc,
        van_ban=VanBanBuoc("TT05-04", "PC", "Chuyển đơn kiến nghị, phản ánh"),
        can_cu="Đ26.2b Luật TCD",
    ),
    Buoc.GOP_DON: DuongDi(
        tu=(TrangThai.TIEP_NHAN, TrangThai.DA_PHAN_LOAI),
        den=TrangThai.LUU_DON,
        quyen=Quyen.PHAN_LOAI,
        xong=DA_XU_LY,
        can_cu="Đ6.2b TT 05/2021/TT-TTCP; TT 06/2025/TT-TTCP (số vụ việc)",
    ),
    Buoc.KHONG_XU_LY: DuongDi(
        tu=(TrangThai.DA_PHAN_LOAI,),
        den=TrangThai.KHONG_XU_LY,
        quyen=Quyen.DUYET,
        xong=DA_XU_LY,
        dieu_kien=dk.khong_du,
        can_cu="Đ4.1h NĐ 154/2026",
        nhan="Không xử lý (đã trả lời, không có tình tiết mới)",
    ),
    Buoc.LUU_DON: DuongDi(
        tu=(TrangThai.DA_PHAN_LOAI,),
        den=TrangThai.LUU_DON,
        quyen=Quyen.PHAN_LOAI,
        xong=DA_XU_LY,
        dieu_kien=dk.khong_du,
        can_cu="Đ6.2b, 28.1 TT 05/2021/TT-TTCP",
    ),
    Buoc.TRINH_THU_LY: DuongDi(
        tu=(TrangThai.DA_PHAN_LOAI,),
        den=TrangThai.DANG_XEM_XET,
        quyen=Quyen.PHAN_LOAI,
        dieu_kien=dk.du_va_thuoc,
        van_ban=VanBanBuoc("TT05-01", "PĐX", "Đề xuất giải quyết kiến nghị, phản ánh"),
        can_cu="Đ26.2a Luật TCD; Đ7 TT 05/2021/TT-TTCP",
        nhan="Trình lãnh đạo giao giải quyết",
    ),
    Buoc.THU_LY: DuongDi(
        tu=(TrangThai.DANG_XEM_XET,),
        den=TrangThai.DANG_GIAI_QUYET,
        quyen=Quyen.DUYET,
        can_cu="Đ26.2a, 27.1 Luật TCD",
        nhan="Nhận giải quyết",
    ),
    Buoc.GIAO_DON_VI: DuongDi(
        tu=(TrangThai.DANG_GIAI_QUYET,), den=None, quyen=Quyen.GIAO_VIEC, can_cu="Đ26.2a Luật TCD"
    ),
    Buoc.BAO_CAO_KET_QUA: DuongDi(
        tu=(TrangThai.DANG_GIAI_QUYET,),
        den=TrangThai.CO_KET_QUA,
        quyen=Quyen.GIAI_QUYET,
        dieu_kien=dk.da_giao_va_chay,
        can_cu="Đ27.1 Luật TCD",
    ),
    Buoc.YEU_CAU_BO_SUNG: DuongDi(
        tu=(TrangThai.CO_KET_QUA,), den=TrangThai.DANG_GIAI_QUYET, quyen=Quyen.BAN_HANH, can_cu="Đ27.1 Luật TCD"
    ),
    Buoc.BAN_HANH: DuongDi(
        tu=(TrangThai.CO_KET_QUA,),
        den=TrangThai.DA_BAN_HANH,
        quyen=Quyen.BAN_HANH,
        dieu_kien=dk.dang_chay,
        xong=DA_XU_LY,
        mo=(MoHan(Viec.TRA_LOI_NOI_CHUYEN, khi=dk.co_quan_chuyen),),
        van_ban=VanBanBuoc("KNPA-TL", "CV", "Trả lời kiến nghị, phản ánh"),
        can_cu="Đ8.5, 27, 28 Luật TCD; Đ10.4, 25.3 NĐ 154/2026",
        nhan="Ban hành văn bản trả lời",
    ),
    Buoc.THONG_BAO: DuongDi(
        tu=tuple(TrangThai), den=None, quyen=Quyen.THEO_DOI, xong=(Viec.BAO_KET_QUA_TIEP,), can_cu="Đ28.1 Luật TCD"
    ),
    Buoc.TRA_LOI_NOI_CHUYEN: DuongDi(
        tu=tuple(TrangThai), den=None, quyen=Quyen.THEO_DOI, xong=(Viec.TRA_LOI_NOI_CHUYEN,), can_cu="Đ27.2 Luật TCD"
    ),
    Buoc.DON_DOC: DuongDi(
        tu=(TrangThai.DANG_GIAI_QUYET, TrangThai.DA_BAN_HANH),
        den=None,
        quyen=Quyen.GIAO_VIEC,
        van_ban=VanBanBuoc("TTYT-DD", "CV", "Đôn đốc giải quyết, thi hành"),
        can_cu="Đ27 Luật TCD",
    ),
    Buoc.THI_HANH: DuongDi(tu=(TrangThai.DA_BAN_HANH,), den=None, quyen=Quyen.THEO_DOI, can_cu="Đ27 Luật TCD"),
    Buoc.KET_THUC: DuongDi(
        tu=(TrangThai.DA_BAN_HANH,), den=TrangThai.KET_THUC, quyen=Quyen.THEO_DOI, can_cu="Đ27, 28 Luật TCD"
    ),
    Buoc.GIA_HAN: DuongDi(
        tu=(TrangThai.DANG_GIAI_QUYET, TrangThai.CO_KET_QUA),
        den=None,
        quyen=Quyen.DUYET,
        dieu_kien=dk.dang_chay,
        can_cu="Hạn nội bộ của Trung tâm; dưới 45 ngày theo Đ41.3b NĐ 154/2026",
        nhan="Kéo dài hạn nội bộ",
    ),
    Buoc.DINH_CHI: DuongDi(
        tu=(TrangThai.DANG_XEM_XET, TrangThai.DANG_GIAI_QUYET, TrangThai.CO_KET_QUA),
        den=TrangThai.DA_DINH_CHI,
        quyen=Quyen.DUYET,
        xong=DA_XU_LY,
        can_cu="Người kiến nghị, phản ánh rút nội dung",
        nhan="Dừng giải quyết do rút",
    ),
}

# Góp ý, khen, hỏi, ngoài phạm vi: no procedure of law, only an answer or a note; it may turn out to be something else.
Y_KIEN_KHAC: dict[Buoc, DuongDi] = {
    Buoc.TIEP_NHAN: DuongDi(
        tu=(),
        den=TrangThai.TIEP_NHAN,
        quyen=Quyen.NHAP_DON,
        mo=(MoHan(Viec.BAO_KET_QUA_TIEP, tu="ngay_nhan", khi=dk.tiep_truc_tiep),),
        can_cu="Đ14 NĐ 154/2026",
    ),
    Buoc.TACH_DON: KIEN_NGHI_PHAN_ANH[Buoc.TACH_DON],
    Buoc.PHAN_LOAI: DuongDi(
        tu=(TrangThai.TIEP_NHAN, TrangThai.DA_PHAN_LOAI),
        den=TrangThai.DA_PHAN_LOAI,
        quyen=Quyen.PHAN_LOAI,
        can_cu="Đ6 TT 05/2021/TT-TTCP",
    ),
    Buoc.LUU_DON: DuongDi(
        tu=(TrangThai.DA_PHAN_LOAI,),
        den=TrangThai.LUU_DON,
        quyen=Quyen.PHAN_LOAI,
        can_cu="Ghi nhận, không thuộc phạm vi khiếu nại, tố cáo, kiến nghị, phản ánh",
        nhan="Ghi nhận và lưu",
    ),
    Buoc.BAN_HANH: DuongDi(
        tu=(TrangThai.DA_PHAN_LOAI,),
        den=TrangThai.KET_THUC,
        quyen=Quyen.PHAN_LOAI,
        can_cu="Đ8.5 Luật TCD",
        nhan="Trả lời và kết thúc",
    ),
    Buoc.THONG_BAO: KIEN_NGHI_PHAN_ANH[Buoc.THONG_BAO],
}
