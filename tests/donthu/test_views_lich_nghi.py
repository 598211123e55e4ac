"""The calendar of days off: nothing is written before its effect was seen, and then the open clocks move with it."""

from datetime import date

import pytest

from donthu.models import HanViec
from donthu.viec import Viec
from tochuc.models import NgayNghi, NhatKy
from tochuc.vai_tro import Quyen, VaiTro

THEM = {"ngay": "09/12/2026", "loai": "nghi_bu", "ten": "Nghỉ bù", "so_van_ban": "", "da_xac_nhan": "on"}


@pytest.fixture
def vao(client, tao_nguoi):
    client.force_login(tao_nguoi(VaiTro.QUAN_TRI))
    return client


@pytest.fixture
def hai_han(tao_don):
    """Thụ lý khiếu nại, 7 ngày làm việc: one clock over 09/12/2026, one before it; and a finished one."""

    def tao(tu_ngay, han, **khac):
        don = tao_don()
        viec = {"don": don, "chu_the": f"don:{don.pk}", "viec": Viec.THU_LY_KN, "quyen": Quyen.DUYET}
        return HanViec.objects.create(tu_ngay=tu_ngay, han=han, han_goc=han, **viec, **khac)

    return (
        tao(date(2026, 12, 4), date(2026, 12, 15)),
        tao(date(2026, 11, 25), date(2026, 12, 4)),
        tao(date(2026, 12, 4), date(2026, 12, 15), ngay_xong=date(2026, 12, 7)),
    )


def cac_han(cac_dong) -> list[date]:
    return [HanViec.objects.get(pk=dong.pk).han for dong in cac_dong]


# --- Who -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("vai_tro", [None, *VaiTro])
@pytest.mark.parametrize("duong", ["", "them/", "{pk}/", "{pk}/xac-nhan/", "{pk}/xoa/"])
def test_who_opens_a_page(client, tao_nguoi, duong, vai_tro):
    dong = NgayNghi.objects.get(ngay=date(2026, 11, 23))
    if vai_tro:
        client.force_login(tao_nguoi(vai_tro))

    response = client.get("/quan-tri/lich-nghi/" + duong.format(pk=dong.pk))

    assert response.status_code == {None: 302, VaiTro.QUAN_TRI: 200}.get(vai_tro, 403)


# --- The year --------------------------------------------------------------------------------------------------------


def test_a_year(vao):
    trang = vao.get("/quan-tri/lich-nghi/", {"nam": "2026"}).context

    assert trang["nam"] == 2026
    assert {2024, 2025, 2026, 2027} <= set(trang["cac_nam"])
    assert {dong.ngay.year for dong in trang["cac_ngay"]} == {2026}
    assert trang["so_chua_xac_nhan"] == 2


@pytest.mark.parametrize("nam", ["1999", "-1", "hai nghìn", "²"])
def test_unknown_year_is_this_year(vao, nam):
    trang = vao.get("/quan-tri/lich-nghi/", {"nam": nam}).context

    assert trang["nam"] == vao.get("/quan-tri/lich-nghi/").context["nam"]


# --- Preview, then change --------------------------------------------------------------------------------------------


def test_preview_writes_nothing(vao, hai_han):
    truoc = cac_han(hai_han)

    trang = vao.post("/quan-tri/lich-nghi/them/", THEM)

    assert trang.status_code == 200
    assert (trang.context["so_vu"], trang.context["so_han"]) == (1, 1)
    assert [vars(dong) for dong in trang.context["theo_viec"]] == [
        {"ten_viec": Viec.THU_LY_KN.label, "som_hon": 0, "muon_hon": 1, "dai_nhat": 1}
    ]
    assert "1 vụ đổi hạn" in trang.content.decode()
    assert not NgayNghi.objects.filter(ngay=date(2026, 12, 9)).exists()
    assert cac_han(hai_han) == truoc
    assert NhatKy.objects.count() == 0


def test_confirmed_change_moves_the_open_clocks(vao, hai_han):
    response = vao.post("/quan-tri/lich-nghi/them/", THEM | {"da_xem": "1"})

    assert (response.status_code, response.url) == (302, "/quan-tri/lich-nghi/?nam=2026")
    assert cac_han(hai_han) == [date(2026, 12, 16), date(2026, 12, 4), date(2026, 12, 15)]
    assert NhatKy.objects.values_list("doi_tuong", flat=True).get() == "ngay_nghi:2026-12-09"


def test_number_that_no_longer_holds_is_shown_again(vao, hai_han):
    trang = vao.post("/quan-tri/lich-nghi/them/", THEM | {"da_xem": "5"})

    assert trang.status_code == 200
    assert trang.context["da_doi_khac"] is True
    assert not NgayNghi.objects.filter(ngay=date(2026, 12, 9)).exists()


def test_unconfirmed_day_moves_nothing(vao, hai_han):
    gui = {ten: gia_tri for ten, gia_tri in THEM.items() if ten != "da_xac_nhan"}

    trang = vao.post("/quan-tri/lich-nghi/them/", gui)
    vao.post("/quan-tri/lich-nghi/them/", gui | {"da_xem": "0"})

    assert "Không vụ nào đổi hạn" in trang.content.decode()
    assert NgayNghi.objects.get(ngay=date(2026, 12, 9)).da_xac_nhan is False
    assert cac_han(hai_han) == [date(2026, 12, 15), date(2026, 12, 4), date(2026, 12, 15)]


def test_confirm_a_day(vao, hai_han):
    dong = NgayNghi.objects.create(ngay=date(2026, 12, 9), loai="nghi_bu", ten="Nghỉ bù")

    xem = vao.get(f"/quan-tri/lich-nghi/{dong.pk}/xac-nhan/")
    lam = vao.post(f"/quan-tri/lich-nghi/{dong.pk}/xac-nhan/", {"da_xem": "1"})
    lan_hai = vao.post(f"/quan-tri/lich-nghi/{dong.pk}/xac-nhan/", {"da_xem": "0"})

    assert xem.context["so_vu"] == 1
    assert (lam.status_code, lan_hai.status_code) == (302, 404)
    assert NgayNghi.objects.get(pk=dong.pk).da_xac_nhan is True
    assert cac_han(hai_han)[0] == date(2026, 12, 16)


def test_take_a_day_out(vao, hai_han):
    vao.post("/quan-tri/lich-nghi/them/", THEM | {"da_xem": "1"})
    dong = NgayNghi.objects.get(ngay=date(2026, 12, 9))

    xem = vao.get(f"/quan-tri/lich-nghi/{dong.pk}/xoa/")
    con = NgayNghi.objects.filter(pk=dong.pk).exists()
    vao.post(f"/quan-tri/lich-nghi/{dong.pk}/xoa/", {"da_xem": "1"})

    assert [(d.som_hon, d.muon_hon, d.dai_nhat) for d in xem.context["theo_viec"]] == [(1, 0, 1)]
    assert (con, NgayNghi.objects.filter(pk=dong.pk).exists()) == (True, False)
    assert cac_han(hai_han)[0] == date(2026, 12, 15)


def test_move_a_day(vao, hai_han):
    vao.post("/quan-tri/lich-nghi/them/", THEM | {"da_xem": "1"})
    dong = NgayNghi.objects.get(ngay=date(2026, 12, 9))

    vao.post(f"/quan-tri/lich-nghi/{dong.pk}/", THEM | {"ngay": "01/12/2026", "da_xem": "2"})

    assert NgayNghi.objects.get(pk=dong.pk).ngay == date(2026, 12, 1)
    assert cac_han(hai_han)[:2] == [date(2026, 12, 15), date(2026, 12, 7)]


def test_preview_carries_the_form_and_gives_it_back(vao, hai_han):
    xem = vao.post("/quan-tri/lich-nghi/them/", THEM).content.decode()
    sua = vao.post("/quan-tri/lich-nghi/them/", THEM | {"sua_tiep": "1"})

    assert '<input type="hidden" name="ngay" value="09/12/2026"' in xem
    assert '<input type="hidden" name="loai" value="nghi_bu"' in xem
    assert '<input type="hidden" name="ten" value="Nghỉ bù"' in xem
    assert 'value="09/12/2026"' in str(sua.context["form"]["ngay"])


def test_mistake_stays_in_the_form(vao):
    trang = vao.post("/quan-tri/lich-nghi/them/", THEM | {"ngay": "24/11/2026"})

    assert trang.context["form"].errors == {"ngay": ["Ngày này đã có trong lịch nghỉ."]}


def test_no_petition_is_named(vao, hai_han):
    trang = vao.post("/quan-tri/lich-nghi/them/", THEM).content.decode()

    assert hai_han[0].don.ma not in trang
    assert hai_han[0].don.tom_tat not in trang
