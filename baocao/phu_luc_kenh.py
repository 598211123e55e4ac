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
KHOANG_NGAY = ((0, 0, "Trả lời trong ngày"), (1, 3, "1–3 ngày"), (4, 10, "4–10 ngày"), (11, None, "Trên 10 ngày"))


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


def duong_day_nong(tu: date, den: date) -> BangPhuLuc:
    """What was told on the hot line: result, and how soon it was answered. The buckets are the centre's own."""
    nong = NguonDon.DUONG_DAY_NONG
    ket_qua, thoi_gian = ket_qua_theo_loai(tu, den, Q(nguon=nong)), _thoi_gian_tra_loi(tu, den, nong)
    return BangPhuLuc(
        "duong-day-nong",
        "Đường dây nóng theo kết quả và thời gian trả lời",
        (
            "Loại",
            "Nhận trong kỳ",
            "Đã trả lời",
            *(ten for _, _, ten in KHOANG_NGAY),
            "Hướng dẫn, chuyển",
            "Lưu",
            "Dừng do rút",
            "Chưa kết thúc",
        ),
        cac_dong(
            [
                (
                    LoaiDon(loai).label,
                    kq.moi,
                    kq.tra_loi,
                    *thoi_gian.get(loai, (0,) * len(KHOANG_NGAY)),
                    kq.noi_khac,
                    kq.luu,
                    kq.dung,
                    kq.con,
                )
                for loai, kq in ket_qua.items()
            ]
        ),
        {(hang, 1): dia_chi_so(tu, den, nguon=nong, loai=loai) for hang, loai in enumerate(ket_qua)},
        "Thời gian trả lời tính theo ngày lịch, từ ngày nhận đến ngày trả lời.",
    )


def _thoi_gian_tra_loi(tu: date, den: date, nguon: NguonDon) -> dict[str, tuple[int, ...]]:
    """Answers of the period by kind and bucket."""
    so_ngay = ExpressionWrapper(F("ngay_ban_hanh") - F("ngay_nhan"), output_field=DurationField())
    dong = (
        DonThu.objects.filter(nguon=nguon, ngay_ban_hanh__range=(tu, den))
        .annotate(so_ngay=so_ngay)
        .values("loai")
        .order_by()
        .annotate(**{f"tu_{dau}": Count("pk", filter=_trong_khoang(dau, cuoi)) for dau, cuoi, _ in KHOANG_NGAY})
    )
    return {muc["loai"]: tuple(muc[f"tu_{dau}"] for dau, _, _ in KHOANG_NGAY) for muc in dong}


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


def hom_thu_theo_loai(tu: date, den: date) -> BangPhuLuc:
    """Letters of the boxes by kind and result."""
    hom = NguonDon.HOM_THU
    ket_qua = ket_qua_theo_loai(tu, den, Q(nguon=hom))
    return BangPhuLuc(
        "hom-thu",
        "Thư trong hòm thư góp ý theo loại và kết quả",
        ("Loại", "Nhận trong kỳ", "Đã trả lời", "Hướng dẫn, chuyển", "Lưu", "Dừng do rút", "Chưa kết thúc"),
        cac_dong(
            [
                (LoaiDon(loai).label, kq.moi, kq.tra_loi, kq.noi_khac, kq.luu, kq.dung, kq.con)
                for loai, kq in ket_qua.items()
            ]
        ),
        {(hang, 1): dia_chi_so(tu, den, nguon=hom, loai=loai) for hang, loai in enumerate(ket_qua)},
    )
