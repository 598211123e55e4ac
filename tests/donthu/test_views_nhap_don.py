"""Entering a petition: who wrote it, known or new; of a tố cáo nothing of who wrote is read."""

from datetime import timedelta

import pytest
from django.utils import timezone

from donthu.actions.cong_dan import ghi_nhan_cong_dan, nhap_don
from donthu.models import CongDan, DonThu, LinhVuc
from donthu.phan_loai import LoaiDon, NguonDon
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhatKy
from tochuc.vai_tro import VaiTro

TRANG = "/don-thu/nhap/"
TIM = "/don-thu/tim-cong-dan/"
NHAN_THAN = {
    "ho_ten": "Trần Thị Bích",
    "loai_giay_to": "can_cuoc",
    "so_giay_to": "0640 9900 0123",
    "dien_thoai": "0912 345 678",
    "dia_chi": "Tổ 3, Ia Kha",
}


@pytest.fixture
def nay():
    return timezone.localdate()


@pytest.fixture
def tiep_dan(client, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TIEP_DAN)
    client.force_login(nguoi)
    return nguoi


@pytest.fixture
def phieu(db, nay):
    """What the page sends of a letter that came by post."""

    def tao(**khac):
        mac_dinh = {
            "loai": "PHAN_ANH",
            "nguon": "buu_chinh",
            "ngay_nhan": f"{nay:%d/%m/%Y}",
            "so_nguoi": "1",
            "linh_vuc": LinhVuc.objects.get(ma="02.01").pk,
            "tom_tat": "Chờ khám lâu",
        }
        return mac_dinh | khac

    return tao


def test_nhap_don_qua_buu_chinh(client, tiep_dan, phieu, nay):
    tra_loi = client.post(TRANG, phieu(**NHAN_THAN, ngay_viet_don=f"{nay - timedelta(days=3):%d/%m/%Y}"))

    don = DonThu.objects.select_related("cong_dan", "vu_viec").get()
    assert (tra_loi.status_code, tra_loi.url) == (302, don.get_absolute_url())
    assert (don.nguon, don.ngay_nhan, don.nguoi_nhap) == (NguonDon.BUU_CHINH, nay, tiep_dan)
    assert (don.ma, don.vu_viec.ma) == (f"DT-{nay.year}-0001", f"VV.DT-{nay.year}-0001")
    cong_dan = don.cong_dan
    assert (cong_dan.ho_ten, cong_dan.so_giay_to, cong_dan.dien_thoai) == (
        "Trần Thị Bích",
        "064099000123",
        "0912345678",
    )
    assert don.han_viec.get().viec == "C6"


def test_thu_khong_ky_ten(client, tiep_dan, phieu):
    client.post(TRANG, phieu())

    don = DonThu.objects.get()
    assert (don.cong_dan, don.nguoi_gui) == (None, "Không có danh tính")


def test_to_cao_bo_qua_moi_thong_tin_nguoi_gui(client, tiep_dan, phieu):
    client.post(TRANG, phieu(loai="TC", **NHAN_THAN))

    don = DonThu.objects.get()
    assert (don.loai, don.cong_dan, CongDan.objects.exists()) == (LoaiDon.TO_CAO, None, False)
    assert don.ma_nguoi_to_cao[:4] == "NTC-"
    assert "bich" not in don.tim_kiem


def test_to_cao_loi_thi_trang_khong_hien_lai_danh_tinh(client, tiep_dan, phieu):
    tra_loi = client.post(TRANG, phieu(loai="TC", tom_tat="", **NHAN_THAN))

    assert tra_loi.status_code == 200
    assert [kin in tra_loi.content.decode() for kin in ("Trần Thị Bích", "0640", "0912")] == [False, False, False]


def test_to_cao_nguoi_nhap_bi_to_cao_thi_mat_duong_ve(client, tiep_dan, phieu):
    tra_loi = client.post(TRANG, phieu(loai="TC", nguoi_bi_to_cao=[tiep_dan.pk]))

    assert (tra_loi.status_code, tra_loi.url) == (302, "/don-thu/")
    assert DonThu.objects.for_user(tiep_dan).exists() is False


def test_to_cao_lanh_dao_thi_moi_lanh_dao_khuat_mat(client, tiep_dan, phieu, tao_nguoi):
    giam_doc, pho = tao_nguoi(VaiTro.LANH_DAO), tao_nguoi(VaiTro.LANH_DAO)

    client.post(TRANG, phieu(loai="TC", nguoi_bi_to_cao=[pho.pk]))

    assert DonThu.objects.get().bi_to_cao_lanh_dao is True
    assert DonThu.objects.for_user(giam_doc).exists() is False


def test_nguoi_bi_to_cao_cua_don_khac_bo_qua(client, tiep_dan, phieu, tao_nguoi):
    client.post(TRANG, phieu(nguoi_bi_to_cao=[tao_nguoi(VaiTro.LANH_DAO).pk], bi_to_cao_lanh_dao="on"))

    don = DonThu.objects.get()
    assert (don.nguoi_bi_to_cao.count(), don.bi_to_cao_lanh_dao) == (0, False)


@pytest.mark.parametrize(
    ("khac", "cho_sai"),
    [
        ({"loai": ""}, "loai"),
        ({"tom_tat": ""}, "tom_tat"),
        ({"so_nguoi": "0"}, "so_nguoi"),
        ({"linh_vuc": ""}, "linh_vuc"),
        ({"nguon": "co_quan_chuyen"}, "co_quan_chuyen_den"),
        ({"ngay_nhan": "31/02/2026"}, "ngay_nhan"),
        ({"ngay_viet_don": "01/01/2099"}, "ngay_viet_don"),
        ({"don_cung_vu_viec": "DT-2020-9999"}, "don_cung_vu_viec"),
        ({"khan_cap": "on"}, "ly_do_khan_cap"),
    ],
)
def test_loi_noi_dung_cho_va_giu_du_lieu(client, tiep_dan, phieu, khac, cho_sai):
    tra_loi = client.post(TRANG, phieu(yeu_cau="Trả lời bằng văn bản", **NHAN_THAN) | khac)

    assert list(tra_loi.context["form"].errors) == [cho_sai]
    chu = tra_loi.content.decode()
    assert ["Trả lời bằng văn bản" in chu, "Trần Thị Bích" in chu] == [True, True]
    assert DonThu.objects.exists() is False


def test_ngay_nhan_khong_o_tuong_lai(client, tiep_dan, phieu, nay):
    tra_loi = client.post(TRANG, phieu(ngay_nhan=f"{nay + timedelta(days=1):%d/%m/%Y}"))

    assert tra_loi.context["form"].errors["ngay_nhan"] == ["Ngày nhận không được sau ngày hôm nay."]


@pytest.mark.parametrize(
    ("khac", "cho_sai"),
    [
        ({"ho_ten": ""}, "ho_ten"),
        ({"so_giay_to": "12345"}, "so_giay_to"),
        ({"dien_thoai": "12"}, "dien_thoai"),
        ({"ngay_cap": "x"}, "ngay_cap"),
    ],
)
def test_nguoi_gui_sai_cho_nao_noi_cho_ay(client, tiep_dan, phieu, khac, cho_sai):
    tra_loi = client.post(TRANG, phieu(**NHAN_THAN | khac))

    assert list(tra_loi.context["form_cong_dan"].errors) == [cho_sai]
    assert (DonThu.objects.exists(), CongDan.objects.exists()) == (False, False)


def test_so_giay_to_cua_nguoi_khac_thi_409_va_giu_du_lieu(client, tiep_dan, phieu):
    CongDan.objects.create(ho_ten="Lê Văn C", so_giay_to="064099000123")

    tra_loi = client.post(TRANG, phieu(**NHAN_THAN))

    assert tra_loi.status_code == 409
    assert tra_loi.context["form"].non_field_errors() == [
        "Số giấy tờ này đã ghi cho công dân “Lê Văn C”. Xin kiểm tra lại số giấy tờ hoặc họ tên."
    ]
    assert "Chờ khám lâu" in tra_loi.content.decode()
    assert DonThu.objects.exists() is False


def test_cung_vu_viec_voi_don_da_co(client, tiep_dan, phieu, tao_don):
    cu = tao_don(ma="DT-2026-0007", nguoi_nhap=tiep_dan)
    tao_don(ma="DT-2026-0008")  # of somebody else: not to be seen

    client.post(TRANG, phieu(don_cung_vu_viec=" dt-2026-0007 "))
    khong_thay = client.post(TRANG, phieu(don_cung_vu_viec="DT-2026-0008"))

    assert DonThu.objects.filter(vu_viec=cu.vu_viec).count() == 2
    assert list(khong_thay.context["form"].errors) == ["don_cung_vu_viec"]


def test_to_cao_khong_cung_vu_viec_voi_don_co_ten(client, tiep_dan, phieu, tao_don):
    co_ten = tao_don(ma="DT-2026-0007", nguoi_nhap=tiep_dan)
    to_cao = tao_don(ma="DT-2026-0008", loai=LoaiDon.TO_CAO, duoc_biet=[tiep_dan])
    cau = "Tố cáo không ghi chung vụ việc với đơn loại khác: xin để trống."

    for loai, cung in ((LoaiDon.TO_CAO, co_ten), (LoaiDon.PHAN_ANH, to_cao)):
        tra_loi = client.post(TRANG, phieu(loai=loai, don_cung_vu_viec=cung.ma))
        assert tra_loi.context["form"].errors == {"don_cung_vu_viec": [cau]}


def test_khan_cap_va_da_gui_cap_tren(client, tiep_dan, phieu):
    client.post(TRANG, phieu(khan_cap="on", ly_do_khan_cap="Đe dọa tính mạng", da_gui_cap_tren="on"))
    client.post(TRANG, phieu(ly_do_khan_cap="Không đánh dấu thì bỏ"))

    assert list(DonThu.objects.order_by("pk").values_list("khan_cap", "ly_do_khan_cap", "da_gui_cap_tren")) == [
        (True, "Đe dọa tính mạng", True),
        (False, "", False),
    ]


# --- Looking up who wrote before -------------------------------------------------------------------------------------


@pytest.fixture
def nguoi_cu(tao_don, tiep_dan):
    cong_dan = CongDan.objects.create(**NHAN_THAN | {"so_giay_to": "064099000123"})
    tao_don(ma="CUA-TOI", cong_dan=cong_dan, nguoi_nhap=tiep_dan)
    tao_don(ma="CUA-NGUOI-KHAC", cong_dan=cong_dan)
    return cong_dan


def test_tra_cuu_dien_san_va_ke_don_cu_duoc_xem(client, tiep_dan, nguoi_cu):
    tra_loi = client.post(TIM, {"so_giay_to": "064.099.000.123"})

    chu = tra_loi.content.decode()
    assert ["<html" in chu, 'value="Trần Thị Bích"' in chu, "CUA-TOI" in chu, "CUA-NGUOI-KHAC" in chu] == [
        False,
        True,
        True,
        False,
    ]
    assert list(NhatKy.objects.values_list("nguoi", "viec", "doi_tuong")) == [
        (tiep_dan.pk, "xem", f"cong_dan:{nguoi_cu.pk}")
    ]


@pytest.mark.parametrize("so", ["", "999", "064099000124"])
def test_tra_cuu_khong_thay_giu_cai_da_go(client, tiep_dan, nguoi_cu, so):
    chu = client.post(TIM, {"so_giay_to": so, "ho_ten": "Đang Gõ"}).content.decode()

    assert ['value="Đang Gõ"' in chu, "Chưa có ai mang số giấy tờ này" in chu] == [True, True]
    assert NhatKy.objects.exists() is False


def test_tra_cuu_khong_javascript_giu_ca_trang(client, tiep_dan, nguoi_cu, phieu):
    tra_loi = client.post(TRANG, phieu(loai="KN", so_giay_to="064099000123", tim_cong_dan="1", tom_tat="Đang gõ dở"))

    chu = tra_loi.content.decode()
    assert tra_loi.status_code == 200
    assert ["<html" in chu, 'value="Trần Thị Bích"' in chu, "Đang gõ dở" in chu] == [True, True, True]
    assert DonThu.objects.count() == 2


# --- The same person again -------------------------------------------------------------------------------------------


def test_nguoi_cu_khong_doi_gi_thi_dung_lai_dong_cu(nguoi_cu):
    assert ghi_nhan_cong_dan(ho_ten="Trần Thị Bích", so_giay_to="064099000123") == nguoi_cu


def test_nguoi_cu_doi_dia_chi_thi_dong_moi_dong_cu_con_nguyen(nguoi_cu):
    moi = ghi_nhan_cong_dan(ho_ten="TRẦN THỊ BÍCH", so_giay_to="064099000123", dia_chi="Tổ 9", dien_thoai="")

    nguoi_cu.refresh_from_db()
    assert (moi.pk != nguoi_cu.pk, moi.dia_chi, moi.dien_thoai) == (True, "Tổ 9", "0912 345 678")
    assert (nguoi_cu.dia_chi, nguoi_cu.so_giay_to_bam) == ("Tổ 3, Ia Kha", moi.so_giay_to_bam)


def test_khong_so_giay_to_thi_moi_lan_mot_dong(db):
    hai = [ghi_nhan_cong_dan(ho_ten="Nguyễn Văn A") for _ in range(2)]

    assert hai[0].pk != hai[1].pk


def test_loi_giua_chung_khong_de_lai_nguoi_gui(tiep_dan, nay):
    with pytest.raises(LoiNghiepVu):
        nhap_don(
            nguoi=tiep_dan,
            loai=LoaiDon.PHAN_ANH,
            nhan_than={"ho_ten": "A"},
            ngay_nhan=nay,
            nguon="buu_chinh",
            linh_vuc=LinhVuc.objects.get(ma="02.01"),
            tom_tat="x",
            so_nguoi=0,
        )

    assert (CongDan.objects.exists(), DonThu.objects.exists()) == (False, False)
