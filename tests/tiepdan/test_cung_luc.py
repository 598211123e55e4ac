"""Several counters at once, and a disk that fills up in the middle: the register has no gap and no half visit."""

import threading
import uuid

import pytest
from django.db import DatabaseError, connection, connections

from donthu.models import CongDan, DonThu, HanViec, LinhVuc, VuViec
from tests.tiepdan.conftest import NGAY_TIEP
from tiepdan.actions import khoa_ngay
from tiepdan.hinh_thuc import HuongTiep
from tiepdan.models import LuotTiep, TaiLieuNhan
from tochuc.loi import LoiNghiepVu
from tochuc.models import SoDem

GIAY = [{"ten": "Đơn", "so_trang": 1, "tinh_trang": "Bản gốc"}]


def cung_luc(*cac_viec) -> list[str]:
    """Do all of these at the same moment; what each refused says, "" when it went through."""
    ket_qua, vach = [], threading.Barrier(len(cac_viec))

    def lam(viec):
        vach.wait()
        try:
            viec()
            ket_qua.append("")
        except LoiNghiepVu as loi:
            ket_qua.append(str(loi))
        finally:
            connections.close_all()

    luong = [threading.Thread(target=lam, args=(viec,)) for viec in cac_viec]
    for mot in luong:
        mot.start()
    for mot in luong:
        mot.join()
    return ket_qua


@pytest.mark.django_db(transaction=True)
def test_counters_at_once_leave_no_gap(ghi_luot):
    ket_qua = cung_luc(*[lambda: ghi_luot(huong=HuongTiep.LAP_DON, tai_lieu=GIAY)] * 4)

    assert ket_qua == [""] * 4
    assert sorted(LuotTiep.objects.values_list("ma", flat=True)) == [f"LT-2026-000{so}" for so in range(1, 5)]
    assert sorted(LuotTiep.objects.values_list("so_bien_nhan", flat=True)) == [f"0{so}/GBN-TTYT" for so in range(1, 5)]
    assert sorted(DonThu.objects.values_list("ma", flat=True)) == [f"DT-2026-000{so}" for so in range(1, 5)]


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_four_times_at_once_is_one_visit(ghi_luot):
    khoa = uuid.uuid4()

    cung_luc(*[lambda: ghi_luot(huong=HuongTiep.LAP_DON, khoa_gui=khoa)] * 4)

    assert [LuotTiep.objects.count(), DonThu.objects.count()] == [1, 1]


@pytest.mark.django_db(transaction=True)
def test_visits_and_the_closing_of_the_day_take_turns(ghi_luot, can_bo):
    ket_qua = cung_luc(ghi_luot, ghi_luot, lambda: khoa_ngay(NGAY_TIEP, nguoi=can_bo), ghi_luot)

    da_ghi = LuotTiep.objects.count()
    assert da_ghi == ket_qua.count("") - 1
    assert all("đã khóa" in cau for cau in ket_qua if cau)
    assert SoDem.objects.get(so_dang_ky="luot_tiep").so_cuoi == da_ghi


@pytest.mark.django_db
@pytest.mark.parametrize(
    "bang",
    ["donthu_congdan", "tiepdan_luottiep", "tiepdan_tailieunhan", "donthu_donthu", "donthu_hanviec", "donthu_lichsu"],
)
def test_full_disk_in_the_middle_leaves_nothing(ghi_luot, bang):
    def day_dia(execute, sql, params, many, context):
        if sql.startswith("INSERT") and f'"{bang}"' in sql:
            raise DatabaseError("could not extend file: No space left on device")
        return execute(sql, params, many, context)

    phieu = {"huong": HuongTiep.LAP_DON, "linh_vuc": LinhVuc.objects.get(ma="02.01"), "tai_lieu": GIAY}
    with connection.execute_wrapper(day_dia), pytest.raises(DatabaseError):
        ghi_luot(**phieu)

    cac_bang = (LuotTiep, TaiLieuNhan, DonThu, CongDan, VuViec, HanViec)
    assert [mot.objects.count() for mot in cac_bang] == [0] * len(cac_bang)
    luot = ghi_luot(**phieu)
    assert (luot.ma, luot.so_bien_nhan, luot.don.ma) == ("LT-2026-0001", "01/GBN-TTYT", "DT-2026-0001")
