"""Saving a row: the constraint that refuses it becomes a sentence; any other refusal stays an error."""

from datetime import time

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tiepdan.models import LichTiep
from tochuc.loi import LoiNghiepVu
from tochuc.models import DonVi
from tochuc.rang_buoc import luu_dong


@pytest.mark.django_db
def test_cau_cua_rang_buoc():
    lich = LichTiep(
        ngay=timezone.localdate(),
        loai="dinh_ky",
        nguoi_tiep="thu_truong",
        gio_tu=time(9),
        gio_den=time(8),
    )

    with pytest.raises(LoiNghiepVu) as loi, transaction.atomic():
        luu_dong(lich)

    assert str(loi.value) == "Giờ kết thúc phải sau giờ bắt đầu."
    assert LichTiep.objects.count() == 0


@pytest.mark.django_db
def test_loi_khac_van_la_loi():
    DonVi.objects.create(ma="NOI", ten="Khoa Nội", loai="KHOA")

    with pytest.raises(IntegrityError), transaction.atomic():
        luu_dong(DonVi(ma="NOI", ten="Khoa Nội hai", loai="KHOA"))

    assert DonVi.objects.count() == 1


@pytest.mark.django_db
def test_dong_dung_duoc_luu():
    luu_dong(DonVi(ma="NOI", ten="Khoa Nội", loai="KHOA"))

    assert DonVi.objects.get().ten == "Khoa Nội"
