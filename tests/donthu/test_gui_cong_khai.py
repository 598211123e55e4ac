"""Sending and publication: who gets what, how, when, by which proof; of a tố cáo only the extract leaves the centre."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from donthu.actions import gui_cong_khai as viec
from donthu.actions.gui_cong_khai import NguoiNhan
from donthu.models import LanCongKhai, LanGui, VanBanDi
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh.buoc import Buoc
from donthu.viec import Viec
from tochuc.loi import LoiNghiepVu
from tochuc.vai_tro import VaiTro

NHAN, BAN_HANH, SAU = date(2026, 9, 7), date(2026, 9, 8), date(2026, 9, 10)
NIEM_YET, CUOC_HOP = LanCongKhai.HinhThuc.NIEM_YET, LanCongKhai.HinhThuc.CUOC_HOP


@pytest.fixture
def da_ban_hanh(nhan, thu_ly, den_ban_hanh):
    def lam(loai):
        return den_ban_hanh(thu_ly(nhan(loai, NHAN), BAN_HANH), BAN_HANH)

    return lam


@pytest.fixture
def to_cao(da_ban_hanh):
    """A tố cáo concluded, with its full conclusion and its extract."""
    don = da_ban_hanh(LoaiDon.TO_CAO)
    trich = VanBanDi.objects.create(
        don=don,
        ma_mau="ND31-12T",
        so_dang_ky="TB",
        nam=2026,
        so=90,
        so_ky_hieu="90/TB-TTYT",
        ngay=BAN_HANH,
        trich_yeu="Trích kết luận nội dung tố cáo",
    )
    return don, don.van_ban_di.get(ma_mau="ND31-12"), trich


def gui_di(don, nguoi, van_ban, ngay=SAU, **khac):
    mac_dinh = {"nguoi_nhan": NguoiNhan.NGUOI_GUI, "cach": LanGui.Cach.BUU_CHINH}
    return viec.ghi_lan_gui(don, nguoi=nguoi, ngay=ngay, van_ban=van_ban, **mac_dinh | khac)


def cong_bo(don, nguoi, van_ban, ngay=SAU, **khac):
    mac_dinh = {"hinh_thuc": NIEM_YET, "noi": "Bảng tin nơi tiếp công dân", "den_ngay": date(2026, 9, 25)}
    return viec.ghi_lan_cong_khai(don, nguoi=nguoi, ngay=ngay, van_ban=van_ban, **mac_dinh | khac)


def con_mo(don):
    return set(don.han_viec.filter(ngay_xong=None).values_list("viec", flat=True))


def test_buoc_gui_van_ban_dong_han_va_ghi_lan_gui(bo_may, nhan, thu_ly, lam):
    don = thu_ly(nhan(LoaiDon.TO_CAO, NHAN), BAN_HANH)
    quyet_dinh = don.van_ban_di.get(ma_mau="ND31-04")
    truoc = Viec.BAO_THU_LY_TC in con_mo(don)

    don = lam(
        don,
        Buoc.GUI_VAN_BAN,
        bo_may.tchc,
        SAU,
        van_ban=quyet_dinh,
        nguoi_nhan=NguoiNhan.NGUOI_GUI,
        cach=LanGui.Cach.BUU_CHINH,
        chung_tu="Vận đơn 123",
    )

    (gui,) = don.lan_gui.all()
    assert (truoc, Viec.BAO_THU_LY_TC in con_mo(don)) == (True, False)
    assert (gui.van_ban, gui.noi_nhan, gui.ngay, gui.chung_tu) == (
        quyet_dinh,
        f"Người tố cáo, mã {don.ma_nguoi_to_cao}",
        SAU,
        "Vận đơn 123",
    )
    ghi_chu = don.lich_su.order_by("-stt").first().ghi_chu
    assert ghi_chu == f"{quyet_dinh.so_ky_hieu}: gửi Người tố cáo, mã {don.ma_nguoi_to_cao}, bưu chính bảo đảm"


def test_nguoi_bi_to_cao_chi_nhan_ban_trich(bo_may, to_cao):
    don, day_du, trich = to_cao

    with pytest.raises(LoiNghiepVu, match="Chỉ gửi người bị tố cáo bản trích kết luận"):
        gui_di(don, bo_may.tchc, day_du, nguoi_nhan=NguoiNhan.NGUOI_BI)
    with pytest.raises(LoiNghiepVu, match="Phải chọn văn bản"):
        gui_di(don, bo_may.tchc, None, nguoi_nhan=NguoiNhan.NGUOI_BI)
    gui = gui_di(don, bo_may.tchc, trich, nguoi_nhan=NguoiNhan.NGUOI_BI, noi_nhan="Trần Văn Lộ")

    assert (gui.noi_nhan, gui.van_ban) == ("Người bị tố cáo", trich)


def test_gui_bi_tu_choi(bo_may, da_ban_hanh, tao_don):
    don = da_ban_hanh(LoaiDon.KHIEU_NAI)
    van_ban = don.van_ban_di.get(ma_mau="ND124-15")

    with pytest.raises(LoiNghiepVu, match=r"trước ngày ban hành văn bản \(08/09/2026\)"):
        gui_di(don, bo_may.tchc, van_ban, ngay=NHAN)
    with pytest.raises(LoiNghiepVu, match="không được trước ngày gửi"):
        gui_di(don, bo_may.tchc, van_ban, ngay_nhan=BAN_HANH)
    with pytest.raises(LoiNghiepVu, match="Phải ghi rõ nơi nhận"):
        gui_di(don, bo_may.tchc, van_ban, nguoi_nhan=NguoiNhan.CO_QUAN)
    with pytest.raises(LoiNghiepVu, match="không thuộc đơn này"):
        gui_di(tao_don(), bo_may.tchc, van_ban)
    with pytest.raises(PermissionDenied):
        gui_di(don, bo_may.truong_khoa, van_ban)


def test_ghi_ngay_nhan(bo_may, da_ban_hanh):
    don = da_ban_hanh(LoaiDon.KHIEU_NAI)
    gui = gui_di(don, bo_may.tchc, don.van_ban_di.get(ma_mau="ND124-15"))

    with pytest.raises(LoiNghiepVu, match="không được trước ngày gửi"):
        viec.ghi_ngay_nhan(gui, nguoi=bo_may.tchc, ngay=BAN_HANH, chung_tu="Giấy báo phát")
    viec.ghi_ngay_nhan(gui, nguoi=bo_may.tchc, ngay=SAU, chung_tu="Giấy báo phát")

    gui.refresh_from_db()
    assert (gui.noi_nhan, gui.ngay_nhan, gui.chung_tu) == ("Trần Thị Bí Mật", SAU, "Giấy báo phát")


def test_cong_khai_to_cao_chi_ban_trich(bo_may, to_cao, lam):
    don, day_du, trich = to_cao
    noi = {"hinh_thuc": NIEM_YET, "noi": "Bảng tin", "den_ngay": date(2026, 9, 25)}

    with pytest.raises(LoiNghiepVu, match="Không công khai kết luận nội dung tố cáo bản đầy đủ"):
        lam(don, Buoc.CONG_KHAI, bo_may.tchc, SAU, van_ban=day_du, **noi)
    with pytest.raises(LoiNghiepVu, match="Phải ban hành bản trích"):
        lam(don, Buoc.CONG_KHAI, bo_may.tchc, SAU, van_ban=None, **noi)
    con_han = Viec.CONG_KHAI_KET_LUAN_TC in con_mo(don)
    don = lam(don, Buoc.CONG_KHAI, bo_may.tchc, SAU, van_ban=trich, **noi)

    assert (con_han, Viec.CONG_KHAI_KET_LUAN_TC in con_mo(don)) == (True, False)
    assert list(don.lan_cong_khai.values_list("van_ban", "noi", "tu_ngay", "den_ngay")) == [
        (trich.pk, "Bảng tin", SAU, date(2026, 9, 25))
    ]


def test_form_cong_khai_chi_dua_ra_ban_trich(client, bo_may, to_cao):
    don, _, trich = to_cao
    client.force_login(bo_may.tchc)

    form = client.get(f"{don.get_absolute_url()}cong_khai/").context["form"]

    assert list(form.fields["van_ban"].queryset) == [trich]


@pytest.mark.parametrize(("den", "duoc"), [(24, False), (25, True)])
def test_niem_yet_it_nhat_muoi_lam_ngay(bo_may, da_ban_hanh, den, duoc):
    don = da_ban_hanh(LoaiDon.KHIEU_NAI)
    den_ngay = date(2026, 9, den)

    if duoc:
        assert cong_bo(don, bo_may.tchc, None, den_ngay=den_ngay).den_ngay == den_ngay
    else:
        with pytest.raises(LoiNghiepVu, match="ít nhất 15 ngày liên tục: đến thứ Sáu 25/09/2026"):
            cong_bo(don, bo_may.tchc, None, den_ngay=den_ngay)


def test_hop_cong_bo_phai_bao_truoc_ba_ngay(bo_may, da_ban_hanh):
    don, hop = da_ban_hanh(LoaiDon.KHIEU_NAI), {"hinh_thuc": CUOC_HOP, "noi": "Hội trường", "den_ngay": None}
    ngay_hop = date(2026, 9, 14)

    for ngay_bao in (None, date(2026, 9, 12)):
        with pytest.raises(LoiNghiepVu, match="muộn nhất là thứ Sáu 11/09/2026"):
            cong_bo(don, bo_may.tchc, None, ngay=ngay_hop, ngay_bao=ngay_bao, **hop)
    lan = cong_bo(don, bo_may.tchc, None, ngay=ngay_hop, ngay_bao=date(2026, 9, 11), **hop)

    assert (lan.tu_ngay, lan.ngay_bao, lan.den_ngay) == (ngay_hop, date(2026, 9, 11), None)


def test_trang_gui_va_cong_khai_hien_tren_trang_don(client, bo_may, da_ban_hanh):
    don = da_ban_hanh(LoaiDon.KHIEU_NAI)
    van_ban = don.van_ban_di.get(ma_mau="ND124-15")
    client.force_login(bo_may.tchc)
    gui = {"van_ban": van_ban.pk, "nguoi_nhan": "co_quan", "cach": "lien_thong", "ngay": "10/09/2026"}

    thieu = client.post(f"{don.get_absolute_url()}lan-gui/them/", gui)
    client.post(f"{don.get_absolute_url()}lan-gui/them/", gui | {"noi_nhan": "Thanh tra tỉnh"})
    niem_yet = {"van_ban": van_ban.pk, "hinh_thuc": "niem_yet", "noi": "Bảng tin", "ngay": "10/09/2026"}
    ngan = client.post(f"{don.get_absolute_url()}lan-cong-khai/them/", niem_yet | {"den_ngay": "20/09/2026"})
    client.post(f"{don.get_absolute_url()}lan-cong-khai/them/", niem_yet | {"den_ngay": "25/09/2026"})
    trang = client.get(don.get_absolute_url()).content.decode()

    assert thieu.context["form"].errors == {"noi_nhan": ["Xin ghi tên nơi nhận."]}
    assert list(ngan.context["form"].errors) == ["den_ngay"]
    assert ("Thanh tra tỉnh" in trang, "Bảng tin" in trang, "Ghi ngày nhận" in trang) == (True, True, True)


def test_ai_mo_duoc(client, bo_may, to_cao, tao_nguoi):
    don, _, trich = to_cao
    gui = gui_di(don, bo_may.tchc, trich)
    khac = tao_nguoi(VaiTro.TCHC)

    def ma(nguoi):
        client.force_login(nguoi)
        cac_duong = ("lan-gui/them", f"lan-gui/{gui.pk}", "lan-cong-khai/them")
        return [client.get(f"{don.get_absolute_url()}{duong}/").status_code for duong in cac_duong]

    assert ma(bo_may.tchc) == ma(bo_may.giam_doc) == [200, 200, 200]
    assert ma(bo_may.truong_khoa) == [403, 403, 403]
    assert ma(khac) == ma(bo_may.khoa_khac) == [404, 404, 404]
