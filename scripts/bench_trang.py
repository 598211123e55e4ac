"""What is measured: the pages with their limits, and a session for each person.

Imported inside Django (`manage.py shell`), with the settings of the benchmark and its filled database.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db.models import Max
from django.urls import reverse

from baocao.ky import KyBaoCao, cac_ky_chua
from donthu.models import DonThu, LinhVuc
from donthu.phan_loai import LoaiDon, LoaiGiayTo, NguonDon
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from tiepdan.hinh_thuc import HinhThuc, HuongTiep, NguoiTiep
from tochuc.models import NhanVien

# Limits, in multiples of the bare page.
TRANG, TIM_KIEM, MOT_DON, BAO_CAO, SO_SANH, GHI = 8, 10, 10, 60, 150, 20
QUY_TRINH, BUOC, TRUNG_LAP = 10, 10, 20
TCHC, GIAM_DOC, KHOA = "tchc", "giamdoc", "khoanoi"
XAC_THUC = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True)
class TrangDo:
    """One page: its name in the table, who opens it, where, how many bare pages it may cost (None: told only).

    `phieu`: what is typed into the form found there, which is then sent; the sending is what is measured. `mot_lan`:
    heavy and without a limit, opened once at the end so that its memory is seen.
    """

    ten: str
    nguoi: str
    dia_chi: str
    muc: int | None = None
    phieu: dict[str, str] | None = None
    mot_lan: bool = False


def in_ra() -> None:
    """Print sessions and pages as JSON."""
    cac_trang = cac_trang_do()
    phien = {nguoi: mo_phien(nguoi) for nguoi in {trang.nguoi for trang in cac_trang}}
    print(json.dumps({"phien": phien, "trang": [asdict(trang) for trang in cac_trang]}))


def mo_phien(username: str) -> str:
    """Key of a session of this person, as signing in would make it."""
    nguoi = NhanVien.objects.get(username=username)
    phien = SessionStore()
    phien[SESSION_KEY] = str(nguoi.pk)
    phien[BACKEND_SESSION_KEY] = XAC_THUC
    phien[HASH_SESSION_KEY] = nguoi.get_session_auth_hash()
    phien.create()
    return phien.session_key


def cac_trang_do() -> list[TrangDo]:
    """Every page of the table, with examples taken from the database."""
    moi_nhat = DonThu.objects.aggregate(ngay=Max("ngay_nhan"))["ngay"]
    nam = next(ky for ky in cac_ky_chua(moi_nhat) if ky.ma == "N")
    so, viec = reverse("donthu:danh_sach"), reverse("donthu:viec_cua_toi")
    so_tiep = reverse("tiepdan:so_tiep")
    return [
        TrangDo("Sổ đơn", TCHC, so, TRANG),
        *(TrangDo(f"Sổ đơn, {ten}", TCHC, f"{so}?{urlencode(loc)}", TRANG) for ten, loc in cac_bo_loc(moi_nhat)),
        TrangDo("Sổ đơn, trang cuối", TCHC, f"{so}?cuoi=1", TRANG),
        TrangDo("Sổ đơn, trang giữa", TCHC, f"{so}?sau={khoa_giua(moi_nhat)}", TRANG),
        TrangDo("Sổ đơn của Giám đốc", GIAM_DOC, so, TRANG),
        TrangDo("Sổ đơn của Khoa Nội", KHOA, so, TRANG),
        *(TrangDo(f"Tìm {ten}", TCHC, f"{so}?{urlencode({'q': cau})}", TIM_KIEM) for ten, cau in cac_cau_tim()),
        *(TrangDo(f"Trang đơn, {ten}", nguoi, dia_chi, MOT_DON) for ten, nguoi, dia_chi in cac_don()),
        *(TrangDo(f"Quy trình, {ten}", TCHC, dia_chi, QUY_TRINH) for ten, dia_chi in cac_quy_trinh()),
        *(TrangDo(f"Bước {ten}", nguoi, dia_chi, BUOC) for ten, nguoi, dia_chi in cac_buoc()),
        *(TrangDo(f"Trùng lặp, {ten}", TCHC, dia_chi, TRUNG_LAP) for ten, dia_chi in cac_trang_trung()),
        *(TrangDo(f"Việc của tôi, {nguoi}", nguoi, viec, TRANG) for nguoi in (TCHC, GIAM_DOC, KHOA)),
        TrangDo("Giao việc của Khoa Nội", KHOA, reverse("donthu:giao_viec"), TRANG),
        TrangDo("Sổ tiếp công dân", TCHC, so_tiep, TRANG),
        TrangDo("Sổ tiếp công dân, trang cuối", TCHC, f"{so_tiep}?cuoi=1", TRANG),
        TrangDo(f"Sáu biểu {nam}", TCHC, reverse("baocao:ky", args=[nam]), BAO_CAO),
        TrangDo(f"Sáu biểu {nam} so với các kỳ trước", TCHC, reverse("baocao:so_sanh", args=[nam]), SO_SANH),
        *(TrangDo(ten, nguoi, dia_chi, mot_lan=True) for ten, nguoi, dia_chi in cac_trang_bao_cao(nam)),
        TrangDo("Ghi lượt tiếp kèm đơn", TCHC, reverse("tiepdan:ghi_luot"), GHI, phieu_tiep()),
        TrangDo(f"Sáu biểu {nam}, PDF", TCHC, reverse("baocao:tai_ve", args=[nam, "pdf"]), mot_lan=True),
        TrangDo("Sổ đơn, xlsx", TCHC, reverse("donthu:xuat"), mot_lan=True),
    ]


def cac_bo_loc(moi_nhat: date) -> list[tuple[str, dict[str, str]]]:
    """Each filter alone, then some together; names as in the URL."""
    linh_vuc = LinhVuc.objects.filter(cha__isnull=False).first()
    vu_viec = DonThu.objects.select_related("vu_viec").first().vu_viec
    thang_nay = {"tu": f"{moi_nhat.replace(day=1):%d/%m/%Y}", "den": f"{moi_nhat:%d/%m/%Y}"}
    nam_truoc = f"{moi_nhat - timedelta(days=365):%d/%m/%Y}"
    return [
        *((f"loại {LoaiDon(loai).label}", {"loai": loai}) for loai in (LoaiDon.TO_CAO, LoaiDon.PHAN_ANH)),
        ("trạng thái Đã kết thúc", {"trang_thai": TrangThai.KET_THUC}),
        ("trạng thái Chờ duyệt", {"trang_thai": TrangThai.DANG_XEM_XET}),
        ("chưa kết thúc", {"trang_thai": "dang_mo"}),
        ("lĩnh vực", {"linh_vuc": linh_vuc.ma}),
        ("lĩnh vực cấp trên", {"linh_vuc": linh_vuc.cha.ma}),
        ("đơn vị", {"don_vi": "NOI"}),
        ("nguồn", {"nguon": NguonDon.HOM_THU}),
        ("tháng này", thang_nay),
        ("đến một năm trước", {"den": nam_truoc}),
        ("vụ việc", {"vu_viec": vu_viec.ma}),
        ("quá hạn", {"qua_han": "1"}),
        ("đông người", {"dau_hieu": "dong_nguoi"}),
        ("chưa xử lý quá 30 ngày", {"chua_xu_ly": "1"}),
        ("loại và đơn vị", {"loai": LoaiDon.KHIEU_NAI, "don_vi": "NOI"}),
        (
            "loại, trạng thái, nguồn",
            {"loai": LoaiDon.TO_CAO, "trang_thai": TrangThai.LUU_DON, "nguon": NguonDon.HOM_THU},
        ),
        ("đơn vị, lĩnh vực, đông người", {"don_vi": "NOI", "linh_vuc": linh_vuc.ma, "dau_hieu": "dong_nguoi"}),
        ("đơn vị, trang cuối", {"don_vi": "NOI", "cuoi": "1"}),
        ("quá hạn của đơn vị", {"qua_han": "1", "don_vi": "NOI"}),
    ]


def khoa_giua(moi_nhat: date) -> str:
    """The key of a petition in the middle of the register."""
    giua = DonThu.objects.filter(ngay_nhan__lte=moi_nhat - timedelta(days=350)).first()
    return f"{giua.ngay_nhan}~{giua.pk}"


def cac_cau_tim() -> list[tuple[str, str]]:
    """A word of every other petition, one of a few, none at all, several, a code, a name; typed without accents."""
    don = DonThu.objects.filter(ma_nguoi_to_cao="").select_related("cong_dan").order_by("pk")[1000:].first()
    to_cao = DonThu.objects.exclude(ma_nguoi_to_cao="").order_by("pk").first()
    return [
        ("từ thường gặp", "khoa"),
        ("từ vừa", "phu cap truc"),
        ("từ hiếm", "nguyen h' oanh"),
        ("từ chỉ có ở đơn cũ", don.ma[-5:]),
        ("từ không có", "xyzzy"),
        ("hai từ", "vien phi"),
        ("hai từ thường gặp", "khieu nai xet nghiem"),
        ("có dấu", "thái độ"),
        ("mã đơn", don.ma),
        ("mã người tố cáo", to_cao.ma_nguoi_to_cao),
        ("họ tên", don.cong_dan.ho_ten),
    ]


def cac_don() -> list[tuple[str, str, str]]:
    """Petitions to open: the one with the longest trail, one in hand, one that is finished."""
    theo_buoc = DonThu.objects.order_by("-so_buoc", "pk")
    dang_lam = DonThu.objects.filter(trang_thai=TrangThai.DANG_GIAI_QUYET, don_vi__ma="NOI").order_by("-pk")
    return [
        ("nhiều bước", TCHC, theo_buoc.exclude(loai=LoaiDon.TO_CAO).first().get_absolute_url()),
        ("đang giải quyết", GIAM_DOC, dang_lam.first().get_absolute_url()),
        ("của Khoa Nội", KHOA, dang_lam.first().get_absolute_url()),
        ("tố cáo", TCHC, theo_buoc.filter(loai=LoaiDon.TO_CAO).first().get_absolute_url()),
    ]


def cac_quy_trinh() -> list[tuple[str, str]]:
    """The drawing of the longest procedure, alone and with the way of a petition on it."""
    don = DonThu.objects.filter(loai=LoaiDon.KHIEU_NAI).order_by("-so_buoc", "pk").first()
    dia_chi = reverse("donthu:quy_trinh", args=[LoaiDon.KHIEU_NAI])
    return [("khiếu nại", dia_chi), ("đường đi của một đơn", f"{dia_chi}?don={don.pk}")]


def cac_buoc() -> list[tuple[str, str, str]]:
    """Pages of steps: the longest form, a unit's, one that issues a document."""

    def dia_chi(buoc: Buoc, **loc) -> str:
        return reverse("donthu:lam_buoc", args=[DonThu.objects.filter(**loc).order_by("-pk").first().pk, buoc])

    thuong, cua_noi = {"loai": LoaiDon.PHAN_ANH}, {"loai": LoaiDon.PHAN_ANH, "don_vi__ma": "NOI"}
    dang_giai_quyet = {"trang_thai": TrangThai.DANG_GIAI_QUYET}
    return [
        ("phân loại", TCHC, dia_chi(Buoc.PHAN_LOAI, trang_thai=TrangThai.DA_PHAN_LOAI, **thuong)),
        ("giao đơn vị", GIAM_DOC, dia_chi(Buoc.GIAO_DON_VI, **thuong, **dang_giai_quyet)),
        ("báo cáo kết quả", KHOA, dia_chi(Buoc.BAO_CAO_KET_QUA, **cua_noi, **dang_giai_quyet)),
        ("ban hành", GIAM_DOC, dia_chi(Buoc.BAN_HANH, trang_thai=TrangThai.CO_KET_QUA, **thuong)),
        ("đình chỉ khiếu nại", GIAM_DOC, dia_chi(Buoc.DINH_CHI, loai=LoaiDon.KHIEU_NAI, trang_thai=TrangThai.XAC_MINH)),
    ]


def cac_trang_trung() -> list[tuple[str, str]]:
    """Likenesses of the newest petition of a kind, and two of them side by side."""
    moi, khac = DonThu.objects.filter(loai=LoaiDon.PHAN_ANH, cong_dan__isnull=False).order_by("-ngay_nhan", "-pk")[:2]
    to_cao = DonThu.objects.filter(loai=LoaiDon.TO_CAO).order_by("-ngay_nhan", "-pk").first()
    return [
        ("phản ánh", reverse("donthu:trung_lap", args=[moi.pk])),
        ("tố cáo", reverse("donthu:trung_lap", args=[to_cao.pk])),
        ("hai đơn cạnh nhau", reverse("donthu:doi_chieu", args=[moi.pk, khac.pk])),
    ]


def cac_trang_bao_cao(nam: KyBaoCao) -> list[tuple[str, str, str]]:
    """The other pages that count a whole year, and its files."""
    ky = reverse("baocao:ky", args=[nam])
    return [
        ("Các kỳ báo cáo, biểu đồ", TCHC, reverse("baocao:danh_sach")),
        (f"Sáu biểu {nam} theo khoa, phòng", TCHC, f"{ky}?don_vi=1"),
        (f"Phụ lục {nam}", TCHC, reverse("baocao:phu_luc", args=[nam])),
        ("Bảng điểm các đơn vị", GIAM_DOC, reverse("baocao:cham_diem")),
        ("Sẵn sàng kiểm tra", GIAM_DOC, reverse("baocao:san_sang")),
        ("Kế hoạch", TCHC, reverse("baocao:ke_hoach")),
        *(
            (f"Sáu biểu {nam} và so sánh, {duoi}", TCHC, reverse("baocao:tai_ve", args=[nam, duoi]))
            for duoi in ("xlsx", "docx")
        ),
    ]


def phieu_tiep() -> dict[str, str]:
    """What an officer types: a citizen who came the first time, and whose words become a petition."""
    return {
        "nguoi_tiep": NguoiTiep.THUONG_XUYEN,
        "hinh_thuc": HinhThuc.TRUC_TIEP,
        "loai": LoaiDon.PHAN_ANH,
        "ho_ten": "Trần Thị Đo Đạc",
        "loai_giay_to": LoaiGiayTo.CAN_CUOC,
        "so_giay_to": "064012345678",
        "dia_chi": "12 đường Lê Lợi, xã Mẫu 3, tỉnh Gia Lai",
        "dien_thoai": "0900000003",
        "so_nguoi": "1",
        "noi_dung": "Phản ánh về việc chờ khám lâu tại quầy tiếp đón Khoa Khám bệnh",
        "ket_cuc": HuongTiep.LAP_DON,
        "linh_vuc": str(LinhVuc.objects.filter(cha__isnull=False).first().pk),
    }
