"""The tables of law for people and for machines say the same and say all."""

import json
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook
from pypdf import PdfReader

from baocao.quy_dinh import MOI_VAN_BAN, may_doc, nguoi_doc
from donthu.bang_thoi_han import BANG_THOI_HAN
from donthu.ly_do import KHONG_THU_LY_KHIEU_NAI, THU_LY_TO_CAO, TIEU_CHI_PHUC_TAP
from donthu.quy_trinh import QUY_TRINH
from tiepdan.hinh_thuc import LY_DO_TU_CHOI
from tochuc.vai_tro import VaiTro

KHOA = {
    "quy_trinh": ["loai", "buoc", "tu", "den", "quyen", "mo", "xong", "van_ban", "can_cu"],
    "thoi_han": [
        "ma",
        "viec",
        "loai",
        "so",
        "don_vi_tinh",
        "gia_han",
        "can_cu",
        "tu_ngay",
        "den_ngay",
        "tinh_trang",
    ],
    "van_ban": ["ma", "ten", "can_cu", "tu_ngay", "den_ngay", "nguoi_ky", "tinh_trang"],
    "danh_muc_ly_do": ["danh_muc", "ma", "noi_dung", "can_cu"],
}


def test_khoa_cua_moi_bang():
    assert {bang: {tuple(dong) for dong in cac_dong} for bang, cac_dong in may_doc().items()} == {
        bang: {tuple(cac_khoa)} for bang, cac_khoa in KHOA.items()
    }


def test_khong_thieu_dong_nao():
    may = may_doc()

    assert len(may["quy_trinh"]) == sum(map(len, QUY_TRINH.values()))
    assert len(may["thoi_han"]) == len(BANG_THOI_HAN)
    assert len(may["van_ban"]) == len(MOI_VAN_BAN)


def test_dong_cua_luat():
    may = may_doc()

    thu_ly = [dong for dong in may["quy_trinh"] if (dong["loai"], dong["buoc"]) == ("KN", "thu_ly")]
    assert thu_ly == [
        {
            "loai": "KN",
            "buoc": "thu_ly",
            "tu": ["dang_xem_xet"],
            "den": "dang_giai_quyet",
            "quyen": "duyet",
            "mo": ["K5", "K6", "K7", "K8", "K9"],
            "xong": ["K4"],
            "van_ban": "ND124-03",
            "can_cu": "Đ27 Luật KN (136/2025); Đ16 NĐ 124/2020 (NĐ 155/2026)",
        }
    ]
    assert [(han["so"], han["don_vi_tinh"], han["den_ngay"]) for han in may["thoi_han"] if han["ma"] == "K4"] == [
        (10, "ngay", "2026-06-30"),
        (7, "ngay_lam_viec", None),
    ]


def test_tinh_trang_va_ma_trong_bang_khac_deu_co():
    may = may_doc()
    viec = {han["ma"] for han in may["thoi_han"]}
    mau = {dong["ma"] for dong in may["van_ban"]}

    tinh_trang = {dong["tinh_trang"] for bang in ("thoi_han", "van_ban") for dong in may[bang]}
    assert tinh_trang == {"verified", "derived", "doubtful"}
    assert {ma for dong in may["quy_trinh"] for ma in (*dong["mo"], *dong["xong"])} - viec == set()
    assert {dong["van_ban"] for dong in may["quy_trinh"]} - mau == {None}


def test_so_ly_do_dung_nhu_luat():
    dem = {}
    for dong in may_doc()["danh_muc_ly_do"]:
        dem.setdefault(dong["danh_muc"], set()).add(dong["ma"])

    assert len(dem["khong_thu_ly_khieu_nai"]) == len(KHONG_THU_LY_KHIEU_NAI) == 9
    assert len(dem["phuc_tap"]) == len(TIEU_CHI_PHUC_TAP) == 7
    assert len(dem["thu_ly_to_cao"]) == len(THU_LY_TO_CAO) == 4
    assert len(dem["dieu_kien_xu_ly"]) == 16
    assert len(dem["tu_choi_tiep"]) == len(LY_DO_TU_CHOI) == 13


def test_khong_ma_nao_trung_trong_mot_danh_muc():
    cac_khoa = [(dong["danh_muc"], dong["ma"]) for dong in may_doc()["danh_muc_ly_do"]]

    assert sorted(set(cac_khoa)) == sorted(cac_khoa)


def test_dong_nao_cung_co_can_cu():
    thieu = [dong for cac_dong in may_doc().values() for dong in cac_dong if not dong["can_cu"].strip()]

    assert thieu == []


def test_lenh_ghi_json_ra_dau_ra_chuan():
    ra = StringIO()

    call_command("quy_dinh", stdout=ra)

    assert json.loads(ra.getvalue()) == may_doc()


def test_lenh_ghi_bang_tinh(tmp_path):
    call_command("quy_dinh", dinh_dang="xlsx", ra=tmp_path / "a.xlsx")

    so = load_workbook(tmp_path / "a.xlsx")
    assert so.sheetnames == ["Quy trình", "Thời hạn", "Văn bản", "Danh mục lý do, điều kiện"]
    assert so["Thời hạn"].max_row == len(BANG_THOI_HAN) + 4


def test_lenh_ghi_pdf_nam_ngang(tmp_path):
    call_command("quy_dinh", dinh_dang="pdf", ra=tmp_path / "a.pdf")

    trang = PdfReader(BytesIO((tmp_path / "a.pdf").read_bytes())).pages
    chu = "\n".join(mot.extract_text() for mot in trang)
    assert {mot.mediabox.width > mot.mediabox.height for mot in trang} == {True}
    assert [phan.ten for phan in nguoi_doc() if phan.ten not in chu] == []


def test_lenh_bao_loi_khi_khong_ghi_duoc(tmp_path):
    with pytest.raises(CommandError, match="Không ghi được tệp"):
        call_command("quy_dinh", ra=tmp_path / "khong-co" / "a.json")


def test_trang_quy_dinh(client, tao_nguoi, django_assert_num_queries):
    client.force_login(tao_nguoi(VaiTro.QUAN_TRI))
    client.get("/quy-dinh/")

    with django_assert_num_queries(5):
        trang = client.get("/quy-dinh/").content.decode()

    assert [phan.ten for phan in nguoi_doc() if f'id="{phan.khoa}"' not in trang] == []


@pytest.mark.parametrize(
    ("dinh_dang", "cach", "dau"),
    [("json", "attachment", b"{"), ("xlsx", "attachment", b"PK"), ("pdf", "inline", b"%PDF")],
)
def test_tai_ve(client, tao_nguoi, dinh_dang, cach, dau):
    client.force_login(tao_nguoi(VaiTro.CHUYEN_VIEN))

    tep = client.get(f"/quy-dinh/quy-dinh.{dinh_dang}")

    assert tep.headers["Content-Disposition"] == f'{cach}; filename="quy-dinh.{dinh_dang}"'
    assert tep.content.startswith(dau)


def test_bao_cao_va_sau_bieu_cung_la_van_ban_co_ma():
    cua_bao_cao = {mau.ma: mau.ten for mau in MOI_VAN_BAN if mau.ma.startswith("TT06-")}

    assert list(cua_bao_cao) == [
        "TT06-02",
        "TT06-01/TCD",
        "TT06-02/XLD",
        "TT06-03/GQKN",
        "TT06-04/GQTC",
        "TT06-05/KQTH",
        "TT06-06/QLKNTC",
    ]
    assert cua_bao_cao["TT06-02/XLD"] == "Tổng hợp kết quả xử lý đơn"
