"""Changes of the set-up: who may, what must hold, what the log tells."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from axes.models import AccessAttempt
from django.core.exceptions import PermissionDenied
from django.db import connection

from tochuc import actions
from tochuc.loi import LoiNghiepVu
from tochuc.models import CauHinh, DonVi, NgayNghi, NhanVien, NhatKy
from tochuc.vai_tro import VaiTro

# --- Who may ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("vai_tro", [ten for ten in VaiTro if ten != VaiTro.QUAN_TRI])
def test_only_quan_tri_changes_the_set_up(tao_nguoi, doc_nhat_ky, vai_tro):
    nguoi = tao_nguoi(vai_tro)

    with pytest.raises(PermissionDenied):
        actions.sua_cau_hinh(nguoi=nguoi, dia_danh="Sông Mây")

    assert CauHinh.hien_hanh().dia_danh == ""
    assert doc_nhat_ky() == []


def test_closed_quan_tri_changes_nothing(tao_nguoi):
    nguoi = tao_nguoi(VaiTro.QUAN_TRI, is_active=False)

    with pytest.raises(PermissionDenied):
        actions.luu_don_vi(None, nguoi=nguoi, ma="K1", ten="Khoa Nội", loai="KHOA")


def test_the_console_needs_no_account(db, doc_nhat_ky):
    actions.sua_cau_hinh(nguoi=None, dia_danh="Sông Mây")

    assert NhatKy.objects.get().nguoi is None
    assert doc_nhat_ky() == [("sua", "trung_tam", "Đổi địa danh ghi trên văn bản: (trống) → Sông Mây")]


# --- The centre, units -----------------------------------------------------------------------------------------------


def test_change_of_the_centre_is_told_without_personal_data(quan_tri, doc_nhat_ky):
    actions.sua_cau_hinh(nguoi=quan_tri, nguoi_dung_dau="Nguyễn Văn A", ngay_nop_bao_cao=16)

    assert doc_nhat_ky() == [
        (
            "sua",
            "trung_tam",
            "Đổi họ tên người đứng đầu; Đổi ngày nộp báo cáo cho Sở (trong tháng cuối kỳ): 15 → 16",
        )
    ]
    assert NhatKy.objects.get().nguoi == quan_tri


def test_nothing_changed_leaves_no_line(quan_tri, doc_nhat_ky):
    actions.sua_cau_hinh(nguoi=quan_tri, ngay_nop_bao_cao=15)

    assert doc_nhat_ky() == []


def test_value_outside_the_rule_is_refused(quan_tri, doc_nhat_ky):
    with pytest.raises(LoiNghiepVu):
        actions.sua_cau_hinh(nguoi=quan_tri, han_kien_nghi_phan_anh=45)

    assert CauHinh.hien_hanh().han_kien_nghi_phan_anh == 15
    assert doc_nhat_ky() == []


def test_add_and_change_a_unit(quan_tri, doc_nhat_ky):
    don_vi = actions.luu_don_vi(None, nguoi=quan_tri, ma="NOI", ten="Khoa Nội", loai="KHOA")
    actions.luu_don_vi(don_vi, nguoi=quan_tri, ten="Khoa Nội A", duoc_giao=True, loai="TO")

    assert doc_nhat_ky() == [
        ("sua", "don_vi:NOI", "Thêm đơn vị"),
        (
            "sua",
            "don_vi:NOI",
            "Đổi tên đơn vị: Khoa Nội → Khoa Nội A; Đổi được giao giải quyết đơn: không → có; Đổi loại: Khoa → Tổ",
        ),
    ]


def test_two_units_cannot_share_a_code(quan_tri, tao_don_vi):
    tao_don_vi("NOI")

    with pytest.raises(LoiNghiepVu):
        actions.luu_don_vi(None, nguoi=quan_tri, ma="NOI", ten="Khoa Nội", loai="KHOA")


def test_a_unit_never_stands_below_itself(quan_tri, tao_don_vi):
    ong = tao_don_vi()
    cha = tao_don_vi(cha=ong)
    con = tao_don_vi(cha=cha)

    with pytest.raises(LoiNghiepVu, match="không thể trực thuộc chính nó"):
        actions.luu_don_vi(ong, nguoi=quan_tri, cha=con)

    assert actions.cay_duoi(ong.pk) == {ong.pk, cha.pk, con.pk}
    assert DonVi.objects.get(pk=ong.pk).cha is None


def test_a_unit_closes_when_empty(quan_tri, tao_don_vi, tao_nguoi):
    cha = tao_don_vi()
    con = tao_don_vi(cha=cha)
    nguoi = tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=con)

    with pytest.raises(LoiNghiepVu, match="còn đơn vị cấp dưới"):
        actions.dat_hoat_dong_don_vi(cha, nguoi=quan_tri, hoat_dong=False)
    with pytest.raises(LoiNghiepVu, match="còn người đang làm việc"):
        actions.dat_hoat_dong_don_vi(con, nguoi=quan_tri, hoat_dong=False)
    actions.dat_hoat_dong(nguoi, nguoi=quan_tri, hoat_dong=False)
    con = actions.dat_hoat_dong_don_vi(con, nguoi=quan_tri, hoat_dong=False)
    cha = actions.dat_hoat_dong_don_vi(cha, nguoi=quan_tri, hoat_dong=False)

    assert (con.hoat_dong, cha.hoat_dong) == (False, False)


# --- Days off --------------------------------------------------------------------------------------------------------


def test_days_off_in_the_log(quan_tri, doc_nhat_ky):
    ngay = date(2027, 2, 11)

    dong = actions.luu_ngay_nghi(None, nguoi=quan_tri, ngay=ngay, loai="nghi_bu", ten="Nghỉ bù Tết")
    actions.luu_ngay_nghi(dong, nguoi=quan_tri, ngay=date(2027, 2, 12), da_xac_nhan=True)
    actions.xoa_ngay_nghi(dong, nguoi=quan_tri)

    assert doc_nhat_ky() == [
        ("sua", "ngay_nghi:2027-02-11", "Thêm ngày nghỉ"),
        ("sua", "ngay_nghi:2027-02-11", "Đổi ngày: 11/02/2027 → 12/02/2027; Đổi đã xác nhận: không → có"),
        ("sua", "ngay_nghi:2027-02-12", "Xóa: Nghỉ bù, Nghỉ bù Tết"),
    ]
    assert not NgayNghi.objects.filter(ten="Nghỉ bù Tết").exists()


# --- Staff -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("khac", [ten for ten in VaiTro if ten != VaiTro.QUAN_TRI])
def test_quan_tri_stands_alone(tao_don_vi, khac):
    with pytest.raises(LoiNghiepVu) as loi:
        actions.kiem_vai_tro([VaiTro.QUAN_TRI, khac], tao_don_vi())

    assert str(loi.value) == actions.KIEM_NHIEM


@pytest.mark.parametrize(
    ("vai_tro", "can_don_vi"),
    [
        (VaiTro.TIEP_DAN, False),
        (VaiTro.TCHC, False),
        (VaiTro.TRUONG_DON_VI, True),
        (VaiTro.CHUYEN_VIEN, True),
        (VaiTro.LANH_DAO, False),
        (VaiTro.QUAN_TRI, False),
    ],
)
def test_who_resolves_needs_a_unit(vai_tro, can_don_vi):
    try:
        actions.kiem_vai_tro([vai_tro], None)
        loi = ""
    except LoiNghiepVu as that_bai:
        loi = str(that_bai)

    assert loi == (actions.THIEU_DON_VI if can_don_vi else "")


def test_new_account(quan_tri, doc_nhat_ky):
    nguoi, mat_khau = actions.tao_nhan_vien(
        nguoi=quan_tri, vai_tro=[VaiTro.TCHC, VaiTro.TIEP_DAN], username="hoa", ho_ten="Lê Thị Hoa"
    )

    assert nguoi.check_password(mat_khau)
    assert nguoi.tap_vai_tro == {VaiTro.TCHC, VaiTro.TIEP_DAN}
    assert actions.mat_khau_cho_doi(nguoi) is True
    assert doc_nhat_ky() == [
        ("sua", f"nhan_vien:{nguoi.pk}", "Thêm nhân viên"),
        ("sua", f"nhan_vien:{nguoi.pk}", "Đổi vai trò: thêm Cán bộ tiếp công dân, thêm Tổ chức - Hành chính"),
        ("sua", f"mat_khau:{nguoi.pk}", "Cấp mật khẩu lần đầu"),
    ]


def test_taken_user_name_makes_no_half_account(quan_tri, tao_nguoi, doc_nhat_ky):
    tao_nguoi(username="hoa")

    with pytest.raises(LoiNghiepVu, match="Tên đăng nhập này đã có người dùng"):
        actions.tao_nhan_vien(nguoi=quan_tri, vai_tro=[VaiTro.TCHC], username="hoa", ho_ten="Lê Thị Hoa")

    assert NhanVien.objects.count() == 2
    assert doc_nhat_ky() == []


def test_change_of_a_person(quan_tri, tao_nguoi, tao_don_vi, doc_nhat_ky):
    nguoi, khoa = tao_nguoi(VaiTro.TIEP_DAN), tao_don_vi(ten="Khoa Nội")

    actions.sua_nhan_vien(nguoi, nguoi=quan_tri, vai_tro=["truong_don_vi"], don_vi=khoa, ho_ten="Lê Thị Hoa")

    assert NhanVien.objects.get(pk=nguoi.pk).ho_ten == "Lê Thị Hoa"
    assert doc_nhat_ky() == [
        ("sua", f"nhan_vien:{nguoi.pk}", "Đổi đơn vị: (trống) → Khoa Nội; Đổi họ và tên"),
        ("sua", f"nhan_vien:{nguoi.pk}", "Đổi vai trò: thêm Trưởng khoa, phòng, bỏ Cán bộ tiếp công dân"),
    ]


def test_forbidden_roles_leave_the_person_as_he_was(quan_tri, tao_nguoi, doc_nhat_ky):
    nguoi = tao_nguoi(VaiTro.TCHC, ho_ten="Lê Thị Hoa")

    with pytest.raises(LoiNghiepVu):
        actions.sua_nhan_vien(nguoi, nguoi=quan_tri, vai_tro=["tchc", "quan_tri"], ho_ten="Khác")

    nguoi = NhanVien.objects.get(pk=nguoi.pk)
    assert (nguoi.ho_ten, nguoi.tap_vai_tro) == ("Lê Thị Hoa", {VaiTro.TCHC})
    assert doc_nhat_ky() == []


def test_one_quan_tri_always_remains(quan_tri, tao_nguoi):
    khac = tao_nguoi(VaiTro.QUAN_TRI)

    actions.dat_hoat_dong(khac, nguoi=quan_tri, hoat_dong=False)
    with pytest.raises(LoiNghiepVu, match="ít nhất một người quản trị"):
        actions.dat_hoat_dong(quan_tri, nguoi=quan_tri, hoat_dong=False)
    with pytest.raises(LoiNghiepVu, match="ít nhất một người quản trị"):
        actions.sua_nhan_vien(quan_tri, nguoi=quan_tri, vai_tro=[VaiTro.TCHC])

    assert NhanVien.objects.get(pk=quan_tri.pk).co_quyen("quan_tri")


# --- Passwords -------------------------------------------------------------------------------------------------------


def test_given_password_must_be_changed_once(quan_tri, tao_nguoi, doc_nhat_ky):
    nguoi = tao_nguoi(VaiTro.TCHC)

    truoc = actions.mat_khau_cho_doi(nguoi)
    mat_khau = actions.dat_lai_mat_khau(nguoi, nguoi=quan_tri)
    sau_cap = actions.mat_khau_cho_doi(nguoi)
    actions.doi_mat_khau(nguoi, "Cây-Khế-2026")
    sau_doi = actions.mat_khau_cho_doi(nguoi)

    assert (truoc, sau_cap, sau_doi) == (False, True, False)
    assert not NhanVien.objects.get(pk=nguoi.pk).check_password(mat_khau)
    assert doc_nhat_ky() == [
        ("sua", f"mat_khau:{nguoi.pk}", "Đặt lại mật khẩu"),
        ("sua", f"mat_khau:{nguoi.pk}", "Tự đổi mật khẩu"),
    ]


def test_own_password_is_changed_elsewhere(quan_tri):
    with pytest.raises(LoiNghiepVu, match="ở mục Đổi mật khẩu"):
        actions.dat_lai_mat_khau(quan_tri, nguoi=quan_tri)


@pytest.mark.parametrize("mo", [actions.mo_khoa_dang_nhap, actions.dat_lai_mat_khau])
def test_unlock(quan_tri, tao_nguoi, mo):
    nguoi = tao_nguoi(VaiTro.TCHC, username="hoa")
    for may, so_lan in (("May A", 2), ("May B", 3)):
        AccessAttempt.objects.create(username="hoa", ip_address="10.0.0.9", user_agent=may, failures_since_start=so_lan)

    truoc = actions.dang_bi_khoa(nguoi)
    mo(nguoi, nguoi=quan_tri)

    assert (truoc, actions.dang_bi_khoa(nguoi)) == (True, False)
    assert AccessAttempt.objects.count() == 0


def test_wrong_passwords_from_two_addresses_do_not_add_up(tao_nguoi):
    nguoi = tao_nguoi(VaiTro.TCHC, username="hoa")
    for dia_chi in ("10.0.0.8", "10.0.0.9"):
        AccessAttempt.objects.create(username="hoa", ip_address=dia_chi, failures_since_start=4)

    assert actions.dang_bi_khoa(nguoi) is False


@pytest.mark.django_db(transaction=True)
def test_two_quan_tri_who_close_each_other_at_once(tao_nguoi):
    hai_nguoi = [tao_nguoi(VaiTro.QUAN_TRI), tao_nguoi(VaiTro.QUAN_TRI)]
    cung_luc = Barrier(2)

    def dong(nguoi, nguoi_kia):
        try:
            cung_luc.wait(timeout=10)
            actions.dat_hoat_dong(nguoi_kia, nguoi=nguoi, hoat_dong=False)
        except (LoiNghiepVu, PermissionDenied) as loi:
            return type(loi)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as cac_luong:
        ket_qua = list(cac_luong.map(dong, hai_nguoi, reversed(hai_nguoi)))

    assert sorted(ket_qua, key=str) == sorted([None, PermissionDenied], key=str)
    assert NhanVien.objects.filter(is_active=True).count() == 1
