"""The need-to-know list of a tố cáo: who is on it from the first day, added, taken off, kept away, handed over."""

from datetime import date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.utils import timezone

from donthu.actions import bi_mat
from donthu.models import DonThu, NguoiDuocBiet, QuanHe, ThongBao
from donthu.phan_loai import LoaiDon
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhatKy
from tochuc.vai_tro import VaiTro

NGAY, NGAY_SAU = date(2026, 9, 1), date(2026, 9, 8)
LUC = datetime(2026, 9, 1, 8, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def pho(tao_nguoi):
    return tao_nguoi(VaiTro.LANH_DAO, chuc_vu="Phó Giám đốc")


@pytest.fixture
def don(bo_may, pho, nhan):
    return nhan(LoaiDon.TO_CAO, NGAY)


def biet(don) -> set:
    return {dong.nhan_vien for dong in NguoiDuocBiet.objects.dang_biet(don).select_related("nhan_vien")}


def thay(don, *cac_nguoi) -> list[bool]:
    return [DonThu.objects.for_user(nguoi).filter(pk=don.pk).exists() for nguoi in cac_nguoi]


def bao(don, nguoi) -> ThongBao:
    return ThongBao.objects.create(
        nguoi=nguoi, don=don, chu_the="x", muc="hom_nay", han=NGAY, noi_dung="x", dia_chi="/", tao_luc=LUC
    )


def test_tu_ngay_dau_la_nguoi_tiep_nhan_nguoi_giai_quyet_bo_phan_xu_ly(bo_may, pho, don):
    assert biet(don) == {bo_may.tiep_dan, bo_may.tchc, bo_may.giam_doc}
    assert thay(don, bo_may.tiep_dan, bo_may.tchc, bo_may.giam_doc) == [True] * 3
    assert thay(don, pho, bo_may.truong_khoa, bo_may.quan_tri) == [False] * 3


def test_to_cao_lanh_dao_thi_khong_lanh_dao_nao_trong_danh_sach(bo_may, pho, nhan):
    don = nhan(LoaiDon.TO_CAO, NGAY, bi_to_cao_lanh_dao=True)

    assert biet(don) == {bo_may.tiep_dan, bo_may.tchc}


def test_phan_loai_lai_dua_nguoi_bi_to_cao_ra(bo_may, don, phan_loai):
    bao(don, bo_may.tchc)
    bo_may.tchc.don_vi = bo_may.khoa
    bo_may.tchc.save()
    truong_khoa = bo_may.truong_khoa
    bao(don, truong_khoa)

    don.nguoi_bi_to_cao.set([truong_khoa])
    bi_mat.lap_danh_sach(don, bo_may.giam_doc, NGAY_SAU)

    assert biet(don) == {bo_may.tiep_dan, bo_may.giam_doc}
    thoi = don.nguoi_duoc_biet.get(nhan_vien=bo_may.tchc)
    assert (thoi.ngay_thoi, thoi.ly_do_thoi) == (NGAY_SAU, "Không còn cần biết")
    assert list(ThongBao.objects.filter(don=don)) == []


def test_dua_them_nguoi_co_ly_do(bo_may, pho, don):
    bi_mat.cho_biet(don, nguoi=bo_may.giam_doc, ngay=NGAY_SAU, them=[pho], ly_do="Phụ trách thay Giám đốc")

    dong = don.nguoi_duoc_biet.get(nhan_vien=pho)
    assert (dong.ly_do, dong.tu_ngay, dong.nguoi_them) == ("Phụ trách thay Giám đốc", NGAY_SAU, bo_may.giam_doc)
    assert thay(don, pho) == [True]
    log = NhatKy.objects.get()
    assert (log.nguoi, log.doi_tuong, log.mat) == (bo_may.giam_doc, don.ma, True)


def test_dua_them_hai_lan_mot_dong(bo_may, pho, don):
    for _ in range(2):
        bi_mat.cho_biet(don, nguoi=bo_may.tchc, ngay=NGAY_SAU, them=[pho], ly_do="x")

    assert don.nguoi_duoc_biet.filter(nhan_vien=pho).count() == 1
    assert NhatKy.objects.count() == 1


@pytest.mark.parametrize("vi_sao", ["bi_to_cao", "cung_don_vi", "lien_quan", "lanh_dao", "quan_tri", "da_nghi"])
def test_nguoi_phai_tranh_khong_vao_danh_sach_cung_mot_cau(bo_may, pho, don, tao_nguoi, vi_sao):
    khoa = bo_may.khoa
    nguoi = tao_nguoi(VaiTro.QUAN_TRI if vi_sao == "quan_tri" else VaiTro.CHUYEN_VIEN, don_vi=khoa, ho_ten="Ai Đó")
    match vi_sao:
        case "bi_to_cao":
            don.nguoi_bi_to_cao.set([nguoi])
        case "cung_don_vi":
            don.nguoi_bi_to_cao.set([bo_may.truong_khoa])
        case "lien_quan":
            bi_mat.ghi_lien_quan(don, nguoi=bo_may.tchc, ngay=NGAY, lien_quan=nguoi, quan_he=QuanHe.THAN_NHAN)
        case "lanh_dao":
            DonThu.objects.filter(pk=don.pk).update(bi_to_cao_lanh_dao=True)
            nguoi.dat_vai_tro([VaiTro.LANH_DAO])
        case "da_nghi":
            nguoi.is_active = False
            nguoi.save()
    truoc = NguoiDuocBiet.objects.count()

    with pytest.raises(LoiNghiepVu) as loi:
        bi_mat.cho_biet(don, nguoi=bo_may.tchc, ngay=NGAY_SAU, them=[pho, nguoi], ly_do="x")

    ten = pho if vi_sao == "lanh_dao" else nguoi
    assert str(loi.value) == f"Không đưa {ten} vào danh sách được biết vụ việc này."
    assert NguoiDuocBiet.objects.count() == truoc


def test_dua_ra_thi_thoi_biet_dong_con_lai(bo_may, don):
    bao(don, bo_may.tchc)

    bi_mat.thoi_biet(don, nguoi=bo_may.giam_doc, ngay=NGAY_SAU, bo=bo_may.tchc, ly_do="Chuyển công tác")

    dong = don.nguoi_duoc_biet.get(nhan_vien=bo_may.tchc)
    assert (dong.ngay_thoi, dong.ly_do_thoi) == (NGAY_SAU, "Chuyển công tác")
    assert thay(don, bo_may.tchc) == [False]
    assert not ThongBao.objects.filter(don=don).exists()


def test_khong_tu_dua_minh_ra(bo_may, don):
    with pytest.raises(LoiNghiepVu, match="Không tự đưa mình ra"):
        bi_mat.thoi_biet(don, nguoi=bo_may.tchc, ngay=NGAY_SAU, bo=bo_may.tchc, ly_do="x")

    assert thay(don, bo_may.tchc) == [True]


def test_ghi_nhan_chung_thi_nguoi_ay_khong_con_biet_bo_ghi_thi_van_ngoai_danh_sach(bo_may, don):
    ghi = {"nguoi": bo_may.giam_doc, "lien_quan": bo_may.tchc}

    bi_mat.ghi_lien_quan(don, ngay=NGAY_SAU, quan_he=QuanHe.NHAN_CHUNG, **ghi)
    sau_ghi = thay(don, bo_may.tchc)
    bi_mat.bo_lien_quan(don, **ghi)

    assert sau_ghi == [False]
    assert biet(don) == {bo_may.tiep_dan, bo_may.giam_doc}
    assert not don.nguoi_lien_quan.exists()


def test_danh_sach_khong_bao_gio_rong(bo_may, don):
    don.nguoi_duoc_biet.exclude(nhan_vien=bo_may.giam_doc).update(ngay_thoi=NGAY)

    with pytest.raises(LoiNghiepVu, match="còn ít nhất một người"):
        bi_mat.ghi_lien_quan(
            don, nguoi=bo_may.giam_doc, ngay=NGAY_SAU, lien_quan=bo_may.giam_doc, quan_he=QuanHe.LOI_ICH
        )

    assert biet(don) == {bo_may.giam_doc}


@pytest.mark.parametrize("ten", ["tiep_dan", "truong_khoa", "quan_tri"])
def test_ai_khong_giai_quyet_thi_khong_sua_danh_sach(bo_may, pho, don, ten):
    with pytest.raises(PermissionDenied):
        bi_mat.cho_biet(don, nguoi=getattr(bo_may, ten), ngay=NGAY_SAU, them=[pho], ly_do="x")


def test_nguoi_ngoai_danh_sach_khong_tu_dua_minh_vao(pho, don):
    with pytest.raises(PermissionDenied):
        bi_mat.cho_biet(don, nguoi=pho, ngay=NGAY_SAU, them=[pho], ly_do="x")


def test_chi_to_cao_co_danh_sach(bo_may, nhan, pho):
    don = nhan(LoaiDon.KHIEU_NAI, NGAY)

    with pytest.raises(LoiNghiepVu, match="chỉ lập cho tố cáo"):
        bi_mat.cho_biet(don, nguoi=bo_may.tchc, ngay=NGAY_SAU, them=[pho], ly_do="x")


# --- Hand-over -------------------------------------------------------------------------------------------------------


def giao_lenh(tu, den) -> None:
    call_command("ban_giao_to_cao", tu=tu.username, den=den.username)


def test_ban_giao_ca_danh_sach(bo_may, don, nhan, tao_nguoi, capsys):
    don_hai = nhan(LoaiDon.TO_CAO, NGAY)
    moi = tao_nguoi(VaiTro.TCHC, ho_ten="Người Mới")
    truoc = thay(don, moi)

    giao_lenh(bo_may.tchc, moi)

    assert truoc == [False]
    assert [thay(mot, bo_may.tchc, moi) for mot in (don, don_hai)] == [[False, True]] * 2
    assert capsys.readouterr().out == f"Đã bàn giao 2 vụ việc từ {bo_may.tchc} cho Người Mới.\n"
    assert set(NhatKy.objects.values_list("doi_tuong", "mat")) == {(don.ma, True), (don_hai.ma, True)}


def test_khong_ban_giao_cho_nguoi_phai_tranh_cung_mot_cau(bo_may, don, nhan, tao_nguoi):
    nhan(LoaiDon.TO_CAO, NGAY)
    bi_to_cao = tao_nguoi(VaiTro.TCHC, ho_ten="Một")
    don.nguoi_bi_to_cao.set([bi_to_cao])
    da_nghi = tao_nguoi(VaiTro.TCHC, ho_ten="Một", is_active=False)
    cac_cau = []
    for nguoi in (bi_to_cao, da_nghi, tao_nguoi(VaiTro.QUAN_TRI, ho_ten="Một")):
        with pytest.raises(CommandError) as loi:
            giao_lenh(bo_may.tchc, nguoi)
        cac_cau.append(str(loi.value))

    assert len(set(cac_cau)) == 1
    assert don.ma not in cac_cau[0]
    assert thay(don, bo_may.tchc) == [True]


def test_ban_giao_cho_nguoi_da_co_trong_danh_sach(bo_may, don, tao_nguoi):
    giao_lenh(bo_may.tchc, bo_may.giam_doc)

    assert biet(don) == {bo_may.tiep_dan, bo_may.giam_doc}


def test_ban_giao_nguoi_khong_co(bo_may):
    with pytest.raises(CommandError, match="Không có người dùng khong-co"):
        call_command("ban_giao_to_cao", tu=bo_may.tchc.username, den="khong-co")
