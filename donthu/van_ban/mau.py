"""What the table of documents says of one document and of one field on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from donthu.phan_loai import LoaiDon
from donthu.viec import TinhTrang

# Minutes and the papers citizens write themselves carry no number (Đ3, Phụ lục I NĐ 30/2020).
KHONG_SO = ("", "BB")

GIAM_DOC = "Giám đốc"
NGUOI_KHIEU_NAI = "Người khiếu nại"
NGUOI_TO_CAO = "Người tố cáo"
CAC_BEN = "Các bên tham gia"
NGUOI_XAC_MINH = "Người xác minh"

# Kinds of field. NGAY is text "dd/mm/yyyy"; a DANH_SACH is one entry a line; a BANG one row a line, cells parted " | ".
CHU_NGAN, DOAN_VAN, NGAY_THANG, DANH_SACH, BANG_KE = "chu", "doan", "ngay", "danh_sach", "bang"
NGAN_O = " | "

CHI_KHIEU_NAI = (LoaiDon.KHIEU_NAI,)
CHI_TO_CAO = (LoaiDon.TO_CAO,)
KIEN_NGHI_PHAN_ANH = (LoaiDon.KIEN_NGHI, LoaiDon.PHAN_ANH, LoaiDon.KHAC)
TRU_TO_CAO = (*CHI_KHIEU_NAI, *KIEN_NGHI_PHAN_ANH)
MOI_LOAI = tuple(LoaiDon)


@dataclass(frozen=True)
class Truong:
    """One field of a document: machine name, label, kind.

    `mac_dinh` is what a new draft starts with; "{ten}" in it stands for what the case says (`donthu/dien_san.py`).
    `goi_y` helps the writer; `nghi_van` says why the field must be checked; `cot`: column heads of a BANG_KE.
    """

    ten: str
    nhan: str
    kieu: str = CHU_NGAN
    mac_dinh: str = ""
    goi_y: str = ""
    nghi_van: str = ""
    cot: tuple[str, ...] = ()
    bat_buoc: bool = False


@dataclass(frozen=True, kw_only=True)
class VanBan:
    """One version of one document, both days included. `nguoi_ky`: whose signature stands below it.

    `tinh_trang` is about the name and the article: SUY_RA where the law demands the act but gives no form; `nghi_van`
    says what is not sure. `ten_loai` is the heading on paper, "" for a công văn, whose trích yếu is "V/v …". `loai`:
    kinds of petition it may be drafted for; `so_dang_ky`: the register its number comes from, none where it is in
    KHONG_SO; `noi_nhan`: the usual addressees.
    """

    ma: str
    ten: str
    can_cu: str
    nguoi_ky: str
    tu_ngay: date
    den_ngay: date | None = None
    tinh_trang: TinhTrang = TinhTrang.DA_KIEM_CHUNG
    ten_loai: str = ""
    loai: tuple[LoaiDon, ...] = ()
    so_dang_ky: str = ""
    truong: tuple[Truong, ...] = ()
    noi_nhan: tuple[str, ...] = ()
    nghi_van: str = ""

    def hieu_luc(self, ngay: date) -> bool:
        """Whether a paper written on `ngay` uses this version."""
        return self.tu_ngay <= ngay and (self.den_ngay is None or ngay <= self.den_ngay)

    @property
    def co_so(self) -> bool:
        """Whether it takes a number from a register."""
        return self.so_dang_ky not in KHONG_SO


NOI_NHAN = Truong("noi_nhan", "Nơi nhận", DANH_SACH, goi_y="Mỗi nơi một dòng; dòng cuối là nơi lưu.")
SO_BAN = Truong("so_ban", "Số bản", mac_dinh="02")
KET_THUC = Truong("ket_thuc", "Giờ kết thúc", goi_y="10 giờ 30")
NGUOI_THI_HANH = Truong(
    "nguoi_thi_hanh",
    "Người chịu trách nhiệm thi hành",
    DOAN_VAN,
    "Trưởng phòng Tổ chức - Hành chính, trưởng các khoa, phòng và cá nhân có liên quan chịu trách nhiệm thi hành "
    "Quyết định này.",
    bat_buoc=True,
)
THAM_QUYEN = Truong("tham_quyen", "Thẩm quyền ban hành", mac_dinh="{chuc_danh} {co_quan}", bat_buoc=True)
KY_TEN = Truong("nguoi_bao_cao", "Họ tên người ký báo cáo", mac_dinh="{xm_truong}")


def trich_yeu(mac_dinh: str) -> Truong:
    """The subject on the paper; of a công văn what follows "V/v"."""
    return Truong("trich_yeu", "Trích yếu", mac_dinh=mac_dinh, bat_buoc=True)


def kinh_gui(mac_dinh: str, goi_y: str = "") -> Truong:
    """The addressees, one a line."""
    return Truong("kinh_gui", "Kính gửi", DANH_SACH, mac_dinh, goi_y, bat_buoc=True)


def can_cu(*dong: str) -> Truong:
    """The legal grounds in italics, one a line, without the mark at the end."""
    return Truong("can_cu", "Căn cứ", DANH_SACH, "\n".join(dong), "Mỗi căn cứ một dòng, không ghi dấu cuối dòng.")


def luc(buoi: str) -> tuple[Truong, ...]:
    """When and where a session was held, from the last recorded session of the kind `buoi`."""
    return (
        Truong("gio", "Giờ bắt đầu", mac_dinh=f"{{{buoi}_gio}}", goi_y="08 giờ 00"),
        Truong("ngay", "Ngày", NGAY_THANG, f"{{{buoi}_ngay}}", bat_buoc=True),
        Truong("dia_diem", "Địa điểm", mac_dinh=f"{{{buoi}_dia_diem}}", bat_buoc=True),
    )


def tim_ban(cac_van_ban: Iterable[VanBan], ma: str, ngay: date) -> VanBan:
    """The version of the document `ma` in force on `ngay`. Raises KeyError when there is none."""
    for van_ban in cac_van_ban:
        if van_ban.ma == ma and van_ban.hieu_luc(ngay):
            return van_ban
    raise KeyError(ma)
