"""A PDF of a whole report asked for from the page: who asked, how far the worker is, where the draft lies."""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from baocao.models import BaoCaoKy, LanIn
from baocao.models.lan_in import TrangThaiIn
from tochuc.models import NhanVien
from tochuc.vai_tro import Quyen

TIEN_TO_TEP = "bao-cao-"
GIU_TEP = timedelta(days=1)
DANG_CHAY = (TrangThaiIn.CHO, TrangThaiIn.DANG_IN)


def yeu_cau_in(bao_cao: BaoCaoKy, *, nguoi: NhanVien) -> LanIn:
    """Ask for the PDF of one version; one that is still being made for this person is given instead of a second.

    Raises PermissionDenied.
    """
    if not nguoi.co_quyen(Quyen.BAO_CAO):
        raise PermissionDenied
    luc = timezone.now()
    _don_cu(luc)
    dang_chay = LanIn.objects.filter(bao_cao=bao_cao, nguoi=nguoi, trang_thai__in=DANG_CHAY).first()
    return dang_chay or LanIn.objects.create(bao_cao=bao_cao, nguoi=nguoi)


def nhan_viec(pk: int) -> LanIn | None:
    """Take the work up; None when it was done already (a task may be delivered twice)."""
    LanIn.objects.filter(pk=pk, trang_thai=TrangThaiIn.CHO).update(trang_thai=TrangThaiIn.DANG_IN)
    return LanIn.objects.select_related("bao_cao").filter(pk=pk, trang_thai=TrangThaiIn.DANG_IN).first()


def bao_tien_do(lan: LanIn, dang_lam: str, da_lam: int, tong_so: int) -> None:
    """Tell the page what is being done, as part `da_lam` + 1 of `tong_so`."""
    LanIn.objects.filter(pk=lan.pk).update(dang_lam=dang_lam, da_lam=da_lam, tong_so=tong_so)


def in_xong(lan: LanIn, noi_dung: bytes) -> None:
    """Keep the PDF of a version still open for a day; that of a closed one is kept with the report."""
    tep = ""
    if not lan.bao_cao.da_dong_bang:
        tep = f"{TIEN_TO_TEP}{uuid4().hex}.pdf"
        (thu_muc_tam() / tep).write_bytes(noi_dung)
    LanIn.objects.filter(pk=lan.pk).update(trang_thai=TrangThaiIn.XONG, tep=tep)


def in_khong_duoc(lan: LanIn) -> None:
    """The page says so; the error itself is in the log of the worker."""
    LanIn.objects.filter(pk=lan.pk).update(trang_thai=TrangThaiIn.LOI)


def thu_muc_tam() -> Path:
    return Path(settings.FILE_UPLOAD_TEMP_DIR)


def _don_cu(luc: datetime) -> None:
    """Drafts of yesterday, and what asked for them; a row whose work stopped half-way goes with them."""
    cu = LanIn.objects.filter(tao_luc__lt=luc - GIU_TEP)
    for tep in cu.exclude(tep="").values_list("tep", flat=True):
        (thu_muc_tam() / tep).unlink(missing_ok=True)
    cu.delete()
