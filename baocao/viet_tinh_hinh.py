"""Section I of the report: how many complaints and denunciations, in which fields, and what grew."""

from baocao.cau_van import DON, KN, TC, CauVan, CotChu, DoanVan, gach_dong, noi
from baocao.du_kien_van import HaiKy
from tochuc.dinh_dang import phan_tram, so_van

LINH_VUC_KN = ((9, "đơn về đất đai"), (10, "đơn về chế độ, chính sách"), (11, "đơn về lĩnh vực khác"))
LINH_VUC_TC = (
    (15, "đơn về hành chính"),
    (16, "đơn về tham nhũng"),
    (17, "đơn về tư pháp"),
    (18, "đơn về lĩnh vực khác"),
)
LAN_KN = ((7, "đơn khiếu nại lần đầu"), (8, "đơn khiếu nại lần hai"))
LAN_TC = ((13, "đơn tố cáo lần đầu"), (14, "đơn tố cáo tiếp"))
CO_LOI = (
    (KN, "khiếu nại đúng hoặc đúng một phần", (8, 10)),
    (TC, "tố cáo đúng hoặc có đúng, có sai", (8, 10, 11, 13)),
)
NGOAI_PHAM_VI = "14"  # the field of what is no business of a centre


def tinh_hinh_khieu_nai(van: CauVan) -> DoanVan:
    return _tinh_hinh(van, "khiếu nại", 6, LAN_KN, LINH_VUC_KN)


def tinh_hinh_to_cao(van: CauVan) -> DoanVan:
    return _tinh_hinh(van, "tố cáo", 12, LAN_TC, LINH_VUC_TC)


def _tinh_hinh(van: CauVan, ten: str, cot: int, cac_lan: CotChu, linh_vuc: CotChu) -> DoanVan:
    so_sanh = van.so_voi_cung_ky(DON, cot, "đơn")
    if not van.so(DON, cot):
        return (f"Trong kỳ {van.khong(DON, cot)} phát sinh đơn {ten} thuộc thẩm quyền giải quyết{so_sanh}.",)
    lan = van.liet_ke(DON, cac_lan) if van.so(DON, cac_lan[1][0]) else ""
    return (
        f"Trong kỳ, Trung tâm tiếp nhận, xử lý {van.ma(DON, cot)} đơn {ten} thuộc thẩm quyền giải quyết{so_sanh}"
        f"{f'; gồm {lan}' if lan else ''}.",
        f"Phân theo lĩnh vực: {van.liet_ke(DON, linh_vuc, cot)}.",
    )


def nguyen_nhan(van: CauVan) -> DoanVan:
    """What grew, as a start for who knows why: no cause is made up."""
    khach_quan, chu_quan = "", _qua_giai_quyet_co_loi(van)
    if van.bieu_cung_ky[DON][1]:  # a year without any petition is one before the register began
        khach_quan = _ngoai_tham_quyen_tang(van)
        chu_quan = noi(_linh_vuc_tang(van), _don_vi_tang(van), chu_quan)
    muc = gach_dong(
        f"Về khách quan: {khach_quan}." if khach_quan else "", f"Về chủ quan: {chu_quan}." if chu_quan else ""
    )
    return (f"Qua phân tích số liệu so với cùng kỳ năm {van.ky.nam - 1}:\n{muc}",) if muc else ()


def _ngoai_tham_quyen_tang(van: CauVan) -> str:
    if van.so(DON, 23) <= van.bieu_cung_ky[DON][23]:
        return ""
    return (
        "số đơn không thuộc thẩm quyền của Trung tâm, công dân gửi chưa đúng cơ quan giải quyết, "
        f"{van.tang_giam(DON, 23, 'đơn')}"
    )


def _linh_vuc_tang(van: CauVan) -> str:
    """The field of the health sector that grew most."""
    tang = tang_nhieu_nhat(tuple(muc for muc in van.them.linh_vuc if muc.ma != NGOAI_PHAM_VI))
    if tang is None:
        return ""
    tu_len = f"từ {so_van(tang.cung_ky)} lên" if tang.cung_ky else "cùng kỳ không phát sinh, kỳ này"
    return f"đơn thuộc lĩnh vực “{tang.ten}” tăng nhiều nhất ({tu_len} {so_van(tang.nay)} đơn)"


def _don_vi_tang(van: CauVan) -> str:
    """The unit whose share grew most; a share needs something to be a share of in both periods."""
    tong_nay, tong_truoc = sum(dv.nay for dv in van.them.don_vi), sum(dv.cung_ky for dv in van.them.don_vi)
    if not tong_nay or not tong_truoc:
        return ""
    don_vi = max(van.them.don_vi, key=lambda dv: dv.nay / tong_nay - dv.cung_ky / tong_truoc)
    if don_vi.hieu <= 0:
        return ""
    return (
        f"tỷ trọng đơn giao {don_vi.ten} giải quyết tăng từ {phan_tram(don_vi.cung_ky, tong_truoc)} lên "
        f"{phan_tram(don_vi.nay, tong_nay)}"
    )


def _qua_giai_quyet_co_loi(van: CauVan) -> str:
    muc = [
        f"{van.cong(bieu, *cac_cot)} {ten}"
        for bieu, ten, cac_cot in CO_LOI
        if any(van.so(bieu, cot) for cot in cac_cot)
    ]
    return f"qua giải quyết có {', '.join(muc)}" if muc else ""


def tang_nhieu_nhat(cac_muc: tuple[HaiKy, ...]) -> HaiKy | None:
    """What grew most since the same period of last year, None when nothing did."""
    muc = max(cac_muc, key=lambda muc: muc.hieu, default=None)
    return muc if muc and muc.hieu > 0 else None
