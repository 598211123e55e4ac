"""Who may do what: the roles of a centre and the table role × permission."""

from django.db.models import TextChoices


class VaiTro(TextChoices):
    TIEP_DAN = "tiep_dan", "Cán bộ tiếp công dân"
    TCHC = "tchc", "Tổ chức - Hành chính"
    TRUONG_DON_VI = "truong_don_vi", "Trưởng khoa, phòng"
    CHUYEN_VIEN = "chuyen_vien", "Chuyên viên xử lý"
    LANH_DAO = "lanh_dao", "Lãnh đạo Trung tâm"
    QUAN_TRI = "quan_tri", "Quản trị hệ thống"


class Quyen(TextChoices):
    TIEP_DAN = "tiep_dan", "Ghi lượt tiếp công dân"
    LICH_TIEP = "lich_tiep", "Lập và công bố lịch tiếp"
    XEM_SO_TIEP = "xem_so_tiep", "Xem Sổ tiếp công dân"
    NHAP_DON = "nhap_don", "Nhập đơn"
    XEM_MOI_DON = "xem_moi_don", "Xem mọi đơn không phải tố cáo"
    XEM_TO_CAO = "xem_to_cao", "Xem đơn tố cáo"
    PHAN_LOAI = "phan_loai", "Phân loại và đề xuất xử lý đơn"
    DUYET = "duyet", "Duyệt thụ lý, không thụ lý, tạm đình chỉ"
    GIAO_VIEC = "giao_viec", "Giao đơn vị giải quyết"
    GIAI_QUYET = "giai_quyet", "Giải quyết vụ việc được giao"
    BAN_HANH = "ban_hanh", "Ký ban hành quyết định, kết luận, trả lời"
    THEO_DOI = "theo_doi", "Gửi, công khai, theo dõi thi hành"
    BAO_CAO = "bao_cao", "Xem và in báo cáo"
    NHAP_SO = "nhap_so", "Nhập sổ cũ từ tệp Excel"
    XEM_NHAT_KY = "xem_nhat_ky", "Xem nhật ký hệ thống"
    QUAN_TRI = "quan_tri", "Quản trị đơn vị, người dùng, lịch nghỉ"


# Quản trị runs the machine and, by NĐ 154/2026 Đ12.2 and Đ56 Luật Tố cáo, has no business with any petition.
BANG_QUYEN: dict[VaiTro, frozenset[Quyen]] = {
    VaiTro.TIEP_DAN: frozenset({Quyen.TIEP_DAN, Quyen.XEM_SO_TIEP, Quyen.NHAP_DON}),
    VaiTro.TCHC: frozenset(
        {
            Quyen.TIEP_DAN,
            Quyen.LICH_TIEP,
            Quyen.XEM_SO_TIEP,
            Quyen.NHAP_DON,
            Quyen.XEM_MOI_DON,
            Quyen.XEM_TO_CAO,
            Quyen.PHAN_LOAI,
            Quyen.GIAO_VIEC,
            Quyen.THEO_DOI,
            Quyen.BAO_CAO,
            Quyen.NHAP_SO,
        }
    ),
    VaiTro.TRUONG_DON_VI: frozenset({Quyen.GIAI_QUYET}),
    VaiTro.CHUYEN_VIEN: frozenset({Quyen.GIAI_QUYET}),
    VaiTro.LANH_DAO: frozenset(
        {
            Quyen.XEM_SO_TIEP,
            Quyen.XEM_MOI_DON,
            Quyen.XEM_TO_CAO,
            Quyen.DUYET,
            Quyen.GIAO_VIEC,
            Quyen.BAN_HANH,
            Quyen.BAO_CAO,
            Quyen.XEM_NHAT_KY,
        }
    ),
    VaiTro.QUAN_TRI: frozenset({Quyen.QUAN_TRI, Quyen.XEM_NHAT_KY}),
}


def quyen_cua(vai_tro) -> frozenset[Quyen]:
    """Union of the permissions of some roles (an iterable of VaiTro or their values)."""
    return frozenset().union(*(BANG_QUYEN[VaiTro(ten)] for ten in vai_tro))
