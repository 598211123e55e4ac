"""Today, the register and the schedule: who may open them, what they show, what leaves them."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader

from donthu.phan_loai import LoaiDon
from tests.tiepdan.conftest import NGAY_TIEP
from tiepdan.actions import cong_bo_lich, tao_lich_nam, them_lich
from tiepdan.hinh_thuc import HuongTiep, LoaiLich, NguoiTiep
from tiepdan.models import LichTiep, NgayDaKhoa
from tiepdan.so_tiep import COT_SO
from tochuc.models import CauHinh, NhatKy
from tochuc.vai_tro import VaiTro

pytestmark = pytest.mark.django_db

GET, POST = "get", "post"
DUOC, CHUYEN, CAM, KHONG, DUNG = 200, 302, 403, 404, 409
CAC_VAI = (
    VaiTro.TIEP_DAN,
    VaiTro.TCHC,
    VaiTro.LANH_DAO,
    VaiTro.TRUONG_DON_VI,
    VaiTro.CHUYEN_VIEN,
    VaiTro.QUAN_TRI,
)

# Address, method, status for tiếp dân, TCHC, lãnh đạo, and for the three roles that have no business here.
BANG_QUYEN_TRANG = [
    ("/tiep-dan/", GET, DUOC, DUOC, DUOC, CAM),
    ("/tiep-dan/khoa-ngay/", POST, CHUYEN, CHUYEN, CAM, CAM),
    ("/tiep-dan/ghi/", GET, DUOC, DUOC, CAM, CAM),
    ("/tiep-dan/ghi/", POST, DUOC, DUOC, CAM, CAM),
    ("/tiep-dan/ghi/nguoi-quen/", POST, DUOC, DUOC, CAM, CAM),
    ("/tiep-dan/{luot}/", GET, DUOC, DUOC, DUOC, CAM),
    ("/tiep-dan/{luot}/sua/", GET, DUOC, DUOC, CAM, CAM),
    ("/tiep-dan/{luot}/bo-sung/", GET, DUOC, DUOC, CAM, CAM),
    ("/tiep-dan/{luot}/bao-tu-choi/", GET, DUOC, DUOC, CAM, CAM),
    ("/tiep-dan/{luot}/bien-nhan.pdf", GET, DUOC, DUOC, DUOC, CAM),
    ("/tiep-dan/{to_cao}/", GET, KHONG, DUOC, DUOC, CAM),
    ("/tiep-dan/{to_cao}/sua/", GET, KHONG, DUOC, CAM, CAM),
    ("/tiep-dan/{to_cao}/bo-sung/", POST, KHONG, DUOC, CAM, CAM),
    ("/tiep-dan/{to_cao}/bao-tu-choi/", POST, KHONG, DUOC, CAM, CAM),
    ("/tiep-dan/{to_cao}/bien-nhan.pdf", GET, KHONG, DUNG, DUNG, CAM),
    ("/tiep-dan/so/", GET, DUOC, DUOC, DUOC, CAM),
    ("/tiep-dan/so/so-tiep-cong-dan.pdf", GET, DUOC, DUOC, DUOC, CAM),
    ("/tiep-dan/so/so-tiep-cong-dan.xlsx", GET, DUOC, DUOC, DUOC, CAM),
    ("/tiep-dan/lich/", GET, DUOC, DUOC, DUOC, CAM),
    ("/tiep-dan/lich/lich-tiep.pdf", GET, DUOC, DUOC, DUOC, CAM),
    ("/tiep-dan/lich/lap/", GET, CAM, DUOC, CAM, CAM),
    ("/tiep-dan/lich/them/", GET, CAM, DUOC, CAM, CAM),
    ("/tiep-dan/lich/cong-bo/", POST, CAM, DUNG, CAM, CAM),
    ("/tiep-dan/lich/{lich}/", GET, CAM, DUOC, CAM, CAM),
    ("/tiep-dan/lich/{lich}/huy/", POST, CAM, DUOC, CAM, CAM),
    ("/tiep-dan/lich/{lich}/doi/", POST, CAM, DUOC, CAM, CAM),
]


@pytest.mark.parametrize(("dia_chi", "cach", "tiep_dan", "tchc_", "lanh_dao", "khac"), BANG_QUYEN_TRANG)
def test_who_may_open_what(client, tao_nguoi, ghi_luot, dia_chi, cach, tiep_dan, tchc_, lanh_dao, khac):
    luot = ghi_luot(tai_lieu=[{"ten": "Đơn"}])
    to_cao = ghi_luot(nguoi=tao_nguoi(VaiTro.TIEP_DAN), loai=LoaiDon.TO_CAO)
    lich = LichTiep.objects.create(ngay=date(2026, 9, 15), loai="dinh_ky", nguoi_tiep="thu_truong", da_cong_bo=True)
    duong = dia_chi.format(luot=luot.pk, to_cao=to_cao.pk, lich=lich.pk)
    mong_doi = dict(zip(CAC_VAI, (tiep_dan, tchc_, lanh_dao, khac, khac, khac), strict=True))

    ket_qua = {}
    for vai in CAC_VAI:
        client.force_login(tao_nguoi(vai))
        response = getattr(client, cach)(duong)
        response.getvalue()  # a file that is sent closes itself at its end
        ket_qua[vai] = response.status_code

    assert ket_qua == mong_doi


def test_strangers_are_sent_to_sign_in(client):
    for dia_chi in ("/tiep-dan/", "/tiep-dan/so/", "/tiep-dan/lich/", "/tiep-dan/ghi/"):
        assert client.get(dia_chi).url.startswith("/dang-nhap/")


def test_accused_gets_no_page_of_his_case(client, tchc, ghi_luot):
    luot = ghi_luot(loai=LoaiDon.TO_CAO, huong=HuongTiep.LAP_DON, nguoi_bi_to_cao=[tchc])
    client.force_login(tchc)

    assert client.get(luot.get_absolute_url()).status_code == 404
    assert luot.ma not in client.get("/tiep-dan/so/").content.decode()
    assert luot.ma not in client.get("/tiep-dan/", {"ngay": "2026-09-15"}).content.decode()


# --- Numbers of queries ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dia_chi", ["/tiep-dan/?ngay=2026-09-15", "/tiep-dan/so/", "/tiep-dan/lich/?nam=2026"])
def test_as_many_queries_for_three_rows_as_for_one(
    client, tchc, giam_doc, ghi_luot, django_assert_num_queries, dia_chi
):
    def them(so):
        truong = {"huong": HuongTiep.LAP_DON, "so_giay_to": f"06419000000{so}", "tai_lieu": [{"ten": "Đơn"}]}
        luot = ghi_luot(nguoi_tiep=NguoiTiep.THU_TRUONG, can_bo=giam_doc, **truong)
        luot.bo_sung.create(noi_dung="x", nguoi=giam_doc)
        them_lich(nguoi=tchc, ngay=date(2026, 9, so), loai=LoaiLich.DOT_XUAT, can_bo=giam_doc)

    client.force_login(tchc)
    them(1)
    client.get(dia_chi)
    dem = _dem(client, dia_chi)
    them(2)
    them(3)

    with django_assert_num_queries(dem):
        client.get(dia_chi)


def _dem(client, dia_chi) -> int:
    with CaptureQueriesContext(connection) as truy_van:
        client.get(dia_chi)
    return len(truy_van)


# --- Today -----------------------------------------------------------------------------------------------------------


def test_day_shows_schedule_visits_and_the_days_of_the_head(client, can_bo, tchc, giam_doc, ghi_luot):
    them_lich(nguoi=tchc, ngay=NGAY_TIEP, loai=LoaiLich.DINH_KY, can_bo=giam_doc)
    luot = ghi_luot(huong=HuongTiep.LAP_DON)
    client.force_login(can_bo)

    response = client.get("/tiep-dan/", {"ngay": "15/09/2026"})

    trang = response.content.decode()
    assert [dong.ma for dong in response.context["cac_luot"]] == [luot.ma]
    assert [lich.ngay for lich in response.context["thang_nay"]] == [NGAY_TIEP]
    assert "Thứ Ba 15/09/2026" in trang
    assert "Khóa sổ ngày 15/09/2026" in trang


def test_day_without_visits_teaches(client, can_bo, giam_doc):
    client.force_login(can_bo)
    cho_can_bo = client.get("/tiep-dan/").content.decode()
    client.force_login(giam_doc)
    cho_giam_doc = client.get("/tiep-dan/").content.decode()

    assert "Ghi lượt tiếp đầu tiên" in cho_can_bo
    assert "Ghi lượt tiếp đầu tiên" not in cho_giam_doc
    assert "Không có lượt tiếp nào trong ngày" in cho_giam_doc


def test_wrong_day_is_today(client, can_bo):
    client.force_login(can_bo)

    assert client.get("/tiep-dan/", {"ngay": "hôm qua"}).context["ngay"] == timezone.localdate()


def test_closing_the_day(client, can_bo, ghi_luot):
    ghi_luot()
    client.force_login(can_bo)

    dau = client.post("/tiep-dan/khoa-ngay/", {"ngay": "15/09/2026"}, follow=True)
    lai = client.post("/tiep-dan/khoa-ngay/", {"ngay": "15/09/2026"})

    assert NgayDaKhoa.objects.get().ngay == NGAY_TIEP
    assert "đã khóa sổ ngày này" in dau.content.decode()
    assert lai.status_code == 409


def test_open_days_are_named(client, can_bo, ghi_luot):
    hom_qua = timezone.localdate() - timedelta(days=1)
    ghi_luot(ngay=hom_qua)
    client.force_login(can_bo)

    assert client.get("/tiep-dan/").context["ngay_chua_khoa"] == [hom_qua]


# --- Register --------------------------------------------------------------------------------------------------------


def test_register_pages_by_key(client, tchc, ghi_luot):
    cac_luot = [ghi_luot(ngay=date(2026, 1, 1) + timedelta(days=so)) for so in range(22)]
    client.force_login(tchc)

    dau = client.get("/tiep-dan/so/?nguoi_tiep=thuong_xuyen")
    sau = client.get("/tiep-dan/so/" + dau.context["trang"].sau)

    assert [dong.luot.ma for dong in dau.context["cac_dong"]] == [luot.ma for luot in reversed(cac_luot[2:])]
    assert [dong.luot.ma for dong in sau.context["cac_dong"]] == [luot.ma for luot in reversed(cac_luot[:2])]
    assert dau.context["trang"].so_dem == "22 lượt tiếp"


def test_filters_are_kept_and_named(client, tchc, ghi_luot):
    ghi_luot(loai=LoaiDon.KHIEU_NAI)
    client.force_login(tchc)

    response = client.get("/tiep-dan/so/?tu=15/09/2026&loai=KN")

    assert [(chip["nhan"], chip["gia_tri"]) for chip in response.context["cac_chip"]] == [
        ("Từ ngày", "15/09/2026"),
        ("Loại khi tiếp", "Khiếu nại"),
    ]
    assert "so-tiep-cong-dan.pdf?tu=15%2F09%2F2026&amp;loai=KN" in response.content.decode()


def test_wrong_filter_is_said_and_left_out(client, tchc, ghi_luot):
    ghi_luot()
    client.force_login(tchc)

    trang = client.get("/tiep-dan/so/?tu=45&den=14/09/2026&loai=XX")
    tep = client.get("/tiep-dan/so/so-tiep-cong-dan.pdf?tu=45")

    assert set(trang.context["form"].errors) == {"tu", "loai"}
    assert trang.context["cac_dong"] == []
    assert tep.status_code == 409


def test_empty_register_teaches(client, can_bo):
    client.force_login(can_bo)

    assert "Sổ chưa có lượt tiếp nào" in client.get("/tiep-dan/so/").content.decode()
    assert "Không có lượt tiếp nào khớp điều kiện lọc" in client.get("/tiep-dan/so/?loai=KN").content.decode()


def chu_pdf(response) -> str:
    return "\n".join(trang.extract_text() for trang in PdfReader(BytesIO(response.content)).pages)


def noi_dung_tep(response) -> bytes:
    return b"".join(response.streaming_content)


def test_register_as_pdf(client, tchc, ghi_luot):
    CauHinh.objects.update(ten_co_quan="TRUNG TÂM Y TẾ KHU VỰC CHƯ SÊ")
    ghi_luot(so_giay_to="064190001234", yeu_cau="Bố trí thêm bàn khám")
    client.force_login(tchc)

    response = client.get("/tiep-dan/so/so-tiep-cong-dan.pdf?tu=01/09/2026&den=30/09/2026")

    chu = chu_pdf(response)
    assert response["Content-Disposition"] == 'inline; filename="so-tiep-cong-dan_2026-09-01_2026-09-30.pdf"'
    for can_co in (
        "Mẫu số 03/TCD",
        "TRUNG TÂM Y TẾ KHU VỰC CHƯ SÊ",
        "Từ ngày 01/09/2026 đến ngày 30/09/2026",
        "Hướng xử lý",
        "(13)",
        "Nguyễn Văn An",
        "064190001234",
        "LT-2026-0001",
    ):
        assert can_co in chu
    rong, cao = PdfReader(BytesIO(response.content)).pages[0].mediabox[2:]
    assert rong > cao
    assert NhatKy.objects.get(viec="in_an").noi_dung == "Mẫu 03/TCD từ 01/09/2026 đến 30/09/2026: 1 lượt"


def test_register_as_workbook(client, tchc, ghi_luot):
    ghi_luot(so_giay_to="064190001234")
    ghi_luot(noi_dung="=HYPERLINK()", ngay=date(2026, 9, 14))
    client.force_login(tchc)

    response = client.get("/tiep-dan/so/so-tiep-cong-dan.xlsx")

    trang = load_workbook(BytesIO(noi_dung_tep(response))).active
    dong = [[o.value for o in hang] for hang in trang.iter_rows()]
    assert 'filename="so-tiep-cong-dan_2026-09-14_2026-09-15.xlsx"' in response["Content-Disposition"]
    assert dong[1][0] == "Từ ngày 14/09/2026 đến ngày 15/09/2026 (Mẫu số 03/TCD)"
    assert dong[3] == [ten for ten, _ in COT_SO]
    assert dong[4] == [f"({so})" for so in range(1, 14)]
    assert [hang[0] for hang in dong[5:]] == [2, 1]
    assert trang["E6"].data_type == "s"
    assert (dong[6][1].date(), dong[6][3]) == (NGAY_TIEP, "Căn cước: 064190001234")
    assert NhatKy.objects.get(viec="xuat").noi_dung == "Mẫu 03/TCD từ 14/09/2026 đến 15/09/2026: 2 lượt"


def test_denouncer_leaves_the_register_only_as_a_code(client, tchc, can_bo, tao_nguoi, ghi_luot):
    luot = ghi_luot(loai=LoaiDon.TO_CAO, huong=HuongTiep.LAP_DON, noi_dung="Nội dung kín của vụ việc")
    client.force_login(tchc)
    cua_tchc = chu_pdf(client.get("/tiep-dan/so/so-tiep-cong-dan.pdf"))
    client.force_login(tao_nguoi(VaiTro.TIEP_DAN))
    cua_dong_nghiep = chu_pdf(client.get("/tiep-dan/so/so-tiep-cong-dan.pdf"))

    assert luot.don.ma_nguoi_to_cao in "".join(cua_tchc.split())  # the narrow column breaks it
    assert "Nội dung kín" not in cua_dong_nghiep
    assert luot.ma not in cua_dong_nghiep


def test_too_many_rows_for_paper(client, tchc, ghi_luot, monkeypatch):
    monkeypatch.setattr("tiepdan.views.so_tiep.TOI_DA_PDF", 1)
    ghi_luot()
    ghi_luot()
    client.force_login(tchc)

    response = client.get("/tiep-dan/so/so-tiep-cong-dan.pdf")

    assert response.status_code == 409
    assert "Khoảng đã chọn có hơn 1 lượt tiếp." in response.content.decode()


# --- Receipt ---------------------------------------------------------------------------------------------------------


def test_receipt_names_who_gave_what_to_whom(client, can_bo, ghi_luot):
    CauHinh.objects.update(ten_co_quan="TRUNG TÂM Y TẾ KHU VỰC CHƯ SÊ", dia_danh="Chư Sê")
    luot = ghi_luot(
        so_giay_to="064190001234", tai_lieu=[{"ten": "Đơn viết tay", "so_trang": 2, "tinh_trang": "Bản gốc"}]
    )
    client.force_login(can_bo)

    response = client.get(f"/tiep-dan/{luot.pk}/bien-nhan.pdf")

    chu = " ".join(chu_pdf(response).split())
    assert response["Content-Disposition"] == 'inline; filename="GBN-01-2026.pdf"'
    for can_co in (
        "Số: 01/GBN-TTYT",
        "Chư Sê, ngày 15 tháng 9 năm 2026",
        "GIẤY BIÊN NHẬN",
        "Tôi là: Lê Thị Tiếp, chức vụ: Chuyên viên",
        "Nguyễn Văn An",
        "064190001234",
        "Đơn viết tay",
        "Bản gốc",
        "lập thành 02 bản",
    ):
        assert can_co in chu
    assert NhatKy.objects.get(viec="in_an").noi_dung == "In giấy biên nhận số 01/GBN-TTYT"


def test_receipt_of_a_denunciation_has_the_code_for_the_name(client, can_bo, ghi_luot):
    luot = ghi_luot(loai=LoaiDon.TO_CAO, huong=HuongTiep.LAP_DON, tai_lieu=[{"ten": "Đơn"}])
    client.force_login(can_bo)

    chu = chu_pdf(client.get(f"/tiep-dan/{luot.pk}/bien-nhan.pdf"))

    assert luot.don.ma_nguoi_to_cao in chu
    assert "Nguyễn Văn An" not in chu


def test_no_receipt_without_documents(client, can_bo, ghi_luot):
    client.force_login(can_bo)

    response = client.get(f"/tiep-dan/{ghi_luot().pk}/bien-nhan.pdf")

    assert response.status_code == 409
    assert "không nhận thông tin, tài liệu" in response.content.decode()


# --- Schedule --------------------------------------------------------------------------------------------------------


@pytest.fixture
def phong_tchc(client, tchc):
    client.force_login(tchc)
    return client


NAM_SAU = timezone.localdate().year + 1


def test_year_is_made_and_published_from_the_page(phong_tchc):
    lap = phong_tchc.post("/tiep-dan/lich/lap/", {"nam": NAM_SAU, "ngay_trong_thang": "15"})
    cong_bo = phong_tchc.post("/tiep-dan/lich/cong-bo/", {"nam": NAM_SAU}, follow=True)

    assert lap.url == f"/tiep-dan/lich/?nam={NAM_SAU}"
    assert LichTiep.objects.filter(da_cong_bo=True, ngay__year=NAM_SAU).count() == 12
    assert "Đã công bố 12 ngày tiếp" in cong_bo.content.decode()


def test_mistakes_of_the_schedule_stand_beside_their_fields(phong_tchc):
    lap = phong_tchc.post("/tiep-dan/lich/lap/", {"nam": "1990", "ngay_trong_thang": "25", "gio_tu": "sáng"})
    lap_lai = phong_tchc.post("/tiep-dan/lich/lap/", {"nam": "1990", "ngay_trong_thang": "25"})
    them = phong_tchc.post(
        "/tiep-dan/lich/them/", {"ngay": "19/09/2026", "loai": "dinh_ky", "nguoi_tiep": "thu_truong"}
    )

    assert dict(lap.context["form"].errors) == {"gio_tu": ["Nhập giờ theo dạng 07:30."]}
    assert set(lap_lai.context["form"].errors) == {"nam", "ngay_trong_thang"}
    assert dict(them.context["form"].errors) == {
        "ngay": ["Ngày 19/09/2026 là ngày nghỉ; ngày làm việc gần nhất tiếp theo: 21/09/2026."]
    }


def test_one_day_is_changed_postponed_and_cancelled(phong_tchc, tchc, giam_doc):
    tu = date(NAM_SAU, 3, 15)
    dong = them_lich(nguoi=tchc, ngay=tu, loai=LoaiLich.DOT_XUAT)
    den = date(NAM_SAU, 3, 17)
    while den.weekday() >= 5:
        den += timedelta(days=1)

    sua = phong_tchc.post(f"/tiep-dan/lich/{dong.pk}/", {"can_bo": giam_doc.pk, "gio_tu": "8:00", "gio_den": "10:00"})
    dong.refresh_from_db()
    thieu = phong_tchc.post(f"/tiep-dan/lich/{dong.pk}/doi/", {"ngay_moi": "", "ly_do": ""})
    doi = phong_tchc.post(f"/tiep-dan/lich/{dong.pk}/doi/", {"ngay_moi": f"{den:%d/%m/%Y}", "ly_do": "Bận họp"})
    moi = LichTiep.objects.get(ngay=den)
    huy = phong_tchc.post(f"/tiep-dan/lich/{moi.pk}/huy/", {"ly_do": "Hết việc"}, follow=True)

    assert (sua.status_code, dong.can_bo) == (302, giam_doc)
    assert dict(thieu.context["form_doi"].errors) == {"ngay_moi": ["Chọn ngày mới."], "ly_do": ["Ghi lý do dời."]}
    assert (doi.status_code, moi.doi_tu_ngay) == (302, tu)
    assert "Hết việc" in huy.content.decode()
    assert not LichTiep.objects.filter(da_huy=False).exists()


def test_past_published_day_is_refused_beside_the_form(phong_tchc, tchc):
    dong = them_lich(nguoi=tchc, ngay=date(2026, 9, 15), loai=LoaiLich.DINH_KY)
    cong_bo_lich([dong], nguoi=tchc, ngay=date(2026, 9, 1))

    response = phong_tchc.post(f"/tiep-dan/lich/{dong.pk}/huy/", {"ly_do": "x"})

    assert response.context["form_huy"].non_field_errors()[0].startswith("Ngày tiếp này đã công bố và đã qua")


def test_publishing_one_day_late_warns(phong_tchc, tchc, giam_doc):
    mai = timezone.localdate() + timedelta(days=1)
    dong = LichTiep.objects.create(ngay=mai, loai="dinh_ky", nguoi_tiep="thu_truong", can_bo=giam_doc)

    response = phong_tchc.post("/tiep-dan/lich/cong-bo/", {"lich": dong.pk}, follow=True)

    assert "ít nhất 05 ngày làm việc trước ngày tiếp" in response.content.decode()


def test_schedule_as_pdf_leaves_out_what_was_cancelled(phong_tchc, tchc, giam_doc):
    CauHinh.objects.update(nguoi_dung_dau="Phạm Văn Giám", duong_day_nong="0269 3851 234")
    cac_dong = tao_lich_nam(2026, nguoi=tchc, can_bo=giam_doc)
    LichTiep.objects.filter(pk=cac_dong[4].pk).update(da_huy=True)

    response = phong_tchc.get("/tiep-dan/lich/lich-tiep.pdf?nam=2026")

    chu = chu_pdf(response)
    assert response["Content-Disposition"] == 'inline; filename="lich-tiep-cong-dan-2026.pdf"'
    assert "LỊCH TIẾP CÔNG DÂN NĂM 2026" in chu
    assert "23/02/2026" in chu
    assert "Dời từ 15/02/2026" in chu
    assert "15/05/2026" not in chu
    assert "0269 3851 234" in chu


def test_empty_year_teaches(phong_tchc):
    trang = phong_tchc.get("/tiep-dan/lich/?nam=2031").content.decode()

    assert "Năm này chưa có lịch tiếp" in trang
    assert "/tiep-dan/lich/lap/?nam=2031" in trang
