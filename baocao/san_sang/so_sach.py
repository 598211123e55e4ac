"""Points that the registers show: visits, petitions, reports, training.

Of petitions and visits only those count that the person may know of, so that nobody learns by a difference that there
is a tố cáo. Those against the leaders count for nobody: the list is printed for them (Đ56 Luật TC; Đ5.2 NĐ 31/2019).
"""

from datetime import date, timedelta

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Sum
from django.db.models.fields.json import KT
from django.urls import reverse
from django.utils import timezone

from baocao.han_nop import han_nop
from baocao.ky import KyBaoCao, cac_ky
from baocao.models import BaoCaoKy, HoatDong
from baocao.models.bao_cao import TrangThaiBaoCao
from baocao.models.hoat_dong import LoaiHoatDong
from baocao.models.minh_chung import LoaiMinhChung
from baocao.san_sang.bang import BoiCanh, DuongDan, KetQua, TinhTrang, chua_dat, dat, gop, sap_han
from baocao.san_sang.minh_chung import theo_minh_chung
from donthu.bo_loc import CO, DANG_MO, SO_NGAY_CHUA_XU_LY
from donthu.models import DonThu, VanBanDi
from donthu.nhac_viec import CHUA_XU_LY
from donthu.phan_loai import DON_THEO_LUAT, LoaiDon, NguonDon
from donthu.quy_trinh.trang_thai import DA_DONG, TrangThai
from tiepdan.hinh_thuc import KetQuaTiep
from tiepdan.models import LuotTiep
from tochuc.dinh_dang import ngay_vn, phan_tram, so_van, so_vn, thu_ngay
from tochuc.vai_tro import Quyen

PHIEU_CHUYEN_TO_CAO = "TT05-03"
BAN_GIAO_KIN = "niêm phong"  # what the slip says of how the petition is handed over
CHO_PHAN_LOAI = 10  # working days: the citizen is told within them what becomes of it (Đ28.1 Luật TCD)
SO_NGAY_XU_LY = max(so_ngay for so_ngay, _ in CHUA_XU_LY)
MOT_NAM, SAP_NOP = timedelta(days=365), timedelta(days=10)


def _cac_don(boi_canh: BoiCanh) -> QuerySet[DonThu]:
    return DonThu.objects.for_user(boi_canh.nguoi).filter(bi_to_cao_lanh_dao=False).order_by()


def _xem_don(nhan: str, **loc: str) -> DuongDan:
    return DuongDan(nhan, reverse("donthu:danh_sach", query=loc))


def so_tiep_cong_dan(boi_canh: BoiCanh) -> KetQua:
    """Every visit received says what became of it: columns 9 to 12 of Mẫu 03/TCD."""
    loc = {"tu": ngay_vn(boi_canh.tu), "den": ngay_vn(boi_canh.hom_nay)}
    cac_luot = LuotTiep.objects.for_user(boi_canh.nguoi).order_by()
    so = cac_luot.filter(ngay__range=(boi_canh.tu, boi_canh.hom_nay)).aggregate(
        tat_ca=Count("pk"), thieu=Count("pk", filter=Q(ket_qua=KetQuaTiep.DA_TIEP, don=None, huong=""))
    )
    xem = DuongDan("In Sổ tiếp công dân", reverse("tiepdan:so_tiep_pdf", query=loc))
    phan = [dat(f"Sổ điện tử, {so_vn(so['tat_ca'])} lượt trong năm báo cáo, in được theo Mẫu 03/TCD.", xem)]
    if so["thieu"]:
        sua = DuongDan("Mở Sổ tiếp công dân", reverse("tiepdan:so_tiep", query=loc))
        phan.append(chua_dat(f"{so_van(so['thieu'])} lượt chưa ghi hướng xử lý.", sua))
    return gop(phan)


def duong_day_nong(boi_canh: BoiCanh) -> KetQua:
    """A duty roster that holds today, and nothing from the line left unanswered beyond its term."""
    tu_duong_day = _cac_don(boi_canh).filter(nguon=NguonDon.DUONG_DAY_NONG, ngay_nhan__gte=boi_canh.tu)
    so = tu_duong_day.aggregate(
        tat_ca=Count("pk"),
        xong=Count("pk", filter=Q(ngay_ban_hanh__isnull=False) | Q(trang_thai__in=DA_DONG)),
    )
    qua_han = tu_duong_day.qua_han(boi_canh.hom_nay).count()
    loc = {"nguon": NguonDon.DUONG_DAY_NONG.value, "tu": ngay_vn(boi_canh.tu)}
    phan = [
        theo_minh_chung(boi_canh, LoaiMinhChung.DUONG_DAY_NONG),
        dat(f"{so_van(so['tat_ca'])} đơn qua đường dây nóng, {so_van(so['xong'])} đơn đã giải quyết."),
    ]
    if qua_han:
        phan.append(chua_dat(f"{so_van(qua_han)} đơn quá hạn.", _xem_don("Xem đơn quá hạn", **loc, qua_han=CO)))
    return gop(phan)


def so_don(boi_canh: BoiCanh) -> KetQua:
    """Nothing waits for its classification longer than the citizen may be left without word."""
    cac_don = _cac_don(boi_canh)
    trong_nam = cac_don.filter(ngay_nhan__gte=boi_canh.tu).count()
    moc = boi_canh.lich.tru_ngay_lam_viec(boi_canh.hom_nay, CHO_PHAN_LOAI)
    cho = cac_don.filter(trang_thai=TrangThai.TIEP_NHAN, ngay_nhan__lte=moc).count()
    xem = _xem_don("Sổ đơn thư", tu=ngay_vn(boi_canh.tu))
    phan = [dat(f"Sổ điện tử, {so_vn(trong_nam)} đơn nhận trong năm báo cáo, xuất được ra Excel.", xem)]
    if cho:
        sua = _xem_don("Phân loại đơn", trang_thai=TrangThai.TIEP_NHAN.value, den=ngay_vn(moc))
        phan.append(chua_dat(f"{so_van(cho)} đơn nhận quá {CHO_PHAN_LOAI} ngày làm việc chưa phân loại.", sua))
    return gop(phan)


def chuyen_to_cao(boi_canh: BoiCanh) -> KetQua:
    """Each tố cáo sent on has its slip, which bears the code and says that the petition goes in a sealed envelope."""
    phieu = VanBanDi.objects.annotate(ban_giao=KT("noi_dung__o__ban_giao")).filter(
        don=OuterRef("pk"), ma_mau=PHIEU_CHUYEN_TO_CAO, ban_giao__contains=BAN_GIAO_KIN
    )
    da_chuyen = _cac_don(boi_canh).filter(
        loai=LoaiDon.TO_CAO, trang_thai=TrangThai.DA_CHUYEN, ngay_nhan__gte=boi_canh.tu
    )
    so = da_chuyen.aggregate(tat_ca=Count("pk"), kin=Count("pk", filter=Exists(phieu)))
    if not so["tat_ca"]:
        return KetQua(TinhTrang.KHONG_AP_DUNG, ("Không có đơn tố cáo nào nhận trong năm báo cáo phải chuyển đi.",))
    loc = {"loai": LoaiDon.TO_CAO.value, "trang_thai": TrangThai.DA_CHUYEN.value, "tu": ngay_vn(boi_canh.tu)}
    cau = f"{so_van(so['kin'])} trên {so_van(so['tat_ca'])} đơn đã chuyển có phiếu ghi bàn giao niêm phong."
    if so["kin"] < so["tat_ca"]:
        return chua_dat(cau, _xem_don("Bổ sung phiếu chuyển", **loc))
    return dat(cau, _xem_don("Đơn tố cáo đã chuyển", **loc))


def tuyen_truyen(boi_canh: BoiCanh) -> KetQua:
    """Sessions, people, and of how many: without the last there is no share to show."""
    loai = LoaiHoatDong.TAP_HUAN
    so = HoatDong.objects.filter(loai=loai, ngay__range=(boi_canh.tu, boi_canh.hom_nay)).aggregate(
        lop=Count("pk"),
        nguoi=Sum("so_nguoi"),
        phai_du=Sum("tong_so_nguoi"),
        thieu=Count("pk", filter=Q(tong_so_nguoi=0)),
    )
    dia_chi = reverse("baocao:hoat_dong", query={"loai": loai, "tu": ngay_vn(boi_canh.tu)})
    xem = DuongDan("Sổ hoạt động quản lý", dia_chi)
    if not so["lop"]:
        sua = DuongDan("Thêm hoạt động", reverse("baocao:hoat_dong_them"), Quyen.NHAP_SO)
        return chua_dat("Năm báo cáo này chưa ghi lớp tập huấn, tuyên truyền nào.", sua, xem)
    cau = f"{so_van(so['lop'])} lớp, {so_vn(so['nguoi'])} lượt người dự"
    if so["thieu"]:
        sua = DuongDan("Ghi số người phải dự", dia_chi, Quyen.NHAP_SO)
        return chua_dat(f"{cau}; {so_van(so['thieu'])} lớp chưa ghi số người phải dự.", sua, xem)
    return dat(f"{cau} trên {so_vn(so['phai_du'])} phải dự ({phan_tram(so['nguoi'], so['phai_du'])}).", xem)


def khong_qua_han(boi_canh: BoiCanh) -> KetQua:
    """No clock of a petition is overdue, nothing is unprocessed after 45 days."""
    cac_don, hom_nay = _cac_don(boi_canh), boi_canh.hom_nay
    qua_han = cac_don.qua_han(hom_nay).count()
    chua_xu_ly = cac_don.filter(ngay_xu_ly=None, loai__in=DON_THEO_LUAT).exclude(trang_thai__in=DA_DONG)
    moc = {so: hom_nay - timedelta(days=so) for so in (SO_NGAY_CHUA_XU_LY, SO_NGAY_XU_LY)}
    so = chua_xu_ly.aggregate(
        lau=Count("pk", filter=Q(ngay_nhan__lte=moc[SO_NGAY_CHUA_XU_LY])),
        qua_lau=Count("pk", filter=Q(ngay_nhan__lt=moc[SO_NGAY_XU_LY])),
    )
    xem = _xem_don("Đơn chưa kết thúc", trang_thai=DANG_MO)
    xem_lau = _xem_don("Xử lý đơn chưa xử lý", chua_xu_ly=CO)
    phan = []
    if qua_han:
        phan.append(chua_dat(f"{so_van(qua_han)} đơn quá hạn.", _xem_don("Xử lý đơn quá hạn", qua_han=CO)))
    if so["qua_lau"]:
        phan.append(chua_dat(f"{so_van(so['qua_lau'])} đơn quá {SO_NGAY_XU_LY} ngày chưa xử lý.", xem_lau))
    elif so["lau"]:
        phan.append(sap_han(f"{so_van(so['lau'])} đơn chưa xử lý từ {SO_NGAY_CHUA_XU_LY} ngày trở lên.", xem_lau))
    return gop(phan) if phan else dat("Không có đơn nào quá hạn, không có đơn nào chờ xử lý quá 30 ngày.", xem)


# --- Periodic reports -------------------------------------------------------------------------------------------------

# What is to do next in each state, and by whom.
VIEC_TIEP = {
    None: ("Lập", Quyen.NHAP_SO),
    TrangThaiBaoCao.DANG_LAP: ("Trình", Quyen.NHAP_SO),
    TrangThaiBaoCao.TRINH: ("Duyệt", Quyen.BAN_HANH),
    TrangThaiBaoCao.DUYET: ("Chốt", Quyen.BAN_HANH),
    TrangThaiBaoCao.DA_CHOT: ("Ghi đã gửi", Quyen.NHAP_SO),
}


def bao_cao_ky(boi_canh: BoiCanh) -> KetQua:
    """The reports of the last twelve months left for the Sở on their day; of the next one it is said what is to do."""
    hom_nay, ngay_nop = boi_canh.hom_nay, boi_canh.cau_hinh.ngay_nop_bao_cao
    phai_nop = [
        (ky, han)
        for nam in (hom_nay.year - 1, hom_nay.year, hom_nay.year + 1)
        for ky in cac_ky(nam)
        if hom_nay - MOT_NAM < (han := han_nop(ky, ngay_nop)) <= hom_nay + SAP_NOP
    ]
    da_gui, trang_thai = _bao_cao_da_co({ky.nam for ky, _ in phai_nop})
    xem = DuongDan("Các kỳ báo cáo", reverse("baocao:danh_sach"))
    kip, phan = 0, []
    for ky, han in phai_nop:
        khoa = (ky.nam, ky.ma)
        if khoa in da_gui:
            kip += da_gui[khoa] <= han
            if da_gui[khoa] > han:
                phan.append(chua_dat(f"{ky.ten_ky}: gửi ngày {ngay_vn(da_gui[khoa])}, hạn {ngay_vn(han)}."))
        elif han < hom_nay:
            phan.append(chua_dat(f"{ky.ten_ky}: chưa gửi, hạn {ngay_vn(han)}.", _lam_tiep(ky, trang_thai.get(khoa))))
        else:
            phan.append(sap_han(f"{ky.ten_ky}: nộp {thu_ngay(han)}.", _lam_tiep(ky, trang_thai.get(khoa))))
    den_han = sum(han < hom_nay or (ky.nam, ky.ma) in da_gui for ky, han in phai_nop)
    return gop(
        [dat(f"{so_van(kip)} trên {so_van(den_han)} báo cáo đến hạn trong 12 tháng qua đã gửi kịp.", xem), *phan]
    )


def _bao_cao_da_co(cac_nam: set[int]) -> tuple[dict[tuple[int, str], date], dict[tuple[int, str], str]]:
    """By year and code: the day on which a report first left for the Sở, and the state of its last version."""
    dong = BaoCaoKy.objects.filter(nam__in=cac_nam).annotate(
        gui_luc=Min("cac_buoc__luc", filter=Q(cac_buoc__den=TrangThaiBaoCao.DA_GUI))
    )
    da_gui, trang_thai = {}, {}
    for bao_cao in dong.order_by("-phien_ban").values("nam", "ma_ky", "trang_thai", "gui_luc"):
        khoa = (bao_cao["nam"], bao_cao["ma_ky"])
        trang_thai.setdefault(khoa, bao_cao["trang_thai"])
        if bao_cao["gui_luc"]:
            da_gui[khoa] = timezone.localdate(bao_cao["gui_luc"])  # of the first version, which comes last
    return da_gui, trang_thai


def _lam_tiep(ky: KyBaoCao, trang_thai: str | None) -> DuongDan:
    viec, quyen = VIEC_TIEP[trang_thai]
    return DuongDan(f"{viec}: {ky.ten_ky}", reverse("baocao:van_ban_ky", args=[ky]), quyen)
