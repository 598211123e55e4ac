"""Addresses of the application; each app owns those below its own prefix."""

from django.urls import include, path
from django.views.generic import TemplateView

from baocao.views import quy_dinh
from config.suc_khoe import suc_khoe
from tiepdan.views import luot_xem
from tochuc.views import dang_nhap

urlpatterns = [
    path("healthz", suc_khoe, name="suc_khoe"),
    path("dang-nhap/", dang_nhap.DangNhap.as_view(), name="dang_nhap"),
    path("dang-nhap/mat-khau-moi/", dang_nhap.MatKhauMoi.as_view(), name="mat_khau_moi"),
    path("dang-xuat/", dang_nhap.DangXuat.as_view(), name="dang_xuat"),
    path("doi-mat-khau/", dang_nhap.DoiMatKhau.as_view(), name="doi_mat_khau"),
    path("quan-tri/", include("tochuc.urls")),
    path("tiep-dan/", include("tiepdan.urls")),
    path("bao-cao/", include("baocao.urls")),
    path("quy-dinh/", quy_dinh.quy_dinh, name="quy_dinh"),
    path("quy-dinh/quy-dinh.<slug:dinh_dang>", quy_dinh.tai_quy_dinh, name="tai_quy_dinh"),
    path("tro-giup/", TemplateView.as_view(template_name="tro_giup.html"), name="tro_giup"),
    path("don-thu/luot-xem-to-cao/", luot_xem.luot_xem_to_cao, name="luot_xem_to_cao"),
    path("", include("donthu.urls")),
]
