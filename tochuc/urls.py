"""Addresses under /quan-tri/."""

from django.urls import path

from tochuc.views import don_vi, nhan_vien, nhat_ky, trung_tam

app_name = "tochuc"

urlpatterns = [
    path("", trung_tam.trung_tam, name="trung_tam"),
    path("vai-tro/", trung_tam.vai_tro, name="vai_tro"),
    path("don-vi/", don_vi.danh_sach, name="don_vi"),
    path("don-vi/them/", don_vi.sua, name="don_vi_them"),
    path("don-vi/<int:pk>/", don_vi.sua, name="don_vi_sua"),
    path("don-vi/<int:pk>/hoat-dong/", don_vi.hoat_dong, name="don_vi_hoat_dong"),
    path("nhan-vien/", nhan_vien.danh_sach, name="nhan_vien"),
    path("nhan-vien/them/", nhan_vien.them, name="nhan_vien_them"),
    path("nhan-vien/<int:pk>/", nhan_vien.sua, name="nhan_vien_sua"),
    path("nhan-vien/<int:pk>/hoat-dong/", nhan_vien.hoat_dong, name="nhan_vien_hoat_dong"),
    path("nhan-vien/<int:pk>/mat-khau/", nhan_vien.mat_khau, name="nhan_vien_mat_khau"),
    path("nhan-vien/<int:pk>/mo-khoa/", nhan_vien.mo_khoa, name="nhan_vien_mo_khoa"),
    path("nhat-ky/", nhat_ky.nhat_ky, name="nhat_ky"),
]
