"""Files of the wrong kind, broken ones, and what Excel itself could not compute: one sentence each."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from baocao.nhap_so import doc_tep
from baocao.nhap_so.doc_tep import TEP_HONG, mo_tep
from baocao.nhap_so.loi import LoiTep
from baocao.nhap_so.o_tinh import OHong

MAT_KHAU = "Tệp có mật khẩu; bỏ mật khẩu rồi thử lại."


def _so_thuong() -> bytes:
    so, ra = Workbook(), io.BytesIO()
    so.active.append(["Mã", "Ngày"])
    so.active.append(["A1", "20/03/2026"])
    so.save(ra)
    return ra.getvalue()


def _nen(cac_phan: dict[str, bytes]) -> bytes:
    ra = io.BytesIO()
    with zipfile.ZipFile(ra, "w", zipfile.ZIP_DEFLATED) as goi:
        for ten, noi_dung in cac_phan.items():
            goi.writestr(ten, noi_dung)
    return ra.getvalue()


def _thay_phan(thay: dict[str, bytes]) -> bytes:
    """An ordinary workbook with some of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(_so_thuong())) as goi:
        return _nen({ten: goi.read(ten) for ten in goi.namelist()} | thay)


@pytest.mark.parametrize(
    ("noi_dung", "cau"),
    [
        (b"", "Tệp rỗng."),
        (
            "Mã,Ngày\nA1,20/03/2026\n".encode(),
            "Tệp không phải sổ Excel (.xlsx). Nếu là tệp CSV, mở bằng Excel rồi lưu lại dạng .xlsx.",
        ),
        (
            doc_tep.DAU_OLE + b"\0" * 600,
            "Tệp là Excel đời cũ (.xls) hoặc tài liệu khác. Mở bằng Excel rồi lưu lại dạng .xlsx.",
        ),
        (doc_tep.DAU_OLE + b"\0" * 600 + doc_tep.TEN_GOI_MA_HOA, MAT_KHAU),
        (_nen({"a.txt": b"a"}), "Tệp không phải sổ Excel (.xlsx) mà là tệp nén hoặc tài liệu loại khác."),
        (
            _nen({"[Content_Types].xml": b"", "word/document.xml": b""}),
            "Tệp không phải sổ Excel (.xlsx) mà là tệp nén hoặc tài liệu loại khác.",
        ),
        (
            _nen({"[Content_Types].xml": b"", "xl/workbook.bin": b""}),
            "Tệp là Excel nhị phân (.xlsb). Mở bằng Excel rồi lưu lại dạng .xlsx.",
        ),
        (_so_thuong()[:-200], TEP_HONG),
        (_nen({"[Content_Types].xml": b"<x", "xl/workbook.xml": b"<x"}), TEP_HONG),
        (_thay_phan({"xl/workbook.xml": b"<workbook>"}), TEP_HONG),
    ],
    ids=["rong", "csv", "xls", "mat-khau", "zip", "docx", "xlsb", "cut", "xml-hong", "workbook-hong"],
)
def test_tep_khac_loai(tmp_path, noi_dung, cau):
    tep = tmp_path / "so.xlsx"
    tep.write_bytes(noi_dung)

    with pytest.raises(LoiTep) as loi, mo_tep(tep):
        pass

    assert str(loi.value) == cau


def test_tep_khong_co(tmp_path):
    with pytest.raises(LoiTep) as loi, mo_tep(tmp_path / "khong-co.xlsx"):
        pass

    assert str(loi.value) == "Không tìm thấy tệp khong-co.xlsx."


def test_phan_nen_co_mat_khau(tmp_path):
    """zipfile cannot write such a file: the flag of encryption is set by hand in both headers of every part."""
    noi_dung = bytearray(_so_thuong())
    for dau, cho_co in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        vi_tri = noi_dung.find(dau)
        while vi_tri >= 0:
            noi_dung[vi_tri + cho_co] |= 1
            vi_tri = noi_dung.find(dau, vi_tri + 4)
    tep = tmp_path / "so.xlsx"
    tep.write_bytes(bytes(noi_dung))

    with pytest.raises(LoiTep) as loi, mo_tep(tep):
        pass

    assert str(loi.value) == MAT_KHAU


@pytest.mark.parametrize("gioi_han", ["BUNG_LON_NHAT", "TEP_LON_NHAT", "PHAN_NHIEU_NHAT"])
def test_tep_qua_lon(tmp_path, monkeypatch, gioi_han):
    """What unpacks beyond the limits is refused before any of it is unpacked."""
    tep = tmp_path / "so.xlsx"
    tep.write_bytes(_thay_phan({"xl/worksheets/sheet1.xml": b" " * 5_000_000}))
    monkeypatch.setattr(doc_tep, gioi_han, 5 if gioi_han == "PHAN_NHIEU_NHAT" else 4_000)

    with pytest.raises(LoiTep) as loi, mo_tep(tep):
        pass

    lon = "Tệp lớn hơn 0 MB; tách sổ thành nhiều tệp."
    bung = "Tệp bung ra quá lớn, không mở để bảo vệ máy chủ; tách sổ thành nhiều tệp."
    assert str(loi.value) == (lon if gioi_han == "TEP_LON_NHAT" else bung)


def test_bom_nen_that(tmp_path):
    """301 MB of blanks pack into 300 KB."""
    tep = tmp_path / "so.xlsx"
    with zipfile.ZipFile(tep, "w", zipfile.ZIP_DEFLATED) as goi:
        for ten in ("[Content_Types].xml", "xl/workbook.xml"):
            goi.writestr(ten, "")
        with goi.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as phan:
            for _ in range(301):
                phan.write(b" " * (1 << 20))

    with pytest.raises(LoiTep) as loi, mo_tep(tep):
        pass

    assert str(loi.value) == "Tệp bung ra quá lớn, không mở để bảo vệ máy chủ; tách sổ thành nhiều tệp."


def test_dong_hong_giua_chung(tmp_path):
    trang = _thay_phan({})
    with zipfile.ZipFile(io.BytesIO(trang)) as goi:
        phan = goi.read("xl/worksheets/sheet1.xml")
    tep = tmp_path / "so.xlsx"
    tep.write_bytes(_thay_phan({"xl/worksheets/sheet1.xml": phan[: len(phan) // 2]}))

    with pytest.raises(LoiTep) as loi, mo_tep(tep) as cac_trang:
        list(cac_trang[0].cac_dong())

    assert str(loi.value) == TEP_HONG


def test_kich_thuoc_ghi_sai_van_doc_du(tmp_path):
    """Some programs say that a sheet is one cell wide."""
    with zipfile.ZipFile(io.BytesIO(_so_thuong())) as goi:
        phan = goi.read("xl/worksheets/sheet1.xml").replace(b'<dimension ref="A1:B2"/>', b'<dimension ref="A1"/>')
    tep = tmp_path / "so.xlsx"
    tep.write_bytes(_thay_phan({"xl/worksheets/sheet1.xml": phan}))

    with mo_tep(tep) as cac_trang:
        cac_dong = list(cac_trang[0].cac_dong())

    assert cac_dong == [(1, ["Mã", "Ngày"]), (2, ["A1", "20/03/2026"])]


def test_cong_thuc_chua_tinh(tmp_path):
    """openpyxl writes formulas without results, as other programs do: such a cell must not pass for an empty one."""
    tep, so = tmp_path / "so.xlsx", Workbook()
    so.active.append(["Mã", "Số người", "Ghi chú"])
    so.active.append(["A1", "=1+1", None])
    so.save(tep)

    with mo_tep(tep) as cac_trang:
        cac_dong = list(cac_trang[0].cac_dong())

    chua_tinh = OHong(f"công thức chưa có kết quả. {doc_tep.SAU_KHI_LUU}")
    assert cac_dong[1] == (2, ["A1", chua_tinh])


def test_cong_thuc_co_ket_qua(tmp_path):
    so, ra = Workbook(), io.BytesIO()
    so.active.append(["A1", "=1+1", '=""', "=1/0"])
    so.save(ra)
    with zipfile.ZipFile(ra) as goi:
        phan = goi.read("xl/worksheets/sheet1.xml")
        cac_phan = {ten: goi.read(ten) for ten in goi.namelist()}
    phan = phan.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
    phan = phan.replace(b'<c r="C1"><f>""</f>', b'<c r="C1" t="str"><f>""</f>')
    phan = phan.replace(b'<c r="D1"><f>1/0</f><v></v>', b'<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v>')
    tep = tmp_path / "so.xlsx"
    tep.write_bytes(_nen(cac_phan | {"xl/worksheets/sheet1.xml": phan}))

    with mo_tep(tep) as cac_trang:
        cac_dong = list(cac_trang[0].cac_dong())

    assert cac_dong == [(1, ["A1", 2, None, OHong("ô bị lỗi công thức #DIV/0!.")])]
