"""A small centre and the shortest way to move a petition in it."""

from datetime import date, timedelta

import pytest

from donthu.actions import THUC_HIEN, tiep_nhan_don
from donthu.actions.gui_cong_khai import NguoiNhan
from donthu.models import CongDan, LanCongKhai, LanGui, LinhVuc
from donthu.phan_loai import KIEN_NGHI_PHAN_ANH, LOAI_CO_LAN_HAI, KetQua, LoaiDon, NguonDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.vai_tro import VaiTro


@pytest.fixture
def bo_may(tao_nguoi, tao_don_vi):
    """Who receives, TCHC, the director, a khoa with its head, another khoa, the administrator."""

    class BoMay:
        khoa = tao_don_vi("NOI")
        tiep_dan = tao_nguoi(VaiTro.TIEP_DAN)
        tchc = tao_nguoi(VaiTro.TCHC)
        giam_doc = tao_nguoi(VaiTro.LANH_DAO)
        truong_khoa = tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=khoa)
        khoa_khac = tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=tao_don_vi())
        quan_tri = tao_nguoi(VaiTro.QUAN_TRI)

    return BoMay


@pytest.fixture
def nhan(bo_may):
    """Receive a petition of a kind on a day."""

    def lam(loai, ngay_nhan: date, **khac):
        mac_dinh = {"nguon": NguonDon.BUU_CHINH, "linh_vuc": LinhVuc.objects.get(ma="02.01"), "tom_tat": "Nội dung đơn"}
        if loai != LoaiDon.TO_CAO:
            mac_dinh["cong_dan"] = CongDan.objects.create(ho_ten="Trần Thị Bí Mật")
        return tiep_nhan_don(nguoi=bo_may.tiep_dan, ngay_nhan=ngay_nhan, loai=loai, **mac_dinh | khac)

    return lam


@pytest.fixture
def lam():
    """Take one step."""

    def lam(don, buoc, nguoi, ngay, **khac):
        return THUC_HIEN[buoc](don, nguoi=nguoi, ngay=ngay, **khac)

    return lam


@pytest.fixture
def phan_loai(bo_may, lam):
    """Classify as eligible and within competence, unless said otherwise."""

    def phan(don, ngay, **khac):
        mac_dinh = {"loai": don.loai, "linh_vuc": don.linh_vuc, "du_dieu_kien": True, "thuoc_tham_quyen": True}
        return lam(don, Buoc.PHAN_LOAI, bo_may.tchc, ngay, **mac_dinh | khac)

    return phan


@pytest.fixture
def thu_ly(bo_may, lam, phan_loai):
    """Classify, propose and accept on one day."""

    def nhan_giai_quyet(don, ngay):
        don = phan_loai(don, ngay)
        don = lam(don, Buoc.TRINH_THU_LY, bo_may.tchc, ngay)
        return lam(don, Buoc.THU_LY, bo_may.giam_doc, ngay)

    return nhan_giai_quyet


@pytest.fixture
def giao(bo_may, lam):
    """Give an accepted petition to the khoa; a tố cáo to its head by name."""

    def giao_khoa(don, ngay, **khac):
        mac_dinh = {"don_vi": bo_may.khoa, "nguoi_duoc_giao": bo_may.truong_khoa}
        return lam(don, Buoc.GIAO_DON_VI, bo_may.giam_doc, ngay, **mac_dinh | khac)

    return giao_khoa


@pytest.fixture
def den_xac_minh(bo_may, lam, giao):
    """From accepted to being verified by the head of the khoa and TCHC, all on one day."""

    def xac_minh(don, ngay, **khac):
        don = giao(don, ngay)
        if don.loai == LoaiDon.KHIEU_NAI:
            don = lam(don, Buoc.KIEM_TRA_LAI, bo_may.giam_doc, ngay)
        mac_dinh = {
            "to_truong": bo_may.truong_khoa,
            "thanh_vien": (bo_may.tchc,),
            "tu_ngay": ngay,
            "den_ngay": ngay,
            "noi_dung": "Nội dung phải xác minh",
        }
        return lam(don, Buoc.XAC_MINH, bo_may.giam_doc, ngay, **mac_dinh | khac)

    return xac_minh


@pytest.fixture
def bao_cao(bo_may, lam):
    """The khoa reports what it found; unless said otherwise what was asked for and what was found agree."""

    def bao(don, ngay, **khac):
        mac_dinh = {"bao_cao": "Đúng một phần", "khac_ket_qua": False, "da_giai_trinh": True}
        return lam(don, Buoc.BAO_CAO_KET_QUA, bo_may.truong_khoa, ngay, **mac_dinh | khac)

    return bao


@pytest.fixture
def den_ban_hanh(bo_may, lam, giao, den_xac_minh, bao_cao):
    """From accepted to the decision, conclusion or reply, without đối thoại, all on one day."""

    def ban_hanh(don, ngay, **khac):
        don = (giao if don.loai in KIEN_NGHI_PHAN_ANH else den_xac_minh)(don, ngay)
        don = bao_cao(don, ngay)
        if don.loai == LoaiDon.KHIEU_NAI:
            don = lam(don, Buoc.DU_THAO, bo_may.giam_doc, ngay)
        mac_dinh = {"noi_dung_ban_hanh": "Nội dung", "ket_qua": KetQua.SAI if don.loai in LOAI_CO_LAN_HAI else ""}
        return lam(don, Buoc.BAN_HANH, bo_may.giam_doc, ngay, **mac_dinh | khac)

    return ban_hanh


@pytest.fixture
def gui_van_ban(bo_may, lam):
    """What was issued goes to whoever wrote, by post."""

    def gui(don, ngay):
        di = {"van_ban": None, "nguoi_nhan": NguoiNhan.NGUOI_GUI, "cach": LanGui.Cach.BUU_CHINH}
        return lam(don, Buoc.GUI_VAN_BAN, bo_may.tchc, ngay, **di)

    return gui


@pytest.fixture
def cong_khai(bo_may, lam):
    """The decision is put up at the centre for 15 days."""

    def niem_yet(don, ngay):
        noi = {"hinh_thuc": LanCongKhai.HinhThuc.NIEM_YET, "noi": "Bảng tin", "den_ngay": ngay + timedelta(days=15)}
        return lam(don, Buoc.CONG_KHAI, bo_may.tchc, ngay, van_ban=None, **noi)

    return niem_yet


@pytest.fixture
def gui_quyet_dinh(bo_may, lam):
    """The decision goes by post on a day; `nhan`: when the complainant got it."""

    def gui(don, ngay, nhan: date | None = None):
        return lam(don, Buoc.GUI_QUYET_DINH, bo_may.tchc, ngay, cach=LanGui.Cach.BUU_CHINH, ngay_nhan=nhan)

    return gui
