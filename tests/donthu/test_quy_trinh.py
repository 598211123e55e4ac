"""The procedure tables hold together: what is opened is closed, no state without a way out, no step undone."""

import pytest

from donthu.actions import THUC_HIEN
from donthu.forms import FORM
from donthu.phan_loai import LoaiDon
from donthu.quy_trinh import HAN_CHINH, HAN_DUNG_DUOC, KHONG_LA_DONG_HO, QUY_TRINH, nguoi_giu
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import DA_DONG, NGUOI_GIU, TrangThai
from donthu.thoi_han import cac_dong
from donthu.viec import DonViTinh, Viec
from tochuc.vai_tro import BANG_QUYEN

CAC_DUONG = [(loai, buoc, duong) for loai, bang in QUY_TRINH.items() for buoc, duong in bang.items()]


def test_moi_loai_don_co_quy_trinh():
    assert set(QUY_TRINH) == set(LoaiDon)


@pytest.mark.parametrize(("loai", "buoc", "duong"), CAC_DUONG)
def test_buoc_co_hanh_dong_bieu_mau_nguoi_lam_va_can_cu(loai, buoc, duong):
    if duong.tu:
        assert buoc in THUC_HIEN
        assert buoc in FORM
    assert any(duong.quyen in quyen for quyen in BANG_QUYEN.values())
    assert duong.can_cu


@pytest.mark.parametrize("loai", LoaiDon)
def test_dong_ho_mo_o_buoc_nay_thi_dong_o_buoc_khac(loai):
    mo = {mo.viec for duong in QUY_TRINH[loai].values() for mo in duong.mo}
    xong = {viec for duong in QUY_TRINH[loai].values() for viec in duong.xong}

    assert mo == xong
    assert all(dong.don_vi != DonViTinh.KHONG for viec in mo for dong in cac_dong(viec))


@pytest.mark.parametrize("loai", LoaiDon)
def test_moi_trang_thai_den_duoc_va_co_loi_ra(loai):
    bang = QUY_TRINH[loai]
    den = {duong.den for duong in bang.values() if duong.den}
    roi = {tu for duong in bang.values() if duong.den for tu in duong.tu if tu != duong.den}

    assert {tu for duong in bang.values() if duong.den for tu in duong.tu} <= den
    assert den - set(DA_DONG) <= roi


@pytest.mark.parametrize("loai", LoaiDon)
def test_moi_trang_thai_di_toi_duoc_tu_luc_tiep_nhan_va_di_toi_duoc_luc_ket_thuc(loai):
    bang = QUY_TRINH[loai]
    canh = {(tu, duong.den or tu) for duong in bang.values() for tu in duong.tu}
    trong_bang = {den for duong in bang.values() if (den := duong.den)}

    toi_duoc = _lan_ra({TrangThai.TIEP_NHAN}, canh)
    ve_duoc = _lan_ra(set(DA_DONG), {(den, tu) for tu, den in canh})

    # What is open in every state names all of them, those of other procedures too.
    assert trong_bang <= toi_duoc
    assert trong_bang <= ve_duoc


def _lan_ra(dau: set[str], canh: set[tuple[str, str]]) -> set[str]:
    """Every state that the arrows lead to from some of `dau`."""
    while moi := {den for tu, den in canh if tu in dau} - dau:
        dau = dau | moi
    return dau


def test_viec_nao_cua_luat_cung_la_dong_ho_hoac_noi_ro_dung_o_dau():
    dong_ho = {mo.viec for _, _, duong in CAC_DUONG for mo in duong.mo}

    assert dong_ho.isdisjoint(KHONG_LA_DONG_HO)
    assert dong_ho | set(KHONG_LA_DONG_HO) == set(Viec)


def test_moi_buoc_dung_den_va_moi_buoc_lam_duoc():
    trong_bang = {buoc for bang in QUY_TRINH.values() for buoc in bang}

    assert trong_bang == set(Buoc) - {Buoc.NHAP_SO, Buoc.GHEP_VU_VIEC}
    assert set(THUC_HIEN) == trong_bang - {Buoc.TIEP_NHAN} == set(FORM)


def test_viec_nao_cung_co_nguoi_giu():
    for _, _, duong in CAC_DUONG:
        for mo in duong.mo:
            for trang_thai in set(TrangThai) - set(DA_DONG):
                assert any(nguoi_giu(mo.viec, trang_thai, True) in quyen for quyen in BANG_QUYEN.values())
    assert set(NGUOI_GIU) == set(TrangThai) - set(DA_DONG)
    assert set(HAN_DUNG_DUOC) <= set(HAN_CHINH)
