"""What the written report and its annexes count beside the six forms, in SQL; the values are those of `du_kien_van`.

Definitions are the centre's own (nothing in TT 06/2025/TT-TTCP); each counts dates on the row, so a past period gives
the same numbers for ever. A period is the closed interval [tu, den]; what is late in it is asked of the days that are
over (`ngay_da_qua`). The number of statements does not depend on the registers.
"""

from collections.abc import Iterable
from dataclasses import astuple
from datetime import date, timedelta

from django.db.models import Avg, Count, F, Q, QuerySet, Sum
from django.db.models.functions import Substr
from django.utils import timezone

from baocao.du_kien_van import (
    BaoVeNguoiToCao,
    ChuyenKySau,
    DungHan,
    HaiKy,
    HoatDongTrongKy,
    KeHoachTrongKy,
    KetQuaDon,
    QuaKenh,
    SoLieuVan,
    TonTai,
    ViecKeHoach,
)
from baocao.ky import KyBaoCao, ky_hien_tai, lap_ky
from baocao.models import HoatDong, MinhChung, NhiemVu, PhatHien, ThamDu
from baocao.models.hoat_dong import LoaiHoatDong
from baocao.models.minh_chung import LoaiMinhChung
from baocao.so_lieu import hoat_dong_den_ky
from donthu.bang_thoi_han import VIEC_NOI_BO
from donthu.dau_hieu import HAN_GIAI_QUYET, DauHieu, dieu_kien
from donthu.models import BaoVe, DonThu, HanViec, LinhVuc
from donthu.phan_loai import DON_THEO_LUAT, KHONG_TO_CAO, KIEN_NGHI_PHAN_ANH, HuongXuLy, LoaiDon, NguonDon
from donthu.quy_trinh import HAN_CHO
from tiepdan.hinh_thuc import HinhThuc, KetQuaTiep
from tiepdan.models import LuotTiep
from tochuc.lich import MOT_NGAY

BAO_DONG = timedelta(days=45)  # điểm b khoản 3 Điều 41 NĐ 154/2026
DO_DAI_MA_GOC = 2  # "02.01" belongs to the field "02"
SO_QUY = 4
# Not duties of the law: times that pass, the centre's own tasks.
NGOAI_LUAT = (*HAN_CHO, *VIEC_NOI_BO)


def tinh_so_lieu_van(ky: KyBaoCao) -> SoLieuVan:
    """Count what the text of a period needs beside its forms."""
    tu, den, da_qua = ky.tu_ngay, ky.den_ngay, ngay_da_qua(ky)
    cac_quy = _bon_quy(ky)
    don = _don_nhan(ky, cac_quy)
    hom_thu = mo_hom_thu(tu, den).aggregate(so_lan=Count("pk"), so_thu=Sum("so_thu", default=0))
    return SoLieuVan(
        tinh_den=da_qua if da_qua < den else None,
        don_moi=don["moi"],
        bon_quy=tuple((quy, don[quy.ma]) for quy in cac_quy),
        **_luot_tiep(tu, den),
        linh_vuc=dem_linh_vuc(ky, KHONG_TO_CAO),
        don_vi=_dem_don_vi(ky),
        kenh=dem_kenh(tu, den),
        kien_nghi=_cong(ket_qua_theo_loai(tu, den, LA_KIEN_NGHI).values()),
        chuyen_ky_sau=dem_chuyen_ky_sau(ky),
        dung_han=DungHan(**viec_den_han(tu, da_qua).aggregate(**_dung_tre(da_qua))),
        dung_han_don_vi=dung_han_don_vi(tu, da_qua),
        hoat_dong=_hoat_dong(tu, den),
        ton_tai=_ton_tai(tu, da_qua),
        bao_ve=_bao_ve(tu, den),
        ke_hoach=_ke_hoach(ky),
        mo_hom_thu=hom_thu["so_lan"],
        thu_trong_hom=hom_thu["so_thu"],
    )


def ngay_da_qua(ky: KyBaoCao) -> date:
    """The last day of the period on which something can have become late: in the running one, yesterday."""
    return min(ky.den_ngay, timezone.localdate() - MOT_NGAY)


def ky_tiep_theo(ky: KyBaoCao) -> KyBaoCao:
    """What the plans of a report are for: after a year the next one, else the quarter that follows."""
    return lap_ky("N", ky.nam + 1) if ky.ma == "N" else ky_hien_tai(ky.den_ngay + MOT_NGAY)


# --- Petitions --------------------------------------------------------------------------------------------------------


def con_mo(don: QuerySet[DonThu], den: date) -> QuerySet[DonThu]:
    """Petitions of the law still open at the end of `den`, out of those offered."""
    return don.filter(Q(ngay_ket_thuc=None) | Q(ngay_ket_thuc__gt=den), loai__in=DON_THEO_LUAT, ngay_nhan__lte=den)


def dem_chuyen_ky_sau(ky: KyBaoCao) -> ChuyenKySau:
    """Count what is carried over, and the flags it bears."""
    ngay = ngay_da_qua(ky)
    dau_hieu = {ma.value: Count("pk", filter=dieu_kien(ma, ngay)) for ma in PHUC_VU}
    chua_xu_ly = Q(ngay_xu_ly=None) | Q(ngay_xu_ly__gt=ngay)
    return ChuyenKySau(
        **con_mo(DonThu.objects, ky.den_ngay).aggregate(
            tong=Count("pk"),
            qua_45_ngay=Count("pk", filter=chua_xu_ly & Q(ngay_nhan__lt=ngay - BAO_DONG)),
            **dau_hieu,
        )
    )


PHUC_VU = (DauHieu.PHUC_TAP, DauHieu.DONG_NGUOI, DauHieu.VUOT_CAP, DauHieu.KEO_DAI)
"""The flags that a Sở asks after at once."""


def dem_linh_vuc(ky: KyBaoCao, cac_loai: Iterable[LoaiDon] = tuple(LoaiDon)) -> tuple[HaiKy, ...]:
    """Petitions received by field of the health sector (upper level), beside the same period of last year."""
    dong = (
        _nhan_hai_ky(ky, cac_loai)
        .annotate(goc=Substr("linh_vuc__ma", 1, DO_DAI_MA_GOC))
        .values("goc")
        .order_by("goc")
        .annotate(**_hai_ky(ky))
    )
    ten = dict(LinhVuc.objects.filter(cha=None).values_list("ma", "ten"))
    return tuple(HaiKy(ten.get(muc["goc"], muc["goc"]), muc["nay"], muc["truoc"], muc["goc"]) for muc in dong)


def _dem_don_vi(ky: KyBaoCao) -> tuple[HaiKy, ...]:
    dong = (
        _nhan_hai_ky(ky, KHONG_TO_CAO)
        .exclude(don_vi=None)
        .values("don_vi__ten")
        .order_by("don_vi__ten")
        .annotate(**_hai_ky(ky))
    )
    return tuple(HaiKy(muc["don_vi__ten"], muc["nay"], muc["truoc"]) for muc in dong)


def _nhan_hai_ky(ky: KyBaoCao, cac_loai: Iterable[LoaiDon]) -> QuerySet[DonThu]:
    truoc = ky.cung_ky()
    return DonThu.objects.filter(
        Q(ngay_nhan__range=(ky.tu_ngay, ky.den_ngay)) | Q(ngay_nhan__range=(truoc.tu_ngay, truoc.den_ngay)),
        loai__in=list(cac_loai),
    )


def _hai_ky(ky: KyBaoCao) -> dict[str, Count]:
    return {
        "nay": Count("pk", filter=Q(ngay_nhan__gte=ky.tu_ngay)),
        "truoc": Count("pk", filter=Q(ngay_nhan__lt=ky.tu_ngay)),
    }


def dem_kenh(tu: date, den: date) -> tuple[QuaKenh, ...]:
    """What came by each channel, of every kind, and how long an answer took from receipt to issue."""
    da_tra_loi = Q(ngay_ban_hanh__range=(tu, den))
    dong = (
        DonThu.objects.filter(Q(ngay_nhan__range=(tu, den)) | da_tra_loi)
        .values("nguon")
        .order_by("nguon")
        .annotate(
            nhan=Count("pk", filter=Q(ngay_nhan__range=(tu, den))),
            tra_loi=Count("pk", filter=da_tra_loi),
            lau=Avg(F("ngay_ban_hanh") - F("ngay_nhan"), filter=da_tra_loi),
        )
    )
    return tuple(
        QuaKenh(
            muc["nguon"],
            NguonDon(muc["nguon"]).label,
            muc["nhan"],
            muc["tra_loi"],
            round(muc["lau"] / MOT_NGAY, 1) if muc["lau"] is not None else None,
        )
        for muc in dong
    )


def ket_qua_theo_loai(tu: date, den: date, dieu_kien: Q) -> dict[str, KetQuaDon]:
    """Petitions that were open in the period, by kind: those received in it and those from before. A kind of which
    nothing is to be told is left out."""
    dong = dang_mo_trong_ky(tu, den).filter(dieu_kien).values("loai").order_by().annotate(**_ket_qua(tu, den))
    theo_loai = {muc.pop("loai"): KetQuaDon(**muc) for muc in dong}
    return {loai: theo_loai[loai] for loai in LoaiDon if loai in theo_loai and theo_loai[loai].co_gi_de_noi}


def dang_mo_trong_ky(tu: date, den: date) -> QuerySet[DonThu]:
    return DonThu.objects.filter(Q(ngay_ket_thuc=None) | Q(ngay_ket_thuc__gte=tu), ngay_nhan__lte=den)


def _ket_qua(tu: date, den: date) -> dict[str, Count]:
    trong_ky = (tu, den)
    noi_khac = (HuongXuLy.HUONG_DAN, HuongXuLy.CHUYEN_DON)
    return {
        "tong": Count("pk"),
        "moi": Count("pk", filter=Q(ngay_nhan__gte=tu)),
        "tra_loi": Count("pk", filter=Q(ngay_ban_hanh__range=trong_ky)),
        "noi_khac": Count("pk", filter=Q(ngay_xu_ly__range=trong_ky, huong_xu_ly__in=noi_khac)),
        "luu": Count("pk", filter=Q(ngay_xu_ly__range=trong_ky, huong_xu_ly=HuongXuLy.LUU_DON)),
        "dung": Count("pk", filter=Q(ngay_dinh_chi__range=trong_ky)),
        "con": Count("pk", filter=Q(ngay_ket_thuc=None) | Q(ngay_ket_thuc__gt=den)),
    }


LA_KIEN_NGHI = Q(loai__in=KIEN_NGHI_PHAN_ANH)


def _cong(cac_ket_qua: Iterable[KetQuaDon]) -> KetQuaDon:
    return KetQuaDon(*map(sum, zip(*map(astuple, cac_ket_qua), strict=True)))


def _bon_quy(ky: KyBaoCao) -> tuple[KyBaoCao, ...]:
    cac_quy = [ky.cac_quy()[-1]]
    while len(cac_quy) < SO_QUY:
        cac_quy.append(cac_quy[-1].ky_truoc())
    return tuple(reversed(cac_quy))


def _don_nhan(ky: KyBaoCao, cac_quy: tuple[KyBaoCao, ...]) -> dict[str, int]:
    """Petitions of the law received in the period ("moi") and in each of the quarters, which reach further back."""
    return DonThu.objects.filter(
        ngay_nhan__range=(min(ky.tu_ngay, cac_quy[0].tu_ngay), ky.den_ngay), loai__in=DON_THEO_LUAT
    ).aggregate(
        moi=Count("pk", filter=Q(ngay_nhan__gte=ky.tu_ngay)),
        **{quy.ma: Count("pk", filter=Q(ngay_nhan__range=(quy.tu_ngay, quy.den_ngay))) for quy in cac_quy},
    )


# --- Punctuality ------------------------------------------------------------------------------------------------------


def viec_den_han(tu: date, den: date) -> QuerySet[HanViec]:
    """Duties of the law whose last day lies in the period; a clock that stands still has no last day yet."""
    return (
        HanViec.objects.filter(han__range=(tu, den))
        .exclude(viec__in=NGOAI_LUAT)
        .exclude(ngay_xong=None, dung_tu__isnull=False)
    )


def dung_han_theo(tu: date, den: date) -> tuple[DungHan, ...]:
    """By duty, in the order of their codes; `ten` is the code."""
    dong = viec_den_han(tu, den).values("viec").order_by("viec").annotate(**_dung_tre(den))
    return tuple(DungHan(ten=muc.pop("viec"), **muc) for muc in dong)


def dung_han_don_vi(tu: date, den: date) -> tuple[DungHan, ...]:
    """Terms of resolution by the unit that resolves; tố cáo left out, so that no accused unit shows (Đ56 Luật TC)."""
    dong = (
        viec_den_han(tu, den)
        .filter(viec__in=HAN_GIAI_QUYET, don__don_vi__isnull=False)
        .exclude(don__loai=LoaiDon.TO_CAO)
        .values("don__don_vi__ten")
        .order_by("don__don_vi__ten")
        .annotate(**_dung_tre(den))
    )
    return tuple(DungHan(ten=muc.pop("don__don_vi__ten"), **muc) for muc in dong)


def _dung_tre(den: date) -> dict[str, Count]:
    return {
        "tong": Count("pk"),
        "dung": Count("pk", filter=Q(ngay_xong__lte=F("han"))),
        "tre": Count("pk", filter=Q(ngay_xong__gt=F("han"), ngay_xong__lte=den)),
    }


# --- The rest ---------------------------------------------------------------------------------------------------------


def mo_hom_thu(tu: date, den: date) -> QuerySet[MinhChung]:
    """Openings of the suggestion boxes in the period (TT 25/2015/TT-BYT)."""
    return MinhChung.objects.filter(loai=LoaiMinhChung.MO_HOM_THU, ngay__range=(tu, den))


def _luot_tiep(tu: date, den: date) -> dict[str, int]:
    da_tiep = Q(ket_qua=KetQuaTiep.DA_TIEP)
    return LuotTiep.objects.filter(ngay__range=(tu, den)).aggregate(
        tiep_truc_tuyen=Count("pk", filter=da_tiep & Q(hinh_thuc=HinhThuc.TRUC_TUYEN)),
        tu_choi_tiep=Count("pk", filter=~da_tiep),
    )


def _hoat_dong(tu: date, den: date) -> HoatDongTrongKy:
    def loai(loai: LoaiHoatDong) -> Q:
        return Q(loai=loai, trong_ky=True)

    def cong(truong: str, dieu_kien: Q) -> Sum:
        return Sum(truong, filter=dieu_kien, default=0)

    tuyen_truyen = loai(LoaiHoatDong.TAP_HUAN) & Q(tong_so_nguoi__gt=0)
    kiem_tra, boi_duong = loai(LoaiHoatDong.KIEM_TRA), loai(LoaiHoatDong.BOI_DUONG)
    thanh_tra = Q(loai=LoaiHoatDong.THANH_TRA, dang_tien_hanh=True)  # those of 06/QLKNTC, columns 6 and 7
    tham_du = ThamDu.objects.filter(
        hoat_dong__loai=LoaiHoatDong.TAP_HUAN, hoat_dong__ngay__range=(tu, den), da_du__gt=0
    )
    return HoatDongTrongKy(
        tuyen_truyen_don_vi=tham_du.aggregate(so=Count("don_vi", distinct=True))["so"],
        **hoat_dong_den_ky(HoatDong.objects.all(), tu, den).aggregate(
            tuyen_truyen_du=cong("so_nguoi", tuyen_truyen),
            tuyen_truyen_phai=cong("tong_so_nguoi", tuyen_truyen),
            boi_duong=Count("pk", filter=boi_duong),
            boi_duong_nguoi=cong("so_nguoi", boi_duong),
            kiem_tra=Count("pk", filter=kiem_tra),
            kiem_tra_don_vi=cong("so_don_vi", kiem_tra),
            kiem_tra_vi_pham=cong("so_don_vi_vi_pham", kiem_tra),
            thanh_tra_vi_pham=cong("so_don_vi_vi_pham", thanh_tra),
            khen_thuong=Count("pk", filter=loai(LoaiHoatDong.KHEN_THUONG)),
            phe_binh=Count("pk", filter=loai(LoaiHoatDong.PHE_BINH)),
        ),
    )


def _ton_tai(tu: date, den: date) -> TonTai:
    trong_ky, da_xong = Q(hoat_dong__ngay__gte=tu), Q(ngay_khac_phuc__lte=den)
    return TonTai(
        **PhatHien.objects.filter(hoat_dong__ngay__lte=den).aggregate(
            tong=Count("pk", filter=trong_ky),
            da_khac_phuc=Count("pk", filter=trong_ky & da_xong),
            qua_han=Count("pk", filter=Q(han_khac_phuc__lte=den) & (Q(ngay_khac_phuc=None) | ~da_xong)),
        )
    )


def _bao_ve(tu: date, den: date) -> BaoVeNguoiToCao:
    def quyet_dinh(*cac_quyet_dinh: BaoVe.QuyetDinh) -> Count:
        return Count("pk", filter=Q(quyet_dinh__in=cac_quyet_dinh, ngay_quyet_dinh__range=(tu, den)))

    return BaoVeNguoiToCao(
        **BaoVe.objects.aggregate(
            de_nghi=Count("pk", filter=Q(ngay_de_nghi__range=(tu, den))),
            ap_dung=quyet_dinh(BaoVe.QuyetDinh.AP_DUNG),
            chuyen=quyet_dinh(BaoVe.QuyetDinh.CHUYEN),
            tu_choi=quyet_dinh(BaoVe.QuyetDinh.TU_CHOI),
            cham_dut=Count("pk", filter=Q(ngay_quyet_dinh__isnull=False, ngay_cham_dut__range=(tu, den))),
        )
    )


def _ke_hoach(ky: KyBaoCao) -> KeHoachTrongKy:
    den, ky_sau = ngay_da_qua(ky), ky_tiep_theo(ky)
    con_lai = (
        NhiemVu.objects.filter(Q(ngay_xong=None) | Q(ngay_xong__gt=den), han__lte=ky_sau.den_ngay)
        .order_by("han", "pk")
        .values_list("noi_dung", "han", "don_vi__ten")
    )
    cac_viec = [ViecKeHoach(*dong) for dong in con_lai]
    return KeHoachTrongKy(
        **NhiemVu.objects.filter(han__range=(ky.tu_ngay, den)).aggregate(
            den_han=Count("pk"), da_xong=Count("pk", filter=Q(ngay_xong__lte=den))
        ),
        qua_han=tuple(viec for viec in cac_viec if viec.han <= den),
        ky_sau=tuple(viec for viec in cac_viec if viec.han >= ky_sau.tu_ngay),
    )
