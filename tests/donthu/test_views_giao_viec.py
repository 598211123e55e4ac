"""Work of units: who gives sees what waits and who holds what, a khoa sees its own."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc

TRANG = "/giao-viec/"


@pytest.fixture
def nay():
    return timezone.localdate()


@pytest.fixture
def giao(bo_may, nhan, thu_ly, lam, nay):
    """A petition accepted and given to a unit."""

    def giao_don(don_vi, loai=LoaiDon.PHAN_ANH, **khac):
        don = thu_ly(nhan(loai, nay - timedelta(days=3)), nay - timedelta(days=2))
        return lam(don, Buoc.GIAO_DON_VI, bo_may.tchc, nay - timedelta(days=1), don_vi=don_vi, **khac)

    return giao_don


def mo_trang(client, nguoi, **tham_so):
    client.force_login(nguoi)
    return client.get(TRANG, tham_so)


def cac_ma(tra_loi):
    return [dong.ma for dong in tra_loi.context["cac_dong"]]


def test_khoa_thay_viec_cua_khoa_voi_yeu_cau_va_hai_han(client, bo_may, giao, nay):
    don = giao(
        bo_may.khoa,
        yeu_cau="Xem camera khu khám",
        han_noi_bo=nay + timedelta(days=1),
        nguoi_duoc_giao=bo_may.truong_khoa,
    )

    tra_loi = mo_trang(client, bo_may.truong_khoa)

    (dong,) = tra_loi.context["cac_dong"]
    assert (dong.ma, dong.nut.nhan, dong.phan_cong.yeu_cau) == (don.ma, "Báo cáo kết quả", "Xem camera khu khám")
    assert [han.ten_viec for han in dong.cac_han] == ["Hạn nội bộ", "Giải quyết kiến nghị, phản ánh"]
    assert [nut.nhan for nut in dong.cac_nut] == ["Nhận việc", "Trả lại việc", "Xin thêm hạn"]
    assert tra_loi.context["cac_muc"] == [
        ("cho_nhan", "Chờ nhận", 1),
        ("dang_lam", "Đang làm", 0),
        ("da_bao_cao", "Đã báo cáo", 0),
        ("xin_them_han", "Xin thêm hạn", 0),
    ]
    assert cac_ma(mo_trang(client, bo_may.khoa_khac)) == []
    assert cac_ma(mo_trang(client, bo_may.truong_khoa, muc="cho_giao")) == [
        don.ma
    ]  # not a tab of theirs: the first one


def test_nguoi_giao_thay_don_cho_giao_va_moi_don_vi(client, bo_may, nhan, thu_ly, giao, nay):
    cho = thu_ly(nhan(LoaiDon.KHIEU_NAI, nay), nay)
    dang = [giao(bo_may.khoa), giao(bo_may.khoa_khac.don_vi)]

    for nguoi in (bo_may.tchc, bo_may.giam_doc):
        assert [(dong.ma, dong.nut.nhan) for dong in mo_trang(client, nguoi).context["cac_dong"]] == [
            (cho.ma, "Giao đơn vị")
        ]
        assert cac_ma(mo_trang(client, nguoi, muc="cho_nhan")) == [don.ma for don in dang]


def test_bao_cao_xong_sang_muc_cho_ban_hanh(client, bo_may, giao, lam, nay):
    don = giao(bo_may.khoa, han_noi_bo=nay)
    lam(don, Buoc.BAO_CAO_KET_QUA, bo_may.truong_khoa, nay, bao_cao="Đã làm rõ")

    (dong,) = mo_trang(client, bo_may.giam_doc, muc="da_bao_cao").context["cac_dong"]

    assert (dong.ma, dong.nut.nhan, dong.phan_cong.ngay_bao_cao) == (don.ma, "Ban hành văn bản trả lời", nay)
    assert [han.ten_viec for han in dong.cac_han] == ["Giải quyết kiến nghị, phản ánh"]
    assert cac_ma(mo_trang(client, bo_may.truong_khoa, muc="cho_nhan")) == []
    assert mo_trang(client, bo_may.truong_khoa, muc="da_bao_cao").context["cac_dong"][0].nut is None


def test_giao_lai_chi_thay_lan_giao_dang_co_hieu_luc(client, bo_may, giao, lam, nay):
    don = giao(bo_may.khoa, yeu_cau="cũ")
    lam(don, Buoc.GIAO_DON_VI, bo_may.tchc, nay, don_vi=bo_may.khoa_khac.don_vi, yeu_cau="mới")

    assert cac_ma(mo_trang(client, bo_may.truong_khoa)) == []
    assert mo_trang(client, bo_may.khoa_khac).context["cac_dong"][0].phan_cong.yeu_cau == "mới"


def test_to_cao_chi_nguoi_duoc_giao_thay(client, bo_may, nhan, thu_ly, lam, nay, tao_nguoi):
    bi = tao_nguoi("truong_don_vi", don_vi=bo_may.khoa)
    cung_don_vi = tao_nguoi("chuyen_vien", don_vi=bo_may.khoa_khac.don_vi)
    don = thu_ly(nhan(LoaiDon.TO_CAO, nay, nguoi_bi_to_cao=(bi,)), nay)
    giao = {"don_vi": bo_may.khoa_khac.don_vi, "nguoi_duoc_giao": bo_may.khoa_khac}
    lam(don, Buoc.GIAO_DON_VI, bo_may.giam_doc, nay, **giao)

    thay = [cac_ma(mo_trang(client, nguoi)) for nguoi in (bo_may.khoa_khac, cung_don_vi, bi, bo_may.truong_khoa)]

    assert thay == [[don.ma], [], [], []]


@pytest.mark.parametrize(
    ("nguoi", "muc", "cau"),
    [
        ("tchc", "cho_giao", "Không có đơn nào chờ giao"),
        ("tchc", "cho_nhan", "Không có việc nào chờ nhận"),
        ("tchc", "dang_lam", "Chưa có đơn nào đang giải quyết"),
        ("tchc", "xin_them_han", "Không có đề nghị thêm hạn nào"),
        ("tchc", "da_bao_cao", "Không có báo cáo nào chờ ban hành"),
        ("truong_khoa", "cho_nhan", "Đơn vị chưa được giao đơn nào"),
    ],
)
def test_trong_thi_noi_se_co_gi(client, bo_may, nguoi, muc, cau):
    assert cau in mo_trang(client, getattr(bo_may, nguoi), muc=muc).content.decode()


def test_so_truy_van_khong_theo_so_dong(client, bo_may, giao, nay):
    def dem():
        mo_trang(client, bo_may.truong_khoa)
        with CaptureQueriesContext(connection) as truy_van:
            client.get(TRANG)
        return len(truy_van)

    giao(bo_may.khoa, han_noi_bo=nay, nguoi_duoc_giao=bo_may.truong_khoa)
    mot = dem()
    for loai in (LoaiDon.KHIEU_NAI, LoaiDon.TO_CAO):
        giao(bo_may.khoa, loai, han_noi_bo=nay, nguoi_duoc_giao=bo_may.truong_khoa)

    assert dem() == mot
