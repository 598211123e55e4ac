"""Rules of classification, each with its sentence (Đ6 TT 05/2021; Đ9, 11.6, 48 Luật KN; Đ25 Luật TC; Đ29 Luật TCD)."""

from datetime import date

import pytest

from donthu.forms import FORM
from donthu.models import DonThu
from donthu.phan_loai import CUA_LOAI, LoaiDon, NguonDon, loi_so_dai_dien
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.thoi_hieu import DE_XUAT, HAI_THOI_HIEU, thoi_hieu_cua
from donthu.viec import Viec
from tochuc.loi import LoiNghiepVu
from tochuc.models import NgayNghi

NHAN = date(2026, 9, 7)


@pytest.fixture
def dien(tao_don):
    """The form of classification filled in for a new petition; `cua_don`: its columns."""

    def dien_form(cua_don=None, **du_lieu):
        don = tao_don(ngay_nhan=NHAN, **cua_don or {})
        mac_dinh = {"loai": don.loai, "linh_vuc": don.linh_vuc_id, "du_dieu_kien": "1", "thuoc_tham_quyen": "1"}
        chung = {"ngay": "08/09/2026", "so_buoc": "0"}
        return FORM[Buoc.PHAN_LOAI](chung | mac_dinh | du_lieu, don=don)

    return dien_form


# --- Thời hiệu -------------------------------------------------------------------------------------------------------


def thoi_hieu(don):
    return thoi_hieu_cua(don, NgayNghi.objects.lich())


@pytest.mark.parametrize(
    ("ngay_biet", "da_het", "so_ngay_qua"),
    [
        (date(2026, 6, 9), False, None),  # 90 ngày: Monday 07/09, the day it came in
        (date(2026, 6, 8), False, None),  # Sunday 06/09 moves to Monday
        (date(2026, 6, 5), True, 4),  # Thursday 03/09
    ],
)
def test_thoi_hieu_90_ngay(tao_don, ngay_biet, da_het, so_ngay_qua):
    ket_qua = thoi_hieu(tao_don(loai=LoaiDon.KHIEU_NAI, ngay_nhan=NHAN, ngay_biet=ngay_biet))

    assert ket_qua.da_het is da_het
    assert (DE_XUAT in ket_qua.cac_cau[0]) is da_het
    cuoi = f"đã quá {so_ngay_qua} ngày" if da_het else "còn trong thời hạn"
    assert f"đơn nhận ngày 07/09/2026 {cuoi} (Điều 9 Luật Khiếu nại)." in ket_qua.cac_cau[0]


def test_thoi_hieu_ky_luat_noi_ca_15_va_90_ngay(tao_don):
    """Doubt D1: within 90 days it is taken, past 15 the page says that the law is not clear."""
    chung = {"loai": LoaiDon.KHIEU_NAI, "ngay_nhan": NHAN, "ky_luat": True}

    trong_15 = thoi_hieu(tao_don(ngay_biet=date(2026, 8, 24), **chung))
    giua = thoi_hieu(tao_don(ngay_biet=date(2026, 8, 3), **chung))
    qua_ca_hai = thoi_hieu(tao_don(ngay_biet=date(2026, 5, 4), **chung))

    assert [(muc.da_het, HAI_THOI_HIEU in muc.cac_cau[0], DE_XUAT in muc.cac_cau[0]) for muc in (trong_15, giua)] == [
        (False, False, False),
        (False, True, False),
    ]
    assert (qua_ca_hai.da_het, DE_XUAT in qua_ca_hai.cac_cau[0]) == (True, True)
    assert "15 ngày kể từ 03/08/2026" in giua.cac_cau[0]
    assert "90 ngày kể từ 03/08/2026" in giua.cac_cau[0]


@pytest.mark.parametrize(
    ("cua_don", "so_ngay"),
    [
        ({"ky_luat": True}, "10"),
        ({"ky_luat": True, "buoc_thoi_viec": True}, "30"),
        ({}, "30"),
        ({"vung_sau": True, "ly_do_vung_sau": "xa"}, "45"),
    ],
)
def test_thoi_hieu_lan_hai(tao_don, cua_don, so_ngay):
    don = tao_don(loai=LoaiDon.KHIEU_NAI, lan=2, ngay_nhan=NHAN, ngay_biet=date(2026, 9, 1), **cua_don)

    assert f"{so_ngay} ngày kể từ 01/09/2026" in thoi_hieu(don).cac_cau[0]


def test_khong_ghi_ngay_biet_thi_khong_noi_gi(tao_don):
    assert thoi_hieu(tao_don(loai=LoaiDon.KHIEU_NAI)) is None
    assert thoi_hieu(tao_don(loai=LoaiDon.PHAN_ANH, ngay_biet=date(2026, 1, 1))) is None


def test_ngay_truoc_khi_co_luat_chi_noi_khong_hong(tao_don):
    ket_qua = thoi_hieu(tao_don(loai=LoaiDon.KHIEU_NAI, ngay_biet=date(2010, 1, 1)))

    assert (ket_qua.da_het, "chưa có quy định" in ket_qua.cac_cau[0]) == (False, True)


def test_qua_thoi_hieu_may_khong_tu_choi_ma_goi_y_can_cu(bo_may, nhan, lam, phan_loai):
    don = phan_loai(nhan(LoaiDon.KHIEU_NAI, NHAN), NHAN, ngay_biet=date(2026, 1, 5))
    don = lam(don, Buoc.TRINH_THU_LY, bo_may.tchc, NHAN)

    for buoc in (Buoc.THU_LY, Buoc.KHONG_THU_LY):
        assert DE_XUAT in FORM[buoc](don=don).luu_y[0]
    assert FORM[Buoc.KHONG_THU_LY](don=don)["muc_ly_do"].value() == "thoi_hieu"
    don = lam(don, Buoc.THU_LY, bo_may.giam_doc, NHAN)
    assert don.trang_thai == TrangThai.DANG_GIAI_QUYET


def test_ngay_biet_sau_ngay_nhan(dien, nhan, phan_loai):
    form = dien({"loai": LoaiDon.KHIEU_NAI}, ngay_biet="08/09/2026")

    assert form.errors == {"ngay_biet": ["Không được sau ngày nhận đơn (07/09/2026)."]}
    with pytest.raises(LoiNghiepVu, match="không được sau ngày nhận đơn"):
        phan_loai(nhan(LoaiDon.KHIEU_NAI, NHAN), NHAN, ngay_biet=date(2026, 9, 8))


# --- Nhiều người -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("so_nguoi", "so_dai_dien", "duoc"),
    [
        (2, 1, True),
        (2, 2, True),
        (2, 3, False),
        (4, 4, True),
        (5, 2, True),
        (5, 3, False),
        (10, 2, True),
        (10, 3, False),
        (11, 5, True),
        (11, 6, False),
        (500, 5, True),
        (5, 0, False),
        (5, None, True),
    ],
)
def test_so_nguoi_dai_dien_theo_dieu_29(so_nguoi, so_dai_dien, duoc):
    assert (loi_so_dai_dien(so_nguoi, so_dai_dien) == "") is duoc


def test_so_dai_dien_sai_noi_canh_o(dien):
    form = dien({"loai": LoaiDon.KHIEU_NAI, "so_nguoi": 7}, du_chu_ky="1", so_dai_dien="3")

    assert form.errors == {"so_dai_dien": ["Đơn 7 người: cử từ 1 đến 2 người đại diện (Điều 29 Luật Tiếp công dân)."]}


def test_mot_nguoi_thi_khong_hoi_chu_ky(dien):
    assert {"du_chu_ky", "so_dai_dien"}.isdisjoint(dien().fields)


def test_nhieu_nguoi_thieu_chu_ky_thi_chua_thu_ly(bo_may, nhan, lam, phan_loai):
    don = nhan(LoaiDon.KHIEU_NAI, NHAN, so_nguoi=6)
    thieu = lam(phan_loai(don, NHAN, du_chu_ky=False, so_dai_dien=1), Buoc.TRINH_THU_LY, bo_may.tchc, NHAN)
    with pytest.raises(LoiNghiepVu, match="đủ chữ ký của mọi người và văn bản cử người đại diện"):
        lam(thieu, Buoc.THU_LY, bo_may.giam_doc, NHAN)

    du = phan_loai(nhan(LoaiDon.KHIEU_NAI, NHAN, so_nguoi=6), NHAN, du_chu_ky=True, so_dai_dien=2)
    du = lam(lam(du, Buoc.TRINH_THU_LY, bo_may.tchc, NHAN), Buoc.THU_LY, bo_may.giam_doc, NHAN)

    assert du.ngay_thu_ly == NHAN


# --- What another kind does not have ---------------------------------------------------------------------------------

DU_MOI_O = {
    "lan": "2",
    "ngay_biet": "01/09/2026",
    "ky_luat": "on",
    "buoc_thoi_viec": "on",
    "vung_sau": "on",
    "ly_do_vung_sau": "xa",
    "nac_danh": "on",
    "co_chung_cu": "on",
    "quy_dinh_hanh_chinh": "on",
    "bi_to_cao_lanh_dao": "on",
    "du_chu_ky": "1",
    "so_dai_dien": "1",
    "khan_cap": "on",
    "ly_do_khan_cap": "Đe dọa tính mạng",
    "da_gui_cap_tren": "on",
    "doi_tuong": "Khoa Dược",
}
DAY_DU = {
    "lan": 2,
    "ngay_biet": date(2026, 9, 1),
    "ky_luat": True,
    "buoc_thoi_viec": True,
    "vung_sau": True,
    "ly_do_vung_sau": "xa",
    "nac_danh": True,
    "co_chung_cu": True,
    "quy_dinh_hanh_chinh": True,
    "bi_to_cao_lanh_dao": True,
    "du_chu_ky": True,
    "so_dai_dien": 1,
    "khan_cap": True,
    "ly_do_khan_cap": "Đe dọa tính mạng",
    "da_gui_cap_tren": True,
    "doi_tuong": "Khoa Dược",
}


@pytest.mark.parametrize("loai", LoaiDon)
def test_cua_loai_khac_form_bo_qua_va_hanh_dong_xoa(bo_may, nhan, lam, dien, loai):
    trong = {ten: DonThu._meta.get_field(ten).get_default() for ten in CUA_LOAI}
    mong_doi = {ten: DAY_DU[ten] if loai in cac_loai else trong[ten] for ten, cac_loai in CUA_LOAI.items()}
    don = nhan(LoaiDon.PHAN_ANH, NHAN, so_nguoi=3)

    form = dien({"so_nguoi": 3}, loai=loai, thuoc_tham_quyen="0", **DU_MOI_O)
    chung = {"loai": loai, "linh_vuc": don.linh_vuc, "du_dieu_kien": True, "thuoc_tham_quyen": False}
    don = lam(don, Buoc.PHAN_LOAI, bo_may.tchc, NHAN, **chung, **DAY_DU)

    assert form.errors == {}
    assert {ten: form.tham_so()[ten] for ten in CUA_LOAI} == mong_doi
    don = DonThu.objects.get(pk=don.pk)
    assert {ten: getattr(don, ten) for ten in CUA_LOAI} == mong_doi


def test_dieu_khong_noi_lai_thi_giu_nguyen(nhan, phan_loai):
    don = nhan(LoaiDon.PHAN_ANH, NHAN, khan_cap=True, ly_do_khan_cap="Cháy kho", da_gui_cap_tren=True)

    don = phan_loai(don, NHAN)

    assert (don.khan_cap, don.ly_do_khan_cap, don.da_gui_cap_tren) == (True, "Cháy kho", True)


def test_o_con_bo_theo_o_me(dien):
    """What was ticked under a box that is not ticked is not read."""
    form = dien(
        {"loai": LoaiDon.KHIEU_NAI}, buoc_thoi_viec="on", ly_do_vung_sau="xa", ly_do_khan_cap="gấp", co_chung_cu="on"
    )

    assert form.errors == {}
    tham_so = form.tham_so()
    assert [tham_so[ten] for ten in ("buoc_thoi_viec", "ly_do_vung_sau", "ly_do_khan_cap", "co_chung_cu")] == [
        False,
        "",
        "",
        False,
    ]


@pytest.mark.parametrize(
    ("o_chon", "o_ly_do", "cau"),
    [
        ("vung_sau", "ly_do_vung_sau", "Xin ghi “lý do xác định vùng sâu, vùng xa”."),
        ("khan_cap", "ly_do_khan_cap", "Xin ghi “lý do khẩn cấp”."),
    ],
)
def test_danh_dau_phai_co_ly_do(dien, nhan, phan_loai, o_chon, o_ly_do, cau):
    form = dien({"loai": LoaiDon.KHIEU_NAI}, **{o_chon: "on"})

    assert form.errors == {o_ly_do: [cau]}
    with pytest.raises(LoiNghiepVu, match="phải ghi lý do"):
        phan_loai(nhan(LoaiDon.KHIEU_NAI, NHAN), NHAN, **{o_chon: True})


def test_ten_la_la_loi_cua_chuong_trinh(nhan, phan_loai):
    with pytest.raises(TypeError, match="vung_xa"):
        phan_loai(nhan(LoaiDon.KHIEU_NAI, NHAN), NHAN, vung_xa=True)


@pytest.mark.parametrize(("nguon", "noi"), [("duong_day_nong", True), ("truc_tuyen", True), ("buu_chinh", False)])
def test_to_cao_khong_dung_hinh_thuc_thi_nhac_dieu_25(tao_don, nguon, noi):
    form = FORM[Buoc.PHAN_LOAI](don=tao_don(loai=LoaiDon.TO_CAO, nguon=nguon))

    assert ("không phải hình thức tố cáo của Điều 22" in "".join(form.luu_y)) is noi


# --- Quy định hành chính ---------------------------------------------------------------------------------------------


def test_ve_quy_dinh_hanh_chinh_chuyen_trong_5_ngay_lam_viec(bo_may, nhan, lam, phan_loai):
    don = phan_loai(nhan(LoaiDon.KIEN_NGHI, NHAN), NHAN, thuoc_tham_quyen=False, quy_dinh_hanh_chinh=True)
    assert don.han_viec.get(viec=Viec.CHUYEN_PAKN_QUY_DINH).han == date(2026, 9, 14)

    don = lam(don, Buoc.CHUYEN_DON, bo_may.tchc, date(2026, 9, 9), co_quan_nhan="Sở Y tế")

    assert not don.han_viec.filter(ngay_xong=None).exists()


# --- Hướng dẫn một lần, chuyển một lần -------------------------------------------------------------------------------


@pytest.mark.parametrize("lan_dau", [Buoc.HUONG_DAN, Buoc.CHUYEN_DON])
@pytest.mark.parametrize("lan_sau", [Buoc.HUONG_DAN, Buoc.CHUYEN_DON])
def test_cung_noi_dung_chi_huong_dan_chuyen_mot_lan(bo_may, nhan, lam, phan_loai, lan_dau, lan_sau):
    truoc = phan_loai(nhan(LoaiDon.KHIEU_NAI, NHAN), NHAN, thuoc_tham_quyen=False)
    truoc = lam(truoc, lan_dau, bo_may.tchc, NHAN, co_quan_nhan="UBND xã")
    sau = nhan(LoaiDon.KHIEU_NAI, NHAN, vu_viec=truoc.vu_viec)
    sau = phan_loai(sau, NHAN, thuoc_tham_quyen=False)

    with pytest.raises(LoiNghiepVu, match=f"một lần ngày 07/09/2026 .đơn {truoc.ma}.*rồi lưu đơn"):
        lam(sau, lan_sau, bo_may.tchc, NHAN, co_quan_nhan="UBND xã")

    sau = phan_loai(sau, NHAN, du_dieu_kien=False, ly_do_khong_du="Đã hướng dẫn")
    assert lam(sau, Buoc.LUU_DON, bo_may.tchc, NHAN).trang_thai == TrangThai.LUU_DON


def test_vu_viec_khac_thi_chuyen_duoc(bo_may, nhan, lam, phan_loai):
    for _ in range(2):
        don = phan_loai(nhan(LoaiDon.PHAN_ANH, NHAN), NHAN, thuoc_tham_quyen=False)
        don = lam(don, Buoc.CHUYEN_DON, bo_may.tchc, NHAN, co_quan_nhan="Bảo hiểm xã hội")

    assert don.trang_thai == TrangThai.DA_CHUYEN


def test_don_khong_duoc_biet_thi_khong_ke_ra(bo_may, nhan, lam, phan_loai):
    """A tố cáo of the same matter that this person may not know of is not told of, not even by a refusal."""
    kin = phan_loai(nhan(LoaiDon.TO_CAO, NHAN), NHAN, thuoc_tham_quyen=False)
    kin = lam(kin, Buoc.CHUYEN_DON, bo_may.tchc, NHAN, co_quan_nhan="Thanh tra tỉnh")
    sau = nhan(LoaiDon.TO_CAO, NHAN, vu_viec=kin.vu_viec)
    sau = phan_loai(sau, NHAN, thuoc_tham_quyen=False)
    kin.nguoi_bi_to_cao.add(bo_may.tchc)

    sau = lam(sau, Buoc.CHUYEN_DON, bo_may.tchc, NHAN, co_quan_nhan="Thanh tra tỉnh")

    assert sau.trang_thai == TrangThai.DA_CHUYEN


# --- Intake ----------------------------------------------------------------------------------------------------------


def test_don_co_quan_chuyen_den_phai_ghi_co_quan(nhan):
    with pytest.raises(LoiNghiepVu, match="phải ghi cơ quan đó"):
        nhan(LoaiDon.TO_CAO, NHAN, nguon=NguonDon.CO_QUAN_CHUYEN)

    don = nhan(LoaiDon.TO_CAO, NHAN, nguon=NguonDon.CO_QUAN_CHUYEN, co_quan_chuyen_den="Báo Gia Lai")

    assert don.han_viec.get(viec=Viec.TRA_LOI_NOI_CHUYEN_TC).han == date(2026, 9, 28)  # 20 ngày: Sunday 27/09


def test_khan_cap_khi_nhan_phai_co_ly_do(nhan):
    with pytest.raises(LoiNghiepVu, match="khẩn cấp phải ghi lý do"):
        nhan(LoaiDon.PHAN_ANH, NHAN, khan_cap=True)


def test_to_cao_khong_chung_vu_viec_voi_don_khac(nhan, phan_loai):
    khieu_nai = nhan(LoaiDon.KHIEU_NAI, NHAN)
    to_cao = nhan(LoaiDon.TO_CAO, NHAN)
    cung = nhan(LoaiDon.KHIEU_NAI, NHAN, vu_viec=khieu_nai.vu_viec)

    for loai, vu_viec in ((LoaiDon.TO_CAO, khieu_nai.vu_viec), (LoaiDon.KHIEU_NAI, to_cao.vu_viec)):
        with pytest.raises(LoiNghiepVu, match="không ghi chung vụ việc"):
            nhan(loai, NHAN, vu_viec=vu_viec)
    cung = phan_loai(cung, NHAN, loai=LoaiDon.TO_CAO)

    assert cung.vu_viec_id != khieu_nai.vu_viec_id
    assert [don.pk for don in khieu_nai.vu_viec.don_thu.all()] == [khieu_nai.pk]
