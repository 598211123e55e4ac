"""The life of one petition of the bulk path: which steps it takes when, kept in memory until it is written.

Nothing here goes through the actions. The procedure table says who takes each step, to which state it leads and which
of the main clocks and waiting times it opens and closes; the clocks of notices and publication are left out. Every life
is over within six months, so clocks are open only on what came in of late.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from baocao.du_lieu_mau.co_quan import NhanSu
from donthu.actions.bi_mat import NGUOI_TIEP_NHAN
from donthu.models import DonThu, HanViec, KetQuaThiHanh, NguoiDuocBiet, PhanCong
from donthu.phan_loai import LOAI_CO_LAN_HAI, KetQua, LoaiDon, ket_qua_hop_le
from donthu.quy_trinh import HAN_CHINH, HAN_CHO, QUY_TRINH, nguoi_giu
from donthu.quy_trinh.buoc import HUONG_CUA_BUOC, Buoc, DuongDi
from donthu.quy_trinh.trang_thai import DA_DONG
from donthu.thoi_han import tinh
from donthu.viec import Viec
from tochuc.lich import Lich
from tochuc.models import NhanVien
from tochuc.vai_tro import Quyen

# The date that a step leaves on the petition.
NGAY_CUA_BUOC: dict[Buoc, str] = {
    **dict.fromkeys(HUONG_CUA_BUOC, "ngay_xu_ly"),
    Buoc.THU_LY: "ngay_thu_ly",
    Buoc.BAN_HANH: "ngay_ban_hanh",
    Buoc.DINH_CHI: "ngay_dinh_chi",
    Buoc.GUI_QUYET_DINH: "ngay_gui_quyet_dinh",
    Buoc.CO_HIEU_LUC: "ngay_hieu_luc",
    Buoc.THI_HANH_XONG: "ngay_thi_hanh_xong",
}
NGUOI_XAC_MINH = "Người được giao xác minh"


@dataclass(frozen=True)
class BoiCanh:
    """What all lives share.

    `so_ngay_rieng`: terms that the centre sets itself; `phai_biet`: who knows of every tố cáo, with the reason.
    """

    nhan_su: NhanSu
    hom_nay: date
    lich: Lich
    so_ngay_rieng: dict[Viec, int | None]
    phai_biet: dict[int, str]
    rng: Random


@dataclass(frozen=True)
class BuocDaLam:
    """One line of the trail to be."""

    buoc: Buoc
    tu: str
    den: str
    ngay: date
    nguoi: NhanVien


@dataclass
class DoiDon:
    """A petition and what hangs on it. `truong`: head of the unit that will get it."""

    don: DonThu
    chung: BoiCanh
    truong: NhanVien
    cac_buoc: list[BuocDaLam] = field(default_factory=list)
    cac_han: list[HanViec] = field(default_factory=list)
    phan_cong: PhanCong | None = None
    ket_qua: KetQuaThiHanh | None = None

    def lam(self, buoc: Buoc, sau: int, tu: date | None = None, **truong: Any) -> date | None:
        """Take a step `sau` working days after receipt, or after `tu`, and give its day; None when it is to come."""
        return self.lam_ngay(buoc, self.chung.lich.cong_ngay_lam_viec(tu or self.don.ngay_nhan, sau), **truong)

    def lam_ngay(self, buoc: Buoc, ngay: date, **truong: Any) -> date | None:
        """Take a step on this day; None when it is still to come."""
        don, duong = self.don, QUY_TRINH[self.don.loai][buoc]
        if ngay > self.chung.hom_nay:
            return None
        if buoc in HUONG_CUA_BUOC:
            don.huong_xu_ly = HUONG_CUA_BUOC[buoc]
        if buoc in NGAY_CUA_BUOC:
            setattr(don, NGAY_CUA_BUOC[buoc], ngay)
        for ten, gia_tri in truong.items():
            setattr(don, ten, gia_tri)
        tu = don.trang_thai if self.cac_buoc else ""
        don.trang_thai = duong.den or don.trang_thai
        if don.trang_thai in DA_DONG:
            don.ngay_ket_thuc = ngay
        self.cac_buoc.append(BuocDaLam(buoc, tu, don.trang_thai, ngay, self._nguoi_lam(duong.quyen)))
        self._chuyen_dong_ho(duong, ngay)
        return ngay

    def _nguoi_lam(self, quyen: Quyen) -> NhanVien:
        if quyen == Quyen.GIAI_QUYET:
            return self.truong
        if quyen == Quyen.NHAP_DON:
            return self.don.nguoi_nhap
        nhan_su = self.chung.nhan_su
        return nhan_su.tchc if nhan_su.tchc.co_quyen(quyen) else nhan_su.giam_doc

    def _chuyen_dong_ho(self, duong: DuongDi, ngay: date) -> None:
        don = self.don
        for han in self.cac_han:
            if han.ngay_xong is None and han.viec in duong.xong:
                han.ngay_xong = ngay
        for mo in duong.mo:
            if mo.viec in (*HAN_CHINH, *HAN_CHO) and (mo.khi is None or mo.khi(don)):
                tu_ngay = getattr(don, mo.tu) if mo.tu else ngay
                so_ngay = self.chung.so_ngay_rieng.get(mo.viec)
                self.cac_han.append(HanViec(viec=mo.viec, tu_ngay=tu_ngay, so_ngay=so_ngay))
        for han in self.cac_han:
            if han.ngay_xong is None:
                han.quyen = nguoi_giu(han.viec, don.trang_thai, bool(don.don_vi_id))
                han.don_vi_id = don.don_vi_id

    def nguoi_duoc_biet(self) -> list[NguoiDuocBiet]:
        """The list of who needs to know of a tố cáo: who took it in, who resolves and handles, who verifies."""
        don = self.don
        ly_do = self.chung.phai_biet | {don.nguoi_nhap_id: NGUOI_TIEP_NHAN}
        if don.don_vi_id:
            ly_do.setdefault(self.truong.pk, NGUOI_XAC_MINH)
        return [
            NguoiDuocBiet(don_id=don.pk, nhan_vien_id=pk, ly_do=chu, tu_ngay=don.ngay_nhan) for pk, chu in ly_do.items()
        ]


def song_doi(doi: DoiDon) -> None:
    """Bring the petition to where its age puts it."""
    don, re_nhanh = doi.don, doi.chung.rng.random()
    doi.lam(Buoc.TIEP_NHAN, 0)
    du = don.loai == LoaiDon.KHAC or re_nhanh >= 0.12
    thuoc = du and re_nhanh >= 0.3
    ly_do = "" if du else "Đơn không có chữ ký"
    if not doi.lam(Buoc.PHAN_LOAI, 1, du_dieu_kien=du, thuoc_tham_quyen=thuoc, ly_do_khong_du=ly_do):
        return
    if don.loai == LoaiDon.KHAC:
        if ngay := doi.lam(Buoc.BAN_HANH, 2, huong_xu_ly=HUONG_CUA_BUOC[Buoc.TRINH_THU_LY]):
            don.ngay_xu_ly = ngay
    elif not du:
        doi.lam(Buoc.LUU_DON, 2)
    elif not thuoc:
        huong_dan = don.loai != LoaiDon.TO_CAO and re_nhanh < 0.2
        doi.lam(Buoc.HUONG_DAN if huong_dan else Buoc.CHUYEN_DON, 2, co_quan_nhan="Sở Y tế")
    elif doi.lam(Buoc.TRINH_THU_LY, 2):
        _giai_quyet(doi)


def _giai_quyet(doi: DoiDon) -> None:
    don, rng = doi.don, doi.chung.rng
    if not doi.lam(Buoc.THU_LY, 4):
        return
    if don.loai == LoaiDon.KHIEU_NAI:
        doi.lam(Buoc.KIEM_TRA_LAI, 4)
    if not (ngay_giao := doi.lam(Buoc.GIAO_DON_VI, 5, don_vi_id=doi.truong.don_vi_id)):
        return
    giam_doc = doi.chung.nhan_su.giam_doc
    doi.phan_cong = PhanCong(don_vi_id=doi.truong.don_vi_id, nguoi_giao=giam_doc, ngay_giao=ngay_giao)
    if don.loai in LOAI_CO_LAN_HAI:
        doi.lam(Buoc.XAC_MINH, 6)
    cho = rng.randint(2, 16)
    # Kiến nghị, phản ánh are answered within the centre's own fifteen days, but for one in eight.
    xong = 6 + (cho if don.loai in LOAI_CO_LAN_HAI or cho > 14 else 1)
    if rng.random() < 0.03:
        doi.lam(Buoc.DINH_CHI, xong)
        return
    doi_thoai = don.loai == LoaiDon.KHIEU_NAI and (don.lan == 2 or rng.random() < 0.3)
    khac = {"khac_ket_qua": doi_thoai} if don.loai == LoaiDon.KHIEU_NAI else {}
    if not (ngay_bao_cao := doi.lam(Buoc.BAO_CAO_KET_QUA, xong, **khac)):
        return
    doi.phan_cong.ngay_bao_cao, doi.phan_cong.bao_cao = ngay_bao_cao, "Đã xác minh, đề xuất trả lời."
    if don.loai == LoaiDon.KHIEU_NAI and not _du_thao(doi, xong, doi_thoai):
        return
    if ngay := doi.lam(Buoc.BAN_HANH, xong + (6 if doi_thoai else 2), **_noi_dung_ban_hanh(doi)):
        _sau_ban_hanh(doi, ngay)


def _du_thao(doi: DoiDon, xong: int, doi_thoai: bool) -> date | None:
    if not doi_thoai:
        return doi.lam(Buoc.DU_THAO, xong + 1)
    doi.lam(Buoc.BAO_DOI_THOAI, xong)
    return doi.lam(Buoc.DOI_THOAI, xong + 5)  # at least five days' notice (Đ28.1 NĐ 124/2020)


def _noi_dung_ban_hanh(doi: DoiDon) -> dict[str, Any]:
    don, rng = doi.don, doi.chung.rng
    if don.loai not in LOAI_CO_LAN_HAI:
        return {"noi_dung_ban_hanh": "Trung tâm đã kiểm tra và trả lời nội dung đơn."}
    ket_qua = rng.choice(ket_qua_hop_le(don.loai, don.lan))
    tien = {"tra_lai_tien": Decimal(rng.randint(1, 90)) / 10, "ca_nhan_duoc_tra": 1} if ket_qua == KetQua.DUNG else {}
    return {"ket_qua": ket_qua, "noi_dung_ban_hanh": "Căn cứ kết quả xác minh, Trung tâm kết luận như trên.", **tien}


def _sau_ban_hanh(doi: DoiDon, ngay: date) -> None:
    loai = doi.don.loai
    if loai not in LOAI_CO_LAN_HAI:
        doi.lam(Buoc.KET_THUC, 1, ngay)
        return
    den_thi_hanh = _den_thi_hanh_khieu_nai if loai == LoaiDon.KHIEU_NAI else _den_thi_hanh_to_cao
    if tu := den_thi_hanh(doi, ngay):
        _thi_hanh(doi, tu)


def _den_thi_hanh_khieu_nai(doi: DoiDon, ngay: date) -> date | None:
    """The decision is sent, takes effect when both waiting times are over, and is ordered to be carried out."""
    lich = doi.chung.lich
    nhan = lich.cong_ngay_lam_viec(ngay, 3)
    if not doi.lam(Buoc.GUI_QUYET_DINH, 2, ngay, ngay_nhan_quyet_dinh=nhan):
        return None
    cho = [tinh(han.viec, han.tu_ngay, lich).han for han in doi.cac_han if han.viec in HAN_CHO]
    hieu_luc = doi.lam_ngay(Buoc.CO_HIEU_LUC, max(cho) + timedelta(days=1))
    return hieu_luc and doi.lam(Buoc.CHI_DAO_THI_HANH, 3, hieu_luc)


def _den_thi_hanh_to_cao(doi: DoiDon, ngay: date) -> date | None:
    return doi.lam(Buoc.XU_LY_KET_LUAN, 5, ngay)


def _thi_hanh(doi: DoiDon, tu: date) -> None:
    don = doi.don
    if ngay := doi.lam(Buoc.THI_HANH_XONG, 8, tu):
        if don.tra_lai_tien:
            doi.ket_qua = KetQuaThiHanh(ngay=ngay, da_tra_tien=don.tra_lai_tien)
        doi.lam(Buoc.KET_THUC, 9, tu)
