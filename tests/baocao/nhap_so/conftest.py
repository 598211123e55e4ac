"""Builders of register workbooks: a test names only the cells it is about."""

from datetime import date

import pytest
from openpyxl import Workbook

from baocao.nhap_so import nhap_so

HOM_NAY = date(2026, 12, 1)

LUOT_MAU = {
    "Mã": "L1",
    "Ngày": date(2026, 3, 20),
    "Người tiếp": "thu_truong",
    "Loại": "KN",
    "Nội dung": "Nội dung tiếp",
}
NGAY_MAU = {"Ngày": date(2026, 3, 16), "Loại": "dinh_ky", "Người tiếp": "thu_truong"}
DON_MAU = {
    "Mã": "D1",
    "Ngày nhận": date(2026, 3, 20),
    "Loại": "KN",
    "Lĩnh vực": "02.01",
    "Tóm tắt": "Tóm tắt đơn",
}
HOAT_DONG_MAU = {"Mã": "H1", "Loại": "van_ban_moi", "Ngày": date(2026, 3, 20), "Nội dung": "Kế hoạch"}
DONG_MAU = {"Lượt tiếp": LUOT_MAU, "Ngày tiếp": NGAY_MAU, "Đơn thư": DON_MAU, "Hoạt động": HOAT_DONG_MAU}


@pytest.fixture
def luu_so(tmp_path):
    """Write sheets of rows (dicts by header); the headers are those the rows use, in order of appearance."""

    def luu(cac_trang: dict[str, list[dict]], ten: str = "so.xlsx"):
        so = Workbook()
        so.remove(so.active)
        for ten_trang, cac_dong in cac_trang.items():
            trang = so.create_sheet(ten_trang)
            tieu_de = list(dict.fromkeys(cot for dong in cac_dong for cot in dong))
            trang.append(tieu_de)
            for dong in cac_dong:
                trang.append([dong.get(cot) for cot in tieu_de])
        tep = tmp_path / ten
        so.save(tep)
        return tep

    return luu


@pytest.fixture
def tao_so(luu_so):
    """The same from what differs of one good row per sheet: tao_so(**{"Đơn thư": [{"Lần": 2}]})."""

    def tao(**cac_trang: list[dict]):
        return luu_so(
            {ten: [DONG_MAU[ten] | dong for dong in cac_dong] for ten, cac_dong in cac_trang.items()},
        )

    return tao


@pytest.fixture
def nhap(db):
    """Load a file on HOM_NAY."""

    def chay(tep, **khac):
        return nhap_so(tep, hom_nay=HOM_NAY, **khac)

    return chay


@pytest.fixture
def nhap_dong(tao_so, nhap):
    """Load one row of one sheet from what differs of a good one."""

    def chay(ten_trang: str, khac: dict | None = None, **tuy_chon):
        return nhap(tao_so(**{ten_trang: [khac or {}]}), **tuy_chon)

    return chay
