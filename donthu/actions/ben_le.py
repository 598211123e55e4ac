"""What may happen beside the way of a petition: splitting, merging, urging, replies to who sent it."""

from datetime import date

from donthu.actions.khung import buoc_chi_ghi, thuc_hien
from donthu.actions.phan_loai import da_xu_ly
from donthu.actions.tiep_nhan import lap_don
from donthu.actions.vu_viec import doi_vu_viec
from donthu.models import DoiChieu, DonThu, KetLuanTrung, LinhVuc
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.dinh_dang import ngay_vn
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien

DA_HUONG_DAN_RIENG = "Đã hướng dẫn viết đơn riêng."
LY_DO_TRUNG = "Đơn trùng nội dung với đơn đã nhận, gộp vào một vụ việc"


def tach_don(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    loai: LoaiDon | None = None,
    linh_vuc: LinhVuc | None = None,
    tom_tat: str = "",
    yeu_cau: str = "",
    doi_tuong: str = "",
    so_nguoi: int = 1,
    nguoi_bi_to_cao: tuple[NhanVien, ...] = (),
    bi_to_cao_lanh_dao: bool = False,
    so_buoc: int | None = None,
) -> DonThu:
    """Take content of another kind out into a petition of its own, and return that new petition.

    Its clocks count from the same day of receipt (Đ25.3 Luật TCD; Đ14.4 NĐ 154/2026). Where one of the two is a tố cáo
    nothing joins them, neither name, link, matter nor trail: it would tell who denounces (Đ8.3, 56 Luật TC). Without
    `loai` whoever wrote was only told to write another one, and `don` comes back.
    """
    if loai == don.loai:
        raise LoiNghiepVu(f"Nội dung tách ra phải khác loại với đơn này ({don.get_loai_display().lower()}).")
    # The trail says the same in every case, so that nothing is read out of what it leaves out.
    with thuc_hien(Buoc.TACH_DON, don, nguoi, ngay, so_buoc, DA_HUONG_DAN_RIENG) as don:
        if loai is None:
            return don
        bi_mat = LoaiDon.TO_CAO in (loai, don.loai)
        chung = {} if bi_mat else {"cong_dan": don.cong_dan, "ngay_viet_don": don.ngay_viet_don, "tach_tu": don}
        if loai == LoaiDon.TO_CAO:
            chung = {"nguoi_bi_to_cao": nguoi_bi_to_cao, "bi_to_cao_lanh_dao": bi_to_cao_lanh_dao}
        return lap_don(
            nguoi=nguoi,
            ngay_nhan=don.ngay_nhan,
            loai=loai,
            nguon=don.nguon,
            co_quan_chuyen_den=don.co_quan_chuyen_den,
            linh_vuc=linh_vuc,
            tom_tat=tom_tat,
            yeu_cau=yeu_cau,
            doi_tuong=doi_tuong,
            so_nguoi=so_nguoi,
            **chung,
        )


def gop_don(
    don: DonThu, *, nguoi: NhanVien, ngay: date, trung_voi: DonThu, ly_do: str, so_buoc: int | None = None
) -> DonThu:
    """File `don` as the same petition as `trung_voi`: one matter, counted once (Đ6.2b TT 05/2021; TT 06/2025).

    LoiNghiepVu when the other one is not for `nguoi` to see, in the words of one that does not exist, and between a tố
    cáo and another kind.
    """
    if trung_voi.pk == don.pk:
        raise LoiNghiepVu("Đơn không thể trùng với chính nó.")
    if not DonThu.objects.for_user(nguoi).filter(pk=trung_voi.pk).exists():
        raise LoiNghiepVu("Không thấy đơn này trong các đơn Ông/Bà được xem.")
    if LoaiDon.TO_CAO in (don.loai, trung_voi.loai) and don.loai != trung_voi.loai:
        raise LoiNghiepVu("Không gộp tố cáo với đơn loại khác.")
    if trung_voi.trung_voi_id:
        raise LoiNghiepVu(f"Đơn {trung_voi.ma} cũng là đơn trùng: xin chọn đơn nhận đầu tiên.")
    # Of a tố cáo the trail does not name another: who may know of the one need not know of the other.
    ghi_chu = ly_do if don.loai == LoaiDon.TO_CAO else f"Trùng với đơn {trung_voi.ma}. {ly_do}"
    with thuc_hien(Buoc.GOP_DON, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        don.du_dieu_kien, don.thuoc_tham_quyen = False, False
        don.ly_do_khong_du = LY_DO_TRUNG
        da_xu_ly(don, Buoc.GOP_DON, ngay)
        doi_vu_viec(don, trung_voi.vu_viec)
        don.trung_voi = trung_voi
        cap = sorted((don.pk, trung_voi.pk))
        DoiChieu.objects.get_or_create(
            don_a_id=cap[0],
            don_b_id=cap[1],
            defaults={"ket_luan": KetLuanTrung.TRUNG, "ly_do": ly_do[:300], "nguoi": nguoi, "ngay": ngay},
        )
    return don


def don_doc(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    noi_nhan: str,
    noi_dung: str,
    tra_loi_truoc: date | None = None,
    so_buoc: int | None = None,
) -> DonThu:
    """Urge whoever is slow, by letter: about what, and to answer by when (Đ14.2 TT 05/2021/TT-TTCP)."""
    if tra_loi_truoc and tra_loi_truoc < ngay:
        raise LoiNghiepVu("Ngày phải trả lời không được trước ngày đôn đốc.")
    han = f" Trả lời trước ngày {ngay_vn(tra_loi_truoc)}." if tra_loi_truoc else ""
    ghi_chu = f"{noi_nhan}: {noi_dung.rstrip('.')}.{han}"
    with thuc_hien(Buoc.DON_DOC, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        pass
    return don


CAC_BUOC = {
    Buoc.TACH_DON: tach_don,
    Buoc.GOP_DON: gop_don,
    Buoc.TRA_LOI_NOI_CHUYEN: buoc_chi_ghi(
        Buoc.TRA_LOI_NOI_CHUYEN,
        "The body that sent the petition was told what became of it (Đ26.2 Luật TC; Đ27.2 Luật TCD).",
    ),
    Buoc.DON_DOC: don_doc,
}
