"""Sổ tiếp công dân, Mẫu 03/TCD (Phụ lục NĐ 154/2026): 12 columns and ghi chú, the same on screen, paper and in Excel.

Columns 9 to 12 come from the petition that the visit became, otherwise from what was done at the counter. "Yêu cầu, đề
nghị", which Đ25.2 Luật TCD asks for and the form has no column for, stands inside column 5.
"""

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from donthu.models import DonThu, VanBanDi
from donthu.phan_loai import DOAN_DONG_NGUOI, HuongXuLy, KetQua, LoaiDon
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.trinh_bay import dia_chi_don
from tiepdan.hinh_thuc import HinhThuc, HuongTiep, NguoiTiep
from tiepdan.models import LuotTiep
from tochuc.dinh_dang import ngay_vn
from tochuc.models import NhanVien
from tochuc.phan_trang import dia_chi_cac_dong

# (heading, width in an Excel sheet in characters)
COT_SO: tuple[tuple[str, float], ...] = (
    ("Số thứ tự", 7),
    ("Ngày tiếp", 11),
    ("Họ tên, địa chỉ", 26),
    ("CCCD/Hộ chiếu", 17),
    ("Tóm tắt nội dung vụ việc", 44),
    ("Phân loại đơn (KN, TC, KNPA)", 10),
    ("Số công dân có đơn cùng một nội dung", 10),
    ("Cơ quan, tổ chức, đơn vị đã giải quyết hết thẩm quyền", 20),
    ("Thuộc thẩm quyền giải quyết", 10),
    ("Hướng dẫn: cơ quan, số văn bản hướng dẫn", 22),
    ("Chuyển đơn: cơ quan có thẩm quyền thụ lý, số văn bản chuyển đơn", 22),
    ("Theo dõi quá trình, kết quả giải quyết", 34),
    ("Ghi chú", 26),
)
PHAN_LOAI = {
    LoaiDon.KHIEU_NAI: "KN",
    LoaiDon.TO_CAO: "TC",
    LoaiDon.KIEN_NGHI: "KNPA",
    LoaiDon.PHAN_ANH: "KNPA",
    LoaiDon.KHAC: "Khác",
}
VAN_BAN_GUI_DI = ("PHD", "PC")  # phiếu hướng dẫn, phiếu chuyển
MA_LUOT = re.compile(r"LT-\d{4}-(\d+)")


@dataclass(frozen=True)
class DongSo:
    """One row of the register as it is printed; `xem_don`: whether the reader may open the petition."""

    luot: LuotTiep
    so_thu_tu: int | str
    nguoi_den: str
    giay_to: str
    noi_dung: str
    phan_loai: str
    thuoc_tham_quyen: str
    huong_dan: str
    chuyen_don: str
    theo_doi: str
    ghi_chu: str
    xem_don: bool

    @property
    def dia_chi(self) -> str:
        return dia_chi_luot()(self.luot.pk)

    @property
    def dia_chi_don(self) -> str:
        return dia_chi_don()(self.luot.don_id)

    @property
    def cac_o(self) -> tuple[int | str | date, ...]:
        """The 13 cells in the order of COT_SO."""
        return (
            self.so_thu_tu,
            self.luot.ngay,
            self.nguoi_den,
            self.giay_to,
            self.noi_dung,
            self.phan_loai,
            self.luot.so_nguoi,
            self.luot.co_quan_da_giai_quyet,
            self.thuoc_tham_quyen,
            self.huong_dan,
            self.chuyen_don,
            self.theo_doi,
            self.ghi_chu,
        )


def loc_so(queryset: QuerySet, dieu_kien: dict) -> QuerySet:
    """Narrow visits down by the cleaned fields of LocSoForm. The kind is the one written at the counter."""
    bang = {
        "ngay__gte": dieu_kien.get("tu"),
        "ngay__lte": dieu_kien.get("den"),
        "nguoi_tiep": dieu_kien.get("nguoi_tiep"),
        "loai": dieu_kien.get("loai"),
        "hinh_thuc": dieu_kien.get("hinh_thuc"),
        "ket_qua": dieu_kien.get("ket_qua"),
        "so_nguoi__gte": DOAN_DONG_NGUOI if dieu_kien.get("doan") else None,
    }
    return queryset.filter(**{ten: gia_tri for ten, gia_tri in bang.items() if gia_tri})


def voi_cot_so(queryset: QuerySet, nguoi: NhanVien) -> QuerySet:
    """Read with the visits all that a row prints, in a fixed number of queries."""
    van_ban = VanBanDi.objects.filter(so_dang_ky__in=VAN_BAN_GUI_DI).only("don_id", "so_ky_hieu", "ngay")
    return (
        queryset.select_related("cong_dan", "don", "can_bo")
        .only(
            "ma", "ngay", "gio", "nguoi_tiep", "hinh_thuc", "loai", "so_nguoi", "dai_dien", "noi_dung", "yeu_cau",
            "co_quan_da_giai_quyet", "ket_qua", "huong", "ly_do_tu_choi", "co_quan_nhan", "so_van_ban", "tra_loi",
            "so_bien_nhan", "ghi_chu", "can_bo__ho_ten", "cong_dan__ho_ten", "cong_dan__loai_giay_to",
            "cong_dan__so_giay_to", "cong_dan__dia_chi", "don__ma", "don__loai", "don__trang_thai",
            "don__ma_nguoi_to_cao", "don__thuoc_tham_quyen", "don__huong_xu_ly", "don__co_quan_nhan", "don__ket_qua",
            "don__ngay_thu_ly", "don__ngay_khong_thu_ly", "don__ngay_ban_hanh", "don__ngay_thi_hanh_xong",
        )
        .prefetch_related(
            Prefetch("don__van_ban_di", van_ban),
            "bo_sung",
            # Not an annotation: PostgreSQL would first ask it of every petition there is.
            Prefetch("don", DonThu.objects.for_user(nguoi).only("pk"), to_attr="don_duoc_xem"),
        )
    )  # fmt: skip


@functools.cache
def dia_chi_luot() -> Callable[[int], str]:
    """Addresses of visits by key."""
    return dia_chi_cac_dong("tiepdan:chi_tiet")


def cac_dong_so(cac_luot: Iterable[LuotTiep]) -> Iterator[DongSo]:
    """Rows of visits read by `voi_cot_so`."""
    return (dong_so(luot) for luot in cac_luot)


def dong_so(luot: LuotTiep) -> DongSo:
    don = luot.don
    theo_ma = MA_LUOT.fullmatch(luot.ma)
    thuoc = don.thuoc_tham_quyen if don else luot.huong == HuongTiep.TRA_LOI_NGAY
    return DongSo(
        luot=luot,
        so_thu_tu=int(theo_ma[1]) if theo_ma else luot.ma,
        nguoi_den=_nguoi_den(luot),
        giay_to=_giay_to(luot),
        noi_dung=f"{luot.noi_dung}\nYêu cầu: {luot.yeu_cau}" if luot.yeu_cau else luot.noi_dung,
        phan_loai=PHAN_LOAI[don.loai if don else luot.loai],
        thuoc_tham_quyen="x" if thuoc else "",
        huong_dan=_noi_gui(luot, HuongXuLy.HUONG_DAN, HuongTiep.HUONG_DAN),
        chuyen_don=_noi_gui(luot, HuongXuLy.CHUYEN_DON, HuongTiep.CHUYEN_DON),
        theo_doi=_theo_doi(luot),
        ghi_chu=_ghi_chu(luot),
        xem_don=luot.don_duoc_xem is not None,
    )


def _nguoi_den(luot: LuotTiep) -> str:
    """Name and address; of a tố cáo the code alone (Đ12.2 NĐ 154/2026; Đ56 Luật TC)."""
    if luot.ve_to_cao or not luot.cong_dan:
        return luot.nguoi_den
    phan = [luot.cong_dan.ho_ten, luot.cong_dan.dia_chi]
    if luot.dai_dien:
        phan.append(f"Đại diện, được ủy quyền của: {luot.dai_dien}")
    return "\n".join(chu for chu in phan if chu)


def _giay_to(luot: LuotTiep) -> str:
    if luot.ve_to_cao or not luot.cong_dan or not luot.cong_dan.so_giay_to:
        return ""
    return f"{luot.cong_dan.get_loai_giay_to_display()}: {luot.cong_dan.so_giay_to}"


def _noi_gui(luot: LuotTiep, huong_don: HuongXuLy, huong_tiep: HuongTiep) -> str:
    """The body guided or sent to, with the number of the document."""
    if luot.don:
        if luot.don.huong_xu_ly != huong_don:
            return ""
        so = ", ".join(van_ban.so_ky_hieu for van_ban in luot.don.van_ban_di.all())
        return _noi_va_so(luot.don.co_quan_nhan, so)
    return _noi_va_so(luot.co_quan_nhan, luot.so_van_ban) if luot.huong == huong_tiep else ""


def _noi_va_so(noi: str, so: str) -> str:
    return f"{noi}\nSố {so}" if so else noi


def _theo_doi(luot: LuotTiep) -> str:
    if luot.bi_tu_choi:
        can_cu = luot.can_cu_tu_choi
        return f"Từ chối tiếp: {can_cu.noi_dung} ({can_cu.can_cu})" if can_cu else "Từ chối tiếp"
    don = luot.don
    if not don:
        return f"{luot.get_huong_display()}: {luot.tra_loi}" if luot.tra_loi else luot.get_huong_display()
    moc = (
        ("thụ lý", don.ngay_thu_ly),
        ("không thụ lý", don.ngay_khong_thu_ly),
        (f"ban hành kết quả ({KetQua(don.ket_qua).label.lower()})" if don.ket_qua else "ban hành", don.ngay_ban_hanh),
        ("thi hành xong", don.ngay_thi_hanh_xong),
    )
    cau = [f"{viec} ngày {ngay_vn(ngay)}" for viec, ngay in moc if ngay]
    return "; ".join([f"Đơn {don.ma}: {TrangThai(don.trang_thai).label.lower()}", *cau])


def _ghi_chu(luot: LuotTiep) -> str:
    phan = [luot.ma]
    if luot.nguoi_tiep != NguoiTiep.THUONG_XUYEN:
        phan.append(f"{luot.get_nguoi_tiep_display()}: {luot.can_bo}" if luot.can_bo else luot.get_nguoi_tiep_display())
    if luot.hinh_thuc == HinhThuc.TRUC_TUYEN:
        phan.append("Tiếp trực tuyến")
    if luot.so_bien_nhan:
        phan.append(f"Biên nhận số {luot.so_bien_nhan}")
    if luot.ghi_chu:
        phan.append(luot.ghi_chu)
    phan += [f"Bổ sung: {dong.noi_dung}" for dong in luot.bo_sung.all()]
    return "\n".join(phan)
