"""A petition that turns out to be a tố cáo forgets who wrote it, in every table of every app and on the disk.

What the software knows of the person is erased; what somebody typed into a text is struck out where it repeats his
name, numbers or address. Only the trail of the petition cannot be changed: the form of the step says so beforehand.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models import Q

from donthu.models import BangChung, CongDan, DoiChieu, DonThu, TepDinhKem, VanBanDi
from tochuc.chuoi_bam import ChuoiBam
from tochuc.kho_tep import bo_tep
from tochuc.models import NhanVien, NhatKy
from tochuc.models.nhat_ky import ViecNhatKy

DA_CHE = "(đã che)"
CACH_NHOM_SO = r"[\s.\-]*"  # 0912 345 678


def quen_nguoi_gui(don: DonThu, cong_dan: CongDan | None, nguoi: NhanVien) -> None:
    """Take who wrote off `don`, which is locked and saved by the caller, and off all that hangs on it.

    `cong_dan`: who was named, None when nobody was; deleted when nothing else names him. Files sent in before are
    taken off the disk, for nobody had blacked out anything in them. `nguoi`: who classified it, for the log.
    """
    mau = _mau_che(_chu_danh_tinh(don, cong_dan))
    _bo_van_ban(don)
    so_tep = _bo_tep_cu(don)
    _bo_lien_ket(don)
    if mau:
        _che_chu(don, mau)
    if cong_dan:
        _bo_ten(don, cong_dan)
    NhatKy.ghi(
        nguoi, ViecNhatKy.SUA, don.ma, f"Chuyển thành tố cáo: xóa danh tính người gửi và {so_tep:02d} tệp", mat=True
    )


def _bo_ten(don: DonThu, cong_dan: CongDan) -> None:
    """Empty every column that names the person, and the further words a model lists in `CHU_DANH_TINH`."""
    con_dung = False
    for quan_he in CongDan._meta.related_objects:
        model = quan_he.related_model
        dong = model._base_manager.filter(**{quan_he.field.name: cong_dan})
        xoa = {quan_he.field.name: None} | dict.fromkeys(getattr(model, "CHU_DANH_TINH", ()), "")
        for truong in model._meta.fields:
            if truong.related_model is DonThu:
                dong.filter(**{truong.name: don}).update(**xoa)
        con_dung = con_dung or dong.exists()
    if not con_dung:
        cong_dan.delete()


def _bo_van_ban(don: DonThu) -> None:
    """Drafts go; an issued document keeps its number and day, not its words nor its file, which name who wrote."""
    for van_ban in don.van_ban_di.all():
        if van_ban.duong_dan:
            transaction.on_commit(partial(bo_tep, van_ban.duong_dan))
    don.van_ban_di.update(noi_dung={}, sha256="", duong_dan="", ban_thao=None, ban_tai_len=None)
    don.ban_thao.all().delete()


def _bo_tep_cu(don: DonThu) -> int:
    """Files sent in before the change leave the list and the disk; returns how many."""
    cac_tep = list(don.tep.values_list("pk", "duong_dan"))
    khoa = [pk for pk, _ in cac_tep]
    BangChung.objects.filter(tep__in=khoa).update(tep=None)
    VanBanDi.objects.filter(ban_tai_len__in=khoa).update(ban_tai_len=None)
    TepDinhKem.objects.filter(pk__in=khoa).delete()
    for _, duong_dan in cac_tep:
        transaction.on_commit(partial(bo_tep, duong_dan))
    return len(cac_tep)


def _bo_lien_ket(don: DonThu) -> None:
    """A named petition beside it would tell who wrote it."""
    DoiChieu.objects.filter(Q(don_a=don) | Q(don_b=don)).delete()
    DonThu.objects.filter(trung_voi=don).update(trung_voi=None)
    DonThu.objects.filter(tach_tu=don).update(tach_tu=None)
    don.trung_voi = don.tach_tu = None


# --- Words that somebody typed ---------------------------------------------------------------------------------------


def _chu_danh_tinh(don: DonThu, cong_dan: CongDan | None) -> list[str]:
    """Names, numbers and addresses that the software knows of who wrote."""
    chu = [cong_dan.ho_ten, cong_dan.so_giay_to, cong_dan.dien_thoai, cong_dan.dia_chi] if cong_dan else []
    for model, duong in _bang_cua_don():
        if cot := getattr(model, "CHU_DANH_TINH", ()):
            for hang in model._base_manager.filter(**{duong: don.pk}).values_list(*cot):
                chu += hang
    return [phan.strip() for phan in chu if phan.strip()]


def _mau_che(cac_chu: list[str]) -> re.Pattern[str] | None:
    """One pattern for all of them, longest first; a single word counts only as a whole and with its capital."""
    cac_mau = []
    for chu in sorted(set(cac_chu), key=len, reverse=True):
        chuan = unicodedata.normalize("NFC", chu)
        if chuan.isdecimal():
            cac_mau.append(rf"\b{CACH_NHOM_SO.join(chuan)}\b")
        else:
            tu = r"\s+".join(map(re.escape, chuan.split()))
            cac_mau.append(rf"\b(?i:{tu})\b" if " " in chuan else rf"\b{tu}\b")
    return re.compile("|".join(cac_mau)) if cac_mau else None


def _che_chu(don: DonThu, mau: re.Pattern[str]) -> None:
    for truong in _cot_chu(DonThu):
        setattr(don, truong.attname, _che(getattr(don, truong.attname), mau))
    for model, duong in _bang_cua_don():
        cot = [truong.attname for truong in _cot_chu(model)]
        for pk, *gia_tri in model._base_manager.filter(**{duong: don.pk}).values_list("pk", *cot):
            moi = {ten: sau for ten, truoc in zip(cot, gia_tri, strict=True) if (sau := _che(truoc, mau)) != truoc}
            if moi:
                model._base_manager.filter(pk=pk).update(**moi)


def _che(gia_tri: Any, mau: re.Pattern[str]) -> Any:
    """The value with the words struck out; JSON is walked through."""
    match gia_tri:
        case str():
            return mau.sub(DA_CHE, unicodedata.normalize("NFC", gia_tri))
        case dict():
            return {khoa: _che(muc, mau) for khoa, muc in gia_tri.items()}
        case list():
            return [_che(muc, mau) for muc in gia_tri]
        case _:
            return gia_tri


def _bang_cua_don() -> Iterator[tuple[type[models.Model], str]]:
    """Tables whose rows belong to a petition, of any app, and theirs: the table and its way to the petition.

    Append-only tables are left out, as nothing changes them.
    """
    bac_mot = list(_bang_duoi(DonThu))
    yield from bac_mot
    for model, duong in bac_mot:
        for con, ten in _bang_duoi(model):
            yield con, f"{ten}__{duong}"


def _bang_duoi(goc: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    for model in apps.get_models():
        if model is goc or model is DonThu or issubclass(model, ChuoiBam):
            continue
        for truong in model._meta.concrete_fields:
            if truong.related_model is goc:
                yield model, truong.name


def _cot_chu(model: type[models.Model]) -> list[models.Field]:
    """Columns of free text."""
    return [
        truong
        for truong in model._meta.concrete_fields
        if isinstance(truong, models.CharField | models.TextField | models.JSONField)
        and not truong.choices
        and not truong.unique
    ]
