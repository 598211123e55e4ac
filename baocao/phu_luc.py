"""Annexes that no official form holds: ratios, results of kiến nghị, phản ánh, channels, fields, punctuality, the rest.

Definitions are the centre's own (nothing in TT 06/2025/TT-TTCP); how things are counted: `so_lieu_van`.
"""

from django.db.models import QuerySet

from baocao.bang_phu_luc import BangPhuLuc, cac_dong, dia_chi_so
from baocao.ky import KyBaoCao
from baocao.phu_luc_kenh import (
    duong_day_nong,
    hom_thu,
    mo_hom_thu_theo_thang,
    theo_nguon,
    thoi_gian_tra_loi_duong_day_nong,
)
from baocao.phu_luc_tien_do import chuyen_ky_sau_theo_dau_hieu, dung_han, dung_han_theo_don_vi, ty_le
from baocao.so_lieu import tinh_bao_cao
from baocao.so_lieu_van import LA_KIEN_NGHI, PHUC_VU, con_mo, dem_linh_vuc, ket_qua_theo_loai, ngay_da_qua
from baocao.so_sanh import BienDong
from donthu.dau_hieu import dieu_kien
from donthu.models import DonThu
from donthu.phan_loai import LoaiDon
from tochuc.models import NhanVien


def cac_bang(ky: KyBaoCao) -> tuple[BangPhuLuc, ...]:
    """The annexes of a period, by statements whose number does not depend on the register."""
    tu, den = ky.tu_ngay, ky.den_ngay
    return (
        ty_le(tinh_bao_cao(ky)),
        _kien_nghi_phan_anh(ky),
        theo_nguon(tu, den),
        duong_day_nong(tu, den),
        thoi_gian_tra_loi_duong_day_nong(tu, den),
        mo_hom_thu_theo_thang(tu, den),
        hom_thu(tu, den),
        _theo_linh_vuc(ky),
        dung_han(ky),
        dung_han_theo_don_vi(ky),
        chuyen_ky_sau_theo_dau_hieu(ky),
    )


def chuyen_ky_sau(nguoi: NhanVien, ky: KyBaoCao) -> QuerySet[DonThu]:
    """Petitions still open at the end of the period that this person may see, the oldest first."""
    return con_mo(DonThu.objects.for_user(nguoi), ky.den_ngay).order_by("ngay_nhan", "pk")


def vu_viec_dang_luu_y(nguoi: NhanVien, ky: KyBaoCao) -> list[tuple[str, QuerySet[DonThu]]]:
    """Complex, many people, over the head of the centre, dragging on: of what is still open at the end."""
    con_lai, ngay = chuyen_ky_sau(nguoi, ky), ngay_da_qua(ky)
    return [(dau_hieu.label, con_lai.filter(dieu_kien(dau_hieu, ngay))) for dau_hieu in PHUC_VU]


def _kien_nghi_phan_anh(ky: KyBaoCao) -> BangPhuLuc:
    tu, den = ky.tu_ngay, ky.den_ngay
    ket_qua = ket_qua_theo_loai(tu, den, LA_KIEN_NGHI)
    return BangPhuLuc(
        "kien-nghi-phan-anh",
        "Kết quả giải quyết kiến nghị, phản ánh",
        ("Loại", "Tổng số", "Nhận trong kỳ", "Đã trả lời", "Hướng dẫn, chuyển", "Lưu", "Dừng do rút", "Chưa kết thúc"),
        cac_dong(
            [
                (LoaiDon(loai).label, kq.tong, kq.moi, kq.tra_loi, kq.noi_khac, kq.luu, kq.dung, kq.con)
                for loai, kq in ket_qua.items()
            ]
        ),
        {(hang, 2): dia_chi_so(tu, den, loai=loai) for hang, loai in enumerate(ket_qua)},
    )


def _theo_linh_vuc(ky: KyBaoCao) -> BangPhuLuc:
    truoc = ky.cung_ky()
    cac_muc = dem_linh_vuc(ky)
    dong = cac_dong([(muc.ten, muc.nay, muc.cung_ky) for muc in cac_muc])
    bien_dong = [BienDong(muc.nay, muc.cung_ky) for muc in cac_muc]
    bien_dong.append(BienDong(sum(muc.nay for muc in cac_muc), sum(muc.cung_ky for muc in cac_muc)))
    return BangPhuLuc(
        "theo-linh-vuc",
        "Theo lĩnh vực của ngành y tế (mọi loại đơn, theo ngày nhận)",
        ("Lĩnh vực", "Kỳ này", f"Cùng kỳ năm {truoc.nam}", "Tăng, giảm"),
        tuple((*hang, thay_doi.chu_hieu) for hang, thay_doi in zip(dong, bien_dong, strict=False)),
        {
            (hang, cot): dia_chi_so(ky_nay.tu_ngay, ky_nay.den_ngay, linh_vuc=muc.ma)
            for hang, muc in enumerate(cac_muc)
            for cot, ky_nay in ((1, ky), (2, truoc))
        },
    )
