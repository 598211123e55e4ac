"""Loading the centre's own table of units from a CSV file: again with a changed file = updated, all rows or none."""

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django import db
from django.db import transaction

from tochuc.loi import LoiNghiepVu
from tochuc.models.don_vi import DonVi, LoaiDonVi

COT_BAT_BUOC = ("code", "name", "kind")
COT_TUY_CHON = ("parent", "can_be_assigned", "box")
TRUONG_CUA_COT = {"name": "ten", "kind": "loai", "can_be_assigned": "duoc_giao", "box": "co_hom_thu"}
DUNG_SAI = {"1": True, "0": False, "": False}
TEP_LON_NHAT = 5 * 1024 * 1024  # bytes


@dataclass
class KetQuaNap:
    """How many units were added, changed, left as they were."""

    moi: int = 0
    cap_nhat: int = 0
    khong_doi: int = 0


@dataclass
class DongDonVi:
    """One line of the file. `truong`: fields of DonVi it gives.

    `cha`: code of the unit above, empty for none, None when the file does not say.
    """

    so_dong: int
    ma: str
    cha: str | None
    truong: dict[str, str | bool] = field(default_factory=dict)


def nap_don_vi(tep: Path) -> KetQuaNap:
    """Load units from a CSV file (UTF-8; code, name, kind, parent, can_be_assigned, box; parents in any order).

    A column that is missing leaves what is stored. Units that are not in the file stay as they are. Raises LoiNghiepVu
    with one sentence for each thing wrong; nothing is written then.
    """
    loi: list[str] = []
    cac_dong = _bo_trung(list(_doc_dong(tep, loi)), loi)
    try:
        return _kiem_va_ghi(cac_dong, loi)
    except db.Error as sai:
        raise LoiNghiepVu("Cơ sở dữ liệu không ghi được nên chưa nạp đơn vị nào; xin thử lại.") from sai


def _kiem_va_ghi(cac_dong: list[DongDonVi], loi: list[str]) -> KetQuaNap:
    with transaction.atomic():
        da_co = {don_vi.ma: don_vi for don_vi in DonVi.objects.select_for_update(of=("self",)).select_related("cha")}
        loi.extend(_loi_cay(cac_dong, da_co))
        if loi:
            raise LoiNghiepVu("\n".join(["Chưa nạp đơn vị nào:", *loi]))
        return _ghi(cac_dong, da_co)


def _doc_chu(tep: Path) -> str:
    try:
        if tep.stat().st_size > TEP_LON_NHAT:
            raise LoiNghiepVu("Tệp quá lớn, không phải danh sách đơn vị.")
        chu = tep.read_text(encoding="utf-8-sig")
    except FileNotFoundError as loi:
        raise LoiNghiepVu(f"Không tìm thấy tệp {tep.name}.") from loi
    except OSError as loi:
        raise LoiNghiepVu(f"Không đọc được tệp {tep.name} ({loi.strerror}).") from loi
    except UnicodeDecodeError as loi:
        raise LoiNghiepVu("Tệp không phải văn bản UTF-8; trong Excel chọn lưu dạng “CSV UTF-8”.") from loi
    if "\x00" in chu:
        raise LoiNghiepVu("Tệp không phải văn bản CSV.")
    return unicodedata.normalize("NFC", chu)


def _doc_dong(tep: Path, loi: list[str]) -> Iterator[DongDonVi]:
    chu = _doc_chu(tep)
    dau = chu.partition("\n")[0]
    # Excel in Vietnamese separates by semicolons.
    dau_cach = ";" if dau.count(";") > dau.count(",") else ","
    doc = csv.DictReader(io.StringIO(chu, newline=""), delimiter=dau_cach, strict=True)
    try:
        tieu_de = [ten.strip() for ten in doc.fieldnames or ()]
        _kiem_tieu_de(tieu_de)
        doc.fieldnames = tieu_de
        for o in doc:
            if any((gia_tri or "").strip() for ten, gia_tri in o.items() if ten):
                yield _thanh_dong(doc.line_num, o, loi)
    except csv.Error as sai:
        raise LoiNghiepVu(f"Tệp CSV bị hỏng ở dòng {doc.line_num + 1}.") from sai


def _kiem_tieu_de(tieu_de: list[str]) -> None:
    thieu = [ten for ten in COT_BAT_BUOC if ten not in tieu_de]
    la = [ten for ten in tieu_de if ten not in COT_BAT_BUOC + COT_TUY_CHON]
    if thieu:
        raise LoiNghiepVu(f"Tệp thiếu cột: {', '.join(thieu)}.")
    if la:
        raise LoiNghiepVu(f"Tệp có cột không dùng đến: {', '.join(la)}.")
    if len(set(tieu_de)) < len(tieu_de):
        raise LoiNghiepVu("Tệp có hai cột cùng tên.")


def _thanh_dong(so_dong: int, o: dict[str | None, str | None], loi: list[str]) -> DongDonVi:
    if None in o:
        loi.append(f"Dòng {so_dong}: nhiều ô hơn tiêu đề.")
    gia_tri = {ten: (chu or "").strip() for ten, chu in o.items() if ten}
    dong = DongDonVi(so_dong, gia_tri["code"], gia_tri.get("parent"))
    for ten, dai in (("code", 20), ("name", 200)):
        if not gia_tri[ten]:
            loi.append(f"Dòng {so_dong}: cột {ten} không được để trống.")
        elif len(gia_tri[ten]) > dai:
            loi.append(f"Dòng {so_dong}: cột {ten} dài quá {dai} ký tự.")
    dong.truong["ten"] = gia_tri["name"]
    dong.truong["loai"] = gia_tri["kind"].upper()
    if dong.truong["loai"] not in LoaiDonVi.values:
        cho_phep = ", ".join(f"{loai.value} ({loai.label})" for loai in LoaiDonVi)
        loi.append(f"Dòng {so_dong}: không có loại đơn vị “{gia_tri['kind']}”; dùng {cho_phep}.")
    for ten in ("can_be_assigned", "box"):
        if ten in gia_tri:
            if gia_tri[ten] not in DUNG_SAI:
                loi.append(f"Dòng {so_dong}: cột {ten} phải là 1 hoặc 0, không phải “{gia_tri[ten]}”.")
            dong.truong[TRUONG_CUA_COT[ten]] = DUNG_SAI.get(gia_tri[ten], False)
    return dong


def _bo_trung(cac_dong: list[DongDonVi], loi: list[str]) -> list[DongDonVi]:
    """Each code once; the same line again is one line, another content is an error."""
    theo_ma: dict[str, DongDonVi] = {}
    for dong in cac_dong:
        truoc = theo_ma.setdefault(dong.ma, dong)
        if (truoc.cha, truoc.truong) != (dong.cha, dong.truong):
            loi.append(f"Dòng {dong.so_dong}: mã “{dong.ma}” đã có ở dòng {truoc.so_dong} với nội dung khác.")
    return list(theo_ma.values())


def _loi_cay(cac_dong: list[DongDonVi], da_co: dict[str, DonVi]) -> Iterator[str]:
    """Units above that exist nowhere, and units that stand above themselves."""
    cha_cua = {ma: don_vi.cha.ma if don_vi.cha else "" for ma, don_vi in da_co.items()}
    cha_cua |= {dong.ma: dong.cha for dong in cac_dong if dong.cha is not None}
    cha_cua |= {dong.ma: "" for dong in cac_dong if dong.ma not in cha_cua}
    for dong in cac_dong:
        if dong.cha and dong.cha not in cha_cua:
            yield f"Dòng {dong.so_dong}: không có đơn vị cấp trên mã “{dong.cha}”."
            continue
        da_qua, ma = [], dong.ma
        while ma and ma not in da_qua:
            da_qua.append(ma)
            ma = cha_cua.get(ma, "")
        if ma and ma == dong.ma:
            yield f"Dòng {dong.so_dong}: các đơn vị trực thuộc nhau vòng tròn: {' → '.join([*da_qua, ma])}."


def _ghi(cac_dong: list[DongDonVi], da_co: dict[str, DonVi]) -> KetQuaNap:
    ket_qua = KetQuaNap()
    # First every unit, then who stands above whom: the file gives them in any order.
    moi = [DonVi(ma=dong.ma, **dong.truong) for dong in cac_dong if dong.ma not in da_co]
    ket_qua.moi = len(moi)
    tat_ca = da_co | {don_vi.ma: don_vi for don_vi in DonVi.objects.bulk_create(moi)}
    doi = []
    for dong in cac_dong:
        don_vi = tat_ca[dong.ma]
        truong = dict(dong.truong)
        if dong.cha is not None:
            truong["cha_id"] = tat_ca[dong.cha].pk if dong.cha else None
        if all(getattr(don_vi, ten) == gia_tri for ten, gia_tri in truong.items()):
            ket_qua.khong_doi += dong.ma in da_co
            continue
        ket_qua.cap_nhat += dong.ma in da_co
        for ten, gia_tri in truong.items():
            setattr(don_vi, ten, gia_tri)
        doi.append(don_vi)
    DonVi.objects.bulk_update(doi, ["ten", "loai", "cha", "duoc_giao", "co_hom_thu"])
    return ket_qua
