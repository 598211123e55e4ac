"""Sending documents and making them public: to whom, how, when, with which proof; where, from when to when."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet, TextChoices

from donthu.actions.khung import thuc_hien
from donthu.models import DonThu, LanCongKhai, LanGui, VanBanDi
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from donthu.thoi_han import tinh
from donthu.viec import Viec
from tochuc.dinh_dang import ngay_vn, thu_ngay
from tochuc.loi import LoiNghiepVu
from tochuc.models import NgayNghi, NhanVien
from tochuc.vai_tro import Quyen

KET_LUAN_DAY_DU, KET_LUAN_TRICH = "ND31-12", "ND31-12T"
QUYET_DINH_KHIEU_NAI = "ND124-15"
NIEM_YET_IT_NHAT = timedelta(days=15)  # Đ29.3 NĐ 124/2020; Đ6.2 NĐ 31/2019
CO_THOI_GIAN = (LanCongKhai.HinhThuc.NIEM_YET, LanCongKhai.HinhThuc.TRANG_TIN)


class NguoiNhan(TextChoices):
    """Whom a document goes to. Of a tố cáo nobody types who denounced or who is accused."""

    NGUOI_GUI = "nguoi_gui", "Người gửi đơn"
    NGUOI_BI = "nguoi_bi", "Người, đơn vị bị khiếu nại, tố cáo, phản ánh"
    CO_QUAN = "co_quan", "Cơ quan, đơn vị, cá nhân khác"


def duoc_ghi(don: DonThu, nguoi: NhanVien) -> bool:
    """Whether `nguoi`, who sees `don`, may record that something was sent or made public."""
    return nguoi.co_quyen(Quyen.THEO_DOI) or (don.loai == LoaiDon.TO_CAO and nguoi.co_quyen(Quyen.DUYET))


def van_ban_cong_khai(don: DonThu) -> QuerySet[VanBanDi]:
    """Issued documents of `don` that may be made public: the decision; of a tố cáo only the extract (Đ40.3 Luật TC)."""
    ma_mau = KET_LUAN_TRICH if don.loai == LoaiDon.TO_CAO else QUYET_DINH_KHIEU_NAI
    return don.van_ban_di.filter(ma_mau=ma_mau)


def gui_van_ban(don: DonThu, *, nguoi: NhanVien, ngay: date, so_buoc: int | None = None, **lan_gui) -> DonThu:
    """The document was sent in time (Đ28b NĐ 124/2020; Đ29.3, 34.4, 35.3 Luật TC). `lan_gui`: as of `lan_gui_moi`."""
    gui = lan_gui_moi(don, nguoi=nguoi, ngay=ngay, **lan_gui)
    with thuc_hien(Buoc.GUI_VAN_BAN, don, nguoi, ngay, so_buoc, _cau_gui(gui)) as don:
        gui.save()
    return don


def ghi_lan_gui(don: DonThu, *, nguoi: NhanVien, ngay: date, **lan_gui) -> LanGui:
    """Record one more addressee of a document. Raises PermissionDenied or LoiNghiepVu."""
    _kiem_quyen(don, nguoi)
    gui = lan_gui_moi(don, nguoi=nguoi, ngay=ngay, **lan_gui)
    gui.save()
    return gui


def ghi_ngay_nhan(lan_gui: LanGui, *, nguoi: NhanVien, ngay: date, chung_tu: str) -> None:
    """Record on which day the addressee received it, and by which proof we know."""
    _kiem_quyen(lan_gui.don, nguoi)
    if ngay < lan_gui.ngay:
        raise LoiNghiepVu(f"Ngày nhận không được trước ngày gửi ({ngay_vn(lan_gui.ngay)}).")
    with transaction.atomic():
        lan_gui = LanGui.objects.select_for_update(of=("self",)).get(pk=lan_gui.pk)
        lan_gui.ngay_nhan, lan_gui.chung_tu = ngay, chung_tu
        lan_gui.save(update_fields=["ngay_nhan", "chung_tu"])


def cong_khai(don: DonThu, *, nguoi: NhanVien, ngay: date, so_buoc: int | None = None, **lan_cong_khai) -> DonThu:
    """The decision or conclusion was made public from `ngay` (Đ29.3 NĐ 124/2020; Đ40 Luật TC; Đ6 NĐ 31/2019).

    `lan_cong_khai`: as of `lan_cong_khai_moi`.
    """
    lan = lan_cong_khai_moi(don, nguoi=nguoi, ngay=ngay, **lan_cong_khai)
    with thuc_hien(Buoc.CONG_KHAI, don, nguoi, ngay, so_buoc, _cau_cong_khai(lan)) as don:
        lan.save()
    return don


def ghi_lan_cong_khai(don: DonThu, *, nguoi: NhanVien, ngay: date, **lan_cong_khai) -> LanCongKhai:
    """Record one more way in which it was made public. Raises PermissionDenied or LoiNghiepVu."""
    _kiem_quyen(don, nguoi)
    lan = lan_cong_khai_moi(don, nguoi=nguoi, ngay=ngay, **lan_cong_khai)
    lan.save()
    return lan


def lan_gui_moi(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    van_ban: VanBanDi | None,
    nguoi_nhan: NguoiNhan,
    noi_nhan: str = "",
    cach: LanGui.Cach,
    ngay_nhan: date | None = None,
    chung_tu: str = "",
) -> LanGui:
    """An unsaved sending of `van_ban`; LoiNghiepVu when a rule forbids it. `noi_nhan`: who, where `nguoi_nhan` alone
    does not say it. To the accused goes only the extract of a conclusion (Đ35.3, 56 Luật TC)."""
    if van_ban:
        _kiem_van_ban(don, van_ban, ngay)
    if ngay_nhan and ngay_nhan < ngay:
        raise LoiNghiepVu(f"Ngày nhận không được trước ngày gửi ({ngay_vn(ngay)}).")
    if don.loai == LoaiDon.TO_CAO and nguoi_nhan == NguoiNhan.NGUOI_BI:
        if van_ban is None:
            raise LoiNghiepVu("Phải chọn văn bản gửi người bị tố cáo trong các văn bản đã ban hành.")
        if van_ban.ma_mau == KET_LUAN_DAY_DU:
            raise LoiNghiepVu(
                "Chỉ gửi người bị tố cáo bản trích kết luận đã bỏ thông tin về người tố cáo, không gửi bản đầy đủ "
                "(Điều 35.3, 56 Luật Tố cáo)."
            )
    ten = _ten_noi_nhan(don, nguoi_nhan, noi_nhan)
    return LanGui(
        don=don,
        van_ban=van_ban,
        noi_nhan=ten,
        cach=cach,
        ngay=ngay,
        ngay_nhan=ngay_nhan,
        chung_tu=chung_tu,
        nguoi=nguoi,
    )


def _ten_noi_nhan(don: DonThu, nguoi_nhan: str, noi_nhan: str) -> str:
    if nguoi_nhan == NguoiNhan.NGUOI_GUI:
        return f"Người tố cáo, mã {don.ma_nguoi_to_cao}" if don.loai == LoaiDon.TO_CAO else don.nguoi_gui
    if nguoi_nhan == NguoiNhan.NGUOI_BI and don.loai == LoaiDon.TO_CAO:
        return "Người bị tố cáo"
    if not noi_nhan:
        raise LoiNghiepVu("Phải ghi rõ nơi nhận.")
    return noi_nhan


def lan_cong_khai_moi(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    van_ban: VanBanDi | None,
    hinh_thuc: LanCongKhai.HinhThuc,
    noi: str,
    den_ngay: date | None = None,
    ngay_bao: date | None = None,
) -> LanCongKhai:
    """An unsaved publication from `ngay`; LoiNghiepVu when a rule forbids it: of a tố cáo only the extract, long enough
    on a board or a site, a meeting announced in time."""
    _kiem_ban_cong_khai(don, van_ban)
    if van_ban:
        _kiem_van_ban(don, van_ban, ngay)
    if hinh_thuc in CO_THOI_GIAN and (den_ngay is None or den_ngay < ngay + NIEM_YET_IT_NHAT):
        raise LoiNghiepVu(
            "Niêm yết, đăng trên trang thông tin điện tử ít nhất 15 ngày liên tục: đến "
            f"{thu_ngay(ngay + NIEM_YET_IT_NHAT)} hoặc sau đó."
        )
    if hinh_thuc == LanCongKhai.HinhThuc.CUOC_HOP and don.loai == LoaiDon.KHIEU_NAI:
        muon_nhat = tinh(Viec.BAO_HOP_CONG_KHAI_QD_KN, ngay, NgayNghi.objects.lich()).han
        if ngay_bao is None or ngay_bao > muon_nhat:
            raise LoiNghiepVu(
                f"Cuộc họp công bố phải được thông báo trước ít nhất 03 ngày: muộn nhất là {thu_ngay(muon_nhat)} "
                "(Điều 29.3 Nghị định 124/2020/NĐ-CP)."
            )
    return LanCongKhai(
        don=don,
        van_ban=van_ban,
        hinh_thuc=hinh_thuc,
        noi=noi,
        tu_ngay=ngay,
        den_ngay=den_ngay if hinh_thuc in CO_THOI_GIAN else None,
        ngay_bao=ngay_bao if hinh_thuc == LanCongKhai.HinhThuc.CUOC_HOP else None,
        nguoi=nguoi,
    )


def _kiem_ban_cong_khai(don: DonThu, van_ban: VanBanDi | None) -> None:
    if don.loai != LoaiDon.TO_CAO:
        return
    if van_ban and van_ban.ma_mau == KET_LUAN_DAY_DU:
        raise LoiNghiepVu(
            "Không công khai kết luận nội dung tố cáo bản đầy đủ: chỉ công khai bản trích đã bỏ thông tin về người tố "
            "cáo và bí mật nhà nước (Điều 40.3 Luật Tố cáo; Điều 6.1 Nghị định 31/2019/NĐ-CP)."
        )
    if van_ban is None or van_ban.ma_mau != KET_LUAN_TRICH:
        raise LoiNghiepVu("Phải ban hành bản trích kết luận nội dung tố cáo rồi mới công khai được.")


def _kiem_van_ban(don: DonThu, van_ban: VanBanDi, ngay: date) -> None:
    if van_ban.don_id != don.pk:
        raise LoiNghiepVu("Văn bản được chọn không thuộc đơn này.")
    if ngay < van_ban.ngay:
        raise LoiNghiepVu(f"Không thể gửi, công khai trước ngày ban hành văn bản ({ngay_vn(van_ban.ngay)}).")


def _kiem_quyen(don: DonThu, nguoi: NhanVien) -> None:
    if not duoc_ghi(don, nguoi):
        raise PermissionDenied


def _cau_gui(gui: LanGui) -> str:
    return f"{_ten_van_ban(gui.van_ban)}gửi {gui.noi_nhan}, {gui.get_cach_display().lower()}"


def _cau_cong_khai(lan: LanCongKhai) -> str:
    den = f" đến {ngay_vn(lan.den_ngay)}" if lan.den_ngay else ""
    return f"{_ten_van_ban(lan.van_ban)}{lan.get_hinh_thuc_display().lower()}: {lan.noi}{den}"


def _ten_van_ban(van_ban: VanBanDi | None) -> str:
    return f"{van_ban.so_ky_hieu or van_ban.trich_yeu}: " if van_ban else ""


CAC_BUOC = {Buoc.GUI_VAN_BAN: gui_van_ban, Buoc.CONG_KHAI: cong_khai}
