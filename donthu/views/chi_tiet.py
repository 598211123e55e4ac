"""The page of one petition: where it stands, its clocks, the steps I may take, all that was done, who may see it."""

from decimal import Decimal

from django.db.models import Q
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from donthu.chang_duong import cac_chang, cac_dong_lich_su
from donthu.forms.theo_doi import ThiHanhForm
from donthu.models import DonThu, KetQuaThiHanh
from donthu.phan_loai import LoaiDon
from donthu.phan_trong import ghi_phan_trong
from donthu.trinh_bay import cac_nut, hien_han_day_du
from donthu.viec_giua_nguoi import ngu_canh_viec
from donthu.views.bi_mat import ghi_luot_xem, ngu_canh_ai_xem
from donthu.views.tep import ngu_canh_tep
from tochuc.models import NgayNghi, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy

CUNG_VU_VIEC = 10
DAU_AN = "••••••"


@require_safe
def chi_tiet(request, pk):
    """Each reading of a tố cáo is written in the log (Đ56 Luật TC)."""
    don = tim_don(request, pk)
    ghi_luot_xem(request.user, don, ViecNhatKy.XEM, "Xem đơn tố cáo")
    return render(request, "donthu/chi_tiet.html", ngu_canh_don(request, don))


@require_POST
def hien_nhan_than(request, pk):
    """Show number, phone and address of who wrote; whoever asks is written in the log (Đ12.2 NĐ 154/2026)."""
    don = tim_don(request, pk)
    ghi_luot_xem(request.user, don, ViecNhatKy.XEM, "Xem đơn tố cáo")
    if don.cong_dan:
        NhatKy.ghi(request.user, ViecNhatKy.XEM, don.ma, "Xem số giấy tờ, điện thoại, địa chỉ của người gửi")
    nhan_than = cac_muc_nhan_than(don, hien=True)
    if request.htmx:
        return render(request, "donthu/nhan_than.html", {"don": don, "nhan_than": nhan_than, "dang_hien": True})
    return render(
        request, "donthu/chi_tiet.html", ngu_canh_don(request, don) | {"nhan_than": nhan_than, "dang_hien": True}
    )


def tim_don(request, pk) -> DonThu:
    """The petition with whom and what it names; 404 for who may not know of it."""
    cac_don = DonThu.objects.for_user(request.user).select_related(
        "cong_dan", "linh_vuc", "don_vi", "vu_viec", "nguoi_nhap"
    )
    return get_object_or_404(cac_don.defer("tim_kiem", "tim_kiem_dau"), pk=pk)


def ngu_canh_don(request, don: DonThu) -> dict:
    """What the page shows; what a petition cannot have yet is not asked for."""
    nguoi, ngay, lich = request.user, timezone.localdate(), NgayNghi.objects.lich()
    ghi_phan_trong(don)
    bi_to_cao = list(don.nguoi_bi_to_cao.only("ho_ten", "chuc_vu")) if don.loai == LoaiDon.TO_CAO else []
    giua_nguoi = ngu_canh_viec(don, nguoi, ngay)
    tam_dinh_chi = list(don.tam_dinh_chi.all()) if don.ngay_thu_ly else []
    ket_qua = don.ket_qua_thi_hanh.all() if don.ngay_ban_hanh else ()
    cac_han = list(don.han_viec.order_by("han", "pk"))
    dung = [(dong.tu_ngay, dong.den_ngay) for dong in tam_dinh_chi if dong.den_ngay]
    dang_chay = [han for han in cac_han if han.ngay_xong is None]
    lien_quan = Q(vu_viec=don.vu_viec_id) | Q(tach_tu=don.pk) | Q(pk=don.tach_tu_id)
    cung = DonThu.objects.for_user(nguoi).filter(lien_quan).exclude(pk=don.pk)
    bao_cao = [muc.dong.ngay_bao_cao for muc in giua_nguoi["phan_cong"] if muc.dong.ngay_bao_cao]
    return {
        "don": don,
        "cac_buoc": cac_chang(don, max(bao_cao, default=None)),
        "dang_mo": [hien_han_day_du(han, ngay, lich, dung) for han in dang_chay],
        "da_xong": [han for han in cac_han if han.ngay_xong],
        "cac_nut": cac_nut(don, nguoi, {han.viec for han in dang_chay}),
        "nhan_than": cac_muc_nhan_than(don),
        "bi_to_cao": bi_to_cao,
        **giua_nguoi,
        "tam_dinh_chi": tam_dinh_chi,
        "van_ban_di": list(don.van_ban_di.defer("noi_dung")) if don.ngay_xu_ly else [],
        "ket_qua_thi_hanh": [{"ngay": dong.ngay, "cac_so": _cac_so(dong)} for dong in ket_qua],
        "lich_su": cac_dong_lich_su(don),
        "cung_vu_viec": list(cung.only("ma", "loai", "ngay_nhan", "trang_thai", "tach_tu", "trung_voi")[:CUNG_VU_VIEC]),
        "bao_ve": list(don.bao_ve.all()) if don.loai == LoaiDon.TO_CAO else [],
        "la_to_cao": don.loai == LoaiDon.TO_CAO,
        **ngu_canh_ai_xem(nguoi, don),
        **ngu_canh_tep(nguoi, don),
    }


def _cac_so(ket_qua: KetQuaThiHanh) -> list[tuple[str, Decimal | int]]:
    """What was carried out that day: the amounts that are not nought, in the words of their fields."""
    cac_truong = (ket_qua._meta.get_field(ten) for ten in (*ThiHanhForm.TIEN_DAT, *ThiHanhForm.DEM))
    cac = [(truong.verbose_name, getattr(ket_qua, truong.name)) for truong in cac_truong]
    return [(ten[:1].upper() + ten[1:], so) for ten, so in cac if so]


def cac_muc_nhan_than(don: DonThu, *, hien: bool = False) -> list[dict]:
    """Personal data of who wrote, masked but for the last three digits unless `hien`. Nothing for a tố cáo."""
    cong_dan = don.cong_dan
    if cong_dan is None:
        return []
    so = f"{cong_dan.get_loai_giay_to_display()} {cong_dan.so_giay_to}" if cong_dan.so_giay_to else ""
    return [
        {"nhan": "Giấy tờ", "gia_tri": so if hien else _che(cong_dan.so_giay_to, duoi=3)},
        {"nhan": "Điện thoại", "gia_tri": cong_dan.dien_thoai if hien else _che(cong_dan.dien_thoai, duoi=3)},
        {"nhan": "Địa chỉ", "gia_tri": cong_dan.dia_chi if hien else _che(cong_dan.dia_chi)},
    ]


def _che(gia_tri: str, duoi: int = 0) -> str:
    """The value behind dots, but for its last `duoi` characters; "" when nothing was given."""
    if not gia_tri:
        return ""
    return DAU_AN + (gia_tri[-duoi:] if duoi else "")
