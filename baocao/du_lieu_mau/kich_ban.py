"""The stories of don_mau.csv, lived through the real actions with dates relative to today.

Finished ones began months ago; those in hand began a few days or weeks ago, so that some are due, some are late.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path
from random import Random

from baocao.du_lieu_mau.co_quan import NhanSu, dia_chi, ten_nguoi
from donthu.actions import THUC_HIEN, tiep_nhan_don
from donthu.models import CongDan, DonThu, LinhVuc, VuViec
from donthu.phan_loai import KetQua, LoaiDon, LoaiGiayTo, NguonDon
from donthu.quy_trinh.buoc import Buoc
from tiepdan.hinh_thuc import HuongTiep, KetQuaTiep, NguoiTiep
from tiepdan.models import LuotTiep
from tochuc.lich import Lich
from tochuc.models import DonVi, NhanVien, SoDem

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
KET_QUA = {"DUNG": KetQua.DUNG, "DUNG1P": KetQua.DUNG_MOT_PHAN, "SAI": KetQua.SAI}
CO_QUAN_NGOAI = "X_"
# Received how many days ago, for those still in hand: from yesterday's post to long overdue.
NGAY_TRUOC_DANG_XU_LY = (1, 2, 3, 5, 7, 9, 12, 15, 18, 22, 27, 33, 38, 46)


@dataclass
class CauChuyen:
    """One row of don_mau.csv on its way."""

    dong: dict[str, str]
    ngay_nhan: date
    nhan_su: NhanSu
    hom_nay: date
    lich: Lich
    don_vi: dict[str, DonVi]

    @property
    def loai(self) -> LoaiDon:
        if self.dong["type"] in LOAI:
            return LOAI[self.dong["type"]]
        return LoaiDon.KIEN_NGHI if self.dong["subject"].startswith("Đề nghị") else LoaiDon.PHAN_ANH

    def ngay(self, so_ngay_lam_viec: int) -> date:
        return self.lich.cong_ngay_lam_viec(self.ngay_nhan, so_ngay_lam_viec)

    def lam(self, don: DonThu, buoc: Buoc, nguoi: NhanVien, sau: int, **truong) -> DonThu | None:
        """Take a step `sau` working days after receipt, unless that day is still to come."""
        ngay = self.ngay(sau)
        return THUC_HIEN[buoc](don, nguoi=nguoi, ngay=ngay, **truong) if ngay <= self.hom_nay else None


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
    khong_ten = chuyen.loai == LoaiDon.TO_CAO or (nguon == NguonDon.HOM_THU and rng.random() < 0.5)
    bi_to_cao = chuyen.loai == LoaiDon.TO_CAO and "lãnh đạo đơn vị" in dong["subject"]
    don = tiep_nhan_don(
        nguoi=chuyen.nhan_su.tiep_dan if nguon == NguonDon.TRUC_TIEP else chuyen.nhan_su.tchc,
        ngay_nhan=chuyen.ngay_nhan,
        loai=chuyen.loai,
        nguon=nguon,
        linh_vuc=linh_vuc,
        tom_tat=dong["subject"],
        cong_dan=None if khong_ten else _cong_dan(rng),
        so_nguoi=int(dong["n"]),
        co_quan_chuyen_den="Sở Y tế" if nguon == NguonDon.CO_QUAN_CHUYEN else "",
        bi_to_cao_lanh_dao=bi_to_cao,
        ky_luat=dong["cat"] == "10.05" and chuyen.loai == LoaiDon.KHIEU_NAI,
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
        loai=chuyen.loai,
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
        ky_luat=don.ky_luat,
        bi_to_cao_lanh_dao=don.bi_to_cao_lanh_dao,
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
        _giai_quyet(chuyen, don)


def _tra_loi_y_kien(chuyen: CauChuyen, don: DonThu) -> None:
    cau = "Trung tâm cảm ơn và ghi nhận ý kiến." if chuyen.dong["type"] != "HOI" else "Đã trả lời, hướng dẫn thủ tục."
    xong = chuyen.lam(don, Buoc.BAN_HANH, chuyen.nhan_su.tchc, 2, noi_dung_ban_hanh=cau)
    if xong:
        _bao_cong_dan(chuyen, xong, 3)


def _bao_cong_dan(chuyen: CauChuyen, don: DonThu, sau: int) -> None:
    if don.nguon == NguonDon.TRUC_TIEP:
        chuyen.lam(don, Buoc.THONG_BAO, chuyen.nhan_su.tchc, sau, ghi_chu="Đã thông báo bằng văn bản")


def _chuyen_noi_khac(chuyen: CauChuyen, don: DonThu) -> None:
    noi = chuyen.dong["unit"]
    co_quan = chuyen.don_vi[noi].ten if noi.startswith(CO_QUAN_NGOAI) else "Cơ quan có thẩm quyền"
    buoc = Buoc.CHUYEN_DON if chuyen.dong["out"] == "CHUYEN" or don.loai == LoaiDon.TO_CAO else Buoc.HUONG_DAN
    don = chuyen.lam(don, buoc, chuyen.nhan_su.tchc, 2, co_quan_nhan=co_quan)
    if don:
        _bao_cong_dan(chuyen, don, 3)


def _giai_quyet(chuyen: CauChuyen, don: DonThu) -> None:
    nhan_su, ket_cuc = chuyen.nhan_su, chuyen.dong["out"]
    ma_don_vi = chuyen.dong["unit"] if chuyen.dong["unit"] in nhan_su.truong_don_vi else "TCHC"
    if not (don := chuyen.lam(don, Buoc.TRINH_THU_LY, nhan_su.tchc, 2)):
        return
    if not (don := chuyen.lam(don, Buoc.THU_LY, nhan_su.giam_doc, 4)):
        return
    _bao_cong_dan(chuyen, don, 4)
    if don.loai == LoaiDon.TO_CAO:
        chuyen.lam(don, Buoc.GUI_VAN_BAN, nhan_su.tchc, 5, ghi_chu="Đã gửi thông báo thụ lý")
    if not (don := chuyen.lam(don, Buoc.GIAO_DON_VI, nhan_su.giam_doc, 5, don_vi=chuyen.don_vi[ma_don_vi])):
        return
    if ket_cuc == "RUT":
        chuyen.lam(don, Buoc.DINH_CHI, nhan_su.giam_doc, 10, ly_do="Người khiếu nại rút toàn bộ khiếu nại")
        return
    if ket_cuc in ("DXL", "QH"):  # the unit has not answered yet
        return
    truong = nhan_su.truong_don_vi[ma_don_vi]
    don = chuyen.lam(don, Buoc.BAO_CAO_KET_QUA, truong, 9, bao_cao="Đã xác minh, làm việc với các bên liên quan.")
    if not don:
        return
    don = chuyen.lam(
        don,
        Buoc.BAN_HANH,
        nhan_su.giam_doc,
        10,
        noi_dung_ban_hanh="Căn cứ kết quả xác minh, Trung tâm trả lời nội dung đơn.",
        ket_qua=KET_QUA.get(ket_cuc, ""),
        **({"tra_lai_tien": "2.40", "ca_nhan_duoc_tra": 1} if ket_cuc == "DUNG" else {}),
        **({"nguoi_bi_kien_nghi": 1, "can_bo_bi_kien_nghi": 1} if ket_cuc == "DUNG1P" else {}),
    )
    if don:
        _sau_ban_hanh(chuyen, don)


def _sau_ban_hanh(chuyen: CauChuyen, don: DonThu) -> None:
    tchc = chuyen.nhan_su.tchc
    if don.loai in (LoaiDon.KHIEU_NAI, LoaiDon.TO_CAO):
        chuyen.lam(don, Buoc.GUI_VAN_BAN, tchc, 11, ghi_chu="Gửi bảo đảm qua bưu chính")
        chuyen.lam(don, Buoc.CONG_KHAI, tchc, 13, ghi_chu="Niêm yết tại trụ sở từ ngày ban hành")
        if don.loai == LoaiDon.TO_CAO:
            chuyen.lam(don, Buoc.XU_LY_KET_LUAN, chuyen.nhan_su.giam_doc, 14, ghi_chu="Kiểm điểm, rút kinh nghiệm")
        ket_qua = {"da_tra_tien": "2.40"} if don.tra_lai_tien else {}
        if don.can_bo_bi_kien_nghi:
            ket_qua = {"nguoi_da_xu_ly": 1, "can_bo_da_xu_ly": 1}
        don = chuyen.lam(don, Buoc.THI_HANH_XONG, tchc, 35, **ket_qua)
    if don:
        chuyen.lam(don, Buoc.KET_THUC, tchc, 36)
