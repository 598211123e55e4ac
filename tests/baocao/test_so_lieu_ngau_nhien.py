"""Random legal registers: the rules read again, word by word, in plain Python."""

from datetime import date
from decimal import Decimal

from baocao.models import HoatDong
from baocao.so_lieu import tinh_bao_cao, tinh_so_lieu
from donthu.models import DonThu, KetQuaThiHanh
from tests.baocao.so_ngau_nhien import CAC_KY, DA_THU_TRA, TIEN_DAT
from tiepdan.models import LichTiep, LuotTiep

# --- The rules read again ---------------------------------------------------------------------------------------------


def _trong(ngay: date | None, ky) -> bool:
    return ngay is not None and ky.tu_ngay <= ngay <= ky.den_ngay


def _den(ngay: date | None, ky) -> bool:
    return ngay is not None and ngay <= ky.den_ngay


def _chua_truoc(ngay: date | None, ky) -> bool:
    """Not done before the period."""
    return ngay is None or ngay >= ky.tu_ngay


def _cong(cac_dong, truong):
    return sum((getattr(dong, truong) for dong in cac_dong), Decimal(0))


def _dem_tiep(ky) -> dict[int, int]:
    luot = [dong for dong in LuotTiep.objects.all() if _trong(dong.ngay, ky) and dong.ket_qua != "tu_choi"]
    lich = [
        dong
        for dong in LichTiep.objects.exclude(loai="thuong_xuyen")
        if _trong(dong.ngay, ky) and dong.da_cong_bo and not dong.da_huy
    ]
    cot, da_dem = {}, set()
    for dau, phan in ((11, "thu_truong"), (17, "uy_quyen"), (5, "thuong_xuyen")):
        cua_phan = [dong for dong in luot if dong.nguoi_tiep == phan]
        doan = [dong for dong in cua_phan if dong.so_nguoi >= 5]
        vu_viec = {dong.vu_viec_id for dong in cua_phan} - da_dem
        da_dem |= vu_viec
        cac_so = (len(cua_phan), _cong(cua_phan, "so_nguoi"), len(vu_viec), len(doan), _cong(doan, "so_nguoi"))
        cot |= dict(enumerate(cac_so, start=dau))
    for so, phan in ((10, "thu_truong"), (16, "uy_quyen")):
        cot[so] = len({dong.ngay for dong in lich if dong.nguoi_tiep == phan})
    return cot | {so: cot[so + 4] + cot[so + 10] + cot[so + 16] for so in (1, 2, 3, 4)}


def _tap_xu_ly(ky):
    """Sets S, P, E, C, N."""
    s = [
        dong
        for dong in DonThu.objects.select_related("linh_vuc")
        if dong.loai != "KHAC"
        and dong.ngay_nhan <= ky.den_ngay
        and (dong.ngay_nhan >= ky.tu_ngay or _chua_truoc(dong.ngay_xu_ly, ky))
    ]
    p = [dong for dong in s if _den(dong.ngay_xu_ly, ky)]
    e = [dong for dong in p if dong.du_dieu_kien]
    c = [dong for dong in e if dong.thuoc_tham_quyen]
    return s, p, e, c, [dong for dong in e if not dong.thuoc_tham_quyen]


def _dem_xu_ly(ky) -> dict[int, int]:
    s, p, e, c, n = _tap_xu_ly(ky)
    kn, tc = ([dong for dong in c if dong.loai == loai] for loai in ("KN", "TC"))
    pa = [dong for dong in c if dong.loai in ("KIEN_NGHI", "PHAN_ANH")]
    cot = {1: len(s), 2: len(p), 3: len(e), 4: len(c), 5: len({dong.vu_viec_id for dong in c})}
    for dau, cac_don in ((6, kn), (12, tc)):
        lan = [dong.lan for dong in cac_don]
        cot |= {dau: len(cac_don), dau + 1: lan.count(1), dau + 2: lan.count(2)}
    for dau, cac_don, truong, nhom in (
        (9, kn, "nhom_khieu_nai", ["DD", "CDCS"]),
        (15, tc, "nhom_to_cao", ["HC", "TN", "TP"]),
        (20, pa, "nhom_phan_anh", ["CDCS", "DD"]),
    ):
        cua_don = [getattr(dong.linh_vuc, truong) for dong in cac_don]
        cac_so = [cua_don.count(ten) for ten in nhom]
        cot |= dict(enumerate([*cac_so, len(cua_don) - sum(cac_so)], start=dau))
    huong = [dong.huong_xu_ly for dong in n]
    return cot | {19: len(pa), 23: len(n), 24: huong.count("huong_dan"), 25: huong.count("chuyen_don")}


def _dem_xem_xet(ky, loai) -> dict[int, int]:
    """Columns 1-6 of 03/GQKN, 04/GQTC."""
    k = [dong for dong in _tap_xu_ly(ky)[3] if dong.loai == loai]
    cot = {1: len(k), 2: len({dong.vu_viec_id for dong in k}), 3: 0, 4: 0, 5: 0, 6: 0}
    for vu_viec in {dong.vu_viec_id for dong in k}:
        cua_vu = [dong for dong in k if dong.vu_viec_id == vu_viec]
        if any(_den(dong.ngay_thu_ly, ky) and not _den(dong.ngay_dinh_chi, ky) for dong in cua_vu):
            cot[4] += 1
        elif any(_den(dong.ngay_dinh_chi, ky) for dong in cua_vu):
            cot[6] += 1
        elif any(_den(dong.ngay_khong_thu_ly, ky) for dong in cua_vu):
            cot[5] += 1
        else:
            cot[3] += 1
    return cot


def _dem_quyet_dinh(ky, loai, cac_loai_ket_qua, cong) -> dict[int, int]:
    """Columns of 03/GQKN, 04/GQTC from 7 on."""
    trong_ky = [dong for dong in DonThu.objects.filter(loai=loai) if _trong(dong.ngay_ban_hanh, ky)]
    ket_qua = [(dong.lan, dong.ket_qua) for dong in trong_ky]
    cac_so = [len(trong_ky), *(ket_qua.count(mot) for mot in cac_loai_ket_qua)]
    return dict(enumerate([*cac_so, *(_cong(trong_ky, truong) for truong in cong)], start=7))


def _dem_thi_hanh(ky, dau, loai, xu_ly) -> dict[int, int]:
    """Half of 05/KQTH."""
    d = [
        dong
        for dong in DonThu.objects.filter(loai=loai)
        if _den(dong.ngay_ban_hanh, ky) and _chua_truoc(dong.ngay_thi_hanh_xong, ky)
    ]
    ket_qua = [dong for dong in KetQuaThiHanh.objects.filter(don__loai=loai) if _trong(dong.ngay, ky)]
    thu_hoi, tra_lai = ([_cong(d, truong) for truong in nhom] for nhom in (TIEN_DAT[:2], TIEN_DAT[2:]))
    da_thu, da_tra = ([_cong(ket_qua, truong) for truong in nhom] for nhom in (DA_THU_TRA[:2], DA_THU_TRA[2:]))
    xong = sum(_trong(dong.ngay_thi_hanh_xong, ky) for dong in d)
    cac_truong = (*xu_ly, "vu_khoi_to", "nguoi_khoi_to", "can_bo_khoi_to")
    da_xu_ly = [_cong(ket_qua, truong) for truong in cac_truong]
    return dict(enumerate([len(d), xong, *thu_hoi, *da_thu, *tra_lai, *da_tra, *da_xu_ly], start=dau))


def _dem_quan_ly(ky) -> dict[int, int]:
    cac_dong = list(HoatDong.objects.all())
    trong_ky = [dong.loai for dong in cac_dong if _trong(dong.ngay, ky)]
    tap_huan = [dong for dong in cac_dong if dong.loai == "tap_huan" and _trong(dong.ngay, ky)]
    thanh_tra = [dong for dong in cac_dong if dong.loai == "thanh_tra"]
    dang = [dong for dong in thanh_tra if _den(dong.ngay, ky) and _chua_truoc(dong.ngay_ket_luan, ky)]
    ket_luan = [dong for dong in thanh_tra if _trong(dong.ngay_ket_luan, ky)]
    phai = [d for d in thanh_tra if _den(d.ngay_ket_luan, ky) and _chua_truoc(d.ngay_thuc_hien_xong, ky)]
    xong = [dong for dong in thanh_tra if _trong(dong.ngay_thuc_hien_xong, ky)]
    kien_nghi = ("to_chuc_hanh_chinh", "ca_nhan_hanh_chinh", "to_chuc_dieu_tra", "ca_nhan_dieu_tra")
    da_lam = ("da_xu_ly_to_chuc", "da_xu_ly_ca_nhan", "vu_khoi_to", "doi_tuong_khoi_to")
    cac_so = [
        *(trong_ky.count(loai) for loai in ("van_ban_moi", "van_ban_sua_doi", "van_ban_huy_bo", "tap_huan")),
        *(_cong(tap_huan, "so_nguoi"), len(dang), _cong(dang, "so_don_vi"), len(ket_luan)),
        *(_cong(ket_luan, truong) for truong in kien_nghi),
        *(len(phai), *(_cong(xong, truong) for truong in da_lam)),
    ]
    return dict(enumerate(cac_so, start=1))


def doc_lai_quy_tac(ky) -> dict[str, dict[int, int]]:
    """All columns by the words of the rules, row by row."""
    dung_sai = ("dung", "sai", "dung_mot_phan")
    lan_dau, lan_hai = [(1, ten) for ten in dung_sai], [(2, ten) for ten in dung_sai]
    duoc_tra, bi = ("to_chuc_duoc_tra", "ca_nhan_duoc_tra"), ("nguoi_bi_kien_nghi", "can_bo_bi_kien_nghi")
    dieu_tra = ("vu_chuyen_dieu_tra", "nguoi_chuyen_dieu_tra", "can_bo_chuyen_dieu_tra")
    kn = [*lan_dau, (2, "cong_nhan"), (2, "huy_sua")]
    nguoi = ("nguoi_da_xu_ly", "can_bo_da_xu_ly")
    return {
        "01/TCD": _dem_tiep(ky),
        "02/XLD": _dem_xu_ly(ky),
        "03/GQKN": _dem_xem_xet(ky, "KN") | _dem_quyet_dinh(ky, "KN", kn, [*TIEN_DAT, *duoc_tra, *bi, *dieu_tra]),
        "04/GQTC": _dem_xem_xet(ky, "TC")
        | _dem_quyet_dinh(
            ky, "TC", [*lan_dau, *lan_hai], [*TIEN_DAT, *duoc_tra, "to_chuc_bi_kien_nghi", *bi, *dieu_tra]
        ),
        "05/KQTH": _dem_thi_hanh(ky, 1, "KN", nguoi) | _dem_thi_hanh(ky, 16, "TC", ("to_chuc_da_xu_ly", *nguoi)),
        "06/QLKNTC": _dem_quan_ly(ky),
    }


# --- Tests ------------------------------------------------------------------------------------------------------------


def test_numbers_are_those_of_the_rules(so_ngau_nhien):
    for ky in CAC_KY:
        assert tinh_so_lieu(ky.tu_ngay, ky.den_ngay) == doc_lai_quy_tac(ky), str(ky)


def test_printed_checks_hold_on_legal_data(so_ngau_nhien):
    for ky in CAC_KY:
        assert tinh_bao_cao(ky).canh_bao == (), str(ky)
