"""Sections II.1 and II.2 of the report: reception; petitions received, classified, processed."""

from baocao.cau_van import DON, LUAT_TCD, ND_154, TIEP, CauVan, DoanVan, cac_diem, cau, gach_dong, noi
from baocao.viet_tinh_hinh import LAN_KN, LAN_TC
from donthu.phan_loai import NguonDon
from donthu.thoi_han import cac_dong
from donthu.viec import Viec
from tochuc.dinh_dang import so_van, so_vn

LINH_VUC_PA = ((20, "đơn về chế độ, chính sách"), (21, "đơn về đất đai"), (22, "đơn về lĩnh vực khác"))
BA_LOAI = ((6, "đơn khiếu nại"), (12, "đơn tố cáo"), (19, "đơn kiến nghị, phản ánh"))
NGOAI_THAM_QUYEN = ((24, "đơn đã hướng dẫn"), (25, "đơn đã chuyển cơ quan có thẩm quyền"))


# --- II.1. Reception --------------------------------------------------------------------------------------------------


def tiep_dan(van: CauVan) -> DoanVan:
    if not van.so(TIEP, 1):
        dau = f"Trong kỳ {van.khong(TIEP, 1)} phát sinh lượt tiếp công dân{van.so_voi_cung_ky(TIEP, 1, 'lượt')}."
        return (dau, _ngay_tiep(van), *_tiep_khac(van))
    doan = f"; trong đó có {van.ma(TIEP, 4)} đoàn đông người" if van.so(TIEP, 4) else ""
    dau = (
        f"Trong kỳ, Trung tâm đã tiếp {van.ma(TIEP, 1)} lượt với {van.ma(TIEP, 2)} người, về {van.ma(TIEP, 3)} vụ việc"
        f"{van.so_voi_cung_ky(TIEP, 1, 'lượt')}{doan}."
    )
    thuong_xuyen = f"Tiếp thường xuyên: {_luot(van, 5)}{_doan(van, 8)}." if van.so(TIEP, 5) else ""
    return (dau, gach_dong(thuong_xuyen, _ngay_tiep(van)), *_tiep_khac(van))


def _luot(van: CauVan, dau: int) -> str:
    """Visits, people, matters of a section whose columns begin at `dau`."""
    return f"{van.ma(TIEP, dau)} lượt, {van.ma(TIEP, dau + 1)} người, {van.ma(TIEP, dau + 2)} vụ việc"


def _doan(van: CauVan, cot: int) -> str:
    if not van.so(TIEP, cot):
        return ""
    return f"; trong đó có {van.ma(TIEP, cot)} đoàn đông người với {van.ma(TIEP, cot + 1)} người"


def _ngay_tiep(van: CauVan) -> str:
    """The head's own days beside what the law asks, one a month."""
    cac_cau = [f"Người đứng đầu trực tiếp tiếp công dân {van.ma(TIEP, 10)} ngày: {_gap(van, 11)}{_doan(van, 14)}."]
    if not van.so(TIEP, 10):
        cac_cau = [f"Trong kỳ {van.khong(TIEP, 10)} có ngày tiếp công dân định kỳ, đột xuất của người đứng đầu."]
    if van.so(TIEP, 16):
        cac_cau.append(f"Ủy quyền tiếp {van.ma(TIEP, 16)} ngày: {_gap(van, 17)}{_doan(van, 20)}.")
    cac_cau.append(
        f"Theo {can_cu_tiep(van)}, người đứng đầu trực tiếp tiếp công dân ít nhất 01 ngày trong 01 tháng, tương ứng "
        f"{so_van(so_ngay_phai_tiep(van))} ngày trong kỳ."
    )
    return " ".join(cac_cau)


def _gap(van: CauVan, dau: int) -> str:
    return _luot(van, dau) if van.so(TIEP, dau) else f"{van.khong(TIEP, dau)} có công dân đến"


def so_ngay_phai_tiep(van: CauVan) -> int:
    """Days that the head owes the period: one a month."""
    return len(van.ky.cac_quy()) * 3


def theo_nd_154(van: CauVan) -> bool:
    """Whether NĐ 154/2026 was in force at the end of the period."""
    return any(dong.hieu_luc(van.ky.den_ngay) for dong in cac_dong(Viec.TIEP_DINH_KY))


def can_cu_tiep(van: CauVan) -> str:
    """The article that asks for the head's day, in force at the end of the period."""
    if theo_nd_154(van):
        return f"khoản 2 Điều 10 {van.dan(ND_154)}"
    return f"khoản 2 Điều 18 {van.dan(LUAT_TCD)}"


def _tiep_khac(van: CauVan) -> DoanVan:
    them = van.them
    return cau(
        f"trong số lượt đã tiếp có {so_van(them.tiep_truc_tuyen)} lượt tiếp công dân trực tuyến"
        if them.tiep_truc_tuyen
        else "",
        f"từ chối tiếp {so_van(them.tu_choi_tiep)} lượt theo quy định của pháp luật (không tính vào số lượt đã tiếp)"
        if them.tu_choi_tiep
        else "",
    )


# --- II.2. Petitions --------------------------------------------------------------------------------------------------


def xu_ly_don(van: CauVan) -> DoanVan:
    if not van.so(DON, 1):
        dau = f"Trong kỳ {van.khong(DON, 1)} phát sinh đơn phải xử lý{van.so_voi_cung_ky(DON, 1, 'đơn')}."
        return (dau, *_kien_nghi(van), *_kenh(van))
    return (
        *cac_diem(_tong_so_don(van), _thuoc_tham_quyen(van), _khong_thuoc_tham_quyen(van), *_kien_nghi(van)),
        *_kenh(van),
    )


def _tong_so_don(van: CauVan) -> str:
    moi, gom = van.them.don_moi, ""
    if chuyen_sang := van.so(DON, 1) - moi:
        gom = f" (kỳ trước chuyển sang {so_van(chuyen_sang)} đơn, nhận trong kỳ {so_van(moi)} đơn)"
    if not moi:
        gom = " (đều do kỳ trước chuyển sang)"
    khong_du = van.so(DON, 2) - van.so(DON, 3)
    phan = [
        f"Tổng số đơn phải xử lý là {van.ma(DON, 1)} đơn{gom}{van.so_voi_cung_ky(DON, 1, 'đơn')}",
        f"đã xử lý {van.ma(DON, 2)} đơn, đạt {van.ty_le(DON, 1, 2)}",
    ]
    if van.so(DON, 2):
        dieu_kien = f"trong đó {van.ma(DON, 3)} đơn đủ điều kiện xử lý"
        phan.append(f"{dieu_kien}, {van.tru(DON, 2, 3)} đơn không đủ điều kiện xử lý" if khong_du else dieu_kien)
    return f"{noi(*phan)}."


def _thuoc_tham_quyen(van: CauVan) -> str:
    if not van.so(DON, 4):
        return ""
    cau_dau = (
        f"Đơn thuộc thẩm quyền giải quyết: {van.ma(DON, 4)} đơn/{van.ma(DON, 5)} vụ việc, gồm "
        f"{van.liet_ke(DON, BA_LOAI)}."
    )
    lan_hai = van.liet_ke(DON, (LAN_KN[1], LAN_TC[1]))
    linh_vuc = van.liet_ke(DON, LINH_VUC_PA, 19)
    return noi(
        cau_dau,
        f"Trong đó có {lan_hai}." if lan_hai else "",
        f"Kiến nghị, phản ánh phân theo lĩnh vực: {linh_vuc}." if linh_vuc else "",
        dau=" ",
    )


def _khong_thuoc_tham_quyen(van: CauVan) -> str:
    if not van.so(DON, 23):
        return ""
    return f"Đơn không thuộc thẩm quyền: {van.ma(DON, 23)} đơn, gồm {van.liet_ke(DON, NGOAI_THAM_QUYEN)}."


def _kien_nghi(van: CauVan) -> DoanVan:
    """How kiến nghị, phản ánh were resolved: no form asks for it."""
    kq = van.them.kien_nghi
    if not kq.tong:
        return ()
    ket_qua = noi(
        *(
            f"{chu} {so_van(so)} đơn"
            for so, chu in (
                (kq.tra_loi, "đã giải quyết, trả lời"),
                (kq.noi_khac, "hướng dẫn, chuyển cơ quan có thẩm quyền"),
                (kq.luu, "lưu đơn"),
                (kq.dung, "dừng giải quyết do người gửi rút"),
                (kq.con, "đang giải quyết, chuyển kỳ sau"),
            )
            if so
        )
    )
    gom = f" (kỳ trước chuyển sang {so_van(kq.tong - kq.moi)} đơn)" if kq.tong > kq.moi else ""
    return (f"Kết quả giải quyết kiến nghị, phản ánh: tổng số {so_van(kq.tong)} đơn{gom}; {ket_qua}.",)


def _kenh(van: CauVan) -> DoanVan:
    """The hot line and the suggestion boxes, of which the Sở asks beside the forms."""
    them = van.them
    kenh = {muc.ma: muc for muc in them.kenh}
    nong, hom = kenh.get(NguonDon.DUONG_DAY_NONG), kenh.get(NguonDon.HOM_THU)
    phan = []
    if nong and nong.nhan:
        phan.append(
            f"qua đường dây nóng tiếp nhận {so_van(nong.nhan)} ý kiến"
            + (f", đã trả lời {so_van(nong.tra_loi)} ý kiến" if nong.tra_loi else "")
            + (f", thời gian trả lời bình quân {so_vn(nong.so_ngay)} ngày" if nong.so_ngay else "")
        )
    if (hom and hom.nhan) or them.mo_hom_thu:
        mo = f"mở hòm thư góp ý {so_van(them.mo_hom_thu)} lần" if them.mo_hom_thu else "qua hòm thư góp ý"
        nhan = f"tiếp nhận {so_van(hom.nhan)} ý kiến" if hom and hom.nhan else "không có thư"
        phan.append(f"{mo}, {nhan}" if them.mo_hom_thu else f"{mo} {nhan}")
    return cau(*phan)
