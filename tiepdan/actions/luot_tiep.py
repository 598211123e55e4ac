"""A visit enters the register, and is corrected while its day is open."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from donthu.actions import tiep_nhan_don
from donthu.actions.dong_ho import tinh_han
from donthu.models import DonThu, HanViec, VuViec
from donthu.phan_loai import NguonDon
from donthu.thoi_han import Viec, cac_dong
from tiepdan.actions.loi_phieu import LoiPhieu, kiem_tra_dong, loi_chung
from tiepdan.actions.nguoi_den import bo_neu_thua, kiem_tra_vu_viec, nhan_nguoi_den
from tiepdan.actions.phieu_tiep import PhieuTiep, lam_sach, loi_cua_phieu
from tiepdan.actions.so_tiep import khoa_so_nam, kiem_tra_ngay_mo
from tiepdan.hinh_thuc import NguoiTiep
from tiepdan.models import LichTiep, LuotTiep, TaiLieuNhan
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, NgayNghi, NhanVien, NhatKy, SoDem
from tochuc.models.nhat_ky import ViecNhatKy
from tochuc.vai_tro import Quyen

SO_LUOT = "luot_tiep"
SO_BIEN_NHAN = "van_ban:GBN"
DA_DOI = "Lượt tiếp này vừa có người khác sửa. Vui lòng mở lại để xem nội dung mới rồi sửa tiếp."

# Fields of the form that are stored as they were said.
TRUONG_CHEP = (
    "loai", "noi_dung", "nguoi_tiep", "hinh_thuc", "gio", "dai_dien", "so_nguoi", "so_dai_dien", "yeu_cau",
    "doi_tuong", "bi_to_cao_lanh_dao", "khong_giu_bi_mat", "co_quan_da_giai_quyet", "ket_qua", "huong",
    "ly_do_tu_choi", "co_quan_nhan", "so_van_ban", "tra_loi", "ghi_chu",
)  # fmt: skip


def ghi_luot_tiep(*, nguoi: NhanVien, ngay: date, khoa_gui: UUID | None = None, **truong: Any) -> LuotTiep:
    """Write one visit of `ngay`, its receipt number and its petition, all or nothing. `truong`: fields of PhieuTiep.

    `khoa_gui`: key of the form as it was opened; sent twice, the first visit comes back and nothing is written. Raises
    PermissionDenied, LoiPhieu (fields) or LoiNghiepVu (closed day, rule of the petition).
    """
    phieu = _phieu_dung(nguoi, ngay, truong)
    with transaction.atomic():
        khoa_so_nam(ngay.year)
        if khoa_gui and (da_ghi := LuotTiep.objects.filter(khoa_gui=khoa_gui, nguoi_ghi=nguoi).first()):
            return da_ghi
        kiem_tra_ngay_mo(ngay)
        kiem_tra_vu_viec(phieu)
        luot = LuotTiep(ngay=ngay, nguoi_ghi=nguoi, khoa_gui=khoa_gui)
        luot.ma = ma_luot(ngay.year, SoDem.lay(SO_LUOT, ngay.year))
        luot.vu_viec = phieu.vu_viec or VuViec.objects.create(ma=f"VV.{luot.ma}")
        luot.cong_dan = nhan_nguoi_den(phieu)
        _chep(luot, phieu, nguoi)
        kiem_tra_dong(luot)
        luot.save()
        _ghi_kem_theo(luot, phieu, nguoi)
    return luot


def sua_luot(luot: LuotTiep, *, nguoi: NhanVien, ngay: date, so_lan_sua: int | None = None, **truong: Any) -> LuotTiep:
    """Correct a visit whose day is open; the whole form again. `so_lan_sua`: what the person's page knew.

    What became a petition is changed there: its kind, day and matter stay. Raises as `ghi_luot_tiep` does.
    """
    phieu = _phieu_dung(nguoi, ngay, truong)
    with transaction.atomic():
        khoa_so_nam(luot.ngay.year)
        luot = LuotTiep.objects.select_for_update(of=("self",)).get(pk=luot.pk)
        if so_lan_sua is not None and so_lan_sua != luot.so_lan_sua:
            raise LoiNghiepVu(DA_DOI)
        kiem_tra_ngay_mo(luot.ngay)
        kiem_tra_ngay_mo(ngay)
        _kiem_tra_duoc_sua(luot, phieu, ngay)
        kiem_tra_vu_viec(phieu, tru=luot)
        truoc = _anh_chup(luot)
        cong_dan_cu = luot.cong_dan
        luot.ngay = ngay
        luot.vu_viec = phieu.vu_viec or luot.vu_viec
        luot.cong_dan = nhan_nguoi_den(phieu, dang_ghi=cong_dan_cu)
        luot.so_lan_sua += 1
        _chep(luot, phieu, nguoi)
        kiem_tra_dong(luot)
        luot.save()
        if luot.cong_dan_id != (cong_dan_cu and cong_dan_cu.pk):
            bo_neu_thua(cong_dan_cu)
        _ghi_kem_theo(luot, phieu, nguoi)
        ve_don = luot.ve_to_cao and luot.don
        NhatKy.ghi(nguoi, ViecNhatKy.SUA, ve_don.ma if ve_don else luot.ma, _da_doi(luot, truoc), mat=luot.ve_to_cao)
    return luot


def ma_luot(nam: int, so: int) -> str:
    """Code of the visit numbered `so` in the register of `nam`: LT-2026-0001."""
    return f"LT-{nam}-{so:04d}"


def _phieu_dung(nguoi: NhanVien, ngay: date, truong: Mapping[str, Any]) -> PhieuTiep:
    if not nguoi.co_quyen(Quyen.TIEP_DAN):
        raise PermissionDenied
    phieu = lam_sach(PhieuTiep(**truong))
    loi = loi_cua_phieu(phieu, nguoi, ngay)
    if ngay > timezone.localdate():
        loi["ngay"] = "Ngày tiếp không được sau hôm nay."
    if loi:
        raise LoiPhieu(loi)
    return phieu


def _kiem_tra_duoc_sua(luot: LuotTiep, phieu: PhieuTiep, ngay: date) -> None:
    loi = {}
    if ngay.year != luot.ngay.year:
        loi["ngay"] = f"Lượt tiếp mang số của sổ năm {luot.ngay.year}, không đổi sang năm khác được."
    if luot.don_id:
        if ngay != luot.ngay:
            loi["ngay"] = "Lượt tiếp đã thành đơn: ngày tiếp là ngày nhận đơn, không đổi được."
        if phieu.loai != luot.loai:
            loi["loai"] = "Lượt tiếp đã thành đơn: đổi loại ở bước phân loại của đơn."
        if not phieu.lap_don:
            loi["huong"] = "Lượt tiếp đã thành đơn: không đổi cách kết thúc được."
        if phieu.vu_viec and phieu.vu_viec != luot.vu_viec:
            loi["vu_viec"] = "Lượt tiếp đã thành đơn: vụ việc đổi ở trang đơn."
    if loi:
        raise LoiPhieu(loi)


def _chep(luot: LuotTiep, phieu: PhieuTiep, nguoi: NhanVien) -> None:
    for ten in TRUONG_CHEP:
        setattr(luot, ten, getattr(phieu, ten))
    cung_buoi = LichTiep.objects.filter(ngay=luot.ngay, nguoi_tiep=phieu.nguoi_tiep, da_huy=False)
    luot.lich = phieu.lich or cung_buoi.order_by("pk").first()
    luot.can_bo = phieu.can_bo or (nguoi if phieu.nguoi_tiep == NguoiTiep.THUONG_XUYEN else None)


def _ghi_kem_theo(luot: LuotTiep, phieu: PhieuTiep, nguoi: NhanVien) -> None:
    """What hangs on the visit: who is accused, documents and their receipt, the duty to notify, the petition."""
    luot.nguoi_bi_to_cao.set(phieu.nguoi_bi_to_cao)
    _ghi_tai_lieu(luot, phieu.tai_lieu)
    _dat_han_bao_tu_choi(luot)
    if not phieu.lap_don:
        return
    if luot.don_id:
        # The name of who wrote is part of the petition's search text.
        DonThu.objects.get(pk=luot.don_id).save(update_fields=["tim_kiem", "tim_kiem_dau"])
        return
    try:
        luot.don = tiep_nhan_don(
            nguoi=nguoi,
            ngay_nhan=luot.ngay,
            loai=luot.loai,
            nguon=NguonDon.TRUC_TIEP,
            linh_vuc=phieu.linh_vuc,
            tom_tat=luot.noi_dung,
            cong_dan=luot.cong_dan,
            so_nguoi=luot.so_nguoi,
            so_dai_dien=luot.so_dai_dien,
            vu_viec=luot.vu_viec,
            nguoi_bi_to_cao=tuple(phieu.nguoi_bi_to_cao),
            yeu_cau=luot.yeu_cau,
            doi_tuong=luot.doi_tuong,
            bi_to_cao_lanh_dao=luot.bi_to_cao_lanh_dao,
        )
    except LoiNghiepVu as loi:
        raise LoiPhieu(loi_chung(f"Chưa lập được đơn nên chưa lưu lượt tiếp. {loi}")) from loi
    luot.save(update_fields=["don"])


def _ghi_tai_lieu(luot: LuotTiep, tai_lieu: Sequence[Mapping[str, Any]]) -> None:
    """Replace the list of documents; the first ones handed in take the number of a receipt (Đ15.2 NĐ 154/2026)."""
    moi = [TaiLieuNhan(luot=luot, **dong) for dong in tai_lieu]
    for dong in moi:
        kiem_tra_dong(dong)
    luot.tai_lieu.all().delete()
    TaiLieuNhan.objects.bulk_create(moi)
    if moi and not luot.so_bien_nhan:
        so = SoDem.lay(SO_BIEN_NHAN, luot.ngay.year)
        luot.so_bien_nhan = f"{so:02d}/GBN-{CauHinh.hien_hanh().ky_hieu}"
        luot.save(update_fields=["so_bien_nhan"])


def _dat_han_bao_tu_choi(luot: LuotTiep) -> None:
    """Run the clock of the written refusal when its ground owes one (Đ4.3 NĐ 154/2026), and only then."""
    viec = Viec.BAO_TU_CHOI_TIEP
    chu_the = f"luot:{luot.pk}"
    can_cu = luot.can_cu_tu_choi
    phai_bao = bool(can_cu and can_cu.thong_bao and any(dong.hieu_luc(luot.ngay) for dong in cac_dong(viec)))
    dang_chay = HanViec.objects.filter(chu_the=chu_the, viec=viec, ngay_xong=None)
    if not phai_bao or dang_chay.exclude(tu_ngay=luot.ngay).exists():
        dang_chay.delete()
    if phai_bao and not HanViec.objects.filter(chu_the=chu_the, viec=viec).exists():
        han = HanViec(chu_the=chu_the, viec=viec, tu_ngay=luot.ngay, quyen=Quyen.TIEP_DAN)
        ket_qua = tinh_han(han, NgayNghi.objects.lich())
        han.han, han.han_goc = ket_qua.han, ket_qua.han_goc
        han.save()


def _anh_chup(luot: LuotTiep) -> dict[str, Any]:
    anh = {truong.attname: getattr(luot, truong.attname) for truong in luot._meta.concrete_fields}
    anh["tai_lieu"] = list(luot.tai_lieu.values_list("ten", "so_trang", "tinh_trang"))
    return anh


def _da_doi(luot: LuotTiep, truoc: Mapping[str, Any]) -> str:
    """Names of the fields that changed, never their values: the log keeps no personal data."""
    sau = _anh_chup(luot)
    ten = [t.verbose_name for t in luot._meta.concrete_fields if truoc[t.attname] != sau[t.attname]]
    ten = [nhan for nhan in ten if nhan != luot._meta.get_field("so_lan_sua").verbose_name]
    if truoc["tai_lieu"] != sau["tai_lieu"]:
        ten.append("tài liệu nhận")
    return f"Sửa lượt tiếp: {', '.join(ten) or 'thông tin người đến'}"[:500]
