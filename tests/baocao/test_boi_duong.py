"""Days of reception: which count, what they come to, on which day the rates begin; the page and its paper."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from baocao.boi_duong import BANG_MUC, DoiTuong, bang_ke, muc_ngay
from donthu.models import VuViec
from tiepdan.hinh_thuc import LoaiLich, NguoiTiep
from tiepdan.models import LichTiep, LuotTiep
from tochuc.vai_tro import VaiTro

HOM_NAY = date(2026, 11, 20)


@pytest.fixture
def tiep_dan(tao_nguoi, tao_don_vi):
    return tao_nguoi(VaiTro.TIEP_DAN, ho_ten="Lê Ngọc Mai", chuc_vu="Viên chức", don_vi=tao_don_vi(ten="Phòng Tổ chức"))


@pytest.fixture
def giam_doc(tao_nguoi):
    return tao_nguoi(VaiTro.LANH_DAO, ho_ten="Phạm Sơn")


@pytest.fixture
def lich(db):
    def lich(can_bo, ngay, **khac) -> LichTiep:
        mac_dinh = {"loai": LoaiLich.THUONG_XUYEN, "nguoi_tiep": NguoiTiep.THUONG_XUYEN, "da_cong_bo": True}
        return LichTiep.objects.create(can_bo=can_bo, ngay=ngay, **mac_dinh | khac)

    return lich


@pytest.fixture
def luot(db):
    def luot(can_bo, ngay, **khac) -> LuotTiep:
        so = LuotTiep.objects.count() + 1
        vu_viec = VuViec.objects.create(ma=f"VV{so}")
        return LuotTiep.objects.create(
            ma=f"L{so}", ngay=ngay, can_bo=can_bo, vu_viec=vu_viec, loai="PHAN_ANH", noi_dung="x", **khac
        )

    return luot


def ngay_cua(nguoi, thang=11, nam=2026) -> list[int]:
    return [ngay.day for dong in bang_ke(nam, thang, HOM_NAY) if dong.nguoi == nguoi for ngay in dong.cac_ngay]


def test_ngay_lich_va_ngay_co_luot_moi_ngay_mot_lan(lich, luot, tiep_dan):
    lich(tiep_dan, date(2026, 11, 2))
    lich(tiep_dan, date(2026, 11, 3))
    for ngay in (3, 3, 5):
        luot(tiep_dan, date(2026, 11, ngay))
    luot(tiep_dan, date(2026, 11, 6), ket_qua="tu_choi", ly_do_tu_choi="R1")

    assert ngay_cua(tiep_dan) == [2, 3, 5, 6]


def test_ngay_khong_tinh(lich, luot, tiep_dan, giam_doc):
    lich(tiep_dan, date(2026, 11, 2), da_cong_bo=False)
    lich(tiep_dan, date(2026, 11, 3), da_huy=True)
    lich(tiep_dan, date(2026, 11, 21))  # tomorrow
    lich(tiep_dan, date(2026, 10, 31))
    lich(tiep_dan, date(2026, 12, 1))
    luot(tiep_dan, date(2026, 11, 30))
    lich(None, date(2026, 11, 4))

    assert bang_ke(2026, 11, HOM_NAY) == []


def test_nguoi_khac_tiep_thay_thi_tinh_cho_nguoi_tiep(lich, luot, tiep_dan, giam_doc):
    dinh_ky = {"loai": LoaiLich.DINH_KY, "nguoi_tiep": NguoiTiep.THU_TRUONG}
    thay = lich(giam_doc, date(2026, 11, 16), **dinh_ky)
    luot(tiep_dan, thay.ngay, lich=thay)
    cung = lich(giam_doc, date(2026, 11, 17), **dinh_ky)
    luot(tiep_dan, cung.ngay, lich=cung)
    luot(giam_doc, cung.ngay, lich=cung)

    assert (ngay_cua(giam_doc), ngay_cua(tiep_dan)) == ([17], [16, 17])


def test_muc_tu_ngay_thong_tu_co_hieu_luc():
    muc = {
        doi_tuong: (muc_ngay(date(2026, 7, 26), doi_tuong), muc_ngay(date(2026, 7, 27), doi_tuong))
        for doi_tuong in DoiTuong
    }

    assert muc == {
        DoiTuong.CHUA_PHU_CAP: (None, 200_000),
        DoiTuong.CO_PHU_CAP: (None, 150_000),
        DoiTuong.PHOI_HOP: (None, 100_000),
    }
    assert BANG_MUC[0].can_cu == (
        "Khoản 1 Điều 4 Thông tư 320/2016/TT-BTC (sửa đổi tại Điều 1 Thông tư 65/2026/TT-BTC); khoản 1, khoản 2 Điều "
        "38 Nghị định 154/2026/NĐ-CP"
    )


def test_thang_bay_chi_tinh_tien_tu_ngay_27(luot, tiep_dan):
    for ngay in (24, 27, 28):
        luot(tiep_dan, date(2026, 7, ngay))

    [dong] = bang_ke(2026, 7, HOM_NAY)

    assert (dong.so_ngay, dong.chua_co_muc, dong.muc, dong.thanh_tien) == (3, 1, 200_000, 400_000)
    [truoc] = bang_ke(2026, 7, date(2026, 7, 26))
    assert (truoc.so_ngay, truoc.muc, truoc.thanh_tien) == (1, None, 0)


def test_trang_tinh_theo_o_phu_cap(client, luot, tiep_dan, giam_doc):
    for nguoi, ngay in ((tiep_dan, 2), (tiep_dan, 3), (giam_doc, 16)):
        luot(nguoi, date(2026, 11, ngay))
    client.force_login(giam_doc)
    dia_chi, o = reverse("baocao:ngay_boi_duong"), {"nam": "2026", "thang": "11", "phu_cap": tiep_dan.pk}

    tong = [client.get(dia_chi, tham_so).context["tong_tien"] for tham_so in ({**o, "phu_cap": "x"}, o)]
    trang = client.get(dia_chi, o).content.decode()

    assert tong == [600_000, 500_000]
    assert f"/bao-cao/ngay-boi-duong/in/?nam=2026&amp;thang=11&amp;phu_cap={tiep_dan.pk}" in trang


@pytest.mark.parametrize("tham_so", [{}, {"nam": "2026", "thang": "13"}, {"nam": "1", "thang": "5"}, {"nam": "x"}])
def test_thang_khong_co_thi_la_thang_nay(client, giam_doc, tham_so):
    client.force_login(giam_doc)

    tra_loi = client.get(reverse("baocao:ngay_boi_duong"), tham_so)

    assert "chưa có ngày tiếp công dân nào" in tra_loi.content.decode()
    assert (tra_loi.context["nam"], tra_loi.context["thang"]) != (1, 5)


def test_bang_ke_in(client, luot, tiep_dan, giam_doc):
    for ngay in (2, 3):
        luot(tiep_dan, date(2026, 11, ngay))
    client.force_login(giam_doc)

    response = client.get(reverse("baocao:ngay_boi_duong_in"), {"nam": "2026", "thang": "11"})

    chu = " ".join(PdfReader(BytesIO(response.content)).pages[0].extract_text().split())
    assert "BẢNG KÊ NGÀY TIẾP CÔNG DÂN Tháng 11 năm 2026" in chu
    assert "1 Lê Ngọc Mai Viên chức 02, 03 02 200.000 400.000" in chu


@pytest.mark.parametrize("so_nguoi", [1, 3])
def test_so_truy_van(client, luot, lich, tao_nguoi, giam_doc, django_assert_num_queries, so_nguoi):
    for so in range(so_nguoi):
        nguoi = tao_nguoi(VaiTro.TIEP_DAN)
        luot(nguoi, date(2026, 11, 2))
        lich(nguoi, date(2026, 11, 3 + so))
    client.force_login(giam_doc)
    client.get("/")

    with django_assert_num_queries(7):  # session, person, roles, settings, notices; days, people
        client.get(reverse("baocao:ngay_boi_duong"), {"nam": "2026", "thang": "11"})
