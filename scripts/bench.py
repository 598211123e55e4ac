"""Measure the pages on PostgreSQL with BENCH_N petitions (100000), each as a multiple of a bare signed-in page.

Makes a database of its own on the server of TEST_POSTGRES_URL, serves it with gunicorn (2 workers) and asks for the
pages over HTTP, one after the other, in rounds, so that a busy moment of the machine falls on all of them. `--giu`
keeps the database for the next run. Exit code 1 when something could not be run; a figure above its limit is told, no
more.
"""

import argparse
import hashlib
import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import psycopg
from psycopg.sql import SQL, Identifier, Literal

GOC_DU_AN = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")
TRANG_TRON = "/bench/trang-tron/"
SO_DON_CHUAN = 100_000
LAM_NONG, DO = 5, 30  # rounds
BO_NHO_TOI_DA = 250  # MB
TI_LE_TOI_DA = 1.5  # of the figure with SO_DON_CHUAN petitions
CHO_KHOI_DONG = 60  # seconds


class KhongChay(Exception):
    """The benchmark could not be run; the text says why."""


# --- The database ----------------------------------------------------------------------------------------------------


def dau_van_tay(so_don: int) -> str:
    """What the content of the database depends on: migrations, sample data, the number of petitions."""
    cac_tep = sorted([*GOC_DU_AN.glob("*/migrations/*.py"), *GOC_DU_AN.glob("baocao/du_lieu_mau/*")])
    bam = hashlib.sha256(b"".join(tep.read_bytes() for tep in cac_tep if tep.is_file()))
    return f"{so_don} {bam.hexdigest()}"


@contextmanager
def mo_co_so_du_lieu(so_don: int, moi_truong: dict[str, str], giu: bool) -> Iterator[None]:
    """A filled database, put into `moi_truong`; one kept by an earlier run is used again when it would be the same."""
    ten, van_tay = f"bench_tiepdan_{so_don}", dau_van_tay(so_don)
    moi_truong["DATABASE_URL"] = dia_chi = urlsplit(POSTGRES)._replace(path=f"/{ten}").geturl()
    with psycopg.connect(POSTGRES, autocommit=True, connect_timeout=5) as quan_tri:
        cu = quan_tri.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [ten]
        ).fetchone()
        try:
            if cu != (van_tay,):
                quan_tri.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(ten)))
                quan_tri.execute(SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(Identifier(ten)))
                nap_du_lieu(so_don, moi_truong)
                quan_tri.execute(SQL("COMMENT ON DATABASE {} IS {}").format(Identifier(ten), Literal(van_tay)))
            with psycopg.connect(dia_chi, autocommit=True) as ket_noi:
                ket_noi.execute("VACUUM ANALYZE")
            yield
        finally:
            if not giu:
                quan_tri.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(ten)))


def nap_du_lieu(so_don: int, moi_truong: dict[str, str]) -> None:
    """Make the tables and the sample data."""
    chay_lenh(moi_truong, "migrate", "--verbosity=0")
    bat_dau = time.monotonic()
    chay_lenh(moi_truong, "tao_du_lieu_mau", f"--so-don={so_don}")
    print(f"Tạo {so_don} đơn trong {time.monotonic() - bat_dau:.0f} giây.", flush=True)


def chay_lenh(moi_truong: dict[str, str], *lenh: str) -> str:
    """Run a command of manage.py; what it wrote."""
    ket_qua = subprocess.run(
        [sys.executable, "manage.py", *lenh],
        cwd=GOC_DU_AN,
        env=moi_truong,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if ket_qua.returncode:
        raise KhongChay(f"{ket_qua.stdout}{ket_qua.stderr}\nmanage.py {lenh[0]} không chạy được.")
    return ket_qua.stdout


# --- The server ------------------------------------------------------------------------------------------------------


@contextmanager
def mo_may_chu(moi_truong: dict[str, str], thu_muc: Path) -> Iterator[tuple[str, int]]:
    """Start gunicorn as in production; gives its address and its process id, and ends it."""
    with socket.socket() as o_cam:
        o_cam.bind(("127.0.0.1", 0))
        dia_chi = f"127.0.0.1:{o_cam.getsockname()[1]}"
    nhat_ky = thu_muc / "gunicorn.log"
    with nhat_ky.open("w") as tep:
        may_chu = subprocess.Popen(
            [str(BIN / "gunicorn")],
            cwd=GOC_DU_AN,
            env=moi_truong | {"BIND": dia_chi, "WEB_WORKERS": "2", "WEB_THREADS": "1"},
            stdin=subprocess.DEVNULL,
            stdout=tep,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        cho_san_sang(may_chu, dia_chi)
        yield dia_chi, may_chu.pid
    except (KhongChay, OSError, HTTPException) as loi:
        cuoi = "\n".join(nhat_ky.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])
        raise KhongChay(f"{cuoi}\n{loi}") from loi
    finally:
        may_chu.terminate()
        try:
            may_chu.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(may_chu.pid, signal.SIGKILL)
            may_chu.wait()


def cho_san_sang(may_chu: subprocess.Popen, dia_chi: str) -> None:
    """Wait until somebody listens."""
    ten, cong = dia_chi.split(":")
    han_chot = time.monotonic() + CHO_KHOI_DONG
    while time.monotonic() < han_chot and may_chu.poll() is None:
        with socket.socket() as o_cam:
            if o_cam.connect_ex((ten, int(cong))) == 0:
                return
        time.sleep(0.2)
    raise KhongChay("Máy chủ web không khởi động được.")


def bo_nho_cao_nhat(pid: int) -> float:
    """The most memory that one of the workers held so far, in MB."""
    cac_con = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    trang_thai = [Path(f"/proc/{con}/status").read_text() for con in cac_con]
    return max(int(re.search(r"VmHWM:\s+(\d+)", chu)[1]) for chu in trang_thai) / 1024


# --- The one who asks ------------------------------------------------------------------------------------------------


@dataclass
class TraLoi:
    """An answer: its body, the milliseconds it took, the queries it cost."""

    ma: int
    than: str
    mili_giay: float
    so_truy_van: int


class TrinhDuyet:
    """A client that keeps its connection open, with the session of the person it is told."""

    def __init__(self, dia_chi: str, phien: dict[str, str]):
        self.ket_noi = HTTPConnection(dia_chi, timeout=300)
        self.phien = phien
        self.csrf = ""

    def lay(self, nguoi: str, dia_chi: str) -> TraLoi:
        return self._gui("GET", nguoi, dia_chi, None, 200)

    def dien(self, nguoi: str, dia_chi: str, phieu: dict[str, str]) -> TraLoi:
        """Open a page with a form, fill it in and send it."""
        doc = DocPhieu(dau_hieu=next(iter(phieu)))
        doc.feed(self.lay(nguoi, dia_chi).than)
        return self._gui("POST", nguoi, dia_chi, urlencode(doc.phieu | phieu), 302)

    def _gui(self, cach: str, nguoi: str, dia_chi: str, than: str | None, mong_doi: int) -> TraLoi:
        dau = {"Cookie": f"sessionid={self.phien[nguoi]}; csrftoken={self.csrf}"}
        if than is not None:
            dau["Content-Type"] = "application/x-www-form-urlencoded"
        bat_dau = time.perf_counter()
        self.ket_noi.request(cach, dia_chi, than, dau)
        tra_loi = self.ket_noi.getresponse()
        noi_dung = tra_loi.read()
        mili_giay = (time.perf_counter() - bat_dau) * 1000
        if banh := re.search(r"csrftoken=(\w+)", tra_loi.headers.get("Set-Cookie", "")):
            self.csrf = banh[1]
        if tra_loi.status != mong_doi:
            raise KhongChay(f"{cach} {dia_chi} ({nguoi}) trả lời {tra_loi.status}, không phải {mong_doi}.")
        so_truy_van = int(tra_loi.headers["X-So-Truy-Van"])
        return TraLoi(tra_loi.status, noi_dung.decode(errors="replace"), mili_giay, so_truy_van)


class DocPhieu(HTMLParser):
    """What a browser would send of the form that has a field of this name, before anybody types."""

    def __init__(self, dau_hieu: str):
        super().__init__()
        self.dau_hieu = dau_hieu
        self.phieu: dict[str, str] = {}
        self._dang_doc: dict[str, str] = {}
        self._co_dau_hieu = False
        self._chon = ""

    def handle_starttag(self, tag, attrs):
        o = dict(attrs)
        ten = o.get("name", "")
        if tag == "form":
            self._dang_doc, self._co_dau_hieu = {}, False
        self._co_dau_hieu |= ten == self.dau_hieu
        if tag == "select":
            self._chon = ten
        elif tag == "option" and "selected" in o:
            self._dang_doc[self._chon] = o.get("value", "")
        elif tag == "input" and ten and (o.get("type") not in ("radio", "checkbox", "submit") or "checked" in o):
            self._dang_doc[ten] = o.get("value", "")

    def handle_endtag(self, tag):
        if tag == "form" and self._co_dau_hieu:
            self.phieu = self._dang_doc
            self._co_dau_hieu = False


# --- Measuring -------------------------------------------------------------------------------------------------------


@dataclass
class SoDo:
    """What was measured of one page."""

    ten: str
    muc: int | None
    mili_giay: list[float] = field(default_factory=list)
    so_truy_van: int = 0
    loi: str = ""

    def ghi(self, tra_loi: TraLoi) -> None:
        self.mili_giay.append(tra_loi.mili_giay)
        self.so_truy_van = tra_loi.so_truy_van

    @property
    def trung_vi(self) -> float:
        return statistics.median(self.mili_giay)


def do_cac_trang(trinh_duyet: TrinhDuyet, cac_trang: list[dict]) -> tuple[SoDo, list[SoDo]]:
    """Ask for every page in rounds, the bare one before each; the first rounds only warm up."""
    tron = SoDo("Trang trơn", None)
    so_do = [SoDo(trang["ten"], trang["muc"]) for trang in cac_trang]
    for luot in range(LAM_NONG + DO):
        for trang, cua_trang in zip(cac_trang, so_do, strict=True):
            cua_tron = trinh_duyet.lay(trang["nguoi"], TRANG_TRON)
            if not cua_trang.loi:
                mo_trang(trinh_duyet, trang, cua_trang)
            if luot >= LAM_NONG:
                tron.ghi(cua_tron)
            else:
                cua_trang.mili_giay.clear()
    return tron, so_do


def mo_trang(trinh_duyet: TrinhDuyet, trang: dict, so_do: SoDo) -> None:
    """Ask for a page once; one that answers otherwise than it should is noted and not asked again."""
    try:
        if trang["phieu"]:
            so_do.ghi(trinh_duyet.dien(trang["nguoi"], trang["dia_chi"], trang["phieu"]))
        else:
            so_do.ghi(trinh_duyet.lay(trang["nguoi"], trang["dia_chi"]))
    except KhongChay as loi:
        so_do.loi = str(loi)


# --- Telling ---------------------------------------------------------------------------------------------------------


def tep_ket_qua(so_don: int) -> Path:
    return GOC_DU_AN / "var" / f"bench-{so_don}.json"


def so_lieu_chuan(so_don: int) -> dict[str, float]:
    """Multiples of the last run with SO_DON_CHUAN petitions, to compare another number with; empty without one."""
    tep = tep_ket_qua(SO_DON_CHUAN)
    return json.loads(tep.read_text()) if so_don != SO_DON_CHUAN and tep.exists() else {}


def in_bang(so_don: int, tron: SoDo, so_do: list[SoDo], chuan: dict[str, float]) -> None:
    """The table; with figures of SO_DON_CHUAN also how much more each page costs than there."""
    rong = max(len(dong.ten) for dong in so_do)
    print(f"\n{so_don} đơn. Trang trơn: {tron.trung_vi:.2f} ms, {tron.so_truy_van} truy vấn.\n")
    dau = f"{'Trang':<{rong}}  {'ms':>8}  {'lần':>6}  {'mức':>4}  {'truy vấn':>8}"
    print(f"{dau}  {'so với ' + str(SO_DON_CHUAN):>13}" if chuan else dau)
    for dong in so_do:
        if dong.loi:
            print(f"{dong.ten:<{rong}}  KHÔNG ĐO ĐƯỢC: {dong.loi}")
            continue
        lan = dong.trung_vi / tron.trung_vi
        hang = f"{dong.ten:<{rong}}  {dong.trung_vi:>8.1f}  {lan:>6.1f}  {dong.muc or '':>4}  {dong.so_truy_van:>8}"
        ti_le = lan / chuan[dong.ten] if dong.ten in chuan else None
        vuot = (dong.muc and lan > dong.muc) or (ti_le and ti_le > TI_LE_TOI_DA)
        hang += f"  {ti_le:>13.2f}" if ti_le else f"  {'':>13}" if chuan else ""
        print(hang + ("" if dong.muc is None else "  VƯỢT" if vuot else "  giữ"))


def do_va_in(so_don: int, dia_chi: str, pid: int, de_do: dict) -> bool:
    """Measure, print, and keep the multiples; whether every page could be measured."""
    trinh_duyet = TrinhDuyet(dia_chi, de_do["phien"])
    tron, so_do = do_cac_trang(trinh_duyet, [trang for trang in de_do["trang"] if not trang["mot_lan"]])
    bo_nho = bo_nho_cao_nhat(pid)
    nang = []
    for trang in de_do["trang"]:
        if trang["mot_lan"]:
            nang.append(SoDo(f"{trang['ten']} (một lần)", None))
            mo_trang(trinh_duyet, trang, nang[-1])
    so_do += nang
    in_bang(so_don, tron, so_do, so_lieu_chuan(so_don))
    cao_nhat = bo_nho_cao_nhat(pid)
    giu = "giữ" if cao_nhat <= BO_NHO_TOI_DA else "VƯỢT"
    print(
        f"\nBộ nhớ cao nhất của một tiến trình web: {bo_nho:.0f} MB khi xem trang, {cao_nhat:.0f} MB sau khi xuất tệp"
    )
    print(f"(mức {BO_NHO_TOI_DA} MB: {giu}).")
    tep = tep_ket_qua(so_don)
    tep.parent.mkdir(exist_ok=True)
    cac_lan = {dong.ten: dong.trung_vi / tron.trung_vi for dong in so_do if dong.muc and not dong.loi}
    tep.write_text(json.dumps(cac_lan, ensure_ascii=False))
    return not any(dong.loi for dong in so_do)


def moi_truong_do(thu_muc: Path) -> dict[str, str]:
    """Environment of production on this machine, without TLS; keys come from .env."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "scripts.bench_settings",
        "DEBUG": "false",
        "DEMO": "false",
        "HTTPS": "false",
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": "http://127.0.0.1",
        "EMAIL_URL": "dummymail://",
        "DEFAULT_FROM_EMAIL": "bench@localhost",
        "REDIS_URL": "",
        "VAR_DIR": str(thu_muc),
    }


def chay_bench() -> int:
    """0 when everything was measured, whatever the figures."""
    tham_so = argparse.ArgumentParser(description="Đo tốc độ các trang (BENCH_N: số đơn).")
    tham_so.add_argument("--giu", action="store_true", help="giữ cơ sở dữ liệu cho lần chạy sau")
    giu, so_don = tham_so.parse_args().giu, int(os.environ.get("BENCH_N") or SO_DON_CHUAN)
    with tempfile.TemporaryDirectory(prefix="tiepdan-bench-") as ten:
        thu_muc = Path(ten)
        moi_truong = moi_truong_do(thu_muc)
        try:
            chay_lenh(moi_truong, "collectstatic", "--no-input", "--verbosity=0")
            with mo_co_so_du_lieu(so_don, moi_truong, giu):
                lenh = "from scripts.bench_van_ban import in_ra; in_ra()"
                print(chay_lenh(moi_truong, "shell", "--no-imports", "--verbosity=0", "-c", lenh), flush=True)
                lenh = "from scripts.bench_trang import in_ra; in_ra()"
                de_do = json.loads(chay_lenh(moi_truong, "shell", "--no-imports", "--verbosity=0", "-c", lenh))
                with mo_may_chu(moi_truong, thu_muc) as (dia_chi, pid):
                    return 0 if do_va_in(so_don, dia_chi, pid, de_do) else 1
        except (KhongChay, psycopg.Error) as loi:
            print(loi, file=sys.stderr)
            return 1


if __name__ == "__main__":
    sys.exit(chay_bench())
