"""The rows behind one number of a scorecard as a table: which columns each kind of row shows, and who may see which."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from baocao.cham_diem import NGUON, NamDiem
from baocao.models import HoatDong, PhatHien, ThamDu
from baocao.views.dong_so import LoaiDong
from donthu.models import DonThu, HanViec, PhanCong
from tochuc.dinh_dang import ngay_vn, so_vn
from tochuc.models import DonVi, NhanVien
from tochuc.phan_trang import phan_trang
from tochuc.vai_tro import Quyen


def _duoc_biet(nguoi: NhanVien):
    return DonThu.objects.for_user(nguoi).order_by()


CAC_LOAI_DONG: dict[type[Model], LoaiDong] = {
    DonThu: LoaiDong(
        danh_tu="đơn",
        ten_cot="Mã đơn",
        duoc_xem=DonThu.objects.for_user,
        thu_tu=("-ngay_nhan", "-pk"),
        ten=lambda don: don.ma,
        dia_chi=lambda don: don.get_absolute_url(),
        cot=(
            ("Tóm tắt", lambda don: don.tom_tat),
            ("Loại", lambda don: don.get_loai_display()),
            ("Ngày nhận", lambda don: ngay_vn(don.ngay_nhan)),
            ("Ngày giải quyết", lambda don: ngay_vn(don.ngay_giai_quyet)),
        ),
    ),
    HanViec: LoaiDong(
        danh_tu="thời hạn",
        ten_cot="Mã đơn",
        duoc_xem=lambda nguoi: HanViec.objects.filter(don__in=_duoc_biet(nguoi)).select_related("don"),
        thu_tu=("-han", "-pk"),
        ten=lambda han: han.don.ma,
        dia_chi=lambda han: han.don.get_absolute_url(),
        cot=(
            ("Tóm tắt", lambda han: han.don.tom_tat),
            ("Thời hạn", lambda han: han.get_viec_display()),
            ("Hạn", lambda han: ngay_vn(han.han)),
            ("Ngày xong", lambda han: ngay_vn(han.ngay_xong)),
        ),
    ),
    PhanCong: LoaiDong(
        danh_tu="việc được giao",
        ten_cot="Mã đơn",
        duoc_xem=lambda nguoi: PhanCong.objects.filter(don__in=_duoc_biet(nguoi)).select_related("don"),
        thu_tu=("-ngay_giao", "-pk"),
        ten=lambda viec: viec.don.ma,
        dia_chi=lambda viec: viec.don.get_absolute_url(),
        cot=(
            ("Tóm tắt", lambda viec: viec.don.tom_tat),
            ("Ngày giao", lambda viec: ngay_vn(viec.ngay_giao)),
            ("Hạn nội bộ", lambda viec: ngay_vn(viec.han_noi_bo)),
            ("Ngày báo cáo", lambda viec: ngay_vn(viec.ngay_bao_cao)),
        ),
    ),
    ThamDu: LoaiDong(
        danh_tu="hoạt động",
        ten_cot="Mã",
        duoc_xem=lambda nguoi: ThamDu.objects.select_related("hoat_dong"),
        thu_tu=("-pk",),
        ten=lambda tham_du: tham_du.hoat_dong.ma,
        dia_chi=lambda tham_du: tham_du.hoat_dong.get_absolute_url(),
        cot=(
            ("Ngày", lambda tham_du: ngay_vn(tham_du.hoat_dong.ngay)),
            ("Nội dung", lambda tham_du: tham_du.hoat_dong.noi_dung),
            ("Phải dự, được mời", lambda tham_du: so_vn(tham_du.phai_du)),
            ("Đã dự", lambda tham_du: so_vn(tham_du.da_du)),
        ),
    ),
    PhatHien: LoaiDong(
        danh_tu="tồn tại",
        ten_cot="Cuộc kiểm tra",
        duoc_xem=lambda nguoi: PhatHien.objects.for_user(nguoi).select_related("hoat_dong"),
        thu_tu=("-han_khac_phuc", "-pk"),
        ten=lambda phat_hien: phat_hien.hoat_dong.ma,
        dia_chi=lambda phat_hien: phat_hien.get_absolute_url(),
        cot=(
            ("Tồn tại, vi phạm", lambda phat_hien: phat_hien.noi_dung),
            ("Hạn khắc phục", lambda phat_hien: ngay_vn(phat_hien.han_khac_phuc)),
            ("Ngày khắc phục xong", lambda phat_hien: ngay_vn(phat_hien.ngay_khac_phuc)),
        ),
    ),
    HoatDong: LoaiDong(
        danh_tu="hoạt động",
        ten_cot="Mã",
        duoc_xem=lambda nguoi: HoatDong.objects.all(),
        thu_tu=("-ngay", "-pk"),
        ten=lambda hoat_dong: hoat_dong.ma,
        dia_chi=lambda hoat_dong: hoat_dong.get_absolute_url(),
        cot=(
            ("Ngày", lambda hoat_dong: ngay_vn(hoat_dong.ngay)),
            ("Nội dung", lambda hoat_dong: hoat_dong.noi_dung),
        ),
    ),
}
TRANG_CUA_SO = (HoatDong, ThamDu)  # kept on pages that only readers of reports open


@dataclass(frozen=True)
class DongDiem:
    """One row of the table."""

    ten: str
    dia_chi: str
    cac_o: tuple[tuple[str, str], ...]
    """Words of the column and text, for the narrow screen."""
    tu: int
    mau: int


def bang_dong(ma: str, nam: NamDiem, don_vi: DonVi, request) -> dict[str, Any]:
    """Give the page of rows that `request` asks for, as far as this person may see them."""
    nguon = NGUON[ma]
    loai = CAC_LOAI_DONG[nguon.mo_hinh]
    trang = phan_trang(
        nguon.danh_sach(loai.duoc_xem(request.user), nam, don_vi), request.GET, loai.thu_tu, danh_tu=loai.danh_tu
    )
    co_trang = nguon.mo_hinh not in TRANG_CUA_SO or request.user.co_quyen(Quyen.BAO_CAO)
    return {
        "trang": trang,
        "danh_tu": loai.danh_tu,
        "ten_cot_dau": loai.ten_cot,
        "tieu_de_cot": [nhan for nhan, _ in loai.cot],
        "cac_dong": [
            DongDiem(
                ten=loai.ten(dong),
                dia_chi=loai.dia_chi(dong) if co_trang else "",
                cac_o=tuple((nhan, chu(dong)) for nhan, chu in loai.cot),
                tu=dong.diem_tu,
                mau=dong.diem_mau,
            )
            for dong in trang
        ],
    }
