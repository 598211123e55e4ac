"""Papers of reception: which visit has which, what they say, what they keep to themselves."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from donthu.phan_loai import LoaiDon
from tiepdan.giay_to import giay_in_duoc
from tiepdan.hinh_thuc import HuongTiep, LoaiLich, NguoiTiep
from tiepdan.models import LichTiep
from tochuc.models import NhatKy

HEN = {
    "ngay_hen": "20/10/2026",
    "gio_hen": "08 giờ 30",
    "dia_diem": "Phòng 101",
    "nguoi_gap": "Bà Lê Thị Tiếp",
    "viec_hen": "Nhận kết quả xem xét.",
}


@pytest.fixture
def quay(client, can_bo):
    client.force_login(can_bo)
    return client


def _chu(response) -> str:
    return " ".join(" ".join(trang.extract_text() for trang in PdfReader(BytesIO(response.getvalue())).pages).split())


def _giay(luot, loai):
    return reverse("tiepdan:giay_to", args=[luot.pk, loai])


def test_giay_nao_cua_luot_nao(ghi_luot, giam_doc):
    thuong = ghi_luot()
    thu_truong = ghi_luot(nguoi_tiep=NguoiTiep.THU_TRUONG, can_bo=giam_doc)
    tu_choi = ghi_luot(ket_qua="tu_choi", ly_do_tu_choi="Rh", huong="", tra_loi="")

    assert list(giay_in_duoc(thuong)) == ["bien-ban", "phieu-hen"]
    assert list(giay_in_duoc(thu_truong)) == ["bien-ban", "phieu-hen", "ket-luan"]
    assert list(giay_in_duoc(tu_choi)) == ["tu-choi"]


def test_thong_bao_tu_choi_sua_duoc_diem(quay, ghi_luot):
    """The printed form cites điểm g where the decree sends to điểm h: the letter can be changed and says so."""
    luot = ghi_luot(ket_qua="tu_choi", ly_do_tu_choi="Rh", huong="", tra_loi="")

    trang = quay.get(_giay(luot, "tu-choi")).content.decode()
    dau = {"kinh_gui": "Ông Nguyễn Văn An", "tom_tat": "chờ khám lâu", "ly_do": "Đã trả lời bằng văn bản"}
    tep = quay.post(_giay(luot, "tu-choi"), dau | {"diem": "g", "so_van_ban": "05/TB-TTYT"})

    assert ('value="h"' in trang, "Còn nghi vấn" in trang) == (True, True)
    chu = _chu(tep)
    assert "điểm g khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP" in chu
    assert ("Số: 05/TB-TTYT" in chu, "Mẫu số 01/TCD" in chu) == (True, True)


def test_tu_choi_chi_theo_luat_thi_khong_ghi_diem(quay, ghi_luot):
    luot = ghi_luot(ket_qua="tu_choi", ly_do_tu_choi="R3", huong="", tra_loi="")
    dau = {"kinh_gui": "Ông Nguyễn Văn An", "tom_tat": "chờ khám lâu", "ly_do": "Đã giải quyết đúng", "diem": ""}

    chu = _chu(quay.post(_giay(luot, "tu-choi"), dau))

    assert "Căn cứ khoản 3 Điều 9 Luật Tiếp công dân," in chu
    assert "khoản 1 Điều 4" not in chu


def test_bien_ban_tiep_cong_dan(quay, ghi_luot):
    luot = ghi_luot(so_nguoi=6, so_dai_dien=2, tai_lieu=[{"ten": "Đơn viết tay", "so_trang": 2, "tinh_trang": ""}])
    phieu = {"thanh_phan": "Lê Thị Tiếp, Chuyên viên", "noi_dung": "Chờ lâu", "ket_luan": "Ghi nhận, trả lời sau"}

    chu = _chu(quay.post(_giay(luot, "bien-ban"), phieu))

    assert "đoàn 6 người, 2 người đại diện" in chu.lower()
    assert all(cau in chu for cau in ("Nguyễn Văn An", "Đơn viết tay, 2 trang", "Ghi nhận, trả lời sau"))


def test_phieu_hen_thieu_thi_bao_loi(quay, ghi_luot):
    luot = ghi_luot()

    thieu = quay.post(_giay(luot, "phieu-hen"), HEN | {"gio_hen": ""})
    tep = quay.post(_giay(luot, "phieu-hen"), HEN)

    assert "Xin ghi “vào lúc”." in thieu.content.decode()
    assert "08 giờ 30, ngày 20 tháng 10 năm 2026" in _chu(tep)


def test_thong_bao_ket_luan_cua_thu_truong(quay, ghi_luot, giam_doc):
    luot = ghi_luot(nguoi_tiep=NguoiTiep.THU_TRUONG, can_bo=giam_doc)
    phieu = {"noi_dung": "Chờ lâu", "ket_luan": "Bổ sung quầy", "don_vi": "Khoa Khám bệnh", "thoi_han": "30/10/2026"}

    chu = _chu(quay.post(_giay(luot, "ket-luan"), phieu))

    assert ("Bổ sung quầy" in chu, "trước ngày 30 tháng 10 năm 2026" in chu) == (True, True)


@pytest.mark.parametrize("loai", ["bien-ban", "phieu-hen"])
def test_giay_ve_to_cao_chi_ghi_ma(quay, ghi_luot, loai):
    luot = ghi_luot(loai=LoaiDon.TO_CAO, huong=HuongTiep.LAP_DON, ho_ten="Nguyễn Văn An", dia_chi="Thôn Bí Mật")
    phieu = HEN | {"thanh_phan": "Lê Thị Tiếp", "noi_dung": "Nội dung", "ket_luan": "Kết luận"}

    chu = _chu(quay.post(_giay(luot, loai), phieu))

    assert luot.don.ma_nguoi_to_cao in chu
    assert ("Nguyễn Văn An" in chu, "Thôn Bí Mật" in chu) == (False, False)
    assert list(NhatKy.objects.filter(viec="in_an").values_list("doi_tuong", "mat")) == [(luot.don.ma, True)]


def test_giay_khong_thuoc_luot_thi_404(quay, ghi_luot):
    assert quay.get(_giay(ghi_luot(), "tu-choi")).status_code == 404


def test_bien_ban_khong_co_cong_dan_den(quay, giam_doc, ghi_luot):
    dong = LichTiep.objects.create(
        ngay=date(2026, 9, 15), loai=LoaiLich.DINH_KY, nguoi_tiep=NguoiTiep.THU_TRUONG, can_bo=giam_doc
    )
    dia_chi = reverse("tiepdan:khong_co_nguoi_den", args=[dong.pk])

    chu = _chu(quay.get(dia_chi))
    ghi_luot(nguoi_tiep=NguoiTiep.THU_TRUONG, can_bo=giam_doc)
    co_nguoi = quay.get(dia_chi)

    assert ("không có công dân nào đến" in chu, "Phạm Văn Giám, Giám đốc" in chu) == (True, True)
    assert (co_nguoi.status_code, "đã có công dân đến" in co_nguoi.content.decode()) == (409, True)
