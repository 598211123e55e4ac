"""Drawing of form widgets without templates: Django renders each option of a list by two of them, so that a choice of
categories costs more than the rest of its page. The HTML is the same."""

from html import escape
from typing import Any

from django.forms import widgets
from django.forms.renderers import TemplatesSetting
from django.forms.utils import flatatt
from django.utils.safestring import SafeString

O_NHAP = frozenset(
    kieu.template_name
    for kieu in (
        widgets.CheckboxInput,
        widgets.DateInput,
        widgets.EmailInput,
        widgets.HiddenInput,
        widgets.NumberInput,
        widgets.TextInput,
        widgets.TimeInput,
    )
)


class TrinhVe(TemplatesSetting):
    """Renderer of all form widgets; one with a template of ours is drawn by it."""

    def render(self, template_name: str, context: dict[str, Any], request=None) -> str:
        if template_name == widgets.Select.template_name:
            return ve_o_chon(context["widget"])
        if template_name in O_NHAP:
            return ve_o_nhap(context["widget"])
        return super().render(template_name, context, request)


def ve_o_nhap(widget: dict[str, Any]) -> SafeString:
    """HTML of the context of an Input."""
    gia_tri = "" if widget["value"] is None else f' value="{escape(str(widget["value"]))}"'
    dau = f'<input type="{widget["type"]}" name="{escape(widget["name"])}"'
    return SafeString(f"{dau}{gia_tri}{flatatt(widget['attrs'])}>")


def ve_o_chon(widget: dict[str, Any]) -> SafeString:
    """HTML of the context of a Select: its options, in groups where they have a name."""
    cac_nhom = "".join(_ve_nhom(ten, cac_muc) for ten, cac_muc, _ in widget["optgroups"])
    return SafeString(f'<select name="{escape(widget["name"])}"{flatatt(widget["attrs"])}>{cac_nhom}\n</select>')


def _ve_nhom(ten: Any, cac_muc: list[dict[str, Any]]) -> str:
    # `format_html` for each option would take twenty times as long.
    muc = "".join(
        f'\n  <option value="{escape(str(muc["value"]))}"{flatatt(muc["attrs"]) if muc["attrs"] else ""}>'
        f"{_chu_an_toan(muc['label'])}</option>"
        for muc in cac_muc
    )
    return f'\n  <optgroup label="{_chu_an_toan(ten)}">{muc}\n  </optgroup>' if ten else muc


def _chu_an_toan(chu: Any) -> str:
    return chu.__html__() if hasattr(chu, "__html__") else escape(str(chu))
