"""The walk over the chains finds each kind of tampering by somebody who took the triggers away."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from donthu.models import LichSu
from donthu.quy_trinh.buoc import Buoc
from donthu.quy_trinh.trang_thai import TrangThai
from tochuc.chuoi_bam import lenh_bo
from tochuc.models import NhatKy
from tochuc.models.nhat_ky import ViecNhatKy


@pytest.fixture
def bon_dong(db):
    """Four lines of the log."""
    for so in range(1, 5):
        NhatKy.ghi(None, ViecNhatKy.SUA, "trung_tam", f"lần {so}")


def lam_hong(bang: str, lenh: str) -> None:
    with connection.cursor() as con_tro:
        for bo in lenh_bo(connection.vendor, bang):
            con_tro.execute(bo)
        con_tro.execute(lenh)


def chay_lenh() -> tuple[str, str, str]:
    """Output, errors, and the sentence of the failure, "" when there is none."""
    ra, loi = StringIO(), StringIO()
    try:
        call_command("kiem_nhat_ky", stdout=ra, stderr=loi)
    except CommandError as that_bai:
        return ra.getvalue(), loi.getvalue(), str(that_bai)
    return ra.getvalue(), loi.getvalue(), ""


def test_nothing_written_yet(db):
    assert chay_lenh() == ("lịch sử: 0 dòng, nguyên vẹn\nnhật ký: 0 dòng, nguyên vẹn\n", "", "")


def test_whole_chains(bon_dong, tao_don):
    for don in (tao_don(), tao_don()):
        for _ in range(2):
            LichSu.ghi(don, Buoc.PHAN_LOAI, tu="", den=TrangThai.values[0], ngay=don.ngay_nhan, nguoi=None)

    assert chay_lenh() == ("lịch sử: 4 dòng, nguyên vẹn\nnhật ký: 4 dòng, nguyên vẹn\n", "", "")


@pytest.mark.parametrize(
    ("lenh", "cho_hong"),
    [
        ("UPDATE tochuc_nhatky SET noi_dung = 'khác' WHERE stt = 2", ["dòng số 2 đã bị sửa"]),
        (
            "UPDATE tochuc_nhatky SET bam = 'x' WHERE stt = 2",
            ["dòng số 2 đã bị sửa", "dòng số 3 không nối với dòng trước"],
        ),
        (
            "UPDATE tochuc_nhatky SET bam_truoc = 'x' WHERE stt = 2",
            ["dòng số 2 không nối với dòng trước", "dòng số 2 đã bị sửa"],
        ),
        ("DELETE FROM tochuc_nhatky WHERE stt = 2", ["thiếu dòng giữa số 1 và số 3"]),
        ("DELETE FROM tochuc_nhatky WHERE stt = 1", ["thiếu dòng giữa số 0 và số 2"]),
        (
            "DELETE FROM tochuc_nhatky WHERE stt = 4",
            ["dòng cuối là số 3 nhưng sổ đếm đã cấp đến số 4: có dòng cuối bị xóa hoặc chèn"],
        ),
        (
            "DELETE FROM tochuc_nhatky",
            ["dòng cuối là số 0 nhưng sổ đếm đã cấp đến số 4: có dòng cuối bị xóa hoặc chèn"],
        ),
        (
            "UPDATE tochuc_sodem SET so_cuoi = 3 WHERE so_dang_ky = 'nhat_ky'",
            ["dòng cuối là số 4 nhưng sổ đếm đã cấp đến số 3: có dòng cuối bị xóa hoặc chèn"],
        ),
    ],
)
def test_tampering_is_found(bon_dong, lenh, cho_hong):
    lam_hong("tochuc_nhatky", lenh)

    _, loi, that_bai = chay_lenh()

    assert loi.splitlines() == [f"nhật ký: {cau}" for cau in cho_hong]
    assert that_bai == f"Chuỗi bản ghi bị hỏng ở {len(cho_hong)} chỗ."


def test_one_petition_does_not_spoil_another(tao_don):
    hai_don = [tao_don(), tao_don()]
    for don in hai_don:
        for _ in range(2):
            LichSu.ghi(don, Buoc.PHAN_LOAI, tu="", den=TrangThai.values[0], ngay=don.ngay_nhan, nguoi=None)
    LichSu.ghi(hai_don[0], Buoc.PHAN_LOAI, tu="", den=TrangThai.values[0], ngay=hai_don[0].ngay_nhan, nguoi=None)
    lam_hong("donthu_lichsu", "UPDATE donthu_lichsu SET ghi_chu = 'x' WHERE stt = 3")

    ra, loi, _ = chay_lenh()

    assert loi == f"lịch sử: don_id={hai_don[0].pk}, dòng số 3 đã bị sửa\n"
    assert ra == "lịch sử: 5 dòng, 1 chỗ hỏng\nnhật ký: 0 dòng, nguyên vẹn\n"
