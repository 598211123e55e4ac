"""A document on its way: written, put before the reviewer, returned or passed on, signed and issued.

Each change holds the lock of the petition and asks again whether this person may know of it. A document that a step of
the procedure issues is written and reviewed here, and signed by taking the step.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from donthu.actions.so_van_ban import chuyen_ban_thao, phat_hanh
from donthu.models import BAN_THAO_MO, BanThao, DonThu, TrangThaiBanThao, VanBanDi
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh import QUY_TRINH, nhan_buoc
from donthu.quy_trinh.buoc import Buoc, VanBanBuoc
from donthu.soan_thao import du_gia_tri, van_ban_ngay
from donthu.van_ban import VanBan
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.vai_tro import Quyen

NHAP, TRINH, THAM_DINH, TRA_LAI = (
    TrangThaiBanThao.NHAP,
    TrangThaiBanThao.TRINH,
    TrangThaiBanThao.THAM_DINH,
    TrangThaiBanThao.TRA_LAI,
)
QUYEN_SOAN = frozenset({Quyen.PHAN_LOAI, Quyen.GIAI_QUYET, Quyen.THEO_DOI, Quyen.DUYET, Quyen.BAN_HANH})
QUYEN_KY = frozenset({Quyen.DUYET, Quyen.BAN_HANH})
# On whose desk a draft lies: who may change its words there and send it on.
BAN_CUA: dict[str, frozenset[Quyen]] = {
    NHAP: QUYEN_SOAN,
    TRA_LAI: QUYEN_SOAN,
    TRINH: frozenset({Quyen.THEO_DOI}),
    THAM_DINH: QUYEN_KY,
}
DA_DOI = "Dự thảo này vừa có người khác sửa hoặc chuyển đi. Vui lòng mở lại dự thảo để xem bản mới rồi làm tiếp."
# Papers that the law leaves to the unit that handles petitions: signed TL. by who may propose how to handle one.
SO_THUA_LENH = frozenset({"PHD", "PC", "PĐX"})


def quyen_ky(don: DonThu, van_ban: VanBan) -> frozenset[Quyen]:
    """Who may sign a form: the leaders, who may take a step that issues it, the unit its TL. papers; minutes whoever
    may write them."""
    if not van_ban.co_so:
        return QUYEN_SOAN
    cua_buoc = {
        duong.quyen for duong in QUY_TRINH[don.loai].values() if duong.van_ban and duong.van_ban.ma_mau == van_ban.ma
    }
    return QUYEN_KY | cua_buoc | ({Quyen.PHAN_LOAI} if van_ban.so_dang_ky in SO_THUA_LENH else set())


def mau_cua_luc_nay(don: DonThu) -> set[str]:
    """Codes of the forms that the steps open to the petition's state issue."""
    cac_duong = (duong for duong in QUY_TRINH[don.loai].values() if don.trang_thai in duong.tu)
    return {duong.van_ban.ma_mau for duong in cac_duong if duong.van_ban}


def buoc_ban_hanh(don: DonThu, ma_mau: str) -> Buoc | None:
    """The step that issues this form and is open to the petition's state now or lies ahead of it; None when the form is
    signed by itself."""
    quy_trinh = QUY_TRINH[don.loai]
    con_den, moi = {don.trang_thai}, {don.trang_thai}
    while moi:
        moi = {duong.den for duong in quy_trinh.values() if duong.den and not moi.isdisjoint(duong.tu)} - con_den
        con_den |= moi
    cac_buoc = (
        buoc
        for buoc, duong in quy_trinh.items()
        if duong.van_ban and duong.van_ban.ma_mau == ma_mau and not con_den.isdisjoint(duong.tu)
    )
    return next(cac_buoc, None)


def viec_duoc_lam(ban_thao: BanThao, don: DonThu, van_ban: VanBan, nguoi: NhanVien) -> list[str]:
    """What `nguoi` may do with the draft where it lies: "sua", "trinh", "tham_dinh", "tra_lai", "ky", "bo"."""
    trang_thai = ban_thao.trang_thai
    cua_toi = co_mot_quyen(don, nguoi, BAN_CUA.get(trang_thai, frozenset()))
    tu_ky = buoc_ban_hanh(don, ban_thao.ma_mau) is None
    ky_duoc = tu_ky and co_mot_quyen(don, nguoi, quyen_ky(don, van_ban))
    # Who signs without a reviewer: minutes, TL. papers, and who resolves a tố cáo, whose TCHC may not know of it.
    bo_tham_dinh = not van_ban.co_so or van_ban.so_dang_ky in SO_THUA_LENH or don.loai == LoaiDon.TO_CAO
    cac_viec = {
        "sua": cua_toi,
        "trinh": cua_toi and trang_thai in (NHAP, TRA_LAI),
        "tham_dinh": cua_toi and trang_thai == TRINH,
        "tra_lai": cua_toi and trang_thai in (TRINH, THAM_DINH),
        "ky": ky_duoc and (trang_thai == THAM_DINH or (bo_tham_dinh and cua_toi and trang_thai in (NHAP, TRINH))),
        "bo": cua_toi,
    }
    return [viec for viec, duoc in cac_viec.items() if duoc]


def co_mot_quyen(don: DonThu, nguoi: NhanVien, cac_quyen: frozenset[Quyen]) -> bool:
    """Whether he holds one of the permissions; who resolves a tố cáo may do all of it himself (Đ31.1, 56 Luật TC)."""
    if not cac_quyen:
        return False
    if don.loai == LoaiDon.TO_CAO and nguoi.co_quyen(Quyen.DUYET):
        return True
    return nguoi.is_active and not nguoi.tap_quyen.isdisjoint(cac_quyen)


# --- Actions ---------------------------------------------------------------------------------------------------------


def soan(
    don: DonThu,
    *,
    nguoi: NhanVien,
    ngay: date,
    ma_mau: str,
    gia_tri: Mapping[str, str],
    phien_ban: int | None = None,
) -> BanThao:
    """Start the draft of a form (`phien_ban` None), or save new words of the open one that the person saw.

    Raises LoiNghiepVu when somebody else started it, changed it, or has it on his desk.
    """
    with _khoa_don(don, nguoi) as don:
        van_ban = van_ban_ngay(ma_mau, ngay)
        if don.loai not in van_ban.loai:
            raise LoiNghiepVu(f"Không soạn “{van_ban.ten}” cho {don.get_loai_display().lower()}.")
        cac_o = du_gia_tri(van_ban, gia_tri)
        ban_thao = don.ban_thao.filter(ma_mau=ma_mau, trang_thai__in=BAN_THAO_MO).first()
        if phien_ban is None:
            if ban_thao:
                raise LoiNghiepVu(f"“{van_ban.ten}” của đơn này đang có một dự thảo. Xin mở dự thảo đó để sửa.")
            if not co_mot_quyen(don, nguoi, QUYEN_SOAN):
                raise PermissionDenied
            return BanThao.objects.create(
                don=don, ma_mau=ma_mau, gia_tri=cac_o, nguoi_soan=nguoi, sua_luc=timezone.now()
            )
        if ban_thao is None or ban_thao.phien_ban != phien_ban:
            raise LoiNghiepVu(DA_DOI)
        _duoc_lam("sua", ban_thao, don, van_ban, nguoi)
        if cac_o != ban_thao.gia_tri:
            ban_thao.gia_tri, ban_thao.phien_ban, ban_thao.sua_luc = cac_o, phien_ban + 1, timezone.now()
            ban_thao.save(update_fields=["gia_tri", "phien_ban", "sua_luc"])
        return ban_thao


def trinh(ban_thao: BanThao, *, nguoi: NhanVien, ngay: date, phien_ban: int, y_kien: str = "") -> BanThao:
    """Put the draft before the reviewer."""
    return _chuyen("trinh", TRINH, ban_thao, nguoi, ngay, phien_ban, y_kien)


def tham_dinh(ban_thao: BanThao, *, nguoi: NhanVien, ngay: date, phien_ban: int, y_kien: str = "") -> BanThao:
    """The reviewer (TCHC) finds it right and passes it on to who signs."""
    return _chuyen("tham_dinh", THAM_DINH, ban_thao, nguoi, ngay, phien_ban, y_kien)


def tra_lai(ban_thao: BanThao, *, nguoi: NhanVien, ngay: date, phien_ban: int, y_kien: str) -> BanThao:
    """Return it to the writer; what is wrong must be said."""
    if not y_kien.strip():
        raise LoiNghiepVu("Xin ghi ý kiến: cần sửa gì trong dự thảo.")
    return _chuyen("tra_lai", TRA_LAI, ban_thao, nguoi, ngay, phien_ban, y_kien)


def bo_ban_thao(ban_thao: BanThao, *, nguoi: NhanVien, ngay: date, phien_ban: int, y_kien: str = "") -> BanThao:
    """Give the draft up; its versions stay."""
    return _chuyen("bo", TrangThaiBanThao.BO, ban_thao, nguoi, ngay, phien_ban, y_kien)


def ky_ban_hanh(ban_thao: BanThao, *, nguoi: NhanVien, ngay: date, phien_ban: int, y_kien: str = "") -> VanBanDi:
    """Sign and issue a document that no step issues: number, date, frozen words, all or nothing.

    Raises LoiNghiepVu for a form that a step of the procedure issues, which is signed by taking the step.
    """
    with _khoa_ban_thao(ban_thao, nguoi, phien_ban) as (don, ban_thao):
        van_ban = van_ban_ngay(ban_thao.ma_mau, ngay)
        if buoc := buoc_ban_hanh(don, ban_thao.ma_mau):
            ten = nhan_buoc(don.loai, buoc)
            raise LoiNghiepVu(f"“{van_ban.ten}” được ký ban hành khi thực hiện bước “{ten}”.")
        _duoc_lam("ky", ban_thao, don, van_ban, nguoi)
        if ngay < don.ngay_nhan:
            raise LoiNghiepVu(f"Ngày văn bản không được trước ngày nhận đơn ({don.ngay_nhan:%d/%m/%Y}).")
        mau = VanBanBuoc(van_ban.ma, van_ban.so_dang_ky, van_ban.ten)
        van_ban_di = phat_hanh(don, mau, nguoi, ngay, ban_thao, y_kien)
        NhatKy.ghi(
            nguoi,
            ViecNhatKy.SUA,
            don.ma,
            f"Ký ban hành văn bản {van_ban_di}"[:500],
            mat=don.loai == LoaiDon.TO_CAO,
        )
    return van_ban_di


# --- The frame -------------------------------------------------------------------------------------------------------


@contextmanager
def _khoa_don(don: DonThu, nguoi: NhanVien) -> Iterator[DonThu]:
    """Lock the petition in a transaction; PermissionDenied for who may not, or no longer, know of it."""
    with transaction.atomic():
        khoa = DonThu.objects.select_for_update(of=("self",)).get(pk=don.pk)
        if not DonThu.objects.for_user(nguoi).filter(pk=don.pk).exists():
            raise PermissionDenied
        yield khoa


@contextmanager
def _khoa_ban_thao(ban_thao: BanThao, nguoi: NhanVien, phien_ban: int) -> Iterator[tuple[DonThu, BanThao]]:
    """Lock petition and draft; LoiNghiepVu when the draft is closed or is not the version the person read."""
    with _khoa_don(ban_thao.don, nguoi) as don:
        ban_thao = BanThao.objects.get(pk=ban_thao.pk)
        if ban_thao.trang_thai not in BAN_THAO_MO or ban_thao.phien_ban != phien_ban:
            raise LoiNghiepVu(DA_DOI)
        yield don, ban_thao


def _chuyen(
    viec: str,
    den: TrangThaiBanThao,
    ban_thao: BanThao,
    nguoi: NhanVien,
    ngay: date,
    phien_ban: int,
    y_kien: str,
) -> BanThao:
    with _khoa_ban_thao(ban_thao, nguoi, phien_ban) as (don, ban_thao):
        _duoc_lam(viec, ban_thao, don, van_ban_ngay(ban_thao.ma_mau, ngay), nguoi)
        chuyen_ban_thao(ban_thao, den, nguoi, y_kien.strip())
    return ban_thao


def _duoc_lam(viec: str, ban_thao: BanThao, don: DonThu, van_ban: VanBan, nguoi: NhanVien) -> None:
    """PermissionDenied when it is nobody's of his roles to do; LoiNghiepVu when the draft lies elsewhere now."""
    if viec in viec_duoc_lam(ban_thao, don, van_ban, nguoi):
        return
    if not co_mot_quyen(don, nguoi, QUYEN_SOAN):
        raise PermissionDenied
    raise LoiNghiepVu(f"Dự thảo đang ở tình trạng “{ban_thao.get_trang_thai_display()}”, chưa làm được việc này.")
