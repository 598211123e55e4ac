"""Rows of the units on random registers: they add up, each number has its list, and no tố cáo shows in them."""

import re
from collections import Counter
from datetime import date
from io import BytesIO

import pytest
from django.db.models import Q
from docx import Document
from pypdf import PdfReader

from baocao.bieu_mau import CHUNG, DongDonVi, kiem_tra, lap_so_lieu
from baocao.ky import doc_ky
from baocao.models import HoatDong
from baocao.so_lieu import CAC_O, tinh_bao_cao, tinh_cot, tinh_so_lieu
from baocao.trinh_bay import DauBieu
from baocao.xuat import xuat_pdf
from baocao.xuat_docx import xuat_docx
from donthu.models import DonThu, KetQuaThiHanh, VuViec
from donthu.phan_loai import LoaiDon
from tests.baocao.so_ngau_nhien import CAC_KY, dem_danh_sach
from tiepdan.models import LichTiep, LuotTiep
from tochuc.vai_tro import VaiTro

QUY_HAI, TRANG_QUY_HAI = doc_ky("Q2/2026"), "/bao-cao/Q2-2026/"
COT_TO_CAO = [
    *(("02/XLD", so) for so in range(12, 19)),
    *(("04/GQTC", so) for so in range(1, 26)),
    *(("05/KQTH", so) for so in range(16, 32)),
]


def cac_dong(ky) -> dict[int, dict[tuple[str, int], int]]:
    """Numbers by key of the unit."""
    bao_cao = tinh_bao_cao(ky, theo_don_vi=True)
    return {dong.khoa: {(ma, so): dong.bieu[ma][so] for ma, so in CAC_O} for dong in bao_cao.don_vi}


def _dong_don_vi(ky) -> dict[int, dict[tuple[str, int], int]]:
    return {khoa: so for khoa, so in cac_dong(ky).items() if khoa != CHUNG}


# --- Sums -------------------------------------------------------------------------------------------------------------


def test_rows_of_the_units_add_up_to_the_row_of_the_centre(so_ngau_nhien):
    for ky in CAC_KY:
        bao_cao = tinh_bao_cao(ky, theo_don_vi=True)

        tong = {
            ma: {so: sum(dong.bieu[ma][so] for dong in bao_cao.don_vi) for so in bao_cao.bieu[ma]} for ma, _ in CAC_O
        }
        assert len(bao_cao.don_vi) == 5
        assert tong == bao_cao.bieu == tinh_so_lieu(ky.tu_ngay, ky.den_ngay), str(ky)


def test_petitions_results_and_activities_stand_with_their_unit(so_ngau_nhien):
    """Counted again from the rows, not by the expressions of the columns."""
    don, hoat_dong = list(DonThu.objects.all()), list(HoatDong.objects.filter(loai="tap_huan"))
    thi_hanh = list(KetQuaThiHanh.objects.filter(don__loai="KN").select_related("don"))

    for ky in CAC_KY:
        for khoa, so in _dong_don_vi(ky).items():
            cua_don_vi = [d for d in don if d.don_vi_id == khoa and d.loai in ("KN", "KIEN_NGHI", "PHAN_ANH")]

            assert so["02/XLD", 2] == sum(bool(d.ngay_xu_ly) and ky.chua_ngay(d.ngay_xu_ly) for d in cua_don_vi)
            assert so["05/KQTH", 5] == sum(
                kq.da_thu_tien for kq in thi_hanh if kq.don.don_vi_id == khoa and ky.chua_ngay(kq.ngay)
            )
            assert so["06/QLKNTC", 4] == sum(hd.don_vi_id == khoa and ky.chua_ngay(hd.ngay) for hd in hoat_dong)


def test_visits_stand_with_the_unit_of_the_earliest_petition_of_their_vu_viec(so_ngau_nhien):
    luot = list(LuotTiep.objects.select_related("don"))
    don = list(DonThu.objects.order_by("ngay_nhan", "pk"))
    co_to_cao = {d.vu_viec_id for d in don if d.loai == "TC"} | {dong.vu_viec_id for dong in luot if dong.ve_to_cao}
    don_vi = {d.vu_viec_id: d.don_vi_id for d in reversed(don) if d.don_vi_id and d.vu_viec_id not in co_to_cao}

    for ky in CAC_KY:
        trong_ky = [dong.vu_viec_id for dong in luot if ky.chua_ngay(dong.ngay) and not dong.bi_tu_choi]
        so_luot = {khoa: so["01/TCD", 1] for khoa, so in cac_dong(ky).items()}

        mong_doi = Counter(don_vi.get(vu_viec, CHUNG) for vu_viec in trong_ky)
        assert so_luot == {khoa: mong_doi[khoa] for khoa in so_luot}, str(ky)


def test_printed_checks_hold_in_every_row(so_ngau_nhien):
    """No row says "no petition, one vụ việc": a vụ việc stands where one of the rows counted stands."""
    for ky in CAC_KY:
        bao_cao = tinh_bao_cao(ky, theo_don_vi=True)

        for dong in bao_cao.don_vi:
            assert [kq.kiem_tra for kq in kiem_tra(dong.bieu, bao_cao.che_do) if not kq.dat] == [], f"{ky} {dong.ten}"


# --- Count and list ---------------------------------------------------------------------------------------------------


def test_list_behind_each_number_of_a_unit_makes_it(so_ngau_nhien):
    ky = doc_ky("N/2025")

    for khoa, so in cac_dong(ky).items():
        assert {o: dem_danh_sach(cot, ky, khoa) for o, cot in CAC_O.items()} == so, khoa


def test_one_number_of_a_unit_is_that_of_its_row(so_ngau_nhien):
    for khoa, so in cac_dong(QUY_HAI).items():
        for ma, cot in (("01/TCD", 3), ("02/XLD", 1), ("03/GQKN", 2), ("03/GQKN", 13), ("06/QLKNTC", 5)):
            assert tinh_cot(ma, cot, QUY_HAI.tu_ngay, QUY_HAI.den_ngay, khoa) == so[ma, cot]


# --- Tố cáo -----------------------------------------------------------------------------------------------------------


def test_columns_of_to_cao_are_zero_in_every_row_of_a_unit(so_ngau_nhien):
    for ky in CAC_KY:
        so_don_vi = [so for khoa, so in cac_dong(ky).items() if khoa != CHUNG]

        assert {so[o] for so in so_don_vi for o in COT_TO_CAO} == {0}


def test_rows_of_the_units_are_the_same_when_there_never_was_a_to_cao(so_ngau_nhien):
    truoc = {ky: _dong_don_vi(ky) for ky in CAC_KY}
    luot_to_cao = LuotTiep.objects.filter(Q(loai=LoaiDon.TO_CAO) | Q(don__loai=LoaiDon.TO_CAO))
    don_to_cao = DonThu.objects.filter(loai=LoaiDon.TO_CAO)

    # Of 01/TCD also what else was said at the counter in the same matter stands in the common row.
    LuotTiep.objects.filter(
        Q(vu_viec__in=luot_to_cao.values("vu_viec")) | Q(vu_viec__in=don_to_cao.values("vu_viec"))
    ).delete()
    don_to_cao.delete()

    assert {ky: _dong_don_vi(ky) for ky in CAC_KY} == truoc


# --- Names and order --------------------------------------------------------------------------------------------------


def test_units_by_name_without_empty_ones_and_what_is_common_last(tao_don_vi, tao_don):
    duoc, noi = tao_don_vi(ten="Khoa Dược"), tao_don_vi(ten="Khoa Nội")
    tao_don_vi(ten="Khoa Nhi")
    for don_vi in (noi, duoc, None):
        tao_don(don_vi=don_vi, ngay_nhan=date(2026, 4, 1))

    cac_don_vi = tinh_bao_cao(QUY_HAI, theo_don_vi=True).don_vi

    assert [(dong.ten, dong.khoa) for dong in cac_don_vi] == [
        ("Khoa Dược", duoc.pk), ("Khoa Nội", noi.pk), ("Chung toàn Trung tâm", CHUNG)
    ]  # fmt: skip


def test_reception_days_are_common(db):
    LichTiep.objects.create(ngay=date(2026, 4, 15), loai="dinh_ky", nguoi_tiep="thu_truong", da_cong_bo=True)

    (chung,) = tinh_bao_cao(QUY_HAI, theo_don_vi=True).don_vi

    assert (chung.khoa, chung.bieu["01/TCD"][10]) == (CHUNG, 1)


def test_nothing_has_no_rows(db):
    assert tinh_bao_cao(QUY_HAI, theo_don_vi=True).don_vi == ()


def test_vu_viec_of_two_units_counts_once_with_the_earlier_petition(tao_don_vi, tao_don):
    som, muon = tao_don_vi(ten="Khoa sớm"), tao_don_vi(ten="Khoa muộn")
    vu_viec = VuViec.objects.create(ma="V1")
    for ngay, don_vi in ((date(2026, 4, 2), muon), (date(2026, 4, 1), som)):
        tao_don(
            vu_viec=vu_viec, don_vi=don_vi, ngay_nhan=ngay, ngay_xu_ly=ngay, du_dieu_kien=True, thuoc_tham_quyen=True,
            huong_xu_ly="de_xuat_thu_ly",
        )  # fmt: skip

    cac_don_vi = tinh_bao_cao(QUY_HAI, theo_don_vi=True).don_vi

    assert {dong.khoa: (dong.bieu["02/XLD"][4], dong.bieu["02/XLD"][5]) for dong in cac_don_vi} == {
        som.pk: (1, 1),
        muon.pk: (1, 0),
    }


def test_number_of_statements_does_not_grow(so_ngau_nhien, django_assert_num_queries):
    with django_assert_num_queries(9):  # one for each of the eight sets, one for the names
        tinh_bao_cao(QUY_HAI, theo_don_vi=True)


# --- On paper ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def bao_cao_ba_muoi(so_lieu_mau):
    """Thirty units with something on 01/TCD alone."""
    khong = {ma: dict.fromkeys(cot, 0) for ma, cot in so_lieu_mau.items()}
    cac_dong = (DongDonVi(f"Khoa số {so}", khong | {"01/TCD": khong["01/TCD"] | {1: so}}, so) for so in range(1, 31))
    return lap_so_lieu(QUY_HAI, so_lieu_mau, tuple(cac_dong))


def test_many_rows_run_over_pages_under_the_same_head(bao_cao_ba_muoi):
    trang = [t.extract_text() for t in PdfReader(BytesIO(xuat_pdf(bao_cao_ba_muoi, DauBieu("Trung tâm")))).pages]

    cua_tiep = trang[:-5]
    assert len(cua_tiep) == 2
    assert [chu.split()[-1] for chu in cua_tiep] == ["1", "2"]
    assert all("Đơn vị" in chu and "MS" in chu for chu in cua_tiep)
    cac_ten = re.findall(r"Khoa số \d+|Trung tâm(?= 25)", " ".join(" ".join(cua_tiep).split()))
    assert cac_ten == [*(f"Khoa số {so}" for so in range(1, 31)), "Trung tâm"]


def test_word_table_has_the_rows_the_last_one_bold(bao_cao_ba_muoi):
    bang = Document(BytesIO(xuat_docx(bao_cao_ba_muoi, DauBieu("Trung tâm")))).tables[0]

    *_, ap_chot, chot = bang.rows
    assert [o.text for o in ap_chot.cells[:2]] == ["Khoa số 30", "30"]
    assert [o.text for o in chot.cells[:2]] == ["Trung tâm", "25"]
    assert [hang.cells[1].paragraphs[0].runs[0].bold for hang in (ap_chot, chot)] == [None, True]


# --- On the screen ----------------------------------------------------------------------------------------------------


@pytest.fixture
def tchc(client, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC)
    client.force_login(nguoi)
    return nguoi


@pytest.fixture
def hai_don_vi(tao_don_vi, tao_don):
    """Two phản ánh of one unit, one and a tố cáo of another, one of none, in quý II."""
    noi, nhi = tao_don_vi(ten="Khoa Nội"), tao_don_vi(ten="Khoa Nhi")
    for ma, don_vi, loai in (
        ("A1", noi, "PHAN_ANH"),
        ("A2", noi, "PHAN_ANH"),
        ("B1", nhi, "PHAN_ANH"),
        ("C1", None, "KN"),
    ):
        tao_don(ma=ma, don_vi=don_vi, loai=loai, ngay_nhan=date(2026, 4, 1))
    tao_don(ma="T1", don_vi=nhi, loai="TC", ngay_nhan=date(2026, 4, 1))
    return noi, nhi


def cac_ten(response) -> list[str]:
    return sorted(dong.ten for dong in response.context["cac_dong"])


def cac_hang(response, ma_bieu: str) -> dict[str, str]:
    """Name of each unit and its first number on a form."""
    bang = next(bang for bang in response.context["cac_bieu"] if bang.bieu.ma == ma_bieu)
    return {hang.ten: hang.cac_o[0].chu for hang in bang.cac_don_vi}


def test_switch_adds_the_rows_of_the_units(client, tchc, hai_don_vi):
    tat, bat = client.get(TRANG_QUY_HAI), client.get(f"{TRANG_QUY_HAI}?don_vi=1")

    assert (cac_hang(tat, "02/XLD"), "?don_vi=1" in tat.content.decode()) == ({}, True)
    assert cac_hang(bat, "02/XLD") == {"Khoa Nhi": "1", "Khoa Nội": "2", "Chung toàn Trung tâm": "2"}
    assert cac_hang(bat, "01/TCD") == {}  # no row of zeros
    assert [bang.trung_tam for bang in bat.context["cac_bieu"]] == [bang.trung_tam for bang in tat.context["cac_bieu"]]
    assert f'href="{TRANG_QUY_HAI}">' in bat.content.decode()


@pytest.mark.parametrize("dinh_dang", ["xlsx", "docx", "pdf"])
def test_files_are_asked_for_with_the_rows_that_are_shown(client, tchc, dinh_dang):
    tep = f'href="{TRANG_QUY_HAI}tai-ve/{dinh_dang}/'

    assert f'{tep}"' in client.get(TRANG_QUY_HAI).content.decode()
    assert f'{tep}?don_vi=1"' in client.get(f"{TRANG_QUY_HAI}?don_vi=1").content.decode()


def test_numbers_of_a_row_lead_to_their_rows(client, tchc, hai_don_vi):
    noi, _ = hai_don_vi
    noi_dung = client.get(f"{TRANG_QUY_HAI}?don_vi=1").content.decode()

    for khoa, cac_ma, cau in (
        (noi.pk, ["A1", "A2"], "Khoa Nội. Tổng số đơn: 2."),
        ("chung", ["C1", "T1"], "Chung toàn Trung tâm. Tổng số đơn: 2."),
    ):
        dia_chi = f"{TRANG_QUY_HAI}02-XLD/1/?don_vi={khoa}"
        response = client.get(dia_chi)

        assert f'<a href="{dia_chi}">2</a>' in noi_dung
        assert cac_ten(response) == cac_ma
        assert cau in response.content.decode()
        assert f'href="{TRANG_QUY_HAI}?don_vi=1#bieu-02-XLD"' in response.content.decode()


def test_to_cao_is_in_no_row_of_its_unit(client, tchc, hai_don_vi):
    _, nhi = hai_don_vi

    response = client.get(f"{TRANG_QUY_HAI}02-XLD/1/?don_vi={nhi.pk}")

    assert (response.context["gia_tri"], cac_ten(response)) == (1, ["B1"])


@pytest.mark.parametrize("don_vi", ["0", "-1", "²", "abc", "99999999999999999999"])
def test_row_of_no_unit_is_no_page(client, tchc, don_vi):
    assert client.get(f"{TRANG_QUY_HAI}02-XLD/1/", {"don_vi": don_vi}).status_code == 404


@pytest.mark.parametrize("so_don_vi", [1, 3])
def test_queries_of_a_period_with_units(client, tchc, tao_don, tao_don_vi, django_assert_num_queries, so_don_vi):
    for _ in range(so_don_vi):
        tao_don(don_vi=tao_don_vi(), ngay_nhan=date(2026, 4, 1))
    client.get(TRANG_QUY_HAI)

    with django_assert_num_queries(14):  # as without, and the names of the units
        client.get(f"{TRANG_QUY_HAI}?don_vi=1")
