"""The four charts of a period: trend and punctuality of the last eight quarters, fields, units.

Like the forms and annexes they count dates on the row, so a past period gives the same picture for ever. A handful of
statements, whose number does not depend on the register.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import BigIntegerField, Case, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When

from baocao.ky import KyBaoCao, cac_mau_ky
from baocao.mau_bieu_do import PHAN_TRAM, BieuDo, DayBieuDo, MaBieuDo
from baocao.so_lieu import luot_duoc_tiep
from baocao.so_lieu_van import NGOAI_LUAT
from donthu.models import DonThu, HanViec, LinhVuc, PhanCong, VaiPhanCong
from donthu.phan_loai import DON_THEO_LUAT, KHONG_TO_CAO
from tiepdan.models import LuotTiep
from tochuc.models import DonVi

SO_QUY = 8
SO_MUC = 8  # of fields and units the largest, the rest together
MOT_SO_LE = Decimal("0.1")

DongDanhMuc = tuple[str, str, int, int]
"""One thing of a list: code, name, and its numbers in the two series."""


def cac_bieu_do(ky: KyBaoCao, hom_nay: date) -> tuple[BieuDo, ...]:
    """The charts of a period. `hom_nay`: of a quarter still running, only duties due before this day are judged."""
    cac_quy = tam_quy(ky)
    return (_xu_huong(cac_quy), _dung_han(cac_quy, hom_nay), _theo_linh_vuc(ky), _theo_don_vi(ky))


def tam_quy(ky: KyBaoCao) -> tuple[KyBaoCao, ...]:
    """Eight quarters up to the last of the period, the earliest first."""
    cac_quy = [ky.cac_quy()[-1]]
    while len(cac_quy) < SO_QUY:
        cac_quy.append(cac_quy[-1].ky_truoc())
    return tuple(reversed(cac_quy))


# --- By quarter -------------------------------------------------------------------------------------------------------


def _xu_huong(cac_quy: tuple[KyBaoCao, ...]) -> BieuDo:
    tu, den = cac_quy[0].tu_ngay, cac_quy[-1].den_ngay
    luot = luot_duoc_tiep(LuotTiep.objects.all(), tu, den)
    don = DonThu.objects.filter(loai__in=DON_THEO_LUAT, ngay_nhan__range=(tu, den))
    return _bieu_do_quy(
        cac_quy,
        ma=MaBieuDo.XU_HUONG,
        ten="Tiếp công dân và tiếp nhận đơn theo quý",
        don_vi_do="lượt, đơn",
        cac_day=tuple(
            DayBieuDo(ten, tuple(theo_quy[quy].get("so", 0) for quy in range(SO_QUY)))
            for ten, theo_quy in (
                ("Lượt tiếp công dân", _dem_theo_quy(luot, "ngay", cac_quy, so=Count("pk"))),
                ("Đơn tiếp nhận", _dem_theo_quy(don, "ngay_nhan", cac_quy, so=Count("pk"))),
            )
        ),
        ghi_chu="Đơn gồm khiếu nại, tố cáo, kiến nghị, phản ánh, tính theo ngày nhận.",
    )


def _dung_han(cac_quy: tuple[KyBaoCao, ...], hom_nay: date) -> BieuDo:
    """Duties of the law by the quarter of their last day, as in the annex; what is not due yet is not judged."""
    viec = HanViec.objects.filter(han__range=(cac_quy[0].tu_ngay, cac_quy[-1].den_ngay), han__lt=hom_nay)
    theo_quy = _dem_theo_quy(
        viec.exclude(viec__in=NGOAI_LUAT),
        "han",
        cac_quy,
        den_han=Count("pk"),
        dung=Count("pk", filter=Q(ngay_xong__lte=F("han"))),
    )
    den_han = tuple(theo_quy[quy].get("den_han", 0) for quy in range(SO_QUY))
    dung = tuple(theo_quy[quy].get("dung", 0) for quy in range(SO_QUY))
    return _bieu_do_quy(
        cac_quy,
        ma=MaBieuDo.DUNG_HAN,
        ten="Tỷ lệ việc làm đúng hạn theo quý",
        don_vi_do=PHAN_TRAM,
        cac_day=(DayBieuDo("Tỷ lệ đúng hạn", tuple(map(_ty_le, dung, den_han))),),
        bang_them=(DayBieuDo("Việc đến hạn", den_han), DayBieuDo("Đúng hạn", dung)),
        ghi_chu=(
            "Việc được tính vào quý có ngày cuối của thời hạn, khi ngày đó đã qua. Quý không có việc đến hạn thì không "
            "có tỷ lệ."
        ),
    )


def _bieu_do_quy(cac_quy: tuple[KyBaoCao, ...], **khac) -> BieuDo:
    return BieuDo(
        theo_thoi_gian=True,
        ten_nhan="Quý",
        khoa=tuple(map(str, cac_quy)),
        nhan=tuple(f"{cac_mau_ky()[quy.ma].nhan}/{quy.nam}" for quy in cac_quy),
        **khac,
    )


def _dem_theo_quy(
    dong: QuerySet, truong: str, cac_quy: tuple[KyBaoCao, ...], **phep_dem: Count
) -> list[dict[str, int]]:
    """Count rows of eight quarters by the quarter of a date; of a quarter without rows there is nothing."""
    thu_tu = Case(*(When(**{f"{truong}__lte": quy.den_ngay}, then=Value(so)) for so, quy in enumerate(cac_quy)))
    theo_quy: list[dict[str, int]] = [{} for _ in cac_quy]
    for nhom in dong.order_by().annotate(thu_tu_quy=thu_tu).values("thu_tu_quy").annotate(**phep_dem):
        theo_quy[nhom["thu_tu_quy"]] = nhom
    return theo_quy


def _ty_le(dung: int, tong: int) -> Decimal | None:
    return (Decimal(dung) * 100 / tong).quantize(MOT_SO_LE, ROUND_HALF_UP) if tong else None


# --- By field and unit ------------------------------------------------------------------------------------------------


def _theo_linh_vuc(ky: KyBaoCao) -> BieuDo:
    truoc = ky.cung_ky()
    cac_nhom = (
        DonThu.objects.filter(
            Q(ngay_nhan__range=(ky.tu_ngay, ky.den_ngay)) | Q(ngay_nhan__range=(truoc.tu_ngay, truoc.den_ngay))
        )
        .order_by()
        .values("linh_vuc")  # the root is found below: categories are few, petitions many
        .annotate(
            nay=Count("pk", filter=Q(ngay_nhan__gte=ky.tu_ngay)),
            cung_ky=Count("pk", filter=Q(ngay_nhan__lte=truoc.den_ngay)),
        )
    )
    goc_cua = {dong.pk: dong.cha or dong for dong in LinhVuc.objects.select_related("cha")}
    ten: dict[str, str] = {}
    nay, cung_ky = Counter[str](), Counter[str]()
    for nhom in cac_nhom:
        goc = goc_cua[nhom["linh_vuc"]]
        ten[goc.ma] = goc.ten
        nay[goc.ma] += nhom["nay"]
        cung_ky[goc.ma] += nhom["cung_ky"]
    return _bieu_do_danh_muc(
        [(ma, ten[ma], nay[ma], cung_ky[ma]) for ma in ten],
        ma=MaBieuDo.LINH_VUC,
        ten="Đơn tiếp nhận theo lĩnh vực của ngành y tế",
        ten_nhan="Lĩnh vực",
        ten_day=(ky.ten_ky, truoc.ten_ky),
        ten_con_lai="Các lĩnh vực khác",
        ghi_chu="Mọi loại đơn, tính theo ngày nhận, so với cùng kỳ năm trước.",
    )


def _theo_don_vi(ky: KyBaoCao) -> BieuDo:
    """Petitions in hand in the period, each under the unit that led it on the last day of the period.

    Of tố cáo nothing: where a unit has one, it may be the only one, and about its own people (Đ56 Luật TC).
    """
    tu, den = ky.tu_ngay, ky.den_ngay
    giao = PhanCong.objects.filter(don=OuterRef("pk"), vai=VaiPhanCong.CHU_TRI).order_by("-ngay_giao", "-pk")
    con_giao = giao.filter(Q(ngay_thoi_giao=None) | Q(ngay_thoi_giao__gt=den), ngay_giao__lte=den)
    cac_nhom = (
        DonThu.objects.filter(
            Q(ngay_ket_thuc=None) | Q(ngay_ket_thuc__gte=tu), loai__in=KHONG_TO_CAO, ngay_nhan__lte=den
        )
        .order_by()
        .annotate(
            chu_tri=Case(
                When(Exists(giao), then=Subquery(con_giao.values("don_vi")[:1])),
                default="don_vi",  # brought in from an old register: which unit is known, not since when
                output_field=BigIntegerField(),
            )
        )
        .values("chu_tri")
        .annotate(tong=Count("pk"), ket_thuc=Count("pk", filter=Q(ngay_ket_thuc__lte=den)))
    )
    cac_don_vi = {pk: (ma, ten) for pk, ma, ten in DonVi.objects.values_list("pk", "ma", "ten")}
    return _bieu_do_danh_muc(
        [(*cac_don_vi[nhom["chu_tri"]], nhom["tong"], nhom["ket_thuc"]) for nhom in cac_nhom if nhom["chu_tri"]],
        ma=MaBieuDo.DON_VI,
        ten="Đơn theo đơn vị giải quyết",
        ten_nhan="Đơn vị",
        ten_day=("Phải giải quyết trong kỳ", "Đã kết thúc trong kỳ"),
        ten_con_lai="Các đơn vị khác",
        ghi_chu=(
            "Khiếu nại, kiến nghị, phản ánh đã giao đơn vị, kể cả kỳ trước chuyển sang. Không gồm tố cáo, để không làm "
            "lộ đơn vị có người bị tố cáo (Điều 56 Luật Tố cáo)."
        ),
    )


def _bieu_do_danh_muc(cac_dong: Iterable[DongDanhMuc], *, ten_day: tuple[str, str], ten_con_lai: str, **khac) -> BieuDo:
    """The largest by the first series, the rest added up as one."""
    xep = sorted(cac_dong, key=lambda dong: (-dong[2], -dong[3], dong[0]))
    lon, con_lai = xep[:SO_MUC], xep[SO_MUC:]
    if con_lai:
        lon.append(("", ten_con_lai, sum(dong[2] for dong in con_lai), sum(dong[3] for dong in con_lai)))
    return BieuDo(
        don_vi_do="đơn",
        theo_thoi_gian=False,
        khoa=tuple(dong[0] for dong in lon),
        nhan=tuple(dong[1] for dong in lon),
        cac_day=(
            DayBieuDo(ten_day[0], tuple(dong[2] for dong in lon)),
            DayBieuDo(ten_day[1], tuple(dong[3] for dong in lon)),
        ),
        **khac,
    )
