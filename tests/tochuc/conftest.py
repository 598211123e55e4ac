"""Readers used by several files."""

import pytest

from tochuc.models import NhatKy
from tochuc.vai_tro import VaiTro


@pytest.fixture
def quan_tri(tao_nguoi):
    return tao_nguoi(VaiTro.QUAN_TRI, username="quantri")


@pytest.fixture
def doc_nhat_ky(db):
    """Lines of the log in order: (kind, object, words)."""

    def doc() -> list[tuple[str, str, str]]:
        return list(NhatKy.objects.order_by("stt").values_list("viec", "doi_tuong", "noi_dung"))

    return doc
