"""Addresses of petitions: the work of a person at the root, the register below /don-thu/."""

from django.urls import path

from donthu.views import (
    chi_tiet,
    cong_dan,
    danh_sach,
    giao_viec,
    lam_buoc,
    lich_nghi,
    nhap_don,
    quy_trinh,
    thong_bao,
    viec_cua_toi,
)

app_name = "donthu"

urlpatterns = [
    path("", viec_cua_toi.viec_cua_toi, name="viec_cua_toi"),
    path("don-thu/", danh_sach.danh_sach, name="danh_sach"),
    path("don-thu/xuat.xlsx", danh_sach.xuat, name="xuat"),
    path("don-thu/nhap/", nhap_don.nhap_don, name="nhap_don"),
    path("don-thu/tim-cong-dan/", cong_dan.tim_cong_dan, name="tim_cong_dan"),
    path("don-thu/quy-trinh/<slug:loai>/", quy_trinh.quy_trinh, name="quy_trinh"),
    path("don-thu/<int:pk>/", chi_tiet.chi_tiet, name="chi_tiet"),
    path("don-thu/<int:pk>/nhan-than/", chi_tiet.hien_nhan_than, name="hien_nhan_than"),
    path("don-thu/<int:pk>/<slug:buoc>/", lam_buoc.lam_buoc, name="lam_buoc"),
    path("giao-viec/", giao_viec.giao_viec, name="giao_viec"),
    path("thong-bao/", thong_bao.thong_bao, name="thong_bao"),
    path("thong-bao/doc-het/", thong_bao.doc_het, name="doc_het"),
    path("thong-bao/<int:pk>/", thong_bao.mo_thong_bao, name="mo_thong_bao"),
    path("quan-tri/lich-nghi/", lich_nghi.lich_nghi, name="lich_nghi"),
    path("quan-tri/lich-nghi/them/", lich_nghi.sua, name="lich_nghi_them"),
    path("quan-tri/lich-nghi/<int:pk>/", lich_nghi.sua, name="lich_nghi_sua"),
    path("quan-tri/lich-nghi/<int:pk>/xac-nhan/", lich_nghi.xac_nhan, name="lich_nghi_xac_nhan"),
    path("quan-tri/lich-nghi/<int:pk>/xoa/", lich_nghi.xoa, name="lich_nghi_xoa"),
]
