"""Grounds of refusing, pausing and stopping, as the law lists them: what the forms offer, what the documents quote."""

from dataclasses import dataclass

from donthu.phan_loai import LoaiDon


@dataclass(frozen=True)
class LyDo:
    """One ground: its code in our forms, its words, its article."""

    ma: str
    noi_dung: str
    can_cu: str

    def __str__(self):
        return f"{self.noi_dung} ({self.can_cu})"


# Not eligible to be processed (Đ6.2 TT 05/2021/TT-TTCP; tố cáo: Đ23, 24, 25 Luật TC).
KHONG_DU_DIEU_KIEN = (
    LyDo("ngon_ngu", "Đơn không viết bằng tiếng Việt và không có bản dịch được công chứng", "Đ6.2a TT 05/2021/TT-TTCP"),
    LyDo(
        "hinh_thuc",
        "Đơn thiếu ngày viết đơn, họ tên, địa chỉ, chữ ký hoặc điểm chỉ của người gửi",
        "Đ6.2a TT 05/2021/TT-TTCP",
    ),
    LyDo(
        "noi_dung",
        "Đơn thiếu nội dung phải có: người bị khiếu nại, tố cáo, nội dung, lý do, yêu cầu",
        "Đ6.2a TT 05/2021/TT-TTCP",
    ),
    LyDo(
        "nhieu_noi",
        "Đơn gửi nhiều cơ quan, trong đó đã gửi đúng cơ quan có thẩm quyền giải quyết",
        "Đ6.2b TT 05/2021/TT-TTCP",
    ),
    LyDo("da_huong_dan", "Đơn đã được hướng dẫn một lần về cùng nội dung", "Đ6.2b, 8.1 TT 05/2021/TT-TTCP"),
    LyDo(
        "trai_chinh_sach",
        "Nội dung trái đường lối, chính sách; chia rẽ đoàn kết dân tộc, tôn giáo; lời lẽ xúc phạm, vu khống",
        "Đ6.2b TT 05/2021/TT-TTCP",
    ),
    LyDo("khong_doc_duoc", "Đơn rách nát, tẩy xóa, chữ không đọc được", "Đ6.2b TT 05/2021/TT-TTCP"),
    LyDo(
        "nac_danh",
        "Tố cáo không rõ họ tên, địa chỉ người tố cáo và không có tài liệu, chứng cứ để kiểm tra",
        "Đ25.1 Luật TC",
    ),
    LyDo(
        "da_tra_loi",
        "Kiến nghị, phản ánh đã được tiếp, hướng dẫn hoặc trả lời bằng văn bản mà không có tình tiết mới",
        "Đ4.1h NĐ 154/2026",
    ),
    LyDo(
        "to_cao_nhieu_noi",
        "Tố cáo không thuộc thẩm quyền, đã gửi cơ quan có thẩm quyền hoặc đã được hướng dẫn mà gửi lại",
        "Đ24.3 Luật TC",
    ),
)

# What to look at when a petition is checked (TT 05/2021/TT-TTCP, Luật TC, Luật TCD); the failures that lead to lưu đơn
# are KHONG_DU_DIEU_KIEN.
DIEU_KIEN_XU_LY = (
    LyDo("C1", "Viết bằng tiếng Việt; tiếng nước ngoài phải kèm bản dịch được công chứng", "Đ6.2a TT 05/2021/TT-TTCP"),
    LyDo(
        "C2",
        "Ghi ngày, tháng, năm viết đơn; họ tên, địa chỉ người viết đơn; có chữ ký hoặc điểm chỉ",
        "Đ6.2a TT 05/2021/TT-TTCP",
    ),
    LyDo(
        "C3",
        "Khiếu nại: tên, địa chỉ bên bị khiếu nại; nội dung, lý do; tài liệu liên quan; yêu cầu giải quyết",
        "Đ6.2a TT 05/2021/TT-TTCP",
    ),
    LyDo(
        "C4",
        "Tố cáo: họ tên, địa chỉ người bị tố cáo; hành vi vi phạm pháp luật; cách thức liên hệ với người tố cáo",
        "Đ6.2a TT 05/2021/TT-TTCP; Đ23.1 Luật TC",
    ),
    LyDo("C5", "Kiến nghị, phản ánh: nội dung kiến nghị, phản ánh", "Đ6.2a TT 05/2021/TT-TTCP"),
    LyDo(
        "C6",
        "Tố cáo không rõ họ tên, địa chỉ nhưng nêu rõ người vi phạm, kèm tài liệu, chứng cứ cụ thể và có cơ sở kiểm "
        "tra: đủ điều kiện để thanh tra, kiểm tra hoặc chuyển, không thụ lý tố cáo",
        "Đ6.2a TT 05/2021/TT-TTCP; Đ25.2 Luật TC",
    ),
    LyDo(
        "C7",
        "Không đủ điều kiện: thiếu một điều kiện nêu trên; đã gửi đúng cơ quan có thẩm quyền; đã được hướng dẫn một "
        "lần; trái chính sách, xúc phạm, vu khống; rách nát, tẩy xóa, không đọc được",
        "Đ6.2b TT 05/2021/TT-TTCP",
    ),
    LyDo("C8", "Tố cáo nặc danh, mạo danh không xử lý theo Luật Tố cáo, trừ trường hợp C6", "Đ25.1 Luật TC"),
    LyDo(
        "C9",
        "Tố cáo không thuộc thẩm quyền đã gửi cơ quan có thẩm quyền, hoặc đã được hướng dẫn mà gửi lại: không xử lý",
        "Đ24.3 Luật TC",
    ),
    LyDo("C10", "Đơn trùng: gắn với vụ việc đã có, tính một vụ việc", "TT 06/2025/TT-TTCP (suy ra)"),
    LyDo(
        "C11",
        "Đơn có nhiều nội dung khác loại: hướng dẫn tách riêng, mỗi nội dung theo thủ tục của nó",
        "Đ25.3 Luật TCD; Đ14.4 NĐ 154/2026",
    ),
    LyDo(
        "C12",
        "Nhiều người: khiếu nại phải đủ chữ ký và văn bản cử người đại diện; tố cáo ghi từng người và người đại diện",
        "Đ16.1 NĐ 124/2020 (NĐ 155/2026); Đ23.1 Luật TC",
    ),
    LyDo(
        "C13",
        "Có giấy tờ, tài liệu gốc: trả lại khi không thụ lý, hoặc ngay sau khi ra quyết định giải quyết",
        "Đ10 TT 05/2021/TT-TTCP (chưa đối chiếu văn bản)",
    ),
    LyDo("C14", "Phản ánh, kiến nghị về quy định hành chính: theo thủ tục riêng", "Đ1 TT 05/2021; NĐ 20/2008"),
    LyDo("C15", "Khiếu nại thuộc một trong chín trường hợp không được thụ lý", "Đ11 Luật KN (136/2025)"),
    LyDo("C16", "Tố cáo đủ bốn điều kiện thụ lý", "Đ29.1 Luật TC"),
)

# Complaints that are not accepted: the nine grounds of Đ11 Luật KN (khoản 1 in the words of Luật 136/2025/QH15).
KHONG_THU_LY_KHIEU_NAI = (
    LyDo(
        "noi_bo",
        "Quyết định, hành vi mang tính nội bộ của cơ quan nhà nước, chỉ đạo điều hành cấp dưới, có chứa quy phạm pháp "
        "luật, thuộc bí mật nhà nước",
        "Đ11.1 Luật KN",
    ),
    LyDo(
        "khong_lien_quan",
        "Quyết định, hành vi không liên quan trực tiếp đến quyền, lợi ích hợp pháp của người khiếu nại",
        "Đ11.2 Luật KN",
    ),
    LyDo(
        "nang_luc",
        "Người khiếu nại không có năng lực hành vi dân sự đầy đủ mà không có người đại diện hợp pháp",
        "Đ11.3 Luật KN",
    ),
    LyDo("dai_dien", "Người đại diện không hợp pháp thực hiện khiếu nại", "Đ11.4 Luật KN"),
    LyDo("chu_ky", "Đơn khiếu nại không có chữ ký hoặc điểm chỉ của người khiếu nại", "Đ11.5 Luật KN"),
    LyDo("thoi_hieu", "Thời hiệu, thời hạn khiếu nại đã hết mà không có lý do chính đáng", "Đ11.6 Luật KN"),
    LyDo("da_lan_hai", "Khiếu nại đã có quyết định giải quyết khiếu nại lần hai", "Đ11.7 Luật KN"),
    LyDo(
        "da_dinh_chi",
        "Có văn bản thông báo đình chỉ giải quyết mà sau 30 ngày người khiếu nại không tiếp tục khiếu nại",
        "Đ11.8 Luật KN",
    ),
    LyDo(
        "toa_an",
        "Việc khiếu nại đã được Tòa án thụ lý hoặc đã được giải quyết bằng bản án, quyết định của Tòa án",
        "Đ11.9 Luật KN",
    ),
)

# The four conditions of accepting a tố cáo.
THU_LY_TO_CAO = (
    LyDo("hinh_thuc", "Tố cáo được thực hiện theo đúng hình thức, nội dung đơn tố cáo", "Đ23, 29.1 Luật TC"),
    LyDo(
        "nang_luc",
        "Người tố cáo có đủ năng lực hành vi dân sự hoặc có người đại diện theo quy định của pháp luật",
        "Đ29.1 Luật TC",
    ),
    LyDo("tham_quyen", "Vụ việc thuộc thẩm quyền giải quyết tố cáo của nơi tiếp nhận", "Đ12, 29.1 Luật TC"),
    LyDo(
        "co_so",
        "Nội dung tố cáo có cơ sở để xác định người vi phạm, hành vi vi phạm pháp luật",
        "Đ29.1 Luật TC",
    ),
)

# A tố cáo is accepted when the four conditions of Đ29.1 hold; each ground is one that does not.
KHONG_THU_LY_TO_CAO = (
    LyDo("hinh_thuc", "Tố cáo không được thực hiện đúng quy định về đơn tố cáo", "Đ23, 29.1 Luật TC"),
    LyDo(
        "nang_luc",
        "Người tố cáo không có đủ năng lực hành vi dân sự mà không có người đại diện theo pháp luật",
        "Đ29.1 Luật TC",
    ),
    LyDo("tham_quyen", "Vụ việc không thuộc thẩm quyền giải quyết của Trung tâm", "Đ12, 29.1 Luật TC"),
    LyDo(
        "khong_co_so",
        "Nội dung tố cáo không có cơ sở để xác định người vi phạm, hành vi vi phạm pháp luật",
        "Đ29.1 Luật TC",
    ),
    LyDo(
        "tu_khieu_nai",
        "Tố cáo xuất phát từ vụ việc khiếu nại đã giải quyết đúng, không có chứng cứ người giải quyết vi phạm",
        "Đ29.1 Luật TC",
    ),
)

TAM_DINH_CHI_KHIEU_NAI = (
    LyDo(
        "bat_kha_khang",
        "Vì lý do bất khả kháng hoặc trở ngại khách quan, người khiếu nại không thể tiếp tục khiếu nại",
        "Đ11a.1 Luật KN; Đ28a NĐ 124/2020",
    ),
    LyDo(
        "cho_ket_qua",
        "Cần chờ kết quả giải quyết của cơ quan khác về vấn đề có liên quan trực tiếp",
        "Đ11a.1 Luật KN",
    ),
)
TAM_DINH_CHI_TO_CAO = (
    LyDo(
        "cho_ket_qua",
        "Cần chờ kết quả giải quyết của cơ quan, tổ chức, cá nhân khác hoặc vụ việc khác có liên quan",
        "Đ34.1 Luật TC",
    ),
    LyDo("giam_dinh", "Cần chờ kết quả giám định bổ sung, giám định lại", "Đ34.1 Luật TC"),
)
DINH_CHI_KHIEU_NAI = (
    LyDo("rut", "Người khiếu nại rút toàn bộ nội dung khiếu nại", "Đ10, 11a.2 Luật KN"),
    LyDo(
        "khong_ke_thua",
        "Người khiếu nại chết, cơ quan, tổ chức giải thể mà quyền, nghĩa vụ không được kế thừa",
        "Đ11a.2 Luật KN",
    ),
    LyDo("khong_con", "Không còn đối tượng hoặc nội dung khiếu nại", "Đ11a.2 Luật KN"),
    LyDo("toa_an", "Tòa án đã thụ lý hoặc đã giải quyết vụ việc", "Đ11a.2 Luật KN"),
)
DINH_CHI_TO_CAO = (
    LyDo("rut", "Người tố cáo rút toàn bộ nội dung tố cáo, không thuộc trường hợp phải tiếp tục", "Đ33, 34.3 Luật TC"),
    LyDo(
        "nguoi_bi_to_cao_chet",
        "Người bị tố cáo là cá nhân chết, chỉ liên quan trách nhiệm của người đó",
        "Đ34.3 Luật TC",
    ),
    LyDo(
        "da_giai_quyet",
        "Vụ việc đã được giải quyết bằng bản án, quyết định có hiệu lực pháp luật",
        "Đ34.3 Luật TC",
    ),
)
DUNG_KIEN_NGHI_PHAN_ANH = (
    LyDo("rut", "Người kiến nghị, phản ánh rút nội dung", "thỏa thuận với người gửi"),
    LyDo("khong_con", "Không còn nội dung để giải quyết", "quy trình của Trung tâm"),
)

# Even when it is withdrawn, a tố cáo is still resolved in these cases.
VAN_GIAI_QUYET_TO_CAO = (
    LyDo("dau_hieu", "Người bị tố cáo có dấu hiệu vi phạm pháp luật", "Đ33.3 Luật TC"),
    LyDo("bi_ep", "Việc rút tố cáo do bị đe dọa, cưỡng ép, mua chuộc", "Đ33.3 Luật TC"),
    LyDo("vu_khong", "Người tố cáo lợi dụng việc tố cáo để vu khống, xúc phạm người bị tố cáo", "Đ33.3 Luật TC"),
)

# A case is complex when one of these holds, and has to be found so in writing; two make a tố cáo especially complex.
TIEU_CHI_PHUC_TAP = tuple(
    LyDo(ma, noi_dung, "Đ3a NĐ 124/2020 (NĐ 155/2026); Đ3.2 NĐ 31/2019")
    for ma, noi_dung in (
        ("dia_diem", "Phải xác minh tại từ 02 địa điểm trở lên"),
        ("noi_dung", "Phải xác minh từ 02 nội dung trở lên"),
        ("nhieu_nguoi", "Có nhiều người tham gia hoặc ảnh hưởng đến quyền, lợi ích của nhiều người"),
        ("nuoc_ngoai", "Có yếu tố nước ngoài"),
        ("nhieu_co_quan", "Thuộc trách nhiệm của nhiều cơ quan, tổ chức"),
        ("y_kien_khac", "Các cơ quan, tổ chức còn có ý kiến khác nhau"),
        ("chung_cu", "Tài liệu, chứng cứ mâu thuẫn hoặc cần ý kiến chuyên môn, giám định"),
    )
)

# Good reasons of who does not come or cannot go on; the list is open, each needs a proof in the file.
LY_DO_CHINH_DANG = (
    LyDo("thien_tai", "Thiên tai, dịch bệnh, chiến tranh, địch họa", "Đ28a NĐ 124/2020 (NĐ 155/2026)"),
    LyDo("om_dau", "Tai nạn, ốm đau, đi công tác, học tập ở xa", "Đ28a NĐ 124/2020 (NĐ 155/2026)"),
    LyDo("tai_lieu", "Tài liệu, chứng cứ đang bị tạm giữ, niêm phong", "Đ28a NĐ 124/2020 (NĐ 155/2026)"),
    LyDo("khac", "Lý do chính đáng khác, có giấy tờ chứng minh", "Đ28a NĐ 124/2020 (NĐ 155/2026)"),
)

# What is done on a conclusion within 7 working days.
XU_LY_KET_LUAN = (
    LyDo("khoi_phuc", "Khôi phục quyền, lợi ích hợp pháp của người bị tố cáo không vi phạm", "Đ36.1 Luật TC"),
    LyDo("to_cao_sai", "Xử lý, kiến nghị xử lý người cố ý tố cáo sai sự thật", "Đ36.1 Luật TC"),
    LyDo("xu_ly", "Xử lý người vi phạm theo thẩm quyền, áp dụng biện pháp khắc phục hậu quả", "Đ36.1 Luật TC"),
    LyDo("kien_nghi", "Kiến nghị cơ quan có thẩm quyền xử lý người vi phạm", "Đ36.1 Luật TC"),
    LyDo("dieu_tra", "Chuyển hồ sơ đến cơ quan điều tra do có dấu hiệu tội phạm", "Đ36.1 Luật TC"),
)

BIEN_PHAP_BAO_VE = (
    LyDo("bi_mat", "Bảo vệ bí mật thông tin", "Đ56 Luật TC"),
    LyDo("viec_lam", "Bảo vệ vị trí công tác, việc làm", "Đ57 Luật TC"),
    LyDo("tinh_mang", "Bảo vệ tính mạng, sức khỏe, tài sản, danh dự, nhân phẩm", "Đ58 Luật TC"),
)
THOI_BAO_VE = (
    LyDo("het_can_cu", "Căn cứ áp dụng biện pháp bảo vệ không còn", "Đ54.2 Luật TC"),
    LyDo("de_nghi", "Theo đề nghị bằng văn bản của người được bảo vệ", "Đ54.2 Luật TC"),
    LyDo("vi_pham", "Người được bảo vệ cố ý vi phạm nghĩa vụ của mình", "Đ54.2c, 48.2 Luật TC (136/2025)"),
)


def ly_do_khong_thu_ly(loai: str) -> tuple[LyDo, ...]:
    """Grounds of not accepting a petition of this kind."""
    return KHONG_THU_LY_TO_CAO if loai == LoaiDon.TO_CAO else KHONG_THU_LY_KHIEU_NAI


def ly_do_tam_dinh_chi(loai: str) -> tuple[LyDo, ...]:
    """Grounds of letting the clock of resolution stand still."""
    return TAM_DINH_CHI_TO_CAO if loai == LoaiDon.TO_CAO else TAM_DINH_CHI_KHIEU_NAI


def ly_do_dinh_chi(loai: str) -> tuple[LyDo, ...]:
    """Grounds of stopping the resolution for good."""
    bang = {LoaiDon.KHIEU_NAI: DINH_CHI_KHIEU_NAI, LoaiDon.TO_CAO: DINH_CHI_TO_CAO}
    return bang.get(loai, DUNG_KIEN_NGHI_PHAN_ANH)
