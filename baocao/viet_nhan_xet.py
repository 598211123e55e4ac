"""Sections III to VI of the report: what went well, what did not, what is to come.

Proposals from the numbers, for a person to complete; an opinion is never made up.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from baocao.cau_van import DON, KN, ND_154, TC, THI_HANH, TIEP, CauVan, DoanVan, gach_dong, noi
from baocao.du_kien_van import DungHan, ViecKeHoach
from baocao.ky import KyBaoCao
from baocao.viet_ket_qua import PHAI_LAM
from baocao.viet_tiep_don import can_cu_tiep, so_ngay_phai_tiep, theo_nd_154
from baocao.viet_tinh_hinh import NGOAI_PHAM_VI
from tochuc.dinh_dang import cat_chu, ngay_vn, phan_tram, so_van


@dataclass(frozen=True)
class TyLe:
    """A ratio of columns of one form; the outline asks for these and gives no formula (Mẫu số 02, III.1)."""

    bieu: str
    ten: str
    mau: int
    tu: tuple[int, ...]
    don_vi: str


TY_LE = (
    TyLe(DON, "đơn đã xử lý", 1, (2,), "đơn"),
    TyLe(KN, "khiếu nại thuộc thẩm quyền đã giải quyết", 2, (7, 6), "vụ việc"),
    TyLe(TC, "tố cáo thuộc thẩm quyền đã giải quyết", 2, (7, 6), "vụ việc"),
    TyLe(THI_HANH, "quyết định giải quyết khiếu nại đã thi hành xong", 1, (2,), "quyết định"),
    TyLe(THI_HANH, "kết luận nội dung tố cáo đã thực hiện xong", 16, (17,), "kết luận"),
)
DON_VI_KE_TEN = 5  # late units named; the rest are a number
VIEC_KE_TEN = 12
DAI_VIEC = 200  # characters of a task in a list
BIEN_DO = 0.1  # a quarter within a tenth of the mean of those before is like them
LINH_VUC_KE_TEN = 3


# --- III. Opinion -----------------------------------------------------------------------------------------------------


def uu_diem(van: CauVan) -> DoanVan:
    """The ratios of the outline; none on nothing."""
    dung_han, ke_hoach = van.them.dung_han, van.them.ke_hoach
    muc = gach_dong(
        *(
            f"Tỷ lệ {muc.ten}: {van.ty_le(muc.bieu, muc.mau, *muc.tu)} ({_phan_so(van, muc)} {muc.don_vi})."
            for muc in TY_LE
            if van.so(muc.bieu, muc.mau)
        ),
        _ty_le("Tỷ lệ việc hoàn thành đúng thời hạn luật định", dung_han.dung, dung_han.tong, "việc"),
        _ty_le("Tỷ lệ nhiệm vụ của kế hoạch hoàn thành", ke_hoach.da_xong, ke_hoach.den_han, "nhiệm vụ"),
    )
    return (f"Kết quả chủ yếu trong kỳ:\n{muc}",) if muc else ()


def _phan_so(van: CauVan, ty_le: TyLe) -> str:
    """ "13/14"; of a share over the whole, which decisions on petitions of the period before make, that it is so."""
    tong, mau = sum(van.so(ty_le.bieu, cot) for cot in ty_le.tu), van.ma(ty_le.bieu, ty_le.mau)
    if not tong:
        return f"trong tổng số {mau}"
    ca_ky_truoc = "kể cả của kỳ trước: " if tong > van.so(ty_le.bieu, ty_le.mau) else ""
    return f"{ca_ky_truoc}{van.cong(ty_le.bieu, *ty_le.tu)}/{mau}"


def _ty_le(ten: str, tu: int, mau: int, don_vi: str) -> str:
    if not mau:
        return ""
    return f"{ten}: {phan_tram(tu, mau)} ({f'{so_van(tu)}/' if tu else 'trong tổng số '}{so_van(mau)} {don_vi})."


@dataclass(frozen=True)
class HanChe:
    """A shortcoming that the numbers show, and the part of the work it belongs to."""

    cau: str
    lien_quan: str


def han_che(van: CauVan) -> DoanVan:
    muc = gach_dong(*(han_che.cau for han_che in _cac_han_che(van)))
    return (muc,) if muc else ()


def nguyen_nhan_han_che(van: CauVan) -> DoanVan:
    """Where each shortcoming lies, for who knows its cause; nothing when there is none."""
    lien_quan = dict.fromkeys(han_che.lien_quan for han_che in _cac_han_che(van))
    if not lien_quan:
        return ()
    sau = van.them.chuyen_ky_sau
    khach_quan = noi(
        f"{so_van(sau.phuc_tap)} đơn phức tạp" if sau.phuc_tap else "",
        f"{so_van(sau.dong_nguoi)} đơn đông người" if sau.dong_nguoi else "",
        dau=", ",
    )
    return (
        gach_dong(
            f"Về khách quan: trong số đơn chuyển sang kỳ sau có {khach_quan}." if khach_quan else "",
            f"Về chủ quan: các tồn tại, hạn chế nêu trên liên quan đến {noi(*lien_quan)}.",
        ),
    )


def _cac_han_che(van: CauVan) -> Iterator[HanChe]:
    if van.so(DON, 1) > van.so(DON, 2):
        yield HanChe(
            f"Còn {van.tru(DON, 1, 2)} đơn chưa xử lý xong đến hết ngày "
            f"{ngay_vn(van.them.tinh_den or van.ky.den_ngay)}{_qua_45(van)}.",
            "việc phân loại, xử lý đơn",
        )
    if cham := [don_vi for don_vi in van.them.dung_han_don_vi if don_vi.cham]:
        yield HanChe(_cau_cham(cham), "tiến độ giải quyết của các đơn vị được giao")
    phai_tiep = so_ngay_phai_tiep(van)
    if van.so(TIEP, 10) < phai_tiep and not van.them.tinh_den:
        da_tiep = f"trực tiếp tiếp công dân {van.ma(TIEP, 10)} ngày"
        if not van.so(TIEP, 10):
            da_tiep = f"{van.khong(TIEP, 10)} có ngày tiếp công dân"
        yield HanChe(
            f"Người đứng đầu {da_tiep}, chưa đủ {so_van(phai_tiep)} ngày theo {can_cu_tiep(van)}.",
            "việc bố trí lịch tiếp công dân của người đứng đầu",
        )
    for phan in PHAI_LAM:
        if van.so(THI_HANH, phan.dau) > van.so(THI_HANH, phan.dau + 1):
            con = van.tru(THI_HANH, phan.dau, phan.dau + 1)
            yield HanChe(f"Còn {con} {phan.ten} chưa {phan.viec} xong.", f"việc {phan.viec} {phan.ten}")
    yield from _ke_hoach_cham(van)


def _ke_hoach_cham(van: CauVan) -> Iterator[HanChe]:
    qua_han, ton_tai = van.them.ke_hoach.qua_han, van.them.ton_tai.qua_han
    if qua_han:
        cac_viec = tuple(f"{_ten_viec(viec)} ({viec.don_vi}, hạn {ngay_vn(viec.han)})" for viec in qua_han)
        yield HanChe(
            f"{so_van(len(qua_han))} nhiệm vụ của kế hoạch đã quá hạn, chưa hoàn thành: "
            f"{_ke_ten(cac_viec, VIEC_KE_TEN, 'nhiệm vụ')}.",
            "tiến độ thực hiện kế hoạch của các đơn vị chủ trì",
        )
    if ton_tai:
        yield HanChe(
            f"{so_van(ton_tai)} tồn tại phát hiện qua kiểm tra nội bộ đã quá hạn khắc phục.",
            "việc khắc phục sau kiểm tra của các đơn vị",
        )


def _qua_45(van: CauVan) -> str:
    qua = van.them.chuyen_ky_sau.qua_45_ngay
    if not qua:
        return ""
    can_cu = f" (điểm b khoản 3 Điều 41 {van.dan(ND_154)})" if theo_nd_154(van) else ""
    return f", trong đó {so_van(qua)} đơn đã quá 45 ngày kể từ ngày tiếp nhận{can_cu}"


def _cau_cham(cac_don_vi: list[DungHan]) -> str:
    """Late units, those with most first."""
    cac_don_vi = sorted(cac_don_vi, key=lambda don_vi: -don_vi.cham)
    ten = tuple(f"{don_vi.ten} ({so_van(don_vi.cham)}/{so_van(don_vi.tong)} đơn)" for don_vi in cac_don_vi)
    return (
        f"{so_van(sum(don_vi.cham for don_vi in cac_don_vi))} đơn khiếu nại, kiến nghị, phản ánh không được giải quyết "
        f"đúng hạn, thuộc {so_van(len(ten))} đơn vị: {_ke_ten(ten, DON_VI_KE_TEN, 'đơn vị')}."
    )


def _ke_ten(cac_ten: tuple[str, ...], toi_da: int, chu: str) -> str:
    con = len(cac_ten) - toi_da
    return noi(*cac_ten[:toi_da], f"và {so_van(con)} {chu} khác" if con > 0 else "")


# --- IV. Forecast -----------------------------------------------------------------------------------------------------


def du_bao(van: CauVan) -> DoanVan:
    return (*_xu_huong(van), *_vu_viec_can_luu_y(van))


def _xu_huong(van: CauVan) -> DoanVan:
    """From the last four quarters, and the fields that petitions are mostly about."""
    them = van.them
    if not any(so for _, so in them.bon_quy):
        return ("Trong bốn quý gần nhất không phát sinh đơn; dự báo tình hình ổn định.",)
    lich_su = ", ".join(f"{_ten_quy(quy)}: {so_van(so)} đơn" for quy, so in them.bon_quy)
    if them.tinh_den:
        lich_su += f" (tính đến ngày {ngay_vn(them.tinh_den)})"
    huong, du_bao = _chieu_huong([so for _, so in them.bon_quy[: -1 if them.tinh_den else None]])
    trong_pham_vi = (muc for muc in them.linh_vuc if muc.nay and muc.ma != NGOAI_PHAM_VI)
    nhieu = sorted(trong_pham_vi, key=lambda muc: -muc.nay)[:LINH_VUC_KE_TEN]
    tap_trung = "; ".join(f"{muc.ten} ({so_van(muc.nay)} đơn)" for muc in nhieu)
    return (
        f"Số đơn tiếp nhận bốn quý gần nhất: {lich_su}; xu hướng {huong}. Dự báo trong kỳ tiếp theo, số đơn {du_bao}"
        + (f", tập trung ở các lĩnh vực có nhiều đơn trong kỳ: {tap_trung}." if tap_trung else "."),
    )


def _ten_quy(quy: KyBaoCao) -> str:
    return f"q{quy.ten_ky[1:]}".replace(" năm ", "/")


def _chieu_huong(so: list[int]) -> tuple[str, str]:
    """Where the last quarter lies to the mean of those before."""
    truoc = sum(so[:-1]) / len(so[:-1])
    if so[-1] > truoc * (1 + BIEN_DO):
        return "tăng", "có thể tiếp tục tăng"
    if so[-1] < truoc * (1 - BIEN_DO):
        return "giảm", "có thể tiếp tục giảm"
    return "ổn định", "ở mức tương đương"


def _vu_viec_can_luu_y(van: CauVan) -> DoanVan:
    sau = van.them.chuyen_ky_sau
    co = [
        f"{so_van(so)} đơn {chu}"
        for so, chu in (
            (sau.phuc_tap, "phức tạp"),
            (sau.dong_nguoi, "đông người"),
            (sau.vuot_cap, "vượt cấp"),
            (sau.keo_dai, "kéo dài"),
        )
        if so
    ]
    if not co:
        return ()
    giai_thich = " (một đơn có thể mang nhiều đặc điểm)" if len(co) > 1 else ""
    return (
        f"Trong {so_van(sau.tong)} đơn chuyển sang kỳ sau có {noi(*co, dau=', ')}{giai_thich}, cần tập trung giải "
        "quyết, không để phát sinh điểm nóng.",
    )


# --- V, VI ------------------------------------------------------------------------------------------------------------


def phuong_huong(van: CauVan) -> DoanVan:
    """What goes on, then the tasks of the plans that are due in the next period."""
    con, viec_qua_han = van.them.chuyen_ky_sau.tong, len(van.them.ke_hoach.qua_han)
    muc = (
        "Duy trì tiếp công dân thường xuyên; người đứng đầu trực tiếp tiếp công dân định kỳ theo lịch đã công bố.",
        f"Giải quyết dứt điểm {so_van(con)} đơn chuyển sang kỳ sau, bảo đảm thời hạn luật định." if con else "",
        f"Hoàn thành {so_van(viec_qua_han)} nhiệm vụ của kế hoạch đã quá hạn." if viec_qua_han else "",
    )
    ky_sau = van.them.ke_hoach.ky_sau
    if not ky_sau:
        return (gach_dong(*muc),)
    viec = [
        f"{_ten_viec(viec)}, hạn ngày {ngay_vn(viec.han)}, chủ trì: {viec.don_vi}." for viec in ky_sau[:VIEC_KE_TEN]
    ]
    con_lai = len(ky_sau) - VIEC_KE_TEN
    khac = f"Và {so_van(con_lai)} nhiệm vụ khác theo kế hoạch." if con_lai > 0 else ""
    return (gach_dong(*muc), f"Nhiệm vụ theo kế hoạch đến hạn trong kỳ tiếp theo:\n{gach_dong(*viec, khac)}")


def _ten_viec(viec: ViecKeHoach) -> str:
    return cat_chu(viec.noi_dung.rstrip(" .;"), DAI_VIEC)


def kien_nghi(van: CauVan) -> DoanVan:
    """Only what the numbers ask for, naming the law text (Mẫu số 02)."""
    if not van.so(TIEP, 16):
        return ("Không có kiến nghị, đề xuất.",)
    return (
        f"Đề nghị Sở Y tế hướng dẫn việc ủy quyền tiếp công dân định kỳ: {can_cu_tiep(van)} quy định người đứng đầu "
        "trực tiếp tiếp công dân, trong khi Biểu số 01/TCD còn mục “Ủy quyền tiếp”; trong kỳ, Trung tâm đã ủy quyền "
        f"tiếp {van.ma(TIEP, 16)} ngày.",
    )
