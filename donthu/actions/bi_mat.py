"""Who knows of a tố cáo: the need-to-know list and the people kept away from it (Đ56 Luật TC; Đ5, 10 NĐ 31/2019)."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from donthu.models import DonThu, NguoiDuocBiet, NguoiLienQuan, ThongBao, nguoi_phai_tranh
from donthu.models.bi_mat import VAI_TRO_BIET_DON, QuanHe
from donthu.phan_loai import LoaiDon
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.vai_tro import Quyen, VaiTro

NGUOI_TIEP_NHAN = "Người tiếp nhận"
NGUOI_GIAI_QUYET = "Người giải quyết tố cáo"
BO_PHAN_XU_LY = "Bộ phận xử lý đơn"
PHAI_TRANH = "Không còn cần biết"
CON_MOT_NGUOI = "Danh sách được biết phải còn ít nhất một người xem được vụ việc."


def lap_danh_sach(don: DonThu, nguoi: NhanVien | None, ngay: date) -> None:
    """Put on the list of a tố cáo who must know of it from the first day: who took it in, who resolves it, who handles
    petitions. A deputy is not on it unless the director adds him; when a leader is accused no leader is.

    Whoever must keep away by what is known now is taken off. `nguoi`: who registers or classifies it, if
    anybody did.
    """
    phai_tranh = set(nguoi_phai_tranh(don).values_list("pk", flat=True))
    con_biet = don.nguoi_duoc_biet.filter(ngay_thoi=None)
    con_biet.filter(nhan_vien__in=phai_tranh).update(ngay_thoi=ngay, ly_do_thoi=PHAI_TRANH)
    ly_do = nguoi_phai_biet() | ({don.nguoi_nhap_id: NGUOI_TIEP_NHAN} if don.nguoi_nhap_id else {})
    bo_qua = phai_tranh | set(con_biet.values_list("nhan_vien", flat=True))
    NguoiDuocBiet.objects.bulk_create(
        NguoiDuocBiet(don=don, nhan_vien_id=pk, ly_do=chu, tu_ngay=ngay, nguoi_them=nguoi)
        for pk, chu in ly_do.items()
        if pk not in bo_qua
    )
    _thu_hoi_thong_bao(don)


def nguoi_phai_biet() -> dict[int, str]:
    """Who resolves and who handles every tố cáo, by key, with the reason."""
    ly_do = {}
    for biet in NhanVien.objects.co_quyen(Quyen.XEM_TO_CAO).prefetch_related("vai_tro"):
        la_lanh_dao = VaiTro.LANH_DAO in biet.tap_vai_tro
        if not (la_lanh_dao and biet.la_cap_pho):
            ly_do[biet.pk] = NGUOI_GIAI_QUYET if la_lanh_dao else BO_PHAN_XU_LY
    return ly_do


def cho_biet(don: DonThu, *, nguoi: NhanVien, ngay: date, them: Iterable[NhanVien], ly_do: str) -> None:
    """Add people to the list, each for a reason. Who resolves or handles the case may; LoiNghiepVu for who must keep
    away from it or has no business with petitions, in words that do not say which."""
    with transaction.atomic():
        don = _khoa_don(don, nguoi)
        for biet in them:
            if not _duoc_vao(biet) or _phai_tranh(don, biet):
                raise LoiNghiepVu(f"Không đưa {biet} vào danh sách được biết vụ việc này.")
            _, moi = NguoiDuocBiet.objects.get_or_create(
                don=don,
                nhan_vien=biet,
                ngay_thoi=None,
                defaults={"ly_do": ly_do, "tu_ngay": ngay, "nguoi_them": nguoi},
            )
            if moi:
                _ghi_nhat_ky(nguoi, don, f"Đưa vào danh sách được biết: {biet.username}")


def thoi_biet(don: DonThu, *, nguoi: NhanVien, ngay: date, bo: NhanVien, ly_do: str) -> None:
    """Take somebody off the list; the row stays, ended. Nobody takes off himself, and somebody must be left."""
    if bo.pk == nguoi.pk:
        raise LoiNghiepVu("Không tự đưa mình ra khỏi danh sách được biết.")
    with transaction.atomic():
        don = _khoa_don(don, nguoi)
        con_biet = don.nguoi_duoc_biet.filter(nhan_vien=bo, ngay_thoi=None)
        if con_biet.update(ngay_thoi=ngay, ly_do_thoi=ly_do):
            _thu_hoi_thong_bao(don)
            _ghi_nhat_ky(nguoi, don, f"Đưa ra khỏi danh sách được biết: {bo.username}")


def ghi_lien_quan(don: DonThu, *, nguoi: NhanVien, ngay: date, lien_quan: NhanVien, quan_he: QuanHe) -> None:
    """Record a witness, a relative or somebody concerned: from now on he cannot know of the case.

    LoiNghiepVu when nobody would be left who can.
    """
    with transaction.atomic():
        don = _khoa_don(don, nguoi)
        NguoiLienQuan.objects.update_or_create(don=don, nhan_vien=lien_quan, defaults={"quan_he": quan_he})
        don.nguoi_duoc_biet.filter(nhan_vien=lien_quan, ngay_thoi=None).update(ngay_thoi=ngay, ly_do_thoi=PHAI_TRANH)
        if not NguoiDuocBiet.objects.dang_biet(don).exists():
            raise LoiNghiepVu(CON_MOT_NGUOI)
        _thu_hoi_thong_bao(don)
        _ghi_nhat_ky(nguoi, don, f"Ghi người phải tránh: {lien_quan.username}")


def bo_lien_quan(don: DonThu, *, nguoi: NhanVien, lien_quan: NhanVien) -> None:
    """Take back what was recorded by mistake; it does not put him on the list."""
    with transaction.atomic():
        don = _khoa_don(don, nguoi)
        if don.nguoi_lien_quan.filter(nhan_vien=lien_quan).delete()[0]:
            _ghi_nhat_ky(nguoi, don, f"Bỏ ghi người phải tránh: {lien_quan.username}")


def ban_giao(*, tu: NhanVien, den: NhanVien, ngay: date) -> int:
    """Hand over every case that `tu` knows of to `den`, who takes his post; returns how many.

    LoiNghiepVu, without a word why or in which case, when `den` may not know of one of them: these are added one by one
    on their pages, by who knows of them.
    """
    with transaction.atomic():
        cac_don = list(
            DonThu.objects.select_for_update(of=("self",))
            .filter(nguoi_duoc_biet__nhan_vien=tu, nguoi_duoc_biet__ngay_thoi=None)
            .order_by("pk")
            .only("ma", "bi_to_cao_lanh_dao")
        )
        if tu.pk == den.pk or not _duoc_vao(den) or any(_phai_tranh(don, den) for don in cac_don):
            raise LoiNghiepVu(
                f"Không bàn giao được cho {den}. Người đang giữ vụ việc đưa người nhận vào danh sách ở trang từng đơn."
            )
        for don in cac_don:
            NguoiDuocBiet.objects.get_or_create(
                don=don,
                nhan_vien=den,
                ngay_thoi=None,
                defaults={"ly_do": f"Nhận bàn giao từ {tu}", "tu_ngay": ngay},
            )
            don.nguoi_duoc_biet.filter(nhan_vien=tu, ngay_thoi=None).update(
                ngay_thoi=ngay, ly_do_thoi=f"Bàn giao cho {den}"
            )
            _thu_hoi_thong_bao(don)
            _ghi_nhat_ky(None, don, f"Bàn giao danh sách được biết: {tu.username} cho {den.username}")
    return len(cac_don)


def duoc_sua_danh_sach(don: DonThu, nguoi: NhanVien) -> bool:
    """Whether `nguoi`, who may see `don`, may change its list: who resolves or handles tố cáo."""
    return don.loai == LoaiDon.TO_CAO and nguoi.co_quyen(Quyen.XEM_TO_CAO)


def _khoa_don(don: DonThu, nguoi: NhanVien) -> DonThu:
    """The petition under its lock. PermissionDenied for who may not change its list, LoiNghiepVu for another kind."""
    don = DonThu.objects.select_for_update(of=("self",)).get(pk=don.pk)
    if don.loai != LoaiDon.TO_CAO:
        raise LoiNghiepVu("Danh sách người được biết chỉ lập cho tố cáo.")
    if not duoc_sua_danh_sach(don, nguoi) or not DonThu.objects.for_user(nguoi).filter(pk=don.pk).exists():
        raise PermissionDenied
    return don


def _duoc_vao(nguoi: NhanVien) -> bool:
    return nguoi.is_active and not nguoi.tap_vai_tro.isdisjoint(VAI_TRO_BIET_DON)


def _phai_tranh(don: DonThu, nguoi: NhanVien) -> bool:
    return nguoi_phai_tranh(don).filter(pk=nguoi.pk).exists()


def _thu_hoi_thong_bao(don: DonThu) -> None:
    """Reminders of the case to who does not know of it (any more) leave no trace."""
    con_biet = NguoiDuocBiet.objects.dang_biet(don)
    ThongBao.objects.filter(don=don).exclude(nguoi__in=con_biet.values("nhan_vien")).delete()


def _ghi_nhat_ky(nguoi: NhanVien | None, don: DonThu, noi_dung: str) -> None:
    NhatKy.ghi(nguoi, ViecNhatKy.SUA, don.ma, noi_dung, mat=True)
