"""A procedure table read as a graph: which states stand on the axis, which beside it, which steps join which.

The longest way through the states that the centre itself holds is the axis. `donthu/ve_quy_trinh.py` draws it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from donthu.quy_trinh.buoc import Buoc, DuongDi
from donthu.quy_trinh.trang_thai import TrangThai

# Another body has the case: beside the way, however long the way through it.
NGOAI_TRUC = frozenset({TrangThai.LAN_HAI, TrangThai.KHOI_KIEN, TrangThai.TO_CAO_TIEP})
# From so many states in a row on, a step that moves nothing is written once for all of them.
DOAN_NGAN_NHAT = 3


@dataclass(frozen=True)
class CanhBuoc:
    """A step that moves a petition from one state to another."""

    buoc: Buoc
    nhan: str
    tu: TrangThai
    den: TrangThai


@dataclass
class SoDo:
    """A procedure table read as a graph."""

    ten: str
    loi_vao: list[tuple[Buoc, str, TrangThai]] = field(default_factory=list)
    canh: list[CanhBuoc] = field(default_factory=list)
    tai_cho: dict[TrangThai, list[tuple[Buoc, str]]] = field(default_factory=dict)
    theo_doan: dict[str, list[tuple[Buoc, str]]] = field(default_factory=dict)
    truc_chinh: tuple[TrangThai, ...] = ()

    @property
    def cac_nhanh(self) -> list[TrangThai]:
        """States beside the axis that some state of the axis leads to, in the order of the law."""
        toi = {canh.den for canh in self.canh if canh.tu in self.truc_chinh} - set(self.truc_chinh)
        return [trang_thai for trang_thai in TrangThai if trang_thai in toi]

    def bac_cua(self, trang_thai: TrangThai) -> int:
        """The row of the axis a side state stands at: the middle one of those that lead to it."""
        tu = sorted(
            {
                self.truc_chinh.index(canh.tu)
                for canh in self.canh
                if canh.den == trang_thai and canh.tu in self.truc_chinh
            }
        )
        return tu[len(tu) // 2]


MOI_TRANG_THAI = "Làm được ở mọi trạng thái"


def doc_bang(ten: str, bang: Mapping[Buoc, DuongDi]) -> SoDo:
    """Read a procedure table as states and arrows."""
    so_do = SoDo(ten)
    for buoc, duong in bang.items():
        nhan = duong.nhan or buoc.label
        if not duong.tu:
            so_do.loi_vao.append((buoc, nhan, duong.den))
        elif duong.den is None and set(duong.tu) == set(TrangThai):
            so_do.theo_doan.setdefault(MOI_TRANG_THAI, []).append((buoc, nhan))
        else:
            for tu in duong.tu:
                if duong.den in (None, tu):
                    so_do.tai_cho.setdefault(tu, []).append((buoc, nhan))
                else:
                    so_do.canh.append(CanhBuoc(buoc, nhan, tu, duong.den))
    so_do.truc_chinh = _duong_dai_nhat(so_do.canh, so_do.loi_vao[0][2])
    _gom_theo_doan(so_do)
    _viet_canh_tu_nhanh(so_do)
    return so_do


def _gom_theo_doan(so_do: SoDo) -> None:
    """Take what may be done all along a piece of the axis out of the boxes, and write it once with the piece's ends."""
    for buoc, nhan in dict.fromkeys(viec for cac in so_do.tai_cho.values() for viec in cac):
        doan: list[TrangThai] = []
        for trang_thai in (*so_do.truc_chinh, None):
            if (buoc, nhan) in so_do.tai_cho.get(trang_thai, ()):
                doan.append(trang_thai)
                continue
            if len(doan) >= DOAN_NGAN_NHAT:
                ten = f"Từ “{doan[0].label}” đến “{doan[-1].label}”"
                so_do.theo_doan.setdefault(ten, []).append((buoc, nhan))
                for tu in doan:
                    so_do.tai_cho[tu].remove((buoc, nhan))
            doan = []


def _duong_dai_nhat(cac_canh: Iterable[CanhBuoc], dau: TrangThai) -> tuple[TrangThai, ...]:
    """The longest way forward; between equal ones the one that ends in KET_THUC. Backward arrows are left out."""
    thu_tu = {trang_thai: so for so, trang_thai in enumerate(TrangThai)}
    ke = {}
    for canh in cac_canh:
        if thu_tu[canh.den] > thu_tu[canh.tu] and canh.den not in NGOAI_TRUC:
            ke.setdefault(canh.tu, []).append(canh.den)
    dai: dict[TrangThai, tuple[TrangThai, ...]] = {}
    for trang_thai in reversed(TrangThai):
        cac_duong = [(trang_thai, *dai[den]) for den in ke.get(trang_thai, ())]
        dai[trang_thai] = max(
            cac_duong, key=lambda duong: (len(duong), duong[-1] == TrangThai.KET_THUC), default=(trang_thai,)
        )
    return dai[dau]


def _viet_canh_tu_nhanh(so_do: SoDo) -> None:
    """Arrows out of a side state become lines inside its box, which say where they lead."""
    for canh in [canh for canh in so_do.canh if canh.tu not in so_do.truc_chinh]:
        so_do.canh.remove(canh)
        so_do.tai_cho.setdefault(canh.tu, []).append((canh.buoc, f"{canh.nhan} → {canh.den.label}"))
