"""Addresses below /bao-cao/. A period stands in an address as 9T-2026, a form as 01-TCD."""

from django.urls import path, register_converter

from baocao.ky import KyBaoCao, doc_ky
from baocao.views import bao_cao, bieu_do, hoat_dong, in_bao_cao, nhan_bao_cao, nhap_so, van_ban_ky

app_name = "baocao"


class KyConverter:
    """What is no period is no page: doc_ky raises ValueError."""

    regex = "[0-9A-Z]+-[0-9]{4}"

    def to_python(self, value: str) -> KyBaoCao:
        return doc_ky(value.replace("-", "/"))

    def to_url(self, value: KyBaoCao) -> str:
        return f"{value.ma}-{value.nam}"


register_converter(KyConverter, "ky_bao_cao")

urlpatterns = [
    path("", bao_cao.danh_sach, name="danh_sach"),
    path("hoat-dong/", hoat_dong.danh_sach, name="hoat_dong"),
    path("hoat-dong/them/", hoat_dong.luu, name="hoat_dong_them"),
    path("hoat-dong/<int:pk>/", hoat_dong.xem, name="hoat_dong_xem"),
    path("hoat-dong/<int:pk>/sua/", hoat_dong.luu, name="hoat_dong_sua"),
    path("nhap-so/", nhap_so.nhap_so, name="nhap_so"),
    path("nhap-so/mau/", nhap_so.tai_mau, name="nhap_so_mau"),
    path("nhap-so/<int:pk>/", nhap_so.lan_nhap, name="nhap_so_lan"),
    path("in/<int:pk>/", in_bao_cao.lan_in, name="lan_in"),
    path("in/<int:pk>/tep/", in_bao_cao.tep_in, name="tep_in"),
    path("<ky_bao_cao:ky>/", bao_cao.ky_bao_cao, name="ky"),
    path("<ky_bao_cao:ky>/so-sanh/", van_ban_ky.so_sanh, name="so_sanh"),
    path("<ky_bao_cao:ky>/bieu-do/", bieu_do.bieu_do_ky, name="bieu_do"),
    path("<ky_bao_cao:ky>/don-vi/", nhan_bao_cao.bao_cao_don_vi, name="bao_cao_don_vi"),
    path("<ky_bao_cao:ky>/don-vi/tai-ve/<str:dinh_dang>/", nhan_bao_cao.tai_tong_hop, name="tai_tong_hop"),
    path("<ky_bao_cao:ky>/phu-luc/", van_ban_ky.phu_luc, name="phu_luc"),
    path("<ky_bao_cao:ky>/van-ban/", van_ban_ky.van_ban_ky, name="van_ban_ky"),
    path("<ky_bao_cao:ky>/van-ban/<int:phien_ban>/in/", in_bao_cao.yeu_cau, name="yeu_cau_in"),
    path("<ky_bao_cao:ky>/van-ban/<int:phien_ban>/<slug:dinh_dang>/", van_ban_ky.tai_van_ban, name="tai_van_ban"),
    path("<ky_bao_cao:ky>/van-ban/<slug:viec>/", van_ban_ky.lam_viec, name="lam_viec"),
    path("<ky_bao_cao:ky>/tai-ve/<str:dinh_dang>/", bao_cao.tai_ve, name="tai_ve"),
    path("<ky_bao_cao:ky>/<str:bieu>/<int:cot>/", bao_cao.dong_cua_cot, name="cot"),
]
