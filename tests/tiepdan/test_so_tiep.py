"""Each row of Mẫu 03/TCD says what was done, from the petition when there is one."""

from datetime import date

import pytest

from donthu.actions.phan_loai import chuyen_don, huong_dan, phan_loai, trinh_thu_ly
from donthu.phan_loai import LoaiDon
from tiepdan.actions import bo_sung, khoa_ngay
from tiepdan.hinh_thuc import HinhThuc, HuongTiep, KetQuaTiep, NguoiTiep
from tiepdan.models import LuotTiep
from tiepdan.so_tiep import COT_SO, dong_so, loc_so, voi_cot_so

pytestmark = pytest.mark.django_db

NGAY = date(2026, 9, 16)


@pytest.fixture
def dong_cua(tchc):
    """The row of a visit as TCHC reads it."""

    def doc(luot):
        return dong_so(voi_cot_so(LuotTiep.objects.for_user(tchc), tchc).get(pk=luot.pk))

    return doc


def phan(don, tchc, **khac):
    phan_loai(don, nguoi=tchc, ngay=NGAY, loai=don.loai, linh_vuc=don.linh_vuc, du_dieu_kien=True, **khac)


def test_thirteen_cells_in_order(ghi_luot, dong_cua):
    luot = ghi_luot(
        so_giay_to="064190001234",
        yeu_cau="Bố trí thêm bàn khám",
        so_nguoi=2,
        co_quan_da_giai_quyet="Bệnh viện tỉnh",
        tai_lieu=[{"ten": "Đơn"}],
        ghi_chu="Hẹn trả lời bằng điện thoại",
    )

    dong = dong_cua(luot)

    assert len(COT_SO) == 13
    assert dong.cac_o == (
        1,
        date(2026, 9, 15),
        "Nguyễn Văn An\nThôn 2, xã Ia Băng, tỉnh Gia Lai",
        "Căn cước: 064190001234",
        "Phản ánh chờ khám lâu ở Khoa Khám bệnh.\nYêu cầu: Bố trí thêm bàn khám",
        "KNPA",
        2,
        "Bệnh viện tỉnh",
        "x",
        "",
        "",
        "Trả lời ngay tại buổi tiếp: Đã giải thích quy trình khám.",
        "LT-2026-0001\nBiên nhận số 01/GBN-TTYT\nHẹn trả lời bằng điện thoại",
    )


@pytest.mark.parametrize(
    ("khac", "cot"),
    [
        (
            {"huong": HuongTiep.HUONG_DAN, "tra_loi": "", "co_quan_nhan": "BHXH tỉnh", "so_van_ban": "05/PHD-TTYT"},
            ("", "BHXH tỉnh\nSố 05/PHD-TTYT", "", "Hướng dẫn đến cơ quan có thẩm quyền"),
        ),
        (
            {"huong": HuongTiep.CHUYEN_DON, "tra_loi": "", "co_quan_nhan": "BHXH tỉnh"},
            ("", "", "BHXH tỉnh", "Chuyển đơn, chuyển nội dung"),
        ),
        (
            {"huong": HuongTiep.GIAI_THICH, "tra_loi": "Đã có quyết định."},
            ("", "", "", "Giải thích, chấm dứt: Đã có quyết định."),
        ),
        (
            {"ket_qua": KetQuaTiep.TU_CHOI, "huong": "", "tra_loi": "", "ly_do_tu_choi": "Rk"},
            ("", "", "", "Từ chối tiếp: Cơ quan khác đang thụ lý (Đ4.1k NĐ 154/2026)"),
        ),
    ],
)
def test_columns_9_to_12_of_a_visit_without_petition(ghi_luot, dong_cua, khac, cot):
    dong = dong_cua(ghi_luot(**khac))

    assert (dong.thuoc_tham_quyen, dong.huong_dan, dong.chuyen_don, dong.theo_doi) == cot


def test_columns_follow_the_petition(ghi_luot, dong_cua, tchc):
    luot = ghi_luot(huong=HuongTiep.LAP_DON)
    moi = dong_cua(luot)
    phan(luot.don, tchc, thuoc_tham_quyen=True)
    trinh_thu_ly(luot.don, nguoi=tchc, ngay=NGAY)

    sau = dong_cua(luot)

    assert (moi.thuoc_tham_quyen, moi.theo_doi) == ("", "Đơn DT-2026-0001: mới tiếp nhận")
    assert (sau.thuoc_tham_quyen, sau.theo_doi) == ("x", "Đơn DT-2026-0001: chờ duyệt thụ lý")


@pytest.mark.parametrize(
    ("buoc", "cot"),
    [
        (huong_dan, ("BHXH tỉnh\nSố 01/PHD-TTYT", "")),
        (chuyen_don, ("", "BHXH tỉnh\nSố 01/PC-TTYT")),
    ],
)
def test_body_and_number_come_from_the_document_of_the_petition(ghi_luot, dong_cua, tchc, buoc, cot):
    luot = ghi_luot(huong=HuongTiep.LAP_DON)
    phan(luot.don, tchc, thuoc_tham_quyen=False)
    buoc(luot.don, nguoi=tchc, ngay=NGAY, co_quan_nhan="BHXH tỉnh")

    dong = dong_cua(luot)

    assert (dong.huong_dan, dong.chuyen_don) == cot


def test_kind_follows_the_petition_and_takes_the_name_away(ghi_luot, dong_cua, tchc):
    luot = ghi_luot(huong=HuongTiep.LAP_DON, so_giay_to="064190001234")
    phan_loai(
        luot.don,
        nguoi=tchc,
        ngay=NGAY,
        loai=LoaiDon.TO_CAO,
        linh_vuc=luot.don.linh_vuc,
        du_dieu_kien=True,
        thuoc_tham_quyen=True,
    )

    dong = dong_cua(luot)

    assert dong.phan_loai == "TC"
    assert dong.nguoi_den.startswith("NTC-2026-")
    assert dong.giay_to == ""


def test_denouncer_is_only_a_code(ghi_luot, dong_cua):
    luot = ghi_luot(loai=LoaiDon.TO_CAO, huong=HuongTiep.LAP_DON)

    dong = dong_cua(luot)

    assert (dong.nguoi_den, dong.giay_to) == (luot.don.ma_nguoi_to_cao, "")


def test_notes_name_who_received_how_and_what_was_added(ghi_luot, dong_cua, giam_doc, can_bo):
    luot = ghi_luot(
        nguoi_tiep=NguoiTiep.THU_TRUONG, can_bo=giam_doc, hinh_thuc=HinhThuc.TRUC_TUYEN, dai_dien="Bà Trần Thị Tư"
    )
    khoa_ngay(luot.ngay, nguoi=can_bo)
    bo_sung(luot, nguoi=can_bo, noi_dung="Số người là 2.")

    dong = dong_cua(luot)

    assert dong.ghi_chu == ("LT-2026-0001\nThủ trưởng tiếp: Phạm Văn Giám\nTiếp trực tuyến\nBổ sung: Số người là 2.")
    assert dong.nguoi_den.endswith("\nĐại diện, được ủy quyền của: Bà Trần Thị Tư")


def test_code_of_an_old_register_stands_as_it_is(ghi_luot, dong_cua):
    luot = ghi_luot()
    LuotTiep.objects.filter(pk=luot.pk).update(ma="TCD.2024.17")

    assert dong_cua(luot).so_thu_tu == "TCD.2024.17"


def test_petition_opens_only_for_who_may_see_it(ghi_luot, can_bo, tao_nguoi):
    luot = ghi_luot(huong=HuongTiep.LAP_DON)
    dong_nghiep = tao_nguoi(*can_bo.tap_vai_tro)

    thay = {
        nguoi: dong_so(voi_cot_so(LuotTiep.objects.for_user(nguoi), nguoi).get(pk=luot.pk)).xem_don
        for nguoi in (can_bo, dong_nghiep)
    }

    assert thay == {can_bo: True, dong_nghiep: False}


def test_filters(ghi_luot, giam_doc):
    thuong = ghi_luot()
    doan = ghi_luot(ngay=NGAY, so_nguoi=5, loai=LoaiDon.KHIEU_NAI)
    thu_truong = ghi_luot(ngay=NGAY, nguoi_tiep=NguoiTiep.THU_TRUONG, can_bo=giam_doc, hinh_thuc=HinhThuc.TRUC_TUYEN)
    tu_choi = ghi_luot(ket_qua=KetQuaTiep.TU_CHOI, huong="", tra_loi="", ly_do_tu_choi="R1")

    def loc(**dieu_kien):
        return set(loc_so(LuotTiep.objects.all(), dieu_kien))

    assert loc() == {thuong, doan, thu_truong, tu_choi}
    assert loc(tu=NGAY) == {doan, thu_truong}
    assert loc(den=date(2026, 9, 15)) == {thuong, tu_choi}
    assert loc(nguoi_tiep=NguoiTiep.THU_TRUONG) == {thu_truong}
    assert loc(loai=LoaiDon.KHIEU_NAI) == {doan}
    assert loc(hinh_thuc=HinhThuc.TRUC_TUYEN) == {thu_truong}
    assert loc(ket_qua=KetQuaTiep.TU_CHOI) == {tu_choi}
    assert loc(doan="1") == {doan}
