"""The pages of the reports, by role and by what they show."""

import json
from datetime import date
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from baocao.bieu_mau import doc_kiem_tra
from baocao.han_nop import han_nop
from baocao.ky import doc_ky
from baocao.models import HoatDong
from baocao.models.hoat_dong import TRUONG_RIENG
from baocao.so_lieu import tinh_bao_cao
from baocao.views.bao_cao import cau_kiem_tra, trang_thai_ky
from tochuc.dinh_dang import ten_trong_cau
from tochuc.models import CauHinh, NhatKy
from tochuc.vai_tro import VaiTro

QUY_HAI = "/bao-cao/Q2-2026/"
CAC_TRANG = ["/bao-cao/", QUY_HAI, f"{QUY_HAI}01-TCD/5/", f"{QUY_HAI}tai-ve/json/", "/bao-cao/hoat-dong/"]


@pytest.fixture
def tchc(client, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC)
    client.force_login(nguoi)
    return nguoi


@pytest.fixture
def lanh_dao(client, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.LANH_DAO)
    client.force_login(nguoi)
    return nguoi


# --- Who may --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dia_chi", CAC_TRANG)
@pytest.mark.parametrize(
    ("vai_tro", "ma"),
    [
        (VaiTro.TCHC, 200),
        (VaiTro.LANH_DAO, 200),
        (VaiTro.TIEP_DAN, 403),
        (VaiTro.TRUONG_DON_VI, 403),
        (VaiTro.CHUYEN_VIEN, 403),
        (VaiTro.QUAN_TRI, 403),
    ],
)
def test_who_reads_reports(client, tao_nguoi, vai_tro, ma, dia_chi):
    client.force_login(tao_nguoi(vai_tro))

    assert client.get(dia_chi).status_code == ma


@pytest.mark.parametrize("dia_chi", CAC_TRANG)
def test_signed_out_goes_to_sign_in(db, client, dia_chi):
    response = client.get(dia_chi)

    assert (response.status_code, response.url) == (302, f"/dang-nhap/?next={dia_chi}")


@pytest.mark.parametrize("vai_tro", [VaiTro.TCHC, VaiTro.LANH_DAO])
def test_only_tchc_writes_activities(client, tao_nguoi, vai_tro):
    client.force_login(tao_nguoi(vai_tro))
    hoat_dong = HoatDong.objects.create(ma="H1", loai="van_ban_moi", ngay=date(2026, 5, 4))
    mong_doi = 200 if vai_tro == VaiTro.TCHC else 403

    cac_ma = [client.get(f"/bao-cao/hoat-dong/{duoi}").status_code for duoi in ("them/", f"{hoat_dong.pk}/sua/")]

    assert cac_ma == [mong_doi, mong_doi]
    assert client.get(f"/bao-cao/hoat-dong/{hoat_dong.pk}/").status_code == 200


@pytest.mark.parametrize(
    "dia_chi",
    [
        "/bao-cao/Q5-2026/",
        "/bao-cao/9T-1999/",
        f"{QUY_HAI}07-XXX/1/",
        f"{QUY_HAI}01-TCD/22/",
        f"{QUY_HAI}01-TCD/0/",
        f"{QUY_HAI}tai-ve/exe/",
        "/bao-cao/hoat-dong/999/",
    ],
)
def test_what_is_not_there(client, tchc, dia_chi):
    assert client.get(dia_chi).status_code == 404


@pytest.mark.parametrize("dia_chi", CAC_TRANG)
def test_pages_are_only_read(client, tchc, dia_chi):
    assert client.post(dia_chi).status_code == 405


# --- Periods --------------------------------------------------------------------------------------------------------


def test_periods_of_a_year(client, tchc):
    response = client.get("/bao-cao/?nam=2026")

    assert [str(dong.ky) for dong in response.context["cac_dong"]] == [
        "Q1/2026", "Q2/2026", "6T/2026", "Q3/2026", "9T/2026", "Q4/2026", "N/2026"
    ]  # fmt: skip
    assert [dong.han_nop for dong in response.context["cac_dong"]][-1] == date(2026, 12, 15)


@pytest.mark.parametrize("nam", ["", "abc", "1999", "2101", "²"])
def test_odd_year_is_the_present_one(client, tchc, nam):
    response = client.get("/bao-cao/", {"nam": nam})

    assert any(dong.ky.chua_ngay(timezone.localdate()) for dong in response.context["cac_dong"])


@pytest.mark.parametrize(
    ("hom_nay", "chu"),
    [
        (date(2026, 3, 14), "Chưa đến kỳ"),
        (date(2026, 3, 15), "Đang trong kỳ, số liệu còn thay đổi"),
        (date(2026, 6, 14), "Đang trong kỳ, số liệu còn thay đổi"),
        (date(2026, 6, 15), "Đã hết kỳ, còn 1 ngày để nộp"),
        (date(2026, 6, 16), "Đã hết kỳ, nộp trong hôm nay"),
        (date(2026, 6, 17), "Đã qua ngày nộp"),
    ],
)
def test_where_a_period_stands(hom_nay, chu):
    ky = doc_ky("Q2/2026")

    assert trang_thai_ky(ky, han_nop(ky, 16), hom_nay) == chu


# --- One period -----------------------------------------------------------------------------------------------------


def test_every_number_but_zero_is_a_link(client, tchc, so_sach):
    noi_dung = client.get(QUY_HAI).content.decode()

    bao_cao = tinh_bao_cao(doc_ky("Q2/2026"))
    co_so = [(ma, so) for ma, cot in bao_cao.bieu.items() for so, gia_tri in cot.items() if gia_tri]
    thieu = [o for o in co_so if f'<a href="{QUY_HAI}{o[0].replace("/", "-")}/{o[1]}/">' not in noi_dung]
    assert thieu == []
    assert noi_dung.count(f'<a href="{QUY_HAI}0') == len(co_so)


def test_forms_have_their_merged_headers_and_ms_row(client, tchc):
    noi_dung = client.get(QUY_HAI).content.decode()

    assert '<th scope="colgroup" colspan="5">Tiếp thường xuyên</th>' in noi_dung
    assert "<td>6\u200b=7\u200b+8\u200b=9\u200b+10\u200b+11</td>" in noi_dung
    assert noi_dung.count("Trong kỳ không phát sinh.") == 6


def test_held_checks_are_shown(client, tchc, so_sach):
    response = client.get(QUY_HAI)

    assert "Đúng cả 37 phép kiểm tra của hướng dẫn ghi biểu." in response.content.decode()
    assert [dong.dat for dong in response.context["kiem_in"]] == [True] * 37


def test_broken_check_is_shown(client, tchc, tao_don):
    tao_don(
        ngay_nhan=date(2026, 4, 1), ngay_xu_ly=date(2026, 4, 2), du_dieu_kien=True, thuoc_tham_quyen=False,
        huong_xu_ly="luu_don",
    )  # fmt: skip

    noi_dung = client.get(QUY_HAI).content.decode()

    assert "1 trong 37 phép kiểm tra của hướng dẫn ghi biểu không đúng." in noi_dung
    assert '02/XLD: cột 23 = cột 24 + cột 25 <span class="chu-phu">(1 và 0)</span>' in noi_dung


@pytest.mark.parametrize(
    ("chu", "cau"),
    [
        ("02/XLD:3 == 02/XLD:4 + 02/XLD:23", "02/XLD: cột 3 = cột 4 + cột 23"),
        ("05/KQTH:1 >= 03/GQKN:7", "05/KQTH cột 1 ≥ 03/GQKN cột 7"),
        ("01/TCD:9 >= 5 * 01/TCD:8", "01/TCD: cột 9 ≥ 5 × cột 8"),
    ],
)
def test_checks_in_words(chu, cau):
    assert cau_kiem_tra(doc_kiem_tra(chu)) == cau


def test_note_on_petitions_accepted_later(client, tchc):
    assert client.get(QUY_HAI).content.decode().count("Ghi chú: Cột 4 chỉ tính đơn được xử lý trong kỳ") == 2


def test_queries_of_a_period(client, tchc, so_sach, django_assert_num_queries):
    client.get(QUY_HAI)  # the first page of a session also saves it

    with django_assert_num_queries(13):  # session, user, roles, centre, notices; eight for all the numbers
        client.get(QUY_HAI)


# --- Files ----------------------------------------------------------------------------------------------------------


def test_json_file_is_the_report(client, tchc, so_sach):
    response = client.get(f"{QUY_HAI}tai-ve/json/")

    assert json.loads(response.content)["bieu"]["01/TCD"]["1"] == 8
    assert response["Content-Disposition"] == 'attachment; filename="BC-Q2-2026-bieu-so-lieu.json"'


def test_workbook_has_the_numbers_and_the_centre(client, tchc, so_sach):
    response = client.get(f"{QUY_HAI}tai-ve/xlsx/")

    trang = load_workbook(BytesIO(response.content), data_only=True)["02-XLD"]
    o = {o.value for hang in trang.iter_rows() for o in hang}
    assert {ten_trong_cau(CauHinh.hien_hanh().ten_co_quan), 23, 20, 19} <= o


@pytest.mark.parametrize(
    ("dinh_dang", "viec"), [("xlsx", "xuat"), ("docx", "xuat"), ("json", "xuat"), ("pdf", "in_an")]
)
def test_taking_a_report_out_is_logged(client, tchc, dinh_dang, viec):
    client.get(f"{QUY_HAI}tai-ve/{dinh_dang}/")

    dong = NhatKy.objects.latest("stt")
    assert (dong.nguoi, dong.viec, dong.doi_tuong, dong.noi_dung) == (
        tchc, viec, "bao_cao:Q2/2026", f"Biểu số liệu, {dinh_dang}"
    )  # fmt: skip


def test_pdf_opens_beside_the_page(client, tchc):
    response = client.get(f"{QUY_HAI}tai-ve/pdf/")

    assert response.content.startswith(b"%PDF-")
    assert response["Content-Disposition"] == 'inline; filename="BC-Q2-2026-bieu-so-lieu.pdf"'


# --- Behind a number ------------------------------------------------------------------------------------------------


def cac_ten(response) -> list[str]:
    return sorted(dong.ten for dong in response.context["cac_dong"])


@pytest.mark.parametrize(
    ("duoi", "cac_ma"),
    [
        ("01-TCD/13/", ["L10", "L2", "L3"]),
        ("01-TCD/10/", ["15/04/2026", "16/03/2026", "16/03/2026"]),
        ("03-GQKN/6/", ["P12", "P15"]),
        ("05-KQTH/5/", ["P10", "P17", "P20"]),
        ("06-QLKNTC/5/", ["H5", "H6"]),
        ("03-GQKN/12/", []),
    ],
)
def test_rows_of_a_number(client, tchc, so_sach, duoi, cac_ma):
    response = client.get(f"{QUY_HAI}{duoi}")

    assert cac_ten(response) == cac_ma


def test_amount_stands_beside_its_row(client, tchc, so_sach):
    response = client.get(f"{QUY_HAI}03-GQKN/13/")

    assert {dong.ten: dict(dong.cac_o)["Thu hồi tiền (Trđ)"] for dong in response.context["cac_dong"]} == {
        "P10": "10,5",
        "P17": "0,25",
    }
    assert "Tiền (Trđ): 10,75." in response.content.decode()


def test_accused_sees_the_number_and_not_the_row(client, lanh_dao, so_sach, tao_don):
    tao_don(
        ma="T99", loai="TC", ngay_nhan=date(2026, 4, 1), ngay_xu_ly=date(2026, 4, 2), du_dieu_kien=True,
        thuoc_tham_quyen=True, huong_xu_ly="de_xuat_thu_ly", nguoi_bi_to_cao=[lanh_dao], duoc_biet=[lanh_dao],
    )  # fmt: skip

    response = client.get(f"{QUY_HAI}04-GQTC/1/")

    assert response.context["gia_tri"] == 7
    assert cac_ten(response) == ["T1", "T10", "T2", "T3", "T4", "T5"]
    assert "T99" not in response.content.decode()


@pytest.mark.parametrize("duoi", ["01-TCD/5/", "01-TCD/10/", "02-XLD/1/", "05-KQTH/5/", "06-QLKNTC/4/"])
def test_queries_of_a_list(client, tchc, so_sach, django_assert_num_queries, duoi):
    client.get(QUY_HAI)

    with django_assert_num_queries(8):  # five as above; the number, the count of rows, the rows
        client.get(f"{QUY_HAI}{duoi}")


# --- Activities -----------------------------------------------------------------------------------------------------

TAP_HUAN = {"loai": "tap_huan", "ngay": "05/05/2026", "noi_dung": "Tập huấn tiếp công dân", "so_nguoi": "31"}


def gui(client, dia_chi="/bao-cao/hoat-dong/them/", **khac):
    """Post the form; amounts left out are sent empty."""
    return client.post(dia_chi, dict.fromkeys(TRUONG_RIENG, "") | khac)


def test_adding_an_activity(client, tchc):
    response = gui(client, **TAP_HUAN, tong_so_nguoi=40)

    hoat_dong = HoatDong.objects.get()
    assert (response.status_code, response.url) == (302, f"/bao-cao/hoat-dong/{hoat_dong.pk}/")
    assert (hoat_dong.ma, hoat_dong.so_nguoi, hoat_dong.tong_so_nguoi) == ("HD-2026-0001", 31, 40)
    assert NhatKy.objects.latest("stt").doi_tuong == "hoat_dong:HD-2026-0001"


def test_changing_an_activity(client, tchc):
    gui(client, **TAP_HUAN)
    hoat_dong = HoatDong.objects.get()

    gui(client, f"/bao-cao/hoat-dong/{hoat_dong.pk}/sua/", **TAP_HUAN | {"so_nguoi": 35})

    hoat_dong.refresh_from_db()
    assert (hoat_dong.ma, hoat_dong.so_nguoi) == ("HD-2026-0001", 35)


@pytest.mark.parametrize(
    ("truong", "o", "cau"),
    [
        ({**TAP_HUAN, "ngay": "05/05/2126"}, "ngay", "Năm phải từ 2000 đến 2100."),
        ({**TAP_HUAN, "ngay": "05/05/2099"}, "ngay", "Ngày này chưa đến. Xin ghi khi việc đã diễn ra."),
        ({**TAP_HUAN, "tong_so_nguoi": 30}, "so_nguoi", "Số người dự không được lớn hơn tổng số người phải dự."),
        ({**TAP_HUAN, "so_don_vi": 3}, "so_don_vi", "Chỉ ghi cho kiểm tra nội bộ, thanh tra trách nhiệm."),
        (
            {"loai": "thanh_tra", "ngay": "05/05/2026"},
            "so_don_vi",
            "Kiểm tra, thanh tra phải ghi số đơn vị, ít nhất là 1.",
        ),
        (
            {"loai": "thanh_tra", "ngay": "05/05/2026", "so_don_vi": 1, "ca_nhan_dieu_tra": 1},
            "ca_nhan_dieu_tra",
            "Chỉ ghi khi đã có ngày kết luận.",
        ),
        (
            {"loai": "thanh_tra", "ngay": "05/05/2026", "so_don_vi": 1, "ngay_ket_luan": "06/05/2026", "vu_khoi_to": 1},
            "vu_khoi_to",
            "Chỉ ghi khi đã có ngày thực hiện xong.",
        ),
    ],
)
def test_wrong_activity_is_refused_beside_its_field(client, tchc, truong, o, cau):
    response = gui(client, **truong)

    assert response.context["form"].errors[o] == [cau]
    assert HoatDong.objects.count() == 0


def test_dates_out_of_order_are_refused(client, tchc):
    response = gui(client, loai="thanh_tra", ngay="05/05/2026", so_don_vi=1, ngay_ket_luan="04/05/2026")

    assert response.context["form"].non_field_errors() == ["Ngày kết luận không được trước ngày bắt đầu."]


def test_register_of_activities_is_filtered(client, tchc, so_sach):
    response = client.get("/bao-cao/hoat-dong/?loai=tap_huan&tu=20/04/2026&den=30/04/2026")

    assert [dong.ma for dong in response.context["trang"]] == ["H6", "H5"]


def test_empty_register_teaches(client, tchc):
    noi_dung = client.get("/bao-cao/hoat-dong/").content.decode()

    assert "Thêm hoạt động đầu tiên" in noi_dung
