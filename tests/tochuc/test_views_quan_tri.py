"""The pages of quản trị: exactly who opens them, what they show, what they do."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tochuc.models import CauHinh, DonVi, NhanVien
from tochuc.vai_tro import VaiTro

TRANG_XEM = [
    "/quan-tri/",
    "/quan-tri/vai-tro/",
    "/quan-tri/don-vi/",
    "/quan-tri/don-vi/them/",
    "/quan-tri/don-vi/{don_vi}/",
    "/quan-tri/nhan-vien/",
    "/quan-tri/nhan-vien/them/",
    "/quan-tri/nhan-vien/{nhan_vien}/",
]
TRANG_GUI = [
    "/quan-tri/don-vi/{don_vi}/hoat-dong/",
    "/quan-tri/nhan-vien/{nhan_vien}/hoat-dong/",
    "/quan-tri/nhan-vien/{nhan_vien}/mat-khau/",
    "/quan-tri/nhan-vien/{nhan_vien}/mo-khoa/",
]


@pytest.fixture
def dia_chi(tao_don_vi, tao_nguoi):
    khoa, nguoi = tao_don_vi(), tao_nguoi(VaiTro.TCHC)
    return lambda mau: mau.format(don_vi=khoa.pk, nhan_vien=nguoi.pk)


@pytest.fixture
def vao(client, quan_tri):
    client.force_login(quan_tri)
    return client


# --- Who -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("vai_tro", [None, *VaiTro])
@pytest.mark.parametrize("mau", TRANG_XEM)
def test_who_opens_a_page(client, tao_nguoi, dia_chi, mau, vai_tro):
    if vai_tro:
        client.force_login(tao_nguoi(vai_tro))

    response = client.get(dia_chi(mau))

    assert response.status_code == {None: 302, VaiTro.QUAN_TRI: 200}.get(vai_tro, 403)


@pytest.mark.parametrize("vai_tro", [None, *VaiTro])
@pytest.mark.parametrize("mau", TRANG_GUI)
def test_who_may_act(client, tao_nguoi, dia_chi, mau, vai_tro):
    if vai_tro:
        client.force_login(tao_nguoi(vai_tro))

    response = client.post(dia_chi(mau), {"bat": "1"})

    thanh_cong = 200 if mau.endswith("mat-khau/") else 302
    assert response.status_code == {None: 302, VaiTro.QUAN_TRI: thanh_cong}.get(vai_tro, 403)
    if vai_tro is None:
        assert response.url.startswith("/dang-nhap/")


@pytest.mark.parametrize("mau", TRANG_GUI)
def test_acts_are_posts(vao, dia_chi, mau):
    assert vao.get(dia_chi(mau)).status_code == 405


@pytest.mark.parametrize("mau", ["/quan-tri/don-vi/999999/", "/quan-tri/nhan-vien/999999/"])
def test_what_is_not_there(vao, mau):
    assert vao.get(mau).status_code == 404


# --- The centre, roles -----------------------------------------------------------------------------------------------


def test_change_the_centre(vao, doc_nhat_ky):
    gui = vao.get("/quan-tri/").context["form"].initial | {"dia_danh": "Sông Mây"}

    response = vao.post("/quan-tri/", gui, follow=True)

    assert response.redirect_chain == [("/quan-tri/", 302)]
    assert CauHinh.hien_hanh().dia_danh == "Sông Mây"
    assert "Đã lưu thông tin Trung tâm." in response.content.decode()
    assert len(doc_nhat_ky()) == 1


def test_mistake_keeps_what_was_typed(vao):
    gui = vao.get("/quan-tri/").context["form"].initial | {"dia_danh": "Sông Mây", "ngay_nop_bao_cao": "20"}

    response = vao.post("/quan-tri/", gui)

    assert response.status_code == 200
    assert 'value="Sông Mây"' in response.content.decode()
    assert "Ngày nộp báo cáo từ 14 đến 17." in response.content.decode()
    assert CauHinh.hien_hanh().dia_danh == ""


def test_table_of_roles(vao, tao_nguoi):
    tao_nguoi(VaiTro.TCHC, VaiTro.TIEP_DAN)
    tao_nguoi(VaiTro.TCHC, is_active=False)

    nguoi_va_quyen = vao.get("/quan-tri/vai-tro/").context

    assert {ten.value: so for ten, so in nguoi_va_quyen["cac_vai_tro"]} == {
        "tiep_dan": 1,
        "tchc": 1,
        "truong_don_vi": 0,
        "chuyen_vien": 0,
        "lanh_dao": 0,
        "quan_tri": 1,
    }
    assert dict(nguoi_va_quyen["bang"])["Xem đơn tố cáo"] == [
        ("Cán bộ tiếp công dân", False),
        ("Tổ chức - Hành chính", True),
        ("Trưởng khoa, phòng", False),
        ("Chuyên viên xử lý", False),
        ("Lãnh đạo Trung tâm", True),
        ("Quản trị hệ thống", False),
    ]


# --- Units -----------------------------------------------------------------------------------------------------------


def test_units_stand_as_a_tree(vao, tao_don_vi, tao_nguoi):
    bgd = tao_don_vi("BGD", ten="Ban Giám đốc", loai="BGD")
    noi = tao_don_vi("NOI", ten="Khoa Nội", cha=bgd)
    tao_don_vi("TO", ten="Tổ Nội 1", loai="TO", cha=noi)
    tao_don_vi("SYT", ten="Sở Y tế", loai="NGOAI")
    tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=noi)
    tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=noi, is_active=False)

    trang = vao.get("/quan-tri/don-vi/").context

    assert [(cap, dong.ma, dong.so_nguoi) for cap, dong in trang["trong"]] == [
        (0, "BGD", 0),
        (1, "NOI", 1),
        (2, "TO", 0),
    ]
    assert [dong.ma for _, dong in trang["ngoai"]] == ["SYT"]


def test_no_unit_yet(vao):
    assert "Chưa có đơn vị nào" in vao.get("/quan-tri/don-vi/").content.decode()


def test_add_a_unit(vao):
    response = vao.post("/quan-tri/don-vi/them/", {"ma": "NOI", "ten": "Khoa Nội", "loai": "KHOA", "duoc_giao": "on"})

    assert (response.status_code, response.url) == (302, "/quan-tri/don-vi/")
    assert DonVi.objects.values_list("ma", "ten", "duoc_giao", "hoat_dong").get() == ("NOI", "Khoa Nội", True, True)


def test_change_a_unit(vao, tao_don_vi):
    don_vi = tao_don_vi("NOI", ten="Khoa Nội")

    response = vao.post(
        f"/quan-tri/don-vi/{don_vi.pk}/", {"ma": "NOI", "ten": "Khoa Nội tổng hợp", "loai": "KHOA", "duoc_giao": "on"}
    )

    assert response.status_code == 302
    assert DonVi.objects.get().ten == "Khoa Nội tổng hợp"


def test_close_a_unit_and_open_it_again(vao, tao_don_vi):
    don_vi = tao_don_vi()

    vao.post(f"/quan-tri/don-vi/{don_vi.pk}/hoat-dong/")
    dong = DonVi.objects.get().hoat_dong
    vao.post(f"/quan-tri/don-vi/{don_vi.pk}/hoat-dong/", {"bat": "1"})

    assert (dong, DonVi.objects.get().hoat_dong) == (False, True)


def test_unit_with_people_stays_open(vao, tao_don_vi, tao_nguoi):
    don_vi = tao_don_vi()
    tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=don_vi)

    trang = vao.get(f"/quan-tri/don-vi/{don_vi.pk}/")
    response = vao.post(f"/quan-tri/don-vi/{don_vi.pk}/hoat-dong/")

    assert "1 người đang làm việc" in trang.content.decode()
    assert response.status_code == 409
    assert "Đơn vị còn người đang làm việc." in response.content.decode()
    assert DonVi.objects.get().hoat_dong is True


# --- Staff -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def bon_nguoi(tao_nguoi, tao_don_vi):
    noi = tao_don_vi("NOI", ten="Khoa Nội")
    tao_nguoi(VaiTro.CHUYEN_VIEN, username="duc", ho_ten="Đỗ Thị Đức", don_vi=noi)
    tao_nguoi(VaiTro.TRUONG_DON_VI, VaiTro.TIEP_DAN, username="hoa", ho_ten="Lê Thị Hoa", don_vi=noi)
    tao_nguoi(VaiTro.TCHC, username="lam", ho_ten="Trần Văn Lâm")
    tao_nguoi(VaiTro.TCHC, username="nghi", ho_ten="Vũ Văn Nghỉ", is_active=False)
    return noi


@pytest.mark.parametrize(
    ("tham_so", "thay"),
    [
        ({}, ["duc", "hoa", "lam", "quantri"]),
        ({"q": "do thi"}, ["duc"]),
        ({"q": "ĐỨC"}, ["duc"]),
        ({"q": "lam"}, ["lam"]),
        ({"q": "khong ai"}, []),
        ({"vai_tro": "tiep_dan"}, ["hoa"]),
        ({"vai_tro": "tchc"}, ["lam"]),
        ({"trang_thai": "ngung"}, ["nghi"]),
        ({"vai_tro": "tchc", "trang_thai": "tat_ca"}, ["lam", "nghi"]),
        ({"vai_tro": "khong-co"}, ["duc", "hoa", "lam", "quantri"]),
    ],
)
def test_find_a_person(vao, bon_nguoi, tham_so, thay):
    trang = vao.get("/quan-tri/nhan-vien/", tham_so)

    assert sorted(nguoi.username for nguoi in trang.context["cac_nguoi"]) == thay


def test_people_of_a_unit(vao, bon_nguoi):
    trang = vao.get("/quan-tri/nhan-vien/", {"don_vi": bon_nguoi.pk})

    assert sorted(nguoi.username for nguoi in trang.context["cac_nguoi"]) == ["duc", "hoa"]
    assert trang.context["cac_chip"] == [{"nhan": "Đơn vị", "gia_tri": "Khoa Nội", "dia_chi": "?"}]


@pytest.mark.parametrize("dia_chi", ["/quan-tri/nhan-vien/", "/quan-tri/don-vi/"])
def test_a_longer_list_asks_no_more(vao, tao_don_vi, tao_nguoi, dia_chi):
    tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=tao_don_vi())
    vao.get(dia_chi)  # the first page of a session writes it
    with CaptureQueriesContext(connection) as mot:
        vao.get(dia_chi)
    for _ in range(3):
        tao_nguoi(VaiTro.CHUYEN_VIEN, VaiTro.TIEP_DAN, don_vi=tao_don_vi())

    with CaptureQueriesContext(connection) as bon:
        vao.get(dia_chi)

    assert len(bon) == len(mot)


def test_add_a_person_shows_the_password_once(vao):
    response = vao.post("/quan-tri/nhan-vien/them/", {"ho_ten": "Lê Thị Hoa", "username": "hoa", "vai_tro": ["tchc"]})

    nguoi = NhanVien.objects.get(username="hoa")
    assert response.status_code == 200
    assert nguoi.check_password(response.context["mat_khau"])
    assert response.context["mat_khau"] in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert nguoi.tap_vai_tro == {VaiTro.TCHC}


def test_forbidden_roles_are_said_beside_the_field(vao):
    response = vao.post(
        "/quan-tri/nhan-vien/them/", {"ho_ten": "Lê Thị Hoa", "username": "hoa", "vai_tro": ["tchc", "quan_tri"]}
    )

    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["vai_tro"]
    assert not NhanVien.objects.filter(username="hoa").exists()


def test_change_a_person(vao, tao_nguoi, tao_don_vi):
    nguoi, khoa = tao_nguoi(VaiTro.TCHC, username="hoa", email=""), tao_don_vi()

    response = vao.post(
        f"/quan-tri/nhan-vien/{nguoi.pk}/",
        {"ho_ten": "Lê Thị Hoa", "username": "hoa", "don_vi": khoa.pk, "vai_tro": ["chuyen_vien", "tiep_dan"]},
    )

    nguoi = NhanVien.objects.get(pk=nguoi.pk)
    assert (response.status_code, response.url) == (302, "/quan-tri/nhan-vien/")
    assert (nguoi.ho_ten, nguoi.don_vi) == ("Lê Thị Hoa", khoa)
    assert nguoi.tap_vai_tro == {VaiTro.CHUYEN_VIEN, VaiTro.TIEP_DAN}


def test_reset_a_password(vao, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC)

    response = vao.post(f"/quan-tri/nhan-vien/{nguoi.pk}/mat-khau/")

    assert NhanVien.objects.get(pk=nguoi.pk).check_password(response.context["mat_khau"])
    assert "no-store" in response["Cache-Control"]


def test_closed_account_gets_no_password(vao, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC, is_active=False)

    assert vao.post(f"/quan-tri/nhan-vien/{nguoi.pk}/mat-khau/").status_code == 404


def test_close_an_account_and_open_it_again(vao, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC)

    response = vao.post(f"/quan-tri/nhan-vien/{nguoi.pk}/hoat-dong/")
    dong = NhanVien.objects.get(pk=nguoi.pk).is_active
    vao.post(f"/quan-tri/nhan-vien/{nguoi.pk}/hoat-dong/", {"bat": "1"})

    assert response.url == f"/quan-tri/nhan-vien/{nguoi.pk}/"
    assert (dong, NhanVien.objects.get(pk=nguoi.pk).is_active) == (False, True)


def test_the_last_quan_tri_cannot_close_himself(vao, quan_tri):
    response = vao.post(f"/quan-tri/nhan-vien/{quan_tri.pk}/hoat-dong/")

    assert response.status_code == 409
    assert NhanVien.objects.get(pk=quan_tri.pk).is_active is True


def test_locked_person_is_shown_and_unlocked(vao, client, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC, username="hoa")
    for so in range(5):
        type(client)().post("/dang-nhap/", {"username": "hoa", "password": f"sai {so}"})

    khoa = vao.get(f"/quan-tri/nhan-vien/{nguoi.pk}/").context["bi_khoa"]
    vao.post(f"/quan-tri/nhan-vien/{nguoi.pk}/mo-khoa/")
    mo = vao.get(f"/quan-tri/nhan-vien/{nguoi.pk}/").context["bi_khoa"]

    assert (khoa, mo) == (True, False)
