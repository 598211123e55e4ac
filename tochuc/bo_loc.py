"""Filters of a list, kept in the URL: what is filtered now, each with the address that drops it."""

from datetime import date
from typing import Any

from django.forms import BoundField, Form
from django.http import QueryDict

from tochuc.dinh_dang import ngay_vn
from tochuc.phan_trang import CUOI, SAU, TRUOC


def cac_chip(form: Form, tham_so: QueryDict) -> list[dict[str, str]]:
    """The conditions in use (nhan, gia_tri, dia_chi); `form` is bound and was validated."""
    return [
        {"nhan": o.label, "gia_tri": _chu(o, gia_tri), "dia_chi": _bo(tham_so, o.html_name)}
        for o in form
        if (gia_tri := form.cleaned_data.get(o.name))
    ]


def _chu(o: BoundField, gia_tri: Any) -> str:
    lua_chon = getattr(o.field, "choices", None)
    if isinstance(gia_tri, str) and lua_chon:
        return str(dict(lua_chon).get(gia_tri, gia_tri))
    return ngay_vn(gia_tri) if isinstance(gia_tri, date) else str(gia_tri)


def _bo(tham_so: QueryDict, ten: str) -> str:
    con = tham_so.copy()
    for bo in (ten, SAU, TRUOC, CUOI):
        con.pop(bo, None)
    return f"?{con.urlencode()}"
