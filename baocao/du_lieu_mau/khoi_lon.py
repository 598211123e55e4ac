"""Petitions by the hundred thousand, for history and for measuring: legal rows, their trail and clocks, in bulk."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import groupby
from random import Random

from django.db import connection, models, reset_queries
from django.utils import timezone

from baocao.du_lieu_mau.co_quan import NhanSu, dia_chi, ten_nguoi
from baocao.du_lieu_mau.doi_don import BoiCanh, DoiDon, song_doi
from baocao.du_lieu_mau.tiep_dan_hoat_dong import quy_khong_co_luot
from donthu.actions.bi_mat import nguoi_phai_biet
from donthu.actions.dong_ho import so_ngay_rieng, tinh_han
from donthu.actions.tiep_nhan import SO_DON, cac_ma_nguoi_to_cao, ma_don
from donthu.models import CongDan, DonThu, HanViec, KetQuaThiHanh, LichSu, LinhVuc, NguoiDuocBiet, PhanCong, VuViec
from donthu.phan_loai import LOAI_CO_LAN_HAI, LoaiDon, LoaiGiayTo, NguonDon
from donthu.viec import Viec
from tiepdan.actions import SO_LUOT, ma_luot
from tiepdan.hinh_thuc import HuongTiep
from tiepdan.models import LuotTiep
from tochuc.lich import Lich
from tochuc.models import SoDem

MOI_MACH = 2_000  # petitions held at once: bounded memory whatever N
MOI_LENH = 500  # rows of one statement
SO_NGAY = 700  # they came in over the last two years
CAC_LOAI = (
    (LoaiDon.PHAN_ANH, 40),
    (LoaiDon.KIEN_NGHI, 15),
    (LoaiDon.KHIEU_NAI, 15),
    (LoaiDon.TO_CAO, 8),
    (LoaiDon.KHAC, 22),
)
CAC_NGUON = tuple(NguonDon)
CAC_SO_NGUOI = (1,) * 40 + (2, 3, 5, 8, 12)
VIEC = (
    "chờ khám lâu tại quầy tiếp đón",
    "thái độ của nhân viên trực đêm",
    "thu tiền giường cao hơn giá niêm yết",
    "thiếu thuốc trong danh mục bảo hiểm y tế",
    "chậm trả kết quả xét nghiệm",
    "nhà vệ sinh khu điều trị không sạch",
    "cách tính phụ cấp trực",
    "hướng dẫn thủ tục ra viện chưa rõ",
)
NOI = ("Khoa Khám bệnh", "Khoa Nội tổng hợp", "Khoa Nhi", "Khoa Hồi sức cấp cứu", "khu điều trị nội trú", "cơ sở 2")


def tao_khoi_lon(so_don: int, nhan_su: NhanSu, hom_nay: date, den: date, lich: Lich, rng: Random) -> None:
    """Write `so_don` petitions in the order in which they came, with three to sixteen lines of trail each.

    They came in over two years up to `den` and stand where they are on `hom_nay`.
    """
    so_ngay = {viec: so_ngay_rieng(viec) for viec in (Viec.GIAI_QUYET_KNPA,)}
    chung = BoiCanh(nhan_su, hom_nay, lich, so_ngay, nguoi_phai_biet(), rng)
    linh_vuc = list(LinhVuc.objects.filter(cha__isnull=False))
    for dau in range(0, so_don, MOI_MACH):
        thu_tu = range(dau, min(dau + MOI_MACH, so_don))
        ngay_nhan = [_ngay_nhan(so, so_don, hom_nay, den, lich) for so in thu_tu]
        _ghi_mach([*_cac_doi(ngay_nhan, chung, linh_vuc)], chung)
        reset_queries()  # with DEBUG on, Django keeps the text of every statement


def _ngay_nhan(so: int, so_don: int, hom_nay: date, den: date, lich: Lich) -> date:
    """The working day on or after the place of petition `so` between SO_NGAY days ago and `den`."""
    dau = hom_nay - timedelta(days=SO_NGAY - 1)
    return min(lich.ngay_lam_viec_ke_tiep(dau + timedelta(days=so * ((den - dau).days + 1) // so_don)), den)


def _cac_doi(ngay_nhan: list[date], chung: BoiCanh, linh_vuc: list[LinhVuc]) -> Iterator[DoiDon]:
    rng, nhan_su = chung.rng, chung.nhan_su
    cong_dan = _tao_cong_dan(max(50, len(ngay_nhan) // 5), rng)
    truong = list(nhan_su.truong_don_vi.values())
    tu_trong, den_trong = quy_khong_co_luot(chung.hom_nay)
    ten_loai, trong_so = zip(*CAC_LOAI, strict=True)
    cac_loai = rng.choices(ten_loai, trong_so, k=len(ngay_nhan))
    ma_to_cao = _ma_to_cao(ngay_nhan, cac_loai)
    for ngay, loai in zip(ngay_nhan, cac_loai, strict=True):
        la_to_cao, nguon = loai == LoaiDon.TO_CAO, rng.choice(CAC_NGUON)
        if nguon == NguonDon.TRUC_TIEP and tu_trong <= ngay <= den_trong:
            nguon = NguonDon.BUU_CHINH
        don = DonThu(
            loai=loai,
            lan=2 if loai in LOAI_CO_LAN_HAI and rng.random() < 0.05 else 1,
            nguon=nguon,
            ngay_nhan=ngay,
            linh_vuc=rng.choice(linh_vuc),
            tom_tat=f"{loai.label} về việc {rng.choice(VIEC)} tại {rng.choice(NOI)}",
            cong_dan=None if la_to_cao else rng.choice(cong_dan),
            ma_nguoi_to_cao=next(ma_to_cao[ngay.year]) if la_to_cao else "",
            so_nguoi=rng.choice(CAC_SO_NGUOI),
            nguoi_nhap=nhan_su.tiep_dan if nguon == NguonDon.TRUC_TIEP else nhan_su.tchc,
        )
        doi = DoiDon(don, chung, rng.choice(truong))
        song_doi(doi)
        yield doi


def _tao_cong_dan(bao_nhieu: int, rng: Random) -> list[CongDan]:
    cac_nguoi = []
    for _ in range(bao_nhieu):
        nguoi = CongDan(
            ho_ten=ten_nguoi(rng),
            loai_giay_to=LoaiGiayTo.CAN_CUOC,
            so_giay_to=f"0640{rng.randint(10_000_000, 99_999_999)}",
            dia_chi=dia_chi(rng),
        )
        nguoi.dien_khoa_tim()
        cac_nguoi.append(nguoi)
    return CongDan.objects.bulk_create(cac_nguoi, batch_size=MOI_LENH)


def _ma_to_cao(ngay_nhan: list[date], cac_loai: list[LoaiDon]) -> dict[int, Iterator[str]]:
    """Codes of denouncers for each year, as many as there are tố cáo."""
    cac_nam = [ngay.year for ngay, loai in zip(ngay_nhan, cac_loai, strict=True) if loai == LoaiDon.TO_CAO]
    return {nam: iter(cac_ma_nguoi_to_cao(nam, cac_nam.count(nam))) for nam in set(cac_nam)}


def _ghi_mach(cac_doi: list[DoiDon], chung: BoiCanh) -> None:
    """Write a batch: matters, petitions, what hangs on them, visits."""
    cac_don = [doi.don for doi in cac_doi]
    _danh_so(cac_don)
    VuViec.objects.bulk_create([don.vu_viec for don in cac_don], batch_size=MOI_LENH)
    for doi in cac_doi:
        doi.don.vu_viec_id = doi.don.vu_viec.pk
        doi.don.so_buoc = len(doi.cac_buoc)
        doi.don.dien_chu_tim()
    DonThu.objects.bulk_create(cac_don, batch_size=MOI_LENH)
    bay_gio = timezone.now()
    _chep_lich_su(dong for doi in cac_doi for dong in _lich_su(doi, bay_gio))
    _ghi_dong(HanViec, (han for doi in cac_doi for han in _han_viec(doi, chung.lich)))
    _ghi_dong(PhanCong, (_gan_don(doi.phan_cong, doi.don) for doi in cac_doi if doi.phan_cong))
    _ghi_dong(KetQuaThiHanh, (_gan_don(doi.ket_qua, doi.don) for doi in cac_doi if doi.ket_qua))
    to_cao = (doi for doi in cac_doi if doi.don.loai == LoaiDon.TO_CAO)
    _ghi_dong(NguoiDuocBiet, (dong for doi in to_cao for dong in doi.nguoi_duoc_biet()))
    _ghi_dong(LuotTiep, _luot_tiep([don for don in cac_don if don.nguon == NguonDon.TRUC_TIEP], chung))


def _ghi_dong(model: type[models.Model], cac_dong: Iterator[models.Model]) -> None:
    model.objects.bulk_create(cac_dong, batch_size=MOI_LENH)


def _chep_lich_su(cac_dong: Iterator[LichSu]) -> None:
    """Write lines of the trail. They are most of all rows, and `bulk_create` takes some five times as long."""
    cac_truong = [truong for truong in LichSu._meta.concrete_fields if not truong.primary_key]
    bang, cot = connection.ops.quote_name(LichSu._meta.db_table), ", ".join(truong.column for truong in cac_truong)
    cac_hang = (
        [truong.get_db_prep_save(getattr(dong, truong.attname), connection) for truong in cac_truong]
        for dong in cac_dong
    )
    with connection.cursor() as con_tro:
        if connection.vendor == "postgresql":
            with con_tro.copy(f"COPY {bang} ({cot}) FROM STDIN") as chep:
                for hang in cac_hang:
                    chep.write_row(hang)
        else:
            cho_trong = ", ".join(["%s"] * len(cac_truong))
            con_tro.executemany(f"INSERT INTO {bang} ({cot}) VALUES ({cho_trong})", list(cac_hang))  # noqa: S608


def _danh_so(cac_don: list[DonThu]) -> None:
    for nam, nhom in groupby(cac_don, key=lambda don: don.ngay_nhan.year):
        trong_nam = list(nhom)
        for so, don in enumerate(trong_nam, SoDem.lay(SO_DON, nam, len(trong_nam))):
            don.ma = ma_don(nam, so)
            don.vu_viec = VuViec(ma=f"VV.{don.ma}")


def _lich_su(doi: DoiDon, bay_gio) -> Iterator[LichSu]:
    truoc = None
    for da_lam in doi.cac_buoc:
        truoc = LichSu(
            thoi_diem=bay_gio,
            don_id=doi.don.pk,
            buoc=da_lam.buoc,
            tu=da_lam.tu,
            den=da_lam.den,
            ngay=da_lam.ngay,
            nguoi_id=da_lam.nguoi.pk,
        ).noi_tiep(truoc)
        yield truoc


def _han_viec(doi: DoiDon, lich: Lich) -> Iterator[HanViec]:
    for han in doi.cac_han:
        ket_qua = tinh_han(han, lich)
        han.han, han.han_goc = ket_qua.han, ket_qua.han_goc
        han.chu_the = f"don:{doi.don.pk}"
        yield _gan_don(han, doi.don)


def _gan_don(dong, don: DonThu):
    dong.don_id = don.pk
    return dong


def _luot_tiep(cac_don: list[DonThu], chung: BoiCanh) -> Iterator[LuotTiep]:
    """The visits at which these petitions were handed in."""
    can_bo = chung.nhan_su.tiep_dan
    for nam, nhom in groupby(cac_don, key=lambda don: don.ngay_nhan.year):
        trong_nam = list(nhom)
        for so, don in enumerate(trong_nam, SoDem.lay(SO_LUOT, nam, len(trong_nam))):
            yield LuotTiep(
                ma=ma_luot(nam, so),
                ngay=don.ngay_nhan,
                gio=time(chung.rng.randint(8, 10), chung.rng.choice((0, 15, 30, 45))),
                can_bo=can_bo,
                nguoi_ghi=can_bo,
                cong_dan_id=don.cong_dan_id,
                so_nguoi=don.so_nguoi,
                loai=don.loai,
                noi_dung=don.tom_tat,
                vu_viec_id=don.vu_viec_id,
                don_id=don.pk,
                huong=HuongTiep.LAP_DON,
            )
