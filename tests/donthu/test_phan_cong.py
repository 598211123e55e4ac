"""Work between people: units that take part, accepting, returning, more time, reminders, who is told."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from donthu.actions import phan_cong as viec
from donthu.actions.phan_cong import ViecPhanCong
from donthu.models import DonThu, PhanCong, ThongBao, VaiPhanCong
from donthu.models.thong_bao import MucNhac
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from tochuc.loi import LoiNghiepVu
from tochuc.vai_tro import Quyen, VaiTro

# A phản ánh received on Monday 07/09/2026, accepted on the 8th: C6 runs 15 ngày, until Tuesday 22/09/2026.
NHAN, GIAO, SAU = date(2026, 9, 7), date(2026, 9, 8), date(2026, 9, 9)
HAN_LUAT = date(2026, 9, 22)


@pytest.fixture
def giao(bo_may, nhan, thu_ly, lam):
    """A petition accepted and given to the khoa; returns it with the assignment."""

    def giao_don(loai=LoaiDon.PHAN_ANH, **khac):
        don = thu_ly(nhan(loai, NHAN), GIAO)
        don = lam(don, Buoc.GIAO_DON_VI, bo_may.tchc, GIAO, don_vi=bo_may.khoa, **khac)
        return don, don.phan_cong.get(ngay_thoi_giao=None)

    return giao_don


@pytest.fixture
def phoi_hop(bo_may):
    def them(don, **khac):
        mac_dinh = {"don_vi": bo_may.khoa_khac.don_vi, "yeu_cau": "Cung cấp lịch trực"}
        return viec.giao_phoi_hop(don, nguoi=bo_may.tchc, ngay=GIAO, **mac_dinh | khac)

    return them


def duoc_lam(don, dong, nguoi):
    return viec.cac_viec_duoc_lam(don, dong, nguoi)


def da_bao(muc):
    return set(ThongBao.objects.filter(muc=muc).values_list("nguoi__username", "noi_dung"))


def test_han_noi_bo_phai_trong_han_cua_luat(giao):
    with pytest.raises(LoiNghiepVu) as loi:
        giao(han_noi_bo=HAN_LUAT + timedelta(days=1))

    assert str(loi.value) == (
        "Hạn nội bộ phải trong thời hạn giải quyết: muộn nhất là thứ Ba 22/09/2026 (giải quyết kiến nghị, phản ánh)."
    )
    assert giao(han_noi_bo=HAN_LUAT)[1].han_noi_bo == HAN_LUAT


def test_don_vi_duoc_bao_khi_duoc_giao(bo_may, giao, tao_nguoi):
    tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=bo_may.khoa_khac.don_vi)
    don, _ = giao(han_noi_bo=date(2026, 9, 15))

    cau = f"Đơn {don.ma}: đơn vị được giao chủ trì giải quyết, hạn nội bộ thứ Ba 15/09/2026."
    assert da_bao(MucNhac.GIAO_VIEC) == {(bo_may.truong_khoa.username, cau)}


def test_phoi_hop_thay_don_va_bao_cao_phan_minh(bo_may, giao, phoi_hop, lam):
    don, chu_tri = giao()
    truoc = DonThu.objects.for_user(bo_may.khoa_khac).filter(pk=don.pk).exists()

    dong = phoi_hop(don)
    viec.bao_cao_phoi_hop(dong, nguoi=bo_may.khoa_khac, ngay=SAU, bao_cao="Lịch trực đúng")
    lam(don, Buoc.BAO_CAO_KET_QUA, bo_may.truong_khoa, SAU, bao_cao="Đã làm rõ")

    dong.refresh_from_db()
    chu_tri.refresh_from_db()
    assert (truoc, DonThu.objects.for_user(bo_may.khoa_khac).filter(pk=don.pk).exists()) == (False, True)
    assert (dong.vai, dong.bao_cao, chu_tri.bao_cao) == (VaiPhanCong.PHOI_HOP, "Lịch trực đúng", "Đã làm rõ")


def test_thoi_phoi_hop_thi_khong_con_thay(bo_may, giao, phoi_hop):
    don, _ = giao()
    dong = phoi_hop(don)

    viec.thoi_phoi_hop(dong, nguoi=bo_may.tchc, ngay=SAU, ly_do="Không còn cần")

    assert not DonThu.objects.for_user(bo_may.khoa_khac).filter(pk=don.pk).exists()


def test_them_phoi_hop_bi_tu_choi(bo_may, giao, phoi_hop, nhan, thu_ly):
    don, _ = giao()

    with pytest.raises(LoiNghiepVu, match="đang được giao đơn này"):
        phoi_hop(don, don_vi=bo_may.khoa)
    with pytest.raises(LoiNghiepVu, match="đã giao đơn vị chủ trì"):
        phoi_hop(thu_ly(nhan(LoaiDon.PHAN_ANH, NHAN), GIAO))
    with pytest.raises(PermissionDenied):
        viec.giao_phoi_hop(don, nguoi=bo_may.truong_khoa, ngay=GIAO, don_vi=bo_may.khoa_khac.don_vi, yeu_cau="Phối hợp")


def test_viec_nao_cua_ai(bo_may, giao, phoi_hop):
    don, chu_tri = giao(han_noi_bo=HAN_LUAT)
    dong = phoi_hop(don)

    assert duoc_lam(don, chu_tri, bo_may.truong_khoa) == [ViecPhanCong.NHAN, ViecPhanCong.TRA_LAI, ViecPhanCong.XIN_HAN]
    assert duoc_lam(don, chu_tri, bo_may.khoa_khac) == []
    assert duoc_lam(don, chu_tri, bo_may.tchc) == [ViecPhanCong.NHAC]
    assert duoc_lam(don, dong, bo_may.khoa_khac) == [ViecPhanCong.NHAN, ViecPhanCong.TRA_LAI, ViecPhanCong.BAO_CAO]
    assert duoc_lam(don, dong, bo_may.giam_doc) == [ViecPhanCong.NHAC, ViecPhanCong.THOI]


def test_nhan_viec_mot_lan(bo_may, giao):
    _, dong = giao()

    viec.nhan_viec(dong, nguoi=bo_may.truong_khoa, ngay=SAU)

    dong.refresh_from_db()
    assert dong.ngay_tiep_nhan == SAU
    with pytest.raises(LoiNghiepVu, match="đã được nhận"):
        viec.nhan_viec(dong, nguoi=bo_may.truong_khoa, ngay=SAU)
    with pytest.raises(PermissionDenied):
        viec.nhan_viec(dong, nguoi=bo_may.khoa_khac, ngay=SAU)


def test_tra_lai_viec_thi_don_ve_cho_giao(bo_may, giao):
    don, dong = giao()

    viec.tra_viec(dong, nguoi=bo_may.truong_khoa, ngay=SAU, ly_do="Không đúng chuyên môn")

    don.refresh_from_db()
    dong.refresh_from_db()
    han, cuoi = don.han_viec.get(ngay_xong=None), don.lich_su.order_by("-stt").first()
    assert (don.don_vi, dong.ngay_thoi_giao, dong.ly_do_tra_lai) == (None, SAU, "Không đúng chuyên môn")
    assert (han.quyen, han.don_vi, han.han) == (Quyen.GIAO_VIEC, None, HAN_LUAT)
    assert (cuoi.buoc, cuoi.ghi_chu) == (Buoc.GIAO_DON_VI, f"{bo_may.khoa} trả lại: Không đúng chuyên môn")
    assert not DonThu.objects.for_user(bo_may.truong_khoa).filter(pk=don.pk).exists()
    cau = f"Đơn {don.ma}: {bo_may.khoa} trả lại việc."
    assert da_bao(MucNhac.TRA_VIEC) == {(bo_may.tchc.username, cau)}


def test_tra_lai_khi_dang_xac_minh_thi_viec_ve_nguoi_giao(bo_may, nhan, thu_ly, lam, giao):
    don, dong = giao()
    DonThu.objects.filter(pk=don.pk).update(trang_thai="xac_minh")

    viec.tra_viec(dong, nguoi=bo_may.truong_khoa, ngay=SAU, ly_do="Thiếu người")

    assert don.han_viec.get(ngay_xong=None).quyen == Quyen.GIAO_VIEC


def test_khong_tra_lai_khi_da_bao_cao(bo_may, giao, lam):
    don, dong = giao()
    lam(don, Buoc.BAO_CAO_KET_QUA, bo_may.truong_khoa, SAU, bao_cao="Đã làm rõ")

    with pytest.raises(LoiNghiepVu, match="không trả lại việc được nữa"):
        viec.tra_viec(dong, nguoi=bo_may.truong_khoa, ngay=SAU, ly_do="Muộn")


def test_phoi_hop_tra_lai_thi_chu_tri_khong_doi(bo_may, giao, phoi_hop):
    don, _ = giao()
    dong = phoi_hop(don)

    viec.tra_viec(dong, nguoi=bo_may.khoa_khac, ngay=SAU, ly_do="Không liên quan")

    don.refresh_from_db()
    assert (don.don_vi, don.phan_cong.filter(ngay_thoi_giao=None).count()) == (bo_may.khoa, 1)


def test_xin_them_han_dong_y(bo_may, giao):
    don, dong = giao(han_noi_bo=date(2026, 9, 15))

    viec.xin_them_han(dong, nguoi=bo_may.truong_khoa, ngay=SAU, den_ngay=date(2026, 9, 18), ly_do="Chờ tài liệu")
    viec.tra_loi_xin(dong, nguoi=bo_may.tchc, ngay=SAU, dong_y=True, tra_loi="")

    dong.refresh_from_db()
    assert dong.han_noi_bo == date(2026, 9, 18)
    assert da_bao(MucNhac.XIN_THEM_HAN) == {(bo_may.tchc.username, f"Đơn {don.ma}: {bo_may.khoa} xin thêm hạn nội bộ.")}
    cau = f"Đơn {don.ma}: đơn vị được thêm hạn nội bộ đến thứ Sáu 18/09/2026."
    assert da_bao(MucNhac.TRA_LOI_XIN) == {(bo_may.truong_khoa.username, cau)}


def test_xin_them_han_khong_dong_y_va_khong_qua_han_luat(bo_may, giao):
    _, dong = giao(han_noi_bo=date(2026, 9, 15))
    xin = {"nguoi": bo_may.truong_khoa, "ngay": SAU, "ly_do": "Chờ tài liệu"}

    with pytest.raises(LoiNghiepVu, match="muộn nhất là thứ Ba 22/09/2026"):
        viec.xin_them_han(dong, den_ngay=HAN_LUAT + timedelta(days=1), **xin)
    with pytest.raises(LoiNghiepVu, match="phải sau hạn nội bộ hiện nay"):
        viec.xin_them_han(dong, den_ngay=date(2026, 9, 15), **xin)
    viec.xin_them_han(dong, den_ngay=HAN_LUAT, **xin)
    with pytest.raises(LoiNghiepVu, match="đang chờ trả lời"):
        viec.xin_them_han(dong, den_ngay=HAN_LUAT, **xin)
    viec.tra_loi_xin(dong, nguoi=bo_may.giam_doc, ngay=SAU, dong_y=False, tra_loi="Đủ thời gian")

    dong.refresh_from_db()
    (lan,) = dong.xin_them_han.all()
    assert (dong.han_noi_bo, lan.dong_y, lan.tra_loi) == (date(2026, 9, 15), False, "Đủ thời gian")


def test_nhac_va_tra_loi(bo_may, giao):
    don, dong = giao()

    viec.nhac_viec(dong, nguoi=bo_may.giam_doc, ngay=SAU, noi_dung="Báo tiến độ")
    viec.tra_loi_nhac(dong, nguoi=bo_may.truong_khoa, ngay=SAU, tra_loi="Xong ngày 15")

    (lan,) = dong.lan_nhac.all()
    assert (lan.noi_dung, lan.tra_loi, lan.ngay_tra_loi) == ("Báo tiến độ", "Xong ngày 15", SAU)
    cau_nhac = f"Đơn {don.ma}: đơn vị được nhắc về việc được giao, xin trả lời."
    assert da_bao(MucNhac.NHAC_VIEC) == {(bo_may.truong_khoa.username, cau_nhac)}
    cau_tra_loi = f"Đơn {don.ma}: {bo_may.khoa} đã trả lời lời nhắc."
    assert da_bao(MucNhac.TRA_LOI_NHAC) == {(bo_may.giam_doc.username, cau_tra_loi)}


def test_to_cao_chi_giao_phoi_hop_cho_nguoi_co_ten(bo_may, giao, phoi_hop, tao_nguoi):
    cung_don_vi = tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=bo_may.khoa_khac.don_vi)
    don, _ = giao(LoaiDon.TO_CAO, nguoi_duoc_giao=bo_may.truong_khoa)

    with pytest.raises(LoiNghiepVu, match="phải chỉ rõ người thực hiện"):
        phoi_hop(don)
    dong = phoi_hop(don, nguoi_duoc_giao=bo_may.khoa_khac)

    def thay():
        cac_nguoi = (bo_may.khoa_khac, cung_don_vi)
        return [DonThu.objects.for_user(nguoi).filter(pk=don.pk).exists() for nguoi in cac_nguoi]

    khi_giao = thay()
    da_bao_ai = {ten for ten, _ in da_bao(MucNhac.GIAO_VIEC)}
    viec.thoi_phoi_hop(dong, nguoi=bo_may.giam_doc, ngay=SAU, ly_do="Xong")
    assert (khi_giao, thay()) == ([True, False], [False, False])
    assert da_bao_ai == {bo_may.truong_khoa.username, bo_may.khoa_khac.username}


def test_giao_lai_to_cao_thi_nguoi_cu_thoi_biet(bo_may, giao, lam):
    don, _ = giao(LoaiDon.TO_CAO, nguoi_duoc_giao=bo_may.truong_khoa)

    moi = {"don_vi": bo_may.khoa_khac.don_vi, "nguoi_duoc_giao": bo_may.khoa_khac}
    lam(don, Buoc.GIAO_DON_VI, bo_may.giam_doc, SAU, **moi)

    thay = [DonThu.objects.for_user(nguoi).exists() for nguoi in (bo_may.truong_khoa, bo_may.khoa_khac)]
    assert thay == [False, True]
    assert PhanCong.objects.filter(don=don).count() == 2


@pytest.fixture
def gui(client):
    def post(nguoi, don, duong, **truong):
        client.force_login(nguoi)
        return client.post(f"{don.get_absolute_url()}phan-cong/{duong}/", truong)

    return post


def test_trang_tra_lai_giu_chu_da_go_va_ve_viec_duoc_giao(bo_may, giao, gui):
    don, dong = giao()

    thieu = gui(bo_may.truong_khoa, don, f"{dong.pk}/tra-lai", ngay="09/09/2026")
    som = gui(bo_may.truong_khoa, don, f"{dong.pk}/tra-lai", ngay="07/09/2026", ly_do="Không đúng việc")
    xong = gui(bo_may.truong_khoa, don, f"{dong.pk}/tra-lai", ngay="09/09/2026", ly_do="Không đúng việc")

    assert thieu.context["form"].errors == {"ly_do": ["Xin ghi lý do."]}
    assert (som.status_code, "Không đúng việc" in som.content.decode()) == (409, True)
    assert (xong.status_code, xong.headers["Location"]) == (302, "/giao-viec/")


def test_trang_them_phoi_hop_va_nut_tren_trang_don(client, bo_may, giao, gui):
    don, chu_tri = giao(han_noi_bo=HAN_LUAT)
    don_vi = bo_may.khoa_khac.don_vi

    tra_loi = gui(bo_may.tchc, don, "them", ngay="08/09/2026", don_vi=don_vi.pk, yeu_cau="Cung cấp lịch trực")

    chu = client.get(don.get_absolute_url()).content.decode()
    assert (tra_loi.status_code, tra_loi.headers["Location"]) == (302, don.get_absolute_url())
    assert "Cung cấp lịch trực" in chu
    assert f'href="{don.get_absolute_url()}phan-cong/{chu_tri.pk}/nhac/"' in chu
    assert f'href="{don.get_absolute_url()}phan-cong/{chu_tri.pk}/nhan/"' not in chu


def test_ai_mo_duoc_trang_nao(client, bo_may, giao):
    don, dong = giao(han_noi_bo=HAN_LUAT)

    def ma(nguoi, duong):
        client.force_login(nguoi)
        return client.get(f"{don.get_absolute_url()}phan-cong/{duong}/").status_code

    assert [ma(bo_may.truong_khoa, f"{dong.pk}/{ten}") for ten in ("nhan", "nhac", "tra-loi-nhac", "xoa")] == [
        200,
        403,
        409,
        404,
    ]
    assert [ma(bo_may.khoa_khac, f"{dong.pk}/nhan"), ma(bo_may.quan_tri, f"{dong.pk}/nhan")] == [404, 404]
    assert [ma(nguoi, "them") for nguoi in (bo_may.tchc, bo_may.truong_khoa)] == [200, 403]


def test_muc_xin_them_han_cua_nguoi_giao(client, bo_may, giao):
    don, dong = giao(han_noi_bo=date(2026, 9, 15))
    viec.xin_them_han(dong, nguoi=bo_may.truong_khoa, ngay=SAU, den_ngay=HAN_LUAT, ly_do="Chờ tài liệu")
    client.force_login(bo_may.tchc)

    (hien,) = client.get("/giao-viec/", {"muc": "xin_them_han"}).context["cac_dong"]

    assert (hien.ma, hien.luu_y) == (don.ma, ("Xin thêm hạn đến 22/09/2026: Chờ tài liệu",))
    assert [nut.nhan for nut in hien.cac_nut] == ["Nhắc việc", "Trả lời xin thêm hạn"]
