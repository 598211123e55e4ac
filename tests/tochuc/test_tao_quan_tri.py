"""The first account of a new installation."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tochuc import actions
from tochuc.models import NhanVien
from tochuc.vai_tro import VaiTro


def test_first_account(db):
    ra = StringIO()

    call_command("tao_quan_tri", "quantri", "Phạm Quốc Trị", stdout=ra)

    nguoi = NhanVien.objects.get()
    mat_khau = re.fullmatch(r"quantri: mật khẩu dùng một lần (\S+), phải đổi khi đăng nhập lần đầu\.\n", ra.getvalue())[
        1
    ]
    assert nguoi.tap_vai_tro == {VaiTro.QUAN_TRI}
    assert nguoi.check_password(mat_khau)
    assert actions.mat_khau_cho_doi(nguoi) is True


def test_taken_name(tao_nguoi):
    tao_nguoi(username="quantri")

    with pytest.raises(CommandError, match="Tên đăng nhập này đã có người dùng"):
        call_command("tao_quan_tri", "quantri", "Phạm Quốc Trị")

    assert NhanVien.objects.count() == 1
