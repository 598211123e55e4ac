"""Addresses below /bao-cao/. A period stands in an address as 9T-2026, a form as 01-TCD."""

from django.urls import path, register_converter

from baocao.ky import KyBaoCao, doc_ky
from baocao.views import (
    bao_cao,
    bieu_do,
    cham_diem,
    hoat_dong,
    in_bao_cao,
    ke_hoach,
    khac_phuc,
    minh_chung,
    ngay_boi_duong,
    nhan_bao_cao,
    nhap_so,
    san_sang,
    tep_kem,
    van_ban_ky,
)

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
    path("hoat-dong/<int:pk>/tham-du/", hoat_dong.tham_du, name="hoat_dong_tham_du"),
    path("hoat-dong/<int:pk>/tep/", tep_kem.gui_cua_hoat_dong, name="hoat_dong_tep"),
    path("hoat-dong/<int:pk>/phat-hien/", khac_phuc.them, name="phat_hien_them"),
    path("phat-hien/<int:pk>/", khac_phuc.xem, name="phat_hien"),
    path("phat-hien/<int:pk>/sua/", khac_phuc.sua, name="phat_hien_sua"),
    path("tep-kem/<int:pk>/", tep_kem.tai, name="tep_kem"),
    path("tep-kem/<int:pk>/go/", tep_kem.go, name="tep_kem_go"),
    path("ke-hoach/", ke_hoach.danh_sach, name="ke_hoach"),
    path("ke-hoach/them/", ke_hoach.luu, name="ke_hoach_them"),
    path("ke-hoach/<int:pk>/", ke_hoach.xem, name="ke_hoach_xem"),
    path("ke-hoach/<int:pk>/sua/", ke_hoach.luu, name="ke_hoach_sua"),
    path("ke-hoach/<int:pk>/mau/", ke_hoach.lay_mau, name="ke_hoach_mau"),
    path("ke-hoach/<int:pk>/phu-luc/", ke_hoach.phu_luc, name="ke_hoach_phu_luc"),
    path("ke-hoach/<int:pk>/nhiem-vu/", ke_hoach.them_nhiem_vu, name="nhiem_vu_them"),
    path("ke-hoach/nhiem-vu/<int:pk>/", ke_hoach.nhiem_vu, name="nhiem_vu"),
    path("ke-hoach/nhiem-vu/<int:pk>/sua/", ke_hoach.sua_nhiem_vu, name="nhiem_vu_sua"),
    path("ke-hoach/nhiem-vu/<int:pk>/xoa/", ke_hoach.xoa, name="nhiem_vu_xoa"),
    path("ngay-boi-duong/", ngay_boi_duong.ngay_boi_duong, name="ngay_boi_duong"),
    path("ngay-boi-duong/in/", ngay_boi_duong.bang_ke_pdf, name="ngay_boi_duong_in"),
    path("cham-diem/", cham_diem.danh_sach, name="cham_diem"),
    path("cham-diem/don-vi-toi/", cham_diem.cua_toi, name="cham_diem_cua_toi"),
    path("cham-diem/<int:nam>/bang-diem.pdf", cham_diem.in_bang, name="cham_diem_in"),
    path("cham-diem/<int:nam>/<int:don_vi>/", cham_diem.mot_don_vi, name="cham_diem_don_vi"),
    path("cham-diem/<int:nam>/<int:don_vi>/phieu-diem.pdf", cham_diem.in_phieu, name="phieu_diem_in"),
    path("cham-diem/<int:nam>/<int:don_vi>/<str:ma>/", cham_diem.dong_cua_tieu_chi, name="cham_diem_dong"),
    path("san-sang/", san_sang.san_sang, name="san_sang"),
    path("san-sang/san-sang.pdf", san_sang.san_sang_pdf, name="san_sang_in"),
    path("minh-chung/", minh_chung.danh_sach, name="minh_chung"),
    path("minh-chung/them/", minh_chung.luu, name="minh_chung_them"),
    path("minh-chung/<int:pk>/", minh_chung.xem, name="minh_chung_xem"),
    path("minh-chung/<int:pk>/sua/", minh_chung.luu, name="minh_chung_sua"),
    path("minh-chung/<int:pk>/tep/", tep_kem.gui_cua_minh_chung, name="minh_chung_tep"),
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
    path("<ky_bao_cao:ky>/phu-luc/in/", van_ban_ky.tai_phu_luc, name="phu_luc_in"),
    path("<ky_bao_cao:ky>/van-ban/", van_ban_ky.van_ban_ky, name="van_ban_ky"),
    path("<ky_bao_cao:ky>/van-ban/<int:phien_ban>/", van_ban_ky.xem_ban, name="xem_ban"),
    path("<ky_bao_cao:ky>/van-ban/<int:phien_ban>/in/", in_bao_cao.yeu_cau, name="yeu_cau_in"),
    path("<ky_bao_cao:ky>/van-ban/<int:phien_ban>/<slug:dinh_dang>/", van_ban_ky.tai_van_ban, name="tai_van_ban"),
    path("<ky_bao_cao:ky>/van-ban/<slug:viec>/", van_ban_ky.lam_viec, name="lam_viec"),
    path("<ky_bao_cao:ky>/tai-ve/<str:dinh_dang>/", bao_cao.tai_ve, name="tai_ve"),
    path("<ky_bao_cao:ky>/<str:bieu>/<int:cot>/", bao_cao.dong_cua_cot, name="cot"),
]
