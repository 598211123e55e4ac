"""The papers of a visit and of a reception day: what their fields start with, and the PDF."""

from typing import Any

from tiepdan.hinh_thuc import NguoiTiep
from tiepdan.models import LichTiep, LuotTiep
from tiepdan.van_ban import (
    BIEN_BAN_TIEP,
    GIAY_CUA_LUOT,
    KET_LUAN_TIEP,
    KHONG_CO_NGUOI_DEN,
    PHIEU_HEN,
    TU_CHOI_TIEP,
    VanBan,
)
from tochuc.dinh_dang import ten_trong_cau
from tochuc.in_an import in_pdf
from tochuc.models import CauHinh

TRINH_BAY = {
    TU_CHOI_TIEP.ma: ("tiepdan/in/tu_choi.html", "về việc từ chối tiếp công dân"),
    BIEN_BAN_TIEP.ma: ("tiepdan/in/bien_ban.html", "tiếp công dân"),
    PHIEU_HEN.ma: ("tiepdan/in/phieu_hen.html", "tiếp công dân"),
    KET_LUAN_TIEP.ma: ("tiepdan/in/ket_luan.html", "kết luận việc tiếp công dân"),
    KHONG_CO_NGUOI_DEN.ma: ("tiepdan/in/khong_co_nguoi_den.html", "ngày tiếp công dân không có công dân đến"),
}
DIEM_DIEU_4 = {"Rh": "h"}  # only these and R3 owe the notice (Đ4.3 NĐ 154/2026)


def giay_in_duoc(luot: LuotTiep) -> dict[str, VanBan]:
    """Papers that belong to this visit, by the word in their address.

    The notice of refusal where reception was refused; what a head concluded where he received (Đ25.2 NĐ 154/2026).
    """
    if luot.bi_tu_choi:
        return {"tu-choi": TU_CHOI_TIEP}
    bo = () if luot.nguoi_tiep in (NguoiTiep.THU_TRUONG, NguoiTiep.UY_QUYEN) else ("ket-luan",)
    return {ten: mau for ten, mau in GIAY_CUA_LUOT.items() if ten not in ("tu-choi", *bo)}


def gia_tri_dau(luot: LuotTiep, cau_hinh: CauHinh) -> dict[str, Any]:
    """What the fields of every paper of this visit start with, by name."""
    can_bo = luot.can_bo
    can_cu = luot.can_cu_tu_choi
    return {
        "kinh_gui": _goi_nguoi_den(luot),
        "tom_tat": luot.noi_dung,
        "noi_dung": luot.noi_dung,
        "yeu_cau": luot.yeu_cau,
        "ly_do": can_cu.noi_dung if can_cu else "",
        "diem": DIEM_DIEU_4.get(luot.ly_do_tu_choi, ""),
        "ket_luan": luot.tra_loi,
        "thanh_phan": "\n".join(
            phan for phan in (_ten_chuc_vu(can_bo), luot.lich.thanh_phan if luot.lich else "") if phan
        ),
        "dia_diem": cau_hinh.dia_diem_tiep,
        "nguoi_gap": _ten_chuc_vu(can_bo),
        "noi_nhan": f"Như trên\n{ten_trong_cau(cau_hinh.co_quan_chu_quan)} (để báo cáo)\nLưu: VT",
    }


def in_giay(luot: LuotTiep, mau: VanBan, gia_tri: dict[str, Any]) -> bytes:
    """The PDF of one paper of the visit. Of a tố cáo it names the code, never the person (Đ56 Luật TC)."""
    return _in_mau(
        mau,
        luot.ngay,
        luot=luot,
        cong_dan=None if luot.ve_to_cao else luot.cong_dan,
        nguoi_den=_goi_nguoi_den(luot),
        tai_lieu=luot.tai_lieu.all(),
        gia_tri=gia_tri,
    )


def in_khong_co_nguoi_den(dong: LichTiep) -> bytes:
    """The record of a reception day on which nobody came: it proves the head's day of the month (Đ10.2 NĐ 154/2026)."""
    return _in_mau(KHONG_CO_NGUOI_DEN, dong.ngay, dong=dong, gia_tri={})


def _in_mau(mau: VanBan, ngay, *, gia_tri: dict[str, Any], **ngu_canh: Any) -> bytes:
    cau_hinh = CauHinh.hien_hanh()
    ten_tep, trich_yeu = TRINH_BAY[mau.ma]
    return in_pdf(
        ten_tep,
        ngu_canh
        | {
            "gia_tri": gia_tri,
            "cau_hinh": cau_hinh,
            "ten_trung_tam": ten_trong_cau(cau_hinh.ten_co_quan),
            "co_quan_chu_quan": cau_hinh.co_quan_chu_quan,
            "co_quan_ban_hanh": cau_hinh.ten_co_quan,
            "dia_danh": cau_hinh.dia_danh,
            "ngay_van_ban": gia_tri.get("ngay_ky") or ngay,
            "so_ky_hieu": gia_tri.get("so_van_ban") or (f"…/TB-{cau_hinh.ky_hieu}" if mau.co_so else ""),
            "ten_loai": mau.ten_loai,
            "trich_yeu": trich_yeu,
            "kinh_gui": [gia_tri["kinh_gui"]] if gia_tri.get("kinh_gui") else [],
            "noi_nhan": [dong.strip() for dong in gia_tri.get("noi_nhan", "").splitlines() if dong.strip()],
            "chuc_vu": cau_hinh.chuc_danh_dung_dau,
            "nguoi_ky": cau_hinh.nguoi_dung_dau,
        },
    )


def _goi_nguoi_den(luot: LuotTiep) -> str:
    if not luot.ve_to_cao:
        return f"Ông/Bà {luot.cong_dan.ho_ten}" if luot.cong_dan else "Ông/Bà ……………………………………"
    return f"Người tố cáo mang mã {luot.don.ma_nguoi_to_cao}" if luot.don else f"Người tố cáo trong lượt tiếp {luot.ma}"


def _ten_chuc_vu(nguoi) -> str:
    if nguoi is None:
        return ""
    return f"{nguoi.ho_ten}, {nguoi.chuc_vu}" if nguoi.chuc_vu else nguoi.ho_ten
