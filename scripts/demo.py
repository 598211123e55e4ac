"""Migrate, make sample data in an empty database, collect static files, then run web and worker until Ctrl+C.

DEMO=1 lets sample accounts exist; PORT says where to listen (8000).
"""

import io
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import IO

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connections

GOC_DU_AN = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CHO_KHOI_DONG = 60  # seconds
CHO_DUNG = 15  # seconds


def dat_moi_truong(cong: int) -> None:
    """Environment of the demo: the code of production on one machine, without TLS."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DEMO": "1",
        "DEBUG": "false",
        "HTTPS": "false",
        "SITE_URL": f"http://127.0.0.1:{cong}",
        "BIND": f"127.0.0.1:{cong}",
        "PYTHONUNBUFFERED": "1",
    }


def chuan_bi_du_lieu() -> None:
    """Bring the database and the static files up to date; sample data only where there is nobody yet.

    What the command says of the accounts is kept, so that it can be shown at each start.
    """
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    tep_tai_khoan = settings.VAR_DIR / "tai-khoan-mau.txt"
    if not get_user_model().objects.exists():
        print("Đang tạo dữ liệu mẫu…", flush=True)
        with io.StringIO() as loi_ke:
            call_command("tao_du_lieu_mau", stdout=loi_ke)
            tep_tai_khoan.touch(mode=0o600)
            tep_tai_khoan.write_text(loi_ke.getvalue(), encoding="utf-8")
    connections.close_all()
    if tep_tai_khoan.exists():
        print(tep_tai_khoan.read_text(encoding="utf-8"), flush=True)


def mo_tien_trinh(nhat_ky: IO[str], *lenh: str) -> subprocess.Popen:
    """Start a server in a session of its own, so that Ctrl+C reaches only this script, which ends it in order."""
    return subprocess.Popen(
        [str(BIN / lenh[0]), *lenh[1:]],
        cwd=GOC_DU_AN,
        stdin=subprocess.DEVNULL,
        stdout=nhat_ky,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def bao_hong(cau: str, nhat_ky: IO[str]) -> int:
    """Say what failed with the end of the log; the exit code."""
    cuoi = Path(nhat_ky.name).read_text(encoding="utf-8", errors="replace").splitlines()[-20:]
    print("\n".join(cuoi), cau, sep="\n", file=sys.stderr)
    return 1


def dung_tat_ca(cac_tien_trinh: list[subprocess.Popen]) -> None:
    """Ask each server to end; after CHO_DUNG seconds end its whole group."""
    for tien_trinh in cac_tien_trinh:
        if tien_trinh.poll() is None:
            tien_trinh.terminate()
    han_chot = time.monotonic() + CHO_DUNG
    for tien_trinh in cac_tien_trinh:
        try:
            tien_trinh.wait(max(0.1, han_chot - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(tien_trinh.pid, signal.SIGKILL)
            tien_trinh.wait()


def cho_san_sang(cong: int, cac_tien_trinh: list[subprocess.Popen]) -> bool:
    """The first page answers before CHO_KHOI_DONG seconds are over and no server has ended."""
    han_chot = time.monotonic() + CHO_KHOI_DONG
    while time.monotonic() < han_chot and all(tien_trinh.poll() is None for tien_trinh in cac_tien_trinh):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{cong}/dang-nhap/", timeout=5):
                return True
        except urllib.error.HTTPError as loi:
            loi.close()
            return False
        except OSError:
            time.sleep(0.3)
    return False


def cong_con_trong(cong: int) -> bool:
    """Nobody listens on this port."""
    with socket.socket() as o_cam:
        return o_cam.connect_ex(("127.0.0.1", cong)) != 0


def bao_dung(*_) -> None:
    """Ctrl+C, TERM or the end of the terminal: leave the loop, end the servers."""
    raise KeyboardInterrupt


def phuc_vu(cong: int, cac_tien_trinh: list[subprocess.Popen]) -> int:
    """Start web and worker, put them into the list and watch them; returns only when one ended by itself."""
    with (settings.VAR_DIR / "demo.log").open("w", encoding="utf-8") as nhat_ky:
        cac_tien_trinh.append(mo_tien_trinh(nhat_ky, "gunicorn"))
        cac_tien_trinh.append(
            mo_tien_trinh(nhat_ky, "celery", "--quiet", "--app=config", "worker", "--beat", "--concurrency=1")
        )
        if not cho_san_sang(cong, cac_tien_trinh):
            return bao_hong("Ứng dụng không khởi động được.", nhat_ky)
        print(f"Ứng dụng đang chạy tại http://127.0.0.1:{cong}/ – Ctrl+C để dừng. Nhật ký: {nhat_ky.name}", flush=True)
        while all(tien_trinh.poll() is None for tien_trinh in cac_tien_trinh):
            time.sleep(0.5)
        return bao_hong("Một tiến trình đã tự dừng; dừng tất cả.", nhat_ky)


def chay_demo() -> int:
    """0 when stopped by Ctrl+C or TERM, 1 when a server ended by itself."""
    chu_cong = os.environ.get("PORT") or "8000"
    if not chu_cong.isdecimal() or not 0 < int(chu_cong) < 65535:
        sys.exit("PORT phải là một số từ 1 đến 65534.")
    cong = int(chu_cong)
    if not cong_con_trong(cong):
        sys.exit(f"Cổng {cong} đang được dùng. Chọn cổng khác: make demo PORT={cong + 1}")
    signal.signal(signal.SIGINT, bao_dung)  # a shell that starts this in the background had it ignored
    signal.signal(signal.SIGTERM, bao_dung)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # nohup
        signal.signal(signal.SIGHUP, bao_dung)
    dat_moi_truong(cong)
    cac_tien_trinh: list[subprocess.Popen] = []
    try:
        chuan_bi_du_lieu()
        return phuc_vu(cong, cac_tien_trinh)
    except ImproperlyConfigured as loi:
        print(f"Không khởi động được: {loi}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nĐang dừng…", flush=True)
        return 0
    finally:
        for tin_hieu in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(tin_hieu, signal.SIG_IGN)
        dung_tat_ca(cac_tien_trinh)


if __name__ == "__main__":
    sys.exit(chay_demo())
