"""My work: what is on my desk, by deadline, with its next step; nothing of what I may not see."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from donthu.models import HanViec
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from donthu.viec import Viec
from donthu.views.viec_cua_toi import MOI_TRANG, TRAN
from tochuc.models import NgayNghi
from tochuc.vai_tro import Quyen, VaiTro


@pytest.fixture
def nay():
    return timezone.localdate()


@pytest.fixture
def mo_han(tao_don, nay):
    """A running clock, by default of a new petition that waits to be classified."""

    def mo(so_ngay=10, don=None, **khac):
        don = don or tao_don()
        mac_dinh = {"viec": Viec.GIAI_QUYET_KNPA, "tu_ngay": don.ngay_nhan, "quyen": Quyen.PHAN_LOAI}
        han = nay + timedelta(days=so_ngay)
        return HanViec.objects.create(don=don, chu_the=f"don:{don.pk}", han=han, han_goc=han, **mac_dinh | khac)

    return mo


def mo_trang(client, nguoi, **tham_so):
    client.force_login(nguoi)
    return client.get("/", tham_so)


def cac_ma(tra_loi):
    return [viec.ma for viec in tra_loi.context["cac_viec"]]


def cac_so(tra_loi):
    return [the["so"] for the in tra_loi.context["the_so"]]


def test_khach_thay_trang_gioi_thieu(client, db):
    tra_loi = client.get("/")

    assert tra_loi.templates[0].name == "gioi_thieu.html"
    assert "Đăng nhập" in tra_loi.content.decode()


def test_theo_han_gan_nhat_truoc_kem_buoc_ke_tiep(client, bo_may, nhan, thu_ly, lam, nay):
    cu = nhan(LoaiDon.PHAN_ANH, nay - timedelta(days=9))
    moi = nhan(LoaiDon.PHAN_ANH, nay)
    dang = thu_ly(nhan(LoaiDon.PHAN_ANH, nay - timedelta(days=5)), nay)

    cua_tchc = mo_trang(client, bo_may.tchc)
    cua_giam_doc = mo_trang(client, bo_may.giam_doc)

    assert [(viec.ma, viec.nut.nhan) for viec in cua_tchc.context["cac_viec"]] == [
        (cu.ma, "Phân loại"),
        (dang.ma, "Giao đơn vị"),
        (moi.ma, "Phân loại"),
    ]
    assert cac_ma(cua_giam_doc) == [dang.ma]
    lam(dang, Buoc.GIAO_DON_VI, bo_may.tchc, nay, don_vi=bo_may.khoa)
    assert [(viec.ma, viec.nut.nhan) for viec in mo_trang(client, bo_may.truong_khoa).context["cac_viec"]] == [
        (dang.ma, "Báo cáo kết quả")
    ]
    assert cac_ma(mo_trang(client, bo_may.khoa_khac)) == []
    assert cac_ma(mo_trang(client, bo_may.quan_tri)) == []


def test_viec_thong_bao_sau_tiep_dan_co_nut_cua_no(client, bo_may, nhan, nay):
    nhan(LoaiDon.KHIEU_NAI, nay, nguon="truc_tiep")

    viec = mo_trang(client, bo_may.tchc).context["cac_viec"]

    assert [(muc.han.ten_viec, muc.nut.nhan) for muc in viec] == [
        ("Thụ lý hoặc thông báo không thụ lý khiếu nại", "Phân loại"),
        ("Thông báo kết quả xử lý sau khi tiếp công dân", "Thông báo cho công dân"),
    ]


def test_nguoi_bi_to_cao_khong_thay_viec_cua_vu_ay(client, tao_nguoi, tao_don, mo_han):
    bi, dong_nghiep = tao_nguoi(VaiTro.TCHC), tao_nguoi(VaiTro.TCHC)
    mo_han(-3, tao_don(ma="TC", loai=LoaiDon.TO_CAO, nguoi_bi_to_cao=[bi]))

    assert (cac_ma(mo_trang(client, bi)), cac_so(mo_trang(client, bi))) == ([], [0, 0, 0, 0])
    assert (cac_ma(mo_trang(client, dong_nghiep)), cac_so(mo_trang(client, dong_nghiep))) == (["TC"], [1, 0, 0, 1])


def test_dong_ho_dung_va_da_xong_khong_phai_viec(client, tao_nguoi, mo_han, nay):
    mo_han(dung_tu=nay)
    mo_han(ngay_xong=nay)
    con = mo_han()

    assert cac_ma(mo_trang(client, tao_nguoi(VaiTro.TCHC))) == [con.don.ma]


def test_so_o_tren_la_duong_dan_toi_dung_nhung_dong_ay(client, tao_nguoi, tao_don, mo_han, nay):
    nguoi = tao_nguoi(VaiTro.TCHC)
    lich = NgayNghi.objects.lich()
    nam_ngay = (lich.cong_ngay_lam_viec(nay, 5) - nay).days
    cho_moi = {so: mo_han(so, tao_don(ma=f"H{so}", ngay_nhan=nay)) for so in (-8, -1, 0, 1, nam_ngay, nam_ngay + 1)}
    tao_don(ma="CU", ngay_nhan=nay - timedelta(days=31))

    tra_loi = mo_trang(client, nguoi)

    assert len(cho_moi) == 6
    assert cac_so(tra_loi) == [2, 1, 2, 1]
    dia_chi = [the["dia_chi"] for the in tra_loi.context["the_so"]]
    assert [cac_ma(client.get(dia)) for dia in dia_chi[:3]] == [["H-8", "H-1"], ["H0"], ["H1", f"H{nam_ngay}"]]
    assert [dong.ma for dong in client.get(dia_chi[3]).context["cac_dong"]] == ["CU"]


def test_the_chua_xu_ly_chi_cho_nguoi_chiu_trach_nhiem(client, bo_may):
    assert [len(cac_so(mo_trang(client, nguoi))) for nguoi in (bo_may.tchc, bo_may.giam_doc)] == [4, 4]
    assert [len(cac_so(mo_trang(client, nguoi))) for nguoi in (bo_may.tiep_dan, bo_may.truong_khoa)] == [3, 3]


def test_dem_den_tran_thi_thoi(client, tao_nguoi, tao_don, nay):
    nguoi, don = tao_nguoi(VaiTro.TCHC), tao_don()
    HanViec.objects.bulk_create(
        HanViec(
            don=don,
            chu_the=f"x:{so}",
            viec=Viec.GIAI_QUYET_KNPA,
            tu_ngay=nay,
            quyen=Quyen.PHAN_LOAI,
            han=han,
            han_goc=han,
        )
        for so, han in enumerate([nay - timedelta(days=1)] * (TRAN + 5) + [nay] * 3)
    )

    tra_loi = mo_trang(client, nguoi)

    assert [(the["so"], the["mo_ta"]) for the in tra_loi.context["the_so"][:3]] == [
        (TRAN, "hoặc nhiều hơn"),
        (3, ""),
        (0, ""),
    ]
    assert tra_loi.context["trang"].so_dem == f"Hơn {TRAN} việc"
    assert client.get("/?nhom=hom_nay").context["trang"].so_dem == "3 việc"


def test_lat_trang(client, tao_nguoi, mo_han):
    nguoi = tao_nguoi(VaiTro.TCHC)
    tat_ca = [mo_han(so // 3).don.ma for so in range(MOI_TRANG + 4)]

    dau = mo_trang(client, nguoi)
    sau = client.get("/" + dau.context["trang"].sau)

    assert cac_ma(dau) + cac_ma(sau) == tat_ca


def test_viec_ngoai_don_co_duong_toi_luot_tiep(client, tao_nguoi, nay):
    nguoi = tao_nguoi(VaiTro.TIEP_DAN)
    HanViec.objects.create(
        chu_the="luot:5", viec=Viec.BAO_TU_CHOI_TIEP, tu_ngay=nay, han=nay, han_goc=nay, quyen=Quyen.TIEP_DAN
    )

    tra_loi = mo_trang(client, nguoi)

    assert [(viec.han.ten_viec, viec.dia_chi) for viec in tra_loi.context["viec_khac"]] == [
        ("Thông báo từ chối tiếp công dân", reverse("tiepdan:chi_tiet", args=[5]))
    ]
    assert cac_so(tra_loi) == [0, 1, 0]
    assert client.get("/?nhom=qua_han").context["viec_khac"] == []


def test_het_viec_thi_noi_se_co_gi(client, bo_may):
    assert "Không còn việc nào đang chờ" in mo_trang(client, bo_may.tchc).content.decode()
    assert "Không có việc nào" in mo_trang(client, bo_may.tchc, nhom="qua_han").content.decode()
    assert mo_trang(client, bo_may.tchc, nhom="la").context["nhom"] == ""


def test_so_truy_van_khong_theo_so_dong(client, bo_may, nhan, thu_ly, nay):
    def dem(nguoi):
        mo_trang(client, nguoi)
        with CaptureQueriesContext(connection) as truy_van:
            client.get("/")
        return len(truy_van)

    def them():
        nhan(LoaiDon.KHIEU_NAI, nay, nguon="truc_tiep")
        nhan(LoaiDon.TO_CAO, nay)
        thu_ly(nhan(LoaiDon.PHAN_ANH, nay), nay)

    them()
    mot = [dem(nguoi) for nguoi in (bo_may.tchc, bo_may.giam_doc)]
    them()
    them()

    assert [dem(nguoi) for nguoi in (bo_may.tchc, bo_may.giam_doc)] == mot
