"""Conditions of the procedure rows, each a question to the petition that answers with a sentence or with nothing."""

from donthu.phan_loai import LoaiDon, NguonDon


def du_va_thuoc(don) -> str:
    """Trình thụ lý: eligible and within competence (Đ7, 13 TT 05/2021)."""
    if don.du_dieu_kien and don.thuoc_tham_quyen:
        return ""
    return "Chỉ trình thụ lý đơn đủ điều kiện xử lý và thuộc thẩm quyền của Trung tâm."


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


def trung_tam_co_tham_quyen(don) -> str:
    """A denunciation of the director, a deputy or the centre itself goes to the Sở (Đ12.1, 18.2 Luật TC)."""
    if don.loai == LoaiDon.TO_CAO and don.bi_to_cao_lanh_dao:
        return "Người bị tố cáo là lãnh đạo hoặc tập thể Trung tâm: phải chuyển Sở Y tế, Trung tâm không thụ lý."
    return ""


def da_giao(don) -> str:
    return "" if don.don_vi_id else "Chưa giao đơn vị giải quyết."


def dang_dung(don) -> str:
    return "" if don.dang_tam_dinh_chi else "Việc giải quyết không ở trong thời gian tạm đình chỉ."


def dang_chay(don) -> str:
    return "Việc giải quyết đang tạm đình chỉ." if don.dang_tam_dinh_chi else ""


def da_giao_va_chay(don) -> str:
    return da_giao(don) or dang_chay(don)


def tiep_truc_tiep(don) -> bool:
    """The notice of Đ28.1 Luật TCD is owed to who was received at the counter."""
    return don.nguon == NguonDon.TRUC_TIEP


def khong_thuoc(don) -> bool:
    return don.thuoc_tham_quyen is False


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
