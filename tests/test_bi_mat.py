"""Planted personal strings: a tố cáo is led through its whole way, then everything that the software shows, prints,
mails, logs and keeps is searched for them. Found anywhere is a failure."""

import io
import logging
import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone
from pypdf import PdfReader, PdfWriter

from config.nhat_ky_he_thong import DinhDangJson
from donthu import nhac_viec
from donthu.actions import THUC_HIEN
from donthu.actions.ban_thao import soan
from donthu.actions.bi_mat import cho_biet
from donthu.actions.tep import nhan_tep
from donthu.models import CongDan, DonThu, LanGui, LinhVuc, LoaiBuoi, MucTep
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from donthu.soan_thao import cac_mau_cho
from tests.test_dia_chi import BANG_MA, MOI_NGUOI, CanhTuong
from tiepdan.actions import ghi_luot_tiep
from tiepdan.hinh_thuc import HuongTiep
from tiepdan.models import LuotTiep
from tochuc.models import NgayNghi
from tochuc.tim_kiem import bo_dau
from tochuc.vai_tro import VaiTro

NGAY = date(2026, 9, 16)
BAY_GIO = datetime(2026, 9, 21, 7, tzinfo=timezone.get_default_timezone())
HO_TEN, DAI_DIEN = "Đinh Thị Bạch Hoa", "Rơ Châm Hyut"
GIAY_TO, DIEN_THOAI = "064190777888", "0987123654"
DIA_CHI = "Số 9 đường Phan Bội Châu, xã Ia Ko"
DANH_TINH = (HO_TEN, DAI_DIEN, GIAY_TO, DIEN_THOAI, DIA_CHI)
NHAN_THAN = {
    "ho_ten": HO_TEN,
    "loai_giay_to": "can_cuoc",
    "so_giay_to": GIAY_TO,
    "dien_thoai": DIEN_THOAI,
    "dia_chi": DIA_CHI,
    "dai_dien": DAI_DIEN,
}

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def canh(tao_nguoi, tao_don_vi, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    khoa, phong = tao_don_vi("NOI"), tao_don_vi("PHONG")
    canh = CanhTuong()
    canh.nguoi = {
        "tiep_dan": tao_nguoi(VaiTro.TIEP_DAN),
        "tchc": tao_nguoi(VaiTro.TCHC),
        "truong_khoa": tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=khoa),
        "khoa_khac": tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=tao_don_vi()),
        "chuyen_vien": tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=khoa),
        "giam_doc": tao_nguoi(VaiTro.LANH_DAO),
        "quan_tri": tao_nguoi(VaiTro.QUAN_TRI),
        "bi_to_cao": tao_nguoi(VaiTro.TCHC, don_vi=phong),
        "dong_nghiep": tao_nguoi(VaiTro.TCHC, don_vi=phong),
        "nhan_chung": tao_nguoi(VaiTro.TCHC),
        "pho": tao_nguoi(VaiTro.LANH_DAO, chuc_vu="Phó Giám đốc"),
    }
    canh.khoa["don_vi"] = khoa.pk
    return canh


# --- The way of a tố cáo ---------------------------------------------------------------------------------------------


def to_cao_tu_quay(canh: CanhTuong) -> DonThu:
    """A visit that says tố cáo; the browser sends all fields of who came all the same."""
    client = canh.trinh_duyet("tiep_dan")
    phieu = NHAN_THAN | {
        "ngay": "16/09/2026",
        "nguoi_tiep": "thuong_xuyen",
        "hinh_thuc": "truc_tiep",
        "loai": LoaiDon.TO_CAO,
        "noi_dung": "Tố cáo việc nhận tiền của người bệnh.",
        "ket_cuc": HuongTiep.LAP_DON,
        "linh_vuc": LinhVuc.objects.get(ma="02.01").pk,
        "so_nguoi": "1",
        "nguoi_bi_to_cao": [canh.nguoi["bi_to_cao"].pk],
        "tai_lieu-TOTAL_FORMS": "1",
        "tai_lieu-INITIAL_FORMS": "0",
        "tai_lieu-0-ten": "Đơn viết tay",
        "tai_lieu-0-so_trang": "2",
        "tai_lieu-0-tinh_trang": "Bản gốc",
    }
    tra_loi = client.post("/tiep-dan/ghi/", phieu)
    assert tra_loi.status_code == 302, tra_loi.context["form"].errors
    return DonThu.objects.get(loai=LoaiDon.TO_CAO)


def khieu_nai_co_ten(canh: CanhTuong) -> DonThu:
    """A visit with a name that becomes a petition; the name is typed into every text, a file and a draft as well."""
    cau = f"{HO_TEN} ({DIEN_THOAI[:4]} {DIEN_THOAI[4:7]} {DIEN_THOAI[7:]}, {DIA_CHI}) trình bày"
    luot = ghi_luot_tiep(
        nguoi=canh.nguoi["tiep_dan"],
        ngay=NGAY,
        loai=LoaiDon.KHIEU_NAI,
        noi_dung=f"{cau} về việc bị đòi tiền.",
        yeu_cau=f"Trả lại tiền cho bà {HO_TEN.upper()}.",
        ghi_chu=f"Căn cước {GIAY_TO}.",
        huong=HuongTiep.LAP_DON,
        linh_vuc=LinhVuc.objects.get(ma="02.01"),
        tai_lieu=[{"ten": f"Đơn của {HO_TEN}", "so_trang": 1, "tinh_trang": "Bản gốc"}],
        vu_viec=None,
        **NHAN_THAN,
    )
    don, tchc = luot.don, canh.nguoi["tchc"]
    nhan_tep(don, nguoi=tchc, cac_tep=[SimpleUploadedFile(f"Đơn {HO_TEN}.pdf", _pdf_ghi(HO_TEN))], muc=MucTep.DON)
    mau = next(mau for mau in cac_mau_cho(don, NGAY) if mau.truong)
    gia_tri = {truong.ten: cau for truong in mau.truong}
    soan(don, nguoi=tchc, ngay=NGAY, ma_mau=mau.ma, gia_tri=gia_tri)
    don.lan_gui.create(noi_nhan=HO_TEN, cach=LanGui.Cach.BUU_CHINH, ngay=NGAY, chung_tu=DIA_CHI, nguoi=tchc)
    buoi = don.buoi_lam_viec.create(loai=LoaiBuoi.LAM_VIEC, ngay=NGAY, dia_diem=DIA_CHI, nguoi_ghi=tchc)
    buoi.nguoi_du.create(ho_ten=HO_TEN, tu_cach="Người khiếu nại")
    don.bang_chung.create(ten="Hóa đơn", nguoi_giao=HO_TEN, ngay=NGAY, nguoi_nhan=tchc)
    for ten in ("tchc", "bi_to_cao", "giam_doc"):
        canh.trinh_duyet(ten).get(don.get_absolute_url())
        canh.trinh_duyet(ten).post(f"{don.get_absolute_url()}nhan-than/")
    nhac_viec.lap_thong_bao(date(2026, 10, 30), NgayNghi.objects.lich(), BAY_GIO)
    return don


def di_het_duong(canh: CanhTuong, don: DonThu) -> None:
    """Classified as tố cáo, accepted, given, verified, drafted and printed, concluded, mailed about."""
    tchc, giam_doc, truong_khoa = (canh.nguoi[ten] for ten in ("tchc", "giam_doc", "truong_khoa"))
    ngay = date(2026, 9, 17)
    THUC_HIEN[Buoc.PHAN_LOAI](
        don,
        nguoi=tchc,
        ngay=ngay,
        loai=LoaiDon.TO_CAO,
        linh_vuc=don.linh_vuc,
        du_dieu_kien=True,
        thuoc_tham_quyen=True,
        nguoi_bi_to_cao=(canh.nguoi["bi_to_cao"],),
    )
    don.refresh_from_db()
    don.nguoi_lien_quan.create(nhan_vien=canh.nguoi["nhan_chung"], quan_he="nhan_chung")
    THUC_HIEN[Buoc.TRINH_THU_LY](don, nguoi=tchc, ngay=ngay)
    THUC_HIEN[Buoc.THU_LY](don, nguoi=giam_doc, ngay=ngay)
    don_vi = truong_khoa.don_vi
    THUC_HIEN[Buoc.GIAO_DON_VI](
        don, nguoi=giam_doc, ngay=ngay, don_vi=don_vi, nguoi_duoc_giao=truong_khoa, han_noi_bo=None
    )
    cho_biet(don, nguoi=giam_doc, ngay=ngay, them=[canh.nguoi["chuyen_vien"]], ly_do="Tổ xác minh")
    nhan_tep(don, nguoi=tchc, cac_tep=[SimpleUploadedFile("da-che.pdf", _pdf_ghi("x"))], muc=MucTep.DON, da_che=True)
    mau = next(mau for mau in cac_mau_cho(don, ngay) if mau.co_so)
    thao = soan(don, nguoi=giam_doc, ngay=ngay, ma_mau=mau.ma, gia_tri={})
    nhac_viec.lap_thong_bao(date(2026, 10, 30), NgayNghi.objects.lich(), BAY_GIO)
    nhac_viec.gui_thu(BAY_GIO)
    canh.khoa |= {
        "to_cao": don.pk,
        "luot_tc": don.luot_tiep.get().pk,
        "tep_tc": don.tep.get().pk,
        "thao_tc": thao.pk,
        "van_ban_tc": don.van_ban_di.order_by("pk").values_list("pk", flat=True)[0],
        "phan_cong_tc": don.phan_cong.get().pk,
    }


# --- Everywhere it could stand ---------------------------------------------------------------------------------------


def _pdf_ghi(chu: str) -> bytes:
    """A PDF that says `chu` in its metadata."""
    tep, nguon = io.BytesIO(), PdfWriter()
    nguon.add_blank_page(width=100, height=100)
    nguon.add_metadata({"/Author": chu, "/Title": chu})
    nguon.write(tep)
    return tep.getvalue()


def _chu_trong(noi_dung: bytes) -> str:
    """All text in a file or an answer: PDF with metadata, every member of a ZIP (DOCX, XLSX), or the bytes."""
    if noi_dung.startswith(b"%PDF"):
        pdf = PdfReader(io.BytesIO(noi_dung))
        return " ".join([*(trang.extract_text() for trang in pdf.pages), str(pdf.metadata), str(pdf.xmp_metadata)])
    if noi_dung.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(noi_dung)) as goi:
            return " ".join(f"{ten} {_chu_trong(goi.read(ten))}" for ten in goi.namelist())
    return noi_dung.decode(errors="replace")


def tim_thay(chu: str) -> list[str]:
    """The planted strings that stand in a text: also without marks, in any case, with spaces inside numbers."""
    gon = bo_dau(re.sub(r"\s+", " ", chu))
    lien = re.sub(r"[\s.\-]", "", gon)
    return [dau for dau in DANH_TINH if bo_dau(dau) in gon or (dau.isdecimal() and dau in lien)]


def moi_trang(canh: CanhTuong) -> dict[tuple[str, str], str]:
    """What every address answers every person, search included."""
    mac_dinh = dict.fromkeys(re.findall(r"{(\w+)}", " ".join(BANG_MA)), 1)
    canh.khoa = mac_dinh | canh.khoa
    tim = [f"/don-thu/?q={chu}" for chu in ("bach+hoa", "to+cao", "tien")]
    # Sums of the whole centre, the set-up and tables of law name nobody; their files take long to make.
    cac_mau = [mau for mau in BANG_MA if not re.search(r"/tai-ve/|^/quy-dinh/|^/quan-tri/(?!nhat-ky)", mau)]
    cac_trang = {}
    for ten in MOI_NGUOI:
        client = canh.trinh_duyet(ten)
        co_noi_dung = [mau for mau in cac_mau if BANG_MA[mau][ten] in (200, 409)]
        for mau in (*co_noi_dung, *tim, f"/don-thu/quy-trinh/TC/?don={canh.khoa['to_cao']}"):
            cac_trang[ten, mau] = _chu_trong(client.get(canh.dia_chi(mau)).getvalue())
        # What is being typed is looked for among what is known.
        cac_trang[ten, "goi-y"] = _chu_trong(
            client.post("/don-thu/goi-y-trung/", {"loai": "PHAN_ANH", "tom_tat": "bị đòi tiền người bệnh"}).getvalue()
        )
    return cac_trang


def co_so_du_lieu() -> str:
    """The whole database as it lies on the disk, free pages included; on PostgreSQL every value of every row."""
    if connection.vendor == "sqlite":
        with connection.cursor() as con_tro:
            con_tro.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return connection.connection.serialize().decode(errors="replace")
    cac_dong = []
    with connection.cursor() as con_tro:
        for bang in apps.get_models(include_auto_created=True):
            con_tro.execute(f'SELECT t::text FROM "{bang._meta.db_table}" t')  # noqa: S608 - names of our own tables
            cac_dong += [dong for (dong,) in con_tro.fetchall()]
    return "\n".join(cac_dong)


def moi_noi(canh: CanhTuong, caplog, thu_muc: Path) -> dict[str, str]:
    """Text of every place: pages by person and address, mails, log of the machine, files, database."""
    cac_noi = {f"{ten} {mau}": chu for (ten, mau), chu in moi_trang(canh).items()}
    cac_noi |= {f"thư {so}": f"{thu.subject}\n{thu.body}\n{thu.to}" for so, thu in enumerate(mail.outbox)}
    cac_noi["nhật ký máy"] = "\n".join(DinhDangJson().format(dong) for dong in caplog.records)
    for tep in thu_muc.rglob("*"):
        if tep.is_file():
            cac_noi[f"tệp {tep.name}"] = f"{tep} {_chu_trong(tep.read_bytes())}"
    return cac_noi | {"cơ sở dữ liệu": co_so_du_lieu()}


@pytest.mark.parametrize("bat_dau", [to_cao_tu_quay, khieu_nai_co_ten])
def test_danh_tinh_nguoi_to_cao_khong_con_o_dau(canh, caplog, tmp_path, bat_dau):
    caplog.set_level(logging.INFO)
    don = bat_dau(canh)

    di_het_duong(canh, don)

    cac_noi = moi_noi(canh, caplog, tmp_path)
    assert {noi: thay for noi, chu in cac_noi.items() if (thay := tim_thay(chu))} == {}
    assert any(don.ma in chu for chu in cac_noi.values())
    assert any(noi.startswith("tệp") for noi in cac_noi)
    assert mail.outbox
    assert (CongDan.objects.count(), LuotTiep.objects.filter(cong_dan=None).count()) == (0, 1)


def test_tim_thay_thi_noi_dung_la_thay():
    """The search itself: it finds each planted string in each disguise, so that finding none means something."""
    goi = io.BytesIO()
    with zipfile.ZipFile(goi, "w") as zip_thu:
        zip_thu.writestr("word/document.xml", f"<w:t>{HO_TEN}</w:t>")

    assert tim_thay(HO_TEN.upper()) == [HO_TEN]
    assert tim_thay(f"tel. {DIEN_THOAI[:4]} {DIEN_THOAI[4:7]}.{DIEN_THOAI[7:]}") == [DIEN_THOAI]
    assert tim_thay(bo_dau(DIA_CHI)) == [DIA_CHI]
    assert tim_thay(_chu_trong(goi.getvalue())) == [HO_TEN]
    assert tim_thay(_chu_trong(_pdf_ghi(DAI_DIEN))) == [DAI_DIEN]
    assert tim_thay("Nguyễn Văn An, 0912345678") == []


def test_truoc_khi_thanh_to_cao_thi_con(canh, caplog, tmp_path):
    """What the second way starts from does hold the strings, in pages, files and database."""
    don = khieu_nai_co_ten(canh)

    trang = canh.trinh_duyet("tchc").get(don.get_absolute_url()).content.decode()

    assert HO_TEN in tim_thay(trang)
    assert set(tim_thay(co_so_du_lieu())) == set(DANH_TINH)  # typed into texts as well


def test_khieu_nai_giay_to_dien_thoai_dia_chi_khong_nam_tran_trong_co_so_du_lieu(canh):
    ghi_luot_tiep(
        nguoi=canh.nguoi["tiep_dan"],
        ngay=NGAY,
        loai=LoaiDon.KHIEU_NAI,
        noi_dung="Khiếu nại về viện phí.",
        huong=HuongTiep.LAP_DON,
        linh_vuc=LinhVuc.objects.get(ma="02.01"),
        **NHAN_THAN,
    )

    assert set(tim_thay(co_so_du_lieu())) == {HO_TEN, DAI_DIEN}
    assert CongDan.objects.get().so_giay_to == GIAY_TO
