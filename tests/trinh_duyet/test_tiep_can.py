"""Every page: axe finds nothing in light and dark, nothing runs out of a screen, the title names the page."""

import re
from random import Random

import pytest
from django.conf import settings
from django.db import transaction
from django.urls import URLResolver, get_resolver, resolve
from django.utils import timezone
from playwright.sync_api import Page, expect

from baocao.actions.bao_cao import mo_bao_cao
from baocao.actions.lan_in import yeu_cau_in
from baocao.actions.nhan_bao_cao import nhan_bao_cao
from baocao.du_lieu_mau.co_quan import dung_co_quan
from baocao.du_lieu_mau.ke_hoach_mau import ghi_viec_quan_ly
from baocao.du_lieu_mau.khoi_lon import tao_khoi_lon
from baocao.du_lieu_mau.minh_chung_mau import ghi_minh_chung
from baocao.du_lieu_mau.tiep_dan_hoat_dong import cac_luot, ghi_hoat_dong, lap_lich
from baocao.ky import lap_ky
from baocao.models import HoatDong, KeHoach, MinhChung, NhiemVu, PhatHien, TienDoNhap
from baocao.models.hoat_dong import LoaiHoatDong
from baocao.so_lieu import tinh_bao_cao
from baocao.trinh_bay import DauBieu
from baocao.xuat import xuat_json
from donthu import nhac_viec
from donthu.actions.tep import nhan_tep
from donthu.ban_in import ma_duong_dan
from donthu.forms import FORM
from donthu.models import (
    BangChung,
    BanThao,
    BuoiLamViec,
    DonThu,
    LanGui,
    LoaiBuoi,
    MucTep,
    PhanCong,
    TrangThaiBanThao,
    VanBanDi,
)
from donthu.phan_loai import HuongXuLy, LoaiDon
from donthu.quy_trinh import QUY_TRINH
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.soan_thao import cac_mau_cho
from tests.donthu.tep_mau import tep_anh as mau_anh
from tests.donthu.tep_mau import tep_pdf as mau_pdf
from tiepdan.models import LichTiep, LuotTiep
from tochuc.models import DonVi, NgayNghi, NhanVien
from tochuc.vai_tro import VaiTro

AXE = (settings.BASE_DIR / "static" / "vendor" / "axe.min.js").read_text(encoding="utf-8")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
MAU_SAC = ["color-contrast", "link-in-text-block"]  # all that the theme can change
CHAM_CUON = ["target-size", "scrollable-region-focusable"]  # what a narrow screen can break
MAN_HINH_QUAY = {"width": 1366, "height": 768}
# The counter, the same at 200 % zoom, two phones.
BE_RONG = (1366, 683, 390, 360)
# The browser complains of each answer 4xx, and of the styles by which axe measures (they come from no address).
DUONG_NHIEN = re.compile(r"the server responded with a status of 4|^: Applying inline style")

KHACH = ["/", "/dang-nhap/", "/tra-cuu/0123456789abcdef/"]
CUA_TIEP_DAN = [
    "/",
    "/tro-giup/",
    "/doi-mat-khau/",
    "/tiep-dan/",
    "/tiep-dan/ghi/",
    "/tiep-dan/{luot}/",
    "/tiep-dan/{luot}/sua/",
    "/tiep-dan/{luot}/bo-sung/",
    "/tiep-dan/{luot}/bao-tu-choi/",
    "/tiep-dan/{luot}/giay/bien-ban/",
    "/tiep-dan/so/",
    "/don-thu/",
    "/don-thu/nhap/",
    "/quan-tri/",  # 403
    "/khong-co-trang-nay/",  # 404
]
CUA_TCHC = [
    "/",
    "/thong-bao/",
    "/giao-viec/",
    "/giao-viec/?muc=dang_lam",
    "/giao-viec/?muc=cho_nhan",
    "/don-thu/",
    "/don-thu/?q=khong+co+gi+ca",
    "/don-thu/?loai=KN&trang_thai=dang_giai_quyet",
    "/don-thu/{khieu_nai}/",
    "/don-thu/{to_cao}/",
    "/don-thu/{to_cao}/nguoi-biet/",
    "/don-thu/{khieu_nai}/tep/",
    "/don-thu/{to_cao}/tep/",
    "/don-thu/{khieu_nai}/tep/{tep_pdf}/xem/",
    "/don-thu/{khieu_nai}/tep/{tep_anh}/xem/",
    "/don-thu/{khieu_nai}/ho-so/",
    "/don-thu/{to_cao}/phieu-niem-phong/",
    "/don-thu/{to_cao}/tu-choi-bao-mat/",
    "/don-thu/{khieu_nai}/trung-lap/",
    "/don-thu/{khieu_nai}/doi-chieu/{don_khac}/",
    "/don-thu/{dang_lam}/van-ban/",
    "/don-thu/{dang_lam}/van-ban/soan/{mau_van_ban}/",
    "/don-thu/{dang_lam}/van-ban/du-thao/{du_thao}/",
    "/don-thu/{dang_lam}/van-ban/{van_ban}/ban-chinh/",
    "/don-thu/van-ban-cho/",
    "/don-thu/{dang_lam}/lan-gui/them/",
    "/don-thu/{dang_lam}/lan-gui/{lan_gui}/",
    "/don-thu/{dang_lam}/lan-cong-khai/them/",
    "/don-thu/quy-trinh/KN/",
    "/don-thu/quy-trinh/KN/?don={khieu_nai}",
    "/quy-dinh/",
    "/don-thu/{khieu_nai}/ban_hanh/",  # 403 or 409
    "/tiep-dan/lich/",
    "/tiep-dan/lich/lap/",
    "/tiep-dan/lich/them/",
    "/tiep-dan/lich/{lich}/",
    "/bao-cao/",
    "/bao-cao/9T-2026/",
    "/bao-cao/9T-2026/01-TCD/3/",
    "/bao-cao/9T-2026/so-sanh/",
    "/bao-cao/9T-2026/phu-luc/",
    "/bao-cao/9T-2026/van-ban/",
    "/bao-cao/9T-2026/van-ban/1/",
    "/bao-cao/Q3-2026/van-ban/",  # not begun
    "/bao-cao/9T-2026/?don_vi=1",
    "/bao-cao/9T-2026/bieu-do/",
    "/bao-cao/9T-2026/don-vi/",
    "/bao-cao/9T-2026/don-vi/?don_vi={don_vi_gui}",
    "/bao-cao/in/{lan_in}/",
    "/bao-cao/hoat-dong/",
    "/bao-cao/hoat-dong/them/",
    "/bao-cao/hoat-dong/{hoat_dong}/",
    "/bao-cao/hoat-dong/{hoat_dong}/sua/",
    "/bao-cao/hoat-dong/{tap_huan}/tham-du/",
    "/bao-cao/hoat-dong/{kiem_tra}/phat-hien/",
    "/bao-cao/phat-hien/{phat_hien}/",
    "/bao-cao/phat-hien/{phat_hien}/sua/",
    "/bao-cao/ke-hoach/",
    "/bao-cao/ke-hoach/them/",
    "/bao-cao/ke-hoach/{ke_hoach}/",
    "/bao-cao/ke-hoach/{ke_hoach}/sua/",
    "/bao-cao/ke-hoach/{ke_hoach}/nhiem-vu/",
    "/bao-cao/ke-hoach/nhiem-vu/{nhiem_vu}/",
    "/bao-cao/ke-hoach/nhiem-vu/{nhiem_vu}/sua/",
    "/bao-cao/ngay-boi-duong/",
    "/bao-cao/minh-chung/",
    "/bao-cao/minh-chung/them/",
    "/bao-cao/minh-chung/{minh_chung}/",
    "/bao-cao/minh-chung/{minh_chung}/sua/",
    "/bao-cao/nhap-so/",
    "/bao-cao/nhap-so/{lan_nhap}/",
]
CUA_GIAM_DOC = [
    "/",
    "/don-thu/{khieu_nai}/",
    "/don-thu/{dang_lam}/",
    "/don-thu/{dang_lam}/khan-cap/",
    "/don-thu/{dang_lam}/phan-cong/them/",
    "/don-thu/{dang_lam}/phan-cong/{phan_cong}/nhac/",
    "/don-thu/{dang_lam}/xac-minh/ke-hoach/",
    "/don-thu/{dang_lam}/xac-minh/buoi/them/",
    "/don-thu/{dang_lam}/xac-minh/buoi/{buoi}/",
    "/don-thu/{dang_lam}/xac-minh/bang-chung/them/",
    "/don-thu/{dang_lam}/xac-minh/bang-chung/{bang_chung}/",
    "/quan-tri/nhat-ky/",
    "/don-thu/luot-xem-to-cao/",
    "/bao-cao/cham-diem/",
    "/bao-cao/cham-diem/2026/{don_vi}/",
    "/bao-cao/cham-diem/2026/{don_vi}/A2/",
    "/bao-cao/san-sang/",
]
CUA_TRUONG_KHOA = ["/", "/giao-viec/", "/bao-cao/ke-hoach/", "/bao-cao/cham-diem/don-vi-toi/"]
CUA_QUAN_TRI = [
    "/quan-tri/",
    "/quan-tri/vai-tro/",
    "/quan-tri/don-vi/",
    "/quan-tri/don-vi/them/",
    "/quan-tri/don-vi/{don_vi}/",
    "/quan-tri/nhan-vien/",
    "/quan-tri/nhan-vien/them/",
    "/quan-tri/nhan-vien/{nguoi}/",
    "/quan-tri/lich-nghi/",
    "/quan-tri/lich-nghi/them/",
    "/quan-tri/lich-nghi/{ngay_nghi}/",
    "/quan-tri/lich-nghi/{ngay_nghi}/xac-nhan/",
    "/quan-tri/lich-nghi/{ngay_nghi}/xoa/",
]
# Addresses without a page of their own: files, and buttons.
TEP = {
    "healthz",
    "quy-dinh/quy-dinh.<slug:dinh_dang>",
    "don-thu/xuat.xlsx",
    "don-thu/<int:pk>/tep/<int:tep>/",
    "don-thu/<int:pk>/van-ban/xem-truoc/<slug:mau>/",
    "don-thu/<int:pk>/van-ban/<int:so>/ban-in.<slug:dinh_dang>",
    "don-thu/<int:pk>/van-ban/du-thao/<int:so>/ban-in.<slug:dinh_dang>",
    "don-thu/<int:pk>/ho-so/muc-luc.pdf",
    "don-thu/<int:pk>/ho-so/ho-so.pdf",
    "don-thu/<int:pk>/ho-so/ho-so.zip",
    "don-thu/<int:pk>/phieu-niem-phong/phieu.pdf",
    "don-thu/<int:pk>/luot-xem.pdf",
    "tiep-dan/<int:pk>/bien-nhan.pdf",
    "tiep-dan/so/so-tiep-cong-dan.pdf",
    "tiep-dan/so/so-tiep-cong-dan.xlsx",
    "tiep-dan/lich/lich-tiep.pdf",
    "tiep-dan/lich/<int:pk>/khong-co-nguoi-den.pdf",
    "bao-cao/nhap-so/mau/",
    "bao-cao/<ky_bao_cao:ky>/tai-ve/<str:dinh_dang>/",
    "bao-cao/<ky_bao_cao:ky>/van-ban/<int:phien_ban>/<slug:dinh_dang>/",
    "bao-cao/<ky_bao_cao:ky>/phu-luc/in/",
    "bao-cao/<ky_bao_cao:ky>/don-vi/tai-ve/<str:dinh_dang>/",
    "bao-cao/in/<int:pk>/tep/",
    "bao-cao/tep-kem/<int:pk>/",
    "bao-cao/ke-hoach/<int:pk>/phu-luc/",
    "bao-cao/ngay-boi-duong/in/",
    "bao-cao/cham-diem/<int:nam>/bang-diem.pdf",
    "bao-cao/cham-diem/<int:nam>/<int:don_vi>/phieu-diem.pdf",
    "bao-cao/san-sang/san-sang.pdf",
}
CHI_GUI = {
    "dang-xuat/",
    "thong-bao/doc-het/",
    "thong-bao/<int:pk>/",
    "don-thu/tim-cong-dan/",
    "don-thu/goi-y-trung/",
    "don-thu/<int:pk>/nhan-than/",
    "don-thu/<int:pk>/tep/<int:tep>/go/",
    "don-thu/<int:pk>/nguoi-biet/them/",
    "don-thu/<int:pk>/nguoi-biet/<int:dong>/thoi/",
    "don-thu/<int:pk>/nguoi-biet/lien-quan/",
    "don-thu/<int:pk>/nguoi-biet/lien-quan/<int:dong>/bo/",
    "bao-cao/<ky_bao_cao:ky>/van-ban/<slug:viec>/",
    "bao-cao/<ky_bao_cao:ky>/van-ban/<int:phien_ban>/in/",
    "bao-cao/hoat-dong/<int:pk>/tep/",
    "bao-cao/tep-kem/<int:pk>/go/",
    "bao-cao/ke-hoach/<int:pk>/mau/",
    "bao-cao/ke-hoach/nhiem-vu/<int:pk>/xoa/",
    "bao-cao/minh-chung/<int:pk>/tep/",
    "tiep-dan/khoa-ngay/",
    "tiep-dan/ghi/nguoi-quen/",
    "tiep-dan/lich/cong-bo/",
    "tiep-dan/lich/<int:pk>/huy/",
    "tiep-dan/lich/<int:pk>/truc-tuyen/",
    "tiep-dan/lich/<int:pk>/doi/",
    "quan-tri/don-vi/<int:pk>/hoat-dong/",
    "quan-tri/nhan-vien/<int:pk>/hoat-dong/",
    "quan-tri/nhan-vien/<int:pk>/mat-khau/",
    "quan-tri/nhan-vien/<int:pk>/mo-khoa/",
}
# Lists before there is anything in them.
DANH_SACH = [
    "/",
    "/thong-bao/",
    "/giao-viec/",
    "/don-thu/",
    "/tiep-dan/",
    "/tiep-dan/so/",
    "/tiep-dan/lich/",
    "/bao-cao/",
    "/bao-cao/Q1-2026/",
    "/bao-cao/Q1-2026/01-TCD/3/",
    "/bao-cao/hoat-dong/",
    "/bao-cao/nhap-so/",
    "/bao-cao/ke-hoach/",
    "/bao-cao/minh-chung/",
    "/bao-cao/cham-diem/",
    "/bao-cao/san-sang/",
    "/bao-cao/ngay-boi-duong/",
    "/bao-cao/Q1-2026/bieu-do/",
    "/bao-cao/Q1-2026/phu-luc/",
]


@pytest.fixture
def trung_tam(transactional_db, settings, tmp_path, tao_don):
    """The sample centre with two years of petitions; keys of one row of each kind by the names in the addresses."""
    rng, hom_nay, lich = Random(2026), timezone.localdate(), NgayNghi.objects.lich()  # noqa: S311 not a secret
    with transaction.atomic():
        nhan_su = dung_co_quan("mat-khau-thu-1", rng)
        lap_lich(nhan_su, hom_nay, lich)
        ghi_hoat_dong(hom_nay, rng)
        ghi_viec_quan_ly(nhan_su, hom_nay)
        ghi_minh_chung(nhan_su, hom_nay, rng)
        tao_khoi_lon(300, nhan_su, hom_nay, hom_nay, lich, rng)
        for _, _, ghi in cac_luot(nhan_su, hom_nay, lich, rng):
            ghi()
        nhac_viec.lap_thong_bao(hom_nay, lich, timezone.now())
    settings.MEDIA_ROOT = tmp_path
    bao_cao = mo_bao_cao(lap_ky("9T", 2026), nguoi=nhan_su.tchc, loi_van={})
    don_vi_gui = DonVi.objects.create(ma="TYT", ten="Trạm y tế", loai="NGOAI", gui_bao_cao=True)
    nhan_bao_cao(don_vi_gui, xuat_json(tinh_bao_cao(bao_cao.ky), DauBieu("")), nguoi=None)
    khieu_nai = DonThu.objects.filter(loai=LoaiDon.KHIEU_NAI, don_vi__isnull=False).first()
    tep_pdf, tep_anh = nhan_tep(khieu_nai, nguoi=nhan_su.tchc, cac_tep=[mau_pdf(), mau_anh()], muc=MucTep.BANG_CHUNG)
    ngay = lich.tru_ngay_lam_viec(hom_nay, 3)
    dang_lam = tao_don(
        loai=LoaiDon.KHIEU_NAI,
        don_vi=DonVi.objects.get(ma="NOI"),
        trang_thai=TrangThai.XAC_MINH,
        du_dieu_kien=True,
        thuoc_tham_quyen=True,
        huong_xu_ly=HuongXuLy.THU_LY,
        **dict.fromkeys(("ngay_nhan", "ngay_xu_ly", "ngay_thu_ly"), ngay),
    )
    return _viec_dang_lam(dang_lam) | {
        "luot": LuotTiep.objects.filter(nguoi_ghi__username="tiepdan").first().pk,
        "khieu_nai": khieu_nai.pk,
        "tep_pdf": tep_pdf.pk,
        "tep_anh": tep_anh.pk,
        "don_khac": DonThu.objects.filter(loai=LoaiDon.PHAN_ANH).first().pk,
        "to_cao": DonThu.objects.filter(loai=LoaiDon.TO_CAO, don_vi__isnull=False).first().pk,
        "lich": LichTiep.objects.last().pk,
        "hoat_dong": HoatDong.objects.first().pk,
        "tap_huan": HoatDong.objects.filter(loai=LoaiHoatDong.TAP_HUAN).first().pk,
        "kiem_tra": HoatDong.objects.filter(loai=LoaiHoatDong.KIEM_TRA).first().pk,
        "phat_hien": PhatHien.objects.filter(ngay_khac_phuc=None).first().pk,
        "ke_hoach": KeHoach.objects.first().pk,
        "nhiem_vu": NhiemVu.objects.filter(ngay_xong=None).first().pk,
        "minh_chung": MinhChung.objects.first().pk,
        "lan_in": yeu_cau_in(bao_cao, nguoi=nhan_su.tchc).pk,
        "don_vi_gui": don_vi_gui.pk,
        "lan_nhap": TienDoNhap.objects.create(nguoi=nhan_su.tchc, ten_tep="so-2025.xlsx").pk,
        "don_vi": DonVi.objects.get(ma="NOI").pk,
        "nguoi": nhan_su.tiep_dan.pk,
        "ngay_nghi": NgayNghi.objects.filter(da_xac_nhan=False).first().pk,
    }


def _viec_dang_lam(don: DonThu) -> dict[str, int]:
    """A petition that a unit works on, with one row of each kind of that work."""
    phan_cong = PhanCong.objects.create(don=don, don_vi=don.don_vi, ngay_giao=don.ngay_thu_ly)
    chung = {"don": don, "ngay": phan_cong.ngay_giao}
    buoi = BuoiLamViec.objects.create(**chung, loai=LoaiBuoi.LAM_VIEC, dia_diem="Phòng họp")
    buoi.nguoi_du.create(ho_ten="Lê Thị Thu", tu_cach="Người liên quan")
    van_ban = VanBanDi.objects.create(**chung, ma_mau="TT05-01", nam=chung["ngay"].year, trich_yeu="Đề xuất thụ lý")
    cac_mau = cac_mau_cho(don, phan_cong.ngay_giao)
    du_thao = BanThao.objects.create(
        don=don, ma_mau=cac_mau[0].ma, trang_thai=TrangThaiBanThao.TRINH, sua_luc=timezone.now()
    )
    return {
        "dang_lam": don.pk,
        "du_thao": du_thao.pk,
        "van_ban": van_ban.pk,
        "mau_van_ban": ma_duong_dan(cac_mau[1].ma),
        "phan_cong": phan_cong.pk,
        "buoi": buoi.pk,
        "bang_chung": BangChung.objects.create(**chung, ten="Bảng chấm công", nguoi_giao="Khoa Dược").pk,
        "lan_gui": LanGui.objects.create(**chung, noi_nhan="Sở Y tế", cach=LanGui.Cach.BUU_CHINH).pk,
    }


@pytest.fixture
def cua_so_kiem(cua_so):
    cua_so.bo_qua = DUONG_NHIEN
    return cua_so


def loi_cua_trang(trang: Page, dia_chi: str) -> list[str]:
    """All that is wrong with the page at this address."""
    trang.goto(dia_chi)
    return loi_dang_hien(trang)


def loi_dang_hien(trang: Page) -> list[str]:
    """All that is wrong with the page shown: rules of axe with what breaks them, sideways scrolling, a title that is
    not its heading."""
    trang.evaluate(AXE)
    loi = _axe(trang, {"type": "tag", "values": WCAG})
    _doi_mau(trang, "dark")
    loi += [f"tối: {cau}" for cau in _axe(trang, {"type": "rule", "values": MAU_SAC})]
    _doi_mau(trang, "light")
    for rong in BE_RONG:
        trang.set_viewport_size({"width": rong, "height": 768})
        thua = trang.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        loi += [f"rộng {rong}: thừa {thua}px"] if thua > 0 else []
    loi += [f"hẹp: {cau}" for cau in _axe(trang, {"type": "rule", "values": CHAM_CUON})]
    trang.set_viewport_size(MAN_HINH_QUAY)
    tieu_de = [h1.inner_text() for h1 in trang.locator("h1").all()]
    if len(tieu_de) != 1 or (trang.locator("body[data-nguoi]").count() and tieu_de[0] not in trang.title()):
        loi.append(f"tiêu đề {trang.title()!r}, h1 {tieu_de}")
    return loi


def _doi_mau(trang: Page, mau: str) -> None:
    """Let the machine prefer dark or light, without motion, and wait until the page shows it."""
    trang.emulate_media(color_scheme=mau, reduced_motion="reduce")
    trang.wait_for_selector(f"html[data-bs-theme={mau}]")


def _axe(trang: Page, chi_xet: dict) -> list[str]:
    vi_pham = trang.evaluate(
        """async (chiXet) => (await axe.run(document, {runOnly: chiXet, resultTypes: ["violations"]})).violations
            .flatMap((loi) => loi.nodes.map((nut) => `${loi.id}: ${nut.target.join(" ")}`))""",
        chi_xet,
    )
    return [str(cau) for cau in vi_pham]


def loi_cua_cac_trang(trang: Page, cac_dia_chi: list[str]) -> dict[str, list[str]]:
    return {dia_chi: loi for dia_chi in cac_dia_chi if (loi := loi_cua_trang(trang, dia_chi))}


def test_trang_khi_chua_co_gi(bo_may, cua_so_kiem):
    tchc = cua_so_kiem.dang_nhap(bo_may.tchc)

    assert loi_cua_cac_trang(tchc, DANH_SACH) == {}


def test_trang_cua_tiep_dan_va_quan_tri(trung_tam, tao_nguoi, cua_so_kiem):
    quan_tri = tao_nguoi(VaiTro.QUAN_TRI)

    loi = {
        ten: loi_cua_cac_trang(trang, [mau.format(**trung_tam) for mau in cac_trang])
        for ten, trang, cac_trang in (
            ("khách", cua_so_kiem.mo(), KHACH),
            ("tiếp dân", cua_so_kiem.dang_nhap(NhanVien.objects.get(username="tiepdan")), CUA_TIEP_DAN),
            ("quản trị", cua_so_kiem.dang_nhap(quan_tri), CUA_QUAN_TRI),
        )
    }

    assert loi == {"khách": {}, "tiếp dân": {}, "quản trị": {}}


def test_trang_cua_tchc_lanh_dao_khoa(trung_tam, cua_so_kiem):

    loi = {
        ten: loi_cua_cac_trang(
            cua_so_kiem.dang_nhap(NhanVien.objects.get(username=ten)), [mau.format(**trung_tam) for mau in cac_trang]
        )
        for ten, cac_trang in (("tchc", CUA_TCHC), ("giamdoc", CUA_GIAM_DOC), ("khoanoi", CUA_TRUONG_KHOA))
    }

    assert loi == {"tchc": {}, "giamdoc": {}, "khoanoi": {}}


def test_trang_cua_tung_buoc(bo_may, don_truoc_buoc, cua_so_kiem):
    """The page of every step, with a petition of the first kind that has it."""
    trang = {nguoi: cua_so_kiem.dang_nhap(nguoi) for nguoi in (bo_may.tchc, bo_may.giam_doc, bo_may.truong_khoa)}
    loi: dict[str, list[str]] = {}

    for loai, bang in QUY_TRINH.items():
        for buoc in bang.keys() & FORM.keys() - loi.keys():
            don = don_truoc_buoc(loai, buoc, don_vi=bo_may.khoa, so_nguoi=6)
            cac_nguoi = [nguoi for nguoi in trang if nguoi.co_quyen(bang[buoc].quyen)]
            nguoi = bo_may.giam_doc if loai == LoaiDon.TO_CAO else cac_nguoi[0]
            loi[buoc] = loi_cua_trang(trang[nguoi], f"{don.get_absolute_url()}{buoc}/")

    assert {buoc: cac_loi for buoc, cac_loi in loi.items() if cac_loi} == {}
    assert set(loi) == set(FORM)


def test_trang_sau_khi_gui_bieu_mau(bo_may, tao_nguoi, cua_so_kiem):
    loi = {}
    tiep_dan = cua_so_kiem.dang_nhap(bo_may.tiep_dan)
    tiep_dan.goto("/tiep-dan/ghi/")
    tiep_dan.get_by_role("button", name="Lưu lượt tiếp").click()
    tiep_dan.wait_for_selector("[data-tom-tat-loi]")
    loi["biểu mẫu có lỗi"] = loi_dang_hien(tiep_dan)
    tiep_dan.goto("/")
    tiep_dan.keyboard.press("?")
    expect(tiep_dan.get_by_role("dialog")).to_be_visible()
    loi["phím tắt"] = loi_dang_hien(tiep_dan)
    quan_tri = cua_so_kiem.dang_nhap(tao_nguoi(VaiTro.QUAN_TRI))
    quan_tri.goto(f"/quan-tri/nhan-vien/{bo_may.tchc.pk}/")
    quan_tri.get_by_role("button", name="Đặt lại mật khẩu").click()
    quan_tri.get_by_role("dialog").get_by_role("button", name="Đồng ý").click()
    expect(quan_tri.get_by_role("heading", level=1)).to_have_text(f"Mật khẩu của {bo_may.tchc.ho_ten}")
    mat_khau_cap = quan_tri.locator("main dd").last.inner_text()
    loi["mật khẩu cấp"] = loi_dang_hien(quan_tri)
    tchc = cua_so_kiem.mo()
    tchc.goto("/dang-nhap/")
    tchc.get_by_label("Tên đăng nhập").fill(bo_may.tchc.username)
    tchc.get_by_label("Mật khẩu").fill(mat_khau_cap)
    tchc.get_by_role("button", name="Đăng nhập").click()
    expect(tchc).to_have_url(re.compile("/dang-nhap/mat-khau-moi/"))
    loi["mật khẩu mới"] = loi_dang_hien(tchc)

    assert loi == {"biểu mẫu có lỗi": [], "phím tắt": [], "mật khẩu cấp": [], "mật khẩu mới": []}


def _cac_mau_dia_chi(bo=None, dau=""):
    for muc in (bo or get_resolver()).url_patterns:
        duong = f"{dau}{muc.pattern}"
        if isinstance(muc, URLResolver):
            yield from _cac_mau_dia_chi(muc, duong)
        else:
            yield duong


def test_khong_sot_trang_nao():
    cac_trang = {*KHACH, *CUA_TIEP_DAN, *CUA_TCHC, *CUA_GIAM_DOC, *CUA_TRUONG_KHOA, *CUA_QUAN_TRI}
    da_xem = {
        resolve(re.sub(r"{\w+}", "1", dia_chi.partition("?")[0])).route
        for dia_chi in cac_trang - {"/khong-co-trang-nay/"}
    }

    assert set(_cac_mau_dia_chi()) - da_xem == {"dang-nhap/mat-khau-moi/", *TEP, *CHI_GUI}
