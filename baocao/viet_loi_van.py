"""Writing the report: what the numbers of the six forms say, in administrative Vietnamese.

A sentence is written only when there is something to say: what did not happen is one "không phát sinh", never a row of
zeros. Knows no model.
"""

from collections.abc import Iterable

from baocao.bieu_mau import GiaTri
from baocao.loi_van import DE_CUONG
from baocao.so_sanh import BaKy, BienDong
from tochuc.dinh_dang import ngay_vn, phan_tram, so_van, so_vn

TIEP, DON, KN, TC, THI_HANH, QUAN_LY = "01/TCD", "02/XLD", "03/GQKN", "04/GQTC", "05/KQTH", "06/QLKNTC"
# Money and land of a form: (money column, land column), words.
THU_HOI, TRA_LAI = "thu hồi cho Nhà nước", "trả lại cho tổ chức, cá nhân"


def viet_bao_cao(ba_ky: BaKy) -> dict[str, str]:
    """Write the text below each heading, paragraphs with an empty line between them."""
    viet = _NguoiViet(ba_ky).viet()
    return {muc.khoa: "\n\n".join(viet.get(muc.khoa, ())) for muc in DE_CUONG if muc.co_van}


class _NguoiViet:
    def __init__(self, ba_ky: BaKy):
        self.ba_ky, self.ky, self.bieu = ba_ky, ba_ky.ky, ba_ky.nay.bieu

    def viet(self) -> dict[str, tuple[str, ...]]:
        """Paragraphs by heading; where no number says anything, none."""
        return {
            "I.1.a": self._tinh_hinh("khiếu nại", 6, LINH_VUC_KN),
            "I.1.b": self._tinh_hinh("tố cáo", 12, LINH_VUC_TC),
            "I.2": self._nguyen_nhan(),
            "II.1": self._tiep_dan(),
            "II.2": self._xu_ly_don(),
            "II.3.a": self._giai_quyet(KN, "khiếu nại", "quyết định giải quyết"),
            "II.3.b": self._giai_quyet(TC, "tố cáo", "kết luận nội dung tố cáo"),
            "II.4": self._thi_hanh(),
            "II.6": self._quan_ly(),
            "III.1": self._uu_diem(),
            "III.2": self._han_che(),
            "V": self._phuong_huong(),
        }

    # --- Words -------------------------------------------------------------------------------------------------------

    def so(self, bieu: str, cot: int) -> GiaTri:
        return self.bieu[bieu][cot]

    def ma(self, bieu: str, cot: int) -> str:
        """The figure with its cell."""
        return f"{so_van(self.so(bieu, cot))}{{{bieu}:{cot}}}"

    def liet_ke(self, bieu: str, cac_cot: Iterable[tuple[int, str]], tong: int | None = None) -> str:
        """What is not zero, in one enumeration: "01 đơn về đất đai (chiếm 25,00%), …"."""
        muc = []
        for cot, chu in cac_cot:
            if gia_tri := self.so(bieu, cot):
                ty_le = f" (chiếm {phan_tram(gia_tri, self.so(bieu, tong))})" if tong else ""
                muc.append(f"{self.ma(bieu, cot)} {chu}{ty_le}")
        return ", ".join(muc)

    def so_voi_cung_ky(self, bieu: str, cot: int, don_vi: str) -> str:
        """ ", tăng 03 đơn (25,00%) so với cùng kỳ năm 2025"."""
        bien_dong = BienDong(self.so(bieu, cot), self.ba_ky.cung_ky.bieu[bieu][cot])
        moc = f"cùng kỳ năm {self.ky.nam - 1}"
        if not bien_dong.hieu:
            return f", bằng {moc}"
        chieu = "tăng" if bien_dong.hieu > 0 else "giảm"
        ty_le = phan_tram(abs(bien_dong.hieu), bien_dong.truoc)
        return f", {chieu} {so_van(abs(bien_dong.hieu))} {don_vi}{f' ({ty_le})' if ty_le else ''} so với {moc}"

    # --- Sections ----------------------------------------------------------------------------------------------------

    def _tinh_hinh(self, ten: str, cot: int, linh_vuc: Iterable[tuple[int, str]]) -> tuple[str, ...]:
        if not self.so(DON, cot):
            return (f"Trong kỳ không phát sinh đơn {ten} thuộc thẩm quyền{self.so_voi_cung_ky(DON, cot, 'đơn')}.",)
        return (
            f"Trong kỳ, Trung tâm xử lý {self.ma(DON, cot)} đơn {ten} thuộc thẩm quyền"
            f"{self.so_voi_cung_ky(DON, cot, 'đơn')}.",
            f"Phân theo lĩnh vực: {self.liet_ke(DON, linh_vuc, cot)}.",
        )

    def _nguyen_nhan(self) -> tuple[str, ...]:
        """The field that grew most, as a start for who knows why."""
        tang = [
            (self.so(DON, cot) - self.ba_ky.cung_ky.bieu[DON][cot], f"{loai} {chu.removeprefix('đơn ')}")
            for loai, cac_cot in (
                ("khiếu nại", LINH_VUC_KN),
                ("tố cáo", LINH_VUC_TC),
                ("kiến nghị, phản ánh", LINH_VUC_PA),
            )
            for cot, chu in cac_cot
        ]
        hieu, ten = max(tang)
        if hieu <= 0:
            return ()
        return (f"So với cùng kỳ năm {self.ky.nam - 1}, đơn {ten} tăng nhiều nhất ({so_van(hieu)} đơn).",)

    def _tiep_dan(self) -> tuple[str, ...]:
        if not self.so(TIEP, 1):
            return ("Trong kỳ không phát sinh lượt tiếp công dân.", *self._ngay_tiep())
        cau = [
            f"Trong kỳ, Trung tâm đã tiếp {self.ma(TIEP, 1)} lượt với {self.ma(TIEP, 2)} người, "
            f"về {self.ma(TIEP, 3)} vụ việc{self.so_voi_cung_ky(TIEP, 1, 'lượt')}."
        ]
        if self.so(TIEP, 4):
            cau.append(f"Trong đó có {self.ma(TIEP, 4)} đoàn đông người.")
        if self.so(TIEP, 5):
            cau.append(
                f"Tiếp thường xuyên: {self.ma(TIEP, 5)} lượt, {self.ma(TIEP, 6)} người, {self.ma(TIEP, 7)} vụ việc"
                f"{self._doan_dong(8, 9)}."
            )
        return (" ".join(cau), *self._ngay_tiep())

    def _doan_dong(self, doan: int, nguoi: int) -> str:
        return (
            f", có {self.ma(TIEP, doan)} đoàn đông người với {self.ma(TIEP, nguoi)} người"
            if self.so(TIEP, doan)
            else ""
        )

    def _ngay_tiep(self) -> tuple[str, ...]:
        """The head's own days beside what the law asks, one a month (Đ10.2 NĐ 154/2026)."""
        phai = len(self.ky.cac_quy()) * 3
        cau = [
            f"Người đứng đầu trực tiếp tiếp công dân {self.ma(TIEP, 10)} ngày "
            f"(yêu cầu ít nhất {so_van(phai)} ngày trong kỳ){self._luot(11, 12, 13)}{self._doan_dong(14, 15)}."
        ]
        if self.so(TIEP, 16):
            cau.append(f"Ủy quyền tiếp {self.ma(TIEP, 16)} ngày{self._luot(17, 18, 19)}{self._doan_dong(20, 21)}.")
        return tuple(cau)

    def _luot(self, luot: int, nguoi: int, vu: int) -> str:
        if not self.so(TIEP, luot):
            return ", không có công dân đến"
        return f", tiếp {self.ma(TIEP, luot)} lượt, {self.ma(TIEP, nguoi)} người, {self.ma(TIEP, vu)} vụ việc"

    def _xu_ly_don(self) -> tuple[str, ...]:
        if not self.so(DON, 1):
            return ("Trong kỳ không phát sinh đơn.",)
        khong_du = self.so(DON, 2) - self.so(DON, 3)
        cau = [
            f"Tổng số đơn {self.ma(DON, 1)} đơn (gồm đơn kỳ trước chuyển sang){self.so_voi_cung_ky(DON, 1, 'đơn')}; "
            f"đã xử lý {self.ma(DON, 2)} đơn, đạt {phan_tram(self.so(DON, 2), self.so(DON, 1))}. "
            f"Đơn đủ điều kiện xử lý {self.ma(DON, 3)} đơn"
            + (f"; không đủ điều kiện, lưu đơn {so_van(khong_du)} đơn." if khong_du else ".")
        ]
        if self.so(DON, 4):
            cau.append(
                f"Thuộc thẩm quyền {self.ma(DON, 4)} đơn, {self.ma(DON, 5)} vụ việc, gồm: "
                f"{self.liet_ke(DON, ((6, 'đơn khiếu nại'), (12, 'đơn tố cáo'), (19, 'đơn kiến nghị, phản ánh')))}."
            )
            if self.so(DON, 8) or self.so(DON, 14):
                cau.append(f"Trong đó {self.liet_ke(DON, ((8, 'đơn khiếu nại lần hai'), (14, 'đơn tố cáo tiếp')))}.")
        if self.so(DON, 23):
            cau.append(f"Không thuộc thẩm quyền {self.ma(DON, 23)} đơn: {self.liet_ke(DON, NGOAI_THAM_QUYEN)}.")
        return tuple(cau)

    def _giai_quyet(self, bieu: str, ten: str, van_ban: str) -> tuple[str, ...]:
        if not self.so(bieu, 1) and not self.so(bieu, 7):
            return (f"Trong kỳ không phát sinh vụ việc {ten} thuộc thẩm quyền.",)
        cau = []
        if self.so(bieu, 1):
            trang_thai = self.liet_ke(
                bieu,
                (
                    (4, "vụ việc đã thụ lý giải quyết"),
                    (3, "vụ việc đang xem xét điều kiện thụ lý"),
                    (5, "vụ việc không thụ lý"),
                    (6, "vụ việc rút đơn, đình chỉ giải quyết"),
                ),
            )
            cau.append(f"Thuộc thẩm quyền {self.ma(bieu, 1)} đơn, {self.ma(bieu, 2)} vụ việc: {trang_thai}.")
        if self.so(bieu, 7):
            cau.append(f"Đã ban hành {self.ma(bieu, 7)} {van_ban}: {self.liet_ke(bieu, KET_QUA_VAN[bieu])}.")
            cau += self._tien_dat(bieu)
        return tuple(cau)

    def _tien_dat(self, bieu: str) -> list[str]:
        dau = 13 if bieu == KN else 14
        muc = [
            f"{chu} {_tien(self, bieu, tien, dat)}"
            for chu, tien, dat in ((THU_HOI, dau, dau + 1), (TRA_LAI, dau + 2, dau + 3))
            if self.so(bieu, tien) or self.so(bieu, dat)
        ]
        if kien_nghi := self.liet_ke(bieu, KIEN_NGHI_VAN[bieu]):
            muc.append(f"kiến nghị xử lý {kien_nghi}")
        return [f"Qua giải quyết: {'; '.join(muc)}."] if muc else []

    def _thi_hanh(self) -> tuple[str, ...]:
        cau = []
        for cot, ten, chu in PHAI_LAM:
            if not self.so(THI_HANH, cot):
                cau.append(f"Trong kỳ không có {ten} phải {chu}.")
                continue
            ty_le = phan_tram(self.so(THI_HANH, cot + 1), self.so(THI_HANH, cot))
            muc = [
                f"Phải {chu} {self.ma(THI_HANH, cot)} {ten}; đã {chu} xong {self.ma(THI_HANH, cot + 1)}, đạt {ty_le}"
            ]
            muc += [
                f"{viec} {_tien(self, THI_HANH, cot + lech, cot + lech + 1)}"
                for viec, lech in (("phải thu", 2), ("đã thu", 4), ("phải trả", 6), ("đã trả", 8))
                if self.so(THI_HANH, cot + lech) or self.so(THI_HANH, cot + lech + 1)
            ]
            if xu_ly := self.liet_ke(THI_HANH, XU_LY_VAN[cot]):
                muc.append(xu_ly)
            cau.append("; ".join(muc) + ".")
        return tuple(cau)

    def _quan_ly(self) -> tuple[str, ...]:
        cau = []
        if van_ban := self.liet_ke(QUAN_LY, VAN_BAN_QUAN_LY):
            cau.append(f"Về chỉ đạo, điều hành: {van_ban}.")
        if self.so(QUAN_LY, 4):
            cau.append(
                f"Tổ chức {self.ma(QUAN_LY, 4)} lớp tập huấn, tuyên truyền pháp luật với {self.ma(QUAN_LY, 5)} người."
            )
        if self.so(QUAN_LY, 6):
            cau.append(
                f"Thanh tra trách nhiệm {self.ma(QUAN_LY, 6)} cuộc tại {self.ma(QUAN_LY, 7)} đơn vị; "
                f"đã ban hành kết luận {self.ma(QUAN_LY, 8)} cuộc."
            )
        return tuple(cau) or ("Trong kỳ không phát sinh văn bản chỉ đạo, lớp tập huấn, cuộc thanh tra trách nhiệm.",)

    def _uu_diem(self) -> tuple[str, ...]:
        """The ratios of the outline; no percentage on nothing."""
        muc = [
            f"{ten} {phan_tram(tu, mau)} ({so_vn(tu)}/{so_vn(mau)})"
            for ten, tu, mau in (
                ("tỷ lệ đơn đã xử lý", self.so(DON, 2), self.so(DON, 1)),
                ("tỷ lệ khiếu nại đã giải quyết", self.so(KN, 7) + self.so(KN, 6), self.so(KN, 2)),
                ("tỷ lệ tố cáo đã giải quyết", self.so(TC, 7) + self.so(TC, 6), self.so(TC, 2)),
                ("tỷ lệ thi hành quyết định", self.so(THI_HANH, 2), self.so(THI_HANH, 1)),
                ("tỷ lệ thực hiện kết luận", self.so(THI_HANH, 17), self.so(THI_HANH, 16)),
            )
            if mau
        ]
        return (f"Kết quả trong kỳ: {'; '.join(muc)}.",) if muc else ()

    def _han_che(self) -> tuple[str, ...]:
        phai = len(self.ky.cac_quy()) * 3
        cau = []
        if chua := self.so(DON, 1) - self.so(DON, 2):
            cau.append(f"Còn {so_van(chua)} đơn chưa xử lý xong đến hết ngày {ngay_vn(self.ky.den_ngay)}.")
        if self.so(TIEP, 10) < phai:
            cau.append(
                f"Người đứng đầu mới trực tiếp tiếp công dân {self.ma(TIEP, 10)} ngày, chưa đủ {so_van(phai)} ngày "
                "theo khoản 2 Điều 10 Nghị định số 154/2026/NĐ-CP."
            )
        for cot, ten, chu in PHAI_LAM:
            if con := self.so(THI_HANH, cot) - self.so(THI_HANH, cot + 1):
                cau.append(f"Còn {so_van(con)} {ten} chưa {chu} xong.")
        return tuple(cau)

    def _phuong_huong(self) -> tuple[str, ...]:
        dang = self.so(DON, 1) - self.so(DON, 2)
        viec = ["Duy trì việc tiếp công dân thường xuyên và định kỳ theo lịch đã công bố."]
        if dang:
            viec.append(f"Xử lý xong {so_van(dang)} đơn chuyển sang kỳ sau, trong thời hạn luật định.")
        if self.so(KN, 4) or self.so(TC, 4):
            viec.append("Giải quyết đúng hạn các vụ việc đã thụ lý; đối thoại, công khai và thi hành theo quy định.")
        return tuple(viec)


def _tien(viet: _NguoiViet, bieu: str, tien: int, dat: int) -> str:
    muc = [(tien, "triệu đồng"), (dat, "m²")]
    return " và ".join(f"{viet.ma(bieu, cot)} {chu}" for cot, chu in muc if viet.so(bieu, cot))


LINH_VUC_KN = ((9, "đơn về đất đai"), (10, "đơn về chế độ, chính sách"), (11, "đơn về lĩnh vực khác"))
LINH_VUC_TC = (
    (15, "đơn về hành chính"),
    (16, "đơn về tham nhũng"),
    (17, "đơn về tư pháp"),
    (18, "đơn về lĩnh vực khác"),
)
LINH_VUC_PA = ((20, "đơn về chế độ, chính sách"), (21, "đơn về đất đai"), (22, "đơn về lĩnh vực khác"))
LINH_VUC = (("khiếu nại", LINH_VUC_KN), ("tố cáo", LINH_VUC_TC), ("kiến nghị, phản ánh", LINH_VUC_PA))
NGOAI_THAM_QUYEN = ((24, "đơn đã hướng dẫn"), (25, "đơn đã chuyển cơ quan có thẩm quyền"))
VAN_BAN_QUAN_LY = ((1, "văn bản mới"), (2, "văn bản sửa đổi, bổ sung"), (3, "văn bản hủy bỏ"))
PHAI_LAM = (
    (1, "quyết định giải quyết khiếu nại", "thi hành"),
    (16, "kết luận nội dung tố cáo", "thực hiện"),
)
KET_QUA_VAN = {
    KN: (
        (8, "khiếu nại đúng"),
        (9, "khiếu nại sai"),
        (10, "khiếu nại đúng một phần"),
        (11, "công nhận kết quả lần đầu"),
        (12, "hủy, sửa kết quả lần đầu"),
    ),
    TC: (
        (8, "tố cáo đúng"),
        (9, "tố cáo sai"),
        (10, "tố cáo có đúng có sai"),
        (11, "tố cáo tiếp đúng"),
        (12, "tố cáo tiếp sai"),
        (13, "tố cáo tiếp có đúng có sai"),
    ),
}
KIEN_NGHI_VAN = {
    KN: ((19, "người"), (21, "vụ chuyển cơ quan điều tra")),
    TC: ((20, "tổ chức"), (21, "cá nhân"), (23, "vụ chuyển cơ quan điều tra")),
}
XU_LY_VAN = {
    1: ((11, "người đã bị xử lý hành chính"), (13, "vụ đã khởi tố")),
    16: ((26, "tổ chức đã bị xử lý hành chính"), (27, "cá nhân đã bị xử lý hành chính"), (29, "vụ đã khởi tố")),
}
