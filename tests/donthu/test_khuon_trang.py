"""Consistency of the pages: no template without a page, no step without words."""

from pathlib import Path

import pytest
from django.conf import settings

from donthu import urls
from donthu.quy_trinh import QUY_TRINH, nhan_buoc
from donthu.van_ban import CAC_VAN_BAN, duong_dan_mau

KHUON = settings.BASE_DIR / "templates"
NOI_DUNG = (*settings.BASE_DIR.glob("donthu/**/*.py"), *KHUON.glob("**/*.html"))
MAU_IN = {duong_dan_mau(mau.ma) for mau in CAC_VAN_BAN}  # named by the code of the document, nowhere written out


@pytest.mark.parametrize("tep", sorted((KHUON / "donthu").glob("**/*.*")), ids=lambda tep: tep.name)
def test_khuon_nao_cung_duoc_dung(tep: Path):
    ten = str(tep.relative_to(KHUON))

    assert ten in MAU_IN or any(ten in noi.read_text(encoding="utf-8") for noi in NOI_DUNG if noi != tep)


def test_moi_dia_chi_co_ten():
    assert [muc.pattern for muc in urls.urlpatterns if not muc.name] == []


def test_moi_buoc_noi_bang_chu():
    assert [buoc for loai, bang in QUY_TRINH.items() for buoc in bang if not nhan_buoc(loai, buoc)] == []
