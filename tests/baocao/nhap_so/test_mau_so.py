"""The empty workbook: what a clerk finds in it, and that it loads as nothing."""

import io

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from baocao.nhap_so.mau_so import VI_DU, ghi_mau
from baocao.nhap_so.trang_so import CAC_TRANG
from donthu.models import DonThu, LinhVuc


@pytest.fixture
def mau(db, tao_don_vi):
    tao_don_vi("NOI", ten="Khoa Nội")
    tao_don_vi("X_SYT", ten="Sở Y tế", loai="NGOAI")
    ra = io.BytesIO()
    ghi_mau(ra)
    return load_workbook(ra)


def _chu_cua(trang, tieu_de: str) -> str:
    return next(o.column_letter for o in trang[1] if o.value == tieu_de)


def _lua_chon(so, ten_trang: str, tieu_de: str) -> list[str]:
    trang = so[ten_trang]
    o = f"{_chu_cua(trang, tieu_de)}2"
    rang_buoc = next(mot for mot in trang.data_validations.dataValidation if o in mot.cells)
    if rang_buoc.type != "list":
        return []
    ten_an, _, vung = rang_buoc.formula1.rpartition("!")
    return [o.value for (o,) in so[ten_an.strip("'")][vung.replace("$", "")]]


def test_cac_trang_va_tieu_de(mau):
    assert mau.sheetnames == ["Lượt tiếp", "Ngày tiếp", "Đơn thư", "Hoạt động", "Hướng dẫn", "Danh mục"]
    assert mau["Danh mục"].sheet_state == "hidden"
    for trang in CAC_TRANG:
        assert [o.value for o in mau[trang.ten][1]] == [cot.tieu_de for cot in trang.cac_cot]
        assert mau[trang.ten].freeze_panes == ("B2" if trang.co_ma else "A2")


@pytest.mark.parametrize(
    ("trang", "tieu_de", "cac_muc"),
    [
        ("Lượt tiếp", "Người tiếp", ["Tiếp thường xuyên", "Thủ trưởng tiếp", "Ủy quyền tiếp"]),
        ("Ngày tiếp", "Người tiếp", ["Thủ trưởng tiếp", "Ủy quyền tiếp"]),
        ("Ngày tiếp", "Hủy", ["x"]),
        ("Đơn thư", "Hướng xử lý", ["Hướng dẫn", "Chuyển đơn"]),
        ("Đơn thư", "Đơn vị", ["NOI Khoa Nội"]),
        ("Đơn thư", "Tóm tắt", []),
    ],
)
def test_danh_sach_tha_xuong(mau, trang, tieu_de, cac_muc):
    assert _lua_chon(mau, trang, tieu_de) == cac_muc


def test_moi_lua_chon_deu_nhap_duoc(mau, nhap_dong):
    """What the drop-down offers is what the load takes, the long list of categories included."""
    cac_muc = _lua_chon(mau, "Đơn thư", "Lĩnh vực")

    ket_qua = [nhap_dong("Đơn thư", {"Mã": muc, "Lĩnh vực": muc}).loi for muc in (cac_muc[0], cac_muc[-1])]
    nhap_dong("Đơn thư", {"Mã": "DV", "Đơn vị": "NOI Khoa Nội"})

    assert len(cac_muc) == LinhVuc.objects.count()
    assert ket_qua == [[], []]
    assert DonThu.objects.get(ma="DV").don_vi.ma == "NOI"


def test_dong_vi_du_in_nghieng(mau):
    for trang in CAC_TRANG:
        cac_dong = [[o for o in dong if o.value is not None] for dong in mau[trang.ten].iter_rows(min_row=2)]
        assert [{o.font.italic for o in dong} for dong in cac_dong] == ([{True}] if trang.co_ma else [])


def test_nhap_mau_nguyen_trang(tmp_path, nhap):
    tep = tmp_path / "mau.xlsx"
    ghi_mau(tep)

    ket_qua = nhap(tep)

    assert (ket_qua.loi, ket_qua.tong("moi"), ket_qua.tong("vi_du")) == ([], 0, 3)


@pytest.mark.parametrize("ten_trang", list(VI_DU))
def test_vi_du_la_dong_dung(luu_so, nhap, ten_trang):
    """The example is right in itself: only its code keeps it out."""
    theo_truong = {trang.ten: trang.theo_truong for trang in CAC_TRANG}[ten_trang]
    dong = {theo_truong[truong].tieu_de: gia_tri for truong, gia_tri in VI_DU[ten_trang].items()}

    ket_qua = nhap(luu_so({ten_trang: [dong | {"Mã": "THAT-1"}]}))

    assert (ket_qua.loi, ket_qua.tong("moi")) == ([], 1)


def test_lenh_mau_so(db, tmp_path, capsys):
    tep = tmp_path / "mau.xlsx"

    call_command("mau_so", str(tep))

    assert load_workbook(tep).sheetnames[0] == "Lượt tiếp"
    assert capsys.readouterr().out == f"Đã ghi mẫu sổ: {tep}\n"


def test_lenh_mau_so_khong_ghi_duoc(db, tmp_path):
    tep = tmp_path / "khong-co" / "mau.xlsx"

    with pytest.raises(CommandError) as loi:
        call_command("mau_so", str(tep))

    assert str(loi.value) == f"Không ghi được tệp {tep}: No such file or directory."
