"""The page of a petition: what stands on it, who opened it, personal data behind a button."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from donthu.models import CongDan, VuViec
from donthu.phan_loai import KetQua, LoaiDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.models import NhatKy
from tochuc.vai_tro import VaiTro


@pytest.fixture
def nay():
    return timezone.localdate()


def mo_trang(client, nguoi, don):
    client.force_login(nguoi)
    return client.get(don.get_absolute_url())


@pytest.fixture
def co_danh_tinh(tao_don):
    return tao_don(
        ma="DT-2026-0005",
        cong_dan=CongDan.objects.create(
            ho_ten="Nguyễn Văn A",
            loai_giay_to="can_cuoc",
            so_giay_to="064099000123",
            dien_thoai="0912345678",
            dia_chi="Tổ 3, Ia Kha",
        ),
    )


@pytest.fixture
def den_cuoi(bo_may, nhan, thu_ly, lam, den_xac_minh, bao_cao, gui_quyet_dinh, nay):
    """A khiếu nại with everything a page can show: pause, second assignment, documents, results."""
    cu = nay - timedelta(days=80)

    def ngay(so):
        return cu + timedelta(days=so)

    don = thu_ly(nhan(LoaiDon.KHIEU_NAI, cu, nguon="truc_tiep"), ngay(1))
    don = lam(don, Buoc.GIAO_DON_VI, bo_may.tchc, ngay(1), don_vi=bo_may.khoa_khac.don_vi, yeu_cau="Làm rõ việc thu")
    don = den_xac_minh(don, ngay(2))
    don = lam(don, Buoc.TAM_DINH_CHI, bo_may.giam_doc, ngay(3), ly_do="Người khiếu nại ốm nặng")
    don = lam(don, Buoc.TIEP_TUC, bo_may.giam_doc, ngay(5))
    don = bao_cao(don, ngay(6), bao_cao="Khiếu nại đúng")
    don = lam(don, Buoc.DU_THAO, bo_may.giam_doc, ngay(6))
    don = lam(
        don,
        Buoc.BAN_HANH,
        bo_may.giam_doc,
        ngay(7),
        noi_dung_ban_hanh="Công nhận",
        ket_qua=KetQua.DUNG,
        tra_lai_tien="3.5",
    )
    don = gui_quyet_dinh(don, ngay(7), nhan=ngay(8))
    don = lam(don, Buoc.CO_HIEU_LUC, bo_may.tchc, ngay(60))
    don = lam(don, Buoc.CHI_DAO_THI_HANH, bo_may.giam_doc, ngay(61), ghi_chu="Trả lại tiền")
    return lam(don, Buoc.THI_HANH, bo_may.tchc, ngay(62), da_tra_tien="2.5", nguoi_da_xu_ly=1)


def test_trang_noi_het(client, bo_may, den_cuoi):
    chu = mo_trang(client, bo_may.tchc, den_cuoi).content.decode()

    for cau in (
        f"Đơn {den_cuoi.ma}",
        "Đang thi hành",
        "Trần Thị Bí Mật",
        "Làm rõ việc thu",
        "Người khiếu nại ốm nặng",
        "Khiếu nại đúng",
        "01/TB-TTYT",
        "Đã trả tiền (Trđ): <strong>2,5</strong>",
        "Công khai quyết định giải quyết khiếu nại",
        "Vì sao là ngày này?",
        "Điều 29.3 Nghị định 124/2020/NĐ-CP",
    ):
        assert cau in chu, cau


def test_nut_la_nhung_buoc_nguoi_ay_duoc_lam(client, bo_may, den_cuoi):
    def nut(nguoi):
        return [(muc.buoc, muc.chinh) for muc in mo_trang(client, nguoi, den_cuoi).context["cac_nut"]]

    assert nut(bo_may.tchc) == [
        (Buoc.THONG_BAO, True),
        (Buoc.GUI_VAN_BAN, False),
        (Buoc.CONG_KHAI, False),
        (Buoc.THI_HANH_XONG, False),
        (Buoc.DON_DOC, False),
        (Buoc.THI_HANH, False),
    ]
    assert nut(bo_may.giam_doc) == [(Buoc.DON_DOC, False)]
    assert nut(bo_may.truong_khoa) == []
    assert (
        "Hiện không có bước nào thuộc phần việc của Ông/Bà."
        in mo_trang(client, bo_may.truong_khoa, den_cuoi).content.decode()
    )


def test_to_cao_moi_luot_xem_mot_dong_nhat_ky(client, bo_may, nhan, nay):
    don = nhan(LoaiDon.TO_CAO, nay)

    for nguoi in (bo_may.tchc, bo_may.giam_doc, bo_may.tchc):
        tra_loi = mo_trang(client, nguoi, don)

    dong = list(NhatKy.objects.order_by("stt").values_list("nguoi", "viec", "doi_tuong", "noi_dung"))
    assert dong == [
        (nguoi.pk, "xem", don.ma, "Xem đơn tố cáo") for nguoi in (bo_may.tchc, bo_may.giam_doc, bo_may.tchc)
    ]
    assert [ten for ten, _ in tra_loi.context["luot_xem"]] == [
        nguoi.ho_ten for nguoi in (bo_may.tchc, bo_may.giam_doc, bo_may.tchc)
    ]


def test_nguoi_khong_duoc_xem_khong_de_lai_dong_nao(client, bo_may, nhan, nay):
    don = nhan(LoaiDon.TO_CAO, nay, nguoi_bi_to_cao=(bo_may.tchc,))

    assert mo_trang(client, bo_may.tchc, don).status_code == 404
    assert NhatKy.objects.exists() is False


def test_don_khac_khong_ghi_nhat_ky(client, bo_may, nhan, nay):
    mo_trang(client, bo_may.tchc, nhan(LoaiDon.PHAN_ANH, nay))

    assert NhatKy.objects.exists() is False


def test_to_cao_chi_noi_ma(client, bo_may, nhan, nay):
    don = nhan(LoaiDon.TO_CAO, nay, nguoi_bi_to_cao=(bo_may.truong_khoa,))

    tra_loi = mo_trang(client, bo_may.tchc, don)

    assert don.ma_nguoi_to_cao in tra_loi.content.decode()
    assert tra_loi.context["nhan_than"] == []
    assert bo_may.truong_khoa.ho_ten not in {dong.nhan_vien.ho_ten for dong in tra_loi.context["duoc_biet"]}


def test_nhan_than_che_den_khi_bam_hien(client, tao_nguoi, co_danh_tinh):
    nguoi = tao_nguoi(VaiTro.TCHC)

    che = mo_trang(client, nguoi, co_danh_tinh)
    hien = client.post(f"{co_danh_tinh.get_absolute_url()}nhan-than/")

    assert [muc["gia_tri"] for muc in che.context["nhan_than"]] == ["••••••123", "••••••678", "••••••"]
    kin = ("064099000123", "0912345678", "Tổ 3, Ia Kha")
    assert [so in che.content.decode() for so in kin] == [False, False, False]
    assert [so in hien.content.decode() for so in kin] == [True, True, True]
    assert "<html" in hien.content.decode()
    assert list(NhatKy.objects.values_list("nguoi", "viec", "doi_tuong", "noi_dung")) == [
        (nguoi.pk, "xem", "DT-2026-0005", "Xem số giấy tờ, điện thoại, địa chỉ của người gửi")
    ]


def test_nhan_than_qua_htmx_chi_la_mot_manh(client, tao_nguoi, co_danh_tinh):
    client.force_login(tao_nguoi(VaiTro.TCHC))

    chu = client.post(f"{co_danh_tinh.get_absolute_url()}nhan-than/", headers={"HX-Request": "true"}).content.decode()

    assert ("0912345678" in chu, "<html" in chu, chu.count("<form")) == (True, False, 0)


def test_khong_danh_tinh_thi_khong_co_gi_de_hien(client, tao_nguoi, tao_don):
    nguoi, don = tao_nguoi(VaiTro.TCHC), tao_don(cong_dan=None)

    tra_loi = mo_trang(client, nguoi, don)
    client.post(f"{don.get_absolute_url()}nhan-than/")

    assert "Không có danh tính" in tra_loi.content.decode()
    assert (tra_loi.context["nhan_than"], NhatKy.objects.exists()) == ([], False)


def test_don_cung_vu_viec_chi_nhung_don_duoc_xem(client, tao_nguoi, tao_don):
    nguoi, vu_viec = tao_nguoi(VaiTro.TCHC), VuViec.objects.create(ma="VV.1")
    don = tao_don(ma="A", vu_viec=vu_viec)
    tao_don(ma="B", vu_viec=vu_viec)
    tao_don(ma="C", vu_viec=vu_viec, loai=LoaiDon.TO_CAO, nguoi_bi_to_cao=[nguoi])

    assert [khac.ma for khac in mo_trang(client, nguoi, don).context["cung_vu_viec"]] == ["B"]


def test_so_truy_van_khong_theo_so_dong(client, bo_may, nhan, thu_ly, lam, nay):
    def dem(don):
        mo_trang(client, bo_may.tchc, don)
        with CaptureQueriesContext(connection) as truy_van:
            client.get(don.get_absolute_url())
        return len(truy_van)

    def da_giao(so_lan):
        don = thu_ly(nhan(LoaiDon.KHIEU_NAI, nay, nguon="truc_tiep"), nay)
        for _ in range(so_lan):
            don = lam(don, Buoc.GIAO_DON_VI, bo_may.tchc, nay, don_vi=bo_may.khoa, nguoi_duoc_giao=bo_may.truong_khoa)
        return don

    assert dem(da_giao(1)) == dem(da_giao(3))
    assert dem(da_giao(1)) <= 21
