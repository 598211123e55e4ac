"""Points that the schedule of the year shows."""

from django.urls import reverse

from baocao.san_sang.bang import BoiCanh, DuongDan, KetQua, chua_dat, dat, gop, sap_han
from donthu.thoi_han import tinh
from donthu.viec import Viec
from tiepdan.hinh_thuc import LoaiLich, NguoiTiep
from tochuc.dinh_dang import so_van, thu_ngay
from tochuc.vai_tro import Quyen

BAO_TRUOC_NGAY = 14
MOI_THANG = range(1, 13)


def _xem_lich(boi_canh: BoiCanh) -> DuongDan:
    nam = boi_canh.hom_nay.year
    return DuongDan(f"Lịch tiếp năm {nam}", reverse("tiepdan:lich_tiep", query={"nam": nam}))


def _sua_lich(boi_canh: BoiCanh, nhan: str) -> DuongDan:
    return DuongDan(nhan, _xem_lich(boi_canh).dia_chi, Quyen.LICH_TIEP)


def _lap_lich(boi_canh: BoiCanh) -> DuongDan:
    nam = boi_canh.hom_nay.year
    return DuongDan("Lập lịch còn thiếu", reverse("tiepdan:tao_lich", query={"nam": nam}), Quyen.LICH_TIEP)


def lich_co_ten(boi_canh: BoiCanh) -> KetQua:
    """Every day of the year that stands names somebody."""
    cac_buoi, nam = boi_canh.lich_tiep, boi_canh.hom_nay.year
    if not cac_buoi:
        return chua_dat(f"Năm {nam} chưa có lịch tiếp công dân.", _lap_lich(boi_canh))
    thieu = sum(buoi.can_bo_id is None for buoi in cac_buoi)
    cau = f"Lịch năm {nam} có {so_van(len(cac_buoi))} buổi"
    if thieu:
        return chua_dat(
            f"{cau}, {so_van(thieu)} buổi chưa ghi tên người tiếp.",
            _sua_lich(boi_canh, "Ghi tên người tiếp"),
            _xem_lich(boi_canh),
        )
    return dat(f"{cau}, buổi nào cũng có tên người tiếp.", _xem_lich(boi_canh))


def cong_bo_som(boi_canh: BoiCanh) -> KetQua:
    """Regular days announced in time. Nobody can announce an urgent one five days ahead (Đ10.3 NĐ 154/2026)."""
    dinh_ky = [
        (buoi, tinh(Viec.CONG_BO_LICH_TIEP, buoi.ngay, boi_canh.lich).han)
        for buoi in boi_canh.lich_tiep
        if buoi.loai == LoaiLich.DINH_KY
    ]
    if not dinh_ky:
        return chua_dat("Chưa có buổi tiếp định kỳ nào trong năm.", _lap_lich(boi_canh))
    kip = [buoi for buoi, han in dinh_ky if buoi.da_cong_bo and not (buoi.ngay_cong_bo and buoi.ngay_cong_bo > han)]
    muon = sum(buoi.da_cong_bo for buoi, _ in dinh_ky) - len(kip)
    cho = [han for buoi, han in dinh_ky if not buoi.da_cong_bo]
    qua_han = [han for han in cho if han < boi_canh.hom_nay]
    phan = [
        dat(
            f"{so_van(len(kip))} trên {so_van(len(dinh_ky))} buổi định kỳ trong năm đã công bố kịp.",
            _xem_lich(boi_canh),
        )
    ]
    nut = _sua_lich(boi_canh, "Công bố lịch")
    if muon:
        phan.append(chua_dat(f"{so_van(muon)} buổi công bố muộn."))
    if qua_han:
        phan.append(chua_dat(f"{so_van(len(qua_han))} buổi đã qua hạn mà chưa công bố.", nut))
    elif cho and (min(cho) - boi_canh.hom_nay).days <= BAO_TRUOC_NGAY:
        phan.append(sap_han(f"Buổi kế tiếp phải công bố chậm nhất {thu_ngay(min(cho))}.", nut))
    return gop(phan)


def thu_truong_tiep(boi_canh: BoiCanh) -> KetQua:
    """One announced day a month of the head himself; a day of his deputy does not count (Đ10.2 NĐ 154/2026)."""
    chuc_danh, thang_nay = boi_canh.cau_hinh.chuc_danh_dung_dau, boi_canh.hom_nay.month
    cong_bo = [buoi for buoi in boi_canh.lich_tiep if buoi.da_cong_bo and buoi.loai != LoaiLich.THUONG_XUYEN]
    truc_tiep = {buoi.ngay.month for buoi in cong_bo if buoi.nguoi_tiep == NguoiTiep.THU_TRUONG}
    chi_uy_quyen = {buoi.ngay.month for buoi in cong_bo} - truc_tiep
    thieu = [thang for thang in MOI_THANG if thang < thang_nay and thang not in truc_tiep]
    phan = [dat(f"{len(truc_tiep)}/12 tháng đã công bố ngày {chuc_danh} trực tiếp tiếp.", _xem_lich(boi_canh))]
    if chi_uy_quyen:
        phan.append(dat(f"{so_van(len(chi_uy_quyen))} tháng chỉ có ngày ủy quyền, không tính cho {chuc_danh}."))
    if thieu:
        phan.append(chua_dat(f"Thiếu tháng {', '.join(map(str, thieu))}."))
    if thang_nay not in truc_tiep:
        phan.append(sap_han(f"Tháng {thang_nay} chưa công bố ngày {chuc_danh} tiếp.", _lap_lich(boi_canh)))
    return gop(phan)
