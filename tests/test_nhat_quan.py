"""What holds over the whole tree: names of fields, writers of petitions, templates, migrations, public pages."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.urls import URLPattern, URLResolver, get_resolver

from donthu.van_ban import CAC_VAN_BAN, duong_dan_mau

UNG_DUNG = ("tochuc", "donthu", "tiepdan", "baocao")
GOC = settings.BASE_DIR
TRANG_CONG_KHAI = {"", "dang-nhap/", "dang-nhap/mat-khau-moi/", "healthz", "tra-cuu/<slug:ma_tra_cuu>/"}


def _cac_truong():
    for ung_dung in UNG_DUNG:
        for model in apps.get_app_config(ung_dung).get_models():
            for truong in model._meta.get_fields():
                if truong.concrete and not truong.auto_created:
                    yield pytest.param(truong, id=f"{model.__name__}.{truong.name}")


@pytest.mark.parametrize("truong", list(_cac_truong()))
def test_truong_nao_cung_co_ten_tieng_viet(truong):
    ten_may = truong.name.replace("_", " ")
    django_cua_ho = {"password", "last_login", "id"}

    assert truong.name in django_cua_ho or str(truong.verbose_name) != ten_may


def _tep(ung_dung: str, *ten: str):
    for duong in (GOC / ung_dung).rglob("*.py"):
        if any(phan in ten or duong.stem in ten for phan in duong.relative_to(GOC / ung_dung).parts):
            yield duong


def test_chi_actions_ghi():
    ghi = re.compile(r"\.(save|bulk_create|bulk_update|delete)\(|objects\.(create|update)\(|\)\.update\(")
    loi = [
        f"{tep.relative_to(GOC)}:{so}"
        for ung_dung in UNG_DUNG
        for tep in _tep(ung_dung, "views", "forms")
        for so, dong in enumerate(tep.read_text().splitlines(), 1)
        if ghi.search(dong) and "super()" not in dong
    ]

    assert loi == []


def test_khong_thieu_migration(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_mau_nao_cung_duoc_dung():
    goc_mau = GOC / "templates"
    nguon = "\n".join(
        tep.read_text()
        for thu_muc in (*UNG_DUNG, "config", "templates")
        for tep in (GOC / thu_muc).rglob("*")
        if tep.suffix in (".py", ".html", ".txt")
    )
    nguon += "\n".join(duong_dan_mau(mau.ma) for mau in CAC_VAN_BAN)
    cua_django = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}
    thua = [
        str(mau)
        for tep in goc_mau.rglob("*.*")
        if (mau := tep.relative_to(goc_mau)).as_posix() not in cua_django
        and mau.parts[0] != "bootstrap5"
        and mau.as_posix() not in nguon
    ]

    assert thua == []


def _cac_dia_chi(bo=None, dau=""):
    for muc in (bo or get_resolver()).url_patterns:
        duong = dau + str(muc.pattern).lstrip("^").rstrip("$")
        if isinstance(muc, URLResolver):
            yield from _cac_dia_chi(muc, duong)
        elif isinstance(muc, URLPattern):
            yield duong, muc.callback


def test_chi_cac_trang_nay_la_cong_khai():
    cong_khai = {duong for duong, view in _cac_dia_chi() if not getattr(view, "login_required", True)}

    assert cong_khai == TRANG_CONG_KHAI


def test_khong_tep_ma_nao_qua_dai():
    dai = {
        str(tep.relative_to(GOC)): so
        for ung_dung in (*UNG_DUNG, "config")
        for tep in Path(GOC / ung_dung).rglob("*.py")
        if "migrations" not in tep.parts and (so := len(tep.read_text().splitlines())) > 400
    }

    assert set(dai) <= {"donthu/bang_thoi_han.py"}  # one table, one row a rule
