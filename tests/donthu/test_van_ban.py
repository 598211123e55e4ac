"""Every document that a procedure or a reception names stands in the table, once for each version."""

from itertools import groupby, pairwise

import pytest

from donthu.quy_trinh import QUY_TRINH
from donthu.van_ban import CAC_VAN_BAN, VanBan


def test_van_ban_cua_moi_buoc_deu_co_trong_bang():
    dung = {duong.van_ban.ma_mau for bang in QUY_TRINH.values() for duong in bang.values() if duong.van_ban}

    assert dung - {mau.ma for mau in CAC_VAN_BAN} == set()


CAC_PHIEN_BAN = [
    pytest.param(truoc, sau, id=ma)
    for ma, cac_mau in groupby(CAC_VAN_BAN, key=lambda mau: mau.ma)
    for truoc, sau in pairwise(cac_mau)
]


@pytest.mark.parametrize(("truoc", "sau"), CAC_PHIEN_BAN)
def test_phien_ban_sau_noi_tiep_phien_ban_truoc(truoc: VanBan, sau: VanBan):
    assert (sau.tu_ngay - truoc.den_ngay).days == 1


def test_moi_ma_chi_mot_phien_ban_hien_hanh():
    hien_hanh = [mau.ma for mau in CAC_VAN_BAN if mau.den_ngay is None]

    assert sorted(hien_hanh) == sorted({mau.ma for mau in CAC_VAN_BAN})
