"""The register: pages by key from both ends, the cost of a page, search, the panel of filters, the workbook."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from donthu.models import CongDan, HanViec
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from donthu.views.danh_sach import MOI_TRANG
from donthu.xuat_so import COT
from tochuc.models import NhatKy
from tochuc.vai_tro import Quyen, VaiTro

SO = "/don-thu/"


@pytest.fixture
def tchc(client, tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC)
    client.force_login(nguoi)
    return nguoi


def cac_ma(tra_loi) -> list[str]:
    return [dong.ma for dong in tra_loi.context["cac_dong"]]


def mo_han(don, han, **khac):
    mac_dinh = {"viec": Viec.GIAI_QUYET_KNPA, "tu_ngay": don.ngay_nhan, "quyen": Quyen.DUYET}
    return HanViec.objects.create(don=don, chu_the=f"don:{don.pk}", han=han, han_goc=han, **mac_dinh | khac)


# --- Pages -----------------------------------------------------------------------------------------------------------


def test_moi_nhan_truoc_cung_ngay_thi_nhap_sau_truoc(client, tchc, tao_don):
    for ma, ngay in (("A", date(2026, 9, 2)), ("B", date(2026, 9, 3)), ("C", date(2026, 9, 2))):
        tao_don(ma=ma, ngay_nhan=ngay)

    assert cac_ma(client.get(SO)) == ["B", "C", "A"]


def test_lat_trang_tu_hai_dau(client, tchc, tao_don):
    """2.5 pages, many on one day: every petition once, whichever way one walks."""
    tat_ca = [f"D{so:03d}" for so in range(MOI_TRANG * 2 + MOI_TRANG // 2)]
    for so, ma in enumerate(tat_ca):
        tao_don(ma=ma, ngay_nhan=date(2026, 9, 1) + timedelta(days=so // 9))
    tat_ca.reverse()

    xuoi = [client.get(SO)]
    while sau := xuoi[-1].context["trang"].sau:
        xuoi.append(client.get(SO + sau))
    nguoc = [client.get(SO + xuoi[0].context["trang"].cuoi)]
    while truoc := nguoc[-1].context["trang"].truoc:
        nguoc.append(client.get(SO + truoc))

    assert [ma for trang in xuoi for ma in cac_ma(trang)] == tat_ca
    assert [len(cac_ma(trang)) for trang in xuoi] == [MOI_TRANG, MOI_TRANG, MOI_TRANG // 2]
    assert cac_ma(nguoc[0]) == tat_ca[-MOI_TRANG:]
    assert cac_ma(nguoc[1]) == tat_ca[-2 * MOI_TRANG : -MOI_TRANG]
    assert cac_ma(nguoc[-1]) == tat_ca[:MOI_TRANG]
    assert xuoi[0].context["trang"].so_dem == f"{len(tat_ca)} đơn"


def test_trang_giu_dieu_kien_loc(client, tchc, tao_don):
    for so in range(MOI_TRANG + 1):
        tao_don(ma=f"KN{so}", loai=LoaiDon.KHIEU_NAI)
        tao_don(ma=f"PA{so}")

    trang = client.get(SO, {"loai": "KN"})
    sau = client.get(SO + trang.context["trang"].sau)

    assert cac_ma(sau) == ["KN0"]
    assert sau.context["cac_chip"] == [{"nhan": "Loại đơn", "gia_tri": "Khiếu nại", "dia_chi": "?"}]


@pytest.mark.parametrize(
    "con_tro", ["sau=x", "sau=2026-09-01~x", "truoc=~", "cuoi=1&sau=", "sau=2026-09-01~9e99", "sau=%00~1"]
)
def test_con_tro_hong_la_trang_dau(client, tchc, tao_don, con_tro):
    tao_don(ma="A")

    assert cac_ma(client.get(f"{SO}?{con_tro}")) == ["A"]


def test_so_truy_van_khong_theo_so_dong(client, tchc, tao_don, tao_don_vi):
    def dem(**loc):
        client.get(SO)  # the session is written once a minute
        with CaptureQueriesContext(connection) as truy_van:
            assert client.get(SO, loc).status_code == 200
        return len(truy_van)

    def them():
        don = tao_don(don_vi=khoa, trang_thai=TrangThai.DANG_GIAI_QUYET, so_nguoi=7)
        mo_han(don, date(2026, 9, 2))

    khoa = tao_don_vi("NOI")
    them()
    cac_loc = ({}, {"q": "noi dung"}, {"qua_han": "1"}, {"linh_vuc": "02", "don_vi": "NOI"}, {"mo_loc": "1"})
    mot = [dem(**loc) for loc in cac_loc]
    them()
    them()

    assert [dem(**loc) for loc in cac_loc] == mot


def test_dong_noi_gi(client, tchc, tao_don, tao_don_vi):
    don = tao_don(
        ma="DT-2026-0009",
        loai=LoaiDon.KHIEU_NAI,
        lan=2,
        so_nguoi=1201,
        trang_thai=TrangThai.DANG_GIAI_QUYET,
        dang_tam_dinh_chi=True,
        don_vi=tao_don_vi("NOI", ten="Khoa Nội"),
        tom_tat="x" * 200,
        cong_dan=CongDan.objects.create(ho_ten="Nguyễn Văn A"),
    )
    mo_han(don, timezone.localdate() - timedelta(days=2))
    mo_han(don, timezone.localdate() + timedelta(days=40), viec=Viec.BAO_KET_QUA_TIEP)

    dong = client.get(SO).context["cac_dong"][0]

    assert (dong.ma, dong.loai, dong.nguoi_gui) == (
        "DT-2026-0009",
        "Khiếu nại lần hai",
        "Nguyễn Văn A và 1.200 người khác",
    )
    assert dong.tinh_trang == "Đang giải quyết · đang tạm đình chỉ · Khoa Nội"
    assert (len(dong.tom_tat), dong.tom_tat[-1]) == (140, "…")
    assert (dong.han.con_lai_chu, dong.han.ten_viec) == ("Quá hạn 2 ngày", "Giải quyết kiến nghị, phản ánh")
    assert dong.dia_chi == f"/don-thu/{don.pk}/"


def test_qua_han_xep_theo_han_lau_nhat_truoc(client, tchc, tao_don):
    nay = timezone.localdate()
    for ma, tre in (("A", 3), ("B", 9), ("C", 5), ("D", -1)):
        mo_han(tao_don(ma=ma, ngay_nhan=nay - timedelta(days=20)), nay - timedelta(days=tre))
    tao_don(ma="E")

    assert cac_ma(client.get(SO, {"qua_han": "1"})) == ["B", "C", "A"]
    assert cac_ma(client.get(SO, {"qua_han": "1", "cuoi": "1"})) == ["B", "C", "A"]


# --- Search and filters ----------------------------------------------------------------------------------------------


def test_tim_va_lat_trang(client, tchc, tao_don):
    for so in range(MOI_TRANG + 3):
        tao_don(ma=f"D{so:02d}", ngay_nhan=date(2026, 9, 1) + timedelta(days=so), tom_tat="chờ viện phí")
    tao_don(ma="KHAC", tom_tat="không khớp")

    dau = client.get(SO, {"q": " vien phi "})
    sau = client.get(SO + dau.context["trang"].sau)

    assert cac_ma(dau)[:2] == [f"D{MOI_TRANG + 2:02d}", f"D{MOI_TRANG + 1:02d}"]
    assert cac_ma(sau) == ["D02", "D01", "D00"]
    assert sau.context["trang"].so_dem == f"{MOI_TRANG + 3} đơn khớp, trang 2 trên 2"
    assert sau.context["trang"].truoc == "?q=+vien+phi+&trang=1"


@pytest.mark.parametrize("trang", ["0", "-1", "x", "99", "9" * 5000, "²"])
def test_so_trang_la(client, tchc, tao_don, trang):
    tao_don(ma="A", tom_tat="viện phí")

    assert cac_ma(client.get(SO, {"q": "vien phi", "trang": trang})) == ["A"]


def test_chu_nul_khong_lam_hong(client, tchc, tao_don):
    tao_don(ma="A", tom_tat="viện phí")

    assert cac_ma(client.get(SO, {"q": "vien\0phi"})) == ["A"]


def test_khong_thay_thi_day_cach_tim(client, tchc, tao_don):
    tao_don()

    tra_loi = client.get(SO, {"q": "khongco"})

    assert "Không có đơn nào khớp" in tra_loi.content.decode()


def test_so_rong_moi_nhap_don_dau_tien(client, tchc):
    assert "Nhập đơn đầu tiên" in client.get(SO).content.decode()


def test_bang_loc_chi_ve_khi_hoi(client, tchc, tao_don):
    tao_don()

    dong = client.get(SO, {"loai": "KN"}).content.decode()
    mo = client.get(SO, {"loai": "KN", "mo_loc": "1"}).content.decode()
    rieng = client.get(SO, {"loai": "KN", "mo_loc": "1"}, headers={"HX-Request": "true"})

    assert ('id="id_trang_thai"' in dong, 'name="loai" value="KN"' in dong) == (False, True)
    assert ('id="id_trang_thai"' in mo, "<html" in mo) == (True, True)
    assert ('id="id_trang_thai"' in rieng.content.decode(), "<html" in rieng.content.decode()) == (True, False)
    assert "HX-Request" in rieng.headers["Vary"]


def test_gia_tri_loc_sai_mo_bang_loc_va_bao(client, tchc, tao_don):
    tao_don(ma="A")

    tra_loi = client.get(SO, {"tu": "hôm qua"})

    assert cac_ma(tra_loi) == ["A"]
    assert "Xin nhập ngày theo dạng ngày/tháng/năm" in tra_loi.content.decode()


def test_loi_tat_dang_mo_duoc_danh_dau(client, tchc):
    def dang_chon(**loc):
        return [muc["nhan"] for muc in client.get(SO, loc).context["loi_tat"] if muc["dang_chon"]]

    assert dang_chon() == ["Tất cả"]
    assert dang_chon(qua_han="1") == ["Quá hạn"]
    assert dang_chon(qua_han="1", q="x") == []
    thang_nay = next(muc["dia_chi"] for muc in client.get(SO).context["loi_tat"] if muc["nhan"] == "Tháng này")
    assert [muc["nhan"] for muc in client.get(SO + thang_nay).context["loi_tat"] if muc["dang_chon"]] == ["Tháng này"]


# --- The workbook ----------------------------------------------------------------------------------------------------


def doc_xlsx(tra_loi):
    trang = load_workbook(BytesIO(tra_loi.getvalue())).active
    return [[o.value for o in hang] for hang in trang.iter_rows()]


def test_xuat_dung_nhung_don_dang_loc(client, tchc, tao_don):
    tao_don(ma="KN1", loai=LoaiDon.KHIEU_NAI, ngay_nhan=date(2026, 9, 1))
    tao_don(
        ma="KN2", loai=LoaiDon.KHIEU_NAI, ngay_nhan=date(2026, 9, 5), cong_dan=CongDan.objects.create(ho_ten="Lê Thị B")
    )
    tao_don(ma="PA1")

    tra_loi = client.get("/don-thu/xuat.xlsx", {"loai": "KN"})
    hang = doc_xlsx(tra_loi)

    assert (
        tra_loi.headers["Content-Disposition"] == f'attachment; filename="Don-thu-{timezone.localdate():%d-%m-%Y}.xlsx"'
    )
    assert hang[0][0] == "SỔ THEO DÕI ĐƠN"
    assert hang[2][0] == "Điều kiện: Loại đơn: Khiếu nại"
    assert hang[4] == [ten for ten, _ in COT]
    assert [dong[:2] for dong in hang[5:]] == [[1, "KN2"], [2, "KN1"]]
    assert hang[5][6] == "Lê Thị B"
    assert (hang[5][2].date(), hang[5][3]) == (date(2026, 9, 5), "Khiếu nại")


def test_xuat_chu_cua_dan_khong_thanh_cong_thuc(client, tchc, tao_don):
    tao_don(tom_tat='=HYPERLINK("x","y")', cong_dan=CongDan.objects.create(ho_ten="@SUM(A1)"))

    trang = load_workbook(BytesIO(client.get("/don-thu/xuat.xlsx").getvalue())).active
    o = [trang.cell(row=trang.max_row, column=cot) for cot in (7, 10)]

    assert [(muc.value, muc.data_type) for muc in o] == [("@SUM(A1)", "s"), ('=HYPERLINK("x","y")', "s")]


def test_xuat_ghi_nhat_ky_khong_ghi_ten_da_go(client, tchc, tao_don):
    tao_don(tom_tat="Nguyễn Thị Kín")

    client.get("/don-thu/xuat.xlsx", {"q": "Nguyễn Thị Kín", "loai": "PHAN_ANH"}).getvalue()

    dong = NhatKy.objects.get(viec="xuat")
    assert (dong.nguoi, dong.doi_tuong, dong.noi_dung) == (
        tchc,
        "don_thu",
        "1 đơn; Loại đơn: Phản ánh; có từ khóa tìm",
    )


def test_xuat_to_cao_chi_co_ma(client, tchc, tao_don):
    tao_don(loai=LoaiDon.TO_CAO, ma_nguoi_to_cao="NTC-2026-ABCD")

    assert doc_xlsx(client.get("/don-thu/xuat.xlsx"))[-1][6] == "NTC-2026-ABCD"


def test_xuat_khong_co_so_giay_to_dien_thoai(client, tchc, tao_don):
    tao_don(
        cong_dan=CongDan.objects.create(ho_ten="A", so_giay_to="012345678901", dien_thoai="0912345678", dia_chi="Tổ 1")
    )

    chu = str(doc_xlsx(client.get("/don-thu/xuat.xlsx")))

    assert [kin in chu for kin in ("012345678901", "0912345678", "Tổ 1")] == [False, False, False]


def test_xuat_theo_ket_qua_tim(client, tchc, tao_don):
    tao_don(ma="A", tom_tat="thai do", ngay_nhan=date(2026, 9, 9))
    tao_don(ma="B", tom_tat="thái độ", ngay_nhan=date(2026, 9, 1))
    tao_don(ma="C")

    assert [dong[1] for dong in doc_xlsx(client.get("/don-thu/xuat.xlsx", {"q": "thái độ"}))[4:]] == ["B", "A"]


def test_xuat_so_truy_van_khong_theo_so_dong(client, tchc, tao_don):
    def dem():
        with CaptureQueriesContext(connection) as truy_van:
            client.get("/don-thu/xuat.xlsx").getvalue()
        return len(truy_van)

    tao_don()
    dem()  # writes the session, and the first line of the log
    mot = dem()
    tao_don()
    tao_don()

    assert dem() == mot
