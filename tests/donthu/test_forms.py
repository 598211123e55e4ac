"""Forms of the steps: every step has one that asks for what its action takes and says what is wrong beside a field."""

import inspect
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from donthu.actions import THUC_HIEN
from donthu.forms import FORM
from donthu.forms.khung import LY_DO_CU_THE
from donthu.forms.truong import TruongDem, TruongSoLuong
from donthu.ly_do import (
    KHONG_DU_DIEU_KIEN,
    KHONG_THU_LY_KHIEU_NAI,
    ly_do_dinh_chi,
    ly_do_khong_thu_ly,
    ly_do_tam_dinh_chi,
)
from donthu.models import LinhVuc
from donthu.phan_loai import LoaiDon, NguonDon
from donthu.quy_trinh import QUY_TRINH
from donthu.quy_trinh.buoc import Buoc
from tochuc.vai_tro import VaiTro

HOM_NAY = timezone.localdate
NGAY_NAY = f"{HOM_NAY():%d/%m/%Y}"
CUA_MOI_BUOC = {"don", "nguoi"}


@pytest.fixture
def dien():
    """A bound form of one step, with the day and the number of steps filled in."""

    def dien_form(buoc, don, nguoi=None, **du_lieu):
        ngay = f"{HOM_NAY():%d/%m/%Y}"
        return FORM[buoc]({"ngay": ngay, "so_buoc": str(don.so_buoc)} | du_lieu, don=don, nguoi=nguoi)

    return dien_form


PHIEU = {
    Buoc.PHAN_LOAI: {"loai": "KN", "du_dieu_kien": "1", "thuoc_tham_quyen": "1"},
    Buoc.HUONG_DAN: {"co_quan_nhan": "Sở Y tế"},
    Buoc.CHUYEN_DON: {"co_quan_nhan": "Sở Y tế"},
    Buoc.THU_LY: {"khong_co_can_cu": "on"},
    Buoc.KHONG_THU_LY: {"muc_ly_do": "thoi_hieu"},
    Buoc.TACH_DON: {"cach": "lap_don", "loai": "TC", "tom_tat": "Nhận tiền"},
    Buoc.DON_DOC: {"noi_nhan": "Khoa Nội", "noi_dung": "Chưa báo cáo"},
    Buoc.CHUYEN_KIEM_TRA: {"co_quan_nhan": "Đoàn kiểm tra"},
    Buoc.CHUYEN_DIEU_TRA: {"co_quan_nhan": "Cơ quan điều tra"},
    Buoc.TU_XAC_MINH: {
        "ngay_giai_trinh": "01/09/2026",
        "dia_diem": "Phòng họp",
        "giai_trinh": "Không có",
        "ket_qua_xac_minh": "Sai",
    },
    Buoc.XU_LY_KET_LUAN: {"viec_da_lam": ["xu_ly"], "ghi_chu": "Quyết định số 5"},
    Buoc.DE_NGHI_BAO_VE: {"noi_dung": "Bị đe dọa"},
    Buoc.BAO_VE: {"quyet_dinh": "ap_dung", "bien_phap": ["viec_lam"]},
    Buoc.TU_CHOI_BAO_VE: {"ly_do": "Không có nguy cơ"},
    Buoc.THOI_BAO_VE: {"muc_ly_do": "het_can_cu"},
    Buoc.XAC_MINH: {"noi_dung": "Nội dung", "tu_ngay": NGAY_NAY, "den_ngay": NGAY_NAY},
    Buoc.YEU_CAU_TAI_LIEU: {"noi_cung_cap": "Khoa Dược", "noi_dung": "Phiếu xuất"},
    Buoc.NHAN_TAI_LIEU: {"nguoi_giao": "Khoa Dược", "tai_lieu": "Phiếu xuất | Bản chính"},
    Buoc.TRUNG_CAU_GIAM_DINH: {"co_quan": "Giám định y khoa", "noi_dung": "Tỷ lệ tổn thương"},
    Buoc.KET_QUA_GIAM_DINH: {"ket_luan": "Không tổn thương"},
    Buoc.BAO_CAO_KET_QUA: {"bao_cao": "Đúng", "khac_ket_qua": "0"},
    Buoc.BAO_DOI_THOAI: {
        "ngay_doi_thoai": "31/12/2099",
        "gio": "8h30",
        "dia_diem": "Hội trường",
        "chu_tri": "Giám đốc",
        "nguoi_du": "Bà A | Người khiếu nại",
    },
    Buoc.HOAN_DOI_THOAI: {"muc_ly_do": "om_dau"},
    Buoc.DOI_THOAI: {"noi_dung": "Ý kiến các bên", "ket_luan": "Thống nhất"},
    Buoc.GUI_QUYET_DINH: {"cach": "buu_chinh"},
    Buoc.GUI_VAN_BAN: {"nguoi_nhan": "nguoi_gui", "cach": "buu_chinh"},
    Buoc.CONG_KHAI: {"hinh_thuc": "niem_yet", "noi": "Bảng tin", "den_ngay": "31/12/2099"},
    Buoc.CAP_TREN_YEU_CAU: {"co_quan": "Sở Y tế", "noi_dung": "Công văn 12"},
    Buoc.KET_QUA_LAN_HAI: {"ket_qua": "cong_nhan", "so_van_ban": "90/QĐ-SYT"},
    Buoc.KHOI_KIEN: {"toa_an": "Tòa án nhân dân khu vực 1"},
    Buoc.BAN_AN: {"so_van_ban": "05/2026/HC-ST", "noi_dung": "Bác yêu cầu"},
    Buoc.DUNG_THI_HANH: {"ly_do": "Không khôi phục được", "den_ngay": NGAY_NAY},
    Buoc.BO_DUNG_THI_HANH: {"ly_do": "Không còn lý do"},
    Buoc.RUT_DON: {"hinh_thuc": "don", "pham_vi": "toan_bo", "noi_dung": "Toàn bộ"},
    Buoc.YEU_CAU_BO_SUNG: {"ly_do": "Làm rõ"},
    Buoc.BAN_HANH: {"noi_dung_ban_hanh": "Công nhận", "ket_qua": "dung", "tra_lai_tien": "1.250,5"},
    Buoc.KEO_DAI_KIEM_TRA: {"so_ngay": "3", "ly_do": "Xác minh tại hai xã"},
    Buoc.GIA_HAN: {"so_ngay": "15", "tieu_chi": ["dia_diem"]},
    Buoc.TAM_DINH_CHI: {"muc_ly_do": "bat_kha_khang"},
    Buoc.DINH_CHI: {"muc_ly_do": "rut"},
}
GHI_CHU = {"ghi_chu": "Bưu điện"}


def test_moi_buoc_co_mot_form():
    assert set(FORM) == set(THUC_HIEN)
    assert {buoc for bang in QUY_TRINH.values() for buoc, duong in bang.items() if duong.tu} <= set(FORM)


@pytest.mark.parametrize("buoc", list(FORM))
def test_form_hoi_dung_cai_hanh_dong_can(dien, tao_don, tao_don_vi, tao_nguoi, buoc):
    don = tao_don(loai=LoaiDon.KHIEU_NAI)
    phieu = PHIEU.get(buoc, GHI_CHU)
    if buoc in (Buoc.PHAN_LOAI, Buoc.TACH_DON):
        phieu |= {"linh_vuc": don.linh_vuc_id}
    if buoc == Buoc.GOP_DON:
        phieu = {"trung_voi": tao_don().ma, "ly_do": "Bản sao"}
    if buoc == Buoc.GIAO_DON_VI:
        phieu = {"don_vi": tao_don_vi().pk}
    if buoc == Buoc.XAC_MINH:
        phieu |= {"to_truong": tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=tao_don_vi()).pk}
    tham_so = inspect.signature(THUC_HIEN[buoc]).parameters
    bat_ky = any(muc.kind is inspect.Parameter.VAR_KEYWORD for muc in tham_so.values())
    nhan = {ten for ten, muc in tham_so.items() if muc.kind is not inspect.Parameter.VAR_KEYWORD} - CUA_MOI_BUOC
    bat_buoc = {ten for ten in nhan if tham_so[ten].default is inspect.Parameter.empty}

    form = dien(buoc, don, tao_nguoi(VaiTro.TCHC), **phieu)

    assert form.errors == {}
    assert bat_buoc <= set(form.tham_so())
    assert bat_ky or set(form.tham_so()) <= nhan


@pytest.mark.parametrize("buoc", list(FORM))
def test_ngay_mac_dinh_hom_nay_va_khong_o_tuong_lai(dien, tao_don, buoc):
    don = tao_don(loai=LoaiDon.KHIEU_NAI)

    form = dien(buoc, don, ngay=f"{HOM_NAY() + timedelta(days=1):%d/%m/%Y}")

    assert FORM[buoc](don=don)["ngay"].value() == HOM_NAY()
    assert form.errors["ngay"] == ["Ngày thực hiện không được sau ngày hôm nay."]


@pytest.mark.parametrize("chu", ["32/01/2026", "2026", "hôm qua", "01/01/0206"])
def test_ngay_sai(dien, tao_don, chu):
    assert "ngay" in dien(Buoc.THU_LY, tao_don(), ngay=chu).errors


# --- Phân loại -------------------------------------------------------------------------------------------------------


@pytest.fixture
def phan_loai_form(dien, tao_don):
    def tao(**du_lieu):
        don = tao_don()
        mac_dinh = {"loai": "KN", "linh_vuc": don.linh_vuc_id, "du_dieu_kien": "1", "thuoc_tham_quyen": "1"}
        return dien(Buoc.PHAN_LOAI, don, **mac_dinh | du_lieu)

    return tao


def test_khong_du_dieu_kien_phai_co_ly_do(phan_loai_form):
    thieu = phan_loai_form(du_dieu_kien="0")
    du = phan_loai_form(du_dieu_kien="0", muc_khong_du="hinh_thuc", ly_do_khong_du="Không có chữ ký.")

    assert list(thieu.errors) == ["muc_khong_du"]
    assert du.errors == {}
    assert du.tham_so()["ly_do_khong_du"] == (
        "Đơn thiếu ngày viết đơn, họ tên, địa chỉ, chữ ký hoặc điểm chỉ của người gửi (Đ6.2a TT 05/2021/TT-TTCP). "
        "Không có chữ ký"
    )
    assert du.tham_so()["thuoc_tham_quyen"] is None


def test_du_dieu_kien_phai_noi_tham_quyen(phan_loai_form):
    assert list(phan_loai_form(thuoc_tham_quyen="").errors) == ["thuoc_tham_quyen"]
    assert list(phan_loai_form(du_dieu_kien="").errors) == ["du_dieu_kien"]


def test_cua_loai_khac_thi_bo_qua(phan_loai_form, tao_nguoi):
    bi = tao_nguoi(VaiTro.CHUYEN_VIEN)
    cua_to_cao = {"nguoi_bi_to_cao": [bi.pk], "bi_to_cao_lanh_dao": "on"}
    cua_khieu_nai = {"ky_luat": "on", "vung_sau": "on", "ly_do_vung_sau": "xa", "lan": "2"}

    phan_anh = phan_loai_form(loai="PHAN_ANH", **cua_to_cao, **cua_khieu_nai)
    to_cao = phan_loai_form(loai="TC", thuoc_tham_quyen="0", **cua_to_cao, **cua_khieu_nai)
    khieu_nai = phan_loai_form(**cua_to_cao, **cua_khieu_nai)

    ten = ("lan", "ky_luat", "vung_sau", "ly_do_vung_sau", "nguoi_bi_to_cao", "bi_to_cao_lanh_dao")
    assert [form.errors for form in (phan_anh, to_cao, khieu_nai)] == [{}, {}, {}]
    assert [phan_anh.tham_so()[muc] for muc in ten] == [1, False, False, "", (), False]
    assert [to_cao.tham_so()[muc] for muc in ten] == [2, False, False, "", (bi,), True]
    assert [khieu_nai.tham_so()[muc] for muc in ten] == [2, True, True, "xa", (), False]


def test_vung_sau_phai_co_ly_do(phan_loai_form):
    assert list(phan_loai_form(vung_sau="on").errors) == ["ly_do_vung_sau"]


def test_dien_san_tu_don(tao_don, tao_nguoi):
    bi = tao_nguoi(VaiTro.TCHC)
    don = tao_don(loai=LoaiDon.TO_CAO, nguoi_bi_to_cao=[bi], doi_tuong="Nhân viên Khoa Dược")

    form = FORM[Buoc.PHAN_LOAI](don=don)

    assert [form[ten].value() for ten in ("loai", "linh_vuc", "doi_tuong", "nguoi_bi_to_cao", "du_dieu_kien")] == [
        "TC",
        don.linh_vuc_id,
        "Nhân viên Khoa Dược",
        [bi.pk],
        None,
    ]


# --- Other steps -----------------------------------------------------------------------------------------------------


def test_khong_thu_ly_theo_chin_can_cu_cua_luat(dien, tao_don):
    don = tao_don(loai=LoaiDon.KHIEU_NAI)

    form = dien(Buoc.KHONG_THU_LY, don, muc_ly_do="thoi_hieu", ly_do="Quyết định nhận ngày 01/02/2026")

    assert form.errors == {}
    assert len(KHONG_THU_LY_KHIEU_NAI) == 9
    assert form.tham_so()["ly_do"] == (
        "Thời hiệu, thời hạn khiếu nại đã hết mà không có lý do chính đáng (Đ11.6 Luật KN). "
        "Quyết định nhận ngày 01/02/2026"
    )
    assert list(dien(Buoc.KHONG_THU_LY, don).errors) == ["muc_ly_do"]


@pytest.mark.parametrize("loai", LoaiDon)
def test_can_cu_va_ly_do_vua_cho_luu(loai):
    """The longest ground with the longest words of a case fits its column; no code stands for two grounds."""
    for cac_ly_do in (ly_do_khong_thu_ly(loai), ly_do_tam_dinh_chi(loai), ly_do_dinh_chi(loai)):
        assert max(len(str(ly_do)) for ly_do in cac_ly_do) + 2 + LY_DO_CU_THE <= 500
        assert len({ly_do.ma for ly_do in cac_ly_do}) == len(cac_ly_do)
    assert max(len(str(ly_do)) for ly_do in KHONG_DU_DIEU_KIEN) + 2 + 150 <= 300


def test_giao_don_vi_goi_y_dau_moi_va_tru_nguoi_bi_to_cao(tao_don, tao_don_vi, tao_nguoi):
    linh_vuc = LinhVuc.objects.exclude(don_vi_dau_moi="").filter(cha__isnull=False).first()
    dau_moi = tao_don_vi(linh_vuc.don_vi_dau_moi)
    tao_don_vi("KHONG", duoc_giao=False)
    lam_viec = tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=dau_moi, chuc_vu="Bác sĩ")
    khoa_bi = tao_don_vi("BI")
    bi = tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=khoa_bi)
    tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=khoa_bi)  # of the unit of the accused: keeps away too
    tao_nguoi(VaiTro.TIEP_DAN, don_vi=dau_moi)
    don = tao_don(loai=LoaiDon.TO_CAO, linh_vuc=linh_vuc, nguoi_bi_to_cao=[bi])

    form = FORM[Buoc.GIAO_DON_VI](don=don)

    assert form["don_vi"].value() == dau_moi.pk
    assert set(form.fields["don_vi"].queryset) == {dau_moi, khoa_bi}
    assert form.fields["nguoi_duoc_giao"].choices == [
        ("", "Chọn người thực hiện"),
        (dau_moi.ten, [(lam_viec.pk, f"{lam_viec.ho_ten}, Bác sĩ")]),
    ]


def test_giao_don_vi_nguoi_cua_don_vi_khac_va_han_noi_bo(dien, tao_don, tao_don_vi, tao_nguoi):
    khoa, khac = tao_don_vi("NOI"), tao_don_vi("NGOAI_TRU")
    nguoi = tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=khac)

    form = dien(
        Buoc.GIAO_DON_VI,
        tao_don(),
        don_vi=khoa.pk,
        nguoi_duoc_giao=nguoi.pk,
        han_noi_bo=f"{HOM_NAY() - timedelta(days=1):%d/%m/%Y}",
    )

    assert form.errors["nguoi_duoc_giao"] == [f"{nguoi} không thuộc {khoa}."]
    assert form.errors["han_noi_bo"] == ["Hạn nội bộ không được trước ngày giao."]


@pytest.mark.parametrize(
    ("loai", "lan", "ket_qua"),
    [
        (LoaiDon.KHIEU_NAI, 1, ["dung", "dung_mot_phan", "sai"]),
        (LoaiDon.KHIEU_NAI, 2, ["cong_nhan", "huy_sua"]),
        (LoaiDon.TO_CAO, 1, ["dung", "dung_mot_phan", "sai"]),
        (LoaiDon.PHAN_ANH, 1, None),
        (LoaiDon.KHAC, 1, None),
    ],
)
def test_ban_hanh_hoi_ket_qua_theo_loai(dien, tao_don, loai, lan, ket_qua):
    don = tao_don(loai=loai, lan=lan)

    form = dien(Buoc.BAN_HANH, don, noi_dung_ban_hanh="x", ket_qua=(ket_qua or [""])[0])

    assert ("ket_qua" in form.fields) is (ket_qua is not None)
    assert ("tra_lai_tien" in form.fields) is (ket_qua is not None)
    assert form.errors == {}
    assert form.tham_so()["ket_qua"] == (ket_qua or [""])[0]
    if ket_qua:
        assert [ma for ma, _ in form.fields["ket_qua"].choices] == ket_qua


def test_ban_hanh_can_bo_khong_hon_tong(dien, tao_don):
    form = dien(
        Buoc.BAN_HANH,
        tao_don(loai=LoaiDon.TO_CAO),
        noi_dung_ban_hanh="x",
        ket_qua="dung",
        nguoi_bi_kien_nghi="1",
        can_bo_bi_kien_nghi="2",
    )

    assert form.errors == {"can_bo_bi_kien_nghi": ["Không được lớn hơn tổng số người."]}


def test_thi_hanh_can_bo_khong_hon_tong(dien, tao_don):
    form = dien(Buoc.THI_HANH, tao_don(loai=LoaiDon.TO_CAO), nguoi_khoi_to="1", can_bo_khoi_to="2")

    assert form.errors == {"can_bo_khoi_to": ["Không được lớn hơn tổng số người."]}


def test_chuyen_don_to_cao_lanh_dao_dien_san_so(tao_don):
    don = tao_don(loai=LoaiDon.TO_CAO, bi_to_cao_lanh_dao=True, nguon=NguonDon.BUU_CHINH)

    assert FORM[Buoc.CHUYEN_DON](don=don)["co_quan_nhan"].value() == "SỞ Y TẾ"


# --- Numbers as they are written here --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chu", "so"),
    [
        ("", "0"),
        ("12", "12"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1.250", "1250"),
        ("1.250,75", "1250.75"),
        ("1.250.000", "1250000"),
        (" 1 250 ", "1250"),
        ("0,05", "0.05"),
    ],
)
def test_so_luong(chu, so):
    assert TruongSoLuong(label="x").clean(chu) == Decimal(so)


@pytest.mark.parametrize("chu", ["-1", "abc", "1,234", "1,2,3", "9" * 15, "NaN", "Infinity", "1e5"])
def test_so_luong_sai(chu):
    with pytest.raises(ValidationError):
        TruongSoLuong(label="x").clean(chu)


def test_so_dem():
    assert [TruongDem(label="x").clean(chu) for chu in ("", "0", "12")] == [0, 0, 12]


@pytest.mark.parametrize("chu", ["01/09/2026", "1/9/2026", "2026-09-01", "01-09-2026"])
def test_ngay_viet_cach_nao_cung_duoc(dien, tao_don, chu):
    form = dien(Buoc.THU_LY, tao_don(), ngay=chu)

    assert form.errors == {}
    assert form.tham_so()["ngay"] == date(2026, 9, 1)
