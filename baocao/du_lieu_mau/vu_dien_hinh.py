"""Cases that show what is rare: evidence and đối thoại, protection, lần hai, a pause, nobody named, a split, a twin."""

from collections.abc import Callable
from datetime import date, time, timedelta
from functools import partial
from random import Random

from baocao.du_lieu_mau.co_quan import NhanSu, dia_chi, ten_nguoi
from baocao.du_lieu_mau.giai_quyet_mau import (
    CauChuyen,
    doi_thoai_mau,
    gui_van_ban,
    khieu_nai_mau,
    noi_dung_ban_hanh,
    to_cao_mau,
)
from donthu.actions import tiep_nhan_don
from donthu.actions.cong_dan import tim_theo_giay_to
from donthu.actions.khieu_nai import NGUOI_KHIEU_NAI
from donthu.actions.xac_minh_viec import luu_bang_chung, luu_buoi
from donthu.models import BaoVe, BuoiLamViec, CongDan, DonThu, LanGui, LinhVuc, LoaiBuoi
from donthu.phan_loai import LoaiDon, LoaiGiayTo, NguonDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.lich import Lich
from tochuc.models import DonVi

SO_GIAY_TO_CHUNG = "064000000777"  # of whoever wrote both twins


def cac_vu(nhan_su: NhanSu, hom_nay: date, lich: Lich, rng: Random) -> list[tuple[date, int, Callable[[], None]]]:
    """The cases, as `kich_ban.cac_chuyen` gives its own."""
    don_vi = {dv.ma: dv for dv in DonVi.objects.all()}
    cac_viec = []
    for truoc, so_don, ke in (
        (36, 1, _doi_thoai_co_bang_chung),
        (24, 1, _to_cao_duoc_bao_ve),
        (75, 1, _khieu_nai_lan_hai),
        (30, 1, _tam_dinh_chi),
        (16, 1, _nac_danh_co_chung_cu),
        (12, 2, _tach_don),
        (14, 1, _don_truoc),
        (2, 1, _don_trung),
    ):
        ngay_nhan = lich.tru_ngay_lam_viec(hom_nay - timedelta(days=truoc - 1), 1)
        chuyen = CauChuyen({"unit": "TCHC", "out": "DXL"}, ngay_nhan, nhan_su, hom_nay, lich, don_vi)
        cac_viec.append((ngay_nhan, so_don, partial(ke, chuyen, rng)))
    return cac_viec


def _nhan(chuyen: CauChuyen, rng: Random, loai: LoaiDon, linh_vuc: str, tom_tat: str, **khac) -> DonThu:
    """Received by post and classified the next day."""
    cong_dan = khac.pop("cong_dan", None)
    if loai != LoaiDon.TO_CAO and cong_dan is None:
        cong_dan = CongDan.objects.create(ho_ten=ten_nguoi(rng), dia_chi=dia_chi(rng))
    return tiep_nhan_don(
        nguoi=chuyen.nhan_su.tchc,
        ngay_nhan=chuyen.ngay_nhan,
        loai=loai,
        nguon=NguonDon.BUU_CHINH,
        linh_vuc=LinhVuc.objects.get(ma=linh_vuc),
        tom_tat=tom_tat,
        cong_dan=cong_dan,
        **khac,
    )


def _phan_loai(chuyen: CauChuyen, don: DonThu, **khac) -> DonThu | None:
    mac_dinh = {"loai": don.loai, "linh_vuc": don.linh_vuc, "du_dieu_kien": True, "thuoc_tham_quyen": True}
    return chuyen.lam(don, Buoc.PHAN_LOAI, chuyen.nhan_su.tchc, 1, **mac_dinh | khac)


def _thu_ly(chuyen: CauChuyen, don: DonThu | None) -> DonThu | None:
    don = chuyen.lam(don, Buoc.TRINH_THU_LY, chuyen.nhan_su.tchc, 2)
    return chuyen.lam(don, Buoc.THU_LY, chuyen.nhan_su.giam_doc, 4)


def _doi_thoai_co_bang_chung(chuyen: CauChuyen, rng: Random) -> None:
    """Verified with a session and three pieces of evidence, talked through, waiting for the director's signature."""
    truong = chuyen.nhan_su.truong_don_vi["TCKT"]
    don = _nhan(
        chuyen,
        rng,
        LoaiDon.KHIEU_NAI,
        "05.01",
        "Khiếu nại việc thu tiền giường dịch vụ không đúng số ngày nằm điều trị nội trú",
        yeu_cau="Hoàn lại phần tiền đã thu thừa.",
        doi_tuong="Phòng Tài chính - Kế toán",
    )
    don = _thu_ly(chuyen, _phan_loai(chuyen, don))
    khieu_nai_mau(chuyen, don, "TCKT")
    luu_buoi(
        don,
        nguoi=truong,
        buoi=None,
        loai=LoaiBuoi.LAM_VIEC,
        ngay=chuyen.ngay(8),
        gio=time(14, 0),
        dia_diem="Phòng họp nhà A",
        chu_tri=truong.ho_ten,
        ngay_bao=chuyen.ngay(6),
        ket_qua=BuoiLamViec.KetQua.DA_HOP,
        noi_dung="Người khiếu nại trình bày số ngày nằm thực tế; khoa cung cấp sổ theo dõi giường.",
        ket_luan="Thống nhất đối chiếu với bảng kê chi phí.",
        nguoi_du=[
            {"ho_ten": don.nguoi_gui, "tu_cach": NGUOI_KHIEU_NAI},
            {"ho_ten": truong.ho_ten, "tu_cach": "Người xác minh"},
        ],
    )
    for ten, nguoi_giao, so_trang in (
        ("Bảng kê chi phí điều trị", "Phòng Tài chính - Kế toán", 4),
        ("Trích sổ theo dõi giường bệnh", "Khoa Nội tổng hợp", 2),
        ("Phiếu thu tạm ứng", "Người khiếu nại", 1),
    ):
        luu_bang_chung(
            don,
            nguoi=truong,
            bang_chung=None,
            ngay=chuyen.ngay(9),
            ten=ten,
            nguoi_giao=nguoi_giao,
            so_trang=so_trang,
            tinh_trang="Bản sao",
            tep=None,
        )
    don = chuyen.lam(
        don, Buoc.BAO_CAO_KET_QUA, truong, 11, bao_cao="Thu thừa 02 ngày giường, đề nghị hoàn lại.", khac_ket_qua=True
    )
    doi_thoai_mau(chuyen, don, 12, 17)


def _to_cao_duoc_bao_ve(chuyen: CauChuyen, rng: Random) -> None:
    """A team verifies while the workplace of the denouncer is protected (Đ47-58 Luật TC)."""
    giam_doc = chuyen.nhan_su.giam_doc
    don = _nhan(chuyen, rng, LoaiDon.TO_CAO, "11.01", "Tố cáo nhân viên một khoa nhận tiền bồi dưỡng để xếp mổ sớm")
    don = _phan_loai(chuyen, don)
    don = chuyen.lam(
        don, Buoc.DE_NGHI_BAO_VE, giam_doc, 2, noi_dung="Đề nghị bảo vệ vị trí công tác trong thời gian giải quyết."
    )
    bien_phap = "Giữ nguyên vị trí việc làm; không điều động, luân chuyển đến khi có kết luận."
    don = chuyen.lam(don, Buoc.BAO_VE, giam_doc, 2, quyet_dinh=BaoVe.QuyetDinh.AP_DUNG, bien_phap=bien_phap)
    to_cao_mau(chuyen, _thu_ly(chuyen, don), "TCHC")


def _khieu_nai_lan_hai(chuyen: CauChuyen, rng: Random) -> None:
    """Decided by the centre, complained of again to the Sở, which has asked for the file."""
    tchc, giam_doc = chuyen.nhan_su.tchc, chuyen.nhan_su.giam_doc
    don = _nhan(chuyen, rng, LoaiDon.KHIEU_NAI, "10.04", "Khiếu nại kết quả xếp loại chất lượng viên chức của khoa")
    don = _thu_ly(chuyen, _phan_loai(chuyen, don))
    khieu_nai_mau(chuyen, don, "TCHC")
    don = chuyen.lam(don, Buoc.BAO_CAO_KET_QUA, tchc, 11, bao_cao="Xếp loại đúng quy chế.", khac_ket_qua=True)
    don = doi_thoai_mau(chuyen, don, 12, 17)
    don = chuyen.lam(don, Buoc.BAN_HANH, giam_doc, 18, **noi_dung_ban_hanh("SAI"))
    don = chuyen.lam(
        don, Buoc.GUI_QUYET_DINH, tchc, 19, cach=LanGui.Cach.TRUC_TIEP, chung_tu="Ký nhận", ngay_nhan=chuyen.ngay(19)
    )
    chuyen.lam(don, Buoc.CONG_KHAI, tchc, 22, **_niem_yet(chuyen, don))
    don = chuyen.lam(don, Buoc.KHIEU_NAI_LAN_HAI, tchc, 34)
    don = chuyen.lam(don, Buoc.CAP_TREN_YEU_CAU, tchc, 38, co_quan="Sở Y tế", noi_dung="Cung cấp hồ sơ giải quyết")
    chuyen.lam(don, Buoc.BAO_CAO_CAP_TREN, tchc, 41, ghi_chu="Đã gửi hồ sơ, báo cáo quá trình giải quyết")


def _niem_yet(chuyen: CauChuyen, don: DonThu | None) -> dict:
    van_ban = don.van_ban_di.filter(ma_mau="ND124-15").last() if don else None
    return {
        "van_ban": van_ban,
        "hinh_thuc": "niem_yet",
        "noi": "Bảng tin tại trụ sở",
        "den_ngay": chuyen.ngay(22) + timedelta(days=20),
    }


def _tam_dinh_chi(chuyen: CauChuyen, rng: Random) -> None:
    """Paused while a criminal case about the same papers is decided: the clock stands still (Đ11a Luật KN)."""
    don = _nhan(chuyen, rng, LoaiDon.KHIEU_NAI, "04.04", "Khiếu nại việc không xác nhận hồ sơ thanh toán bảo hiểm y tế")
    don = _thu_ly(chuyen, _phan_loai(chuyen, don))
    khieu_nai_mau(chuyen, don, "TCKT")
    don.refresh_from_db()
    don = chuyen.lam(
        don,
        Buoc.TAM_DINH_CHI,
        chuyen.nhan_su.giam_doc,
        12,
        ly_do="Cần đợi kết quả giải quyết của cơ quan khác về việc có liên quan",
    )
    gui_van_ban(chuyen, don, 13)


def _nac_danh_co_chung_cu(chuyen: CauChuyen, rng: Random) -> None:
    """Nobody named, but a clear violator and evidence: inspected, not accepted as tố cáo (Đ25.2 Luật TC)."""
    don = _nhan(chuyen, rng, LoaiDon.TO_CAO, "11.06", "Thư không ký tên kèm ảnh chụp về việc dùng xe công ngoài giờ")
    don = _phan_loai(chuyen, don, nac_danh=True, co_chung_cu=True)
    chuyen.lam(
        don,
        Buoc.CHUYEN_KIEM_TRA,
        chuyen.nhan_su.giam_doc,
        3,
        co_quan_nhan="Bộ phận kiểm tra nội bộ của Trung tâm",
    )


def _tach_don(chuyen: CauChuyen, rng: Random) -> None:
    """One letter with two matters: the complaint in it becomes a petition of its own."""
    don = _nhan(
        chuyen,
        rng,
        LoaiDon.PHAN_ANH,
        "02.01",
        "Phản ánh thái độ phục vụ tại quầy thu phí và không đồng ý khoản thu vật tư tiêu hao",
    )
    don = _phan_loai(chuyen, don)
    chuyen.lam(
        don,
        Buoc.TACH_DON,
        chuyen.nhan_su.tchc,
        2,
        loai=LoaiDon.KHIEU_NAI,
        linh_vuc=LinhVuc.objects.get(ma="05.01"),
        tom_tat="Khiếu nại khoản thu vật tư tiêu hao ngoài bảo hiểm y tế",
        yeu_cau="Hoàn lại khoản đã thu.",
    )


CHO_XET_NGHIEM = "Chờ lấy mẫu xét nghiệm máu từ 7 giờ đến hơn 10 giờ, không ai thông báo lý do chậm"


def _don_truoc(chuyen: CauChuyen, rng: Random) -> None:
    don = _nhan(chuyen, rng, LoaiDon.PHAN_ANH, "03.02", CHO_XET_NGHIEM, cong_dan=_nguoi_gui_hai_lan(rng))
    _phan_loai(chuyen, don)


def _don_trung(chuyen: CauChuyen, rng: Random) -> None:
    """The same person writes again in other words: the page of this petition shows its twin."""
    tom_tat = "Phản ánh chờ lấy mẫu xét nghiệm máu hơn 3 giờ (từ 7 giờ đến 10 giờ) mà không ai thông báo lý do chậm"
    _nhan(chuyen, rng, LoaiDon.PHAN_ANH, "03.02", tom_tat, cong_dan=_nguoi_gui_hai_lan(rng))


def _nguoi_gui_hai_lan(rng: Random) -> CongDan:
    return tim_theo_giay_to(SO_GIAY_TO_CHUNG) or CongDan.objects.create(
        ho_ten=ten_nguoi(rng),
        loai_giay_to=LoaiGiayTo.CAN_CUOC,
        so_giay_to=SO_GIAY_TO_CHUNG,
        dia_chi=dia_chi(rng),
    )
