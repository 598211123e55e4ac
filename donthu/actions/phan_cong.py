"""Work between who gives it and the units: taking part, accepting, returning, asking for more time, reminding.

Which unit leads is a step of the procedure (`giai_quyet.giao_don_vi`); the rest moves no petition and stands here.
"""

from collections.abc import Iterable
from contextlib import contextmanager
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet, TextChoices

from donthu.actions import bi_mat, dong_ho
from donthu.actions.bao_tin import bao_tin
from donthu.actions.khung import luu
from donthu.models import DonThu, LanNhac, LichSu, PhanCong, ThanhVienTo, VaiPhanCong, XinThemHan
from donthu.models.thong_bao import MucNhac
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import CHUA_BAN_HANH, DANG_LAM
from tochuc.dinh_dang import thu_ngay
from tochuc.loi import LoiNghiepVu
from tochuc.models import DonVi, NhanVien
from tochuc.vai_tro import Quyen, VaiTro

DUOC_GIAO = "Người được giao giải quyết"
THOI_GIAO_VIEC = "Thôi được giao giải quyết"


class ViecPhanCong(TextChoices):
    """What may be done to one assignment; the value is the last part of its address."""

    NHAN = "nhan", "Nhận việc"
    TRA_LAI = "tra-lai", "Trả lại việc"
    BAO_CAO = "bao-cao", "Báo cáo phần phối hợp"
    XIN_HAN = "xin-han", "Xin thêm hạn"
    TRA_LOI_NHAC = "tra-loi-nhac", "Trả lời lời nhắc"
    NHAC = "nhac", "Nhắc việc"
    TRA_LOI_XIN = "tra-loi-xin", "Trả lời xin thêm hạn"
    THOI = "thoi", "Thôi phối hợp"


CUA_DON_VI = frozenset(
    {
        ViecPhanCong.NHAN,
        ViecPhanCong.TRA_LAI,
        ViecPhanCong.BAO_CAO,
        ViecPhanCong.XIN_HAN,
        ViecPhanCong.TRA_LOI_NHAC,
    }
)


def cac_viec_duoc_lam(don: DonThu, phan_cong: PhanCong, nguoi: NhanVien) -> list[ViecPhanCong]:
    """What `nguoi`, who sees `don`, may do to this assignment now; no query when its requests and reminders are
    prefetched."""
    return [
        viec for viec in ViecPhanCong if _cua_nguoi(viec, phan_cong, nguoi) and not _chua_duoc(viec, don, phan_cong)
    ]


def kiem_viec(viec: ViecPhanCong, don: DonThu, phan_cong: PhanCong, nguoi: NhanVien) -> None:
    """PermissionDenied when it is not this person's to do, LoiNghiepVu when it is not possible now."""
    if not _cua_nguoi(viec, phan_cong, nguoi):
        raise PermissionDenied
    if loi := _chua_duoc(viec, don, phan_cong):
        raise LoiNghiepVu(loi)


def duoc_them_phoi_hop(don: DonThu, nguoi: NhanVien) -> bool:
    """Whether `nguoi` may ask another unit to take part in `don` now."""
    return bool(nguoi.co_quyen(Quyen.GIAO_VIEC) and don.don_vi_id and don.trang_thai in CHUA_BAN_HANH)


def dang_xin(phan_cong: PhanCong) -> XinThemHan | None:
    """The request for more time that waits for an answer."""
    return next((xin for xin in phan_cong.xin_them_han.all() if xin.dong_y is None), None)


def dang_nhac(phan_cong: PhanCong) -> LanNhac | None:
    """The oldest reminder that waits for an answer."""
    return next((lan for lan in phan_cong.lan_nhac.all() if lan.ngay_tra_loi is None), None)


def kiem_han_noi_bo(don: DonThu, ngay: date, han_noi_bo: date | None) -> None:
    """LoiNghiepVu when our own deadline is before `ngay` or after the deadline of the law."""
    if han_noi_bo is None:
        return
    if han_noi_bo < ngay:
        raise LoiNghiepVu("Hạn nội bộ không được trước ngày giao.")
    cua_luat = dong_ho.han_giai_quyet(don)
    if cua_luat and han_noi_bo > cua_luat.han:
        raise LoiNghiepVu(
            f"Hạn nội bộ phải trong thời hạn giải quyết: muộn nhất là {thu_ngay(cua_luat.han)} "
            f"({cua_luat.get_viec_display().lower()})."
        )


def giao_phoi_hop(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    don_vi: DonVi,
    nguoi_duoc_giao: NhanVien | None = None,
    han_noi_bo: date | None = None,
    yeu_cau: str,
) -> PhanCong:
    """Ask another unit to take part beside the one that leads. Of a tố cáo only a named person (Đ56.2 Luật TC).

    Raises PermissionDenied or LoiNghiepVu.
    """
    if not nguoi.co_quyen(Quyen.GIAO_VIEC):
        raise PermissionDenied
    if not don_vi.duoc_giao:
        raise LoiNghiepVu(f"{don_vi} không được giao giải quyết đơn.")
    if nguoi_duoc_giao and nguoi_duoc_giao.don_vi_id != don_vi.pk:
        raise LoiNghiepVu(f"{nguoi_duoc_giao} không thuộc {don_vi}.")
    with transaction.atomic():
        don = DonThu.objects.select_for_update(of=("self",)).get(pk=don.pk)
        if not duoc_them_phoi_hop(don, nguoi):
            raise LoiNghiepVu("Chỉ thêm đơn vị phối hợp khi đơn đã giao đơn vị chủ trì và chưa ban hành kết quả.")
        if don.phan_cong.filter(don_vi=don_vi, ngay_thoi_giao=None).exists():
            raise LoiNghiepVu(f"{don_vi} đang được giao đơn này.")
        if don.loai == LoaiDon.TO_CAO and nguoi_duoc_giao is None:
            raise LoiNghiepVu("Giao tố cáo phải chỉ rõ người thực hiện: chỉ người được giao mới được biết vụ việc.")
        kiem_han_noi_bo(don, ngay, han_noi_bo)
        phan_cong = PhanCong.objects.create(
            don=don,
            don_vi=don_vi,
            vai=VaiPhanCong.PHOI_HOP,
            nguoi=nguoi_duoc_giao,
            nguoi_giao=nguoi,
            ngay_giao=ngay,
            han_noi_bo=han_noi_bo,
            yeu_cau=yeu_cau,
        )
        if don.loai == LoaiDon.TO_CAO:
            bi_mat.cho_biet(don, nguoi=nguoi, ngay=ngay, them=(nguoi_duoc_giao,), ly_do=DUOC_GIAO)
        bao_giao_viec(don, phan_cong, nguoi)
    return phan_cong


def thoi_giao(don: DonThu, cac_dong: QuerySet[PhanCong], ngay: date, ly_do: str) -> None:
    """End assignments; who knew of a tố cáo only through one of them, and not as one of its team, knows no longer."""
    cac_nguoi = [dong.nguoi_id for dong in cac_dong if dong.nguoi_id]
    cac_dong.update(ngay_thoi_giao=ngay, ly_do_thoi_giao=ly_do)
    trong_to = ThanhVienTo.objects.filter(to__don=don).values("nhan_vien")
    qua_viec_giao = don.nguoi_duoc_biet.filter(nhan_vien__in=cac_nguoi, ly_do=DUOC_GIAO, ngay_thoi=None)
    qua_viec_giao.exclude(nhan_vien__in=trong_to).update(ngay_thoi=ngay, ly_do_thoi=THOI_GIAO_VIEC)


def bao_giao_viec(don: DonThu, phan_cong: PhanCong, nguoi: NhanVien) -> None:
    """Tell the unit that it was given work by `nguoi`."""
    vai = "chủ trì giải quyết" if phan_cong.vai == VaiPhanCong.CHU_TRI else "phối hợp giải quyết"
    han = f", hạn nội bộ {thu_ngay(phan_cong.han_noi_bo)}" if phan_cong.han_noi_bo else ""
    bao_tin(
        don,
        nhan=_tru(_nguoi_cua_don_vi(phan_cong), nguoi),
        muc=MucNhac.GIAO_VIEC,
        chu_the=f"phan_cong:{phan_cong.pk}",
        ngay=phan_cong.ngay_giao,
        cau=f"đơn vị được giao {vai}{han}.",
    )


def nhan_viec(phan_cong: PhanCong, *, nguoi: NhanVien, ngay: date) -> None:
    """The unit accepts the work."""
    with _lam(ViecPhanCong.NHAN, phan_cong, nguoi, ngay) as (_, dong):
        dong.ngay_tiep_nhan = ngay
        dong.save(update_fields=["ngay_tiep_nhan"])


def tra_viec(phan_cong: PhanCong, *, nguoi: NhanVien, ngay: date, ly_do: str) -> None:
    """The unit gives the work back. What it led waits for another unit, and its clock lies with who gives work."""
    with _lam(ViecPhanCong.TRA_LAI, phan_cong, nguoi, ngay) as (don, dong):
        don.phan_cong.filter(pk=dong.pk).update(ly_do_tra_lai=ly_do)
        thoi_giao(don, don.phan_cong.filter(pk=dong.pk), ngay, "Đơn vị trả lại việc")
        if dong.vai == VaiPhanCong.CHU_TRI:
            don.don_vi = None
            luu(don)
            dong_ho.dat_ban(don)
            LichSu.ghi(
                don,
                Buoc.GIAO_DON_VI,
                tu=don.trang_thai,
                den=don.trang_thai,
                ngay=ngay,
                nguoi=nguoi,
                ghi_chu=f"{dong.don_vi} trả lại: {ly_do}",
            )
        _bao_nguoi_giao(
            don, dong, nguoi, MucNhac.TRA_VIEC, f"phan_cong:{dong.pk}", ngay, f"{dong.don_vi} trả lại việc."
        )


def bao_cao_phoi_hop(phan_cong: PhanCong, *, nguoi: NhanVien, ngay: date, bao_cao: str) -> None:
    """A unit that takes part says what it found; the leading unit's report is a step of the procedure."""
    with _lam(ViecPhanCong.BAO_CAO, phan_cong, nguoi, ngay) as (_, dong):
        dong.ngay_bao_cao, dong.bao_cao = ngay, bao_cao
        dong.save(update_fields=["ngay_bao_cao", "bao_cao"])


def xin_them_han(phan_cong: PhanCong, *, nguoi: NhanVien, ngay: date, den_ngay: date, ly_do: str) -> None:
    """Ask for more time of our own deadline, never beyond the law's."""
    with _lam(ViecPhanCong.XIN_HAN, phan_cong, nguoi, ngay) as (don, dong):
        if den_ngay <= dong.han_noi_bo:
            raise LoiNghiepVu(f"Ngày xin thêm phải sau hạn nội bộ hiện nay, {thu_ngay(dong.han_noi_bo)}.")
        kiem_han_noi_bo(don, ngay, den_ngay)
        xin = XinThemHan.objects.create(phan_cong=dong, ngay=ngay, den_ngay=den_ngay, ly_do=ly_do)
        _bao_nguoi_giao(
            don, dong, nguoi, MucNhac.XIN_THEM_HAN, f"xin:{xin.pk}", ngay, f"{dong.don_vi} xin thêm hạn nội bộ."
        )


def tra_loi_xin(phan_cong: PhanCong, *, nguoi: NhanVien, ngay: date, dong_y: bool, tra_loi: str) -> None:
    """Answer a request for more time; agreed, the day asked for becomes the internal deadline."""
    with _lam(ViecPhanCong.TRA_LOI_XIN, phan_cong, nguoi, ngay) as (don, dong):
        xin = dang_xin(dong)
        if dong_y:
            kiem_han_noi_bo(don, dong.ngay_giao, xin.den_ngay)
            dong.han_noi_bo = xin.den_ngay
            dong.save(update_fields=["han_noi_bo"])
        xin.dong_y, xin.tra_loi, xin.ngay_tra_loi = dong_y, tra_loi, ngay
        xin.save(update_fields=["dong_y", "tra_loi", "ngay_tra_loi"])
        ket_qua = f"được thêm hạn nội bộ đến {thu_ngay(xin.den_ngay)}" if dong_y else "không được thêm hạn nội bộ"
        _bao_don_vi(don, dong, nguoi, MucNhac.TRA_LOI_XIN, f"xin:{xin.pk}", ngay, f"đơn vị {ket_qua}.")


def nhac_viec(phan_cong: PhanCong, *, nguoi: NhanVien, ngay: date, noi_dung: str) -> None:
    """Remind the unit of its work and ask for an answer."""
    with _lam(ViecPhanCong.NHAC, phan_cong, nguoi, ngay) as (don, dong):
        lan = LanNhac.objects.create(phan_cong=dong, ngay=ngay, nguoi=nguoi, noi_dung=noi_dung)
        cau = "đơn vị được nhắc về việc được giao, xin trả lời."
        _bao_don_vi(don, dong, nguoi, MucNhac.NHAC_VIEC, f"lan_nhac:{lan.pk}", ngay, cau)


def tra_loi_nhac(phan_cong: PhanCong, *, nguoi: NhanVien, ngay: date, tra_loi: str) -> None:
    """Answer every reminder that waits."""
    with _lam(ViecPhanCong.TRA_LOI_NHAC, phan_cong, nguoi, ngay) as (don, dong):
        lan = dang_nhac(dong)
        dong.lan_nhac.filter(ngay_tra_loi=None).update(tra_loi=tra_loi, ngay_tra_loi=ngay)
        cau = f"{dong.don_vi} đã trả lời lời nhắc."
        nhan = [lan.nguoi] if lan.nguoi else _nguoi_giao_viec(dong)
        bao_tin(don, nhan=nhan, muc=MucNhac.TRA_LOI_NHAC, chu_the=f"lan_nhac:{lan.pk}", ngay=ngay, cau=cau)


def thoi_phoi_hop(phan_cong: PhanCong, *, nguoi: NhanVien, ngay: date, ly_do: str) -> None:
    """End the part of a unit beside the leading one."""
    with _lam(ViecPhanCong.THOI, phan_cong, nguoi, ngay) as (don, dong):
        thoi_giao(don, don.phan_cong.filter(pk=dong.pk), ngay, ly_do)


@contextmanager
def _lam(viec: ViecPhanCong, phan_cong: PhanCong, nguoi: NhanVien, ngay: date):
    """Lock the petition and yield it with the assignment as it stands now, when `nguoi` may do `viec` to it."""
    with transaction.atomic():
        don = DonThu.objects.select_for_update(of=("self",)).get(pk=phan_cong.don_id)
        dong = don.phan_cong.select_related("don_vi").get(pk=phan_cong.pk)
        kiem_viec(viec, don, dong, nguoi)
        if ngay < dong.ngay_giao:
            raise LoiNghiepVu(f"Ngày thực hiện không được trước ngày giao ({dong.ngay_giao:%d/%m/%Y}).")
        yield don, dong


def _cua_nguoi(viec: ViecPhanCong, phan_cong: PhanCong, nguoi: NhanVien) -> bool:
    if viec in CUA_DON_VI:
        return nguoi.co_quyen(Quyen.GIAI_QUYET) and nguoi.don_vi_id == phan_cong.don_vi_id
    return nguoi.co_quyen(Quyen.GIAO_VIEC)


def _chua_duoc(viec: ViecPhanCong, don: DonThu, phan_cong: PhanCong) -> str:
    """Why it is not possible now, or nothing."""
    if phan_cong.ngay_thoi_giao:
        return "Lần giao việc này đã thôi."
    if don.trang_thai not in CHUA_BAN_HANH:
        return "Đơn không còn trong thời gian giải quyết."
    co_bao_cao = phan_cong.ngay_bao_cao is not None
    match viec:
        case ViecPhanCong.NHAN:
            da_nhan = phan_cong.ngay_tiep_nhan or co_bao_cao
            return "Việc này đã được nhận." if da_nhan else ""
        case ViecPhanCong.TRA_LAI:
            khong_tra = co_bao_cao or don.trang_thai not in DANG_LAM
            return "Đã báo cáo kết quả, không trả lại việc được nữa." if khong_tra else ""
        case ViecPhanCong.BAO_CAO if phan_cong.vai != VaiPhanCong.PHOI_HOP:
            return "Đơn vị chủ trì báo cáo bằng bước “Báo cáo kết quả” trên trang đơn."
        case ViecPhanCong.BAO_CAO | ViecPhanCong.NHAC:
            return "Đơn vị đã báo cáo kết quả." if co_bao_cao else ""
        case ViecPhanCong.XIN_HAN:
            return _chua_xin_duoc(phan_cong)
        case ViecPhanCong.TRA_LOI_NHAC:
            return "" if dang_nhac(phan_cong) else "Không có lời nhắc nào chờ trả lời."
        case ViecPhanCong.TRA_LOI_XIN:
            return "" if dang_xin(phan_cong) else "Không có đề nghị thêm hạn nào chờ trả lời."
    return "" if phan_cong.vai == VaiPhanCong.PHOI_HOP else "Đơn vị chủ trì chỉ thay bằng cách giao lại."


def _chua_xin_duoc(phan_cong: PhanCong) -> str:
    if phan_cong.ngay_bao_cao:
        return "Đơn vị đã báo cáo kết quả."
    if not phan_cong.han_noi_bo:
        return "Việc này không có hạn nội bộ; thời hạn của luật do lãnh đạo gia hạn."
    return "Đề nghị thêm hạn trước đang chờ trả lời." if dang_xin(phan_cong) else ""


def _nguoi_cua_don_vi(phan_cong: PhanCong) -> QuerySet[NhanVien]:
    """Who hears of the work: who was named with the head of the unit; nobody named, all who resolve there."""
    vai_tro = [VaiTro.TRUONG_DON_VI] if phan_cong.nguoi_id else [VaiTro.TRUONG_DON_VI, VaiTro.CHUYEN_VIEN]
    trong_don_vi = Q(don_vi=phan_cong.don_vi_id, vai_tro__vai_tro__in=vai_tro)
    cac_nguoi = NhanVien.objects.filter(Q(pk=phan_cong.nguoi_id) | trong_don_vi, is_active=True)
    return cac_nguoi.prefetch_related("vai_tro").distinct()


def _nguoi_giao_viec(phan_cong: PhanCong) -> Iterable[NhanVien]:
    """Who gave it, or all who give work when he left."""
    if phan_cong.nguoi_giao and phan_cong.nguoi_giao.is_active:
        return [phan_cong.nguoi_giao]
    return NhanVien.objects.co_quyen(Quyen.GIAO_VIEC).prefetch_related("vai_tro")


def _bao_don_vi(
    don: DonThu, phan_cong: PhanCong, nguoi: NhanVien, muc: MucNhac, chu_the: str, ngay: date, cau: str
) -> None:
    nhan = _tru(_nguoi_cua_don_vi(phan_cong), nguoi)
    bao_tin(don, nhan=nhan, muc=muc, chu_the=chu_the, ngay=ngay, cau=cau)


def _bao_nguoi_giao(
    don: DonThu, phan_cong: PhanCong, nguoi: NhanVien, muc: MucNhac, chu_the: str, ngay: date, cau: str
) -> None:
    nhan = _tru(_nguoi_giao_viec(phan_cong), nguoi)
    bao_tin(don, nhan=nhan, muc=muc, chu_the=chu_the, ngay=ngay, cau=cau)


def _tru(cac_nguoi: Iterable[NhanVien], nguoi: NhanVien) -> list[NhanVien]:
    """All but who does it: nobody is told of what he did himself."""
    return [ai for ai in cac_nguoi if ai.pk != nguoi.pk]
