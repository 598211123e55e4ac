"""The sixteen things an inspection asks for (nghiep-vu/thuc-te-y-te.md, 6.3), in the centre's own words, and what is
said of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q, TextChoices

from baocao.ky import ky_hien_tai, lap_ky
from baocao.models import MinhChung
from baocao.models.minh_chung import LOAI_TUNG_LAN
from tiepdan.models import LichTiep
from tochuc.lich import Lich
from tochuc.models import CauHinh, NhanVien
from tochuc.vai_tro import Quyen


class TinhTrang(TextChoices):
    """From the best to the worst: of several findings the last one stands."""

    KHONG_AP_DUNG = "khong_ap_dung", "Không áp dụng"
    DAT = "dat", "Đạt"
    SAP_HAN = "sap_han", "Sắp đến hạn"
    CHUA_DAT = "chua_dat", "Chưa đạt"


@dataclass(frozen=True)
class DuongDan:
    """A page with the proof, or the one that mends what is missing; `quyen`: who may open it, None for all readers."""

    nhan: str
    dia_chi: str
    quyen: Quyen | None = None


@dataclass(frozen=True)
class KetQua:
    """What was found: the state, the proof in sentences, where it is seen, what mends it."""

    tinh_trang: TinhTrang
    cac_cau: tuple[str, ...]
    xem: DuongDan | None = None
    sua: DuongDan | None = None


@dataclass(frozen=True)
class YeuCau:
    """One row of the list."""

    so: int
    ten: str
    can_cu: str


@dataclass(frozen=True)
class DongSanSang:
    """One row with what was found."""

    yeu_cau: YeuCau
    ket_qua: KetQua


@dataclass(frozen=True)
class BoiCanh:
    """For whom and on which day it is asked. Of petitions only those count that this person may know of."""

    nguoi: NhanVien
    hom_nay: date
    lich: Lich
    cau_hinh: CauHinh

    @cached_property
    def tu(self) -> date:
        """The first day of the report year that runs."""
        return lap_ky("N", ky_hien_tai(self.hom_nay).nam).tu_ngay

    @cached_property
    def minh_chung(self) -> list[MinhChung]:
        """Newest first; of what is written down each time only this year's."""
        con_dung = MinhChung.objects.filter(~Q(loai__in=LOAI_TUNG_LAN) | Q(ngay__gte=self.tu))
        return list(con_dung.order_by("-ngay", "-pk"))

    @cached_property
    def lich_tiep(self) -> list[LichTiep]:
        """The days of this calendar year that stand."""
        return list(LichTiep.objects.filter(ngay__year=self.hom_nay.year, da_huy=False).order_by("ngay", "pk"))


NOI_QUY_QUY_CHE = YeuCau(1, "Nội quy, quy chế tiếp công dân còn hiệu lực, căn cứ đúng", "Điều 10.1a NĐ 154/2026")
PHAN_CONG = YeuCau(2, "Quyết định phân công viên chức tiếp công dân", "Điều 9.1, 10.1c NĐ 154/2026")
LICH_CO_TEN = YeuCau(3, "Lịch tiếp cả năm ghi rõ người tiếp, người trực", "Điều 11.2 NĐ 154/2026")
CONG_BO_SOM = YeuCau(4, "Lịch niêm yết trước ngày tiếp ít nhất 05 ngày làm việc", "Điều 24.4 Luật Tiếp công dân")
PHONG_TIEP = YeuCau(5, "Phòng tiếp công dân riêng, ở tầng 1, dễ tìm", "Điều 10.1b, 11.1 NĐ 154/2026")
THU_TRUONG_TIEP = YeuCau(6, "Người đứng đầu trực tiếp tiếp công dân mỗi tháng", "Điều 10.2 NĐ 154/2026")
SO_TIEP = YeuCau(7, "Sổ tiếp công dân theo Mẫu 03/TCD, ghi đủ các cột", "Điều 27 NĐ 154/2026")
HOM_THU = YeuCau(8, "Hòm thư góp ý mở hằng tuần, có biên bản, ít nhất 03 người", "Thông tư 25/2015/TT-BYT")
DUONG_DAY_NONG = YeuCau(9, "Đường dây nóng có lịch trực 24/24 giờ, phản ánh được trả lời", "Chỉ thị 09/CT-BYT")
SO_DON = YeuCau(10, "Sổ theo dõi đơn, đơn nhận được phân loại kịp thời", "Thông tư 05/2021/TT-TTCP")
BAO_CAO_KY = YeuCau(11, "Báo cáo kỳ gửi Sở Y tế đúng ngày", "Thông tư 06/2025/TT-TTCP")
CHUYEN_TO_CAO = YeuCau(12, "Đơn tố cáo chuyển đi được bàn giao kín", "Điều 24.2, 56 Luật Tố cáo")
BOI_DUONG = YeuCau(13, "Chế độ bồi dưỡng người tiếp công dân", "Điều 37 NĐ 154/2026; TT 65/2026/TT-BTC")
NIEM_YET = YeuCau(14, "Niêm yết số đường dây nóng của Trung tâm và Sở Y tế", "Hướng dẫn của Sở Y tế")
TUYEN_TRUYEN = YeuCau(15, "Tuyên truyền, tập huấn: số lớp, số người, tỷ lệ dự", "Thông tư 06/2025/TT-TTCP")
KHONG_QUA_HAN = YeuCau(16, "Không có đơn quá hạn, đơn quá 45 ngày chưa xử lý", "Điều 41.3b NĐ 154/2026")


def gop(cac_phan: Sequence[KetQua]) -> KetQua:
    """Put findings of one row together: the worst state, with what mends that one."""
    thu_tu = list(TinhTrang)
    xau_nhat = max(cac_phan, key=lambda phan: thu_tu.index(phan.tinh_trang))
    return KetQua(
        xau_nhat.tinh_trang,
        tuple(cau for phan in cac_phan for cau in phan.cac_cau),
        next((phan.xem for phan in cac_phan if phan.xem), None),
        xau_nhat.sua,
    )


def dat(cau: str, xem: DuongDan | None = None) -> KetQua:
    return KetQua(TinhTrang.DAT, (_viet_hoa(cau),), xem)


def chua_dat(cau: str, sua: DuongDan | None = None, xem: DuongDan | None = None) -> KetQua:
    return KetQua(TinhTrang.CHUA_DAT, (_viet_hoa(cau),), xem, sua)


def sap_han(cau: str, sua: DuongDan | None = None, xem: DuongDan | None = None) -> KetQua:
    return KetQua(TinhTrang.SAP_HAN, (_viet_hoa(cau),), xem, sua)


def _viet_hoa(cau: str) -> str:
    """A sentence may begin with a count: "không đơn nào", "02 đơn"."""
    return cau[:1].upper() + cau[1:]
