"""Every address × every kind of person: exactly who gets which answer. An address without a row fails."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from io import BytesIO
from urllib.parse import quote

import pytest
import weasyprint
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import URLResolver, get_resolver, resolve
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader, PdfWriter
from weasyprint import HTML
from weasyprint.document import Document

from baocao.actions import tep_kem
from baocao.actions.hoat_dong import luu_hoat_dong
from baocao.actions.ke_hoach import luu_ke_hoach, luu_nhiem_vu
from baocao.actions.khac_phuc import them_phat_hien
from baocao.actions.minh_chung import luu_minh_chung
from baocao.models import BaoCaoKy, LanIn, NhiemVu, TienDoNhap
from baocao.models.hoat_dong import LoaiHoatDong
from baocao.models.ke_hoach import NhomNhiemVu
from baocao.models.minh_chung import LoaiMinhChung
from config.suc_khoe import ghi_nhip_dap
from donthu.actions import THUC_HIEN
from donthu.actions.ban_thao import soan
from donthu.actions.tep import nhan_tep
from donthu.models import DonThu, LanGui, LinhVuc, LoaiBuoi, MucTep, QuanHe, ThongBao
from donthu.models.thong_bao import MucNhac
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from donthu.soan_thao import cac_mau_cho
from tiepdan.actions import ghi_luot_tiep
from tiepdan.hinh_thuc import HuongTiep, LoaiLich, NguoiTiep
from tiepdan.models import LichTiep, LuotTiep
from tochuc.models import DonVi, NgayNghi, NhanVien, NhatKy, SoDem
from tochuc.vai_tro import VaiTro

COT = ("khach", "tiep_dan", "tchc", "truong_khoa", "khoa_khac", "chuyen_vien", "giam_doc", "quan_tri", "bi_to_cao")
# TCHC of the unit of the accused, a TCHC witness, a deputy director who is not on the list: see `_ma_cua_nguoi_them`.
COT_THEM = ("dong_nghiep", "nhan_chung", "pho")
MOI_NGUOI = (*COT, *COT_THEM)
KHONG_CO = 999_999  # a key that no row has
CUA_VU_VIEC_TO_CAO = re.compile(r"{(to_cao|luot_tc|to_cao_ld|luot_ld)}")

# GET. {khieu_nai}, {to_cao}, {phan_anh}: petitions given to truong_khoa, of whose unit chuyen_vien is; {to_cao_ld}: a
# tố cáo against the leaders; {luot_…}: the visits they came from, written by tiep_dan; {tep_kn}, {tep_tc}…: what hangs
# on {khieu_nai} and {to_cao}. bi_to_cao has the role TCHC and is accused in {to_cao}. 405: only for POST.
BANG = """
/healthz                                  200 200 200 200 200 200 200 200 200
/dang-nhap/                               200 302 302 302 302 302 302 302 302
/dang-nhap/mat-khau-moi/                  302 302 302 302 302 302 302 302 302
/dang-xuat/                               302 405 405 405 405 405 405 405 405
/doi-mat-khau/                            302 200 200 200 200 200 200 200 200
/quy-dinh/                                302 200 200 200 200 200 200 200 200
/quy-dinh/quy-dinh.json                   302 200 200 200 200 200 200 200 200
/quy-dinh/quy-dinh.exe                    302 404 404 404 404 404 404 404 404
/tro-giup/                                302 200 200 200 200 200 200 200 200

/quy-dinh/                                302 200 200 200 200 200 200 200 200
/quy-dinh/quy-dinh.json                   302 200 200 200 200 200 200 200 200
/quy-dinh/quy-dinh.exe                    302 404 404 404 404 404 404 404 404

/                                         200 200 200 200 200 200 200 200 200
/thong-bao/                               302 200 200 200 200 200 200 200 200
/thong-bao/doc-het/                       302 405 405 405 405 405 405 405 405
/thong-bao/{thong_bao}/                   302 405 405 405 405 405 405 405 405
/giao-viec/                               302 403 200 200 200 200 200 403 200

/don-thu/                                 302 200 200 200 200 200 200 403 200
/don-thu/xuat.xlsx                        302 200 200 200 200 200 200 403 200
/don-thu/nhap/                            302 200 200 403 403 403 403 403 200
/don-thu/tim-cong-dan/                    302 405 405 403 403 403 403 403 405
/don-thu/quy-trinh/KN/                    302 200 200 200 200 200 200 200 200
/don-thu/quy-trinh/KHONG/                 302 404 404 404 404 404 404 404 404
/don-thu/{khieu_nai}/                     302 200 200 200 404 200 200 404 200
/don-thu/{to_cao}/                        302 200 200 200 404 404 200 404 404
/don-thu/{khong_co}/                      302 404 404 404 404 404 404 404 404
/don-thu/quy-trinh/KN/                    302 200 200 200 200 200 200 200 200
/don-thu/quy-trinh/TC/                    302 200 200 200 200 200 200 200 200
/don-thu/quy-trinh/khong-co/              302 404 404 404 404 404 404 404 404
/don-thu/{khieu_nai}/nhan-than/           302 405 405 405 405 405 405 405 405
/don-thu/{to_cao}/nhan-than/              302 405 405 405 405 405 405 405 405
/don-thu/{khieu_nai}/bao_cao_ket_qua/     302 403 403 409 404 409 403 404 403
/don-thu/{to_cao}/bao_cao_ket_qua/        302 403 403 409 404 404 409 404 404
/don-thu/{khieu_nai}/giao_don_vi/         302 403 200 403 404 403 200 404 200
/don-thu/{to_cao}/giao_don_vi/            302 403 200 403 404 404 200 404 404
/don-thu/{khieu_nai}/tam_dinh_chi/        302 403 403 403 404 403 200 404 403
/don-thu/{to_cao}/tam_dinh_chi/           302 403 403 403 404 404 200 404 404
/don-thu/{khieu_nai}/ban_hanh/            302 403 403 403 404 403 409 404 403
/don-thu/{to_cao}/ban_hanh/               302 403 403 403 404 404 409 404 404
/don-thu/{khieu_nai}/khong-co/            302 404 404 404 404 404 404 404 404
/don-thu/{to_cao}/khong-co/               302 404 404 404 404 404 404 404 404

/don-thu/{to_cao_ld}/                                             302 200 200 404 404 404 404 404 200
/don-thu/{phan_anh}/                                              302 200 200 200 404 200 200 404 200
/don-thu/{khieu_nai}/doi-chieu/{phan_anh}/                        302 403 200 403 403 403 403 403 200
/don-thu/{to_cao}/doi-chieu/{to_cao_ld}/                          302 403 200 403 403 403 403 403 404
/don-thu/{khieu_nai}/ho-so/                                       302 200 200 200 404 200 200 404 200
/don-thu/{to_cao}/ho-so/                                          302 200 200 200 404 404 200 404 404
/don-thu/{to_cao_ld}/ho-so/                                       302 200 200 404 404 404 404 404 200
/don-thu/{phan_anh}/ho-so/                                        302 200 200 200 404 200 200 404 200
/don-thu/{khieu_nai}/ho-so/ho-so.pdf                              302 200 200 200 404 200 200 404 200
/don-thu/{to_cao}/ho-so/ho-so.pdf                                 302 200 200 200 404 404 200 404 404
/don-thu/{khieu_nai}/ho-so/ho-so.zip                              302 200 200 200 404 200 200 404 200
/don-thu/{to_cao}/ho-so/ho-so.zip                                 302 200 200 200 404 404 200 404 404
/don-thu/{khieu_nai}/ho-so/muc-luc.pdf                            302 200 200 200 404 200 200 404 200
/don-thu/{to_cao}/ho-so/muc-luc.pdf                               302 200 200 200 404 404 200 404 404
/don-thu/{khieu_nai}/khan-cap/                                    302 403 200 403 404 403 200 404 200
/don-thu/{to_cao}/khan-cap/                                       302 403 200 403 404 404 200 404 404
/don-thu/{khieu_nai}/lan-cong-khai/them/                          302 403 200 403 404 403 403 404 200
/don-thu/{to_cao}/lan-cong-khai/them/                             302 403 200 403 404 404 200 404 404
/don-thu/{khieu_nai}/lan-gui/{lan_gui_kn}/                        302 403 200 403 404 403 403 404 200
/don-thu/{to_cao}/lan-gui/{lan_gui_tc}/                           302 403 200 403 404 404 200 404 404
/don-thu/{khieu_nai}/lan-gui/them/                                302 403 200 403 404 403 403 404 200
/don-thu/{to_cao}/lan-gui/them/                                   302 403 200 403 404 404 200 404 404
/don-thu/{khieu_nai}/luot-xem.pdf                                 302 404 404 404 404 404 404 404 404
/don-thu/{to_cao}/luot-xem.pdf                                    302 200 200 403 404 404 200 404 404
/don-thu/{to_cao_ld}/luot-xem.pdf                                 302 200 200 404 404 404 404 404 200
/don-thu/{phan_anh}/luot-xem.pdf                                  302 404 404 404 404 404 404 404 404
/don-thu/{khieu_nai}/nguoi-biet/                                  302 404 404 404 404 404 404 404 404
/don-thu/{to_cao}/nguoi-biet/                                     302 403 200 403 404 404 200 404 404
/don-thu/{to_cao_ld}/nguoi-biet/                                  302 403 200 404 404 404 404 404 200
/don-thu/{phan_anh}/nguoi-biet/                                   302 404 404 404 404 404 404 404 404
/don-thu/{khieu_nai}/nguoi-biet/{khong_co}/thoi/                  302 405 405 405 405 405 405 405 405
/don-thu/{to_cao}/nguoi-biet/{khong_co}/thoi/                     302 405 405 405 405 405 405 405 405
/don-thu/{khieu_nai}/nguoi-biet/lien-quan/                        302 405 405 405 405 405 405 405 405
/don-thu/{to_cao}/nguoi-biet/lien-quan/                           302 405 405 405 405 405 405 405 405
/don-thu/{khieu_nai}/nguoi-biet/lien-quan/{khong_co}/bo/          302 405 405 405 405 405 405 405 405
/don-thu/{to_cao}/nguoi-biet/lien-quan/{khong_co}/bo/             302 405 405 405 405 405 405 405 405
/don-thu/{khieu_nai}/nguoi-biet/them/                             302 405 405 405 405 405 405 405 405
/don-thu/{to_cao}/nguoi-biet/them/                                302 405 405 405 405 405 405 405 405
/don-thu/{to_cao_ld}/nhan-than/                                   302 405 405 405 405 405 405 405 405
/don-thu/{phan_anh}/nhan-than/                                    302 405 405 405 405 405 405 405 405
/don-thu/{khieu_nai}/phan-cong/{phan_cong_kn}/nhac/               302 403 200 403 404 403 200 404 200
/don-thu/{to_cao}/phan-cong/{phan_cong_tc}/nhac/                  302 403 200 403 404 404 200 404 404
/don-thu/{khieu_nai}/phan-cong/them/                              302 403 200 403 403 403 200 403 200
/don-thu/{to_cao}/phan-cong/them/                                 302 403 200 403 403 403 200 403 404
/don-thu/{khieu_nai}/phieu-niem-phong/                            302 404 404 403 403 403 404 403 404
/don-thu/{to_cao}/phieu-niem-phong/                               302 200 200 403 403 403 200 403 404
/don-thu/{khieu_nai}/phieu-niem-phong/phieu.pdf                   302 404 404 403 403 403 404 403 404
/don-thu/{to_cao}/phieu-niem-phong/phieu.pdf                      302 200 200 403 403 403 200 403 404
/don-thu/{khieu_nai}/tep/                                         302 200 200 200 404 200 200 404 200
/don-thu/{to_cao}/tep/                                            302 200 200 200 404 404 200 404 404
/don-thu/{to_cao_ld}/tep/                                         302 200 200 404 404 404 404 404 200
/don-thu/{phan_anh}/tep/                                          302 200 200 200 404 200 200 404 200
/don-thu/{khieu_nai}/tep/{tep_kn}/                                302 200 200 200 404 200 200 404 200
/don-thu/{to_cao}/tep/{tep_tc}/                                   302 200 200 200 404 404 200 404 404
/don-thu/{khieu_nai}/tep/{tep_kn}/go/                             302 405 405 405 405 405 405 405 405
/don-thu/{to_cao}/tep/{tep_tc}/go/                                302 405 405 405 405 405 405 405 405
/don-thu/{khieu_nai}/tep/{tep_kn}/xem/                            302 200 200 200 404 200 200 404 200
/don-thu/{to_cao}/tep/{tep_tc}/xem/                               302 200 200 200 404 404 200 404 404
/don-thu/goi-y-trung/                     302 405 405 403 403 403 403 403 405
/don-thu/{khieu_nai}/trung-lap/                                   302 200 200 200 404 200 200 404 200
/don-thu/{to_cao}/trung-lap/                                      302 200 200 200 404 404 200 404 404
/don-thu/{khieu_nai}/tu-choi-bao-mat/                             302 403 404 403 403 403 404 403 404
/don-thu/{to_cao}/tu-choi-bao-mat/                                302 403 200 403 403 403 200 403 404
/don-thu/{khieu_nai}/van-ban/                                     302 200 200 200 404 200 200 404 200
/don-thu/{to_cao}/van-ban/                                        302 200 200 200 404 404 200 404 404
/don-thu/{to_cao_ld}/van-ban/                                     302 200 200 404 404 404 404 404 200
/don-thu/{phan_anh}/van-ban/                                      302 200 200 200 404 200 200 404 200
/don-thu/{khieu_nai}/van-ban/{van_ban_kn}/ban-in.pdf              302 200 200 200 404 200 200 404 200
/don-thu/{to_cao}/van-ban/{van_ban_tc}/ban-in.pdf                 302 200 200 200 404 404 200 404 404
/don-thu/{khieu_nai}/van-ban/du-thao/{thao_kn}/                   302 200 200 200 404 200 200 404 200
/don-thu/{to_cao}/van-ban/du-thao/{thao_tc}/                      302 200 200 200 404 404 200 404 404
/don-thu/{khieu_nai}/van-ban/du-thao/{thao_kn}/ban-in.pdf         302 200 200 200 404 200 200 404 200
/don-thu/{to_cao}/van-ban/du-thao/{thao_tc}/ban-in.pdf            302 200 200 200 404 404 200 404 404
/don-thu/{khieu_nai}/van-ban/soan/tt05-01/                        302 403 200 200 404 200 200 404 200
/don-thu/{to_cao}/van-ban/soan/tt05-01/                           302 403 200 200 404 404 200 404 404
/don-thu/{khieu_nai}/van-ban/xem-truoc/tt05-01/                   302 200 200 200 404 200 200 404 200
/don-thu/{to_cao}/van-ban/xem-truoc/tt05-01/                      302 200 200 200 404 404 200 404 404
/don-thu/{khieu_nai}/van-ban/{van_ban_kn}/ban-chinh/              302 403 200 403 404 403 200 404 200
/don-thu/{to_cao}/van-ban/{van_ban_tc}/ban-chinh/                 302 403 200 403 404 404 200 404 404
/don-thu/van-ban-cho/                                             302 200 200 200 200 200 200 200 200
/tra-cuu/0123456789abcdef/                                        404 404 404 404 404 404 404 404 404
/don-thu/{khieu_nai}/xac-minh/bang-chung/{bang_chung_kn}/         302 403 403 200 404 200 200 404 403
/don-thu/{to_cao}/xac-minh/bang-chung/{bang_chung_tc}/            302 403 403 200 404 404 200 404 404
/don-thu/{khieu_nai}/xac-minh/bang-chung/them/                    302 403 403 200 404 200 200 404 403
/don-thu/{to_cao}/xac-minh/bang-chung/them/                       302 403 403 200 404 404 200 404 404
/don-thu/{khieu_nai}/xac-minh/buoi/{buoi_kn}/                     302 403 403 200 404 200 200 404 403
/don-thu/{to_cao}/xac-minh/buoi/{buoi_tc}/                        302 403 403 200 404 404 200 404 404
/don-thu/{khieu_nai}/xac-minh/buoi/them/                          302 403 403 200 404 200 200 404 403
/don-thu/{to_cao}/xac-minh/buoi/them/                             302 403 403 200 404 404 200 404 404
/don-thu/{khieu_nai}/xac-minh/ke-hoach/                           302 403 403 409 404 409 409 404 403
/don-thu/{to_cao}/xac-minh/ke-hoach/                              302 403 403 409 404 404 409 404 404
/don-thu/{khieu_nai}/doi-chieu/{to_cao}/  302 403 403 403 403 403 403 403 404
/don-thu/luot-xem-to-cao/                                           302 403 403 403 403 403 200 403 403

/tiep-dan/                                302 200 200 403 403 403 200 403 200
/tiep-dan/khoa-ngay/                      302 405 405 403 403 403 403 403 405
/tiep-dan/ghi/                            302 200 200 403 403 403 403 403 200
/tiep-dan/ghi/nguoi-quen/                 302 405 405 403 403 403 403 403 405
/tiep-dan/{luot_kn}/                      302 200 200 403 403 403 200 403 200
/tiep-dan/{luot_tc}/                      302 200 200 403 403 403 200 403 404
/tiep-dan/{khong_co}/                     302 404 404 403 403 403 404 403 404
/tiep-dan/{luot_kn}/sua/                  302 200 200 403 403 403 403 403 200
/tiep-dan/{luot_tc}/sua/                  302 200 200 403 403 403 403 403 404
/tiep-dan/{luot_kn}/bo-sung/              302 200 200 403 403 403 403 403 200
/tiep-dan/{luot_tc}/bo-sung/              302 200 200 403 403 403 403 403 404
/tiep-dan/{luot_kn}/bao-tu-choi/          302 200 200 403 403 403 403 403 200
/tiep-dan/{luot_tc}/bao-tu-choi/          302 200 200 403 403 403 403 403 404
/tiep-dan/{luot_kn}/bien-nhan.pdf         302 200 200 403 403 403 200 403 200
/tiep-dan/{luot_tc}/bien-nhan.pdf         302 200 200 403 403 403 200 403 404
/tiep-dan/{luot_kn}/giay/bien-ban/        302 200 200 403 403 403 200 403 200
/tiep-dan/{luot_tc}/giay/bien-ban/        302 200 200 403 403 403 200 403 404
/tiep-dan/{luot_kn}/giay/tu-choi/         302 404 404 403 403 403 404 403 404
/tiep-dan/so/                             302 200 200 403 403 403 200 403 200
/tiep-dan/so/so-tiep-cong-dan.pdf         302 200 200 403 403 403 200 403 200
/tiep-dan/so/so-tiep-cong-dan.xlsx        302 200 200 403 403 403 200 403 200
/tiep-dan/lich/                           302 200 200 403 403 403 200 403 200
/tiep-dan/lich/lap/                       302 403 200 403 403 403 403 403 200
/tiep-dan/lich/them/                      302 403 200 403 403 403 403 403 200
/tiep-dan/lich/cong-bo/                   302 403 405 403 403 403 403 403 405
/tiep-dan/lich/lich-tiep.pdf              302 200 200 403 403 403 200 403 200
/tiep-dan/lich/{lich}/                    302 403 200 403 403 403 403 403 200
/tiep-dan/lich/{lich}/khong-co-nguoi-den.pdf 302 200 200 403 403 403 200 403 200
/tiep-dan/lich/{lich}/truc-tuyen/         302 403 405 403 403 403 403 403 405
/tiep-dan/lich/{lich}/huy/                302 403 405 403 403 403 403 403 405
/tiep-dan/lich/{lich}/doi/                302 403 405 403 403 403 403 403 405

/bao-cao/                                 302 403 200 403 403 403 200 403 200
/bao-cao/Q4-2026/                         302 403 200 403 403 403 200 403 200
/bao-cao/Q4-2026/tai-ve/pdf/              302 403 200 403 403 403 200 403 200
/bao-cao/Q4-2026/tai-ve/xlsx/             302 403 200 403 403 403 200 403 200
/bao-cao/Q4-2026/tai-ve/docx/             302 403 200 403 403 403 200 403 200
/bao-cao/Q4-2026/tai-ve/json/             302 403 200 403 403 403 200 403 200
/bao-cao/Q4-2026/tai-ve/json/?don_vi=1    302 403 200 403 403 403 200 403 200
/bao-cao/Q4-2026/tai-ve/exe/              302 403 404 403 403 403 404 403 404
/bao-cao/Q4-2026/01-TCD/3/                302 403 200 403 403 403 200 403 200
/bao-cao/Q4-2026/02-XLD/3/                302 403 200 403 403 403 200 403 200
/bao-cao/Q4-2026/02-XLD/999/              302 403 404 403 403 403 404 403 404
/bao-cao/Q4-2026/so-sanh/                 302 403 200 403 403 403 200 403 200
/bao-cao/Q4-2026/don-vi/                  302 403 200 403 403 403 200 403 200
/bao-cao/Q4-2026/don-vi/tai-ve/xlsx/      302 403 404 403 403 403 404 403 404
/bao-cao/Q4-2026/phu-luc/                 302 403 200 403 403 403 200 403 200
/bao-cao/Q4-2026/phu-luc/in/              302 403 200 403 403 403 200 403 200
/bao-cao/Q4-2026/bieu-do/                 302 403 200 403 403 403 200 403 200
/bao-cao/Q4-2026/van-ban/                 302 403 200 403 403 403 200 403 200
/bao-cao/Q4-2026/van-ban/1/               302 403 404 403 403 403 404 403 404
/bao-cao/Q4-2026/van-ban/1/pdf/           302 403 404 403 403 403 404 403 404
/bao-cao/Q4-2026/van-ban/1/xlsx/          302 403 404 403 403 403 404 403 404
/bao-cao/Q4-2026/van-ban/lap/             302 403 405 403 403 403 405 403 405
/bao-cao/Q4-2026/van-ban/1/in/            302 403 405 403 403 403 405 403 405
/bao-cao/in/{lan_in}/                     302 403 200 403 403 403 404 403 404
/bao-cao/in/{lan_in}/tep/                 302 403 404 403 403 403 404 403 404
/bao-cao/nhap-so/                         302 403 200 403 403 403 403 403 200
/bao-cao/nhap-so/mau/                     302 403 200 403 403 403 403 403 200
/bao-cao/nhap-so/{lan_nhap}/              302 403 200 403 403 403 403 403 200
/bao-cao/hoat-dong/                       302 403 200 403 403 403 200 403 200
/bao-cao/hoat-dong/them/                  302 403 200 403 403 403 403 403 200
/bao-cao/hoat-dong/{hoat_dong}/           302 403 200 403 403 403 200 403 200
/bao-cao/hoat-dong/{hoat_dong}/sua/       302 403 200 403 403 403 403 403 200
/bao-cao/cham-diem/                       302 403 200 403 403 403 200 403 200
/bao-cao/cham-diem/don-vi-toi/            302 403 403 302 302 302 403 403 403
/bao-cao/cham-diem/2026/bang-diem.pdf     302 403 200 403 403 403 200 403 200
/bao-cao/cham-diem/2026/{don_vi}/         302 403 200 200 403 200 200 403 200
/bao-cao/cham-diem/2026/{don_vi}/A1/      302 403 200 200 403 200 200 403 200
/bao-cao/cham-diem/2026/{don_vi}/Z9/      302 403 404 404 404 404 404 403 404
/bao-cao/cham-diem/2026/{don_vi}/phieu-diem.pdf 302 403 200 200 403 200 200 403 200
/bao-cao/san-sang/                        302 403 200 403 403 403 200 403 200
/bao-cao/san-sang/san-sang.pdf            302 403 200 403 403 403 200 403 200
/bao-cao/minh-chung/                      302 403 200 403 403 403 200 403 200
/bao-cao/minh-chung/them/                 302 403 200 403 403 403 403 403 200
/bao-cao/minh-chung/{minh_chung}/         302 403 200 403 403 403 200 403 200
/bao-cao/minh-chung/{minh_chung}/sua/     302 403 200 403 403 403 403 403 200
/bao-cao/minh-chung/{minh_chung}/tep/     302 403 405 403 403 403 403 403 405
/bao-cao/hoat-dong/{hoat_dong}/tham-du/   302 403 200 403 403 403 403 403 200
/bao-cao/hoat-dong/{hoat_dong}/tep/       302 403 405 403 403 403 403 403 405
/bao-cao/hoat-dong/{kiem_tra}/phat-hien/  302 403 200 403 403 403 403 403 200
/bao-cao/phat-hien/{phat_hien}/           302 403 200 200 404 200 200 403 200
/bao-cao/phat-hien/{phat_hien}/sua/       302 403 200 403 403 403 403 403 200
/bao-cao/tep-kem/{tep_kem}/               302 403 200 200 404 200 200 403 200
/bao-cao/tep-kem/{tep_kem}/go/            302 403 405 405 405 405 405 403 405
/bao-cao/ke-hoach/                        302 403 200 200 200 200 200 403 200
/bao-cao/ke-hoach/them/                   302 403 200 403 403 403 403 403 200
/bao-cao/ke-hoach/{ke_hoach}/             302 403 200 200 404 200 200 403 200
/bao-cao/ke-hoach/{ke_hoach}/sua/         302 403 200 403 403 403 403 403 200
/bao-cao/ke-hoach/{ke_hoach}/mau/         302 403 405 403 403 403 403 403 405
/bao-cao/ke-hoach/{ke_hoach}/phu-luc/     302 403 200 403 403 403 200 403 200
/bao-cao/ke-hoach/{ke_hoach}/nhiem-vu/    302 403 200 403 403 403 403 403 200
/bao-cao/ke-hoach/nhiem-vu/{nhiem_vu}/    302 403 200 200 404 200 200 403 200
/bao-cao/ke-hoach/nhiem-vu/{nhiem_vu}/sua/ 302 403 200 403 403 403 403 403 200
/bao-cao/ke-hoach/nhiem-vu/{nhiem_vu}/xoa/ 302 403 405 403 403 403 403 403 405
/bao-cao/ngay-boi-duong/                  302 403 200 403 403 403 200 403 200
/bao-cao/ngay-boi-duong/in/               302 403 200 403 403 403 200 403 200

/quan-tri/                                302 403 403 403 403 403 403 200 403
/quan-tri/vai-tro/                        302 403 403 403 403 403 403 200 403
/quan-tri/don-vi/                         302 403 403 403 403 403 403 200 403
/quan-tri/don-vi/them/                    302 403 403 403 403 403 403 200 403
/quan-tri/don-vi/{don_vi}/                302 403 403 403 403 403 403 200 403
/quan-tri/don-vi/{don_vi}/hoat-dong/      302 403 403 403 403 403 403 405 403
/quan-tri/nhan-vien/                      302 403 403 403 403 403 403 200 403
/quan-tri/nhan-vien/them/                 302 403 403 403 403 403 403 200 403
/quan-tri/nhan-vien/{nguoi}/              302 403 403 403 403 403 403 200 403
/quan-tri/nhan-vien/{nguoi}/hoat-dong/    302 403 403 403 403 403 403 405 403
/quan-tri/nhan-vien/{nguoi}/mat-khau/     302 403 403 403 403 403 403 405 403
/quan-tri/nhan-vien/{nguoi}/mo-khoa/      302 403 403 403 403 403 403 405 403
/quan-tri/nhat-ky/                        302 403 403 403 403 403 200 200 403
/quan-tri/lich-nghi/                      302 403 403 403 403 403 403 200 403
/quan-tri/lich-nghi/them/                 302 403 403 403 403 403 403 200 403
/quan-tri/lich-nghi/{ngay_nghi}/          302 403 403 403 403 403 403 200 403
/quan-tri/lich-nghi/{ngay_nghi}/xac-nhan/ 302 403 403 403 403 403 403 200 403
/quan-tri/lich-nghi/{ngay_nghi}/xoa/      302 403 403 403 403 403 403 200 403
"""


def _ma_cua_nguoi_them(mau: str, ma: dict[str, int]) -> dict[str, int]:
    """A colleague and a witness stand as the accused does. A deputy stands as the director, but for a tố cáo that he
    does not know of: there only what his role may not do at all, or nobody by GET, is answered differently from 404."""
    la_to_cao = CUA_VU_VIEC_TO_CAO.search(mau)
    biet_truoc = ma["giam_doc"] == 405 or ma["giam_doc"] == ma["khoa_khac"] == 403
    pho = 404 if la_to_cao and not biet_truoc else ma["giam_doc"]
    return ma | {"dong_nghiep": ma["bi_to_cao"], "nhan_chung": ma["bi_to_cao"], "pho": pho}


def _doc_bang() -> dict[str, dict[str, int]]:
    """Address → person → status."""
    bang = {}
    for mau, *cac_ma in map(str.split, filter(str.strip, BANG.splitlines())):
        bang[mau] = _ma_cua_nguoi_them(mau, dict(zip(COT, map(int, cac_ma), strict=True)))
    return bang


BANG_MA = _doc_bang()
CONG_KHAI = {"/healthz", "/dang-nhap/", "/dang-nhap/mat-khau-moi/", "/", "/tra-cuu/0123456789abcdef/"}
SO_THAY_DOI = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": "\w+"')


@dataclass
class CanhTuong:
    """People by the names of COT, keys of the rows by the names in the addresses."""

    nguoi: dict[str, NhanVien] = field(default_factory=dict)
    khoa: dict[str, int] = field(default_factory=lambda: {"khong_co": KHONG_CO})

    def dia_chi(self, mau: str) -> str:
        return mau.format(**self.khoa)

    def trinh_duyet(self, ten: str, **khac) -> Client:
        client = Client(**khac)
        if ten != "khach":
            client.force_login(self.nguoi[ten])
        return client


def _luot(canh: CanhTuong, loai: str, **khac) -> LuotTiep:
    return ghi_luot_tiep(
        nguoi=canh.nguoi["tiep_dan"],
        ngay=date(2026, 9, 16),
        loai=loai,
        noi_dung="Không được hoàn tiền tạm ứng viện phí.",
        huong=HuongTiep.LAP_DON,
        linh_vuc=LinhVuc.objects.get(ma="02.01"),
        tai_lieu=[{"ten": "Đơn viết tay", "so_trang": 2, "tinh_trang": "Bản gốc"}],
        **khac,
    )


def _giao(canh: CanhTuong, don: DonThu, don_vi: DonVi, **phan_loai) -> None:
    """Lead the petition to the unit: classified, proposed, accepted, given."""
    tchc, giam_doc, ngay = canh.nguoi["tchc"], canh.nguoi["giam_doc"], date(2026, 9, 17)
    phan_loai |= {"loai": don.loai, "linh_vuc": don.linh_vuc, "du_dieu_kien": True, "thuoc_tham_quyen": True}
    THUC_HIEN[Buoc.PHAN_LOAI](don, nguoi=tchc, ngay=ngay, **phan_loai)
    THUC_HIEN[Buoc.TRINH_THU_LY](don, nguoi=tchc, ngay=ngay)
    THUC_HIEN[Buoc.THU_LY](don, nguoi=giam_doc, ngay=ngay)
    truong_khoa = canh.nguoi["truong_khoa"]
    THUC_HIEN[Buoc.GIAO_DON_VI](don, nguoi=giam_doc, ngay=ngay, don_vi=don_vi, nguoi_duoc_giao=truong_khoa)


def _dong_cua_don(canh: CanhTuong, don: DonThu, duoi: str) -> dict[str, int]:
    """One row of everything that hangs on a petition and has an address: its keys, named by what it is and `duoi`."""
    tchc, truong_khoa, ngay = canh.nguoi["tchc"], canh.nguoi["truong_khoa"], date(2026, 9, 17)
    tep = nhan_tep(
        don,
        nguoi=tchc,
        cac_tep=[SimpleUploadedFile("tai-lieu.pdf", _pdf())],
        muc=MucTep.KHAC,
        da_che=True,
    )[0]
    mau = next(mau for mau in cac_mau_cho(don, ngay) if mau.co_so)
    thao = soan(don, nguoi=canh.nguoi["giam_doc"], ngay=ngay, ma_mau=mau.ma, gia_tri={}, phien_ban=None)
    cac_dong = {
        "tep": tep,
        "thao": thao,
        "van_ban": don.van_ban_di.order_by("pk").first(),
        "phan_cong": don.phan_cong.get(),
        "buoi": don.buoi_lam_viec.create(
            loai=LoaiBuoi.LAM_VIEC, ngay=ngay, dia_diem="Phòng họp", nguoi_ghi=truong_khoa
        ),
        "bang_chung": don.bang_chung.create(ten="Hóa đơn", nguoi_giao="Khoa Nội", ngay=ngay, nguoi_nhan=truong_khoa),
        "lan_gui": don.lan_gui.create(noi_nhan="Sở Y tế", cach=LanGui.Cach.BUU_CHINH, ngay=ngay, nguoi=tchc),
    }
    return {f"{ten}_{duoi}": dong.pk for ten, dong in cac_dong.items()}


def _dong_cua_ke_hoach(tchc: NhanVien, khoa: DonVi) -> dict[str, int]:
    """A plan with a task of the unit and its file, a check with a finding there: keys by the names in the addresses."""
    ngay, han = date(2026, 9, 18), date(2026, 12, 18)
    chung = {"nguoi": tchc, "noi_dung": "Báo cáo kết quả tiếp công dân", "don_vi": khoa}
    ke_hoach = luu_ke_hoach(None, nguoi=tchc, ten="Kế hoạch", ngay=ngay, nam=2026)
    nhiem_vu = luu_nhiem_vu(
        NhiemVu(ke_hoach=ke_hoach, ngay_giao=ngay), nhom=NhomNhiemVu.BAO_CAO, han=han, phoi_hop=(), **chung
    )
    kiem_tra = luu_hoat_dong(
        None, nguoi=tchc, hom_nay=timezone.localdate(), loai=LoaiHoatDong.KIEM_TRA, ngay=ngay, so_don_vi=1
    )
    cac_dong = {
        "ke_hoach": ke_hoach,
        "nhiem_vu": nhiem_vu,
        "tep_kem": tep_kem.nhan_tep(nhiem_vu, nguoi=tchc, cac_tep=[SimpleUploadedFile("bao-cao.pdf", _pdf())])[0],
        "kiem_tra": kiem_tra,
        "phat_hien": them_phat_hien(kiem_tra, han_khac_phuc=han, **chung),
    }
    return {ten: dong.pk for ten, dong in cac_dong.items()}


def _pdf() -> bytes:
    """A page with nothing on it."""
    tep, nguon = BytesIO(), PdfWriter()
    nguon.add_blank_page(width=100, height=100)
    nguon.write(tep)
    return tep.getvalue()


@pytest.fixture(scope="module")
def canh_dung_san(django_db_setup, django_db_blocker, tmp_path_factory):
    """Built once for all tests here: each of them works inside a savepoint and leaves the rows as it found them."""
    thu_muc_tep = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("tep"))
    with django_db_blocker.unblock(), thu_muc_tep, transaction.atomic():
        yield _dung_canh()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def in_moi_trang_mot_lan():
    """Print the same page of paper once: thousands of answers here are some thirty different pages."""
    da_in = {}

    def doc_trang(string: str, **khac) -> HTML:
        if string not in da_in:
            trang = HTML(string=string, **khac)
            trang.render = cache(partial(_xep_trang, trang.render))
            da_in[string] = trang
        return da_in[string]

    with pytest.MonkeyPatch.context() as va:
        va.setattr(weasyprint, "HTML", doc_trang)
        yield


def _xep_trang(xep: Callable[..., Document], **khac) -> Document:
    tai_lieu = xep(**khac)
    tai_lieu.write_pdf = cache(tai_lieu.write_pdf)
    return tai_lieu


@pytest.fixture
def canh(canh_dung_san, in_moi_trang_mot_lan, db):
    ghi_nhip_dap(timezone.now())
    return canh_dung_san


def _nhan_vien(ten: str, *vai_tro: VaiTro, **khac) -> NhanVien:
    return NhanVien.objects.tao(username=ten, ho_ten=f"Người {ten}", password="mat-khau-thu-1", vai_tro=vai_tro, **khac)


def _dung_canh() -> CanhTuong:
    """One khiếu nại and one tố cáo from the counter, with a unit; one row of everything else that has a page."""
    khoa, khoa_khac, phong = (
        DonVi.objects.create(ma=ma, ten=f"Khoa {ma}", loai="KHOA", duoc_giao=True) for ma in ("NOI", "NGOAI", "PHONG")
    )
    canh = CanhTuong()
    canh.nguoi = {
        "tiep_dan": _nhan_vien("tiep_dan", VaiTro.TIEP_DAN),
        "tchc": _nhan_vien("tchc", VaiTro.TCHC),
        "truong_khoa": _nhan_vien("truong_khoa", VaiTro.TRUONG_DON_VI, don_vi=khoa),
        "khoa_khac": _nhan_vien("khoa_khac", VaiTro.TRUONG_DON_VI, don_vi=khoa_khac),
        "chuyen_vien": _nhan_vien("chuyen_vien", VaiTro.CHUYEN_VIEN, don_vi=khoa),
        "giam_doc": _nhan_vien("giam_doc", VaiTro.LANH_DAO),
        "quan_tri": _nhan_vien("quan_tri", VaiTro.QUAN_TRI),
        "bi_to_cao": _nhan_vien("bi_to_cao", VaiTro.TCHC, don_vi=phong),
        "dong_nghiep": _nhan_vien("dong_nghiep", VaiTro.TCHC, don_vi=phong),
        "nhan_chung": _nhan_vien("nhan_chung", VaiTro.TCHC),
        "pho": _nhan_vien("pho", VaiTro.LANH_DAO, chuc_vu="Phó Giám đốc"),
    }
    bi_to_cao = (canh.nguoi["bi_to_cao"],)
    luot_kn = _luot(canh, LoaiDon.KHIEU_NAI, ho_ten="Nguyễn Văn An", dia_chi="Thôn 2, xã Ia Băng")
    luot_tc = _luot(canh, LoaiDon.TO_CAO, nguoi_bi_to_cao=bi_to_cao)
    luot_ld = _luot(canh, LoaiDon.TO_CAO, bi_to_cao_lanh_dao=True)
    luot_pa = _luot(canh, LoaiDon.PHAN_ANH, ho_ten="Lê Thị Bình", dia_chi="Thôn 3, xã Ia Băng")
    for don in (luot_kn.don, luot_pa.don):
        _giao(canh, don, khoa)
    _giao(canh, luot_tc.don, khoa, nguoi_bi_to_cao=bi_to_cao)
    luot_tc.don.nguoi_lien_quan.create(nhan_vien=canh.nguoi["nhan_chung"], quan_he=QuanHe.NHAN_CHUNG)
    thong_bao = ThongBao.objects.create(
        nguoi=canh.nguoi["tchc"],
        don=luot_tc.don,
        chu_the="thu",
        muc=MucNhac.HOM_NAY,
        han=date(2026, 9, 30),
        noi_dung=f"Đơn {luot_tc.don.ma}",
        dia_chi=luot_tc.don.get_absolute_url(),
        tao_luc=timezone.now(),
    )
    hoat_dong = luu_hoat_dong(
        None,
        nguoi=canh.nguoi["tchc"],
        hom_nay=timezone.localdate(),
        loai=LoaiHoatDong.TAP_HUAN,
        ngay=date(2026, 9, 18),
        noi_dung="Tập huấn tiếp công dân",
    )
    minh_chung = luu_minh_chung(
        None,
        nguoi=canh.nguoi["tchc"],
        hom_nay=timezone.localdate(),
        loai=LoaiMinhChung.NOI_QUY,
        ngay=date(2026, 9, 18),
    )
    lich = LichTiep.objects.create(ngay=date(2026, 9, 15), loai=LoaiLich.DINH_KY, nguoi_tiep=NguoiTiep.THU_TRUONG)
    canh.khoa |= {
        "khieu_nai": luot_kn.don.pk,
        "to_cao": luot_tc.don.pk,
        "luot_kn": luot_kn.pk,
        "luot_tc": luot_tc.pk,
        "to_cao_ld": luot_ld.don.pk,
        "luot_ld": luot_ld.pk,
        "phan_anh": luot_pa.don.pk,
        **_dong_cua_don(canh, luot_kn.don, "kn"),
        **_dong_cua_don(canh, luot_tc.don, "tc"),
        "thong_bao": thong_bao.pk,
        "hoat_dong": hoat_dong.pk,
        "minh_chung": minh_chung.pk,
        **_dong_cua_ke_hoach(canh.nguoi["tchc"], khoa),
        "lan_in": LanIn.objects.create(
            nguoi=canh.nguoi["tchc"], bao_cao=BaoCaoKy.objects.create(ma_ky="Q3", nam=2025)
        ).pk,
        "lan_nhap": TienDoNhap.objects.create(nguoi=canh.nguoi["tchc"], ten_tep="so-2025.xlsx").pk,
        "lich": lich.pk,
        "don_vi": khoa.pk,
        "nguoi": canh.nguoi["tchc"].pk,
        "ngay_nghi": NgayNghi.objects.filter(da_xac_nhan=False).order_by("ngay").values_list("pk", flat=True)[0],
    }
    return canh


def _cac_mau_dia_chi(bo=None, dau=""):
    for muc in (bo or get_resolver()).url_patterns:
        duong = f"{dau}{muc.pattern}"
        if isinstance(muc, URLResolver):
            yield from _cac_mau_dia_chi(muc, duong)
        else:
            yield duong


def test_dia_chi_nao_cung_co_dong_trong_bang():
    so_bat_ky = dict.fromkeys(re.findall(r"{(\w+)}", BANG), 1)

    trong_bang = {resolve(dia_chi.partition("?")[0].format(**so_bat_ky)).route for dia_chi in BANG_MA}

    assert trong_bang == set(_cac_mau_dia_chi())


@pytest.mark.parametrize("ten", MOI_NGUOI)
def test_ai_duoc_gi_va_doc_khong_doi_du_lieu(canh, ten):
    client = canh.trinh_duyet(ten)
    truoc = _toan_bo_du_lieu()

    nhan_duoc = {mau: _lay(client, canh.dia_chi(mau)).status_code for mau in BANG_MA}

    assert nhan_duoc == {mau: ma[ten] for mau, ma in BANG_MA.items()}
    assert _toan_bo_du_lieu() == truoc


def _toan_bo_du_lieu() -> dict[str, list]:
    """Every row of every table but the log of reads, with its counter, and the sessions."""
    cac_bang = {bang for bang in apps.get_models(include_auto_created=True) if bang._meta.managed}
    return {
        bang._meta.label: list(bang._base_manager.order_by("pk").values_list())
        for bang in cac_bang - {NhatKy, SoDem, Session}
    } | {"so_dem": list(SoDem.objects.exclude(so_dang_ky="nhat_ky").order_by("pk").values_list())}


def _lay(client: Client, dia_chi: str):
    """GET, and read to the end: a download closes its temporary file only then."""
    response = client.get(dia_chi)
    response.noi_dung = response.getvalue()
    return response


def test_khach_chi_vao_trang_cong_khai(canh):
    ve_dang_nhap = {
        mau
        for mau in BANG_MA
        if Client().get(dia := canh.dia_chi(mau)).headers.get("Location") == f"/dang-nhap/?next={quote(dia)}"
    }

    assert set(BANG_MA) - ve_dang_nhap == CONG_KHAI


def test_gui_ma_khong_co_csrf_thi_tu_choi(canh):
    quan_tri = canh.trinh_duyet("quan_tri", enforce_csrf_checks=True)
    tchc = canh.trinh_duyet("tchc", enforce_csrf_checks=True)
    khach = canh.trinh_duyet("khach", enforce_csrf_checks=True)

    nhan_duoc = {
        (mau, response.status_code, response.templates[0].name)
        for mau in BANG_MA
        for client in (quan_tri, tchc, khach)
        for response in [client.post(canh.dia_chi(mau))]
    }

    assert nhan_duoc == {(mau, 403, "403_csrf.html") for mau in BANG_MA}


CUA_TO_CAO = [mau for mau in BANG_MA if "{to_cao}" in mau or "{luot_tc}" in mau]
CUA_TO_CAO_LANH_DAO = [mau for mau in BANG_MA if "{to_cao_ld}" in mau or "{luot_ld}" in mau]


VI_SAO_KHONG_BIET = ("bi_to_cao", "cung_don_vi", "nhan_chung", "ngoai_danh_sach")


@pytest.mark.parametrize(
    ("vi_sao", "vai_tro"),
    [("bi_to_cao", vai_tro) for vai_tro in VaiTro]
    + [(vi_sao, vai_tro) for vi_sao in VI_SAO_KHONG_BIET[1:] for vai_tro in (VaiTro.TCHC, VaiTro.LANH_DAO)],
)
def test_nguoi_phai_tranh_thay_nhu_khong_co(canh, tao_nguoi, tao_don_vi, vi_sao, vai_tro):
    """Whatever his role: by its address the case answers him word for word, and with as many questions to the database,
    as a number that nobody has. Also to who stands on the list and must keep away."""
    don, luot = DonThu.objects.get(pk=canh.khoa["to_cao"]), LuotTiep.objects.get(pk=canh.khoa["luot_tc"])
    khoa = tao_don_vi()
    nguoi = tao_nguoi(vai_tro, don_vi=don.don_vi if vi_sao == "bi_to_cao" else khoa)
    if vi_sao != "ngoai_danh_sach":
        don.nguoi_duoc_biet.create(nhan_vien=nguoi, ly_do="Cần biết", tu_ngay=don.ngay_nhan)
    match vi_sao:
        case "bi_to_cao":
            don.nguoi_bi_to_cao.add(nguoi)
            luot.nguoi_bi_to_cao.add(nguoi)
        case "cung_don_vi":
            don.nguoi_bi_to_cao.add(tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=khoa))
        case "nhan_chung":
            don.nguoi_lien_quan.create(nhan_vien=nguoi, quan_he=QuanHe.NHAN_CHUNG)

    assert _khac_so_khong_co(canh, nguoi, CUA_TO_CAO) == []


@pytest.mark.parametrize("ten", ["giam_doc", "pho"])
def test_to_cao_lanh_dao_thi_lanh_dao_thay_nhu_khong_co(canh, ten):
    assert _khac_so_khong_co(canh, canh.nguoi[ten], CUA_TO_CAO_LANH_DAO) == []


def test_nguoi_duoc_biet_thi_khac_so_khong_co(canh):
    """The comparison above tells a case that is shown from one that is not."""
    khac = {mau for cach, mau in _khac_so_khong_co(canh, canh.nguoi["tchc"], CUA_TO_CAO) if cach == "get"}

    assert khac == {mau for mau in CUA_TO_CAO if BANG_MA[mau]["tchc"] not in (404, 405)}


def test_moi_lan_mo_to_cao_de_lai_dong_mat(canh):
    """Page, file, document or print: whoever reads of the case stands in its log, and in no other."""
    don, client = DonThu.objects.get(pk=canh.khoa["to_cao"]), canh.trinh_duyet("tchc")
    cua_vu_viec = NhatKy.objects.filter(doi_tuong=don.ma, nguoi=canh.nguoi["tchc"])
    chung = cua_vu_viec.filter(mat=False).count()

    khong_ghi = []
    for mau in CUA_TO_CAO:
        truoc = cua_vu_viec.filter(mat=True).count()
        if _lay(client, canh.dia_chi(mau)).status_code == 200 and cua_vu_viec.filter(mat=True).count() == truoc:
            khong_ghi.append(mau)

    assert khong_ghi == []
    assert cua_vu_viec.filter(mat=False).count() == chung


def _khac_so_khong_co(canh: CanhTuong, nguoi: NhanVien, cac_mau: list[str]) -> list[tuple[str, str]]:
    """Which of the addresses answer `nguoi` otherwise than the same address of a petition that does not exist."""
    client = Client()
    client.force_login(nguoi)
    client.get("/tro-giup/")  # the session is written now, not during the first answer to compare
    return [
        (cach, mau)
        for mau in cac_mau
        for cach in ("get", "post")
        if _tra_loi(client, cach, canh.dia_chi(mau)) != _tra_loi(client, cach, canh.dia_chi(_khong_co(mau)))
    ]


def _khong_co(mau: str) -> str:
    return CUA_VU_VIEC_TO_CAO.sub("{khong_co}", mau)


def _tra_loi(client: Client, cach: str, dia_chi: str) -> tuple:
    """Status, headers, body, without the random tokens; and how many queries it took."""
    so_truy_van = 0

    def dem(chay, *tham_so):
        nonlocal so_truy_van
        so_truy_van += 1
        return chay(*tham_so)

    with connection.execute_wrapper(dem):
        response = getattr(client, cach)(dia_chi)
        noi_dung = response.getvalue()
    dau = {ten: gia_tri for ten, gia_tri in response.headers.items() if ten != "Content-Length"}
    return response.status_code, dau, SO_THAY_DOI.sub(b"", noi_dung), so_truy_van


def _chu(response) -> str:
    """What a person reads in an answer, whatever its format."""
    loai, noi_dung = response.headers["Content-Type"], response.noi_dung
    if "pdf" in loai:
        return "\n".join(trang.extract_text() for trang in PdfReader(BytesIO(noi_dung)).pages)
    if "spreadsheetml" in loai:
        trang_tinh = load_workbook(BytesIO(noi_dung)).worksheets
        return "\n".join(str(o) for trang in trang_tinh for dong in trang.iter_rows(values_only=True) for o in dong)
    return noi_dung.decode(errors="replace")


def test_nguoi_bi_to_cao_khong_gap_vu_viec_o_dau_ca(canh):
    don, luot = DonThu.objects.get(pk=canh.khoa["to_cao"]), LuotTiep.objects.get(pk=canh.khoa["luot_tc"])
    dau_vet = re.compile("|".join(map(re.escape, (don.ma, don.ma_nguoi_to_cao, luot.ma, luot.so_bien_nhan))))
    tim_thay = {
        "/don-thu/",
        "/don-thu/?q=tam+ung",
        "/don-thu/xuat.xlsx",
        "/tiep-dan/so/",
        "/bao-cao/Q4-2026/01-TCD/3/",
    }
    duoc_vao = {mau for mau, ma in BANG_MA.items() if ma["bi_to_cao"] == 200} | tim_thay

    nhin_thay = {
        ten: {mau for mau in cac_mau if dau_vet.search(_chu(_lay(client, canh.dia_chi(mau))))}
        for ten, cac_mau in (("tchc", tim_thay), ("bi_to_cao", duoc_vao))
        for client in [canh.trinh_duyet(ten)]
    }

    assert nhin_thay == {"tchc": tim_thay, "bi_to_cao": set()}


@pytest.mark.parametrize("dia_chi", ["/khong-co-trang-nay/", "/bao-cao/Q9-2026/", "/don-thu/mot/"])
def test_dia_chi_khong_co(canh, dia_chi):
    nhan_duoc = {ten: canh.trinh_duyet(ten).get(dia_chi).status_code for ten in COT}

    assert nhan_duoc == dict.fromkeys(COT, 404)
