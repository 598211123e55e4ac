"""How an accepted petition of the sample is resolved, kind by kind, through the real actions.

A step is taken on a working day counted from receipt; one whose day is still to come ends the story for now.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from baocao.du_lieu_mau.co_quan import NhanSu
from donthu.actions import THUC_HIEN
from donthu.actions.ban_thao import ky_ban_hanh, soan
from donthu.actions.gui_cong_khai import KET_LUAN_TRICH, NguoiNhan, van_ban_cong_khai
from donthu.actions.khieu_nai import NGUOI_KHIEU_NAI
from donthu.models import DonThu, HanViec, LanCongKhai, LanGui, LanRut, PhamViRut
from donthu.phan_loai import KetQua, LoaiDon, NguonDon
from donthu.quy_trinh import HAN_CHO, QUY_TRINH
from donthu.quy_trinh.buoc import Buoc
from donthu.soan_thao import gia_tri_dau, van_ban_ngay
from tochuc.lich import Lich
from tochuc.models import DonVi, NhanVien

KET_QUA = {"DUNG": KetQua.DUNG, "DUNG1P": KetQua.DUNG_MOT_PHAN, "SAI": KetQua.SAI}
DANG_LAM = ("DXL", "QH")
NIEM_YET = {
    "hinh_thuc": LanCongKhai.HinhThuc.NIEM_YET,
    "noi": "Bảng tin tại trụ sở và Phòng Tiếp công dân",
}


@dataclass
class CauChuyen:
    """One petition on its way. `dong`: its row of don_mau.csv."""

    dong: dict[str, str]
    ngay_nhan: date
    nhan_su: NhanSu
    hom_nay: date
    lich: Lich
    don_vi: dict[str, DonVi]

    def ngay(self, sau: int) -> date:
        """The day `sau` working days after receipt."""
        return self.lich.cong_ngay_lam_viec(self.ngay_nhan, sau)

    def lam(self, don: DonThu | None, buoc: Buoc, nguoi: NhanVien | None, sau: int, **truong: Any) -> DonThu | None:
        """Take a step `sau` working days after receipt, unless that day, or an earlier step, is still to come."""
        return self.lam_ngay(don, buoc, nguoi, self.ngay(sau), **truong)

    def lam_ngay(
        self, don: DonThu | None, buoc: Buoc, nguoi: NhanVien | None, ngay: date, **truong: Any
    ) -> DonThu | None:
        """As `lam`, on this day."""
        if don is None or ngay > self.hom_nay:
            return None
        return THUC_HIEN[buoc](don, nguoi=nguoi, ngay=ngay, **truong)


def bao_cong_dan(chuyen: CauChuyen, don: DonThu | None, sau: int) -> None:
    """Who came to the counter is told (C1); who sent the petition on is answered when it is decided (C2, T4)."""
    if don and don.nguon == NguonDon.TRUC_TIEP:
        chuyen.lam(don, Buoc.THONG_BAO, chuyen.nhan_su.tchc, sau, ghi_chu="Đã thông báo bằng văn bản")


def giai_quyet(chuyen: CauChuyen, don: DonThu) -> None:
    """From the proposal to the end of the story, or to today."""
    nhan_su = chuyen.nhan_su
    ma_don_vi = chuyen.dong["unit"] if chuyen.dong["unit"] in nhan_su.truong_don_vi else "TCHC"
    don = chuyen.lam(don, Buoc.TRINH_THU_LY, nhan_su.tchc, 2)
    don = chuyen.lam(don, Buoc.THU_LY, nhan_su.giam_doc, 4)
    bao_cong_dan(chuyen, don, 4)
    if don is None:
        return
    if don.loai == LoaiDon.KHIEU_NAI:
        khieu_nai_mau(chuyen, don, ma_don_vi)
    elif don.loai == LoaiDon.TO_CAO:
        to_cao_mau(chuyen, don, ma_don_vi)
    else:
        _kien_nghi_mau(chuyen, don, ma_don_vi)


def khieu_nai_mau(chuyen: CauChuyen, don: DonThu, ma_don_vi: str) -> None:
    """A khiếu nại that was accepted (Đ29-46 Luật KN)."""
    nhan_su, ket_cuc = chuyen.nhan_su, chuyen.dong["out"]
    truong, giam_doc = nhan_su.truong_don_vi[ma_don_vi], nhan_su.giam_doc
    don = chuyen.lam(don, Buoc.KIEM_TRA_LAI, giam_doc, 4, ghi_chu="Giao đơn vị xác minh để có căn cứ kết luận")
    don = chuyen.lam(don, Buoc.GIAO_DON_VI, giam_doc, 5, don_vi=chuyen.don_vi[ma_don_vi])
    don = chuyen.lam(don, Buoc.XAC_MINH, giam_doc, 6, **_to_xac_minh(chuyen, truong))
    if ket_cuc == "RUT":
        rut = {"hinh_thuc": LanRut.HinhThuc.DON, "pham_vi": PhamViRut.TOAN_BO, "noi_dung": "Rút toàn bộ khiếu nại"}
        don = chuyen.lam(don, Buoc.RUT_DON, giam_doc, 9, **rut)
        don = chuyen.lam(don, Buoc.DINH_CHI, giam_doc, 10, ly_do="Người khiếu nại rút khiếu nại", do_rut=True)
        gui_van_ban(chuyen, don, 11)
    if ket_cuc == "RUT" or ket_cuc in DANG_LAM:  # the unit has not answered yet
        return
    khac = ket_cuc != "DUNG"
    don = chuyen.lam(
        don, Buoc.BAO_CAO_KET_QUA, truong, 11, bao_cao="Đã xác minh, làm việc với các bên.", khac_ket_qua=khac
    )
    if khac or (don and don.ky_luat):
        don = doi_thoai_mau(chuyen, don, 12, 17)
    else:
        don = chuyen.lam(don, Buoc.DU_THAO, giam_doc, 12, ghi_chu="Yêu cầu phù hợp với kết quả xác minh")
    don = chuyen.lam(don, Buoc.BAN_HANH, giam_doc, 18, **noi_dung_ban_hanh(ket_cuc))
    _sau_quyet_dinh(chuyen, don)


def doi_thoai_mau(chuyen: CauChuyen, don: DonThu | None, bao: int, hop: int) -> DonThu | None:
    """Đối thoại notified `bao` and held `hop` working days after receipt (Đ30 Luật KN; Đ28 NĐ 124/2020)."""
    giam_doc = chuyen.nhan_su.giam_doc
    if don is None:
        return None
    don = chuyen.lam(
        don,
        Buoc.BAO_DOI_THOAI,
        giam_doc,
        bao,
        ngay_doi_thoai=chuyen.ngay(hop),
        gio=time(8, 30),
        dia_diem="Phòng Tiếp công dân, tầng 1, nhà A",
        chu_tri=giam_doc.ho_ten,
        nguoi_du=(
            (don.nguoi_gui, NGUOI_KHIEU_NAI),
            (chuyen.nhan_su.tchc.ho_ten, "Phòng Tổ chức - Hành chính"),
        ),
    )
    return chuyen.lam(
        don,
        Buoc.DOI_THOAI,
        giam_doc,
        hop,
        noi_dung="Người khiếu nại trình bày yêu cầu; đơn vị xác minh trình bày kết quả.",
        ket_luan="Hai bên thống nhất về sự việc, còn khác nhau về mức giải quyết.",
        co_mat={},
    )


def _sau_quyet_dinh(chuyen: CauChuyen, don: DonThu | None) -> None:
    tchc, giam_doc, lich = chuyen.nhan_su.tchc, chuyen.nhan_su.giam_doc, chuyen.lich
    tra_loi_noi_chuyen(chuyen, don, 20)
    don = chuyen.lam(
        don,
        Buoc.GUI_QUYET_DINH,
        tchc,
        19,
        cach=LanGui.Cach.BUU_CHINH,
        chung_tu="Phiếu gửi bưu chính bảo đảm",
        noi_nhan=("Sở Y tế",),
        ngay_nhan=chuyen.ngay(21),
    )
    cong_khai(chuyen, don, 22)
    if don is None:
        return
    cho = HanViec.objects.filter(don=don, ngay_xong=None, viec__in=HAN_CHO).values_list("han", flat=True)
    hieu_luc = max(cho) + timedelta(days=1)
    don = chuyen.lam_ngay(don, Buoc.CO_HIEU_LUC, None, hieu_luc)
    ngay = lich.cong_ngay_lam_viec(hieu_luc, 3)
    don = chuyen.lam_ngay(
        don, Buoc.CHI_DAO_THI_HANH, giam_doc, ngay, ghi_chu="Giao Phòng Tài chính - Kế toán và khoa liên quan thi hành"
    )
    _thi_hanh(chuyen, don, lich.cong_ngay_lam_viec(ngay, 10))


def to_cao_mau(chuyen: CauChuyen, don: DonThu, ma_don_vi: str) -> None:
    """A tố cáo that was accepted (Đ29-44 Luật TC)."""
    nhan_su, ket_cuc = chuyen.nhan_su, chuyen.dong["out"]
    tchc, giam_doc, truong = nhan_su.tchc, nhan_su.giam_doc, nhan_su.truong_don_vi[ma_don_vi]
    gui_van_ban(chuyen, don, 5)
    don = chuyen.lam(don, Buoc.GIAO_DON_VI, giam_doc, 5, don_vi=chuyen.don_vi[ma_don_vi], nguoi_duoc_giao=truong)
    don = chuyen.lam(don, Buoc.XAC_MINH, giam_doc, 6, **_to_xac_minh(chuyen, truong, nhan_su.truong_don_vi["KHNV"]))
    if ket_cuc in DANG_LAM:
        return
    don = chuyen.lam(don, Buoc.BAO_CAO_KET_QUA, truong, 13, bao_cao="Đã xác minh, nghe giải trình.", da_giai_trinh=True)
    don = chuyen.lam(don, Buoc.BAN_HANH, giam_doc, 15, **noi_dung_ban_hanh(ket_cuc))
    gui_van_ban(chuyen, don, 16)
    tra_loi_noi_chuyen(chuyen, don, 16)
    if don and chuyen.ngay(17) <= chuyen.hom_nay:
        _ky_trich_ket_luan(don, giam_doc, chuyen.ngay(17))
    cong_khai(chuyen, don, 17)
    don = chuyen.lam(don, Buoc.XU_LY_KET_LUAN, giam_doc, 19, ghi_chu="Kiểm điểm, rút kinh nghiệm")
    chuyen.lam(don, Buoc.BAO_CAO_XU_LY, tchc, 22, ghi_chu="Đã báo cáo kết quả xử lý")
    _thi_hanh(chuyen, don, chuyen.ngay(35))


def _ky_trich_ket_luan(don: DonThu, giam_doc: NhanVien, ngay: date) -> None:
    """The extract, the only version that may be published (Đ40.3 Luật TC)."""
    cac_o = gia_tri_dau(don, van_ban_ngay(KET_LUAN_TRICH, ngay), ngay)
    ban_thao = soan(don, nguoi=giam_doc, ngay=ngay, ma_mau=KET_LUAN_TRICH, gia_tri=cac_o)
    ky_ban_hanh(ban_thao, nguoi=giam_doc, ngay=ngay, phien_ban=ban_thao.phien_ban)


def _kien_nghi_mau(chuyen: CauChuyen, don: DonThu, ma_don_vi: str) -> None:
    nhan_su, ket_cuc = chuyen.nhan_su, chuyen.dong["out"]
    don = chuyen.lam(don, Buoc.GIAO_DON_VI, nhan_su.giam_doc, 5, don_vi=chuyen.don_vi[ma_don_vi])
    if ket_cuc in DANG_LAM:
        return
    truong = nhan_su.truong_don_vi[ma_don_vi]
    don = chuyen.lam(don, Buoc.BAO_CAO_KET_QUA, truong, 9, bao_cao="Đã xác minh, làm việc với các bên liên quan.")
    don = chuyen.lam(don, Buoc.BAN_HANH, nhan_su.giam_doc, 10, **noi_dung_ban_hanh(ket_cuc))
    tra_loi_noi_chuyen(chuyen, don, 12)
    chuyen.lam(don, Buoc.KET_THUC, nhan_su.tchc, 36)


def noi_dung_ban_hanh(ket_cuc: str) -> dict[str, Any]:
    """What the decision, conclusion or reply of this outcome says."""
    them = {
        "DUNG": {"tra_lai_tien": "2.40", "ca_nhan_duoc_tra": 1},
        "DUNG1P": {"nguoi_bi_kien_nghi": 1, "can_bo_bi_kien_nghi": 1},
    }
    return {
        "noi_dung_ban_hanh": "Căn cứ kết quả xác minh, Trung tâm trả lời nội dung đơn.",
        "ket_qua": KET_QUA.get(ket_cuc, ""),
        **them.get(ket_cuc, {}),
    }


def _thi_hanh(chuyen: CauChuyen, don: DonThu | None, ngay: date) -> None:
    if don is None:
        return
    ket_qua = {"da_tra_tien": "2.40"} if don.tra_lai_tien else {}
    if don.can_bo_bi_kien_nghi:
        ket_qua = {"nguoi_da_xu_ly": 1, "can_bo_da_xu_ly": 1}
    tchc = chuyen.nhan_su.tchc
    don = chuyen.lam_ngay(don, Buoc.THI_HANH_XONG, tchc, ngay, **ket_qua)
    chuyen.lam_ngay(don, Buoc.KET_THUC, tchc, chuyen.lich.cong_ngay_lam_viec(ngay, 1))


def _to_xac_minh(chuyen: CauChuyen, truong: NhanVien, *thanh_vien: NhanVien) -> dict[str, Any]:
    return {
        "to_truong": truong,
        "thanh_vien": thanh_vien,
        "tu_ngay": chuyen.ngay(6),
        "den_ngay": chuyen.ngay(13),
        "noi_dung": "Xác minh nội dung nêu trong đơn, làm việc với người gửi đơn và các bên liên quan.",
        "ke_hoach": "Thu thập tài liệu; làm việc với các bên; lập biên bản; báo cáo.",
    }


def gui_van_ban(chuyen: CauChuyen, don: DonThu | None, sau: int) -> None:
    """The document last issued goes to who wrote, where the law of its day sets a term for that."""
    viec = QUY_TRINH[don.loai][Buoc.GUI_VAN_BAN].xong if don else ()
    if not HanViec.objects.filter(don=don, ngay_xong=None, viec__in=viec).exists():
        return
    van_ban = don.van_ban_di.exclude(so=None).last()
    chuyen.lam(
        don,
        Buoc.GUI_VAN_BAN,
        chuyen.nhan_su.tchc,
        sau,
        van_ban=van_ban,
        nguoi_nhan=NguoiNhan.NGUOI_GUI,
        cach=LanGui.Cach.BUU_CHINH,
        chung_tu="Phiếu gửi bưu chính bảo đảm",
    )


def cong_khai(chuyen: CauChuyen, don: DonThu | None, sau: int) -> None:
    """The decision, or the extract of the conclusion, is posted for twenty days."""
    if don is None:
        return
    den_ngay = chuyen.ngay(sau) + timedelta(days=20)
    van_ban = van_ban_cong_khai(don).last()
    chuyen.lam(don, Buoc.CONG_KHAI, chuyen.nhan_su.tchc, sau, van_ban=van_ban, den_ngay=den_ngay, **NIEM_YET)


def tra_loi_noi_chuyen(chuyen: CauChuyen, don: DonThu | None, sau: int) -> None:
    """Who sent the petition on is told the outcome (Đ27.2 Luật TCD)."""
    if don and don.nguon == NguonDon.CO_QUAN_CHUYEN:
        cau = "Đã trả lời cơ quan chuyển đơn về kết quả giải quyết"
        chuyen.lam(don, Buoc.TRA_LOI_NOI_CHUYEN, chuyen.nhan_su.tchc, sau, ghi_chu=cau)
