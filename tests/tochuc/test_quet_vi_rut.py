"""The words between us and clamd, over TCP and a UNIX socket."""

import socket

import pytest

from tests.tochuc.may_quet import VI_RUT, may_quet
from tochuc.quet_vi_rut import KetQuaQuet, quet


@pytest.fixture
def cong():
    """A free port of this machine, and the socket that holds it."""
    o_cam = socket.create_server(("127.0.0.1", 0))
    yield o_cam, f"tcp://127.0.0.1:{o_cam.getsockname()[1]}"
    o_cam.close()


@pytest.fixture
def viet(tmp_path):
    def viet(noi_dung: bytes):
        tep = tmp_path / "tep"
        tep.write_bytes(noi_dung)
        return tep

    return viet


def test_khong_cai_may_quet(viet):
    assert quet(viet(b"x"), "") == KetQuaQuet.KHONG_QUET


def test_tep_sach_duoc_gui_tron_ven(viet, cong):
    o_cam, dia_chi = cong
    noi_dung = bytes(range(256)) * 1000

    with may_quet(o_cam) as da_nhan:
        assert quet(viet(noi_dung), dia_chi) == KetQuaQuet.SACH

    assert da_nhan == [b"zINSTREAM\0" + noi_dung]


def test_tep_nhiem(viet, cong):
    with may_quet(cong[0]):
        assert quet(viet(b"a" * 70_000 + VI_RUT), cong[1]) == KetQuaQuet.NHIEM


@pytest.mark.parametrize("cau", [b"INSTREAM size limit exceeded. ERROR\0", b"\0", b"UNKNOWN COMMAND\0", b"x" * 5000])
def test_tra_loi_khac_thi_coi_nhu_chua_quet(viet, cong, cau):
    with may_quet(cong[0], cau):
        assert quet(viet(b"x"), cong[1]) == KetQuaQuet.CHUA_QUET


def test_may_quet_khong_chay(viet, cong):
    cong[0].close()

    assert quet(viet(b"x"), cong[1]) == KetQuaQuet.CHUA_QUET


def test_may_quet_im_lang_qua_lau(viet, cong, monkeypatch):
    monkeypatch.setattr("tochuc.quet_vi_rut.GIAY_QUET", 0.2)
    cong[0].listen()

    assert quet(viet(b"x"), cong[1]) == KetQuaQuet.CHUA_QUET


def test_qua_socket_unix(viet, tmp_path):
    noi = tmp_path / "clamd.sock"
    o_cam = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    o_cam.bind(str(noi))

    with may_quet(o_cam):
        assert quet(viet(VI_RUT), f"unix://{noi}") == KetQuaQuet.NHIEM
    assert quet(viet(VI_RUT), f"unix://{tmp_path}/khong-co.sock") == KetQuaQuet.CHUA_QUET
