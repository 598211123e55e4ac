"""The schedule of reception days: made, published, postponed, cancelled (Đ24 Luật TCD; Đ9-11 NĐ 154/2026)."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, time
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from donthu.thoi_han import Viec
from tiepdan.actions.han_lich import dat_han_lich, dong_han_lich
from tiepdan.actions.loi_phieu import LoiPhieu, kiem_tra_dong
from tiepdan.hinh_thuc import HinhThuc, LoaiLich, NguoiTiep
from tiepdan.models import LichTiep
from tochuc.dinh_dang import ngay_vn
from tochuc.lich import Lich
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, NgayNghi, NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.vai_tro import Quyen

NAM_DAU, NAM_CUOI = 2014, 2100  # Luật TCD took effect in 2014
NGAY_MUON_NHAT = 20  # a rule later in the month could be pushed by Tết into the next one
TRUONG_SUA = ("can_bo", "gio_tu", "gio_den", "dia_diem", "hinh_thuc", "diem_cau", "thanh_phan", "noi_dung")
DOI_TUONG_NHAT_KY = "Lịch tiếp công dân"


def tao_lich_nam(nam: int, *, nguoi: NhanVien, ngay_trong_thang: int = 15, **chi_tiet: Any) -> list[LichTiep]:
    """Make the head's periodic day of each month of `nam` that has none: the day of the rule, or the next working day.

    `chi_tiet`: can_bo, gio_tu, gio_den, dia_diem, thanh_phan, noi_dung. At least one day a month (Đ10.2 NĐ 154/2026).
    """
    _can_lich_tiep(nguoi)
    loi = {}
    if not NAM_DAU <= nam <= NAM_CUOI:
        loi["nam"] = f"Năm từ {NAM_DAU} đến {NAM_CUOI}."
    if not 1 <= ngay_trong_thang <= NGAY_MUON_NHAT:
        loi["ngay_trong_thang"] = f"Chọn ngày từ 1 đến {NGAY_MUON_NHAT} để khi dời vẫn trong tháng."
    if loi:
        raise LoiPhieu(loi)
    with transaction.atomic():
        da_co = LichTiep.objects.filter(loai=LoaiLich.DINH_KY, ngay__year=nam, da_huy=False)
        thang_da_co = {ngay.month for ngay in da_co.values_list("ngay", flat=True)}
        lich = NgayNghi.objects.lich()
        moi = [
            _dinh_ky(lich, date(nam, thang, min(ngay_trong_thang, monthrange(nam, thang)[1])), chi_tiet)
            for thang in range(1, 13)
            if thang not in thang_da_co
        ]
        if not moi:
            raise LoiNghiepVu(f"Năm {nam} đã có đủ lịch tiếp định kỳ của 12 tháng.")
        for dong in moi:
            kiem_tra_dong(dong)
            dong.save()
        dat_han_lich(moi, lich)
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, DOI_TUONG_NHAT_KY, f"Lập lịch năm {nam}: {len(moi)} ngày")
    return moi


def them_lich(
    *, nguoi: NhanVien, ngay: date, loai: LoaiLich, nguoi_tiep: NguoiTiep = NguoiTiep.THU_TRUONG, **chi_tiet: Any
) -> LichTiep:
    """Add one day: đột xuất (Đ10.3 NĐ 154/2026), thường xuyên, or a periodic one of its own."""
    _can_lich_tiep(nguoi)
    if loai == LoaiLich.THUONG_XUYEN:
        nguoi_tiep = NguoiTiep.THUONG_XUYEN
    elif nguoi_tiep == NguoiTiep.THUONG_XUYEN:
        raise LoiPhieu({"nguoi_tiep": "Lịch định kỳ, đột xuất do thủ trưởng hoặc người được ủy quyền tiếp."})
    lich = NgayNghi.objects.lich()
    if loai == LoaiLich.DINH_KY and not lich.la_ngay_lam_viec(ngay):
        raise LoiPhieu(
            {"ngay": f"Ngày {ngay_vn(ngay)} là ngày nghỉ; ngày làm việc gần nhất tiếp theo: {_ke(lich, ngay)}."}
        )
    dong = LichTiep(ngay=ngay, loai=loai, nguoi_tiep=nguoi_tiep, **_mac_dinh(chi_tiet))
    with transaction.atomic():
        kiem_tra_dong(dong)
        dong.save()
        dat_han_lich([dong], lich)
        _ghi_nhat_ky(nguoi, f"Thêm {dong.get_loai_display().lower()} ngày {ngay_vn(ngay)}")
    return dong


def sua_lich(dong: LichTiep, *, nguoi: NhanVien, **chi_tiet: Any) -> LichTiep:
    """Change who receives, hours, place, form, participants and expected content of a day that stands; what is not
    said stays. A day that is no longer online forgets its notice and its test."""
    _can_lich_tiep(nguoi)
    with transaction.atomic():
        dong = _khoa_dong(dong)
        for ten in TRUONG_SUA:
            setattr(dong, ten, chi_tiet.get(ten, getattr(dong, ten)))
        if dong.hinh_thuc != HinhThuc.TRUC_TUYEN:
            dong.ngay_bao = dong.ngay_thu = None
        kiem_tra_dong(dong)
        dong.save()
        dat_han_lich([dong], NgayNghi.objects.lich())
        _ghi_nhat_ky(nguoi, f"Sửa lịch ngày {ngay_vn(dong.ngay)}")
    return dong


def cong_bo_lich(cac_lich: Iterable[LichTiep], *, nguoi: NhanVien, ngay: date) -> list[LichTiep]:
    """Publish these days as of `ngay`; returns those published now. Being late (Đ24.4 Luật TCD) warns, no more."""
    _can_lich_tiep(nguoi)
    with transaction.atomic():
        cho_cong_bo = LichTiep.objects.select_for_update(of=("self",)).filter(
            pk__in=[lich.pk for lich in cac_lich], da_cong_bo=False, da_huy=False
        )
        dong = list(cho_cong_bo)
        if not dong:
            raise LoiNghiepVu("Không có ngày tiếp nào chờ công bố.")
        for lich in dong:
            lich.da_cong_bo, lich.ngay_cong_bo = True, ngay
        LichTiep.objects.bulk_update(dong, ["da_cong_bo", "ngay_cong_bo"])
        dong_han_lich(dong, Viec.CONG_BO_LICH_TIEP, ngay)
        cac_ngay = ", ".join(ngay_vn(lich.ngay) for lich in dong)
        _ghi_nhat_ky(nguoi, f"Công bố {len(dong)} ngày: {cac_ngay}")
    return dong


def huy_lich(dong: LichTiep, *, nguoi: NhanVien, ngay: date, ly_do: str) -> LichTiep:
    """Cancel a day, with the reason. `ngay`: today; a published day that is past stays, the reports count it."""
    _can_lich_tiep(nguoi)
    if not ly_do:
        raise LoiPhieu({"ly_do": "Ghi lý do hủy."})
    with transaction.atomic():
        dong = _khoa_dong(dong)
        _kiem_tra_bo_duoc(dong, ngay)
        dong.da_huy, dong.ly_do_huy = True, ly_do
        kiem_tra_dong(dong)
        dong.save()
        dat_han_lich([dong], NgayNghi.objects.lich())
        _ghi_nhat_ky(nguoi, f"Hủy lịch ngày {ngay_vn(dong.ngay)}")
    return dong


def doi_lich(dong: LichTiep, *, nguoi: NhanVien, ngay: date, ngay_moi: date, ly_do: str) -> LichTiep:
    """Postpone a day: the old row is cancelled, the new one says from where it came and is published if the old was."""
    _can_lich_tiep(nguoi)
    loi = {} if ly_do else {"ly_do": "Ghi lý do dời."}
    lich = NgayNghi.objects.lich()
    if ngay_moi < ngay:
        loi["ngay_moi"] = "Ngày mới không được trước hôm nay."
    elif not lich.la_ngay_lam_viec(ngay_moi):
        loi["ngay_moi"] = f"Ngày {ngay_vn(ngay_moi)} là ngày nghỉ; ngày làm việc tiếp theo: {_ke(lich, ngay_moi)}."
    elif ngay_moi == dong.ngay:
        loi["ngay_moi"] = "Ngày mới phải khác ngày đã xếp."
    if loi:
        raise LoiPhieu(loi)
    with transaction.atomic():
        dong = _khoa_dong(dong)
        _kiem_tra_bo_duoc(dong, ngay)
        dong.da_huy, dong.ly_do_huy = True, f"Dời sang ngày {ngay_vn(ngay_moi)}: {ly_do}"[:300]
        dong.save()
        moi = LichTiep(
            ngay=ngay_moi,
            loai=dong.loai,
            nguoi_tiep=dong.nguoi_tiep,
            doi_tu_ngay=dong.ngay,
            ly_do_huy=ly_do,
            da_cong_bo=dong.da_cong_bo,
            ngay_cong_bo=ngay if dong.da_cong_bo else None,
            **{ten: getattr(dong, ten) for ten in TRUONG_SUA},
        )
        kiem_tra_dong(moi)
        moi.save()
        dat_han_lich([dong, moi], lich)
        _ghi_nhat_ky(nguoi, f"Dời lịch ngày {ngay_vn(dong.ngay)} sang ngày {ngay_vn(ngay_moi)}")
    return moi


def ghi_truc_tuyen(
    dong: LichTiep, *, nguoi: NhanVien, ngay: date, ngay_bao: date | None, ngay_thu: date | None
) -> LichTiep:
    """Note when the citizen and the other points were told of an online day, and when the connection was tried
    (Đ23.1 NĐ 154/2026). `ngay`: today; being late warns, no more."""
    _can_lich_tiep(nguoi)
    tuong_lai = {
        ten: "Ngày này chưa đến."
        for ten, gia_tri in (("ngay_bao", ngay_bao), ("ngay_thu", ngay_thu))
        if gia_tri and gia_tri > ngay
    }
    if tuong_lai:
        raise LoiPhieu(tuong_lai)
    with transaction.atomic():
        dong = _khoa_dong(dong)
        if dong.hinh_thuc != HinhThuc.TRUC_TUYEN:
            raise LoiNghiepVu("Buổi tiếp này không phải là buổi tiếp trực tuyến.")
        dong.ngay_bao, dong.ngay_thu = ngay_bao, ngay_thu
        kiem_tra_dong(dong)
        dong.save()
        for viec, ngay_lam in ((Viec.BAO_TIEP_TRUC_TUYEN, ngay_bao), (Viec.THU_KET_NOI, ngay_thu)):
            if ngay_lam:
                dong_han_lich([dong], viec, ngay_lam)
        dat_han_lich([dong], NgayNghi.objects.lich())
        _ghi_nhat_ky(nguoi, f"Ghi thông báo, thử kết nối buổi tiếp trực tuyến ngày {ngay_vn(dong.ngay)}")
    return dong


def _dinh_ky(lich: Lich, ngay_quy_dinh: date, chi_tiet: dict[str, Any]) -> LichTiep:
    ngay = lich.ngay_lam_viec_ke_tiep(ngay_quy_dinh)
    doi = ngay != ngay_quy_dinh
    return LichTiep(
        ngay=ngay,
        loai=LoaiLich.DINH_KY,
        nguoi_tiep=NguoiTiep.THU_TRUONG,
        doi_tu_ngay=ngay_quy_dinh if doi else None,
        ly_do_huy=f"Trùng ngày nghỉ ({lich.ngay_nghi.get(ngay_quy_dinh, 'nghỉ cuối tuần')})" if doi else "",
        **_mac_dinh(chi_tiet),
    )


def _mac_dinh(chi_tiet: dict[str, Any]) -> dict[str, Any]:
    cau_hinh = CauHinh.hien_hanh()
    mac_dinh = {"gio_tu": time(7, 30), "gio_den": time(11, 30), "dia_diem": cau_hinh.dia_diem_tiep[:200]}
    return mac_dinh | {ten: gia_tri for ten, gia_tri in chi_tiet.items() if gia_tri not in (None, "")}


def _khoa_dong(dong: LichTiep) -> LichTiep:
    dong = LichTiep.objects.select_for_update(of=("self",)).get(pk=dong.pk)
    if dong.da_huy:
        raise LoiNghiepVu(f"Lịch tiếp ngày {ngay_vn(dong.ngay)} đã hủy hoặc đã dời.")
    return dong


def _kiem_tra_bo_duoc(dong: LichTiep, hom_nay: date) -> None:
    if dong.da_cong_bo and dong.ngay < hom_nay:
        raise LoiNghiepVu("Ngày tiếp này đã công bố và đã qua, được tính trong báo cáo nên không hủy, không dời.")
    if dong.luot_tiep.exists():
        raise LoiNghiepVu("Ngày này đã có lượt tiếp công dân nên không hủy, không dời.")


def _ke(lich: Lich, ngay: date) -> str:
    return ngay_vn(lich.ngay_lam_viec_ke_tiep(ngay))


def _ghi_nhat_ky(nguoi: NhanVien, noi_dung: str) -> None:
    NhatKy.ghi(nguoi, ViecNhatKy.SUA, DOI_TUONG_NHAT_KY, noi_dung[:500])


def _can_lich_tiep(nguoi: NhanVien) -> None:
    if not nguoi.co_quyen(Quyen.LICH_TIEP):
        raise PermissionDenied
