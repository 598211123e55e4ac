"""What the forms refuse, and in which words."""

from datetime import date

import pytest
from django.http import QueryDict

from tochuc import actions
from tochuc.bo_loc import cac_chip
from tochuc.forms import CauHinhForm, DonViForm, LocNhatKyForm, NgayNghiForm, NhanVienForm, truong_doi
from tochuc.models import CauHinh, NgayNghi
from tochuc.models.don_vi import LoaiDonVi
from tochuc.vai_tro import VaiTro


@pytest.mark.parametrize(
    ("gia_tri", "loi"),
    [
        (
            {"ngay": "28/11/2026", "loai": "nghi_bu"},
            {"ngay": ["Thứ Bảy, Chủ nhật đã là ngày nghỉ hằng tuần; xin ghi ngày nghỉ bù nếu có."]},
        ),
        ({"ngay": "30/11/2026", "loai": "lam_bu"}, {"ngay": ["Ngày làm bù phải là thứ Bảy hoặc Chủ nhật."]}),
        ({"ngay": "24/11/2026"}, {"ngay": ["Ngày này đã có trong lịch nghỉ."]}),
        ({"ngay": "31/02/2026"}, {"ngay": ["Xin nhập ngày theo dạng ngày/tháng/năm, ví dụ 02/12/2026."]}),
        ({"ngay": "02/12/0206"}, {"ngay": ["Năm phải từ 2000 đến 2100."]}),
        ({"ngay": "02/12/2206"}, {"ngay": ["Năm phải từ 2000 đến 2100."]}),
        ({"ngay": "02/12/2026"}, {}),
        ({"ngay": "05/12/2026", "loai": "lam_bu"}, {}),
    ],
)
def test_day_off(db, gia_tri, loi):
    form = NgayNghiForm({"loai": "nghi_bu", "ten": "Nghỉ bù"} | gia_tri)

    assert form.errors == loi


def test_day_is_shown_as_it_is_typed(db):
    form = NgayNghiForm(instance=NgayNghi.objects.get(ngay=date(2026, 11, 24)))

    assert 'value="24/11/2026"' in str(form["ngay"])


@pytest.mark.parametrize(
    ("gia_tri", "loi"),
    [
        ({"vai_tro": ["tchc", "tiep_dan"]}, {}),
        ({"vai_tro": []}, {"vai_tro": ["Xin chọn ít nhất một vai trò."]}),
        ({"vai_tro": ["quan_tri", "tchc"]}, {"vai_tro": [actions.KIEM_NHIEM]}),
        ({"vai_tro": ["chuyen_vien"]}, {"vai_tro": [actions.THIEU_DON_VI]}),
        ({"username": "Lan Nguyễn"}, {"username": ["Ít nhất 3 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch."]}),
        ({"username": "daco"}, {"username": ["Tên đăng nhập này đã có người dùng."]}),
        ({"email": "lan@"}, {"email": ["Xin nhập địa chỉ thư dạng ten@co-quan.vn."]}),
    ],
)
def test_person(tao_nguoi, gia_tri, loi):
    tao_nguoi(username="daco")

    form = NhanVienForm({"ho_ten": "Lê Thị Lan", "username": "lan.le", "vai_tro": ["tchc"]} | gia_tri)

    assert form.errors == loi


def test_person_belongs_to_an_open_unit_of_the_centre(tao_don_vi, tao_nguoi):
    mo, dong, ngoai = tao_don_vi(), tao_don_vi(hoat_dong=False), tao_don_vi(loai=LoaiDonVi.NGOAI)
    nguoi = tao_nguoi(VaiTro.CHUYEN_VIEN, don_vi=dong)

    assert set(NhanVienForm().fields["don_vi"].queryset) == {mo}
    assert set(NhanVienForm(instance=nguoi).fields["don_vi"].queryset) == {mo, dong}
    assert ngoai.pk


def test_unit_above_is_never_below(tao_don_vi):
    ong = tao_don_vi()
    cha = tao_don_vi(cha=ong)
    tao_don_vi(cha=cha)

    form = DonViForm({"ma": cha.ma, "ten": "Khoa", "loai": "KHOA", "cha": cha.pk}, instance=cha)

    assert set(form.fields["cha"].queryset) == {ong}
    assert list(form.errors) == ["cha"]


def test_outside_body_gets_no_cases(tao_don_vi):
    cha = tao_don_vi("BGD")

    form = DonViForm({"ma": "SYT", "ten": "Sở Y tế", "loai": "NGOAI", "cha": cha.pk, "duoc_giao": "on"})

    assert form.errors == {
        "cha": ["Không dùng cho cơ quan ngoài Trung tâm."],
        "duoc_giao": ["Không dùng cho cơ quan ngoài Trung tâm."],
    }


@pytest.mark.parametrize(
    ("ten", "gia_tri", "cau"),
    [
        ("ngay_nop_bao_cao", "13", "Ngày nộp báo cáo từ 14 đến 17."),
        ("ngay_nop_bao_cao", "18", "Ngày nộp báo cáo từ 14 đến 17."),
        ("ngay_nop_bao_cao", "mai", "Xin nhập một ngày từ 14 đến 17."),
        ("han_kien_nghi_phan_anh", "0", "Hạn nội bộ từ 1 đến 44 ngày."),
        ("han_kien_nghi_phan_anh", "45", "Hạn nội bộ từ 1 đến 44 ngày."),
    ],
)
def test_terms_left_to_the_centre(db, ten, gia_tri, cau):
    cau_hinh = CauHinh.hien_hanh()

    form = CauHinhForm(CauHinhForm(instance=cau_hinh).initial | {ten: gia_tri}, instance=cau_hinh)

    assert form.errors == {ten: [cau]}


def test_only_what_was_changed_is_written(db):
    cau_hinh = CauHinh.hien_hanh()
    form = CauHinhForm(CauHinhForm(instance=cau_hinh).initial | {"dia_danh": "Sông Mây"}, instance=cau_hinh)

    assert form.is_valid()
    assert truong_doi(form) == {"dia_danh": "Sông Mây"}


def test_conditions_of_a_filter(tao_nguoi):
    nguoi = tao_nguoi(ho_ten="Lê Thị Lan")
    tham_so = QueryDict(f"nguoi={nguoi.pk}&viec=sua&tu_ngay=01/11/2026&den_ngay=sai&doi_tuong=&sau=12")
    form = LocNhatKyForm(tham_so)

    assert form.errors == {"den_ngay": ["Xin nhập ngày theo dạng ngày/tháng/năm, ví dụ 02/12/2026."]}
    assert cac_chip(form, tham_so) == [
        {
            "nhan": "Người thực hiện",
            "gia_tri": "Lê Thị Lan",
            "dia_chi": "?viec=sua&tu_ngay=01%2F11%2F2026&den_ngay=sai&doi_tuong=",
        },
        {
            "nhan": "Việc",
            "gia_tri": "Thay đổi",
            "dia_chi": f"?nguoi={nguoi.pk}&tu_ngay=01%2F11%2F2026&den_ngay=sai&doi_tuong=",
        },
        {
            "nhan": "Từ ngày",
            "gia_tri": "01/11/2026",
            "dia_chi": f"?nguoi={nguoi.pk}&viec=sua&den_ngay=sai&doi_tuong=",
        },
    ]
