"""Rules of passwords speak Vietnamese; the random one passes them all."""

import re

import pytest
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError

from tochuc.mat_khau import tao_mat_khau
from tochuc.models import NhanVien

NGUOI = NhanVien(username="lan.nguyen", ho_ten="Nguyễn Thị Lan", email="lan.nguyen.tchc@example.vn")


@pytest.mark.parametrize(
    ("mat_khau", "cau"),
    [
        ("Cây-Khế9", ["Mật khẩu phải có ít nhất 10 ký tự."]),
        ("8461973052", ["Mật khẩu không được chỉ gồm chữ số."]),
        ("1234567890", ["Mật khẩu này nhiều người dùng nên dễ bị đoán ra.", "Mật khẩu không được chỉ gồm chữ số."]),
        ("lan.nguyen1", ["Mật khẩu quá giống tên đăng nhập."]),
        ("nguyễn thị lan", ["Mật khẩu quá giống họ và tên."]),
        ("lan.nguyen.tchc", ["Mật khẩu quá giống tên đăng nhập."]),
    ],
)
def test_weak_password_is_refused(mat_khau, cau):
    with pytest.raises(ValidationError) as loi:
        validate_password(mat_khau, NGUOI)

    assert loi.value.messages == cau


def test_help_is_vietnamese():
    assert password_validators_help_texts() == [
        "Không giống tên đăng nhập, họ tên hoặc thư điện tử.",
        "Có ít nhất 10 ký tự.",
        "Không phải mật khẩu nhiều người hay dùng.",
        "Không chỉ gồm chữ số.",
    ]


def test_random_password():
    mat_khau = tao_mat_khau()

    assert re.fullmatch(r"[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}", mat_khau)
    assert validate_password(mat_khau, NGUOI) is None
    assert mat_khau != tao_mat_khau()
