"""The command: what it says, and that anything wrong ends it with code 1."""

import pytest
from django.core.management import CommandError, call_command

from donthu.models import DonThu


def test_nhap_thanh_cong(tao_so, db, capsys):
    call_command("nhap_so", str(tao_so(**{"Đơn thư": [{"Mã": "VD-1"}, {}]})))

    assert capsys.readouterr().out == (
        "Đơn thư: 1 dòng mới, 0 dòng đã có, không đổi, 0 dòng cập nhật, 1 dòng ví dụ bỏ qua.\n"
        "Đã nhập xong: 1 dòng mới, 0 dòng cập nhật, 0 dòng đã có, không đổi.\n"
    )


def test_dong_sai(tao_so, db):
    tep = tao_so(**{"Đơn thư": [{"Lần": 3}, {"Mã": "D2", "Lĩnh vực": "77"}]})

    with pytest.raises(CommandError) as loi:
        call_command("nhap_so", str(tep))

    assert loi.value.returncode == 1
    assert str(loi.value) == (
        "Trang “Đơn thư”, dòng 2, cột “Lần”: “3” không hợp lệ; phải là số nguyên từ 1 đến 2.\n"
        "Trang “Đơn thư”, dòng 3, cột “Lĩnh vực”: không có lĩnh vực mã “77”.\n"
        "Chưa ghi gì vì có 2 dòng lỗi. Sửa hết các lỗi đã nêu rồi nhập lại cả tệp."
    )
    assert DonThu.objects.count() == 0


def test_thu_va_cap_nhat(tao_so, db, capsys):
    call_command("nhap_so", str(tao_so(**{"Đơn thư": [{}]})))
    tep = str(tao_so(**{"Đơn thư": [{"Số người": 4}]}))
    capsys.readouterr()

    with pytest.raises(CommandError) as loi:
        call_command("nhap_so", tep)
    call_command("nhap_so", tep, "--thu", "--cap-nhat")
    so_nguoi_sau_khi_thu = DonThu.objects.get().so_nguoi
    call_command("nhap_so", tep, "--cap-nhat")

    assert str(loi.value).splitlines()[-1] == (
        "Muốn thay nội dung đang lưu bằng nội dung trong tệp, chạy lại với --cap-nhat."
    )
    assert (so_nguoi_sau_khi_thu, DonThu.objects.get().so_nguoi) == (1, 4)
    assert [dong for dong in capsys.readouterr().out.splitlines() if "Đơn thư" not in dong] == [
        "Tệp hợp lệ, chưa ghi gì vì chỉ kiểm tra: 0 dòng mới, 1 dòng sẽ cập nhật, 0 dòng đã có, không đổi.",
        "Đã nhập xong: 0 dòng mới, 1 dòng cập nhật, 0 dòng đã có, không đổi.",
    ]


def test_tep_sai_loai(tmp_path, db):
    tep = tmp_path / "so.xlsx"
    tep.write_text("Mã;Ngày")

    with pytest.raises(CommandError) as loi:
        call_command("nhap_so", str(tep))

    assert str(loi.value) == "Tệp không phải sổ Excel (.xlsx). Nếu là tệp CSV, mở bằng Excel rồi lưu lại dạng .xlsx."
