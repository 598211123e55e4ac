"""One decorator for pages that need a permission."""

from functools import wraps

from django.core.exceptions import PermissionDenied

from tochuc.vai_tro import Quyen


def can_quyen(*quyen: Quyen):
    """Refuse (403) whoever holds none of `quyen`."""

    def boc(view):
        @wraps(view)
        def kiem(request, *args, **kwargs):
            if not request.user.is_active or request.user.tap_quyen.isdisjoint(quyen):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return kiem

    return boc
