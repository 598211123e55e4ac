"""What was said at the counter, and the rules it must keep before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from donthu.models import LinhVuc, VuViec
from donthu.phan_loai import LoaiDon, LoaiGiayTo
from tiepdan.hinh_thuc import HinhThuc, HuongTiep, KetQuaTiep, NguoiTiep, dai_dien_toi_da, ly_do_theo_ma
from tiepdan.models import LichTiep
from tochuc.models import NhanVien
from tochuc.vai_tro import VaiTro

GIAY_TO_12_SO = (LoaiGiayTo.CAN_CUOC, LoaiGiayTo.GIAY_CHUNG_NHAN, LoaiGiayTo.SO_DINH_DANH)


@dataclass(frozen=True, kw_only=True)
class PhieuTiep:
    """The visit form: who received, who came, what was said, what was handed in, how it ended.

    `tai_lieu`: mappings with ten, so_trang, tinh_trang. `linh_vuc` only when a petition is made. `dong_y_khac_ten`: the
    officer confirms that a known ID number belongs to a person of another name.
    """

    loai: str
    noi_dung: str
    nguoi_tiep: str = NguoiTiep.THUONG_XUYEN
    can_bo: NhanVien | None = None
    lich: LichTiep | None = None
    hinh_thuc: str = HinhThuc.TRUC_TIEP
    gio: time | None = None
    ho_ten: str = ""
    loai_giay_to: str = ""
    so_giay_to: str = ""
    ngay_cap: date | None = None
    noi_cap: str = ""
    dia_chi: str = ""
    dien_thoai: str = ""
    dong_y_khac_ten: bool = False
    dai_dien: str = ""
    so_nguoi: int = 1
    so_dai_dien: int | None = None
    yeu_cau: str = ""
    doi_tuong: str = ""
    nguoi_bi_to_cao: Sequence[NhanVien] = ()
    bi_to_cao_lanh_dao: bool = False
    khong_giu_bi_mat: bool = False
    co_quan_da_giai_quyet: str = ""
    vu_viec: VuViec | None = None
    tai_lieu: Sequence[dict[str, Any]] = ()
    ket_qua: str = KetQuaTiep.DA_TIEP
    huong: str = ""
    ly_do_tu_choi: str = ""
    linh_vuc: LinhVuc | None = None
    co_quan_nhan: str = ""
    so_van_ban: str = ""
    tra_loi: str = ""
    ghi_chu: str = ""

    @property
    def la_to_cao(self) -> bool:
        return self.loai == LoaiDon.TO_CAO

    @property
    def lap_don(self) -> bool:
        return self.ket_qua == KetQuaTiep.DA_TIEP and self.huong == HuongTiep.LAP_DON


def lam_sach(phieu: PhieuTiep) -> PhieuTiep:
    """Drop what must not be kept: identity of a denouncer (Đ8.3, 56 Luật TC), an accused where there is no tố cáo."""
    if phieu.la_to_cao:
        return replace(
            phieu,
            ho_ten="",
            loai_giay_to="",
            so_giay_to="",
            ngay_cap=None,
            noi_cap="",
            dia_chi="",
            dien_thoai="",
            dai_dien="",
            khong_giu_bi_mat=phieu.khong_giu_bi_mat and phieu.hinh_thuc == HinhThuc.TRUC_TUYEN,
            bi_to_cao_lanh_dao=phieu.bi_to_cao_lanh_dao
            or any(VaiTro.LANH_DAO in nguoi.tap_vai_tro for nguoi in phieu.nguoi_bi_to_cao),
        )
    return replace(
        phieu,
        so_giay_to="".join(phieu.so_giay_to.upper().split()),
        nguoi_bi_to_cao=(),
        bi_to_cao_lanh_dao=False,
        khong_giu_bi_mat=False,
    )


def loi_cua_phieu(phieu: PhieuTiep, nguoi: NhanVien, ngay: date) -> dict[str, str]:
    """Every rule that the form breaks: field → sentence."""
    return (
        _loi_nguoi_tiep(phieu, nguoi) | _loi_danh_tinh(phieu, ngay) | _loi_noi_dung(phieu, nguoi) | _loi_ket_cuc(phieu)
    )


def _loi_nguoi_tiep(phieu: PhieuTiep, nguoi: NhanVien) -> dict[str, str]:
    if phieu.nguoi_tiep == NguoiTiep.THUONG_XUYEN:
        return {}
    if phieu.can_bo is None:
        return {"can_bo": "Chọn người đã tiếp công dân."}
    if phieu.nguoi_tiep == NguoiTiep.THU_TRUONG and VaiTro.LANH_DAO not in phieu.can_bo.tap_vai_tro:
        return {
            "can_bo": "Thủ trưởng tiếp thì người tiếp là lãnh đạo Trung tâm; người khác tiếp thay là ủy quyền tiếp."
        }
    return {}


def _loi_danh_tinh(phieu: PhieuTiep, ngay: date) -> dict[str, str]:
    """Who comes must say name and address (Đ12.1 NĐ 154/2026); who is refused at the door may not have."""
    loi = {}
    if not phieu.la_to_cao and phieu.ket_qua == KetQuaTiep.DA_TIEP:
        if not phieu.ho_ten:
            loi["ho_ten"] = "Ghi họ tên người đến."
        if not phieu.dia_chi:
            loi["dia_chi"] = "Ghi địa chỉ người đến."
    if not phieu.ho_ten and (phieu.so_giay_to or phieu.dia_chi or phieu.dien_thoai):
        loi["ho_ten"] = "Ghi họ tên người đến."
    if phieu.so_giay_to and not phieu.loai_giay_to:
        loi["loai_giay_to"] = "Chọn loại giấy tờ của số này."
    elif phieu.so_giay_to and phieu.loai_giay_to in GIAY_TO_12_SO and not _du_12_so(phieu.so_giay_to):
        loi["so_giay_to"] = "Số này gồm đúng 12 chữ số; giấy tờ khác thì đổi loại giấy tờ."
    if phieu.ngay_cap and phieu.ngay_cap > ngay:
        loi["ngay_cap"] = "Ngày cấp giấy tờ không được sau ngày tiếp."
    return loi


def _du_12_so(so_giay_to: str) -> bool:
    return len(so_giay_to) == 12 and so_giay_to.isascii() and so_giay_to.isdecimal()


def _loi_noi_dung(phieu: PhieuTiep, nguoi: NhanVien) -> dict[str, str]:
    loi = {}
    if not phieu.noi_dung:
        loi["noi_dung"] = "Ghi tóm tắt nội dung trình bày."
    if phieu.so_nguoi < 1:
        loi["so_nguoi"] = "Số người ít nhất là 1."
    if cau := _loi_dai_dien(phieu):
        loi["so_dai_dien"] = cau
    if phieu.la_to_cao and phieu.hinh_thuc == HinhThuc.TRUC_TUYEN and not phieu.khong_giu_bi_mat:
        loi["khong_giu_bi_mat"] = (
            "Chỉ tiếp trực tuyến về tố cáo khi người tố cáo không yêu cầu giữ bí mật danh tính (Điều 20 Nghị định "
            "154/2026/NĐ-CP): xác nhận điều đó hoặc tiếp trực tiếp."
        )
    if nguoi in phieu.nguoi_bi_to_cao or phieu.can_bo in phieu.nguoi_bi_to_cao:
        loi["nguoi_bi_to_cao"] = (
            "Người tiếp hoặc người ghi là người bị tố cáo: phải để người khác tiếp và ghi (Điều 9, 56 Luật Tố cáo)."
        )
    if phieu.tai_lieu and phieu.ket_qua == KetQuaTiep.TU_CHOI:
        loi["tai_lieu"] = "Từ chối tiếp thì không nhận tài liệu: xóa các dòng tài liệu hoặc chọn cách kết thúc khác."
    return loi


def _loi_dai_dien(phieu: PhieuTiep) -> str:
    """Who speaks for several people is one of them, and not more than the law lets (Đ29 Luật TCD)."""
    if phieu.so_dai_dien is None:
        return ""
    toi_da = dai_dien_toi_da(phieu.so_nguoi)
    if not 1 <= phieu.so_dai_dien <= phieu.so_nguoi:
        return "Số người đại diện từ 1 đến số người trong đoàn."
    if toi_da and phieu.so_dai_dien > toi_da:
        return f"Đoàn {phieu.so_nguoi} người cử tối đa {toi_da} người đại diện (Điều 29 Luật Tiếp công dân)."
    return ""


def _loi_ket_cuc(phieu: PhieuTiep) -> dict[str, str]:
    """How the reception ends, and what each ending has to say (Đ26, 28 Luật TCD; Đ4 NĐ 154/2026)."""
    if phieu.ket_qua == KetQuaTiep.TU_CHOI:
        if ly_do_theo_ma(phieu.ly_do_tu_choi) is None:
            return {"ly_do_tu_choi": "Chọn căn cứ từ chối tiếp."}
        return {"huong": "Từ chối tiếp thì không có hướng xử lý khác."} if phieu.huong else {}
    loi = {}
    if phieu.ly_do_tu_choi:
        loi["ly_do_tu_choi"] = "Chỉ ghi căn cứ từ chối khi từ chối tiếp."
    match phieu.huong:
        case HuongTiep.LAP_DON:
            if phieu.linh_vuc is None:
                loi["linh_vuc"] = "Chọn lĩnh vực của đơn."
        case HuongTiep.HUONG_DAN | HuongTiep.CHUYEN_DON:
            if not phieu.co_quan_nhan:
                loi["co_quan_nhan"] = "Ghi cơ quan được hướng dẫn hoặc chuyển đến."
        case HuongTiep.GIAI_THICH | HuongTiep.TRA_LOI_NGAY:
            if not phieu.tra_loi:
                loi["tra_loi"] = "Ghi nội dung đã trả lời, giải thích."
        case _:
            loi["huong"] = "Chọn buổi tiếp kết thúc thế nào."
    return loi
