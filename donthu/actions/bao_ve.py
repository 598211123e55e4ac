"""Protecting a denouncer and those near him, without a name (Đ47-58 Luật TC; Đ7, 8 NĐ 31/2019)."""

from datetime import date

from donthu.actions.khung import thuc_hien
from donthu.models import BaoVe, DonThu
from donthu.quy_trinh.buoc import Buoc
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien

KET_LUAN_TO_CAO = "Đã ban hành kết luận nội dung tố cáo (Đ54 Luật TC)"
DINH_CHI_TO_CAO = "Đã đình chỉ giải quyết tố cáo (Đ54 Luật TC)"


def de_nghi_bao_ve(
    don: DonThu, *, nguoi: NhanVien, ngay: date, noi_dung: str, khan: bool = False, so_buoc: int | None = None
) -> DonThu:
    """Write a request down. `khan`: made in person or by telephone, the written one follows (Đ50 Luật TC)."""
    with thuc_hien(Buoc.DE_NGHI_BAO_VE, don, nguoi, ngay, so_buoc, "Đề nghị khẩn cấp." if khan else "") as don:
        if don.cho_bao_ve:
            raise LoiNghiepVu("Đang có một đề nghị bảo vệ chờ quyết định: xin quyết định đề nghị đó trước.")
        BaoVe.objects.create(don=don, ngay_de_nghi=ngay, khan=khan, noi_dung=noi_dung)
        don.cho_bao_ve = True
    return don


def bao_ve(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    quyet_dinh: BaoVe.QuyetDinh,
    bien_phap: str,
    so_buoc: int | None = None,
) -> DonThu:
    """Apply measures, or ask the body with power to apply them (`quyet_dinh` AP_DUNG or CHUYEN; Đ51, 52 Luật TC)."""
    if quyet_dinh not in (BaoVe.QuyetDinh.AP_DUNG, BaoVe.QuyetDinh.CHUYEN):
        raise LoiNghiepVu("Bảo vệ là áp dụng biện pháp, hoặc đề nghị cơ quan có thẩm quyền áp dụng.")
    ghi_chu = f"{BaoVe.QuyetDinh(quyet_dinh).label}."
    with thuc_hien(Buoc.BAO_VE, don, nguoi, ngay, so_buoc, ghi_chu) as don:
        _quyet_dinh(don, quyet_dinh, ngay, bien_phap)
        don.dang_bao_ve = True
    return don


def tu_choi_bao_ve(don: DonThu, *, nguoi: NhanVien, ngay: date, ly_do: str, so_buoc: int | None = None) -> DonThu:
    """Refuse, with the reason in writing (Đ51 Luật TC)."""
    with thuc_hien(Buoc.TU_CHOI_BAO_VE, don, nguoi, ngay, so_buoc) as don:
        _quyet_dinh(don, BaoVe.QuyetDinh.TU_CHOI, ngay, ly_do)
    return don


def thoi_bao_ve(don: DonThu, *, nguoi: NhanVien, ngay: date, ly_do: str, so_buoc: int | None = None) -> DonThu:
    """End the measures before the case ends (Đ54.2 Luật TC, 136/2025). LoiNghiepVu before the day they began."""
    with thuc_hien(Buoc.THOI_BAO_VE, don, nguoi, ngay, so_buoc, ly_do) as don:
        dang_bao_ve = don.bao_ve.exclude(quyet_dinh=BaoVe.QuyetDinh.CHO).filter(ngay_cham_dut=None)
        if dang_bao_ve.filter(ngay_quyet_dinh__gt=ngay).exists():
            raise LoiNghiepVu("Ngày chấm dứt bảo vệ không được trước ngày quyết định bảo vệ.")
        dang_bao_ve.update(ngay_cham_dut=ngay, ly_do_cham_dut=ly_do[:300])
        don.dang_bao_ve = False
    return don


def het_bao_ve(don: DonThu, ngay: date, ly_do: str) -> None:
    """End what protects or waits to, with the conclusion or the đình chỉ, inside that step (Đ54 Luật TC)."""
    don.bao_ve.exclude(quyet_dinh=BaoVe.QuyetDinh.TU_CHOI).filter(ngay_cham_dut=None).update(
        ngay_cham_dut=ngay, ly_do_cham_dut=ly_do
    )
    don.cho_bao_ve = don.dang_bao_ve = False


def _quyet_dinh(don: DonThu, quyet_dinh: BaoVe.QuyetDinh, ngay: date, bien_phap: str) -> None:
    de_nghi = don.bao_ve.get(quyet_dinh=BaoVe.QuyetDinh.CHO)
    if ngay < de_nghi.ngay_de_nghi:
        raise LoiNghiepVu(f"Ngày quyết định không được trước ngày đề nghị ({de_nghi.ngay_de_nghi:%d/%m/%Y}).")
    de_nghi.quyet_dinh, de_nghi.ngay_quyet_dinh, de_nghi.bien_phap = quyet_dinh, ngay, bien_phap
    de_nghi.save(update_fields=["quyet_dinh", "ngay_quyet_dinh", "bien_phap"])
    don.cho_bao_ve = False


CAC_BUOC = {
    Buoc.DE_NGHI_BAO_VE: de_nghi_bao_ve,
    Buoc.BAO_VE: bao_ve,
    Buoc.TU_CHOI_BAO_VE: tu_choi_bao_ve,
    Buoc.THOI_BAO_VE: thoi_bao_ve,
}
