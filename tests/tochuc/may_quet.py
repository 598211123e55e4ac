"""A small clamd: reads one INSTREAM, answers; for tests of everything that scans."""

import socket
import threading
from contextlib import contextmanager

VI_RUT = b"EICAR-THU"


def _tra_loi(ong: socket.socket, cau: bytes | None, da_nhan: list[bytes]) -> None:
    with ong:
        lenh = ong.recv(10)
        noi_dung = b""
        while dai := int.from_bytes(_du(ong, 4)):
            noi_dung += _du(ong, dai)
        da_nhan.append(lenh + noi_dung)
        ong.sendall(cau or (b"stream: Thu.Vi.Rut FOUND\0" if VI_RUT in noi_dung else b"stream: OK\0"))


def _du(ong: socket.socket, dai: int) -> bytes:
    nhan = b""
    while len(nhan) < dai and (doan := ong.recv(dai - len(nhan))):
        nhan += doan
    return nhan


@contextmanager
def may_quet(o_cam: socket.socket, cau: bytes | None = None):
    """Serve on the bound socket until the end of the block; gives the list of what came. `cau`: say this to all."""
    da_nhan: list[bytes] = []
    o_cam.listen()
    o_cam.settimeout(0.1)
    dung = threading.Event()

    def chay():
        while not dung.is_set():
            try:
                ong, _ = o_cam.accept()
            except TimeoutError:
                continue
            ong.settimeout(5)
            _tra_loi(ong, cau, da_nhan)

    luong = threading.Thread(target=chay)
    luong.start()
    try:
        yield da_nhan
    finally:
        dung.set()
        luong.join()
        o_cam.close()
