"""Nobody changes what was written: the model refuses, and so does the database."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction

from tochuc.chuoi_bam import KHONG_SUA
from tochuc.models import NhatKy
from tochuc.models.nhat_ky import ViecNhatKy


@pytest.fixture
def dong(db):
    return NhatKy.ghi(None, ViecNhatKy.SUA, "trung_tam", "lần đầu")


def test_first_line_begins_the_chain(dong):
    assert (dong.stt, dong.bam_truoc) == (1, "")
    assert dong.bam == dong.tinh_bam()


def test_each_line_carries_the_hash_of_the_one_before(dong):
    sau = NhatKy.ghi(None, ViecNhatKy.SUA, "trung_tam", "lần hai")

    assert (sau.stt, sau.bam_truoc) == (2, dong.bam)


def test_hash_is_the_same_after_reading_back(dong):
    doc_lai = NhatKy.objects.get(pk=dong.pk)

    assert doc_lai.tinh_bam() == dong.bam


@pytest.mark.parametrize(
    "sua",
    [
        lambda dong: dong.save(),
        lambda dong: dong.delete(),
        lambda dong: NhatKy.objects.filter(pk=dong.pk).update(noi_dung="khác"),
        lambda dong: NhatKy.objects.filter(pk=dong.pk).delete(),
    ],
)
def test_the_model_refuses(dong, sua):
    with pytest.raises(PermissionDenied, match=KHONG_SUA):
        sua(dong)


@pytest.mark.parametrize("bang", ["tochuc_nhatky", "donthu_lichsu"])
@pytest.mark.parametrize("lenh", ["UPDATE {bang} SET bam = 'x'", "DELETE FROM {bang}"])
def test_the_database_refuses(dong, tao_don, bang, lenh):
    don = tao_don()
    don.lich_su.model.ghi(don, "phan_loai", tu="moi", den="moi", ngay=don.ngay_nhan, nguoi=None)

    with pytest.raises(DatabaseError, match=KHONG_SUA), transaction.atomic(), connection.cursor() as con_tro:
        con_tro.execute(lenh.format(bang=bang))
