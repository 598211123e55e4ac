"""Plans: tasks with unit, clock, evidence, progress; who sees and who updates; the usual tasks; the annex."""

from datetime import date, datetime, time, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from baocao.actions.ke_hoach import (
    cap_nhat_nhiem_vu,
    lay_nhiem_vu_mau,
    luu_ke_hoach,
    luu_nhiem_vu,
    xoa_nhiem_vu,
)
from baocao.ke_hoach_mau import NHIEM_VU_MAU
from baocao.models import KeHoach, NhiemVu
from baocao.models.ke_hoach import NhomNhiemVu
from donthu.actions.dong_ho import tinh_lai_han_mo
from donthu.models import HanViec, ThongBao
from donthu.nhac_viec import lap_thong_bao
from donthu.viec import Viec
from tests.donthu.tep_mau import tep_anh
from tochuc.loi import LoiNghiepVu
from tochuc.models import DonVi, NgayNghi
from tochuc.vai_tro import Quyen, VaiTro

NGAY_GIAO = date(2026, 1, 15)
HAN = date(2026, 11, 14)  # a Saturday: the plan fixed it, it stays


def luc(thang: int, ngay: int) -> datetime:
    return timezone.make_aware(datetime.combine(date(2026, thang, ngay), time(9, 0)))


GIUA, CUOI = luc(6, 1), luc(11, 10)


@pytest.fixture
def tchc(tao_nguoi, tao_don_vi):
    return tao_nguoi(VaiTro.TCHC, don_vi=tao_don_vi("TCHC", loai="PHONG"))


@pytest.fixture
def giam_doc(tao_nguoi, tao_don_vi):
    return tao_nguoi(VaiTro.LANH_DAO, don_vi=tao_don_vi("BGD", loai="BGD"))


@pytest.fixture
def khoa(tao_don_vi):
    return tao_don_vi(ten="Khoa Nội")


@pytest.fixture
def truong_khoa(tao_nguoi, khoa):
    return tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=khoa)


@pytest.fixture
def ke_hoach(tchc):
    return luu_ke_hoach(None, nguoi=tchc, ten="Kế hoạch năm 2026", so_ky_hieu="12/KH-TTYT", ngay=NGAY_GIAO, nam=2026)


@pytest.fixture
def giao(tchc, ke_hoach):
    def giao(don_vi, *phoi_hop, **khac) -> NhiemVu:
        truong = {"nhom": NhomNhiemVu.LANH_DAO, "noi_dung": "Quán triệt pháp luật", "han": HAN, "san_pham": "Danh sách"}
        nhiem_vu = NhiemVu(ke_hoach=ke_hoach, ngay_giao=NGAY_GIAO)
        return luu_nhiem_vu(nhiem_vu, nguoi=tchc, don_vi=don_vi, phoi_hop=phoi_hop, **truong | khac)

    return giao


def dong_ho(nhiem_vu) -> HanViec:
    return HanViec.objects.get(chu_the=f"nhiem_vu:{nhiem_vu.pk}")


# --- The clock of a task ---------------------------------------------------------------------------------------------


def test_nhiem_vu_co_dong_ho(giao, khoa, truong_khoa):
    nhiem_vu = giao(khoa)

    han = dong_ho(nhiem_vu)

    assert (han.viec, han.tu_ngay, han.so_ngay, han.han, han.ngay_xong) == (
        Viec.NHIEM_VU, NGAY_GIAO, (HAN - NGAY_GIAO).days, HAN, None
    )  # fmt: skip
    assert (han.quyen, han.don_vi, han.tieu_de) == (Quyen.GIAI_QUYET, khoa, "Quán triệt pháp luật")


def test_lich_nghi_doi_thi_han_khong_doi(giao, khoa):
    giao(khoa)

    doi = tinh_lai_han_mo(NgayNghi.objects.lich())

    assert (doi, HanViec.objects.get().han) == (0, HAN)


def test_hien_o_viec_cua_toi_va_duoc_nhac(client, giao, khoa, truong_khoa, tchc, giam_doc):
    hom_nay = timezone.localdate()
    nhiem_vu = giao(khoa, han=hom_nay - timedelta(days=30))
    client.force_login(truong_khoa)

    tra_loi = client.get(reverse("donthu:viec_cua_toi"), {"nhom": "qua_han"})
    lap_thong_bao(hom_nay, NgayNghi.objects.lich(), timezone.now())

    [viec] = tra_loi.context["viec_khac"]
    assert (viec.tom_tat, viec.dia_chi) == ("Quán triệt pháp luật", nhiem_vu.get_absolute_url())
    assert viec.han.con_lai_chu == "Quá hạn 30 ngày"
    assert next(the["so"] for the in tra_loi.context["the_so"]) == 1
    thong_bao = ThongBao.objects.filter(chu_the=f"nhiem_vu:{nhiem_vu.pk}:N1")
    assert {tb.nguoi for tb in thong_bao} == {truong_khoa, tchc, giam_doc}
    assert thong_bao[0].noi_dung.startswith("Nhiệm vụ của kế hoạch: Quán triệt pháp luật. Quá hạn từ 5 ngày làm việc")
    assert thong_bao[0].dia_chi == nhiem_vu.get_absolute_url()


def test_viec_cua_ban_giam_doc_va_don_vi_khong_ai_dung_phan_mem(giao, giam_doc, tao_don_vi):
    ban = {dong_ho(giao(don_vi)).quyen for don_vi in (giam_doc.don_vi, tao_don_vi())}

    assert ban == {Quyen.BAN_HANH, Quyen.THEO_DOI}


def test_doi_han_doi_don_vi_thi_dong_ho_theo(giao, khoa, tchc, tao_don_vi, tao_nguoi):
    nhiem_vu, khac = giao(khoa), tao_don_vi()
    tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=khac)

    luu_nhiem_vu(nhiem_vu, nguoi=tchc, phoi_hop=[khoa, khac], don_vi=khac, han=date(2026, 12, 31))

    han = dong_ho(nhiem_vu)
    assert (han.han, han.don_vi, han.quyen) == (date(2026, 12, 31), khac, Quyen.GIAI_QUYET)
    assert list(nhiem_vu.phoi_hop.all()) == [khoa]


@pytest.mark.parametrize("han", [NGAY_GIAO, NGAY_GIAO - timedelta(days=1)])
def test_han_phai_sau_ngay_giao(giao, khoa, han):
    with pytest.raises(LoiNghiepVu, match="Hạn hoàn thành phải sau ngày giao"):
        giao(khoa, han=han)


# --- How far it is ---------------------------------------------------------------------------------------------------


def test_don_vi_chu_tri_cap_nhat_den_khi_xong(giao, khoa, truong_khoa, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    nhiem_vu = giao(khoa)

    cap_nhat_nhiem_vu(nhiem_vu, nguoi=truong_khoa, luc=GIUA, tien_do=40, noi_dung="Đã họp khoa")
    with pytest.raises(LoiNghiepVu, match="phải ghi minh chứng"):
        cap_nhat_nhiem_vu(nhiem_vu, nguoi=truong_khoa, luc=CUOI, tien_do=100)
    xong = cap_nhat_nhiem_vu(
        nhiem_vu, nguoi=truong_khoa, luc=CUOI, tien_do=100, minh_chung="BB 05", cac_tep=[tep_anh()]
    )

    assert (xong.ngay_xong, xong.tien_do, dong_ho(xong).ngay_xong) == (date(2026, 11, 10), 100, date(2026, 11, 10))
    assert list(xong.cap_nhat.values_list("tien_do", "noi_dung")) == [(40, "Đã họp khoa"), (100, "")]
    assert [tep.ten for tep in xong.tep.all()] == ["anh.jpg"]


def test_xong_roi_chi_tchc_mo_lai(giao, khoa, truong_khoa, tchc):
    nhiem_vu = giao(khoa)
    cap_nhat_nhiem_vu(nhiem_vu, nguoi=truong_khoa, luc=GIUA, tien_do=100, minh_chung="BB 05")

    with pytest.raises(LoiNghiepVu, match="chỉ Phòng Tổ chức - Hành chính mở lại"):
        cap_nhat_nhiem_vu(nhiem_vu, nguoi=truong_khoa, luc=CUOI, tien_do=50)
    cap_nhat_nhiem_vu(nhiem_vu, nguoi=tchc, luc=CUOI, tien_do=100, minh_chung="BB 06")
    assert dong_ho(nhiem_vu).ngay_xong == date(2026, 6, 1)
    cap_nhat_nhiem_vu(nhiem_vu, nguoi=tchc, luc=CUOI, tien_do=80)

    assert dong_ho(nhiem_vu).ngay_xong is None


def test_ngay_hoan_thanh_som_hon_do_tchc_ghi(giao, khoa, truong_khoa, tchc):
    nhiem_vu, chung = giao(khoa), {"luc": CUOI, "tien_do": 100, "minh_chung": "x"}

    for nguoi, ngay in ((truong_khoa, date(2026, 3, 1)), (tchc, date(2026, 11, 11))):
        with pytest.raises(LoiNghiepVu, match="không được sau hôm nay và do Phòng Tổ chức"):
            cap_nhat_nhiem_vu(nhiem_vu, nguoi=nguoi, ngay_xong=ngay, **chung)
    with pytest.raises(LoiNghiepVu, match="Không thể xong trước ngày 15/01/2026"):
        cap_nhat_nhiem_vu(nhiem_vu, nguoi=tchc, ngay_xong=date(2026, 1, 1), **chung)
    xong = cap_nhat_nhiem_vu(nhiem_vu, nguoi=tchc, ngay_xong=date(2026, 3, 1), **chung)

    assert xong.ngay_xong == date(2026, 3, 1)


def test_ai_cap_nhat_duoc(giao, khoa, truong_khoa, tchc, giam_doc, tao_nguoi, tao_don_vi):
    phoi_hop = tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=tao_don_vi())
    cua_khoa, cua_ban = giao(khoa, phoi_hop.don_vi), giao(giam_doc.don_vi)

    duoc = {}
    for ten, nhiem_vu in (("khoa", cua_khoa), ("ban", cua_ban)):
        for nguoi in (truong_khoa, phoi_hop, tchc, giam_doc):
            try:
                cap_nhat_nhiem_vu(nhiem_vu, nguoi=nguoi, luc=GIUA, tien_do=10)
            except PermissionDenied:
                continue
            duoc.setdefault(ten, []).append(nguoi)

    assert duoc == {"khoa": [truong_khoa, tchc], "ban": [tchc, giam_doc]}


def test_xoa_nhiem_vu_chua_lam(giao, khoa, tchc, truong_khoa):
    mot, hai = giao(khoa), giao(khoa)
    cap_nhat_nhiem_vu(hai, nguoi=truong_khoa, luc=GIUA, tien_do=10)

    xoa_nhiem_vu(mot, nguoi=tchc)
    with pytest.raises(LoiNghiepVu, match="không xóa được"):
        xoa_nhiem_vu(hai, nguoi=tchc)
    with pytest.raises(PermissionDenied):
        xoa_nhiem_vu(hai, nguoi=truong_khoa)

    assert [han.chu_the for han in HanViec.objects.all()] == [f"nhiem_vu:{hai.pk}"]


# --- The usual tasks -------------------------------------------------------------------------------------------------


def test_nhiem_vu_mau(ke_hoach, tchc, khoa, giam_doc):
    cac_nhiem_vu = lay_nhiem_vu_mau(ke_hoach, nguoi=tchc)

    assert len(cac_nhiem_vu) == len(NHIEM_VU_MAU)
    assert {nv.nhom for nv in cac_nhiem_vu} == set(NhomNhiemVu)
    # This centre has neither QLCL, KHNV nor TCKT: their tasks fall to who asked.
    assert {nv.don_vi for nv in cac_nhiem_vu} == {tchc.don_vi, giam_doc.don_vi}
    quan_triet = cac_nhiem_vu[0]
    assert (quan_triet.ngay_giao, quan_triet.han) == (NGAY_GIAO, date(2026, 3, 31))
    assert list(quan_triet.phoi_hop.all()) == [khoa]
    assert HanViec.objects.count() == len(NHIEM_VU_MAU)
    with pytest.raises(LoiNghiepVu, match="chỉ lấy nhiệm vụ mẫu khi kế hoạch còn trống"):
        lay_nhiem_vu_mau(ke_hoach, nguoi=tchc)


def test_ke_hoach_ban_hanh_muon(ke_hoach, tchc):
    luu_ke_hoach(ke_hoach, nguoi=tchc, ngay=date(2026, 7, 1))
    ke_hoach.refresh_from_db()

    cac_nhiem_vu = lay_nhiem_vu_mau(ke_hoach, nguoi=tchc)

    assert cac_nhiem_vu[0].han == date(2026, 7, 31)


def test_khong_biet_giao_ai(ke_hoach, tao_nguoi):
    with pytest.raises(LoiNghiepVu, match="chưa thuộc đơn vị nào"):
        lay_nhiem_vu_mau(ke_hoach, nguoi=tao_nguoi(VaiTro.TCHC))

    assert not NhiemVu.objects.exists()


# --- Pages -----------------------------------------------------------------------------------------------------------


def test_truong_khoa_chi_thay_viec_cua_khoa(client, giao, khoa, truong_khoa, tao_don_vi, tchc, ke_hoach):
    chu_tri, phoi_hop, khac = giao(khoa), giao(tao_don_vi(), khoa), giao(tao_don_vi())
    client.force_login(truong_khoa)

    trang = client.get(ke_hoach.get_absolute_url())

    thay = {dong.nhiem_vu for muc in trang.context["cac_nhom"] for dong in muc.cac_dong}
    assert thay == {chu_tri, phoi_hop}
    assert [the["so"] for the in trang.context["the_so"]] == [2, 0, 2, 2 * (timezone.localdate() > HAN)]
    assert [client.get(nv.get_absolute_url()).status_code for nv in (chu_tri, phoi_hop, khac)] == [200, 200, 404]
    assert "Cập nhật tiến độ" not in client.get(phoi_hop.get_absolute_url()).content.decode()


def test_don_vi_khong_co_viec_thi_khong_thay_ke_hoach(client, giao, khoa, ke_hoach, tao_nguoi, tao_don_vi):
    giao(khoa)
    client.force_login(tao_nguoi(VaiTro.TRUONG_DON_VI, don_vi=tao_don_vi()))

    assert "Chưa có kế hoạch nào" in client.get(reverse("baocao:ke_hoach")).content.decode()
    assert client.get(ke_hoach.get_absolute_url()).status_code == 404


def test_tinh_hinh_theo_nhom_va_loc(client, giao, khoa, truong_khoa, giam_doc, ke_hoach):
    som, muon, qua_han, sau = (
        giao(khoa, han=han)
        for han in (date(2026, 5, 31), date(2026, 5, 31), date(2026, 6, 30), timezone.localdate() + timedelta(days=60))
    )
    for nhiem_vu, khi in ((som, luc(5, 31)), (muon, luc(6, 1))):
        cap_nhat_nhiem_vu(nhiem_vu, nguoi=truong_khoa, luc=khi, tien_do=100, minh_chung="x")
    client.force_login(giam_doc)

    def cac_viec(**loc):
        [muc] = client.get(ke_hoach.get_absolute_url(), loc).context["cac_nhom"]
        return muc.tinh_hinh, [dong.nhiem_vu for dong in muc.cac_dong], [dong.dung_han for dong in muc.cac_dong]

    tinh_hinh = "2/4 hoàn thành (50,00%), 1 đúng hạn, 1 quá hạn"
    assert cac_viec() == (tinh_hinh, [qua_han, sau, som, muon], [False, False, True, False])
    assert cac_viec(tinh_trang="qua_han") == (tinh_hinh, [qua_han], [False])
    assert cac_viec(tinh_trang="da_xong", don_vi=khoa.pk)[1] == [som, muon]
    assert client.get(ke_hoach.get_absolute_url(), {"nhom": "bao_cao"}).context["cac_nhom"] == []


def test_lap_ke_hoach_lay_mau_them_sua_xoa_tren_trang(client, tchc, khoa):
    client.force_login(tchc)
    client.post(
        reverse("baocao:ke_hoach_them"),
        {"ten": "Kế hoạch 2027", "so_ky_hieu": "01/KH", "ngay": "05/01/2027", "nam": "2027"},
    )
    ke_hoach = KeHoach.objects.get(nam=2027)
    trong = client.get(ke_hoach.get_absolute_url()).content.decode()

    client.post(reverse("baocao:ke_hoach_mau", args=[ke_hoach.pk]))
    o = {"nhom": "bao_cao", "noi_dung": "Báo cáo", "don_vi": khoa.pk, "ngay_giao": "05/01/2027", "han": "05/01/2027"}
    sai = client.post(reverse("baocao:nhiem_vu_them", args=[ke_hoach.pk]), o)
    dung = client.post(
        reverse("baocao:nhiem_vu_them", args=[ke_hoach.pk]), o | {"han": "06/02/2027", "phoi_hop": [tchc.don_vi.pk]}
    )

    assert "Lấy nhiệm vụ mẫu" in trong
    assert "Hạn hoàn thành phải sau ngày giao." in sai.content.decode()
    them = NhiemVu.objects.get(noi_dung="Báo cáo")
    assert (dung.url, list(them.phoi_hop.all())) == (them.get_absolute_url(), [tchc.don_vi])
    assert ke_hoach.nhiem_vu.count() == len(NHIEM_VU_MAU) + 1
    client.post(reverse("baocao:nhiem_vu_sua", args=[them.pk]), o | {"han": "07/02/2027"})
    them.refresh_from_db()
    assert (them.han, list(them.phoi_hop.all())) == (date(2027, 2, 7), [])
    client.post(reverse("baocao:nhiem_vu_xoa", args=[them.pk]))
    assert ke_hoach.nhiem_vu.count() == len(NHIEM_VU_MAU)


def test_cap_nhat_tren_trang(client, giao, khoa, truong_khoa, tchc, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    nhiem_vu = giao(khoa)
    client.force_login(truong_khoa)
    dia_chi = nhiem_vu.get_absolute_url()

    thieu = client.post(dia_chi, {"tien_do": "100"}).content.decode()
    qua = client.post(dia_chi, {"tien_do": "101"}).content.decode()
    client.post(dia_chi, {"tien_do": "60", "noi_dung": "Đã họp", "ngay_xong": "01/03/2026", "cac_tep": tep_anh()})

    assert "Hoàn thành nhiệm vụ phải ghi minh chứng." in thieu
    assert "Xin ghi một số từ 0 đến 100." in qua
    trang = client.get(dia_chi).content.decode()
    assert "Tiến độ 60%" in trang
    assert "anh.jpg" in trang
    assert 'name="ngay_xong"' not in trang
    client.force_login(tchc)
    som = client.post(dia_chi, {"tien_do": "100", "minh_chung": "x", "ngay_xong": "01/01/2026"}).content.decode()
    assert "Ngày hoàn thành từ ngày giao nhiệm vụ đến hôm nay." in som


def test_phu_luc_phan_cong(client, giao, khoa, tao_don_vi, giam_doc, ke_hoach, tchc):
    khac = tao_don_vi(ten="Khoa Ngoại")
    giao(khoa, khac)
    giao(tchc.don_vi, *DonVi.objects.exclude(loai="BGD"), nhom=NhomNhiemVu.BAO_CAO, noi_dung="Tổng hợp báo cáo")
    client.force_login(giam_doc)

    response = client.get(reverse("baocao:ke_hoach_phu_luc", args=[ke_hoach.pk]))

    trang = PdfReader(BytesIO(response.content)).pages[0]
    chu = " ".join(trang.extract_text().split())
    assert trang.mediabox.width > trang.mediabox.height
    assert "Kèm theo Kế hoạch số 12/KH-TTYT ngày 15 tháng 01 năm 2026" in chu
    assert "I Lãnh đạo, chỉ đạo, quán triệt 1 Quán triệt pháp luật Khoa Nội Khoa Ngoại 14/11/2026 Danh sách" in chu
    assert "II Thông tin, báo cáo 1 Tổng hợp báo cáo" in chu
    assert "Các khoa, phòng, bộ phận" in chu


@pytest.mark.parametrize("so_dong", [1, 3])
def test_so_truy_van(client, giao, khoa, tchc, ke_hoach, tao_don_vi, django_assert_num_queries, so_dong):
    for _ in range(so_dong):
        nhiem_vu = giao(khoa, tao_don_vi())
        cap_nhat_nhiem_vu(nhiem_vu, nguoi=tchc, luc=GIUA, tien_do=10)
    client.force_login(tchc)
    client.get("/")

    with django_assert_num_queries(7):  # session, person, roles, settings, notices; plans, counts
        client.get(reverse("baocao:ke_hoach"))
    with django_assert_num_queries(12):  # … the plan; counts, units, tasks, their partners, calendar; filter of units
        client.get(ke_hoach.get_absolute_url())
    with django_assert_num_queries(11):  # … the task, its partners, calendar, units, files, updates
        client.get(nhiem_vu.get_absolute_url())
