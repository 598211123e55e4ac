"""The stories of don_mau.csv, lived through the real actions with dates relative to today.

Finished ones began months ago; those in hand began a few days or weeks ago, so that some are due, some are late.
"""

import csv
from collections.abc import Callable
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path
from random import Random

from baocao.du_lieu_mau.co_quan import NhanSu, dia_chi, ten_nguoi
from baocao.du_lieu_mau.giai_quyet_mau import CauChuyen, bao_cong_dan, giai_quyet
from donthu.actions import tiep_nhan_don
from donthu.models import CongDan, DonThu, LinhVuc, VuViec
from donthu.phan_loai import LoaiDon, LoaiGiayTo, NguonDon
from donthu.quy_trinh.buoc import Buoc
from tiepdan.hinh_thuc import HuongTiep, KetQuaTiep, NguoiTiep
from tiepdan.models import LuotTiep
from tochuc.lich import Lich
from tochuc.models import DonVi, SoDem

TEP_DON_MAU = Path(__file__).resolve().parent / "don_mau.csv"

NGUON = {
    "TX": NguonDon.TRUC_TIEP,
    "DK": NguonDon.TRUC_TIEP,
    "DX": NguonDon.TRUC_TIEP,
    "BD": NguonDon.BUU_CHINH,
    "HT": NguonDon.HOM_THU,
    "DDN": NguonDon.DUONG_DAY_NONG,
    "1900": NguonDon.DUONG_DAY_NONG,
    "WEB": NguonDon.TRUC_TUYEN,
    "CQ": NguonDon.CO_QUAN_CHUYEN,
}
LOAI = {"KN": LoaiDon.KHIEU_NAI, "TC": LoaiDon.TO_CAO, "GY": LoaiDon.KHAC, "KHEN": LoaiDon.KHAC, "HOI": LoaiDon.KHAC}
CO_QUAN_NGOAI = "X_"
# Received how many days ago, for those still in hand: from yesterday's post to long overdue.
NGAY_TRUOC_DANG_XU_LY = (1, 2, 3, 5, 7, 9, 12, 15, 18, 22, 27, 33, 38, 46)


def cac_chuyen(nhan_su: NhanSu, hom_nay: date, lich: Lich, rng: Random) -> list[tuple[date, int, Callable[[], None]]]:
    """Every row of don_mau.csv: the day it begins, how many petitions it makes, the call that lives it up to today."""
    linh_vuc = {lv.ma: lv for lv in LinhVuc.objects.all()}
    don_vi = {dv.ma: dv for dv in DonVi.objects.all()}
    with TEP_DON_MAU.open(encoding="utf-8") as tep:
        cac_dong = list(csv.DictReader(tep))
    rng.shuffle(cac_dong)
    dang_xu_ly, da_xong, cac_viec = 0, 0, []
    for dong in cac_dong:
        if dong["out"] in ("DXL", "QH"):
            truoc = NGAY_TRUOC_DANG_XU_LY[dang_xu_ly % len(NGAY_TRUOC_DANG_XU_LY)] if dong["out"] == "DXL" else 40
            dang_xu_ly += 1
        else:
            truoc = 60 + da_xong * 4
            da_xong += 1
        ngay_nhan = lich.tru_ngay_lam_viec(hom_nay - timedelta(days=truoc - 1), 1)  # a working day, before today
        chuyen = CauChuyen(dong, ngay_nhan, nhan_su, hom_nay, lich, don_vi)
        cac_viec.append((ngay_nhan, int(dong["out"] != "TC_TCH"), partial(_ke, chuyen, linh_vuc, rng)))
    return cac_viec


def _loai(dong: dict[str, str]) -> LoaiDon:
    if dong["type"] in LOAI:
        return LOAI[dong["type"]]
    return LoaiDon.KIEN_NGHI if dong["subject"].startswith("Đề nghị") else LoaiDon.PHAN_ANH


def _ke(chuyen: CauChuyen, linh_vuc: dict[str, LinhVuc], rng: Random) -> None:
    if chuyen.dong["out"] == "TC_TCH":
        _tu_choi_tiep(chuyen, rng)
    else:
        _song(chuyen, _tiep_nhan(chuyen, linh_vuc[chuyen.dong["cat"]], rng), linh_vuc)


def _cong_dan(rng: Random) -> CongDan:
    return CongDan.objects.create(
        ho_ten=ten_nguoi(rng),
        loai_giay_to=LoaiGiayTo.CAN_CUOC,
        so_giay_to=f"0640{rng.randint(10_000_000, 99_999_999)}",
        dia_chi=dia_chi(rng),
        dien_thoai=f"09{rng.randint(10_000_000, 99_999_999)}",
    )


def _tiep_nhan(chuyen: CauChuyen, linh_vuc: LinhVuc, rng: Random) -> DonThu:
    dong, nguon = chuyen.dong, NGUON[chuyen.dong["ch"]]
    khong_ten = _loai(chuyen.dong) == LoaiDon.TO_CAO or (nguon == NguonDon.HOM_THU and rng.random() < 0.5)
    bi_to_cao = _loai(chuyen.dong) == LoaiDon.TO_CAO and "lãnh đạo đơn vị" in dong["subject"]
    don = tiep_nhan_don(
        nguoi=chuyen.nhan_su.tiep_dan if nguon == NguonDon.TRUC_TIEP else chuyen.nhan_su.tchc,
        ngay_nhan=chuyen.ngay_nhan,
        loai=_loai(chuyen.dong),
        nguon=nguon,
        linh_vuc=linh_vuc,
        tom_tat=dong["subject"],
        cong_dan=None if khong_ten else _cong_dan(rng),
        so_nguoi=int(dong["n"]),
        co_quan_chuyen_den="Sở Y tế" if nguon == NguonDon.CO_QUAN_CHUYEN else "",
        bi_to_cao_lanh_dao=bi_to_cao,
        ky_luat=dong["cat"] == "10.05" and _loai(chuyen.dong) == LoaiDon.KHIEU_NAI,
    )
    if nguon == NguonDon.TRUC_TIEP:
        _luot_tiep(chuyen, rng, cong_dan=don.cong_dan, vu_viec=don.vu_viec, don=don, huong=HuongTiep.LAP_DON)
    return don


def _luot_tiep(chuyen: CauChuyen, rng: Random, **truong) -> LuotTiep:
    nam = chuyen.ngay_nhan.year
    thu_truong = chuyen.dong["ch"] in ("DK", "DX")
    return LuotTiep.objects.create(
        ma=f"LT-{nam}-{SoDem.lay('luot_tiep', nam):04d}",
        ngay=chuyen.ngay_nhan,
        gio=time(8, rng.choice((0, 15, 30, 45))),
        nguoi_tiep=NguoiTiep.THU_TRUONG if thu_truong else NguoiTiep.THUONG_XUYEN,
        can_bo=chuyen.nhan_su.giam_doc if thu_truong else chuyen.nhan_su.tiep_dan,
        so_nguoi=int(chuyen.dong["n"]),
        loai=_loai(chuyen.dong),
        noi_dung=chuyen.dong["subject"],
        **truong,
    )


def _tu_choi_tiep(chuyen: CauChuyen, rng: Random) -> None:
    vu_viec = VuViec.objects.create(ma=f"VV.tu-choi-{chuyen.ngay_nhan:%Y%m%d}")
    _luot_tiep(chuyen, rng, cong_dan=_cong_dan(rng), vu_viec=vu_viec, ket_qua=KetQuaTiep.TU_CHOI, ly_do_tu_choi="Rh")


def _song(chuyen: CauChuyen, don: DonThu, linh_vuc: dict[str, LinhVuc]) -> None:
    """Walk the petition along its procedure until its story ends or today comes."""
    ket_cuc, nhan_su = chuyen.dong["out"], chuyen.nhan_su
    thuoc = ket_cuc not in ("HD", "CHUYEN")
    don = chuyen.lam(
        don,
        Buoc.PHAN_LOAI,
        nhan_su.tchc,
        1,
        loai=don.loai,
        linh_vuc=don.linh_vuc,
        du_dieu_kien=ket_cuc != "LUU",
        ly_do_khong_du="Đơn không có họ tên, địa chỉ, chữ ký của người gửi" if ket_cuc == "LUU" else "",
        thuoc_tham_quyen=thuoc,
        **({"du_chu_ky": True, "so_dai_dien": 1} if don.so_nguoi > 1 and don.loai == LoaiDon.KHIEU_NAI else {}),
    )
    if don is None:
        return
    if don.loai == LoaiDon.KHAC:
        _tra_loi_y_kien(chuyen, don)
    elif ket_cuc == "LUU":
        chuyen.lam(don, Buoc.LUU_DON, nhan_su.tchc, 2)
    elif not thuoc:
        _chuyen_noi_khac(chuyen, don)
    else:
        giai_quyet(chuyen, don)


def _tra_loi_y_kien(chuyen: CauChuyen, don: DonThu) -> None:
    cau = "Trung tâm cảm ơn và ghi nhận ý kiến." if chuyen.dong["type"] != "HOI" else "Đã trả lời, hướng dẫn thủ tục."
    xong = chuyen.lam(don, Buoc.BAN_HANH, chuyen.nhan_su.tchc, 2, noi_dung_ban_hanh=cau)
    bao_cong_dan(chuyen, xong, 3)


def _chuyen_noi_khac(chuyen: CauChuyen, don: DonThu) -> None:
    noi = chuyen.dong["unit"]
    co_quan = chuyen.don_vi[noi].ten if noi.startswith(CO_QUAN_NGOAI) else "Cơ quan có thẩm quyền"
    buoc = Buoc.CHUYEN_DON if chuyen.dong["out"] == "CHUYEN" or don.loai == LoaiDon.TO_CAO else Buoc.HUONG_DAN
    bao_cong_dan(chuyen, chuyen.lam(don, buoc, chuyen.nhan_su.tchc, 2, co_quan_nhan=co_quan), 3)
