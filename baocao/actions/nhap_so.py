"""A register workbook sent from the page: kept apart, loaded by a worker, and forgotten."""

import logging
import os
import shutil
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from baocao.models import TienDoNhap
from baocao.models.tien_do_nhap import TrangThaiNhap
from baocao.nhap_so import nhap_so
from baocao.nhap_so.doc_tep import kiem_tep
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhanVien
from tochuc.vai_tro import Quyen

LOGGER = logging.getLogger(__name__)

TIEN_TO_TEP = "nhap-so-"
GIU_TEP = timedelta(days=1)  # a file whose load never ran
GIU_KET_QUA = timedelta(days=90)
DUNG_DOT_NGOT = "Việc nhập dừng giữa chừng, chưa ghi gì. Xin gửi lại tệp; nếu vẫn bị thì báo quản trị."
KHONG_CO_HANG_DOI = "Chưa nhập được vì hệ thống chạy nền không nhận việc. Xin báo quản trị rồi gửi lại tệp."
DANG_CHAY = (TrangThaiNhap.CHO, TrangThaiNhap.DANG_CHAY)


def gui_so(tep: UploadedFile, *, nguoi: NhanVien, chi_kiem_tra: bool, cap_nhat: bool) -> TienDoNhap:
    """Keep the file for the worker and write down what is asked; nothing is read yet but what kind of file it is.

    Raises PermissionDenied, LoiTep for a file of the wrong kind, LoiNghiepVu when it cannot be kept.
    """
    if not nguoi.co_quyen(Quyen.NHAP_SO):
        raise PermissionDenied
    _don_cu(timezone.now())
    noi_luu = _thu_muc() / f"{TIEN_TO_TEP}{uuid4().hex}.xlsx"
    try:
        with os.fdopen(os.open(noi_luu, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as dich:
            shutil.copyfileobj(tep, dich)
        kiem_tep(noi_luu)
    except OSError as loi:
        noi_luu.unlink(missing_ok=True)
        raise LoiNghiepVu("Máy chủ không lưu được tệp (có thể hết dung lượng). Xin báo quản trị.") from loi
    except LoiNghiepVu:
        noi_luu.unlink()
        raise
    return TienDoNhap.objects.create(
        nguoi=nguoi, ten_tep=(tep.name or "")[-200:], tep=noi_luu.name, chi_kiem_tra=chi_kiem_tra, cap_nhat=cap_nhat
    )


def khong_xep_hang_duoc(lan: TienDoNhap) -> None:
    """The queue did not take the work: say so and forget the file."""
    _ket_thuc(lan, TrangThaiNhap.LOI, {"cau": KHONG_CO_HANG_DOI})


def chay_lan_nhap(pk: int, *, hom_nay: date) -> None:
    """Load the file of one request. Delivered twice, the second does nothing, or changes nothing."""
    lan = TienDoNhap.objects.select_related("nguoi").filter(pk=pk, trang_thai__in=DANG_CHAY).first()
    if lan is None:
        return
    TienDoNhap.objects.filter(pk=pk).update(trang_thai=TrangThaiNhap.DANG_CHAY)
    ket_thuc, noi_dung = TrangThaiNhap.LOI, {"cau": DUNG_DOT_NGOT}
    try:
        ket_qua = nhap_so(
            _thu_muc() / lan.tep,
            hom_nay=hom_nay,
            nguoi=lan.nguoi,
            chi_kiem_tra=lan.chi_kiem_tra,
            cap_nhat=lan.cap_nhat,
            bao_tien_do=lambda da_doc, tong: TienDoNhap.objects.filter(pk=pk).update(da_lam=da_doc, tong_so=tong),
        )
        ket_thuc, noi_dung = TrangThaiNhap.LOI if ket_qua.loi else TrangThaiNhap.XONG, ket_qua.de_luu()
    except LoiNghiepVu as loi:
        noi_dung = {"cau": str(loi)}
    finally:
        _ket_thuc(lan, ket_thuc, noi_dung)


def _ket_thuc(lan: TienDoNhap, trang_thai: TrangThaiNhap, ket_qua: dict) -> None:
    (_thu_muc() / lan.tep).unlink(missing_ok=True)
    TienDoNhap.objects.filter(pk=lan.pk).update(trang_thai=trang_thai, ket_qua=ket_qua, tep="")


def _thu_muc() -> Path:
    return Path(settings.FILE_UPLOAD_TEMP_DIR)


def _don_cu(luc: datetime) -> None:
    """Files of loads that never ran, and outcomes nobody needs any more."""
    for tep in _thu_muc().glob(f"{TIEN_TO_TEP}*"):
        if tep.stat().st_mtime < (luc - GIU_TEP).timestamp():
            tep.unlink(missing_ok=True)
    TienDoNhap.objects.filter(tao_luc__lt=luc - GIU_KET_QUA).delete()
