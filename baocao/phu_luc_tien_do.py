"""Annexes on how the work went: ratios of the outline, what is carried over, punctuality by duty and by unit."""

from collections.abc import Callable

from baocao.bang_phu_luc import CONG, BangPhuLuc, cac_dong
from baocao.bieu_mau import BaoCaoSoLieu
from baocao.du_kien_van import DungHan
from baocao.ky import KyBaoCao
from baocao.so_lieu_van import PHUC_VU, dem_chuyen_ky_sau, dung_han_don_vi, dung_han_theo, ngay_da_qua
from baocao.viet_nhan_xet import TY_LE
from donthu.viec import Viec
from tochuc.dinh_dang import ngay_vn, phan_tram, so_vn

COT_DUNG_HAN = ("Đến hạn", "Đúng hạn", "Trễ hạn", "Chưa xong", "Tỷ lệ đúng hạn")
KHONG_TINH = "không tính"


def ty_le(so_lieu: BaoCaoSoLieu) -> BangPhuLuc:
    """The ratios that Mẫu số 02 asks for; it gives no formula, these are ours. None on zero."""
    dong = []
    for muc in TY_LE:
        cot = so_lieu.bieu[muc.bieu]
        tu, mau = sum(cot[so] for so in muc.tu), cot[muc.mau]
        cac_cot = " + ".join(f"cột {so}" for so in muc.tu)
        cach_tinh = f"{muc.bieu}: {f'({cac_cot})' if len(muc.tu) > 1 else cac_cot} / cột {muc.mau}"
        dong.append((f"Tỷ lệ {muc.ten}", cach_tinh, so_vn(tu), so_vn(mau), phan_tram(tu, mau) or KHONG_TINH))
    return BangPhuLuc(
        "ty-le", "Các tỷ lệ của báo cáo", ("Tỷ lệ", "Cách tính", "Tử số", "Mẫu số", "Kết quả"), tuple(dong)
    )


def chuyen_ky_sau_theo_dau_hieu(ky: KyBaoCao) -> BangPhuLuc:
    """How many petitions go on, and how many bear each flag; they are listed below on the page."""
    sau = dem_chuyen_ky_sau(ky)
    return BangPhuLuc(
        "chuyen-ky-sau",
        "Đơn chuyển sang kỳ sau theo dấu hiệu",
        ("Nội dung", "Số đơn"),
        cac_dong(
            [
                ("Tổng số đơn chuyển sang kỳ sau", sau.tong),
                *((f"Có dấu hiệu {ma.label.lower()}", getattr(sau, ma.value)) for ma in PHUC_VU),
                ("Chưa xử lý quá 45 ngày", sau.qua_45_ngay),
            ],
            cong=False,
        ),
        {(hang, 1): f"#danh-sach-{hang + 1}" for hang in range(len(PHUC_VU) + 1)},
        "Một đơn có thể mang nhiều dấu hiệu.",
    )


def dung_han(ky: KyBaoCao) -> BangPhuLuc:
    """Duties of the law whose last day lies in the period: done in time, done late, not done by its end."""
    return BangPhuLuc(
        "dung-han",
        "Tỷ lệ đúng hạn của các việc theo luật đến hạn trong kỳ",
        ("Việc", *COT_DUNG_HAN),
        _cac_dong_dung_han(dung_han_theo(ky.tu_ngay, ngay_da_qua(ky)), lambda ma: Viec(ma).label),
        ghi_chu=_tinh_den(ky),
    )


def dung_han_theo_don_vi(ky: KyBaoCao) -> BangPhuLuc:
    """Terms of resolution by unit; no tố cáo, so that no accused unit shows (Đ56 Luật TC)."""
    return BangPhuLuc(
        "dung-han-don-vi",
        "Tỷ lệ giải quyết đúng hạn theo đơn vị",
        ("Đơn vị", *COT_DUNG_HAN),
        _cac_dong_dung_han(dung_han_don_vi(ky.tu_ngay, ngay_da_qua(ky)), str),
        ghi_chu=f"Không gồm tố cáo. {_tinh_den(ky)}".strip(),
    )


def _cac_dong_dung_han(cac_muc: tuple[DungHan, ...], ten: Callable[[str], str]) -> tuple[tuple[str, ...], ...]:
    tong = DungHan(CONG, *(sum(getattr(muc, so) for muc in cac_muc) for so in ("tong", "dung", "tre")))
    cac_ten = [ten(muc.ten) for muc in cac_muc]
    if len(cac_muc) > 1:
        cac_muc, cac_ten = (*cac_muc, tong), [*cac_ten, CONG]
    return cac_dong(
        [
            (ten, muc.tong, muc.dung, muc.tre, muc.chua, phan_tram(muc.dung, muc.tong))
            for ten, muc in zip(cac_ten, cac_muc, strict=True)
        ],
        cong=False,
    )


def _tinh_den(ky: KyBaoCao) -> str:
    ngay = ngay_da_qua(ky)
    return f"Kỳ chưa hết: tính các việc đến hạn đến ngày {ngay_vn(ngay)}." if ngay < ky.den_ngay else ""
