"""Clocks of the schedule (Đ24.4 Luật TCD) and of online reception (Đ23.1 NĐ 154/2026), counted back from the day."""

from datetime import date, time

import pytest
from django.urls import reverse
from django.utils import timezone

from donthu.models import HanViec
from donthu.phan_loai import LoaiDon
from tiepdan.actions import (
    LoiPhieu,
    cong_bo_lich,
    doi_lich,
    ghi_truc_tuyen,
    huy_lich,
    sua_lich,
    them_lich,
)
from tiepdan.canh_bao import canh_bao_lich
from tiepdan.hinh_thuc import HinhThuc, LoaiLich
from tiepdan.models import LichTiep
from tochuc.loi import LoiNghiepVu
from tochuc.models import NgayNghi

pytestmark = pytest.mark.django_db

HOM_NAY = date(2026, 11, 20)
NGAY = date(2027, 3, 16)  # a Tuesday; five working days before is Tuesday 09/3, one is Monday 15/3
TRUC_TUYEN = {"hinh_thuc": HinhThuc.TRUC_TUYEN, "diem_cau": "Điểm cầu trung tâm và xã Mẫu 2"}


def _han(dong: LichTiep) -> dict[str, tuple]:
    return {
        han.viec: (han.han, han.ngay_xong) for han in HanViec.objects.filter(chu_the=f"lich:{dong.pk}").order_by("viec")
    }


@pytest.fixture(autouse=True)
def hom_nay(monkeypatch):
    """A day before those of the tests: a day of reception that is past opens no clock."""
    monkeypatch.setattr(timezone, "localdate", lambda: HOM_NAY)


@pytest.fixture
def dinh_ky(tchc):
    return them_lich(nguoi=tchc, ngay=NGAY, loai=LoaiLich.DINH_KY)


@pytest.fixture
def truc_tuyen(tchc):
    return them_lich(nguoi=tchc, ngay=NGAY, loai=LoaiLich.DOT_XUAT, **TRUC_TUYEN)


def test_ngay_dinh_ky_mo_dong_ho_cong_bo(dinh_ky):
    assert _han(dinh_ky) == {"C4": (date(2027, 3, 9), None)}
    assert HanViec.objects.get().quyen == "lich_tiep"


def test_cong_bo_dong_dong_ho(tchc, dinh_ky):
    cong_bo_lich([dinh_ky], nguoi=tchc, ngay=date(2027, 3, 1))

    assert _han(dinh_ky) == {"C4": (date(2027, 3, 9), date(2027, 3, 1))}


def test_dot_xuat_khong_co_dong_ho_cong_bo(tchc):
    """Nobody can announce an urgent reception five working days ahead (Đ10.3)."""
    dong = them_lich(nguoi=tchc, ngay=NGAY, loai=LoaiLich.DOT_XUAT)

    assert _han(dong) == {}


def test_ngay_da_qua_khong_mo_dong_ho(tchc):
    dong = them_lich(nguoi=tchc, ngay=date(2026, 9, 15), loai=LoaiLich.DINH_KY)

    assert _han(dong) == {}


def test_huy_lich_bo_dong_ho(tchc, dinh_ky):
    huy_lich(dinh_ky, nguoi=tchc, ngay=date(2027, 3, 1), ly_do="Bận")

    assert _han(dinh_ky) == {}


def test_doi_lich_chuyen_dong_ho_sang_ngay_moi(tchc, dinh_ky):
    moi = doi_lich(dinh_ky, nguoi=tchc, ngay=date(2027, 3, 1), ngay_moi=date(2027, 3, 23), ly_do="Bận")

    assert (_han(dinh_ky), _han(moi)) == ({}, {"C4": (date(2027, 3, 16), None)})


def test_truc_tuyen_phai_bao_va_thu(truc_tuyen):
    assert _han(truc_tuyen) == {"C5": (date(2027, 3, 9), None), "X21": (date(2027, 3, 15), None)}


def test_ghi_bao_va_thu_dong_dong_ho(tchc, truc_tuyen):
    hom_nay = date(2027, 3, 15)

    ghi_truc_tuyen(truc_tuyen, nguoi=tchc, ngay=hom_nay, ngay_bao=date(2027, 3, 5), ngay_thu=None)
    sau_bao = _han(truc_tuyen)
    ghi_truc_tuyen(truc_tuyen, nguoi=tchc, ngay=hom_nay, ngay_bao=date(2027, 3, 5), ngay_thu=hom_nay)

    assert sau_bao == {"C5": (date(2027, 3, 9), date(2027, 3, 5)), "X21": (date(2027, 3, 15), None)}
    assert _han(truc_tuyen) == {
        "C5": (date(2027, 3, 9), date(2027, 3, 5)),
        "X21": (date(2027, 3, 15), date(2027, 3, 15)),
    }


def test_thoi_truc_tuyen_thi_bo_dong_ho(tchc, truc_tuyen):
    sua_lich(truc_tuyen, nguoi=tchc, hinh_thuc=HinhThuc.TRUC_TIEP)

    assert _han(truc_tuyen) == {}


@pytest.mark.parametrize("truong", ["ngay_bao", "ngay_thu"])
def test_bao_thu_khong_ghi_ngay_chua_den(tchc, truc_tuyen, truong):
    ngay = {"ngay_bao": None, "ngay_thu": None} | {truong: date(2027, 3, 10)}

    with pytest.raises(LoiPhieu) as loi:
        ghi_truc_tuyen(truc_tuyen, nguoi=tchc, ngay=date(2027, 3, 9), **ngay)

    assert loi.value.cac_loi == {truong: "Ngày này chưa đến."}


def test_buoi_truc_tiep_khong_ghi_thu_ket_noi(tchc, dinh_ky):
    with pytest.raises(LoiNghiepVu, match="không phải là buổi tiếp trực tuyến"):
        ghi_truc_tuyen(dinh_ky, nguoi=tchc, ngay=NGAY, ngay_bao=NGAY, ngay_thu=None)


def test_tren_trang_viec_cua_toi_dan_den_ngay_tiep(client, tchc, dinh_ky):
    HanViec.objects.update(han=timezone.localdate(), han_goc=timezone.localdate())
    client.force_login(tchc)

    trang = client.get(reverse("donthu:viec_cua_toi")).content.decode()

    assert reverse("tiepdan:sua_lich", args=[dinh_ky.pk]) in trang


def test_to_cao_truc_tuyen_phai_xac_nhan(ghi_luot):
    """A15: received online only when the person does not ask to keep the identity secret."""
    with pytest.raises(LoiPhieu) as loi:
        ghi_luot(loai=LoaiDon.TO_CAO, hinh_thuc=HinhThuc.TRUC_TUYEN)
    luot = ghi_luot(loai=LoaiDon.TO_CAO, hinh_thuc=HinhThuc.TRUC_TUYEN, khong_giu_bi_mat=True)
    khieu_nai = ghi_luot(hinh_thuc=HinhThuc.TRUC_TUYEN, khong_giu_bi_mat=True)

    assert list(loi.value.cac_loi) == ["khong_giu_bi_mat"]
    assert (luot.khong_giu_bi_mat, khieu_nai.khong_giu_bi_mat) == (True, False)


@pytest.mark.parametrize(
    ("so_nguoi", "so_dai_dien", "duoc"),
    [(3, 3, True), (5, 2, True), (5, 3, False), (10, 2, True), (11, 5, True), (11, 6, False), (2, 3, False)],
)
def test_so_nguoi_dai_dien(ghi_luot, so_nguoi, so_dai_dien, duoc):
    """Đ29: five to ten people send one or two, more than ten at most five, all of them of the group."""
    try:
        luot = ghi_luot(so_nguoi=so_nguoi, so_dai_dien=so_dai_dien)
    except LoiPhieu as loi:
        ket_qua = list(loi.cac_loi)
    else:
        ket_qua = luot.so_dai_dien

    assert ket_qua == (so_dai_dien if duoc else ["so_dai_dien"])


def test_so_dai_dien_theo_vao_don(ghi_luot):
    luot = ghi_luot(so_nguoi=6, so_dai_dien=2, huong="lap_don")

    assert (luot.don.so_nguoi, luot.don.so_dai_dien) == (6, 2)


def test_gio_cua_buoi_truc_tuyen_giu_nguyen_khi_sua(tchc, truc_tuyen):
    dong = sua_lich(truc_tuyen, nguoi=tchc, gio_tu=time(8, 0))

    assert (dong.gio_tu, dong.hinh_thuc, dong.diem_cau) == (time(8, 0), HinhThuc.TRUC_TUYEN, TRUC_TUYEN["diem_cau"])


def test_nhac_viec_phai_lam_truoc_buoi_truc_tuyen(truc_tuyen, giam_doc):
    truc_tuyen.can_bo, lich = giam_doc, NgayNghi.objects.lich()

    chua_lam = canh_bao_lich(truc_tuyen, lich, date(2027, 3, 1))
    truc_tuyen.ngay_bao, truc_tuyen.ngay_thu = date(2027, 3, 10), date(2027, 3, 15)
    bao_muon = canh_bao_lich(truc_tuyen, lich, date(2027, 3, 15))

    assert chua_lam == [
        "Phải thông báo cho công dân và các điểm cầu chậm nhất thứ Ba 09/03/2027 (Điều 23.1 Nghị định 154/2026/NĐ-CP).",
        "Phải thử kết nối chậm nhất thứ Hai 15/03/2027 (Điều 23.1 Nghị định 154/2026/NĐ-CP).",
    ]
    assert bao_muon == ["Đã thông báo cho công dân và các điểm cầu ngày 10/03/2027, muộn hơn thứ Ba 09/03/2027."]


def test_ghi_tu_trang_cua_ngay_tiep(client, tchc):
    hom_nay = timezone.localdate()
    dong = them_lich(nguoi=tchc, ngay=hom_nay, loai=LoaiLich.DOT_XUAT, **TRUC_TUYEN)
    client.force_login(tchc)
    dia_chi = reverse("tiepdan:ghi_truc_tuyen", args=[dong.pk])

    sai = client.post(dia_chi, {"ngay_bao": "01/01/2099", "ngay_thu": ""})
    dung = client.post(dia_chi, {"ngay_bao": f"{hom_nay:%d/%m/%Y}", "ngay_thu": f"{hom_nay:%d/%m/%Y}"})

    dong.refresh_from_db()
    assert "Ngày này chưa đến." in sai.content.decode()
    assert (dung.status_code, dong.ngay_bao, dong.ngay_thu) == (302, hom_nay, hom_nay)
    assert not HanViec.objects.filter(ngay_xong=None).exists()
