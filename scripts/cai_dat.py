"""Set up a working copy: system packages, .venv, npm assets, .env. Done steps cost nothing the second time.

Runs on the Python of the system, with the standard library only.
"""

import base64
import ctypes
import hashlib
import importlib.util
import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

GOC_DU_AN = Path(__file__).resolve().parent.parent
MOI_TRUONG = GOC_DU_AN / ".venv"

# What WeasyPrint loads, and the programs of the tests; each with the Debian package that brings it.
THU_VIEN = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
CHUONG_TRINH = {
    "fontconfig": ("fc-list",),
    "poppler-utils": ("pdftoppm",),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
}


def bao_buoc(cau: str) -> None:
    """Say what is being done; a step that was done before says nothing."""
    print(f"setup: {cau}", flush=True)


def chay(*lenh: str, **khac) -> None:
    """Run a command in the root of the project; its failure ends the setup."""
    ket_qua = subprocess.run(lenh, cwd=GOC_DU_AN, check=False, stdin=subprocess.DEVNULL, **khac)
    if ket_qua.returncode:
        sys.exit(f"setup: '{' '.join(lenh)}' failed with code {ket_qua.returncode}.")


def goi_con_thieu() -> list[str]:
    """Debian packages that are missing on this machine."""
    thieu = []
    for thu_vien, goi in THU_VIEN.items():
        try:
            ctypes.CDLL(thu_vien)
        except OSError:
            thieu.append(goi)
    thieu += [goi for goi, cac_ten in CHUONG_TRINH.items() if not any(map(shutil.which, cac_ten))]
    co_venv = (MOI_TRUONG / "bin" / "python").exists()
    if not co_venv and importlib.util.find_spec("ensurepip") is None:  # Debian ships it apart from Python
        thieu.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return thieu


def cai_goi_he_thong() -> None:
    """Install missing packages through apt as root; otherwise print the command and stop."""
    thieu = goi_con_thieu()
    if not thieu:
        return
    lenh = ["apt-get", "install", "-y", "--no-install-recommends", *thieu]
    if not shutil.which("apt-get") or os.geteuid() != 0:
        sys.exit(
            f"setup: missing system packages; run this once and repeat:\n  sudo apt-get update && sudo {' '.join(lenh)}"
        )
    bao_buoc(f"installing {' '.join(thieu)} through apt")
    khong_hoi = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    chay("apt-get", "update", "-qq", env=khong_hoi, stdout=subprocess.DEVNULL)
    chay(*lenh, env=khong_hoi, stdout=subprocess.DEVNULL)
    if con_thieu := goi_con_thieu():
        sys.exit(f"setup: still missing after installation: {' '.join(con_thieu)}.")


def dau_van_tay(*cac_tep: str) -> str:
    """SHA-256 over the contents of files of the project."""
    return hashlib.sha256(b"".join((GOC_DU_AN / tep).read_bytes() for tep in cac_tep)).hexdigest()


def da_xong(dau: Path, van_tay: str) -> bool:
    """The step that left this mark was done for the same inputs."""
    return dau.exists() and dau.read_text() == van_tay


def cai_python() -> None:
    """Make .venv and install exactly the locked packages, by hash."""
    dau, van_tay = MOI_TRUONG / ".da-cai", dau_van_tay("requirements-dev.txt")
    if da_xong(dau, van_tay):
        return
    if not (MOI_TRUONG / "bin" / "python").exists():
        bao_buoc("making .venv")
        chay(sys.executable, "-m", "venv", "--clear", str(MOI_TRUONG))
    bao_buoc("installing Python packages")
    pip = [str(MOI_TRUONG / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    chay(*pip, "--require-hashes", "--requirement", "requirements-dev.txt")
    dau.write_text(van_tay)


def cai_npm() -> None:
    """Install the locked npm packages and copy what pages and documents use."""
    dau = GOC_DU_AN / "static" / "vendor" / ".da-chep"
    van_tay = dau_van_tay("package-lock.json", "scripts/chep_tai_nguyen.py")
    if da_xong(dau, van_tay):
        return
    if not shutil.which("npm"):
        sys.exit("setup: npm is missing; install Node.js 20 or later and repeat.")
    bao_buoc("installing npm packages")
    chay("npm", "ci", "--no-progress", "--loglevel=error")
    chay(sys.executable, "scripts/chep_tai_nguyen.py")
    dau.write_text(van_tay)


def tao_env() -> None:
    """Write .env with random keys where there is none; only its owner may read it."""
    tep_env = GOC_DU_AN / ".env"
    if tep_env.exists():
        return
    bao_buoc("writing .env with random keys")
    khoa_fernet = base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
    cac_dong = [
        "# Made by 'make setup' for this machine; .env.example names every key.",
        f"SECRET_KEY={secrets.token_urlsafe(50)}",
        f"KHOA_MA_HOA={khoa_fernet}",
        f"KHOA_BAM={secrets.token_urlsafe(32)}",
        "DEBUG=true",
    ]
    with os.fdopen(os.open(tep_env, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as tep:
        tep.write("\n".join(cac_dong) + "\n")


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - the Python of the system may be older than the project asks
        sys.exit("setup: Python 3.11 or later is needed.")
    cai_goi_he_thong()
    cai_python()
    cai_npm()
    tao_env()
