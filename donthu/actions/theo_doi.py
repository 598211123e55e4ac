"""After the decision, and what may happen on the way: notices, publication, execution, pauses, extension, đình chỉ."""

from datetime import date
from decimal import Decimal

from donthu.actions import dong_ho
from donthu.actions.khung import thuc_hien
from donthu.models import DonThu, KetQuaThiHanh, LichSu, TamDinhChi
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh import HAN_CHINH
from donthu.quy_trinh.buoc import Buoc
from donthu.thoi_han import dong_thoi_han
from tochuc.loi import LoiNghiepVu
from tochuc.models import NgayNghi, NhanVien


def _ghi_viec(buoc: Buoc, mo_ta: str):
    """A step that only closes clocks: what was sent, published, told stands in the note."""

    def ghi(don: DonThu, *, nguoi: NhanVien, ngay: date, ghi_chu: str, so_buoc: int | None = None) -> DonThu:
        with thuc_hien(buoc, don, nguoi, ngay, so_buoc, ghi_chu) as don:
            pass
        return don

    ghi.__doc__ = mo_ta
    return ghi


thong_bao = _ghi_viec(Buoc.THONG_BAO, "The citizen was told what became of the matter (Đ28.1 Luật TCD).")
gui_van_ban = _ghi_viec(Buoc.GUI_VAN_BAN, "The document was sent (Đ32 Luật KN; Đ29.3, 34.4, 35.3 Luật TC).")
cong_khai = _ghi_viec(Buoc.CONG_KHAI, "The decision or conclusion was published (Đ29.3 NĐ 124/2020; Đ40 Luật TC).")
xu_ly_ket_luan = _ghi_viec(Buoc.XU_LY_KET_LUAN, "The conclusion was acted on within 7 working days (Đ36.1 Luật TC).")


def thi_hanh(
    don: DonThu, *, nguoi: NhanVien, ngay: date, ghi_chu: str = "", so_buoc: int | None = None, **ket_qua: Decimal | int
) -> DonThu:
    """Record what was carried out on `ngay` (money Trđ, land m²; fields of KetQuaThiHanh)."""
    with thuc_hien(Buoc.THI_HANH, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        _ghi_ket_qua(don, ngay, ket_qua)
    return don


def thi_hanh_xong(
    don: DonThu, *, nguoi: NhanVien, ngay: date, ghi_chu: str = "", so_buoc: int | None = None, **ket_qua: Decimal | int
) -> DonThu:
    """The decision or conclusion is wholly carried out (Đ46 Luật KN; Đ36.3 Luật TC)."""
    with thuc_hien(Buoc.THI_HANH_XONG, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        don.ngay_thi_hanh_xong = ngay
        if any(ket_qua.values()):
            _ghi_ket_qua(don, ngay, ket_qua)
    return don


def _ghi_ket_qua(don: DonThu, ngay: date, ket_qua: dict[str, Decimal | int]) -> None:
    if don.ngay_ban_hanh is None or ngay < don.ngay_ban_hanh:
        raise LoiNghiepVu("Ngày thi hành không được trước ngày ban hành.")
    for phan, tong, chu in (
        ("can_bo_da_xu_ly", "nguoi_da_xu_ly", "đã xử lý"),
        ("can_bo_khoi_to", "nguoi_khoi_to", "khởi tố"),
    ):
        if ket_qua.get(phan, 0) > ket_qua.get(tong, 0):
            raise LoiNghiepVu(f"Số cán bộ, công chức, viên chức {chu} không được lớn hơn tổng số người {chu}.")
    KetQuaThiHanh.objects.create(don=don, ngay=ngay, **ket_qua)


def ket_thuc(don: DonThu, *, nguoi: NhanVien, ngay: date, ghi_chu: str = "", so_buoc: int | None = None) -> DonThu:
    """Close the case. LoiNghiepVu while a duty of it is still open."""
    with thuc_hien(Buoc.KET_THUC, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        con_mo = [han.get_viec_display() for han in don.han_viec.filter(ngay_xong=None).exclude(viec__in=HAN_CHINH)]
        if con_mo:
            raise LoiNghiepVu(f"Chưa kết thúc được vì còn việc chưa xong: {'; '.join(con_mo)}.")
    return don


def gia_han(
    don: DonThu, *, nguoi: NhanVien, ngay: date, so_ngay: int, van_ban: str, so_buoc: int | None = None
) -> DonThu:
    """Lengthen the term of resolution by `so_ngay` ngày, on the ground of a written document, before it runs out.

    Khiếu nại: only with the written determination that the case is complex, once (Đ28 Luật KN; Đ3a NĐ 124/2020).
    Tố cáo: once, or twice when especially complex, up to 30 ngày each (Đ30 Luật TC). Kiến nghị, phản ánh: the centre's
    own term.
    """
    if not van_ban:
        raise LoiNghiepVu("Gia hạn phải có văn bản: ghi số, ngày của văn bản xác định vụ việc phức tạp hoặc gia hạn.")
    if so_ngay < 1:
        raise LoiNghiepVu("Số ngày gia hạn phải lớn hơn 0.")
    with thuc_hien(Buoc.GIA_HAN, don, nguoi, ngay, so_buoc, f"Thêm {so_ngay} ngày. {van_ban}") as don:
        dang_chay = don.han_viec.filter(ngay_xong=None, viec__in=HAN_CHINH).order_by("han").first()
        if dang_chay is None:
            raise LoiNghiepVu("Không có thời hạn giải quyết nào đang chạy để gia hạn.")
        if ngay > dang_chay.han:
            raise LoiNghiepVu(f"Thời hạn đã hết ngày {dang_chay.han:%d/%m/%Y}, không gia hạn được nữa.")
        cac_lan = dong_thoi_han(dang_chay.viec, dang_chay.tu_ngay).gia_han
        da_gia_han = LichSu.objects.filter(don=don, buoc=Buoc.GIA_HAN).count()
        if da_gia_han >= len(cac_lan):
            raise LoiNghiepVu(f"Vụ việc đã được gia hạn {da_gia_han} lần, luật không cho gia hạn thêm.")
        if so_ngay > cac_lan[da_gia_han]:
            raise LoiNghiepVu(f"Mỗi lần gia hạn tối đa {cac_lan[da_gia_han]} ngày.")
        dong_ho.gia_han(don, so_ngay, NgayNghi.objects.lich())
        don.phuc_tap = don.phuc_tap or don.loai in (LoaiDon.KHIEU_NAI, LoaiDon.TO_CAO)
    return don


def tam_dinh_chi(don: DonThu, *, nguoi: NhanVien, ngay: date, ly_do: str, so_buoc: int | None = None) -> DonThu:
    """Let the clock of resolution stand still (Đ11a Luật KN; Đ34.1 Luật TC)."""
    with thuc_hien(Buoc.TAM_DINH_CHI, don, nguoi, ngay, so_buoc, ly_do) as don:
        TamDinhChi.objects.create(don=don, tu_ngay=ngay, ly_do=ly_do)
        don.dang_tam_dinh_chi = True
    return don


def tiep_tuc(don: DonThu, *, nguoi: NhanVien, ngay: date, ghi_chu: str = "", so_buoc: int | None = None) -> DonThu:
    """Let it run again from the day of this decision (Đ11a.4 Luật KN; Đ34.2 Luật TC)."""
    with thuc_hien(Buoc.TIEP_TUC, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        dang_mo = don.tam_dinh_chi.get(den_ngay=None)
        if ngay < dang_mo.tu_ngay:
            raise LoiNghiepVu(f"Ngày tiếp tục không được trước ngày tạm đình chỉ ({dang_mo.tu_ngay:%d/%m/%Y}).")
        dang_mo.den_ngay = ngay
        dang_mo.save(update_fields=["den_ngay"])
        don.dang_tam_dinh_chi = False
    return don


def dinh_chi(don: DonThu, *, nguoi: NhanVien, ngay: date, ly_do: str, so_buoc: int | None = None) -> DonThu:
    """Stop for good: wholly withdrawn, nothing left to resolve, settled elsewhere (Đ11a.2 Luật KN; Đ34.3 Luật TC)."""
    with thuc_hien(Buoc.DINH_CHI, don, nguoi, ngay, so_buoc, ly_do) as don:
        don.tam_dinh_chi.filter(den_ngay=None).update(den_ngay=ngay)
        don.dang_tam_dinh_chi = False
        don.ngay_dinh_chi = ngay
    return don
