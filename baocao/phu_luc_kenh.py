"""Annexes on channels: what came by each, the hot line by result and time, the suggestion boxes by opening and kind.

Hot line and boxes are reported by instructions of Bộ Y tế and the Sở (TT 25/2015/TT-BYT), not by TT 06/2025/TT-TTCP.
"""

from datetime import date, timedelta

from django.db.models import Count, DurationField, ExpressionWrapper, F, Min, Q, Sum
from django.db.models.functions import TruncMonth

from baocao.bang_phu_luc import BangPhuLuc, cac_dong, dia_chi_so
from baocao.so_lieu_van import dem_kenh, ket_qua_theo_loai, mo_hom_thu
from donthu.models import DonThu
from donthu.phan_loai import LoaiDon, NguonDon
from tochuc.dinh_dang import so_vn

IT_NHAT = 3  # people at the opening of a box (TT 25/2015/TT-BYT)
# How many days an answer took, from receipt: both ends belong to the bucket.
KHOANG_NGAY = ((0, 0, "Trong ngày"), (1, 3, "1–3 ngày"), (4, 10, "4–10 ngày"), (11, None, "Trên 10 ngày"))


def theo_nguon(tu: date, den: date) -> BangPhuLuc:
    """What came by each channel, and how long an answer took. Days are counted from receipt to issue."""
    kenh = dem_kenh(tu, den)
    return BangPhuLuc(
        "theo-nguon",
        "Theo nguồn tiếp nhận (mọi loại đơn)",
        ("Nguồn", "Nhận trong kỳ", "Đã trả lời, ban hành trong kỳ", "Thời gian trả lời bình quân (ngày)"),
        cac_dong([(muc.ten, muc.nhan, muc.tra_loi, so_vn(muc.so_ngay)) for muc in kenh]),
        {(hang, 1): dia_chi_so(tu, den, nguon=muc.ma) for hang, muc in enumerate(kenh)},
    )


def theo_loai_va_ket_qua(tu: date, den: date, nguon: NguonDon, ma: str, ten: str) -> BangPhuLuc:
    """What came by one channel, by kind and result."""
    ket_qua = ket_qua_theo_loai(tu, den, Q(nguon=nguon))
    return BangPhuLuc(
        ma,
        ten,
        ("Loại", "Nhận trong kỳ", "Đã trả lời", "Hướng dẫn, chuyển", "Lưu", "Dừng do rút", "Chưa kết thúc"),
        cac_dong(
            [
                (LoaiDon(loai).label, kq.moi, kq.tra_loi, kq.noi_khac, kq.luu, kq.dung, kq.con)
                for loai, kq in ket_qua.items()
            ]
        ),
        {(hang, 1): dia_chi_so(tu, den, nguon=nguon, loai=loai) for hang, loai in enumerate(ket_qua)},
    )


def duong_day_nong(tu: date, den: date) -> BangPhuLuc:
    nong = NguonDon.DUONG_DAY_NONG
    return theo_loai_va_ket_qua(tu, den, nong, "duong-day-nong", "Đường dây nóng theo loại và kết quả")


def hom_thu(tu: date, den: date) -> BangPhuLuc:
    return theo_loai_va_ket_qua(
        tu, den, NguonDon.HOM_THU, "hom-thu", "Thư trong hòm thư góp ý theo loại và kết quả (Thông tư 25/2015/TT-BYT)"
    )


def thoi_gian_tra_loi_duong_day_nong(tu: date, den: date) -> BangPhuLuc:
    """How soon the hot line was answered, by kind. The buckets are the centre's own."""
    so_ngay = ExpressionWrapper(F("ngay_ban_hanh") - F("ngay_nhan"), output_field=DurationField())
    dong = (
        DonThu.objects.filter(nguon=NguonDon.DUONG_DAY_NONG, ngay_ban_hanh__range=(tu, den))
        .annotate(so_ngay=so_ngay)
        .values("loai")
        .order_by()
        .annotate(
            tra_loi=Count("pk"),
            **{f"tu_{dau}": Count("pk", filter=_trong_khoang(dau, cuoi)) for dau, cuoi, _ in KHOANG_NGAY},
        )
    )
    theo_loai = {muc["loai"]: muc for muc in dong}
    return BangPhuLuc(
        "duong-day-nong-thoi-gian",
        "Đường dây nóng theo thời gian trả lời",
        ("Loại", "Đã trả lời trong kỳ", *(ten for _, _, ten in KHOANG_NGAY)),
        cac_dong(
            [
                (loai.label, muc["tra_loi"], *(muc[f"tu_{dau}"] for dau, _, _ in KHOANG_NGAY))
                for loai in LoaiDon
                if (muc := theo_loai.get(loai))
            ]
        ),
        ghi_chu="Thời gian trả lời tính theo ngày lịch, từ ngày nhận đến ngày trả lời.",
    )


def _trong_khoang(tu_ngay: int, den_ngay: int | None) -> Q:
    tu = Q(so_ngay__gte=timedelta(days=tu_ngay))
    return tu if den_ngay is None else tu & Q(so_ngay__lte=timedelta(days=den_ngay))


def mo_hom_thu_theo_thang(tu: date, den: date) -> BangPhuLuc:
    """Openings of the boxes month by month, at least three people at each (TT 25/2015/TT-BYT)."""
    dong = (
        mo_hom_thu(tu, den)
        .annotate(thang=TruncMonth("ngay"))
        .values("thang")
        .order_by("thang")
        .annotate(
            so_lan=Count("pk"),
            it_nhat=Min("so_nguoi"),
            thieu=Count("pk", filter=Q(so_nguoi=None) | Q(so_nguoi__lt=IT_NHAT)),
            so_thu=Sum("so_thu", default=0),
        )
    )
    return BangPhuLuc(
        "hom-thu-mo",
        "Mở hòm thư góp ý theo tháng (Thông tư 25/2015/TT-BYT)",
        ("Tháng", "Số lần mở", "Số người tham gia ít nhất", f"Lần mở chưa ghi đủ {IT_NHAT:02d} người", "Số thư"),
        cac_dong(
            [
                (f"{muc['thang']:%m/%Y}", muc["so_lan"], so_vn(muc["it_nhat"]), muc["thieu"], muc["so_thu"])
                for muc in dong
            ]
        ),
    )
