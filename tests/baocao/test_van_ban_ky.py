"""The page of a report: its text read and edited in place, figures that changed, versions."""

from datetime import date

import pytest
from django.urls import reverse

from baocao.actions import bao_cao as viec
from baocao.ban_bao_cao import dau_trang_hien_hanh, so_lieu_dong_bang
from baocao.ky import lap_ky
from baocao.models import BaoCaoKy
from baocao.views.bao_cao import nhac_nop
from tochuc.lich import Lich
from tochuc.vai_tro import VaiTro

KY = lap_ky("9T", 2026)
TRANG = "/bao-cao/9T-2026/van-ban/"
XU_LY = {
    "loai": "KN",
    "ngay_nhan": date(2026, 5, 5),
    "ngay_xu_ly": date(2026, 5, 6),
    "du_dieu_kien": True,
    "thuoc_tham_quyen": True,
    "huong_xu_ly": "de_xuat_thu_ly",
}


@pytest.fixture
def tchc(client, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC)
    client.force_login(nguoi)
    return nguoi


@pytest.fixture
def giam_doc(tao_nguoi):
    return tao_nguoi(VaiTro.LANH_DAO, chuc_vu="Giám đốc")


@pytest.fixture
def bao_cao(client, tchc):
    client.post(reverse("baocao:lam_viec", args=[KY, "lap"]))
    return BaoCaoKy.objects.get()


@pytest.fixture
def da_chot(bao_cao, tchc, giam_doc):
    viec.trinh(bao_cao, nguoi=tchc, khong_phat_sinh=[])
    viec.duyet(bao_cao, nguoi=giam_doc)
    return viec.chot(
        bao_cao, nguoi=giam_doc, ngay=date(2026, 9, 15), dau_trang=dau_trang_hien_hanh(giam_doc),
        **so_lieu_dong_bang(KY, date(2026, 9, 15)),
    )  # fmt: skip


def gui(client, bao_cao, dia_chi=TRANG, **doi):
    """Post the boxes as they stand, but for `doi`."""
    cac_o = {f"muc_{khoa.replace('.', '_')}": chu for khoa, chu in bao_cao.loi_van.items()}
    return client.post(dia_chi, {"so_lan_sua": bao_cao.so_lan_sua, **cac_o, **doi})


def dat_loi_van(bao_cao, tchc, **loi_van):
    """Write these headings, the rest empty."""
    return viec.luu_loi_van(bao_cao, nguoi=tchc, loi_van=loi_van, xac_nhan_khong=[], so_lan_sua=bao_cao.so_lan_sua)


# --- Reading ----------------------------------------------------------------------------------------------------------


def test_con_so_dan_den_cac_dong_sau_o_cua_no(client, tchc, bao_cao):
    noi_dung = client.get(TRANG).content.decode()

    assert (
        'Trong kỳ <a href="/bao-cao/9T-2026/02-XLD/6/" title="Biểu 02/XLD, cột 6">không</a> phát sinh đơn khiếu'
        in noi_dung
    )


def test_so_da_doi_mau_do_kem_so_luc_nay(client, tchc, bao_cao, tao_don):
    dat_loi_van(bao_cao, tchc, IV="Có 01{02/XLD:6} đơn, không{02/XLD:12} tố cáo.")
    for _ in range(2):
        tao_don(**XU_LY)

    response = client.get(TRANG)

    noi_dung = response.content.decode()
    assert 'class="so-doi"><i class="ti ti-alert-triangle" aria-hidden="true"></i>01 (nay là 02)</a> đơn' in noi_dung
    assert (response.context["so_doi"], response.context["doi_ca_cau"]) == (1, 0)


def test_muc_lien_tiep_gach_dau_dong_thanh_mot_danh_sach(client, tchc, bao_cao):
    dat_loi_van(bao_cao, tchc, IV="Mở đầu:\n- một\n- hai\nKết.")

    khoi = next(hien for hien in client.get(TRANG).context["cac_muc"] if hien.muc.khoa == "IV").cac_khoi

    assert [(muc.la_danh_sach, muc.cac_dong) for muc in khoi] == [
        (False, (("Mở đầu:",),)),
        (True, (("một",), ("hai",))),
        (False, (("Kết.",),)),
    ]


def test_muc_trong_noi_la_chua_co_noi_dung(client, tchc, bao_cao):
    trong = {hien.muc.khoa for hien in client.get(TRANG).context["cac_muc"] if hien.con_trong}

    assert trong == {"I.2", "III.1"}


def test_ban_da_chot_khong_co_o_sua(client, tchc, da_chot):
    response = client.get(TRANG)

    assert response.context["form"] is None
    assert "Viết lại mục này" not in response.content.decode()


def test_lanh_dao_chi_doc(client, bao_cao, giam_doc):
    client.force_login(giam_doc)

    assert client.get(TRANG).context["form"] is None
    assert gui(client, bao_cao, muc_IV="Sửa").status_code == 200
    assert BaoCaoKy.objects.get().loi_van == bao_cao.loi_van


# --- Editing ----------------------------------------------------------------------------------------------------------


def test_luu_cac_o_va_bo_ban_nhap(client, tchc, bao_cao):
    response = gui(client, bao_cao, muc_IV="Một đoạn.\r\n- một mục", follow=False)

    assert (response.status_code, response.url) == (302, TRANG)
    assert BaoCaoKy.objects.get().loi_van == bao_cao.loi_van | {"IV": "Một đoạn.\n- một mục"}
    assert 'data-xoa-ban-nhap="bao-cao-9T-2026-1-0"' in client.get(TRANG).content.decode()


def test_viet_lai_mot_muc_giu_cac_muc_dang_sua(client, tchc, bao_cao, tao_don):
    tao_don(**XU_LY)

    response = gui(client, bao_cao, muc_IV="Đang sửa", muc_I_1_a="cũ", viet_lai="I.1.a")

    loi_van = BaoCaoKy.objects.get().loi_van
    assert response.url == f"{TRANG}#muc-I_1_a"
    assert loi_van["I.1.a"].startswith("Trong kỳ, Trung tâm tiếp nhận, xử lý 01{02/XLD:6} đơn khiếu nại")
    assert (loi_van["IV"], loi_van["I.1.b"]) == ("Đang sửa", bao_cao.loi_van["I.1.b"])


def test_viet_lai_muc_khong_co(client, tchc, bao_cao):
    assert gui(client, bao_cao, viet_lai="II").status_code == 404
    assert BaoCaoKy.objects.get().so_lan_sua == 0


@pytest.mark.parametrize("chu", ["05{02/XLD:99} đơn", "05 {02/XLD:6} đơn", "05{02/XLD:6 đơn"])
def test_dau_ngoac_sai_bi_tu_choi_va_o_do_mo_ra(client, tchc, bao_cao, chu):
    response = gui(client, bao_cao, muc_IV=chu)

    dang_sua = [hien.muc.khoa for hien in response.context["cac_muc"] if hien.dang_sua]
    assert response.context["form"].errors["muc_IV"][0].startswith("Không hiểu “")
    assert dang_sua == ["IV"]
    assert BaoCaoKy.objects.get().so_lan_sua == 0


def test_nguoi_khac_da_luu_thi_chu_da_go_con_do(client, tchc, bao_cao):
    dat_loi_van(bao_cao, tchc, **bao_cao.loi_van | {"IV": "của người khác"})

    response = gui(client, bao_cao, muc_IV="của tôi")

    hien = next(hien for hien in response.context["cac_muc"] if hien.muc.khoa == "IV")
    assert response.status_code == 409
    assert (hien.dang_sua, hien.o.value()) == (True, "của tôi")
    assert BaoCaoKy.objects.get().loi_van["IV"] == "của người khác"


def test_cap_nhat_so_ca_bien_dong(client, tchc, bao_cao, tao_don):
    dat_loi_van(bao_cao, tchc, IV="Có 01{02/XLD:6} đơn, tăng 01{02/XLD:6±} đơn; không{02/XLD:6} phát sinh.")
    for _ in range(2):
        tao_don(**XU_LY)

    client.post(reverse("baocao:lam_viec", args=[KY, "cap-nhat-so"]))

    response = client.get(TRANG)
    assert BaoCaoKy.objects.get().loi_van["IV"] == (
        "Có 02{02/XLD:6} đơn, tăng 02{02/XLD:6±} đơn; không{02/XLD:6} phát sinh."
    )
    assert (response.context["so_doi"], response.context["doi_ca_cau"]) == (1, 1)


def test_bieu_khong_phat_sinh_cua_ky_chi_co_bieu(client, tchc):
    client.post(reverse("baocao:lam_viec", args=[lap_ky("Q2", 2026), "lap"]))

    response = client.post("/bao-cao/Q2-2026/van-ban/", {"so_lan_sua": 0, "xac_nhan_khong": ["01/TCD", "06/QLKNTC"]})

    assert response.status_code == 302
    assert BaoCaoKy.objects.get().xac_nhan_khong == ["01/TCD", "06/QLKNTC"]


# --- Versions ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def ban_sua(da_chot, tchc, tao_don):
    tao_don(**XU_LY)
    moi = viec.mo_bao_cao(KY, nguoi=tchc, loi_van={}, ly_do="Bổ sung 01 đơn nhập muộn")
    return dat_loi_van(moi, tchc, **moi.loi_van | {"VI": "Đề nghị Sở Y tế hướng dẫn."})


def test_ban_sua_noi_da_doi_gi_va_vi_sao(client, tchc, ban_sua):
    response = client.get(TRANG)

    khac = response.context["khac_ban_truoc"]
    noi_dung = response.content.decode()
    assert [(o.bieu.ma, o.cot.so) for o in khac.cac_o if o.bieu.ma == "03/GQKN"] == [
        ("03/GQKN", 1), ("03/GQKN", 2), ("03/GQKN", 3)
    ]  # fmt: skip
    assert [muc.muc.khoa for muc in khac.cac_muc] == ["VI"]
    assert "<del>Không có kiến nghị, đề xuất.</del>" in noi_dung
    assert "Lý do: Bổ sung 01 đơn nhập muộn" in noi_dung


def test_ban_dau_khong_co_gi_de_so(client, tchc, bao_cao):
    assert client.get(TRANG).context["khac_ban_truoc"] is None


def test_ban_cu_doc_duoc_voi_so_da_chot_va_khong_sua(client, tchc, ban_sua):
    response = client.get(f"{TRANG}1/")

    noi_dung = response.content.decode()
    assert (response.context["bao_cao"].phien_ban, response.context["so_doi"]) == (1, 0)
    assert (response.context["form"], response.context["cac_viec"]) == (None, [])
    assert f'<a href="{TRANG}">Mở bản 2, bản mới nhất</a>' in noi_dung


def test_ban_khong_co(client, tchc, bao_cao):
    assert client.get(f"{TRANG}2/").status_code == 404
    assert client.post(f"{TRANG}1/").status_code == 405


def test_so_cau_hoi_cua_trang(client, tchc, bao_cao, django_assert_num_queries):
    client.get(TRANG)

    with django_assert_num_queries(24):  # session, user, roles, centre, notices; twice eight for numbers; the report
        client.get(TRANG)


# --- The list of the year ---------------------------------------------------------------------------------------------


def dong_cua(client, ma):
    return next(dong for dong in client.get("/bao-cao/?nam=2026").context["cac_dong"] if dong.ky.ma == ma)


def test_danh_sach_noi_ai_lam_buoc_cuoi(client, tchc, giam_doc, da_chot):
    dong = dong_cua(client, "9T")

    assert (dong.bao_cao, dong.buoc.den, dong.buoc.nguoi) == (da_chot, "da_chot", giam_doc)
    assert dong_cua(client, "6T").buoc is None


LICH = Lich({}, {}, {})


@pytest.mark.parametrize(
    ("trang_thai", "hom_nay", "muc", "chu"),
    [
        (None, date(2026, 9, 14), "gap", "Còn 1 ngày làm việc"),
        ("dang_lap", date(2026, 9, 15), "hom_nay", "Đến hạn hôm nay"),
        ("da_chot", date(2026, 9, 17), "qua_han", "Quá hạn 2 ngày"),
        ("da_chot", date(2027, 9, 17), "qua_han", "Quá hạn 367 ngày"),
        (None, date(2026, 11, 14), "qua_han", "Quá hạn 60 ngày"),
    ],
)
def test_nhac_nop_bang_chu(trang_thai, hom_nay, muc, chu):
    bao_cao = BaoCaoKy(ma_ky="9T", nam=2026, trang_thai=trang_thai) if trang_thai else None

    nhac = nhac_nop(bao_cao, date(2026, 9, 15), hom_nay, LICH)

    assert (nhac.muc, nhac.con_lai_chu) == (muc, chu)


@pytest.mark.parametrize(
    ("trang_thai", "hom_nay"),
    [("da_gui", date(2026, 9, 17)), (None, date(2026, 8, 14)), (None, date(2026, 11, 15))],
)
def test_khong_nhac_ky_da_gui_con_xa_hoac_tu_truoc_khi_dung(trang_thai, hom_nay):
    bao_cao = BaoCaoKy(ma_ky="9T", nam=2026, trang_thai=trang_thai) if trang_thai else None

    assert nhac_nop(bao_cao, date(2026, 9, 15), hom_nay, LICH) is None


def test_so_cau_hoi_danh_sach_khong_theo_so_bao_cao(client, tchc, django_assert_max_num_queries):
    def so_cau_hoi():
        with django_assert_max_num_queries(100) as cac_cau:
            client.get("/bao-cao/?nam=2026")
        return len(cac_cau)

    client.post(reverse("baocao:lam_viec", args=[KY, "lap"]))
    client.get("/bao-cao/?nam=2026")
    mot = so_cau_hoi()
    for ma in ("Q1", "6T"):
        client.post(reverse("baocao:lam_viec", args=[lap_ky(ma, 2026), "lap"]))
    client.get("/bao-cao/?nam=2026")

    assert so_cau_hoi() == mot
