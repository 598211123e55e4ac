"""The visit form keeps what was typed, writes once, and sends nobody's number in an address."""

import re

import pytest
from django.apps import apps
from django.urls import reverse

from donthu.models import CongDan, DonThu
from donthu.phan_loai import LoaiDon
from tests.tiepdan.conftest import NGAY_TIEP
from tiepdan.actions import khoa_ngay
from tiepdan.hinh_thuc import HuongTiep, KetQuaTiep, NguoiTiep
from tiepdan.models import LuotTiep
from tochuc.models import NhatKy

pytestmark = pytest.mark.django_db

GHI = "/tiep-dan/ghi/"
CAN_CUOC = "064190001234"


@pytest.fixture
def quay(client, can_bo):
    """The browser of the officer at the counter."""
    client.force_login(can_bo)
    return client


@pytest.fixture
def phieu(can_bo):
    """A filled form as a browser sends it."""

    def dien(**khac) -> dict:
        truong = {
            "nguoi_tiep": "thuong_xuyen",
            "can_bo": can_bo.pk,
            "hinh_thuc": "truc_tiep",
            "loai": "PHAN_ANH",
            "ho_ten": "Nguyễn Văn An",
            "loai_giay_to": "can_cuoc",
            "so_giay_to": CAN_CUOC,
            "ngay_cap": "02/03/2022",
            "noi_cap": "Cục CSQLHC về TTXH",
            "dia_chi": "Thôn 2, xã Ia Băng",
            "dien_thoai": "0905 123 456",
            "so_nguoi": "2",
            "noi_dung": "Phản ánh chờ khám lâu.",
            "yeu_cau": "Bố trí thêm bàn khám.",
            "ket_cuc": "tra_loi_ngay",
            "tra_loi": "Đã giải thích.",
            "ngay": "15/09/2026",
            "gio": "08:30",
            "khoa_gui": "7b0c3a52-7e0c-4d0e-8a43-0d7a3f7a1f11",
            "tai_lieu-TOTAL_FORMS": "2",
            "tai_lieu-INITIAL_FORMS": "0",
            "tai_lieu-0-ten": "Đơn viết tay",
            "tai_lieu-0-so_trang": "2",
            "tai_lieu-0-tinh_trang": "Bản gốc",
            "tai_lieu-1-ten": "",
            "tai_lieu-1-so_trang": "",
            "tai_lieu-1-tinh_trang": "",
        }
        return truong | khac

    return dien


def loi_tren(response) -> dict[str, list[str]]:
    return dict(response.context["form"].errors)


def test_empty_form(quay):
    response = quay.get(GHI)

    assert response.status_code == 200
    assert "Lưu lượt tiếp" in response.content.decode()


def test_saving_leads_to_the_visit(quay, phieu):
    response = quay.post(GHI, phieu(), follow=True)

    luot = LuotTiep.objects.get()
    assert response.redirect_chain == [(f"/tiep-dan/{luot.pk}/", 302)]
    assert (luot.cong_dan.so_giay_to, luot.cong_dan.dien_thoai, luot.so_nguoi) == (CAN_CUOC, "0905123456", 2)
    assert (luot.gio.hour, luot.tai_lieu.get().so_trang, luot.so_bien_nhan) == (8, 2, "01/GBN-TTYT")
    trang = response.content.decode()
    assert f"Đã ghi lượt tiếp {luot.ma}." in trang
    assert reverse("tiepdan:bien_nhan", args=[luot.pk]) in trang


def test_petition_is_made_and_opened_from_the_visit(quay, phieu, linh_vuc):
    response = quay.post(GHI, phieu(ket_cuc="lap_don", linh_vuc=linh_vuc.pk), follow=True)

    don = DonThu.objects.get()
    assert LuotTiep.objects.get().don == don
    assert f"Mở đơn {don.ma}" in response.content.decode()


def test_refusal_in_the_same_form(quay, phieu):
    quay.post(
        GHI,
        phieu(
            ket_cuc="tu_choi",
            ly_do_tu_choi="R3",
            **{"tai_lieu-0-ten": "", "tai_lieu-0-so_trang": "", "tai_lieu-0-tinh_trang": ""},
        ),
    )

    luot = LuotTiep.objects.get()
    assert (luot.ket_qua, luot.huong, luot.ly_do_tu_choi, luot.tra_loi) == (KetQuaTiep.TU_CHOI, "", "R3", "")


def test_what_another_ending_needs_is_not_stored(quay, phieu, linh_vuc):
    """Without JavaScript all parts show; only those of the chosen ending count."""
    quay.post(GHI, phieu(co_quan_nhan="BHXH", so_van_ban="1/PHD", ly_do_tu_choi="R1", linh_vuc=linh_vuc.pk))

    luot = LuotTiep.objects.get()
    assert (luot.huong, luot.tra_loi, luot.don) == (HuongTiep.TRA_LOI_NGAY, "Đã giải thích.", None)
    assert (luot.co_quan_nhan, luot.so_van_ban, luot.ly_do_tu_choi) == ("", "", "")


def test_sent_twice_is_one_visit(quay, phieu):
    dau = quay.post(GHI, phieu())
    sau = quay.post(GHI, phieu())

    assert (dau.status_code, dau.url) == (sau.status_code, sau.url)
    assert LuotTiep.objects.count() == 1


# --- Bad input -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("khac", "loi"),
    [
        ({"loai": ""}, {"loai": ["Chọn loại: khiếu nại, tố cáo, kiến nghị, phản ánh hay ý kiến khác."]}),
        ({"noi_dung": " "}, {"noi_dung": ["Ghi tóm tắt nội dung trình bày."]}),
        ({"ket_cuc": ""}, {"ket_cuc": ["Chọn buổi tiếp kết thúc thế nào."]}),
        (
            {"ho_ten": "", "so_giay_to": "", "dia_chi": "x", "dien_thoai": ""},
            {"ho_ten": ["Xin nhập họ và tên của người gửi."]},
        ),
        ({"dia_chi": ""}, {"dia_chi": ["Ghi địa chỉ người đến."]}),
        ({"so_nguoi": "hai"}, {"so_nguoi": ["Nhập số người bằng chữ số."]}),
        ({"ngay": "31/02/2026"}, {"ngay": ["Xin nhập ngày theo dạng ngày/tháng/năm, ví dụ 02/12/2026."]}),
        ({"ngay": "15/09/2098"}, {"ngay": ["Ngày tiếp không được sau hôm nay."]}),
        ({"gio": "tám rưỡi"}, {"gio": ["Nhập giờ theo dạng 08:30."]}),
        ({"ket_cuc": "lap_don"}, {"linh_vuc": ["Chọn lĩnh vực của đơn."]}),
        ({"ket_cuc": "tu_choi"}, {"ly_do_tu_choi": ["Chọn căn cứ từ chối tiếp."]}),
        (
            {"ket_cuc": "tu_choi", "ly_do_tu_choi": "R1"},
            {"__all__": ["Từ chối tiếp thì không nhận tài liệu: xóa các dòng tài liệu hoặc chọn cách kết thúc khác."]},
        ),
        (
            {"ma_vu_viec": "DT-2026-9999"},
            {"ma_vu_viec": ["Không tìm thấy đơn hoặc lượt tiếp nào mang mã DT-2026-9999."]},
        ),
        ({"tai_lieu-1-so_trang": "3"}, {"__all__": ["Xem lại các dòng tài liệu nhận."]}),
    ],
)
def test_mistake_stands_beside_its_field_and_nothing_is_lost(quay, phieu, khac, loi):
    da_go = phieu(**khac)

    response = quay.post(GHI, da_go)

    assert response.status_code == 200
    assert loi_tren(response) == loi
    assert not LuotTiep.objects.exists()
    trang = response.content.decode()
    for chu in (
        "Phản ánh chờ khám lâu." if "noi_dung" not in khac else "",
        "Bố trí thêm bàn khám.",
        "Đơn viết tay",
        "Cục CSQLHC",
    ):
        assert chu in trang


def test_all_mistakes_are_said_at_once(quay):
    response = quay.post(
        GHI, {"nguoi_tiep": "thu_truong", "ket_cuc": "lap_don", "so_nguoi": "x", "ngay": "x", "dien_thoai": "x"}
    )

    assert set(loi_tren(response)) == {
        "hinh_thuc",
        "loai",
        "can_bo",
        "ho_ten",
        "dia_chi",
        "dien_thoai",
        "so_nguoi",
        "noi_dung",
        "linh_vuc",
        "ngay",
        "__all__",
    }


def test_mistake_in_a_row_of_documents_stands_in_the_row(quay, phieu):
    response = quay.post(GHI, phieu(**{"tai_lieu-1-so_trang": "3"}))

    assert response.context["tai_lieu"].errors == [{}, {"ten": ["Ghi tên tài liệu của dòng này."]}]
    assert "Ghi tên tài liệu của dòng này." in response.content.decode()


def test_known_number_with_another_name_offers_the_box(quay, phieu, ghi_luot):
    ghi_luot(so_giay_to=CAN_CUOC)
    khac_ten = phieu(ho_ten="Trần Thị Bình")

    hoi = quay.post(GHI, khac_ten)
    luu = quay.post(GHI, khac_ten | {"dong_y_khac_ten": "on"})

    assert "“Nguyễn Văn An”" in loi_tren(hoi)["ho_ten"][0]
    assert 'name="dong_y_khac_ten"' in hoi.content.decode()
    assert luu.status_code == 302


def test_closed_day_is_said_above_the_form(quay, phieu, can_bo):
    khoa_ngay(NGAY_TIEP, nguoi=can_bo)

    response = quay.post(GHI, phieu())

    assert loi_tren(response)["__all__"][0].startswith("Sổ tiếp công dân ngày 15/09/2026 đã khóa")


def test_matter_by_the_code_of_a_petition_or_a_visit(quay, phieu, ghi_luot):
    truoc = ghi_luot(huong=HuongTiep.LAP_DON)

    quay.post(GHI, phieu(ma_vu_viec=truoc.don.ma.lower()))
    quay.post(GHI, phieu(ma_vu_viec=f" {truoc.ma} ", khoa_gui="11111111-7e0c-4d0e-8a43-0d7a3f7a1f11"))

    assert set(LuotTiep.objects.values_list("vu_viec", flat=True)) == {truoc.vu_viec_id}


def test_matter_one_may_not_see_is_not_found(quay, phieu, ghi_luot, tchc):
    an = ghi_luot(nguoi=tchc, loai=LoaiDon.TO_CAO, huong=HuongTiep.LAP_DON)

    response = quay.post(GHI, phieu(ma_vu_viec=an.ma))

    assert list(loi_tren(response)) == ["ma_vu_viec"]


# --- Tố cáo ----------------------------------------------------------------------------------------------------------

KIN = {
    "ho_ten": "Hoàng Thị Kín",
    "so_giay_to": "079185009999",
    "noi_cap": "Nơi cấp kín",
    "dia_chi": "Số nhà kín",
    "dien_thoai": "0987000111",
    "dai_dien": "Con của người kín",
}


def toan_bo_du_lieu() -> str:
    """Every value of every row of every table, the encrypted ones as plain text."""
    return "\n".join(
        str(gia_tri) for bang in apps.get_models() for dong in bang._base_manager.values_list() for gia_tri in dong
    )


@pytest.mark.parametrize("ket_cuc", ["lap_don", "tra_loi_ngay"])
def test_denouncer_leaves_no_trace_in_the_database(quay, phieu, linh_vuc, ket_cuc):
    response = quay.post(GHI, phieu(loai="TC", ket_cuc=ket_cuc, linh_vuc=linh_vuc.pk, **KIN), follow=True)

    du_lieu = toan_bo_du_lieu()
    assert LuotTiep.objects.get().loai == LoaiDon.TO_CAO
    assert CongDan.objects.count() == 0
    assert [gia_tri for gia_tri in KIN.values() if gia_tri in du_lieu or gia_tri in response.content.decode()] == []


def test_denouncer_has_a_code_on_the_page(quay, phieu, linh_vuc):
    response = quay.post(GHI, phieu(loai="TC", ket_cuc="lap_don", linh_vuc=linh_vuc.pk), follow=True)

    assert DonThu.objects.get().ma_nguoi_to_cao in response.content.decode()


def test_wrong_identity_of_a_denouncer_is_no_mistake(quay, phieu):
    assert quay.post(GHI, phieu(loai="TC", so_giay_to="12", dien_thoai="x", ngay_cap="31/02/2026")).status_code == 302


def test_reading_a_visit_of_a_denunciation_is_logged(quay, ghi_luot):
    """Under its petition when it made one, so that all reading of a case stands together."""
    thuong, to_cao = ghi_luot(), ghi_luot(loai=LoaiDon.TO_CAO)
    thanh_don = ghi_luot(loai=LoaiDon.TO_CAO, huong=HuongTiep.LAP_DON)

    for luot in (thuong, to_cao, thanh_don):
        quay.get(luot.get_absolute_url())
        quay.get(f"{luot.get_absolute_url()}sua/")

    assert list(NhatKy.objects.order_by("stt").values_list("doi_tuong", "noi_dung", "mat")) == [
        (doi_tuong, f"Xem lượt tiếp {luot.ma}{duoi}", True)
        for doi_tuong, luot in ((to_cao.ma, to_cao), (thanh_don.don.ma, thanh_don))
        for duoi in ("", " để sửa")
    ]


# --- Who was here before ---------------------------------------------------------------------------------------------


def test_known_person_is_shown_with_visits_and_petitions(quay, ghi_luot):
    luot = ghi_luot(so_giay_to=CAN_CUOC, huong=HuongTiep.LAP_DON)

    response = quay.post("/tiep-dan/ghi/nguoi-quen/", {"so_giay_to": "064 190 001 234"})

    manh = response.content.decode()
    assert re.findall(r'data-o="(\w+)" data-gia-tri="([^"]+)"', manh) == [
        ("ho_ten", "Nguyễn Văn An"),
        ("loai_giay_to", "can_cuoc"),
        ("so_giay_to", CAN_CUOC),
        ("dia_chi", "Thôn 2, xã Ia Băng, tỉnh Gia Lai"),
    ]
    assert re.findall(r'data-chon-vu-viec="([^"]+)"', manh) == [luot.don.ma, luot.ma]
    assert NhatKy.objects.get().doi_tuong == f"cong_dan:{luot.cong_dan_id}"


def test_person_is_found_by_phone_without_a_number(quay, ghi_luot):
    ghi_luot(dien_thoai="0905123456")

    response = quay.post("/tiep-dan/ghi/nguoi-quen/", {"dien_thoai": "0905 123 456"})

    assert "Nguyễn Văn An" in response.content.decode()


def test_unknown_number(quay):
    response = quay.post("/tiep-dan/ghi/nguoi-quen/", {"so_giay_to": "064190009999"})

    assert "Chưa có ai mang số này" in response.content.decode()
    assert not NhatKy.objects.exists()


def test_number_never_travels_in_an_address(quay):
    assert quay.get("/tiep-dan/ghi/nguoi-quen/", {"so_giay_to": CAN_CUOC}).status_code == 405


def test_look_up_without_javascript_fills_blanks_and_keeps_the_rest(quay, phieu, ghi_luot):
    ghi_luot(so_giay_to=CAN_CUOC, dien_thoai="0905000111")

    response = quay.post(GHI, phieu(tra_cuu="1", ho_ten="", dia_chi="Nơi ở mới", dien_thoai=""))

    form = response.context["form"]
    assert not form.is_bound
    assert [form[ten].value() for ten in ("ho_ten", "dia_chi", "dien_thoai", "noi_dung", "loai", "ket_cuc")] == [
        "Nguyễn Văn An",
        "Nơi ở mới",
        "0905000111",
        "Phản ánh chờ khám lâu.",
        "PHAN_ANH",
        "tra_loi_ngay",
    ]
    assert next(dong["ten"].value() for dong in response.context["tai_lieu"]) == "Đơn viết tay"
    assert not LuotTiep.objects.filter(noi_dung="Phản ánh chờ khám lâu.").exists()


# --- Correcting, adding, notifying -----------------------------------------------------------------------------------


def test_correction_starts_from_what_was_written(quay, phieu):
    quay.post(GHI, phieu())
    luot = LuotTiep.objects.get()

    form = quay.get(f"/tiep-dan/{luot.pk}/sua/").context["form"]
    response = quay.post(f"/tiep-dan/{luot.pk}/sua/", phieu(noi_dung="Phản ánh đã sửa.", so_lan_sua="0"))

    assert [form[ten].value() for ten in ("ho_ten", "so_giay_to", "noi_dung", "ket_cuc", "tra_loi")] == [
        "Nguyễn Văn An",
        CAN_CUOC,
        "Phản ánh chờ khám lâu.",
        "tra_loi_ngay",
        "Đã giải thích.",
    ]
    assert response.status_code == 302
    assert LuotTiep.objects.get().noi_dung == "Phản ánh đã sửa."


def test_correction_of_a_visit_with_petition_leaves_it(quay, phieu, linh_vuc):
    quay.post(GHI, phieu(ket_cuc="lap_don", linh_vuc=linh_vuc.pk))
    luot = LuotTiep.objects.get()

    response = quay.post(
        f"/tiep-dan/{luot.pk}/sua/",
        phieu(so_lan_sua="0", noi_dung="Rõ hơn", loai="KN", ket_cuc="tu_choi", ngay="14/09/2026"),
    )

    sau = LuotTiep.objects.get()
    assert response.status_code == 302
    assert (sau.noi_dung, sau.loai, sau.huong, sau.ngay, sau.don) == (
        "Rõ hơn",
        LoaiDon.PHAN_ANH,
        HuongTiep.LAP_DON,
        NGAY_TIEP,
        luot.don,
    )


def test_correction_of_what_moved_meanwhile_is_refused_and_kept_on_screen(quay, phieu):
    quay.post(GHI, phieu())
    luot = LuotTiep.objects.get()
    quay.post(f"/tiep-dan/{luot.pk}/sua/", phieu(noi_dung="Người khác sửa", so_lan_sua="0"))

    response = quay.post(f"/tiep-dan/{luot.pk}/sua/", phieu(noi_dung="Tôi sửa", so_lan_sua="0"))

    assert loi_tren(response)["__all__"][0].startswith("Lượt tiếp này vừa có người khác sửa.")
    assert "Tôi sửa" in response.content.decode()


def test_closed_day_leads_from_correcting_to_adding(quay, ghi_luot, can_bo):
    luot = ghi_luot()
    khoa_ngay(NGAY_TIEP, nguoi=can_bo)

    sua = quay.get(f"/tiep-dan/{luot.pk}/sua/")
    them = quay.post(f"/tiep-dan/{luot.pk}/bo-sung/", {"noi_dung": "Số người là 3."}, follow=True)

    assert sua.url == f"/tiep-dan/{luot.pk}/bo-sung/"
    assert "Số người là 3." in them.content.decode()


def test_adding_nothing_is_a_mistake(quay, ghi_luot, can_bo):
    luot = ghi_luot()
    khoa_ngay(NGAY_TIEP, nguoi=can_bo)

    response = quay.post(f"/tiep-dan/{luot.pk}/bo-sung/", {"noi_dung": " "})

    assert loi_tren(response) == {"noi_dung": ["Ghi nội dung bổ sung, đính chính."]}


def test_adding_to_an_open_day_is_refused(quay, ghi_luot):
    response = quay.post(f"/tiep-dan/{ghi_luot().pk}/bo-sung/", {"noi_dung": "x"})

    assert response.status_code == 409
    assert "chưa khóa sổ: sửa thẳng vào lượt tiếp" in response.content.decode()


def test_written_refusal_is_due_and_noted(quay, ghi_luot):
    luot = ghi_luot(ket_qua=KetQuaTiep.TU_CHOI, huong="", tra_loi="", ly_do_tu_choi="R3")

    truoc = quay.get(luot.get_absolute_url()).content.decode()
    sai = quay.post(f"/tiep-dan/{luot.pk}/bao-tu-choi/", {"so_van_ban": "12/TB-TTYT", "ngay": "14/09/2026"})
    sau = quay.post(
        f"/tiep-dan/{luot.pk}/bao-tu-choi/", {"so_van_ban": "12/TB-TTYT", "ngay": "17/09/2026"}, follow=True
    )

    assert "thứ Sáu 18/09/2026" in truoc
    assert loi_tren(sai) == {"ngay": ["Ngày gửi thông báo từ ngày tiếp đến hôm nay."]}
    assert "Đã gửi Thông báo từ chối tiếp công dân số 12/TB-TTYT ngày 17/09/2026." in sau.content.decode()
    assert "thứ Sáu 18/09/2026" not in sau.content.decode()


def test_delegated_visit_warns_and_is_saved(quay, phieu):
    response = quay.post(GHI, phieu(nguoi_tiep=NguoiTiep.UY_QUYEN), follow=True)

    assert LuotTiep.objects.get().nguoi_tiep == NguoiTiep.UY_QUYEN
    assert "không tính vào số ngày tiếp của người đứng đầu" in response.content.decode()
