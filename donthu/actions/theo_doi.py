"""After the decision, and what may happen on the way: notices, publication, execution, pauses, extension, đình chỉ."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from donthu.actions import dong_ho
from donthu.actions.bao_ve import DINH_CHI_TO_CAO, het_bao_ve
from donthu.actions.khung import buoc_chi_ghi, thuc_hien
from donthu.ly_do import TIEU_CHI_PHUC_TAP
from donthu.models import DonThu, KetQuaThiHanh, LichSu, TamDinhChi
from donthu.phan_loai import LOAI_CO_LAN_HAI
from donthu.quy_trinh import HAN_CHINH, QUY_TRINH
from donthu.quy_trinh.buoc import Buoc
from donthu.thoi_han import dong_thoi_han
from tochuc.loi import LoiNghiepVu
from tochuc.models import NgayNghi, NhanVien

TIEU_CHI_DAC_BIET = 2  # criteria that make a case especially complex (Đ3 NĐ 31/2019)

thong_bao = buoc_chi_ghi(Buoc.THONG_BAO, "The citizen was told what became of the matter (Đ28.1 Luật TCD).")


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
    # What the Court or the Sở decided in place of us has only a day of effect.
    moc = don.ngay_hieu_luc or don.ngay_ban_hanh
    if moc is None or ngay < moc:
        raise LoiNghiepVu("Ngày thi hành không được trước ngày ban hành, ngày có hiệu lực.")
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
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    so_ngay: int,
    tieu_chi: Sequence[str] = (),
    ly_do: str = "",
    so_buoc: int | None = None,
) -> DonThu:
    """Lengthen the term of resolution by `so_ngay` ngày before it runs out; the document of the step is the ground.

    Khiếu nại: once, the case found complex by at least one of the criteria (Đ28 Luật KN; Đ3a NĐ 124/2020). Tố cáo:
    once, twice by two criteria or more, up to 30 ngày each (Đ30 Luật TC; Đ3 NĐ 31/2019). Kiến nghị, phản ánh: the
    centre's own term, for `ly_do`. `tieu_chi`: codes of TIEU_CHI_PHUC_TAP, added to those found before.
    """
    theo_luat = don.loai in LOAI_CO_LAN_HAI
    if theo_luat and not set(tieu_chi) <= {muc.ma for muc in TIEU_CHI_PHUC_TAP}:
        raise LoiNghiepVu("Tiêu chí phức tạp phải thuộc danh mục của Nghị định.")
    if not theo_luat and not ly_do:
        raise LoiNghiepVu("Kéo dài hạn phải ghi lý do.")
    if so_ngay < 1:
        raise LoiNghiepVu("Số ngày gia hạn phải lớn hơn 0.")
    with thuc_hien(Buoc.GIA_HAN, don, nguoi, ngay, so_buoc, f"Thêm {so_ngay} ngày. {ly_do}".strip()) as don:
        if theo_luat:
            da_co = {*don.tieu_chi_phuc_tap, *tieu_chi}
            don.tieu_chi_phuc_tap = [muc.ma for muc in TIEU_CHI_PHUC_TAP if muc.ma in da_co]
            don.phuc_tap = True
        _kiem_gia_han(don, ngay, so_ngay)
        dong_ho.gia_han(dong_ho.han_giai_quyet(don), so_ngay, NgayNghi.objects.lich())
    return don


def _kiem_gia_han(don: DonThu, ngay: date, so_ngay: int) -> None:
    dang_chay = dong_ho.han_giai_quyet(don)
    if (dang_chay.dung_tu or ngay) > dang_chay.han:
        raise LoiNghiepVu(f"Thời hạn đã hết ngày {dang_chay.han:%d/%m/%Y}, không gia hạn được nữa.")
    theo_luat = don.loai in LOAI_CO_LAN_HAI
    if theo_luat and not don.tieu_chi_phuc_tap:
        raise LoiNghiepVu(
            "Chỉ kéo dài thời hạn khi xác định vụ việc phức tạp: phải có ít nhất một tiêu chí (Điều 3a Nghị định "
            "124/2020/NĐ-CP; Điều 3 Nghị định 31/2019/NĐ-CP)."
        )
    cac_lan = dong_thoi_han(dang_chay.viec, dang_chay.tu_ngay).gia_han
    da_gia_han = LichSu.objects.filter(don=don, buoc=Buoc.GIA_HAN).count()
    if da_gia_han >= len(cac_lan):
        raise LoiNghiepVu(f"Vụ việc đã được gia hạn {da_gia_han} lần, luật không cho gia hạn thêm.")
    if theo_luat and da_gia_han and len(don.tieu_chi_phuc_tap) < TIEU_CHI_DAC_BIET:
        raise LoiNghiepVu(
            "Chỉ gia hạn lần thứ hai khi vụ việc đặc biệt phức tạp: từ 02 tiêu chí trở lên (Điều 3 Nghị định "
            "31/2019/NĐ-CP)."
        )
    if so_ngay > cac_lan[da_gia_han]:
        raise LoiNghiepVu(f"Mỗi lần gia hạn tối đa {cac_lan[da_gia_han]} ngày.")


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


def dinh_chi(
    don: DonThu, *, nguoi: NhanVien, ngay: date, ly_do: str, do_rut: bool = False, so_buoc: int | None = None
) -> DonThu:
    """Stop for good: wholly withdrawn, nothing left to resolve, settled elsewhere (Đ11a.2 Luật KN; Đ34.3 Luật TC).

    `do_rut`: on the ground of the withdrawal, which must have been written down and be whole.
    """
    with thuc_hien(Buoc.DINH_CHI, don, nguoi, ngay, so_buoc, ly_do) as don:
        if do_rut and Buoc.RUT_DON in QUY_TRINH[don.loai] and not don.da_rut_het:
            raise LoiNghiepVu("Chưa ghi nhận người gửi đơn rút toàn bộ nội dung: ghi nhận rút đơn trước khi đình chỉ.")
        don.tam_dinh_chi.filter(den_ngay=None).update(den_ngay=ngay)
        don.dang_tam_dinh_chi = don.dang_giam_dinh = don.dang_dung_thi_hanh = False
        don.ngay_dinh_chi = ngay
        het_bao_ve(don, ngay, DINH_CHI_TO_CAO)
    return don


CAC_BUOC = {
    Buoc.THONG_BAO: thong_bao,
    Buoc.THI_HANH: thi_hanh,
    Buoc.THI_HANH_XONG: thi_hanh_xong,
    Buoc.KET_THUC: ket_thuc,
    Buoc.GIA_HAN: gia_han,
    Buoc.TAM_DINH_CHI: tam_dinh_chi,
    Buoc.TIEP_TUC: tiep_tuc,
    Buoc.DINH_CHI: dinh_chi,
}
