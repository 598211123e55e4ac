"""The PDF of a whole report: asked for, made outside the request, opened by who asked."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from pypdf import PdfReader

from baocao import in_bao_cao
from baocao.actions import bao_cao as viec
from baocao.actions.lan_in import thu_muc_tam, yeu_cau_in
from baocao.ban_bao_cao import PHAN_IN, ban_pdf, dau_trang_hien_hanh, so_lieu_dong_bang
from baocao.ky import lap_ky
from baocao.models import BaoCaoKy, LanIn
from baocao.tasks import in_bao_cao_con_thieu
from tochuc.models import NhatKy
from tochuc.vai_tro import VaiTro

KY = lap_ky("9T", 2026)
VAN_BAN = "/bao-cao/9T-2026/van-ban/"


@pytest.fixture
def tchc(client, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC)
    client.force_login(nguoi)
    return nguoi


@pytest.fixture
def giam_doc(tao_nguoi):
    return tao_nguoi(VaiTro.LANH_DAO, ho_ten="Nguyễn Văn Mẫu", chuc_vu="Giám đốc")


@pytest.fixture
def dang_lap(tchc):
    return viec.mo_bao_cao(KY, nguoi=tchc, loi_van={"IV": "Dự báo số đơn giữ ở mức như hiện nay."})


@pytest.fixture
def da_chot(dang_lap, tchc, giam_doc):
    """Closed, and nothing printed yet."""
    viec.trinh(dang_lap, nguoi=tchc, khong_phat_sinh=[])
    bao_cao = viec.duyet(dang_lap, nguoi=giam_doc)
    return viec.chot(
        bao_cao,
        nguoi=giam_doc,
        ngay=date(2026, 9, 15),
        dau_trang=dau_trang_hien_hanh(giam_doc),
        **so_lieu_dong_bang(KY, date(2026, 9, 15)),
    )


def chu_cua(response) -> str:
    return "\n".join(trang.extract_text() for trang in PdfReader(BytesIO(b"".join(response))).pages)


def test_in_du_thao_roi_mo(client, dang_lap):
    response = client.post(f"{VAN_BAN}1/in/", follow=True)

    lan = LanIn.objects.get()
    assert response.redirect_chain == [(f"/bao-cao/in/{lan.pk}/", 302)]
    assert "Mở bản PDF" in response.content.decode()
    assert "Dự báo số đơn giữ ở mức như hiện nay." in chu_cua(client.get(f"/bao-cao/in/{lan.pk}/tep/"))
    assert NhatKy.objects.filter(doi_tuong="bao_cao:9T/2026", noi_dung="Báo cáo, bản 1 (dự thảo), pdf").count() == 1


def test_bao_tung_phan_truoc_khi_lam(dang_lap, tchc):
    lan, da_bao = yeu_cau_in(dang_lap, nguoi=tchc), []

    ban_pdf(dang_lap, da_bao.append)
    in_bao_cao.chay_lan_in(lan.pk)

    lan.refresh_from_db()
    assert da_bao == list(PHAN_IN)
    assert (lan.dang_lam, lan.da_lam, lan.tong_so) == (PHAN_IN[-1], len(PHAN_IN) - 1, len(PHAN_IN))


def test_giao_hai_lan_chi_in_mot_lan(dang_lap, tchc):
    lan = yeu_cau_in(dang_lap, nguoi=tchc)
    in_bao_cao.chay_lan_in(lan.pk)
    tep = LanIn.objects.get().tep

    in_bao_cao.chay_lan_in(lan.pk)

    assert LanIn.objects.get().tep == tep


def test_dang_in_thi_khong_them_lan_nua(dang_lap, tchc):
    lan = yeu_cau_in(dang_lap, nguoi=tchc)

    assert yeu_cau_in(dang_lap, nguoi=tchc) == lan


def test_trang_tien_do_chi_tra_phan_dang_doi_cho_htmx(client, dang_lap, tchc):
    lan = yeu_cau_in(dang_lap, nguoi=tchc)
    dau_htmx = {"HX-Request": "true"}

    dang_cho = client.get(f"/bao-cao/in/{lan.pk}/", headers=dau_htmx)
    in_bao_cao.chay_lan_in(lan.pk)
    da_xong = client.get(f"/bao-cao/in/{lan.pk}/", headers=dau_htmx)

    assert "Yêu cầu đang chờ đến lượt." in dang_cho.content.decode()
    assert "<html" not in dang_cho.content.decode()
    assert da_xong.headers["HX-Refresh"] == "true"


def test_hong_thi_trang_noi_va_loi_con_trong_nhat_ky(client, dang_lap, tchc):
    lan = yeu_cau_in(dang_lap, nguoi=tchc)
    BaoCaoKy.objects.update(loi_van=["không phải lời văn"])

    with pytest.raises(AttributeError):
        in_bao_cao.chay_lan_in(lan.pk)

    assert "Chưa tạo được bản PDF" in client.get(f"/bao-cao/in/{lan.pk}/").content.decode()
    assert client.get(f"/bao-cao/in/{lan.pk}/tep/").status_code == 404


def test_chi_nguoi_yeu_cau_mo_duoc(client, dang_lap, tchc, tao_nguoi):
    lan = yeu_cau_in(dang_lap, nguoi=tchc)
    in_bao_cao.chay_lan_in(lan.pk)
    client.force_login(tao_nguoi(VaiTro.LANH_DAO))

    assert client.get(f"/bao-cao/in/{lan.pk}/").status_code == 404
    assert client.get(f"/bao-cao/in/{lan.pk}/tep/").status_code == 404
    with pytest.raises(PermissionDenied):
        yeu_cau_in(dang_lap, nguoi=tao_nguoi(VaiTro.TRUONG_DON_VI))


def test_ban_da_chot_in_mot_lan_va_giu_mai(client, da_chot):
    assert in_bao_cao_con_thieu() == 1
    da_chot.refresh_from_db()

    response = client.post(f"{VAN_BAN}1/in/")

    assert response.headers["Location"] == f"{VAN_BAN}1/pdf/"
    assert (in_bao_cao_con_thieu(), LanIn.objects.count(), len(da_chot.sha256)) == (0, 0, 64)


def test_du_thao_hom_qua_duoc_don(dang_lap, tchc):
    lan = yeu_cau_in(dang_lap, nguoi=tchc)
    in_bao_cao.chay_lan_in(lan.pk)
    LanIn.objects.update(tao_luc=timezone.now() - timedelta(days=2))
    tep = thu_muc_tam() / LanIn.objects.get().tep

    moi = yeu_cau_in(dang_lap, nguoi=tchc)

    assert not tep.exists()
    assert list(LanIn.objects.values_list("pk", flat=True)) == [moi.pk]
