"""A visit enters the register whole or not at all, each rule with its sentence beside its field."""

import uuid
from datetime import date, timedelta

import pytest
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied
from django.utils import timezone

from donthu.actions import THUC_HIEN
from donthu.models import CongDan, DonThu, HanViec, LinhVuc, VuViec
from donthu.phan_loai import LoaiDon, LoaiGiayTo, NguonDon
from donthu.quy_trinh.buoc import Buoc
from tests.tiepdan.conftest import NGAY_TIEP
from tiepdan.actions import LoiPhieu, bao_tu_choi, bo_sung, ghi_luot_tiep, khoa_ngay, sua_luot
from tiepdan.hinh_thuc import HuongTiep, KetQuaTiep, NguoiTiep
from tiepdan.models import BoSung, LichTiep, LuotTiep, TaiLieuNhan
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhatKy, SoDem
from tochuc.vai_tro import VaiTro

pytestmark = pytest.mark.django_db

CAN_CUOC = "064190001234"
TU_CHOI = {"ket_qua": KetQuaTiep.TU_CHOI, "huong": "", "tra_loi": ""}


def loi_cua(ghi_luot, **khac) -> dict[str, str]:
    with pytest.raises(LoiPhieu) as loi:
        ghi_luot(**khac)
    return loi.value.cac_loi


def phieu_cua(luot, **khac) -> dict:
    """The form of a visit as it would be sent again."""
    truong = {
        "loai": luot.loai,
        "noi_dung": luot.noi_dung,
        "ho_ten": luot.cong_dan.ho_ten if luot.cong_dan else "",
        "dia_chi": luot.cong_dan.dia_chi if luot.cong_dan else "",
        "loai_giay_to": luot.cong_dan.loai_giay_to if luot.cong_dan else "",
        "so_giay_to": luot.cong_dan.so_giay_to if luot.cong_dan else "",
        "huong": luot.huong,
        "tra_loi": luot.tra_loi,
        "ngay": luot.ngay,
    }
    return truong | khac


# --- Writing ---------------------------------------------------------------------------------------------------------


def test_visit_takes_its_code_matter_and_officer(ghi_luot, can_bo):
    luot = ghi_luot()

    luot.refresh_from_db()
    assert (luot.ma, luot.vu_viec.ma) == ("LT-2026-0001", "VV.LT-2026-0001")
    assert (luot.can_bo, luot.nguoi_ghi, luot.don, luot.so_bien_nhan) == (can_bo, can_bo, None, "")
    assert luot.cong_dan.ho_ten == "Nguyễn Văn An"


def test_codes_run_without_gap_in_each_year(ghi_luot):
    ghi_luot()
    loi_cua(ghi_luot, noi_dung="")
    ghi_luot()
    ghi_luot(ngay=date(2025, 12, 30))

    assert list(LuotTiep.objects.order_by("pk").values_list("ma", flat=True)) == [
        "LT-2026-0001",
        "LT-2026-0002",
        "LT-2025-0001",
    ]


def test_documents_take_the_number_of_a_receipt(ghi_luot):
    ghi_luot()
    luot = ghi_luot(tai_lieu=[{"ten": "Đơn phản ánh", "so_trang": 2, "tinh_trang": "Bản gốc"}, {"ten": "Phiếu khám"}])
    sau = ghi_luot(tai_lieu=[{"ten": "Ảnh chụp"}])

    assert (luot.so_bien_nhan, sau.so_bien_nhan) == ("01/GBN-TTYT", "02/GBN-TTYT")
    assert list(luot.tai_lieu.values_list("ten", "so_trang")) == [("Đơn phản ánh", 2), ("Phiếu khám", None)]


def test_petition_is_made_with_the_visit(ghi_luot, linh_vuc):
    luot = ghi_luot(huong=HuongTiep.LAP_DON, yeu_cau="Bố trí thêm bàn khám", so_nguoi=3)

    don = luot.don
    assert (don.ma, don.nguon, don.ngay_nhan, don.linh_vuc) == ("DT-2026-0001", NguonDon.TRUC_TIEP, NGAY_TIEP, linh_vuc)
    assert (don.vu_viec, don.cong_dan, don.so_nguoi) == (luot.vu_viec, luot.cong_dan, 3)
    assert (don.tom_tat, don.yeu_cau) == (luot.noi_dung, "Bố trí thêm bàn khám")


def test_neither_visit_nor_petition_when_the_petition_fails(ghi_luot):
    loi = loi_cua(ghi_luot, huong=HuongTiep.LAP_DON, noi_dung="x" * 1500, so_giay_to=CAN_CUOC)

    assert list(loi) == [NON_FIELD_ERRORS]
    assert loi[NON_FIELD_ERRORS].startswith("Chưa lập được đơn nên chưa lưu lượt tiếp.")
    assert [bang.objects.count() for bang in (LuotTiep, DonThu, CongDan, VuViec)] == [0, 0, 0, 0]
    assert ghi_luot().ma == "LT-2026-0001"


def test_existing_matter_is_kept(ghi_luot):
    truoc = ghi_luot(huong=HuongTiep.LAP_DON)
    sau = ghi_luot(vu_viec=truoc.vu_viec)

    assert sau.vu_viec == truoc.vu_viec
    assert VuViec.objects.count() == 1


def test_sent_twice_is_written_once(ghi_luot):
    khoa = uuid.uuid4()
    truoc = ghi_luot(khoa_gui=khoa, huong=HuongTiep.LAP_DON)
    sau = ghi_luot(khoa_gui=khoa, huong=HuongTiep.LAP_DON)

    assert sau == truoc
    assert [LuotTiep.objects.count(), DonThu.objects.count()] == [1, 1]


def test_schedule_of_the_day_is_found(ghi_luot, giam_doc):
    lich = LichTiep.objects.create(ngay=NGAY_TIEP, loai="dinh_ky", nguoi_tiep=NguoiTiep.THU_TRUONG)

    assert ghi_luot(nguoi_tiep=NguoiTiep.THU_TRUONG, can_bo=giam_doc).lich == lich
    assert ghi_luot().lich is None


# --- Rules -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("khac", "truong", "cau"),
    [
        ({"noi_dung": ""}, "noi_dung", "Ghi tóm tắt nội dung trình bày."),
        ({"ho_ten": ""}, "ho_ten", "Ghi họ tên người đến."),
        ({"dia_chi": ""}, "dia_chi", "Ghi địa chỉ người đến."),
        ({"so_nguoi": 0}, "so_nguoi", "Số người ít nhất là 1."),
        ({"so_giay_to": "123"}, "so_giay_to", "Số này gồm đúng 12 chữ số; giấy tờ khác thì đổi loại giấy tờ."),
        (
            {"so_giay_to": "B1234567", "loai_giay_to": ""},
            "loai_giay_to",
            "Chọn loại giấy tờ của số này.",
        ),
        ({"ngay_cap": date(2026, 9, 16)}, "ngay_cap", "Ngày cấp giấy tờ không được sau ngày tiếp."),
        ({"huong": ""}, "huong", "Chọn buổi tiếp kết thúc thế nào."),
        ({"huong": HuongTiep.LAP_DON, "linh_vuc": None}, "linh_vuc", "Chọn lĩnh vực của đơn."),
        ({"huong": HuongTiep.HUONG_DAN}, "co_quan_nhan", "Ghi cơ quan được hướng dẫn hoặc chuyển đến."),
        ({"huong": HuongTiep.CHUYEN_DON}, "co_quan_nhan", "Ghi cơ quan được hướng dẫn hoặc chuyển đến."),
        ({"huong": HuongTiep.GIAI_THICH, "tra_loi": ""}, "tra_loi", "Ghi nội dung đã trả lời, giải thích."),
        (TU_CHOI, "ly_do_tu_choi", "Chọn căn cứ từ chối tiếp."),
        (TU_CHOI | {"ly_do_tu_choi": "R99"}, "ly_do_tu_choi", "Chọn căn cứ từ chối tiếp."),
        ({"ly_do_tu_choi": "R1"}, "ly_do_tu_choi", "Chỉ ghi căn cứ từ chối khi từ chối tiếp."),
        (
            TU_CHOI | {"ly_do_tu_choi": "R1", "tai_lieu": [{"ten": "Đơn"}]},
            "tai_lieu",
            "Từ chối tiếp thì không nhận tài liệu: xóa các dòng tài liệu hoặc chọn cách kết thúc khác.",
        ),
        ({"nguoi_tiep": NguoiTiep.UY_QUYEN}, "can_bo", "Chọn người đã tiếp công dân."),
        ({"ho_ten": "A" * 151}, "ho_ten", "Giá trị này chỉ có tối đa 150 kí tự (hiện có 151)"),
    ],
)
def test_each_rule_has_a_sentence_beside_its_field(ghi_luot, khac, truong, cau):
    loi = loi_cua(ghi_luot, **khac)

    assert loi == {truong: cau}
    assert not LuotTiep.objects.exists()


def test_all_mistakes_come_at_once(ghi_luot):
    assert set(loi_cua(ghi_luot, ho_ten="", noi_dung="", huong="")) == {"ho_ten", "noi_dung", "huong"}


def test_day_to_come_is_refused(ghi_luot):
    loi = loi_cua(ghi_luot, ngay=timezone.localdate() + timedelta(days=1))

    assert loi == {"ngay": "Ngày tiếp không được sau hôm nay."}


def test_head_receives_in_person(ghi_luot, can_bo, giam_doc):
    loi = loi_cua(ghi_luot, nguoi_tiep=NguoiTiep.THU_TRUONG, can_bo=can_bo)

    assert loi == {
        "can_bo": "Thủ trưởng tiếp thì người tiếp là lãnh đạo Trung tâm; người khác tiếp thay là ủy quyền tiếp."
    }
    assert ghi_luot(nguoi_tiep=NguoiTiep.THU_TRUONG, can_bo=giam_doc).can_bo == giam_doc
    assert ghi_luot(nguoi_tiep=NguoiTiep.UY_QUYEN, can_bo=can_bo).can_bo == can_bo


@pytest.mark.parametrize("vai_tro", [VaiTro.LANH_DAO, VaiTro.QUAN_TRI, VaiTro.TRUONG_DON_VI])
def test_only_reception_writes(ghi_luot, tao_nguoi, vai_tro):
    with pytest.raises(PermissionDenied):
        ghi_luot(nguoi=tao_nguoi(vai_tro))


def test_refused_person_may_stay_unnamed(ghi_luot):
    luot = ghi_luot(**TU_CHOI, ly_do_tu_choi="R1", ho_ten="", dia_chi="")

    assert (luot.cong_dan, luot.nguoi_den) == (None, "Không rõ danh tính")
    assert luot.can_cu_tu_choi.can_cu == "Đ9.1 Luật TCD"


# --- The same person again -------------------------------------------------------------------------------------------


def test_known_person_is_found_by_the_id_number(ghi_luot):
    truoc = ghi_luot(so_giay_to=CAN_CUOC, dien_thoai="0905 123 456", noi_cap="Cục CSQLHC về TTXH")
    sau = ghi_luot(so_giay_to="064 190 001 234", ho_ten="NGUYỄN VĂN AN ")

    assert sau.cong_dan == truoc.cong_dan
    assert sau.cong_dan.dien_thoai == "0905 123 456"


def test_changed_address_leaves_the_earlier_visit_as_it_was(ghi_luot):
    truoc = ghi_luot(so_giay_to=CAN_CUOC, dien_thoai="0905123456")
    sau = ghi_luot(so_giay_to=CAN_CUOC, dia_chi="Phường Pleiku, tỉnh Gia Lai")

    truoc.cong_dan.refresh_from_db()
    assert truoc.cong_dan.dia_chi == "Thôn 2, xã Ia Băng, tỉnh Gia Lai"
    assert (sau.cong_dan.dia_chi, sau.cong_dan.dien_thoai) == ("Phường Pleiku, tỉnh Gia Lai", "0905123456")
    assert sau.cong_dan.so_giay_to_bam == truoc.cong_dan.so_giay_to_bam


def test_known_number_with_another_name_is_asked_about(ghi_luot):
    ghi_luot(so_giay_to=CAN_CUOC)
    loi = loi_cua(ghi_luot, so_giay_to=CAN_CUOC, ho_ten="Trần Thị Bình")

    sau = ghi_luot(so_giay_to=CAN_CUOC, ho_ten="Trần Thị Bình", dong_y_khac_ten=True)
    assert list(loi) == ["ho_ten"]
    assert "“Nguyễn Văn An”" in loi["ho_ten"]
    assert sau.cong_dan.ho_ten == "Trần Thị Bình"


def test_people_without_a_number_are_not_merged(ghi_luot):
    assert ghi_luot().cong_dan != ghi_luot().cong_dan


# --- Tố cáo ----------------------------------------------------------------------------------------------------------

DANH_TINH = {
    "ho_ten": "Hoàng Thị Kín",
    "so_giay_to": CAN_CUOC,
    "loai_giay_to": LoaiGiayTo.CAN_CUOC,
    "noi_cap": "Nơi cấp kín",
    "dia_chi": "Số nhà kín",
    "dien_thoai": "0987000111",
    "dai_dien": "Con của người kín",
}


@pytest.mark.parametrize("huong", [HuongTiep.LAP_DON, HuongTiep.TRA_LOI_NGAY])
def test_denouncer_leaves_no_identity(ghi_luot, huong):
    luot = ghi_luot(loai=LoaiDon.TO_CAO, noi_dung="Tố cáo việc thu tiền ngoài quy định.", huong=huong, **DANH_TINH)

    assert (luot.cong_dan, luot.dai_dien, CongDan.objects.count()) == (None, "", 0)
    if huong == HuongTiep.LAP_DON:
        assert luot.don.ma_nguoi_to_cao.startswith("NTC-2026-")
        assert luot.nguoi_den == luot.don.ma_nguoi_to_cao
    else:
        assert luot.nguoi_den == "Người tố cáo (không ghi danh tính)"


def test_accused_may_neither_receive_nor_write(ghi_luot, can_bo, tchc):
    cau = "Người tiếp hoặc người ghi là người bị tố cáo: phải để người khác tiếp và ghi (Điều 9, 56 Luật Tố cáo)."

    assert loi_cua(ghi_luot, loai=LoaiDon.TO_CAO, nguoi_bi_to_cao=[can_bo]) == {"nguoi_bi_to_cao": cau}
    assert loi_cua(ghi_luot, loai=LoaiDon.TO_CAO, nguoi_bi_to_cao=[tchc], can_bo=tchc) == {"nguoi_bi_to_cao": cau}


def test_accused_is_recorded_on_visit_and_petition(ghi_luot, tchc):
    luot = ghi_luot(loai=LoaiDon.TO_CAO, huong=HuongTiep.LAP_DON, nguoi_bi_to_cao=[tchc], bi_to_cao_lanh_dao=True)

    assert list(luot.nguoi_bi_to_cao.all()) == list(luot.don.nguoi_bi_to_cao.all()) == [tchc]
    assert luot.bi_to_cao_lanh_dao
    assert luot.don.bi_to_cao_lanh_dao


def test_denunciation_shares_no_matter_with_a_named_person(ghi_luot):
    co_ten = ghi_luot()
    to_cao = ghi_luot(loai=LoaiDon.TO_CAO)

    assert loi_cua(ghi_luot, loai=LoaiDon.TO_CAO, vu_viec=co_ten.vu_viec) == {
        "vu_viec": "Vụ việc này có người đứng tên; gắn tố cáo vào sẽ làm lộ người tố cáo."
    }
    assert loi_cua(ghi_luot, vu_viec=to_cao.vu_viec) == {
        "vu_viec": "Vụ việc này là tố cáo: chọn loại tố cáo, không ghi danh tính người đến."
    }
    assert ghi_luot(loai=LoaiDon.TO_CAO, vu_viec=to_cao.vu_viec).vu_viec == to_cao.vu_viec


def test_accused_of_no_denunciation_is_dropped(ghi_luot, tchc):
    luot = ghi_luot(nguoi_bi_to_cao=[tchc], bi_to_cao_lanh_dao=True)

    assert (luot.nguoi_bi_to_cao.count(), luot.bi_to_cao_lanh_dao) == (0, False)


# --- Closed days -----------------------------------------------------------------------------------------------------


def test_closed_day_takes_no_visit_and_no_change(ghi_luot, can_bo):
    luot = ghi_luot()
    khoa_ngay(NGAY_TIEP, nguoi=can_bo)
    cau = (
        "Sổ tiếp công dân ngày 15/09/2026 đã khóa: không ghi thêm, không sửa. "
        "Cần đính chính thì ghi bổ sung ở lượt tiếp của ngày đó."
    )

    with pytest.raises(LoiNghiepVu, match=cau):
        ghi_luot()
    with pytest.raises(LoiNghiepVu, match=cau):
        sua_luot(luot, nguoi=can_bo, **phieu_cua(luot, noi_dung="Khác"))
    assert ghi_luot(ngay=date(2026, 9, 16)).ma == "LT-2026-0002"


def test_visit_is_not_moved_into_a_closed_day(ghi_luot, can_bo):
    khoa_ngay(date(2026, 9, 14), nguoi=can_bo)
    luot = ghi_luot()

    with pytest.raises(LoiNghiepVu, match="14/09/2026 đã khóa"):
        sua_luot(luot, nguoi=can_bo, **phieu_cua(luot, ngay=date(2026, 9, 14)))


def test_day_is_closed_once_and_not_before_it_comes(can_bo, giam_doc):
    khoa_ngay(NGAY_TIEP, nguoi=can_bo)

    with pytest.raises(LoiNghiepVu, match="đã khóa trước đó"):
        khoa_ngay(NGAY_TIEP, nguoi=can_bo)
    with pytest.raises(LoiNghiepVu, match="Chưa đến ngày này"):
        khoa_ngay(timezone.localdate() + timedelta(days=1), nguoi=can_bo)
    with pytest.raises(PermissionDenied):
        khoa_ngay(date(2026, 9, 14), nguoi=giam_doc)
    assert NhatKy.objects.get().noi_dung == "Khóa sổ ngày 15/09/2026"


def test_addendum_only_to_a_closed_day(ghi_luot, can_bo):
    luot = ghi_luot()
    with pytest.raises(LoiNghiepVu, match="chưa khóa sổ"):
        bo_sung(luot, nguoi=can_bo, noi_dung="Số người là 2")
    khoa_ngay(NGAY_TIEP, nguoi=can_bo)

    dong = bo_sung(luot, nguoi=can_bo, noi_dung=" Số người là 2 ")

    assert (dong.noi_dung, dong.nguoi) == ("Số người là 2", can_bo)
    with pytest.raises(LoiPhieu):
        bo_sung(luot, nguoi=can_bo, noi_dung=" ")


def test_addendum_is_only_added(ghi_luot, can_bo):
    luot = ghi_luot()
    khoa_ngay(NGAY_TIEP, nguoi=can_bo)
    dong = bo_sung(luot, nguoi=can_bo, noi_dung="Số người là 2")

    with pytest.raises(PermissionDenied):
        dong.save()
    with pytest.raises(PermissionDenied):
        dong.delete()
    assert BoSung.objects.get().noi_dung == "Số người là 2"


# --- Correcting ------------------------------------------------------------------------------------------------------


def test_correction_changes_the_visit_and_is_logged_without_values(ghi_luot, can_bo):
    luot = ghi_luot(so_giay_to=CAN_CUOC)

    moi = sua_luot(luot, nguoi=can_bo, so_lan_sua=0, **phieu_cua(luot, noi_dung="Phản ánh khác", so_nguoi=2))

    moi.refresh_from_db()
    assert (moi.noi_dung, moi.so_nguoi, moi.so_lan_sua, moi.cong_dan) == ("Phản ánh khác", 2, 1, luot.cong_dan)
    assert NhatKy.objects.get().noi_dung == "Sửa lượt tiếp: số người, nội dung"
    assert NhatKy.objects.get().doi_tuong == luot.ma


def test_correction_of_what_somebody_changed_meanwhile_is_refused(ghi_luot, can_bo):
    luot = ghi_luot()
    sua_luot(luot, nguoi=can_bo, so_lan_sua=0, **phieu_cua(luot, noi_dung="Lần một"))

    with pytest.raises(LoiNghiepVu, match="vừa có người khác sửa"):
        sua_luot(luot, nguoi=can_bo, so_lan_sua=0, **phieu_cua(luot, noi_dung="Lần hai"))
    assert LuotTiep.objects.get().noi_dung == "Lần một"


def test_slip_in_the_name_is_corrected_in_place(ghi_luot, can_bo):
    luot = ghi_luot(huong=HuongTiep.LAP_DON, so_giay_to=CAN_CUOC)

    phieu = phieu_cua(luot, ho_ten="Nguyễn Văn Ân", linh_vuc=luot.don.linh_vuc)
    moi = sua_luot(luot, nguoi=can_bo, **phieu)

    don = DonThu.objects.get()
    assert CongDan.objects.count() == 1
    assert (moi.cong_dan.ho_ten, don.nguoi_gui) == ("Nguyễn Văn Ân", "Nguyễn Văn Ân")
    assert "nguyễn văn ân" in don.tim_kiem_dau


def test_correction_leaves_the_row_that_other_visits_name(ghi_luot, can_bo):
    truoc = ghi_luot(so_giay_to=CAN_CUOC)
    sau = ghi_luot(so_giay_to=CAN_CUOC)

    moi = sua_luot(sau, nguoi=can_bo, **phieu_cua(sau, dia_chi="Phường Pleiku"))

    truoc.cong_dan.refresh_from_db()
    assert truoc.cong_dan.dia_chi == "Thôn 2, xã Ia Băng, tỉnh Gia Lai"
    assert (moi.cong_dan.dia_chi, CongDan.objects.count()) == ("Phường Pleiku", 2)


def test_visit_that_turns_out_a_denunciation_loses_the_person(ghi_luot, can_bo):
    luot = ghi_luot(so_giay_to=CAN_CUOC, dai_dien="Con trai")

    moi = sua_luot(luot, nguoi=can_bo, **phieu_cua(luot, loai=LoaiDon.TO_CAO))

    assert (moi.cong_dan, moi.dai_dien, CongDan.objects.count()) == (None, "", 0)


def test_correction_may_make_the_petition(ghi_luot, can_bo, linh_vuc):
    luot = ghi_luot()

    moi = sua_luot(luot, nguoi=can_bo, **phieu_cua(luot, huong=HuongTiep.LAP_DON, tra_loi="", linh_vuc=linh_vuc))

    assert moi.don.ma == "DT-2026-0001"
    assert moi.don.vu_viec == luot.vu_viec


@pytest.mark.parametrize(
    ("khac", "truong"),
    [
        ({"loai": LoaiDon.KHIEU_NAI}, "loai"),
        ({"ngay": date(2026, 9, 14)}, "ngay"),
        ({"huong": HuongTiep.TRA_LOI_NGAY, "tra_loi": "Đã trả lời"}, "huong"),
    ],
)
def test_what_became_a_petition_is_changed_there(ghi_luot, can_bo, linh_vuc, khac, truong):
    luot = ghi_luot(huong=HuongTiep.LAP_DON)

    with pytest.raises(LoiPhieu) as loi:
        sua_luot(luot, nguoi=can_bo, **phieu_cua(luot, linh_vuc=linh_vuc) | khac)

    assert list(loi.value.cac_loi) == [truong]


def test_visit_stays_in_the_register_of_its_year(ghi_luot, can_bo):
    luot = ghi_luot()

    with pytest.raises(LoiPhieu, match="sổ năm 2026"):
        sua_luot(luot, nguoi=can_bo, **phieu_cua(luot, ngay=date(2025, 9, 15)))


def test_receipt_keeps_its_number_when_documents_change(ghi_luot, can_bo):
    luot = ghi_luot(tai_lieu=[{"ten": "Đơn"}])

    moi = sua_luot(luot, nguoi=can_bo, **phieu_cua(luot, tai_lieu=[{"ten": "Đơn"}, {"ten": "Ảnh"}]))

    assert moi.so_bien_nhan == "01/GBN-TTYT"
    assert list(TaiLieuNhan.objects.values_list("ten", flat=True)) == ["Đơn", "Ảnh"]
    assert NhatKy.objects.get().noi_dung == "Sửa lượt tiếp: tài liệu nhận"


# --- Written refusal -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ly_do", "ngay", "han"),
    [
        ("R3", date(2026, 9, 15), [date(2026, 9, 18)]),
        ("Rh", date(2026, 8, 28), [date(2026, 9, 7)]),
        ("R1", date(2026, 9, 15), []),
        ("R3", date(2026, 6, 30), []),
    ],
)
def test_clock_of_the_written_refusal(ghi_luot, ly_do, ngay, han):
    """R3 and Rh owe a notice in 3 working days since 01/7/2026; 31/8 and 01-02/9/2026 are off."""
    luot = ghi_luot(**TU_CHOI, ly_do_tu_choi=ly_do, ngay=ngay)

    assert list(HanViec.objects.filter(chu_the=f"luot:{luot.pk}").values_list("han", flat=True)) == han


def test_notice_sent_stops_the_clock_and_stands_on_the_visit(ghi_luot, can_bo):
    luot = ghi_luot(**TU_CHOI, ly_do_tu_choi="R3")

    bao_tu_choi(luot, nguoi=can_bo, ngay=date(2026, 9, 17), so_van_ban="12/TB-TTYT")

    assert HanViec.objects.get().ngay_xong == date(2026, 9, 17)
    assert luot.bo_sung.get().noi_dung == "Đã gửi Thông báo từ chối tiếp công dân số 12/TB-TTYT ngày 17/09/2026."
    with pytest.raises(LoiNghiepVu, match="không có thông báo từ chối nào đang chờ gửi"):
        bao_tu_choi(luot, nguoi=can_bo, ngay=date(2026, 9, 17), so_van_ban="13/TB-TTYT")


def test_notice_is_not_sent_before_the_visit(ghi_luot, can_bo):
    luot = ghi_luot(**TU_CHOI, ly_do_tu_choi="R3")

    with pytest.raises(LoiPhieu, match="từ ngày tiếp đến hôm nay"):
        bao_tu_choi(luot, nguoi=can_bo, ngay=date(2026, 9, 14), so_van_ban="12/TB-TTYT")


def test_other_ground_takes_the_clock_away(ghi_luot, can_bo):
    luot = ghi_luot(**TU_CHOI, ly_do_tu_choi="R3")

    sua_luot(luot, nguoi=can_bo, **phieu_cua(luot, **TU_CHOI, ly_do_tu_choi="R1"))

    assert not HanViec.objects.exists()


def test_unknown_field_is_a_mistake_of_the_programme(can_bo):
    with pytest.raises(TypeError):
        ghi_luot_tiep(nguoi=can_bo, ngay=NGAY_TIEP, loai=LoaiDon.KHAC, noi_dung="x", khong_co=1)


def test_luot_thanh_to_cao_khi_phan_loai_mat_het_danh_tinh(tao_nguoi):
    tiep_dan, tchc = tao_nguoi(VaiTro.TIEP_DAN), tao_nguoi(VaiTro.TCHC)
    luot = ghi_luot_tiep(
        nguoi=tiep_dan,
        ngay=date(2026, 9, 7),
        loai=LoaiDon.KHIEU_NAI,
        ho_ten="Trần Thị Bí Mật",
        dia_chi="12 đường Mẫu",
        loai_giay_to=LoaiGiayTo.CAN_CUOC,
        so_giay_to=CAN_CUOC,
        dai_dien="Đại diện cho bà Bí Mật Hai",
        noi_dung="Bác sĩ gợi ý tiền",
        huong=HuongTiep.LAP_DON,
        linh_vuc=LinhVuc.objects.get(ma="11.01"),
    )

    THUC_HIEN[Buoc.PHAN_LOAI](
        luot.don,
        nguoi=tchc,
        ngay=date(2026, 9, 8),
        loai=LoaiDon.TO_CAO,
        linh_vuc=luot.don.linh_vuc,
        du_dieu_kien=True,
        thuoc_tham_quyen=True,
    )

    luot.refresh_from_db()
    assert (luot.cong_dan, luot.dai_dien, luot.don.cong_dan) == (None, "", None)
    assert not CongDan.objects.exists()


def test_notice_without_a_number_takes_the_next_of_the_register_of_notices(ghi_luot, can_bo):
    SoDem.dat_it_nhat("van_ban:TB", 2026, 7)
    luot = ghi_luot(**TU_CHOI, ly_do_tu_choi="R3")

    bao_tu_choi(luot, nguoi=can_bo, ngay=date(2026, 9, 17))

    assert luot.bo_sung.get().noi_dung == "Đã gửi Thông báo từ chối tiếp công dân số 08/TB-TTYT ngày 17/09/2026."
