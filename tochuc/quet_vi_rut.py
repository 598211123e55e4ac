"""Asking ClamAV whether a file carries a virus, by its INSTREAM command over TCP or a UNIX socket."""

import socket
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from urllib.parse import urlsplit

CONG_CLAMD = 3310
DOAN_GUI = 64 * 1024
GIAY_KET_NOI = 5.0
GIAY_QUET = 60.0
TRA_LOI_DAI_NHAT = 4096


class KetQuaQuet(Enum):
    """KHONG_QUET: no scanner is set up; CHUA_QUET: it is set up and gave no answer."""

    SACH = "sach"
    NHIEM = "nhiem"
    KHONG_QUET = "khong_quet"
    CHUA_QUET = "chua_quet"


def quet(tep: Path, dia_chi: str) -> KetQuaQuet:
    """Scan one file. `dia_chi`: tcp://host[:port], unix:///path, or "" when there is no scanner.

    A scanner that is down, slow, too busy or refuses the file's size gives CHUA_QUET and raises nothing.
    """
    if not dia_chi:
        return KetQuaQuet.KHONG_QUET
    try:
        with _noi(dia_chi) as ong:
            ong.settimeout(GIAY_QUET)
            ong.sendall(b"zINSTREAM\0")
            for doan in _cac_doan(tep):
                ong.sendall(len(doan).to_bytes(4) + doan)
            ong.sendall(b"\0\0\0\0")
            tra_loi = _doc_tra_loi(ong)
    except OSError:
        return KetQuaQuet.CHUA_QUET
    if tra_loi == "stream: OK":
        return KetQuaQuet.SACH
    return KetQuaQuet.NHIEM if tra_loi.endswith(" FOUND") else KetQuaQuet.CHUA_QUET


def _noi(dia_chi: str) -> socket.socket:
    phan = urlsplit(dia_chi)
    if phan.scheme == "tcp":
        return socket.create_connection((phan.hostname, phan.port or CONG_CLAMD), timeout=GIAY_KET_NOI)
    ong = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    ong.settimeout(GIAY_KET_NOI)
    try:
        ong.connect(phan.path)
    except OSError:
        ong.close()
        raise
    return ong


def _cac_doan(tep: Path) -> Iterator[bytes]:
    with tep.open("rb") as nguon:
        while doan := nguon.read(DOAN_GUI):
            yield doan


def _doc_tra_loi(ong: socket.socket) -> str:
    """The answer up to its zero byte, or to the end of the connection."""
    nhan = b""
    while b"\0" not in nhan and len(nhan) < TRA_LOI_DAI_NHAT and (doan := ong.recv(TRA_LOI_DAI_NHAT)):
        nhan += doan
    return nhan.partition(b"\0")[0].decode(errors="replace").strip()
