"""Hồ sơ vụ việc: what stands in it and in which order, its index, one PDF, one ZIP; the slip of the envelope."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pypdf import PdfReader

from donthu import ho_so
from donthu.actions.tep import nhan_tep
from donthu.ho_so import doc_ho_so
from donthu.models import (
    BangChung,
    BuoiLamViec,
    KetQuaThiHanh,
    LanCongKhai,
    LanGui,
    LoaiBuoi,
    MucTep,
    TepDinhKem,
    TinhTrangTep,
    VanBanDi,
)
from donthu.phan_loai import LoaiDon
from tests.donthu.tep_mau import tep_anh, tep_docx, tep_pdf
from tochuc.kho_tep import bo_tep, cat_tep
from tochuc.models import NhatKy
from tochuc.vai_tro import VaiTro

NGAY = date(2026, 9, 1)


@pytest.fixture(autouse=True)
def kho(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "tep"


@pytest.fixture
def cat(bo_may):
    def cat(don, tep, muc=MucTep.KHAC) -> TepDinhKem:
        (dong,) = nhan_tep(don, nguoi=bo_may.tchc, cac_tep=[tep], muc=muc, da_che=True)
        return dong

    return cat


@pytest.fixture
def day_du(nhan, cat):
    """A khiếu nại with one paper of each kind."""
    don = nhan(LoaiDon.KHIEU_NAI, NGAY)
    BuoiLamViec.objects.create(
        don=don, loai=LoaiBuoi.DOI_THOAI, ngay=date(2026, 9, 20), dia_diem="Hội trường", ket_qua="da_hop"
    )
    BuoiLamViec.objects.create(don=don, loai=LoaiBuoi.LAM_VIEC, ngay=date(2026, 9, 25), dia_diem="Phòng họp")
    hoa_don = cat(don, tep_pdf("hoa-don.pdf", "HOADON", 2), MucTep.BANG_CHUNG)
    BangChung.objects.create(
        don=don, ten="Hóa đơn viện phí", nguoi_giao="Bà B", ngay=date(2026, 9, 10), so_trang=9, tep=hoa_don
    )
    BangChung.objects.create(don=don, ten="Sổ khám bệnh", nguoi_giao="Khoa Nội", ngay=date(2026, 9, 11), so_trang=3)
    cat(don, tep_anh("anh.png", co=(300, 200), dang="PNG", che_do="RGBA", mau=(255, 0, 0, 128)))
    cat(don, tep_docx())
    van_ban = VanBanDi.objects.create(
        don=don,
        ma_mau="ND124-15",
        so_dang_ky="QĐ",
        nam=2026,
        so=5,
        so_ky_hieu="05/QĐ-TTYT",
        ngay=date(2026, 9, 30),
        trich_yeu="Giải quyết khiếu nại lần đầu",
    )
    LanGui.objects.create(
        don=don, van_ban=van_ban, noi_nhan="Người khiếu nại", cach="buu_chinh", ngay=date(2026, 10, 1)
    )
    LanCongKhai.objects.create(
        don=don, van_ban=van_ban, hinh_thuc="niem_yet", noi="Trụ sở Trung tâm", tu_ngay=date(2026, 10, 2)
    )
    KetQuaThiHanh.objects.create(don=don, ngay=date(2026, 10, 20), da_tra_tien="2.5")
    TepDinhKem.objects.update(luc=timezone.make_aware(timezone.datetime(2026, 9, 2, 8)))
    return don


def test_tai_lieu_theo_ngay_va_danh_so_to(day_du):
    dong = [(muc.stt, muc.ten, muc.so_trang, muc.to_so, muc.ghi_chu) for muc in doc_ho_so(day_du)]

    assert dong == [
        (1, "Đơn khiếu nại", None, "", "Bản giấy"),
        (2, "Tài liệu khác: anh.png", 1, "1", ""),
        (3, "Tài liệu khác: bao-cao.docx", None, "", "Tệp riêng, kèm trong tệp ZIP"),
        (4, "Hóa đơn viện phí", 2, "2–3", "Bản sao, nhận của Bà B"),
        (5, "Sổ khám bệnh", 3, "4–6", "Bản sao, nhận của Khoa Nội"),
        (6, "Biên bản buổi: đối thoại", None, "", "Bản giấy"),
        (7, "05/QĐ-TTYT Giải quyết khiếu nại lần đầu", None, "", "Bản giấy"),
        (8, "Chứng từ gửi 05/QĐ-TTYT đến Người khiếu nại", None, "", "Bưu chính bảo đảm"),
        (9, "Tài liệu công khai 05/QĐ-TTYT: Trụ sở Trung tâm", None, "", "Niêm yết tại trụ sở, nơi tiếp công dân"),
        (10, "Báo cáo kết quả thi hành", None, "", "Bản giấy"),
    ]


def test_van_ban_da_ban_hanh_vao_ho_so_bang_ban_pdf_da_dong_bang(day_du):
    van_ban = day_du.van_ban_di.get()
    van_ban.duong_dan = cat_tep(tep_pdf(so_trang=4).read(), ".pdf", van_ban.ngay)
    van_ban.save()

    (muc,) = (muc for muc in doc_ho_so(day_du) if muc.ten.startswith("05/QĐ-TTYT"))

    assert (muc.so_trang, muc.to_so, muc.vao_pdf) == (4, "7–10", True)


def test_tep_chua_quet_chi_duoc_neu_ten(day_du):
    TepDinhKem.objects.update(tinh_trang=TinhTrangTep.CHO_QUET)

    dong = doc_ho_so(day_du)

    assert [muc.noi for muc in dong] == [None] * 10
    assert dong[1].ghi_chu == "Chờ quét vi-rút"


def test_trang_ho_so(client, day_du, bo_may):
    client.force_login(bo_may.tchc)

    response = client.get(f"/don-thu/{day_du.pk}/ho-so/")

    chu = response.content.decode()
    cho = ("10 tài liệu, 06 tờ đã đánh số.", "Hóa đơn viện phí", "2–3", "ho-so.zip", "ho-so.pdf", "muc-luc.pdf")
    assert [cau for cau in cho if cau not in chu] == []


def test_muc_luc_in(client, day_du, bo_may):
    client.force_login(bo_may.tchc)

    response = client.get(f"/don-thu/{day_du.pk}/ho-so/muc-luc.pdf")

    chu = " ".join(PdfReader(BytesIO(response.content)).pages[0].extract_text().split())
    cho = ("MỤC LỤC HỒ SƠ", "STT", "Tờ số", "Hóa đơn viện phí", "Mục lục có 10 tài liệu; đã đánh số 06 tờ", "1 / 1")
    assert [cau for cau in cho[:-1] if cau not in chu] == []
    assert response.headers["Content-Disposition"] == f'inline; filename="Muc-luc-{day_du.ma}.pdf"'


def test_mot_pdf_gom_muc_luc_van_ban_va_anh_tren_a4(client, day_du, bo_may):
    client.force_login(bo_may.tchc)

    response = client.get(f"/don-thu/{day_du.pk}/ho-so/ho-so.pdf")
    doc = PdfReader(BytesIO(response.getvalue()))

    cac_trang = [trang.extract_text() for trang in doc.pages]
    so_muc_luc = len(cac_trang) - 3
    assert "MỤC LỤC HỒ SƠ" in cac_trang[0]
    assert cac_trang[so_muc_luc:] == ["", "HOADON 1", "HOADON 2"]
    anh = doc.pages[so_muc_luc]
    assert (round(anh.mediabox.width), round(anh.mediabox.height)) == (842, 595)
    assert [muc.title for muc in doc.outline] == ["Mục lục hồ sơ", "2. Tài liệu khác: anh.png", "4. Hóa đơn viện phí"]
    assert doc.metadata is None
    assert response.headers["Content-Disposition"] == f'attachment; filename="HS-{day_du.ma}.pdf"'


def test_zip_co_muc_luc_truoc_va_moi_tep(client, day_du, bo_may):
    client.force_login(bo_may.tchc)

    response = client.get(f"/don-thu/{day_du.pk}/ho-so/ho-so.zip")

    with zipfile.ZipFile(BytesIO(response.getvalue())) as goi:
        assert goi.testzip() is None
        assert goi.namelist() == [
            "00-muc-luc-ho-so.pdf",
            "02-Tài liệu khác anh.png",
            "03-Tài liệu khác bao-cao.docx",
            "04-Hóa đơn viện phí.pdf",
        ]


def test_ho_so_qua_lon_thi_xin_tai_zip(client, day_du, bo_may, monkeypatch):
    monkeypatch.setattr(ho_so, "PDF_TOI_DA", 100)
    client.force_login(bo_may.tchc)

    response = client.get(f"/don-thu/{day_du.pk}/ho-so/ho-so.pdf")

    assert (response.status_code, "Xin tải tệp ZIP" in response.content.decode()) == (409, True)


def test_tep_mat_tren_dia(client, day_du, bo_may):
    for tep in TepDinhKem.objects.all():
        bo_tep(tep.duong_dan)
    client.force_login(bo_may.tchc)

    pdf = client.get(f"/don-thu/{day_du.pk}/ho-so/ho-so.pdf")
    nen = client.get(f"/don-thu/{day_du.pk}/ho-so/ho-so.zip").getvalue()

    assert pdf.status_code == 409
    assert zipfile.ZipFile(BytesIO(nen)).namelist() == ["00-muc-luc-ho-so.pdf"]


def test_so_truy_van_khong_tang_theo_so_tai_lieu(day_du):
    def dem():
        with CaptureQueriesContext(connection) as truy_van:
            doc_ho_so(day_du)
        return len(truy_van)

    truoc = dem()
    for so in range(5):
        BangChung.objects.create(don=day_du, ten=f"Tài liệu {so}", nguoi_giao="Khoa Nội", ngay=NGAY)
        LanGui.objects.create(
            don=day_du, van_ban=day_du.van_ban_di.get(), noi_nhan="Sở Y tế", cach="truc_tiep", ngay=NGAY
        )

    assert dem() == truoc


# --- Tố cáo ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def to_cao(nhan, tao_nguoi, cat):
    don = nhan(LoaiDon.TO_CAO, NGAY, nguoi_bi_to_cao=(tao_nguoi(VaiTro.TCHC, username="bi-to-cao"),))
    tep = cat(don, tep_pdf("don-cua-ong-x.pdf"), MucTep.DON)
    BangChung.objects.create(don=don, ten="Bản kê", nguoi_giao="Ông Bí Mật", ngay=NGAY, tep=tep)
    return don


def test_zip_cua_to_cao_chi_mang_ma(client, to_cao, bo_may):
    client.force_login(bo_may.tchc)

    nen = client.get(f"/don-thu/{to_cao.pk}/ho-so/ho-so.zip").getvalue()
    muc_luc = client.get(f"/don-thu/{to_cao.pk}/ho-so/muc-luc.pdf").content

    with zipfile.ZipFile(BytesIO(nen)) as goi:
        assert goi.namelist() == ["00-muc-luc-ho-so.pdf", f"02-{to_cao.ma}.pdf"]
    chu = " ".join(PdfReader(BytesIO(muc_luc)).pages[0].extract_text().split())
    assert "Bí Mật" not in chu
    assert to_cao.ma_nguoi_to_cao in chu.replace("- ", "-")


DUOI_HO_SO = ("ho-so/", "ho-so/muc-luc.pdf", "ho-so/ho-so.pdf", "ho-so/ho-so.zip")
DUOI_PHIEU = ("phieu-niem-phong/", "phieu-niem-phong/phieu.pdf")


def test_chi_danh_sach_duoc_biet_mo_ho_so_to_cao(client, to_cao, bo_may):
    bi_to_cao = to_cao.nguoi_bi_to_cao.get()
    ma = {}
    for nguoi in (bo_may.tchc, bo_may.giam_doc, bo_may.truong_khoa, bo_may.quan_tri, bi_to_cao):
        client.force_login(nguoi)
        for duoi in (*DUOI_HO_SO, *DUOI_PHIEU):
            response = client.get(f"/don-thu/{to_cao.pk}/{duoi}")
            response.getvalue()
            ma.setdefault(nguoi.pk, []).append(response.status_code)

    assert ma == {
        bo_may.tchc.pk: [200] * 6,
        bo_may.giam_doc.pk: [200] * 6,
        bo_may.truong_khoa.pk: [404] * 4 + [403] * 2,
        bo_may.quan_tri.pk: [404] * 4 + [403] * 2,
        bi_to_cao.pk: [404] * 6,
    }


def test_doc_in_tai_deu_vao_nhat_ky_mat(client, to_cao, bo_may):
    client.force_login(bo_may.tchc)
    truoc = NhatKy.objects.count()

    for duoi in (*DUOI_HO_SO, *DUOI_PHIEU):
        client.get(f"/don-thu/{to_cao.pk}/{duoi}").getvalue()

    dong = NhatKy.objects.order_by("stt").values_list("viec", "doi_tuong", "noi_dung", "mat")[truoc:]
    assert list(dong) == [
        (viec, to_cao.ma, cau, True)
        for viec, cau in (
            ("xem", "Xem hồ sơ vụ việc"),
            ("in_an", "In mục lục hồ sơ"),
            ("xuat", "Tải hồ sơ vụ việc, tệp PDF"),
            ("xuat", "Tải hồ sơ vụ việc, tệp ZIP"),
            ("xem", "Xem phiếu niêm phong"),
            ("in_an", "In phiếu niêm phong"),
        )
    ]


def test_phieu_niem_phong_chi_co_ma_ngay_nguoi_nhan(client, to_cao, bo_may):
    client.force_login(bo_may.tchc)

    trang = client.get(f"/don-thu/{to_cao.pk}/phieu-niem-phong/").content.decode()
    doc = PdfReader(BytesIO(client.get(f"/don-thu/{to_cao.pk}/phieu-niem-phong/phieu.pdf").content))

    assert len(doc.pages) == 1
    kho = doc.pages[0].mediabox
    assert (round(kho.width), round(kho.height)) == (595, 420)
    chu = " ".join(doc.pages[0].extract_text().split())
    for cau in (to_cao.ma_nguoi_to_cao, "Ngày nhận: 01/09/2026", f"Người nhận: {to_cao.nguoi_nhap.ho_ten}"):
        assert cau in chu
    assert to_cao.ma not in chu
    assert to_cao.tom_tat not in chu
    assert to_cao.ma_nguoi_to_cao in trang


def test_phieu_niem_phong_chi_cua_to_cao(client, day_du, bo_may):
    client.force_login(bo_may.tchc)

    assert [client.get(f"/don-thu/{day_du.pk}/{duoi}").status_code for duoi in DUOI_PHIEU] == [404, 404]
