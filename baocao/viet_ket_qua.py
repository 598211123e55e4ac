"""Sections II.3 to II.6 of the report: complaints and denunciations resolved, carried out; protection; management."""

from collections.abc import Iterator
from dataclasses import dataclass

from baocao.cau_van import KN, QUAN_LY, TC, THI_HANH, CauVan, DoanVan, cac_diem, noi
from tochuc.dinh_dang import phan_tram, so_van

TRANG_THAI = (
    (4, "đã thụ lý giải quyết"),
    (3, "đang xem xét điều kiện thụ lý"),
    (5, "không thụ lý"),
    (6, "đình chỉ giải quyết do rút đơn"),
)
KET_QUA_KN = (
    (8, "khiếu nại đúng"),
    (9, "khiếu nại sai"),
    (10, "khiếu nại đúng một phần"),
    (11, "quyết định lần hai công nhận kết quả giải quyết lần đầu"),
    (12, "quyết định lần hai hủy, sửa kết quả giải quyết lần đầu"),
)
KET_QUA_TC = (
    (8, "tố cáo đúng"),
    (9, "tố cáo sai"),
    (10, "tố cáo có đúng, có sai"),
    (11, "tố cáo tiếp đúng"),
    (12, "tố cáo tiếp sai"),
    (13, "tố cáo tiếp có đúng, có sai"),
)
VAN_BAN_QUAN_LY = ((1, "văn bản mới"), (2, "văn bản sửa đổi, bổ sung"), (3, "văn bản hủy bỏ"))
TO_CHUC_CA_NHAN = "tổ chức", "cá nhân"


# --- II.3. Resolved ---------------------------------------------------------------------------------------------------


def giai_quyet_khieu_nai(van: CauVan) -> DoanVan:
    if not van.so(KN, 1) and not van.so(KN, 7):
        return (f"Trong kỳ {van.khong(KN, 1, 7)} phát sinh vụ việc khiếu nại thuộc thẩm quyền giải quyết.",)
    nguoi = f"{van.ma(KN, 19)} người{van.trong_do_can_bo(KN, 20)}" if van.so(KN, 19) else ""
    return (
        *_thuoc_tham_quyen(van, KN, "khiếu nại"),
        *_ban_hanh(van, KN, "quyết định giải quyết khiếu nại", van.liet_ke(KN, KET_QUA_KN)),
        *_qua_giai_quyet(van, KN, 13, nguoi, 21),
    )


def giai_quyet_to_cao(van: CauVan) -> DoanVan:
    if not van.so(TC, 1) and not van.so(TC, 7):
        return (f"Trong kỳ {van.khong(TC, 1, 7)} phát sinh vụ việc tố cáo thuộc thẩm quyền giải quyết.",)
    ca_nhan = f"{van.ma(TC, 21)} cá nhân{van.trong_do_can_bo(TC, 22)}" if van.so(TC, 21) else ""
    return (
        *_thuoc_tham_quyen(van, TC, "tố cáo"),
        *_ban_hanh(van, TC, "kết luận nội dung tố cáo", van.liet_ke(TC, KET_QUA_TC)),
        *_qua_giai_quyet(van, TC, 14, noi(van.liet_ke(TC, ((20, "tổ chức"),)), ca_nhan, dau=", "), 23),
    )


def _thuoc_tham_quyen(van: CauVan, bieu: str, ten: str) -> DoanVan:
    if not van.so(bieu, 1):
        return ()
    return (
        f"Có {van.ma(bieu, 1)} đơn {ten} thuộc thẩm quyền với {van.ma(bieu, 2)} vụ việc; "
        f"{van.ke_viec(bieu, TRANG_THAI, 'vụ việc')}.",
    )


def _ban_hanh(van: CauVan, bieu: str, van_ban: str, ket_qua: str) -> DoanVan:
    """Decisions of the period, whenever the petition came in."""
    return (f"Đã ban hành {van.ma(bieu, 7)} {van_ban}: {ket_qua}.",) if van.so(bieu, 7) else ()


def _qua_giai_quyet(van: CauVan, bieu: str, dau: int, xu_ly: str, dieu_tra: int) -> DoanVan:
    """What the decisions order: money and land from column `dau` on, people, cases for the investigators."""
    thu_hoi, tra_lai = van.tien_dat(bieu, dau, dau + 1), van.tien_dat(bieu, dau + 2, dau + 3)
    quyen_loi = van.liet_ke(bieu, tuple(enumerate(TO_CHUC_CA_NHAN, start=dau + 4)))
    noi_dung = noi(
        f"kiến nghị thu hồi cho Nhà nước {thu_hoi}" if thu_hoi else "",
        f"trả lại cho tổ chức, cá nhân {tra_lai}" if tra_lai else "",
        f"trả lại quyền lợi cho {quyen_loi}" if quyen_loi else "",
        f"kiến nghị xử lý hành chính {xu_ly}" if xu_ly else "",
        _dieu_tra(van, bieu, dieu_tra),
    )
    return (f"Qua giải quyết: {noi_dung}.",) if noi_dung else ()


def _dieu_tra(van: CauVan, bieu: str, dau: int) -> str:
    so = van.liet_ke(bieu, ((dau, "vụ"), (dau + 1, "người")))
    return f"chuyển cơ quan điều tra {so}{van.trong_do_can_bo(bieu, dau + 2)}" if so else ""


# --- II.4. Carried out ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PhanThiHanh:
    """One half of 05/KQTH: its first column, what is carried out and how that is called, where people stand in it."""

    dau: int
    ten: str
    ngan: str
    viec: str
    cot_nguoi: int
    cot_to_chuc: int | None = None


PHAI_LAM = (
    PhanThiHanh(1, "quyết định giải quyết khiếu nại", "quyết định", "thi hành", 11),
    PhanThiHanh(16, "kết luận nội dung tố cáo", "kết luận", "thực hiện", 27, 26),
)


def thi_hanh(van: CauVan) -> DoanVan:
    if not any(van.so(THI_HANH, phan.dau) for phan in PHAI_LAM):
        return (
            f"Trong kỳ {van.khong(THI_HANH, 1, 16)} có quyết định giải quyết khiếu nại phải thi hành, kết luận nội "
            "dung tố cáo phải thực hiện.",
        )
    return tuple(_mot_phan_thi_hanh(van, phan) for phan in PHAI_LAM)


def _mot_phan_thi_hanh(van: CauVan, phan: PhanThiHanh) -> str:
    phai, xong = phan.dau, phan.dau + 1
    if not van.so(THI_HANH, phai):
        return f"Trong kỳ {van.khong(THI_HANH, phai)} có {phan.ten} phải {phan.viec}."
    ket_qua = f"{van.khong(THI_HANH, xong)} có {phan.ngan} {phan.viec} xong trong kỳ"
    if van.so(THI_HANH, xong):
        ty_le = van.ty_le(THI_HANH, phai, xong)
        ket_qua = f"đã {phan.viec} xong {van.ma(THI_HANH, xong)} {phan.ngan}, đạt {ty_le}"
    muc = noi(
        f"{van.ma(THI_HANH, phai)} {phan.ten}",
        ket_qua,
        _phai_da(van, phan.dau + 2, "phải thu hồi cho Nhà nước", "đã thu"),
        _phai_da(van, phan.dau + 6, "phải trả lại cho tổ chức, cá nhân", "đã trả"),
        *_nguoi_bi_xu_ly(van, phan),
    )
    return f"Phải {phan.viec} {muc}."


def _phai_da(van: CauVan, dau: int, phai: str, da: str) -> str:
    """Money and land ordered, and how much of it came."""
    cac_so = ((phai, van.tien_dat(THI_HANH, dau, dau + 1)), (da, van.tien_dat(THI_HANH, dau + 2, dau + 3)))
    return noi(*(f"{chu} {so}" for chu, so in cac_so if so), dau=", ")


def _nguoi_bi_xu_ly(van: CauVan, phan: PhanThiHanh) -> Iterator[str]:
    nguoi, vu = phan.cot_nguoi, phan.cot_nguoi + 2
    to_chuc = van.liet_ke(THI_HANH, ((phan.cot_to_chuc, "tổ chức"),)) if phan.cot_to_chuc else ""
    ca_nhan = f"{van.ma(THI_HANH, nguoi)} người{van.trong_do_can_bo(THI_HANH, nguoi + 1)}"
    if xu_ly := noi(to_chuc, ca_nhan if van.so(THI_HANH, nguoi) else "", dau=", "):
        yield f"đã xử lý hành chính {xu_ly}"
    if khoi_to := van.liet_ke(THI_HANH, ((vu, "vụ"), (vu + 1, "người"))):
        yield f"đã khởi tố {khoi_to}{van.trong_do_can_bo(THI_HANH, vu + 2)}"


# --- II.5. Protection -------------------------------------------------------------------------------------------------


def bao_ve(van: CauVan) -> DoanVan:
    """How many, and what was decided; never who (Đ56 Luật TC)."""
    bao_ve = van.them.bao_ve
    phan = [
        f"{chu} {so_van(so)} trường hợp"
        for so, chu in (
            (bao_ve.ap_dung, "áp dụng biện pháp bảo vệ"),
            (bao_ve.chuyen, "đề nghị cơ quan có thẩm quyền bảo vệ"),
            (bao_ve.tu_choi, "không áp dụng biện pháp bảo vệ"),
            (bao_ve.cham_dut, "chấm dứt biện pháp bảo vệ"),
        )
        if so
    ]
    if bao_ve.de_nghi:
        phan.insert(0, f"tiếp nhận {so_van(bao_ve.de_nghi)} đề nghị bảo vệ người tố cáo")
    return (
        (f"Trong kỳ, Trung tâm {noi(*phan)}.",) if phan else ("Trong kỳ không phát sinh đề nghị bảo vệ người tố cáo.",)
    )


# --- II.6. Management -------------------------------------------------------------------------------------------------


def quan_ly(van: CauVan) -> DoanVan:
    doan = cac_diem(_lanh_dao(van), _van_ban_tap_huan(van), _thanh_tra(van), _kiem_tra(van))
    return doan or (
        f"Trong kỳ {van.khong(QUAN_LY, 1, 2, 3, 4, 6)} phát sinh văn bản chỉ đạo, lớp tập huấn, tuyên truyền, cuộc "
        "thanh tra trách nhiệm.",
    )


def _lanh_dao(van: CauVan) -> str:
    ke_hoach, hoat_dong = van.them.ke_hoach, van.them.hoat_dong
    nhiem_vu = (
        f"{so_van(ke_hoach.den_han)} nhiệm vụ của kế hoạch đến hạn, đã hoàn thành {so_van(ke_hoach.da_xong)} nhiệm vụ, "
        f"đạt {phan_tram(ke_hoach.da_xong, ke_hoach.den_han)}"
        if ke_hoach.den_han
        else ""
    )
    noi_dung = noi(
        nhiem_vu,
        f"khen thưởng, gửi thư khen {so_van(hoat_dong.khen_thuong)} lượt" if hoat_dong.khen_thuong else "",
        f"phê bình, xử lý vi phạm {so_van(hoat_dong.phe_binh)} lượt" if hoat_dong.phe_binh else "",
    )
    return f"Công tác lãnh đạo, chỉ đạo: {noi_dung}." if noi_dung else ""


def _van_ban_tap_huan(van: CauVan) -> str:
    van_ban = van.liet_ke(QUAN_LY, VAN_BAN_QUAN_LY)
    hoat_dong = van.them.hoat_dong
    boi_duong = (
        f"Bồi dưỡng nghiệp vụ cho viên chức {so_van(hoat_dong.boi_duong)} đợt, "
        f"{so_van(hoat_dong.boi_duong_nguoi)} lượt người."
        if hoat_dong.boi_duong
        else ""
    )
    return noi(f"Ban hành {van_ban}." if van_ban else "", _tuyen_truyen(van), boi_duong, dau=" ")


def _tuyen_truyen(van: CauVan) -> str:
    """ "Tổ chức 31 buổi …, 3.116 người, đạt 76,37%": the share is of who should have come, where that was noted."""
    if not van.so(QUAN_LY, 4):
        return ""
    hoat_dong = van.them.hoat_dong
    du, phai = hoat_dong.tuyen_truyen_du, hoat_dong.tuyen_truyen_phai
    noi_den = f" tại {so_van(hoat_dong.tuyen_truyen_don_vi)} đơn vị" if hoat_dong.tuyen_truyen_don_vi else ""
    ty_le = f", đạt {phan_tram(du, phai)} số người phải dự" if phai else ""
    if phai and du != van.so(QUAN_LY, 5):
        ty_le = f"{ty_le} ({so_van(du)}/{so_van(phai)} người, tính ở các buổi có ghi số người phải dự)"
    return (
        f"Tổ chức {van.ma(QUAN_LY, 4)} lớp, buổi tập huấn, tuyên truyền pháp luật{noi_den} với "
        f"{van.ma(QUAN_LY, 5)} người tham dự{ty_le}."
    )


def _thanh_tra(van: CauVan) -> str:
    if not van.so(QUAN_LY, 6) and not van.so(QUAN_LY, 13):
        return ""
    vi_pham = van.them.hoat_dong.thanh_tra_vi_pham
    hanh_chinh = van.liet_ke(QUAN_LY, tuple(enumerate(TO_CHUC_CA_NHAN, start=9)))
    dieu_tra = van.liet_ke(QUAN_LY, tuple(enumerate(TO_CHUC_CA_NHAN, start=11)))
    da_xu_ly = van.liet_ke(QUAN_LY, tuple(enumerate(TO_CHUC_CA_NHAN, start=14)))
    khoi_to = van.liet_ke(QUAN_LY, ((16, "vụ"), (17, "đối tượng")))
    noi_dung = noi(
        f"{van.ma(QUAN_LY, 6)} cuộc tại {van.ma(QUAN_LY, 7)} đơn vị"
        + (f", phát hiện {so_van(vi_pham)} đơn vị có vi phạm" if vi_pham else "")
        if van.so(QUAN_LY, 6)
        else "",
        f"đã ban hành kết luận {van.ma(QUAN_LY, 8)} cuộc" if van.so(QUAN_LY, 8) else "",
        f"kiến nghị xử lý hành chính {hanh_chinh}" if hanh_chinh else "",
        f"chuyển cơ quan điều tra {dieu_tra}" if dieu_tra else "",
        f"{van.ma(QUAN_LY, 13)} kết luận thanh tra phải thực hiện" if van.so(QUAN_LY, 13) else "",
        f"đã xử lý hành chính {da_xu_ly}" if da_xu_ly else "",
        f"đã khởi tố {khoi_to}" if khoi_to else "",
    )
    return f"Thanh tra trách nhiệm thực hiện pháp luật về tiếp công dân, khiếu nại, tố cáo: {noi_dung}."


def _kiem_tra(van: CauVan) -> str:
    """Internal checks are no thanh tra: they stand in no column."""
    hoat_dong, ton_tai = van.them.hoat_dong, van.them.ton_tai
    if not hoat_dong.kiem_tra:
        return ""
    con = ton_tai.tong - ton_tai.da_khac_phuc
    khac_phuc = noi(
        f"đã khắc phục {so_van(ton_tai.da_khac_phuc)}" if ton_tai.da_khac_phuc else "",
        f"còn {so_van(con)} đang khắc phục" if con else "",
        dau=", ",
    )
    noi_dung = noi(
        f"{so_van(hoat_dong.kiem_tra)} cuộc tại {so_van(hoat_dong.kiem_tra_don_vi)} lượt khoa, phòng",
        f"phát hiện {so_van(hoat_dong.kiem_tra_vi_pham)} đơn vị có vi phạm" if hoat_dong.kiem_tra_vi_pham else "",
        f"chỉ ra {so_van(ton_tai.tong)} tồn tại, {khac_phuc}" if ton_tai.tong else "",
    )
    return f"Kiểm tra nội bộ: {noi_dung}."
