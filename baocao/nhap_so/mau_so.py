"""The empty workbook: sheets, headers, drop-down lists, one example row per sheet that has codes, guidance."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from baocao.nhap_so.doc_so import TRANG_DANH_MUC, TRANG_HUONG_DAN
from baocao.nhap_so.o_tinh import (
    ChuViet,
    DauX,
    LuaChon,
    MaDanhMuc,
    MaSo,
    NgayThang,
    SoLuong,
    SoNguyen,
)
from baocao.nhap_so.trang_so import CAC_TRANG, DON_THU, HOAT_DONG, LUOT_TIEP, CotSo, TrangSo
from donthu.models import LinhVuc
from tochuc.models import DonVi
from tochuc.models.don_vi import LoaiDonVi

SO_DONG_MAU = 10_000  # rows with drop-down lists
PHONG_CHU = "Times New Roman"
NEN_BAT_BUOC = PatternFill("solid", fgColor="0B7285")
NEN_TUY_CHON = PatternFill("solid", fgColor="5C7C8A")
VIEN = Border(**{canh: Side(style="thin", color="BFC8CC") for canh in ("left", "right", "top", "bottom")})
DINH_DANG_SO = {NgayThang: "dd/mm/yyyy", SoLuong: "#,##0.00", SoNguyen: "0", MaSo: "@", MaDanhMuc: "@"}
DO_RONG = {NgayThang: 13, SoLuong: 12, SoNguyen: 10, MaSo: 16, MaDanhMuc: 34, LuaChon: 24, DauX: 10}
RONG_RIENG = {"noi_dung": 50, "tom_tat": 50, "ho_ten": 24, "dia_chi": 34}

VI_DU: dict[str, dict[str, Any]] = {
    LUOT_TIEP.ten: {
        "ma": "VD-01",
        "ngay": "15/01/2025",
        "nguoi_tiep": "Thủ trưởng tiếp",
        "hinh_thuc": "Trực tiếp",
        "ho_ten": "Nguyễn Văn A",
        "dia_chi": "Thôn 1, xã Mẫu",
        "so_giay_to": "001000000000",
        "so_nguoi": 1,
        "loai": "Phản ánh",
        "noi_dung": "Chờ khám bảo hiểm y tế từ 6 giờ 30 đến gần 11 giờ mới được gọi số",
        "vu_viec": "VV-01",
        "ket_qua": "Đã tiếp",
    },
    DON_THU.ten: {
        "ma": "VD-01",
        "ngay_nhan": "15/01/2025",
        "nguon": "Bưu chính",
        "loai": "Khiếu nại",
        "lan": 1,
        "linh_vuc": "02.01",
        "ho_ten": "Nguyễn Văn A",
        "dia_chi": "Thôn 1, xã Mẫu",
        "so_nguoi": 1,
        "tom_tat": "Khiếu nại việc trả lời của nhân viên quầy tiếp đón",
        "vu_viec": "VV-01",
        "ngay_xu_ly": "20/01/2025",
        "du_dieu_kien": "x",
        "thuoc_tham_quyen": "x",
        "ngay_thu_ly": "22/01/2025",
        "ngay_ban_hanh": "20/02/2025",
        "ket_qua": "Đúng một phần",
    },
    HOAT_DONG.ten: {
        "ma": "VD-01",
        "loai": "Tập huấn, tuyên truyền",
        "ngay": "10/03/2025",
        "noi_dung": "Tập huấn Luật Tiếp công dân cho viên chức các khoa, phòng",
        "so_nguoi": 85,
        "tong_so_nguoi": 90,
    },
}

HUONG_DAN = (
    "Mỗi dòng của sổ cũ là một dòng ở trang tương ứng. Giữ nguyên tên trang và tiêu đề cột; được đổi thứ tự cột và bỏ "
    "cột không bắt buộc.",
    "Tiêu đề nền đậm là cột bắt buộc. Chọn một ô để xem cách ghi.",
    "Dòng ví dụ chữ nghiêng có mã bắt đầu bằng VD-, không được nhập; có thể xóa.",
    "Ngày ghi kiểu ngày của Excel hoặc dd/mm/yyyy. Chỉ trang Ngày tiếp nhận ngày sau hôm nay.",
    "Các lựa chọn ghi mã hoặc tên như trong danh sách. Ô đánh dấu ghi x hoặc để trống.",
    "Tiền ghi bằng triệu đồng, đất bằng m², tối đa hai chữ số thập phân.",
    "Loại tố cáo: để trống Họ tên, Địa chỉ, Số giấy tờ. Không nhập danh tính người tố cáo.",
    "Nguồn để trống được hiểu là Bưu chính; Lần, Số người để trống là 1.",
    "Có Ngày xử lý mà không đánh dấu Đủ điều kiện: đơn không đủ điều kiện, lưu đơn.",
    "Đủ điều kiện mà không thuộc thẩm quyền: phải ghi Hướng xử lý. Thụ lý: phải đủ điều kiện và thuộc thẩm quyền.",
    "Khiếu nại, tố cáo có Ngày ban hành phải có Ngày thụ lý và Kết quả; khiếu nại lần 2 ghi Công nhận hoặc "
    "Hủy, sửa kết quả lần đầu.",
    "Một dòng sai thì cả tệp chưa được nhập; phần mềm nêu mọi chỗ sai theo trang, dòng, cột.",
    "Nhập lại cùng tệp không thêm gì. Sửa nội dung dòng đã nhập: nhập lại và chọn cập nhật dòng đã có.",
)


def ghi_mau(dich: Path | BinaryIO) -> None:
    """Write the empty workbook, with the categories and units that the application holds now."""
    so = Workbook()
    so.remove(so.active)
    danh_muc = DanhMucAn()
    for trang in CAC_TRANG:
        _ghi_trang(so.create_sheet(trang.ten), trang, danh_muc)
    _ghi_huong_dan(so.create_sheet(TRANG_HUONG_DAN))
    danh_muc.ghi(so.create_sheet(TRANG_DANH_MUC))
    so.save(dich)


class DanhMucAn:
    """The lists behind the drop-downs, each a column of a hidden sheet: a formula of its own holds only 255 letters."""

    def __init__(self) -> None:
        self._cot: dict[tuple[str, ...], int] = {}
        self._bang = {
            "linh_vuc": tuple(f"{ma} {ten}" for ma, ten in LinhVuc.objects.order_by("ma").values_list("ma", "ten")),
            "don_vi": tuple(f"{ma} {ten}" for ma, ten in _don_vi_trong()),
        }

    def cong_thuc(self, cot: CotSo) -> str:
        """Range that a drop-down of this column takes its choices from, empty when it has none."""
        match cot.kieu:
            case LuaChon():
                cac_muc = tuple(muc.label for muc in cot.kieu.cac_muc)
            case MaDanhMuc():
                cac_muc = self._bang[cot.kieu.ten]
            case DauX():
                cac_muc = ("x",)
            case _:
                cac_muc = ()
        if not cac_muc:
            return ""
        chu = get_column_letter(self._cot.setdefault(cac_muc, len(self._cot) + 1))
        return f"{quote_sheetname(TRANG_DANH_MUC)}!${chu}$1:${chu}${len(cac_muc)}"

    def ghi(self, trang_an: Worksheet) -> None:
        for cac_muc, cot in self._cot.items():
            for dong, muc in enumerate(cac_muc, start=1):
                trang_an.cell(dong, cot, muc)
        trang_an.sheet_state = "hidden"


def _don_vi_trong() -> Iterable[tuple[str, str]]:
    """Units of the centre itself: an outside body is in charge of nothing here."""
    return DonVi.objects.filter(hoat_dong=True).exclude(loai=LoaiDonVi.NGOAI).values_list("ma", "ten")


def _ghi_trang(trang_tinh: Worksheet, trang: TrangSo, danh_muc: DanhMucAn) -> None:
    vi_du = VI_DU.get(trang.ten, {})
    for vi_tri, cot in enumerate(trang.cac_cot, start=1):
        chu = get_column_letter(vi_tri)
        dau = trang_tinh.cell(1, vi_tri, cot.tieu_de)
        dau.font = Font(PHONG_CHU, bold=True, color="FFFFFF")
        dau.fill = NEN_BAT_BUOC if cot.bat_buoc else NEN_TUY_CHON
        dau.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        dau.border = VIEN
        kich_thuoc = trang_tinh.column_dimensions[chu]
        kich_thuoc.width = RONG_RIENG.get(cot.truong) or DO_RONG.get(type(cot.kieu), 20)
        kich_thuoc.number_format = DINH_DANG_SO.get(type(cot.kieu), "General")
        kich_thuoc.font = Font(PHONG_CHU)
        if cot.truong in vi_du:
            o = trang_tinh.cell(2, vi_tri, vi_du[cot.truong])
            o.number_format = "@" if isinstance(o.value, str) else kich_thuoc.number_format
            o.font = Font(PHONG_CHU, italic=True, color="6B7680")
            o.alignment = Alignment(vertical="top", wrap_text=isinstance(cot.kieu, ChuViet))
        trang_tinh.add_data_validation(_rang_buoc(cot, danh_muc, f"{chu}2:{chu}{SO_DONG_MAU + 1}"))
    trang_tinh.row_dimensions[1].height = 34
    trang_tinh.freeze_panes = "B2" if trang.co_ma else "A2"
    trang_tinh.auto_filter.ref = f"A1:{get_column_letter(len(trang.cac_cot))}1"


def _rang_buoc(cot: CotSo, danh_muc: DanhMucAn, vung: str) -> DataValidation:
    """Drop-down where there is a list, and the hint that Excel shows beside the cell."""
    cong_thuc = danh_muc.cong_thuc(cot)
    # "warning": a code instead of the label is right too.
    rang_buoc = DataValidation(
        type="list" if cong_thuc else None, formula1=cong_thuc or None, allow_blank=True, errorStyle="warning"
    )
    if cong_thuc:
        rang_buoc.errorTitle, rang_buoc.error = "Ngoài danh sách", "Chỉ nhận giá trị hoặc mã trong danh sách."
        rang_buoc.showErrorMessage = True
    rang_buoc.promptTitle = cot.tieu_de[:32]
    rang_buoc.prompt = f"{'Bắt buộc. ' if cot.bat_buoc else ''}{cot.kieu.goi_y or 'Văn bản.'}"
    rang_buoc.showInputMessage = True
    rang_buoc.add(vung)
    return rang_buoc


def _ghi_huong_dan(trang_tinh: Worksheet) -> None:
    cac_dong: Iterable[str] = ("Cách ghi sổ để nhập vào phần mềm", *HUONG_DAN)
    for dong, cau in enumerate(cac_dong, start=1):
        o = trang_tinh.cell(dong, 1, cau if dong == 1 else f"{dong - 1}. {cau}")
        o.font = Font(PHONG_CHU, bold=dong == 1, size=14 if dong == 1 else 12)
        o.alignment = Alignment(wrap_text=True, vertical="top")
    trang_tinh.column_dimensions["A"].width = 110
