"""The life of a report: who may do what when, what is frozen, what two people at once get."""

from datetime import date
from io import BytesIO
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from docx import Document
from pypdf import PdfReader

from baocao.actions import bao_cao as viec
from baocao.ban_bao_cao import (
    ban_pdf,
    bieu_do_cua,
    dau_trang_hien_hanh,
    docx_bao_cao,
    phu_luc_cua,
    so_lieu_dong_bang,
    tinh_ba_ky,
)
from baocao.bieu_do import cac_bieu_do
from baocao.ky import lap_ky
from baocao.models import BaoCaoKy
from baocao.phu_luc import cac_bang
from baocao.so_lieu import tinh_bao_cao
from baocao.so_lieu_van import tinh_so_lieu_van
from baocao.viet_loi_van import viet_bao_cao
from tochuc.loi import LoiNghiepVu
from tochuc.vai_tro import VaiTro

KY = lap_ky("9T", 2026)
NGAY_CHOT = date(2026, 9, 15)


@pytest.fixture
def tchc(tao_nguoi):
    return tao_nguoi(VaiTro.TCHC)


@pytest.fixture
def giam_doc(tao_nguoi):
    return tao_nguoi(VaiTro.LANH_DAO, ho_ten="Nguyễn Văn Mẫu", chuc_vu="Giám đốc")


@pytest.fixture
def da_duyet(tchc, giam_doc):
    """A report approved and ready to be closed."""
    bao_cao = viec.mo_bao_cao(KY, nguoi=tchc, loi_van=viet_bao_cao(tinh_ba_ky(KY), tinh_so_lieu_van(KY)))
    viec.trinh(bao_cao, nguoi=tchc, khong_phat_sinh=[])
    return viec.duyet(bao_cao, nguoi=giam_doc)


def chot(bao_cao, nguoi, ngay=NGAY_CHOT):
    return viec.chot(
        bao_cao, nguoi=nguoi, ngay=ngay, dau_trang=dau_trang_hien_hanh(nguoi), **so_lieu_dong_bang(KY, NGAY_CHOT)
    )


def test_lap_trinh_duyet_chot_gui(da_duyet, tchc, giam_doc):
    bao_cao = chot(da_duyet, giam_doc)
    bao_cao = viec.gui_so(bao_cao, nguoi=tchc, ghi_chu="Trục liên thông văn bản")

    assert (bao_cao.trang_thai, bao_cao.so_ky_hieu, bao_cao.ngay_chot) == ("da_gui", "01/BC-TTYT", NGAY_CHOT)
    assert [buoc.den for buoc in bao_cao.cac_buoc.all()] == ["dang_lap", "trinh", "duyet", "da_chot", "da_gui"]


def test_chua_het_ky_thi_khong_chot(da_duyet, giam_doc):
    with pytest.raises(LoiNghiepVu, match="14/09/2026"):
        chot(da_duyet, giam_doc, date(2026, 9, 13))

    assert BaoCaoKy.objects.get().trang_thai == "duyet"


def test_bieu_khong_phat_sinh_phai_xac_nhan(tchc):
    bao_cao = viec.mo_bao_cao(KY, nguoi=tchc, loi_van={})

    with pytest.raises(LoiNghiepVu, match="06/QLKNTC"):
        viec.trinh(bao_cao, nguoi=tchc, khong_phat_sinh=["06/QLKNTC"])

    bao_cao = viec.luu_loi_van(bao_cao, nguoi=tchc, loi_van={}, xac_nhan_khong=["06/QLKNTC"], so_lan_sua=0)
    assert viec.trinh(bao_cao, nguoi=tchc, khong_phat_sinh=["06/QLKNTC"]).trang_thai == "trinh"


def test_hai_nguoi_cung_sua_loi_van(tchc):
    bao_cao = viec.mo_bao_cao(KY, nguoi=tchc, loi_van={"IV": "một"})
    viec.luu_loi_van(bao_cao, nguoi=tchc, loi_van={"IV": "hai"}, xac_nhan_khong=[], so_lan_sua=0)

    with pytest.raises(LoiNghiepVu, match="người khác cập nhật"):
        viec.luu_loi_van(bao_cao, nguoi=tchc, loi_van={"IV": "ba"}, xac_nhan_khong=[], so_lan_sua=0)

    assert BaoCaoKy.objects.get().loi_van == {"IV": "hai"}


def test_ai_lam_duoc_buoc_nao(da_duyet, tchc, giam_doc, tao_nguoi):
    with pytest.raises(PermissionDenied):
        chot(da_duyet, tchc)
    with pytest.raises(PermissionDenied):
        viec.mo_bao_cao(lap_ky("Q1", 2026), nguoi=giam_doc, loi_van={})
    with pytest.raises(PermissionDenied):
        viec.duyet(da_duyet, nguoi=tao_nguoi(VaiTro.TRUONG_DON_VI))


def test_ban_da_chot_khong_doi_khi_so_lieu_doi(da_duyet, giam_doc, tao_don):
    bao_cao = chot(da_duyet, giam_doc)
    truoc = ban_pdf(bao_cao)

    tao_don(ngay_nhan=date(2026, 5, 5))
    bao_cao.refresh_from_db()

    assert tinh_bao_cao(KY).bieu["02/XLD"][1] == 1
    assert bao_cao.so_lieu["bieu"]["02/XLD"]["1"] == 0
    assert ban_pdf(bao_cao) == truoc
    assert len(bao_cao.sha256) == 64


def test_ban_sua_phai_co_ly_do_va_giu_ban_cu(da_duyet, tchc, giam_doc):
    cu = chot(da_duyet, giam_doc)

    with pytest.raises(LoiNghiepVu, match="lý do"):
        viec.mo_bao_cao(KY, nguoi=tchc, loi_van={})
    moi = viec.mo_bao_cao(KY, nguoi=tchc, loi_van={}, ly_do="Sửa số người được tiếp")

    assert (cu.phien_ban, moi.phien_ban, moi.trang_thai) == (1, 2, "dang_lap")
    assert moi.loi_van == cu.loi_van


@pytest.mark.django_db(transaction=True)
def test_hai_nguoi_cung_chot_mot_nguoi_duoc(da_duyet, giam_doc, tao_nguoi):
    hai_nguoi = [giam_doc, tao_nguoi(VaiTro.LANH_DAO, chuc_vu="Phó Giám đốc")]
    so_lieu, vach, ket_qua = so_lieu_dong_bang(KY, NGAY_CHOT), Barrier(2), []

    def lam(nguoi):
        vach.wait()
        try:
            dau_trang = {"nguoi_ky": nguoi.ho_ten}
            viec.chot(da_duyet, nguoi=nguoi, ngay=NGAY_CHOT, dau_trang=dau_trang, **so_lieu)
            ket_qua.append("được")
        except LoiNghiepVu as loi:
            ket_qua.append(str(loi))
        finally:
            connection.close()

    luong = [Thread(target=lam, args=(nguoi,)) for nguoi in hai_nguoi]
    for muc in luong:
        muc.start()
    for muc in luong:
        muc.join()

    assert sorted(ket_qua) == ["Báo cáo đang ở trạng thái “Đã chốt”.", "được"]
    assert BaoCaoKy.objects.get().so_van_ban == 1


def test_docx_noi_dung_nhu_loi_van(da_duyet, giam_doc):
    bao_cao = chot(da_duyet, giam_doc)

    tai_lieu = Document(BytesIO(docx_bao_cao(bao_cao)))

    chu = [doan.text for doan in tai_lieu.paragraphs]
    assert "Trong kỳ không phát sinh đơn phải xử lý." in chu
    assert "I. TÌNH HÌNH KHIẾU NẠI, TỐ CÁO" in chu
    assert not any("{" in doan for doan in chu)


def test_bieu_do_cua_ban_da_chot_khong_doi(da_duyet, giam_doc, tao_don):
    bao_cao = chot(da_duyet, giam_doc)
    truoc = [bieu_do.ghi() for bieu_do in bieu_do_cua(bao_cao)]

    tao_don(ngay_nhan=date(2026, 5, 5))

    bao_cao.refresh_from_db()
    nay = [bieu_do.ghi() for bieu_do in cac_bieu_do(KY, NGAY_CHOT)]
    assert [bieu_do.ghi() for bieu_do in bieu_do_cua(bao_cao)] == truoc
    assert nay != truoc


def test_phu_luc_cua_ban_da_chot_khong_doi(client, da_duyet, giam_doc, tao_don):
    bao_cao = chot(da_duyet, giam_doc)
    truoc = [bang.ghi() for bang in phu_luc_cua(bao_cao)]

    tao_don(loai="PHAN_ANH", ngay_nhan=date(2026, 5, 5))

    bao_cao.refresh_from_db()
    assert [bang.ghi() for bang in phu_luc_cua(bao_cao)] == truoc
    assert [bang.ghi() for bang in cac_bang(KY)] != truoc


def test_in_phu_luc_du_moi_bang(client, tchc):
    client.force_login(tchc)

    response = client.get("/bao-cao/9T-2026/phu-luc/in/")

    chu = " ".join(" ".join(trang.extract_text() for trang in PdfReader(BytesIO(response.content)).pages).split())
    assert response.headers["Content-Disposition"] == 'inline; filename="BC-9T-2026-phu-luc.pdf"'
    assert [bang.ten for bang in cac_bang(KY) if bang.ten not in chu] == []
