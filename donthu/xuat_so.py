"""The register as a workbook: what the list shows, without number, phone or address of anybody."""

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from django.db.models import Case, QuerySet, When

from donthu.models import DonThu
from donthu.phan_loai import HuongXuLy, KetQua, LoaiDon, NguonDon
from donthu.quy_trinh.trang_thai import TrangThai
from tochuc.bang_tinh import ghi_bang_tinh
from tochuc.dinh_dang import ngay_vn, so_vn
from tochuc.models import CauHinh

XUAT_TOI_DA = 50_000
MOI_LAN_DOC = 2000
COT = (
    ("STT", 7),
    ("Mã đơn", 15),
    ("Ngày nhận", 12),
    ("Loại đơn", 12),
    ("Lần", 6),
    ("Nguồn đơn", 16),
    ("Người gửi", 24),
    ("Số người", 8),
    ("Lĩnh vực", 26),
    ("Tóm tắt nội dung", 60),
    ("Đơn vị giải quyết", 24),
    ("Trạng thái", 20),
    ("Ngày xử lý", 12),
    ("Hướng xử lý", 16),
    ("Ngày thụ lý", 12),
    ("Ngày ban hành", 12),
    ("Kết quả", 16),
    ("Ngày kết thúc", 12),
)
TRUONG = (
    "ma",
    "ngay_nhan",
    "loai",
    "lan",
    "nguon",
    "ma_nguoi_to_cao",
    "cong_dan__ho_ten",
    "so_nguoi",
    "linh_vuc__ten",
    "tom_tat",
    "don_vi__ten",
    "trang_thai",
    "ngay_xu_ly",
    "huong_xu_ly",
    "ngay_thu_ly",
    "ngay_ban_hanh",
    "ket_qua",
    "ngay_ket_thuc",
)
NHAN = {
    "loai": dict(LoaiDon.choices),
    "nguon": dict(NguonDon.choices),
    "trang_thai": dict(TrangThai.choices),
    "huong_xu_ly": dict(HuongXuLy.choices),
    "ket_qua": dict(KetQua.choices),
}


def xuat_so(
    cac_don: QuerySet[DonThu], khoa: list[int] | None, dieu_kien: list[str], ngay: date
) -> tuple[BinaryIO, int]:
    """Write `cac_don`, newest first, to a workbook; with `khoa` only these, in their order. Returns it and its rows.

    `dieu_kien`: the filters in words, printed above the table. No more than XUAT_TOI_DA rows; a line says so.
    """
    if khoa is None:
        cac_don = cac_don.order_by("-ngay_nhan", "-pk")
        so_dong = cac_don.order_by().values("pk")[: XUAT_TOI_DA + 1].count()
    else:
        thu_tu = Case(*(When(pk=pk, then=vi_tri) for vi_tri, pk in enumerate(khoa)), default=len(khoa))
        cac_don = cac_don.filter(pk__in=khoa).order_by(thu_tu)
        so_dong = len(khoa)
    con_nua = so_dong > XUAT_TOI_DA
    tieu_de = [
        "SỔ THEO DÕI ĐƠN",
        f"{CauHinh.hien_hanh().ten_co_quan}, lập ngày {ngay_vn(ngay)}",
        *([f"Điều kiện: {'; '.join(dieu_kien)}"] if dieu_kien else []),
        *(
            [f"Chỉ xuất {so_vn(XUAT_TOI_DA)} đơn mới nhất; xin thu hẹp điều kiện lọc để có phần còn lại."]
            if con_nua
            else []
        ),
    ]
    tep = ghi_bang_tinh("Đơn thư", tieu_de, COT, _cac_dong(cac_don[:XUAT_TOI_DA]))
    return tep, min(so_dong, XUAT_TOI_DA)


def _cac_dong(cac_don: QuerySet[DonThu]) -> Iterator[list]:
    for stt, hang in enumerate(cac_don.values(*TRUONG).iterator(chunk_size=MOI_LAN_DOC), start=1):
        chu = {ten: nhan.get(hang[ten], "") for ten, nhan in NHAN.items()}
        # The order of TRUONG is that of COT, but that the code of a denouncer stands for the name.
        gui = hang["ma_nguoi_to_cao"] or hang["cong_dan__ho_ten"] or "Không có danh tính"
        con_lai = {ten: gia_tri for ten, gia_tri in (hang | chu).items() if ten != "ma_nguoi_to_cao"}
        yield [stt, *(con_lai | {"cong_dan__ho_ten": gui}).values()]
