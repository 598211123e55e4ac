"""Hồ sơ vụ việc: the list on a page, the printed index, everything as one PDF or ZIP; the slip of a sealed envelope."""

from tempfile import TemporaryFile

from django.conf import settings
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from donthu.ho_so import doc_ho_so, ghep_pdf, in_muc_luc, nen_zip
from donthu.models import DonThu
from donthu.phan_loai import LoaiDon
from tochuc.in_an import in_pdf
from tochuc.models import CauHinh, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.quyen_truy_cap import can_quyen
from tochuc.tra_tep import dat_dau
from tochuc.vai_tro import Quyen

# Who took the letter in, and who resolves or handles the case.
QUYEN_NIEM_PHONG = (Quyen.NHAP_DON, Quyen.XEM_TO_CAO)


@require_safe
def ho_so(request, pk):
    don = _tim_don(request, pk)
    _ghi(request, don, ViecNhatKy.XEM, "Xem hồ sơ vụ việc")
    cac_tai_lieu = doc_ho_so(don)
    return render(
        request,
        "donthu/ho_so/trang.html",
        {
            "don": don,
            "cac_tai_lieu": cac_tai_lieu,
            "tong_to": max((muc.den_to or 0 for muc in cac_tai_lieu), default=0),
            "co_tep": any(muc.noi for muc in cac_tai_lieu),
        },
    )


@require_safe
def muc_luc_pdf(request, pk):
    don = _tim_don(request, pk)
    tep = in_muc_luc(don, doc_ho_so(don))
    _ghi(request, don, ViecNhatKy.IN_AN, "In mục lục hồ sơ")
    return _tra(HttpResponse(tep, content_type="application/pdf"), f"Muc-luc-{don.ma}.pdf")


@require_safe
def ho_so_pdf(request, pk):
    """Everything that has pages, as one PDF, index first."""
    don = _tim_don(request, pk)
    tep = TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR)  # noqa: SIM115 FileResponse closes it
    try:
        ghep_pdf(don, doc_ho_so(don), tep)
    except BaseException:
        tep.close()
        raise
    tep.seek(0)
    _ghi(request, don, ViecNhatKy.XUAT, "Tải hồ sơ vụ việc, tệp PDF")
    return _tra(FileResponse(tep, content_type="application/pdf"), f"HS-{don.ma}.pdf", dinh_kem=True)


@require_safe
def ho_so_zip(request, pk):
    """Index and every file, as they are."""
    don = _tim_don(request, pk)
    _ghi(request, don, ViecNhatKy.XUAT, "Tải hồ sơ vụ việc, tệp ZIP")
    cac_tai_lieu = doc_ho_so(don)
    cac_doan = nen_zip(don, cac_tai_lieu, in_muc_luc(don, cac_tai_lieu))
    response = StreamingHttpResponse(cac_doan, content_type="application/zip")
    return _tra(response, f"HS-{don.ma}.zip", dinh_kem=True)


@can_quyen(*QUYEN_NIEM_PHONG)
@require_safe
def phieu_niem_phong(request, pk):
    """What the slip of the envelope will say, and how the envelope is kept."""
    don = _tim_to_cao(request, pk)
    _ghi(request, don, ViecNhatKy.XEM, "Xem phiếu niêm phong")
    return render(request, "donthu/ho_so/phieu_niem_phong.html", _ngu_canh_phieu(don))


@can_quyen(*QUYEN_NIEM_PHONG)
@require_safe
def phieu_niem_phong_pdf(request, pk):
    """The slip: the code, the date, who received; no name, no content, no code of the petition (Đ56 Luật TC)."""
    don = _tim_to_cao(request, pk)
    tep = in_pdf("donthu/ho_so/phieu_niem_phong_in.html", _ngu_canh_phieu(don))
    NhatKy.ghi(request.user, ViecNhatKy.IN_AN, don.ma, "In phiếu niêm phong", mat=True)
    return _tra(HttpResponse(tep, content_type="application/pdf"), f"Phieu-niem-phong-{don.ma_nguoi_to_cao}.pdf")


def _tim_don(request, pk) -> DonThu:
    return get_object_or_404(DonThu.objects.for_user(request.user).defer("tim_kiem", "tim_kiem_dau"), pk=pk)


def _tim_to_cao(request, pk) -> DonThu:
    """A tố cáo that I may know of."""
    cac_don = DonThu.objects.for_user(request.user).filter(loai=LoaiDon.TO_CAO).select_related("nguoi_nhap")
    return get_object_or_404(cac_don, pk=pk)


def _ngu_canh_phieu(don: DonThu) -> dict:
    return {"don": don, "co_quan": CauHinh.hien_hanh().ten_co_quan, "nguoi_nhan": don.nguoi_nhap}


def _ghi(request, don: DonThu, viec: ViecNhatKy, noi_dung: str) -> None:
    NhatKy.ghi(request.user, viec, don.ma, noi_dung, mat=don.loai == LoaiDon.TO_CAO)


def _tra(response, ten: str, *, dinh_kem: bool = False):
    response = dat_dau(response, ten=ten, dinh_kem=dinh_kem)
    del response["Accept-Ranges"]  # made for this request: a second one would not give the same bytes
    return response
