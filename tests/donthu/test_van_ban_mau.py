"""Every document is laid out from a full case and from one that says nothing yet, and says what its law wants.

What may leave to the accused never says that somebody denounced, and no document names who did.
"""

import re
from datetime import date, time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from donthu.dien_san import gia_tri_dau
from donthu.models import (
    BangChung,
    BaoVe,
    BuoiLamViec,
    CongDan,
    DonThu,
    HanViec,
    LanCongKhai,
    LanRut,
    LoaiBuoi,
    NguoiDu,
    PhanCong,
    TamDinhChi,
    ThanhVienTo,
    ToXacMinh,
    VaiTrongTo,
    VanBanDi,
)
from donthu.phan_loai import KetQua, LoaiDon
from donthu.quy_trinh import QUY_TRINH
from donthu.soan_thao import lap_noi_dung
from donthu.van_ban import (
    BANG_KE,
    CAC_VAN_BAN,
    CHU_NGAN,
    DANH_SACH,
    DOAN_VAN,
    NGAY_THANG,
    VanBan,
    duong_dan_mau,
    mau_van_ban,
)
from donthu.viec import Viec
from tochuc.models import CauHinh

NGAY_KY = date(2026, 9, 20)
HIEN_HANH = [van_ban for van_ban in CAC_VAN_BAN if van_ban.den_ngay is None]
THU_MUC = Path(settings.BASE_DIR) / "templates"
# Written by the engine into the head and the foot of every paper.
TRUONG_DAU = {"trich_yeu", "kinh_gui", "noi_nhan"}
GUI_NGUOI_BI_TO_CAO = ("ND31-04", "ND31-06")
moi_mau = pytest.mark.parametrize("van_ban", HIEN_HANH, ids=lambda van_ban: van_ban.ma)


def lap_html(don: DonThu, van_ban: VanBan, gia_tri=None) -> str:
    noi_dung = lap_noi_dung(don, van_ban, nguoi=None, ngay=NGAY_KY, gia_tri=gia_tri)
    ngu_canh = noi_dung | {"ngay_van_ban": NGAY_KY, "ma_qr": "", "la_ban_nhap": False}
    return render_to_string(duong_dan_mau(van_ban.ma), ngu_canh)


def chu_cua(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture
def trung_tam(db):
    CauHinh.objects.update(
        co_quan_chu_quan="SỞ Y TẾ",
        ten_co_quan="TRUNG TÂM Y TẾ KHU VỰC MẪU",
        dia_danh="Mẫu",
        nguoi_dung_dau="Lê Văn Đầu",
    )


@pytest.fixture
def ho_so(trung_tam, tao_don, tao_nguoi, tao_don_vi):
    """A case of a kind that has had everything: team, sessions, evidence, withdrawal, pause, documents, publication."""

    def lap(loai) -> DonThu:
        khoa = tao_don_vi(ten="Khoa Nội tổng hợp")
        nguoi = {"ho_ten": "Phạm Thị Xác Minh", "chuc_vu": "Trưởng phòng Tổ chức - Hành chính", "don_vi": khoa}
        to_truong, thu_ky = tao_nguoi(**nguoi), tao_nguoi(ho_ten="Đỗ Văn Ghi", chuc_vu="Chuyên viên", don_vi=khoa)
        cong_dan = CongDan.objects.create(
            ho_ten="Nguyễn Văn Dân",
            loai_giay_to="can_cuoc",
            so_giay_to="001099000001",
            ngay_cap=date(2022, 5, 4),
            noi_cap="Bộ Công an",
            dia_chi="Tổ 3, phường Mẫu, tỉnh Mẫu",
            dien_thoai="0900000001",
        )
        don = tao_don(
            loai=loai,
            ngay_viet_don=date(2026, 8, 28),
            tom_tat="Việc chậm chi trả phụ cấp trực trong quý II năm 2026",
            yeu_cau="Chi trả đủ phụ cấp trực còn thiếu",
            doi_tuong="Trưởng phòng Kế hoạch - Tài chính",
            don_vi=khoa,
            co_quan_nhan="Sở Nội vụ",
            tieu_chi_phuc_tap=["dia_diem", "chung_cu"],
            ngay_xu_ly=date(2026, 9, 2),
            huong_xu_ly="de_xuat_thu_ly",
            du_dieu_kien=True,
            thuoc_tham_quyen=True,
            ngay_thu_ly=date(2026, 9, 3),
            ngay_ban_hanh=date(2026, 9, 15),
            ket_qua=KetQua.DUNG_MOT_PHAN if loai in (LoaiDon.KHIEU_NAI, LoaiDon.TO_CAO) else "",
            noi_dung_ban_hanh="Chi trả bổ sung phụ cấp trực của 12 người trước ngày 30/9/2026.",
            **({} if loai == LoaiDon.TO_CAO else {"cong_dan": cong_dan}),
        )
        to = ToXacMinh.objects.create(
            don=don, tu_ngay=date(2026, 9, 4), den_ngay=date(2026, 9, 14), noi_dung="Bảng chấm công và bảng chi phụ cấp"
        )
        ThanhVienTo.objects.create(to=to, nhan_vien=to_truong, vai=VaiTrongTo.TRUONG)
        ThanhVienTo.objects.create(to=to, nhan_vien=thu_ky, vai=VaiTrongTo.THANH_VIEN)
        for loai_buoi in LoaiBuoi:
            buoi = BuoiLamViec.objects.create(
                don=don,
                loai=loai_buoi,
                ngay=date(2026, 9, 10),
                gio=time(8, 30),
                dia_diem="Phòng tiếp công dân",
                chu_tri="Lê Văn Đầu, Giám đốc",
                noi_dung="Các bên trình bày về bảng chấm công.\nĐối chiếu số liệu.",
                ket_luan="Thống nhất số giờ trực của 12 người.",
                nguoi_ghi=thu_ky,
            )
            NguoiDu.objects.create(buoi=buoi, ho_ten="Hoàng Thị Kế Toán", tu_cach="Kế toán trưởng")
        BangChung.objects.create(
            don=don,
            ten="Bảng chấm công tháng 5",
            nguoi_giao="Phòng Kế hoạch - Tài chính",
            ngay=date(2026, 9, 5),
            so_trang=4,
        )
        LanRut.objects.create(
            don=don, hinh_thuc="don", pham_vi="mot_phan", noi_dung="Phần phụ cấp tháng 4", ngay=date(2026, 9, 6)
        )
        if loai == LoaiDon.TO_CAO:
            BaoVe.objects.create(
                don=don, ngay_de_nghi=date(2026, 9, 4), noi_dung="Bị đe dọa cho thôi việc", bien_phap="Không điều động"
            )
        TamDinhChi.objects.create(don=don, tu_ngay=date(2026, 9, 7), ly_do="Chờ kết quả kiểm toán")
        PhanCong.objects.create(don=don, don_vi=khoa, ngay_giao=date(2026, 9, 4), bao_cao="Thiếu phụ cấp của 12 người.")
        HanViec.objects.create(
            don=don,
            chu_the=f"don:{don.pk}",
            viec=Viec.GIAI_QUYET_TC if loai == LoaiDon.TO_CAO else Viec.GIAI_QUYET_KN_LAN_DAU,
            tu_ngay=date(2026, 9, 3),
            han=date(2026, 10, 5),
            han_goc=date(2026, 10, 3),
            gia_han=15,
            quyen="giai_quyet",
        )
        for so, van_ban in enumerate((mau for mau in HIEN_HANH if loai in mau.loai and mau.co_so), 1):
            VanBanDi.objects.create(
                don=don,
                ma_mau=van_ban.ma,
                so_dang_ky=van_ban.so_dang_ky,
                nam=2026,
                so=so,
                so_ky_hieu=f"{so:02d}/{van_ban.so_dang_ky}-TTYT",
                ngay=date(2026, 9, 3),
                trich_yeu=van_ban.ten,
            )
        LanCongKhai.objects.create(
            don=don, hinh_thuc="niem_yet", noi="Bảng tin trụ sở", tu_ngay=date(2026, 9, 16), den_ngay=date(2026, 10, 1)
        )
        return DonThu.objects.get(pk=don.pk)

    return lap


# --- The table and the templates go together -------------------------------------------------------------------------


def chu_mau(duong_dan: str) -> str:
    """A template with what it extends and includes of ours."""
    chu = (THU_MUC / duong_dan).read_text()
    return chu + "".join(chu_mau(ten) for ten in re.findall(r'{% (?:extends|include) "(donthu/[^"]+)"', chu))


def test_moi_van_ban_co_mot_khuon_in_va_moi_khuon_in_co_mot_van_ban():
    khuon = {
        str(tep.relative_to(THU_MUC))
        for tep in (THU_MUC / "donthu/in").glob("*.html")
        if "donthu/in/chung/" in tep.read_text()
    }

    assert khuon == {duong_dan_mau(van_ban.ma) for van_ban in CAC_VAN_BAN}


@pytest.mark.parametrize("van_ban", CAC_VAN_BAN, ids=lambda mau: f"{mau.ma}-{mau.tu_ngay}")
def test_moi_truong_duoc_dung_va_khuon_chi_dung_truong_da_khai(van_ban):
    dung = set(re.findall(r"\bo\.(\w+)", chu_mau(duong_dan_mau(van_ban.ma))))
    khai = [truong.ten for truong in van_ban.truong]

    assert dung == set(khai) - TRUONG_DAU
    assert len(khai) == len(set(khai))


@pytest.mark.parametrize("van_ban", CAC_VAN_BAN, ids=lambda mau: f"{mau.ma}-{mau.tu_ngay}")
def test_bang_khai_nhat_quan(van_ban):
    kieu = {truong.kieu for truong in van_ban.truong}
    bang_khong_cot = [truong.ten for truong in van_ban.truong if (truong.kieu == BANG_KE) != bool(truong.cot)]

    assert kieu <= {CHU_NGAN, DOAN_VAN, NGAY_THANG, DANH_SACH, BANG_KE}
    assert bang_khong_cot == []
    assert van_ban.loai
    assert bool(van_ban.noi_nhan) == any(truong.ten == "noi_nhan" for truong in van_ban.truong)


def test_van_ban_cua_moi_buoc_lay_so_dung_so_va_soan_duoc_cho_loai_don():
    lech = [
        (loai, buoc)
        for loai, bang in QUY_TRINH.items()
        for buoc, duong in bang.items()
        if (van_ban := duong.van_ban)
        and (
            mau_van_ban(van_ban.ma_mau, NGAY_KY).so_dang_ky != van_ban.so_dang_ky
            or loai not in mau_van_ban(van_ban.ma_mau, NGAY_KY).loai
        )
    ]

    assert lech == []


def test_lay_dung_phien_ban_theo_ngay():
    cu, moi = mau_van_ban("ND124-03", date(2026, 6, 30)), mau_van_ban("ND124-03", date(2026, 7, 1))

    assert (cu.den_ngay, moi.tu_ngay) == (date(2026, 6, 30), date(2026, 7, 1))


def test_khong_co_mau_thi_bao_loi():
    with pytest.raises(KeyError):
        mau_van_ban("ND124-14a", date(2026, 6, 30))


# --- On paper --------------------------------------------------------------------------------------------------------


@moi_mau
def test_in_du_tu_ho_so_day_du(van_ban, ho_so):
    don = ho_so(van_ban.loai[0])

    html = lap_html(don, van_ban)

    chu = chu_cua(html)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in chu
    assert (van_ban.ten_loai or "V/v") in chu
    assert not re.search(r"\{[a-z_]+\}|None", chu)
    assert ("Số:" in chu) == van_ban.co_so or van_ban.ma == "ND124-16"


@moi_mau
def test_in_duoc_khi_don_chua_co_gi(van_ban, trung_tam, tao_don):
    loai = van_ban.loai[0]
    don = tao_don(loai=loai, cong_dan=None)

    html = lap_html(don, van_ban)

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in html
    assert "None" not in chu_cua(html)


@moi_mau
def test_in_duoc_khi_khong_ghi_o_nao(van_ban, trung_tam, tao_don):
    don = tao_don(loai=van_ban.loai[0])

    html = lap_html(don, van_ban, {})

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in html


@pytest.mark.parametrize(
    ("ma", "cac_cau"),
    [
        ("ND124-03", ("đủ điều kiện thụ lý", "Nguyễn Văn Dân", "001099000001", "lần đầu", "45 ngày, kể từ ngày 03")),
        ("ND124-04", ("Điều 11 Luật Khiếu nại", "không thụ lý giải quyết khiếu nại nêu trên với lý do")),
        ("ND124-05", ("Phạm Thị Xác Minh", "10 ngày, kể từ ngày 04 tháng 9 năm 2026", "Quyết định:")),
        ("ND124-08", ("Bảng chấm công tháng 5", "Phòng Kế hoạch - Tài chính", "Bên giao", "Bên nhận")),
        ("ND124-14", ("Thống nhất số giờ trực của 12 người", "03 bản", "Người chủ trì", "Người bị khiếu nại")),
        ("ND124-14a", ("Tạm đình chỉ việc giải quyết khiếu nại", "Chờ kết quả kiểm toán", "Điều 3.")),
        (
            "ND124-15",
            ("đúng một phần", "khiếu nại lần hai", "khởi kiện tại Tòa án", "I. Nội dung", "II. Kết quả", "III.", "IV."),
        ),
        ("ND31-01", ("là 15 ngày", "Quyết định thụ lý tố cáo số", "Tài liệu, chứng cứ")),
        ("ND31-06", ("đã được thụ lý để giải quyết", "giải trình bằng văn bản")),
        ("ND31-12T", ("Trích từ Kết luận nội dung tố cáo số", "đã lược bỏ")),
        ("LTC-BV", ("Không điều động", "mang mã NTC")),
        ("TT05-01", ("Phê duyệt của người đứng đầu", "Lãnh đạo đơn vị đề xuất")),
        ("KNPA-TL", ("xin trả lời ông/bà", "trân trọng cảm ơn")),
        ("TTYT-NY", ("Bảng tin trụ sở", "đến hết ngày 01 tháng 10 năm 2026")),
    ],
)
def test_van_ban_noi_dieu_luat_doi_hoi(ma, cac_cau, ho_so):
    van_ban = mau_van_ban(ma, NGAY_KY)

    chu = chu_cua(lap_html(ho_so(van_ban.loai[0]), van_ban))

    assert [cau for cau in cac_cau if cau not in chu] == []


def test_quyet_dinh_viet_theo_nghi_dinh_30(ho_so):
    van_ban = mau_van_ban("ND31-04", NGAY_KY)

    chu = chu_cua(lap_html(ho_so(LoaiDon.TO_CAO), van_ban))

    assert re.search(
        r"Quyết định Thụ lý tố cáo Giám đốc Trung tâm Y tế khu vực Mẫu Căn cứ .+; Căn cứ .+\. Quyết định: ", chu
    )
    assert chu.index("Điều 1.") < chu.index("Điều 2.") < chu.index("Điều 3.") < chu.index("./.")


# --- Secrecy ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ma", GUI_NGUOI_BI_TO_CAO)
def test_van_ban_den_nguoi_bi_to_cao_khong_nhac_nguoi_to_cao(ma, ho_so):
    don = ho_so(LoaiDon.TO_CAO)

    chu = chu_cua(lap_html(don, mau_van_ban(ma, NGAY_KY)))

    assert "người tố cáo" not in chu.lower()
    assert don.ma_nguoi_to_cao not in chu


@pytest.mark.parametrize("ma", ["ND31-01", "ND31-07", "ND31-12T", "LTC-TDC", "LTC-TT", "LTC-DC"])
def test_van_ban_gui_ca_hai_ben_khong_mang_ma_nguoi_to_cao(ma, ho_so):
    don = ho_so(LoaiDon.TO_CAO)

    chu = chu_cua(lap_html(don, mau_van_ban(ma, NGAY_KY)))

    assert don.ma_nguoi_to_cao not in chu


def test_khong_o_nao_hoi_ten_nguoi_to_cao():
    hoi_ten = [
        (van_ban.ma, truong.ten)
        for van_ban in CAC_VAN_BAN
        for truong in van_ban.truong
        if LoaiDon.TO_CAO in van_ban.loai and re.search(r"(họ tên|tên|địa chỉ) người tố cáo", truong.nhan.lower())
    ]

    assert hoi_ten == []


@pytest.mark.parametrize("van_ban", [mau for mau in HIEN_HANH if LoaiDon.TO_CAO in mau.loai], ids=lambda mau: mau.ma)
def test_van_ban_to_cao_khong_mang_ten_cong_dan(van_ban, ho_so):
    don = ho_so(LoaiDon.TO_CAO)

    chu = chu_cua(lap_html(don, van_ban))

    assert "Nguyễn Văn Dân" not in chu
    assert "001099000001" not in chu


# --- Prefill ---------------------------------------------------------------------------------------------------------


@moi_mau
def test_dien_san_hoi_it_cau(van_ban, ho_so):
    don = ho_so(van_ban.loai[0])

    with CaptureQueriesContext(connection) as cac_cau:
        gia_tri = gia_tri_dau(don, van_ban, NGAY_KY)

    assert set(gia_tri) == {truong.ten for truong in van_ban.truong}
    assert len(cac_cau) <= 8


def test_dien_san_luat_theo_ngay_cua_van_ban(trung_tam, tao_don):
    don = tao_don(loai=LoaiDon.KHIEU_NAI)

    cu = gia_tri_dau(don, mau_van_ban("ND124-03", date(2026, 6, 30)), date(2026, 6, 30))
    moi = gia_tri_dau(don, mau_van_ban("ND124-03", NGAY_KY), NGAY_KY)

    assert "136/2025/QH15" not in cu["can_cu"]
    assert "136/2025/QH15" in moi["can_cu"]
    assert "155/2026/NĐ-CP" in moi["can_cu"]


def test_dien_san_ly_do_khong_thu_ly_to_cao(trung_tam, tao_don):
    don = tao_don(loai=LoaiDon.TO_CAO, ly_do_khong_thu_ly="Không có cơ sở xác định hành vi vi phạm")

    gia_tri = gia_tri_dau(don, mau_van_ban("ND31-05", NGAY_KY), NGAY_KY)

    assert gia_tri["trich_yeu"] == "Về việc không thụ lý tố cáo"
    assert gia_tri["xu_ly"] == "Không thụ lý, lý do: Không có cơ sở xác định hành vi vi phạm"


def test_dien_san_dinh_chi_khi_da_rut_het(trung_tam, tao_don):
    don = tao_don(loai=LoaiDon.KHIEU_NAI, da_rut_het=True)

    gia_tri = gia_tri_dau(don, mau_van_ban("ND124-14a", NGAY_KY), NGAY_KY)

    assert gia_tri["viec"] == "Đình chỉ"
    assert gia_tri["ly_do"] == "Người gửi đơn đã rút toàn bộ nội dung."


def test_dien_san_chua_co_van_ban_truoc_thi_de_trong_so(trung_tam, tao_don):
    gia_tri = gia_tri_dau(tao_don(loai=LoaiDon.TO_CAO), mau_van_ban("ND31-06", NGAY_KY), NGAY_KY)

    assert gia_tri["quyet_dinh"] == "Quyết định thụ lý tố cáo số …………, ngày …… tháng …… năm ………"


@pytest.mark.parametrize(
    ("khac", "thoi_han"),
    [
        ({"loai": LoaiDon.KHIEU_NAI}, "30 ngày, kể từ ngày thụ lý"),
        ({"loai": LoaiDon.KHIEU_NAI, "vung_sau": True}, "45 ngày, kể từ ngày thụ lý"),
        ({"loai": LoaiDon.KHIEU_NAI, "ky_luat": True}, "30 ngày, kể từ ngày thụ lý"),
    ],
)
def test_dien_san_thoi_han_truoc_khi_thu_ly(khac, thoi_han, trung_tam, tao_don):
    gia_tri = gia_tri_dau(tao_don(**khac), mau_van_ban("ND124-03", NGAY_KY), NGAY_KY)

    assert gia_tri["thoi_han"] == thoi_han
