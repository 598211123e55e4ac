"""What is worth a warning at reception, and never stops anybody."""

from datetime import date

from donthu.models import CongDan
from donthu.thoi_han import Viec, tinh
from tiepdan.actions.nguoi_den import TRUONG_DANH_TINH, khac_nhau
from tiepdan.hinh_thuc import HinhThuc, LoaiLich, NguoiTiep
from tiepdan.models import LichTiep, LuotTiep
from tochuc.dinh_dang import ngay_vn, thu_ngay
from tochuc.lich import Lich

UY_QUYEN = (
    "Buổi tiếp theo ủy quyền không tính vào số ngày tiếp của người đứng đầu, ít nhất 01 ngày mỗi tháng "
    "(Điều 10.2 Nghị định 154/2026/NĐ-CP)."
)


def canh_bao_luot(luot: LuotTiep) -> list[str]:
    """Sentences on a visit as it was written."""
    cau = []
    if luot.nguoi_tiep == NguoiTiep.UY_QUYEN:
        cau.append(UY_QUYEN)
    if luot.dong_nguoi:
        cau.append(
            f"Đoàn đông người ({luot.so_nguoi} người): cử 01 hoặc 02 người đại diện, trên 10 người thì tối đa 05; "
            "người đứng đầu trực tiếp hoặc cử đại diện tiếp (Điều 29, 30 Luật Tiếp công dân)."
        )
        if luot.so_dai_dien is None:
            cau.append("Chưa ghi số người đại diện; việc cử người đại diện phải bằng văn bản có chữ ký của mọi người.")
    if luot.ve_to_cao and luot.hinh_thuc == HinhThuc.TRUC_TUYEN:
        cau.append(
            "Chỉ tiếp trực tuyến về tố cáo khi người tố cáo không yêu cầu giữ bí mật danh tính "
            "(Điều 20 Nghị định 154/2026/NĐ-CP)."
        )
    if luot.cong_dan and not luot.ve_to_cao:
        cau += _ve_nguoi_den(luot.cong_dan)
    return cau


def _ve_nguoi_den(cong_dan: CongDan) -> list[str]:
    if not cong_dan.so_giay_to:
        return ["Chưa ghi số giấy tờ tùy thân của người đến (Điều 12.1 Nghị định 154/2026/NĐ-CP)."]
    truoc = CongDan.objects.filter(so_giay_to_bam=cong_dan.so_giay_to_bam, pk__lt=cong_dan.pk).order_by("-pk").first()
    khac = [ten for ten in khac_nhau(truoc, cong_dan) if getattr(truoc, ten)] if truoc else []
    cac_muc = [
        f"{CongDan._meta.get_field(ten).verbose_name} (lần trước: {_chu(getattr(truoc, ten))})"
        for ten in TRUONG_DANH_TINH
        if ten in khac
    ]
    if not cac_muc:
        return []
    return [f"Khác với lần ghi trước của cùng số giấy tờ: {'; '.join(cac_muc)}. Hồ sơ cũ được giữ nguyên."]


def _chu(gia_tri) -> str:
    return ngay_vn(gia_tri) if isinstance(gia_tri, date) else str(gia_tri)


def canh_bao_lich(dong: LichTiep, lich: Lich, hom_nay: date) -> list[str]:
    """Sentences on a day of the schedule: announced late (Đ24.4 Luật TCD), nobody named, delegated."""
    cau = []
    if dong.loai == LoaiLich.DINH_KY:  # nobody can announce an urgent reception five days ahead (Đ10.3 NĐ 154/2026)
        han = tinh(Viec.CONG_BO_LICH_TIEP, dong.ngay, lich).han
        if dong.da_cong_bo and dong.ngay_cong_bo and dong.ngay_cong_bo > han:
            cau.append(f"Công bố ngày {ngay_vn(dong.ngay_cong_bo)}, muộn hơn {_han_cong_bo(han)}.")
        elif not dong.da_cong_bo and hom_nay <= dong.ngay:
            if hom_nay > han:
                cau.append(f"Chưa công bố, đã qua {_han_cong_bo(han)}.")
            elif (han - hom_nay).days <= 14:
                cau.append(f"Phải công bố chậm nhất {thu_ngay(han)} (Điều 24.4 Luật Tiếp công dân).")
    cau += _ve_truc_tuyen(dong, lich, hom_nay)
    if dong.can_bo_id is None:
        cau.append("Chưa ghi rõ họ tên người tiếp.")
    if dong.nguoi_tiep == NguoiTiep.UY_QUYEN:
        cau.append(UY_QUYEN)
    return cau


def _ve_truc_tuyen(dong: LichTiep, lich: Lich, hom_nay: date) -> list[str]:
    """An online day: invited 5 and tried 1 working day before at the latest (Đ23.1 NĐ 154/2026)."""
    if dong.hinh_thuc != HinhThuc.TRUC_TUYEN:
        return []
    cau = []
    for viec, da_lam, ten in (
        (Viec.BAO_TIEP_TRUC_TUYEN, dong.ngay_bao, "thông báo cho công dân và các điểm cầu"),
        (Viec.THU_KET_NOI, dong.ngay_thu, "thử kết nối"),
    ):
        han = tinh(viec, dong.ngay, lich).han
        if da_lam is None and hom_nay <= dong.ngay:
            cau.append(f"Phải {ten} chậm nhất {thu_ngay(han)} (Điều 23.1 Nghị định 154/2026/NĐ-CP).")
        elif da_lam and da_lam > han:
            cau.append(f"Đã {ten} ngày {ngay_vn(da_lam)}, muộn hơn {thu_ngay(han)}.")
    return cau


def _han_cong_bo(han: date) -> str:
    return f"hạn {thu_ngay(han)}: ít nhất 05 ngày làm việc trước ngày tiếp (Điều 24.4 Luật Tiếp công dân)"


def canh_bao_nam(cac_dong: list[LichTiep], lich: Lich, nam: int) -> list[str]:
    """Sentences on a year of the schedule: calendar unknown or unconfirmed, months without the head's day."""
    cau = []
    if lich.nam_chua_nhap(date(nam, 1, 1), date(nam, 12, 31)):
        cau.append(f"Chưa nhập ngày nghỉ của năm {nam}: ngày tiếp có thể trùng ngày nghỉ.")
    chua_xac_nhan = {ngay for ngay, _ in lich.chua_xac_nhan_giua(date(nam - 1, 12, 31), date(nam, 12, 31))}
    cau += [
        f"{_viet_hoa(thu_ngay(dong.ngay))} có thể là ngày nghỉ (chưa xác nhận), xem lại khi có lịch chính thức."
        for dong in cac_dong
        if not dong.da_huy and dong.ngay in chua_xac_nhan
    ]
    co_lich = {dong.ngay.month for dong in cac_dong if not dong.da_huy and dong.nguoi_tiep == NguoiTiep.THU_TRUONG}
    if cac_dong and (thieu := [str(thang) for thang in range(1, 13) if thang not in co_lich]):
        cau.append(
            f"Tháng {', '.join(thieu)} chưa có ngày tiếp của người đứng đầu; mỗi tháng ít nhất 01 ngày "
            "(Điều 10.2 Nghị định 154/2026/NĐ-CP)."
        )
    return cau


def _viet_hoa(cau: str) -> str:
    return cau[:1].upper() + cau[1:]
