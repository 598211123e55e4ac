"""Conditions of the procedure rows, each a question to the petition that answers with a sentence or with nothing.

They read the row alone, never a query: lists ask them of many petitions.
"""

from donthu.phan_loai import LoaiDon, NguonDon


def du_va_thuoc(don) -> str:
    """Trình thụ lý: eligible and within competence (Đ7, 13 TT 05/2021)."""
    if don.du_dieu_kien and don.thuoc_tham_quyen:
        return ""
    return "Chỉ trình thụ lý đơn đủ điều kiện xử lý và thuộc thẩm quyền của Trung tâm."


def to_cao_du_va_thuoc(don) -> str:
    """As above; what names no denouncer is never accepted as a tố cáo (Đ25 Luật TC)."""
    if don.nac_danh:
        return "Tố cáo nặc danh không thụ lý: chuyển thanh tra, kiểm tra khi có chứng cứ, hoặc không xử lý."
    return du_va_thuoc(don)


def du_khong_thuoc(don) -> str:
    """Hướng dẫn, chuyển đơn: eligible, another body's matter (Đ8, 14 TT 05/2021; Đ26 Luật TCD)."""
    if don.du_dieu_kien and don.thuoc_tham_quyen is False:
        return ""
    return "Chỉ hướng dẫn hoặc chuyển đơn đủ điều kiện xử lý mà không thuộc thẩm quyền của Trung tâm."


def huong_dan_to_cao(don) -> str:
    """A denunciation outside competence is transferred; only who comes in person is guided (Đ24.2 Luật TC)."""
    if loi := du_khong_thuoc(don):
        return loi
    if don.nguon != NguonDon.TRUC_TIEP:
        return "Tố cáo không thuộc thẩm quyền phải chuyển đơn; chỉ hướng dẫn khi người tố cáo đến trực tiếp."
    return ""


def khong_du(don) -> str:
    """Lưu đơn: not eligible (Đ6.2b, 28.1 TT 05/2021)."""
    return "" if don.du_dieu_kien is False else "Chỉ lưu đơn không đủ điều kiện xử lý."


def nac_danh_khong_chung_cu(don) -> str:
    """Không xử lý: nobody named and nothing to verify (Đ25.1 Luật TC)."""
    if don.nac_danh and not don.co_chung_cu:
        return ""
    return "Chỉ không xử lý tố cáo nặc danh, mạo danh mà không có tài liệu, chứng cứ cụ thể để kiểm tra."


def nac_danh_co_chung_cu(don) -> str:
    """Thanh tra, kiểm tra: nobody named, but a clear violator and concrete evidence (Đ25.2 Luật TC)."""
    if don.nac_danh and don.co_chung_cu:
        return ""
    return "Chỉ áp dụng với tố cáo nặc danh nêu rõ người vi phạm, kèm tài liệu, chứng cứ cụ thể."


def trung_tam_co_tham_quyen(don) -> str:
    """A denunciation of the director, a deputy or the centre itself goes to the Sở (Đ12.1, 18.2 Luật TC)."""
    if don.loai == LoaiDon.TO_CAO and don.bi_to_cao_lanh_dao:
        return "Người bị tố cáo là lãnh đạo hoặc tập thể Trung tâm: phải chuyển Sở Y tế, Trung tâm không thụ lý."
    return ""


def du_chu_ky(don) -> str:
    """Several complainants: all signatures and a written choice of who represents them (Đ16.1 NĐ 124/2020)."""
    if don.so_nguoi > 1 and not (don.du_chu_ky and don.so_dai_dien):
        return "Nhiều người cùng khiếu nại: phải có đủ chữ ký của mọi người và văn bản cử người đại diện."
    return ""


def da_giao(don) -> str:
    return "" if don.don_vi_id else "Chưa giao đơn vị giải quyết."


def dang_dung(don) -> str:
    return "" if don.dang_tam_dinh_chi else "Việc giải quyết không ở trong thời gian tạm đình chỉ."


def dang_chay(don) -> str:
    return "Việc giải quyết đang tạm đình chỉ." if don.dang_tam_dinh_chi else ""


def chay_va_khong_giam_dinh(don) -> str:
    if don.dang_giam_dinh:
        return "Đang chờ kết quả giám định."
    return dang_chay(don)


def dang_giam_dinh(don) -> str:
    return "" if don.dang_giam_dinh else "Chưa trưng cầu giám định."


def da_giao_va_chay(don) -> str:
    return da_giao(don) or dang_chay(don)


def da_giao_va_khong_giam_dinh(don) -> str:
    """Reported only when the expert's opinion is in: nothing after the report could receive it."""
    return da_giao(don) or chay_va_khong_giam_dinh(don)


def phai_doi_thoai(don) -> bool:
    """Đối thoại is compulsory: what is asked for and what was verified differ; discipline and lần hai always.

    Đ30.1, 39, 53 Luật KN.
    """
    return bool(don.khac_ket_qua) or don.ky_luat or don.lan == 2


def khong_phai_doi_thoai(don) -> str:
    """Straight to the draft: only where no đối thoại is due."""
    if phai_doi_thoai(don):
        return "Phải tổ chức đối thoại trước khi dự thảo quyết định (Điều 30, 39, 53 Luật Khiếu nại)."
    return dang_chay(don)


def chua_rut_het(don) -> str:
    """A petition wholly withdrawn is stopped, not decided (Đ10, 11a Luật KN; Đ33, 34 Luật TC)."""
    return "Người gửi đơn đã rút toàn bộ nội dung: phải đình chỉ giải quyết." if don.da_rut_het else ""


def chay_va_chua_rut(don) -> str:
    return chay_va_khong_giam_dinh(don) or chua_rut_het(don)


def thu_ly_to_cao(don) -> str:
    return trung_tam_co_tham_quyen(don) or chua_rut_het(don)


def dang_bao_ve(don) -> str:
    return "" if don.dang_bao_ve else "Không có biện pháp bảo vệ nào đang áp dụng."


def co_de_nghi_bao_ve(don) -> str:
    return "" if don.cho_bao_ve else "Không có đề nghị bảo vệ nào đang chờ."


def chua_dung_thi_hanh(don) -> str:
    return "Quyết định bị khiếu nại đang tạm đình chỉ thi hành." if don.dang_dung_thi_hanh else ""


def dang_dung_thi_hanh(don) -> str:
    return "" if don.dang_dung_thi_hanh else "Quyết định bị khiếu nại không bị tạm đình chỉ thi hành."


def nhieu_nguoi_du_chu_ky(don) -> str:
    return du_chu_ky(don) or chua_rut_het(don)


def lan_dau_cua_trung_tam(don) -> str:
    """Only the first instance, the centre's, is complained of to the Sở, and once (Đ11.7, 33.1 Luật KN)."""
    if don.lan == 1 and don.ngay_lan_hai is None:
        return ""
    return "Chỉ khiếu nại lần đầu mới được khiếu nại lần hai lên Sở Y tế."


def chua_biet_ngay_nhan(don) -> str:
    """Our decision is to be sent, or the day on which the complainant got it is to be written down."""
    if don.ngay_nhan_quyet_dinh is None and don.ngay_lan_hai is None:
        return ""
    return "Đã ghi ngày người khiếu nại nhận quyết định."


# Cases in which a row opens a clock.


def tiep_truc_tiep(don) -> bool:
    """The notice of Đ28.1 Luật TCD is owed to who was received at the counter."""
    return don.nguon == NguonDon.TRUC_TIEP


def co_quan_chuyen(don) -> bool:
    """Another body sent it and waits for the outcome (Đ27.2 Luật TCD; Đ26.2 Luật TC)."""
    return don.nguon == NguonDon.CO_QUAN_CHUYEN


def khong_thuoc(don) -> bool:
    return don.thuoc_tham_quyen is False


def ve_quy_dinh_hanh_chinh(don) -> bool:
    """About administrative rules: forwarded within 5 working days (Đ9 NĐ 20/2008)."""
    return don.quy_dinh_hanh_chinh


def lan_dau(don) -> bool:
    return don.lan == 1


def lan_hai(don) -> bool:
    return don.lan == 2


def vung_thuong_lan_dau(don) -> bool:
    return don.lan == 1 and not don.vung_sau and not don.ky_luat


def vung_sau_lan_dau(don) -> bool:
    return don.lan == 1 and don.vung_sau and not don.ky_luat


def vung_thuong_lan_hai(don) -> bool:
    return don.lan == 2 and not don.vung_sau and not don.ky_luat


def vung_sau_lan_hai(don) -> bool:
    return don.lan == 2 and don.vung_sau and not don.ky_luat


def ve_ky_luat(don) -> bool:
    return don.ky_luat
