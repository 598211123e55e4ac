"""Likenesses between petitions: who sees which, and what may be decided."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from donthu.actions.doi_chieu import doi_chieu
from donthu.models import CongDan, DoiChieu, DonThu, KetLuanTrung, LichSu, VuViec
from donthu.phan_loai import LoaiDon
from donthu.trung_lap import DonTuongTu, so_lan_chuyen, tim_tuong_tu
from tiepdan.models import LuotTiep
from tochuc.loi import LoiNghiepVu
from tochuc.models import NhatKy

CHO_LAU = "Chờ khám bảo hiểm y tế từ 6 giờ 30 đến gần 11 giờ mới được gọi số"
CHO_LAU_KHAC_CHU = "Phản ánh việc khám bảo hiểm y tế: từ 6 giờ 30 phải chờ, gần 11 giờ mới được gọi số."
GUI_XE = "Bãi giữ xe thu tiền cao hơn biển niêm yết vào buổi tối"
NGAY = date(2026, 9, 10)


def _ma(cac_muc: list[DonTuongTu]) -> list[tuple[str, bool]]:
    return [(muc.don.ma, muc.cung_nguoi) for muc in cac_muc]


@pytest.fixture
def cong_dan(db):
    return CongDan.objects.create(ho_ten="Trần Thị Hoa", so_giay_to="064012345678", dien_thoai="0900111222")


def test_noi_dung_giong_du_khac_cach_viet(bo_may, tao_don):
    tao_don(ma="DT-1", tom_tat=CHO_LAU)
    tao_don(ma="DT-2", tom_tat=GUI_XE)
    don = tao_don(tom_tat=CHO_LAU_KHAC_CHU)

    giong = tim_tuong_tu(bo_may.tchc, don)

    assert [(muc.don.ma, muc.diem >= 82) for muc in giong] == [("DT-1", True)]


def test_cung_nguoi_theo_so_giay_to_hoac_dien_thoai(bo_may, tao_don, cong_dan):
    """Another writing of the same person has the same hash; the text need not be alike."""
    lan_khac = CongDan.objects.create(ho_ten="Trần T. Hoa", dien_thoai="0900 111 222")
    tao_don(ma="DT-1", tom_tat=GUI_XE, cong_dan=lan_khac)
    tao_don(ma="DT-2", tom_tat=GUI_XE)
    don = tao_don(tom_tat=CHO_LAU, cong_dan=cong_dan)

    assert _ma(tim_tuong_tu(bo_may.tchc, don)) == [("DT-1", True)]


def test_nguoi_khong_co_so_khong_giong_nguoi_khong_co_so(bo_may, tao_don):
    tao_don(tom_tat=GUI_XE)

    assert tim_tuong_tu(bo_may.tchc, tao_don(tom_tat=CHO_LAU)) == []


def test_to_cao_khong_so_voi_don_co_ten(bo_may, tao_don, nhan, cong_dan):
    """A likeness between a denunciation and a named petition would tell who denounced (Đ56 Luật TC)."""
    co_ten = tao_don(ma="DT-1", tom_tat=CHO_LAU, cong_dan=cong_dan)
    to_cao = nhan(LoaiDon.TO_CAO, NGAY, tom_tat=CHO_LAU)
    to_cao_cu = nhan(LoaiDon.TO_CAO, NGAY, tom_tat=CHO_LAU)

    assert tim_tuong_tu(bo_may.tchc, co_ten) == []
    assert _ma(tim_tuong_tu(bo_may.tchc, to_cao)) == [(to_cao_cu.ma, False)]
    with pytest.raises(LoiNghiepVu, match="đứng tên"):
        doi_chieu(
            to_cao, co_ten, nguoi=bo_may.tchc, ngay=NGAY, ket_luan=KetLuanTrung.CUNG_VU_VIEC, ly_do="Giống nội dung"
        )


def test_chi_thay_don_duoc_xem(bo_may, tao_don):
    tao_don(tom_tat=CHO_LAU)
    don = tao_don(tom_tat=CHO_LAU, don_vi=bo_may.khoa)

    assert tim_tuong_tu(bo_may.truong_khoa, don) == []


def test_don_cu_da_dong_thi_bo_qua(bo_may, tao_don):
    tao_don(ma="DT-1", tom_tat=CHO_LAU, ngay_nhan=date(2025, 1, 6), trang_thai="luu_don")
    tao_don(ma="DT-2", tom_tat=CHO_LAU, ngay_nhan=date(2025, 1, 6))

    assert _ma(tim_tuong_tu(bo_may.tchc, tao_don(tom_tat=CHO_LAU))) == [("DT-2", False)]


def test_so_cau_hoi_khong_tang_theo_so_don(bo_may, tao_don, cong_dan):
    def dem_cau_hoi() -> tuple[int, int]:
        don = tao_don(tom_tat=CHO_LAU, cong_dan=cong_dan)
        with CaptureQueriesContext(connection) as cau_hoi:
            giong = tim_tuong_tu(bo_may.tchc, don)
        return len(cau_hoi), len(giong)

    tao_don(tom_tat=CHO_LAU, cong_dan=cong_dan)
    dem_cau_hoi()  # the roles of the person are read once
    hai_don, _ = dem_cau_hoi()
    for _ in range(12):
        tao_don(tom_tat=CHO_LAU, cong_dan=cong_dan)
    muoi_bon_don, tim_thay = dem_cau_hoi()

    assert (muoi_bon_don, tim_thay) == (hai_don, 5)
    assert muoi_bon_don <= 8


def _ket_luan(don, khac, nguoi, ket_luan, ly_do="Cùng người, cùng việc"):
    return doi_chieu(don, khac, nguoi=nguoi, ngay=NGAY, ket_luan=ket_luan, ly_do=ly_do)


def test_ghep_vu_viec_chuyen_ca_don_va_luot_tiep(bo_may, nhan):
    cu = nhan(LoaiDon.PHAN_ANH, date(2026, 9, 1), tom_tat=CHO_LAU)
    moi = nhan(LoaiDon.PHAN_ANH, NGAY, tom_tat=CHO_LAU)
    kem = nhan(LoaiDon.PHAN_ANH, NGAY, tom_tat=GUI_XE, vu_viec=moi.vu_viec)
    luot = LuotTiep.objects.create(ma="L1", ngay=NGAY, loai=LoaiDon.PHAN_ANH, noi_dung="Hỏi", vu_viec=moi.vu_viec)

    _ket_luan(moi, cu, bo_may.tchc, KetLuanTrung.CUNG_VU_VIEC)

    cac_don = DonThu.objects.filter(pk__in=(cu.pk, moi.pk, kem.pk))
    luot.refresh_from_db()
    assert set(cac_don.values_list("vu_viec", flat=True)) == {cu.vu_viec_id}
    assert (luot.vu_viec_id, VuViec.objects.filter(pk=moi.vu_viec_id).exists()) == (cu.vu_viec_id, False)
    assert list(LichSu.objects.filter(buoc="ghep_vu_viec").order_by("don").values_list("don", "ghi_chu")) == [
        (moi.pk, f"Cùng vụ việc với đơn {cu.ma}. Cùng người, cùng việc"),
        (kem.pk, f"Cùng vụ việc với đơn {cu.ma}. Cùng người, cùng việc"),
    ]
    assert tim_tuong_tu(bo_may.tchc, moi) == []


def test_khong_lien_quan_thi_khong_hoi_lai(bo_may, nhan):
    cu = nhan(LoaiDon.PHAN_ANH, date(2026, 9, 1), tom_tat=CHO_LAU)
    moi = nhan(LoaiDon.PHAN_ANH, NGAY, tom_tat=CHO_LAU)

    _ket_luan(moi, cu, bo_may.tchc, KetLuanTrung.KHAC_NHAU)

    assert (tim_tuong_tu(bo_may.tchc, moi), tim_tuong_tu(bo_may.tchc, cu)) == ([], [])
    with pytest.raises(LoiNghiepVu, match="đã được đối chiếu"):
        _ket_luan(cu, moi, bo_may.tchc, KetLuanTrung.CUNG_VU_VIEC)


def test_gop_don_trung(bo_may, nhan):
    cu = nhan(LoaiDon.PHAN_ANH, date(2026, 9, 1), tom_tat=CHO_LAU)
    moi = nhan(LoaiDon.PHAN_ANH, NGAY, tom_tat=CHO_LAU)

    _ket_luan(moi, cu, bo_may.tchc, KetLuanTrung.TRUNG)

    moi.refresh_from_db()
    assert (moi.trang_thai, moi.trung_voi_id, moi.vu_viec_id) == ("luu_don", cu.pk, cu.vu_viec_id)


def test_chi_nguoi_phan_loai_duoc_ket_luan(bo_may, nhan):
    cu, moi = nhan(LoaiDon.PHAN_ANH, NGAY), nhan(LoaiDon.PHAN_ANH, NGAY)

    with pytest.raises(PermissionDenied):
        _ket_luan(moi, cu, bo_may.tiep_dan, KetLuanTrung.KHAC_NHAU)

    assert not DoiChieu.objects.exists()


def test_ket_luan_phai_co_ly_do(bo_may, nhan):
    cu, moi = nhan(LoaiDon.PHAN_ANH, NGAY), nhan(LoaiDon.PHAN_ANH, NGAY)

    with pytest.raises(LoiNghiepVu, match="lý do"):
        _ket_luan(moi, cu, bo_may.tchc, KetLuanTrung.KHAC_NHAU, ly_do="")


def test_dem_lan_chuyen_cua_vu_viec(bo_may, nhan, phan_loai, lam):
    cu = nhan(LoaiDon.PHAN_ANH, NGAY)
    moi = nhan(LoaiDon.PHAN_ANH, NGAY, vu_viec=cu.vu_viec)
    cu = phan_loai(cu, NGAY, thuoc_tham_quyen=False)

    lam(cu, "chuyen_don", bo_may.tchc, NGAY, co_quan_nhan="Sở Y tế")

    assert so_lan_chuyen(bo_may.tchc, moi) == 1


def test_trang_doi_chieu_va_ghi_ket_luan(client, bo_may, nhan):
    cu = nhan(LoaiDon.PHAN_ANH, date(2026, 9, 1), tom_tat=CHO_LAU)
    moi = nhan(LoaiDon.PHAN_ANH, NGAY, tom_tat=CHO_LAU)
    client.force_login(bo_may.tchc)
    dia_chi = reverse("donthu:doi_chieu", args=[moi.pk, cu.pk])

    trang = client.get(dia_chi).content.decode()
    thieu = client.post(dia_chi, {"ket_luan": "khac_nhau"})
    xong = client.post(dia_chi, {"ket_luan": "khac_nhau", "ly_do": "Hai người khác nhau"})

    assert (cu.ma in trang, moi.ma in trang) == (True, True)
    assert "Xin ghi lý do." in thieu.content.decode()
    assert (xong.status_code, xong.url) == (302, moi.get_absolute_url())
    assert DoiChieu.objects.get().ket_luan == KetLuanTrung.KHAC_NHAU


def test_goi_y_khi_dang_nhap(client, bo_may, nhan, cong_dan):
    """The number is looked for in the body; of a tố cáo it is not even read."""
    cu = nhan(LoaiDon.PHAN_ANH, date(2026, 9, 1), tom_tat=GUI_XE, cong_dan=cong_dan)
    client.force_login(bo_may.tchc)
    dia_chi = reverse("donthu:goi_y_trung")
    phieu = {"loai": "PHAN_ANH", "tom_tat": CHO_LAU, "so_giay_to": "064 012 345 678"}

    cung_nguoi = client.post(dia_chi, phieu).content.decode()
    to_cao = client.post(dia_chi, phieu | {"loai": "TC"}).content.decode()

    assert (cu.ma in cung_nguoi, to_cao.strip()) == (True, "")


def test_khong_thay_don_thi_404(client, bo_may, nhan):
    don = nhan(LoaiDon.TO_CAO, NGAY)
    khac = nhan(LoaiDon.TO_CAO, NGAY)
    client.force_login(bo_may.truong_khoa)

    ma = [
        client.get(reverse("donthu:trung_lap", args=[don.pk])).status_code,
        client.get(reverse("donthu:doi_chieu", args=[don.pk, khac.pk])).status_code,
    ]

    assert ma == [404, 403]


def test_doi_chieu_to_cao_ghi_nhat_ky_mat(client, bo_may, nhan):
    """Both readings are in the secret log, and neither names the other petition."""
    cu, moi = nhan(LoaiDon.TO_CAO, NGAY), nhan(LoaiDon.TO_CAO, NGAY)
    client.force_login(bo_may.tchc)

    client.get(reverse("donthu:doi_chieu", args=[moi.pk, cu.pk]))
    client.get(reverse("donthu:trung_lap", args=[moi.pk]))
    _ket_luan(moi, cu, bo_may.tchc, KetLuanTrung.CUNG_VU_VIEC)

    nhat_ky = NhatKy.objects.order_by("stt").values_list("doi_tuong", "noi_dung", "mat")
    assert list(nhat_ky) == [
        (moi.ma, "Đối chiếu đơn tố cáo", True),
        (cu.ma, "Đối chiếu đơn tố cáo", True),
        (moi.ma, "Xem các đơn có thể trùng với đơn tố cáo", True),
        (moi.ma, "Đối chiếu với đơn khác: cùng một vụ việc", True),
    ]
    assert moi.lich_su.get(buoc="ghep_vu_viec").ghi_chu == "Cùng người, cùng việc"
