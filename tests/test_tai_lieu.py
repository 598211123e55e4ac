"""The documents say what is there: files, headings, pictures, commands, targets, columns of the workbook."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.core.management import get_commands

from baocao.nhap_so.o_tinh import LuaChon
from baocao.nhap_so.trang_so import CAC_TRANG

GOC = settings.BASE_DIR
TAI_LIEU = [GOC / "README.md", *sorted((GOC / "docs").rglob("*.md"))]
LIEN_KET = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
KHOI_MA = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
LENH_MANAGE = re.compile(r"manage\.py ([a-z_]+)")
LENH_MAKE = re.compile(r"\bmake ([a-z]+)")
DUONG_DAN_MA = re.compile(r"`((?:tochuc|donthu|tiepdan|baocao|config|tests|scripts)/[\w./*-]+)`")


def _ten(tep: Path) -> str:
    return tep.relative_to(GOC).as_posix()


def _lien_ket(tep: Path) -> list[str]:
    return LIEN_KET.findall(KHOI_MA.sub("", tep.read_text(encoding="utf-8")))


def _neo(tep: Path) -> set[str]:
    """Anchors of the headings, as a viewer of Markdown makes them: lower case, no punctuation, dashes for spaces."""
    tieu_de = re.findall(r"^#+ (.+)$", KHOI_MA.sub("", tep.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\s-]", "", dong.lower()).strip().replace(" ", "-") for dong in tieu_de}


@pytest.mark.parametrize("tep", TAI_LIEU, ids=_ten)
def test_lien_ket_va_hinh_nao_cung_co(tep):
    hong = []
    for dich in _lien_ket(tep):
        duong, _, neo = unquote(dich).partition("#")
        noi_den = tep.parent / duong if duong else tep
        if "://" in dich or not noi_den.exists() or (neo and neo not in _neo(noi_den)):
            hong.append(dich)

    assert hong == []


@pytest.mark.parametrize("tep", TAI_LIEU, ids=_ten)
def test_lenh_manage_nao_cung_co(tep):
    da_neu = set(LENH_MANAGE.findall(tep.read_text(encoding="utf-8")))

    assert da_neu - set(get_commands()) == set()


@pytest.mark.parametrize("tep", TAI_LIEU, ids=_ten)
def test_dich_make_nao_cung_co(tep):
    da_neu = set(LENH_MAKE.findall(tep.read_text(encoding="utf-8")))
    dich = set(re.findall(r"^([a-z]+):", (GOC / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert da_neu - dich == set()


@pytest.mark.parametrize("tep", TAI_LIEU, ids=_ten)
def test_tep_ma_nao_duoc_neu_cung_co(tep):
    da_neu = DUONG_DAN_MA.findall(tep.read_text(encoding="utf-8"))

    assert [duong for duong in da_neu if not any(GOC.glob(duong.rstrip("/")))] == []


def test_moi_lenh_cua_ta_co_trong_tai_lieu_cai_dat():
    cua_ta = {ten for ten, ung_dung in get_commands().items() if ung_dung in ("tochuc", "donthu", "tiepdan", "baocao")}
    da_neu = set(LENH_MANAGE.findall((GOC / "docs" / "cai-dat.md").read_text(encoding="utf-8")))

    assert cua_ta - da_neu == set()


def test_moi_khoa_cau_hinh_mau_co_trong_tai_lieu_cai_dat():
    mau = (GOC / ".env.example").read_text(encoding="utf-8")
    cac_khoa = set(re.findall(r"^([A-Z_]+)=", mau, re.MULTILINE))
    da_neu = set(re.findall(r"`([A-Z_]+)`", (GOC / "docs" / "cai-dat.md").read_text(encoding="utf-8")))

    assert cac_khoa - da_neu == set()


@pytest.mark.parametrize("trang", CAC_TRANG, ids=lambda trang: trang.ten)
def test_trang_so_nao_cung_duoc_ta_du_cot_va_lua_chon(trang):
    chu = (GOC / "docs" / "nhap-so.md").read_text(encoding="utf-8")
    phan = next(doan for doan in re.split(r"^## ", chu, flags=re.MULTILINE) if f"Trang `{trang.ten}`" in doan[:40])

    o_dau = re.findall(r"^\| ([^|]+) \|", phan, re.MULTILINE)
    cot_da_ta = {cot.strip() for o in o_dau for cot in o.split(",")} - {"Cột"}

    assert cot_da_ta == {cot.tieu_de for cot in trang.cac_cot}
    chung = "Như trang `Lượt tiếp`" in phan
    lua_chon = {muc.value for cot in trang.cac_cot if isinstance(cot.kieu, LuaChon) for muc in cot.kieu.cac_muc}
    assert {ma for ma in lua_chon if f"`{ma}`" not in (chu if chung else phan)} == set()


def test_tai_lieu_khong_neu_kho_goi_va_duong_dan_cua_may():
    cam = re.compile(r"https?://(?!127\.0\.0\.1|localhost)|/home/|/root/|/work/", re.IGNORECASE)

    neu = {_ten(tep): cam.findall(tep.read_text(encoding="utf-8")) for tep in TAI_LIEU}

    assert {ten: cac for ten, cac in neu.items() if cac} == {}
