"""Flags of a petition: lists and the page agree; leaders are told once, and only who may see."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from donthu.actions.danh_dau import danh_dau_khan_cap
from donthu.bo_loc import BoLocDon
from donthu.dau_hieu import BAO_NGAY, DauHieu, cac_dau_hieu, co_the_co, dieu_kien, mot_nam_truoc
from donthu.models import DonThu, HanViec, LinhVuc, ThongBao, VuViec
from donthu.models.thong_bao import MucNhac
from donthu.phan_loai import LOAI_CO_LAN_HAI, HuongXuLy, KetQua, LoaiDon, NguonDon
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from donthu.viec import Viec
from tochuc.loi import LoiNghiepVu
from tochuc.vai_tro import Quyen, VaiTro

NGAY = date(2026, 9, 30)
TIEU_CHI = ("dia_diem", "noi_dung", "nhieu_nguoi")


def mang(don, ngay=NGAY) -> set[DauHieu]:
    return {thay.dau_hieu for thay in cac_dau_hieu(don, ngay)}


def tim(dau_hieu, ngay=NGAY) -> list[str]:
    return list(DonThu.objects.filter(dieu_kien(dau_hieu, ngay)).order_by("ma").values_list("ma", flat=True))


def mo_han(don, viec, han, **khac):
    chung = {"chu_the": f"don:{don.pk}", "tu_ngay": don.ngay_nhan, "han_goc": han, "quyen": Quyen.DUYET}
    return HanViec.objects.create(don=don, viec=viec, han=han, **chung | khac)


ngay_gan = st.dates(NGAY - timedelta(days=800), NGAY)
mot_don = st.fixed_dictionaries(
    {
        "loai": st.sampled_from(LoaiDon),
        "lan_hai": st.booleans(),
        "nguon": st.sampled_from([NguonDon.CO_QUAN_CHUYEN, NguonDon.BUU_CHINH]),
        "ngay_nhan": ngay_gan,
        "so_nguoi": st.integers(1, 7),
        "khan_cap": st.booleans(),
        "phuc_tap": st.booleans(),
        "tieu_chi_phuc_tap": st.lists(st.sampled_from(TIEU_CHI), unique=True),
        "da_gui_cap_tren": st.booleans(),
        "thuoc_tham_quyen": st.sampled_from([None, False, True]),
        "dong": st.booleans(),
        "ban_hanh": st.booleans(),
        "vu_viec": st.integers(0, 1),
        "han": st.none() | st.tuples(st.integers(-400, 60), st.booleans(), st.none() | st.integers(0, 500)),
    }
)


def ghi_don(so: int, vu_viec: list[VuViec], linh_vuc: LinhVuc, mau: dict) -> None:
    """A row as the database allows it, and perhaps one clock."""
    lan_hai, dong, ban_hanh, han = (mau.pop(ten) for ten in ("lan_hai", "dong", "ban_hanh", "han"))
    loai, ngay = mau["loai"], mau["ngay_nhan"]
    co_lan_hai = loai in LOAI_CO_LAN_HAI
    thuoc = mau.pop("thuoc_tham_quyen") or ban_hanh or None
    don = DonThu(
        ma=f"DH-{so}",
        vu_viec=vu_viec[mau.pop("vu_viec")],
        linh_vuc=linh_vuc,
        tom_tat="Nội dung",
        lan=2 if lan_hai and co_lan_hai else 1,
        thuoc_tham_quyen=thuoc,
        du_dieu_kien=True if thuoc is not None else None,
        ma_nguoi_to_cao=f"NTC-{so}" if loai == LoaiDon.TO_CAO else "",
        trang_thai=TrangThai.KET_THUC if dong else TrangThai.DANG_GIAI_QUYET,
        ngay_ket_thuc=ngay if dong else None,
        **mau,
    )
    if ban_hanh:
        don.ngay_xu_ly = don.ngay_thu_ly = don.ngay_ban_hanh = ngay
        don.huong_xu_ly = HuongXuLy.THU_LY
        don.ket_qua = (KetQua.CONG_NHAN if loai == LoaiDon.KHIEU_NAI and don.lan == 2 else KetQua.DUNG) * co_lan_hai
    don.save()
    if han:
        den, dang_dung, xong_sau = han
        mo_han(
            don,
            Viec.GIAI_QUYET_TC if loai == LoaiDon.TO_CAO else Viec.GIAI_QUYET_KNPA,
            NGAY + timedelta(days=den),
            ngay_xong=None if xong_sau is None else ngay + timedelta(days=xong_sau),
            dung_tu=ngay if dang_dung and xong_sau is None else None,
        )


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cac_mau=st.lists(mot_don, min_size=1, max_size=5))
def test_danh_sach_va_trang_don_noi_nhu_nhau(cac_mau):
    with transaction.atomic():
        vu_viec = [VuViec.objects.create(ma=f"VV.DH-{so}") for so in range(2)]
        linh_vuc = LinhVuc.objects.get(ma="02.01")
        for so, mau in enumerate(cac_mau):
            ghi_don(so, vu_viec, linh_vuc, dict(mau))

        theo_trang = {don.ma: mang(don) for don in DonThu.objects.all()}
        theo_danh_sach = {ma: {dau_hieu for dau_hieu in DauHieu if ma in tim(dau_hieu)} for ma in theo_trang}
        co_the = {don.ma: co_the_co(don) for don in DonThu.objects.all()}

        transaction.set_rollback(True)
    assert theo_danh_sach == theo_trang
    assert all(co_the[ma] for ma, cac in theo_trang.items() if cac & set(BAO_NGAY))


def test_moi_dau_hieu_co_muc_thong_bao():
    assert {MucNhac(dau_hieu).label for dau_hieu in DauHieu} == {dau_hieu.label for dau_hieu in DauHieu}


def test_mot_nam_truoc():
    assert (mot_nam_truoc(date(2024, 2, 29)), mot_nam_truoc(NGAY)) == (date(2023, 2, 28), date(2025, 9, 30))


def test_dac_biet_phuc_tap_chi_cua_to_cao_tu_hai_tieu_chi(tao_don):
    tao_don(ma="A", loai=LoaiDon.TO_CAO, phuc_tap=True, tieu_chi_phuc_tap=["dia_diem"])
    hai = tao_don(ma="B", loai=LoaiDon.TO_CAO, phuc_tap=True, tieu_chi_phuc_tap=["dia_diem", "noi_dung"])
    tao_don(ma="C", loai=LoaiDon.KHIEU_NAI, phuc_tap=True, tieu_chi_phuc_tap=["dia_diem", "noi_dung"])

    assert (tim(DauHieu.PHUC_TAP), tim(DauHieu.DAC_BIET)) == (["A", "B", "C"], ["B"])
    assert [(thay.nhan, thay.ly_do) for thay in cac_dau_hieu(hai, NGAY)] == [
        ("Phức tạp", "Phải xác minh tại từ 02 địa điểm trở lên; Phải xác minh từ 02 nội dung trở lên"),
        ("Đặc biệt phức tạp", "Tố cáo có 2 tiêu chí phức tạp (Điều 3 Nghị định 31/2019/NĐ-CP)"),
    ]


def test_vuot_cap_khong_con_khi_trung_tam_da_tre_han(tao_don):
    vu_viec = VuViec.objects.create(ma="VV.CHUNG")
    truoc = tao_don(ma="A", loai=LoaiDon.KHIEU_NAI, vu_viec=vu_viec, ngay_nhan=date(2026, 7, 1))
    chuyen = {"nguon": NguonDon.CO_QUAN_CHUYEN, "du_dieu_kien": True, "thuoc_tham_quyen": True}
    tao_don(ma="B", vu_viec=vu_viec, ngay_nhan=date(2026, 8, 10), **chuyen)
    han = mo_han(truoc, Viec.GIAI_QUYET_KN_LAN_DAU, date(2026, 8, 10))

    con_han = tim(DauHieu.VUOT_CAP)
    HanViec.objects.filter(pk=han.pk).update(han=date(2026, 8, 9))

    assert (con_han, tim(DauHieu.VUOT_CAP)) == (["B"], [])


def test_keo_dai_noi_ly_do(tao_don):
    don = tao_don(ma="A", ngay_nhan=date(2025, 9, 29))
    mo_han(don, Viec.GIAI_QUYET_KNPA, date(2025, 10, 14))

    (thay,) = cac_dau_hieu(don, NGAY)

    assert thay.ly_do == "Quá hạn giải quyết từ ngày 14/10/2025; Đã quá 12 tháng kể từ ngày nhận 29/09/2025"


@pytest.mark.parametrize("dau_hieu", DauHieu)
def test_loc_trong_so_mot_truy_van(tao_don, dau_hieu):
    tao_don(ma="KHONG")
    tao_don(
        ma="CO",
        loai=LoaiDon.TO_CAO,
        ngay_nhan=date(2025, 1, 2),
        khan_cap=True,
        phuc_tap=True,
        tieu_chi_phuc_tap=list(TIEU_CHI),
        so_nguoi=5,
        da_gui_cap_tren=True,
    )

    with CaptureQueriesContext(connection) as truy_van:
        loc = BoLocDon(QueryDict(f"dau_hieu={dau_hieu}"), queryset=DonThu.objects.order_by("ma"), ngay=NGAY)
        ma = [don.ma for don in loc.qs]

    assert (ma, len(truy_van)) == (["CO"], 1)


def da_bao():
    return set(ThongBao.objects.filter(muc__in=BAO_NGAY).values_list("nguoi", "muc"))


def test_bao_lanh_dao_ngay_khi_nhan_va_khong_bao_lai(bo_may, nhan, phan_loai):
    don = nhan(LoaiDon.PHAN_ANH, NGAY, so_nguoi=6)
    da_bao_khi_nhan = da_bao()

    phan_loai(don, NGAY)

    assert da_bao_khi_nhan == da_bao() == {(bo_may.giam_doc.pk, MucNhac.DONG_NGUOI)}
    assert ThongBao.objects.get(muc=MucNhac.DONG_NGUOI).noi_dung == f"Đơn {don.ma}: có dấu hiệu đông người."


def test_bao_vuot_cap_khi_phan_loai_la_thuoc_tham_quyen(bo_may, nhan, phan_loai):
    don = nhan(LoaiDon.KHIEU_NAI, NGAY, nguon=NguonDon.CO_QUAN_CHUYEN, co_quan_chuyen_den="Sở Y tế")
    truoc = da_bao()

    phan_loai(don, NGAY)

    assert (truoc, da_bao()) == (set(), {(bo_may.giam_doc.pk, MucNhac.VUOT_CAP)})


def test_khong_bao_lanh_dao_khong_duoc_biet(bo_may, nhan, tao_nguoi):
    pho = tao_nguoi(VaiTro.LANH_DAO, chuc_vu="Phó Giám đốc")
    nhan(LoaiDon.TO_CAO, NGAY, so_nguoi=6, nguoi_bi_to_cao=(pho,))
    bao_ve_lanh_dao = da_bao()
    nhan(LoaiDon.TO_CAO, NGAY, so_nguoi=6)

    assert (bao_ve_lanh_dao, da_bao()) == (set(), {(bo_may.giam_doc.pk, MucNhac.DONG_NGUOI)})


def test_danh_dau_khan_cap_bao_ngay_va_ghi_lich_su(bo_may, nhan):
    don = nhan(LoaiDon.PHAN_ANH, NGAY)

    danh_dau_khan_cap(don, nguoi=bo_may.tchc, ngay=NGAY, khan_cap=True, ly_do="Nguy cơ cháy nổ kho oxy")
    don.refresh_from_db()

    assert [(thay.nhan, thay.ly_do) for thay in cac_dau_hieu(don, NGAY)] == [("Khẩn cấp", "Nguy cơ cháy nổ kho oxy")]
    assert da_bao() == {(bo_may.giam_doc.pk, MucNhac.KHAN_CAP)}
    cuoi = don.lich_su.order_by("-stt").first()
    assert (cuoi.buoc, cuoi.tu, cuoi.den, cuoi.ghi_chu) == (
        Buoc.PHAN_LOAI,
        TrangThai.TIEP_NHAN,
        TrangThai.TIEP_NHAN,
        "Khẩn cấp: Nguy cơ cháy nổ kho oxy",
    )
    with pytest.raises(LoiNghiepVu, match="đã được đánh dấu khẩn cấp"):
        danh_dau_khan_cap(don, nguoi=bo_may.tchc, ngay=NGAY, khan_cap=True, ly_do="Lần nữa")


def test_trang_danh_dau_khan_cap(client, bo_may, nhan):
    don = nhan(LoaiDon.PHAN_ANH, NGAY)
    dia_chi = f"{don.get_absolute_url()}khan-cap/"
    client.force_login(bo_may.tchc)

    client.post(dia_chi, {"ly_do": "Nguy cơ cháy nổ", "ngay": "30/09/2026"})
    trang = client.get(don.get_absolute_url()).content.decode()

    assert "Nguy cơ cháy nổ" in trang
    assert "Thôi đánh dấu khẩn cấp" in trang
    client.force_login(bo_may.tiep_dan)
    assert client.get(dia_chi).status_code == 403
    client.force_login(bo_may.khoa_khac)
    assert client.get(dia_chi).status_code == 404
