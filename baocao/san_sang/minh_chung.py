"""Points that rest on statements: what the software cannot see and somebody wrote down with its paper."""

from datetime import date, timedelta
from itertools import pairwise

from django.urls import reverse

from baocao.het_hieu_luc import dan_het_hieu_luc
from baocao.models import MinhChung
from baocao.models.minh_chung import LoaiMinhChung
from baocao.san_sang.bang import BoiCanh, DuongDan, KetQua, TinhTrang, chua_dat, dat, gop, sap_han
from tochuc.dinh_dang import ngay_vn, so_van, thu_ngay
from tochuc.models import DonVi
from tochuc.vai_tro import Quyen

BAO_TRUOC = timedelta(days=10)  # a statement that ends within these days is to be renewed
MOT_TUAN = timedelta(days=7)
IT_NHAT_MO_HOM_THU = 3  # people (TT 25/2015/TT-BYT)


def nut_ghi(loai: LoaiMinhChung) -> DuongDan:
    """The form of a new statement of this kind."""
    return DuongDan("Ghi minh chứng", reverse("baocao:minh_chung_them", query={"loai": loai}), Quyen.NHAP_SO)


def nut_xem(loai: LoaiMinhChung) -> DuongDan:
    return DuongDan("Minh chứng đã ghi", reverse("baocao:minh_chung", query={"loai": loai}))


def dang_hieu_luc(boi_canh: BoiCanh, loai: LoaiMinhChung) -> MinhChung | None:
    """The newest statement of a kind that holds today."""
    return next((muc for muc in boi_canh.minh_chung if muc.loai == loai and muc.con_hieu_luc(boi_canh.hom_nay)), None)


def theo_minh_chung(boi_canh: BoiCanh, *cac_loai: LoaiMinhChung) -> KetQua:
    """Of each kind a statement must hold today, not for a short time only, and cite nothing repealed."""
    return gop([phan for loai in cac_loai for phan in _mot_loai(boi_canh, loai)])


def _mot_loai(boi_canh: BoiCanh, loai: LoaiMinhChung) -> list[KetQua]:
    muc, hom_nay = dang_hieu_luc(boi_canh, loai), boi_canh.hom_nay
    if muc is None:
        ten = f"{loai.label[0].lower()}{loai.label[1:]}"
        return [chua_dat(f"Chưa có minh chứng còn hiệu lực: {ten}.", nut_ghi(loai), nut_xem(loai))]
    phan = [dat(_cau(muc), nut_xem(loai))]
    if muc.het_han and muc.het_han <= hom_nay + BAO_TRUOC:
        phan.append(sap_han(f"Hết hiệu lực từ {thu_ngay(muc.het_han)}.", nut_ghi(loai)))
    phan += [
        chua_dat(f"Đang viện dẫn: {van_ban.cau}", nut_ghi(loai)) for van_ban in dan_het_hieu_luc(muc.can_cu, hom_nay)
    ]
    return phan


def _cau(muc: MinhChung) -> str:
    so = f" số {muc.so_ky_hieu}" if muc.so_ky_hieu else ""
    noi_dung = f" {muc.noi_dung.rstrip('.')}." if muc.noi_dung else ""
    return f"{muc.get_loai_display()}{so}, ngày {ngay_vn(muc.ngay)}.{noi_dung}"


def boi_duong(boi_canh: BoiCanh) -> KetQua:
    """Paid at least once in the year that runs."""
    da_chi = [muc for muc in boi_canh.minh_chung if muc.loai == LoaiMinhChung.BOI_DUONG]
    if not da_chi:
        return chua_dat(
            "Năm báo cáo này chưa ghi lần chi trả nào.",
            nut_ghi(LoaiMinhChung.BOI_DUONG),
            nut_xem(LoaiMinhChung.BOI_DUONG),
        )
    return dat(_cau(da_chi[0]), nut_xem(LoaiMinhChung.BOI_DUONG))


def niem_yet(boi_canh: BoiCanh) -> KetQua:
    """Posted, and the numbers that are to be posted are known."""
    phan = [theo_minh_chung(boi_canh, LoaiMinhChung.NIEM_YET)]
    cau_hinh = boi_canh.cau_hinh
    for so, cua_ai in ((cau_hinh.duong_day_nong, "Trung tâm"), (cau_hinh.duong_day_nong_so, "Sở Y tế")):
        if so:
            phan.append(dat(f"Số của {cua_ai}: {so}."))
        else:
            sua = DuongDan("Ghi số điện thoại", reverse("tochuc:trung_tam"), Quyen.QUAN_TRI)
            phan.append(chua_dat(f"Chưa ghi số đường dây nóng của {cua_ai} trong phần Quản trị.", sua))
    return gop(phan)


# --- The suggestion boxes ---------------------------------------------------------------------------------------------


def mo_hom_thu(boi_canh: BoiCanh) -> KetQua:
    """Opened every week of the year by three people or more; what was left out cannot be made up for."""
    loai = LoaiMinhChung.MO_HOM_THU
    so_hom = DonVi.objects.filter(co_hom_thu=True, hoat_dong=True).count()
    if not so_hom:
        return KetQua(TinhTrang.KHONG_AP_DUNG, ("Không đơn vị nào ghi là có hòm thư góp ý.",))
    cac_lan = [muc for muc in boi_canh.minh_chung if muc.loai == loai]
    if not cac_lan:
        return chua_dat(
            f"Có {so_van(so_hom)} hòm thư, năm báo cáo này chưa ghi lần mở nào.", nut_ghi(loai), nut_xem(loai)
        )
    it_nguoi = sum((muc.so_nguoi or 0) < IT_NHAT_MO_HOM_THU for muc in cac_lan)
    ngay_mo = sorted({muc.ngay for muc in cac_lan})
    bo_qua = sum(sau - truoc > MOT_TUAN for truoc, sau in pairwise(ngay_mo))
    phan = [
        dat(f"{so_van(so_hom)} hòm thư; {so_van(len(ngay_mo))} lần mở trong năm báo cáo.", nut_xem(loai)),
        _lan_gan_nhat(ngay_mo[-1], boi_canh.hom_nay),
    ]
    if bo_qua:
        phan.append(chua_dat(f"Trong năm có {so_van(bo_qua)} lần cách nhau hơn 07 ngày."))
    if it_nguoi:
        phan.append(chua_dat(f"Có {so_van(it_nguoi)} biên bản ghi dưới 03 người.", nut_xem(loai)))
    return gop(phan)


def _lan_gan_nhat(ngay: date, hom_nay: date) -> KetQua:
    han, cau = ngay + MOT_TUAN, f"Lần mở gần nhất: {thu_ngay(ngay)}."
    if hom_nay > han:
        return chua_dat(f"{cau} Đã quá 07 ngày.", nut_ghi(LoaiMinhChung.MO_HOM_THU))
    if (han - hom_nay).days <= 1:
        return sap_han(f"{cau} Lần tới chậm nhất {thu_ngay(han)}.", nut_ghi(LoaiMinhChung.MO_HOM_THU))
    return dat(cau)
