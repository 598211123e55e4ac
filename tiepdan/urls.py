"""Addresses of reception, below /tiep-dan/."""

from django.urls import path

from tiepdan.views import giay_to, hom_nay, lich_tiep, luot_tiep, so_tiep

app_name = "tiepdan"
urlpatterns = [
    path("", hom_nay.hom_nay, name="hom_nay"),
    path("khoa-ngay/", hom_nay.khoa_ngay, name="khoa_ngay"),
    path("ghi/", luot_tiep.ghi_luot, name="ghi_luot"),
    path("ghi/nguoi-quen/", luot_tiep.nguoi_quen, name="nguoi_quen"),
    path("<int:pk>/", luot_tiep.chi_tiet, name="chi_tiet"),
    path("<int:pk>/sua/", luot_tiep.sua_luot, name="sua_luot"),
    path("<int:pk>/bo-sung/", luot_tiep.bo_sung, name="bo_sung"),
    path("<int:pk>/bao-tu-choi/", luot_tiep.bao_tu_choi, name="bao_tu_choi"),
    path("<int:pk>/bien-nhan.pdf", luot_tiep.bien_nhan, name="bien_nhan"),
    path("<int:pk>/giay/<slug:loai>/", giay_to.giay_cua_luot, name="giay_to"),
    path("so/", so_tiep.so_tiep, name="so_tiep"),
    path("so/so-tiep-cong-dan.pdf", so_tiep.so_tiep_pdf, name="so_tiep_pdf"),
    path("so/so-tiep-cong-dan.xlsx", so_tiep.so_tiep_xlsx, name="so_tiep_xlsx"),
    path("lich/", lich_tiep.lich_tiep, name="lich_tiep"),
    path("lich/lap/", lich_tiep.tao_lich, name="tao_lich"),
    path("lich/them/", lich_tiep.them_lich, name="them_lich"),
    path("lich/cong-bo/", lich_tiep.cong_bo_lich, name="cong_bo_lich"),
    path("lich/lich-tiep.pdf", lich_tiep.lich_tiep_pdf, name="lich_tiep_pdf"),
    path("lich/<int:pk>/", lich_tiep.sua_lich, name="sua_lich"),
    path("lich/<int:pk>/khong-co-nguoi-den.pdf", giay_to.khong_co_nguoi_den, name="khong_co_nguoi_den"),
    path("lich/<int:pk>/truc-tuyen/", lich_tiep.ghi_truc_tuyen, name="ghi_truc_tuyen"),
    path("lich/<int:pk>/huy/", lich_tiep.huy_lich, name="huy_lich"),
    path("lich/<int:pk>/doi/", lich_tiep.doi_lich, name="doi_lich"),
]
