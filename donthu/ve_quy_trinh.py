"""One procedure drawn from its table as SVG: states are boxes, steps are arrows, nothing is placed by hand.

The longest way through the states that the centre itself holds runs down the left; every other state stands to the
right of where it is left for. Arrows to the right leave at their own height. A step that skips or goes back is written
inside its box and runs in a lane at the far left; one that does not move the petition is only written inside, or, when
it may be taken all along a piece of the axis, once below the picture. So the axis fits a phone, and the rest is a
scroll to the right. Each name of a step is a link to its row below the picture.
Colours are classes of static/css/quy-trinh.css.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import wrap
from xml.etree.ElementTree import Element, SubElement, tostring

from donthu.quy_trinh.buoc import Buoc, DuongDi
from donthu.quy_trinh.trang_thai import DA_DONG, TrangThai
from donthu.so_do import CanhBuoc, SoDo, doc_bang

# Pixels; the width of letters is that of Be Vietnam Pro at 16 px, a little generous.
DONG_CHU, LE, DEM = 23, 16, 14
RONG_TRUC, RONG_NHANH = 292, 244
CHU_TRUC, CHU_NHANH, CHU_NHAN, CHU_DOC = 27, 22, 22, 30
KHE_PHAI, KHE_TRAI, LAN = 258, 12, 18
MUI_TEN = 9
KHE_DOC, CACH_CONG, NUA_NHO = 46, 14, 10


@dataclass(frozen=True)
class DaDi:
    """What one petition went through: states, steps as (step, from, to), and where it is."""

    trang_thai: frozenset[str]
    cac_buoc: frozenset[tuple[str, str, str]]
    hien_tai: str


@dataclass
class HopChu:
    """A box: its name, lines below it (step, text, mark before it), its place once it has one."""

    ten: list[str]
    dong: list[tuple[Buoc, str, str]]
    rong: int
    x: float = 0
    y: float = 0
    cao: float = 0

    @property
    def cao_chu(self) -> float:
        return 2 * DEM + DONG_CHU * (len(self.ten) + len(self.dong)) + (DEM if self.dong else 0)

    def y_dong(self, so_dong: int) -> float:
        """The baseline of a line below the name; those of the name itself count down from -1."""
        dau = self.y + (self.cao - self.cao_chu) / 2 + DEM - 6 + DONG_CHU
        return dau + DONG_CHU * (len(self.ten) + so_dong) + (DEM if so_dong >= 0 else 0)


@dataclass
class CongRa:
    """Where arrows to one side state leave the axis: their words, how far down the box."""

    den: TrangThai
    canh: list[CanhBuoc]
    tai_nha: bool
    chu: list[tuple[Buoc, str]]
    y: float = 0


class BanVe:
    """Lays a graph out and writes it."""

    def __init__(self, so_do: SoDo, da_di: DaDi | None):
        self.so_do, self.da_di = so_do, da_di
        thu_tu = {trang_thai: so for so, trang_thai in enumerate(so_do.truc_chinh)}
        self.canh_trai = [canh for canh in so_do.canh if canh.den in thu_tu and thu_tu[canh.den] != thu_tu[canh.tu] + 1]
        self.hop = {tt: self._hop_chu(tt, RONG_TRUC, CHU_TRUC) for tt in so_do.truc_chinh}
        self.hop |= {tt: self._hop_chu(tt, RONG_NHANH, CHU_NHANH) for tt in so_do.cac_nhanh}
        self.x_truc = LE + (KHE_TRAI + LAN * len(self.canh_trai) if self.canh_trai else 0)
        self.x_nhanh = self.x_truc + RONG_TRUC + KHE_PHAI
        self.rong = (self.x_nhanh + RONG_NHANH if so_do.cac_nhanh else self.x_truc + RONG_TRUC + KHE_PHAI) + LE
        self.cong: dict[TrangThai, list[CongRa]] = {}
        self.cao = 0.0
        self._xep_cho()
        o_xa = {cong.den for cac_cong in self.cong.values() for cong in cac_cong if not cong.tai_nha}
        self.lan_phai = [trang_thai for trang_thai in so_do.cac_nhanh if trang_thai in o_xa]

    # -- where things stand

    def _hop_chu(self, trang_thai: TrangThai, rong: int, so_chu: int) -> HopChu:
        cac_viec = [(buoc, nhan, "•") for buoc, nhan in self.so_do.tai_cho.get(trang_thai, ())]
        cac_viec += [(canh.buoc, canh.nhan, "←") for canh in self.canh_trai if canh.tu == trang_thai]
        dong = []
        for buoc, nhan, dau in cac_viec:
            dong += [(buoc, chu, "" if so else dau) for so, chu in enumerate(wrap(nhan, so_chu - 3))]
        ten = wrap(trang_thai.label, so_chu + (0 if self._qua(trang_thai) else 2))
        if self._qua(trang_thai):
            ten[0] = f"✓ {ten[0]}"
        if self._hien_tai(trang_thai):
            ten[0] = ten[0].removeprefix("✓ ")
            ten = ["▸ Đơn đang ở đây", *ten]
        return HopChu(ten, dong, rong)

    def _xep_cho(self) -> None:
        y = float(LE + 20 + self._khe(len(self.so_do.loi_vao)))
        for bac, trang_thai in enumerate(self.so_do.truc_chinh):
            cong = self.cong[trang_thai] = self._cong_ra(trang_thai, bac)
            hop, cao_cong = self.hop[trang_thai], self._dat_cong(cong)
            hop.x, hop.y, hop.cao = self.x_truc, y, max(hop.cao_chu, cao_cong)
            lech = y + (hop.cao - cao_cong) / 2
            for ra in cong:
                ra.y += lech
                if ra.tai_nha:
                    nhanh = self.hop[ra.den]
                    nhanh.x, nhanh.cao = self.x_nhanh, nhanh.cao_chu
                    nhanh.y = ra.y - nhanh.cao / 2
            y += hop.cao + self._khe(len(self._chu_doc(bac)))
        self.cao = y - self._khe(0) + LE

    def _khe(self, so_dong: int) -> float:
        return max(KHE_DOC, so_dong * DONG_CHU + 24)

    def _chu_doc(self, bac: int) -> list[tuple[Buoc, str]]:
        """Words beside the arrow from one state of the axis to the next."""
        truc = self.so_do.truc_chinh
        ke = truc[bac + 1] if bac + 1 < len(truc) else None
        cac_canh = [canh for canh in self.so_do.canh if canh.tu == truc[bac] and canh.den == ke]
        return [(canh.buoc, chu) for canh in cac_canh for chu in wrap(canh.nhan, CHU_DOC)]

    def _cong_ra(self, trang_thai: TrangThai, bac: int) -> list[CongRa]:
        """Ways out to the right: first those to boxes further up, then our own, then those further down."""
        cac_cong = []
        for den in self.so_do.cac_nhanh:
            canh = [canh for canh in self.so_do.canh if canh.tu == trang_thai and canh.den == den]
            if canh:
                chu = [(dong.buoc, phan) for dong in canh for phan in wrap(dong.nhan, CHU_NHAN)]
                cac_cong.append(CongRa(den, canh, self.so_do.bac_cua(den) == bac, chu))
        return sorted(
            cac_cong, key=lambda cong: (self.so_do.bac_cua(cong.den) > bac) - (self.so_do.bac_cua(cong.den) < bac)
        )

    def _dat_cong(self, cac_cong: list[CongRa]) -> float:
        """Heights of the ways out from the top of the first; gives the height of all."""
        y = 0.0
        for so, cong in enumerate(cac_cong):
            nua = self.hop[cong.den].cao_chu / 2 if cong.tai_nha else NUA_NHO
            cong.y = y + (CACH_CONG if so else 0) + max(nua, len(cong.chu) * DONG_CHU + 6)
            y = cong.y + nua
        return y

    # -- what was done

    def _qua(self, trang_thai: TrangThai) -> bool:
        return self.da_di is not None and trang_thai in self.da_di.trang_thai

    def _hien_tai(self, trang_thai: TrangThai) -> bool:
        return self.da_di is not None and trang_thai == self.da_di.hien_tai

    def _da_lam(self, buoc: Buoc, tu: str, den: str) -> bool:
        return self.da_di is not None and (buoc, tu, den) in self.da_di.cac_buoc

    # -- ink

    def ve_svg(self) -> str:
        """Write the picture; arrows that were gone lie above the others."""
        goc = Element("svg", {"class": "so-do-quy-trinh", "role": "group", "aria-labelledby": "so-do-ten so-do-ta"})
        SubElement(goc, "title", {"id": "so-do-ten"}).text = f"Sơ đồ quy trình {self.so_do.ten}"
        SubElement(goc, "desc", {"id": "so-do-ta"}).text = self._ta_bang_loi()
        duong, da_qua, cac_hop = (SubElement(goc, "g") for _ in range(3))
        self._ve_dau(duong, da_qua)
        for bac, trang_thai in enumerate(self.so_do.truc_chinh):
            self._ve_doc(bac, duong, da_qua)
            self._ve_phai(trang_thai, duong, da_qua)
        for so, canh in enumerate(self.canh_trai):
            self._ve_trai(so, canh, duong, da_qua)
        for trang_thai, hop in self.hop.items():
            self._ve_hop(cac_hop, hop, self._lop_hop(trang_thai))
        for ten, cac_viec in self.so_do.theo_doan.items():
            self._ve_doan(cac_hop, ten, cac_viec)
        rong, cao = f"{self.rong:g}", f"{self.cao:g}"
        goc.attrib |= {"viewBox": f"0 0 {rong} {cao}", "width": rong, "height": cao}
        return tostring(goc, encoding="unicode")

    def _lop_hop(self, trang_thai: TrangThai) -> str:
        lop = ["hop", "hop-dong"] if trang_thai in DA_DONG else ["hop"]
        if self._hien_tai(trang_thai):
            lop.append("hop-hien-tai")
        elif self._qua(trang_thai):
            lop.append("hop-da-qua")
        return " ".join(lop)

    def _ve_hop(self, nhom: Element, hop: HopChu, lop: str) -> None:
        g = SubElement(nhom, "g", {"class": lop})
        so = {"x": hop.x, "y": hop.y, "width": hop.rong, "height": hop.cao, "rx": 12}
        SubElement(g, "rect", {ten: f"{gia_tri:g}" for ten, gia_tri in so.items()})
        for so_dong, chu in enumerate(hop.ten):
            _viet(g, chu, hop.x + hop.rong / 2, hop.y_dong(so_dong - len(hop.ten)), "ten-hop")
        if hop.dong:
            ke = hop.y_dong(0) - DONG_CHU + 6 - DEM / 2
            _net(g, [(hop.x + DEM, ke), (hop.x + hop.rong - DEM, ke)], "ke")
        for so_dong, (buoc, chu, dau) in enumerate(hop.dong):
            y = hop.y_dong(so_dong)
            if dau:
                _viet(g, dau, hop.x + DEM - 2, y, "cham")
            _viet(_lien_ket(g, buoc), chu, hop.x + DEM + 16, y, "viec")

    def _ve_dau(self, duong: Element, da_qua: Element) -> None:
        """The dot where everything begins."""
        x, y = self.x_truc + RONG_TRUC / 2, LE + 10
        hop = self.hop[self.so_do.truc_chinh[0]]
        qua = self._qua(self.so_do.truc_chinh[0])
        g = _nhom(da_qua if qua else duong, qua)
        SubElement(g, "circle", {"cx": f"{x:g}", "cy": f"{y:g}", "r": "9"})
        _mui_ten(g, [(x, y + 9), (x, hop.y)])
        for so, (buoc, nhan, _) in enumerate(self.so_do.loi_vao):
            _viet(_lien_ket(g, buoc), nhan, x + 16, y + 34 + so * DONG_CHU, "nhan-buoc")

    def _ve_doc(self, bac: int, duong: Element, da_qua: Element) -> None:
        truc, cac_chu = self.so_do.truc_chinh, self._chu_doc(bac)
        if not cac_chu:
            return
        tren, duoi = self.hop[truc[bac]], self.hop[truc[bac + 1]]
        x, y = tren.x + tren.rong / 2, tren.y + tren.cao
        qua = any(self._da_lam(buoc, truc[bac], truc[bac + 1]) for buoc, _ in cac_chu)
        g = _nhom(da_qua if qua else duong, qua)
        _mui_ten(g, [(x, y), (x, duoi.y)])
        giua = (y + duoi.y) / 2 - (len(cac_chu) - 1) * DONG_CHU / 2 + 2
        for so, (buoc, chu) in enumerate(cac_chu):
            _viet(_lien_ket(g, buoc), chu, x + 16, giua + so * DONG_CHU, "nhan-buoc")

    def _ve_phai(self, trang_thai: TrangThai, duong: Element, da_qua: Element) -> None:
        hop = self.hop[trang_thai]
        for cong in self.cong[trang_thai]:
            dich = self.hop[cong.den]
            y_dich = dich.y + dich.cao / 2
            diem = [(hop.x + hop.rong, cong.y)]
            if not cong.tai_nha:
                x = self.x_nhanh - LAN - LAN / 2 * self.lan_phai.index(cong.den)
                diem += [(x, cong.y), (x, y_dich)]
            qua = any(self._da_lam(canh.buoc, canh.tu, canh.den) for canh in cong.canh)
            g = _nhom(da_qua if qua else duong, qua)
            _mui_ten(g, [*diem, (dich.x, y_dich)])
            for so, (buoc, chu) in enumerate(cong.chu):
                y = cong.y - 8 - (len(cong.chu) - 1 - so) * DONG_CHU
                _viet(_lien_ket(g, buoc), chu, hop.x + hop.rong + 12, y, "nhan-buoc")

    def _ve_trai(self, so: int, canh: CanhBuoc, duong: Element, da_qua: Element) -> None:
        tu, den = self.hop[canh.tu], self.hop[canh.den]
        so_dong = [(buoc, dau) for buoc, _, dau in tu.dong].index((canh.buoc, "←"))
        cung_dich = [muc for muc in self.canh_trai if muc.den == canh.den]
        y_den = den.y + (2 * DEM + DONG_CHU) * (cung_dich.index(canh) + 1) / (len(cung_dich) + 1)  # beside its name
        x, y_tu = self.x_truc - KHE_TRAI - LAN * (so + 0.5), tu.y_dong(so_dong) - 6
        qua = self._da_lam(canh.buoc, canh.tu, canh.den)
        g = _nhom(da_qua if qua else duong, qua)
        _mui_ten(g, [(tu.x, y_tu), (x, y_tu), (x, y_den), (den.x, y_den)])

    def _ve_doan(self, nhom: Element, ten: str, cac_viec: list[tuple[Buoc, str]]) -> None:
        """Steps open along a piece of the axis, or in every state, stand in a box of their own at the bottom."""
        dong = []
        for buoc, nhan in cac_viec:
            dong += [(buoc, chu, "" if so else "•") for so, chu in enumerate(wrap(nhan, CHU_TRUC - 3))]
        hop = HopChu(wrap(ten, CHU_TRUC + 2), dong, RONG_TRUC, x=self.x_truc, y=self.cao + 8)
        hop.cao = hop.cao_chu
        self._ve_hop(nhom, hop, "hop hop-moi-luc")
        self.cao = hop.y + hop.cao + LE

    def _ta_bang_loi(self) -> str:
        """The picture in words."""
        cau = [f"{nhan} → {den.label}" for _, nhan, den in self.so_do.loi_vao]
        cau += [f"{canh.tu.label}: {canh.nhan} → {canh.den.label}" for canh in self.so_do.canh]
        cau += [f"{tt.label}: {nhan}" for tt, cac in self.so_do.tai_cho.items() for _, nhan in cac]
        cau += [f"{ten}: {nhan}" for ten, cac in self.so_do.theo_doan.items() for _, nhan in cac]
        if self.da_di:
            cau.append(f"Đơn đang ở: {TrangThai(self.da_di.hien_tai).label}")
        return "; ".join(cau) + "."


def _nhom(cha: Element, qua: bool) -> Element:
    return SubElement(cha, "g", {"class": "canh canh-da-qua" if qua else "canh"})


def _lien_ket(cha: Element, buoc: Buoc) -> Element:
    return SubElement(cha, "a", {"href": f"#buoc-{buoc}"})


def _viet(cha: Element, chu: str, x: float, y: float, lop: str) -> None:
    SubElement(cha, "text", {"x": f"{x:g}", "y": f"{y:g}", "class": lop}).text = chu


def _net(cha: Element, diem: list[tuple[float, float]], lop: str) -> None:
    SubElement(cha, "path", {"d": "M" + "L".join(f"{x:g} {y:g}" for x, y in diem), "class": lop})


def _mui_ten(cha: Element, diem: list[tuple[float, float]]) -> None:
    """A line through the points with a head at the last; the last piece runs right or down."""
    (x_truoc, _), (x, y) = diem[-2:]
    ngang = x != x_truoc
    goc = (x - MUI_TEN, y) if ngang else (x, y - MUI_TEN)
    _net(cha, [*diem[:-1], goc], "net")
    lech = ((-MUI_TEN - 2, -6), (-MUI_TEN - 2, 6)) if ngang else ((-6, -MUI_TEN - 2), (6, -MUI_TEN - 2))
    canh = [(x, y), *((x + lech_x, y + lech_y) for lech_x, lech_y in lech)]
    SubElement(cha, "polygon", {"points": " ".join(f"{x:g},{y:g}" for x, y in canh)})


def ve_quy_trinh(ten: str, bang: Mapping[Buoc, DuongDi], da_di: DaDi | None = None) -> str:
    """Draw the procedure `bang` as an `<svg>` element; with `da_di`, the way of one petition stands out."""
    return BanVe(doc_bang(ten, bang), da_di).ve_svg()
