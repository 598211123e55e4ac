"""From the sheets of a file to rows of values: headers, cells, rules of each row, rows given twice."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from baocao.nhap_so.doc_tep import TrangTep
from baocao.nhap_so.loi import DemTrang, LoiDong, LoiGiaTri, LoiTep
from baocao.nhap_so.o_tinh import NguCanh, OHong, khoa_so_sanh, la_trong, trich_dan
from baocao.nhap_so.quy_tac import kiem_quy_tac
from baocao.nhap_so.trang_so import CAC_TRANG, TIEN_TO_VI_DU, CotSo, DongSo, TrangSo
from donthu.phan_loai import LoaiDon

# Sheets of the template that hold no rows.
TRANG_HUONG_DAN, TRANG_DANH_MUC = "Hướng dẫn", "Danh mục"
NHIP_TIEN_DO = 250  # rows

BaoTienDo = Callable[[int, int], None]


@dataclass
class SoDaDoc:
    """All sheets as read. `dong`: rows by sheet name, each key once."""

    dong: dict[str, list[DongSo]] = field(default_factory=dict)
    dem: dict[str, DemTrang] = field(default_factory=dict)
    loi: list[LoiDong] = field(default_factory=list)


def doc_so(cac_trang: Iterable[TrangTep], ngu_canh: NguCanh, bao_tien_do: BaoTienDo) -> SoDaDoc:
    """Read every sheet. Raises LoiTep when none is a sheet of the register; everything else wrong is in `loi`."""
    cac_trang = list(cac_trang)
    theo_ten = {khoa_so_sanh(trang.ten): trang for trang in CAC_TRANG}
    bo_qua = {khoa_so_sanh(ten) for ten in (TRANG_HUONG_DAN, TRANG_DANH_MUC)}
    so = SoDaDoc()
    can_doc: dict[str, TrangTep] = {}
    for trang_tep in cac_trang:
        khoa = khoa_so_sanh(trang_tep.ten)
        if khoa in theo_ten:
            can_doc[khoa] = trang_tep
        elif khoa not in bo_qua and _co_noi_dung(trang_tep):
            ten_dung = ", ".join(f"“{trang.ten}”" for trang in CAC_TRANG)
            so.loi.append(LoiDong(trang_tep.ten, 0, "", f"không phải trang của sổ; sổ có các trang {ten_dung}."))
    if not can_doc and not so.loi:
        raise LoiTep("Tệp không có trang nào của sổ: " + ", ".join(f"“{trang.ten}”" for trang in CAC_TRANG) + ".")
    tong = sum(max(trang.so_dong_uoc - 1, 0) for trang in can_doc.values())
    da_doc = 0
    for khoa, trang in theo_ten.items():
        if khoa in can_doc:
            da_doc = _doc_trang(
                so, trang, can_doc[khoa], ngu_canh, lambda lam: bao_tien_do(lam, max(tong, lam)), da_doc
            )
    bao_tien_do(da_doc, da_doc)
    return so


def _co_noi_dung(trang_tep: TrangTep) -> bool:
    return any(not la_trong(gia_tri) for _, cac_o in trang_tep.cac_dong() for gia_tri in cac_o)


def _doc_trang(
    so: SoDaDoc,
    trang: TrangSo,
    trang_tep: TrangTep,
    ngu_canh: NguCanh,
    bao_tien_do: Callable[[int], None],
    da_doc: int,
) -> int:
    so.dem[trang.ten], so.dong[trang.ten] = DemTrang(), []
    cac_dong = trang_tep.cac_dong()
    _, tieu_de = next(cac_dong, (1, []))
    cot_theo_vi_tri, loi_tieu_de, du_cot = _doc_tieu_de(trang, tieu_de)
    da_gap: dict[tuple[Any, ...], DongSo] = {}
    cot_la: set[int] = set()
    for so_dong, cac_o in cac_dong:
        if all(la_trong(gia_tri) for gia_tri in cac_o):
            continue
        da_doc += 1
        if da_doc % NHIP_TIEN_DO == 0:
            bao_tien_do(da_doc)
        cot_la.update(vi_tri for vi_tri, o in enumerate(cac_o) if vi_tri not in cot_theo_vi_tri and not la_trong(o))
        if du_cot:
            _nhan_dong(so, da_gap, trang, so_dong, _theo_cot(cot_theo_vi_tri, cac_o), ngu_canh)
    if cot_la and all(la_trong(o) for o in tieu_de):
        loi_tieu_de = [LoiDong(trang.ten, 1, "", "dòng đầu phải là tiêu đề các cột.")]
    else:
        khong_ten = sorted(vi_tri for vi_tri in cot_la if vi_tri >= len(tieu_de) or la_trong(tieu_de[vi_tri]))
        loi_tieu_de += [
            LoiDong(trang.ten, 1, _ten_cot(vi_tri), "cột có dữ liệu mà không có tiêu đề.") for vi_tri in khong_ten
        ]
    so.loi.extend(loi_tieu_de)
    return da_doc


def _doc_tieu_de(trang: TrangSo, tieu_de: list[Any]) -> tuple[dict[int, CotSo], list[LoiDong], bool]:
    """Which column stands where, what is wrong with the headers, and whether the rows can be read all the same."""
    cot_theo_vi_tri: dict[int, CotSo] = {}
    loi = []
    for vi_tri, o in enumerate(tieu_de):
        if la_trong(o):
            continue
        cot = trang.theo_tieu_de.get(khoa_so_sanh(str(o)))
        if cot is None:
            loi.append(LoiDong(trang.ten, 1, str(o).strip(), "tiêu đề không có trong sổ."))
        elif cot in cot_theo_vi_tri.values():
            loi.append(LoiDong(trang.ten, 1, cot.tieu_de, "tiêu đề có hai lần."))
        else:
            cot_theo_vi_tri[vi_tri] = cot
    co = set(cot_theo_vi_tri.values())
    thieu = [cot for cot in trang.cac_cot if cot.bat_buoc and cot not in co]
    if co or loi:
        loi.extend(LoiDong(trang.ten, 1, cot.tieu_de, "thiếu cột bắt buộc.") for cot in thieu)
    return cot_theo_vi_tri, loi, not thieu


def _ten_cot(vi_tri: int) -> str:
    """Letters by which Excel names the column at `vi_tri` (0 → A, 26 → AA)."""
    chu, con = "", vi_tri + 1
    while con:
        con, du = divmod(con - 1, 26)
        chu = chr(65 + du) + chu
    return chu


def _theo_cot(cot_theo_vi_tri: dict[int, CotSo], cac_o: list[Any]) -> list[tuple[CotSo, Any]]:
    rong = len(cac_o)
    return [(cot, cac_o[vi_tri] if vi_tri < rong else None) for vi_tri, cot in cot_theo_vi_tri.items()]


def _nhan_dong(
    so: SoDaDoc,
    da_gap: dict[tuple[Any, ...], DongSo],
    trang: TrangSo,
    so_dong: int,
    cac_o: list[tuple[CotSo, Any]],
    ngu_canh: NguCanh,
) -> None:
    """Read one row and keep it, unless it is an example or a row given before."""
    if trang.co_ma and any(cot.truong == "ma" and str(o).strip().startswith(TIEN_TO_VI_DU) for cot, o in cac_o):
        so.dem[trang.ten].vi_du += 1
        return
    dong, loi = _doc_dong(trang, so_dong, cac_o, ngu_canh)
    loi.extend(
        LoiDong(trang.ten, so_dong, trang.theo_truong[truong].tieu_de, ly_do) for truong, ly_do in kiem_quy_tac(dong)
    )
    so.loi.extend(loi)
    if dong.hong.intersection(trang.khoa):
        return
    truoc = da_gap.setdefault(dong.khoa, dong)
    if truoc is dong:
        so.dong[trang.ten].append(dong)
    elif truoc.gia_tri == dong.gia_tri and not truoc.hong and not dong.hong:
        so.dem[trang.ten].trung += 1
    elif not truoc.hong and not dong.hong:
        so.loi.extend(
            LoiDong(
                trang.ten,
                so_dong,
                cot.tieu_de,
                f"{goi_khoa(dong)} đã có ở dòng {truoc.so_dong} với nội dung khác: "
                f"{cot.kieu.viet(truoc[cot.truong])} và {cot.kieu.viet(dong[cot.truong])}.",
                f"{goi_khoa(dong)} đã có ở dòng {truoc.so_dong} với nội dung khác (dữ liệu cá nhân, không hiện)."
                if cot.ca_nhan
                else "",
            )
            for cot in cot_khac(trang, truoc.gia_tri, dong.gia_tri)
        )


def _doc_dong(
    trang: TrangSo, so_dong: int, cac_o: list[tuple[CotSo, Any]], ngu_canh: NguCanh
) -> tuple[DongSo, list[LoiDong]]:
    dong = DongSo(trang, so_dong, {})
    loi = []
    for cot, gia_tri in cac_o:
        try:
            doc_duoc = _doc_o(cot, gia_tri, ngu_canh)
        except LoiGiaTri as sai:
            dong.hong.add(cot.truong)
            loi.append(LoiDong(trang.ten, so_dong, cot.tieu_de, str(sai)))
        else:
            dong.gia_tri[cot.truong] = doc_duoc
    dong.gia_tri = trang.rut_gon(dong.gia_tri)
    return dong, loi


def _doc_o(cot: CotSo, gia_tri: Any, ngu_canh: NguCanh) -> Any:
    if isinstance(gia_tri, OHong):
        raise LoiGiaTri(gia_tri.ly_do)
    if la_trong(gia_tri):
        if cot.bat_buoc:
            raise LoiGiaTri("không được để trống.")
        return cot.mac_dinh
    return cot.kieu.doc(gia_tri, ngu_canh)


def cot_khac(trang: TrangSo, mot: dict[str, Any], hai: dict[str, Any]) -> list[CotSo]:
    """Columns in which two contents (as `TrangSo.rut_gon` gives them) differ.

    Who wrote or came is not compared when either content is a tố cáo: an error must not name a denouncer.
    """
    an_danh = LoaiDon.TO_CAO.value in (mot.get("loai"), hai.get("loai"))
    return [
        cot for cot in trang.cac_cot if mot.get(cot.truong) != hai.get(cot.truong) and not (an_danh and cot.ca_nhan)
    ]


def goi_khoa(dong: DongSo) -> str:
    """How an error names a row: “mã DT-01”, or the day, kind and receiver of a reception day."""
    phan = (f"{dong.trang.theo_truong[truong].tieu_de.lower()} {trich_dan(dong[truong])}" for truong in dong.trang.khoa)
    return ", ".join(phan)
