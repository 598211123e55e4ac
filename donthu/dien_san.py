"""What a new draft starts with: the default words of each field, completed from the case.

A default is a pattern ("{ong_ba}", `donthu/van_ban/`); the names in it are looked up here, in groups that are read from
the database only when a form asks for them. Who denounces is nobody here: a tố cáo has only its code.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from string import Formatter

from donthu.ly_do import TIEU_CHI_PHUC_TAP
from donthu.models import DonThu, HanViec, LoaiBuoi, VaiTrongTo, VanBanDi
from donthu.phan_loai import LOAI_CO_LAN_HAI, KetQua, LoaiDon
from donthu.quy_trinh import HAN_CHINH, HAN_DUNG_DUOC
from donthu.quy_trinh.buoc import Buoc
from donthu.thoi_han import cac_dong, dong_thoi_han
from donthu.van_ban import CAC_VAN_BAN, NGAN_O, VanBan
from donthu.van_ban.can_cu import trich_dan
from donthu.viec import Viec
from tochuc.dinh_dang import ngay_thang_nam, ngay_vn, so_van, ten_trong_cau
from tochuc.models import CauHinh, NhanVien

CHO_DIEN = "…………"
SO_TRONG = "số …………, ngày …… tháng …… năm ………"
RUT_TOAN_BO = "Người gửi đơn đã rút toàn bộ nội dung."
LOAI_THUONG = {LoaiDon.KHAC: "ý kiến"}
KET_LUAN = {
    KetQua.DUNG: "đúng toàn bộ",
    KetQua.DUNG_MOT_PHAN: "đúng một phần",
    KetQua.SAI: "sai toàn bộ",
    KetQua.CONG_NHAN: "được giữ nguyên như kết quả giải quyết lần đầu",
    KetQua.HUY_SUA: "được sửa, hủy so với kết quả giải quyết lần đầu",
}
# Name of a document issued before → its codes.
VAN_BAN_TRUOC = {
    "thu_ly": ("ND31-04", "ND124-03"),
    "xac_minh": ("ND31-07", "ND124-05"),
    "bao_cao": ("ND31-10", "ND31-11", "ND124-13"),
    "giam_dinh": ("ND124-09",),
    "dung_thi_hanh": ("ND124-11",),
    "tam_dinh_chi": ("LTC-TDC", "ND124-14a"),
    "quyet_dinh": ("ND124-15",),
    "ket_luan": ("ND31-12",),
    "chuyen": ("TT05-03",),
    "cong_khai": ("ND31-12T", "ND124-15"),
}
# How a sentence cites what the table names by more than one case.
GOI_GON = {
    "ND124-14a": "Quyết định tạm đình chỉ giải quyết khiếu nại",
    "ND31-07": "Quyết định thành lập Tổ xác minh nội dung tố cáo",
    "ND31-10": "Báo cáo kết quả xác minh nội dung tố cáo",
    "ND31-11": "Báo cáo kết quả xác minh nội dung tố cáo",
}
BUOI_CUA_NHOM = {
    "dt": LoaiBuoi.DOI_THOAI,
    "lv": LoaiBuoi.LAM_VIEC,
    "hg": LoaiBuoi.HOA_GIAI,
    "gt": LoaiBuoi.GIAI_TRINH,
    "gn": LoaiBuoi.GIAO_NHAN,
}


def gia_tri_dau(don: DonThu, van_ban: VanBan, ngay: date | None) -> dict[str, str]:
    """A text for every field of the form, "" where the case says nothing. `ngay`: of the paper, None when not known."""
    tu_don = TuDon(don, ngay)
    gia_tri = {truong.ten: _dien(truong.mac_dinh, tu_don) for truong in van_ban.truong}
    if "noi_nhan" in gia_tri:
        gia_tri["noi_nhan"] = "\n".join(van_ban.noi_nhan)
    return gia_tri


def _dien(mau: str, tu_don: "TuDon") -> str:
    """Complete a pattern. One that is a single name stays empty without its value; inside a sentence dots stand."""
    cac_ten = [ten for _, ten, _, _ in Formatter().parse(mau) if ten]
    if mau in [f"{{{ten}}}" for ten in cac_ten]:
        return tu_don[cac_ten[0]]
    chu = mau.format_map({ten: tu_don[ten] or CHO_DIEN for ten in cac_ten})
    return "\n".join(dong for dong in chu.splitlines() if dong not in (CHO_DIEN, NGAN_O.strip()))


class TuDon:
    """What one case says, by name. Names with a prefix of `_nhom` come from one group, read once."""

    def __init__(self, don: DonThu, ngay: date | None):
        self.don = don
        self.ngay = ngay
        self.cau_hinh = CauHinh.hien_hanh()
        self._da_doc: dict[str, dict[str, str]] = {}
        self._nhom: dict[str, Callable[[], dict[str, str]]] = {
            "cc": self._can_cu,
            "vb": self._van_ban,
            "xm": self._xac_minh,
            "bc": self._bang_chung,
            "rut": self._rut,
            "bv": self._bao_ve,
            "ck": self._cong_khai,
            "dung": self._dung,
            "han": self._han,
            "pc": self._phan_cong,
        }
        self._nhom |= {nhom: partial(self._buoi, nhom) for nhom in BUOI_CUA_NHOM}

    def __getitem__(self, ten: str) -> str:
        """The value, "" when the case has none. Raises KeyError for a name that nothing gives."""
        dau = ten.partition("_")[0]
        nhom = dau if dau in self._nhom else "don"
        if nhom not in self._da_doc:
            self._da_doc[nhom] = self._nhom.get(nhom, self._don)()
        return self._da_doc[nhom][ten]

    def _don(self) -> dict[str, str]:
        don, cau_hinh = self.don, self.cau_hinh
        co_quan, chu_quan = ten_trong_cau(cau_hinh.ten_co_quan), ten_trong_cau(cau_hinh.co_quan_chu_quan)
        loai = LoaiDon(don.loai)
        return self._nguoi() | {
            "co_quan": co_quan,
            "chu_quan": chu_quan,
            "chuc_danh": cau_hinh.chuc_danh_dung_dau,
            "chuc_danh_cap_tren": f"Giám đốc {chu_quan}",
            "dia_danh": cau_hinh.dia_danh or CHO_DIEN,
            "dia_chi_co_quan": cau_hinh.dia_chi,
            "ma_don": don.ma,
            "ngay_don": ngay_thang_nam(don.ngay_viet_don),
            "ngay_nhan": ngay_thang_nam(don.ngay_nhan),
            "nhan_so": ngay_vn(don.ngay_nhan),
            "ngay_thu_ly": ngay_thang_nam(don.ngay_thu_ly),
            "hieu_luc_so": ngay_vn(don.ngay_hieu_luc),
            "ngay_lap": ngay_thang_nam(self.ngay),
            "noi_dung": don.tom_tat,
            "yeu_cau": don.yeu_cau,
            "doi_tuong": self._doi_tuong(),
            "loai_hoa": loai.label,
            "loai_thuong": LOAI_THUONG.get(loai, loai.label.lower()),
            "lan": "lần hai" if don.lan == 2 else "lần đầu",
            "co_quan_nhan": don.co_quan_nhan,
            "co_quan_chuyen_den": don.co_quan_chuyen_den,
            "tieu_chi": "\n".join(muc.noi_dung for muc in TIEU_CHI_PHUC_TAP if muc.ma in don.tieu_chi_phuc_tap),
            "ket_qua": KET_LUAN.get(don.ket_qua, ""),
            "noi_dung_ban_hanh": don.noi_dung_ban_hanh,
            "ly_do_khong_thu_ly": don.ly_do_khong_thu_ly,
            "thu_ly_hay_khong": "thụ lý" if self._duoc_thu_ly() else "không thụ lý",
            "ket_qua_xu_ly": self._ket_qua_xu_ly(co_quan),
        }

    def _nguoi(self) -> dict[str, str]:
        """Who wrote: the citizen, or the code of a denouncer and nothing else."""
        don, cong_dan = self.don, self.don.cong_dan
        ma_nguoi = {"ma_nguoi_to_cao": don.ma_nguoi_to_cao, "so_nguoi": so_van(don.so_nguoi)}
        if don.loai == LoaiDon.TO_CAO or cong_dan is None:
            nguoi_gui = f"người tố cáo mang mã {don.ma_nguoi_to_cao}" if don.ma_nguoi_to_cao else ""
            trong = dict.fromkeys(("ten_nguoi", "dia_chi", "giay_to", "ong_ba", "ong_ba_hoa", "ho_so_nguoi"), "")
            return ma_nguoi | trong | {"nguoi_gui": nguoi_gui}
        giay_to = ""
        if cong_dan.so_giay_to:
            giay_to = (
                f"{cong_dan.get_loai_giay_to_display() or 'Giấy tờ'} số {cong_dan.so_giay_to}, cấp "
                f"{ngay_thang_nam(cong_dan.ngay_cap)}, nơi cấp: {cong_dan.noi_cap or CHO_DIEN}"
            )
        phan = (f"Ông/bà {cong_dan.ho_ten}", giay_to, f"địa chỉ: {cong_dan.dia_chi}" if cong_dan.dia_chi else "")
        return ma_nguoi | {
            "ten_nguoi": cong_dan.ho_ten,
            "dia_chi": cong_dan.dia_chi,
            "giay_to": giay_to,
            "ong_ba": f"ông/bà {cong_dan.ho_ten}",
            "ong_ba_hoa": f"Ông/bà {cong_dan.ho_ten}",
            "nguoi_gui": cong_dan.ho_ten,
            "ho_so_nguoi": ", ".join(chu for chu in phan if chu),
        }

    def _doi_tuong(self) -> str:
        """Who is complained of or accused."""
        if self.don.doi_tuong or self.don.loai != LoaiDon.TO_CAO:
            return self.don.doi_tuong
        return ", ".join(_ho_ten_chuc_vu(nguoi) for nguoi in self.don.nguoi_bi_to_cao.all())

    def _duoc_thu_ly(self) -> bool:
        return not (self.don.ngay_khong_thu_ly or self.don.ly_do_khong_thu_ly)

    def _ket_qua_xu_ly(self, co_quan: str) -> str:
        don = self.don
        if don.ngay_khong_thu_ly:
            return f"Không thụ lý, lý do: {don.ly_do_khong_thu_ly}"
        if don.ngay_thu_ly:
            return f"{co_quan} đã thụ lý đơn từ {ngay_thang_nam(don.ngay_thu_ly)} và đang giải quyết theo quy định."
        if don.co_quan_nhan:
            return f"Đơn không thuộc thẩm quyền của {co_quan}; đã chuyển, hướng dẫn đến {don.co_quan_nhan}."
        return ""

    def _can_cu(self) -> dict[str, str]:
        """Grounds: the texts of law in the words of the day of the paper, and documents of the case."""
        luat = trich_dan(self.ngay)
        co_quan = ten_trong_cau(self.cau_hinh.ten_co_quan)
        huong_dan = luat["luat_kn" if self.don.loai == LoaiDon.KHIEU_NAI else "luat_tcd"]
        return {
            **{f"cc_{ten}": f"Căn cứ {chu}" for ten, chu in luat.items()},
            **{f"cc_ten_{ten}": chu for ten, chu in luat.items()},
            "cc_luat_huong_dan": f"Căn cứ {huong_dan}",
            "cc_chuc_nang": f"Căn cứ Quyết định số ………… quy định chức năng, nhiệm vụ, quyền hạn của {co_quan}",
            "cc_thu_ly": f"Căn cứ {self['vb_thu_ly']}",
            "cc_bao_cao": f"Xét {self['vb_bao_cao']}",
            "cc_dung_thi_hanh": f"Căn cứ {self['vb_dung_thi_hanh']}",
            "cc_tam_dinh_chi": f"Căn cứ {self['vb_tam_dinh_chi']}",
        }

    def _van_ban(self) -> dict[str, str]:
        """Documents issued before, each as it is cited; dots for the number of one that is not there."""
        cac_van_ban = list(self.don.van_ban_di.order_by("ngay", "pk"))
        moi_nhat = {van_ban.ma_mau: van_ban for van_ban in cac_van_ban}
        vai = {f"vb_{ten}": self._goi_ten(cac_ma, moi_nhat) for ten, cac_ma in VAN_BAN_TRUOC.items()}
        danh_sach = [f"{_ten_mau(van_ban.ma_mau)} {_so_ngay(van_ban)}" for van_ban in cac_van_ban]
        dau = f"{ngay_thang_nam(self.don.ngay_nhan).capitalize()}: tiếp nhận đơn"
        qua_trinh = [f"{ngay_thang_nam(vb.ngay).capitalize()}: {_ten_mau(vb.ma_mau)}" for vb in cac_van_ban]
        return vai | {"vb_danh_sach": "\n".join(danh_sach), "vb_qua_trinh": "\n".join([dau, *qua_trinh])}

    def _goi_ten(self, cac_ma: tuple[str, ...], moi_nhat: Mapping[str, VanBanDi]) -> str:
        for ma in cac_ma:
            if ma in moi_nhat:
                return f"{GOI_GON.get(ma) or _ten_mau(ma)} {_so_ngay(moi_nhat[ma])}"
        ma = next((ma for ma in cac_ma if self.don.loai in _BANG_LOAI[ma]), cac_ma[0])
        return f"{GOI_GON.get(ma) or _ten_mau(ma)} {SO_TRONG}"

    def _xac_minh(self) -> dict[str, str]:
        """The last team: who, what, from when to when."""
        to = self.don.to_xac_minh.last()
        thanh_vien = list(to.thanh_vien.select_related("nhan_vien__don_vi").order_by("pk")) if to else []
        truong = next((muc.nhan_vien for muc in thanh_vien if muc.vai == VaiTrongTo.TRUONG), None)
        return {
            "xm_noi_dung": to.noi_dung if to else self.don.tom_tat,
            "xm_tu": ngay_thang_nam(to.tu_ngay if to else None),
            "xm_den": ngay_thang_nam(to.den_ngay if to else None),
            "xm_so_ngay": so_van((to.den_ngay - to.tu_ngay).days) if to else "",
            "xm_thanh_vien": "\n".join(
                NGAN_O.join((muc.nhan_vien.ho_ten, _chuc_vu_don_vi(muc.nhan_vien) or CHO_DIEN, muc.get_vai_display()))
                for muc in thanh_vien
            ),
            "xm_nguoi": "\n".join(
                f"{_ho_ten_chuc_vu(muc.nhan_vien)}, {muc.get_vai_display().lower()}" for muc in thanh_vien
            ),
            "xm_truong": truong.ho_ten if truong else "",
            "xm_truong_day_du": f"ông/bà {truong.ho_ten}, Tổ trưởng Tổ xác minh" if truong else "người xác minh",
        }

    def _buoi(self, nhom: str) -> dict[str, str]:
        """The last session of one kind with those who were there."""
        cac_buoi = self.don.buoi_lam_viec.filter(loai=BUOI_CUA_NHOM[nhom]).select_related("nguoi_ghi")
        buoi = cac_buoi.order_by("-ngay", "-pk").first()
        nguoi_du = list(buoi.nguoi_du.all()) if buoi else []
        khieu_nai = [du for du in nguoi_du if "người khiếu nại" in du.tu_cach.casefold()]
        khac = [f"{du.ho_ten}, {du.tu_cach.lower()}" for du in nguoi_du if du not in khieu_nai]
        gia_tri = {
            "gio": f"{buoi.gio:%H} giờ {buoi.gio:%M}" if buoi and buoi.gio else "",
            "ngay": ngay_vn(buoi.ngay) if buoi else "",
            "dia_diem": buoi.dia_diem if buoi else "",
            "chu_tri": buoi.chu_tri if buoi else "",
            "nguoi_ghi": _ho_ten_chuc_vu(buoi.nguoi_ghi) if buoi and buoi.nguoi_ghi else "",
            "nguoi_du": "\n".join(khac if nhom == "dt" else [f"{du.ho_ten}, {du.tu_cach.lower()}" for du in nguoi_du]),
            "thanh_phan": "\n".join(f"{du.ho_ten}, {du.tu_cach.lower()}" for du in nguoi_du),
            "co_mat": khieu_nai[0].get_co_mat_display().lower() if khieu_nai else "",
            "noi_dung": buoi.noi_dung if buoi else "",
            "ket_luan": buoi.ket_luan if buoi else "",
            "ket_qua": buoi.ket_luan or buoi.noi_dung if buoi else "",
        }
        return {f"{nhom}_{ten}": chu for ten, chu in gia_tri.items()}

    def _bang_chung(self) -> dict[str, str]:
        cac_tai_lieu = list(self.don.bang_chung.order_by("ngay", "pk"))
        return {
            "bc_ten": "\n".join(muc.ten for muc in cac_tai_lieu),
            "bc_bang": "\n".join(
                NGAN_O.join((muc.ten, "", str(muc.so_trang or ""), muc.tinh_trang)) for muc in cac_tai_lieu
            ),
            "bc_nguoi_giao": "\n".join(dict.fromkeys(muc.nguoi_giao for muc in cac_tai_lieu)),
        }

    def _rut(self) -> dict[str, str]:
        lan = self.don.lan_rut.last()
        return {
            "rut_noi_dung": f"{lan.get_pham_vi_display()}: {lan.noi_dung}" if lan else "",
            "rut_ngay": ngay_vn(lan.ngay) if lan else "",
            "rut_gio": "",
            "rut_dia_diem": self.cau_hinh.dia_diem_tiep,
        }

    def _bao_ve(self) -> dict[str, str]:
        lan = self.don.bao_ve.last()
        return {
            "bv_noi_dung": lan.noi_dung if lan else "",
            "bv_bien_phap": lan.bien_phap if lan else "",
            "bv_ngay_de_nghi": ngay_thang_nam(lan.ngay_de_nghi if lan else None),
            "bv_ngay_so": ngay_vn(lan.ngay_de_nghi) if lan else "",
        }

    def _cong_khai(self) -> dict[str, str]:
        lan = self.don.lan_cong_khai.last()
        den = f" đến hết {ngay_thang_nam(lan.den_ngay)}" if lan and lan.den_ngay else ""
        return {
            "ck_ngay": ngay_vn(lan.tu_ngay) if lan else "",
            "ck_gio": "",
            "ck_dia_diem": lan.noi if lan else self.cau_hinh.dia_diem_tiep,
            "ck_thoi_gian": f"từ {ngay_thang_nam(lan.tu_ngay)}{den}" if lan else "",
        }

    def _dung(self) -> dict[str, str]:
        """Tạm đình chỉ or đình chỉ: which, and why."""
        don = self.don
        dang_mo = don.tam_dinh_chi.filter(den_ngay=None, giam_dinh=False).first()
        dinh_chi = RUT_TOAN_BO if don.da_rut_het else ""
        if don.ngay_dinh_chi:
            dinh_chi = don.lich_su.filter(buoc=Buoc.DINH_CHI).values_list("ghi_chu", flat=True).last() or dinh_chi
        het = bool(don.ngay_dinh_chi or don.da_rut_het)
        tam_dinh_chi = dang_mo.ly_do if dang_mo else ""
        return {
            "dung_viec": "đình chỉ" if het else "tạm đình chỉ",
            "dung_viec_hoa": "Đình chỉ" if het else "Tạm đình chỉ",
            "dung_ly_do": dinh_chi if het else tam_dinh_chi,
            "dung_tam": tam_dinh_chi,
            "dung_han": dinh_chi,
        }

    def _han(self) -> dict[str, str]:
        """The term of resolution and what is late."""
        cac_han = list(self.don.han_viec.order_by("pk"))
        giai_quyet = next((han for han in reversed(cac_han) if han.viec in HAN_DUNG_DUOC), None)
        dang_mo = [han for han in cac_han if han.ngay_xong is None and han.viec in HAN_CHINH]
        thoi_han = self._thoi_han(giai_quyet)
        thu_ly = (
            f"{self['chuc_danh']} {self['co_quan']} thụ lý giải quyết tố cáo nêu trên. Thời hạn giải quyết: {thoi_han}."
        )
        return {
            "han_giai_quyet": thoi_han,
            "han_hay_ly_do": thu_ly if self._duoc_thu_ly() else f"Không thụ lý, lý do: {self.don.ly_do_khong_thu_ly}",
            "han_gia_han": so_van(giai_quyet.gia_han) if giai_quyet and giai_quyet.gia_han else "",
            "han_cham": "\n".join(f"{han.get_viec_display()}: hạn {ngay_thang_nam(han.han)}" for han in dang_mo),
        }

    def _thoi_han(self, han: HanViec | None) -> str:
        """Of the running clock; before it runs, what the law of today gives."""
        if han:
            dong, tu = dong_thoi_han(han.viec, han.tu_ngay), ngay_thang_nam(han.tu_ngay)
            return f"{(han.so_ngay or dong.so) + han.gia_han} {dong.don_vi.label}, kể từ {tu}"
        don = self.don
        if don.loai not in LOAI_CO_LAN_HAI:
            return ""
        viec = Viec.GIAI_QUYET_TC
        if don.loai == LoaiDon.KHIEU_NAI:
            theo_vung = Viec.GIAI_QUYET_KN_LAN_DAU_VUNG_SAU if don.vung_sau else Viec.GIAI_QUYET_KN_LAN_DAU
            viec = Viec.GIAI_QUYET_KN_KY_LUAT if don.ky_luat else theo_vung
        dong = cac_dong(viec)[-1]
        return f"{dong.so} {dong.don_vi.label}, kể từ ngày thụ lý"

    def _phan_cong(self) -> dict[str, str]:
        """The unit that holds the case, and what it reported last."""
        co_bao_cao = self.don.phan_cong.exclude(bao_cao="").order_by("ngay_bao_cao", "pk")
        return {
            "pc_don_vi": self.don.don_vi.ten if self.don.don_vi_id else "",
            "pc_bao_cao": co_bao_cao.values_list("bao_cao", flat=True).last() or "",
        }


_BANG_LOAI = {van_ban.ma: van_ban.loai for van_ban in CAC_VAN_BAN}
_BANG_TEN = {van_ban.ma: van_ban.ten for van_ban in CAC_VAN_BAN}


def _ten_mau(ma: str) -> str:
    return _BANG_TEN.get(ma, ma)


def _so_ngay(van_ban: VanBanDi) -> str:
    so = f"số {van_ban.so_ky_hieu} " if van_ban.so_ky_hieu else ""
    return f"{so}{ngay_thang_nam(van_ban.ngay)}"


def _chuc_vu_don_vi(nguoi: NhanVien) -> str:
    return ", ".join(chu for chu in (nguoi.chuc_vu, nguoi.don_vi.ten if nguoi.don_vi_id else "") if chu)


def _ho_ten_chuc_vu(nguoi: NhanVien) -> str:
    return f"Ông/bà {nguoi.ho_ten}" + (f", {nguoi.chuc_vu}" if nguoi.chuc_vu else "")
