"""Steps that only a tố cáo has (Luật TC 2018 amended by 136/2025), and refusing to handle what is no petition."""

from datetime import date

from donthu.actions import dong_ho
from donthu.actions.khung import buoc_chi_ghi, thuc_hien
from donthu.actions.phan_loai import da_xu_ly
from donthu.models import BuoiLamViec, DonThu, LoaiBuoi
from donthu.quy_trinh.buoc import Buoc
from donthu.viec import Viec
from tochuc.loi import LoiNghiepVu
from tochuc.models import NgayNghi, NhanVien


def khong_xu_ly(don: DonThu, *, nguoi: NhanVien, ngay: date, ghi_chu: str, so_buoc: int | None = None) -> DonThu:
    """Do not handle it: an anonymous tố cáo with nothing to verify (Đ25.1 Luật TC), or a kiến nghị, phản ánh answered
    in writing before, without anything new (Đ4.1h NĐ 154/2026). `ghi_chu` says on what ground."""
    with thuc_hien(Buoc.KHONG_XU_LY, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        da_xu_ly(don, Buoc.KHONG_XU_LY, ngay)
    return don


def chuyen_kiem_tra(
    don: DonThu, *, nguoi: NhanVien, ngay: date, co_quan_nhan: str, ghi_chu: str = "", so_buoc: int | None = None
) -> DonThu:
    """Have an anonymous accusation with evidence inspected, by the centre or a body with power (Đ25.2 Luật TC).

    It is not accepted as a tố cáo, so no report counts it among those the centre resolves.
    """
    with thuc_hien(Buoc.CHUYEN_KIEM_TRA, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        don.thuoc_tham_quyen = False
        da_xu_ly(don, Buoc.CHUYEN_KIEM_TRA, ngay)
        don.co_quan_nhan = co_quan_nhan
    return don


def chuyen_dieu_tra(
    don: DonThu, *, nguoi: NhanVien, ngay: date, co_quan_nhan: str, ghi_chu: str = "", so_buoc: int | None = None
) -> DonThu:
    """Hand the file over at once because it shows signs of a crime (Đ27.1 Luật TC).

    What was already proposed for acceptance keeps the day it was processed and is not accepted from now on.
    """
    with thuc_hien(Buoc.CHUYEN_DIEU_TRA, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        if don.ngay_xu_ly is None:
            don.du_dieu_kien, don.thuoc_tham_quyen = True, False
            da_xu_ly(don, Buoc.CHUYEN_DIEU_TRA, ngay)
        else:
            don.ngay_khong_thu_ly = ngay
            don.ly_do_khong_thu_ly = f"Có dấu hiệu tội phạm, chuyển {co_quan_nhan}"
        don.co_quan_nhan = co_quan_nhan
    return don


def keo_dai_kiem_tra(
    don: DonThu, *, nguoi: NhanVien, ngay: date, so_ngay: int, ly_do: str, so_buoc: int | None = None
) -> DonThu:
    """Take up to 3 more working days to check the conditions, 10 in all, because it has to be done in several places or
    through another body; once, before the 7 run out (Đ24.1 Luật TC). `ly_do`: which of the two, and where."""
    with thuc_hien(Buoc.KEO_DAI_KIEM_TRA, don, nguoi, ngay, so_buoc, f"Thêm {so_ngay} ngày làm việc. {ly_do}") as don:
        han = don.han_viec.filter(viec=Viec.THU_LY_TC, ngay_xong=None).first()
        if han is None or han.gia_han:
            raise LoiNghiepVu("Thời hạn kiểm tra điều kiện thụ lý chỉ được kéo dài một lần.")
        if ngay > han.han:
            raise LoiNghiepVu(f"Thời hạn đã hết ngày {han.han:%d/%m/%Y}, không kéo dài được nữa.")
        dong_ho.gia_han(han, so_ngay, NgayNghi.objects.lich())
    return don


def tu_xac_minh(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    ngay_giai_trinh: date,
    dia_diem: str,
    giai_trinh: str,
    ket_qua_xac_minh: str,
    so_buoc: int | None = None,
) -> DonThu:
    """Who resolves it verifies it himself, the content being clear and the evidence concrete (Đ31.1 Luật TC; Đ19
    NĐ 31/2019). The accused was heard on `ngay_giai_trinh`; what was found is the first draft of the conclusion."""
    with thuc_hien(Buoc.TU_XAC_MINH, don, nguoi, ngay, so_buoc) as don:
        if not don.ngay_thu_ly <= ngay_giai_trinh <= ngay:
            raise LoiNghiepVu(
                f"Ngày nghe người bị tố cáo giải trình phải từ ngày thụ lý ({don.ngay_thu_ly:%d/%m/%Y}) đến ngày xác "
                "minh xong."
            )
        BuoiLamViec.objects.create(
            don=don,
            loai=LoaiBuoi.GIAI_TRINH,
            ngay=ngay_giai_trinh,
            dia_diem=dia_diem,
            chu_tri=nguoi.ho_ten,
            ket_qua=BuoiLamViec.KetQua.DA_HOP,
            noi_dung=giai_trinh,
            nguoi_ghi=nguoi,
        )
        don.noi_dung_ban_hanh = ket_qua_xac_minh
    return don


CAC_BUOC = {
    Buoc.KEO_DAI_KIEM_TRA: keo_dai_kiem_tra,
    Buoc.KHONG_XU_LY: khong_xu_ly,
    Buoc.CHUYEN_KIEM_TRA: chuyen_kiem_tra,
    Buoc.CHUYEN_DIEU_TRA: chuyen_dieu_tra,
    Buoc.TU_XAC_MINH: tu_xac_minh,
    Buoc.XU_LY_KET_LUAN: buoc_chi_ghi(
        Buoc.XU_LY_KET_LUAN, "The conclusion was acted on within 7 working days (Đ36.1 Luật TC)."
    ),
    Buoc.BAO_CAO_XU_LY: buoc_chi_ghi(
        Buoc.BAO_CAO_XU_LY, "What came of acting on it was reported within 5 working days (Đ36.3 Luật TC)."
    ),
    Buoc.TO_CAO_TIEP: buoc_chi_ghi(
        Buoc.TO_CAO_TIEP, "The superior received a further tố cáo on `ngay` and has 20 days (Đ37 Luật TC)."
    ),
    Buoc.GIU_NGUYEN_KET_LUAN: buoc_chi_ghi(
        Buoc.GIU_NGUYEN_KET_LUAN, "The superior found the conclusion lawful and does not resolve again (Đ37.2 Luật TC)."
    ),
    Buoc.CAP_TREN_GIAI_QUYET: buoc_chi_ghi(
        Buoc.CAP_TREN_GIAI_QUYET, "The superior resolves the case again: the centre's part is over (Đ37.3 Luật TC)."
    ),
}
