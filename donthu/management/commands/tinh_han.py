import json
import re
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from donthu.thoi_han import KetQuaHan, LoiThoiHan, tinh
from tochuc.dinh_dang import thu_ngay
from tochuc.lich import Lich
from tochuc.models import NgayNghi

DANG_NGAY = (
    re.compile(r"(?P<nam>\d{4})-(?P<thang>\d{1,2})-(?P<ngay>\d{1,2})"),
    re.compile(r"(?P<ngay>\d{1,2})/(?P<thang>\d{1,2})/(?P<nam>\d{4})"),
)
KHOA_MUC = ("viec", "tu", "gia_han", "tam_dinh_chi")


class Command(BaseCommand):
    """Deadline of one duty, or of every item of a JSON file, by the calendar of the database."""

    help = "Tính thời hạn của một việc (K4, T6, C1…) hoặc của một tệp JSON nhiều việc, theo lịch nghỉ đã nhập."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--viec", help="mã việc trong bảng thời hạn, ví dụ K4")
        parser.add_argument("--tu", help="ngày bắt đầu tính: 2026-11-20 hoặc 20/11/2026")
        parser.add_argument("--gia-han", type=int, default=0, help="số ngày gia hạn, theo đơn vị của việc")
        parser.add_argument(
            "--tam-dinh-chi",
            action="append",
            default=[],
            metavar="A:B",
            help="ngày tạm đình chỉ và ngày tiếp tục; lặp lại được",
        )
        parser.add_argument("--dinh-dang", choices=("chu", "json"), default="chu", help="cách in kết quả")
        parser.add_argument("--tep", type=Path, help="tệp JSON: danh sách các mục viec, tu, gia_han, tam_dinh_chi")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["tep"]:
            if options["viec"] or options["tu"]:
                raise CommandError("Chỉ dùng --tep, hoặc --viec cùng --tu.")
            self._in_json(self._tinh_tep(options["tep"]))
            return
        if not (options["viec"] and options["tu"]):
            raise CommandError("Cần --viec và --tu, hoặc --tep.")
        try:
            ket_qua = _tinh_muc({khoa: options[khoa] for khoa in KHOA_MUC}, NgayNghi.objects.lich())
        except LoiThoiHan as loi:
            raise CommandError(str(loi)) from loi
        if options["dinh_dang"] == "json":
            self._in_json(_thanh_json(ket_qua))
        else:
            self.stdout.write("\n".join(_thanh_chu(ket_qua)))

    def _tinh_tep(self, tep: Path) -> list[dict[str, Any]]:
        cac_muc = _doc_tep(tep)
        lich = NgayNghi.objects.lich()
        ket_qua = []
        for thu_tu, muc in enumerate(cac_muc, start=1):
            try:
                ket_qua.append(_thanh_json(_tinh_muc(muc, lich)))
            except LoiThoiHan as loi:
                raise CommandError(f"Mục {thu_tu}: {loi}") from loi
            # Other keys may be the caller's own notes, but a misspelt one would silently lose an extension.
            if la := sorted(set(muc) - set(KHOA_MUC)):
                self.stderr.write(f"Mục {thu_tu}: bỏ qua khóa không dùng: {', '.join(la)}.")
        return ket_qua

    def _in_json(self, gia_tri: Any) -> None:
        self.stdout.write(json.dumps(gia_tri, ensure_ascii=False, indent=2))


def _doc_tep(tep: Path) -> list[Any]:
    try:
        noi_dung = json.loads(tep.read_text(encoding="utf-8-sig"))
    except OSError as loi:
        raise CommandError(f"Không đọc được tệp {tep}: {loi.strerror}.") from loi
    except ValueError as loi:
        raise CommandError(f"Tệp {tep} không phải JSON UTF-8 hợp lệ.") from loi
    if not isinstance(noi_dung, list):
        raise CommandError(f"Tệp {tep} phải chứa một danh sách JSON.")
    return noi_dung


def _tinh_muc(muc: Any, lich: Lich) -> KetQuaHan:
    """Compute one item of untrusted JSON. Raises LoiThoiHan with a sentence for whatever is wrong with it."""
    if not isinstance(muc, dict):
        raise LoiThoiHan("mỗi mục phải là một đối tượng có khóa viec và tu.")
    viec = muc.get("viec")
    if not isinstance(viec, str):
        raise LoiThoiHan("thiếu mã việc (viec).")
    gia_han = muc.get("gia_han") or 0
    if type(gia_han) is not int:
        raise LoiThoiHan("gia_han phải là số nguyên.")
    tam_dinh_chi = muc.get("tam_dinh_chi") or []
    if not isinstance(tam_dinh_chi, list):
        raise LoiThoiHan("tam_dinh_chi phải là một danh sách.")
    khoang = [_doc_khoang(gia_tri) for gia_tri in tam_dinh_chi]
    return tinh(viec, _doc_ngay(muc.get("tu")), lich, gia_han=gia_han, tam_dinh_chi=khoang)


def _doc_khoang(gia_tri: Any) -> tuple[date, date]:
    cap = gia_tri.split(":") if isinstance(gia_tri, str) else gia_tri
    if not isinstance(cap, list) or len(cap) != 2:
        raise LoiThoiHan(f"Khoảng tạm đình chỉ phải có dạng NGÀY:NGÀY, không phải “{gia_tri}”.")
    return _doc_ngay(cap[0]), _doc_ngay(cap[1])


def _doc_ngay(gia_tri: Any) -> date:
    for dang in DANG_NGAY:
        if khop := dang.fullmatch(str(gia_tri).strip()):
            try:
                return date(int(khop["nam"]), int(khop["thang"]), int(khop["ngay"]))
            except ValueError as loi:
                raise LoiThoiHan(f"Không có ngày “{gia_tri}” trong lịch.") from loi
    raise LoiThoiHan(f"Ngày phải có dạng 2026-11-20 hoặc 20/11/2026, không phải “{gia_tri}”.")


def _thanh_json(ket_qua: KetQuaHan) -> dict[str, Any]:
    return {
        "viec": ket_qua.thoi_han.ma,
        "tu": ket_qua.tu.isoformat(),
        "han": ket_qua.han and ket_qua.han.isoformat(),
        "han_goc": ket_qua.han_goc and ket_qua.han_goc.isoformat(),
        "giai_thich": ket_qua.giai_thich,
        "canh_bao": ket_qua.canh_bao,
        "can_cu": ket_qua.thoi_han.can_cu,
    }


def _thanh_chu(ket_qua: KetQuaHan) -> list[str]:
    dong = ket_qua.thoi_han
    return [
        f"{dong.ma}. {dong.ten}",
        f"Hạn: {thu_ngay(ket_qua.han) or dong.don_vi.label}",
        *ket_qua.giai_thich,
        *(f"Lưu ý: {cau}" for cau in ket_qua.canh_bao),
    ]
