"""Tags of the frame of every page."""

from django import template
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def hien_khoi(context: template.Context, ten_khoi: str) -> SafeString:
    """Render a block of the page by name; "" when the page has none.

    Django shows a block once and always, but the name of a page is both its <title> and its h1, and an empty list of
    breadcrumbs must not leave a landmark behind.
    """
    khoi = context.render_context[BLOCK_CONTEXT_KEY].get_block(ten_khoi)
    return SafeString(khoi.render(context).strip() if khoi else "")
