"""Verifying, collecting, experts (Đ29 Luật KN; Đ18-27 NĐ 124/2020; Đ31 Luật TC; Đ10-16 NĐ 31/2019)."""

from collections.abc import Iterable, Sequence
from datetime import date

from donthu.actions import bi_mat
from donthu.actions.dong_ho import han_giai_quyet
from donthu.actions.khung import thuc_hien
from donthu.models import BangChung, DonThu, TamDinhChi, ThanhVienTo, ToXacMinh, VaiTrongTo, nguoi_phai_tranh
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh import QUY_TRINH
from donthu.quy_trinh.buoc import Buoc
from tochuc.dinh_dang import ngay_vn, thu_ngay
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien

IT_NHAT_CUA_TO = 2  # people who verify a tố cáo (Đ10 NĐ 31/2019)
TRONG_TO = "Thành viên Tổ xác minh"


def xac_minh(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    to_truong: NhanVien,
    tu_ngay: date,
    den_ngay: date,
    noi_dung: str,
    thanh_vien: Sequence[NhanVien] = (),
    ke_hoach: str = "",
    so_buoc: int | None = None,
) -> DonThu:
    """Set up who verifies what from when to when, inside the term of resolution (Đ29 Luật KN; Đ31 Luật TC).

    A tố cáo takes two people or more, and they come on the list of who may know. LoiNghiepVu for somebody tied to the
    accused, in words that do not say how (Đ5.2, 10.3 NĐ 31/2019).
    """
    nguoi_trong_to = list(dict.fromkeys((to_truong, *thanh_vien)))
    la_to_cao = don.loai == LoaiDon.TO_CAO
    if la_to_cao and len(nguoi_trong_to) < IT_NHAT_CUA_TO:
        raise LoiNghiepVu("Tổ xác minh nội dung tố cáo phải có từ 02 người trở lên (Điều 10 Nghị định 31/2019/NĐ-CP).")
    cau = f"Tổ trưởng {to_truong}. Từ ngày {ngay_vn(tu_ngay)} đến ngày {ngay_vn(den_ngay)}."
    with thuc_hien(Buoc.XAC_MINH, don, nguoi, ngay, so_buoc, cau) as don:
        if nguoi_phai_tranh(don).filter(pk__in=[muc.pk for muc in nguoi_trong_to]).exists():
            raise LoiNghiepVu("Không cử được một trong những người đã chọn xác minh vụ việc này. Xin chọn người khác.")
        han = han_giai_quyet(don).han
        if not ngay <= tu_ngay <= den_ngay <= han:
            raise LoiNghiepVu(
                f"Thời gian xác minh phải từ ngày ra quyết định và trong thời hạn giải quyết, đến {thu_ngay(han)}."
            )
        to = ToXacMinh.objects.create(don=don, tu_ngay=tu_ngay, den_ngay=den_ngay, noi_dung=noi_dung, ke_hoach=ke_hoach)
        ThanhVienTo.objects.bulk_create(
            ThanhVienTo(to=to, nhan_vien=muc, vai=VaiTrongTo.TRUONG if muc == to_truong else VaiTrongTo.THANH_VIEN)
            for muc in nguoi_trong_to
        )
        if la_to_cao:
            bi_mat.cho_biet(don, nguoi=nguoi, ngay=ngay, them=nguoi_trong_to, ly_do=TRONG_TO)
    return don


def yeu_cau_tai_lieu(
    don: DonThu, *, nguoi: NhanVien, ngay: date, noi_cung_cap: str, noi_dung: str, so_buoc: int | None = None
) -> DonThu:
    """Ask somebody for information, documents, evidence; 7 days to give them (Đ12.1đ, 13.2c Luật KN)."""
    with thuc_hien(Buoc.YEU_CAU_TAI_LIEU, don, nguoi, ngay, so_buoc, f"{noi_cung_cap}: {noi_dung}") as don:
        pass
    return don


def nhan_tai_lieu(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    nguoi_giao: str,
    tai_lieu: Iterable[tuple[str, str]],
    so_buoc: int | None = None,
) -> DonThu:
    """Take in what was asked for (Đ21 NĐ 124/2020). `tai_lieu`: name, condition (perhaps empty) of each."""
    with thuc_hien(Buoc.NHAN_TAI_LIEU, don, nguoi, ngay, so_buoc, f"Người giao: {nguoi_giao}") as don:
        BangChung.objects.bulk_create(
            BangChung(
                don=don,
                ten=ten,
                nguoi_giao=nguoi_giao,
                ngay=ngay,
                nguoi_nhan=nguoi,
                **({"tinh_trang": tinh_trang} if tinh_trang else {}),
            )
            for ten, tinh_trang in tai_lieu
        )
    return don


def trung_cau_giam_dinh(
    don: DonThu, *, nguoi: NhanVien, ngay: date, co_quan: str, noi_dung: str, so_buoc: int | None = None
) -> DonThu:
    """Ask an expert body. Of a tố cáo the time until its answer is not counted (Đ15.4 NĐ 31/2019); of a khiếu nại it is
    (Đ24 NĐ 124/2020)."""
    cau = f"{co_quan}: {noi_dung}"
    with thuc_hien(Buoc.TRUNG_CAU_GIAM_DINH, don, nguoi, ngay, so_buoc, cau) as don:
        don.dang_giam_dinh = True
        if QUY_TRINH[don.loai][Buoc.TRUNG_CAU_GIAM_DINH].dung_dong_ho:
            TamDinhChi.objects.create(don=don, tu_ngay=ngay, ly_do=cau[:500], giam_dinh=True)
    return don


def ket_qua_giam_dinh(don: DonThu, *, nguoi: NhanVien, ngay: date, ket_luan: str, so_buoc: int | None = None) -> DonThu:
    """The expert's opinion is in; a clock that stood for it runs again from `ngay`."""
    with thuc_hien(Buoc.KET_QUA_GIAM_DINH, don, nguoi, ngay, so_buoc, ket_luan) as don:
        don.dang_giam_dinh = False
        dang_mo = don.tam_dinh_chi.filter(den_ngay=None, giam_dinh=True).first()
        if dang_mo:
            if ngay < dang_mo.tu_ngay:
                raise LoiNghiepVu(f"Ngày nhận kết quả không được trước ngày trưng cầu ({ngay_vn(dang_mo.tu_ngay)}).")
            dang_mo.den_ngay = ngay
            dang_mo.save(update_fields=["den_ngay"])
    return don


CAC_BUOC = {
    Buoc.XAC_MINH: xac_minh,
    Buoc.YEU_CAU_TAI_LIEU: yeu_cau_tai_lieu,
    Buoc.NHAN_TAI_LIEU: nhan_tai_lieu,
    Buoc.TRUNG_CAU_GIAM_DINH: trung_cau_giam_dinh,
    Buoc.KET_QUA_GIAM_DINH: ket_qua_giam_dinh,
}
