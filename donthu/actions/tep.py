"""Files of a case: taken in clean, scanned, taken out again when they came by mistake."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.db.models import ProtectedError, QuerySet
from django.utils import timezone

from donthu.actions.khung import luu
from donthu.models import DonThu, MucTep, TepDinhKem, TinhTrangTep
from donthu.phan_loai import LoaiDon
from tochuc.kho_tep import bo_tep
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.nhan_tep import cat_cac_tep, quet_tep
from tochuc.quet_vi_rut import KetQuaQuet
from tochuc.vai_tro import Quyen

# Whoever works on petitions; seeing this one is asked besides.
QUYEN_GUI_TEP = frozenset(
    {
        Quyen.NHAP_DON,
        Quyen.PHAN_LOAI,
        Quyen.DUYET,
        Quyen.GIAO_VIEC,
        Quyen.GIAI_QUYET,
        Quyen.BAN_HANH,
        Quyen.THEO_DOI,
    }
)
PHAI_CHE = (
    "Tệp của đơn tố cáo phải được che hết thông tin về người tố cáo trước khi tải lên. "
    "Xin xem lại tệp rồi đánh dấu vào ô xác nhận (Điều 8, Điều 56 Luật Tố cáo)."
)
TINH_TRANG_SAU_QUET = {
    KetQuaQuet.SACH: TinhTrangTep.SACH,
    KetQuaQuet.NHIEM: TinhTrangTep.NHIEM,
    KetQuaQuet.KHONG_QUET: TinhTrangTep.KHONG_QUET,
    KetQuaQuet.CHUA_QUET: TinhTrangTep.CHO_QUET,
}


class LyDoGo(models.TextChoices):
    """Why a file is taken out again; words of the log, so nobody is named in it."""

    TAI_NHAM = "tai_nham", "Tải nhầm tệp"
    CHUA_CHE = "chua_che", "Tệp chưa che danh tính"
    MO_THIEU = "mo_thieu", "Tệp mờ hoặc thiếu trang"


def duoc_gui_tep(nguoi: NhanVien) -> bool:
    """Whether this person, who sees the petition, works on petitions."""
    return nguoi.is_active and not nguoi.tap_quyen.isdisjoint(QUYEN_GUI_TEP)


def nhan_tep(
    don: DonThu, *, nguoi: NhanVien, cac_tep: Sequence[UploadedFile], muc: MucTep, da_che: bool = False
) -> list[TepDinhKem]:
    """Take in at most SO_TEP_MOT_LAN files of one kind, all or none, each cleaned and scanned.

    `da_che`: the person confirms that nothing in them tells who denounced; without it a tố cáo takes none (Đ8, 56 Luật
    TC), and its files lose the names they came with. Raises PermissionDenied, LoiNghiepVu.
    """
    _duoc_gui(don, nguoi)
    la_to_cao = don.loai == LoaiDon.TO_CAO
    if la_to_cao and not da_che:
        raise LoiNghiepVu(PHAI_CHE)
    if not cac_tep:
        raise LoiNghiepVu("Xin chọn ít nhất một tệp.")
    with _cat(don, nguoi, cac_tep, muc, da_che=la_to_cao and da_che) as cac_dong:
        _ghi(don, nguoi, cac_dong)
    return cac_dong


def ghi_tu_choi_bao_mat(don: DonThu, *, nguoi: NhanVien, tep: UploadedFile) -> DonThu:
    """Record that the denouncer refuses in writing to have his identity kept secret, with the signed page (Đ48.1d
    Luật TC; Đ22 NĐ 31/2019, NĐ 156/2026). Raises PermissionDenied, LoiNghiepVu."""
    _duoc_gui(don, nguoi)
    if don.loai != LoaiDon.TO_CAO:
        raise LoiNghiepVu("Chỉ tố cáo mới có việc từ chối giữ bí mật danh tính.")
    if not nguoi.co_quyen(Quyen.XEM_TO_CAO):
        raise PermissionDenied
    if don.tu_choi_bao_mat:
        raise LoiNghiepVu("Việc từ chối giữ bí mật danh tính đã được ghi.")
    with _cat(don, nguoi, [tep], MucTep.DON, da_che=False) as cac_dong, transaction.atomic():
        _ghi(don, nguoi, cac_dong)
        don = DonThu.objects.select_for_update(of=("self",)).get(pk=don.pk)
        don.tu_choi_bao_mat = True
        luu(don)
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, don.ma, "Ghi việc từ chối giữ bí mật danh tính", mat=True)
    return don


def go_tep(tep: TepDinhKem, *, nguoi: NhanVien, ly_do: LyDoGo) -> None:
    """Take out a file that came by mistake: who sent it, on the same day, while nothing refers to it. The log keeps
    that it was there. Raises PermissionDenied, LoiNghiepVu."""
    _duoc_gui(tep.don, nguoi)
    if not duoc_go(tep, nguoi):
        raise LoiNghiepVu("Chỉ người tải lên gỡ được tệp, và chỉ trong ngày tải lên.")
    with transaction.atomic():
        NhatKy.ghi(
            nguoi,
            ViecNhatKy.SUA,
            tep.don.ma,
            f"Gỡ tệp số {tep.pk}: {LyDoGo(ly_do).label.lower()}",
            mat=tep.don.loai == LoaiDon.TO_CAO,
        )
        try:
            tep.delete()
        except ProtectedError as loi:
            raise LoiNghiepVu("Tệp đã được dùng làm chứng cứ hoặc bản chính của văn bản nên không gỡ được.") from loi
        transaction.on_commit(partial(bo_tep, tep.duong_dan))


def duoc_go(tep: TepDinhKem, nguoi: NhanVien) -> bool:
    """Whether `nguoi` sent it today."""
    return tep.nguoi_id == nguoi.pk and timezone.localdate(tep.luc) == timezone.localdate()


def quet_lai() -> int:
    """Scan what the scanner did not answer about; the number of files that were decided."""
    return quet_lai_cac_tep(TepDinhKem.objects.select_related("don"), _ghi_nhiem)


def quet_lai_cac_tep(cac_tep: QuerySet, ghi_nhiem: Callable[[Any], None]) -> int:
    """Scan those of `cac_tep` (rows of any table of files) that still wait; `ghi_nhiem`: what to do with an infected
    one, in the transaction that marks it. Running it twice does no harm."""
    da_quet = 0
    for tep in cac_tep.filter(tinh_trang=TinhTrangTep.CHO_QUET):
        tinh_trang = TINH_TRANG_SAU_QUET[quet_tep(tep.duong_dan)]
        if tinh_trang == TinhTrangTep.CHO_QUET:
            continue
        with transaction.atomic():
            con_cho = cac_tep.model.objects.filter(pk=tep.pk, tinh_trang=TinhTrangTep.CHO_QUET)
            doi = con_cho.update(tinh_trang=tinh_trang)
            if doi and tinh_trang == TinhTrangTep.NHIEM:
                ghi_nhiem(tep)
        da_quet += doi
    return da_quet


def _duoc_gui(don: DonThu, nguoi: NhanVien) -> None:
    if not duoc_gui_tep(nguoi) or not DonThu.objects.for_user(nguoi).filter(pk=don.pk).exists():
        raise PermissionDenied


@contextmanager
def _cat(
    don: DonThu, nguoi: NhanVien, cac_tep: Sequence[UploadedFile], muc: MucTep, *, da_che: bool
) -> Iterator[list[TepDinhKem]]:
    """The rows of files that are on the disk, not yet written; a failure in what the caller does with them takes the
    files off it again."""
    luc = timezone.now()
    with cat_cac_tep(cac_tep, timezone.localdate(luc), giu_chu_ky_so=don.loai != LoaiDon.TO_CAO) as da_cat:
        yield [
            TepDinhKem(
                don=don,
                muc=muc,
                so_trang=tep.so_trang,
                da_che=da_che,
                tinh_trang=TINH_TRANG_SAU_QUET[tep.ket_qua],
                nguoi=nguoi,
                luc=luc,
                **tep.cot,
            )
            for tep in da_cat
        ]


def _ghi(don: DonThu, nguoi: NhanVien, cac_dong: list[TepDinhKem]) -> None:
    la_to_cao = don.loai == LoaiDon.TO_CAO
    with transaction.atomic():
        # The lock keeps two senders from giving the same number to two files of a tố cáo.
        DonThu.objects.select_for_update(of=("self",)).only("pk").get(pk=don.pk)
        da_co = TepDinhKem.objects.filter(don=don).count()
        for so, dong in enumerate(cac_dong, start=da_co + 1):
            if la_to_cao:  # a name such as "Đơn của …" would tell who wrote it
                dong.ten = f"{don.ma}-{so:02d}{dong.duong_dan[dong.duong_dan.rindex('.') :]}"
            dong.save()
            if dong.tinh_trang == TinhTrangTep.NHIEM:
                _ghi_nhiem(dong)
        muc = MucTep(cac_dong[0].muc).label.lower()
        NhatKy.ghi(nguoi, ViecNhatKy.NHAP, don.ma, f"Tải lên {len(cac_dong):02d} tệp: {muc}", mat=la_to_cao)


def _ghi_nhiem(tep: TepDinhKem) -> None:
    """An infected file leaves the disk; its row says that it came."""
    mat = tep.don.loai == LoaiDon.TO_CAO
    NhatKy.ghi(None, ViecNhatKy.SUA, tep.don.ma, f"Tệp số {tep.pk} có mã độc, đã xóa khỏi máy chủ", mat=mat)
    transaction.on_commit(partial(bo_tep, tep.duong_dan))
