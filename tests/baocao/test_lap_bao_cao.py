"""The command: the shape of the JSON, the other formats, and sentences for what goes wrong."""

import json
import resource
import subprocess
import sys
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from docx import Document
from openpyxl import load_workbook

from baocao.so_lieu import CAC_COT
from donthu.models import KetQuaThiHanh

DAU_TEP = {"pdf": b"%PDF-", "xlsx": b"PK\x03\x04", "docx": b"PK\x03\x04"}


def lap(**khac) -> dict:
    ra = StringIO()
    call_command("lap_bao_cao", stdout=ra, **khac)
    return json.loads(ra.getvalue())


def test_json_on_standard_output(so_sach):
    bao_cao = lap(ky="6T/2026", dinh_dang="json")

    assert {khoa: bao_cao[khoa] for khoa in bao_cao if khoa != "bieu"} == {
        "ky": "6T/2026",
        "tu_ngay": "2025-12-15",
        "den_ngay": "2026-06-14",
        "canh_bao": [],
        "luu_y": [],
    }
    assert {ma: list(cot) for ma, cot in bao_cao["bieu"].items()} == {
        ma: [str(so) for so in sorted(cot)] for ma, cot in CAC_COT.items()
    }
    assert bao_cao["bieu"]["02/XLD"]["1"] == 26
    assert bao_cao["bieu"]["05/KQTH"]["5"] == 154.75


def test_json_is_the_default_and_any_case_will_do(so_sach):
    assert lap(ky="n/2026")["ky"] == "N/2026"


def test_broken_inferred_check_stands_in_remarks(so_sach):
    KetQuaThiHanh.objects.filter(don__ma="P17").update(da_thu_tien=60)

    bao_cao = lap(ky="Q2/2026")

    assert bao_cao["canh_bao"] == []
    assert bao_cao["luu_y"] == [{"kiem_tra": "05/KQTH:5 <= 05/KQTH:3", "trai": 94.5, "phai": 67.75}]


def test_broken_printed_check_stands_in_warnings(tao_don):
    tao_don(
        ngay_nhan=date(2026, 4, 1), ngay_xu_ly=date(2026, 4, 2), du_dieu_kien=True, thuoc_tham_quyen=False,
        huong_xu_ly="luu_don",
    )  # fmt: skip

    bao_cao = lap(ky="Q2/2026")

    assert bao_cao["canh_bao"] == [{"kiem_tra": "02/XLD:23 == 02/XLD:24 + 02/XLD:25", "trai": 1, "phai": 0}]
    assert bao_cao["luu_y"] == []


@pytest.mark.parametrize("dinh_dang", ["pdf", "xlsx", "docx"])
def test_other_formats_go_to_a_file(so_sach, tmp_path, dinh_dang):
    tep = tmp_path / f"bao-cao.{dinh_dang}"

    call_command("lap_bao_cao", ky="Q2/2026", dinh_dang=dinh_dang, ra=tep)

    assert tep.read_bytes().startswith(DAU_TEP[dinh_dang])
    assert [con.name for con in tmp_path.iterdir()] == [tep.name]


@pytest.mark.parametrize("dinh_dang", ["pdf", "xlsx", "docx"])
def test_other_formats_go_to_standard_output(so_sach, capfdbinary, dinh_dang):
    call_command("lap_bao_cao", ky="Q2/2026", dinh_dang=dinh_dang)

    assert capfdbinary.readouterr().out.startswith(DAU_TEP[dinh_dang])


def test_file_holds_the_numbers_and_the_note(so_sach, tmp_path):
    for dinh_dang in ("xlsx", "docx"):
        call_command("lap_bao_cao", ky="Q2/2026", dinh_dang=dinh_dang, ra=tmp_path / dinh_dang)

    xlsx = load_workbook(BytesIO((tmp_path / "xlsx").read_bytes()))
    docx = Document(str(tmp_path / "docx"))
    assert 34.75 in {o.value for hang in xlsx["05-KQTH"].iter_rows() for o in hang}
    assert sum(doan.text.startswith("24. Ghi chú: Cột 4 chỉ tính") for doan in docx.paragraphs) == 1


@pytest.mark.parametrize("ky", ["9T-2026", "Q5/2026", "2026", "", "Q1/1999"])
def test_wrong_period_is_a_sentence(ky):
    with pytest.raises(CommandError, match="không hợp lệ") as loi:
        call_command("lap_bao_cao", ky=ky)

    assert loi.value.returncode == 1


def test_wrong_period_ends_with_code_one():
    ket_qua = subprocess.run(
        [sys.executable, "manage.py", "lap_bao_cao", "--ky", "Q9/2026"],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ket_qua.returncode, ket_qua.stdout) == (1, "")
    assert "Kỳ báo cáo “Q9/2026” không hợp lệ" in ket_qua.stderr


def test_folder_that_is_not_there_is_a_sentence(so_sach, tmp_path):
    with pytest.raises(CommandError, match="Không ghi được tệp"):
        call_command("lap_bao_cao", ky="Q2/2026", ra=tmp_path / "khong-co" / "b.json")


def test_full_disk_leaves_the_old_file(so_sach, tmp_path):
    tep = tmp_path / "b.json"
    tep.write_text("bản cũ")
    cu = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, cu[1]))  # a file may not grow further, as on a full disk

    try:
        with pytest.raises(CommandError, match="Không ghi được tệp"):
            call_command("lap_bao_cao", ky="Q2/2026", ra=tep)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, cu)

    assert tep.read_text() == "bản cũ"
    assert [con.name for con in tmp_path.iterdir()] == ["b.json"]
