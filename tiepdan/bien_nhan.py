"""Giấy biên nhận thông tin, tài liệu, Mẫu 02/TCD (Đ15.2, Phụ lục NĐ 154/2026)."""

from tiepdan.models import LuotTiep
from tochuc.in_an import in_pdf
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh


def in_bien_nhan(luot: LuotTiep) -> tuple[bytes, str]:
    """Give the PDF and its file name (GBN-05-2026.pdf). Of a tố cáo it names the code, never the person."""
    if not luot.so_bien_nhan:
        raise LoiNghiepVu("Lượt tiếp này không nhận thông tin, tài liệu nên không có giấy biên nhận.")
    cau_hinh = CauHinh.hien_hanh()
    so = luot.so_bien_nhan.partition("/")[0]
    tep = in_pdf(
        "tiepdan/in/bien_nhan.html",
        {
            "luot": luot,
            "co_quan_chu_quan": cau_hinh.co_quan_chu_quan,
            "co_quan_ban_hanh": cau_hinh.ten_co_quan,
            "so_ky_hieu": luot.so_bien_nhan,
            "dia_danh": cau_hinh.dia_danh,
            "ngay_van_ban": luot.ngay,
            "ten_loai": "Giấy biên nhận",
            "trich_yeu": "Thông tin, tài liệu",
            "noi_tiep": cau_hinh.dia_diem_tiep,
            "cong_dan": None if luot.ve_to_cao else luot.cong_dan,
            "tai_lieu": luot.tai_lieu.all(),
        },
    )
    return tep, f"GBN-{so}-{luot.ngay.year}.pdf"
